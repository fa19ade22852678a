/** After a server error: one second, then four more. */
const ERROR_WAITS: readonly number[] = [1, 4];

/** Where GitHub limits and does not say for how long, as its documentation asks. */
const UNKNOWN_LIMIT_WAIT = 60;

/** The least wait for a limit: a server that says zero seconds means "not now". */
const LEAST_WAIT = 1;

/**
 * Seconds to wait before a failed request is sent again; undefined where a second try changes nothing. `failures`
 * counts those of this request so far that were no limits.
 */
export function secondsToWait(error: unknown, failures: number): number | undefined {
  const limit = limitOf(error);
  if (limit !== undefined) return Math.max(LEAST_WAIT, limit);
  const status = statusOf(error);
  // Without an answer the client says 500; an aborted request is not worth another.
  if (status === undefined || status < 500 || isAborted(error)) return undefined;
  return ERROR_WAITS[failures];
}

/** Whether GitHub, or a proxy before it, wants fewer requests. */
export const isLimit = (error: unknown): boolean => limitOf(error) !== undefined;

function limitOf(error: unknown): number | undefined {
  const status = statusOf(error);
  if (!(error instanceof Error) || (status !== 403 && status !== 429)) return undefined;
  const headers = headersOf(error);
  const given = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(given) && given >= 0) return given;
  if (headers["x-ratelimit-remaining"] === "0") return secondsToReset(headers);
  return status === 429 || /\brate limit/i.test(error.message) ? UNKNOWN_LIMIT_WAIT : undefined;
}

/** By the server's own clock, where it says what time it is. */
function secondsToReset(headers: Headers): number {
  const reset = Number(headers["x-ratelimit-reset"]);
  const now = Date.parse(String(headers["date"]));
  const seconds = reset - (Number.isNaN(now) ? Date.now() : now) / 1000;
  // One more, so that it is over by then.
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) + 1 : UNKNOWN_LIMIT_WAIT;
}

/** Whether a request was given up, and not answered. */
export const isAborted = (error: unknown): boolean =>
  error instanceof Error &&
  [error, error.cause].some(
    (cause) => cause instanceof Error && /^(?:AbortError|TimeoutError)$/.test(cause.name),
  );

/** The status of an answer, or 500 where there was none; undefined for what is no request. */
function statusOf(error: unknown): number | undefined {
  const isAnswer = error instanceof Error && "status" in error;
  return isAnswer && typeof error.status === "number" ? error.status : undefined;
}

type Headers = Readonly<Record<string, unknown>>;

function headersOf(error: Error): Headers {
  const { response } = error as { response?: { headers?: Record<string, unknown> } };
  return response?.headers ?? {};
}

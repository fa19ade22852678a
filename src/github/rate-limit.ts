/**
 * Seconds that the server asks to wait, where the throttling plugin does not see it: the plugin knows GitHub's
 * own words, but a proxy, or the host that serves archives, answers 429 with words of its own.
 */
export function limitedFor(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("status" in error) || error.status !== 429) return undefined;
  const headers = headersOf(error);
  if (/\bsecondary rate\b/i.test(error.message) || headers["x-ratelimit-remaining"] === "0")
    return undefined;
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function headersOf(error: Error): Readonly<Record<string, unknown>> {
  const { response } = error as { response?: { headers?: Record<string, unknown> } };
  return response?.headers ?? {};
}

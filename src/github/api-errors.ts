import { terminalText } from "../report/escape.ts";
import { SourceFailure } from "../source/types.ts";

/** The status of GitHub's answer; absent where there was none. */
export function statusOf(error: unknown): number | undefined {
  const isAnswer = error instanceof Error && "response" in error && error.response !== undefined;
  return isAnswer && "status" in error && typeof error.status === "number"
    ? error.status
    : undefined;
}

function adviceFor(status: number | undefined, message: string): string {
  if (status === 401) return "The input `github-token` is not a valid token.";
  if (status === 429 || /rate limit/i.test(message)) return "Run the job again later.";
  if (status === 403 || status === 404)
    return "Is it there, and may the token read it? The job needs `permissions: contents: read` and `pull-requests: read`.";
  return "";
}

/** What went wrong with a request, in words for the log. */
export function requestProblem(what: string, error: unknown): string {
  const status = statusOf(error);
  const message = terminalText(error instanceof Error ? error.message : String(error), 300);
  const answer = status === undefined ? "The request failed" : `GitHub answered ${status}`;
  return `${what} could not be read. ${answer}: ${message}. ${adviceFor(status, message)}`.trim();
}

/** Runs a request; where it fails, the rejection says what could not be read and what to do. */
export async function reading<T>(what: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    const message = requestProblem(what, error);
    throw new SourceFailure({ code: "unreadable", message });
  }
}

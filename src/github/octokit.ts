import { getOctokit } from "@actions/github";
import type { Deadline } from "./deadline.ts";
import { isLimit, secondsToWait } from "./when-to-repeat.ts";

export interface ClientOptions {
  readonly token: string;
  /** The runner's GITHUB_API_URL, which is another one on GitHub Enterprise Server. */
  readonly baseUrl: string;
  /** After it no request is sent or waited for; what is to be repeated then fails at once. */
  readonly deadline: Deadline;
}

export type Client = ReturnType<typeof getOctokit>;

/** The repository that requests are about. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/**
 * A client that repeats failed reads and obeys rate limits, as long as the time allows. Writes are sent once: see
 * `pace.ts`. GraphQL counts as reading, because what we write with it may be written twice.
 */
export function createClient({ token, baseUrl, deadline }: ClientOptions): Client {
  const octokit = getOctokit(token, {
    baseUrl,
    // The client's own log would print what the server says, unescaped, into the runner's commands.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: deadline.signal };
  });
  octokit.hook.wrap("request", async (request, options) => {
    const isRead = ["GET", "HEAD"].includes(options.method) || options.url.endsWith("/graphql");
    for (let failures = 0; ;)
      try {
        return await request(options);
      } catch (error) {
        const seconds = isRead ? secondsToWait(error, failures) : undefined;
        if (seconds === undefined || !deadline.allows(seconds)) throw error;
        if (!isLimit(error)) failures++;
        await deadline.wait(seconds);
      }
  });
  return octokit;
}

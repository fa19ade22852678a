import { setTimeout } from "node:timers/promises";
import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { limitedFor } from "./rate-limit.ts";

export interface ClientOptions {
  readonly token: string;
  /** The runner's GITHUB_API_URL, which is another one on GitHub Enterprise Server. */
  readonly baseUrl: string;
  /** After so long no request is sent or waited for; what is to be repeated then fails at once. */
  readonly maxMs: number;
}

export type Client = ReturnType<typeof getOctokit>;

/** The repository that requests are about. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Statuses that a second try does not change; 429 is waited for, not just tried again. */
const DO_NOT_RETRY = [400, 401, 403, 404, 410, 422, 429, 451];

/** A client that repeats failed requests and obeys rate limits, as long as the time allows. */
export function createClient({ token, baseUrl, maxMs }: ClientOptions): Client {
  const deadline = Date.now() + maxMs;
  const worthWaiting = (seconds: number): boolean => Date.now() + seconds * 1000 < deadline;
  const octokit = getOctokit(
    token,
    {
      baseUrl,
      // After one second and after four more.
      retry: { doNotRetry: DO_NOT_RETRY, retries: 2 },
      throttle: { onRateLimit: worthWaiting, onSecondaryRateLimit: worthWaiting },
      // The client's own log would print what the server says, unescaped, into the runner's commands.
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    retry,
    throttling,
  );
  const signal = AbortSignal.timeout(maxMs);
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal };
  });
  octokit.hook.wrap("request", async (request, options) => {
    try {
      return await request(options);
    } catch (error) {
      const seconds = limitedFor(error);
      if (seconds === undefined || !worthWaiting(seconds)) throw error;
      await setTimeout(seconds * 1000);
      return request(options);
    }
  });
  return octokit;
}

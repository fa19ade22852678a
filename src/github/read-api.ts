import { SourceFailure } from "../source/types.ts";
import { deadlineIn } from "./deadline.ts";
import { READ_MAX_MS } from "./limits.ts";
import type { Client, Place } from "./octokit.ts";
import type { RunContext } from "./read-context.ts";

/** What requests that read are sent with. */
export interface ReadApi {
  readonly client: Client;
  readonly place: Place;
}

/** The client for reading, made where the first request needs it. */
export type OpenReadApi = () => Promise<ReadApi>;

/** Rejects with a `SourceFailure` where there is no token to read with. */
export function readApiOf({ inputs, runner }: RunContext): OpenReadApi {
  let opened: Promise<ReadApi> | undefined;
  const open = async (): Promise<ReadApi> => {
    const { token } = inputs;
    if (token === undefined)
      throw new SourceFailure({
        code: "unreadable",
        message: "The input `github-token` is empty, and reading from GitHub needs one.",
      });
    // The client reads the event file while it loads, and most runs do not need it.
    const { createClient } = await import("./octokit.ts");
    const client = createClient({
      token,
      baseUrl: runner.apiUrl,
      deadline: deadlineIn(READ_MAX_MS),
    });
    return { client, place: { owner: runner.owner, repo: runner.repo } };
  };
  return () => (opened ??= open());
}

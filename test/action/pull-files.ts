import { createHash } from "node:crypto";
import { formatPatch, structuredPatch } from "diff";
import type { PullRequest } from "./clone.ts";

/** A changed file as `GET /pulls/{number}/files` lists it. */
export interface FakePullFile {
  readonly filename: string;
  readonly sha: string;
  readonly status: "added" | "removed" | "modified";
  readonly patch?: string;
}

const blobId = (text: string): string =>
  createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");

/** The diff of a pull request against where it began: what the target gained since is not in it. */
export const pullFilesOf = ({ base, change }: PullRequest): readonly FakePullFile[] =>
  Object.entries(change)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([filename, after]) => {
      const before = base[filename] ?? "";
      if (before === after) return [];
      const status = before === "" ? "added" : after === "" ? "removed" : "modified";
      const hunks = structuredPatch("", "", before, after, "", "", { context: 3 });
      const patch = formatPatch(hunks);
      return [
        {
          filename,
          sha: blobId(after === "" ? before : after),
          status,
          patch: patch.slice(patch.indexOf("@@ ")).trimEnd(),
        },
      ];
    });

/** What the files hold at the head of the pull request, by blob id. */
export const blobsOf = ({ base, change }: PullRequest): ReadonlyMap<string, string> =>
  new Map(Object.values({ ...base, ...change }).map((text) => [blobId(text), text]));

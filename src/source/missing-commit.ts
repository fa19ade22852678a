import type { Credentials } from "./git-credentials.ts";
import { gitWords } from "./git-errors.ts";
import { fetchCommit } from "./git-fetch.ts";
import { isFullId, isShallow, lookUpOne, type Resolved } from "./git-lookup.ts";
import { collectGit } from "./git-process.ts";
import { failed, type Failed } from "./types.ts";

export interface Repository {
  readonly repo: string;
  /** The remote to ask, once, for a commit that a shallow clone lacks. */
  readonly fetchFrom?: string;
  readonly credentials?: Credentials | undefined;
}

export type ResolveResult = { readonly ok: true; readonly resolved: Resolved } | Failed;

const PARENT_OF = /^(.+?)(?:\^(\d?)|~1?)$/;

async function rawCommit(repo: string, commit: string): Promise<string> {
  const run = await collectGit({ repo, args: ["cat-file", "commit", commit] });
  return run.status === 0 ? run.stdout.toString("utf8") : "";
}

/**
 * The id that `<name>^` would have: a commit names its parents even where a shallow clone hides them.
 * The merge commit that a pull request checks out, fetched with depth 1, is the usual case.
 */
async function hiddenParent(repo: string, name: string): Promise<string | undefined> {
  const [, child, which] = PARENT_OF.exec(name) ?? [];
  if (child === undefined) return undefined;
  const found = await lookUpOne(repo, child);
  if (found === undefined) return undefined;
  const [head = ""] = (await rawCommit(repo, found.commit)).split("\n\n", 1);
  const parents = [...head.matchAll(/^parent (\w+)$/gm)].map(([, id]) => id);
  return parents[Number(which || "1") - 1];
}

async function unresolved(
  repo: string,
  name: string,
  id: string | undefined,
  shallow: boolean,
): Promise<Failed> {
  if (shallow) {
    const what = id === undefined || id === name ? `\`${name}\`` : `\`${name}\` (commit ${id})`;
    const fetch =
      id === undefined ? "`git fetch --unshallow`" : `\`git fetch --depth=1 origin ${id}\``;
    return failed(
      "shallow",
      `${what} is outside the history of this shallow clone. Run ${fetch}, or in actions/checkout set \`fetch-depth: 2\` ` +
        "for a pull request's own merge commit and its parent, `fetch-depth: 0` for any other revision.",
    );
  }
  const hint = (await lookUpOne(repo, `refs/remotes/origin/${name}`))
    ? `Did you mean \`origin/${name}\`?`
    : id === undefined
      ? "Check the name, or fetch it first."
      : `Run \`git fetch origin ${id}\`.`;
  return failed(
    "unknown-revision",
    `\`${name}\` does not name a commit of this repository. ${hint}`,
  );
}

/** The slow way, for a name that a first look did not find: explains why, or fetches the commit. */
export async function findMissing(
  { repo, fetchFrom, credentials }: Repository,
  name: string,
): Promise<ResolveResult> {
  const shallow = await isShallow(repo);
  const id = isFullId(name) ? name : shallow ? await hiddenParent(repo, name) : undefined;
  const missing = await unresolved(repo, name, id, shallow);
  if (id === undefined) return missing;
  // The object of a hidden parent can be here already, from a fetch of its own.
  const present = await lookUpOne(repo, id);
  if (present !== undefined) return { ok: true, resolved: present };
  if (fetchFrom === undefined) return missing;

  const fetched = await fetchCommit({ repo, remote: fetchFrom, credentials }, id, shallow);
  const resolved = await lookUpOne(repo, id);
  if (resolved !== undefined) return { ok: true, resolved };
  const reason = fetched.status === 0 ? "the server did not send it" : gitWords(fetched);
  return failed(
    missing.error.code,
    `${missing.error.message} Fetching it was tried and failed: ${reason}`,
  );
}

import { gitFailure } from "./git-errors.ts";
import { isShallow, lookUp, type Resolved } from "./git-lookup.ts";
import { collectGit } from "./git-process.ts";
import { findMissing, type Repository, type ResolveResult } from "./missing-commit.ts";
import { failed, type Failed } from "./types.ts";

export type ResolveAllResult =
  | { readonly ok: true; readonly resolved: readonly Resolved[] }
  | Failed;

// oxlint-disable-next-line no-control-regex -- a line feed would be a second request to git
const CONTROL = /[\u0000-\u001F\u007F]/;

/** Finds the commits behind revision names, fetching each missing commit once where that is allowed. */
export async function resolveRevisions(
  repository: Repository,
  names: readonly string[],
): Promise<ResolveAllResult> {
  const odd = names.find((name) => name === "" || CONTROL.test(name));
  if (odd !== undefined)
    return failed("unknown-revision", `${JSON.stringify(odd)} is not a revision name.`);
  const lookup = await lookUp(repository.repo, names);
  if (!lookup.ok) return lookup;
  const resolved: Resolved[] = [];
  for (const [index, name] of names.entries()) {
    const found = lookup.found[index];
    // One after the other: two fetches at once fight over the file that says where history ends.
    const result =
      found === undefined
        ? await findMissing(repository, name)
        : { ok: true as const, resolved: found };
    if (!result.ok) return result;
    resolved.push(result.resolved);
  }
  return { ok: true, resolved };
}

/** The same for one name. */
export async function resolveRevision(
  repository: Repository,
  name: string,
): Promise<ResolveResult> {
  const result = await resolveRevisions(repository, [name]);
  if (!result.ok) return result;
  const [resolved] = result.resolved;
  return resolved === undefined
    ? failed("unknown-revision", "No revision was given.")
    : { ok: true, resolved };
}

/** The error of a merge base that cannot be found, which in a shallow clone says nothing about the commits. */
async function noMergeBase(repo: string, a: string, b: string): Promise<Failed> {
  if (!(await isShallow(repo)))
    return failed("no-merge-base", `\`${a}\` and \`${b}\` share no commit.`);
  return failed(
    "shallow",
    `The merge base of \`${a}\` and \`${b}\` is outside the history of this shallow clone. Run \`git fetch --unshallow\`, ` +
      "or in actions/checkout set `fetch-depth: 0`.",
  );
}

export type MergeBaseResult = { readonly ok: true; readonly commit: string } | Failed;

/** The commit that `a...b` compares `b` with. Of several merge bases it is the one that git names first. */
export async function mergeBase(repo: string, a: string, b: string): Promise<MergeBaseResult> {
  const both = await resolveRevisions({ repo }, [a, b]);
  if (!both.ok) return both;
  const run = await collectGit({
    repo,
    args: ["merge-base", ...both.resolved.map(({ commit }) => commit)],
  });
  if (run.status === 0) return { ok: true, commit: run.stdout.toString("latin1").trim() };
  // Status 1 is "none found"; anything else is an error.
  return run.status === 1 ? noMergeBase(repo, a, b) : gitFailure(repo, run);
}

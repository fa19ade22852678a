import { gitFailure, lacksObjects } from "./git-errors.ts";
import { collectGit, collectLongGit } from "./git-process.ts";
import { openSpool } from "./spool.ts";
import type { Failed } from "./types.ts";

/** What a revision name stands for. */
export interface Resolved {
  readonly commit: string;
}

/** In the order of the names; nothing for a name that stands for no commit that is here. */
export type Lookup =
  | { readonly ok: true; readonly found: readonly (Resolved | undefined)[] }
  | Failed;

const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const COMMIT_LINE = /^(\w+) commit \d+$/;

/** True for a full object id, which names the same object whatever the refs are. */
export const isFullId = (name: string): boolean => FULL_ID.test(name);

function resolvedFrom(line: string | undefined): Resolved | undefined {
  const [, commit] = COMMIT_LINE.exec(line ?? "") ?? [];
  return commit === undefined ? undefined : { commit };
}

/** Asks over stdin, where a name that begins with `-` is a name and never an option. */
export async function lookUp(repo: string, names: readonly string[]): Promise<Lookup> {
  const run = await askGit(
    repo,
    names.map((name) => `${name}^{commit}\n`),
  );
  if (run.status !== 0 && !lacksObjects(run)) return gitFailure(repo, run);
  const lines = run.stdout.toString("utf8").split("\n");
  return { ok: true, found: names.map((_, index) => resolvedFrom(lines[index])) };
}

/** Through files where that is possible: pipes take as long to open as the answer takes to find. */
async function askGit(repo: string, input: readonly string[]): ReturnType<typeof collectGit> {
  const args = ["cat-file", "--batch-check"];
  using request = openSpool();
  if (request === undefined) return collectGit({ repo, args, input });
  request.write(Buffer.from(input.join("")).toString("latin1"));
  return await collectLongGit({ repo, args, stdinFile: request.fd });
}

/** The same for one name; nothing where it is not found or git fails. */
export async function lookUpOne(repo: string, name: string): Promise<Resolved | undefined> {
  const lookup = await lookUp(repo, [name]);
  return lookup.ok ? lookup.found[0] : undefined;
}

/** Whether the repository holds a cut-off history. */
export async function isShallow(repo: string): Promise<boolean> {
  const run = await collectGit({ repo, args: ["rev-parse", "--is-shallow-repository"] });
  return run.stdout.toString("latin1").trim() === "true";
}

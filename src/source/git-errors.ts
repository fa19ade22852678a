import type { GitExit } from "./git-process.ts";
import type { Failed } from "./types.ts";
import { failed } from "./types.ts";

// oxlint-disable-next-line no-control-regex -- a remote's message can hold terminal codes
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g;
const CREDENTIALS = /:\/\/[^@/\s]*@/g;
const OBJECTS_ELSEWHERE = /promisor remote|lazy fetching disabled|transport '\w+' not allowed/;

/** Git's own words on one line, without terminal codes and without a password in a URL. */
export function gitWords(exit: GitExit): string {
  const lines = exit.stderr.split("\n").filter((line) => /^(fatal|error):/.test(line));
  const text = (lines.length === 0 ? exit.stderr : lines.join("; "))
    .replace(CREDENTIALS, "://")
    .replace(CONTROLS, " ");
  return text.trim().slice(0, 500) || `git ended with status ${exit.status ?? "none"}`;
}

/** True where git died because an object of a partial clone is not here. */
export const lacksObjects = (exit: GitExit): boolean =>
  exit.status !== 0 && OBJECTS_ELSEWHERE.test(exit.stderr);

/** The error for objects that a partial clone left on the server. */
export function missingObjects(detail: string): Failed {
  return failed(
    "missing-objects",
    `The repository does not hold all objects of the revisions (${detail}). It is a partial clone: clone without ` +
      "`--filter`, or in actions/checkout leave out `filter` and `sparse-checkout`.",
  );
}

/** Turns a git process that failed into an error that says what to do. */
export function gitFailure(repo: string, exit: GitExit): Failed {
  if (exit.notStarted === "ENOENT") {
    return failed("no-git", "git was not found. Install git and make sure that it is on the PATH.");
  }
  if (exit.notStarted !== undefined)
    return failed("no-git", `git could not be started: ${exit.notStarted}.`);
  if (/dubious ownership|unsafe repository/.test(exit.stderr)) {
    return failed(
      "not-trusted",
      `Git does not trust ${repo}: it belongs to another user. Run \`git config --global --add safe.directory <its absolute path>\`.`,
    );
  }
  if (/not a git repository|cannot change to/i.test(exit.stderr)) {
    return failed(
      "not-a-repository",
      `${repo} is not in a git repository. Give the repository, or compare directories.`,
    );
  }
  if (lacksObjects(exit)) return missingObjects(gitWords(exit));
  return failed("git-failed", `git could not read ${repo}: ${gitWords(exit)}`);
}

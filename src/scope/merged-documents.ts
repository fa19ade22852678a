import type { LoadProblem } from "./load-file.ts";

/**
 * A missing `---` shows as one duplicate key per key that both documents have. To a reader that is one mistake,
 * told once, where the second document begins.
 */
export function joinMergedDocuments(problems: readonly LoadProblem[]): readonly LoadProblem[] {
  const runs: LoadProblem[][] = [[]];
  for (const problem of problems) {
    const [first] = runs.at(-1) ?? [];
    // Problems come in the order of the text: up to the same key again, they are about one document.
    const starts = keyOf(problem) !== undefined;
    const isNext =
      first === undefined || keyOf(first) === undefined || keyOf(problem) === keyOf(first);
    if (starts && isNext) runs.push([problem]);
    else runs.at(-1)?.push(problem);
  }
  return runs.flatMap((run) => {
    const [first, ...others] = run;
    if (first === undefined || keyOf(first) === undefined) return run;
    if (!others.some((problem) => keyOf(problem) !== undefined)) return run;
    return [merged(first), ...others.filter(({ code }) => code !== "duplicate-key")];
  });
}

/** The key that a problem is about; every document has these two. */
const keyOf = ({ code, message }: LoadProblem): string | undefined =>
  code === "duplicate-key" ? /^the key "(apiVersion|kind)" /.exec(message)?.[1] : undefined;

const merged = (first: LoadProblem): LoadProblem => ({
  ...first,
  message:
    `\`---\` is missing before this line: the document that starts with "${keyOf(first)}" here and the one of line ` +
    `${first.related?.startLine ?? 1} are read as one, of which kubectl applies the last part only and other tools nothing`,
});

/** Yes, no, or open: then for want of these facts, each a clause such as `whether pod a has an address in …`. */
export type Answer = "yes" | "no" | Open;

interface Open {
  readonly missing: readonly string[];
}

export const open = (fact: string): Answer => ({ missing: [fact] });
export const answerOf = (holds: boolean): Answer => (holds ? "yes" : "no");

/** The facts that an answer wants. */
export const missingIn = (answer: Answer): readonly string[] =>
  typeof answer === "string" ? [] : answer.missing;

/** Yes where all are; one no decides, whatever is missing beside it. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes("no")) return "no";
  return joined(answers) ?? "yes";
}

/** Yes where one is. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return joined(answers) ?? "no";
}

function joined(answers: readonly Answer[]): Answer | undefined {
  const missing = [...new Set(answers.flatMap(missingIn))];
  return missing.length === 0 ? undefined : { missing };
}

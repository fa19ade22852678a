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
export const allOf = <Item>(items: readonly Item[], ask: (item: Item) => Answer): Answer =>
  join(items, ask, { decisive: "no", otherwise: "yes" });

/** Yes where one is. */
export const anyOf = <Item>(items: readonly Item[], ask: (item: Item) => Answer): Answer =>
  join(items, ask, { decisive: "yes", otherwise: "no" });

interface Junction {
  readonly decisive: "yes" | "no";
  readonly otherwise: "yes" | "no";
}

/** Asks no further than it has to: this is asked for millions of flows. */
function join<Item>(
  items: readonly Item[],
  ask: (item: Item) => Answer,
  { decisive, otherwise }: Junction,
): Answer {
  let missing: Set<string> | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === decisive) return answer;
    if (typeof answer === "string") continue;
    missing ??= new Set();
    for (const fact of answer.missing) missing.add(fact);
  }
  return missing === undefined ? otherwise : { missing: [...missing] };
}

export const itself = (answer: Answer): Answer => answer;

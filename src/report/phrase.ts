import { formatCount } from "../model/format-count.ts";
import type { Side, Span } from "../model/span.ts";

/** How grave or how good something is. Every output draws it its own way, always beside a word. */
export type Mark =
  | "good"
  | "error"
  | "warning"
  | "note"
  | "high"
  | "medium"
  | "low"
  | "closed"
  | "masked";

/**
 * A piece of output text, not yet written for any output. Text from manifests can only get in as a
 * `name`, as `prose` or as part of a `place`, so no renderer can forget to escape it.
 */
export type Piece =
  | { readonly type: "own"; readonly text: string }
  | { readonly type: "strong"; readonly text: string }
  | { readonly type: "mark"; readonly mark: Mark; readonly word: string }
  | { readonly type: "break" }
  /** Foreign: a name, an identifier. */
  | { readonly type: "name"; readonly text: string }
  /** Foreign in part: a sentence of ours about names. */
  | { readonly type: "prose"; readonly text: string }
  | { readonly type: "place"; readonly span: Span; readonly side: Side };

export type Phrase = readonly Piece[];

/** Template tag. The literal parts are our own words; what is filled in is a piece, a phrase or a number. */
export function say(
  literals: TemplateStringsArray,
  ...values: readonly (Piece | Phrase | number)[]
): Phrase {
  return literals.flatMap((text, index): Phrase => {
    const own: Phrase = text === "" ? [] : [{ type: "own", text }];
    const value = values[index];
    if (value === undefined) return own;
    if (typeof value === "number") return [...own, { type: "own", text: formatCount(value) }];
    return "type" in value ? [...own, value] : [...own, ...value];
  });
}

export const NOTHING: Phrase = [];
export const DASH: Phrase = say`–`;

export const name = (text: string): Piece => ({ type: "name", text });
export const prose = (text: string): Piece => ({ type: "prose", text });
export const place = (span: Span, side: Side): Piece => ({ type: "place", span, side });
export const mark = (kind: Mark, word: string): Piece => ({ type: "mark", mark: kind, word });
export const strong = (literals: TemplateStringsArray): Piece => ({
  type: "strong",
  text: literals.join(""),
});
export const lineBreak: Piece = { type: "break" };

/** Joins the phrases that say something. */
export function joinPhrases(phrases: readonly Phrase[], separator: Phrase): Phrase {
  return phrases
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase, index) => (index === 0 ? phrase : [...separator, ...phrase]));
}

/** What is shown of a list, and how many more there are: `a, b, c and 9 more`. */
export const joinFirst = (shown: readonly Phrase[], left: number): Phrase =>
  say`${joinPhrases(shown, say`, `)}${left > 0 ? say` and ${left} more` : NOTHING}`;

/** `1 flow`, `2 flows`. Words that take no plain s name their plural. */
export const count = (amount: number, one: string, many: string = `${one}s`): Phrase => [
  { type: "own", text: `${formatCount(amount)} ${amount === 1 ? one : many}` },
];

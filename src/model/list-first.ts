/** The first few of many, and how many more there are: `a, b, c and 9 more`. */
export function listFirst(shown: number, texts: readonly string[]): string {
  const left = texts.length - shown;
  return texts.slice(0, shown).join(", ") + (left > 0 ? ` and ${left} more` : "");
}

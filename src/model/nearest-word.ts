const MAX_DISTANCE = 2;

/** The known word that an unknown one was probably meant to be. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(lower, candidate.toLowerCase());
    // A short word is within two edits of almost anything.
    if (distance > MAX_DISTANCE || distance * 2 > candidate.length) continue;
    if (best === undefined || distance < best.distance) best = { word: candidate, distance };
  }
  return best?.word;
}

/** The same as the end of a message; empty where no word is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const nearest = nearestWord(given, known);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

/** Levenshtein distance; anything past the bound by length alone is not computed. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MAX_DISTANCE) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, right] of b.split("").entries()) {
      const replace = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? Infinity;
}

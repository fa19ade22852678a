const MAX_DISTANCE = 2;

/** Fields that people write in the place of another, though the words are far apart. */
const MISPLACED: Readonly<Record<string, string>> = { from: "to", to: "from" };

/** The known field that an unknown one was probably meant to be. */
export function suggestField(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const misplaced = Object.hasOwn(MISPLACED, lower) ? MISPLACED[lower] : undefined;
  if (misplaced !== undefined && known.includes(misplaced)) return misplaced;
  let best: { readonly field: string; readonly distance: number } | undefined;
  for (const field of known) {
    const distance = editDistance(lower, field.toLowerCase());
    // A short name is within two edits of almost anything.
    if (distance > MAX_DISTANCE || distance * 2 > field.length) continue;
    if (best === undefined || distance < best.distance) best = { field, distance };
  }
  return best?.field;
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

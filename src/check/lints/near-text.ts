/**
 * Whether one text could be the other with a slip of the finger. Names that differ in their digits only
 * are siblings (`web-1`, `web-2`), not slips.
 */
export function isNearText(a: string, b: string): boolean {
  if (a === b || a.length > 63 || b.length > 63) return false;
  if (a.replaceAll(/\d/g, "") === b.replaceAll(/\d/g, "")) return false;
  const shorter = Math.min(a.length, b.length);
  const allowed = shorter < 2 ? 0 : shorter < 6 ? 1 : 2;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

/** Edits with neighbours that changed places as one edit (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? Infinity;
}

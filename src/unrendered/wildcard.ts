const MAX_PATTERN = 200;

/** Whether a pattern may mean a text: `*` stands for any text and `?` for one letter. Takes no more than quadratic time. */
export function wildcard(pattern: string): (text: string) => boolean {
  const [first = "", ...rest] = pattern.slice(0, MAX_PATTERN).split("*");
  const last = rest.pop();
  return (text) => {
    if (last === undefined) return text.length === first.length && fits(first, text, 0);
    if (!fits(first, text, 0)) return false;
    let at = first.length;
    for (const piece of rest) {
      at = find(piece, text, at) + piece.length;
      if (at < piece.length) return false;
    }
    const end = text.length - last.length;
    return end >= at && fits(last, text, end);
  };
}

function fits(piece: string, text: string, at: number): boolean {
  if (at + piece.length > text.length) return false;
  for (let index = 0; index < piece.length; index++)
    if (piece[index] !== "?" && piece[index] !== text[at + index]) return false;
  return true;
}

/** Where a piece fits first; so far before the text that no sum with the piece's length is in it, if nowhere. */
function find(piece: string, text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
  return -1 - piece.length;
}

/** Sets and ranges of letters are not told apart from any text. */
const segmentOf = (pattern: string): ((text: string) => boolean) =>
  /[{[]/.test(pattern) ? () => true : wildcard(pattern);

const MAX_SEGMENTS = 40;

/** Whether a pattern of folders may mean a path: `**` stands for any number of them. */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = segmentsOf(pattern).slice(0, MAX_SEGMENTS);
  const segments = segmentsOf(path);
  // Which lengths of the path the pattern may have used up so far.
  let reached = new Set([0]);
  for (const part of wanted) {
    const next = new Set<number>();
    const matches = segmentOf(part);
    for (const at of reached)
      if (part === "**") for (let end = at; end <= segments.length; end++) next.add(end);
      else if (matches(segments[at] ?? "") && at < segments.length) next.add(at + 1);
    reached = next;
  }
  return reached.has(segments.length);
}

export const segmentsOf = (path: string): readonly string[] =>
  path.split("/").filter((segment) => segment !== "" && segment !== ".");

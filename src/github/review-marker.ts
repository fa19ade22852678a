/** What a comment on a line says, hidden, about the findings and flows that it is for. */
export interface LineMarker {
  /** A duplicate stands where two runs said the same at once; another comment speaks for it. */
  readonly state: "open" | "resolved" | "duplicate";
  /** Tells differently configured reviews of one pull request apart: each minds its own comments. */
  readonly key: string;
  readonly fingerprints: readonly string[];
}

const STATES = ["open", "resolved", "duplicate"] as const;

const LINE =
  /^<!-- netpol-review-line (open|resolved|duplicate) key=([0-9a-f]{12})((?: [0-9a-f]{32}){1,50}) -->(?:\r?\n|$)/;

/** The first line of our comments on lines: invisible, and how a later push finds them again. */
export const lineMarker = ({ state, key, fingerprints }: LineMarker): string =>
  `<!-- netpol-review-line ${state} key=${key} ${fingerprints.join(" ")} -->`;

/** Most fingerprints that one comment can carry. */
export const MAX_FINGERPRINTS = 50;

/** Reads the marker of a comment; absent where the comment has none on its first line. */
export function readLineMarker(body: string): LineMarker | undefined {
  const [, state, key, list] = LINE.exec(body) ?? [];
  const known = STATES.find((candidate) => candidate === state);
  if (known === undefined || key === undefined || list === undefined) return undefined;
  return { state: known, key, fingerprints: list.trim().split(" ") };
}

/** What follows the marker. */
export const withoutMarker = (body: string): string => body.replace(LINE, "");

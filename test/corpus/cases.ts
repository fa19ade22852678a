import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One real change, with what a careful person would say about it (`corpus/README.md`). */
export interface CorpusCase {
  readonly id: string;
  /** Its tip is the revision after the change, the parent the one before. */
  readonly branch: string;
  /** What has to be understood to see the effect; `plain` is NetworkPolicy in YAML. */
  readonly needs: string;
  readonly verdict: ExpectedVerdict;
  readonly gate: "fail" | "pass" | "either";
}

type ExpectedVerdict =
  | "opened"
  | "opened-FAIL"
  | "closed"
  | "mixed"
  | "mixed-FAIL"
  | "none"
  | "unknown";

/** Data that got lost must not pass. */
const CASES = 49;
const PLAIN_CASES = 13;

export function readCases(folder: string): readonly CorpusCase[] {
  const cases = JSON.parse(
    readFileSync(join(folder, "cases.json"), "utf8"),
  ) as readonly CorpusCase[];
  const plain = cases.filter(isPlain);
  if (cases.length !== CASES || plain.length !== PLAIN_CASES)
    throw new Error(
      `${cases.length} cases, ${plain.length} of them plain; there have to be ${CASES} and ${PLAIN_CASES}`,
    );
  return cases;
}

export const isPlain = ({ needs }: CorpusCase): boolean => needs === "plain";

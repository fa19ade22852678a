import type { FailOn, Finding, Risk } from "../model/report.ts";

/** Worst first. */
export const LEVELS = ["error", "warning", "note"] as const satisfies readonly Finding["level"][];

/** Worst first, too. */
export const RISKS = [
  "metadata",
  "from-internet",
  "to-internet",
  "sensitive-port",
  "across-namespaces",
  "same-namespace",
] as const satisfies readonly Risk[];

/** What `failOn` takes: the gates alone, findings from a level on, and opened flows from a risk on. */
export const FAIL_ON: readonly FailOn[] = ["gate", ...LEVELS, ...RISKS];

export type FailOnResult =
  | { readonly ok: true; readonly failOn: readonly FailOn[] }
  /** `given`: which word is none of them, to stand behind what is wanted. */
  | { readonly ok: false; readonly wanted: string; readonly given: string };

/** Reads the words of an input or of a command line, separated by commas or spaces. */
export function parseFailOn(text: string): FailOnResult {
  const words = text.split(/[\s,]+/u).filter((word) => word !== "");
  const failOn = words.flatMap((word) => FAIL_ON.find((known) => known === word) ?? []);
  if (failOn.length === words.length && words.length > 0) return { ok: true, failOn };
  const wrong = words.find((word) => !FAIL_ON.some((known) => known === word));
  const given = wrong === undefined ? "there is none" : `${JSON.stringify(wrong)} is none of them`;
  return { ok: false, wanted: `one or more of ${FAIL_ON.join(", ")}`, given };
}

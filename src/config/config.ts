import picomatch from "picomatch";
import { lazily } from "../model/lazily.ts";
import type { FailOn, LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { RuleSetting } from "./keys.ts";

/** What the configuration comes to. */
export interface Config {
  readonly scopes: readonly ScopeConfig[];
  readonly exclude: PathFilter;
  /** Whether an `ipBlock` matches pods by their address; unset leaves the default. */
  readonly ipBlockMatchesPods?: boolean;
  readonly failOn: readonly FailOn[];
  readonly warnOnly: boolean;
  /** By id of the rule. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly accept: readonly Acceptance[];
  /** The files that it was read from. */
  readonly files: readonly string[];
  /** What a file says and what does not count, as it is to be reported. */
  readonly notes: readonly ConfigNote[];
  /** Every glob of `exclude` and `scopes`, to tell what it does here. */
  readonly globs: readonly ConfigGlob[];
}

export type PathFilter = (path: string) => boolean;

interface ScopeConfig {
  readonly name: string;
  readonly includes: PathFilter;
  /** Where objects without a namespace land. */
  readonly namespace?: string;
}

/** Findings that somebody answers for until a day. */
export interface Acceptance {
  readonly rule: string;
  readonly scope?: string;
  readonly namespace?: string;
  readonly matchesPath?: PathFilter;
  readonly message?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts. */
  readonly expires: string;
  /** Where it stands. */
  readonly span: Span;
  /** An organisation's is for many repositories: that it matches nothing in this one means nothing. */
  readonly isShared: boolean;
}

/** A glob that leaves files out, or puts them into a scope. */
export interface ConfigGlob {
  readonly key: "exclude" | "scopes";
  readonly text: string;
  readonly matches: PathFilter;
  /** Where it stands. */
  readonly span: Span;
  /** An organisation's is for many repositories: that it matches nothing in this one means nothing. */
  readonly isShared: boolean;
}

export type ConfigNote = Pick<LedgerEntry, "path" | "span" | "reason">;

/** Whether one of the globs matches; compiled when first asked, since a file may only be checked. */
export function pathFilter(globs: readonly string[]): PathFilter {
  if (globs.length === 0) return () => false;
  const matches = lazily(() => picomatch([...globs], { dot: true }));
  return (path) => matches()(path);
}

import { groupBy } from "../model/group-by.ts";
import type { Finding, ScopeReport } from "../model/report.ts";
import type { ScopeFacts } from "./facts.ts";
import { joinFirst, name, say, type Phrase } from "./phrase.ts";

/** Scopes in which the same happened: twelve clusters with one change are one answer. */
export interface ScopeGroup {
  /** Stands for all of them. */
  readonly first: ScopeFacts;
  readonly names: readonly string[];
}

/** Nobody reads so many, and to compare them takes longer than to write the first ones. */
const MANY_FLOWS = 5_000;

/** In the order of the first scope of each. */
export function groupScopes(scopes: readonly ScopeFacts[]): readonly ScopeGroup[] {
  const flows = scopes.reduce((sum, { scope }) => sum + scope.flows.length, 0);
  if (scopes.length === 1 || flows > MANY_FLOWS)
    return scopes.map((first): ScopeGroup => ({ first, names: [first.scope.name] }));
  const groups = groupBy(scopes, ({ scope }) => contentKey(scope));
  return [...groups.values()].flatMap((alike): readonly ScopeGroup[] => {
    const [first] = alike;
    return first === undefined ? [] : [{ first, names: alike.map(({ scope }) => scope.name) }];
  });
}

/** A finding, with the names of all scopes that have it. */
export interface FindingGroup {
  readonly finding: Finding;
  readonly scopes: readonly string[];
}

/** Findings that say the same of the same lines of other scopes' files are one. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  if (new Set(findings.map(({ scope }) => scope)).size < 2)
    return findings.map((finding) => ({ finding, scopes: [finding.scope] }));
  const groups = groupBy(findings, findingKey);
  return [...groups.values()].flatMap((alike): readonly FindingGroup[] => {
    const [finding] = alike;
    return finding === undefined
      ? []
      : [{ finding, scopes: [...new Set(alike.map(({ scope }) => scope))] }];
  });
}

const contentKey = (scope: ScopeReport): string => keyOf({ ...scope, name: "" });

const findingKey = ({ scope: _scope, location, fix, ...words }: Finding): string =>
  JSON.stringify([
    words,
    fix?.replacement,
    location && [nameOf(location.path), location.startLine, location.endLine],
  ]);

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The folders of a path are what tells the scopes apart. */
const keyOf = (content: unknown): string =>
  JSON.stringify(content, (key, value: unknown) =>
    key === "path" && typeof value === "string" ? nameOf(value) : value,
  );

const SHOWN_NAMES = 3;

/** `c1, c2, c3 and 9 more`. */
export function scopeNames(names: readonly string[]): Phrase {
  const shown = names.slice(0, SHOWN_NAMES).map((text) => say`${name(text)}`);
  return joinFirst(shown, names.length - shown.length);
}

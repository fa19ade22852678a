import { lazily } from "../model/lazily.ts";
import { adviceOf, unsaidFindings, type Advice } from "./advice.ts";
import type { Facts } from "./facts.ts";
import type { MarkdownWriter } from "./markdown-blocks.ts";
import type { Plan } from "./markdown-plan.ts";
import { groupFindings, groupScopes, type FindingGroup, type ScopeGroup } from "./scope-groups.ts";

/** What every section of the Markdown needs to write itself. */
export interface MarkdownContext {
  readonly facts: Facts;
  readonly plan: Plan;
  readonly write: MarkdownWriter;
  readonly digest: Digest;
}

/** What all attempts to write a report share: each is worked out when it is first asked for. */
export interface Digest {
  readonly scopes: () => readonly ScopeGroup[];
  /** Findings that fail the check, without those that the rows tell. */
  readonly unsaid: () => readonly FindingGroup[];
  readonly gating: () => readonly FindingGroup[];
  readonly doubtful: () => readonly FindingGroup[];
  readonly others: () => readonly FindingGroup[];
  readonly accepted: () => readonly FindingGroup[];
  readonly advice: () => Advice;
}

export const createDigest = (facts: Facts): Digest => ({
  scopes: lazily(() => groupScopes(facts.scopes)),
  unsaid: lazily(() => groupFindings(unsaidFindings(facts))),
  gating: lazily(() => groupFindings(facts.gating)),
  doubtful: lazily(() => groupFindings(facts.doubtful)),
  others: lazily(() => groupFindings(facts.otherFindings)),
  accepted: lazily(() => groupFindings(facts.accepted)),
  advice: lazily(() => adviceOf(facts)),
});

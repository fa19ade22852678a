import { groupBy } from "../../model/group-by.ts";
import type { Direction, PolicyRule } from "../../model/policy.ts";
import type { Allow } from "../../policy/compiled.ts";
import type { Evaluator } from "../../reach/evaluator.ts";
import { subjectOf } from "../../reach/gains.ts";
import { ANY_LABELS, type LabelBox } from "../../space/label-box.ts";
import { createSubjectIndex, type SubjectIndex } from "./subject-index.ts";
import type { RuleSite } from "./walk.ts";

/** What the policies of a namespace allow together, found by rule or by pods. */
export interface AllowIndex {
  ofRule(site: Pick<RuleSite, "namespace" | "direction" | "rule">): readonly Allow[];
  of(namespace: string, direction: Direction): SubjectIndex<Allow>;
}

export function createAllowIndex(evaluator: Evaluator): AllowIndex {
  const rules = new Map<string, ReadonlyMap<PolicyRule, readonly Allow[]>>();
  const indices = new Map<string, SubjectIndex<Allow>>();
  return {
    ofRule: ({ namespace, direction, rule }) => {
      const key = `${direction} ${namespace}`;
      const groups =
        rules.get(key) ??
        groupBy(evaluator.side(namespace, direction).allows, (allow) => allow.rule);
      rules.set(key, groups);
      return groups.get(rule) ?? [];
    },
    of: (namespace, direction) => {
      const key = `${direction} ${namespace}`;
      const before = indices.get(key);
      if (before !== undefined) return before;
      const { allows } = evaluator.side(namespace, direction);
      const index = createSubjectIndex(allows, (allow) => podsOf(allow, direction));
      indices.set(key, index);
      return index;
    },
  };
}

/** The pods on whose side an allow stands. */
export function podsOf({ region }: Allow, direction: Direction): LabelBox {
  const subject = subjectOf(region, direction);
  return subject.type === "pod" ? subject.labels : ANY_LABELS;
}

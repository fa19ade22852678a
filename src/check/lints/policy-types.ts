import { DIRECTIONS, type Direction, type NetworkPolicy } from "../../model/policy.ts";
import type { Span } from "../../model/span.ts";
import type { Isolation } from "../../reach/evaluator.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { contentOf } from "../../scope/policy-content.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { createSubjectIndex, type SubjectIndex } from "./subject-index.ts";

/**
 * Rules of a direction that `policyTypes` leaves out, which the API server accepts and everybody ignores;
 * and egress rules without `policyTypes`, which deny all ingress beside them, where nothing else denies it.
 */
export function findPolicyTypes(facts: LintFacts): readonly Fault[] {
  const isolation = new Map<string, SubjectIndex<Isolation>>();
  return facts.world.policies.flatMap(({ policy, namespace }): readonly Fault[] => {
    const common = () => ({
      rule: "NP033" as const,
      namespace,
      about: contentOf({ ...policy, name: "" }),
    });
    const ignored = DIRECTIONS.find(
      (direction) => !policy.policyTypes.includes(direction) && policy[direction].length > 0,
    );
    const [rule] = ignored === undefined ? [] : policy[ignored];
    if (ignored !== undefined && rule !== undefined)
      return [
        {
          ...common(),
          message: `the ${ignored} rules of NetworkPolicy ${policy.name} have no effect: policyTypes lists only ${listed(policy)}`,
          location: rule.span,
        },
      ];
    if (!deniesIngressUnsaid(policy)) return [];
    const subject = boxOfSelector(policy.podSelector);
    if (subject === undefined) return [];
    const index =
      isolation.get(namespace) ??
      createSubjectIndex(
        facts.evaluator.side(namespace, "ingress").isolation,
        ({ labels }) => labels,
      );
    isolation.set(namespace, index);
    if (index.covers(subject, ({ policy: other }) => other.ref.span !== policy.span)) return [];
    return [
      {
        ...common(),
        level: "warning",
        message: `NetworkPolicy ${policy.name} has egress rules and no policyTypes: this also denies all ingress to its pods in ${namespaceLabel(namespace)}, which nothing else does`,
        help: "Write `policyTypes: [Egress]`, or `policyTypes: [Ingress, Egress]` if ingress is to be denied.",
        location: policy.egress[0]?.span ?? policy.span,
      },
    ];
  });
}

const NAMES: Readonly<Record<Direction, string>> = { ingress: "Ingress", egress: "Egress" };

const listed = ({ policyTypes }: NetworkPolicy): string =>
  policyTypes.map((direction) => NAMES[direction]).join(" and ");

const deniesIngressUnsaid = (policy: NetworkPolicy): boolean =>
  policy.policyTypes.length === 2 &&
  policy.ingress.length === 0 &&
  policy.egress.length > 0 &&
  isDefaulted(policy);

/** Where policyTypes are not written, their place is the whole spec, with the selector in it. */
const isDefaulted = ({ policyTypesSpan, podSelector }: NetworkPolicy): boolean =>
  contains(policyTypesSpan, podSelector.span);

const contains = (outer: Span, inner: Span): boolean =>
  !isBefore(inner.startLine, inner.startColumn, outer.startLine, outer.startColumn) &&
  !isBefore(outer.endLine, outer.endColumn, inner.endLine, inner.endColumn);

const isBefore = (line: number, column: number, otherLine: number, otherColumn: number): boolean =>
  line < otherLine || (line === otherLine && column < otherColumn);

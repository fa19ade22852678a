import type { LedgerEntry } from "../model/report.ts";
import type { World } from "../world/world.ts";

/** The namespaces whose policies are past what is compared, with the numbers and a way out. */
export const ledgerOfTooComplex = (
  namespaces: readonly string[],
  { world, what }: { readonly world: World; readonly what: "compare" | "evaluate" },
): readonly LedgerEntry[] =>
  [...new Set(namespaces)].map((namespace) => {
    const policies = world.policies.filter((placed) => placed.namespace === namespace);
    const rules = policies.reduce(
      (sum, { policy: { ingress, egress } }) => sum + ingress.length + egress.length,
      0,
    );
    return {
      path: policies[0]?.policy.span.path ?? "",
      side: "head",
      reason: `the policies of namespace ${namespace} are too many to ${what} exactly (${policies.length} with ${rules} rules): split the change or the namespace, or select pods by fewer labels`,
      decides: true,
    };
  });

/** What single rules might have been found guilty of; no verdict rests on it. */
export const ledgerOfLints = (scope: World, givenUp: boolean): readonly LedgerEntry[] =>
  givenUp
    ? [
        {
          path: scope.policies[0]?.policy.span.path ?? "",
          side: "head",
          reason:
            "a check for faults of single rules was given up: there are too many rules to compare each with each",
          decides: false,
        },
      ]
    : [];

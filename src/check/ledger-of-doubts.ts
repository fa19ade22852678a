import { groupBy } from "../model/group-by.ts";
import { listFirst } from "../model/list-first.ts";
import type { FailOn, LedgerEntry } from "../model/report.ts";
import type { LabelDoubt } from "../reach/label-doubts.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import type { World } from "../world/world.ts";
import { reaches } from "./fail-on-flows.ts";

const SHOWN = 3;

/**
 * One entry for each Namespace that only one revision declares and that rules ask for by its labels. No gate can get
 * weaker by them: those ask whether pods are isolated, and for namespaces and addresses that nobody names. So the entry
 * decides only where opened flows between namespaces fail the check.
 */
export function ledgerOfDoubts(
  doubts: readonly LabelDoubt[],
  {
    failOn,
    base,
    head,
  }: { readonly failOn: readonly FailOn[]; readonly base: World; readonly head: World },
): readonly LedgerEntry[] {
  const byNamespace = groupBy(doubts, ({ declared }) => declared.name);
  return [...byNamespace].flatMap(([name, [first, ...others]]): readonly LedgerEntry[] => {
    if (first === undefined) return [];
    const { declared, side } = first;
    const asking = [first, ...others].map(
      ({ namespace, direction }) => `${direction} of ${namespaceLabel(namespace)}`,
    );
    const other = side === "head" ? "base" : "head";
    const isRefused = { base, head }[other].refusedNamespaces?.has(name) === true;
    const why = isRefused ? "the manifest there is refused" : "no manifest declares it there";
    return [
      {
        path: declared.span.path,
        span: declared.span,
        side,
        reason: `the labels of ${name} at ${other} are not known, because ${why}; rules for ${listFirst(SHOWN, asking)} ask for them`,
        // The worst that a flow between pods can be.
        decides: reaches("sensitive-port", failOn),
      },
    ];
  });
}

import type { NamespaceDirectory } from "../policy/namespace-directory.ts";
import { selectorKey } from "../policy/namespace-directory.ts";
import { sameSet } from "../space/string-set.ts";
import { groupByNamespace, type PlacedPolicy, type World } from "../world/world.ts";
import type { NamespaceSet } from "../space/endpoint.ts";
import type { LabelSelector } from "../model/policy.ts";
import { findLabelDoubts, type LabelDoubt } from "./label-doubts.ts";

export interface ChangedNamespaces {
  /** Namespaces whose policies, or the meaning of whose policies, differ. */
  readonly names: ReadonlySet<string>;
  /** Some selector means other namespaces than before, because namespace labels changed. */
  readonly labelsMatter: boolean;
  /** What is not known because a Namespace is declared at one revision only. */
  readonly doubts: readonly LabelDoubt[];
}

/** Everything outside these namespaces is the same on both sides by construction. */
export function findChangedNamespaces(
  base: World,
  head: World,
  directories: { readonly base: NamespaceDirectory; readonly head: NamespaceDirectory },
): ChangedNamespaces {
  const names = new Set<string>();
  const before = groupByNamespace(base.policies);
  const after = groupByNamespace(head.policies);
  for (const name of new Set([...before.keys(), ...after.keys()]))
    if (!sameObjects(before.get(name) ?? [], after.get(name) ?? [])) names.add(name);

  const doubts = findLabelDoubts(base, head);
  for (const { namespace } of doubts) names.add(namespace);

  const meanings = new Map<string, boolean>();
  const meansTheSame = (selector: LabelSelector): boolean => {
    const key = selectorKey(selector);
    const known = meanings.get(key);
    if (known !== undefined) return known;
    const same = sameNames(directories.base.select(selector), directories.head.select(selector));
    meanings.set(key, same);
    return same;
  };
  let labelsMatter = false;
  if (!labelsChanged(base, head)) return { names, labelsMatter, doubts };
  for (const { policy, namespace } of head.policies)
    for (const { peers } of [...policy.ingress, ...policy.egress])
      for (const peer of peers) {
        if (peer.type !== "selectors" || peer.namespaceSelector === undefined) continue;
        if (meansTheSame(peer.namespaceSelector)) continue;
        labelsMatter = true;
        names.add(namespace);
      }
  return { names, labelsMatter, doubts };
}

const labelsChanged = (base: World, head: World): boolean =>
  [...head.namespaces].some(([name, now]) => {
    const before = base.namespaces.get(name);
    return before !== undefined && before !== now;
  });

/** Objects of an unchanged file are the same references at both revisions. */
function sameObjects(a: readonly PlacedPolicy[], b: readonly PlacedPolicy[]): boolean {
  if (a.length !== b.length) return false;
  const policies = new Set(b.map(({ policy }) => policy));
  return a.every(({ policy }) => policies.has(policy));
}

function sameNames(a: readonly NamespaceSet[], b: readonly NamespaceSet[]): boolean {
  const namesOf = (sets: readonly NamespaceSet[]): ReadonlySet<string> =>
    new Set(sets.flatMap((set) => (set.type === "known" ? [...set.names] : [])));
  return a === b || sameSet(namesOf(a), namesOf(b));
}

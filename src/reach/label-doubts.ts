import { NAME_LABEL } from "../model/name-label.ts";
import { DIRECTIONS, type Direction, type LabelSelector } from "../model/policy.ts";
import type { Side } from "../model/span.ts";
import type { NamespaceObject } from "../model/workload.ts";
import { selectorKey } from "../policy/namespace-directory.ts";
import { boxMatches, boxOfSelector, type LabelBox } from "../space/label-box.ts";
import type { World } from "../world/world.ts";

/** Rules whose meaning is known at one revision only. */
export interface LabelDoubt {
  /** Where the rules stand. */
  readonly namespace: string;
  readonly direction: Direction;
  /** The Namespace whose labels they ask for, and the revision that declares it. */
  readonly declared: NamespaceObject;
  readonly side: Side;
}

interface Declared {
  readonly object: NamespaceObject;
  readonly side: Side;
}

/**
 * Rules that ask for a label of a Namespace that only one revision declares. A manifest that comes or goes is no evidence
 * that the labels on the cluster changed, nor that they did not: they are taken for the same, and that is no proof. Only
 * labels that the manifest sets count; the others are as unknown as before.
 */
export function findLabelDoubts(base: World, head: World): readonly LabelDoubt[] {
  const declared = [...onlyIn(base, head, "base"), ...onlyIn(head, base, "head")];
  if (declared.length === 0) return [];
  const answers = new Map<string, readonly Declared[]>();
  const askedBy = (selector: LabelSelector): readonly Declared[] => {
    const key = selectorKey(selector);
    const known = answers.get(key) ?? declared.filter(({ object }) => asksFor(selector, object));
    answers.set(key, known);
    return known;
  };
  const doubts = new Map<string, LabelDoubt>();
  for (const { policies } of [base, head])
    for (const { policy, namespace } of policies)
      for (const direction of DIRECTIONS) {
        if (!policy.policyTypes.includes(direction)) continue;
        for (const { peers } of policy[direction])
          for (const peer of peers) {
            if (peer.type !== "selectors" || peer.namespaceSelector === undefined) continue;
            for (const { object, side } of askedBy(peer.namespaceSelector))
              doubts.set(`${namespace} ${direction} ${object.name}`, {
                namespace,
                direction,
                declared: object,
                side,
              });
          }
      }
  return [...doubts.values()];
}

/** Namespaces that one revision declares with labels, and the other may have without a manifest. */
function onlyIn(world: World, other: World, side: Side): readonly Declared[] {
  const found = [...world.namespaces.values()].filter(
    ({ name, labels }) =>
      !other.namespaces.has(name) && Object.keys(labels).some((key) => key !== NAME_LABEL),
  );
  if (found.length === 0 || side === "head") return found.map((object) => ({ object, side }));
  // Where all of it is gone at head, nothing of it is left to be found.
  const left = new Set([...other.policies, ...other.workloads].map(({ namespace }) => namespace));
  return found.filter(({ name }) => left.has(name)).map((object) => ({ object, side }));
}

/** Whether the labels that the manifest sets can decide what the selector finds. */
function asksFor(selector: LabelSelector, { name, labels }: NamespaceObject): boolean {
  const box = boxOfSelector(selector);
  if (box === undefined || !boxMatches(nameIn(box), { [NAME_LABEL]: name })) return false;
  return [...box.keys()].some((key) => key !== NAME_LABEL && Object.hasOwn(labels, key));
}

const nameIn = (box: LabelBox): LabelBox => {
  const names = box.get(NAME_LABEL);
  return names === undefined ? new Map() : new Map([[NAME_LABEL, names]]);
};

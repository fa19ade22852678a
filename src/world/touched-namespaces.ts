import { contentOf } from "../scope/policy-content.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import type { World } from "./world.ts";

interface Placed {
  readonly namespace: string;
}

/** The namespaces in which the policies, the pods or the Namespace object itself are not the same any more. */
export function touchedNamespaces(base: World, head: World): ReadonlySet<string> {
  const touched = new Set([
    ...differing(base.policies, head.policies, ({ policy }) => policy, contentOf),
    ...differing(
      base.workloads,
      head.workloads,
      ({ workload }) => workload,
      (workload) => `${workload.kind} ${workload.name} ${traitsOf(workload)}`,
    ),
  ]);
  for (const name of base.namespaces.keys()) if (!head.namespaces.has(name)) touched.add(name);
  return touched;
}

/** Objects of an unchanged file are the same references, so only others are written out. */
function differing<T extends Placed, O>(
  base: readonly T[],
  head: readonly T[],
  objectOf: (item: T) => O,
  textOf: (object: O) => string,
): readonly string[] {
  const before = new Set(base.map(objectOf));
  const after = new Set(head.map(objectOf));
  const texts = (items: readonly T[], others: ReadonlySet<O>): Map<string, string> =>
    new Map(
      items
        .filter((item) => !others.has(objectOf(item)))
        .map((item) => [`${item.namespace}\n${textOf(objectOf(item))}`, item.namespace]),
    );
  const gone = texts(base, after);
  const came = texts(head, before);
  return [
    ...[...gone].filter(([text]) => !came.has(text)),
    ...[...came].filter(([text]) => !gone.has(text)),
  ].map(([, namespace]) => namespace);
}

/** The namespaces with a policy that stands in another file or at another place than before, too. */
export function movedNamespaces(base: World, head: World): ReadonlySet<string> {
  const moved = new Set(touchedNamespaces(base, head));
  const before = new Set(base.policies.map(({ policy }) => policy));
  const after = new Set(head.policies.map(({ policy }) => policy));
  for (const { policy, namespace } of base.policies) if (!after.has(policy)) moved.add(namespace);
  for (const { policy, namespace } of head.policies) if (!before.has(policy)) moved.add(namespace);
  return moved;
}

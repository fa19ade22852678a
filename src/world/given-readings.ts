import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { givenNamespaces } from "../unrendered/kustomize/given-namespaces.ts";
import { limitWorld, type AlternativeReading } from "./alternative-reading.ts";
import type { ChangedScope } from "./changed-scope.ts";
import { withoutOverwritten } from "./replaced-policies.ts";
import type { PlacedPolicy, World } from "./world.ts";

interface GivenContext {
  readonly kustomizations: {
    readonly base: readonly FileVersion[];
    readonly head: readonly FileVersion[];
  };
  readonly texts: TextStore;
}

/** Namespaces that are read for one scope. */
const MAX_NAMESPACES = 5;

/**
 * Changed policies that a kustomization puts into another namespace than they name, or into one where they name none.
 * That namespace is read with all that lands in it so.
 */
export function readingsOfGivenNamespaces(
  changed: readonly ChangedScope[],
  { kustomizations, texts }: GivenContext,
): readonly AlternativeReading[] {
  const given = {
    base: givenNamespaces(kustomizations.base, texts),
    head: givenNamespaces(kustomizations.head, texts),
  };
  return changed.flatMap(({ name, base, head }) => {
    const moved = new Map<string, AlternativeReading["place"] & { readonly policy: string }>();
    const note = (world: World, other: World, side: "base" | "head"): void => {
      const others = new Set(other.policies.map(({ policy }) => policy));
      for (const { policy, namespace } of world.policies) {
        if (others.has(policy)) continue;
        const { path } = policy.span;
        for (const to of given[side](path))
          if (to !== namespace && !moved.has(to))
            moved.set(to, { path, span: policy.span, side, policy: policy.name });
      }
    };
    note(head, base, "head");
    note(base, head, "base");
    return [...moved].slice(0, MAX_NAMESPACES).map(([to, { policy, ...place }]) => {
      const namespaces = new Set([to]);
      const before = landing(base, given.base, to);
      const after = withoutOverwritten(before, landing(head, given.head, to));
      return {
        scope: name,
        base: limitWorld(before, namespaces),
        head: limitWorld(after, namespaces),
        namespaces,
        doubt: `NetworkPolicy ${policy} lands in namespace ${to}, into which a kustomization puts it`,
        place,
      };
    });
  });
}

/** The world with what kustomizations put into a namespace there. */
const landing = (
  world: World,
  given: (path: string) => readonly string[],
  namespace: string,
): World => ({
  ...world,
  policies: world.policies.map((placed): PlacedPolicy =>
    given(placed.policy.span.path).includes(namespace) ? { ...placed, namespace } : placed,
  ),
});

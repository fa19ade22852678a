import { groupBy } from "../model/group-by.ts";
import type { PolicyChange } from "../model/report.ts";
import type { ScopeFacts } from "./facts.ts";
import { count, name, NOTHING, place, say, type Phrase } from "./phrase.ts";

/** More than a reader opens. */
const MAX_PATCHES = 50;

/** The policies of one namespace whose text changed. */
interface PatchGroup {
  readonly title: Phrase;
  readonly patches: readonly { readonly title: Phrase; readonly patch: string }[];
}

interface Patches {
  readonly groups: readonly PatchGroup[];
  /** What is not among them, in words; empty where nothing is left. */
  readonly left: Phrase;
}

/** The text that changed, by namespace, in the order of the namespace table. */
export function patchesOf({ scope, changed }: ScopeFacts): Patches {
  const { policies, namespaces } = scope;
  const ranks = new Map([...changed, ...namespaces].map(({ name: text }, index) => [text, -index]));
  const rank = ({ namespace }: PolicyChange): number => ranks.get(namespace) ?? -Infinity;
  const shown = policies.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1)).slice(0, MAX_PATCHES);
  const labels = new Map(namespaces.map(({ name: text, label }) => [text, label]));
  const groups = [...groupBy(shown, ({ namespace }) => namespace)].map(([namespace, ofNamespace]) =>
    groupOf(labels.get(namespace) ?? namespace, ofNamespace),
  );
  const left = policies.length - shown.length;
  const words = say`${count(left, "more changed policy", "more changed policies")} not shown.`;
  return { groups, left: left > 0 ? words : NOTHING };
}

function groupOf(label: string, policies: readonly PolicyChange[]): PatchGroup {
  const amount = count(policies.length, "policy", "policies");
  return {
    title: say`Changed text in ${name(label)} (${amount})`,
    patches: policies.map((policy) => ({
      title: say`${name(policy.name)}${changeWords(policy)}`,
      patch: policy.patch,
    })),
  };
}

function changeWords({ base, head, patch }: PolicyChange): Phrase {
  if (base === undefined)
    return head === undefined ? NOTHING : say` · added · ${place(head, "head")}`;
  if (head === undefined) return say` · removed, was ${place(base, "base")}`;
  return patch === ""
    ? say` · moved from ${place(base, "base")} to ${place(head, "head")}`
    : say` · ${place(head, "head")}`;
}

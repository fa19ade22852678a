import type { PolicyChange } from "../model/report.ts";
import { markdownFence } from "./escape.ts";
import { groupBy, type ScopeFacts } from "./facts.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { count, name, NOTHING, place, say, type Phrase } from "./phrase.ts";

/** More than a reader opens. */
const MAX_PATCHES = 50;

/** The text that changed, one fold for each namespace, in the order of the namespace table. */
export function patchBlocks(
  { scope, changed }: ScopeFacts,
  context: MarkdownContext,
): readonly string[] {
  const { policies, namespaces } = scope;
  const ranks = new Map([...changed, ...namespaces].map(({ name: text }, index) => [text, -index]));
  const rank = ({ namespace }: PolicyChange): number => ranks.get(namespace) ?? -Infinity;
  const shown = policies.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1)).slice(0, MAX_PATCHES);
  const labels = new Map(namespaces.map(({ name: text, label }) => [text, label]));
  const blocks = [...groupBy(shown, ({ namespace }) => namespace)].map(([namespace, ofNamespace]) =>
    patchesOf(labels.get(namespace) ?? namespace, ofNamespace, context),
  );
  const left = policies.length - shown.length;
  if (left > 0)
    blocks.push(
      context.write.phrase(
        say`${count(left, "more changed policy", "more changed policies")} not shown.`,
      ),
    );
  return blocks;
}

function patchesOf(
  label: string,
  policies: readonly PolicyChange[],
  { write }: MarkdownContext,
): string {
  const amount = count(policies.length, "policy", "policies");
  const blocks = policies.flatMap((policy) => {
    const title = write.phrase(say`${name(policy.name)}${changeWords(policy)}`);
    return policy.patch === "" ? [title] : [title, markdownFence(policy.patch, "diff")];
  });
  return write.details(say`Changed text in ${name(label)} (${amount})`, blocks);
}

function changeWords({ base, head, patch }: PolicyChange): Phrase {
  if (base === undefined)
    return head === undefined ? NOTHING : say` · added · ${place(head, "head")}`;
  if (head === undefined) return say` · removed, was ${place(base, "base")}`;
  return patch === ""
    ? say` · moved from ${place(base, "base")} to ${place(head, "head")}`
    : say` · ${place(head, "head")}`;
}

import { markdownFence } from "./escape.ts";
import type { ScopeFacts } from "./facts.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { patchesOf } from "./patches.ts";

/** The text that changed, one fold for each namespace. */
export function patchBlocks(scope: ScopeFacts, { write }: MarkdownContext): readonly string[] {
  const { groups, left } = patchesOf(scope);
  return [
    ...groups.map(({ title, patches }) =>
      write.details(
        title,
        patches.flatMap(({ title: words, patch }) =>
          patch === ""
            ? [write.phrase(words)]
            : [write.phrase(words), markdownFence(patch, "diff")],
        ),
      ),
    ),
    ...(left.length === 0 ? [] : [write.phrase(left)]),
  ];
}

import { markdownFence } from "./escape.ts";
import { leftOut } from "./markdown-blocks.ts";
import { fixesTitle, fixTitle } from "./fixes.ts";
import type { MarkdownContext } from "./markdown-context.ts";

/** More than a reader takes over by hand. */
const MAX_FIXES = 10;

/** The new text of each fix, folded. */
export function fixBlocks({ facts, plan, write }: MarkdownContext): readonly string[] {
  const { fixes } = facts;
  if (fixes.length === 0 || plan.without.has("fixes")) return [];
  const shown = fixes.slice(0, MAX_FIXES);
  const left = fixes.length - shown.length;
  return [
    write.details(fixesTitle(fixes), [
      ...shown.flatMap((fix) => [
        write.phrase(fixTitle(fix)),
        markdownFence(fix.replacement, "yaml"),
      ]),
      ...leftOut(write, left),
    ]),
  ];
}

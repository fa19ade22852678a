import type { Facts } from "./facts.ts";
import type { MarkdownWriter } from "./markdown-blocks.ts";
import type { Plan } from "./markdown-plan.ts";

/** What every section of the Markdown needs to write itself. */
export interface MarkdownContext {
  readonly facts: Facts;
  readonly plan: Plan;
  readonly write: MarkdownWriter;
}

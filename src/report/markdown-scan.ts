import type { ScopeFacts } from "./facts.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { tableWithFold } from "./markdown-fold.ts";
import { count, name, say } from "./phrase.ts";
import { POSTURE_HEADER, postureRow } from "./rows.ts";

/** What protects each namespace of each scope. */
export function scanBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, write } = context;
  const many = facts.scopes.length > 1;
  const shown = many ? facts.scopes.slice(0, plan.scopes) : facts.scopes;
  const blocks = shown.flatMap((scope) => [
    ...(many ? [`#### ${write.phrase(say`${name(scope.scope.name)}`)}`] : []),
    ...postureBlocks(scope, context),
  ]);
  const left = facts.scopes.length - shown.length;
  if (left > 0) blocks.push(write.phrase(say`${count(left, "more scope")} not shown.`));
  return blocks;
}

const postureBlocks = (facts: ScopeFacts, context: MarkdownContext): readonly string[] =>
  tableWithFold(context, {
    header: POSTURE_HEADER,
    items: facts.scope.namespaces,
    row: (namespace) => postureRow(facts, namespace),
    rest: (amount) => count(amount, "more namespace"),
  });

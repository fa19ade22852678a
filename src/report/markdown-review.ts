import type { MarkdownContext } from "./markdown-context.ts";
import type { ScopeFacts } from "./facts.ts";
import { scopeFolds, scopeTables, scopeTitle } from "./markdown-scope.ts";
import { count, say } from "./phrase.ts";
import type { ScopeGroup } from "./scope-groups.ts";

/**
 * What changed, scope by scope, with what fails the check and how to mend it above all that is folded. All scopes together have as many rows in the open as one has; what is beyond
 * is folded, with its title in sight.
 */
export function reviewBlocks(
  context: MarkdownContext,
  advice: readonly string[],
): readonly string[] {
  const { facts, plan, write } = context;
  const all = facts.report.scopes.length;
  if (all < 2)
    return [
      ...facts.scopes.flatMap((scope) => scopeTables(scope, context)),
      ...advice,
      ...facts.scopes.flatMap((scope) => scopeFolds(scope, context)),
    ];
  const groups = context.digest.scopes();
  const blocks: string[] = [];
  let rows = plan.rows;
  for (const group of groups.slice(0, plan.scopes)) {
    blocks.push(...groupBlocks(group, context, rows));
    rows = Math.max(0, rows - Math.max(1, group.first.flows.length));
  }
  const left = groups.slice(plan.scopes).flatMap(({ names }) => names);
  if (left.length > 0)
    blocks.push(write.phrase(say`${count(left.length, "more changed scope")} not shown.`));
  const same = all - facts.scopes.length;
  if (same > 0 && !facts.isProvedUnchanged)
    blocks.push(write.phrase(say`${count(same, "scope")} without a change.`));
  return [...blocks, ...advice];
}

const scopeBlocks = (scope: ScopeFacts, context: MarkdownContext): readonly string[] => [
  ...scopeTables(scope, context),
  ...scopeFolds(scope, context),
];

function groupBlocks(group: ScopeGroup, context: MarkdownContext, rows: number): readonly string[] {
  const { plan, write } = context;
  const title = scopeTitle(group);
  if (rows === 0 && plan.rows > 0)
    return plan.without.has("folded rows")
      ? [`#### ${write.phrase(title)}`]
      : [write.details(title, scopeBlocks(group.first, context))];
  const blocks = scopeBlocks(group.first, { ...context, plan: { ...plan, rows } });
  return [`#### ${write.phrase(title)}`, ...blocks];
}

import type { ScopeFacts } from "./facts.ts";
import { leftOut } from "./markdown-blocks.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { tableWithFold } from "./markdown-fold.ts";
import { count, name, NOTHING, say } from "./phrase.ts";
import {
  byPosture,
  groupByRule,
  groupPostures,
  postureSummary,
  type RuleGroup,
} from "./posture-summary.ts";
import {
  GROUP_HEADER,
  groupRow,
  POSTURE_HEADER,
  postureRow,
  ruleHelp,
  ruleItem,
  ruleTitle,
} from "./posture-rows.ts";

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

/** One table where it can be read at a glance; else a sentence, one row for all that stand alike, and a fold. */
function postureBlocks(facts: ScopeFacts, context: MarkdownContext): readonly string[] {
  const { plan, write } = context;
  const namespaces = byPosture(facts.scope.namespaces);
  const table = {
    header: POSTURE_HEADER,
    items: namespaces,
    row: (namespace: (typeof namespaces)[number]) => postureRow(facts, namespace),
    rest: (amount: number) => count(amount, "more namespace"),
  };
  if (namespaces.length <= plan.rows) return tableWithFold(context, table);
  const groups = tableWithFold(context, {
    header: GROUP_HEADER,
    items: groupPostures(namespaces),
    row: groupRow,
    rest: (amount) => count(amount, "more group"),
  });
  const isFolded = !plan.without.has("folded rows") && plan.foldedRows > 0;
  const all = isFolded
    ? [
        write.details(
          say`All ${count(namespaces.length, "namespace")}, worst first`,
          tableWithFold(
            { ...context, plan: { ...plan, rows: plan.foldedRows, foldedRows: 0 } },
            table,
          ),
        ),
      ]
    : [];
  return [write.phrase(postureSummary(namespaces)), ...groups, ...all];
}

/** The standing faults: listed where they are few, else by rule. */
export function standingBlocks(context: MarkdownContext): readonly string[] {
  const { facts } = context;
  return groupByRule(facts.otherFindings).map((group) => ruleBlock(group, context));
}

function ruleBlock(group: RuleGroup, { facts, plan, write }: MarkdownContext): string {
  const shown = group.findings.slice(0, plan.foldedRows);
  const left = group.findings.length - shown.length;
  const help = ruleHelp(group);
  return write.details(ruleTitle(group), [
    ...(help === NOTHING ? [] : [write.phrase(help)]),
    ...(shown.length === 0 ? [] : [write.list(shown.map((one) => ruleItem(facts, one)))]),
    ...leftOut(write, left),
  ]);
}

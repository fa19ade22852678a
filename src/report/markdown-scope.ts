import { drawFlows, MERMAID_MAX_CHARACTERS } from "./diagram.ts";
import { markdownFence } from "./escape.ts";
import { leftOut } from "./markdown-blocks.ts";
import type { ScopeFacts } from "./facts.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { tableWithFold } from "./markdown-fold.ts";
import { patchBlocks } from "./markdown-patches.ts";
import { count, DASH, joinPhrases, NOTHING, say, type Phrase } from "./phrase.ts";
import {
  FLOW_HEADER,
  flowRow,
  flowsTitle,
  MASKED_HEADER,
  maskedRow,
  NAMESPACE_HEADER,
  namespaceRow,
  NARROWED_HEADER,
  type Row,
} from "./rows.ts";
import { scopeNames, type ScopeGroup } from "./scope-groups.ts";

/** The title of a scope, or of several with the same change, where a report has several. */
export function scopeTitle({ first, names }: ScopeGroup): Phrase {
  const { opened, closed, masked } = first.counts;
  const words = joinPhrases(
    [
      opened === 0 ? NOTHING : say`${opened} opened`,
      closed === 0 ? NOTHING : say`${closed} closed`,
      masked === 0 ? NOTHING : say`${masked} masked`,
    ],
    say`, `,
  );
  const same = names.length === 1 ? NOTHING : say`the same in ${names.length} scopes`;
  return joinPhrases([scopeNames(names), joinPhrases([same, words], say`, `)], say`: `);
}

/** What a scope's change did: namespaces and flows. */
export const scopeTables = (scope: ScopeFacts, context: MarkdownContext): readonly string[] => [
  ...namespaceBlocks(scope, context),
  ...flowBlocks(scope, context),
];

/** The same as a picture, what no traffic of today depends on, and the text that changed. */
export function scopeFolds(scope: ScopeFacts, context: MarkdownContext): readonly string[] {
  const { without } = context.plan;
  return [
    ...(without.has("diagram") ? [] : diagramBlocks(scope, context)),
    ...(without.has("masked changes") ? [] : asideBlocks(scope, context)),
    ...(without.has("policy diffs") ? [] : patchBlocks(scope, context)),
  ];
}

const ALL_OTHERS: Row = [say`all others`, say`= unchanged`, say`= unchanged`, DASH, DASH];

function namespaceBlocks(scope: ScopeFacts, context: MarkdownContext): readonly string[] {
  const { facts, plan } = context;
  // Unread text could hold policies of any namespace: then nothing is proved of the others. Nor is
  // "all others" to stand above a fold with more that changed.
  const isComplete = scope.changed.length <= plan.rows && facts.deciding.length === 0;
  return tableWithFold(context, {
    header: NAMESPACE_HEADER,
    items: scope.changed,
    row: (namespace) => namespaceRow(scope, namespace),
    lastRows: isComplete ? [ALL_OTHERS] : [],
    rest: (amount) => count(amount, "more changed namespace"),
  });
}

const flowBlocks = (scope: ScopeFacts, context: MarkdownContext): readonly string[] => [
  ...(scope.isInDoubt ? [context.write.phrase(say`${flowsTitle(scope)}:`)] : []),
  ...tableWithFold(context, {
    header: FLOW_HEADER,
    items: scope.flows,
    row: flowRow,
    rest: (amount) => count(amount, "more flow"),
  }),
];

function diagramBlocks(scope: ScopeFacts, { write }: MarkdownContext): readonly string[] {
  const diagram = drawFlows(scope);
  if (diagram === undefined) return [];
  const { text, shown, left } = diagram;
  return [
    write.details(say`Diagram of ${count(shown, "changed flow")}`, [
      markdownFence(text, "mermaid", MERMAID_MAX_CHARACTERS),
      ...(left === 0 ? [] : [write.phrase(say`${left} more not drawn.`)]),
    ]),
  ];
}

/** What no traffic of today depends on, folded. */
function asideBlocks(scope: ScopeFacts, context: MarkdownContext): readonly string[] {
  const { masked, narrowed, possible } = scope;
  return [
    ...foldedTable(context, {
      title: say`${count(masked.length, "masked change")}: wider on one side, still blocked by the other`,
      header: MASKED_HEADER,
      rows: masked.map(maskedRow),
    }),
    ...foldedTable(context, {
      title: say`${count(narrowed.length, "change")}: narrower on one side, was blocked by the other anyway`,
      header: NARROWED_HEADER,
      rows: narrowed.map(maskedRow),
    }),
    ...foldedTable(context, {
      title: say`${count(possible.length, "flow")} of pods that are not there today`,
      header: FLOW_HEADER,
      rows: possible.map(flowRow),
    }),
  ];
}

interface FoldedRows {
  readonly title: Phrase;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function foldedTable(
  { write, plan }: MarkdownContext,
  { title, header, rows }: FoldedRows,
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, plan.without.has("folded rows") ? plan.rows : plan.foldedRows);
  const left = rows.length - shown.length;
  return [write.details(title, [write.table(header, shown), ...leftOut(write, left)])];
}

import { drawFlows, MERMAID_MAX_CHARACTERS } from "./diagram.ts";
import { markdownFence } from "./escape.ts";
import type { ScopeFacts } from "./facts.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { tableWithFold } from "./markdown-fold.ts";
import { patchBlocks } from "./markdown-patches.ts";
import { count, DASH, joinPhrases, name, NOTHING, say, type Phrase } from "./phrase.ts";
import {
  FLOW_HEADER,
  flowRow,
  MASKED_HEADER,
  maskedRow,
  NAMESPACE_HEADER,
  namespaceRow,
  type Row,
} from "./rows.ts";

/** A scope's title, where a report has several. */
export function scopeTitle({ scope, counts }: ScopeFacts): Phrase {
  const { opened, closed, masked } = counts;
  const words = joinPhrases(
    [
      opened === 0 ? NOTHING : say`${opened} opened`,
      closed === 0 ? NOTHING : say`${closed} closed`,
      masked === 0 ? NOTHING : say`${masked} masked`,
    ],
    say`, `,
  );
  return joinPhrases([say`${name(scope.name)}`, words], say`: `);
}

/** What a scope's change did: namespaces, flows, masked flows, and the text that changed. */
export function scopeBlocks(scope: ScopeFacts, context: MarkdownContext): readonly string[] {
  const { without } = context.plan;
  return [
    ...namespaceBlocks(scope, context),
    ...flowBlocks(scope, context),
    ...(without.has("diagram") ? [] : diagramBlocks(scope, context)),
    ...(without.has("masked changes") ? [] : maskedBlocks(scope, context)),
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

const flowBlocks = (scope: ScopeFacts, context: MarkdownContext): readonly string[] =>
  tableWithFold(context, {
    header: FLOW_HEADER,
    items: scope.flows,
    row: (flow) => flowRow(scope, flow),
    rest: (amount) => count(amount, "more flow"),
  });

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

function maskedBlocks(scope: ScopeFacts, { write, plan }: MarkdownContext): readonly string[] {
  const { masked } = scope;
  if (masked.length === 0) return [];
  const shown = masked.slice(0, plan.without.has("folded rows") ? plan.rows : plan.foldedRows);
  const left = masked.length - shown.length;
  const title = count(masked.length, "masked change");
  return [
    write.details(say`${title}: wider on one side, still blocked by the other`, [
      write.table(
        MASKED_HEADER,
        shown.map((flow) => maskedRow(scope, flow)),
      ),
      ...(left === 0 ? [] : [write.phrase(say`${left} more not shown.`)]),
    ]),
  ];
}

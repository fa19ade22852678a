import type { MarkdownContext } from "./markdown-context.ts";
import { say, type Phrase } from "./phrase.ts";
import type { Row } from "./rows.ts";

interface FoldedTable<Item> {
  readonly header: readonly string[];
  readonly items: readonly Item[];
  readonly row: (item: Item) => Row;
  /** What stands below the first rows. */
  readonly lastRows?: readonly Row[];
  readonly rest: (amount: number) => Phrase;
}

/** The first rows as a table, the next ones folded, and a count of what even the fold leaves out. */
export function tableWithFold<Item>(
  { write, plan }: MarkdownContext,
  { header, items, row, lastRows = [], rest }: FoldedTable<Item>,
): readonly string[] {
  const shown = items.slice(0, plan.rows);
  const folded = plan.without.has("folded rows")
    ? []
    : items.slice(plan.rows, plan.rows + plan.foldedRows);
  const left = items.length - shown.length - folded.length;
  const leftWords = left === 0 ? [] : [write.phrase(say`${rest(left)} not shown.`)];
  const table = shown.length === 0 ? [] : [write.table(header, [...shown.map(row), ...lastRows])];
  if (folded.length === 0) return [...table, ...leftWords];
  const fold = [write.table(header, folded.map(row)), ...leftWords];
  return [...table, write.details(rest(items.length - shown.length), fold)];
}

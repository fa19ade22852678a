import type { MapNode, Node } from "../model/node.ts";
import {
  addLinesAfter,
  endOf,
  startOf,
  type ManifestText,
  type TextEdit,
} from "./manifest-text.ts";
import { isFlow, type SeqNode } from "./policy-nodes.ts";

/** The quote that a scalar or a key is written with, so that what is added looks the same. */
function quoteOf(manifest: ManifestText, { span }: Pick<Node, "span">): string {
  const first = manifest.text[startOf(manifest, span)];
  return first === '"' || first === "'" ? first : "";
}

const indent = (column: number): string => " ".repeat(column - 1);

/** Adds scalars to a list, in its own style: in front of its items or behind them. */
export function addToList(
  manifest: ManifestText,
  list: SeqNode,
  {
    before = [],
    after = [],
  }: { readonly before?: readonly string[]; readonly after?: readonly string[] },
): readonly TextEdit[] {
  const [first] = list.items;
  const last = list.items.at(-1);
  const quote = first === undefined ? "" : quoteOf(manifest, first);
  const write = (value: string): string => quote + value + quote;
  const start = startOf(manifest, list.span);
  if (isFlow(manifest, list)) {
    if (first === undefined || last === undefined) {
      const text = `[${[...before, ...after].map(write).join(", ")}]`;
      return [{ start, end: endOf(manifest, list.span), text }];
    }
    const [front, back] = [startOf(manifest, first.span), endOf(manifest, last.span)];
    return [
      ...before.map((value) => ({ start: front, end: front, text: `${write(value)}, ` })),
      ...after.map((value) => ({ start: back, end: back, text: `, ${write(value)}` })),
    ];
  }
  if (first === undefined || last === undefined) return [];
  const margin = indent(list.span.startColumn);
  const added = after.map((value) => `${margin}- ${write(value)}`).join("\n");
  return [
    ...before.map((value) => ({ start, end: start, text: `- ${write(value)}\n${margin}` })),
    ...(added === "" ? [] : [addLinesAfter(manifest, last.span, added)]),
  ];
}

/** A list of scalars as the value of a new key. */
interface NewList {
  readonly key: string;
  readonly values: readonly string[];
  /** Written with brackets also where the map around it is not. */
  readonly flow?: boolean;
}

/** Adds a key with a list behind an entry of a map, in the map's own style. */
export function addListEntry(
  manifest: ManifestText,
  { map, after }: { readonly map: MapNode; readonly after: string },
  { key, values, flow = false }: NewList,
): readonly TextEdit[] {
  const entry = map.entries.get(after);
  if (entry === undefined) return [];
  const quote = quoteOf(manifest, { span: entry.keySpan });
  const inFlow = isFlow(manifest, map);
  const write = (value: string): string => `${quote}${value}${quote}`;
  const inline = `${write(key)}: [${values.map(write).join(", ")}]`;
  if (inFlow) {
    const end = endOf(manifest, entry.value.span);
    return [{ start: end, end, text: `, ${inline}` }];
  }
  const margin = indent(entry.keySpan.startColumn);
  const lines = flow
    ? [margin + inline]
    : [`${margin}${key}:`, ...values.map((value) => `${margin}  - ${value}`)];
  return [addLinesAfter(manifest, entry.value.span, lines.join("\n"))];
}

/** Adds a key with a scalar behind an entry of a map, in the map's own style. */
export function addScalarEntry(
  manifest: ManifestText,
  { map, after }: { readonly map: MapNode; readonly after: string },
  [key, value]: readonly [key: string, value: string],
): readonly TextEdit[] {
  const entry = map.entries.get(after);
  if (entry === undefined) return [];
  const quote = quoteOf(manifest, { span: entry.keySpan });
  const text = `${quote}${key}${quote}: ${quote}${value}${quote}`;
  if (isFlow(manifest, map)) {
    const end = endOf(manifest, entry.value.span);
    return [{ start: end, end, text: `, ${text}` }];
  }
  return [addLinesAfter(manifest, entry.value.span, indent(entry.keySpan.startColumn) + text)];
}

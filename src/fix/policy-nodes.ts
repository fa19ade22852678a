import type { MapNode, Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import { DIRECTIONS, type Direction } from "../model/policy.ts";
import type { Span } from "../model/span.ts";
import { startOf, type ManifestText } from "./manifest-text.ts";

export type SeqNode = Extract<Node, { type: "seq" }>;

/** One rule of a policy as it stands in the text. */
export interface RuleNode {
  readonly direction: Direction;
  readonly rules: SeqNode;
  readonly index: number;
  readonly rule: MapNode;
}

const entryOf = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === "map" ? node.entries.get(key)?.value : undefined;

export function mapOf(node: Node | undefined, key: string): MapNode | undefined {
  const value = entryOf(node, key);
  return value?.type === "map" ? value : undefined;
}

export function seqOf(node: Node | undefined, key: string): SeqNode | undefined {
  const value = entryOf(node, key);
  return value?.type === "seq" ? value : undefined;
}

export const specOf = ({ node }: ManifestObject): MapNode | undefined => mapOf(node, "spec");

export function rulesOf(object: ManifestObject): readonly RuleNode[] {
  const spec = specOf(object);
  return DIRECTIONS.flatMap((direction) => {
    const rules = seqOf(spec, direction);
    if (rules === undefined) return [];
    return rules.items.flatMap((rule, index) =>
      rule.type === "map" ? [{ direction, rules, index, rule }] : [],
    );
  });
}

/** `from` of an ingress rule, `to` of an egress rule. */
export const peersOf = ({ direction, rule }: RuleNode): SeqNode | undefined =>
  seqOf(rule, direction === "ingress" ? "from" : "to");

/** The text of a scalar. */
export function scalarOf(node: Node | undefined): string | undefined {
  if (node?.type !== "scalar" || node.value === null) return undefined;
  return String(node.value);
}

/** Written with brackets or braces, as JSON is. */
export function isFlow(manifest: ManifestText, { span }: Node): boolean {
  const first = manifest.text[startOf(manifest, span)];
  return first === "[" || first === "{";
}

export const hasOnly = ({ entries }: MapNode, ...keys: readonly string[]): boolean =>
  entries.size === keys.length && keys.every((key) => entries.has(key));

/** Whether one span lies in the other. */
export const isInside = (inner: Span, outer: Span): boolean =>
  (inner.startLine > outer.startLine ||
    (inner.startLine === outer.startLine && inner.startColumn >= outer.startColumn)) &&
  (inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn));

const isBefore = (a: Span, b: Span): boolean =>
  a.endLine < b.startLine || (a.endLine === b.startLine && a.endColumn <= b.startColumn);

/** Whether two spans have text in common. */
export const overlaps = (a: Span, b: Span): boolean => !isBefore(a, b) && !isBefore(b, a);

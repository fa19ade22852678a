import type { MapNode, Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Problem } from "../model/problem.ts";

export interface Collected {
  readonly objects: ManifestObject[];
  readonly problems: Problem[];
}

/**
 * The objects of one document: itself, or the items of a list, recursively. Any object with a top-level
 * `items` list is a list, as in kubectl (kubernetes/cli-runtime FlattenListVisitor).
 *
 * A document without kind and apiVersion (Helm values, a kustomize fragment) is no object and no problem.
 */
export function collectObjects(node: Node, document: Context): void {
  if (node.type === "map") collectMap(node, document);
  else if (node.type === "seq" ? node.items.some(isTyped) : isText(node))
    reportNoObject(node, document);
}

const isText = (node: Node): boolean => node.type === "scalar" && typeof node.value === "string";

/** A list of patches or plain text is nobody's manifest, but one that names a kind was meant to be one. */
function reportNoObject({ type, span }: Node, { into, hints }: Context): void {
  const kindHints = hints();
  if (kindHints.length === 0) return;
  const message =
    type === "seq"
      ? "a list is no manifest, so kubectl refuses it; use `kind: List` with `items`, or `---`"
      : "a text is no manifest, so kubectl refuses it; write an object, or make it a comment";
  into.problems.push({ code: "invalid", message, span, kindHints });
}

interface Context {
  readonly into: Collected;
  /** The kinds that stand in the text of the document; searched for only where they matter. */
  readonly hints: () => readonly string[];
  /** What a list item without kind and apiVersion takes from its list. */
  readonly inherited?: TypeMeta;
  /** The kind of the list, where it is not named like one. */
  readonly listKind?: string;
}

interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

function collectMap(node: MapNode, context: Context): void {
  const type = typeOf(node, context.inherited);
  if (type === undefined) {
    reportHalfTyped(node, context);
    return;
  }
  const items = node.entries.get("items")?.value;
  if (items?.type === "seq") collectItems(items.items, type, context);
  else context.into.objects.push(objectOf(node, type, context.listKind));
}

function collectItems(items: readonly Node[], list: TypeMeta, context: Context): void {
  const inherited = list.kind.endsWith("List")
    ? { apiVersion: list.apiVersion, kind: list.kind.slice(0, -"List".length) }
    : list;
  for (const item of items) {
    if (item.type === "map") {
      // Of a plain `List` nothing is inherited: its items' kind is empty.
      const { into, hints } = context;
      collectMap(item, {
        into,
        hints,
        ...(inherited.kind === "" ? {} : { inherited }),
        ...(list.kind.endsWith("List") ? {} : { listKind: list.kind }),
      });
    } else {
      const message = "items: an item is no object, so kubectl refuses the list; remove it";
      context.into.problems.push({ code: "invalid", message, span: item.span });
    }
  }
}

function typeOf(node: MapNode, inherited: TypeMeta | undefined): TypeMeta | undefined {
  const apiVersion = text(node, "apiVersion");
  const kind = text(node, "kind");
  if (apiVersion === "" && kind === "" && !isSet(node, "apiVersion") && !isSet(node, "kind"))
    return inherited;
  return apiVersion === "" || kind === "" ? undefined : { apiVersion, kind };
}

/** An object that lost its kind or apiVersion is one that the API server will not see. */
function reportHalfTyped(node: MapNode, { into, hints: search }: Context): void {
  if (!isSet(node, "apiVersion") && !isSet(node, "kind")) return;
  if (!node.entries.has("metadata") && !node.entries.has("spec")) return;
  if (/^(?:Kustomization|Component)$/.test(text(node, "kind"))) return;
  const hints = search();
  if (hints.length === 0) return;
  const missing = text(node, "kind") === "" ? "kind" : "apiVersion";
  const at = node.entries.get(missing);
  into.problems.push({
    code: "invalid",
    message:
      at === undefined
        ? `${missing}: is missing, so no server accepts the object; add it`
        : `${missing}: is not a text, so no server accepts the object; write its name`,
    span: at?.value.span ?? node.span,
    field: missing,
    kindHints: hints,
  });
}

function objectOf(node: MapNode, type: TypeMeta, listKind?: string): ManifestObject {
  const metadata = node.entries.get("metadata")?.value;
  const name = metadata?.type === "map" ? text(metadata, "name") : "";
  const namespace = metadata?.type === "map" ? text(metadata, "namespace") : "";
  return {
    ...type,
    name,
    ...(namespace === "" ? {} : { namespace }),
    ...(listKind === undefined ? {} : { listKind }),
    node,
    span: node.span,
  };
}

/** The text of a field; empty where it is absent or anything else. */
function text(node: MapNode, field: string): string {
  const value = node.entries.get(field)?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}

function isSet(node: MapNode, field: string): boolean {
  const value = node.entries.get(field)?.value;
  return value !== undefined && !(value.type === "scalar" && value.value === null);
}

const isTyped = (node: Node): boolean =>
  node.type === "map" && (isSet(node, "kind") || isSet(node, "apiVersion"));

import type { MapNode } from "./node.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";

/** One Kubernetes object as it stands in a manifest, lists flattened, before its kind is decoded. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  /** `metadata.name`; empty where the manifest has none. */
  readonly name: string;
  /** `metadata.namespace`; absent where the manifest has none. */
  readonly namespace?: string;
  readonly node: MapNode;
  /** The kind of the object whose `items` it stands in, where that is no kind of list. */
  readonly listKind?: string;
  /** The whole document or list item. */
  readonly span: Span;
}

/** What one file holds. Problems never hide the objects that could be read beside them. */
export interface ParsedManifest {
  readonly path: string;
  readonly objects: readonly ManifestObject[];
  readonly problems: readonly Problem[];
}

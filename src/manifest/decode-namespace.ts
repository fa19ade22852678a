import { NAME_LABEL } from "../model/name-label.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Problem } from "../model/problem.ts";
import type { Labels, NamespaceObject } from "../model/workload.ts";
import { decodeMetadata, rootOf } from "./decode-metadata.ts";
import { checkFields, createReader, reject } from "./field-reader.ts";
import { dnsLabelFault } from "./name-rules.ts";
import { quote } from "./quote.ts";

export interface DecodedNamespace {
  readonly namespace?: NamespaceObject;
  readonly problems: readonly Problem[];
}

/** Decodes a Namespace, with the label that the server gives it. */
export function decodeNamespace(object: ManifestObject): DecodedNamespace {
  const reader = createReader();
  checkFields(reader, rootOf(object), ["apiVersion", "kind", "metadata", "spec", "status"]);
  if (object.apiVersion !== "v1") {
    const span = object.node.entries.get("apiVersion")?.value.span ?? object.span;
    reject(
      reader,
      { path: "apiVersion", span },
      `no server serves a Namespace in ${quote(object.apiVersion)}; write v1`,
    );
  }
  const { name, labels } = decodeMetadata(reader, object, dnsLabelFault);
  const { problems } = reader;
  if (reader.rejected) return { problems };
  return { namespace: { name, labels: withName(labels, name), span: object.span }, problems };
}

/** Keeps the labels without a prototype, so that no inherited name reads as a label. */
function withName(labels: Labels, name: string): Labels {
  return Object.assign(Object.create(null) as Record<string, string>, labels, {
    [NAME_LABEL]: name,
  });
}

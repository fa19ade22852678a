import { mapOf } from "./policy-nodes.ts";
import { makeFix } from "./manifest-text.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";
import { addScalarEntry } from "./write-list.ts";

/** What the API server takes for the name of a namespace. */
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** YAML would read these as something else than text. */
const NOT_TEXT = /^(?:[\d_-]+|\d.*|y|n|yes|no|on|off|true|false|null)$/;

/** Writes the namespace again that the policy had at base. */
export function restoreNamespace({ manifest, object, base }: Site): readonly Proposal[] {
  const namespace = base?.object.namespace;
  const metadata = mapOf(object.node, "metadata");
  if (namespace === undefined || object.namespace !== undefined || metadata === undefined)
    return [];
  if (!NAMESPACE.test(namespace) || NOT_TEXT.test(namespace)) return [];
  const edits = addScalarEntry(manifest, { map: metadata, after: "name" }, [
    "namespace",
    namespace,
  ]);
  return propose(makeFix(manifest, `set \`namespace: ${namespace}\` again`, edits), {
    type: "back",
  });
}

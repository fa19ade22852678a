import type { ManifestObject } from "../model/object.ts";
import { nearestWord } from "../model/nearest-word.ts";
import { mapOf } from "./policy-nodes.ts";
import { endOf, makeFix, startOf, type ManifestText } from "./manifest-text.ts";
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

/** Writes the namespace again that a policy had at base, where the new one looks like a slip of the pen. */
export function renameNamespace(
  head: ManifestText,
  now: ManifestObject,
  { namespace: was }: ManifestObject,
): readonly Proposal[] {
  const { namespace } = now;
  const value = mapOf(now.node, "metadata")?.entries.get("namespace")?.value;
  if (was === undefined || namespace === undefined || value === undefined) return [];
  if (was === namespace || !NAMESPACE.test(was) || NOT_TEXT.test(was)) return [];
  if (!isSlip(was, namespace)) return [];
  const [start, end] = [startOf(head, value.span), endOf(head, value.span)];
  const edit = { start, end, text: was };
  return propose(makeFix(head, `set \`namespace: ${was}\` again`, [edit]), { type: "back" });
}

/** One letter more, less or other, or a word that is near; a name of its own is no slip. */
const isSlip = (was: string, now: string): boolean =>
  nearestWord(now, [was]) !== undefined ||
  (Math.abs(was.length - now.length) === 1 && (was.startsWith(now) || now.startsWith(was)));

import { NAME_LABEL } from "../model/name-label.ts";
import { endOf, makeFix, startOf } from "./manifest-text.ts";
import { mapOf, overlaps, peersOf, rulesOf, scalarOf } from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";

/** Keys that people take for the name of a namespace. */
const NAME_KEYS: ReadonlySet<string> = new Set([
  "name",
  "namespace",
  "ns",
  "kubernetes.io/name",
  "kubernetes.io/metadata-name",
  "k8s.io/name",
  "metadata.name",
  "kubernetes.io/namespace",
  "app.kubernetes.io/name",
  "field.cattle.io/name",
]);

/**
 * `name: x` in a namespaceSelector, where no namespace has that label: Kubernetes itself sets
 * `kubernetes.io/metadata.name` on every namespace.
 */
export function renameNamespaceLabel({ manifest, object, span }: Site): readonly Proposal[] {
  return rulesOf(object).flatMap((rule) =>
    (peersOf(rule)?.items ?? []).flatMap((peer) => {
      const labels = mapOf(mapOf(peer, "namespaceSelector"), "matchLabels");
      if (labels === undefined || !overlaps(span, peer.span)) return [];
      return [...labels.entries].flatMap(([key, { keySpan, value }]) => {
        const name = scalarOf(value);
        if (name === undefined || !NAME_KEYS.has(key) || labels.entries.has(NAME_LABEL)) return [];
        const [start, end] = [startOf(manifest, keySpan), endOf(manifest, keySpan)];
        const [first = ""] = manifest.text.slice(start, end);
        const quote = first === '"' || first === "'" ? first : "";
        const edit = { start, end, text: `${quote}${NAME_LABEL}${quote}` };
        return propose(makeFix(manifest, `select the namespace by \`${NAME_LABEL}\``, [edit]), {
          type: "redirect",
          isMeant: ({ change, blame, source, destination }) =>
            change === "closed" ||
            namesNamespace((blame.side === "ingress" ? source : destination).text, name),
        });
      });
    }),
  );
}

/** `any pod in x`, `pods a=b in x`, `x/web`: one namespace, and that one. */
const namesNamespace = (text: string, namespace: string): boolean =>
  text.endsWith(` in ${namespace}`) || text.startsWith(`${namespace}/`);

import { NAME_LABEL } from "../model/name-label.ts";
import type { MapNode } from "../model/node.ts";
import {
  addLinesAfter,
  endOf,
  makeFix,
  startOf,
  type ManifestText,
  type TextEdit,
} from "./manifest-text.ts";
import { isFlow, seqOf, specOf } from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";

/** The cluster's resolver, as kubeadm and the managed offerings install it. */
const DNS_RULE = `- to:
    - namespaceSelector:
        matchLabels:
          ${NAME_LABEL}: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - protocol: UDP
      port: 53`;
const OVER_TCP = `
    - protocol: TCP
      port: 53`;

/**
 * Lets the pods of a policy that denies egress ask the cluster's resolver; over UDP alone where base allowed
 * no more.
 */
export function addDnsRule({ manifest, object }: Site): readonly Proposal[] {
  const spec = specOf(object);
  if (spec === undefined || isFlow(manifest, spec)) return [];
  const title = "allow DNS to `kube-dns` in `kube-system`";
  return [DNS_RULE + OVER_TCP, DNS_RULE].flatMap((rule) =>
    propose(makeFix(manifest, title, editsOf(manifest, spec, rule)), { type: "widen" }),
  );
}

const indented = (rule: string, column: number): string =>
  rule.replaceAll(/^/gm, " ".repeat(column - 1));

function editsOf(manifest: ManifestText, spec: MapNode, rule: string): readonly TextEdit[] {
  const egress = spec.entries.get("egress");
  const list = seqOf(spec, "egress");
  if (egress === undefined) {
    const key = spec.entries.get("podSelector")?.keySpan ?? spec.span;
    const text = `${" ".repeat(key.startColumn - 1)}egress:\n${indented(rule, key.startColumn + 2)}`;
    return [addLinesAfter(manifest, spec.span, text)];
  }
  const last = list?.items.at(-1);
  if (list === undefined || last === undefined) {
    // `egress: []`, `egress:` with nothing behind it.
    const start = startOf(manifest, egress.value.span);
    const end = endOf(manifest, egress.value.span);
    const line = manifest.text.slice(end, manifest.lineEnd(egress.value.span.endLine));
    const text = `\n${indented(rule, egress.keySpan.startColumn + 2)}`;
    const colon = manifest.text.lastIndexOf(":", start) + 1;
    return line.trim() === "" ? [{ start: Math.min(colon, start), end, text }] : [];
  }
  if (isFlow(manifest, list)) return [];
  return [addLinesAfter(manifest, last.span, indented(rule, list.span.startColumn))];
}

import type { MapNode, Node } from "../model/node.ts";
import type { FlowRow, Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { endOf, makeFix, startOf, type ManifestText, type TextEdit } from "./manifest-text.ts";
import { hasOnly, isFlow, overlaps, peersOf, rulesOf, type SeqNode } from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";

/**
 * `- namespaceSelector` and `- podSelector`: the second dash makes two peers of one, and AND becomes OR.
 * Right is only what base had, or what the workloads show: nobody is there for the podSelector alone to
 * mean, and somebody is with both.
 */
export function nestSelectors(site: Site): readonly Proposal[] {
  const { manifest, object, span } = site;
  return rulesOf(object).flatMap((rule) => {
    const peers = peersOf(rule);
    return pairsOf(peers).flatMap(({ first, second }) => {
      if (!overlaps(span, first.span) && !overlaps(span, second.span)) return [];
      const [lone, below] = hasOnly(first, "namespaceSelector")
        ? (["podSelector", "namespaceSelector"] as const)
        : (["namespaceSelector", "podSelector"] as const);
      if (!hasOnly(first, below) || !hasOnly(second, lone)) return [];
      const pods = lone === "podSelector" ? second : first;
      const title = `nest the ${lone} under the ${below} above it`;
      return propose(makeFix(manifest, title, joinItems(manifest, first, second)), {
        type: "narrow",
        isMeant: (unpatched, patched) =>
          nobodyAt(unpatched, manifest.path, pods.span) &&
          somebodyAt(patched, manifest.path, first.span),
      });
    });
  });
}

/** `- from` and `- ports`: the second dash makes two rules of one. Right is only what base had. */
export function joinRules(site: Site): readonly Proposal[] {
  const { manifest, object, span } = site;
  const rules = rulesOf(object);
  return rules.flatMap(({ rule: first, direction, index, rules: list }) => {
    const second = list.items[index + 1];
    const peers = direction === "ingress" ? "from" : "to";
    if (second?.type !== "map" || !hasOnly(first, peers) || !hasOnly(second, "ports")) return [];
    if (!overlaps(span, first.span) && !overlaps(span, second.span)) return [];
    const title = `put the ports into the rule above them`;
    return propose(makeFix(manifest, title, joinItems(manifest, first, second)), { type: "back" });
  });
}

interface Pair {
  readonly first: MapNode;
  readonly second: MapNode;
}

const pairsOf = (seq: SeqNode | undefined): readonly Pair[] =>
  (seq?.items ?? []).flatMap((first, index, items) => {
    const second = items[index + 1];
    return first.type === "map" && second?.type === "map" ? [{ first, second }] : [];
  });

/** Makes one item of two: the dash of the second goes, or its braces. */
function joinItems(manifest: ManifestText, first: Node, second: Node): readonly TextEdit[] {
  const [start, end] = [startOf(manifest, second.span), endOf(manifest, second.span)];
  if (isFlow(manifest, first) && isFlow(manifest, second)) {
    const inner = manifest.text.slice(start + 1, end - 1).trim();
    const close = endOf(manifest, first.span) - 1;
    // A comment between them would go with the dash.
    if (manifest.text.slice(close, start).includes("#")) return [];
    const body = manifest.text.slice(startOf(manifest, first.span), close);
    const blank = body.slice(body.trimEnd().length);
    return [
      { start: close - blank.length, end: close, text: `, ${inner}${blank}` },
      // Also the dash or the comma between them.
      { start: close + 1, end, text: "" },
    ];
  }
  if (first.span.startColumn !== second.span.startColumn) return [];
  const dash = /-[ ]*$/.exec(manifest.text.slice(manifest.lineStart(second.span.startLine), start));
  if (dash === null) return [];
  return [{ start: start - dash[0].length, end: start - dash[0].length + 1, text: " " }];
}

/** The rows that a peer of the head opens, with the pods at the peer's end. */
const rowsAt = (report: Report, path: string, span: Span): readonly FlowRow[] =>
  report.scopes
    .flatMap(({ flows }) => flows)
    .filter(
      ({ change, blame: { head } }) =>
        change !== "closed" && head?.path === path && head.startLine === span.startLine,
    );

const workloadsOf = ({ blame, source, destination }: FlowRow): number =>
  (blame.side === "ingress" ? source : destination).workloads.length;

function nobodyAt(report: Report, path: string, span: Span): boolean {
  const rows = rowsAt(report, path, span);
  return rows.length > 0 && rows.every((row) => workloadsOf(row) === 0);
}

const somebodyAt = (report: Report, path: string, span: Span): boolean =>
  rowsAt(report, path, span).some((row) => workloadsOf(row) > 0);

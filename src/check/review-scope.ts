import type {
  DefaultDenyState,
  Finding,
  FlowRow,
  MetadataState,
  NamespaceReport,
  SideVerdict,
} from "../model/report.ts";
import { DIRECTIONS, type Direction } from "../model/policy.ts";
import { compareWorlds, type SideComparison } from "../reach/compare.ts";
import { isolatedPods } from "../reach/gains.ts";
import { metadataIsReachable } from "../reach/metadata.ts";
import { namespaceStates, type Occupied } from "../reach/namespace-state.ts";
import { createPodWords, namespaceLabel } from "../reach/pod-words.ts";
import { rowsOf } from "../reach/rows.ts";
import { subtractFromBoxes } from "../space/label-box.ts";
import type { World } from "../world/world.ts";
import { coverageOf } from "./coverage.ts";
import { checkDefaultDeny } from "./default-deny.ts";
import { checkDns } from "./dns.ts";
import type { DiffFacts } from "./facts.ts";
import { checkMetadata } from "./metadata.ts";
import { checkNewNamespaces } from "./new-namespace.ts";
import { checkPlacement } from "./placement.ts";

export interface ScopeRequest {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly occupiedAtHead: Occupied;
  readonly ipBlockMatchesPods: boolean;
}

export interface ScopeReview {
  readonly namespaces: readonly NamespaceReport[];
  readonly flows: readonly FlowRow[];
  readonly findings: readonly Finding[];
  /** Namespaces that were too complex to compare. */
  readonly unknown: readonly string[];
}

/** Compares one scope and runs every check of a diff on it. */
export function reviewScope(request: ScopeRequest): ScopeReview {
  const { name, base, head } = request;
  const comparison = compareWorlds(base, head, request);
  const moved = [...new Set(comparison.sides.flatMap(({ workload }) => workload ?? []))];
  const touched = new Set([
    ...comparison.sides
      .filter(({ workload }) => workload === undefined)
      .map((side) => side.namespace),
    ...[...base.namespaces.keys()].filter((namespace) => !head.namespaces.has(namespace)),
    ...[...head.namespaces.keys()].filter((namespace) => !base.namespaces.has(namespace)),
  ]);
  const facts: DiffFacts = {
    scope: name,
    base,
    head,
    comparison,
    states: namespaceStates(touched, { base, head }, request.occupiedAtHead),
    words: { base: createPodWords(base, moved, "base"), head: createPodWords(head, moved, "head") },
  };
  const gates = [...checkDefaultDeny(facts), ...checkMetadata(facts)];
  const gone = (namespace: string): boolean => facts.states.get(namespace) === "decommissioned";
  return {
    namespaces: [...touched]
      .toSorted()
      .map((namespace) => describeNamespace(namespace, facts, gates)),
    // Of a namespace that is gone, its state says all: nobody is there to use what opened.
    flows: rowsOf(
      comparison.changes.filter(({ namespace }) => !gone(namespace)),
      facts,
    ),
    findings: [
      ...gates,
      ...checkNewNamespaces(facts),
      ...checkDns(facts),
      ...checkPlacement(facts),
    ],
    unknown: comparison.sides
      .filter(({ verdict }) => verdict === "unknown")
      .map((side) => side.namespace),
  };
}

function describeNamespace(
  name: string,
  facts: DiffFacts,
  gates: readonly Finding[],
): NamespaceReport {
  const side = (direction: Direction): SideComparison | undefined =>
    facts.comparison.sides.find(
      (entry) =>
        entry.workload === undefined && entry.namespace === name && entry.direction === direction,
    );
  const failed = (rule: string, direction?: string): boolean =>
    gates.some(
      (finding) =>
        finding.rule === rule &&
        finding.namespace === name &&
        (direction === undefined || finding.message.includes(direction)),
    );
  const verdict = (direction: Direction): SideVerdict => side(direction)?.verdict ?? "unchanged";
  const deny = (direction: Direction): DefaultDenyState => {
    const compared = side(direction);
    return compared === undefined ? "none" : denyState(compared, failed("NP001", direction));
  };
  const [ingress, egress] = DIRECTIONS;
  if (ingress === undefined || egress === undefined) throw new Error("two directions are wanted");
  return {
    name,
    label: namespaceLabel(name),
    state: facts.states.get(name) ?? "kept",
    ingress: verdict(ingress),
    egress: verdict(egress),
    defaultDeny: { ingress: deny(ingress), egress: deny(egress) },
    metadata: metadataState(side(egress), failed("NP002")),
  };
}

function denyState(side: SideComparison, weakened: boolean): DefaultDenyState {
  if (side.verdict === "unknown") return "unknown";
  if (weakened) return "weakened";
  const now = coverageOf(side.head);
  let gained = isolatedPods(side.head);
  for (const { labels } of side.base.isolation) gained = subtractFromBoxes(gained, labels);
  if (gained.length > 0) return "strengthened";
  return now === "all" ? "kept" : now === "some" ? "partial" : "none";
}

function metadataState(side: SideComparison | undefined, opened: boolean): MetadataState {
  if (side === undefined) return "reachable";
  if (side.verdict === "unknown") return "unknown";
  if (opened) return "opened";
  if (metadataIsReachable(side.head)) return "reachable";
  return metadataIsReachable(side.base) ? "closed" : "blocked";
}

import type {
  DefaultDenyState,
  Finding,
  FlowRow,
  MetadataState,
  NamespaceReport,
  SideVerdict,
} from "../model/report.ts";
import { lazily } from "../model/lazily.ts";
import type { Direction } from "../model/policy.ts";
import { relabelledNamespaces } from "../reach/blame.ts";
import { compareWorlds, type SideComparison } from "../reach/compare.ts";
import { lostIsolation, type Gain } from "../reach/gains.ts";
import type { LabelDoubt } from "../reach/label-doubts.ts";
import { metadataIsReachable, metadataReach } from "../reach/metadata-reach.ts";
import { namespaceStates, rejectedIn, type Occupied } from "../reach/namespace-state.ts";
import { describePods } from "../reach/describe-pods.ts";
import { describeAnyOf } from "../reach/label-words.ts";
import { podsIn } from "../space/endpoint.ts";
import { createPodWords, namespaceLabel } from "../reach/pod-words.ts";
import { createPolicyLookup } from "../reach/policy-lookup.ts";
import { rowsOf } from "../reach/rows.ts";
import { createRuleLikeness } from "../reach/rule-likeness.ts";
import { workloadChanges, type WorkloadChanges } from "../reach/workload-changes.ts";
import { TooComplex } from "../space/too-complex.ts";
import type { World } from "../world/world.ts";
import { agreeOnHelp } from "./agree-on-help.ts";
import { coverageOf } from "./coverage.ts";
import { checkDefaultDeny, findWeakening } from "./default-deny.ts";
import { checkDns } from "./dns.ts";
import { gatedSides, type DiffFacts, type Weakening } from "./diff-facts.ts";
import { lintChange, type LintRequest } from "./lints/lint-world.ts";
import { checkMetadata } from "./metadata.ts";
import { checkNewNamespaces } from "./new-namespace.ts";
import { checkPlacement } from "./placement.ts";
import { checkRetired, retiredSides } from "./retired.ts";

export interface ScopeRequest {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly occupiedAtHead: Occupied;
  readonly ipBlockMatchesPods: boolean;
  /** Whether every file of the scope was read. Absent where only the gates are asked: no lint runs. */
  readonly complete?: boolean;
  readonly kustomized?: (path: string) => boolean;
  /** Whether something that nobody sees may make pods of a namespace; so it is taken unless it is known. */
  readonly mayHaveOtherPods?: (namespace: string) => boolean;
  /** Manifests at head that could not be read may isolate what seems to be isolated no longer. */
  readonly doubt: boolean;
}

export interface ScopeReview {
  readonly namespaces: readonly NamespaceReport[];
  readonly flows: readonly FlowRow[];
  readonly findings: readonly Finding[];
  /** Namespaces that were too complex to compare. */
  readonly unknown: readonly string[];
  /** Whether some check of single rules was given up, because there are too many of them. */
  readonly lintsGivenUp: boolean;
  /** Rules that may have found other namespaces than they do. */
  readonly doubts: readonly LabelDoubt[];
  readonly workloads: WorkloadChanges;
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
  const states = namespaceStates(touched, { base, head }, request.occupiedAtHead);
  const { mayHaveOtherPods = () => true } = request;
  const retired = retiredSides({ base, head, comparison, states }, mayHaveOtherPods);
  const { weakenings, tooComplex } = findWeakenings({ comparison, states, retired });
  const facts: DiffFacts = {
    scope: name,
    base,
    head,
    comparison,
    states,
    weakenings,
    retired,
    kustomized: request.kustomized ?? (() => false),
    policies: { base: createPolicyLookup(base), head: createPolicyLookup(head) },
    relabelled: lazily(() => relabelledNamespaces(base, head)),
    likeness: createRuleLikeness(),
    words: {
      base: createPodWords(base, { moved, side: "base", known: comparison.base.directory.known }),
      head: createPodWords(head, { moved, side: "head", known: comparison.head.directory.known }),
    },
  };
  const gates = [...checkDefaultDeny(facts), ...checkMetadata(facts)];
  const attempt = (check: (checked: DiffFacts) => readonly Finding[]): readonly Finding[] => {
    try {
      return check(facts);
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      tooComplex.push(...comparison.sides);
      return [];
    }
  };
  const others = [checkRetired, checkNewNamespaces, checkDns, checkPlacement].flatMap(attempt);
  const lints = lintsOf(facts, request);
  const sides = knownSides(facts, request.doubt);
  const gone = (namespace: string): boolean => facts.states.get(namespace) === "decommissioned";
  return {
    namespaces: [...touched]
      .toSorted()
      .map((namespace) => describeNamespace(namespace, facts, sides)),
    // Of a namespace that is gone, its state says all: nobody is there to use what opened.
    flows: rowsOf(
      comparison.changes.filter(({ namespace }) => !gone(namespace)),
      facts,
    ),
    findings: agreeOnHelp([...gates, ...others, ...lints.findings]),
    unknown: [
      ...comparison.sides.filter(({ verdict }) => verdict === "unknown"),
      ...tooComplex,
    ].map((side) => side.workload?.namespace ?? side.namespace),
    lintsGivenUp: lints.givenUp,
    doubts: comparison.doubts,
    workloads: workloadChanges(base, head),
  };
}

function lintsOf(facts: DiffFacts, { complete }: ScopeRequest): ReturnType<typeof lintChange> {
  if (complete === undefined) return { findings: [], givenUp: false };
  const { scope, comparison } = facts;
  const on = (side: "base" | "head"): LintRequest => ({
    scope,
    world: facts[side],
    evaluator: comparison[side],
    complete,
  });
  return lintChange(on("base"), on("head"));
}

/** The gates' sides that got weaker, and those where finding out takes too long. */
function findWeakenings(facts: Pick<DiffFacts, "comparison" | "states" | "retired">): {
  readonly weakenings: ReadonlyMap<SideComparison, Weakening>;
  readonly tooComplex: SideComparison[];
} {
  const weakenings = new Map<SideComparison, Weakening>();
  const tooComplex: SideComparison[] = [];
  for (const side of gatedSides(facts))
    try {
      const weakening = findWeakening(side);
      if (weakening !== undefined) weakenings.set(side, weakening);
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      tooComplex.push(side);
    }
  return { weakenings, tooComplex };
}

/** A side of a namespace, as far as it is known. */
interface KnownSide {
  readonly side: SideComparison;
  readonly weakened: boolean;
}

type KnownSides = ReadonlyMap<string, Partial<Record<Direction, KnownSide>>>;

/** The sides by namespace. Isolation that an unread manifest may hold is not known to be lost. */
function knownSides(facts: DiffFacts, doubt: boolean): KnownSides {
  const rejected = new Set(rejectedIn(facts.head));
  const known = new Map<string, Partial<Record<Direction, KnownSide>>>();
  for (const side of facts.comparison.sides) {
    if (side.workload !== undefined) continue;
    const lost = side.gains.some(({ cause }) => cause.type === "isolation");
    const mayStand = rejected.has(side.namespace) && side.verdict !== "unchanged";
    const sides = known.get(side.namespace) ?? {};
    sides[side.direction] = {
      side: doubt && (lost || mayStand) ? { ...side, verdict: "unknown" } : side,
      weakened: facts.weakenings.has(side),
    };
    known.set(side.namespace, sides);
  }
  return known;
}

function describeNamespace(name: string, facts: DiffFacts, sides: KnownSides): NamespaceReport {
  const { ingress, egress } = sides.get(name) ?? {};
  const kept =
    facts.states.get(name) === "kept" && !(egress !== undefined && facts.retired.has(egress.side));
  const deny = (known: KnownSide | undefined): DefaultDenyState =>
    known === undefined ? "none" : denyState(known.side, known.weakened);
  // What changed for certain is said; only "unchanged" would be a proof.
  const verdict = (direction: Direction, { side }: Partial<KnownSide> = {}): SideVerdict => {
    if (side !== undefined && side.verdict !== "unchanged") return side.verdict;
    return facts.comparison.doubts.some(
      (doubt) => doubt.namespace === name && doubt.direction === direction,
    )
      ? "unknown"
      : "unchanged";
  };
  const metadata = metadataState(egress?.side, kept);
  return {
    name,
    label: namespaceLabel(name),
    state: facts.states.get(name) ?? "kept",
    ingress: verdict("ingress", ingress),
    egress: verdict("egress", egress),
    defaultDeny: { ingress: deny(ingress), egress: deny(egress) },
    metadata,
    ...(metadata === "opened" && egress !== undefined ? metadataPods(egress.side, facts) : {}),
  };
}

function denyState(side: SideComparison, weakened: boolean): DefaultDenyState {
  if (side.verdict === "unknown") return "unknown";
  if (weakened) return "weakened";
  const now = coverageOf(side.head);
  if (lostIsolation(side.head, side.base).length > 0) return "strengthened";
  return now === "all" ? "kept" : now === "some" ? "partial" : "none";
}

function metadataState(side: SideComparison | undefined, kept: boolean): MetadataState {
  if (side === undefined) return "reachable";
  if (side.verdict === "unknown") return "unknown";
  if (kept && side.gains.some(reachesMetadataAnew)) return "opened";
  if (metadataIsReachable(side.head)) return "reachable";
  return metadataIsReachable(side.base) ? "closed" : "blocked";
}

/** For whom the block is lost, where it is not for all: the workload by name, if it is one. */
function metadataPods(
  { namespace, gains }: SideComparison,
  { words, comparison }: DiffFacts,
): Pick<NamespaceReport, "metadataPods"> {
  const boxes = gains.flatMap(({ regions }) =>
    regions.flatMap((region) => metadataReach(region)?.pods ?? []),
  );
  const labels = describeAnyOf(boxes);
  if (labels === "") return {};
  const namespaces = comparison.head.directory.named(namespace);
  const { text } = describePods(
    boxes.map((box) => podsIn(namespaces, box)),
    words.head,
  );
  const label = `${namespaceLabel(namespace)}/`;
  return { metadataPods: text.startsWith(label) ? text.slice(label.length) : labels };
}

const reachesMetadataAnew = ({ regions }: Gain): boolean =>
  regions.some((region) => metadataReach(region) !== undefined);

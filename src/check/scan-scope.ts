import { DIRECTIONS, type Direction } from "../model/policy.ts";
import type { DefaultDenyState, Finding, NamespaceReport } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { createDirectory } from "../policy/namespace-directory.ts";
import { createEvaluator, type Evaluator, type NamespaceSide } from "../reach/evaluator.ts";
import { peerOf } from "../reach/gains.ts";
import { metadataIsReachable, metadataReach } from "../reach/metadata.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { publicIpv4 } from "../reach/risk.ts";
import { intersectAddresses } from "../space/addresses.ts";
import { isAllPorts } from "../space/ports.ts";
import { TooComplex } from "../space/too-complex.ts";
import { namespaceLabelsOf, type World } from "../world/world.ts";
import { coverageOf, type Coverage } from "./coverage.ts";
import { findingOf, type RuleId } from "./rules.ts";
import { podsWithoutDns } from "./dns.ts";

export interface ScanRequest {
  readonly name: string;
  readonly world: World;
  readonly ipBlockMatchesPods: boolean;
}

export interface ScopeScan {
  readonly namespaces: readonly NamespaceReport[];
  readonly findings: readonly Finding[];
  /** Namespaces that were too complex to evaluate. */
  readonly unknown: readonly string[];
}

/** Isolation, exposure and metadata of every namespace of one scope. */
export function scanScope({ name, world, ipBlockMatchesPods }: ScanRequest): ScopeScan {
  const directory = createDirectory(namespaceLabelsOf(world));
  const evaluator = createEvaluator(world, { directory, ipBlockMatchesPods });
  const names = new Set([
    ...world.namespaces.keys(),
    ...world.policies.map(({ namespace }) => namespace),
    ...world.workloads.map(({ namespace }) => namespace),
  ]);
  const sorted = [...names].toSorted();
  const unknown: string[] = [];
  const scans = sorted.map((namespace) => {
    try {
      return {
        posture: postureOf(namespace, evaluator),
        findings: findingsOf(namespace, { scope: name, world, evaluator }),
      };
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      unknown.push(namespace);
      return { posture: unknownPosture(namespace), findings: [] };
    }
  });
  return {
    namespaces: scans.map(({ posture }) => posture),
    findings: scans.flatMap(({ findings }) => findings),
    unknown,
  };
}

const unknownPosture = (name: string): NamespaceReport => ({
  name,
  label: namespaceLabel(name),
  state: "kept",
  ingress: "unknown",
  egress: "unknown",
  defaultDeny: { ingress: "unknown", egress: "unknown" },
  metadata: "unknown",
});

const STATES: Readonly<Record<Coverage, DefaultDenyState>> = {
  all: "kept",
  some: "partial",
  none: "none",
};

function postureOf(name: string, evaluator: Evaluator): NamespaceReport {
  const state = (direction: Direction): DefaultDenyState =>
    STATES[coverageOf(evaluator.side(name, direction))];
  return {
    name,
    label: namespaceLabel(name),
    state: "kept",
    ingress: "unchanged",
    egress: "unchanged",
    defaultDeny: { ingress: state("ingress"), egress: state("egress") },
    metadata: metadataIsReachable(evaluator.side(name, "egress")) ? "reachable" : "blocked",
  };
}

interface NamespaceContext {
  readonly scope: string;
  readonly world: World;
  readonly evaluator: Evaluator;
}

function findingsOf(
  namespace: string,
  { scope, world, evaluator }: NamespaceContext,
): readonly Finding[] {
  const label = namespaceLabel(namespace);
  const sides = {
    ingress: evaluator.side(namespace, "ingress"),
    egress: evaluator.side(namespace, "egress"),
  };
  const findings: Finding[] = [];
  const add = (
    rule: RuleId,
    message: string,
    location = placeOf(namespace, sides, world),
  ): void => {
    findings.push(findingOf(rule, { scope, namespace, message, ...(location && { location }) }));
  };
  for (const direction of DIRECTIONS) {
    const coverage = coverageOf(sides[direction]);
    if (coverage === "all") continue;
    const who = coverage === "none" ? "no pod" : "not every pod";
    add(
      direction === "ingress" ? "NP010" : "NP011",
      `${who} of ${label} is isolated for ${direction}`,
    );
  }
  const metadata = sides.egress.allows.find(({ region }) => metadataReach(region) !== undefined);
  if (metadataIsReachable(sides.egress))
    add(
      "NP014",
      `pods of ${label} can reach the cloud metadata service`,
      metadata === undefined ? undefined : (metadata.peer ?? metadata.rule).span,
    );
  for (const direction of DIRECTIONS) exposureOf(sides[direction], direction, { label, add });
  if (podsWithoutDns(sides.egress).length > 0)
    add("NP012", `pods of ${label} are denied egress and cannot resolve names`);
  return findings;
}

/** Rules that meet the public internet: inbound on any port, outbound on every port. */
function exposureOf(
  side: NamespaceSide,
  direction: Direction,
  {
    label,
    add,
  }: {
    readonly label: string;
    readonly add: (rule: RuleId, message: string, location: Span) => void;
  },
): void {
  const exposed = side.allows.find(({ region }) => {
    const peer = peerOf(region, direction);
    const meets =
      peer.type === "address" && intersectAddresses(peer.addresses, publicIpv4()).length > 0;
    return meets && (direction === "ingress" || isAllPorts(region.ports));
  });
  if (exposed === undefined) return;
  const { span } = exposed.peer ?? exposed.rule;
  if (direction === "ingress")
    add("NP040", `pods of ${label} accept traffic from the internet`, span);
  else add("NP041", `pods of ${label} may send traffic to the internet on every port`, span);
}

function placeOf(
  namespace: string,
  sides: Readonly<Record<Direction, NamespaceSide>>,
  world: World,
): Span | undefined {
  const declared = world.namespaces.get(namespace)?.span;
  const policy = [...sides.ingress.isolation, ...sides.egress.isolation][0]?.policy.ref.span;
  const workload = world.workloads.find((placed) => placed.namespace === namespace)?.workload.span;
  return declared ?? policy ?? workload;
}

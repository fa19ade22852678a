import type { Direction } from "../model/policy.ts";
import type { DefaultDenyState, NamespaceReport } from "../model/report.ts";
import type { Evaluator, NamespaceSide } from "../reach/evaluator.ts";
import { metadataReach } from "../reach/metadata-reach.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import type { Allow } from "../policy/compiled.ts";
import { coverageOf, type Coverage } from "./coverage.ts";
import { podsWithoutDns, resolverAllows } from "./dns.ts";
import { everyPodOpening, internetOpening, reachOf, type Opening } from "./exposure.ts";

/** How one namespace stands at one revision, with the rules that decide it. */
export interface Posture {
  readonly name: string;
  readonly label: string;
  readonly sides: Readonly<Record<Direction, NamespaceSide>>;
  readonly coverage: Readonly<Record<Direction, Coverage>>;
  readonly fromInternet: Opening;
  readonly fromAllNamespaces: Opening;
  readonly toInternet: Opening;
  /** The rule that lets isolated pods reach a metadata address. */
  readonly metadata: Allow | undefined;
  readonly dns: NonNullable<NamespaceReport["dns"]>;
}

export function postureOf(name: string, evaluator: Evaluator): Posture {
  const sides = {
    ingress: evaluator.side(name, "ingress"),
    egress: evaluator.side(name, "egress"),
  };
  const coverage = { ingress: coverageOf(sides.ingress), egress: coverageOf(sides.egress) };
  return {
    name,
    label: namespaceLabel(name),
    sides,
    coverage,
    fromInternet: internetOpening(sides.ingress, "ingress"),
    fromAllNamespaces: everyPodOpening(sides.ingress),
    toInternet: internetOpening(sides.egress, "egress"),
    metadata: sides.egress.allows.find(({ region }) => metadataReach(region) !== undefined),
    dns: dnsOf(sides.egress, coverage.egress),
  };
}

function dnsOf(egress: NamespaceSide, coverage: Coverage): Posture["dns"] {
  if (podsWithoutDns(egress).length === 0) return "reachable";
  return coverage === "all" && resolverAllows(egress).length === 0 ? "blocked" : "partial";
}

export const metadataIsOpen = ({ coverage, metadata }: Posture): boolean =>
  coverage.egress !== "all" || metadata !== undefined;

const STATES: Readonly<Record<Coverage, DefaultDenyState>> = {
  all: "kept",
  some: "partial",
  none: "none",
};

/** The posture as it stands in a report. */
export function reportOf(posture: Posture): NamespaceReport {
  const { name, label, coverage, dns } = posture;
  return {
    name,
    label,
    state: "kept",
    ingress: "unchanged",
    egress: "unchanged",
    defaultDeny: { ingress: STATES[coverage.ingress], egress: STATES[coverage.egress] },
    metadata: metadataIsOpen(posture) ? "reachable" : "blocked",
    dns,
    exposure: {
      fromInternet: reachOf(coverage.ingress, posture.fromInternet),
      fromAllNamespaces: reachOf(coverage.ingress, posture.fromAllNamespaces),
      toInternet: reachOf(coverage.egress, posture.toInternet),
    },
  };
}

/** Where the policies are too many to evaluate exactly. */
export const unknownPosture = (name: string): NamespaceReport => ({
  name,
  label: namespaceLabel(name),
  state: "kept",
  ingress: "unknown",
  egress: "unknown",
  defaultDeny: { ingress: "unknown", egress: "unknown" },
  metadata: "unknown",
  dns: "unknown",
});

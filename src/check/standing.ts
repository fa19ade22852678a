import { describePodsOf } from "../reach/label-words.ts";
import { metadataReach } from "../reach/metadata-reach.ts";
import type { LabelBox } from "../space/label-box.ts";
import { DIRECTIONS } from "../model/policy.ts";
import type { Finding } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { Allow } from "../policy/compiled.ts";
import type { World } from "../world/world.ts";
import { metadataIsOpen, type Posture } from "./posture.ts";
import { findingOf, type RuleId } from "./rules.ts";

/** What the faults of a namespace's posture are told with. */
export interface StandingContext {
  readonly scope: string;
  /** Where the namespace itself is to be seen. */
  readonly place: Span | undefined;
}

/** The faults of one namespace as it stands, each where the rule stands that decides it. */
export function standingFindings(
  posture: Posture,
  { scope, place }: StandingContext,
): readonly Finding[] {
  const { name, label, coverage, sides, metadata, fromInternet, toInternet } = posture;
  const finding = (rule: RuleId, message: string, location = place): Finding =>
    findingOf(rule, { scope, namespace: name, message, ...(location && { location }) });
  const findings: Finding[] = [];
  for (const direction of DIRECTIONS) {
    if (coverage[direction] === "all") continue;
    const who = coverage[direction] === "none" ? "no pod" : "not every pod";
    const rule = direction === "ingress" ? "NP010" : "NP011";
    findings.push(finding(rule, `${who} of ${label} is isolated for ${direction}`));
  }
  if (metadataIsOpen(posture)) {
    const why =
      metadata === undefined
        ? "which egress isolation would prevent"
        : `which policy ${metadata.policy.name} allows`;
    const who = describePodsOf(metadataPods(posture), label, "pods");
    const message = `${who} can reach the cloud metadata service, ${why}`;
    findings.push(finding("NP014", message, placeOf(metadata) ?? place));
  }
  const source = placeOf(fromInternet.allow);
  if (source !== undefined)
    findings.push(
      finding(
        "NP040",
        `pods of ${label} accept traffic from the internet${onEvery(fromInternet.reach)}`,
        source,
      ),
    );
  const destination = placeOf(toInternet.allow);
  if (destination !== undefined && toInternet.reach === "every-port")
    findings.push(
      finding(
        "NP041",
        `pods of ${label} may send traffic to the internet on every port`,
        destination,
      ),
    );
  if (posture.dns === "blocked" || posture.dns === "partial") {
    const who = posture.dns === "blocked" ? "pods" : "some pods";
    const message = `${who} of ${label} are denied egress and cannot resolve names`;
    findings.push(finding("NP012", message, sides.egress.isolation[0]?.policy.ref.span));
  }
  return findings;
}

/** Those that are not isolated, and those that a rule lets through. */
const metadataPods = ({ sides: { egress }, coverage }: Posture): readonly LabelBox[] => [
  ...(coverage.egress === "all" ? [] : egress.free()),
  ...egress.allows.flatMap(({ region }) => metadataReach(region)?.pods ?? []),
];

const onEvery = (reach: Posture["fromInternet"]["reach"]): string =>
  reach === "every-port" ? " on every port" : "";

const placeOf = (allow: Allow | undefined): Span | undefined =>
  allow === undefined ? undefined : (allow.peer ?? allow.rule).span;

/** Where each namespace of a world is to be seen: its own manifest, else a policy, else a workload in it. */
export function placesOfNamespaces({
  namespaces,
  policies,
  workloads,
}: World): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const { namespace, workload } of workloads.toReversed())
    places.set(namespace, workload.span);
  for (const { namespace, policy } of policies.toReversed()) places.set(namespace, policy.span);
  for (const [name, { span }] of namespaces) places.set(name, span);
  return places;
}

import { formatAddress } from "../model/cidr.ts";
import { lazily } from "../model/lazily.ts";
import { DIRECTIONS, type Direction } from "../model/policy.ts";
import type { Workload } from "../model/workload.ts";
import { parseAddress } from "../model/cidr.ts";
import {
  ALL_ADDRESSES,
  ALL_IPV4,
  ALL_IPV6,
  familyOfPoint,
  hasPoint,
  intersectAddresses,
  IPV6_OFFSET,
  pointOf,
  subtractAddresses,
  type Addresses,
} from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type Endpoint } from "../space/endpoint.ts";
import { boxKey, boxMatches, type LabelBox } from "../space/label-box.ts";
import {
  ALL_PORTS,
  intersectPorts,
  isNoPorts,
  NO_PORTS,
  samePorts,
  unitePorts,
  type Ports,
} from "../space/ports.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { workloadId } from "./describe-pods.ts";
import type { Evaluator } from "./evaluator.ts";
import { peerOf, subjectOf } from "./gains.ts";
import { resolvePortNames } from "./moved-workload.ts";

/** Allowed connections from one end to another. Ends are `namespace/name[Kind]` or `first-last`. */
export interface Flow {
  readonly source: string;
  readonly destination: string;
  readonly ports: Ports;
  /** True where it holds for some addresses of the pods only: those of some pods, or addresses that are not known. */
  readonly dependsOnAddress: boolean;
}

export interface FlowOptions {
  readonly families: readonly (4 | 6)[];
}

/** Every allowed flow between the workloads of one world, and with addresses outside. */
export function listFlows(
  workloads: readonly PlacedWorkload[],
  evaluator: Evaluator,
  { families }: FlowOptions,
): readonly Flow[] {
  const ends = distinctEnds(workloads, evaluator);
  const outside = families.reduce<Addresses>(
    (rest, family) => [...rest, ...(family === 4 ? ALL_IPV4 : ALL_IPV6)],
    [],
  );
  const flows: Flow[] = [];
  for (const source of ends)
    for (const destination of ends) {
      if (source.id === destination.id) continue;
      const certain = portsBetween(source, destination, evaluator, "every");
      const possible = portsBetween(source, destination, evaluator, "some");
      const row = { source: source.id, destination: destination.id };
      if (!isNoPorts(certain)) flows.push({ ...row, ports: certain, dependsOnAddress: false });
      if (!samePorts(certain, possible))
        flows.push({ ...row, ports: possible, dependsOnAddress: true });
    }
  for (const end of ends) {
    for (const [range, ports] of outsideRanges(end, "ingress", { evaluator, outside }))
      flows.push({ source: range, destination: end.id, ports, dependsOnAddress: false });
    for (const [range, ports] of outsideRanges(end, "egress", { evaluator, outside }))
      flows.push({ source: end.id, destination: range, ports, dependsOnAddress: false });
  }
  return flows;
}

interface End extends PlacedWorkload {
  readonly id: string;
  /** The addresses of each pod; empty where none is known. */
  readonly pods: readonly (readonly bigint[])[];
}

/**
 * Pods of one owner are one end as long as no policy tells them apart but by address. Where one does, in the
 * middle of a rollout say, each pod stands for itself.
 */
function distinctEnds(workloads: readonly PlacedWorkload[], evaluator: Evaluator): readonly End[] {
  const signatureOf = lazily(() => createSignature(workloads, evaluator));
  const owned = new Map<string, PlacedWorkload[]>();
  for (const placed of workloads) {
    const { owner } = placed.workload;
    const id =
      owner === undefined ? workloadId(placed) : `${placed.namespace}/${owner.name}[${owner.kind}]`;
    const group = owned.get(id);
    if (group === undefined) owned.set(id, [placed]);
    else group.push(placed);
  }
  return [...owned].flatMap(([id, group]) => {
    const traits = new Set(group.map(({ workload }) => traitsOf(workload)));
    const differ =
      traits.size > 1 && new Set(group.map(({ workload }) => signatureOf()(workload))).size > 1;
    return differ
      ? [...new Map(group.map((pod) => [workloadId(pod), endOf(workloadId(pod), [pod])])).values()]
      : [endOf(id, group)];
  });
}

/** What policies see of a pod: equal texts are treated alike wherever the pod is an end. */
function createSignature(
  workloads: readonly PlacedWorkload[],
  evaluator: Evaluator,
): (workload: Workload) => string {
  const namespaces = new Set(workloads.map(({ namespace }) => namespace));
  for (const direction of DIRECTIONS)
    for (const name of evaluator.isolating(direction)) namespaces.add(name);
  const boxes = new Map<string, LabelBox>();
  for (const namespace of namespaces)
    for (const direction of DIRECTIONS) {
      const { isolation, allows } = evaluator.side(namespace, direction);
      for (const { labels } of isolation) boxes.set(boxKey(labels), labels);
      for (const { region } of allows)
        for (const end of [region.source, region.destination])
          if (end.type === "pod") boxes.set(boxKey(end.labels), end.labels);
    }
  const all = [...boxes.values()];
  return (workload) =>
    JSON.stringify([
      all.map((box) => Number(boxMatches(box, workload.labels))).join(""),
      traitsOf({ ...workload, labels: {} }),
    ]);
}

function endOf(id: string, group: readonly PlacedWorkload[]): End {
  const [first] = group;
  if (first === undefined) throw new Error("an end without pods");
  const pods = group.map(({ workload }) =>
    workload.ips.flatMap((text) => {
      const address = parseAddress(text);
      return address === undefined ? [] : [pointOf(address.family, address.value)];
    }),
  );
  return { ...first, id, pods };
}

/** Whether a rule has to hold for every address that a pod may have, or for some. */
type Quantifier = "every" | "some";

function portsBetween(
  source: End,
  destination: End,
  evaluator: Evaluator,
  mode: Quantifier,
): Ports {
  const egress = portsOfSide(source, destination, evaluator, { direction: "egress", mode });
  if (isNoPorts(egress)) return egress;
  const ingress = portsOfSide(destination, source, evaluator, { direction: "ingress", mode });
  return intersectPorts(egress, ingress);
}

function portsOfSide(
  self: End,
  other: End,
  evaluator: Evaluator,
  { direction, mode }: { readonly direction: Direction; readonly mode: Quantifier },
): Ports {
  const allows = allowsOf(self, direction, evaluator);
  if (allows === undefined) return ALL_PORTS;
  const destination = direction === "ingress" ? self.workload : other.workload;
  let ports = NO_PORTS;
  for (const { region } of allows) {
    if (!holds(peerOf(region, direction), other, evaluator, mode)) continue;
    const resolved = resolvePortNames(region, destination);
    if (resolved !== undefined) ports = unitePorts(ports, resolved.ports);
  }
  return ports;
}

/** The rules that apply to a workload; undefined where nothing isolates it. */
function allowsOf({ workload, namespace }: End, direction: Direction, evaluator: Evaluator) {
  if (workload.hostNetwork) return undefined;
  const { isolation, allows } = evaluator.side(namespace, direction);
  if (!isolation.some(({ labels }) => boxMatches(labels, workload.labels))) return undefined;
  return allows.filter(({ region }) => {
    const subject = subjectOf(region, direction);
    return subject.type === "pod" && boxMatches(subject.labels, workload.labels);
  });
}

function holds(endpoint: Endpoint, end: End, { directory }: Evaluator, mode: Quantifier): boolean {
  const { workload, namespace } = end;
  if (endpoint.type === "address") return workload.hostNetwork && covers(endpoint, end, mode);
  if (workload.hostNetwork || !boxMatches(endpoint.labels, workload.labels)) return false;
  const { namespaces } = endpoint;
  const inNamespace =
    namespaces.type === "known"
      ? namespaces.names.has(namespace)
      : !directory.known.has(namespace) &&
        boxMatches(namespaces.labels, { [NAME_LABEL]: namespace });
  return inNamespace && covers(endpoint, end, mode);
}

function covers({ addresses }: Endpoint, { pods }: End, mode: Quantifier): boolean {
  if (addresses === ALL_ADDRESSES) return true;
  const coversPod = (points: readonly bigint[]): boolean =>
    points.length > 0
      ? points.some((point) => hasPoint(addresses, point))
      : mode === "some" || subtractAddresses(ALL_IPV4, addresses).length === 0;
  return mode === "some" ? pods.some(coversPod) : pods.every(coversPod);
}

interface OutsideContext {
  readonly evaluator: Evaluator;
  readonly outside: Addresses;
}

/** Addresses outside the cluster by what they may do; neighbours with equal ports are one range. */
function outsideRanges(
  end: End,
  direction: Direction,
  { evaluator, outside }: OutsideContext,
): readonly (readonly [string, Ports])[] {
  const allows = allowsOf(end, direction, evaluator);
  const rules = (allows ?? []).flatMap(({ region }) => {
    const peer = peerOf(region, direction);
    if (peer.type === "pod") return [];
    const resolved = direction === "ingress" ? resolvePortNames(region, end.workload) : region;
    return resolved === undefined ? [] : [{ addresses: peer.addresses, ports: resolved.ports }];
  });
  const cuts = [
    ...outside,
    ...rules.flatMap(({ addresses }) => intersectAddresses(addresses, outside)),
  ];
  const starts = [...new Set(cuts.flat())].toSorted((a, b) => (a < b ? -1 : 1));
  const ranges: { first: bigint; end: bigint; ports: Ports }[] = [];
  for (const [index, first] of starts.entries()) {
    const next = starts[index + 1];
    if (next === undefined || !hasPoint(outside, first)) continue;
    const ports =
      allows === undefined
        ? ALL_PORTS
        : rules
            .filter(({ addresses }) => hasPoint(addresses, first))
            .reduce((sum, rule) => unitePorts(sum, rule.ports), NO_PORTS);
    if (isNoPorts(ports)) continue;
    const last = ranges.at(-1);
    const touches = last !== undefined && last.end === first && first !== IPV6_OFFSET;
    if (touches && samePorts(last.ports, ports)) last.end = next;
    else ranges.push({ first, end: next, ports });
  }
  return ranges.map(({ first, end: stop, ports }) => [rangeText(first, stop - 1n), ports] as const);
}

export function rangeText(first: bigint, last: bigint): string {
  const text = (point: bigint): string => {
    const family = familyOfPoint(point);
    return formatAddress(family, family === 4 ? point : point - IPV6_OFFSET);
  };
  return first === last ? text(first) : `${text(first)}-${text(last)}`;
}

import { podLabels } from "../model/added-labels.ts";
import type { Direction, Protocol } from "../model/policy.ts";
import type { Side } from "../model/span.ts";
import type { Workload } from "../model/workload.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import type { Allow } from "../policy/compiled.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { podsIn, type Endpoint, type PodEndpoint } from "../space/endpoint.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { ANY_LABELS, boxMatches } from "../space/label-box.ts";
import { intersectPorts, isNoPorts, NO_PORTS, subtractPorts, type Ports } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { createAlikeNamespaces } from "./alike-namespaces.ts";
import { pairWorkloads, workloadIdentity, type Isolated } from "./pair-workloads.ts";
import { createSide, type Evaluator, type NamespaceSide } from "./evaluator.ts";
import { peerOf, subjectOf, withPeer, withSubject } from "./gains.ts";

/** A workload of both revisions whose pods other selectors match than before. */
export interface MovedWorkload {
  readonly namespace: string;
  /** The namespace at the base: another one where the workload moved. */
  readonly from: string;
  readonly base: Workload;
  readonly head: Workload;
  /** Stands for the workload where a region wants a namespace; no namespace can have this name. */
  readonly token: string;
}

export interface MoveOptions {
  readonly isolated?: Isolated;
  /** Whether a policy asks for a label that controllers add. Without one, a new name or kind moves no pod. */
  readonly tellsAddedLabels?: () => boolean;
}

/** Whether the controllers of both add the same labels. */
export const sameAddedLabels = (a: Workload, b: Workload): boolean =>
  JSON.stringify(podLabels({ ...a, labels: {} })) ===
  JSON.stringify(podLabels({ ...b, labels: {} }));

/** The workloads of both revisions with other pod labels, ports, network or namespace than before. */
export const findMovedWorkloads = (
  base: readonly PlacedWorkload[],
  head: readonly PlacedWorkload[],
  { isolated, tellsAddedLabels }: MoveOptions = {},
): readonly MovedWorkload[] =>
  pairWorkloads(base, head, isolated).flatMap(({ namespace, from, versions, head: now }) => {
    const traits = traitsOf(now);
    const [before] = versions;
    const isSame = (version: Workload): boolean =>
      traitsOf(version) === traits &&
      (sameAddedLabels(version, now) || tellsAddedLabels?.() !== true);
    const stays = from === namespace && versions.some(isSame);
    if (before === undefined || stays) return [];
    const token = `\u0000${workloadIdentity({ workload: now, namespace })} ${now.span.path}`;
    return [{ namespace, from, base: before, head: now, token }];
  });

/** Where the workload lives at one revision. */
export const namespaceAt = ({ namespace, from }: MovedWorkload, revision: Side): string =>
  revision === "base" ? from : namespace;

/**
 * The world as one workload lives it: regions that hold the workload hold its token instead, in a
 * namespace of its own, and named ports are resolved where it is the destination.
 */
export function viewOfWorkload(
  evaluator: Evaluator,
  moved: MovedWorkload,
  revision: Side,
): Evaluator {
  const { token, [revision]: workload } = moved;
  const namespace = namespaceAt(moved, revision);
  const tokenPods = podsIn({ type: "known", names: new Set([token]) });
  const own = evaluator.directory.named(namespace);
  const labels = podLabels(workload);
  const holds = (endpoint: Endpoint): boolean =>
    // Plugins treat a pod on the host network as its node: an address that no selector finds.
    workload.hostNetwork
      ? endpoint.type === "address"
      : endpoint.type === "pod" && holdsPod(endpoint);
  const holdsPod = (endpoint: PodEndpoint): boolean =>
    boxMatches(endpoint.labels, labels) &&
    (endpoint.namespaces.type === "known"
      ? own.type === "known" && endpoint.namespaces.names.has(namespace)
      : own.type === "unknown" &&
        boxMatches(endpoint.namespaces.labels, { [NAME_LABEL]: namespace }));

  const ownSide = (direction: Direction): NamespaceSide => {
    if (workload.hostNetwork) return createSide([], []);
    const side = evaluator.side(namespace, direction);
    return createSide(
      side.isolation
        .filter((isolation) => boxMatches(isolation.labels, labels))
        .map((isolation) => ({ ...isolation, labels: ANY_LABELS })),
      side.allows.flatMap((allow) =>
        holds(subjectOf(allow.region, direction))
          ? withRegion(
              allow,
              resolve(withSubject(allow.region, direction, tokenPods), direction === "ingress"),
            )
          : [],
      ),
    );
  };
  const otherSide = (name: string, direction: Direction): NamespaceSide => {
    const side = evaluator.side(name, direction);
    const allows = side.allows.flatMap((allow) => {
      const peer = peerOf(allow.region, direction);
      if (!holds(peer)) return [];
      const pods = { ...tokenPods, addresses: peer.addresses };
      return withRegion(
        allow,
        resolve(withPeer(allow.region, direction, pods), direction === "egress"),
      );
    });
    return createSide(side.isolation, allows);
  };
  const resolve = (region: Region, isDestination: boolean): Region | undefined =>
    isDestination ? resolvePortNames(region, workload) : region;

  const sides = new Map<string, NamespaceSide>();
  const side = (name: string, direction: Direction): NamespaceSide => {
    const key = `${direction} ${name}`;
    const before = sides.get(key);
    if (before !== undefined) return before;
    const made = name === token ? ownSide(direction) : otherSide(name, direction);
    sides.set(key, made);
    return made;
  };

  return {
    directory: {
      ...evaluator.directory,
      named: (name) => (name === token ? tokenPods.namespaces : evaluator.directory.named(name)),
    },
    side,
    isolating: (direction) =>
      side(token, direction).isolation.length > 0
        ? new Set([...evaluator.isolating(direction), token])
        : evaluator.isolating(direction),
    alike: createAlikeNamespaces(side),
  };
}

const withRegion = (allow: Allow, region: Region | undefined): readonly Allow[] =>
  region === undefined ? [] : [{ ...allow, region }];

/** Replaces the conditions on port names by the numbers that this workload declares. */
export function resolvePortNames(region: Region, workload: Workload): Region | undefined {
  if (region.names.size === 0) return region;
  let ports: Ports = region.ports;
  for (const [key, declared] of region.names) {
    const [protocol, name = ""] = key.split("/");
    const numbers = declaredPorts(workload, protocol as Protocol, name);
    ports = declared ? intersectPorts(ports, numbers) : subtractPorts(ports, numbers);
  }
  return isNoPorts(ports) ? undefined : { ...region, ports, names: NO_NAMES };
}

/** A name may be declared by several containers: any of them matches. */
function declaredPorts(workload: Workload, protocol: Protocol, name: string): Ports {
  const declared = workload.ports.filter(
    (port) => port.name === name && port.protocol === protocol,
  );
  return {
    ...NO_PORTS,
    [protocol]: normalizeIntervals(declared.map(({ port }) => [port, port + 1] as const)),
  };
}

import type { PolicyPort } from "../../model/policy.ts";
import type { Service, ServicePort } from "../../model/service.ts";
import type { Workload } from "../../model/workload.ts";
import { peerKey } from "../../policy/network-policy.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { hasPort, portRange } from "../../space/ports.ts";
import { NO_NAMES, subtractAll, type Region } from "../../space/region.ts";
import { podsOf } from "./allow-index.ts";
import { destinationsOf, type Destination } from "./destinations.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { activeRules, type RuleSite } from "./walk.ts";

/**
 * Rules with the port of a Service, behind which the pods listen on another: policies see the port of the
 * pod. Silent where a pod that the rule means listens on that port too, or where the right port is allowed
 * for the same peers as well.
 */
export function findServicePorts(facts: LintFacts): readonly Fault[] {
  if ((facts.world.services ?? []).length === 0) return [];
  return [...activeRules(facts.world)].flatMap((site) =>
    destinationsOf(site, facts).flatMap((destination) =>
      site.rule.ports.flatMap((port): readonly Fault[] => {
        const found = mismatch(port, destination, facts);
        if (found === undefined || isAllowedToo(found.target, { site, port, facts })) return [];
        const { service, target } = found;
        const { policy, namespace, direction } = site;
        const where = namespaceLabel(destination.namespace);
        return [
          {
            rule: "NP030",
            namespace,
            about: `${direction} ${port.protocol} ${port.port} ${where}/${service.name} ${site.rule.peers.map(peerKey).join(" ")}`,
            message: `NetworkPolicy ${policy.name} allows ${port.protocol} ${port.port}, the port of Service ${service.name} in ${where}; its pods listen on ${target}, so nothing gets through`,
            location: port.span,
          },
        ];
      }),
    ),
  );
}

interface Mismatch {
  readonly service: Service;
  readonly target: number;
}

function mismatch(
  { port, endPort, protocol }: PolicyPort,
  { namespace, labels }: Destination,
  { inventory }: LintFacts,
): Mismatch | undefined {
  // Of a selector for any pod nobody knows which ones it means.
  if (typeof port !== "number" || (endPort ?? port) !== port || labels.size === 0) return undefined;
  const services = inventory.servicesBehind(namespace, labels);
  if (services.length === 0) return undefined;
  const pods = inventory.podsMatching(namespace, labels);
  const listens = pods.some(({ ports }) =>
    ports.some((declared) => declared.port === port && declared.protocol === protocol),
  );
  if (listens) return undefined;
  let found: Mismatch | undefined;
  for (const service of services)
    for (const entry of service.ports) {
      if (entry.protocol !== protocol) continue;
      const target = targetOf(entry, pods);
      // A name that no known pod declares may be this very port.
      if (target === undefined ? entry.port === port : target === port) return undefined;
      if (entry.port === port && target !== undefined) found ??= { service, target };
    }
  return found;
}

function targetOf(
  { target, protocol }: ServicePort,
  pods: readonly Workload[],
): number | undefined {
  if (typeof target === "number") return target;
  const declared = pods
    .flatMap(({ ports }) => ports)
    .find((port) => port.name === target && port.protocol === protocol);
  return declared?.port;
}

interface Question {
  readonly site: RuleSite;
  readonly port: PolicyPort;
  readonly facts: LintFacts;
}

/** Whether the port on which the pods listen is open to the same peers. */
function isAllowedToo(target: number, { site, port, facts: { allows } }: Question): boolean {
  const { namespace, direction } = site;
  const ports = portRange(port.protocol, target, target);
  return allows.ofRule(site).every((allow) => {
    const cuts: Region[] = [];
    for (const { region } of allows.of(namespace, direction).meeting(podsOf(allow, direction)))
      if (hasPort(region.ports, port.protocol, target)) cuts.push(region);
    return subtractAll([{ ...allow.region, ports, names: NO_NAMES }], cuts).length === 0;
  });
}

import { parseAddress } from "../../model/cidr.ts";
import type { PolicyPort } from "../../model/policy.ts";
import { rangeOf } from "../../policy/network-policy.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { pointOf } from "../../space/addresses.ts";
import { isDnsPort } from "./dns-words.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { activeRules, type BlockPeer } from "./walk.ts";

/** The API server's Service where a distribution's service range is left as it is. */
const DEFAULT_API_SERVERS: ReadonlyMap<string, string> = new Map([
  ["10.96.0.1", "kubeadm"],
  ["10.43.0.1", "k3s and RKE2"],
  ["172.20.0.1", "EKS"],
  ["10.100.0.1", "EKS"],
]);

const API_PORTS: ReadonlySet<number | string | undefined> = new Set([443, 6443, "https"]);

/**
 * Egress to the address of a Service, which most network plugins have replaced by a pod's or a node's when
 * they evaluate policies. Speaks of single addresses that a manifest or a distribution's default gives to a
 * Service, and not of DNS: a node-local cache does listen on the resolver's Service address. Silent where
 * the rule lists other addresses beside it.
 */
export function findClusterIps({ world }: LintFacts): readonly Fault[] {
  const declared = new Map<bigint, string>();
  for (const { service, namespace } of world.services ?? [])
    for (const text of service.clusterIps) {
      const address = parseAddress(text);
      if (address !== undefined)
        declared.set(
          pointOf(address.family, address.value),
          `Service ${service.name} in ${namespaceLabel(namespace)}`,
        );
    }
  return [...activeRules(world)].flatMap(
    ({ policy, namespace, direction, rule }): readonly Fault[] => {
      if (direction !== "egress") return [];
      const [peer, ...others] = rule.peers.filter(({ type }) => type === "ipBlock");
      if (peer?.type !== "ipBlock" || others.length > 0) return [];
      const whose = serviceOf(peer, rule.ports, declared);
      if (whose === undefined) return [];
      return [
        {
          rule: "NP034",
          namespace,
          about: peer.cidr,
          message: `NetworkPolicy ${policy.name} allows egress to ${peer.cidr}, the address of ${whose}; most network plugins see the address behind it instead, and deny`,
          location: peer.span,
        },
      ];
    },
  );
}

function serviceOf(
  { cidr }: BlockPeer,
  ports: readonly PolicyPort[],
  declared: ReadonlyMap<bigint, string>,
): string | undefined {
  const [range] = rangeOf(cidr);
  if (range === undefined || range[1] - range[0] !== 1n) return undefined;
  if (ports.length > 0 && ports.every(isDnsPort)) return undefined;
  const distribution = DEFAULT_API_SERVERS.get(cidr.split("/")[0] ?? "");
  const isApi = ports.length === 0 || ports.some(({ port }) => API_PORTS.has(port));
  return (
    declared.get(range[0]) ??
    (distribution !== undefined && isApi
      ? `the API server's Service on ${distribution}`
      : undefined)
  );
}

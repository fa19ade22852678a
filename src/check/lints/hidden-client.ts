import type { Service } from "../../model/service.ts";
import { peerKey, rangeOf } from "../../policy/network-policy.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { publicIpv4, publicIpv6 } from "../../reach/risk.ts";
import { subtractAddresses, type Addresses } from "../../space/addresses.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { blockPeers } from "./walk.ts";

/**
 * Ingress from public addresses to pods behind a Service whose nodes put their own address in place of the
 * client's. Ranges that hold private addresses are left out: they may be those of the nodes or of the load
 * balancer. Silent where everyone is let in anyway.
 */
export function findHiddenClients({ world, inventory, allows }: LintFacts): readonly Fault[] {
  if (!(world.services ?? []).some(({ service }) => service.hidesClients)) return [];
  return [...blockPeers(world)].flatMap(
    ({ policy, namespace, direction, rule, peer }): readonly Fault[] => {
      if (direction !== "ingress" || !isPublic(rangeOf(peer.cidr))) return [];
      const subject = boxOfSelector(policy.podSelector);
      if (subject === undefined) return [];
      const service = inventory
        .servicesBehind(namespace, subject)
        .find((candidate) => candidate.hidesClients && servesOn(candidate, rule.ports));
      if (service === undefined) return [];
      const openToAll = allows
        .of(namespace, "ingress")
        .covers(subject, ({ peer: other }) => other === undefined);
      if (openToAll) return [];
      return [
        {
          rule: "NP035",
          namespace,
          about: `${peerKey(peer)} ${service.name}`,
          message: `NetworkPolicy ${policy.name} allows ingress from ${peer.cidr}, and Service ${service.name} in ${namespaceLabel(namespace)} may hide who calls: without externalTrafficPolicy Local, pods see the address of a node`,
          location: peer.span,
        },
      ];
    },
  );
}

/** Addresses of the internet only, and not nearly all of them. */
function isPublic(range: Addresses): boolean {
  const size = range.reduce((sum, [start, end]) => sum + end - start, 0n);
  return (
    size > 0n &&
    size < 2n ** 31n &&
    [publicIpv4(), publicIpv6()].some((all) => subtractAddresses(range, all).length === 0)
  );
}

function servesOn(
  { ports }: Service,
  wanted: readonly { readonly port?: number | string; readonly endPort?: number }[],
): boolean {
  return (
    wanted.length === 0 ||
    ports.some(({ target }) =>
      wanted.some(({ port, endPort }) =>
        typeof port === "number" && typeof target === "number"
          ? port <= target && target <= (endPort ?? port)
          : port === undefined || port === target || typeof port !== typeof target,
      ),
    )
  );
}

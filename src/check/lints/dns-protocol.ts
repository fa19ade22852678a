import { peerKey } from "../../policy/network-policy.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import { hasPort } from "../../space/ports.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { activeRules } from "./walk.ts";

/**
 * Port 53 without a protocol, which means TCP, for pods that no rule lets send or receive UDP 53: resolvers
 * are asked over UDP.
 */
export function findDnsProtocols({ world, allows }: LintFacts): readonly Fault[] {
  return [...activeRules(world)].flatMap((site): readonly Fault[] => {
    const { policy, namespace, direction, rule } = site;
    const port = rule.ports.find(
      (entry) => entry.port === 53 && entry.protocol === "TCP" && entry.protocolSpan === undefined,
    );
    if (port === undefined) return [];
    const subject = boxOfSelector(policy.podSelector);
    if (subject === undefined) return [];
    const overUdp = allows
      .of(namespace, direction)
      .covers(subject, ({ region }) => hasPort(region.ports, "UDP", 53) && region.names.size === 0);
    if (overUdp) return [];
    return [
      {
        rule: "NP032",
        namespace,
        about: `${direction} ${rule.peers.map(peerKey).join(" ")}`,
        message: `NetworkPolicy ${policy.name} allows port 53 without a protocol, which means TCP; pods of ${namespaceLabel(namespace)} resolve names over UDP, which stays denied`,
        location: port.span,
      },
    ];
  });
}

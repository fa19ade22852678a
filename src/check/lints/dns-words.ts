import type { PolicyPort, PolicyRule } from "../../model/policy.ts";

const DNS_PORTS: ReadonlySet<number | string | undefined> = new Set([53, 5353, "dns", "dns-tcp"]);

export const isDnsPort = ({ port, endPort }: PolicyPort): boolean =>
  DNS_PORTS.has(port) && (endPort === undefined || endPort === port);

/** A rule that is there for name resolution, and maybe for more. */
export const isDnsRule = ({ ports }: PolicyRule): boolean => ports.some(isDnsPort);

/** A rule for name resolution alone. */
export const isOnlyDns = ({ ports }: PolicyRule): boolean =>
  ports.length > 0 && ports.every(isDnsPort);

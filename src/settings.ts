import type { NetworkPolicy } from "./model/policy.ts";
import type { Assumption } from "./model/report.ts";
import type { Config } from "./config/config.ts";
import { DEFAULT_CONFIG } from "./config/default-config.ts";
import { InvalidConfig } from "./config/invalid-config.ts";
import type { Source } from "./source/types.ts";

/** Where the configuration is looked for, from the top of the repository. */
export const CONFIG_PATH = ".github/netpol-review.yml";

export interface EngineRequest {
  readonly source: Source;
  /** The configuration file as it stands in the base revision. */
  readonly config?: { readonly path: string; readonly text: string };
  /** The network plugin of the cluster, where somebody said. */
  readonly cni?: string;
  /** Scopes with fewer unchanged files are read whole; a test may set 0. */
  readonly readAllBelow?: number;
}

export async function readConfig({ config }: EngineRequest): Promise<Config> {
  if (config === undefined) return DEFAULT_CONFIG;
  const { parseConfig } = await import("./config/config.ts");
  const result = parseConfig(config.text, config.path);
  if (!result.ok) throw new InvalidConfig(result.message);
  return result.config;
}

/**
 * The API text calls `ipBlock` against pod addresses undefined; the upstream end-to-end tests want a match.
 * Cilium does not match (cilium/cilium#9209), so a cluster known to run it is read that way.
 */
export const matchesPods = ({ cni }: EngineRequest, config: Config): boolean =>
  config.ipBlockMatchesPods ?? cni !== "cilium";

/** The open questions of the specification that the policies at hand touch, with the answers taken. */
export function assumptionsOf(
  policies: readonly NetworkPolicy[],
  settings: { readonly ipBlockMatchesPods: boolean; readonly hostNetwork: boolean },
): readonly Assumption[] {
  const rules = policies.flatMap(({ ingress, egress }) => [...ingress, ...egress]);
  const usesBlocks = rules.some(({ peers }) => peers.some(({ type }) => type === "ipBlock"));
  const usesNames = rules.some(({ ports }) => ports.some(({ port }) => typeof port === "string"));
  const assumptions: Assumption[] = [];
  if (usesBlocks)
    assumptions.push({
      id: "ip-block-and-pods",
      text: settings.ipBlockMatchesPods
        ? "An ipBlock also matches pods whose address lies in it, as the upstream tests require; some plugins (Cilium) do not. Set ipBlockMatchesPods in the configuration."
        : "An ipBlock matches no pod, only addresses outside the cluster. Set ipBlockMatchesPods in the configuration.",
    });
  if (usesNames)
    assumptions.push({
      id: "named-ports",
      text: "A named port is looked up on the destination pod, by name and protocol; a pod without it is not reached.",
    });
  if (settings.hostNetwork)
    assumptions.push({
      id: "host-network",
      text: "Pods on the host network are treated as their node: no policy selects them and no selector finds them.",
    });
  assumptions.push({
    id: "steady-state",
    text: "New connections, TCP, UDP and SCTP only. Not covered: existing connections, traffic of a pod with itself or from its own node, and whether the network plugin enforces policies at all.",
  });
  return assumptions;
}

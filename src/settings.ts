import type { NetworkPolicy } from "./model/policy.ts";
import type { Assumption } from "./model/report.ts";
import { RULES } from "./check/rules.ts";
import type { Cni } from "./config/cni.ts";
import type { Config } from "./config/config.ts";
import { DEFAULT_CONFIG } from "./config/default-config.ts";
import { InvalidConfig } from "./config/invalid-config.ts";
import type { ConfigContext } from "./config/keys.ts";
import type { ConfigFile, ConfigText } from "./config/parse-config.ts";
import type { Source } from "./source/types.ts";
import type { Reading } from "./world/reading.ts";

/** Where the configuration is looked for, from the top of the repository. */
export const CONFIG_PATH = ".github/netpol-review.yml";

export interface EngineRequest {
  readonly source: Source;
  readonly config?: ConfigTexts;
  /** What an input or an option sets: it wins over every file. */
  readonly overrides?: Overrides;
  /** The day as `2026-03-31`, in UTC: what is accepted until a day depends on it. */
  readonly today: string;
  /** The network plugin of the cluster, where somebody said. */
  readonly cni?: Cni;
  /** Scopes with fewer unchanged files are read whole; a test may set 0. */
  readonly readAllBelow?: number;
  /** Shared by several answers about one source, so that nothing is read or parsed twice. */
  readonly reading?: Reading;
  /** Look for changes of the head's text that mend what the review finds, and try them: costs further reviews. */
  readonly fixes?: boolean;
}

export interface ConfigTexts {
  /** Wins over the repository's. */
  readonly organisation?: ConfigText;
  /** The repository's own file as it stands in the base revision. */
  readonly repository?: ConfigText;
}

export type Overrides = Partial<Pick<Config, "failOn" | "warnOnly">>;

export const configContext = ({ today }: Pick<EngineRequest, "today">): ConfigContext => ({
  rules: Object.entries(RULES).map(([id, { name, summary }]) => ({ id, name, summary })),
  today,
});

/** The configuration in force. Its reader is loaded only where there is something to read. */
export async function readConfig(request: EngineRequest): Promise<Config> {
  const { organisation, repository } = request.config ?? {};
  if (organisation === undefined && repository === undefined)
    return { ...DEFAULT_CONFIG, ...request.overrides };
  const [{ formatFaults, parseConfig }, { mergeConfigs }] = await Promise.all([
    import("./config/parse-config.ts"),
    import("./config/merge-configs.ts"),
  ]);
  const read = (text: ConfigText | undefined): ConfigFile | undefined => {
    if (text === undefined) return undefined;
    const result = parseConfig(text, configContext(request));
    if (!result.ok) throw new InvalidConfig(formatFaults(text.path, result.faults));
    return result.file;
  };
  return { ...mergeConfigs(read(organisation), read(repository)), ...request.overrides };
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
  const wanted: readonly (AssumptionId | false)[] = [
    usesBlocks && "ip-block-and-pods",
    usesNames && "named-ports",
    settings.hostNetwork && "host-network",
    "steady-state",
  ];
  return wanted.flatMap((id) => (id === false ? [] : assumptionOf(id, settings)));
}

type AssumptionId = "ip-block-and-pods" | "ipv4" | "named-ports" | "host-network" | "steady-state";

/** An open question of the specification with the answer taken. */
export const assumptionOf = (
  id: AssumptionId,
  settings: { readonly ipBlockMatchesPods: boolean },
): Assumption => ({ id, text: textOf(id, settings) });

function textOf(
  id: AssumptionId,
  { ipBlockMatchesPods }: { readonly ipBlockMatchesPods: boolean },
): string {
  switch (id) {
    case "ip-block-and-pods":
      return ipBlockMatchesPods
        ? "An ipBlock also matches pods whose address lies in it, as the upstream tests require; some plugins (Cilium) do not. Set ipBlockMatchesPods in the configuration."
        : "An ipBlock matches no pod, only addresses outside the cluster. Set ipBlockMatchesPods in the configuration.";
    case "ipv4":
      return "Pods whose address is not known have one of IPv4, and use it: over IPv6 the answer may be another one.";
    case "named-ports":
      return "A named port is looked up on the destination pod, by name and protocol; a pod without it is not reached.";
    case "host-network":
      return "Pods on the host network are treated as their node: no policy selects them and no selector finds them.";
    case "steady-state":
      return "New connections, TCP, UDP and SCTP only. Not covered: existing connections, traffic of a pod with itself or from its own node, and whether the network plugin enforces policies at all.";
  }
}

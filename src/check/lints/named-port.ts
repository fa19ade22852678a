import type { PolicyPort } from "../../model/policy.ts";
import type { Workload } from "../../model/workload.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { describeLabels } from "../../reach/label-words.ts";
import { destinationsOf } from "./destinations.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { isNearText } from "./near-text.ts";
import { activeRules } from "./walk.ts";

const SHOWN = 3;

/**
 * Port names that no pod at the receiving end declares, where such pods are known. A name is looked up on
 * the pod; without it the entry lets nothing through. Selectors for any pod are left out: others may come.
 */
export function findNamedPorts(facts: LintFacts): readonly Fault[] {
  if (!facts.complete) return [];
  return [...activeRules(facts.world)].flatMap((site) => {
    const named = site.rule.ports.filter(({ port }) => typeof port === "string");
    if (named.length === 0) return [];
    const destinations = destinationsOf(site, facts).filter(({ labels }) => labels.size > 0);
    const pods = destinations.flatMap(({ namespace, labels }) =>
      facts.inventory.podsMatching(namespace, labels),
    );
    const [first] = destinations;
    if (pods.length === 0 || first === undefined) return [];
    const where = namespaceLabel(first.namespace);
    return named.flatMap((port): readonly Fault[] => {
      if (pods.some((pod) => declares(pod, port))) return [];
      const { policy, namespace, direction } = site;
      return [
        {
          rule: "NP031",
          namespace,
          about: `${direction} ${port.protocol} ${port.port} ${where} ${describeLabels(first.labels)}`,
          message: `NetworkPolicy ${policy.name} allows ${port.protocol} port \`${port.port}\`, a name that ${podWords(pods)} of ${where} does not declare, so nothing gets through${suggestion(port, pods)}`,
          location: port.span,
        },
      ];
    });
  });
}

const declares = ({ ports }: Workload, { port, protocol }: PolicyPort): boolean =>
  ports.some((declared) => declared.name === port && declared.protocol === protocol);

const podWords = (pods: readonly Workload[]): string =>
  pods
    .slice(0, SHOWN)
    .map(({ kind, name }) => `${kind} ${name}`)
    .join(" or ");

/** The declared name that was meant, or those that there are. */
function suggestion({ port, protocol }: PolicyPort, pods: readonly Workload[]): string {
  const names = [
    ...new Set(
      pods.flatMap(({ ports }) =>
        ports.flatMap((declared) =>
          declared.protocol === protocol && declared.name !== "" ? [declared.name] : [],
        ),
      ),
    ),
  ];
  const near = names.find((name) => isNearText(name, String(port)));
  if (near !== undefined) return `; did you mean \`${near}\`?`;
  const listed = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return listed.length === 0 ? "" : `; it declares ${listed.join(", ")}`;
}

import type { Allow } from "../../policy/compiled.ts";
import type { PolicyRule } from "../../model/policy.ts";
import { describePorts } from "../../reach/describe-ports.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { contentOf } from "../../scope/policy-content.ts";
import { subtractAll, type Region } from "../../space/region.ts";
import { unitePorts } from "../../space/ports.ts";
import { podsOf } from "./allow-index.ts";
import { isOnlyDns } from "./dns-words.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { activeRules, policiesNotIn, type RuleSite } from "./walk.ts";

/**
 * A dash before `ports` makes two rules of one: peers on every port, and everyone on these ports. Told from
 * a public port by the policy as it was before the change, or by having exactly these two rules with no
 * port that people open to everyone on purpose.
 */
export function findSplitRules(facts: LintFacts): readonly Fault[] {
  const joined = joinedRules(facts);
  return [...activeRules(facts.world)].flatMap((site): readonly Fault[] => {
    const { policy, namespace, direction, rule, index } = site;
    const next = policy[direction][index + 1];
    if (next === undefined) return [];
    const [from, ports] = rule.peers.length > 0 ? [rule, next] : [next, rule];
    if (from.peers.length === 0 || from.ports.length > 0) return [];
    if (ports.peers.length > 0 || ports.ports.length === 0 || isOnlyDns(ports)) return [];
    const wasOne = joined.has(ruleKey(site, from, ports));
    if (!wasOne && !isSuspect(site, ports)) return [];
    const allows = facts.allows.ofRule({ ...site, rule: ports });
    if (!wasOne && isOpenAnyway(allows, facts, site)) return [];
    const words = portWords(allows);
    return [
      {
        rule: "NP024",
        namespace,
        about: `${direction} ${contentOf({ ...policy, name: "" })}`,
        message: `NetworkPolicy ${policy.name} has two rules where one was probably meant: everyone on ${words}, and the listed peers on every port, for pods of ${namespaceLabel(namespace)}`,
        location: ports.span,
      },
    ];
  });
}

/** Ports that pods offer to everyone on purpose, behind a load balancer for example. */
const PUBLIC = new Set<number | string | undefined>([
  80,
  443,
  8080,
  8443,
  "http",
  "https",
  "web",
  "websecure",
]);

const isSuspect = ({ policy, direction }: RuleSite, { ports }: PolicyRule): boolean =>
  direction === "ingress" &&
  policy.ingress.length === 2 &&
  !ports.some(({ port }) => PUBLIC.has(port));

const ruleKey = ({ policy, namespace, direction }: RuleSite, from: PolicyRule, to: PolicyRule) =>
  JSON.stringify([namespace, policy.name, direction, ...keysOf({ ...to, peers: from.peers })]);

const keysOf = ({ peers, ports }: PolicyRule): readonly string[] =>
  [peers, ports].map((list) =>
    JSON.stringify(list, (key, value: unknown) =>
      key === "span" || key === "protocolSpan" ? undefined : value,
    ),
  );

/** Peers and ports in one rule, before the change. */
function joinedRules({ world, before }: LintFacts): ReadonlySet<string> {
  const keys = new Set<string>();
  if (before === undefined) return keys;
  for (const site of activeRules(policiesNotIn(before.world, world)))
    if (site.rule.peers.length > 0 && site.rule.ports.length > 0)
      keys.add(ruleKey(site, site.rule, site.rule));
  return keys;
}

/** Whether other rules let everyone in on these ports as well. */
const isOpenAnyway = (
  own: readonly Allow[],
  { allows }: LintFacts,
  { namespace, direction }: RuleSite,
): boolean =>
  own.every((allow) => {
    const others: Region[] = [];
    for (const other of allows.of(namespace, direction).meeting(podsOf(allow, direction)))
      if (other.peer === undefined && other.rule !== allow.rule) others.push(other.region);
    return subtractAll([allow.region], others).length === 0;
  });

function portWords(allows: readonly Allow[]): string {
  const texts = new Set(
    allows
      .filter(({ region }) => region.names.size > 0)
      .map(({ region }) => describePorts(region.ports, region.names)),
  );
  const numbered = allows.filter(({ region }) => region.names.size === 0);
  const [first, ...rest] = numbered.map(({ region }) => region.ports);
  if (first !== undefined) texts.add(describePorts(rest.reduce(unitePorts, first), new Map()));
  return [...texts].join(", ");
}

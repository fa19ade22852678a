import type { Direction, NetworkPolicy, PolicyRule } from "../../model/policy.ts";
import { rangeOf } from "../../policy/network-policy.ts";
import type { Isolation } from "../../reach/evaluator.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { publicIpv4, publicIpv6 } from "../../reach/risk.ts";
import { subtractAddresses } from "../../space/addresses.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import { contentOf } from "../../scope/policy-content.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { createSubjectIndex, type SubjectIndex } from "./subject-index.ts";
import type { BlockPeer } from "./walk.ts";

/**
 * Policies whose name says that they deny, and that only allow. Beside another policy that isolates the same
 * pods, "everything but" opens everything but; alone it does what it says, and is no fault.
 */
export function findDenyThatAllows(facts: LintFacts): readonly Fault[] {
  const sides = new Map<string, SubjectIndex<Isolation>>();
  return facts.world.policies.flatMap(({ policy, namespace }): readonly Fault[] => {
    if (!saysDeny(policy.name)) return [];
    const wide = meantDirections(policy).map((direction) => widest(policy, direction));
    if (wide.length === 0) return [];
    const [first] = wide;
    if (first === undefined || wide.includes(undefined)) return [];
    const { direction, rule, peer } = first;
    if (peer !== undefined) {
      const key = `${direction} ${namespace}`;
      const { isolation } = facts.evaluator.side(namespace, direction);
      const others = sides.get(key) ?? createSubjectIndex(isolation, ({ labels }) => labels);
      sides.set(key, others);
      const subject = boxOfSelector(policy.podSelector);
      if (subject === undefined || !isIsolatedByOthers(others.meeting(subject), policy)) return [];
    }
    const way = direction === "ingress" ? "from" : "to";
    const what = peer === undefined ? "everyone" : blockWords(peer);
    return [
      {
        rule: "NP015",
        namespace,
        about: contentOf({ ...policy, name: "" }),
        message: `NetworkPolicy ${policy.name} denies nothing: policies only add up what they allow, and this one allows ${direction} ${way} ${what} for pods of ${namespaceLabel(namespace)}`,
        location: (peer ?? rule).span,
      },
    ];
  });
}

function isIsolatedByOthers(isolation: Iterable<Isolation>, policy: NetworkPolicy): boolean {
  for (const { policy: other } of isolation) if (other.ref.span !== policy.span) return true;
  return false;
}

const saysDeny = (name: string): boolean => {
  const rest = name.toLowerCase().replaceAll("disallow", "deny");
  return /deny|block|forbid|(?:^|-)no-/.test(rest) && !/allow|permit|open|only/.test(rest);
};

/** The directions that the name speaks of; all that the policy has, where it names none. */
function meantDirections({ name, policyTypes }: NetworkPolicy): readonly Direction[] {
  const named = policyTypes.filter((direction) => name.includes(direction));
  return named.length > 0 ? named : policyTypes;
}

interface Wide {
  readonly direction: Direction;
  readonly rule: PolicyRule;
  readonly peer?: BlockPeer;
}

/** A rule for everyone, or for the whole internet with or without exceptions. */
function widest(policy: NetworkPolicy, direction: Direction): Wide | undefined {
  for (const rule of policy[direction]) {
    if (rule.peers.length === 0 && rule.ports.length === 0) return { direction, rule };
    for (const peer of rule.peers)
      if (peer.type === "ipBlock" && isInternet(peer.cidr)) return { direction, rule, peer };
  }
  return undefined;
}

function isInternet(cidr: string): boolean {
  const range = rangeOf(cidr);
  return [publicIpv4(), publicIpv6()].some((all) => subtractAddresses(all, range).length === 0);
}

const SHOWN = 3;

function blockWords({ cidr, except }: BlockPeer): string {
  if (except.length === 0) return cidr;
  const more = except.length > SHOWN ? " and others" : "";
  const list = except.slice(0, SHOWN).map((entry) => entry.cidr);
  return `${cidr} except ${list.join(", ")}${more}`;
}

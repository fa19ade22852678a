import type { Direction, Peer, PolicyRule } from "../../model/policy.ts";
import type { PlacedPolicy, World } from "../../world/world.ts";

/** One rule that takes effect: of a direction that `policyTypes` names. */
export interface RuleSite extends PlacedPolicy {
  readonly direction: Direction;
  readonly rule: PolicyRule;
  readonly index: number;
}

export type SelectorPeer = Extract<Peer, { type: "selectors" }>;
export type BlockPeer = Extract<Peer, { type: "ipBlock" }>;

export interface PeerSite<P extends Peer> extends RuleSite {
  readonly peer: P;
}

export function* activeRules({ policies }: Pick<World, "policies">): Generator<RuleSite> {
  for (const placed of policies)
    for (const direction of placed.policy.policyTypes)
      for (const [index, rule] of placed.policy[direction].entries())
        yield { ...placed, direction, rule, index };
}

/** The policies of one world that another does not have: of unchanged files they are the same objects. */
export function policiesNotIn(
  { policies }: Pick<World, "policies">,
  other: Pick<World, "policies">,
): Pick<World, "policies"> {
  const theirs = new Set(other.policies.map(({ policy }) => policy));
  return { policies: policies.filter(({ policy }) => !theirs.has(policy)) };
}

export function* selectorPeers(world: Pick<World, "policies">): Generator<PeerSite<SelectorPeer>> {
  for (const site of activeRules(world))
    for (const peer of site.rule.peers) if (peer.type === "selectors") yield { ...site, peer };
}

export function* blockPeers(world: Pick<World, "policies">): Generator<PeerSite<BlockPeer>> {
  for (const site of activeRules(world))
    for (const peer of site.rule.peers) if (peer.type === "ipBlock") yield { ...site, peer };
}

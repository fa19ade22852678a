import { describe, expect, it } from "vitest";
import type { Peer, PolicyRule } from "../model/policy.ts";
import { createRuleLikeness } from "./rule-likeness.ts";

const span = { path: "a.yaml", startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

const ruleOf = (peers: readonly Peer[]): PolicyRule => ({ peers, ports: [], span });

const block = (cidr: string, ...except: readonly string[]): Peer => ({
  type: "ipBlock",
  cidr,
  except: except.map((each) => ({ cidr: each, span })),
  span,
});

describe("a rule and what it was", () => {
  it("finds the rule with the most peers in common", () => {
    const near = ruleOf([block("10.0.0.0/8"), block("11.0.0.0/8")]);
    const rules = [ruleOf([block("10.0.0.0/8")]), near];
    const rule = ruleOf([block("11.0.0.0/8", "11.1.0.0/16"), block("10.0.0.0/8")]);
    expect(createRuleLikeness().closestRule(rule, rules, 0)).toBe(near);
  });

  it("takes exceptions in any order for the same peer", () => {
    const rule = ruleOf([block("10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16")]);
    const peers = createRuleLikeness().peersOf(rule);
    expect(peers.has(block("10.0.0.0/8", "10.2.0.0/16", "10.1.0.0/16"))).toBe(true);
    expect(peers.has(block("10.0.0.0/8", "10.1.0.0/16"))).toBe(false);
  });

  it("finds the one peer that went where one came", () => {
    const [old, now] = [block("10.0.0.0/8"), block("11.0.0.0/8")];
    const kept = block("12.0.0.0/8");
    const likeness = createRuleLikeness();
    expect(likeness.closestPeer(now, ruleOf([kept, now]), ruleOf([kept, old]))).toBe(old);
    expect(likeness.closestPeer(now, ruleOf([kept, now]), ruleOf([kept]))).toBeUndefined();
  });

  it("reads each peer a few times, however many changes ask", () => {
    let reads = 0;
    const counted = (cidr: string): Peer => ({
      type: "ipBlock",
      get cidr() {
        reads++;
        return cidr;
      },
      except: [],
      span,
    });
    const peersFrom = (first: number): readonly Peer[] =>
      Array.from({ length: 2_000 }, (_, i) => counted(`10.${first + (i >> 8)}.${i & 255}.0/24`));
    const [own, other] = [ruleOf(peersFrom(0)), ruleOf(peersFrom(100))];
    const others = [other];
    const likeness = createRuleLikeness();
    for (const peer of own.peers) {
      expect(likeness.closestRule(own, others, 0)).toBe(other);
      expect(likeness.closestPeer(peer, own, other)).toBeUndefined();
    }
    expect(reads).toBeLessThan(2_000 * 30);
  });
});

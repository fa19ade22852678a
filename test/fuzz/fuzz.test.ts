import { describe, expect, it } from "vitest";
import { compareWorlds } from "../../src/reach/compare.ts";
import type { NetworkPolicy } from "../../src/model/policy.ts";
import type { World } from "../../src/world/world.ts";
import { checkPair } from "./check-pair.ts";
import { checkWitnesses } from "./check-witnesses.ts";
import { createRandom } from "./random.ts";
import { randomPair } from "./random-world.ts";

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const options = { ipBlockMatchesPods: true };

/** What a comparison says, without regard to causes. */
const changesOf = (base: World, head: World): readonly string[] =>
  compareWorlds(base, head, options)
    .changes.filter(({ change }) => !change.startsWith("masked"))
    .map(({ change, namespace, direction }) => `${change} ${namespace} ${direction}`);

const mapPolicies = (world: World, map: (policy: NetworkPolicy) => NetworkPolicy[]): World => ({
  ...world,
  policies: world.policies.flatMap(({ policy, namespace }) =>
    map(policy).map((changed) => ({ policy: changed, namespace })),
  ),
});

describe("random worlds", () => {
  it("agree with the enumeration of every atom", () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const { base, head } = randomPair(random);
      const { disagreements } = checkPair(base, head, random.chance(0.5));
      expect(disagreements, `seed ${seed}`).toEqual([]);
    }
  });

  it("have witnesses that are allowed on exactly one side", () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const { base, head } = randomPair(random);
      expect(checkWitnesses(base, head, random.chance(0.5)), `seed ${seed}`).toEqual([]);
    }
  });

  it("do not change when nothing changes, whatever the form", () => {
    for (const seed of SEEDS) {
      const { base } = randomPair(createRandom(seed));
      const copies: Record<string, World> = {
        "the same": base,
        "a copy": mapPolicies(base, (policy) => [structuredClone(policy)]),
        "lists reversed": mapPolicies(
          { ...base, policies: base.policies.toReversed() },
          (policy) => [
            {
              ...policy,
              ingress: policy.ingress.map((rule) => ({
                ...rule,
                peers: rule.peers.toReversed(),
                ports: rule.ports.toReversed(),
              })),
              egress: policy.egress.toReversed(),
            },
          ],
        ),
        "a policy for each rule": mapPolicies(base, (policy) => [
          { ...policy, ingress: [], egress: [] },
          ...policy.ingress.map((rule) => ({ ...policy, ingress: [rule], egress: [] })),
          ...policy.egress.map((rule) => ({ ...policy, ingress: [], egress: [rule] })),
        ]),
        "everything in twice": mapPolicies(base, (policy) => [policy, { ...policy }]),
      };
      for (const [form, copy] of Object.entries(copies))
        expect(changesOf(base, copy), `seed ${seed}, ${form}`).toEqual([]);
    }
  });

  it("say the reverse of the reverse", () => {
    const swapped = (text: string): string =>
      text.replace(/^(opened|closed)/, (word) => (word === "opened" ? "closed" : "opened"));
    for (const seed of SEEDS) {
      const { base, head } = randomPair(createRandom(seed));
      const there = new Set(changesOf(base, head));
      const back = new Set(changesOf(head, base).map(swapped));
      // Which side a flow is booked on can differ where both sides changed; that it changed cannot.
      expect(
        [...there].some((text) => text.startsWith("opened")),
        `seed ${seed}`,
      ).toBe([...back].some((text) => text.startsWith("opened")));
      expect(
        [...there].some((text) => text.startsWith("closed")),
        `seed ${seed}`,
      ).toBe([...back].some((text) => text.startsWith("closed")));
    }
  });
});

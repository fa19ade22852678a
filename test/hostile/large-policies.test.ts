import { expect, it } from "vitest";
import { compareWorlds } from "../../src/reach/compare.ts";
import { lintChange } from "../../src/check/lints/lint-world.ts";
import { loadFile } from "../../src/scope/load-file.ts";
import { processorSeconds } from "../../src/source/testing/processor-time.ts";
import { placeObjects } from "../../src/world/place-objects.ts";
import type { World } from "../../src/world/world.ts";

const policy = (name: string, spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec:\n${spec}\n`;
const world = (text: string): World =>
  placeObjects([loadFile("a.yaml", text, new TextEncoder().encode(text))], {});

const DENY = policy("deny", "  podSelector: {}\n  policyTypes: [Ingress, Egress]");
const lines = (count: number, lineOf: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => lineOf(index)).join("\n");
const address = (index: number): string => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
const egress = (name: string, peers: string): string =>
  policy(name, `  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n  - to:\n${peers}`);

/** On the processor: ten times what a slow machine takes; what was quadratic took minutes. */
const MAX_SECONDS = 20;

it.each([
  {
    name: "exceptions of one ipBlock",
    more: egress(
      "except",
      `    - ipBlock:\n        cidr: 10.0.0.0/8\n        except:\n${lines(20_000, (i) => `        - ${address(i * 2)}/32`)}`,
    ),
    verdict: "more-open",
  },
  {
    name: "address blocks of one rule",
    more: egress(
      "blocks",
      lines(50_000, (i) => `    - ipBlock: {cidr: ${address(i)}/32}`),
    ),
    verdict: "unknown",
  },
  {
    name: "policies that have nothing in common but their namespace",
    more: Array.from({ length: 3000 }, (_, i) =>
      policy(
        `p${i}`,
        `  podSelector: {matchLabels: {k${i}: v}}\n  ingress:\n  - from: [{podSelector: {matchLabels: {z${i}: v}}}]\n    ports: [{port: ${i + 1}}]`,
      ),
    ).join("---\n"),
    verdict: "more-open",
  },
])("$name", { timeout: 600_000 }, ({ more, verdict }) => {
  const [base, head] = [world(DENY), world(`${DENY}---\n${more}`)];
  const seconds = processorSeconds(() => {
    const comparison = compareWorlds(base, head, { ipBlockMatchesPods: true });
    expect(comparison.sides.map((side) => side.verdict)).toContain(verdict);
    const request = { scope: "a", complete: true };
    lintChange(
      { ...request, world: base, evaluator: comparison.base },
      { ...request, world: head, evaluator: comparison.head },
    );
  });
  expect(seconds).toBeLessThan(MAX_SECONDS);
});

it("says that a check of single rules was given up", { timeout: 600_000 }, () => {
  const rules = lines(
    1200,
    (i) =>
      `  - to: [{ipBlock: {cidr: ${address(i * 256)}/24, except: [${address(i * 256 + 1)}/32]}}]`,
  );
  const head = world(
    policy("many", `  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n${rules}`),
  );
  const { base, head: evaluator } = compareWorlds(world(DENY), head, { ipBlockMatchesPods: true });
  const request = { scope: "a", complete: true };
  const { givenUp } = lintChange(
    { ...request, world: world(DENY), evaluator: base },
    { ...request, world: head, evaluator },
  );
  expect(givenUp).toBe(true);
});

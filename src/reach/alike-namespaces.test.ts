import { expect, it } from "vitest";
import { podsIn } from "../space/endpoint.ts";
import { ALL_PORTS } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import { createBudget } from "../space/too-complex.ts";
import { describeLabels } from "./label-words.ts";
import { describePorts } from "./describe-ports.ts";
import { MANY_NAMESPACES, MANY_REGIONS } from "./alike-namespaces.ts";
import { applyOtherSide } from "./other-side.ts";
import { evaluatorOf, namespace, policy, worldOf } from "./test-world.test-data.ts";

/** What a platform writes for each of its namespaces, and one that differs. */
const policiesOf = (name: string): readonly string[] => [
  policy(name, "deny", "{podSelector: {}, policyTypes: [Ingress]}"),
  policy(name, "same", "{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}"),
  policy(
    name,
    "web",
    `{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: ${name === "n3" ? 81 : 80}}]}]}`,
  ),
];

/** What the ingress of so many namespaces leaves of all flows of `n0`, for each of the first five. */
function cut(amount: number, options: { readonly declared: boolean; readonly budget: number }) {
  const names = Array.from({ length: amount }, (_, index) => `n${index}`);
  const declared = options.declared ? names.map((name) => namespace(name)) : [];
  const evaluator = evaluatorOf(worldOf(...declared, ...names.flatMap(policiesOf)));
  const regions = evaluator.directory.everywhere.map((set): Region => ({
    source: podsIn(evaluator.directory.named("n0")),
    destination: podsIn(set),
    ports: ALL_PORTS,
    names: NO_NAMES,
  }));
  // Groups are made where many regions ask about many namespaces.
  for (let asked = 0; asked < MANY_REGIONS; asked++)
    applyOtherSide(regions, "egress", evaluator, createBudget(100_000));
  const spend = createBudget(options.budget);
  const { allowed, blocked } = applyOtherSide(regions, "egress", evaluator, spend);
  const linesOf = (name: string, cuts: readonly Region[]): readonly string[] =>
    cuts.flatMap(({ destination, ports }) => {
      if (destination.type === "address") return [];
      const { namespaces, labels } = destination;
      const values =
        namespaces.type === "known"
          ? namespaces.names
          : namespaces.labels.get("kubernetes.io/metadata.name")?.values;
      const isLeftOut = namespaces.type === "unknown" && !values?.has(name);
      return isLeftOut || !values?.has(name)
        ? []
        : [`${name} ${describeLabels(labels)} ${describePorts(ports, NO_NAMES)}`];
    });
  const shown = ["n0", "n1", "n2", "n3", "n4"];
  return {
    allowed: shown.flatMap((name) => linesOf(name, allowed).toSorted()),
    blocked: shown.flatMap((name) =>
      linesOf(
        name,
        blocked.map(({ region }) => region),
      ).toSorted(),
    ),
  };
}

it.each([{ declared: true }, { declared: false }])(
  "many namespaces are cut as few are, declared: $declared",
  ({ declared }) => {
    const one = cut(5, { declared, budget: 10_000 });
    expect(one.allowed).toContain("n1 app=web TCP 80");
    expect(one.allowed).toContain("n0  any port");
    expect(one.allowed).toContain("n3 app=web TCP 81");
    expect(cut(MANY_NAMESPACES + 5, { declared, budget: 10_000 })).toEqual(one);
  },
);

it("namespaces with the same policies cost what one of them costs", () => {
  expect(cut(400, { declared: true, budget: 200 })).toEqual(
    cut(5, { declared: true, budget: 200 }),
  );
});

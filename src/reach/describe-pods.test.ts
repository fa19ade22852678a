import { describe, expect, it } from "vitest";
import type { LabelSelector } from "../model/policy.ts";
import type { PodEndpoint } from "../space/endpoint.ts";
import { boxOfSelector } from "../space/label-box.ts";
import { describePods } from "./describe-pods.ts";
import { describeAnyOf, describeLabels } from "./label-words.ts";
import { createPodWords } from "./pod-words.ts";
import { deployment, evaluatorOf, namespace, policy, worldOf } from "./test-world.test-data.ts";

/** The box of the subject of a policy that selects so. */
function boxOf(selector: string) {
  const [placed] = worldOf(policy("shop", "p", `{podSelector: ${selector}}`)).policies;
  const box = boxOfSelector(placed?.policy.podSelector as LabelSelector);
  if (box === undefined) throw new Error("a selector that matches something is wanted");
  return box;
}

const expression = (key: string, operator: string, values = ""): string =>
  `{matchExpressions: [{key: ${key}, operator: ${operator}${values === "" ? "" : `, values: [${values}]`}}]}`;

describe("labels in words", () => {
  it.each([
    ["{}", ""],
    ["{matchLabels: {app: web, tier: front}}", "app=web, tier=front"],
    [expression("app", "In", "b, a"), "app in (a, b)"],
    [expression("app", "In", "a, b, c, d"), "app in (a, b, c, …)"],
    [expression("app", "NotIn", "db"), "not app=db"],
    [expression("app", "NotIn", "db, web"), "app not in (db, web)"],
    [expression("app", "Exists"), "with any app"],
    [expression("app", "DoesNotExist"), "without app"],
  ])("%s: %s", (selector, want) => {
    expect(describeLabels(boxOf(selector))).toBe(want);
  });

  it("name nothing where one of several conditions finds every pod", () => {
    const web = boxOf("{matchLabels: {app: web}}");
    expect(describeAnyOf([web, boxOf("{matchLabels: {app: db}}")])).toBe("app in (db, web)");
    const front = boxOf("{matchLabels: {tier: front}}");
    expect(describeAnyOf([web, front])).toBe("app=web or tier=front");
    // What the first one holds already is not said again.
    expect(describeAnyOf([boxOf(expression("app", "NotIn", "x")), web])).toBe("not app=x");
    expect(describeAnyOf([web, boxOf("{}")])).toBe("");
  });
});

describe("pods in words", () => {
  const world = worldOf(
    namespace("shop"),
    namespace("mon"),
    deployment("shop", "web"),
    deployment("shop", "db"),
  );
  const words = createPodWords(world);
  /** The sources of the first rule. */
  const peersOf = (from: string): readonly PodEndpoint[] =>
    evaluatorOf(
      worldOf(
        namespace("shop"),
        namespace("mon"),
        policy("shop", "p", `{podSelector: {}, ingress: [{from: [${from}]}]}`),
      ),
    )
      .side("shop", "ingress")
      .allows.flatMap(({ region: { source } }) => (source.type === "pod" ? [source] : []));

  it.each([
    { name: "one workload", from: "{podSelector: {matchLabels: {app: web}}}", want: "shop/web" },
    {
      name: "no workload",
      from: "{podSelector: {matchLabels: {app: wbe}}}",
      want: "pods app=wbe in shop",
    },
    {
      name: "one today, others tomorrow",
      from: `{podSelector: ${expression("app", "NotIn", "db")}}`,
      want: "pods in shop except app=db",
    },
    { name: "the namespace", from: "{podSelector: {}}", want: "any pod in shop" },
    { name: "all namespaces", from: "{namespaceSelector: {}}", want: "any pod in any namespace" },
    {
      name: "all but one",
      from: `{namespaceSelector: ${expression("kubernetes.io/metadata.name", "NotIn", "dev")}}`,
      want: "any pod in any namespace except dev",
    },
    {
      name: "an undeclared one",
      from: "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: dev}}}",
      want: "any pod in dev",
    },
    {
      name: "by label",
      from: "{namespaceSelector: {matchLabels: {team: a}}}",
      want: "any pod in namespaces team=a outside these manifests",
    },
  ])("$name: $want", ({ from, want }) => {
    expect(describePods(peersOf(from), words).text).toBe(want);
  });

  it("lists the workloads among them", () => {
    expect(describePods(peersOf("{podSelector: {}}"), words)).toMatchObject({
      workloads: ["shop/web[Deployment]", "shop/db[Deployment]"],
      more: 0,
    });
  });
});

import { expect, it } from "vitest";
import { loadFile } from "../scope/load-file.ts";
import { placeObjects } from "../world/place-objects.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { pairWorkloads } from "./pair-workloads.ts";

interface Shape {
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: string;
  readonly image?: string;
  readonly port?: number;
  readonly file?: string;
}

function workloads(...shapes: readonly Shape[]): readonly PlacedWorkload[] {
  const files = shapes.map((shape, index) => {
    const { kind = "Deployment", name, namespace = "shop", labels = "app: x", port } = shape;
    const { image = "", file = `${index}-${name}.yaml` } = shape;
    const ports = port === undefined ? "" : `, ports: [{containerPort: ${port}}]`;
    const pod = `{metadata: {labels: {${labels}}}, spec: {containers: [{name: c${image === "" ? "" : `, image: '${image}'`}${ports}}]}}`;
    const spec =
      kind === "CronJob" ? `{jobTemplate: {spec: {template: ${pod}}}}` : `{template: ${pod}}`;
    const group = kind === "CronJob" || kind === "Job" ? "batch/v1" : "apps/v1";
    const text = `{apiVersion: ${group}, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`;
    return loadFile(file, text, new TextEncoder().encode(text));
  });
  return placeObjects(files, {}).workloads;
}

const pairsOf = (
  base: readonly PlacedWorkload[],
  head: readonly PlacedWorkload[],
  isolated: Parameters<typeof pairWorkloads>[2] = () => 0,
): readonly string[] =>
  pairWorkloads(base, head, isolated).map(({ namespace, from, versions, head: now }) => {
    const [before, after] = from === namespace ? ["", ""] : [`${from}/`, `${namespace}/`];
    return `${before}${versions.map(({ name }) => name).join("+")} -> ${after}${now.name}`;
  });

const OWN = "registry.example/shop/api:1";

it.each<{ name: string; base: Shape; head: Shape; want: readonly string[] }>([
  {
    name: "same kind and name",
    base: { name: "api" },
    head: { name: "api", labels: "app: z" },
    want: ["api -> api"],
  },
  {
    name: "another kind",
    base: { name: "api" },
    head: { kind: "StatefulSet", name: "api", labels: "app: z" },
    want: ["api -> api"],
  },
  {
    name: "renamed and relabelled, own image",
    base: { name: "api", image: OWN },
    head: { name: "gate", labels: "app: z", image: "registry.example/shop/api:2@sha256:0" },
    want: ["api -> gate"],
  },
  {
    name: "a registry with a port",
    base: { name: "api", image: "localhost:5000/api" },
    head: { name: "gate", labels: "app: z", image: "localhost:5000/api:2" },
    want: ["api -> gate"],
  },
  {
    name: "another image",
    base: { name: "api", image: OWN },
    head: { name: "gate", labels: "app: z", image: "registry.example/shop/gate" },
    want: [],
  },
  {
    name: "an image that everybody uses",
    base: { name: "api", image: "nginx" },
    head: { name: "gate", labels: "app: z", image: "nginx" },
    want: [],
  },
  {
    name: "the same and its port",
    base: { name: "api", image: "nginx", port: 80 },
    head: { name: "gate", labels: "app: z", image: "nginx:2", port: 80 },
    want: ["api -> gate"],
  },
  {
    name: "labels that stayed, in the same file",
    base: { name: "api", labels: "app: x, tier: web", file: "a.yaml" },
    head: { name: "gate", labels: "app: z, tier: web", file: "a.yaml" },
    want: ["api -> gate"],
  },
  {
    name: "labels that stayed, elsewhere",
    base: { name: "api", labels: "app: x, tier: web" },
    head: { name: "gate", labels: "app: z, tier: web" },
    want: [],
  },
  {
    name: "moved to another namespace, by its image",
    base: { name: "api", image: OWN },
    head: { name: "api", namespace: "mon", image: OWN, labels: "app: z" },
    want: ["shop/api -> mon/api"],
  },
  {
    name: "moved to another namespace, by its labels",
    base: { name: "api", image: OWN, labels: "app: x, tier: web" },
    head: { name: "api", namespace: "mon", image: "other/api", labels: "tier: web, app: x" },
    want: ["shop/api -> mon/api"],
  },
  {
    name: "its name in another namespace, and nothing else",
    base: { name: "web", image: OWN },
    head: { name: "web", namespace: "mon", image: "other/web", labels: "app: z" },
    want: [],
  },
  {
    name: "its image in another namespace under another name",
    base: { name: "api", image: OWN },
    head: { name: "gate", namespace: "mon", image: OWN },
    want: [],
  },
  {
    name: "another kind in another namespace",
    base: { name: "api", image: OWN },
    head: { kind: "StatefulSet", name: "api", namespace: "mon", image: OWN },
    want: [],
  },
  {
    name: "a job of the same image",
    base: { name: "api", image: OWN },
    head: { kind: "CronJob", name: "clean", image: OWN },
    want: [],
  },
])("$name: $want", ({ base, head, want }) => {
  expect(pairsOf(workloads(base), workloads(head))).toEqual(want);
});

it("leaves alone what is still there", () => {
  const api = { name: "api", image: OWN };
  const [placed] = workloads(api);
  if (placed === undefined) throw new Error("a workload is wanted");
  expect(pairsOf([placed], [placed, ...workloads({ name: "gate", image: OWN })])).toEqual([]);
});

it("follows names where several are renamed at once", () => {
  const base = workloads({ name: "api", image: OWN }, { name: "worker", image: OWN });
  const head = workloads({ name: "worker-v2", image: OWN }, { name: "api-v2", image: OWN });
  expect(pairsOf(base, head)).toEqual(["worker -> worker-v2", "api -> api-v2"]);
});

it("takes the one with the most to lose where nothing tells two apart", () => {
  const base = workloads({ name: "one", image: OWN }, { name: "two", image: OWN });
  const head = workloads({ name: "three", image: OWN, labels: "app: z" });
  const isolated = (name: string) => (placed: PlacedWorkload) =>
    Number(placed.workload.name === name);
  expect(pairsOf(base, head, isolated("one"))).toEqual(["one -> three"]);
  expect(pairsOf(base, head, isolated("two"))).toEqual(["two -> three"]);
});

it("prefers the one that stayed in its namespace", () => {
  const base = workloads(
    { kind: "StatefulSet", name: "api", namespace: "mon", image: OWN },
    { name: "api", image: OWN },
  );
  const head = workloads({ name: "api", namespace: "mon", image: OWN });
  expect(pairsOf(base, head)).toEqual(["api -> api"]);
});

it("does not follow a workload to where no manifest says that it lands", () => {
  const [placed] = workloads({ name: "api", image: OWN });
  if (placed === undefined) throw new Error("a workload is wanted");
  const { workload } = placed;
  expect(pairsOf([placed], [{ workload: { ...workload }, namespace: "" }])).toEqual([]);
});

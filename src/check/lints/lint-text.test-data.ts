import { createDirectory } from "../../policy/namespace-directory.ts";
import { createEvaluator } from "../../reach/evaluator.ts";
import { loadFile } from "../../scope/load-file.ts";
import { placeObjects } from "../../world/place-objects.ts";
import { namespaceLabelsOf } from "../../world/world.ts";
import { lintChange, lintWorld, type LintRequest } from "./lint-world.ts";

/** One scope that is a single file, as the lints see it. */
function requestOf(text: string, complete = true): LintRequest {
  const file = loadFile("all.yaml", "id", new TextEncoder().encode(text));
  const [problem] = file.problems;
  if (problem !== undefined) throw new Error(problem.message);
  const world = placeObjects([file], {});
  const directory = createDirectory(namespaceLabelsOf(world));
  const evaluator = createEvaluator(world, { directory, ipBlockMatchesPods: true });
  return { scope: "default", world, evaluator, complete };
}

export const lintText = (text: string, complete?: boolean) =>
  lintWorld(requestOf(text, complete)).findings;

export const lintTexts = (base: string, head: string, complete?: boolean) =>
  lintChange(requestOf(base, complete), requestOf(head, complete)).findings;

/** Documents of a stream. */
export const documents = (...texts: readonly string[]): string =>
  texts.map((text) => text.trim()).join("\n---\n");

/** A policy whose spec is one line of flow style. */
export const policy = (name: string, spec: string, namespace = "shop"): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}`;

export const DENY = policy("default-deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

export const namespaceObject = (name: string, labels = ""): string =>
  `apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: {${labels}}}`;

interface Extra {
  readonly namespace?: string;
  readonly kind?: string;
  readonly ports?: string;
  readonly hostNetwork?: boolean;
}

export const workload = (name: string, labels: string, extra: Extra = {}): string => {
  const { namespace = "shop", kind = "Deployment", ports = "", hostNetwork = false } = extra;
  return `apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {${labels}}}
  template:
    metadata: {labels: {${labels}}}
    spec: {hostNetwork: ${hostNetwork}, containers: [{name: main, image: x, ports: [${ports}]}]}`;
};

export const service = (name: string, spec: string, namespace = "shop"): string =>
  `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}`;

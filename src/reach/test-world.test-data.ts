import { createDirectory } from "../policy/namespace-directory.ts";
import { loadFile } from "../scope/load-file.ts";
import { placeObjects } from "../world/place-objects.ts";
import { namespaceLabelsOf, type World } from "../world/world.ts";
import { createEvaluator, type Evaluator } from "./evaluator.ts";

/** A world from manifests in YAML, one file each. */
export const worldOf = (...texts: readonly string[]): World =>
  placeObjects(
    texts.map((text, index) => loadFile(`${index}.yaml`, text, new TextEncoder().encode(text))),
    {},
  );

export const evaluatorOf = (world: World): Evaluator =>
  createEvaluator(world, {
    directory: createDirectory(namespaceLabelsOf(world)),
    ipBlockMatchesPods: true,
  });

export const policy = (namespace: string, name: string, spec: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`;

export const namespace = (name: string, labels = ""): string =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;

export const deployment = (ns: string, name: string, labels = `app: ${name}`): string =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}, namespace: ${ns}}, spec: {template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: c}]}}}}`;

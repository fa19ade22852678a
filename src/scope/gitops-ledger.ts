import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "./manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

export interface GitopsContext {
  readonly texts: TextStore;
  readonly policyPaths: () => readonly string[];
}

type Reason = Pick<LedgerEntry, "reason" | "decides">;

/** Objects that say which folder is applied where, and the fields of theirs that decide it. */
const APPLIERS: readonly { readonly group: string; readonly fields: readonly string[] }[] = [
  {
    group: "kustomize.toolkit.fluxcd.io/",
    fields: [
      "path",
      "sourceRef",
      "targetNamespace",
      "components",
      "patches",
      "postBuild",
      "suspend",
      "kubeConfig",
    ],
  },
  { group: "source.toolkit.fluxcd.io/", fields: ["ignore", "include"] },
  {
    group: "argoproj.io/",
    fields: [
      "source",
      "sources",
      "destination",
      "generators",
      "template",
      "ignoreDifferences",
      "namespaceResourceBlacklist",
      "namespaceResourceWhitelist",
    ],
  },
];

/** Annotations that stop such an object itself. */
const STOPS = ["kustomize.toolkit.fluxcd.io/reconcile", "argocd.argoproj.io/skip-reconcile"];

/** Kustomize plugins that come with it, and JSON patches: they reshape policies without naming the kind. */
const RESHAPES = /^apiVersion: *builtin\b|^- *(?:op|path): /m;
const RESHAPED = /policyTypes|podSelector|\/spec\/(?:in|e)gress|NetworkPolicy|namespace/;

/**
 * Changed objects of Flux and Argo CD that decide which manifests are applied, and patches that reshape
 * them. They are not followed yet, so a change that can reach a policy leaves the answer open.
 */
export function reasonOfObjects(
  { path, base, head }: FileChange,
  { texts, policyPaths }: GitopsContext,
): Reason | undefined {
  if (!isManifestPath(path)) return undefined;
  const [before, after] = [base, head].map((entry) =>
    entry?.mode === "file" ? texts.text(entry.id) : "",
  );
  if (before === undefined || after === undefined) return undefined;
  const both = `${before}\n${after}`;
  const appliesPolicies = (): boolean => policyPaths().length > 0;
  if (RESHAPES.test(both) && RESHAPED.test(both) && appliesPolicies())
    return {
      reason: "a patch or transformer that can reshape policies: not applied",
      decides: true,
    };
  const isDeployment = DEPLOYMENT.test(path);
  if (!isDeployment && !APPLIERS.some(({ group }) => both.includes(group))) return undefined;
  if (!appliesPolicies()) return undefined;
  const [old, now] = isDeployment
    ? [deployed(before), deployed(after)]
    : [appliedBy(before), appliedBy(after)];
  if (old === now) return undefined;
  const decides = [old, now].some((fields) => fields !== "" && namesFolder(fields));
  return { reason: "it decides which manifests are applied, and is not followed", decides };
}

/** Files of other tools that say which manifests and charts are applied. */
const DEPLOYMENT = /(?:^|\/)(?:helmfile[^/]*|skaffold|fleet)\.ya?ml$/;
const DEPLOYED = [
  "releases",
  "helmfiles",
  "manifests",
  "deploy",
  "helm",
  "kustomize",
  "targetCustomizations",
];

/** What such a file deploys from this repository, without versions. */
function deployed(text: string): string {
  const values = plainValues(text);
  if (values === undefined) return text;
  return JSON.stringify(
    values.flatMap((value) =>
      DEPLOYED.map((field) => valueAt(value, field)).map((found) =>
        // A chart from a registry holds no policy of this repository.
        Array.isArray(found)
          ? found.filter((item) => !/^[\w-]+\/[\w-]+$/.test(String(valueAt(item, "chart"))))
          : found,
      ),
    ),
  );
}

/** The deciding fields of the objects in a text, as text. */
function appliedBy(text: string): string {
  const values = plainValues(text);
  if (values === undefined) return text;
  return values
    .filter(isRecord)
    .flatMap((value) => {
      const applier = APPLIERS.find(({ group }) => String(value["apiVersion"]).startsWith(group));
      if (applier === undefined) return [];
      const fields = applier.fields.map((field) => [
        field,
        withoutValues(valueAt(value, "spec", field)),
      ]);
      const annotations = valueAt(value, "metadata", "annotations");
      const stops = STOPS.map((key) => valueAt(annotations, key));
      return [JSON.stringify([value["kind"], valueAt(value, "metadata", "name"), fields, stops])];
    })
    .toSorted()
    .join("\n");
}

/** A source without the version and the values of a chart: those are other entries' business. */
function withoutValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutValues);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !["helm", "targetRevision", "images"].includes(key))
      .map(([key, child]) => [key, withoutValues(child)]),
  );
}

/** A chart from a registry holds no policy of this repository; a folder can lead on to any. */
const namesFolder = (fields: string): boolean =>
  !fields.includes('"chart":') || fields.includes('"path":');

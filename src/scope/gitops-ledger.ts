import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "./manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

export interface GitopsContext {
  readonly texts: TextStore;
  readonly policyPaths: () => readonly string[];
}

type Reason = Pick<LedgerEntry, "reason" | "decides">;

interface Applier {
  readonly group: string;
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
}

/** Objects that say which folder is applied where, and the fields of theirs that decide it. */
const APPLIERS: readonly Applier[] = [
  {
    group: "kustomize.toolkit.fluxcd.io/",
    kinds: ["Kustomization"],
    fields: [
      "path",
      "sourceRef",
      "targetNamespace",
      "commonMetadata",
      "components",
      "patches",
      "postBuild",
      "suspend",
      "kubeConfig",
    ],
  },
  {
    // A HelmRepository cannot carry manifests of this repository.
    group: "source.toolkit.fluxcd.io/",
    kinds: ["GitRepository", "OCIRepository", "Bucket"],
    fields: ["url", "ref", "suspend", "ignore", "include", "endpoint", "bucketName", "prefix"],
  },
  {
    group: "argoproj.io/",
    kinds: ["Application", "ApplicationSet", "AppProject"],
    fields: [
      "source",
      "sources",
      "sourceHydrator",
      "destination",
      "generators",
      "template",
      "templatePatch",
      "ignoreDifferences",
      "destinations",
      "sourceRepos",
      "clusterResourceBlacklist",
      "clusterResourceWhitelist",
      "namespaceResourceBlacklist",
      "namespaceResourceWhitelist",
    ],
  },
];

const RELEASE = "helm.toolkit.fluxcd.io/";
/** What decides about the release of a chart, besides its values: those are other entries' business. */
const RELEASED = [
  ["suspend"],
  ["targetNamespace"],
  ["releaseName"],
  ["valuesFrom"],
  ["kubeConfig"],
  ["chart", "spec", "chart"],
  ["chart", "spec", "sourceRef"],
  ["chart", "spec", "valuesFile"],
  ["chart", "spec", "valuesFiles"],
];

const GROUPS = [...APPLIERS.map(({ group }) => group), RELEASE];

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
  if (!isDeployment && !GROUPS.some((group) => both.includes(group))) return undefined;
  if (!appliesPolicies()) return undefined;
  const [old = [], now = []] = [before, after].map((text) =>
    isDeployment ? [deployed(text)] : appliedBy(text, policyPaths()),
  );
  const changed = [
    ...old.filter((fields) => !now.includes(fields)),
    ...now.filter((fields) => !old.includes(fields)),
  ];
  if (changed.length === 0) return undefined;
  const decides = changed.some(namesFolder);
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

/** The deciding fields of each object in a text, as text. */
function appliedBy(text: string, policyPaths: readonly string[]): readonly string[] {
  const values = plainValues(text);
  if (values === undefined) return mayApply(text) ? [text] : [];
  return values.flatMap(objectsOf).flatMap((value) => {
    const fields = decidingFields(value, policyPaths);
    if (fields === undefined) return [];
    const annotations = valueAt(value, "metadata", "annotations");
    const stops = STOPS.map((key) => valueAt(annotations, key));
    return [JSON.stringify([value["kind"], valueAt(value, "metadata", "name"), fields, stops])];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function objectsOf(value: unknown): readonly Fields[] {
  if (!isRecord(value)) return [];
  return value["kind"] === "List" && Array.isArray(value["items"])
    ? value["items"].filter(isRecord)
    : [value];
}

const KIND = new RegExp(
  String.raw`\bkind["']?\s*:\s*["']?(?:${APPLIERS.flatMap(({ kinds }) => kinds).join("|")})\b`,
);
const FOLDER_CHART = /\bchart["']?\s*:\s*["']?(?:\.|[^\s"']{0,300}\/)/;

/** Whether a text that cannot be read may hold such an object. */
const mayApply = (text: string): boolean =>
  (APPLIERS.some(({ group }) => text.includes(group)) && KIND.test(text)) ||
  (text.includes(RELEASE) && FOLDER_CHART.test(text));

function decidingFields(value: Fields, policyPaths: readonly string[]): unknown {
  const version = String(value["apiVersion"]);
  const kind = String(value["kind"]);
  if (version.startsWith(RELEASE)) {
    if (kind !== "HelmRelease" || !releasesPolicies(value, policyPaths)) return undefined;
    const fields = RELEASED.map((keys) => valueAt(value, "spec", ...keys));
    return [valueAt(value, "metadata", "namespace"), fields];
  }
  const applier = APPLIERS.find(({ group }) => version.startsWith(group));
  if (!applier?.kinds.includes(kind)) return undefined;
  const isSource = applier.group.startsWith("source.");
  return applier.fields.map((field) => {
    const found = valueAt(value, "spec", field);
    if (isSource && field === "ref") return [field, unversioned(found)];
    return [field, withoutValues(found)];
  });
}

/** Whether a HelmRelease takes its chart from a folder with policies below. */
function releasesPolicies(value: Fields, policyPaths: readonly string[]): boolean {
  const chart = valueAt(value, "spec", "chart", "spec", "chart");
  if (typeof chart !== "string") return false;
  const source = String(valueAt(value, "spec", "chart", "spec", "sourceRef", "kind"));
  if (!/^\.|\//.test(chart) && !/^(?:GitRepository|Bucket)$/.test(source)) return false;
  const folder = posix.join("/", chart, "/").slice(1);
  return policyPaths.some((path) => path.startsWith(folder));
}

/** What a source follows, without versions: what a newer one holds cannot be told from here. */
const unversioned = (ref: unknown): unknown =>
  ["branch", "commit", "name"].map((key) => valueAt(ref, key));

/** What Helm is told besides values. */
const HELM = [
  "valueFiles",
  "parameters",
  "fileParameters",
  "releaseName",
  "namespace",
  "ignoreMissingValueFiles",
];

/**
 * A source without the values of a chart, and without the version of one from elsewhere: those are other entries'
 * business. Which revision of a folder is applied, and with which files of values, is this one's.
 */
function withoutValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutValues);
  if (!isRecord(value)) return value;
  const isFolder = typeof value["path"] === "string";
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => key !== "images" && (isFolder || !["helm", "targetRevision"].includes(key)),
      )
      .map(([key, child]) => [
        key,
        key === "helm"
          ? HELM.map((name) => withoutImages(valueAt(child, name)))
          : withoutValues(child),
      ]),
  );
}

/** Parameters without those for an image, which says nothing about who may talk to whom. */
const withoutImages = (found: unknown): unknown =>
  Array.isArray(found)
    ? found.filter((item) => !/(?:^|\.)image\.\w+$/.test(String(valueAt(item, "name"))))
    : found;

/** A chart from a registry holds no policy of this repository; a folder can lead on to any. */
const namesFolder = (fields: string): boolean =>
  !fields.includes('"chart":') || fields.includes('"path":');

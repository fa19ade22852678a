import { posix } from "node:path";
import { isRecord, typeOf, valueAt } from "../../scope/plain-values.ts";
import { applierOf, DECIDING_ANNOTATION, NEVER, type Applier } from "./appliers.ts";
import { releaseFields } from "./release-fields.ts";

/** An object that applies manifests: who it is, and what of it decides, as text. */
export interface Applying {
  readonly identity: string;
  readonly decides: string;
  readonly onlyWhereItWas: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** What an object says about which manifests are applied; undefined where it applies none. */
export function applyingOf(value: Fields, policyPaths: readonly string[]): Applying | undefined {
  const { group, kind } = typeOf(value);
  const applier = applierOf(group, kind) ?? unknownApplier(value, group, policyPaths);
  const fields = releaseFields(value, policyPaths) ?? (applier && decidingFields(value, applier));
  if (fields === undefined) return undefined;
  const metadata = value["metadata"];
  const identity = [kind, valueAt(metadata, "namespace"), valueAt(metadata, "name")];
  const annotations = valueAt(metadata, "annotations");
  const marks = isRecord(annotations)
    ? Object.entries(annotations).filter(([key]) => DECIDING_ANNOTATION.test(key))
    : [];
  const labels = applier?.labels === true ? valueAt(metadata, "labels") : undefined;
  return {
    identity: JSON.stringify(identity),
    decides: JSON.stringify([...identity, fields, marks, labels]),
    onlyWhereItWas: applier?.onlyWhereItWas === true,
  };
}

/** Kinds with a field for a folder are appliers whatever they are called, where the folder holds policies. */
function unknownApplier(
  value: Fields,
  group: string,
  policyPaths: readonly string[],
): Applier | undefined {
  // The kinds of Kubernetes itself apply nothing, and those of Flux and Argo CD are known.
  if (!group.includes(".") || /(?:^|\.)(?:k8s\.io|fluxcd\.io|argoproj\.io)$/.test(group))
    return undefined;
  return leadsToPolicies(value["spec"], policyPaths) ? { group } : undefined;
}

const FOLDER_KEY = /(?:path|dir|directory|folder)s?$/i;

function leadsToPolicies(value: unknown, policyPaths: readonly string[], key = ""): boolean {
  if (typeof value === "string") {
    if (!FOLDER_KEY.test(key) || value.includes("://")) return false;
    const folder = posix.join("/", value, "/").slice(1);
    return folder !== "" && policyPaths.some((path) => path.startsWith(folder));
  }
  if (Array.isArray(value)) return value.some((item) => leadsToPolicies(item, policyPaths, key));
  return (
    isRecord(value) &&
    Object.entries(value).some(([name, child]) => leadsToPolicies(child, policyPaths, name))
  );
}

function decidingFields(value: Fields, { group, fields, harmless }: Applier): unknown {
  // Some kinds have no spec.
  const spec = isRecord(value["spec"]) ? value["spec"] : value;
  const kept = Object.entries(spec).filter(([key]) =>
    spec === value ? !OUTER.has(key) : (fields?.includes(key) ?? harmless?.includes(key) !== true),
  );
  const isSource = group === "source.toolkit.fluxcd.io";
  return withoutValues(
    Object.fromEntries(
      kept.map(([key, child]) => [key, isSource && key === "ref" ? unversioned(child) : child]),
    ),
  );
}

const OUTER = new Set(["apiVersion", "kind", "metadata", "status"]);

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
  const isKept = ([key]: readonly [string, unknown]): boolean =>
    key !== "images" && !NEVER.has(key) && (isFolder || !["helm", "targetRevision"].includes(key));
  return Object.fromEntries(
    Object.entries(value)
      .filter(isKept)
      .map(([key, child]): readonly [string, unknown] => [key, keptOf(key, child)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function keptOf(key: string, child: unknown): unknown {
  if (key === "helm") return HELM.map((name) => withoutImages(valueAt(child, name)));
  // When and how often, not what; but for the labels of the namespace.
  if (key === "syncPolicy") return valueAt(child, "managedNamespaceMetadata");
  return withoutValues(child);
}

/** Parameters without those for an image, which says nothing about who may talk to whom. */
const withoutImages = (found: unknown): unknown =>
  Array.isArray(found)
    ? found.filter((item) => !/(?:^|\.)image\.\w+$/.test(String(valueAt(item, "name"))))
    : found;

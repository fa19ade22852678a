import type { Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Mark } from "../model/policy.ts";
import type { Problem } from "../model/problem.ts";
import { quote } from "./quote.ts";

interface Rule {
  readonly key: string;
  /** Whether this value has the effect. */
  readonly when: (value: string) => boolean;
  readonly effect: string;
}

const always = (): boolean => true;
const is =
  (...values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value.trim().toLowerCase());

/** Annotations (and one label) by which the tools that apply manifests leave an object out or delete it again. */
const RULES: readonly Rule[] = [
  {
    key: "config.kubernetes.io/local-config",
    // kustomize keeps such an object for "false" only (api/resource/factory.go, DropLocalNodes).
    when: (value) => value !== "false",
    effect: "kustomize leaves it out",
  },
  {
    key: "kustomize.toolkit.fluxcd.io/reconcile",
    when: is("disabled"),
    effect: "Flux does not apply it",
  },
  {
    key: "kustomize.toolkit.fluxcd.io/ssa",
    when: is("ignore", "ifnotpresent"),
    effect: "Flux does not apply it, or only once",
  },
  { key: "fluxcd.io/ignore", when: (value) => value !== "false", effect: "Flux does not apply it" },
  // Argo CD takes Helm's hooks for its own in plain manifests too (gitops-engine pkg/sync/hook).
  {
    key: "argocd.argoproj.io/hook",
    when: always,
    effect: "Argo CD runs it as a hook, skips it or deletes it",
  },
  {
    key: "helm.sh/hook",
    when: always,
    effect: "Argo CD and Helm run it as a hook and may delete it",
  },
  {
    key: "configmanagement.gke.io/managed",
    when: is("disabled"),
    effect: "Config Sync does not apply it",
  },
  {
    key: "configmanagement.gke.io/cluster-selector",
    when: always,
    effect: "Config Sync applies it to some clusters only",
  },
  {
    key: "configmanagement.gke.io/namespace-selector",
    when: always,
    effect: "Config Sync applies it to some namespaces only",
  },
  {
    key: "configsync.gke.io/cluster-name-selector",
    when: always,
    effect: "Config Sync applies it to some clusters only",
  },
  {
    key: "client.lifecycle.config.k8s.io/mutation",
    when: is("ignore"),
    effect: "Config Sync does not apply it",
  },
  { key: "kapp.k14s.io/noop", when: always, effect: "kapp does not apply it" },
  { key: "kapp.k14s.io/exists", when: always, effect: "kapp does not apply it" },
  // Go's ParseBool takes these for yes.
  { key: "kluctl.io/delete", when: is("1", "t", "true"), effect: "kluctl deletes it" },
  { key: "kluctl.io/ignore", when: is("1", "t", "true"), effect: "kluctl does not apply it" },
  // A label (cluster/addons/addon-manager in kubernetes/kubernetes): what is there already stays as it is.
  {
    key: "addonmanager.kubernetes.io/mode",
    when: is("ensureexists"),
    effect: "the addon manager applies it only once",
  },
  { key: "janitor/ttl", when: always, effect: "kube-janitor deletes it" },
  { key: "janitor/expires", when: always, effect: "kube-janitor deletes it" },
  { key: "cleanup.kyverno.io/ttl", when: always, effect: "Kyverno deletes it" },
];

const BY_KEY: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.key, rule]));

export const isApplyMark = (key: string): boolean => BY_KEY.has(key);

/** Fields with which applying fails, or after which the cluster deletes the object. */
const FIELDS: readonly (readonly [field: string, effect: string])[] = [
  ["ownerReferences", "the cluster deletes it where no such owner exists"],
  ["resourceVersion", "applying it fails where the cluster has another version"],
  ["uid", "applying it fails where the cluster has another object"],
  // kubernetes/apimachinery pkg/util/managedfields/internal/structuredmerge.go: "metadata.managedFields must be nil".
  ["managedFields", "server-side apply refuses it"],
];

/**
 * What in the metadata of an object can keep it from being applied, or deletes it again, though the API server
 * accepts it. Whether it does depends on the tool that applies the manifests.
 */
export function applyMarksOf({ node, name, listKind }: ManifestObject): readonly Mark[] {
  const metadata = childOf(node, "metadata");
  const marks: Mark[] = [];
  for (const field of ["annotations", "labels"]) {
    const map = metadata && childOf(metadata, field);
    if (map?.type !== "map") continue;
    for (const [key, { keySpan, value }] of map.entries) {
      const rule = BY_KEY.get(key);
      const text = value.type === "scalar" ? String(value.value ?? "") : "";
      if (rule?.when(text) === true)
        marks.push({ text: `${key}: ${quote(text)}: ${rule.effect}`, span: keySpan });
    }
  }
  if (metadata?.type === "map")
    for (const [field, effect] of FIELDS) {
      const entry = metadata.entries.get(field);
      if (entry !== undefined && isSet(entry.value))
        marks.push({ text: `${field}: ${effect}`, span: entry.keySpan });
    }
  const generated = metadata?.type === "map" ? metadata.entries.get("generateName") : undefined;
  if (name === "" && generated !== undefined)
    marks.push({ text: "generateName: kubectl apply refuses it", span: generated.keySpan });
  if (listKind !== undefined)
    marks.push({
      text: `an item of the kind ${quote(listKind)}, which only some tools take for a list`,
      span: node.span,
    });
  return marks;
}

/**
 * Whether the server drops an unknown field or refuses the object is the client's choice (`fieldValidation`). kubectl asks
 * for the latter, and server-side apply knows nothing else. One such field is enough.
 */
export function unknownFieldMark(problems: readonly Problem[]): readonly Mark[] {
  const found = problems.find(({ code }) => code === "unknown-field");
  if (found === undefined) return [];
  const { field = "", span } = found;
  return [{ text: `unknown field ${field}: kubectl refuses it under strict validation`, span }];
}

const childOf = (node: Node, key: string): Node | undefined =>
  node.type === "map" ? node.entries.get(key)?.value : undefined;

const isSet = (node: Node): boolean =>
  node.type === "scalar"
    ? node.value !== null && node.value !== ""
    : node.type === "map" || node.items.length > 0;

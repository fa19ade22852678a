import { addTo } from "../model/group-by.ts";
import type { Config } from "../config/config.ts";
import { parseManifest } from "../manifest/parse-manifest.ts";
import { lazily } from "../model/lazily.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Node } from "../model/node.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { mayMakePods } from "../unrendered/appliers/pod-makers.ts";
import { deploysTo } from "../unrendered/appliers/deploys-to.ts";
import { isChartContent, isGeneratorPath, isKustomization } from "../scope/manifest-paths.ts";
import { mayHideWords, namesNamespace } from "../scope/text-hints.ts";
import { isActive, scopesOf } from "./scope-files.ts";
import type { ChangedScope } from "./changed-scope.ts";
import { limitWorld, type AlternativeReading } from "./alternative-reading.ts";

/** Finds what shows that a namespace is still in use at head. */
export interface Occupation {
  /** A file with an object that lives in the namespace, or that applies others to it. */
  readonly occupantOf: (namespace: string) => string | undefined;
  /** Whether something that is not read may make pods of the namespace. */
  readonly mayHaveOtherPods: (namespace: string) => boolean;
}

export interface OccupiedScope extends ChangedScope {
  readonly occupation: Occupation;
}

interface OccupationContext {
  /** The manifests of the scope at head. */
  readonly files: () => readonly FileVersion[];
  readonly texts: TextStore;
}

/** Fields in which objects of Flux, Argo CD and kustomize say where others go. */
const TARGETS: readonly (readonly string[])[] = [
  ["metadata", "namespace"],
  ["spec", "targetNamespace"],
  ["spec", "destination", "namespace"],
];

/**
 * A namespace that is only mentioned, as the subject of a RoleBinding or the source of a rule, is not in use; so
 * candidates are found in the text and then parsed.
 */
export function findOccupation({ files, texts }: OccupationContext): Occupation {
  const known = new Map<string, string | undefined>();
  const find = (namespace: string): string | undefined => {
    const folders = lazily(() => foldersNamed(namespace, files()));
    return files().find(({ path, id }) => {
      const text = texts.text(id);
      const isNamed = namesNamespace(text, namespace);
      if (isNamed && isGeneratorPath(path)) return true;
      return (
        ((isNamed || mayHideWords(text)) &&
          holdsOccupant({ path, isNamed }, texts.bytes(id), namespace)) ||
        (mayDeploy(text, namespace) && deploysTo(text, namespace, folders))
      );
    })?.path;
  };
  return {
    occupantOf: (namespace) => {
      if (!known.has(namespace)) known.set(namespace, find(namespace));
      return known.get(namespace);
    },
    mayHaveOtherPods: (namespace) =>
      files().some(({ path, id }) => mayMakePods(path, texts.text(id), namespace)),
  };
}

/** Whether a text names the namespace in some way, or may find its folder by a pattern. */
const mayDeploy = (text: string, namespace: string): boolean =>
  text.includes(namespace) || (text.includes("ApplicationSet") && text.includes("*"));

/** The folders with a namespace's name that hold anything. */
function foldersNamed(namespace: string, files: readonly FileVersion[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    if (!path.includes(`${namespace}/`)) continue;
    const segments = path.split("/").slice(0, -1);
    for (const [index, segment] of segments.entries())
      if (segment === namespace) folders.add(segments.slice(0, index + 1).join("/"));
  }
  return [...folders];
}

function holdsOccupant(
  { path, isNamed }: { readonly path: string; readonly isNamed: boolean },
  bytes: Uint8Array | undefined,
  namespace: string,
): boolean {
  if (bytes === undefined) return false;
  // Everything in a kustomization's reach moves to its namespace; it need not say what it is.
  if (isNamed && isKustomization(path)) return true;
  const { objects, problems } = parseManifest(path, bytes);
  return (
    objects.some((object) => livesIn(object, namespace)) ||
    // What names the namespace and cannot be read may live there.
    (isNamed && problems.some(({ kindHints }) => kindHints !== undefined))
  );
}

const livesIn = ({ node }: ManifestObject, namespace: string): boolean =>
  TARGETS.some((path) => textAt(node, path) === namespace);

function textAt(node: Node, [key, ...rest]: readonly string[]): string | undefined {
  if (key === undefined)
    return node.type === "scalar" && typeof node.value === "string" ? node.value : undefined;
  const next = node.type === "map" ? node.entries.get(key)?.value : undefined;
  return next === undefined ? undefined : textAt(next, rest);
}

/** What can put something into a namespace at head, of each scope: nothing that is set aside. */
export function activeFilesOf({
  files,
  config,
  charts,
}: {
  readonly files: readonly FileVersion[];
  readonly config: Config;
  readonly charts: ReadonlySet<string>;
}): (scope: string) => readonly FileVersion[] {
  const byScope = lazily(() => {
    const groups = new Map<string, FileVersion[]>();
    for (const file of files) {
      const isPart = isChartContent(file.path, charts) && !config.exclude(file.path);
      if (!isPart && !isActive(file, config, charts)) continue;
      for (const scope of scopesOf(file.path, config)) addTo(groups, scope, file);
    }
    return groups;
  });
  return (scope) => byScope().get(scope) ?? [];
}

/**
 * Namespaces whose Namespace object is gone with their policies although something in them stays: whether they
 * are gone is not known.
 */
export function readingsOfContradictions({
  name,
  base,
  head,
  occupation: { occupantOf },
}: OccupiedScope): readonly AlternativeReading[] {
  const before = new Set(base.policies.map(({ namespace }) => namespace));
  const after = new Set(head.policies.map(({ namespace }) => namespace));
  return [...base.namespaces].flatMap(([namespace, { span }]): readonly AlternativeReading[] => {
    if (head.namespaces.has(namespace) || after.has(namespace) || !before.has(namespace)) return [];
    const path = occupantOf(namespace);
    if (path === undefined) return [];
    const namespaces = new Set([namespace]);
    return [
      {
        scope: name,
        base: limitWorld(base, namespaces),
        head: limitWorld(head, namespaces),
        namespaces,
        doubt: `namespace ${namespace} stays: its Namespace object is gone, but ${path} still puts something there`,
        place: { path: span.path, span, side: "base" },
        occupied: () => true,
      },
    ];
  });
}

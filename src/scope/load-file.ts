import { classifyObject, isCoreWorkload, type ObjectClass } from "../manifest/classify-object.ts";
import { decodeNamespace } from "../manifest/decode-namespace.ts";
import { decodeNetworkPolicy } from "../manifest/decode-network-policy.ts";
import { decodeService } from "../manifest/decode-service.ts";
import { decodeWorkload } from "../manifest/decode-workload.ts";
import { findPodTemplates, USUAL_PLACE, type PodMaker } from "../manifest/find-pod-templates.ts";
import { detectNetworkPlugin } from "../manifest/detect-network-plugin.ts";
import { parseManifest, type KnownDocuments } from "../manifest/parse-manifest.ts";
import { lazily } from "../model/lazily.ts";
import type { NetworkPlugin } from "../model/network-plugin.ts";
import type { ManifestObject } from "../model/object.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { Problem } from "../model/problem.ts";
import type { Service } from "../model/service.ts";
import type { NamespaceObject, Workload } from "../model/workload.ts";
import {
  mayHideWords,
  namesForeign,
  namesNamespaceKind,
  namesPolicy,
  namesTemplate,
  namesWorkload,
} from "./text-hints.ts";

/** One version of one file, decoded. */
export interface LoadedFile {
  readonly path: string;
  readonly id: string;
  readonly policies: readonly NetworkPolicy[];
  /** Policies that the API server would reject. */
  readonly rejected: readonly ManifestObject[];
  readonly namespaces: readonly NamespaceObject[];
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];
  readonly plugins: readonly NetworkPlugin[];
  /** Policies of other engines, by what they are called. */
  readonly foreign: readonly ManifestObject[];
  /** Objects with pod templates beside those that are read as workloads. */
  readonly makers: readonly PodMaker[];
  readonly problems: readonly LoadProblem[];
}

/** A problem, and the kind of object it stands in or hides. */
/** Loaded files of one set of manifests, at both revisions. */
export interface FilePair {
  readonly base: readonly LoadedFile[];
  readonly head: readonly LoadedFile[];
}

export interface LoadProblem extends Problem {
  readonly about: "policy" | "namespace" | "workload" | "other";
  /** The object that a decoder refused or complained about; its namespace may be absent. */
  readonly object?: Pick<ManifestObject, "kind" | "name" | "namespace">;
}

/** The documents of files of which several versions are read, and mostly hold the same. */
export type SharedDocuments = Map<string, KnownDocuments>;

/** Decodes everything in a file that the review can use. */
export const loadFile = (path: string, id: string, bytes: Uint8Array): LoadedFile =>
  loadVersion({ path, id }, bytes);

/** The same; what versions have in common is parsed once. */
export function loadVersion(
  { path, id }: { readonly path: string; readonly id: string },
  bytes: Uint8Array,
  shared?: SharedDocuments,
): LoadedFile {
  const known = shared?.get(path) ?? new Map();
  shared?.set(path, known);
  const { objects, problems } = parseManifest(path, bytes, { known });
  const text = lazily(() => Buffer.from(bytes).toString("latin1"));
  // In text that may hide words, an unread part may hold anything.
  const hides = lazily(() => mayHideWords(text()));
  const isHarmless = lazily(
    () =>
      !hides() &&
      ![namesPolicy, namesForeign, namesNamespaceKind, namesWorkload].some((names) =>
        names(text()),
      ),
  );
  const loaded = {
    policies: [] as NetworkPolicy[],
    rejected: [] as ManifestObject[],
    namespaces: [] as NamespaceObject[],
    workloads: [] as Workload[],
    services: [] as Service[],
    plugins: [] as NetworkPlugin[],
    foreign: [] as ManifestObject[],
    makers: [] as PodMaker[],
    problems: problems.map((problem): LoadProblem => ({
      ...problem,
      about: isHarmless()
        ? "other"
        : problem.kindHints !== undefined && hides()
          ? "policy"
          : aboutOf(problem, objects),
    })),
  };
  const note = (
    about: LoadProblem["about"],
    found: readonly Problem[],
    object: ManifestObject,
  ): void => {
    for (const problem of found) loaded.problems.push({ ...problem, about, object });
  };
  const noteMaker = (object: ManifestObject, read?: string): void => {
    if (!namesTemplate(text())) return;
    const maker = findPodTemplates(object);
    const templates = maker?.templates.filter(({ place }) => place !== read) ?? [];
    if (maker !== undefined && templates.length > 0) loaded.makers.push({ ...maker, templates });
  };
  for (const object of objects) {
    const plugin = detectNetworkPlugin(object);
    if (plugin !== undefined) loaded.plugins.push(plugin);
    switch (classifyObject(object)) {
      case "network-policy": {
        const decoded = decodeNetworkPolicy(object);
        if (decoded.policy === undefined) loaded.rejected.push(object);
        else loaded.policies.push(decoded.policy);
        note("policy", decoded.problems, object);
        break;
      }
      case "namespace": {
        const decoded = decodeNamespace(object);
        if (decoded.namespace !== undefined) loaded.namespaces.push(decoded.namespace);
        note("namespace", decoded.problems, object);
        break;
      }
      case "workload": {
        const decoded = decodeWorkload(object);
        if (decoded.workload !== undefined) loaded.workloads.push(decoded.workload);
        note("workload", decoded.problems, object);
        if (!isCoreWorkload(object)) noteMaker(object, USUAL_PLACE);
        break;
      }
      case "service": {
        const service = decodeService(object);
        if (service !== undefined) loaded.services.push(service);
        break;
      }
      case "foreign-policy":
        loaded.foreign.push(object);
        noteMaker(object);
        break;
      case "other":
        noteMaker(object);
        break;
    }
  }
  return { path, id, ...loaded };
}

/** What a problem of the reader hides or touches: the kinds in the hidden text, or the object around it. */
function aboutOf(problem: Problem, objects: readonly ManifestObject[]): LoadProblem["about"] {
  const { kindHints, span } = problem;
  if (kindHints === undefined) {
    const around = objects.find(
      (object) => object.span.startLine <= span.startLine && span.endLine <= object.span.endLine,
    );
    return around === undefined ? "policy" : ABOUT[classifyObject(around)];
  }
  if (kindHints.some((kind) => /Policy|Firewall|NetworkSet/.test(kind))) return "policy";
  if (kindHints.includes("Namespace")) return "namespace";
  return kindHints.length > 0 ? "workload" : "other";
}

const ABOUT: Readonly<Record<ObjectClass, LoadProblem["about"]>> = {
  "network-policy": "policy",
  "foreign-policy": "policy",
  namespace: "namespace",
  workload: "workload",
  service: "other",
  other: "other",
};

import { posix } from "node:path";
import type { NamespaceObject } from "../model/workload.ts";
import type { LoadedFile } from "../scope/load-file.ts";
import {
  policyKey,
  type PlacedPolicy,
  type PlacedService,
  type PlacedWorkload,
  type World,
} from "./world.ts";

export interface Placement {
  /** Where objects without a namespace land, if the configuration says so. */
  readonly namespace?: string;
  /** Where they land that nothing tells a namespace of; nowhere in particular unless it is set. */
  readonly unnamed?: string;
}

/**
 * Makes the world of one scope at one revision. An object without a namespace lands in the one that the
 * configuration names, else in the Namespace that its nearest folder is named after, else in one
 * namespace without a name: it is wherever the manifests are applied.
 */
export function placeObjects(files: readonly LoadedFile[], placement: Placement): World {
  const namespaces = new Map<string, NamespaceObject>();
  for (const file of files)
    for (const namespace of file.namespaces) namespaces.set(namespace.name, namespace);
  const policies: PlacedPolicy[] = [];
  const workloads: PlacedWorkload[] = [];
  const services: PlacedService[] = [];
  const rejected = new Set<string>();
  for (const file of files) {
    let fallback: string | undefined;
    const placed = (declared: string | undefined): string =>
      declared ?? (fallback ??= landingOf(file.path, namespaces, placement));
    for (const policy of file.policies)
      policies.push({ policy, namespace: placed(policy.namespace) });
    for (const { name, namespace } of file.rejected)
      rejected.add(policyKey(placed(namespace), name));
    for (const workload of file.workloads)
      workloads.push({ workload, namespace: placed(workload.namespace) });
    for (const service of file.services)
      services.push({ service, namespace: placed(service.namespace) });
  }
  const plugins = files.flatMap((file) => file.plugins);
  const refused = refusedNamespaces(files);
  return {
    namespaces,
    policies,
    workloads,
    services,
    plugins,
    rejected,
    ...(refused.size === 0 ? {} : { refusedNamespaces: refused }),
  };
}

function refusedNamespaces(files: readonly LoadedFile[]): ReadonlySet<string> {
  const refused = new Set<string>();
  files.forEach(({ problems }) =>
    problems.forEach(({ about, code, object }) => {
      if (about === "namespace" && code === "invalid" && object !== undefined)
        refused.add(object.name);
    }),
  );
  return refused;
}

/** The namespace of the objects of a file that name none. */
export const landingOf = (
  path: string,
  namespaces: World["namespaces"],
  { namespace, unnamed = "" }: Placement,
): string => namespace ?? namespaceOfFolder(path, namespaces) ?? unnamed;

function namespaceOfFolder(
  path: string,
  namespaces: ReadonlyMap<string, unknown>,
): string | undefined {
  for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) {
    const name = posix.basename(folder);
    if (namespaces.has(name)) return name;
  }
  return undefined;
}

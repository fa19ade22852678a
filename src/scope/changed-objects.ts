import { NAME_LABEL } from "../model/name-label.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { Labels, NamespaceObject, Workload } from "../model/workload.ts";
import type { FilePair, LoadedFile } from "./load-file.ts";
import { contentOf } from "./policy-content.ts";
import { traitsOf } from "./workload-traits.ts";

/** What the changed files say, at either revision: the question that the other files must answer. */
export interface ChangedObjects {
  readonly policies: readonly NetworkPolicy[];
  /** Policies of changed files that are the same at both revisions. */
  readonly standing: readonly NetworkPolicy[];
  /** Namespaces of changed policies, workloads and Namespace objects. */
  readonly namespaces: ReadonlySet<string>;
  /** Names of folders above changed objects that name no namespace. */
  readonly folders: ReadonlySet<string>;
  /** Label keys that changed on some Namespace. */
  readonly namespaceKeys: ReadonlySet<string>;
  /** Label keys of Namespaces that only one revision declares. */
  readonly declaredKeys: ReadonlySet<string>;
  /** Pod labels, named ports or network of some workload changed. */
  readonly workloadsMoved: boolean;
}

/** What changed files ask of the others. */
export function changedObjects({ base, head }: FilePair): ChangedObjects {
  const files = [...base, ...head];
  const contents = {
    base: new Set(base.flatMap((file) => file.policies.map(contentOf))),
    head: new Set(head.flatMap((file) => file.policies.map(contentOf))),
  };
  const policies = files.flatMap((file) => file.policies);
  const isStanding = (policy: NetworkPolicy): boolean => {
    const content = contentOf(policy);
    return contents.base.has(content) && contents.head.has(content);
  };
  const workloads = files.flatMap((file) => file.workloads);
  const namespaces = new Set([...policies, ...workloads].map(({ namespace }) => namespace ?? ""));
  const before = new Map(base.flatMap((file) => file.namespaces).map((item) => [item.name, item]));
  const keys = head
    .flatMap((file) => file.namespaces)
    .flatMap((item) => labelChanges(before.get(item.name), item));
  for (const file of files) for (const { name } of file.namespaces) namespaces.add(name);
  return {
    policies: policies.filter((policy) => !isStanding(policy)),
    standing: policies.filter(isStanding),
    namespaces,
    folders: new Set(files.flatMap(possibleNamespaces)),
    namespaceKeys: new Set(keys),
    declaredKeys: new Set(declaredOnce(base, head)),
    workloadsMoved: someMoved(base, head),
  };
}

/** Label keys of the Namespace objects that stand at one revision only. */
function declaredOnce(base: readonly LoadedFile[], head: readonly LoadedFile[]): readonly string[] {
  const [before, after] = [base, head].map((files) =>
    files.flatMap(({ namespaces }) => namespaces),
  );
  const keysOf = (
    some: readonly NamespaceObject[] = [],
    others: readonly NamespaceObject[] = [],
  ): readonly string[] => {
    const known = new Set(others.map(({ name }) => name));
    return some.flatMap(({ name, labels }) => (known.has(name) ? [] : Object.keys(labels)));
  };
  return [...keysOf(before, after), ...keysOf(after, before)].filter((key) => key !== NAME_LABEL);
}

const labelChanges = (
  before: NamespaceObject | undefined,
  after: NamespaceObject,
): readonly string[] => (before === undefined ? [] : changedKeys(before.labels, after.labels));

function someMoved(base: readonly LoadedFile[], head: readonly LoadedFile[]): boolean {
  const key = ({ kind, namespace = "", name }: Workload): string => `${namespace}/${kind}/${name}`;
  const workloadsOf = (files: readonly LoadedFile[]): readonly Workload[] =>
    files.flatMap(({ workloads }) => workloads);
  const before = new Map(workloadsOf(base).map((workload) => [key(workload), workload]));
  const after = workloadsOf(head);
  const stays = new Set(after.map(key));
  const gone = [...before].flatMap(([name, workload]) => (stays.has(name) ? [] : [workload]));
  const former = new Set(gone.flatMap(formerSelves));
  return after.some((workload) => {
    const old = before.get(key(workload));
    return old === undefined
      ? formerSelves(workload).some((text) => former.has(text))
      : traitsOf(old) !== traitsOf(workload);
  });
}

/** By what a workload that moves to another namespace, or is renamed, is known (reach/pair-workloads.ts). */
const formerSelves = ({ kind, name, namespace = "", images = [] }: Workload): readonly string[] => [
  `${kind}/${name}`,
  `${namespace} ${name}`,
  ...(images.length === 0 ? [] : [`${namespace} ${images.join()}`]),
];

/** An object without a namespace may land in the one that a folder above it is named after. */
export const possibleNamespaces = ({ path, policies, workloads }: LoadedFile): readonly string[] =>
  [...policies, ...workloads].some(({ namespace }) => namespace === undefined)
    ? path.split("/").slice(0, -1)
    : [];

/** The label keys on which two versions of a Namespace differ. */
function changedKeys(before: Labels, after: Labels): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}

import {
  DIRECTIONS,
  type Direction,
  type NetworkPolicy,
  type Requirement,
} from "../model/policy.ts";
import type { Labels } from "../model/workload.ts";
import type { LoadedFile } from "./load-file.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { plainObjects } from "./text-hints.ts";

/** The automatic label by which selectors name a namespace. */
const NAME_LABEL = "kubernetes.io/metadata.name";

/** What the changed files say, at either revision: the question that the other files must answer. */
export interface ChangedObjects {
  readonly policies: readonly NetworkPolicy[];
  /** Policies of changed files that are the same at both revisions. */
  readonly standing: readonly NetworkPolicy[];
  /** Namespaces of changed policies, workloads and Namespace objects. */
  readonly namespaces: ReadonlySet<string>;
  /** Label keys that changed on some Namespace. */
  readonly namespaceKeys: ReadonlySet<string>;
  /** Pod labels, named ports or network of some workload changed. */
  readonly workloadsMoved: boolean;
}

interface SelectContext {
  readonly texts: TextStore;
  readonly load: (file: FileVersion) => LoadedFile;
}

/**
 * The unchanged files that can matter to the answer. Whatever is left out provably cannot: a policy acts in
 * its own namespace only, and a selector finds only namespaces that carry its words. Where the text is not
 * plain enough to tell, the file is in.
 */
export function selectFiles(
  files: readonly FileVersion[],
  changed: ChangedObjects,
  { texts, load }: SelectContext,
): readonly FileVersion[] {
  // What moves between cells can be touched by any policy anywhere.
  if (changed.workloadsMoved || changed.namespaceKeys.size > 0) return files;
  const policies = files.filter(({ id }) => texts.hints(id).policy);
  const owners = new Map(policies.map((file) => [file, ownersOf(texts.text(file.id))]));
  const isOwn = (file: FileVersion): boolean => {
    const namespaces = owners.get(file);
    return namespaces === undefined || namespaces.some((name) => changed.namespaces.has(name));
  };
  const own = policies.filter(isOwn);
  const standing = [...changed.standing, ...own.flatMap((file) => load(file).policies)];

  const declared = indexNamespaces(files, texts);
  const needs = DIRECTIONS.map((direction) => needsOf(direction, changed.policies, standing));
  const mayTalk = (name: string, need: Need): boolean =>
    need.everyone || need.names.has(name) || mayBeSelected(declared.byName.get(name), need);
  const others = policies.filter((file) => {
    const text = texts.text(file.id);
    return needs.some(
      (need) =>
        need.others.test(text) && (owners.get(file) ?? []).some((name) => mayTalk(name, need)),
    );
  });

  const wanted = new Set([...own, ...others, ...declared.unclear]);
  const names = new Set([
    ...changed.namespaces,
    ...[...own, ...others].flatMap((file) => owners.get(file) ?? []),
    ...needs.flatMap((need) => [...need.names]),
  ]);
  for (const [name, { file, text }] of declared.byName)
    if (names.has(name) || needs.some((need) => need.selectors.length > 0 && mayBeSelected({ text }, need)))
      wanted.add(file);
  const mentions = [...changed.namespaces];
  for (const file of files)
    if (texts.hints(file.id).workload && mentions.some((name) => texts.text(file.id).includes(name)))
      wanted.add(file);
  return [...wanted];
}

/** The namespaces of the policies in a text; undefined where only parsing can tell. */
function ownersOf(text: string): readonly string[] | undefined {
  const objects = plainObjects(text, /NetworkPolicy/);
  const namespaces = objects?.flatMap(({ namespace }) => namespace ?? []);
  return namespaces?.length === objects?.length ? namespaces : undefined;
}

interface NamespaceIndex {
  readonly byName: ReadonlyMap<string, { readonly file: FileVersion; readonly text: string }>;
  /** Files that may declare a namespace in a form that only parsing can read. */
  readonly unclear: readonly FileVersion[];
}

function indexNamespaces(files: readonly FileVersion[], texts: TextStore): NamespaceIndex {
  const byName = new Map<string, { file: FileVersion; text: string }>();
  const unclear: FileVersion[] = [];
  for (const file of files) {
    if (!texts.hints(file.id).namespace) continue;
    const objects = plainObjects(texts.text(file.id), /\bNamespace\b/);
    if (objects === undefined) unclear.push(file);
    for (const { kind, name, text } of objects ?? [])
      if (kind === "Namespace" && name !== undefined) byName.set(name, { file, text });
  }
  return { byName, unclear };
}

/** The other ends that the changed rules of one direction concern. */
interface Need {
  readonly everyone: boolean;
  readonly names: ReadonlySet<string>;
  /** Words that a namespace must carry, one list per selector. */
  readonly selectors: readonly (readonly string[])[];
  /** What a text must hold to have policies of the other side. */
  readonly others: RegExp;
}

function needsOf(
  direction: Direction,
  policies: readonly NetworkPolicy[],
  standing: readonly NetworkPolicy[],
): Need {
  const others = direction === "ingress" ? /egress/i : /NetworkPolicy/;
  const names = new Set<string>();
  const selectors: (readonly string[])[] = [];
  let everyone = false;
  for (const policy of policies) {
    if (!policy.policyTypes.includes(direction)) continue;
    // Isolation that comes or goes concerns everyone, unless the whole namespace stays isolated.
    if (!standing.some((other) => isolatesAll(other, policy, direction))) everyone = true;
    for (const { peers } of policy[direction]) {
      if (peers.length === 0) everyone = true;
      for (const peer of peers) {
        if (peer.type === "ipBlock") everyone = true;
        else if (peer.namespaceSelector !== undefined) {
          const { requirements } = peer.namespaceSelector;
          const named = requirements.find(({ key, operator }) => key === NAME_LABEL && operator === "In");
          for (const name of named?.values ?? []) names.add(name);
          if (named === undefined) selectors.push(requirements.flatMap(wordsOf));
        }
      }
    }
  }
  return { everyone, names, selectors, others };
}

const isolatesAll = (policy: NetworkPolicy, other: NetworkPolicy, direction: Direction): boolean =>
  policy.namespace === other.namespace &&
  policy.podSelector.requirements.length === 0 &&
  policy.policyTypes.includes(direction);

/** Words that labels must carry to satisfy a requirement. */
const wordsOf = ({ key, operator, values }: Requirement): readonly string[] =>
  operator === "Exists"
    ? [key]
    : operator === "In" && values.length === 1
      ? [key, ...values].filter((word) => word !== "")
      : [];

/** A namespace that no file declares plainly may have any labels. */
const mayBeSelected = (declared: { readonly text: string } | undefined, { selectors }: Need): boolean =>
  selectors.some(
    (words) => declared === undefined || words.every((word) => declared.text.includes(word)),
  );

/** The label keys on which two versions of a Namespace differ. */
export function changedKeys(before: Labels, after: Labels): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}

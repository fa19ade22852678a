import {
  DIRECTIONS,
  type Direction,
  type NetworkPolicy,
  type Requirement,
} from "../model/policy.ts";
import { lazily } from "../model/lazily.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Labels } from "../model/workload.ts";
import type { LoadedFile } from "./load-file.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { allNameNamespaces, plainObjects } from "./text-hints.ts";

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
  if (changed.workloadsMoved || changed.namespaceKeys.size > 0)
    return files.filter(({ id }) => texts.matters(id));
  const ownNames = new Set([...changed.namespaces, ...changed.folders]);
  const mentionsOwn = mentioned(ownNames, texts);
  const { policies, namespaces, pods } = sortFiles(files, { texts, mentionsOwn });
  const owners = memoized((file: FileVersion) => ownersOf(texts.text(file.id)));
  const own = policies.filter((file) => {
    // Most files are about something else, and one look at their form tells.
    if (!mentionsOwn(file) && allNameNamespaces(texts.text(file.id))) return false;
    const named = owners(file);
    return named === undefined || named.some((name) => ownNames.has(name));
  });
  const standing = [...changed.standing, ...own.flatMap((file) => load(file).policies)];

  const declared = namespaceTexts(namespaces, { texts, load });
  const isDeclared = declarations(declared);
  const needs = DIRECTIONS.map((direction) => {
    const need = needsOf(direction, changed.policies, standing);
    const found = declared.filter(({ text }) => isFound(text, need));
    return { ...need, found, mayTalk: talkers(need, found, isDeclared) };
  }).filter(({ everyone, names, selectors }) => everyone || names.size + selectors.length > 0);
  const others = policies.filter((file) =>
    needs.some(
      (need) =>
        need.concerns(texts.text(file.id)) &&
        (owners(file) ?? []).some((name) => need.mayTalk(name, file)),
    ),
  );
  const asking = askingFor(changed.declaredKeys, policies, texts);
  // What is said of a namespace takes all its policies.
  const asked = new Set(asking.flatMap((file) => owners(file) ?? []));
  const beside =
    asked.size === 0
      ? []
      : policies.filter((file) => owners(file)?.some((name) => asked.has(name)) ?? true);
  const names = new Set([
    ...changed.namespaces,
    ...[...own, ...others, ...beside].flatMap((file) => owners(file) ?? []),
    ...needs.flatMap((need) => [...need.names]),
  ]);
  const declaredNames = new Set([
    ...changed.folders,
    ...own.flatMap((file) => possibleNamespaces(load(file))),
    // Whoever asks for `team: shop` may have meant the namespace of that name, whose labels tell.
    ...changed.policies.flatMap(wantedValues),
  ]);
  const declaresOne = declaring(declaredNames);
  const mentionsName = mentioning(names);
  const wanted = new Set([...own, ...others, ...asking, ...beside, ...pods]);
  for (const { found } of needs) for (const { file } of found) wanted.add(file);
  for (const { file, text } of declared)
    if (mentionsName(text) || declaresOne(text)) wanted.add(file);
  // In their order, as where all are read: of two files that declare a namespace the last one counts.
  return files.filter((file) => wanted.has(file));
}

/** To say that something is not known takes one rule; to read thousands of files takes seconds. */
const MAX_ASKING = 200;

/** Policies that may ask for a namespace by one of these labels. */
function askingFor(
  keys: ReadonlySet<string>,
  policies: readonly FileVersion[],
  texts: TextStore,
): readonly FileVersion[] {
  if (keys.size === 0) return [];
  const ids = texts.holding([...keys]);
  const asking = policies.filter(
    ({ id }) =>
      texts.hints(id).hides || (ids.has(id) && texts.text(id).includes("namespaceSelector")),
  );
  return asking.slice(0, MAX_ASKING);
}

/** What is asked of every file, each of them looked at once: there are thousands. */
function sortFiles(
  files: readonly FileVersion[],
  {
    texts,
    mentionsOwn,
  }: { readonly texts: TextStore; readonly mentionsOwn: (file: FileVersion) => boolean },
): Readonly<Record<"policies" | "namespaces" | "pods", readonly FileVersion[]>> {
  const policies: FileVersion[] = [];
  const namespaces: FileVersion[] = [];
  /** Files with something to say of the pods of a namespace that they mention. */
  const pods: FileVersion[] = [];
  // Not a loop: before it is compiled well, that makes an object for each of thousands.
  files.forEach((file) => {
    const hints = texts.hints(file.id);
    if (hints.policy) policies.push(file);
    if (hints.namespace) namespaces.push(file);
    if (mentionsOwn(file) && (hints.workload || hints.context)) pods.push(file);
  });
  return { policies, namespaces, pods };
}

function memoized<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** Folder names are common words; only as somebody's name do they matter. */
function declaring(names: ReadonlySet<string>): (text: string) => boolean {
  if (names.size === 0) return () => false;
  const alternatives = [...names].map(escapeName).join("|");
  const pattern = new RegExp(`name["']?\\s*:\\s*["']?(?:${alternatives})(?![a-z0-9.-])`);
  return (text) => pattern.test(text);
}

const escapeName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "\\$&");

/** An object without a namespace may land in the one that a folder above it is named after. */
export const possibleNamespaces = ({ path, policies, workloads }: LoadedFile): readonly string[] =>
  [...policies, ...workloads].some(({ namespace }) => namespace === undefined)
    ? path.split("/").slice(0, -1)
    : [];

/** The namespaces of the policies in a text; undefined where only parsing can tell. */
function ownersOf(text: string): readonly string[] | undefined {
  const objects = plainObjects(text, /NetworkPolicy/);
  const namespaces = objects?.flatMap(({ namespace }) => namespace ?? []);
  return namespaces?.length === objects?.length ? namespaces : undefined;
}

interface NamespaceText {
  readonly file: FileVersion;
  readonly text: string;
}

/**
 * What those files say that may declare a namespace. A text that may hide words is parsed at once, and what it
 * declares stands for it.
 */
function namespaceTexts(
  files: readonly FileVersion[],
  { texts, load }: SelectContext,
): readonly NamespaceText[] {
  return files.flatMap((file) => {
    if (!texts.hints(file.id).hides) return [{ file, text: texts.text(file.id) }];
    const { namespaces } = load(file);
    return namespaces.length === 0 ? [] : [{ file, text: JSON.stringify(namespaces) }];
  });
}

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Whether a file holds one of the names. For many names a yes costs less than the search. */
function mentioned(names: ReadonlySet<string>, texts: TextStore): (file: FileVersion) => boolean {
  if (names.size > MANY_NAMES) return () => true;
  const ids = texts.holding([...names].filter((name) => name !== ""));
  return ({ id }) => ids.has(id);
}

/** The same for a text. */
function mentioning(names: ReadonlySet<string>): (text: string) => boolean {
  if (names.size > MANY_NAMES) return () => true;
  const wanted = [...names].filter((name) => name !== "");
  return (text) => wanted.some((name) => text.includes(name));
}

const MANY_NAMES = 100;

const isFound = (text: string, { selectors }: Need): boolean =>
  selectors.some((words) => holdsAll(text, words));

/** Whether the policies of a namespace can have a say in what the changed rules open or close. */
function talkers(
  need: Need,
  found: readonly NamespaceText[],
  isDeclared: (name: string, near: FileVersion) => boolean,
): (name: string, near: FileVersion) => boolean {
  const selected = lazily(() => new Set(found.flatMap(({ text }) => selectedIn(text, need))));
  return (name, near) =>
    need.everyone ||
    need.names.has(name) ||
    // A namespace that nobody declares plainly may have any labels.
    (need.selectors.length > 0 && (selected().has(name) || !isDeclared(name, near)));
}

/** The names of the namespaces in a text that some selector may find; every word where it is not plain. */
function selectedIn(text: string, need: Need): readonly string[] {
  const objects = plainObjects(text, NAMESPACE) ?? [];
  if (objects.length === 0) return text.match(/[A-Za-z0-9.-]+/g) ?? [];
  return objects.flatMap((object) => (isFound(object.text, need) ? (object.name ?? []) : []));
}

const NAMESPACE = /\bNamespace(?:List)?\b/;

/** The namespaces that a text declares plainly. */
const declaredIn = ({ text }: NamespaceText): readonly string[] =>
  (plainObjects(text, NAMESPACE) ?? []).flatMap(({ kind, name }) =>
    kind === "Namespace" ? (name ?? []) : [],
  );

/** Whether some text declares a namespace plainly. Most stand beside the policies that are asked for. */
function declarations(
  declared: readonly NamespaceText[],
): (name: string, near: FileVersion) => boolean {
  const all = lazily(() => new Set(declared.flatMap(declaredIn)));
  return (name, near) =>
    neighbours(declared, near).some((text) => declaredIn(text).includes(name)) || all().has(name);
}

const NEIGHBOURS = 8;

/** Some texts of the same folder; all are in the order of their paths. */
function neighbours(
  declared: readonly NamespaceText[],
  { path }: FileVersion,
): readonly NamespaceText[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  let low = 0;
  let high = declared.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((declared[middle]?.file.path ?? "") < folder) low = middle + 1;
    else high = middle;
  }
  return declared.slice(low, low + NEIGHBOURS).filter(({ file }) => file.path.startsWith(folder));
}

/** The other ends that the changed rules of one direction concern. */
interface Need {
  readonly everyone: boolean;
  readonly names: ReadonlySet<string>;
  /** Words that a namespace must carry, one list per selector. */
  readonly selectors: readonly (readonly string[])[];
  /** Whether the policies in a text can be about the other side. */
  readonly concerns: (text: string) => boolean;
}

function needsOf(
  direction: Direction,
  policies: readonly NetworkPolicy[],
  standing: readonly NetworkPolicy[],
): Need {
  const concerns = direction === "ingress" ? namesEgress : () => true;
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
          const named = requirements.find(
            ({ key, operator }) => key === NAME_LABEL && operator === "In",
          );
          for (const name of named?.values ?? []) names.add(name);
          if (named === undefined) selectors.push(requirements.flatMap(wordsOf));
        }
      }
    }
  }
  return { everyone, names, selectors, concerns };
}

/** A policy without egress rules and without the type says nothing about it; YAML has no other spelling. */
const namesEgress = (text: string): boolean => text.includes("egress") || text.includes("Egress");

const isolatesAll = (policy: NetworkPolicy, other: NetworkPolicy, direction: Direction): boolean =>
  policy.namespace === other.namespace &&
  policy.podSelector.requirements.length === 0 &&
  policy.policyTypes.includes(direction);

/** The values that the `namespaceSelector`s of a policy ask for. */
const wantedValues = ({ ingress, egress }: NetworkPolicy): readonly string[] =>
  [...ingress, ...egress].flatMap(({ peers }) =>
    peers.flatMap((peer) =>
      peer.type === "selectors"
        ? (peer.namespaceSelector?.requirements ?? []).flatMap(({ operator, values }) =>
            operator === "In" ? values : [],
          )
        : [],
    ),
  );

/** Words that labels must carry to satisfy a requirement. */
const wordsOf = ({ key, operator, values }: Requirement): readonly string[] =>
  operator === "Exists"
    ? [key]
    : operator === "In" && values.length === 1
      ? [key, ...values].filter((word) => word !== "")
      : [];

/** The label keys on which two versions of a Namespace differ. */
export function changedKeys(before: Labels, after: Labels): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}

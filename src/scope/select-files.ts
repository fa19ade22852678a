import {
  DIRECTIONS,
  type Direction,
  type NetworkPolicy,
  type Requirement,
} from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Labels } from "../model/workload.ts";
import type { LoadedFile } from "./load-file.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { mayHideWords, plainObjects, type TextHints } from "./text-hints.ts";

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
    return (
      namespaces === undefined ||
      namespaces.some((name) => changed.namespaces.has(name) || changed.folders.has(name))
    );
  };
  const own = policies.filter(isOwn);
  const standing = [...changed.standing, ...own.flatMap((file) => load(file).policies)];

  const needs = DIRECTIONS.map((direction) => needsOf(direction, changed.policies, standing));
  const declared = namespaceTexts(files, { texts, load });
  const declarations = indexDeclarations(declared);
  const others = policies.filter((file) =>
    needs.some(
      (need) =>
        need.others.test(texts.text(file.id)) &&
        (owners.get(file) ?? []).some((name) => mayTalk(name, need, declarations)),
    ),
  );
  const names = new Set([
    ...changed.namespaces,
    ...[...own, ...others].flatMap((file) => owners.get(file) ?? []),
    ...needs.flatMap((need) => [...need.names]),
    // Whoever asks for `team: shop` may have meant the namespace of that name, whose labels tell.
    ...changed.policies.flatMap(wantedValues),
  ]);
  const folders = new Set([
    ...changed.folders,
    ...own.flatMap((file) => possibleNamespaces(load(file))),
  ]);
  const declaresFolder = declaring(folders);
  const selectors = needs.flatMap((need) => need.selectors);
  const wanted = new Set([...own, ...others]);
  const ownNames = new Set([...changed.namespaces, ...changed.folders]);
  for (const { file, text } of declared)
    if (
      mentions(text, names) ||
      declaresFolder(text) ||
      selectors.some((words) => holdsAll(text, words))
    )
      wanted.add(file);
  for (const file of files)
    if (tellsOfPods(texts.hints(file.id)) && mentions(texts.text(file.id), ownNames))
      wanted.add(file);
  return [...wanted];
}

const tellsOfPods = ({ workload, context }: TextHints): boolean => workload || context;

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
 * The files that may declare a namespace. A text that may hide words is parsed at once, and what it
 * declares stands for it.
 */
function namespaceTexts(
  files: readonly FileVersion[],
  { texts, load }: SelectContext,
): readonly NamespaceText[] {
  return files.flatMap((file) => {
    if (!texts.hints(file.id).namespace) return [];
    const text = texts.text(file.id);
    if (!mayHideWords(text)) return [{ file, text }];
    const { namespaces } = load(file);
    return namespaces.length === 0 ? [] : [{ file, text: JSON.stringify(namespaces) }];
  });
}

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Whether a text holds one of the names. For many names a yes costs less than the search. */
const mentions = (text: string, names: ReadonlySet<string>): boolean =>
  names.size > MANY_NAMES || [...names].some((name) => name !== "" && text.includes(name));

const MANY_NAMES = 100;

/** Whether the policies of a namespace can have a say in what the changed rules open or close. */
function mayTalk(name: string, need: Need, declarations: Declarations): boolean {
  if (need.everyone || need.names.has(name)) return true;
  if (need.selectors.length === 0) return false;
  const text = declarations.textOf(name);
  // A namespace that nobody declares plainly may have any labels.
  return text === undefined || need.selectors.some((words) => holdsAll(text, words));
}

interface Declarations {
  /** The document that declares a namespace, if it is written plainly. */
  textOf(name: string): string | undefined;
}

function indexDeclarations(declared: readonly NamespaceText[]): Declarations {
  const byName = new Map<string, string[]>();
  for (const { text } of declared)
    for (const [, name = ""] of text.matchAll(/^ +name: *["']?([a-z0-9-]+)/gm)) {
      const texts = byName.get(name);
      if (texts === undefined) byName.set(name, [text]);
      else texts.push(text);
    }
  const plain = (text: string, name: string): string | undefined =>
    plainObjects(text, /\bNamespace\b/)?.find(
      (object) => object.kind === "Namespace" && object.name === name,
    )?.text;
  return {
    textOf: (name) => {
      const texts = (byName.get(name) ?? []).flatMap((text) => plain(text, name) ?? []);
      return texts.length === 0 ? undefined : texts.join("\n");
    },
  };
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
          const named = requirements.find(
            ({ key, operator }) => key === NAME_LABEL && operator === "In",
          );
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

import { DIRECTIONS, type NetworkPolicy } from "../model/policy.ts";
import { possibleNamespaces, type ChangedObjects } from "./changed-objects.ts";
import { isFound, needsOf, talkers } from "./concerned-namespaces.ts";
import { declarations, namespaceTexts, type FileReading } from "./namespace-texts.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { allNameNamespaces, plainObjects } from "./text-hints.ts";

/**
 * The unchanged files that can matter to the answer. Whatever is left out provably cannot: a policy acts in
 * its own namespace only, and a selector finds only namespaces that carry its words. Where the text is not
 * plain enough to tell, the file is in.
 */
export function selectFiles(
  files: readonly FileVersion[],
  changed: ChangedObjects,
  { texts, load }: FileReading,
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

/** The namespaces of the policies in a text; undefined where only parsing can tell. */
function ownersOf(text: string): readonly string[] | undefined {
  const objects = plainObjects(text, /NetworkPolicy/);
  const namespaces = objects?.flatMap(({ namespace }) => namespace ?? []);
  return namespaces?.length === objects?.length ? namespaces : undefined;
}

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

import type { LedgerEntry } from "../model/report.ts";
import { contentOf } from "../scope/policy-content.ts";
import { homeOf, type ScopeRelation } from "../scope/scope-relation.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { mayHideWords, namesNamespace } from "../scope/text-hints.ts";
import type { Loader } from "./file-loader.ts";
import { findOccupation } from "./occupation.ts";
import {
  limitWorld,
  placePair,
  uniteWorlds,
  type FilePair,
  type AlternativeReading,
} from "./alternative-reading.ts";
import type { ScopeFiles } from "./scope-files.ts";
import { touchedNamespaces } from "./touched-namespaces.ts";
import { policyKey, type World } from "./world.ts";

/** Scopes with a change, and all scopes that could be applied beside them. */
export interface JointContext {
  readonly scopes: readonly ScopeFiles[];
  readonly changed: readonly ChangedScope[];
  readonly mayMeet: ScopeRelation;
  readonly isConfigured: (scope: string) => boolean;
  readonly isChanged: (file: FileVersion) => boolean;
  /** Whether a file has objects of its own to read. */
  readonly isTold: (file: FileVersion) => boolean;
  readonly texts: TextStore;
  readonly loader: Loader;
  readonly activeFiles: (scope: string) => readonly FileVersion[];
}

export interface ChangedScope {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly files: FilePair;
}

/** Equal neighbours are read once; where there are more different ones than this, the answer stays open. */
const MAX_NEIGHBOURS = 200;

export interface OtherReadings {
  readonly readings: readonly AlternativeReading[];
  /** What was not read because it is too much. */
  readonly ledger: readonly LedgerEntry[];
}

/**
 * A policy for a namespace that another scope isolates: whether the two are applied together is not known.
 * Scopes that may meet are read together; those that are alternatives are as well where the namespace is new
 * in its scope, because then nothing shows yet that it is another copy of it.
 */
export function readingsOfJointScopes(scope: ChangedScope, context: JointContext): OtherReadings {
  const touched = new Set(touchedNamespaces(scope.base, scope.head));
  touched.delete("");
  const readings = new Map<string, AlternativeReading>();
  if (touched.size === 0) return { readings: [], ledger: [] };
  for (const neighbour of neighboursOf(scope, touched, context)) {
    const found = readingBeside(neighbour, { scope, touched, context });
    if (found === undefined || readings.has(found.key)) continue;
    if (readings.size >= MAX_NEIGHBOURS)
      return { readings: [...readings.values()], ledger: [entryOfMany(scope)] };
    readings.set(found.key, found.reading);
  }
  return { readings: [...readings.values()], ledger: [] };
}

const entryOfMany = (scope: ChangedScope): LedgerEntry => {
  const { path, side } = placeOf(scope);
  return {
    path,
    side,
    reason:
      "more scopes share the namespaces of this change than are compared; name the scopes in `scopes`",
    decides: true,
  };
};

interface Neighbour {
  readonly other: ScopeFiles;
  readonly wanted: WantedFiles;
  readonly meets: boolean;
}

/** The scopes that say something about the namespaces, those that may meet this one first. */
function neighboursOf(
  scope: ChangedScope,
  touched: ReadonlySet<string>,
  context: JointContext,
): readonly Neighbour[] {
  const isConfigured = context.isConfigured(scope.name);
  return context.scopes
    .flatMap((other): readonly Neighbour[] => {
      if (other.name === scope.name || (isConfigured && context.isConfigured(other.name)))
        return [];
      const wanted = filesAbout(other, touched, context);
      if (wanted === undefined) return [];
      return [{ other, wanted, meets: context.mayMeet(scope.name, other.name) }];
    })
    .toSorted((a, b) => Number(b.meets) - Number(a.meets));
}

function readingBeside(
  { other, wanted, meets }: Neighbour,
  {
    scope,
    touched,
    context,
  }: {
    readonly scope: ChangedScope;
    readonly touched: ReadonlySet<string>;
    readonly context: JointContext;
  },
): { readonly key: string; readonly reading: AlternativeReading } | undefined {
  const pair = placeWanted(other, wanted, context);
  const { occupantOf } = findOccupation({
    files: () => context.activeFiles(other.name),
    texts: context.texts,
  });
  const shared = new Set([
    ...namesIn(pair.base, touched).filter(
      (name) =>
        meets || (isNewIn(scope.name, name, context) && !isVariant(scope.head, pair.base, name)),
    ),
    // What came at the other may hold what goes here.
    ...(meets ? namesIn(pair.head, touched) : []),
    ...leaving(scope, touched).filter(
      (name) =>
        (meets || isNewIn(other.name, name, context)) &&
        (pair.head.namespaces.has(name) || occupantOf(name) !== undefined),
    ),
  ]);
  if (shared.size === 0) return undefined;
  return {
    key: `${keyOf(wanted)} ${[...shared].toSorted().join(" ")}`,
    reading: {
      scope: scope.name,
      beside: other.name,
      meets,
      base: limitWorld(uniteWorlds(scope.base, pair.base), shared),
      head: limitWorld(uniteWorlds(scope.head, withoutReplaced(pair.head, scope)), shared),
      namespaces: shared,
      doubt: `the scopes ${scope.name} and ${other.name} are applied together, which nothing shows; name both in \`scopes\``,
      place: placeOf(scope),
      occupied: (name) => occupantOf(name) !== undefined,
    },
  };
}

/**
 * A new scope with a policy of its own for each that an alternative has is another cluster's copy, whatever its
 * policies say: applied together, they would replace each other.
 */
function isVariant(scope: World, other: World, namespace: string): boolean {
  const names = ({ policies }: World): ReadonlySet<string> =>
    new Set(
      policies.flatMap((placed) => (placed.namespace === namespace ? [placed.policy.name] : [])),
    );
  const own = names(scope);
  return [...names(other)].every((name) => own.has(name));
}

/** Of two policies with one name the last one applied stays: here, the one that changed. */
function withoutReplaced(other: World, { base, head }: ChangedScope): World {
  const standing = new Set(base.policies.map(({ policy }) => policy));
  const replacing = new Map(
    head.policies
      .filter(({ policy }) => !standing.has(policy))
      .map(({ policy, namespace }) => [policyKey(namespace, policy.name), policy]),
  );
  const policies = other.policies.filter(({ policy, namespace }) => {
    const by = replacing.get(policyKey(namespace, policy.name));
    return by === undefined || contentOf(by) === contentOf(policy);
  });
  return { ...other, policies };
}

/** The namespaces in which a world holds policies, among some. */
const namesIn = ({ policies }: World, among: ReadonlySet<string>): readonly string[] =>
  policies.flatMap(({ namespace }) => (among.has(namespace) ? [namespace] : []));

/** Namespaces that had policies in a scope and have none there any more. */
function leaving({ base, head }: ChangedScope, touched: ReadonlySet<string>): readonly string[] {
  const kept = new Set(namesIn(head, touched));
  return namesIn(base, touched).filter((name) => !kept.has(name));
}

function placeOf({ files: { base, head } }: ChangedScope): AlternativeReading["place"] {
  const before = new Set(base);
  const now = head.find((file) => !before.has(file));
  return now === undefined
    ? { path: base[0]?.path ?? "", side: "base" }
    : { path: now.path, side: "head" };
}

/** Whether a scope had nothing of a namespace at base. */
function isNewIn(
  scope: string,
  namespace: string,
  { scopes, isChanged, texts }: JointContext,
): boolean {
  const files = scopes.find(({ name }) => name === scope);
  const atBase = [
    ...(files?.base ?? []),
    ...(files?.head ?? []).filter((file) => !isChanged(file)),
  ];
  return !atBase.some(({ id }) => isAbout(texts.text(id), new Set([namespace])));
}

/** Whether a text names one of the namespaces, as its own name or as where an object lives. */
export function isAbout(text: string, namespaces: ReadonlySet<string>): boolean {
  if (mayHideWords(text)) return true;
  if (namespaces.size > MANY) return matchesSome(text, namespaces);
  return [...namespaces].some(
    (name) => text.includes(name) && (namesNamespace(text, name) || nameOf(name).test(text)),
  );
}

const MANY = 10;

const nameOf = (name: string): RegExp =>
  new RegExp(`name["']?\\s*:\\s*["']?${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}(?![a-z0-9.-])`);

function matchesSome(text: string, namespaces: ReadonlySet<string>): boolean {
  for (const [, name = ""] of text.matchAll(
    /name(?:space)?["']?\s*:\s*["']?([a-z0-9][a-z0-9.-]*)/gi,
  ))
    if (namespaces.has(name)) return true;
  return false;
}

interface WantedFiles {
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
}

/** What another scope says about some namespaces; undefined where it says nothing. */
function filesAbout(
  scope: ScopeFiles,
  namespaces: ReadonlySet<string>,
  { isTold, texts }: JointContext,
): WantedFiles | undefined {
  const wanted = (file: FileVersion): boolean =>
    isAbout(texts.text(file.id), namespaces) && isTold(file);
  const base = scope.base.filter(wanted);
  const head = scope.head.filter(wanted);
  return base.length + head.length === 0 ? undefined : { base, head };
}

function placeWanted(
  scope: ScopeFiles,
  { base, head }: WantedFiles,
  { isChanged, loader }: JointContext,
): { readonly base: World; readonly head: World } {
  const standing = head.filter((file) => !isChanged(file));
  return placePair(
    {
      base: [...base, ...standing].map(loader.load),
      head: head.map(loader.load),
    },
    scope.namespace === undefined ? {} : { namespace: scope.namespace },
  );
}

/** Equal keys, equal manifests. */
const keyOf = ({ base, head }: WantedFiles): string =>
  [base, head].map((files) => files.map(({ id }) => id).join()).join("|");

/** Namespaces that an object without one may be applied to, at most. */
const MAX_TARGETS = 5;

/**
 * A policy without a namespace lands where its manifests are applied, and that may be a namespace which
 * manifests nearby name: of the same folder or one above or below, or of the application whose overlay it is.
 */
export function readingsOfUnnamed(context: JointContext): readonly AlternativeReading[] {
  return context.changed.flatMap((scope) => {
    const folders = foldersOfUnnamed(scope);
    if (folders.length === 0 || context.isConfigured(scope.name)) return [];
    const isNear = ({ path }: { readonly path: string }): boolean =>
      folders.some((folder) => isRelated(folderOf(path), folder, homeOf(scope.name)));
    const near = context.scopes
      .filter(({ name }) => name === scope.name || context.mayMeet(name, scope.name))
      .flatMap((other) => {
        const hasPolicy = (file: FileVersion): boolean =>
          isNear(file) && context.texts.hints(file.id).policy && context.isTold(file);
        const standing = other.head.filter((file) => hasPolicy(file) && !context.isChanged(file));
        const base = [...other.base.filter(hasPolicy), ...standing].map(context.loader.load);
        const head = other.head.filter(hasPolicy).map(context.loader.load);
        return base.length + head.length === 0 ? [] : [{ base, head }];
      });
    const targets = new Set(
      near.flatMap(({ base }) =>
        base.flatMap(({ policies }) => policies.map(({ namespace }) => namespace ?? "")),
      ),
    );
    return [...targets]
      .toSorted()
      .slice(0, MAX_TARGETS)
      .flatMap((target): readonly AlternativeReading[] => {
        // What has no namespace lands in the target, what has one stays there.
        const worlds = near.map((pair) => placePair(pair, { namespace: target }));
        const unite = (side: "base" | "head"): World =>
          worlds.map((pair) => pair[side]).reduce(uniteWorlds);
        if (worlds.length === 0) return [];
        const namespaces = new Set([target]);
        const where = target === "" ? "one namespace" : `namespace ${target}`;
        return [
          {
            scope: scope.name,
            base: limitWorld(unite("base"), namespaces),
            head: limitWorld(unite("head"), namespaces),
            namespaces,
            doubt: `policies without a namespace are applied to ${where} with those nearby, which nothing shows; write \`metadata.namespace\``,
            place: placeOf(scope),
          },
        ];
      });
  });
}

/** The folders of changed policies that name no namespace and were placed nowhere. */
function foldersOfUnnamed({ base, head, files }: ChangedScope): readonly string[] {
  const standing = new Set(files.base);
  const placed = new Set(
    [...base.policies, ...head.policies].flatMap(({ policy, namespace }) =>
      namespace === "" || policy.namespace === undefined ? [policy] : [],
    ),
  );
  const changed = files.head.filter((file) => !standing.has(file));
  return [
    ...new Set(
      changed
        .filter(({ policies }) => policies.some((policy) => placed.has(policy)))
        .map(({ path }) => folderOf(path)),
    ),
  ];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const isBelow = (folder: string, above: string): boolean =>
  above === "" || folder === above || folder.startsWith(`${above}/`);

/** One of the two lies in the other, or both in the application whose overlay is asked about. */
const isRelated = (folder: string, other: string, home: string | undefined): boolean =>
  folder === other ||
  (other !== "" && isBelow(folder, other)) ||
  (folder !== "" && isBelow(other, folder)) ||
  (home !== undefined && isBelow(folder, home) && isBelow(other, home));

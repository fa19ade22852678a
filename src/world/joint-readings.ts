import type { LedgerEntry } from "../model/report.ts";
import { isAbout } from "../scope/about-namespaces.ts";
import { contentOf } from "../scope/policy-content.ts";
import type { FileVersion } from "../scope/revision-files.ts";
import {
  limitWorld,
  placePair,
  uniteWorlds,
  type AlternativeReading,
  type FoundReadings,
} from "./alternative-reading.ts";
import { placeOf, type ChangedScope, type ScopesContext } from "./changed-scope.ts";
import { findOccupation } from "./occupation.ts";
import { placementOf, type ScopeFiles } from "./scope-files.ts";
import { touchedNamespaces } from "./touched-namespaces.ts";
import { policyKey, type World } from "./world.ts";

/** Equal neighbours are read once; where there are more different ones than this, the answer stays open. */
const MAX_NEIGHBOURS = 200;

/**
 * A policy for a namespace that another scope isolates: whether the two are applied together is not known.
 * Scopes that may meet are read together; those that are alternatives are as well where the namespace is new
 * in its scope, because then nothing shows yet that it is another copy of it.
 */
export function readingsOfJointScopes(scope: ChangedScope, context: ScopesContext): FoundReadings {
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
  context: ScopesContext,
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
    readonly context: ScopesContext;
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

/** Whether a scope had nothing of a namespace at base. */
function isNewIn(
  scope: string,
  namespace: string,
  { scopes, isChanged, texts }: ScopesContext,
): boolean {
  const files = scopes.find(({ name }) => name === scope);
  const atBase = [
    ...(files?.base ?? []),
    ...(files?.head ?? []).filter((file) => !isChanged(file)),
  ];
  return !atBase.some(({ id }) => isAbout(texts.text(id), new Set([namespace])));
}

interface WantedFiles {
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
}

/** What another scope says about some namespaces; undefined where it says nothing. */
function filesAbout(
  scope: ScopeFiles,
  namespaces: ReadonlySet<string>,
  { isTold, texts }: ScopesContext,
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
  { isChanged, loader }: ScopesContext,
): { readonly base: World; readonly head: World } {
  const standing = head.filter((file) => !isChanged(file));
  return placePair(
    {
      base: [...base, ...standing].map(loader.load),
      head: head.map(loader.load),
    },
    placementOf(scope),
  );
}

/** Equal keys, equal manifests. */
const keyOf = ({ base, head }: WantedFiles): string =>
  [base, head].map((files) => files.map(({ id }) => id).join()).join("|");

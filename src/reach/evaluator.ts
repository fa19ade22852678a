import type { Direction } from "../model/policy.ts";
import type { Allow, CompiledPolicy } from "../policy/compiled.ts";
import { allowKeys } from "../policy/network-policy.ts";
import type { NamespaceDirectory } from "../policy/namespace-directory.ts";
import { compileNetworkPolicy, type CompileOptions } from "../policy/network-policy.ts";
import { lazily } from "../model/lazily.ts";
import { anyAddress, podsIn } from "../space/endpoint.ts";
import { ANY_LABELS, boxesAreDisjoint, type LabelBox } from "../space/label-box.ts";
import { disjointBoxes, subtractEach } from "../space/label-union.ts";
import { ALL_PORTS } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import { indexRegions, type RegionIndex } from "../space/region-index.ts";
import type { StringSet } from "../space/string-set.ts";
import { groupByNamespace, type World } from "../world/world.ts";
import { createAlikeNamespaces, type AlikeNamespaces } from "./alike-namespaces.ts";

/** Pods that a policy isolates in a direction. */
export interface Isolation {
  readonly labels: LabelBox;
  readonly policy: CompiledPolicy;
}

/**
 * One direction of one namespace: which of its pods are isolated and what the union of all policies allows
 * those. Pods under no isolation may talk to everyone (API text: "isolated", NetworkPolicySpec).
 */
export interface NamespaceSide {
  readonly isolation: readonly Isolation[];
  readonly allows: readonly Allow[];
  /** Each of them as text, in the same order (see `allowKey`). */
  readonly keys: () => readonly string[];
  /** The pods that some policy isolates, as disjoint boxes. */
  readonly isolated: () => readonly LabelBox[];
  /** The pods that none does, as disjoint boxes. */
  readonly free: () => readonly LabelBox[];
  /** The regions of `allows`, to look into. */
  readonly index: () => RegionIndex;
  /** Isolation that pods with these labels may be under: the broadest first, and no more than a reader wants. */
  readonly isolating: (labels: LabelBox) => readonly Isolation[];
}

/** A side; what needs work is worked out when asked for, and once. */
export function createSide(
  isolation: readonly Isolation[],
  allows: readonly Allow[],
): NamespaceSide {
  const subjects = isolation.map(({ labels }) => labels);
  return {
    isolation,
    allows,
    keys: lazily(() => allowKeys(allows)),
    isolated: lazily(() => disjointBoxes(subjects)),
    free: lazily(() => subtractEach([ANY_LABELS], subjects)),
    index: lazily(() => indexRegions(allows.map(({ region }) => region))),
    isolating: isolationFinder(isolation),
  };
}

const FIRST = 64;
const SHOWN = 10;

function isolationFinder(isolation: readonly Isolation[]): NamespaceSide["isolating"] {
  const sorted = lazily(() => isolation.toSorted((a, b) => a.labels.size - b.labels.size));
  const region = (labels: LabelBox): Region => ({
    source: podsIn({ type: "unknown", labels: ANY_LABELS }, labels),
    destination: anyAddress,
    ports: ALL_PORTS,
    names: NO_NAMES,
  });
  const filed = lazily(() => {
    const regions = sorted().map(({ labels }) => region(labels));
    const owners = new Map(regions.map((entry, index) => [entry, sorted()[index]]));
    return { index: indexRegions(regions), owners };
  });
  const isolating: NamespaceSide["isolating"] = (labels) => {
    const meets = (entry: Isolation): boolean => !boxesAreDisjoint(entry.labels, labels);
    // Mostly the broadest ones will do, and the index need not be asked.
    const broad = sorted().slice(0, FIRST).filter(meets);
    if (broad.length >= SHOWN || isolation.length <= FIRST) return broad.slice(0, SHOWN);
    const { index, owners } = filed();
    return index.first(region(labels), SHOWN).flatMap((entry) => owners.get(entry) ?? []);
  };
  // Thousands of regions that are blocked have the same few subjects.
  const answers = new Map<LabelBox, readonly Isolation[]>();
  return (labels) => {
    const before = answers.get(labels);
    if (before !== undefined) return before;
    const answer = isolating(labels);
    answers.set(labels, answer);
    return answer;
  };
}

/** Both sides of every namespace of one world; compiled when asked for. */
export interface Evaluator {
  readonly directory: NamespaceDirectory;
  side(namespace: string, direction: Direction): NamespaceSide;
  /** Namespaces in which some policy isolates pods in this direction. */
  isolating(direction: Direction): StringSet;
  /** Its namespaces, as far as one answers for others. */
  readonly alike: AlikeNamespaces;
}

export function createEvaluator(world: World, options: CompileOptions): Evaluator {
  const groups = groupByNamespace(world.policies);
  const compiled = new Map<string, readonly CompiledPolicy[]>();
  const sides = new Map<string, NamespaceSide>();

  const policiesOf = (namespace: string): readonly CompiledPolicy[] => {
    const before = compiled.get(namespace);
    if (before !== undefined) return before;
    const policies = (groups.get(namespace) ?? []).map((placed) =>
      compileNetworkPolicy(placed, options),
    );
    compiled.set(namespace, policies);
    return policies;
  };

  const side = (namespace: string, direction: Direction): NamespaceSide => {
    const key = `${direction} ${namespace}`;
    const before = sides.get(key);
    if (before !== undefined) return before;
    const policies = policiesOf(namespace).filter(({ isolates }) => isolates[direction]);
    const view = createSide(
      policies.flatMap((policy) =>
        policy.subject === undefined ? [] : [{ labels: policy.subject, policy }],
      ),
      policies.flatMap(({ allows }) => allows(direction)),
    );
    sides.set(key, view);
    return view;
  };

  const isolatingNames = new Map<Direction, StringSet>();
  const isolating = (direction: Direction): StringSet => {
    const before = isolatingNames.get(direction);
    if (before !== undefined) return before;
    const names = new Set<string>();
    for (const [namespace, policies] of groups)
      if (policies.some(({ policy }) => policy.policyTypes.includes(direction)))
        names.add(namespace);
    isolatingNames.set(direction, names);
    return names;
  };

  return { directory: options.directory, side, isolating, alike: createAlikeNamespaces(side) };
}

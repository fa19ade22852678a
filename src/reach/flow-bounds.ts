import type { Direction } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import { ALL_PORTS, intersectPorts, NO_PORTS, samePorts, type Ports } from "../space/ports.ts";
import { holdsFor } from "./added-labels.ts";
import type { Evaluator } from "./evaluator.ts";
import type { End } from "./flow-ends.ts";

/** Facts that the manifests do not hold, or in which the pods of one end differ. */
export const DEPENDENCES = ["pod addresses", "labels of controllers", "namespace labels"] as const;
export type Dependence = (typeof DEPENDENCES)[number];

/** Ports that are allowed whatever is not known, and those that may be. */
export interface Bounds {
  readonly certain: Ports;
  readonly possible: Ports;
  /** What decides between the two; may be more than that. */
  readonly dependsOn: readonly Dependence[];
}

const FREE: Bounds = { certain: ALL_PORTS, possible: ALL_PORTS, dependsOn: [] };

/** Some policies of one side, which isolate an end or may do so: their rules for it. */
export interface SideRules {
  readonly certain: readonly Allow[];
  /** By policy, of those of which it is not known whether they select the end. */
  readonly possible: readonly (readonly Allow[])[];
  /** Whether any policy surely isolates the end. */
  readonly isIsolated: boolean;
}

/** The rules that apply to an end; undefined where nothing can isolate it. */
export type RulesFor = (end: End, direction: Direction) => SideRules | undefined;

/** Finds the rules of an end once, however many others it is paired with. */
export function createRules(evaluator: Evaluator): RulesFor {
  const known = new Map<string, SideRules | undefined>();
  return (end, direction) => {
    const key = `${direction} ${end.id}`;
    if (!known.has(key)) known.set(key, rulesOf(end, direction, evaluator));
    return known.get(key);
  };
}

function rulesOf(
  { workload, namespace }: End,
  direction: Direction,
  evaluator: Evaluator,
): SideRules | undefined {
  if (workload.hostNetwork) return undefined;
  const { isolation, allows } = evaluator.side(namespace, direction);
  const selecting = isolation.map(({ labels, policy }) => ({
    ref: policy.ref,
    holds: holdsFor(labels, workload),
  }));
  const certain = new Set(selecting.flatMap(({ ref, holds }) => (holds === "all" ? [ref] : [])));
  const possible = selecting.flatMap(({ ref, holds }) => (holds === "unknown" ? [ref] : []));
  if (certain.size + possible.length === 0) return undefined;
  return {
    certain: allows.filter(({ policy }) => certain.has(policy)),
    possible: possible.map((ref) => allows.filter(({ policy }) => policy === ref)),
    isIsolated: certain.size > 0,
  };
}

/** What some rules allow, at least and at most. */
export type Measure = (allows: readonly Allow[]) => Bounds;

/**
 * Joins policies that select an end for sure with those that may. Where none surely isolates, each that may has to
 * allow a flow for it to be certain, and without them everything is possible.
 */
export function boundsOf(rules: SideRules | undefined, measure: Measure): Bounds {
  if (rules === undefined) return FREE;
  const { certain, possible, isIsolated } = rules;
  if (possible.length === 0) return measure(certain);
  const all = measure([...certain, ...possible.flat()]);
  return {
    certain: isIsolated
      ? measure(certain).certain
      : possible.map((one) => measure(one).certain).reduce(intersectPorts, ALL_PORTS),
    possible: isIsolated ? all.possible : ALL_PORTS,
    dependsOn: [...all.dependsOn, "labels of controllers"],
  };
}

/** Both sides of a flow. */
export function bothSides(egress: Bounds, ingress: Bounds): Bounds {
  return {
    certain: intersectPorts(egress.certain, ingress.certain),
    possible: intersectPorts(egress.possible, ingress.possible),
    dependsOn: [egress, ingress].flatMap((side) => (isExact(side) ? [] : side.dependsOn)),
  };
}

export const isExact = ({ certain, possible }: Bounds): boolean => samePorts(certain, possible);

export const NOTHING_ALLOWED: Bounds = { certain: NO_PORTS, possible: NO_PORTS, dependsOn: [] };

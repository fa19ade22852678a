import { groupBy } from "../model/group-by.ts";
import { describePodsOf } from "../reach/label-words.ts";
import { classesOfPods } from "../reach/any-pod.ts";
import { decideFlow, type Decision, type FlowDecision, type PointFlow } from "../reach/point.ts";
import type { PointEnd } from "../reach/point-end.ts";
import type { PointOptions } from "../reach/point-rules.ts";
import type { LabelBox } from "../space/label-box.ts";
import { mergeBoxes } from "../space/label-union.ts";
import { TooComplex } from "../space/too-complex.ts";
import type { World } from "../world/world.ts";
import { commonDecision } from "./common-decision.ts";
import type { QueryEnd } from "./query-end.ts";

/** Flows of the pods that a query is about, which get one answer. */
export interface Case {
  readonly decision: FlowDecision;
  /** Which pods in words, where the query is about any pod; else how it calls the end. */
  readonly source: string;
  readonly destination: string;
}

export interface Question extends Pick<PointFlow, "port" | "protocol"> {
  readonly source: QueryEnd;
  readonly destination: QueryEnd;
}

/** More pairs than this are no answer that a person asks for. */
const MAX_PAIRS = 20_000;

interface End {
  readonly point: PointEnd;
  readonly labels?: LabelBox;
}

interface Decided {
  readonly source: End;
  readonly destination: End;
  readonly decision: FlowDecision;
}

/** Decides a flow for all the pods that its ends may be. */
export function decideAll(
  { policies }: World,
  { source, destination, port, protocol }: Question,
  options: PointOptions,
): readonly Decided[] {
  const sources = endsOf(policies, source, destination);
  const destinations = endsOf(policies, destination, source);
  if (sources.length * destinations.length > MAX_PAIRS) throw new TooComplex("too many pairs");
  return destinations.flatMap((to) =>
    sources.map((from) => ({
      source: from,
      destination: to,
      decision: decideFlow(
        policies,
        { source: from.point, destination: to.point, port, protocol },
        options,
      ),
    })),
  );
}

function endsOf(policies: World["policies"], end: QueryEnd, other: QueryEnd): readonly End[] {
  if (end.type !== "any") return [{ point: end.point }];
  const otherNamespace = namespaceOf(other);
  return classesOfPods(policies, {
    pod: end.pod,
    ...(otherNamespace === undefined ? {} : { otherNamespace }),
  }).map(({ pod, labels }) => ({ point: pod, labels }));
}

/** The namespace of an end that is pods. */
export function namespaceOf(end: QueryEnd): string | undefined {
  if (end.type === "any") return end.pod.namespace;
  return end.point.type === "pod" ? end.point.namespace : undefined;
}

/** One decision for all, or undecided where it depends on the labels. */
export function sumUp(decided: readonly Decided[]): Decision {
  const [first, ...others] = new Set(decided.map(({ decision }) => decision.decision));
  return first !== undefined && others.length === 0 ? first : "undecided";
}

/** Which pods get which answer, in as few cases as words allow. */
export function casesOf(decided: readonly Decided[], question: Question): readonly Case[] {
  return DECISIONS.flatMap((wanted) => {
    const ofDecision = decided.filter(({ decision }) => decision.decision === wanted);
    // First all sources of one destination, then all destinations that have the same sources.
    const rows = groupBy([...groupBy(ofDecision, byDestination).values()], (group) =>
      wordsFor(
        group.map(({ source }) => source.labels),
        question.source,
      ),
    );
    return [...rows].map(([source, groups]) => ({
      decision: commonDecision(groups.flat().map(({ decision }) => decision)),
      source,
      destination: wordsFor(
        groups.flat().map(({ destination }) => destination.labels),
        question.destination,
      ),
    }));
  });
}

const DECISIONS: readonly Decision[] = ["allowed", "denied", "undecided"];

/** The ends on whose labels the answer depends. */
export function tellingEnds(
  decided: readonly Decided[],
  { source, destination }: Question,
): readonly QueryEnd[] {
  const depends = (fixed: "source" | "destination"): boolean => {
    const seen = new Map<End, Decision>();
    return decided.some(({ decision: { decision }, ...ends }) => {
      const before = seen.get(ends[fixed]) ?? decision;
      seen.set(ends[fixed], before);
      return before !== decision;
    });
  };
  return [...(depends("destination") ? [source] : []), ...(depends("source") ? [destination] : [])];
}

function wordsFor(boxes: readonly (LabelBox | undefined)[], end: QueryEnd): string {
  if (end.type !== "any") return end.text;
  return describePodsOf(mergeBoxes(boxes.flatMap((box) => box ?? [])), end.text);
}

/** By reference: ends of one class are one object. */
const byDestination = ({ destination }: Decided): End => destination;

import type { NetworkPolicy } from "../model/policy.ts";
import type { Assumption, LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { gapsFor, type Gap, type OneWorld } from "../one-world.ts";
import type { Decision, SideDecision } from "../reach/point.ts";
import { formatPlace } from "../report/place.ts";
import { TooComplex } from "../space/too-complex.ts";
import { assumptionsFor } from "./query-assumptions.ts";
import type { World } from "../world/world.ts";
import {
  casesOf,
  decideAll,
  namespaceOf,
  sumUp,
  tellingEnds,
  type Case,
  type Question,
} from "./query-cases.ts";
import type { QueryEnd } from "./query-end.ts";

/** The answer to a query, as JSON has it. */
export interface QueryAnswer {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
  readonly verdict: Decision;
  /** The scopes that it holds for. */
  readonly scopes: readonly string[];
  /** The answer of each scope, where they differ. */
  readonly perScope?: readonly QueryAnswer[];
  /** What the policies that could be read and evaluated say, where that is not the verdict. */
  readonly evaluated?: Decision;
  /** Set where both ends are the same pods: a pod cannot block its own traffic. */
  readonly itself?: "allowed";
  /** Empty where the rules do not decide; else one, or several where it depends on the labels. */
  readonly cases: readonly AnswerCase[];
  /** Facts that the manifests do not hold and that would decide. */
  readonly missing: readonly string[];
  /** What was not read or not evaluated and may make the answer another one. */
  readonly gaps: readonly Pick<Gap, "type" | "path" | "line" | "text">[];
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly string[];
  /** Files that are not counted, and why. */
  readonly notCounted: readonly Pick<LedgerEntry, "path" | "reason">[];
}

/** Another way in which the manifests may be applied. */
export interface OtherWorld {
  readonly policies: World["policies"];
  /** What is not known, and makes it another way. */
  readonly fact: string;
}

interface AnswerCase {
  readonly from: string;
  readonly to: string;
  readonly verdict: Decision;
  readonly sides: readonly AnswerSide[];
}

interface AnswerSide {
  readonly side: string;
  readonly verdict: Decision;
  /** What kind of end it is that no policy could isolate. */
  readonly exempt?: "address" | "host network";
  readonly isolatedBy: readonly PolicyMention[];
  readonly mayIsolate: readonly PolicyMention[];
  readonly allowedBy: readonly PolicyMention[];
  readonly missing: readonly string[];
}

interface PolicyMention {
  readonly policy: string;
  readonly place: string;
}

/** Answers a query with what decides it, what it assumes and what it does not know. */
export function answerQuery(
  question: Question,
  one: OneWorld,
  others: readonly OtherWorld[] = [],
): QueryAnswer {
  const { source, destination, port, protocol } = question;
  const common = {
    from: source.text,
    to: destination.text,
    port,
    protocol,
    scopes: [one.scope],
    notCounted: [],
  };
  const notes = notesOn(question, one);
  const itself = isSameEnd(source, destination);
  if (itself && source.type === "pods" && source.single)
    return {
      ...common,
      verdict: "allowed",
      itself: "allowed",
      cases: [],
      missing: [],
      gaps: [],
      assumptions: [],
      notes,
    };
  const namespaces = [source, destination].flatMap((end) => namespaceOf(end) ?? []);
  const gaps = gapsFor(one.gaps, namespaces).map(({ type, path, line, text }) => ({
    type,
    path,
    line,
    text,
  }));
  const found = decide(question, one);
  const open = openFacts(question, one, { verdict: found.verdict, others });
  const isOpen = gaps.length + open.length > 0;
  return {
    ...common,
    verdict: isOpen ? "undecided" : found.verdict,
    ...(isOpen && found.verdict !== "undecided" ? { evaluated: found.verdict } : {}),
    ...(itself ? { itself: "allowed" } : {}),
    cases: found.cases,
    missing: [...found.missing, ...open],
    gaps,
    assumptions: assumptionsFor(question, one),
    notes,
  };
}

/** What is not known of the manifests and gives another answer. */
const openFacts = (
  question: Question,
  one: OneWorld,
  { verdict, others }: { readonly verdict: Decision; readonly others: readonly OtherWorld[] },
): readonly string[] => [
  ...new Set(
    others.flatMap(({ policies, fact }) => {
      const other = decide(question, { ...one, world: { ...one.world, policies } });
      return other.verdict === verdict ? [] : [fact];
    }),
  ),
];

function isSameEnd(source: QueryEnd, destination: QueryEnd): boolean {
  if (source.type === "pods" && destination.type === "pods") return source.key === destination.key;
  return source.type === "any" && destination.type === "any" && source.text === destination.text;
}

function decide(
  question: Question,
  { world, ipBlockMatchesPods }: OneWorld,
): Pick<QueryAnswer, "verdict" | "cases" | "missing"> {
  try {
    const decided = decideAll(world, question, { ipBlockMatchesPods });
    const verdict = sumUp(decided);
    const cases = casesOf(decided, question).map((one) => caseOf(one, question));
    const telling = tellingEnds(decided, question);
    const missing = decided.flatMap(({ decision: { decision, egress, ingress } }) =>
      decision === "undecided" ? [...egress.missing, ...ingress.missing] : [],
    );
    const onLabels = telling.length === 0 ? [] : [labelsOf(telling)];
    return { verdict, cases, missing: [...new Set([...onLabels, ...missing])] };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const ends = [question.source, question.destination].filter(({ type }) => type === "any");
    const fact = `${labelsOf(ends)}: policies tell too many kinds of pods apart`;
    return { verdict: "undecided", cases: [], missing: [fact] };
  }
}

const labelsOf = (ends: readonly QueryEnd[]): string =>
  `the labels of ${ends.map(({ text }) => `the pods in ${text}`).join(" and of ")}`;

const caseOf = (
  { source, destination, decision: { decision, egress, ingress } }: Case,
  question: Question,
): AnswerCase => ({
  from: source,
  to: destination,
  verdict: decision,
  sides: [sideOf(egress, question.source), sideOf(ingress, question.destination)],
});

function sideOf(side: SideDecision, end: QueryEnd): AnswerSide {
  const isHost = end.type === "pods" && end.point.hostNetwork === true;
  return {
    side: side.direction,
    verdict: side.decision,
    ...(end.type === "address" ? { exempt: "address" } : isHost ? { exempt: "host network" } : {}),
    isolatedBy: side.isolatedBy.map(mentionPolicy),
    mayIsolate: side.mayIsolate.map(mentionPolicy),
    allowedBy: side.allowedBy.map(({ policy, rule }) => mention(policy, rule.span)),
    missing: side.missing,
  };
}

const mention = ({ name }: NetworkPolicy, span: Span): PolicyMention => ({
  policy: name,
  place: formatPlace(span),
});
const mentionPolicy = (policy: NetworkPolicy): PolicyMention =>
  mention(policy, policy.podSelector.span);

/** What a slip in a name would hide. */
const notesOn = (
  { source, destination }: Question,
  { world, labels }: OneWorld,
): readonly string[] =>
  [...new Set([source, destination].flatMap((end) => namespaceOf(end) ?? []))].flatMap((name) => {
    const isSeen =
      labels.has(name) ||
      [...world.policies, ...world.workloads].some(({ namespace }) => namespace === name);
    return isSeen ? [] : [`nothing in the directory is in namespace ${name}`];
  });

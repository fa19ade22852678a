import { addTo } from "../model/group-by.ts";
import type { Direction } from "../model/policy.ts";
import type { Blame, FlowRow, Risk } from "../model/report.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import type { LabelBox } from "../space/label-box.ts";
import { mergeRegions, type Region } from "../space/region.ts";
import { exceptionsBehind, explainChange, placesOf, type Revisions } from "./blame.ts";
import { isWider, type ChangeKind, type FlowChange } from "./compare.ts";
import { isSayable } from "./describe-addresses.ts";
import type { PodWords } from "./describe-pods.ts";
import { describePorts } from "./describe-ports.ts";
import { peerOf, subjectOf } from "./gains.ts";
import { describeLabels } from "./label-words.ts";
import { riskOf, weightOf, worstRisk } from "./risk.ts";
import { describeEnds, familyOf } from "./row-ends.ts";
import { groupForRows } from "./row-groups.ts";
import { portsOf, type PortContext } from "./row-ports.ts";
import { sampleRegion } from "./sample.ts";

export interface RowContext extends Revisions, PortContext {
  /** Words for the pods of one revision. */
  readonly words: { readonly base: PodWords; readonly head: PodWords };
}

/** Past this many regions of one cause the row names the cause instead of listing parts. */
const MAX_MERGED = 300;
const MAX_ROWS_PER_CAUSE = 6;

interface WeightedRow {
  readonly row: FlowRow;
  readonly weight: number;
}

/** What a reader sees: rows per cause, worst first. */
export function rowsOf(changes: readonly FlowChange[], context: RowContext): readonly FlowRow[] {
  const order = { opened: 0, masked: 1, closed: 2, "masked-closed": 3 };
  const causesOf = (kind: ChangeKind): ReadonlySet<FlowChange["cause"]> =>
    new Set(changes.filter(({ change }) => change === kind).map(({ cause }) => cause));
  const opened = causesOf("opened");
  const closed = causesOf("closed");
  const drafts = withoutEchoes(changes)
    .filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change))
    // What closed says why the side is narrower; that more of it was blocked anyway is no news.
    .filter((change) => change.change !== "masked-closed" || !closed.has(change.cause))
    .flatMap((change) => draftsOf(change, context));
  const rows = joinRanges(drafts).map((draft) => rowOf(draft, context));
  // A flow that both ends open at once is one line to a reader; the first says it.
  const distinct = new Map(rows.toReversed().map((entry) => [wordsOf(entry.row), entry]));
  return rows
    .filter((entry) => distinct.get(wordsOf(entry.row)) === entry)
    .toSorted((a, b) => order[a.row.change] - order[b.row.change] || a.weight - b.weight)
    .map(({ row }) => row);
}

const wordsOf = ({ change, source, destination, ports, cause }: FlowRow): string =>
  JSON.stringify([change, source.text, destination.text, ports, cause]);

/** A moved workload's flow that a changed rule explains is shown with the rule. */
function withoutEchoes(changes: readonly FlowChange[]): readonly FlowChange[] {
  const explained = new Set(
    changes.flatMap(({ workload, cause, change }) =>
      workload === undefined && cause.type === "rule" ? [`${change} ${placeOfRule(cause)}`] : [],
    ),
  );
  return changes.filter(
    ({ workload, cause, change }) =>
      workload === undefined ||
      cause.type !== "rule" ||
      !explained.has(`${change} ${placeOfRule(cause)}`),
  );
}

const placeOfRule = ({ allow }: Extract<FlowChange["cause"], { type: "rule" }>): string => {
  const { path, startLine, startColumn } = (allow.peer ?? allow.rule).span;
  return `${path} ${startLine} ${startColumn}`;
};

/**
 * Where a rule opens something, what it would open besides is worth a row only if the namespaces that still
 * block are surely meant; of an undeclared one nobody knows its labels.
 */
const isKnown = ({ regions, direction, cause }: FlowChange): boolean =>
  (cause.type === "isolation" || cause.allow.peer?.type !== "ipBlock") &&
  regions.some((region) => {
    const peer = peerOf(region, direction);
    return (
      peer.type === "pod" && (peer.namespaces.type === "known" || isNamed(peer.namespaces.labels))
    );
  });

/** Named outright by the rule, not found through other labels. */
const isNamed = (labels: LabelBox): boolean =>
  [...labels.keys()].every((key) => key === NAME_LABEL);

/** What will be one row: flows of one cause, with the explanation. */
interface Draft {
  readonly change: FlowChange;
  readonly regions: readonly Region[];
  readonly blame: Blame;
  readonly text: string;
  readonly also?: NonNullable<FlowRow["also"]>;
  /** Whether the rule also means pods, by addresses that they may have. */
  readonly meansPods: boolean;
}

function draftsOf(change: FlowChange, context: RowContext): readonly Draft[] {
  // What concerns everyone is one line, whatever small part of it was allowed before.
  const forEveryone = change.cause.type === "isolation" || change.cause.allow.peer === undefined;
  const whole = forEveryone || change.regions.length > MAX_MERGED;
  const all = withoutPodEchoes(change);
  const groups = whole ? [all] : groupForRows(all, exceptionsBehind(change, context));
  const rows = groups.length > MAX_ROWS_PER_CAUSE ? [all] : groups;
  return rows.map((regions) => {
    const also = change.also && explainChange({ ...change, ...change.also }, context, regions);
    return {
      change,
      regions,
      meansPods: all !== change.regions,
      ...explainChange(change, context, regions),
      ...(also === undefined ? {} : { also: { blame: also.blame, cause: also.text } }),
    };
  });
}

/**
 * Address ranges of one rule that changed for the same reason are one row: nobody thinks of the internet as
 * `0.0.0.0/1` and `128.0.0.0/1`.
 */
function joinRanges(drafts: readonly Draft[]): readonly Draft[] {
  const rules = new Map<object, number>();
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { change, regions, text } = draft;
    const { cause, direction, workload } = change;
    const isRange = cause.type === "rule" && cause.allow.peer?.type === "ipBlock";
    const key = isRange
      ? JSON.stringify([
          change.change,
          direction,
          workload?.token,
          ruleNumber(cause.allow.rule, rules),
          text,
          rangelessKey(regions, direction),
        ])
      : `alone ${groups.size}`;
    addTo(groups, key, draft);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) return group;
    const peers = group.flatMap(({ change, regions }) =>
      regions.map((region) => peerOf(region, change.direction)),
    );
    const joined = normalizeIntervals(peers.flatMap(({ addresses }) => addresses));
    if (group.length > MAX_JOINED || !isSayable(joined)) return group;
    const regions = mergeRegions(group.flatMap((draft) => draft.regions));
    return [{ ...first, regions }];
  });
}

/** More pieces than this are a list to a reader, whatever they add up to. */
const MAX_JOINED = 50;

function ruleNumber(rule: object, rules: Map<object, number>): number {
  const number = rules.get(rule) ?? rules.size;
  rules.set(rule, number);
  return number;
}

/** Regions apart from the addresses of their peer. */
const rangelessKey = (regions: readonly Region[], direction: Direction): string =>
  [
    ...new Set(
      regions.map((region) => {
        const subject = subjectOf(region, direction);
        const pods = subject.type === "pod" ? describeLabels(subject.labels) : "";
        return `${pods} ${describePorts(region.ports, region.names)}`;
      }),
    ),
  ]
    .toSorted()
    .join();

function rowOf(draft: Draft, context: RowContext): WeightedRow {
  const { change, regions, blame, text, also, meansPods } = draft;
  const words = isWider(change.change) ? context.words.head : context.words.base;
  const risks = regions.map(riskOf);
  const risk = worstRisk(risks);
  const shown = worstRegion(regions, risks);
  const source = describeEnds(regions, "source", { words, meansPods });
  const destination = describeEnds(regions, "destination", { words, meansPods });
  const sample = sampleRegion(shown, words);
  const family = familyOf(regions);
  const row: FlowRow = {
    change: change.change,
    namespace: change.workload?.namespace ?? change.namespace,
    source,
    destination,
    ports: portsOf(regions, change, context),
    ...(family === undefined ? {} : { family }),
    existing: [source, destination].every(
      ({ type, workloads }) => type !== "pods" || workloads.length > 0,
    ),
    risk,
    ...(sample === undefined
      ? {}
      : { witness: { ...sample.witness, ...(family === undefined ? {} : { family }) } }),
    blame,
    cause: text,
    ...(also === undefined ? {} : { also }),
    blockedBy: placesOf(change.blockedBy).slice(0, MAX_BLOCKING),
  };
  return { row, weight: weightOf(risk, shown.ports) };
}

/** Each of them blocks; to name all of thousands in each of thousands of rows helps nobody. */
const MAX_BLOCKING = 10;

/** Pods that an address range also means are no news beside the range itself; an assumption says so. */
function withoutPodEchoes({ cause, regions, direction }: FlowChange): readonly Region[] {
  if (cause.type !== "rule" || cause.allow.peer?.type !== "ipBlock") return regions;
  const outside = regions.filter((region) => peerOf(region, direction).type === "address");
  return outside.length === 0 || outside.length === regions.length ? regions : outside;
}

function worstRegion(regions: readonly Region[], risks: readonly Risk[]): Region {
  let worst: { readonly region: Region; readonly weight: number } | undefined;
  for (const [index, region] of regions.entries()) {
    const weight = weightOf(risks[index] ?? "same-namespace", region.ports);
    if (worst === undefined || weight < worst.weight) worst = { region, weight };
  }
  if (worst === undefined) throw new Error("a change without flows");
  return worst.region;
}

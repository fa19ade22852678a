import type { Direction } from "../model/policy.ts";
import type { Blame, EndpointText, FlowRow, Risk } from "../model/report.ts";
import { numberedPorts } from "../policy/network-policy.ts";
import { isAllAddresses } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type PodEndpoint } from "../space/endpoint.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { ALL_PORTS, unitePorts, type Ports } from "../space/ports.ts";
import { mergeRegions, type Region } from "../space/region.ts";
import type { LabelBox } from "../space/label-box.ts";
import { peerOf, subjectOf } from "./gains.ts";
import { exceptionsBehind, explainChange, placesOf, type Revisions } from "./blame.ts";
import type { FlowChange } from "./compare.ts";
import { describeAddresses, isSayable } from "./describe-addresses.ts";
import { describeLabels, describePods, type PodWords } from "./describe-pods.ts";
import { describeChangedPorts, describePorts } from "./describe-ports.ts";
import { resolvePortNames } from "./moved-workload.ts";
import { groupForRows, isEveryPod } from "./row-groups.ts";
import { riskOf, weightOf, worstRisk } from "./risk.ts";
import { sampleRegion } from "./sample.ts";

export interface RowContext extends Revisions {
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
  const order = { opened: 0, masked: 1, closed: 2 };
  const opened = new Set(
    changes.filter(({ change }) => change === "opened").map(({ cause }) => cause),
  );
  const drafts = withoutEchoes(changes)
    .filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change))
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
}

function draftsOf(change: FlowChange, context: RowContext): readonly Draft[] {
  // What concerns everyone is one line, whatever small part of it was allowed before.
  const forEveryone = change.cause.type === "isolation" || change.cause.allow.peer === undefined;
  const whole = forEveryone || change.regions.length > MAX_MERGED;
  const all = withoutPodEchoes(change);
  const groups = whole ? [all] : groupForRows(all, exceptionsBehind(change, context));
  const rows = groups.length > MAX_ROWS_PER_CAUSE ? [all] : groups;
  return rows.map((regions) => ({ change, regions, ...explainChange(change, context, regions) }));
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
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
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

function rowOf({ change, regions, blame, text }: Draft, context: RowContext): WeightedRow {
  const words = change.change === "closed" ? context.words.base : context.words.head;
  const risks = regions.map(riskOf);
  const risk = worstRisk(risks);
  const shown = worstRegion(regions, risks);
  const source = describeEnds(regions, "source", words);
  const destination = describeEnds(regions, "destination", words);
  const sample = sampleRegion(shown, words);
  const row: FlowRow = {
    change: change.change,
    namespace: change.workload?.namespace ?? change.namespace,
    source,
    destination,
    ports: portsOf(regions, change),
    existing: [source, destination].every(
      ({ type, workloads }) => type !== "pods" || workloads.length > 0,
    ),
    risk,
    ...(sample === undefined ? {} : { witness: sample.witness }),
    blame,
    cause: text,
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
  return outside.length === 0 ? regions : outside;
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

function portsOf(regions: readonly Region[], change: FlowChange): string {
  const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
  if (regions.some(({ names }) => names.size > 0)) return [...texts].join(" or ");
  const ports = regions.map((region) => region.ports).reduce(unitePorts);
  return describeChangedPorts(ports, portsOfCause(change.cause), change.change === "closed");
}

/** All that the cause speaks of, some of which may have been allowed before. */
function portsOfCause(cause: FlowChange["cause"]): Ports {
  if (cause.type === "isolation" || cause.allow.rule.ports.length === 0) return ALL_PORTS;
  return numberedPorts(cause.allow.rule.ports);
}

/** Regions of one cause mostly share their ends; each is described once. */
function distinctPods(ends: readonly PodEndpoint[]): readonly PodEndpoint[] {
  const distinct = new Map<string, PodEndpoint>();
  for (const end of ends) {
    const { namespaces } = end;
    const where =
      namespaces.type === "known"
        ? [...namespaces.names].join()
        : `? ${describeLabels(namespaces.labels)}`;
    distinct.set(`${where} / ${describeLabels(end.labels)} / ${end.addresses.join()}`, end);
  }
  return [...distinct.values()];
}

/** A region of pods found by their address alone. */
const isEcho = ({ source, destination }: Region): boolean =>
  [source, destination].some((end) => !isAllAddresses(end.addresses));

function describeEnds(
  regions: readonly Region[],
  end: "source" | "destination",
  words: PodWords,
): EndpointText {
  const ends = regions.map((region) => region[end]);
  const outside = ends.filter((endpoint) => endpoint.type === "address");
  const addresses = normalizeIntervals(outside.flatMap((endpoint) => endpoint.addresses));
  const pods = distinctPods(ends.filter((endpoint) => endpoint.type === "pod"));
  if (outside.length === 0)
    return describePods(pods, words, (workload) =>
      end === "source"
        ? true
        : regions.some((region) => resolvePortNames(region, workload) !== undefined),
    );
  const text = describeAddresses(addresses);
  const nothing = { workloads: [], more: 0 };
  if (isAllAddresses(addresses) && pods.some(isEveryPod))
    return { text: "anyone (any pod, any address)", type: "anyone", ...nothing };
  if (pods.length === 0 || regions.every(isEcho)) return { text, type: "addresses", ...nothing };
  const described = describePods(pods, words);
  const { workloads, more } = described;
  return { text: `${text}, and ${described.text}`, type: "anyone", workloads, more };
}

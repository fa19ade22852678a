import type { EndpointText, FlowRow } from "../model/report.ts";
import { isAllAddresses } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type PodEndpoint } from "../space/endpoint.ts";
import { unitePorts } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import type { LabelBox } from "../space/label-box.ts";
import { peerOf } from "./gains.ts";
import { exceptionsBehind, explainChange, placesOf } from "./blame.ts";
import type { FlowChange } from "./compare.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { describeLabels, describePods, type PodWords } from "./describe-pods.ts";
import { describePorts } from "./describe-ports.ts";
import { resolvePortNames } from "./moved-workload.ts";
import { groupForRows, isEveryPod } from "./row-groups.ts";
import { riskOf, weightOf, worstRisk } from "./risk.ts";
import { sampleRegion } from "./sample.ts";
import type { World } from "../world/world.ts";

export interface RowContext {
  readonly base: World;
  readonly head: World;
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
  const rows = withoutEchoes(changes)
    .filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change))
    .flatMap((change) => rowsOfChange(change, context));
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

function rowsOfChange(change: FlowChange, context: RowContext): readonly WeightedRow[] {
  const words = change.change === "closed" ? context.words.base : context.words.head;
  // What concerns everyone is one line, whatever small part of it was allowed before.
  const forEveryone = change.cause.type === "isolation" || change.cause.allow.peer === undefined;
  const whole = forEveryone || change.regions.length > MAX_MERGED;
  const all = withoutPodEchoes(change);
  const groups = whole ? [all] : groupForRows(all, exceptionsBehind(change, context));
  const rows = groups.length > MAX_ROWS_PER_CAUSE ? [all] : groups;
  return rows.map((regions) => {
    const { blame, text } = explainChange(change, context, regions);
    const risk = worstRisk(regions.map(riskOf));
    const shown = worstRegion(regions);
    const source = describeEnds(regions, "source", words);
    const destination = describeEnds(regions, "destination", words);
    const sample = sampleRegion(shown, words);
    const row: FlowRow = {
      change: change.change,
      namespace: change.workload?.namespace ?? change.namespace,
      source,
      destination,
      ports: portsOf(regions),
      existing: [source, destination].every(
        ({ type, workloads }) => type !== "pods" || workloads.length > 0,
      ),
      risk,
      ...(sample === undefined ? {} : { witness: sample.witness }),
      blame,
      cause: text,
      blockedBy: placesOf(change.blockedBy),
    };
    return { row, weight: weightOf(risk, shown.ports) };
  });
}

/** Pods that an address range also means are no news beside the range itself; an assumption says so. */
function withoutPodEchoes({ cause, regions, direction }: FlowChange): readonly Region[] {
  if (cause.type !== "rule" || cause.allow.peer?.type !== "ipBlock") return regions;
  const outside = regions.filter((region) => peerOf(region, direction).type === "address");
  return outside.length === 0 ? regions : outside;
}

function worstRegion(regions: readonly Region[]): Region {
  const weigh = (region: Region): number => weightOf(riskOf(region), region.ports);
  const [first, ...rest] = regions;
  if (first === undefined) throw new Error("a change without flows");
  return rest.reduce((worst, region) => (weigh(region) < weigh(worst) ? region : worst), first);
}

function portsOf(regions: readonly Region[]): string {
  const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
  if (texts.size === 1 || regions.some(({ names }) => names.size > 0))
    return [...texts].join(" or ");
  return describePorts(regions.map(({ ports }) => ports).reduce(unitePorts), NO_NAMES);
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
  const addresses = ends.find((endpoint) => endpoint.type === "address");
  const pods = distinctPods(ends.filter((endpoint) => endpoint.type === "pod"));
  if (addresses === undefined)
    return describePods(pods, words, (workload) =>
      end === "source"
        ? true
        : regions.some((region) => resolvePortNames(region, workload) !== undefined),
    );
  const text = describeAddresses(addresses.addresses);
  const nothing = { workloads: [], more: 0 };
  if (isAllAddresses(addresses.addresses) && pods.some(isEveryPod))
    return { text: "anyone (any pod, any address)", type: "anyone", ...nothing };
  if (pods.length === 0 || regions.every(isEcho)) return { text, type: "addresses", ...nothing };
  const described = describePods(pods, words);
  const { workloads, more } = described;
  return { text: `${text}, and ${described.text}`, type: "anyone", workloads, more };
}

import type { EndpointText, FlowRow } from "../model/report.ts";
import { isAllAddresses } from "../space/addresses.ts";
import { NAME_LABEL, type Endpoint, type PodEndpoint } from "../space/endpoint.ts";
import { unitePorts } from "../space/ports.ts";
import { mergeRegions, NO_NAMES, type Region } from "../space/region.ts";
import type { LabelBox } from "../space/label-box.ts";
import { peerOf } from "./gains.ts";
import { explainChange, placesOf } from "./blame.ts";
import type { FlowChange } from "./compare.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { describePods, describeLabels, type PodWords } from "./describe-pods.ts";
import { describePorts } from "./describe-ports.ts";
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
  return withoutEchoes(changes)
    .filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change))
    .flatMap((change) => rowsOfChange(change, context))
    .toSorted((a, b) => order[a.row.change] - order[b.row.change] || a.weight - b.weight)
    .map(({ row }) => row);
}

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
 * Where a rule opens something, what it would open besides is worth a row only if it selects the
 * namespaces that still block; of an undeclared one nobody knows its labels.
 */
const isKnown = ({ regions, direction, cause }: FlowChange): boolean =>
  cause.type === "rule" &&
  cause.allow.peer?.type === "selectors" &&
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
  const { blame, text } = explainChange(change, context);
  const whole = change.cause.type === "isolation" || change.regions.length > MAX_MERGED;
  const merged = whole ? change.regions : mergeRegions(change.regions);
  const groups = whole ? [merged] : groupRegions(merged);
  const rows = groups.length > MAX_ROWS_PER_CAUSE ? [merged] : groups;
  return rows.map((regions) => {
    const risk = worstRisk(regions.map(riskOf));
    const shown = worstRegion(regions);
    const source = describeEnds(regions, "source", words);
    const destination = describeEnds(regions, "destination", words);
    const sample = sampleRegion(shown, words);
    const row: FlowRow = {
      change: change.change,
      namespace: change.namespace,
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

function worstRegion(regions: readonly Region[]): Region {
  const weigh = (region: Region): number => weightOf(riskOf(region), region.ports);
  const [first, ...rest] = regions;
  if (first === undefined) throw new Error("a change without flows");
  return rest.reduce((worst, region) => (weigh(region) < weigh(worst) ? region : worst), first);
}

function portsOf(regions: readonly Region[]): string {
  const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
  if (texts.size <= 2) return [...texts].join(" or ");
  return describePorts(regions.map(({ ports }) => ports).reduce(unitePorts), NO_NAMES);
}

/** Regions that differ only in how their pods are known belong in one row. */
function groupRegions(regions: readonly Region[]): readonly (readonly Region[])[] {
  const groups = new Map<string, Region[]>();
  for (const region of regions) {
    const key = [
      endKey(region.source),
      endKey(region.destination),
      describePorts(region.ports, region.names),
    ].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [region]);
    else group.push(region);
  }
  return joinEveryone([...groups.values()]);
}

/** Every address, and every pod, of the same flow are one row: anyone. */
function joinEveryone(groups: readonly Region[][]): readonly (readonly Region[])[] {
  const joined: Region[][] = [];
  const taken = new Set<Region[]>();
  for (const group of groups) {
    if (taken.has(group)) continue;
    const partner = groups.find(
      (other) => other !== group && !taken.has(other) && areEveryone(group, other),
    );
    if (partner !== undefined) taken.add(partner);
    joined.push(partner === undefined ? group : [...group, ...partner]);
  }
  return joined;
}

function areEveryone(a: readonly Region[], b: readonly Region[]): boolean {
  const [x] = a;
  const [y] = b;
  if (x === undefined || y === undefined || portsOf(a) !== portsOf(b)) return false;
  const both = (end: "source" | "destination"): boolean =>
    [a, b].some((group) => group.some((region) => isEveryAddress(region[end]))) &&
    [a, b].some((group) => group.some((region) => isEveryPod(region[end])));
  return (
    (both("source") && endKey(x.destination) === endKey(y.destination)) ||
    (both("destination") && endKey(x.source) === endKey(y.source))
  );
}

const isEveryAddress = (end: Endpoint): boolean =>
  end.type === "address" && isAllAddresses(end.addresses);

/** Pods without a condition on labels, in namespaces of which at most some names are left out. */
const isEveryPod = (end: Endpoint): boolean =>
  end.type === "pod" &&
  end.labels.size === 0 &&
  isAllAddresses(end.addresses) &&
  end.namespaces.type === "unknown" &&
  [...end.namespaces.labels].every(([key, { negated }]) => key === NAME_LABEL && negated);

/** Pods that an address range happens to hold are the same line of print as the range. */
function endKey(end: Endpoint): string {
  const addresses = describeAddresses(end.addresses);
  return end.type === "address" || (end.labels.size === 0 && addresses !== "any address")
    ? `addresses ${addresses}`
    : `pods ${describeLabels(end.labels)} ${addresses}`;
}

function describeEnds(
  regions: readonly Region[],
  end: "source" | "destination",
  words: PodWords,
): EndpointText {
  const ends = regions.map((region) => region[end]);
  const addresses = ends.find((endpoint) => endpoint.type === "address");
  const pods = ends.filter((endpoint): endpoint is PodEndpoint => endpoint.type === "pod");
  if (addresses === undefined) return describePods(pods, words);
  const text = describeAddresses(addresses.addresses);
  const nothing = { workloads: [], more: 0 };
  if (isAllAddresses(addresses.addresses) && pods.some(isEveryPod))
    return { text: "anyone (any pod, any address)", type: "anyone", ...nothing };
  return { text, type: "addresses", ...nothing };
}

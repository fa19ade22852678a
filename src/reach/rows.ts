import type { EndpointText, FlowRow } from "../model/report.ts";
import { ALL_PORTS } from "../space/ports.ts";
import { mergeRegions, NO_NAMES, type Region } from "../space/region.ts";
import type { Endpoint, PodEndpoint } from "../space/endpoint.ts";
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
  return changes
    .flatMap((change) => rowsOfChange(change, context))
    .toSorted((a, b) => order[a.row.change] - order[b.row.change] || a.weight - b.weight)
    .map(({ row }) => row);
}

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
  const texts = [...new Set(regions.map(({ ports, names }) => describePorts(ports, names)))];
  if (texts.length <= 2) return texts.join(" or ");
  return regions.some(({ ports, names }) => describePorts(ports, names) === "any port")
    ? describePorts(ALL_PORTS, NO_NAMES)
    : `${texts[0] ?? ""} and others`;
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
  return [...groups.values()];
}

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
  if (text === "any address" && pods.some(({ namespaces }) => namespaces.type === "unknown"))
    return { text: "anyone (any pod, any address)", type: "anyone", ...nothing };
  return { text, type: "addresses", ...nothing };
}

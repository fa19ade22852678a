import { groupBy } from "../model/group-by.ts";
import { describeAddresses, isSayable } from "../reach/describe-addresses.ts";
import { describePorts } from "../reach/describe-ports.ts";
import type { Flow, FlowEnd } from "../reach/flows.ts";
import { terminalText } from "../report/escape.ts";
import { ALL_IPV4, ALL_IPV6, type Addresses } from "../space/addresses.ts";
import { normalizeIntervals, sameIntervals } from "../space/intervals.ts";
import { NO_NAMES } from "../space/region.ts";

/** Blocks of addresses that one line lists: a rule for the internet without private ranges is one line. */
const SHOWN = 24;

/** The flows as lines for a person; addresses that may do the same are one line where words allow it. */
export function flowLines(flows: readonly Flow[]): readonly string[] {
  return gatherAddresses(flows).map(({ source, destination, ports, dependsOn }) => {
    const doubt =
      dependsOn.length === 0 ? "" : ` (not certain: depends on ${dependsOn.join(", ")})`;
    const line = `${endText(source)} => ${endText(destination)} : ${describePorts(ports, NO_NAMES)}`;
    return terminalText(line, 1_000) + doubt;
  });
}

/** Joins rows that differ in their addresses only, in the place of the first. */
function gatherAddresses(flows: readonly Flow[]): readonly Flow[] {
  const rows = groupBy(flows, ({ source, destination, ports, dependsOn }) =>
    JSON.stringify([keyOf(source), keyOf(destination), ports, dependsOn]),
  );
  return [...rows.values()].flatMap(joinRows);
}

const keyOf = (end: FlowEnd): string => (end.type === "pods" ? end.text : "");

function joinRows(row: readonly Flow[]): readonly Flow[] {
  const [first] = row;
  if (first === undefined || row.length === 1) return row;
  const source = joinEnds(row.map((flow) => flow.source));
  const destination = joinEnds(row.map((flow) => flow.destination));
  return source === undefined || destination === undefined
    ? row
    : [{ ...first, source, destination }];
}

/** One end for all; undefined where no words leave nothing out. */
function joinEnds(ends: readonly FlowEnd[]): FlowEnd | undefined {
  const addresses = normalizeIntervals(
    ends.flatMap((end) => (end.type === "addresses" ? end.addresses : [])),
  );
  if (addresses.length === 0) return ends[0];
  return isSayable(addresses, SHOWN) ? { type: "addresses", text: "", addresses } : undefined;
}

function endText(end: FlowEnd): string {
  if (end.type === "pods") return end.text + (end.hostNetwork ? " (host network)" : "");
  return isSayable(end.addresses, SHOWN) ? addressText(end.addresses) : end.text;
}

/** All addresses are more than the internet: those of nodes and of the network around are among them. */
function addressText(addresses: Addresses): string {
  if (sameIntervals(addresses, ALL_IPV4)) return "any IPv4 address";
  if (sameIntervals(addresses, ALL_IPV6)) return "any IPv6 address";
  return describeAddresses(addresses, { shown: SHOWN });
}

import { parseAddress } from "../../src/model/cidr.ts";
import { PROTOCOLS, type Protocol } from "../../src/model/policy.ts";
import { pointOf } from "../../src/space/addresses.ts";
import {
  ALL_PORTS,
  isNoPorts,
  NO_PORTS,
  samePorts,
  subtractPorts,
  unitePorts,
  type Ports,
} from "../../src/space/ports.ts";

/** A row of the data: port intervals are inclusive (`npguard/README.md`). */
export interface Row {
  readonly src: string;
  readonly dst: string;
  readonly conn: "ALL" | Partial<Record<Protocol, readonly (readonly [number, number])[]>>;
}

/** Ports towards a stretch of addresses; between two workloads the stretch is {@link NOWHERE}. */
export interface Piece {
  readonly first: bigint;
  readonly end: bigint;
  readonly ports: Ports;
}

/** Flows by their pair of ends, in which every address is `addresses`. Rows are a set: order is lost. */
export type FlowTable = ReadonlyMap<string, readonly Piece[]>;

export const NOWHERE = { first: 0n, end: 1n } as const;
export const ADDRESSES = "addresses";

export const pairOf = (source: string, destination: string): string =>
  `${source} => ${destination}`;

export const portsOfRow = ({ conn }: Row): Ports => {
  if (conn === "ALL") return ALL_PORTS;
  const halfOpen = (protocol: Protocol): Ports[Protocol] =>
    (conn[protocol] ?? []).map(([first, last]) => [first, last + 1] as const);
  return { TCP: halfOpen("TCP"), UDP: halfOpen("UDP"), SCTP: halfOpen("SCTP") };
};

/** Collects flows whose ends are names, or addresses as `first-last`. */
export function tableOf(
  rows: Iterable<{ readonly source: string; readonly destination: string; readonly ports: Ports }>,
): FlowTable {
  const table = new Map<string, Piece[]>();
  for (const { source, destination, ports } of rows) {
    const range = rangeOf(source) ?? rangeOf(destination);
    const key = pairOf(
      rangeOf(source) === undefined ? source : ADDRESSES,
      rangeOf(destination) === undefined ? destination : ADDRESSES,
    );
    const pieces = table.get(key) ?? [];
    pieces.push({ ...(range ?? NOWHERE), ports });
    table.set(key, pieces);
  }
  return table;
}

function rangeOf(text: string): { readonly first: bigint; readonly end: bigint } | undefined {
  const [from = "", to = from, ...more] = text.split("-");
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return { first: pointOf(first.family, first.value), end: pointOf(last.family, last.value) + 1n };
}

/** One stretch on which neither table changes, with what each of them says. */
export interface Cell {
  readonly pair: string;
  readonly first: bigint;
  readonly end: bigint;
  readonly a: Ports;
  readonly b: Ports;
}

/** All cells of the pairs asked about, and of any other that one of the tables holds. */
export function cellsOf(a: FlowTable, b: FlowTable, asked: Iterable<string>): readonly Cell[] {
  return [...new Set([...asked, ...a.keys(), ...b.keys()])].flatMap((pair) => {
    const [mine, theirs] = [a.get(pair) ?? [], b.get(pair) ?? []];
    const cuts = [...mine, ...theirs].flatMap(({ first, end }) => [first, end]);
    const starts = [...new Set(cuts)].toSorted((x, y) => (x < y ? -1 : 1));
    if (starts.length === 0) return [{ pair, ...NOWHERE, a: NO_PORTS, b: NO_PORTS }];
    return starts.slice(0, -1).map((first, index) => ({
      pair,
      first,
      end: starts[index + 1] ?? first,
      a: portsAt(mine, first),
      b: portsAt(theirs, first),
    }));
  });
}

const portsAt = (pieces: readonly Piece[], point: bigint): Ports =>
  pieces
    .filter(({ first, end }) => first <= point && point < end)
    .reduce((sum, { ports }) => unitePorts(sum, ports), NO_PORTS);

/** `a` without `b`, port by port and address by address. */
export function subtractTables(a: FlowTable, b: FlowTable): FlowTable {
  const rest = new Map<string, Piece[]>();
  for (const { pair, first, end, a: had, b: has } of cellsOf(a, b, [])) {
    const ports = subtractPorts(had, has);
    if (isNoPorts(ports)) continue;
    rest.set(pair, [...(rest.get(pair) ?? []), { first, end, ports }]);
  }
  return rest;
}

export const differs = ({ a, b }: Cell): boolean => !samePorts(a, b);

export function portsText(ports: Ports): string {
  const parts = PROTOCOLS.flatMap((protocol) =>
    ports[protocol].map(([start, end]) => `${protocol} ${start}-${end - 1}`),
  );
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

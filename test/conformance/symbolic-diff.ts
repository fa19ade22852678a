import { compareWorlds, type FlowChange } from "../../src/reach/compare.ts";
import {
  findMovedWorkloads,
  resolvePortNames,
  type MovedWorkload,
} from "../../src/reach/moved-workload.ts";
import { ALL_IPV4, intersectAddresses } from "../../src/space/addresses.ts";
import { NAME_LABEL } from "../../src/model/name-label.ts";
import { endpointHas, type Endpoint, type EndpointPoint } from "../../src/space/endpoint.ts";
import type { Region } from "../../src/space/region.ts";
import { readConfig } from "../../src/settings.ts";
import { collectPairs } from "../../src/world/collect-pairs.ts";
import { namespaceLabelsOf, type PlacedWorkload, type World } from "../../src/world/world.ts";
import { ADDRESSES, NOWHERE, pairOf, type FlowTable, type Piece } from "./flow-table.ts";
import { endOf, requestFor, underSwitches } from "./npguard-case.ts";
import type { FolderSuite } from "./suites.ts";

/** What the comparison says about concrete workloads, and the pairs that it could be asked about. */
export interface SymbolicDiff {
  readonly opened: FlowTable;
  readonly closed: FlowTable;
  readonly asked: ReadonlySet<string>;
  /** Both ends changed their labels at once: the comparison moves one workload at a time. */
  readonly bothMoved: number;
}

/** A workload of both revisions as regions hold it. */
interface End {
  readonly id: string;
  readonly placed: PlacedWorkload;
  readonly point: EndpointPoint;
  readonly moved?: MovedWorkload;
}

/** Two directories as a review reads them, and as each of them is alone. */
interface Directories {
  readonly paths: readonly [base: string, head: string];
  readonly worlds: { readonly base: World; readonly head: World };
}

/** Compares two directories through the same reader and comparison as a review. */
export async function compareDirectories(
  suite: FolderSuite,
  { paths, worlds }: Directories,
): Promise<SymbolicDiff> {
  const request = await requestFor(suite, paths);
  const { scopes } = await collectPairs(request.source, await readConfig(request));
  // A change that bears on no policy has no scope: then there is nothing that could differ.
  const { base: before, head: after } = scopes[0] ?? { base: worlds.head, head: worlds.head };
  const [base, head] = [underSwitches(before, suite), underSwitches(after, suite)];
  const { changes, sides } = compareWorlds(base, head, suite);
  if (sides.some(({ verdict }) => verdict === "unknown")) throw new Error("a side is too complex");
  const ends = endsOfBoth(base, head);
  const pairs = pairsOf(ends);
  const table = (kind: FlowChange["change"]): FlowTable =>
    new Map(
      pairs.asked.map(([source, destination]) => [
        pairOf(source?.id ?? ADDRESSES, destination?.id ?? ADDRESSES),
        piecesOf(
          changes.filter(({ change }) => change === kind),
          source,
          destination,
        ),
      ]),
    );
  const opened = table("opened");
  return {
    opened,
    closed: table("closed"),
    asked: new Set(opened.keys()),
    bothMoved: pairs.bothMoved,
  };
}

/** The workloads that stand at both revisions: only for those is a flow opened or closed. */
function endsOfBoth(base: World, head: World): readonly End[] {
  const before = new Set(base.workloads.map(endOf));
  const moved = findMovedWorkloads(base.workloads, head.workloads);
  const known = namespaceLabelsOf(base, head);
  const ends = new Map<string, End>();
  for (const placed of head.workloads) {
    const id = endOf(placed);
    if (!before.has(id) || ends.has(id)) continue;
    const { workload, namespace } = placed;
    const move = moved.find((candidate) => candidate.head === workload);
    const labelled = known.has(namespace) ? {} : { namespaceLabels: { [NAME_LABEL]: namespace } };
    // Any IPv4 address: under these switches no rule looks at the addresses of pods.
    const pod = { type: "pod", address: NOWHERE.first } as const;
    ends.set(id, {
      id,
      placed,
      ...(move === undefined
        ? { point: { ...pod, namespace, ...labelled, labels: workload.labels } }
        : { point: { ...pod, namespace: move.token, labels: {} }, moved: move }),
    });
  }
  return [...ends.values()];
}

type Pair = readonly [source: End | undefined, destination: End | undefined];

function pairsOf(ends: readonly End[]): {
  readonly asked: readonly Pair[];
  readonly bothMoved: number;
} {
  const among = ends.flatMap((source) =>
    ends.filter((other) => other !== source).map((other): Pair => [source, other]),
  );
  const asked = among.filter(([a, b]) => a?.moved === undefined || b?.moved === undefined);
  const outside = ends.flatMap((end): Pair[] => [
    [end, undefined],
    [undefined, end],
  ]);
  return { asked: [...asked, ...outside], bothMoved: among.length - asked.length };
}

/** The ports that the regions hold between two ends; an absent end is the addresses outside. */
function piecesOf(
  changes: readonly FlowChange[],
  source: End | undefined,
  destination: End | undefined,
): readonly Piece[] {
  const moved = source?.moved ?? destination?.moved;
  return changes
    .filter(({ workload }) => workload?.token === moved?.token)
    .flatMap(({ regions }) => regions)
    .flatMap((region) => {
      const stretches = stretchesOf(region.source, source);
      const others = stretchesOf(region.destination, destination);
      const ports =
        stretches.length === 0 || others.length === 0 ? undefined : named(region, destination);
      if (ports === undefined) return [];
      return (source === undefined ? stretches : others).map((stretch) => ({ ...stretch, ports }));
    });
}

type Stretch = Pick<Piece, "first" | "end">;

function stretchesOf(endpoint: Endpoint, end: End | undefined): readonly Stretch[] {
  if (end !== undefined) return endpointHas(endpoint, end.point) ? [NOWHERE] : [];
  if (endpoint.type === "pod") return [];
  return intersectAddresses(endpoint.addresses, ALL_IPV4).map(([first, stop]) => ({
    first,
    end: stop,
  }));
}

/** The region's ports once its named ports are looked up; an address declares none. */
function named(region: Region, destination: End | undefined): Piece["ports"] | undefined {
  if (region.names.size === 0) return region.ports;
  if (destination !== undefined)
    return resolvePortNames(region, destination.placed.workload)?.ports;
  return [...region.names.values()].includes(true) ? undefined : region.ports;
}

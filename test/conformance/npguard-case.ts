import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorlds, type OneWorld } from "../../src/one-world.ts";
import { workloadId } from "../../src/reach/describe-pods.ts";
import { listFlows, rangeText, type Flow } from "../../src/reach/flows.ts";
import type { EngineRequest } from "../../src/settings.ts";
import { openDirectories } from "../../src/source/directory.ts";
import type { PlacedWorkload, World } from "../../src/world/world.ts";
import {
  ADDRESSES,
  differs,
  pairOf,
  portsOfRow,
  portsText,
  tableOf,
  type Cell,
  type FlowTable,
  type Row,
} from "./flow-table.ts";
import type { Mend } from "./disputed.ts";
import { mendSource } from "./mend-source.ts";
import type { FailedCell } from "./result.ts";
import type { FolderSuite } from "./suites.ts";

export interface Expected {
  readonly class: string;
  readonly flows?: readonly Row[];
  readonly opened?: readonly Row[];
  readonly closed?: readonly Row[];
}

export const readExpected = (folder: string): Expected =>
  JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;

const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** A request under the switches of the suite, as a configuration file would say them. */
export async function requestFor(
  suite: FolderSuite,
  directories: readonly string[],
  mends: readonly Mend[] = [],
): Promise<EngineRequest> {
  const opened = await openDirectories({ directories, maxFileBytes: MAX_FILE_BYTES });
  if (!opened.ok) throw new Error(opened.error.message);
  const text = JSON.stringify({
    ipBlockMatchesPods: suite.ipBlockMatchesPods,
    // One cluster, whatever the folders are called.
    scopes: [{ name: "all", paths: ["**"], namespace: suite.namespace }],
  });
  return {
    source: mendSource(opened.source, mends),
    config: { repository: { path: "suite.json", text } },
    today: "2026-01-01",
  };
}

/** The world as this suite sees it. */
export const underSwitches = (world: World, { ignoreHostNetwork }: FolderSuite): World =>
  ignoreHostNetwork
    ? {
        ...world,
        workloads: world.workloads.map(({ workload, namespace }) => ({
          namespace,
          workload: { ...workload, hostNetwork: false },
        })),
      }
    : world;

export interface Listed {
  readonly one: OneWorld;
  readonly workloads: readonly PlacedWorkload[];
  readonly flows: FlowTable;
  /** Rows that depend on what is not known: under these switches there must be none. */
  readonly doubtful: number;
}

/** The suites take all of a directory for one world, whatever its folders are called. */
const WHOLE = { path: "whole.yml", text: 'scopes: [{name: whole, paths: ["**"]}]\n' };

async function readWhole(request: EngineRequest, namespace: string): Promise<OneWorld> {
  const config = { ...request.config, organisation: WHOLE };
  const [one] = (await readWorlds({ ...request, config }, namespace)).worlds;
  if (one === undefined) throw new Error("a world is wanted");
  return one;
}

/** Every flow of one directory. */
export async function listDirectory(
  suite: FolderSuite,
  directory: string,
  mends: readonly Mend[] = [],
): Promise<Listed> {
  const request = await requestFor(suite, [directory], mends);
  const one = await readWhole(request, suite.namespace);
  const { workloads } = underSwitches(one.world, suite);
  const flows = listFlows(workloads, one.evaluator, { families: suite.families });
  const doubtful = flows.filter(({ dependsOn }) => dependsOn.length > 0).length;
  return { one, workloads, flows: tableOf(flows.map(textRow)), doubtful };
}

const textRow = ({ source, destination, ports }: Flow) => ({
  source: source.text,
  destination: destination.text,
  ports,
});

/** How the suite names a workload: pods of one owner are one end. */
export function endOf(placed: PlacedWorkload): string {
  const { owner } = placed.workload;
  return owner === undefined
    ? workloadId(placed)
    : `${placed.namespace}/${owner.name}[${owner.kind}]`;
}

/** All pairs of ends that a suite is asked about: those without a row must have no flow. */
export function pairsAmong(ends: Iterable<string>): readonly string[] {
  const names = [...new Set(ends)];
  return names.flatMap((source) => [
    ...names.filter((name) => name !== source).map((name) => pairOf(source, name)),
    pairOf(source, ADDRESSES),
    pairOf(ADDRESSES, source),
  ]);
}

export const expectedTable = (rows: readonly Row[], { ignoreSource }: FolderSuite): FlowTable =>
  tableOf(
    rows
      .filter(({ src }) => src !== ignoreSource)
      .map((row) => ({ source: row.src, destination: row.dst, ports: portsOfRow(row) })),
  );

/** The cells of a case that differ; `a` is what was got. */
export const failuresOf = (name: string, cells: readonly Cell[]): readonly FailedCell[] =>
  cells.filter(differs).map(({ pair, first, end, a, b }) => ({
    cell: `${name}: ${pair.includes(ADDRESSES) ? pair.replace(ADDRESSES, rangeText(first, end - 1n)) : pair}`,
    want: portsText(b),
    got: portsText(a),
  }));

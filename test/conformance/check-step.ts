import { parseAddress } from "../../src/model/cidr.ts";
import type { Span } from "../../src/model/span.ts";
import { compareWorlds, type FlowChange } from "../../src/reach/compare.ts";
import { findMovedWorkloads } from "../../src/reach/moved-workload.ts";
import { pointOf } from "../../src/space/addresses.ts";
import type { EndpointPoint } from "../../src/space/endpoint.ts";
import { regionHas, type FlowPoint } from "../../src/space/region.ts";
import type { World } from "../../src/world/world.ts";
import { readPolicies, type Probe, type ProbeLine, type ProbePod } from "./probe-line.ts";
import type { CaseResult, FailedCell } from "./result.ts";

/** Two steps of one test: the state before a change, and after it. */
export interface Step {
  readonly base: ProbeLine;
  readonly head: ProbeLine;
}

/** The lines whose test goes on in another line; that is the next one. */
export const stepsOf = (lines: readonly ProbeLine[]): readonly Step[] =>
  lines.flatMap((head, index): readonly Step[] => {
    const base = lines[index - 1];
    return base !== undefined && testOf(base) === testOf(head) ? [{ base, head }] : [];
  });

const testOf = ({ id }: ProbeLine): string => id.slice(0, id.lastIndexOf("/"));

/** Asks the comparison of both steps about every probe that they share: opened, and closed. */
export function checkStep({ base, head }: Step, ipBlockMatchesPods: boolean): CaseResult {
  const worlds = { base: worldOf(base), head: worldOf(head) };
  const { changes } = compareWorlds(worlds.base, worlds.head, { ipBlockMatchesPods });
  const moved = findMovedWorkloads(worlds.base.workloads, worlds.head.workloads);
  const tokens = new Map(
    moved.map(({ namespace, head: { name }, token }) => [`${namespace}/${name}`, token]),
  );
  const pods = new Map(head.pods.map((pod) => [`${pod.ns}/${pod.name}`, pod]));
  const before = new Map(base.probes.map((probe) => [flowOf(probe), probe]));
  const failed: FailedCell[] = [];
  let cells = 0;
  let bothMoved = 0;
  for (const probe of head.probes) {
    const old = before.get(flowOf(probe));
    const [from, to] = [pods.get(probe.from), pods.get(probe.to)];
    if (old === undefined || from === undefined || to === undefined) continue;
    if (tokens.has(probe.from) && tokens.has(probe.to)) {
      bothMoved++;
      continue;
    }
    const token = tokens.get(probe.from) ?? tokens.get(probe.to);
    const point = flowPoint(from, to, { probe, tokens });
    const [was, is] = [old, probe].map((one) => expectedOf(one, ipBlockMatchesPods));
    const wants = [
      ["opened", was === false && is === true],
      ["closed", was === true && is === false],
    ] as const;
    for (const [kind, want] of wants) {
      cells++;
      const got = changes
        .filter(({ change, workload }) => change === kind && workload?.token === token)
        .some((change) => holds(change, point));
      if (got !== want)
        failed.push({
          cell: `${base.id} to ${head.id}: ${flowOf(probe)} ${kind}`,
          want: String(want),
          got: String(got),
        });
    }
  }
  return { cells, failed, bothMoved };
}

const holds = ({ regions }: FlowChange, point: FlowPoint): boolean =>
  regions.some((region) => regionHas(region, point));

const flowOf = ({ from, to, protocol, port }: Probe): string =>
  `${from} -> ${to} ${protocol} ${port}`;

const expectedOf = ({ expect, assumed }: Probe, ipBlockMatchesPods: boolean): boolean =>
  assumed === true && !ipBlockMatchesPods ? !expect : expect;

function flowPoint(
  from: ProbePod,
  to: ProbePod,
  { probe, tokens }: { readonly probe: Probe; readonly tokens: ReadonlyMap<string, string> },
): FlowPoint {
  const { protocol, port } = probe;
  const end = (pod: ProbePod, token: string | undefined): EndpointPoint => {
    const address = parseAddress(pod.ip);
    if (address === undefined) throw new Error(`${pod.ip} is no address`);
    const common = { type: "pod", address: pointOf(address.family, address.value) } as const;
    return token === undefined
      ? { ...common, namespace: pod.ns, labels: pod.labels }
      : { ...common, namespace: token, labels: {} };
  };
  // The named ports of a workload that moved are numbers already.
  const portNames = tokens.has(probe.to)
    ? []
    : to.ports
        .filter((entry) => entry.protocol === protocol && entry.port === port)
        .map(({ name }) => name);
  return {
    source: end(from, tokens.get(probe.from)),
    destination: end(to, tokens.get(probe.to)),
    protocol,
    port,
    portNames,
  };
}

function worldOf(line: ProbeLine): World {
  const read = readPolicies(line);
  if (!read.ok) throw new Error(`${line.id}: ${read.message}`);
  const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const span: Span = { path: "pods.json", ...place };
  return {
    policies: read.policies,
    namespaces: new Map(
      Object.entries(line.namespaces).map(([name, labels]) => [name, { name, labels, span }]),
    ),
    workloads: line.pods.map(({ ns, name, labels, ports, ip }) => ({
      namespace: ns,
      workload: {
        kind: "Pod",
        name,
        labels,
        labelsSpan: span,
        ports,
        hostNetwork: false,
        ips: [ip],
        span,
      },
    })),
  };
}

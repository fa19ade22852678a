import { parseAddress } from "../../src/model/cidr.ts";
import { createDirectory } from "../../src/policy/namespace-directory.ts";
import { createEvaluator } from "../../src/reach/evaluator.ts";
import { decideFlow, type PointEnd } from "../../src/reach/point.ts";
import { pointOf } from "../../src/space/addresses.ts";
import type { EndpointPoint } from "../../src/space/endpoint.ts";
import type { NamespaceLabels, World } from "../../src/world/world.ts";
import { readPolicies, type Probe, type ProbeLine, type ProbePod } from "./probe-line.ts";
import { brokenCase, type FailedCell } from "./result.ts";
import { symbolicAnswer } from "./symbolic-answer.ts";

export interface LineResult {
  readonly cells: number;
  readonly failed: readonly FailedCell[];
}

/** One way to answer a probe. */
interface Engine {
  readonly name: string;
  readonly answer: (from: ProbePod, to: ProbePod, probe: Probe) => boolean;
}

/** Asks every engine every probe of a line, under one reading of `ipBlock` against pods. */
export function checkLine(line: ProbeLine, ipBlockMatchesPods: boolean): LineResult {
  const read = readPolicies(line);
  if (!read.ok) return { cells: 1, failed: [brokenCase(line.id, new Error(read.message))] };
  const pods = new Map(line.pods.map((pod) => [`${pod.ns}/${pod.name}`, pod]));
  const engines = enginesOf(line, read.policies, ipBlockMatchesPods);
  const failed: FailedCell[] = [];
  for (const probe of line.probes) {
    const want = probe.assumed === true && !ipBlockMatchesPods ? !probe.expect : probe.expect;
    const from = pods.get(probe.from);
    const to = pods.get(probe.to);
    if (from === undefined || to === undefined) throw new Error(`${line.id}: a pod is missing`);
    for (const { name, answer } of engines) {
      const got = answer(from, to, probe);
      if (got === want) continue;
      const flow = `${probe.from} -> ${probe.to} ${probe.protocol} ${probe.port}`;
      const reading = `ipBlock matches pods: ${ipBlockMatchesPods ? "yes" : "no"}`;
      failed.push({
        cell: `${line.id}: ${flow} (${name}; ${reading})`,
        want: wordOf(want),
        got: wordOf(got),
      });
    }
  }
  return { cells: line.probes.length * engines.length, failed };
}

const wordOf = (allowed: boolean): string => (allowed ? "allow" : "deny");

/**
 * The point evaluator, and the symbolic one twice: a namespace whose labels the manifests declare goes by
 * name, any other by a condition on its labels, and the answer has to be the same.
 */
function enginesOf(
  line: ProbeLine,
  policies: World["policies"],
  ipBlockMatchesPods: boolean,
): readonly Engine[] {
  const options = { ipBlockMatchesPods };
  const world: World = { namespaces: new Map(), workloads: [], policies };
  const point: Engine = {
    name: "point",
    answer: (from, to, { protocol, port }) =>
      decideFlow(
        policies,
        { source: pointEnd(from, line), destination: pointEnd(to, line), protocol, port },
        options,
      ).allowed,
  };
  const symbolic = (name: string, declared: NamespaceLabels): Engine => {
    const evaluator = createEvaluator(world, { directory: createDirectory(declared), ...options });
    const end = (pod: ProbePod): EndpointPoint => symbolicEnd(pod, line, declared);
    return {
      name,
      answer: (from, to, { protocol, port }) =>
        symbolicAnswer(evaluator, {
          source: end(from),
          destination: end(to),
          protocol,
          port,
          portNames: to.ports
            .filter((entry) => entry.protocol === protocol && entry.port === port)
            .map((entry) => entry.name),
        }),
    };
  };
  return [
    point,
    symbolic("symbolic, namespaces declared", new Map(Object.entries(line.namespaces))),
    symbolic("symbolic, namespaces undeclared", new Map()),
  ];
}

function addressOf({ ip }: ProbePod): bigint {
  const address = parseAddress(ip);
  if (address === undefined) throw new Error(`${ip} is no address`);
  return pointOf(address.family, address.value);
}

const pointEnd = (pod: ProbePod, { namespaces }: ProbeLine): PointEnd => ({
  type: "pod",
  namespace: pod.ns,
  namespaceLabels: namespaces[pod.ns] ?? {},
  labels: pod.labels,
  address: addressOf(pod),
  ports: pod.ports,
});

function symbolicEnd(
  pod: ProbePod,
  { namespaces }: ProbeLine,
  declared: NamespaceLabels,
): EndpointPoint {
  const common = {
    type: "pod",
    namespace: pod.ns,
    labels: pod.labels,
    address: addressOf(pod),
  } as const;
  return declared.has(pod.ns) ? common : { ...common, namespaceLabels: namespaces[pod.ns] ?? {} };
}

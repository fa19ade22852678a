import type { FlowRow, Report, WitnessEnd } from "../model/report.ts";

/** One connection to try after the change is deployed, and what has to come of it. */
export interface Probe {
  readonly expect: "ALLOW" | "DENY";
  readonly row: FlowRow;
  readonly source: ProbePod;
  readonly destination: ProbePod | { readonly type: "address"; readonly address: string };
  readonly port: number;
}

export interface ProbePod {
  readonly type: "pod";
  readonly namespace: string;
  readonly labels: Extract<WitnessEnd, { type: "pod" }>["labels"];
}

/** More than a person will read, or a cluster should have to run for one change. */
const MAX_PROBES = 6;

/**
 * The flows of a review that a pod can try, worst first, opened and closed in turn. Only TCP: over UDP no
 * answer proves nothing.
 */
export function chooseProbes({ mode, scopes }: Report): readonly Probe[] {
  if (mode !== "diff") return [];
  const probes = scopes.flatMap(({ flows }) => flows.flatMap((row) => probeOf(row) ?? []));
  const isWorst = ({ row }: Probe): boolean => row.risk === "metadata";
  const sorted = probes.toSorted(
    (a, b) =>
      Number(isWorst(b)) - Number(isWorst(a)) || Number(b.row.existing) - Number(a.row.existing),
  );
  const opened = sorted.filter(({ expect }) => expect === "ALLOW");
  const closed = sorted.filter(({ expect }) => expect === "DENY");
  // Both kinds have a place, whatever the other leaves.
  const half = MAX_PROBES / 2;
  const first = opened.slice(0, Math.max(half, MAX_PROBES - closed.length));
  return [...first, ...closed.slice(0, MAX_PROBES - first.length)];
}

function probeOf(row: FlowRow): Probe | undefined {
  const { change, witness } = row;
  if ((change !== "opened" && change !== "closed") || witness?.ends === undefined) return undefined;
  // The pods that a probe starts choose their IP version themselves.
  if (row.family !== undefined) return undefined;
  const { ends, protocol, port } = witness;
  const source = sourceOf(ends.source);
  const destination = destinationOf(ends.destination);
  if (protocol !== "TCP" || typeof port !== "number") return undefined;
  if (source === undefined || destination === undefined) return undefined;
  return { expect: change === "opened" ? "ALLOW" : "DENY", row, source, destination, port };
}

/** Controllers that would take a pod with their labels for one of their own, and delete one too many. */
const ADOPTING: ReadonlySet<string | undefined> = new Set([
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
]);

const sourceOf = (end: WitnessEnd): ProbePod | undefined =>
  end.type === "pod" && ADOPTING.has(end.kind) ? undefined : podOf(end);

function destinationOf(end: WitnessEnd): Probe["destination"] | undefined {
  if (end.type === "address") return /^[\da-f.:]{2,45}$/iu.test(end.address) ? end : undefined;
  const pod = podOf(end);
  // Any pod of a namespace is none in particular that listens.
  return pod === undefined || pod.labels.length === 0 ? undefined : pod;
}

const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u;
const LABEL = /^[A-Za-z0-9][-A-Za-z0-9_./]{0,316}$/u;

/** Nothing but names that the API server takes gets into a command. */
function podOf(end: WitnessEnd): ProbePod | undefined {
  if (end.type === "address" || end.namespace === undefined) return undefined;
  const { namespace, labels } = end;
  const fits =
    NAMESPACE.test(namespace) &&
    labels.every(({ name, value }) => LABEL.test(name) && (value === "" || LABEL.test(value)));
  return fits ? { type: "pod", namespace, labels } : undefined;
}

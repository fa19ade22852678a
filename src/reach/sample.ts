import { podLabels } from "../model/added-labels.ts";
import { formatAddress } from "../model/cidr.ts";
import { PROTOCOLS, type Protocol } from "../model/policy.ts";
import type { Witness, WitnessEnd } from "../model/report.ts";
import type { Labels } from "../model/workload.ts";
import { familyOfPoint, IPV6_OFFSET, type Addresses } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type Endpoint, type PodEndpoint } from "../space/endpoint.ts";
import { intervalsContain } from "../space/intervals.ts";
import type { LabelBox } from "../space/label-box.ts";
import { alignFamilies, type Region } from "../space/region.ts";
import { hasValue } from "../space/value-set.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { holdsFor } from "./added-labels.ts";
import { movedAmong, workloadId, type PodWords } from "./describe-pods.ts";
import { describeLabels } from "./label-words.ts";
import { intersectPorts } from "../space/ports.ts";
import { metadataPoints, METADATA_PORTS } from "./metadata-addresses.ts";
import type { PointEnd } from "./point.ts";
import { reachesMetadata } from "./risk.ts";

/** One concrete flow of a region, as words for a person and as a point for the point evaluator. */
export interface Sample {
  readonly witness: Witness;
  readonly source: PointEnd;
  readonly destination: PointEnd;
  readonly protocol: Protocol;
  readonly port: number;
}

/** Ports that a person can probe at once, in the order in which they make the better example. */
const PREFERRED_PORTS: Readonly<Record<Protocol, readonly number[]>> = {
  TCP: [80, 443, 8080, 5432, 3306, 6379, 22],
  UDP: [53],
  SCTP: [],
};

/** Documentation and public addresses before arbitrary ones (RFC 5737, RFC 3849). */
const PREFERRED_ADDRESSES: readonly bigint[] = [
  0xcb007101n, // 203.0.113.1
  0x08080808n, // 8.8.8.8
  IPV6_OFFSET + 0x20010db8000000000000000000000001n, // 2001:db8::1
  IPV6_OFFSET + 0x20014860486000000000000000008888n, // 2001:4860:4860::8888
];

/**
 * The smallest flow of the region that shows it: an existing workload before a pod that could exist, one
 * port before a range, a known address before an arbitrary one.
 */
export function sampleRegion(region: Region, words: PodWords): Sample | undefined {
  const credentials = reachesMetadata(region);
  const mover = region.source.type === "pod" ? movedAmong(region.source, words) : undefined;
  const first = sampleEnd(region.destination, words, {
    preferMetadata: credentials,
    ...(mover === undefined ? {} : { not: mover }),
  });
  // One IP version for both ends.
  const aligned = alignFamilies({ ...region, destination: onlyAddress(region.destination, first) });
  if (aligned === undefined) return undefined;
  // A pod's traffic with itself is no flow: the other end is another workload, or a pod that could exist.
  const source = sampleEnd(aligned.source, words, first.workload && { not: first.workload });
  const destination = first;
  const declared = destination.workload?.workload.ports ?? [];
  const name = [...region.names].find(([, yes]) => yes)?.[0].split("/")[1];
  const shown = credentials
    ? { ...region, ports: intersectPorts(region.ports, METADATA_PORTS) }
    : region;
  const { protocol, port } = samplePort(
    shown,
    declared.map(({ port: number }) => number),
  );
  // The region asks for this port under these names; a pod that could exist declares them so.
  const names = [...region.names].filter(([, yes]) => yes).map(([key]) => key.split("/")[1] ?? "");
  const ports = names.map((portName) => ({ name: portName, port, protocol }));
  return {
    witness: {
      source: source.text,
      destination: destination.text,
      protocol,
      port: name ?? port,
      ends: { source: source.end, destination: destination.end },
    },
    source: source.point,
    destination:
      destination.point.type === "pod" ? { ...destination.point, ports } : destination.point,
    protocol,
    port,
  };
}

const onlyAddress = (endpoint: Endpoint, { point }: EndSample): Endpoint =>
  point.address === undefined
    ? endpoint
    : { ...endpoint, addresses: [[point.address, point.address + 1n]] };

interface EndSample {
  readonly text: string;
  readonly end: WitnessEnd;
  readonly point: PointEnd;
  readonly workload?: PlacedWorkload;
}

interface Preference {
  readonly preferMetadata?: boolean;
  readonly not?: PlacedWorkload;
}

function sampleEnd(
  endpoint: Endpoint,
  words: PodWords,
  { preferMetadata = false, not }: Preference = {},
): EndSample {
  const address = sampleAddress(endpoint.addresses, preferMetadata);
  if (endpoint.type === "address") {
    const value = address < IPV6_OFFSET ? address : address - IPV6_OFFSET;
    const text = formatAddress(familyOfPoint(address), value);
    return {
      text,
      end: { type: "address", address: text },
      point: { type: "address", address },
    };
  }
  const moved = movedAmong(endpoint, words);
  const { namespace, namespaceLabels } =
    moved === undefined
      ? sampleNamespace(endpoint)
      : { namespace: moved.namespace, namespaceLabels: { [NAME_LABEL]: moved.namespace } };
  const workload =
    moved ??
    words
      .workloadsIn(namespace)
      .find(
        (placed) =>
          !placed.workload.hostNetwork &&
          (not === undefined || workloadId(placed) !== workloadId(not)) &&
          holdsFor(endpoint.labels, placed.workload) === "all",
      );
  const labels = workload?.workload.labels ?? sampleLabels(endpoint.labels);
  const point: PointEnd = {
    type: "pod",
    namespace,
    namespaceLabels,
    labels: workload === undefined ? labels : podLabels(workload.workload),
    address,
    ports: [],
  };
  const end: WitnessEnd = {
    type: "pod",
    ...(namespace !== "" && (moved !== undefined || isNamed(endpoint)) ? { namespace } : {}),
    labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
    ...(workload === undefined ? {} : { kind: workload.workload.kind }),
  };
  if (workload !== undefined)
    return { text: `${words.label(namespace)}/${workload.workload.name}`, end, point, workload };
  const stated = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const pod = stated.length === 0 ? "a pod without labels" : `a pod with ${stated.join(", ")}`;
  return { text: `${pod} in ${describeSampleNamespace(endpoint, namespace, words)}`, end, point };
}

/** Whether the manifests name the namespace; any other name is only an example. */
function isNamed({ namespaces }: PodEndpoint): boolean {
  if (namespaces.type === "known") return true;
  const names = namespaces.labels.get(NAME_LABEL);
  return names !== undefined && !names.negated;
}

function sampleAddress(addresses: Addresses, preferMetadata: boolean): bigint {
  const wanted = preferMetadata
    ? [...metadataPoints().map(({ point }) => point), ...PREFERRED_ADDRESSES]
    : PREFERRED_ADDRESSES;
  const preferred = wanted.find((point) => intervalsContain(addresses, point));
  if (preferred !== undefined) return preferred;
  const [first, end] = addresses[0] ?? [0n, 1n];
  // The first address of a range is the network's own, which no host has.
  return first + 1n < end ? first + 1n : first;
}

function sampleNamespace({ namespaces }: PodEndpoint): {
  readonly namespace: string;
  readonly namespaceLabels: Labels;
} {
  if (namespaces.type === "known") {
    const namespace = [...namespaces.names].toSorted()[0] ?? "";
    return { namespace, namespaceLabels: { [NAME_LABEL]: namespace } };
  }
  const labels = sampleLabels(namespaces.labels);
  const condition = namespaces.labels.get(NAME_LABEL);
  const namespace =
    labels[NAME_LABEL] ??
    ["another-namespace", "a-namespace-outside"].find(
      (name) => condition === undefined || hasValue(condition, name),
    ) ??
    "another-namespace";
  return { namespace, namespaceLabels: { ...labels, [NAME_LABEL]: namespace } };
}

function describeSampleNamespace(
  { namespaces }: PodEndpoint,
  name: string,
  words: PodWords,
): string {
  if (namespaces.type === "known") return words.label(name);
  const others = new Map([...namespaces.labels].filter(([key]) => key !== NAME_LABEL));
  const pinned = namespaces.labels.get(NAME_LABEL);
  if (pinned !== undefined && !pinned.negated) return words.label(name);
  const conditions = describeLabels(others);
  return conditions === "" ? "any other namespace" : `a namespace ${conditions}`;
}

/** The fewest labels that satisfy the box; a value nobody mentions where any other will do. */
export function sampleLabels(box: LabelBox): Labels {
  const labels: Record<string, string> = {};
  for (const [key, values] of box) {
    if (values.absent) continue;
    labels[key] = values.negated
      ? (["other", "another", "x"].find((value) => !values.values.has(value)) ??
        unusedValue(values.values))
      : ([...values.values].toSorted()[0] ?? "");
  }
  return labels;
}

function unusedValue(used: ReadonlySet<string>): string {
  for (let number = 0; ; number++) if (!used.has(`other-${number}`)) return `other-${number}`;
}

function samplePort(
  region: Region,
  declared: readonly number[],
): { readonly protocol: Protocol; readonly port: number } {
  for (const protocol of PROTOCOLS) {
    const intervals = region.ports[protocol];
    const [first] = intervals;
    if (first === undefined) continue;
    const wanted = [...declared, ...PREFERRED_PORTS[protocol]];
    const port = wanted.find((number) => intervalsContain(intervals, number)) ?? first[0];
    return { protocol, port };
  }
  return { protocol: "TCP", port: 1 };
}

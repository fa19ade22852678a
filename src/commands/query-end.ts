import { labelKeyFault, labelValueFault, dnsLabelFault } from "../manifest/name-rules.ts";
import { parseAddress, parseCidr } from "../model/cidr.ts";
import { listFirst } from "../model/list-first.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Labels } from "../model/workload.ts";
import type { OneWorld } from "../one-world.ts";
import { workloadId } from "../reach/describe-pods.ts";
import type { PointEnd, PointPod } from "../reach/point-end.ts";
import { pointOf } from "../space/addresses.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { CommandError } from "./terminal.ts";

/** One end of a query. */
export type QueryEnd =
  | { readonly type: "address"; readonly text: string; readonly point: PointEnd }
  /** Pods of one workload, or with these labels; `single` where there is only one. */
  | {
      readonly type: "pods";
      readonly text: string;
      readonly point: PointPod;
      readonly single: boolean;
      /** The same for the same pods, however the query calls them. */
      readonly key: string;
    }
  /** Every pod that the namespace could hold. */
  | { readonly type: "any"; readonly text: string; readonly pod: Omit<PointPod, "labels"> };

/** Reads an address, `namespace/name`, `namespace{key=value,…}` or `namespace`. */
export function findEnd(text: string, world: OneWorld): QueryEnd {
  const address = parseAddress(text);
  if (address !== undefined)
    return findAddress(text, pointOf(address.family, address.value), world);
  if (parseCidr(text) !== undefined)
    throw new CommandError(`${text} is a range of addresses: name one of them`);
  const brace = text.indexOf("{");
  const namespace = brace < 0 ? text : text.slice(0, brace);
  if (brace < 0 && text.includes("/")) return findWorkload(text, world);
  const fault = dnsLabelFault(namespace);
  if (fault !== undefined)
    throw new CommandError(
      `${text}: ${JSON.stringify(namespace)} ${fault}. An end is namespace/name, namespace, namespace{label=value} or an IP address`,
    );
  const pod = { ...podOf(namespace, world), text, ports: [], mayNamePorts: true };
  if (brace < 0) return { type: "any", text, pod };
  return {
    type: "pods",
    text,
    point: { ...pod, labels: readLabels(text, text.slice(brace)) },
    single: false,
    key: text,
  };
}

/** Whether a scope may hold an end: a workload that it has not is another scope's. */
export function isHere(text: string, { world: { workloads }, refused }: OneWorld): boolean {
  const isWorkload = !text.includes("{") && text.includes("/") && parseCidr(text) === undefined;
  return !isWorkload || refused.has(text) || workloads.some((placed) => isCalled(placed, text));
}

const isCalled = (placed: PlacedWorkload, text: string): boolean =>
  nameOf(placed) === text || workloadId(placed) === text;

/** An address of a pod or a Service that the directory holds is no address outside the cluster. */
function findAddress(text: string, address: bigint, one: OneWorld): QueryEnd {
  const { workloads, services = [] } = one.world;
  const owner = workloads.find(
    ({ workload }) => !workload.hostNetwork && pointsOf(workload.ips).includes(address),
  );
  if (owner !== undefined) return podsEnd(`${text} (${nameOf(owner)})`, owner, one);
  const service = services.find(({ service: { clusterIps } }) =>
    pointsOf(clusterIps).includes(address),
  );
  if (service !== undefined)
    throw new CommandError(
      `${text} is the address of Service ${service.namespace}/${service.service.name}: policies see the pods behind it, so name those, and their port`,
    );
  return { type: "address", text, point: { type: "address", address } };
}

const pointsOf = (texts: readonly string[]): readonly bigint[] =>
  texts.flatMap((text) => {
    const parsed = parseAddress(text);
    return parsed === undefined ? [] : [pointOf(parsed.family, parsed.value)];
  });

const podOf = (namespace: string, { labels }: OneWorld) =>
  ({
    type: "pod",
    namespace,
    namespaceLabels: { ...labels.get(namespace), [NAME_LABEL]: namespace },
    isNamespaceOnlyNamed: !labels.has(namespace),
  }) as const;

/** `{app=web,tier=x}`; `{}` is a pod without labels. */
function readLabels(text: string, braced: string): Labels {
  if (!braced.endsWith("}"))
    throw new CommandError(`${text}: write labels as namespace{key=value,key=value}`);
  const inside = braced.slice(1, -1).trim();
  const labels = new Map<string, string>();
  for (const part of inside === "" ? [] : inside.split(",")) {
    const [key = "", value, more] = part.split("=").map((word) => word.trim());
    if (value === undefined || more !== undefined)
      throw new CommandError(`${text}: ${JSON.stringify(part)} is no key=value`);
    const keyFault = labelKeyFault(key);
    const fault = keyFault ?? labelValueFault(value);
    if (fault !== undefined)
      throw new CommandError(
        `${text}: ${JSON.stringify(keyFault === undefined ? value : key)} ${fault}`,
      );
    if (labels.has(key)) throw new CommandError(`${text}: the label ${key} stands twice`);
    labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

function findWorkload(text: string, one: OneWorld): QueryEnd {
  const { workloads } = one.world;
  const [first, ...others] = workloads.filter((placed) => isCalled(placed, text));
  const refusal = one.refused.get(text);
  if (first === undefined && refusal !== undefined)
    throw new CommandError(`the API server would refuse ${text}: ${refusal}`);
  if (first === undefined)
    throw new CommandError(
      `there is no workload ${text}; ${known(workloads)}. For a pod of no manifest, name its namespace and labels, such as ${example(text)}`,
    );
  if (others.length > 0) {
    const kinds = new Set([first, ...others].map(workloadId));
    throw new CommandError(
      kinds.size === 1
        ? `${text} is defined ${others.length + 1} times; query a directory with one of them`
        : `${text} may be ${[...kinds].join(" or ")}: write one of these`,
    );
  }
  return podsEnd(text, first, one);
}

function podsEnd(text: string, placed: PlacedWorkload, one: OneWorld): QueryEnd {
  const { workload, namespace } = placed;
  const [address, ...otherAddresses] = pointsOf(workload.ips);
  return {
    type: "pods",
    text,
    single: workload.kind === "Pod",
    key: workloadId(placed),
    point: {
      ...podOf(namespace, one),
      text,
      labels: workload.labels,
      ...(workload.addedLabels === undefined ? {} : { addedLabels: workload.addedLabels }),
      ports: workload.ports,
      hostNetwork: workload.hostNetwork,
      ...(address === undefined ? {} : { address, otherAddresses }),
    },
  };
}

const nameOf = ({ namespace, workload }: PlacedWorkload): string => `${namespace}/${workload.name}`;

const SHOWN = 10;

function known(all: readonly PlacedWorkload[]): string {
  if (all.length === 0) return "the directory holds none";
  return `there are: ${listFirst(SHOWN, [...new Set(all.map(nameOf))])}`;
}

function example(text: string): string {
  const [namespace, name] = text.split("/");
  return `'${namespace ?? ""}{app=${name ?? ""}}'`;
}

import { compareWorlds, type ChangeKind, type FlowChange } from "../../src/reach/compare.ts";
import { decideFlow, type PointEnd } from "../../src/reach/point.ts";
import type { MovedWorkload } from "../../src/reach/moved-workload.ts";
import { familyOfPoint } from "../../src/space/addresses.ts";
import { NAME_LABEL } from "../../src/model/name-label.ts";
import { type EndpointPoint } from "../../src/space/endpoint.ts";
import { regionHas } from "../../src/space/region.ts";
import { namespaceLabelsOf, type World } from "../../src/world/world.ts";
import { enumerateAtoms, type PodAtom, type PortAtom } from "./atoms.ts";

/** An end as the symbolic answer sees it, and as the point evaluator sees it at each revision. */
interface End {
  readonly symbolic: EndpointPoint;
  readonly base: PointEnd;
  readonly head: PointEnd;
}

interface Disagreement {
  readonly flow: string;
  readonly kind: ChangeKind;
  readonly symbolic: boolean;
  readonly enumerated: boolean;
}

export interface PairReport {
  readonly flows: number;
  readonly changed: number;
  readonly disagreements: readonly Disagreement[];
}

/** Compares the symbolic answer with every atom of both worlds, one flow at a time. */
export function checkPair(base: World, head: World, ipBlockMatchesPods: boolean): PairReport {
  const options = { ipBlockMatchesPods };
  const { changes } = compareWorlds(base, head, options);
  const atoms = enumerateAtoms(base, head);
  const labels = { base: namespaceLabelsOf(base, head), head: namespaceLabelsOf(head, base) };
  const podEnd = (atom: PodAtom, names: PortAtom): End => {
    const { namespace, undeclaredLabels } = atom;
    const ports = names.names.map((name) => ({
      name,
      port: names.port,
      protocol: names.protocol,
    }));
    const at = (side: "base" | "head"): PointEnd => ({
      type: "pod",
      namespace,
      namespaceLabels: undeclaredLabels ?? labels[side].get(namespace) ?? {},
      labels: atom.labels,
      address: atom.address,
      ports,
    });
    return { symbolic: { type: "pod", ...symbolicPod(atom) }, base: at("base"), head: at("head") };
  };

  const disagreements: Disagreement[] = [];
  let flows = 0;
  let changed = 0;
  const check = (source: End, destination: End, port: PortAtom, among: readonly FlowChange[]) => {
    if (familyOfEnd(source) !== familyOfEnd(destination)) return;
    flows++;
    const decide = (side: "base" | "head") =>
      decideFlow(
        (side === "base" ? base : head).policies,
        { source: source[side], destination: destination[side], ...port },
        options,
      );
    const before = decide("base");
    const after = decide("head");
    const widened = (side: "ingress" | "egress") => after[side].allowed && !before[side].allowed;
    const narrowed = (side: "ingress" | "egress") => before[side].allowed && !after[side].allowed;
    const expected: Record<ChangeKind, boolean> = {
      opened: after.allowed && !before.allowed,
      closed: before.allowed && !after.allowed,
      masked: (widened("ingress") || widened("egress")) && !after.allowed,
      "masked-closed": (narrowed("ingress") || narrowed("egress")) && !before.allowed,
    };
    if (expected.opened || expected.closed || expected.masked) changed++;
    const point = {
      source: source.symbolic,
      destination: destination.symbolic,
      protocol: port.protocol,
      port: port.port,
      portNames: port.names,
    };
    for (const kind of ["opened", "closed", "masked", "masked-closed"] as const) {
      const symbolic = among.some(
        ({ change, regions }) =>
          change === kind && regions.some((region) => regionHas(region, point)),
      );
      if (symbolic !== expected[kind])
        disagreements.push({
          kind,
          symbolic,
          enumerated: expected[kind],
          flow: JSON.stringify(
            { source: source.head, destination: destination.head, port },
            bigints,
          ),
        });
    }
  };

  const anyPod = changes.filter(({ workload }) => workload === undefined);
  for (const port of atoms.ports) {
    const pods = atoms.pods.map((atom) => podEnd(atom, port));
    const outside = port.names.length > 0 ? [] : atoms.addresses.map(addressEnd);
    for (const destination of pods) {
      for (const source of pods) check(source, destination, port, anyPod);
      for (const source of atoms.addresses.map(addressEnd))
        check(source, destination, port, anyPod);
    }
    for (const destination of outside)
      for (const source of pods) check(source, destination, port, anyPod);
  }

  const movedWorkloads = new Set(changes.flatMap(({ workload }) => workload ?? []));
  for (const moved of movedWorkloads) {
    const among = changes.filter(({ workload }) => workload === moved);
    for (const port of atoms.ports) {
      // Only the moved pod's own declarations name its ports; on others every subset is tried.
      for (const address of atoms.addresses) {
        const self = movedEnd(moved, labels, address);
        const others = [...atoms.pods.map((atom) => podEnd(atom, port)), addressEnd(address)];
        for (const other of others) {
          const declared = { ...port, names: namesAt(moved, port) };
          if (port.names.length === 0) check(other, self, declared, among);
          if (other.symbolic.type === "pod" || port.names.length === 0)
            check(self, other, port, among);
        }
      }
    }
  }
  return { flows, changed, disagreements };
}

const bigints = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? String(value) : value;

const familyOfEnd = ({ symbolic }: End): 4 | 6 => familyOfPoint(symbolic.address);

const addressEnd = (address: bigint): End => {
  const point = { type: "address", address } as const;
  return { symbolic: point, base: point, head: point };
};

const symbolicPod = ({ namespace, undeclaredLabels, labels, address }: PodAtom) => ({
  namespace,
  ...(undeclaredLabels === undefined ? {} : { namespaceLabels: undeclaredLabels }),
  labels,
  address,
});

/** Names decide for the region of a moved workload only through its numbers, which are resolved. */
const namesAt = (_moved: MovedWorkload, _port: PortAtom): readonly string[] => [];

function movedEnd(
  moved: MovedWorkload,
  labels: Record<"base" | "head", ReadonlyMap<string, Readonly<Record<string, string>>>>,
  address: bigint,
): End {
  const at = (side: "base" | "head"): PointEnd => ({
    type: "pod",
    namespace: moved.namespace,
    namespaceLabels: labels[side].get(moved.namespace) ?? { [NAME_LABEL]: moved.namespace },
    labels: moved[side].labels,
    address,
    ports: moved[side].ports,
    hostNetwork: moved[side].hostNetwork,
  });
  return {
    symbolic: { type: "pod", namespace: moved.token, labels: {}, address },
    base: at("base"),
    head: at("head"),
  };
}

import { groupBy } from "../model/group-by.ts";
import type { Workload } from "../model/workload.ts";
import { sameWorkloads, type PlacedWorkload } from "../world/world.ts";

/** The same workload at both revisions, whatever it is called. */
interface WorkloadPair {
  readonly namespace: string;
  /** The namespace at the base: another one where the workload moved. */
  readonly from: string;
  /** At the base; more than one where the same object is defined twice. */
  readonly versions: readonly Workload[];
  readonly head: Workload;
}

/** How much isolation a workload has at the base. */
export type Isolated = (placed: PlacedWorkload) => number;

export const workloadIdentity = ({ workload, namespace }: PlacedWorkload): string =>
  `${namespace}/${workload.kind}/${workload.name}`;

/**
 * Pairs each changed workload of the head with the one that it was: of the same kind and name, or else one that is
 * gone and is evidently the same. A workload that is renamed, or moved to another namespace, must not step out of its
 * policies as if it were new.
 */
export function pairWorkloads(
  base: readonly PlacedWorkload[],
  head: readonly PlacedWorkload[],
  isolated: Isolated = () => 0,
): readonly WorkloadPair[] {
  if (sameWorkloads(base, head)) return [];
  const unchanged = new Set(base.map(({ workload }) => workload));
  const changed = head.filter(({ workload }) => !unchanged.has(workload));
  if (changed.length === 0) return [];
  const before = groupBy(base, workloadIdentity);
  const left = new Set(head.map(workloadIdentity));
  const leaving = base.filter((placed) => !left.has(workloadIdentity(placed)));
  const gone = groupBy(leaving, placeOf);
  const namesakes = groupBy(leaving, nameOf);
  return changed.flatMap((placed) => {
    const { workload, namespace } = placed;
    const same = before.get(workloadIdentity(placed));
    if (same !== undefined)
      return [{ namespace, from: namespace, versions: sameFile(same, workload), head: workload }];
    const former = formerSelf(
      placed,
      [
        ...(gone.get(placeOf(placed)) ?? []).slice(0, MANY),
        ...(namesakes.get(nameOf(placed)) ?? [])
          .filter((other) => hasMoved(other, placed))
          .slice(0, MANY),
      ],
      isolated,
    );
    return former === undefined
      ? []
      : [{ namespace, from: former.namespace, versions: [former.workload], head: workload }];
  });
}

/** So many workloads of one namespace are not renamed at once; what is left out counts as new. */
const MANY = 500;

/** What runs to its end does not become what runs on, nor the reverse. */
const placeOf = ({ workload, namespace }: PlacedWorkload): string =>
  `${namespace}/${workload.kind === "Job" || workload.kind === "CronJob" ? "batch" : "service"}`;

const nameOf = ({ workload: { kind, name } }: PlacedWorkload): string => `${kind}/${name}`;

/**
 * Whether a workload that is gone from one namespace is the one of its kind and name that is new in another. Names such
 * as `web` stand in many namespaces, so its images or all of its labels have to be the same as well. Where the
 * manifests name no namespace, nobody knows that it is another one.
 */
function hasMoved(base: PlacedWorkload, head: PlacedWorkload): boolean {
  if (base.namespace === head.namespace || base.namespace === "" || head.namespace === "")
    return false;
  return (
    sameImages(base.workload, head.workload) ||
    (Object.keys(head.workload.labels).length > 0 &&
      labelsOf(base.workload) === labelsOf(head.workload))
  );
}

const labelsOf = ({ labels }: Workload): string =>
  JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function sameImages({ images = [] }: Workload, head: Workload): boolean {
  return images.length > 0 && images.join() === (head.images ?? []).join();
}

/** Bundles repeat the objects that they are made of: each version follows its own file. */
function sameFile(same: readonly PlacedWorkload[], { span }: Workload): readonly Workload[] {
  const all = same.map(({ workload }) => workload);
  const inFile = all.filter((workload) => workload.span.path === span.path);
  return inFile.length > 0 ? inFile : all;
}

/** Of equal candidates the most isolated one: it has the most to lose, and nobody can say that it was not the one. */
function formerSelf(
  { workload, namespace }: PlacedWorkload,
  gone: readonly PlacedWorkload[],
  isolated: Isolated,
): PlacedWorkload | undefined {
  let best:
    | { readonly placed: PlacedWorkload; readonly likeness: number; readonly rank: number }
    | undefined;
  for (const candidate of gone) {
    const stays = Number(candidate.namespace === namespace);
    const likeness = likenessOf(candidate.workload, workload);
    // One that stayed in its namespace is the likelier of two.
    const sureness = likeness === 0 ? 0 : likeness * 2 + stays;
    if (sureness === 0 || sureness < (best?.likeness ?? 0)) continue;
    const rank = isolated(candidate);
    if (best === undefined || sureness > best.likeness || rank > best.rank)
      best = { placed: candidate, likeness: sureness, rank };
  }
  return best?.placed;
}

/**
 * How sure it is that one workload is the other; 0 where the evidence does not do. The name alone does; so does
 * an image of one's own; an image that everybody uses, or labels, need something beside them.
 */
function likenessOf(base: Workload, head: Workload): number {
  const name = base.name === head.name;
  const alike = sameImages(base, head);
  const ownImage = alike && (base.images ?? []).some((image) => image.includes("/"));
  const labels = Object.entries(base.labels).filter(([key, value]) => head.labels[key] === value);
  const ports = portsOf(base) !== "" && portsOf(base) === portsOf(head);
  const file = base.span.path === head.span.path;
  const beside = Number(ports) + Number(file) + Math.min(labels.length, 3);
  const evident =
    name || ownImage || (alike && beside > 0) || (labels.length > 0 && (ports || file));
  if (!evident) return 0;
  const akin = base.name.startsWith(head.name) || head.name.startsWith(base.name);
  return Number(name) * 16 + Number(alike) * 8 + Number(akin) * 2 + beside;
}

const portsOf = ({ ports }: Workload): string =>
  ports
    .map(({ port, protocol }) => `${protocol} ${port}`)
    .toSorted()
    .join();

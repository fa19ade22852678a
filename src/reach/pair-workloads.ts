import type { Workload } from "../model/workload.ts";
import type { PlacedWorkload } from "../world/world.ts";

/** The same workload at both revisions, whatever it is called. */
interface WorkloadPair {
  readonly namespace: string;
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
 * gone and is evidently the same. A workload that is renamed must not step out of its policies as if it were new.
 */
export function pairWorkloads(
  base: readonly PlacedWorkload[],
  head: readonly PlacedWorkload[],
  isolated: Isolated = () => 0,
): readonly WorkloadPair[] {
  const unchanged = new Set(base.map(({ workload }) => workload));
  const changed = head.filter(({ workload }) => !unchanged.has(workload));
  if (changed.length === 0) return [];
  const before = groupBy(base, workloadIdentity);
  const left = new Set(head.map(workloadIdentity));
  const gone = groupBy(
    base.filter((placed) => !left.has(workloadIdentity(placed))),
    placeOf,
  );
  return changed.flatMap((placed) => {
    const { workload, namespace } = placed;
    const same = before.get(workloadIdentity(placed));
    const versions = same
      ? sameFile(same, workload)
      : formerSelf(workload, (gone.get(placeOf(placed)) ?? []).slice(0, MANY), isolated);
    return versions.length === 0 ? [] : [{ namespace, versions, head: workload }];
  });
}

/** So many workloads of one namespace are not renamed at once; what is left out counts as new. */
const MANY = 500;

function groupBy(
  placed: readonly PlacedWorkload[],
  keyOf: (entry: PlacedWorkload) => string,
): ReadonlyMap<string, readonly PlacedWorkload[]> {
  const groups = new Map<string, PlacedWorkload[]>();
  for (const entry of placed) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** What runs to its end does not become what runs on, nor the reverse. */
const placeOf = ({ workload, namespace }: PlacedWorkload): string =>
  `${namespace}/${workload.kind === "Job" || workload.kind === "CronJob" ? "batch" : "service"}`;

/** Bundles repeat the objects that they are made of: each version follows its own file. */
function sameFile(same: readonly PlacedWorkload[], { span }: Workload): readonly Workload[] {
  const all = same.map(({ workload }) => workload);
  const inFile = all.filter((workload) => workload.span.path === span.path);
  return inFile.length > 0 ? inFile : all;
}

/** Of equal candidates the most isolated one: it has the most to lose, and nobody can say that it was not the one. */
function formerSelf(
  workload: Workload,
  gone: readonly PlacedWorkload[],
  isolated: Isolated,
): readonly Workload[] {
  let best:
    | { readonly workload: Workload; readonly likeness: number; readonly rank: number }
    | undefined;
  for (const candidate of gone) {
    const likeness = likenessOf(candidate.workload, workload);
    if (likeness === 0 || likeness < (best?.likeness ?? 0)) continue;
    const rank = isolated(candidate);
    if (best === undefined || likeness > best.likeness || rank > best.rank)
      best = { workload: candidate.workload, likeness, rank };
  }
  return best === undefined ? [] : [best.workload];
}

/**
 * How sure it is that one workload is the other; 0 where the evidence does not do. The name alone does; so does
 * an image of one's own; an image that everybody uses, or labels, need something beside them.
 */
function likenessOf(base: Workload, head: Workload): number {
  const name = base.name === head.name;
  const images = base.images ?? [];
  const sameImages = images.length > 0 && images.join() === (head.images ?? []).join();
  const ownImage = sameImages && images.some((image) => image.includes("/"));
  const labels = Object.entries(base.labels).filter(([key, value]) => head.labels[key] === value);
  const ports = portsOf(base) !== "" && portsOf(base) === portsOf(head);
  const file = base.span.path === head.span.path;
  const beside = Number(ports) + Number(file) + Math.min(labels.length, 3);
  const evident =
    name || ownImage || (sameImages && beside > 0) || (labels.length > 0 && (ports || file));
  if (!evident) return 0;
  const akin = base.name.startsWith(head.name) || head.name.startsWith(base.name);
  return Number(name) * 16 + Number(sameImages) * 8 + Number(akin) * 2 + beside;
}

const portsOf = ({ ports }: Workload): string =>
  ports
    .map(({ port, protocol }) => `${protocol} ${port}`)
    .toSorted()
    .join();

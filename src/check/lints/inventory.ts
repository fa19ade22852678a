import { addTo } from "../../model/group-by.ts";
import { isRunTimeLabel } from "../../model/added-labels.ts";
import type { Service } from "../../model/service.ts";
import type { Labels, Workload } from "../../model/workload.ts";
import { boxMatches, type LabelBox } from "../../space/label-box.ts";
import { groupByNamespace, type World } from "../../world/world.ts";

/** The pods and Services of one world, found without looking at all of them. */
export interface Inventory {
  /** Pods that policies can select: those on the host network are left out. */
  podsIn(namespace: string): readonly Workload[];
  podsMatching(namespace: string, labels: LabelBox): readonly Workload[];
  onHostNetwork(namespace: string, labels: LabelBox): readonly Workload[];
  /** Services whose pods, by their selector, are among these. */
  servicesBehind(namespace: string, labels: LabelBox): readonly Service[];
  /** Whether some pod of some namespace has a label with this value. */
  isValueInUse(value: string): boolean;
}

/** A condition as far as a manifest can answer it. */
export const withoutRunTimeLabels = (box: LabelBox): LabelBox =>
  [...box.keys()].some((key) => isRunTimeLabel(key))
    ? new Map([...box].filter(([key]) => !isRunTimeLabel(key)))
    : box;

/** Things with labels, found by one of them. */
interface Shelf<T> {
  readonly all: readonly T[];
  readonly byLabel: ReadonlyMap<string, readonly T[]>;
}

interface Stock {
  readonly pods: Shelf<Workload>;
  readonly host: Shelf<Workload>;
  readonly services: Shelf<Service>;
}

export function createInventory(world: World): Inventory {
  let groups: ReturnType<typeof groupAll> | undefined;
  const stocks = new Map<string, Stock>();
  const stockOf = (namespace: string): Stock => {
    const before = stocks.get(namespace);
    if (before !== undefined) return before;
    groups ??= groupAll(world);
    const stock = createStock(
      (groups.workloads.get(namespace) ?? []).map(({ workload }) => workload),
      (groups.services.get(namespace) ?? []).map(({ service }) => service),
    );
    stocks.set(namespace, stock);
    return stock;
  };
  let values: Set<string> | undefined;
  return {
    podsIn: (namespace) => stockOf(namespace).pods.all,
    podsMatching: (namespace, box) => search(stockOf(namespace).pods, box, labelsOf),
    onHostNetwork: (namespace, box) => search(stockOf(namespace).host, box, labelsOf),
    servicesBehind: (namespace, box) => search(stockOf(namespace).services, box, selectorOf),
    isValueInUse: (value) => {
      values ??= new Set(world.workloads.flatMap(({ workload }) => Object.values(workload.labels)));
      return values.has(value);
    },
  };
}

const groupAll = ({ workloads, services = [] }: World) => ({
  workloads: groupByNamespace(workloads),
  services: groupByNamespace(services),
});

const labelsOf = ({ labels }: Workload): Labels => labels;
const selectorOf = ({ selector }: Service): Labels => selector;

function createStock(workloads: readonly Workload[], services: readonly Service[]): Stock {
  return {
    pods: createShelf(
      workloads.filter(({ hostNetwork }) => !hostNetwork),
      labelsOf,
    ),
    host: createShelf(
      workloads.filter(({ hostNetwork }) => hostNetwork),
      labelsOf,
    ),
    services: createShelf(
      services.filter(({ selector }) => Object.keys(selector).length > 0),
      selectorOf,
    ),
  };
}

function createShelf<T>(all: readonly T[], read: (item: T) => Labels): Shelf<T> {
  const byLabel = new Map<string, T[]>();
  for (const item of all)
    for (const [key, value] of Object.entries(read(item))) addTo(byLabel, `${key}=${value}`, item);
  return { all, byLabel };
}

const search = <T>(shelf: Shelf<T>, box: LabelBox, read: (item: T) => Labels): readonly T[] =>
  candidates(shelf, box).filter((item) => boxMatches(box, read(item)));

/** Whatever carries a label that the condition pins down; all where it pins none. */
function candidates<T>({ all, byLabel }: Shelf<T>, box: LabelBox): readonly T[] {
  for (const [key, { absent, negated, values }] of box)
    if (!absent && !negated)
      return [...values].flatMap((value) => byLabel.get(`${key}=${value}`) ?? []);
  return all;
}

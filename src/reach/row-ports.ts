import { numberedPorts } from "../policy/network-policy.ts";
import { ALL_PORTS, subtractPorts, unitePorts, type Ports } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import { createBudget, TooComplex } from "../space/too-complex.ts";
import type { FlowChange } from "./compare.ts";
import { cutsRange, describeCutRange, describePorts } from "./describe-ports.ts";
import type { Evaluator } from "./evaluator.ts";
import { isAllowed } from "./other-side.ts";

/** Both revisions, to ask what was allowed. */
export interface PortContext {
  readonly comparison: { readonly base: Evaluator; readonly head: Evaluator };
}

/** The ports of a row; where a change widens or narrows a range, with what of it stays as it was. */
export function portsOf(
  regions: readonly Region[],
  change: FlowChange,
  context: PortContext,
): string {
  const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
  if (regions.some(({ names }) => names.size > 0)) return [...texts].join(" or ");
  const ports = regions.map((region) => region.ports).reduce(unitePorts);
  const written = portsOfCause(change.cause);
  return cutsRange(ports, written) &&
    isAllowedOnBothSides(regions, subtractPorts(written, ports), { change, context })
    ? describeCutRange(ports, written, change.change === "closed")
    : describePorts(ports, NO_NAMES);
}

/** Pairs of ends that are looked up for one row. */
const MANY_ENDS = 20;
const MAX_WORK = 20_000;

/** Whether these ends could talk on the ports before the change and still can: to say so must not be a guess. */
function isAllowedOnBothSides(
  regions: readonly Region[],
  ports: Ports,
  { change, context }: { readonly change: FlowChange; readonly context: PortContext },
): boolean {
  const { comparison } = context;
  const isMasked = change.change === "masked" || change.change === "masked-closed";
  if (isMasked || change.workload !== undefined || regions.length > MANY_ENDS) return false;
  try {
    const spend = createBudget(MAX_WORK);
    return regions.every((region) =>
      [comparison.base, comparison.head].every((world) =>
        isAllowed({ ...region, ports }, world, spend),
      ),
    );
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return false;
  }
}

/** All that the cause speaks of, some of which may have been allowed before. */
function portsOfCause(cause: FlowChange["cause"]): Ports {
  if (cause.type === "isolation" || cause.allow.rule.ports.length === 0) return ALL_PORTS;
  return numberedPorts(cause.allow.rule.ports);
}

import type { ScopeReview } from "./check/review-scope.ts";
import type { ScopeReport } from "./model/report.ts";
import { workloadId } from "./reach/describe-pods.ts";
import type { ScopePair } from "./world/scope-pair.ts";
import type { PlacedWorkload } from "./world/world.ts";

/** A workload that the API server refuses at the other revision is not gone: it stays as it was. */
function isReadIn(others: ScopePair["files"]["base"]): (placed: PlacedWorkload) => boolean {
  const refused = new Set(
    others.flatMap(({ problems }) =>
      problems.flatMap(({ object }) =>
        object === undefined ? [] : [`${object.kind} ${object.name}`],
      ),
    ),
  );
  return ({ workload: { kind, name } }) => !refused.has(`${kind} ${name}`);
}

/** Enough for a reader; the rest is counted. */
const MAX_WORKLOADS = 10;

/** The workloads of a scope that came or went, for the report. */
export function nameWorkloads(
  { files }: ScopePair,
  { workloads }: ScopeReview,
): Pick<ScopeReport, "workloads"> {
  const came = workloads.came.filter(isReadIn(files.base));
  const went = workloads.went.filter(isReadIn(files.head));
  if (came.length + went.length === 0) return {};
  const shown = [came, went].map((some) => some.slice(0, MAX_WORKLOADS).map(workloadId));
  const [names = [], gone = []] = shown;
  const more = came.length + went.length - names.length - gone.length;
  return { workloads: { new: names, gone, more } };
}

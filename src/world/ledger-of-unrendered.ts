import type { LedgerEntry } from "../model/report.ts";
import { ledgerOfAdmission } from "../scope/admission-ledger.ts";
import { readCharts } from "../scope/chart/chart-model.ts";
import { ledgerOfCharts } from "../scope/chart-ledger.ts";
import { ledgerOfChartValues } from "../scope/chart-values.ts";
import { ledgerOfGraph, policiesFirst } from "../scope/graph-ledger.ts";
import { isValuesTemplate, ledgerOfDeployments } from "../scope/deployment-ledger.ts";
import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import { ledgerOfInputs } from "../scope/input-ledger.ts";
import { ledgerOfReplacedValues } from "../scope/kustomize/replaced-values.ts";
import { isGeneratorPath, isManifestPath } from "../scope/manifest-paths.ts";
import { indexFiles } from "../scope/kustomize/revision-index.ts";
import { ledgerOfMentions } from "../scope/mention-ledger.ts";
import { ledgerOfPatches } from "../scope/patch-ledger.ts";
import { ledgerOfGenerators } from "../scope/generator-ledger.ts";
import { ledgerOfKptfiles } from "../scope/kptfile-ledger.ts";
import { ledgerOfYtt } from "../scope/ytt-ledger.ts";
import { policyWords } from "../scope/policy-words.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import type { UnreadChanges } from "../scope/unread-changes.ts";
import { ledgerOfVariables } from "../scope/variable-ledger.ts";
import { ledgerOfValues } from "../scope/values-ledger.ts";
import { allNameNamespaces } from "../scope/text-hints.ts";
import type { Snapshot } from "../source/types.ts";
import { findMakers, idsOf } from "./makers.ts";
import type { AsideRequest } from "./aside-readings.ts";

export interface UnrenderedRequest extends AsideRequest {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly graph: KustomizeGraph;
  readonly unread: UnreadChanges;
  /** Kustomizations of both revisions: some have no name of a manifest. */
  readonly kustomizations: readonly FileVersion[];
  /** Files of both revisions that name a policy. */
  readonly policyFiles: () => readonly FileVersion[];
}

/** What changed in whatever makes, changes or applies manifests: none of that is rendered or followed. */
export async function ledgerOfUnrendered(
  request: UnrenderedRequest,
): Promise<readonly LedgerEntry[]> {
  const { changes, texts, charts, graph, unread, kustomizations } = request;
  const policyFiles = request.policyFiles();
  const makers = findMakers(
    changes.filter((change) => mayFeed(change, texts)),
    request,
  );
  await texts.load(idsOf(makers));
  const { chartFiles, deployments, generators, kptfiles } = makers;
  const policyPaths = policyFiles.map(({ path }) => path);
  const policyIds = policyFiles.map(({ id }) => id);
  const policies = policyWords(policyFiles, texts);
  const { inputs } = unread;
  const fileAt = indexFiles([...kustomizations, ...request.files], changes);
  const withInputs = inputs.length === 0 ? changes : [...changes, ...inputs];
  // Helmfile renders values before it hands them on.
  const values = withInputs.filter(
    ({ path }) => isManifestPath(path) || isValuesTemplate(path) || !isGeneratorPath(path),
  );
  const ordered = policiesFirst(changes, { texts });
  const model = readCharts(chartFiles, charts, texts);
  const chartContext = { texts, charts, model, policies, policyPaths: () => policyPaths };
  return [
    ...ledgerOfPatches(changes, { texts, graph, policies }),
    ...(policies.any ? unread.scripts.map(entryOfScript) : []),
    ...ledgerOfReplacedValues(withInputs, { texts, kustomizations, fileAt, policies }),
    ...ledgerOfMentions(changes, texts),
    ...ledgerOfAdmission(changes, { texts, policyIds }),
    ...ledgerOfCharts(ordered, chartContext),
    ...ledgerOfChartValues(values, chartContext),
    ...ledgerOfDeployments(changes, { texts, policies, model, deployments }),
    ...ledgerOfYtt(changes, { texts, policies, policyFiles, files: request.files }),
    ...ledgerOfGenerators(changes, { texts, generators }),
    ...ledgerOfKptfiles(changes, { texts, kptfiles, policies }),
    ...ledgerOfGraph({
      changes: ordered,
      texts,
      charts,
      policyPaths: () => policyPaths,
      policies,
      fileAt,
    }),
    ...ledgerOfInputs(changes, { texts, files: request.files, policyPaths }),
    ...ledgerOfValues(values, texts),
    ...ledgerOfVariables(changes, { texts, policyIds }),
  ];
}

/** Whether a change may feed what makes manifests: the usual policies are known at a glance. */
const mayFeed = ({ base, head }: FileChange, texts: TextStore): boolean =>
  [base, head].some((entry) => entry !== undefined && !allNameNamespaces(texts.text(entry.id)));

const entryOfScript = ({ path, head }: FileChange): LedgerEntry => ({
  path,
  side: head === undefined ? "base" : "head",
  reason: "a function of a kustomization runs or reads it: not evaluated",
  decides: true,
});

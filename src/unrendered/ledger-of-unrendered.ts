import type { LedgerEntry } from "../model/report.ts";
import type { FilePair } from "../scope/load-file.ts";
import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import { isGeneratorPath, isManifestPath } from "../scope/manifest-paths.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import { allNameNamespaces } from "../scope/text-hints.ts";
import type { Snapshot } from "../source/types.ts";
import { ledgerOfAdmission } from "./admission/admission-ledger.ts";
import { openEntry } from "./changed-texts.ts";
import { readCharts } from "./chart/chart-model.ts";
import { ledgerOfCharts } from "./chart/chart-ledger.ts";
import { ledgerOfChartValues } from "./chart/chart-values.ts";
import { ledgerOfEnforcement } from "./enforcement-ledger.ts";
import { ledgerOfGraph, policiesFirst } from "./graph-ledger.ts";
import { isValuesTemplate, ledgerOfDeployments } from "./chart/deployment-ledger.ts";
import { ledgerOfInputs } from "./input-ledger.ts";
import { ledgerOfReplacedValues } from "./kustomize/replaced-values.ts";
import { indexFiles } from "./kustomize/revision-index.ts";
import { ledgerOfMentions } from "./mention-ledger.ts";
import { ledgerOfPodTemplates } from "./pod-template-ledger.ts";
import { ledgerOfPatches } from "./kustomize/patch-ledger.ts";
import { ledgerOfGenerators } from "./generators/generator-ledger.ts";
import { ledgerOfKptfiles } from "./generators/kptfile-ledger.ts";
import { ledgerOfYtt } from "./generators/ytt-ledger.ts";
import { policyWords } from "./policy-words.ts";
import type { UnreadChanges } from "./unread-changes.ts";
import { ledgerOfVariables } from "./variable-ledger.ts";
import { ledgerOfValues } from "./values-ledger.ts";
import { findMakers, idsOf } from "./makers.ts";

export interface UnrenderedRequest {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly changes: readonly FileChange[];
  /** Every manifest at head. */
  readonly files: readonly FileVersion[];
  readonly charts: ReadonlySet<string>;
  readonly texts: TextStore;
  readonly graph: KustomizeGraph;
  /** What changed files of scopes hold. */
  readonly changedFiles: readonly FilePair[];
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
    ...(policies.any ? ledgerOfEnforcement(changes, texts) : []),
    ...ledgerOfMentions(changes, texts),
    ...ledgerOfPodTemplates(request.changedFiles, policies),
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

const entryOfScript = (change: FileChange): LedgerEntry =>
  openEntry(change, "a function of a kustomization runs or reads it: not evaluated");

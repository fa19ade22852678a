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
import { ledgerOfLinks } from "../scope/ledger.ts";
import { ledgerOfMentions } from "../scope/mention-ledger.ts";
import { ledgerOfPatches } from "../scope/patch-ledger.ts";
import { ledgerOfGenerators } from "../scope/generator-ledger.ts";
import { ledgerOfKptfiles } from "../scope/kptfile-ledger.ts";
import { ledgerOfYtt } from "../scope/ytt-ledger.ts";
import { policyWords } from "../scope/policy-words.ts";
import type { FileChange, FileVersion } from "../scope/revision-files.ts";
import { holdsPolicyBelow, type UnreadChanges } from "../scope/unread-changes.ts";
import { ledgerOfVariables } from "../scope/variable-ledger.ts";
import { ledgerOfValues } from "../scope/values-ledger.ts";
import type { Makers } from "./makers.ts";
import { ledgerOfAside, type AsideRequest } from "./aside-readings.ts";

interface LedgerRequest extends AsideRequest, Makers {
  readonly graph: KustomizeGraph;
  readonly unread: UnreadChanges;
  /** Kustomizations of both revisions: some have no name of a manifest. */
  readonly kustomizations: readonly FileVersion[];
  /** Files of both revisions that name a policy. */
  readonly policyFiles: readonly FileVersion[];
}

/** What changed and is not evaluated, apart from the manifests of the scopes themselves. */
export function ledgerOfChanges(request: LedgerRequest): readonly LedgerEntry[] {
  const {
    changes,
    texts,
    charts,
    graph,
    unread,
    policyFiles,
    kustomizations,
    chartFiles,
    deployments,
    generators,
    kptfiles,
  } = request;
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
  return oncePerFile([
    ...ledgerOfLinks(changes),
    ...unread.entries,
    ...unread.ignoring.filter(({ path }) => holdsPolicyBelow(path, policyPaths)),
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
    ...ledgerOfAside(request),
  ]);
}

const entryOfScript = ({ path, head }: FileChange): LedgerEntry => ({
  path,
  side: head === undefined ? "base" : "head",
  reason: "a function of a kustomization runs or reads it: not evaluated",
  decides: true,
});

/** One reason not to know is enough. */
function oncePerFile(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ path, side, decides }) => {
    const key = `${side} ${path}`;
    if (decides && seen.has(key)) return false;
    if (decides) seen.add(key);
    return true;
  });
}

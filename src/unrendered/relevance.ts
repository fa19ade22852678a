import { mayMisspellPolicy } from "../manifest/misspelt-policy.ts";
import { lazily } from "../model/lazily.ts";
import { isKptfile, isManifestPath } from "../scope/manifest-paths.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { namesTemplate } from "../scope/text-hints.ts";
import type { TreeEntry } from "../source/types.ts";
import { mayMutate } from "./admission/admission-ledger.ts";
import { mayNameApplier } from "./appliers/gitops-ledger.ts";
import { namesSwitch } from "./enforcement-ledger.ts";
import { namesCommand } from "./mention-ledger.ts";
import { mayBeInput } from "./input-ledger.ts";
import { isChartSource } from "./chart/chart-files.ts";
import { isDeployment } from "./chart/deployment-ledger.ts";
import { isGeneratorSource } from "./generators/generator-ledger.ts";
import { POLICY_KEY } from "./values-ledger.ts";
import { MAY_HOLD_VARIABLES } from "./variable-ledger.ts";

interface RelevanceContext {
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  /** All files at head. */
  readonly paths: readonly { readonly path: string }[];
}

/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
export function findRelevant({
  texts,
  charts,
  paths,
}: RelevanceContext): (change: FileChange) => boolean {
  // Functions can take their fields from any manifest, others values from a file without objects.
  const hasFunctions = lazily(() => paths.some(({ path }) => isKptfile(path)));
  const takesValues = lazily(
    () =>
      charts.size > 0 || paths.some(({ path }) => isDeployment(path) || isGeneratorSource(path)),
  );
  const isRelevant = (path: string, entry: TreeEntry | undefined): boolean => {
    if (entry === undefined) return false;
    if (entry.mode !== "file" || !isManifestPath(path) || isChartSource(path, charts)) return true;
    if (texts.tooLarge(entry.id) !== undefined) return true;
    const { foreign, namespace, workload, context } = texts.hints(entry.id);
    const isGraph = /kustomization|Chart\.yaml|values|helmfile|skaffold|fleet\.ya?ml/i.test(path);
    const text = texts.text(entry.id);
    const isValues = !/^[ \t]*["']?kind["']?\s*:/m.test(text) && takesValues();
    return (
      foreign ||
      namespace ||
      workload ||
      context ||
      isGraph ||
      isValues ||
      hasFunctions() ||
      MAY_HOLD_VARIABLES.test(text) ||
      POLICY_KEY.test(text) ||
      POD_VALUES.test(text) ||
      mayBeInput(path, text) ||
      DECIDES.test(text) ||
      mayNameApplier(text) ||
      mayMisspellPolicy(text) ||
      namesTemplate(text) ||
      namesSwitch(text) ||
      namesCommand(text) ||
      mayMutate(text)
    );
  };
  return ({ path, base, head }) => isRelevant(path, base) || isRelevant(path, head);
}

/** What values say about the labels and the network of pods. */
const POD_VALUES = /[lL]abels["']?\s*:|hostNetwork|(?:name|fullname)Override|releaseName/;

/** Marks of patches and values that decide what is applied. */
const DECIDES =
  /^apiVersion: *builtin|^- *(?:op|path): |values\.ya?ml|resource\.(?:ex|in)clusions|(?:^|[ \t])#@/m;

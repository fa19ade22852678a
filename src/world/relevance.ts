import { mayMutate } from "../scope/admission-ledger.ts";
import { mayNameApplier } from "../scope/gitops-ledger.ts";
import { mayBeInput } from "../scope/input-ledger.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { POLICY_KEY } from "../scope/values-ledger.ts";
import { MAY_HOLD_VARIABLES } from "../scope/variable-ledger.ts";

interface RelevanceContext {
  readonly texts: TextStore;
  /** Whether a chart renders the file, or reads it. */
  readonly isOfChart: (path: string) => boolean;
  /** Whether something in the repository can take values from a file without objects. */
  readonly takesValues: () => boolean;
  /** Whether functions can take their fields from any manifest. */
  readonly hasFunctions: () => boolean;
}

/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
export function isRelevant(
  { path, base, head }: FileChange,
  { texts, isOfChart, takesValues, hasFunctions }: RelevanceContext,
): boolean {
  return [base, head].some((entry) => {
    if (entry === undefined) return false;
    if (entry.mode !== "file" || !isManifestPath(path) || isOfChart(path)) return true;
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
      mayMutate(text)
    );
  });
}

/** What values say about the labels and the network of pods. */
const POD_VALUES = /[lL]abels["']?\s*:|hostNetwork|(?:name|fullname)Override|releaseName/;

/** Marks of patches and values that decide what is applied. */
const DECIDES =
  /^apiVersion: *builtin|^- *(?:op|path): |values\.ya?ml|resource\.(?:ex|in)clusions|(?:^|[ \t])#@/m;

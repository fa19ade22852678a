import type { LedgerEntry } from "../../model/report.ts";
import { isManifestPath } from "../../scope/manifest-paths.ts";
import { isRecord, objectsIn, plainValues, typeOf, valueAt } from "../../scope/plain-values.ts";
import type { FileChange, TextStore } from "../../scope/revision-files.ts";
import { mayHideWords } from "../../scope/text-hints.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import {
  eitherSelected,
  selectedByKind,
  selectedByResource,
  type Selected,
} from "./kind-patterns.ts";

type Fields = Readonly<Record<string, unknown>>;

interface AdmissionContext {
  readonly texts: TextStore;
  /** The ids of all files that name a policy. */
  readonly policyIds: readonly string[];
}

/** Groups whose objects change or delete others: on admission, or from time to time. */
const GROUPS =
  /\b(?:admissionregistration\.k8s\.io|(?:policies\.)?kyverno\.io|mutations\.gatekeeper\.sh)\//;

export const mayMutate = (text: string): boolean => GROUPS.test(text) || mayHideWords(text);

const REASON =
  "it changes or deletes objects in the cluster, and may reach policies or the labels that they select by: not evaluated";

/**
 * Changed objects that change or delete policies, or the labels that policies select by, as they are applied: rules
 * of Kyverno and Gatekeeper, admission policies, webhooks. Rules that only check are none of them.
 */
export function ledgerOfAdmission(
  changes: readonly FileChange[],
  context: AdmissionContext,
): readonly LedgerEntry[] {
  if (context.policyIds.length === 0) return [];
  return changes.flatMap((change) => {
    if (!isManifestPath(change.path)) return [];
    const [before, after] = textsOf(change, context.texts).map((text) =>
      mutationsIn(text, context),
    );
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

/** What of a text can reach policies, as text. What cannot be read is reported by whoever reads manifests. */
const mutationsIn = (text: string, context: AdmissionContext): string =>
  mayMutate(text)
    ? (plainValues(text) ?? [])
        .flatMap(objectsIn)
        .flatMap((value) => mutationsOf(value, context))
        .map((mutation) => JSON.stringify(mutation))
        .join("\n")
    : "";

/** The parts of an object that can reach policies. */
function mutationsOf(value: Fields, context: AdmissionContext): readonly unknown[] {
  const { group, kind } = typeOf(value);
  const spec = value["spec"];
  switch (group) {
    case "kyverno.io":
      if (/^(?:Cluster)?Policy$/.test(kind))
        return listAt(spec, "rules").filter((rule) => isMutation(rule, kindsIn(rule)));
      if (/^(?:Cluster)?CleanupPolicy$/.test(kind))
        return kindsIn(valueAt(spec, "match")).policies ? [spec] : [];
      return kind === "PolicyException" && exceptsMutation(spec, context) ? [spec] : [];
    case "policies.kyverno.io":
      return /(?:Mutating|Deleting)Policy$/.test(kind) && reaches(spec, resourcesIn(spec))
        ? [spec]
        : [];
    case "admissionregistration.k8s.io":
      if (kind === "MutatingAdmissionPolicyBinding") return [spec];
      if (kind === "MutatingAdmissionPolicy") return reaches(spec, resourcesIn(spec)) ? [spec] : [];
      return kind === "MutatingWebhookConfiguration" ? webhooksOf(value) : [];
    case "mutations.gatekeeper.sh":
      return kind !== "AssignImage" && reaches(spec, kindsIn(spec)) ? [spec] : [];
    default:
      return [];
  }
}

/** Fields of pods and namespaces by which policies tell them apart. */
const TRAITS = /labels|hostNetwork|\bports\b/;

/** Whether a change to the selected objects can reach policies. */
const reaches = (what: unknown, { policies, labelled }: Selected): boolean =>
  policies || (labelled && TRAITS.test(JSON.stringify(what) ?? ""));

function isMutation(rule: unknown, selected: Selected): boolean {
  const mutate = valueAt(rule, "mutate");
  // What a rule generates is reported with the other engines' policies, where it is one.
  return mutate !== undefined && reaches(mutate, selected);
}

/** What Kyverno and Gatekeeper select below a value, by the kinds that it lists or targets. */
function kindsIn(value: unknown): Selected {
  if (Array.isArray(value)) return eitherSelected(value.map(kindsIn));
  if (!isRecord(value)) return eitherSelected([]);
  return eitherSelected(
    Object.entries(value).map(([key, child]) => {
      const named = key === "kinds" ? child : key === "kind" ? [child] : undefined;
      return Array.isArray(named) && named.every((item) => typeof item === "string")
        ? eitherSelected(named.map(selectedByKind))
        : kindsIn(child);
    }),
  );
}

const resourcesIn = (spec: unknown): Selected =>
  resourcesOf(listAt(spec, "matchConstraints", "resourceRules"));

const resourcesOf = (rules: readonly unknown[]): Selected =>
  eitherSelected(
    rules.map((rule) => selectedByResource(textsAt(rule, "apiGroups"), textsAt(rule, "resources"))),
  );

/** The webhooks that see policies. What one does is not to be seen; those for pods inject containers. */
const webhooksOf = (value: Fields): readonly unknown[] =>
  listAt(value, "webhooks")
    .filter((webhook) => resourcesOf(listAt(webhook, "rules")).policies)
    .map((webhook) =>
      ["name", "rules", "namespaceSelector", "objectSelector", "matchConditions"].map((key) =>
        valueAt(webhook, key),
      ),
    );

/** An exception from a rule that makes or changes policies; most are from rules that check. */
const exceptsMutation = (spec: unknown, { texts, policyIds }: AdmissionContext): boolean =>
  listAt(spec, "exceptions").some((exception) => {
    const name = String(valueAt(exception, "policyName")).replace(/^.*\//, "");
    return policyIds.some((id) => {
      const text = texts.text(id);
      return text.includes("kyverno.io") && text.includes(name) && /generate|mutate/.test(text);
    });
  });

const listAt = (value: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
};

const textsAt = (value: unknown, key: string): readonly string[] =>
  listAt(value, key).filter((item): item is string => typeof item === "string");

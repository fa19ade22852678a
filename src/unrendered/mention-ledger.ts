import type { LedgerEntry } from "../model/report.ts";
import { isKustomization, isManifestPath } from "../scope/manifest-paths.ts";
import { isRecord, objectsIn, plainValues, typeOf } from "../scope/plain-values.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { allNameNamespaces } from "../scope/text-hints.ts";
import { openEntry } from "./changed-texts.ts";

/** A policy kind as a value of its own, or the kind of a manifest that stands in a text. */
const NAMES_KIND =
  /^[A-Za-z]*NetworkPolicy$|\bkind\\?["']?\s*[:=]\s*\\?["']?[A-Za-z]*NetworkPolicy\b/;
/** `NetworkPolicy` in base64, at each of the three places where it can begin: manifests in a Secret. */
const ENCODED = /TmV0d29ya1BvbGlje|5ldHdvcmtQb2xpY3|OZXR3b3JrUG9saWN5/;
/** Kinds that speak of policies without touching one: definitions, permissions, checks. */
const HARMLESS_KIND =
  /^(?:CustomResourceDefinition|(?:Cluster)?Role|APIService|Validating\w*|ConstraintTemplate|Constraint|PolicyReport|PrometheusRule|GrafanaDashboard)$/;
/** Decoded as a policy, or reported as one that is not evaluated. */
const OWN_KIND = /NetworkPolicy(?:List)?$/;

const REASON = "it carries or changes network policies inside another object: not evaluated";

/**
 * Changed objects that carry, patch or select policies without being one: the post-renderers of a HelmRelease, a
 * manifest in a ConfigMap, an admission rule that mutates. The part with the policy's kind counts, all else not.
 */
export function ledgerOfMentions(
  changes: readonly FileChange[],
  texts: TextStore,
): readonly LedgerEntry[] {
  return changes.flatMap((change) => {
    const { path, base, head } = change;
    if (!isManifestPath(path) || isKustomization(path)) return [];
    const [before, after] = [base, head].map((entry) =>
      entry?.mode === "file" && mayMention(entry.id, texts) ? mentionsIn(texts.text(entry.id)) : "",
    );
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

/** Argo CD's list of kinds that it does not apply names them, or all of a group. */
const EXCLUSIONS = /resource\.(?:ex|in)clusions/;

const HELD = new RegExp(`${EXCLUSIONS.source}|${ENCODED.source}`);

const mayMention = (id: string, texts: TextStore): boolean =>
  (texts.hints(id).policy && !allNameNamespaces(texts.text(id))) || HELD.test(texts.text(id));

function mentionsIn(text: string): string {
  // What cannot be read is reported by whoever reads manifests.
  return (plainValues(text) ?? [])
    .flatMap(objectsIn)
    .flatMap((value) => {
      const kind = String(value["kind"]);
      if (value["apiVersion"] === undefined || OWN_KIND.test(kind) || HARMLESS_KIND.test(kind))
        return [];
      // Kyverno's rules mostly check; those that make or change policies are reported by themselves.
      if (/(?:^|\.)kyverno\.io$/.test(typeOf(value).group)) return [];
      const parts = Object.entries(value).flatMap(([key, child]) =>
        ["apiVersion", "kind", "metadata", "status"].includes(key) ? [] : partsOf(child),
      );
      const named = parts.filter(
        (part) => namesPolicy(part) || (Array.isArray(part) && EXCLUSIONS.test(String(part[0]))),
      );
      return named.length === 0 ? [] : [JSON.stringify([kind, named])];
    })
    .join("\n");
}

/** The fields of a spec or of data, each for itself. */
const partsOf = (value: unknown): readonly unknown[] =>
  isRecord(value) ? Object.entries(value) : [value];

function namesPolicy(value: unknown): boolean {
  if (typeof value === "string") return NAMES_KIND.test(value) || ENCODED.test(value);
  if (Array.isArray(value)) return value.some(namesPolicy);
  return isRecord(value) && Object.values(value).some(namesPolicy);
}

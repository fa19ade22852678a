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

/** A command that changes policies in the cluster: `kubectl delete netpol --all`, in a script or as a list of arguments. */
const COMMAND =
  /\b(?:kubectl|oc|k)\b[^\n]{0,500}?\b(?:delete|patch|replace|edit|label|annotate)\b[^\n;|&]{0,500}?\b(?:netpols?|networkpolic(?:y|ies))\b/i;
const NAMES_RESOURCE = /\b(?:netpols?|networkpolic(?:y|ies))\b/i;

/** Whether a text may hold such a command. */
export const namesCommand = (text: string): boolean => NAMES_RESOURCE.test(text);

const COMMAND_REASON = "it holds a command that deletes or changes network policies: not evaluated";

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
    if (before !== after) return [openEntry(change, REASON)];
    const [old = "", now = ""] = [base, head].map((entry) =>
      entry?.mode === "file" ? commandsIn(texts.text(entry.id)) : "",
    );
    // One that goes changes nothing.
    return now === "" || old === now ? [] : [openEntry(change, COMMAND_REASON)];
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

function commandsIn(text: string): string {
  if (!NAMES_RESOURCE.test(text) || allNameNamespaces(text)) return "";
  return (plainValues(text) ?? [])
    .flatMap(objectsIn)
    .flatMap((object) => (HARMLESS_KIND.test(typeOf(object).kind) ? [] : commandsBelow(object, 0)))
    .join("\n");
}

const MAX_DEPTH = 24;

/** Texts, and lists of arguments as the command that they make. */
function commandsBelow(value: unknown, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === "string") return COMMAND.test(value) ? [value] : [];
  if (Array.isArray(value)) {
    const words = value.filter((item) => typeof item === "string").join(" ");
    if (COMMAND.test(words)) return [words];
    return value.flatMap((item) => commandsBelow(item, depth + 1));
  }
  if (!isRecord(value)) return [];
  // A container's command and its arguments are one.
  const { command, args } = value;
  if (Array.isArray(command) && Array.isArray(args)) {
    const words = [...command, ...args].join(" ");
    if (COMMAND.test(words)) return [words];
  }
  return Object.values(value).flatMap((child) => commandsBelow(child, depth + 1));
}

/** The fields of a spec or of data, each for itself. */
const partsOf = (value: unknown): readonly unknown[] =>
  isRecord(value) ? Object.entries(value) : [value];

function namesPolicy(value: unknown): boolean {
  if (typeof value === "string") return NAMES_KIND.test(value) || ENCODED.test(value);
  if (Array.isArray(value)) return value.some(namesPolicy);
  return isRecord(value) && Object.values(value).some(namesPolicy);
}

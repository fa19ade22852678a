import type { LedgerEntry } from "../../model/report.ts";
import { isManifestPath } from "../../scope/manifest-paths.ts";
import { objectsIn, plainValues } from "../../scope/plain-values.ts";
import type { FileChange, TextStore } from "../../scope/revision-files.ts";
import { mayHideWords } from "../../scope/text-hints.ts";
import { applyingOf, type Applying } from "./applier-fields.ts";
import { APPLIERS, namesApplier } from "./appliers.ts";

export interface GitopsContext {
  readonly texts: TextStore;
  readonly policyPaths: () => readonly string[];
}

type Reason = Pick<LedgerEntry, "reason" | "decides">;

/** Kustomize plugins that come with it, and JSON patches: they reshape policies without naming the kind. */
const RESHAPES = /^apiVersion: *builtin\b|^- *(?:op|path): /m;
const RESHAPED = /policyTypes|podSelector|\/spec\/(?:in|e)gress|NetworkPolicy|namespace/;

/**
 * Changed objects of Flux, Argo CD and others that decide which manifests are applied, and patches that reshape
 * them. They are not followed yet, so a change that can reach a policy leaves the answer open.
 */
export function reasonOfObjects(
  { path, base, head }: FileChange,
  { texts, policyPaths }: GitopsContext,
): Reason | undefined {
  if (!isManifestPath(path)) return undefined;
  const [before, after] = [base, head].map((entry) =>
    entry?.mode === "file" ? texts.text(entry.id) : "",
  );
  if (before === undefined || after === undefined) return undefined;
  const both = `${before}\n${after}`;
  const appliesPolicies = (): boolean => policyPaths().length > 0;
  if (RESHAPES.test(both) && RESHAPED.test(both) && appliesPolicies())
    return {
      reason: "a patch or transformer that can reshape policies: not applied",
      decides: true,
    };
  if (!mayNameApplier(both) || !appliesPolicies()) return undefined;
  const changed = changedAppliers(
    appliedBy(before, policyPaths()),
    appliedBy(after, policyPaths()),
  );
  if (changed.length === 0) return undefined;
  const decides = changed.some(namesFolder);
  return { reason: "it decides which manifests are applied, and is not followed", decides };
}

/** A group of a known applier, or a folder in an object of a group that is not Kubernetes' own. */
export const mayNameApplier = (text: string): boolean =>
  namesApplier(text) || (FOREIGN_GROUP.test(text) && FOLDER_FIELD.test(text)) || mayHideWords(text);

const FOREIGN_GROUP = /\bapiVersion["']?\s*:\s*["']?(?![\w.-]*k8s\.io\/)[\w-]+\.[\w.-]+\//;
const FOLDER_FIELD = /(?:path|dir|directory|folder)s?["']?\s*:/i;

function changedAppliers(old: readonly Applying[], now: readonly Applying[]): readonly string[] {
  const before = new Set(old.map(({ identity }) => identity));
  // What only makes a namespace takes nothing away from one that was not there.
  const counted = now.filter(
    ({ identity, onlyWhereItWas }) => !onlyWhereItWas || before.has(identity),
  );
  const texts = (appliers: readonly Applying[]): readonly string[] =>
    appliers.map(({ decides }) => decides);
  return differing(texts(old), texts(counted));
}

const differing = (old: readonly string[], now: readonly string[]): readonly string[] => [
  ...old.filter((fields) => !now.includes(fields)),
  ...now.filter((fields) => !old.includes(fields)),
];

/** The objects in a text that apply manifests; the text itself where it cannot be read. */
function appliedBy(text: string, policyPaths: readonly string[]): readonly Applying[] {
  const values = plainValues(text);
  if (values !== undefined)
    return values.flatMap(objectsIn).flatMap((value) => applyingOf(value, policyPaths) ?? []);
  return mayApply(text) ? [{ identity: "", decides: text, onlyWhereItWas: false }] : [];
}

const KIND = new RegExp(
  String.raw`\bkind["']?\s*:\s*["']?(?:${APPLIERS.flatMap(({ kinds }) => kinds ?? []).join("|")})\b`,
);
const FOLDER_CHART = /\bchart["']?\s*:\s*["']?(?:\.|[^\s"']{0,300}\/)/;

/** Whether a text that cannot be read may hold such an object. */
const mayApply = (text: string): boolean =>
  mayHideWords(text) || (namesApplier(text) && (KIND.test(text) || FOLDER_CHART.test(text)));

/** A chart from a registry holds no policy of this repository; a folder can lead on to any. */
const namesFolder = (fields: string): boolean =>
  !fields.includes('"chart":') || fields.includes('"path":');

import { posix } from "node:path";
import { isApplyMark } from "../manifest/apply-marks.ts";
import type { LedgerEntry } from "../model/report.ts";
import { chartOf, isGeneratorPath, isKustomization, isManifestPath } from "./manifest-paths.ts";
import { reasonOfObjects } from "./gitops-ledger.ts";
import { isRecord, plainValues } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";
import { POLICY_KEY } from "./values-ledger.ts";

/** Fields of a kustomization that cannot change what a policy says or whether it applies. */
const HARMLESS = new Set([
  "images",
  "replicas",
  "commonAnnotations",
  "configMapGenerator",
  "secretGenerator",
  "generatorOptions",
  "openapi",
  "buildMetadata",
  "sortOptions",
]);

export interface GraphContext {
  readonly changes: readonly FileChange[];
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  /** Paths of all files, of both revisions, whose text names a policy kind. */
  readonly policyPaths: () => readonly string[];
}

/**
 * Changed files that decide which policies apply, or make policies, without being manifests themselves:
 * kustomizations, Helm charts, generators. They are not rendered, so a change that can reach a policy
 * leaves the answer open.
 */
export function ledgerOfGraph(context: GraphContext): readonly LedgerEntry[] {
  // Those that name a policy themselves first: they are where a reader has to look.
  const names = ({ head, base }: FileChange): number =>
    namesPolicy((head ?? base)?.id, context) ? 0 : 1;
  return context.changes
    .toSorted((a, b) => names(a) - names(b))
    .flatMap((change) => {
      const reason = reasonOf(change, context);
      if (reason === undefined) return [];
      const side = change.head === undefined ? ("base" as const) : ("head" as const);
      return [{ path: change.path, side, ...reason }];
    });
}

function reasonOf(
  change: FileChange,
  context: GraphContext,
): Pick<LedgerEntry, "reason" | "decides"> | undefined {
  const { path } = change;
  if (isKustomization(path)) return reasonOfKustomization(change, context);
  const chart = chartOf(path, context.charts);
  if (chart !== undefined) {
    const folder = chart === "." ? "" : `${chart}/`;
    const appears = change.base === undefined || change.head === undefined;
    // A chart that comes or goes changes who applies the manifests around it.
    const templates = /(?:^|\/)Chart\.yaml$/.test(path) && appears ? folder : `${folder}templates/`;
    if (!context.policyPaths().some((policy) => policy.startsWith(templates))) return undefined;
    return {
      reason: `part of the Helm chart in ${chart}, whose templates hold policies: not rendered`,
      decides: true,
    };
  }
  if (
    isGeneratorPath(path) &&
    [change.base, change.head].some((entry) => namesPolicy(entry?.id, context))
  )
    return { reason: "names a network policy in a language that is not evaluated", decides: true };
  return reasonOfObjects(change, context);
}

const namesPolicy = (id: string | undefined, { texts }: GraphContext): boolean =>
  id !== undefined && (texts.hints(id).policy || POLICY_KEY.test(texts.text(id)));

function reasonOfKustomization(
  { path, base, head }: FileChange,
  { texts, policyPaths }: GraphContext,
): Pick<LedgerEntry, "reason" | "decides"> | undefined {
  const before = readKustomization(base === undefined ? "" : texts.text(base.id));
  const after = readKustomization(head === undefined ? "" : texts.text(head.id));
  if (before !== undefined && after !== undefined && before.effect === after.effect)
    return undefined;
  const folder = posix.dirname(path);
  const reached = [".", ...(before?.paths ?? []), ...(after?.paths ?? [])].map((target) =>
    posix.normalize(posix.join(folder, target)),
  );
  const holdsPolicy = policyPaths().some((policy) =>
    reached.some(
      (target) => target === "." || policy === target || policy.startsWith(`${target}/`),
    ),
  );
  // A folder or a remote base can lead on to anything, whatever its name ends in.
  const leadsOn =
    reached.slice(1).some((target) => !isManifestPath(target)) ||
    remotesOf(before) !== remotesOf(after) ||
    before?.makers !== after?.makers;
  const isRead = before !== undefined && after !== undefined;
  const decides = holdsPolicy || (leadsOn && policyPaths().length > 0) || !isRead;
  return {
    reason: "a kustomization that changed: not built, its manifests were read as they stand",
    decides,
  };
}

/** Annotations for everything can say that a tool leaves it out; generated values can hold policies. */
const mayStop = (key: string, value: unknown): boolean =>
  key === "commonAnnotations"
    ? isRecord(value) && Object.keys(value).some(isApplyMark)
    : key.endsWith("Generator") && /values|polic/i.test(JSON.stringify(value));

interface Kustomization {
  /** Everything in it that can reach a policy, as text. */
  readonly effect: string;
  readonly paths: readonly string[];
  /** What makes or reshapes objects, as text. */
  readonly makers: string;
}

/** Manifests from elsewhere, whatever their version: as with charts, a newer one is not this repository's. */
const remotesOf = (kustomization: Kustomization | undefined): string =>
  (kustomization?.paths ?? [])
    .filter((path) => path.includes("://"))
    .map((path) => path.replaceAll(/v?\d{1,20}\.\d[\w.+-]{0,100}(?=\/|$)/g, "#"))
    .toSorted()
    .join("\n");

const MAKERS = new Set([
  "generators",
  "transformers",
  "components",
  "validators",
  "commonAnnotations",
  "configMapGenerator",
  "secretGenerator",
]);

/** Undefined where it cannot be read. */
function readKustomization(text: string): Kustomization | undefined {
  const values = plainValues(text);
  if (values === undefined) return undefined;
  // kustomize refuses a second document.
  if (values.length > 1) return undefined;
  const [value = {}] = values;
  if (!isRecord(value)) return values.length === 0 || value === null ? EMPTY : undefined;
  const entries = Object.entries(value).filter(
    ([key, child]) => !HARMLESS.has(key) || mayStop(key, child),
  );
  const paths = entries
    .filter(([key]) => ["resources", "bases", "components"].includes(key))
    .flatMap(([, list]) => (Array.isArray(list) ? list : []))
    .filter((item): item is string => typeof item === "string");
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const makers = JSON.stringify(sorted.filter(([key]) => MAKERS.has(key)));
  return { effect: JSON.stringify(sorted), paths, makers };
}

const EMPTY: Kustomization = { effect: "[]", paths: [], makers: "[]" };

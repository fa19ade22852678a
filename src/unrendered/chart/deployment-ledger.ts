import type { LedgerEntry } from "../../model/report.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";
import { policyValues } from "../values-ledger.ts";
import type { ChartModel } from "./chart-model.ts";
import { valuesRead, type KeyPath } from "./templates.ts";
import { valuesAt, valuesIn, withoutHarmless } from "./values-at.ts";
import { actionsIn, withoutActions } from "./templated-values.ts";

interface DeploymentContext {
  readonly texts: TextStore;
  readonly policies: PolicyWords;
  readonly model: ChartModel;
  /** The files of helmfile and its like, and the templates of values, of both revisions. */
  readonly deployments: readonly FileVersion[];
}

const NAMED = /(?:^|\/)(?:helmfile[^/]*|skaffold|fleet)\.ya?ml(?:\.gotmpl)?$/;
const IN_FOLDER = /(?:^|\/)helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?$/;
/** A part of a helmfile has any name; only beside a helmfile is it one. */
const PART = /^(?:releases|helmfiles|environments|bases)\s*:/m;

/** Asked of every path, and few have one of the words. */
export const isDeployment = (path: string): boolean =>
  (path.includes("helmfile") || path.includes("skaffold") || path.includes("fleet")) &&
  (NAMED.test(path) || IN_FOLDER.test(path));

export const isValuesTemplate = (path: string): boolean => path.endsWith(".gotmpl");

const FIELDS = [
  "helmfiles",
  "bases",
  "templates",
  "environments",
  "manifests",
  "deploy",
  "helm",
  "kustomize",
  "targetCustomizations",
  // Of Fleet, whose file stands beside the manifests that it applies.
  "namespace",
  "defaultNamespace",
  "namespaceLabels",
  "overrideTargets",
  "paused",
  "yaml",
  "diff",
];

/**
 * Changed files of helmfile and other tools that say which manifests and charts are applied, and with which values,
 * and the values that such files read themselves.
 */
export function ledgerOfDeployments(
  changes: readonly FileChange[],
  context: DeploymentContext,
): readonly LedgerEntry[] {
  const { texts, policies, deployments } = context;
  if (!policies.any) return [];
  const helmfiles = deployments.filter(({ path }) => isDeployment(path));
  if (helmfiles.length === 0) return [];
  let read: readonly KeyPath[] | undefined;
  return changes.flatMap((change) => {
    const { path } = change;
    const [before, after] = textsOf(change, texts);
    const isPart = /\.ya?ml(?:\.gotmpl)?$/.test(path) && PART.test(`${before}\n${after}`);
    if (isDeployment(path) || isPart)
      return deployed(before) === deployed(after)
        ? []
        : [openEntry(change, "it decides which manifests are applied, and is not followed")];
    if (!/\.ya?ml(?:\.gotmpl)?$/.test(path)) return [];
    read ??= valuesOfEnvironments(helmfiles, context);
    const [old, now] = [before, after].map(valuesIn);
    if (old === undefined || now === undefined || read.length === 0) return [];
    const options = { nested: false };
    return valuesAt(old, read, options) === valuesAt(now, read, options)
      ? []
      : [openEntry(change, "values by which a helmfile installs charts changed: not followed")];
  });
}

/** What such a file deploys from this repository, without versions and without values: those are compared as such. */
function deployed(text: string): string {
  const { text: bare, actions } = withoutActions(text);
  const values = text.includes("{{") ? plainValues(bare) : plainValues(text);
  // Versions aside, nobody knows what the lines of a template make.
  if (values === undefined) return text.replaceAll(/^[ \t]*(?:version|tag)[ \t]*:.*$/gm, "");
  return JSON.stringify([
    actions,
    values.flatMap((value) => [
      ...FIELDS.map((field) => withoutHarmless(valueAt(value, field), 0)),
      ...releasesIn(value),
    ]),
  ]);
}

const REGISTRY = /^[\w-]+\/[\w-]+$|^oci:\/\//;
/** What changes the manifests of any chart. */
const PATCHES = ["strategicMergePatches", "jsonPatches", "transformers", "postRenderer"];
/** What a release says beside the chart itself. */
const NEUTRAL = new Set(["version", "set", "setString", "labels", "wait", "timeout", "atomic"]);

function releasesIn(value: unknown): readonly unknown[] {
  const releases = valueAt(value, "releases");
  if (!Array.isArray(releases)) return [releases];
  return releases.filter(isRecord).flatMap((release) => {
    // A chart from a registry holds no policy of this repository.
    if (REGISTRY.test(String(release["chart"])))
      return PATCHES.flatMap((key) => (release[key] === undefined ? [] : [[key, release[key]]]));
    return [
      Object.entries(release)
        .filter(([key]) => !NEUTRAL.has(key))
        .map(([key, child]) => [
          key,
          Array.isArray(child) ? child.filter((item) => !isRecord(item)) : child,
        ])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ];
  });
}

/** The values that helmfiles read: conditions of releases, and what they and their values' templates name. */
function valuesOfEnvironments(
  helmfiles: readonly FileVersion[],
  { texts, deployments, model }: DeploymentContext,
): readonly KeyPath[] {
  const inHelmfiles = helmfiles.map(({ id }) => texts.text(id));
  const conditions = inHelmfiles.flatMap((text) =>
    [...text.matchAll(CONDITION)].map(([, path = ""]) => path.split(".")),
  );
  const inTemplates = deployments
    .filter(({ path }) => isValuesTemplate(path) && !isDeployment(path))
    .map(({ id }) => {
      const text = texts.text(id);
      const found = valuesIn(text);
      const read =
        found === undefined ? text : valuesAt(found, model.policyValues(), { nested: true });
      return `${actionsIn(read)}\n${actionsIn(policyValues(withoutActions(text).text))}\n${read}`;
    });
  return [...conditions, ...valuesRead([...inHelmfiles, ...inTemplates].join("\n"))];
}

const CONDITION = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*["']?([\w.-]+)/gm;

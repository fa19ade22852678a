import type { RuleId } from "../check/rules.ts";
import type { Finding, NamespaceReport } from "../model/report.ts";
import { warnOnlyMark } from "./configuration.ts";
import { isAccepted, losesDefaultDeny, opensMetadata, type Facts } from "./facts.ts";
import { count, joinPhrases, name, NOTHING, prose, say, type Phrase } from "./phrase.ts";

/** The first line of every output: what was done and the worst thing that came of it. */
export const headline = (facts: Facts): Phrase =>
  facts.report.mode === "scan"
    ? say`NetworkPolicy scan of ${name(facts.report.head.name)}${warnOnlyMark(facts.report)}: ${scanResult(facts)}`
    : say`NetworkPolicy review${warnOnlyMark(facts.report)}: ${diffResult(facts)}`;

/** The sentence below the headline, where the answer needs no table. */
export function answer(facts: Facts): Phrase {
  const { report, isProvedUnchanged, isUnchangedWhereRead, workloads } = facts;
  if (report.verdict === "undecided" && isUnchangedWhereRead)
    return say`All that could be read allows the same traffic as before.`;
  const { filesChanged, filesRead, namespaces } = report.statistics;
  if (report.mode === "scan" && namespaces === 0)
    return say`No namespace was found, and no policy: ${count(filesRead, "file")} read.`;
  if (!isProvedUnchanged) return NOTHING;
  // Nothing was compared, so nothing is known about the policies that stand.
  if (namespaces === 0 && report.scopes.length === 0)
    return say`Nothing that bears on network policy changed: ${count(filesChanged, "file")} changed.`;
  const moving = describeWorkloads(workloads);
  // Who is new has flows that nobody had, whatever the policies say.
  return moving === NOTHING
    ? say`Proved for any pod: ${count(filesChanged, "file")} changed, ${identical(namespaces)}.`
    : say`No policy changed what it allows: ${count(filesChanged, "file")} changed. ${moving}.`;
}

const SHOWN_WORKLOADS = 3;

/** `New workloads: shop/web[Deployment]; gone: shop/api[Deployment]`. */
function describeWorkloads({ new: came, gone, more }: Facts["workloads"]): Phrase {
  const list = (names: readonly string[]): Phrase =>
    joinPhrases(
      names.slice(0, SHOWN_WORKLOADS).map((each) => say`${name(each)}`),
      say`, `,
    );
  const hidden =
    more + [came, gone].reduce((sum, { length }) => sum + Math.max(0, length - SHOWN_WORKLOADS), 0);
  const parts = [
    came.length === 0 ? NOTHING : say`new workloads: ${list(came)}`,
    gone.length === 0 ? NOTHING : say`workloads gone: ${list(gone)}`,
    hidden === 0 ? NOTHING : say`${hidden} more`,
  ];
  return parts.every((part) => part === NOTHING)
    ? NOTHING
    : say`Not compared, because they stand at one revision only: ${joinPhrases(parts, say`; `)}`;
}

function identical(namespaces: number): Phrase {
  if (namespaces === 0) return say`no namespace that was compared holds a policy`;
  const all =
    namespaces === 1
      ? say`the one namespace that has policies`
      : say`all ${namespaces} namespaces that have policies`;
  return say`allowed traffic is identical in ${all}`;
}

function diffResult(facts: Facts): Phrase {
  switch (facts.report.verdict) {
    case "fail":
      return failure(facts);
    case "undecided":
      return say`could not decide`;
    case "pass":
      return facts.isProvedUnchanged ? noFlowChanges(facts) : changes(facts);
  }
}

const changedNamespaces = ({ scopes }: Facts): readonly NamespaceReport[] =>
  scopes.flatMap(({ changed }) => changed);

/** What a gate watches in a namespace, and how it got lost. */
interface Guard {
  readonly rule: RuleId;
  readonly isLost: (namespace: NamespaceReport) => boolean;
}
const DENY: Guard = { rule: "NP001", isLost: losesDefaultDeny };
const METADATA: Guard = { rule: "NP002", isLost: opensMetadata };

/** The namespaces that fail the check by a gate; what the configuration lets pass is not why it fails. */
const failingNames = ({ scopes, gating }: Facts, { rule, isLost }: Guard): readonly string[] => {
  const failing = new Set(
    gating
      .filter((finding) => finding.rule === rule)
      .map(({ scope, namespace = "" }) => `${scope} ${namespace}`),
  );
  return distinctNames(
    scopes.flatMap(({ scope, changed }) =>
      changed.filter((each) => isLost(each) && failing.has(`${scope.name} ${each.name}`)),
    ),
  );
};

function failure(facts: Facts): Phrase {
  const deny = failingNames(facts, DENY);
  const metadata = failingNames(facts, METADATA);
  const [firstDeny] = deny;
  const [firstMetadata] = metadata;
  if (firstDeny !== undefined && same(deny, metadata))
    return say`default-deny weakened and metadata block lost ${inNamespaces(deny)}`;
  if (firstDeny !== undefined || firstMetadata !== undefined)
    return joinPhrases(
      [
        metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`,
        deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`,
      ],
      say`; `,
    );
  const [first, ...others] = facts.gating;
  if (first === undefined) return say`failed`;
  return others.length === 0
    ? say`${prose(first.message)}`
    : say`${prose(first.message)} (and ${others.length} more)`;
}

/** `in payments`, `in payments and 2 other namespaces`. */
function inNamespaces(labels: readonly string[]): Phrase {
  const [first = "", ...others] = labels;
  return others.length === 0
    ? say`in ${name(first)}`
    : say`in ${name(first)} and ${count(others.length, "other namespace")}`;
}

/** The same namespace may stand in several scopes. */
const distinctNames = (namespaces: readonly NamespaceReport[]): readonly string[] => [
  ...new Set(namespaces.map(({ label }) => label)),
];

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((label) => b.includes(label));

function noFlowChanges(facts: Facts): Phrase {
  const { new: came, gone, more } = facts.workloads;
  const what =
    came.length + gone.length + more === 0 ? say`no flow changes` : say`no policy changes a flow`;
  return joinPhrases([what, decommissioned(facts)], say`; `);
}

function changes(facts: Facts): Phrase {
  const { opened, closed, masked } = facts.flows;
  const { possible, narrowed } = facts.aside;
  const amounts = [
    opened === 0 ? say`no flow opened` : say`${count(opened, "flow")} opened`,
    closed === 0 ? NOTHING : say`${closed} closed`,
    masked === 0 ? NOTHING : say`${masked} masked`,
    possible === 0 ? NOTHING : say`${possible} for pods that are not there today`,
    narrowed === 0 ? NOTHING : say`${narrowed} narrower on one side only`,
  ];
  const what =
    opened + closed + masked + possible + narrowed === 0
      ? namespacesOnly(changedNamespaces(facts))
      : joinPhrases(amounts, say`, `);
  return joinPhrases([what, guards(facts), notFailing(facts), decommissioned(facts)], say`; `);
}

/** What became of namespaces without a flow that changed for certain. */
function namespacesOnly(changed: readonly NamespaceReport[]): Phrase {
  const isUnknown = ({ state, ingress, egress }: NamespaceReport): boolean =>
    state === "kept" && (ingress === "unknown" || egress === "unknown");
  const unknown = distinctNames(changed.filter(isUnknown));
  return changed.length > 0 && changed.every(isUnknown)
    ? say`no known flow changes, not all known ${inNamespaces(unknown)}`
    : say`${count(changed.length, "namespace")} changed`;
}

/** What a gate watches and lost, where the configuration lets that pass. */
function notFailing(facts: Facts): Phrase {
  const namespaces = changedNamespaces(facts);
  const deny = distinctNames(namespaces.filter(losesDefaultDeny));
  const metadata = distinctNames(namespaces.filter(opensMetadata));
  const lost = [
    metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`,
    deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`,
  ].filter((words) => words.length > 0);
  return lost.length === 0 ? NOTHING : say`${joinPhrases(lost, say` and `)}, as configured`;
}

/** What the gates watch and found as it was: said only of what there was to lose. */
function guards({ report }: Facts): Phrase {
  const namespaces = report.scopes
    .flatMap((scope) => scope.namespaces)
    .filter(({ state }) => state === "kept");
  const deny = new Set(
    namespaces.flatMap(({ defaultDeny }) => [defaultDeny.ingress, defaultDeny.egress]),
  );
  const metadata = new Set(namespaces.map((namespace) => namespace.metadata));
  const denyKept =
    !deny.has("weakened") && !deny.has("unknown") && (deny.has("kept") || deny.has("partial"));
  const metadataKept =
    !metadata.has("opened") && !metadata.has("unknown") && metadata.has("blocked");
  if (denyKept && metadataKept) return say`default-deny and metadata block kept`;
  if (denyKept) return say`default-deny kept`;
  return metadataKept ? say`metadata block kept` : NOTHING;
}

function decommissioned(facts: Facts): Phrase {
  const gone = distinctNames(
    changedNamespaces(facts).filter(({ state }) => state === "decommissioned"),
  );
  const [first] = gone;
  if (first === undefined) return NOTHING;
  return gone.length === 1
    ? say`namespace ${name(first)} decommissioned`
    : say`${gone.length} namespaces decommissioned`;
}

function scanResult({ report, gating, deciding, accepted }: Facts): Phrase {
  const { namespaces, policiesRead } = report.statistics;
  const open = report.findings.filter((finding) => !isAccepted(finding));
  return joinPhrases(
    [
      count(namespaces, "namespace"),
      count(policiesRead, "policy", "policies"),
      open.length === 0 ? say`no findings` : countLevels(open),
      gating.length === 0 ? NOTHING : say`${gating.length} of them fail the check`,
      accepted.length === 0 ? NOTHING : say`${accepted.length} accepted`,
      deciding.length === 0 ? NOTHING : say`${deciding.length} not decided`,
    ],
    say`, `,
  );
}

/** How grave they are matters more than how many. */
function countLevels(findings: readonly Finding[]): Phrase {
  const amounts = (["error", "warning", "note"] as const).map((level) => {
    const amount = findings.filter((finding) => finding.level === level).length;
    return amount === 0 ? NOTHING : count(amount, level);
  });
  return joinPhrases(amounts, say`, `);
}

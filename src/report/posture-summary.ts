import { groupBy } from "../model/group-by.ts";
import { severityOf } from "../check/rule-details.ts";
import type { Finding, NamespaceReport } from "../model/report.ts";
import { count, joinPhrases, NOTHING, say, type Phrase } from "./phrase.ts";

/** Higher is worse: whoever may come in weighs more than where pods may go. */
function weightOf({ defaultDeny, metadata, dns, exposure }: NamespaceReport): number {
  const isOpen = { kept: 0, partial: 1, none: 2 } as const;
  const open = (state: string): number =>
    state in isOpen ? isOpen[state as keyof typeof isOpen] : 0;
  const reach = { none: 0, "some-ports": 1, "every-port": 2 } as const;
  return [
    open(defaultDeny.ingress),
    reach[exposure?.fromInternet ?? "none"],
    metadata === "reachable" ? 1 : 0,
    open(defaultDeny.egress),
    reach[exposure?.fromAllNamespaces ?? "none"],
    reach[exposure?.toInternet ?? "none"],
    dns === "blocked" || dns === "partial" ? 1 : 0,
  ].reduce((sum, digit) => sum * 3 + digit, 0);
}

/** Worst first; equals stay in order of their names. */
export const byPosture = (namespaces: readonly NamespaceReport[]): readonly NamespaceReport[] =>
  namespaces.toSorted((a, b) => weightOf(b) - weightOf(a));

/** Namespaces that stand alike, the worst first: of hundreds, a handful of groups remains. */
export const groupPostures = (
  namespaces: readonly NamespaceReport[],
): readonly (readonly NamespaceReport[])[] => [
  ...groupBy(byPosture(namespaces), ({ defaultDeny, metadata, dns, exposure }) =>
    JSON.stringify([
      [defaultDeny.ingress, defaultDeny.egress, metadata, dns],
      [exposure?.fromInternet, exposure?.fromAllNamespaces, exposure?.toInternet],
    ]),
  ).values(),
];

/** One sentence for all of them. */
export function postureSummary(namespaces: readonly NamespaceReport[]): Phrase {
  const amount = (holds: (namespace: NamespaceReport) => boolean): number =>
    namespaces.filter(holds).length;
  const all = namespaces.length;
  const ingress = amount(({ defaultDeny }) => defaultDeny.ingress === "kept");
  const egress = amount(({ defaultDeny }) => defaultDeny.egress === "kept");
  const metadata = amount((namespace) => namespace.metadata === "reachable");
  const mute = amount(({ dns }) => dns === "blocked" || dns === "partial");
  const inbound = amount(
    ({ defaultDeny, exposure }) =>
      defaultDeny.ingress === "kept" && (exposure?.fromInternet ?? "none") !== "none",
  );
  return say`Of ${count(all, "namespace")}, ${ingress} isolate all pods for ingress and ${egress} for egress; ${joinPhrases(
    [
      say`the metadata service is reachable from ${metadata}`,
      inbound === 0 ? NOTHING : say`rules open ${inbound} to the internet`,
      mute === 0 ? NOTHING : say`names cannot be resolved in ${mute}`,
    ],
    say`, `,
  )}.`;
}

/** Findings of one rule. */
export interface RuleGroup {
  readonly rule: string;
  readonly level: Finding["level"];
  readonly findings: readonly Finding[];
}

const LEVELS: readonly Finding["level"][] = ["error", "warning", "note"];

/** Findings by rule and level, worst first: the same fault in hundreds of namespaces is one thing to read. */
export const groupByRule = (findings: readonly Finding[]): readonly RuleGroup[] =>
  [...groupBy(findings, ({ rule, level }) => `${level} ${rule}`).values()]
    .flatMap((ofRule) => {
      const [first] = ofRule;
      return first === undefined
        ? []
        : [{ rule: first.rule, level: first.level, findings: ofRule }];
    })
    .toSorted(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        severityOf(b.rule) - severityOf(a.rule) ||
        (a.rule < b.rule ? -1 : 1),
    );

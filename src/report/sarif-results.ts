import { groupBy } from "../model/group-by.ts";
import { listFirst } from "../model/list-first.ts";
import { severityOf } from "../check/rule-details.ts";
import { RULES, type Rule } from "../check/rules.ts";
import type { Finding, Fix } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { plainText } from "./escape.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import { isAccepted } from "./facts.ts";
import { createLineHashes } from "./line-hash.ts";
import { formatPlace } from "./place.ts";
import type { StatedFinding } from "./sarif-baseline.ts";
import { MAX_MERGED, MAX_REPLACEMENT } from "./sarif-limits.ts";
import { artifactOf, physicalLocationOf } from "./sarif-location.ts";
import type { Placed, TextAtHead } from "./sarif-places.ts";
import { ruleIndexOf } from "./sarif-rules.ts";
import { messageOf, sarifText } from "./sarif-text.ts";

/** A finding with the place where it is shown. */
export interface PlacedFinding extends StatedFinding, Placed {}

const LEVELS: readonly Finding["level"][] = ["error", "warning", "note"];

/**
 * The results, worst first. Code scanning makes one alert of what has one rule and one line, and would show one
 * message of several: so those are one result, which also keeps what many scopes share from being told many times.
 */
export function describeResults(
  findings: readonly PlacedFinding[],
  { textAtHead, manyScopes }: { readonly textAtHead: TextAtHead; readonly manyScopes: boolean },
): readonly object[] {
  const hashAt = createHasher(textAtHead);
  const sorted = findings.toSorted(compareFindings);
  const fingerprints = fingerprintsOf(sorted.map(({ finding }) => finding));
  const groups = groupBy(sorted, ({ finding, span }) =>
    JSON.stringify([finding.rule, span.path, span.startLine]),
  );
  // The first of each group is the worst of it, so that the groups are in order too.
  return [...groups.values()].flatMap((all) => {
    // One that is accepted must not hide another in the same place.
    const open = all.filter(({ finding }) => !isAccepted(finding));
    const group = open.length === 0 ? all : open;
    const [first] = group;
    if (first === undefined) return [];
    const { finding, state, span } = first;
    const own = fingerprints.get(finding) ?? "";
    const fixes = group.flatMap((one) => (one.finding.fix === undefined ? [] : [one.finding.fix]));
    const ruleIndex = ruleIndexOf(finding.rule);
    return [
      {
        ruleId: plainText(finding.rule),
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        level: finding.level,
        message: messageOf(textOf(group, manyScopes)),
        locations: [
          {
            physicalLocation: physicalLocationOf(span),
            logicalLocations: logicalLocationsOf(group),
          },
        ],
        partialFingerprints: {
          primaryLocationLineHash: hashAt(span) ?? own,
          "netpolReviewFinding/v1": own,
        },
        ...(state === undefined
          ? {}
          : { baselineState: group.some((one) => one.state === "new") ? "new" : state }),
        ...describeFixes(fixes),
        ...describeSuppressions(group),
      },
    ];
  });
}

/** Worst first: what nobody answers for, by level, what is new, severity; then by place, so that the order never depends on chance. */
const compareFindings = (a: PlacedFinding, b: PlacedFinding): number =>
  Number(isAccepted(a.finding)) - Number(isAccepted(b.finding)) ||
  LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) ||
  Number(b.state === "new") - Number(a.state === "new") ||
  severityOf(b.finding.rule) - severityOf(a.finding.rule) ||
  compareText(a.span.path, b.span.path) ||
  a.span.startLine - b.span.startLine ||
  a.span.startColumn - b.span.startColumn ||
  compareText(a.finding.rule, b.finding.rule) ||
  compareText(a.finding.scope, b.finding.scope) ||
  compareText(a.finding.message, b.finding.message);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was found, in plain lines: each message once, where it was if it is gone, and help of its own. */
function textOf(group: readonly PlacedFinding[], manyScopes: boolean): string {
  const byText = groupBy(group, ({ finding, was }) => {
    const { message, rule, help } = finding;
    const gone = was === undefined ? "" : `\n${sarifText(`It was at ${formatPlace(was)}.`)}`;
    const isOwn = help !== undefined && help !== defaultHelp(rule);
    return `${sarifText(message)}${gone}${isOwn ? `\nFix: ${sarifText(help)}` : ""}`;
  });
  const texts = [...byText].map(([text, same]) => {
    const scopes = [...new Set(same.map(({ finding }) => finding.scope))];
    return manyScopes ? `${text}\n${sarifText(describeScopes(scopes))}` : text;
  });
  const left = texts.length - MAX_MERGED;
  const more = left > 0 ? [`And ${left} more of this kind in this place.`] : [];
  return [...texts.slice(0, MAX_MERGED), ...more].join("\n") || "(no message)";
}

const defaultHelp = (rule: string): string | undefined => {
  const table: Readonly<Record<string, Rule>> = RULES;
  return table[rule]?.help;
};

const SHOWN_SCOPES = 3;

function describeScopes(scopes: readonly string[]): string {
  const word = scopes.length === 1 ? "Scope" : "Scopes";
  return `${word}: ${listFirst(SHOWN_SCOPES, scopes)}.`;
}

/** The namespaces that a result is about, by scope. */
function logicalLocationsOf(group: readonly PlacedFinding[]): readonly object[] {
  const names = new Set(
    group.map(({ finding: { scope, namespace = "" } }) => sarifText(`${scope}/${namespace}`)),
  );
  return [...names].slice(0, MAX_MERGED).map((fullyQualifiedName) => ({
    fullyQualifiedName,
    kind: "namespace",
  }));
}

/** What somebody answers for, by whom and until when. */
function describeSuppressions(group: readonly PlacedFinding[]): object {
  const reasons = group.flatMap(({ finding: { accepted } }) =>
    accepted === undefined
      ? []
      : [sarifText(`${accepted.reason} (${accepted.owner}, until ${accepted.expires})`)],
  );
  if (reasons.length === 0) return {};
  return {
    suppressions: [...new Set(reasons)].slice(0, MAX_MERGED).map((justification) => ({
      kind: "external",
      status: "accepted",
      justification,
    })),
  };
}

function describeFixes(fixes: readonly Fix[]): object {
  const described = fixes
    .filter(({ replacement, path }) => path !== "" && replacement.length <= MAX_REPLACEMENT)
    .map(({ title, path, startLine, endLine, replacement }) => ({
      description: messageOf(sarifText(title)),
      artifactChanges: [
        {
          artifactLocation: artifactOf(path),
          replacements: [
            {
              // Without columns: whole lines, without the line break after the last one.
              deletedRegion: { startLine, endLine },
              insertedContent: { text: replacement },
            },
          ],
        },
      ],
    }));
  return described.length === 0 ? {} : { fixes: described };
}

/** The hash of the line on which a result is shown; each file is looked at once. */
function createHasher(textAtHead: TextAtHead): (span: Span) => string | undefined {
  const files = new Map<string, (line: number) => string | undefined>();
  return ({ path, startLine }) => {
    let hashOf = files.get(path);
    if (hashOf === undefined) {
      const text = textAtHead(path);
      hashOf = text === undefined ? () => undefined : createLineHashes(text);
      files.set(path, hashOf);
    }
    return hashOf(startLine);
  };
}

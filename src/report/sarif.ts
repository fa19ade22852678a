import { gzipSync } from "node:zlib";
import type { Finding, Report, Standing } from "../model/report.ts";
import { VERSION } from "../version.ts";
import { inertJson } from "./json.ts";
import { statedFindings } from "./sarif-baseline.ts";
import { MAX_GZIP_BYTES, MAX_RESULTS, SARIF_CATEGORY } from "./sarif-limits.ts";
import { URI_BASES } from "./sarif-location.ts";
import { describeNotifications, NOTIFICATIONS } from "./sarif-notifications.ts";
import { createPlacer, type TextAtHead } from "./sarif-places.ts";
import { describeResults, type PlacedFinding } from "./sarif-results.ts";
import { describeRules } from "./sarif-rules.ts";
import { plainText } from "./escape.ts";

export interface SarifOptions {
  /** The category of code scanning; {@link SARIF_CATEGORY} unless set. */
  readonly category?: string;
  /** Of a change: what stands at its two revisions. Without it, only what the change itself does is told. */
  readonly standing?: Standing;
  readonly textAtHead?: TextAtHead;
  /** The web address of the repository that was read. */
  readonly repositoryUri?: string;
  /** The web address of docs/rules.md. */
  readonly rulesUrl?: string;
  /** The web address of this program. */
  readonly projectUrl?: string;
}

/**
 * Everything before the last slash is the category in which code scanning compares analyses. It is the same for
 * branches and pull requests: otherwise a pull request would be compared with nothing.
 */
const RUN_NAMES: Readonly<Record<Report["mode"], string>> = {
  scan: "scan",
  diff: "pull-request",
};

/**
 * The findings at head as SARIF 2.1.0, for code scanning: the same for the same report, whatever fails the check.
 */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  const { standing, textAtHead = () => undefined } = options;
  const place = createPlacer(report, standing, textAtHead);
  const placed: PlacedFinding[] = [];
  const unplaced: Finding[] = [];
  for (const stated of statedFindings(report, standing)) {
    const found = place(stated.finding);
    if (found === undefined) unplaced.push(stated.finding);
    else placed.push({ ...stated, ...found });
  }
  const manyScopes =
    new Set([...report.scopes, ...(standing?.head.scopes ?? [])].map(({ name }) => name)).size > 1;
  const all = describeResults(placed, { textAtHead, manyScopes });

  for (let kept = Math.min(all.length, MAX_RESULTS); ; kept = Math.floor(kept / 2)) {
    const notifications = describeNotifications({
      report,
      standing,
      unplaced,
      results: { all: all.length, kept },
    });
    const log = describeLog(report, { results: all.slice(0, kept), notifications, options });
    const text = inertJson(JSON.stringify(log, undefined, 1));
    if (kept === 0 || fits(text)) return text;
  }
}

const fits = (text: string): boolean =>
  // Text only shrinks.
  text.length * 3 <= MAX_GZIP_BYTES || gzipSync(text).length <= MAX_GZIP_BYTES;

interface LogParts {
  readonly results: readonly object[];
  readonly notifications: readonly object[];
  readonly options: SarifOptions;
}

function describeLog(report: Report, { results, notifications, options }: LogParts): object {
  const { category = SARIF_CATEGORY, rulesUrl, repositoryUri, projectUrl } = options;
  const { commit } = report.head;
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "netpol-review",
            version: VERSION,
            semanticVersion: VERSION,
            ...(projectUrl === undefined ? {} : { informationUri: projectUrl }),
            rules: describeRules(rulesUrl),
            notifications: NOTIFICATIONS,
          },
        },
        automationDetails: { id: `${category}/${RUN_NAMES[report.mode]}` },
        // The run itself went well: what it could not analyse is told one by one.
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        ...(repositoryUri === undefined || commit === undefined
          ? {}
          : {
              versionControlProvenance: [
                {
                  repositoryUri,
                  revisionId: plainText(commit),
                  mappedTo: { uriBaseId: Object.keys(URI_BASES)[0] },
                },
              ],
            }),
        originalUriBaseIds: URI_BASES,
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

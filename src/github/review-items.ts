import type { Finding, Fix, FlowRow, Report } from "../model/report.ts";
import type { Side, Span } from "../model/span.ts";
import { fingerprintsOf, flowFingerprintsOf } from "../report/fingerprint.ts";
import { findingLine, flowLine } from "../report/line-comment.ts";

/** Something that may be said at a line. */
export interface ReviewItem {
  readonly fingerprint: string;
  readonly text: string;
  readonly help?: string;
  readonly fix?: Fix;
  readonly place?: { readonly span: Span; readonly side: Side };
  /** Whether it is worth a comment of its own: the others have their row in the one comment. */
  readonly isWorthy: boolean;
}

/**
 * Everything that may be said at a line, worst first: findings that fail the check, other errors, opened
 * flows, warnings, the rest.
 */
export function reviewItems(report: Report): readonly ReviewItem[] {
  // What was not read may refute what rests on the absence of a policy.
  const isDoubtful = report.ledger.some(({ decides }) => decides);
  const ofFindings = fingerprintsOf(report.findings);
  const ofFlows = flowFingerprintsOf(report);
  // What somebody answers for is done with, as if it were gone.
  const unanswered = report.findings.filter(({ accepted }) => accepted === undefined);
  const findings = unanswered.map((finding): Ranked => {
    const { location: span, side = "head", help, fix } = finding;
    return {
      rank: rankOfFinding(finding),
      fingerprint: ofFindings.get(finding) ?? "",
      text: findingLine(finding),
      ...(help === undefined ? {} : { help }),
      ...(fix === undefined ? {} : { fix }),
      ...(span === undefined ? {} : { place: { span, side } }),
      isWorthy:
        finding.gate || (finding.level !== "note" && !(isDoubtful && finding.certain === false)),
    };
  });
  const flows = report.scopes
    .flatMap((scope) => scope.flows)
    .filter(({ change }) => change === "opened")
    .map((flow): Ranked => {
      const { base, head } = flow.blame;
      const place =
        head === undefined ? base && atBase(base) : { span: head, side: "head" as const };
      return {
        rank: 2,
        fingerprint: ofFlows.get(flow) ?? "",
        text: flowLine(flow),
        ...(flow.fix === undefined ? {} : { fix: flow.fix }),
        ...(place === undefined ? {} : { place }),
        isWorthy: !isDoubtful && isWorthyFlow(flow),
      };
    });
  return [...findings, ...flows].toSorted((a, b) => a.rank - b.rank);
}

interface Ranked extends ReviewItem {
  readonly rank: number;
}

const atBase = (span: Span): ReviewItem["place"] => ({ span, side: "base" });

function rankOfFinding({ gate, level }: Finding): number {
  if (gate) return 0;
  return { error: 1, warning: 3, note: 4 }[level];
}

/**
 * A pull request that opens what it says it opens should not collect a thread for each row: where
 * conversations have to be resolved before the merge, all of them would stand in the way.
 */
function isWorthyFlow({ fix, risk }: FlowRow): boolean {
  switch (risk) {
    case "metadata":
    case "from-internet":
    case "to-internet":
    case "sensitive-port":
      return true;
    case "across-namespaces":
    case "same-namespace":
      return fix !== undefined;
  }
}

import type { Finding, Report, Standing } from "../model/report.ts";
import type { Span } from "../model/span.ts";

/** The text of a file at head, where it is there and was read. */
export type TextAtHead = (path: string) => string | undefined;

/** Where a finding is shown. Code scanning shows lines of the head only. */
export interface Placed {
  readonly span: Span;
  /** Where the finding really is, if its own lines are gone. */
  readonly was?: Span;
}

/**
 * Finds a place at head for every finding that has one: its own; or, where the lines are gone, the top of
 * their file; or, where the file is gone too or there never was a place, the namespace. Others have none.
 */
export function createPlacer(
  report: Report,
  standing: Standing | undefined,
  textAtHead: TextAtHead,
): (finding: Finding) => Placed | undefined {
  const namespaces = new Map<string, Span>();
  for (const finding of [...(standing?.head.findings ?? []), ...report.findings]) {
    const { location, side } = finding;
    const key = namespaceKey(finding);
    if (location !== undefined && location.path !== "" && side !== "base" && !namespaces.has(key))
      namespaces.set(key, location);
  }
  return (finding) => {
    const { location, side } = finding;
    const isHere = location !== undefined && location.path !== "";
    if (isHere && side !== "base") return { span: location };
    const text = isHere ? textAtHead(location.path) : undefined;
    const span =
      isHere && text !== undefined
        ? topOf(location.path, text)
        : namespaces.get(namespaceKey(finding));
    if (span === undefined) return undefined;
    return { span, ...(isHere ? { was: location } : {}) };
  };
}

const namespaceKey = ({ scope, namespace = "" }: Finding): string =>
  JSON.stringify([scope, namespace]);

function topOf(path: string, text: string): Span {
  const { length } = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: length + 1 };
}

import type { Report } from "../model/report.ts";

/** Every key of a report, in the order of the schema: also the order in which JSON has them. */
const KEYS = [
  // Report
  ["schemaVersion", "mode", "base", "head", "verdict", "scopes", "findings", "ledger"],
  ["assumptions", "configuration", "statistics"],
  // Configuration, RuleChange, Accepted
  ["files", "failOn", "warnOnly", "rules", "hidden", "accepted", "owner", "expires"],
  // Assumption, Finding, FlowRow, PolicyPlace and others that begin with what they are about
  [
    "id",
    "rule",
    "level",
    "gate",
    "certain",
    "change",
    "scope",
    "namespace",
    "name",
    "label",
    "commit",
  ],
  ["state", "ingress", "egress", "defaultDeny", "metadata", "metadataPods", "dns"],
  ["exposure", "fromInternet", "fromAllNamespaces", "toInternet"],
  // FlowRow
  [
    "source",
    "destination",
    "protocol",
    "port",
    "ports",
    "text",
    "type",
    "workloads",
    "more",
    "missing",
  ],
  ["family", "existing", "risk", "witness", "ends", "labels", "value", "kind", "address"],
  ["blame", "cause", "also", "blockedBy"],
  // Finding, LedgerEntry, PolicyChange, ScopeReport
  ["message", "help", "location", "path", "span", "side", "reason", "decides", "patch"],
  ["fix", "title", "replacement"],
  ["namespaces", "flows", "policies", "new", "gone"],
  // Span
  ["startLine", "startColumn", "endLine", "endColumn"],
  // Statistics
  ["filesChanged", "filesRead", "policiesRead"],
].flat();

/**
 * What JSON.stringify leaves as it is and a terminal, a reader or the runner (`##[command]`) would not.
 * Written as escapes, it is the same JSON value.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#\[)/gu;

const escapeUnits = (character: string): string =>
  character === "\n"
    ? character
    : [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
        .join("");

/** The report as JSON: the same report is the same bytes, whatever order its keys were set in. */
export const renderJson = (report: Report): string => inertJson(JSON.stringify(report, KEYS, 2));

/** The same JSON value, in text that commands nothing and hides nothing. */
export const inertJson = (text: string): string => `${text.replace(UNSAFE, escapeUnits)}\n`;

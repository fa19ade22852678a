import type {
  DefaultDenyState,
  FlowRow,
  MetadataState,
  NamespaceReport,
  Reach,
  Report,
  SideVerdict,
  Verdict,
} from "../model/report.ts";
import type { FlowCounts } from "./facts.ts";
import {
  DASH,
  joinPhrases,
  NOTHING,
  prose,
  say,
  strong,
  type Mark,
  type Phrase,
} from "./phrase.ts";

/** The words of the model's closed unions: one table each, for all outputs. */

export const VERDICT_MARK: Readonly<Record<Verdict, readonly [mark: Mark, word: string]>> = {
  pass: ["good", "PASS"],
  fail: ["error", "FAIL"],
  undecided: ["warning", "UNDECIDED"],
};

const SIDE: Readonly<Record<SideVerdict, Phrase>> = {
  unchanged: say`= unchanged`,
  "more-open": say`+ more open`,
  "less-open": say`− less open`,
  incomparable: say`± wider and narrower`,
  unknown: say`? unknown`,
};

/** How the flows of one side of a namespace changed. */
export function sideWords(verdict: SideVerdict, { opened, closed, masked }: FlowCounts): Phrase {
  if (verdict !== "incomparable" || opened + closed === 0) return SIDE[verdict];
  const parts = [
    opened === 0 ? NOTHING : say`opens ${opened}`,
    closed === 0 ? NOTHING : say`closes ${closed}`,
    masked === 0 ? NOTHING : say`${masked} masked`,
  ];
  return say`± ${joinPhrases(parts, say`, `)}`;
}

/** Against the base revision. */
const DENY_CHANGE: Readonly<Record<DefaultDenyState, Phrase>> = {
  weakened: say`${strong`weakened`}`,
  strengthened: say`strengthened`,
  kept: say`kept`,
  partial: say`partial, as before`,
  none: say`none, as before`,
  unknown: say`? unknown`,
};

/** At one revision: a scan, or a namespace that was not there before. */
const DENY_NOW: Readonly<Record<DefaultDenyState, Phrase>> = {
  ...DENY_CHANGE,
  kept: say`all pods`,
  partial: say`some pods`,
  none: say`no pod`,
};

/** Under the title of the default-deny itself. */
const DENY_OF_NEW: Readonly<Record<DefaultDenyState, Phrase>> = { ...DENY_NOW, none: say`none` };

const METADATA_CHANGE: Readonly<Record<MetadataState, Phrase>> = {
  opened: say`${strong`lost`}`,
  closed: say`now blocked`,
  blocked: say`kept`,
  reachable: say`reachable, as before`,
  unknown: say`? unknown`,
};

const METADATA_NOW: Readonly<Record<MetadataState, Phrase>> = {
  ...METADATA_CHANGE,
  blocked: say`blocked`,
  reachable: say`reachable`,
};

/** One cell for both directions. */
export function denyWords(namespace: NamespaceReport): Phrase {
  if (namespace.state === "decommissioned") return DASH;
  const { ingress, egress } = namespace.defaultDeny;
  const table = namespace.state === "new" ? DENY_OF_NEW : DENY_CHANGE;
  return ingress === egress
    ? table[ingress]
    : say`ingress ${table[ingress]}, egress ${table[egress]}`;
}

/** Which pods of the namespace are isolated in a direction, at the one revision of a scan. */
export const isolationWords = (state: DefaultDenyState): Phrase => DENY_NOW[state];

export function metadataWords(mode: Report["mode"], namespace: NamespaceReport): Phrase {
  if (namespace.state === "decommissioned") return DASH;
  const table = mode === "scan" || namespace.state === "new" ? METADATA_NOW : METADATA_CHANGE;
  const { metadata, metadataPods } = namespace;
  return metadata === "opened" && metadataPods !== undefined
    ? say`${strong`lost`} for ${prose(metadataPods)}`
    : table[metadata];
}

/** The mark of a flow: by what it risks if it opened. */
export function flowMark({ change, risk }: FlowRow): Mark {
  if (change === "masked-closed") return "masked";
  if (change !== "opened") return change;
  switch (risk) {
    case "metadata":
    case "from-internet":
      return "high";
    case "to-internet":
    case "sensitive-port":
      return "medium";
    case "across-namespaces":
    case "same-namespace":
      return "low";
  }
}

/** Whether names can be resolved, in a scan. */
export const DNS_WORDS: Readonly<Record<NonNullable<NamespaceReport["dns"]>, Phrase>> = {
  reachable: say`reachable`,
  partial: say`some pods`,
  blocked: say`${strong`blocked`}`,
  unknown: say`? unknown`,
};

export const REACH_WORDS: Readonly<Record<Reach, Phrase>> = {
  none: say`no port`,
  "some-ports": say`some ports`,
  "every-port": say`every port`,
};

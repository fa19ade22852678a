import type { Direction } from "../model/policy.ts";
import type {
  EndpointText,
  FlowRow,
  LedgerEntry,
  NamespaceReport,
  Report,
  Revision,
} from "../model/report.ts";
import type { Facts, ScopeFacts } from "./facts.ts";
import {
  count,
  DASH,
  joinFirst,
  joinPhrases,
  lineBreak,
  mark,
  name,
  NOTHING,
  place,
  prose,
  say,
  type Phrase,
} from "./phrase.ts";
import { denyWords, flowMark, metadataWords, sideWords } from "./words.ts";

/** Rows of tables and items of lists, one builder per kind of fact, for Markdown and terminal alike. */

export type Row = readonly Phrase[];

const SEPARATOR = say` · `;
const COMMA = say`, `;

/** What a reader checks by hand before the rest of a row gets in the way. */
const SHOWN_WORKLOADS = 3;

export const NAMESPACE_HEADER = ["Namespace", "Ingress", "Egress", "Default-deny", "Metadata"];

export function namespaceRow(facts: ScopeFacts, namespace: NamespaceReport): Row {
  if (namespace.state === "decommissioned")
    return [namespaceTitle(namespace), DASH, DASH, DASH, DASH];
  const side = (direction: Direction): Phrase =>
    sideWords(namespace[direction], facts.countSide(namespace.name, direction));
  return [
    namespaceTitle(namespace),
    side("ingress"),
    side("egress"),
    denyWords(namespace),
    metadataWords("diff", namespace),
  ];
}

export const namespaceTitle = ({ label, state }: NamespaceReport): Phrase =>
  state === "kept" ? say`${name(label)}` : say`${name(label)} ${state === "new" ? NEW : GONE}`;

const NEW = say`(new)`;
const GONE = say`(decommissioned)`;

export const FLOW_HEADER = ["Change", "Flow", "Port", "Why"];

/** Above rows that hold only where what could not be read allows nothing. */
export const flowsTitle = ({ isInDoubt }: ScopeFacts): Phrase =>
  isInDoubt ? say`Flows, if what could not be read allows nothing` : say`Flows`;

export const flowRow = (flow: FlowRow): Row => [
  say`${mark(flowMark(flow), CHANGE[flow.change])}${flow.family === undefined ? NOTHING : say` (${name(flow.family)} only)`}`,
  flowWords(flow),
  say`${prose(flow.ports)}`,
  say`${reasonOf(flow)}${flow.also === undefined ? NOTHING : say`${lineBreak}and ${reasonOf(flow.also)}`}`,
];

const CHANGE: Readonly<Record<FlowRow["change"], string>> = {
  opened: "opened",
  closed: "closed",
  masked: "masked",
  "masked-closed": "narrower",
};

const reasonOf = (reason: Pick<FlowRow, "cause" | "blame">): Phrase =>
  joinPhrases([say`${prose(reason.cause)}`, blamePlace(reason)], SEPARATOR);

export const MASKED_HEADER = [...FLOW_HEADER, "Still blocked by"];
export const NARROWED_HEADER = [...FLOW_HEADER, "Was blocked by"];

export const maskedRow = (flow: FlowRow): Row => [
  ...flowRow(flow),
  joinPhrases(
    flow.blockedBy
      .slice(0, SHOWN_WORKLOADS)
      .map(
        (policy) =>
          say`${name(policy.name)} ${place(policy.span, flow.change === "masked" ? "head" : "base")}`,
      ),
    COMMA,
  ),
];

function flowWords(flow: FlowRow): Phrase {
  const end = (text: EndpointText): Phrase =>
    say`${prose(text.text)}${text.missing !== undefined ? MISSING : today(text)}`;
  return say`${end(flow.source)} → ${end(flow.destination)}${example(flow)}`;
}

const MISSING = say` (no such pod today)`;

/** `namespace/name[Kind]` without the kind: the row is about pods, and the JSON keeps the kind. */
const workloadName = (workload: string): string => workload.replace(/\[[^\]]*\]$/u, "");

/** The workloads that a set of pods means today, unless its text is their name already. */
function today({ text, workloads, more }: EndpointText): Phrase {
  const [first] = workloads;
  if (first === undefined) return NOTHING;
  if (workloads.length === 1 && more === 0 && text.includes(workloadName(first))) return NOTHING;
  const shown = workloads.slice(0, SHOWN_WORKLOADS).map((one) => say`${name(workloadName(one))}`);
  const rest = workloads.length - shown.length + more;
  return say` (today: ${joinFirst(shown, rest)})`;
}

/** The witness, where the row itself names no flow that a person could try. */
function example({ witness, source, destination }: FlowRow): Phrase {
  if (witness === undefined) return NOTHING;
  const named = (end: EndpointText, text: string): boolean =>
    [end.text, ...end.workloads.slice(0, SHOWN_WORKLOADS)].some((known) =>
      known.includes(workloadName(text)),
    );
  if (named(source, witness.source) && named(destination, witness.destination)) return NOTHING;
  const over = witness.family === undefined ? "" : ` over ${witness.family}`;
  const port = `${witness.protocol} ${witness.port}${over}`;
  return say`${lineBreak}e.g. ${name(workloadName(witness.source))} → ${name(workloadName(witness.destination))} ${name(port)}`;
}

/** Where the change is to be seen: at head, or the lines of the base that are gone. */
function blamePlace({ blame }: Pick<FlowRow, "blame">): Phrase {
  if (blame.head !== undefined) return say`${place(blame.head, "head")}`;
  return blame.base === undefined ? NOTHING : say`was ${place(blame.base, "base")}`;
}

/** What was not read, and why. */
export function ledgerItem({ path, span, side, reason }: LedgerEntry): Phrase {
  const where = span === undefined ? name(path) : place(span, side);
  return say`${where}${side === "base" ? say` (base)` : NOTHING}: ${prose(reason)}`;
}

/** What the answer holds for. */
export function exactnessWords({ deciding }: Facts): Phrase {
  const but = deciding.length === 0 ? NOTHING : say`, but for what could not be decided`;
  return say`Exact for ${name("networking.k8s.io/v1")}, for any pod labels, not only the pods in these manifests${but}.`;
}

/** A probe without a control that works proves nothing, so each has one. */
export const probeWords = (amount: number): Phrase =>
  say`${count(amount, "probe")}, ${amount === 1 ? say`` : say`each `}with a control`;

/** What was looked at, and how much of it there was. */
export function basisWords({ base, head, statistics, ledger }: Report): Phrase {
  const { filesChanged, filesRead, policiesRead } = statistics;
  const read = say`${count(filesRead, "file")} and ${count(policiesRead, "policy", "policies")}`;
  const left = say`${count(ledger.length, "entry", "entries")} not analysed`;
  return base === undefined
    ? say`Scanned ${revision(head)}: ${read} read, ${left}.`
    : say`Compared ${revision(base)} with ${revision(head)}: ${count(filesChanged, "file")} changed, ${read} of both revisions read, ${left}.`;
}

const revision = ({ name: text, commit }: Revision): Phrase =>
  commit === undefined || commit === text
    ? say`${name(text)}`
    : say`${name(text)} (${name(commit.slice(0, 12))})`;

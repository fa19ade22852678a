import type { Direction } from "../model/policy.ts";
import type {
  EndpointText,
  Finding,
  FlowRow,
  LedgerEntry,
  NamespaceReport,
  Report,
  Revision,
} from "../model/report.ts";
import { acceptedWords } from "./configuration.ts";
import type { Facts, ScopeFacts } from "./facts.ts";
import { fixWords } from "./fixes.ts";
import {
  count,
  DASH,
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

export const flowRow = (facts: ScopeFacts, flow: FlowRow): Row => [
  say`${mark(flowMark(flow), flow.change)}`,
  flowWords(facts, flow),
  say`${prose(flow.ports)}`,
  say`${joinPhrases([say`${prose(flow.cause)}`, blamePlace(flow)], SEPARATOR)}${flowFix(flow)}`,
];

/** What is masked is reported so that it is known, not so that it is mended. */
const flowFix = ({ change, fix }: FlowRow): Phrase =>
  change !== "opened" || fix === undefined ? NOTHING : say`${lineBreak}Fix: ${fixWords(fix)}`;

export const MASKED_HEADER = ["Change", "Flow", "Port", "Why", "Still blocked by"];

export const maskedRow = (facts: ScopeFacts, flow: FlowRow): Row => [
  ...flowRow(facts, flow),
  joinPhrases(
    flow.blockedBy
      .slice(0, SHOWN_WORKLOADS)
      .map((policy) => say`${name(policy.name)} ${place(policy.span, "head")}`),
    COMMA,
  ),
];

function flowWords({ hasWorkloads }: ScopeFacts, flow: FlowRow): Phrase {
  const end = (text: EndpointText): Phrase => {
    const isMissing = hasWorkloads && text.type === "pods" && text.workloads.length === 0;
    return say`${prose(text.text)}${isMissing ? MISSING : today(text)}`;
  };
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
  return say` (today: ${joinPhrases(shown, COMMA)}${rest === 0 ? NOTHING : say` and ${rest} more`})`;
}

/** The witness, where the row itself names no flow that a person could try. */
function example({ witness, source, destination }: FlowRow): Phrase {
  if (witness === undefined) return NOTHING;
  const named = (end: EndpointText, text: string): boolean =>
    [end.text, ...end.workloads.slice(0, SHOWN_WORKLOADS)].some((known) =>
      known.includes(workloadName(text)),
    );
  if (named(source, witness.source) && named(destination, witness.destination)) return NOTHING;
  const port = `${witness.protocol} ${witness.port}`;
  return say`${lineBreak}e.g. ${name(workloadName(witness.source))} → ${name(workloadName(witness.destination))} ${name(port)}`;
}

/** Where the change is to be seen: at head, or the lines of the base that are gone. */
function blamePlace({ blame }: FlowRow): Phrase {
  if (blame.head !== undefined) return say`${place(blame.head, "head")}`;
  return blame.base === undefined ? NOTHING : say`was ${place(blame.base, "base")}`;
}

/** What was tried says more than what helps in general. */
function adviceFor({ help, fix }: Finding): Phrase {
  if (fix !== undefined) return say`${lineBreak}Fix: ${fixWords(fix)}`;
  return help === undefined ? NOTHING : say`${lineBreak}Fix: ${prose(help)}`;
}

/** Writes the findings of one list. What to do about several of them is said with the first. */
export function createFindingItem(facts: Facts): (finding: Finding) => Phrase {
  const said = new Set<string>();
  return (finding) => {
    const { help, fix, accepted } = finding;
    if (help === undefined || fix !== undefined || accepted !== undefined)
      return findingItem(facts, finding, false);
    const isSaid = said.has(help);
    said.add(help);
    return findingItem(facts, finding, isSaid);
  };
}

function findingItem({ report }: Facts, finding: Finding, isAdvised: boolean): Phrase {
  const { message, rule, accepted } = finding;
  // Nobody is to mend what somebody answers for.
  const advice = accepted === undefined && !isAdvised ? adviceFor(finding) : NOTHING;
  return say`${joinPhrases(
    [
      say`${mark(finding.level, finding.level)}: ${prose(message)}`,
      findingPlace(finding),
      say`${name(rule)}`,
      report.scopes.length > 1 && finding.scope !== "" ? say`in ${name(finding.scope)}` : NOTHING,
    ],
    SEPARATOR,
  )}${accepted === undefined ? NOTHING : say`${lineBreak}${acceptedWords(finding)}`}${advice}`;
}

export function findingPlace({ location, side = "head" }: Finding): Phrase {
  if (location === undefined) return NOTHING;
  return side === "head" ? say`${place(location, side)}` : say`was ${place(location, side)}`;
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

/** What was looked at, and how much of it there was. */
export function basisWords({ base, head, statistics, ledger }: Report): Phrase {
  const { filesChanged, filesRead, policiesRead } = statistics;
  const read = say`${count(filesRead, "file")} and ${count(policiesRead, "policy", "policies")} read`;
  const left = say`${count(ledger.length, "entry", "entries")} not analysed`;
  return base === undefined
    ? say`Scanned ${revision(head)}: ${read}, ${left}.`
    : say`Compared ${revision(base)} with ${revision(head)}: ${count(filesChanged, "file")} changed, ${read}, ${left}.`;
}

const revision = ({ name: text, commit }: Revision): Phrase =>
  commit === undefined || commit === text
    ? say`${name(text)}`
    : say`${name(text)} (${name(commit.slice(0, 12))})`;

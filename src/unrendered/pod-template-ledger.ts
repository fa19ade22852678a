import type { LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { Workload } from "../model/workload.ts";
import type { PodMaker, PodTemplate } from "../manifest/find-pod-templates.ts";
import type { FilePair, LoadedFile } from "../scope/load-file.ts";
import type { PolicyWords } from "./policy-words.ts";

/** Whatever makes pods, read as a workload or not. */
interface Maker extends PodMaker {
  readonly isRead: boolean;
}

/**
 * Changed pod templates in objects of kinds that nobody knows: what they make of them is not read, so the answer is open
 * where something changed in them that policies tell about pods. What is read as a workload only counts as what such an
 * object was before, or became.
 */
export function ledgerOfPodTemplates(
  changed: readonly FilePair[],
  policies: PolicyWords,
): readonly LedgerEntry[] {
  if (!policies.any) return [];
  const [base, head] = (["base", "head"] as const).map((side) =>
    [...new Set(changed.flatMap((pair) => pair[side]))].flatMap(makersOf),
  );
  if (base === undefined || head === undefined) return [];
  return head.flatMap((now) => {
    const before = formerSelf(now, base, head);
    if (before === undefined || (before.isRead && now.isRead)) return [];
    const found = differences(before, now, policies);
    if (found === undefined) return [];
    const { path } = found.span;
    const reason =
      `${now.kind} ${now.name} holds a pod template in which ${found.what} changed: ` +
      "what pods it makes is not known, and policies may tell them apart";
    return [{ path, span: found.span, side: "head" as const, reason, decides: true }];
  });
}

const makersOf = ({ makers, workloads }: LoadedFile): readonly Maker[] => [
  ...makers.map((maker) => ({ ...maker, isRead: false })),
  ...workloads.map(asMaker),
];

const asMaker = (workload: Workload): Maker => {
  const { kind, name, namespace, labels, ports, hostNetwork, labelsSpan: span } = workload;
  return {
    kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    templates: [{ place: "", labels, ports, hostNetwork, span }],
    isRead: true,
  };
};

const isSame = (a: Maker, b: Maker): boolean =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.isRead === b.isRead;

/** What an object was before: of the same name, or of the same name and gone as what it was. */
function formerSelf(now: Maker, base: readonly Maker[], head: readonly Maker[]): Maker | undefined {
  const same = base.find((maker) => isSame(maker, now));
  if (same !== undefined) return same;
  const gone = base.filter(
    (maker) => maker.name === now.name && !head.some((other) => isSame(maker, other)),
  );
  return (
    gone.find(({ namespace }) => namespace === now.namespace) ??
    gone.find(({ kind }) => kind === now.kind)
  );
}

interface Difference {
  readonly what: string;
  readonly span: Span;
}

/** The first difference that a policy may see. */
function differences(before: Maker, now: Maker, policies: PolicyWords): Difference | undefined {
  const [first] = now.templates;
  if (first !== undefined && before.namespace !== now.namespace)
    return { what: "the namespace", span: first.span };
  for (const [old, template] of templatePairs(before.templates, now.templates)) {
    const what = differenceOf(old, template, policies);
    if (what !== undefined) return { what, span: template.span };
  }
  return undefined;
}

/** By their places; what is left over in their order, as of lists whose items have other names now. */
function templatePairs(
  before: readonly PodTemplate[],
  after: readonly PodTemplate[],
): readonly (readonly [PodTemplate, PodTemplate])[] {
  const old = new Map(before.map((template) => [template.place, template]));
  const stays = new Set(after.map(({ place }) => place));
  const gone = before.filter(({ place }) => !stays.has(place)).values();
  return after.flatMap((template) => {
    const former = old.get(template.place) ?? gone.next().value;
    return former === undefined ? [] : [[former, template] as const];
  });
}

function differenceOf(
  old: PodTemplate,
  now: PodTemplate,
  policies: PolicyWords,
): string | undefined {
  if (old.hostNetwork !== now.hostNetwork) return "`hostNetwork`";
  const key = [...new Set([...Object.keys(old.labels), ...Object.keys(now.labels)])].find((name) =>
    isSelected(name, [old.labels[name], now.labels[name]], policies),
  );
  if (key !== undefined) return `the label ${key}`;
  const port = differing(portsOf(old), portsOf(now)).find(([name]) => policies.mention(name));
  return port === undefined ? undefined : `the port ${port[0]}`;
}

/** Whether policies may tell these values of a label apart, one of which may be none. */
function isSelected(
  key: string,
  [old, now]: readonly [string | undefined, string | undefined],
  { mention }: PolicyWords,
): boolean {
  if (old === now || !mention(key)) return false;
  return old === undefined || now === undefined || mention(old) || mention(now);
}

/** Ports by their names. */
const portsOf = ({ ports }: PodTemplate): ReadonlyMap<string, string> =>
  new Map(
    ports.flatMap(({ name, port, protocol }) =>
      name === "" ? [] : [[name, `${protocol} ${port}`] as const],
    ),
  );

const differing = (
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] => [
  ...[...a].filter(([name, port]) => b.get(name) !== port),
  ...[...b].filter(([name]) => !a.has(name)),
];

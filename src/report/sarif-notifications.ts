import type { Finding, LedgerEntry, Report, Standing } from "../model/report.ts";
import { formatPlace } from "./place.ts";
import { MAX_NOTIFICATIONS, MAX_RESULTS, SHOWN_RESULTS } from "./sarif-limits.ts";
import { artifactOf, physicalLocationOf } from "./sarif-location.ts";
import { messageOf, sarifText } from "./sarif-text.ts";

const KINDS = [
  {
    id: "not-analysed",
    name: "NotAnalysed",
    level: "error",
    what: "Something that decides could not be read or evaluated.",
    help: "Make the manifest readable, or name what is no manifest under `exclude` in the configuration. Until then results may be missing.",
  },
  {
    id: "no-place",
    name: "NoPlace",
    level: "warning",
    what: "A finding about lines that are gone, with no place left to show it.",
    help: "Look at the base revision, where the lines are.",
  },
  {
    id: "too-many-results",
    name: "TooManyResults",
    level: "warning",
    what: "There are more results than code scanning takes or shows.",
    help: "Mend the worst ones first, or name what is no manifest under `exclude` in the configuration.",
  },
] as const;

/** What the run itself has to say, as `reportingDescriptor` objects. */
export const NOTIFICATIONS: readonly object[] = KINDS.map(({ id, name, level, what, help }) => ({
  id,
  name,
  shortDescription: { text: what },
  fullDescription: { text: what },
  help: { text: help },
  defaultConfiguration: { level },
}));

interface Told {
  readonly report: Report;
  readonly standing: Standing | undefined;
  /** Findings without a place. */
  readonly unplaced: readonly Finding[];
  readonly results: { readonly all: number; readonly kept: number };
}

/** What the results leave open: unread manifests, findings without a place, results beyond the limits. */
export function describeNotifications({
  report,
  standing,
  unplaced,
  results,
}: Told): readonly object[] {
  const entries = [...report.ledger, ...(standing?.head.ledger ?? [])].filter(
    ({ decides }) => decides,
  );
  const distinct = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const shown = [...distinct.values()].slice(0, MAX_NOTIFICATIONS);
  const left = distinct.size - shown.length;
  return [
    ...shown.map(notAnalysed),
    ...(left > 0 ? [notify("not-analysed", `${left} more places could not be analysed.`)] : []),
    ...unplaced.slice(0, MAX_NOTIFICATIONS).map(noPlace),
    ...tooMany(results),
  ];
}

const entryKey = ({ path, side, reason, span }: LedgerEntry): string =>
  JSON.stringify([path, side, reason, span?.startLine]);

const notify = (wanted: (typeof KINDS)[number]["id"], text: string) => {
  const index = KINDS.findIndex(({ id }) => id === wanted);
  return {
    descriptor: { id: wanted, index },
    level: KINDS[index]?.level,
    message: messageOf(text),
  };
};

function notAnalysed({ path, span, side, reason }: LedgerEntry): object {
  const text = `${path}${side === "base" ? " (base)" : ""}: ${reason}`;
  const notification = notify("not-analysed", sarifText(text));
  // A place of the base is no place of the revision that is shown.
  if (path === "" || side === "base") return notification;
  const physicalLocation =
    span === undefined || span.path === ""
      ? { artifactLocation: artifactOf(path) }
      : physicalLocationOf(span);
  return { ...notification, locations: [{ physicalLocation }] };
}

function noPlace({ rule, message, location }: Finding): object {
  const where = location === undefined ? "" : ` (${formatPlace(location)} at the base)`;
  return notify("no-place", sarifText(`${rule}: ${message}${where}`));
}

function tooMany({ all, kept }: Told["results"]): readonly object[] {
  const id = "too-many-results";
  if (kept < all) {
    const text = `${kept} of ${all} results are in this file, the worst ones: code scanning takes at most ${MAX_RESULTS}, and a limited size.`;
    return [notify(id, text)];
  }
  if (all <= SHOWN_RESULTS) return [];
  const text = `Of ${all} results code scanning shows the worst ${SHOWN_RESULTS}.`;
  return [notify(id, text)];
}

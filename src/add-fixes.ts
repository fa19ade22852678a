import { findTargets, proposalsFor } from "./fix/find-targets.ts";
import { findingKey, goneFrom, reachesGoal, rowKey } from "./fix/judge-fix.ts";
import { applyFix } from "./fix/manifest-text.ts";
import type { Proposal } from "./fix/proposal.ts";
import { createRevisionTexts, type RevisionTexts } from "./fix/revision-texts.ts";
import type { Fix, Report } from "./model/report.ts";
import type { EngineRequest } from "./settings.ts";
import { createOverlay, preferring, type Overlay } from "./source/overlay.ts";
import type { Snapshot, Source } from "./source/types.ts";
import { createReading, type Reading } from "./world/reading.ts";

/** Proposals that are evaluated for one report: each costs one or two reviews. */
const MAX_TRIALS = 20;
/** Findings and rows that are looked at for proposals, worst first. */
const MAX_TARGETS = 100;
/** All of it together: a trial that would go past it is not begun, so a slow review gets no fixes. */
const MAX_MS = 20_000;

/** Reviews a change and adds the fixes that were tried and found to work. */
export async function reviewWithFixes(
  request: EngineRequest,
  review: (request: EngineRequest) => Promise<Report>,
): Promise<Report> {
  const begun = Date.now();
  const overlay = createOverlay(request.source);
  // Trials share what they read, so each of them parses one file.
  const reading = createReading(knownTo(request.reading, overlay.source));
  const { source } = overlay;
  const report = await review({ ...request, source, reading: request.reading ?? reading });
  const reviewOf: Trials["reviewOf"] = (...snapshots) =>
    review({ ...request, source: { ...source, snapshots }, reading });
  // A trial may take two reviews.
  const lastBegin = begun + MAX_MS - 2 * (Date.now() - begun);
  const texts = createRevisionTexts(knownTo(request.reading ?? reading, source));
  const fixes = new Map<string, Fix>();
  const trials = new Map<string, Mended>();
  for (const { key, ...target } of findTargets(report).slice(0, MAX_TARGETS)) {
    if (fixes.has(key)) continue;
    for (const proposal of await proposalsFor({ key, ...target }, report, texts)) {
      const id = JSON.stringify(proposal.fix);
      const known = trials.get(id);
      if (known === undefined && (trials.size >= MAX_TRIALS || Date.now() > lastBegin)) continue;
      const mended = known ?? (await tryFix(proposal, { report, overlay, texts, reviewOf }));
      trials.set(id, mended);
      if (!mended.all.has(key)) continue;
      fixes.set(key, proposal.fix);
      for (const other of mended.surely) if (!fixes.has(other)) fixes.set(other, proposal.fix);
      break;
    }
  }
  return withFixes(report, fixes);
}

/** The source, but for what a reading has read of it. */
const knownTo = (reading: Reading | undefined, source: Source): Source =>
  reading === undefined ? source : preferring((id) => reading.texts.bytes(id), source);

/** The keys of findings and rows that a fix takes away. */
interface Mended {
  readonly all: ReadonlySet<string>;
  /** Without the rows that may only have become narrower. */
  readonly surely: ReadonlySet<string>;
}

const NOTHING: Mended = { all: new Set(), surely: new Set() };

interface Trials {
  readonly report: Report;
  readonly overlay: Overlay;
  readonly texts: RevisionTexts;
  readonly reviewOf: (base: Snapshot, head: Snapshot) => Promise<Report>;
}

/** What a proposal mends; nothing where it does not do what it is for, or does more. */
async function tryFix(
  { fix, goal }: Proposal,
  { report, overlay, texts, reviewOf }: Trials,
): Promise<Mended> {
  const [base, head] = overlay.source.snapshots;
  const old = await texts.text("head", fix.path);
  if (base === undefined || head === undefined || old === undefined) return NOTHING;
  const bytes = new TextEncoder().encode(applyFix(old, fix));
  const patchedHead = overlay.patch(head, { path: fix.path, bytes });
  if (patchedHead === undefined) return NOTHING;
  const patched = await reviewOf(base, patchedHead);
  const { findings, rows, surely } = goneFrom(report, patched);
  if (findings.size + rows.size === 0) return NOTHING;
  const step = (): Promise<Report> => reviewOf(head, patchedHead);
  if (!(await reachesGoal(goal, { unpatched: report, patched, step }))) return NOTHING;
  const all = new Set([...findings, ...rows]);
  return { all, surely: surely ? all : findings };
}

function withFixes(report: Report, fixes: ReadonlyMap<string, Fix>): Report {
  if (fixes.size === 0) return report;
  const fixed = <Item extends object>(item: Item, key: string): Item => {
    const fix = fixes.get(key);
    return fix === undefined ? item : { ...item, fix };
  };
  return {
    ...report,
    findings: report.findings.map((finding) => fixed(finding, findingKey(finding))),
    scopes: report.scopes.map((scope) => ({
      ...scope,
      flows: scope.flows.map((row) =>
        row.change === "closed" ? row : fixed(row, rowKey(scope, row)),
      ),
    })),
  };
}

import type { ManifestObject } from "../model/object.ts";
import type { PolicyChange, Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { isInside } from "./policy-nodes.ts";
import type { Site } from "./proposal.ts";
import { endOf, startOf, type ManifestText } from "./manifest-text.ts";
import type { RevisionTexts } from "./revision-texts.ts";

/** The policy around a place at head, with what it was at base; undefined where the text shows no policy there. */
export async function findSite(
  span: Span,
  report: Report,
  texts: RevisionTexts,
): Promise<Site | undefined> {
  const manifest = await texts.text("head", span.path);
  const object = manifest && policyAround(manifest, span);
  if (manifest === undefined || object === undefined || isHuge(manifest, object)) return undefined;
  const old = baseSpanOf(object, report);
  const before = old && (await texts.text("base", old.path));
  const was = old && before && policyAround(before, old);
  return {
    manifest,
    object,
    span,
    ...(before === undefined || was === undefined
      ? {}
      : { base: { manifest: before, object: was } }),
  };
}

/** Beyond this a policy was made by a program, which is what would have to be mended. */
const MAX_CHARACTERS = 100_000;

const isHuge = (manifest: ManifestText, { span }: ManifestObject): boolean =>
  endOf(manifest, span) - startOf(manifest, span) > MAX_CHARACTERS;

const policyAround = ({ objects }: ManifestText, span: Span): ManifestObject | undefined =>
  objects.find((object) => object.kind === "NetworkPolicy" && isInside(span, object.span));

/** Where the policy stood: under the same name, also where it lost its namespace since. */
function baseSpanOf(object: ManifestObject, { scopes }: Report): Span | undefined {
  const changes = scopes.flatMap(({ policies }) => policies);
  const paired = changes.find(({ head }) => head !== undefined && isAt(head, object.span))?.base;
  if (paired !== undefined) return paired;
  const gone = changes.filter((change) => isGone(change) && change.name === object.name);
  const here = gone.filter(({ base }) => base?.path === object.span.path);
  const [only, ...others] = here.length > 0 ? here : gone;
  return others.length === 0 ? only?.base : undefined;
}

const isGone = ({ base, head }: PolicyChange): boolean => base !== undefined && head === undefined;

const isAt = (a: Span, b: Span): boolean => a.path === b.path && a.startLine === b.startLine;

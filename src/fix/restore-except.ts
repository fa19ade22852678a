import { isStrictSubset, parseCidr, type Cidr } from "../model/cidr.ts";
import type { MapNode } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Span } from "../model/span.ts";
import { metadataPoints } from "../reach/metadata-addresses.ts";
import { familyOfPoint, pointOf } from "../space/addresses.ts";
import { makeFix, type ManifestText, type TextEdit } from "./manifest-text.ts";
import {
  mapOf,
  overlaps,
  peersOf,
  rulesOf,
  scalarOf,
  seqOf,
  type RuleNode,
} from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";
import { addListEntry, addToList } from "./write-list.ts";

/** Leaves the metadata addresses out of a rule, also where IPv4 and IPv6 came together. */
export const leaveOutMetadata = ({ manifest, object, span }: Site): readonly Proposal[] =>
  choicesOf(object, span).flatMap((blocks) =>
    LINK_LOCAL.flatMap((linkLocal) => {
      const edits = blocks.flatMap((block) =>
        editOne(manifest, block, { before: [], after: missingMetadata(block, linkLocal) }),
      );
      const title = "leave the cloud metadata addresses out of the rule";
      return propose(makeFix(manifest, title, edits), { type: "narrow" });
    }),
  );

/** What base left out of the same range, and the head does not. */
export function restoreExcept({ manifest, object, span, base }: Site): readonly Proposal[] {
  if (base === undefined) return [];
  return choicesOf(object, span).flatMap((blocks) => {
    const missing = blocks.map((block) => missingFromBase(block, base.object));
    const edits = blocks.flatMap((block, index) =>
      editOne(manifest, block, missing[index] ?? NOTHING),
    );
    const ranges = [...new Set(missing.flatMap(({ before, after }) => [...before, ...after]))];
    const title = `restore ${ranges.map((range) => `\`${range}\``).join(", ")} in the \`except\``;
    return propose(makeFix(manifest, title, edits), { type: "narrow" });
  });
}

/** The ranges of egress rules to edit together: the one pointed at, then all of its rule. */
const choicesOf = (object: ManifestObject, span: Span): readonly (readonly Block[])[] =>
  rulesOf(object)
    .filter(({ direction, rule }) => direction === "egress" && overlaps(span, rule.span))
    .flatMap((rule) => {
      const blocks = blocksOf(rule);
      const pointed = blocks.filter(({ peer }) => overlaps(span, peer.span));
      return pointed.length > 0 && pointed.length < blocks.length ? [pointed, blocks] : [blocks];
    });

interface Block {
  readonly peer: MapNode;
  readonly map: MapNode;
  readonly cidr: Cidr;
  readonly except: readonly string[];
}

function blocksOf(rule: RuleNode): readonly Block[] {
  return (peersOf(rule)?.items ?? []).flatMap((peer) => {
    const map = mapOf(peer, "ipBlock");
    const cidr = parseCidr(scalarOf(map?.entries.get("cidr")?.value) ?? "");
    if (peer.type !== "map" || map === undefined || cidr === undefined) return [];
    const except = (seqOf(map, "except")?.items ?? []).flatMap((item) => scalarOf(item) ?? []);
    return [{ peer, map, cidr, except }];
  });
}

/** Ranges to add, those that stood in front of what is left first. */
interface Missing {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const NOTHING: Missing = { before: [], after: [] };

function editOne(
  manifest: ManifestText,
  { map }: Block,
  { before, after }: Missing,
): readonly TextEdit[] {
  if (before.length + after.length === 0) return [];
  const list = seqOf(map, "except");
  return list === undefined
    ? addListEntry(
        manifest,
        { map, after: "cidr" },
        { key: "except", values: [...before, ...after] },
      )
    : addToList(manifest, list, { before, after });
}

function missingFromBase({ cidr, except }: Block, base: ManifestObject | undefined): Missing {
  const same = (base === undefined ? [] : rulesOf(base))
    .filter(({ direction }) => direction === "egress")
    .flatMap(blocksOf)
    .filter((block) => block.cidr.canonical === cidr.canonical);
  const old = [...new Set(same.flatMap((block) => block.except))].filter(isRange);
  const left = old.findIndex((range) => except.includes(range));
  const missing = old.filter((range) => !except.includes(range));
  return {
    before: missing.filter((range) => old.indexOf(range) < left),
    after: missing.filter((range) => old.indexOf(range) > left),
  };
}

const isRange = (text: string): boolean => parseCidr(text) !== undefined;

const holds = ({ family, first, last }: Cidr, point: bigint): boolean =>
  pointOf(family, first) <= point && point <= pointOf(family, last);

/** All of link-local first, which reads better; where base allowed some of it, address by address. */
const LINK_LOCAL: readonly (string | undefined)[] = ["169.254.0.0/16", undefined];

function missingMetadata(
  { cidr, except }: Block,
  linkLocal: string | undefined,
): readonly string[] {
  const excepted = except.flatMap((range) => parseCidr(range) ?? []);
  const ranges = metadataPoints()
    .filter(({ point }) => holds(cidr, point) && !excepted.some((range) => holds(range, point)))
    .map(({ address, point }) => {
      const around = linkLocal === undefined ? undefined : parseCidr(linkLocal);
      if (around !== undefined && holds(around, point) && isStrictSubset(around, cidr))
        return around.canonical;
      return `${address}/${familyOfPoint(point) === 4 ? 32 : 128}`;
    });
  return [...new Set(ranges)];
}

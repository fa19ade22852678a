import { DIRECTIONS, type Direction } from "../model/policy.ts";
import type { ManifestObject } from "../model/object.ts";
import { makeFix } from "./manifest-text.ts";
import { isFlow, scalarOf, seqOf, specOf } from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";
import { addListEntry, addToList } from "./write-list.ts";

const NAMES: Readonly<Record<Direction, string>> = { ingress: "Ingress", egress: "Egress" };

/** The directions that a policy isolates, defaulted as the API server does. */
function typesOf(object: ManifestObject): readonly string[] {
  const spec = specOf(object);
  const listed = (seqOf(spec, "policyTypes")?.items ?? []).flatMap((item) => scalarOf(item) ?? []);
  if (listed.length > 0) return listed;
  const hasEgress = (seqOf(spec, "egress")?.items.length ?? 0) > 0;
  return hasEgress ? ["Ingress", "Egress"] : ["Ingress"];
}

/** Puts a direction back that `policyTypes` lost since base. */
export function restorePolicyType({ manifest, object, base }: Site): readonly Proposal[] {
  const spec = specOf(object);
  if (base === undefined || spec === undefined) return [];
  const now = typesOf(object);
  const before = typesOf(base.object);
  const lost = DIRECTIONS.map((direction) => NAMES[direction]).filter(
    (name) => before.includes(name) && !now.includes(name),
  );
  if (lost.length === 0) return [];
  const title = `restore ${lost.join(" and ")} in \`policyTypes\``;
  const list = seqOf(spec, "policyTypes");
  if (list !== undefined && list.items.length > 0) {
    const [first] = before;
    const inFront = first !== undefined && lost.includes(first) && now.length > 0;
    const edits = addToList(manifest, list, inFront ? { before: lost } : { after: lost });
    return propose(makeFix(manifest, title, edits), { type: "narrow" });
  }
  if (list !== undefined)
    return propose(
      makeFix(manifest, title, addToList(manifest, list, { after: [...now, ...lost] })),
      {
        type: "narrow",
      },
    );
  const old = seqOf(specOf(base.object), "policyTypes");
  const edits = addListEntry(
    manifest,
    { map: spec, after: "podSelector" },
    {
      key: "policyTypes",
      values: old === undefined ? [...now, ...lost] : before,
      flow: old !== undefined && isFlow(base.manifest, old),
    },
  );
  return propose(makeFix(manifest, title, edits), { type: "narrow" });
}

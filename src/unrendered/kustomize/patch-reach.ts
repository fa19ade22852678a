import { isApplyMark } from "../../manifest/apply-marks.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import { podTraitsIn } from "./pod-traits.ts";
import { isReplacement, replacementReaches } from "./replacement-reach.ts";
import { LEAVES_POLICIES_ALONE } from "./target-kinds.ts";

/** Words of patches that reach a policy, or say to which objects it applies. */
const RESHAPES =
  /polic|podSelector|spec\/(?:in|e)gress|namespace|metadata\/(?:name|labels)|\/labels\b/i;

/**
 * Whether the difference between two patches can reach a policy, or what policies tell about pods. A part of an
 * object reaches what it is a part of; an operation whatever it is applied to. What stands in both changes nothing.
 */
export const patchReaches = (before: string, after: string): boolean =>
  before !== after &&
  (reachesPolicy(before, after) ||
    reachesPolicy(after, before) ||
    podTraitsIn(before) !== podTraitsIn(after));

/** Whether one patch can, for the objects that it is aimed at. */
export function aimedPatchReaches(text: string, target: unknown): boolean {
  const kind = valueAt(target, "kind");
  if (typeof kind === "string" && LEAVES_POLICIES_ALONE.test(kind)) return false;
  if (typeof kind === "string" && POLICY_PART.test(kind)) return true;
  return patchReaches("", text);
}

function reachesPolicy(text: string, other: string): boolean {
  const values = plainValues(text);
  if (values === undefined) return RESHAPES.test(text);
  const standing = new Set((plainValues(other) ?? []).flat().map((value) => JSON.stringify(value)));
  return values
    .flat()
    .filter((value) => !standing.has(JSON.stringify(value)))
    .some((value) => {
      if (isReplacement(value)) return replacementReaches(value);
      if (!isRecord(value)) return false;
      const kind = String(value["kind"]);
      if (kind === "undefined" || /builtin/.test(String(value["apiVersion"])))
        return RESHAPES.test(JSON.stringify(value)) || operates(value);
      // The values of a HelmRelease, the patches of a Kustomization: what reaches policies says so.
      return POLICY_PART.test(kind) || /network[-_]?polic/i.test(JSON.stringify(value));
    });
}

const POLICY_PART = /NetworkPolicy|^(?:Namespace|NetworkSet|EgressFirewall|Tier)$/;

/** Whole objects, and what Flux applies: the target may be a policy, or the Kustomization that applies one. */
const OPERATED = /^(?:\/(?:kind|apiVersion|metadata|spec|spec\/(?:suspend|path))?)?$/;
/** Parts of a workload with its pods' labels, ports or network in them. */
const POD_PART =
  /^\/spec(?:\/jobTemplate(?:\/spec)?)?(?:\/template(?:\/(?:metadata|spec))?)?(?:\/(?:initC|c)ontainers(?:\/\d+)?)?$/;
const POD_FIELD = /\/hostNetwork$|ontainers\/\d+\/ports(?:\/|$)/;
const ANNOTATIONS = /^\/metadata\/annotations(?:\/(.*))?$/;

/** Whether a JSON patch operation can reach a policy, whatever it is applied to. */
function operates({ op, path, from, value }: Readonly<Record<string, unknown>>): boolean {
  if (typeof op !== "string" || op === "test") return false;
  return [path, from].some((pointer) => {
    if (typeof pointer !== "string") return false;
    if (OPERATED.test(pointer) || POD_FIELD.test(pointer)) return true;
    // What is added to a list leaves the others as they are; what it brings is among the traits.
    if (POD_PART.test(pointer)) return op !== "add" || !/\/\d+$/.test(pointer);
    const annotation = ANNOTATIONS.exec(pointer);
    if (annotation === null) return false;
    // Annotations reach a policy where they say how, or whether, it is applied.
    const [, key] = annotation;
    if (key !== undefined) return isApplyMark(key.replaceAll("~1", "/").replaceAll("~0", "~"));
    return op !== "add" || !isRecord(value) || Object.keys(value).some(isApplyMark);
  });
}

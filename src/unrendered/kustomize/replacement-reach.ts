import { isRecord, valueAt } from "../../scope/plain-values.ts";
import { LEAVES_POLICIES_ALONE, WORKLOAD_KIND } from "./target-kinds.ts";

/** Where policies look at a pod, and whatever such a field is a part of. */
const POD_FIELD =
  /labels|hostNetwork|ports|^metadata\.namespace$|^(?:metadata|spec)$|template(?:\.(?:metadata|spec))?$|ontainers(?:\.[^.]+)?$/i;

/** Whether a document has the form of a replacement. */
export const isReplacement = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && Array.isArray(value["targets"]);

/** Whether a replacement can write into a policy, or into what policies tell about pods. */
export function replacementReaches(replacement: unknown): boolean {
  const targets = valueAt(replacement, "targets");
  if (!Array.isArray(targets)) return true;
  return targets.some((target) => {
    const kind = valueAt(target, "select", "kind");
    if (typeof kind !== "string") return true;
    if (LEAVES_POLICIES_ALONE.test(kind)) return false;
    if (!WORKLOAD_KIND.test(kind)) return true;
    const fields = valueAt(target, "fieldPaths");
    return (
      !Array.isArray(fields) ||
      fields.some((field) => POD_FIELD.test(String(field).replaceAll("/", ".")))
    );
  });
}

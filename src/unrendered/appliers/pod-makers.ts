import { posix } from "node:path";
import { isGeneratorPath, isKustomization } from "../../scope/manifest-paths.ts";
import { isRecord, objectsIn, plainValues, typeOf, valueAt } from "../../scope/plain-values.ts";
import { mayHideWords } from "../../scope/text-hints.ts";
import { deploysTo } from "./deploys-to.ts";

/** Groups whose objects make no pods, or only those that are read themselves. */
const PLAIN =
  /^(?:|apps|batch|policy|autoscaling|(?:.+\.)?k8s\.io|cert-manager\.io|external-secrets\.io|bitnami\.com|projectcalico\.org|cilium\.io)$/;
/** Of a group with others that do. */
const PLAIN_KINDS = /^(?:ServiceMonitor|PodMonitor|PrometheusRule|Probe)$/;

const GROUPS = /\bapiVersion["']?\s*:\s*["']?([\w.-]*)/g;
const INFLATES = /helmChart|generators|:\/\/|github\.com/;

/**
 * Whether something in a file may make pods of a namespace that nobody sees: a chart, an operator's object, a
 * remote base. What cannot be told may.
 */
export function mayMakePods(path: string, text: string, namespace: string): boolean {
  if (posix.basename(path) === "Chart.yaml" || mayHideWords(text)) return true;
  if (isGeneratorPath(path)) return text.includes(namespace);
  if (isKustomization(path)) return INFLATES.test(text);
  const groups = [...text.matchAll(GROUPS)].map(([, version = ""]) => groupIn(version));
  if (groups.length > 0 && groups.every((group) => PLAIN.test(group))) return false;
  if (groups.length === 0 && !text.includes(namespace)) return false;
  const values = plainValues(text);
  if (values === undefined) return true;
  return (
    deploysTo(text, namespace, () => []) ||
    values.flatMap(objectsIn).some((object) => {
      const { group, kind } = typeOf(object);
      if (kind === "" || PLAIN.test(group) || PLAIN_KINDS.test(kind)) return false;
      const metadata = object["metadata"];
      const own = isRecord(metadata) ? valueAt(metadata, "namespace") : undefined;
      return own === undefined || own === namespace;
    })
  );
}

const groupIn = (version: string): string => version.replace(/(?:^|\/)v\d\w*$/, "");

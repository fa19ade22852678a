import type { Direction, NetworkPolicy, Requirement } from "../model/policy.ts";
import type { Labels } from "../model/workload.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { mayLackNamespace, mayHideWords } from "./text-hints.ts";

/** The automatic label by which selectors name a namespace. */
const NAME_LABEL = "kubernetes.io/metadata.name";

/** What the changed files say, at either revision: the question that the other files must answer. */
export interface ChangedObjects {
  readonly policies: readonly NetworkPolicy[];
  /** Namespaces of changed policies and workloads. */
  readonly namespaces: ReadonlySet<string>;
  /** Label keys that changed on some Namespace. */
  readonly namespaceKeys: ReadonlySet<string>;
  /** Pod labels, named ports or network of some workload changed. */
  readonly workloadsMoved: boolean;
}

export interface Wanted {
  readonly policyFiles: readonly FileVersion[];
  readonly namespaceFiles: readonly FileVersion[];
  readonly workloadFiles: readonly FileVersion[];
}

/**
 * The unchanged files that can matter to the answer. Whatever is left out provably cannot: a policy acts
 * in its own namespace only, a selector finds only what carries its words, and words stand in the text.
 */
export function selectFiles(
  files: readonly FileVersion[],
  changed: ChangedObjects,
  texts: TextStore,
): Wanted {
  const needs = needsOf(changed);
  const names = new Set([...changed.namespaces, ...needs.namespaceNames]);
  const mentionsOf = (words: ReadonlySet<string>) => {
    const list = [...words].filter((word) => word !== "");
    return (text: string): boolean => list.some((word) => text.includes(word));
  };
  const mentionsName = mentionsOf(names);
  const mentionsKey = mentionsOf(changed.namespaceKeys);

  const wantsPolicy = (text: string): boolean =>
    changed.workloadsMoved ||
    (needs.otherEgress && /egress/i.test(text)) ||
    needs.otherIngress ||
    mentionsName(text) ||
    (changed.namespaceKeys.size > 0 && text.includes("namespaceSelector") && mentionsKey(text)) ||
    mayHideWords(text) ||
    mayLackNamespace(text);
  const wantsNamespace = (text: string): boolean =>
    needs.everyNamespace ||
    changed.workloadsMoved ||
    mentionsName(text) ||
    needs.selectors.some((words) => words.every((word) => text.includes(word))) ||
    mayHideWords(text);

  const policyFiles: FileVersion[] = [];
  const namespaceFiles: FileVersion[] = [];
  const workloadFiles: FileVersion[] = [];
  for (const file of files) {
    const { policy, namespace, workload } = texts.hints(file.id);
    if (!policy && !namespace && !workload) continue;
    const text = texts.text(file.id);
    if (policy && wantsPolicy(text)) policyFiles.push(file);
    if (namespace && wantsNamespace(text)) namespaceFiles.push(file);
    if (workload && (mentionsName(text) || changed.namespaces.has(""))) workloadFiles.push(file);
  }
  return { policyFiles, namespaceFiles, workloadFiles };
}

interface Needs {
  /** Egress policies of the sources that a changed ingress rule may let in. */
  readonly otherEgress: boolean;
  /** Ingress policies of the destinations that a changed egress rule may reach. */
  readonly otherIngress: boolean;
  readonly everyNamespace: boolean;
  /** Words that a Namespace must carry to be selected, one list per selector. */
  readonly selectors: readonly (readonly string[])[];
  readonly namespaceNames: ReadonlySet<string>;
}

function needsOf({ policies, namespaceKeys }: ChangedObjects): Needs {
  const namespaceNames = new Set<string>();
  const selectors: string[][] = [];
  let everyNamespace = false;
  for (const { ingress, egress } of policies)
    for (const peer of [...ingress, ...egress].flatMap(({ peers }) => peers)) {
      if (peer.type === "ipBlock" || peer.namespaceSelector === undefined) continue;
      const { requirements } = peer.namespaceSelector;
      const named = requirements.find(({ key, operator }) => key === NAME_LABEL && operator === "In");
      for (const name of named?.values ?? []) namespaceNames.add(name);
      const words = requirements.flatMap(wordsOf);
      if (named !== undefined) continue;
      if (words.length === 0) everyNamespace = true;
      else selectors.push(words);
    }
  // Isolation that comes or goes concerns everyone; relabelled namespaces can change any rule.
  const changes = (direction: Direction): boolean =>
    namespaceKeys.size > 0 || policies.some(({ policyTypes }) => policyTypes.includes(direction));
  return {
    otherEgress: changes("ingress"),
    otherIngress: changes("egress"),
    everyNamespace,
    selectors,
    namespaceNames,
  };
}

/** Words that labels must carry to satisfy a requirement. */
const wordsOf = ({ key, operator, values }: Requirement): readonly string[] =>
  operator === "Exists"
    ? [key]
    : operator === "In" && values.length === 1
      ? [key, ...values].filter((word) => word !== "")
      : [];

/** The label keys on which two versions of a Namespace differ. */
export function changedKeys(before: Labels, after: Labels): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => before[key] !== after[key]);
}

import type { Direction, NetworkPolicy, Requirement } from "../model/policy.ts";
import { lazily } from "../model/lazily.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { NAMESPACE, type NamespaceText } from "./namespace-texts.ts";
import type { FileVersion } from "./revision-files.ts";
import { plainObjects } from "./text-hints.ts";

/** The other ends that the changed rules of one direction concern. */
export interface Need {
  readonly everyone: boolean;
  readonly names: ReadonlySet<string>;
  /** Words that a namespace must carry, one list per selector. */
  readonly selectors: readonly (readonly string[])[];
  /** Whether the policies in a text can be about the other side. */
  readonly concerns: (text: string) => boolean;
}

export function needsOf(
  direction: Direction,
  policies: readonly NetworkPolicy[],
  standing: readonly NetworkPolicy[],
): Need {
  const concerns = direction === "ingress" ? namesEgress : () => true;
  const names = new Set<string>();
  const selectors: (readonly string[])[] = [];
  let everyone = false;
  for (const policy of policies) {
    if (!policy.policyTypes.includes(direction)) continue;
    // Isolation that comes or goes concerns everyone, unless the whole namespace stays isolated.
    if (!standing.some((other) => isolatesAll(other, policy, direction))) everyone = true;
    for (const { peers } of policy[direction]) {
      if (peers.length === 0) everyone = true;
      for (const peer of peers) {
        if (peer.type === "ipBlock") everyone = true;
        else if (peer.namespaceSelector !== undefined) {
          const { requirements } = peer.namespaceSelector;
          const named = requirements.find(
            ({ key, operator }) => key === NAME_LABEL && operator === "In",
          );
          for (const name of named?.values ?? []) names.add(name);
          if (named === undefined) selectors.push(requirements.flatMap(wordsOf));
        }
      }
    }
  }
  return { everyone, names, selectors, concerns };
}

/** A policy without egress rules and without the type says nothing about it; YAML has no other spelling. */
const namesEgress = (text: string): boolean => text.includes("egress") || text.includes("Egress");

const isolatesAll = (policy: NetworkPolicy, other: NetworkPolicy, direction: Direction): boolean =>
  policy.namespace === other.namespace &&
  policy.podSelector.requirements.length === 0 &&
  policy.policyTypes.includes(direction);

/** Words that labels must carry to satisfy a requirement. */
const wordsOf = ({ key, operator, values }: Requirement): readonly string[] =>
  operator === "Exists"
    ? [key]
    : operator === "In" && values.length === 1
      ? [key, ...values].filter((word) => word !== "")
      : [];

export const isFound = (text: string, { selectors }: Need): boolean =>
  selectors.some((words) => holdsAll(text, words));

const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Whether the policies of a namespace can have a say in what the changed rules open or close. */
export function talkers(
  need: Need,
  found: readonly NamespaceText[],
  isDeclared: (name: string, near: FileVersion) => boolean,
): (name: string, near: FileVersion) => boolean {
  const selected = lazily(() => new Set(found.flatMap(({ text }) => selectedIn(text, need))));
  return (name, near) =>
    need.everyone ||
    need.names.has(name) ||
    // A namespace that nobody declares plainly may have any labels.
    (need.selectors.length > 0 && (selected().has(name) || !isDeclared(name, near)));
}

/** The names of the namespaces in a text that some selector may find; every word where it is not plain. */
function selectedIn(text: string, need: Need): readonly string[] {
  const objects = plainObjects(text, NAMESPACE) ?? [];
  if (objects.length === 0) return text.match(/[A-Za-z0-9.-]+/g) ?? [];
  return objects.flatMap((object) => (isFound(object.text, need) ? (object.name ?? []) : []));
}

import { NAME_LABEL } from "../../model/name-label.ts";
import type { LabelSelector, Requirement } from "../../model/policy.ts";
import { selectorKey } from "../../policy/namespace-directory.ts";
import { boxMatches, boxOfSelector } from "../../space/label-box.ts";
import type { World } from "../../world/world.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import type { NearSearch } from "./near-label.ts";
import { selectorWords } from "./selector-words.ts";
import { selectorPeers, type PeerSite, type SelectorPeer } from "./walk.ts";

/**
 * `namespaceSelector`s that match no declared Namespace, where one is declared that they probably meant: of
 * the wanted name, with nearly the wanted label, or matched before the change. Namespaces outside the
 * repository have labels that nobody here knows, so any other selector may be right.
 */
export function findUnknownNamespaceLabels(facts: LintFacts): readonly Fault[] {
  const { world, before, complete } = facts;
  if (world.namespaces.size === 0) return [];
  // Where not all was read, all that a changed policy can mean was.
  const standing = new Set(complete ? [] : before?.world.policies.map(({ policy }) => policy));
  const answers = new Map<string, Mistake | undefined>();
  const labelsName = usesNameLabel(world);
  return [...selectorPeers(world)].flatMap((site): readonly Fault[] => {
    const { policy, namespace, direction, peer } = site;
    const selector = peer.namespaceSelector;
    if (selector === undefined || selector.requirements.length === 0) return [];
    if (standing.has(policy)) return [];
    const key = selectorKey(selector);
    // The same few selectors stand in thousands of policies.
    if (!answers.has(key)) answers.set(key, mistakeOf(selector, facts, labelsName));
    const mistake = answers.get(key);
    if (mistake === undefined || isMeantOtherwise(mistake, site, facts)) return [];
    const at = selector.requirements.find((one) => sameWish(one, mistake.wanted));
    return [
      {
        rule: "NP022",
        namespace,
        about: `${direction} ${key}`,
        message: `NetworkPolicy ${policy.name} asks for namespaces \`${selectorWords(selector)}\`: ${mistake.text}`,
        location: (at ?? selector).span,
      },
    ];
  });
}

const sameWish = (a: Requirement, b: Requirement): boolean =>
  a.key === b.key && a.operator === b.operator && a.values.join() === b.values.join();

/** Whether another peer of the rule finds the namespace that was meant: then both spellings stand there. */
const isMeantOtherwise = (
  { meant }: Mistake,
  { rule, peer }: PeerSite<SelectorPeer>,
  { evaluator }: LintFacts,
): boolean =>
  rule.peers.some(
    (other) =>
      other.type === "selectors" &&
      other !== peer &&
      other.namespaceSelector !== undefined &&
      evaluator.directory
        .select(other.namespaceSelector)
        .some(
          (set) =>
            (set.type === "known" && set.names.has(meant)) ||
            (set.type === "unknown" && boxMatches(set.labels, { [NAME_LABEL]: meant })),
        ),
  );

interface Mistake {
  readonly wanted: Requirement;
  /** The namespace that was probably meant; empty where nobody knows. */
  readonly meant: string;
  readonly text: string;
}

/** Whether some Namespace carries its own name under `name`: then people here set that label. */
const usesNameLabel = ({ namespaces }: World): boolean =>
  [...namespaces.values()].some(({ name, labels }) => labels["name"] === name);

function mistakeOf(
  selector: LabelSelector,
  { world, whole, before, complete, evaluator, nearest }: LintFacts,
  labelsName: boolean,
): Mistake | undefined {
  const box = boxOfSelector(selector);
  if (box === undefined) return undefined;
  const known = [...world.namespaces.values()];
  if (evaluator.directory.select(selector).some(({ type }) => type === "known")) return undefined;
  for (const wanted of selector.requirements) {
    const [value = "", another] = wanted.values;
    if (wanted.operator !== "In" || another !== undefined || value === "") continue;
    const text = nameMistake(wanted, value, {
      whole,
      labelsName: labelsName || !complete,
      complete,
      nearest,
    });
    if (text !== undefined) return { wanted, meant: value, text };
  }
  if (!complete) return undefined;
  const near = nearest.label(selector, known, NO_KEYS);
  if (near !== undefined)
    return {
      wanted: near.wanted,
      meant: "",
      text: `no Namespace in the repository has this label; did you mean \`${near.key}: ${near.value}\`?`,
    };
  const lost = [...(before?.world.namespaces.values() ?? [])].find(
    ({ name, labels }) => world.namespaces.has(name) && boxMatches(box, labels),
  );
  const [wanted] = selector.requirements;
  return lost === undefined || wanted === undefined
    ? undefined
    : {
        wanted,
        meant: lost.name,
        text: `before the change, Namespace ${lost.name} had this label`,
      };
}

interface NameContext {
  readonly whole: World;
  readonly labelsName: boolean;
  readonly complete: boolean;
  readonly nearest: NearSearch;
}

function nameMistake(
  { key }: Requirement,
  value: string,
  { whole, labelsName, complete, nearest }: NameContext,
): string | undefined {
  const { namespaces } = whole;
  if (key === NAME_LABEL) {
    if (!complete) return undefined;
    const near = nearest.text(value, namespaces.keys());
    return near === undefined || isPolicyNamespace(whole, value)
      ? undefined
      : `no Namespace \`${value}\` is declared; did you mean \`${near}\`?`;
  }
  const advice = `write \`${NAME_LABEL}: ${value}\`, which every namespace has`;
  if (namespaces.has(value)) return `Namespace \`${value}\` has no such label; ${advice}`;
  // Nobody who declares namespaces here sets it. Of kube-system the rule on DNS peers speaks.
  if (key === "name" && !labelsName && !OF_PLATFORM.test(value))
    return `no namespace has a label \`name\` unless somebody sets it; ${advice}`;
  return undefined;
}

/** Namespaces that come with the platform, some of them with this label. */
const OF_PLATFORM = /^(?:kube|openshift)-/;

/** An instance or a component of that name is no namespace of that name. */
const NO_KEYS: ReadonlySet<string> = new Set();

const isPolicyNamespace = ({ policies, workloads }: World, name: string): boolean =>
  policies.some(({ namespace }) => namespace === name) ||
  workloads.some(({ namespace }) => namespace === name);

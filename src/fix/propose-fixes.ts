import type { ManifestObject } from "../model/object.ts";
import { addDnsRule } from "./add-dns-rule.ts";
import { joinRules, nestSelectors } from "./join-items.ts";
import type { Proposal, Site } from "./proposal.ts";
import { renameNamespaceLabel } from "./rename-namespace-label.ts";
import { leaveOutMetadata, restoreExcept } from "./restore-except.ts";
import { restoreNamespace } from "./restore-namespace.ts";
import { restorePolicyType } from "./restore-policy-type.ts";
import { useTargetPort } from "./use-target-port.ts";

type Proposer = (site: Site, services: readonly ManifestObject[]) => readonly Proposal[];

/** Slips that open traffic, the most telling ones first. */
const FOR_OPENED: readonly Proposer[] = [
  restorePolicyType,
  nestSelectors,
  joinRules,
  restoreExcept,
];

const FOR_METADATA: readonly Proposer[] = [...FOR_OPENED, leaveOutMetadata];

/** What may mend a finding, by its rule. */
const BY_RULE: ReadonlyMap<string, readonly Proposer[]> = new Map([
  ["NP001", FOR_OPENED],
  ["NP002", FOR_METADATA],
  ["NP012", [addDnsRule]],
  ["NP013", [renameNamespaceLabel]],
  ["NP017", FOR_METADATA],
  ["NP022", [renameNamespaceLabel]],
  ["NP025", [restoreNamespace]],
  ["NP030", [useTargetPort]],
]);

/** Changes of the text that may take a finding away. */
export const proposeForFinding = (
  rule: string,
  site: Site,
  services: readonly ManifestObject[],
): readonly Proposal[] => (BY_RULE.get(rule) ?? []).flatMap((propose) => propose(site, services));

/** The rules that a fix is known for: for others no file need be read. */
export const isMendable = (rule: string): boolean => BY_RULE.has(rule);

/** Changes of the text that may take an opened flow away that was hardly meant. */
export const proposeForOpened = (site: Site): readonly Proposal[] =>
  FOR_OPENED.flatMap((propose) => propose(site, []));

import type { Finding } from "../../model/report.ts";
import type { Evaluator } from "../../reach/evaluator.ts";
import { createBudget, TooComplex } from "../../space/too-complex.ts";
import type { World } from "../../world/world.ts";
import { findingOf } from "../rules.ts";
import { createAllowIndex } from "./allow-index.ts";
import { findAndOr } from "./and-or.ts";
import { findClusterIps } from "./cluster-ip.ts";
import { findDanglingPeers } from "./dangling-peer.ts";
import { findDanglingSubjects } from "./dangling-subject.ts";
import { findDenyThatAllows } from "./deny-that-allows.ts";
import { findDnsPeers } from "./dns-peer.ts";
import { findDnsProtocols } from "./dns-protocol.ts";
import { findDuplicates } from "./duplicate-policy.ts";
import { findDefeatedExcepts } from "./except-defeated.ts";
import { newFaults, type Fault } from "./fault.ts";
import { focusOf, type Focus } from "./focus.ts";
import { findHiddenClients } from "./hidden-client.ts";
import { findHostNetworkSubjects } from "./host-network.ts";
import { createInventory } from "./inventory.ts";
import type { Lint, LintFacts } from "./lint-facts.ts";
import { createNearSearch } from "./near-label.ts";
import { findNamedPorts } from "./named-port.ts";
import { findUnknownNamespaceLabels } from "./namespace-label.ts";
import { findIdlePlugins } from "./network-plugin.ts";
import { findPolicyTypes } from "./policy-types.ts";
import { findServicePorts } from "./service-port.ts";
import { findSplitRules } from "./split-rule.ts";

/** One entry per file: a new lint is a file and a line here. */
const LINTS: readonly Lint[] = [
  findDnsPeers,
  findDenyThatAllows,
  findDefeatedExcepts,
  findDanglingSubjects,
  findDanglingPeers,
  findUnknownNamespaceLabels,
  findAndOr,
  findSplitRules,
  findServicePorts,
  findNamedPorts,
  findDnsProtocols,
  findPolicyTypes,
  findClusterIps,
  findHiddenClients,
  findDuplicates,
  findHostNetworkSubjects,
  findIdlePlugins,
];

export interface LintRequest {
  readonly scope: string;
  readonly world: World;
  readonly evaluator: Evaluator;
  readonly complete: boolean;
}

/** Comparisons of each with each that one lint may make, each about a microsecond. */
const MAX_WORK = 500_000;

interface Lints {
  readonly findings: readonly Finding[];
  /** Whether a lint was given up because there is too much to compare: what it would have found is not known. */
  readonly givenUp: boolean;
}

/** The faults that stand in one world. */
export function lintWorld(request: LintRequest): Lints {
  const { faults, givenUp } = faultsOf(factsOf(request));
  return { findings: faults.map((fault) => toFinding(fault, request.scope)), givenUp };
}

/** The faults that a change brings. */
export function lintChange(base: LintRequest, head: LintRequest): Lints {
  const focus = focusOf(base.world, head.world);
  const before = factsOf(base, focus);
  const now: LintFacts = { ...factsOf(head, focus), before };
  const [old, found] = [faultsOf(before), faultsOf(now)];
  const findings = newFaults(old.faults, found.faults).map((fault) => ({
    ...toFinding(fault, head.scope),
    ...(fault.levelIfNew === undefined ? {} : { level: fault.levelIfNew }),
    side: "head" as const,
  }));
  return { findings, givenUp: old.givenUp || found.givenUp };
}

function factsOf(
  { world, evaluator, complete }: LintRequest,
  focus: Focus = (all) => all,
): LintFacts {
  return {
    world: focus(world),
    whole: world,
    evaluator,
    complete,
    inventory: createInventory(world),
    allows: createAllowIndex(evaluator),
    nearest: createNearSearch(),
    spend: () => {},
  };
}

function faultsOf(facts: LintFacts): {
  readonly faults: readonly Fault[];
  readonly givenUp: boolean;
} {
  let givenUp = false;
  const faults = LINTS.flatMap((lint) => {
    try {
      return lint({ ...facts, spend: createBudget(MAX_WORK) });
    } catch (error) {
      // A lint has no part in the verdict: where finding out takes too long, it finds nothing, and that is said.
      if (!(error instanceof TooComplex)) throw error;
      givenUp = true;
      return [];
    }
  });
  return { faults, givenUp };
}

function toFinding({ rule, namespace, message, location, help, level }: Fault, scope: string) {
  const finding = findingOf(rule, {
    scope,
    message,
    location,
    ...(namespace === undefined ? {} : { namespace }),
    ...(help === undefined ? {} : { help }),
  });
  return level === undefined ? finding : { ...finding, level };
}

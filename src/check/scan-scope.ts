import type { Finding, NamespaceReport } from "../model/report.ts";
import { createDirectory } from "../policy/namespace-directory.ts";
import { createEvaluator } from "../reach/evaluator.ts";
import { createPodWords } from "../reach/pod-words.ts";
import { TooComplex } from "../space/too-complex.ts";
import { groupByNamespace, namespaceLabelsOf, type World } from "../world/world.ts";
import { lintWorld } from "./lints/lint-world.ts";
import { scanPlacement } from "./placement.ts";
import { postureOf, reportOf, unknownPosture } from "./posture.ts";
import { checkSensitivePorts } from "./sensitive-ports.ts";
import { placesOfNamespaces, standingFindings } from "./standing.ts";

export interface ScanRequest {
  readonly name: string;
  readonly world: World;
  readonly ipBlockMatchesPods: boolean;
  /** Whether a kustomization above a file may give its objects their namespace. */
  readonly kustomized: (path: string) => boolean;
}

export interface ScopeScan {
  readonly namespaces: readonly NamespaceReport[];
  readonly findings: readonly Finding[];
  /** Namespaces that were too complex to evaluate. */
  readonly unknown: readonly string[];
  /** Whether some check of single rules was given up, because there are too many of them. */
  readonly lintsGivenUp: boolean;
}

/** The posture of every namespace of one scope, and the faults that stand in it. */
export function scanScope(request: ScanRequest): ScopeScan {
  const { name, world, ipBlockMatchesPods, kustomized } = request;
  const directory = createDirectory(namespaceLabelsOf(world));
  const evaluator = createEvaluator(world, { directory, ipBlockMatchesPods });
  const names = new Set([
    ...world.namespaces.keys(),
    ...world.policies.map(({ namespace }) => namespace),
    ...world.workloads.map(({ namespace }) => namespace),
  ]);
  const places = placesOfNamespaces(world);
  const workloads = groupByNamespace(world.workloads);
  const words = createPodWords(world);
  const findings: Finding[] = [];
  const unknown: string[] = [];
  const namespaces = [...names].toSorted().map((namespace): NamespaceReport => {
    try {
      const posture = postureOf(namespace, evaluator);
      const { label, sides } = posture;
      const own = workloads.get(namespace) ?? [];
      findings.push(
        ...standingFindings(posture, { scope: name, place: places.get(namespace) }),
        ...checkSensitivePorts(sides.ingress, {
          scope: name,
          namespace,
          label,
          workloads: own,
          words,
        }),
      );
      return reportOf(posture);
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      unknown.push(namespace);
      return unknownPosture(namespace);
    }
  });
  const lints = lintWorld({ scope: name, world, evaluator, complete: true });
  findings.push(...scanPlacement({ scope: name, world, kustomized }), ...lints.findings);
  return { namespaces, findings, unknown, lintsGivenUp: lints.givenUp };
}

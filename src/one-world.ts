import type { LedgerEntry } from "./model/report.ts";
import { createDirectory } from "./policy/namespace-directory.ts";
import { createEvaluator, type Evaluator } from "./reach/evaluator.ts";
import { matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import { collectWorld } from "./world/collect-world.ts";
import { namespaceLabelsOf, type NamespaceLabels, type World } from "./world/world.ts";

/** Everything below one directory as a single world, ready to be asked. */
export interface OneWorld {
  readonly world: World;
  readonly labels: NamespaceLabels;
  readonly evaluator: Evaluator;
  readonly ipBlockMatchesPods: boolean;
  readonly ledger: readonly LedgerEntry[];
}

/** Reads a directory as one world, whatever its folders are called. */
export async function readOneWorld(request: EngineRequest, namespace: string): Promise<OneWorld> {
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const { scopes } = await collectWorld(request.source, { config, oneScope: true, namespace });
  const [scope] = scopes;
  if (scope === undefined) throw new Error("one scope is wanted");
  const labels = namespaceLabelsOf(scope.world);
  const evaluator = createEvaluator(scope.world, {
    directory: createDirectory(labels),
    ipBlockMatchesPods,
  });
  return { world: scope.world, labels, evaluator, ipBlockMatchesPods, ledger: scope.ledger };
}

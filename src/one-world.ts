import { foreignReach } from "./manifest/foreign-reach.ts";
import type { LedgerEntry } from "./model/report.ts";
import { createDirectory } from "./policy/namespace-directory.ts";
import { createEvaluator, type Evaluator } from "./reach/evaluator.ts";
import type { LoadedFile } from "./scope/load-file.ts";
import { matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import { collectRevision } from "./world/collect-revision.ts";
import { namespaceLabelsOf, type NamespaceLabels, type World } from "./world/world.ts";

/** Everything below one directory as a single world, ready to be asked. */
export interface OneWorld {
  readonly world: World;
  readonly labels: NamespaceLabels;
  readonly evaluator: Evaluator;
  readonly ipBlockMatchesPods: boolean;
  readonly ledger: readonly LedgerEntry[];
  /** What may make the answer another one, worst first. */
  readonly gaps: readonly Gap[];
  /** Why the API server would refuse a workload, by `namespace/name`. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Something that was not read or is not evaluated, and may decide flows. */
export interface Gap {
  readonly type: "unread" | "not evaluated";
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** Set where it can concern the pods of this namespace only. */
  readonly namespace?: string;
}

/** Reads a directory as one world, whatever its folders are called. */
export async function readOneWorld(request: EngineRequest, namespace: string): Promise<OneWorld> {
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const { scopes } = await collectRevision(request.source, { config, oneScope: true, namespace });
  const [scope] = scopes;
  if (scope === undefined) throw new Error("one scope is wanted");
  const labels = namespaceLabelsOf(scope.world);
  const evaluator = createEvaluator(scope.world, {
    directory: createDirectory(labels),
    ipBlockMatchesPods,
  });
  const gaps = [
    ...unreadGaps(scope.ledger, scope.files, namespace),
    ...scope.files.flatMap((file) => foreignGaps(file, namespace)),
  ];
  return {
    world: scope.world,
    labels,
    evaluator,
    ipBlockMatchesPods,
    ledger: scope.ledger,
    gaps,
    refused: refusedWorkloads(scope.files, namespace),
  };
}

const refusedWorkloads = (
  files: readonly LoadedFile[],
  fallback: string,
): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ problems }) =>
      problems.flatMap(({ about, code, object, message, span }) =>
        about !== "workload" || code !== "invalid" || object === undefined
          ? []
          : [
              [
                `${object.namespace ?? fallback}/${object.name}`,
                `${span.path}:${span.startLine}: ${message}`,
              ] as const,
            ],
      ),
    ),
  );

/** The gaps that may decide flows of pods in one of these namespaces. */
export const gapsFor = (gaps: readonly Gap[], namespaces: readonly string[]): readonly Gap[] =>
  gaps.filter(({ namespace }) => namespace === undefined || namespaces.includes(namespace));

function unreadGaps(
  ledger: readonly LedgerEntry[],
  files: readonly LoadedFile[],
  fallback: string,
): readonly Gap[] {
  const refused = new Map(
    files.flatMap(({ problems }) =>
      problems.flatMap((problem) => {
        const { code, object, span } = problem;
        return code === "invalid" && object !== undefined ? [[span, { ...problem, object }]] : [];
      }),
    ),
  );
  return ledger.flatMap(({ decides, path, span, reason }): readonly Gap[] => {
    const problem = span && refused.get(span);
    // Labels of a Namespace that is refused are not known, and are asked for as such.
    if (!decides || problem?.about === "namespace") return [];
    // A fault of the metadata may be about the namespace itself.
    const isPlaced = problem?.about === "policy" && problem.field?.startsWith("metadata") !== true;
    const namespace = isPlaced ? (problem.object.namespace ?? fallback) : undefined;
    return [
      {
        type: "unread",
        path,
        line: span?.startLine ?? 1,
        text: reason,
        ...(namespace === undefined ? {} : { namespace }),
      },
    ];
  });
}

const foreignGaps = ({ path, foreign }: LoadedFile, fallback: string): readonly Gap[] =>
  foreign.flatMap((object): readonly Gap[] => {
    const reach = foreignReach(object);
    if (reach === "nobody") return [];
    const { kind, name, apiVersion, namespace = fallback, span } = object;
    return [
      {
        type: "not evaluated",
        path,
        line: span.startLine,
        text: `${kind} ${name} (${apiVersion})`,
        ...(reach === "everybody" ? {} : { namespace }),
      },
    ];
  });

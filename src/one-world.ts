import { foreignReach } from "./manifest/foreign-reach.ts";
import { groupBy } from "./model/group-by.ts";
import { listFirst } from "./model/list-first.ts";
import type { NetworkPolicy } from "./model/policy.ts";
import type { LedgerEntry } from "./model/report.ts";
import { noteConfig } from "./note-config.ts";
import { createDirectory } from "./policy/namespace-directory.ts";
import { createEvaluator, type Evaluator } from "./reach/evaluator.ts";
import { formatPlace } from "./report/place.ts";
import { readKustomizeGraph } from "./scope/kustomize-graph.ts";
import type { LoadedFile } from "./scope/load-file.ts";
import { surveyPaths } from "./scope/path-survey.ts";
import { contentOf } from "./scope/policy-content.ts";
import { DEFAULT_SCOPE } from "./scope/scope-name.ts";
import { relateScopes, type ScopeRelation } from "./scope/scope-relation.ts";
import { matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import { collectRevision } from "./world/collect-revision.ts";
import { landingOf, placeObjects } from "./world/place-objects.ts";
import { createDoubts, type Doubts } from "./world/policy-doubts.ts";
import { createReading } from "./world/reading.ts";
import { isConfigured } from "./world/scope-files.ts";
import { namespaceLabelsOf, policyKey, type NamespaceLabels, type World } from "./world/world.ts";

/** The scopes of one directory, each ready to be asked. */
export interface Worlds {
  /** At least one. */
  readonly worlds: readonly OneWorld[];
  /** Whether two scopes may be applied to one cluster, which nobody has said. */
  readonly mayMeet: ScopeRelation;
  /** What is set aside, and what the configuration says in vain or leaves out. */
  readonly uncounted: readonly LedgerEntry[];
}

/** Everything of one scope as a single world. */
export interface OneWorld {
  readonly scope: string;
  readonly world: World;
  readonly labels: NamespaceLabels;
  readonly evaluator: Evaluator;
  readonly ipBlockMatchesPods: boolean;
  /** What may make the answer another one, worst first. */
  readonly gaps: readonly Gap[];
  /** Policies that are counted and may not be applied. */
  readonly doubts: readonly PolicyDoubt[];
  /** Why the API server would refuse a workload, by `namespace/name`. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Policies of a namespace that may not be applied, for one reason. */
interface PolicyDoubt {
  readonly namespace: string;
  readonly policies: ReadonlySet<NetworkPolicy>;
  /** What is not known. */
  readonly fact: string;
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

/** Reads a directory as a scan does: the same scopes, and the same files in them. */
export async function readWorlds(request: EngineRequest, namespace?: string): Promise<Worlds> {
  const [snapshot] = request.source.snapshots;
  if (snapshot === undefined) throw new Error("a snapshot is wanted");
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const reading = createReading(request.source);
  const collected = await collectRevision(request.source, {
    config,
    placement: { unnamed: "default", ...(namespace === undefined ? {} : { namespace }) },
    services: true,
    reading,
  });
  const { texts } = reading;
  const { kustomizations } = surveyPaths(snapshot.entries);
  await texts.load(kustomizations.map(({ id }) => id));
  const graph = readKustomizeGraph(kustomizations, texts);
  const questions = Object.values(createDoubts({ graph, texts, patches: true }));
  const unread = collected.ledger.filter(({ decides }) => decides);
  const none = { name: DEFAULT_SCOPE, world: placeObjects([], {}), files: [], ledger: [] };
  const scopes = collected.scopes.length > 0 ? collected.scopes : [{ ...none, placement: {} }];
  const mayMeet = relateScopes(scopes.map(({ name }) => name));
  const configured = isConfigured(config);
  return {
    worlds: scopes.map((scope): OneWorld => {
      const { name, world, files } = scope;
      const labels = namespaceLabelsOf(world);
      const directory = createDirectory(labels);
      const landing: Landing = (path) => landingOf(path, world.namespaces, scope.placement);
      return {
        scope: name,
        world,
        labels,
        evaluator: createEvaluator(world, { directory, ipBlockMatchesPods }),
        ipBlockMatchesPods,
        gaps: [
          ...unreadGaps([...scope.ledger, ...unread], files, landing),
          ...files.flatMap((file) => foreignGaps(file, landing)),
        ],
        doubts: doubtsOf(world, questions),
        refused: refusedWorkloads(files, landing),
      };
    }),
    mayMeet: (a, b) => !(configured(a) && configured(b)) && mayMeet(a, b),
    uncounted: [
      ...collected.ledger.filter(({ decides }) => !decides),
      ...(await noteConfig(request, config)),
    ],
  };
}

/** Where the objects of a file land that name no namespace. */
type Landing = (path: string) => string;

/** Names of policies in one fact. */
const SHOWN = 3;

function doubtsOf(
  { policies }: World,
  questions: readonly Doubts[keyof Doubts][],
): readonly PolicyDoubt[] {
  const byReason = questions.flatMap((question): readonly PolicyDoubt[] => {
    const inDoubt = policies.filter(({ policy }) => question(policy) !== undefined);
    return [...groupBy(inDoubt, ({ namespace }) => namespace)].map(([namespace, placed]) => {
      const all = placed.map(({ policy }) => policy);
      const [first] = all;
      const text = first === undefined ? "" : (question(first)?.text ?? "");
      const what = all.length === 1 ? "NetworkPolicy" : "NetworkPolicies";
      const names = listFirst(SHOWN, all.map(nameAndPlace));
      return {
        namespace,
        policies: new Set(all),
        fact: `whether ${what} ${names} ${all.length === 1 ? "is" : "are"} applied: ${text}`,
      };
    });
  });
  const byName = groupBy(policies, ({ policy, namespace }) => policyKey(namespace, policy.name));
  const twice = [...byName.values()].flatMap((placed): readonly PolicyDoubt[] => {
    const all = placed.map(({ policy }) => policy);
    const [first] = placed;
    if (first === undefined || new Set(all.map(contentOf)).size < 2) return [];
    const places = listFirst(
      SHOWN,
      all.map(({ span }) => formatPlace(span)),
    );
    const fact = `which definition of NetworkPolicy ${first.policy.name} is applied: ${places}`;
    // Of two objects with one name the last one applied wins.
    return all.map((kept) => ({
      namespace: first.namespace,
      policies: new Set(all.filter((policy) => policy !== kept)),
      fact,
    }));
  });
  return [...byReason, ...twice];
}

const nameAndPlace = ({ name, span }: NetworkPolicy): string => `${name} (${formatPlace(span)})`;

const refusedWorkloads = (
  files: readonly LoadedFile[],
  landing: Landing,
): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ problems }) =>
      problems.flatMap(({ about, code, object, message, span }) =>
        about !== "workload" || code !== "invalid" || object === undefined
          ? []
          : [
              [
                `${object.namespace ?? landing(span.path)}/${object.name}`,
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
  landing: Landing,
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
    const namespace = isPlaced ? (problem.object.namespace ?? landing(path)) : undefined;
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

const foreignGaps = ({ path, foreign }: LoadedFile, landing: Landing): readonly Gap[] =>
  foreign.flatMap((object): readonly Gap[] => {
    const reach = foreignReach(object);
    if (reach === "nobody") return [];
    const { kind, name, apiVersion, namespace = landing(path), span } = object;
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

import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import { belowKustomization } from "../scope/manifest-paths.ts";
import type { Link } from "../unrendered/symbolic-links.ts";
import type { FileVersion } from "../scope/revision-files.ts";
import { scopeNameOf } from "../scope/scope-name.ts";
import { relateScopes, type ScopeRelation } from "../scope/scope-relation.ts";
import { readingsOfAside, type AsideRequest } from "./aside-readings.ts";
import { readingsOfGivenNamespaces } from "./given-readings.ts";
import { readingsOfDoubtful } from "./doubtful-readings.ts";
import type { ScopesContext } from "./changed-scope.ts";
import type { FoundReadings } from "./alternative-reading.ts";
import { readingsOfJointScopes } from "./joint-readings.ts";
import { isConfigured } from "./scope-files.ts";
import { readingsOfContradictions, type OccupiedScope } from "./occupation.ts";
import type { LeftFolder } from "./unapplied-moves.ts";
import { readingsOfTwins } from "./twin-readings.ts";
import { readingsOfUnnamed } from "./unnamed-readings.ts";

/** Every other way in which the manifests may be applied that a change can turn on. */
export function findReadings(
  request: AsideRequest & {
    readonly changed: readonly OccupiedScope[];
    readonly graph: KustomizeGraph;
    readonly links: readonly Link[];
    readonly leftFolder: LeftFolder;
    readonly kustomizations: {
      readonly base: readonly FileVersion[];
      readonly head: readonly FileVersion[];
    };
  },
): FoundReadings & { readonly mayMeet: ScopeRelation } {
  const { scopes, changes, config } = request;
  const paths = new Set(changes.map(({ path }) => path));
  const mayMeet = relateScopes(scopes.map(({ name }) => name));
  const context: ScopesContext = {
    ...request,
    mayMeet: (a, b) => isLinked(a, b, request.links) || mayMeet(a, b),
    isConfigured: isConfigured(config),
    isChanged: ({ path }) => paths.has(path),
  };
  const joint = request.changed.map((scope) => readingsOfJointScopes(scope, context));
  const kustomizations = [...request.kustomizations.base, ...request.kustomizations.head];
  const twins = readingsOfTwins(request.changed, {
    isConfigured: context.isConfigured,
    kustomized: belowKustomization(kustomizations.map(({ path }) => path)),
  });
  const readings = [
    ...request.changed.flatMap(readingsOfContradictions),
    ...joint.flatMap((found) => found.readings),
    ...readingsOfUnnamed(context),
    ...readingsOfGivenNamespaces(request.changed, request),
    ...readingsOfDoubtful(request.changed, request),
    ...readingsOfAside(request),
    ...twins.readings,
  ];
  const ledger = [...joint, twins].flatMap((found) => found.ledger);
  return { readings, ledger, mayMeet: context.mayMeet };
}

/** A link brings manifests of one scope to another. */
const isLinked = (a: string, b: string, links: readonly Link[]): boolean =>
  links.some(({ path, target }) => {
    const ends = new Set([scopeNameOf(`${path}/x`), scopeNameOf(`${target}/x`)]);
    return ends.has(a) && ends.has(b);
  });

import { relateScopes } from "../scope/scope-relation.ts";
import { readingsOfAside, type AsideRequest } from "./aside-readings.ts";
import { readingsOfJointScopes, readingsOfUnnamed, type JointContext } from "./joint-readings.ts";
import type { Reading } from "./reading.ts";

/** Every other way in which the manifests may be applied that a change can turn on. */
export function otherReadings(request: AsideRequest): readonly Reading[] {
  const { scopes, changes, config } = request;
  const paths = new Set(changes.map(({ path }) => path));
  const context: JointContext = {
    ...request,
    mayMeet: relateScopes(scopes.map(({ name }) => name)),
    isConfigured: (scope) => config.scopes.some(({ name }) => name === scope),
    isChanged: ({ path }) => paths.has(path),
  };
  return [
    ...readingsOfJointScopes(context),
    ...readingsOfUnnamed(context),
    ...readingsOfAside(request),
  ];
}

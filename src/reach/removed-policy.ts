import type { Side } from "../model/span.ts";
import { policyKey, type World } from "../world/world.ts";
import type { PolicyLookup } from "./policy-lookup.ts";

interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** What became of a policy that is not there any more: gone, or in no namespace. */
export const removedText = (policies: PolicyLookup, { namespace, name }: Named): string =>
  namespace !== "" && policies.find("", name) !== undefined ? "lost its namespace" : "removed";

export const isRejected = ({ rejected }: World, { namespace, name }: Named): boolean =>
  rejected?.has(policyKey(namespace, name)) === true;

/** Why a policy counts in one revision only: the API server rejects it in the other. */
export const rejectedText = (name: string, at: Side): string =>
  at === "head"
    ? `the API server rejects ${name}: it is not applied, or stays as it was`
    : `the API server rejected ${name} at base, and it is applied now`;

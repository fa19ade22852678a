import type { NetworkPolicy } from "../model/policy.ts";

/** All that a policy says, without where it says it: equal texts are equal policies. */
export const contentOf = (policy: NetworkPolicy): string => JSON.stringify(policy, withoutPlaces);

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === "span" || key === "policyTypesSpan" || key === "protocolSpan" ? undefined : value;

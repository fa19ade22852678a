import type { NetworkPolicy } from "../model/policy.ts";

/** Asked of one policy in many places, and a large one takes a while. */
const known = new WeakMap<NetworkPolicy, string>();

/** All that a policy says, without where it says it: equal texts are equal policies. */
export function contentOf(policy: NetworkPolicy): string {
  const content = known.get(policy) ?? JSON.stringify(policy, withoutPlaces);
  known.set(policy, content);
  return content;
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === "span" || key === "policyTypesSpan" || key === "protocolSpan" ? undefined : value;

/** What a policy does in its namespace, whatever it is called: equal texts, equal effect. */
export function effectOf(policy: NetworkPolicy): string {
  const effect = effects.get(policy) ?? effectWithoutName(policy);
  effects.set(policy, effect);
  return effect;
}

const effects = new WeakMap<NetworkPolicy, string>();

const effectWithoutName = ({ podSelector, policyTypes, ingress, egress }: NetworkPolicy): string =>
  JSON.stringify({ podSelector, policyTypes, ingress, egress }, withoutPlaces);

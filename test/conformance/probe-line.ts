import { parseManifest } from "../../src/manifest/parse-manifest.ts";
import { decodeNetworkPolicy } from "../../src/manifest/decode-network-policy.ts";
import type { Protocol } from "../../src/model/policy.ts";
import type { Labels, NamedPort } from "../../src/model/workload.ts";
import type { PlacedPolicy } from "../../src/world/world.ts";

/** One line of a probe file: a cluster state and questions about it (`conformance/README.md`, section 1). */
export interface ProbeLine {
  readonly id: string;
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly pods: readonly ProbePod[];
  readonly policies: readonly object[];
  readonly probes: readonly Probe[];
}

export interface ProbePod {
  readonly ns: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ip: string;
  readonly ports: readonly NamedPort[];
}

export interface Probe {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly expect: boolean;
  /** The expectation holds where an `ipBlock` matches pods, and turns round where it does not. */
  readonly assumed?: true;
}

export type ReadPolicies =
  | { readonly ok: true; readonly policies: readonly PlacedPolicy[] }
  | { readonly ok: false; readonly message: string };

/** The policies of a line as the tool reads them from a manifest. A policy that does not decode is a failure. */
export function readPolicies({ id, policies }: ProbeLine): ReadPolicies {
  const placed: PlacedPolicy[] = [];
  for (const [index, object] of policies.entries()) {
    const { objects, problems } = parseManifest(`${id}/${index}.json`, JSON.stringify(object));
    const [manifest, ...others] = objects;
    const decoded = manifest && decodeNetworkPolicy(manifest);
    const policy = decoded?.policy;
    const [problem] = [...problems, ...(decoded?.problems ?? [])];
    if (policy?.namespace === undefined || others.length > 0 || problem !== undefined)
      return { ok: false, message: `policy ${index}: ${problem?.message ?? "not one policy"}` };
    placed.push({ policy, namespace: policy.namespace });
  }
  return { ok: true, policies: placed };
}

import type { Tree } from "../../src/scope/snapshots.test-data.ts";

/** A change of something that is not rendered, and whether it can reach a policy or the pods of one. */
export interface Row {
  readonly name: string;
  readonly want: "undecided" | "pass";
  /** What stands at both revisions. */
  readonly both: Tree;
  readonly base: Tree;
  readonly head: Tree;
}

/** One file that changes beside others. */
export const row = (
  want: Row["want"],
  name: string,
  both: Tree,
  [path, before, after]: readonly [
    path: string,
    before: string | undefined,
    after: string | undefined,
  ],
): Row => ({
  name,
  want,
  both,
  base: before === undefined ? {} : { [path]: before },
  head: after === undefined ? {} : { [path]: after },
});

export const DENY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`;

/** Selects pods by a label, so that their labels matter. */
export const WEB = DENY.replace("default-deny", "web").replace(
  "podSelector: {}",
  "podSelector: {matchLabels: {app: web}}",
);

export const deployment = (name: string, labels = `{app: ${name}}`): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: web
          image: web:1
`;

export const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
`;

export const configMap = (data: string, annotations = "{}"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, annotations: ${annotations}}\ndata: ${data}\n`;

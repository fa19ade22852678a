interface Policy {
  readonly namespace: string;
  readonly name: string;
  /** Lines of `spec`, without indent. */
  readonly spec: string;
}

export function policy({ namespace, name, spec }: Policy): string {
  const lines = spec.trim().replace(/^/gm, "  ");
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${lines}
`;
}

export const namespace = (name: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`;

const deny = (directions: string): string =>
  policy({
    namespace: "payments",
    name: "default-deny",
    spec: `podSelector: {}\npolicyTypes: [${directions}]`,
  });

/** No pod of `payments` talks unless another policy says so. */
export const DENY_ALL = deny("Ingress, Egress");

/** No pod of `payments` is talked to unless another policy says so. */
export const DENY_INGRESS = deny("Ingress");

/** Pods with `app: api` accept TCP connections on one port from pods with `app: web`. */
export const allowWeb = (port: number): string =>
  policy({
    namespace: "payments",
    name: "allow-web",
    spec: `podSelector:
  matchLabels: { app: api }
ingress:
  - from:
      - podSelector:
          matchLabels: { app: web }
    ports:
      - { protocol: TCP, port: ${port} }`,
  });

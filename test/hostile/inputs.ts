/** Manifests that an attacker could put into a pull request. */

export interface PolicySpec {
  readonly name: string;
  readonly namespace?: string;
  readonly spec: unknown;
}

export const policy = ({ name, namespace = "shop", spec }: PolicySpec): string =>
  [
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    `metadata: ${JSON.stringify({ name, namespace })}`,
    `spec: ${JSON.stringify(spec)}`,
    "",
  ].join("\n");

export const namespace = (name: string, labels: Readonly<Record<string, string>> = {}): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: ${JSON.stringify({ name, labels })}\n`;

export const bundle = (documents: readonly string[]): string => documents.join("---\n");

export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const DENY = policy({
  name: "default-deny",
  spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
});

export const ALLOW_ALL = policy({
  name: "allow-all",
  spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], ingress: [{}], egress: [{}] },
});

/** Ten levels of nine aliases each. */
export function aliasBomb(): string {
  const levels = times(10, (level) => {
    const items =
      level === 0
        ? '"x"'
        : Array(9)
            .fill(`*l${level - 1}`)
            .join(", ");
    return `l${level}: &l${level} [${items}]`;
  });
  return `${levels.join("\n")}\n${ALLOW_ALL}`;
}

export const manyKeys = (count: number): string =>
  `${ALLOW_ALL}extra:\n${times(count, (index) => `  k${index}: 1`).join("\n")}\n`;

export const deepFlow = (depth: number): string =>
  `${ALLOW_ALL}extra: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;

export const deepBlock = (depth: number): string =>
  `${ALLOW_ALL}extra:\n${times(depth, (level) => `${" ".repeat(level + 1)}a:`).join("\n")}\n`;

/** Policies that each select on a label key of their own, so that every one doubles the cells. */
export const manyKeyedPolicies = (count: number, port: number): string =>
  bundle(
    times(count, (index) =>
      policy({
        name: `p${index}`,
        spec: {
          podSelector: { matchLabels: { [`key${index}`]: "yes" } },
          policyTypes: ["Ingress"],
          ingress: [
            {
              from: [{ podSelector: { matchLabels: { [`from${index}`]: "yes" } } }],
              ports: [{ protocol: "TCP", port: port + index }],
            },
          ],
        },
      }),
    ),
  );

/** Policies whose selectors all overlap in part: each leaves out one value. */
export const overlappingPolicies = (count: number, port: number): string =>
  bundle(
    times(count, (index) =>
      policy({
        name: `p${index}`,
        spec: {
          podSelector: {
            matchExpressions: [{ key: "app", operator: "NotIn", values: [`v${index}`] }],
          },
          policyTypes: ["Ingress"],
          ingress: [
            {
              from: [{ podSelector: { matchLabels: { app: `v${(index * 7) % count}` } } }],
              ports: [{ protocol: "TCP", port: port + (index % 50) }],
            },
          ],
        },
      }),
    ),
  );

export const manyExcepts = (count: number): string =>
  policy({
    name: "excepts",
    spec: {
      podSelector: {},
      policyTypes: ["Egress"],
      egress: [
        {
          to: [
            {
              ipBlock: {
                cidr: "10.0.0.0/8",
                except: times(count, (index) => `10.${(index >> 8) & 255}.${index & 255}.2/32`),
              },
            },
          ],
        },
      ],
    },
  });

export const manyPeers = (count: number): string =>
  policy({
    name: "peers",
    spec: {
      podSelector: {},
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: times(count, (index) => ({
            podSelector: { matchLabels: { app: `a${index}`, tier: `t${index % 7}` } },
          })),
        },
      ],
    },
  });

/** What would command a runner, reorder or hide text, or end a table, a link or an element. */
export const TEXTS: readonly string[] = [
  "::add-mask::x",
  "x\n::error::y",
  "##[stop-commands]z",
  "</code><img src=x onerror=alert(1)><!-- netpol-review -->",
  "a|b`c``d [l](javascript:x) @admin #1 fixes #2",
  "\u001b[2J\u001b]0;title\u0007",
  "\u202egnp.exe\u2066\u200b\ufeff",
  "\u0085\u2028\u2029\u009b31m",
  "```\n# heading\n```",
];

import { describe, expect, it } from "vitest";
import { processorSeconds } from "../../source/testing/processor-time.ts";
import {
  DENY,
  documents,
  lintText,
  lintTexts,
  namespaceObject,
  policy,
  service,
  workload,
} from "./lint-text.test-data.ts";

interface Case {
  readonly name: string;
  readonly in: readonly string[];
  /** Rules, with the words that a reader must find; none is silence. */
  readonly want: readonly (readonly [rule: string, ...words: string[]])[];
}

const byName = (name: string): string =>
  `namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${name}}}`;
const pods = (labels: string): string => `podSelector: {matchLabels: {${labels}}}`;
const DNS_PORTS = "ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]";
const dns = (peer: string, name = "allow-dns"): string =>
  policy(name, `{podSelector: {}, policyTypes: [Egress], egress: [{to: [${peer}], ${DNS_PORTS}}]}`);
const ingress = (subject: string, rules: string, name = "allow"): string =>
  policy(
    name,
    `{podSelector: {matchLabels: {${subject}}}, policyTypes: [Ingress], ingress: ${rules}}`,
  );
const egress = (subject: string, rules: string, name = "allow"): string =>
  policy(
    name,
    `{podSelector: {matchLabels: {${subject}}}, policyTypes: [Egress], egress: ${rules}}`,
  );
const WEB = workload("web", "app: web", { ports: "{containerPort: 8080, name: http}" });
const DB = workload("db", "app: db", { ports: "{containerPort: 5432, name: postgres}" });

const CASES: readonly Case[] = [
  {
    name: "NP013: the label `name` of kube-system",
    in: [DENY, dns("{namespaceSelector: {matchLabels: {name: kube-system}}}")],
    want: [["NP013", "kubernetes.io/metadata.name: kube-system", "cannot resolve names"]],
  },
  {
    name: "NP013: somebody gave kube-system that label",
    in: [
      DENY,
      namespaceObject("kube-system", "name: kube-system"),
      dns("{namespaceSelector: {matchLabels: {name: kube-system}}}"),
    ],
    want: [],
  },
  {
    name: "NP013: another rule finds the resolver",
    in: [
      DENY,
      dns("{namespaceSelector: {matchLabels: {name: kube-system}}}"),
      dns(`{${byName("kube-system")}}`, "dns"),
    ],
    want: [],
  },
  {
    name: "NP013: kube-system misspelt",
    in: [DENY, dns(`{${byName("kube-sytem")}}`)],
    want: [["NP013", "`kube-sytem` is not `kube-system`"]],
  },
  {
    name: "NP013: the resolver's label misspelt",
    in: [DENY, dns(`{${byName("kube-system")}, ${pods("k8s-app: kubedns")}}`)],
    want: [["NP013", "k8s-app: kube-dns"]],
  },
  {
    name: "NP013: the resolver looked for in the own namespace",
    in: [DENY, dns(`{${pods("k8s-app: kube-dns")}}`)],
    want: [["NP013", "means pods of shop"]],
  },
  {
    name: "NP013: a resolver of one's own, or of a chart",
    in: [
      DENY,
      dns(`{${byName("dns")}, ${pods("app: unbound")}}`, "own"),
      dns(`{${byName("kube-system")}, ${pods("k8s-app: coredns")}}`, "chart"),
      dns("{namespaceSelector: {matchLabels: {dns: 'yes'}}}", "label"),
    ],
    want: [],
  },
  {
    name: "NP015: a block beside a default-deny",
    in: [
      DENY,
      policy(
        "block-metadata",
        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]}",
      ),
    ],
    want: [["NP015", "block-metadata denies nothing", "0.0.0.0/0 except 169.254.169.254/32"]],
  },
  {
    name: "NP015: the same alone does what it says",
    in: [
      policy(
        "block-metadata",
        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]}",
      ),
    ],
    want: [],
  },
  {
    name: "NP015: a default-deny that allows everything",
    in: [
      policy("default-deny-ingress", "{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}"),
    ],
    want: [["NP015", "allows ingress from everyone"]],
  },
  {
    name: "NP015: denies ingress and leaves egress open, as it says",
    in: [policy("deny-ingress", "{podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}]}")],
    want: [],
  },
  {
    name: "NP015: denies other namespaces",
    in: [
      DENY,
      policy(
        "deny-from-other-namespaces",
        "{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}",
      ),
    ],
    want: [],
  },
  {
    name: "NP016: a wider range around the exception",
    in: [
      egress(
        "app: web",
        "[{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]",
        "a",
      ),
      egress("app: web", "[{to: [{ipBlock: {cidr: 169.0.0.0/8}}]}]", "b"),
    ],
    want: [["NP016", "the exception 169.254.169.254/32 of NetworkPolicy a", "169.0.0.0/8"]],
  },
  {
    name: "NP016: two items, each with an exception of its own",
    in: [
      egress(
        "app: web",
        "[{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}, {ipBlock: {cidr: 0.0.0.0/0, except: [192.168.0.0/16]}}]}]",
      ),
    ],
    want: [
      ["NP016", "10.0.0.0/8"],
      ["NP016", "192.168.0.0/16"],
    ],
  },
  {
    name: "NP016: the internet, and of the own network what is named",
    in: [
      egress("app: web", "[{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]", "a"),
      egress(
        "app: web",
        "[{to: [{ipBlock: {cidr: 10.1.0.0/16}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]",
        "b",
      ),
    ],
    want: [],
  },
  {
    name: "NP016: other pods, other ports, and DNS to anywhere",
    in: [
      egress(
        "app: web",
        "[{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}], ports: [{port: 443}, {port: 53}]}]",
        "a",
      ),
      egress("app: api", "[{}]", "b"),
      egress("app: web", "[{ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]}]", "c"),
      egress("app: web", "[{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 25}]}]", "d"),
    ],
    want: [],
  },
  {
    name: "NP020: a slip of the finger",
    in: [WEB, DB, ingress("app: bd", "[]")],
    want: [["NP020", "`app=bd`", "did you mean `app: db`?"]],
  },
  {
    name: "NP020: the same name under another key",
    in: [workload("web", "app.kubernetes.io/name: web"), ingress("app: web", "[]")],
    want: [["NP020", "did you mean `app.kubernetes.io/name: web`?"]],
  },
  {
    name: "NP020: requirements that contradict each other",
    in: [
      policy(
        "odd",
        "{podSelector: {matchLabels: {app: web}, matchExpressions: [{key: app, operator: DoesNotExist}]}}",
      ),
    ],
    want: [["NP020", "contradict"]],
  },
  {
    name: "NP020: pods of a chart beside workloads of the repository",
    in: [WEB, DB, ingress("app: grafana", "[]"), ingress("app: web-2", "[]")],
    want: [],
  },
  {
    name: "NP020: labels that controllers add",
    in: [
      workload("db", "app: db", { kind: "StatefulSet" }),
      ingress("app: db, statefulset.kubernetes.io/pod-name: db-0", "[]"),
    ],
    want: [],
  },
  {
    name: "NP020: no workload in the namespace",
    in: [workload("db", "app: db", { namespace: "other" }), ingress("app: bd", "[]")],
    want: [],
  },
  {
    name: "NP021: a slip of the finger in a peer",
    in: [WEB, DB, ingress("app: db", `[{from: [{${pods("app: wbe")}}]}]`)],
    want: [["NP021", "from pods `app=wbe`", "did you mean `app: web`?"]],
  },
  {
    name: "NP021: in a namespace that the peer names",
    in: [
      WEB,
      workload("prom", "app: prometheus", { namespace: "mon" }),
      ingress("app: web", `[{from: [{${byName("mon")}, ${pods("app: promtheus")}}]}]`),
    ],
    want: [["NP021", "no pod of mon", "did you mean `app: prometheus`?"]],
  },
  {
    name: "NP021: a namespace without workloads in the repository, and any namespace",
    in: [
      WEB,
      ingress("app: web", `[{from: [{${byName("mon")}, ${pods("app: wbe")}}]}]`, "a"),
      ingress("app: web", `[{from: [{namespaceSelector: {}, ${pods("app: wbe")}}]}]`, "b"),
    ],
    want: [],
  },
  {
    name: "NP022: a label that the namespace of that name does not have",
    in: [
      namespaceObject("mon", "team: ops"),
      ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {name: mon}}}]}]"),
    ],
    want: [["NP022", "Namespace `mon` has no such label", "kubernetes.io/metadata.name: mon"]],
  },
  {
    name: "NP022: a value nearly right",
    in: [
      namespaceObject("mon", "purpose: monitoring"),
      ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {purpose: monitorng}}}]}]"),
    ],
    want: [["NP022", "did you mean `purpose: monitoring`?"]],
  },
  {
    name: "NP022: `name`, which nobody sets here",
    in: [
      namespaceObject("shop"),
      ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {name: ingress-nginx}}}]}]"),
    ],
    want: [["NP022", "unless somebody sets it"]],
  },
  {
    name: "NP022: `name`, where people set it; a label of a namespace outside; both spellings",
    in: [
      namespaceObject("shop", "name: shop"),
      namespaceObject("mon"),
      ingress(
        "app: web",
        "[{from: [{namespaceSelector: {matchLabels: {name: ingress-nginx}}}]}]",
        "a",
      ),
      ingress(
        "app: web",
        "[{from: [{namespaceSelector: {matchLabels: {purpose: ingress}}}]}]",
        "b",
      ),
      ingress(
        "app: web",
        `[{from: [{namespaceSelector: {matchLabels: {team: mon}}}, {${byName("mon")}}]}]`,
        "c",
      ),
    ],
    want: [],
  },
  {
    name: "NP022: no Namespace in the repository",
    in: [ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {name: mon}}}]}]")],
    want: [],
  },
  {
    name: "NP023: the pods stand in the namespace above",
    in: [
      DB,
      namespaceObject("mon"),
      workload("prom", "app: prometheus", { namespace: "mon" }),
      ingress("app: db", `[{from: [{${byName("mon")}}, {${pods("app: prometheus")}}]}]`),
    ],
    want: [["NP023", "every pod of namespaces", "two list items are OR"]],
  },
  {
    name: "NP023: OR is meant",
    in: [
      WEB,
      DB,
      namespaceObject("mon"),
      workload("prom", "app: prometheus", { namespace: "mon" }),
      ingress("app: db", `[{from: [{${byName("mon")}}, {${pods("app: web")}}]}]`),
    ],
    want: [],
  },
  {
    name: "NP024: a dash before ports",
    in: [ingress("app: db", `[{from: [{${pods("app: web")}}]}, {ports: [{port: 5432}]}]`)],
    want: [["NP024", "everyone on TCP 5432"]],
  },
  {
    name: "NP024: a public port, a metrics port that is open anyway, and DNS to anywhere",
    in: [
      ingress("app: web", `[{from: [{${pods("app: x")}}]}, {ports: [{port: 443}]}]`, "a"),
      ingress("app: db", `[{from: [{${pods("app: x")}}]}, {ports: [{port: 9187}]}]`, "b"),
      ingress("app: db", "[{ports: [{port: 9187}, {port: 1}]}]", "c"),
      egress("app: db", `[{to: [{${pods("app: x")}}]}, {${DNS_PORTS}}]`, "d"),
    ],
    want: [],
  },
  {
    name: "NP030: the port of the Service",
    in: [
      WEB,
      service("web", "{selector: {app: web}, ports: [{port: 80, targetPort: http}]}"),
      ingress("app: web", "[{from: [{podSelector: {}}], ports: [{port: 80}]}]"),
    ],
    want: [["NP030", "TCP 80, the port of Service web", "its pods listen on 8080"]],
  },
  {
    name: "NP030: towards pods of another namespace",
    in: [
      service("api", "{selector: {app: api}, ports: [{port: 80, targetPort: 3000}]}", "back"),
      egress("app: web", `[{to: [{${byName("back")}, ${pods("app: api")}}], ports: [{port: 80}]}]`),
    ],
    want: [["NP030", "Service api in back", "3000"]],
  },
  {
    name: "NP030: the pods listen there too, the target is allowed too, or is the same",
    in: [
      workload("web", "app: web", { ports: "{containerPort: 80}, {containerPort: 8080}" }),
      service("web", "{selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}"),
      ingress("app: web", "[{ports: [{port: 80}]}]", "a"),
      service("api", "{selector: {app: api}, ports: [{port: 80, targetPort: 3000}]}"),
      ingress("app: api", "[{ports: [{port: 80}]}]", "b"),
      ingress("app: api", "[{ports: [{port: 3000}]}]", "c"),
      service("db", "{selector: {app: db}, ports: [{port: 5432}]}"),
      ingress("app: db", "[{ports: [{port: 5432}]}]", "d"),
      service("x", "{selector: {app: x}, ports: [{port: 80, targetPort: unknown}]}"),
      ingress("app: x", "[{ports: [{port: 80}]}]", "e"),
    ],
    want: [],
  },
  {
    name: "NP031: a name that the pods do not declare",
    in: [DB, ingress("app: db", "[{ports: [{port: postgresql}]}]")],
    want: [["NP031", "did you mean `postgres`?"]],
  },
  {
    name: "NP031: declared, of pods outside, or of any pod",
    in: [
      DB,
      ingress("app: db", "[{ports: [{port: postgres}]}]", "a"),
      ingress("app: x", "[{ports: [{port: web}]}]", "b"),
      policy("c", "{podSelector: {}, ingress: [{ports: [{port: metrics}]}]}"),
    ],
    want: [],
  },
  {
    name: "NP032: port 53 without a protocol",
    in: [
      DENY,
      policy(
        "dns",
        `{podSelector: {}, policyTypes: [Egress], egress: [{to: [{${byName("kube-system")}}], ports: [{port: 53}]}]}`,
      ),
    ],
    want: [["NP032", "means TCP", "UDP"]],
  },
  {
    name: "NP032: UDP beside it, in the rule or elsewhere",
    in: [
      DENY,
      egress("app: a", "[{ports: [{port: 53}, {port: 53, protocol: UDP}]}]", "a"),
      egress("app: b", "[{ports: [{port: 53}]}]", "b"),
      egress("app: b", "[{ports: [{port: 53, protocol: UDP}]}]", "c"),
    ],
    want: [],
  },
  {
    name: "NP033: rules of a direction that is not listed",
    in: [policy("odd", "{podSelector: {}, policyTypes: [Ingress], egress: [{}]}")],
    want: [["NP033", "the egress rules of NetworkPolicy odd have no effect"]],
  },
  {
    name: "NP033: egress rules alone deny ingress",
    in: [policy("odd", "{podSelector: {}, egress: [{ports: [{port: 443}]}]}")],
    want: [["NP033", "also denies all ingress"]],
  },
  {
    name: "NP033: ingress is denied anyway, or meant to be",
    in: [
      DENY,
      policy("a", "{podSelector: {}, egress: [{ports: [{port: 443}]}]}"),
      policy(
        "b",
        "{podSelector: {}, policyTypes: [Ingress, Egress], egress: [{ports: [{port: 443}]}]}",
        "x",
      ),
    ],
    want: [],
  },
  {
    name: "NP034: the API server's Service",
    in: [egress("app: web", "[{to: [{ipBlock: {cidr: 10.96.0.1/32}}], ports: [{port: 443}]}]")],
    want: [["NP034", "10.96.0.1/32", "kubeadm"]],
  },
  {
    name: "NP034: an address that a Service fixes",
    in: [
      service("db", "{clusterIP: 10.7.7.7, selector: {app: db}, ports: [{port: 5432}]}"),
      egress("app: web", "[{to: [{ipBlock: {cidr: 10.7.7.7/32}}], ports: [{port: 5432}]}]"),
    ],
    want: [["NP034", "Service db in shop"]],
  },
  {
    name: "NP034: DNS behind a node-local cache, and endpoints beside it",
    in: [
      service(
        "kube-dns",
        "{clusterIP: 10.96.0.10, ports: [{port: 53, protocol: UDP}]}",
        "kube-system",
      ),
      egress("app: web", `[{to: [{ipBlock: {cidr: 10.96.0.10/32}}], ${DNS_PORTS}}]`, "a"),
      egress(
        "app: web",
        "[{to: [{ipBlock: {cidr: 10.96.0.1/32}}, {ipBlock: {cidr: 192.168.1.10/32}}], ports: [{port: 443}]}]",
        "b",
      ),
    ],
    want: [],
  },
  {
    name: "NP035: clients behind nodes",
    in: [
      service(
        "web",
        "{type: LoadBalancer, selector: {app: web}, ports: [{port: 443, targetPort: 8443}]}",
      ),
      ingress("app: web", "[{from: [{ipBlock: {cidr: 8.8.8.0/24}}], ports: [{port: 8443}]}]"),
    ],
    want: [["NP035", "8.8.8.0/24", "the address of a node"]],
  },
  {
    name: "NP035: Local, private ranges, other ports, everyone let in",
    in: [
      service(
        "web",
        "{type: LoadBalancer, externalTrafficPolicy: Local, selector: {app: web}, ports: [{port: 443}]}",
      ),
      ingress("app: web", "[{from: [{ipBlock: {cidr: 8.8.8.0/24}}]}]", "a"),
      service("api", "{type: NodePort, selector: {app: api}, ports: [{port: 443}]}"),
      ingress("app: api", "[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]", "b"),
      ingress("app: api", "[{from: [{ipBlock: {cidr: 8.8.8.0/24}}], ports: [{port: 9000}]}]", "c"),
      service("any", "{type: NodePort, selector: {app: any}, ports: [{port: 443}]}"),
      ingress("app: any", "[{from: [{ipBlock: {cidr: 8.8.8.0/24}}]}]", "d"),
      ingress("app: any", "[{}]", "e"),
    ],
    want: [],
  },
  {
    name: "NP051: the same twice",
    in: [ingress("app: web", "[{}]", "a"), ingress("app: web", "[{}]", "b")],
    want: [["NP051", "NetworkPolicy b says the same as NetworkPolicy a"]],
  },
  {
    name: "NP060: pods on the host network",
    in: [
      workload("agent", "app: agent", { kind: "DaemonSet", hostNetwork: true }),
      ingress("app: agent", "[]"),
      DENY,
    ],
    want: [["NP060", "DaemonSet agent of shop runs on the host network"]],
  },
  {
    name: "NP062: Flannel alone",
    in: [
      DENY,
      workload("kube-flannel-ds", "app: flannel", { kind: "DaemonSet", namespace: "kube-flannel" }),
    ],
    want: [["NP062", "kube-flannel-ds"]],
  },
  {
    name: "NP062: Flannel through a chart",
    in: [
      DENY,
      "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cni, namespace: x}\nspec: {chart: {spec: {chart: flannel}}}",
    ],
    want: [["NP062", "chart flannel"]],
  },
  {
    name: "NP062: Flannel with an engine beside it",
    in: [
      DENY,
      "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cni, namespace: x}\nspec: {chart: {spec: {chart: flannel}}, values: {netpol: {enabled: true}}}",
    ],
    want: [],
  },
  {
    name: "NP062: Cilium that is told not to enforce",
    in: [
      DENY,
      workload("cilium", "app: cilium", { kind: "DaemonSet", namespace: "kube-system" }),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cilium-config, namespace: kube-system}\ndata: {enable-policy: never}",
    ],
    want: [["NP062", "`enable-policy: never`"]],
  },
  {
    name: "NP062: Cilium that enforces",
    in: [
      DENY,
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cilium-config, namespace: kube-system}\ndata: {enable-policy: always}",
    ],
    want: [],
  },
  {
    name: "NP062: the chart of Cilium that is told not to enforce",
    in: [
      DENY,
      "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: cni, namespace: x}\nspec: {chart: {spec: {chart: cilium}}, values: {policyEnforcementMode: never}}",
    ],
    want: [["NP062", "`policyEnforcementMode: never`"]],
  },
  {
    name: "NP062: Cilium without enforcement beside an engine that enforces",
    in: [
      DENY,
      workload("calico-node", "app: calico", { kind: "DaemonSet", namespace: "kube-system" }),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cilium-config, namespace: kube-system}\ndata: {enable-policy: never}",
    ],
    want: [],
  },
  {
    name: "NP062: Canal",
    in: [
      DENY,
      workload("kube-flannel-ds", "app: flannel", { kind: "DaemonSet", namespace: "kube-system" }),
      workload("calico-node", "app: calico", { kind: "DaemonSet", namespace: "kube-system" }),
    ],
    want: [],
  },
];

describe("lints", () => {
  it.each(CASES)("$name", ({ in: texts, want }) => {
    const findings = lintText(documents(...texts));
    expect(findings.map(({ rule }) => rule)).toEqual(want.map(([rule]) => rule));
    for (const [index, [, ...words]] of want.entries())
      for (const word of words) expect(findings[index]?.message).toContain(word);
    expect(findings.filter(({ gate }) => gate)).toEqual([]);
  });

  it("say where", () => {
    const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector:
    matchLabels:
      app: bd
---
${DB}`;
    expect(lintText(text)).toMatchObject([
      { rule: "NP020", namespace: "shop", location: { startLine: 7, startColumn: 7 } },
    ]);
  });

  const SPEAKING = CASES.filter(({ want }) => want.length > 0);
  it.each(SPEAKING)("is new where it was not before: $name", ({ in: texts, want }) => {
    expect(lintTexts("", documents(...texts)).map(({ rule }) => rule)).toEqual(
      want.map(([rule]) => rule),
    );
  });
  it.each(SPEAKING)("is no news where it stood: $name", ({ in: texts }) => {
    expect(lintTexts(documents(...texts), documents(...texts.toReversed()))).toEqual([]);
  });
  it.each(SPEAKING)("is gone where it went: $name", ({ in: texts }) => {
    expect(lintTexts(documents(...texts), "")).toEqual([]);
  });
});

describe("lints of a change", () => {
  const combined = ingress("app: db", `[{from: [{${byName("mon")}, ${pods("app: p")}}]}]`);
  const split = ingress("app: db", `[{from: [{${byName("mon")}}, {${pods("app: p")}}]}]`);
  const one = ingress("app: web", `[{from: [{${pods("app: p")}}], ports: [{port: 443}]}]`);
  const two = ingress("app: web", `[{from: [{${pods("app: p")}}]}, {ports: [{port: 443}]}]`);

  it.each([
    { name: "AND becomes OR", base: [combined], head: [split], want: ["NP023 warning"] },
    { name: "OR becomes AND", base: [split], head: [combined], want: [] },
    { name: "a dash before ports", base: [one], head: [two], want: ["NP024 warning"] },
    {
      name: "the pods' label changes",
      base: [WEB, ingress("app: web", "[]")],
      head: [workload("web", "app: front"), ingress("app: web", "[]")],
      want: ["NP020 error"],
    },
    {
      name: "the pods go",
      base: [WEB, DB, ingress("app: web", "[]")],
      head: [DB, ingress("app: web", "[]")],
      want: [],
    },
    {
      name: "a slip of the finger",
      base: [DB, ingress("app: db", "[]")],
      head: [DB, ingress("app: bd", "[]")],
      want: ["NP020 error"],
    },
    {
      name: "a policy with a fault is renamed and moves down",
      base: [DB, ingress("app: bd", "[]", "a")],
      head: [DB, WEB, ingress("app: bd", "[]", "b")],
      want: [],
    },
    {
      name: "a second policy with the same fault",
      base: [DB, ingress("app: bd", "[]", "a")],
      head: [DB, ingress("app: bd", "[]", "a"), ingress("app: bd", "[{}]", "b")],
      want: ["NP020 error"],
    },
    {
      name: "a Namespace loses the label that a rule asks for",
      base: [
        namespaceObject("mon", "purpose: scrape"),
        ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {purpose: scrape}}}]}]"),
      ],
      head: [
        namespaceObject("mon"),
        ingress("app: web", "[{from: [{namespaceSelector: {matchLabels: {purpose: scrape}}}]}]"),
      ],
      want: ["NP022 warning"],
    },
  ])("$name", ({ base, head, want }) => {
    const findings = lintTexts(documents(...base), documents(...head));
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(want);
    for (const { side } of findings) expect(side).toBe("head");
  });

  it("says nothing that files which were not read could refute", () => {
    expect(lintText(documents(DB, ingress("app: bd", "[]")), false)).toEqual([]);
    expect(lintText(documents(DB, ingress("app: db", "[{ports: [{port: x}]}]")), false)).toEqual(
      [],
    );
  });
});

describe("many policies in one namespace", () => {
  const MANY = 2_000;
  const every = (make: (index: number) => string): string =>
    documents(...Array.from({ length: MANY }, (_, index) => make(index)));
  const block = "{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}";

  it.each([
    {
      name: "subjects of their own",
      text: () => every((i) => egress(`app: a${i}`, `[{to: [${block}]}]`, `p${i}`)),
    },
    {
      name: "one subject",
      text: () =>
        every((i) => egress("app: a", `[{to: [${block}], ports: [{port: ${i + 1}}]}]`, `p${i}`)),
    },
    {
      name: "subjects without a common key",
      text: () =>
        every((i) => egress(`k${i}: a`, `[{to: [${block}]}, {ports: [{port: 443}]}]`, `deny-${i}`)),
    },
    {
      name: "DNS peers that find nobody",
      text: () =>
        every((i) =>
          egress(
            `k${i}: a`,
            `[{to: [{${pods("k8s-app: kube-dns")}}], ports: [{port: 53}]}]`,
            `p${i}`,
          ),
        ),
    },
    {
      name: "Services with other ports",
      text: () =>
        every((i) =>
          documents(
            service(`s${i}`, `{selector: {k${i}: a}, ports: [{port: 80, targetPort: 8080}]}`),
            ingress(`k${i}: a`, "[{ports: [{port: 80}]}]", `p${i}`),
          ),
        ),
    },
  ])("take no quadratic time: $name", ({ text }) => {
    // Reading the text is most of it.
    expect(processorSeconds(() => void lintText(text()))).toBeLessThan(20);
  });
});

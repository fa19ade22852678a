import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Cni } from "../config/cni.ts";
import { temporaryDirectory } from "../source/testing/temporary.ts";
import type { QueryAnswer } from "./query-answer.ts";
import { runQuery } from "./query.ts";

interface Asked {
  readonly exit: number;
  readonly text: string;
  readonly json: QueryAnswer;
}

/** Asks about a directory that holds these documents, as the command line does. */
async function ask(documents: readonly string[], flow: string, cni?: Cni): Promise<Asked> {
  using directory = temporaryDirectory();
  for (const [index, document] of documents.entries()) {
    const path = join(directory.path, `${index}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    // A file that begins with a brace is JSON for some versions of kubectl.
    writeFileSync(path, `---\n${document}\n`);
  }
  const [from = "", to = "", port = "80", protocol = "TCP"] = flow.split(" ");
  const run = async (format: "text" | "json") => {
    let output = "";
    const exit = await runQuery(
      {
        name: "query",
        directory: directory.path,
        namespace: "default",
        from,
        to,
        port: Number(port),
        protocol: protocol as "TCP",
        format,
        ...(cni === undefined ? {} : { cni }),
      },
      { write: (text) => (output += text), isTerminal: false, today: "2026-03-31" },
    );
    return { exit, output };
  };
  const text = await run("text");
  const json = await run("json");
  return { exit: text.exit, text: text.output, json: JSON.parse(json.output) as QueryAnswer };
}

const ns = (name: string, labels = ""): string =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;
const pod = (namespace: string, name: string, labels = `app: ${name}`, spec = ""): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}, spec: {${spec}containers: [{name: c}]}}`;
const workload = (kind: string, api: string, name: string, more = ""): string =>
  `{apiVersion: ${api}, kind: ${kind}, metadata: {name: ${name}, namespace: a}, spec: {${more}template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: c}]}}}}`;
const dumped = (namespace: string, name: string, status: string): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}, spec: {containers: [{name: c}]}, status: ${status}}`;
const dual = (four: string, six: string): string =>
  dumped("b", "two", `{podIP: ${four}, podIPs: [{ip: ${four}}, {ip: '${six}'}]}`);
const policy = (namespace: string, spec: string, api = "networking.k8s.io/v1"): string =>
  `{apiVersion: ${api}, kind: NetworkPolicy, metadata: {name: p, namespace: ${namespace}}, spec: ${spec}}`;
const ingress = (from: string, podSelector = "{}"): string =>
  policy("a", `{podSelector: ${podSelector}, ingress: [{from: [${from}]}]}`);
const DENY = policy("a", "{podSelector: {}, policyTypes: [Ingress, Egress]}");
const DENY_INGRESS = policy("a", "{podSelector: {}}");
const isolates = (podSelector: string): string => policy("a", `{podSelector: ${podSelector}}`);
const block = (cidr: string): string => `{ipBlock: {cidr: '${cidr}'}}`;
const WORLD = [
  ns("a"),
  ns("b", "team: blue"),
  pod("a", "web"),
  pod("a", "db"),
  pod("b", "cl"),
  pod("c", "x"),
];
const expression = (key: string, operator: string, values = ""): string =>
  `{matchExpressions: [{key: ${key}, operator: ${operator}${values}}]}`;

interface Expected {
  readonly name: string;
  readonly documents: readonly string[];
  readonly flow: string;
  readonly want: "allowed" | "denied" | "undecided";
  readonly says?: string;
  readonly cni?: Cni;
}

const deployed = workload("Deployment", "apps/v1", "d");
const CASES: readonly Expected[] = [
  {
    name: "an ipBlock of every address matches every pod",
    documents: [ingress(`${block("0.0.0.0/0")}, ${block("::/0")}`)],
    flow: "b/cl a/web",
    want: "allowed",
    says: "assumed: An ipBlock also matches pods",
  },
  {
    name: "an ipBlock of every address in pieces, in two rules",
    documents: [
      policy(
        "a",
        `{podSelector: {}, ingress: [{from: [${block("0.0.0.0/1")}]}, {from: [${block("128.0.0.0/1")}]}]}`,
      ),
    ],
    flow: "b/cl a/web",
    want: "allowed",
    says: "assumed: Pods whose address is not known have one of IPv4",
  },
  {
    name: "an ipBlock that may hold the pod",
    documents: [ingress(block("10.0.0.0/8"))],
    flow: "b/cl a/web",
    want: "undecided",
    says: "not known: whether b/cl has an address in 10.0.0.0/8",
  },
  {
    name: "an ipBlock that may hold the pod, on the egress side",
    documents: [
      policy(
        "a",
        `{podSelector: {}, policyTypes: [Egress], egress: [{to: [${block("10.0.0.0/8")}]}]}`,
      ),
    ],
    flow: "a/web b/cl",
    want: "undecided",
    says: "not known: whether b/cl has an address in 10.0.0.0/8",
  },
  {
    name: "an ipBlock of IPv6 only",
    documents: [ingress(block("::/0"))],
    flow: "b/cl a/web",
    want: "undecided",
    says: "has an address in internet (IPv6)",
  },
  {
    name: "an ipBlock of an address that no pod has",
    documents: [ingress(block("169.254.169.254/32"))],
    flow: "b/cl a/web",
    want: "denied",
  },
  {
    name: "an ipBlock where the plugin takes it for outside addresses only",
    documents: [ingress(block("0.0.0.0/0"))],
    flow: "b/cl a/web",
    want: "denied",
    says: "assumed: An ipBlock matches no pod",
    cni: "cilium",
  },
  {
    name: "a selector beside the ipBlock decides alone",
    documents: [ingress(`${block("10.0.0.0/8")}, {namespaceSelector: {}}`)],
    flow: "b/cl a/web",
    want: "allowed",
  },
  {
    name: "a namespace that is only named may have any label",
    documents: [ingress("{namespaceSelector: {matchLabels: {team: blue}}}")],
    flow: "c/x a/web",
    want: "undecided",
    says: "not known: the label team of namespace c, whose manifest is not here",
  },
  {
    name: "a namespace that is only named may lack any label",
    documents: [ingress(`{namespaceSelector: ${expression("team", "DoesNotExist")}}`)],
    flow: "c/x a/web",
    want: "undecided",
  },
  {
    name: "a namespace that is only named has its name",
    documents: [ingress("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: c}}}")],
    flow: "c/x a/web",
    want: "allowed",
  },
  {
    name: "a namespace that is only named, where its name decides against it",
    documents: [
      ingress("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: d, team: blue}}}"),
    ],
    flow: "c/x a/web",
    want: "denied",
  },
  {
    name: "a pod to itself",
    documents: [DENY],
    flow: "a/web a/web",
    want: "allowed",
    says: "allowed: a/web -> a/web TCP 80 (a pod cannot block its own traffic)",
  },
  {
    name: "one pod of a workload to another",
    documents: [DENY, deployed],
    flow: "a/d a/d",
    want: "denied",
    says: "denied: a/d -> a/d TCP 80 (from one pod to another; itself: always allowed)",
  },
  {
    name: "the name of a Job on its pods",
    documents: [isolates("{matchLabels: {job-name: j}}"), workload("Job", "batch/v1", "j")],
    flow: "b/cl a/j",
    want: "denied",
  },
  {
    name: "the name of another Job",
    documents: [isolates("{matchLabels: {job-name: k}}"), workload("Job", "batch/v1", "j")],
    flow: "b/cl a/j",
    want: "allowed",
  },
  {
    name: "a Job that brings its own selector gets no labels",
    documents: [
      isolates("{matchLabels: {job-name: j}}"),
      workload("Job", "batch/v1", "j", "manualSelector: true, "),
    ],
    flow: "b/cl a/j",
    want: "allowed",
  },
  {
    name: "the hash of a Deployment is there",
    documents: [isolates(expression("pod-template-hash", "Exists")), deployed],
    flow: "b/cl a/d",
    want: "denied",
  },
  {
    name: "the hash of a Deployment has a value that nobody knows",
    documents: [isolates("{matchLabels: {pod-template-hash: abc}}"), deployed],
    flow: "b/cl a/d",
    want: "undecided",
    says: "not known: which value the label pod-template-hash has on the pods of a/d",
  },
  {
    name: "only some pods of a StatefulSet",
    documents: [
      isolates("{matchLabels: {statefulset.kubernetes.io/pod-name: s-0}}"),
      workload("StatefulSet", "apps/v1", "s"),
    ],
    flow: "b/cl a/s",
    want: "undecided",
  },
  {
    name: "a pod of another StatefulSet",
    documents: [
      isolates("{matchLabels: {statefulset.kubernetes.io/pod-name: t-0}}"),
      workload("StatefulSet", "apps/v1", "s"),
    ],
    flow: "b/cl a/s",
    want: "allowed",
  },
  {
    name: "a policy that may isolate and allows the flow, too",
    documents: [
      policy(
        "a",
        "{podSelector: {matchLabels: {pod-template-hash: abc}}, ingress: [{ports: [{port: 80}]}]}",
      ),
      deployed,
    ],
    flow: "b/cl a/d",
    want: "allowed",
  },
  {
    name: "a policy that may allow what others deny",
    documents: [
      DENY_INGRESS,
      policy("a", "{podSelector: {matchLabels: {pod-template-hash: abc}}, ingress: [{}]}"),
      deployed,
    ],
    flow: "b/cl a/d",
    want: "undecided",
  },
  {
    name: "a policy of Calico",
    documents: [policy("a", "{selector: all()}", "projectcalico.org/v3")],
    flow: "b/cl a/web",
    want: "undecided",
    says: "not evaluated: NetworkPolicy p (projectcalico.org/v3)",
  },
  {
    name: "a policy of Calico, of a third namespace",
    documents: [policy("c", "{selector: all()}", "projectcalico.org/v3")],
    flow: "b/cl a/web",
    want: "allowed",
  },
  {
    name: "a policy of the cluster",
    documents: [
      "{apiVersion: policy.networking.k8s.io/v1alpha1, kind: AdminNetworkPolicy, metadata: {name: p}, spec: {}}",
    ],
    flow: "b/cl a/web",
    want: "undecided",
    says: "(by what was read and evaluated: allowed)",
  },
  {
    name: "a policy of a group that is served no longer",
    documents: [policy("a", "{podSelector: {}}", "extensions/v1beta1")],
    flow: "b/cl a/web",
    want: "undecided",
    says: "not evaluated: NetworkPolicy p (extensions/v1beta1)",
  },
  {
    name: "a policy that the API server refuses",
    documents: [isolates("{matchLabels: {app: yes}}")],
    flow: "b/cl a/web",
    want: "undecided",
    says: "not read: ",
  },
  {
    name: "a policy that the API server refuses, of a third namespace",
    documents: [isolates("{matchLabels: {app: yes}}")],
    flow: "b/cl c/x",
    want: "allowed",
  },
  {
    name: "a file that nobody can read may hold anything",
    documents: [`${DENY} [`],
    flow: "b/cl c/x",
    want: "undecided",
  },
  {
    name: "a pod of no manifest, by its labels",
    documents: [ingress("{podSelector: {matchLabels: {app: web}}}", "{matchLabels: {app: db}}")],
    flow: "a{app=web,tier=x} a/db",
    want: "allowed",
  },
  {
    name: "a pod of no manifest, with other labels",
    documents: [ingress("{podSelector: {matchLabels: {app: web}}}", "{matchLabels: {app: db}}")],
    flow: "a{} a/db",
    want: "denied",
  },
  {
    name: "a pod of no manifest may name its ports",
    documents: [policy("a", "{podSelector: {}, ingress: [{ports: [{port: http}]}]}")],
    flow: "b/cl a{app=new}",
    want: "undecided",
    says: 'not known: whether a{app=new} declares TCP 80 as port "http"',
  },
  {
    name: "any pod of a namespace, where none is let in",
    documents: [DENY],
    flow: "b a",
    want: "denied",
  },
  {
    name: "any pod of a namespace, where some are",
    documents: [ingress("{podSelector: {matchLabels: {app: web}}}", "{matchLabels: {app: db}}")],
    flow: "a a/db",
    want: "undecided",
    says: "  allowed: pods app=web in a -> a/db",
  },
  {
    name: "any pod of two namespaces",
    documents: [ingress("{namespaceSelector: {matchLabels: {team: blue}}}")],
    flow: "b a",
    want: "allowed",
  },
  {
    name: "a namespace that nothing is in",
    documents: [],
    flow: "typo a/web",
    want: "allowed",
    says: "note: nothing in the directory is in namespace typo",
  },
  {
    name: "a pod on the host network",
    documents: [DENY_INGRESS, pod("b", "node", "app: node", "hostNetwork: true, ")],
    flow: "b/node a/web",
    want: "denied",
    says: "assumed: Pods on the host network are treated as their node",
  },
  {
    name: "a pod on the host network, and the address of its node",
    documents: [ingress(block("10.0.0.0/8")), pod("b", "node", "app: node", "hostNetwork: true, ")],
    flow: "b/node a/web",
    want: "undecided",
  },
  {
    name: "a pod of two IP versions, of which one is let in",
    documents: [ingress(block("::/0")), dual("10.0.0.1", "fd00::1")],
    flow: "b/two a/web",
    want: "undecided",
  },
  {
    name: "a pod of two IP versions that meets one of one",
    documents: [
      ingress(block("10.0.0.0/8"), "{matchLabels: {app: four}}"),
      dual("10.0.0.1", "fd00::1"),
      dumped("a", "four", "{podIP: 10.0.0.2}"),
    ],
    flow: "b/two a/four",
    want: "allowed",
  },
  {
    name: "the address of a pod is that pod",
    documents: [
      ingress("{namespaceSelector: {matchLabels: {team: blue}}}"),
      dual("10.0.0.1", "fd00::1"),
    ],
    flow: "10.0.0.1 a/web",
    want: "allowed",
    says: "allowed: 10.0.0.1 (b/two) -> a/web",
  },
  {
    name: "a pod to its own address",
    documents: [
      policy("b", "{podSelector: {}, policyTypes: [Egress]}"),
      dual("10.0.0.1", "fd00::1"),
    ],
    flow: "b/two fd00::1",
    want: "allowed",
  },
];

const EXIT = { allowed: 0, denied: 1, undecided: 2 };

describe("query", () => {
  it.each(CASES)("$want: $name", async ({ documents, flow, want, says, cni }) => {
    const { exit, text, json } = await ask([...WORLD, ...documents], flow, cni);
    expect(text.split(":")[0]).toBe(want);
    expect([exit, json.verdict]).toEqual([EXIT[want], want]);
    if (says !== undefined) expect(text).toContain(says);
  });

  it("tells in JSON what it assumes, what is missing and what is left out", async () => {
    const documents = [ingress(block("10.0.0.0/8")), policy("a", "{}", "projectcalico.org/v3")];
    const { json } = await ask([...WORLD, ...documents], "b/cl a/web");
    expect(json).toMatchObject({
      missing: ["whether b/cl has an address in 10.0.0.0/8"],
      gaps: [{ type: "not evaluated", line: 2, text: "NetworkPolicy p (projectcalico.org/v3)" }],
      assumptions: [{ id: "ip-block-and-pods" }],
    });
  });

  it("asks for the labels of the end that they matter at, and shows what all its pods are under", async () => {
    const documents = [
      DENY_INGRESS,
      ingress("{namespaceSelector: {}}", "{matchLabels: {app: db}}"),
      isolates("{matchLabels: {app: web}}"),
    ].map((document, index) => document.replace("name: p", `name: p${index}`));
    const { json } = await ask([...WORLD, ...documents], "b a");
    expect(json.missing).toEqual(["the labels of the pods in a"]);
    expect(json.cases.map(({ verdict, from, to }) => [verdict, from, to])).toEqual([
      ["allowed", "any pod in b", "pods app=db in a"],
      ["denied", "any pod in b", "pods in a except app=db"],
    ]);
    expect(json.cases[1]?.sides[1]?.isolatedBy).toHaveLength(1);
  });

  it("assumes nothing that does not matter", async () => {
    const documents = [ingress(`${block("0.0.0.0/0")}, {namespaceSelector: {}}`)];
    const { json } = await ask([...WORLD, ...documents], "b/cl a/web");
    expect(json.assumptions).toEqual([]);
  });

  it.each([
    { flow: "1.1.1.1 2.2.2.2", want: "are both addresses" },
    { flow: "10.0.0.0/8 a/web", want: "is a range of addresses" },
    { flow: "a/web 10.96.0.1", want: "10.96.0.1 is the address of Service a/db" },
    { flow: "a/nope a/web", want: "name its namespace and labels, such as 'a{app=nope}'" },
    { flow: "a{app a/web", want: "write labels as namespace{key=value" },
    { flow: "a{app} a/web", want: '"app" is no key=value' },
    { flow: "a{app=1,app=2} a/web", want: "the label app stands twice" },
    { flow: "a{-=1} a/web", want: "is no label key" },
    { flow: "A{} a/web", want: "is no DNS label" },
  ])("refuses $flow", async ({ flow, want }) => {
    const service =
      "{apiVersion: v1, kind: Service, metadata: {name: db, namespace: a}, spec: {clusterIP: 10.96.0.1, selector: {app: db}, ports: [{port: 80}]}}";
    await expect(ask([...WORLD, service], flow)).rejects.toThrow(want);
  });

  it("says why a workload is none", async () => {
    const documents = [...WORLD, pod("a", "bad", "app: yes")];
    await expect(ask(documents, "b/cl a/bad")).rejects.toThrow(
      /the API server would refuse a\/bad: 6.yaml:2: .*boolean/,
    );
  });

  it("takes the kind where a name is that of two workloads", async () => {
    const documents = [...WORLD, workload("Deployment", "apps/v1", "web")];
    await expect(ask(documents, "b/cl a/web")).rejects.toThrow("a/web[Pod] or a/web[Deployment]");
    expect((await ask(documents, "b/cl a/web[Pod]")).exit).toBe(0);
  });

  it("prints names as what they are", async () => {
    const evil = '"x\\u001b[31m\\n::error::y\\u202e"';
    const documents = [
      `{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: ${evil}, namespace: a}}`,
    ];
    const { text } = await ask([...WORLD, ...documents], "b/cl a/web");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|^\s*::/mu);
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/testing/temporary.ts";
import { runFlows } from "./flows.ts";

/** Lists the flows of these documents. */
async function list(documents: readonly string[], format: "text" | "json" = "text") {
  using directory = temporaryDirectory();
  writeFileSync(join(directory.path, "a.yaml"), `---\n${documents.join("\n---\n")}`);
  let output = "";
  const warnings: string[] = [];
  const exit = await runFlows(
    { name: "flows", directory: directory.path, namespace: "default", format },
    {
      write: (text) => (output += text),
      warn: (line) => warnings.push(line),
      isTerminal: false,
      today: "2026-03-31",
    },
  );
  return { exit, output, warnings, lines: output.split("\n") };
}

const namespace = (name: string, labels = ""): string =>
  `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}, labels: {${labels}}}}`;
const pod = (ns: string, name: string, spec = ""): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: ${ns}, labels: {app: ${name}}}, spec: {${spec}containers: [{name: c}]}}`;
const policy = (ns: string, spec: string, api = "networking.k8s.io/v1"): string =>
  `{apiVersion: ${api}, kind: NetworkPolicy, metadata: {name: p, namespace: ${ns}}, spec: ${spec}}`;
const from = (...peers: readonly string[]): string =>
  policy("a", `{podSelector: {}, ingress: [{from: [${peers.join(", ")}], ports: [{port: 80}]}]}`);
const block = (cidr: string, except = ""): string =>
  `{ipBlock: {cidr: '${cidr}', except: [${except}]}}`;
const WORLD = [namespace("a"), namespace("b"), pod("a", "web"), pod("b", "cl")];

describe("flows", () => {
  it.each([
    {
      name: "all addresses are one line, in words",
      documents: [from(block("0.0.0.0/0"))],
      want: ["any IPv4 address => a/web[Pod] : TCP 80", "b/cl[Pod] => a/web[Pod] : TCP 80"],
    },
    {
      name: "exceptions are said as such, and a pod's address is not known",
      documents: [from(block("0.0.0.0/0", "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16"))],
      want: [
        "internet except 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 => a/web[Pod] : TCP 80",
        "b/cl[Pod] => a/web[Pod] : TCP 80 (not certain: depends on pod addresses)",
      ],
    },
    {
      name: "ranges are CIDRs",
      documents: [from(block("10.0.0.0/8"), block("192.168.0.0/24"))],
      want: ["10.0.0.0/8, 192.168.0.0/24 => a/web[Pod] : TCP 80"],
    },
    {
      name: "all addresses in pieces hold every pod",
      documents: [from(block("0.0.0.0/1"), block("128.0.0.0/1"))],
      want: ["b/cl[Pod] => a/web[Pod] : TCP 80"],
    },
    {
      name: "a pod on the host network is marked",
      documents: [pod("b", "node", "hostNetwork: true, ")],
      want: ["b/node[Pod] (host network) => a/web[Pod] : any port"],
    },
    {
      name: "labels of a namespace that is only named are not known",
      documents: [pod("c", "x"), from("{namespaceSelector: {matchLabels: {team: blue}}}")],
      want: ["c/x[Pod] => a/web[Pod] : TCP 80 (not certain: depends on namespace labels)"],
    },
    {
      name: "the name of a namespace that is only named is known",
      documents: [
        pod("c", "x"),
        from("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: c}}}"),
      ],
      want: ["c/x[Pod] => a/web[Pod] : TCP 80"],
    },
    {
      name: "a policy that may isolate leaves open what it does not allow",
      documents: [
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: a}, spec: {template: {metadata: {labels: {app: d}}, spec: {containers: [{name: c}]}}}}",
        policy(
          "a",
          "{podSelector: {matchLabels: {pod-template-hash: abc}}, ingress: [{ports: [{port: 80}]}]}",
        ),
      ],
      want: [
        "b/cl[Pod] => a/d[Deployment] : TCP 80",
        "b/cl[Pod] => a/d[Deployment] : any port except TCP 80 (not certain: depends on labels of controllers)",
        "any address => a/d[Deployment] : TCP 80",
      ],
    },
  ])("$name", async ({ documents, want }) => {
    const { lines, exit } = await list([...WORLD, ...documents]);
    expect(lines).toEqual(expect.arrayContaining(want));
    expect(exit).toBe(0);
  });

  it("lists what it does not evaluate, and is undecided then", async () => {
    const calico = policy("c", "{selector: all()}", "projectcalico.org/v3");
    const said = expect.stringMatching(/^not evaluated: NetworkPolicy p \(projectcalico.org\/v3\)/);
    const text = await list([...WORLD, calico]);
    expect([text.exit, text.lines]).toEqual([2, expect.arrayContaining([said])]);
    const json = await list([...WORLD, calico], "json");
    expect([json.exit, json.warnings]).toEqual([2, [said]]);
    expect(JSON.parse(json.output)).toContainEqual(
      expect.objectContaining({ source: "b/cl[Pod]", destination: "a/web[Pod]" }),
    );
  });

  it("prints the assumptions that its policies touch", async () => {
    const { lines } = await list([...WORLD, from(block("10.0.0.0/8"))]);
    expect(lines).toContainEqual(expect.stringMatching(/^assumed: An ipBlock also matches pods/));
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../source/testing/temporary.ts";
import { runFlows } from "./flows.ts";
import type { QueryAnswer } from "./query-answer.ts";
import { runQuery } from "./query.ts";

type Files = Readonly<Record<string, string>>;

interface Options {
  readonly scope?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Runs a command on a directory of these files. */
async function inFolder(files: Files, run: (directory: string) => Promise<number>) {
  using directory = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory.path, path)), { recursive: true });
    writeFileSync(join(directory.path, path), `${text.replace(/^\{/, "---\n{")}\n`);
  }
  return await run(directory.path);
}

async function ask(files: Files, { scope, from = "shop{}", to = "1.1.1.1" }: Options = {}) {
  const run = async (format: "text" | "json") => {
    let output = "";
    const exit = await inFolder(files, (directory) =>
      runQuery(
        {
          name: "query",
          directory,
          from,
          to,
          port: 80,
          protocol: "TCP",
          format,
          ...(scope === undefined ? {} : { scope }),
        },
        { write: (text) => (output += text), isTerminal: false, today: "2026-03-31" },
      ),
    );
    return { exit, output };
  };
  const { exit, output } = await run("text");
  return { exit, text: output, json: JSON.parse((await run("json")).output) as QueryAnswer };
}

async function list(files: Files, scope?: string) {
  let output = "";
  const exit = await inFolder(files, (directory) =>
    runFlows(
      { name: "flows", directory, format: "text", ...(scope === undefined ? {} : { scope }) },
      { write: (text) => (output += text), isTerminal: false, today: "2026-03-31" },
    ),
  );
  return { exit, text: output };
}

const policy = (name: string, spec: string, metadata = ""): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: shop${metadata}}, spec: {podSelector: {}, ${spec}}}`;
const DENY = policy("deny", "policyTypes: [Egress]");
const OPEN = policy("open", "policyTypes: [Egress], egress: [{}]");
const POD =
  "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: c}]}}";
const NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}";
const LOCAL = ", annotations: {config.kubernetes.io/local-config: 'true'}";

describe("query in scopes", () => {
  const EU_US = { "clusters/eu/a.yaml": DENY, "clusters/us/a.yaml": OPEN };

  it("answers for each where they differ, and is undecided", async () => {
    const { exit, text, json } = await ask(EU_US);
    expect(exit).toBe(2);
    expect(text).toMatch(/^undecided: shop\{\} -> 1.1.1.1 TCP 80 \(the scopes differ\)\n/);
    expect(text).toContain("scope clusters/eu: denied");
    expect(text).toContain("scope clusters/us: allowed");
    expect(text).toContain("--scope takes one of them");
    expect(json.perScope?.map(({ scopes, verdict }) => [scopes, verdict])).toEqual([
      [["clusters/eu"], "denied"],
      [["clusters/us"], "allowed"],
    ]);
  });

  it.each([
    { scope: "clusters/eu", exit: 1, other: "clusters/us" },
    { scope: "clusters/us", exit: 0, other: "clusters/eu" },
  ])("answers for $scope where it is asked for", async ({ scope, exit, other }) => {
    const answer = await ask(EU_US, { scope });
    expect(answer.exit).toBe(exit);
    expect(answer.text).toContain(`in scope ${scope}`);
    expect(answer.text).not.toContain(other);
  });

  it("knows no other scopes", async () => {
    await expect(ask(EU_US, { scope: "clusters/ue" })).rejects.toThrow(
      "there is no scope clusters/ue; there are: clusters/eu, clusters/us",
    );
    await expect(list(EU_US, "x")).rejects.toThrow("there are: clusters/eu, clusters/us");
  });

  it("answers once where all agree", async () => {
    const { exit, text } = await ask({ "clusters/eu/a.yaml": DENY, "clusters/us/a.yaml": DENY });
    expect(exit).toBe(1);
    expect(text).toContain("the same in scopes clusters/eu, clusters/us");
    expect(text.match(/isolated by/g)).toHaveLength(1);
  });

  it("takes the scopes of the configuration in the directory", async () => {
    const scopes =
      "scopes: [{name: eu, paths: ['a.yaml']}, {name: us, paths: ['b.yaml'], namespace: shop}]";
    const files = {
      ".github/netpol-review.yml": scopes,
      "a.yaml": DENY,
      "b.yaml": OPEN.replace(", namespace: shop", ""),
    };
    expect((await ask(files)).exit).toBe(2);
    expect((await ask(files, { scope: "us" })).exit).toBe(0);
  });

  it("does not ask scopes that hold nothing there", async () => {
    const other = DENY.replaceAll("shop", "other");
    const files = { "clusters/eu/a.yaml": OPEN, "b.yaml": other, "c.yaml": NAMESPACE };
    expect((await ask(files)).exit).toBe(0);
  });

  it("says where scopes that may meet give another answer together", async () => {
    const files = { "policies/a.yaml": DENY, "overlays/prod/pod.yaml": POD };
    const { exit, text } = await ask(files, { from: "shop/web" });
    expect(exit).toBe(2);
    expect(text).toContain(
      "not known: whether scopes default and overlays/prod are applied to one cluster",
    );
  });

  it("refuses ends that no scope has both of", async () => {
    const db = POD.replaceAll("web", "db");
    const files = { "clusters/eu/a.yaml": POD, "clusters/us/a.yaml": db };
    await expect(ask(files, { from: "shop/web", to: "shop/db" })).rejects.toThrow(
      "no scope holds both ends: shop/web is in clusters/eu; shop/db is in clusters/us",
    );
    await expect(ask(files, { from: "shop/x" })).rejects.toThrow(
      "there is no workload shop/x; there are: shop/web, shop/db",
    );
  });
});

describe("query of what may not be applied", () => {
  it.each<{ name: string; files: Files; exit: number; says: string }>([
    {
      name: "a policy among documents",
      files: { "docs/a.yaml": DENY, "pod.yaml": POD },
      exit: 0,
      says: "not counted: docs/a.yaml: below a folder of tests, examples, documents",
    },
    {
      name: "a template of a chart",
      files: { "c/Chart.yaml": "name: c", "c/templates/a.yaml": DENY, "pod.yaml": POD },
      exit: 2,
      says: "not read: c/templates/a.yaml:1: part of the Helm chart in c: not rendered",
    },
    {
      name: "a file that its kustomization leaves out",
      files: { "kustomization.yaml": "resources: [b.yaml]", "a.yaml": DENY, "b.yaml": POD },
      exit: 2,
      says: "not known: whether NetworkPolicy deny (a.yaml:2) is applied: no kustomization lists a.yaml",
    },
    {
      name: "a patch that looks like a policy",
      files: { "kustomization.yaml": "patches: [{path: a.yaml}]", "a.yaml": DENY },
      exit: 2,
      says: "a kustomization takes a.yaml for a patch",
    },
    {
      name: "an ending in upper case",
      files: { "a.YAML": DENY },
      exit: 2,
      says: "its ending is not in lower case",
    },
    {
      name: "a local configuration",
      files: { "a.yaml": policy("deny", "policyTypes: [Egress]", LOCAL) },
      exit: 2,
      says: "whether NetworkPolicy deny (a.yaml:2) is applied: with config.kubernetes.io/local-config",
    },
    {
      name: "a policy in doubt that another one makes up for",
      files: { "a.yaml": policy("more", "policyTypes: [Egress]", LOCAL), "b.yaml": DENY },
      exit: 1,
      says: "denied: ",
    },
    {
      name: "a policy that is defined twice",
      files: { "a.yaml": DENY, "b.yaml": OPEN.replace("open", "deny") },
      exit: 2,
      says: "not known: which definition of NetworkPolicy deny is applied: a.yaml:2, b.yaml:2",
    },
    {
      name: "a policy that stands twice in the same words",
      files: { "a.yaml": DENY, "b.yaml": DENY },
      exit: 1,
      says: "denied: ",
    },
    {
      name: "what the configuration leaves out",
      files: { ".github/netpol-review.yml": "exclude: ['a*']", "a.yaml": DENY, "b.yaml": POD },
      exit: 0,
      says: "not counted: .github/netpol-review.yml: `exclude` leaves 1 file out: a.yaml",
    },
  ])("$name", async ({ files, exit, says }) => {
    const answer = await ask(files);
    expect(answer.text).toContain(says);
    expect(answer.exit).toBe(exit);
  });
});

describe("flows in scopes", () => {
  const files = {
    "clusters/eu/a.yaml": `${DENY}\n---\n${POD}`,
    "clusters/us/a.yaml": `${OPEN}\n---\n${POD}`,
  };

  it("lists them one by one", async () => {
    const { text, exit } = await list(files);
    const [eu = "", us = ""] = text.split("scope clusters/us:");
    expect([exit, eu.includes("scope clusters/eu:")]).toEqual([0, true]);
    expect([eu, us].map((part) => part.includes("shop/web[Pod] =>"))).toEqual([false, true]);
  });

  it("lists one where it is asked for", async () => {
    const { text } = await list(files, "clusters/us");
    expect(text).toContain("shop/web[Pod] =>");
    expect(text).not.toContain("scope");
  });

  it("says what was not counted, and what may not be applied", async () => {
    const { text, exit } = await list({ "docs/a.yaml": DENY, "pod.yaml": POD, "b.YAML": OPEN });
    expect(text).toContain("not counted: docs/a.yaml: ");
    expect(text).toContain("not known: whether NetworkPolicy open (b.YAML:2) is applied");
    expect(exit).toBe(2);
  });

  it("says why a list is empty", async () => {
    expect((await list({ "a.yaml": DENY })).text).toContain("no workloads were found");
    const closed = policy("deny", "policyTypes: [Ingress, Egress]");
    expect((await list({ "a.yaml": closed, "pod.yaml": POD })).text).toContain(
      "no flows: nothing is allowed between these workloads",
    );
  });
});

import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { allowWeb, DENY_ALL, namespace, policy } from "./manifests.ts";
import { BASE, BOT, commands, markerOf, NO_FLOW_CHANGES, RED, setUpScenes } from "./scene.ts";

const openScene = setUpScenes();

describe.concurrent("a pull request", () => {
  test("gets a comment, a summary, outputs and a failing check", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run();

    expect(result.exitCode).toBe(1);
    const [comment, ...others] = scene.repository.comments;
    expect(others).toEqual([]);
    expect(comment?.body.split("\n")[0]).toBe(markerOf(scene.checkout.headSha, 100));
    expect(comment?.body).toContain("payments");
    expect(result.summary).toContain("payments");
    expect(result.summary).not.toContain("<!-- netpol-review");
    expect(result.outputs.get("verdict")).toBe("fail");
    expect(Number(result.outputs.get("opened"))).toBeGreaterThan(0);
    expect(Number(result.outputs.get("findings"))).toBeGreaterThan(0);
    const json = await readFile(result.outputs.get("json-report") ?? "", "utf8");
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1, mode: "diff", verdict: "fail" });
    const markdown = await readFile(result.outputs.get("markdown-report") ?? "", "utf8");
    expect(result.summary).toContain(markdown.trim());
    const errors = commands(result.log).filter((line) => line.startsWith("::error "));
    expect(errors.some((line) => line.includes("title=NP001 "))).toBe(true);
  });

  test("has its warnings annotated, too, after what fails it", async () => {
    await using scene = await openScene({
      base: BASE,
      change: {
        ...RED.change,
        "new/namespace.yaml": namespace("new"),
        "new/web.yaml": policy({
          namespace: "new",
          name: "x",
          spec: "podSelector:\n  matchLabels: { app: a }",
        }),
      },
    });
    const { log } = await scene.run();
    const shown = commands(log).filter((line) => /^::(?:error|warning|notice) title=NP/.test(line));
    expect(shown[0]).toMatch(/^::error /);
    expect(shown.some((line) => line.startsWith("::warning title=NP003 "))).toBe(true);
  });

  test("with a network plugin that nobody knows stops the run and says which are known", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { cni: "cillium" } });
    expect(result.exitCode).toBe(3);
    expect(result.log).toMatch(/::error .*The input `cni` is not one of .*cilium/);
    expect(scene.repository.comments).toEqual([]);
  });

  test("passes where the workflow only warns, and says that it would have failed", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { "warn-only": "true" } });
    expect([result.exitCode, result.outputs.get("verdict")]).toEqual([0, "fail"]);
    expect(scene.repository.comments[0]?.body).toContain("(warn only)");
    expect(result.summary).toContain("It would have failed.");
  });

  test("links to lines of the two commits that were compared", async () => {
    await using scene = await openScene(RED);
    await scene.run();
    const { baseSha } = scene.checkout;
    expect(scene.repository.comments[0]?.body).toContain(
      `https://github.example/octo-org/${scene.name}/blob/${baseSha}/payments/deny.yaml#L`,
    );
  });

  test("is not charged with what happened on the target branch since", async () => {
    await using scene = await openScene({
      ...NO_FLOW_CHANGES,
      targetChange: { "payments/deny.yaml": "" },
    });
    const result = await scene.run();
    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toEqual([]);
  });

  test("is compared with the merge base where its head is checked out", async () => {
    await using scene = await openScene(
      { ...RED, targetChange: { "payments/web.yaml": allowWeb(9090) } },
      { fetchDepth: 0, ref: "head" },
    );
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    const json = await readFile(result.outputs.get("json-report") ?? "", "utf8");
    expect(JSON.parse(json).head.commit).toBe(scene.checkout.headSha);
    expect(JSON.parse(json).base.commit).not.toBe(scene.checkout.baseSha);
  });

  test("is compared with the merge base also where a shallow clone does not know it", async () => {
    await using scene = await openScene(
      { ...RED, targetChange: { "payments/web.yaml": allowWeb(9090) } },
      { fetchDepth: 1, ref: "head" },
    );
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    const json = await readFile(result.outputs.get("json-report") ?? "", "utf8");
    expect(JSON.parse(json).head.commit).toBe(scene.checkout.headSha);
    expect(JSON.parse(json).base.commit).not.toBe(scene.checkout.baseSha);
  });

  test("could not be reviewed: the check fails and says what to do", async () => {
    await using scene = await openScene(RED, { fetchDepth: 1, ref: "head" });
    scene.repository.knowsMergeBases = false;
    const stale = scene.repository.plant(BOT, `${markerOf(scene.checkout.headSha, 99)}\n### green`);
    const result = await scene.run();
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain("fetch-depth: 0");
    expect(result.outputs.get("verdict")).toBeUndefined();
    expect(stale.body).toContain("could not run");
    expect(stale.body).not.toContain("green");
  });
});

describe.concurrent("the configuration", () => {
  const CONFIG = ".github/netpol-review.yml";
  const EXCLUDES_ALL = 'exclude: ["payments/**"]\n';

  test("of the base applies", async () => {
    await using scene = await openScene({ ...RED, base: { ...BASE, [CONFIG]: EXCLUDES_ALL } });
    expect((await scene.run()).exitCode).toBe(0);
  });

  test("of the pull request does not: it cannot switch its own gate off", async () => {
    await using scene = await openScene({
      ...RED,
      change: { ...RED.change, [CONFIG]: EXCLUDES_ALL },
    });
    expect((await scene.run()).exitCode).toBe(1);
  });

  test("can stand at another path", async () => {
    await using scene = await openScene({ ...RED, base: { ...BASE, "x.yml": EXCLUDES_ALL } });
    expect((await scene.run({ inputs: { config: "x.yml" } })).exitCode).toBe(0);
  });

  test("that was asked for and is missing is told", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { config: "x.yml" } });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain("::warning::x.yml is not in the base revision");
  });

  test("with a mistake stops the run and names the line", async () => {
    await using scene = await openScene({ ...RED, base: { ...BASE, [CONFIG]: "\nscope: []\n" } });
    const result = await scene.run();
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain(`${CONFIG}:2`);
    expect(result.log).not.toContain("Internal error");
  });
});

describe.concurrent("other events", () => {
  test("a dispatch without base scans what is checked out", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ event: "workflow_dispatch" });
    expect(result.exitCode).toBe(0);
    const json = await readFile(result.outputs.get("json-report") ?? "", "utf8");
    expect(JSON.parse(json)).toMatchObject({ mode: "scan" });
    expect(scene.repository.requests).toEqual([]);
  });

  test("a dispatch with a base compares", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({
      event: "workflow_dispatch",
      inputs: { base: scene.checkout.baseSha },
    });
    expect(result.exitCode).toBe(1);
    expect(scene.repository.requests).toEqual([]);
  });
});

describe.concurrent("hostile text", () => {
  const HOSTILE_PATH = "a,b::error::%25\n::add-mask::x/##[group]y.yaml";

  test("never becomes a workflow command", async () => {
    const deny = policy({
      namespace: "payments",
      name: '"##[error]x\\n::add-mask::payments"',
      spec: "podSelector: {}\npolicyTypes: [Ingress, Egress]",
    });
    await using scene = await openScene({
      base: { "namespace.yaml": namespace("payments"), "deny.yaml": DENY_ALL },
      change: {
        "deny.yaml": "",
        [HOSTILE_PATH]: deny,
        [`${HOSTILE_PATH}.2.yaml`]: "kind: NetworkPolicy\n  broken: [",
      },
    });
    const result = await scene.run();
    expect(result.exitCode).not.toBe(0);
    const seen = commands(result.log).map((line) => /^::([a-z-]+)[ :]/.exec(line)?.[1]);
    // The token, and the token as git sends it.
    expect(seen.filter((name) => name === "add-mask")).toHaveLength(2);
    expect(seen.filter((name) => !["add-mask", "error", "warning"].includes(name ?? ""))).toEqual(
      [],
    );
    for (const line of commands(result.log)) {
      const properties = /^::(?:error|warning) (.*?)::/.exec(line)?.[1];
      if (properties === undefined) continue;
      for (const field of properties.split(","))
        expect(field).toMatch(/^(title|file|line|endLine)=[^:,\r\n]*$/);
    }
  });

  test("in the inputs never becomes a workflow command", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { base: "x\n::add-mask::y" } });
    expect(result.exitCode).toBe(3);
    expect(commands(result.log).filter((line) => line.includes("add-mask::y"))).toHaveLength(1);
    expect(commands(result.log).at(-1)).toMatch(/^::error /);
  });
});

test("an event file that is none stops the run with a word about it", async () => {
  await using scene = await openScene(RED);
  const result = await scene.run({ env: { GITHUB_EVENT_PATH: "/dev/null" } });
  expect(result.exitCode).toBe(3);
  expect(result.log).toContain("event file");
});

test("the token goes nowhere but into the mask", async () => {
  await using scene = await openScene(RED);
  const { log, summary } = await scene.run();
  const { token } = scene.repository;
  expect(log.split("\n").filter((line) => line.includes(token))).toEqual([`::add-mask::${token}`]);
  expect(summary).not.toContain(token);
});

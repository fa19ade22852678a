import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { createSchemaCheck } from "../sarif/validate-sarif.ts";
import { NO_FLOW_CHANGES, RED, setUpScenes } from "./scene.ts";
import type { JobResult } from "./runner.ts";

const openScene = setUpScenes();

async function runOf(result: JobResult) {
  const text = await readFile(result.outputs.get("sarif-report") ?? "", "utf8");
  const log = JSON.parse(text);
  expect(createSchemaCheck()(log)).toEqual([]);
  return log.runs[0];
}

const told = (run: { results: { ruleId: string; baselineState?: string }[] }): readonly string[] =>
  run.results.map(({ ruleId, baselineState }) => `${ruleId} ${baselineState}`);

describe.concurrent("the SARIF report", () => {
  test("of a pull request tells what is new and what stands, where the workflow asks for it", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({
      inputs: { sarif: "true" },
      env: { GITHUB_ACTION_REPOSITORY: "acme/netpol-review", GITHUB_ACTION_REF: "v1/x y" },
    });
    expect(result.exitCode).toBe(1);
    const run = await runOf(result);
    const want = ["NP002 new", "NP001 new", "NP014 new", "NP010 new", "NP011 new"];
    expect(told(run)).toEqual(want);
    expect(run.versionControlProvenance).toEqual([
      {
        repositoryUri: `https://github.example/octo-org/${scene.name}`,
        revisionId: scene.checkout.mergeSha,
        mappedTo: { uriBaseId: "%SRCROOT%" },
      },
    ]);
    expect(run.tool.driver.rules[0].helpUri).toBe(
      "https://github.example/acme/netpol-review/blob/v1/x%20y/docs/rules.md#np001-default-deny-weakened",
    );
  });

  test("says what stands though nothing changes", async () => {
    await using scene = await openScene(NO_FLOW_CHANGES);
    const result = await scene.run({ inputs: { sarif: "true" } });
    expect(result.exitCode).toBe(0);
    expect(told(await runOf(result))).toEqual(["NP012 unchanged"]);
  });

  test("of a pull request is not made for nobody", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run();
    expect(result.outputs.has("sarif-report")).toBe(false);
  });

  test("has a category that the scan and the pull requests of one review share, and no other review", async () => {
    await using scene = await openScene(RED);
    const categoryOf = async (event: "pull_request" | "push", inputs = {}): Promise<string> => {
      const result = await scene.run({
        event,
        inputs: { comment: "false", sarif: "true", ...inputs },
      });
      const { automationDetails } = await runOf(result);
      return automationDetails.id.slice(0, automationDetails.id.lastIndexOf("/"));
    };
    expect(await categoryOf("pull_request")).toBe("netpol-review");
    const others = [{ cni: "cilium" }, { "comment-id": "staging" }, { config: "x.yml" }];
    const pulls = await Promise.all(others.map((inputs) => categoryOf("pull_request", inputs)));
    const pushes = await Promise.all(others.map((inputs) => categoryOf("push", inputs)));
    expect(pushes).toEqual(pulls);
    expect(new Set(["netpol-review", ...pulls]).size).toBe(4);
  });

  test("comes with every scan, without a comparison", async () => {
    await using scene = await openScene(RED);
    const run = await runOf(await scene.run({ event: "workflow_dispatch" }));
    expect(told(run)).toEqual(["NP014 undefined", "NP010 undefined", "NP011 undefined"]);
    // An action of a local folder has no address.
    expect(run.tool.driver.rules[0].helpUri).toBeUndefined();
  });
});

import { checkOut } from "./clone.ts";
import { describe, expect, test } from "vitest";
import type { FakeRepository } from "./fake-repository.ts";
import { policy } from "./manifests.ts";
import {
  BASE,
  BOT,
  commands,
  markerOf,
  NO_FLOW_CHANGES,
  OPENS_A_PORT,
  RED,
  setUpScenes,
} from "./scene.ts";

const openScene = setUpScenes();

const writes = ({ requests }: FakeRepository): readonly string[] =>
  requests.filter((request) => !request.startsWith("GET ") && request !== "POST /graphql");

describe.concurrent("publishing", () => {
  test("updates its comment in place, from red to green", async () => {
    await using scene = await openScene(RED);
    await scene.run();
    const red = scene.repository.comments[0]?.body ?? "";

    await using fixed = await checkOut(NO_FLOW_CHANGES);
    scene.repository.headSha = fixed.headSha;
    const result = await scene.run({ checkout: fixed, runId: 101 });

    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toHaveLength(1);
    const green = scene.repository.comments[0]?.body ?? "";
    expect(green.split("\n")[0]).toBe(markerOf(fixed.headSha, 101));
    expect(green.split("\n")[1]).not.toBe(red.split("\n")[1]);
  });

  test("writes no comment where no flow changes and there was none", async () => {
    await using scene = await openScene(NO_FLOW_CHANGES);
    const result = await scene.run();
    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toEqual([]);
    expect(result.outputs.get("verdict")).toBe("pass");
    expect(result.summary).not.toBe("");
  });

  test("writes a comment where a flow opens and nothing fails", async () => {
    await using scene = await openScene(OPENS_A_PORT);
    const result = await scene.run();
    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toHaveLength(1);
    expect(result.outputs.get("opened")).not.toBe("0");
    expect(result.outputs.get("closed")).not.toBe("0");
  });

  test("writes no comment where the input says so", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { comment: "false" } });
    expect(result.exitCode).toBe(1);
    expect(scene.repository.requests).toEqual([]);
  });

  test("without write permission keeps the verdict and says why, once", async () => {
    await using scene = await openScene(RED);
    scene.repository.readOnly = true;
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(scene.repository.comments).toEqual([]);
    expect(result.summary).toContain("payments");
    const notices = commands(result.log).filter((line) => line.startsWith("::notice"));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("pull-requests: write");
  });

  test("without write permission a passing review passes", async () => {
    await using scene = await openScene(OPENS_A_PORT);
    scene.repository.readOnly = true;
    expect((await scene.run()).exitCode).toBe(0);
  });

  test("finds its comment on the third page", async () => {
    await using scene = await openScene(RED);
    const { repository, checkout } = scene;
    for (let index = 0; index < 230; index++) repository.plant("octocat", "Me too");
    const own = repository.plant(BOT, `${markerOf("0".repeat(40), 99)}\nold`);
    for (let index = 0; index < 20; index++) repository.plant("octocat", "Me too");
    await scene.run();
    expect(repository.comments).toHaveLength(251);
    expect(own.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
  });

  test("leaves somebody else's comment with our marker alone", async () => {
    await using scene = await openScene(RED);
    const body = `${markerOf(scene.checkout.headSha, 99)}\n### ✅ all fine`;
    const planted = scene.repository.plant("mallory", body);
    await scene.run();
    expect(planted.body).toBe(body);
    expect(scene.repository.comments.map(({ author }) => author)).toEqual(["mallory", BOT]);
  });

  test("knows its own comments by whoever owns the token", async () => {
    await using scene = await openScene(RED);
    const { repository, checkout } = scene;
    repository.viewer = "octocat";
    const old = markerOf("0".repeat(40), 99);
    const others = repository.plant(BOT, `${old}\nby another token`);
    const own = repository.plant("octocat", `${old}\nold`);
    await scene.run();
    expect(repository.comments).toHaveLength(2);
    expect(others.body).toContain("by another token");
    expect(own.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
  });

  test("leaves a comment alone that quotes the marker further down", async () => {
    await using scene = await openScene(RED);
    const quoting = scene.repository.plant(BOT, `Like this:\n${markerOf("0".repeat(40), 1)}`);
    await scene.run();
    expect(quoting.body).toContain("Like this");
    expect(scene.repository.comments).toHaveLength(2);
  });

  test("does not overwrite what was written for a newer head", async () => {
    await using scene = await openScene(RED);
    const newer = "f".repeat(40);
    scene.repository.headSha = newer;
    const body = `${markerOf(newer, 101)}\n### newer`;
    const comment = scene.repository.plant(BOT, body);
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(comment.body).toBe(body);
    expect(writes(scene.repository)).toEqual([]);
  });

  test("does not overwrite what a later run wrote for the same head", async () => {
    await using scene = await openScene(RED);
    const body = `${markerOf(scene.checkout.headSha, 101)}\n### later`;
    const comment = scene.repository.plant(BOT, body);
    await scene.run();
    expect(comment.body).toBe(body);
  });

  test("leaves one comment where another run created one at the same time", async () => {
    await using scene = await openScene(RED);
    const { repository, checkout } = scene;
    const other = `${markerOf(checkout.headSha, 99)}\nfrom the other run`;
    repository.beforeCreate = () => void repository.plant(BOT, other);
    await scene.run();
    expect(repository.comments).toHaveLength(1);
    expect(repository.comments[0]?.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
  });

  test("tries again after a server error", async () => {
    await using scene = await openScene(RED);
    scene.repository.brokenRequests = 1;
    const result = await scene.run();
    expect(scene.repository.comments).toHaveLength(1);
    expect(result.log).not.toContain("::notice");
  });

  test("waits where it writes too often", async () => {
    await using scene = await openScene(RED);
    scene.repository.limitedWrites = 1;
    await scene.run();
    expect(scene.repository.comments).toHaveLength(1);
  });

  test("without a token, a summary file and a folder for reports keeps the verdict", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({
      inputs: { "github-token": "" },
      env: { GITHUB_STEP_SUMMARY: "", RUNNER_TEMP: "/nowhere" },
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get("verdict")).toBe("fail");
    expect(commands(result.log).filter((line) => line.startsWith("::notice"))).toHaveLength(1);
  });

  test("stays below the limit of a comment", async () => {
    const many = Array.from({ length: 700 }, (_, index) => `team-${index}-${"x".repeat(40)}`);
    const files = Object.fromEntries(
      many.map((name) => [
        `${name}.yaml`,
        policy({ namespace: name, name: "deny", spec: "podSelector: {}\npolicyTypes: [Ingress]" }),
      ]),
    );
    const removed = Object.fromEntries(many.map((name) => [`${name}.yaml`, ""]));
    await using scene = await openScene({ base: { ...BASE, ...files }, change: removed });
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(scene.repository.comments).toHaveLength(1);
    // Without the limit it would not have fitted.
    expect(result.summary.length).toBeGreaterThan(65_536);
    const shown = commands(result.log).filter((line) => /^::(error|warning) /.test(line));
    expect(shown).toHaveLength(10);
    expect(result.log).toContain("::notice::");
  });
});

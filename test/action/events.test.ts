import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { CheckoutOptions } from "./clone.ts";
import { DENY_ALL } from "./manifests.ts";
import {
  BASE,
  BOT,
  commands,
  markerOf,
  NO_FLOW_CHANGES,
  OPENS_A_PORT,
  RED,
  reportOf,
  setUpScenes,
} from "./scene.ts";

const openScene = setUpScenes();

/** What actions/checkout gives to a run of the default branch. */
const DEFAULT_BRANCH: CheckoutOptions = { fetchDepth: 1, ref: "base" };
const NOTHING: CheckoutOptions = { fetchDepth: 1, ref: "nothing" };

const notices = (log: string): readonly string[] =>
  commands(log).filter((line) => line.startsWith("::notice"));

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });

describe.concurrent("a pull request", () => {
  const FORK = { head: { repo: { full_name: "mallory/policies", fork: true } } };
  const USER = { user: { login: "dependabot[bot]" } };

  test.each([
    { from: "a fork", actor: "mallory", facts: FORK },
    { from: "Dependabot", actor: "dependabot[bot]", facts: USER },
  ])("from $from has everything but the comment", async ({ actor, facts }) => {
    await using scene = await openScene(RED);
    const { repository, checkout } = scene;
    repository.readOnly = true;
    const base = { sha: checkout.baseSha, ref: "main" };
    const head = { sha: checkout.headSha, ref: "topic" };
    const result = await scene.run({
      payload: { pull_request: { number: 7, ...facts, base, head: { ...facts, ...head } } },
      env: { GITHUB_ACTOR: actor },
    });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("payments");
    expect(commands(result.log).some((line) => line.startsWith("::error title=NP001"))).toBe(true);
    expect(notices(result.log)).toHaveLength(1);
    expect(repository.comments).toEqual([]);
  });

  test("that is closed is compared with where it began", async () => {
    await using scene = await openScene(RED, { fetchDepth: 1, ref: "base" });
    const { repository, checkout } = scene;
    repository.state = "closed";
    const old = repository.plant(BOT, `${markerOf(checkout.headSha, 99)}\nold`);
    const result = await scene.run({ env: { GITHUB_REF: "refs/heads/main" } });
    expect(result.exitCode).toBe(1);
    expect((await reportOf(result)).head.commit).toBe(checkout.headSha);
    expect(old.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
  });
});

describe.concurrent("a merge group", () => {
  test("is compared with what it builds on", async () => {
    await using scene = await openScene(RED);
    const { checkout, repository } = scene;
    const result = await scene.run({ event: "merge_group" });
    expect(result.exitCode).toBe(1);
    const { base, head } = await reportOf(result);
    expect([base.commit, head.commit]).toEqual([checkout.baseSha, checkout.mergeSha]);
    expect(repository.requests).toEqual([]);
  });

  test("on a release branch is not compared with main", async () => {
    await using scene = await openScene({
      ...RED,
      targetChange: { "payments/deny.yaml": "", "README.md": "main\n" },
    });
    const { checkout } = scene;
    // The branch began where the pull request did, when everything was still denied.
    const release = git(checkout.server, "rev-parse", `${checkout.baseSha}^`).trim();
    const result = await scene.run({
      event: "merge_group",
      payload: { merge_group: { base_sha: release, head_sha: checkout.mergeSha } },
    });
    expect(result.exitCode).toBe(1);
    expect((await reportOf(result)).base.commit).toBe(release);
  });
});

describe.concurrent("a push", () => {
  test("is scanned", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    const result = await scene.run({ event: "push" });
    expect(result.exitCode).toBe(0);
    const report = await reportOf(result);
    expect([report.mode, report.head.commit]).toEqual(["scan", scene.checkout.baseSha]);
  });

  test("is compared where the inputs say with what", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    const { baseSha, headSha } = scene.checkout;
    const result = await scene.run({ event: "push", inputs: { base: baseSha, head: headSha } });
    expect(result.exitCode).toBe(1);
    expect(scene.repository.requests).toEqual([]);
  });

  test("that deletes its branch scans what GitHub runs it on", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    const payload = { deleted: true, before: scene.checkout.headSha, after: "0".repeat(40) };
    const result = await scene.run({ event: "push", payload });
    expect(result.exitCode).toBe(0);
    const report = await reportOf(result);
    expect([report.mode, report.head.commit]).toEqual(["scan", scene.checkout.baseSha]);
  });

  test("is scanned where nothing was before it", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    const result = await scene.run({ event: "push", inputs: { base: "0".repeat(40) } });
    expect((await reportOf(result)).mode).toBe("scan");
  });
});

test("a schedule scans what is checked out", async () => {
  await using scene = await openScene(RED, DEFAULT_BRANCH);
  const result = await scene.run({ event: "schedule" });
  expect(result.exitCode).toBe(0);
  expect((await reportOf(result)).mode).toBe("scan");
});

describe.concurrent("pull_request_target", () => {
  test.each([
    { where: "beside the target branch", checkout: DEFAULT_BRANCH },
    { where: "without a checkout", checkout: NOTHING },
  ])("reviews the merge as data, $where", async ({ checkout: options }) => {
    await using scene = await openScene(
      { ...RED, targetChange: { "README.md": "main\n" } },
      options,
    );
    const { checkout, repository } = scene;
    const result = await scene.run({ event: "pull_request_target" });
    expect(result.exitCode).toBe(1);
    const { base, head } = await reportOf(result);
    expect([base.commit, head.commit]).toEqual([checkout.baseSha, checkout.mergeSha]);
    expect(repository.comments[0]?.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
    if (options === NOTHING) return;
    expect(git(checkout.git, "rev-parse", "HEAD").trim()).toBe(checkout.baseSha);
    expect(git(checkout.git, "status", "--porcelain", "--ignored")).toBe("");
    expect(git(checkout.git, "for-each-ref")).toBe("");
  });

  test("waits until GitHub has tried the merge", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    scene.repository.merge.asks = 1;
    const result = await scene.run({ event: "pull_request_target" });
    expect((await reportOf(result)).head.commit).toBe(scene.checkout.mergeSha);
  });

  test("reviews the last commit alone where there is a conflict", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    scene.repository.merge.mergeable = false;
    const result = await scene.run({ event: "pull_request_target" });
    expect(result.exitCode).toBe(1);
    expect((await reportOf(result)).head.commit).toBe(scene.checkout.headSha);
  });

  test("reviews the commit of the event, not one that came since", async () => {
    await using scene = await openScene(RED, DEFAULT_BRANCH);
    const { checkout, repository } = scene;
    repository.headSha = "f".repeat(40);
    // What GitHub would call the merge now is that of another commit.
    repository.merge.sha = checkout.baseSha;
    const result = await scene.run({ event: "pull_request_target" });
    expect((await reportOf(result)).head.commit).toBe(checkout.headSha);
    expect(repository.comments).toEqual([]);
  });

  test("takes the configuration of the target branch, not that of the pull request", async () => {
    const change = { ...RED.change, ".github/netpol-review.yml": 'exclude: ["payments/**"]\n' };
    await using scene = await openScene({ ...RED, change }, NOTHING);
    expect((await scene.run({ event: "pull_request_target" })).exitCode).toBe(1);
  });
});

describe.concurrent("workflow_run", () => {
  const fromFork = (headSha: string, changes: object = {}) => ({
    workflow_run: {
      event: "pull_request",
      head_sha: headSha,
      head_branch: "topic",
      head_repository: { owner: { login: "mallory" } },
      pull_requests: [],
      ...changes,
    },
  });

  test("reviews the pull request of a fork again and comments", async () => {
    await using scene = await openScene(RED, NOTHING);
    const { checkout, repository } = scene;
    repository.headLabel = "mallory:topic";
    const payload = fromFork(checkout.headSha);
    const result = await scene.run({ event: "workflow_run", payload });
    // The check of the run that it follows is red; this one has done what it is there for.
    expect(result.exitCode).toBe(0);
    expect(result.outputs.get("verdict")).toBe("fail");
    expect(commands(result.log).filter((line) => line.startsWith("::error"))).toEqual([]);
    const { base, head } = await reportOf(result);
    expect([base.commit, head.commit]).toEqual([checkout.baseSha, checkout.mergeSha]);
    expect(repository.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      markerOf(checkout.headSha, 100),
    ]);
  });

  test("finds the pull request by its commit where the branch is gone", async () => {
    await using scene = await openScene(RED, NOTHING);
    const payload = fromFork(scene.checkout.headSha, { head_repository: null });
    const result = await scene.run({ event: "workflow_run", payload });
    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toHaveLength(1);
  });

  test.each([
    { name: "may not comment", readOnly: true, inputs: {}, want: 3 },
    { name: "was not to comment", readOnly: false, inputs: { comment: "false" }, want: 0 },
  ])("exits with $want where it $name", async ({ readOnly, inputs, want }) => {
    await using scene = await openScene(RED, NOTHING);
    scene.repository.readOnly = readOnly;
    const result = await scene.run({ event: "workflow_run", inputs });
    expect(result.exitCode).toBe(want);
    expect(result.outputs.get("verdict")).toBe("fail");
    expect(scene.repository.comments).toEqual([]);
  });

  test("writes the comment of the run that it follows", async () => {
    await using scene = await openScene(RED);
    await scene.run();
    await scene.run({ event: "workflow_run", runId: 101 });
    expect(scene.repository.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      markerOf(scene.checkout.headSha, 101),
    ]);
  });

  test.each([
    { name: "the other run was no pull request's", changes: { event: "push" } },
    { name: "the branch has no pull request", changes: { head_branch: "other" } },
    { name: "the pull request has moved on", changes: { head_sha: "f".repeat(40) } },
  ])("does nothing where $name", async ({ changes }) => {
    await using scene = await openScene(RED, NOTHING);
    scene.repository.headLabel = "mallory:topic";
    const payload = fromFork(scene.checkout.headSha, changes);
    const result = await scene.run({ event: "workflow_run", payload });
    expect(result.exitCode).toBe(0);
    expect(notices(result.log)).toHaveLength(1);
    expect(result.outputs.get("verdict")).toBeUndefined();
    expect(scene.repository.comments).toEqual([]);
  });

  test("does nothing to a closed pull request", async () => {
    await using scene = await openScene(RED, NOTHING);
    scene.repository.state = "closed";
    const result = await scene.run({ event: "workflow_run" });
    expect(result.exitCode).toBe(0);
    expect(scene.repository.comments).toEqual([]);
  });

  test("does not guess between two pull requests", async () => {
    await using scene = await openScene(RED, NOTHING);
    scene.repository.pullNumbers = [7, 8];
    const result = await scene.run({ event: "workflow_run" });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain("#7, #8");
    expect(scene.repository.comments).toEqual([]);
  });
});

describe.concurrent("an event file without what it should hold", () => {
  test.each([
    { event: "pull_request", lacking: { pull_request: { number: 7 } } },
    { event: "pull_request_target", lacking: { pull_request: null } },
    { event: "merge_group", lacking: { merge_group: { head_sha: "1".repeat(40) } } },
    { event: "workflow_run", lacking: { workflow_run: { event: "pull_request" } } },
  ] as const)("stops the run on $event", async ({ event, lacking }) => {
    await using scene = await openScene(RED);
    const result = await scene.run({ event, payload: lacking });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain(`\`${event}\` event: it needs`);
    expect(scene.repository.requests).toEqual([]);
  });
});

describe.concurrent("the comment", () => {
  const twoComments = async (inputs: Readonly<Record<string, string>>): Promise<number> => {
    await using scene = await openScene({
      ...OPENS_A_PORT,
      base: { ...OPENS_A_PORT.base, "x.yml": "exclude: []\n" },
    });
    await scene.run();
    await scene.run({ inputs, runId: 101 });
    await scene.run({ inputs, runId: 102 });
    return scene.repository.comments.length;
  };

  test.each([
    { inputs: { config: "x.yml" } },
    { inputs: { "working-directory": "payments" } },
    { inputs: { cni: "cilium" } },
    { inputs: { "comment-id": "second" } },
  ])("of a review with $inputs is another one", async ({ inputs }) => {
    expect(await twoComments(inputs)).toBe(2);
  });

  test("of a version without keys is taken over", async () => {
    await using scene = await openScene(RED);
    const { repository, checkout } = scene;
    const head = "0".repeat(40);
    const old = repository.plant(BOT, `<!-- netpol-review head=${head} run=9 -->\nold`);
    const other = repository.plant(BOT, `${markerOf(head, 9, "0123456789ab")}\nother`);
    await scene.run();
    expect(repository.comments).toHaveLength(2);
    expect(old.body.split("\n")[0]).toBe(markerOf(checkout.headSha, 100));
    expect(other.body).toContain("other");
  });

  test("is not written where nothing changes, whatever other reviews wrote", async () => {
    await using scene = await openScene({
      ...NO_FLOW_CHANGES,
      base: { ...BASE, "payments/deny.yaml": DENY_ALL },
    });
    const other = scene.repository.plant(BOT, `${markerOf("0".repeat(40), 9, "other")}\nother`);
    await scene.run();
    expect(scene.repository.comments).toEqual([other]);
  });
});

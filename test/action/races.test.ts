import { describe, expect, test } from "vitest";
import { readLineMarker } from "../../src/github/review-marker.ts";
import { checkOut, type PullRequest } from "./clone.ts";
import { DENY_ALL } from "./manifests.ts";
import { BASE, BOT, commands, markerOf, OPENS_A_PORT, RED, setUpScenes } from "./scene.ts";

const openScene = setUpScenes();

type Scene = Awaited<ReturnType<typeof openScene>>;

const LOSES_EGRESS: PullRequest = {
  base: BASE,
  change: { "payments/deny.yaml": DENY_ALL.replace(", Egress", "") },
};

const NO_LINES = { "review-comments": "false" };

/** A run whose requests the scene can tell from those of others. */
const runAs = (scene: Scene, who: string, job: Parameters<Scene["run"]>[0] = {}) =>
  scene.run({
    ...job,
    inputs: { ...job.inputs, "github-token": `${scene.repository.token}~${who}` },
  });

/** Holds the first such request of a run up until something else has happened. */
function holdOnce(
  { repository }: Scene,
  held: { readonly who: string; readonly request: RegExp },
  meanwhile: () => Promise<unknown>,
): void {
  let isDone = false;
  repository.hold = ({ who, request, when }) => {
    if (isDone || who !== held.who || when !== "before" || !held.request.test(request))
      return undefined;
    isDone = true;
    return meanwhile();
  };
}

/** The push of a further commit and the run for it, from beginning to end. */
async function pushAndRun(scene: Scene): Promise<string> {
  await using checkout = await checkOut(OPENS_A_PORT);
  scene.repository.headSha = checkout.headSha;
  await runAs(scene, "newer", { checkout, runId: 101, inputs: NO_LINES });
  return checkout.headSha;
}

const OLDER = `${markerOf("0".repeat(40), 9)}\nan older text`;

describe.concurrent("the run of an older commit", () => {
  test.each([{ before: "no comment" }, { before: "a comment" }])(
    "that has to wait for its write looks again: $before",
    async ({ before }) => {
      await using scene = await openScene(RED);
      const { repository } = scene;
      if (before === "a comment") repository.plant(BOT, OLDER);
      let newest = "";
      let written: string | undefined;
      holdOnce(scene, { who: "older", request: /^(?:POST|PATCH) \/issues/ }, async () => {
        newest = await pushAndRun(scene);
        written = repository.comments[0]?.body;
        repository.limitedWrites = 1;
      });
      const result = await runAs(scene, "older", { inputs: NO_LINES });
      expect(result.exitCode).toBe(1);
      expect(result.log).toContain("outdated");
      expect(repository.comments.map(({ body }) => body)).toEqual([written]);
      expect(written?.split("\n")[0]).toBe(markerOf(newest, 101));
      // Nothing of the older run has ever stood there.
      expect(repository.comments[0]?.edits.join("\n")).not.toContain("run=100");
    },
  );

  test.each([{ before: "no comment" }, { before: "a comment" }])(
    "whose write comes late puts the newer text back: $before",
    async ({ before }) => {
      await using scene = await openScene(RED);
      const { repository } = scene;
      if (before === "a comment") repository.plant(BOT, OLDER);
      let newest = "";
      let written: string | undefined;
      holdOnce(scene, { who: "older", request: /^(?:POST|PATCH) \/issues/ }, async () => {
        newest = await pushAndRun(scene);
        written = repository.comments[0]?.body;
      });
      const result = await runAs(scene, "older", { inputs: NO_LINES });
      expect(result.exitCode).toBe(1);
      expect(repository.comments.map(({ body }) => body)).toEqual([written]);
      expect(written?.split("\n")[0]).toBe(markerOf(newest, 101));
    },
  );
});

test("a run whose comment was taken though the answer got lost writes no second one", async () => {
  await using scene = await openScene(RED);
  const { repository } = scene;
  holdOnce(scene, { who: "a", request: /^POST \/issues/ }, async () => {
    repository.lostComments = 1;
  });
  const result = await runAs(scene, "a");
  expect(repository.comments).toHaveLength(1);
  expect(result.log).not.toContain("::notice");
});

test("comments on lines that two runs write at once are merged, none is deleted", async () => {
  await using scene = await openScene(LOSES_EGRESS);
  const { repository } = scene;
  const { pull } = repository;
  const waiting: (() => void)[] = [];
  // Neither writes before the other one has looked for the last time.
  repository.hold = ({ request, when }) =>
    request === "POST /pulls/7/reviews" && when === "before" && waiting.length < 2
      ? new Promise<void>((go) => {
          waiting.push(go);
          if (waiting.length === 2) for (const each of waiting) each();
        })
      : undefined;
  await Promise.all([runAs(scene, "a"), runAs(scene, "b", { runId: 101 })]);
  expect(pull.comments).toHaveLength(2);
  const [first, second] = pull.comments;
  expect(readLineMarker(first?.body ?? "")?.state).toBe("open");
  expect(readLineMarker(second?.body ?? "")?.state).toBe("duplicate");
  expect(second?.body).toContain(`/pull/7#discussion_r${first?.id}`);
  expect([...pull.resolved]).toEqual([second?.id]);

  // A later run leaves both as they are.
  repository.hold = undefined;
  await scene.run({ runId: 102 });
  expect(pull.comments.map(({ body }) => readLineMarker(body)?.state)).toEqual([
    "open",
    "duplicate",
  ]);
});

describe.concurrent("a limit that lasts longer than a run may take", () => {
  test("costs the comment, not the verdict, and no time", async () => {
    await using scene = await openScene(RED);
    scene.repository.limitedWrites = 1000;
    scene.repository.limitSeconds = 600;
    const started = performance.now();
    const result = await scene.run();
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get("verdict")).toBe("fail");
    expect(scene.repository.comments).toEqual([]);
    const notices = commands(result.log).filter((line) => line.startsWith("::notice title"));
    expect(notices).toHaveLength(1);
    expect(result.summary).toMatch(/\n> There is no comment on the pull request: .*secondary rate/);
  });
});

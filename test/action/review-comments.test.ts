import { describe, expect, test } from "vitest";
import { readLineMarker } from "../../src/github/review-marker.ts";
import { checkOut, type PullRequest } from "./clone.ts";
import type { FakeRepository } from "./fake-repository.ts";
import type { FakeReviewComment } from "./fake-reviews.ts";
import { DENY_ALL, namespace, policy } from "./manifests.ts";
import { blobsOf, pullFilesOf } from "./pull-files.ts";
import { BASE, BOT, commands, RED, setUpScenes } from "./scene.ts";

const openScene = setUpScenes();

type Scene = Awaited<ReturnType<typeof openScene>>;

/** The default-deny forgets about egress: a fix is known. */
const LOSES_EGRESS: PullRequest = {
  base: BASE,
  change: { "payments/deny.yaml": DENY_ALL.replace(", Egress", "") },
};

const FIXED: PullRequest = { base: BASE, change: { "README.md": "hello\n" } };

const REVIEWS = "POST /repos/octo-org/NAME/pulls/7/reviews";
const reviewsOf = ({ repository: { requests }, name }: Scene): number =>
  requests.filter((request) => request === REVIEWS.replace("NAME", name)).length;

/** A further push to the pull request of a scene. */
async function push(scene: Scene, pullRequest: PullRequest, runId: number) {
  await using checkout = await checkOut(pullRequest);
  scene.repository.headSha = checkout.headSha;
  scene.repository.pull.files = pullFilesOf(pullRequest);
  scene.repository.pull.blobs = blobsOf(pullRequest);
  return { ...(await scene.run({ checkout, runId })), headSha: checkout.headSha };
}

const only = ({ pull }: FakeRepository): FakeReviewComment => {
  const [comment, ...others] = pull.comments;
  if (comment === undefined || others.length > 0)
    throw new Error(`one comment is wanted, not ${pull.comments.length}`);
  return comment;
};

/** Opens a flow of high risk in each of so many files. */
const many = (amount: number): PullRequest => {
  const names = Array.from({ length: amount }, (_, index) => `team-${index}`);
  const files = (types: string) =>
    Object.fromEntries(
      names.map((name) => [
        `${name}.yaml`,
        policy({ namespace: name, name: "deny", spec: `podSelector: {}\npolicyTypes: [${types}]` }),
      ]),
    );
  return { base: { ...BASE, ...files("Ingress, Egress") }, change: files("Ingress") };
};

describe.concurrent("comments on lines", () => {
  test("come as one review, with a suggestion on the line that it replaces", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    const { pull } = scene.repository;
    expect(pull.reviews).toHaveLength(1);
    const comment = only(scene.repository);
    expect(comment).toMatchObject({ path: "payments/deny.yaml", side: "RIGHT", line: 8 });
    expect(readLineMarker(comment.body)?.state).toBe("open");
    expect(comment.body).toContain("NP001");
    expect(comment.body).toContain("NP002");
    expect(comment.body).toContain("\n\n```suggestion\n  policyTypes: [Ingress, Egress]\n```");
    expect(scene.repository.comments[0]?.body).toContain("**Fix**: restore Egress");
  });

  test("are not repeated on the next push", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const before = only(scene.repository).body;
    const moved = {
      ...LOSES_EGRESS.change,
      "payments/deny.yaml": `# moved\n${LOSES_EGRESS.change["payments/deny.yaml"]}`,
    };
    const result = await push(scene, { ...LOSES_EGRESS, change: moved }, 101);
    expect(result.exitCode).toBe(1);
    expect(only(scene.repository).body).toBe(before);
    expect(reviewsOf(scene)).toBe(1);
  });

  test("say so when what they are about is gone, and when it is back", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const { pull } = scene.repository;
    const said = only(scene.repository).body;

    const { headSha } = await push(scene, FIXED, 101);
    const gone = only(scene.repository);
    expect(readLineMarker(gone.body)).toMatchObject({
      state: "resolved",
      fingerprints: readLineMarker(said)?.fingerprints,
    });
    expect(gone.body).toContain(
      `**Resolved** in [${headSha.slice(0, 12)}](https://github.example/`,
    );
    expect(gone.body).toMatch(/^- ~~.*NP001.*~~$/m);
    expect(gone.body).not.toContain("suggestion");
    expect([...pull.resolved]).toEqual([gone.id]);

    await push(scene, LOSES_EGRESS, 102);
    const back = only(scene.repository);
    expect(readLineMarker(back.body)?.state).toBe("open");
    expect(back.body).not.toContain("~~");
    // The line may be another one by now.
    expect(back.body).not.toContain("```suggestion");
    expect([...pull.resolved]).toEqual([]);
    expect(reviewsOf(scene)).toBe(1);
  });

  test("stay open while something cannot be read", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const before = only(scene.repository).body;
    const broken = { "payments/deny.yaml": DENY_ALL.replace("spec:", "spec: [") };
    const result = await push(scene, { base: BASE, change: broken }, 101);
    expect(result.outputs.get("verdict")).toBe("undecided");
    expect(only(scene.repository).body).toBe(before);
  });

  test("leave a thread open in which somebody answered", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const comment = only(scene.repository);
    const { pull } = scene.repository;
    pull.reply(comment, "octocat", "Why?");
    await push(scene, FIXED, 101);
    expect(readLineMarker(comment.body)?.state).toBe("resolved");
    expect([...pull.resolved]).toEqual([]);
    expect(pull.comments.map(({ body }) => body)).toContain("Why?");
  });

  test("are marked where the token may not resolve threads", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    scene.repository.pull.mayResolve = false;
    await scene.run();
    const result = await push(scene, FIXED, 101);
    expect(readLineMarker(only(scene.repository).body)?.state).toBe("resolved");
    expect(result.log).not.toContain("::notice");
  });

  test("stand at deleted lines", async () => {
    await using scene = await openScene(RED);
    await scene.run();
    expect(only(scene.repository)).toMatchObject({
      path: "payments/deny.yaml",
      side: "LEFT",
      startLine: 1,
      line: 8,
    });
    expect(only(scene.repository).body).toContain("NP001");
  });

  test("leave somebody else's comment with our marker alone", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const { pull } = scene.repository;
    const { body } = only(scene.repository);
    const planted = pull.plant({ path: "x", side: "RIGHT", line: 1, author: "mallory", body });
    await push(scene, FIXED, 101);
    expect(planted.body).toBe(body);
  });

  test("of somebody else do not silence ours", async () => {
    await using other = await openScene(LOSES_EGRESS);
    await other.run();
    await using scene = await openScene(LOSES_EGRESS);
    const { body } = only(other.repository);
    const { pull } = scene.repository;
    pull.plant({ path: "x", side: "RIGHT", line: 1, author: "mallory", body });
    await scene.run();
    expect(pull.comments.map(({ author }) => author)).toEqual(["mallory", BOT]);
  });

  test("are found again on the third page", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    const { pull } = scene.repository;
    for (let index = 0; index < 230; index++)
      pull.plant({ path: "x", side: "RIGHT", line: 1, author: "octocat", body: "Me too" });
    await scene.run();
    await push(scene, LOSES_EGRESS, 101);
    expect(pull.comments.filter(({ author }) => author === BOT)).toHaveLength(1);
  });

  test("are found among as many changed files as GitHub lists", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    const { pull } = scene.repository;
    const others = Array.from({ length: 2999 }, (_, index) => ({
      filename: `a/${index}.txt`,
      sha: "0".repeat(40),
      status: "added" as const,
    }));
    pull.files = [...others, ...pull.files];
    await scene.run();
    expect(only(scene.repository).path).toBe("payments/deny.yaml");
  });

  test("are not written where GitHub gives no diff of the file", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    const { pull } = scene.repository;
    pull.files = pull.files.map(({ filename, sha, status }) => ({ filename, sha, status }));
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(pull.comments).toEqual([]);
    expect(result.log).not.toContain("::notice");
  });

  test("that GitHub refuses take no others with them", async () => {
    await using scene = await openScene(many(5));
    const { pull } = scene.repository;
    pull.refusedPaths.add("team-3.yaml");
    await scene.run();
    const paths = pull.comments.map(({ path }) => path).toSorted();
    expect(paths).toEqual(["team-0.yaml", "team-1.yaml", "team-2.yaml", "team-4.yaml"]);
    expect(scene.repository.comments[0]?.body).toContain(
      "One more comment on lines is not written",
    );
  });

  test("on lines that GitHub refuses are told in the comment", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    scene.repository.pull.refusedPaths.add("payments/deny.yaml");
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(scene.repository.pull.comments).toEqual([]);
    expect(scene.repository.comments[0]?.body).toContain(
      "One more comment on lines is not written",
    );
  });

  test("are not written twice where the answer got lost", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    scene.repository.pull.lostAnswers = 1;
    const result = await scene.run();
    expect(only(scene.repository).body).toContain("NP001");
    expect(reviewsOf(scene)).toBe(1);
    expect(result.log).not.toContain("::notice");
  });

  test("are bounded, the rest is counted", async () => {
    await using scene = await openScene(many(25));
    await scene.run();
    const { pull, comments } = scene.repository;
    expect(pull.reviews).toHaveLength(1);
    expect(pull.reviews[0]).toContain("5 more are not commented on");
    expect(pull.comments).toHaveLength(20);
    expect(comments[0]?.body).toContain("5 more comments on lines are not written");
  });

  test("without write permission keep the verdict, and one notice says why", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    scene.repository.readOnly = true;
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    const notices = commands(result.log).filter((line) => line.startsWith("::notice"));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("pull-requests: write");
  });

  test("are not written where an input says so", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run({ inputs: { "review-comments": "false" } });
    expect(scene.repository.pull.comments).toEqual([]);
    expect(scene.repository.comments).toHaveLength(1);
    await scene.run({ inputs: { comment: "false" } });
    expect(scene.repository.pull.comments).toEqual([]);
    await scene.run({ inputs: { comment: "false", "review-comments": "true" } });
    expect(scene.repository.pull.comments).toHaveLength(1);
  });

  test("are not written for an older head", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    scene.repository.headSha = "f".repeat(40);
    await scene.run();
    expect(reviewsOf(scene)).toBe(0);
  });

  test("of another review of the same pull request are its own", async () => {
    await using scene = await openScene(LOSES_EGRESS);
    await scene.run();
    const { body } = only(scene.repository);
    await using checkout = await checkOut(FIXED);
    scene.repository.headSha = checkout.headSha;
    await scene.run({ checkout, inputs: { cni: "cilium" } });
    expect(only(scene.repository).body).toBe(body);
  });
});

describe.concurrent("where the target branch has moved", () => {
  const two = (first: string, second: string): string =>
    `${policy({ namespace: "batch", name: "deny", spec: first })}---\n${policy({ namespace: "payments", name: "deny", spec: second })}`;
  const BOTH = "podSelector: {}\npolicyTypes: [Ingress, Egress]";
  const file = "policies.yaml";
  const base = { "ns.yaml": namespace("payments"), [file]: two(BOTH, BOTH) };
  const change = { [file]: two(BOTH, BOTH.replace(", Egress", "")) };

  test("comments stand on the lines of the pull request's own head", async () => {
    const targetChange = {
      [file]: `# Of this team.\n# Of that team.\n${two(BOTH, BOTH)}`,
    };
    await using scene = await openScene({ base, change, targetChange });
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    const { line, body } = only(scene.repository);
    const text = change[file]?.split("\n") ?? [];
    expect(text[line - 1]).toBe("  policyTypes: [Ingress]");
    expect(body).toContain("```suggestion\n  policyTypes: [Ingress, Egress]\n```");
  });

  test("comments stand nowhere where the line is not the pull request's", async () => {
    // The pull request touches one end of the file, the target has weakened nothing at the other.
    await using scene = await openScene({ base, change, targetChange: { "other.yaml": "a: b\n" } });
    scene.repository.pull.files = scene.repository.pull.files.map((entry) => ({
      ...entry,
      sha: "0".repeat(40),
    }));
    scene.repository.pull.blobs = new Map([["0".repeat(40), "nothing: of it\n"]]);
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(scene.repository.pull.comments).toEqual([]);
  });
});

describe.concurrent("foreign text", () => {
  test("is inert, and no suggestion where a reader would not see all of it", async () => {
    const deny = (comment: string, types: string): string =>
      policy({
        namespace: "payments",
        name: "deny",
        spec: `podSelector: {}\npolicyTypes: [${types}] # ${comment}`,
      });
    const before = { ...BASE, "payments/deny.yaml": deny("x", "Ingress, Egress") };
    const shown = "```suggestion ````` @octo-org/admins";
    await using seen = await openScene({
      base: before,
      change: { "payments/deny.yaml": deny(shown, "Ingress") },
    });
    await seen.run();
    expect(only(seen.repository).body).toMatch(/\n`{6}suggestion\n.*\n`{6}$/s);

    await using hidden = await openScene({
      base: before,
      change: { "payments/deny.yaml": deny("a \u202e b", "Ingress") },
    });
    await hidden.run();
    expect(only(hidden.repository).body).not.toContain("suggestion");
    expect(only(hidden.repository).body).not.toContain("\u202e");
  });

  test("in fields is escaped", async () => {
    const field = "x`|<img src=x>@octo-org/admins <!-- netpol-review --> #1 [y](https://evil.test)";
    const hostile = DENY_ALL.replace("spec:", `spec:\n  ${JSON.stringify(field)}: 1`);
    await using scene = await openScene({ base: BASE, change: { "payments/deny.yaml": hostile } });
    await scene.run();
    const { body } = only(scene.repository);
    expect(body).toContain("octo-org");
    expect(body).not.toContain("<img");
    expect(body).not.toContain("@octo-org");
    expect(body).not.toContain("](https");
    expect(body.split("<!--")).toHaveLength(2);
  });
});

import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Checkout, CheckoutOptions, PullRequest } from "./clone.ts";
import { startGitServer, type GitServer } from "./git-server.ts";
import { allowWeb, namespace } from "./manifests.ts";
import { startEnterprise, startProxy, startRedirect } from "./relays.ts";
import { BASE, commands, RED, reportOf, setUpScenes } from "./scene.ts";

const openScene = setUpScenes();

const NOTHING: CheckoutOptions = { fetchDepth: 1, ref: "nothing" };

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });

/** More files than are asked for one by one. */
const MANY = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`teams/${index}.yaml`, namespace(`team-${index}`)]),
);
const LARGE: PullRequest = { ...RED, base: { ...BASE, ...MANY } };

describe.concurrent("without a checkout", () => {
  test("the report is that of a checkout", async () => {
    await using checkedOut = await openScene(LARGE);
    await using scene = await openScene(LARGE, NOTHING);
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(await reportOf(result)).toEqual(await reportOf(await checkedOut.run()));
    const { requests } = scene.repository;
    expect(requests.filter((request) => request.includes("/tarball/"))).toHaveLength(1);
    expect(requests.length).toBeLessThan(20);
    expect(scene.archiveAuthorizations.filter((sent) => sent !== undefined)).toEqual([]);
    // Nothing was written where a checkout would be.
    expect(await readdir(scene.checkout.git)).toEqual([]);
  });

  test("what an archive leaves out counts all the same", async () => {
    const attributes = {
      ".gitattributes": "payments/ export-ignore\n.gitattributes export-ignore\n",
    };
    await using scene = await openScene(
      { ...LARGE, base: { ...LARGE.base, ...attributes } },
      NOTHING,
    );
    const result = await scene.run();
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain("NP001");
  });

  test("a download that breaks off is tried again", async () => {
    await using scene = await openScene(LARGE, NOTHING);
    scene.repository.brokenArchives = 1;
    expect((await scene.run()).exitCode).toBe(1);
  });

  test("a long listing is read folder by folder", async () => {
    await using scene = await openScene(LARGE, NOTHING);
    await using whole = await openScene(LARGE, NOTHING);
    const { repository } = scene;
    repository.longestListing = 42;
    expect(await reportOf(await scene.run())).toEqual(await reportOf(await whole.run()));
    const listings = repository.requests.filter((request) => request.includes("/git/trees/"));
    // Both revisions as a whole and folder by folder, and the folder that they share once.
    expect(listings).toHaveLength(2 + 2 + 3);
  });

  test.each(["502", "429 with retry-after: 1"] as const)(
    "and where every request is first answered with %s",
    async (firstAnswer) => {
      await using scene = await openScene(LARGE, NOTHING);
      scene.repository.firstAnswer = firstAnswer;
      const result = await scene.run();
      expect(result.exitCode).toBe(1);
      const { comments, requests } = scene.repository;
      expect(comments).toHaveLength(1);
      expect(result.log).not.toContain("::notice");
      const once = requests.filter(
        (request) => requests.indexOf(request) === requests.lastIndexOf(request),
      );
      expect(once).toEqual([]);
      for (const kind of ["/git/commits/", "/git/trees/", "/tarball/", "/git/blobs/", "/comments"])
        expect(requests.some((request) => request.includes(kind))).toBe(true);
    },
  );

  test("a dispatch scans the commit of the run", async () => {
    await using scene = await openScene(RED, NOTHING);
    const result = await scene.run({ event: "workflow_dispatch" });
    expect(result.exitCode).toBe(0);
    const report = await reportOf(result);
    expect([report.mode, report.head.commit]).toEqual(["scan", scene.checkout.baseSha]);
  });

  test("a dispatch compares branches", async () => {
    await using scene = await openScene(RED, NOTHING);
    const inputs = { base: "main", head: "topic" };
    const result = await scene.run({ event: "workflow_dispatch", inputs });
    expect(result.exitCode).toBe(1);
    expect((await reportOf(result)).head.commit).toBe(scene.checkout.headSha);
  });

  test.each([
    { head: "HEAD~1", message: "a branch, a tag or a full commit id" },
    { head: "nowhere", message: "The commit nowhere could not be read. GitHub answered 404" },
  ])("$head is refused with a word about it", async ({ head, message }) => {
    await using scene = await openScene(RED, NOTHING);
    const result = await scene.run({ event: "workflow_dispatch", inputs: { head } });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain(message);
  });

  test("a token is needed", async () => {
    await using scene = await openScene(RED, NOTHING);
    const result = await scene.run({ inputs: { "github-token": "" } });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain("is not in a git repository");
  });

  test("a token that GitHub does not know is told", async () => {
    await using scene = await openScene(RED, NOTHING);
    const inputs = { "github-token": "ghs_expired" };
    const result = await scene.run({ event: "pull_request_target", inputs });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain("not a valid token");
  });
});

describe.concurrent("the way to the API", () => {
  test("is that of GitHub Enterprise Server", async () => {
    await using scene = await openScene(LARGE, NOTHING);
    await using enterprise = await startEnterprise(scene.apiUrl);
    scene.repository.plant("octocat", `<!-- netpol-review -->\nso that GraphQL is asked`);
    const result = await scene.run({ apiUrl: `${enterprise.url}/api/v3` });
    expect(result.exitCode).toBe(1);
    expect(scene.repository.comments).toHaveLength(2);
    expect(enterprise.seen).toContain("/api/graphql");
  });

  test("leads through the company's proxy", async () => {
    await using scene = await openScene(RED, NOTHING);
    await using proxy = await startProxy(scene.apiUrl);
    const result = await scene.run({
      apiUrl: "http://github.example:8080",
      env: { http_proxy: proxy.url },
    });
    expect(result.exitCode).toBe(1);
    expect(scene.repository.comments).toHaveLength(1);
    expect(new Set(proxy.seen)).toEqual(new Set(["github.example:8080"]));
  });
});

describe.concurrent("a private repository", () => {
  /** As actions/checkout leaves it with `persist-credentials: false`. */
  const openPrivate = async (options?: CheckoutOptions) => {
    const scene = await openScene(RED, options);
    const server = await startGitServer(scene.checkout.server, scene.repository.token);
    setRemote(scene.checkout, server);
    return {
      scene,
      server,
      [Symbol.asyncDispose]: async () => {
        await server[Symbol.asyncDispose]();
        await scene[Symbol.asyncDispose]();
      },
    };
  };
  const setRemote = ({ git: clone }: Checkout, { url }: Pick<GitServer, "url">): void => {
    git(clone, "remote", "set-url", "origin", `${url}/octo-org/policies`);
  };

  test("is fetched with the token, which nobody else gets to see", async () => {
    await using opened = await openPrivate();
    const { scene, server } = opened;
    // Notes what git is started with, and starts it.
    const folder = join(scene.checkout.folder, "bin");
    await mkdir(folder);
    const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
    const notes = join(scene.checkout.folder, "notes");
    const script = `#!/bin/sh\n{ echo "$@"; env | grep -a '^INPUT_\\|^ACTIONS_'; } >> '${notes}'\nexec '${real}' "$@"\n`;
    await writeFile(join(folder, "git"), script);
    await chmod(join(folder, "git"), 0o755);

    const result = await scene.run({
      env: {
        GITHUB_SERVER_URL: server.url,
        PATH: `${folder}:${process.env["PATH"]}`,
        ACTIONS_RUNTIME_TOKEN: "runtime-secret",
      },
    });
    expect(result.exitCode).toBe(1);
    expect(server.authorizations.some((sent) => sent.startsWith("basic "))).toBe(true);

    const { token } = scene.repository;
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    const noted = await readFile(notes, "utf8");
    expect(noted).toContain("fetch");
    const configuration = await readFile(join(scene.checkout.git, ".git/config"), "utf8");
    for (const secret of [token, basic, "runtime-secret"]) {
      expect(noted).not.toContain(secret);
      expect(configuration).not.toContain(secret);
    }
    expect(noted).not.toMatch(/^INPUT_/m);
    const printed = result.log.split("\n").filter((line) => line.includes(basic));
    expect(printed).toEqual([`::add-mask::${basic}`]);
  });

  test("is fetched with what actions/checkout left, where that is right", async () => {
    await using opened = await openPrivate();
    const { scene, server } = opened;
    const basic = Buffer.from(`x-access-token:${scene.repository.token}`).toString("base64");
    const key = `http.${server.url}/.extraheader`;
    git(scene.checkout.git, "config", key, `AUTHORIZATION: basic ${basic}`);
    const result = await scene.run({ env: { GITHUB_SERVER_URL: server.url } });
    expect(result.exitCode).toBe(1);
    expect(new Set(server.authorizations)).toEqual(new Set([`basic ${basic}`]));
  });

  test("is fetched with the token where what actions/checkout left is over", async () => {
    await using opened = await openPrivate();
    const { scene, server } = opened;
    const key = `http.${server.url}/.extraheader`;
    git(scene.checkout.git, "config", key, "AUTHORIZATION: basic ZXhwaXJlZA==");
    const result = await scene.run({ env: { GITHUB_SERVER_URL: server.url } });
    expect(result.exitCode).toBe(1);
    expect(server.authorizations.filter((sent) => sent.includes(","))).toEqual([]);
  });

  test("is not asked for with the token where its server leads elsewhere", async () => {
    await using scene = await openScene(RED);
    await using elsewhere = await startGitServer(scene.checkout.server);
    await using server = await startRedirect(elsewhere.url);
    setRemote(scene.checkout, server);
    const result = await scene.run({ env: { GITHUB_SERVER_URL: server.url } });
    expect(result.exitCode).toBe(3);
    expect(server.seen.some((sent) => sent.startsWith("basic "))).toBe(true);
    expect(elsewhere.authorizations.filter((sent) => sent !== "")).toEqual([]);
  });

  test("on another server is not given the token", async () => {
    await using opened = await openPrivate();
    const { scene, server } = opened;
    const result = await scene.run({ env: { GITHUB_SERVER_URL: "http://127.0.0.1:9" } });
    expect(result.exitCode).toBe(3);
    expect(server.authorizations.length).toBeGreaterThan(0);
    expect(server.authorizations.filter((sent) => sent !== "")).toEqual([]);
  });
});

test("a clone without file contents is enough, also for the configuration", async () => {
  const CONFIG = { ".github/netpol-review.yml": 'exclude: ["payments/**"]\n' };
  await using scene = await openScene({ ...RED, base: { ...BASE, ...CONFIG } }, NOTHING);
  const { server, git: clone, mergeSha } = scene.checkout;
  git(server, "config", "uploadpack.allowFilter", "true");
  git(clone, "init", "--quiet");
  git(clone, "remote", "add", "origin", `file://${server}`);
  git(clone, "fetch", "--quiet", "--filter=blob:none", "--depth=1", "origin", mergeSha);
  expect((await scene.run()).exitCode).toBe(0);
});

describe.concurrent("a configuration of another repository", () => {
  const REFERENCE = "octo-org/policies/review/netpol.yml@v1";
  const EXCLUDES_ALL = 'exclude: ["payments/**"]\n';

  test("applies", async () => {
    await using scene = await openScene(RED);
    scene.repository.otherFiles.set("review/netpol.yml@v1", EXCLUDES_ALL);
    const result = await scene.run({ inputs: { config: REFERENCE } });
    expect(result.exitCode).toBe(0);
  });

  test("wins over the repository's own, which adds what it leaves open", async () => {
    const own = ".github/netpol-review.yml";
    const CONFIG = { [own]: 'exclude: ["payments/**"]\nwarnOnly: true\n' };
    await using scene = await openScene({ ...RED, base: { ...BASE, ...CONFIG } });
    const inputs = { config: REFERENCE };
    scene.repository.otherFiles.set("review/netpol.yml@v1", 'exclude: ["nothing/**"]\n');
    const warned = await scene.run({ inputs });
    expect(warned.exitCode).toBe(0);
    expect((await reportOf(warned)).findings).not.toEqual([]);
    scene.repository.otherFiles.set(
      "review/netpol.yml@v1",
      'exclude: ["nothing/**"]\nwarnOnly: false\n',
    );
    expect((await scene.run({ inputs })).exitCode).toBe(1);
  });

  test("is fetched with its own token", async () => {
    await using scene = await openScene(RED);
    await using other = await openScene({ base: { "a.yaml": allowWeb(1) }, change: {} });
    other.repository.otherFiles.set("review/netpol.yml@v1", EXCLUDES_ALL);
    const inputs = { config: REFERENCE, "config-token": other.repository.token };
    const result = await scene.run({ inputs });
    expect(result.exitCode).toBe(0);
    const { token } = other.repository;
    const printed = result.log.split("\n").filter((line) => line.includes(token));
    expect(printed).toEqual([`::add-mask::${token}`]);
    expect(commands(result.log).join("\n")).not.toContain("Internal error");
  });

  test("that cannot be read stops the run and says what to do", async () => {
    await using scene = await openScene(RED);
    const result = await scene.run({ inputs: { config: REFERENCE } });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain(`The configuration ${REFERENCE} could not be read`);
    expect(result.log).toContain("config-token");
  });

  test("with a mistake names the repository", async () => {
    await using scene = await openScene(RED);
    scene.repository.otherFiles.set("review/netpol.yml@v1", "scope: []\n");
    const result = await scene.run({ inputs: { config: REFERENCE } });
    expect(result.exitCode).toBe(3);
    expect(result.log).toContain(`${REFERENCE}:1`);
  });
});

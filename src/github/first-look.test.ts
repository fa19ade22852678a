import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { deadlineIn } from "./deadline.ts";
import { hasNoComments, type FirstLook } from "./first-look.ts";

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function lookAt(answer: RequestListener, maxMs = 5_000): Promise<FirstLook> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
  const { port } = listening.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/v3`,
    owner: "o",
    repo: "r",
    number: 7,
    token: "ghs_x",
    deadline: deadlineIn(maxMs),
  };
}

const answering =
  (text: string, headers: Readonly<Record<string, string>> = {}, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);

const BREAKING_OFF: RequestListener = (_, response) => void response.destroy();

const bodies = (...texts: readonly unknown[]): string =>
  JSON.stringify(texts.map((body) => ({ id: 1, body })));

const OURS = `<!-- netpol-review head=${"a".repeat(40)} run=1 key=0123456789ab -->\nfine`;
const OUR_LINE = `<!-- netpol-review-line open key=0123456789ab ${"b".repeat(32)} -->\nfine`;

describe("hasNoComments", () => {
  test("asks for the lists that it is given, with the token", async () => {
    const seen: string[] = [];
    const look = await lookAt((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      answering("[]")(request, response);
    });
    expect(await hasNoComments(look, ["issues", "pulls"])).toBe(true);
    expect(seen.toSorted()).toEqual([
      "/api/v3/repos/o/r/issues/7/comments?per_page=100 token ghs_x",
      "/api/v3/repos/o/r/pulls/7/comments?per_page=100 token ghs_x",
    ]);
  });

  test("is true where other people talk, also about the marker", async () => {
    const look = await lookAt(answering(bodies("LGTM", `See:\n${OURS}`)));
    expect(await hasNoComments(look, ["issues"])).toBe(true);
  });

  test.each([
    ["our comment", answering(bodies("LGTM", OURS))],
    ["our comment on a line", answering(bodies(OUR_LINE))],
    ["a second page", answering("[]", { link: '<http://127.0.0.1/2>; rel="next"' })],
    ["a limit", answering("{}", { "retry-after": "1" }, 429)],
    ["a server error", answering("[]", {}, 502)],
    ["a redirect", answering("[]", { location: "/elsewhere" }, 301)],
    ["what is no JSON", answering("<html>")],
    ["what is no list", answering('{"message":"moved"}')],
    ["a comment without a text", answering(bodies(undefined))],
    ["an answer that is too large", answering(bodies("x".repeat(17 * 1024 * 1024)))],
    ["an answer that breaks off", BREAKING_OFF],
  ])("is not sure after %s", async (_, answer) => {
    expect(await hasNoComments(await lookAt(answer), ["issues"])).toBe(false);
  });

  test("is not sure where one of the lists is not to be had", async () => {
    const look = await lookAt((request, response) => {
      answering("[]", {}, request.url?.includes("/pulls/") === true ? 403 : 200)(request, response);
    });
    expect(await hasNoComments(look, ["issues", "pulls"])).toBe(false);
  });

  test("is not sure of a server that does not answer", async () => {
    const look = await lookAt(() => {}, 100);
    expect(await hasNoComments(look, ["issues"])).toBe(false);
  });
});

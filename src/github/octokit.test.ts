import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { deadlineIn } from "./deadline.ts";
import { createClient, type Client } from "./octokit.ts";

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function clientOf(answer: RequestListener, maxMs: number): Promise<Client> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
  const { port } = listening.address() as AddressInfo;
  return createClient({
    token: "ghs_x",
    baseUrl: `http://127.0.0.1:${port}/api/v3`,
    deadline: deadlineIn(maxMs),
  });
}

const PULL = { owner: "o", repo: "r", pull_number: 7 };

describe("createClient", () => {
  test("sends the token to the given address", async () => {
    const seen: (string | undefined)[] = [];
    const client = await clientOf(({ url, headers }, response) => {
      seen.push(url, headers.authorization);
      response.setHeader("content-type", "application/json").end("{}");
    }, 5_000);
    await client.rest.pulls.get(PULL);
    expect(seen).toEqual(["/api/v3/repos/o/r/pulls/7", "token ghs_x"]);
  });

  test("does not wait for a rate limit that resets too late", async () => {
    let requests = 0;
    const client = await clientOf((_, response) => {
      requests++;
      response.writeHead(403, { "content-type": "application/json", "retry-after": "60" });
      response.end('{"message":"You have exceeded a secondary rate limit."}');
    }, 5_000);
    await expect(client.rest.pulls.get(PULL)).rejects.toMatchObject({ status: 403 });
    expect(requests).toBe(1);
  });

  test("sends a write once: whoever wrote looks again before the next try", async () => {
    let requests = 0;
    const client = await clientOf((_, response) => {
      requests++;
      response.writeHead(502, { "content-type": "application/json" }).end("{}");
    }, 20_000);
    const comment = { owner: "o", repo: "r", issue_number: 7, body: "x" };
    await expect(client.rest.issues.createComment(comment)).rejects.toMatchObject({ status: 502 });
    expect(requests).toBe(1);
  });

  test("obeys limits as often as the time allows", { timeout: 15_000 }, async () => {
    let requests = 0;
    const client = await clientOf((_, response) => {
      requests++;
      response.writeHead(429, { "content-type": "application/json", "retry-after": "1" });
      response.end('{"message":"slow down"}');
    }, 2_500);
    const started = performance.now();
    await expect(client.rest.pulls.get(PULL)).rejects.toMatchObject({ status: 429 });
    expect(requests).toBe(3);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("gives up on a server that does not answer", async () => {
    const client = await clientOf(() => {}, 200);
    const started = performance.now();
    await expect(client.rest.pulls.get(PULL)).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

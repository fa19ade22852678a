import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
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
  return createClient({ token: "ghs_x", baseUrl: `http://127.0.0.1:${port}/api/v3`, maxMs });
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

  test("gives up on a server that does not answer", { timeout: 15_000 }, async () => {
    const client = await clientOf(() => {}, 200);
    await expect(client.rest.pulls.get(PULL)).rejects.toThrow();
  });
});

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { forward } from "./forward.ts";

const require = createRequire(import.meta.url);
const PRISM = require.resolve("@stoplight/prism-cli/dist/index.js");

/** The Node that the action runs on. */
export const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface ContractProxy {
  readonly url: string;
  stop(): void;
}

/**
 * Starts Prism between the action and the fake. It answers requests that GitHub's description does not
 * allow with 422, and replies of the fake that GitHub would not send with 500.
 */
export async function startContractProxy(
  description: string,
  upstreamPort: number,
): Promise<ContractProxy> {
  const port = await freePort();
  const upstream = `http://127.0.0.1:${upstreamPort}`;
  const args = [PRISM, "proxy", description, upstream, "-h", "127.0.0.1", "-p", String(port)];
  const child = spawn(NODE, [...args, "--errors"], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  await new Promise<void>((ready, reject) => {
    const collect = (chunk: Buffer): void => {
      log += chunk.toString("utf8");
      if (log.includes("Prism is listening")) ready();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("exit", () => reject(new Error(`the contract proxy ended: ${log}`)));
  });
  // Prism follows redirects, of which GitHub's answer about an archive is one.
  const front = createHttpServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    const inner = path.includes("/tarball/") ? upstream : `http://127.0.0.1:${port}`;
    forward(incoming, outgoing, new URL(path, inner));
  });
  await new Promise<void>((listening) => front.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    stop: () => {
      child.kill();
      front.close();
      front.closeAllConnections();
    },
  };
}

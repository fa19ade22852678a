import { execFileSync, spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

/** A server of one private repository, over HTTP, as git itself serves it. */
export interface GitServer extends AsyncDisposable {
  readonly url: string;
  /** The `authorization` headers of the requests; several of one request stand in one text. */
  readonly authorizations: readonly string[];
}

const BACKEND = join(
  execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(),
  "git-http-backend",
);

const environmentOf = (
  { method, url = "", headers, headersDistinct }: IncomingMessage,
  repository: string,
): NodeJS.ProcessEnv => {
  const { pathname, searchParams } = new URL(url, "http://git");
  return {
    PATH: process.env["PATH"],
    GIT_PROJECT_ROOT: dirname(repository),
    GIT_HTTP_EXPORT_ALL: "1",
    GIT_PROTOCOL: headersDistinct["git-protocol"]?.[0],
    REQUEST_METHOD: method,
    PATH_INFO: pathname.replace(
      /^\/octo-org\/[\w-]+/,
      repository.slice(dirname(repository).length),
    ),
    QUERY_STRING: searchParams.toString(),
    CONTENT_TYPE: headers["content-type"],
    HTTP_CONTENT_ENCODING: headers["content-encoding"],
  };
};

/** Serves a repository to whoever sends the token as `actions/checkout` does; to everybody without a token. */
export async function startGitServer(repository: string, token?: string): Promise<GitServer> {
  const authorizations: string[] = [];
  const right = `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const server = createServer((request, response) => {
    const sent = request.headersDistinct["authorization"] ?? [];
    authorizations.push(sent.join(", "));
    // GitHub answers two such headers with 400.
    if (sent.length > 1) return void response.writeHead(400).end();
    if (token !== undefined && sent[0]?.toLowerCase() !== right.toLowerCase())
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
    const backend = spawn(BACKEND, { env: environmentOf(request, join(repository, ".git")) });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    backend.on("close", () => {
      const output = Buffer.concat(chunks);
      const split = output.indexOf("\r\n\r\n");
      const type = /^content-type: *(.+)$/im.exec(output.toString("latin1", 0, split))?.[1] ?? "";
      response.writeHead(200, { "content-type": type.trim() }).end(output.subarray(split + 4));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    authorizations,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

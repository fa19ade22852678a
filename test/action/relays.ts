import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { forward } from "./forward.ts";

/** Something between the action and the API. */
export interface Relay extends AsyncDisposable {
  readonly url: string;
  /** What it was asked for. */
  readonly seen: readonly string[];
}

async function listen(server: Server, seen: readonly string[]): Promise<Relay> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** GitHub Enterprise Server keeps its API below `/api/v3`, and GraphQL beside that. */
export function startEnterprise(apiUrl: string): Promise<Relay> {
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "";
    seen.push(path);
    const inner = path.replace(/^\/api\/v3\//, "/").replace(/^\/api\/graphql$/, "/graphql");
    if (inner === path) return void outgoing.writeHead(404).end();
    forward(incoming, outgoing, new URL(inner, apiUrl));
  });
  return listen(server, seen);
}

/** A proxy through which a company lets its runners out; it leads every name to the API. */
export function startProxy(apiUrl: string): Promise<Relay> {
  const seen: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, client, head) => {
    seen.push(request.url ?? "");
    const onward = connect(Number(new URL(apiUrl).port), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    onward.on("error", () => client.destroy());
    client.on("error", () => onward.destroy());
  });
  return listen(server, seen);
}

/** A server that leads whoever is authorized to another one; what it sees is what it is authorized with. */
export function startRedirect(to: string): Promise<Relay> {
  const seen: string[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    seen.push(headers.authorization ?? "");
    if (headers.authorization === undefined)
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
    response.writeHead(302, { location: to + url }).end();
  });
  return listen(server, seen);
}

import { request, type IncomingMessage, type ServerResponse } from "node:http";

/** Sends a request on to another server, and the answer back. */
export function forward(incoming: IncomingMessage, outgoing: ServerResponse, to: URL): void {
  const { method, headers } = incoming;
  const onward = request(to, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}

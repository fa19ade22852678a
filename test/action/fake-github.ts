import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exampleOf, type loadDescription } from "./openapi.ts";

interface FakeComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** What one repository of the fake holds, and how it misbehaves. A test owns one and may change it. */
export interface FakeRepository {
  /** Every request as `METHOD /path`, without the query. */
  readonly requests: string[];
  readonly token: string;
  /** Login of the token's owner. */
  viewer: string;
  readonly comments: FakeComment[];
  headSha: string;
  /** Fork mode: every write is refused. */
  readOnly: boolean;
  /** So many requests are answered with 502 before one succeeds. */
  brokenRequests: number;
  /** So many writes are refused for their frequency, with `retry-after: 1`. */
  limitedWrites: number;
  /** Happens just before a comment is created. */
  beforeCreate?: () => void;
  plant(author: string, body: string): FakeComment;
}

export interface FakeGithub {
  readonly port: number;
  /** Where clients reach it: links to further pages point there. */
  publicUrl: string;
  repository(name: string, headSha: string): FakeRepository;
  close(): void;
}

type Description = Awaited<ReturnType<typeof loadDescription>>["description"];

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const OWNER = "octo-org";
const LIST = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const MAX_BODY = 65_536;
const NOT_FOUND: Reply = { status: 404, body: { message: "Not Found" } };
const TOO_LONG: Reply = {
  status: 422,
  body: {
    message: "Validation Failed",
    errors: [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: "Body is too long (maximum is 65536 characters)",
      },
    ],
    documentation_url: "https://docs.github.com/rest/issues/comments",
  },
};
const REFUSED: Reply = {
  status: 403,
  body: {
    message: "Resource not accessible by integration",
    documentation_url: "https://docs.github.com/rest",
  },
};
const TOO_OFTEN: Reply = {
  status: 403,
  headers: { "retry-after": "1" },
  body: {
    message: "You have exceeded a secondary rate limit.",
    documentation_url: "https://docs.github.com/rest",
  },
};

/** A GitHub that remembers comments, in memory. */
export async function startFakeGithub(description: Description): Promise<FakeGithub> {
  const repositories = new Map<string, FakeRepository>();
  const commentExample = exampleOf(description, LIST, "post", 201) as { user: object };
  const pullExample = exampleOf(
    description,
    "/repos/{owner}/{repo}/pulls/{pull_number}",
    "get",
    200,
  ) as {
    head: object;
  };
  let lastId = 1000;

  const addRepository = (name: string, headSha: string): FakeRepository => {
    const comments: FakeComment[] = [];
    const repository: FakeRepository = {
      requests: [],
      token: `ghs_${name}`,
      viewer: "github-actions[bot]",
      comments,
      headSha,
      readOnly: false,
      brokenRequests: 0,
      limitedWrites: 0,
      plant: (author, body) => {
        const comment = { id: ++lastId, author, body };
        comments.push(comment);
        return comment;
      },
    };
    repositories.set(name, repository);
    return repository;
  };

  const asReply = ({ id, author, body }: FakeComment): object => ({
    ...commentExample,
    id,
    body,
    user: { ...commentExample.user, login: author },
  });

  const listPage = (repository: FakeRepository, url: URL): Reply => {
    const size = Number(url.searchParams.get("per_page") ?? 30);
    const page = Number(url.searchParams.get("page") ?? 1);
    const items = repository.comments.slice((page - 1) * size, page * size);
    const next = new URL(url.pathname + url.search, github.publicUrl);
    next.searchParams.set("page", String(page + 1));
    const more = repository.comments.length > page * size;
    return {
      status: 200,
      body: items.map(asReply),
      headers: more ? { link: `<${next.href}>; rel="next"` } : {},
    };
  };

  const write = (repository: FakeRepository, method: string, id: number, body: string): Reply => {
    const index = repository.comments.findIndex((comment) => comment.id === id);
    const comment = repository.comments[index];
    if (method !== "POST" && comment === undefined) return NOT_FOUND;
    if (method === "DELETE") {
      repository.comments.splice(index, 1);
      return { status: 204 };
    }
    if (body.length > MAX_BODY) return TOO_LONG;
    if (comment !== undefined) {
      comment.body = body;
      return { status: 200, body: asReply(comment) };
    }
    repository.beforeCreate?.();
    return { status: 201, body: asReply(repository.plant(repository.viewer, body)) };
  };

  const answer = (request: IncomingMessage, text: string): Reply => {
    const url = new URL(request.url ?? "/", "http://fake");
    const token = request.headers.authorization?.replace(/^token /, "");
    const repository = [...repositories.values()].find((candidate) => candidate.token === token);
    if (repository === undefined) return { status: 401, body: { message: "Bad credentials" } };
    const method = request.method ?? "GET";
    repository.requests.push(`${method} ${url.pathname}`);
    if (repository.brokenRequests > 0) {
      repository.brokenRequests--;
      return { status: 502, body: { message: "Server Error" } };
    }
    if (url.pathname === "/graphql")
      return { status: 200, body: { data: { viewer: { login: repository.viewer } } } };

    const name = token?.replace("ghs_", "") ?? "";
    const rest = url.pathname.replace(`/repos/${OWNER}/${name}`, "");
    if (method === "GET" && rest === "/pulls/7") {
      const head = { ...pullExample.head, sha: repository.headSha };
      // The example's own team lacks a field that the description requires.
      return { status: 200, body: { ...pullExample, head, requested_teams: [] } };
    }
    if (method === "GET" && rest === "/issues/7/comments") return listPage(repository, url);
    const id = Number(/^\/issues\/comments\/(\d+)$/.exec(rest)?.[1] ?? 0);
    if (id === 0 && !(method === "POST" && rest === "/issues/7/comments")) return NOT_FOUND;
    if (repository.readOnly) return REFUSED;
    if (repository.limitedWrites > 0) {
      repository.limitedWrites--;
      return TOO_OFTEN;
    }
    return write(repository, method, id, text === "" ? "" : JSON.parse(text).body);
  };

  const send = (response: ServerResponse, { status, body, headers }: Reply): void => {
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () =>
      send(response, answer(request, Buffer.concat(chunks).toString("utf8"))),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const github: FakeGithub = {
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    repository: addRepository,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return github;
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createContents } from "./fake-contents.ts";
import {
  NOT_FOUND,
  type FakeComment,
  type FakeRepository,
  type HeldRequest,
  type Reply,
  type ServerCommits,
} from "./fake-repository.ts";
import { answerReview, answerThreads, createFakePull } from "./fake-reviews.ts";
import { exampleOf, type Description } from "./openapi.ts";

export interface FakeGithub {
  readonly port: number;
  /** Where clients reach it: links to further pages point there. */
  publicUrl: string;
  repository(name: string, commits: ServerCommits): FakeRepository;
  /** The `authorization` headers of archive downloads, which come from another host. */
  readonly archiveAuthorizations: readonly (string | undefined)[];
  close(): void;
}

interface PullExample {
  readonly head: object;
  readonly base: { readonly repo: object };
}

const OWNER = "octo-org";
const LIST = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const MAX_BODY = 65_536;
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
  body: {
    message: "You have exceeded a secondary rate limit.",
    documentation_url: "https://docs.github.com/rest",
  },
};

const BROKEN: Reply = { status: 502, body: { message: "Server Error" } };

/** In the words of a proxy, not of GitHub. */
const SLOW_DOWN: Reply = {
  status: 429,
  headers: { "retry-after": "1" },
  body: { message: "Too Many Requests" },
};

const nodeIdOf = (id: number): string => `IC_${id}`;

/** What GraphQL tells about the texts that a comment has had. */
function editsOf({ comments }: FakeRepository, nodeId: string): object | null {
  const comment = comments.find(({ id }) => nodeIdOf(id) === nodeId);
  if (comment === undefined) return null;
  const nodes = comment.edits.map((diff, index) => ({
    editedAt: new Date(Date.UTC(2026, 0, 1) - index * 1000).toISOString(),
    diff,
  }));
  return { userContentEdits: { nodes } };
}

/** A GitHub that remembers comments, in memory. */
export async function startFakeGithub(description: Description): Promise<FakeGithub> {
  const repositories = new Map<string, FakeRepository>();
  const commentExample = exampleOf(description, LIST, "post", 201) as { user: object };
  const pullExample = exampleOf(
    description,
    "/repos/{owner}/{repo}/pulls/{pull_number}",
    "get",
    200,
  ) as PullExample;
  const listedPull = (
    exampleOf(description, "/repos/{owner}/{repo}/pulls", "get", 200) as PullExample[]
  )[0];
  if (listedPull === undefined) throw new Error("no example of a listed pull request");
  const contents = createContents(description);
  let lastId = 1000;

  const addRepository = (name: string, commits: ServerCommits): FakeRepository => {
    const comments: FakeComment[] = [];
    const repository: FakeRepository = {
      requests: [],
      token: `ghs_${name}`,
      viewer: "github-actions[bot]",
      comments,
      ...commits,
      headLabel: `${OWNER}:topic`,
      merge: { sha: commits.mergeSha, mergeable: true, asks: 0 },
      state: "open",
      pullNumbers: [7],
      otherFiles: new Map(),
      knowsMergeBases: true,
      longestListing: 100_000,
      pull: createFakePull(),
      readOnly: false,
      brokenRequests: 0,
      limitedWrites: 0,
      limitSeconds: 1,
      lostComments: 0,
      firstAnswer: "as it should be",
      brokenArchives: 0,
      plant: (author, body) => {
        const comment = { id: ++lastId, author, body, edits: [body] };
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
    node_id: nodeIdOf(id),
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
      comment.edits.unshift(body);
      return { status: 200, body: asReply(comment) };
    }
    repository.beforeCreate?.();
    const created = asReply(repository.plant(repository.viewer, body));
    return repository.lostComments-- > 0 ? BROKEN : { status: 201, body: created };
  };

  const pullOf = (example: PullExample, repository: FakeRepository, number: number): object => {
    const { headSha, baseSha, state } = repository;
    const full_name = `${OWNER}/${repository.token.replace("ghs_", "")}`;
    return {
      ...example,
      number,
      state,
      head: { ...example.head, sha: headSha },
      base: { ...example.base, sha: baseSha, repo: { ...example.base.repo, full_name } },
      // The example's own team lacks a field that the description requires.
      requested_teams: [],
    };
  };

  const showPull = (repository: FakeRepository): Reply => {
    const { merge } = repository;
    const known = merge.asks <= 0;
    merge.asks--;
    const answered = { mergeable: known ? merge.mergeable : null, merge_commit_sha: merge.sha };
    return { status: 200, body: { ...pullOf(pullExample, repository, 7), ...answered } };
  };

  const listPulls = (repository: FakeRepository): Reply => ({
    status: 200,
    body: repository.pullNumbers.map((number) => pullOf(listedPull, repository, number)),
  });

  /** The address of the host that serves archives, where the token has no business. */
  const redirect = (repository: FakeRepository, sha: string): Reply => {
    const path = `${repository.token.replace("ghs_", "")}/${sha}`;
    return { status: 302, headers: { location: `http://127.0.0.1:${archivePort}/${path}` } };
  };

  const refuse = (repository: FakeRepository): Reply | undefined => {
    if (repository.readOnly) return REFUSED;
    if (repository.limitedWrites === 0) return undefined;
    repository.limitedWrites--;
    return { ...TOO_OFTEN, headers: { "retry-after": String(repository.limitSeconds) } };
  };

  /** The token of a run may end in a name of its own. */
  const find = ({ headers }: IncomingMessage): FakeRepository | undefined => {
    const token = headers.authorization?.replace(/^token /, "").replace(/~.*$/, "");
    return [...repositories.values()].find((candidate) => candidate.token === token);
  };

  const held = async (request: IncomingMessage, when: HeldRequest["when"]): Promise<void> => {
    const { url = "/", method = "GET" } = request;
    const path = new URL(url, "http://fake").pathname.replace(/^\/repos\/[^/]+\/[^/]+/, "");
    const who = request.headers.authorization?.split("~")[1] ?? "";
    await find(request)?.hold?.({ who, request: `${method} ${path}`, when });
  };

  const answer = (request: IncomingMessage, text: string): Reply => {
    const url = new URL(request.url ?? "/", "http://fake");
    const repository = find(request);
    if (repository === undefined) return { status: 401, body: { message: "Bad credentials" } };
    const method = request.method ?? "GET";
    const isFirst = !repository.requests.includes(`${method} ${url.pathname}`);
    repository.requests.push(`${method} ${url.pathname}`);
    if (repository.brokenRequests > 0) {
      repository.brokenRequests--;
      return BROKEN;
    }
    if (isFirst && repository.firstAnswer === "502") return BROKEN;
    if (isFirst && repository.firstAnswer.startsWith("429")) return SLOW_DOWN;
    const body = text === "" ? {} : JSON.parse(text);
    const threads = url.pathname === "/graphql" ? answerThreads(repository.pull, body) : undefined;
    if (threads !== undefined) return { status: 200, body: threads };
    if (url.pathname === "/graphql" && body.query.includes("userContentEdits"))
      return { status: 200, body: { data: { node: editsOf(repository, body.variables.id) } } };
    if (url.pathname === "/graphql")
      return { status: 200, body: { data: { viewer: { login: repository.viewer } } } };

    const name = repository.token.replace("ghs_", "");
    const rest = url.pathname.replace(`/repos/${OWNER}/${name}`, "");
    const review = answerReview(
      repository.pull,
      { method, path: rest, url, body },
      {
        viewer: repository.viewer,
        headSha: repository.headSha,
        publicUrl: github.publicUrl,
        example: (path, verb, status) => exampleOf(description, path, verb, status),
        refuse: () => refuse(repository),
      },
    );
    if (review !== undefined) return review;
    if (method === "GET" && rest === "/pulls/7") return showPull(repository);
    if (method === "GET" && rest === "/pulls") {
      const isAsked = url.searchParams.get("head") === repository.headLabel;
      return isAsked ? listPulls(repository) : { status: 200, body: [] };
    }
    // GitHub's list by commit knows nothing of commits in forks.
    if (method === "GET" && rest === `/commits/${repository.headSha}/pulls`) {
      const isFork = !repository.headLabel.startsWith(`${OWNER}:`);
      return isFork ? { status: 200, body: [] } : listPulls(repository);
    }
    const archive = /^\/tarball\/(\w+)$/.exec(rest)?.[1];
    if (archive !== undefined) return redirect(repository, archive);
    if (method === "GET") {
      const reply = contents.answer(repository, rest.replace(`/repos/${OWNER}/policies`, ""), url);
      if (reply !== undefined) return reply;
    }
    if (method === "GET" && rest === "/issues/7/comments") return listPage(repository, url);
    const id = Number(/^\/issues\/comments\/(\d+)$/.exec(rest)?.[1] ?? 0);
    if (id === 0 && !(method === "POST" && rest === "/issues/7/comments")) return NOT_FOUND;
    const refused = refuse(repository);
    if (refused !== undefined) return refused;
    return write(repository, method, id, text === "" ? "" : JSON.parse(text).body);
  };

  const send = (response: ServerResponse, { status, body, headers, type }: Reply): void => {
    const json = "application/json; charset=utf-8";
    response.writeHead(status, { "content-type": type ?? json, ...headers });
    response.end(type !== undefined || body === undefined ? body : JSON.stringify(body));
  };

  const archiveAuthorizations: (string | undefined)[] = [];
  const archiveServer = createServer(({ url = "", headers }, response) => {
    archiveAuthorizations.push(headers.authorization);
    const [, name = "", sha = ""] = url.split("/");
    const repository = repositories.get(name);
    if (repository === undefined) return void response.writeHead(404).end();
    const bytes = contents.archive(repository, sha);
    response.writeHead(200, { "content-type": "application/x-gzip" });
    if (repository.brokenArchives-- > 0)
      return void response.write(bytes.subarray(0, 100), () => response.destroy());
    response.end(bytes);
  });
  await new Promise<void>((listening) => archiveServer.listen(0, "127.0.0.1", listening));
  const { port: archivePort } = archiveServer.address() as AddressInfo;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    const respond = async (): Promise<void> => {
      await held(request, "before");
      const reply = answer(request, Buffer.concat(chunks).toString("utf8"));
      await held(request, "after");
      send(response, reply);
    };
    request.on("end", () => void respond());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const github: FakeGithub = {
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    repository: addRepository,
    archiveAuthorizations,
    close: () => {
      archiveServer.close();
      archiveServer.closeAllConnections();
      server.close();
      server.closeAllConnections();
    },
  };
  return github;
}

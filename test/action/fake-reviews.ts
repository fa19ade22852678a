import type { FakePullFile } from "./pull-files.ts";

export interface FakeReviewComment {
  readonly id: number;
  readonly author: string;
  readonly path: string;
  readonly side: "LEFT" | "RIGHT";
  readonly line: number;
  readonly startLine?: number;
  /** The comment that this one answers. */
  readonly repliesTo?: number;
  /** Number of the review that it came with; absent where a test planted it. */
  readonly review?: number;
  body: string;
}

/** What the fake knows about one pull request's diff and the comments on its lines. */
export interface FakePull {
  files: readonly FakePullFile[];
  blobs: ReadonlyMap<string, string>;
  readonly comments: FakeReviewComment[];
  /** Bodies of the reviews, in order. */
  readonly reviews: string[];
  /** Ids of the first comments of resolved threads. */
  readonly resolved: Set<number>;
  /** Files whose lines GitHub refuses, whatever its own diff says. */
  readonly refusedPaths: Set<string>;
  /** So many reviews are taken and answered with 502. */
  lostAnswers: number;
  /** Whether the token may resolve threads. */
  mayResolve: boolean;
  reply(to: FakeReviewComment, author: string, body: string): void;
  plant(comment: Omit<FakeReviewComment, "id">): FakeReviewComment;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface Request {
  readonly method: string;
  /** Below the repository. */
  readonly path: string;
  readonly url: URL;
  readonly body: Record<string, unknown>;
}

/** Who asks, and the examples of GitHub's description. */
export interface ReviewContext {
  readonly viewer: string;
  readonly headSha: string;
  readonly publicUrl: string;
  readonly example: (path: string, method: string, status: number) => unknown;
  /** Refuses a write, where the test says so. */
  readonly refuse: () => Reply | undefined;
}

const PULL = "/repos/{owner}/{repo}/pulls/{pull_number}";
const MAX_BODY = 65_536;
let lastId = 5000;

export function createFakePull(): FakePull {
  const comments: FakeReviewComment[] = [];
  const plant: FakePull["plant"] = (comment) => {
    const planted = { ...comment, id: ++lastId };
    comments.push(planted);
    return planted;
  };
  return {
    files: [],
    blobs: new Map(),
    comments,
    reviews: [],
    resolved: new Set(),
    refusedPaths: new Set(),
    lostAnswers: 0,
    mayResolve: true,
    reply: ({ path, side, line, id }, author, body) => {
      plant({ path, side, line, repliesTo: id, author, body });
    },
    plant,
  };
}

interface HunkLine {
  readonly hunk: number;
  readonly side: "LEFT" | "RIGHT";
  readonly line: number;
}

/** Written without the code under test: every line that GitHub shows in the diff. */
function shownLines(patch: string): readonly HunkLine[] {
  let hunk = 0;
  let old = 0;
  let now = 0;
  return patch.split("\n").flatMap((text): readonly HunkLine[] => {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header !== null) {
      hunk++;
      [old, now] = [Number(header[1]), Number(header[2])];
      return [];
    }
    if (text.startsWith("-")) return [{ hunk, side: "LEFT", line: old++ }];
    if (text.startsWith("+")) return [{ hunk, side: "RIGHT", line: now++ }];
    if (text.startsWith("\\")) return [];
    return [
      { hunk, side: "LEFT", line: old++ },
      { hunk, side: "RIGHT", line: now++ },
    ];
  });
}

const KEYS = new Set(["path", "body", "line", "side", "start_line", "start_side"]);

/** Why GitHub would not take a comment. */
function faultOf(pull: FakePull, comment: Record<string, unknown>): string | undefined {
  const { path, body, line, side = "RIGHT", start_line: start, start_side: startSide } = comment;
  const unknown = Object.keys(comment).find((key) => !KEYS.has(key));
  if (unknown !== undefined) return `${unknown} is not a permitted key`;
  if (typeof body !== "string" || body.length > MAX_BODY)
    return "Body is too long (maximum is 65536 characters)";
  const patch = pull.files.find(({ filename }) => filename === path)?.patch;
  if (patch === undefined) return "Path could not be resolved";
  const shown = shownLines(patch);
  const end = shown.find((candidate) => candidate.side === side && candidate.line === line);
  if (end === undefined || pull.refusedPaths.has(String(path)))
    return "pull_request_review_thread.line must be part of the diff";
  if (start === undefined) return undefined;
  if (Number(start) >= Number(line)) return "start_line must precede the end line.";
  const first = shown.find(
    (candidate) => candidate.side === (startSide ?? side) && candidate.line === start,
  );
  if (first?.hunk !== end.hunk)
    return "pull_request_review_thread.start_line must be part of the same hunk as the line.";
  return undefined;
}

const refusal = (message: string): Reply => ({
  status: 422,
  body: {
    message: "Unprocessable Entity",
    errors: [message],
    documentation_url: "https://docs.github.com/rest",
  },
});

function add(
  pull: FakePull,
  { viewer }: ReviewContext,
  comment: Record<string, unknown>,
  review?: number,
): FakeReviewComment {
  const { path, body, line, side, start_line: start } = comment;
  return pull.plant({
    author: viewer,
    path: String(path),
    side: side === "LEFT" ? "LEFT" : "RIGHT",
    line: Number(line),
    ...(start === undefined ? {} : { startLine: Number(start) }),
    ...(review === undefined ? {} : { review }),
    body: String(body),
  });
}

function asReply(comment: FakeReviewComment, { example }: ReviewContext): object {
  const [like] = example(`${PULL}/comments`, "get", 200) as [{ user: object }];
  const { id, path, side, line, startLine, repliesTo, author, body } = comment;
  const { in_reply_to_id: _, ...rest } = like as Record<string, unknown>;
  return {
    ...rest,
    ...(repliesTo === undefined ? {} : { in_reply_to_id: repliesTo }),
    id,
    path,
    side,
    line,
    start_line: startLine ?? null,
    start_side: startLine === undefined ? null : side,
    body,
    user: { ...like.user, login: author },
  };
}

function page<Item>(
  { url }: Request,
  { publicUrl }: ReviewContext,
  items: readonly Item[],
): { readonly items: readonly Item[]; readonly headers: Record<string, string> } {
  const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), 100);
  const number = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url.pathname + url.search, publicUrl);
  next.searchParams.set("page", String(number + 1));
  const more = items.length > number * size;
  return {
    items: items.slice((number - 1) * size, number * size),
    headers: more ? { link: `<${next.href}>; rel="next"` } : {},
  };
}

function createReview(pull: FakePull, { body }: Request, context: ReviewContext): Reply {
  const comments = (body["comments"] ?? []) as readonly Record<string, unknown>[];
  if (body["commit_id"] !== context.headSha)
    return refusal("commit_id is not part of the pull request");
  const fault = comments.map((comment) => faultOf(pull, comment)).find(Boolean);
  if (fault !== undefined) return refusal(fault);
  pull.reviews.push(String(body["body"]));
  for (const comment of comments) add(pull, context, comment, pull.reviews.length);
  if (pull.lostAnswers-- > 0) return { status: 502, body: { message: "Server Error" } };
  return { status: 200, body: context.example(`${PULL}/reviews`, "post", 200) };
}

/** Answers requests about the diff of a pull request and the comments on its lines; others are not its own. */
export function answerReview(
  pull: FakePull,
  request: Request,
  context: ReviewContext,
): Reply | undefined {
  const { method, path, body } = request;
  switch (`${method} ${path}`) {
    case "GET /pulls/7/files": {
      const [like] = context.example(`${PULL}/files`, "get", 200) as [object];
      const { patch: _, ...rest } = like as Record<string, unknown>;
      // GitHub lists no more, however many there are.
      const { items, headers } = page(request, context, pull.files.slice(0, 3000));
      return { status: 200, body: items.map((file) => ({ ...rest, ...file })), headers };
    }
    case "GET /pulls/7/comments": {
      const { items, headers } = page(request, context, pull.comments);
      return { status: 200, body: items.map((comment) => asReply(comment, context)), headers };
    }
    case "POST /pulls/7/reviews":
      return context.refuse() ?? createReview(pull, request, context);
  }
  const blob = /^GET \/git\/blobs\/([0-9a-f]{40})$/.exec(`${method} ${path}`)?.[1];
  const text = blob === undefined ? undefined : pull.blobs.get(blob);
  if (text !== undefined) {
    const like = context.example(
      "/repos/{owner}/{repo}/git/blobs/{file_sha}",
      "get",
      200,
    ) as object;
    const content = Buffer.from(text).toString("base64");
    return { status: 200, body: { ...like, sha: blob, content, encoding: "base64" } };
  }
  const edited = /^PATCH \/pulls\/comments\/(\d+)$/.exec(`${method} ${path}`)?.[1];
  const comment = pull.comments.find(({ id }) => id === Number(edited));
  if (comment === undefined) return undefined;
  const refused = context.refuse();
  if (refused !== undefined) return refused;
  comment.body = String(body["body"]);
  return { status: 200, body: asReply(comment, context) };
}

/** Answers GraphQL about threads; other questions are not its own. */
export function answerThreads(
  pull: FakePull,
  {
    query,
    variables = {},
  }: { readonly query: string; readonly variables?: Record<string, string> },
): object | undefined {
  if (query.includes("reviewThreads(")) {
    const roots = pull.comments.filter(({ repliesTo }) => repliesTo === undefined);
    const nodes = roots.map(({ id }) => ({
      id: `thread-${id}`,
      isResolved: pull.resolved.has(id),
      viewerCanResolve: pull.mayResolve,
      viewerCanUnresolve: pull.mayResolve,
      comments: {
        nodes: pull.comments
          .filter((comment) => comment.id === id || comment.repliesTo === id)
          .slice(0, 2)
          .map((comment) => ({ databaseId: comment.id })),
      },
    }));
    const reviewThreads = { pageInfo: { hasNextPage: false, endCursor: null }, nodes };
    return { data: { repository: { pullRequest: { reviewThreads } } } };
  }
  const id = Number(variables["threadId"]?.replace("thread-", ""));
  const isUndone = query.includes("unresolveReviewThread(");
  if (!isUndone && !query.includes("resolveReviewThread(")) return undefined;
  if (isUndone) pull.resolved.delete(id);
  else pull.resolved.add(id);
  const name = isUndone ? "unresolveReviewThread" : "resolveReviewThread";
  return { data: { [name]: { thread: { id: `thread-${id}` } } } };
}

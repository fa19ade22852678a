import type { PullRequestPlace } from "./comment-api.ts";
import { COMMENTS_PER_PAGE, FILES_PER_PAGE } from "./limits.ts";
import type { Client } from "./octokit.ts";
import { VIEWER } from "./queries.ts";
import type { PullFile } from "./review-lines.ts";
import { readLineMarker } from "./review-marker.ts";
import type { NewComment, OwnComment } from "./review-plan.ts";
import { RESOLVE, THREADS, UNRESOLVE, type ThreadsPage } from "./review-queries.ts";

/** A thread that one of our comments began. */
interface Thread {
  readonly id: string;
  readonly commentId: number;
  readonly isResolved: boolean;
  readonly canResolve: boolean;
  readonly canUnresolve: boolean;
  readonly isAnswered: boolean;
}

/** The requests about comments on lines of one pull request. */
export interface ReviewApi {
  /** The last commit of the pull request by now. */
  currentHead(): Promise<string>;
  /** Our comments on lines from all pages, oldest first. */
  listOwn(): Promise<readonly OwnComment[]>;
  /** The changed files with these paths, now or before a rename. */
  listFiles(paths: ReadonlySet<string>): Promise<readonly PullFile[]>;
  readBlob(id: string): Promise<string>;
  createReview(commit: string, body: string, comments: readonly NewComment[]): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
  listThreads(): Promise<readonly Thread[]>;
  setResolved(thread: string, resolved: boolean): Promise<void>;
}

/** Sent through the client. */
export function reviewApi(client: Client, { owner, repo, number }: PullRequestPlace): ReviewApi {
  const { pulls, git } = client.rest;
  const repository = { owner, repo };
  const pull = { ...repository, pull_number: number };

  const listMarked = async (): Promise<readonly (OwnComment & { readonly author: string })[]> => {
    const marked: (Omit<OwnComment, "isAnswered"> & { readonly author: string })[] = [];
    const answered = new Set<number>();
    const pages = client.paginate.iterator(pulls.listReviewComments, {
      ...pull,
      per_page: COMMENTS_PER_PAGE,
    });
    for await (const { data } of pages)
      for (const { id, body, user, in_reply_to_id: repliesTo } of data) {
        const marker = repliesTo === undefined ? readLineMarker(body) : undefined;
        if (repliesTo !== undefined) answered.add(repliesTo);
        if (marker !== undefined) marked.push({ id, body, marker, author: user?.login ?? "" });
      }
    return marked.map((comment) => ({ ...comment, isAnswered: answered.has(comment.id) }));
  };

  const listFiles = async (paths: ReadonlySet<string>): Promise<readonly PullFile[]> => {
    const files: PullFile[] = [];
    const pages = client.paginate.iterator(pulls.listFiles, { ...pull, per_page: FILES_PER_PAGE });
    const missing = new Set(paths);
    for await (const { data } of pages) {
      for (const { filename, previous_filename: previous, sha, patch } of data) {
        if (!paths.has(filename) && (previous === undefined || !paths.has(previous))) continue;
        missing.delete(filename);
        if (previous !== undefined) missing.delete(previous);
        files.push({
          path: filename,
          ...(previous === undefined ? {} : { previousPath: previous }),
          id: sha ?? "",
          ...(patch === undefined ? {} : { patch }),
        });
      }
      if (missing.size === 0) break;
    }
    return files;
  };

  const listThreads = async (): Promise<readonly Thread[]> => {
    const threads: Thread[] = [];
    let after: string | null = null;
    do {
      const page: ThreadsPage = await client.graphql(THREADS, { owner, repo, number, after });
      const found = page.repository?.pullRequest?.reviewThreads;
      for (const node of found?.nodes ?? []) {
        const [first, second] = node?.comments.nodes ?? [];
        const commentId = first?.databaseId ?? undefined;
        if (node === null || commentId === undefined) continue;
        threads.push({
          id: node.id,
          commentId,
          isResolved: node.isResolved,
          canResolve: node.viewerCanResolve,
          canUnresolve: node.viewerCanUnresolve,
          isAnswered: second !== undefined,
        });
      }
      after = found?.pageInfo.hasNextPage === true ? found.pageInfo.endCursor : null;
    } while (after !== null);
    return threads;
  };

  let viewer: Promise<string> | undefined;
  const askViewer = async (): Promise<string> =>
    (await client.graphql<{ viewer: { login: string } }>(VIEWER)).viewer.login;

  return {
    currentHead: async () => (await pulls.get(pull)).data.head.sha,
    listOwn: async () => {
      const marked = await listMarked();
      // Most pull requests have none, and the question costs a request.
      if (marked.length === 0) return [];
      const login = await (viewer ??= askViewer());
      // Anybody can paste a marker.
      return marked.filter(({ author }) => author === login);
    },
    listFiles,
    readBlob: async (id) => {
      const { data } = await git.getBlob({ ...repository, file_sha: id });
      return Buffer.from(data.content, "base64").toString("utf8");
    },
    createReview: async (commit, body, comments) => {
      await pulls.createReview({
        ...pull,
        commit_id: commit,
        event: "COMMENT",
        body,
        comments: comments.map(toRequest),
      });
    },
    updateComment: async (id, body) => {
      await pulls.updateReviewComment({ ...repository, comment_id: id, body });
    },
    listThreads,
    setResolved: async (threadId, resolved) => {
      await client.graphql(resolved ? RESOLVE : UNRESOLVE, { threadId });
    },
  };
}

const toRequest = ({ path, side, line, startLine, body }: NewComment) => ({
  path,
  side,
  line,
  body,
  ...(startLine === undefined ? {} : { start_side: side, start_line: startLine }),
});

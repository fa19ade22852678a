import type { CommentApi, MarkedComment } from "./comment.ts";
import { COMMENTS_PER_PAGE } from "./limits.ts";
import { readMarker } from "./marker.ts";
import type { Client } from "./octokit.ts";
import { EDITS, VIEWER, type EditsAnswer } from "./queries.ts";

export interface PullRequestPlace {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** The requests about the comments of a pull request, sent through the client. */
export function commentApi(client: Client, { owner, repo, number }: PullRequestPlace): CommentApi {
  const { issues, pulls } = client.rest;
  const repository = { owner, repo };

  const listMarked = async (): Promise<readonly MarkedComment[]> => {
    const marked: MarkedComment[] = [];
    const pages = client.paginate.iterator(issues.listComments, {
      ...repository,
      issue_number: number,
      per_page: COMMENTS_PER_PAGE,
    });
    for await (const { data } of pages) {
      for (const { id, node_id: nodeId, body, user } of data) {
        const marker = readMarker(body ?? "");
        if (marker !== undefined) marked.push({ id, nodeId, author: user?.login, marker });
      }
    }
    return marked;
  };

  let viewer: Promise<string> | undefined;
  const askViewer = async (): Promise<string> =>
    (await client.graphql<{ viewer: { login: string } }>(VIEWER)).viewer.login;

  return {
    listMarked,
    viewer: () => (viewer ??= askViewer()),
    currentHead: async () =>
      (await pulls.get({ ...repository, pull_number: number })).data.head.sha,
    create: async (body) =>
      (await issues.createComment({ ...repository, issue_number: number, body })).data.id,
    update: async (id, body) => {
      await issues.updateComment({ ...repository, comment_id: id, body });
    },
    remove: async (id) => {
      await issues.deleteComment({ ...repository, comment_id: id });
    },
    earlierBodies: async (nodeId) => {
      try {
        const { node } = await client.graphql<EditsAnswer>(EDITS, { id: nodeId });
        const edits = (node?.userContentEdits?.nodes ?? []).filter((edit) => edit !== null);
        return edits
          .toSorted((a, b) => (a.editedAt < b.editedAt ? 1 : a.editedAt > b.editedAt ? -1 : 0))
          .flatMap(({ diff }) => diff ?? []);
      } catch {
        // A server that does not tell; the caller knows what to do without.
        return [];
      }
    },
  };
}

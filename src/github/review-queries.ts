/** Threads of comments on lines, with the first two comments of each: ours, and perhaps an answer. */
export const THREADS = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        reviewThreads(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            isResolved
            viewerCanResolve
            viewerCanUnresolve
            comments(first: 2) { nodes { databaseId } }
          }
        }
      }
    }
  }`;

export const RESOLVE = `
  mutation ($threadId: ID!) {
    resolveReviewThread(input: { threadId: $threadId }) { thread { id } }
  }`;

export const UNRESOLVE = `
  mutation ($threadId: ID!) {
    unresolveReviewThread(input: { threadId: $threadId }) { thread { id } }
  }`;

/** What {@link THREADS} answers. */
export interface ThreadsPage {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: readonly (ThreadNode | null)[] | null;
      };
    } | null;
  } | null;
}

interface ThreadNode {
  readonly id: string;
  readonly isResolved: boolean;
  readonly viewerCanResolve: boolean;
  readonly viewerCanUnresolve: boolean;
  readonly comments: {
    readonly nodes: readonly ({ readonly databaseId: number | null } | null)[] | null;
  };
}

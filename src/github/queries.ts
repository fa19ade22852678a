/** The token's owner. `GET /user` refuses the token of a workflow; GraphQL names its bot. */
export const VIEWER = "query { viewer { login } }";

/** What a comment has said before, the latest edit first; `diff` holds the whole text of an edit. */
export const EDITS = `
  query ($id: ID!) {
    node(id: $id) {
      ... on IssueComment { userContentEdits(first: 50) { nodes { editedAt diff } } }
    }
  }`;

/** What {@link EDITS} answers. */
export interface EditsAnswer {
  readonly node: {
    readonly userContentEdits?: {
      readonly nodes:
        | readonly ({ readonly editedAt: string; readonly diff: string | null } | null)[]
        | null;
    } | null;
  } | null;
}

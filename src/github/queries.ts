/** The token's owner. `GET /user` refuses the token of a workflow; GraphQL names its bot. */
export const VIEWER = "query { viewer { login } }";

import { get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getSecure } from "node:https";
import type { Deadline } from "./deadline.ts";
import { COMMENTS_PER_PAGE, FIRST_LOOK_MAX_BYTES } from "./limits.ts";
import { readMarker } from "./marker.ts";
import { readLineMarker } from "./review-marker.ts";
import { VERSION } from "../version.ts";

/** What is asked with which token, and how long it may take. */
export interface FirstLook {
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly token: string;
  readonly deadline: Deadline;
}

/** The lists of a pull request that may hold a comment of ours. */
export type CommentList = "issues" | "pulls";

const isOurs = (body: string): boolean =>
  readMarker(body) !== undefined || readLineMarker(body) !== undefined;

/**
 * Whether a pull request has, for sure, no comment with a marker of ours in these lists. Most pull requests change no
 * flow, and this is all that their runs ask: the client with its HTTP library takes longer to load than the whole
 * rest of such a run. It only looks at the first page of each list. Whatever is not the plain answer, such as a
 * second page, a redirect, a limit or a server that cannot be reached, is `false`, and then the client asks again.
 */
export async function hasNoComments(
  look: FirstLook,
  lists: readonly CommentList[],
): Promise<boolean> {
  try {
    const answers = await Promise.all(lists.map((list) => firstPage(look, list)));
    return answers.every((bodies) => bodies !== undefined && !bodies.some(isOurs));
  } catch {
    return false;
  }
}

/** The texts of a list's comments; undefined where they are not all on the first page, or not to be had. */
async function firstPage(
  { apiUrl, owner, repo, number, token, deadline }: FirstLook,
  list: CommentList,
): Promise<readonly string[] | undefined> {
  const path = `/repos/${owner}/${repo}/${list}/${number}/comments?per_page=${COMMENTS_PER_PAGE}`;
  const response = await request(new URL(apiUrl + path), {
    signal: deadline.signal,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `token ${token}`,
      "user-agent": `netpol-review/${VERSION}`,
    },
  });
  const { statusCode, headers } = response;
  if (statusCode !== 200 || headers.link !== undefined) {
    response.destroy();
    return undefined;
  }
  const text = await readAll(response);
  return text === undefined ? undefined : bodiesOf(JSON.parse(text));
}

function request(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? getSecure : getPlain;
  return new Promise((answered, reject) => {
    get(url, options, answered).on("error", reject);
  });
}

async function readAll(response: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > FIRST_LOOK_MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function bodiesOf(comments: unknown): readonly string[] | undefined {
  if (!Array.isArray(comments)) return undefined;
  const bodies: string[] = [];
  for (const comment of comments as readonly unknown[]) {
    if (typeof comment !== "object" || comment === null || !("body" in comment)) return undefined;
    if (typeof comment.body !== "string") return undefined;
    bodies.push(comment.body);
  }
  return bodies;
}

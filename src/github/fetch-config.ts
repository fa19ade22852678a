import type { ConfigText } from "../config/parse-config.ts";
import { failed, type Failed } from "../source/types.ts";
import { requestProblem, statusOf } from "./api-errors.ts";
import { deadlineIn } from "./deadline.ts";
import { READ_MAX_MS } from "./limits.ts";

/** A configuration file of another repository. */
export interface ConfigReference {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
  readonly ref: string;
}

const REFERENCE = /^(?<owner>[\w.-]+)\/(?<repo>[\w.-]+)\/(?<path>[^@]+)@(?<ref>[^@\s]+)$/;

/** Reads `owner/repo/path@ref`; nothing for a path in this repository. */
export function parseConfigReference(text: string): ConfigReference | undefined {
  const { owner, repo, path, ref } = REFERENCE.exec(text)?.groups ?? {};
  if (!owner || !repo || !path || !ref) return undefined;
  return { owner, repo, path, ref };
}

export interface ConfigAccess {
  readonly token: string;
  readonly apiUrl: string;
}

const adviceFor = (status: number | undefined, { owner, repo }: ConfigReference): string =>
  status === 404 || status === 403 || status === 401
    ? ` If ${owner}/${repo} is private, the job's own token cannot read it: set the input \`config-token\` to one with \`contents: read\` there.`
    : "";

/** Fetches a configuration file from the repository of an organisation. */
export async function fetchConfig(
  reference: ConfigReference,
  { token, apiUrl }: ConfigAccess,
): Promise<{ readonly ok: true; readonly config: ConfigText } | Failed> {
  const { owner, repo, path, ref } = reference;
  const name = `${owner}/${repo}/${path}@${ref}`;
  const { createClient } = await import("./octokit.ts");
  const client = createClient({ token, baseUrl: apiUrl, deadline: deadlineIn(READ_MAX_MS) });
  try {
    const { data } = await client.rest.repos.getContent({ owner, repo, path, ref });
    if (Array.isArray(data) || data.type !== "file" || !("content" in data))
      return failed("unreadable", `${name} is not a file.`);
    if (data.encoding !== "base64") return failed("too-large", `${name} is too large.`);
    const bytes = Buffer.from(data.content, "base64");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, config: { path: name, text } };
  } catch (error) {
    if (error instanceof TypeError && "code" in error)
      return failed("unreadable", `${name} is not UTF-8 text.`);
    const advice = adviceFor(statusOf(error), reference);
    return failed("unreadable", requestProblem(`The configuration ${name}`, error) + advice);
  }
}

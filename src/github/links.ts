import type { Span } from "../model/span.ts";
import type { Runner } from "./read-runner.ts";

/** The repository under review. */
export const repositoryUrl = ({ serverUrl, owner, repo }: Runner): string =>
  `${serverUrl}/${owner}/${repo}`;

/** The lines of a file at a commit. */
export function fileUrl(runner: Runner, commit: string, span: Span): string {
  // As bytes and back: a lone surrogate, which `encodeURIComponent` throws on, becomes U+FFFD.
  const wellFormed = Buffer.from(span.path).toString();
  const path = wellFormed.split("/").map(encodeURIComponent).join("/");
  const lines = `#L${span.startLine}-L${span.endLine}`;
  return `${repositoryUrl(runner)}/blob/${commit}/${path}${lines}`;
}

/** The page of a commit. */
export function commitUrl(runner: Runner, commit: string): string {
  return `${repositoryUrl(runner)}/commit/${commit}`;
}

/** A comment on lines of a pull request. */
export function lineCommentUrl(runner: Runner, pull: number, id: number): string {
  return `${repositoryUrl(runner)}/pull/${pull}#discussion_r${id}`;
}

/** The page of this run, with its job summaries. */
export function runUrl(runner: Runner): string {
  return `${repositoryUrl(runner)}/actions/runs/${runner.runId}`;
}

interface ProjectUrls {
  readonly projectUrl?: string;
  readonly rulesUrl?: string;
}

/** Where this action itself is to be read, at the version that runs; nothing for an action in a local folder. */
export function projectUrls({ serverUrl, action }: Runner): ProjectUrls {
  if (action === undefined) return {};
  const projectUrl = `${serverUrl}/${action.repository}`;
  const ref = action.ref.split("/").map(encodeURIComponent).join("/");
  return { projectUrl, rulesUrl: `${projectUrl}/blob/${ref}/docs/rules.md` };
}

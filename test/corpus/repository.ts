import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "../../src/model/report.ts";
import { runReview } from "../../src/review.ts";
import { openGit } from "../../src/source/git.ts";

/** A clone of the bundle, gone at the end of its block. */
export interface CorpusRepository extends AsyncDisposable {
  readonly path: string;
}

export async function cloneBundle(bundle: string): Promise<CorpusRepository> {
  const folder = await mkdtemp(join(tmpdir(), "netpol-review-corpus-"));
  const path = join(folder, "corpus.git");
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await promisify(execFile)("git", ["clone", "--quiet", "--bare", bundle, path]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, [Symbol.asyncDispose]: remove };
}

const MAX_BLOB_BYTES = 8 * 1024 * 1024;

/** The review of the change at the tip of a branch, as the command line makes it. */
export async function reviewBranch(repo: string, branch: string): Promise<Report> {
  const revisions = [`${branch}~1`, branch];
  const opened = await openGit({ repo, revisions, maxBlobBytes: MAX_BLOB_BYTES });
  if (!opened.ok) throw new Error(opened.error.message);
  return runReview({ source: opened.source, today: "2026-01-01" });
}

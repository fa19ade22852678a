import * as core from "@actions/core";

/** Adds escaped Markdown to the summary of the job. */
export async function writeSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(markdown, true).write();
}

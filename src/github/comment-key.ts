import { createHash } from "node:crypto";
import { posix } from "node:path";
import { SARIF_CATEGORY } from "../report/sarif-limits.ts";
import { CONFIG_PATH } from "../settings.ts";
import { parseConfigReference } from "./fetch-config.ts";
import type { Inputs } from "./read-inputs.ts";

export type KeyInputs = Pick<Inputs, "config" | "workingDirectory" | "cni" | "commentId">;

/** The file that a configuration input names, whichever version of it. */
function configName(config: string | undefined): string {
  const reference = parseConfigReference(config ?? "");
  if (reference === undefined) return posix.normalize(config ?? CONFIG_PATH);
  return `${reference.owner}/${reference.repo}/${reference.path}`;
}

/**
 * Tells the comments of differently configured reviews apart. The workflow and the job do not count, so the
 * companion that comments for forks writes the same comment as the job that it follows; neither do
 * revisions, which are others on every run.
 */
export function commentKey({ config, workingDirectory, cni, commentId }: KeyInputs): string {
  const parts =
    commentId === undefined
      ? ["inputs", configName(config), posix.normalize(`./${workingDirectory}/`), cni ?? ""]
      : ["id", commentId];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}

/**
 * The category of code scanning for the same review: scans and pull requests share it, and reviews with other
 * inputs have their own, or each would close the alerts of the others.
 */
export function sarifCategory(inputs: KeyInputs): string {
  const key = commentKey(inputs);
  return key === commentKey(NO_INPUTS) ? SARIF_CATEGORY : `${SARIF_CATEGORY}/${key}`;
}

const NO_INPUTS: KeyInputs = {
  config: undefined,
  workingDirectory: ".",
  cni: undefined,
  commentId: undefined,
};

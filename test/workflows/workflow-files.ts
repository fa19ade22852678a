import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export interface WorkflowFile {
  /** Where it stands, or would stand in a reader's repository. */
  readonly path: string;
  readonly content: string;
}

/** The workflows of this repository. */
export async function ownWorkflows(): Promise<readonly WorkflowFile[]> {
  const folder = ".github/workflows";
  const names = await readdir(join(ROOT, folder));
  return Promise.all(
    names.map(async (name) => {
      const path = `${folder}/${name}`;
      return { path, content: await readFile(join(ROOT, path), "utf8") };
    }),
  );
}

/** A full commit id, as a reader puts it in place of the word. */
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** The workflows that the README shows, made runnable: with an owner and a commit. */
export async function readmeWorkflows(): Promise<readonly WorkflowFile[]> {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const fences = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)].map(([, text = ""]) => text);
  return fences
    .filter((text) => /^jobs:$/mu.test(text))
    .map((text, index) => ({
      path: `.github/workflows/readme-${index + 1}.yml`,
      content: text.replaceAll("OWNER/netpol-review@COMMIT", `acme/netpol-review@${COMMIT}`),
    }));
}

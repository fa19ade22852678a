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

const DOCUMENTS = ["README.md", "docs/events.md"];

/** The workflows that the documents show, made runnable: with an owner and a commit. */
export async function documentedWorkflows(): Promise<readonly WorkflowFile[]> {
  const texts = await Promise.all(DOCUMENTS.map((path) => readFile(join(ROOT, path), "utf8")));
  return texts
    .flatMap((text) => [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)])
    .map(([, text = ""]) => text)
    .filter((text) => /^jobs:$/mu.test(text))
    .map((text, index) => ({
      path: `.github/workflows/documented-${index + 1}.yml`,
      content: text.replaceAll("OWNER/netpol-review@COMMIT", `acme/netpol-review@${COMMIT}`),
    }));
}

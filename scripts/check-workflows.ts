import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { documentedWorkflows } from "../test/workflows/workflow-files.ts";

/**
 * Security review of the workflows, those that the documents show included, and of action.yml. zizmor comes
 * from Python's package index, into a folder that is removed afterwards.
 */
const ZIZMOR = "zizmor==1.32.0";

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}`);
}

const folder = await mkdtemp(join(tmpdir(), "netpol-review-workflows-"));
try {
  const project = join(folder, "project");
  await mkdir(project);
  for (const name of [".github", "action.yml"])
    await cp(name, join(project, name), { recursive: true });
  for (const { path, content } of await documentedWorkflows()) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  }
  const count = (await readdir(join(project, ".github/workflows"))).length;

  const venv = join(folder, "venv");
  run("python3", ["-m", "venv", venv]);
  run(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ZIZMOR]);
  run(join(venv, "bin/zizmor"), ["--offline", "--quiet", "--persona", "pedantic", project]);
  console.log(`${count} workflows and action.yml: nothing found`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

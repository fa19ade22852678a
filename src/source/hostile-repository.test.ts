import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openGit } from "./git.ts";
import { readFileAt } from "./read-file-at.ts";
import { git, opened, temporaryRepository, textFiles } from "./testing/repository.ts";

const PROGRAM = '#!/bin/sh\ntouch "$PWN"\ncat\n';
const HOOKS = [
  "post-checkout",
  "post-index-change",
  "reference-transaction",
  "pre-auto-gc",
  "fsmonitor",
];

it("executes nothing that the repository configures", async () => {
  using repository = temporaryRepository();
  const marker = join(repository.path, ".git", "pwned");
  const program = join(repository.path, ".git", "program");
  repository.write("a.yaml", "base");
  repository.commit();
  repository.write("a.yaml", "$Id$\n");
  repository.commit();
  repository.write(".gitattributes", "*.yaml diff=evil filter=evil ident export-subst eol=crlf\n");
  repository.commit();

  repository.write(".git/program", PROGRAM.replace("$PWN", marker));
  chmodSync(program, 0o755);
  for (const hook of HOOKS) {
    repository.write(`.git/hooks/${hook}`, PROGRAM.replace("$PWN", marker));
    chmodSync(join(repository.path, ".git", "hooks", hook), 0o755);
  }
  const settings = [
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "diff.external",
    "diff.evil.textconv",
    "diff.evil.command",
    "filter.evil.smudge",
    "filter.evil.clean",
    "filter.evil.process",
    "core.alternateRefsCommand",
    "uploadpack.packObjectsHook",
    "credential.helper",
    "pager.ls-tree",
    "pager.diff-tree",
  ];
  for (const setting of settings) repository.git("config", setting, program);
  for (const command of ["ls-tree", "cat-file", "diff-tree"])
    repository.git("config", `alias.${command}`, `!${program}`);

  const options = {
    repo: repository.path,
    revisions: ["HEAD~2", "HEAD"],
    maxBlobBytes: 1024,
    fetchMissing: true,
  };
  const source = opened(await openGit(options));
  expect(await textFiles(source, 0)).toHaveProperty("a.yaml", "base");
  expect(await textFiles(source, 1)).toHaveProperty("a.yaml", "$Id$\n");
  await readFileAt({ repo: repository.path, revision: "HEAD", path: "a.yaml" });
  expect(existsSync(marker)).toBe(false);
  // The trap works: git does run it when it is asked for what we never ask.
  repository.git("diff", "--ext-diff", "HEAD~2", "HEAD");
  expect(existsSync(marker)).toBe(true);
});

it("does not let settings change or hide what differs", async () => {
  using repository = temporaryRepository();
  repository.write("a/a.yaml", "text\n".repeat(20));
  repository.write("b.yaml", "b");
  repository.commit();
  repository.git("mv", "a/a.yaml", "renamed.yaml");
  repository.write("b.yaml", "changed");
  repository.commit();
  repository.write("order", "b.yaml\n");
  for (const setting of [
    "diff.renames=copies",
    "diff.relative=true",
    "core.abbrev=4",
    "core.quotePath=true",
    "diff.orderFile=order",
    "color.ui=always",
    "diff.noprefix=true",
  ]) {
    const [name = "", value = ""] = setting.split("=");
    repository.git("config", name, value);
  }
  const source = opened(
    await openGit({ repo: repository.path, revisions: ["HEAD~1", "HEAD"], maxBlobBytes: 1024 }),
  );
  expect(Object.keys(await textFiles(source, 1))).toEqual(["b.yaml", "renamed.yaml"]);
  expect(await textFiles(source, 1)).toHaveProperty("b.yaml", "changed");
});

it("does not let a replacement ref put other bytes behind an id", async () => {
  using repository = temporaryRepository();
  repository.write("a.yaml", "true content");
  repository.commit();
  const other = git(repository.path, ["hash-object", "-w", "--stdin"], "replaced");
  repository.git("replace", repository.git("rev-parse", "HEAD:a.yaml"), other);
  const source = opened(
    await openGit({ repo: repository.path, revisions: ["HEAD"], maxBlobBytes: 1024 }),
  );
  expect(await textFiles(source, 0)).toEqual({ "a.yaml": "true content" });
});

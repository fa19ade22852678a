import { execFileSync } from "node:child_process";
import { exampleOf, type Description } from "./openapi.ts";
import { NOT_FOUND, type FakeRepository, type Reply } from "./fake-repository.ts";

/** What GitHub answers about commits and files, from the server's own git repository. */
export function createContents(description: Description) {
  const example = (path: string): Record<string, unknown> =>
    exampleOf(description, `/repos/{owner}/{repo}${path}`, "get", 200) as Record<string, unknown>;

  const git = (repository: FakeRepository, ...args: readonly string[]): Buffer =>
    execFileSync("git", ["-C", repository.server, ...args], { stdio: "pipe" });
  const line = (repository: FakeRepository, ...args: readonly string[]): string =>
    git(repository, ...args)
      .toString("utf8")
      .trim();

  const tree = (repository: FakeRepository, id: string, recursive: boolean): Reply => {
    const flags = recursive ? ["-r", "-t"] : [];
    const rows = git(repository, "ls-tree", "-l", "-z", ...flags, id)
      .toString("utf8")
      .split("\0")
      .filter((row) => row !== "");
    const all = rows.map((row) => {
      const [facts = "", path] = row.split("\t");
      const [mode, type, sha, size] = facts.split(/ +/);
      return { path, mode, type, sha, ...(type === "blob" ? { size: Number(size) } : {}) };
    });
    // As GitHub does with a listing that is too long.
    const truncated = recursive && all.length > repository.longestListing;
    const shown = truncated ? all.slice(0, repository.longestListing) : all;
    const sha = line(repository, "rev-parse", `${id}^{tree}`);
    const body = { ...example("/git/trees/{tree_sha}"), sha, tree: shown, truncated };
    return { status: 200, body };
  };

  const blob = (repository: FakeRepository, sha: string): Reply => {
    const bytes = git(repository, "cat-file", "blob", sha);
    const content = bytes.toString("base64").replace(/.{60}/g, "$&\n");
    const size = bytes.length;
    return { status: 200, body: { ...example("/git/blobs/{file_sha}"), sha, content, size } };
  };

  const commit = (repository: FakeRepository, sha: string): Reply => {
    const parents = line(repository, "log", "-1", "--format=%P", sha).split(" ");
    const address = `https://github.example/${sha}`;
    const listed = parents
      .filter((parent) => parent !== "")
      .map((parent) => ({ sha: parent, url: address, html_url: address }));
    return {
      status: 200,
      body: { ...example("/git/commits/{commit_sha}"), sha, parents: listed },
    };
  };

  const mergeBase = (repository: FakeRepository, basehead: string): Reply => {
    const sha = line(repository, "merge-base", ...basehead.split("..."));
    const body = example("/compare/{basehead}");
    return {
      status: 200,
      body: { ...body, merge_base_commit: { ...(body["merge_base_commit"] as object), sha } },
    };
  };

  const name = (repository: FakeRepository, ref: string): Reply => {
    const sha = line(repository, "rev-parse", "--verify", `${ref}^{commit}`);
    return { status: 200, body: sha, type: "application/vnd.github.sha; charset=utf-8" };
  };

  const file = (repository: FakeRepository, path: string): Reply => {
    const text = repository.otherFiles.get(path);
    if (text === undefined) return NOT_FOUND;
    const content = Buffer.from(text).toString("base64");
    const body = { ...example("/contents/{path}"), encoding: "base64", content, path };
    return { status: 200, body };
  };

  const attempt = (answer: () => Reply): Reply => {
    try {
      return answer();
    } catch {
      return NOT_FOUND;
    }
  };

  return {
    /** The archive of a commit; the API only says where it is. */
    archive: (repository: FakeRepository, sha: string): Buffer =>
      git(repository, "archive", "--format=tar.gz", `--prefix=octo-org-${sha}/`, sha),
    answer: (repository: FakeRepository, rest: string, url: URL): Reply | undefined => {
      const [, kind = "", id = ""] =
        /^\/(git\/trees|git\/blobs|git\/commits|commits|compare|contents|tarball)\/(.+)$/.exec(
          rest,
        ) ?? [];
      const key = decodeURIComponent(id);
      switch (kind) {
        case "git/trees":
          return attempt(() => tree(repository, key, url.searchParams.has("recursive")));
        case "git/blobs":
          return attempt(() => blob(repository, key));
        case "git/commits":
          return attempt(() => commit(repository, key));
        case "commits":
          if (key.endsWith("/pulls")) return undefined;
          return attempt(() => name(repository, key));
        case "compare":
          return repository.knowsMergeBases ? attempt(() => mergeBase(repository, key)) : NOT_FOUND;
        case "contents":
          return file(repository, `${key}@${url.searchParams.get("ref")}`);
        default:
          return undefined;
      }
    },
  };
}

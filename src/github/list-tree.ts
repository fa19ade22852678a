import { entryMode } from "../source/tree-entries.ts";
import { SourceFailure, type TreeEntry } from "../source/types.ts";
import { TREE_MAX_REQUESTS } from "./limits.ts";
import type { Client, Place } from "./octokit.ts";

type TreeReply = Awaited<ReturnType<Client["rest"]["git"]["getTree"]>>["data"];
type TreeItem = TreeReply["tree"][number];

/** A file whose size is not told is one that nobody should download. */
const UNKNOWN_SIZE = Number.MAX_SAFE_INTEGER;

const entryOf = (prefix: string, { path, mode, sha, size }: TreeItem): TreeEntry => ({
  path: prefix + path,
  id: sha,
  mode: entryMode(mode),
  size: size ?? UNKNOWN_SIZE,
});

/** Lists trees through the API. What two revisions share is asked for once. */
export function createTreeLister(
  client: Client,
  place: Place,
): (commit: string) => Promise<readonly TreeEntry[]> {
  const replies = new Map<string, Promise<TreeReply>>();

  const ask = (id: string, recursive: boolean): Promise<TreeReply> => {
    const key = `${id} ${recursive}`;
    const known = replies.get(key);
    if (known !== undefined) return known;
    if (replies.size >= TREE_MAX_REQUESTS)
      throw new SourceFailure({
        code: "too-large",
        message:
          "The repository has too many files to list them through GitHub's API. Check it out with actions/checkout before this step.",
      });
    const reply = client.rest.git
      // The parameter's presence counts, whatever its value.
      .getTree({ ...place, tree_sha: id, ...(recursive ? { recursive: "1" } : {}) })
      .then(({ data }) => data);
    replies.set(key, reply);
    return reply;
  };

  const list = async (id: string, prefix: string): Promise<readonly TreeEntry[]> => {
    const whole = await ask(id, true);
    if (!whole.truncated)
      return whole.tree.filter(({ type }) => type !== "tree").map((item) => entryOf(prefix, item));
    // Too long for one answer: folder by folder.
    const { tree, truncated } = await ask(id, false);
    if (truncated)
      throw new SourceFailure({
        code: "too-large",
        message: `The folder ${prefix || "/"} has too many files for GitHub's API. Check the repository out with actions/checkout before this step.`,
      });
    const parts: (readonly TreeEntry[])[] = [];
    for (const item of tree)
      parts.push(
        item.type === "tree"
          ? await list(item.sha, `${prefix}${item.path}/`)
          : [entryOf(prefix, item)],
      );
    return parts.flat();
  };

  return (commit) => list(commit, "");
}

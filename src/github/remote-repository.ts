import type { RemoteRepository } from "../source/archive.ts";
import type { WantedFiles } from "../source/archive-files.ts";
import { blobId } from "../source/blob-id.ts";
import { SourceFailure } from "../source/types.ts";
import { reading } from "./api-errors.ts";
import { ARCHIVE_MAX_BYTES, ARCHIVE_MAX_UNPACKED_BYTES } from "./limits.ts";
import { createTreeLister } from "./list-tree.ts";
import type { Client, Place } from "./octokit.ts";

const LIMITS = { maxBytes: ARCHIVE_MAX_BYTES, maxUnpackedBytes: ARCHIVE_MAX_UNPACKED_BYTES };

/** A download that breaks off is tried again; the client itself repeats only what was not answered. */
const DOWNLOADS = 2;

async function download(
  client: Client,
  place: Place,
  ref: string,
): Promise<AsyncIterable<Uint8Array>> {
  // GitHub answers with the address of another host. Fetch goes there without the token.
  const { data } = await client.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
    ...place,
    ref,
    request: { parseSuccessResponseBody: false },
  });
  // The type of the answer is that of a redirect, which nobody gets to see.
  return data as AsyncIterable<Uint8Array>;
}

/** The repository on GitHub, read as data: nothing is checked out. */
export function remoteRepository(client: Client, place: Place): RemoteRepository {
  const listTree = createTreeLister(client, place);

  const readArchive = async (
    commit: string,
    wanted: WantedFiles,
  ): Promise<ReadonlyMap<string, Uint8Array>> => {
    const { ArchiveTooLarge, findInArchive } = await import("../source/archive-files.ts");
    for (let left = DOWNLOADS - 1; ; left--) {
      const archive = await download(client, place, commit);
      try {
        return await findInArchive(archive, wanted, LIMITS);
      } catch (error) {
        if (error instanceof ArchiveTooLarge)
          throw new SourceFailure({
            code: "too-large",
            message: `GitHub's archive of ${commit} is too large: ${error.message}. Check the repository out with actions/checkout before this step.`,
          });
        if (left === 0) throw error;
      }
    }
  };

  return {
    listFiles: (commit) => reading(`The list of files at ${commit}`, () => listTree(commit)),
    readArchive: (commit, wanted) =>
      reading(`The archive of ${commit}`, () => readArchive(commit, wanted)),
    readFile: (id) =>
      reading(`The file ${id}`, async () => {
        const { data } = await client.rest.git.getBlob({ ...place, file_sha: id });
        const bytes = Buffer.from(data.content, "base64");
        if (blobId(bytes, id.length) !== id) throw new Error("its bytes are not those of its id");
        return bytes;
      }),
  };
}

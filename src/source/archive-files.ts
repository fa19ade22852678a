import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { blobId } from "./blob-id.ts";

/** Files that are looked for in an archive: their sizes by the ids that git gives their contents. */
export type WantedFiles = ReadonlyMap<string, number>;

export interface ArchiveLimits {
  /** Of the archive as it is sent. */
  readonly maxBytes: number;
  /** Of all that is in it, which can be a thousand times as much. */
  readonly maxUnpackedBytes: number;
}

/** An archive that is larger than the limits allow. */
export class ArchiveTooLarge extends Error {
  override readonly name = "ArchiveTooLarge";
}

const CHUNK_BYTES = 256 * 1024;

async function* upTo(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, void> {
  let left = limit;
  for await (const chunk of bytes) {
    left -= chunk.length;
    if (left < 0) throw new ArchiveTooLarge(`it has more than ${limit} bytes`);
    yield chunk;
  }
}

const webStream = (chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await chunks.return()),
  });

async function collect({ header, body }: ParsedTarEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(header.size);
  let at = 0;
  for await (const chunk of body) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The content of a file or link, where its size is one of those looked for. */
async function contentOf(
  entry: ParsedTarEntry,
  sizes: ReadonlySet<number>,
): Promise<Uint8Array | undefined> {
  const { type, size, linkname } = entry.header;
  if (type === "file" && sizes.has(size)) return collect(entry);
  await entry.body.cancel();
  if (type !== "symlink" || linkname === undefined) return undefined;
  const target = Buffer.from(linkname);
  return sizes.has(target.length) ? target : undefined;
}

/**
 * Finds contents in a gzipped tar archive, as it streams by. A content counts where its hash is the id that
 * is looked for: names do not matter, and what the archive leaves out or rewrites (`export-ignore`,
 * `export-subst`, line endings) is not found rather than taken for the file. Nothing is unpacked to disk.
 */
export async function findInArchive(
  archive: AsyncIterable<Uint8Array>,
  wanted: WantedFiles,
  { maxBytes, maxUnpackedBytes }: ArchiveLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const sizes = new Set(wanted.values());
  const [digits = 40] = [...wanted.keys()].map(({ length }) => length);
  const packed = Readable.from(upTo(archive, maxBytes), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  packed.on("error", (error) => gunzip.destroy(error));
  const unpacked = webStream(upTo(packed.pipe(gunzip), maxUnpackedBytes));
  const entries = unpacked.pipeThrough(createTarDecoder({ strict: true }));
  try {
    for await (const entry of entries) {
      const content = await contentOf(entry, sizes);
      if (content === undefined) continue;
      const id = blobId(content, digits);
      if (wanted.has(id)) found.set(id, content);
      if (found.size === wanted.size) break;
    }
  } finally {
    packed.destroy();
  }
  return found;
}

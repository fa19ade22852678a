import { randomUUID } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary file without a name that a child process writes and this process then reads. */
export interface Spool extends Disposable {
  readonly fd: number;
  size(): number;
  /** The content in large pieces, each in memory of its own. */
  chunks(): Generator<Buffer>;
}

const CHUNK_BYTES = 1024 * 1024;

function* readChunks(fd: number): Generator<Buffer> {
  let rest = fstatSync(fd).size;
  for (let at = 0; rest > 0;) {
    const chunk = Buffer.allocUnsafeSlow(Math.min(rest, CHUNK_BYTES));
    const read = readSync(fd, chunk, 0, chunk.length, at);
    if (read === 0) return;
    yield chunk.subarray(0, read);
    at += read;
    rest -= read;
  }
}

/** Opens a spool; nothing where the temporary directory cannot be written. */
export function openSpool(): Spool | undefined {
  const path = join(tmpdir(), `netpol-review-${randomUUID()}`);
  let fd: number;
  try {
    fd = openSync(path, "wx+", 0o600);
  } catch {
    // No spool is no failure: the caller reads through a pipe instead.
    return undefined;
  }
  // Without a name it is gone with the last process that holds it, whatever happens to this one.
  unlinkSync(path);
  return {
    fd,
    size: () => fstatSync(fd).size,
    chunks: () => readChunks(fd),
    [Symbol.dispose]: () => closeSync(fd),
  };
}

import { closeSync, fstatSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary file without a name, between this process and a child. */
export interface Spool extends Disposable {
  readonly fd: number;
  size(): number;
  /** Fills the file with text in Latin-1, for a child that reads it from the beginning. */
  write(text: string): void;
  /** Reads from a position on into the buffer, and says how many bytes came. */
  read(into: Uint8Array, position: number): number;
}

/** Where Linux keeps files in memory: a file on a disk takes a fifth longer to write. */
const MEMORY = "/dev/shm";

/** Opens a spool in the temporary directory; nothing where that cannot be written. */
export const openSpool = (): Spool | undefined => openIn(tmpdir());

/**
 * Opens a spool in memory where the system offers that, for what may fail to fit: containers have little of
 * it. Whoever sets TMPDIR wants it there.
 */
export const openFastSpool = (): Spool | undefined =>
  (process.platform === "linux" && process.env["TMPDIR"] === undefined
    ? openIn(MEMORY)
    : undefined) ?? openSpool();

function openIn(folder: string): Spool | undefined {
  // Only this user can open it, and only if it did not exist, so the name need not be a secret.
  const name = `netpol-review-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const path = join(folder, name);
  let fd: number;
  try {
    fd = openSync(path, "wx+", 0o600);
  } catch {
    // No spool is no failure: the caller finds another way.
    return undefined;
  }
  // Without a name it is gone with the last process that holds it, whatever happens to this one.
  unlinkSync(path);
  return {
    fd,
    size: () => fstatSync(fd).size,
    write: (text) => writeAll(fd, Buffer.from(text, "latin1")),
    read: (into, position) => readFully(fd, into, position),
    [Symbol.dispose]: () => closeSync(fd),
  };
}

/** At given positions, because the child shares the place where the file is read. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at, at);
}

function readFully(fd: number, into: Uint8Array, position: number): number {
  let read = 0;
  while (read < into.length) {
    const more = readSync(fd, into, read, into.length - read, position + read);
    if (more === 0) break;
    read += more;
  }
  return read;
}

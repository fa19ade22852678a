import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from "node:fs";
import { pathText } from "./path-text.ts";
import type { EntryMode } from "./types.ts";

/** A file or symlink below a directory. */
export interface FoundFile {
  readonly path: string;
  /** What the system knows it by: names are bytes, and not all of them are text. */
  readonly location: Buffer;
  readonly mode: EntryMode;
}

/** Repository data and installed packages: neither is a manifest of this project. */
const SKIPPED = new Set([".git", "node_modules"]);
const SLASH = Buffer.from("/");

/**
 * Every file below a directory. Symlinks are reported, never followed: a link could lead out of the
 * directory. Sockets, devices and pipes are left out; to open one can block for ever.
 */
export function* walkFiles(top: string): Generator<FoundFile> {
  const pending: { readonly location: Buffer; readonly prefix: string }[] = [
    { location: Buffer.from(top), prefix: "" },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const item of readdirSync(next.location, { withFileTypes: true, encoding: "buffer" })) {
      const name = pathText(item.name);
      const path = next.prefix + name;
      const location = Buffer.concat([next.location, SLASH, item.name]);
      if (item.isSymbolicLink()) yield { path, location, mode: "symlink" };
      else if (item.isFile()) yield { path, location, mode: "file" };
      else if (item.isDirectory() && !SKIPPED.has(name))
        pending.push({ location, prefix: `${path}/` });
    }
  }
}

/** Bytes, or only the size of a file that is larger than allowed. */
export type FileContent = { readonly bytes: Uint8Array } | { readonly tooLarge: number };

function readUpTo(fd: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(fd, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

// Where a system has no such flag the constant is absent, and the walk has seen a regular file anyway.
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a file, or the target of a symlink, unless it is larger than `maxBytes`. */
export function readFound({ location, mode }: FoundFile, maxBytes: number): FileContent {
  if (mode === "symlink") return { bytes: readlinkSync(location, { encoding: "buffer" }) };
  const fd = openSync(location, READ_NO_LINK);
  try {
    const { size } = fstatSync(fd);
    return size > maxBytes ? { tooLarge: size } : { bytes: readUpTo(fd, size) };
  } finally {
    closeSync(fd);
  }
}

import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";

/** Compiled code of one file. */
export interface CompiledFile {
  /** What the file was when it was compiled. */
  readonly stamp: string;
  readonly data: Buffer;
}

/** By the path of the file. */
export type CompiledFiles = ReadonlyMap<string, CompiledFile>;

/** The length of a header in four bytes, the header as JSON, and the data of each file, which begins at a multiple of this. */
const ALIGNMENT = 8;
const LENGTH_BYTES = 4;
/** At the end, over all that comes before: V8 does not check what it is given, and a damaged part ends the process. */
const CHECKSUM_BYTES = 4;
const MAX_BYTES = 32 * 1024 * 1024;

type Header = readonly (readonly [path: string, stamp: string, bytes: number])[];

const padded = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

const NONE: CompiledFiles = new Map();

/** What such a file holds; nothing where it is not there, is not ours alone, or makes no sense. */
export function readCompiled(path: string): CompiledFiles {
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      return isOurs(file) ? parse(readFileSync(file)) : NONE;
    } finally {
      closeSync(file);
    }
  } catch {
    return NONE;
  }
}

/** Compiled code is run as it is, so nobody else may have written it. */
function isOurs(file: number): boolean {
  const { uid, mode, size } = fstatSync(file);
  const othersMayWrite = process.platform !== "win32" && (mode & 0o022) !== 0;
  return (process.getuid?.() ?? uid) === uid && !othersMayWrite && size <= MAX_BYTES;
}

function parse(bytes: Buffer): CompiledFiles {
  const end = bytes.length - CHECKSUM_BYTES;
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) return NONE;
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, LENGTH_BYTES + length)) as Header;
  const files = new Map<string, CompiledFile>();
  let start = padded(LENGTH_BYTES + length);
  for (const [path, stamp, size] of header) {
    files.set(path, { stamp, data: bytes.subarray(start, start + size) });
    start += padded(size);
  }
  return files;
}

/** Replaces the file at once. That it can't be written is no error: the next run compiles again. */
export function writeCompiled(path: string, files: CompiledFiles): void {
  const header: Header = Array.from(files, ([file, { stamp, data }]) => [
    file,
    stamp,
    data.byteLength,
  ]);
  const text = Buffer.from(JSON.stringify(header));
  const parts = [
    Buffer.concat([uint32(text.length), text]),
    ...Array.from(files.values(), ({ data }) => data),
  ];
  const bytes = Buffer.concat(
    parts.flatMap((part) => [part, Buffer.alloc(padded(part.length) - part.length)]),
  );
  const temporary = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const checked = Buffer.concat([bytes, uint32(crc32(bytes))]);
    writeFileSync(temporary, checked, { mode: 0o600, flag: "wx" });
    renameSync(temporary, path);
    prune(dirname(path));
  } catch {
    discard(temporary);
  }
}

const DAY_MS = 86_400_000;
const MAX_AGE_MS = 30 * DAY_MS;

/** Takes away what programs have left that are gone, or were replaced, since. */
function prune(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > MAX_AGE_MS) discard(path);
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is no such folder.
  }
}

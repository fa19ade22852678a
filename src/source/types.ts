export type EntryMode = "file" | "symlink" | "submodule";

export interface TreeEntry {
  /**
   * Relative to the top, with forward slashes. Bytes that are not UTF-8 are spelled `\uFFFD` and two hex
   * digits, so different names stay different and every path is well-formed text.
   */
  readonly path: string;
  /**
   * Content id: equal ids mean equal bytes. Ids of files and symlinks (the bytes are the link's target)
   * can be read; the id of a submodule is a commit of another repository and cannot.
   */
  readonly id: string;
  readonly mode: EntryMode;
  readonly size?: number;
}

/** One revision or one directory. */
export interface Snapshot {
  /** What the user called it. */
  readonly name: string;
  /** The full commit id, for git. */
  readonly commit?: string;
  /** Sorted by path, in order of UTF-16 code units. Revisions with one tree share one array. */
  readonly entries: readonly TreeEntry[];
}

/** Content that was not delivered because it goes past a limit, with its size in bytes. */
export interface TooLarge {
  readonly tooLarge: number;
}

/** A part of a text that has one character (Latin-1) for each byte; one text holds many files. */
export interface TextSlice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a file holds, in the form that costs its source less. */
export type Content = Uint8Array | TextSlice;

export const isTooLarge = (content: Content | TooLarge): content is TooLarge =>
  "tooLarge" in content;

export const sizeOf = (content: Content): number =>
  content instanceof Uint8Array ? content.length : content.end - content.start;

export const bytesOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array
    ? content
    : Buffer.from(content.text.slice(content.start, content.end), "latin1");

/** The bytes of a content that was delivered. Never ask a content itself what it is: that leaves a form out. */
export function bytesIn(contents: Contents, id: string): Uint8Array | undefined {
  const content = contents.get(id);
  return content === undefined || isTooLarge(content) ? undefined : bytesOf(content);
}

export type Contents = ReadonlyMap<string, Content | TooLarge>;

export type OnContent = (id: string, content: Content | TooLarge) => void;

/** Snapshots to compare (or one to scan) and the bytes behind them. */
export interface Source {
  readonly snapshots: readonly Snapshot[];
  /**
   * The bytes of the given content ids, each distinct id read once. The map holds every id that was asked
   * for, or the promise rejects with a `SourceFailure`: nothing is left out silently. A source that gets
   * them one by one may tell of each meanwhile; what the map says is what counts.
   */
  read(ids: Iterable<string>, onContent?: OnContent): Promise<Contents>;
}

export type SourceErrorCode =
  /** No git program could be started. */
  | "no-git"
  | "not-a-repository"
  /** Git refuses a repository that belongs to another user. */
  | "not-trusted"
  | "unknown-revision"
  /** The commit is outside the history that a shallow clone holds. */
  | "shallow"
  /** Objects of a known commit are not there: a partial clone, or damage. */
  | "missing-objects"
  /** The two commits share no ancestor. */
  | "no-merge-base"
  /** A file or directory that is absent, of the wrong kind, or closed to this user. */
  | "unreadable"
  /** More files, or a larger file, than the limits allow. */
  | "too-large"
  /** Git failed for a reason that is none of the above; the message carries git's own words. */
  | "git-failed";

/** An expected failure; the message says what to do. It can quote foreign text: escape it for its output. */
export interface SourceError {
  readonly code: SourceErrorCode;
  readonly message: string;
}

export interface Failed {
  readonly ok: false;
  readonly error: SourceError;
}

export type OpenResult = { readonly ok: true; readonly source: Source } | Failed;

/** What `Source.read` rejects with: a repository that broke after it was opened. */
export class SourceFailure extends Error {
  override readonly name = "SourceFailure";
  readonly error: SourceError;

  constructor(error: SourceError) {
    super(error.message);
    this.error = error;
  }
}

/** A failed result, in one expression. */
export function failed(code: SourceErrorCode, message: string): Failed {
  return { ok: false, error: { code, message } };
}

import { isTooLarge, type Content, type TextSlice, type TooLarge } from "../source/types.ts";
import {
  mayHideWords,
  namesContext,
  namesForeign,
  namesNamespaceKind,
  namesPolicy,
  namesWorkload,
  type TextHints,
} from "./text-hints.ts";

/** What a search through the large text that a file is a part of has found in it. */
const SEARCHED = 1;
const POLICY = 2;
const NAMESPACE = 4;
const WORKLOAD = 8;
/** A `NamespaceList`, or one of the words of workloads. */
const ENDS_IN_T = 16;

/**
 * A content as text, and what the text may hold. A class, because there are thousands of them and most are
 * asked little: each answer is computed when it is first asked for, and kept.
 */
export class FileText implements TextHints {
  readonly content: Content | TooLarge;
  /** The bits above; nothing where no such search was made, or where it cannot tell. */
  found = 0;
  readonly #decode: (bytes: Uint8Array) => string;
  #text: string | undefined;
  #hides: boolean | undefined;
  #policy: boolean | undefined;
  #foreign: boolean | undefined;
  #namespace: boolean | undefined;
  #workload: boolean | undefined;
  #context: boolean | undefined;

  constructor(content: Content | TooLarge, decode: (bytes: Uint8Array) => string) {
    this.content = content;
    this.#decode = decode;
  }

  get text(): string {
    return (this.#text ??= this.#read());
  }
  get hides(): boolean {
    return this.found === 0 && (this.#hides ??= mayHideWords(this.text));
  }
  get policy(): boolean {
    if (this.found !== 0) return (this.found & POLICY) !== 0;
    return (this.#policy ??= this.hides || namesPolicy(this.text));
  }
  get foreign(): boolean {
    return (this.#foreign ??= this.policy || namesForeign(this.text));
  }
  get namespace(): boolean {
    if ((this.found & NAMESPACE) !== 0) return true;
    if (this.found !== 0 && (this.found & ENDS_IN_T) === 0) return false;
    return (this.#namespace ??= this.hides || namesNamespaceKind(this.text));
  }
  get workload(): boolean {
    if (this.found !== 0 && (this.found & (WORKLOAD | ENDS_IN_T)) === 0) return false;
    return (this.#workload ??= this.hides || namesWorkload(this.text));
  }
  get context(): boolean {
    return (this.#context ??= this.hides || namesContext(this.text));
  }

  #read(): string {
    const { content } = this;
    if (isTooLarge(content)) return "";
    if (content instanceof Uint8Array) return this.#decode(content);
    return content.text.slice(content.start, content.end);
  }
}

/** A large text, and the files that are parts of it in the order in which they lie there. */
interface Part {
  readonly file: FileText;
  readonly slice: TextSlice;
}

export interface Search {
  readonly add: (file: FileText) => void;
  readonly end: () => void;
}

/**
 * Searches the texts that many files are parts of for what every file is asked about: each text once, as
 * soon as all its files are there. To search file by file costs several times as much.
 */
export function createSearch(): Search {
  let text = "";
  let end = 0;
  let parts: Part[] = [];
  const finish = (): void => {
    searchParts(text, parts);
    parts = [];
  };
  return {
    add: (file) => {
      const { content } = file;
      if (isTooLarge(content) || content instanceof Uint8Array) return;
      if (content.text !== text || content.start < end) finish();
      ({ text, end } = content);
      parts.push({ file, slice: content });
    },
    end: finish,
  };
}

function searchParts(text: string, parts: readonly Part[]): void {
  for (const { file } of parts) file.found = SEARCHED;
  // The last are the characters without which no text hides a word.
  const wanted =
    /NetworkPolicy|\bNamespace(?:List)?\b|Pod|Deployment|Set|Job|ReplicationController|[\0\\!]/g;
  let index = 0;
  let part = parts[index];
  wanted.lastIndex = part?.slice.start ?? 0;
  while (part !== undefined && wanted.test(text)) {
    const last = wanted.lastIndex - 1;
    while (part !== undefined && part.slice.end <= last) part = parts[++index];
    if (part === undefined || last < part.slice.start) continue;
    const { file, slice } = part;
    const bit = BY_LAST_LETTER.get(text.charCodeAt(last)) ?? 0;
    file.found |= bit;
    if (bit !== 0) continue;
    // Few files have such characters, but those can have thousands: this one is looked at by itself.
    file.found = 0;
    wanted.lastIndex = slice.end;
  }
}

/** What was found, by its last letter. */
const BY_LAST_LETTER: ReadonlyMap<number, number> = new Map(
  Object.entries({
    y: POLICY,
    e: NAMESPACE,
    d: WORKLOAD,
    t: ENDS_IN_T,
    b: WORKLOAD,
    r: WORKLOAD,
  }).map(([letter, bit]) => [letter.charCodeAt(0), bit]),
);

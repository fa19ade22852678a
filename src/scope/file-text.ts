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

/** What is asked of one file by itself; the answers are kept as bits too. */
const HIDES = 32;
const FOREIGN = 64;
const CONTEXT = 128;

/**
 * A content as text, and what the text may hold. A class, because there are thousands of them and most are
 * asked little: each answer is computed when it is first asked for, and kept.
 */
export class FileText implements TextHints {
  readonly content: Content | TooLarge;
  /** What a search found; nothing where no such search was made, or where it cannot tell. */
  found = 0;
  readonly #decode: (bytes: Uint8Array) => string;
  #text: string | undefined;
  #asked = 0;
  #answers = 0;

  constructor(content: Content | TooLarge, decode: (bytes: Uint8Array) => string) {
    this.content = content;
    this.#decode = decode;
  }

  get text(): string {
    return (this.#text ??= this.#read());
  }
  get hides(): boolean {
    return this.found === 0 && this.#knows(HIDES);
  }
  get policy(): boolean {
    return this.found !== 0 ? (this.found & POLICY) !== 0 : this.#knows(POLICY);
  }
  get foreign(): boolean {
    return this.#knows(FOREIGN);
  }
  get namespace(): boolean {
    if ((this.found & NAMESPACE) !== 0) return true;
    if (this.found !== 0 && (this.found & ENDS_IN_T) === 0) return false;
    return this.#knows(NAMESPACE);
  }
  get workload(): boolean {
    if (this.found !== 0 && (this.found & (WORKLOAD | ENDS_IN_T)) === 0) return false;
    return this.#knows(WORKLOAD);
  }
  get context(): boolean {
    return this.#knows(CONTEXT);
  }

  #knows(bit: number): boolean {
    if ((this.#asked & bit) === 0) {
      this.#asked |= bit;
      if (this.#ask(bit)) this.#answers |= bit;
    }
    return (this.#answers & bit) !== 0;
  }

  #ask(bit: number): boolean {
    switch (bit) {
      case HIDES:
        return mayHideWords(this.text);
      case FOREIGN:
        return this.policy || namesForeign(this.text);
      case POLICY:
        return this.hides || namesPolicy(this.text);
      case NAMESPACE:
        return this.hides || namesNamespaceKind(this.text);
      case WORKLOAD:
        return this.hides || namesWorkload(this.text);
      default:
        return this.hides || namesContext(this.text);
    }
  }

  #read(): string {
    const { content } = this;
    if (isTooLarge(content)) return "";
    if (content instanceof Uint8Array) return this.#decode(content);
    return content.text.slice(content.start, content.end);
  }
}

/** A file that is a part of a large text. */
interface Part {
  readonly id: string;
  readonly file: FileText;
  readonly slice: TextSlice;
}

/** A large text, and the files that are parts of it in the order in which they lie there. */
interface LargeText {
  readonly text: string;
  readonly parts: readonly Part[];
}

export interface Search {
  readonly add: (id: string, file: FileText) => void;
  readonly end: () => void;
  /** The ids of the files that hold one of these words. */
  readonly holding: (words: readonly string[]) => ReadonlySet<string>;
}

/**
 * Searches the texts that many files are parts of for what every file is asked about: each text once, as
 * soon as all its files are there. To search file by file costs several times as much.
 */
export function createSearch(): Search {
  const searched: LargeText[] = [];
  const single = new Map<string, FileText>();
  let text = "";
  let end = 0;
  let parts: Part[] = [];
  const finish = (): void => {
    if (parts.length === 0) return;
    searchParts(text, parts);
    searched.push({ text, parts });
    parts = [];
  };
  return {
    add: (id, file) => {
      const { content } = file;
      if (isTooLarge(content) || content instanceof Uint8Array) {
        single.set(id, file);
        return;
      }
      if (content.text !== text || content.start < end) finish();
      ({ text, end } = content);
      parts.push({ id, file, slice: content });
    },
    end: finish,
    holding: (words) => {
      const ids = new Set<string>();
      for (const word of words) {
        for (const large of searched) addHolding(large, word, ids);
        for (const [id, file] of single) if (file.text.includes(word)) ids.add(id);
      }
      return ids;
    },
  };
}

/** Adds the ids of the parts that hold the word. */
function addHolding({ text, parts }: LargeText, word: string, ids: Set<string>): void {
  let index = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    let part = parts[index];
    while (part !== undefined && part.slice.end < at + word.length) part = parts[++index];
    if (part === undefined) return;
    if (at >= part.slice.start) ids.add(part.id);
  }
}

function searchParts(text: string, parts: readonly Part[]): void {
  parts.forEach(({ file }) => {
    file.found = SEARCHED;
  });
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

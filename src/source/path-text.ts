import { isUtf8 } from "node:buffer";

const REPLACEMENT = "\uFFFD";
const byteName = (byte: number): string =>
  REPLACEMENT + byte.toString(16).toUpperCase().padStart(2, "0");

/** Length of the valid UTF-8 sequence that starts here; 0 where there is none. */
function sequenceLength(bytes: Buffer, start: number): number {
  for (let length = 1; length <= 4 && start + length <= bytes.length; length += 1) {
    if (isUtf8(bytes.subarray(start, start + length))) return length;
  }
  return 0;
}

function spell(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    const character = length === 0 ? REPLACEMENT : bytes.toString("utf8", at, at + length);
    const end = at + Math.max(length, 1);
    // A literal U+FFFD is spelled as its bytes too, otherwise it could imitate another name's spelling.
    if (character !== REPLACEMENT) text += character;
    else for (const byte of bytes.subarray(at, end)) text += byteName(byte);
    at = end;
  }
  return text;
}

/**
 * File names are bytes; the rest of the program wants text. UTF-8 stays as it is, any other byte becomes
 * U+FFFD and two hex digits. Different bytes always give different text, and never a lone surrogate,
 * which `encodeURIComponent` would throw on.
 */
export function pathText(bytes: Buffer): string {
  if (isUtf8(bytes)) {
    const text = bytes.toString("utf8");
    if (!text.includes(REPLACEMENT)) return text;
  }
  return spell(bytes);
}

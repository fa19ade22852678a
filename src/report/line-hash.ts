/** So many characters after the start of a line tell it from others. */
const BLOCK = 100;
const FACTOR = 37n;
const END = "\uffff";

/**
 * The hashes that github/codeql-action gives to the lines of a file where a SARIF file has none, in
 * `partialFingerprints.primaryLocationLineHash`: over the next 100 characters without spaces and tabs, so that
 * an alert follows its line when others move. With any other value the upload warns about every result.
 */
export function createLineHashes(text: string): (line: number) => string | undefined {
  // Ends of lines count as one character each, whatever they are made of; spaces and tabs do not count.
  const kept = text.replaceAll(/\r\n?/gu, "\n").replaceAll(/[ \t]+/gu, "") + END;
  const starts = [0];
  for (let at = kept.indexOf("\n"); at >= 0; at = kept.indexOf("\n", at + 1)) starts.push(at + 1);

  const seen = new Map<string, number>();
  const ordinals = starts.map((start) => {
    const block = kept.slice(start, start + BLOCK);
    const ordinal = (seen.get(block) ?? 0) + 1;
    seen.set(block, ordinal);
    return ordinal;
  });
  return (line) => {
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    return `${hashOf(kept.slice(start, start + BLOCK))}:${ordinals[line - 1]}`;
  };
}

/** A polynomial over the characters, 64 bits wide; a block that the file's end cuts short counts zeros. */
function hashOf(block: string): string {
  let hash = 0n;
  for (let index = 0; index < BLOCK; index++) {
    const unit = index < block.length ? block.charCodeAt(index) : 0;
    hash = BigInt.asUintN(64, hash * FACTOR + BigInt(unit));
  }
  return hash.toString(16);
}

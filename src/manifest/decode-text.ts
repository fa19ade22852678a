/** Text of a manifest, or undefined where the bytes are neither UTF-8 nor UTF-16 with a byte order mark. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    // Strict, so that no byte sequence reads differently here and in the API server. The byte order
    // mark goes: columns count without it.
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** go-yaml reads UTF-16 too where a byte order mark says so (`readerc.go`, yaml_parser_determine_encoding). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

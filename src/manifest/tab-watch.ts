/** What the lexer puts before every scalar. */
const SCALAR_MARK = "\u001f";

/**
 * Finds tabs where go-yaml v2 allows none and the library, a YAML 1.2 one, allows them: at the begin of a line
 * and after `-` or `?`, outside of flow collections (`scannerc.go`, yaml_parser_scan_to_next_token: "Tabs are
 * allowed: in the flow context; in the block context, but not at the beginning of the line or after '-', '?',
 * or ':' (complex value)"). To be given every lexeme in order.
 */
export function createTabWatch(): (lexeme: string) => boolean {
  let isLineBlank = true;
  let isIndented = false;
  let isAfterIndicator = false;
  let isAfterScalar = false;
  let isScalarNext = false;
  return (lexeme) => {
    if (lexeme === "\n" || lexeme === "\r\n") {
      isLineBlank = true;
      isIndented = false;
      return false;
    }
    if (/^[ \t]+$/.test(lexeme)) {
      isIndented ||= lexeme.startsWith(" ");
      // A plain scalar may go on behind an indented tab.
      const isContinuation = isAfterScalar && isIndented;
      return lexeme.includes("\t") && (isAfterIndicator || (isLineBlank && !isContinuation));
    }
    isLineBlank = false;
    isAfterIndicator = lexeme === "-" || lexeme === "?";
    isAfterScalar = isScalarNext;
    isScalarNext = lexeme === SCALAR_MARK;
    return false;
  };
}

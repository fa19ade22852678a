import { SCALAR_MARK } from "./lex-yaml.ts";

/**
 * Finds tabs where go-yaml v2 allows none and the library, a YAML 1.2 one, allows them. To be given every lexeme in
 * order, and within brackets the indentation that content outside of them would have.
 *
 * Outside of brackets: at the begin of a line and after `-` or `?` (`scannerc.go`, yaml_parser_scan_to_next_token:
 * "Tabs are allowed: in the flow context; in the block context, but not at the beginning of the line or after
 * '-', '?', or ':' (complex value)"). Within them: behind a plain scalar and a line break, short of the
 * indentation (yaml_parser_scan_plain_scalar: "found a tab character that violates indentation").
 */
export function createTabWatch(): (lexeme: string, flowIndent: number | undefined) => boolean {
  let isLineBlank = true;
  let isIndented = false;
  let isAfterIndicator = false;
  let isAfterScalar = false;
  let isScalarNext = false;
  let column = 0;
  return (lexeme, flowIndent) => {
    if (lexeme === "\n" || lexeme === "\r\n") {
      isLineBlank = true;
      isIndented = false;
      column = 0;
      return false;
    }
    if (/^[ \t]+$/.test(lexeme)) {
      isIndented ||= lexeme.startsWith(" ");
      const tab = lexeme.indexOf("\t");
      const tabColumn = column + tab;
      column += lexeme.length;
      if (tab < 0) return false;
      if (flowIndent !== undefined) return isAfterScalar && isLineBlank && tabColumn < flowIndent;
      // A plain scalar may go on behind an indented tab.
      const isContinuation = isAfterScalar && isIndented;
      return isAfterIndicator || (isLineBlank && !isContinuation);
    }
    isLineBlank = false;
    isAfterIndicator = lexeme === "-" || lexeme === "?";
    isAfterScalar = isScalarNext;
    isScalarNext = lexeme === SCALAR_MARK;
    return isAfterScalar && flowIndent !== undefined && hasEarlyTab(lexeme, flowIndent);
  };
}

const hasEarlyTab = (scalar: string, indent: number): boolean =>
  [...scalar.matchAll(/\n( *)\t/g)].some(([, blanks = ""]) => blanks.length < indent);

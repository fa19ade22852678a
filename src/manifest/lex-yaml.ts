import { Lexer } from "yaml";

/** What the lexer puts before every scalar that is not quoted. */
export const SCALAR_MARK = "\u001f";
/** What it puts where a list or mapping in brackets has no end. */
const FLOW_END = "\u0018";

export interface YamlLexemes {
  readonly lexemes: Iterable<string>;
  /** To be called with each lexeme before the next one is asked for. */
  readonly follow: (lexeme: string) => void;
  /** Within brackets, how far content outside of them would be indented; undefined elsewhere. */
  readonly flowIndent: () => number | undefined;
  /** Whether go-yaml v2 ends the plain scalar that was the last lexeme, in brackets, earlier than the library. */
  readonly isCutScalar: () => boolean;
}

/** In the flow context, `:` begins a value and `?` a key, whatever follows (yaml_parser_fetch_next_token). */
const CUT_SCALAR = /^:|\?/;

/**
 * The library's lexer, for which content in brackets may stand anywhere on its line, even in column 0, as for
 * go-yaml v2 (`scannerc.go`, yaml_parser_unroll_indent: "In the flow context, do nothing."). YAML asks for more
 * indentation than the key has, and the library ends the brackets where there is less.
 */
export function lexYaml(text: string): YamlLexemes {
  const lexer = new Lexer();
  // Private to the library. Without it such text is refused, and nothing is read wrongly.
  const lexing = lexer as unknown as { indentNext: number };
  let depth = 0;
  let indent = 0;
  let isScalar = false;
  let isCut = false;
  const follow = (lexeme: string): void => {
    if (isScalar) {
      isScalar = false;
      isCut = depth > 0 && CUT_SCALAR.test(lexeme);
      return;
    }
    isCut = false;
    // All that matter here are a single character, and most lexemes are not.
    if (lexeme.length !== 1) return;
    if (lexeme === SCALAR_MARK) isScalar = true;
    else if (lexeme === "[" || lexeme === "{") {
      if (depth === 0) indent = lexing.indentNext;
      depth += 1;
      lexing.indentNext = 0;
    } else if (depth > 0 && (lexeme === "]" || lexeme === "}" || lexeme === FLOW_END)) {
      depth = lexeme === FLOW_END ? 0 : depth - 1;
      if (depth === 0) lexing.indentNext = indent;
    }
  };
  return {
    lexemes: lexer.lex(text),
    follow,
    flowIndent: () => (depth > 0 ? indent : undefined),
    isCutScalar: () => isCut,
  };
}

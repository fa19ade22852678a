import { Lexer, Parser } from "yaml";

/** Every level of nesting needs one of these; a value beside a key may take a second entry of the stack. */
const INDICATORS = /[[{?:-]/g;
export const STACK_SLACK = 4;

/**
 * Whether a YAML text is nested deeper than this. The library's parser keeps its own stack, but composing recurses, and
 * where the stack runs out Node 20 ends the process instead of throwing; so whoever composes hostile text asks first.
 */
export function isNestedDeeper(text: string, depth: number): boolean {
  // Most texts are too short to be deep, and counting costs less than lexing.
  if (!hasMore(text, depth)) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > depth + STACK_SLACK) return true;
  }
  return false;
}

function hasMore(text: string, limit: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(INDICATORS)) if (++count > limit) return true;
  return false;
}

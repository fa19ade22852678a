const ACTION = /\{\{[^\n]{0,300}?\}\}/g;
/** A line that is an action and nothing else. */
const ACTION_LINE = /^[ \t]*\{\{[^\n]*\}\}[ \t]*\r?$/;

interface Untemplated {
  readonly text: string;
  /** The lines that choose among others, as text. */
  readonly actions: string;
}

/**
 * A text in a template language as YAML, perhaps: each action becomes a word that stands for it, and all branches are
 * in.
 */
export function withoutActions(text: string): Untemplated {
  const lines = text.split("\n");
  return {
    text: lines
      .map((line) => (ACTION_LINE.test(line) ? "" : line.replaceAll(ACTION, wordFor)))
      .join("\n"),
    actions: lines
      .filter((line) => ACTION_LINE.test(line))
      .map((line) => line.trim())
      .join("\n"),
  };
}

/** Of letters and digits, which mean nothing to YAML. */
const wordFor = (action: string): string => `t${Buffer.from(action).toString("hex")}`;

/** The actions that words of a text stand for. */
export const actionsIn = (text: string): string =>
  [...text.matchAll(/\bt((?:[0-9a-f]{2}){4,})\b/g)]
    .map(([, hex = ""]) => Buffer.from(hex, "hex").toString())
    .join("\n");

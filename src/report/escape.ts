/** Names and paths longer than this say nothing more to a reader. */
const MAX_NAME = 120;

/** A sentence of ours with names in it. */
const MAX_PROSE = 600;

const MAX_FENCE = 20_000;

/**
 * C0 and C1 controls, bidirectional and other format controls, line and paragraph separators, and
 * everything else that Unicode draws as nothing: what could reorder, hide or command.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The same, but for the newlines and tabs that a block of text is made of. */
const UNSEEN_IN_BLOCK = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Foreign text as one line without anything that a reader does not see. Whitespace stays visible as a
 * space; text beyond `limit` becomes an ellipsis.
 */
export function plainText(text: string, limit: number = MAX_NAME): string {
  // Bounded before the work, so that a name of a megabyte costs no more than a long one.
  const clean = text
    .slice(0, limit * 8)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, " ")
    .replace(UNSEEN, "");
  const cut = clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
  return cut.replace(LONE_SURROGATE, "\ufffd");
}

/**
 * Foreign text for a terminal or a log. The runner obeys `##[command]` anywhere in a line
 * (`ActionCommand.TryParse` searches for it), so it is broken up. `::command::` it obeys only at the
 * start of a line, after blanks: whoever writes lines guards that with `guardLine`.
 */
export const terminalText = (text: string, limit: number = MAX_PROSE): string =>
  plainText(text, limit).replaceAll("##[", "## [");

/** A whole line for a terminal or a log that the runner does not take for a workflow command. */
export const guardLine = (line: string): string =>
  line.trimStart().startsWith("::") ? `· ${line}` : line;

/** Everything that means something to Markdown, HTML, or GitHub's filters for mentions and links. */
const MARKUP = /[&<>"'|@#:./`*_~[\]()!\\$]/gu;

const encode = (text: string): string =>
  text.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Foreign text as inline code for Markdown. Entities alone are no protection from mentions, since they
 * are decoded before GitHub looks for them, and a backtick span breaks table rows: hence both.
 */
export const markdownCode = (text: string): string =>
  `<code>${encode(plainText(text)) || "&#34;&#34;"}</code>`;

/**
 * A sentence of ours with foreign text in it, for Markdown. Plain words stay plain; whatever stands in
 * backticks, and every word that could be more than a word (an address, a path, a mention), is code.
 */
export function markdownProse(text: string): string {
  const parts = plainText(text, MAX_PROSE).split("`");
  // An unmatched backtick opens nothing.
  const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
  return parts
    .map((part, index) => {
      if (index === last) return words(`\`${part}`);
      return index % 2 === 1 ? markdownCode(part) : words(part);
    })
    .join("");
}

const words = (text: string): string =>
  text
    .split(/(\s+)/u)
    .map((word, index) => (index % 2 === 1 ? " " : markdownWord(word)))
    .join("");

const WORD = /^([("']*)(.*?)([)"',;:.?…]*)$/u;
const PLAIN = /^(?:[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|IPv[46]|[–—→])$/u;
const NUMBER = /^\d{1,6}$/u;
/** GitHub links what could be a commit id. */
const COMMIT = /^[\da-f]{7,}$/u;

function markdownWord(word: string): string {
  const [, before = "", core = "", after = ""] = WORD.exec(word) ?? [];
  if (core === "") return encode(word);
  // At the start of a line, `1.` and `1)` would begin a list.
  if (NUMBER.test(core)) return `${before}${core}${encode(after)}`;
  if (PLAIN.test(core) && !COMMIT.test(core)) return `${before}${core}${after}`;
  return `${before}${markdownCode(core)}${after}`;
}

/**
 * Foreign text as a fenced block of Markdown. The fence is longer than any run of backticks in the text;
 * whole lines are left out at the end where the text is longer than `limit`.
 */
export function markdownFence(
  text: string,
  info: "diff" | "sh" | "mermaid" | "yaml",
  limit: number = MAX_FENCE,
): string {
  return fenced(blockText(text, limit), info);
}

/**
 * Foreign text of several lines without anything that a reader does not see; whole lines are left out at the end
 * where it is longer than `limit`.
 */
function blockText(text: string, limit: number): string {
  const clean = text
    .slice(0, limit)
    .replaceAll("\r\n", "\n")
    .replace(UNSEEN_IN_BLOCK, "")
    .replace(LONE_SURROGATE, "\ufffd");
  const body = text.length > limit ? `${clean.slice(0, clean.lastIndexOf("\n") + 1)}…` : clean;
  return body.replace(/\n+$/u, "");
}

const HTML_MARKUP = /[&<>"'`=]/gu;

/** Text, of ours or not, for HTML: between tags or in a quoted attribute. */
export const htmlText = (text: string): string =>
  text.replace(HTML_MARKUP, (character) => `&#${character.charCodeAt(0)};`);

/** Foreign text as one line of HTML. */
export const htmlLine = (text: string, limit: number = MAX_PROSE): string =>
  htmlText(plainText(text, limit));

/** Foreign text of several lines, for a `pre` of HTML. */
export const htmlLines = (text: string, limit: number = MAX_FENCE): readonly string[] =>
  blockText(text, limit).split("\n").map(htmlText);

function fenced(body: string, info: string): string {
  const runs = body.match(/`+/gu) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${body}\n${fence}`;
}

/**
 * File text that a reader can commit with one click; undefined where a reader would not see all of it, for
 * it has to be taken as it is or not at all.
 */
export function suggestionBlock(text: string): string | undefined {
  const isSeen =
    text.length <= MAX_FENCE && text.search(UNSEEN_IN_BLOCK) < 0 && text.search(LONE_SURROGATE) < 0;
  return isSeen ? fenced(text, "suggestion") : undefined;
}

/** Everything that means something inside a quoted label of Mermaid, to its HTML or to its Markdown. */
const DIAGRAM_MARKUP = /[#"<>&`|[\](){};:*_~\\/@%]/gu;

/**
 * Foreign text for a quoted label of a Mermaid diagram, on one line. Its entities are written `#N;`.
 */
export const mermaidText = (text: string, limit: number): string =>
  plainText(text, limit).replace(DIAGRAM_MARKUP, (character) => `#${character.charCodeAt(0)};`) ||
  " ";

const UNSAFE_IN_URL = /[^\w\-.~:/?#@!$&+,;=%]/gu;

/** An address as the destination of a Markdown link; undefined for what is no web address. */
export function markdownUrl(url: string): string | undefined {
  if (!/^https?:\/\//iu.test(url)) return undefined;
  return url
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(UNSAFE_IN_URL, percentEncode)
    .replaceAll("&", "&amp;");
}

const percentEncode = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/report/escape.ts
var escape_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ terminalText: () => terminalText });
/** Names and paths longer than this say nothing more to a reader. */
const MAX_NAME = 120;
/** A sentence of ours with names in it. */
const MAX_PROSE = 600;
const MAX_FENCE = 2e4;
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
function plainText(text, limit = MAX_NAME) {
	const clean = text.slice(0, limit * 8).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, " ").replace(UNSEEN, "");
	return (clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean).replace(LONE_SURROGATE, "�");
}
/**
* Foreign text for a terminal or a log. The runner obeys `##[command]` anywhere in a line
* (`ActionCommand.TryParse` searches for it), so it is broken up. `::command::` it obeys only at the
* start of a line, after blanks: whoever writes lines guards that with `guardLine`.
*/
const terminalText = (text, limit = MAX_PROSE) => plainText(text, limit).replaceAll("##[", "## [");
/** A whole line for a terminal or a log that the runner does not take for a workflow command. */
const guardLine = (line) => line.trimStart().startsWith("::") ? `· ${line}` : line;
/** Everything that means something to Markdown, HTML, or GitHub's filters for mentions and links. */
const MARKUP = /[&<>"'|@#:./`*_~[\]()!\\$]/gu;
const encode = (text) => text.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
/**
* Foreign text as inline code for Markdown. Entities alone are no protection from mentions, since they
* are decoded before GitHub looks for them, and a backtick span breaks table rows: hence both.
*/
const markdownCode = (text) => `<code>${encode(plainText(text)) || "&#34;&#34;"}</code>`;
/**
* A sentence of ours with foreign text in it, for Markdown. Plain words stay plain; whatever stands in
* backticks, and every word that could be more than a word (an address, a path, a mention), is code.
*/
function markdownProse(text) {
	const parts = plainText(text, MAX_PROSE).split("`");
	const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
	return parts.map((part, index) => {
		if (index === last) return words(`\`${part}`);
		return index % 2 === 1 ? markdownCode(part) : words(part);
	}).join("");
}
const words = (text) => text.split(/(\s+)/u).map((word, index) => index % 2 === 1 ? " " : markdownWord(word)).join("");
const WORD = /^([("']*)(.*?)([)"',;:.?…]*)$/u;
const PLAIN = /^(?:[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|IPv[46]|[–—→])$/u;
const NUMBER = /^\d{1,6}$/u;
/** GitHub links what could be a commit id. */
const COMMIT = /^[\da-f]{7,}$/u;
function markdownWord(word) {
	const [, before = "", core = "", after = ""] = WORD.exec(word) ?? [];
	if (core === "") return encode(word);
	if (NUMBER.test(core)) return `${before}${core}${encode(after)}`;
	if (PLAIN.test(core) && !COMMIT.test(core)) return `${before}${core}${after}`;
	return `${before}${markdownCode(core)}${after}`;
}
/**
* Foreign text as a fenced block of Markdown. The fence is longer than any run of backticks in the text;
* whole lines are left out at the end where the text is longer than `limit`.
*/
function markdownFence(text, info, limit = MAX_FENCE) {
	const clean = text.slice(0, limit).replaceAll("\r\n", "\n").replace(UNSEEN_IN_BLOCK, "").replace(LONE_SURROGATE, "�");
	return fenced((text.length > limit ? `${clean.slice(0, clean.lastIndexOf("\n") + 1)}…` : clean).replace(/\n+$/u, ""), info);
}
function fenced(body, info) {
	const longest = (body.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}${info}\n${body}\n${fence}`;
}
/**
* File text that a reader can commit with one click; undefined where a reader would not see all of it, for
* it has to be taken as it is or not at all.
*/
function suggestionBlock(text) {
	return text.length <= MAX_FENCE && text.search(UNSEEN_IN_BLOCK) < 0 && text.search(LONE_SURROGATE) < 0 ? fenced(text, "suggestion") : void 0;
}
/** Everything that means something inside a quoted label of Mermaid, to its HTML or to its Markdown. */
const DIAGRAM_MARKUP = /[#"<>&`|[\](){};:*_~\\/@%]/gu;
/**
* Foreign text for a quoted label of a Mermaid diagram, on one line. Its entities are written `#N;`.
*/
const mermaidText = (text, limit) => plainText(text, limit).replace(DIAGRAM_MARKUP, (character) => `#${character.charCodeAt(0)};`) || " ";
const UNSAFE_IN_URL = /[^\w\-.~:/?#@!$&+,;=%]/gu;
/** An address as the destination of a Markdown link; undefined for what is no web address. */
function markdownUrl(url) {
	if (!/^https?:\/\//iu.test(url)) return void 0;
	return url.replace(LONE_SURROGATE, "�").replace(UNSAFE_IN_URL, percentEncode).replaceAll("&", "&amp;");
}
const percentEncode = (character) => [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

Object.defineProperty(exports, "escape_exports", {
  enumerable: true,
  get: function () {
    return escape_exports;
  }
});
Object.defineProperty(exports, "guardLine", {
  enumerable: true,
  get: function () {
    return guardLine;
  }
});
Object.defineProperty(exports, "markdownCode", {
  enumerable: true,
  get: function () {
    return markdownCode;
  }
});
Object.defineProperty(exports, "markdownFence", {
  enumerable: true,
  get: function () {
    return markdownFence;
  }
});
Object.defineProperty(exports, "markdownProse", {
  enumerable: true,
  get: function () {
    return markdownProse;
  }
});
Object.defineProperty(exports, "markdownUrl", {
  enumerable: true,
  get: function () {
    return markdownUrl;
  }
});
Object.defineProperty(exports, "mermaidText", {
  enumerable: true,
  get: function () {
    return mermaidText;
  }
});
Object.defineProperty(exports, "plainText", {
  enumerable: true,
  get: function () {
    return plainText;
  }
});
Object.defineProperty(exports, "suggestionBlock", {
  enumerable: true,
  get: function () {
    return suggestionBlock;
  }
});
Object.defineProperty(exports, "terminalText", {
  enumerable: true,
  get: function () {
    return terminalText;
  }
});
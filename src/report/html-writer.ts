import { htmlLine, htmlLines, htmlText } from "./escape.ts";
import type { Phrase, Piece } from "./phrase.ts";
import { formatPlace } from "./place.ts";
import type { Row } from "./rows.ts";

/** Names and paths longer than this say nothing more to a reader. */
const MAX_NAME = 120;

export const htmlPhrase = (phrase: Phrase): string => phrase.map(writePiece).join("");

function writePiece(piece: Piece): string {
  switch (piece.type) {
    case "own":
      return htmlText(piece.text);
    case "strong":
      return `<strong>${htmlText(piece.text)}</strong>`;
    case "mark":
      // The word carries the meaning; the colour only finds it faster.
      return `<span class="mark ${piece.mark}">${htmlText(piece.word)}</span>`;
    case "break":
      return "<br>";
    case "name":
      return code(piece.text);
    case "prose":
      return writeProse(piece.text);
    case "place":
      return `<code class="place">${htmlLine(formatPlace(piece.span), MAX_NAME * 2)}</code>`;
  }
}

const code = (text: string): string => `<code>${htmlLine(text, MAX_NAME) || "&#34;&#34;"}</code>`;

/** What stands in backticks is code. Whatever writing the rest is in, it does not turn what is around it. */
function writeProse(text: string): string {
  const parts = text.split("`");
  // An unmatched backtick opens nothing.
  const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
  const written = parts.map((part, index) =>
    index === last ? htmlLine(`\`${part}`) : index % 2 === 1 ? code(part) : htmlLine(part),
  );
  return `<bdi>${written.join("")}</bdi>`;
}

/** The words of a phrase alone, for a place that takes no tags. */
export const plainPhrase = (phrase: Phrase): string =>
  phrase
    .map((piece) => {
      switch (piece.type) {
        case "own":
        case "strong":
          return htmlText(piece.text);
        case "mark":
          return htmlText(piece.word);
        case "break":
          return " ";
        case "name":
        case "prose":
          return htmlLine(piece.text);
        case "place":
          return htmlLine(formatPlace(piece.span));
      }
    })
    .join("");

/** A table that is as wide as it has to be, and moves within the page. */
export function htmlTable(header: readonly string[], rows: readonly Row[]): string {
  const row = (cells: Row): string =>
    `<tr>${cells.map((cell) => `<td>${htmlPhrase(cell)}</td>`).join("")}</tr>`;
  const head = header.map((text) => `<th scope="col">${htmlText(text)}</th>`).join("");
  return `<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.map(row).join("\n")}\n</tbody></table></div>`;
}

export const htmlList = (rows: readonly Row[]): string =>
  `<ul>\n${rows.map((cells) => `<li>${cells.map(htmlPhrase).join(" ")}</li>`).join("\n")}\n</ul>`;

export const htmlFold = (title: Phrase, content: readonly string[]): string =>
  `<details><summary>${htmlPhrase(title)}</summary>\n${content.join("\n")}\n</details>`;

export const htmlSection = (title: Phrase, content: readonly string[]): string =>
  `<section><h2>${htmlPhrase(title)}</h2>\n${content.join("\n")}\n</section>`;

export const htmlCode = (text: string): string =>
  `<pre><code>${htmlLines(text).join("\n")}</code></pre>`;

/** A diff whose lines are told apart by colour as well as by their first character. */
export function htmlDiff(text: string): string {
  const lines = htmlLines(text).map((line) => {
    const kind = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : undefined;
    return kind === undefined ? line : `<${kind}>${line}</${kind}>`;
  });
  return `<pre><code>${lines.join("\n")}</code></pre>`;
}

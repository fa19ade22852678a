const require_report = require("./report.js");
const require_probes = require("./probes.js");

// src/report/html-style.ts
/** Both colour schemes; every text on its background has a contrast of 4.5 at least. */
const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --panel: #f6f8fa;
  --error: #c51f2b; --warning: #8a5a00; --note: #0860ca; --good: #18703a; --masked: #59636e;
  --added: #dafbe1; --removed: #ffebe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --panel: #161b22;
    --error: #ff8078; --warning: #e0a740; --note: #6cb0ff; --good: #56d076; --masked: #9198a1;
    --added: #12361f; --removed: #4a1a1d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 75rem;
  background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
}
h1 { margin: 0 0 .5rem; font-size: 1.45rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .25rem 0; }
code, pre { font: .87em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { padding: .1em .3em; border-radius: 4px; background: var(--panel); unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin: .5rem 0; padding: .75rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); }
pre code { padding: 0; background: none; overflow-wrap: normal; }
pre ins, pre del { display: inline-block; min-width: 100%; text-decoration: none; }
ins { background: var(--added); } del { background: var(--removed); }
.place { color: var(--quiet); }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; min-width: 46rem; border-collapse: collapse; }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td { overflow-wrap: break-word; min-width: 5.5rem; max-width: 26rem; }
tbody tr:last-child td { border-bottom: 0; }
th { background: var(--panel); font-weight: 600; white-space: nowrap; }
ul { margin: .5rem 0; padding-left: 1.3rem; }
li { margin: .35rem 0; overflow-wrap: anywhere; }
details { margin: .75rem 0; }
summary { cursor: pointer; font-weight: 600; }
.verdict {
  margin-right: .4rem; padding: .1em .5em; border: 2px solid; border-radius: 6px; font-size: .8em;
  letter-spacing: .03em; vertical-align: .1em; white-space: nowrap;
}
.mark { font-weight: 600; white-space: nowrap; }
.mark::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-right: .4em; border-radius: 50%; background: currentColor; }
.verdict .mark::before { display: none; }
.error, .high { color: var(--error); } .warning, .medium { color: var(--warning); }
.low { color: var(--warning); } .note, .closed { color: var(--note); }
.good { color: var(--good); } .masked { color: var(--masked); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); }
@media print { body { max-width: none; } .table, pre { overflow: visible; } }
`;

// src/report/html-writer.ts
/** Names and paths longer than this say nothing more to a reader. */
const MAX_NAME = 120;
const htmlPhrase = (phrase) => phrase.map(writePiece).join("");
function writePiece(piece) {
	switch (piece.type) {
		case "own": return require_report.htmlText(piece.text);
		case "strong": return `<strong>${require_report.htmlText(piece.text)}</strong>`;
		case "mark": return `<span class="mark ${piece.mark}">${require_report.htmlText(piece.word)}</span>`;
		case "break": return "<br>";
		case "name": return code(piece.text);
		case "prose": return writeProse(piece.text);
		case "place": return `<code class="place">${require_report.htmlLine(require_report.formatPlace(piece.span), 240)}</code>`;
	}
}
const code = (text) => `<code>${require_report.htmlLine(text, MAX_NAME) || "&#34;&#34;"}</code>`;
/** What stands in backticks is code. Whatever writing the rest is in, it does not turn what is around it. */
function writeProse(text) {
	const parts = text.split("`");
	const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
	return `<bdi>${parts.map((part, index) => index === last ? require_report.htmlLine(`\`${part}`) : index % 2 === 1 ? code(part) : require_report.htmlLine(part)).join("")}</bdi>`;
}
/** The words of a phrase alone, for a place that takes no tags. */
const plainPhrase = (phrase) => phrase.map((piece) => {
	switch (piece.type) {
		case "own":
		case "strong": return require_report.htmlText(piece.text);
		case "mark": return require_report.htmlText(piece.word);
		case "break": return " ";
		case "name":
		case "prose": return require_report.htmlLine(piece.text);
		case "place": return require_report.htmlLine(require_report.formatPlace(piece.span));
	}
}).join("");
/** A table that is as wide as it has to be, and moves within the page. */
function htmlTable(header, rows) {
	const row = (cells) => `<tr>${cells.map((cell) => `<td>${htmlPhrase(cell)}</td>`).join("")}</tr>`;
	return `<div class="table" tabindex="0"><table><thead><tr>${header.map((text) => `<th scope="col">${require_report.htmlText(text)}</th>`).join("")}</tr></thead><tbody>\n${rows.map(row).join("\n")}\n</tbody></table></div>`;
}
const htmlList = (rows) => `<ul>\n${rows.map((cells) => `<li>${cells.map(htmlPhrase).join(" ")}</li>`).join("\n")}\n</ul>`;
const htmlFold = (title, content) => `<details><summary>${htmlPhrase(title)}</summary>\n${content.join("\n")}\n</details>`;
const htmlSection = (title, content) => `<section><h2>${htmlPhrase(title)}</h2>\n${content.join("\n")}\n</section>`;
const htmlCode = (text) => `<pre><code>${require_report.htmlLines(text).join("\n")}</code></pre>`;
/** A diff whose lines are told apart by colour as well as by their first character. */
function htmlDiff(text) {
	return `<pre><code>${require_report.htmlLines(text).map((line) => {
		const kind = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : void 0;
		return kind === void 0 ? line : `<${kind}>${line}</${kind}>`;
	}).join("\n")}</code></pre>`;
}

// src/report/html.ts
/** Nothing is loaded and nothing runs, whatever a mistake of ours might let through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The report as one page that needs nothing else: no script, no picture, no font, no address. */
function renderHtml(report) {
	const facts = require_report.readFacts(report);
	const title = require_report.headline(facts);
	const sections = require_report.sectionsOf(facts);
	return [
		"<!doctype html>",
		"<html lang=\"en\">",
		"<head>",
		"<meta charset=\"utf-8\">",
		`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		"<meta name=\"referrer\" content=\"no-referrer\">",
		`<title>${plainPhrase(require_report.say`${verdictMark(report)}: ${title}`)}</title>`,
		`<style>${HTML_STYLE}</style>`,
		"</head>",
		"<body>",
		`<header>\n<h1>${verdictBadge(report)}${htmlPhrase(title)}</h1>`,
		...[
			require_report.answer(facts),
			require_report.warnOnlySentence(report),
			...require_report.loweredRules(report)
		].filter(({ length }) => length > 0).map((sentence) => `<p>${htmlPhrase(sentence)}</p>`),
		"</header>",
		"<main>",
		...sections.filter(({ isAside }) => !isAside).map(openSection),
		...fixSections(facts),
		...patchSections(facts),
		...probeSections(facts),
		...asideSections(sections.filter(({ isAside }) => isAside)),
		"</main>",
		`<footer><p>${htmlPhrase(require_report.exactnessWords(facts))}</p>\n<p>${htmlPhrase(require_report.basisWords(report))}</p></footer>`,
		"</body>",
		"</html>",
		""
	].join("\n");
}
function verdictMark({ verdict }) {
	const [kind, word] = require_report.VERDICT_MARK[verdict];
	return require_report.mark(kind, word);
}
const verdictBadge = (report) => `<span class="verdict ${require_report.VERDICT_MARK[report.verdict][0]}">${htmlPhrase([verdictMark(report)])}</span>`;
function contentOf({ header, rows, left }) {
	return [header.length === 0 ? htmlList(rows) : htmlTable(header, rows), ...leftOut(left)];
}
/** How many items a section leaves out, to stand below it. */
const leftOut = (left) => left > 0 ? [`<p>${htmlPhrase(require_report.say`${left} more in the JSON output.`)}</p>`] : [];
const openSection = (section) => htmlSection(section.title, contentOf(section));
const asideSections = (sections) => sections.length === 0 ? [] : [htmlSection(require_report.say`What this rests on`, sections.map(foldedSection))];
const foldedSection = (section) => htmlFold(require_report.say`${section.title} (${section.rows.length + section.left})`, contentOf(section));
/** More than a reader takes over by hand. */
const MAX_FIXES = 50;
function fixSections({ fixes }) {
	if (fixes.length === 0) return [];
	const left = fixes.length - MAX_FIXES;
	return [htmlSection(require_report.fixesTitle(fixes), [...fixes.slice(0, MAX_FIXES).map((fix) => `<p>${htmlPhrase(require_report.fixTitle(fix))}</p>\n${htmlCode(fix.replacement)}`), ...leftOut(left)])];
}
function patchSections({ scopes }) {
	const folds = scopes.flatMap((scope) => {
		const { groups, left } = require_report.patchesOf(scope);
		return [...groups.map(({ title, patches }) => htmlFold(title, patches.map(({ title: words, patch }) => `<p>${htmlPhrase(words)}</p>${patch === "" ? "" : `\n${htmlDiff(patch)}`}`))), ...left.length === 0 ? [] : [`<p>${htmlPhrase(left)}</p>`]];
	});
	return folds.length === 0 ? [] : [htmlSection(require_report.say`Changed text`, folds)];
}
function probeSections({ report }) {
	const script = require_probes.renderProbes(report);
	if (script === void 0) return [];
	const words = require_report.probeWords(require_probes.countProbes(report));
	const fold = htmlFold(require_report.say`A script of ${words}`, [htmlCode(script)]);
	return [htmlSection(require_report.say`Verify after deploy`, [fold])];
}

exports.renderHtml = renderHtml;
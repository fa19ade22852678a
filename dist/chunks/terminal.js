const require_report = require("./report.js");

// src/report/terminal-patches.ts
/** A shell is no place to read policies in: this shows which lines moved, and the JSON output has it all. */
const MAX_POLICIES = 8;
const MAX_LINES = 8;
const MAX_LENGTH = 160;
/** The lines of policies that changed, in the order of the flow rows. */
function patchLines({ report, scopes }, title) {
	if (report.mode === "scan") return [];
	const policies = require_report.groupScopes(scopes).flatMap(({ first: { scope } }) => {
		const order = scope.flows.flatMap(({ blame: { head, base } }) => head ?? base ?? []);
		const rank = ({ head, base }) => {
			const own = head ?? base;
			const index = order.findIndex(({ path, startLine }) => own?.path === path && own.startLine <= startLine && startLine <= own.endLine);
			return index < 0 ? order.length : index;
		};
		return scope.policies.filter(({ base, head, patch }) => base !== void 0 && head !== void 0 && patch !== "").toSorted((a, b) => rank(a) - rank(b));
	});
	if (policies.length === 0) return [];
	const shown = policies.slice(0, MAX_POLICIES);
	const left = policies.length - shown.length;
	const more = left === 0 ? require_report.NOTHING : require_report.say` (${left} more in the JSON output)`;
	return [
		"",
		...title(require_report.say`Changed text of ${require_report.count(policies.length, "policy", "policies")}${more}`, 0),
		...shown.flatMap((policy) => [...title(require_report.say`${require_report.name(policy.name)}${policy.head === void 0 ? require_report.NOTHING : require_report.say` · ${require_report.place(policy.head, "head")}`}`, 2), ...changedLines(policy.patch)])
	];
}
/** The lines that came and went, without what stands around them. */
function changedLines(patch) {
	const lines = patch.split("\n").filter((line) => /^[-+]/.test(line));
	const left = lines.length - MAX_LINES;
	const shown = lines.slice(0, MAX_LINES).map((line) => `    ${require_report.terminalText(line, MAX_LENGTH)}`);
	return left > 0 ? [...shown, `    … ${left} more lines`] : shown;
}

// src/report/terminal-wrap.ts
const EMPTY_LINE = {
	width: 0,
	runs: []
};
/** Code points are close enough to columns for names that Kubernetes accepts. */
const widthOf = (text) => Array.from(text).length;
/** The lines of a phrase. A single word that is wider than `width` is a line of its own. */
function wrapPhrase(phrase, width) {
	const lines = [];
	let line = EMPTY_LINE;
	for (const word of wordsOf(phrase)) {
		const isFull = line.width > 0 && line.width + trimmedWidth(word) > width;
		if (word === "break" || isFull) {
			lines.push(line);
			line = EMPTY_LINE;
		}
		if (word !== "break") line = append(line, word);
	}
	return [...lines, line];
}
function wordsOf(phrase) {
	const words = [];
	for (const piece of phrase) {
		if (piece.type === "break") {
			words.push("break");
			continue;
		}
		const run = runOf(piece);
		for (const text of run.text.match(/\s*\S+|\s+$/gu) ?? []) {
			const last = words.at(-1);
			if (!/^\s/u.test(text) && last !== void 0 && last !== "break") words[words.length - 1] = [...last, {
				...run,
				text
			}];
			else words.push([{
				...run,
				text
			}]);
		}
	}
	return words;
}
function runOf(piece) {
	switch (piece.type) {
		case "own": return { text: piece.text };
		case "strong": return {
			text: piece.text,
			style: "strong"
		};
		case "mark": return {
			text: piece.word,
			style: piece.mark
		};
		case "name":
		case "prose": return { text: require_report.terminalText(piece.text) };
		case "place": return {
			text: require_report.terminalText(require_report.formatPlace(piece.span)),
			style: "place"
		};
	}
}
const trimmedWidth = (word) => word === "break" ? 0 : widthOf(word.map(({ text }) => text).join("").trimEnd());
/** Blanks in front of a word are for the middle of a line. */
function append(line, word) {
	const [first, ...rest] = word;
	if (first === void 0) return line;
	const text = line.width === 0 ? first.text.trimStart() : first.text;
	const runs = [{
		...first,
		text
	}, ...rest];
	return {
		width: runs.reduce((sum, run) => sum + widthOf(run.text), line.width),
		runs: [...line.runs, ...runs]
	};
}

// src/report/terminal-table.ts
/** SGR parameters. The words carry the meaning; colour only finds them faster. */
const CODES = {
	error: 31,
	warning: 33,
	note: 36,
	high: 31,
	medium: 33,
	low: 33,
	closed: 34,
	masked: 2,
	good: 32,
	strong: 1,
	place: 2
};
const paint = (color, { text, style }) => color && style !== void 0 ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
const GAP = "  ";
/** Narrower, a column is no longer read but spelled. */
const MIN_COLUMN = 12;
/** Cells in aligned columns, wrapped where the terminal is too narrow for them. */
function alignTable(rows, { color, width = Infinity, indent }) {
	const natural = columnWidths(rows);
	const widths = fit(natural, width - indent - 2 * (natural.length - 1));
	return rows.flatMap((row) => {
		const cells = row.map((cell, index) => wrapPhrase(cell, widths[index] ?? Infinity));
		const height = Math.max(...cells.map((lines) => lines.length));
		return Array.from({ length: height }, (_, y) => {
			const text = cells.map((lines, index) => pad(lines[y] ?? EMPTY_LINE, widths[index] ?? 0, color)).join(GAP).trimEnd();
			return require_report.guardLine(text === "" ? "" : " ".repeat(indent) + text);
		});
	});
}
const pad = ({ runs, width }, column, color) => runs.map((run) => paint(color, run)).join("") + " ".repeat(Math.max(0, column - width));
const columnWidths = (rows) => rows.reduce((widths, row) => row.map((cell, index) => Math.max(widths[index] ?? 0, ...wrapPhrase(cell, Infinity).map((line) => line.width))), []);
/** Takes from the widest column until all fit. */
function fit(natural, available) {
	const widths = [...natural];
	for (let over = widths.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
		const widest = Math.max(...widths);
		if (widest <= MIN_COLUMN) break;
		widths[widths.indexOf(widest)] = widest - 1;
	}
	return widths;
}

// src/report/terminal.ts
/** More belongs in a file. */
const MAX_FIXES = 200;
/** The report for a shell: the verdict first, tables in aligned columns, places as `path:line`. */
function renderTerminal(report, { color, width }) {
	const table = (rows, indent) => alignTable(rows, {
		color,
		width,
		indent
	});
	const facts = require_report.readFacts(report);
	const [verdictMark, word] = require_report.VERDICT_MARK[report.verdict];
	return `${[
		...[
			require_report.say`${require_report.mark(verdictMark, word)}  ${require_report.headline(facts)}`,
			require_report.answer(facts),
			require_report.warnOnlySentence(report),
			...require_report.loweredRules(report)
		].filter((line) => line.length > 0).flatMap((line) => table([[line]], 0)),
		...require_report.sectionsOf(facts).flatMap(({ title, header, rows, left }) => {
			const more = left === 0 ? require_report.NOTHING : require_report.say` (${left} more in the JSON output)`;
			const headerRow = header.map((text) => [{
				type: "own",
				text: text.toUpperCase()
			}]);
			return [
				"",
				...table([[require_report.say`${title}${more}`]], 0),
				...table(header.length === 0 ? rows : [headerRow, ...rows], 2)
			];
		}),
		...patchLines(facts, (phrase, indent) => table([[phrase]], indent)),
		...fixLines(facts, table),
		"",
		...table([[require_report.say`${require_report.basisWords(report)}`]], 0)
	].join("\n")}\n`;
}
/** The new text of each fix. Indentation counts there, so its lines are not wrapped. */
function fixLines({ fixes }, table) {
	if (fixes.length === 0) return [];
	return [
		"",
		...table([[require_report.fixesTitle(fixes)]], 0),
		...fixes.slice(0, MAX_FIXES).flatMap((fix) => [...table([[require_report.fixTitle(fix)]], 2), ...fix.replacement.split("\n").map((line) => `    | ${require_report.terminalText(line)}`)])
	];
}

exports.renderTerminal = renderTerminal;
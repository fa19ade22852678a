const require_posture_rows = require("./posture-rows.js");
const require_escape = require("./escape.js");
const require_facts = require("./facts.js");

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
		case "prose": return { text: require_escape.terminalText(piece.text) };
		case "place": return {
			text: require_escape.terminalText(require_facts.formatPlace(piece.span)),
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
			return require_escape.guardLine(text === "" ? "" : " ".repeat(indent) + text);
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
/** More belongs in a file, and the JSON output has it. */
const MAX_ROWS = 200;
/** The report for a shell: the verdict first, tables in aligned columns, places as `path:line`. */
function renderTerminal(report, { color, width }) {
	const table = (rows, indent) => alignTable(rows, {
		color,
		width,
		indent
	});
	const facts = require_facts.readFacts(report);
	const [verdictMark, word] = require_posture_rows.VERDICT_MARK[report.verdict];
	return `${[
		...[
			require_facts.say`${require_facts.mark(verdictMark, word)}  ${require_posture_rows.headline(facts)}`,
			require_posture_rows.answer(facts),
			require_posture_rows.warnOnlySentence(report),
			...require_posture_rows.loweredRules(report)
		].filter((line) => line.length > 0).flatMap((line) => table([[line]], 0)),
		...sections(facts).flatMap(({ title, rows }) => [
			"",
			...table([[title]], 0),
			...table(rows, 2)
		]),
		...fixLines(facts, table),
		"",
		...table([[require_facts.say`${require_posture_rows.basisWords(report)}`]], 0)
	].join("\n")}\n`;
}
/** The new text of each fix. Indentation counts there, so its lines are not wrapped. */
function fixLines({ fixes }, table) {
	if (fixes.length === 0) return [];
	return [
		"",
		...table([[require_facts.fixesTitle(fixes)]], 0),
		...fixes.slice(0, MAX_ROWS).flatMap((fix) => [...table([[require_facts.fixTitle(fix)]], 2), ...fix.replacement.split("\n").map((line) => `    | ${require_escape.terminalText(line)}`)])
	];
}
/** No section where there is nothing to say. */
function section(title, { items, row, header = [] }) {
	if (items.length === 0) return [];
	const rows = items.slice(0, MAX_ROWS).map(row);
	const left = items.length - rows.length;
	const more = left === 0 ? require_facts.NOTHING : require_facts.say` (${left} more in the JSON output)`;
	const headerRow = header.map((text) => [{
		type: "own",
		text: text.toUpperCase()
	}]);
	return [{
		title: require_facts.say`${title}${more}`,
		rows: header.length === 0 ? rows : [headerRow, ...rows]
	}];
}
function sections(facts) {
	const { report, gating, deciding, otherFindings, otherEntries } = facts;
	const inScope = report.scopes.length > 1;
	const findingItem = require_posture_rows.createFindingItem(facts);
	const findingRow = (finding) => [findingItem(finding)];
	const ledgerRow = (entry) => [require_posture_rows.ledgerItem(entry)];
	const failing = section(report.configuration.warnOnly ? require_facts.say`Would fail the check` : require_facts.say`Fails the check`, {
		items: gating,
		row: findingRow
	});
	const open = [...section(require_facts.say`Not decided`, {
		items: deciding,
		row: ledgerRow
	}), ...section(require_facts.say`In doubt`, {
		items: facts.doubtful,
		row: findingRow
	})];
	return [
		...report.verdict === "undecided" ? [...open, ...failing] : [...failing, ...open],
		...facts.scopes.flatMap((scope) => {
			const suffix = inScope ? require_facts.say` in ${require_facts.name(scope.scope.name)}` : require_facts.NOTHING;
			return report.mode === "scan" ? scanSections(scope, suffix) : changeSections(scope, suffix);
		}),
		...unchangedScopes(facts),
		...report.mode === "scan" ? standingSections(facts) : section(require_facts.say`Does not fail the check`, {
			items: otherFindings,
			row: findingRow
		}),
		...section(require_facts.say`Accepted`, {
			items: facts.accepted,
			row: findingRow
		}),
		...section(require_facts.say`Assumed`, {
			items: report.assumptions,
			row: ({ text }) => [require_facts.say`${require_facts.prose(text)}`]
		}),
		...section(require_facts.say`Seen, not analysed, and of no effect on the verdict`, {
			items: otherEntries,
			row: ledgerRow
		})
	];
}
/** Beyond this, alike namespaces share a row, and the findings of a rule a title. */
const MANY = 40;
function scanSections(facts, suffix) {
	const { namespaces } = facts.scope;
	if (namespaces.length <= MANY) return section(require_facts.say`Namespaces${suffix}`, {
		header: require_posture_rows.POSTURE_HEADER,
		items: require_posture_rows.byPosture(namespaces),
		row: (namespace) => require_posture_rows.postureRow(facts, namespace)
	});
	const groups = section(require_facts.say`Namespaces that stand alike${suffix}`, {
		header: require_posture_rows.GROUP_HEADER,
		items: require_posture_rows.groupPostures(namespaces),
		row: require_posture_rows.groupRow
	});
	return [{
		title: require_facts.say`Namespaces${suffix}`,
		rows: [[require_posture_rows.postureSummary(namespaces)]]
	}, ...groups];
}
/** Findings of one rule that are written out where there are many. */
const SHOWN_FINDINGS = 5;
function standingSections(facts) {
	const { otherFindings } = facts;
	const findingItem = require_posture_rows.createFindingItem(facts);
	if (otherFindings.length <= MANY) return section(require_facts.say`Does not fail the check`, {
		items: otherFindings,
		row: (finding) => [findingItem(finding)]
	});
	return require_posture_rows.groupByRule(otherFindings).map((group) => {
		const left = group.findings.length - SHOWN_FINDINGS;
		return {
			title: require_posture_rows.ruleTitle(group),
			rows: [
				...group.findings.slice(0, SHOWN_FINDINGS).map((one) => [require_posture_rows.ruleItem(facts, one)]),
				...left > 0 ? [[require_facts.say`${left} more in the JSON output`]] : [],
				[require_posture_rows.ruleHelp(group)]
			]
		};
	});
}
const changeSections = (facts, suffix) => [
	...section(require_facts.say`Namespaces that change${suffix}`, {
		header: require_posture_rows.NAMESPACE_HEADER,
		items: facts.changed,
		row: (namespace) => require_posture_rows.namespaceRow(facts, namespace)
	}),
	...section(require_facts.say`Flows${suffix}`, {
		header: require_posture_rows.FLOW_HEADER,
		items: facts.flows,
		row: (flow) => require_posture_rows.flowRow(facts, flow)
	}),
	...section(require_facts.say`Wider on one side, still blocked by the other${suffix}`, {
		header: require_posture_rows.MASKED_HEADER,
		items: facts.masked,
		row: (flow) => require_posture_rows.maskedRow(facts, flow)
	})
];
function unchangedScopes({ report, scopes, isProvedUnchanged }) {
	const same = report.scopes.length - scopes.length;
	if (same === 0 || report.scopes.length === 1 || isProvedUnchanged) return [];
	return [{
		title: require_facts.say`Other scopes`,
		rows: [[require_facts.say`${require_facts.count(same, "scope")} without a change`]]
	}];
}

exports.renderTerminal = renderTerminal;
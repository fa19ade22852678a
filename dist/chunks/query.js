const require_query_scopes = require("./query-scopes.js");
const require_json = require("./json.js");
const require_commands = require("./commands.js");
const require_base = require("./base.js");
const require_report = require("./report.js");
const require_manifests = require("./manifests.js");

// src/commands/query-text.ts
/** Cases that a person reads; JSON has all. */
const SHOWN = 20;
/** Files that are not counted. */
const SHOWN_FILES = 5;
/** The answer for a terminal: the verdict first, then what decides it. */
function printAnswer(answer) {
	const { perScope, notCounted } = answer;
	return `${[
		headline(answer),
		...scopeLines(answer),
		...(perScope ?? []).flatMap((each) => [`  scope ${each.scopes.join(", ")}: ${each.verdict}${evaluatedWords(each)}`, ...bodyLines(each).map((line) => `  ${line}`)]),
		...bodyLines(answer),
		...notCounted.slice(0, SHOWN_FILES).map((entry) => `  not counted: ${entry.path}: ${entry.reason}`),
		...notCounted.length > SHOWN_FILES ? [`  ${notCounted.length - SHOWN_FILES} more that are not counted, in the JSON output`] : []
	].map((line) => require_report.terminalText(line, 600)).join("\n")}\n`;
}
/** Which scopes were asked, where that is not all there is. */
function scopeLines({ scopes, perScope }) {
	if (perScope !== void 0 || scopes.length === 1 && scopes[0] === "default") return [];
	const names = require_base.listFirst(SHOWN_FILES, scopes);
	return [scopes.length === 1 ? `  in scope ${names}` : `  the same in scopes ${names}`];
}
function bodyLines(answer) {
	return [
		...answer.cases.slice(0, SHOWN).flatMap((one) => caseLines(one, answer)),
		...answer.cases.length > SHOWN ? [`  ${answer.cases.length - SHOWN} more in the JSON output`] : [],
		...answer.missing.map((fact) => `  not known: ${fact}`),
		...answer.gaps.map(({ type, path, line, text }) => type === "unread" ? `  not read: ${path}:${line}: ${text}` : `  not evaluated: ${text} (${path}:${line})`),
		...answer.notes.map((note) => `  note: ${note}`),
		...answer.assumptions.map(({ text }) => `  assumed: ${text}`)
	];
}
const evaluatedWords = ({ evaluated }) => evaluated === void 0 ? "" : ` (by what was read and evaluated: ${evaluated})`;
function headline({ from, to, port, protocol, verdict, ...answer }) {
	const flow = `${from} -> ${to} ${protocol} ${port}`;
	const about = [
		...answer.perScope === void 0 ? [] : ["the scopes differ"],
		...answer.evaluated === void 0 ? [] : [`by what was read and evaluated: ${answer.evaluated}`],
		...answer.itself === void 0 ? [] : [answer.cases.length === 0 ? "a pod cannot block its own traffic" : "from one pod to another; itself: always allowed"]
	];
	return `${verdict}: ${flow}${about.length === 0 ? "" : ` (${about.join("; ")})`}`;
}
function caseLines({ from, to, verdict, sides }, answer) {
	const lines = sides.flatMap(sideLines);
	if (answer.cases.length === 1) return lines;
	return [`  ${verdict}: ${from} -> ${to}`, ...lines.map((line) => `  ${line}`)];
}
function sideLines(side) {
	return [
		`  ${side.side}: ${side.verdict}${reason(side)}`,
		...side.isolatedBy.map(({ policy, place }) => `    isolated by ${policy} (${place})`),
		...side.mayIsolate.map(({ policy, place }) => `    may be isolated by ${policy} (${place})`),
		...side.allowedBy.map(({ policy, place }) => `    allowed by ${policy} (${place})`)
	];
}
function reason({ verdict, exempt, isolatedBy, mayIsolate, missing }) {
	if (exempt === "address") return ", an address has no policies of its own";
	if (exempt === "host network") return ", no policy selects a pod on the host network";
	if (verdict === "undecided" && missing.length === 0) return ", it depends on the labels";
	return isolatedBy.length + mayIsolate.length === 0 ? ", no policy isolates this end" : "";
}

// src/commands/query.ts
const EXIT_CODE = {
	allowed: 0,
	denied: 1,
	undecided: 2
};
/** Decides one flow and prints the rules that did. */
async function runQuery(command, terminal) {
	const source = await require_commands.openFolders([command.directory]);
	const request = await require_commands.withConfigOfFolder(require_commands.requestOf(source, command, terminal));
	const answer = require_query_scopes.answerInScopes(command, await require_query_scopes.readWorlds(request, command.namespace));
	const text = command.format === "json" ? require_json.inertJson(JSON.stringify(answer, null, 2)) : printAnswer(answer);
	require_commands.writeText(text, command, terminal);
	return EXIT_CODE[answer.verdict];
}

exports.runQuery = runQuery;
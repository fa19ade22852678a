const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_base = require("./base.js");
const require_commands = require("./commands.js");
const require_git = require("./git.js");

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
	return fenced(blockText(text, limit), info);
}
/**
* Foreign text of several lines without anything that a reader does not see; whole lines are left out at the end
* where it is longer than `limit`.
*/
function blockText(text, limit) {
	const clean = text.slice(0, limit).replaceAll("\r\n", "\n").replace(UNSEEN_IN_BLOCK, "").replace(LONE_SURROGATE, "�");
	return (text.length > limit ? `${clean.slice(0, clean.lastIndexOf("\n") + 1)}…` : clean).replace(/\n+$/u, "");
}
const HTML_MARKUP = /[&<>"'`=]/gu;
/** Text, of ours or not, for HTML: between tags or in a quoted attribute. */
const htmlText = (text) => text.replace(HTML_MARKUP, (character) => `&#${character.charCodeAt(0)};`);
/** Foreign text as one line of HTML. */
const htmlLine = (text, limit = MAX_PROSE) => htmlText(plainText(text, limit));
/** Foreign text of several lines, for a `pre` of HTML. */
const htmlLines = (text, limit = MAX_FENCE) => blockText(text, limit).split("\n").map(htmlText);
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

// src/report/phrase.ts
/** Template tag. The literal parts are our own words; what is filled in is a piece, a phrase or a number. */
function say(literals, ...values) {
	return literals.flatMap((text, index) => {
		const own = text === "" ? [] : [{
			type: "own",
			text
		}];
		const value = values[index];
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, {
			type: "own",
			text: require_git.formatCount(value)
		}];
		return "type" in value ? [...own, value] : [...own, ...value];
	});
}
const NOTHING = [];
const DASH = say`–`;
const name = (text) => ({
	type: "name",
	text
});
const prose = (text) => ({
	type: "prose",
	text
});
const place = (span, side) => ({
	type: "place",
	span,
	side
});
const mark = (kind, word) => ({
	type: "mark",
	mark: kind,
	word
});
const strong = (literals) => ({
	type: "strong",
	text: literals.join("")
});
const lineBreak = { type: "break" };
/** Joins the phrases that say something. */
function joinPhrases(phrases, separator) {
	return phrases.filter((phrase) => phrase.length > 0).flatMap((phrase, index) => index === 0 ? phrase : [...separator, ...phrase]);
}
/** What is shown of a list, and how many more there are: `a, b, c and 9 more`. */
const joinFirst = (shown, left) => say`${joinPhrases(shown, say`, `)}${left > 0 ? say` and ${left} more` : NOTHING}`;
/** `1 flow`, `2 flows`. Words that take no plain s name their plural. */
const count = (amount, one, many = `${one}s`) => [{
	type: "own",
	text: `${require_git.formatCount(amount)} ${amount === 1 ? one : many}`
}];

// src/report/place.ts
/** The one spelling of a place in every output: `path:line`, which editors and terminals can open. */
const formatPlace = (span) => `${span.path}:${span.startLine}`;

// src/report/configuration.ts
/** What the configuration made of the verdict, in words: a reader must not have to know it by heart. */
const COMMA$2 = say`, `;
/** Whether the check passes though the verdict is another. */
const isLetPass = ({ verdict, configuration }) => configuration.warnOnly && verdict !== "pass";
/** Stands in the headline, right after what was done. */
const warnOnlyMark = (report) => isLetPass(report) ? say` (warn only)` : NOTHING;
const warnOnlySentence = (report) => isLetPass(report) ? say`Warn only: the check passes, as configured. It would have failed${report.verdict === "undecided" ? say`, because the answer is not decided` : NOTHING}.` : NOTHING;
const isGateByDefault = ({ rule }) => require_commands.ruleOf(rule)?.gate === true;
/** More rules than this are a number. */
const SHOWN_RULES = 12;
function ruleList(changes) {
	const shown = changes.slice(0, SHOWN_RULES).map(({ rule, hidden }) => {
		const known = require_commands.ruleOf(rule)?.name;
		const words = joinPhrases([known === void 0 ? NOTHING : say`${name(known)}`, hidden === 0 ? NOTHING : say`${count(hidden, "finding")} left out`], COMMA$2);
		return words.length === 0 ? say`${name(rule)}` : say`${name(rule)} (${words})`;
	});
	const left = changes.length - shown.length;
	return joinPhrases([...shown, left === 0 ? NOTHING : say`${left} more`], COMMA$2);
}
/** One sentence each: what is not looked for, and what is and no longer fails the check. */
function loweredRules({ configuration: { rules } }) {
	const off = rules.filter(({ level }) => level === "off");
	const lowered = rules.filter((each) => each.level !== "off" && !each.gate && isGateByDefault(each));
	return [off.length === 0 ? NOTHING : say`${count(off.length, "rule")} switched off by configuration: ${ruleList(off)}.`, lowered.length === 0 ? NOTHING : say`${count(lowered.length, "gate")} lowered by configuration: ${ruleList(lowered)}.`].filter((sentence) => sentence.length > 0);
}
/** Who answers for a finding, until when, and why. */
function acceptedWords({ accepted }) {
	if (accepted === void 0) return NOTHING;
	const { owner, expires, reason } = accepted;
	return say`accepted by ${name(owner)} until ${name(expires)}: ${prose(reason)}`;
}

// src/report/fixes.ts
/** The fixes of a report, each once: one often mends several findings and flows. */
function fixesOf({ findings, scopes }) {
	const all = [...findings.filter(({ accepted }) => accepted === void 0), ...scopes.flatMap(({ flows }) => flows.filter(({ change }) => change === "opened"))].flatMap(({ fix }) => fix ?? []);
	return [...new Map([...new Set(all)].map((fix) => [JSON.stringify(fix), fix])).values()];
}
/** What a fix does and where. */
const fixWords = ({ title, path, startLine, endLine }) => say`${prose(title)} · ${place({
	path,
	startLine,
	endLine,
	startColumn: 1,
	endColumn: 1
}, "head")}`;
const fixesTitle = (fixes) => say`${count(fixes.length, "fix", "fixes")}, tried: with the lines below, what is fixed is gone and nothing else opens`;
const fixTitle = (fix) => {
	const amount = fix.endLine - fix.startLine + 1;
	const which = amount === 1 ? say`in place of this line` : say`in place of these ${amount} lines`;
	return say`${fixWords(fix)}, ${which}:`;
};

// src/report/scope-groups.ts
/** Nobody reads so many, and to compare them takes longer than to write the first ones. */
const MANY_FLOWS = 5e3;
/** In the order of the first scope of each. */
function groupScopes(scopes) {
	const flows = scopes.reduce((sum, { scope }) => sum + scope.flows.length, 0);
	if (scopes.length === 1 || flows > MANY_FLOWS) return scopes.map((first) => ({
		first,
		names: [first.scope.name]
	}));
	return [...require_base.groupBy(scopes, ({ scope }) => contentKey(scope)).values()].flatMap((alike) => {
		const [first] = alike;
		return first === void 0 ? [] : [{
			first,
			names: alike.map(({ scope }) => scope.name)
		}];
	});
}
/** Findings that say the same of the same lines of other scopes' files are one. */
function groupFindings(findings) {
	if (new Set(findings.map(({ scope }) => scope)).size < 2) return findings.map((finding) => ({
		finding,
		scopes: [finding.scope]
	}));
	return [...require_base.groupBy(findings, findingKey).values()].flatMap((alike) => {
		const [finding] = alike;
		return finding === void 0 ? [] : [{
			finding,
			scopes: [...new Set(alike.map(({ scope }) => scope))]
		}];
	});
}
const contentKey = (scope) => keyOf({
	...scope,
	name: ""
});
const findingKey = ({ scope: _scope, location, fix, ...words }) => JSON.stringify([
	words,
	fix?.replacement,
	location && [
		nameOf(location.path),
		location.startLine,
		location.endLine
	]
]);
const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
/** The folders of a path are what tells the scopes apart. */
const keyOf = (content) => JSON.stringify(content, (key, value) => key === "path" && typeof value === "string" ? nameOf(value) : value);
const SHOWN_NAMES$1 = 3;
/** `c1, c2, c3 and 9 more`. */
function scopeNames(names) {
	const shown = names.slice(0, SHOWN_NAMES$1).map((text) => say`${name(text)}`);
	return joinFirst(shown, names.length - shown.length);
}

// src/report/finding-items.ts
/** Findings as items of lists, for Markdown and terminal alike. */
const SEPARATOR$2 = say` · `;
/** What was tried says more than what helps in general. */
function adviceFor({ help, fix }) {
	if (fix !== void 0) return say`${lineBreak}Fix: ${fixWords(fix)}`;
	return help === void 0 ? NOTHING : say`${lineBreak}Fix: ${prose(help)}`;
}
/** Writes the findings of one list. What to do about several of them is said with the first. */
function createFindingItem(facts) {
	const said = /* @__PURE__ */ new Set();
	return (group) => {
		const { help, fix, accepted } = group.finding;
		const advice = fix === void 0 ? help : JSON.stringify(fix);
		if (advice === void 0 || accepted !== void 0) return findingItem(facts, group, false);
		const isSaid = said.has(advice);
		said.add(advice);
		return findingItem(facts, group, isSaid);
	};
}
/** Drawn by its effect: what does not fail the check must not look as if it did. */
const findingMark = ({ level, gate }) => say`${mark(level === "error" && !gate ? "warning" : level, level)}`;
function findingItem({ report }, { finding, scopes }, isAdvised) {
	const { message, rule, accepted } = finding;
	const advice = accepted === void 0 && !isAdvised ? adviceFor(finding) : NOTHING;
	return say`${joinPhrases([
		say`${findingMark(finding)}: ${prose(message)}`,
		findingPlace(finding),
		say`${name(rule)}`,
		report.scopes.length > 1 && finding.scope !== "" ? say`in ${scopeNames(scopes)}` : NOTHING
	], SEPARATOR$2)}${accepted === void 0 ? NOTHING : say`${lineBreak}${acceptedWords(finding)}`}${advice}`;
}
function findingPlace({ location, side = "head" }) {
	if (location === void 0) return NOTHING;
	return side === "head" ? say`${place(location, side)}` : say`was ${place(location, side)}`;
}

// src/report/words.ts
/** The words of the model's closed unions: one table each, for all outputs. */
const VERDICT_MARK = {
	pass: ["good", "PASS"],
	fail: ["error", "FAIL"],
	undecided: ["warning", "UNDECIDED"]
};
const SIDE = {
	unchanged: say`= unchanged`,
	"more-open": say`+ more open`,
	"less-open": say`− less open`,
	incomparable: say`± wider and narrower`,
	unknown: say`? unknown`
};
/** How the flows of one side of a namespace changed. */
function sideWords(verdict, { opened, closed, masked }) {
	if (verdict !== "incomparable" || opened + closed === 0) return SIDE[verdict];
	const parts = [
		opened === 0 ? NOTHING : say`opens ${opened}`,
		closed === 0 ? NOTHING : say`closes ${closed}`,
		masked === 0 ? NOTHING : say`${masked} masked`
	];
	return say`± ${joinPhrases(parts, say`, `)}`;
}
/** Against the base revision. */
const DENY_CHANGE = {
	weakened: say`${strong`weakened`}`,
	strengthened: say`strengthened`,
	kept: say`kept`,
	partial: say`partial, as before`,
	none: say`none, as before`,
	unknown: say`? unknown`
};
/** At one revision: a scan, or a namespace that was not there before. */
const DENY_NOW = {
	...DENY_CHANGE,
	kept: say`all pods`,
	partial: say`some pods`,
	none: say`no pod`
};
/** Under the title of the default-deny itself. */
const DENY_OF_NEW = {
	...DENY_NOW,
	none: say`none`
};
const METADATA_CHANGE = {
	opened: say`${strong`lost`}`,
	closed: say`now blocked`,
	blocked: say`kept`,
	reachable: say`reachable, as before`,
	unknown: say`? unknown`
};
const METADATA_NOW = {
	...METADATA_CHANGE,
	blocked: say`blocked`,
	reachable: say`reachable`
};
/** One cell for both directions. */
function denyWords(namespace) {
	if (namespace.state === "decommissioned") return DASH;
	const { ingress, egress } = namespace.defaultDeny;
	const table = namespace.state === "new" ? DENY_OF_NEW : DENY_CHANGE;
	return ingress === egress ? table[ingress] : say`ingress ${table[ingress]}, egress ${table[egress]}`;
}
/** Which pods of the namespace are isolated in a direction, at the one revision of a scan. */
const isolationWords = (state) => DENY_NOW[state];
function metadataWords(mode, namespace) {
	if (namespace.state === "decommissioned") return DASH;
	const table = mode === "scan" || namespace.state === "new" ? METADATA_NOW : METADATA_CHANGE;
	const { metadata, metadataPods } = namespace;
	return metadata === "opened" && metadataPods !== void 0 ? say`${strong`lost`} for ${prose(metadataPods)}` : table[metadata];
}
/** The mark of a flow: by what it risks if it opened. */
function flowMark({ change, risk }) {
	if (change === "masked-closed") return "masked";
	if (change !== "opened") return change;
	switch (risk) {
		case "metadata":
		case "from-internet": return "high";
		case "to-internet":
		case "sensitive-port": return "medium";
		case "across-namespaces":
		case "same-namespace": return "low";
	}
}
/** Whether names can be resolved, in a scan. */
const DNS_WORDS = {
	reachable: say`reachable`,
	partial: say`some pods`,
	blocked: say`${strong`blocked`}`,
	unknown: say`? unknown`
};
const REACH_WORDS = {
	none: say`no port`,
	"some-ports": say`some ports`,
	"every-port": say`every port`
};

// src/report/facts.ts
const NO_FINDINGS = {
	error: 0,
	warning: 0,
	note: 0,
	accepted: 0
};
function readFacts(report) {
	const gating = byLevel(report.findings.filter(({ gate }) => gate));
	const deciding = report.ledger.filter(({ decides }) => decides);
	const accepted = report.findings.filter(isAccepted);
	const said = saidTwice(report).findings;
	const others = report.findings.filter((finding) => !finding.gate && !isAccepted(finding) && !said.has(finding));
	const isDoubtful = ({ certain }) => certain === false && deciding.length > 0;
	const failing = new Set(gating.map(({ scope }) => scope));
	const shown = report.mode === "scan" ? report.scopes : report.scopes.filter(isScopeChanged).toSorted((a, b) => Number(failing.has(b.name)) - Number(failing.has(a.name)));
	const findings = require_base.groupBy(report.findings, ({ scope }) => scope);
	const isUnchangedWhereRead = report.mode === "diff" && report.scopes.every(isSameTraffic);
	return {
		report,
		gating,
		doubtful: byLevel(others.filter(isDoubtful)),
		otherFindings: byLevel(others.filter((finding) => !isDoubtful(finding))),
		accepted: byLevel(accepted),
		deciding,
		otherEntries: report.ledger.filter(({ decides }) => !decides),
		scopes: shown.map((scope) => readScope(scope, findings.get(scope.name) ?? [])),
		flows: countFlows(report.scopes.flatMap(({ flows }) => flows)),
		aside: countAside(report.scopes.flatMap(({ flows }) => flows)),
		fixes: fixesOf(report),
		workloads: {
			new: report.scopes.flatMap(({ workloads }) => workloads?.new ?? []),
			gone: report.scopes.flatMap(({ workloads }) => workloads?.gone ?? []),
			more: report.scopes.reduce((sum, { workloads }) => sum + (workloads?.more ?? 0), 0)
		},
		isUnchangedWhereRead,
		isProvedUnchanged: isUnchangedWhereRead && report.verdict === "pass" && deciding.length === 0
	};
}
/** What leaves the verdict open and is what a finding says, which then need not be said again. */
function saidTwice({ findings, ledger }) {
	const said = {
		findings: /* @__PURE__ */ new Set(),
		entries: /* @__PURE__ */ new Set()
	};
	const duplicates = findings.filter(({ rule }) => rule === "NP027");
	if (duplicates.length === 0) return said;
	const keyOf = (path, line) => `${path}:${line ?? 0}`;
	const byPlace = require_base.groupBy(ledger.filter(({ decides }) => decides), ({ path, span }) => keyOf(path, span?.startLine));
	for (const finding of duplicates) {
		const { location, message } = finding;
		const entry = byPlace.get(keyOf(location?.path ?? "", location?.startLine))?.find(({ reason }) => reason.startsWith(`${message}; `));
		if (entry === void 0) continue;
		said.findings.add(finding);
		said.entries.add(entry);
	}
	return said;
}
const isAccepted = ({ accepted }) => accepted !== void 0;
function readScope(scope, ofScope) {
	const { namespaces, flows } = scope;
	const bySide = require_base.groupBy(flows, ({ namespace, blame }) => sideKey(namespace, blame.side));
	const sides = new Map([...bySide].map(([key, ofSide]) => [key, countFlows(ofSide)]));
	const byNamespace = require_base.groupBy(ofScope, ({ namespace = "" }) => namespace);
	const unknown = new Set(namespaces.flatMap((each) => require_base.DIRECTIONS.filter((direction) => each[direction] === "unknown").map((direction) => sideKey(each.name, direction))));
	const levels = new Map([...byNamespace].map(([key, findings]) => [key, countLevels$1(findings)]));
	return {
		scope,
		changed: byWeight(namespaces.filter(isChanged)),
		flows: flows.filter((flow) => isMoving(flow) && !isPossible(flow)),
		possible: flows.filter((flow) => isMoving(flow) && isPossible(flow)),
		masked: flows.filter(({ change }) => change === "masked"),
		narrowed: flows.filter(({ change }) => change === "masked-closed"),
		counts: countFlows(flows),
		isInDoubt: flows.some(({ namespace, blame }) => unknown.has(sideKey(namespace, blame.side))),
		countSide: (namespace, direction) => sides.get(sideKey(namespace, direction)) ?? NO_FLOWS,
		levelsIn: (namespace) => levels.get(namespace) ?? NO_FINDINGS
	};
}
const NO_FLOWS = {
	opened: 0,
	closed: 0,
	masked: 0
};
const sideKey = (namespace, direction) => `${direction} ${namespace}`;
/** In order of their weight; whoever opens the worst of them has to be seen at once, pods or not. */
const LOUD = /* @__PURE__ */ new Set([
	"metadata",
	"from-internet",
	"to-internet"
]);
const isMoving = ({ change }) => change === "opened" || change === "closed";
/**
* A flow of pods with label values that no workload of their namespace has, though the manifests hold some. A
* flow of all but some, or of any, is one of whatever pod comes next.
*/
const isPossible = ({ change, risk, source, destination }) => change !== "masked-closed" && !(change === "opened" && LOUD.has(risk)) && (source.missing === "named" || destination.missing === "named");
function countFlows(flows) {
	const counts = { ...NO_FLOWS };
	for (const flow of flows) {
		if (flow.change === "masked-closed" || isPossible(flow)) continue;
		counts[flow.change]++;
	}
	return counts;
}
const countAside = (flows) => ({
	possible: flows.filter(isPossible).length,
	narrowed: flows.filter(({ change }) => change === "masked-closed").length
});
function countLevels$1(findings) {
	const counts = { ...NO_FINDINGS };
	for (const finding of findings) counts[isAccepted(finding) ? "accepted" : finding.level]++;
	return counts;
}
const isScopeChanged = ({ flows, namespaces, policies }) => flows.length > 0 || policies.length > 0 || namespaces.some(isChanged);
const isSameTraffic = ({ flows, namespaces }) => flows.length === 0 && namespaces.every(({ ingress, egress }) => ingress === "unchanged" && egress === "unchanged");
const STEADY = /* @__PURE__ */ new Set([
	"kept",
	"partial",
	"none",
	"blocked",
	"reachable"
]);
/** Whether a side of the namespace, one of its guards or its existence changed, or may have. */
const isChanged = ({ state, ingress, egress, defaultDeny, metadata }) => state !== "kept" || ingress !== "unchanged" || egress !== "unchanged" || ![
	defaultDeny.ingress,
	defaultDeny.egress,
	metadata
].every((guard) => STEADY.has(guard));
/** A namespace that is gone has no default-deny to lose. */
const losesDefaultDeny = ({ state, defaultDeny }) => state !== "decommissioned" && (defaultDeny.ingress === "weakened" || defaultDeny.egress === "weakened");
const opensMetadata = ({ state, metadata }) => state !== "decommissioned" && metadata === "opened";
const weight = (namespace) => Number(losesDefaultDeny(namespace)) + 2 * Number(opensMetadata(namespace));
const byWeight = (namespaces) => namespaces.toSorted((a, b) => weight(b) - weight(a));
const LEVELS$1 = {
	error: 0,
	warning: 1,
	note: 2
};
const byLevel = (findings) => findings.toSorted((a, b) => LEVELS$1[a.level] - LEVELS$1[b.level]);

// src/report/posture-summary.ts
/** Higher is worse: whoever may come in weighs more than where pods may go. */
function weightOf({ defaultDeny, metadata, dns, exposure }) {
	const isOpen = {
		kept: 0,
		partial: 1,
		none: 2
	};
	const open = (state) => state in isOpen ? isOpen[state] : 0;
	const reach = {
		none: 0,
		"some-ports": 1,
		"every-port": 2
	};
	return [
		open(defaultDeny.ingress),
		reach[exposure?.fromInternet ?? "none"],
		metadata === "reachable" ? 1 : 0,
		open(defaultDeny.egress),
		reach[exposure?.fromAllNamespaces ?? "none"],
		reach[exposure?.toInternet ?? "none"],
		dns === "blocked" || dns === "partial" ? 1 : 0
	].reduce((sum, digit) => sum * 3 + digit, 0);
}
/** Worst first; equals stay in order of their names. */
const byPosture = (namespaces) => namespaces.toSorted((a, b) => weightOf(b) - weightOf(a));
/** Namespaces that stand alike, the worst first: of hundreds, a handful of groups remains. */
const groupPostures = (namespaces) => [...require_base.groupBy(byPosture(namespaces), ({ defaultDeny, metadata, dns, exposure }) => JSON.stringify([[
	defaultDeny.ingress,
	defaultDeny.egress,
	metadata,
	dns
], [
	exposure?.fromInternet,
	exposure?.fromAllNamespaces,
	exposure?.toInternet
]])).values()];
/** One sentence for all of them. */
function postureSummary(namespaces) {
	const amount = (holds) => namespaces.filter(holds).length;
	const all = namespaces.length;
	const ingress = amount(({ defaultDeny }) => defaultDeny.ingress === "kept");
	const egress = amount(({ defaultDeny }) => defaultDeny.egress === "kept");
	const metadata = amount((namespace) => namespace.metadata === "reachable");
	const mute = amount(({ dns }) => dns === "blocked" || dns === "partial");
	const inbound = amount(({ defaultDeny, exposure }) => defaultDeny.ingress === "kept" && (exposure?.fromInternet ?? "none") !== "none");
	return say`Of ${count(all, "namespace")}, ${ingress} isolate all pods for ingress and ${egress} for egress; ${joinPhrases([
		say`the metadata service is reachable from ${metadata}`,
		inbound === 0 ? NOTHING : say`rules open ${inbound} to the internet`,
		mute === 0 ? NOTHING : say`names cannot be resolved in ${mute}`
	], say`, `)}.`;
}
const LEVELS = [
	"error",
	"warning",
	"note"
];
/** Findings by rule and level, worst first: the same fault in hundreds of namespaces is one thing to read. */
const groupByRule = (findings) => [...require_base.groupBy(findings, ({ rule, level }) => `${level} ${rule}`).values()].flatMap((ofRule) => {
	const [first] = ofRule;
	return first === void 0 ? [] : [{
		rule: first.rule,
		level: first.level,
		findings: ofRule
	}];
}).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || require_commands.severityOf(b.rule) - require_commands.severityOf(a.rule) || (a.rule < b.rule ? -1 : 1));

// src/report/headline.ts
/** The first line of every output: what was done and the worst thing that came of it. */
const headline = (facts) => facts.report.mode === "scan" ? say`NetworkPolicy scan of ${name(facts.report.head.name)}${warnOnlyMark(facts.report)}: ${scanResult(facts)}` : say`NetworkPolicy review${warnOnlyMark(facts.report)}: ${diffResult(facts)}`;
/** The sentence below the headline, where the answer needs no table. */
function answer(facts) {
	const { report, isProvedUnchanged, isUnchangedWhereRead, workloads } = facts;
	if (report.verdict === "undecided" && isUnchangedWhereRead) return say`All that could be read allows the same traffic as before.`;
	const { filesChanged, filesRead, namespaces } = report.statistics;
	if (report.mode === "scan" && namespaces === 0) return say`No namespace was found, and no policy: ${count(filesRead, "file")} read.`;
	if (!isProvedUnchanged) return NOTHING;
	if (namespaces === 0 && report.scopes.length === 0) return say`Nothing that bears on network policy changed: ${count(filesChanged, "file")} changed.`;
	const moving = describeWorkloads(workloads);
	return moving === NOTHING ? say`Proved for any pod: ${count(filesChanged, "file")} changed, ${identical(namespaces)}.` : say`No policy changed what it allows: ${count(filesChanged, "file")} changed. ${moving}.`;
}
const SHOWN_WORKLOADS$1 = 3;
/** `New workloads: shop/web[Deployment]; gone: shop/api[Deployment]`. */
function describeWorkloads({ new: came, gone, more }) {
	const list = (names) => joinPhrases(names.slice(0, SHOWN_WORKLOADS$1).map((each) => say`${name(each)}`), say`, `);
	const hidden = more + [came, gone].reduce((sum, { length }) => sum + Math.max(0, length - SHOWN_WORKLOADS$1), 0);
	const parts = [
		came.length === 0 ? NOTHING : say`new workloads: ${list(came)}`,
		gone.length === 0 ? NOTHING : say`workloads gone: ${list(gone)}`,
		hidden === 0 ? NOTHING : say`${hidden} more`
	];
	return parts.every((part) => part === NOTHING) ? NOTHING : say`Not compared, because they stand at one revision only: ${joinPhrases(parts, say`; `)}`;
}
function identical(namespaces) {
	if (namespaces === 0) return say`no namespace that was compared holds a policy`;
	const all = namespaces === 1 ? say`the one namespace that has policies` : say`all ${namespaces} namespaces that have policies`;
	return say`allowed traffic is identical in ${all}`;
}
function diffResult(facts) {
	switch (facts.report.verdict) {
		case "fail": return failure(facts);
		case "undecided": return say`could not decide`;
		case "pass": return facts.isProvedUnchanged ? noFlowChanges(facts) : changes(facts);
	}
}
const changedNamespaces = ({ scopes }) => scopes.flatMap(({ changed }) => changed);
const DENY = {
	rule: "NP001",
	isLost: losesDefaultDeny
};
const METADATA = {
	rule: "NP002",
	isLost: opensMetadata
};
/** The namespaces that fail the check by a gate; what the configuration lets pass is not why it fails. */
const failingNames = ({ scopes, gating }, { rule, isLost }) => {
	const failing = new Set(gating.filter((finding) => finding.rule === rule).map(({ scope, namespace = "" }) => `${scope} ${namespace}`));
	return distinctNames(scopes.flatMap(({ scope, changed }) => changed.filter((each) => isLost(each) && failing.has(`${scope.name} ${each.name}`))));
};
function failure(facts) {
	const deny = failingNames(facts, DENY);
	const metadata = failingNames(facts, METADATA);
	const [firstDeny] = deny;
	const [firstMetadata] = metadata;
	if (firstDeny !== void 0 && same(deny, metadata)) return say`default-deny weakened and metadata block lost ${inNamespaces(deny)}`;
	if (firstDeny !== void 0 || firstMetadata !== void 0) return joinPhrases([metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`], say`; `);
	const [first, ...others] = facts.gating;
	if (first === void 0) return say`failed`;
	return others.length === 0 ? say`${prose(first.message)}` : say`${prose(first.message)} (and ${others.length} more)`;
}
/** `in payments`, `in payments and 2 other namespaces`. */
function inNamespaces(labels) {
	const [first = "", ...others] = labels;
	return others.length === 0 ? say`in ${name(first)}` : say`in ${name(first)} and ${count(others.length, "other namespace")}`;
}
/** The same namespace may stand in several scopes. */
const distinctNames = (namespaces) => [...new Set(namespaces.map(({ label }) => label))];
const same = (a, b) => a.length === b.length && a.every((label) => b.includes(label));
function noFlowChanges(facts) {
	const { new: came, gone, more } = facts.workloads;
	const what = came.length + gone.length + more === 0 ? say`no flow changes` : say`no policy changes a flow`;
	return joinPhrases([what, decommissioned(facts)], say`; `);
}
function changes(facts) {
	const { opened, closed, masked } = facts.flows;
	const { possible, narrowed } = facts.aside;
	const amounts = [
		opened === 0 ? say`no flow opened` : say`${count(opened, "flow")} opened`,
		closed === 0 ? NOTHING : say`${closed} closed`,
		masked === 0 ? NOTHING : say`${masked} masked`,
		possible === 0 ? NOTHING : say`${possible} for pods that are not there today`,
		narrowed === 0 ? NOTHING : say`${narrowed} narrower on one side only`
	];
	const what = opened + closed + masked + possible + narrowed === 0 ? namespacesOnly(changedNamespaces(facts)) : joinPhrases(amounts, say`, `);
	return joinPhrases([
		what,
		guards(facts),
		notFailing(facts),
		decommissioned(facts)
	], say`; `);
}
/** What became of namespaces without a flow that changed for certain. */
function namespacesOnly(changed) {
	const isUnknown = ({ state, ingress, egress }) => state === "kept" && (ingress === "unknown" || egress === "unknown");
	const unknown = distinctNames(changed.filter(isUnknown));
	return changed.length > 0 && changed.every(isUnknown) ? say`no known flow changes, not all known ${inNamespaces(unknown)}` : say`${count(changed.length, "namespace")} changed`;
}
/** What a gate watches and lost, where the configuration lets that pass. */
function notFailing(facts) {
	const namespaces = changedNamespaces(facts);
	const deny = distinctNames(namespaces.filter(losesDefaultDeny));
	const metadata = distinctNames(namespaces.filter(opensMetadata));
	const lost = [metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`].filter((words) => words.length > 0);
	return lost.length === 0 ? NOTHING : say`${joinPhrases(lost, say` and `)}, as configured`;
}
/** What the gates watch and found as it was: said only of what there was to lose. */
function guards({ report }) {
	const namespaces = report.scopes.flatMap((scope) => scope.namespaces).filter(({ state }) => state === "kept");
	const deny = new Set(namespaces.flatMap(({ defaultDeny }) => [defaultDeny.ingress, defaultDeny.egress]));
	const metadata = new Set(namespaces.map((namespace) => namespace.metadata));
	const denyKept = !deny.has("weakened") && !deny.has("unknown") && (deny.has("kept") || deny.has("partial"));
	const metadataKept = !metadata.has("opened") && !metadata.has("unknown") && metadata.has("blocked");
	if (denyKept && metadataKept) return say`default-deny and metadata block kept`;
	if (denyKept) return say`default-deny kept`;
	return metadataKept ? say`metadata block kept` : NOTHING;
}
function decommissioned(facts) {
	const gone = distinctNames(changedNamespaces(facts).filter(({ state }) => state === "decommissioned"));
	const [first] = gone;
	if (first === void 0) return NOTHING;
	return gone.length === 1 ? say`namespace ${name(first)} decommissioned` : say`${gone.length} namespaces decommissioned`;
}
function scanResult({ report, gating, deciding, accepted }) {
	const { namespaces, policiesRead } = report.statistics;
	const open = report.findings.filter((finding) => !isAccepted(finding));
	return joinPhrases([
		count(namespaces, "namespace"),
		count(policiesRead, "policy", "policies"),
		open.length === 0 ? say`no findings` : countLevels(open),
		gating.length === 0 ? NOTHING : say`${gating.length} of them fail the check`,
		accepted.length === 0 ? NOTHING : say`${accepted.length} accepted`,
		deciding.length === 0 ? NOTHING : say`${deciding.length} not decided`
	], say`, `);
}
/** How grave they are matters more than how many. */
function countLevels(findings) {
	const amounts = [
		"error",
		"warning",
		"note"
	].map((level) => {
		const amount = findings.filter((finding) => finding.level === level).length;
		return amount === 0 ? NOTHING : count(amount, level);
	});
	return joinPhrases(amounts, say`, `);
}

// src/report/rows.ts
const SEPARATOR$1 = say` · `;
const COMMA$1 = say`, `;
/** What a reader checks by hand before the rest of a row gets in the way. */
const SHOWN_WORKLOADS = 3;
const NAMESPACE_HEADER = [
	"Namespace",
	"Ingress",
	"Egress",
	"Default-deny",
	"Metadata"
];
function namespaceRow(facts, namespace) {
	if (namespace.state === "decommissioned") return [
		namespaceTitle(namespace),
		DASH,
		DASH,
		DASH,
		DASH
	];
	const side = (direction) => sideWords(namespace[direction], facts.countSide(namespace.name, direction));
	return [
		namespaceTitle(namespace),
		side("ingress"),
		side("egress"),
		denyWords(namespace),
		metadataWords("diff", namespace)
	];
}
const namespaceTitle = ({ label, state }) => state === "kept" ? say`${name(label)}` : say`${name(label)} ${state === "new" ? NEW : GONE}`;
const NEW = say`(new)`;
const GONE = say`(decommissioned)`;
const FLOW_HEADER = [
	"Change",
	"Flow",
	"Port",
	"Why"
];
/** Above rows that hold only where what could not be read allows nothing. */
const flowsTitle = ({ isInDoubt }) => isInDoubt ? say`Flows, if what could not be read allows nothing` : say`Flows`;
const flowRow = (flow) => [
	say`${mark(flowMark(flow), CHANGE[flow.change])}${flow.family === void 0 ? NOTHING : say` (${name(flow.family)} only)`}`,
	flowWords(flow),
	say`${prose(flow.ports)}`,
	say`${reasonOf(flow)}${flow.also === void 0 ? NOTHING : say`${lineBreak}and ${reasonOf(flow.also)}`}`
];
const CHANGE = {
	opened: "opened",
	closed: "closed",
	masked: "masked",
	"masked-closed": "narrower"
};
const reasonOf = (reason) => joinPhrases([say`${prose(reason.cause)}`, blamePlace(reason)], SEPARATOR$1);
const MASKED_HEADER = [...FLOW_HEADER, "Still blocked by"];
const NARROWED_HEADER = [...FLOW_HEADER, "Was blocked by"];
const maskedRow = (flow) => [...flowRow(flow), joinPhrases(flow.blockedBy.slice(0, SHOWN_WORKLOADS).map((policy) => say`${name(policy.name)} ${place(policy.span, flow.change === "masked" ? "head" : "base")}`), COMMA$1)];
function flowWords(flow) {
	const end = (text) => say`${prose(text.text)}${text.missing !== void 0 ? MISSING : today(text)}`;
	return say`${end(flow.source)} → ${end(flow.destination)}${example(flow)}`;
}
const MISSING = say` (no such pod today)`;
/** `namespace/name[Kind]` without the kind: the row is about pods, and the JSON keeps the kind. */
const workloadName = (workload) => workload.replace(/\[[^\]]*\]$/u, "");
/** The workloads that a set of pods means today, unless its text is their name already. */
function today({ text, workloads, more }) {
	const [first] = workloads;
	if (first === void 0) return NOTHING;
	if (workloads.length === 1 && more === 0 && text.includes(workloadName(first))) return NOTHING;
	const shown = workloads.slice(0, SHOWN_WORKLOADS).map((one) => say`${name(workloadName(one))}`);
	const rest = workloads.length - shown.length + more;
	return say` (today: ${joinFirst(shown, rest)})`;
}
/** The witness, where the row itself names no flow that a person could try. */
function example({ witness, source, destination }) {
	if (witness === void 0) return NOTHING;
	const named = (end, text) => [end.text, ...end.workloads.slice(0, SHOWN_WORKLOADS)].some((known) => known.includes(workloadName(text)));
	if (named(source, witness.source) && named(destination, witness.destination)) return NOTHING;
	const over = witness.family === void 0 ? "" : ` over ${witness.family}`;
	const port = `${witness.protocol} ${witness.port}${over}`;
	return say`${lineBreak}e.g. ${name(workloadName(witness.source))} → ${name(workloadName(witness.destination))} ${name(port)}`;
}
/** Where the change is to be seen: at head, or the lines of the base that are gone. */
function blamePlace({ blame }) {
	if (blame.head !== void 0) return say`${place(blame.head, "head")}`;
	return blame.base === void 0 ? NOTHING : say`was ${place(blame.base, "base")}`;
}
/** What was not read, and why. */
function ledgerItem({ path, span, side, reason }) {
	const where = span === void 0 ? name(path) : place(span, side);
	return say`${where}${side === "base" ? say` (base)` : NOTHING}: ${prose(reason)}`;
}
/** What the answer holds for. */
function exactnessWords({ deciding }) {
	const but = deciding.length === 0 ? NOTHING : say`, but for what could not be decided`;
	return say`Exact for ${name("networking.k8s.io/v1")}, for any pod labels, not only the pods in these manifests${but}.`;
}
/** A probe without a control that works proves nothing, so each has one. */
const probeWords = (amount) => say`${count(amount, "probe")}, ${amount === 1 ? say`` : say`each `}with a control`;
/** What was looked at, and how much of it there was. */
function basisWords({ base, head, statistics, ledger }) {
	const { filesChanged, filesRead, policiesRead } = statistics;
	const read = say`${count(filesRead, "file")} and ${count(policiesRead, "policy", "policies")}`;
	const left = say`${count(ledger.length, "entry", "entries")} not analysed`;
	return base === void 0 ? say`Scanned ${revision(head)}: ${read} read, ${left}.` : say`Compared ${revision(base)} with ${revision(head)}: ${count(filesChanged, "file")} changed, ${read} of both revisions read, ${left}.`;
}
const revision = ({ name: text, commit }) => commit === void 0 || commit === text ? say`${name(text)}` : say`${name(text)} (${name(commit.slice(0, 12))})`;

// src/report/posture-rows.ts
/** Rows and items of a scan, for Markdown and terminal alike. */
const COMMA = say`, `;
const SEPARATOR = say` · `;
const POSTURE = [
	"Ingress isolated",
	"Egress isolated",
	"Metadata",
	"DNS",
	"Opened by rules"
];
const postureCells = (namespace) => [
	isolationWords(namespace.defaultDeny.ingress),
	isolationWords(namespace.defaultDeny.egress),
	metadataWords("scan", namespace),
	namespace.dns === void 0 ? DASH : DNS_WORDS[namespace.dns],
	openings(namespace)
];
/** What rules open to pods that are isolated; of the others, the first columns say it all. */
function openings({ defaultDeny, exposure }) {
	if (exposure === void 0) return DASH;
	const { fromInternet, fromAllNamespaces, toInternet } = exposure;
	const open = [
		[
			"ingress",
			say`from the internet`,
			fromInternet
		],
		[
			"ingress",
			say`from all namespaces`,
			fromAllNamespaces
		],
		[
			"egress",
			say`to the internet`,
			toInternet
		]
	].filter(([direction, , reach]) => defaultDeny[direction] === "kept" && reach !== "none");
	if (open.length === 0) return DASH;
	return joinPhrases(open.map(([, way, reach]) => say`${way} (${REACH_WORDS[reach]})`), COMMA);
}
const POSTURE_HEADER = [
	"Namespace",
	...POSTURE,
	"Findings"
];
/** A namespace of a scan: what protects it, and what was found in it. */
const postureRow = (facts, namespace) => [
	namespaceTitle(namespace),
	...postureCells(namespace),
	findingCounts(facts.levelsIn(namespace.name))
];
function findingCounts(counts) {
	const levels = [
		"error",
		"warning",
		"note"
	].filter((level) => counts[level] > 0);
	const { accepted } = counts;
	if (levels.length + accepted === 0) return DASH;
	return joinPhrases([...levels.map((level) => count(counts[level], level)), accepted === 0 ? NOTHING : say`${accepted} accepted`], COMMA);
}
const GROUP_HEADER = ["Namespaces", ...POSTURE];
const SHOWN_NAMES = 3;
/** Namespaces that stand alike. */
function groupRow(group) {
	const [first] = group;
	if (first === void 0) return [];
	const names = group.slice(0, SHOWN_NAMES).map((namespace) => namespaceTitle(namespace));
	return [joinFirst(names, group.length - names.length), ...postureCells(first)];
}
/** A rule with findings: what it finds, and how often. */
function ruleTitle({ rule, level, findings }) {
	const known = require_commands.ruleOf(rule);
	const what = known === void 0 ? NOTHING : say` (${prose(known.summary)})`;
	return say`${mark(level, level)} ${name(rule)}: ${count(findings.length, "finding")}${what}`;
}
/** What helps against every finding of a rule; some findings have help of their own. */
const ruleHelp = ({ rule }) => {
	const known = require_commands.ruleOf(rule);
	return known === void 0 ? NOTHING : say`Fix: ${prose(known.help)}`;
};
/** A finding below the title of its rule. */
function ruleItem({ report }, finding) {
	const { message, help, rule, scope } = finding;
	const isOwn = help !== void 0 && help !== require_commands.ruleOf(rule)?.help;
	return say`${joinPhrases([
		say`${prose(message)}`,
		findingPlace(finding),
		report.scopes.length > 1 ? say`in ${name(scope)}` : NOTHING
	], SEPARATOR)}${isOwn ? say`${lineBreak}Fix: ${prose(help)}` : NOTHING}`;
}

// src/report/patches.ts
/** More than a reader opens. */
const MAX_PATCHES = 50;
/** The text that changed, by namespace, in the order of the namespace table. */
function patchesOf({ scope, changed }) {
	const { policies, namespaces } = scope;
	const ranks = new Map([...changed, ...namespaces].map(({ name: text }, index) => [text, -index]));
	const rank = ({ namespace }) => ranks.get(namespace) ?? -Infinity;
	const shown = policies.toSorted((a, b) => rank(a) < rank(b) ? 1 : -1).slice(0, MAX_PATCHES);
	const labels = new Map(namespaces.map(({ name: text, label }) => [text, label]));
	const groups = [...require_base.groupBy(shown, ({ namespace }) => namespace)].map(([namespace, ofNamespace]) => groupOf(labels.get(namespace) ?? namespace, ofNamespace));
	const left = policies.length - shown.length;
	const words = say`${count(left, "more changed policy", "more changed policies")} not shown.`;
	return {
		groups,
		left: left > 0 ? words : NOTHING
	};
}
function groupOf(label, policies) {
	const amount = count(policies.length, "policy", "policies");
	return {
		title: say`Changed text in ${name(label)} (${amount})`,
		patches: policies.map((policy) => ({
			title: say`${name(policy.name)}${changeWords(policy)}`,
			patch: policy.patch
		}))
	};
}
function changeWords({ base, head, patch }) {
	if (base === void 0) return head === void 0 ? NOTHING : say` · added · ${place(head, "head")}`;
	if (head === void 0) return say` · removed, was ${place(base, "base")}`;
	return patch === "" ? say` · moved from ${place(base, "base")} to ${place(head, "head")}` : say` · ${place(head, "head")}`;
}

// src/report/sections.ts
/** More belongs in a file, and the JSON output has it. */
const MAX_ROWS = 200;
/** No section where there is nothing to say. */
function section(title, { items, row, header = [], isAside = false }) {
	if (items.length === 0) return [];
	const rows = items.slice(0, MAX_ROWS).map(row);
	return [{
		title,
		header,
		rows,
		left: items.length - rows.length,
		isAside
	}];
}
/** Everything between the first lines of a report and its last one, most important first. */
function sectionsOf(facts) {
	const { report, gating, deciding, otherFindings, otherEntries } = facts;
	const inScope = report.scopes.length > 1;
	const findingItem = createFindingItem(facts);
	const findingRow = (group) => [findingItem(group)];
	const ledgerRow = (entry) => [ledgerItem(entry)];
	const failing = section(report.configuration.warnOnly ? say`Would fail the check` : say`Fails the check`, {
		items: groupFindings(gating),
		row: findingRow
	});
	const open = [...section(say`Not decided`, {
		items: deciding,
		row: ledgerRow
	}), ...section(say`In doubt`, {
		items: groupFindings(facts.doubtful),
		row: findingRow
	})];
	return [
		...report.verdict === "undecided" ? [...open, ...failing] : [...failing, ...open],
		...report.mode === "scan" ? facts.scopes.flatMap((scope) => scanSections(scope, inScope ? say` in ${name(scope.scope.name)}` : NOTHING)) : groupScopes(facts.scopes).flatMap(({ first, names }) => changeSections(first, inScope ? say` in ${scopeNames(names)}` : NOTHING)),
		...unchangedScopes(facts),
		...report.mode === "scan" ? standingSections(facts) : section(say`Does not fail the check`, {
			items: groupFindings(otherFindings),
			row: findingRow
		}),
		...section(say`Accepted`, {
			items: groupFindings(facts.accepted),
			row: findingRow,
			isAside: true
		}),
		...section(say`Assumed`, {
			isAside: true,
			items: report.assumptions,
			row: ({ text }) => [say`${prose(text)}`]
		}),
		...section(say`Seen, not analysed, and of no effect on the verdict`, {
			isAside: true,
			items: otherEntries,
			row: ledgerRow
		})
	];
}
/** Beyond this, alike namespaces share a row, and the findings of a rule a title. */
const MANY = 40;
function scanSections(facts, suffix) {
	const { namespaces } = facts.scope;
	if (namespaces.length <= MANY) return section(say`Namespaces${suffix}`, {
		header: POSTURE_HEADER,
		items: byPosture(namespaces),
		row: (namespace) => postureRow(facts, namespace)
	});
	const groups = section(say`Namespaces that stand alike${suffix}`, {
		header: GROUP_HEADER,
		items: groupPostures(namespaces),
		row: groupRow
	});
	const summary = [postureSummary(namespaces)];
	return [...section(say`Namespaces${suffix}`, {
		items: [summary],
		row: (row) => row
	}), ...groups];
}
/** Findings of one rule that are written out where there are many. */
const SHOWN_FINDINGS = 5;
/** They are what a scan is for. */
const NONE_FAILS = say`Findings, none of which fails the check`;
function standingSections(facts) {
	const { otherFindings } = facts;
	const findingItem = createFindingItem(facts);
	if (otherFindings.length <= MANY) return section(facts.gating.length === 0 ? NONE_FAILS : say`Does not fail the check`, {
		items: groupFindings(otherFindings),
		row: (group) => [findingItem(group)]
	});
	return groupByRule(otherFindings).map((group) => {
		const left = group.findings.length - SHOWN_FINDINGS;
		return {
			title: ruleTitle(group),
			header: [],
			left: 0,
			isAside: false,
			rows: [
				...group.findings.slice(0, SHOWN_FINDINGS).map((one) => [ruleItem(facts, one)]),
				...left > 0 ? [[say`${left} more in the JSON output`]] : [],
				[ruleHelp(group)]
			]
		};
	});
}
const changeSections = (facts, suffix) => [
	...section(say`Namespaces that change${suffix}`, {
		header: NAMESPACE_HEADER,
		items: facts.changed,
		row: (namespace) => namespaceRow(facts, namespace)
	}),
	...section(say`${flowsTitle(facts)}${suffix}`, {
		header: FLOW_HEADER,
		items: facts.flows,
		row: flowRow
	}),
	...section(say`Wider on one side, still blocked by the other${suffix}`, {
		header: MASKED_HEADER,
		items: facts.masked,
		row: maskedRow
	}),
	...section(say`Narrower on one side, was blocked by the other anyway${suffix}`, {
		header: NARROWED_HEADER,
		items: facts.narrowed,
		row: maskedRow
	}),
	...section(say`For pods that are not there today${suffix}`, {
		header: FLOW_HEADER,
		items: facts.possible,
		row: flowRow
	})
];
function unchangedScopes({ report, scopes, isProvedUnchanged }) {
	const same = report.scopes.length - scopes.length;
	if (same === 0 || report.scopes.length === 1 || isProvedUnchanged) return [];
	return section(say`Other scopes`, {
		items: [say`${count(same, "scope")} without a change`],
		row: (words) => [words]
	});
}

Object.defineProperty(exports, "DASH", {
  enumerable: true,
  get: function () {
    return DASH;
  }
});
Object.defineProperty(exports, "FLOW_HEADER", {
  enumerable: true,
  get: function () {
    return FLOW_HEADER;
  }
});
Object.defineProperty(exports, "GROUP_HEADER", {
  enumerable: true,
  get: function () {
    return GROUP_HEADER;
  }
});
Object.defineProperty(exports, "MASKED_HEADER", {
  enumerable: true,
  get: function () {
    return MASKED_HEADER;
  }
});
Object.defineProperty(exports, "NAMESPACE_HEADER", {
  enumerable: true,
  get: function () {
    return NAMESPACE_HEADER;
  }
});
Object.defineProperty(exports, "NARROWED_HEADER", {
  enumerable: true,
  get: function () {
    return NARROWED_HEADER;
  }
});
Object.defineProperty(exports, "NOTHING", {
  enumerable: true,
  get: function () {
    return NOTHING;
  }
});
Object.defineProperty(exports, "POSTURE_HEADER", {
  enumerable: true,
  get: function () {
    return POSTURE_HEADER;
  }
});
Object.defineProperty(exports, "VERDICT_MARK", {
  enumerable: true,
  get: function () {
    return VERDICT_MARK;
  }
});
Object.defineProperty(exports, "answer", {
  enumerable: true,
  get: function () {
    return answer;
  }
});
Object.defineProperty(exports, "basisWords", {
  enumerable: true,
  get: function () {
    return basisWords;
  }
});
Object.defineProperty(exports, "byPosture", {
  enumerable: true,
  get: function () {
    return byPosture;
  }
});
Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count;
  }
});
Object.defineProperty(exports, "createFindingItem", {
  enumerable: true,
  get: function () {
    return createFindingItem;
  }
});
Object.defineProperty(exports, "escape_exports", {
  enumerable: true,
  get: function () {
    return escape_exports;
  }
});
Object.defineProperty(exports, "exactnessWords", {
  enumerable: true,
  get: function () {
    return exactnessWords;
  }
});
Object.defineProperty(exports, "findingMark", {
  enumerable: true,
  get: function () {
    return findingMark;
  }
});
Object.defineProperty(exports, "fixTitle", {
  enumerable: true,
  get: function () {
    return fixTitle;
  }
});
Object.defineProperty(exports, "fixWords", {
  enumerable: true,
  get: function () {
    return fixWords;
  }
});
Object.defineProperty(exports, "fixesTitle", {
  enumerable: true,
  get: function () {
    return fixesTitle;
  }
});
Object.defineProperty(exports, "flowMark", {
  enumerable: true,
  get: function () {
    return flowMark;
  }
});
Object.defineProperty(exports, "flowRow", {
  enumerable: true,
  get: function () {
    return flowRow;
  }
});
Object.defineProperty(exports, "flowsTitle", {
  enumerable: true,
  get: function () {
    return flowsTitle;
  }
});
Object.defineProperty(exports, "formatPlace", {
  enumerable: true,
  get: function () {
    return formatPlace;
  }
});
Object.defineProperty(exports, "groupByRule", {
  enumerable: true,
  get: function () {
    return groupByRule;
  }
});
Object.defineProperty(exports, "groupFindings", {
  enumerable: true,
  get: function () {
    return groupFindings;
  }
});
Object.defineProperty(exports, "groupPostures", {
  enumerable: true,
  get: function () {
    return groupPostures;
  }
});
Object.defineProperty(exports, "groupRow", {
  enumerable: true,
  get: function () {
    return groupRow;
  }
});
Object.defineProperty(exports, "groupScopes", {
  enumerable: true,
  get: function () {
    return groupScopes;
  }
});
Object.defineProperty(exports, "guardLine", {
  enumerable: true,
  get: function () {
    return guardLine;
  }
});
Object.defineProperty(exports, "headline", {
  enumerable: true,
  get: function () {
    return headline;
  }
});
Object.defineProperty(exports, "htmlLine", {
  enumerable: true,
  get: function () {
    return htmlLine;
  }
});
Object.defineProperty(exports, "htmlLines", {
  enumerable: true,
  get: function () {
    return htmlLines;
  }
});
Object.defineProperty(exports, "htmlText", {
  enumerable: true,
  get: function () {
    return htmlText;
  }
});
Object.defineProperty(exports, "isAccepted", {
  enumerable: true,
  get: function () {
    return isAccepted;
  }
});
Object.defineProperty(exports, "joinPhrases", {
  enumerable: true,
  get: function () {
    return joinPhrases;
  }
});
Object.defineProperty(exports, "ledgerItem", {
  enumerable: true,
  get: function () {
    return ledgerItem;
  }
});
Object.defineProperty(exports, "loweredRules", {
  enumerable: true,
  get: function () {
    return loweredRules;
  }
});
Object.defineProperty(exports, "mark", {
  enumerable: true,
  get: function () {
    return mark;
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
Object.defineProperty(exports, "maskedRow", {
  enumerable: true,
  get: function () {
    return maskedRow;
  }
});
Object.defineProperty(exports, "mermaidText", {
  enumerable: true,
  get: function () {
    return mermaidText;
  }
});
Object.defineProperty(exports, "name", {
  enumerable: true,
  get: function () {
    return name;
  }
});
Object.defineProperty(exports, "namespaceRow", {
  enumerable: true,
  get: function () {
    return namespaceRow;
  }
});
Object.defineProperty(exports, "patchesOf", {
  enumerable: true,
  get: function () {
    return patchesOf;
  }
});
Object.defineProperty(exports, "place", {
  enumerable: true,
  get: function () {
    return place;
  }
});
Object.defineProperty(exports, "plainText", {
  enumerable: true,
  get: function () {
    return plainText;
  }
});
Object.defineProperty(exports, "postureRow", {
  enumerable: true,
  get: function () {
    return postureRow;
  }
});
Object.defineProperty(exports, "postureSummary", {
  enumerable: true,
  get: function () {
    return postureSummary;
  }
});
Object.defineProperty(exports, "probeWords", {
  enumerable: true,
  get: function () {
    return probeWords;
  }
});
Object.defineProperty(exports, "prose", {
  enumerable: true,
  get: function () {
    return prose;
  }
});
Object.defineProperty(exports, "readFacts", {
  enumerable: true,
  get: function () {
    return readFacts;
  }
});
Object.defineProperty(exports, "ruleHelp", {
  enumerable: true,
  get: function () {
    return ruleHelp;
  }
});
Object.defineProperty(exports, "ruleItem", {
  enumerable: true,
  get: function () {
    return ruleItem;
  }
});
Object.defineProperty(exports, "ruleTitle", {
  enumerable: true,
  get: function () {
    return ruleTitle;
  }
});
Object.defineProperty(exports, "saidTwice", {
  enumerable: true,
  get: function () {
    return saidTwice;
  }
});
Object.defineProperty(exports, "say", {
  enumerable: true,
  get: function () {
    return say;
  }
});
Object.defineProperty(exports, "scopeNames", {
  enumerable: true,
  get: function () {
    return scopeNames;
  }
});
Object.defineProperty(exports, "sectionsOf", {
  enumerable: true,
  get: function () {
    return sectionsOf;
  }
});
Object.defineProperty(exports, "strong", {
  enumerable: true,
  get: function () {
    return strong;
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
Object.defineProperty(exports, "warnOnlySentence", {
  enumerable: true,
  get: function () {
    return warnOnlySentence;
  }
});
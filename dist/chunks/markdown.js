const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_git = require("./git.js");
const require_report = require("./report.js");
const require_base = require("./base.js");
const require_probes = require("./probes.js");

// src/report/markdown-blocks.ts
const EMOJI = {
	good: "✅",
	error: "❌",
	warning: "⚠️",
	note: "ℹ️",
	high: "🔴",
	medium: "🟠",
	low: "🟡",
	closed: "🔵",
	masked: "⚪"
};
/** A severity mark; the word goes beside it. */
const emoji = (kind) => EMOJI[kind];
function createMarkdownWriter(fileUrl) {
	const phrase = (pieces) => pieces.map((piece) => writePiece(piece, fileUrl)).join("");
	const row = (cells) => `| ${cells.join(" | ")} |`;
	return {
		phrase,
		table: (header, rows) => [
			row(header),
			`|${"---|".repeat(header.length)}`,
			...rows.map((cells) => row(cells.map(phrase)))
		].join("\n"),
		list: (items) => items.map((item) => `- ${phrase(item)}`).join("\n"),
		details: (summary, blocks) => [
			`<details><summary>${phrase(summary)}</summary>`,
			...blocks,
			"</details>"
		].join("\n\n")
	};
}
/** How many items a block leaves out, to stand below it. */
const leftOut = (write, left) => left === 0 ? [] : [write.phrase(require_report.say`${left} more not shown.`)];
function writePiece(piece, fileUrl) {
	switch (piece.type) {
		case "own": return piece.text;
		case "strong": return `**${piece.text}**`;
		case "mark": return `${emoji(piece.mark)}\u00a0${piece.word}`;
		case "break": return "<br>";
		case "name": return require_report.markdownCode(piece.text);
		case "prose": return require_report.markdownProse(piece.text);
		case "place": return writePlace(piece.span, fileUrl?.(piece.span, piece.side));
	}
}
function writePlace(span, address) {
	const text = require_report.markdownCode(require_report.formatPlace(span));
	const url = address === void 0 ? void 0 : require_report.markdownUrl(address);
	return url === void 0 ? text : `[${text}](${url})`;
}

// src/report/advice.ts
/** The gates, whose findings headline, table and rows tell as well. */
const TOLD = /* @__PURE__ */ new Set(["NP001", "NP002"]);
/** Findings that fail the check and that no row in the open says: a reader need not read it twice. */
function unsaidFindings({ gating, scopes }) {
	const told = new Set(scopes.flatMap(({ scope, flows }) => flows.flatMap(({ change, namespace, blame }) => {
		if (change !== "opened") return [];
		const [place, side] = blame.head === void 0 ? [blame.base, "base"] : [blame.head, "head"];
		return place === void 0 ? [] : [placeKey(scope.name, namespace, side, place)];
	})));
	return gating.filter(({ rule, scope, namespace = "", location, side = "head" }) => {
		if (!TOLD.has(rule) || location === void 0) return true;
		const lines = Math.min(location.endLine - location.startLine, MANY_LINES);
		return !Array.from({ length: lines + 1 }, (_, line) => placeKey(scope, namespace, side, {
			...location,
			startLine: location.startLine + line
		})).some((key) => told.has(key));
	});
}
/** A rule that spans more is found by its first lines, or told twice. */
const MANY_LINES = 50;
const placeKey = (scope, namespace, side, { path, startLine }) => JSON.stringify([
	scope,
	namespace,
	side,
	path,
	startLine
]);
/** What a reader can do about what fails the check. */
function adviceOf({ report, gating, scopes }) {
	const tried = /* @__PURE__ */ new Map();
	const add = (words, rule) => {
		const key = JSON.stringify(words);
		const entry = tried.get(key) ?? {
			words,
			rules: /* @__PURE__ */ new Set()
		};
		tried.set(key, entry);
		if (rule !== void 0) entry.rules.add(rule);
	};
	const [fixed, others] = [gating.filter(({ fix }) => fix !== void 0), gating.filter(({ fix }) => fix === void 0)];
	for (const { fix, rule } of fixed) if (fix !== void 0) add(require_report.fixWords(fix), rule);
	for (const { flows } of scopes) for (const { change, fix } of flows) if (change === "opened" && fix !== void 0) add(require_report.fixWords(fix));
	const hasFixes = tried.size > 0;
	for (const { help, rule } of others) if (help !== void 0) add(require_report.say`${require_report.prose(help)}`, rule);
	return {
		lines: [...tried.values()].map(({ words, rules }) => rules.size === 0 ? words : require_report.say`${words} (${ruleNames(rules)})`),
		rest: hasFixes && others.length > 0 && report.verdict === "fail" ? restWords(others) : void 0
	};
}
function restWords(findings) {
	const rules = ruleNames(new Set(findings.map(({ rule }) => rule)));
	return require_report.say`With every fix that was tried, ${require_report.count(findings.length, "finding")} (${rules}) would still fail the check.`;
}
const ruleNames = (rules) => require_report.joinPhrases([...rules].map((rule) => require_report.say`${require_report.name(rule)}`), require_report.say`, `);

// src/report/markdown-context.ts
const createDigest = (facts) => ({
	scopes: require_base.lazily(() => require_report.groupScopes(facts.scopes)),
	unsaid: require_base.lazily(() => require_report.groupFindings(unsaidFindings(facts))),
	gating: require_base.lazily(() => require_report.groupFindings(facts.gating)),
	doubtful: require_base.lazily(() => require_report.groupFindings(facts.doubtful)),
	others: require_base.lazily(() => require_report.groupFindings(facts.otherFindings)),
	accepted: require_base.lazily(() => require_report.groupFindings(facts.accepted)),
	advice: require_base.lazily(() => adviceOf(facts))
});

// src/report/markdown-plan.ts
/** Rows of a table that a reader takes in at a glance; the rest is folded. */
const ROWS = 8;
/**
* What may be left out of a text that is too long, in this order, and whether a report has any of it.
* The headline, the findings that fail the check, what could not be decided and the first rows of the
* tables always stay.
*/
const OMISSIONS = {
	"policy diffs": ({ scopes }) => scopes.some(({ scope }) => scope.policies.length > 0),
	diagram: ({ flows }) => flows.opened + flows.closed > 0,
	probes: ({ report }) => require_probes.countProbes(report) > 0,
	"folded rows": ({ scopes }) => scopes.some(({ scope: { flows, namespaces } }) => Math.max(flows.length, namespaces.length) > ROWS),
	"accepted findings": ({ accepted }) => accepted.length > 0,
	fixes: ({ fixes }) => fixes.length > 0,
	"other findings": ({ otherFindings }) => otherFindings.length > 0,
	"entries that decide nothing": ({ otherEntries }) => otherEntries.length > 0,
	assumptions: ({ report }) => report.assumptions.length > 0,
	"masked changes": ({ flows, aside }) => flows.masked + aside.narrowed + aside.possible > 0,
	statistics: () => true
};
const FULL = {
	without: /* @__PURE__ */ new Set(),
	rows: ROWS,
	foldedRows: 100,
	verdictItems: 200,
	scopes: 10
};
/** Where all that may be left out is, and the rest is still too long. */
const SMALL = [
	{
		verdictItems: 50,
		rows: 8,
		scopes: 10
	},
	{
		verdictItems: 20,
		rows: 8,
		scopes: 5
	},
	{
		verdictItems: 8,
		rows: 8,
		scopes: 3
	},
	{
		verdictItems: 8,
		rows: 4,
		scopes: 2
	},
	{
		verdictItems: 4,
		rows: 2,
		scopes: 1
	},
	{
		verdictItems: 1,
		rows: 1,
		scopes: 1
	},
	{
		verdictItems: 0,
		rows: 0,
		scopes: 0
	}
];
/** Rows of each fold of a scan, whose job summary has far more room than a comment. */
const SCAN_ROWS = [
	5e3,
	2e3,
	1e3,
	500,
	250
];
/** No row or item of a scan is shorter. */
const MIN_ROW = 60;
/** The attempts, longest first. The last one is short whatever the report holds. */
function* plans(facts, maxLength) {
	for (const foldedRows of scanRows(facts, maxLength)) yield {
		...FULL,
		scopes: 100,
		foldedRows
	};
	yield FULL;
	const without = /* @__PURE__ */ new Set();
	for (const [omission, holds] of Object.entries(OMISSIONS)) {
		if (!holds(facts)) continue;
		without.add(omission);
		yield {
			...FULL,
			without: new Set(without)
		};
	}
	for (const size of SMALL) yield {
		...size,
		without,
		foldedRows: 0
	};
}
/** The sizes of folds that are worth an attempt: not all of them are needed, or can fit. */
function scanRows({ report, otherFindings }, maxLength) {
	if (report.mode !== "scan") return [];
	const lists = [...report.scopes.map(({ namespaces }) => namespaces.length), ...require_report.groupByRule(otherFindings).map(({ findings }) => findings.length)];
	const longest = Math.max(0, ...lists);
	const shownAt = (rows) => lists.reduce((sum, length) => sum + Math.min(length, rows), 0);
	return SCAN_ROWS.filter((rows, index) => {
		const next = SCAN_ROWS[index + 1] ?? FULL.foldedRows;
		return longest > next && shownAt(rows) * MIN_ROW <= maxLength;
	});
}

// src/report/markdown-fixes.ts
/** More than a reader takes over by hand. */
const MAX_FIXES = 10;
/** The new text of each fix, folded. */
function fixBlocks({ facts, plan, write }) {
	const { fixes } = facts;
	if (fixes.length === 0 || plan.without.has("fixes")) return [];
	const shown = fixes.slice(0, MAX_FIXES);
	const left = fixes.length - shown.length;
	return [write.details(require_report.fixesTitle(fixes), [...shown.flatMap((fix) => [write.phrase(require_report.fixTitle(fix)), require_report.markdownFence(fix.replacement, "yaml")]), ...leftOut(write, left)])];
}

// src/report/markdown-fold.ts
/** The first rows as a table, the next ones folded, and a count of what even the fold leaves out. */
function tableWithFold({ write, plan }, { header, items, row, lastRows = [], rest }) {
	const shown = items.slice(0, plan.rows);
	const folded = plan.without.has("folded rows") ? [] : items.slice(plan.rows, plan.rows + plan.foldedRows);
	const left = items.length - shown.length - folded.length;
	const leftWords = left === 0 ? [] : [write.phrase(require_report.say`${rest(left)} not shown.`)];
	const table = shown.length === 0 ? [] : [write.table(header, [...shown.map(row), ...lastRows])];
	if (folded.length === 0) return [...table, ...leftWords];
	const fold = [write.table(header, folded.map(row)), ...leftWords];
	return [...table, write.details(rest(items.length - shown.length), fold)];
}

// src/report/markdown-scan.ts
/** What protects each namespace of each scope. */
function scanBlocks(context) {
	const { facts, plan, write } = context;
	const many = facts.scopes.length > 1;
	const shown = many ? facts.scopes.slice(0, plan.scopes) : facts.scopes;
	const blocks = shown.flatMap((scope) => [...many ? [`#### ${write.phrase(require_report.say`${require_report.name(scope.scope.name)}`)}`] : [], ...postureBlocks(scope, context)]);
	const left = facts.scopes.length - shown.length;
	if (left > 0) blocks.push(write.phrase(require_report.say`${require_report.count(left, "more scope")} not shown.`));
	return blocks;
}
/** One table where it can be read at a glance; else a sentence, one row for all that stand alike, and a fold. */
function postureBlocks(facts, context) {
	const { plan, write } = context;
	const namespaces = require_report.byPosture(facts.scope.namespaces);
	const table = {
		header: require_report.POSTURE_HEADER,
		items: namespaces,
		row: (namespace) => require_report.postureRow(facts, namespace),
		rest: (amount) => require_report.count(amount, "more namespace")
	};
	if (namespaces.length <= plan.rows) return tableWithFold(context, table);
	const groups = tableWithFold(context, {
		header: require_report.GROUP_HEADER,
		items: require_report.groupPostures(namespaces),
		row: require_report.groupRow,
		rest: (amount) => require_report.count(amount, "more group")
	});
	const all = !plan.without.has("folded rows") && plan.foldedRows > 0 ? [write.details(require_report.say`All ${require_report.count(namespaces.length, "namespace")}, worst first`, tableWithFold({
		...context,
		plan: {
			...plan,
			rows: plan.foldedRows,
			foldedRows: 0
		}
	}, table))] : [];
	return [
		write.phrase(require_report.postureSummary(namespaces)),
		...groups,
		...all
	];
}
/** The standing faults: listed where they are few, else by rule. */
function standingBlocks(context) {
	const { facts } = context;
	return require_report.groupByRule(facts.otherFindings).map((group) => ruleBlock(group, context));
}
function ruleBlock(group, { facts, plan, write }) {
	const shown = group.findings.slice(0, plan.foldedRows);
	const left = group.findings.length - shown.length;
	const help = require_report.ruleHelp(group);
	return write.details(require_report.ruleTitle(group), [
		...help === require_report.NOTHING ? [] : [write.phrase(help)],
		...shown.length === 0 ? [] : [write.list(shown.map((one) => require_report.ruleItem(facts, one)))],
		...leftOut(write, left)
	]);
}

// src/report/diagram.ts
/**
* Longest diagram that GitHub draws: `maxTextSize` of Mermaid, which a diagram cannot raise. The limits
* below keep every diagram shorter, even if each character of each label is written as an entity.
*/
const MERMAID_MAX_CHARACTERS = 5e4;
/** More arrows than these are a tangle; Mermaid would draw 500. */
const MAX_EDGES = 30;
/** Characters of one label. */
const MAX_LABEL = 60;
/**
* The flows of a scope that opened or closed, as arrows between pods grouped by namespace; worst first,
* so that what is left out matters less. Undefined where no flow changed. Masked changes are left out:
* no traffic moves.
*/
function drawFlows({ flows, scope }) {
	if (flows.length === 0) return void 0;
	const labels = new Map(scope.namespaces.map(({ name, label }) => [name, label]));
	const nodes = /* @__PURE__ */ new Map();
	const edges = /* @__PURE__ */ new Map();
	const nodeOf = (end) => {
		const key = JSON.stringify(end);
		const node = nodes.get(key) ?? {
			id: `n${nodes.size}`,
			...end
		};
		nodes.set(key, node);
		return node;
	};
	for (const { change, ports, ...ends } of flows) {
		const [source, destination] = [endOf(ends.source, labels), endOf(ends.destination, labels)];
		const key = JSON.stringify([
			change,
			source,
			destination
		]);
		let edge = edges.get(key);
		if (edge === void 0) {
			if (edges.size === MAX_EDGES) continue;
			edge = {
				source: nodeOf(source),
				destination: nodeOf(destination),
				isOpened: change === "opened",
				ports: /* @__PURE__ */ new Set(),
				rows: 0
			};
			edges.set(key, edge);
		}
		edge.ports.add(ports);
		edge.rows++;
	}
	const drawn = [...edges.values()];
	const shown = drawn.reduce((sum, { rows }) => sum + rows, 0);
	return {
		text: writeChart([...nodes.values()], drawn, labels),
		shown,
		left: flows.length - shown
	};
}
/** An end without the namespace in its words, since the box around it names that. */
function endOf({ text, type, namespace }, labels) {
	if (namespace === void 0) return {
		label: text,
		type
	};
	const label = labels.get(namespace) ?? namespace;
	const [before, after] = [`${label}/`, ` in ${label}`];
	return {
		label: text.startsWith(before) ? text.slice(before.length) : text.endsWith(after) ? text.slice(0, -after.length) : text.replace(` in ${label} except `, " except "),
		type,
		namespace
	};
}
/** Red and blue that read on GitHub's light and dark page alike; the words say the same. */
const OPENED = "stroke:#cf222e,stroke-width:2px";
const CLOSED = "stroke:#2f81f7,stroke-width:2px";
function writeChart(nodes, edges, labels) {
	const groups = /* @__PURE__ */ new Map();
	for (const node of nodes) if (node.namespace !== void 0) require_base.addTo(groups, node.namespace, node);
	return [
		"flowchart LR",
		"  accTitle: Flows that opened and closed",
		...[...groups].flatMap(([namespace, members], index) => [
			`  subgraph g${index}["${quoted(labels.get(namespace) ?? namespace)}"]`,
			...members.map((node) => `    ${writeNode(node)}`),
			"  end"
		]),
		...nodes.filter(({ namespace }) => namespace === void 0).map((node) => `  ${writeNode(node)}`),
		...edges.map((edge) => `  ${writeEdge(edge)}`),
		...edges.map(({ isOpened }, index) => `  linkStyle ${index} ${isOpened ? OPENED : CLOSED}`)
	].join("\n");
}
/** Pods are boxes; whatever has no namespace is rounded. */
const writeNode = ({ id, label, type }) => type === "pods" ? `${id}["${quoted(label)}"]` : `${id}(["${quoted(label)}"])`;
function writeEdge({ source, destination, isOpened, ports }) {
	const label = quoted(`${isOpened ? "+ opened" : "− closed"} ${[...ports].join(", ")}`);
	return isOpened ? `${source.id} -- "${label}" --> ${destination.id}` : `${source.id} -. "${label}" .-> ${destination.id}`;
}
const quoted = (text) => require_report.mermaidText(text, MAX_LABEL);

// src/report/markdown-patches.ts
/** The text that changed, one fold for each namespace. */
function patchBlocks(scope, { write }) {
	const { groups, left } = require_report.patchesOf(scope);
	return [...groups.map(({ title, patches }) => write.details(title, patches.flatMap(({ title: words, patch }) => patch === "" ? [write.phrase(words)] : [write.phrase(words), require_report.markdownFence(patch, "diff")]))), ...left.length === 0 ? [] : [write.phrase(left)]];
}

// src/report/markdown-scope.ts
/** The title of a scope, or of several with the same change, where a report has several. */
function scopeTitle({ first, names }) {
	const { opened, closed, masked } = first.counts;
	const words = require_report.joinPhrases([
		opened === 0 ? require_report.NOTHING : require_report.say`${opened} opened`,
		closed === 0 ? require_report.NOTHING : require_report.say`${closed} closed`,
		masked === 0 ? require_report.NOTHING : require_report.say`${masked} masked`
	], require_report.say`, `);
	const same = names.length === 1 ? require_report.NOTHING : require_report.say`the same in ${names.length} scopes`;
	return require_report.joinPhrases([require_report.scopeNames(names), require_report.joinPhrases([same, words], require_report.say`, `)], require_report.say`: `);
}
/** What a scope's change did: namespaces and flows. */
const scopeTables = (scope, context) => [...namespaceBlocks(scope, context), ...flowBlocks(scope, context)];
/** The same as a picture, what no traffic of today depends on, and the text that changed. */
function scopeFolds(scope, context) {
	const { without } = context.plan;
	return [
		...without.has("diagram") ? [] : diagramBlocks(scope, context),
		...without.has("masked changes") ? [] : asideBlocks(scope, context),
		...without.has("policy diffs") ? [] : patchBlocks(scope, context)
	];
}
const ALL_OTHERS = [
	require_report.say`all others`,
	require_report.say`= unchanged`,
	require_report.say`= unchanged`,
	require_report.DASH,
	require_report.DASH
];
function namespaceBlocks(scope, context) {
	const { facts, plan } = context;
	const isComplete = scope.changed.length <= plan.rows && facts.deciding.length === 0;
	return tableWithFold(context, {
		header: require_report.NAMESPACE_HEADER,
		items: scope.changed,
		row: (namespace) => require_report.namespaceRow(scope, namespace),
		lastRows: isComplete ? [ALL_OTHERS] : [],
		rest: (amount) => require_report.count(amount, "more changed namespace")
	});
}
const flowBlocks = (scope, context) => [...scope.isInDoubt ? [context.write.phrase(require_report.say`${require_report.flowsTitle(scope)}:`)] : [], ...tableWithFold(context, {
	header: require_report.FLOW_HEADER,
	items: scope.flows,
	row: require_report.flowRow,
	rest: (amount) => require_report.count(amount, "more flow")
})];
function diagramBlocks(scope, { write }) {
	const diagram = drawFlows(scope);
	if (diagram === void 0) return [];
	const { text, shown, left } = diagram;
	return [write.details(require_report.say`Diagram of ${require_report.count(shown, "changed flow")}`, [require_report.markdownFence(text, "mermaid", MERMAID_MAX_CHARACTERS), ...left === 0 ? [] : [write.phrase(require_report.say`${left} more not drawn.`)]])];
}
/** What no traffic of today depends on, folded. */
function asideBlocks(scope, context) {
	const { masked, narrowed, possible } = scope;
	return [
		...foldedTable(context, {
			title: require_report.say`${require_report.count(masked.length, "masked change")}: wider on one side, still blocked by the other`,
			header: require_report.MASKED_HEADER,
			rows: masked.map(require_report.maskedRow)
		}),
		...foldedTable(context, {
			title: require_report.say`${require_report.count(narrowed.length, "change")}: narrower on one side, was blocked by the other anyway`,
			header: require_report.NARROWED_HEADER,
			rows: narrowed.map(require_report.maskedRow)
		}),
		...foldedTable(context, {
			title: require_report.say`${require_report.count(possible.length, "flow")} of pods that are not there today`,
			header: require_report.FLOW_HEADER,
			rows: possible.map(require_report.flowRow)
		})
	];
}
function foldedTable({ write, plan }, { title, header, rows }) {
	if (rows.length === 0) return [];
	const shown = rows.slice(0, plan.without.has("folded rows") ? plan.rows : plan.foldedRows);
	const left = rows.length - shown.length;
	return [write.details(title, [write.table(header, shown), ...leftOut(write, left)])];
}

// src/report/markdown-review.ts
/**
* What changed, scope by scope, with what fails the check and how to mend it above all that is folded. All scopes together have as many rows in the open as one has; what is beyond
* is folded, with its title in sight.
*/
function reviewBlocks(context, advice) {
	const { facts, plan, write } = context;
	const all = facts.report.scopes.length;
	if (all < 2) return [
		...facts.scopes.flatMap((scope) => scopeTables(scope, context)),
		...advice,
		...facts.scopes.flatMap((scope) => scopeFolds(scope, context))
	];
	const groups = context.digest.scopes();
	const blocks = [];
	let rows = plan.rows;
	for (const group of groups.slice(0, plan.scopes)) {
		blocks.push(...groupBlocks(group, context, rows));
		rows = Math.max(0, rows - Math.max(1, group.first.flows.length));
	}
	const left = groups.slice(plan.scopes).flatMap(({ names }) => names);
	if (left.length > 0) blocks.push(write.phrase(require_report.say`${require_report.count(left.length, "more changed scope")} not shown.`));
	const same = all - facts.scopes.length;
	if (same > 0 && !facts.isProvedUnchanged) blocks.push(write.phrase(require_report.say`${require_report.count(same, "scope")} without a change.`));
	return [...blocks, ...advice];
}
const scopeBlocks = (scope, context) => [...scopeTables(scope, context), ...scopeFolds(scope, context)];
function groupBlocks(group, context, rows) {
	const { plan, write } = context;
	const title = scopeTitle(group);
	if (rows === 0 && plan.rows > 0) return plan.without.has("folded rows") ? [`#### ${write.phrase(title)}`] : [write.details(title, scopeBlocks(group.first, context))];
	const blocks = scopeBlocks(group.first, {
		...context,
		plan: {
			...plan,
			rows
		}
	});
	return [`#### ${write.phrase(title)}`, ...blocks];
}

// src/report/markdown-sections.ts
/** The first lines: the verdict, and in its green state the proof. */
function headlineBlock({ facts, write }) {
	const [kind] = require_report.VERDICT_MARK[facts.report.verdict];
	const title = `### ${emoji(kind)} ${write.phrase(require_report.headline(facts))}`;
	const { report } = facts;
	return [title, ...[
		require_report.answer(facts),
		require_report.warnOnlySentence(report),
		...require_report.loweredRules(report)
	].filter(({ length }) => length > 0).map((sentence) => write.phrase(sentence))].join("\n");
}
/** Everything below the headline, most important first. */
function bodyBlocks(context) {
	const { facts, plan, digest } = context;
	const deciding = decidingBlocks(context);
	const gatingList = (findings) => findingList(context, findings, plan.verdictItems);
	return [
		...facts.report.mode === "scan" ? [
			...gatingList(digest.gating()),
			...deciding,
			...scanBlocks(context)
		] : [...deciding, ...reviewBlocks(context, [...gatingList(digest.unsaid()), ...adviceBlocks(context)])],
		...otherFindingBlocks(context),
		...acceptedBlocks(context),
		...fixBlocks(context),
		...probeBlocks(context),
		...assuranceBlocks(context)
	];
}
const MAX_ADVICE = 8;
/** What to do, most telling first. */
function adviceBlocks({ digest, plan, write }) {
	const { lines, rest } = digest.advice();
	const shown = lines.slice(0, Math.min(MAX_ADVICE, plan.verdictItems));
	const left = lines.length - shown.length;
	if (shown.length === 0) return [];
	return [[
		...shown.map((line) => write.phrase(require_report.say`${require_report.strong`Fix`}: ${line}`)),
		...leftOut(write, left),
		...rest === void 0 ? [] : [write.phrase(rest)]
	].join("<br>\n")];
}
/** A list cut to what the plan allows, with a count of the rest. */
function cutList({ write }, items, { limit, item }) {
	const shown = items.slice(0, limit);
	const left = items.length - shown.length;
	return [...shown.length === 0 ? [] : [write.list(shown.map(item))], ...leftOut(write, left)];
}
const ledgerList = (context, entries, limit) => cutList(context, entries, {
	limit,
	item: require_report.ledgerItem
});
function findingList(context, findings, limit) {
	return cutList(context, findings, {
		limit,
		item: require_report.createFindingItem(context.facts)
	});
}
/** What stands in the way of an answer. */
function decidingBlocks(context) {
	const { facts, plan, write } = context;
	if (facts.deciding.length === 0) return [];
	const end = facts.report.configuration.warnOnly ? require_report.NOTHING : require_report.say` The check fails until then.`;
	const title = require_report.say`${require_report.strong`Not decided`}: the answer could be another one had this been read.${end}`;
	return [
		write.phrase(title),
		...ledgerList(context, facts.deciding, plan.verdictItems),
		...findingList(context, context.digest.doubtful(), plan.verdictItems)
	];
}
/** Folded, so more than a table's first rows. */
const FOLDED_ITEMS = 100;
function otherFindingBlocks(context) {
	const { facts, plan, write } = context;
	const findings = facts.otherFindings;
	if (findings.length === 0 || plan.without.has("other findings")) return [];
	const one = facts.gating.length === 0 ? "finding" : "other finding";
	const verb = findings.length === 1 ? require_report.say`does` : require_report.say`do`;
	const isScan = facts.report.mode === "scan";
	const amount = require_report.count(findings.length, one);
	const title = isScan && facts.gating.length === 0 && findings.length > 1 ? require_report.say`${amount}, none of which fails the check` : require_report.say`${amount} that ${verb} not fail the check`;
	if (isScan && findings.length > plan.rows) return [write.phrase(require_report.say`${title}:`), ...standingBlocks(context)];
	const list = findingList(context, context.digest.others(), FOLDED_ITEMS);
	if (isScan) return [write.phrase(require_report.say`${title}:`), ...list];
	return [write.details(title, list)];
}
/** Who answers for what; folded, because nobody has to act before the day has come. */
function acceptedBlocks(context) {
	const { facts, plan, write } = context;
	const { accepted } = facts;
	if (accepted.length === 0) return [];
	const title = require_report.say`${require_report.count(accepted.length, "accepted finding")} (who, until when, why)`;
	if (plan.without.has("accepted findings")) return [write.phrase(require_report.say`${title}.`)];
	return [write.details(title, findingList(context, context.digest.accepted(), FOLDED_ITEMS))];
}
/** How to find out whether the cluster does what the review says. */
function probeBlocks({ facts, plan, write }) {
	const script = plan.without.has("probes") ? void 0 : require_probes.renderProbes(facts.report);
	if (script === void 0) return [];
	return [write.details(require_report.say`Verify after deploy (${require_report.probeWords(require_probes.countProbes(facts.report))})`, [require_report.markdownFence(script, "sh")])];
}
function assuranceBlocks(context) {
	const { facts, plan, write } = context;
	const { assumptions } = facts.report;
	const blocks = [];
	if (!plan.without.has("statistics")) blocks.push(write.phrase(require_report.exactnessWords(facts)), write.phrase(require_report.basisWords(facts.report)));
	if (!plan.without.has("assumptions") && assumptions.length > 0) blocks.push("Assumed:", ...cutList(context, assumptions, {
		limit: FOLDED_ITEMS,
		item: ({ text }) => require_report.say`${require_report.prose(text)}`
	}));
	if (!plan.without.has("entries that decide nothing") && facts.otherEntries.length > 0) blocks.push("Seen, not analysed, and of no effect on the verdict:", ...ledgerList(context, facts.otherEntries, FOLDED_ITEMS));
	return blocks.length === 0 ? [] : [write.details(require_report.say`How sure is this?`, blocks)];
}

// src/report/markdown.ts
var markdown_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderMarkdown: () => renderMarkdown });
/** Issue comments, review bodies: the API answers 422 beyond this. */
const MAX_COMMENT_LENGTH = 65536;
/** The report as GitHub Markdown, for the pull request comment and the job summary. */
function renderMarkdown(report, options = {}) {
	const { maxLength = MAX_COMMENT_LENGTH, marker } = options;
	const first = marker === void 0 ? "" : `${marker}\n`;
	const facts = require_report.readFacts(report);
	const write = createMarkdownWriter(options.fileUrl);
	const digest = createDigest(facts);
	for (const plan of plans(facts, maxLength)) {
		const text = first + compose({
			facts,
			plan,
			write,
			digest
		}, options);
		if (text.length <= maxLength) return text;
	}
	return `${first}### NetworkPolicy review: ${report.verdict}\n`.slice(0, maxLength);
}
function compose(context, options) {
	return `${[
		headlineBlock(context),
		...bodyBlocks(context),
		...omissionBlocks(context, options),
		...options.note === void 0 ? [] : [options.note]
	].join("\n\n")}\n`;
}
/** What the limit left out, and where to find it. */
function omissionBlocks({ plan }, options) {
	const left = [...plan.without];
	if (left.length === 0) return [];
	const { maxLength = MAX_COMMENT_LENGTH, summaryUrl } = options;
	const url = summaryUrl === void 0 ? void 0 : require_report.markdownUrl(summaryUrl);
	const where = url === void 0 ? "" : ` [Read all of it in the job summary](${url}).`;
	return [`Left out to stay below ${require_git.formatCount(maxLength)} characters: ${left.join(", ")}.${where}`];
}

Object.defineProperty(exports, "createMarkdownWriter", {
  enumerable: true,
  get: function () {
    return createMarkdownWriter;
  }
});
Object.defineProperty(exports, "markdown_exports", {
  enumerable: true,
  get: function () {
    return markdown_exports;
  }
});
Object.defineProperty(exports, "renderMarkdown", {
  enumerable: true,
  get: function () {
    return renderMarkdown;
  }
});
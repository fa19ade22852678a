const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_escape = require("./escape.js");
const require_facts = require("./facts.js");
const require_posture_rows = require("./posture-rows.js");
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
function writePiece(piece, fileUrl) {
	switch (piece.type) {
		case "own": return piece.text;
		case "strong": return `**${piece.text}**`;
		case "mark": return `${emoji(piece.mark)}\u00a0${piece.word}`;
		case "break": return "<br>";
		case "name": return require_escape.markdownCode(piece.text);
		case "prose": return require_escape.markdownProse(piece.text);
		case "place": return writePlace(piece.span, fileUrl?.(piece.span, piece.side));
	}
}
function writePlace(span, address) {
	const text = require_escape.markdownCode(require_facts.formatPlace(span));
	const url = address === void 0 ? void 0 : require_escape.markdownUrl(address);
	return url === void 0 ? text : `[${text}](${url})`;
}

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
	"masked changes": ({ flows }) => flows.masked > 0,
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
	const lists = [...report.scopes.map(({ namespaces }) => namespaces.length), ...require_posture_rows.groupByRule(otherFindings).map(({ findings }) => findings.length)];
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
	return [write.details(require_facts.fixesTitle(fixes), [...shown.flatMap((fix) => [write.phrase(require_facts.fixTitle(fix)), require_escape.markdownFence(fix.replacement, "yaml")]), ...left === 0 ? [] : [write.phrase(require_facts.say`${left} more not shown.`)]])];
}

// src/report/markdown-fold.ts
/** The first rows as a table, the next ones folded, and a count of what even the fold leaves out. */
function tableWithFold({ write, plan }, { header, items, row, lastRows = [], rest }) {
	const shown = items.slice(0, plan.rows);
	const folded = plan.without.has("folded rows") ? [] : items.slice(plan.rows, plan.rows + plan.foldedRows);
	const left = items.length - shown.length - folded.length;
	const leftWords = left === 0 ? [] : [write.phrase(require_facts.say`${rest(left)} not shown.`)];
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
	const blocks = shown.flatMap((scope) => [...many ? [`#### ${write.phrase(require_facts.say`${require_facts.name(scope.scope.name)}`)}`] : [], ...postureBlocks(scope, context)]);
	const left = facts.scopes.length - shown.length;
	if (left > 0) blocks.push(write.phrase(require_facts.say`${require_facts.count(left, "more scope")} not shown.`));
	return blocks;
}
/** One table where it can be read at a glance; else a sentence, one row for all that stand alike, and a fold. */
function postureBlocks(facts, context) {
	const { plan, write } = context;
	const namespaces = require_posture_rows.byPosture(facts.scope.namespaces);
	const table = {
		header: require_posture_rows.POSTURE_HEADER,
		items: namespaces,
		row: (namespace) => require_posture_rows.postureRow(facts, namespace),
		rest: (amount) => require_facts.count(amount, "more namespace")
	};
	if (namespaces.length <= plan.rows) return tableWithFold(context, table);
	const groups = tableWithFold(context, {
		header: require_posture_rows.GROUP_HEADER,
		items: require_posture_rows.groupPostures(namespaces),
		row: require_posture_rows.groupRow,
		rest: (amount) => require_facts.count(amount, "more group")
	});
	const all = !plan.without.has("folded rows") && plan.foldedRows > 0 ? [write.details(require_facts.say`All ${require_facts.count(namespaces.length, "namespace")}, worst first`, tableWithFold({
		...context,
		plan: {
			...plan,
			rows: plan.foldedRows,
			foldedRows: 0
		}
	}, table))] : [];
	return [
		write.phrase(require_posture_rows.postureSummary(namespaces)),
		...groups,
		...all
	];
}
/** The standing faults: listed where they are few, else by rule. */
function standingBlocks(context) {
	const { facts } = context;
	return require_posture_rows.groupByRule(facts.otherFindings).map((group) => ruleBlock(group, context));
}
function ruleBlock(group, { facts, plan, write }) {
	const shown = group.findings.slice(0, plan.foldedRows);
	const left = group.findings.length - shown.length;
	const help = require_posture_rows.ruleHelp(group);
	return write.details(require_posture_rows.ruleTitle(group), [
		...help === require_facts.NOTHING ? [] : [write.phrase(help)],
		...shown.length === 0 ? [] : [write.list(shown.map((one) => require_posture_rows.ruleItem(facts, one)))],
		...left === 0 ? [] : [write.phrase(require_facts.say`${left} more not shown.`)]
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
		label: text.startsWith(before) ? text.slice(before.length) : text.endsWith(after) ? text.slice(0, -after.length) : text,
		type,
		namespace
	};
}
/** Red and blue that read on GitHub's light and dark page alike; the words say the same. */
const OPENED = "stroke:#cf222e,stroke-width:2px";
const CLOSED = "stroke:#2f81f7,stroke-width:2px";
function writeChart(nodes, edges, labels) {
	const groups = /* @__PURE__ */ new Map();
	for (const node of nodes) if (node.namespace !== void 0) groups.set(node.namespace, [...groups.get(node.namespace) ?? [], node]);
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
const quoted = (text) => require_escape.mermaidText(text, MAX_LABEL);

// src/report/markdown-patches.ts
/** More than a reader opens. */
const MAX_PATCHES = 50;
/** The text that changed, one fold for each namespace, in the order of the namespace table. */
function patchBlocks({ scope, changed }, context) {
	const { policies, namespaces } = scope;
	const ranks = new Map([...changed, ...namespaces].map(({ name: text }, index) => [text, -index]));
	const rank = ({ namespace }) => ranks.get(namespace) ?? -Infinity;
	const shown = policies.toSorted((a, b) => rank(a) < rank(b) ? 1 : -1).slice(0, MAX_PATCHES);
	const labels = new Map(namespaces.map(({ name: text, label }) => [text, label]));
	const blocks = [...require_facts.groupBy(shown, ({ namespace }) => namespace)].map(([namespace, ofNamespace]) => patchesOf(labels.get(namespace) ?? namespace, ofNamespace, context));
	const left = policies.length - shown.length;
	if (left > 0) blocks.push(context.write.phrase(require_facts.say`${require_facts.count(left, "more changed policy", "more changed policies")} not shown.`));
	return blocks;
}
function patchesOf(label, policies, { write }) {
	const amount = require_facts.count(policies.length, "policy", "policies");
	const blocks = policies.flatMap((policy) => {
		const title = write.phrase(require_facts.say`${require_facts.name(policy.name)}${changeWords(policy)}`);
		return policy.patch === "" ? [title] : [title, require_escape.markdownFence(policy.patch, "diff")];
	});
	return write.details(require_facts.say`Changed text in ${require_facts.name(label)} (${amount})`, blocks);
}
function changeWords({ base, head, patch }) {
	if (base === void 0) return head === void 0 ? require_facts.NOTHING : require_facts.say` · added · ${require_facts.place(head, "head")}`;
	if (head === void 0) return require_facts.say` · removed, was ${require_facts.place(base, "base")}`;
	return patch === "" ? require_facts.say` · moved from ${require_facts.place(base, "base")} to ${require_facts.place(head, "head")}` : require_facts.say` · ${require_facts.place(head, "head")}`;
}

// src/report/markdown-scope.ts
/** A scope's title, where a report has several. */
function scopeTitle({ scope, counts }) {
	const { opened, closed, masked } = counts;
	const words = require_facts.joinPhrases([
		opened === 0 ? require_facts.NOTHING : require_facts.say`${opened} opened`,
		closed === 0 ? require_facts.NOTHING : require_facts.say`${closed} closed`,
		masked === 0 ? require_facts.NOTHING : require_facts.say`${masked} masked`
	], require_facts.say`, `);
	return require_facts.joinPhrases([require_facts.say`${require_facts.name(scope.name)}`, words], require_facts.say`: `);
}
/** What a scope's change did: namespaces, flows, masked flows, and the text that changed. */
function scopeBlocks(scope, context) {
	const { without } = context.plan;
	return [
		...namespaceBlocks(scope, context),
		...flowBlocks(scope, context),
		...without.has("diagram") ? [] : diagramBlocks(scope, context),
		...without.has("masked changes") ? [] : maskedBlocks(scope, context),
		...without.has("policy diffs") ? [] : patchBlocks(scope, context)
	];
}
const ALL_OTHERS = [
	require_facts.say`all others`,
	require_facts.say`= unchanged`,
	require_facts.say`= unchanged`,
	require_facts.DASH,
	require_facts.DASH
];
function namespaceBlocks(scope, context) {
	const { facts, plan } = context;
	const isComplete = scope.changed.length <= plan.rows && facts.deciding.length === 0;
	return tableWithFold(context, {
		header: require_posture_rows.NAMESPACE_HEADER,
		items: scope.changed,
		row: (namespace) => require_posture_rows.namespaceRow(scope, namespace),
		lastRows: isComplete ? [ALL_OTHERS] : [],
		rest: (amount) => require_facts.count(amount, "more changed namespace")
	});
}
const flowBlocks = (scope, context) => tableWithFold(context, {
	header: require_posture_rows.FLOW_HEADER,
	items: scope.flows,
	row: (flow) => require_posture_rows.flowRow(scope, flow),
	rest: (amount) => require_facts.count(amount, "more flow")
});
function diagramBlocks(scope, { write }) {
	const diagram = drawFlows(scope);
	if (diagram === void 0) return [];
	const { text, shown, left } = diagram;
	return [write.details(require_facts.say`Diagram of ${require_facts.count(shown, "changed flow")}`, [require_escape.markdownFence(text, "mermaid", MERMAID_MAX_CHARACTERS), ...left === 0 ? [] : [write.phrase(require_facts.say`${left} more not drawn.`)]])];
}
function maskedBlocks(scope, { write, plan }) {
	const { masked } = scope;
	if (masked.length === 0) return [];
	const shown = masked.slice(0, plan.without.has("folded rows") ? plan.rows : plan.foldedRows);
	const left = masked.length - shown.length;
	const title = require_facts.count(masked.length, "masked change");
	return [write.details(require_facts.say`${title}: wider on one side, still blocked by the other`, [write.table(require_posture_rows.MASKED_HEADER, shown.map((flow) => require_posture_rows.maskedRow(scope, flow))), ...left === 0 ? [] : [write.phrase(require_facts.say`${left} more not shown.`)]])];
}

// src/report/markdown-sections.ts
/** The first lines: the verdict, and in its green state the proof. */
function headlineBlock({ facts, write }) {
	const [kind] = require_posture_rows.VERDICT_MARK[facts.report.verdict];
	const title = `### ${emoji(kind)} ${write.phrase(require_posture_rows.headline(facts))}`;
	const { report } = facts;
	return [title, ...[
		require_posture_rows.answer(facts),
		require_posture_rows.warnOnlySentence(report),
		...require_posture_rows.loweredRules(report)
	].filter(({ length }) => length > 0).map((sentence) => write.phrase(sentence))].join("\n");
}
/** Everything below the headline, most important first. */
function bodyBlocks(context) {
	const { facts, plan } = context;
	const gating = findingList(context, facts.gating, plan.verdictItems);
	const deciding = decidingBlocks(context);
	const { mode, verdict } = facts.report;
	return [
		...verdict === "undecided" ? [...deciding, ...gating] : [...gating, ...deciding],
		...mode === "scan" ? scanBlocks(context) : reviewBlocks(context),
		...otherFindingBlocks(context),
		...acceptedBlocks(context),
		...fixBlocks(context),
		...probeBlocks(context),
		...assuranceBlocks(context)
	];
}
/** A list cut to what the plan allows, with a count of the rest. */
function cutList({ write }, items, { limit, item }) {
	const shown = items.slice(0, limit);
	const left = items.length - shown.length;
	return [...shown.length === 0 ? [] : [write.list(shown.map(item))], ...left === 0 ? [] : [write.phrase(require_facts.say`${left} more not shown.`)]];
}
const ledgerList = (context, entries, limit) => cutList(context, entries, {
	limit,
	item: require_posture_rows.ledgerItem
});
function findingList(context, findings, limit) {
	return cutList(context, findings, {
		limit,
		item: require_posture_rows.createFindingItem(context.facts)
	});
}
/** What stands in the way of an answer. */
function decidingBlocks(context) {
	const { facts, plan, write } = context;
	if (facts.deciding.length === 0) return [];
	const end = facts.report.configuration.warnOnly ? require_facts.NOTHING : require_facts.say` The check fails until then.`;
	const title = require_facts.say`${require_facts.strong`Not decided`}: the answer could be another one had this been read.${end}`;
	return [
		write.phrase(title),
		...ledgerList(context, facts.deciding, plan.verdictItems),
		...findingList(context, facts.doubtful, plan.verdictItems)
	];
}
function reviewBlocks(context) {
	const { facts, plan, write } = context;
	const all = facts.report.scopes.length;
	if (all < 2) return facts.scopes.flatMap((scope) => scopeBlocks(scope, context));
	const shown = facts.scopes.slice(0, plan.scopes);
	const blocks = shown.flatMap((scope) => [`#### ${write.phrase(scopeTitle(scope))}`, ...scopeBlocks(scope, context)]);
	const left = facts.scopes.length - shown.length;
	if (left > 0) blocks.push(write.phrase(require_facts.say`${require_facts.count(left, "more changed scope")} not shown.`));
	const same = all - facts.scopes.length;
	if (same > 0 && !facts.isProvedUnchanged) blocks.push(write.phrase(require_facts.say`${require_facts.count(same, "scope")} without a change.`));
	return blocks;
}
/** Folded, so more than a table's first rows. */
const FOLDED_ITEMS = 100;
function otherFindingBlocks(context) {
	const { facts, plan, write } = context;
	const findings = facts.otherFindings;
	if (findings.length === 0 || plan.without.has("other findings")) return [];
	const one = facts.gating.length === 0 ? "finding" : "other finding";
	const verb = findings.length === 1 ? require_facts.say`does` : require_facts.say`do`;
	const title = require_facts.say`${require_facts.count(findings.length, one)} that ${verb} not fail the check`;
	const isScan = facts.report.mode === "scan";
	if (isScan && findings.length > plan.rows) return [write.phrase(require_facts.say`${title}:`), ...standingBlocks(context)];
	const list = findingList(context, findings, FOLDED_ITEMS);
	if (isScan) return [write.phrase(require_facts.say`${title}:`), ...list];
	return [write.details(title, list)];
}
/** Who answers for what; folded, because nobody has to act before the day has come. */
function acceptedBlocks(context) {
	const { facts, plan, write } = context;
	const { accepted } = facts;
	if (accepted.length === 0) return [];
	const title = require_facts.say`${require_facts.count(accepted.length, "accepted finding")} (who, until when, why)`;
	if (plan.without.has("accepted findings")) return [write.phrase(require_facts.say`${title}.`)];
	return [write.details(title, findingList(context, accepted, FOLDED_ITEMS))];
}
/** How to find out whether the cluster does what the review says. */
function probeBlocks({ facts, plan, write }) {
	const script = plan.without.has("probes") ? void 0 : require_probes.renderProbes(facts.report);
	if (script === void 0) return [];
	const amount = require_facts.count(require_probes.countProbes(facts.report), "probe");
	return [write.details(require_facts.say`Verify after deploy (${amount}, each with a control)`, [require_escape.markdownFence(script, "sh")])];
}
function assuranceBlocks(context) {
	const { facts, plan, write } = context;
	const { assumptions } = facts.report;
	const blocks = [];
	if (!plan.without.has("statistics")) blocks.push(write.phrase(exactness(context)), write.phrase(require_posture_rows.basisWords(facts.report)));
	if (!plan.without.has("assumptions") && assumptions.length > 0) blocks.push("Assumed:", ...cutList(context, assumptions, {
		limit: FOLDED_ITEMS,
		item: ({ text }) => require_facts.say`${require_facts.prose(text)}`
	}));
	if (!plan.without.has("entries that decide nothing") && facts.otherEntries.length > 0) blocks.push("Seen, not analysed, and of no effect on the verdict:", ...ledgerList(context, facts.otherEntries, FOLDED_ITEMS));
	return blocks.length === 0 ? [] : [write.details(require_facts.say`How sure is this?`, blocks)];
}
function exactness({ facts }) {
	const but = facts.deciding.length === 0 ? require_facts.NOTHING : require_facts.say`, but for what could not be decided`;
	return require_facts.say`Exact for ${require_facts.name("networking.k8s.io/v1")}, for any pod labels, not only the pods in these manifests${but}.`;
}

// src/report/markdown.ts
var markdown_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderMarkdown: () => renderMarkdown });
/** Issue comments, review bodies: the API answers 422 beyond this. */
const MAX_COMMENT_LENGTH = 65536;
/** The report as GitHub Markdown, for the pull request comment and the job summary. */
function renderMarkdown(report, options = {}) {
	const { maxLength = MAX_COMMENT_LENGTH, marker } = options;
	const first = marker === void 0 ? "" : `${marker}\n`;
	const facts = require_facts.readFacts(report);
	const write = createMarkdownWriter(options.fileUrl);
	for (const plan of plans(facts, maxLength)) {
		const text = first + compose({
			facts,
			plan,
			write
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
	const url = summaryUrl === void 0 ? void 0 : require_escape.markdownUrl(summaryUrl);
	const where = url === void 0 ? "" : ` [Read all of it in the job summary](${url}).`;
	return [`Left out to stay below ${require_facts.formatCount(maxLength)} characters: ${left.join(", ")}.${where}`];
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
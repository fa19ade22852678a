const require_rules = require("./rules.js");
const require_facts = require("./facts.js");
const require_checks = require("./checks.js");

// src/report/words.ts
/** The words of the model's closed unions: one table each, for all outputs. */
const VERDICT_MARK = {
	pass: ["good", "PASS"],
	fail: ["error", "FAIL"],
	undecided: ["warning", "UNDECIDED"]
};
const SIDE = {
	unchanged: require_facts.say`= unchanged`,
	"more-open": require_facts.say`+ more open`,
	"less-open": require_facts.say`− less open`,
	incomparable: require_facts.say`± opens and closes`,
	unknown: require_facts.say`? unknown`
};
/** How the flows of one side of a namespace changed. */
function sideWords(verdict, { opened, closed }) {
	return verdict === "incomparable" && opened + closed > 0 ? require_facts.say`± opens ${opened}, closes ${closed}` : SIDE[verdict];
}
/** Against the base revision. */
const DENY_CHANGE = {
	weakened: require_facts.say`${require_facts.strong`weakened`}`,
	strengthened: require_facts.say`strengthened`,
	kept: require_facts.say`kept`,
	partial: require_facts.say`partial, as before`,
	none: require_facts.say`none, as before`,
	unknown: require_facts.say`? unknown`
};
/** At one revision: a scan, or a namespace that was not there before. */
const DENY_NOW = {
	...DENY_CHANGE,
	kept: require_facts.say`all pods`,
	partial: require_facts.say`some pods`,
	none: require_facts.say`no pod`
};
const METADATA_CHANGE = {
	opened: require_facts.say`${require_facts.strong`opened`}`,
	closed: require_facts.say`now blocked`,
	blocked: require_facts.say`kept`,
	reachable: require_facts.say`reachable, as before`,
	unknown: require_facts.say`? unknown`
};
const METADATA_NOW = {
	...METADATA_CHANGE,
	blocked: require_facts.say`blocked`,
	reachable: require_facts.say`reachable`
};
/** One cell for both directions. */
function denyWords(namespace) {
	if (namespace.state === "decommissioned") return require_facts.DASH;
	const { ingress, egress } = namespace.defaultDeny;
	const table = namespace.state === "new" ? DENY_NOW : DENY_CHANGE;
	return ingress === egress ? table[ingress] : require_facts.say`ingress ${table[ingress]}, egress ${table[egress]}`;
}
/** Which pods of the namespace are isolated in a direction, at the one revision of a scan. */
const isolationWords = (state) => DENY_NOW[state];
function metadataWords(mode, namespace) {
	if (namespace.state === "decommissioned") return require_facts.DASH;
	return (mode === "scan" || namespace.state === "new" ? METADATA_NOW : METADATA_CHANGE)[namespace.metadata];
}
/** The mark of a flow: by what it risks if it opened. */
function flowMark({ change, risk }) {
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
	reachable: require_facts.say`reachable`,
	partial: require_facts.say`some pods`,
	blocked: require_facts.say`${require_facts.strong`blocked`}`,
	unknown: require_facts.say`? unknown`
};
const REACH_WORDS = {
	none: require_facts.say`no port`,
	"some-ports": require_facts.say`some ports`,
	"every-port": require_facts.say`every port`
};

// src/report/posture.ts
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
const groupPostures = (namespaces) => [...require_facts.groupBy(byPosture(namespaces), ({ defaultDeny, metadata, dns, exposure }) => JSON.stringify([[
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
	return require_facts.say`Of ${require_facts.count(all, "namespace")}, ${ingress} isolate all pods for ingress and ${egress} for egress; ${require_facts.joinPhrases([
		require_facts.say`the metadata service is reachable from ${metadata}`,
		inbound === 0 ? require_facts.NOTHING : require_facts.say`rules open ${inbound} to the internet`,
		mute === 0 ? require_facts.NOTHING : require_facts.say`names cannot be resolved in ${mute}`
	], require_facts.say`, `)}.`;
}
const LEVELS = [
	"error",
	"warning",
	"note"
];
/** Findings by rule and level, worst first: the same fault in hundreds of namespaces is one thing to read. */
const groupByRule = (findings) => [...require_facts.groupBy(findings, ({ rule, level }) => `${level} ${rule}`).values()].flatMap((ofRule) => {
	const [first] = ofRule;
	return first === void 0 ? [] : [{
		rule: first.rule,
		level: first.level,
		findings: ofRule
	}];
}).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || require_checks.severityOf(b.rule) - require_checks.severityOf(a.rule) || (a.rule < b.rule ? -1 : 1));

// src/report/configuration.ts
/** What the configuration made of the verdict, in words: a reader must not have to know it by heart. */
const COMMA$2 = require_facts.say`, `;
/** Whether the check passes though the verdict is another. */
const isLetPass = ({ verdict, configuration }) => configuration.warnOnly && verdict !== "pass";
/** Stands in the headline, right after what was done. */
const warnOnlyMark = (report) => isLetPass(report) ? require_facts.say` (warn only)` : require_facts.NOTHING;
const warnOnlySentence = (report) => isLetPass(report) ? require_facts.say`Warn only: the check passes, as configured. It would have failed${report.verdict === "undecided" ? require_facts.say`, because the answer is not decided` : require_facts.NOTHING}.` : require_facts.NOTHING;
const isGateByDefault = ({ rule }) => require_rules.ruleOf(rule)?.gate === true;
/** More rules than this are a number. */
const SHOWN_RULES = 12;
function ruleList(changes) {
	const shown = changes.slice(0, SHOWN_RULES).map(({ rule, hidden }) => {
		const known = require_rules.ruleOf(rule)?.name;
		const words = require_facts.joinPhrases([known === void 0 ? require_facts.NOTHING : require_facts.say`${require_facts.name(known)}`, hidden === 0 ? require_facts.NOTHING : require_facts.say`${require_facts.count(hidden, "finding")} left out`], COMMA$2);
		return words.length === 0 ? require_facts.say`${require_facts.name(rule)}` : require_facts.say`${require_facts.name(rule)} (${words})`;
	});
	const left = changes.length - shown.length;
	return require_facts.joinPhrases([...shown, left === 0 ? require_facts.NOTHING : require_facts.say`${left} more`], COMMA$2);
}
/** One sentence each: what is not looked for, and what is and no longer fails the check. */
function loweredRules({ configuration: { rules } }) {
	const off = rules.filter(({ level }) => level === "off");
	const lowered = rules.filter((each) => each.level !== "off" && !each.gate && isGateByDefault(each));
	return [off.length === 0 ? require_facts.NOTHING : require_facts.say`${require_facts.count(off.length, "rule")} switched off by configuration: ${ruleList(off)}.`, lowered.length === 0 ? require_facts.NOTHING : require_facts.say`${require_facts.count(lowered.length, "gate")} lowered by configuration: ${ruleList(lowered)}.`].filter((sentence) => sentence.length > 0);
}
/** Who answers for a finding, until when, and why. */
function acceptedWords({ accepted }) {
	if (accepted === void 0) return require_facts.NOTHING;
	const { owner, expires, reason } = accepted;
	return require_facts.say`accepted by ${require_facts.name(owner)} until ${require_facts.name(expires)}: ${require_facts.prose(reason)}`;
}

// src/report/headline.ts
/** The first line of every output: what was done and the worst thing that came of it. */
const headline = (facts) => facts.report.mode === "scan" ? require_facts.say`NetworkPolicy scan of ${require_facts.name(facts.report.head.name)}${warnOnlyMark(facts.report)}: ${scanResult(facts)}` : require_facts.say`NetworkPolicy review${warnOnlyMark(facts.report)}: ${diffResult(facts)}`;
/** The sentence below the headline, where the answer needs no table. */
function answer({ report, isProvedUnchanged, isUnchangedWhereRead }) {
	if (report.verdict === "undecided" && isUnchangedWhereRead) return require_facts.say`All that could be read allows the same traffic as before.`;
	if (!isProvedUnchanged) return require_facts.NOTHING;
	const { filesChanged, namespaces } = report.statistics;
	if (namespaces === 0 && report.scopes.length === 0) return require_facts.say`Nothing that bears on network policy changed: ${require_facts.count(filesChanged, "file")} changed.`;
	return require_facts.say`Proved for any pod: ${require_facts.count(filesChanged, "file")} changed, ${identical(namespaces)}.`;
}
function identical(namespaces) {
	if (namespaces === 0) return require_facts.say`no namespace that was compared holds a policy`;
	const all = namespaces === 1 ? require_facts.say`the one namespace` : require_facts.say`all ${namespaces} namespaces`;
	return require_facts.say`allowed traffic is identical in ${all}`;
}
function diffResult(facts) {
	switch (facts.report.verdict) {
		case "fail": return failure(facts);
		case "undecided": return require_facts.say`could not decide`;
		case "pass": return facts.isProvedUnchanged ? noFlowChanges(facts) : changes(facts);
	}
}
const changedNamespaces = ({ scopes }) => scopes.flatMap(({ changed }) => changed);
const DENY = {
	rule: "NP001",
	isLost: require_facts.losesDefaultDeny
};
const METADATA = {
	rule: "NP002",
	isLost: require_facts.opensMetadata
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
	if (firstDeny !== void 0 && same(deny, metadata)) return require_facts.say`default-deny weakened and metadata block lost ${inNamespaces(deny)}`;
	if (firstDeny !== void 0 || firstMetadata !== void 0) return require_facts.joinPhrases([metadata.length === 0 ? require_facts.NOTHING : require_facts.say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? require_facts.NOTHING : require_facts.say`default-deny weakened ${inNamespaces(deny)}`], require_facts.say`; `);
	const [first, ...others] = facts.gating;
	if (first === void 0) return require_facts.say`failed`;
	return others.length === 0 ? require_facts.say`${require_facts.prose(first.message)}` : require_facts.say`${require_facts.prose(first.message)} (and ${others.length} more)`;
}
/** `in payments`, `in payments and 2 other namespaces`. */
function inNamespaces(labels) {
	const [first = "", ...others] = labels;
	return others.length === 0 ? require_facts.say`in ${require_facts.name(first)}` : require_facts.say`in ${require_facts.name(first)} and ${require_facts.count(others.length, "other namespace")}`;
}
/** The same namespace may stand in several scopes. */
const distinctNames = (namespaces) => [...new Set(namespaces.map(({ label }) => label))];
const same = (a, b) => a.length === b.length && a.every((label) => b.includes(label));
const noFlowChanges = (facts) => require_facts.joinPhrases([require_facts.say`no flow changes`, decommissioned(facts)], require_facts.say`; `);
function changes(facts) {
	const { opened, closed, masked } = facts.flows;
	const amounts = [
		opened === 0 ? require_facts.say`no flow opened` : require_facts.say`${require_facts.count(opened, "flow")} opened`,
		closed === 0 ? require_facts.NOTHING : require_facts.say`${closed} closed`,
		masked === 0 ? require_facts.NOTHING : require_facts.say`${masked} masked`
	];
	const what = opened + closed + masked === 0 ? require_facts.say`${require_facts.count(changedNamespaces(facts).length, "namespace")} changed` : require_facts.joinPhrases(amounts, require_facts.say`, `);
	return require_facts.joinPhrases([
		what,
		guards(facts),
		notFailing(facts),
		decommissioned(facts)
	], require_facts.say`; `);
}
/** What a gate watches and lost, where the configuration lets that pass. */
function notFailing(facts) {
	const namespaces = changedNamespaces(facts);
	const deny = distinctNames(namespaces.filter(require_facts.losesDefaultDeny));
	const metadata = distinctNames(namespaces.filter(require_facts.opensMetadata));
	const lost = [metadata.length === 0 ? require_facts.NOTHING : require_facts.say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? require_facts.NOTHING : require_facts.say`default-deny weakened ${inNamespaces(deny)}`].filter((words) => words.length > 0);
	return lost.length === 0 ? require_facts.NOTHING : require_facts.say`${require_facts.joinPhrases(lost, require_facts.say` and `)}, as configured`;
}
/** What the gates watch and found as it was: said only of what there was to lose. */
function guards({ report }) {
	const namespaces = report.scopes.flatMap((scope) => scope.namespaces).filter(({ state }) => state === "kept");
	const deny = new Set(namespaces.flatMap(({ defaultDeny }) => [defaultDeny.ingress, defaultDeny.egress]));
	const metadata = new Set(namespaces.map((namespace) => namespace.metadata));
	const denyKept = !deny.has("weakened") && !deny.has("unknown") && (deny.has("kept") || deny.has("partial"));
	const metadataKept = !metadata.has("opened") && !metadata.has("unknown") && metadata.has("blocked");
	if (denyKept && metadataKept) return require_facts.say`default-deny and metadata block kept`;
	if (denyKept) return require_facts.say`default-deny kept`;
	return metadataKept ? require_facts.say`metadata block kept` : require_facts.NOTHING;
}
function decommissioned(facts) {
	const gone = distinctNames(changedNamespaces(facts).filter(({ state }) => state === "decommissioned"));
	const [first] = gone;
	if (first === void 0) return require_facts.NOTHING;
	return gone.length === 1 ? require_facts.say`namespace ${require_facts.name(first)} decommissioned` : require_facts.say`${gone.length} namespaces decommissioned`;
}
function scanResult({ report, gating, deciding, accepted }) {
	const { namespaces, policiesRead } = report.statistics;
	const amount = report.findings.length - accepted.length;
	return require_facts.joinPhrases([
		require_facts.count(namespaces, "namespace"),
		require_facts.count(policiesRead, "policy", "policies"),
		amount === 0 ? require_facts.say`no findings` : require_facts.count(amount, "finding"),
		gating.length === 0 ? require_facts.NOTHING : require_facts.say`${gating.length} of them fail the check`,
		accepted.length === 0 ? require_facts.NOTHING : require_facts.say`${accepted.length} accepted`,
		deciding.length === 0 ? require_facts.NOTHING : require_facts.say`${deciding.length} not decided`
	], require_facts.say`, `);
}

// src/report/rows.ts
const SEPARATOR$1 = require_facts.say` · `;
const COMMA$1 = require_facts.say`, `;
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
		require_facts.DASH,
		require_facts.DASH,
		require_facts.DASH,
		require_facts.DASH
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
const namespaceTitle = ({ label, state }) => state === "kept" ? require_facts.say`${require_facts.name(label)}` : require_facts.say`${require_facts.name(label)} ${state === "new" ? NEW : GONE}`;
const NEW = require_facts.say`(new)`;
const GONE = require_facts.say`(decommissioned)`;
const FLOW_HEADER = [
	"Change",
	"Flow",
	"Port",
	"Why"
];
const flowRow = (facts, flow) => [
	require_facts.say`${require_facts.mark(flowMark(flow), flow.change)}`,
	flowWords(facts, flow),
	require_facts.say`${require_facts.prose(flow.ports)}`,
	require_facts.say`${require_facts.joinPhrases([require_facts.say`${require_facts.prose(flow.cause)}`, blamePlace(flow)], SEPARATOR$1)}${flowFix(flow)}`
];
/** What is masked is reported so that it is known, not so that it is mended. */
const flowFix = ({ change, fix }) => change !== "opened" || fix === void 0 ? require_facts.NOTHING : require_facts.say`${require_facts.lineBreak}Fix: ${require_facts.fixWords(fix)}`;
const MASKED_HEADER = [
	"Change",
	"Flow",
	"Port",
	"Why",
	"Still blocked by"
];
const maskedRow = (facts, flow) => [...flowRow(facts, flow), require_facts.joinPhrases(flow.blockedBy.slice(0, SHOWN_WORKLOADS).map((policy) => require_facts.say`${require_facts.name(policy.name)} ${require_facts.place(policy.span, "head")}`), COMMA$1)];
function flowWords({ hasWorkloads }, flow) {
	const end = (text) => {
		const isMissing = hasWorkloads && text.type === "pods" && text.workloads.length === 0;
		return require_facts.say`${require_facts.prose(text.text)}${isMissing ? MISSING : today(text)}`;
	};
	return require_facts.say`${end(flow.source)} → ${end(flow.destination)}${example(flow)}`;
}
const MISSING = require_facts.say` (no such pod today)`;
/** `namespace/name[Kind]` without the kind: the row is about pods, and the JSON keeps the kind. */
const workloadName = (workload) => workload.replace(/\[[^\]]*\]$/u, "");
/** The workloads that a set of pods means today, unless its text is their name already. */
function today({ text, workloads, more }) {
	const [first] = workloads;
	if (first === void 0) return require_facts.NOTHING;
	if (workloads.length === 1 && more === 0 && text.includes(workloadName(first))) return require_facts.NOTHING;
	const shown = workloads.slice(0, SHOWN_WORKLOADS).map((one) => require_facts.say`${require_facts.name(workloadName(one))}`);
	const rest = workloads.length - shown.length + more;
	return require_facts.say` (today: ${require_facts.joinPhrases(shown, COMMA$1)}${rest === 0 ? require_facts.NOTHING : require_facts.say` and ${rest} more`})`;
}
/** The witness, where the row itself names no flow that a person could try. */
function example({ witness, source, destination }) {
	if (witness === void 0) return require_facts.NOTHING;
	const named = (end, text) => [end.text, ...end.workloads.slice(0, SHOWN_WORKLOADS)].some((known) => known.includes(workloadName(text)));
	if (named(source, witness.source) && named(destination, witness.destination)) return require_facts.NOTHING;
	const port = `${witness.protocol} ${witness.port}`;
	return require_facts.say`${require_facts.lineBreak}e.g. ${require_facts.name(workloadName(witness.source))} → ${require_facts.name(workloadName(witness.destination))} ${require_facts.name(port)}`;
}
/** Where the change is to be seen: at head, or the lines of the base that are gone. */
function blamePlace({ blame }) {
	if (blame.head !== void 0) return require_facts.say`${require_facts.place(blame.head, "head")}`;
	return blame.base === void 0 ? require_facts.NOTHING : require_facts.say`was ${require_facts.place(blame.base, "base")}`;
}
/** What was tried says more than what helps in general. */
function adviceFor({ help, fix }) {
	if (fix !== void 0) return require_facts.say`${require_facts.lineBreak}Fix: ${require_facts.fixWords(fix)}`;
	return help === void 0 ? require_facts.NOTHING : require_facts.say`${require_facts.lineBreak}Fix: ${require_facts.prose(help)}`;
}
/** Writes the findings of one list. What to do about several of them is said with the first. */
function createFindingItem(facts) {
	const said = /* @__PURE__ */ new Set();
	return (finding) => {
		const { help, fix, accepted } = finding;
		if (help === void 0 || fix !== void 0 || accepted !== void 0) return findingItem(facts, finding, false);
		const isSaid = said.has(help);
		said.add(help);
		return findingItem(facts, finding, isSaid);
	};
}
function findingItem({ report }, finding, isAdvised) {
	const { message, rule, accepted } = finding;
	const advice = accepted === void 0 && !isAdvised ? adviceFor(finding) : require_facts.NOTHING;
	return require_facts.say`${require_facts.joinPhrases([
		require_facts.say`${require_facts.mark(finding.level, finding.level)}: ${require_facts.prose(message)}`,
		findingPlace(finding),
		require_facts.say`${require_facts.name(rule)}`,
		report.scopes.length > 1 && finding.scope !== "" ? require_facts.say`in ${require_facts.name(finding.scope)}` : require_facts.NOTHING
	], SEPARATOR$1)}${accepted === void 0 ? require_facts.NOTHING : require_facts.say`${require_facts.lineBreak}${acceptedWords(finding)}`}${advice}`;
}
function findingPlace({ location, side = "head" }) {
	if (location === void 0) return require_facts.NOTHING;
	return side === "head" ? require_facts.say`${require_facts.place(location, side)}` : require_facts.say`was ${require_facts.place(location, side)}`;
}
/** What was not read, and why. */
function ledgerItem({ path, span, side, reason }) {
	const where = span === void 0 ? require_facts.name(path) : require_facts.place(span, side);
	return require_facts.say`${where}${side === "base" ? require_facts.say` (base)` : require_facts.NOTHING}: ${require_facts.prose(reason)}`;
}
/** What was looked at, and how much of it there was. */
function basisWords({ base, head, statistics, ledger }) {
	const { filesChanged, filesRead, policiesRead } = statistics;
	const read = require_facts.say`${require_facts.count(filesRead, "file")} and ${require_facts.count(policiesRead, "policy", "policies")} read`;
	const left = require_facts.say`${require_facts.count(ledger.length, "entry", "entries")} not analysed`;
	return base === void 0 ? require_facts.say`Scanned ${revision(head)}: ${read}, ${left}.` : require_facts.say`Compared ${revision(base)} with ${revision(head)}: ${require_facts.count(filesChanged, "file")} changed, ${read}, ${left}.`;
}
const revision = ({ name: text, commit }) => commit === void 0 || commit === text ? require_facts.say`${require_facts.name(text)}` : require_facts.say`${require_facts.name(text)} (${require_facts.name(commit.slice(0, 12))})`;

// src/report/posture-rows.ts
/** Rows and items of a scan, for Markdown and terminal alike. */
const COMMA = require_facts.say`, `;
const SEPARATOR = require_facts.say` · `;
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
	namespace.dns === void 0 ? require_facts.DASH : DNS_WORDS[namespace.dns],
	openings(namespace)
];
/** What rules open to pods that are isolated; of the others, the first columns say it all. */
function openings({ defaultDeny, exposure }) {
	if (exposure === void 0) return require_facts.DASH;
	const { fromInternet, fromAllNamespaces, toInternet } = exposure;
	const open = [
		[
			"ingress",
			require_facts.say`from the internet`,
			fromInternet
		],
		[
			"ingress",
			require_facts.say`from all namespaces`,
			fromAllNamespaces
		],
		[
			"egress",
			require_facts.say`to the internet`,
			toInternet
		]
	].filter(([direction, , reach]) => defaultDeny[direction] === "kept" && reach !== "none");
	if (open.length === 0) return require_facts.DASH;
	return require_facts.joinPhrases(open.map(([, way, reach]) => require_facts.say`${way} (${REACH_WORDS[reach]})`), COMMA);
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
	if (levels.length + accepted === 0) return require_facts.DASH;
	return require_facts.joinPhrases([...levels.map((level) => require_facts.count(counts[level], level)), accepted === 0 ? require_facts.NOTHING : require_facts.say`${accepted} accepted`], COMMA);
}
const GROUP_HEADER = ["Namespaces", ...POSTURE];
const SHOWN_NAMES = 3;
/** Namespaces that stand alike. */
function groupRow(group) {
	const [first] = group;
	if (first === void 0) return [];
	const names = group.slice(0, SHOWN_NAMES).map((namespace) => namespaceTitle(namespace));
	const left = group.length - names.length;
	const more = left > 0 ? require_facts.say` and ${left} more` : require_facts.NOTHING;
	return [require_facts.say`${require_facts.joinPhrases(names, COMMA)}${more}`, ...postureCells(first)];
}
/** A rule with findings: what it finds, and how often. */
function ruleTitle({ rule, level, findings }) {
	const known = require_rules.ruleOf(rule);
	const what = known === void 0 ? require_facts.NOTHING : require_facts.say` (${require_facts.prose(known.summary)})`;
	return require_facts.say`${require_facts.mark(level, level)} ${require_facts.name(rule)}: ${require_facts.count(findings.length, "finding")}${what}`;
}
/** What helps against every finding of a rule; some findings have help of their own. */
const ruleHelp = ({ rule }) => {
	const known = require_rules.ruleOf(rule);
	return known === void 0 ? require_facts.NOTHING : require_facts.say`Fix: ${require_facts.prose(known.help)}`;
};
/** A finding below the title of its rule. */
function ruleItem({ report }, finding) {
	const { message, help, rule, scope } = finding;
	const isOwn = help !== void 0 && help !== require_rules.ruleOf(rule)?.help;
	return require_facts.say`${require_facts.joinPhrases([
		require_facts.say`${require_facts.prose(message)}`,
		findingPlace(finding),
		report.scopes.length > 1 ? require_facts.say`in ${require_facts.name(scope)}` : require_facts.NOTHING
	], SEPARATOR)}${isOwn ? require_facts.say`${require_facts.lineBreak}Fix: ${require_facts.prose(help)}` : require_facts.NOTHING}`;
}

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
Object.defineProperty(exports, "createFindingItem", {
  enumerable: true,
  get: function () {
    return createFindingItem;
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
Object.defineProperty(exports, "groupByRule", {
  enumerable: true,
  get: function () {
    return groupByRule;
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
Object.defineProperty(exports, "headline", {
  enumerable: true,
  get: function () {
    return headline;
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
Object.defineProperty(exports, "maskedRow", {
  enumerable: true,
  get: function () {
    return maskedRow;
  }
});
Object.defineProperty(exports, "namespaceRow", {
  enumerable: true,
  get: function () {
    return namespaceRow;
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
Object.defineProperty(exports, "warnOnlySentence", {
  enumerable: true,
  get: function () {
    return warnOnlySentence;
  }
});
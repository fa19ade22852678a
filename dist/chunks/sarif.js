const require_base = require("./base.js");
const require_json = require("./json.js");
const require_fingerprint = require("./fingerprint.js");
const require_report = require("./report.js");
const require_commands = require("./commands.js");
let node_zlib = require("node:zlib");

// src/report/sarif-baseline.ts
/**
* Everything that is to be said about the head. Of a change that is what stands there, marked by whether it
* stood before, and what the change itself did.
*/
function statedFindings(report, standing) {
	if (report.mode === "scan") return report.findings.map((finding) => ({ finding }));
	const ofChange = report.findings.filter(({ rule }) => rule !== "NP080");
	const before = new Set(require_fingerprint.fingerprintsOf(standing?.base.findings ?? []).values());
	const now = standing?.head.findings ?? [];
	const fingerprints = require_fingerprint.fingerprintsOf(now);
	const caused = require_base.groupBy(ofChange, placeKey);
	const known = new Set(now.map(placeKey));
	const messages = new Set(now.map(({ message }) => message));
	return [...ofChange.filter((finding) => !known.has(placeKey(finding))).map((finding) => ({
		finding,
		state: "new"
	})), ...now.map((finding) => {
		const same = (caused.get(placeKey(finding)) ?? []).filter(({ message }) => message === finding.message || !messages.has(message));
		const stood = same.length === 0 && before.has(fingerprints.get(finding) ?? "");
		return {
			finding: {
				...finding,
				level: worst([finding, ...same])
			},
			state: stood ? "unchanged" : "new"
		};
	})];
}
/** The change and the scan of what came of it find the same fault: it is told as it will stand after the merge. */
const placeKey = ({ rule, scope, namespace, location, side }) => JSON.stringify([
	rule,
	scope,
	namespace,
	side === "base" ? "" : location?.path
]);
const LEVELS$1 = [
	"error",
	"warning",
	"note"
];
const worst = (findings) => LEVELS$1.find((level) => findings.some((finding) => finding.level === level)) ?? "note";

// src/report/sarif-location.ts
/** What code scanning takes for the root of the repository. */
const ROOT = "%SRCROOT%";
const URI_BASES = { [ROOT]: { description: { text: "The root of the repository." } } };
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** A path as a relative URI: nothing in it can be taken for a scheme, a query, a fragment or an escape. */
const uriOfPath = (path) => path.slice(0, require_fingerprint.MAX_PATH).replace(LONE_SURROGATE, "�").split("/").map(encodeURIComponent).join("/").replace(/^\//u, "%2F");
const artifactOf = (path) => ({
	uri: uriOfPath(path),
	uriBaseId: ROOT
});
/** Spans count like SARIF regions do; an empty one is drawn as its next character. */
function regionOf({ startLine, startColumn, endLine, endColumn }) {
	return {
		startLine,
		startColumn,
		endLine,
		endColumn: endLine === startLine && endColumn <= startColumn ? startColumn + 1 : endColumn
	};
}
const physicalLocationOf = (span) => ({
	artifactLocation: artifactOf(span.path),
	region: regionOf(span)
});

// src/report/sarif-text.ts
/**
* Foreign text as a SARIF message, in which `[text](target)` is a link (SARIF 2.1.0 section 3.11.6). An escaped
* bracket would be shown with its backslash by viewers that know no links, so the pair is broken up.
*/
const sarifText = (text, limit = require_fingerprint.MAX_MESSAGE) => require_report.plainText(text, limit).replaceAll("](", "] (");
const messageOf = (text) => ({ text });

// src/report/sarif-notifications.ts
const KINDS = [
	{
		id: "not-analysed",
		name: "NotAnalysed",
		level: "error",
		what: "Something that decides could not be read or evaluated.",
		help: "Make the manifest readable, or name what is no manifest under `exclude` in the configuration. Until then results may be missing."
	},
	{
		id: "no-place",
		name: "NoPlace",
		level: "warning",
		what: "A finding about lines that are gone, with no place left to show it.",
		help: "Look at the base revision, where the lines are."
	},
	{
		id: "too-many-results",
		name: "TooManyResults",
		level: "warning",
		what: "There are more results than code scanning takes or shows.",
		help: "Mend the worst ones first, or name what is no manifest under `exclude` in the configuration."
	}
];
/** What the run itself has to say, as `reportingDescriptor` objects. */
const NOTIFICATIONS = KINDS.map(({ id, name, level, what, help }) => ({
	id,
	name,
	shortDescription: { text: what },
	fullDescription: { text: what },
	help: { text: help },
	defaultConfiguration: { level }
}));
/** What the results leave open: unread manifests, findings without a place, results beyond the limits. */
function describeNotifications({ report, standing, unplaced, results }) {
	const entries = [...report.ledger, ...standing?.head.ledger ?? []].filter(({ decides }) => decides);
	const distinct = new Map(entries.map((entry) => [entryKey(entry), entry]));
	const shown = [...distinct.values()].slice(0, require_fingerprint.MAX_NOTIFICATIONS);
	const left = distinct.size - shown.length;
	return [
		...shown.map(notAnalysed),
		...left > 0 ? [notify("not-analysed", `${left} more places could not be analysed.`)] : [],
		...unplaced.slice(0, require_fingerprint.MAX_NOTIFICATIONS).map(noPlace),
		...tooMany(results)
	];
}
const entryKey = ({ path, side, reason, span }) => JSON.stringify([
	path,
	side,
	reason,
	span?.startLine
]);
const notify = (wanted, text) => {
	const index = KINDS.findIndex(({ id }) => id === wanted);
	return {
		descriptor: {
			id: wanted,
			index
		},
		level: KINDS[index]?.level,
		message: messageOf(text)
	};
};
function notAnalysed({ path, span, side, reason }) {
	const text = `${path}${side === "base" ? " (base)" : ""}: ${reason}`;
	const notification = notify("not-analysed", sarifText(text));
	if (path === "" || side === "base") return notification;
	const physicalLocation = span === void 0 || span.path === "" ? { artifactLocation: artifactOf(path) } : physicalLocationOf(span);
	return {
		...notification,
		locations: [{ physicalLocation }]
	};
}
function noPlace({ rule, message, location }) {
	const where = location === void 0 ? "" : ` (${require_report.formatPlace(location)} at the base)`;
	return notify("no-place", sarifText(`${rule}: ${message}${where}`));
}
function tooMany({ all, kept }) {
	const id = "too-many-results";
	if (kept < all) {
		const text = `${kept} of ${all} results are in this file, the worst ones: code scanning takes at most ${require_fingerprint.MAX_RESULTS}, and a limited size.`;
		return [notify(id, text)];
	}
	if (all <= 5e3) return [];
	const text = `Of ${all} results code scanning shows the worst ${require_fingerprint.SHOWN_RESULTS}.`;
	return [notify(id, text)];
}

// src/report/sarif-places.ts
/**
* Finds a place at head for every finding that has one: its own; or, where the lines are gone, the top of
* their file; or, where the file is gone too or there never was a place, the namespace. Others have none.
*/
function createPlacer(report, standing, textAtHead) {
	const namespaces = /* @__PURE__ */ new Map();
	for (const finding of [...standing?.head.findings ?? [], ...report.findings]) {
		const { location, side } = finding;
		const key = namespaceKey(finding);
		if (location !== void 0 && location.path !== "" && side !== "base" && !namespaces.has(key)) namespaces.set(key, location);
	}
	return (finding) => {
		const { location, side } = finding;
		const isHere = location !== void 0 && location.path !== "";
		if (isHere && side !== "base") return { span: location };
		const text = isHere ? textAtHead(location.path) : void 0;
		const span = isHere && text !== void 0 ? topOf(location.path, text) : namespaces.get(namespaceKey(finding));
		if (span === void 0) return void 0;
		return {
			span,
			...isHere ? { was: location } : {}
		};
	};
}
const namespaceKey = ({ scope, namespace = "" }) => JSON.stringify([scope, namespace]);
function topOf(path, text) {
	const { length } = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
	return {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: length + 1
	};
}

// src/report/line-hash.ts
/** So many characters after the start of a line tell it from others. */
const BLOCK = 100;
const FACTOR = 37n;
const END = "￿";
/**
* The hashes that github/codeql-action gives to the lines of a file where a SARIF file has none, in
* `partialFingerprints.primaryLocationLineHash`: over the next 100 characters without spaces and tabs, so that
* an alert follows its line when others move. With any other value the upload warns about every result.
*/
function createLineHashes(text) {
	const kept = text.replaceAll(/\r\n?/gu, "\n").replaceAll(/[ \t]+/gu, "") + END;
	const starts = [0];
	for (let at = kept.indexOf("\n"); at >= 0; at = kept.indexOf("\n", at + 1)) starts.push(at + 1);
	const seen = /* @__PURE__ */ new Map();
	const ordinals = starts.map((start) => {
		const block = kept.slice(start, start + BLOCK);
		const ordinal = (seen.get(block) ?? 0) + 1;
		seen.set(block, ordinal);
		return ordinal;
	});
	return (line) => {
		const start = starts[line - 1];
		if (start === void 0) return void 0;
		return `${hashOf(kept.slice(start, start + BLOCK))}:${ordinals[line - 1]}`;
	};
}
/** A polynomial over the characters, 64 bits wide; a block that the file's end cuts short counts zeros. */
function hashOf(block) {
	let hash = 0n;
	for (let index = 0; index < BLOCK; index++) {
		const unit = index < block.length ? block.charCodeAt(index) : 0;
		hash = BigInt.asUintN(64, hash * FACTOR + BigInt(unit));
	}
	return hash.toString(16);
}

// src/report/rule-docs.ts
/** The anchor that GitHub gives to the heading of a rule. */
const ruleAnchor = (id) => `${id.toLowerCase()}-${require_commands.RULES[id].name}`;

// src/report/sarif-rules.ts
/** Results refer to rules by their place in the list. */
const INDICES = new Map(require_commands.RULE_IDS.map((id, index) => [id, index]));
const ruleIndexOf = (rule) => INDICES.get(rule);
/** The words of code scanning for a level (property `problem.severity`). */
const PROBLEM = {
	error: "error",
	warning: "warning",
	note: "recommendation"
};
const TAGS = [
	"security",
	"network-policy",
	"kubernetes"
];
/** All rules as `reportingDescriptor` objects; `rulesUrl` is the page that {@link ruleAnchor} leads into. */
const describeRules = (rulesUrl) => require_commands.RULE_IDS.map((id) => {
	const { name, level, summary, help } = require_commands.RULES[id];
	const { description, severity, precision, tags } = require_commands.detailsOf(id);
	const url = rulesUrl === void 0 ? void 0 : `${rulesUrl}#${ruleAnchor(id)}`;
	const link = url === void 0 ? "" : `\n\n[More about ${id}](${url})`;
	return {
		id,
		name: pascalCase(name),
		shortDescription: { text: cut(summary) },
		fullDescription: { text: cut(description) },
		help: {
			text: `${description}\n\nHow to fix it: ${help}`,
			markdown: `${description}\n\n**How to fix it.** ${help}${link}`
		},
		...url === void 0 ? {} : { helpUri: url },
		defaultConfiguration: { level },
		properties: {
			tags: [...TAGS, ...tags].slice(0, 10),
			precision,
			"problem.severity": PROBLEM[level],
			"security-severity": severity.toFixed(1)
		}
	};
});
const cut = (text) => text.slice(0, require_fingerprint.MAX_DESCRIPTION);
const pascalCase = (name) => name.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");

// src/report/sarif-results.ts
const LEVELS = [
	"error",
	"warning",
	"note"
];
/**
* The results, worst first. Code scanning makes one alert of what has one rule and one line, and would show one
* message of several: so those are one result, which also keeps what many scopes share from being told many times.
*/
function describeResults(findings, { textAtHead, manyScopes }) {
	const hashAt = createHasher(textAtHead);
	const sorted = findings.toSorted(compareFindings);
	const fingerprints = require_fingerprint.fingerprintsOf(sorted.map(({ finding }) => finding));
	return [...require_base.groupBy(sorted, ({ finding, span }) => JSON.stringify([
		finding.rule,
		span.path,
		span.startLine
	])).values()].flatMap((all) => {
		const open = all.filter(({ finding }) => !require_report.isAccepted(finding));
		const group = open.length === 0 ? all : open;
		const [first] = group;
		if (first === void 0) return [];
		const { finding, state, span } = first;
		const own = fingerprints.get(finding) ?? "";
		const fixes = group.flatMap((one) => one.finding.fix === void 0 ? [] : [one.finding.fix]);
		const ruleIndex = ruleIndexOf(finding.rule);
		return [{
			ruleId: require_report.plainText(finding.rule),
			...ruleIndex === void 0 ? {} : { ruleIndex },
			level: finding.level,
			message: messageOf(textOf(group, manyScopes)),
			locations: [{
				physicalLocation: physicalLocationOf(span),
				logicalLocations: logicalLocationsOf(group)
			}],
			partialFingerprints: {
				primaryLocationLineHash: hashAt(span) ?? own,
				"netpolReviewFinding/v1": own
			},
			...state === void 0 ? {} : { baselineState: group.some((one) => one.state === "new") ? "new" : state },
			...describeFixes(fixes),
			...describeSuppressions(group)
		}];
	});
}
/** Worst first: what nobody answers for, by level, what is new, severity; then by place, so that the order never depends on chance. */
const compareFindings = (a, b) => Number(require_report.isAccepted(a.finding)) - Number(require_report.isAccepted(b.finding)) || LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) || Number(b.state === "new") - Number(a.state === "new") || require_commands.severityOf(b.finding.rule) - require_commands.severityOf(a.finding.rule) || compareText(a.span.path, b.span.path) || a.span.startLine - b.span.startLine || a.span.startColumn - b.span.startColumn || compareText(a.finding.rule, b.finding.rule) || compareText(a.finding.scope, b.finding.scope) || compareText(a.finding.message, b.finding.message);
const compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** What was found, in plain lines: each message once, where it was if it is gone, and help of its own. */
function textOf(group, manyScopes) {
	const texts = [...require_base.groupBy(group, ({ finding, was }) => {
		const { message, rule, help } = finding;
		const gone = was === void 0 ? "" : `\n${sarifText(`It was at ${require_report.formatPlace(was)}.`)}`;
		const isOwn = help !== void 0 && help !== defaultHelp(rule);
		return `${sarifText(message)}${gone}${isOwn ? `\nFix: ${sarifText(help)}` : ""}`;
	})].map(([text, same]) => {
		const scopes = [...new Set(same.map(({ finding }) => finding.scope))];
		return manyScopes ? `${text}\n${sarifText(describeScopes(scopes))}` : text;
	});
	const left = texts.length - 5;
	const more = left > 0 ? [`And ${left} more of this kind in this place.`] : [];
	return [...texts.slice(0, 5), ...more].join("\n") || "(no message)";
}
const defaultHelp = (rule) => {
	return require_commands.RULES[rule]?.help;
};
const SHOWN_SCOPES = 3;
function describeScopes(scopes) {
	return `${scopes.length === 1 ? "Scope" : "Scopes"}: ${require_base.listFirst(SHOWN_SCOPES, scopes)}.`;
}
/** The namespaces that a result is about, by scope. */
function logicalLocationsOf(group) {
	return [...new Set(group.map(({ finding: { scope, namespace = "" } }) => sarifText(`${scope}/${namespace}`)))].slice(0, 5).map((fullyQualifiedName) => ({
		fullyQualifiedName,
		kind: "namespace"
	}));
}
/** What somebody answers for, by whom and until when. */
function describeSuppressions(group) {
	const reasons = group.flatMap(({ finding: { accepted } }) => accepted === void 0 ? [] : [sarifText(`${accepted.reason} (${accepted.owner}, until ${accepted.expires})`)]);
	if (reasons.length === 0) return {};
	return { suppressions: [...new Set(reasons)].slice(0, 5).map((justification) => ({
		kind: "external",
		status: "accepted",
		justification
	})) };
}
function describeFixes(fixes) {
	const described = fixes.filter(({ replacement, path }) => path !== "" && replacement.length <= 2e4).map(({ title, path, startLine, endLine, replacement }) => ({
		description: messageOf(sarifText(title)),
		artifactChanges: [{
			artifactLocation: artifactOf(path),
			replacements: [{
				deletedRegion: {
					startLine,
					endLine
				},
				insertedContent: { text: replacement }
			}]
		}]
	}));
	return described.length === 0 ? {} : { fixes: described };
}
/** The hash of the line on which a result is shown; each file is looked at once. */
function createHasher(textAtHead) {
	const files = /* @__PURE__ */ new Map();
	return ({ path, startLine }) => {
		let hashOf = files.get(path);
		if (hashOf === void 0) {
			const text = textAtHead(path);
			hashOf = text === void 0 ? () => void 0 : createLineHashes(text);
			files.set(path, hashOf);
		}
		return hashOf(startLine);
	};
}

// src/report/sarif.ts
/**
* Everything before the last slash is the category in which code scanning compares analyses. It is the same for
* branches and pull requests: otherwise a pull request would be compared with nothing.
*/
const RUN_NAMES = {
	scan: "scan",
	diff: "pull-request"
};
/**
* The findings at head as SARIF 2.1.0, for code scanning: the same for the same report, whatever fails the check.
*/
function renderSarif(report, options = {}) {
	const { standing, textAtHead = () => void 0 } = options;
	const place = createPlacer(report, standing, textAtHead);
	const placed = [];
	const unplaced = [];
	for (const stated of statedFindings(report, standing)) {
		const found = place(stated.finding);
		if (found === void 0) unplaced.push(stated.finding);
		else placed.push({
			...stated,
			...found
		});
	}
	const manyScopes = new Set([...report.scopes, ...standing?.head.scopes ?? []].map(({ name }) => name)).size > 1;
	const all = describeResults(placed, {
		textAtHead,
		manyScopes
	});
	for (let kept = Math.min(all.length, require_fingerprint.MAX_RESULTS);; kept = Math.floor(kept / 2)) {
		const notifications = describeNotifications({
			report,
			standing,
			unplaced,
			results: {
				all: all.length,
				kept
			}
		});
		const log = describeLog(report, {
			results: all.slice(0, kept),
			notifications,
			options
		});
		const text = require_json.inertJson(JSON.stringify(log, void 0, 1));
		if (kept === 0 || fits(text)) return text;
	}
}
const fits = (text) => text.length * 3 <= 9437184 || (0, node_zlib.gzipSync)(text).length <= 9437184;
function describeLog(report, { results, notifications, options }) {
	const { category = require_fingerprint.SARIF_CATEGORY, rulesUrl, repositoryUri, projectUrl } = options;
	const { commit } = report.head;
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "netpol-review",
				version: require_base.VERSION,
				semanticVersion: require_base.VERSION,
				...projectUrl === void 0 ? {} : { informationUri: projectUrl },
				rules: describeRules(rulesUrl),
				notifications: NOTIFICATIONS
			} },
			automationDetails: { id: `${category}/${RUN_NAMES[report.mode]}` },
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: notifications
			}],
			...repositoryUri === void 0 || commit === void 0 ? {} : { versionControlProvenance: [{
				repositoryUri,
				revisionId: require_report.plainText(commit),
				mappedTo: { uriBaseId: Object.keys(URI_BASES)[0] }
			}] },
			originalUriBaseIds: URI_BASES,
			columnKind: "utf16CodeUnits",
			results
		}]
	};
}

exports.renderSarif = renderSarif;
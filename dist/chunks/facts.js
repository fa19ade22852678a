// src/report/place.ts
/** The one spelling of a place in every output: `path:line`, which editors and terminals can open. */
const formatPlace = (span) => `${span.path}:${span.startLine}`;

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
			text: formatCount(value)
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
/** `1 flow`, `2 flows`. Words that take no plain s name their plural. */
const count = (amount, one, many = `${one}s`) => [{
	type: "own",
	text: `${formatCount(amount)} ${amount === 1 ? one : many}`
}];
/** Thousands apart, independent of the locale of the machine. */
const formatCount = (amount) => String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");

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
	const others = report.findings.filter((finding) => !finding.gate && !isAccepted(finding));
	const isDoubtful = ({ certain }) => certain === false && deciding.length > 0;
	const failing = new Set(gating.map(({ scope }) => scope));
	const shown = report.mode === "scan" ? report.scopes : report.scopes.filter(isScopeChanged).toSorted((a, b) => Number(failing.has(b.name)) - Number(failing.has(a.name)));
	const findings = groupBy(report.findings, ({ scope }) => scope);
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
		fixes: fixesOf(report),
		isUnchangedWhereRead,
		isProvedUnchanged: isUnchangedWhereRead && report.verdict === "pass" && deciding.length === 0
	};
}
const isAccepted = ({ accepted }) => accepted !== void 0;
function readScope(scope, ofScope) {
	const { namespaces, flows } = scope;
	const bySide = groupBy(flows, ({ namespace, blame }) => sideKey(namespace, blame.side));
	const sides = new Map([...bySide].map(([key, ofSide]) => [key, countFlows(ofSide)]));
	const byNamespace = groupBy(ofScope, ({ namespace = "" }) => namespace);
	const levels = new Map([...byNamespace].map(([key, findings]) => [key, countLevels(findings)]));
	return {
		scope,
		changed: byWeight(namespaces.filter(isChanged)),
		flows: flows.filter(({ change }) => change !== "masked"),
		masked: flows.filter(({ change }) => change === "masked"),
		counts: countFlows(flows),
		hasWorkloads: flows.some(({ existing }) => existing),
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
function countFlows(flows) {
	const counts = { ...NO_FLOWS };
	for (const { change } of flows) counts[change]++;
	return counts;
}
function countLevels(findings) {
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
const LEVELS = {
	error: 0,
	warning: 1,
	note: 2
};
const byLevel = (findings) => findings.toSorted((a, b) => LEVELS[a.level] - LEVELS[b.level]);
/** `Map.groupBy`, which Node 20 does not have. */
function groupBy(items, key) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group === void 0) groups.set(key(item), [item]);
		else group.push(item);
	}
	return groups;
}

Object.defineProperty(exports, "DASH", {
  enumerable: true,
  get: function () {
    return DASH;
  }
});
Object.defineProperty(exports, "NOTHING", {
  enumerable: true,
  get: function () {
    return NOTHING;
  }
});
Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count;
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
Object.defineProperty(exports, "formatCount", {
  enumerable: true,
  get: function () {
    return formatCount;
  }
});
Object.defineProperty(exports, "formatPlace", {
  enumerable: true,
  get: function () {
    return formatPlace;
  }
});
Object.defineProperty(exports, "groupBy", {
  enumerable: true,
  get: function () {
    return groupBy;
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
Object.defineProperty(exports, "lineBreak", {
  enumerable: true,
  get: function () {
    return lineBreak;
  }
});
Object.defineProperty(exports, "losesDefaultDeny", {
  enumerable: true,
  get: function () {
    return losesDefaultDeny;
  }
});
Object.defineProperty(exports, "mark", {
  enumerable: true,
  get: function () {
    return mark;
  }
});
Object.defineProperty(exports, "name", {
  enumerable: true,
  get: function () {
    return name;
  }
});
Object.defineProperty(exports, "opensMetadata", {
  enumerable: true,
  get: function () {
    return opensMetadata;
  }
});
Object.defineProperty(exports, "place", {
  enumerable: true,
  get: function () {
    return place;
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
Object.defineProperty(exports, "say", {
  enumerable: true,
  get: function () {
    return say;
  }
});
Object.defineProperty(exports, "strong", {
  enumerable: true,
  get: function () {
    return strong;
  }
});
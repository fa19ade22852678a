const require_libesm = require("./libesm.js");
const require_checks = require("./checks.js");
const require_base = require("./base.js");
const require_manifests = require("./manifests.js");
const require_git = require("./git.js");
const require_rules = require("./rules.js");
const require_note_config = require("./note-config.js");
const require_settings = require("./settings.js");

// src/fix/manifest-text.ts
/** Beyond these a change is no longer one that a person takes over at a glance. */
const MAX_LINES = 80;
const MAX_CHARACTERS$1 = 8e3;
/** A mark of a templating language: such text is not what will be applied, so it is not edited. */
const TEMPLATE_MARK = /\{\{|\$\{|<%|\{%|%\{/;
/** Reads a file for editing; undefined where it is not UTF-8. */
function readManifestText(path, bytes) {
	const text = decode(bytes);
	if (text === void 0) return void 0;
	const starts = [text.startsWith("﻿") ? 1 : 0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const lineStart = (line) => starts[line - 1] ?? text.length;
	return {
		path,
		text,
		objects: require_manifests.parseManifest(path, bytes).objects,
		lineStart,
		lineEnd: (line) => {
			const next = starts[line];
			if (next === void 0) return text.length;
			return next - (text[next - 2] === "\r" ? 2 : 1);
		},
		lineAt: (offset) => {
			let [low, high] = [1, starts.length];
			while (low < high) {
				const middle = low + high + 1 >> 1;
				if (lineStart(middle) <= offset) low = middle;
				else high = middle - 1;
			}
			return low;
		}
	};
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
const startOf = ({ lineStart }, span) => lineStart(span.startLine) + span.startColumn - 1;
const endOf = ({ lineStart }, span) => lineStart(span.endLine) + span.endColumn - 1;
/** The text between two places of one span. */
const textOf = (manifest, span) => manifest.text.slice(startOf(manifest, span), endOf(manifest, span));
/** An edit that adds lines below the one that a span ends on, behind a comment that stands there. */
function addLinesAfter(manifest, span, text) {
	const end = manifest.lineEnd(span.endLine);
	return {
		start: end,
		end,
		text: `\n${text}`
	};
}
/** Edits of one place as whole lines to replace; undefined where that is too much or a template. */
function makeFix(manifest, title, edits) {
	const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
	const [first] = ordered;
	if (first === void 0) return void 0;
	const last = Math.max(...ordered.map(({ end }) => end));
	const startLine = manifest.lineAt(first.start);
	const endLine = manifest.lineAt(last);
	if (endLine - startLine >= MAX_LINES) return void 0;
	const from = manifest.lineStart(startLine);
	let replaced = "";
	let at = from;
	for (const { start, end, text } of ordered) {
		if (start < at) return void 0;
		replaced += manifest.text.slice(at, start) + text;
		at = end;
	}
	const old = manifest.text.slice(from, manifest.lineEnd(endLine));
	const replacement = (replaced + manifest.text.slice(at, manifest.lineEnd(endLine))).replaceAll("\r\n", "\n");
	if (replacement.length > MAX_CHARACTERS$1 || replacement.split("\n").length > MAX_LINES) return void 0;
	if (TEMPLATE_MARK.test(old) || TEMPLATE_MARK.test(replacement)) return void 0;
	return {
		title,
		path: manifest.path,
		startLine,
		endLine,
		replacement
	};
}
/** The file after a fix, with the line breaks that it had. */
function applyFix({ text }, fix) {
	const lines = text.split("\n");
	const isCrlf = lines.length > 1 && lines[0]?.endsWith("\r") === true;
	const atEnd = fix.endLine === lines.length;
	const mark = fix.startLine === 1 && text.startsWith("﻿") ? "﻿" : "";
	const added = fix.replacement.split("\n").map((line, index, all) => isCrlf && !(atEnd && index === all.length - 1) ? `${line}\r` : line);
	return [
		...lines.slice(0, fix.startLine - 1),
		...added.map((line, index) => index === 0 ? mark + line : line),
		...lines.slice(fix.endLine)
	].join("\n");
}

// src/fix/policy-nodes.ts
const entryOf = (node, key) => node?.type === "map" ? node.entries.get(key)?.value : void 0;
function mapOf(node, key) {
	const value = entryOf(node, key);
	return value?.type === "map" ? value : void 0;
}
function seqOf(node, key) {
	const value = entryOf(node, key);
	return value?.type === "seq" ? value : void 0;
}
const specOf = ({ node }) => mapOf(node, "spec");
function rulesOf(object) {
	const spec = specOf(object);
	return require_base.DIRECTIONS.flatMap((direction) => {
		const rules = seqOf(spec, direction);
		if (rules === void 0) return [];
		return rules.items.flatMap((rule, index) => rule.type === "map" ? [{
			direction,
			rules,
			index,
			rule
		}] : []);
	});
}
/** `from` of an ingress rule, `to` of an egress rule. */
const peersOf = ({ direction, rule }) => seqOf(rule, direction === "ingress" ? "from" : "to");
/** The text of a scalar. */
function scalarOf(node) {
	if (node?.type !== "scalar" || node.value === null) return void 0;
	return String(node.value);
}
/** Written with brackets or braces, as JSON is. */
function isFlow(manifest, { span }) {
	const first = manifest.text[startOf(manifest, span)];
	return first === "[" || first === "{";
}
const hasOnly = ({ entries }, ...keys) => entries.size === keys.length && keys.every((key) => entries.has(key));
/** Whether one span lies in the other. */
const isInside = (inner, outer) => (inner.startLine > outer.startLine || inner.startLine === outer.startLine && inner.startColumn >= outer.startColumn) && (inner.endLine < outer.endLine || inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
const isBefore = (a, b) => a.endLine < b.startLine || a.endLine === b.startLine && a.endColumn <= b.startColumn;
/** Whether two spans have text in common. */
const overlaps = (a, b) => !isBefore(a, b) && !isBefore(b, a);

// src/fix/find-site.ts
/** The policy around a place at head, with what it was at base; undefined where the text shows no policy there. */
async function findSite(span, report, texts) {
	const manifest = await texts.text("head", span.path);
	const object = manifest && policyAround(manifest, span);
	if (manifest === void 0 || object === void 0 || isHuge(manifest, object)) return void 0;
	const old = baseSpanOf(object, report);
	const before = old && await texts.text("base", old.path);
	const was = old && before && policyAround(before, old);
	return {
		manifest,
		object,
		span,
		...before === void 0 || was === void 0 ? {} : { base: {
			manifest: before,
			object: was
		} }
	};
}
/** Beyond this a policy was made by a program, which is what would have to be mended. */
const MAX_CHARACTERS = 1e5;
const isHuge = (manifest, { span }) => endOf(manifest, span) - startOf(manifest, span) > MAX_CHARACTERS;
const policyAround = ({ objects }, span) => objects.find((object) => object.kind === "NetworkPolicy" && isInside(span, object.span));
/** Where the policy stood: under the same name, also where it lost its namespace since. */
function baseSpanOf(object, { scopes }) {
	const changes = scopes.flatMap(({ policies }) => policies);
	const paired = changes.find(({ head }) => head !== void 0 && isAt(head, object.span))?.base;
	if (paired !== void 0) return paired;
	const gone = changes.filter((change) => isGone(change) && change.name === object.name);
	const here = gone.filter(({ base }) => base?.path === object.span.path);
	const [only, ...others] = here.length > 0 ? here : gone;
	return others.length === 0 ? only?.base : void 0;
}
const isGone = ({ base, head }) => base !== void 0 && head === void 0;
const isAt = (a, b) => a.path === b.path && a.startLine === b.startLine;

// src/fix/judge-fix.ts
/** What tells a row from others, whatever caused it. */
const rowKey = ({ name }, row) => JSON.stringify([
	name,
	row.change,
	row.namespace,
	row.blame.side,
	row.source.text,
	row.destination.text,
	row.ports
]);
const findingKey = ({ rule, scope, namespace, message }) => JSON.stringify([
	rule,
	scope,
	namespace ?? null,
	message
]);
/** What a finding is about, however much of it there is. */
const kindKey = ({ rule, scope, namespace }) => JSON.stringify([
	rule,
	scope,
	namespace ?? null
]);
const entryKey = ({ path, reason, decides }) => JSON.stringify([
	path,
	reason,
	decides
]);
const rowKeys = (report, ...changes) => report.scopes.flatMap((scope) => scope.flows.filter(({ change }) => changes.includes(change)).map((row) => rowKey(scope, row)));
/** Whether the first list holds nothing that the second does not, counted. */
function isWithin(keys, others) {
	const left = /* @__PURE__ */ new Map();
	for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
	return keys.every((key) => {
		const amount = left.get(key) ?? 0;
		left.set(key, amount - 1);
		return amount > 0;
	});
}
function goneFrom(unpatched, patched) {
	const before = rowKeys(unpatched, "opened", "masked");
	const after = rowKeys(patched, "opened", "masked");
	const left = new Set(after);
	return {
		findings: goneFindings(unpatched, patched),
		rows: new Set(before.filter((key) => !left.has(key))),
		surely: isWithin(after, before)
	};
}
/** A finding that now says something else is not gone: its kind must have become fewer by as many. */
function goneFindings(unpatched, patched) {
	const left = new Set(patched.findings.map(findingKey));
	const missing = groupBy(unpatched.findings.filter((finding) => !left.has(findingKey(finding))), kindKey);
	const amountOf = ({ findings }, kind) => findings.filter((finding) => kindKey(finding) === kind).length;
	return new Set([...missing].flatMap(([kind, findings]) => amountOf(unpatched, kind) - amountOf(patched, kind) >= findings.length ? findings.map(findingKey) : []));
}
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
	return groups;
}
/**
* Whether a proposal does what it is for and nothing else: no finding and no doubt that was not there
* before, and no traffic that changes without need. That the target is gone is for the caller to ask.
*/
async function reachesGoal(goal, { unpatched, patched, step }) {
	if (!isWithin(patched.findings.map(kindKey), unpatched.findings.map(kindKey)) || !isWithin(patched.ledger.map(entryKey), unpatched.ledger.map(entryKey))) return false;
	const within = (...changes) => isWithin(rowKeys(patched, ...changes), rowKeys(unpatched, ...changes));
	if (goal.type !== "redirect" && within("opened", "masked", "closed")) return true;
	switch (goal.type) {
		case "back": return false;
		case "narrow":
			if (!within("closed") || goal.isMeant?.(unpatched, patched) === false) return false;
			return isFree(await step(), "opened", "masked");
		case "widen": return within("opened", "masked") && isFree(await step(), "closed");
		case "redirect": {
			const taken = await step();
			return taken.findings.every(({ gate }) => !gate) && rowsOf(taken).every(goal.isMeant);
		}
	}
}
const rowsOf = ({ scopes }) => scopes.flatMap(({ flows }) => flows);
/** Without such rows, and so without a doubt about them. */
const isFree = (report, ...changes) => report.ledger.every(({ decides }) => !decides) && rowsOf(report).every(({ change }) => !changes.includes(change));

// src/fix/proposal.ts
/** No proposal, where the text could not be edited. */
const propose = (fix, goal) => fix === void 0 ? [] : [{
	fix,
	goal
}];

// src/fix/add-dns-rule.ts
/** The cluster's resolver, as kubeadm and the managed offerings install it. */
const DNS_RULE = `- to:
    - namespaceSelector:
        matchLabels:
          ${require_manifests.NAME_LABEL}: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - protocol: UDP
      port: 53`;
const OVER_TCP = `
    - protocol: TCP
      port: 53`;
/**
* Lets the pods of a policy that denies egress ask the cluster's resolver; over UDP alone where base allowed
* no more.
*/
function addDnsRule({ manifest, object }) {
	const spec = specOf(object);
	if (spec === void 0 || isFlow(manifest, spec)) return [];
	const title = "allow DNS to `kube-dns` in `kube-system`";
	return [DNS_RULE + OVER_TCP, DNS_RULE].flatMap((rule) => propose(makeFix(manifest, title, editsOf(manifest, spec, rule)), { type: "widen" }));
}
const indented = (rule, column) => rule.replaceAll(/^/gm, " ".repeat(column - 1));
function editsOf(manifest, spec, rule) {
	const egress = spec.entries.get("egress");
	const list = seqOf(spec, "egress");
	if (egress === void 0) {
		const key = spec.entries.get("podSelector")?.keySpan ?? spec.span;
		const text = `${" ".repeat(key.startColumn - 1)}egress:\n${indented(rule, key.startColumn + 2)}`;
		return [addLinesAfter(manifest, spec.span, text)];
	}
	const last = list?.items.at(-1);
	if (list === void 0 || last === void 0) {
		const start = startOf(manifest, egress.value.span);
		const end = endOf(manifest, egress.value.span);
		const line = manifest.text.slice(end, manifest.lineEnd(egress.value.span.endLine));
		const text = `\n${indented(rule, egress.keySpan.startColumn + 2)}`;
		const colon = manifest.text.lastIndexOf(":", start) + 1;
		return line.trim() === "" ? [{
			start: Math.min(colon, start),
			end,
			text
		}] : [];
	}
	if (isFlow(manifest, list)) return [];
	return [addLinesAfter(manifest, last.span, indented(rule, list.span.startColumn))];
}

// src/fix/join-items.ts
/**
* `- namespaceSelector` and `- podSelector`: the second dash makes two peers of one, and AND becomes OR.
* Right is only what base had, or what the workloads show: nobody is there for the podSelector alone to
* mean, and somebody is with both.
*/
function nestSelectors(site) {
	const { manifest, object, span } = site;
	return rulesOf(object).flatMap((rule) => {
		const peers = peersOf(rule);
		return pairsOf(peers).flatMap(({ first, second }) => {
			if (!overlaps(span, first.span) && !overlaps(span, second.span)) return [];
			const [lone, below] = hasOnly(first, "namespaceSelector") ? ["podSelector", "namespaceSelector"] : ["namespaceSelector", "podSelector"];
			if (!hasOnly(first, below) || !hasOnly(second, lone)) return [];
			const pods = lone === "podSelector" ? second : first;
			const title = `nest the ${lone} under the ${below} above it`;
			return propose(makeFix(manifest, title, joinItems(manifest, first, second)), {
				type: "narrow",
				isMeant: (unpatched, patched) => nobodyAt(unpatched, manifest.path, pods.span) && somebodyAt(patched, manifest.path, first.span)
			});
		});
	});
}
/** `- from` and `- ports`: the second dash makes two rules of one. Right is only what base had. */
function joinRules(site) {
	const { manifest, object, span } = site;
	return rulesOf(object).flatMap(({ rule: first, direction, index, rules: list }) => {
		const second = list.items[index + 1];
		const peers = direction === "ingress" ? "from" : "to";
		if (second?.type !== "map" || !hasOnly(first, peers) || !hasOnly(second, "ports")) return [];
		if (!overlaps(span, first.span) && !overlaps(span, second.span)) return [];
		return propose(makeFix(manifest, `put the ports into the rule above them`, joinItems(manifest, first, second)), { type: "back" });
	});
}
const pairsOf = (seq) => (seq?.items ?? []).flatMap((first, index, items) => {
	const second = items[index + 1];
	return first.type === "map" && second?.type === "map" ? [{
		first,
		second
	}] : [];
});
/** Makes one item of two: the dash of the second goes, or its braces. */
function joinItems(manifest, first, second) {
	const [start, end] = [startOf(manifest, second.span), endOf(manifest, second.span)];
	if (isFlow(manifest, first) && isFlow(manifest, second)) {
		const inner = manifest.text.slice(start + 1, end - 1).trim();
		const close = endOf(manifest, first.span) - 1;
		if (manifest.text.slice(close, start).includes("#")) return [];
		const body = manifest.text.slice(startOf(manifest, first.span), close);
		const blank = body.slice(body.trimEnd().length);
		return [{
			start: close - blank.length,
			end: close,
			text: `, ${inner}${blank}`
		}, {
			start: close + 1,
			end,
			text: ""
		}];
	}
	if (first.span.startColumn !== second.span.startColumn) return [];
	const dash = /-[ ]*$/.exec(manifest.text.slice(manifest.lineStart(second.span.startLine), start));
	if (dash === null) return [];
	return [{
		start: start - dash[0].length,
		end: start - dash[0].length + 1,
		text: " "
	}];
}
/** The rows that a peer of the head opens, with the pods at the peer's end. */
const rowsAt = (report, path, span) => report.scopes.flatMap(({ flows }) => flows).filter(({ change, blame: { head } }) => change !== "closed" && head?.path === path && head.startLine === span.startLine);
const workloadsOf = ({ blame, source, destination }) => (blame.side === "ingress" ? source : destination).workloads.length;
function nobodyAt(report, path, span) {
	const rows = rowsAt(report, path, span);
	return rows.length > 0 && rows.every((row) => workloadsOf(row) === 0);
}
const somebodyAt = (report, path, span) => rowsAt(report, path, span).some((row) => workloadsOf(row) > 0);

// src/fix/rename-namespace-label.ts
/** Keys that people take for the name of a namespace. */
const NAME_KEYS = /* @__PURE__ */ new Set([
	"name",
	"namespace",
	"ns",
	"kubernetes.io/name",
	"kubernetes.io/metadata-name",
	"k8s.io/name",
	"metadata.name",
	"kubernetes.io/namespace",
	"app.kubernetes.io/name",
	"field.cattle.io/name"
]);
/**
* `name: x` in a namespaceSelector, where no namespace has that label: Kubernetes itself sets
* `kubernetes.io/metadata.name` on every namespace.
*/
function renameNamespaceLabel({ manifest, object, span }) {
	return rulesOf(object).flatMap((rule) => (peersOf(rule)?.items ?? []).flatMap((peer) => {
		const labels = mapOf(mapOf(peer, "namespaceSelector"), "matchLabels");
		if (labels === void 0 || !overlaps(span, peer.span)) return [];
		return [...labels.entries].flatMap(([key, { keySpan, value }]) => {
			const name = scalarOf(value);
			if (name === void 0 || !NAME_KEYS.has(key) || labels.entries.has("kubernetes.io/metadata.name")) return [];
			const [start, end] = [startOf(manifest, keySpan), endOf(manifest, keySpan)];
			const [first = ""] = manifest.text.slice(start, end);
			const quote = first === "\"" || first === "'" ? first : "";
			const edit = {
				start,
				end,
				text: `${quote}${require_manifests.NAME_LABEL}${quote}`
			};
			return propose(makeFix(manifest, `select the namespace by \`${require_manifests.NAME_LABEL}\``, [edit]), {
				type: "redirect",
				isMeant: ({ change, blame, source, destination }) => change === "closed" || namesNamespace((blame.side === "ingress" ? source : destination).text, name)
			});
		});
	}));
}
/** `any pod in x`, `pods a=b in x`, `x/web`: one namespace, and that one. */
const namesNamespace = (text, namespace) => text.endsWith(` in ${namespace}`) || text.startsWith(`${namespace}/`);

// src/fix/write-list.ts
/** The quote that a scalar or a key is written with, so that what is added looks the same. */
function quoteOf(manifest, { span }) {
	const first = manifest.text[startOf(manifest, span)];
	return first === "\"" || first === "'" ? first : "";
}
const indent = (column) => " ".repeat(column - 1);
/** Adds scalars to a list, in its own style: in front of its items or behind them. */
function addToList(manifest, list, { before = [], after = [] }) {
	const [first] = list.items;
	const last = list.items.at(-1);
	const quote = first === void 0 ? "" : quoteOf(manifest, first);
	const write = (value) => quote + value + quote;
	const start = startOf(manifest, list.span);
	if (isFlow(manifest, list)) {
		if (first === void 0 || last === void 0) {
			const text = `[${[...before, ...after].map(write).join(", ")}]`;
			return [{
				start,
				end: endOf(manifest, list.span),
				text
			}];
		}
		const [front, back] = [startOf(manifest, first.span), endOf(manifest, last.span)];
		return [...before.map((value) => ({
			start: front,
			end: front,
			text: `${write(value)}, `
		})), ...after.map((value) => ({
			start: back,
			end: back,
			text: `, ${write(value)}`
		}))];
	}
	if (first === void 0 || last === void 0) return [];
	const margin = indent(list.span.startColumn);
	const added = after.map((value) => `${margin}- ${write(value)}`).join("\n");
	return [...before.map((value) => ({
		start,
		end: start,
		text: `- ${write(value)}\n${margin}`
	})), ...added === "" ? [] : [addLinesAfter(manifest, last.span, added)]];
}
/** Adds a key with a list behind an entry of a map, in the map's own style. */
function addListEntry(manifest, { map, after }, { key, values, flow = false }) {
	const entry = map.entries.get(after);
	if (entry === void 0) return [];
	const quote = quoteOf(manifest, { span: entry.keySpan });
	const inFlow = isFlow(manifest, map);
	const write = (value) => `${quote}${value}${quote}`;
	const inline = `${write(key)}: [${values.map(write).join(", ")}]`;
	if (inFlow) {
		const end = endOf(manifest, entry.value.span);
		return [{
			start: end,
			end,
			text: `, ${inline}`
		}];
	}
	const margin = indent(entry.keySpan.startColumn);
	const lines = flow ? [margin + inline] : [`${margin}${key}:`, ...values.map((value) => `${margin}  - ${value}`)];
	return [addLinesAfter(manifest, entry.value.span, lines.join("\n"))];
}
/** Adds a key with a scalar behind an entry of a map, in the map's own style. */
function addScalarEntry(manifest, { map, after }, [key, value]) {
	const entry = map.entries.get(after);
	if (entry === void 0) return [];
	const quote = quoteOf(manifest, { span: entry.keySpan });
	const text = `${quote}${key}${quote}: ${quote}${value}${quote}`;
	if (isFlow(manifest, map)) {
		const end = endOf(manifest, entry.value.span);
		return [{
			start: end,
			end,
			text: `, ${text}`
		}];
	}
	return [addLinesAfter(manifest, entry.value.span, indent(entry.keySpan.startColumn) + text)];
}

// src/fix/restore-except.ts
/** Leaves the metadata addresses out of a rule, also where IPv4 and IPv6 came together. */
const leaveOutMetadata = ({ manifest, object, span }) => choicesOf(object, span).flatMap((blocks) => LINK_LOCAL.flatMap((linkLocal) => {
	const edits = blocks.flatMap((block) => editOne(manifest, block, {
		before: [],
		after: missingMetadata(block, linkLocal)
	}));
	return propose(makeFix(manifest, "leave the cloud metadata addresses out of the rule", edits), { type: "narrow" });
}));
/** What base left out of the same range, and the head does not. */
function restoreExcept({ manifest, object, span, base }) {
	if (base === void 0) return [];
	return choicesOf(object, span).flatMap((blocks) => {
		const missing = blocks.map((block) => missingFromBase(block, base.object));
		const edits = blocks.flatMap((block, index) => editOne(manifest, block, missing[index] ?? NOTHING$1));
		const title = `restore ${[...new Set(missing.flatMap(({ before, after }) => [...before, ...after]))].map((range) => `\`${range}\``).join(", ")} in the \`except\``;
		return propose(makeFix(manifest, title, edits), { type: "narrow" });
	});
}
/** The ranges of egress rules to edit together: the one pointed at, then all of its rule. */
const choicesOf = (object, span) => rulesOf(object).filter(({ direction, rule }) => direction === "egress" && overlaps(span, rule.span)).flatMap((rule) => {
	const blocks = blocksOf(rule);
	const pointed = blocks.filter(({ peer }) => overlaps(span, peer.span));
	return pointed.length > 0 && pointed.length < blocks.length ? [pointed, blocks] : [blocks];
});
function blocksOf(rule) {
	return (peersOf(rule)?.items ?? []).flatMap((peer) => {
		const map = mapOf(peer, "ipBlock");
		const cidr = require_manifests.parseCidr(scalarOf(map?.entries.get("cidr")?.value) ?? "");
		if (peer.type !== "map" || map === void 0 || cidr === void 0) return [];
		return [{
			peer,
			map,
			cidr,
			except: (seqOf(map, "except")?.items ?? []).flatMap((item) => scalarOf(item) ?? [])
		}];
	});
}
const NOTHING$1 = {
	before: [],
	after: []
};
function editOne(manifest, { map }, { before, after }) {
	if (before.length + after.length === 0) return [];
	const list = seqOf(map, "except");
	return list === void 0 ? addListEntry(manifest, {
		map,
		after: "cidr"
	}, {
		key: "except",
		values: [...before, ...after]
	}) : addToList(manifest, list, {
		before,
		after
	});
}
function missingFromBase({ cidr, except }, base) {
	const same = (base === void 0 ? [] : rulesOf(base)).filter(({ direction }) => direction === "egress").flatMap(blocksOf).filter((block) => block.cidr.canonical === cidr.canonical);
	const old = [...new Set(same.flatMap((block) => block.except))].filter(isRange);
	const left = old.findIndex((range) => except.includes(range));
	const missing = old.filter((range) => !except.includes(range));
	return {
		before: missing.filter((range) => old.indexOf(range) < left),
		after: missing.filter((range) => old.indexOf(range) > left)
	};
}
const isRange = (text) => require_manifests.parseCidr(text) !== void 0;
const holds = ({ family, first, last }, point) => require_checks.pointOf(family, first) <= point && point <= require_checks.pointOf(family, last);
/** All of link-local first, which reads better; where base allowed some of it, address by address. */
const LINK_LOCAL = ["169.254.0.0/16", void 0];
function missingMetadata({ cidr, except }, linkLocal) {
	const excepted = except.flatMap((range) => require_manifests.parseCidr(range) ?? []);
	const ranges = require_checks.metadataPoints().filter(({ point }) => holds(cidr, point) && !excepted.some((range) => holds(range, point))).map(({ address, point }) => {
		const around = linkLocal === void 0 ? void 0 : require_manifests.parseCidr(linkLocal);
		if (around !== void 0 && holds(around, point) && require_manifests.isStrictSubset(around, cidr)) return around.canonical;
		return `${address}/${require_checks.familyOfPoint(point) === 4 ? 32 : 128}`;
	});
	return [...new Set(ranges)];
}

// src/fix/restore-namespace.ts
/** What the API server takes for the name of a namespace. */
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** YAML would read these as something else than text. */
const NOT_TEXT = /^(?:[\d_-]+|\d.*|y|n|yes|no|on|off|true|false|null)$/;
/** Writes the namespace again that the policy had at base. */
function restoreNamespace({ manifest, object, base }) {
	const namespace = base?.object.namespace;
	const metadata = mapOf(object.node, "metadata");
	if (namespace === void 0 || object.namespace !== void 0 || metadata === void 0) return [];
	if (!NAMESPACE.test(namespace) || NOT_TEXT.test(namespace)) return [];
	const edits = addScalarEntry(manifest, {
		map: metadata,
		after: "name"
	}, ["namespace", namespace]);
	return propose(makeFix(manifest, `set \`namespace: ${namespace}\` again`, edits), { type: "back" });
}

// src/fix/restore-policy-type.ts
const NAMES = {
	ingress: "Ingress",
	egress: "Egress"
};
/** The directions that a policy isolates, defaulted as the API server does. */
function typesOf(object) {
	const spec = specOf(object);
	const listed = (seqOf(spec, "policyTypes")?.items ?? []).flatMap((item) => scalarOf(item) ?? []);
	if (listed.length > 0) return listed;
	return (seqOf(spec, "egress")?.items.length ?? 0) > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}
/** Puts a direction back that `policyTypes` lost since base. */
function restorePolicyType({ manifest, object, base }) {
	const spec = specOf(object);
	if (base === void 0 || spec === void 0) return [];
	const now = typesOf(object);
	const before = typesOf(base.object);
	const lost = require_base.DIRECTIONS.map((direction) => NAMES[direction]).filter((name) => before.includes(name) && !now.includes(name));
	if (lost.length === 0) return [];
	const title = `restore ${lost.join(" and ")} in \`policyTypes\``;
	const list = seqOf(spec, "policyTypes");
	if (list !== void 0 && list.items.length > 0) {
		const [first] = before;
		const inFront = first !== void 0 && lost.includes(first) && now.length > 0;
		const edits = addToList(manifest, list, inFront ? { before: lost } : { after: lost });
		return propose(makeFix(manifest, title, edits), { type: "narrow" });
	}
	if (list !== void 0) return propose(makeFix(manifest, title, addToList(manifest, list, { after: [...now, ...lost] })), { type: "narrow" });
	const old = seqOf(specOf(base.object), "policyTypes");
	const edits = addListEntry(manifest, {
		map: spec,
		after: "podSelector"
	}, {
		key: "policyTypes",
		values: old === void 0 ? [...now, ...lost] : before,
		flow: old !== void 0 && isFlow(base.manifest, old)
	});
	return propose(makeFix(manifest, title, edits), { type: "narrow" });
}

// src/fix/use-target-port.ts
/**
* A policy sees the port of the pod, not that of the Service in front of it. Where the number is the port
* of a Service with another target, the target is what was meant.
*/
function useTargetPort({ manifest, object, span }, services) {
	return rulesOf(object).flatMap(({ rule }) => (seqOf(rule, "ports")?.items ?? []).flatMap((item) => {
		const port = portOf(item, "port");
		if (item.type !== "map" || port === void 0 || !overlaps(span, item.span)) return [];
		if (item.entries.has("endPort")) return [];
		const protocol = scalarOf(item.entries.get("protocol")?.value) ?? "TCP";
		return targetsOf(services, {
			protocol,
			port: port.number
		}).flatMap((target) => {
			const edit = {
				start: startOf(manifest, port.node.span),
				end: endOf(manifest, port.node.span),
				text: String(target)
			};
			const title = `use the port of the pods, ${target}, not that of the Service`;
			return propose(makeFix(manifest, title, [edit]), {
				type: "redirect",
				isMeant: ({ change, ports }) => ports === `${protocol} ${change === "closed" ? port.number : target}`
			});
		});
	}));
}
function portOf(map, key) {
	const node = map?.type === "map" ? map.entries.get(key)?.value : void 0;
	if (node?.type !== "scalar" || typeof node.value !== "number") return void 0;
	return {
		node,
		number: node.value
	};
}
/** The one target of all Services with that port; none where they disagree. */
function targetsOf(services, wanted) {
	const targets = /* @__PURE__ */ new Set();
	for (const { node } of services) for (const item of seqOf(mapOf(node, "spec"), "ports")?.items ?? []) {
		if (item.type !== "map" || !isPort(item, wanted)) continue;
		const target = portOf(item, "targetPort");
		if (target !== void 0 && target.number !== wanted.port) targets.add(target.number);
	}
	return targets.size === 1 ? [...targets] : [];
}
const isPort = (item, wanted) => portOf(item, "port")?.number === wanted.port && (scalarOf(item.entries.get("protocol")?.value) ?? "TCP") === wanted.protocol;

// src/fix/propose-fixes.ts
/** Slips that open traffic, the most telling ones first. */
const FOR_OPENED = [
	restorePolicyType,
	nestSelectors,
	joinRules,
	restoreExcept
];
const FOR_METADATA = [...FOR_OPENED, leaveOutMetadata];
/** What may mend a finding, by its rule. */
const BY_RULE = /* @__PURE__ */ new Map([
	["NP001", FOR_OPENED],
	["NP002", FOR_METADATA],
	["NP012", [addDnsRule]],
	["NP013", [renameNamespaceLabel]],
	["NP017", FOR_METADATA],
	["NP022", [renameNamespaceLabel]],
	["NP025", [restoreNamespace]],
	["NP030", [useTargetPort]]
]);
/** Changes of the text that may take a finding away. */
const proposeForFinding = (rule, site, services) => (BY_RULE.get(rule) ?? []).flatMap((propose) => propose(site, services));
/** The rules that a fix is known for: for others no file need be read. */
const isMendable = (rule) => BY_RULE.has(rule);
/** Changes of the text that may take an opened flow away that was hardly meant. */
const proposeForOpened = (site) => FOR_OPENED.flatMap((propose) => propose(site, []));

// src/fix/restore-policy.ts
/** Puts a policy back that was deleted from a file with other objects, behind the one that stood before it. */
function restorePolicy({ base, span, head }) {
	const index = base.objects.findIndex((object) => isInside(span, object.span));
	const policy = base.objects[index];
	if (policy === void 0 || policy.span.startColumn !== 1 || isFlow(base, policy.node)) return [];
	if (head.objects.some(({ kind, name }) => kind === policy.kind && name === policy.name)) return [];
	const title = `restore the policy \`${policy.name}\``;
	const text = textOf(base, policy.span).replaceAll("\r\n", "\n");
	const before = base.objects.slice(0, index).findLast((object) => find(head, object) !== void 0);
	const anchor = before === void 0 ? void 0 : find(head, before);
	if (anchor !== void 0) {
		const end = head.lineEnd(anchor.span.endLine);
		const edit = {
			start: end,
			end,
			text: `\n---\n${text}`
		};
		return propose(makeFix(head, title, [edit]), { type: "narrow" });
	}
	const [first] = head.objects;
	if (first === void 0 || first.span.startColumn !== 1) return [];
	const start = head.lineStart(first.span.startLine);
	return propose(makeFix(head, title, [{
		start,
		end: start,
		text: `${text}\n---\n`
	}]), { type: "narrow" });
}
const isSame = (a, b) => a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
const find = ({ objects }, wanted) => objects.find((object) => isSame(object, wanted));

// src/fix/find-targets.ts
/** Findings, then opened flows, in the order of the report: worst first, but causes before what they cause. */
function findTargets(report) {
	const findings = report.findings.flatMap((finding) => {
		const { rule, location: span, side = "head", accepted } = finding;
		return span === void 0 || accepted !== void 0 || !isMendable(rule) ? [] : [{
			key: findingKey(finding),
			span,
			side,
			rule
		}];
	});
	const rows = report.scopes.flatMap((scope) => scope.flows.flatMap((row) => {
		const { head, base } = row.blame;
		const span = head ?? base;
		if (row.change !== "opened" || span === void 0) return [];
		return [{
			key: rowKey(scope, row),
			span,
			side: head === void 0 ? "base" : "head"
		}];
	}));
	const isCause = ({ rule }) => rule === "NP025";
	return [...findings.toSorted((a, b) => Number(isCause(b)) - Number(isCause(a))), ...rows];
}
/** Changes of the text that may take the target away. */
async function proposalsFor({ span, side, rule }, report, texts) {
	if (side === "base") {
		const base = await texts.text("base", span.path);
		const head = await texts.text("head", span.path);
		return base === void 0 || head === void 0 ? [] : restorePolicy({
			base,
			span,
			head
		});
	}
	const site = await findSite(span, report, texts);
	if (site === void 0) return [];
	if (rule === void 0) return proposeForOpened(site);
	return proposeForFinding(rule, site, rule === "NP030" ? await texts.services() : []);
}

// src/fix/revision-texts.ts
const SERVICE = /kind["']?\s*:\s*["']?Service\b/;
/** More are not looked through for the sake of a suggestion. */
const MAX_SERVICE_FILES = 500;
function createRevisionTexts(source) {
	const [base, head] = source.snapshots;
	const texts = /* @__PURE__ */ new Map();
	return {
		text: async (side, path) => {
			const key = `${side} ${path}`;
			if (texts.has(key)) return texts.get(key);
			const { entries = [] } = (side === "base" ? base : head) ?? {};
			const entry = entries.find((file) => file.path === path && file.mode === "file");
			const bytes = entry && require_base.bytesIn(await source.read([entry.id]), entry.id);
			const text = bytes === void 0 ? void 0 : readManifestText(path, bytes);
			texts.set(key, text);
			return text;
		},
		services: async () => {
			const files = (head?.entries ?? []).filter(({ path, mode }) => mode === "file" && require_base.isManifestPath(path));
			const contents = await source.read(files.map(({ id }) => id));
			const found = [];
			let read = 0;
			for (const { path, id } of files) {
				const bytes = require_base.bytesIn(contents, id);
				if (bytes === void 0) continue;
				if (!SERVICE.test(Buffer.from(bytes).toString("latin1"))) continue;
				if (++read > MAX_SERVICE_FILES) break;
				const { objects } = require_manifests.parseManifest(path, bytes);
				found.push(...objects.filter(({ kind, apiVersion }) => kind === "Service" && apiVersion === "v1"));
			}
			return found;
		}
	};
}

// src/add-fixes.ts
/** Proposals that are evaluated for one report: each costs one or two reviews. */
const MAX_TRIALS = 20;
/** Findings and rows that are looked at for proposals, worst first. */
const MAX_TARGETS = 100;
/** All of it together: a trial that would go past it is not begun, so a slow review gets no fixes. */
const MAX_MS = 2e4;
/** Reviews a change and adds the fixes that were tried and found to work. */
async function reviewWithFixes(request, review) {
	const begun = Date.now();
	const overlay = require_git.createOverlay(request.source, (id) => (request.reading ?? reading).texts.bytes(id));
	const reading = require_manifests.createReading(overlay.source);
	const { source } = overlay;
	const report = await review({
		...request,
		source,
		reading: request.reading ?? reading
	});
	const reviewOf = (...snapshots) => review({
		...request,
		source: {
			...source,
			snapshots
		},
		reading
	});
	const lastBegin = begun + MAX_MS - 2 * (Date.now() - begun);
	const texts = createRevisionTexts(source);
	const fixes = /* @__PURE__ */ new Map();
	const trials = /* @__PURE__ */ new Map();
	for (const { key, ...target } of findTargets(report).slice(0, MAX_TARGETS)) {
		if (fixes.has(key)) continue;
		for (const proposal of await proposalsFor({
			key,
			...target
		}, report, texts)) {
			const id = JSON.stringify(proposal.fix);
			const known = trials.get(id);
			if (known === void 0 && (trials.size >= MAX_TRIALS || Date.now() > lastBegin)) continue;
			const mended = known ?? await tryFix(proposal, {
				report,
				overlay,
				texts,
				reviewOf
			});
			trials.set(id, mended);
			if (!mended.all.has(key)) continue;
			fixes.set(key, proposal.fix);
			for (const other of mended.surely) if (!fixes.has(other)) fixes.set(other, proposal.fix);
			break;
		}
	}
	return withFixes(report, fixes);
}
const NOTHING = {
	all: /* @__PURE__ */ new Set(),
	surely: /* @__PURE__ */ new Set()
};
/** What a proposal mends; nothing where it does not do what it is for, or does more. */
async function tryFix({ fix, goal }, { report, overlay, texts, reviewOf }) {
	const [base, head] = overlay.source.snapshots;
	const old = await texts.text("head", fix.path);
	if (base === void 0 || head === void 0 || old === void 0) return NOTHING;
	const bytes = new TextEncoder().encode(applyFix(old, fix));
	const patchedHead = overlay.patch(head, {
		path: fix.path,
		bytes
	});
	if (patchedHead === void 0) return NOTHING;
	const patched = await reviewOf(base, patchedHead);
	const { findings, rows, surely } = goneFrom(report, patched);
	if (findings.size + rows.size === 0) return NOTHING;
	const step = () => reviewOf(head, patchedHead);
	if (!await reachesGoal(goal, {
		unpatched: report,
		patched,
		step
	})) return NOTHING;
	const all = /* @__PURE__ */ new Set([...findings, ...rows]);
	return {
		all,
		surely: surely ? all : findings
	};
}
function withFixes(report, fixes) {
	if (fixes.size === 0) return report;
	const fixed = (item, key) => {
		const fix = fixes.get(key);
		return fix === void 0 ? item : {
			...item,
			fix
		};
	};
	return {
		...report,
		findings: report.findings.map((finding) => fixed(finding, findingKey(finding))),
		scopes: report.scopes.map((scope) => ({
			...scope,
			flows: scope.flows.map((row) => row.change === "closed" ? row : fixed(row, rowKey(scope, row)))
		}))
	};
}

// src/review.ts
/**
* Reviews a change: reads both revisions, compares every scope and runs the checks. Rejects with
* `InvalidConfig` where the configuration is wrong and with `SourceFailure` where reading breaks off.
*/
const runReview = (request) => request.fixes === true ? reviewWithFixes(request, compareRevisions) : compareRevisions(request);
async function compareRevisions(request) {
	const { source } = request;
	const config = await require_settings.readConfig(request);
	const ipBlockMatchesPods = require_settings.matchesPods(request, config);
	const collected = await require_manifests.collectWorlds(source, config, {
		readAllBelow: request.readAllBelow,
		reading: request.reading,
		onReading: () => void loadChecks()
	});
	const [base, head] = source.snapshots;
	if (base === void 0 || head === void 0) throw new Error("two snapshots are wanted");
	const reviews = await reviewScopes(collected, ipBlockMatchesPods);
	const ledger = [
		...await require_note_config.noteConfig(request, config),
		...require_checks.ledgerOfReadings(collected.readings, {
			findings: reviews.flatMap(({ review }) => review.findings),
			ipBlockMatchesPods,
			config
		}),
		...collected.ledger,
		...reviews.flatMap(({ pair }) => pair.ledger),
		...reviews.flatMap(({ pair, review }) => tooComplex(pair, review)),
		...reviews.flatMap(({ review }) => ambiguous(review))
	].toSorted((a, b) => Number(b.decides) - Number(a.decides));
	const judgement = require_checks.judge({
		mode: "diff",
		today: request.today,
		isReviewed: (path) => base.entries.some((entry) => entry.path === path),
		config,
		ledger,
		scopes: reviews.map(({ pair, review }) => ({
			name: pair.name,
			flows: review.flows,
			findings: [...review.findings, ...unknownFields(pair)],
			ledger: [...collected.ledger, ...pair.ledger]
		}))
	});
	return {
		schemaVersion: 1,
		mode: "diff",
		base: revisionOf(base),
		head: revisionOf(head),
		...judgement,
		scopes: reviews.map(({ pair, review }) => scopeReport(pair, review, collected)).filter(({ namespaces, flows, policies }) => namespaces.length + flows.length + policies.length > 0),
		ledger,
		assumptions: assumptionsFor(collected, ipBlockMatchesPods),
		statistics: {
			filesChanged: collected.changes.length,
			filesRead: collected.filesRead,
			policiesRead: collected.scopes.reduce((sum, { head: world }) => sum + world.policies.length, 0),
			namespaces: collected.scopes.reduce((sum, { head: world }) => sum + new Set(world.policies.map(({ namespace }) => namespace)).size, 0)
		}
	};
}
async function reviewScopes({ scopes, ledger }, ipBlockMatchesPods) {
	if (scopes.length === 0) return [];
	const checkScope = await loadChecks();
	return scopes.map((pair) => {
		const doubt = [...ledger, ...pair.ledger].some(require_checks.hidesPolicies);
		return {
			pair,
			review: checkScope({
				...pair,
				ipBlockMatchesPods,
				doubt
			})
		};
	});
}
/** They are loaded while the files are read. */
const loadChecks = async () => (await Promise.resolve().then(() => require("./checks.js")).then((n) => n.review_scope_exports)).reviewScope;
const revisionOf = ({ name, commit }) => ({
	name,
	...commit === void 0 ? {} : { commit }
});
function unknownFields({ name, files: { base, head } }) {
	const before = new Set(base.map(({ id, path }) => `${id} ${path}`));
	return head.filter(({ id, path }) => !before.has(`${id} ${path}`)).flatMap(({ problems }) => problems).filter(({ code, about }) => code === "unknown-field" && about === "policy").map(({ message, span }) => require_rules.findingOf("NP028", {
		scope: name,
		message,
		location: span,
		side: "head"
	}));
}
/** Of two objects with one name the last one applied wins, and nobody knows which that is. */
const ambiguous = ({ findings }) => findings.filter(({ rule }) => rule === "NP027").map(({ message, location }) => ({
	path: location?.path ?? "",
	...location === void 0 ? {} : { span: location },
	side: "head",
	reason: message,
	decides: true
}));
const tooComplex = (pair, { unknown }) => [...new Set(unknown)].map((namespace) => ({
	path: pair.head.policies.find((placed) => placed.namespace === namespace)?.policy.span.path ?? "",
	side: "head",
	reason: `the policies of namespace ${namespace} are too many to compare exactly`,
	decides: true
}));
function scopeReport(pair, review, collected) {
	const { name } = pair;
	return {
		name,
		namespaces: review.namespaces,
		flows: review.flows,
		policies: policyChanges(pair, collected)
	};
}
/** Changed policies with the change of their text, paired by name. */
function policyChanges(pair, { texts }) {
	const linesOf = /* @__PURE__ */ new Map();
	const textOf = (span, files) => {
		const id = files.find(({ path }) => path === span.path)?.id ?? "";
		const bytes = texts.bytes(id) ?? /* @__PURE__ */ new Uint8Array();
		const lines = linesOf.get(id) ?? new TextDecoder().decode(bytes).split(/\r?\n/);
		linesOf.set(id, lines);
		return `${lines.slice(span.startLine - 1, span.endLine).join("\n")}\n`;
	};
	const old = new Set(pair.base.policies.map(({ policy }) => policy));
	const now = new Set(pair.head.policies.map(({ policy }) => policy));
	const changes = /* @__PURE__ */ new Map();
	for (const [side, world, others] of [[
		"base",
		pair.base,
		now
	], [
		"head",
		pair.head,
		old
	]]) for (const { policy, namespace } of world.policies) {
		if (others.has(policy)) continue;
		const key = `${namespace}/${policy.name}`;
		changes.set(key, {
			...changes.get(key),
			namespace,
			[side]: policy
		});
	}
	return [...changes.values()].flatMap(({ namespace, base, head }) => {
		const before = base === void 0 ? "" : textOf(base.span, pair.files.base);
		const after = head === void 0 ? "" : textOf(head.span, pair.files.head);
		if (before === after) return [];
		return [{
			namespace,
			name: (head ?? base)?.name ?? "",
			...base === void 0 ? {} : { base: base.span },
			...head === void 0 ? {} : { head: head.span },
			patch: patchOf(before, after)
		}];
	});
}
const MAX_PATCHED = 1e5;
function patchOf(before, after) {
	if (before.length + after.length > MAX_PATCHED) return "";
	const patch = require_libesm.createTwoFilesPatch("", "", before, after, "", "", {
		context: 3,
		timeout: 500
	});
	return patch === void 0 ? "" : patch.slice(Math.max(0, patch.indexOf("@@")));
}
function assumptionsFor(collected, ipBlockMatchesPods) {
	const policies = collected.scopes.flatMap(({ base, head }) => [...base.policies, ...head.policies]);
	const workloads = collected.scopes.flatMap(({ base, head }) => [...base.workloads, ...head.workloads]);
	return require_settings.assumptionsOf(policies.map(({ policy }) => policy), {
		ipBlockMatchesPods,
		hostNetwork: workloads.some(({ workload }) => workload.hostNetwork)
	});
}

exports.runReview = runReview;
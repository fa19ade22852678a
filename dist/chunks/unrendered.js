const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_base = require("./base.js");
const require_manifests = require("./manifests.js");
let node_path = require("node:path");

// src/unrendered/admission/kind-patterns.ts
/** Kinds of pods, and of what makes them. */
const POD_KINDS = [
	"Pod",
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"ReplicaSet",
	"ReplicationController",
	"Job",
	"CronJob"
];
const eitherSelected = (found) => ({
	policies: found.some(({ policies }) => policies),
	labelled: found.some(({ labelled }) => labelled)
});
/** What a kind as Kyverno takes it may mean: `NetworkPolicy`, `networking.k8s.io/v1/NetworkPolicy`, with wildcards. */
function selectedByKind(pattern) {
	const parts = pattern.split("/");
	const named = parts.findIndex((part) => /[A-Z]/.test(part));
	const at = named < 0 ? parts.length - 1 : named;
	const kind = require_manifests.wildcard((parts[at] ?? "").replace(/\..*$/, ""));
	const group = at > 1 ? require_manifests.wildcard(parts[at - 2] ?? "") : () => true;
	return {
		policies: kind("NetworkPolicy") && group("networking.k8s.io"),
		labelled: ["Namespace", ...POD_KINDS].some(kind) && ([
			"",
			"apps",
			"batch"
		].some(group) || at < 2)
	};
}
/** What a rule of the admission API may mean, which names resources in the plural. */
function selectedByResource(groups, resources) {
	const inGroup = (group) => groups.some((name) => name === "*" || name === group);
	const named = (...names) => resources.some((resource) => {
		const [plural = ""] = resource.split("/");
		return plural === "*" || names.includes(plural);
	});
	return {
		policies: inGroup("networking.k8s.io") && named("networkpolicies"),
		labelled: [
			"",
			"apps",
			"batch"
		].some(inGroup) && named("namespaces", ...POD_KINDS.map((kind) => `${kind.toLowerCase()}s`))
	};
}

// src/unrendered/admission/admission-ledger.ts
/** Groups whose objects change or delete others: on admission, or from time to time. */
const GROUPS = /\b(?:admissionregistration\.k8s\.io|(?:policies\.)?kyverno\.io|mutations\.gatekeeper\.sh)\//;
const mayMutate = (text) => GROUPS.test(text) || require_manifests.mayHideWords(text);
const REASON$5 = "it changes or deletes objects in the cluster, and may reach policies or the labels that they select by: not evaluated";
/**
* Changed objects that change or delete policies, or the labels that policies select by, as they are applied: rules
* of Kyverno and Gatekeeper, admission policies, webhooks. Rules that only check are none of them.
*/
function ledgerOfAdmission(changes, context) {
	if (context.policyIds.length === 0) return [];
	return changes.flatMap((change) => {
		if (!require_base.isManifestPath(change.path)) return [];
		const [before, after] = require_manifests.textsOf(change, context.texts).map((text) => mutationsIn(text, context));
		return before === after ? [] : [require_manifests.openEntry(change, REASON$5)];
	});
}
/** What of a text can reach policies, as text. What cannot be read is reported by whoever reads manifests. */
const mutationsIn = (text, context) => mayMutate(text) ? (require_manifests.plainValues(text) ?? []).flatMap(require_manifests.objectsIn).flatMap((value) => mutationsOf(value, context)).map((mutation) => JSON.stringify(mutation)).join("\n") : "";
/** The parts of an object that can reach policies. */
function mutationsOf(value, context) {
	const { group, kind } = require_manifests.typeOf(value);
	const spec = value["spec"];
	switch (group) {
		case "kyverno.io":
			if (/^(?:Cluster)?Policy$/.test(kind)) return listAt(spec, "rules").filter((rule) => isMutation(rule, kindsIn(rule)));
			if (/^(?:Cluster)?CleanupPolicy$/.test(kind)) return kindsIn(require_manifests.valueAt(spec, "match")).policies ? [spec] : [];
			return kind === "PolicyException" && exceptsMutation(spec, context) ? [spec] : [];
		case "policies.kyverno.io": return /(?:Mutating|Deleting)Policy$/.test(kind) && reaches$1(spec, resourcesIn(spec)) ? [spec] : [];
		case "admissionregistration.k8s.io":
			if (kind === "MutatingAdmissionPolicyBinding") return [spec];
			if (kind === "MutatingAdmissionPolicy") return reaches$1(spec, resourcesIn(spec)) ? [spec] : [];
			return kind === "MutatingWebhookConfiguration" ? webhooksOf(value) : [];
		case "mutations.gatekeeper.sh": return kind !== "AssignImage" && reaches$1(spec, kindsIn(spec)) ? [spec] : [];
		default: return [];
	}
}
/** Fields of pods and namespaces by which policies tell them apart. */
const TRAITS$1 = /labels|hostNetwork|\bports\b/;
/** Whether a change to the selected objects can reach policies. */
const reaches$1 = (what, { policies, labelled }) => policies || labelled && TRAITS$1.test(JSON.stringify(what) ?? "");
function isMutation(rule, selected) {
	const mutate = require_manifests.valueAt(rule, "mutate");
	return mutate !== void 0 && reaches$1(mutate, selected);
}
/** What Kyverno and Gatekeeper select below a value, by the kinds that it lists or targets. */
function kindsIn(value) {
	if (Array.isArray(value)) return eitherSelected(value.map(kindsIn));
	if (!require_manifests.isRecord(value)) return eitherSelected([]);
	return eitherSelected(Object.entries(value).map(([key, child]) => {
		const named = key === "kinds" ? child : key === "kind" ? [child] : void 0;
		return Array.isArray(named) && named.every((item) => typeof item === "string") ? eitherSelected(named.map(selectedByKind)) : kindsIn(child);
	}));
}
const resourcesIn = (spec) => resourcesOf(listAt(spec, "matchConstraints", "resourceRules"));
const resourcesOf = (rules) => eitherSelected(rules.map((rule) => selectedByResource(textsAt(rule, "apiGroups"), textsAt(rule, "resources"))));
/** The webhooks that see policies. What one does is not to be seen; those for pods inject containers. */
const webhooksOf = (value) => listAt(value, "webhooks").filter((webhook) => resourcesOf(listAt(webhook, "rules")).policies).map((webhook) => [
	"name",
	"rules",
	"namespaceSelector",
	"objectSelector",
	"matchConditions"
].map((key) => require_manifests.valueAt(webhook, key)));
/** An exception from a rule that makes or changes policies; most are from rules that check. */
const exceptsMutation = (spec, { texts, policyIds }) => listAt(spec, "exceptions").some((exception) => {
	const name = String(require_manifests.valueAt(exception, "policyName")).replace(/^.*\//, "");
	return policyIds.some((id) => {
		const text = texts.text(id);
		return text.includes("kyverno.io") && text.includes(name) && /generate|mutate/.test(text);
	});
});
const listAt = (value, ...keys) => {
	const found = require_manifests.valueAt(value, ...keys);
	return Array.isArray(found) ? found : [];
};
const textsAt = (value, key) => listAt(value, key).filter((item) => typeof item === "string");

// src/unrendered/chart/pod-shape.ts
/** Keys of a template below which stands what policies tell about pods. */
const KEY = /^\s*(?:-\s+)?["']?(?:[\w.-]*[lL]abels|hostNetwork|ports)["']?\s*:/;
/**
* The lines of a template that say what its pods' labels, ports and network are: those keys with what stands
* deeper below them, and, because a condition may hold them, the conditions around.
*/
function podShape(template) {
	const kept = [];
	let depth = -1;
	const control = [];
	for (const line of template.split("\n")) {
		const indent = line.search(/\S/);
		if (indent < 0) continue;
		const isControl = /^\s*\{\{/.test(line);
		const key = KEY.test(line);
		if (depth >= 0 && (isControl || indent > depth)) kept.push(line.trim());
		else if (key) {
			depth = indent;
			kept.push(...control.splice(0), line.trim());
		} else {
			depth = -1;
			if (/\{\{-?\s*(?:if|with|range|else)\b/.test(line)) control.push(line.trim());
			if (/\{\{-?\s*end\b/.test(line)) control.pop();
		}
	}
	return kept.join("\n");
}

// src/unrendered/chart/templates.ts
const BLOCK = /\{\{-?[ \t\n]*(?:define[ \t]+"([^"\n]{1,200})"|(if|with|range|block|end)\b)[^}]{0,400}\}\}/g;
/** The path of another template of the same chart, of which a checksum is made. */
const INCLUDE = /\b(?:include|template)\s+(?:"([^"\n]+)"|(\$|\.|\((?!print\w* \$\.Template\.BasePath)))/g;
/** Definitions that one text leads to. */
const MAX_INCLUDED = 200;
/** Takes a template apart. Of a definition without an end, everything behind it is taken for a part. */
function splitDefinitions(text) {
	const definitions = [];
	const rest = [];
	let open;
	let behind = 0;
	let depth = 0;
	for (const { 0: found, 1: name, 2: word, index } of text.matchAll(BLOCK)) {
		if (open === void 0) {
			if (name === void 0) continue;
			rest.push(text.slice(behind, index));
			open = {
				name,
				start: index
			};
			depth = 1;
		} else depth += word === "end" ? -1 : 1;
		if (depth > 0) continue;
		behind = index + found.length;
		definitions.push([open.name, text.slice(open.start, behind)]);
		open = void 0;
	}
	if (open === void 0) rest.push(text.slice(behind));
	else definitions.push([open.name, text.slice(open.start)]);
	return {
		definitions,
		rest: rest.join("\n")
	};
}
/** A text with everything that it includes. A name that is computed may be any, and brings all. */
function withIncluded(text, definitions) {
	const seen = /* @__PURE__ */ new Set();
	const parts = [text];
	for (const part of parts) for (const [, name, computed] of part.matchAll(INCLUDE)) {
		const names = computed === void 0 ? [name ?? ""] : definitions.keys();
		for (const each of names) {
			if (seen.size >= MAX_INCLUDED) break;
			const body = definitions.get(each);
			if (body === void 0 || seen.has(each)) continue;
			seen.add(each);
			parts.push(body);
		}
	}
	return parts.join("\n");
}
/** Whether a template makes a policy; its kind can be a value, and then its fields tell. */
const namesPolicy$2 = (text) => text.includes("NetworkPolicy") || FIELDS$1.test(text);
const FIELDS$1 = /(?:^|[\s{,])(?:policyTypes|podSelector|endpointSelector)\s*:/m;
const VALUE = /\.Values((?:\.[A-Za-z_]\w*)+)/g;
const INDEXED = /\b(?:index|get|dig)\s+\(?\$?\.Values((?:\s+"[^"\n]+")+)/g;
/** `.Values` itself, handed on or given a name. */
const ALL = /\.Values(?![.\w])/;
const DUG = /\bdig((?:\s+"[^"\n]+")+)\s[^}\n]{0,80}?\$?\.Values(?![.\w])/g;
/** The values that a text reads, the image aside: it says nothing about who may talk to whom. */
function valuesRead(text) {
	const found = /* @__PURE__ */ new Map();
	for (const [, keys = ""] of text.matchAll(VALUE)) found.set(keys, keys.slice(1).split("."));
	for (const [, keys = ""] of text.matchAll(INDEXED)) {
		const path = [...keys.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key);
		found.set(path.join("."), path);
	}
	for (const [, keys = ""] of text.matchAll(DUG)) {
		const path = [...keys.matchAll(/"([^"]+)"/g)].slice(0, -1).map(([, key = ""]) => key);
		found.set(path.join("."), path);
	}
	const plain = text.replaceAll(INDEXED, "").replaceAll(DUG, "");
	if (ALL.test(plain)) found.set("", []);
	return [...found.values()].filter((path) => !path.some((key) => /image/i.test(key)));
}

// src/unrendered/chart/chart-model.ts
function readCharts(files, charts, texts) {
	const templates = files.filter(require_manifests.isTemplate);
	const definitions = require_base.lazily(() => allDefinitions(templates, texts));
	const naming = require_base.lazily(() => definitionsWithPolicy(definitions()));
	const isPolicyTemplate = (text) => {
		const own = splitDefinitions(text).rest;
		return namesPolicy$2(own) || includesOne(own, naming());
	};
	const policyTemplates = require_base.lazily(() => templates.filter(({ id }) => isPolicyTemplate(texts.text(id))));
	const named = require_base.lazily(() => require_manifests.chartsByName(files, texts));
	const dependencies = (file) => require_manifests.dependenciesIn(file, named(), charts);
	const dependenciesOf = (chart) => files.filter((file) => file.chart === chart && require_manifests.isMeta(file)).flatMap(({ id }) => dependencies({
		chart,
		text: texts.text(id)
	}) ?? []);
	const makesPolicies = (chart, seen = /* @__PURE__ */ new Set()) => {
		if (policyTemplates().some((file) => file.chart === chart)) return true;
		if (seen.has(chart)) return false;
		const inner = /* @__PURE__ */ new Set([...seen, chart]);
		return [...charts].some((other) => node_path.posix.dirname(other) === node_path.posix.join(chart, "charts") && makesPolicies(other, inner)) || dependenciesOf(chart).some((to) => to.chart !== void 0 && makesPolicies(to.chart, inner));
	};
	const switches = (chart) => [...chart === void 0 ? charts : [chart]].flatMap(dependenciesOf).filter((to) => to.chart !== void 0 && makesPolicies(to.chart)).flatMap((to) => to.switches);
	const read = (parts, chart) => {
		const all = parts.map((part) => withIncluded(part, definitions())).join("\n");
		const nested = /\btpl\b/.test(all) ? files.filter((file) => require_manifests.isValuesName(file.inside) && (chart ?? file.chart) === file.chart).map(({ id }) => texts.text(id)) : [];
		return valuesRead([all, ...nested].join("\n"));
	};
	const ofChart = (list, chart) => chart === void 0 ? list : list.filter((file) => file.chart === chart);
	const shapes = (chart) => ofChart(templates, chart).map(({ id }) => texts.text(id)).filter((text) => !isPolicyTemplate(text)).map(podShape).filter((shape) => shape !== "");
	const usedBy = (parts) => require_base.lazily(() => {
		const all = withIncluded(parts().join("\n"), definitions());
		return new Set(splitDefinitions(all).definitions.map(([name]) => name));
	});
	const policyUse = usedBy(() => policyTemplates().map(({ id }) => texts.text(id)));
	const podUse = usedBy(() => shapes());
	return {
		isPolicyTemplate,
		policiesUse: (definition) => naming().has(definition) || policyUse().has(definition),
		podsUse: (definition) => podUse().has(definition),
		makesPolicies: (chart) => makesPolicies(chart),
		policyValues: memoized((chart) => [...read(ofChart(policyTemplates(), chart).map(({ id }) => texts.text(id)), chart), ...switches(chart)]),
		podValues: memoized((chart) => read(shapes(chart), chart)),
		dependencies,
		hasDependencies: (chart) => dependenciesOf(chart).length > 0 || [...charts].some((other) => node_path.posix.dirname(other) === node_path.posix.join(chart, "charts"))
	};
}
function allDefinitions(templates, texts) {
	const all = /* @__PURE__ */ new Map();
	for (const { id } of templates) {
		const text = texts.text(id);
		if (!text.includes("define")) continue;
		for (const [name, body] of splitDefinitions(text).definitions) all.set(name, (all.get(name) ?? /* @__PURE__ */ new Set()).add(body));
	}
	return new Map([...all].map(([name, bodies]) => [name, [...bodies].join("\n")]));
}
/** The definitions that name a policy, or include one that does: from those that do, back to who includes them. */
function definitionsWithPolicy(definitions) {
	const found = /* @__PURE__ */ new Set();
	for (const [name, body] of definitions) if (namesPolicy$2(body)) found.add(name);
	if (found.size === 0) return found;
	const including = /* @__PURE__ */ new Map();
	for (const [name, body] of definitions) {
		if (COMPUTED.test(body)) found.add(name);
		for (const [, included = ""] of body.matchAll(NAMED$1)) require_base.addTo(including, included, name);
	}
	for (const name of found) for (const by of including.get(name) ?? []) found.add(by);
	return found;
}
function includesOne(text, definitions) {
	if (definitions.size === 0) return false;
	return COMPUTED.test(text) || [...text.matchAll(NAMED$1)].some(([, name = ""]) => definitions.has(name));
}
const NAMED$1 = /\b(?:include|template)\s+"([^"\n]+)"/g;
const COMPUTED = /\b(?:include|template)\s+(?:\$|\.|\((?!print\w* \$\.Template\.BasePath))/;
function memoized(compute) {
	const known = /* @__PURE__ */ new Map();
	return (chart) => {
		const value = known.get(chart) ?? compute(chart);
		known.set(chart, value);
		return value;
	};
}

// src/unrendered/chart/chart-ledger.ts
const SIDES$2 = ["base", "head"];
/**
* Changed files of charts that decide which policies there are, or which labels pods have: templates, definitions,
* dependencies, charts in archives. Values are another entry's business.
*/
function ledgerOfCharts(changes, context) {
	if (context.charts.size === 0) return [];
	return changes.flatMap((change) => {
		const place = require_manifests.placeInChart(change.path, context.charts);
		const about = place && aboutOf(change, place, context, changes);
		if (place === void 0 || about === void 0) return [];
		return [require_manifests.openEntry(change, `part of the Helm chart in ${place.chart}, ${about}: not rendered`)];
	});
}
const POLICIES = "whose templates hold policies";
const PODS = "whose pods policies tell apart";
function aboutOf(change, place, context, changes) {
	const { texts, policies } = context;
	const [before, after] = require_manifests.textsOf(change, texts);
	if (/^(?:Chart|requirements)\.yaml$/.test(place.inside)) return metaReaches(change, {
		...place,
		before,
		after
	}, context) ? POLICIES : void 0;
	if (/^charts\/[^/]+\.t(?:ar\.)?gz$/.test(place.inside)) return policies.any ? "which may hold policies" : void 0;
	if (!place.inside.startsWith("templates/")) return !/^(?:crds\/|Chart\.|requirements\.|values)/.test(place.inside) && namesPolicy$2(`${before}\n${after}`) ? POLICIES : void 0;
	if (templateReaches(before, after, context)) return POLICIES;
	return podsReach(change, {
		...place,
		before,
		after
	}, {
		...context,
		changes
	}) ? PODS : void 0;
}
/** A template that renders to a policy, or a definition that one is made with. */
function templateReaches(before, after, { model }) {
	if (model.isPolicyTemplate(before) || model.isPolicyTemplate(after)) return true;
	return changedDefinitions(before, after).some(model.policiesUse);
}
function changedDefinitions(before, after) {
	const [old, now] = [before, after].map((text) => new Map(splitDefinitions(text).definitions));
	return [.../* @__PURE__ */ new Set([...old?.keys() ?? [], ...now?.keys() ?? []])].filter((name) => old?.get(name) !== now?.get(name));
}
function podsReach(change, { chart, before, after }, context) {
	const { policies, model } = context;
	if (!policies.any) return false;
	const [old = "", now = ""] = [before, after].map(podShape);
	const comesOrGoes = change.base === void 0 || change.head === void 0;
	const moved = comesOrGoes ? isReplaced$1(chart, context) : old !== now;
	if (moved && /hostNetwork/.test(`${old}\n${now}`)) return true;
	if (!policies.selects()) return false;
	return moved || !comesOrGoes && changedDefinitions(before, after).some(model.podsUse);
}
/** Whether templates with pods are gone while others came, with other labels, ports or network. */
function isReplaced$1(chart, { changes, charts, texts }) {
	const [gone = [], came = []] = SIDES$2.map((side) => changes.filter((change) => change[side === "base" ? "head" : "base"] === void 0).filter(({ path }) => {
		const place = require_manifests.placeInChart(path, charts);
		return place?.chart === chart && place.inside.startsWith("templates/");
	}).flatMap((change) => {
		const entry = change[side];
		return entry?.mode === "file" ? [podShape(texts.text(entry.id))] : [];
	}).filter((shape) => shape !== ""));
	return gone.length > 0 && came.length > 0 && gone.toSorted().join("\n") !== came.toSorted().join("\n");
}
function metaReaches(change, { chart, inside, before, after }, { model, policies, policyPaths }) {
	const folder = chart === "." ? "" : `${chart}/`;
	const makes = model.makesPolicies(chart);
	const appears = change.base === void 0 || change.head === void 0;
	if (inside === "Chart.yaml" && appears) return makes || policyPaths().some((path) => path.startsWith(folder));
	const [old, now] = [before, after].map((text) => model.dependencies({
		chart,
		text
	}));
	if (old === void 0 || now === void 0) return makes || policies.any;
	if (inside === "Chart.yaml" && nameOf(before) !== nameOf(after)) return makes || policies.selects();
	const texts = [old, now].map((list) => new Set(list.map(({ text }) => text)));
	return [...old.filter(({ text }) => texts[1]?.has(text) !== true), ...now.filter(({ text }) => texts[0]?.has(text) !== true)].some((to) => to.chart === void 0 ? policies.any : model.makesPolicies(to.chart));
}
const nameOf = (text) => {
	const [value] = require_manifests.plainValues(text) ?? [];
	return require_manifests.isRecord(value) ? require_manifests.valueAt(value, "name") : void 0;
};

// src/unrendered/chart/templated-values.ts
const ACTION = /\{\{[^\n]{0,300}?\}\}/g;
/** A line that is an action and nothing else. */
const ACTION_LINE = /^[ \t]*\{\{[^\n]*\}\}[ \t]*\r?$/;
/**
* A text in a template language as YAML, perhaps: each action becomes a word that stands for it, and all branches are
* in.
*/
function withoutActions(text) {
	const lines = text.split("\n");
	return {
		text: lines.map((line) => ACTION_LINE.test(line) ? "" : line.replaceAll(ACTION, wordFor)).join("\n"),
		actions: lines.filter((line) => ACTION_LINE.test(line)).map((line) => line.trim()).join("\n")
	};
}
/** Of letters and digits, which mean nothing to YAML. */
const wordFor = (action) => `t${Buffer.from(action).toString("hex")}`;
/** The actions that words of a text stand for. */
const actionsIn = (text) => [...text.matchAll(/\bt((?:[0-9a-f]{2}){4,})\b/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString()).join("\n");

// src/unrendered/chart/values-at.ts
/** Values that no policy and no label is made of, where a template reads all. */
const HARMLESS$3 = /image|^(?:tag|replicas|replicaCount|resources|(?:extra)?env(?:Vars|From)?|\w+Probe|nodeSelector|tolerations|affinity|(?:pod)?annotations)$/i;
/** Values of charts in charts: deeper than that nobody nests. */
const MAX_CHARTS = 3;
/** What values say at the paths, as text. Below keys of their own are the values of the charts that come along. */
function valuesAt({ roots, actions }, read, { nested }) {
	const found = (nested ? roots.flatMap((root) => withCharts(root, MAX_CHARTS)) : roots).flatMap((root) => read.flatMap((path) => {
		const value = path.length === 0 ? withoutHarmless$1(root, 0) : require_manifests.valueAt(root, ...path);
		return value === void 0 ? [] : [`${path.join(".")} ${JSON.stringify(value)}`];
	}));
	return found.length === 0 ? "" : [...found, actions].join("\n");
}
function withCharts(root, depth) {
	if (depth === 0) return [root];
	return [root, ...Object.values(root).filter(require_manifests.isRecord).flatMap((child) => withCharts(child, depth - 1))];
}
/** Values without those for images, sizes and places, which say nothing about who may talk to whom. */
function withoutHarmless$1(value, depth) {
	if (depth > 20) return value;
	if (Array.isArray(value)) return value.map((item) => withoutHarmless$1(item, depth + 1));
	if (!require_manifests.isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([key]) => !HARMLESS$3.test(key)).map(([key, child]) => [key, withoutHarmless$1(child, depth + 1)]));
}
/**
* The values in a text: a file without a kind, or what stands below `values` in its objects. Undefined where the
* text cannot be read.
*/
function valuesIn(text) {
	const plain = text.includes("{{") ? void 0 : require_manifests.plainValues(text);
	if (plain !== void 0) return {
		roots: plain.flatMap(rootsOf),
		actions: ""
	};
	const { text: bare, actions } = withoutActions(text);
	const values = require_manifests.plainValues(bare);
	return values && {
		roots: values.flatMap(rootsOf),
		actions
	};
}
function rootsOf(value) {
	if (!require_manifests.isRecord(value)) return [];
	const isHolder = Array.isArray(value["releases"]);
	return value["kind"] !== void 0 && value["apiVersion"] !== void 0 || isHolder ? held(value, 0) : [value];
}
const MAX_DEPTH$3 = 8;
const HOLDER = /^values(?:Object|Inline)?$|\.ya?ml$/;
/** Parameters by name, of Argo CD and helmfile. */
const PARAMETERS = /^(?:parameters|set)$/;
function held(value, depth) {
	if (depth > MAX_DEPTH$3) return [];
	if (Array.isArray(value)) return value.flatMap((item) => held(item, depth + 1));
	if (!require_manifests.isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => {
		if (PARAMETERS.test(key) && Array.isArray(child)) return child.flatMap(parameter);
		if (!HOLDER.test(key)) return held(child, depth + 1);
		return (typeof child === "string" ? require_manifests.plainValues(child) ?? [] : [child]).flat().filter(require_manifests.isRecord);
	});
}
/** `{name: netpol.on, value: "false"}` as the values that it sets. */
function parameter(item) {
	const [name, value] = [require_manifests.valueAt(item, "name"), require_manifests.valueAt(item, "value")];
	if (typeof name !== "string" || name === "") return [];
	const values = name.split(".").reduceRight((inner, key) => ({ [key]: inner }), value ?? null);
	return require_manifests.isRecord(values) ? [values] : [];
}

// src/unrendered/chart/pod-values.ts
const MAX_DEPTH$2 = 12;
const LABELS = /labels$/i;
/** Labels of something else than pods, or conditions on labels. */
const ELSEWHERE = /^(?:match|node|namespace)labels$|service|ingress|route|persistence|rbac|dashboard|rule|monitor|affinity|topology|configmap|secret/i;
/** From these, charts make the labels that tell their pods apart. */
const NAMES = /^(?:fullnameOverride|nameOverride|releaseName)$/;
/**
* Whether values that changed can change what policies tell about the pods of a chart. By custom their labels
* stand below keys that end in `labels`; others are only known where the chart is here.
*/
function podValuesReach(before, after, policies) {
	if (!policies.any) return false;
	const [old, now] = [before, after].map((values) => podValues(values, 0));
	const texts = [old, now].map((list) => new Set(list?.map(({ text }) => text)));
	return [...(old ?? []).filter(({ text }) => texts[1]?.has(text) !== true), ...(now ?? []).filter(({ text }) => texts[0]?.has(text) !== true)].some(({ about, label }) => {
		if (about === "network") return true;
		return label === void 0 ? policies.selects() : policies.mention(label);
	});
}
function podValues(value, depth) {
	if (depth > MAX_DEPTH$2) return [];
	if (Array.isArray(value)) return value.flatMap((item) => podValues(item, depth + 1));
	if (!require_manifests.isRecord(value)) return [];
	const { name } = value;
	if (typeof name === "string" && "value" in value && name.includes(".") && depth > 0) return podValues(nested(name.split("."), value["value"]), depth + 1);
	return Object.entries(value).flatMap(([key, child]) => {
		if (ELSEWHERE.test(key)) return [];
		if (key === "hostNetwork") return child === false || child === null ? [] : [{
			about: "network",
			text: `${key} ${JSON.stringify(child)}`
		}];
		if (NAMES.test(key)) return [{
			about: "label",
			text: `${key} ${JSON.stringify(child)}`
		}];
		if (!LABELS.test(key)) return podValues(child, depth + 1);
		if (!require_manifests.isRecord(child)) return child === null || child === "" ? [] : [{
			about: "label",
			text: `${key} ${JSON.stringify(child)}`
		}];
		return Object.entries(child).map(([label, text]) => ({
			about: "label",
			label,
			text: `${key} ${label} ${JSON.stringify(text)}`
		}));
	});
}
const nested = ([key, ...rest], value) => key === void 0 ? value : { [key.replaceAll("\\", "")]: nested(rest, value) };

// src/unrendered/chart/chart-values.ts
/**
* Changed values for charts, wherever they stand: in a file of the chart or of another folder, a HelmRelease, an
* Application. Those that a template with a policy reads decide, and those that become labels of pods, if policies
* ask for them.
*/
function ledgerOfChartValues(changes, context) {
	const candidates = changes.filter(({ path }) => mayHoldValues(path, context));
	const replaced = require_base.lazily(() => isReplaced(candidates, context));
	return candidates.flatMap((change) => {
		const reason = reasonOf$1(change, {
			...context,
			replaced
		});
		return reason === void 0 ? [] : [require_manifests.openEntry(change, reason)];
	});
}
function mayHoldValues(path, { charts }) {
	if (require_base.isKustomization(path)) return false;
	const place = require_manifests.placeInChart(path, charts);
	return place === void 0 || !/^(?:templates|crds)\/|^(?:Chart|requirements)\./.test(place.inside);
}
function reasonOf$1(change, { texts, charts, model, policies, replaced }) {
	const chart = require_manifests.placeInChart(change.path, charts)?.chart;
	const isAlone = chart !== void 0 && !model.hasDependencies(chart);
	const own = isAlone ? chart : void 0;
	const both = require_manifests.textsOf(change, texts);
	const [old, now] = both.map(valuesIn);
	if (old === void 0 || now === void 0) {
		const text = both.join("\n");
		return charts.size > 0 && model.policyValues(own).some(([key]) => namesKey(text, key)) ? "values of a chart with network policies, which cannot be read" : void 0;
	}
	const differs = (read) => read.length > 0 && valuesAt(old, read, { nested: !isAlone }) !== valuesAt(now, read, { nested: !isAlone });
	if (charts.size > 0 && differs(model.policyValues(own))) return "values that a chart's network policies read changed: the chart is not rendered";
	if (!policies.any) return void 0;
	if ((change.base === void 0 || change.head === void 0) && !replaced()) return void 0;
	return podValuesReach(old.roots, now.roots, policies) || charts.size > 0 && policies.selects() && differs(model.podValues(own)) ? "values that become labels or network of pods changed: the chart is not rendered" : void 0;
}
const namesKey = (text, key) => key === void 0 || new RegExp(`\\b${key.replaceAll(/\W/g, "\\$&")}["']?\\s*:`).test(text);
const SIDES$1 = ["base", "head"];
/** Whether some values with labels or network of pods are gone while others came: they may be the same. */
function isReplaced(changes, { texts, policies }) {
	const [gone, came] = SIDES$1.map((side) => changes.filter((change) => change[side === "base" ? "head" : "base"] === void 0).flatMap((change) => valuesIn(require_manifests.textAt(change[side], texts))?.roots ?? []));
	return [gone, came].every((roots) => podValuesReach([], roots, policies));
}

// src/unrendered/appliers/release-fields.ts
const RELEASE = "helm.toolkit.fluxcd.io";
const SOURCE = "source.toolkit.fluxcd.io";
/** What decides about a chart of Flux, besides its values: those are other entries' business. */
const CHART = [
	"chart",
	"sourceRef",
	"valuesFile",
	"valuesFiles",
	"suspend"
];
/** The same of a release. */
const RELEASED = [
	"suspend",
	"targetNamespace",
	"releaseName",
	"valuesFrom",
	"kubeConfig"
];
/**
* The deciding fields of a HelmRelease or a HelmChart that takes its chart from this repository, where the chart
* holds policies; undefined for all others.
*/
function releaseFields(value, policyPaths) {
	const { group, kind } = require_manifests.typeOf(value);
	if (group === SOURCE && kind === "HelmChart") {
		const chart = require_manifests.valueAt(value, "spec");
		return holdsPolicies(chart, policyPaths) ? fieldsOf(chart, CHART) : void 0;
	}
	if (group !== RELEASE || kind !== "HelmRelease") return void 0;
	const reference = require_manifests.valueAt(value, "spec", "chartRef");
	const chart = require_manifests.valueAt(value, "spec", "chart", "spec");
	if (!(reference === void 0 ? holdsPolicies(chart, policyPaths) : policyPaths.some((path) => /(?:^|\/)templates\//.test(path)))) return void 0;
	return [
		reference,
		fieldsOf(chart, CHART),
		fieldsOf(require_manifests.valueAt(value, "spec"), RELEASED)
	];
}
const fieldsOf = (value, keys) => keys.map((key) => require_manifests.valueAt(value, key));
/** Whether a chart is a folder with policies below. */
function holdsPolicies(spec, policyPaths) {
	const chart = require_manifests.valueAt(spec, "chart");
	if (typeof chart !== "string") return false;
	const source = String(require_manifests.valueAt(spec, "sourceRef", "kind"));
	if (!/^\.|\//.test(chart) && !/^(?:GitRepository|Bucket)$/.test(source)) return false;
	const folder = node_path.posix.join("/", chart, "/").slice(1);
	return policyPaths.some((path) => path.startsWith(folder));
}

// src/unrendered/appliers/applier-fields.ts
/** What an object says about which manifests are applied; undefined where it applies none. */
function applyingOf(value, policyPaths) {
	const { group, kind } = require_manifests.typeOf(value);
	const applier = require_manifests.applierOf(group, kind) ?? unknownApplier(value, group, policyPaths);
	const fields = releaseFields(value, policyPaths) ?? (applier && decidingFields(value, applier));
	if (fields === void 0) return void 0;
	const metadata = value["metadata"];
	const identity = [
		kind,
		require_manifests.valueAt(metadata, "namespace"),
		require_manifests.valueAt(metadata, "name")
	];
	const annotations = require_manifests.valueAt(metadata, "annotations");
	const marks = require_manifests.isRecord(annotations) ? Object.entries(annotations).filter(([key]) => require_manifests.DECIDING_ANNOTATION.test(key)) : [];
	const labels = applier?.labels === true ? require_manifests.valueAt(metadata, "labels") : void 0;
	return {
		identity: JSON.stringify(identity),
		decides: JSON.stringify([
			...identity,
			fields,
			marks,
			labels
		]),
		onlyWhereItWas: applier?.onlyWhereItWas === true
	};
}
/** Kinds with a field for a folder are appliers whatever they are called, where the folder holds policies. */
function unknownApplier(value, group, policyPaths) {
	if (!group.includes(".") || /(?:^|\.)(?:k8s\.io|fluxcd\.io|argoproj\.io)$/.test(group)) return void 0;
	return leadsToPolicies(value["spec"], policyPaths) ? { group } : void 0;
}
const FOLDER_KEY = /(?:path|dir|directory|folder)s?$/i;
function leadsToPolicies(value, policyPaths, key = "") {
	if (typeof value === "string") {
		if (!FOLDER_KEY.test(key) || value.includes("://")) return false;
		const folder = node_path.posix.join("/", value, "/").slice(1);
		return folder !== "" && policyPaths.some((path) => path.startsWith(folder));
	}
	if (Array.isArray(value)) return value.some((item) => leadsToPolicies(item, policyPaths, key));
	return require_manifests.isRecord(value) && Object.entries(value).some(([name, child]) => leadsToPolicies(child, policyPaths, name));
}
function decidingFields(value, { group, fields, harmless }) {
	const spec = require_manifests.isRecord(value["spec"]) ? value["spec"] : value;
	const kept = Object.entries(spec).filter(([key]) => spec === value ? !OUTER.has(key) : fields?.includes(key) ?? harmless?.includes(key) !== true);
	const isSource = group === "source.toolkit.fluxcd.io";
	return withoutValues(Object.fromEntries(kept.map(([key, child]) => [key, isSource && key === "ref" ? unversioned(child) : child])));
}
const OUTER = /* @__PURE__ */ new Set([
	"apiVersion",
	"kind",
	"metadata",
	"status"
]);
/** What a source follows, without versions: what a newer one holds cannot be told from here. */
const unversioned = (ref) => [
	"branch",
	"commit",
	"name"
].map((key) => require_manifests.valueAt(ref, key));
/** What Helm is told besides values. */
const HELM = [
	"valueFiles",
	"parameters",
	"fileParameters",
	"releaseName",
	"namespace",
	"ignoreMissingValueFiles"
];
/**
* A source without the values of a chart, and without the version of one from elsewhere: those are other entries'
* business. Which revision of a folder is applied, and with which files of values, is this one's.
*/
function withoutValues(value) {
	if (Array.isArray(value)) return value.map(withoutValues);
	if (!require_manifests.isRecord(value)) return value;
	const isFolder = typeof value["path"] === "string";
	const isKept = ([key]) => key !== "images" && !require_manifests.NEVER.has(key) && (isFolder || !["helm", "targetRevision"].includes(key));
	return Object.fromEntries(Object.entries(value).filter(isKept).map(([key, child]) => [key, keptOf(key, child)]).toSorted(([a], [b]) => a < b ? -1 : 1));
}
function keptOf(key, child) {
	if (key === "helm") return HELM.map((name) => withoutImages(require_manifests.valueAt(child, name)));
	if (key === "syncPolicy") return require_manifests.valueAt(child, "managedNamespaceMetadata");
	return withoutValues(child);
}
/** Parameters without those for an image, which says nothing about who may talk to whom. */
const withoutImages = (found) => Array.isArray(found) ? found.filter((item) => !/(?:^|\.)image\.\w+$/.test(String(require_manifests.valueAt(item, "name")))) : found;

// src/unrendered/appliers/gitops-ledger.ts
/** Kustomize plugins that come with it, and JSON patches: they reshape policies without naming the kind. */
const RESHAPES$1 = /^apiVersion: *builtin\b|^- *(?:op|path): /m;
const RESHAPED = /policyTypes|podSelector|\/spec\/(?:in|e)gress|NetworkPolicy|namespace/;
/**
* Changed objects of Flux, Argo CD and others that decide which manifests are applied, and patches that reshape
* them. They are not followed yet, so a change that can reach a policy leaves the answer open.
*/
function reasonOfObjects({ path, base, head }, { texts, policyPaths }) {
	if (!require_base.isManifestPath(path)) return void 0;
	const [before, after] = [base, head].map((entry) => entry?.mode === "file" ? texts.text(entry.id) : "");
	if (before === void 0 || after === void 0) return void 0;
	const both = `${before}\n${after}`;
	const appliesPolicies = () => policyPaths().length > 0;
	if (RESHAPES$1.test(both) && RESHAPED.test(both) && appliesPolicies()) return {
		reason: "a patch or transformer that can reshape policies: not applied",
		decides: true
	};
	if (!mayNameApplier(both) || !appliesPolicies()) return void 0;
	const changed = changedAppliers(appliedBy(before, policyPaths()), appliedBy(after, policyPaths()));
	if (changed.length === 0) return void 0;
	return {
		reason: "it decides which manifests are applied, and is not followed",
		decides: changed.some(namesFolder)
	};
}
/** A group of a known applier, or a folder in an object of a group that is not Kubernetes' own. */
const mayNameApplier = (text) => require_manifests.namesApplier(text) || FOREIGN_GROUP.test(text) && FOLDER_FIELD.test(text) || require_manifests.mayHideWords(text);
const FOREIGN_GROUP = /\bapiVersion["']?\s*:\s*["']?(?![\w.-]*k8s\.io\/)[\w-]+\.[\w.-]+\//;
const FOLDER_FIELD = /(?:path|dir|directory|folder)s?["']?\s*:/i;
function changedAppliers(old, now) {
	const before = new Set(old.map(({ identity }) => identity));
	const counted = now.filter(({ identity, onlyWhereItWas }) => !onlyWhereItWas || before.has(identity));
	const texts = (appliers) => appliers.map(({ decides }) => decides);
	return differing$1(texts(old), texts(counted));
}
const differing$1 = (old, now) => [...old.filter((fields) => !now.includes(fields)), ...now.filter((fields) => !old.includes(fields))];
/** The objects in a text that apply manifests; the text itself where it cannot be read. */
function appliedBy(text, policyPaths) {
	const values = require_manifests.plainValues(text);
	if (values !== void 0) return values.flatMap(require_manifests.objectsIn).flatMap((value) => applyingOf(value, policyPaths) ?? []);
	return mayApply(text) ? [{
		identity: "",
		decides: text,
		onlyWhereItWas: false
	}] : [];
}
const KIND$1 = new RegExp(String.raw`\bkind["']?\s*:\s*["']?(?:${require_manifests.APPLIERS.flatMap(({ kinds }) => kinds ?? []).join("|")})\b`);
const FOLDER_CHART = /\bchart["']?\s*:\s*["']?(?:\.|[^\s"']{0,300}\/)/;
/** Whether a text that cannot be read may hold such an object. */
const mayApply = (text) => require_manifests.mayHideWords(text) || require_manifests.namesApplier(text) && (KIND$1.test(text) || FOLDER_CHART.test(text));
/** A chart from a registry holds no policy of this repository; a folder can lead on to any. */
const namesFolder = (fields) => !fields.includes("\"chart\":") || fields.includes("\"path\":");

// src/unrendered/kustomize/helm-charts.ts
/** What neither the manifests of a chart nor their place depend on. */
const HARMLESS$2 = /* @__PURE__ */ new Set([
	"version",
	"valuesInline",
	"includeCRDs",
	"skipTests",
	"debug"
]);
/**
* Whether charts that a kustomization inflates changed in a way that can reach policies. A chart from elsewhere
* may hold policies. Its version is not this repository's business, unless its values say that it makes policies.
*/
function chartsReach(before, after, policies) {
	if (!sameText(before["helmGlobals"], after["helmGlobals"])) return policies.any;
	const [old, now] = [before, after].map(chartsIn);
	if (old === void 0 || now === void 0) return policies.any;
	return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].some((name) => chartReaches(old.get(name), now.get(name), policies));
}
/** The same for one chart, as a generator writes it too. */
function chartReaches(before, after, policies) {
	if (sameText(before, after)) return false;
	const both = JSON.stringify([before, after]);
	if (require_manifests.POLICY_KEY.test(both) && !sameText(policyParts(before), policyParts(after))) return true;
	if (!policies.any) return false;
	if (before === void 0 || after === void 0) return true;
	if (!sameText(withoutHarmless(before), withoutHarmless(after))) return true;
	if (before["version"] !== after["version"] && require_manifests.POLICY_KEY.test(both)) return true;
	return podValuesReach(before["valuesInline"], after["valuesInline"], policies);
}
const sameText = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const withoutHarmless = (chart) => Object.entries(chart).filter(([key]) => !HARMLESS$2.has(key)).toSorted(([a], [b]) => a < b ? -1 : 1);
/** Values below keys that name network policy, with the version that makes policies of them. */
function policyParts(chart) {
	const parts = [];
	const visit = (value, depth) => {
		if (depth > 20 || typeof value !== "object" || value === null) return;
		for (const [key, child] of Object.entries(value)) if (require_manifests.POLICY_KEY.test(key)) parts.push([key, child]);
		else visit(child, depth + 1);
	};
	visit(chart?.["valuesInline"], 0);
	return parts;
}
/** By what they are called; a list of another form is not read. */
function chartsIn(fields) {
	const { helmCharts = [], helmChartInflationGenerator = [] } = fields;
	if (!Array.isArray(helmCharts) || !Array.isArray(helmChartInflationGenerator)) return void 0;
	const charts = /* @__PURE__ */ new Map();
	for (const chart of [...helmCharts, ...helmChartInflationGenerator]) {
		if (!require_manifests.isRecord(chart)) return void 0;
		const name = [
			"name",
			"chartName",
			"releaseName",
			"namespace"
		].map((key) => String(require_manifests.valueAt(chart, key)));
		charts.set(name.join(" "), chart);
	}
	return charts;
}

// src/unrendered/kustomize/label-fields.ts
/** The labels of the fields `labels` and `commonLabels`; undefined where they have another form. */
function givenLabels(fields) {
	const { labels = [], commonLabels = {} } = fields;
	if (!Array.isArray(labels) || !require_manifests.isRecord(commonLabels)) return void 0;
	const given = Object.entries(commonLabels).map(([key, value]) => labelOf(key, [value], true));
	for (const item of labels) {
		if (!require_manifests.isRecord(item) || !require_manifests.isRecord(item["pairs"])) return void 0;
		const { pairs, ...how } = item;
		const inSelectors = how["includeSelectors"] === true || how["fields"] !== void 0;
		for (const [key, value] of Object.entries(pairs)) given.push(labelOf(key, [value, how], inSelectors));
	}
	return given;
}
const labelOf = (key, about, inSelectors) => ({
	key,
	inSelectors,
	text: JSON.stringify([
		key,
		inSelectors,
		about
	])
});

// src/unrendered/kustomize/list-reach.ts
/** Manifests from elsewhere, whatever their version: as with charts, a newer one is not this repository's. */
const remotesOf = (entries) => entries.map((path) => path.replaceAll(/v?\d{1,20}\.\d[\w.+-]{0,100}(?=\/|$|&)/g, "#")).toSorted().join("\n");
const REMOTE = /:\/\/|^git@|\?ref=|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|net|dev)\//;
/**
* Whether manifests that a kustomization lists no more, or lists now, bear on policies. Workloads alone do where they
* take the place of others: what comes or goes by itself moves no pod.
*/
function listsReach(before, after, context) {
	const { folder, fileAt } = context;
	const [old, now] = [require_manifests.entriesOf(before), require_manifests.entriesOf(after)];
	const removed = old.filter((entry) => !now.includes(entry));
	const added = now.filter((entry) => !old.includes(entry));
	const isRemote = (entry) => REMOTE.test(entry);
	if (remotesOf(removed.filter(isRemote)) !== remotesOf(added.filter(isRemote))) return true;
	const isLocal = (entry) => !isRemote(entry);
	const gone = require_manifests.closureOf(removed.filter(isLocal), {
		folder,
		side: "base"
	}, context);
	const came = require_manifests.closureOf(added.filter(isLocal), {
		folder,
		side: "head"
	}, context);
	if ([gone, came].some((at) => at.policies || at.namespaces || at.appliers || at.opaque)) return true;
	if (gone.workloads.length > 0 && came.workloads.length > 0) {
		const stays = gone.workloads.some(({ path }) => fileAt("head", path) !== void 0);
		const stood = came.workloads.some(({ path }) => fileAt("base", path) !== void 0);
		if (stays || stood) return true;
	}
	return false;
}

// src/unrendered/kustomize/pod-traits.ts
/** Fields of pods that policies tell apart. */
const TRAITS = /* @__PURE__ */ new Set([
	"labels",
	"hostNetwork",
	"ports"
]);
/** What holds them: to drop or to replace one drops them too. */
const HOLDERS = /* @__PURE__ */ new Set([
	"template",
	"metadata",
	"spec",
	"labels",
	"ports"
]);
/** What a patch says about the pods' labels, ports and network, as text; all of it where it cannot be read. */
function podTraitsIn(text) {
	const values = require_manifests.plainValues(text);
	return values === void 0 ? text : podTraits(values).join("\n");
}
function podTraits(value, parent = "") {
	if (Array.isArray(value)) return value.flatMap((item) => podTraits(item));
	if (!require_manifests.isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => TRAITS.has(key) || key === "$patch" && HOLDERS.has(parent) || isDropped(key, child) ? [`${key} ${JSON.stringify(child)}`] : podTraits(child, key));
}
const isDropped = (key, child) => child === null && HOLDERS.has(key);

// src/unrendered/kustomize/target-kinds.ts
/** Kinds that neither are policies nor hold them, and that policies do not look at. */
const LEAVES_POLICIES_ALONE = /^(?:Service|ServiceAccount|Ingress|ConfigMap|Secret|PersistentVolume(?:Claim)?|StorageClass|(?:Cluster)?Role(?:Binding)?|HorizontalPodAutoscaler|PodDisruptionBudget|PriorityClass|LimitRange|ResourceQuota|CustomResourceDefinition|Validating\w+|Mutating\w+|Certificate|(?:Cluster)?Issuer|ServiceMonitor|PodMonitor|PrometheusRule|HTTPRoute|Gateway|VirtualService|DestinationRule|ExternalSecret)$/;
const WORKLOAD_KIND = /^(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)$/;

// src/unrendered/kustomize/replacement-reach.ts
/** Where policies look at a pod, and whatever such a field is a part of. */
const POD_FIELD$1 = /labels|hostNetwork|ports|^metadata\.namespace$|^(?:metadata|spec)$|template(?:\.(?:metadata|spec))?$|ontainers(?:\.[^.]+)?$/i;
/** Whether a document has the form of a replacement. */
const isReplacement = (value) => require_manifests.isRecord(value) && Array.isArray(value["targets"]);
/** Whether a replacement can write into a policy, or into what policies tell about pods. */
function replacementReaches(replacement) {
	const targets = require_manifests.valueAt(replacement, "targets");
	if (!Array.isArray(targets)) return true;
	return targets.some((target) => {
		const kind = require_manifests.valueAt(target, "select", "kind");
		if (typeof kind !== "string") return true;
		if (LEAVES_POLICIES_ALONE.test(kind)) return false;
		if (!WORKLOAD_KIND.test(kind)) return true;
		const fields = require_manifests.valueAt(target, "fieldPaths");
		return !Array.isArray(fields) || fields.some((field) => POD_FIELD$1.test(String(field).replaceAll("/", ".")));
	});
}

// src/unrendered/kustomize/patch-reach.ts
/** Words of patches that reach a policy, or say to which objects it applies. */
const RESHAPES = /polic|podSelector|spec\/(?:in|e)gress|namespace|metadata\/(?:name|labels)|\/labels\b/i;
/**
* Whether the difference between two patches can reach a policy, or what policies tell about pods. A part of an
* object reaches what it is a part of; an operation whatever it is applied to. What stands in both changes nothing.
*/
const patchReaches$1 = (before, after) => before !== after && (reachesPolicy(before, after) || reachesPolicy(after, before) || podTraitsIn(before) !== podTraitsIn(after));
/** Whether one patch can, for the objects that it is aimed at. */
function aimedPatchReaches(text, target) {
	const kind = require_manifests.valueAt(target, "kind");
	if (typeof kind === "string" && LEAVES_POLICIES_ALONE.test(kind)) return false;
	if (typeof kind === "string" && POLICY_PART.test(kind)) return true;
	return patchReaches$1("", text);
}
function reachesPolicy(text, other) {
	const values = require_manifests.plainValues(text);
	if (values === void 0) return RESHAPES.test(text);
	const standing = new Set((require_manifests.plainValues(other) ?? []).flat().map((value) => JSON.stringify(value)));
	return values.flat().filter((value) => !standing.has(JSON.stringify(value))).some((value) => {
		if (isReplacement(value)) return replacementReaches(value);
		if (!require_manifests.isRecord(value)) return false;
		const kind = String(value["kind"]);
		if (kind === "undefined" || /builtin/.test(String(value["apiVersion"]))) return RESHAPES.test(JSON.stringify(value)) || operates(value);
		return POLICY_PART.test(kind) || /network[-_]?polic/i.test(JSON.stringify(value));
	});
}
const POLICY_PART = /NetworkPolicy|^(?:Namespace|NetworkSet|EgressFirewall|Tier)$/;
/** Whole objects, and what Flux applies: the target may be a policy, or the Kustomization that applies one. */
const OPERATED = /^(?:\/(?:kind|apiVersion|metadata|spec|spec\/(?:suspend|path))?)?$/;
/** Parts of a workload with its pods' labels, ports or network in them. */
const POD_PART = /^\/spec(?:\/jobTemplate(?:\/spec)?)?(?:\/template(?:\/(?:metadata|spec))?)?(?:\/(?:initC|c)ontainers(?:\/\d+)?)?$/;
const POD_FIELD = /\/hostNetwork$|ontainers\/\d+\/ports(?:\/|$)/;
const ANNOTATIONS = /^\/metadata\/annotations(?:\/(.*))?$/;
/** Whether a JSON patch operation can reach a policy, whatever it is applied to. */
function operates({ op, path, from, value }) {
	if (typeof op !== "string" || op === "test") return false;
	return [path, from].some((pointer) => {
		if (typeof pointer !== "string") return false;
		if (OPERATED.test(pointer) || POD_FIELD.test(pointer)) return true;
		if (POD_PART.test(pointer)) return op !== "add" || !/\/\d+$/.test(pointer);
		const annotation = ANNOTATIONS.exec(pointer);
		if (annotation === null) return false;
		const [, key] = annotation;
		if (key !== void 0) return require_manifests.isApplyMark(key.replaceAll("~1", "/").replaceAll("~0", "~"));
		return op !== "add" || !require_manifests.isRecord(value) || Object.keys(value).some(require_manifests.isApplyMark);
	});
}

// src/unrendered/kustomize/maker-reach.ts
/** Whether generators or transformers of two versions of a text differ in anything that can reach policies. */
function documentsReach(before, after, policies) {
	const [olds, nows] = [before, after].map((list) => new Set(list.map((value) => JSON.stringify(value))));
	const gone = before.filter((value) => nows?.has(JSON.stringify(value)) !== true);
	const came = after.filter((value) => olds?.has(JSON.stringify(value)) !== true);
	const isChart = (value) => require_manifests.isRecord(value) && value["kind"] === "HelmChartInflationGenerator";
	const [oldChart, newChart] = [gone.find(isChart), came.find(isChart)];
	const others = [...gone, ...came].filter((value) => value !== oldChart && value !== newChart);
	return chartReaches(oldChart, newChart, policies) || policies.any && others.some(makerReaches$1);
}
/** Transformers and generators of kustomize that touch no policy and nothing that policies tell about pods. */
const HARMLESS_MAKER = /^(?:ImageTagTransformer|ReplicaCountTransformer|HashTransformer|LegacyOrderTransformer|SortOrderTransformer|ConfigMapGenerator|SecretGenerator)$/;
/**
* Whether a generator or transformer can reach policies. Those that come with kustomize are known; any other is a
* function, and nobody knows what it makes of its fields.
*/
function makerReaches$1(value) {
	if (!require_manifests.isRecord(value) || !/^builtin\b/.test(String(value["apiVersion"]))) return true;
	const kind = String(value["kind"]);
	if (HARMLESS_MAKER.test(kind)) return /values|polic/i.test(JSON.stringify(value));
	if (kind === "AnnotationsTransformer") return require_manifests.isRecord(value["annotations"]) && Object.keys(value["annotations"]).some(require_manifests.isApplyMark);
	if (kind === "PatchTransformer" && typeof value["patch"] === "string") return aimedPatchReaches(value["patch"], value["target"]);
	return true;
}

// src/unrendered/kustomize/kustomization-reach.ts
/** Fields that cannot change what a policy says, whether it applies, or whom it selects. */
const HARMLESS$1 = /* @__PURE__ */ new Set([
	"images",
	"imageTags",
	"replicas",
	"generatorOptions",
	"openapi",
	"buildMetadata",
	"sortOptions",
	"metadata",
	"apiVersion"
]);
/** Whether a kustomization differs in anything that can reach a policy or what policies tell about pods. */
function kustomizationReaches(before, after, context) {
	const { policies } = context;
	if (chartsReach(before, after, policies)) return true;
	if (!policies.any) return false;
	const keys = changedFields(before, after);
	if (keys.length === 0) return false;
	const reach = reachOf(before, after, context);
	return keys.some((key) => fieldReaches(key, {
		before,
		after
	}, {
		...context,
		reach
	}));
}
/** The fields in which two versions of a kustomization differ, without those that never matter. */
const changedFields = (before, after) => [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => {
	const [old, now] = [before[key], after[key]];
	if (key === "kind") return old === "Component" !== (now === "Component");
	return !HARMLESS$1.has(key) && JSON.stringify(old) !== JSON.stringify(now) && [old, now].some((value) => value !== void 0 && mayStop(key, value));
});
/** Annotations for everything can say that a tool leaves it out; generated values can hold policies. */
function mayStop(key, value) {
	if (key === "commonAnnotations") return require_manifests.isRecord(value) && Object.keys(value).some(require_manifests.isApplyMark);
	return !/^(?:configMap|secret)Generator$/.test(key) || /values|polic/i.test(JSON.stringify(value));
}
const SIDES = ["base", "head"];
/** All that the kustomization leads to, at either revision. */
function reachOf(before, after, context) {
	if ([before, after].some(({ kind }) => kind === "Component")) return require_manifests.ANYTHING;
	const [old, now] = [before, after].map((fields, index) => {
		const closure = require_manifests.closureOf(require_manifests.entriesOf(fields), {
			folder: context.folder,
			side: SIDES[index] ?? "head"
		}, context);
		const makes = [
			"generators",
			"transformers",
			"helmCharts",
			"helmChartInflationGenerator"
		];
		return {
			...closure,
			opaque: closure.opaque || makes.some((key) => fields[key] !== void 0)
		};
	});
	if (old === void 0 || now === void 0) return require_manifests.ANYTHING;
	return {
		policies: old.policies || now.policies,
		namespaces: old.namespaces || now.namespaces,
		appliers: old.appliers || now.appliers,
		workloads: [...old.workloads, ...now.workloads],
		opaque: old.opaque || now.opaque
	};
}
function fieldReaches(key, { before, after }, context) {
	const { reach } = context;
	const bears = reach.policies || reach.namespaces || reach.appliers || reach.opaque;
	switch (key) {
		case "resources":
		case "bases": return listsReach(before, after, context);
		case "components": return listsReach(before, after, context) || componentsReach({
			before,
			after
		}, context);
		case "namespace":
		case "vars":
		case "configurations": return bears || reach.workloads.length > 0;
		case "namePrefix":
		case "nameSuffix": return reach.policies || reach.appliers || reach.opaque;
		case "labels":
		case "commonLabels": return labelsReach({
			before,
			after
		}, context);
		case "commonAnnotations":
		case "configMapGenerator":
		case "secretGenerator": return [before[key], after[key]].some((value) => value !== void 0 && mayStop(key, value));
		case "helmGlobals":
		case "helmCharts":
		case "helmChartInflationGenerator": return false;
		case "patches":
		case "patchesJson6902":
		case "patchesStrategicMerge": return itemsReach(before[key], after[key], (item, side) => patchReaches(item, side, context));
		case "replacements": return itemsReach(before[key], after[key], (item, side) => documentsOf(item, side, context).some(replacementReaches));
		case "generators":
		case "transformers":
		case "validators": return makersReach(before[key], after[key], context);
		default: return bears || reach.workloads.length > 0;
	}
}
/** Components that come or go do the same to this kustomization's objects as its own fields would. */
function componentsReach({ before, after }, context) {
	const [old, now] = [before, after].map((fields) => require_manifests.entriesOf(fields, ["components"]));
	return (old ?? []).some((entry) => !now?.includes(entry) && componentReaches(entry, "base", context)) || (now ?? []).some((entry) => !old?.includes(entry) && componentReaches(entry, "head", context));
}
/** What a component does to the objects of whoever lists it. */
function componentReaches(entry, side, context) {
	const folder = node_path.posix.normalize(node_path.posix.join(context.folder, entry)).replace(/\/$/, "");
	const file = [
		"kustomization.yaml",
		"kustomization.yml",
		"Kustomization"
	].flatMap((name) => context.fileAt(side, node_path.posix.join(folder, name)) ?? [])[0];
	const fields = file && require_manifests.fieldsOf(context.texts.text(file.id));
	if (fields === void 0) return true;
	const lists = require_manifests.LISTS;
	return Object.keys(fields).some((key) => key !== "kind" && !lists.includes(key) && changedFields({}, { [key]: fields[key] }).length > 0 && fieldReaches(key, {
		before: {},
		after: fields
	}, {
		...context,
		folder
	}));
}
function labelsReach({ before, after }, { reach, policies }) {
	const [old, now] = [before, after].map(givenLabels);
	if (old === void 0 || now === void 0) return true;
	const [olds, nows] = [old, now].map((labels) => new Set(labels.map(({ text }) => text)));
	return [...old.filter(({ text }) => nows?.has(text) !== true), ...now.filter(({ text }) => olds?.has(text) !== true)].some(({ key, inSelectors }) => policies.mention(key) || inSelectors && (reach.policies || reach.opaque));
}
/** Whether an item that stands at one revision only can reach anything. */
function itemsReach(before, after, reaches) {
	const [old, now] = [before, after].map((list) => Array.isArray(list) ? list : list === void 0 ? [] : [list]);
	if (old === void 0 || now === void 0) return true;
	const texts = [old, now].map((list) => new Set(list.map((item) => JSON.stringify(item))));
	return old.some((item) => texts[1]?.has(JSON.stringify(item)) !== true && reaches(item, "base")) || now.some((item) => texts[0]?.has(JSON.stringify(item)) !== true && reaches(item, "head"));
}
function patchReaches(item, side, context) {
	const target = require_manifests.isRecord(item) ? item["target"] : void 0;
	const inline = require_manifests.isRecord(item) ? item["patch"] : item;
	if (typeof inline === "string" && /[\n:{]/.test(inline)) return aimedPatchReaches(inline, target);
	const path = require_manifests.isRecord(item) ? item["path"] : item;
	const text = typeof path === "string" ? textAt(path, side, context) : void 0;
	return text === void 0 || aimedPatchReaches(text, target);
}
/** Generators and transformers, one by one, and charts among them by what changed. */
function makersReach(before, after, context) {
	const gone = [];
	const came = [];
	if (itemsReach(before, after, (item, side) => {
		const documents = documentsOf(item, side, context);
		(side === "base" ? gone : came).push(...documents);
		return documents.length === 0;
	})) return true;
	return documentsReach(gone, came, context.policies);
}
/** The documents of an item that is a text itself or the path of one; none where it cannot be read. */
function documentsOf(item, side, context) {
	if (require_manifests.isRecord(item) && item["path"] === void 0) return [item];
	const given = require_manifests.isRecord(item) ? item["path"] : item;
	if (typeof given !== "string") return [];
	const text = given.includes("\n") ? given : textAt(given, side, context);
	return text === void 0 ? [] : (require_manifests.plainValues(text) ?? []).flat();
}
function textAt(path, side, context) {
	const full = node_path.posix.normalize(node_path.posix.join(context.folder, path));
	const file = require_base.isManifestPath(full) ? context.fileAt(side, full) : void 0;
	return file && context.texts.text(file.id);
}

// src/unrendered/graph-ledger.ts
/**
* Changed files that decide which policies apply, or make policies, without being manifests themselves:
* kustomizations, Helm charts, generators. They are not rendered, so a change that can reach a policy
* leaves the answer open.
*/
function ledgerOfGraph(context) {
	return context.changes.flatMap((change) => {
		const reason = reasonOf(change, context);
		return reason === void 0 ? [] : [{
			path: change.path,
			side: require_manifests.sideOf(change),
			...reason
		}];
	});
}
function reasonOf(change, context) {
	const { path } = change;
	if (require_base.isKustomization(path)) return reasonOfKustomization(change, context);
	if (require_base.isChartContent(path, context.charts)) return void 0;
	if (require_base.isGeneratorPath(path) && [change.base, change.head].some((entry) => namesPolicy$1(entry?.id, context))) return {
		reason: "names a network policy in a language that is not evaluated",
		decides: true
	};
	return reasonOfObjects(change, context);
}
/** The changes whose file names a policy itself first: they are where a reader has to look. */
function policiesFirst(changes, context) {
	const first = new Set(changes.filter(({ head, base }) => namesPolicy$1((head ?? base)?.id, context)));
	return [...first, ...changes.filter((change) => !first.has(change))];
}
const namesPolicy$1 = (id, { texts }) => id !== void 0 && (texts.hints(id).policy || require_manifests.POLICY_KEY.test(texts.text(id)));
function reasonOfKustomization({ path, base, head }, { texts, fileAt, policies }) {
	const [before, after] = [base, head].map((entry) => entry?.mode === "file" ? require_manifests.fieldsOf(texts.text(entry.id)) : {});
	if (before !== void 0 && after !== void 0 && changedFields(before, after).length === 0) return void 0;
	return {
		reason: "a kustomization that changed: not built, its manifests were read as they stand",
		decides: before === void 0 || after === void 0 || kustomizationReaches(before, after, {
			folder: node_path.posix.dirname(path),
			texts,
			fileAt,
			policies
		})
	};
}

// src/unrendered/chart/deployment-ledger.ts
const NAMED = /(?:^|\/)(?:helmfile[^/]*|skaffold|fleet)\.ya?ml(?:\.gotmpl)?$/;
const IN_FOLDER = /(?:^|\/)helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?$/;
/** A part of a helmfile has any name; only beside a helmfile is it one. */
const PART = /^(?:releases|helmfiles|environments|bases)\s*:/m;
/** Asked of every path, and few have one of the words. */
const isDeployment = (path) => (path.includes("helmfile") || path.includes("skaffold") || path.includes("fleet")) && (NAMED.test(path) || IN_FOLDER.test(path));
const isValuesTemplate = (path) => path.endsWith(".gotmpl");
const FIELDS = [
	"helmfiles",
	"bases",
	"templates",
	"environments",
	"manifests",
	"deploy",
	"helm",
	"kustomize",
	"targetCustomizations",
	"namespace",
	"defaultNamespace",
	"namespaceLabels",
	"overrideTargets",
	"paused",
	"yaml",
	"diff"
];
/**
* Changed files of helmfile and other tools that say which manifests and charts are applied, and with which values,
* and the values that such files read themselves.
*/
function ledgerOfDeployments(changes, context) {
	const { texts, policies, deployments } = context;
	if (!policies.any) return [];
	const helmfiles = deployments.filter(({ path }) => isDeployment(path));
	if (helmfiles.length === 0) return [];
	let read;
	return changes.flatMap((change) => {
		const { path } = change;
		const [before, after] = require_manifests.textsOf(change, texts);
		const isPart = /\.ya?ml(?:\.gotmpl)?$/.test(path) && PART.test(`${before}\n${after}`);
		if (isDeployment(path) || isPart) return deployed(before) === deployed(after) ? [] : [require_manifests.openEntry(change, "it decides which manifests are applied, and is not followed")];
		if (!/\.ya?ml(?:\.gotmpl)?$/.test(path)) return [];
		read ??= valuesOfEnvironments(helmfiles, context);
		const [old, now] = [before, after].map(valuesIn);
		if (old === void 0 || now === void 0 || read.length === 0) return [];
		const options = { nested: false };
		return valuesAt(old, read, options) === valuesAt(now, read, options) ? [] : [require_manifests.openEntry(change, "values by which a helmfile installs charts changed: not followed")];
	});
}
/** What such a file deploys from this repository, without versions and without values: those are compared as such. */
function deployed(text) {
	const { text: bare, actions } = withoutActions(text);
	const values = text.includes("{{") ? require_manifests.plainValues(bare) : require_manifests.plainValues(text);
	if (values === void 0) return text.replaceAll(/^[ \t]*(?:version|tag)[ \t]*:.*$/gm, "");
	return JSON.stringify([actions, values.flatMap((value) => [...FIELDS.map((field) => withoutHarmless$1(require_manifests.valueAt(value, field), 0)), ...releasesIn(value)])]);
}
const REGISTRY = /^[\w-]+\/[\w-]+$|^oci:\/\//;
/** What changes the manifests of any chart. */
const PATCHES = [
	"strategicMergePatches",
	"jsonPatches",
	"transformers",
	"postRenderer"
];
/** What a release says beside the chart itself. */
const NEUTRAL = /* @__PURE__ */ new Set([
	"version",
	"set",
	"setString",
	"labels",
	"wait",
	"timeout",
	"atomic"
]);
function releasesIn(value) {
	const releases = require_manifests.valueAt(value, "releases");
	if (!Array.isArray(releases)) return [releases];
	return releases.filter(require_manifests.isRecord).flatMap((release) => {
		if (REGISTRY.test(String(release["chart"]))) return PATCHES.flatMap((key) => release[key] === void 0 ? [] : [[key, release[key]]]);
		return [Object.entries(release).filter(([key]) => !NEUTRAL.has(key)).map(([key, child]) => [key, Array.isArray(child) ? child.filter((item) => !require_manifests.isRecord(item)) : child]).toSorted(([a], [b]) => String(a) < String(b) ? -1 : 1)];
	});
}
/** The values that helmfiles read: conditions of releases, and what they and their values' templates name. */
function valuesOfEnvironments(helmfiles, { texts, deployments, model }) {
	const inHelmfiles = helmfiles.map(({ id }) => texts.text(id));
	const conditions = inHelmfiles.flatMap((text) => [...text.matchAll(CONDITION)].map(([, path = ""]) => path.split(".")));
	const inTemplates = deployments.filter(({ path }) => isValuesTemplate(path) && !isDeployment(path)).map(({ id }) => {
		const text = texts.text(id);
		const found = valuesIn(text);
		const read = found === void 0 ? text : valuesAt(found, model.policyValues(), { nested: true });
		return `${actionsIn(read)}\n${actionsIn(require_manifests.policyValues(withoutActions(text).text))}\n${read}`;
	});
	return [...conditions, ...valuesRead([...inHelmfiles, ...inTemplates].join("\n"))];
}
const CONDITION = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*["']?([\w.-]+)/gm;

// src/unrendered/input-ledger.ts
const KIND = /^[ \t]*(?:\{[ \t]*)?["']?kind["']?\s*:/m;
/** Files of tools that everybody has; below a folder with a dot is nobody's input either. */
const TOOLS = /^(?:package|package-lock|composer|renovate|tsconfig.*|pnpm-.*|mkdocs|docker-compose.*|compose|_config|openapi.*|swagger.*|\..+)\.(?:json|ya?ml)$/;
/** A file without an object, which a generator may read. */
const mayBeInput = (path, text) => require_base.isManifestPath(path) && !TOOLS.test(node_path.posix.basename(path)) && !/(?:^|\/)\./.test(path) && !KIND.test(text);
/**
* Changed files that an ApplicationSet reads to know what it applies: those that the patterns of its git generator
* find. Only where such a file changed are the manifests searched for one.
*/
function ledgerOfInputs(changes, { texts, files, policyPaths }) {
	if (policyPaths.length === 0) return [];
	const textOf = ({ base, head }) => [head, base].map((entry) => entry?.mode === "file" ? texts.text(entry.id) : "").join("\n");
	const inputs = changes.filter((change) => mayBeInput(change.path, textOf(change)));
	if (inputs.length === 0) return [];
	const patterns = [...files.map(({ id }) => id), ...changes.flatMap(({ base }) => base?.mode === "file" ? [base.id] : [])].flatMap((id) => {
		const text = texts.text(id);
		if (!text.includes("ApplicationSet") || !/\bfiles\b/.test(text)) return [];
		return (require_manifests.plainValues(text) ?? []).flatMap(require_manifests.objectsIn).flatMap((object) => object["kind"] === "ApplicationSet" ? patternsIn(object["spec"], 0) : []);
	});
	return inputs.filter(({ path }) => patterns.some((pattern) => require_manifests.matchesPath(pattern, path))).map((change) => require_manifests.openEntry(change, "an ApplicationSet reads from it what is applied, and is not followed"));
}
const MAX_DEPTH$1 = 12;
/** The paths of all git generators that read files, also of those inside others. */
function patternsIn(value, depth) {
	if (depth > MAX_DEPTH$1) return [];
	if (Array.isArray(value)) return value.flatMap((item) => patternsIn(item, depth + 1));
	if (!require_manifests.isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => key === "files" && Array.isArray(child) ? child.flatMap((item) => require_manifests.isRecord(item) && typeof item["path"] === "string" ? [item["path"]] : []) : patternsIn(child, depth + 1));
}

// src/unrendered/kustomize/replaced-values.ts
const GENERATORS = ["configMapGenerator", "secretGenerator"];
const HAS_SOURCES = /\b(?:replacements|vars)["']?\s*:/;
const REASON$4 = "values that a kustomization puts into policies or labels changed: not built";
/**
* Changed values that replacements of kustomizations write into policies or into the labels of pods: in objects, in
* literals of generators, and in the files that those load.
*/
function ledgerOfReplacedValues(changes, context) {
	const { texts, kustomizations, policies } = context;
	if (!policies.any) return [];
	const sources = kustomizations.flatMap((file) => HAS_SOURCES.test(texts.text(file.id)) ? sourcesIn(file, context) : []);
	if (sources.length === 0) return [];
	const loaded = loadedFiles(kustomizations, sources, texts);
	return changes.flatMap((change) => {
		const { path } = change;
		const [before, after] = require_manifests.textsOf(change, texts).map((text) => {
			if (require_base.isKustomization(path)) return generatedIn(text, sources);
			const keys = loaded.get(path);
			if (keys !== void 0) return keys.map((key) => lineOf(text, key)).join("\n");
			return require_base.isManifestPath(path) ? objectValues(text, sources) : "";
		});
		return before === after ? [] : [require_manifests.openEntry(change, REASON$4)];
	});
}
function sourcesIn({ path, id }, { texts, fileAt }) {
	const fields = require_manifests.fieldsOf(texts.text(id)) ?? {};
	const folder = node_path.posix.dirname(path);
	return [...listOf(fields["replacements"]).flatMap((item) => {
		const file = require_manifests.valueAt(item, "path");
		if (typeof file !== "string") return [item];
		const full = node_path.posix.join(folder, file);
		return ["base", "head"].flatMap((side) => (require_manifests.plainValues(texts.text(fileAt(side, full)?.id ?? "")) ?? []).flat());
	}).filter(replacementReaches).map((item) => sourceOf(require_manifests.valueAt(item, "source"), "fieldPath")), ...listOf(fields["vars"]).map((item) => ({
		...sourceOf(require_manifests.valueAt(item, "objref"), ""),
		field: fieldOf(require_manifests.valueAt(item, "fieldref", "fieldpath") ?? require_manifests.valueAt(item, "fieldref", "fieldPath"))
	}))];
}
const listOf = (value) => Array.isArray(value) ? value : [];
const sourceOf = (value, field) => ({
	kind: wordOf(require_manifests.valueAt(value, "kind")),
	name: wordOf(require_manifests.valueAt(value, "name")),
	field: fieldOf(require_manifests.valueAt(value, field))
});
const wordOf = (value) => typeof value === "string" ? value : "";
/** A path of plain keys; without one, the whole object is compared. */
const fieldOf = (path) => typeof path === "string" && /^[\w.-]+$/.test(path) ? path.split(".") : [];
const isNamed = (name, sources) => sources.some((source) => source.name === "" || source.name === name);
/** What generators of the named objects hold, as text. */
const generatedIn = (text, sources) => {
	const fields = require_manifests.fieldsOf(text) ?? {};
	return GENERATORS.flatMap((key) => listOf(fields[key])).filter((item) => isNamed(require_manifests.valueAt(item, "name"), sources)).map((item) => JSON.stringify(item)).toSorted().join("\n");
};
/** The files that generators of the named objects load, with the keys that are taken from them. */
function loadedFiles(kustomizations, sources, texts) {
	const loaded = /* @__PURE__ */ new Map();
	for (const { path, id } of kustomizations) {
		const text = texts.text(id);
		if (!GENERATORS.some((key) => text.includes(key))) continue;
		const fields = require_manifests.fieldsOf(text) ?? {};
		for (const item of GENERATORS.flatMap((key) => listOf(fields[key]))) {
			const name = require_manifests.valueAt(item, "name");
			const taken = sources.filter((source) => source.name === "" || source.name === name);
			if (taken.length === 0) continue;
			const keys = taken.map(({ field }) => field.at(-1) ?? "");
			for (const file of [
				"env",
				"envs",
				"files"
			].flatMap((key) => require_manifests.valueAt(item, key))) if (typeof file === "string") loaded.set(node_path.posix.join(node_path.posix.dirname(path), file.slice(file.indexOf("=") + 1)), keys);
		}
	}
	return loaded;
}
/** The line of a variable; the whole text where it has none. */
const lineOf = (text, key) => text.split("\n").find((line) => line.startsWith(`${key}=`)) ?? text;
/** What the objects of a text say where a value is taken from. */
function objectValues(text, sources) {
	const wanted = sources.filter(({ name }) => text.includes(name));
	if (wanted.length === 0) return "";
	return (require_manifests.plainValues(text) ?? []).filter(require_manifests.isRecord).flatMap((value) => wanted.filter(({ kind, name }) => (kind === "" || value["kind"] === kind) && (name === "" || require_manifests.valueAt(value, "metadata", "name") === name)).map(({ field }) => JSON.stringify(require_manifests.valueAt(value, ...field)))).join("\n");
}

// src/unrendered/kustomize/revision-index.ts
/** From the files of the head and what changed: whatever did not change stands at base as well. */
function indexFiles(files, changes) {
	const heads = require_base.lazily(() => new Map(files.map((file) => [file.path, file])));
	const changed = require_base.lazily(() => new Map(changes.map((change) => [change.path, change])));
	return (side, path) => {
		const change = changed().get(path);
		if (change === void 0) return heads().get(path);
		const entry = change[side];
		return entry?.mode === "file" ? entry : void 0;
	};
}

// src/unrendered/mention-ledger.ts
/** A policy kind as a value of its own, or the kind of a manifest that stands in a text. */
const NAMES_KIND = /^[A-Za-z]*NetworkPolicy$|\bkind\\?["']?\s*[:=]\s*\\?["']?[A-Za-z]*NetworkPolicy\b/;
/** `NetworkPolicy` in base64, at each of the three places where it can begin: manifests in a Secret. */
const ENCODED = /TmV0d29ya1BvbGlje|5ldHdvcmtQb2xpY3|OZXR3b3JrUG9saWN5/;
/** Kinds that speak of policies without touching one: definitions, permissions, checks. */
const HARMLESS_KIND = /^(?:CustomResourceDefinition|(?:Cluster)?Role|APIService|Validating\w*|ConstraintTemplate|Constraint|PolicyReport|PrometheusRule|GrafanaDashboard)$/;
/** Decoded as a policy, or reported as one that is not evaluated. */
const OWN_KIND = /NetworkPolicy(?:List)?$/;
/** A command that changes policies in the cluster: `kubectl delete netpol --all`, in a script or as a list of arguments. */
const COMMAND = /\b(?:kubectl|oc|k)\b[^\n]{0,500}?\b(?:delete|patch|replace|edit|label|annotate)\b[^\n;|&]{0,500}?\b(?:netpols?|networkpolic(?:y|ies))\b/i;
const NAMES_RESOURCE = /\b(?:netpols?|networkpolic(?:y|ies))\b/i;
/** Whether a text may hold such a command. */
const namesCommand = (text) => NAMES_RESOURCE.test(text);
const COMMAND_REASON = "it holds a command that deletes or changes network policies: not evaluated";
const REASON$3 = "it carries or changes network policies inside another object: not evaluated";
/**
* Changed objects that carry, patch or select policies without being one: the post-renderers of a HelmRelease, a
* manifest in a ConfigMap, an admission rule that mutates. The part with the policy's kind counts, all else not.
*/
function ledgerOfMentions(changes, texts) {
	return changes.flatMap((change) => {
		const { path, base, head } = change;
		if (!require_base.isManifestPath(path) || require_base.isKustomization(path)) return [];
		const [before, after] = [base, head].map((entry) => entry?.mode === "file" && mayMention(entry.id, texts) ? mentionsIn(texts.text(entry.id)) : "");
		if (before !== after) return [require_manifests.openEntry(change, REASON$3)];
		const [old = "", now = ""] = [base, head].map((entry) => entry?.mode === "file" ? commandsIn(texts.text(entry.id)) : "");
		return now === "" || old === now ? [] : [require_manifests.openEntry(change, COMMAND_REASON)];
	});
}
/** Argo CD's list of kinds that it does not apply names them, or all of a group. */
const EXCLUSIONS = /resource\.(?:ex|in)clusions/;
const HELD = new RegExp(`${EXCLUSIONS.source}|${ENCODED.source}`);
const mayMention = (id, texts) => texts.hints(id).policy && !require_manifests.allNameNamespaces(texts.text(id)) || HELD.test(texts.text(id));
function mentionsIn(text) {
	return (require_manifests.plainValues(text) ?? []).flatMap(require_manifests.objectsIn).flatMap((value) => {
		const kind = String(value["kind"]);
		if (value["apiVersion"] === void 0 || OWN_KIND.test(kind) || HARMLESS_KIND.test(kind)) return [];
		if (/(?:^|\.)kyverno\.io$/.test(require_manifests.typeOf(value).group)) return [];
		const named = Object.entries(value).flatMap(([key, child]) => [
			"apiVersion",
			"kind",
			"metadata",
			"status"
		].includes(key) ? [] : partsOf(child)).filter((part) => namesPolicy(part) || Array.isArray(part) && EXCLUSIONS.test(String(part[0])));
		return named.length === 0 ? [] : [JSON.stringify([kind, named])];
	}).join("\n");
}
function commandsIn(text) {
	if (!NAMES_RESOURCE.test(text) || require_manifests.allNameNamespaces(text)) return "";
	return (require_manifests.plainValues(text) ?? []).flatMap(require_manifests.objectsIn).flatMap((object) => HARMLESS_KIND.test(require_manifests.typeOf(object).kind) ? [] : commandsBelow(object, 0)).join("\n");
}
const MAX_DEPTH = 24;
/** Texts, and lists of arguments as the command that they make. */
function commandsBelow(value, depth) {
	if (depth > MAX_DEPTH) return [];
	if (typeof value === "string") return COMMAND.test(value) ? [value] : [];
	if (Array.isArray(value)) {
		const words = value.filter((item) => typeof item === "string").join(" ");
		if (COMMAND.test(words)) return [words];
		return value.flatMap((item) => commandsBelow(item, depth + 1));
	}
	if (!require_manifests.isRecord(value)) return [];
	const { command, args } = value;
	if (Array.isArray(command) && Array.isArray(args)) {
		const words = [...command, ...args].join(" ");
		if (COMMAND.test(words)) return [words];
	}
	return Object.values(value).flatMap((child) => commandsBelow(child, depth + 1));
}
/** The fields of a spec or of data, each for itself. */
const partsOf = (value) => require_manifests.isRecord(value) ? Object.entries(value) : [value];
function namesPolicy(value) {
	if (typeof value === "string") return NAMES_KIND.test(value) || ENCODED.test(value);
	if (Array.isArray(value)) return value.some(namesPolicy);
	return require_manifests.isRecord(value) && Object.values(value).some(namesPolicy);
}

// src/unrendered/pod-template-ledger.ts
/**
* Changed pod templates in objects of kinds that nobody knows: what they make of them is not read, so the answer is open
* where something changed in them that policies tell about pods. What is read as a workload only counts as what such an
* object was before, or became.
*/
function ledgerOfPodTemplates(changed, policies) {
	if (!policies.any) return [];
	const [base, head] = ["base", "head"].map((side) => [...new Set(changed.flatMap((pair) => pair[side]))].flatMap(makersOf));
	if (base === void 0 || head === void 0) return [];
	return head.flatMap((now) => {
		const before = formerSelf(now, base, head);
		if (before === void 0 || before.isRead && now.isRead) return [];
		const found = differences(before, now, policies);
		if (found === void 0) return [];
		const { path } = found.span;
		const reason = `${now.kind} ${now.name} holds a pod template in which ${found.what} changed: what pods it makes is not known, and policies may tell them apart`;
		return [{
			path,
			span: found.span,
			side: "head",
			reason,
			decides: true
		}];
	});
}
const makersOf = ({ makers, workloads }) => [...makers.map((maker) => ({
	...maker,
	isRead: false
})), ...workloads.map(asMaker)];
const asMaker = (workload) => {
	const { kind, name, namespace, labels, ports, hostNetwork, labelsSpan: span } = workload;
	return {
		kind,
		name,
		...namespace === void 0 ? {} : { namespace },
		templates: [{
			place: "",
			labels,
			ports,
			hostNetwork,
			span
		}],
		isRead: true
	};
};
const isSame = (a, b) => a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.isRead === b.isRead;
/** What an object was before: of the same name, or of the same name and gone as what it was. */
function formerSelf(now, base, head) {
	const same = base.find((maker) => isSame(maker, now));
	if (same !== void 0) return same;
	const gone = base.filter((maker) => maker.name === now.name && !head.some((other) => isSame(maker, other)));
	return gone.find(({ namespace }) => namespace === now.namespace) ?? gone.find(({ kind }) => kind === now.kind);
}
/** The first difference that a policy may see. */
function differences(before, now, policies) {
	const [first] = now.templates;
	if (first !== void 0 && before.namespace !== now.namespace) return {
		what: "the namespace",
		span: first.span
	};
	for (const [old, template] of templatePairs(before.templates, now.templates)) {
		const what = differenceOf(old, template, policies);
		if (what !== void 0) return {
			what,
			span: template.span
		};
	}
}
/** By their places; what is left over in their order, as of lists whose items have other names now. */
function templatePairs(before, after) {
	const old = new Map(before.map((template) => [template.place, template]));
	const stays = new Set(after.map(({ place }) => place));
	const gone = before.filter(({ place }) => !stays.has(place)).values();
	return after.flatMap((template) => {
		const former = old.get(template.place) ?? gone.next().value;
		return former === void 0 ? [] : [[former, template]];
	});
}
function differenceOf(old, now, policies) {
	if (old.hostNetwork !== now.hostNetwork) return "`hostNetwork`";
	const key = [.../* @__PURE__ */ new Set([...Object.keys(old.labels), ...Object.keys(now.labels)])].find((name) => isSelected(name, [old.labels[name], now.labels[name]], policies));
	if (key !== void 0) return `the label ${key}`;
	const port = differing(portsOf(old), portsOf(now)).find(([name]) => policies.mention(name));
	return port === void 0 ? void 0 : `the port ${port[0]}`;
}
/** Whether policies may tell these values of a label apart, one of which may be none. */
function isSelected(key, [old, now], { mention }) {
	if (old === now || !mention(key)) return false;
	return old === void 0 || now === void 0 || mention(old) || mention(now);
}
/** Ports by their names. */
const portsOf = ({ ports }) => new Map(ports.flatMap(({ name, port, protocol }) => name === "" ? [] : [[name, `${protocol} ${port}`]]));
const differing = (a, b) => [...[...a].filter(([name, port]) => b.get(name) !== port), ...[...b].filter(([name]) => !a.has(name))];

// src/unrendered/kustomize/patch-ledger.ts
const REASON$2 = "a patch or transformer that a kustomization applies to others: not applied";
/** Patches and transformers that a kustomization applies to others: what they make of policies is not known. */
function ledgerOfPatches(changes, { texts, graph, policies }) {
	return changes.flatMap((change) => {
		const { path } = change;
		if (require_base.isKustomization(path)) return [];
		const role = graph.roleOf(path);
		if (role !== "patch" && role !== "maker") return [];
		const [before, after] = require_manifests.textsOf(change, texts);
		return (role === "maker" ? makerReaches(before, after, policies) : policies.any && patchReaches$1(before, after)) ? [require_manifests.openEntry(change, REASON$2)] : [];
	});
}
function makerReaches(before, after, policies) {
	const [old, now] = [before, after].map(require_manifests.plainValues);
	if (old === void 0 || now === void 0) return before !== after && policies.any;
	return documentsReach(old.flat(), now.flat(), policies);
}

// src/unrendered/generators/generator-ledger.ts
const LANGUAGES = [
	{
		files: /\.(?:jsonnet|libsonnet)$/,
		byFolder: false
	},
	{
		files: /\.cue$/,
		byFolder: true
	},
	{
		files: /\.dhall$/,
		byFolder: false
	},
	{
		files: /\.pkl$/,
		byFolder: false
	},
	{
		files: /\.k$/,
		byFolder: true
	}
];
/** A repository can have thousands, so only what lies in the folder of a change or is named there is read. */
const TERRAFORM = {
	files: /\.(?:tf|tfvars|hcl)$/,
	byFolder: true
};
/** What such a language can import beside its own files. */
const DATA$1 = /\.(?:ya?ml|json|toml|txt|csv|env)$/;
const languageOf = (path) => TERRAFORM.files.test(path) ? TERRAFORM : LANGUAGES.find(({ files }) => files.test(path));
/** The files without which nobody knows whether changes feed something that makes policies. */
function generatorFiles(changes, entries) {
	if (changes.length === 0) return [];
	const hasData = changes.some(({ path }) => DATA$1.test(path));
	const languages = LANGUAGES.filter(({ files }) => hasData || changes.some(({ path }) => files.test(path)));
	const folders = new Set(changes.filter(({ path }) => TERRAFORM.files.test(path)).map(({ path }) => node_path.posix.dirname(path)));
	return entries.filter(({ path }) => !isUsual(path) && (languages.some(({ files }) => files.test(path)) || folders.size > 0 && TERRAFORM.files.test(path) && folders.has(node_path.posix.dirname(path))));
}
/** Whether a file is of a language that imports others. Asked of every path. */
const isGeneratorSource = (path) => !isUsual(path) && LANGUAGES.some(({ files }) => files.test(path));
const isUsual = (path) => path.endsWith(".yaml") || path.endsWith(".yml");
const HARMLESS = /image|version|tag|replicas|digest|sha256/i;
/**
* Changed files that feed what makes network policies in a language that is not evaluated: what it imports, what
* imports it, and what lies beside it where a folder is one program. Images and versions feed none.
*/
function ledgerOfGenerators(changes, { texts, generators }) {
	const makers = generators.filter(({ id }) => names(texts.text(id)));
	if (makers.length === 0) return [];
	const candidates = changes.filter((change) => {
		const [before, after] = require_manifests.textsOf(change, texts);
		return mayFeed$1(change.path) && !differOnlyIn(HARMLESS, before, after);
	});
	if (candidates.length === 0) return [];
	const feeds = connectedTo(makers, {
		generators,
		texts,
		others: candidates
	});
	return candidates.filter(({ path }) => feeds.has(path)).map((change) => require_manifests.openEntry(change, "it feeds network policies in a language that is not evaluated"));
}
const names = (text) => require_manifests.namesPolicy(text) || TERRAFORM_POLICY.test(text);
const TERRAFORM_POLICY = /kubernetes_network_policy/;
const mayFeed$1 = (path) => languageOf(path) !== void 0 || DATA$1.test(path);
/** Whether each line that stands in one text only is about something harmless. */
function differOnlyIn(harmless, before, after) {
	const [old, now] = [before, after].map((text) => text.split("\n").map((line) => line.trim()));
	const [olds, nows] = [new Set(old), new Set(now)];
	return [...(old ?? []).filter((line) => !nows.has(line)), ...(now ?? []).filter((line) => !olds.has(line))].every((line) => line === "" || harmless.test(line) && !/polic/i.test(line));
}
/** More than that are not followed one by one: all of them count. */
const MAX_FOLLOWED = 3e3;
/** The paths of what imports the makers, and of all that these import. */
function connectedTo(makers, { generators, texts, others }) {
	const start = makers.map(({ path }) => path);
	const paths = [...new Set([...generators, ...others].map(({ path }) => path))];
	if (generators.length > MAX_FOLLOWED) return new Set(paths.filter((path) => languageOf(path)));
	const find = finder(paths);
	const imports = /* @__PURE__ */ new Map();
	const importers = /* @__PURE__ */ new Map();
	const connect = (from, to) => {
		imports.set(from, (imports.get(from) ?? /* @__PURE__ */ new Set()).add(to));
		importers.set(to, (importers.get(to) ?? /* @__PURE__ */ new Set()).add(from));
	};
	for (const { path, id } of generators) {
		for (const to of find(path, texts.text(id))) connect(path, to);
		if (languageOf(path)?.byFolder === true) for (const near of find.inFolder(node_path.posix.dirname(path))) connect(path, near);
	}
	return reached([...reached(start, importers)], imports);
}
function reached(start, edges) {
	const seen = new Set(start);
	for (const path of seen) for (const next of edges.get(path) ?? []) seen.add(next);
	return seen;
}
const BETWEEN_WORDS = /[^\w./-]+/;
const FILE_NAME = /[\w-]\.[a-z]{1,10}$/;
const MAX_WORD = 300;
const isFileName = (word) => word.length <= MAX_WORD && FILE_NAME.test(word);
/** Finds the files that a text names: relative to its own folder, or else below a folder of libraries. */
function finder(paths) {
	const all = new Set(paths);
	const byName = /* @__PURE__ */ new Map();
	const byFolder = /* @__PURE__ */ new Map();
	for (const path of paths) {
		require_base.addTo(byName, node_path.posix.basename(path), path);
		if (languageOf(path)?.byFolder === true) require_base.addTo(byFolder, node_path.posix.dirname(path), path);
	}
	const find = (from, text) => [...new Set(text.split(BETWEEN_WORDS))].filter(isFileName).flatMap((word) => {
		const near = node_path.posix.normalize(node_path.posix.join(node_path.posix.dirname(from), word));
		if (all.has(near)) return [near];
		const tail = word.replace(/^(?:\.{0,2}\/)+/, "");
		return (byName.get(node_path.posix.basename(word)) ?? []).filter((path) => path.endsWith(`/${tail}`));
	});
	return Object.assign(find, { inFolder: (folder) => byFolder.get(folder) ?? [] });
}

// src/unrendered/generators/kptfile-ledger.ts
const REASON$1 = "functions of kpt that can change network policies or labels of pods: not evaluated";
/** Changed functions of kpt, and their fields: nobody knows what they make of the manifests below. */
function ledgerOfKptfiles(changes, { texts, kptfiles, policies }) {
	if (kptfiles.length === 0 || !policies.any) return [];
	const fields = new Set(kptfiles.flatMap(({ path, id }) => fieldFiles(path, texts.text(id))));
	return changes.flatMap((change) => {
		const { path } = change;
		if (!require_base.isKptfile(path) && !fields.has(path)) return [];
		const [before, after] = require_manifests.textsOf(change, texts).map((text) => require_base.isKptfile(path) ? pipelineOf(text) : text);
		return before === after ? [] : [require_manifests.openEntry(change, REASON$1)];
	});
}
const pipelineOf = (text) => {
	const values = require_manifests.plainValues(text);
	return values === void 0 ? text : JSON.stringify(require_manifests.valueAt(values[0], "pipeline") ?? null);
};
/** The files that functions take their fields from. */
function fieldFiles(path, text) {
	const pipeline = require_manifests.valueAt((require_manifests.plainValues(text) ?? [])[0], "pipeline");
	return (require_manifests.isRecord(pipeline) ? Object.values(pipeline).flat() : []).flatMap((item) => {
		const file = require_manifests.valueAt(item, "configPath");
		return typeof file === "string" ? [node_path.posix.join(node_path.posix.dirname(path), file)] : [];
	});
}

// src/unrendered/generators/ytt-ledger.ts
/** A comment to YAML, and code to ytt. */
const YTT = /(?:^|[ \t])#@/m;
const OVERLAY = /^[ \t]*#@overlay\/match\b(?!-)(.*)$/gm;
const DATA = /^#@data\/values/m;
const LIBRARY = /\.star$|\.lib\.(?:ya?ml|txt)$/;
/**
* Changed code of ytt in manifests, its overlays, its libraries, and values that the code of policies and of pods'
* labels reads. Manifests with such code are read as they stand, with all branches.
*/
function ledgerOfYtt(changes, context) {
	const { texts, policies, policyFiles } = context;
	if (!policies.any) return [];
	const templates = require_base.lazily(() => policyFiles.filter(({ id }) => YTT.test(texts.text(id))));
	const read = require_base.lazily(() => [...dataRead(templates().map(({ id }) => texts.text(id))), ...podDataRead(context)]);
	return changes.flatMap((change) => {
		const { path } = change;
		const [before, after] = require_manifests.textsOf(change, texts);
		const entry = (reason) => [require_manifests.openEntry(change, reason)];
		if (LIBRARY.test(path)) return require_manifests.namesPolicy(`${before}\n${after}`) || templates().some(({ id }) => texts.text(id).includes(node_path.posix.basename(path))) ? entry("a library of ytt that network policies are made with: not evaluated") : [];
		if (!require_base.isManifestPath(path)) return [];
		const isYtt = YTT.test(before) || YTT.test(after);
		if (isYtt && !DATA.test(`${before}\n${after}`)) return reaches(before, after) ? entry("code of ytt that can reach network policies: read as it stands, not evaluated") : [];
		if (!isYtt && templates().length === 0) return [];
		const [old, now] = [before, after].map(valuesIn);
		if (old === void 0 || now === void 0) return [];
		return valuesAt(old, read(), { nested: false }) === valuesAt(now, read(), { nested: false }) ? [] : entry("values that ytt makes network policies or labels of pods with changed");
	});
}
function reaches(before, after) {
	if (code(before) !== code(after)) return true;
	const overlays = [...`${before}\n${after}`.matchAll(OVERLAY)].map(([, by = ""]) => by);
	if (overlays.length === 0) return false;
	return overlays.every(isAimed) ? patchReaches$1(before, after) : before !== after;
}
/** The lines with code, and the marks between documents, which it is bound to. */
const code = (text) => text.split("\n").filter((line) => YTT.test(line) || line.startsWith("---")).map((line) => line.trim()).join("\n");
/** Whether an overlay is for objects that hold no policy. */
function isAimed(by) {
	const kinds = [...by.matchAll(/["']kind["']\s*:\s*["'](\w+)["']/g)].map(([, kind = ""]) => kind);
	return kinds.length > 0 && kinds.every((kind) => WORKLOAD_KIND.test(kind) || LEAVES_POLICIES_ALONE.test(kind));
}
const READ = /\bdata\.values((?:\.[A-Za-z_]\w*)*)/g;
/** The data values that code reads. */
const dataRead = (texts) => texts.flatMap((text) => [...text.matchAll(READ)].map(([, keys = ""]) => keys.split(".").slice(1)).filter((path) => !path.some((key) => /image/i.test(key))));
function podDataRead({ files, texts, policies }) {
	if (!policies.selects()) return [];
	return dataRead(files.filter(({ id }) => texts.hints(id).workload && YTT.test(texts.text(id))).map(({ id }) => podShape(texts.text(id))));
}

// src/unrendered/policy-words.ts
function policyWords(files, texts) {
	const ids = require_base.lazily(() => [...new Set(files.map(({ id }) => id))]);
	const some = (test) => ids().some((id) => test(texts.text(id)));
	return {
		any: files.length > 0,
		selects: require_base.lazily(() => some((text) => SELECTS.test(text))),
		mention: (word) => some((text) => text.includes(word))
	};
}
/** Selectors of NetworkPolicies, of Cilium and of Calico. */
const SELECTS = /match(?:Labels|Expressions)|[sS]elector["']?\s*:\s*["']?[A-Za-z!(]/;

// src/unrendered/variable-ledger.ts
const VARIABLE = /\$\{([A-Za-z_]\w*)/g;
const REASON = "variables that network policies hold changed: what the policies say then is not known";
/**
* Changed variables that policies hold, such as `cidr: ${POD_CIDR}`: Flux and envsubst take them from ConfigMaps
* and Secrets, so a change there changes what the policy says.
*/
function ledgerOfVariables(changes, { texts, policyIds }) {
	const holds = ({ base, head }) => [base, head].some((entry) => entry?.mode === "file" && MAY_HOLD_VARIABLES.test(texts.text(entry.id)));
	if (!changes.some(holds)) return [];
	const used = new Set(policyIds.flatMap((id) => [...texts.text(id).matchAll(VARIABLE)].map(([, name = ""]) => name)));
	if (used.size === 0) return [];
	return changes.flatMap((change) => {
		if (!require_base.isManifestPath(change.path)) return [];
		const [before, after] = require_manifests.textsOf(change, texts).map((text) => variablesIn(text, used));
		return before === after ? [] : [require_manifests.openEntry(change, REASON)];
	});
}
/** The values of the used variables in the ConfigMaps and Secrets of a text, as text. */
function variablesIn(text, used) {
	if (!MAY_HOLD_VARIABLES.test(text)) return "";
	return (require_manifests.plainValues(text) ?? []).flatMap((value) => {
		if (!require_manifests.isRecord(value) || !/^(?:ConfigMap|Secret)$/.test(String(value["kind"]))) return [];
		return [value["data"], value["stringData"]].flatMap((data) => require_manifests.isRecord(data) ? Object.entries(data).filter(([key]) => used.has(key)) : []);
	}).map(([key, value]) => `${key} ${JSON.stringify(value)}`).join("\n");
}
/** The text of a ConfigMap or Secret, perhaps. */
const MAY_HOLD_VARIABLES = /\bkind["']?\s*:\s*["']?(?:ConfigMap|Secret)\b/;

// src/unrendered/makers.ts
const NONE = {
	chartFiles: [],
	deployments: [],
	generators: [],
	kptfiles: []
};
/** The contents of all of them. */
const idsOf = ({ chartFiles, deployments, generators, kptfiles }) => [
	...chartFiles,
	...deployments,
	...generators,
	...kptfiles
].map(({ id }) => id);
/** Finds what changes may feed; nothing where none of them can. */
function findMakers(changes, { base, head, charts }) {
	if (changes.length === 0) return NONE;
	const before = new Set(base.entries);
	const entries = [...base.entries, ...head.entries.filter((entry) => !before.has(entry))].filter(({ mode }) => mode === "file");
	return {
		chartFiles: charts.size === 0 ? [] : require_manifests.chartSources(entries, charts),
		deployments: entries.filter(({ path }) => isDeployment(path) || isValuesTemplate(path)),
		generators: generatorFiles(changes, entries),
		kptfiles: entries.filter(({ path }) => require_base.isKptfile(path))
	};
}

// src/unrendered/ledger-of-unrendered.ts
var ledger_of_unrendered_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ ledgerOfUnrendered: () => ledgerOfUnrendered });
/** What changed in whatever makes, changes or applies manifests: none of that is rendered or followed. */
async function ledgerOfUnrendered(request) {
	const { changes, texts, charts, graph, unread, kustomizations } = request;
	const policyFiles = request.policyFiles();
	const makers = findMakers(changes.filter((change) => mayFeed(change, texts)), request);
	await texts.load(idsOf(makers));
	const { chartFiles, deployments, generators, kptfiles } = makers;
	const policyPaths = policyFiles.map(({ path }) => path);
	const policyIds = policyFiles.map(({ id }) => id);
	const policies = policyWords(policyFiles, texts);
	const { inputs } = unread;
	const fileAt = indexFiles([...kustomizations, ...request.files], changes);
	const withInputs = inputs.length === 0 ? changes : [...changes, ...inputs];
	const values = withInputs.filter(({ path }) => require_base.isManifestPath(path) || isValuesTemplate(path) || !require_base.isGeneratorPath(path));
	const ordered = policiesFirst(changes, { texts });
	const model = readCharts(chartFiles, charts, texts);
	const chartContext = {
		texts,
		charts,
		model,
		policies,
		policyPaths: () => policyPaths
	};
	return [
		...ledgerOfPatches(changes, {
			texts,
			graph,
			policies
		}),
		...policies.any ? unread.scripts.map(entryOfScript) : [],
		...ledgerOfReplacedValues(withInputs, {
			texts,
			kustomizations,
			fileAt,
			policies
		}),
		...policies.any ? require_manifests.ledgerOfEnforcement(changes, texts) : [],
		...ledgerOfMentions(changes, texts),
		...ledgerOfPodTemplates(request.changedFiles, policies),
		...ledgerOfAdmission(changes, {
			texts,
			policyIds
		}),
		...ledgerOfCharts(ordered, chartContext),
		...ledgerOfChartValues(values, chartContext),
		...ledgerOfDeployments(changes, {
			texts,
			policies,
			model,
			deployments
		}),
		...ledgerOfYtt(changes, {
			texts,
			policies,
			policyFiles,
			files: request.files
		}),
		...ledgerOfGenerators(changes, {
			texts,
			generators
		}),
		...ledgerOfKptfiles(changes, {
			texts,
			kptfiles,
			policies
		}),
		...ledgerOfGraph({
			changes: ordered,
			texts,
			charts,
			policyPaths: () => policyPaths,
			policies,
			fileAt
		}),
		...ledgerOfInputs(changes, {
			texts,
			files: request.files,
			policyPaths
		}),
		...require_manifests.ledgerOfValues(values, texts),
		...ledgerOfVariables(changes, {
			texts,
			policyIds
		})
	];
}
/** Whether a change may feed what makes manifests: the usual policies are known at a glance. */
const mayFeed = ({ base, head }, texts) => [base, head].some((entry) => entry !== void 0 && !require_manifests.allNameNamespaces(texts.text(entry.id)));
const entryOfScript = (change) => require_manifests.openEntry(change, "a function of a kustomization runs or reads it: not evaluated");

// src/unrendered/relevance.ts
var relevance_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ findRelevant: () => findRelevant });
/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
function findRelevant({ texts, charts, paths }) {
	const hasFunctions = require_base.lazily(() => paths.some(({ path }) => require_base.isKptfile(path)));
	const takesValues = require_base.lazily(() => charts.size > 0 || paths.some(({ path }) => isDeployment(path) || isGeneratorSource(path)));
	const isRelevant = (path, entry) => {
		if (entry === void 0) return false;
		if (entry.mode !== "file" || !require_base.isManifestPath(path) || require_manifests.isChartSource(path, charts)) return true;
		if (texts.tooLarge(entry.id) !== void 0) return true;
		const { foreign, namespace, workload, context } = texts.hints(entry.id);
		const isGraph = /kustomization|Chart\.yaml|values|helmfile|skaffold|fleet\.ya?ml/i.test(path);
		const text = texts.text(entry.id);
		const isValues = !/^[ \t]*["']?kind["']?\s*:/m.test(text) && takesValues();
		return foreign || namespace || workload || context || isGraph || isValues || hasFunctions() || MAY_HOLD_VARIABLES.test(text) || require_manifests.POLICY_KEY.test(text) || POD_VALUES.test(text) || mayBeInput(path, text) || DECIDES.test(text) || mayNameApplier(text) || require_manifests.mayMisspellPolicy(text) || require_manifests.namesTemplate(text) || require_manifests.namesSwitch(text) || namesCommand(text) || mayMutate(text);
	};
	return ({ path, base, head }) => isRelevant(path, base) || isRelevant(path, head);
}
/** What values say about the labels and the network of pods. */
const POD_VALUES = /[lL]abels["']?\s*:|hostNetwork|(?:name|fullname)Override|releaseName/;
/** Marks of patches and values that decide what is applied. */
const DECIDES = /^apiVersion: *builtin|^- *(?:op|path): |values\.ya?ml|resource\.(?:ex|in)clusions|(?:^|[ \t])#@/m;

Object.defineProperty(exports, "ledger_of_unrendered_exports", {
  enumerable: true,
  get: function () {
    return ledger_of_unrendered_exports;
  }
});
Object.defineProperty(exports, "relevance_exports", {
  enumerable: true,
  get: function () {
    return relevance_exports;
  }
});
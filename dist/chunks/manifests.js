const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_base = require("./base.js");
const require_git = require("./git.js");
const require_yaml = require("./yaml.js");
let node_path = require("node:path");

// src/model/cidr.ts
/** The addresses `::ffff:0:0/96`, which Go's `net.IP.To4` takes for IPv4. */
const MAPPED_FIRST = 281470681743360n;
const MAPPED_LAST = 281474976710655n;
const MAPPED_BITS = 96;
/** Reads a CIDR; undefined where the legacy parser refuses the text. */
function parseCidr(text) {
	const slash = text.indexOf("/");
	if (slash < 0) return void 0;
	const mask = text.slice(slash + 1);
	if (!/^\d+$/.test(mask)) return void 0;
	const maskBits = Number(mask);
	const address = text.slice(0, slash);
	const v4 = parseIPv4(address);
	if (v4 !== void 0) return maskBits > 32 ? void 0 : cidrOf(4, v4, {
		bits: maskBits,
		maskBits
	});
	const v6 = parseIPv6(address);
	if (v6 === void 0 || maskBits > 128) return void 0;
	const network = maskOff(v6, 128 - maskBits);
	return isMapped(network) && maskBits >= MAPPED_BITS ? cidrOf(4, network - MAPPED_FIRST, {
		bits: maskBits - MAPPED_BITS,
		maskBits
	}) : cidrOf(6, network, {
		bits: maskBits,
		maskBits
	});
}
/** Reads a bare address; undefined where it is none. Zones (`fe80::1%eth0`) are refused. */
function parseAddress(text) {
	const v4 = parseIPv4(text);
	if (v4 !== void 0) return {
		family: 4,
		value: v4
	};
	const v6 = parseIPv6(text);
	if (v6 === void 0) return void 0;
	return isMapped(v6) ? {
		family: 4,
		value: v6 - MAPPED_FIRST
	} : {
		family: 6,
		value: v6
	};
}
/** Writes an address: dotted for IPv4, RFC 5952 for IPv6. */
function formatAddress(family, value) {
	if (family === 4) return dotted(value);
	if (isMapped(value)) return `::ffff:${dotted(value - MAPPED_FIRST)}`;
	const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(16 * (7 - index)) & 65535n).toString(16));
	const [start, length] = longestZeroRun(groups);
	if (length < 2) return groups.join(":");
	return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}
/**
* Whether `inner` may be an `except` of `outer`: `must be a strict subset of cidr`
* (kubernetes/kubernetes `pkg/apis/networking/validation/validation.go`, ValidateIPBlock).
*/
const isStrictSubset = (inner, outer) => inner.family === outer.family && inner.first >= outer.first && inner.first <= outer.last && inner.maskBits > outer.maskBits;
const isMapped = (value) => value >= MAPPED_FIRST && value <= MAPPED_LAST;
const maskOff = (value, hostBits) => value >> BigInt(hostBits) << BigInt(hostBits);
function cidrOf(family, value, length) {
	const hostBits = (family === 4 ? 32 : 128) - length.bits;
	const first = maskOff(value, hostBits);
	return {
		family,
		first,
		last: first + (1n << BigInt(hostBits)) - 1n,
		canonical: `${formatAddress(family, first)}/${length.bits}`,
		maskBits: length.maskBits
	};
}
const dotted = (value) => [
	24n,
	16n,
	8n,
	0n
].map((shift) => (value >> shift & 255n).toString()).join(".");
/** RFC 5952 section 4.2.3: the longest run of zero groups, the first of equal ones. */
function longestZeroRun(groups) {
	let best = [0, 0];
	let start = 0;
	for (const [index, group] of groups.entries()) if (group !== "0") start = index + 1;
	else if (index + 1 - start > best[1]) best = [start, index + 1 - start];
	return best;
}
function parseIPv4(text) {
	const parts = text.split(".", 5);
	if (parts.length !== 4) return void 0;
	let value = 0n;
	for (const part of parts) {
		if (!/^\d+$/.test(part)) return void 0;
		const octet = Number(part);
		if (octet > 255) return void 0;
		value = value << 8n | BigInt(octet);
	}
	return value;
}
function parseIPv6(text) {
	const halves = text.split("::", 3);
	if (halves.length > 2) return void 0;
	const [head = "", tail] = halves;
	const left = parseGroups(head, tail === void 0);
	const right = tail === void 0 ? [] : parseGroups(tail, true);
	if (left === void 0 || right === void 0) return void 0;
	const missing = 8 - left.length - right.length;
	if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
	const zeros = Array.from({ length: missing }, () => 0n);
	return [
		...left,
		...zeros,
		...right
	].reduce((value, group) => value << 16n | group, 0n);
}
/** The 16-bit groups of one side of `::`; only the last part of the text may be a dotted IPv4 address. */
function parseGroups(text, endsText) {
	if (text === "") return [];
	const parts = text.split(":", 9);
	const groups = [];
	for (const [index, part] of parts.entries()) if (endsText && index === parts.length - 1 && part.includes(".")) {
		const v4 = parseIPv4(part);
		if (v4 === void 0) return void 0;
		groups.push(v4 >> 16n, v4 & 65535n);
	} else {
		if (!/^0*[0-9a-fA-F]{1,4}$/.test(part)) return void 0;
		groups.push(BigInt(`0x${part}`));
	}
	return groups;
}

// src/model/name-label.ts
/** The label that names a namespace; the API server sets it (KEP-2161). */
const NAME_LABEL = "kubernetes.io/metadata.name";

// src/model/added-labels.ts
/** Labels that controllers add to pods: no template has them. */
const AT_RUN_TIME = /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|batch\.kubernetes\.io\/.+|job-name|controller-uid|rollouts-pod-template-hash|deploymentconfig|serving\.knative\.dev\/.+)$/;
const isRunTimeLabel = (key) => AT_RUN_TIME.test(key);
/** Whether a label whose value is not known could have this one. */
const couldBe = ({ form }, value) => form === void 0 || form.test(value);
/**
* No manifest can hold this value, so it stands for one that no selector names: it is neither in nor outside of
* what a selector lists by accident.
*/
const UNNAMED = "\0";
/**
* The labels of a workload's pods with those that the controller adds; a value that is not known counts as one
* that nobody mentions.
*/
function podLabels({ labels, addedLabels }) {
	if (addedLabels === void 0) return labels;
	return {
		...Object.fromEntries(addedLabels.map(({ key, value = UNNAMED }) => [key, value])),
		...labels
	};
}

// src/world/world.ts
const policyKey = (namespace, name) => `${namespace}/${name}`;
const EMPTY_WORLD = {
	namespaces: /* @__PURE__ */ new Map(),
	policies: [],
	workloads: []
};
/**
* Namespace labels for a comparison. A namespace that only one revision declares keeps the declared labels
* at the other: a manifest that comes or goes is no evidence that the labels on the cluster changed.
*/
function namespaceLabelsOf(world, other = EMPTY_WORLD) {
	const labels = /* @__PURE__ */ new Map();
	for (const [name, namespace] of other.namespaces) labels.set(name, namespace.labels);
	for (const [name, namespace] of world.namespaces) labels.set(name, namespace.labels);
	return labels;
}
const groupByNamespace = (items) => require_base.groupBy(items, ({ namespace }) => namespace);
/** Whether two revisions have the very same workloads, as they do where no file with one changed. */
const sameWorkloads = (base, head) => base === head || base.length === head.length && base.every(({ workload, namespace }, index) => {
	const other = head[index];
	return other?.workload === workload && other.namespace === namespace;
});

// src/scope/workload-traits.ts
/** What policies can tell about a workload: equal texts live in the same cell. */
const traitsOf = ({ labels, ports, hostNetwork }) => JSON.stringify([
	Object.entries(labels).toSorted(([a], [b]) => a < b ? -1 : 1),
	ports.filter(({ name }) => name !== "").map(({ name, port, protocol }) => `${protocol} ${name} ${port}`).toSorted(),
	hostNetwork
]);

// src/scope/policy-content.ts
/** Asked of one policy in many places, and a large one takes a while. */
const known = /* @__PURE__ */ new WeakMap();
/** All that a policy says, without where it says it: equal texts are equal policies. */
function contentOf(policy) {
	const content = known.get(policy) ?? JSON.stringify(policy, withoutPlaces);
	known.set(policy, content);
	return content;
}
const withoutPlaces = (key, value) => key === "span" || key === "policyTypesSpan" || key === "protocolSpan" ? void 0 : value;
/** What a policy does in its namespace, whatever it is called: equal texts, equal effect. */
function effectOf(policy) {
	const effect = effects.get(policy) ?? effectWithoutName(policy);
	effects.set(policy, effect);
	return effect;
}
const effects = /* @__PURE__ */ new WeakMap();
const effectWithoutName = ({ podSelector, policyTypes, ingress, egress }) => JSON.stringify({
	podSelector,
	policyTypes,
	ingress,
	egress
}, withoutPlaces);

// src/manifest/foreign-reach.ts
/** Kinds that decide nothing by themselves: named sets, order, previews, networks that are not the pods' own. */
const SILENT = /* @__PURE__ */ new Set([
	"NetworkSet",
	"GlobalNetworkSet",
	"Tier",
	"Group",
	"ClusterGroup",
	"CiliumCIDRGroup",
	"StagedNetworkPolicy",
	"StagedGlobalNetworkPolicy",
	"StagedKubernetesNetworkPolicy",
	"MultiNetworkPolicy"
]);
/** Kinds that concern the pods of their own namespace and no others. */
const CONFINED = /* @__PURE__ */ new Set([
	"NetworkPolicy",
	"CiliumNetworkPolicy",
	"CiliumLocalRedirectPolicy",
	"EgressFirewall",
	"EgressNetworkPolicy",
	"FQDNNetworkPolicy",
	"ApplicationNetworkPolicy"
]);
/** Whose traffic a policy of another engine can decide. */
function foreignReach({ kind }) {
	if (SILENT.has(kind)) return "nobody";
	return CONFINED.has(kind) ? "its namespace" : "everybody";
}

// src/manifest/detect-network-plugin.ts
/** DaemonSets and Deployments of network plugins, by name, and whether they enforce NetworkPolicy. */
const AGENTS = /* @__PURE__ */ new Map([
	["kube-flannel-ds", false],
	["kube-flannel", false],
	["calico-node", true],
	["canal", true],
	["cilium", true],
	["antrea-agent", true],
	["kube-router", true],
	["ovnkube-node", true],
	["kube-ovn-cni", true],
	["weave-net", true],
	["kube-network-policies", true]
]);
const CHARTS = /* @__PURE__ */ new Map([
	["flannel", false],
	["kube-flannel", false],
	["tigera-operator", true],
	["calico", true],
	["cilium", true],
	["antrea", true],
	["kube-router", true],
	["kube-ovn", true],
	["kube-network-policies", true]
]);
/** Words of settings that switch enforcement off, beside those of the plugins. */
const namesPluginSettings = (text) => text.includes("cilium-config") || text.includes("amazon-vpc-cni");
/** Words without which a text installs no plugin that is known here. */
const PLUGIN_WORDS = [
	"flannel",
	"calico",
	"canal",
	"cilium",
	"antrea",
	"kube-router",
	"ovnkube",
	"kube-ovn",
	"weave-net",
	"tigera",
	"kube-network-policies"
];
/** The plugin that an object installs, itself or through the chart that Flux, Argo CD or k3s installs. */
function detectNetworkPlugin({ kind, name, node, span }) {
	if (kind === "DaemonSet" || kind === "Deployment") {
		const enforces = AGENTS.get(name);
		if (enforces === void 0) return void 0;
		const isAlso = !enforces && mentions(node, "kube-network-policies");
		return {
			name,
			enforces: enforces || isAlso,
			span
		};
	}
	if (kind === "ConfigMap") return switchedOff(name, node);
	if (kind === "Installation" && mentions(at$1(node, "apiVersion"), "operator.tigera.io/v1")) return {
		name: "calico",
		enforces: true,
		span
	};
	const chart = chartOf(kind, node);
	const enforces = chart === void 0 ? void 0 : CHARTS.get(chart);
	if (chart === void 0 || enforces === void 0) return void 0;
	if (chart === "cilium" && enforcesNever(node)) return {
		name: "cilium",
		enforces: false,
		switchedOff: "policyEnforcementMode: never",
		span
	};
	return {
		name: `chart ${chart}`,
		enforces: enforces || enablesPolicies(node),
		span
	};
}
/** The ConfigMaps of plugins that enforce policies unless they are told not to, with the key that tells them. */
const SETTINGS = /* @__PURE__ */ new Map([["cilium-config", [
	"cilium",
	"enable-policy",
	"never"
]], ["amazon-vpc-cni", [
	"amazon-vpc-cni",
	"enable-network-policy-controller",
	"false"
]]]);
function switchedOff(name, node) {
	const [plugin, key, off] = SETTINGS.get(name) ?? [];
	if (plugin === void 0 || key === void 0) return void 0;
	const value = at$1(node, "data", key);
	if (value?.type !== "scalar" || String(value.value).toLowerCase() !== off) return void 0;
	return {
		name: plugin,
		enforces: false,
		switchedOff: `${key}: ${off}`,
		span: value.span
	};
}
/** `policyEnforcementMode` of the cilium chart, in values given as a map or as a text. */
const enforcesNever = (node) => valuesOf(node).some((values) => {
	const mode = at$1(values, "policyEnforcementMode");
	return mode?.type === "scalar" && mode.value === "never";
}) || valueTextsOf(node).some((text) => /^policyEnforcementMode:[ \t]*["']?never\b/m.test(text));
function chartOf(kind, node) {
	const text = (...path) => {
		const found = at$1(node, ...path);
		return found?.type === "scalar" && typeof found.value === "string" ? found.value : void 0;
	};
	return (kind === "HelmRelease" ? text("spec", "chart", "spec", "chart") : kind === "Application" ? text("spec", "source", "chart") : kind === "HelmChart" ? text("spec", "chart") : void 0)?.split("/").at(-1);
}
/** `netpol.enabled` of the flannel chart, in values given as a map or as a text. */
function enablesPolicies(node) {
	if (valuesOf(node).map((found) => at$1(found, "netpol", "enabled")).some((value) => value?.type === "scalar" && value.value === true)) return true;
	return valueTextsOf(node).some((text) => /netpol:(?=[^\S\n]*\n)\s+(?<=[ \t])enabled:\s*true/.test(text));
}
const valuesOf = (node) => [at$1(node, "spec", "values"), at$1(node, "spec", "source", "helm", "valuesObject")];
const valueTextsOf = (node) => [at$1(node, "spec", "source", "helm", "values"), at$1(node, "spec", "valuesContent")].flatMap((found) => found?.type === "scalar" && typeof found.value === "string" ? [found.value] : []);
const at$1 = (node, ...path) => path.reduce((found, key) => found?.type === "map" ? found.entries.get(key)?.value : void 0, node);
/** Whether a text stands as a scalar, or in one, anywhere below. Shared nodes are seen once. */
function mentions(root, word) {
	const seen = /* @__PURE__ */ new Set();
	const open = root === void 0 ? [] : [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		if (node.type === "scalar") {
			if (typeof node.value === "string" && node.value.includes(word)) return true;
		} else if (node.type === "seq") open.push(...node.items);
		else for (const { value } of node.entries.values()) open.push(value);
	}
	return false;
}

// src/scope/text-hints.ts
const FOREIGN$1 = [
	"EgressFirewall",
	"NetworkSet",
	"projectcalico.org",
	"cilium.io",
	"antrea.io"
];
const NAMESPACE$2 = /\bNamespace(?:List)?\b/;
const WORKLOADS = [
	"Pod",
	"Deployment",
	"Set",
	"Job",
	"ReplicationController"
];
const WORKLOAD$1 = /\b(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)(?:List)?\b/;
const SERVICE = /\bService(?:List)?\b/;
const namesForeign = (text) => FOREIGN$1.some((word) => text.includes(word));
const namesPolicy$1 = (text) => text.includes("NetworkPolicy");
const namesNamespaceKind = (text) => text.includes("Namespace") && NAMESPACE$2.test(text);
const namesWorkload = (text) => WORKLOADS.some((word) => text.includes(word)) && WORKLOAD$1.test(text);
/** Containers of a pod, in an object of whatever kind. Asked of changed files only: most kinds are known. */
const namesTemplate = (text) => text.includes("containers");
/** A Service, or a word without which a text installs no network plugin that is known here. */
const namesContext = (text) => text.includes("Service") && SERVICE.test(text) || PLUGIN_WORDS.some((word) => text.includes(word));
/** Whether the text may hold anything that bears on network policy. */
const isHinted = (hints) => hints.policy || hints.namespace || hints.workload || hints.foreign;
const UNUSUAL = /[\0\\!]/;
/** An escape for a character that names and labels are made of: letters, digits, `-`, `.`, `/`, `_`. */
const ESCAPED = /\\(?:x|u00|U000000)(?:2[dDeEfF]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aAfF])|\w\\\/\w/;
/** A line that is continued behind a letter, or within a word of letters, digits, `-`, `.`, `/` and `_`. */
const CONTINUED = /[A-Za-z]\\\r?\n|[\w./-](?:\\\r?\n[ \t]*)+(?:\\\/|[\w./-])/;
const BINARY = /![^\s!]*binary|!<|^%TAG/m;
/** What one of the above needs. Texts with such characters can be large, and one look is cheap. */
const SUSPICIOUS = /\0|\\(?:x[2-7]|u00[2-7]|U000000[2-7]|\/|\r?\n)|![^\s!]*binary|!<|%TAG/;
/**
* A word stands in the text as it is, unless YAML lets it be written otherwise: an escape for a letter, a
* line continued inside a word, base64. Such a text may hold anything.
*/
function mayHideWords(text) {
	if (!UNUSUAL.test(text) || !SUSPICIOUS.test(text)) return false;
	if (text.includes("\0") || ESCAPED.test(text) || CONTINUED.test(text)) return true;
	return text.includes("!") && BINARY.test(text);
}
/**
* The objects of a text in which every document that has this word is written plainly: one `kind:` and
* one `metadata:` block at the left margin, names without tricks. Undefined where one is not, so that
* nothing can be said without parsing.
*/
function plainObjects(text, word) {
	if (mayHideWords(text)) return void 0;
	if (text.includes("\r") && LONE_RETURN.test(text)) return void 0;
	const objects = [];
	for (const document of splitPlain(text)) {
		if (!word.test(document)) continue;
		const object = plainObject(document);
		if (object === void 0) return void 0;
		objects.push(object);
	}
	return objects;
}
const LONE_RETURN = /\r(?!\n)/;
/** The parts between lines that begin with `---`: documents, or pieces of them that are not plain. */
function splitPlain(text) {
	const parts = [];
	let start = text.startsWith("---") ? 3 : 0;
	for (;;) {
		const end = text.indexOf("\n---", start);
		if (end < 0) break;
		parts.push(text.slice(start, end + 1));
		start = end + 4;
	}
	parts.push(text.slice(start));
	return parts;
}
const SPACE = 32;
const HASH$1 = 35;
const RETURN = 13;
const isLetter = (code) => code >= 65 && code <= 90 || code >= 97 && code <= 122;
/** Walks over the lines in place: thousands of texts are looked at, and few of their lines matter. */
function plainObject(text) {
	let kind;
	let name;
	let namespace;
	let blocks = 0;
	/** Depth of the keys of the metadata block: 0 before its first line, -1 outside of it. */
	let depth = -1;
	for (let at = 0, next = 0; at < text.length; at = next + 1) {
		const newline = text.indexOf("\n", at);
		next = newline < 0 ? text.length : newline;
		if (depth < 0 && text.charCodeAt(at) === SPACE) continue;
		let start = at;
		while (text.charCodeAt(start) === SPACE) start += 1;
		const indent = start - at;
		const first = text.charCodeAt(start);
		if (start >= next || first === HASH$1 || first === RETURN) continue;
		if (!isLetter(first)) {
			if (indent === 0 || indent <= depth || depth === 0) return void 0;
			continue;
		}
		if (indent === 0) {
			depth = -1;
			if (text.startsWith("kind", at)) {
				if (kind !== void 0) return void 0;
				kind = text.slice(at, next);
			} else if (text.startsWith("metadata", at)) {
				if (!/^metadata: *\r?$/.test(text.slice(at, next))) return void 0;
				blocks += 1;
				depth = 0;
			} else if (text.startsWith("items", at)) return void 0;
			continue;
		}
		if (depth === 0) depth = indent;
		if (indent < depth) return void 0;
		if (indent > depth || !text.startsWith("name", start)) continue;
		const line = text.slice(start, next);
		if (text.startsWith("namespace", start)) {
			if (namespace !== void 0) return void 0;
			namespace = line;
		} else {
			if (name !== void 0) return void 0;
			name = line;
		}
	}
	if (blocks !== 1 || kind === void 0) return void 0;
	const value = {
		kind: plainValue(kind),
		name: plainValue(name),
		namespace: plainValue(namespace)
	};
	if (typeof value.kind !== "string" || value.name === null || value.namespace === null) return void 0;
	return {
		kind: value.kind,
		text,
		...value.name === void 0 ? {} : { name: value.name },
		...value.namespace === void 0 ? {} : { namespace: value.namespace }
	};
}
/** The value of a key, as a bare word; null where it is something else. */
function plainValue(line) {
	if (line === void 0) return void 0;
	const [, , quoted, bare] = PLAIN_VALUE.exec(line) ?? [];
	return quoted ?? (bare === void 0 || NO_TEXT.test(bare) ? null : bare);
}
const PLAIN_VALUE = /^[a-z]+: +(?:(["'])([A-Za-z0-9][A-Za-z0-9.-]*)\1|([A-Za-z][A-Za-z0-9.-]*))(?: +#.*| *)\r?$/;
/** Without quotes, these are nothing or a truth value; what begins with a digit may be a number. */
const NO_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/**
* Whether a text is made of NetworkPolicies alone, each written as nearly all are and with a namespace:
* one expression tells what `plainObjects` would take several times as long for.
*/
const allNameNamespaces = (text) => USUAL_POLICIES.test(text);
const USUAL_POLICY = "(?:apiVersion: [A-Za-z0-9./]+\\n)?kind: NetworkPolicy\\n(?:apiVersion: [A-Za-z0-9./]+\\n)?metadata:\\n  name: [A-Za-z][A-Za-z0-9.-]*\\n  namespace: (?!(?:null|true|false|yes|no|on|off|y|n)\\n)[a-z][a-z0-9-]*\\nspec:\\n(?: [^\\n\\r]*(?:\\n|$)|\\n)*";
const USUAL_POLICIES = new RegExp(`^(?:---\\n)?${USUAL_POLICY}(?:---\\n${USUAL_POLICY})*$`);
/** Whether some object of the text says that it lives in this namespace. */
function namesNamespace(text, namespace) {
	if (!text.includes(namespace)) return false;
	const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
	return new RegExp(`[nN]amespace["']?\\s*[:=]\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}

// src/scope/file-text.ts
/** What a search through the large text that a file is a part of has found in it. */
const SEARCHED = 1;
const POLICY = 2;
const NAMESPACE$1 = 4;
const WORKLOAD = 8;
/** A `NamespaceList`, or one of the words of workloads. */
const ENDS_IN_T = 16;
/** What is asked of one file by itself; the answers are kept as bits too. */
const HIDES = 32;
const FOREIGN = 64;
const CONTEXT = 128;
/**
* A content as text, and what the text may hold. A class, because there are thousands of them and most are
* asked little: each answer is computed when it is first asked for, and kept.
*/
var FileText = class {
	content;
	/** What a search found; nothing where no such search was made, or where it cannot tell. */
	found = 0;
	#decode;
	#text;
	#asked = 0;
	#answers = 0;
	constructor(content, decode) {
		this.content = content;
		this.#decode = decode;
	}
	get text() {
		return this.#text ??= this.#read();
	}
	get hides() {
		return this.found === 0 && this.#knows(HIDES);
	}
	get policy() {
		return this.found !== 0 ? (this.found & POLICY) !== 0 : this.#knows(POLICY);
	}
	get foreign() {
		return this.#knows(FOREIGN);
	}
	get namespace() {
		if ((this.found & NAMESPACE$1) !== 0) return true;
		if (this.found !== 0 && (this.found & ENDS_IN_T) === 0) return false;
		return this.#knows(NAMESPACE$1);
	}
	get workload() {
		if (this.found !== 0 && (this.found & 24) === 0) return false;
		return this.#knows(WORKLOAD);
	}
	get context() {
		return this.#knows(CONTEXT);
	}
	#knows(bit) {
		if ((this.#asked & bit) === 0) {
			this.#asked |= bit;
			if (this.#ask(bit)) this.#answers |= bit;
		}
		return (this.#answers & bit) !== 0;
	}
	#ask(bit) {
		switch (bit) {
			case HIDES: return mayHideWords(this.text);
			case FOREIGN: return this.policy || namesForeign(this.text);
			case POLICY: return this.hides || namesPolicy$1(this.text);
			case NAMESPACE$1: return this.hides || namesNamespaceKind(this.text);
			case WORKLOAD: return this.hides || namesWorkload(this.text);
			default: return this.hides || namesContext(this.text);
		}
	}
	#read() {
		const { content } = this;
		if (require_base.isTooLarge(content)) return "";
		if (content instanceof Uint8Array) return this.#decode(content);
		return content.text.slice(content.start, content.end);
	}
};
/**
* Searches the texts that many files are parts of for what every file is asked about: each text once, as
* soon as all its files are there. To search file by file costs several times as much.
*/
function createSearch() {
	const searched = [];
	const single = /* @__PURE__ */ new Map();
	let text = "";
	let end = 0;
	let parts = [];
	const finish = () => {
		if (parts.length === 0) return;
		searchParts(text, parts);
		searched.push({
			text,
			parts
		});
		parts = [];
	};
	return {
		add: (id, file) => {
			const { content } = file;
			if (require_base.isTooLarge(content) || content instanceof Uint8Array) {
				single.set(id, file);
				return;
			}
			if (content.text !== text || content.start < end) finish();
			({text, end} = content);
			parts.push({
				id,
				file,
				slice: content
			});
		},
		end: finish,
		holding: (words) => {
			const ids = /* @__PURE__ */ new Set();
			for (const word of words) {
				for (const large of searched) addHolding(large, word, ids);
				for (const [id, file] of single) if (file.text.includes(word)) ids.add(id);
			}
			return ids;
		}
	};
}
/** Adds the ids of the parts that hold the word. */
function addHolding({ text, parts }, word, ids) {
	let index = 0;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		let part = parts[index];
		while (part !== void 0 && part.slice.end < at + word.length) part = parts[++index];
		if (part === void 0) return;
		if (at >= part.slice.start) ids.add(part.id);
	}
}
function searchParts(text, parts) {
	parts.forEach(({ file }) => {
		file.found = SEARCHED;
	});
	const wanted = /NetworkPolicy|\bNamespace(?:List)?\b|Pod|Deployment|Set|Job|ReplicationController|[\0\\!]/g;
	let index = 0;
	let part = parts[index];
	wanted.lastIndex = part?.slice.start ?? 0;
	while (part !== void 0 && wanted.test(text)) {
		const last = wanted.lastIndex - 1;
		while (part !== void 0 && part.slice.end <= last) part = parts[++index];
		if (part === void 0 || last < part.slice.start) continue;
		const { file, slice } = part;
		const bit = BY_LAST_LETTER.get(text.charCodeAt(last)) ?? 0;
		file.found |= bit;
		if (bit !== 0) continue;
		file.found = 0;
		wanted.lastIndex = slice.end;
	}
}
/** What was found, by its last letter. */
const BY_LAST_LETTER = new Map(Object.entries({
	y: POLICY,
	e: NAMESPACE$1,
	d: WORKLOAD,
	t: ENDS_IN_T,
	b: WORKLOAD,
	r: WORKLOAD
}).map(([letter, bit]) => [letter.charCodeAt(0), bit]));

// src/scope/revision-files.ts
/** Both listings are in path order, and what did not change is mostly the same entry in both. */
function changedEntries(base, head) {
	const changes = [];
	let i = 0;
	let j = 0;
	for (;;) {
		const old = base.entries[i];
		const now = head.entries[j];
		if (old === now) {
			if (old === void 0) return changes;
			i++;
			j++;
			continue;
		}
		const gone = now === void 0 || old !== void 0 && old.path < now.path;
		const came = old === void 0 || now !== void 0 && now.path < old.path;
		if (!came) i++;
		if (!gone) j++;
		if (gone && old !== void 0) changes.push({
			path: old.path,
			base: old
		});
		else if (came && now !== void 0) changes.push({
			path: now.path,
			head: now
		});
		else if (old !== void 0 && now !== void 0 && old !== now) {
			if (old.id !== now.id || old.mode !== now.mode) changes.push({
				path: now.path,
				base: old,
				head: now
			});
		}
	}
}
/** A link without an ending may lead to a folder of manifests. */
const isFolderLink = ({ path, base, head }) => [base, head].some((entry) => entry?.mode === "symlink") && !/\.[^/]*$/.test(path);
/** Whether a changed path may bear on network policy; submodules and links may. */
const isOfInterest = (change) => {
	const { path, base, head } = change;
	return require_base.mayMatter(path) || isFolderLink(change) || base?.mode === "submodule" || head?.mode === "submodule";
};
function createTextStore(source) {
	const stored = /* @__PURE__ */ new Map();
	const decode = createDecoder();
	const nothing = new FileText(/* @__PURE__ */ new Uint8Array(), decode);
	const search = createSearch();
	const fileOf = (id) => stored.get(id) ?? nothing;
	return {
		load: async (ids) => {
			const missing = new Set(ids);
			if (stored.size < missing.size) for (const id of stored.keys()) missing.delete(id);
			else for (const id of missing) if (stored.has(id)) missing.delete(id);
			if (missing.size === 0) return;
			const add = (id, content) => {
				const file = new FileText(content, decode);
				stored.set(id, file);
				search.add(id, file);
			};
			(await source.read(missing, add)).forEach((content, id) => {
				if (stored.get(id)?.content !== content) add(id, content);
			});
			search.end();
		},
		bytes: (id) => {
			const content = stored.get(id)?.content;
			return content === void 0 || require_base.isTooLarge(content) ? void 0 : require_base.bytesOf(content);
		},
		tooLarge: (id) => {
			const { content } = fileOf(id);
			return require_base.isTooLarge(content) ? content.tooLarge : void 0;
		},
		text: (id) => fileOf(id).text,
		holding: search.holding,
		hints: fileOf,
		matters: (id) => {
			const file = fileOf(id);
			return require_base.isTooLarge(file.content) || isHinted(file);
		}
	};
}
/**
* Decodes bytes that often lie side by side in one large buffer: the buffer is decoded once and the texts are
* slices of it. Latin-1 is enough to find words: kinds, keys and namespace names are ASCII.
*/
function createDecoder() {
	const whole = /* @__PURE__ */ new Map();
	return ({ buffer, byteOffset, byteLength }) => {
		let text = whole.get(buffer);
		if (text === void 0) {
			text = Buffer.from(buffer).toString("latin1");
			whole.set(buffer, text);
		}
		return text.slice(byteOffset, byteOffset + byteLength);
	};
}

// src/manifest/api-version.ts
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? "" : apiVersion.slice(0, slash);
}

// src/model/yaml-nesting.ts
/** Every level of nesting needs one of these; a value beside a key may take a second entry of the stack. */
const INDICATORS = /[[{?:-]/g;
const STACK_SLACK$1 = 4;
/**
* Whether a YAML text is nested deeper than this. The library's parser keeps its own stack, but composing recurses, and
* where the stack runs out Node 20 ends the process instead of throwing; so whoever composes hostile text asks first.
*/
function isNestedDeeper(text, depth) {
	if (!hasMore(text, depth)) return false;
	const parser = new require_yaml.Parser();
	for (const lexeme of new require_yaml.Lexer().lex(text)) {
		for (const token of parser.next(lexeme));
		if (parser.stack.length > depth + 4) return true;
	}
	return false;
}
function hasMore(text, limit) {
	let count = 0;
	for (const _ of text.matchAll(INDICATORS)) if (++count > limit) return true;
	return false;
}

// src/scope/plain-values.ts
const MAX_TEXT = 1048576;
/** As deep as manifests are read: what is deeper is reported there. */
const MAX_DEPTH$5 = require_base.DEFAULT_LIMITS.depth;
/**
* The documents of a YAML text as plain values, for files that are not decoded as manifests. Undefined where
* one cannot be read.
*/
function plainValues(text) {
	if (text.length > MAX_TEXT) return void 0;
	try {
		const documents = composeAll(text);
		if (documents === void 0 || documents.some(({ errors }) => errors.length > 0)) return void 0;
		return documents.map((document) => plain$1(document.toJS({
			maxAliasCount: 100,
			mapAsMap: true
		}), 0));
	} catch {
		return;
	}
}
/** The parser keeps its own stack and composing recurses, so nesting is bounded before it comes to that. */
function composeAll(text) {
	const parser = new require_yaml.Parser();
	const composer = new require_yaml.Composer({
		uniqueKeys: false,
		merge: true,
		logLevel: "silent"
	});
	const documents = [];
	for (const lexeme of new require_yaml.Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
		if (parser.stack.length > MAX_DEPTH$5 + 4) return void 0;
	}
	for (const token of parser.end()) documents.push(...composer.next(token));
	documents.push(...composer.end());
	return documents;
}
function plain$1(value, depth) {
	if (depth > MAX_DEPTH$5) return void 0;
	if (Array.isArray(value)) return value.map((item) => plain$1(item, depth + 1));
	if (!(value instanceof Map)) return value;
	return Object.fromEntries([...value].map(([key, child]) => [String(key), plain$1(child, depth + 1)]));
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** What stands at a path of keys. */
const valueAt = (value, ...keys) => keys.reduce((at, key) => isRecord(at) ? at[key] : void 0, value);
/** The objects of a document: itself, or the items of a list, which take their type from it where they have none. */
function objectsIn(value) {
	if (!isRecord(value)) return [];
	const { items, apiVersion } = value;
	if (!Array.isArray(items)) return [value];
	const inherited = {
		apiVersion,
		kind: typeOf$1(value).kind.replace(/List$/, "")
	};
	return items.flatMap((item) => objectsIn(isRecord(item) ? {
		...inherited,
		...item
	} : item));
}
/** The API group and kind of an object; empty where they are no text. */
function typeOf$1(value) {
	const [apiVersion, kind] = ["apiVersion", "kind"].map((key) => valueAt(value, key));
	return {
		group: typeof apiVersion === "string" ? groupOf(apiVersion) : "",
		kind: typeof kind === "string" ? kind : ""
	};
}

// src/scope/kustomize-graph.ts
const LISTS$1 = [
	"resources",
	"bases",
	"components",
	"crds"
];
const PATCHES = [
	"patches",
	"patchesStrategicMerge",
	"patchesJson6902",
	"replacements",
	"configurations"
];
const MAKERS = [
	"transformers",
	"generators",
	"validators"
];
const MAKES$1 = /\b(?:transformers|generators|validators)["']?\s*:/;
/** Where the paths of inputs stand in the items of a field. */
const INPUTS = {
	configMapGenerator: [
		"env",
		"envs",
		"files"
	],
	secretGenerator: [
		"env",
		"envs",
		"files"
	],
	helmCharts: ["valuesFile", "additionalValuesFiles"],
	helmChartInflationGenerator: ["values", "valuesFile"]
};
/** The order in which one of several roles counts. */
const RANKS = [
	"listed",
	"maker",
	"patch",
	"input"
];
/** Reads kustomizations as far as files are asked for: which words of them are paths is seen in the text. */
function readKustomizeGraph(kustomizations, texts) {
	const folders = /* @__PURE__ */ new Set();
	/** Kustomizations by the files that they may name. */
	const mentions = /* @__PURE__ */ new Map();
	const mentionedIn = /* @__PURE__ */ new Map();
	for (const file of new Set(kustomizations)) {
		const folder = node_path.posix.dirname(file.path);
		folders.add(folder);
		for (const word of new Set(texts.text(file.id).split(/[\s"'[\]{},=]+/))) {
			if (!/[./]/.test(word) || word.includes("://")) continue;
			const path = node_path.posix.normalize(node_path.posix.join(folder, word));
			const known = mentions.get(path);
			if (known !== void 0) {
				known.push(file);
				continue;
			}
			mentions.set(path, [file]);
			require_base.addTo(mentionedIn, node_path.posix.dirname(path), path);
		}
	}
	const parsed = /* @__PURE__ */ new Map();
	const rolesIn = (file) => {
		if (!parsed.has(file)) parsed.set(file, rolesOf(file.path, texts.text(file.id)));
		return parsed.get(file);
	};
	const listedFolders = /* @__PURE__ */ new Map();
	/** Whether a kustomization lists single files of a folder. */
	const hasListed = (folder) => {
		const known = listedFolders.get(folder);
		if (known !== void 0) return known;
		const lists = (mentionedIn.get(folder) ?? []).some((path) => require_base.isManifestPath(path) && mentions.get(path)?.some((file) => rolesIn(file)?.get(path) === "listed"));
		listedFolders.set(folder, lists);
		return lists;
	};
	const makers = require_base.lazily(() => [...new Set(kustomizations)].flatMap((file) => MAKES$1.test(texts.text(file.id)) ? [...rolesIn(file) ?? []].flatMap(([path, role]) => role === "maker" ? path : []) : []));
	const makerFolders = require_base.lazily(() => new Set(makers()));
	return {
		makers,
		roleOf: (path) => {
			const naming = mentions.get(path) ?? [];
			const roles = naming.map((file) => rolesIn(file)?.get(path));
			const role = RANKS.find((rank) => roles.includes(rank));
			if (role === "listed" && naming.some((file) => makerFolders().has(node_path.posix.dirname(file.path)))) return "maker";
			if (role !== void 0) return role;
			if (naming.some((file) => rolesIn(file) === void 0)) return void 0;
			const folder = node_path.posix.dirname(path);
			return folders.has(folder) || hasListed(folder) ? "unlisted" : void 0;
		}
	};
}
function rolesOf(path, text) {
	const [value] = plainValues(text) ?? [];
	if (!isRecord(value)) return void 0;
	const folder = node_path.posix.dirname(path);
	const roles = /* @__PURE__ */ new Map();
	const note = (role, keys) => {
		for (const key of keys) for (const item of Array.isArray(value[key]) ? value[key] : []) {
			const named = isRecord(item) ? item["path"] : item;
			if (typeof named !== "string" || named.includes("\n")) continue;
			roles.set(node_path.posix.normalize(node_path.posix.join(folder, named)), role);
		}
	};
	for (const [key, fields] of Object.entries(INPUTS)) for (const item of Array.isArray(value[key]) ? value[key] : []) for (const named of fields.flatMap((field) => valueAt(item, field))) if (typeof named === "string") roles.set(node_path.posix.join(folder, named.slice(named.indexOf("=") + 1)), "input");
	note("patch", PATCHES);
	note("maker", MAKERS);
	note("listed", LISTS$1);
	return roles;
}

// src/scope/path-survey.ts
/** One look at each path: there are thousands, and several who ask. */
function surveyPaths(entries) {
	const manifests = [];
	const kustomizations = [];
	const links = [];
	const charts = [];
	entries.forEach((entry) => {
		const { path, mode } = entry;
		if (path.endsWith("Chart.yaml")) charts.push(entry);
		if (mode === "file") {
			if (require_base.isManifestPath(path)) manifests.push(entry);
			if (require_base.isKustomization(path)) kustomizations.push(entry);
		} else if (mode === "symlink") links.push(entry);
	});
	return {
		manifests,
		kustomizations,
		links,
		charts
	};
}
/** The same of the revision before the changes: what did not change is there as well. */
function surveyBefore(head, changes) {
	const came = new Set(changes.map((change) => change.head));
	const gone = surveyPaths(changes.flatMap(({ base }) => base ?? []));
	const before = (list) => [...head[list].filter((entry) => !came.has(entry)), ...gone[list]].toSorted((a, b) => a.path < b.path ? -1 : 1);
	return {
		kustomizations: before("kustomizations"),
		links: before("links")
	};
}

// src/scope/scope-name.ts
/** Folders whose children are clusters or overlays: what lies below one is applied together. */
const MARKERS = /* @__PURE__ */ new Set([
	"clusters",
	"cluster",
	"environments",
	"environment",
	"envs",
	"env",
	"overlays",
	"overlay",
	"providers",
	"sites",
	"regions"
]);
const DEFAULT_SCOPE = "default";
/**
* The scope of a file by its path: the nearest folder under a marker such as `clusters/`, or a dotted
* folder under `namespaces/`, where cluster names stand. Everything else is one scope.
*/
function scopeNameOf(path) {
	const segments = path.split("/");
	for (let i = segments.length - 3; i >= 0; i--) {
		const marker = segments[i] ?? "";
		const child = segments[i + 1] ?? "";
		if (isMarker(marker, child)) return segments.slice(0, i + 2).join("/");
	}
	return DEFAULT_SCOPE;
}
/** Whether the folders below this one are clusters or overlays, judged by one of them. */
const isMarker = (folder, child) => MARKERS.has(folder) || folder === "namespaces" && child.includes(".");

// src/scope/scope-relation.ts
/**
* Folders side by side below one marker are alternatives: `clusters/eu` is not applied where `clusters/us`
* is. Names that stand side by side somewhere are alternatives everywhere, so `shop/overlays/dev` does not
* meet `billing/overlays/prod` where one of the two has both overlays. All other scopes may meet.
*/
function relateScopes(names) {
	const children = /* @__PURE__ */ new Map();
	for (const name of names) for (const { folder, child } of stepsOf(name)) {
		const known = children.get(folder);
		if (known === void 0) children.set(folder, /* @__PURE__ */ new Set([child]));
		else known.add(child);
	}
	const stand = (a, b) => [...children.values()].some((known) => known.has(a) && known.has(b));
	const meet = (a, b) => !stepsOf(a).some((x) => stepsOf(b).some((y) => x.child !== y.child && (x.folder === y.folder || stand(x.child, y.child))));
	const known = /* @__PURE__ */ new Map();
	return (a, b) => {
		const key = `${a}\n${b}`;
		const answer = known.get(key) ?? meet(a, b);
		known.set(key, answer);
		return answer;
	};
}
/**
* The folder that a scope's marker stands in: what lies below it belongs to one application, or to one set
* of clusters. Undefined where the name has no marker.
*/
function homeOf(name) {
	return stepsOf(name).at(-1)?.folder.split("/").slice(0, -1).join("/");
}
function stepsOf(name) {
	const segments = name.split("/");
	return segments.slice(0, -1).flatMap((marker, index) => {
		const child = segments[index + 1] ?? "";
		return isMarker(marker, child) ? [{
			folder: segments.slice(0, index + 1).join("/"),
			child
		}] : [];
	});
}

// src/scope/merged-documents.ts
/**
* A missing `---` shows as one duplicate key per key that both documents have. To a reader that is one mistake,
* told once, where the second document begins.
*/
function joinMergedDocuments(problems) {
	const runs = [[]];
	for (const problem of problems) {
		const [first] = runs.at(-1) ?? [];
		const starts = keyOf$3(problem) !== void 0;
		const isNext = first === void 0 || keyOf$3(first) === void 0 || keyOf$3(problem) === keyOf$3(first);
		if (starts && isNext) runs.push([problem]);
		else runs.at(-1)?.push(problem);
	}
	return runs.flatMap((run) => {
		const [first, ...others] = run;
		if (first === void 0 || keyOf$3(first) === void 0) return run;
		if (!others.some((problem) => keyOf$3(problem) !== void 0)) return run;
		return [merged(first), ...others.filter(({ code }) => code !== "duplicate-key")];
	});
}
/** The key that a problem is about; every document has these two. */
const keyOf$3 = ({ code, message }) => code === "duplicate-key" ? /^the key "(apiVersion|kind)" /.exec(message)?.[1] : void 0;
const merged = (first) => ({
	...first,
	message: `\`---\` is missing before this line: the document that starts with "${keyOf$3(first)}" here and the one of line ${first.related?.startLine ?? 1} are read as one, of which kubectl applies the last part only and other tools nothing`
});

// src/scope/ledger.ts
/** Problems that leave a manifest, or a part of it, without effect on the answer. */
const UNREAD = /* @__PURE__ */ new Set([
	"syntax",
	"template",
	"duplicate-key",
	"too-large",
	"not-text",
	"invalid"
]);
/** What a problem is apart from its line numbers: faults that stood at base already are not this change's. */
const nature = ({ code, message }) => `${code} ${message.replaceAll(/\d+/g, "#")}`;
/** The documents of a file that name a policy, as text: what a fault may hide. */
const hidden = (text) => text.split(/^---/m).filter((document) => /polic/i.test(document) || mayHideWords(document)).map((document) => document.trim()).toSorted().join("\n---\n");
/**
* The unread parts of the loaded files. A fault decides if it hides, or is in, a policy, and it or what it
* hides is new at head: nobody can say then what the policy allows.
*/
function ledgerOfProblems(head, { base, textOf, tellsPodsApart = () => false }) {
	const after = new Map(head.map((file) => [file.path, file]));
	return [...head.flatMap((file) => {
		const before = base.get(file.path);
		const standing = new Set(joinMergedDocuments(before?.problems ?? []).map(nature));
		const changed = before?.id !== file.id;
		const sameText = before !== void 0 && isRead(file) && isRead(before) && hidden(textOf(before)) === hidden(textOf(file));
		return joinMergedDocuments(file.problems).filter(isUnread).map((problem) => entryOf$1(problem, "head", changed && !((sameText || problem.about !== "policy") && standing.has(nature(problem))) && (problem.about === "policy" || isRefusal(problem, tellsPodsApart))));
	}), ...[...base.values()].flatMap((file) => {
		const now = after.get(file.path);
		const mended = mendedNamespaces(file, now);
		const unread = now === void 0 || now.id !== file.id && now.policies.length === 0 && now.problems.length === 0 ? file.problems.filter(isUnread) : [];
		return [...mended.map(entryOfMended), ...unread.filter((problem) => !mended.includes(problem)).map((problem) => entryOf$1(problem, "base", problem.about === "policy"))];
	})];
}
/** Whether a problem leaves something without effect on the answer that could have one. */
const isUnread = ({ code, about }) => UNREAD.has(code) && about !== "other";
/** A file past the limits has no text to compare. */
const isRead = ({ problems }) => !problems.some(({ code }) => code === "too-large" || code === "not-text");
/**
* A Namespace that the API server refuses keeps its old labels, and a workload its old pods: nobody knows what
* policies make of them.
*/
const isRefusal = (problem, tellsPodsApart) => problem.code === "invalid" && problem.kindHints === void 0 && (problem.about === "namespace" || problem.about === "workload" && tellsPodsApart(problem));
const isRefusedNamespace = ({ about, code, object }) => about === "namespace" && code === "invalid" && object !== void 0;
/** Namespaces that the API server refused at base and takes at head: until now nobody knows what labels they had. */
function mendedNamespaces(file, now) {
	if (now === void 0 || now.id === file.id || file.problems.length === 0) return [];
	const taken = new Set(now.namespaces.map(({ name }) => name));
	return file.problems.filter((problem) => isRefusedNamespace(problem) && taken.has(problem.object?.name ?? ""));
}
const entryOfMended = (problem) => ({
	...entryOf$1(problem, "base", true),
	reason: `${problem.message}; the API server refused Namespace ${problem.object?.name ?? ""} so far, and nobody knows what labels it has`
});
const entryOf$1 = (problem, side, decides) => ({
	path: problem.span.path,
	span: problem.span,
	side,
	reason: problem.message,
	decides
});
/** Policies of engines that are not evaluated. A changed one can be the whole point of the change. */
function ledgerOfForeign(base, head) {
	const key = ({ foreign }) => JSON.stringify(foreign.map(({ node }) => node), plain);
	const before = new Map(base.map((file) => [file.path, file]));
	const after = new Map(head.map((file) => [file.path, file]));
	const entries = [];
	for (const path of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) {
		const old = before.get(path);
		const now = after.get(path);
		const decides = old?.id !== now?.id && (old && key(old)) !== (now && key(now));
		const shown = now !== void 0 && now.foreign.length > 0 ? now : old;
		if (shown === void 0) continue;
		const side = shown === now ? "head" : "base";
		for (const { kind, apiVersion, name, span } of shown.foreign) entries.push({
			path,
			span,
			side,
			reason: `${kind} ${name} (${apiVersion}) ${decides ? "changed, and " : ""}is not evaluated`,
			decides
		});
	}
	return entries;
}
/** Values without their places; keys in order. */
function plain(key, value) {
	if (key === "span" || key === "keySpan") return void 0;
	return value instanceof Map ? [...value] : value;
}
/** Changed entries that are no files: their content is elsewhere and was not followed. */
function ledgerOfLinks(changes) {
	return changes.flatMap(({ path, base, head }) => {
		const entry = head ?? base;
		if (entry === void 0 || entry.mode === "file") return [];
		const what = entry.mode === "symlink" ? "symbolic link" : "submodule";
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: `a ${what} that changed: what it points to is not read`,
			decides: true
		}];
	});
}

// src/world/place-objects.ts
/**
* Makes the world of one scope at one revision. An object without a namespace lands in the one that the
* configuration names, else in the Namespace that its nearest folder is named after, else in one
* namespace without a name: it is wherever the manifests are applied.
*/
function placeObjects(files, placement) {
	const namespaces = /* @__PURE__ */ new Map();
	for (const file of files) for (const namespace of file.namespaces) namespaces.set(namespace.name, namespace);
	const policies = [];
	const workloads = [];
	const services = [];
	const rejected = /* @__PURE__ */ new Set();
	for (const file of files) {
		let fallback;
		const placed = (declared) => declared ?? (fallback ??= landingOf(file.path, namespaces, placement));
		for (const policy of file.policies) policies.push({
			policy,
			namespace: placed(policy.namespace)
		});
		for (const { name, namespace } of file.rejected) rejected.add(policyKey(placed(namespace), name));
		for (const workload of file.workloads) workloads.push({
			workload,
			namespace: placed(workload.namespace)
		});
		for (const service of file.services) services.push({
			service,
			namespace: placed(service.namespace)
		});
	}
	const plugins = files.flatMap((file) => file.plugins);
	const refused = refusedNamespaces(files);
	return {
		namespaces,
		policies,
		workloads,
		services,
		plugins,
		rejected,
		...refused.size === 0 ? {} : { refusedNamespaces: refused }
	};
}
function refusedNamespaces(files) {
	const refused = /* @__PURE__ */ new Set();
	files.forEach(({ problems }) => problems.forEach(({ about, code, object }) => {
		if (about === "namespace" && code === "invalid" && object !== void 0) refused.add(object.name);
	}));
	return refused;
}
/** The namespace of the objects of a file that name none. */
const landingOf = (path, namespaces, { namespace, unnamed = "" }) => namespace ?? namespaceOfFolder(path, namespaces) ?? unnamed;
function namespaceOfFolder(path, namespaces) {
	for (let folder = node_path.posix.dirname(path); folder !== "."; folder = node_path.posix.dirname(folder)) {
		const name = node_path.posix.basename(folder);
		if (namespaces.has(name)) return name;
	}
}

// src/manifest/kinds.ts
/** Served by Calico's API server and as its CRDs, under two groups. */
const CALICO_KINDS = [
	"NetworkPolicy",
	"GlobalNetworkPolicy",
	"StagedNetworkPolicy",
	"StagedGlobalNetworkPolicy",
	"StagedKubernetesNetworkPolicy",
	"Tier",
	"NetworkSet",
	"GlobalNetworkSet",
	"HostEndpoint",
	"Profile"
];
/** Policy kinds beside `networking.k8s.io` NetworkPolicy, by API group: other engines, other rules. */
const FOREIGN_POLICY_KINDS = /* @__PURE__ */ new Map([
	["projectcalico.org", CALICO_KINDS],
	["crd.projectcalico.org", CALICO_KINDS],
	["cilium.io", [
		"CiliumNetworkPolicy",
		"CiliumClusterwideNetworkPolicy",
		"CiliumCIDRGroup",
		"CiliumLocalRedirectPolicy"
	]],
	["policy.networking.k8s.io", [
		"AdminNetworkPolicy",
		"BaselineAdminNetworkPolicy",
		"ClusterNetworkPolicy"
	]],
	["crd.antrea.io", [
		"NetworkPolicy",
		"ClusterNetworkPolicy",
		"Tier",
		"Group",
		"ClusterGroup"
	]],
	["k8s.ovn.org", ["EgressFirewall"]],
	["network.openshift.io", ["EgressNetworkPolicy"]],
	["k8s.cni.cncf.io", ["MultiNetworkPolicy"]],
	["networking.gke.io", ["FQDNNetworkPolicy"]],
	["networking.k8s.aws", ["ClusterNetworkPolicy", "ApplicationNetworkPolicy"]],
	["extensions", ["NetworkPolicy"]]
]);
/** Kinds that make other objects, by API group. They count as policies where they hold one. */
const CARRIER_KINDS = /* @__PURE__ */ new Map([
	["kyverno.io", ["ClusterPolicy", "Policy"]],
	["policies.kyverno.io", ["GeneratingPolicy", "NamespacedGeneratingPolicy"]],
	["template.openshift.io", ["Template"]],
	["", ["Template"]],
	["hive.openshift.io", ["SyncSet", "SelectorSyncSet"]],
	["work.open-cluster-management.io", ["ManifestWork", "ManifestWorkReplicaSet"]],
	["policy.open-cluster-management.io", ["Policy", "ConfigurationPolicy"]],
	["kubernetes.crossplane.io", ["Object"]],
	["apiextensions.crossplane.io", ["Composition"]],
	["kro.run", ["ResourceGraphDefinition"]],
	["capsule.clastix.io", ["TenantResource", "GlobalTenantResource"]],
	["redhatcop.redhat.io", [
		"NamespaceConfig",
		"GroupConfig",
		"UserConfig",
		"Patch"
	]],
	["kappctrl.k14s.io", ["App"]],
	["fleet.cattle.io", ["Bundle"]]
]);
/** Workload kinds with the apiVersions that serve or served them. */
const WORKLOAD_API_VERSIONS = {
	Pod: ["v1"],
	ReplicationController: ["v1"],
	Deployment: [
		"apps/v1",
		"apps/v1beta2",
		"apps/v1beta1",
		"extensions/v1beta1"
	],
	StatefulSet: [
		"apps/v1",
		"apps/v1beta2",
		"apps/v1beta1"
	],
	DaemonSet: [
		"apps/v1",
		"apps/v1beta2",
		"extensions/v1beta1"
	],
	ReplicaSet: [
		"apps/v1",
		"apps/v1beta2",
		"extensions/v1beta1"
	],
	Job: ["batch/v1"],
	CronJob: [
		"batch/v1",
		"batch/v1beta1",
		"batch/v2alpha1"
	]
};
/** The groups of these: what stands there in another version is served by nobody. */
const WORKLOAD_GROUPS = [
	"",
	"apps",
	"batch",
	"extensions"
];
/** Any kind of this form is a policy of some engine, known or not. */
const POLICY_KIND$1 = /^[A-Za-z]*NetworkPolicy$/;
/** Kinds whose names are everyday words, RBAC's `Group` among them. */
const COMMON_WORDS = /* @__PURE__ */ new Set([
	"Group",
	"Profile",
	"Tier"
]);
/** Carriers are left out: one that holds a policy holds its name too. */
const HINTS = [.../* @__PURE__ */ new Set([
	...[...FOREIGN_POLICY_KINDS.values()].flat().filter((kind) => !COMMON_WORDS.has(kind)),
	...Object.keys(WORKLOAD_API_VERSIONS),
	"Namespace"
])];
const HINT_WORDS = new RegExp(`\\b([A-Za-z]*NetworkPolicy|${HINTS.join("|")})(?:List)?\\b`, "g");
/** The policy, namespace and workload kinds that stand as words in a text, sorted. */
function kindHints(text) {
	const found = /* @__PURE__ */ new Set();
	for (const [, kind] of text.matchAll(HINT_WORDS)) if (kind !== void 0) found.add(kind);
	return [...found].toSorted();
}
/** For text too large to search: it may hold any of them. */
const ALL_KIND_HINTS = HINTS.toSorted();

// src/manifest/misspelt-policy.ts
const GROUP = "networking.k8s.io";
/** The kinds of the group that has NetworkPolicy. */
const KINDS = [
	"NetworkPolicy",
	"Ingress",
	"IngressClass",
	"IPAddress",
	"ServiceCIDR",
	"ClusterCIDR"
];
const isSlip = (kind) => !KINDS.includes(kind) && require_base.nearestWord(kind, KINDS) === "NetworkPolicy";
/** Whether the kind is none of its group's, and one slip away from NetworkPolicy. */
const isMisspeltPolicy = ({ apiVersion, kind }) => groupOf(apiVersion) === GROUP && isSlip(kind);
const KIND = /\bkind["']?\s*:\s*["']?([A-Za-z]{1,40})(?![A-Za-z])/g;
/** Whether a text may hold such an object: it need not hold the word by which policies are found. */
const mayMisspellPolicy = (text) => text.includes(GROUP) && [...text.matchAll(KIND)].some(([, kind = ""]) => isSlip(kind));

// src/manifest/classify-object.ts
/**
* What an object means for the review, by API group and kind together: NetworkPolicy is a kind of five
* groups at least. A policy of an engine nobody listed is still a policy, so the name decides for
* unknown groups.
*/
function classifyObject(object) {
	const { apiVersion, kind } = object;
	const group = groupOf(apiVersion);
	if (kind === "NetworkPolicy" && (group === "networking.k8s.io" || group === "")) return "network-policy";
	if (isMisspeltPolicy(object)) return "network-policy";
	if (kind === "Namespace" && group === "") return "namespace";
	if (kind === "Service" && apiVersion === "v1") return "service";
	if (isWorkloadKind(kind) && WORKLOAD_API_VERSIONS[kind].includes(apiVersion)) return "workload";
	if (FOREIGN_POLICY_KINDS.get(group)?.includes(kind) === true || POLICY_KIND$1.test(kind)) return "foreign-policy";
	if (CARRIER_KINDS.get(group)?.includes(kind) === true && holdsPolicy(object.node)) return "foreign-policy";
	return holdsPodTemplate(object) ? "workload" : "other";
}
/**
* Whether a kind makes pods as a Deployment does: a Rollout of Argo, a DeploymentConfig, a CloneSet, a Service of
* Knative. There are too many to list, and the template at the usual place says what its pods are.
*/
function holdsPodTemplate({ node }) {
	const containers = [
		"spec",
		"template",
		"spec",
		"containers"
	].reduce((found, key) => found?.type === "map" ? found.entries.get(key)?.value : void 0, node);
	return containers?.type === "seq" && containers.items.length > 0;
}
/** A workload of Kubernetes itself, in whatever version. */
const isCoreWorkload = ({ apiVersion, kind }) => isWorkloadKind(kind) && WORKLOAD_GROUPS.includes(groupOf(apiVersion));
const isWorkloadKind = (kind) => Object.hasOwn(WORKLOAD_API_VERSIONS, kind);
/**
* Whether a `kind` below a node is a policy kind, or a CEL expression names one. Nodes are shared by
* aliases, so each is seen once.
*/
function holdsPolicy(root) {
	const seen = /* @__PURE__ */ new Set();
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		if (node.type === "seq") for (const item of node.items) open.push(item);
		if (node.type !== "map") continue;
		for (const [key, { value }] of node.entries) {
			if (namesPolicy(key, value)) return true;
			if (key === "cloneList" && copiesPolicies(value)) return true;
			open.push(value);
		}
	}
	return false;
}
const POLICY_TEXT = /\bkind["']?\s*:\s*["']?[A-Za-z]*NetworkPolicy\b/;
/** Kyverno lists the kinds that it copies in the form `networking.k8s.io/v1/NetworkPolicy`. */
function copiesPolicies(list) {
	const kinds = list.type === "map" ? list.entries.get("kinds")?.value : void 0;
	return kinds?.type === "seq" && kinds.items.some((kind) => kind.type === "scalar" && POLICY_KIND$1.test(String(kind.value).replace(/^.*\//, "")));
}
function namesPolicy(key, value) {
	if (value.type !== "scalar" || typeof value.value !== "string") return false;
	if (key === "kind") return POLICY_KIND$1.test(value.value);
	if (key === "expression") return /NetworkPolicy\b/.test(value.value);
	return POLICY_TEXT.test(value.value);
}

// src/manifest/quote.ts
const MAX_QUOTED = 60;
/** Foreign text in a message: quoted, on one line, cut. */
function quote(text) {
	return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}

// src/manifest/suggest-field.ts
/** Fields that people write in the place of another, though the words are far apart. */
const MISPLACED = {
	from: "to",
	to: "from"
};
/** The known field that an unknown one was probably meant to be. */
function suggestField(name, known) {
	const lower = name.toLowerCase();
	const misplaced = Object.hasOwn(MISPLACED, lower) ? MISPLACED[lower] : void 0;
	if (misplaced !== void 0 && known.includes(misplaced)) return misplaced;
	return require_base.nearestWord(name, known);
}

// src/manifest/field-reader.ts
const createReader = () => ({
	problems: [],
	rejected: false
});
/** Records that the API server refuses the object because of this field. */
function reject(reader, { path, span }, message) {
	reader.rejected = true;
	reader.problems.push({
		code: "invalid",
		message: `${path}: ${message}`,
		span,
		field: path
	});
}
/**
* A field of a map that is set: present and not null. Go's JSON decoder gives a null no effect on a value,
* a pointer, a list or a map.
*/
function fieldOf(map, name) {
	const node = map.node.entries.get(name)?.value;
	return node === void 0 || isNull(node) ? void 0 : {
		path: join(map.path, name),
		node
	};
}
/** Where a field that is not set is missed: its own null, or else the object that lacks it. */
function missingField(map, name) {
	const entry = map.node.entries.get(name);
	return {
		path: join(map.path, name),
		span: entry?.keySpan ?? map.node.span
	};
}
function asMap(reader, field) {
	if (field === void 0 || isNull(field.node)) return void 0;
	if (field.node.type === "map") return {
		path: field.path,
		node: field.node
	};
	rejectType(reader, field, "an object");
}
/** An object in a list: a null item decodes to the zero value, `{}`. */
function asItem(reader, item) {
	const { path, node } = item;
	if (!isNull(node)) return asMap(reader, item);
	return {
		path,
		node: {
			type: "map",
			entries: /* @__PURE__ */ new Map(),
			span: node.span
		}
	};
}
function asList(reader, field) {
	if (field === void 0 || isNull(field.node)) return void 0;
	const { path, node } = field;
	if (node.type === "seq") return {
		path,
		span: node.span,
		items: node.items.map((item, index) => ({
			path: `${path}[${index}]`,
			node: item
		}))
	};
	rejectType(reader, field, "a list; begin each item with `- `");
}
/** Text; `""` for null, undefined where the field is absent or anything else. */
function asText(reader, field) {
	if (field === void 0) return void 0;
	const { node } = field;
	if (node.type === "scalar") {
		if (typeof node.value === "string") return node.value;
		if (node.value === null) return "";
	}
	rejectType(reader, field, node.type === "scalar" ? "text; put it in quotes" : "text");
}
/** A 32-bit integer. `80.0` is one: it is `80` in JSON. */
function asInteger(reader, field) {
	if (field === void 0 || isNull(field.node)) return void 0;
	const { node } = field;
	if (node.type === "scalar" && typeof node.value === "number") {
		if (Number.isInteger(node.value) && Math.abs(node.value) < 2 ** 31) return node.value;
		reject(reader, at(field), `${node.value} is no 32-bit integer; write a whole number`);
		return;
	}
	rejectType(reader, field, "a whole number without quotes");
}
function asBoolean(reader, field) {
	if (field === void 0 || isNull(field.node)) return void 0;
	if (field.node.type === "scalar" && typeof field.node.value === "boolean") return field.node.value;
	rejectType(reader, field, "true or false without quotes");
}
/** A map of texts, such as labels; a null value is `""`. */
function asTextMap(reader, field) {
	const texts = /* @__PURE__ */ new Map();
	const map = asMap(reader, field);
	if (map === void 0) return texts;
	for (const [key, { keySpan, value }] of map.node.entries) {
		const text = asText(reader, {
			path: `${map.path}[${quote(key)}]`,
			node: value
		});
		if (text !== void 0) texts.set(key, {
			text,
			keySpan,
			span: value.span
		});
	}
	return texts;
}
const at = ({ path, node }) => ({
	path,
	span: node.span
});
function rejectType(reader, field, wanted) {
	reject(reader, at(field), `is ${describe(field.node)}, and must be ${wanted}`);
}
/**
* Reports the fields that the schema does not have. Field names are case-sensitive. kubectl asks the API
* server to refuse them (`fieldValidation=Strict`); without that they are dropped with a warning.
*/
function checkFields(reader, map, known) {
	if (map === void 0) return;
	for (const [name, { keySpan }] of map.node.entries) {
		if (known.includes(name)) continue;
		const path = join(map.path, name);
		const suggestion = suggestField(name, known);
		const message = `${path}: unknown field; the API server drops it, or refuses the object under strict validation; ${suggestion === void 0 ? "remove it" : `did you mean \`${suggestion}\`?`}`;
		reader.problems.push({
			code: "unknown-field",
			message,
			span: keySpan,
			field: path
		});
	}
}
const isNull = (node) => node.type === "scalar" && node.value === null;
const join = (path, name) => {
	const shown = /^[\w$-]{1,60}$/.test(name) ? name : quote(name);
	return path === "" ? shown : `${path}.${shown}`;
};
function describe(node) {
	switch (node.type) {
		case "map": return "an object";
		case "seq": return "a list";
		case "scalar": return node.value === null ? "null" : typeof node.value === "string" ? `the text ${quote(node.value)}` : `the ${typeof node.value} ${node.value}`;
	}
}

// src/manifest/name-rules.ts
/**
* Forms of names that the API server checks (kubernetes/apimachinery `pkg/util/validation/validation.go`).
* Each returns what is wrong, or undefined. Lengths are checked first, so the patterns see short text only.
*/
function subdomainFault(text) {
	if (text.length > 253) return "is longer than 253 characters; shorten it";
	return SUBDOMAIN.test(text) ? void 0 : "is no DNS subdomain; use lower-case letters, digits, `-` and `.`, with a letter or digit at the ends";
}
const DNS_LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const ONE_DNS_LABEL = new RegExp(`^${DNS_LABEL}$`);
function dnsLabelFault(text) {
	if (text.length > 63) return "is longer than 63 characters; shorten it";
	return ONE_DNS_LABEL.test(text) ? void 0 : "is no DNS label; use lower-case letters, digits and `-`, with a letter or digit at the ends";
}
/** IsQualifiedName: the key of a label or an annotation. */
function labelKeyFault(key) {
	const parts = key.split("/", 3);
	if (parts.length > 2) return "has more than one `/`; write `prefix/name` or `name`";
	const name = parts.at(-1) ?? "";
	if (parts.length === 2) {
		const prefix = parts[0] ?? "";
		const fault = prefix === "" ? "is empty; write `prefix/name` or `name`" : subdomainFault(prefix);
		if (fault !== void 0) return `has a prefix that ${fault}`;
	}
	if (name === "") return "has no name; write one";
	if (name.length > 63) return "has a name longer than 63 characters; shorten it";
	return QUALIFIED_NAME.test(name) ? void 0 : `is no label key; ${NAME_FORM}`;
}
const QUALIFIED_NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const NAME_FORM = "use letters, digits, `-`, `_` and `.`, with a letter or digit at the ends";
function labelValueFault(value) {
	if (value.length > 63) return "is longer than 63 characters; shorten it";
	return value === "" || QUALIFIED_NAME.test(value) ? void 0 : `is no label value; ${NAME_FORM}`;
}
/** IsValidPortName: an IANA service name. */
function portNameFault(name) {
	if (/^[0-9]{1,15}$/.test(name)) return `is a string without a letter; write ${name} without quotes`;
	if (name === "") return "is an empty name; write a port number, a name, or leave the field out";
	if (name.length > 15) return "is longer than 15 characters; shorten the name";
	if (!/^[-a-z0-9]+$/.test(name)) return "is no port name; use lower-case letters, digits and `-`";
	if (!/[a-z]/.test(name)) return "is a port name without a letter; add one, or write a number without quotes";
	if (name.includes("--")) return "has `--`, which no port name may have; write a single `-`";
	return name.startsWith("-") || name.endsWith("-") ? "begins or ends with `-`; remove it" : void 0;
}

// src/manifest/timestamp.ts
const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))$/;
/**
* Whether Go's `time.Parse(time.RFC3339, …)` takes a text, which is what decodes the times of an object
* (kubernetes/apimachinery `pkg/apis/meta/v1/time.go`). It takes an hour of one digit, and an offset of 24:60.
*/
function isTimestamp(text) {
	const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN, ...offset] = (TIMESTAMP.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0));
	const [offsetHour = NaN, offsetMinute = NaN] = offset;
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60 && offsetHour <= 24 && offsetMinute <= 60;
}
function daysIn(year, month) {
	if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
	return [
		4,
		6,
		9,
		11
	].includes(month) ? 30 : 31;
}

// src/manifest/decode-metadata.ts
const TEXT_FIELDS = [
	"selfLink",
	"uid",
	"resourceVersion"
];
const TIME_FIELDS = ["creationTimestamp", "deletionTimestamp"];
const INTEGER_FIELDS = ["generation", "deletionGracePeriodSeconds"];
const LIST_FIELDS = [
	"finalizers",
	"managedFields",
	"ownerReferences"
];
const METADATA_FIELDS = [
	"name",
	"generateName",
	"namespace",
	"labels",
	"annotations",
	...TEXT_FIELDS,
	...TIME_FIELDS,
	...INTEGER_FIELDS,
	...LIST_FIELDS
];
const MISSING_NAME = "is missing; give the object a name";
const MAX_ANNOTATION_BYTES = 262144;
/** The root of an object for field reading. */
const rootOf = (object) => ({
	path: "",
	node: object.node
});
/** ValidateObjectMeta (kubernetes/kubernetes `pkg/apis/core/validation`), as far as a manifest can tell. */
function decodeMetadata(reader, object, nameRule) {
	const field = fieldOf(rootOf(object), "metadata");
	const map = asMap(reader, field);
	const name = field !== void 0 && map === void 0 ? "" : decodeName(reader, {
		map,
		nameRule,
		span: object.span
	});
	const namespaceField = map && fieldOf(map, "namespace");
	const namespace = asText(reader, namespaceField) ?? "";
	if (namespaceField !== void 0 && namespace !== "") rejectFault(reader, namespaceField, quote(namespace), dnsLabelFault(namespace));
	if (map !== void 0) checkFinalizers(reader, fieldOf(map, "finalizers"));
	return {
		name,
		...namespace === "" ? {} : { namespace },
		...decodeTemplateMetadata(reader, map)
	};
}
/** The part of ObjectMeta that a pod template has too: labels, and shapes. */
function decodeTemplateMetadata(reader, map) {
	if (map === void 0) return { labels: emptyLabels$1() };
	checkFields(reader, map, METADATA_FIELDS);
	for (const name of TEXT_FIELDS) asText(reader, fieldOf(map, name));
	for (const name of TIME_FIELDS) checkTime(reader, fieldOf(map, name));
	for (const name of INTEGER_FIELDS) asInteger(reader, fieldOf(map, name));
	for (const name of LIST_FIELDS) asList(reader, fieldOf(map, name));
	checkAnnotations(reader, fieldOf(map, "annotations"));
	const field = fieldOf(map, "labels");
	return {
		labels: decodeLabels(reader, field),
		map,
		...field === void 0 ? {} : { labelsSpan: field.node.span }
	};
}
function decodeName(reader, { map, nameRule, span }) {
	const field = map && fieldOf(map, "name");
	const prefixField = map && fieldOf(map, "generateName");
	const name = asText(reader, field) ?? "";
	const prefix = asText(reader, prefixField) ?? "";
	if (prefixField !== void 0 && prefix !== "") rejectFault(reader, prefixField, quote(prefix), nameRule(prefix.replace(/-$/, "a")));
	if (field !== void 0 && name !== "") rejectFault(reader, field, quote(name), nameRule(name));
	const isOtherType = field !== void 0 && !isText$1(field);
	if (name === "" && prefix === "" && !isOtherType) reject(reader, map ? missingField(map, "name") : {
		path: "metadata.name",
		span
	}, MISSING_NAME);
	return name === "" ? prefix : name;
}
const isText$1 = ({ node }) => node.type === "scalar" && typeof node.value === "string";
/** Labels without a prototype: `constructor` is a valid label key. */
const emptyLabels$1 = () => Object.create(null);
function decodeLabels(reader, field) {
	const labels = emptyLabels$1();
	for (const [key, text] of asTextMap(reader, field)) {
		const path = `${field?.path ?? ""}[${quote(key)}]`;
		checkLabelKey(reader, {
			path,
			key,
			text
		});
		const fault = labelValueFault(text.text);
		if (fault !== void 0) reject(reader, {
			path,
			span: text.span
		}, `${quote(text.text)} ${fault}`);
		labels[key] = text.text;
	}
	return labels;
}
function checkLabelKey(reader, { path, key, text }) {
	const fault = labelKeyFault(key);
	if (fault !== void 0) reject(reader, {
		path,
		span: text.keySpan
	}, `the key ${quote(key)} ${fault}`);
}
function checkAnnotations(reader, field) {
	let size = 0;
	for (const [key, text] of asTextMap(reader, field)) {
		size += Buffer.byteLength(key) + Buffer.byteLength(text.text);
		checkLabelKey(reader, {
			path: `${field?.path ?? ""}[${quote(key)}]`,
			key: key.toLowerCase(),
			text
		});
	}
	if (field !== void 0 && size > MAX_ANNOTATION_BYTES) reject(reader, at(field), `are larger than ${require_git.formatCount(MAX_ANNOTATION_BYTES)} bytes together; shorten them`);
}
function checkTime(reader, field) {
	const text = asText(reader, field);
	if (field === void 0 || text === void 0 || isTimestamp(text)) return;
	reject(reader, at(field), `${quote(text)} is no time as in \`2006-01-02T15:04:05Z\`; remove the field, the server sets it`);
}
/** ValidateFinalizers, and validateKubeFinalizerName of kubernetes/kubernetes. A pod template's are not looked at. */
function checkFinalizers(reader, field) {
	if (field?.node.type !== "seq") return;
	const names = /* @__PURE__ */ new Set();
	for (const item of asList(reader, field)?.items ?? []) {
		const name = asText(reader, item);
		if (name === void 0) continue;
		names.add(name);
		rejectFault(reader, item, quote(name), finalizerFault(name));
	}
	if (names.has("orphan") && names.has("foregroundDeletion")) reject(reader, at(field), "has both `orphan` and `foregroundDeletion`; remove one");
}
const STANDARD_FINALIZERS = [
	"kubernetes",
	"orphan",
	"foregroundDeletion"
];
function finalizerFault(name) {
	if (name.includes("/")) return labelKeyFault(name)?.replace("label key", "finalizer");
	return STANDARD_FINALIZERS.includes(name) ? void 0 : "is no finalizer; write it as `domain/name`, or remove it";
}
function rejectFault(reader, field, shown, fault) {
	if (fault !== void 0) reject(reader, at(field), `${shown} ${fault}`);
}

// src/manifest/decode-namespace.ts
/** Decodes a Namespace, with the label that the server gives it. */
function decodeNamespace(object) {
	const reader = createReader();
	checkFields(reader, rootOf(object), [
		"apiVersion",
		"kind",
		"metadata",
		"spec",
		"status"
	]);
	if (object.apiVersion !== "v1") {
		const span = object.node.entries.get("apiVersion")?.value.span ?? object.span;
		reject(reader, {
			path: "apiVersion",
			span
		}, `no server serves a Namespace in ${quote(object.apiVersion)}; write v1`);
	}
	const { name, labels } = decodeMetadata(reader, object, dnsLabelFault);
	const { problems } = reader;
	if (reader.rejected) return { problems };
	return {
		namespace: {
			name,
			labels: withName(labels, name),
			span: object.span
		},
		problems
	};
}
/** Keeps the labels without a prototype, so that no inherited name reads as a label. */
function withName(labels, name) {
	return Object.assign(Object.create(null), labels, { [NAME_LABEL]: name });
}

// src/manifest/apply-marks.ts
const always = () => true;
const is = (...values) => (value) => values.includes(value.trim().toLowerCase());
/** Annotations (and one label) by which the tools that apply manifests leave an object out or delete it again. */
const RULES = [
	{
		key: "config.kubernetes.io/local-config",
		when: (value) => value !== "false",
		effect: "kustomize leaves it out"
	},
	{
		key: "kustomize.toolkit.fluxcd.io/reconcile",
		when: is("disabled"),
		effect: "Flux does not apply it"
	},
	{
		key: "kustomize.toolkit.fluxcd.io/ssa",
		when: is("ignore", "ifnotpresent"),
		effect: "Flux does not apply it, or only once"
	},
	{
		key: "fluxcd.io/ignore",
		when: (value) => value !== "false",
		effect: "Flux does not apply it"
	},
	{
		key: "argocd.argoproj.io/hook",
		when: always,
		effect: "Argo CD runs it as a hook, skips it or deletes it"
	},
	{
		key: "helm.sh/hook",
		when: always,
		effect: "Argo CD and Helm run it as a hook and may delete it"
	},
	{
		key: "configmanagement.gke.io/managed",
		when: is("disabled"),
		effect: "Config Sync does not apply it"
	},
	{
		key: "configmanagement.gke.io/cluster-selector",
		when: always,
		effect: "Config Sync applies it to some clusters only"
	},
	{
		key: "configmanagement.gke.io/namespace-selector",
		when: always,
		effect: "Config Sync applies it to some namespaces only"
	},
	{
		key: "configsync.gke.io/cluster-name-selector",
		when: always,
		effect: "Config Sync applies it to some clusters only"
	},
	{
		key: "client.lifecycle.config.k8s.io/mutation",
		when: is("ignore"),
		effect: "Config Sync does not apply it"
	},
	{
		key: "kapp.k14s.io/noop",
		when: always,
		effect: "kapp does not apply it"
	},
	{
		key: "kapp.k14s.io/exists",
		when: always,
		effect: "kapp does not apply it"
	},
	{
		key: "kluctl.io/delete",
		when: is("1", "t", "true"),
		effect: "kluctl deletes it"
	},
	{
		key: "kluctl.io/ignore",
		when: is("1", "t", "true"),
		effect: "kluctl does not apply it"
	},
	{
		key: "addonmanager.kubernetes.io/mode",
		when: is("ensureexists"),
		effect: "the addon manager applies it only once"
	},
	{
		key: "janitor/ttl",
		when: always,
		effect: "kube-janitor deletes it"
	},
	{
		key: "janitor/expires",
		when: always,
		effect: "kube-janitor deletes it"
	},
	{
		key: "cleanup.kyverno.io/ttl",
		when: always,
		effect: "Kyverno deletes it"
	}
];
const BY_KEY = new Map(RULES.map((rule) => [rule.key, rule]));
const isApplyMark = (key) => BY_KEY.has(key);
/** Fields with which applying fails, or after which the cluster deletes the object. */
const FIELDS = [
	["ownerReferences", "the cluster deletes it where no such owner exists"],
	["resourceVersion", "applying it fails where the cluster has another version"],
	["uid", "applying it fails where the cluster has another object"],
	["managedFields", "server-side apply refuses it"]
];
/**
* What in the metadata of an object can keep it from being applied, or deletes it again, though the API server
* accepts it. Whether it does depends on the tool that applies the manifests.
*/
function applyMarksOf({ node, name, listKind }) {
	const metadata = childOf(node, "metadata");
	const marks = [];
	for (const field of ["annotations", "labels"]) {
		const map = metadata && childOf(metadata, field);
		if (map?.type !== "map") continue;
		for (const [key, { keySpan, value }] of map.entries) {
			const rule = BY_KEY.get(key);
			const text = value.type === "scalar" ? String(value.value ?? "") : "";
			if (rule?.when(text) === true) marks.push({
				text: `${key}: ${quote(text)}: ${rule.effect}`,
				span: keySpan
			});
		}
	}
	if (metadata?.type === "map") for (const [field, effect] of FIELDS) {
		const entry = metadata.entries.get(field);
		if (entry !== void 0 && isSet$1(entry.value)) marks.push({
			text: `${field}: ${effect}`,
			span: entry.keySpan
		});
	}
	const generated = metadata?.type === "map" ? metadata.entries.get("generateName") : void 0;
	if (name === "" && generated !== void 0) marks.push({
		text: "generateName: kubectl apply refuses it",
		span: generated.keySpan
	});
	if (listKind !== void 0) marks.push({
		text: `an item of the kind ${quote(listKind)}, which only some tools take for a list`,
		span: node.span
	});
	return marks;
}
/**
* Whether the server drops an unknown field or refuses the object is the client's choice (`fieldValidation`). kubectl asks
* for the latter, and server-side apply knows nothing else. One such field is enough.
*/
function unknownFieldMark(problems) {
	const found = problems.find(({ code }) => code === "unknown-field");
	if (found === void 0) return [];
	const { field = "", span } = found;
	return [{
		text: `unknown field ${field}: kubectl refuses it under strict validation`,
		span
	}];
}
const childOf = (node, key) => node.type === "map" ? node.entries.get(key)?.value : void 0;
const isSet$1 = (node) => node.type === "scalar" ? node.value !== null && node.value !== "" : node.type === "map" || node.items.length > 0;

// src/manifest/decode-selector.ts
const OPERATORS = [
	"In",
	"NotIn",
	"Exists",
	"DoesNotExist"
];
/** No pod has that many labels to ask for, and each costs every comparison. */
const MAX_REQUIREMENTS = 1e3;
/**
* Reads and checks a label selector (kubernetes/apimachinery `pkg/apis/meta/v1/validation/validation.go`,
* ValidateLabelSelector). An empty one has no requirement and matches everything.
*/
function decodeSelector(reader, field) {
	const map = asMap(reader, field);
	checkFields(reader, map, ["matchLabels", "matchExpressions"]);
	const requirements = map === void 0 ? [] : [...decodeMatchLabels(reader, map), ...decodeMatchExpressions(reader, map)];
	if (requirements.length > MAX_REQUIREMENTS) reject(reader, at(field), `asks for ${requirements.length} labels, and more than ${MAX_REQUIREMENTS} are not compared; select by fewer`);
	return {
		requirements,
		span: field.node.span
	};
}
function decodeMatchLabels(reader, map) {
	const field = fieldOf(map, "matchLabels");
	const requirements = [];
	for (const [key, { text, keySpan, span }] of asTextMap(reader, field)) {
		const path = `${field?.path ?? ""}[${quote(key)}]`;
		const keyFault = labelKeyFault(key);
		if (keyFault !== void 0) reject(reader, {
			path,
			span: keySpan
		}, `the key ${quote(key)} ${keyFault}`);
		const valueFault = labelValueFault(text);
		if (valueFault !== void 0) reject(reader, {
			path,
			span
		}, `${quote(text)} ${valueFault}`);
		const place = {
			...keySpan,
			endLine: span.endLine,
			endColumn: span.endColumn
		};
		requirements.push({
			key,
			operator: "In",
			values: [text],
			span: isAfter(span, keySpan) ? place : keySpan
		});
	}
	return requirements;
}
const isAfter = (a, b) => a.startLine > b.startLine || a.startLine === b.startLine && a.startColumn >= b.startColumn;
function decodeMatchExpressions(reader, map) {
	return (asList(reader, fieldOf(map, "matchExpressions"))?.items ?? []).flatMap((item) => decodeRequirement(reader, item) ?? []);
}
function decodeRequirement(reader, item) {
	const map = asItem(reader, item);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"key",
		"operator",
		"values"
	]);
	const key = decodeKey(reader, map);
	const operator = decodeOperator(reader, map);
	const values = decodeValues(reader, map, operator);
	if (key === void 0 || operator === void 0) return void 0;
	return {
		key,
		operator,
		values,
		span: item.node.span
	};
}
function decodeKey(reader, map) {
	const field = fieldOf(map, "key");
	if (field === void 0) {
		reject(reader, missingField(map, "key"), "is missing; name a label");
		return;
	}
	const key = asText(reader, field);
	const fault = key === void 0 ? void 0 : labelKeyFault(key);
	if (key !== void 0 && fault !== void 0) reject(reader, at(field), `${quote(key)} ${fault}`);
	return key;
}
function decodeOperator(reader, map) {
	const field = fieldOf(map, "operator");
	const operator = asText(reader, field);
	if (isOperator(operator)) return operator;
	const choice = "write In, NotIn, Exists or DoesNotExist";
	if (field === void 0) reject(reader, missingField(map, "operator"), `is missing; ${choice}`);
	else if (operator !== void 0) reject(reader, at(field), `${quote(operator)} is no operator; ${choice}`);
}
const isOperator = (text) => text !== void 0 && OPERATORS.includes(text);
function decodeValues(reader, map, operator) {
	const field = fieldOf(map, "values");
	const list = asList(reader, field);
	const values = [];
	for (const item of list?.items ?? []) {
		const value = asText(reader, item);
		const fault = value === void 0 ? void 0 : labelValueFault(value);
		if (value !== void 0 && fault !== void 0) reject(reader, at(item), `${quote(value)} ${fault}`);
		values.push(value ?? "");
	}
	if (field !== void 0 && list === void 0) return values;
	const place = field === void 0 ? missingField(map, "values") : at(field);
	if ((operator === "In" || operator === "NotIn") && values.length === 0) reject(reader, place, `must hold at least one value for the operator ${operator}; add one`);
	if ((operator === "Exists" || operator === "DoesNotExist") && values.length > 0) reject(reader, place, `must be absent for the operator ${operator}; remove the values`);
	return values;
}

// src/manifest/decode-peer.ts
const WANTED_CIDR = "write an address, `/` and a prefix length, such as 10.0.0.0/8";
/** Reads and checks one peer (`pkg/apis/networking/validation/validation.go`, ValidateNetworkPolicyPeer). */
function decodePeer(reader, field) {
	const map = asItem(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"podSelector",
		"namespaceSelector",
		"ipBlock"
	]);
	const pods = fieldOf(map, "podSelector");
	const namespaces = fieldOf(map, "namespaceSelector");
	const block = fieldOf(map, "ipBlock");
	const podSelector = pods && decodeSelector(reader, pods);
	const namespaceSelector = namespaces && decodeSelector(reader, namespaces);
	const ipBlock = block && decodeIpBlock(reader, block, field);
	if (pods === void 0 && namespaces === void 0 && block === void 0) {
		reject(reader, at(field), "names no peer; set podSelector, namespaceSelector or ipBlock");
		return;
	}
	if (block === void 0) return {
		type: "selectors",
		...podSelector === void 0 ? {} : { podSelector },
		...namespaceSelector === void 0 ? {} : { namespaceSelector },
		span: field.node.span
	};
	if (pods !== void 0 || namespaces !== void 0) reject(reader, at(field), "has ipBlock and a selector; make two list items of them");
	return ipBlock;
}
function decodeIpBlock(reader, field, peer) {
	const map = asMap(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, ["cidr", "except"]);
	const cidr = decodeOuterCidr(reader, map);
	const except = (asList(reader, fieldOf(map, "except"))?.items ?? []).flatMap((item) => decodeExcept(reader, item, cidr) ?? []);
	return cidr && {
		type: "ipBlock",
		cidr: cidr.canonical,
		except,
		span: peer.node.span
	};
}
function decodeOuterCidr(reader, map) {
	const field = fieldOf(map, "cidr");
	const text = asText(reader, field);
	if (field === void 0 || text === "") {
		const place = field === void 0 ? missingField(map, "cidr") : at(field);
		reject(reader, place, `is missing; ${WANTED_CIDR}`);
		return;
	}
	return text === void 0 ? void 0 : readCidr(reader, field, text);
}
function decodeExcept(reader, item, outer) {
	const text = asText(reader, item);
	const cidr = text === void 0 ? void 0 : readCidr(reader, item, text);
	if (cidr === void 0 || text === void 0) return void 0;
	if (outer !== void 0 && !isStrictSubset(cidr, outer)) {
		const message = `${quote(text)} is no strict subset of cidr ${outer.canonical}; write a smaller range inside it, or remove it`;
		reject(reader, at(item), message);
	}
	return {
		cidr: cidr.canonical,
		span: item.node.span
	};
}
/**
* The legacy parser: leading zeros, host bits and IPv4-mapped IPv6 pass until StrictIPCIDRValidation is on,
* and mean the masked range.
*/
function readCidr(reader, field, text) {
	const cidr = parseCidr(text);
	if (cidr === void 0) reject(reader, at(field), `${quote(text)} is no CIDR; ${WANTED_CIDR}`);
	return cidr;
}

// src/manifest/decode-port.ts
/**
* Reads and checks one entry of `ports` (`pkg/apis/networking/validation/validation.go`,
* ValidateNetworkPolicyPort); a missing protocol is TCP (`v1/defaults.go`). A null entry is `{}`: all TCP.
*/
function decodePort(reader, field) {
	const map = asItem(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"protocol",
		"port",
		"endPort"
	]);
	const portField = fieldOf(map, "port");
	const endField = fieldOf(map, "endPort");
	const protocolField = fieldOf(map, "protocol");
	const protocol = decodeProtocol(reader, protocolField);
	const port = decodePortValue(reader, portField);
	const endPort = asInteger(reader, endField);
	if (endField !== void 0 && endPort !== void 0) checkEndPort(reader, {
		endField,
		endPort,
		portField,
		port
	});
	if (protocol === void 0) return void 0;
	return {
		protocol,
		...port === void 0 ? {} : { port },
		...endPort === void 0 ? {} : { endPort },
		...protocolField === void 0 ? {} : { protocolSpan: protocolField.node.span },
		span: field.node.span
	};
}
/** TCP where the field is not set; undefined where it is wrong, and reported. */
function decodeProtocol(reader, field) {
	if (field === void 0) return "TCP";
	const text = asText(reader, field);
	const protocol = require_base.PROTOCOLS.find((known) => known === text);
	if (protocol === void 0 && text !== void 0) reject(reader, at(field), `${quote(text)} is no protocol; write TCP, UDP or SCTP, in capitals`);
	return protocol;
}
/** IntOrString: a number, or the name of a port. */
function decodePortValue(reader, field) {
	if (field === void 0) return void 0;
	const { node } = field;
	if (node.type === "scalar" && typeof node.value === "string") {
		const fault = portNameFault(node.value);
		if (fault !== void 0) reject(reader, at(field), `${quote(node.value)} ${fault}`);
		return node.value;
	}
	if (node.type === "scalar" && typeof node.value === "number") return decodePortNumber(reader, field);
	rejectType(reader, field, "a number or the name of a port");
}
/** A port number, 1 to 65535. */
function decodePortNumber(reader, field) {
	const port = asInteger(reader, field);
	if (port !== void 0 && !isPortNumber(port)) reject(reader, at(field), `${port} is no port; write 1 to 65535`);
	return port;
}
const isPortNumber = (port) => port >= 1 && port <= 65535;
function checkEndPort(reader, { endField, endPort, portField, port }) {
	if (portField === void 0) reject(reader, at(endField), "is set without port; set port, the first of the range");
	if (typeof port === "string") reject(reader, at(endField), "is set with a named port; write both as numbers");
	if (typeof port !== "number") return;
	if (!isPortNumber(endPort)) reject(reader, at(endField), `${endPort} is no port; write 1 to 65535`);
	if (endPort < port) reject(reader, at(endField), `${endPort} is below port ${port}; write the last port of the range`);
}

// src/manifest/decode-network-policy.ts
const API_VERSION = "networking.k8s.io/v1";
const PEER_FIELD = {
	ingress: "from",
	egress: "to"
};
const POLICY_TYPES = /* @__PURE__ */ new Map([["Ingress", "ingress"], ["Egress", "egress"]]);
/**
* Decodes, defaults and validates a `networking.k8s.io/v1` NetworkPolicy as the API server does on create
* (`pkg/apis/networking/v1/defaults.go`, `pkg/apis/networking/validation/validation.go`). All that is wrong
* with an object is reported together. Unknown fields alone reject nothing, because the server may drop them; they
* are a mark, because it may refuse them as well.
*/
function decodeNetworkPolicy(object) {
	const reader = createReader();
	const root = rootOf(object);
	checkFields(reader, root, [
		"apiVersion",
		"kind",
		"metadata",
		"spec"
	]);
	checkType(reader, object);
	refusePatch(reader, object);
	const metadata = decodeMetadata(reader, object, subdomainFault);
	const specField = fieldOf(root, "spec");
	const spec = decodeSpec(reader, {
		field: specField,
		span: specField?.node.span ?? object.span
	});
	const { problems } = reader;
	if (reader.rejected) return { problems };
	const { name, namespace } = metadata;
	const identity = {
		name,
		...namespace === void 0 ? {} : { namespace }
	};
	const marks = [...applyMarksOf(object), ...unknownFieldMark(problems)];
	return {
		policy: {
			...identity,
			...spec,
			...marks.length === 0 ? {} : { marks },
			span: object.span
		},
		problems
	};
}
function checkType(reader, { apiVersion, kind, node }) {
	if (kind === "NetworkPolicy" && apiVersion === API_VERSION) return;
	if (kind !== "NetworkPolicy") {
		const place = node.entries.get("kind")?.value.span ?? node.span;
		reject(reader, {
			path: "kind",
			span: place
		}, `${quote(kind)} is unknown; did you mean NetworkPolicy?`);
		return;
	}
	const span = node.entries.get("apiVersion")?.value.span ?? node.span;
	const message = `no server serves the kind ${quote(kind)} in ${quote(apiVersion)}; write ${API_VERSION}`;
	reject(reader, {
		path: "apiVersion",
		span
	}, message);
}
/** A patch says a part of a policy, or deletes one: read as a policy, it would isolate every pod. */
function refusePatch(reader, { node }) {
	const spec = node.entries.get("spec")?.value;
	for (const [path, map] of [["", node], ["spec.", spec]]) {
		const directive = map?.type === "map" ? map.entries.get("$patch") : void 0;
		if (directive === void 0) continue;
		reject(reader, {
			path: `${path}$patch`,
			span: directive.keySpan
		}, "makes this a patch for kustomize, not a policy; name it under `patches`");
	}
}
/** A missing or null spec is an empty one: all pods, ingress denied. */
function decodeSpec(reader, { field, span }) {
	const map = asMap(reader, field);
	checkFields(reader, map, [
		"podSelector",
		"policyTypes",
		"ingress",
		"egress"
	]);
	const ingress = map === void 0 ? [] : decodeRules(reader, map, "ingress");
	const egress = map === void 0 ? [] : decodeRules(reader, map, "egress");
	const typesField = map && fieldOf(map, "policyTypes");
	const policyTypes = decodePolicyTypes(reader, typesField);
	return {
		podSelector: decodePodSelector(reader, map, span),
		policyTypes: policyTypes.length > 0 ? policyTypes : egress.length > 0 ? ["ingress", "egress"] : ["ingress"],
		policyTypesSpan: policyTypes.length > 0 && typesField !== void 0 ? typesField.node.span : span,
		ingress,
		egress
	};
}
function decodePodSelector(reader, map, span) {
	const field = map && fieldOf(map, "podSelector");
	if (field !== void 0) return decodeSelector(reader, field);
	return {
		requirements: [],
		span: map?.node.entries.get("podSelector")?.keySpan ?? span
	};
}
function decodePolicyTypes(reader, field) {
	const list = asList(reader, field);
	if (field === void 0 || list === void 0) return [];
	const texts = list.items.map((item) => ({
		item,
		text: asText(reader, item)
	}));
	if (texts.length > 2) {
		reject(reader, at(field), "holds more than two entries; write Ingress, Egress or both");
		return [];
	}
	const directions = /* @__PURE__ */ new Set();
	for (const { item, text } of texts) {
		if (text === void 0) continue;
		const direction = POLICY_TYPES.get(text);
		if (direction === void 0) reject(reader, at(item), `${quote(text)} is no policy type; write Ingress or Egress`);
		else directions.add(direction);
	}
	return [...directions];
}
function decodeRules(reader, spec, direction) {
	return (asList(reader, fieldOf(spec, direction))?.items ?? []).map((item) => decodeRule(reader, item, PEER_FIELD[direction]));
}
/** A null rule is `{}`, which allows everything. */
function decodeRule(reader, field, peerField) {
	const map = asItem(reader, field);
	checkFields(reader, map, ["ports", peerField]);
	const ports = asList(reader, map && fieldOf(map, "ports"))?.items ?? [];
	return {
		peers: (asList(reader, map && fieldOf(map, peerField))?.items ?? []).flatMap((peer) => decodePeer(reader, peer) ?? []),
		ports: ports.flatMap((port) => decodePort(reader, port) ?? []),
		span: field.node.span
	};
}

// src/manifest/decode-service.ts
/**
* Decodes what a Service says about its pods; undefined where the API server would refuse it. No policy
* depends on a Service, so faults in one are nobody's problem here.
*/
function decodeService(object) {
	const reader = createReader();
	const { name, namespace } = decodeMetadata(reader, object, subdomainFault);
	const spec = asMap(reader, fieldOf(rootOf(object), "spec"));
	if (spec === void 0) return void 0;
	const ports = asList(reader, fieldOf(spec, "ports"))?.items ?? [];
	const type = asText(reader, fieldOf(spec, "type")) ?? "ClusterIP";
	const service = {
		name,
		...namespace === void 0 ? {} : { namespace },
		selector: type === "ExternalName" ? emptyLabels() : selectorOf(reader, spec),
		ports: ports.flatMap((item) => decodeServicePort(reader, item) ?? []),
		clusterIps: clusterIpsOf(reader, spec),
		hidesClients: (type === "NodePort" || type === "LoadBalancer") && asText(reader, fieldOf(spec, "externalTrafficPolicy")) !== "Local",
		span: object.span
	};
	return reader.rejected ? void 0 : service;
}
const emptyLabels = () => Object.create(null);
function selectorOf(reader, spec) {
	const labels = emptyLabels();
	for (const [key, { text }] of asTextMap(reader, fieldOf(spec, "selector"))) labels[key] = text;
	return labels;
}
function decodeServicePort(reader, item) {
	const map = asMap(reader, item);
	const field = map && fieldOf(map, "port");
	const port = field && decodePortNumber(reader, field);
	if (map === void 0 || port === void 0) return void 0;
	const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
	if (protocol === void 0) return void 0;
	const target = fieldOf(map, "targetPort");
	if (target === void 0) return {
		port,
		target: port,
		protocol
	};
	const { node } = target;
	if (node.type === "scalar" && typeof node.value === "string") return {
		port,
		target: node.value,
		protocol
	};
	const number = decodePortNumber(reader, target);
	return number === void 0 ? void 0 : {
		port,
		target: number,
		protocol
	};
}
/** Addresses that the manifest fixes; `None` is a headless Service. */
function clusterIpsOf(reader, spec) {
	const list = asList(reader, fieldOf(spec, "clusterIPs"))?.items ?? [];
	const texts = [fieldOf(spec, "clusterIP"), ...list].map((field) => asText(reader, field) ?? "");
	return [...new Set(texts)].filter((text) => text !== "" && text !== "None");
}

// src/manifest/controller-labels.ts
const HASH = /^[a-z0-9]{1,63}$/;
const NUMBER = /^(?:0|[1-9]\d*)$/;
const UID = /^[0-9a-f-]{36}$/;
/** A name that the server or a controller makes out of another one. */
const namedAfter = (name, rest) => name === "" ? /./ : new RegExp(`^${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}-${rest}$`);
/**
* The labels that the controllers of Kubernetes add to their pods (kubernetes/kubernetes `pkg/controller`, and
* `pkg/registry/batch/job/strategy.go`), as every supported version does.
*/
function controllerLabels(traits) {
	return added(traits).filter(({ key }) => !Object.hasOwn(traits.labels, key));
}
function added(traits) {
	const { kind, name, group = "" } = traits;
	if (!WORKLOAD_GROUPS.includes(group)) return (CUSTOM[`${group}/${kind}`] ?? none)(name);
	switch (kind) {
		case "Deployment": return [{
			key: "pod-template-hash",
			form: HASH
		}];
		case "DaemonSet": return [{
			key: "controller-revision-hash",
			form: HASH
		}, {
			key: "pod-template-generation",
			form: NUMBER
		}];
		case "StatefulSet": return [
			{
				key: "controller-revision-hash",
				form: namedAfter(name, "[a-z0-9]+")
			},
			{
				key: "statefulset.kubernetes.io/pod-name",
				form: namedAfter(name, "\\d+")
			},
			{
				key: "apps.kubernetes.io/pod-index",
				form: NUMBER
			}
		];
		case "Job": return jobLabels(traits, name === "" ? {} : { value: name });
		case "CronJob": return jobLabels(traits, { form: namedAfter(name, "\\d+") });
		case "DeploymentConfig": return deploymentConfigLabels(name);
		default: return [];
	}
}
const none = () => [];
/** The name itself, where it is known. */
const called = (name) => name === "" ? {} : { value: name };
const deploymentConfigLabels = (name) => [{
	key: "deploymentconfig",
	...called(name)
}];
const knativeLabels = (name) => [
	{
		key: "serving.knative.dev/service",
		...called(name)
	},
	{
		key: "serving.knative.dev/configuration",
		...called(name)
	},
	{
		key: "serving.knative.dev/revision",
		form: namedAfter(name, ".+")
	}
];
/** What controllers of other groups add, as far as it is known. */
const CUSTOM = {
	"argoproj.io/Rollout": () => [{
		key: "rollouts-pod-template-hash",
		form: HASH
	}],
	"apps.openshift.io/DeploymentConfig": deploymentConfigLabels,
	"serving.knative.dev/Service": knativeLabels,
	"apps.kruise.io/CloneSet": (name) => [{
		key: "controller-revision-hash",
		form: namedAfter(name, "[a-z0-9]+")
	}]
};
function jobLabels({ manualSelector, indexed }, jobName) {
	const ofIndex = indexed ? [{
		key: "batch.kubernetes.io/job-completion-index",
		form: NUMBER
	}] : [];
	if (manualSelector) return ofIndex;
	return [
		{
			key: "job-name",
			...jobName
		},
		{
			key: "batch.kubernetes.io/job-name",
			...jobName
		},
		{
			key: "controller-uid",
			form: UID
		},
		{
			key: "batch.kubernetes.io/controller-uid",
			form: UID
		},
		...ofIndex
	];
}

// src/manifest/decode-container-ports.ts
/**
* The ports that the containers of a pod declare. Of init containers only sidecars run beside them
* (`restartPolicy: Always`); how NetworkPolicy sees their ports is not documented, so they count.
*/
function decodeContainerPorts(reader, podSpec) {
	const containers = asList(reader, fieldOf(podSpec, "containers"))?.items ?? [];
	const initContainers = asList(reader, fieldOf(podSpec, "initContainers"))?.items ?? [];
	return [...containers.flatMap((container) => portsOf(reader, asMap(reader, container))), ...initContainers.flatMap((container) => {
		const map = asMap(reader, container);
		return map !== void 0 && asText(reader, fieldOf(map, "restartPolicy")) === "Always" ? portsOf(reader, map) : [];
	})];
}
function portsOf(reader, container) {
	if (container === void 0) return [];
	return (asList(reader, fieldOf(container, "ports"))?.items ?? []).flatMap((item) => decodeContainerPort(reader, item) ?? []);
}
function decodeContainerPort(reader, item) {
	const map = asMap(reader, item);
	if (map === void 0) return void 0;
	const portField = fieldOf(map, "containerPort");
	if (portField === void 0) reject(reader, missingField(map, "containerPort"), "is missing; write a port number");
	const port = portField && decodePortNumber(reader, portField);
	const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
	const name = asText(reader, fieldOf(map, "name")) ?? "";
	return port === void 0 || protocol === void 0 ? void 0 : {
		name,
		port,
		protocol
	};
}

// src/manifest/decode-workload.ts
/** Where each kind keeps its pod template; the path of a Pod is the object itself. */
const TEMPLATE_PATH = {
	Pod: [],
	Deployment: ["spec", "template"],
	StatefulSet: ["spec", "template"],
	DaemonSet: ["spec", "template"],
	ReplicaSet: ["spec", "template"],
	ReplicationController: ["spec", "template"],
	Job: ["spec", "template"],
	CronJob: [
		"spec",
		"jobTemplate",
		"spec",
		"template"
	]
};
/** Where others keep it, as far as they are read (`classifyObject`). */
const CUSTOM_PATH = ["spec", "template"];
/**
* Decodes what the review needs of a workload: the labels and ports of its pods come from the pod template,
* not from the controller. The rest of a workload is not validated.
*/
function decodeWorkload(object) {
	const { kind, apiVersion, span } = object;
	const reader = createReader();
	const core = isWorkloadKind(kind) && isCoreWorkload(object) ? kind : void 0;
	const metadata = decodeMetadata(reader, object, subdomainFault);
	if (core !== void 0 && !WORKLOAD_API_VERSIONS[core].includes(apiVersion)) {
		const message = `kind: no server serves the kind ${quote(kind)} in ${quote(apiVersion)}`;
		reader.problems.push({
			code: "invalid",
			message,
			span,
			field: "kind"
		});
	}
	const template = findTemplate(reader, object, core ? TEMPLATE_PATH[core] : CUSTOM_PATH);
	const pod = template && decodePod(reader, template, core === "Pod" ? metadata : void 0);
	const { problems } = reader;
	if (reader.rejected || pod === void 0 || hasFinished(object)) return { problems };
	const { name, namespace } = metadata;
	const owner = core === "Pod" && metadata.map !== void 0 ? ownerOf(metadata.map) : void 0;
	return {
		workload: {
			kind,
			name,
			...namespace === void 0 ? {} : { namespace },
			labels: pod.metadata.labels,
			...addedLabelsOf(object, metadata, pod.metadata.labels),
			labelsSpan: pod.metadata.labelsSpan ?? span,
			ports: pod.ports,
			images: pod.images,
			hostNetwork: pod.hostNetwork,
			...pod.hostNetworkSpan === void 0 ? {} : { hostNetworkSpan: pod.hostNetworkSpan },
			ips: core === "Pod" ? podIps(object) : [],
			...owner === void 0 ? {} : { owner },
			span
		},
		problems
	};
}
function findTemplate(reader, object, path) {
	let map = rootOf(object);
	for (const name of path) {
		const field = fieldOf(map, name);
		const next = asMap(reader, field);
		if (field === void 0) {
			const place = missingField(map, name);
			reject(reader, place, "is missing; a workload needs its pod template");
		}
		if (next === void 0) return void 0;
		map = next;
	}
	return map;
}
/** What the controller adds; unset where that is nothing. */
function addedLabelsOf(object, { name, map }, labels) {
	const { kind, apiVersion } = object;
	const spec = kind === "CronJob" ? mapAt$1(object, [
		"spec",
		"jobTemplate",
		"spec"
	]) : mapAt$1(object, ["spec"]);
	const quiet = createReader();
	const added = controllerLabels({
		kind,
		group: groupOf(apiVersion),
		name: map !== void 0 && fieldOf(map, "name") === void 0 ? "" : name,
		labels,
		manualSelector: asBoolean(quiet, spec && fieldOf(spec, "manualSelector")) === true,
		indexed: asText(quiet, spec && fieldOf(spec, "completionMode")) === "Indexed"
	});
	return added.length === 0 ? {} : { addedLabels: added };
}
function mapAt$1(object, path) {
	const quiet = createReader();
	return path.reduce((map, name) => map && asMap(quiet, fieldOf(map, name)), rootOf(object));
}
function decodePod(reader, template, own) {
	const metadata = own ?? decodeTemplateMetadata(reader, asMap(reader, fieldOf(template, "metadata")));
	const spec = asMap(reader, fieldOf(template, "spec"));
	const hostNetwork = spec && fieldOf(spec, "hostNetwork");
	return {
		metadata,
		ports: spec === void 0 ? [] : decodeContainerPorts(reader, spec),
		images: spec === void 0 ? [] : imagesOf(spec),
		hostNetwork: asBoolean(reader, hostNetwork) === true,
		...hostNetwork === void 0 ? {} : { hostNetworkSpan: hostNetwork.node.span }
	};
}
/** `registry/name:tag@digest` without what changes with every release. */
function imagesOf(spec) {
	const images = (asList(createReader(), fieldOf(spec, "containers"))?.items ?? []).flatMap((item) => {
		const map = asMap(createReader(), item);
		const image = map && textOf$1(fieldOf(map, "image"));
		return image === void 0 ? [] : [image.replace(/@.*$/s, "").replace(/:[^/:]*$/, "")];
	});
	return [...new Set(images)].toSorted();
}
/** Dumps of live objects hold a status. It decides nothing at the server, so faults in it are no problem. */
const statusOf = (object) => asMap(createReader(), fieldOf(rootOf(object), "status"));
function hasFinished(object) {
	const status = object.kind === "Pod" ? statusOf(object) : void 0;
	const phase = status && textOf$1(fieldOf(status, "phase"));
	return phase === "Succeeded" || phase === "Failed";
}
function podIps(object) {
	const status = statusOf(object);
	if (status === void 0) return [];
	const listed = (asList(createReader(), fieldOf(status, "podIPs"))?.items ?? []).map((item) => {
		const map = asMap(createReader(), item);
		return (map && textOf$1(fieldOf(map, "ip"))) ?? "";
	});
	return [.../* @__PURE__ */ new Set([textOf$1(fieldOf(status, "podIP")) ?? "", ...listed])].filter((ip) => ip !== "");
}
function ownerOf(metadata) {
	const references = asList(createReader(), fieldOf(metadata, "ownerReferences"))?.items ?? [];
	for (const item of references) {
		const map = asMap(createReader(), item);
		if (map === void 0 || asBoolean(createReader(), fieldOf(map, "controller")) !== true) continue;
		const kind = textOf$1(fieldOf(map, "kind"));
		const name = textOf$1(fieldOf(map, "name"));
		if (kind !== void 0 && kind !== "Node" && name !== void 0) return {
			kind,
			name
		};
	}
}
const textOf$1 = (field) => asText(createReader(), field);

// src/manifest/find-pod-templates.ts
/** As deep as a manifest inside a bundle of another one goes. */
const MAX_DEPTH$4 = 24;
/** The place that is read where the object itself is a workload. */
const USUAL_PLACE = "spec.template";
/**
* What looks like a pod template in an object: labels beside a `spec` with containers. Its kind decides what is made of
* it, and nobody knows all kinds.
*/
function findPodTemplates(object) {
	const { kind, name, namespace, node } = object;
	if (kind === "CustomResourceDefinition") return void 0;
	const templates = [...node.entries].flatMap(([key, { value }]) => templatesIn(value, [key]));
	if (templates.length === 0) return void 0;
	return {
		kind,
		name,
		templates,
		...namespace === void 0 ? {} : { namespace }
	};
}
function templatesIn(node, place) {
	if (place.length > MAX_DEPTH$4 || node.type === "scalar") return [];
	if (node.type === "seq") return node.items.flatMap((item, index) => templatesIn(item, [...place, nameOf$1(item) ?? String(index)]));
	const spec = mapAt(node, "spec");
	return [...spec !== void 0 && holdsContainers(spec) ? [podOf(node, spec, place)] : [], ...[...node.entries].flatMap(([key, { value }]) => templatesIn(value, [...place, key]))];
}
const holdsContainers = (spec) => {
	const containers = spec.entries.get("containers")?.value;
	return containers?.type === "seq" && containers.items.length > 0;
};
function podOf(template, spec, place) {
	const metadata = mapAt(template, "metadata");
	const labels = metadata && mapAt(metadata, "labels");
	const reader = createReader();
	const field = {
		path: "spec",
		node: spec
	};
	return {
		place: place.join("."),
		labels: Object.fromEntries([...labels?.entries ?? []].map(([key, { value }]) => [key, textOf(value) ?? ""])),
		ports: decodeContainerPorts(reader, field),
		hostNetwork: asBoolean(reader, fieldOf(field, "hostNetwork")) === true,
		span: labels?.span ?? template.span
	};
}
/** What a list item is called, itself or as an object. */
function nameOf$1(item) {
	if (item.type !== "map") return void 0;
	const metadata = mapAt(item, "metadata");
	const name = item.entries.get("name") ?? metadata?.entries.get("name");
	return name && textOf(name.value);
}
const textOf = (node) => node.type === "scalar" ? String(node.value) : void 0;
function mapAt(node, key) {
	const value = node.entries.get(key)?.value;
	return value?.type === "map" ? value : void 0;
}

// src/manifest/collect-objects.ts
/**
* The objects of one document: itself, or the items of a list, recursively. Any object with a top-level
* `items` list is a list, as in kubectl (kubernetes/cli-runtime FlattenListVisitor).
*
* A document without kind and apiVersion (Helm values, a kustomize fragment) is no object and no problem.
*/
function collectObjects(node, document) {
	if (node.type === "map") collectMap(node, document);
	else if (node.type === "seq" ? node.items.some(isTyped) : isText(node)) reportNoObject(node, document);
}
const isText = (node) => node.type === "scalar" && typeof node.value === "string";
/** A list of patches or plain text is nobody's manifest, but one that names a kind was meant to be one. */
function reportNoObject({ type, span }, { into, hints }) {
	const kindHints = hints();
	if (kindHints.length === 0) return;
	const message = type === "seq" ? "a list is no manifest, so kubectl refuses it; use `kind: List` with `items`, or `---`" : "a text is no manifest, so kubectl refuses it; write an object, or make it a comment";
	into.problems.push({
		code: "invalid",
		message,
		span,
		kindHints
	});
}
function collectMap(node, context) {
	const type = typeOf(node, context.inherited);
	if (type === void 0) {
		reportHalfTyped(node, context);
		return;
	}
	const items = node.entries.get("items")?.value;
	if (items?.type === "seq") collectItems(items.items, type, context);
	else context.into.objects.push(objectOf(node, type, context.listKind));
}
function collectItems(items, list, context) {
	const inherited = list.kind.endsWith("List") ? {
		apiVersion: list.apiVersion,
		kind: list.kind.slice(0, -4)
	} : list;
	for (const item of items) if (item.type === "map") {
		const { into, hints } = context;
		collectMap(item, {
			into,
			hints,
			...inherited.kind === "" ? {} : { inherited },
			...list.kind.endsWith("List") ? {} : { listKind: list.kind }
		});
	} else context.into.problems.push({
		code: "invalid",
		message: "items: an item is no object, so kubectl refuses the list; remove it",
		span: item.span
	});
}
function typeOf(node, inherited) {
	const apiVersion = text(node, "apiVersion");
	const kind = text(node, "kind");
	if (apiVersion === "" && kind === "" && !isSet(node, "apiVersion") && !isSet(node, "kind")) return inherited;
	return apiVersion === "" || kind === "" ? void 0 : {
		apiVersion,
		kind
	};
}
/** An object that lost its kind or apiVersion is one that the API server will not see. */
function reportHalfTyped(node, { into, hints: search }) {
	if (!isSet(node, "apiVersion") && !isSet(node, "kind")) return;
	if (!node.entries.has("metadata") && !node.entries.has("spec")) return;
	if (/^(?:Kustomization|Component)$/.test(text(node, "kind"))) return;
	const hints = search();
	if (hints.length === 0) return;
	const missing = text(node, "kind") === "" ? "kind" : "apiVersion";
	const at = node.entries.get(missing);
	into.problems.push({
		code: "invalid",
		message: at === void 0 ? `${missing}: is missing, so no server accepts the object; add it` : `${missing}: is not a text, so no server accepts the object; write its name`,
		span: at?.value.span ?? node.span,
		field: missing,
		kindHints: hints
	});
}
function objectOf(node, type, listKind) {
	const metadata = node.entries.get("metadata")?.value;
	const name = metadata?.type === "map" ? text(metadata, "name") : "";
	const namespace = metadata?.type === "map" ? text(metadata, "namespace") : "";
	return {
		...type,
		name,
		...namespace === "" ? {} : { namespace },
		...listKind === void 0 ? {} : { listKind },
		node,
		span: node.span
	};
}
/** The text of a field; empty where it is absent or anything else. */
function text(node, field) {
	const value = node.entries.get(field)?.value;
	return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}
function isSet(node, field) {
	const value = node.entries.get(field)?.value;
	return value !== void 0 && !(value.type === "scalar" && value.value === null);
}
const isTyped = (node) => node.type === "map" && (isSet(node, "kind") || isSet(node, "apiVersion"));

// src/manifest/conversion.ts
const startConversion = (source) => ({
	...source,
	anchors: /* @__PURE__ */ new Map(),
	problems: [],
	failure: void 0,
	nodes: 0,
	deepest: 0,
	end: 0
});
/** Whether the document is larger or deeper than the limits allow; notes the failure then. */
function isOverLimit(state, { at, depth }) {
	const { nodes, depth: maxDepth } = state.limits;
	const message = state.nodes > nodes ? `more than ${require_git.formatCount(nodes)} values in one document, with its aliases written out` : depth > maxDepth ? `nested more than ${maxDepth} levels deep, with its aliases written out` : void 0;
	if (message === void 0) return false;
	state.failure ??= {
		code: "too-large",
		message,
		start: at,
		end: at
	};
	return true;
}
function fail$1(state, message, at) {
	state.failure ??= {
		code: "syntax",
		message,
		start: at,
		end: at
	};
}
function nullAt(state, at) {
	state.end = at;
	return {
		type: "scalar",
		value: null,
		span: state.locate(at, at)
	};
}

// src/manifest/go-yaml-scalar.ts
/** `resolveMap` of go-yaml v2 `resolve.go`: YAML 1.1 booleans and nulls by their text. */
const WORDS = new Map([
	...[
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"on",
		"On",
		"ON",
		"true",
		"True",
		"TRUE"
	].map((word) => [word, true]),
	...[
		"n",
		"N",
		"no",
		"No",
		"NO",
		"off",
		"Off",
		"OFF",
		"false",
		"False",
		"FALSE"
	].map((word) => [word, false]),
	...[
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].map((word) => [word, null]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((word) => [word, Infinity]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((word) => [word, -Infinity]),
	...[
		".nan",
		".NaN",
		".NAN"
	].map((word) => [word, NaN])
]);
const LONGEST_WORD = 5;
/** strconv.ParseInt with base 0: `0b`, `0o`, `0x`, a leading zero for octal. */
const INTEGER = /^([-+]?)(?:0[bB]([01]+)|0[oO]?([0-7]+)|0[xX]([0-9a-fA-F]+)|(0|[1-9][0-9]*))$/;
/** `yamlStyleFloat` of `resolve.go`. */
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
/** The first characters after which `resolve` tries anything but a string. */
const HINT = /^[-+0-9.yYnNtTfFoO~]/;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;
/**
* The value of a plain scalar as Kubernetes reads it: go-yaml v2, not YAML 1.2. Base 60 (`22:30`) and dates
* stay strings there (kubernetes-sigs/yaml `goyaml.v2/resolve.go`).
*/
function resolvePlain(source) {
	if (source !== "" && !HINT.test(source)) return source;
	if (source.length <= LONGEST_WORD) {
		const word = WORDS.get(source);
		if (word !== void 0) return word;
	}
	return resolveNumber(source) ?? source;
}
function resolveNumber(source) {
	const first = source.charCodeAt(0);
	if (first > 57) return void 0;
	const plain = source.includes("_") ? source.replaceAll("_", "") : source;
	if (first === 46) return DOT_FLOAT.test(plain) ? finite(plain) : void 0;
	return resolveInteger(plain) ?? (FLOAT.test(plain) ? finite(plain) : void 0);
}
const finite = (text) => {
	const value = Number(text);
	return Number.isFinite(value) ? value : void 0;
};
function resolveInteger(plain) {
	if (/^[-+]?(?:0|[1-9][0-9]{0,14})$/.test(plain)) return Number(plain) + 0;
	const value = exactInteger(plain);
	return value === void 0 ? void 0 : Number(value);
}
function exactInteger(plain) {
	const match = INTEGER.exec(plain);
	if (match === null) return void 0;
	const [, sign, binary, octal, hex, decimal] = match;
	const size = binary !== void 0 ? BigInt(`0b${binary}`) : octal !== void 0 ? BigInt(`0o${octal}`) : BigInt(hex !== void 0 ? `0x${hex}` : decimal ?? "0");
	const value = sign === "-" ? -size : size;
	return value < MIN_INT64 || value > (sign === "" ? MAX_UINT64 : MAX_INT64) ? void 0 : value;
}
/** The value of a scalar with an explicit tag, in the long form. `resolve` fails where they disagree. */
function resolveTagged(tag, source) {
	const name = tag.startsWith(CORE_TAGS) ? tag.slice(CORE_TAGS.length) : "";
	if (name === "binary") return resolveBinary(source);
	const expected = TAG_CHECKS.get(name);
	if (expected === void 0) return {
		type: "value",
		value: source
	};
	const value = resolvePlain(source);
	if (expected(value, source)) return {
		type: "value",
		value
	};
	return {
		type: "error",
		message: `cannot decode ${JSON.stringify(source.slice(0, 40))} as a !!${name}`
	};
}
const CORE_TAGS = "tag:yaml.org,2002:";
const TAG_CHECKS = /* @__PURE__ */ new Map([
	["null", (value) => value === null],
	["bool", (value) => typeof value === "boolean"],
	["int", (value, source) => typeof value === "number" && isIntegerText(source)],
	["float", (value) => typeof value === "number"]
]);
function resolveBinary(source) {
	const text = source.replaceAll(/[\r\n]/g, "");
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return {
		type: "error",
		message: "!!binary value contains invalid base64 data"
	};
	return {
		type: "value",
		value: Buffer.from(text, "base64").toString("utf8")
	};
}
const isIntegerText = (source) => integerOf(source) !== void 0;
const integerOf = (source) => exactInteger(source.replaceAll("_", ""));
/**
* The JSON key that a scalar key becomes; undefined for null and for numbers past int64, which have none
* (kubernetes-sigs/yaml `yaml.go`, convertToJSONableObject).
*/
function keyText(value, source) {
	if (typeof value === "string") return value;
	if (value === null) return void 0;
	if (typeof value === "boolean") return String(value);
	const integer = integerOf(source);
	if (integer === void 0) return floatKey(value);
	return integer > MAX_INT64 ? void 0 : integer.toString();
}
/** `strconv.FormatFloat(key, 'g', -1, 32)`: the shortest text that gives the same 32-bit float. */
function floatKey(value) {
	if (Number.isNaN(value)) return ".nan";
	const single = Math.fround(value);
	if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
	let precision = 1;
	while (precision < 17 && Math.fround(Number(single.toPrecision(precision))) !== single) precision += 1;
	const [mantissa = "0", exponentText = "0"] = single.toExponential(precision - 1).split("e");
	const exponent = Number(exponentText);
	if (exponent >= -4 && exponent < 6) return String(Number(single.toPrecision(precision)));
	return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

// src/manifest/convert-scalar.ts
/** A scalar with the value that go-yaml v2 gives to its source text. */
function convertScalar(state, scalar, at) {
	const [start, valueEnd] = scalar.range ?? [at, at];
	state.end = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED" ? trimEnd(state.text, valueEnd) : valueEnd;
	return {
		type: "scalar",
		value: valueOf(state, scalar),
		span: state.locate(start, Math.max(start, state.end))
	};
}
/**
* Escapes that the library takes and go-yaml v2 does not: `\/`, and halves of surrogate pairs (`scannerc.go`,
* yaml_parser_scan_flow_scalar). In JSON input both are fine.
*/
const ESCAPE = /\\(?:(\/|(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})|[^])/g;
function valueOf(state, scalar) {
	const source = scalar.source ?? "";
	if (scalar.type === "QUOTE_DOUBLE") checkEscapes(state, scalar);
	if (scalar.tag !== void 0) {
		const result = resolveTagged(scalar.tag, source);
		if (result.type === "value") return checkFinite(state, result.value);
		fail$1(state, result.message, state.end);
		return null;
	}
	if (scalar.type === "QUOTE_DOUBLE" && isQuoteEscaped(state)) fail$1(state, "Missing closing \"quote", state.end);
	return isPlain(scalar) ? checkFinite(state, resolvePlain(source)) : source;
}
function checkEscapes(state, { range }) {
	if (!range) return;
	const text = state.text.slice(range[0], range[1]);
	if (!text.includes("\\")) return;
	for (const { 0: escape, 1: refused, index } of text.matchAll(ESCAPE)) {
		if (refused === void 0) continue;
		fail$1(state, `kubectl refuses the escape \`${escape}\` in YAML; ${refused === "/" ? "write `/`" : "write the character itself"}`, range[0] + index);
		return;
	}
}
/** The library takes a text cut at the end of its line for closed if it ends with an escaped quote. */
function isQuoteEscaped({ text, end }) {
	let first = end - 1;
	while (text.charAt(first - 1) === "\\") first -= 1;
	return (end - 1 - first) % 2 === 1;
}
/** An empty value has no type of its own, and is plain. */
const isPlain = (scalar) => scalar.type === "PLAIN" || scalar.type === void 0;
function checkFinite(state, value) {
	if (typeof value !== "number" || Number.isFinite(value)) return value;
	fail$1(state, "infinity and not-a-number have no JSON form; quote the text or write a number", state.end);
	return null;
}
/** go-yaml v2, isMerge: a plain `<<`. A quoted one is an ordinary key. */
const isMergeKey = (key) => require_yaml.isScalar(key) && key.source === "<<" && (key.tag === void 0 ? isPlain(key) : key.tag === "tag:yaml.org,2002:merge");
function trimEnd(text, end) {
	let last = end;
	while (last > 0 && /\s/.test(text.charAt(last - 1))) last -= 1;
	return last;
}

// src/manifest/duplicate-key.ts
/** A key that a mapping holds twice: kubectl does not notice and applies one of the two. */
function duplicateKey(key, at, other, by = "key") {
	return {
		code: "duplicate-key",
		message: by === "key" ? `the key ${quote(key)} stands here and on line ${other.startLine}; kubectl applies only the last one, other tools refuse the file; remove one, or add the missing \`---\` between two documents` : `the key ${quote(key)} stands here and comes in again by the merge key \`<<\` below it; kubectl applies the merged value, other tools this one; put \`<<\` first`,
		span: at,
		related: other
	};
}

// src/manifest/convert-yaml.ts
/**
* Turns the library's tree into ours, with the values that go-yaml v2 gives. An aliased subtree is shared,
* not copied, so the result may be a graph; its size and depth with every alias written out stay within the
* limits.
*/
function convertYaml(contents, source) {
	const state = startConversion(source);
	const node = convertNode(state, contents, {
		at: 0,
		depth: 0
	});
	return state.failure === void 0 ? {
		type: "node",
		node,
		problems: state.problems
	} : {
		type: "failure",
		failure: state.failure
	};
}
function convertNode(state, node, position) {
	const { depth } = position;
	state.nodes += 1;
	if (depth > state.deepest) state.deepest = depth;
	if (require_yaml.isAlias(node)) return convertAlias(state, node, depth);
	if (isOverLimit(state, position)) return nullAt(state, position.at);
	const anchor = require_yaml.isScalar(node) || require_yaml.isMap(node) || require_yaml.isSeq(node) ? node.anchor : void 0;
	if (anchor === void 0) return convertPlainNode(state, node, position);
	const { nodes, deepest } = state;
	state.deepest = depth;
	state.anchors.delete(anchor);
	const converted = convertPlainNode(state, node, position);
	state.anchors.set(anchor, {
		node: converted,
		nodes: state.nodes - nodes + 1,
		height: state.deepest - depth
	});
	state.deepest = Math.max(state.deepest, deepest);
	return converted;
}
function convertPlainNode(state, node, position) {
	if (require_yaml.isScalar(node)) return convertScalar(state, node, position.at);
	if (require_yaml.isMap(node)) return convertMap(state, node, position);
	if (require_yaml.isSeq(node)) return convertSeq(state, node, position);
	return nullAt(state, position.at);
}
function convertSeq(state, seq, { at, depth }) {
	const [start, end] = seq.range ?? [at, at];
	state.end = start;
	const items = [];
	for (const item of seq.items) {
		items.push(convertNode(state, item, {
			at: state.end,
			depth: depth + 1
		}));
		if (state.failure !== void 0) break;
	}
	if (seq.flow === true || items.length === 0) state.end = end;
	return {
		type: "seq",
		items,
		span: state.locate(start, state.end)
	};
}
function convertMap(state, map, { at, depth }) {
	const [start, end] = map.range ?? [at, at];
	state.end = start;
	const building = {
		entries: /* @__PURE__ */ new Map(),
		merged: /* @__PURE__ */ new Set()
	};
	for (const pair of map.items) {
		if (isMergeKey(pair.key)) mergePair(state, building, {
			pair,
			depth
		});
		else convertPair(state, building, {
			pair,
			depth
		});
		if (state.failure !== void 0) break;
	}
	if (map.flow === true || map.items.length === 0) state.end = end;
	return {
		type: "map",
		entries: building.entries,
		span: state.locate(start, state.end)
	};
}
function convertPair(state, building, { pair, depth }) {
	const { entries, merged } = building;
	const key = convertKey(state, pair.key, depth);
	if (key === void 0) return;
	const value = convertNode(state, pair.value, {
		at: state.end,
		depth: depth + 1
	});
	const previous = entries.get(key.text);
	entries.set(key.text, {
		keySpan: key.span,
		value
	});
	if (previous === void 0 || merged.delete(key.text)) return;
	state.problems.push(duplicateKey(key.text, key.span, previous.keySpan));
}
/**
* `<<: *base` or `<<: [*first, *second]`. go-yaml v2 sets the keys where the `<<` stands: keys below it win
* over merged ones, keys above it do not; of several maps the first wins (`decode.go`, merge).
*/
function mergePair(state, building, { pair, depth }) {
	const keyStart = require_yaml.isScalar(pair.key) ? pair.key.range?.[0] ?? state.end : state.end;
	const value = convertNode(state, pair.value, {
		at: state.end,
		depth: depth + 1
	});
	const maps = value.type === "seq" ? value.items.toReversed() : [value];
	for (const map of maps) {
		if (map.type !== "map") {
			fail$1(state, "map merge requires map or sequence of maps as the value", keyStart);
			return;
		}
		for (const [key, entry] of map.entries) mergeEntry(state, building, {
			key,
			entry
		});
	}
}
function mergeEntry(state, { entries, merged }, { key, entry }) {
	const previous = entries.get(key);
	entries.set(key, entry);
	if (previous === void 0) merged.add(key);
	else if (!merged.has(key)) state.problems.push(duplicateKey(key, previous.keySpan, entry.keySpan, "merged"));
}
function convertKey(state, key, depth) {
	const start = (require_yaml.isScalar(key) || require_yaml.isMap(key) || require_yaml.isSeq(key) || require_yaml.isAlias(key) ? key.range?.[0] : void 0) ?? state.end;
	const node = convertNode(state, key, {
		at: start,
		depth: depth + 1
	});
	if (state.failure !== void 0) return void 0;
	if (node.type !== "scalar") {
		fail$1(state, "a mapping key is a list or a mapping itself; a key must be text", start);
		return;
	}
	const text = keyText(node.value, require_yaml.isScalar(key) ? key.source ?? "" : String(node.value));
	if (text === void 0) fail$1(state, "a mapping key is null; write the key, or quote it", start);
	return text === void 0 ? void 0 : {
		text,
		span: node.span
	};
}
function convertAlias(state, alias, depth) {
	const [start, end] = alias.range ?? [state.end, state.end];
	state.end = end;
	const target = state.anchors.get(alias.source);
	if (target === void 0) {
		fail$1(state, `unknown anchor ${JSON.stringify(alias.source.slice(0, 40))} referenced, or it contains itself`, start);
		return nullAt(state, start);
	}
	state.nodes += target.nodes - 1;
	const deepest = depth + target.height;
	if (deepest > state.deepest) state.deepest = deepest;
	return isOverLimit(state, {
		at: start,
		depth: deepest
	}) ? nullAt(state, start) : target.node;
}

// src/manifest/decode-text.ts
/** Text of a manifest, or undefined where the bytes are neither UTF-8 nor UTF-16 with a byte order mark. */
function decodeText(bytes) {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
/** go-yaml reads UTF-16 too where a byte order mark says so (`readerc.go`, yaml_parser_determine_encoding). */
function encodingOf(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
	return "utf-8";
}

// src/manifest/locator.ts
/**
* Line starts are found once, at the first call. Calls mostly come in document order, so the line after the
* last one is tried before a search. Only `\n` ends a line, as in a diff.
*/
function createLocator(path, text) {
	let starts;
	let near = 0;
	const lineOf = (offset) => {
		starts ??= lineStarts(text);
		if (!isOnLine(starts, near, offset)) near = isOnLine(starts, near + 1, offset) ? near + 1 : searchLine(starts, offset);
		return near;
	};
	const columnOf = (line, offset) => offset - (starts?.[line] ?? 0) + 1;
	return (start, end) => {
		const startLine = lineOf(start);
		const startColumn = columnOf(startLine, start);
		const endLine = lineOf(end);
		const endColumn = columnOf(endLine, end);
		return {
			path,
			startLine: startLine + 1,
			startColumn,
			endLine: endLine + 1,
			endColumn
		};
	};
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
const isOnLine = (starts, line, offset) => {
	const start = starts[line];
	return start !== void 0 && start <= offset && offset < (starts[line + 1] ?? Infinity);
};
function searchLine(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? Infinity) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

// src/manifest/read-json.ts
const BLANK = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const FORBIDDEN_IN_STRING = /[\u0000-\u001f]/;
/**
* Reads JSON values in sequence (`{}{}`), as kubectl does with input that begins with `{`
* (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLOrJSONDecoder).
*/
function readJson(source) {
	const state = {
		...source,
		problems: [],
		at: 0,
		nodes: 0,
		failure: void 0
	};
	const nodes = [];
	let end = 0;
	skipBlank(state);
	while (state.at < state.text.length) {
		state.nodes = 0;
		if (nodes.length === source.limits.documents) fail(state, `more than ${require_git.formatCount(source.limits.documents)} documents in one file; the rest was not read`, "too-large");
		const node = readValue(state, 0);
		if (state.failure !== void 0) return {
			nodes,
			problems: state.problems,
			failure: state.failure,
			end
		};
		nodes.push(node);
		end = state.at;
		skipBlank(state);
	}
	return {
		nodes,
		problems: state.problems,
		end
	};
}
function readValue(state, depth) {
	const start = state.at;
	state.nodes += 1;
	if (depth > state.limits.depth) fail(state, `nested more than ${state.limits.depth} levels deep`, "too-large");
	if (state.nodes > state.limits.nodes) fail(state, `more than ${require_git.formatCount(state.limits.nodes)} values in one document`, "too-large");
	if (state.failure !== void 0) return {
		type: "scalar",
		value: null,
		span: state.locate(start, start)
	};
	switch (state.text.charAt(start)) {
		case "{": return {
			type: "map",
			entries: readEntries(state, depth),
			span: state.locate(start, state.at)
		};
		case "[": return {
			type: "seq",
			items: readItems(state, depth),
			span: state.locate(start, state.at)
		};
		case "\"": return {
			type: "scalar",
			value: readString(state),
			span: state.locate(start, state.at)
		};
		default: return {
			type: "scalar",
			value: readLiteral(state),
			span: state.locate(start, state.at)
		};
	}
}
function readEntries(state, depth) {
	const entries = /* @__PURE__ */ new Map();
	eachPart(state, "}", () => {
		const start = state.at;
		const key = readString(state);
		const keySpan = state.locate(start, state.at);
		skipBlank(state);
		expect(state, ":");
		skipBlank(state);
		const value = readValue(state, depth + 1);
		const previous = entries.get(key);
		if (previous !== void 0) state.problems.push(duplicateKey(key, keySpan, previous.keySpan));
		entries.set(key, {
			keySpan,
			value
		});
	});
	return entries;
}
function readItems(state, depth) {
	const items = [];
	eachPart(state, "]", () => {
		items.push(readValue(state, depth + 1));
	});
	return items;
}
/** The comma-separated parts up to `close`; the opening bracket stands at the reading place. */
function eachPart(state, close, readPart) {
	state.at += 1;
	skipBlank(state);
	if (state.text.charAt(state.at) === close) {
		state.at += 1;
		return;
	}
	while (state.failure === void 0) {
		readPart();
		skipBlank(state);
		if (state.text.charAt(state.at) === close) {
			state.at += 1;
			return;
		}
		expect(state, ",");
		skipBlank(state);
	}
}
function readString(state) {
	const { text, at: start } = state;
	if (text.charAt(start) !== "\"") {
		fail(state, "invalid JSON: expected a string");
		return "";
	}
	let end = text.indexOf("\"", start + 1);
	while (end >= 0 && isEscaped(text, end)) end = text.indexOf("\"", end + 1);
	const body = text.slice(start + 1, end);
	if (end < 0 || FORBIDDEN_IN_STRING.test(body)) {
		fail(state, "invalid JSON: a string is not closed on its line");
		return "";
	}
	state.at = end + 1;
	return body.includes("\\") ? unescape(state, start) : body;
}
function unescape(state, start) {
	try {
		return String(JSON.parse(state.text.slice(start, state.at)));
	} catch {
		fail(state, "invalid JSON: unknown escape in a string");
		return "";
	}
}
function isEscaped(text, at) {
	let first = at;
	while (text.charAt(first - 1) === "\\") first -= 1;
	return (at - first) % 2 === 1;
}
function readLiteral(state) {
	LITERAL.lastIndex = state.at;
	const [literal] = LITERAL.exec(state.text) ?? [];
	if (literal === void 0 || !Number.isFinite(Number(literal.replace(/^[a-z]+$/, "0")))) {
		fail(state, "invalid JSON: expected a value");
		return null;
	}
	state.at += literal.length;
	if (literal === "null") return null;
	if (literal === "true" || literal === "false") return literal === "true";
	return Number(literal);
}
function expect(state, character) {
	if (state.text.charAt(state.at) === character) state.at += 1;
	else fail(state, `invalid JSON: expected "${character}"`);
}
function skipBlank(state) {
	BLANK.lastIndex = state.at;
	state.at += BLANK.exec(state.text)?.[0].length ?? 0;
}
function fail(state, message, code = "syntax") {
	state.failure ??= {
		code,
		message,
		start: state.at,
		end: Math.min(state.at + 1, state.text.length)
	};
}

// src/model/unclosed-flow.ts
/** What the YAML library says of a list or mapping in brackets that it finds no end of, in words that help. */
function unclosedFlow({ message }) {
	const [, kind] = /^Flow (map|sequence) .*must .*end with a /.exec(message) ?? [];
	if (kind === void 0) return void 0;
	const [open, close] = kind === "map" ? ["{", "}"] : ["[", "]"];
	return `what begins with \`${open}\` does not end; write \`${close}\`, and indent the lines between more than their key`;
}

// src/manifest/failure.ts
const MAX_MESSAGE = 160;
/** First line, without control codes, short: messages of a parser quote foreign text. */
function plainMessage(message) {
	const [line = ""] = message.split("\n", 1);
	const text = line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").replace(/:\s*$/, "");
	return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}

// src/manifest/lex-yaml.ts
/** What the lexer puts before every scalar that is not quoted. */
const SCALAR_MARK = "";
/** What it puts where a list or mapping in brackets has no end. */
const FLOW_END = "";
/** In the flow context, `:` begins a value and `?` a key, whatever follows (yaml_parser_fetch_next_token). */
const CUT_SCALAR$1 = /^:|\?/;
/**
* The library's lexer, for which content in brackets may stand anywhere on its line, even in column 0, as for
* go-yaml v2 (`scannerc.go`, yaml_parser_unroll_indent: "In the flow context, do nothing."). YAML asks for more
* indentation than the key has, and the library ends the brackets where there is less.
*/
function lexYaml(text) {
	const lexer = new require_yaml.Lexer();
	const lexing = lexer;
	let depth = 0;
	let indent = 0;
	let isScalar = false;
	let isCut = false;
	const follow = (lexeme) => {
		if (isScalar) {
			isScalar = false;
			isCut = depth > 0 && CUT_SCALAR$1.test(lexeme);
			return;
		}
		isCut = false;
		if (lexeme.length !== 1) return;
		if (lexeme === "") isScalar = true;
		else if (lexeme === "[" || lexeme === "{") {
			if (depth === 0) indent = lexing.indentNext;
			depth += 1;
			lexing.indentNext = 0;
		} else if (depth > 0 && (lexeme === "]" || lexeme === "}" || lexeme === FLOW_END)) {
			depth = lexeme === FLOW_END ? 0 : depth - 1;
			if (depth === 0) lexing.indentNext = indent;
		}
	};
	return {
		lexemes: lexer.lex(text),
		follow,
		flowIndent: () => depth > 0 ? indent : void 0,
		isCutScalar: () => isCut
	};
}

// src/manifest/tab-watch.ts
/**
* Finds tabs where go-yaml v2 allows none and the library, a YAML 1.2 one, allows them. To be given every lexeme in
* order, and within brackets the indentation that content outside of them would have.
*
* Outside of brackets: at the begin of a line and after `-` or `?` (`scannerc.go`, yaml_parser_scan_to_next_token:
* "Tabs are allowed: in the flow context; in the block context, but not at the beginning of the line or after
* '-', '?', or ':' (complex value)"). Within them: behind a plain scalar and a line break, short of the
* indentation (yaml_parser_scan_plain_scalar: "found a tab character that violates indentation").
*/
function createTabWatch() {
	let isLineBlank = true;
	let isIndented = false;
	let isAfterIndicator = false;
	let isAfterScalar = false;
	let isScalarNext = false;
	let column = 0;
	return (lexeme, flowIndent) => {
		if (lexeme === "\n" || lexeme === "\r\n") {
			isLineBlank = true;
			isIndented = false;
			column = 0;
			return false;
		}
		if (/^[ \t]+$/.test(lexeme)) {
			isIndented ||= lexeme.startsWith(" ");
			const tab = lexeme.indexOf("	");
			const tabColumn = column + tab;
			column += lexeme.length;
			if (tab < 0) return false;
			if (flowIndent !== void 0) return isAfterScalar && isLineBlank && tabColumn < flowIndent;
			return isAfterIndicator || isLineBlank && !(isAfterScalar && isIndented);
		}
		isLineBlank = false;
		isAfterIndicator = lexeme === "-" || lexeme === "?";
		isAfterScalar = isScalarNext;
		isScalarNext = lexeme === "";
		return isAfterScalar && flowIndent !== void 0 && hasEarlyTab(lexeme, flowIndent);
	};
}
const hasEarlyTab = (scalar, indent) => [...scalar.matchAll(/\n( *)\t/g)].some(([, blanks = ""]) => blanks.length < indent);

// src/manifest/read-yaml.ts
/** Every scalar stays its text: go-yaml's rules are applied to it later, not those of YAML 1.2. */
const COMPOSER_OPTIONS = {
	schema: "failsafe",
	resolveKnownTags: false,
	uniqueKeys: false
};
/** Tokens that hold no value: the document itself, a block scalar and its props, a scalar. */
const STACK_SLACK = 4;
/** A value, its separator, key, spaces and newline make at most about this many lexemes. */
const LEXEMES_PER_NODE = 16;
/**
* Reads the first YAML document of a text; kubectl ignores what stands after `...`
* (`pkg/util/yaml/decoder.go` unmarshals a chunk once). The parser keeps its own stack, but composing
* recurses, so nesting is bounded before it comes to that.
*/
function readYaml(text, limits) {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return readFirst(text, limits);
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}
function readFirst(text, limits) {
	const parser = new require_yaml.Parser();
	const composer = new require_yaml.Composer(COMPOSER_OPTIONS);
	const isBadTab = text.includes("	") ? createTabWatch() : void 0;
	let lexemes = 0;
	let hasDocument = false;
	const { lexemes: source, follow, flowIndent, isCutScalar } = lexYaml(text);
	for (const lexeme of source) {
		follow(lexeme);
		if (isBadTab?.(lexeme, flowIndent()) === true) return failure("syntax", "a tab stands where YAML allows only spaces", parser.offset);
		if (isCutScalar()) return failure("syntax", CUT_SCALAR, parser.offset);
		for (const token of parser.next(lexeme)) {
			if (token.type === "doc-end") return hasDocument ? lastDocument(composer, {
				text,
				end: token.offset
			}) : failure("syntax", "`...` stands before any document", token.offset);
			if (token.type === "directive") return {
				type: "failure",
				failure: directiveFault(token)
			};
			for (const document of composer.next(token)) return resultOf(document, text);
			hasDocument ||= isDocument(token);
		}
		lexemes += 1;
		if (parser.stack.length > limits.depth + STACK_SLACK) return failure("too-large", `nested more than ${limits.depth} levels deep`, parser.offset);
		if (lexemes > limits.nodes * LEXEMES_PER_NODE) return failure("too-large", `more than ${require_git.formatCount(limits.nodes)} values in one document`, parser.offset);
	}
	for (const token of parser.end()) for (const document of composer.next(token)) return resultOf(document, text);
	return lastDocument(composer, {
		text,
		end: text.length
	});
}
function lastDocument(composer, { text, end }) {
	for (const document of composer.end(true, end)) return resultOf(document, text);
	return {
		type: "document",
		contents: null
	};
}
function resultOf(document, text) {
	const error = document.errors.find((found) => !isCloseComment(found, text));
	if (error === void 0) return {
		type: "document",
		contents: document.contents
	};
	const [start, end] = error.pos;
	if (error.code === "RESOURCE_EXHAUSTION") return failure("too-large", "nested too deeply", start);
	if (isBehindObject(error, document.contents, text)) return failure("syntax", SECOND_OBJECT, start);
	return {
		type: "failure",
		failure: {
			code: "syntax",
			message: `cannot be read as YAML: ${unclosedFlow(error) ?? plainMessage(error.message)}`,
			start,
			end: Math.max(start, end)
		}
	};
}
/** A comment right behind a bracket, a comma or a quote: YAML wants a blank before it, go-yaml does not. */
const isCloseComment = ({ code, message, pos: [at] }, text) => code === "MISSING_CHAR" && message.startsWith("Comments must be separated") && text[at] === "#";
/**
* go-yaml reads the first value alone, and kubectl drops what follows without a word: JSON objects in sequence
* are read only where the whole input begins with one.
*/
function isBehindObject({ code, pos: [at] }, contents, text) {
	if (code !== "UNEXPECTED_TOKEN" || !require_yaml.isCollection(contents)) return false;
	const [start, end] = contents.range;
	if (contents.flow === true) return at >= end;
	return text[start] === "{" && text[at] === "{" && text.slice(start, at).trimEnd().endsWith("}");
}
const SECOND_OBJECT = "kubectl reads only the first object here and drops what follows without a word; put a line `---` between two objects";
const CUT_SCALAR = "within brackets kubectl takes `?`, or `:` in front, for a mark of YAML; quote the text";
/** A stream is split at `---` before YAML is read, so that no directive has a document to go with. */
function directiveFault({ source, offset }) {
	return {
		code: "syntax",
		message: `a line with \`${/^%[A-Za-z]{1,20}(?![^ \t])/.exec(source)?.[0] ?? "%"}\` is a YAML directive, and kubectl refuses the file from there on; remove the line`,
		start: offset,
		end: offset + source.length,
		endsFile: true
	};
}
/** The parser makes an empty document of a lone `...`, which go-yaml refuses. */
const isDocument = (token) => token.type === "document" && (token.value !== void 0 || token.start.some(({ type }) => type === "doc-start"));
const failure = (code, message, at) => ({
	type: "failure",
	failure: {
		code,
		message,
		start: at,
		end: at
	}
});

// src/manifest/split-documents.ts
const SEPARATOR = "---";
/**
* Splits a file as kubectl does, before any YAML is read: at lines that begin with `---`. After the dashes
* only blanks or a comment may stand, anything else is "invalid Yaml document separator"
* (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLReader). So a broken document hides no other.
*/
function* splitDocuments(text, from = 0) {
	let start = from;
	let bad;
	const chunk = (end) => ({
		start,
		end,
		...bad === void 0 ? {} : { badSeparator: bad }
	});
	for (let line = nextSeparator(text, from); line >= 0; line = nextSeparator(text, line + 1)) {
		if (line > start || bad !== void 0) yield chunk(line);
		const newline = text.indexOf("\n", line);
		const lineEnd = newline < 0 ? text.length : newline;
		const after = text.slice(line + 3, lineEnd);
		const isSeparator = /^\s*(?:#|$)/.test(after);
		bad = isSeparator ? void 0 : {
			start: line,
			end: line + text.slice(line, lineEnd).trimEnd().length
		};
		start = !isSeparator && /^[ \t]/.test(after) ? line : Math.min(lineEnd + 1, text.length);
	}
	if (start < text.length || bad !== void 0) yield chunk(text.length);
}
function nextSeparator(text, from) {
	if (from === 0 && text.startsWith(SEPARATOR)) return 0;
	const found = text.indexOf(`\n${SEPARATOR}`, Math.max(0, from - 1));
	return found < 0 ? -1 : found + 1;
}

// src/manifest/parse-manifest.ts
/** Marks of the templating languages seen in real repositories. */
const TEMPLATE_MARK = /\{\{|\$\{|<%|<#|\{%|%\{|\[\[-?\s*[.$A-Za-z]/;
/** YAML 1.1 line breaks that the library, a YAML 1.2 one, takes for text. */
const OTHER_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/g;
/** go-yaml v2 `readerc.go`: "control characters are not allowed". */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** A line that may be a YAML directive. */
const DIRECTIVE = /^%/m;
/** Files above this are not even searched for kinds. */
const MAX_SEARCHED_BYTES = 67108864;
/**
* Reads a manifest file the way `kubectl apply` does: YAML or JSON, several documents, lists flattened. A
* document that cannot be read becomes a problem and hides no other.
*/
function parseManifest(path, bytes, { limits = require_base.DEFAULT_LIMITS, known } = {}) {
	if (bytes.length > limits.fileBytes) return unreadable(path, {
		code: "too-large",
		message: `the file is larger than ${require_git.formatCount(limits.fileBytes)} bytes and was not read`,
		kindHints: hintsOf(bytes)
	});
	const text = typeof bytes === "string" ? bytes.replace(/^\ufeff/, "") : decodeText(bytes);
	if (text === void 0) return unreadable(path, {
		code: "not-text",
		message: "the file is not UTF-8 text; save it as UTF-8",
		kindHints: hintsOf(bytes)
	});
	return parseText(path, text, {
		limits,
		known
	});
}
function unreadable(path, problem) {
	const span = {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: 1
	};
	return {
		path,
		objects: [],
		problems: [{
			...problem,
			span
		}]
	};
}
function hintsOf(bytes) {
	if (bytes.length > MAX_SEARCHED_BYTES) return ALL_KIND_HINTS;
	return kindHints(typeof bytes === "string" ? bytes : new TextDecoder("latin1").decode(bytes));
}
function parseText(path, text, { limits, known }) {
	const reading = {
		path,
		text,
		limits,
		locate: createLocator(path, text),
		objects: [],
		problems: []
	};
	if (isJsonInput(text)) readJsonInput(reading, known);
	else readYamlStream(reading, known);
	return {
		path,
		objects: reading.objects,
		problems: reading.problems
	};
}
function readYamlStream(reading, known, start) {
	const { limits, text } = reading;
	let documents = 0;
	for (const chunk of splitDocuments(text, start?.from)) {
		if (documents === limits.documents) {
			report(reading, {
				code: "too-large",
				message: `more than ${require_git.formatCount(limits.documents)} documents in one file; the rest was not read`,
				start: chunk.start,
				end: chunk.start
			}, text.slice(chunk.start));
			break;
		}
		documents += 1;
		if (start !== void 0 && documents === 1) start.readFirst(chunk);
		else if (known === void 0 || DIRECTIVE.test(text.slice(chunk.start, chunk.end))) readChunk(reading, chunk);
		else readKnownChunk(reading, chunk, known);
	}
}
/** The same text on the same line says the same, in the same places. */
function readKnownChunk(reading, chunk, known) {
	const { startLine } = reading.locate(chunk.start, chunk.start);
	const key = `${chunk.badSeparator === void 0 ? "" : "after a bad separator, "}${startLine}: ${reading.text.slice(chunk.start, chunk.end)}`;
	let collected = known.get(key);
	if (collected === void 0) {
		collected = {
			objects: [],
			problems: []
		};
		readChunk({
			...reading,
			...collected
		}, chunk);
		known.set(key, collected);
	}
	for (const object of collected.objects) reading.objects.push(object);
	for (const problem of collected.problems) reading.problems.push(problem);
}
function readChunk(reading, chunk) {
	const text = reading.text.slice(chunk.start, chunk.end);
	if (chunk.badSeparator !== void 0) report(reading, {
		code: "syntax",
		message: "only blanks or a comment may follow `---` on its line; move the rest to the next line",
		...chunk.badSeparator
	}, text);
	const failure = readYamlChunk(reading, chunk);
	if (failure !== void 0) report(reading, failure, text);
}
/**
* Whether kubectl tries a text as JSON: its first character is `{`. That holds for the whole input; what
* stands behind a `---` is YAML (`pkg/util/yaml/decoder.go`, GuessJSONStream, which looks at 4 KiB).
*/
const isJsonInput = (text) => /^[ \t-\r\u0085\u00a0]{0,4095}\{/.test(text);
/**
* JSON objects in sequence. Up to version 1.32 kubectl refuses anything else behind them; since 1.33 it reads on as
* YAML from what is no JSON, unless two objects have been read before (YAMLOrJSONDecoder.Decode).
*/
function readJsonInput(reading, known) {
	const { text, locate, limits } = reading;
	const { nodes, problems, failure, end } = readJson({
		text,
		locate,
		limits
	});
	for (const problem of problems) reading.problems.push(problem);
	const hints = once(() => kindHints(text));
	for (const node of nodes) accept(reading, node, hints);
	if (failure === void 0) return;
	if (failure.code === "too-large" || nodes.length > 1) {
		report(reading, failure, text.slice(end));
		return;
	}
	let isYaml = false;
	readYamlStream(reading, known, {
		from: end,
		readFirst: (chunk) => {
			const yamlFailure = readYamlChunk(reading, chunk);
			isYaml = yamlFailure === void 0;
			const isMeantAsJson = nodes.length > 0 || reading.path.endsWith(".json");
			if (yamlFailure !== void 0) report(reading, isMeantAsJson ? failure : yamlFailure, text.slice(chunk.start, chunk.end));
		}
	});
	if (!isYaml || reading.objects.length === 0) return;
	const span = locate(failure.start, failure.end);
	const hidden = kindHints(text.slice(end));
	reading.problems.push({
		code: "syntax",
		message: NO_JSON,
		span,
		kindHints: hidden
	});
}
const NO_JSON = "the file begins with `{`, so kubectl before version 1.33 reads it as JSON and refuses it from here on; newer ones and other tools read YAML; mend the JSON, or put a line `---` first";
/** Reads a document, or says why it cannot be read. */
function readYamlChunk(reading, chunk) {
	const text = reading.text.slice(chunk.start, chunk.end);
	const control = CONTROL.exec(text);
	if (control !== null) {
		const start = chunk.start + control.index;
		return {
			code: "syntax",
			message: "control characters are not allowed",
			start,
			end: start + 1
		};
	}
	const yaml = text.replaceAll(OTHER_BREAKS, "\n");
	const { limits } = reading;
	const document = readYaml(yaml, limits);
	const converted = document.type === "failure" ? document : convertYaml(document.contents, {
		text: yaml,
		limits,
		locate: shifted(reading, chunk)
	});
	if (converted.type === "failure") return inFile(converted.failure, chunk);
	for (const problem of converted.problems) reading.problems.push(problem);
	accept(reading, converted.node, once(() => kindHints(text)));
}
function accept(reading, node, hints) {
	if (node.type === "scalar" && TEMPLATE_MARK.test(String(node.value))) {
		reading.problems.push({
			code: "template",
			message: "a template, not a manifest; render it first",
			span: node.span,
			kindHints: hints()
		});
		return;
	}
	collectObjects(node, {
		into: reading,
		hints
	});
}
function once(compute) {
	let kept;
	return () => (kept ??= { value: compute() }).value;
}
const shifted = ({ locate }, { start: shift }) => (start, end) => locate(start + shift, end + shift);
const inFile = (failure, { start, end }) => ({
	...failure,
	start: Math.min(failure.start + start, end),
	end: Math.min(failure.end + start, end)
});
/** Adds a problem that hides a document; `hidden` is the text that could not be read. */
function report(reading, failure, hidden) {
	const { code, message, start, end } = failure;
	const isTemplate = code === "syntax" && TEMPLATE_MARK.test(hidden);
	const newline = reading.text.indexOf("\n", start);
	const lineEnd = newline < 0 ? reading.text.length : newline;
	reading.problems.push({
		code: isTemplate ? "template" : code,
		message: isTemplate ? "a template, not a manifest; render it first" : message,
		span: reading.locate(start, Math.max(start, Math.min(end, lineEnd))),
		kindHints: kindHints(failure.endsFile === true ? reading.text.slice(start) : hidden)
	});
}

// src/scope/load-file.ts
/** The same; what versions have in common is parsed once. */
function loadVersion({ path, id }, bytes, shared) {
	const known = shared?.get(path) ?? /* @__PURE__ */ new Map();
	shared?.set(path, known);
	const { objects, problems } = parseManifest(path, bytes, { known });
	const text = require_base.lazily(() => Buffer.from(bytes).toString("latin1"));
	const hides = require_base.lazily(() => mayHideWords(text()));
	const isHarmless = require_base.lazily(() => !hides() && ![
		namesPolicy$1,
		namesForeign,
		namesNamespaceKind,
		namesWorkload
	].some((names) => names(text())));
	const loaded = {
		policies: [],
		rejected: [],
		namespaces: [],
		workloads: [],
		services: [],
		plugins: [],
		foreign: [],
		makers: [],
		problems: problems.map((problem) => ({
			...problem,
			about: isHarmless() ? "other" : problem.kindHints !== void 0 && hides() ? "policy" : aboutOf(problem, objects)
		}))
	};
	const note = (about, found, object) => {
		for (const problem of found) loaded.problems.push({
			...problem,
			about,
			object
		});
	};
	const noteMaker = (object, read) => {
		if (!namesTemplate(text())) return;
		const maker = findPodTemplates(object);
		const templates = maker?.templates.filter(({ place }) => place !== read) ?? [];
		if (maker !== void 0 && templates.length > 0) loaded.makers.push({
			...maker,
			templates
		});
	};
	for (const object of objects) {
		const plugin = detectNetworkPlugin(object);
		if (plugin !== void 0) loaded.plugins.push(plugin);
		switch (classifyObject(object)) {
			case "network-policy": {
				const decoded = decodeNetworkPolicy(object);
				if (decoded.policy === void 0) loaded.rejected.push(object);
				else loaded.policies.push(decoded.policy);
				note("policy", decoded.problems, object);
				break;
			}
			case "namespace": {
				const decoded = decodeNamespace(object);
				if (decoded.namespace !== void 0) loaded.namespaces.push(decoded.namespace);
				note("namespace", decoded.problems, object);
				break;
			}
			case "workload": {
				const decoded = decodeWorkload(object);
				if (decoded.workload !== void 0) loaded.workloads.push(decoded.workload);
				note("workload", decoded.problems, object);
				if (!isCoreWorkload(object)) noteMaker(object, USUAL_PLACE);
				break;
			}
			case "service": {
				const service = decodeService(object);
				if (service !== void 0) loaded.services.push(service);
				break;
			}
			case "foreign-policy":
				loaded.foreign.push(object);
				noteMaker(object);
				break;
			case "other": noteMaker(object);
		}
	}
	return {
		path,
		id,
		...loaded
	};
}
/** What a problem of the reader hides or touches: the kinds in the hidden text, or the object around it. */
function aboutOf(problem, objects) {
	const { kindHints, span } = problem;
	if (kindHints === void 0) {
		const around = objects.find((object) => object.span.startLine <= span.startLine && span.endLine <= object.span.endLine);
		return around === void 0 ? "policy" : ABOUT[classifyObject(around)];
	}
	if (kindHints.some((kind) => /Policy|Firewall|NetworkSet/.test(kind))) return "policy";
	if (kindHints.includes("Namespace")) return "namespace";
	return kindHints.length > 0 ? "workload" : "other";
}
const ABOUT = {
	"network-policy": "policy",
	"foreign-policy": "policy",
	namespace: "namespace",
	workload: "workload",
	service: "other",
	other: "other"
};

// src/world/file-loader.ts
function createLoader(texts) {
	const loaded = /* @__PURE__ */ new Map();
	const load = ({ path, id }, shared) => {
		const key = `${id} ${path}`;
		const known = loaded.get(key);
		if (known !== void 0) return known;
		const size = texts.tooLarge(id);
		const file = size === void 0 ? loadVersion({
			path,
			id
		}, texts.bytes(id) ?? /* @__PURE__ */ new Uint8Array(), shared) : tooLargeFile(path, id, size);
		loaded.set(key, file);
		return file;
	};
	return {
		load: (file) => load(file),
		loadVersions: ({ base, head }) => {
			const shared = /* @__PURE__ */ new Map();
			return {
				base: base.map((file) => load(file, shared)),
				head: head.map((file) => load(file, shared))
			};
		},
		count: () => loaded.size,
		countPolicies: () => new Set([...loaded.values()].flatMap(({ policies }) => policies)).size
	};
}
function tooLargeFile(path, id, size) {
	const span = {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: 1
	};
	const limit = require_base.DEFAULT_LIMITS.fileBytes;
	return {
		path,
		id,
		policies: [],
		rejected: [],
		namespaces: [],
		workloads: [],
		services: [],
		plugins: [],
		foreign: [],
		makers: [],
		problems: [{
			code: "too-large",
			message: size > limit ? `the file has ${require_git.formatCount(size)} bytes, more than the limit of ${require_git.formatCount(limit)}, and was not read` : `the file, of ${require_git.formatCount(size)} bytes, was not read: all files together are larger than is taken on`,
			span,
			about: "policy"
		}]
	};
}

// src/world/reading.ts
var reading_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	createReading: () => createReading,
	textsOf: () => textsOf$1
});
function createReading(source) {
	const texts = createTextStore(source);
	return {
		texts,
		loader: createLoader(texts)
	};
}
/** The text of a file of a snapshot, if it is there and was read. */
function textsOf$1({ entries }, { texts }) {
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	let ids;
	return (path) => {
		ids ??= new Map(entries.flatMap(({ path: at, id, mode }) => mode === "file" ? [[at, id]] : []));
		const bytes = texts.bytes(ids.get(path) ?? "");
		return bytes === void 0 ? void 0 : decoder.decode(bytes);
	};
}

// src/world/scope-files.ts
/** Where objects of a scope land that name no namespace. */
const placementOf = ({ namespace }) => namespace === void 0 ? {} : { namespace };
/** Manifests by scope. Configured scopes first; what none of them names goes by the markers in its path. */
function splitScopes(files, context) {
	const { config } = context;
	const scopes = /* @__PURE__ */ new Map();
	const find = (name) => {
		const scope = scopes.get(name) ?? {
			base: [],
			head: []
		};
		scopes.set(name, scope);
		return scope;
	};
	const namesOf = scopeNames(context);
	for (const side of ["base", "head"]) {
		let names = NO_SCOPE;
		let found = [];
		files[side].forEach((file) => {
			const next = namesOf(file.path);
			if (next !== names) {
				names = next;
				found = names.map((name) => find(name)[side]);
			}
			found.forEach((list) => list.push(file));
		});
	}
	return [...scopes].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, lists]) => {
		const namespace = config.scopes.find((scope) => scope.name === name)?.namespace;
		return {
			name,
			...lists,
			...namespace === void 0 ? {} : { namespace }
		};
	});
}
/** The scopes of a file: those of the configuration that name it, else the one that its path tells. */
function scopesOf(path, config) {
	const named = config.scopes.filter(({ includes }) => includes(path)).map(({ name }) => name);
	return named.length > 0 ? named : [scopeNameOf(path)];
}
/** Whether the configuration names a scope. */
const isConfigured = ({ scopes }) => (scope) => scopes.some(({ name }) => name === scope);
/** Manifests that somebody applies as they stand: no templates of a chart, no tests, nothing excluded. */
function isActive({ path }, config, charts) {
	if (config.exclude(path) || require_base.isChartContent(path, charts)) return false;
	return config.scopes.some(({ includes }) => includes(path)) || !require_base.isSetAside(path);
}
const NO_SCOPE = [];
/**
* The scopes of a path; none where nobody applies the manifest as it stands: templates of a chart, tests,
* what is excluded. But for the configuration the folder decides, so it is asked once.
*/
function scopeNames({ config, charts }) {
	const lists = /* @__PURE__ */ new Map();
	const listOf = (name) => {
		const list = lists.get(name) ?? [name];
		lists.set(name, list);
		return list;
	};
	let folder;
	let ofFolder = {
		chart: false,
		names: NO_SCOPE
	};
	/** Files come in path order, so those of a folder come together. */
	const folderOf = (path) => {
		if (folder !== void 0 && path.startsWith(folder) && !path.includes("/", folder.length)) return ofFolder;
		folder = path.slice(0, path.lastIndexOf("/") + 1);
		const chart = require_base.isChartContent(path, charts);
		ofFolder = {
			chart,
			names: chart || require_base.isSetAside(path) ? NO_SCOPE : listOf(scopeNameOf(path))
		};
		return ofFolder;
	};
	return (path) => {
		if (config.exclude(path)) return NO_SCOPE;
		const { chart, names } = folderOf(path);
		if (chart || config.scopes.length === 0) return names;
		const named = config.scopes.filter(({ includes }) => includes(path));
		return named.length > 0 ? named.map(({ name }) => name) : names;
	};
}

// src/world/collect-revision.ts
/** Reads one revision or directory into worlds, one per scope. */
async function collectRevision(source, options) {
	const { config, services = false, snapshot = source.snapshots[0] } = options;
	if (snapshot === void 0) throw new Error("a snapshot is wanted");
	const { texts, loader } = options.reading ?? createReading(source);
	const survey = surveyPaths(snapshot.entries);
	const files = survey.manifests;
	await texts.load(files.map(({ id }) => id));
	const charts = require_base.chartFolders(survey.charts);
	const isWanted = ({ id }) => texts.matters(id) || namesTemplate(texts.text(id)) || namesPluginSettings(texts.text(id)) || services && texts.hints(id).context;
	const scopes = splitScopes({
		base: [],
		head: files
	}, {
		config,
		charts
	}).map((scope) => {
		const loaded = scope.head.filter(isWanted).map(loader.load);
		const placement = {
			...placementOf(scope),
			...options.placement
		};
		return {
			name: scope.name,
			world: placeObjects(loaded, placement),
			placement,
			files: loaded,
			ledger: [...ledgerOfProblems(loaded, {
				base: /* @__PURE__ */ new Map(),
				textOf: ({ id }) => texts.text(id)
			}), ...ledgerOfForeign(loaded, loaded)]
		};
	});
	const ledger = ledgerOfUnread(files, {
		texts,
		charts,
		config
	});
	const kustomized = require_base.belowKustomization(survey.kustomizations.map(({ path }) => path));
	return {
		scopes,
		ledger,
		filesRead: loader.count(),
		kustomized
	};
}
/** Files with policies that are no manifests to apply: chart templates, tests, examples. */
function ledgerOfUnread(files, { texts, charts, config }) {
	return files.flatMap(({ path, id }) => {
		if (config.exclude(path) || !texts.hints(id).policy) return [];
		const chart = require_base.chartOf(path, charts);
		const reason = chart !== void 0 && require_base.isChartContent(path, charts) ? `part of the Helm chart in ${chart}: not rendered` : require_base.isSetAside(path) && !config.scopes.some(({ includes }) => includes(path)) ? "below a folder of tests, examples, documents or archives; name it in `scopes` to include it" : void 0;
		if (reason === void 0) return [];
		return [{
			path,
			side: "head",
			reason,
			decides: require_base.isChartContent(path, charts)
		}];
	});
}

// src/unrendered/appliers/skipped-names.ts
/** What `kubectl apply -f`, Flux and Argo CD look for in a folder; all of them tell upper case from lower. */
const READ = /\.(?:ya?ml|json)$/;
/** What Flux leaves out of every source unless told otherwise (fluxcd/pkg `sourceignore`: ExcludeCI, ExcludeExtra). */
const FLUX_IGNORES = /* @__PURE__ */ new Set([
	".travis.yml",
	".gitlab-ci.yml",
	"appveyor.yml",
	".drone.yml",
	"cloudbuild.yaml",
	"codeship-services.yml",
	"codeship-steps.yml",
	".goreleaser.yml",
	".sops.yaml",
	".flux.yaml"
]);
/** Why a tool that looks for manifests in a folder passes a file over by its name. */
function skippedName(path, { isListed, usesFlux }) {
	if (FLUX_IGNORES.has(node_path.posix.basename(path))) return `Flux leaves ${path} out by its name`;
	if (isListed) return void 0;
	if (!READ.test(path)) return `kubectl, Flux and Argo CD pass ${path} over: its ending is not in lower case`;
	return path.endsWith(".json") && usesFlux() ? `Flux passes ${path} over: without a kustomization it looks for YAML only` : void 0;
}

// src/world/policy-doubts.ts
function createDoubts({ graph, texts, patches = false }) {
	const usesFlux = require_base.lazily(() => texts.holding(["kustomize.toolkit.fluxcd.io"]).size > 0);
	return {
		marked: ({ marks }) => describeMark(marks?.[0]),
		unlisted: ({ span: { path } }) => {
			const role = graph.roleOf(path) ?? "";
			if (["unlisted", "input"].includes(role)) return { text: `no kustomization lists ${path}, which leaves it out` };
			return patches && ["patch", "maker"].includes(role) ? { text: `a kustomization takes ${path} for a ${role === "patch" ? role : "transformer"}` } : void 0;
		},
		skipped: ({ span: { path } }) => {
			const text = skippedName(path, {
				isListed: graph.roleOf(path) === "listed",
				usesFlux
			});
			return text === void 0 ? void 0 : { text };
		}
	};
}
const describeMark = (mark) => mark === void 0 ? void 0 : { text: `with ${mark.text}` };

// src/unrendered/wildcard.ts
const MAX_PATTERN = 200;
/** Whether a pattern may mean a text: `*` stands for any text and `?` for one letter. Takes no more than quadratic time. */
function wildcard(pattern) {
	const [first = "", ...rest] = pattern.slice(0, MAX_PATTERN).split("*");
	const last = rest.pop();
	return (text) => {
		if (last === void 0) return text.length === first.length && fits(first, text, 0);
		if (!fits(first, text, 0)) return false;
		let at = first.length;
		for (const piece of rest) {
			at = find(piece, text, at) + piece.length;
			if (at < piece.length) return false;
		}
		const end = text.length - last.length;
		return end >= at && fits(last, text, end);
	};
}
function fits(piece, text, at) {
	if (at + piece.length > text.length) return false;
	for (let index = 0; index < piece.length; index++) if (piece[index] !== "?" && piece[index] !== text[at + index]) return false;
	return true;
}
/** Where a piece fits first; so far before the text that no sum with the piece's length is in it, if nowhere. */
function find(piece, text, from) {
	for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
	return -1 - piece.length;
}
/** Sets and ranges of letters are not told apart from any text. */
const segmentOf = (pattern) => /[{[]/.test(pattern) ? () => true : wildcard(pattern);
const MAX_SEGMENTS = 40;
/** Whether a pattern of folders may mean a path: `**` stands for any number of them. */
function matchesPath(pattern, path) {
	const wanted = segmentsOf(pattern).slice(0, MAX_SEGMENTS);
	const segments = segmentsOf(path);
	let reached = /* @__PURE__ */ new Set([0]);
	for (const part of wanted) {
		const next = /* @__PURE__ */ new Set();
		const matches = segmentOf(part);
		for (const at of reached) if (part === "**") for (let end = at; end <= segments.length; end++) next.add(end);
		else if (matches(segments[at] ?? "") && at < segments.length) next.add(at + 1);
		reached = next;
	}
	return reached.has(segments.length);
}
const segmentsOf = (path) => path.split("/").filter((segment) => segment !== "" && segment !== ".");

// src/unrendered/appliers/applied-folders.ts
/** Texts with an object that may apply folders that it does not name: all below one, or those of a pattern. */
const MAY_APPLY = /\bkind["']?\s*:\s*["']?(?:Kustomization|Application|ApplicationSet|GitRepo|RootSync|RepoSync|App)\b/;
/** Whether some object of a text applies the manifests of a folder without naming it. */
const appliesFolder = (text, folder, hasKustomization) => MAY_APPLY.test(text) && (plainValues(text) ?? []).flatMap(objectsIn).some((object) => reaches(object, folder, hasKustomization));
function reaches(object, folder, hasKustomization) {
	const spec = object["spec"];
	const at = (...keys) => valueAt(spec, ...keys);
	const { group, kind } = typeOf$1(object);
	switch (`${group} ${kind}`) {
		case "kustomize.toolkit.fluxcd.io Kustomization": {
			const path = at("path") ?? ".";
			return holds$1(path, folder) && !hasKustomization(typeof path === "string" ? segmentsOf(path).join("/") : "");
		}
		case "argoproj.io Application": return [at("source"), ...listOf(at("sources"))].some((source) => valueAt(source, "directory", "recurse") === true && holds$1(valueAt(source, "path"), folder));
		case "argoproj.io ApplicationSet": return generatesFolder(spec, folder);
		case "fleet.cattle.io GitRepo": return listOf(at("paths") ?? ["."]).some((path) => holds$1(path, folder));
		case "configsync.gke.io RootSync":
		case "configsync.gke.io RepoSync": return holds$1(at("git", "dir") ?? ".", folder);
		case "kappctrl.k14s.io App": return listOf(at("fetch")).some((fetch) => holds$1(valueAt(fetch, "git", "subPath") ?? ".", folder));
		default: return false;
	}
}
/**
* For each object of a text that applies folders: whether a folder is one of them or below one. What it leaves out
* there is not asked.
*/
function folderAppliers(text) {
	if (!MAY_APPLY.test(text)) return [];
	return (plainValues(text) ?? []).flatMap(objectsIn).flatMap((object) => {
		const spec = object["spec"];
		const { group, kind } = typeOf$1(object);
		if (!FOLDER_APPLIERS.has(`${group} ${kind}`)) return [];
		if (kind === "ApplicationSet") return [(folder) => foldersTo(folder).some((f) => generatesFolder(spec, f))];
		const paths = [
			valueAt(spec, "path"),
			valueAt(spec, "source", "path"),
			...listOf(valueAt(spec, "sources")).map((source) => valueAt(source, "path")),
			...listOf(valueAt(spec, "paths")),
			valueAt(spec, "git", "dir")
		].filter((path) => typeof path === "string");
		return [(folder) => paths.some((path) => holds$1(path, folder))];
	});
}
const FOLDER_APPLIERS = /* @__PURE__ */ new Set([
	"kustomize.toolkit.fluxcd.io Kustomization",
	"argoproj.io Application",
	"argoproj.io ApplicationSet",
	"fleet.cattle.io GitRepo",
	"configsync.gke.io RootSync",
	"configsync.gke.io RepoSync"
]);
/** A folder and those above it. */
const foldersTo = (folder) => segmentsOf(folder).map((_, index) => segmentsOf(folder).slice(0, index + 1).join("/"));
const listOf = (value) => Array.isArray(value) ? value : [];
/** Whether a folder is another one, or above it. */
const holds$1 = (above, folder) => typeof above === "string" && segmentsOf(above).every((segment, index) => segmentsOf(folder)[index] === segment);
/** Whether some generator of an ApplicationSet finds the folder, or one below or above it, by a pattern. */
function generatesFolder(spec, folder) {
	const recurses = JSON.stringify(spec).includes("\"recurse\":true");
	const parts = segmentsOf(folder);
	return directoriesIn(spec, 0).some((directories) => {
		const patterns = (excluded) => directories.flatMap((entry) => {
			const path = valueAt(entry, "path");
			const isExcluded = valueAt(entry, "exclude") === true;
			return typeof path === "string" && isExcluded === excluded ? [path] : [];
		});
		if (patterns(true).some((pattern) => matchesPath(pattern, folder))) return false;
		return patterns(false).some((pattern) => {
			const wanted = segmentsOf(pattern);
			if (wanted.includes("**")) return matchesPath([...wanted, "**"].join("/"), folder);
			const common = Math.min(wanted.length, parts.length);
			return (wanted.length >= parts.length || recurses) && matchesPath(wanted.slice(0, common).join("/"), parts.slice(0, common).join("/"));
		});
	});
}
const MAX_DEPTH$3 = 12;
/** The lists of folders of all git generators, also of those inside others. */
function directoriesIn(value, depth) {
	if (depth > MAX_DEPTH$3) return [];
	if (Array.isArray(value)) return value.flatMap((item) => directoriesIn(item, depth + 1));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => key === "directories" && Array.isArray(child) ? [child] : directoriesIn(child, depth + 1));
}

// src/unrendered/appliers/set-aside.ts
/** Names that tools gave to their tests, so that no application has them. */
const ALWAYS = /^(?:testdata|__tests__|\..+)$/;
/** Files that show a folder to be source code: what stands beside them is nobody's namespace. */
const SOURCE = /\.(?:go|py|rs|java|kt|cs|c|cc|cpp|h|rb|php|[cm]?[jt]sx?|swift|scala|ex|sh)$|^(?:Makefile|Dockerfile|Chart\.yaml|package\.json|go\.mod|Cargo\.toml|pyproject\.toml)$/;
/**
* Whether nobody applies what lies below a folder of tests, examples, documents or archives. A name alone does
* not say so: `docs` can be an application. It counts at the top of the repository and beside source code,
* unless a namespace has the folder's name or something that applies manifests names the folder.
*/
function isEvidentlyAside(folder, context) {
	const name = node_path.posix.basename(folder);
	if (isApplied(folder, context)) return false;
	if (ALWAYS.test(name)) return true;
	if (usesOwnName(folder, name, context)) return false;
	const parent = node_path.posix.dirname(folder);
	return parent === "." || context.paths().some((path) => node_path.posix.dirname(path) === parent && SOURCE.test(node_path.posix.basename(path)));
}
const usesOwnName = (folder, name, { files, texts }) => files.some(({ path, id }) => path.startsWith(`${folder}/`) && namesNamespace(texts.text(id), name));
const APPLIER$1 = /^kind: *["']?(?:Kustomization|Component|Application|ApplicationSet)\b|fluxcd\.io|argoproj\.io|fleet\.cattle\.io|configsync\.gke\.io|k14s\.io/m;
/** Kustomizations, Flux and Argo CD objects outside of the folder that name it in a path, or apply it unnamed. */
function isApplied(folder, { paths, files, texts }) {
	const segment = node_path.posix.basename(folder).replaceAll(/[^A-Za-z0-9_-]/g, "\\$&");
	const named = new RegExp(`^[ \\t]*(?:- |[\\w.]*path["']?:).*[\\s"'/]${segment}(?:["'/\\s]|$)`, "m");
	const hasKustomization = (parent) => paths().some((path) => require_base.isKustomization(path) && node_path.posix.dirname(path) === (parent || "."));
	return files.some(({ path, id }) => {
		if (path.startsWith(`${folder}/`) || require_base.asideFolderOf(path) !== void 0) return false;
		const text = texts.text(id);
		if (!/kustomization/i.test(node_path.posix.basename(path)) && !APPLIER$1.test(text)) return false;
		return named.test(text) || appliesFolder(text, folder, hasKustomization);
	});
}

// src/scope/about-namespaces.ts
/** Whether a text names one of the namespaces, as its own name or as where an object lives. */
function isAbout(text, namespaces) {
	if (mayHideWords(text)) return true;
	if (namespaces.size > MANY) return matchesSome(text, namespaces);
	return [...namespaces].some((name) => text.includes(name) && (namesNamespace(text, name) || nameOf(name).test(text)));
}
const MANY = 10;
const nameOf = (name) => new RegExp(`name["']?\\s*:\\s*["']?${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}(?![a-z0-9.-])`);
function matchesSome(text, namespaces) {
	for (const [, name = ""] of text.matchAll(/name(?:space)?["']?\s*:\s*["']?([a-z0-9][a-z0-9.-]*)/gi)) if (namespaces.has(name)) return true;
	return false;
}

// src/world/alternative-reading.ts
const placePair = ({ base, head }, placement) => ({
	base: placeObjects(base, placement),
	head: placeObjects(head, placement)
});
function uniteWorlds(a, b) {
	return {
		namespaces: new Map([...a.namespaces, ...b.namespaces]),
		policies: [...a.policies, ...b.policies],
		workloads: [...a.workloads, ...b.workloads],
		rejected: /* @__PURE__ */ new Set([...a.rejected ?? [], ...b.rejected ?? []]),
		refusedNamespaces: /* @__PURE__ */ new Set([...a.refusedNamespaces ?? [], ...b.refusedNamespaces ?? []])
	};
}
/** What of a world can bear on the gates of some namespaces: policies act in their own namespace. */
function limitWorld(world, namespaces) {
	const isIn = ({ namespace }) => namespaces.has(namespace);
	return {
		namespaces: world.namespaces,
		policies: world.policies.filter(isIn),
		workloads: world.workloads.filter(isIn),
		...world.rejected === void 0 ? {} : { rejected: world.rejected },
		...world.refusedNamespaces === void 0 ? {} : { refusedNamespaces: world.refusedNamespaces }
	};
}

// src/world/touched-namespaces.ts
/** The namespaces in which the policies, the pods or the Namespace object itself are not the same any more. */
function touchedNamespaces(base, head) {
	const touched = /* @__PURE__ */ new Set([...differing(base.policies, head.policies, ({ policy }) => policy, contentOf), ...differing(base.workloads, head.workloads, ({ workload }) => workload, (workload) => `${workload.kind} ${workload.name} ${traitsOf(workload)}`)]);
	for (const name of base.namespaces.keys()) if (!head.namespaces.has(name)) touched.add(name);
	return touched;
}
/** Objects of an unchanged file are the same references, so only others are written out. */
function differing(base, head, objectOf, textOf) {
	const before = new Set(base.map(objectOf));
	const after = new Set(head.map(objectOf));
	const texts = (items, others) => new Map(items.filter((item) => !others.has(objectOf(item))).map((item) => [`${item.namespace}\n${textOf(objectOf(item))}`, item.namespace]));
	const gone = texts(base, after);
	const came = texts(head, before);
	return [...[...gone].filter(([text]) => !came.has(text)), ...[...came].filter(([text]) => !gone.has(text))].map(([, namespace]) => namespace);
}
/** The namespaces with a policy that stands in another file or at another place than before, too. */
function movedNamespaces(base, head) {
	const moved = new Set(touchedNamespaces(base, head));
	const before = new Set(base.policies.map(({ policy }) => policy));
	const after = new Set(head.policies.map(({ policy }) => policy));
	for (const { policy, namespace } of base.policies) if (!after.has(policy)) moved.add(namespace);
	for (const { policy, namespace } of head.policies) if (!before.has(policy)) moved.add(namespace);
	return moved;
}

// src/world/aside-readings.ts
/**
* Changed policies below folders that nobody may apply. They are read beside each scope that holds policies of
* the same namespace, and alone where nothing shows that the folder is not applied.
*/
function readingsOfAside(request) {
	return asideFolders(request).flatMap((aside) => {
		const { folder } = aside;
		const { loader } = request;
		const worlds = placePair({
			base: [...aside.base, ...aside.standing].map(loader.load),
			head: [...aside.head, ...aside.standing].map(loader.load)
		}, {});
		const touched = touchedNamespaces(worlds.base, worlds.head);
		if (touched.size === 0) return [];
		const [first] = [...aside.head, ...aside.base];
		const reading = {
			scope: scopeNameOf(`${folder}/x`),
			doubt: `what lies below ${folder} is applied, which nothing shows; name it in \`scopes\`, or in \`exclude\``,
			place: {
				path: first?.path ?? folder,
				side: aside.head.length > 0 ? "head" : "base"
			}
		};
		const evident = isEvidentlyAside(folder, request);
		const alone = {
			...reading,
			base: limitWorld(worlds.base, touched),
			head: limitWorld(worlds.head, touched),
			namespaces: touched
		};
		const beside = request.scopes.flatMap((scope) => {
			const known = request.changed.find(({ name }) => name === scope.name);
			const isWanted = (file) => isAbout(request.texts.text(file.id), touched) && request.isTold(file);
			const paths = new Set(request.changes.map(({ path }) => path));
			const standing = scope.head.filter((file) => !paths.has(file.path) && isWanted(file));
			const own = known ?? placePair({
				base: standing.map(loader.load),
				head: standing.map(loader.load)
			}, placementOf(scope));
			const shared = new Set(own.base.policies.flatMap(({ namespace }) => namespace !== "" && touched.has(namespace) ? [namespace] : []));
			if (shared.size === 0) return [];
			return [{
				...reading,
				beside: scope.name,
				base: limitWorld(uniteWorlds(own.base, worlds.base), shared),
				head: limitWorld(uniteWorlds(own.head, worlds.head), shared),
				namespaces: shared
			}];
		});
		return evident ? beside : [alone, ...beside];
	});
}
function asideFolders({ changes, files, config, charts, texts }) {
	const isAsideFile = (path) => require_base.isManifestPath(path) && !require_base.isChartContent(path, charts) && !config.exclude(path) && !config.scopes.some(({ includes }) => includes(path));
	const folders = /* @__PURE__ */ new Map();
	for (const { path, base, head } of changes) {
		const folder = require_base.asideFolderOf(path);
		if (folder === void 0 || !isAsideFile(path)) continue;
		for (const [side, entry] of [["base", base], ["head", head]]) {
			if (entry?.mode !== "file" || !bears$1(texts, entry.id)) continue;
			const known = folders.get(folder) ?? {
				base: [],
				head: []
			};
			folders.set(folder, known);
			known[side].push({
				path,
				id: entry.id
			});
		}
	}
	if (folders.size === 0) return [];
	const changed = new Set(changes.map(({ path }) => path));
	return [...folders].map(([folder, sides]) => ({
		folder,
		...sides,
		standing: files.filter(({ path, id }) => path.startsWith(`${folder}/`) && !changed.has(path) && isAsideFile(path) && bears$1(texts, id))
	}));
}
function bears$1(texts, id) {
	const { policy, namespace, workload } = texts.hints(id);
	return policy || namespace || workload;
}
/** The policies below such folders that changed, as a note. */
const ledgerOfAside = (request) => asideFolders(request).flatMap((folder) => {
	const isPolicy = ({ id }) => request.texts.hints(id).policy;
	const base = folder.base.filter(isPolicy);
	const head = folder.head.filter(isPolicy);
	const after = new Set(head.map(({ path }) => path));
	const note = (path, side) => ({
		path,
		side,
		reason: "a policy below a folder of tests, examples, documents or archives; name it in `scopes` to review it",
		decides: false
	});
	return [...head.map(({ path }) => note(path, "head")), ...base.filter(({ path }) => !after.has(path)).map(({ path }) => note(path, "base"))];
});

// src/unrendered/changed-texts.ts
/** The contents of a changed file. */
const idsOf = ({ base, head }) => [base, head].flatMap((entry) => entry?.mode === "file" ? [entry.id] : []);
/** Where a reader finds it. */
const sideOf = ({ head }) => head === void 0 ? "base" : "head";
/** What a changed file says before and after; nothing where there is no file. */
function textsOf({ base, head }, texts) {
	return [textAt$1(base, texts), textAt$1(head, texts)];
}
/** The same of one revision. */
const textAt$1 = (entry, texts) => entry?.mode === "file" ? texts.text(entry.id) : "";
/** A change that leaves the answer open. */
const openEntry = (change, reason) => ({
	path: change.path,
	side: sideOf(change),
	reason,
	decides: true
});
/** All folders above a file but the topmost. */
function foldersAbove(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
/** Whether a content can bear on network policy by itself. */
function bears(id, texts) {
	const { policy, foreign, namespace, workload } = texts.hints(id);
	if (policy || foreign || namespace || workload) return true;
	return texts.tooLarge(id) !== void 0 || namesTemplate(texts.text(id));
}

// src/unrendered/enforcement-ledger.ts
const SWITCHES = {
	"enable-policy": {
		off: "never",
		offByDefault: false
	},
	policyEnforcementMode: {
		off: "never",
		offByDefault: false
	},
	"enable-network-policy": {
		off: "false",
		offByDefault: true
	},
	"enable-network-policy-controller": {
		off: "false",
		offByDefault: true
	},
	"run-firewall": {
		off: "false",
		offByDefault: false
	},
	"disable-network-policy": {
		off: "true",
		offByDefault: false
	}
};
const NAMES$1 = Object.keys(SWITCHES).join("|");
const NAMED = new RegExp(`\\b(?:${NAMES$1})\\b`);
const ARGUMENT = new RegExp(`^--?(${NAMES$1})(?:=(.*))?$`);
const namesSwitch = (text) => NAMED.test(text);
/** Whether a key says if policies are enforced, not which there are. */
const isSwitch = (key) => Object.hasOwn(SWITCHES, key.replace(/^--?/, "").replace(/=.*$/s, ""));
/**
* Changed settings of network plugins that switch the enforcement of policies off, or on: the policies stay as they are, and
* without enforcement have no effect.
*/
function ledgerOfEnforcement(changes, texts) {
	const before = /* @__PURE__ */ new Map();
	const after = /* @__PURE__ */ new Map();
	for (const change of changes) {
		if (!require_base.isManifestPath(change.path)) continue;
		const [old, now] = textsOf(change, texts);
		for (const [id, name, value] of settingsIn(old)) before.set(id, {
			change,
			name,
			value
		});
		for (const [id, name, value] of settingsIn(now)) after.set(id, {
			change,
			name,
			value
		});
	}
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((id) => entryOf(before.get(id), after.get(id), texts) ?? []);
}
function entryOf(before, after, texts) {
	const setting = after ?? before;
	if (setting === void 0) return void 0;
	const { change, name } = setting;
	const [was, is] = [before, after].map((one) => isOff(name, one?.value));
	if (was === is) return void 0;
	const what = after === void 0 ? `\`${name}\` is gone` : `\`${name}: ${after.value}\``;
	const reason = is === true ? `enforcement of network policies is switched off (${what}): what the policies say has no effect then` : `enforcement of network policies is switched on (${what}): what the policies say had no effect before`;
	const span = placeOf$1(change, name, texts);
	return {
		path: change.path,
		span,
		side: sideOf(change),
		reason,
		decides: is === true
	};
}
const isOff = (name, value) => value === void 0 ? SWITCHES[name]?.offByDefault === true : value === SWITCHES[name]?.off;
/** The first line with the setting; the first line where it is gone. */
function placeOf$1(change, name, texts) {
	const lines = textAt$1(change.head ?? change.base, texts).split("\n");
	const startLine = Math.max(0, lines.findIndex((text) => new RegExp(`\\b${name}\\b`).test(text))) + 1;
	return {
		path: change.path,
		startLine,
		startColumn: 1,
		endLine: startLine,
		endColumn: 1
	};
}
/** The settings of a text, each with what it belongs to. What cannot be read is reported by whoever reads manifests. */
function settingsIn(text) {
	if (!namesSwitch(text)) return [];
	return (plainValues(text) ?? []).flatMap((document) => {
		return (isRecord(document) && "apiVersion" in document ? objectsIn(document) : [document]).flatMap((object) => {
			const { kind } = typeOf$1(object);
			const owner = `${kind} ${String(valueAt(object, "metadata", "name"))}`;
			return pairsIn(object, 0).map(([name, value]) => [
				`${owner} ${name}`,
				name,
				value.trim().toLowerCase()
			]);
		});
	});
}
/** As deep as values go, those in texts included. */
const MAX_DEPTH$2 = 20;
function pairsIn(value, depth) {
	if (depth > MAX_DEPTH$2) return [];
	if (typeof value === "string") return pairsInText(value, depth);
	if (Array.isArray(value)) return value.flatMap((item, index) => {
		const [, name, given] = typeof item === "string" && ARGUMENT.exec(item) || [];
		if (name === void 0) return pairsIn(item, depth + 1);
		const next = value[index + 1];
		const follows = typeof next === "string" && !next.startsWith("-") ? next : "true";
		return [[name, given ?? follows]];
	});
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => Object.hasOwn(SWITCHES, key) && (typeof child === "string" || typeof child === "boolean") ? [[key, String(child)]] : pairsIn(child, depth + 1));
}
/** Values as a text, such as those of an Application. */
const pairsInText = (text, depth) => namesSwitch(text) && text.includes(":") ? (plainValues(text) ?? []).filter(isRecord).flatMap((value) => pairsIn(value, depth + 5)) : [];

// src/unrendered/values-ledger.ts
/** Keys below which values for charts and scripts hold network policy. */
const POLICY_KEY = /network[-_]?polic/i;
/** Kinds that are decoded themselves, or that only describe fields. */
const OWN_KIND = /NetworkPolicy(?:List)?$|^CustomResourceDefinition$/;
const POLICY_KIND = /NetworkPolicy(?:List)?$/;
const REASON = "values that make network policies changed: what they are rendered to is not known";
/**
* Changed files that feed policy to something that makes it: values with a `networkPolicy` key, in files or
* in objects such as a HelmRelease. A change below such a key decides, one beside it does not.
*/
function ledgerOfValues(changes, texts) {
	return changes.flatMap((change) => {
		const entry = change.head ?? change.base;
		if (entry === void 0 || entry.mode !== "file") return [];
		const [before, after] = textsOf(change, texts).map(policyValues);
		return before === after ? [] : [openEntry(change, REASON)];
	});
}
/** What stands below the policy keys of a text that is no policy itself. */
function policyValues(text) {
	if (!POLICY_KEY.test(text)) return "";
	if (plainObjects(text, POLICY_KEY)?.every(({ kind }) => OWN_KIND.test(kind))) return "";
	return (plainValues(text) ?? []).filter((value) => !isRecord(value) || !OWN_KIND.test(String(value["kind"]))).flatMap((value) => [below(value), ...manifestsIn(value)]).filter((found) => found !== "").join("\n");
}
/** Whole manifests of policies among values, such as those of `extraObjects`. Those in objects are another entry's. */
function manifestsIn(value) {
	return !isRecord(value) || value["apiVersion"] !== void 0 ? [] : Object.values(value).flatMap((child) => manifestsBelow(child, 0));
}
const MAX_DEPTH$1 = 20;
function manifestsBelow(value, depth) {
	if (depth > MAX_DEPTH$1) return [];
	if (typeof value === "string") return textManifests(value, depth);
	if (typeof value !== "object" || value === null) return [];
	if (isRecord(value) && POLICY_KIND.test(String(value["kind"]))) return [JSON.stringify(value)];
	return Object.values(value).flatMap((child) => manifestsBelow(child, depth + 1));
}
/** A text that is no YAML, such as a template, counts as it stands. */
function textManifests(text, depth) {
	if (!/\bkind\b[^\n]*NetworkPolicy/.test(text)) return [];
	const values = plainValues(text);
	return values === void 0 ? [text] : values.filter(isRecord).flatMap((value) => manifestsBelow(value, depth + 1));
}
/** Text in a field of an object can be values itself: `values: |` of an Application, a ConfigMap's `values.yaml`. */
function below(value, depth = 0) {
	if (typeof value === "string") return belowText(value, depth);
	if (typeof value !== "object" || value === null) return "";
	if (isRecord(value) && "value" in value && POLICY_KEY.test(String(value["name"]))) return JSON.stringify(value);
	return Object.entries(value).map(([key, child]) => POLICY_KEY.test(key) && !isSwitch(key) ? `${key}: ${JSON.stringify(child)}` : below(child, depth)).filter((found) => found !== "").join("\n");
}
/** `networkPolicy.enabled=false`, as `--set` takes it. */
const ASSIGNMENT = /^([\w.[\]-]*)=/;
/** Values in values in values: nobody nests deeper. */
const MAX_TEXTS = 3;
function belowText(text, depth) {
	const [, assigned = ""] = ASSIGNMENT.exec(text) ?? [];
	if (POLICY_KEY.test(assigned) && !isSwitch(assigned)) return text;
	if (depth >= MAX_TEXTS || !POLICY_KEY.test(text) || !/[:{]/.test(text)) return "";
	const values = plainValues(text);
	if (values === void 0) return hasPolicyLine(text) ? text : "";
	return values.filter((value) => typeof value === "object").map((value) => isRecord(value) && OWN_KIND.test(String(value["kind"])) ? "" : below(value, depth + 1)).filter((found) => found !== "").join("\n");
}
/** A key in a text that is no YAML, such as a template. No two parts match the same: that would take forever. */
const LINE_KEY = /^[ \t-]*(["'][\w.-]*|[\w.][\w.-]*)["']?\s*:/gm;
const hasPolicyLine = (text) => [...text.matchAll(LINE_KEY)].some(([, key = ""]) => POLICY_KEY.test(key));

// src/unrendered/kustomize/closure.ts
/** What a component is applied to is the business of whoever lists it. */
const ANYTHING = {
	policies: true,
	namespaces: true,
	appliers: true,
	workloads: [],
	opaque: true
};
const NAMES = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
const LISTS = [
	"resources",
	"bases",
	"components"
];
/** Fields that make objects which stand in no file. */
const MAKES = [
	"generators",
	"transformers",
	"helmCharts",
	"helmChartInflationGenerator"
];
/** Kustomizations that are followed from one. */
const MAX_FOLLOWED = 500;
const APPLIER = /fluxcd\.io|argoproj\.io|cattle\.io|kyverno\.io|carvel\.dev|configsync|open-cluster/;
/** Follows entries of a list from the folder of their kustomization. */
function closureOf(entries, { folder, side }, { texts, fileAt }) {
	const found = {
		policies: false,
		namespaces: false,
		appliers: false,
		opaque: false
	};
	const workloads = [];
	const seen = /* @__PURE__ */ new Set();
	const visit = (from, entry) => {
		const path = node_path.posix.normalize(node_path.posix.join(from, entry)).replace(/\/$/, "");
		if (seen.has(path)) return;
		seen.add(path);
		const file = fileAt(side, path);
		if (file !== void 0 && require_base.isManifestPath(path)) {
			note(file);
			return;
		}
		const kustomization = NAMES.flatMap((name) => fileAt(side, node_path.posix.join(path, name)) ?? [])[0];
		const fields = kustomization && fieldsOf(texts.text(kustomization.id));
		if (fields === void 0 || seen.size > MAX_FOLLOWED) {
			found.opaque = true;
			return;
		}
		if (MAKES.some((key) => fields[key] !== void 0)) found.opaque = true;
		for (const next of entriesOf(fields)) visit(path, next);
	};
	const note = (file) => {
		const hints = texts.hints(file.id);
		const text = texts.text(file.id);
		found.policies ||= hints.policy || hints.foreign;
		found.namespaces ||= hints.namespace;
		found.appliers ||= APPLIER.test(text) || POLICY_KEY.test(text);
		found.opaque ||= texts.tooLarge(file.id) !== void 0;
		if (hints.workload) workloads.push(file);
	};
	for (const entry of entries) visit(folder, entry);
	return {
		...found,
		workloads
	};
}
/** The fields of a kustomization; undefined where it cannot be read. */
function fieldsOf(text) {
	const values = plainValues(text);
	if (values === void 0 || values.length > 1) return void 0;
	const [value = {}] = values;
	if (isRecord(value)) return value;
	return values.length === 0 || value === null ? {} : void 0;
}
/** Everything that a kustomization lists. */
const entriesOf = (fields, lists = LISTS) => lists.flatMap((key) => Array.isArray(fields[key]) ? fields[key] : []).filter((item) => typeof item === "string");

// src/unrendered/kustomize/given-namespaces.ts
/** Kustomizations above a file, and namespaces that they give it. */
const MAX_ABOVE = 50;
/**
* The namespaces into which the kustomizations of one revision put the manifests of a file, whatever those say
* themselves: of several around each other the outermost counts.
*/
function givenNamespaces(kustomizations, texts) {
	if (!kustomizations.some(({ id }) => GIVES.test(texts.text(id)))) return () => [];
	const listed = /* @__PURE__ */ new Map();
	const lists = (file, path) => {
		if (!texts.text(file.id).includes(node_path.posix.basename(path))) return false;
		let paths = listed.get(file);
		if (paths === void 0) {
			const folder = node_path.posix.dirname(file.path);
			const entries = entriesOf(fieldsOf(texts.text(file.id)) ?? {});
			paths = new Set(entries.map((entry) => node_path.posix.normalize(node_path.posix.join(folder, entry)).replace(/\/$/, "")));
			listed.set(file, paths);
		}
		return paths.has(path);
	};
	const known = /* @__PURE__ */ new Map();
	return (path) => {
		const found = known.get(path);
		if (found !== void 0) return found;
		const seen = /* @__PURE__ */ new Set();
		const visit = (at, given) => {
			const above = kustomizations.filter((file) => !seen.has(file) && lists(file, at));
			if (above.length === 0 || seen.size > MAX_ABOVE) return [given];
			for (const file of above) seen.add(file);
			return above.flatMap((file) => {
				const own = fieldsOf(texts.text(file.id))?.["namespace"];
				const next = typeof own === "string" && own !== "" ? own : given;
				return visit(node_path.posix.dirname(file.path), next);
			});
		};
		const given = [...new Set(visit(path, void 0))].filter((name) => name !== void 0);
		known.set(path, given);
		return given;
	};
}
const GIVES = /^["']?namespace["']?\s*:/m;

// src/world/replaced-policies.ts
const keyOf$2 = ({ policy, namespace }) => policyKey(namespace, policy.name);
/**
* The head as it is where the last one applied of two policies with one name is the one that changed: what
* stood before it under its name is not there any more.
*/
function withoutOverwritten(base, head) {
	const standing = new Set(base.policies.map(({ policy }) => policy));
	const came = head.policies.filter(({ policy }) => !standing.has(policy));
	if (came.length === 0) return head;
	const before = require_base.groupBy(base.policies, keyOf$2);
	const saysNew = (placed) => !before.get(keyOf$2(placed))?.some(({ policy }) => effectOf(policy) === effectOf(placed.policy));
	const names = new Set(came.filter(saysNew).map(keyOf$2));
	if (names.size === 0) return head;
	return {
		...head,
		policies: head.policies.filter((placed) => !names.has(keyOf$2(placed)) || saysNew(placed))
	};
}

// src/world/given-readings.ts
/** Namespaces that are read for one scope. */
const MAX_NAMESPACES = 5;
/**
* Changed policies that a kustomization puts into another namespace than they name, or into one where they name none.
* That namespace is read with all that lands in it so.
*/
function readingsOfGivenNamespaces(changed, { kustomizations, texts }) {
	const given = {
		base: givenNamespaces(kustomizations.base, texts),
		head: givenNamespaces(kustomizations.head, texts)
	};
	return changed.flatMap(({ name, base, head }) => {
		const moved = /* @__PURE__ */ new Map();
		const note = (world, other, side) => {
			const others = new Set(other.policies.map(({ policy }) => policy));
			for (const { policy, namespace } of world.policies) {
				if (others.has(policy)) continue;
				const { path } = policy.span;
				for (const to of given[side](path)) if (to !== namespace && !moved.has(to)) moved.set(to, {
					path,
					span: policy.span,
					side,
					policy: policy.name
				});
			}
		};
		note(head, base, "head");
		note(base, head, "base");
		return [...moved].slice(0, MAX_NAMESPACES).map(([to, { policy, ...place }]) => {
			const namespaces = /* @__PURE__ */ new Set([to]);
			const before = landing(base, given.base, to);
			const after = withoutOverwritten(before, landing(head, given.head, to));
			return {
				scope: name,
				base: limitWorld(before, namespaces),
				head: limitWorld(after, namespaces),
				namespaces,
				doubt: `NetworkPolicy ${policy} lands in namespace ${to}, into which a kustomization puts it`,
				place
			};
		});
	});
}
/** The world with what kustomizations put into a namespace there. */
const landing = (world, given, namespace) => ({
	...world,
	policies: world.policies.map((placed) => given(placed.policy.span.path).includes(namespace) ? {
		...placed,
		namespace
	} : placed)
});

// src/world/doubtful-readings.ts
/**
* Policies that stand in the manifests and may not be applied: their annotations say so to some tool, no
* kustomization lists their file, they left the folders that something applies, or tools pass their file over by its name. The
* change is read once more without them, at both revisions.
*/
function readingsOfDoubtful(changed, { graph, leftFolder, texts }) {
	const { marked, unlisted, skipped } = createDoubts({
		graph,
		texts
	});
	const unapplied = (policy, namespace) => {
		if (graph.roleOf(policy.span.path) === "listed") return void 0;
		const left = leftFolder(policy, namespace);
		if (left === void 0) return void 0;
		return { text: `what applies ${left} does not apply ${policy.span.path}` };
	};
	return changed.flatMap((scope) => {
		const touched = movedNamespaces(scope.base, scope.head);
		if (touched.size === 0) return [];
		const questions = [
			marked,
			unlisted,
			unapplied,
			skipped
		];
		const any = (policy, namespace) => {
			for (const question of questions) {
				const doubt = question(policy, namespace);
				if (doubt !== void 0) return doubt;
			}
		};
		const readings = questions.flatMap((question) => without$2(scope, touched, question));
		return readings.length < 2 ? readings : [...readings, ...without$2(scope, touched, any)];
	});
}
function without$2({ name, base, head }, touched, question) {
	const namespaces = /* @__PURE__ */ new Set();
	let first;
	const keep = (world, side) => {
		const inDoubt = ({ policy, namespace }) => {
			const doubt = touched.has(namespace) ? question(policy, namespace) : void 0;
			if (doubt === void 0) return false;
			namespaces.add(namespace);
			first ??= {
				policy,
				text: doubt.text,
				side
			};
			return true;
		};
		return {
			...world,
			policies: world.policies.filter((placed) => !inDoubt(placed))
		};
	};
	const after = keep(head, "head");
	const before = keep(base, "base");
	if (first === void 0) return [];
	const { policy, text, side } = first;
	return [{
		scope: name,
		base: limitWorld(before, namespaces),
		head: limitWorld(after, namespaces),
		namespaces,
		doubt: `NetworkPolicy ${policy.name} is not applied: ${text}`,
		place: {
			path: policy.span.path,
			span: policy.span,
			side
		}
	}];
}

// src/world/changed-scope.ts
/** Where a reader finds the change: the first file of the scope that is not as it was. */
function placeOf({ files: { base, head } }) {
	const before = new Set(base);
	const now = head.find((file) => !before.has(file));
	return now === void 0 ? {
		path: base[0]?.path ?? "",
		side: "base"
	} : {
		path: now.path,
		side: "head"
	};
}

// src/unrendered/appliers/appliers.ts
const OCM = "open-cluster-management.io";
/** A kind of these groups that is not listed applies nothing, such as a HelmRepository. */
const APPLIERS = [
	{
		group: "kustomize.toolkit.fluxcd.io",
		kinds: ["Kustomization"],
		harmless: [
			"dependsOn",
			"healthChecks",
			"healthCheckExprs",
			"force",
			"images"
		]
	},
	{
		group: "source.toolkit.fluxcd.io",
		kinds: [
			"GitRepository",
			"OCIRepository",
			"Bucket"
		],
		fields: [
			"url",
			"ref",
			"suspend",
			"ignore",
			"include",
			"endpoint",
			"bucketName",
			"prefix"
		]
	},
	{ group: "source.extensions.fluxcd.io" },
	{
		group: "fluxcd.controlplane.io",
		harmless: [
			"distribution",
			"cluster",
			"dependsOn"
		]
	},
	{
		group: "argoproj.io",
		kinds: ["Application"],
		harmless: ["info", "revisionHistoryLimit"]
	},
	{
		group: "argoproj.io",
		kinds: ["ApplicationSet"],
		harmless: ["strategy", "preservedFields"]
	},
	{
		group: "argoproj.io",
		kinds: ["AppProject"],
		harmless: [
			"description",
			"roles",
			"orphanedResources",
			"signatureKeys"
		]
	},
	{
		group: "argoproj.io",
		kinds: ["ArgoCD"],
		fields: [
			"resourceExclusions",
			"resourceInclusions",
			"extraConfig",
			"kustomizeBuildOptions"
		]
	},
	{ group: "configsync.gke.io" },
	{
		group: "configmanagement.gke.io",
		kinds: [
			"ConfigManagement",
			"NamespaceSelector",
			"ClusterSelector",
			"HierarchyConfig",
			"Repo"
		]
	},
	{
		group: "clusterregistry.k8s.io",
		labels: true
	},
	{ group: "fleet.cattle.io" },
	{
		group: "addons.cluster.x-k8s.io",
		kinds: ["ClusterResourceSet", "ClusterResourceSetBinding"]
	},
	{
		group: `policy.${OCM}`,
		kinds: [
			"PlacementBinding",
			"PolicySet",
			"PolicyGenerator"
		]
	},
	{
		group: `cluster.${OCM}`,
		labels: true
	},
	{ group: `apps.${OCM}` },
	{ group: "kappctrl.k14s.io" },
	{
		group: "packaging.carvel.dev",
		kinds: ["PackageInstall"]
	},
	{
		group: "hnc.x-k8s.io",
		kinds: ["HierarchyConfiguration", "HNCConfiguration"]
	},
	{
		group: "hnc.x-k8s.io",
		kinds: ["SubnamespaceAnchor"],
		onlyWhereItWas: true
	},
	{
		group: "capsule.clastix.io",
		kinds: ["Tenant"],
		fields: [
			"networkPolicies",
			"namespaceOptions",
			"podOptions"
		]
	},
	{
		group: "capsule.clastix.io",
		kinds: ["TenantResource", "GlobalTenantResource"]
	},
	{ group: "policy.karmada.io" },
	{ group: "config.projectsveltos.io" },
	{ group: "gitops.kluctl.io" }
];
/** Fields by which no manifest comes or goes, at any depth. */
const NEVER = /* @__PURE__ */ new Set([
	"interval",
	"retryInterval",
	"timeout",
	"wait",
	"pollInterval",
	"pollingInterval",
	"period",
	"syncPeriod",
	"tag",
	"newTag",
	"digest",
	"version"
]);
/** Annotations that stop an applier, or tell it where its manifests are. */
const DECIDING_ANNOTATION = /^(?:kustomize\.toolkit\.fluxcd\.io\/reconcile|fluxcd\.controlplane\.io\/reconcile|argocd\.argoproj\.io\/skip-reconcile|apps\.open-cluster-management\.io\/.+|crossplane\.io\/paused)$/;
const applierOf = (group, kind) => APPLIERS.find((applier) => applier.group === group && (applier.kinds?.includes(kind) ?? true));
const GROUPS$1 = [...new Set(APPLIERS.map(({ group }) => group)), "helm.toolkit.fluxcd.io"];
/** Whether a text may hold one of them. */
const namesApplier = (text) => GROUPS$1.some((group) => text.includes(group));

// src/unrendered/appliers/deploys-to.ts
/** Objects that install a chart or carry others, beside those that apply folders. */
const CARRIERS = /^(?:helm\.(?:toolkit\.fluxcd\.io|cattle\.io|crossplane\.io)|kubernetes\.crossplane\.io|work\.open-cluster-management\.io|skaffold|kro\.run)$/;
const NAMESPACE_KEY = /namespace$|^(?:ns|intoNs)$/i;
/**
* Whether something in a text deploys to a namespace, or may: an object that applies others, or a file without an
* object, such as a helmfile or values, that names it as one. Objects that only mention it do not.
*/
function deploysTo(text, namespace, folders) {
	const values = plainValues(text);
	if (values === void 0) return false;
	return values.flatMap(objectsIn).some((object) => {
		if (object["kind"] === void 0 || object["apiVersion"] === void 0) return isNamedIn(object, namespace, 0);
		const { group, kind } = typeOf$1(object);
		if (kind === "SubnamespaceAnchor") return valueAt(object, "metadata", "name") === namespace;
		if (kind === "ApplicationSet" && group === "argoproj.io") return setDeploysTo(object["spec"], namespace, folders);
		if (kind === "AppProject") return false;
		return (CARRIERS.test(group) || applierOf(group, kind) !== void 0) && isNamedIn(object, namespace, 0);
	});
}
const MAX_DEPTH = 40;
function isNamedIn(value, namespace, depth) {
	if (depth > MAX_DEPTH) return true;
	if (Array.isArray(value)) return value.some((item) => isNamedIn(item, namespace, depth + 1));
	return isRecord(value) && Object.entries(value).some(([key, child]) => child === namespace && NAMESPACE_KEY.test(key) || isNamedIn(child, namespace, depth + 1));
}
/** A namespace that a set names itself, in an element of a list, or by the name of a folder that it finds. */
function setDeploysTo(spec, namespace, folders) {
	const words = JSON.stringify(spec) ?? "";
	if (words.includes(`"${namespace}"`) || words.includes(`/${namespace}"`)) return true;
	const target = valueAt(spec, "template", "spec", "destination", "namespace");
	return (typeof target !== "string" || target.includes("{{")) && folders().some((folder) => generatesFolder(spec, folder));
}

// src/unrendered/appliers/pod-makers.ts
/** Groups whose objects make no pods, or only those that are read themselves. */
const PLAIN = /^(?:|apps|batch|policy|autoscaling|(?:.+\.)?k8s\.io|cert-manager\.io|external-secrets\.io|bitnami\.com|projectcalico\.org|cilium\.io)$/;
/** Of a group with others that do. */
const PLAIN_KINDS = /^(?:ServiceMonitor|PodMonitor|PrometheusRule|Probe)$/;
const GROUPS = /\bapiVersion["']?\s*:\s*["']?([\w.-]*)/g;
const INFLATES = /helmChart|generators|:\/\/|github\.com/;
/**
* Whether something in a file may make pods of a namespace that nobody sees: a chart, an operator's object, a
* remote base. What cannot be told may.
*/
function mayMakePods(path, text, namespace) {
	if (node_path.posix.basename(path) === "Chart.yaml" || mayHideWords(text)) return true;
	if (require_base.isGeneratorPath(path)) return text.includes(namespace);
	if (require_base.isKustomization(path)) return INFLATES.test(text);
	const groups = [...text.matchAll(GROUPS)].map(([, version = ""]) => groupIn(version));
	if (groups.length > 0 && groups.every((group) => PLAIN.test(group))) return false;
	if (groups.length === 0 && !text.includes(namespace)) return false;
	const values = plainValues(text);
	if (values === void 0) return true;
	return deploysTo(text, namespace, () => []) || values.flatMap(objectsIn).some((object) => {
		const { group, kind } = typeOf$1(object);
		if (kind === "" || PLAIN.test(group) || PLAIN_KINDS.test(kind)) return false;
		const metadata = object["metadata"];
		const own = isRecord(metadata) ? valueAt(metadata, "namespace") : void 0;
		return own === void 0 || own === namespace;
	});
}
const groupIn = (version) => version.replace(/(?:^|\/)v\d\w*$/, "");

// src/world/occupation.ts
/** Fields in which objects of Flux, Argo CD and kustomize say where others go. */
const TARGETS = [
	["metadata", "namespace"],
	["spec", "targetNamespace"],
	[
		"spec",
		"destination",
		"namespace"
	]
];
/**
* A namespace that is only mentioned, as the subject of a RoleBinding or the source of a rule, is not in use; so
* candidates are found in the text and then parsed.
*/
function findOccupation({ files, texts }) {
	const known = /* @__PURE__ */ new Map();
	const find = (namespace) => {
		const folders = require_base.lazily(() => foldersNamed(namespace, files()));
		return files().find(({ path, id }) => {
			const text = texts.text(id);
			const isNamed = namesNamespace(text, namespace);
			if (isNamed && require_base.isGeneratorPath(path)) return true;
			return (isNamed || mayHideWords(text)) && holdsOccupant({
				path,
				isNamed
			}, texts.bytes(id), namespace) || mayDeploy(text, namespace) && deploysTo(text, namespace, folders);
		})?.path;
	};
	return {
		occupantOf: (namespace) => {
			if (!known.has(namespace)) known.set(namespace, find(namespace));
			return known.get(namespace);
		},
		mayHaveOtherPods: (namespace) => files().some(({ path, id }) => mayMakePods(path, texts.text(id), namespace))
	};
}
/** Whether a text names the namespace in some way, or may find its folder by a pattern. */
const mayDeploy = (text, namespace) => text.includes(namespace) || text.includes("ApplicationSet") && text.includes("*");
/** The folders with a namespace's name that hold anything. */
function foldersNamed(namespace, files) {
	const folders = /* @__PURE__ */ new Set();
	for (const { path } of files) {
		if (!path.includes(`${namespace}/`)) continue;
		const segments = path.split("/").slice(0, -1);
		for (const [index, segment] of segments.entries()) if (segment === namespace) folders.add(segments.slice(0, index + 1).join("/"));
	}
	return [...folders];
}
function holdsOccupant({ path, isNamed }, bytes, namespace) {
	if (bytes === void 0) return false;
	if (isNamed && require_base.isKustomization(path)) return true;
	const { objects, problems } = parseManifest(path, bytes);
	return objects.some((object) => livesIn(object, namespace)) || isNamed && problems.some(({ kindHints }) => kindHints !== void 0);
}
const livesIn = ({ node }, namespace) => TARGETS.some((path) => textAt(node, path) === namespace);
function textAt(node, [key, ...rest]) {
	if (key === void 0) return node.type === "scalar" && typeof node.value === "string" ? node.value : void 0;
	const next = node.type === "map" ? node.entries.get(key)?.value : void 0;
	return next === void 0 ? void 0 : textAt(next, rest);
}
/** What can put something into a namespace at head, of each scope: nothing that is set aside. */
function activeFilesOf({ files, config, charts }) {
	const byScope = require_base.lazily(() => {
		const groups = /* @__PURE__ */ new Map();
		for (const file of files) {
			if (!(require_base.isChartContent(file.path, charts) && !config.exclude(file.path)) && !isActive(file, config, charts)) continue;
			for (const scope of scopesOf(file.path, config)) require_base.addTo(groups, scope, file);
		}
		return groups;
	});
	return (scope) => byScope().get(scope) ?? [];
}
/**
* Namespaces whose Namespace object is gone with their policies although something in them stays: whether they
* are gone is not known.
*/
function readingsOfContradictions({ name, base, head, occupation: { occupantOf } }) {
	const before = new Set(base.policies.map(({ namespace }) => namespace));
	const after = new Set(head.policies.map(({ namespace }) => namespace));
	return [...base.namespaces].flatMap(([namespace, { span }]) => {
		if (head.namespaces.has(namespace) || after.has(namespace) || !before.has(namespace)) return [];
		const path = occupantOf(namespace);
		if (path === void 0) return [];
		const namespaces = /* @__PURE__ */ new Set([namespace]);
		return [{
			scope: name,
			base: limitWorld(base, namespaces),
			head: limitWorld(head, namespaces),
			namespaces,
			doubt: `namespace ${namespace} stays: its Namespace object is gone, but ${path} still puts something there`,
			place: {
				path: span.path,
				span,
				side: "base"
			},
			occupied: () => true
		}];
	});
}

// src/world/joint-readings.ts
/** Equal neighbours are read once; where there are more different ones than this, the answer stays open. */
const MAX_NEIGHBOURS = 200;
/**
* A policy for a namespace that another scope isolates: whether the two are applied together is not known.
* Scopes that may meet are read together; those that are alternatives are as well where the namespace is new
* in its scope, because then nothing shows yet that it is another copy of it.
*/
function readingsOfJointScopes(scope, context) {
	const touched = new Set(touchedNamespaces(scope.base, scope.head));
	touched.delete("");
	const readings = /* @__PURE__ */ new Map();
	if (touched.size === 0) return {
		readings: [],
		ledger: []
	};
	for (const neighbour of neighboursOf(scope, touched, context)) {
		const found = readingBeside(neighbour, {
			scope,
			touched,
			context
		});
		if (found === void 0 || readings.has(found.key)) continue;
		if (readings.size >= MAX_NEIGHBOURS) return {
			readings: [...readings.values()],
			ledger: [entryOfMany$1(scope)]
		};
		readings.set(found.key, found.reading);
	}
	return {
		readings: [...readings.values()],
		ledger: []
	};
}
const entryOfMany$1 = (scope) => {
	const { path, side } = placeOf(scope);
	return {
		path,
		side,
		reason: "more scopes share the namespaces of this change than are compared; name the scopes in `scopes`",
		decides: true
	};
};
/** The scopes that say something about the namespaces, those that may meet this one first. */
function neighboursOf(scope, touched, context) {
	const isConfigured = context.isConfigured(scope.name);
	return context.scopes.flatMap((other) => {
		if (other.name === scope.name || isConfigured && context.isConfigured(other.name)) return [];
		const wanted = filesAbout(other, touched, context);
		if (wanted === void 0) return [];
		return [{
			other,
			wanted,
			meets: context.mayMeet(scope.name, other.name)
		}];
	}).toSorted((a, b) => Number(b.meets) - Number(a.meets));
}
function readingBeside({ other, wanted, meets }, { scope, touched, context }) {
	const pair = placeWanted(other, wanted, context);
	const { occupantOf } = findOccupation({
		files: () => context.activeFiles(other.name),
		texts: context.texts
	});
	const shared = /* @__PURE__ */ new Set([
		...namesIn(pair.base, touched).filter((name) => meets || isNewIn(scope.name, name, context) && !isVariant(scope.head, pair.base, name)),
		...meets ? namesIn(pair.head, touched) : [],
		...leaving(scope, touched).filter((name) => (meets || isNewIn(other.name, name, context)) && (pair.head.namespaces.has(name) || occupantOf(name) !== void 0))
	]);
	if (shared.size === 0) return void 0;
	return {
		key: `${keyOf$1(wanted)} ${[...shared].toSorted().join(" ")}`,
		reading: {
			scope: scope.name,
			beside: other.name,
			meets,
			base: limitWorld(uniteWorlds(scope.base, pair.base), shared),
			head: limitWorld(uniteWorlds(scope.head, withoutReplaced(pair.head, scope)), shared),
			namespaces: shared,
			doubt: `the scopes ${scope.name} and ${other.name} are applied together, which nothing shows; name both in \`scopes\``,
			place: placeOf(scope),
			occupied: (name) => occupantOf(name) !== void 0
		}
	};
}
/**
* A new scope with a policy of its own for each that an alternative has is another cluster's copy, whatever its
* policies say: applied together, they would replace each other.
*/
function isVariant(scope, other, namespace) {
	const names = ({ policies }) => new Set(policies.flatMap((placed) => placed.namespace === namespace ? [placed.policy.name] : []));
	const own = names(scope);
	return [...names(other)].every((name) => own.has(name));
}
/** Of two policies with one name the last one applied stays: here, the one that changed. */
function withoutReplaced(other, { base, head }) {
	const standing = new Set(base.policies.map(({ policy }) => policy));
	const replacing = new Map(head.policies.filter(({ policy }) => !standing.has(policy)).map(({ policy, namespace }) => [policyKey(namespace, policy.name), policy]));
	const policies = other.policies.filter(({ policy, namespace }) => {
		const by = replacing.get(policyKey(namespace, policy.name));
		return by === void 0 || contentOf(by) === contentOf(policy);
	});
	return {
		...other,
		policies
	};
}
/** The namespaces in which a world holds policies, among some. */
const namesIn = ({ policies }, among) => policies.flatMap(({ namespace }) => among.has(namespace) ? [namespace] : []);
/** Namespaces that had policies in a scope and have none there any more. */
function leaving({ base, head }, touched) {
	const kept = new Set(namesIn(head, touched));
	return namesIn(base, touched).filter((name) => !kept.has(name));
}
/** Whether a scope had nothing of a namespace at base. */
function isNewIn(scope, namespace, { scopes, isChanged, texts }) {
	const files = scopes.find(({ name }) => name === scope);
	return ![...files?.base ?? [], ...(files?.head ?? []).filter((file) => !isChanged(file))].some(({ id }) => isAbout(texts.text(id), /* @__PURE__ */ new Set([namespace])));
}
/** What another scope says about some namespaces; undefined where it says nothing. */
function filesAbout(scope, namespaces, { isTold, texts }) {
	const wanted = (file) => isAbout(texts.text(file.id), namespaces) && isTold(file);
	const base = scope.base.filter(wanted);
	const head = scope.head.filter(wanted);
	return base.length + head.length === 0 ? void 0 : {
		base,
		head
	};
}
function placeWanted(scope, { base, head }, { isChanged, loader }) {
	const standing = head.filter((file) => !isChanged(file));
	return placePair({
		base: [...base, ...standing].map(loader.load),
		head: head.map(loader.load)
	}, placementOf(scope));
}
/** Equal keys, equal manifests. */
const keyOf$1 = ({ base, head }) => [base, head].map((files) => files.map(({ id }) => id).join()).join("|");

// src/scope/folder-names.ts
/** Words for environments, each of which is mostly a cluster or a namespace of its own. */
const ENVIRONMENTS = new Set("dev devel develop development test testing qa uat sit int integration stage staging stg preprod preview prod production prd live sandbox sbox demo perf perftest".split(" "));
/** Whether a folder is called after an environment: `prod`, `shop-staging`, `live-1`. */
const namesEnvironment = (folder) => folder.split(/[-_.]/).some((word) => ENVIRONMENTS.has(word.toLowerCase()));
/** What folders with all manifests of an installation are called. */
const INSTALLATIONS = new Set("k8s kubernetes kube manifests deploy deployment deployments".split(" "));
/** Whether everything below a folder is taken for one installation, by its name or that of one above it. */
const isInstallation = (folder) => folder.split("/").some((name) => INSTALLATIONS.has(name.toLowerCase()));

// src/world/twin-folders.ts
/** For each folder with a change, the folders beside it or beside one above that may be applied somewhere else. */
function findTwins(scope, context) {
	const changed = new Set([...changedPaths(scope)].map((path) => node_path.posix.dirname(path)));
	const asked = lineage(changed);
	const hasMoved = lastingMoves(scope, context.namespaces);
	const found = /* @__PURE__ */ new Map();
	const add = (pair, { reason, namespace }) => {
		const twins = found.get(pair.changed) ?? /* @__PURE__ */ new Map();
		const key = `${namespace ?? ""}\n${pair.other}`;
		if (twins.has(key) || !areApart(pair, reason, context)) return;
		if (reason !== "environments" && hasMoved(pair)) return;
		found.set(pair.changed, twins);
		twins.set(key, {
			...pair,
			reason,
			...namespace === void 0 ? {} : { namespace }
		});
	};
	for (const holders of findHolders(scope, context.namespaces)) {
		if (holders.folders.size < 2) continue;
		const siblings = require_base.groupBy([...lineage(holders.folders)], (folder) => node_path.posix.dirname(folder));
		for (const beside of siblings.values()) for (const folder of beside) {
			if (!asked.has(folder)) continue;
			beside.forEach((other) => {
				if (other !== folder) add({
					changed: folder,
					other
				}, holders);
			});
		}
	}
	return new Map([...changed].map((folder) => [folder, [...lineage([folder])].flatMap((above) => [...found.get(above)?.values() ?? []])]));
}
function areApart({ changed, other }, reason, context) {
	if (reason === "environments") return namesEnvironment(node_path.posix.basename(changed)) && namesEnvironment(node_path.posix.basename(other));
	if (reason !== "no namespace") return true;
	const common = node_path.posix.dirname(changed);
	return !isInstallation(common) && !context.kustomized(`${common}/x`);
}
/** What folders hold at base that can make twins of them, the plainest reasons first. */
function findHolders({ base, head, files }, namespaces) {
	const objects = /* @__PURE__ */ new Map();
	const placed = /* @__PURE__ */ new Map();
	const add = (to, key, path) => {
		const known = to.get(key);
		const folder = node_path.posix.dirname(path);
		if (known === void 0) to.set(key, /* @__PURE__ */ new Set([folder]));
		else known.add(folder);
	};
	base.policies.forEach(({ policy, namespace }) => {
		if (!namespaces.has(namespace)) return;
		add(objects, `policy ${namespace}/${policy.name}`, policy.span.path);
		add(placed, namespace, policy.span.path);
	});
	files.base.forEach((file) => {
		for (const { name } of file.namespaces) {
			if (!namespaces.has(name)) continue;
			add(objects, `namespace ${name}`, file.path);
			add(placed, name, file.path);
		}
	});
	const unnamed = placed.get("");
	return [
		...[...objects.values()].map((folders) => ({
			reason: "same objects",
			folders
		})),
		...[...placed].map(([namespace, folders]) => ({
			reason: "environments",
			namespace,
			folders
		})),
		...unnamed === void 0 ? [] : [{
			reason: "no namespace",
			namespace: "",
			folders: unnamed
		}],
		...holdersOfEqual(base.policies, new Set(head.policies.map(({ policy }) => policy))).filter(({ namespace }) => namespaces.has(namespace))
	];
}
/** Folders with a policy that says, under another name, what one says that is gone or changed. */
function holdersOfEqual(policies, kept) {
	const gone = /* @__PURE__ */ new Map();
	policies.forEach(({ policy, namespace }) => {
		if (kept.has(policy)) return;
		const effects = gone.get(namespace) ?? /* @__PURE__ */ new Map();
		gone.set(namespace, effects.set(effectOf(policy), /* @__PURE__ */ new Set()));
	});
	policies.forEach(({ policy, namespace }) => gone.get(namespace)?.get(effectOf(policy))?.add(node_path.posix.dirname(policy.span.path)));
	return [...gone].flatMap(([namespace, effects]) => [...effects.values()].map((folders) => ({
		reason: "equal policies",
		namespace,
		folders
	})));
}
/** Whether a policy moved from one folder of a pair to the other, which had none that says the same. */
function lastingMoves({ base, head }, namespaces) {
	const before = new Set(base.policies.map(({ policy }) => policy));
	const after = new Set(head.policies.map(({ policy }) => policy));
	const textOf = ({ policy, namespace }) => `${namespace}\n${effectOf(policy)}`;
	const pathOf = ({ policy }) => policy.span.path;
	const isTouched = ({ namespace }) => namespaces.has(namespace);
	const came = head.policies.filter((one) => !before.has(one.policy) && isTouched(one));
	if (came.length === 0) return () => false;
	const atBase = require_base.groupBy(base.policies.filter(isTouched), textOf);
	const moved = came.flatMap((one) => {
		const same = atBase.get(textOf(one)) ?? [];
		const gone = same.filter(({ policy }) => !after.has(policy));
		return gone.length === 0 ? [] : [{
			to: pathOf(one),
			from: gone.map(pathOf),
			same: same.map(pathOf)
		}];
	});
	return ({ changed, other }) => moved.some(({ to, from, same }) => isBelow$1(to, other) && from.some((path) => isBelow$1(path, changed)) && !same.some((path) => isBelow$1(path, other)));
}
/** Folders with all that hold them. */
function lineage(folders) {
	const all = /* @__PURE__ */ new Set();
	for (const start of folders) for (let folder = start; folder !== "." && !all.has(folder); folder = node_path.posix.dirname(folder)) all.add(folder);
	return all;
}
const isBelow$1 = (path, folder) => path.startsWith(`${folder}/`);
/** Files whose policies or Namespaces are not the same objects at both revisions. */
function changedPaths({ files }) {
	const [before, after] = [new Set(files.base), new Set(files.head)];
	return /* @__PURE__ */ new Set([...files.base.filter((file) => !after.has(file)).map(({ path }) => path), ...files.head.filter((file) => !before.has(file)).map(({ path }) => path)]);
}

// src/world/twin-readings.ts
/** Folders of one scope that are read by themselves; where more changed, the answer stays open. */
const MAX_FOLDERS = 200;
/**
* Folders that nothing marks as clusters may still belong to different ones: they hold the same policy or Namespace side by side,
* are called after environments, or name no namespace. Read together, the policies of one stand in for what
* the other loses. So the change of each is read once more without the others.
*/
function readingsOfTwins(changed, { isConfigured, kustomized }) {
	const found = changed.filter(({ name }) => !isConfigured(name)).map((scope) => readingsOfScope(scope, kustomized));
	return {
		readings: found.flatMap(({ readings }) => readings),
		ledger: found.flatMap(({ ledger }) => ledger)
	};
}
function readingsOfScope(scope, kustomized) {
	const namespaces = new Set(touchedNamespaces(scope.base, scope.head));
	if (namespaces.size === 0) return {
		readings: [],
		ledger: []
	};
	const readings = /* @__PURE__ */ new Map();
	for (const twins of findTwins(scope, {
		namespaces,
		kustomized
	}).values()) {
		const [first] = twins;
		if (first === void 0) continue;
		const others = new Set(twins.map(keyOf));
		const key = [...others].toSorted().join("\n");
		if (readings.has(key)) continue;
		if (readings.size >= MAX_FOLDERS) return {
			readings: [...readings.values()],
			ledger: [entryOfMany(scope)]
		};
		readings.set(key, {
			scope: scope.name,
			base: limitWorld(without$1(scope.base, others), namespaces),
			head: limitWorld(without$1(scope.head, others), namespaces),
			namespaces,
			doubt: DOUBTS[first.reason](first),
			place: placeIn(scope, first.changed)
		});
	}
	return {
		readings: [...readings.values()],
		ledger: []
	};
}
const DOUBTS = {
	"same objects": ({ changed, other }) => `${changed} and ${other}, which hold the same objects, belong to different clusters; name them in \`scopes\``,
	"equal policies": ({ changed, other }) => `${changed} and ${other}, which hold equal policies, belong to different clusters; name them in \`scopes\``,
	environments: ({ changed, other }) => `${changed} and ${other} belong to different clusters; name them in \`scopes\``,
	"no namespace": ({ changed, other }) => `${changed} and ${other}, whose policies name no namespace, are applied to different ones; write \`metadata.namespace\`, or name them in \`scopes\``
};
const entryOfMany = (scope) => {
	const { path, side } = placeOf(scope);
	return {
		path,
		side,
		reason: "more folders changed than are read by themselves; name them in `scopes`",
		decides: true
	};
};
/** The first changed file of a folder. */
function placeIn({ files, ...scope }, folder) {
	const [before, after] = [new Set(files.base), new Set(files.head)];
	const isIn = ({ path }) => path.startsWith(`${folder}/`);
	const now = files.head.find((file) => isIn(file) && !before.has(file));
	if (now !== void 0) return {
		path: now.path,
		side: "head"
	};
	const old = files.base.find((file) => isIn(file) && !after.has(file));
	return old === void 0 ? placeOf({
		files,
		...scope
	}) : {
		path: old.path,
		side: "base"
	};
}
/** A folder, as far as a namespace is concerned; all of it where none is told. */
const keyOf = ({ other, namespace }) => namespace === void 0 ? other : `${other} ${namespace}`;
function without$1(world, folders) {
	const known = /* @__PURE__ */ new Map();
	const isOut = (path, namespace) => {
		const start = node_path.posix.dirname(path);
		const key = `${start} ${namespace}`;
		const answer = known.get(key) ?? isHeld(start, namespace);
		known.set(key, answer);
		return answer;
	};
	const isHeld = (start, namespace) => {
		for (let folder = start; folder !== "."; folder = node_path.posix.dirname(folder)) if (folders.has(folder) || folders.has(keyOf({
			other: folder,
			namespace
		}))) return true;
		return false;
	};
	return {
		...world,
		policies: world.policies.filter(({ policy, namespace }) => !isOut(policy.span.path, namespace)),
		workloads: world.workloads.filter(({ workload, namespace }) => !isOut(workload.span.path, namespace))
	};
}

// src/world/unnamed-readings.ts
/** Namespaces that an object without one may be applied to, at most. */
const MAX_TARGETS = 5;
/**
* A policy without a namespace lands where its manifests are applied, and that may be a namespace which
* manifests nearby name: of the same folder or one above or below, or of the application whose overlay it is.
*/
function readingsOfUnnamed(context) {
	return context.changed.flatMap((scope) => {
		const folders = foldersOfUnnamed(scope);
		if (folders.length === 0 || context.isConfigured(scope.name)) return [];
		const isNear = ({ path }) => folders.some((folder) => isRelated(folderOf$1(path), folder, homeOf(scope.name)));
		const near = context.scopes.filter(({ name }) => name === scope.name || context.mayMeet(name, scope.name)).flatMap((other) => {
			const hasPolicy = (file) => isNear(file) && context.texts.hints(file.id).policy && context.isTold(file);
			const standing = other.head.filter((file) => hasPolicy(file) && !context.isChanged(file));
			const base = [...other.base.filter(hasPolicy), ...standing].map(context.loader.load);
			const head = other.head.filter(hasPolicy).map(context.loader.load);
			return base.length + head.length === 0 ? [] : [{
				base,
				head
			}];
		});
		return [...new Set(near.flatMap(({ base }) => base.flatMap(({ policies }) => policies.map(({ namespace }) => namespace ?? ""))))].toSorted().slice(0, MAX_TARGETS).flatMap((target) => {
			const worlds = near.map((pair) => placePair(pair, { namespace: target }));
			const unite = (side) => worlds.map((pair) => pair[side]).reduce(uniteWorlds);
			if (worlds.length === 0) return [];
			const namespaces = /* @__PURE__ */ new Set([target]);
			const base = unite("base");
			const where = target === "" ? "one namespace" : `namespace ${target}`;
			return [{
				scope: scope.name,
				base: limitWorld(base, namespaces),
				head: limitWorld(withoutOverwritten(base, unite("head")), namespaces),
				namespaces,
				doubt: `policies without a namespace are applied to ${where} with those nearby, which nothing shows; write \`metadata.namespace\``,
				place: placeOf(scope)
			}];
		});
	});
}
/** The folders of changed policies that name no namespace and were placed nowhere. */
function foldersOfUnnamed({ base, head, files }) {
	const standing = new Set(files.base);
	const placed = new Set([...base.policies, ...head.policies].flatMap(({ policy, namespace }) => namespace === "" || policy.namespace === void 0 ? [policy] : []));
	const changed = files.head.filter((file) => !standing.has(file));
	return [...new Set(changed.filter(({ policies }) => policies.some((policy) => placed.has(policy))).map(({ path }) => folderOf$1(path)))];
}
const folderOf$1 = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const isBelow = (folder, above) => above === "" || folder === above || folder.startsWith(`${above}/`);
/** One of the two lies in the other, or both in the application whose overlay is asked about. */
const isRelated = (folder, other, home) => folder === other || other !== "" && isBelow(folder, other) || folder !== "" && isBelow(other, folder) || home !== void 0 && isBelow(folder, home) && isBelow(other, home);

// src/world/find-readings.ts
/** Every other way in which the manifests may be applied that a change can turn on. */
function findReadings(request) {
	const { scopes, changes, config } = request;
	const paths = new Set(changes.map(({ path }) => path));
	const mayMeet = relateScopes(scopes.map(({ name }) => name));
	const context = {
		...request,
		mayMeet: (a, b) => isLinked(a, b, request.links) || mayMeet(a, b),
		isConfigured: isConfigured(config),
		isChanged: ({ path }) => paths.has(path)
	};
	const joint = request.changed.map((scope) => readingsOfJointScopes(scope, context));
	const kustomizations = [...request.kustomizations.base, ...request.kustomizations.head];
	const twins = readingsOfTwins(request.changed, {
		isConfigured: context.isConfigured,
		kustomized: require_base.belowKustomization(kustomizations.map(({ path }) => path))
	});
	return {
		readings: [
			...request.changed.flatMap(readingsOfContradictions),
			...joint.flatMap((found) => found.readings),
			...readingsOfUnnamed(context),
			...readingsOfGivenNamespaces(request.changed, request),
			...readingsOfDoubtful(request.changed, request),
			...readingsOfAside(request),
			...twins.readings
		],
		ledger: [...joint, twins].flatMap((found) => found.ledger),
		mayMeet: context.mayMeet
	};
}
/** A link brings manifests of one scope to another. */
const isLinked = (a, b, links) => links.some(({ path, target }) => {
	const ends = /* @__PURE__ */ new Set([scopeNameOf(`${path}/x`), scopeNameOf(`${target}/x`)]);
	return ends.has(a) && ends.has(b);
});

// src/unrendered/kustomize/loaded-files.ts
/** kustomize loads files of any name, from its own folder or below. */
async function loadedByKustomize(context) {
	const { changes, surveys, texts } = context;
	const files = changes.filter(({ path }) => !require_base.isKustomization(path));
	const folders = new Set(files.flatMap(({ path }) => [".", ...foldersAbove(path)]));
	const kustomizations = surveys.flatMap((survey) => survey.kustomizations).filter(({ path }) => folders.has(node_path.posix.dirname(path)));
	if (kustomizations.length === 0) return {
		odd: [],
		kustomized: false,
		inputs: [],
		scripts: []
	};
	await texts.load(kustomizations.map(({ id }) => id));
	const { roleOf, makers } = readKustomizeGraph(kustomizations, texts);
	const isUsed = (change, roles) => {
		const role = roleOf(change.path);
		return role !== void 0 && roles.includes(role);
	};
	const oddly = files.filter(({ path }) => !require_base.isManifestPath(path));
	const used = oddly.filter((change) => isUsed(change, [
		"listed",
		"patch",
		"maker"
	]));
	const inputs = oddly.filter((change) => isUsed(change, ["input"]));
	await texts.load([...used, ...inputs].flatMap(idsOf));
	return {
		odd: used.filter((change) => idsOf(change).some((id) => bears(id, texts) || PATCH.test(texts.text(id)))).map((change) => openEntry(change, "a kustomization loads this file, which has no name of a manifest and is not read")),
		inputs,
		scripts: await scriptsOf(makers, oddly, context),
		kustomized: files.some((change) => isUsed(change, [
			"patch",
			"maker",
			"input"
		]))
	};
}
/** The files that functions name: with `exec`, or as what a script loads. */
async function scriptsOf(makers, changes, { filesAt, texts }) {
	if (changes.length === 0) return [];
	const paths = new Set(makers());
	if (paths.size === 0) return [];
	const files = filesAt(paths);
	await texts.load(files.map(({ id }) => id));
	const named = new Set(files.flatMap(({ path, id }) => texts.text(id).split(/[\s"'[\]{},=]+/).map((word) => node_path.posix.normalize(node_path.posix.join(node_path.posix.dirname(path), word)))));
	return changes.filter(({ path }) => named.has(path));
}
const PATCH = /policyTypes|podSelector|\/spec\/(?:in|e)gress|\$patch|namespace/;

// src/unrendered/symbolic-links.ts
/** Links that are followed, and steps on the way of one. */
const MAX_LINKS = 1e4;
const MAX_STEPS = 20;
/** The targets of all links of a revision; those that lead out of the tree, or in circles, are left out. */
async function followLinks(all, texts) {
	const links = all.slice(0, MAX_LINKS);
	if (links.length === 0) return [];
	await texts.load(links.map(({ id }) => id));
	const byPath = new Map(links.map((link) => [link.path, link]));
	return links.flatMap((link) => {
		const target = resolve(stepFrom(link, texts), byPath, texts);
		return target === void 0 ? [] : [{
			path: link.path,
			target
		}];
	});
}
const stepFrom = ({ path, id }, texts) => {
	const target = Buffer.from(texts.text(id), "latin1").toString("utf8");
	return target.startsWith("/") ? ".." : node_path.posix.join(node_path.posix.dirname(path), target);
};
/** Replaces links in a path, from the top down, until none is left. */
function resolve(path, links, texts) {
	let at = node_path.posix.normalize(path).replace(/\/$/, "");
	for (let step = 0; step < MAX_STEPS; step++) {
		if (at === ".." || at.startsWith("../")) return void 0;
		const segments = at.split("/");
		const index = segments.findIndex((_, i) => links.has(segments.slice(0, i + 1).join("/")));
		const link = links.get(segments.slice(0, index + 1).join("/"));
		if (index < 0 || link === void 0) return at;
		const rest = segments.slice(index + 1).join("/");
		at = node_path.posix.join(stepFrom(link, texts), rest);
	}
}

// src/unrendered/unread-changes.ts
/**
* Changed files that hold manifests, or choose among them, without being read as manifests: targets of links and
* files of unusual names that kustomize loads, pointers to large files, lists of what a tool ignores, kinds that
* are filled in later.
*/
async function findUnreadChanges(context) {
	const { changes, texts } = context;
	if (changes.length === 0) return {
		entries: [],
		ignoring: [],
		kustomized: false,
		inputs: [],
		scripts: [],
		links: []
	};
	const links = await linksToChanges(context);
	const { odd, ...kustomized } = await loadedByKustomize(context);
	const read = changes.filter(({ path }) => require_base.isManifestPath(path) && context.isRead(path));
	await texts.load(read.flatMap(idsOf));
	return {
		links,
		...kustomized,
		ignoring: changes.filter(({ path }) => isIgnoreFile(path)).map(entryOfIgnoring),
		entries: [
			...links.flatMap((link) => entryOfLink(link, changes, context)),
			...odd,
			...read.flatMap((change) => entryOfText(change, texts))
		]
	};
}
/** Links that stay as they are and lead to something that changed. */
async function linksToChanges({ changes, surveys, texts }) {
	const all = /* @__PURE__ */ new Map();
	for (const survey of surveys) for (const link of await followLinks(survey.links, texts)) all.set(`${link.path}\n${link.target}`, link);
	if (all.size === 0) return [];
	const above = new Set(changes.flatMap(({ path }) => [path, ...foldersAbove(path)]));
	const links = [...all.values()].filter(({ target }) => above.has(target) || target === ".");
	const targets = new Set(links.map(({ target }) => target));
	const led = changes.filter(({ path }) => [path, ...foldersAbove(path)].some((folder) => targets.has(folder)));
	await texts.load(led.flatMap(idsOf));
	return links;
}
/** A link to a file that is not read where it stands: what it says there is read nowhere. */
function entryOfLink({ path, target }, changes, { texts, isRead }) {
	const change = changes.find((candidate) => require_base.isManifestPath(path) ? candidate.path === target : candidate.path.startsWith(`${target}/`) && require_base.isManifestPath(candidate.path));
	if (change === void 0 || require_base.isManifestPath(change.path) && isRead(change.path)) return [];
	if (!isRead(path) || !idsOf(change).some((id) => bears(id, texts))) return [];
	return [{
		...openEntry(change, `a symbolic link to ${change.path}, which changed and is not read`),
		path
	}];
}
const IGNORE_FILE = /^\.(?:source|fleet|krm|helm|gitops)ignore$|^\.argocd-source(?:-.+)?\.ya?ml$/;
const isIgnoreFile = (path) => IGNORE_FILE.test(node_path.posix.basename(path));
const POINTER = /^version https:\/\/git-lfs\./;
/** A kind that Flux, envsubst or a template fills in. */
const LATER_KIND = /^[ \t-]*["']?kind["']?\s*:\s*["']?[^\s"'#]*(?:\$\{|\{\{|\$[A-Z_])/m;
const entryOfIgnoring = (change) => openEntry(change, "it decides which manifests below it are applied, and is not evaluated");
function entryOfText(change, texts) {
	const { head } = change;
	const entry = (reason) => [openEntry(change, reason)];
	if (idsOf(change).some((id) => POINTER.test(texts.text(id)))) return entry("a pointer of Git LFS: the manifest itself is not in the repository, and is not read");
	if (head?.mode === "file" && LATER_KIND.test(texts.text(head.id))) return entry("a kind that is filled in later: what it will be is not known");
	return [];
}
/** Whether a policy stands below the folder of such a list. */
function holdsPolicyBelow(list, policyPaths) {
	const folder = node_path.posix.dirname(list);
	return policyPaths.some((path) => folder === "." || path.startsWith(`${folder}/`));
}

// src/world/ledger-of-changes.ts
/** What changed and is not evaluated, apart from the manifests of the scopes themselves. */
async function ledgerOfChanges(request) {
	const { changes, unread, policyFiles, onlyPolicies } = request;
	const paths = require_base.lazily(() => policyFiles().map(({ path }) => path));
	return oncePerFile([
		...ledgerOfLinks(changes),
		...unread.entries,
		...unread.ignoring.filter(({ path }) => holdsPolicyBelow(path, paths())),
		...onlyPolicies ? [] : await unrendered(request),
		...ledgerOfAside(request)
	]);
}
/** Most of the code that a review has is about these, so it is loaded only for them. */
const unrendered = async (request) => (await Promise.resolve().then(() => require("./unrendered.js")).then((n) => n.ledger_of_unrendered_exports)).ledgerOfUnrendered(request);
/** One reason not to know is enough. */
function oncePerFile(entries) {
	const seen = /* @__PURE__ */ new Set();
	return entries.filter(({ path, side, decides }) => {
		const key = `${side} ${path}`;
		if (decides && seen.has(key)) return false;
		if (decides) seen.add(key);
		return true;
	});
}

// src/world/moved-namespaces.ts
/**
* A namespace that leaves one scope and stands in another with the same policies has moved, and is compared by
* effect: what it was at base counts as the other scope's. Its Namespace object has to come along, or nothing may be
* left of the scope: policies alone do not show that both are one cluster. And no cluster may be left behind: the scope
* that it left must not be one that is applied beside an alternative of the new one that did not get it.
*/
function followMoves(pairs, context) {
	const moves = pairs.flatMap((pair) => leavingNamespaces(pair).flatMap((namespace) => {
		const to = goalsOf(pair, namespace, {
			pairs,
			context
		});
		return to.length === 0 ? [] : [{
			from: pair.name,
			to,
			namespace
		}];
	}));
	if (moves.length === 0) return pairs;
	const byName = new Map(pairs.map((pair) => [pair.name, pair]));
	return pairs.map((pair) => {
		const gone = new Set(moves.flatMap(({ from, namespace }) => from === pair.name ? [namespace] : []));
		const come = moves.flatMap(({ from, to, namespace }) => {
			const source = byName.get(from);
			return to.includes(pair.name) && source !== void 0 ? [only(source.base, namespace)] : [];
		});
		if (gone.size + come.length === 0) return pair;
		return {
			...pair,
			base: come.reduce(merge, without(pair.base, gone))
		};
	});
}
/** Namespaces with policies at base of which nothing is left in a scope. */
const leavingNamespaces = ({ base, head, occupiedAtHead }) => [...new Set(base.policies.map(({ namespace }) => namespace))].filter((name) => name !== "" && !holds(head, name) && !occupiedAtHead(name));
const holds = ({ namespaces, policies, workloads }, name) => namespaces.has(name) || policies.some(({ namespace }) => namespace === name) || workloads.some(({ namespace }) => namespace === name);
/** The scopes that a namespace has moved to; none where it may be missing somewhere. */
function goalsOf({ name, base }, namespace, { pairs, context: { scopes, mayMeet, isConfigured, isChanged, leftFolder } }) {
	if (isConfigured(name)) return [];
	const wanted = contentsIn(base, namespace);
	const filesOf = (scope) => scopes.find((files) => files.name === scope);
	const isEmptied = filesOf(name)?.head.length === 0;
	const goals = pairs.filter((other) => {
		if (other.name === name || isConfigured(other.name) || holds(other.base, namespace)) return false;
		const there = new Set(contentsIn(other.head, namespace));
		return wanted.every((content) => there.has(content)) && (isEmptied || base.namespaces.has(namespace) && other.head.namespaces.has(namespace)) && !other.head.policies.some((placed) => placed.namespace === namespace && leftFolder(placed.policy, namespace) !== void 0);
	}).map((other) => other.name);
	const [renamed, ...more] = goals.filter((goal) => !mayMeet(name, goal));
	if (renamed !== void 0) {
		const there = filesOf(renamed);
		const isNew = there?.base.length === 0 && there.head.every(isChanged);
		return more.length === 0 && goals.length === 1 && isNew && isEmptied ? goals : [];
	}
	return scopes.some((other) => other.name !== name && other.head.length > 0 && !goals.includes(other.name) && mayMeet(name, other.name) && goals.some((goal) => !mayMeet(goal, other.name))) ? [] : goals;
}
const contentsIn = ({ policies }, name) => policies.flatMap(({ policy, namespace }) => namespace === name ? [contentOf(policy)] : []);
const only = (world, name) => filterWorld(world, (namespace) => namespace === name);
const without = (world, names) => names.size === 0 ? world : filterWorld(world, (namespace) => !names.has(namespace));
function filterWorld(world, isKept) {
	const isIn = ({ namespace }) => isKept(namespace);
	return {
		...world,
		namespaces: new Map([...world.namespaces].filter(([name]) => isKept(name))),
		policies: world.policies.filter(isIn),
		workloads: world.workloads.filter(isIn),
		services: (world.services ?? []).filter(isIn)
	};
}
const merge = (world, moved) => ({
	...world,
	namespaces: new Map([...world.namespaces, ...moved.namespaces]),
	policies: [...world.policies, ...moved.policies],
	workloads: [...world.workloads, ...moved.workloads],
	services: [...world.services ?? [], ...moved.services ?? []]
});

// src/scope/changed-objects.ts
/** What changed files ask of the others. */
function changedObjects({ base, head }) {
	const files = [...base, ...head];
	const contents = {
		base: new Set(base.flatMap((file) => file.policies.map(contentOf))),
		head: new Set(head.flatMap((file) => file.policies.map(contentOf)))
	};
	const policies = files.flatMap((file) => file.policies);
	const isStanding = (policy) => {
		const content = contentOf(policy);
		return contents.base.has(content) && contents.head.has(content);
	};
	const workloads = files.flatMap((file) => file.workloads);
	const namespaces = new Set([...policies, ...workloads].map(({ namespace }) => namespace ?? ""));
	const before = new Map(base.flatMap((file) => file.namespaces).map((item) => [item.name, item]));
	const keys = head.flatMap((file) => file.namespaces).flatMap((item) => labelChanges(before.get(item.name), item));
	for (const file of files) for (const { name } of file.namespaces) namespaces.add(name);
	return {
		policies: policies.filter((policy) => !isStanding(policy)),
		standing: policies.filter(isStanding),
		namespaces,
		folders: new Set(files.flatMap(possibleNamespaces)),
		namespaceKeys: new Set(keys),
		declaredKeys: new Set(declaredOnce(base, head)),
		workloadsMoved: someMoved(base, head)
	};
}
/** Label keys of the Namespace objects that stand at one revision only. */
function declaredOnce(base, head) {
	const [before, after] = [base, head].map((files) => files.flatMap(({ namespaces }) => namespaces));
	const keysOf = (some = [], others = []) => {
		const known = new Set(others.map(({ name }) => name));
		return some.flatMap(({ name, labels }) => known.has(name) ? [] : Object.keys(labels));
	};
	return [...keysOf(before, after), ...keysOf(after, before)].filter((key) => key !== NAME_LABEL);
}
const labelChanges = (before, after) => before === void 0 ? [] : changedKeys(before.labels, after.labels);
function someMoved(base, head) {
	const key = ({ kind, namespace = "", name }) => `${namespace}/${kind}/${name}`;
	const workloadsOf = (files) => files.flatMap(({ workloads }) => workloads);
	const before = new Map(workloadsOf(base).map((workload) => [key(workload), workload]));
	const after = workloadsOf(head);
	const stays = new Set(after.map(key));
	const gone = [...before].flatMap(([name, workload]) => stays.has(name) ? [] : [workload]);
	const former = new Set(gone.flatMap(formerSelves));
	return after.some((workload) => {
		const old = before.get(key(workload));
		return old === void 0 ? formerSelves(workload).some((text) => former.has(text)) : traitsOf(old) !== traitsOf(workload);
	});
}
/** By what a workload that moves to another namespace, or is renamed, is known (reach/pair-workloads.ts). */
const formerSelves = ({ kind, name, namespace = "", images = [] }) => [
	`${kind}/${name}`,
	`${namespace} ${name}`,
	...images.length === 0 ? [] : [`${namespace} ${images.join()}`]
];
/** An object without a namespace may land in the one that a folder above it is named after. */
const possibleNamespaces = ({ path, policies, workloads }) => [...policies, ...workloads].some(({ namespace }) => namespace === void 0) ? path.split("/").slice(0, -1) : [];
/** The label keys on which two versions of a Namespace differ. */
function changedKeys(before, after) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
}

// src/scope/namespace-texts.ts
/**
* What those files say that may declare a namespace. A text that may hide words is parsed at once, and what it
* declares stands for it.
*/
function namespaceTexts(files, { texts, load }) {
	return files.flatMap((file) => {
		if (!texts.hints(file.id).hides) return [{
			file,
			text: texts.text(file.id)
		}];
		const { namespaces } = load(file);
		return namespaces.length === 0 ? [] : [{
			file,
			text: JSON.stringify(namespaces)
		}];
	});
}
const NAMESPACE = /\bNamespace(?:List)?\b/;
/** The namespaces that a text declares plainly. */
const declaredIn = ({ text }) => (plainObjects(text, NAMESPACE) ?? []).flatMap(({ kind, name }) => kind === "Namespace" ? name ?? [] : []);
/** Whether some text declares a namespace plainly. Most stand beside the policies that are asked for. */
function declarations(declared) {
	const all = require_base.lazily(() => new Set(declared.flatMap(declaredIn)));
	return (name, near) => neighbours(declared, near).some((text) => declaredIn(text).includes(name)) || all().has(name);
}
const NEIGHBOURS = 8;
/** Some texts of the same folder; all are in the order of their paths. */
function neighbours(declared, { path }) {
	const folder = path.slice(0, path.lastIndexOf("/") + 1);
	let low = 0;
	let high = declared.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((declared[middle]?.file.path ?? "") < folder) low = middle + 1;
		else high = middle;
	}
	return declared.slice(low, low + NEIGHBOURS).filter(({ file }) => file.path.startsWith(folder));
}

// src/scope/concerned-namespaces.ts
function needsOf(direction, policies, standing) {
	const concerns = direction === "ingress" ? namesEgress : () => true;
	const names = /* @__PURE__ */ new Set();
	const selectors = [];
	let everyone = false;
	for (const policy of policies) {
		if (!policy.policyTypes.includes(direction)) continue;
		if (!standing.some((other) => isolatesAll(other, policy, direction))) everyone = true;
		for (const { peers } of policy[direction]) {
			if (peers.length === 0) everyone = true;
			for (const peer of peers) if (peer.type === "ipBlock") everyone = true;
			else if (peer.namespaceSelector !== void 0) {
				const { requirements } = peer.namespaceSelector;
				const named = requirements.find(({ key, operator }) => key === "kubernetes.io/metadata.name" && operator === "In");
				for (const name of named?.values ?? []) names.add(name);
				if (named === void 0) selectors.push(requirements.flatMap(wordsOf));
			}
		}
	}
	return {
		everyone,
		names,
		selectors,
		concerns
	};
}
/** A policy without egress rules and without the type says nothing about it; YAML has no other spelling. */
const namesEgress = (text) => text.includes("egress") || text.includes("Egress");
const isolatesAll = (policy, other, direction) => policy.namespace === other.namespace && policy.podSelector.requirements.length === 0 && policy.policyTypes.includes(direction);
/** Words that labels must carry to satisfy a requirement. */
const wordsOf = ({ key, operator, values }) => operator === "Exists" ? [key] : operator === "In" && values.length === 1 ? [key, ...values].filter((word) => word !== "") : [];
const isFound = (text, { selectors }) => selectors.some((words) => holdsAll(text, words));
const holdsAll = (text, words) => words.every((word) => text.includes(word));
/** Whether the policies of a namespace can have a say in what the changed rules open or close. */
function talkers(need, found, isDeclared) {
	const selected = require_base.lazily(() => new Set(found.flatMap(({ text }) => selectedIn(text, need))));
	return (name, near) => need.everyone || need.names.has(name) || need.selectors.length > 0 && (selected().has(name) || !isDeclared(name, near));
}
/** The names of the namespaces in a text that some selector may find; every word where it is not plain. */
function selectedIn(text, need) {
	const objects = plainObjects(text, NAMESPACE) ?? [];
	if (objects.length === 0) return text.match(/[A-Za-z0-9.-]+/g) ?? [];
	return objects.flatMap((object) => isFound(object.text, need) ? object.name ?? [] : []);
}

// src/scope/select-files.ts
/**
* The unchanged files that can matter to the answer. Whatever is left out provably cannot: a policy acts in
* its own namespace only, and a selector finds only namespaces that carry its words. Where the text is not
* plain enough to tell, the file is in.
*/
function selectFiles(files, changed, { texts, load }) {
	if (changed.workloadsMoved || changed.namespaceKeys.size > 0) return files.filter(({ id }) => texts.matters(id));
	const ownNames = /* @__PURE__ */ new Set([...changed.namespaces, ...changed.folders]);
	const mentionsOwn = mentioned(ownNames, texts);
	const { policies, namespaces, pods } = sortFiles(files, {
		texts,
		mentionsOwn
	});
	const owners = memoized((file) => ownersOf(texts.text(file.id)));
	const own = policies.filter((file) => {
		if (!mentionsOwn(file) && allNameNamespaces(texts.text(file.id))) return false;
		const named = owners(file);
		return named === void 0 || named.some((name) => ownNames.has(name));
	});
	const standing = [...changed.standing, ...own.flatMap((file) => load(file).policies)];
	const declared = namespaceTexts(namespaces, {
		texts,
		load
	});
	const isDeclared = declarations(declared);
	const needs = require_base.DIRECTIONS.map((direction) => {
		const need = needsOf(direction, changed.policies, standing);
		const found = declared.filter(({ text }) => isFound(text, need));
		return {
			...need,
			found,
			mayTalk: talkers(need, found, isDeclared)
		};
	}).filter(({ everyone, names, selectors }) => everyone || names.size + selectors.length > 0);
	const others = policies.filter((file) => needs.some((need) => need.concerns(texts.text(file.id)) && (owners(file) ?? []).some((name) => need.mayTalk(name, file))));
	const asking = askingFor(changed.declaredKeys, policies, texts);
	const asked = new Set(asking.flatMap((file) => owners(file) ?? []));
	const beside = asked.size === 0 ? [] : policies.filter((file) => owners(file)?.some((name) => asked.has(name)) ?? true);
	const names = /* @__PURE__ */ new Set([
		...changed.namespaces,
		...[
			...own,
			...others,
			...beside
		].flatMap((file) => owners(file) ?? []),
		...needs.flatMap((need) => [...need.names])
	]);
	const declaresOne = declaring(/* @__PURE__ */ new Set([
		...changed.folders,
		...own.flatMap((file) => possibleNamespaces(load(file))),
		...changed.policies.flatMap(wantedValues)
	]));
	const mentionsName = mentioning(names);
	const wanted = /* @__PURE__ */ new Set([
		...own,
		...others,
		...asking,
		...beside,
		...pods
	]);
	for (const { found } of needs) for (const { file } of found) wanted.add(file);
	for (const { file, text } of declared) if (mentionsName(text) || declaresOne(text)) wanted.add(file);
	return files.filter((file) => wanted.has(file));
}
/** To say that something is not known takes one rule; to read thousands of files takes seconds. */
const MAX_ASKING = 200;
/** Policies that may ask for a namespace by one of these labels. */
function askingFor(keys, policies, texts) {
	if (keys.size === 0) return [];
	const ids = texts.holding([...keys]);
	return policies.filter(({ id }) => texts.hints(id).hides || ids.has(id) && texts.text(id).includes("namespaceSelector")).slice(0, MAX_ASKING);
}
/** What is asked of every file, each of them looked at once: there are thousands. */
function sortFiles(files, { texts, mentionsOwn }) {
	const policies = [];
	const namespaces = [];
	/** Files with something to say of the pods of a namespace that they mention. */
	const pods = [];
	files.forEach((file) => {
		const hints = texts.hints(file.id);
		if (hints.policy) policies.push(file);
		if (hints.namespace) namespaces.push(file);
		if (mentionsOwn(file) && (hints.workload || hints.context)) pods.push(file);
	});
	return {
		policies,
		namespaces,
		pods
	};
}
function memoized(compute) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		const value = known.get(key) ?? compute(key);
		known.set(key, value);
		return value;
	};
}
/** Folder names are common words; only as somebody's name do they matter. */
function declaring(names) {
	if (names.size === 0) return () => false;
	const alternatives = [...names].map(escapeName).join("|");
	const pattern = new RegExp(`name["']?\\s*:\\s*["']?(?:${alternatives})(?![a-z0-9.-])`);
	return (text) => pattern.test(text);
}
const escapeName = (name) => name.replaceAll(/[^A-Za-z0-9]/g, "\\$&");
/** The namespaces of the policies in a text; undefined where only parsing can tell. */
function ownersOf(text) {
	const objects = plainObjects(text, /NetworkPolicy/);
	const namespaces = objects?.flatMap(({ namespace }) => namespace ?? []);
	return namespaces?.length === objects?.length ? namespaces : void 0;
}
/** Whether a file holds one of the names. For many names a yes costs less than the search. */
function mentioned(names, texts) {
	if (names.size > MANY_NAMES) return () => true;
	const ids = texts.holding([...names].filter((name) => name !== ""));
	return ({ id }) => ids.has(id);
}
/** The same for a text. */
function mentioning(names) {
	if (names.size > MANY_NAMES) return () => true;
	const wanted = [...names].filter((name) => name !== "");
	return (text) => wanted.some((name) => text.includes(name));
}
const MANY_NAMES = 100;
/** The values that the `namespaceSelector`s of a policy ask for. */
const wantedValues = ({ ingress, egress }) => [...ingress, ...egress].flatMap(({ peers }) => peers.flatMap((peer) => peer.type === "selectors" ? (peer.namespaceSelector?.requirements ?? []).flatMap(({ operator, values }) => operator === "In" ? values : []) : []));

// src/world/scope-pair.ts
/** Whether a file has objects of its own to read: the policies of a patch are parts of policies. */
const isTold = ({ id, path }, reads) => tells(id, reads) && !(reads.texts.hints(id).policy && reads.isPatch(path));
/** What changed may make pods, whatever its kind is called. */
const tells = (id, { texts, changedIds }) => texts.matters(id) || texts.hints(id).context || changedIds.has(id) && namesTemplate(texts.text(id));
/** Reads the files of a scope that changed. */
function startScope(scope, reads) {
	const { entries, loader, texts } = reads;
	const isRead = (file) => isTold(file, reads) || mayMisspellPolicy(texts.text(file.id));
	const changed = loader.loadVersions({
		base: scope.base.filter(isRead),
		head: scope.head.filter((file) => entries.has(file) && isRead(file))
	});
	return {
		...scope,
		changed
	};
}
/** Whether a workload of a kind that is not Kubernetes' own changed. */
const holdsOtherKinds = ({ base, head }) => [...base, ...head].some(({ workloads }) => workloads.some(({ kind }) => !isWorkloadKind(kind)));
/** Reads the files that can matter beside those that changed, and places all objects. */
function completeScope(scope, context) {
	const { entries, texts, loader, readAllBelow, occupation, kustomized } = context;
	const { changed } = scope;
	const rest = scope.head.filter((file) => !entries.has(file));
	const isSmall = isAtMost(readAllBelow, rest, ({ id }) => texts.hints(id).policy) && isAtMost(readAllBelow, rest, ({ id }) => texts.matters(id));
	const readsTemplates = isSmall && (rest.length <= readAllBelow || holdsOtherKinds(changed));
	const unchanged = (isSmall ? rest : selectFiles(rest, changedObjects(changed), {
		texts,
		load: loader.load
	})).filter((file) => isTold(file, context) || readsTemplates && namesTemplate(texts.text(file.id))).map(loader.load);
	const files = {
		base: [...changed.base, ...unchanged],
		head: [...changed.head, ...unchanged]
	};
	const worlds = placePair(files, placementOf(scope));
	return {
		name: scope.name,
		...worlds,
		files,
		complete: isSmall,
		kustomized,
		ledger: [...ledgerOfProblems(files.head, {
			base: new Map(files.base.map((file) => [file.path, file])),
			textOf: ({ id }) => texts.text(id),
			tellsPodsApart: (problem) => tellsPodsApart(problem, worlds)
		}), ...ledgerOfForeign(files.base, files.head)],
		occupation,
		occupiedAtHead: (namespace) => occupation.occupantOf(namespace) !== void 0,
		mayHaveOtherPods: (namespace) => files.head.some(({ problems }) => problems.some(isUnread)) || occupation.mayHaveOtherPods(namespace)
	};
}
/** Whether some policy where a refused workload lives, or may live, tells pods apart. */
function tellsPodsApart({ object }, { base, head }) {
	const namespace = object?.namespace;
	return [...base.policies, ...head.policies].some((placed) => (namespace === void 0 || placed.namespace === namespace) && placed.policy.podSelector.requirements.length > 0);
}
/** Whether at most so many items pass the test; no more of them are tested than it takes to know. */
function isAtMost(limit, items, test) {
	let count = 0;
	return items.every((item) => !test(item) || ++count <= limit);
}

// src/unrendered/chart/chart-files.ts
/** Reading them decides nothing, and every chart has some. */
const PROSE = /(?:^|\/)(?:[^/]+\.(?:md|png|svg)|LICENSE|OWNERS|NOTES\.txt|\.helmignore)$/i;
const TEMPLATE = /^templates\//;
const META = /^(?:Chart|requirements)\.yaml$/;
/** Where a file lies in the innermost chart around it. */
function placeInChart(path, charts) {
	const chart = require_base.chartOf(path, charts);
	if (chart === void 0) return void 0;
	return {
		chart,
		inside: chart === "." ? path : path.slice(chart.length + 1)
	};
}
/** Whether Helm may render the file or read it, whatever its name. */
const isChartSource = (path, charts) => charts.size > 0 && require_base.chartOf(path, charts) !== void 0 && !PROSE.test(path);
/** The files of charts that tell what they render, of both revisions. */
function chartSources(files, charts) {
	const found = /* @__PURE__ */ new Map();
	for (const { path, id } of files) {
		if (PROSE.test(path)) continue;
		const place = placeInChart(path, charts);
		if (place === void 0) continue;
		if (TEMPLATE.test(place.inside) || META.test(place.inside) || isValuesName(place.inside)) found.set(`${id} ${path}`, {
			path,
			id,
			...place
		});
	}
	return [...found.values()];
}
const isTemplate = ({ inside }) => TEMPLATE.test(inside);
const isMeta = ({ inside }) => META.test(inside);
const isValuesName = (inside) => inside.includes("values") && !inside.includes("/") && /\.ya?ml$/.test(inside);
/** The dependencies that a `Chart.yaml` or a `requirements.yaml` names; undefined where it cannot be read. */
function dependenciesIn({ chart, text }, named, charts) {
	const values = plainValues(text);
	if (values === void 0) return void 0;
	const list = valueAt(values[0], "dependencies");
	return (Array.isArray(list) ? list : []).filter(isRecord).map((item) => {
		const { name, alias, repository, condition, tags, version, ...rest } = item;
		const key = String(alias ?? name);
		const folder = folderOf(String(name), repository, {
			chart,
			named,
			charts
		});
		return {
			key,
			chart: folder,
			switches: [...(typeof condition === "string" ? condition.split(",") : []).map((path) => path.trim().split(".")), ...(Array.isArray(tags) ? tags : []).map((tag) => ["tags", String(tag)])],
			text: JSON.stringify([{
				name,
				alias,
				repository,
				condition,
				tags,
				rest
			}, folder === void 0 ? "" : version])
		};
	});
}
function folderOf(name, repository, { chart, named, charts }) {
	const vendored = node_path.posix.join(chart, "charts", name);
	if (charts.has(vendored)) return vendored;
	if (typeof repository === "string" && repository.startsWith("file://")) return node_path.posix.normalize(node_path.posix.join(chart, repository.slice(7))).replace(/\/$/, "");
	return named.get(name)?.[0];
}
/** The folders of charts by the name that they have or that their folder has. */
function chartsByName(files, texts) {
	const named = /* @__PURE__ */ new Map();
	for (const { chart, inside, id } of files) {
		if (inside !== "Chart.yaml") continue;
		const name = /^name\s*:\s*["']?([\w.-]+)/m.exec(texts.text(id))?.[1];
		for (const each of /* @__PURE__ */ new Set([name, node_path.posix.basename(chart)])) if (each !== void 0) require_base.addTo(named, each, chart);
	}
	return named;
}

// src/world/survey-changes.ts
/** Finds what changed in two revisions, and reads it. */
async function surveyChanges(source, config, texts) {
	const [base, head] = source.snapshots;
	if (base === void 0 || head === void 0) throw new Error("two snapshots are wanted");
	const everyChange = changedEntries(base, head);
	const survey = surveyPaths(head.entries);
	const surveys = {
		base: surveyBefore(survey, everyChange),
		head: survey
	};
	const charts = require_base.chartFolders([...everyChange, ...survey.charts]);
	const isOfChart = (path) => isChartSource(path, charts);
	const allChanges = everyChange.filter(({ path }) => !config.exclude(path));
	const changes = allChanges.filter((change) => isOfInterest(change) || isOfChart(change.path));
	const changedIds = changes.flatMap(({ base: old, head: now }) => [old, now].flatMap((entry) => entry?.mode === "file" ? [entry.id] : []));
	await texts.load(changedIds);
	const unread = await findUnreadChanges({
		changes: allChanges,
		surveys: [surveys.base, surveys.head],
		filesAt: (paths) => filesAt([base, head], paths),
		texts,
		isRead: (path) => isActive({ path }, config, charts)
	});
	const isPolicy = (change) => isPlainPolicy(change, texts) && !isOfChart(change.path);
	return {
		base,
		head,
		changes,
		surveys,
		charts,
		unread,
		isPolicy
	};
}
/** Whether a change may bear on policy. */
async function isRelevant({ head, changes, charts, unread, isPolicy }, texts) {
	if (unread.kustomized || unread.entries.length + unread.ignoring.length + unread.scripts.length > 0 || changes.some(isPolicy)) return true;
	const { findRelevant } = await Promise.resolve().then(() => require("./unrendered.js")).then((n) => n.relevance_exports);
	return changes.some(findRelevant({
		texts,
		charts,
		paths: head.entries
	}));
}
const filesAt = (snapshots, paths) => snapshots.flatMap(({ entries }) => entries.filter(({ path, mode }) => mode === "file" && paths.has(path)));
/** A file of policies, and of nothing else, that are neither templates nor code. */
const isPlainPolicy = ({ path, base, head }, texts) => require_base.isManifestPath(path) && [base, head].every((entry) => {
	if (entry === void 0) return true;
	const text = texts.text(entry.id);
	return entry.mode === "file" && allNameNamespaces(text) && !CODE.test(text);
});
/** Marks of templates, of variables and of ytt. */
const CODE = /\{\{|\$[{(]|<%|#@/;

// src/world/unapplied-moves.ts
/**
* A policy that moves out of a folder which Flux, Argo CD or another tool applies, to one that none of them does, is
* still in the repository and perhaps not in the cluster. The objects are looked for only where a policy moved.
*/
function createLeftFolder({ base, files, texts }) {
	const before = require_base.lazily(() => {
		const folders = /* @__PURE__ */ new Map();
		for (const { policy, namespace } of base()) {
			const key = `${namespace}/${policy.name}`;
			const known = folders.get(key) ?? /* @__PURE__ */ new Set();
			folders.set(key, known.add(node_path.posix.dirname(policy.span.path)));
		}
		return folders;
	});
	const appliers = require_base.lazily(() => files.flatMap(({ id }) => folderAppliers(texts.text(id))));
	const isApplied = (folder) => appliers().some((covers) => covers(folder));
	return ({ name, span }, namespace) => {
		const folder = node_path.posix.dirname(span.path);
		const old = before().get(`${namespace}/${name}`);
		if (old === void 0 || old.has(folder)) return void 0;
		const left = [...old].find(isApplied);
		return left === void 0 || isApplied(folder) ? void 0 : left;
	};
}

// src/world/collect-pairs.ts
/** In small repositories everything is read: no cleverness, and more to say about standing state. */
const READ_ALL_BELOW = 300;
/**
* Reads two revisions into worlds, one pair per scope. Only files that can matter are parsed; each
* distinct content is read once and each version of a file parsed once.
*/
async function collectPairs(source, config, { readAllBelow = READ_ALL_BELOW, onReading, reading } = {}) {
	const { texts, loader } = reading ?? createReading(source);
	const survey = await surveyChanges(source, config, texts);
	const { base, head, changes, charts, unread, isPolicy } = survey;
	if (!await isRelevant(survey, texts)) return {
		...NOTHING,
		changes,
		texts
	};
	const files = survey.surveys.head.manifests;
	const changedAtBase = changes.flatMap(({ base: old }) => old?.mode === "file" && require_base.isManifestPath(old.path) ? [old] : []);
	const kustomize = await readKustomizations(survey, texts);
	const { graph, isKustomized } = kustomize;
	const entries = new Set(changes.map((change) => change.head));
	const reads = {
		entries,
		changedIds: new Set([...changedAtBase, ...entries].flatMap((file) => file === void 0 ? [] : [file.id])),
		texts,
		loader,
		isPatch: kustomize.isPatch
	};
	const startScopes = async () => {
		onReading?.();
		return splitScopes({
			base: changedAtBase,
			head: files
		}, {
			config,
			charts
		}).map((scope) => startScope(scope, reads));
	};
	const [, all] = await Promise.all([texts.load(files.map(({ id }) => id)), startScopes()]);
	const generators = await loadGenerators(changes, head, texts);
	const activeFiles = activeFilesOf({
		files: [...files, ...generators],
		config,
		charts
	});
	const scopes = all.filter(({ changed }) => changed.base.length + changed.head.length > 0).map((scope) => {
		const occupation = findOccupation({
			files: () => activeFiles(scope.name),
			texts
		});
		const { kustomized } = kustomize;
		return completeScope(scope, {
			...reads,
			readAllBelow,
			occupation,
			kustomized
		});
	});
	const leftFolder = createLeftFolder({
		base: () => scopes.flatMap((scope) => scope.base.policies),
		files,
		texts
	});
	const request = {
		changes,
		files,
		paths: require_base.lazily(() => [...base.entries, ...head.entries].map(({ path }) => path)),
		scopes: all,
		changed: scopes,
		isTold: (file) => isTold(file, reads),
		config,
		charts,
		texts,
		loader,
		activeFiles,
		graph,
		links: unread.links,
		leftFolder
	};
	const ledger = await ledgerOfChanges({
		...request,
		base,
		head,
		unread,
		policyFiles: require_base.lazily(() => [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy)),
		kustomizations: kustomize.files,
		changedFiles: all.map((scope) => scope.changed),
		onlyPolicies: !isKustomized && changes.every(isPolicy)
	});
	const found = findReadings({
		...request,
		kustomizations: kustomize.bySide
	});
	const { readings, mayMeet } = found;
	return {
		scopes: followMoves(scopes, {
			scopes: all,
			mayMeet,
			isConfigured: isConfigured(config),
			isChanged: (file) => reads.entries.has(file),
			leftFolder
		}),
		readings,
		mayMeet,
		ledger: [...ledger.filter(isToldOnce(scopes)), ...found.ledger],
		changes,
		filesRead: loader.count(),
		policiesRead: loader.countPolicies(),
		texts
	};
}
/** Of a file that is no text, nothing else is worth saying. */
function isToldOnce(scopes) {
	const noText = new Set(scopes.flatMap(({ files }) => files.head.flatMap(({ path, problems }) => problems.some(({ code }) => code === "not-text") ? [path] : [])));
	return ({ path, side }) => side !== "head" || !noText.has(path);
}
const NOTHING = {
	scopes: [],
	readings: [],
	ledger: [],
	filesRead: 0,
	policiesRead: 0,
	mayMeet: () => false
};
async function readKustomizations({ surveys }, texts) {
	const bySide = {
		base: surveys.base.kustomizations,
		head: surveys.head.kustomizations
	};
	const files = [...bySide.base, ...bySide.head];
	await texts.load(files.map(({ id }) => id));
	const graph = readKustomizeGraph(files, texts);
	const isKustomized = files.length > 0;
	return {
		bySide,
		files,
		isKustomized,
		graph,
		isPatch: (path) => isKustomized && ["patch", "maker"].includes(graph.roleOf(path) ?? ""),
		kustomized: require_base.belowKustomization(bySide.head.map(({ path }) => path))
	};
}
/** Files that make manifests: they are only looked at where a Namespace may go, for what they put there. */
async function loadGenerators(changes, head, texts) {
	if (!changes.some(({ base, head: now }) => {
		if (base?.mode !== "file") return false;
		const { namespace, workload } = texts.hints(base.id);
		return namespace || now === void 0 && (workload || namesTemplate(texts.text(base.id)));
	})) return [];
	const generators = head.entries.filter(({ path, mode }) => mode === "file" && require_base.isGeneratorPath(path));
	await texts.load(generators.map(({ id }) => id));
	return generators;
}

Object.defineProperty(exports, "ANYTHING", {
  enumerable: true,
  get: function () {
    return ANYTHING;
  }
});
Object.defineProperty(exports, "APPLIERS", {
  enumerable: true,
  get: function () {
    return APPLIERS;
  }
});
Object.defineProperty(exports, "DECIDING_ANNOTATION", {
  enumerable: true,
  get: function () {
    return DECIDING_ANNOTATION;
  }
});
Object.defineProperty(exports, "DEFAULT_SCOPE", {
  enumerable: true,
  get: function () {
    return DEFAULT_SCOPE;
  }
});
Object.defineProperty(exports, "LISTS", {
  enumerable: true,
  get: function () {
    return LISTS;
  }
});
Object.defineProperty(exports, "NAME_LABEL", {
  enumerable: true,
  get: function () {
    return NAME_LABEL;
  }
});
Object.defineProperty(exports, "NEVER", {
  enumerable: true,
  get: function () {
    return NEVER;
  }
});
Object.defineProperty(exports, "POLICY_KEY", {
  enumerable: true,
  get: function () {
    return POLICY_KEY;
  }
});
Object.defineProperty(exports, "allNameNamespaces", {
  enumerable: true,
  get: function () {
    return allNameNamespaces;
  }
});
Object.defineProperty(exports, "applierOf", {
  enumerable: true,
  get: function () {
    return applierOf;
  }
});
Object.defineProperty(exports, "changedEntries", {
  enumerable: true,
  get: function () {
    return changedEntries;
  }
});
Object.defineProperty(exports, "chartSources", {
  enumerable: true,
  get: function () {
    return chartSources;
  }
});
Object.defineProperty(exports, "chartsByName", {
  enumerable: true,
  get: function () {
    return chartsByName;
  }
});
Object.defineProperty(exports, "closureOf", {
  enumerable: true,
  get: function () {
    return closureOf;
  }
});
Object.defineProperty(exports, "collectPairs", {
  enumerable: true,
  get: function () {
    return collectPairs;
  }
});
Object.defineProperty(exports, "collectRevision", {
  enumerable: true,
  get: function () {
    return collectRevision;
  }
});
Object.defineProperty(exports, "contentOf", {
  enumerable: true,
  get: function () {
    return contentOf;
  }
});
Object.defineProperty(exports, "couldBe", {
  enumerable: true,
  get: function () {
    return couldBe;
  }
});
Object.defineProperty(exports, "createDoubts", {
  enumerable: true,
  get: function () {
    return createDoubts;
  }
});
Object.defineProperty(exports, "createReading", {
  enumerable: true,
  get: function () {
    return createReading;
  }
});
Object.defineProperty(exports, "dependenciesIn", {
  enumerable: true,
  get: function () {
    return dependenciesIn;
  }
});
Object.defineProperty(exports, "dnsLabelFault", {
  enumerable: true,
  get: function () {
    return dnsLabelFault;
  }
});
Object.defineProperty(exports, "entriesOf", {
  enumerable: true,
  get: function () {
    return entriesOf;
  }
});
Object.defineProperty(exports, "fieldsOf", {
  enumerable: true,
  get: function () {
    return fieldsOf;
  }
});
Object.defineProperty(exports, "foreignReach", {
  enumerable: true,
  get: function () {
    return foreignReach;
  }
});
Object.defineProperty(exports, "formatAddress", {
  enumerable: true,
  get: function () {
    return formatAddress;
  }
});
Object.defineProperty(exports, "groupByNamespace", {
  enumerable: true,
  get: function () {
    return groupByNamespace;
  }
});
Object.defineProperty(exports, "isApplyMark", {
  enumerable: true,
  get: function () {
    return isApplyMark;
  }
});
Object.defineProperty(exports, "isChartSource", {
  enumerable: true,
  get: function () {
    return isChartSource;
  }
});
Object.defineProperty(exports, "isConfigured", {
  enumerable: true,
  get: function () {
    return isConfigured;
  }
});
Object.defineProperty(exports, "isMeta", {
  enumerable: true,
  get: function () {
    return isMeta;
  }
});
Object.defineProperty(exports, "isNestedDeeper", {
  enumerable: true,
  get: function () {
    return isNestedDeeper;
  }
});
Object.defineProperty(exports, "isOfInterest", {
  enumerable: true,
  get: function () {
    return isOfInterest;
  }
});
Object.defineProperty(exports, "isRecord", {
  enumerable: true,
  get: function () {
    return isRecord;
  }
});
Object.defineProperty(exports, "isRunTimeLabel", {
  enumerable: true,
  get: function () {
    return isRunTimeLabel;
  }
});
Object.defineProperty(exports, "isStrictSubset", {
  enumerable: true,
  get: function () {
    return isStrictSubset;
  }
});
Object.defineProperty(exports, "isTemplate", {
  enumerable: true,
  get: function () {
    return isTemplate;
  }
});
Object.defineProperty(exports, "isValuesName", {
  enumerable: true,
  get: function () {
    return isValuesName;
  }
});
Object.defineProperty(exports, "labelKeyFault", {
  enumerable: true,
  get: function () {
    return labelKeyFault;
  }
});
Object.defineProperty(exports, "labelValueFault", {
  enumerable: true,
  get: function () {
    return labelValueFault;
  }
});
Object.defineProperty(exports, "landingOf", {
  enumerable: true,
  get: function () {
    return landingOf;
  }
});
Object.defineProperty(exports, "ledgerOfEnforcement", {
  enumerable: true,
  get: function () {
    return ledgerOfEnforcement;
  }
});
Object.defineProperty(exports, "ledgerOfValues", {
  enumerable: true,
  get: function () {
    return ledgerOfValues;
  }
});
Object.defineProperty(exports, "matchesPath", {
  enumerable: true,
  get: function () {
    return matchesPath;
  }
});
Object.defineProperty(exports, "mayHideWords", {
  enumerable: true,
  get: function () {
    return mayHideWords;
  }
});
Object.defineProperty(exports, "mayMisspellPolicy", {
  enumerable: true,
  get: function () {
    return mayMisspellPolicy;
  }
});
Object.defineProperty(exports, "namesApplier", {
  enumerable: true,
  get: function () {
    return namesApplier;
  }
});
Object.defineProperty(exports, "namesPolicy", {
  enumerable: true,
  get: function () {
    return namesPolicy$1;
  }
});
Object.defineProperty(exports, "namesSwitch", {
  enumerable: true,
  get: function () {
    return namesSwitch;
  }
});
Object.defineProperty(exports, "namesTemplate", {
  enumerable: true,
  get: function () {
    return namesTemplate;
  }
});
Object.defineProperty(exports, "namespaceLabelsOf", {
  enumerable: true,
  get: function () {
    return namespaceLabelsOf;
  }
});
Object.defineProperty(exports, "objectsIn", {
  enumerable: true,
  get: function () {
    return objectsIn;
  }
});
Object.defineProperty(exports, "openEntry", {
  enumerable: true,
  get: function () {
    return openEntry;
  }
});
Object.defineProperty(exports, "parseAddress", {
  enumerable: true,
  get: function () {
    return parseAddress;
  }
});
Object.defineProperty(exports, "parseCidr", {
  enumerable: true,
  get: function () {
    return parseCidr;
  }
});
Object.defineProperty(exports, "parseManifest", {
  enumerable: true,
  get: function () {
    return parseManifest;
  }
});
Object.defineProperty(exports, "placeInChart", {
  enumerable: true,
  get: function () {
    return placeInChart;
  }
});
Object.defineProperty(exports, "placeObjects", {
  enumerable: true,
  get: function () {
    return placeObjects;
  }
});
Object.defineProperty(exports, "plainValues", {
  enumerable: true,
  get: function () {
    return plainValues;
  }
});
Object.defineProperty(exports, "podLabels", {
  enumerable: true,
  get: function () {
    return podLabels;
  }
});
Object.defineProperty(exports, "policyKey", {
  enumerable: true,
  get: function () {
    return policyKey;
  }
});
Object.defineProperty(exports, "policyValues", {
  enumerable: true,
  get: function () {
    return policyValues;
  }
});
Object.defineProperty(exports, "readKustomizeGraph", {
  enumerable: true,
  get: function () {
    return readKustomizeGraph;
  }
});
Object.defineProperty(exports, "reading_exports", {
  enumerable: true,
  get: function () {
    return reading_exports;
  }
});
Object.defineProperty(exports, "relateScopes", {
  enumerable: true,
  get: function () {
    return relateScopes;
  }
});
Object.defineProperty(exports, "sameWorkloads", {
  enumerable: true,
  get: function () {
    return sameWorkloads;
  }
});
Object.defineProperty(exports, "sideOf", {
  enumerable: true,
  get: function () {
    return sideOf;
  }
});
Object.defineProperty(exports, "surveyPaths", {
  enumerable: true,
  get: function () {
    return surveyPaths;
  }
});
Object.defineProperty(exports, "textAt", {
  enumerable: true,
  get: function () {
    return textAt$1;
  }
});
Object.defineProperty(exports, "textsOf", {
  enumerable: true,
  get: function () {
    return textsOf;
  }
});
Object.defineProperty(exports, "traitsOf", {
  enumerable: true,
  get: function () {
    return traitsOf;
  }
});
Object.defineProperty(exports, "typeOf", {
  enumerable: true,
  get: function () {
    return typeOf$1;
  }
});
Object.defineProperty(exports, "unclosedFlow", {
  enumerable: true,
  get: function () {
    return unclosedFlow;
  }
});
Object.defineProperty(exports, "valueAt", {
  enumerable: true,
  get: function () {
    return valueAt;
  }
});
Object.defineProperty(exports, "wildcard", {
  enumerable: true,
  get: function () {
    return wildcard;
  }
});
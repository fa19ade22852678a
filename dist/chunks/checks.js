const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_base = require("./base.js");
const require_manifests = require("./manifests.js");
const require_rules = require("./rules.js");

// src/check/lints/lint-details.ts
const OUTSIDE = "Silent where pods or namespaces outside the repository could refute it, and in a review that read only a part of a large scope.";
/** The lints where there is room: what they mean, and when they keep silent. */
const LINT_DETAILS = {
	NP013: {
		description: "A rule is there for DNS and finds no resolver: it asks for a label that no server gives kube-system, for a label that the resolver's pods do not have, or for the resolver in its own namespace. No other rule lets the same pods resolve names. A resolver of one's own under other labels is none of these.",
		severity: 6,
		precision: "high",
		tags: ["dns", "correctness"]
	},
	NP015: {
		description: "Policies only add up what they allow. Beside another policy that isolates the same pods, one that allows everything but an exception opens everything but the exception. Alone it does what its name says, and is not reported.",
		severity: 6.5,
		tags: ["correctness"]
	},
	NP016: {
		description: "An exception takes something away from its own ipBlock only. Another rule for the same pods allows a wider range around it, or everyone, on the same ports. A rule that names the excepted range itself is taken as meant, and port 53 does not count.",
		severity: 6,
		tags: ["correctness"]
	},
	NP020: {
		description: `A policy selects no pod of its namespace, where a pod has nearly the label that it asks for, or was selected before the change. ${OUTSIDE}`,
		severity: 6,
		precision: "high",
		tags: ["correctness"]
	},
	NP021: {
		description: `The peer of a rule finds no pod in the namespaces that it names, where a pod has nearly the label that it asks for. ${OUTSIDE}`,
		severity: 5,
		tags: ["correctness"]
	},
	NP022: {
		description: "A namespaceSelector matches no declared Namespace, and one is declared that it probably meant: of the wanted name, with nearly the wanted label, or matched before the change. The API server gives every namespace the label kubernetes.io/metadata.name and no other. Silent where the repository declares no Namespace.",
		severity: 5,
		tags: ["correctness"]
	},
	NP023: {
		description: "A namespaceSelector and a podSelector stand as two items of a list, which allows either, where pods that meet both were probably meant: no pod of the policy's own namespace fits the second, but one of the selected namespaces does, or both stood in one item before the change.",
		severity: 6.5,
		precision: "medium",
		tags: ["exposure", "correctness"]
	},
	NP024: {
		description: "One rule has peers and no ports, the next ports and no peers: together they allow the peers on every port, and everyone on these ports. Reported where both stood in one rule before the change, or where an ingress policy consists of these two rules and no port is one that people offer to everyone.",
		severity: 6.5,
		precision: "medium",
		tags: ["exposure", "correctness"]
	},
	NP030: {
		description: "Policies see packets after a Service has sent them to a pod, with the pod's port. The policy names the port of a Service, and the pods behind it listen on another. Silent where a pod declares that port too, and where the right port is allowed for the same peers.",
		severity: 6,
		tags: ["correctness"]
	},
	NP031: {
		description: `A port name is looked up on the pod that is connected to. None of the pods that the rule means declares it, so the entry lets nothing through. ${OUTSIDE}`,
		severity: 5,
		tags: ["correctness"]
	},
	NP032: {
		description: "A port without a protocol is a TCP port. Resolvers are asked over UDP first, and no rule allows that for these pods.",
		severity: 5,
		tags: ["dns", "correctness"]
	},
	NP033: {
		description: "Rules of a direction that policyTypes leaves out are accepted and ignored. And a policy with egress rules and without policyTypes also denies all ingress to its pods; that is reported where nothing else denies it.",
		severity: 6,
		precision: "very-high",
		tags: ["correctness"]
	},
	NP034: {
		description: "An ipBlock is the address of a Service, which a manifest or a distribution's default fixes. Most network plugins evaluate policies after that address has been replaced by a pod's or a node's. Silent for DNS, which node-local caches do serve on such an address, and where the rule lists other addresses too.",
		severity: 4,
		precision: "medium",
		tags: ["correctness"]
	},
	NP035: {
		description: "An ipBlock names public clients of pods behind a Service of type NodePort or LoadBalancer without externalTrafficPolicy Local. Nodes may then put their own address in place of the client's, so that the rule denies those it names.",
		severity: 4,
		precision: "medium",
		tags: ["correctness"]
	},
	NP051: {
		description: "Two policies of a namespace are equal but for their names.",
		severity: 1,
		precision: "very-high",
		tags: ["maintainability"]
	},
	NP060: {
		description: "Pods on the host network send and receive with the address of their node. In all known network plugins no policy holds for them.",
		severity: 5,
		tags: ["correctness"]
	},
	NP062: {
		description: "The repository installs Flannel, and nothing that enforces policies. The API server accepts policies all the same; they have no effect. Silent where the repository does not say which plugin its cluster runs.",
		severity: 7,
		precision: "medium",
		tags: ["correctness"]
	}
};

// src/check/rule-details.ts
/** Where a rule has no entry of its own, its level and its summary say enough. */
const SEVERITY = {
	error: 7.5,
	warning: 5,
	note: 2
};
function detailsOf(id) {
	const { level, summary } = require_rules.RULES[id];
	return {
		description: `${summary}.`,
		severity: SEVERITY[level],
		precision: "high",
		tags: [],
		...DETAILS[id]
	};
}
/** The severity of a rule by its id; 0 where there is no such rule. */
function severityOf(rule) {
	const id = require_rules.RULE_IDS.find((known) => known === rule);
	return id === void 0 ? 0 : detailsOf(id).severity;
}
const DETAILS = {
	...LINT_DETAILS,
	NP001: {
		description: "A namespace has default-deny where some policy selects every pod of it, so that only what a rule allows is possible. This change takes that away from pods that had it: no policy selects them any more, or a rule now allows everything, or it opens whole networks on all ports to pods that no specific policy is about. It is decided for any pod labels, by all policies of the namespace together.",
		severity: 8.8,
		precision: "very-high",
		tags: ["isolation"]
	},
	NP002: {
		description: "Cloud providers hand out credentials of the node or of the workload at a link-local address, such as 169.254.169.254. A pod that reaches it can often act as its node. This change lets pods reach one of these addresses, on a port where credentials are served, that could not before. Policies only add up: an except in one of them takes nothing away from what another allows.",
		severity: 9.1,
		precision: "very-high",
		tags: ["cloud-metadata"]
	},
	NP003: {
		severity: 6.5,
		description: "The change adds a Namespace in which no policy selects every pod. Pods that no policy selects accept traffic from everyone and may send traffic to everyone.",
		precision: "very-high",
		tags: ["isolation"]
	},
	NP010: {
		severity: 6.5,
		description: "No policy, or not every one that would be needed, selects all pods of the namespace for ingress. Pods that no policy selects accept traffic from every pod of every namespace and from outside.",
		tags: ["isolation"]
	},
	NP011: {
		severity: 5.5,
		description: "No policy, or not every one that would be needed, selects all pods of the namespace for egress. Pods that no policy selects may send traffic to every pod of every namespace and to the internet.",
		tags: ["isolation"]
	},
	NP012: {
		severity: 2,
		description: "Pods are isolated for egress, and no rule lets them ask a resolver over UDP port 53. Names then fail to resolve after a timeout, which looks like an outage of whatever is called. Cluster DNS pods, node-local caches and the resolvers of clouds all count.",
		precision: "medium",
		tags: ["dns", "reliability"]
	},
	NP014: {
		severity: 7.1,
		description: "Cloud providers hand out credentials of the node or of the workload at a link-local address, such as 169.254.169.254. Some pods of the namespace can reach one, because no policy isolates their egress or because a rule allows it.",
		tags: ["cloud-metadata"]
	},
	NP017: {
		severity: 3.5,
		description: "Pods can now reach a cloud metadata address on ports where no known service hands out credentials. Port 53 alone, which is a resolver on some clouds, does not count.",
		tags: ["cloud-metadata"]
	},
	NP025: {
		severity: 4,
		description: "A NetworkPolicy holds only in its own namespace. Without metadata.namespace it lands wherever it is applied, which need not be where its author meant it.",
		tags: ["correctness"]
	},
	NP026: {
		severity: 3,
		description: "The manifests declare namespaces, and this policy is for one that they do not declare. A misspelt namespace protects nothing.",
		precision: "medium",
		tags: ["correctness"]
	},
	NP027: {
		severity: 4,
		description: "Two manifests that are applied together define the same NetworkPolicy in different ways. The one that is applied last wins, and no manifest says which that is. Both were evaluated.",
		tags: ["correctness"]
	},
	NP028: {
		severity: 5,
		description: "The API server drops fields that it does not know, or refuses the manifest, depending on how it is applied. A dropped selector or port leaves a rule that allows more than it says.",
		tags: ["correctness"]
	},
	NP080: {
		severity: 7,
		description: "The configuration names risks under failOn, and this change opens a flow of one of them. The flow and its cause are in the report.",
		tags: ["exposure"]
	},
	NP090: {
		severity: 2,
		description: "The configuration accepts findings until a day, and that day has passed. They count again.",
		precision: "very-high",
		tags: ["configuration"]
	},
	NP091: {
		severity: 2,
		description: "The configuration accepts a finding that is not there. Either it was mended, or the entry names something else than it should and protects nobody from surprise.",
		tags: ["configuration"]
	},
	NP040: {
		severity: 4.5,
		description: "A rule allows ingress from at least half of all public addresses. That is right for a public entry and wrong for everything behind it.",
		precision: "medium",
		tags: ["exposure"]
	},
	NP041: {
		severity: 3.8,
		description: "A rule allows egress to at least half of all public addresses on every TCP port. Whoever takes over such a pod can send anything anywhere.",
		precision: "medium",
		tags: ["exposure"]
	},
	NP042: {
		severity: 3.8,
		description: "A rule opens a port of a database, a queue, a cache, a remote shell or a control plane to every pod of other namespaces, rather than to the clients that need it. A rule without ports counts where a workload under it declares such a port.",
		precision: "medium",
		tags: ["exposure"]
	}
};

// src/space/intervals.ts
const max = (a, b) => a > b ? a : b;
const min = (a, b) => a < b ? a : b;
/** Any intervals, in any order, brought into canonical form. Empty ones vanish. */
function normalizeIntervals(intervals) {
	const sorted = intervals.filter(([start, end]) => start < end).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
	const merged = [];
	for (const [start, end] of sorted) {
		const last = merged.at(-1);
		if (last !== void 0 && start <= last[1]) last[1] = max(last[1], end);
		else merged.push([start, end]);
	}
	return merged;
}
function uniteIntervals(a, b) {
	if (a === b || b.length === 0) return a;
	if (a.length === 0) return b;
	return normalizeIntervals([...a, ...b]);
}
function intersectIntervals(a, b) {
	if (a === b) return a;
	const common = [];
	let i = 0;
	let j = 0;
	for (;;) {
		const x = a[i];
		const y = b[j];
		if (x === void 0 || y === void 0) return sameIntervals(common, a) ? a : common;
		const start = max(x[0], y[0]);
		const end = min(x[1], y[1]);
		if (start < end) common.push([start, end]);
		if (x[1] < y[1]) i++;
		else j++;
	}
}
function subtractIntervals(a, b) {
	if (a === b) return [];
	if (b.length === 0 || a.length === 0) return a;
	const rest = [];
	let j = 0;
	for (const [start, end] of a) {
		let from = start;
		while ((b[j]?.[1] ?? end) <= from && j < b.length) j++;
		for (let k = j;; k++) {
			const cut = b[k];
			if (cut === void 0 || cut[0] >= end) break;
			if (cut[0] > from) rest.push([from, cut[0]]);
			from = max(from, cut[1]);
		}
		if (from < end) rest.push([from, end]);
	}
	return rest;
}
function sameIntervals(a, b) {
	return a === b || a.length === b.length && a.every(([s, e], i) => b[i]?.[0] === s && b[i]?.[1] === e);
}
function intervalsContain(set, value) {
	return set.some(([start, end]) => start <= value && value < end);
}

// src/space/addresses.ts
const IPV6_OFFSET = 2n ** 32n;
const END = IPV6_OFFSET + 2n ** 128n;
const ALL_ADDRESSES = [[0n, END]];
const ALL_IPV4 = [[0n, IPV6_OFFSET]];
const ALL_IPV6 = [[IPV6_OFFSET, END]];
/** The point of an address on the line. */
const pointOf = (family, value) => family === 4 ? value : value + IPV6_OFFSET;
const familyOfPoint = (point) => point < IPV6_OFFSET ? 4 : 6;
/** Addresses `first` to `last`, both included, of one family. */
const addressRange = (family, first, last) => [[pointOf(family, first), pointOf(family, last) + 1n]];
const intersectAddresses = (a, b) => b === ALL_ADDRESSES ? a : a === ALL_ADDRESSES ? b : intersectIntervals(a, b);
const subtractAddresses = (a, b) => b === ALL_ADDRESSES ? [] : subtractIntervals(a, b);
const isAllAddresses = (set) => set === ALL_ADDRESSES || sameIntervals(set, ALL_ADDRESSES);
const hasPoint = (set, point) => intervalsContain(set, point);

// src/space/string-set.ts
function uniteSets(a, b) {
	if (isSubset(b, a)) return a;
	if (isSubset(a, b)) return b;
	return /* @__PURE__ */ new Set([...a, ...b]);
}
function intersectSets(a, b) {
	if (a === b) return a;
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	if (isSubset(small, large)) return small;
	return new Set([...small].filter((value) => large.has(value)));
}
function subtractSets(a, b) {
	if (a === b) return EMPTY_SET;
	const rest = [...a].filter((value) => !b.has(value));
	return rest.length === a.size ? a : new Set(rest);
}
function isSubset(a, b) {
	if (a === b) return true;
	if (a.size > b.size) return false;
	for (const value of a) if (!b.has(value)) return false;
	return true;
}
const sameSet = (a, b) => a.size === b.size && isSubset(a, b);
const EMPTY_SET = /* @__PURE__ */ new Set();

// src/space/value-set.ts
const ANY_VALUE = {
	absent: true,
	negated: true,
	values: EMPTY_SET
};
const onlyValue = (value) => ({
	absent: false,
	negated: false,
	values: /* @__PURE__ */ new Set([value])
});
const isEmptyValueSet = (set) => !set.absent && !set.negated && set.values.size === 0;
const isAnyValue = (set) => set.absent && set.negated && set.values.size === 0;
/** Does the set hold this value? `undefined` asks for a pod without the key. */
const hasValue = (set, value) => value === void 0 ? set.absent : set.values.has(value) !== set.negated;
function intersectValueSets(a, b) {
	const absent = a.absent && b.absent;
	if (a.negated && b.negated) return {
		absent,
		negated: true,
		values: uniteSets(a.values, b.values)
	};
	if (a.negated) return {
		absent,
		negated: false,
		values: subtractSets(b.values, a.values)
	};
	if (b.negated) return {
		absent,
		negated: false,
		values: subtractSets(a.values, b.values)
	};
	return {
		absent,
		negated: false,
		values: intersectSets(a.values, b.values)
	};
}
const complementValueSet = (set) => ({
	absent: !set.absent,
	negated: !set.negated,
	values: set.values
});
const subtractValueSets = (a, b) => intersectValueSets(a, complementValueSet(b));
const uniteValueSets = (a, b) => complementValueSet(intersectValueSets(complementValueSet(a), complementValueSet(b)));
const sameValueSet = (a, b) => a === b || a.absent === b.absent && a.negated === b.negated && sameSet(a.values, b.values);

// src/space/label-box.ts
const ANY_LABELS = /* @__PURE__ */ new Map();
/** The label sets that a selector matches; `undefined` where its requirements contradict each other. */
function boxOfSelector(selector) {
	if (selector.requirements.length === 0) return ANY_LABELS;
	const box = /* @__PURE__ */ new Map();
	for (const requirement of selector.requirements) {
		const before = box.get(requirement.key) ?? ANY_VALUE;
		const after = intersectValueSets(before, valuesOfRequirement(requirement));
		if (isEmptyValueSet(after)) return void 0;
		box.set(requirement.key, after);
	}
	return box;
}
/** `NotIn` holds for a missing key too (apimachinery `labels.Requirement.Matches`). */
function valuesOfRequirement({ operator, values }) {
	switch (operator) {
		case "In": return {
			absent: false,
			negated: false,
			values: new Set(values)
		};
		case "NotIn": return {
			absent: true,
			negated: true,
			values: new Set(values)
		};
		case "Exists": return {
			absent: false,
			negated: true,
			values: EMPTY_SET
		};
		case "DoesNotExist": return {
			absent: true,
			negated: false,
			values: EMPTY_SET
		};
	}
}
function intersectBoxes(a, b) {
	if (a === b || b.size === 0) return a;
	if (a.size === 0) return b;
	const box = new Map(a);
	for (const [key, values] of b) {
		const before = a.get(key);
		const after = before === void 0 ? values : intersectValueSets(before, values);
		if (isEmptyValueSet(after)) return void 0;
		box.set(key, after);
	}
	return box;
}
/** `a` without `b`, as disjoint boxes: one for each key on which `b` asks for more than `a` gives. */
function subtractBoxes(a, b) {
	if (a === b) return [];
	if (boxesAreDisjoint(a, b)) return [a];
	const rest = [];
	let kept = a;
	for (const [key, values] of b) {
		const before = a.get(key) ?? ANY_VALUE;
		const outside = subtractValueSets(before, values);
		if (isEmptyValueSet(outside)) continue;
		rest.push(withKey(kept, key, outside));
		kept = withKey(kept, key, intersectValueSets(before, values));
	}
	return rest;
}
function withKey(box, key, values) {
	const copy = new Map(box);
	if (isAnyValue(values)) copy.delete(key);
	else copy.set(key, values);
	return copy;
}
function boxesAreDisjoint(a, b) {
	for (const [key, values] of b) {
		const other = a.get(key);
		if (other !== void 0 && isEmptyValueSet(intersectValueSets(other, values))) return true;
	}
	return false;
}
function boxMatches(box, labels) {
	for (const [key, values] of box) {
		const value = Object.hasOwn(labels, key) ? labels[key] : void 0;
		if (!hasValue(values, value)) return false;
	}
	return true;
}
function sameBox(a, b) {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const [key, values] of a) {
		const other = b.get(key);
		if (other === void 0 || !sameValueSet(values, other)) return false;
	}
	return true;
}
/** Equal keys for equal boxes, to group by. */
const boxKey = (box) => box.size === 0 ? "" : JSON.stringify([...box].map(([key, { absent, negated, values }]) => [
	key,
	absent,
	negated,
	...[...values].toSorted()
]).toSorted(([a], [b]) => String(a) < String(b) ? -1 : 1));
/** One box for the union of both, if there is one: they are equal on every key but one. */
function uniteBoxes(a, b) {
	let different;
	for (const key of /* @__PURE__ */ new Set([...a.keys(), ...b.keys()])) {
		if (sameValueSet(a.get(key) ?? ANY_VALUE, b.get(key) ?? ANY_VALUE)) continue;
		if (different !== void 0) return void 0;
		different = key;
	}
	if (different === void 0) return a;
	const united = uniteValueSets(a.get(different) ?? ANY_VALUE, b.get(different) ?? ANY_VALUE);
	return withKey(a, different, united);
}

// src/space/endpoint.ts
const anyAddress = {
	type: "address",
	addresses: ALL_ADDRESSES
};
const podsIn = (namespaces, labels = ANY_LABELS) => ({
	type: "pod",
	namespaces,
	labels,
	addresses: ALL_ADDRESSES
});
function intersectNamespaces(a, b) {
	if (a === b) return a;
	if (a.type === "known" && b.type === "known") {
		const names = intersectSets(a.names, b.names);
		return names.size === 0 ? void 0 : names === a.names ? a : {
			type: "known",
			names
		};
	}
	if (a.type === "unknown" && b.type === "unknown") {
		const labels = intersectBoxes(a.labels, b.labels);
		return labels && {
			type: "unknown",
			labels
		};
	}
}
/** No namespace lacks its name label: a condition that only such a one could meet means nothing. */
function withName(labels) {
	const names = labels.get(require_manifests.NAME_LABEL);
	if (names === void 0 || !names.absent) return [labels];
	const present = {
		...names,
		absent: false
	};
	return isEmptyValueSet(present) ? [] : [withKey(labels, require_manifests.NAME_LABEL, present)];
}
function subtractNamespaces(a, b) {
	if (a.type === "known" && b.type === "known") {
		const names = subtractSets(a.names, b.names);
		return names.size === 0 ? [] : [{
			type: "known",
			names
		}];
	}
	if (a.type === "unknown" && b.type === "unknown") return subtractBoxes(a.labels, b.labels).flatMap(withName).map((labels) => ({
		type: "unknown",
		labels
	}));
	return [a];
}
function intersectEndpoints(a, b) {
	if (a === b) return a;
	if (a.type !== b.type) return void 0;
	const addresses = intersectAddresses(a.addresses, b.addresses);
	if (addresses.length === 0) return void 0;
	if (a.type === "address" || b.type === "address") return {
		type: "address",
		addresses
	};
	const namespaces = intersectNamespaces(a.namespaces, b.namespaces);
	if (namespaces === void 0) return void 0;
	const labels = intersectBoxes(a.labels, b.labels);
	return labels && {
		type: "pod",
		namespaces,
		labels,
		addresses
	};
}
/** `a` without `b`, as disjoint endpoints. */
function subtractEndpoints(a, b) {
	const common = intersectEndpoints(a, b);
	if (common === void 0) return [a];
	const rest = [];
	const outside = subtractAddresses(a.addresses, b.addresses);
	if (outside.length > 0) rest.push({
		...a,
		addresses: outside
	});
	if (a.type === "address" || b.type === "address" || common.type === "address") return rest;
	for (const namespaces of subtractNamespaces(a.namespaces, b.namespaces)) rest.push({
		...a,
		namespaces,
		addresses: common.addresses
	});
	for (const labels of subtractBoxes(a.labels, b.labels)) rest.push({
		...common,
		labels
	});
	return rest;
}
function sameEndpoint(a, b) {
	if (a === b) return true;
	if (!sameIntervals(a.addresses, b.addresses)) return false;
	if (a.type === "address" || b.type === "address") return a.type === b.type;
	return sameNamespaces(a.namespaces, b.namespaces) && sameBox(a.labels, b.labels);
}
function sameNamespaces(a, b) {
	if (a === b) return true;
	if (a.type === "known") return b.type === "known" && sameSet(a.names, b.names);
	return b.type === "unknown" && sameBox(a.labels, b.labels);
}
/** One endpoint for the union of both, where they differ in one dimension only. */
function uniteEndpoints(a, b) {
	const sameAddresses = sameIntervals(a.addresses, b.addresses);
	if (a.type === "address" || b.type === "address") {
		if (a.type !== b.type) return void 0;
		return {
			type: "address",
			addresses: uniteIntervals(a.addresses, b.addresses)
		};
	}
	const namespacesEqual = sameNamespaces(a.namespaces, b.namespaces);
	if (sameBox(a.labels, b.labels)) {
		if (namespacesEqual) return {
			...a,
			addresses: uniteIntervals(a.addresses, b.addresses)
		};
		if (!sameAddresses) return void 0;
		const namespaces = uniteNamespaces(a.namespaces, b.namespaces);
		return namespaces && {
			...a,
			namespaces
		};
	}
	if (!namespacesEqual || !sameAddresses) return void 0;
	const labels = uniteBoxes(a.labels, b.labels);
	return labels && {
		...a,
		labels
	};
}
function uniteNamespaces(a, b) {
	if (a.type === "known" && b.type === "known") return {
		type: "known",
		names: uniteSets(a.names, b.names)
	};
	if (a.type === "known" || b.type === "known") return void 0;
	const labels = uniteBoxes(a.labels, b.labels);
	return labels && {
		type: "unknown",
		labels
	};
}
function endpointHas(endpoint, point) {
	if (!hasPoint(endpoint.addresses, point.address)) return false;
	if (endpoint.type === "address" || point.type === "address") return endpoint.type === point.type;
	if (!boxMatches(endpoint.labels, point.labels)) return false;
	const { namespaces } = endpoint;
	if (namespaces.type === "known") return point.namespaceLabels === void 0 && namespaces.names.has(point.namespace);
	return point.namespaceLabels !== void 0 && boxMatches(namespaces.labels, point.namespaceLabels);
}
const isEveryPod$1 = (endpoint) => endpoint.type === "pod" && endpoint.labels.size === 0 && isAllAddresses(endpoint.addresses) && endpoint.namespaces.type === "unknown" && endpoint.namespaces.labels.size === 0;

// src/space/ports.ts
const EVERY = [[1, 65536]];
const NO_PORT = [];
const ALL_PORTS = {
	TCP: EVERY,
	UDP: EVERY,
	SCTP: EVERY
};
const NO_PORTS = {
	TCP: NO_PORT,
	UDP: NO_PORT,
	SCTP: NO_PORT
};
/** Ports `first` to `last`, both included, of one protocol; all of them by default. */
const portRange = (protocol, first = 1, last = 65535) => ({
	...NO_PORTS,
	[protocol]: first === 1 && last === 65535 ? EVERY : [[first, last + 1]]
});
const combine = (a, b, operation) => ({
	TCP: operation(a.TCP, b.TCP),
	UDP: operation(a.UDP, b.UDP),
	SCTP: operation(a.SCTP, b.SCTP)
});
const unitePorts = (a, b) => combine(a, b, uniteIntervals);
const intersectPorts = (a, b) => b === ALL_PORTS ? a : a === ALL_PORTS ? b : combine(a, b, intersectIntervals);
const subtractPorts = (a, b) => combine(a, b, subtractIntervals);
const isNoPorts = ({ TCP, UDP, SCTP }) => TCP.length === 0 && UDP.length === 0 && SCTP.length === 0;
const isAllOf = (ports, protocol) => sameIntervals(ports[protocol], EVERY);
const isAllPorts = (ports) => ports === ALL_PORTS || require_base.PROTOCOLS.every((protocol) => isAllOf(ports, protocol));
const samePorts = (a, b) => a === b || require_base.PROTOCOLS.every((protocol) => sameIntervals(a[protocol], b[protocol]));
const hasPort = (ports, protocol, port) => intervalsContain(ports[protocol], port);

// src/space/too-complex.ts
/**
* Hostile input could make the algebra grow without bound; nothing real comes near the limits. Whoever asks turns
* this into "unknown".
*/
var TooComplex = class extends Error {
	name = "TooComplex";
};
function createBudget(limit, outer = () => {}) {
	let left = limit;
	return (steps) => {
		outer(steps);
		left -= steps;
		if (left < 0) throw new TooComplex("too many steps");
	};
}

// src/space/region.ts
const NO_NAMES = /* @__PURE__ */ new Map();
function intersectRegions(a, b) {
	const ports = intersectPorts(a.ports, b.ports);
	if (isNoPorts(ports)) return void 0;
	const names = intersectNames(a.names, b.names);
	if (names === void 0) return void 0;
	const source = intersectEndpoints(a.source, b.source);
	if (source === void 0) return void 0;
	const destination = intersectEndpoints(a.destination, b.destination);
	return destination && {
		source,
		destination,
		ports,
		names
	};
}
function intersectNames(a, b) {
	if (b.size === 0 || a === b) return a;
	if (a.size === 0) return b;
	for (const [name, declared] of b) {
		const other = a.get(name);
		if (other !== void 0 && other !== declared) return void 0;
	}
	return new Map([...a, ...b]);
}
/** `a` without `b`, as disjoint regions. */
function subtractRegions(a, b) {
	const common = intersectRegions(a, b);
	if (common === void 0) return [a];
	const rest = [];
	const ports = subtractPorts(a.ports, b.ports);
	if (!isNoPorts(ports)) rest.push({
		...a,
		ports
	});
	let kept = {
		...a,
		ports: common.ports
	};
	for (const [name, declared] of b.names) {
		if (kept.names.has(name)) continue;
		rest.push({
			...kept,
			names: new Map([...kept.names, [name, !declared]])
		});
		kept = {
			...kept,
			names: new Map([...kept.names, [name, declared]])
		};
	}
	for (const source of subtractEndpoints(a.source, b.source)) rest.push({
		...kept,
		source
	});
	kept = {
		...kept,
		source: common.source
	};
	for (const destination of subtractEndpoints(a.destination, b.destination)) rest.push({
		...kept,
		destination
	});
	return rest;
}
/** Regions that one difference may leave. */
const MAX_REGIONS = 2e4;
/** A few seconds of work. */
const MAX_STEPS$2 = 5e6;
/** The part of `regions` that none of `cuts` covers. Disjoint if `regions` are. */
function subtractAll(regions, cuts, spend = createBudget(MAX_STEPS$2)) {
	let rest = regions;
	for (const cut of cuts) {
		if (rest.length === 0) return rest;
		spend(rest.length);
		rest = rest.flatMap((region) => subtractRegions(region, cut));
		if (rest.length > 2e4) throw new TooComplex("too many regions");
	}
	return rest;
}
/** Both ends of a flow speak one IP version; what could only mix them is not a flow. */
function alignFamilies(region) {
	const source = narrowTo(region.source, region.destination);
	const destination = source && narrowTo(region.destination, source);
	if (source === void 0 || destination === void 0) return void 0;
	return source === region.source && destination === region.destination ? region : {
		...region,
		source,
		destination
	};
}
function narrowTo(endpoint, other) {
	let narrowed = endpoint;
	for (const family of [ALL_IPV4, ALL_IPV6]) {
		if (intersectAddresses(other.addresses, family).length > 0) continue;
		const rest = family === ALL_IPV4 ? ALL_IPV6 : ALL_IPV4;
		const addresses = intersectAddresses(narrowed.addresses, rest);
		if (addresses.length === 0) return void 0;
		if (addresses !== narrowed.addresses) narrowed = {
			...narrowed,
			addresses
		};
	}
	return narrowed;
}
function unite(a, b) {
	if (!sameNames$1(a.names, b.names)) return void 0;
	const sourcesEqual = sameEndpoint(a.source, b.source);
	const destinationsEqual = sameEndpoint(a.destination, b.destination);
	if (sourcesEqual && destinationsEqual) return {
		...a,
		ports: unitePorts(a.ports, b.ports)
	};
	if (!samePorts(a.ports, b.ports)) return void 0;
	if (destinationsEqual) {
		const source = uniteEndpoints(a.source, b.source);
		return source && {
			...a,
			source
		};
	}
	if (!sourcesEqual) return void 0;
	const destination = uniteEndpoints(a.destination, b.destination);
	return destination && {
		...a,
		destination
	};
}
const sameNames$1 = (a, b) => a === b || a.size === b.size && [...a].every(([name, declared]) => b.get(name) === declared);
/** The same union in fewer regions, for print. Quadratic: keep it to what a reader will see. */
function mergeRegions(regions) {
	const merged = [];
	for (const region of regions) {
		let current = region;
		for (let i = 0; i < merged.length;) {
			const other = merged[i];
			const united = other && unite(other, current);
			if (united === void 0) i++;
			else {
				merged.splice(i, 1);
				current = united;
				i = 0;
			}
		}
		merged.push(current);
	}
	return merged;
}
const portNameKey = (protocol, name) => `${protocol}/${name}`;

// src/policy/namespace-directory.ts
function createDirectory(labels) {
	const known = new Set(labels.keys());
	const everywhere = [{
		type: "unknown",
		labels: /* @__PURE__ */ new Map()
	}];
	if (known.size > 0) everywhere.push({
		type: "known",
		names: known
	});
	const answers = /* @__PURE__ */ new Map();
	const select = (selector) => {
		if (selector.requirements.length === 0) return everywhere;
		const key = selectorKey(selector);
		const before = answers.get(key);
		if (before !== void 0) return before;
		const box = boxOfSelector(selector);
		const answer = box === void 0 ? [] : matching(box, labels, known);
		answers.set(key, answer);
		return answer;
	};
	const named = (name) => known.has(name) ? {
		type: "known",
		names: /* @__PURE__ */ new Set([name])
	} : {
		type: "unknown",
		labels: /* @__PURE__ */ new Map([[require_manifests.NAME_LABEL, onlyValue(name)]])
	};
	return {
		known,
		named,
		select,
		everywhere
	};
}
function matching(box, labels, known) {
	const names = /* @__PURE__ */ new Set();
	for (const [name, declared] of labels) if (boxMatches(box, declared)) names.add(name);
	const sets = [];
	if (names.size > 0) sets.push({
		type: "known",
		names
	});
	const unknown = withoutKnownNames(box, known);
	if (unknown !== void 0) sets.push({
		type: "unknown",
		labels: unknown
	});
	return sets;
}
/**
* A condition as the unknown namespaces see it: known names are none of theirs, and every namespace has
* its name label, because the API server sets it. Without this, differences would hold namespaces that
* cannot exist. Undefined where no unknown namespace is left.
*/
function withoutKnownNames(box, known) {
	const names = box.get(require_manifests.NAME_LABEL);
	if (names === void 0) return box;
	const values = subtractSets(names.values, known);
	if (names.negated && values.size === 0) return withKey(box, require_manifests.NAME_LABEL, ANY_VALUE);
	const left = {
		absent: false,
		negated: names.negated,
		values
	};
	return isEmptyValueSet(left) ? void 0 : withKey(box, require_manifests.NAME_LABEL, left);
}
/** Equal keys select the same things; order of requirements and of values does not matter. */
function selectorKey(selector) {
	return JSON.stringify(selector.requirements.map(({ key, operator, values }) => JSON.stringify([
		key,
		operator,
		values.toSorted()
	])).toSorted());
}

// src/policy/network-policy.ts
/** Turns one `networking.k8s.io/v1` NetworkPolicy into the boxes of flows that it allows. */
function compileNetworkPolicy({ policy, namespace }, options) {
	const ref = {
		kind: "NetworkPolicy",
		namespace,
		name: policy.name,
		span: policy.span
	};
	const subject = boxOfSelector(policy.podSelector);
	const endpoint = podsIn(options.directory.named(namespace), subject);
	const allowsOf = (direction) => subject === void 0 || !policy.policyTypes.includes(direction) ? [] : compileRules(policy, direction, {
		ref,
		namespace,
		endpoint,
		options
	});
	return {
		ref,
		...subject === void 0 ? {} : { subject },
		subjectSpan: policy.podSelector.span,
		endpoint,
		isolates: {
			ingress: policy.policyTypes.includes("ingress"),
			egress: policy.policyTypes.includes("egress")
		},
		allows: allowsOf
	};
}
function compileRules(policy, direction, context) {
	const allows = [];
	for (const [ruleIndex, rule] of policy[direction].entries()) {
		const ports = portBoxes(rule.ports);
		const peers = rule.peers.length === 0 ? [void 0] : rule.peers;
		for (const peer of peers) {
			const common = {
				policy: context.ref,
				subject: policy.podSelector,
				rule,
				ruleIndex,
				...peer === void 0 ? {} : { peer }
			};
			for (const box of ports) for (const other of endpointsOf(peer, context)) {
				if (box.names.size > 0 && direction === "egress" && other.type === "address") continue;
				const region = {
					...direction === "ingress" ? {
						source: other,
						destination: context.endpoint
					} : {
						source: context.endpoint,
						destination: other
					},
					ports: box.ports,
					names: box.names
				};
				allows.push({
					...common,
					region
				});
			}
		}
	}
	return allows;
}
/** The pods and addresses that a peer means; without a peer, everyone. */
function endpointsOf(peer, context) {
	const { directory, ipBlockMatchesPods } = context.options;
	if (peer === void 0) return [anyAddress, ...directory.everywhere.map((namespaces) => podsIn(namespaces))];
	if (peer.type === "selectors") {
		const labels = peer.podSelector === void 0 ? ANY_LABELS : boxOfSelector(peer.podSelector);
		if (labels === void 0) return [];
		return (peer.namespaceSelector === void 0 ? [directory.named(context.namespace)] : directory.select(peer.namespaceSelector)).map((set) => podsIn(set, labels));
	}
	const addresses = addressesOf(peer);
	if (addresses.length === 0) return [];
	const outside = {
		type: "address",
		addresses
	};
	if (!ipBlockMatchesPods) return [outside];
	return [outside, ...directory.everywhere.map((set) => ({
		...podsIn(set),
		addresses
	}))];
}
/** The addresses of an `ipBlock`: in `cidr` and in no `except`. Families never cross. */
function addressesOf(peer) {
	let addresses = rangeOf(peer.cidr);
	for (const { cidr } of peer.except) addresses = subtractAddresses(addresses, rangeOf(cidr));
	return addresses;
}
/** The addresses of one CIDR. Text that is none holds no address; decoding has reported it. */
function rangeOf(cidr) {
	const range = require_manifests.parseCidr(cidr);
	return range === void 0 ? [] : addressRange(range.family, range.first, range.last);
}
/** Numbered ports make one box together; each named port is a box of its own. */
function portBoxes(ports) {
	if (ports.length === 0) return [{
		ports: ALL_PORTS,
		names: NO_NAMES
	}];
	const boxes = ports.flatMap(({ protocol, port }) => {
		if (typeof port !== "string") return [];
		return [{
			ports: portRange(protocol),
			names: /* @__PURE__ */ new Map([[portNameKey(protocol, port), true]])
		}];
	});
	const numbered = numberedPorts(ports);
	if (isNoPorts(numbered)) return boxes;
	return [{
		ports: numbered,
		names: NO_NAMES
	}, ...boxes];
}
/** The ports that a rule gives by number, or as all of a protocol. */
function numberedPorts(ports) {
	let numbered = NO_PORTS;
	for (const { protocol, port, endPort } of ports) if (typeof port !== "string") numbered = unitePorts(numbered, port === void 0 ? portRange(protocol) : portRange(protocol, port, endPort ?? port));
	return numbered;
}
/**
* Subject, peer and ports of an allowed region as text, without places. Equal keys at both revisions mean an
* equal region, as long as no namespace changed its labels in between.
*/
const allowKey = ({ subject, peer, region }) => `${selectorKey(subject)} ${peerKey(peer)} ${JSON.stringify([region.ports, [...region.names]])}`;
/** A peer as text, without places. */
function peerKey(peer) {
	if (peer === void 0) return "*";
	if (peer.type === "ipBlock") return `${peer.cidr}-${peer.except.map(({ cidr }) => cidr).toSorted().join()}`;
	const key = (selector) => selector === void 0 ? "-" : selectorKey(selector);
	return `${key(peer.namespaceSelector)}/${key(peer.podSelector)}`;
}

// src/reach/changed-namespaces.ts
/** Everything outside these namespaces is the same on both sides by construction. */
function findChangedNamespaces(base, head, directories) {
	const names = /* @__PURE__ */ new Set();
	const before = require_manifests.groupByNamespace(base.policies);
	const after = require_manifests.groupByNamespace(head.policies);
	for (const name of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) if (!sameObjects(before.get(name) ?? [], after.get(name) ?? [])) names.add(name);
	const meanings = /* @__PURE__ */ new Map();
	const meansTheSame = (selector) => {
		const key = selectorKey(selector);
		const known = meanings.get(key);
		if (known !== void 0) return known;
		const same = sameNames(directories.base.select(selector), directories.head.select(selector));
		meanings.set(key, same);
		return same;
	};
	let labelsMatter = false;
	if (!labelsChanged(base, head)) return {
		names,
		labelsMatter
	};
	for (const { policy, namespace } of head.policies) for (const { peers } of [...policy.ingress, ...policy.egress]) for (const peer of peers) {
		if (peer.type !== "selectors" || peer.namespaceSelector === void 0) continue;
		if (meansTheSame(peer.namespaceSelector)) continue;
		labelsMatter = true;
		names.add(namespace);
	}
	return {
		names,
		labelsMatter
	};
}
const labelsChanged = (base, head) => [...head.namespaces].some(([name, now]) => {
	const before = base.namespaces.get(name);
	return before !== void 0 && before !== now;
});
/** Objects of an unchanged file are the same references at both revisions. */
function sameObjects(a, b) {
	if (a.length !== b.length) return false;
	const policies = new Set(b.map(({ policy }) => policy));
	return a.every(({ policy }) => policies.has(policy));
}
function sameNames(a, b) {
	const namesOf = (sets) => new Set(sets.flatMap((set) => set.type === "known" ? [...set.names] : []));
	return a === b || sameSet(namesOf(a), namesOf(b));
}

// src/space/label-union.ts
/** Label conditions copied or compared, each some ten nanoseconds. */
const MAX_WORK$2 = 2e6;
/** The same union in fewer boxes, the broadest first: boxes that differ on one key become one. */
function mergeBoxes(boxes) {
	if (boxes.length < 2) return boxes;
	if (boxes.some(({ size }) => size === 0)) return [/* @__PURE__ */ new Map()];
	let merged = distinct(boxes);
	const keys = new Set(merged.flatMap((box) => box.size > MANY_KEYS ? [] : [...box.keys()]));
	if (keys.size <= MANY_KEYS) for (const key of keys) merged = distinct(uniteOn(key, merged));
	else merged = distinct(uniteSingles(merged));
	return merged.toSorted((a, b) => a.size - b.size);
}
/** Uniting key by key costs a pass for each. */
const MANY_KEYS = 50;
const distinct = (boxes) => [...new Map(boxes.map((box) => [boxKey(box), box])).values()];
/** Unites the boxes that are equal but for this key. */
function uniteOn(key, boxes) {
	const groups = /* @__PURE__ */ new Map();
	const others = [];
	for (const box of boxes) {
		const values = box.get(key);
		if (values === void 0) {
			others.push(box);
			continue;
		}
		const rest = new Map(box);
		rest.delete(key);
		const group = groups.get(boxKey(rest));
		if (group === void 0) groups.set(boxKey(rest), {
			box,
			sets: [values]
		});
		else group.sets.push(values);
	}
	return [...others, ...[...groups.values()].map(({ box, sets }) => withKey(box, key, uniteMany(sets)))];
}
/** Unites the boxes that are a condition on the same single key. */
function uniteSingles(boxes) {
	const groups = /* @__PURE__ */ new Map();
	const others = [];
	for (const box of boxes) {
		const [only] = box;
		if (only === void 0 || box.size > 1) others.push(box);
		else groups.set(only[0], [...groups.get(only[0]) ?? [], only[1]]);
	}
	return [...others, ...[...groups].map(([key, sets]) => withKey(/* @__PURE__ */ new Map(), key, uniteMany(sets)))];
}
/** Listed values are gathered first: one by one, each step would copy all before it. */
function uniteMany(sets) {
	const listed = {
		absent: sets.some(({ absent }) => absent),
		negated: false,
		values: new Set(sets.flatMap(({ negated, values }) => negated ? [] : [...values]))
	};
	return sets.filter(({ negated }) => negated).reduce(uniteValueSets, listed.values.size === 0 ? {
		...listed,
		values: EMPTY_SET
	} : listed);
}
/** `boxes` without all of `cuts`; disjoint if `boxes` were. */
function subtractEach(boxes, cuts) {
	const spend = createBudget(MAX_WORK$2);
	let rest = boxes;
	for (const cut of mergeBoxes(cuts)) {
		if (rest.length === 0) return rest;
		rest = rest.flatMap((box) => {
			spend(box.size + cut.size + 1);
			return subtractBoxes(box, cut);
		});
	}
	return rest;
}
/** What lies in one of both lists' boxes each; disjoint if both lists are. */
function intersectEach(some, others) {
	const spend = createBudget(MAX_WORK$2);
	return some.flatMap((box) => others.flatMap((other) => {
		spend(box.size + other.size + 1);
		return intersectBoxes(box, other) ?? [];
	}));
}
/** The same union as disjoint boxes. */
function disjointBoxes(boxes) {
	const spend = createBudget(MAX_WORK$2);
	const merged = mergeBoxes(boxes);
	return merged.flatMap((box, index) => {
		let rest = [box];
		for (const earlier of merged.slice(0, index)) {
			if (rest.length === 0) break;
			rest = rest.flatMap((part) => {
				spend(part.size + earlier.size + 1);
				return subtractBoxes(part, earlier);
			});
		}
		return rest;
	});
}

// src/space/region-index.ts
/**
* A region that asks for one of a few values in some dimension (a label, a port, a namespace) can meet only
* regions that admit one of them. Each region is filed under the dimension in which it is rarest.
*/
function indexRegions(regions) {
	if (regions.length <= FEW_REGIONS) return { near: (_, before) => regions.slice(0, before) };
	const pins = regions.map(pinsOf);
	const counts = /* @__PURE__ */ new Map();
	for (const pinned of pins) for (const [dimension, values] of pinned) for (const value of values) {
		const key = `${dimension}\n${value}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const files = /* @__PURE__ */ new Map();
	const unpinned = [];
	for (const [index, pinned] of pins.entries()) {
		const rarest = rarestOf(pinned, counts);
		if (rarest === void 0) {
			unpinned.push(index);
			continue;
		}
		const file = files.get(rarest[0]) ?? /* @__PURE__ */ new Map();
		files.set(rarest[0], file);
		for (const value of rarest[1]) {
			const entries = file.get(value);
			if (entries === void 0) file.set(value, [index]);
			else entries.push(index);
		}
	}
	const near = (region, before = regions.length) => {
		const pinned = pinsOf(region);
		const found = new Set(unpinned);
		for (const [dimension, file] of files) {
			const values = pinned.get(dimension);
			const lists = values === void 0 ? [...file.values()] : values.flatMap((v) => [file.get(v) ?? []]);
			for (const list of lists) for (const index of list) found.add(index);
		}
		return [...found].filter((index) => index < before).toSorted((a, b) => a - b).flatMap((index) => regions[index] ?? []);
	};
	return { near };
}
/** To look at each costs less than to file them. */
const FEW_REGIONS = 32;
const FEW$1 = 8;
function pinsOf({ source, destination, ports }) {
	const pins = /* @__PURE__ */ new Map();
	pinEnd("source", source, pins);
	pinEnd("destination", destination, pins);
	const numbers = [];
	for (const protocol of require_base.PROTOCOLS) for (const [start, end] of ports[protocol]) {
		if (end - start + numbers.length > FEW$1) return pins;
		for (let port = start; port < end; port++) numbers.push(`${protocol} ${port}`);
	}
	pins.set("port", numbers);
	return pins;
}
function pinEnd(side, end, pins) {
	if (end.type === "address") {
		pins.set(`${side} type`, ["address"]);
		const blocks = blocksOf$1(end.addresses);
		if (blocks !== void 0) pins.set(`${side} block`, blocks);
		return;
	}
	pins.set(`${side} type`, ["pod"]);
	const { namespaces, labels } = end;
	if (namespaces.type === "known") {
		if (namespaces.names.size <= FEW$1) pins.set(`${side} namespace`, [...namespaces.names].map((name) => `known ${name}`));
	} else {
		pins.set(`${side} declared`, ["no"]);
		for (const [key, { absent, negated, values }] of namespaces.labels) if (!absent && !negated && values.size <= FEW$1) pins.set(`${side} namespace ${key}`, [...values]);
	}
	for (const [key, { absent, negated, values }] of labels) if (!absent && !negated && values.size <= FEW$1) pins.set(`${side} label ${key}`, [...values]);
}
/** The /16 (IPv6: /48) blocks that hold all the addresses, if they are few. */
function blocksOf$1(addresses) {
	const blocks = /* @__PURE__ */ new Set();
	for (const [start, end] of addresses) {
		const shift = start < IPV6_OFFSET ? 16n : 80n;
		const first = start >> shift;
		if (end - 1n >> shift !== first || blocks.size === FEW$1) return void 0;
		blocks.add(`${shift} ${first}`);
	}
	return [...blocks];
}
function rarestOf(pins, counts) {
	let best;
	let fewest = Infinity;
	for (const entry of pins) {
		const [dimension, values] = entry;
		const amount = values.reduce((sum, v) => sum + (counts.get(`${dimension}\n${v}`) ?? 0), 0);
		if (amount >= fewest) continue;
		fewest = amount;
		best = entry;
	}
	return best;
}

// src/reach/evaluator.ts
/** A side; what needs work is worked out when asked for, and once. */
function createSide(isolation, allows) {
	const subjects = isolation.map(({ labels }) => labels);
	return {
		isolation,
		allows,
		isolated: require_base.lazily(() => disjointBoxes(subjects)),
		free: require_base.lazily(() => subtractEach([ANY_LABELS], subjects)),
		index: require_base.lazily(() => indexRegions(allows.map(({ region }) => region))),
		isolating: isolationFinder(isolation)
	};
}
const FIRST = 64;
const SHOWN$9 = 10;
function isolationFinder(isolation) {
	const sorted = require_base.lazily(() => isolation.toSorted((a, b) => a.labels.size - b.labels.size));
	const region = (labels) => ({
		source: podsIn({
			type: "unknown",
			labels: ANY_LABELS
		}, labels),
		destination: anyAddress,
		ports: ALL_PORTS,
		names: NO_NAMES
	});
	const filed = require_base.lazily(() => {
		const regions = sorted().map(({ labels }) => region(labels));
		const owners = new Map(regions.map((entry, index) => [entry, sorted()[index]]));
		return {
			index: indexRegions(regions),
			owners
		};
	});
	return (labels) => {
		const meets = (entry) => !boxesAreDisjoint(entry.labels, labels);
		const broad = sorted().slice(0, FIRST).filter(meets);
		if (broad.length >= SHOWN$9 || isolation.length <= FIRST) return broad.slice(0, SHOWN$9);
		const { index, owners } = filed();
		return index.near(region(labels)).flatMap((entry) => owners.get(entry) ?? []).filter(meets).slice(0, SHOWN$9);
	};
}
function createEvaluator(world, options) {
	const groups = require_manifests.groupByNamespace(world.policies);
	const compiled = /* @__PURE__ */ new Map();
	const sides = /* @__PURE__ */ new Map();
	const policiesOf = (namespace) => {
		const before = compiled.get(namespace);
		if (before !== void 0) return before;
		const policies = (groups.get(namespace) ?? []).map((placed) => compileNetworkPolicy(placed, options));
		compiled.set(namespace, policies);
		return policies;
	};
	const side = (namespace, direction) => {
		const key = `${direction} ${namespace}`;
		const before = sides.get(key);
		if (before !== void 0) return before;
		const policies = policiesOf(namespace).filter(({ isolates }) => isolates[direction]);
		const view = createSide(policies.flatMap((policy) => policy.subject === void 0 ? [] : [{
			labels: policy.subject,
			policy
		}]), policies.flatMap(({ allows }) => allows(direction)));
		sides.set(key, view);
		return view;
	};
	const isolatingNames = /* @__PURE__ */ new Map();
	const isolating = (direction) => {
		const before = isolatingNames.get(direction);
		if (before !== void 0) return before;
		const names = /* @__PURE__ */ new Set();
		for (const [namespace, policies] of groups) if (policies.some(({ policy }) => policy.policyTypes.includes(direction))) names.add(namespace);
		isolatingNames.set(direction, names);
		return names;
	};
	return {
		directory: options.directory,
		side,
		isolating
	};
}

// src/reach/gains.ts
/** Changed peers of one side. Each may become a row, with all the memory that this takes. */
const MAX_CHANGED = 2e4;
/** Pods isolated at `from` and no longer isolated at `to`. */
const lostIsolation = (from, to) => intersectEach(from.isolated(), to.free());
const subjectOf = (region, direction) => direction === "ingress" ? region.destination : region.source;
const peerOf = (region, direction) => direction === "ingress" ? region.source : region.destination;
const withSubject = (region, direction, subject) => direction === "ingress" ? {
	...region,
	destination: subject
} : {
	...region,
	source: subject
};
const withPeer = (region, direction, peer) => direction === "ingress" ? {
	...region,
	source: peer
} : {
	...region,
	destination: peer
};
/** Every endpoint there is or could be. */
const everyone = ({ directory }) => [anyAddress, ...directory.everywhere.map((set) => podsIn(set))];
/** All flows of these pods in this direction with these peers. */
function everyFlow(subject, direction, peers) {
	return peers.map((peer) => direction === "ingress" ? {
		source: peer,
		destination: subject,
		ports: ALL_PORTS,
		names: NO_NAMES
	} : {
		source: subject,
		destination: peer,
		ports: ALL_PORTS,
		names: NO_NAMES
	});
}
/**
* `to \ from` of one side, split by cause. Only pods isolated at `from` can gain: the others had
* everything. Broad causes come first and keep what they cover, so a rule that a broader one makes
* redundant does not show.
*/
function computeGains(pair) {
	const { namespace, direction, from, to, evaluator, spend } = pair;
	const isolated = from.isolated();
	if (isolated.length === 0) return [];
	const causes = [];
	const pods = podsIn(evaluator.directory.named(namespace));
	const lost = lostIsolation(from, to);
	if (lost.length > 0) causes.push({
		cause: {
			type: "isolation",
			isolation: from.isolation
		},
		candidates: lost.flatMap((labels) => everyFlow({
			...pods,
			labels
		}, direction, pair.peers))
	});
	const known = new Set(pair.keysDecide ? from.allows.map(allowKey) : []);
	const firsts = /* @__PURE__ */ new Map();
	const changed = to.allows.filter((allow) => {
		const key = allowKey(allow);
		const first = firsts.get(key) ?? allow.rule;
		firsts.set(key, first);
		return !known.has(key) && first === allow.rule;
	});
	if (changed.length > MAX_CHANGED) throw new TooComplex("too many changed rules");
	for (const allows of groupByRule$1(changed)) {
		const first = allows[0];
		if (first === void 0) continue;
		spend(allows.length * isolated.length);
		const candidates = allows.flatMap(({ region }) => withinPods(region, direction, isolated));
		causes.push({
			cause: {
				type: "rule",
				allow: first
			},
			candidates
		});
	}
	const earlier = indexRegions(causes.flatMap(({ candidates }) => candidates));
	let seen = 0;
	return causes.flatMap(({ cause, candidates }) => {
		const regions = candidates.flatMap((region) => {
			const before = from.index().near(region);
			const broader = earlier.near(region, seen);
			spend(before.length + broader.length);
			return subtractAll(subtractAll([region], before, spend), broader, spend);
		});
		seen += candidates.length;
		return regions.length === 0 ? [] : [{
			namespace,
			direction,
			cause,
			regions
		}];
	});
}
function withinPods(region, direction, boxes) {
	const subject = subjectOf(region, direction);
	if (subject.type === "address") return [];
	return boxes.flatMap((box) => {
		const labels = intersectBoxes(subject.labels, box);
		return labels === void 0 ? [] : [withSubject(region, direction, {
			...subject,
			labels
		})];
	});
}
/** Allows of one peer of one rule belong together; peerless and selectorless rules first. */
function groupByRule$1(allows) {
	const groups = /* @__PURE__ */ new Map();
	for (const allow of allows) {
		const { startLine, startColumn } = (allow.peer ?? allow.rule).span;
		const key = `${allow.policy.span.path} ${startLine} ${startColumn} ${allow.policy.name}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [allow]);
		else group.push(allow);
	}
	return [...groups.values()].toSorted((a, b) => narrowness(a[0]) - narrowness(b[0]));
}
function narrowness(allow) {
	if (allow === void 0) return 0;
	const { peer, rule } = allow;
	const ofPorts = rule.ports.length === 0 ? 0 : 1;
	if (peer === void 0) return ofPorts;
	if (peer.type === "ipBlock") return 4 + Number(peer.cidr.split("/")[1]) / 64 + ofPorts * 16;
	return 2 + ((peer.podSelector?.requirements.length ?? 0) + (peer.namespaceSelector?.requirements.length ?? 0) + (peer.namespaceSelector === void 0 ? 2 : 0)) + ofPorts * 16;
}

// src/reach/pair-workloads.ts
const workloadIdentity = ({ workload, namespace }) => `${namespace}/${workload.kind}/${workload.name}`;
/**
* Pairs each changed workload of the head with the one that it was: of the same kind and name, or else one that is
* gone and is evidently the same. A workload that is renamed must not step out of its policies as if it were new.
*/
function pairWorkloads(base, head, isolated = () => 0) {
	const unchanged = new Set(base.map(({ workload }) => workload));
	const changed = head.filter(({ workload }) => !unchanged.has(workload));
	if (changed.length === 0) return [];
	const before = groupBy(base, workloadIdentity);
	const left = new Set(head.map(workloadIdentity));
	const gone = groupBy(base.filter((placed) => !left.has(workloadIdentity(placed))), placeOf$1);
	return changed.flatMap((placed) => {
		const { workload, namespace } = placed;
		const same = before.get(workloadIdentity(placed));
		const versions = same ? sameFile(same, workload) : formerSelf(workload, (gone.get(placeOf$1(placed)) ?? []).slice(0, MANY), isolated);
		return versions.length === 0 ? [] : [{
			namespace,
			versions,
			head: workload
		}];
	});
}
/** So many workloads of one namespace are not renamed at once; what is left out counts as new. */
const MANY = 500;
function groupBy(placed, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of placed) {
		const key = keyOf(entry);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [entry]);
		else group.push(entry);
	}
	return groups;
}
/** What runs to its end does not become what runs on, nor the reverse. */
const placeOf$1 = ({ workload, namespace }) => `${namespace}/${workload.kind === "Job" || workload.kind === "CronJob" ? "batch" : "service"}`;
/** Bundles repeat the objects that they are made of: each version follows its own file. */
function sameFile(same, { span }) {
	const all = same.map(({ workload }) => workload);
	const inFile = all.filter((workload) => workload.span.path === span.path);
	return inFile.length > 0 ? inFile : all;
}
/** Of equal candidates the most isolated one: it has the most to lose, and nobody can say that it was not the one. */
function formerSelf(workload, gone, isolated) {
	let best;
	for (const candidate of gone) {
		const likeness = likenessOf(candidate.workload, workload);
		if (likeness === 0 || likeness < (best?.likeness ?? 0)) continue;
		const rank = isolated(candidate);
		if (best === void 0 || likeness > best.likeness || rank > best.rank) best = {
			workload: candidate.workload,
			likeness,
			rank
		};
	}
	return best === void 0 ? [] : [best.workload];
}
/**
* How sure it is that one workload is the other; 0 where the evidence does not do. The name alone does; so does
* an image of one's own; an image that everybody uses, or labels, need something beside them.
*/
function likenessOf(base, head) {
	const name = base.name === head.name;
	const images = base.images ?? [];
	const sameImages = images.length > 0 && images.join() === (head.images ?? []).join();
	const ownImage = sameImages && images.some((image) => image.includes("/"));
	const labels = Object.entries(base.labels).filter(([key, value]) => head.labels[key] === value);
	const ports = portsOf$4(base) !== "" && portsOf$4(base) === portsOf$4(head);
	const file = base.span.path === head.span.path;
	const beside = Number(ports) + Number(file) + Math.min(labels.length, 3);
	if (!(name || ownImage || sameImages && beside > 0 || labels.length > 0 && (ports || file))) return 0;
	const akin = base.name.startsWith(head.name) || head.name.startsWith(base.name);
	return Number(name) * 16 + Number(sameImages) * 8 + Number(akin) * 2 + beside;
}
const portsOf$4 = ({ ports }) => ports.map(({ port, protocol }) => `${protocol} ${port}`).toSorted().join();

// src/reach/moved-workload.ts
/** The workloads of both revisions with other pod labels, ports or network than before. */
const findMovedWorkloads = (base, head, isolated) => pairWorkloads(base, head, isolated).flatMap(({ namespace, versions, head: now }) => {
	const traits = require_manifests.traitsOf(now);
	const [before] = versions;
	if (before === void 0 || versions.some((version) => require_manifests.traitsOf(version) === traits)) return [];
	return [{
		namespace,
		base: before,
		head: now,
		token: `\u0000${workloadIdentity({
			workload: now,
			namespace
		})} ${now.span.path}`
	}];
});
/**
* The world as one workload lives it: regions that hold the workload hold its token instead, in a
* namespace of its own, and named ports are resolved where it is the destination.
*/
function viewOfWorkload(evaluator, { namespace, token }, workload) {
	const tokenPods = podsIn({
		type: "known",
		names: /* @__PURE__ */ new Set([token])
	});
	const own = evaluator.directory.named(namespace);
	const holds = (endpoint) => workload.hostNetwork ? endpoint.type === "address" : endpoint.type === "pod" && holdsPod(endpoint);
	const holdsPod = (endpoint) => boxMatches(endpoint.labels, workload.labels) && (endpoint.namespaces.type === "known" ? own.type === "known" && endpoint.namespaces.names.has(namespace) : own.type === "unknown" && boxMatches(endpoint.namespaces.labels, { ["kubernetes.io/metadata.name"]: namespace }));
	const ownSide = (direction) => {
		if (workload.hostNetwork) return createSide([], []);
		const side = evaluator.side(namespace, direction);
		return createSide(side.isolation.filter(({ labels }) => boxMatches(labels, workload.labels)).map((isolation) => ({
			...isolation,
			labels: ANY_LABELS
		})), side.allows.flatMap((allow) => holds(subjectOf(allow.region, direction)) ? withRegion(allow, resolve(withSubject(allow.region, direction, tokenPods), direction === "ingress")) : []));
	};
	const otherSide = (name, direction) => {
		const side = evaluator.side(name, direction);
		const allows = side.allows.flatMap((allow) => {
			const peer = peerOf(allow.region, direction);
			if (!holds(peer)) return [];
			const pods = {
				...tokenPods,
				addresses: peer.addresses
			};
			return withRegion(allow, resolve(withPeer(allow.region, direction, pods), direction === "egress"));
		});
		return createSide(side.isolation, allows);
	};
	const resolve = (region, isDestination) => isDestination ? resolvePortNames(region, workload) : region;
	return {
		directory: {
			...evaluator.directory,
			named: (name) => name === token ? tokenPods.namespaces : evaluator.directory.named(name)
		},
		side: (name, direction) => name === token ? ownSide(direction) : otherSide(name, direction),
		isolating: (direction) => ownSide(direction).isolation.length > 0 ? /* @__PURE__ */ new Set([...evaluator.isolating(direction), token]) : evaluator.isolating(direction)
	};
}
const withRegion = (allow, region) => region === void 0 ? [] : [{
	...allow,
	region
}];
/** Replaces the conditions on port names by the numbers that this workload declares. */
function resolvePortNames(region, workload) {
	if (region.names.size === 0) return region;
	let ports = region.ports;
	for (const [key, declared] of region.names) {
		const [protocol, name = ""] = key.split("/");
		const numbers = declaredPorts(workload, protocol, name);
		ports = declared ? intersectPorts(ports, numbers) : subtractPorts(ports, numbers);
	}
	return isNoPorts(ports) ? void 0 : {
		...region,
		ports,
		names: NO_NAMES
	};
}
/** A name may be declared by several containers: any of them matches. */
function declaredPorts(workload, protocol, name) {
	const declared = workload.ports.filter((port) => port.name === name && port.protocol === protocol);
	return {
		...NO_PORTS,
		[protocol]: normalizeIntervals(declared.map(({ port }) => [port, port + 1]))
	};
}

// src/reach/other-side.ts
const opposite = (direction) => direction === "ingress" ? "egress" : "ingress";
/**
* A flow needs both sides. An address outside the cluster has no policies, and of a namespace without
* isolating policies in the scope nothing blocks; the rest is cut by its own side.
*/
function applyOtherSide(regions, direction, evaluator, spend) {
	const other = opposite(direction);
	const isolating = evaluator.isolating(other);
	const allowed = [];
	const blocked = [];
	for (const region of regions) {
		const peer = peerOf(region, direction);
		if (peer.type === "address") {
			allowed.push(region);
			continue;
		}
		const { rest, inside } = splitNamespaces(peer.namespaces, isolating, evaluator);
		if (rest !== void 0) allowed.push(withPeer(region, direction, {
			...peer,
			namespaces: rest
		}));
		for (const { name, namespaces } of inside) {
			const part = withPeer(region, direction, {
				...peer,
				namespaces
			});
			const side = evaluator.side(name, other);
			const passing = cutBySide(part, other, side, spend);
			allowed.push(...passing);
			for (const left of subtractAll([part], passing, spend)) {
				const aligned = alignFamilies(left);
				if (aligned !== void 0) blocked.push({
					region: aligned,
					by: isolationOf$1(aligned, direction, side)
				});
			}
		}
	}
	return {
		allowed: allowed.flatMap((region) => alignFamilies(region) ?? []),
		blocked
	};
}
/** The policies of the other side that select the peers of a region, the broadest first. */
function isolationOf$1(region, direction, side) {
	const peer = peerOf(region, direction);
	return peer.type === "address" ? [] : side.isolating(peer.labels);
}
/** Separates the namespaces that have a say from those that have none. */
function splitNamespaces(set, isolating, { directory }) {
	if (set.type === "known") {
		const special = intersectSets(set.names, isolating);
		const names = subtractSets(set.names, special);
		return {
			rest: names.size === 0 ? void 0 : {
				type: "known",
				names
			},
			inside: [...special].map((name) => ({
				name,
				namespaces: directory.named(name)
			}))
		};
	}
	const names = set.labels.get("kubernetes.io/metadata.name") ?? ANY_VALUE;
	const special = [...names.negated ? isolating : intersectSets(names.values, isolating)].filter((name) => !directory.known.has(name) && hasValue(names, name));
	if (special.length === 0) return {
		rest: set,
		inside: []
	};
	const others = intersectValueSets(names, {
		absent: false,
		negated: true,
		values: new Set(special)
	});
	return {
		rest: isEmptyValueSet(others) ? void 0 : {
			type: "unknown",
			labels: withKey(set.labels, require_manifests.NAME_LABEL, others)
		},
		inside: special.map((name) => ({
			name,
			namespaces: {
				type: "unknown",
				labels: withKey(set.labels, require_manifests.NAME_LABEL, onlyValue(name))
			}
		}))
	};
}
/** What a side lets through of a region: pods that it does not isolate, and what its rules allow. */
function cutBySide(region, direction, side, spend) {
	const subject = subjectOf(region, direction);
	if (subject.type === "address") return [region];
	const free = side.free();
	spend(free.length + 1);
	const passing = free.flatMap((box) => {
		const labels = intersectBoxes(subject.labels, box);
		return labels === void 0 ? [] : [withSubject(region, direction, {
			...subject,
			labels
		})];
	});
	for (const allowed of side.index().near(region)) {
		spend(1);
		const common = intersectRegions(region, allowed);
		if (common !== void 0) passing.push(...subtractAll([common], passing, spend));
	}
	return passing;
}

// src/reach/compare.ts
/**
* Which flows the change opens and closes. A flow is allowed iff both sides allow it, so
* opened = (gains of ingress, cut by egress at head) and (gains of egress, cut by ingress at head).
*/
function compareWorlds(base, head, options) {
	const evaluators = {
		base: evaluatorOf(base, head, options),
		head: evaluatorOf(head, base, options)
	};
	const changed = findChangedNamespaces(base, head, {
		base: evaluators.base.directory,
		head: evaluators.head.directory
	});
	const spend = createBudget(MAX_WORK$1);
	const common = {
		...evaluators,
		spend,
		keysDecide: !changed.labelsMatter
	};
	const results = [...changed.names].toSorted().flatMap((namespace) => require_base.DIRECTIONS.map((direction) => compareSide({
		...common,
		namespace,
		direction
	})));
	const isolated = ({ workload, namespace }) => require_base.DIRECTIONS.filter((direction) => evaluators.base.side(namespace, direction).isolation.some(({ labels }) => boxMatches(labels, workload.labels))).length;
	for (const moved of findMovedWorkloads(base.workloads, head.workloads, isolated)) results.push(...compareMoved(moved, {
		...evaluators,
		spend
	}));
	return {
		...evaluators,
		sides: results.map(({ side }) => side),
		changes: results.flatMap(({ changes }) => changes)
	};
}
const evaluatorOf = (world, other, options) => createEvaluator(world, {
	directory: createDirectory(require_manifests.namespaceLabelsOf(world, other)),
	ipBlockMatchesPods: options.ipBlockMatchesPods
});
/** Comparisons of regions, each some microseconds; of one side, so that one namespace does not use up all. */
const MAX_WORK$1 = 8e6;
const MAX_WORK_OF_SIDE = 3e6;
function compareSide(task) {
	const { namespace, direction, keysDecide } = task;
	const spend = createBudget(MAX_WORK_OF_SIDE, task.spend);
	const base = task.base.side(namespace, direction);
	const head = task.head.side(namespace, direction);
	const common = {
		namespace,
		direction,
		...task.workload === void 0 ? {} : { workload: task.workload }
	};
	let gains = [];
	try {
		if (task.workload === void 0) for (const side of [base, head]) side.free();
		const pair = {
			namespace,
			direction,
			keysDecide,
			peers: task.peers ?? everyone(task.head),
			spend
		};
		gains = computeGains({
			...pair,
			from: base,
			to: head,
			evaluator: task.head
		});
		const losses = computeGains({
			...pair,
			from: head,
			to: base,
			evaluator: task.base
		});
		const changes = [];
		const add = (change, cause, regions) => {
			if (regions.length > 0) changes.push({
				...common,
				change,
				cause,
				regions,
				blockedBy: []
			});
		};
		for (const gain of gains) {
			const { allowed, blocked } = applyOtherSide(gain.regions, direction, task.head, spend);
			add("opened", gain.cause, allowed);
			if (blocked.length > 0) changes.push({
				...common,
				change: "masked",
				cause: gain.cause,
				regions: blocked.map(({ region }) => region),
				blockedBy: [...new Set(blocked.flatMap(({ by }) => by))]
			});
		}
		for (const loss of losses) add("closed", loss.cause, applyOtherSide(loss.regions, direction, task.base, spend).allowed);
		const verdict = verdictOf$1(gains.length > 0, losses.length > 0);
		return {
			side: {
				...common,
				base,
				head,
				gains,
				verdict
			},
			changes
		};
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		return {
			side: {
				...common,
				base,
				head,
				gains,
				verdict: "unknown"
			},
			changes: []
		};
	}
}
const verdictOf$1 = (more, less) => more ? less ? "incomparable" : "more-open" : less ? "less-open" : "unchanged";
/** Flows of one workload that moved from one cell to another: its own sides, and the rules of others. */
function compareMoved(moved, world) {
	const base = viewOfWorkload(world.base, moved, moved.base);
	const head = viewOfWorkload(world.head, moved, moved.head);
	const { spend } = world;
	return require_base.DIRECTIONS.flatMap((direction) => {
		const others = /* @__PURE__ */ new Set([...base.isolating(direction), ...head.isolating(direction)]);
		others.delete(moved.token);
		const affected = [...others].filter((name) => !sameSide(base.side(name, direction), head.side(name, direction)));
		const task = {
			direction,
			base,
			head,
			spend,
			keysDecide: false,
			workload: moved
		};
		const peers = [podsIn(head.directory.named(moved.token))];
		return [compareSide({
			...task,
			namespace: moved.token
		}), ...affected.map((namespace) => compareSide({
			...task,
			namespace,
			peers
		}))];
	});
}
const sameSide = (a, b) => a.isolation.length === b.isolation.length && a.isolation.every(({ labels }, i) => sameBox(labels, b.isolation[i]?.labels ?? ANY_LABELS)) && a.allows.length === b.allows.length && a.allows.every((allow, i) => {
	const other = b.allows[i];
	return other !== void 0 && allowKey(other) === allowKey(allow);
});

// src/reach/metadata-addresses.ts
/**
* Where clouds hand out instance credentials. Resolvers and clocks beside them (169.254.169.253,
* 169.254.169.123) are left out: they give nothing away.
*/
const METADATA_ADDRESSES = [
	{
		address: "169.254.169.254",
		provider: "AWS, Google Cloud, Azure, Oracle and most others"
	},
	{
		address: "169.254.169.252",
		provider: "GKE metadata server"
	},
	{
		address: "169.254.170.2",
		provider: "AWS ECS task credentials"
	},
	{
		address: "169.254.170.23",
		provider: "EKS Pod Identity"
	},
	{
		address: "169.254.42.42",
		provider: "Scaleway"
	},
	{
		address: "169.254.0.23",
		provider: "Tencent Cloud"
	},
	{
		address: "100.100.100.200",
		provider: "Alibaba Cloud"
	},
	{
		address: "168.63.129.16",
		provider: "Azure WireServer"
	},
	{
		address: "192.0.0.192",
		provider: "Oracle Cloud classic"
	},
	{
		address: "fd00:ec2::254",
		provider: "AWS over IPv6"
	},
	{
		address: "fd00:ec2::23",
		provider: "EKS Pod Identity over IPv6"
	},
	{
		address: "fd20:ce::254",
		provider: "Google Cloud over IPv6"
	},
	{
		address: "fd00:c1::a9fe:a9fe",
		provider: "Oracle Cloud over IPv6"
	},
	{
		address: "fd00:a9fe:a9fe::1",
		provider: "Akamai over IPv6"
	},
	{
		address: "fd00:42::42",
		provider: "Scaleway over IPv6"
	},
	{
		address: "fe80::a9fe:a9fe",
		provider: "OpenStack and Hetzner over IPv6"
	}
];
const point = (text) => {
	const address = require_manifests.parseAddress(text);
	if (address === void 0) throw new Error(`not an address: ${text}`);
	return pointOf(address.family, address.value);
};
/** The metadata addresses as points of the address line, in the order of the table. */
const metadataPoints = require_base.lazily(() => METADATA_ADDRESSES.map((entry) => ({
	...entry,
	point: point(entry.address)
})));
const metadataAddresses = require_base.lazily(() => normalizeIntervals(metadataPoints().map((entry) => [entry.point, entry.point + 1n])));
/**
* Ports on which credentials are served: IMDS 80 and 8080, GKE 987 and 988, WireServer 32526, EKS Pod
* Identity 2703. Port 53 is the resolver on GKE Cloud DNS, not metadata.
*/
const METADATA_PORTS = {
	...NO_PORTS,
	TCP: normalizeIntervals([
		80,
		987,
		988,
		2703,
		8080,
		32526
	].map((number) => [number, number + 1]))
};

// src/reach/metadata.ts
/** Which metadata addresses an egress region reaches, if any, on ports where credentials are served. */
function metadataReach(region, served = METADATA_PORTS) {
	const { source, destination, ports } = region;
	if (destination.type !== "address" || source.type !== "pod") return void 0;
	const gated = intersectPorts(ports, served);
	if (isNoPorts(gated)) return void 0;
	const hit = intersectAddresses(destination.addresses, metadataAddresses());
	if (hit.length === 0) return void 0;
	const addresses = metadataPoints().filter(({ point }) => hit.some(([start, end]) => start <= point && point < end)).map(({ address }) => address);
	const narrowed = {
		...region,
		destination: {
			type: "address",
			addresses: hit
		},
		ports: gated
	};
	return {
		pods: source.labels,
		addresses,
		region: narrowed
	};
}
/** Whether some pod of the namespace can reach a metadata address: not isolated, or a rule allows it. */
function metadataIsReachable(egress) {
	return egress.free().length > 0 || egress.allows.some(({ region }) => metadataReach(region) !== void 0);
}

// src/reach/namespace-state.ts
/**
* What became of a namespace. Decommissioned only on evidence: its Namespace object was there and is gone
* with its policies and workloads, or it had workloads and no object of any kind is left. Losing the last
* policy alone is no evidence: in a repository of policies that is how a default-deny gets lost. Where the
* Namespace object is gone and something else stays, the evidence contradicts itself: another reading of the
* same change then takes the namespace for kept (see world/occupation.ts).
*/
function namespaceStates(names, worlds, occupiedAtHead) {
	const base = presenceIn(worlds.base, names);
	const head = presenceIn(worlds.head, names);
	const stateOf = (name) => {
		const before = base(name);
		const after = head(name);
		if (!before.declared && !before.policies && !before.workloads) return "new";
		if (after.declared || after.policies || after.workloads) return "kept";
		if (before.declared) return "decommissioned";
		return before.workloads && !occupiedAtHead(name) ? "decommissioned" : "kept";
	};
	return new Map([...names].map((name) => [name, stateOf(name)]));
}
function presenceIn(world, names) {
	const among = (items) => new Set(items.flatMap(({ namespace }) => names.has(namespace) ? [namespace] : []));
	const policies = among(world.policies);
	const workloads = among(world.workloads);
	return (name) => ({
		declared: world.namespaces.has(name),
		policies: policies.has(name),
		workloads: workloads.has(name)
	});
}

// src/reach/pod-words.ts
/** Words for the pods of one revision; `side` tells which form of a moved workload it holds. */
function createPodWords(world, moved = [], side = "head") {
	let groups;
	const tokens = new Map(moved.map((entry) => [entry.token, {
		workload: {
			...entry[side],
			hostNetwork: false
		},
		namespace: entry.namespace
	}]));
	return {
		workloadsIn: (namespace) => {
			groups ??= require_manifests.groupByNamespace(world.workloads);
			return groups.get(namespace) ?? [];
		},
		workloadOf: (token) => tokens.get(token),
		label: namespaceLabel
	};
}
/** Objects without a namespace land wherever the manifests are applied; print has to say so. */
const namespaceLabel = (namespace) => namespace === "" ? "(namespace not set)" : namespace;

// src/reach/policy-lookup.ts
function createPolicyLookup({ policies }) {
	const everything = require_base.lazily(() => require_manifests.groupByNamespace(policies));
	const asked = /* @__PURE__ */ new Map();
	const inNamespace = (namespace) => {
		const before = asked.get(namespace);
		if (before !== void 0) return before;
		const own = asked.size < FEW ? policies.filter((placed) => placed.namespace === namespace) : everything().get(namespace) ?? [];
		const answer = {
			byName: groupByName(own),
			broadest: broadestOf(own)
		};
		asked.set(namespace, answer);
		return answer;
	};
	const all = (namespace, name) => inNamespace(namespace).byName.get(name) ?? [];
	return {
		all,
		find: (namespace, name) => all(namespace, name)[0],
		broadest: (namespace) => inNamespace(namespace).broadest
	};
}
const FEW = 8;
function groupByName(placed) {
	const groups = /* @__PURE__ */ new Map();
	for (const { policy } of placed) {
		const group = groups.get(policy.name);
		if (group === void 0) groups.set(policy.name, [policy]);
		else group.push(policy);
	}
	return groups;
}
const width = (policy) => policy.podSelector.requirements.length;
function broadestOf(placed) {
	let best;
	for (const { policy } of placed) if (best === void 0 || width(policy) < width(best)) best = policy;
	return best;
}

// src/reach/describe-addresses.ts
const SHOWN$8 = 4;
/**
* Addresses in words, never as fragments: `internet`, `internet except 10.0.0.0/8`,
* `cloud metadata 169.254.169.254`, `203.0.113.0/24`.
*/
function describeAddresses(addresses) {
	if (isAllAddresses(addresses)) return "any address";
	return [describeFamily(intersectAddresses(addresses, ALL_IPV4), 4), describeFamily(intersectAddresses(addresses, ALL_IPV6), 6)].filter((word) => word !== "").join(" and ");
}
function describeFamily(addresses, family) {
	if (addresses.length === 0) return "";
	const [whole, internet] = family === 4 ? [ALL_IPV4, "internet (IPv4)"] : [ALL_IPV6, "internet (IPv6)"];
	const rest = subtractAddresses(whole, addresses);
	if (rest.length === 0) return internet;
	const single = onlyMetadata(addresses);
	if (single !== void 0) return `cloud metadata ${single}`;
	const blocks = cidrsOf(addresses, family);
	if (blocks !== void 0) return blocks.join(", ") + metadataInside(addresses);
	const missing = cidrsOf(rest, family);
	if (missing !== void 0) return `${internet.replace(" (IPv4)", "")} except ${missing.join(", ")}`;
	const hull = hullOf(addresses, family);
	const gaps = cidrsOf(subtractAddresses(hull, addresses), family);
	if (gaps !== void 0) return `${cidrsOf(hull, family)?.[0] ?? ""} except ${gaps.join(", ")}`;
	return sizeOf$3(addresses) > sizeOf$3(rest) ? `most of the ${internet}` : `parts of the ${internet}`;
}
/** Whether there are words for the addresses that leave nothing out. */
const isSayable = (addresses) => !/\b(?:most|parts) of the /.test(describeAddresses(addresses));
/** A small range around a metadata address is most likely about it. */
function metadataInside(addresses) {
	const inside = metadataPoints().filter(({ point }) => intervalsContain(addresses, point));
	const [first] = inside;
	return first === void 0 || sizeOf$3(addresses) > SMALL_RANGE ? "" : ` (cloud metadata ${first.address}${inside.length > 1 ? " and others" : ""})`;
}
const SMALL_RANGE = 2n ** 16n;
/** The smallest CIDR block that holds all the addresses. */
function hullOf(addresses, family) {
	const offset = family === 4 ? 0n : IPV6_OFFSET;
	const first = (addresses[0]?.[0] ?? offset) - offset;
	const last = (addresses.at(-1)?.[1] ?? offset + 1n) - 1n - offset;
	let size = 1n;
	while (first / size !== last / size) size <<= 1n;
	const start = first / size * size + offset;
	return [[start, start + size]];
}
function onlyMetadata(addresses) {
	if (sizeOf$3(addresses) > BigInt(SHOWN$8)) return void 0;
	const inside = metadataPoints().filter(({ point }) => intervalsContain(addresses, point));
	return sizeOf$3(addresses) === BigInt(inside.length) ? inside.map(({ address }) => address).join(", ") : void 0;
}
const sizeOf$3 = (addresses) => addresses.reduce((sum, [start, end]) => sum + (end - start), 0n);
/** The same addresses as at most {@link SHOWN} CIDR blocks, if so few do. */
function cidrsOf(addresses, family) {
	const offset = family === 4 ? 0n : IPV6_OFFSET;
	const bits = family === 4 ? 32 : 128;
	const blocks = [];
	for (const [first, end] of addresses) {
		let start = first - offset;
		const stop = end - offset;
		while (start < stop) {
			if (blocks.length === SHOWN$8) return void 0;
			let size = start === 0n ? 1n << BigInt(bits) : start & -start;
			while (size > stop - start) size >>= 1n;
			const prefix = bits - (size.toString(2).length - 1);
			const text = require_manifests.formatAddress(family, start);
			blocks.push(prefix === bits ? text : `${text}/${prefix}`);
			start += size;
		}
	}
	return blocks;
}

// src/reach/describe-pods.ts
const SHOWN$7 = 3;
/** Workloads that a report names of one end. */
const LISTED = 10;
const workloadId = ({ namespace, workload }) => `${namespace}/${workload.name}[${workload.kind}]`;
/** A condition on labels in words: `app=web`, `app not db`, `without tier`. Empty for "any". */
function describeLabels(box) {
	return [...box].map(([key, values]) => describeValues(key, values)).join(", ");
}
/** Pods that one of several conditions finds; empty where one of them finds every pod. */
function describeAnyOf(boxes) {
	const texts = [...new Set(boxes.map(describeLabels))];
	if (texts.includes("")) return "";
	const more = texts.length > SHOWN$7 ? " or others" : "";
	return texts.slice(0, SHOWN$7).join(" or ") + more;
}
function describeValues(key, { absent, negated, values }) {
	const all = [...values].toSorted();
	const list = all.slice(0, SHOWN$7).join(", ") + (all.length > SHOWN$7 ? ", …" : "");
	if (!negated) {
		if (all.length === 0) return `without ${key}`;
		const given = all.length === 1 ? `${key}=${list}` : `${key} in (${list})`;
		return absent ? `${given} or without ${key}` : given;
	}
	if (all.length === 0) return `with any ${key}`;
	return absent ? `${key} not ${list}` : `with a ${key} other than ${list}`;
}
/** Pods in words, with the workloads among them. */
function describePods(endpoints, words, declares = () => true) {
	const [first] = endpoints.toSorted((a, b) => a.labels.size - b.labels.size);
	if (first === void 0) return {
		text: "no pod",
		type: "pods",
		workloads: [],
		more: 0
	};
	const moved = movedAmong(first, words);
	if (moved !== void 0) return {
		text: `${words.label(moved.namespace)}/${moved.workload.name}`,
		type: "pods",
		namespace: moved.namespace,
		workloads: [workloadId(moved)],
		more: 0
	};
	const workloads = new Set(endpoints.flatMap((endpoint) => workloadsAmong(endpoint, words)).filter(({ workload }) => declares(workload)));
	const labels = describeAnyOf(endpoints.map((endpoint) => endpoint.labels));
	const where = describeNamespaces(endpoints.map(({ namespaces }) => namespaces), words);
	const [only] = workloads;
	return {
		text: (workloads.size === 1 && only !== void 0 && endpoints.every((endpoint) => isNarrow(endpoint.labels)) && where.single !== void 0 ? `${words.label(only.namespace)}/${only.workload.name}` : `${labels === "" ? "any pod" : `pods ${labels}`} in ${where.text}`) + ([
			ALL_ADDRESSES,
			ALL_IPV4,
			ALL_IPV6
		].some((all) => sameIntervals(all, first.addresses)) ? "" : ` with an address in ${describeAddresses(first.addresses)}`),
		type: "pods",
		...where.single === void 0 ? {} : { namespace: where.single },
		workloads: [...workloads].slice(0, LISTED).map(workloadId),
		more: Math.max(0, workloads.size - LISTED)
	};
}
/** Conditions that name the values they want: what they mean today is what they mean. */
const isNarrow = (labels) => labels.size > 0 && [...labels.values()].every(({ absent, negated }) => !absent && !negated);
function movedAmong({ namespaces }, words) {
	if (namespaces.type !== "known" || namespaces.names.size !== 1) return void 0;
	return words.workloadOf([...namespaces.names][0] ?? "");
}
function describeNamespaces(sets, words) {
	const names = [...new Set(sets.flatMap((set) => set.type === "known" ? [...set.names] : namesOf$1(set.labels)))].toSorted();
	const conditions = [...new Set(sets.flatMap((set) => set.type === "known" || namesOf$1(set.labels).length > 0 ? [] : [describeConditions(set.labels)]))];
	const listed = names.slice(0, SHOWN$7).map((name) => words.label(name)).join(", ") + (names.length > SHOWN$7 ? ` and ${names.length - SHOWN$7} more` : "");
	const [condition] = conditions;
	if (condition === void 0) {
		const [only] = names;
		return {
			text: listed,
			...only === void 0 || names.length > 1 ? {} : { single: only }
		};
	}
	if (condition === "") {
		const left = [...new Set(sets.flatMap(leftOut))].toSorted();
		if (left.length === 0) return { text: "any namespace" };
		if (left.length > SHOWN$7) return { text: "any other namespace" };
		return { text: `any namespace except ${left.map((name) => words.label(name)).join(", ")}` };
	}
	const now = names.length === 0 ? "" : ` (today: ${listed})`;
	return { text: `namespaces ${conditions.join(" or ")}${now}` };
}
/** Names that a set of all other namespaces leaves out. */
function leftOut(set) {
	const names = set.type === "unknown" ? set.labels.get(require_manifests.NAME_LABEL) : void 0;
	return names?.negated === true ? [...names.values] : [];
}
/** The names that a condition pins down, if it does. */
function namesOf$1(labels) {
	const names = labels.get(require_manifests.NAME_LABEL);
	return names === void 0 || names.negated || names.absent ? [] : [...names.values];
}
function describeConditions(labels) {
	return describeLabels(new Map([...labels].filter(([key]) => key !== require_manifests.NAME_LABEL)));
}
function workloadsAmong(endpoint, words) {
	const { namespaces } = endpoint;
	return (namespaces.type === "known" ? [...namespaces.names] : namesOf$1(namespaces.labels)).flatMap((name) => words.workloadsIn(name).filter(({ workload }) => !workload.hostNetwork && boxMatches(endpoint.labels, workload.labels)));
}

// src/reach/rule-likeness.ts
/** Which part of one revision's rule was which part of the other's. */
/** The rule that this one most likely was: most peers and ports in common, then the same position. */
function closestRule(rule, rules, index) {
	const score = (candidate) => candidate.peers.filter((peer) => rule.peers.some((own) => similarPeer(own, peer))).length * 2 + candidate.ports.filter((port) => rule.ports.some((own) => samePort(own, port))).length;
	let best;
	let most = 0;
	for (const candidate of rules) {
		const points = score(candidate);
		if (points > most) [best, most] = [candidate, points];
	}
	return best ?? rules[index];
}
/** The peer that this one most likely was: one that is gone, and shares a selector or the place in the list. */
function closestPeer(peer, own, other) {
	const gone = other.peers.filter((entry) => !hasPeer(own, entry));
	const came = own.peers.filter((entry) => !hasPeer(other, entry));
	const similar = gone.find((entry) => similarPeer(entry, peer));
	if (similar !== void 0) return similar;
	const [only] = gone;
	return gone.length === 1 && came.length === 1 && only?.type === peer.type ? only : void 0;
}
const hasPeer = ({ peers }, wanted) => peers.some((peer) => samePeer(peer, wanted));
/** Equal but for exceptions, which explain other flows than these. */
const sameRange = (a, b) => a.type === "ipBlock" && b.type === "ipBlock" ? a.cidr === b.cidr : samePeer(a, b);
const similarPeer = (a, b) => samePeer(a, b) || a.type === "ipBlock" && b.type === "ipBlock" && a.cidr === b.cidr || a.type === "selectors" && b.type === "selectors" && (shareSelector(a.namespaceSelector, b.namespaceSelector) || shareSelector(a.podSelector, b.podSelector));
const shareSelector = (a, b) => a !== void 0 && b !== void 0 && selectorKey(a) === selectorKey(b);
function samePeer(a, b) {
	if (a.type === "ipBlock") {
		if (b.type !== "ipBlock" || a.cidr !== b.cidr || a.except.length !== b.except.length) return false;
		const others = new Set(b.except.map(({ cidr }) => cidr));
		return a.except.every(({ cidr }) => others.has(cidr));
	}
	return b.type === "selectors" && sameSelector(a.podSelector, b.podSelector) && sameSelector(a.namespaceSelector, b.namespaceSelector);
}
const sameSelector = (a, b) => a === void 0 || b === void 0 ? a === b : selectorKey(a) === selectorKey(b);
const samePort = (a, b) => a.protocol === b.protocol && a.port === b.port && a.endPort === b.endPort;

// src/reach/explain-peer.ts
/** A peer of the base that is another one at head. */
function explainPeer(base, head) {
	const whole = {
		text: "peer changed",
		base: base.span,
		head: head.span
	};
	if (base.type === "ipBlock" || head.type === "ipBlock") return base.type === "ipBlock" && head.type === "ipBlock" ? {
		...whole,
		text: `cidr ${base.cidr} became ${head.cidr}`
	} : whole;
	const differ = ["namespaceSelector", "podSelector"].filter((key) => !sameSelector(base[key], head[key]));
	const [key] = differ;
	if (key === void 0 || differ.length > 1) return whole;
	const before = base[key];
	const after = head[key];
	if (before === void 0 && after !== void 0) return {
		...whole,
		text: `${key} ${selectorText(after)} added`,
		head: after.span
	};
	if (after === void 0 && before !== void 0) return {
		...whole,
		text: `${key} ${selectorText(before)} removed`,
		base: before.span
	};
	if (before === void 0 || after === void 0) return whole;
	return explainSelector(key, before, after);
}
/** A selector that asks for something else than before. */
function explainSelector(title, base, head) {
	return {
		text: `${title} ${selectorText(base)} became ${selectorText(head)}`,
		base: onlyIn(base, head)?.span ?? base.span,
		head: onlyIn(head, base)?.span ?? head.span
	};
}
function onlyIn(selector, other) {
	const key = ({ key: label, operator, values }) => JSON.stringify([
		label,
		operator,
		values.toSorted()
	]);
	const known = new Set(other.requirements.map(key));
	return selector.requirements.find((requirement) => !known.has(key(requirement)));
}
function selectorText(selector) {
	if (selector.requirements.length === 0) return "{}";
	const box = boxOfSelector(selector);
	return box === void 0 ? "(matches nothing)" : describeLabels(box) || "{}";
}

// src/reach/explain-rule.ts
/** The same policy at both revisions: which part of which rule differs. */
function explainRule(question) {
	const { allow, other, opening } = question;
	const { rule, peer } = allow;
	const came = opening ? "added" : "removed";
	const counterpart = closestRule(rule, other, allow.ruleIndex);
	if (counterpart === void 0) return {
		text: `rule ${came}`,
		here: rule.span,
		there: void 0
	};
	return explainSplitRule(question, counterpart) ?? (peer === void 0 ? explainNoPeers(question, counterpart) : explainExcept(peer, question, counterpart) ?? explainOtherPeer(peer, question, counterpart)) ?? explainPorts(question, counterpart) ?? {
		text: "the namespaces it selects changed",
		here: (peer ?? rule).span,
		there: counterpart.span
	};
}
/** A dash before `ports` makes two rules of one: its peers on every port, and everyone on its ports. */
function explainSplitRule({ allow, own, other, opening }, counterpart) {
	if (other.some(({ peers }) => peers.length === 0) || counterpart.peers.length === 0 || counterpart.ports.length === 0) return void 0;
	const withPeers = own.find(({ peers, ports }) => ports.length === 0 && peers.length > 0 && counterpart.peers.every((peer) => peers.some((entry) => samePeer(entry, peer))));
	const withPorts = own.find(({ peers, ports }) => peers.length === 0 && counterpart.ports.every((port) => ports.some((p) => samePort(p, port))));
	if (withPeers === void 0 || withPorts === void 0) return void 0;
	if (allow.rule !== withPeers && allow.rule !== withPorts) return void 0;
	const meant = allow.rule === withPorts ? "everyone" : "every port";
	const text = opening ? `the dash before \`ports\` makes it a rule of its own: ${meant} is meant` : `two rules became one: before, ${meant} was meant`;
	const [dash] = [withPeers, withPorts].toSorted((a, b) => b.span.startLine - a.span.startLine);
	return {
		text,
		here: dash?.span,
		there: counterpart.ports[0]?.span ?? counterpart.span
	};
}
function explainNoPeers({ allow: { rule }, opening }, counterpart) {
	const [first] = counterpart.peers;
	if (first === void 0) return void 0;
	return {
		text: opening ? "peers removed: everyone is meant" : "peers added: before, everyone was meant",
		here: rule.span,
		there: first.span
	};
}
/** An exception that the counterpart of the same range has and this one lacks. */
function explainExcept(peer, { opening, regions }, counterpart) {
	if (peer.type !== "ipBlock") return void 0;
	const lost = lostExceptions(peer, counterpart).find(({ cidr }) => regions.some(({ source, destination }) => [source, destination].some((end) => end.type === "address" && subtractAddresses(end.addresses, rangeOf(cidr)).length === 0)));
	if (lost === void 0) return void 0;
	const left = peer.except.find(({ cidr }) => cidr !== lost.cidr && subtractAddresses(rangeOf(cidr), rangeOf(lost.cidr)).length === 0);
	return {
		text: left === void 0 ? `except ${lost.cidr} ${opening ? "removed" : "added"}` : opening ? `except ${lost.cidr} became ${left.cidr}` : `except ${left.cidr} became ${lost.cidr}`,
		here: (left ?? peer).span,
		there: lost.span
	};
}
/** The exceptions that a rule of the other revision has for the range of this peer, and the peer lacks. */
function lostExceptions(peer, rule) {
	const kept = new Set(peer.except.map(({ cidr }) => cidr));
	return rule.peers.filter((other) => other.type === "ipBlock").filter(({ cidr }) => cidr === peer.cidr).flatMap(({ except }) => except).filter(({ cidr }) => !kept.has(cidr));
}
function explainOtherPeer(peer, { allow: { rule }, opening }, counterpart) {
	if (counterpart.peers.length === 0 || counterpart.peers.some((other) => sameRange(other, peer))) return void 0;
	const split = splitPeer(rule, counterpart);
	if (split !== void 0 && split.parts.some((part) => samePeer(part, peer))) {
		const [dash] = split.parts.toSorted((a, b) => b.span.startLine - a.span.startLine);
		return {
			text: opening ? "two list items are OR; before, one item was AND" : "one list item is AND; before, two items were OR",
			here: dash?.span,
			there: split.combined.span
		};
	}
	const before = closestPeer(peer, rule, counterpart);
	if (before === void 0) return {
		text: `peer ${opening ? "added" : "removed"}`,
		here: peer.span,
		there: counterpart.span
	};
	return opening ? partsOf(explainPeer(before, peer), opening) : partsOf(explainPeer(peer, before), opening);
}
const partsOf = ({ text, base, head }, opening) => ({
	text,
	here: opening ? head : base,
	there: opening ? base : head
});
/** The item with both selectors that became two items of this rule: AND turned into OR by one dash. */
function splitPeer(rule, counterpart) {
	for (const combined of counterpart.peers) {
		if (combined.type !== "selectors" || hasPeer(rule, combined)) continue;
		const { podSelector, namespaceSelector, span } = combined;
		if (podSelector === void 0 || namespaceSelector === void 0) continue;
		const wanted = [{
			type: "selectors",
			namespaceSelector,
			span
		}, {
			type: "selectors",
			podSelector,
			span
		}];
		const parts = wanted.flatMap((part) => rule.peers.find((peer) => samePeer(peer, part)) ?? []);
		if (parts.length === wanted.length) return {
			combined,
			parts
		};
	}
}
function explainPorts({ allow: { rule }, opening }, counterpart) {
	if (counterpart.ports.length === 0) return void 0;
	const [first = counterpart] = counterpart.ports;
	if (rule.ports.length === 0) return {
		text: opening ? "ports removed: every port is meant" : "ports added: before, every port was meant",
		here: rule.span,
		there: first.span
	};
	const came = rule.ports.filter((port) => !counterpart.ports.some((p) => samePort(p, port)));
	const gone = counterpart.ports.filter((port) => !rule.ports.some((p) => samePort(p, port)));
	const [port] = came;
	const [before] = gone;
	if (port === void 0) return void 0;
	if (before === void 0 || came.length > 1 || gone.length > 1) return {
		text: `${came.map((entry) => portText(entry)).slice(0, SHOWN$6).join(", ")} ${opening ? "added" : "removed"}`,
		here: port.span,
		there: (before ?? first).span
	};
	const [old, now] = opening ? [before, port] : [port, before];
	const differs = old.protocol !== now.protocol;
	return {
		text: `${portText(old, differs)} became ${portText(now, differs)}`,
		here: port.span,
		there: before.span
	};
}
const SHOWN$6 = 4;
/** TCP goes without saying, unless the protocol is the point. */
function portText({ protocol, port, endPort }, isPoint = protocol !== "TCP") {
	if (port === void 0) return `${protocol} (any port)`;
	const number = endPort === void 0 ? `${port}` : `${port}-${endPort}`;
	return isPoint ? `port ${protocol} ${number}` : `port ${number}`;
}

// src/reach/removed-policy.ts
/** What became of a policy that is not there any more: gone, or in no namespace. */
const removedText = (policies, { namespace, name }) => namespace !== "" && policies.find("", name) !== void 0 ? "lost its namespace" : "removed";
const isRejected = ({ rejected }, { namespace, name }) => rejected?.has(require_manifests.policyKey(namespace, name)) === true;
const rejectedText = (name) => `the API server rejects ${name}: it is not applied, or stays as it was`;

// src/reach/explain-isolation.ts
/** Why these pods are isolated in one revision and not in the other. */
function explainIsolation(question) {
	const { isolation, direction, opening, without, isolating } = question;
	const { ref, subjectSpan } = isolation.policy;
	const left = without.policies.find(ref.namespace, ref.name);
	const effect = opening ? "it no longer isolates these pods" : "it now isolates these pods";
	if (left === void 0) return {
		text: isRejected(without.world, ref) ? rejectedText(ref.name) : `policy ${ref.name} ${opening ? removedText(without.policies, ref) : "added"}: ${effect}`,
		here: void 0,
		there: ref.span
	};
	const policy = isolating.find(ref.namespace, ref.name);
	if (!left.policyTypes.includes(direction)) {
		const title = direction === "ingress" ? "Ingress" : "Egress";
		return {
			text: `policyTypes of ${ref.name} ${opening ? "lost" : "gained"} ${title}: ${effect}`,
			here: left.policyTypesSpan,
			there: policy?.policyTypesSpan ?? ref.span
		};
	}
	if (policy === void 0 || sameSelector(policy.podSelector, left.podSelector)) return {
		text: `podSelector of ${ref.name} changed: ${effect}`,
		here: left.podSelector.span,
		there: subjectSpan
	};
	const [base, head] = opening ? [policy, left] : [left, policy];
	const change = explainSelector(`podSelector of ${ref.name}`, base.podSelector, head.podSelector);
	return partsOf({
		...change,
		text: `${change.text}: ${effect}`
	}, opening);
}

// src/reach/blame.ts
/**
* The decision behind a change. What opens is written at head and was not at base; what closes is the
* reverse, so the same search runs with the revisions swapped.
*/
function explainChange(change, revisions, regions = change.regions) {
	const { workload: moved, direction: side } = change;
	if (moved !== void 0) return {
		blame: {
			side,
			base: placeOfMove(moved, "base"),
			head: placeOfMove(moved, "head")
		},
		text: moveText(moved)
	};
	const opening = change.change !== "closed";
	const { text, here, there } = partsOfChange(change, revisions, regions);
	const [base, head] = opening ? [there, here] : [here, there];
	return {
		blame: {
			side,
			...base === void 0 ? {} : { base },
			...head === void 0 ? {} : { head }
		},
		text
	};
}
function partsOfChange(change, revisions, regions) {
	const { cause, direction } = change;
	const opening = change.change !== "closed";
	const [to, from] = opening ? ["head", "base"] : ["base", "head"];
	if (cause.type === "rule") return partsOfRule(change, revisions, {
		to,
		from,
		regions
	});
	const isolation = isolationOf(cause.isolation, change, regions);
	if (isolation === void 0) return {
		text: "isolation changed",
		here: void 0,
		there: void 0
	};
	return explainIsolation({
		isolation,
		direction,
		opening,
		without: {
			world: revisions[to],
			policies: revisions.policies[to]
		},
		isolating: revisions.policies[from]
	});
}
/** The broadest policy that isolates these very pods. */
function isolationOf(isolation, { direction }, regions) {
	const [shown] = regions.map((region) => subjectOf(region, direction));
	if (shown?.type !== "pod") return isolation[0];
	let best;
	for (const entry of isolation) if (!boxesAreDisjoint(entry.labels, shown.labels) && (best === void 0 || entry.labels.size < best.labels.size)) best = entry;
	return best;
}
function partsOfRule({ change, cause, direction }, revisions, { to, from, regions }) {
	if (cause.type !== "rule") return {
		text: "",
		here: void 0,
		there: void 0
	};
	const { allow } = cause;
	const { name, namespace } = allow.policy;
	const opening = change !== "closed";
	const here = (allow.peer ?? allow.rule).span;
	const other = revisions.policies[from].find(namespace, name);
	if (other === void 0) return {
		text: isRejected(revisions[from], allow.policy) ? rejectedText(name) : `policy ${name} ${opening ? "added" : removedText(revisions.policies[from], allow.policy)}`,
		here,
		there: opening ? revisions.policies.base.broadest(namespace)?.span : void 0
	};
	const own = revisions.policies[to].find(namespace, name);
	if (own !== void 0 && !sameSelector(own.podSelector, other.podSelector)) {
		const [base, head] = opening ? [other, own] : [own, other];
		const title = `podSelector of ${name}`;
		return partsOf(explainSelector(title, base.podSelector, head.podSelector), opening);
	}
	if (!other.policyTypes.includes(direction)) return {
		text: `policyTypes of ${name} ${opening ? "gained" : "lost"} ${direction === "ingress" ? "Ingress" : "Egress"}`,
		here: own?.policyTypesSpan ?? here,
		there: other.policyTypesSpan
	};
	return relabelled(regions.map((region) => peerOf(region, direction)), revisions[to], revisions[from]) ?? explainRule({
		allow,
		own: own?.[direction] ?? [],
		other: other[direction],
		opening,
		regions
	});
}
/** The rule is the same; a namespace that it selects got or lost the labels it asks for. */
function relabelled(peers, to, from) {
	for (const peer of peers) {
		if (peer.type !== "pod" || peer.namespaces.type !== "known") continue;
		for (const name of peer.namespaces.names) {
			const now = to.namespaces.get(name);
			const before = from.namespaces.get(name);
			if (now === void 0 || before === void 0 || now === before) continue;
			if (JSON.stringify(now.labels) === JSON.stringify(before.labels)) continue;
			return {
				text: `labels of namespace ${name} changed`,
				here: now.span,
				there: before.span
			};
		}
	}
}
/** Where a workload got what moved it: its labels, or its hostNetwork. */
function placeOfMove(moved, side) {
	const workload = moved[side];
	return moved.base.hostNetwork === moved.head.hostNetwork ? workload.labelsSpan : workload.hostNetworkSpan ?? workload.labelsSpan;
}
/** What about a workload changed. */
function traitOfMove({ base, head }) {
	if (base.hostNetwork !== head.hostNetwork) return "hostNetwork";
	return JSON.stringify(base.labels) === JSON.stringify(head.labels) ? "named ports" : "pod labels";
}
function moveText(moved) {
	const former = formerName(moved);
	const was = former === void 0 ? "" : ` (was ${former})`;
	return `${traitOfMove(moved)} of ${moved.head.kind} ${moved.head.name}${was} changed`;
}
/** What a workload was called before; undefined where it kept kind and name. */
const formerName = ({ base, head }) => base.kind === head.kind && base.name === head.name ? void 0 : `${base.kind} ${base.name}`;
/** The ranges that a rule's address peer excepts in one revision only: their flows are a row of their own. */
function exceptionsBehind(change, { policies }) {
	if (change.cause.type !== "rule") return [];
	const { peer, policy } = change.cause.allow;
	if (peer?.type !== "ipBlock") return [];
	return ((change.change === "closed" ? policies.head : policies.base).find(policy.namespace, policy.name)?.[change.direction] ?? []).flatMap((rule) => lostExceptions(peer, rule)).map(({ cidr }) => rangeOf(cidr));
}
/** The policies that still block a masked flow. */
const placesOf = (isolation) => {
	return [...new Map(isolation.map(({ policy: { ref } }) => [`${ref.namespace}/${ref.name}/${ref.span.path}/${ref.span.startLine}`, {
		namespace: ref.namespace,
		name: ref.name,
		span: ref.span
	}])).values()];
};

// src/reach/describe-ports.ts
/** Ports in words: `any port`, `TCP 80, 443`, `TCP 8000-8080; UDP any port`, `TCP port "http"`. */
function describePorts(ports, names) {
	const declared = [...names].filter(([, yes]) => yes).map(([key]) => key.split("/"));
	if (declared.length > 0) return declared.map(([protocol, name]) => `${protocol} port "${name}"`).join(", ");
	const except = [...names].map(([key]) => `"${key.split("/")[1] ?? ""}"`);
	const suffix = except.length === 0 ? "" : ` (unless named ${except.join(", ")})`;
	if (isAllPorts(ports)) return `any port${suffix}`;
	return require_base.PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => isAllOf(ports, protocol) ? `${protocol} any port` : `${protocol} ${ranges(ports[protocol])}`).join("; ") + suffix;
}
/**
* Ports of a change. Where it cuts a hole into a range that somebody wrote, the range is said, and what of it
* was allowed already (for a change that closes: what still is).
*/
function describeChangedPorts(changed, written, closes) {
	const rest = subtractPorts(written, changed);
	const whole = unitePorts(written, changed);
	if (!require_base.PROTOCOLS.some((protocol) => touch(changed[protocol], rest[protocol]))) return describePorts(changed, NO_NAMES);
	const word = closes ? "still open" : "before";
	return `${describePorts(whole, NO_NAMES)} (${word}: ${describePorts(rest, NO_NAMES)})`;
}
/** A range of one set ends where the other begins. */
const touch = (changed, rest) => changed.some(([start, end]) => end - start > 1 && rest.some(([first, last]) => last === start || first === end));
const SHOWN$5 = 6;
function ranges(intervals) {
	const words = intervals.slice(0, SHOWN$5).map(([start, end]) => end - start === 1 ? `${start}` : `${start}-${end - 1}`);
	const more = intervals.length - words.length;
	return words.join(", ") + (more > 0 ? ` and ${more} more ranges` : "");
}

// src/reach/row-groups.ts
/**
* The regions of one cause as the groups that a reader sees as rows. Address ranges that a cause treats apart
* (an exception that went) stay apart.
*/
function groupForRows(regions, apart) {
	let parts = [regions];
	for (const range of apart.length > MANY_RANGES ? [] : apart) parts = parts.flatMap((part) => [part.flatMap((region) => within(region, range)), part.flatMap((region) => outside(region, range))]).filter((part) => part.length > 0);
	return parts.flatMap((part) => groupRegions(mergeRegions(part)));
}
/** So many exceptions that went are one change to a reader. */
const MANY_RANGES = 20;
const ENDS = ["source", "destination"];
/** The part of a region whose address end lies in the range. */
function within(region, range) {
	const end = ENDS.find((side) => region[side].type === "address");
	if (end === void 0) return [];
	const addresses = intersectIntervals(region[end].addresses, range);
	return addresses.length === 0 ? [] : [{
		...region,
		[end]: {
			type: "address",
			addresses
		}
	}];
}
function outside(region, range) {
	const end = ENDS.find((side) => region[side].type === "address");
	if (end === void 0) return [region];
	const addresses = subtractAddresses(region[end].addresses, range);
	return addresses.length === 0 ? [] : [{
		...region,
		[end]: {
			type: "address",
			addresses
		}
	}];
}
/** Regions that differ only in how their pods are known belong in one row. */
function groupRegions(regions) {
	const groups = /* @__PURE__ */ new Map();
	for (const region of regions) {
		const key = [
			endKey(region.source),
			endKey(region.destination),
			describePorts(region.ports, region.names)
		].join("\n");
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [region]);
		else group.push(region);
	}
	return joinEveryone([...groups.values()]);
}
/** Every address, and every pod, of the same flow are one row: anyone. */
function joinEveryone(groups) {
	const joined = [];
	const taken = /* @__PURE__ */ new Set();
	for (const group of groups) {
		if (taken.has(group)) continue;
		const partner = groups.find((other) => other !== group && !taken.has(other) && areEveryone(group, other));
		if (partner !== void 0) taken.add(partner);
		joined.push(partner === void 0 ? group : [...group, ...partner]);
	}
	return joined;
}
function areEveryone(a, b) {
	const [x] = a;
	const [y] = b;
	if (x === void 0 || y === void 0 || portsKey(a) !== portsKey(b)) return false;
	const both = (end) => [a, b].some((group) => group.some((region) => isEveryAddress(region[end]))) && [a, b].some((group) => group.some((region) => isEveryPod(region[end])));
	return both("source") && endKey(x.destination) === endKey(y.destination) || both("destination") && endKey(x.source) === endKey(y.source);
}
const portsKey = (regions) => [...new Set(regions.map(({ ports, names }) => describePorts(ports, names)))].join();
const isEveryAddress = (end) => end.type === "address" && isAllAddresses(end.addresses);
/** Pods without a condition on labels, in namespaces of which at most some names are left out. */
const isEveryPod = (end) => end.type === "pod" && end.labels.size === 0 && isAllAddresses(end.addresses) && end.namespaces.type === "unknown" && [...end.namespaces.labels].every(([key, { negated }]) => key === "kubernetes.io/metadata.name" && negated);
/** Pods that an address range happens to hold are the same line of print as the range. */
function endKey(end) {
	const addresses = describeAddresses(end.addresses);
	return end.type === "address" || end.labels.size === 0 && addresses !== "any address" ? `addresses ${addresses}` : `pods ${describeLabels(end.labels)} ${addresses}`;
}

// src/reach/risk.ts
/** Not the internet: the IANA special-purpose registry (RFC 6890), multicast and reserved space. */
const SPECIAL_IPV4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/4",
	"240.0.0.0/4"
];
const range = (cidr) => {
	const parsed = require_manifests.parseCidr(cidr);
	return parsed === void 0 ? [] : addressRange(parsed.family, parsed.first, parsed.last);
};
/** Addresses that belong to hosts on the public IPv4 internet. */
const publicIpv4 = require_base.lazily(() => SPECIAL_IPV4.reduce((rest, cidr) => subtractAddresses(rest, range(cidr)), ALL_IPV4));
/** Global unicast, the only part of IPv6 that the internet routes (RFC 4291, IANA IPv6 registry). */
const publicIpv6 = require_base.lazily(() => range("2000::/3"));
const internet = require_base.lazily(() => [...publicIpv4(), ...publicIpv6()]);
/** Ports behind which data or a control plane lies. */
const SENSITIVE = [
	22,
	1433,
	1521,
	2379,
	2380,
	3306,
	3389,
	5432,
	5672,
	5984,
	6379,
	6443,
	7e3,
	8500,
	9042,
	9092,
	9200,
	9300,
	10250,
	11211,
	26257,
	27017
];
/** Databases, queues, caches, remote shells and cluster control, over TCP. */
const sensitivePorts = require_base.lazily(() => ({
	...NO_PORTS,
	TCP: normalizeIntervals(SENSITIVE.map((port) => [port, port + 1]))
}));
const meets = (endpoint, addresses) => endpoint.type === "address" && intersectAddresses(endpoint.addresses, addresses).length > 0;
const reachesMetadata = ({ destination, ports }) => meets(destination, metadataAddresses()) && !isNoPorts(intersectPorts(ports, METADATA_PORTS));
/** Where a region stands in the order in which a reader wants to see it. */
function riskOf(region) {
	if (reachesMetadata(region)) return "metadata";
	const { source, destination, ports } = region;
	if (meets(source, internet())) return "from-internet";
	if (meets(destination, internet())) return "to-internet";
	if (source.type === "address" || destination.type === "address") return "across-namespaces";
	if (inOneNamespace(source, destination)) return "same-namespace";
	return isNoPorts(intersectPorts(ports, sensitivePorts())) ? "across-namespaces" : "sensitive-port";
}
function inOneNamespace(source, destination) {
	const a = singleNamespace(source);
	return a !== void 0 && a === singleNamespace(destination);
}
function singleNamespace(endpoint) {
	if (endpoint.type === "address") return void 0;
	const { namespaces } = endpoint;
	const name = namespaces.type === "known" ? namespaces.names : namespaces.labels.get(require_manifests.NAME_LABEL);
	if (name === void 0) return void 0;
	if ("size" in name) return name.size === 1 ? [...name][0] : void 0;
	return !name.negated && !name.absent && name.values.size === 1 ? [...name.values][0] : void 0;
}
const ORDER = [
	"metadata",
	"from-internet",
	"to-internet",
	"sensitive-port",
	"across-namespaces",
	"same-namespace"
];
/** Lower is worse. Any port weighs more than some port of the same risk. */
const weightOf = (risk, ports) => ORDER.indexOf(risk) * 2 + (isAllPorts(ports) ? 0 : 1);
const worstRisk = (risks) => ORDER.find((risk) => risks.includes(risk)) ?? "same-namespace";

// src/reach/sample.ts
/** Ports that a person can probe at once, in the order in which they make the better example. */
const PREFERRED_PORTS = {
	TCP: [
		80,
		443,
		8080,
		5432,
		3306,
		6379,
		22
	],
	UDP: [53],
	SCTP: []
};
/** Documentation and public addresses before arbitrary ones (RFC 5737, RFC 3849). */
const PREFERRED_ADDRESSES = [
	3405803777n,
	134744072n,
	IPV6_OFFSET + 42540766411282592856903984951653826561n,
	IPV6_OFFSET + 42541956123769884636017138956568135816n
];
/**
* The smallest flow of the region that shows it: an existing workload before a pod that could exist, one
* port before a range, a known address before an arbitrary one.
*/
function sampleRegion(region, words) {
	const credentials = reachesMetadata(region);
	const mover = region.source.type === "pod" ? movedAmong(region.source, words) : void 0;
	const first = sampleEnd(region.destination, words, {
		preferMetadata: credentials,
		...mover === void 0 ? {} : { not: mover }
	});
	const aligned = alignFamilies({
		...region,
		destination: onlyAddress(region.destination, first)
	});
	if (aligned === void 0) return void 0;
	const source = sampleEnd(aligned.source, words, first.workload && { not: first.workload });
	const destination = first;
	const declared = destination.workload?.workload.ports ?? [];
	const name = [...region.names].find(([, yes]) => yes)?.[0].split("/")[1];
	const { protocol, port } = samplePort(credentials ? {
		...region,
		ports: intersectPorts(region.ports, METADATA_PORTS)
	} : region, declared.map(({ port: number }) => number));
	const ports = [...region.names].filter(([, yes]) => yes).map(([key]) => key.split("/")[1] ?? "").map((portName) => ({
		name: portName,
		port,
		protocol
	}));
	return {
		witness: {
			source: source.text,
			destination: destination.text,
			protocol,
			port: name ?? port,
			ends: {
				source: source.end,
				destination: destination.end
			}
		},
		source: source.point,
		destination: destination.point.type === "pod" ? {
			...destination.point,
			ports
		} : destination.point,
		protocol,
		port
	};
}
const onlyAddress = (endpoint, { point }) => point.address === void 0 ? endpoint : {
	...endpoint,
	addresses: [[point.address, point.address + 1n]]
};
function sampleEnd(endpoint, words, { preferMetadata = false, not } = {}) {
	const address = sampleAddress(endpoint.addresses, preferMetadata);
	if (endpoint.type === "address") {
		const value = address < IPV6_OFFSET ? address : address - IPV6_OFFSET;
		const text = require_manifests.formatAddress(familyOfPoint(address), value);
		return {
			text,
			end: {
				type: "address",
				address: text
			},
			point: {
				type: "address",
				address
			}
		};
	}
	const moved = movedAmong(endpoint, words);
	const { namespace, namespaceLabels } = moved === void 0 ? sampleNamespace(endpoint) : {
		namespace: moved.namespace,
		namespaceLabels: { [require_manifests.NAME_LABEL]: moved.namespace }
	};
	const workload = moved ?? words.workloadsIn(namespace).find((placed) => !placed.workload.hostNetwork && (not === void 0 || workloadId(placed) !== workloadId(not)) && boxMatches(endpoint.labels, placed.workload.labels));
	const labels = workload?.workload.labels ?? sampleLabels(endpoint.labels);
	const point = {
		type: "pod",
		namespace,
		namespaceLabels,
		labels,
		address,
		ports: []
	};
	const end = {
		type: "pod",
		...namespace !== "" && (moved !== void 0 || isNamed$2(endpoint)) ? { namespace } : {},
		labels: Object.entries(labels).map(([name, value]) => ({
			name,
			value
		})),
		...workload === void 0 ? {} : { kind: workload.workload.kind }
	};
	if (workload !== void 0) return {
		text: `${words.label(namespace)}/${workload.workload.name}`,
		end,
		point,
		workload
	};
	const stated = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
	return {
		text: `${stated.length === 0 ? "a pod without labels" : `a pod with ${stated.join(", ")}`} in ${describeSampleNamespace(endpoint, namespace, words)}`,
		end,
		point
	};
}
/** Whether the manifests name the namespace; any other name is only an example. */
function isNamed$2({ namespaces }) {
	if (namespaces.type === "known") return true;
	const names = namespaces.labels.get(require_manifests.NAME_LABEL);
	return names !== void 0 && !names.negated;
}
function sampleAddress(addresses, preferMetadata) {
	const preferred = (preferMetadata ? [...metadataPoints().map(({ point }) => point), ...PREFERRED_ADDRESSES] : PREFERRED_ADDRESSES).find((point) => intervalsContain(addresses, point));
	if (preferred !== void 0) return preferred;
	const [first, end] = addresses[0] ?? [0n, 1n];
	return first + 1n < end ? first + 1n : first;
}
function sampleNamespace({ namespaces }) {
	if (namespaces.type === "known") {
		const namespace = [...namespaces.names].toSorted()[0] ?? "";
		return {
			namespace,
			namespaceLabels: { [require_manifests.NAME_LABEL]: namespace }
		};
	}
	const labels = sampleLabels(namespaces.labels);
	const condition = namespaces.labels.get(require_manifests.NAME_LABEL);
	const namespace = labels["kubernetes.io/metadata.name"] ?? ["another-namespace", "a-namespace-outside"].find((name) => condition === void 0 || hasValue(condition, name)) ?? "another-namespace";
	return {
		namespace,
		namespaceLabels: {
			...labels,
			[require_manifests.NAME_LABEL]: namespace
		}
	};
}
function describeSampleNamespace({ namespaces }, name, words) {
	if (namespaces.type === "known") return words.label(name);
	const others = new Map([...namespaces.labels].filter(([key]) => key !== require_manifests.NAME_LABEL));
	const pinned = namespaces.labels.get(require_manifests.NAME_LABEL);
	if (pinned !== void 0 && !pinned.negated) return words.label(name);
	const conditions = describeLabels(others);
	return conditions === "" ? "any other namespace" : `a namespace ${conditions}`;
}
/** The fewest labels that satisfy the box; a value nobody mentions where any other will do. */
function sampleLabels(box) {
	const labels = {};
	for (const [key, values] of box) {
		if (values.absent) continue;
		labels[key] = values.negated ? [
			"other",
			"another",
			"x"
		].find((value) => !values.values.has(value)) ?? unusedValue(values.values) : [...values.values].toSorted()[0] ?? "";
	}
	return labels;
}
function unusedValue(used) {
	for (let number = 0;; number++) if (!used.has(`other-${number}`)) return `other-${number}`;
}
function samplePort(region, declared) {
	for (const protocol of require_base.PROTOCOLS) {
		const intervals = region.ports[protocol];
		const [first] = intervals;
		if (first === void 0) continue;
		return {
			protocol,
			port: [...declared, ...PREFERRED_PORTS[protocol]].find((number) => intervalsContain(intervals, number)) ?? first[0]
		};
	}
	return {
		protocol: "TCP",
		port: 1
	};
}

// src/reach/rows.ts
/** Past this many regions of one cause the row names the cause instead of listing parts. */
const MAX_MERGED = 300;
const MAX_ROWS_PER_CAUSE = 6;
/** What a reader sees: rows per cause, worst first. */
function rowsOf(changes, context) {
	const order = {
		opened: 0,
		masked: 1,
		closed: 2
	};
	const opened = new Set(changes.filter(({ change }) => change === "opened").map(({ cause }) => cause));
	const rows = joinRanges(withoutEchoes(changes).filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change)).flatMap((change) => draftsOf(change, context))).map((draft) => rowOf(draft, context));
	const distinct = new Map(rows.toReversed().map((entry) => [wordsOf(entry.row), entry]));
	return rows.filter((entry) => distinct.get(wordsOf(entry.row)) === entry).toSorted((a, b) => order[a.row.change] - order[b.row.change] || a.weight - b.weight).map(({ row }) => row);
}
const wordsOf = ({ change, source, destination, ports, cause }) => JSON.stringify([
	change,
	source.text,
	destination.text,
	ports,
	cause
]);
/** A moved workload's flow that a changed rule explains is shown with the rule. */
function withoutEchoes(changes) {
	const explained = new Set(changes.flatMap(({ workload, cause, change }) => workload === void 0 && cause.type === "rule" ? [`${change} ${placeOfRule(cause)}`] : []));
	return changes.filter(({ workload, cause, change }) => workload === void 0 || cause.type !== "rule" || !explained.has(`${change} ${placeOfRule(cause)}`));
}
const placeOfRule = ({ allow }) => {
	const { path, startLine, startColumn } = (allow.peer ?? allow.rule).span;
	return `${path} ${startLine} ${startColumn}`;
};
/**
* Where a rule opens something, what it would open besides is worth a row only if the namespaces that still
* block are surely meant; of an undeclared one nobody knows its labels.
*/
const isKnown = ({ regions, direction, cause }) => (cause.type === "isolation" || cause.allow.peer?.type !== "ipBlock") && regions.some((region) => {
	const peer = peerOf(region, direction);
	return peer.type === "pod" && (peer.namespaces.type === "known" || isNamed$1(peer.namespaces.labels));
});
/** Named outright by the rule, not found through other labels. */
const isNamed$1 = (labels) => [...labels.keys()].every((key) => key === require_manifests.NAME_LABEL);
function draftsOf(change, context) {
	const whole = change.cause.type === "isolation" || change.cause.allow.peer === void 0 || change.regions.length > MAX_MERGED;
	const all = withoutPodEchoes(change);
	const groups = whole ? [all] : groupForRows(all, exceptionsBehind(change, context));
	return (groups.length > MAX_ROWS_PER_CAUSE ? [all] : groups).map((regions) => ({
		change,
		regions,
		...explainChange(change, context, regions)
	}));
}
/**
* Address ranges of one rule that changed for the same reason are one row: nobody thinks of the internet as
* `0.0.0.0/1` and `128.0.0.0/1`.
*/
function joinRanges(drafts) {
	const rules = /* @__PURE__ */ new Map();
	const groups = /* @__PURE__ */ new Map();
	for (const draft of drafts) {
		const { change, regions, text } = draft;
		const { cause, direction, workload } = change;
		const key = cause.type === "rule" && cause.allow.peer?.type === "ipBlock" ? JSON.stringify([
			change.change,
			direction,
			workload?.token,
			ruleNumber(cause.allow.rule, rules),
			text,
			rangelessKey(regions, direction)
		]) : `alone ${groups.size}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [draft]);
		else group.push(draft);
	}
	return [...groups.values()].flatMap((group) => {
		const [first, ...others] = group;
		if (first === void 0 || others.length === 0) return group;
		const peers = group.flatMap(({ change, regions }) => regions.map((region) => peerOf(region, change.direction)));
		const joined = normalizeIntervals(peers.flatMap(({ addresses }) => addresses));
		if (group.length > MAX_JOINED || !isSayable(joined)) return group;
		const regions = mergeRegions(group.flatMap((draft) => draft.regions));
		return [{
			...first,
			regions
		}];
	});
}
/** More pieces than this are a list to a reader, whatever they add up to. */
const MAX_JOINED = 50;
function ruleNumber(rule, rules) {
	const number = rules.get(rule) ?? rules.size;
	rules.set(rule, number);
	return number;
}
/** Regions apart from the addresses of their peer. */
const rangelessKey = (regions, direction) => [...new Set(regions.map((region) => {
	const subject = subjectOf(region, direction);
	return `${subject.type === "pod" ? describeLabels(subject.labels) : ""} ${describePorts(region.ports, region.names)}`;
}))].toSorted().join();
function rowOf({ change, regions, blame, text }, context) {
	const words = change.change === "closed" ? context.words.base : context.words.head;
	const risk = worstRisk(regions.map(riskOf));
	const shown = worstRegion(regions);
	const source = describeEnds(regions, "source", words);
	const destination = describeEnds(regions, "destination", words);
	const sample = sampleRegion(shown, words);
	return {
		row: {
			change: change.change,
			namespace: change.workload?.namespace ?? change.namespace,
			source,
			destination,
			ports: portsOf$3(regions, change),
			existing: [source, destination].every(({ type, workloads }) => type !== "pods" || workloads.length > 0),
			risk,
			...sample === void 0 ? {} : { witness: sample.witness },
			blame,
			cause: text,
			blockedBy: placesOf(change.blockedBy).slice(0, MAX_BLOCKING)
		},
		weight: weightOf(risk, shown.ports)
	};
}
/** Each of them blocks; to name all of thousands in each of thousands of rows helps nobody. */
const MAX_BLOCKING = 10;
/** Pods that an address range also means are no news beside the range itself; an assumption says so. */
function withoutPodEchoes({ cause, regions, direction }) {
	if (cause.type !== "rule" || cause.allow.peer?.type !== "ipBlock") return regions;
	const outside = regions.filter((region) => peerOf(region, direction).type === "address");
	return outside.length === 0 ? regions : outside;
}
function worstRegion(regions) {
	const weigh = (region) => weightOf(riskOf(region), region.ports);
	const [first, ...rest] = regions;
	if (first === void 0) throw new Error("a change without flows");
	return rest.reduce((worst, region) => weigh(region) < weigh(worst) ? region : worst, first);
}
function portsOf$3(regions, change) {
	const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
	if (regions.some(({ names }) => names.size > 0)) return [...texts].join(" or ");
	const ports = regions.map((region) => region.ports).reduce(unitePorts);
	return describeChangedPorts(ports, portsOfCause(change.cause), change.change === "closed");
}
/** All that the cause speaks of, some of which may have been allowed before. */
function portsOfCause(cause) {
	if (cause.type === "isolation" || cause.allow.rule.ports.length === 0) return ALL_PORTS;
	return numberedPorts(cause.allow.rule.ports);
}
/** Regions of one cause mostly share their ends; each is described once. */
function distinctPods(ends) {
	const distinct = /* @__PURE__ */ new Map();
	for (const end of ends) {
		const { namespaces } = end;
		const where = namespaces.type === "known" ? [...namespaces.names].join() : `? ${describeLabels(namespaces.labels)}`;
		distinct.set(`${where} / ${describeLabels(end.labels)} / ${end.addresses.join()}`, end);
	}
	return [...distinct.values()];
}
/** A region of pods found by their address alone. */
const isEcho = ({ source, destination }) => [source, destination].some((end) => !isAllAddresses(end.addresses));
function describeEnds(regions, end, words) {
	const ends = regions.map((region) => region[end]);
	const outside = ends.filter((endpoint) => endpoint.type === "address");
	const addresses = normalizeIntervals(outside.flatMap((endpoint) => endpoint.addresses));
	const pods = distinctPods(ends.filter((endpoint) => endpoint.type === "pod"));
	if (outside.length === 0) return describePods(pods, words, (workload) => end === "source" ? true : regions.some((region) => resolvePortNames(region, workload) !== void 0));
	const text = describeAddresses(addresses);
	const nothing = {
		workloads: [],
		more: 0
	};
	if (isAllAddresses(addresses) && pods.some(isEveryPod)) return {
		text: "anyone (any pod, any address)",
		type: "anyone",
		...nothing
	};
	if (pods.length === 0 || regions.every(isEcho)) return {
		text,
		type: "addresses",
		...nothing
	};
	const described = describePods(pods, words);
	const { workloads, more } = described;
	return {
		text: `${text}, and ${described.text}`,
		type: "anyone",
		workloads,
		more
	};
}

// src/check/coverage.ts
function coverageOf(side) {
	if (side.isolation.length === 0) return "none";
	return side.free().length === 0 ? "all" : "some";
}

// src/reach/cells.ts
/** Splits pods by which of the subjects select them. */
function splitCells(start, subjects) {
	let cells = start.map((labels) => ({
		labels,
		members: /* @__PURE__ */ new Set()
	}));
	for (const [index, subject] of subjects.entries()) {
		cells = cells.flatMap((cell) => {
			const inside = intersectBoxes(cell.labels, subject);
			if (inside === void 0) return [cell];
			return [{
				labels: inside,
				members: /* @__PURE__ */ new Set([...cell.members, index])
			}, ...subtractBoxes(cell.labels, subject).map((labels) => ({
				...cell,
				labels
			}))];
		});
		if (cells.length > 2e4) throw new TooComplex("too many cells");
	}
	return cells;
}

// src/reach/practically-all.ts
const WIDE_PEERS = [
	"pods",
	"ipv4",
	"ipv6"
];
const PORT_COUNT = 65535;
/** RFC 6335: 1 to 1023 are the system ports. */
const SYSTEM_PORTS = [[1, 1024]];
const countPorts = (ports) => ports.reduce((sum, [start, end]) => sum + end - start, 0);
/** Half of all ports, or half of the system ports: no application listens on that many. */
const isMostPorts = (ports) => countPorts(ports) * 2 >= PORT_COUNT || countPorts(intersectIntervals(ports, SYSTEM_PORTS)) * 2 >= countPorts(SYSTEM_PORTS);
/** No manifest can hold this value, so no selector names it. */
const UNNAMED = "\0";
/** Labels that nearly every pod has: `Exists` on them asks for nothing. */
const COMMON_LABELS = [
	"app",
	"app.kubernetes.io/name",
	"k8s-app",
	"pod-template-hash"
];
const pod = (labels) => ({
	type: "pod",
	namespace: UNNAMED,
	namespaceLabels: { [require_manifests.NAME_LABEL]: UNNAMED },
	labels,
	address: 0n
});
/**
* Pods that no selector names, in a namespace that no selector names and that opted into nothing. Whoever
* admits one of them admits all pods of all namespaces but those that are named as exceptions: `{}`, `NotIn`,
* `DoesNotExist`, `Exists` on a label that all have, and every way to split those into pieces.
*/
const STRANGERS = [pod({}), pod(Object.fromEntries(COMMON_LABELS.map((key) => [key, UNNAMED])))];
const admitsStranger = (peer, stranger) => peer.type === "pod" && isAllAddresses(peer.addresses) && endpointHas(peer, stranger);
const sizeOf$2 = (addresses) => addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
/** Whether a rule can add to a wide set of peers at all: most name pods that are no strangers. */
function mayBeWide({ region }, direction) {
	const peer = peerOf(region, direction);
	return region.names.size === 0 && (peer.type === "address" || STRANGERS.some((stranger) => admitsStranger(peer, stranger)));
}
/** Which wide sets of peers these rules allow together, each on most ports of one of the protocols. */
function widePeers(allows, direction, protocols = require_base.PROTOCOLS) {
	const numbered = allows.filter(({ region }) => region.names.size === 0);
	const reaches = (wide, protocol) => {
		const candidates = numbered.filter(({ region }) => region.ports[protocol].length > 0);
		if (!isMostPorts(portsOf$2(candidates, protocol))) return false;
		if (wide !== "pods") return reachesMost(blocksOf(candidates, {
			wide,
			direction,
			protocol
		}), PUBLIC$1[wide]());
		return STRANGERS.some((stranger) => {
			const admitting = candidates.filter(({ region }) => admitsStranger(peerOf(region, direction), stranger));
			return isMostPorts(portsOf$2(admitting, protocol));
		});
	};
	return new Set(WIDE_PEERS.filter((wide) => protocols.some((protocol) => reaches(wide, protocol))));
}
const portsOf$2 = (allows, protocol) => normalizeIntervals(allows.flatMap(({ region }) => region.ports[protocol]));
const PUBLIC$1 = {
	ipv4: publicIpv4,
	ipv6: publicIpv6
};
/** Addresses of one family by the ports that they are reached on. */
function blocksOf(allows, { wide, direction, protocol }) {
	const groups = /* @__PURE__ */ new Map();
	for (const { region, peer } of allows) {
		const end = peerOf(region, direction);
		if (end.type === "pod") continue;
		const range = peer?.type === "ipBlock" ? rangeOf(peer.cidr) : end.addresses;
		const ports = region.ports[protocol];
		const key = ports.join();
		const group = groups.get(key) ?? {
			ports,
			parts: []
		};
		group.parts.push(intersectAddresses(range, PUBLIC$1[wide]()));
		groups.set(key, group);
	}
	return [...groups.values()].map(({ ports, parts }) => ({
		ports,
		addresses: normalizeIntervals(parts.flat())
	}));
}
/** Comparisons of ranges with blocks, each well under a microsecond. */
const MAX_WORK = 5e6;
/** Whether half of the family's public addresses, or more, are each reached on most ports. */
function reachesMost(blocks, family) {
	const isHalf = (addresses) => sizeOf$2(addresses) * 2n >= sizeOf$2(family);
	if (!isHalf(normalizeIntervals(blocks.flatMap(({ addresses }) => addresses)))) return false;
	const whole = blocks.filter(({ ports }) => isMostPorts(ports));
	if (isHalf(normalizeIntervals(whole.flatMap(({ addresses }) => addresses)))) return true;
	const starts = [...new Set(blocks.flatMap(({ addresses }) => addresses.flat()))].toSorted((a, b) => a < b ? -1 : 1);
	const ranges = blocks.reduce((sum, { addresses }) => sum + addresses.length, 0);
	if (starts.length * ranges > MAX_WORK) throw new TooComplex("too many address ranges");
	return isHalf(starts.flatMap((start, index) => {
		const end = starts[index + 1];
		if (end === void 0) return [];
		const here = blocks.filter(({ addresses }) => intervalsContain(addresses, start));
		return isMostPorts(normalizeIntervals(here.flatMap(({ ports }) => ports))) ? [[start, end]] : [];
	}));
}

// src/reach/hollowed.ts
/**
* Pods that no specific selector names, and that gain practically all pods, or practically all addresses of an
* IP version. A policy that "blocks metadata" by allowing everything but one address is the well-known case.
*/
function hollowedPods(side) {
	const { base, head, direction } = side;
	if (widePeers(head.allows, direction).size === 0) return void 0;
	const rest = catchAll([...base.isolation, ...head.isolation].map(({ labels }) => labels));
	return widenedAmong(disjointBoxes(base.isolation.flatMap(({ labels }) => intersectBoxes(labels, rest) ?? [])), side, { gained: (before, after) => [...after].filter((wide) => !before.has(wide)) });
}
/**
* Pods to which practically everything is allowed, and was not: by a rule without peers and ports, or by the
* same written out. An IP version may be missing, because most clusters speak one only.
*/
function voidPods(side) {
	const { base, head, direction } = side;
	if (!isVoid(widePeers(head.allows, direction, VOID_PROTOCOLS))) return void 0;
	return widenedAmong(base.isolated(), side, {
		gained: (before, after) => isVoid(after) && !isVoid(before) ? [...after] : [],
		protocols: VOID_PROTOCOLS
	});
}
/** A media server may well take every UDP port; of TCP, nothing takes all. */
const VOID_PROTOCOLS = ["TCP"];
const isVoid = (wide) => wide.has("pods") && (wide.has("ipv4") || wide.has("ipv6"));
/** The pods that no subject of the namespace names by a label value. */
function catchAll(subjects) {
	const named = /* @__PURE__ */ new Map();
	for (const subject of subjects) for (const [key, { values }] of subject) for (const value of values) {
		const known = named.get(key);
		if (known === void 0) named.set(key, /* @__PURE__ */ new Set([value]));
		else known.add(value);
	}
	return new Map([...named].map(([key, values]) => [key, {
		absent: true,
		negated: true,
		values
	}]));
}
/** The parts of these pods, told apart by the rules that can matter, for which the question is answered. */
function widenedAmong(pods, { base, head, direction }, { gained, protocols }) {
	const groups = /* @__PURE__ */ new Map();
	for (const [revision, allows] of [["base", base.allows], ["head", head.allows]]) for (const allow of allows) {
		const subject = subjectOf(allow.region, direction);
		if (subject.type === "address" || !mayBeWide(allow, direction)) continue;
		const key = boxKey(subject.labels);
		const group = groups.get(key) ?? {
			box: subject.labels,
			base: [],
			head: []
		};
		group[revision].push(allow);
		groups.set(key, group);
	}
	const subjects = [...groups.values()];
	const found = /* @__PURE__ */ new Set();
	const cells = splitCells(pods, subjects.map(({ box }) => box)).filter(({ members }) => {
		const at = (revision) => widePeers([...members].flatMap((index) => subjects[index]?.[revision] ?? []), direction, protocols);
		const wide = gained(at("base"), at("head"));
		for (const peer of wide) found.add(peer);
		return wide.length > 0;
	});
	return cells.length === 0 ? void 0 : {
		pods: cells.map(({ labels }) => labels),
		peers: WIDE_PEERS.filter((peer) => found.has(peer))
	};
}

// src/check/places.ts
/**
* Where a reader finds what weakened a side: the labels of the workload that moved, what is left at head of
* the policy that isolated (or where it stood), else the rule at head that opens.
*/
function placeOfGain(side, facts, gain) {
	if (side.workload !== void 0) return {
		location: placeOfMove(side.workload, "head"),
		side: "head"
	};
	const lost = side.gains.find(({ cause }) => cause.type === "isolation");
	const shown = gain ?? lost ?? side.gains[0];
	if (shown === void 0) return {};
	if (shown.cause.type === "rule") {
		const { allow } = shown.cause;
		return {
			location: (allow.peer ?? allow.rule).span,
			side: "head"
		};
	}
	const isolation = shown.cause.isolation.toSorted((a, b) => a.labels.size - b.labels.size)[0];
	if (isolation === void 0) return {};
	const { namespace, name, span } = isolation.policy.ref;
	const left = facts.policies.head.find(namespace, name);
	if (left === void 0) return {
		location: span,
		side: "base"
	};
	return {
		location: !left.policyTypes.includes(side.direction) ? left.policyTypesSpan : left.podSelector.span,
		side: "head"
	};
}

// src/check/default-deny.ts
/** The pods of a side whose default-deny got weaker, and in which of the three forms (docs/gates.md). */
function findWeakening(side) {
	if (side.gains.length === 0 && side.verdict !== "unknown") return void 0;
	let lost = lostIsolation(side.base, side.head);
	if (lost.length > 0) lost = subtractEach(lost, openPods(side.base, side));
	if (lost.length > 0) return {
		form: "lost",
		pods: lost,
		peers: []
	};
	const opened = voidPods(side);
	if (opened !== void 0) return {
		form: "void",
		...opened
	};
	const hollowed = side.workload === void 0 ? hollowedPods(side) : void 0;
	return hollowed && {
		form: "hollowed",
		...hollowed
	};
}
/** Pods for which the rules without peers allow, together, every port of every protocol. */
function openPods({ allows }, { direction }) {
	const subjects = allows.filter(({ peer, region }) => peer === void 0 && region.names.size === 0).flatMap((allow) => {
		const subject = subjectOf(allow.region, direction);
		return subject.type === "pod" ? [{
			labels: subject.labels,
			ports: allow.region.ports
		}] : [];
	});
	return splitCells(subjects.map(({ labels }) => labels), subjects.map(({ labels }) => labels)).filter(({ members }) => {
		const ports = [...members].map((index) => subjects[index]?.ports ?? NO_PORTS);
		return isAllPorts(ports.reduce(unitePorts, NO_PORTS));
	}).map(({ labels }) => labels);
}
/** Gate: default-deny weakened, for any pod, both directions. */
function checkDefaultDeny(facts) {
	return [...facts.weakenings].flatMap(([side, weakening]) => {
		const namespace = side.workload?.namespace ?? side.namespace;
		const place = placeOfGain(side, facts);
		return [require_rules.findingOf("NP001", {
			scope: facts.scope,
			namespace,
			message: messageOf(side, weakening),
			...side.workload === void 0 ? {} : { help: helpForMoved(side.workload) },
			...weakening.form === "lost" ? { certain: false } : {},
			...place
		})];
	});
}
/** The policies are as they were: it is the workload that has to come back. */
const MOVED_HELP = {
	"pod labels": "Give the pods labels that a policy with this direction selects, or let a policy select the labels that they have now.",
	hostNetwork: "No policy reaches pods on the host network: remove `hostNetwork: true`, or protect the node's address by other means.",
	"named ports": "Name the ports as the policies do."
};
const helpForMoved = (moved) => MOVED_HELP[traitOfMove(moved)];
function messageOf(side, { form, pods, peers }) {
	const who = describeWho$1(side, pods);
	const { direction } = side;
	const way = direction === "ingress" ? "from" : "to";
	switch (form) {
		case "lost": return side.workload === void 0 ? `${who}: no policy isolates ${direction} any more, so traffic ${way} everyone is allowed` : `${who} leaves the default-deny for ${direction}: its ${traitOfMove(side.workload)} changed`;
		case "void": return rulesOf(side).some(({ peer, rule }) => peer === void 0 && rule.ports.length === 0) ? `${who}: still selected, but a rule without peers and ports now allows all ${direction}` : `${who}: still selected, but ${direction} ${way} practically everyone is now allowed (${describeWide(side, peers)}, ${portsOf$1(side)})`;
		case "hollowed": return `${who}: ${direction} ${way} ${describeWide(side, peers)} is now allowed ${portsOf$1(side)}`;
	}
}
/** A moved workload by name, and by the one it had. */
function describeMoved(moved) {
	const former = formerName(moved);
	const was = former === void 0 ? "" : ` (was ${former})`;
	return `${moved.head.kind} ${moved.head.name}${was} in ${namespaceLabel(moved.namespace)}`;
}
function describeWho$1(side, pods) {
	if (side.workload !== void 0) return describeMoved(side.workload);
	const labels = describeAnyOf(pods);
	return `${labels === "" ? "all pods" : `pods ${labels}`} in ${namespaceLabel(side.namespace)}`;
}
const rulesOf = ({ gains }) => gains.flatMap(({ cause }) => cause.type === "rule" ? [cause.allow] : []);
const portsOf$1 = (side) => rulesOf(side).some(({ rule: { ports } }) => ports.length === 0 || ports.some(({ port }) => port === void 0)) ? "on every port" : "on nearly every port";
const WIDE_WORDS = {
	pods: "the pods of all namespaces",
	ipv4: "the internet",
	ipv6: "the IPv6 internet"
};
/** The wide peers that came, with what the rules leave out, and a word to those who meant them as a block. */
function describeWide(side, peers) {
	const allows = rulesOf(side);
	const except = allows.flatMap(({ peer }) => peer?.type === "ipBlock" ? peer.except : []);
	const named = allows.find(({ policy }) => /deny|block|isolat|restrict/i.test(policy.name));
	return peers.filter((peer) => peer !== "ipv6" || !peers.includes("ipv4")).map((peer) => peer === "pods" && !meansAllPods(allows) ? "nearly all pods" : WIDE_WORDS[peer]).join(" and ") + (except.length === 0 ? "" : ` except ${listSome(except.map(({ cidr }) => cidr))}`) + (named === void 0 ? "" : ` (${named.policy.name} blocks nothing: policies only add what they allow)`);
}
/** Outright, and not by leaving something out. */
const meansAllPods = (allows) => allows.some(({ peer }) => peer === void 0 || peer.type === "selectors" && peer.namespaceSelector?.requirements.length === 0 && (peer.podSelector?.requirements.length ?? 0) === 0);
const SHOWN$4 = 3;
const listSome = (texts) => {
	const all = [...new Set(texts)];
	return all.slice(0, SHOWN$4).join(", ") + (all.length > SHOWN$4 ? " and others" : "");
};

// src/check/dns.ts
/** Where pods find a resolver: cluster DNS pods, node-local caches, and GKE Cloud DNS. */
const RESOLVER_PODS = [
	{
		namespace: "kube-system",
		labels: { "k8s-app": "kube-dns" },
		port: 53
	},
	{
		namespace: "kube-system",
		labels: { "k8s-app": "node-local-dns" },
		port: 53
	},
	{
		namespace: "openshift-dns",
		labels: { "dns.operator.openshift.io/daemonset-dns": "default" },
		port: 5353
	}
];
const RESOLVER_ADDRESSES = [
	"169.254.20.10",
	"169.254.25.10",
	"169.254.10.10",
	"169.254.169.254"
];
/** Pods of a side that are egress-isolated and that no rule lets resolve names over UDP. */
function podsWithoutDns(egress) {
	const subjects = resolverAllows(egress).flatMap(({ region }) => {
		const subject = subjectOf(region, "egress");
		return subject.type === "pod" ? [subject.labels] : [];
	});
	return subtractEach(egress.isolated(), subjects);
}
/** The rules that let pods resolve names. */
const resolverAllows = ({ allows }) => allows.filter(({ region }) => reachesResolver(peerOf(region, "egress"), region.ports));
/**
* Whether a rule leads to a resolver. A namespace that nobody declares may carry any labels; `surely` counts
* only those that the API server gives it.
*/
function reachesResolver(peer, ports, how = "maybe") {
	const on = (port) => hasPort(ports, "UDP", port);
	if (peer.type === "address") {
		if (!on(53)) return false;
		return isWide(peer) || RESOLVER_ADDRESSES.some((text) => holdsAddress(peer, text)) || isSingle(peer);
	}
	return RESOLVER_PODS.some(({ namespace, labels, port }) => on(port) && (how === "surely" ? surelyHolds : mayHoldNamespace)(peer, namespace) && boxMatches(peer.labels, labels));
}
const holdsAddress = (peer, text) => {
	const address = require_manifests.parseAddress(text);
	return address !== void 0 && hasPoint(peer.addresses, pointOf(address.family, address.value));
};
const sizeOf$1 = ({ addresses }) => addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
const isWide = (peer) => sizeOf$1(peer) > 2n ** 16n;
const isSingle = (peer) => sizeOf$1(peer) === 1n;
const surelyHolds = ({ namespaces }, name) => namespaces.type === "known" ? namespaces.names.has(name) : boxMatches(namespaces.labels, { [require_manifests.NAME_LABEL]: name });
function mayHoldNamespace(peer, name) {
	const { namespaces } = peer;
	if (namespaces.type === "known") return namespaces.names.has(name);
	const names = namespaces.labels.get(require_manifests.NAME_LABEL);
	if (names !== void 0 && names.values.has(name) === names.negated) return false;
	return true;
}
/** Warns where the change takes name resolution away from pods that had it. */
function checkDns(facts) {
	return facts.comparison.sides.flatMap((side) => {
		if (side.direction !== "egress" || side.workload !== void 0) return [];
		if (side.verdict === "unknown") return [];
		if (facts.states.get(side.namespace) === "decommissioned" || side.namespace === "") return [];
		const [first] = subtractEach(podsWithoutDns(side.head), podsWithoutDns(side.base));
		if (first === void 0) return [];
		const labels = describeLabels(first);
		const policy = side.head.isolation[0]?.policy;
		return [require_rules.findingOf("NP012", {
			scope: facts.scope,
			namespace: side.namespace,
			message: `${labels === "" ? "pods" : `pods ${labels}`} in ${namespaceLabel(side.namespace)} are denied egress and can no longer resolve names (UDP port 53)`,
			...policy === void 0 ? {} : {
				location: policy.ref.span,
				side: "head"
			}
		})];
	});
}

// src/check/facts.ts
/**
* The sides on which a gate can fail: any pod of a namespace that exists at both revisions, and each
* workload that moved, on its own side.
*/
function gatedSides({ comparison, states }) {
	return comparison.sides.filter(({ namespace, workload }) => workload === void 0 ? states.get(namespace) === "kept" : namespace === workload.token);
}

// src/check/lints/subject-index.ts
/** Comparisons for one index: past them it finds nothing more, and its rule stays silent. */
const MAX_STEPS$1 = 1e6;
/**
* Most policies of a namespace pin the same label key, `app` for example: by its value they fall into
* groups that cannot meet each other.
*/
function createSubjectIndex(items, boxOf) {
	const pivot = commonKey(items.map(boxOf));
	const groups = /* @__PURE__ */ new Map();
	const others = [];
	for (const item of items) {
		const values = pinned(boxOf(item), pivot);
		if (values === void 0) others.push(item);
		else for (const value of values) {
			const group = groups.get(value);
			if (group === void 0) groups.set(value, [item]);
			else group.push(item);
		}
	}
	let steps = 0;
	function* meeting(box) {
		const values = pinned(box, pivot);
		const near = values === void 0 ? groups.values() : lists(values, groups);
		for (const list of [others, ...near]) for (const item of list) {
			if (++steps > MAX_STEPS$1) return;
			if (!boxesAreDisjoint(boxOf(item), box)) yield item;
		}
	}
	return {
		meeting,
		covers: (box, passes = () => true) => {
			for (const item of meeting(box)) if (passes(item) && subtractBoxes(box, boxOf(item)).length === 0) return true;
			return steps > MAX_STEPS$1;
		}
	};
}
function* lists(values, groups) {
	for (const value of values) {
		const group = groups.get(value);
		if (group !== void 0) yield group;
	}
}
function commonKey(boxes) {
	const counts = /* @__PURE__ */ new Map();
	for (const box of boxes) for (const key of box.keys()) if (pinned(box, key) !== void 0) counts.set(key, (counts.get(key) ?? 0) + 1);
	let best = "";
	for (const [key, count] of counts) if (count > (counts.get(best) ?? 0)) best = key;
	return best;
}
function pinned(box, key) {
	const values = box.get(key);
	return values === void 0 || values.absent || values.negated ? void 0 : values.values;
}

// src/check/lints/allow-index.ts
function createAllowIndex(evaluator) {
	const rules = /* @__PURE__ */ new Map();
	const indices = /* @__PURE__ */ new Map();
	return {
		ofRule: ({ namespace, direction, rule }) => {
			const key = `${direction} ${namespace}`;
			const groups = rules.get(key) ?? groupByRule(evaluator.side(namespace, direction).allows);
			rules.set(key, groups);
			return groups.get(rule) ?? [];
		},
		of: (namespace, direction) => {
			const key = `${direction} ${namespace}`;
			const before = indices.get(key);
			if (before !== void 0) return before;
			const { allows } = evaluator.side(namespace, direction);
			const index = createSubjectIndex(allows, (allow) => podsOf(allow, direction));
			indices.set(key, index);
			return index;
		}
	};
}
/** The pods on whose side an allow stands. */
function podsOf({ region }, direction) {
	const subject = subjectOf(region, direction);
	return subject.type === "pod" ? subject.labels : ANY_LABELS;
}
function groupByRule(allows) {
	const groups = /* @__PURE__ */ new Map();
	for (const allow of allows) {
		const group = groups.get(allow.rule);
		if (group === void 0) groups.set(allow.rule, [allow]);
		else group.push(allow);
	}
	return groups;
}

// src/check/lints/inventory.ts
/** Labels that controllers add to pods: no template has them. */
const AT_RUN_TIME = /^(?:pod-template-hash|controller-revision-hash|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|batch\.kubernetes\.io\/.+|job-name|controller-uid)$/;
/** A condition as far as a manifest can answer it. */
const withoutRunTimeLabels = (box) => [...box.keys()].some((key) => AT_RUN_TIME.test(key)) ? new Map([...box].filter(([key]) => !AT_RUN_TIME.test(key))) : box;
function createInventory(world) {
	let groups;
	const stocks = /* @__PURE__ */ new Map();
	const stockOf = (namespace) => {
		const before = stocks.get(namespace);
		if (before !== void 0) return before;
		groups ??= groupAll(world);
		const stock = createStock((groups.workloads.get(namespace) ?? []).map(({ workload }) => workload), (groups.services.get(namespace) ?? []).map(({ service }) => service));
		stocks.set(namespace, stock);
		return stock;
	};
	let values;
	return {
		podsIn: (namespace) => stockOf(namespace).pods.all,
		podsMatching: (namespace, box) => search(stockOf(namespace).pods, box, labelsOf),
		onHostNetwork: (namespace, box) => search(stockOf(namespace).host, box, labelsOf),
		servicesBehind: (namespace, box) => search(stockOf(namespace).services, box, selectorOf),
		isValueInUse: (value) => {
			values ??= new Set(world.workloads.flatMap(({ workload }) => Object.values(workload.labels)));
			return values.has(value);
		}
	};
}
const groupAll = ({ workloads, services = [] }) => ({
	workloads: require_manifests.groupByNamespace(workloads),
	services: require_manifests.groupByNamespace(services)
});
const labelsOf = ({ labels }) => labels;
const selectorOf = ({ selector }) => selector;
function createStock(workloads, services) {
	return {
		pods: createShelf(workloads.filter(({ hostNetwork }) => !hostNetwork), labelsOf),
		host: createShelf(workloads.filter(({ hostNetwork }) => hostNetwork), labelsOf),
		services: createShelf(services.filter(({ selector }) => Object.keys(selector).length > 0), selectorOf)
	};
}
function createShelf(all, read) {
	const byLabel = /* @__PURE__ */ new Map();
	for (const item of all) for (const [key, value] of Object.entries(read(item))) {
		const group = byLabel.get(`${key}=${value}`);
		if (group === void 0) byLabel.set(`${key}=${value}`, [item]);
		else group.push(item);
	}
	return {
		all,
		byLabel
	};
}
const search = (shelf, box, read) => candidates(shelf, box).filter((item) => boxMatches(box, read(item)));
/** Whatever carries a label that the condition pins down; all where it pins none. */
function candidates({ all, byLabel }, box) {
	for (const [key, { absent, negated, values }] of box) if (!absent && !negated) return [...values].flatMap((value) => byLabel.get(`${key}=${value}`) ?? []);
	return all;
}

// src/check/lints/selector-words.ts
/** A selector in words, to stand in backticks: `app=web`. */
function selectorWords(selector) {
	const box = boxOfSelector(selector);
	const words = box === void 0 ? "" : describeLabels(box);
	return words === "" ? "{}" : words;
}

// src/check/lints/walk.ts
function* activeRules({ policies }) {
	for (const placed of policies) for (const direction of placed.policy.policyTypes) for (const [index, rule] of placed.policy[direction].entries()) yield {
		...placed,
		direction,
		rule,
		index
	};
}
/** The policies of one world that another does not have: of unchanged files they are the same objects. */
function policiesNotIn({ policies }, other) {
	const theirs = new Set(other.policies.map(({ policy }) => policy));
	return { policies: policies.filter(({ policy }) => !theirs.has(policy)) };
}
function* selectorPeers(world) {
	for (const site of activeRules(world)) for (const peer of site.rule.peers) if (peer.type === "selectors") yield {
		...site,
		peer
	};
}
function* blockPeers(world) {
	for (const site of activeRules(world)) for (const peer of site.rule.peers) if (peer.type === "ipBlock") yield {
		...site,
		peer
	};
}

// src/check/lints/and-or.ts
/**
* A `namespaceSelector` and a `podSelector` as two items of a list, which means OR, where AND was probably
* meant: no pod of the policy's own namespace fits the second, but one of the selected namespaces does; or
* both stood in one item before the change.
*/
function findAndOr(facts) {
	const combined = combinedPeers(facts);
	return [...activeRules(facts.world)].flatMap((site) => {
		const { policy, namespace, direction, rule } = site;
		return rule.peers.flatMap((peer, index) => {
			const next = rule.peers[index + 1];
			if (peer.type !== "selectors" || next?.type !== "selectors") return [];
			const [first, second] = peer.namespaceSelector === void 0 ? [next, peer] : [peer, next];
			const { namespaceSelector } = first;
			const { podSelector } = second;
			if (first.podSelector !== void 0 || second.namespaceSelector !== void 0) return [];
			if (namespaceSelector === void 0 || podSelector === void 0) return [];
			if (podSelector.requirements.length === 0) return [];
			const pair = pairKey(site, namespaceSelector, podSelector);
			if (!combined.has(pair) && !standsElsewhere(namespaceSelector, podSelector, site, facts)) return [];
			const way = direction === "ingress" ? "from" : "to";
			return [{
				rule: "NP023",
				namespace,
				about: `${direction} ${peerKey(first)} ${peerKey(second)}`,
				message: `NetworkPolicy ${policy.name} allows ${way} every pod of namespaces \`${selectorWords(namespaceSelector)}\`, and ${way} pods \`${selectorWords(podSelector)}\` of ${namespaceLabel(namespace)}: two list items are OR`,
				location: next.span
			}];
		});
	});
}
const pairKey = ({ policy, namespace, direction }, namespaces, pods) => JSON.stringify([
	namespace,
	policy.name,
	direction,
	selectorKey(namespaces),
	selectorKey(pods)
]);
/** Both selectors in one item, before the change. */
function combinedPeers({ world, before }) {
	const keys = /* @__PURE__ */ new Set();
	if (before === void 0) return keys;
	for (const site of selectorPeers(policiesNotIn(before.world, world))) {
		const { namespaceSelector, podSelector } = site.peer;
		if (namespaceSelector !== void 0 && podSelector !== void 0) keys.add(pairKey(site, namespaceSelector, podSelector));
	}
	return keys;
}
/** Pods that fit live in the selected namespaces, and none in the policy's own. */
function standsElsewhere(namespaces, pods, { namespace }, { complete, evaluator, inventory }) {
	const box = boxOfSelector(pods);
	if (!complete || box === void 0 || inventory.podsIn(namespace).length === 0) return false;
	const condition = withoutRunTimeLabels(box);
	const holds = (name, labels) => inventory.podsMatching(name, labels).length > 0;
	if (holds(namespace, condition)) return false;
	return evaluator.directory.select(namespaces).some((set) => set.type === "known" && [...set.names].some((name) => holds(name, condition)));
}

// src/check/lints/dns-words.ts
const DNS_PORTS = /* @__PURE__ */ new Set([
	53,
	5353,
	"dns",
	"dns-tcp"
]);
const isDnsPort = ({ port, endPort }) => DNS_PORTS.has(port) && (endPort === void 0 || endPort === port);
/** A rule that is there for name resolution, and maybe for more. */
const isDnsRule = ({ ports }) => ports.some(isDnsPort);
/** A rule for name resolution alone. */
const isOnlyDns = ({ ports }) => ports.length > 0 && ports.every(isDnsPort);

// src/check/lints/cluster-ip.ts
/** The API server's Service where a distribution's service range is left as it is. */
const DEFAULT_API_SERVERS = /* @__PURE__ */ new Map([
	["10.96.0.1", "kubeadm"],
	["10.43.0.1", "k3s and RKE2"],
	["172.20.0.1", "EKS"],
	["10.100.0.1", "EKS"]
]);
const API_PORTS = /* @__PURE__ */ new Set([
	443,
	6443,
	"https"
]);
/**
* Egress to the address of a Service, which most network plugins have replaced by a pod's or a node's when
* they evaluate policies. Speaks of single addresses that a manifest or a distribution's default gives to a
* Service, and not of DNS: a node-local cache does listen on the resolver's Service address. Silent where
* the rule lists other addresses beside it.
*/
function findClusterIps({ world }) {
	const declared = /* @__PURE__ */ new Map();
	for (const { service, namespace } of world.services ?? []) for (const text of service.clusterIps) {
		const address = require_manifests.parseAddress(text);
		if (address !== void 0) declared.set(pointOf(address.family, address.value), `Service ${service.name} in ${namespaceLabel(namespace)}`);
	}
	return [...blockPeers(world)].flatMap(({ policy, namespace, direction, rule, peer }) => {
		if (direction !== "egress" || hasOtherBlocks(rule.peers)) return [];
		const whose = serviceOf(peer, rule.ports, declared);
		if (whose === void 0) return [];
		return [{
			rule: "NP034",
			namespace,
			about: peer.cidr,
			message: `NetworkPolicy ${policy.name} allows egress to ${peer.cidr}, the address of ${whose}; most network plugins see the address behind it instead, and deny`,
			location: peer.span
		}];
	});
}
const hasOtherBlocks = (peers) => peers.filter(({ type }) => type === "ipBlock").length > 1;
function serviceOf({ cidr }, ports, declared) {
	const [range] = rangeOf(cidr);
	if (range === void 0 || range[1] - range[0] !== 1n) return void 0;
	if (ports.length > 0 && ports.every(isDnsPort)) return void 0;
	const distribution = DEFAULT_API_SERVERS.get(cidr.split("/")[0] ?? "");
	const isApi = ports.length === 0 || ports.some(({ port }) => API_PORTS.has(port));
	return declared.get(range[0]) ?? (distribution !== void 0 && isApi ? `the API server's Service on ${distribution}` : void 0);
}

// src/check/lints/destinations.ts
/** The pods at the receiving end of a rule: the subject of an ingress rule, the peers of an egress rule. */
function destinationsOf({ policy, namespace, direction, rule }, facts) {
	if (direction === "ingress") {
		const labels = boxOfSelector(policy.podSelector);
		return labels === void 0 ? [] : [{
			namespace,
			labels: withoutRunTimeLabels(labels)
		}];
	}
	return rule.peers.flatMap((peer) => {
		if (peer.type !== "selectors" || peer.podSelector === void 0) return [];
		const labels = boxOfSelector(peer.podSelector);
		if (labels === void 0) return [];
		return namesOf(peer, namespace, facts).map((name) => ({
			namespace: name,
			labels: withoutRunTimeLabels(labels)
		}));
	});
}
/** The namespaces of a peer; empty where it can mean some that are not known. */
function namesOf({ namespaceSelector }, own, { evaluator }) {
	if (namespaceSelector === void 0) return [own];
	const names = [];
	for (const set of evaluator.directory.select(namespaceSelector)) {
		if (set.type === "known") {
			names.push(...set.names);
			continue;
		}
		const pinned = set.labels.get(require_manifests.NAME_LABEL);
		if (pinned === void 0 || pinned.negated || set.labels.size > 1) return [];
		names.push(...pinned.values);
	}
	return names;
}

// src/check/lints/near-text.ts
/**
* Whether one text could be the other with a slip of the finger. Names that differ in their digits only
* are siblings (`web-1`, `web-2`), not slips.
*/
function isNearText(a, b) {
	if (a === b || a.length > 63 || b.length > 63) return false;
	if (a.replaceAll(/\d/g, "") === b.replaceAll(/\d/g, "")) return false;
	const shorter = Math.min(a.length, b.length);
	const allowed = shorter < 2 ? 0 : shorter < 6 ? 1 : 2;
	return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}
/** Edits with neighbours that changed places as one edit (optimal string alignment). */
function distance(a, b) {
	let before = [];
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
			next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		before = row;
		row = next;
	}
	return row.at(-1) ?? Infinity;
}

// src/check/lints/near-label.ts
/** A wanted value that pods have elsewhere is no slip: it is somebody's name. */
const isSlip = ({ wanted, key }, inventory) => key !== wanted.key || !inventory.isValueInUse(wanted.values[0] ?? "");
/** Keys under which people name an application: the same name under another of them is the same thing. */
const NAME_KEYS$1 = /* @__PURE__ */ new Set([
	"app",
	"name",
	"k8s-app",
	"component",
	"app.kubernetes.io/name",
	"app.kubernetes.io/instance",
	"app.kubernetes.io/component"
]);
/** Candidates that are looked at in all, for hints nobody has to have. */
const MAX_STEPS = 5e5;
function createNearSearch() {
	let steps = 0;
	return {
		label: (selector, candidates, sameNames = NAME_KEYS$1) => {
			const box = boxOfSelector(selector);
			if (box === void 0) return void 0;
			for (const { labels } of candidates) {
				if (++steps > MAX_STEPS) return void 0;
				const wanted = onlyMissing(selector, box, labels);
				const near = wanted && nearLabelOf(wanted, labels, sameNames);
				if (near !== void 0) return near;
			}
		},
		text: (wanted, candidates) => {
			for (const candidate of candidates) {
				if (++steps > MAX_STEPS) return void 0;
				if (isNearText(candidate, wanted)) return candidate;
			}
		}
	};
}
/** The one requirement that these labels do not meet, if it wants one value. */
function onlyMissing({ requirements }, box, labels) {
	let missed;
	for (const [key, values] of box) {
		if (hasValue(values, Object.hasOwn(labels, key) ? labels[key] : void 0)) continue;
		if (missed !== void 0) return void 0;
		missed = key;
	}
	return requirements.find(({ key, operator, values }) => key === missed && operator === "In" && values.length === 1);
}
function nearLabelOf(wanted, labels, sameNames) {
	const { key, values } = wanted;
	const [value = ""] = values;
	const own = Object.hasOwn(labels, key) ? labels[key] : void 0;
	if (own !== void 0) return isNearText(own, value) ? {
		wanted,
		key,
		value: own
	} : void 0;
	for (const [other, text] of Object.entries(labels)) {
		const isSameName = sameNames.has(key) && sameNames.has(other);
		if (text === value && value !== "" && (isSameName || isNearText(other, key))) return {
			wanted,
			key: other,
			value
		};
	}
}

// src/check/lints/dangling-peer.ts
const SHOWN$3 = 3;
/**
* Peers that find no pod, where a label stands beside that they probably meant. Speaks only of namespaces
* that the peer names, that have workloads in the repository, and where the scope was read whole.
*/
function findDanglingPeers(facts) {
	if (!facts.complete) return [];
	const { inventory } = facts;
	return [...selectorPeers(facts.world)].flatMap(({ policy, namespace, direction, peer }) => {
		const { podSelector } = peer;
		if (podSelector === void 0 || podSelector.requirements.length === 0) return [];
		const box = boxOfSelector(podSelector);
		if (box === void 0) return [{
			rule: "NP021",
			namespace,
			about: `${direction} ${peerKey(peer)}`,
			levelIfNew: "error",
			message: `the peer of NetworkPolicy ${policy.name} finds no pod: its requirements contradict each other`,
			location: podSelector.span
		}];
		const names = namesOf(peer, namespace, facts);
		if (names.length === 0 || names.some((name) => inventory.podsIn(name).length === 0)) return [];
		const condition = withoutRunTimeLabels(box);
		if (names.some((name) => inventory.podsMatching(name, condition).length > 0 || inventory.onHostNetwork(name, condition).length > 0)) return [];
		const near = facts.nearest.label(podSelector, names.flatMap((name) => inventory.podsIn(name)));
		if (near === void 0 || !isSlip(near, inventory)) return [];
		const where = names.slice(0, SHOWN$3).map(namespaceLabel).join(", ");
		return [{
			rule: "NP021",
			namespace,
			about: `${direction} ${peerKey(peer)}`,
			levelIfNew: "error",
			message: `NetworkPolicy ${policy.name} allows ${direction === "ingress" ? "from" : "to"} pods \`${selectorWords(podSelector)}\`, which no pod of ${where} has; did you mean \`${near.key}: ${near.value}\`?`,
			location: near.wanted.span
		}];
	});
}

// src/check/lints/dangling-subject.ts
/**
* Policies that select no pod. Pods may stand outside the repository, so a selector that finds none here is
* no fault by itself: there has to be a label that it probably meant, or pods that it selected before the
* change. Looks at namespaces with workloads in the repository only, and only where the scope was read whole.
*/
function findDanglingSubjects(facts) {
	const { world, inventory, complete } = facts;
	const before = new Map(facts.before?.world.policies.map((placed) => [`${placed.namespace}/${placed.policy.name}`, placed]));
	return world.policies.flatMap(({ policy, namespace }) => {
		const { podSelector: selector, name } = policy;
		if (selector.requirements.length === 0) return [];
		const common = {
			rule: "NP020",
			namespace,
			about: selectorKey(selector),
			levelIfNew: "error"
		};
		const say = `NetworkPolicy ${name} selects \`${selectorWords(selector)}\``;
		const box = boxOfSelector(selector);
		if (box === void 0) return [{
			...common,
			message: `NetworkPolicy ${name} selects no pod: its requirements contradict each other`,
			location: selector.span
		}];
		if (!complete || inventory.podsIn(namespace).length === 0) return [];
		const condition = withoutRunTimeLabels(box);
		if (inventory.podsMatching(namespace, condition).length > 0) return [];
		if (inventory.onHostNetwork(namespace, condition).length > 0) return [];
		const near = facts.nearest.label(selector, inventory.podsIn(namespace));
		if (near !== void 0 && isSlip(near, inventory)) return [{
			...common,
			message: `${say}, which no pod of ${namespaceLabel(namespace)} has: it protects nothing; did you mean \`${near.key}: ${near.value}\`?`,
			location: near.wanted.span
		}];
		const lost = lostPods(before.get(`${namespace}/${name}`), facts);
		if (lost === void 0) return [];
		return [{
			...common,
			message: `${say}, which no pod of ${namespaceLabel(namespace)} has; before the change, NetworkPolicy ${name} held for ${lost.kind} ${lost.name}`,
			location: selector.span
		}];
	});
}
/** A pod that the policy selected before the change and that is still there. */
function lostPods(old, facts) {
	const box = old && boxOfSelector(old.policy.podSelector);
	if (old === void 0 || box === void 0 || facts.before === void 0) return void 0;
	const now = new Set(facts.inventory.podsIn(old.namespace).map(({ kind, name }) => `${kind}/${name}`));
	return facts.before.inventory.podsMatching(old.namespace, withoutRunTimeLabels(box)).find(({ kind, name }) => now.has(`${kind}/${name}`));
}

// src/check/lints/deny-that-allows.ts
/**
* Policies whose name says that they deny, and that only allow. Beside another policy that isolates the same
* pods, "everything but" opens everything but; alone it does what it says, and is no fault.
*/
function findDenyThatAllows(facts) {
	const sides = /* @__PURE__ */ new Map();
	return facts.world.policies.flatMap(({ policy, namespace }) => {
		if (!saysDeny(policy.name)) return [];
		const wide = meantDirections(policy).map((direction) => widest$1(policy, direction));
		if (wide.length === 0) return [];
		const [first] = wide;
		if (first === void 0 || wide.includes(void 0)) return [];
		const { direction, rule, peer } = first;
		if (peer !== void 0) {
			const key = `${direction} ${namespace}`;
			const { isolation } = facts.evaluator.side(namespace, direction);
			const others = sides.get(key) ?? createSubjectIndex(isolation, ({ labels }) => labels);
			sides.set(key, others);
			const subject = boxOfSelector(policy.podSelector);
			if (subject === void 0 || !isIsolatedByOthers(others.meeting(subject), policy)) return [];
		}
		const way = direction === "ingress" ? "from" : "to";
		const what = peer === void 0 ? "everyone" : blockWords(peer);
		return [{
			rule: "NP015",
			namespace,
			about: require_manifests.contentOf({
				...policy,
				name: ""
			}),
			message: `NetworkPolicy ${policy.name} denies nothing: policies only add up what they allow, and this one allows ${direction} ${way} ${what} for pods of ${namespaceLabel(namespace)}`,
			location: (peer ?? rule).span
		}];
	});
}
function isIsolatedByOthers(isolation, policy) {
	for (const { policy: other } of isolation) if (other.ref.span !== policy.span) return true;
	return false;
}
const saysDeny = (name) => {
	const rest = name.toLowerCase().replaceAll("disallow", "deny");
	return /deny|block|forbid|(?:^|-)no-/.test(rest) && !/allow|permit|open|only/.test(rest);
};
/** The directions that the name speaks of; all that the policy has, where it names none. */
function meantDirections({ name, policyTypes }) {
	const named = policyTypes.filter((direction) => name.includes(direction));
	return named.length > 0 ? named : policyTypes;
}
/** A rule for everyone, or for the whole internet with or without exceptions. */
function widest$1(policy, direction) {
	for (const rule of policy[direction]) {
		if (rule.peers.length === 0 && rule.ports.length === 0) return {
			direction,
			rule
		};
		for (const peer of rule.peers) if (peer.type === "ipBlock" && isInternet(peer.cidr)) return {
			direction,
			rule,
			peer
		};
	}
}
function isInternet(cidr) {
	const range = rangeOf(cidr);
	return [publicIpv4(), publicIpv6()].some((all) => subtractAddresses(all, range).length === 0);
}
const SHOWN$2 = 3;
function blockWords({ cidr, except }) {
	if (except.length === 0) return cidr;
	const more = except.length > SHOWN$2 ? " and others" : "";
	return `${cidr} except ${except.slice(0, SHOWN$2).map((entry) => entry.cidr).join(", ")}${more}`;
}

// src/check/lints/dns-peer.ts
/**
* Peers of DNS rules that find no resolver of a stock cluster, for a reason that can be named, while no
* other rule lets the same pods resolve names. A resolver of one's own is none of these.
*/
function findDnsPeers(facts) {
	const resolving = /* @__PURE__ */ new Map();
	return [...selectorPeers(facts.world)].flatMap(({ policy, namespace, direction, rule, peer }) => {
		if (direction !== "egress" || !isDnsRule(rule)) return [];
		const mistake = mistakeOf$1(peer, namespace, facts);
		const subject = mistake && boxOfSelector(policy.podSelector);
		if (mistake === void 0 || subject === void 0) return [];
		const index = resolving.get(namespace) ?? resolvingSubjects(namespace, facts);
		resolving.set(namespace, index);
		if (index.covers(subject)) return [];
		return [{
			rule: "NP013",
			namespace,
			about: peerKey(peer),
			message: `NetworkPolicy ${policy.name} allows DNS to nobody: ${mistake.text}; its pods in ${namespaceLabel(namespace)} cannot resolve names`,
			location: mistake.location
		}];
	});
}
/** The pods that some rule surely lets reach a resolver. */
function resolvingSubjects(namespace, { evaluator }) {
	const subjects = evaluator.side(namespace, "egress").allows.flatMap(({ region }) => {
		if (!reachesResolver(peerOf(region, "egress"), region.ports, "surely")) return [];
		const subject = subjectOf(region, "egress");
		return subject.type === "pod" ? [subject.labels] : [];
	});
	return createSubjectIndex(subjects, (labels) => labels);
}
const SYSTEM = "kube-system";
function mistakeOf$1(peer, own, facts) {
	const { namespaceSelector, podSelector } = peer;
	if (namespaceSelector === void 0) return podSelector !== void 0 && own !== SYSTEM && own !== "" && asksForResolver(podSelector) ? {
		text: `without a namespaceSelector the peer means pods of ${own}, and the resolver runs in ${SYSTEM}`,
		location: podSelector.span
	} : void 0;
	return namespaceMistake(namespaceSelector, facts) ?? (podSelector && meansSystem(namespaceSelector) ? podMistake(podSelector) : void 0);
}
/** The one value that a requirement wants. */
const only = ({ operator, values }) => operator === "In" && values.length === 1 ? values[0] : void 0;
/** Keys under which people look for the name of a namespace. No server sets them. */
const NAME_KEYS = /^(?:name|namespace|ns|k8s-app|kubernetes\.io\/name|metadata\.name)$/;
function namespaceMistake(selector, { world }) {
	for (const requirement of selector.requirements) {
		const value = only(requirement);
		const { key, span } = requirement;
		if (value === SYSTEM && (NAME_KEYS.test(key) || isNearText(key, "kubernetes.io/metadata.name"))) {
			if (world.namespaces.get(SYSTEM)?.labels[key] === SYSTEM) continue;
			return {
				text: `${SYSTEM} has no label \`${key}: ${SYSTEM}\` unless somebody sets it; write \`${require_manifests.NAME_LABEL}: ${SYSTEM}\``,
				location: span
			};
		}
		if (key === "kubernetes.io/metadata.name" && value !== void 0 && isNearText(value, SYSTEM) && !world.namespaces.has(value)) return {
			text: `\`${value}\` is not \`${SYSTEM}\``,
			location: span
		};
	}
}
const meansSystem = ({ requirements }) => requirements.some((requirement) => requirement.key === "kubernetes.io/metadata.name" && only(requirement) === SYSTEM);
/** What the resolver's pods carry: on stock clusters, and where the CoreDNS chart installed it. */
const RESOLVERS = [
	{ "k8s-app": "kube-dns" },
	{ "k8s-app": "node-local-dns" },
	{
		"k8s-app": "coredns",
		"app.kubernetes.io/name": "coredns"
	},
	{
		"app.kubernetes.io/name": "rke2-coredns",
		"k8s-app": "kube-dns"
	}
];
const asksForResolver = (selector) => {
	const box = boxOfSelector(selector);
	return box !== void 0 && box.size > 0 && RESOLVERS.some((labels) => boxMatches(box, labels));
};
/** `app: kube-dns`, `k8s-app: kubedns`: a name of the resolver where it does not stand. */
function podMistake(selector) {
	const [requirement, another] = selector.requirements;
	const value = requirement && only(requirement);
	if (requirement === void 0 || another !== void 0 || value === void 0) return void 0;
	if (asksForResolver(selector)) return void 0;
	const { key, span } = requirement;
	return [
		"kube-dns",
		"coredns",
		"kubedns",
		"core-dns",
		"dns"
	].includes(value) || isNearText(value, "kube-dns") ? {
		text: `the resolver's pods do not have the label \`${key}: ${value}\`; write \`k8s-app: kube-dns\``,
		location: span
	} : void 0;
}

// src/check/lints/dns-protocol.ts
/**
* Port 53 without a protocol, which means TCP, for pods that no rule lets send or receive UDP 53: resolvers
* are asked over UDP.
*/
function findDnsProtocols({ world, allows }) {
	return [...activeRules(world)].flatMap((site) => {
		const { policy, namespace, direction, rule } = site;
		const port = rule.ports.find((entry) => entry.port === 53 && entry.protocol === "TCP" && entry.protocolSpan === void 0);
		if (port === void 0) return [];
		const subject = boxOfSelector(policy.podSelector);
		if (subject === void 0) return [];
		if (allows.of(namespace, direction).covers(subject, ({ region }) => hasPort(region.ports, "UDP", 53) && region.names.size === 0)) return [];
		return [{
			rule: "NP032",
			namespace,
			about: `${direction} ${rule.peers.map(peerKey).join(" ")}`,
			message: `NetworkPolicy ${policy.name} allows port 53 without a protocol, which means TCP; pods of ${namespaceLabel(namespace)} resolve names over UDP, which stays denied`,
			location: port.span
		}];
	});
}

// src/check/lints/duplicate-policy.ts
/** Two policies of one namespace that say the same under different names: one of them says it all. */
function findDuplicates({ world }) {
	const similar = /* @__PURE__ */ new Map();
	for (const placed of world.policies) {
		const group = similar.get(outline(placed));
		if (group === void 0) similar.set(outline(placed), [placed]);
		else group.push(placed);
	}
	return [...similar.values()].flatMap((group) => group.length === 1 ? [] : ofGroup(group));
}
/** What equal policies have in common, without writing all of each out. */
const outline = ({ policy, namespace }) => JSON.stringify([
	namespace,
	policy.ingress.length,
	policy.egress.length,
	selectorKey(policy.podSelector)
]);
function ofGroup(group) {
	const seen = /* @__PURE__ */ new Map();
	return group.flatMap(({ policy, namespace }) => {
		const content = require_manifests.contentOf({
			...policy,
			name: "",
			namespace
		});
		const first = seen.get(content);
		if (first === void 0) seen.set(content, policy);
		if (first === void 0 || first.name === policy.name) return [];
		return [{
			rule: "NP051",
			namespace,
			about: content,
			message: `NetworkPolicy ${policy.name} says the same as NetworkPolicy ${first.name} of ${namespaceLabel(namespace)}`,
			location: policy.span
		}];
	});
}

// src/check/lints/except-defeated.ts
/**
* Exceptions of an `ipBlock` that another rule allows again for the same pods. A rule that names the excepted
* range itself, or a part of it, means to: "the internet, and of our own network the database". What
* overlooks the exception is a wider range around it, or a rule for everyone. Port 53 does not count: a
* resolver may stand anywhere.
*/
function findDefeatedExcepts({ world, evaluator }) {
	return [...new Set(world.policies.map(({ namespace }) => namespace))].flatMap((namespace) => require_base.DIRECTIONS.flatMap((direction) => ofSide(evaluator.side(namespace, direction).allows, {
		namespace,
		direction
	})));
}
function ofSide(allows, side) {
	const { namespace, direction } = side;
	const outside = allows.filter(({ region }) => peerOf(region, direction).type === "address" && region.names.size === 0);
	const excepting = outside.filter(({ peer }) => peer?.type === "ipBlock" && peer.except.length > 0);
	if (excepting.length === 0) return [];
	const distinct = [...new Map(outside.map((allow) => [allowKey(allow), allow])).values()];
	const index = createSubjectIndex(distinct, (allow) => podsOf(allow, direction));
	const seen = /* @__PURE__ */ new Set();
	return excepting.flatMap((allow) => {
		const key = allowKey(allow);
		if (seen.has(key)) return [];
		seen.add(key);
		const peer = allow.peer;
		for (const other of index.meeting(podsOf(allow, direction))) {
			const ports = subtractPorts(intersectPorts(allow.region.ports, other.region.ports), DNS);
			if (isNoPorts(ports)) continue;
			const except = peer.except.find(({ cidr }) => overlooks(other, cidr, direction));
			if (except === void 0) continue;
			const who = other.peer?.type === "ipBlock" ? other.peer.cidr : "everyone";
			const where = other.policy.span === allow.policy.span ? "another rule of it" : `NetworkPolicy ${other.policy.name}`;
			return [{
				rule: "NP016",
				namespace,
				about: `${key} ${allowKey(other)}`,
				message: `the exception ${except.cidr} of NetworkPolicy ${allow.policy.name} has no effect: ${where} allows ${direction} ${direction === "ingress" ? "from" : "to"} ${who} on ${describePorts(ports, NO_NAMES)} for the same pods of ${namespaceLabel(namespace)}`,
				location: except.span
			}];
		}
		return [];
	});
}
const DNS = unitePorts(portRange("UDP", 53, 53), portRange("TCP", 53, 53));
/** Allows every address of the range, without naming it. */
function overlooks(other, cidr, direction) {
	const { addresses } = peerOf(other.region, direction);
	if (subtractAddresses(rangeOf(cidr), addresses).length > 0) return false;
	if (other.peer?.type !== "ipBlock") return true;
	return require_manifests.parseCidr(other.peer.cidr)?.canonical !== require_manifests.parseCidr(cidr)?.canonical;
}

// src/check/lints/fault.ts
/** Equal keys at both revisions are the same fault, wherever it stands. */
const keyOf$1 = ({ rule, namespace = "", about }) => JSON.stringify([
	rule,
	namespace,
	about
]);
/**
* The faults at head that base does not have. Of equal ones only those beyond the number at base are new;
* which of them is the new one nobody can tell, so the last ones stand for it.
*/
function newFaults(base, head) {
	const before = /* @__PURE__ */ new Map();
	for (const key of base.map(keyOf$1)) before.set(key, (before.get(key) ?? 0) + 1);
	return head.filter((fault) => {
		const key = keyOf$1(fault);
		const left = before.get(key) ?? 0;
		if (left > 0) before.set(key, left - 1);
		return left === 0;
	});
}

// src/check/lints/focus.ts
const EVERYTHING = (world) => world;
/**
* Where only policies changed, no fault comes or goes outside of their namespaces: a lint judges a policy by
* the others of its namespace, and by pods, Services and namespaces. So its cost follows the change.
*/
function focusOf(base, head) {
	if (!(areSame(base.workloads, head.workloads, ({ workload }) => workload) && areSame(base.services ?? [], head.services ?? [], ({ service }) => service) && areSame([...base.namespaces.values()], [...head.namespaces.values()], (item) => item) && areSame(base.plugins ?? [], head.plugins ?? [], (item) => item))) return EVERYTHING;
	const namespaces = /* @__PURE__ */ new Set([...changedIn(base, head), ...changedIn(head, base)]);
	return (world) => ({
		...world,
		policies: world.policies.filter(({ namespace }) => namespaces.has(namespace))
	});
}
/** What did not change is the same object in both worlds, and stands in the same order. */
const areSame = (a, b, object) => a === b || a.length === b.length && a.every((item, index) => {
	const other = b[index];
	return other !== void 0 && object(item) === object(other);
});
/** Namespaces with a policy that the other world does not have there. */
function changedIn({ policies }, other) {
	const theirs = new Map(other.policies.map(({ policy, namespace }) => [policy, namespace]));
	return policies.flatMap(({ policy, namespace }) => theirs.get(policy) === namespace ? [] : [namespace]);
}

// src/check/lints/hidden-client.ts
/**
* Ingress from public addresses to pods behind a Service whose nodes put their own address in place of the
* client's. Ranges that hold private addresses are left out: they may be those of the nodes or of the load
* balancer. Silent where everyone is let in anyway.
*/
function findHiddenClients({ world, inventory, allows }) {
	if (!(world.services ?? []).some(({ service }) => service.hidesClients)) return [];
	return [...blockPeers(world)].flatMap(({ policy, namespace, direction, rule, peer }) => {
		if (direction !== "ingress" || !isPublic(rangeOf(peer.cidr))) return [];
		const subject = boxOfSelector(policy.podSelector);
		if (subject === void 0) return [];
		const service = inventory.servicesBehind(namespace, subject).find((candidate) => candidate.hidesClients && servesOn(candidate, rule.ports));
		if (service === void 0) return [];
		if (allows.of(namespace, "ingress").covers(subject, ({ peer: other }) => other === void 0)) return [];
		return [{
			rule: "NP035",
			namespace,
			about: `${peerKey(peer)} ${service.name}`,
			message: `NetworkPolicy ${policy.name} allows ingress from ${peer.cidr}, and Service ${service.name} in ${namespaceLabel(namespace)} may hide who calls: without externalTrafficPolicy Local, pods see the address of a node`,
			location: peer.span
		}];
	});
}
/** Addresses of the internet only, and not nearly all of them. */
function isPublic(range) {
	const size = range.reduce((sum, [start, end]) => sum + end - start, 0n);
	return size > 0n && size < 2n ** 31n && [publicIpv4(), publicIpv6()].some((all) => subtractAddresses(range, all).length === 0);
}
function servesOn({ ports }, wanted) {
	return wanted.length === 0 || ports.some(({ target }) => wanted.some(({ port, endPort }) => typeof port === "number" && typeof target === "number" ? port <= target && target <= (endPort ?? port) : port === void 0 || port === target || typeof port !== typeof target));
}

// src/check/lints/host-network.ts
/** Policies written for pods that share their node's network: no policy holds for those. */
function findHostNetworkSubjects({ world, inventory }) {
	return world.policies.flatMap(({ policy, namespace }) => {
		const box = boxOfSelector(policy.podSelector);
		if (box === void 0 || box.size === 0) return [];
		const condition = withoutRunTimeLabels(box);
		const [pod] = inventory.onHostNetwork(namespace, condition);
		if (pod === void 0) return [];
		const isOnly = inventory.podsMatching(namespace, condition).length === 0;
		return [{
			rule: "NP060",
			namespace,
			about: `${selectorKey(policy.podSelector)} ${pod.kind}/${pod.name}`,
			...isOnly ? {} : { level: "note" },
			message: `NetworkPolicy ${policy.name} selects \`${selectorWords(policy.podSelector)}\`, and ${pod.kind} ${pod.name} of ${namespaceLabel(namespace)} runs on the host network: the policy does not hold for its pods`,
			location: policy.podSelector.span
		}];
	});
}

// src/check/lints/named-port.ts
const SHOWN$1 = 3;
/**
* Port names that no pod at the receiving end declares, where such pods are known. A name is looked up on
* the pod; without it the entry lets nothing through. Selectors for any pod are left out: others may come.
*/
function findNamedPorts(facts) {
	if (!facts.complete) return [];
	return [...activeRules(facts.world)].flatMap((site) => {
		const named = site.rule.ports.filter(({ port }) => typeof port === "string");
		if (named.length === 0) return [];
		const destinations = destinationsOf(site, facts).filter(({ labels }) => labels.size > 0);
		const pods = destinations.flatMap(({ namespace, labels }) => facts.inventory.podsMatching(namespace, labels));
		const [first] = destinations;
		if (pods.length === 0 || first === void 0) return [];
		const where = namespaceLabel(first.namespace);
		return named.flatMap((port) => {
			if (pods.some((pod) => declares(pod, port))) return [];
			const { policy, namespace, direction } = site;
			return [{
				rule: "NP031",
				namespace,
				about: `${direction} ${port.protocol} ${port.port} ${where} ${describeLabels(first.labels)}`,
				message: `NetworkPolicy ${policy.name} allows ${port.protocol} port \`${port.port}\`, a name that ${podWords(pods)} of ${where} does not declare, so nothing gets through${suggestion(port, pods)}`,
				location: port.span
			}];
		});
	});
}
const declares = ({ ports }, { port, protocol }) => ports.some((declared) => declared.name === port && declared.protocol === protocol);
const podWords = (pods) => pods.slice(0, SHOWN$1).map(({ kind, name }) => `${kind} ${name}`).join(" or ");
/** The declared name that was meant, or those that there are. */
function suggestion({ port, protocol }, pods) {
	const names = [...new Set(pods.flatMap(({ ports }) => ports.flatMap((declared) => declared.protocol === protocol && declared.name !== "" ? [declared.name] : [])))];
	const near = names.find((name) => isNearText(name, String(port)));
	if (near !== void 0) return `; did you mean \`${near}\`?`;
	const listed = names.slice(0, SHOWN$1).map((name) => `\`${name}\``);
	return listed.length === 0 ? "" : `; it declares ${listed.join(", ")}`;
}

// src/check/lints/namespace-label.ts
/**
* `namespaceSelector`s that match no declared Namespace, where one is declared that they probably meant: of
* the wanted name, with nearly the wanted label, or matched before the change. Namespaces outside the
* repository have labels that nobody here knows, so any other selector may be right.
*/
function findUnknownNamespaceLabels(facts) {
	const { world, before, complete } = facts;
	if (world.namespaces.size === 0) return [];
	const standing = new Set(complete ? [] : before?.world.policies.map(({ policy }) => policy));
	const answers = /* @__PURE__ */ new Map();
	const labelsName = usesNameLabel(world);
	return [...selectorPeers(world)].flatMap((site) => {
		const { policy, namespace, direction, peer } = site;
		const selector = peer.namespaceSelector;
		if (selector === void 0 || selector.requirements.length === 0) return [];
		if (standing.has(policy)) return [];
		const key = selectorKey(selector);
		if (!answers.has(key)) answers.set(key, mistakeOf(selector, facts, labelsName));
		const mistake = answers.get(key);
		if (mistake === void 0 || isMeantOtherwise(mistake, site, facts)) return [];
		const at = selector.requirements.find((one) => sameWish(one, mistake.wanted));
		return [{
			rule: "NP022",
			namespace,
			about: `${direction} ${key}`,
			message: `NetworkPolicy ${policy.name} asks for namespaces \`${selectorWords(selector)}\`: ${mistake.text}`,
			location: (at ?? selector).span
		}];
	});
}
const sameWish = (a, b) => a.key === b.key && a.operator === b.operator && a.values.join() === b.values.join();
/** Whether another peer of the rule finds the namespace that was meant: then both spellings stand there. */
const isMeantOtherwise = ({ meant }, { rule, peer }, { evaluator }) => rule.peers.some((other) => other.type === "selectors" && other !== peer && other.namespaceSelector !== void 0 && evaluator.directory.select(other.namespaceSelector).some((set) => set.type === "known" && set.names.has(meant) || set.type === "unknown" && boxMatches(set.labels, { ["kubernetes.io/metadata.name"]: meant })));
/** Whether some Namespace carries its own name under `name`: then people here set that label. */
const usesNameLabel = ({ namespaces }) => [...namespaces.values()].some(({ name, labels }) => labels["name"] === name);
function mistakeOf(selector, { world, whole, before, complete, evaluator, nearest }, labelsName) {
	const box = boxOfSelector(selector);
	if (box === void 0) return void 0;
	const known = [...world.namespaces.values()];
	if (evaluator.directory.select(selector).some(({ type }) => type === "known")) return void 0;
	for (const wanted of selector.requirements) {
		const [value = "", another] = wanted.values;
		if (wanted.operator !== "In" || another !== void 0 || value === "") continue;
		const text = nameMistake(wanted, value, {
			whole,
			labelsName: labelsName || !complete,
			complete,
			nearest
		});
		if (text !== void 0) return {
			wanted,
			meant: value,
			text
		};
	}
	if (!complete) return void 0;
	const near = nearest.label(selector, known, NO_KEYS);
	if (near !== void 0) return {
		wanted: near.wanted,
		meant: "",
		text: `no Namespace in the repository has this label; did you mean \`${near.key}: ${near.value}\`?`
	};
	const lost = [...before?.world.namespaces.values() ?? []].find(({ name, labels }) => world.namespaces.has(name) && boxMatches(box, labels));
	const [wanted] = selector.requirements;
	return lost === void 0 || wanted === void 0 ? void 0 : {
		wanted,
		meant: lost.name,
		text: `before the change, Namespace ${lost.name} had this label`
	};
}
function nameMistake({ key }, value, { whole, labelsName, complete, nearest }) {
	const { namespaces } = whole;
	if (key === "kubernetes.io/metadata.name") {
		if (!complete) return void 0;
		const near = nearest.text(value, namespaces.keys());
		return near === void 0 || isPolicyNamespace(whole, value) ? void 0 : `no Namespace \`${value}\` is declared; did you mean \`${near}\`?`;
	}
	const advice = `write \`${require_manifests.NAME_LABEL}: ${value}\`, which every namespace has`;
	if (namespaces.has(value)) return `Namespace \`${value}\` has no such label; ${advice}`;
	if (key === "name" && !labelsName && !OF_PLATFORM.test(value)) return `no namespace has a label \`name\` unless somebody sets it; ${advice}`;
}
/** Namespaces that come with the platform, some of them with this label. */
const OF_PLATFORM = /^(?:kube|openshift)-/;
/** An instance or a component of that name is no namespace of that name. */
const NO_KEYS = /* @__PURE__ */ new Set();
const isPolicyNamespace = ({ policies, workloads }, name) => policies.some(({ namespace }) => namespace === name) || workloads.some(({ namespace }) => namespace === name);

// src/check/lints/network-plugin.ts
/**
* A network plugin that does not enforce policies, installed from the repository with nothing beside it that
* does. Most repositories do not say which plugin their cluster runs; then this is silent.
*/
function findIdlePlugins({ whole: world, complete }) {
	const plugins = world.plugins ?? [];
	const [idle] = plugins.filter(({ enforces }) => !enforces);
	if (!complete || idle === void 0 || world.policies.length === 0) return [];
	if (plugins.some(({ enforces }) => enforces)) return [];
	const amount = world.policies.length === 1 ? "the policy" : `the ${world.policies.length} policies`;
	return [{
		rule: "NP062",
		about: idle.name,
		message: `the network plugin installed here (${idle.name}) does not enforce NetworkPolicy: ${amount} of this scope may have no effect`,
		location: {
			...idle.span,
			endLine: idle.span.startLine,
			endColumn: idle.span.startColumn + 1
		}
	}];
}

// src/check/lints/policy-types.ts
/**
* Rules of a direction that `policyTypes` leaves out, which the API server accepts and everybody ignores;
* and egress rules without `policyTypes`, which deny all ingress beside them, where nothing else denies it.
*/
function findPolicyTypes(facts) {
	const isolation = /* @__PURE__ */ new Map();
	return facts.world.policies.flatMap(({ policy, namespace }) => {
		const common = () => ({
			rule: "NP033",
			namespace,
			about: require_manifests.contentOf({
				...policy,
				name: ""
			})
		});
		const ignored = require_base.DIRECTIONS.find((direction) => !policy.policyTypes.includes(direction) && policy[direction].length > 0);
		const [rule] = ignored === void 0 ? [] : policy[ignored];
		if (ignored !== void 0 && rule !== void 0) return [{
			...common(),
			message: `the ${ignored} rules of NetworkPolicy ${policy.name} have no effect: policyTypes lists only ${listed(policy)}`,
			location: rule.span
		}];
		if (!deniesIngressUnsaid(policy)) return [];
		const subject = boxOfSelector(policy.podSelector);
		if (subject === void 0) return [];
		const index = isolation.get(namespace) ?? createSubjectIndex(facts.evaluator.side(namespace, "ingress").isolation, ({ labels }) => labels);
		isolation.set(namespace, index);
		if (index.covers(subject, ({ policy: other }) => other.ref.span !== policy.span)) return [];
		return [{
			...common(),
			level: "warning",
			message: `NetworkPolicy ${policy.name} has egress rules and no policyTypes: this also denies all ingress to its pods in ${namespaceLabel(namespace)}, which nothing else does`,
			help: "Write `policyTypes: [Egress]`, or `policyTypes: [Ingress, Egress]` if ingress is to be denied.",
			location: policy.egress[0]?.span ?? policy.span
		}];
	});
}
const NAMES = {
	ingress: "Ingress",
	egress: "Egress"
};
const listed = ({ policyTypes }) => policyTypes.map((direction) => NAMES[direction]).join(" and ");
const deniesIngressUnsaid = (policy) => policy.policyTypes.length === 2 && policy.ingress.length === 0 && policy.egress.length > 0 && isDefaulted(policy);
/** Where policyTypes are not written, their place is the whole spec, with the selector in it. */
const isDefaulted = ({ policyTypesSpan, podSelector }) => contains(policyTypesSpan, podSelector.span);
const contains = (outer, inner) => !isBefore(inner.startLine, inner.startColumn, outer.startLine, outer.startColumn) && !isBefore(outer.endLine, outer.endColumn, inner.endLine, inner.endColumn);
const isBefore = (line, column, otherLine, otherColumn) => line < otherLine || line === otherLine && column < otherColumn;

// src/check/lints/service-port.ts
/**
* Rules with the port of a Service, behind which the pods listen on another: policies see the port of the
* pod. Silent where a pod that the rule means listens on that port too, or where the right port is allowed
* for the same peers as well.
*/
function findServicePorts(facts) {
	if ((facts.world.services ?? []).length === 0) return [];
	return [...activeRules(facts.world)].flatMap((site) => destinationsOf(site, facts).flatMap((destination) => site.rule.ports.flatMap((port) => {
		const found = mismatch(port, destination, facts);
		if (found === void 0 || isAllowedToo(found.target, {
			site,
			port,
			facts
		})) return [];
		const { service, target } = found;
		const { policy, namespace, direction } = site;
		const where = namespaceLabel(destination.namespace);
		return [{
			rule: "NP030",
			namespace,
			about: `${direction} ${port.protocol} ${port.port} ${where}/${service.name} ${site.rule.peers.map(peerKey).join(" ")}`,
			message: `NetworkPolicy ${policy.name} allows ${port.protocol} ${port.port}, the port of Service ${service.name} in ${where}; its pods listen on ${target}, so nothing gets through`,
			location: port.span
		}];
	})));
}
function mismatch({ port, endPort, protocol }, { namespace, labels }, { inventory }) {
	if (typeof port !== "number" || (endPort ?? port) !== port || labels.size === 0) return void 0;
	const services = inventory.servicesBehind(namespace, labels);
	if (services.length === 0) return void 0;
	const pods = inventory.podsMatching(namespace, labels);
	if (pods.some(({ ports }) => ports.some((declared) => declared.port === port && declared.protocol === protocol))) return void 0;
	let found;
	for (const service of services) for (const entry of service.ports) {
		if (entry.protocol !== protocol) continue;
		const target = targetOf(entry, pods);
		if (target === void 0 ? entry.port === port : target === port) return void 0;
		if (entry.port === port && target !== void 0) found ??= {
			service,
			target
		};
	}
	return found;
}
function targetOf({ target, protocol }, pods) {
	if (typeof target === "number") return target;
	return pods.flatMap(({ ports }) => ports).find((port) => port.name === target && port.protocol === protocol)?.port;
}
/** Whether the port on which the pods listen is open to the same peers. */
function isAllowedToo(target, { site, port, facts: { allows } }) {
	const { namespace, direction } = site;
	const ports = portRange(port.protocol, target, target);
	return allows.ofRule(site).every((allow) => {
		const cuts = [];
		for (const { region } of allows.of(namespace, direction).meeting(podsOf(allow, direction))) if (hasPort(region.ports, port.protocol, target)) cuts.push(region);
		return subtractAll([{
			...allow.region,
			ports,
			names: NO_NAMES
		}], cuts).length === 0;
	});
}

// src/check/lints/split-rule.ts
/**
* A dash before `ports` makes two rules of one: peers on every port, and everyone on these ports. Told from
* a public port by the policy as it was before the change, or by having exactly these two rules with no
* port that people open to everyone on purpose.
*/
function findSplitRules(facts) {
	const joined = joinedRules(facts);
	return [...activeRules(facts.world)].flatMap((site) => {
		const { policy, namespace, direction, rule, index } = site;
		const next = policy[direction][index + 1];
		if (next === void 0) return [];
		const [from, ports] = rule.peers.length > 0 ? [rule, next] : [next, rule];
		if (from.peers.length === 0 || from.ports.length > 0) return [];
		if (ports.peers.length > 0 || ports.ports.length === 0 || isOnlyDns(ports)) return [];
		const wasOne = joined.has(ruleKey(site, from, ports));
		if (!wasOne && !isSuspect(site, ports)) return [];
		const allows = facts.allows.ofRule({
			...site,
			rule: ports
		});
		if (!wasOne && isOpenAnyway(allows, facts, site)) return [];
		const words = portWords(allows);
		return [{
			rule: "NP024",
			namespace,
			about: `${direction} ${require_manifests.contentOf({
				...policy,
				name: ""
			})}`,
			message: `NetworkPolicy ${policy.name} has two rules where one was probably meant: everyone on ${words}, and the listed peers on every port, for pods of ${namespaceLabel(namespace)}`,
			location: ports.span
		}];
	});
}
/** Ports that pods offer to everyone on purpose, behind a load balancer for example. */
const PUBLIC = /* @__PURE__ */ new Set([
	80,
	443,
	8080,
	8443,
	"http",
	"https",
	"web",
	"websecure"
]);
const isSuspect = ({ policy, direction }, { ports }) => direction === "ingress" && policy.ingress.length === 2 && !ports.some(({ port }) => PUBLIC.has(port));
const ruleKey = ({ policy, namespace, direction }, from, to) => JSON.stringify([
	namespace,
	policy.name,
	direction,
	...keysOf({
		...to,
		peers: from.peers
	})
]);
const keysOf = ({ peers, ports }) => [peers, ports].map((list) => JSON.stringify(list, (key, value) => key === "span" || key === "protocolSpan" ? void 0 : value));
/** Peers and ports in one rule, before the change. */
function joinedRules({ world, before }) {
	const keys = /* @__PURE__ */ new Set();
	if (before === void 0) return keys;
	for (const site of activeRules(policiesNotIn(before.world, world))) if (site.rule.peers.length > 0 && site.rule.ports.length > 0) keys.add(ruleKey(site, site.rule, site.rule));
	return keys;
}
/** Whether other rules let everyone in on these ports as well. */
const isOpenAnyway = (own, { allows }, { namespace, direction }) => own.every((allow) => {
	const others = [];
	for (const other of allows.of(namespace, direction).meeting(podsOf(allow, direction))) if (other.peer === void 0 && other.rule !== allow.rule) others.push(other.region);
	return subtractAll([allow.region], others).length === 0;
});
function portWords(allows) {
	const texts = new Set(allows.filter(({ region }) => region.names.size > 0).map(({ region }) => describePorts(region.ports, region.names)));
	const [first, ...rest] = allows.filter(({ region }) => region.names.size === 0).map(({ region }) => region.ports);
	if (first !== void 0) texts.add(describePorts(rest.reduce(unitePorts, first), /* @__PURE__ */ new Map()));
	return [...texts].join(", ");
}

// src/check/lints/lint-world.ts
/** One entry per file: a new lint is a file and a line here. */
const LINTS = [
	findDnsPeers,
	findDenyThatAllows,
	findDefeatedExcepts,
	findDanglingSubjects,
	findDanglingPeers,
	findUnknownNamespaceLabels,
	findAndOr,
	findSplitRules,
	findServicePorts,
	findNamedPorts,
	findDnsProtocols,
	findPolicyTypes,
	findClusterIps,
	findHiddenClients,
	findDuplicates,
	findHostNetworkSubjects,
	findIdlePlugins
];
/** The faults that stand in one world. */
const lintWorld = (request) => faultsOf(factsOf(request)).map((fault) => toFinding(fault, request.scope));
/** The faults that a change brings. */
function lintChange(base, head) {
	const focus = focusOf(base.world, head.world);
	const before = factsOf(base, focus);
	const now = {
		...factsOf(head, focus),
		before
	};
	return newFaults(faultsOf(before), faultsOf(now)).map((fault) => ({
		...toFinding(fault, head.scope),
		...fault.levelIfNew === void 0 ? {} : { level: fault.levelIfNew },
		side: "head"
	}));
}
function factsOf({ world, evaluator, complete }, focus = (all) => all) {
	return {
		world: focus(world),
		whole: world,
		evaluator,
		complete,
		inventory: createInventory(world),
		allows: createAllowIndex(evaluator),
		nearest: createNearSearch()
	};
}
const faultsOf = (facts) => LINTS.flatMap((lint) => {
	try {
		return lint(facts);
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		return [];
	}
});
function toFinding({ rule, namespace, message, location, help, level }, scope) {
	const finding = require_rules.findingOf(rule, {
		scope,
		message,
		location,
		...namespace === void 0 ? {} : { namespace },
		...help === void 0 ? {} : { help }
	});
	return level === void 0 ? finding : {
		...finding,
		level
	};
}

// src/check/metadata.ts
/** Gate: some pod could not reach a metadata address at base and can at head. */
function checkMetadata(facts) {
	return gatedSides(facts).filter(({ direction }) => direction === "egress").flatMap((side) => {
		const opened = side.gains.flatMap((gain) => reachOf$1(gain));
		const [first] = opened;
		if (first === void 0) return onOtherPorts(side, facts);
		const addresses = [...new Set(opened.flatMap(({ reach }) => reach.addresses))];
		const location = placeOfGain(side, facts, first.gain);
		return [require_rules.findingOf("NP002", {
			scope: facts.scope,
			namespace: side.workload?.namespace ?? side.namespace,
			message: `${describeWho(side, opened.map(({ reach }) => reach))} can now reach the cloud metadata service: ${list(addresses)}`,
			...opened.every(({ gain }) => gain.cause.type === "isolation") ? { certain: false } : {},
			...side.workload === void 0 ? {} : { help: helpForMoved(side.workload) },
			...location
		})];
	});
}
/** Port 53 alone is a resolver, on GKE Cloud DNS at the metadata address itself. */
const OTHER_PORTS = subtractPorts(ALL_PORTS, unitePorts(METADATA_PORTS, unitePorts(portRange("TCP", 53, 53), portRange("UDP", 53, 53))));
function onOtherPorts(side, facts) {
	for (const gain of side.gains) for (const region of gain.regions) {
		const reach = metadataReach(region, OTHER_PORTS);
		if (reach === void 0) continue;
		const { ports } = reach.region;
		return [require_rules.findingOf("NP017", {
			scope: facts.scope,
			namespace: side.workload?.namespace ?? side.namespace,
			message: `${describeWho(side, [reach])} can now reach ${list(reach.addresses)} on ${describePorts(ports, NO_NAMES)}`,
			...placeOfGain(side, facts, gain)
		})];
	}
	return [];
}
const reachOf$1 = (gain) => gain.regions.flatMap((region) => {
	const reach = metadataReach(region);
	return reach === void 0 ? [] : [{
		gain,
		reach
	}];
});
const SHOWN = 3;
const list = (addresses) => addresses.slice(0, SHOWN).join(", ") + (addresses.length > SHOWN ? ` and ${addresses.length - SHOWN} more` : "");
function describeWho(side, reaches) {
	if (side.workload !== void 0) return describeMoved(side.workload);
	const labels = describeAnyOf(reaches.map(({ pods }) => pods));
	return `${labels === "" ? "any pod" : `pods ${labels}`} in ${namespaceLabel(side.namespace)}`;
}

// src/check/new-namespace.ts
/** A Namespace that is new and in which some pods are isolated by nothing. */
function checkNewNamespaces(facts) {
	return [...facts.states].flatMap(([name, state]) => {
		const namespace = facts.head.namespaces.get(name);
		if (state !== "new" || namespace === void 0) return [];
		const open = require_base.DIRECTIONS.filter((direction) => coverageOf(facts.comparison.head.side(name, direction)) !== "all");
		if (open.length === 0) return [];
		return [require_rules.findingOf("NP003", {
			scope: facts.scope,
			namespace: name,
			message: `the new namespace ${name} has no default-deny for ${open.join(" and ")}`,
			location: namespace.span,
			side: "head"
		})];
	});
}

// src/check/placement.ts
/** Changed policies that land somewhere else than their author may think. */
function checkPlacement(facts) {
	const before = new Set(facts.base.policies.map(({ policy }) => policy));
	const moved = facts.head.policies.filter(({ policy }) => !before.has(policy));
	const kept = new Set(facts.head.policies.map(({ policy }) => policy));
	const gone = facts.base.policies.filter(({ policy }) => !kept.has(policy));
	const contents = new Set(gone.map(({ policy }) => require_manifests.contentOf(policy)));
	const changed = moved.filter(({ policy }) => !contents.has(require_manifests.contentOf(policy)));
	const earlier = indexEarlier(facts);
	return [
		...changed.flatMap((placed) => missing(placed, facts, earlier)),
		...[...changed, ...orphaned(facts, new Set(changed))].flatMap((placed) => undeclared(placed, facts, earlier)),
		...definedTwice(changed, facts)
	];
}
/** Policies that stay as they are in a namespace whose manifest is gone or renamed. */
const orphaned = ({ base, head }, changed) => head.policies.filter((placed) => !changed.has(placed) && base.namespaces.has(placed.namespace) && !head.namespaces.has(placed.namespace));
function indexEarlier({ base }) {
	const byName = /* @__PURE__ */ new Map();
	for (const { policy } of base.policies) if (!byName.has(policy.name)) byName.set(policy.name, policy);
	return {
		byName,
		namespaces: new Set(base.policies.map(({ namespace }) => namespace))
	};
}
function missing({ policy, namespace }, { scope, kustomized }, { byName }) {
	if (policy.namespace !== void 0 || namespace !== "") return [];
	const same = byName.get(policy.name);
	if (same !== void 0 && same.namespace === void 0) return [];
	if (same === void 0 && kustomized(policy.span.path)) return [];
	const lost = same === void 0 ? "" : `; before, it was in ${same.namespace}`;
	return [require_rules.findingOf("NP025", {
		scope,
		message: `NetworkPolicy ${policy.name} names no namespace${lost}`,
		location: policy.span,
		side: "head"
	})];
}
/** Only where the scope declares namespaces at all: most repositories of policies declare none. */
function undeclared({ policy, namespace }, { scope, base, head }, earlier) {
	if (namespace === "" || head.namespaces.size === 0 || head.namespaces.has(namespace)) return [];
	if (!base.namespaces.has(namespace) && earlier.namespaces.has(namespace)) return [];
	return [require_rules.findingOf("NP026", {
		scope,
		namespace,
		message: `NetworkPolicy ${policy.name} is for namespace ${namespace}, which no manifest declares`,
		location: policy.span,
		side: "head"
	})];
}
/** Policies of one name in one namespace that do not say the same; each name is looked at once. */
function definedTwice(changed, { scope, policies }) {
	const seen = /* @__PURE__ */ new Set();
	return changed.flatMap(({ policy, namespace }) => {
		const key = require_manifests.policyKey(namespace, policy.name);
		if (seen.has(key)) return [];
		seen.add(key);
		const content = require_manifests.contentOf(policy);
		const other = policies.head.all(namespace, policy.name).find((same) => same !== policy && require_manifests.contentOf(same) !== content);
		if (other === void 0) return [];
		const { path, startLine } = other.span;
		return [require_rules.findingOf("NP027", {
			scope,
			namespace,
			message: `NetworkPolicy ${policy.name} in ${namespaceLabel(namespace)} is defined here and in ${path}:${startLine}; both were evaluated`,
			location: policy.span,
			side: "head"
		})];
	});
}

// src/check/review-scope.ts
var review_scope_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ reviewScope: () => reviewScope });
/** Compares one scope and runs every check of a diff on it. */
function reviewScope(request) {
	const { name, base, head } = request;
	const comparison = compareWorlds(base, head, request);
	const moved = [...new Set(comparison.sides.flatMap(({ workload }) => workload ?? []))];
	const touched = /* @__PURE__ */ new Set([
		...comparison.sides.filter(({ workload }) => workload === void 0).map((side) => side.namespace),
		...[...base.namespaces.keys()].filter((namespace) => !head.namespaces.has(namespace)),
		...[...head.namespaces.keys()].filter((namespace) => !base.namespaces.has(namespace))
	]);
	const states = namespaceStates(touched, {
		base,
		head
	}, request.occupiedAtHead);
	const { weakenings, tooComplex } = findWeakenings({
		comparison,
		states
	});
	const facts = {
		scope: name,
		base,
		head,
		comparison,
		states,
		weakenings,
		kustomized: request.kustomized ?? (() => false),
		policies: {
			base: createPolicyLookup(base),
			head: createPolicyLookup(head)
		},
		words: {
			base: createPodWords(base, moved, "base"),
			head: createPodWords(head, moved, "head")
		}
	};
	const gates = [...checkDefaultDeny(facts), ...checkMetadata(facts)];
	const attempt = (check) => {
		try {
			return check(facts);
		} catch (error) {
			if (!(error instanceof TooComplex)) throw error;
			tooComplex.push(...comparison.sides);
			return [];
		}
	};
	const others = [
		checkNewNamespaces,
		checkDns,
		checkPlacement
	].flatMap(attempt);
	const sides = knownSides(facts, request.doubt);
	const gone = (namespace) => facts.states.get(namespace) === "decommissioned";
	return {
		namespaces: [...touched].toSorted().map((namespace) => describeNamespace(namespace, facts, sides)),
		flows: rowsOf(comparison.changes.filter(({ namespace }) => !gone(namespace)), facts),
		findings: [
			...gates,
			...others,
			...lintsOf(facts, request)
		],
		unknown: [...comparison.sides.filter(({ verdict }) => verdict === "unknown"), ...tooComplex].map((side) => side.workload?.namespace ?? side.namespace)
	};
}
function lintsOf(facts, { complete }) {
	if (complete === void 0) return [];
	const { scope, comparison } = facts;
	const on = (side) => ({
		scope,
		world: facts[side],
		evaluator: comparison[side],
		complete
	});
	return lintChange(on("base"), on("head"));
}
/** The gates' sides that got weaker, and those where finding out takes too long. */
function findWeakenings(facts) {
	const weakenings = /* @__PURE__ */ new Map();
	const tooComplex = [];
	for (const side of gatedSides(facts)) try {
		const weakening = findWeakening(side);
		if (weakening !== void 0) weakenings.set(side, weakening);
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		tooComplex.push(side);
	}
	return {
		weakenings,
		tooComplex
	};
}
/** The sides by namespace. Isolation that an unread manifest may hold is not known to be lost. */
function knownSides(facts, doubt) {
	const rejectedIn = new Set([...facts.head.rejected ?? []].map((key) => key.slice(0, key.indexOf("/"))));
	const known = /* @__PURE__ */ new Map();
	for (const side of facts.comparison.sides) {
		if (side.workload !== void 0) continue;
		const lost = side.gains.some(({ cause }) => cause.type === "isolation");
		const mayStand = rejectedIn.has(side.namespace) && side.verdict !== "unchanged";
		const sides = known.get(side.namespace) ?? {};
		sides[side.direction] = {
			side: doubt && (lost || mayStand) ? {
				...side,
				verdict: "unknown"
			} : side,
			weakened: facts.weakenings.has(side)
		};
		known.set(side.namespace, sides);
	}
	return known;
}
function describeNamespace(name, facts, sides) {
	const { ingress, egress } = sides.get(name) ?? {};
	const kept = facts.states.get(name) === "kept";
	const deny = (known) => known === void 0 ? "none" : denyState(known.side, known.weakened);
	return {
		name,
		label: namespaceLabel(name),
		state: facts.states.get(name) ?? "kept",
		ingress: ingress?.side.verdict ?? "unchanged",
		egress: egress?.side.verdict ?? "unchanged",
		defaultDeny: {
			ingress: deny(ingress),
			egress: deny(egress)
		},
		metadata: metadataState(egress?.side, kept)
	};
}
function denyState(side, weakened) {
	if (side.verdict === "unknown") return "unknown";
	if (weakened) return "weakened";
	const now = coverageOf(side.head);
	if (lostIsolation(side.head, side.base).length > 0) return "strengthened";
	return now === "all" ? "kept" : now === "some" ? "partial" : "none";
}
function metadataState(side, kept) {
	if (side === void 0) return "reachable";
	if (side.verdict === "unknown") return "unknown";
	if (kept && side.gains.some(reachesMetadataAnew)) return "opened";
	if (metadataIsReachable(side.head)) return "reachable";
	return metadataIsReachable(side.base) ? "closed" : "blocked";
}
const reachesMetadataAnew = ({ regions }) => regions.some((region) => metadataReach(region) !== void 0);

// src/reach/flows.ts
/** Every allowed flow between the workloads of one world, and with addresses outside. */
function listFlows(workloads, evaluator, { families }) {
	const ends = distinctEnds(workloads, evaluator);
	const outside = families.reduce((rest, family) => [...rest, ...family === 4 ? ALL_IPV4 : ALL_IPV6], []);
	const flows = [];
	for (const source of ends) for (const destination of ends) {
		if (source.id === destination.id) continue;
		const certain = portsBetween(source, destination, evaluator, "every");
		const possible = portsBetween(source, destination, evaluator, "some");
		const row = {
			source: source.id,
			destination: destination.id
		};
		if (!isNoPorts(certain)) flows.push({
			...row,
			ports: certain,
			dependsOnAddress: false
		});
		if (!samePorts(certain, possible)) flows.push({
			...row,
			ports: possible,
			dependsOnAddress: true
		});
	}
	for (const end of ends) {
		for (const [range, ports] of outsideRanges(end, "ingress", {
			evaluator,
			outside
		})) flows.push({
			source: range,
			destination: end.id,
			ports,
			dependsOnAddress: false
		});
		for (const [range, ports] of outsideRanges(end, "egress", {
			evaluator,
			outside
		})) flows.push({
			source: end.id,
			destination: range,
			ports,
			dependsOnAddress: false
		});
	}
	return flows;
}
/**
* Pods of one owner are one end as long as no policy tells them apart but by address. Where one does, in the
* middle of a rollout say, each pod stands for itself.
*/
function distinctEnds(workloads, evaluator) {
	const signatureOf = require_base.lazily(() => createSignature(workloads, evaluator));
	const owned = /* @__PURE__ */ new Map();
	for (const placed of workloads) {
		const { owner } = placed.workload;
		const id = owner === void 0 ? workloadId(placed) : `${placed.namespace}/${owner.name}[${owner.kind}]`;
		const group = owned.get(id);
		if (group === void 0) owned.set(id, [placed]);
		else group.push(placed);
	}
	return [...owned].flatMap(([id, group]) => {
		return new Set(group.map(({ workload }) => require_manifests.traitsOf(workload))).size > 1 && new Set(group.map(({ workload }) => signatureOf()(workload))).size > 1 ? [...new Map(group.map((pod) => [workloadId(pod), endOf(workloadId(pod), [pod])])).values()] : [endOf(id, group)];
	});
}
/** What policies see of a pod: equal texts are treated alike wherever the pod is an end. */
function createSignature(workloads, evaluator) {
	const namespaces = new Set(workloads.map(({ namespace }) => namespace));
	for (const direction of require_base.DIRECTIONS) for (const name of evaluator.isolating(direction)) namespaces.add(name);
	const boxes = /* @__PURE__ */ new Map();
	for (const namespace of namespaces) for (const direction of require_base.DIRECTIONS) {
		const { isolation, allows } = evaluator.side(namespace, direction);
		for (const { labels } of isolation) boxes.set(boxKey(labels), labels);
		for (const { region } of allows) for (const end of [region.source, region.destination]) if (end.type === "pod") boxes.set(boxKey(end.labels), end.labels);
	}
	const all = [...boxes.values()];
	return (workload) => JSON.stringify([all.map((box) => Number(boxMatches(box, workload.labels))).join(""), require_manifests.traitsOf({
		...workload,
		labels: {}
	})]);
}
function endOf(id, group) {
	const [first] = group;
	if (first === void 0) throw new Error("an end without pods");
	const pods = group.map(({ workload }) => workload.ips.flatMap((text) => {
		const address = require_manifests.parseAddress(text);
		return address === void 0 ? [] : [pointOf(address.family, address.value)];
	}));
	return {
		...first,
		id,
		pods
	};
}
function portsBetween(source, destination, evaluator, mode) {
	const egress = portsOfSide(source, destination, evaluator, {
		direction: "egress",
		mode
	});
	if (isNoPorts(egress)) return egress;
	const ingress = portsOfSide(destination, source, evaluator, {
		direction: "ingress",
		mode
	});
	return intersectPorts(egress, ingress);
}
function portsOfSide(self, other, evaluator, { direction, mode }) {
	const allows = allowsOf(self, direction, evaluator);
	if (allows === void 0) return ALL_PORTS;
	const destination = direction === "ingress" ? self.workload : other.workload;
	let ports = NO_PORTS;
	for (const { region } of allows) {
		if (!holds(peerOf(region, direction), other, evaluator, mode)) continue;
		const resolved = resolvePortNames(region, destination);
		if (resolved !== void 0) ports = unitePorts(ports, resolved.ports);
	}
	return ports;
}
/** The rules that apply to a workload; undefined where nothing isolates it. */
function allowsOf({ workload, namespace }, direction, evaluator) {
	if (workload.hostNetwork) return void 0;
	const { isolation, allows } = evaluator.side(namespace, direction);
	if (!isolation.some(({ labels }) => boxMatches(labels, workload.labels))) return void 0;
	return allows.filter(({ region }) => {
		const subject = subjectOf(region, direction);
		return subject.type === "pod" && boxMatches(subject.labels, workload.labels);
	});
}
function holds(endpoint, end, { directory }, mode) {
	const { workload, namespace } = end;
	if (endpoint.type === "address") return workload.hostNetwork && covers$1(endpoint, end, mode);
	if (workload.hostNetwork || !boxMatches(endpoint.labels, workload.labels)) return false;
	const { namespaces } = endpoint;
	return (namespaces.type === "known" ? namespaces.names.has(namespace) : !directory.known.has(namespace) && boxMatches(namespaces.labels, { ["kubernetes.io/metadata.name"]: namespace })) && covers$1(endpoint, end, mode);
}
function covers$1({ addresses }, { pods }, mode) {
	if (addresses === ALL_ADDRESSES) return true;
	const coversPod = (points) => points.length > 0 ? points.some((point) => hasPoint(addresses, point)) : mode === "some" || subtractAddresses(ALL_IPV4, addresses).length === 0;
	return mode === "some" ? pods.some(coversPod) : pods.every(coversPod);
}
/** Addresses outside the cluster by what they may do; neighbours with equal ports are one range. */
function outsideRanges(end, direction, { evaluator, outside }) {
	const allows = allowsOf(end, direction, evaluator);
	const rules = (allows ?? []).flatMap(({ region }) => {
		const peer = peerOf(region, direction);
		if (peer.type === "pod") return [];
		const resolved = direction === "ingress" ? resolvePortNames(region, end.workload) : region;
		return resolved === void 0 ? [] : [{
			addresses: peer.addresses,
			ports: resolved.ports
		}];
	});
	const cuts = [...outside, ...rules.flatMap(({ addresses }) => intersectAddresses(addresses, outside))];
	const starts = [...new Set(cuts.flat())].toSorted((a, b) => a < b ? -1 : 1);
	const ranges = [];
	for (const [index, first] of starts.entries()) {
		const next = starts[index + 1];
		if (next === void 0 || !hasPoint(outside, first)) continue;
		const ports = allows === void 0 ? ALL_PORTS : rules.filter(({ addresses }) => hasPoint(addresses, first)).reduce((sum, rule) => unitePorts(sum, rule.ports), NO_PORTS);
		if (isNoPorts(ports)) continue;
		const last = ranges.at(-1);
		if (last !== void 0 && last.end === first && first !== IPV6_OFFSET && samePorts(last.ports, ports)) last.end = next;
		else ranges.push({
			first,
			end: next,
			ports
		});
	}
	return ranges.map(({ first, end: stop, ports }) => [rangeText(first, stop - 1n), ports]);
}
function rangeText(first, last) {
	const text = (point) => {
		const family = familyOfPoint(point);
		return require_manifests.formatAddress(family, family === 4 ? point : point - IPV6_OFFSET);
	};
	return first === last ? text(first) : `${text(first)}-${text(last)}`;
}

// src/reach/point.ts
/**
* Decides a single flow straight from the API text, without the set algebra: the reference that the
* symbolic answer is checked against, and the engine of `query`.
*/
function decideFlow(policies, flow, options) {
	const egress = decideSide(policies, flow, "egress", options);
	const ingress = decideSide(policies, flow, "ingress", options);
	return {
		allowed: egress.allowed && ingress.allowed,
		egress,
		ingress
	};
}
function decideSide(policies, flow, direction, options) {
	const [self, other] = direction === "ingress" ? [flow.destination, flow.source] : [flow.source, flow.destination];
	if (self.type === "address" || self.hostNetwork === true) return {
		direction,
		allowed: true,
		isolatedBy: [],
		allowedBy: []
	};
	const isolatedBy = policies.filter(({ policy, namespace }) => namespace === self.namespace && policy.policyTypes.includes(direction) && selects(policy.podSelector, self.labels)).map(({ policy }) => policy);
	const allowedBy = isolatedBy.flatMap((policy) => policy[direction].filter(({ peers, ports }) => (peers.length === 0 || peers.some((peer) => matchesPeer(peer, other, self.namespace, options))) && (ports.length === 0 || ports.some((port) => matchesPort(port, flow)))).map((rule) => ({
		policy,
		rule
	})));
	return {
		direction,
		allowed: isolatedBy.length === 0 || allowedBy.length > 0,
		isolatedBy,
		allowedBy
	};
}
/** All requirements hold; `NotIn` holds for a missing key as well. */
function selects(selector, labels) {
	return selector.requirements.every(({ key, operator, values }) => {
		const value = Object.hasOwn(labels, key) ? labels[key] : void 0;
		switch (operator) {
			case "In": return value !== void 0 && values.includes(value);
			case "NotIn": return value === void 0 || !values.includes(value);
			case "Exists": return value !== void 0;
			case "DoesNotExist": return value === void 0;
		}
	});
}
function matchesPeer(peer, other, ownNamespace, options) {
	if (peer.type === "ipBlock") {
		if (other.type === "pod" && !options.ipBlockMatchesPods && other.hostNetwork !== true) return false;
		return other.address !== void 0 && hasPoint(addressesOf(peer), other.address);
	}
	if (other.type === "address" || other.hostNetwork === true) return false;
	return (peer.namespaceSelector === void 0 ? other.namespace === ownNamespace : selects(peer.namespaceSelector, other.namespaceLabels)) && (peer.podSelector === void 0 || selects(peer.podSelector, other.labels));
}
/** A named port is resolved on the destination, by name and protocol, in both directions. */
function matchesPort(entry, { destination, protocol, port }) {
	if (entry.protocol !== protocol) return false;
	if (entry.port === void 0) return true;
	if (typeof entry.port === "number") return entry.port <= port && port <= (entry.endPort ?? entry.port);
	if (destination.type === "address" || destination.hostNetwork === true) return false;
	return destination.ports.some((declared) => declared.name === entry.port && declared.protocol === protocol && declared.port === port);
}

// src/check/accept-findings.ts
/** Marks what somebody answers for. The last day counts; after it a finding is like all others again. */
function acceptFindings(findings, request) {
	const { accept, today, mode } = request;
	const rules = new Set(accept.map(({ rule }) => rule));
	const used = /* @__PURE__ */ new Set();
	const missed = /* @__PURE__ */ new Set();
	const isExpired = ({ expires }) => expires < today;
	const marked = findings.map((finding) => {
		if (!rules.has(finding.rule)) return finding;
		const entries = accept.filter((entry) => covers(entry, finding));
		for (const entry of entries) used.add(entry);
		const valid = entries.find((entry) => !isExpired(entry));
		if (valid === void 0) {
			for (const entry of entries) missed.add(entry);
			return finding;
		}
		const { reason, owner, expires } = valid;
		return {
			...finding,
			gate: false,
			accepted: {
				reason,
				owner,
				expires
			}
		};
	});
	const remarkOn = (entry) => {
		if (missed.has(entry)) return [remark("NP090", entry, request)];
		if (mode === "diff" || entry.isShared) return [];
		if (isExpired(entry)) return [remark("NP090", entry, request)];
		if (used.has(entry) || require_rules.ruleOf(entry.rule)?.onlyInChanges === true) return [];
		return [remark("NP091", entry, request)];
	};
	return {
		findings: marked,
		remarks: accept.flatMap(remarkOn)
	};
}
const covers = (entry, finding) => entry.rule === finding.rule && (entry.scope === void 0 || entry.scope === finding.scope) && (entry.namespace === void 0 || entry.namespace === finding.namespace) && (entry.message === void 0 || finding.message.includes(entry.message)) && (entry.matchesPath === void 0 || finding.location !== void 0 && entry.matchesPath(finding.location.path));
function remark(rule, { rule: about, owner, reason, expires, scope, namespace, span }, { mode, isReviewed }) {
	const inTree = isReviewed(span.path);
	const where = inTree ? "" : ` (${span.path}:${span.startLine})`;
	const what = rule === "NP090" ? `what ${owner} accepts of ${about} expired on ${expires}` : `what ${owner} accepts of ${about} until ${expires} was not found`;
	return require_rules.findingOf(rule, {
		scope: scope ?? "",
		...namespace === void 0 ? {} : { namespace },
		message: `${what}${where}: ${reason}`,
		...inTree ? {
			location: span,
			side: mode === "diff" ? "base" : "head"
		} : {}
	});
}

// src/check/apply-rules.ts
/** The findings with the levels and gates that the configuration gives them; undefined where they are off. */
function applyRules(finding, { rules, failOn }) {
	const setting = rules.get(finding.rule);
	if (setting === "off") return void 0;
	const { level = finding.level, gate } = settingOf(setting);
	const isGate = gate ?? (isGateAt(finding, level) || reaches$1(level, failOn));
	return {
		...finding,
		level,
		gate: isGate
	};
}
const settingOf = (setting) => typeof setting === "string" ? { level: setting } : setting ?? {};
/** Who calls a gate a warning does not want it to fail. */
const isGateAt = ({ gate }, level) => gate && level === "error";
const reaches$1 = (level, failOn) => require_base.LEVELS.slice(require_base.LEVELS.indexOf(level)).some((each) => failOn.includes(each));
/** The rules that the configuration changes, and how many of the findings that it leaves out. */
function ruleChanges(findings, rules) {
	return [...rules].flatMap(([id, setting]) => {
		const rule = require_rules.ruleOf(id);
		if (rule === void 0) return [];
		if (setting === "off") return [{
			rule: id,
			level: "off",
			gate: false,
			hidden: findings.filter((finding) => finding.rule === id).length
		}];
		const { level = rule.level, gate = isGateAt(rule, level) } = settingOf(setting);
		return level === rule.level && gate === rule.gate ? [] : [{
			rule: id,
			level,
			gate,
			hidden: 0
		}];
	});
}

// src/check/fail-on-flows.ts
/**
* A finding for each opened flow that fails the check, as the configuration says. A row has the worst of its
* risks only, so a risk stands for all worse ones, too: what goes to everyone also goes to the internet.
*/
const failOnFlows = (flows, { scope, failOn }) => flows.filter(({ change, risk }) => change === "opened" && reaches(risk, failOn)).map(({ namespace, source, destination, ports, risk, blame }) => {
	const { head, base } = blame;
	return require_rules.findingOf("NP080", {
		scope,
		namespace,
		message: `flow opened (${risk}): ${source.text} → ${destination.text} on ${ports}`,
		...head === void 0 ? base !== void 0 && {
			location: base,
			side: "base"
		} : {
			location: head,
			side: "head"
		}
	});
});
const reaches = (risk, failOn) => require_base.RISKS.slice(require_base.RISKS.indexOf(risk)).some((each) => failOn.includes(each));

// src/check/judge.ts
/**
* From what was found to the verdict: levels and gates as the configuration sets them, then what it
* accepts, then what unread manifests may refute.
*/
function judge({ scopes, ledger, config, ...request }) {
	const { rules, failOn, warnOnly, files } = config;
	const found = scopes.flatMap(({ name, findings, flows, ledger: ofScope }) => {
		const unread = ofScope.find(hidesPolicies);
		return [...findings, ...failOnFlows(flows, {
			scope: name,
			failOn
		})].map((finding) => ({
			finding,
			unread
		}));
	});
	const applied = found.flatMap(({ finding, unread }) => {
		const changed = applyRules(finding, {
			rules,
			failOn
		});
		return changed === void 0 ? [] : [{
			finding: changed,
			unread
		}];
	});
	const { findings: marked, remarks } = acceptFindings(applied.map(({ finding }) => finding), {
		...request,
		accept: config.accept
	});
	const ofRemarks = {
		rules,
		failOn: request.mode === "scan" ? failOn : []
	};
	const unreadAnywhere = ledger.find(hidesPolicies);
	const findings = sortFindings([...marked.map((finding, index) => withDoubt(finding, applied[index]?.unread)), ...remarks.flatMap((each) => applyRules(each, ofRemarks) ?? []).map((each) => withDoubt(each, unreadAnywhere))]);
	const beforeRules = [...found.map(({ finding }) => finding), ...remarks];
	return {
		verdict: verdictOf(findings, ledger),
		findings,
		configuration: {
			files,
			failOn,
			warnOnly,
			rules: ruleChanges(beforeRules, rules),
			accepted: findings.filter(({ accepted }) => accepted !== void 0).length
		}
	};
}
/** Fail beats undecided: what weakens stays weak whatever the unread parts say. */
function verdictOf(findings, ledger) {
	if (findings.some(({ gate }) => gate)) return "fail";
	return ledger.some(({ decides }) => decides) ? "undecided" : "pass";
}
/** Something at head that may isolate pods, and that nobody could read. */
const hidesPolicies = ({ decides, side }) => decides && side === "head";
/**
* Isolation that seems lost may stand in a manifest that could not be read: then nobody knows. Rules that
* allow more stay certain, because policies only add up.
*/
function withDoubt(finding, unread) {
	const { certain, ...rest } = finding;
	if (!finding.gate) return rest;
	const isRefutable = certain === false || require_rules.ruleOf(finding.rule)?.refutable === true;
	if (unread === void 0 || !isRefutable) return finding;
	return {
		...finding,
		gate: false,
		certain: false,
		message: `${finding.message}, unless ${unread.path} says otherwise, which could not be evaluated`
	};
}
const sortFindings = (findings) => findings.toSorted((a, b) => Number(b.gate) - Number(a.gate) || require_base.LEVELS.indexOf(a.level) - require_base.LEVELS.indexOf(b.level));

// src/check/other-readings.ts
/**
* What other readings of the manifests would fail and the one that was taken does not: nobody knows which is
* true, so each leaves the answer open. The first reading of a scope, namespace and rule speaks for all.
*/
function ledgerOfReadings(readings, { findings, ipBlockMatchesPods, config }) {
	const told = new Set(findings.filter(({ gate }) => gate).map((each) => keyOf(each, each.scope)));
	const entries = [];
	for (const reading of readings) {
		const { scope, beside, base, head, namespaces, doubt, place, occupied = () => false } = reading;
		const isTold = (finding) => [scope, beside].some((name) => name !== void 0 && told.has(keyOf(finding, name)));
		const review = reviewScope({
			name: scope,
			base: withoutGone(base, head, (name) => namespaces.has(name) && occupied(name)),
			head,
			occupiedAtHead: occupied,
			ipBlockMatchesPods,
			doubt: false
		});
		for (const finding of review.findings) {
			const { gate, namespace = "", message, location, side = "head" } = finding;
			if (!gate || applyRules(finding, config)?.gate !== true || !namespaces.has(namespace) || isTold(finding)) continue;
			told.add(keyOf(finding, scope));
			entries.push({
				...location === void 0 ? place : {
					path: location.path,
					span: location,
					side
				},
				reason: `${message}, if ${doubt}`,
				decides: true
			});
		}
		for (const namespace of review.unknown) entries.push({
			...place,
			reason: `the policies of namespace ${namespace} are too many to compare exactly, if ${doubt}`,
			decides: true
		});
	}
	return entries;
}
/** A Namespace object that goes is no evidence where something of the namespace stays. */
function withoutGone(base, head, stays) {
	const namespaces = [...base.namespaces].filter(([name]) => head.namespaces.has(name) || !stays(name));
	return namespaces.length === base.namespaces.size ? base : {
		...base,
		namespaces: new Map(namespaces)
	};
}
const keyOf = ({ rule, namespace }, scope) => `${rule} ${namespace ?? ""} ${scope}`;

// src/check/exposure.ts
const CLOSED = { reach: "none" };
/** How far isolated pods are open to the internet. Whether all are isolated is asked elsewhere. */
function internetOpening(side, direction) {
	return widest(wideGroups(side.allows, direction).flat());
}
/** How far isolated pods are open to every pod of every namespace. */
const everyPodOpening = ({ allows }) => widest(allows.filter(({ region }) => isEveryPod$1(region.source)));
/** Pods that nothing isolates are open on every port, whatever the rules for the others say. */
const reachOf = (coverage, { reach }) => coverage === "all" ? reach : "every-port";
/** All these rules together; shown is the one that opens most. */
function widest(allows) {
	const opens = (allow) => isAllOf(allow.region.ports, "TCP") && !isNamed(allow);
	const allow = allows.find(opens) ?? allows[0];
	if (allow === void 0) return CLOSED;
	const ports = allows.filter((one) => !isNamed(one)).map(({ region }) => region.ports).reduce(unitePorts, NO_PORTS);
	return {
		reach: !isNoPorts(ports) && isAllOf(ports, "TCP") ? "every-port" : "some-ports",
		allow
	};
}
/** A named port is one port, which one is up to the pod. */
const isNamed = ({ region }) => region.names.size > 0;
/**
* Rules that open the internet as such: at least half of its addresses, so that neither an `except` nor a
* range split in two hides it, and a partner's own range is none. Rules for the same pods and ports count
* together.
*/
function wideGroups(allows, direction) {
	const groups = /* @__PURE__ */ new Map();
	for (const allow of allows) {
		const peer = peerOf(allow.region, direction);
		if (peer.type !== "address") continue;
		const { ports, names } = allow.region;
		const key = JSON.stringify([
			selectorKey(allow.subject),
			ports,
			[...names]
		]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, {
			ranges: [peer.addresses],
			allows: [allow]
		});
		else {
			group.ranges.push(peer.addresses);
			group.allows.push(allow);
		}
	}
	return [...groups.values()].filter(({ ranges }) => isMostOfTheInternet(normalizeIntervals(ranges.flat()))).map((group) => group.allows);
}
const sizeOf = (addresses) => addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
const isMostOfTheInternet = (addresses) => [publicIpv4(), publicIpv6()].some((whole) => sizeOf(intersectAddresses(addresses, whole)) * 2n >= sizeOf(whole));

// src/check/posture.ts
function postureOf(name, evaluator) {
	const sides = {
		ingress: evaluator.side(name, "ingress"),
		egress: evaluator.side(name, "egress")
	};
	const coverage = {
		ingress: coverageOf(sides.ingress),
		egress: coverageOf(sides.egress)
	};
	return {
		name,
		label: namespaceLabel(name),
		sides,
		coverage,
		fromInternet: internetOpening(sides.ingress, "ingress"),
		fromAllNamespaces: everyPodOpening(sides.ingress),
		toInternet: internetOpening(sides.egress, "egress"),
		metadata: sides.egress.allows.find(({ region }) => metadataReach(region) !== void 0),
		dns: dnsOf(sides.egress, coverage.egress)
	};
}
function dnsOf(egress, coverage) {
	if (podsWithoutDns(egress).length === 0) return "reachable";
	return coverage === "all" && resolverAllows(egress).length === 0 ? "blocked" : "partial";
}
const metadataIsOpen = ({ coverage, metadata }) => coverage.egress !== "all" || metadata !== void 0;
const STATES = {
	all: "kept",
	some: "partial",
	none: "none"
};
/** The posture as it stands in a report. */
function reportOf(posture) {
	const { name, label, coverage, dns } = posture;
	return {
		name,
		label,
		state: "kept",
		ingress: "unchanged",
		egress: "unchanged",
		defaultDeny: {
			ingress: STATES[coverage.ingress],
			egress: STATES[coverage.egress]
		},
		metadata: metadataIsOpen(posture) ? "reachable" : "blocked",
		dns,
		exposure: {
			fromInternet: reachOf(coverage.ingress, posture.fromInternet),
			fromAllNamespaces: reachOf(coverage.ingress, posture.fromAllNamespaces),
			toInternet: reachOf(coverage.egress, posture.toInternet)
		}
	};
}
/** Where the policies are too many to evaluate exactly. */
const unknownPosture = (name) => ({
	name,
	label: namespaceLabel(name),
	state: "kept",
	ingress: "unknown",
	egress: "unknown",
	defaultDeny: {
		ingress: "unknown",
		egress: "unknown"
	},
	metadata: "unknown",
	dns: "unknown"
});

// src/check/sensitive-ports.ts
/** Cassandra and the kubelet, and as often webhooks: 7000 of Argo CD, 10250 of cert-manager. */
const AMBIGUOUS = unitePorts(portRange("TCP", 7e3, 7e3), portRange("TCP", 10250, 10250));
/** One finding for each rule that opens a port of data or control to whole other namespaces. */
function checkSensitivePorts({ allows }, context) {
	const reported = /* @__PURE__ */ new Set();
	return allows.flatMap((allow) => {
		const place = allow.peer ?? allow.rule;
		if (reported.has(place) || !opensOtherNamespaces(allow.region.source, context.namespace)) return [];
		const ports = subtractPorts(intersectPorts(portsOf(allow, context.workloads), sensitivePorts()), AMBIGUOUS);
		if (isNoPorts(ports)) return [];
		reported.add(place);
		const { scope, namespace, label } = context;
		const message = `every pod of the namespaces that policy ${allow.policy.name} selects may reach ${describePorts(ports, NO_NAMES)} in ${label}`;
		return [require_rules.findingOf("NP042", {
			scope,
			namespace,
			message,
			location: place.span
		})];
	});
}
/** Whole namespaces, others than this one: a rule that names the pods over there is what one wants. */
function opensOtherNamespaces(peer, own) {
	if (peer.type === "address" || peer.labels.size > 0 || !isAllAddresses(peer.addresses)) return false;
	const { namespaces } = peer;
	if (namespaces.type === "known") return [...namespaces.names].some((name) => name !== own);
	const names = namespaces.labels.get(require_manifests.NAME_LABEL);
	return !(names !== void 0 && !names.negated && names.values.size === 1 && names.values.has(own));
}
/**
* The ports that a rule names. A rule for every port, or for a named one, is judged by the ports that the
* workloads under it declare: without any, nobody knows that there is a database behind it.
*/
function portsOf({ region }, workloads) {
	const { destination, ports, names } = region;
	if (names.size === 0 && !isAllOf(ports, "TCP")) return ports;
	if (destination.type === "address") return NO_PORTS;
	const wanted = new Set([...names.keys()].map((key) => key.slice(key.indexOf("/") + 1)));
	return workloads.filter(({ workload }) => !workload.hostNetwork && boxMatches(destination.labels, workload.labels)).flatMap(({ workload }) => workload.ports).filter(({ name, protocol }) => protocol === "TCP" && (wanted.size === 0 || wanted.has(name))).map(({ port }) => portRange("TCP", port, port)).reduce(unitePorts, NO_PORTS);
}

// src/check/standing.ts
/** The faults of one namespace as it stands, each where the rule stands that decides it. */
function standingFindings(posture, { scope, place }) {
	const { name, label, coverage, sides, metadata, fromInternet, toInternet } = posture;
	const finding = (rule, message, location = place) => require_rules.findingOf(rule, {
		scope,
		namespace: name,
		message,
		...location && { location }
	});
	const findings = [];
	for (const direction of require_base.DIRECTIONS) {
		if (coverage[direction] === "all") continue;
		const who = coverage[direction] === "none" ? "no pod" : "not every pod";
		const rule = direction === "ingress" ? "NP010" : "NP011";
		findings.push(finding(rule, `${who} of ${label} is isolated for ${direction}`));
	}
	if (metadataIsOpen(posture)) {
		const message = `pods of ${label} can reach the cloud metadata service, ${metadata === void 0 ? "which egress isolation would prevent" : `which policy ${metadata.policy.name} allows`}`;
		findings.push(finding("NP014", message, placeOf(metadata) ?? place));
	}
	const source = placeOf(fromInternet.allow);
	if (source !== void 0) findings.push(finding("NP040", `pods of ${label} accept traffic from the internet${onEvery(fromInternet.reach)}`, source));
	const destination = placeOf(toInternet.allow);
	if (destination !== void 0 && toInternet.reach === "every-port") findings.push(finding("NP041", `pods of ${label} may send traffic to the internet on every port`, destination));
	if (posture.dns === "blocked" || posture.dns === "partial") {
		const message = `${posture.dns === "blocked" ? "pods" : "some pods"} of ${label} are denied egress and cannot resolve names`;
		findings.push(finding("NP012", message, sides.egress.isolation[0]?.policy.ref.span));
	}
	return findings;
}
const onEvery = (reach) => reach === "every-port" ? " on every port" : "";
const placeOf = (allow) => allow === void 0 ? void 0 : (allow.peer ?? allow.rule).span;
/** Where each namespace of a world is to be seen: its own manifest, else a policy, else a workload in it. */
function placesOfNamespaces({ namespaces, policies, workloads }) {
	const places = /* @__PURE__ */ new Map();
	for (const { namespace, workload } of workloads.toReversed()) places.set(namespace, workload.span);
	for (const { namespace, policy } of policies.toReversed()) places.set(namespace, policy.span);
	for (const [name, { span }] of namespaces) places.set(name, span);
	return places;
}

// src/check/scan-scope.ts
/** The posture of every namespace of one scope, and the faults that stand in it. */
function scanScope({ name, world, ipBlockMatchesPods }) {
	const directory = createDirectory(require_manifests.namespaceLabelsOf(world));
	const evaluator = createEvaluator(world, {
		directory,
		ipBlockMatchesPods
	});
	const names = /* @__PURE__ */ new Set([
		...world.namespaces.keys(),
		...world.policies.map(({ namespace }) => namespace),
		...world.workloads.map(({ namespace }) => namespace)
	]);
	const places = placesOfNamespaces(world);
	const workloads = require_manifests.groupByNamespace(world.workloads);
	const findings = [];
	const unknown = [];
	const namespaces = [...names].toSorted().map((namespace) => {
		try {
			const posture = postureOf(namespace, evaluator);
			const { label, sides } = posture;
			const own = workloads.get(namespace) ?? [];
			findings.push(...standingFindings(posture, {
				scope: name,
				place: places.get(namespace)
			}), ...checkSensitivePorts(sides.ingress, {
				scope: name,
				namespace,
				label,
				workloads: own
			}));
			return reportOf(posture);
		} catch (error) {
			if (!(error instanceof TooComplex)) throw error;
			unknown.push(namespace);
			return unknownPosture(namespace);
		}
	});
	findings.push(...lintWorld({
		scope: name,
		world,
		evaluator,
		complete: true
	}));
	return {
		namespaces,
		findings,
		unknown
	};
}

Object.defineProperty(exports, "NO_NAMES", {
  enumerable: true,
  get: function () {
    return NO_NAMES;
  }
});
Object.defineProperty(exports, "createDirectory", {
  enumerable: true,
  get: function () {
    return createDirectory;
  }
});
Object.defineProperty(exports, "createEvaluator", {
  enumerable: true,
  get: function () {
    return createEvaluator;
  }
});
Object.defineProperty(exports, "decideFlow", {
  enumerable: true,
  get: function () {
    return decideFlow;
  }
});
Object.defineProperty(exports, "describePorts", {
  enumerable: true,
  get: function () {
    return describePorts;
  }
});
Object.defineProperty(exports, "detailsOf", {
  enumerable: true,
  get: function () {
    return detailsOf;
  }
});
Object.defineProperty(exports, "familyOfPoint", {
  enumerable: true,
  get: function () {
    return familyOfPoint;
  }
});
Object.defineProperty(exports, "hidesPolicies", {
  enumerable: true,
  get: function () {
    return hidesPolicies;
  }
});
Object.defineProperty(exports, "judge", {
  enumerable: true,
  get: function () {
    return judge;
  }
});
Object.defineProperty(exports, "ledgerOfReadings", {
  enumerable: true,
  get: function () {
    return ledgerOfReadings;
  }
});
Object.defineProperty(exports, "listFlows", {
  enumerable: true,
  get: function () {
    return listFlows;
  }
});
Object.defineProperty(exports, "metadataPoints", {
  enumerable: true,
  get: function () {
    return metadataPoints;
  }
});
Object.defineProperty(exports, "pointOf", {
  enumerable: true,
  get: function () {
    return pointOf;
  }
});
Object.defineProperty(exports, "review_scope_exports", {
  enumerable: true,
  get: function () {
    return review_scope_exports;
  }
});
Object.defineProperty(exports, "scanScope", {
  enumerable: true,
  get: function () {
    return scanScope;
  }
});
Object.defineProperty(exports, "severityOf", {
  enumerable: true,
  get: function () {
    return severityOf;
  }
});
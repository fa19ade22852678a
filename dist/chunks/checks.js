const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_base = require("./base.js");
const require_commands = require("./commands.js");
const require_git = require("./git.js");
const require_text_diff = require("./text-diff.js");
const require_manifests = require("./manifests.js");
let node_path = require("node:path");

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
	let i = firstAfter(a, b[0]?.[0]);
	let j = firstAfter(b, a[0]?.[0]);
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
/** Whether two sets have a member in common; nothing is made for the answer. */
function intervalsMeet(a, b) {
	if (a === b) return a.length > 0;
	let i = firstAfter(a, b[0]?.[0]);
	let j = firstAfter(b, a[0]?.[0]);
	for (;;) {
		const x = a[i];
		const y = b[j];
		if (x === void 0 || y === void 0) return false;
		if (x[0] < y[1] && y[0] < x[1]) return true;
		if (x[1] < y[1]) i++;
		else j++;
	}
}
function subtractIntervals(a, b) {
	if (a === b) return [];
	if (b.length === 0 || a.length === 0) return a;
	const last = b.at(-1);
	const before = firstAfter(a, b[0]?.[0]);
	const after = last === void 0 ? before : firstFrom(a, last[1]);
	if (before === after) return a;
	const rest = a.slice(0, before);
	let j = firstAfter(b, a[before]?.[0]);
	for (const [start, end] of a.slice(before, after)) {
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
	for (let i = after; i < a.length; i++) {
		const kept = a[i];
		if (kept !== void 0) rest.push(kept);
	}
	return rest;
}
/** The index of the first interval that ends behind a point; 0 where there is no point. */
function firstAfter(set, point) {
	if (point === void 0) return 0;
	let low = 0;
	let high = set.length;
	while (low < high) {
		const middle = low + high >>> 1;
		const interval = set[middle];
		if (interval === void 0 || interval[1] > point) high = middle;
		else low = middle + 1;
	}
	return low;
}
/** The index of the first interval that starts at a point or behind it. */
const firstFrom = (set, point) => {
	const index = firstAfter(set, point);
	const interval = set[index];
	return interval !== void 0 && interval[0] < point ? index + 1 : index;
};
function sameIntervals(a, b) {
	return a === b || a.length === b.length && a.every(([s, e], i) => b[i]?.[0] === s && b[i]?.[1] === e);
}
/** Whether one of the intervals holds all of a non-empty range; a binary search, since there may be thousands. */
function intervalsCover(set, [start, end]) {
	const holder = set[firstAfter(set, start)];
	return holder !== void 0 && holder[0] <= start && end <= holder[1];
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
function setsMeet(a, b) {
	if (a === b) return a.size > 0;
	const [small, large] = a.size <= b.size ? [a, b] : [b, a];
	for (const value of small) if (large.has(value)) return true;
	return false;
}
function isSubset(a, b) {
	if (a === b) return true;
	if (a.size > b.size) return false;
	for (const value of a) if (!b.has(value)) return false;
	return true;
}
const sameSet = (a, b) => a.size === b.size && isSubset(a, b);
const EMPTY_SET = /* @__PURE__ */ new Set();

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
/** Whether some value, or a missing key, is in both; asked millions of times, so nothing is made for the answer. */
function valueSetsMeet(a, b) {
	if (a.absent && b.absent) return true;
	if (a.negated && b.negated) return true;
	if (a.negated) return !isSubset(b.values, a.values);
	if (b.negated) return !isSubset(a.values, b.values);
	return setsMeet(a.values, b.values);
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
/** Real selectors ask for a few labels. What is left of a box is one more box for each, which grows with the square. */
const MAX_LABELS = 256;
/** `a` without `b`, as disjoint boxes: one for each key on which `b` asks for more than `a` gives. */
function subtractBoxes(a, b) {
	if (a === b) return [];
	if (boxesAreDisjoint(a, b)) return [a];
	if (b.size > MAX_LABELS) throw new TooComplex("too many labels in one selector");
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
		if (other !== void 0 && !valueSetsMeet(other, values)) return true;
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
const boxKey$1 = (box) => box.size === 0 ? "" : JSON.stringify([...box].map(([key, { absent, negated, values }]) => [
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
/** Whether the two have a pod or an address in common: cheaper than {@link intersectEndpoints}. */
function endpointsMeet(a, b) {
	if (a.type !== b.type || !intervalsMeet(a.addresses, b.addresses)) return false;
	if (a.type === "address" || b.type === "address") return true;
	return namespacesMeet(a.namespaces, b.namespaces) && !boxesAreDisjoint(a.labels, b.labels);
}
function namespacesMeet(a, b) {
	if (a.type === "known") return b.type === "known" && setsMeet(a.names, b.names);
	return b.type === "unknown" && !boxesAreDisjoint(a.labels, b.labels);
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
const portsMeet = (a, b) => intervalsMeet(a.TCP, b.TCP) || intervalsMeet(a.UDP, b.UDP) || intervalsMeet(a.SCTP, b.SCTP);
const subtractPorts = (a, b) => combine(a, b, subtractIntervals);
const isNoPorts = ({ TCP, UDP, SCTP }) => TCP.length === 0 && UDP.length === 0 && SCTP.length === 0;
const isAllOf = (ports, protocol) => sameIntervals(ports[protocol], EVERY);
const isAllPorts = (ports) => ports === ALL_PORTS || require_base.PROTOCOLS.every((protocol) => isAllOf(ports, protocol));
const samePorts = (a, b) => a === b || require_base.PROTOCOLS.every((protocol) => sameIntervals(a[protocol], b[protocol]));
const hasPort = (ports, protocol, port) => intervalsContain(ports[protocol], port);

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
/** Whether some flow is in both; most pairs have none in common, and nothing is made to find that out. */
const regionsMeet = (a, b) => portsMeet(a.ports, b.ports) && endpointsMeet(a.source, b.source) && endpointsMeet(a.destination, b.destination) && intersectNames(a.names, b.names) !== void 0;
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
	if (!regionsMeet(a, b)) return [a];
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
/** Regions that are only looked at, and do not meet the cut, take a fraction of the time. */
const LOOKS_PER_STEP = 16;
/** The part of `regions` that none of `cuts` covers. Disjoint if `regions` are. */
function subtractAll(regions, cuts, spend = createBudget(MAX_STEPS$2)) {
	const rest = [...regions];
	for (const cut of cuts) {
		if (rest.length === 0) return rest;
		spend(rest.length / LOOKS_PER_STEP);
		for (let i = 0; i < rest.length;) {
			const region = rest[i];
			if (region === void 0 || !regionsMeet(region, cut)) {
				i++;
				continue;
			}
			spend(1);
			const left = subtractRegions(region, cut);
			rest.splice(i, 1, ...left);
			i += left.length;
		}
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
	const excepted = normalizeIntervals(peer.except.flatMap(({ cidr }) => rangeOf$1(cidr)));
	return subtractAddresses(rangeOf$1(peer.cidr), excepted);
}
/** The addresses of one CIDR. Text that is none holds no address; decoding has reported it. */
function rangeOf$1(cidr) {
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
/** The key of each; one peer of a rule means addresses and pods, whose keys are the same text. */
function allowKeys(allows) {
	let last;
	let key = "";
	return allows.map((allow) => {
		if (!(last !== void 0 && last.peer === allow.peer && last.subject === allow.subject && last.region.ports === allow.region.ports && last.region.names === allow.region.names)) key = allowKey(allow);
		last = allow;
		return key;
	});
}
/** A peer as text, without places. */
function peerKey(peer) {
	if (peer === void 0) return "*";
	if (peer.type === "ipBlock") return `${peer.cidr}-${peer.except.map(({ cidr }) => cidr).toSorted().join()}`;
	const key = (selector) => selector === void 0 ? "-" : selectorKey(selector);
	return `${key(peer.namespaceSelector)}/${key(peer.podSelector)}`;
}

// src/reach/label-doubts.ts
/**
* Rules that ask for a label of a Namespace that only one revision declares. A manifest that comes or goes is no evidence
* that the labels on the cluster changed, nor that they did not: they are taken for the same, and that is no proof. Only
* labels that the manifest sets count; the others are as unknown as before.
*/
function findLabelDoubts(base, head) {
	const declared = [...onlyIn$2(base, head, "base"), ...onlyIn$2(head, base, "head")];
	if (declared.length === 0) return [];
	const answers = /* @__PURE__ */ new Map();
	const askedBy = (selector) => {
		const key = selectorKey(selector);
		const known = answers.get(key) ?? declared.filter(({ object }) => asksFor$1(selector, object));
		answers.set(key, known);
		return known;
	};
	const doubts = /* @__PURE__ */ new Map();
	for (const { policies } of [base, head]) for (const { policy, namespace } of policies) for (const direction of require_base.DIRECTIONS) {
		if (!policy.policyTypes.includes(direction)) continue;
		for (const { peers } of policy[direction]) for (const peer of peers) {
			if (peer.type !== "selectors" || peer.namespaceSelector === void 0) continue;
			for (const { object, side } of askedBy(peer.namespaceSelector)) doubts.set(`${namespace} ${direction} ${object.name}`, {
				namespace,
				direction,
				declared: object,
				side
			});
		}
	}
	return [...doubts.values()];
}
/** Namespaces that one revision declares with labels, and the other may have without a manifest. */
function onlyIn$2(world, other, side) {
	const found = [...world.namespaces.values()].filter(({ name, labels }) => !other.namespaces.has(name) && Object.keys(labels).some((key) => key !== "kubernetes.io/metadata.name"));
	if (found.length === 0 || side === "head") return found.map((object) => ({
		object,
		side
	}));
	const left = new Set([...other.policies, ...other.workloads].map(({ namespace }) => namespace));
	return found.filter(({ name }) => left.has(name)).map((object) => ({
		object,
		side
	}));
}
/** Whether the labels that the manifest sets can decide what the selector finds. */
function asksFor$1(selector, { name, labels }) {
	const box = boxOfSelector(selector);
	if (box === void 0 || !boxMatches(nameIn(box), { ["kubernetes.io/metadata.name"]: name })) return false;
	return [...box.keys()].some((key) => key !== "kubernetes.io/metadata.name" && Object.hasOwn(labels, key));
}
const nameIn = (box) => {
	const names = box.get(require_manifests.NAME_LABEL);
	return names === void 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[require_manifests.NAME_LABEL, names]]);
};

// src/reach/changed-namespaces.ts
/** Everything outside these namespaces is the same on both sides by construction. */
function findChangedNamespaces(base, head, directories) {
	const names = /* @__PURE__ */ new Set();
	const before = require_manifests.groupByNamespace(base.policies);
	const after = require_manifests.groupByNamespace(head.policies);
	for (const name of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) if (!sameObjects(before.get(name) ?? [], after.get(name) ?? [])) names.add(name);
	const doubts = findLabelDoubts(base, head);
	for (const { namespace } of doubts) names.add(namespace);
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
		labelsMatter,
		doubts
	};
	for (const { policy, namespace } of head.policies) for (const { peers } of [...policy.ingress, ...policy.egress]) for (const peer of peers) {
		if (peer.type !== "selectors" || peer.namespaceSelector === void 0) continue;
		if (meansTheSame(peer.namespaceSelector)) continue;
		labelsMatter = true;
		names.add(namespace);
	}
	return {
		names,
		labelsMatter,
		doubts
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
const MAX_WORK$5 = 2e6;
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
const distinct = (boxes) => [...new Map(boxes.map((box) => [boxKey$1(box), box])).values()];
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
		const group = groups.get(boxKey$1(rest));
		if (group === void 0) groups.set(boxKey$1(rest), {
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
		else require_base.addTo(groups, only[0], only[1]);
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
const subtractEach = (boxes, cuts) => subtractMerged(boxes, mergeBoxes(cuts));
/** The same for cuts that are merged already: whoever asks many times merges once. */
function subtractMerged(boxes, cuts) {
	const spend = createBudget(MAX_WORK$5);
	let rest = boxes;
	for (const cut of cuts) {
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
	const spend = createBudget(MAX_WORK$5);
	return some.flatMap((box) => others.flatMap((other) => {
		spend(box.size + other.size + 1);
		return intersectBoxes(box, other) ?? [];
	}));
}
/** The same union as disjoint boxes. */
function disjointBoxes(boxes) {
	const spend = createBudget(MAX_WORK$5);
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

// src/space/range-index.ts
/**
* Finds the ranges that meet another one, among thousands that may lie in each other, without looking at each: they
* are sorted by their start, and every node of a balanced tree over them knows how far the ranges below it reach.
*/
function indexRanges(ranges) {
	const sorted = ranges.toSorted((a, b) => a.start < b.start ? -1 : a.start > b.start ? 1 : 0);
	const reach = sorted.map(({ end }) => end);
	fillReach(reach, 0, sorted.length);
	return (start, end) => {
		const found = [];
		const collect = (low, high) => {
			if (low >= high) return;
			const middle = low + high >>> 1;
			const range = sorted[middle];
			const furthest = reach[middle];
			if (range === void 0 || furthest === void 0 || furthest <= start) return;
			collect(low, middle);
			if (range.start >= end) return;
			if (range.end > start) found.push(range.number);
			collect(middle + 1, high);
		};
		collect(0, sorted.length);
		return found;
	};
}
/** Makes each entry the furthest end of those in its part of the tree; its own end is there already. */
function fillReach(reach, low, high) {
	const middle = low + high >>> 1;
	let furthest = reach[middle] ?? 0n;
	for (const [from, to] of [[low, middle], [middle + 1, high]]) {
		if (from >= to) continue;
		const below = fillReach(reach, from, to);
		if (below > furthest) furthest = below;
	}
	reach[middle] = furthest;
	return furthest;
}

// src/space/address-files.ts
const ENDS$1 = ["source", "destination"];
const TYPES = ["address", "pod"];
function createAddressFiles() {
	const drawers = ENDS$1.flatMap((end) => TYPES.map((type) => {
		const ranges = [];
		return {
			end,
			type,
			ranges,
			index: require_base.lazily(() => indexRanges(ranges))
		};
	}));
	return {
		file: (region, number) => {
			const drawer = drawers.find(({ end, type }) => region[end].type === type && region[end].addresses !== ALL_ADDRESSES);
			const hull = drawer && hullOf$1(region[drawer.end]);
			if (drawer === void 0 || hull === void 0) return false;
			drawer.ranges.push({
				start: hull[0],
				end: hull[1],
				number
			});
			return true;
		},
		near: (region) => drawers.flatMap(({ end, type, ranges, index }) => {
			const hull = hullOf$1(region[end]);
			if (ranges.length === 0 || region[end].type !== type || hull === void 0) return [];
			return index()(hull[0], hull[1]);
		})
	};
}
/** From the first address to behind the last one. */
function hullOf$1({ addresses }) {
	const first = addresses[0];
	const last = addresses.at(-1);
	return first && last && [first[0], last[1]];
}

// src/space/region-index.ts
/**
* Finds them by looking at each for the first few questions; to file them all takes as long as many looks, and many
* changes ask no more.
*/
function indexRegions(regions) {
	if (regions.length <= FEW_REGIONS) return {
		near: (_, before) => regions.slice(0, before),
		first: (region, limit) => firstMeeting(regions, region, limit)
	};
	const filed = require_base.lazily(() => fileRegions(regions));
	let questions = 0;
	const near = (region, before = regions.length) => {
		if (questions >= FEW_QUESTIONS) return firstMeeting(filed()(region, before), region);
		questions++;
		return firstMeeting(regions.slice(0, before), region);
	};
	const first = (region, limit) => firstMeeting(filed()(region, regions.length), region, limit);
	return {
		near,
		first
	};
}
function firstMeeting(candidates, region, limit = Infinity) {
	const found = [];
	for (const candidate of candidates) {
		if (found.length >= limit) break;
		if (regionsMeet(candidate, region)) found.push(candidate);
	}
	return found;
}
/**
* A region that asks for one of a few values in some dimension (a label, a port, a namespace) can meet only
* regions that admit one of them. Each region is filed under the dimension in which it is rarest, or, where all are
* as common as that, under its addresses. What is found may hold some that do not meet.
*/
function fileRegions(regions) {
	const pins = regions.map(pinsOf);
	const counts = /* @__PURE__ */ new Map();
	const pinning = /* @__PURE__ */ new Map();
	for (const pinned of pins) for (const [dimension, values] of pinned) {
		pinning.set(dimension, (pinning.get(dimension) ?? 0) + 1);
		for (const value of values) {
			const key = `${dimension}\n${value}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	const unpinnedIn = (dimension) => regions.length - (pinning.get(dimension) ?? 0);
	const files = /* @__PURE__ */ new Map();
	const addresses = createAddressFiles();
	const unpinned = [];
	for (const [index, pinned] of pins.entries()) {
		const rarest = rarestOf(pinned, {
			counts,
			unpinned: unpinnedIn
		});
		const region = regions[index];
		if ((rarest?.amount ?? Infinity) > COMMON && region !== void 0) {
			if (addresses.file(region, index)) continue;
		}
		if (rarest === void 0) {
			unpinned.push(index);
			continue;
		}
		const file = files.get(rarest.dimension) ?? /* @__PURE__ */ new Map();
		files.set(rarest.dimension, file);
		for (const value of rarest.values) require_base.addTo(file, value, index);
	}
	return (region, before) => {
		const pinned = pinsOf(region);
		const found = new Set(unpinned);
		for (const [dimension, file] of files) {
			const values = pinned.get(dimension);
			const lists = values === void 0 ? [...file.values()] : values.flatMap((v) => [file.get(v) ?? []]);
			for (const list of lists) for (const index of list) found.add(index);
		}
		for (const index of addresses.near(region)) found.add(index);
		return [...found].filter((index) => index < before).toSorted((a, b) => a - b).flatMap((index) => regions[index] ?? []);
	};
}
/** Questions that are answered before anything is filed. */
const FEW_QUESTIONS = 8;
/** A dimension in which so many others can meet a region does not tell it apart. */
const COMMON = 64;
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
		const blocks = blocksOf$2(end.addresses);
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
function blocksOf$2(addresses) {
	const blocks = /* @__PURE__ */ new Set();
	for (const [start, end] of addresses) {
		const shift = start < IPV6_OFFSET ? 16n : 80n;
		const first = start >> shift;
		if (end - 1n >> shift !== first || blocks.size === FEW$1) return void 0;
		blocks.add(`${shift} ${first}`);
	}
	return [...blocks];
}
/** The dimension in which the fewest regions can meet: those of the same value, and those that admit any. */
function rarestOf(pins, { counts, unpinned }) {
	let best;
	let fewest = Infinity;
	for (const [dimension, values] of pins) {
		const amount = values.reduce((sum, v) => sum + (counts.get(`${dimension}\n${v}`) ?? 0), unpinned(dimension));
		if (amount >= fewest) continue;
		fewest = amount;
		best = {
			dimension,
			values,
			amount
		};
	}
	return best;
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
	const known = new Set(pair.keysDecide ? from.keys() : []);
	const firsts = /* @__PURE__ */ new Map();
	const keys = to.keys();
	const changed = to.allows.filter((allow, index) => {
		const key = keys[index] ?? "";
		const first = firsts.get(key) ?? allow.rule;
		firsts.set(key, first);
		return !known.has(key) && first === allow.rule;
	});
	if (changed.length > MAX_CHANGED) throw new TooComplex("too many changed rules");
	for (const allows of groupByRule(changed)) {
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
		const whole = [];
		const regions = candidates.flatMap((region) => {
			const before = from.index().near(region);
			const broader = earlier.near(region, seen);
			spend(before.length + broader.length);
			const gained = subtractAll([region], before, spend);
			whole.push(...gained);
			return subtractAll(gained, broader, spend);
		});
		seen += candidates.length;
		return regions.length === 0 ? [] : [{
			namespace,
			direction,
			cause,
			regions,
			whole
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
function groupByRule(allows) {
	return [...require_base.groupBy(allows, ({ peer, rule, policy }) => {
		const { startLine, startColumn } = (peer ?? rule).span;
		return `${policy.span.path} ${startLine} ${startColumn} ${policy.name}`;
	}).values()].toSorted((a, b) => narrowness(a[0]) - narrowness(b[0]));
}
function narrowness(allow) {
	if (allow === void 0) return 0;
	const { peer, rule } = allow;
	const ofPorts = rule.ports.length === 0 ? 0 : 1;
	if (peer === void 0) return ofPorts;
	if (peer.type === "ipBlock") return 4 + Number(peer.cidr.split("/")[1]) / 64 + ofPorts * 16;
	return 2 + ((peer.podSelector?.requirements.length ?? 0) + (peer.namespaceSelector?.requirements.length ?? 0) + (peer.namespaceSelector === void 0 ? 2 : 0)) + ofPorts * 16;
}

// src/reach/alike-namespaces.ts
/** Fewer are looked at one by one. */
const MANY_NAMESPACES = 32;
/** To describe the sides of all namespaces costs more than so many regions that look at each of them. */
const MANY_REGIONS$1 = 12;
/**
* Namespaces in groups of which one answers for all: their sides differ in nothing but the namespace's own name.
* Platforms write the same policies for each of thousands. What was found out is kept for the regions to come: most
* ask about the very same set of names.
*/
function createAlikeNamespaces(sideOf) {
	let regions = 0;
	const shapes = byDirection();
	const groups = byDirection();
	const shapeOf = (name, direction) => {
		const known = shapes[direction];
		if (!known.has(name)) known.set(name, describeShape(sideOf(name, direction), direction, name));
		return known.get(name);
	};
	const groupsOf = (names, direction) => {
		const before = groups[direction].get(names);
		if (before !== void 0) return before;
		const made = groupByShape(names, (name) => shapeOf(name, direction));
		groups[direction].set(names, made);
		return made;
	};
	/** Whether groups are worth making: a change of one policy looks at each namespace once or twice. */
	const pays = (names) => {
		if (names.size < 32) return false;
		regions++;
		return regions > 12;
	};
	return { group: (names, { direction, isNear }) => pays(names) ? groupsOf(names, direction).flatMap((group) => withoutNear(group, isNear)) : [...names].map((name) => /* @__PURE__ */ new Set([name])) };
}
const byDirection = () => ({
	ingress: /* @__PURE__ */ new Map(),
	egress: /* @__PURE__ */ new Map()
});
function groupByShape(names, shapeOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const name of names) {
		const shape = shapeOf(name);
		const key = shape?.key ?? `only ${name}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, {
			names: /* @__PURE__ */ new Set([name]),
			hasOwn: shape?.hasOwn ?? false
		});
		else group.names.add(name);
	}
	return [...groups.values()];
}
/** Those that the other end may be in by themselves, where that makes a difference. */
function withoutNear({ names, hasOwn }, isNear) {
	if (!hasOwn) return [names];
	const near = [...names].filter(isNear);
	const others = subtractSets(names, new Set(near));
	return [...near.map((name) => /* @__PURE__ */ new Set([name])), ...others.size === 0 ? [] : [others]];
}
/** More rules than this are seldom the same anywhere else. */
const MAX_ALLOWS$1 = 200;
/** Undefined where the side says more than can be said of another namespace in its place. */
function describeShape({ isolation, allows }, direction, name) {
	if (allows.length > MAX_ALLOWS$1) return void 0;
	const regions = allows.map(({ region }) => region);
	const isOwn = (region) => {
		const subject = subjectOf(region, direction);
		return subject.type === "pod" && isOnly(subject.namespaces, name);
	};
	if (!regions.every(isOwn)) return void 0;
	const hasOwn = regions.some((region) => {
		const peer = peerOf(region, direction);
		return peer.type === "pod" && isOnly(peer.namespaces, name);
	});
	return {
		key: JSON.stringify([isolation.map(({ labels }) => boxKey(labels)), regions.map((region) => [
			endKey$1(subjectOf(region, direction), name),
			endKey$1(peerOf(region, direction), name),
			region.ports,
			[...region.names]
		])]),
		hasOwn
	};
}
const endKey$1 = (end, own) => {
	const addresses = end.addresses.map(([first, last]) => [String(first), String(last)]);
	if (end.type === "address") return addresses;
	const { namespaces } = end;
	if (isOnly(namespaces, own)) return [
		"own",
		boxKey(end.labels),
		addresses
	];
	const where = namespaces.type === "known" ? [...namespaces.names].toSorted() : boxKey(namespaces.labels);
	return [
		namespaces.type,
		where,
		boxKey(end.labels),
		addresses
	];
};
const boxKey = (box) => [...box].map(([key, { absent, negated, values }]) => [
	key,
	absent,
	negated,
	[...values].toSorted()
]).toSorted(([a], [b]) => String(a) < String(b) ? -1 : 1);
/** Whether a set means this namespace and no other. */
function isOnly(set, name) {
	if (set.type === "known") return set.names.size === 1 && set.names.has(name);
	const names = set.labels.get(require_manifests.NAME_LABEL);
	return set.labels.size === 1 && names !== void 0 && !names.negated && !names.absent && names.values.size === 1 && names.values.has(name);
}

// src/reach/evaluator.ts
/** A side; what needs work is worked out when asked for, and once. */
function createSide(isolation, allows) {
	const subjects = isolation.map(({ labels }) => labels);
	return {
		isolation,
		allows,
		keys: require_base.lazily(() => allowKeys(allows)),
		isolated: require_base.lazily(() => disjointBoxes(subjects)),
		free: require_base.lazily(() => subtractEach([ANY_LABELS], subjects)),
		index: require_base.lazily(() => indexRegions(allows.map(({ region }) => region))),
		isolating: isolationFinder(isolation)
	};
}
const FIRST = 64;
const SHOWN$13 = 10;
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
	const isolating = (labels) => {
		const meets = (entry) => !boxesAreDisjoint(entry.labels, labels);
		const broad = sorted().slice(0, FIRST).filter(meets);
		if (broad.length >= SHOWN$13 || isolation.length <= FIRST) return broad.slice(0, SHOWN$13);
		const { index, owners } = filed();
		return index.first(region(labels), SHOWN$13).flatMap((entry) => owners.get(entry) ?? []);
	};
	const answers = /* @__PURE__ */ new Map();
	return (labels) => {
		const before = answers.get(labels);
		if (before !== void 0) return before;
		const answer = isolating(labels);
		answers.set(labels, answer);
		return answer;
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
		isolating,
		alike: createAlikeNamespaces(side)
	};
}

// src/reach/join-sides.ts
/** Changed rules on each side that are compared with each other; more are told side by side. */
const MANY_CHANGES = 100;
const MAX_WORK$4 = 2e5;
/**
* A flow that needed a new rule on both sides (or lost one on both) is one flow with two causes. Each side's
* comparison finds it; here it is told once, on the side of the ingress.
*/
function joinSides(changes) {
	const spend = createBudget(MAX_WORK$4);
	try {
		return ["opened", "closed"].reduce((joined, kind) => joinKind(joined, kind, spend), changes);
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		return changes;
	}
}
function joinKind(changes, kind, spend) {
	const ofSide = (direction) => changes.filter((change) => change.change === kind && change.direction === direction && isForSome(change));
	const egress = ofSide("egress");
	const ingress = ofSide("ingress");
	if (egress.length === 0 || ingress.length === 0) return changes;
	if (egress.length > MANY_CHANGES || ingress.length > MANY_CHANGES) return changes;
	const rest = new Map(egress.map((change) => [change, change.regions]));
	const joined = new Map(ingress.map((change) => [change, joinOne(change, {
		egress,
		rest,
		spend
	})]));
	return changes.flatMap((change) => {
		const left = rest.get(change);
		if (left === void 0) return joined.get(change) ?? [change];
		return left.length === 0 ? [] : [{
			...change,
			regions: left
		}];
	});
}
/**
* What is allowed for everyone, or for a range of addresses that pods may have, is one line, not one without
* those who have a rule of their own.
*/
const isForSome = ({ cause, workload }) => workload === void 0 && cause.type === "rule" && cause.allow.peer?.type === "selectors";
/** The parts of an ingress change that needed an egress change as well, and what needed none. */
function joinOne(change, { egress, rest, spend }) {
	const parts = [];
	let alone = change.regions;
	for (const other of egress) {
		spend(alone.length * other.regions.length);
		const both = alone.flatMap((region) => other.regions.flatMap((candidate) => intersectRegions(region, candidate) ?? []));
		if (both.length === 0) continue;
		const { namespace, direction, cause } = other;
		parts.push({
			...change,
			regions: both,
			also: {
				namespace,
				direction,
				cause
			}
		});
		alone = subtractAll(alone, other.regions, spend);
		rest.set(other, subtractAll(rest.get(other) ?? [], both, spend));
	}
	return alone.length === 0 ? parts : [...parts, {
		...change,
		regions: alone
	}];
}

// src/reach/pair-workloads.ts
const workloadIdentity = ({ workload, namespace }) => `${namespace}/${workload.kind}/${workload.name}`;
/**
* Pairs each changed workload of the head with the one that it was: of the same kind and name, or else one that is
* gone and is evidently the same. A workload that is renamed, or moved to another namespace, must not step out of its
* policies as if it were new.
*/
function pairWorkloads(base, head, isolated = () => 0) {
	if (require_manifests.sameWorkloads(base, head)) return [];
	const unchanged = new Set(base.map(({ workload }) => workload));
	const changed = head.filter(({ workload }) => !unchanged.has(workload));
	if (changed.length === 0) return [];
	const before = require_base.groupBy(base, workloadIdentity);
	const left = new Set(head.map(workloadIdentity));
	const leaving = base.filter((placed) => !left.has(workloadIdentity(placed)));
	const gone = require_base.groupBy(leaving, placeOf$4);
	const namesakes = require_base.groupBy(leaving, nameOf);
	return changed.flatMap((placed) => {
		const { workload, namespace } = placed;
		const same = before.get(workloadIdentity(placed));
		if (same !== void 0) return [{
			namespace,
			from: namespace,
			versions: sameFile(same, workload),
			head: workload
		}];
		const former = formerSelf(placed, [...(gone.get(placeOf$4(placed)) ?? []).slice(0, MANY), ...(namesakes.get(nameOf(placed)) ?? []).filter((other) => hasMoved(other, placed)).slice(0, MANY)], isolated);
		return former === void 0 ? [] : [{
			namespace,
			from: former.namespace,
			versions: [former.workload],
			head: workload
		}];
	});
}
/** So many workloads of one namespace are not renamed at once; what is left out counts as new. */
const MANY = 500;
/** What runs to its end does not become what runs on, nor the reverse. */
const placeOf$4 = ({ workload, namespace }) => `${namespace}/${workload.kind === "Job" || workload.kind === "CronJob" ? "batch" : "service"}`;
const nameOf = ({ workload: { kind, name } }) => `${kind}/${name}`;
/**
* Whether a workload that is gone from one namespace is the one of its kind and name that is new in another. Names such
* as `web` stand in many namespaces, so its images or all of its labels have to be the same as well. Where the
* manifests name no namespace, nobody knows that it is another one.
*/
function hasMoved(base, head) {
	if (base.namespace === head.namespace || base.namespace === "" || head.namespace === "") return false;
	return sameImages(base.workload, head.workload) || Object.keys(head.workload.labels).length > 0 && labelsOf$1(base.workload) === labelsOf$1(head.workload);
}
const labelsOf$1 = ({ labels }) => JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => a < b ? -1 : 1));
function sameImages({ images = [] }, head) {
	return images.length > 0 && images.join() === (head.images ?? []).join();
}
/** Bundles repeat the objects that they are made of: each version follows its own file. */
function sameFile(same, { span }) {
	const all = same.map(({ workload }) => workload);
	const inFile = all.filter((workload) => workload.span.path === span.path);
	return inFile.length > 0 ? inFile : all;
}
/** Of equal candidates the most isolated one: it has the most to lose, and nobody can say that it was not the one. */
function formerSelf({ workload, namespace }, gone, isolated) {
	let best;
	for (const candidate of gone) {
		const stays = Number(candidate.namespace === namespace);
		const likeness = likenessOf(candidate.workload, workload);
		const sureness = likeness === 0 ? 0 : likeness * 2 + stays;
		if (sureness === 0 || sureness < (best?.likeness ?? 0)) continue;
		const rank = isolated(candidate);
		if (best === void 0 || sureness > best.likeness || rank > best.rank) best = {
			placed: candidate,
			likeness: sureness,
			rank
		};
	}
	return best?.placed;
}
/**
* How sure it is that one workload is the other; 0 where the evidence does not do. The name alone does; so does
* an image of one's own; an image that everybody uses, or labels, need something beside them.
*/
function likenessOf(base, head) {
	const name = base.name === head.name;
	const alike = sameImages(base, head);
	const ownImage = alike && (base.images ?? []).some((image) => image.includes("/"));
	const labels = Object.entries(base.labels).filter(([key, value]) => head.labels[key] === value);
	const ports = portsOf$4(base) !== "" && portsOf$4(base) === portsOf$4(head);
	const file = base.span.path === head.span.path;
	const beside = Number(ports) + Number(file) + Math.min(labels.length, 3);
	if (!(name || ownImage || alike && beside > 0 || labels.length > 0 && (ports || file))) return 0;
	const akin = base.name.startsWith(head.name) || head.name.startsWith(base.name);
	return Number(name) * 16 + Number(alike) * 8 + Number(akin) * 2 + beside;
}
const portsOf$4 = ({ ports }) => ports.map(({ port, protocol }) => `${protocol} ${port}`).toSorted().join();

// src/reach/moved-workload.ts
/** Whether the controllers of both add the same labels. */
const sameAddedLabels = (a, b) => JSON.stringify(require_manifests.podLabels({
	...a,
	labels: {}
})) === JSON.stringify(require_manifests.podLabels({
	...b,
	labels: {}
}));
/** The workloads of both revisions with other pod labels, ports, network or namespace than before. */
const findMovedWorkloads = (base, head, { isolated, tellsAddedLabels } = {}) => pairWorkloads(base, head, isolated).flatMap(({ namespace, from, versions, head: now }) => {
	const traits = require_manifests.traitsOf(now);
	const [before] = versions;
	const isSame = (version) => require_manifests.traitsOf(version) === traits && (sameAddedLabels(version, now) || tellsAddedLabels?.() !== true);
	const stays = from === namespace && versions.some(isSame);
	if (before === void 0 || stays) return [];
	return [{
		namespace,
		from,
		base: before,
		head: now,
		token: `\u0000${workloadIdentity({
			workload: now,
			namespace
		})} ${now.span.path}`
	}];
});
/** Where the workload lives at one revision. */
const namespaceAt = ({ namespace, from }, revision) => revision === "base" ? from : namespace;
/**
* The world as one workload lives it: regions that hold the workload hold its token instead, in a
* namespace of its own, and named ports are resolved where it is the destination.
*/
function viewOfWorkload(evaluator, moved, revision) {
	const { token, [revision]: workload } = moved;
	const namespace = namespaceAt(moved, revision);
	const tokenPods = podsIn({
		type: "known",
		names: /* @__PURE__ */ new Set([token])
	});
	const own = evaluator.directory.named(namespace);
	const labels = require_manifests.podLabels(workload);
	const holds = (endpoint) => workload.hostNetwork ? endpoint.type === "address" : endpoint.type === "pod" && holdsPod(endpoint);
	const holdsPod = (endpoint) => boxMatches(endpoint.labels, labels) && (endpoint.namespaces.type === "known" ? own.type === "known" && endpoint.namespaces.names.has(namespace) : own.type === "unknown" && boxMatches(endpoint.namespaces.labels, { ["kubernetes.io/metadata.name"]: namespace }));
	const ownSide = (direction) => {
		if (workload.hostNetwork) return createSide([], []);
		const side = evaluator.side(namespace, direction);
		return createSide(side.isolation.filter((isolation) => boxMatches(isolation.labels, labels)).map((isolation) => ({
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
	const sides = /* @__PURE__ */ new Map();
	const side = (name, direction) => {
		const key = `${direction} ${name}`;
		const before = sides.get(key);
		if (before !== void 0) return before;
		const made = name === token ? ownSide(direction) : otherSide(name, direction);
		sides.set(key, made);
		return made;
	};
	return {
		directory: {
			...evaluator.directory,
			named: (name) => name === token ? tokenPods.namespaces : evaluator.directory.named(name)
		},
		side,
		isolating: (direction) => side(token, direction).isolation.length > 0 ? /* @__PURE__ */ new Set([...evaluator.isolating(direction), token]) : evaluator.isolating(direction),
		alike: createAlikeNamespaces(side)
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

// src/reach/added-labels.ts
/** Whether any policy of a world tells pods apart by what controllers add to them. */
const asksForAddedLabels = ({ policies }) => policies.some(({ policy }) => [policy.podSelector, ...[...policy.ingress, ...policy.egress].flatMap(({ peers }) => peers.flatMap((peer) => peer.type === "selectors" ? peer.podSelector ?? [] : []))].some(asksFor));
const asksFor = ({ requirements }) => requirements.some(({ key }) => require_manifests.isRunTimeLabel(key));
/** Asks a condition on labels about the pods of a workload, with those that its controller adds. */
function holdsFor(box, { labels, addedLabels = [] }) {
	let answer = "all";
	for (const [key, values] of box) {
		const added = addedLabels.find((label) => label.key === key);
		const one = added === void 0 || Object.hasOwn(labels, key) ? ofValue(values, Object.hasOwn(labels, key) ? labels[key] : void 0) : ofAdded(values, added);
		if (one === "none") return one;
		if (one === "unknown") answer = one;
	}
	return answer;
}
const ofValue = (values, value) => hasValue(values, value) ? "all" : "none";
function ofAdded(set, added) {
	if (added.value !== void 0) return ofValue(set, added.value);
	if ([...set.values].some((value) => require_manifests.couldBe(added, value))) return "unknown";
	return set.negated ? "all" : "none";
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
		const { rest, inside, within } = splitNamespaces(peer.namespaces, isolating, evaluator);
		if (rest !== void 0) allowed.push(withPeer(region, direction, {
			...peer,
			namespaces: rest
		}));
		const own = subjectOf(region, direction);
		const sideOf = (name) => evaluator.side(name, other);
		const isNear = (name) => own.type === "pod" && mayMean(own.namespaces, name);
		for (const names of evaluator.alike.group(inside, {
			direction: other,
			isNear
		})) {
			const [name] = names;
			if (name === void 0) continue;
			const part = withPeer(region, direction, {
				...peer,
				namespaces: within(/* @__PURE__ */ new Set([name]))
			});
			const passing = cutBySide(part, other, sideOf(name), spend);
			const all = names.size === 1 ? void 0 : within(names);
			const ofAll = (cut) => all === void 0 ? cut : inNamespaces(cut, direction, all);
			allowed.push(...passing.map(ofAll));
			for (const left of subtractAll([part], passing, spend)) {
				const aligned = alignFamilies(left);
				if (aligned === void 0) continue;
				const by = [...names].slice(0, MAX_NAMED).flatMap((each) => isolationOf$1(aligned, direction, sideOf(each)));
				blocked.push({
					region: ofAll(aligned),
					by
				});
			}
		}
	}
	return {
		allowed: allowed.flatMap((region) => alignFamilies(region) ?? []),
		blocked
	};
}
/** Whether every flow of the region is allowed, by both sides. */
const isAllowed = (region, evaluator, spend) => require_base.DIRECTIONS.every((direction) => applyOtherSide([region], direction, evaluator, spend).blocked.length === 0);
/** Namespaces of one group whose policies are named; a reader is shown no more of them. */
const MAX_NAMED = 10;
const inNamespaces = (region, direction, namespaces) => {
	const peer = peerOf(region, direction);
	return peer.type === "address" ? region : withPeer(region, direction, {
		...peer,
		namespaces
	});
};
/** Whether a set may hold a namespace of this name. */
function mayMean(set, name) {
	if (set.type === "known") return set.names.has(name);
	const names = set.labels.get(require_manifests.NAME_LABEL);
	return names === void 0 || hasValue(names, name);
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
			inside: special,
			within: (chosen) => ({
				type: "known",
				names: chosen
			})
		};
	}
	const names = set.labels.get("kubernetes.io/metadata.name") ?? ANY_VALUE;
	const special = [...names.negated ? isolating : intersectSets(names.values, isolating)].filter((name) => !directory.known.has(name) && hasValue(names, name));
	const within = (chosen) => {
		const values = {
			absent: false,
			negated: false,
			values: chosen
		};
		return {
			type: "unknown",
			labels: withKey(set.labels, require_manifests.NAME_LABEL, values)
		};
	};
	if (special.length === 0) return {
		rest: set,
		inside: EMPTY_SET,
		within
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
		inside: new Set(special),
		within
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
/** Whether the side that changed allows more at head, so that the head holds what the change is about. */
const isWider = (change) => change === "opened" || change === "masked";
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
	const spend = createBudget(MAX_WORK$3);
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
	const isolated = ({ workload, namespace }) => require_base.DIRECTIONS.filter((direction) => evaluators.base.side(namespace, direction).isolation.some(({ labels }) => boxMatches(labels, require_manifests.podLabels(workload)))).length;
	const moves = {
		isolated,
		tellsAddedLabels: require_base.lazily(() => [base, head].some(asksForAddedLabels))
	};
	for (const moved of findMovedWorkloads(base.workloads, head.workloads, moves)) results.push(...compareMoved(moved, {
		...evaluators,
		spend
	}));
	return {
		...evaluators,
		sides: results.map(({ side }) => side),
		changes: joinSides(results.flatMap(({ changes }) => changes)),
		doubts: changed.doubts
	};
}
const evaluatorOf = (world, other, options) => createEvaluator(world, {
	directory: createDirectory(require_manifests.namespaceLabelsOf(world, other)),
	ipBlockMatchesPods: options.ipBlockMatchesPods
});
/** Comparisons of regions, each some microseconds; of one side, so that one namespace does not use up all. */
const MAX_WORK$3 = 8e6;
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
		const add = (kinds, gain, world) => {
			const { cause, whole } = gain;
			const { allowed, blocked } = applyOtherSide(whole, direction, world, spend);
			const [change, masked] = kinds;
			if (allowed.length > 0) changes.push({
				...common,
				change,
				cause,
				regions: allowed,
				blockedBy: []
			});
			if (blocked.length > 0) changes.push({
				...common,
				change: masked,
				cause,
				regions: blocked.map(({ region }) => region),
				blockedBy: [...new Set(blocked.flatMap(({ by }) => by))]
			});
		};
		for (const gain of gains) add(["opened", "masked"], gain, task.head);
		for (const loss of losses) add(["closed", "masked-closed"], loss, task.base);
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
	const base = viewOfWorkload(world.base, moved, "base");
	const head = viewOfWorkload(world.head, moved, "head");
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
const sameSide = (a, b) => a.isolation.length === b.isolation.length && a.isolation.every(({ labels }, i) => sameBox(labels, b.isolation[i]?.labels ?? ANY_LABELS)) && a.allows.length === b.allows.length && a.keys().every((key, i) => key === b.keys()[i]);

// src/space/simplest-boxes.ts
/** More boxes, or conditions in all of them, than this are cut short in print anyway. */
const MANY_BOXES = 12;
const MANY_CONDITIONS = 60;
/**
* The same union in as few and as wide boxes as there are, for print: `a=1` and `a!=1, b=2` together are
* `a=1` or `b=2`. The boxes may overlap.
*/
function simplestBoxes(boxes) {
	const merged = mergeBoxes(boxes);
	const conditions = merged.reduce((sum, { size }) => sum + size, 0);
	if (merged.length < 2 || merged.length > MANY_BOXES || conditions > MANY_CONDITIONS) return merged;
	try {
		const union = mergeBoxes(merged);
		const wide = merged.map((box) => widen(box, union));
		return withoutCovered([...new Map(wide.map((box) => [boxKey$1(box), box])).values()]);
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		return merged;
	}
}
/** The box with every value, key by key, for which the union holds all that the box would gain. */
function widen(box, union) {
	let wide = box;
	for (const key of box.keys()) {
		const outside = subtractMerged([withKey(wide, key, ANY_VALUE)], union).map((part) => part.get(key) ?? ANY_VALUE);
		wide = withKey(wide, key, outside.reduce(subtractValueSets, ANY_VALUE));
	}
	return wide;
}
/** Without those that the others hold together, the narrowest first. */
function withoutCovered(boxes) {
	let kept = boxes.toSorted((a, b) => a.size - b.size);
	const subtract = mergeBoxes(kept).length === kept.length ? subtractMerged : subtractEach;
	for (const box of kept.toReversed()) {
		const others = kept.filter((other) => other !== box);
		if (others.length > 0 && subtract([box], others).length === 0) kept = others;
	}
	return kept;
}

// src/reach/label-words.ts
const SHOWN$12 = 3;
/** A condition on labels in words: `app=web`, `not app=db`, `without tier`. Empty for "any". */
function describeLabels(box) {
	return [...box].map(([key, values]) => describeValues(key, values)).join(", ");
}
/** Pods that one of several conditions finds; empty where together they find every pod. */
function describeAnyOf(boxes) {
	const texts = [...new Set(simplestBoxes(boxes).map(describeLabels))];
	if (texts.includes("")) return "";
	const more = texts.length > SHOWN$12 ? " or others" : "";
	return texts.slice(0, SHOWN$12).join(" or ") + more;
}
/** The pods of a place that one of several conditions finds: `pods app=web in a`, `pods in a except app=db`. */
function describePodsOf(boxes, place, every = "any pod") {
	const simplest = simplestBoxes(boxes);
	const [only] = simplest;
	if (only === void 0 || simplest.length > 1 || place.includes(" except ")) {
		const labels = describeAnyOf(simplest);
		return labels === "" ? `${every} in ${place}` : `pods ${labels} in ${place}`;
	}
	const wanted = /* @__PURE__ */ new Map();
	const left = [];
	for (const [key, values] of only) {
		if (values.negated && values.values.size > 0) left.push(listed$1(key, values));
		if (!values.negated) wanted.set(key, values);
		else if (!values.absent) wanted.set(key, {
			...ANY_VALUE,
			absent: false
		});
	}
	const labels = describeLabels(wanted);
	if (left.length === 0 && labels === "") return `${every} in ${place}`;
	const except = left.length === 0 ? "" : ` except ${left.join(" or ")}`;
	return `pods${labels === "" ? "" : ` ${labels}`} in ${place}${except}`;
}
function describeValues(key, set) {
	const { absent, negated, values } = set;
	if (!negated) {
		if (values.size === 0) return `without ${key}`;
		const given = listed$1(key, set);
		return absent ? `${given} or without ${key}` : given;
	}
	if (values.size === 0) return `with any ${key}`;
	if (!absent) return `with a ${key} other than ${list$1(values)}`;
	return values.size === 1 ? `not ${listed$1(key, set)}` : `${key} not in (${list$1(values)})`;
}
const listed$1 = (key, { values }) => values.size === 1 ? `${key}=${list$1(values)}` : `${key} in (${list$1(values)})`;
function list$1(values) {
	const all = [...values].toSorted();
	return all.slice(0, SHOWN$12).join(", ") + (all.length > SHOWN$12 ? ", …" : "");
}

// src/reach/peer-keys.ts
function indexPeers({ peers }) {
	const equal = require_base.lazily(() => firstBy(peers, (peer) => [peerKey(peer)]));
	const similar = require_base.lazily(() => firstBy(peers, likenessKeys));
	const blocks = require_base.lazily(() => {
		const groups = /* @__PURE__ */ new Map();
		for (const peer of peers) {
			if (peer.type !== "ipBlock") continue;
			const group = groups.get(peer.cidr);
			if (group === void 0) groups.set(peer.cidr, [peer]);
			else group.push(peer);
		}
		return groups;
	});
	return {
		find: (wanted) => equal().get(peerKey(wanted)),
		has: (wanted) => equal().has(peerKey(wanted)),
		hasSimilar: (wanted) => likenessKeys(wanted).some((key) => similar().has(key)),
		blocks: (cidr) => blocks().get(cidr) ?? []
	};
}
/** The first of some peers that is similar to another, found without comparing it with each. */
function similarFinder(peers) {
	const places = new Map(peers.map((peer, index) => [peer, index]));
	const similar = firstBy(peers, likenessKeys);
	return (wanted) => {
		return likenessKeys(wanted).flatMap((key) => similar.get(key) ?? []).toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0];
	};
}
function firstBy(peers, keysOf) {
	const first = /* @__PURE__ */ new Map();
	for (const peer of peers) for (const key of keysOf(peer)) if (!first.has(key)) first.set(key, peer);
	return first;
}
/** Two peers are similar where they have one of these in common: a range, or a selector. */
function likenessKeys(peer) {
	if (peer.type === "ipBlock") return [`range ${peer.cidr}`];
	const { namespaceSelector, podSelector } = peer;
	const keys = [...keyOf$2("namespaces", namespaceSelector), ...keyOf$2("pods", podSelector)];
	return keys.length === 0 ? ["nothing"] : keys;
}
const keyOf$2 = (what, selector) => selector === void 0 ? [] : [`${what} ${selectorKey(selector)}`];

// src/reach/rule-likeness.ts
function createRuleLikeness() {
	const peersOf = remember(indexPeers);
	const closest = rememberPairs((rule, rules) => mostAlike(rule, rules, peersOf));
	const difference = rememberPairs((own, other) => {
		const gone = other.peers.filter((peer) => !peersOf(own).has(peer));
		return {
			gone,
			came: own.peers.filter((peer) => !peersOf(other).has(peer)),
			similar: similarFinder(gone)
		};
	});
	return {
		peersOf,
		closestRule: (rule, rules, index) => closest(rule, rules) ?? rules[index],
		closestPeer: (peer, own, other) => {
			const { gone, came, similar } = difference(own, other);
			const [only] = gone;
			return similar(peer) ?? (gone.length === 1 && came.length === 1 && only?.type === peer.type ? only : void 0);
		},
		hasAll: rememberPairs((rule, other) => other.peers.every((peer) => peersOf(rule).has(peer))),
		splitPeer: rememberPairs((rule, counterpart) => splitAmong(peersOf(rule), counterpart.peers))
	};
}
function mostAlike(rule, rules, peersOf) {
	const own = peersOf(rule);
	const score = (candidate) => candidate.peers.filter((peer) => own.hasSimilar(peer)).length * 2 + candidate.ports.filter((port) => rule.ports.some((other) => samePort(other, port))).length;
	let best;
	let most = 0;
	for (const candidate of rules) {
		const points = score(candidate);
		if (points > most) [best, most] = [candidate, points];
	}
	return best;
}
function splitAmong(own, peers) {
	for (const combined of peers) {
		if (combined.type !== "selectors") continue;
		const { podSelector, namespaceSelector, span } = combined;
		if (podSelector === void 0 || namespaceSelector === void 0 || own.has(combined)) continue;
		const wanted = [{
			type: "selectors",
			namespaceSelector,
			span
		}, {
			type: "selectors",
			podSelector,
			span
		}];
		const parts = wanted.flatMap((part) => own.find(part) ?? []);
		if (parts.length === wanted.length) return {
			combined,
			parts
		};
	}
}
function remember(compute) {
	const answers = /* @__PURE__ */ new Map();
	return (key) => {
		const before = answers.get(key);
		if (before !== void 0 || answers.has(key)) return before;
		const answer = compute(key);
		answers.set(key, answer);
		return answer;
	};
}
function rememberPairs(compute) {
	const ofFirst = remember((a) => remember((b) => compute(a, b)));
	return (a, b) => ofFirst(a)(b);
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
		base: onlyIn$1(base, head)?.span ?? base.span,
		head: onlyIn$1(head, base)?.span ?? head.span
	};
}
function onlyIn$1(selector, other) {
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
	const { allow, other, opening, likeness } = question;
	const { rule, peer } = allow;
	const came = opening ? "added" : "removed";
	const counterpart = likeness.closestRule(rule, other, allow.ruleIndex);
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
function explainSplitRule({ allow, own, other, opening, likeness }, counterpart) {
	if (other.some(({ peers }) => peers.length === 0) || counterpart.peers.length === 0 || counterpart.ports.length === 0) return void 0;
	const withPeers = own.find((rule) => rule.ports.length === 0 && rule.peers.length > 0 && likeness.hasAll(rule, counterpart));
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
function explainExcept(peer, { opening, regions, likeness }, counterpart) {
	if (peer.type !== "ipBlock") return void 0;
	const lost = lostExceptions(peer, likeness.peersOf(counterpart)).find(({ cidr }) => regions.some(({ source, destination }) => [source, destination].some((end) => end.type === "address" && subtractAddresses(end.addresses, rangeOf$1(cidr)).length === 0)));
	if (lost === void 0) return void 0;
	const left = peer.except.find(({ cidr }) => cidr !== lost.cidr && subtractAddresses(rangeOf$1(cidr), rangeOf$1(lost.cidr)).length === 0);
	return {
		text: left === void 0 ? `except ${lost.cidr} ${opening ? "removed" : "added"}` : opening ? `except ${lost.cidr} became ${left.cidr}` : `except ${left.cidr} became ${lost.cidr}`,
		here: (left ?? peer.except[0] ?? peer).span,
		there: lost.span
	};
}
/** The exceptions that a rule of the other revision has for the range of this peer, and the peer lacks. */
function lostExceptions(peer, others) {
	const blocks = others.blocks(peer.cidr);
	if (blocks.length === 0) return [];
	const kept = new Set(peer.except.map(({ cidr }) => cidr));
	return blocks.flatMap(({ except }) => except).filter(({ cidr }) => !kept.has(cidr));
}
function explainOtherPeer(peer, { allow: { rule }, opening, likeness }, counterpart) {
	const others = likeness.peersOf(counterpart);
	const isThere = peer.type === "ipBlock" ? others.blocks(peer.cidr).length > 0 : others.has(peer);
	if (counterpart.peers.length === 0 || isThere) return void 0;
	const split = likeness.splitPeer(rule, counterpart);
	if (split?.parts.includes(likeness.peersOf(rule).find(peer) ?? peer) === true) {
		const [dash] = split.parts.toSorted((a, b) => b.span.startLine - a.span.startLine);
		return {
			text: opening ? "two list items are OR; before, one item was AND" : "one list item is AND; before, two items were OR",
			here: dash?.span,
			there: split.combined.span
		};
	}
	const before = likeness.closestPeer(peer, rule, counterpart);
	if (before === void 0 && opening && isOneOfTwo(peer, rule, others)) return {
		text: "two list items are OR; in one item they would be AND",
		here: peer.span,
		there: counterpart.span
	};
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
/** A new namespaceSelector and a new podSelector, one below the other as items of their own. */
function isOneOfTwo(peer, rule, others) {
	if (peer.type !== "selectors") return false;
	const index = rule.peers.indexOf(peer);
	return [rule.peers[index - 1], rule.peers[index + 1]].some((other) => other?.type === "selectors" && !others.has(other) && [peer, other].some((one) => isLone(one, "namespaceSelector")) && [peer, other].some((one) => isLone(one, "podSelector")));
}
/** With this selector, and without the other. */
const isLone = (peer, only) => peer[only] !== void 0 && peer[only === "podSelector" ? "namespaceSelector" : "podSelector"] === void 0 && peer[only].requirements.length > 0;
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
		text: `${came.map((entry) => portText(entry)).slice(0, SHOWN$11).join(", ")} ${opening ? "added" : "removed"}`,
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
const SHOWN$11 = 4;
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
/** Why a policy counts in one revision only: the API server rejects it in the other. */
const rejectedText = (name, at) => at === "head" ? `the API server rejects ${name}: it is not applied, or stays as it was` : `the API server rejected ${name} at base, and it is applied now`;

// src/reach/explain-isolation.ts
/** Why these pods are isolated in one revision and not in the other. */
function explainIsolation(question) {
	const { isolation, direction, opening, without, isolating } = question;
	const { ref, subjectSpan } = isolation.policy;
	const left = without.policies.find(ref.namespace, ref.name);
	const effect = opening ? "it no longer isolates these pods" : "it now isolates these pods";
	if (left === void 0) return {
		text: isRejected(without.world, ref) ? rejectedText(ref.name, without.side) : `policy ${ref.name} ${opening ? removedText(without.policies, ref) : "added"}: ${effect}`,
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
	const opening = isWider(change.change);
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
	const opening = isWider(change.change);
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
			side: to,
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
	const opening = isWider(change);
	const here = (allow.peer ?? allow.rule).span;
	const other = revisions.policies[from].find(namespace, name);
	if (other === void 0) return {
		text: isRejected(revisions[from], allow.policy) ? rejectedText(name, from) : `policy ${name} ${opening ? "added" : removedText(revisions.policies[from], allow.policy)}`,
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
	return relabelled(regions.map((region) => peerOf(region, direction)), {
		to: revisions[to],
		from: revisions[from],
		names: revisions.relabelled()
	}) ?? explainRule({
		allow,
		own: own?.[direction] ?? [],
		other: other[direction],
		opening,
		regions,
		likeness: revisions.likeness
	});
}
/** The rule is the same; a namespace that it selects got or lost the labels it asks for. */
function relabelled(peers, { to, from, names }) {
	if (names.size === 0) return void 0;
	for (const peer of peers) {
		if (peer.type !== "pod" || peer.namespaces.type !== "known") continue;
		for (const name of peer.namespaces.names) {
			const now = to.namespaces.get(name);
			const before = from.namespaces.get(name);
			if (!names.has(name) || now === void 0 || before === void 0) continue;
			return {
				text: `labels of namespace ${name} changed`,
				here: now.span,
				there: before.span
			};
		}
	}
}
/** The namespaces that have other labels at the head than at the base. */
function relabelledNamespaces(base, head) {
	const names = /* @__PURE__ */ new Set();
	for (const [name, now] of head.namespaces) {
		const before = base.namespaces.get(name);
		if (before === void 0 || now === before) continue;
		if (JSON.stringify(now.labels) !== JSON.stringify(before.labels)) names.add(name);
	}
	return names;
}
/** Where a workload got what moved it: itself, its labels, or its hostNetwork. */
function placeOfMove(moved, side) {
	const workload = moved[side];
	const trait = traitOfMove(moved);
	if (trait === "namespace" || trait === "controller's labels") return workload.span;
	return moved.base.hostNetwork === moved.head.hostNetwork ? workload.labelsSpan : workload.hostNetworkSpan ?? workload.labelsSpan;
}
/** What about a workload changed. */
function traitOfMove({ base, head, namespace, from }) {
	if (from !== namespace) return "namespace";
	if (base.hostNetwork !== head.hostNetwork) return "hostNetwork";
	if (JSON.stringify(base.labels) !== JSON.stringify(head.labels)) return "pod labels";
	return sameAddedLabels(base, head) ? "named ports" : "controller's labels";
}
function moveText(moved) {
	const former = formerName(moved);
	const was = former === void 0 ? "" : ` (was ${former})`;
	return `${traitOfMove(moved)} of ${moved.head.kind} ${moved.head.name}${was} changed`;
}
/** What a workload was called or where it was before; undefined where it kept kind, name and namespace. */
function formerName({ base, head, namespace, from }) {
	if (from !== namespace) return `in ${from}`;
	return base.kind === head.kind && base.name === head.name ? void 0 : `${base.kind} ${base.name}`;
}
/** The ranges that a rule's address peer excepts in one revision only: their flows are a row of their own. */
function exceptionsBehind(change, { policies, likeness }) {
	if (change.cause.type !== "rule") return [];
	const { peer, policy } = change.cause.allow;
	if (peer?.type !== "ipBlock") return [];
	return ((isWider(change.change) ? policies.base : policies.head).find(policy.namespace, policy.name)?.[change.direction] ?? []).flatMap((rule) => lostExceptions(peer, likeness.peersOf(rule))).map(({ cidr }) => rangeOf$1(cidr));
}
/** The policies that still block a masked flow. */
const placesOf = (isolation) => {
	return [...new Map(isolation.map(({ policy: { ref } }) => [`${ref.namespace}/${ref.name}/${ref.span.path}/${ref.span.startLine}`, {
		namespace: ref.namespace,
		name: ref.name,
		span: ref.span
	}])).values()];
};

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

// src/reach/translated-metadata.ts
/**
* Where translators (NAT64) put IPv4 addresses inside IPv6: the well-known prefix of RFC 6052, and that for local
* use of RFC 8215. RFC 6052 forbids link-local addresses behind the first; not every translator obeys.
*/
const PREFIXES = require_base.lazily(() => ["64:ff9b::/96", "64:ff9b:1::/48"].map(rangeOf));
const INTERNET = require_base.lazily(() => rangeOf("2000::/3"));
function rangeOf(text) {
	const cidr = require_manifests.parseCidr(text);
	if (cidr === void 0) throw new Error(`not a CIDR: ${text}`);
	return [pointOf(6, cidr.first), pointOf(6, cidr.last) + 1n];
}
/** An IPv4 address fills the last 32 bits, whatever stands before. */
const EMBEDDED = 2n ** 32n;
const MAX_INTERVALS = 1e4;
/**
* The IPv4 metadata addresses that a translator would reach for some addresses, one for each. The IPv6 internet as
* such is no translator: a range that holds half of it or more names none.
*/
function translatedMetadata(addresses) {
	const [from, to] = INTERNET();
	const highest = addresses.at(-1)?.[1] ?? 0n;
	if (PREFIXES().every(([first]) => highest <= first)) return [];
	return PREFIXES().flatMap(([first, last]) => addresses.slice(0, MAX_INTERVALS).flatMap(([start, end]) => {
		const [low, high] = [start > first ? start : first, end < last ? end : last];
		if (low >= high) return [];
		return intersectAddresses([[start, end]], [[from, to]]).some(([a, b]) => (b - a) * 2n >= to - from) ? [] : embeddedIn(low, high);
	}));
}
const embeddedIn = (low, high) => metadataPoints().flatMap(({ point }) => {
	if (point >= EMBEDDED) return [];
	const found = low + (point - (low - pointOf(6, 0n)) % EMBEDDED + EMBEDDED) % EMBEDDED;
	return found < high ? [[found, found + 1n]] : [];
});

// src/reach/metadata-reach.ts
/** Which metadata addresses an egress region reaches, if any, on ports where credentials are served. */
function metadataReach(region, served = METADATA_PORTS) {
	const { source, destination, ports } = region;
	if (destination.type !== "address" || source.type !== "pod") return void 0;
	const gated = intersectPorts(ports, served);
	if (isNoPorts(gated)) return void 0;
	const translated = translatedMetadata(destination.addresses);
	const known = intersectAddresses(destination.addresses, metadataAddresses());
	const hit = translated.length === 0 ? known : normalizeIntervals([...known, ...translated]);
	if (hit.length === 0) return void 0;
	const addresses = [...metadataPoints().filter(({ point }) => known.some(([start, end]) => start <= point && point < end)).map(({ address }) => address), ...translated.map(([point]) => require_manifests.formatAddress(6, point - IPV6_OFFSET))];
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
		if (!before.declared && !before.refused && !before.policies && !before.workloads) return "new";
		if (after.declared || after.refused || after.policies || after.workloads) return "kept";
		if (before.declared) return "decommissioned";
		return before.workloads && !occupiedAtHead(name) ? "decommissioned" : "kept";
	};
	return new Map([...names].map((name) => [name, stateOf(name)]));
}
function presenceIn(world, names) {
	const among = (items) => {
		const found = /* @__PURE__ */ new Set();
		for (const { namespace } of items) if (names.has(namespace)) found.add(namespace);
		return found;
	};
	const policies = /* @__PURE__ */ new Set([...among(world.policies), ...rejectedIn(world)]);
	const workloads = among(world.workloads);
	return (name) => ({
		declared: world.namespaces.has(name),
		refused: world.refusedNamespaces?.has(name) === true,
		policies: policies.has(name),
		workloads: workloads.has(name)
	});
}
/** Namespaces of policies that the API server rejects: nothing of them holds, but they say that it is there. */
const rejectedIn = ({ rejected }) => [...rejected ?? []].map((key) => key.slice(0, key.indexOf("/")));

// src/reach/describe-addresses.ts
const SHOWN$10 = 4;
/**
* Addresses in words, never as fragments: `internet`, `internet except 10.0.0.0/8`,
* `cloud metadata 169.254.169.254`, `203.0.113.0/24`.
*/
function describeAddresses(addresses, { asked = "anything", shown = SHOWN$10 } = {}) {
	if (isAllAddresses(addresses)) return "any address";
	return [describeFamily(intersectAddresses(addresses, ALL_IPV4), 4, {
		asked,
		shown
	}), describeFamily(intersectAddresses(addresses, ALL_IPV6), 6, {
		asked,
		shown
	})].filter((word) => word !== "").join(" and ");
}
function describeFamily(addresses, family, { asked, shown }) {
	if (addresses.length === 0) return "";
	const [whole, internet] = family === 4 ? [ALL_IPV4, "internet (IPv4)"] : [ALL_IPV6, "internet (IPv6)"];
	const rest = subtractAddresses(whole, addresses);
	if (rest.length === 0) return internet;
	const single = onlyMetadata(addresses);
	if (single !== void 0) return asked === "names" ? `${single} (DNS)` : `cloud metadata ${single}`;
	const blocks = cidrsOf(addresses, family, shown);
	const missing = cidrsOf(rest, family, shown);
	const isShort = (list) => list.length <= SHOWN$10 || missing === void 0 || list.length <= missing.length;
	if (blocks !== void 0 && isShort(blocks)) return blocks.join(", ") + (asked === "names" ? "" : metadataInside(addresses));
	if (missing !== void 0) return `${internet.replace(" (IPv4)", "")} except ${missing.join(", ")}`;
	const hull = hullOf(addresses, family);
	const gaps = cidrsOf(subtractAddresses(hull, addresses), family, shown);
	if (gaps !== void 0) return `${cidrsOf(hull, family, 1)?.[0] ?? ""} except ${gaps.join(", ")}`;
	return sizeOf$3(addresses) > sizeOf$3(rest) ? `most of the ${internet}` : `parts of the ${internet}`;
}
/** Whether there are words for the addresses that leave nothing out. */
const isSayable = (addresses, shown = SHOWN$10) => !/\b(?:most|parts) of the /.test(describeAddresses(addresses, { shown }));
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
	if (sizeOf$3(addresses) > BigInt(SHOWN$10)) return void 0;
	const inside = metadataPoints().filter(({ point }) => intervalsContain(addresses, point));
	return sizeOf$3(addresses) === BigInt(inside.length) ? inside.map(({ address }) => address).join(", ") : void 0;
}
const sizeOf$3 = (addresses) => addresses.reduce((sum, [start, end]) => sum + (end - start), 0n);
/** The same addresses as at most so many CIDR blocks, if so few do. */
function cidrsOf(addresses, family, shown) {
	const offset = family === 4 ? 0n : IPV6_OFFSET;
	const bits = family === 4 ? 32 : 128;
	const blocks = [];
	for (const [first, end] of addresses) {
		let start = first - offset;
		const stop = end - offset;
		while (start < stop) {
			if (blocks.length === shown) return void 0;
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

// src/reach/namespace-words.ts
const SHOWN$9 = 3;
/** Namespaces in words. Where workloads of them are named beside it, the namespaces need not be. */
function describeNamespaces(sets, words, hasWorkloads) {
	const names = namesIn(sets, words);
	const conditions = [...new Set(sets.flatMap((set) => set.type === "known" || namesOf$1(set.labels).length > 0 ? [] : [describeConditions(set.labels)]))];
	const listed = listNames(names, words);
	if (conditions.length === 0) {
		const [only] = names;
		return {
			text: listed,
			names,
			...only === void 0 || names.length > 1 ? {} : { single: only }
		};
	}
	if (conditions.includes("")) return {
		text: describeAny(sets, names, words),
		names: []
	};
	const text = `namespaces ${conditions.join(" or ")}`;
	if (names.length === 0) return {
		text: words.known.size === 0 ? text : `${text} outside these manifests`,
		names: []
	};
	return {
		text: hasWorkloads ? text : `${text} (today: ${listed})`,
		names: []
	};
}
/** Any namespace, but for those that are left out: by the condition, or because they are known and not meant. */
function describeAny(sets, names, words) {
	const meant = new Set(names);
	const left = [.../* @__PURE__ */ new Set([...sets.flatMap((set) => leftOut(set, words)), ...words.known])].filter((name) => !meant.has(name)).toSorted();
	if (left.length === 0) return "any namespace";
	if (names.length === 0 && words.known.size > 0) return "any other namespace";
	return `any namespace except ${listNames(left, words)}`;
}
const listNames = (names, words) => require_base.listFirst(SHOWN$9, names.map((name) => words.label(name)));
/** A workload that is compared as itself stands for a part of its namespace. */
const namesIn = (sets, words) => [...new Set(sets.flatMap((set) => set.type === "known" ? [...set.names] : namesOf$1(set.labels)).map((name) => words.workloadOf(name)?.namespace ?? name))].toSorted();
/** Names that a set of all other namespaces leaves out; a single workload is no namespace. */
function leftOut(set, words) {
	const names = set.type === "unknown" ? set.labels.get(require_manifests.NAME_LABEL) : void 0;
	return names?.negated === true ? [...names.values].filter((name) => words.workloadOf(name) === void 0) : [];
}
/** The names that a condition pins down, if it does. */
function namesOf$1(labels) {
	const names = labels.get(require_manifests.NAME_LABEL);
	return names === void 0 || names.negated || names.absent ? [] : [...names.values];
}
function describeConditions(labels) {
	const others = new Map([...labels].filter(([key]) => key !== require_manifests.NAME_LABEL));
	return describeLabels(others);
}

// src/reach/describe-pods.ts
/** Workloads that a report names of one end. */
const LISTED = 10;
const workloadId = ({ namespace, workload }) => `${namespace}/${workload.name}[${workload.kind}]`;
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
	const where = describeNamespaces(endpoints.map(({ namespaces }) => namespaces), words, workloads.size > 0);
	const [only] = workloads;
	return {
		text: (workloads.size === 1 && only !== void 0 && endpoints.every(({ labels: box }) => isNarrow(box) && holdsFor(box, only.workload) === "all") && where.single !== void 0 ? `${words.label(only.namespace)}/${only.workload.name}` : describePodsOf(endpoints.map((endpoint) => endpoint.labels), where.text)) + ([
			ALL_ADDRESSES,
			ALL_IPV4,
			ALL_IPV6
		].some((all) => sameIntervals(all, first.addresses)) ? "" : ` with an address in ${describeAddresses(first.addresses)}`),
		type: "pods",
		...where.single === void 0 ? {} : { namespace: where.single },
		...workloads.size === 0 && where.names.some((name) => words.workloadsIn(name).length > 0) ? { missing: endpoints.every(({ labels }) => isNarrow(labels)) ? "named" : "other" } : {},
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
function workloadsAmong(endpoint, words) {
	const { namespaces } = endpoint;
	return (namespaces.type === "known" ? [...namespaces.names] : namesOf$1(namespaces.labels)).flatMap((name) => words.workloadsIn(name).filter(({ workload }) => !workload.hostNetwork && holdsFor(endpoint.labels, workload) !== "none"));
}

// src/reach/pod-words.ts
/** Words for the pods of one revision. */
function createPodWords(world, { moved = [], side = "head", known = new Set(world.namespaces.keys()) } = {}) {
	let groups;
	const tokens = new Map(moved.map((entry) => [entry.token, {
		workload: {
			...entry[side],
			hostNetwork: false
		},
		namespace: namespaceAt(entry, side)
	}]));
	return {
		workloadsIn: (namespace) => {
			groups ??= require_manifests.groupByNamespace(world.workloads);
			return groups.get(namespace) ?? [];
		},
		known,
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
			byName: require_base.groupBy(own.map(({ policy }) => policy), ({ name }) => name),
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
const width = (policy) => policy.podSelector.requirements.length;
function broadestOf(placed) {
	let best;
	for (const { policy } of placed) if (best === void 0 || width(policy) < width(best)) best = policy;
	return best;
}

// src/reach/describe-ports.ts
/** Ports in words: `any port`, `TCP 80, 443`, `TCP 8000-8080; UDP any port`, `TCP port "http"`. */
function describePorts(ports, names) {
	const declared = [...names].filter(([, yes]) => yes).map(([key]) => key.split("/"));
	if (declared.length > 0) return declared.map(([protocol, name]) => `${protocol} port "${name}"`).join(", ");
	const except = [...names].map(([key]) => `"${key.split("/")[1] ?? ""}"`);
	const suffix = except.length === 0 ? "" : ` (unless named ${except.join(", ")})`;
	if (isAllPorts(ports)) return `any port${suffix}`;
	const left = subtractPorts(ALL_PORTS, ports);
	if (require_base.PROTOCOLS.every((protocol) => isAllOf(ports, protocol) || hasHoles(ports, left, protocol))) return `any port except ${listPorts(left)}${suffix}`;
	return listPorts(ports) + suffix;
}
/** Whether what is left out lies inside, so that it is shorter to name than what there is. */
const hasHoles = (ports, left, protocol) => left[protocol].length < ports[protocol].length;
const listPorts = (ports) => require_base.PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => isAllOf(ports, protocol) ? `${protocol} any port` : `${protocol} ${ranges(ports[protocol])}`).join("; ");
/**
* Whether a change cuts a hole into a range that somebody wrote, so that the range is what a reader looks for,
* with what of it was allowed already (for a change that closes: what still is).
*/
const cutsRange = (changed, written) => {
	const rest = subtractPorts(written, changed);
	return require_base.PROTOCOLS.some((protocol) => touch(changed[protocol], rest[protocol]));
};
/** The range that somebody wrote, with the part of it that did not change. */
function describeCutRange(changed, written, closes) {
	const rest = subtractPorts(written, changed);
	const whole = unitePorts(written, changed);
	const word = closes ? "still open" : "before";
	return `${describePorts(whole, NO_NAMES)} (${word}: ${describePorts(rest, NO_NAMES)})`;
}
/** A range of one set ends where the other begins. */
const touch = (changed, rest) => changed.some(([start, end]) => end - start > 1 && rest.some(([first, last]) => last === start || first === end));
const SHOWN$8 = 6;
function ranges(intervals) {
	const words = intervals.slice(0, SHOWN$8).map(([start, end]) => end - start === 1 ? `${start}` : `${start}-${end - 1}`);
	const more = intervals.length - words.length;
	return words.join(", ") + (more > 0 ? ` and ${more} more ranges` : "");
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
const reachesMetadata = ({ destination, ports }) => !isNoPorts(intersectPorts(ports, METADATA_PORTS)) && (meets(destination, metadataAddresses()) || meetsTranslated(destination));
const meetsTranslated = (endpoint) => endpoint.type === "address" && translatedMetadata(endpoint.addresses).length > 0;
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
/** Lower is worse. Any port weighs more than some port of the same risk. */
const weightOf = (risk, ports) => require_base.RISKS.indexOf(risk) * 2 + (isAllPorts(ports) ? 0 : 1);
const worstRisk = (risks) => require_base.RISKS.find((risk) => risks.includes(risk)) ?? "same-namespace";

// src/reach/row-groups.ts
/**
* The regions of one cause as the groups that a reader sees as rows. Address ranges that a cause treats apart
* (an exception that went) stay apart.
*/
function groupForRows(regions, apart) {
	let parts = [regions];
	for (const range of apart.length > MANY_RANGES ? [] : apart) parts = parts.flatMap((part) => [part.flatMap((region) => within(region, range)), part.flatMap((region) => outside(region, range))]).filter((part) => part.length > 0);
	return parts.flatMap((part) => groupRegions(splitByEnds(mergeRegions(part))));
}
/** More than these are not told pair by pair. */
const MANY_REGIONS = 24;
/**
* Pods that are part of others, on other ports: told apart by who they are, with all ports of each, instead of
* by ports. The union stays the same.
*/
function splitByEnds(regions) {
	if (regions.length > MANY_REGIONS) return regions;
	const split = [...regions];
	for (let i = 0; i < split.length; i++) for (let j = 0; j < split.length; j++) {
		const [wide, narrow] = [split[i], split[j]];
		const rest = i === j || !wide || !narrow ? void 0 : restOf(wide, narrow);
		if (rest === void 0 || !wide || !narrow) continue;
		split[i] = rest;
		split[j] = {
			...narrow,
			ports: unitePorts(wide.ports, narrow.ports)
		};
	}
	return split;
}
/** The wide region without the ends of the narrow one, if that is one region and the two differ in ports. */
function restOf(wide, narrow) {
	if (wide.names.size + narrow.names.size > 0) return void 0;
	if (!isNoPorts(intersectPorts(wide.ports, narrow.ports))) return void 0;
	for (const [end, other] of [ENDS, ENDS.toReversed()]) {
		if (end === void 0 || other === void 0) return void 0;
		if (wide[end].type !== "pod" || !sameEndpoint(wide[other], narrow[other])) continue;
		if (subtractEndpoints(narrow[end], wide[end]).length > 0) continue;
		const [left, ...more] = subtractEndpoints(wide[end], narrow[end]);
		if (left !== void 0 && more.length === 0) return {
			...wide,
			[end]: left
		};
	}
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
	return joinEveryone([...require_base.groupBy(regions, ({ source, destination, ports, names }) => [
		endKey(source),
		endKey(destination),
		describePorts(ports, names)
	].join("\n")).values()]);
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

// src/reach/row-ends.ts
/** The one IP version that pods are meant by, where the other end does not say so anyway. */
function familyOf(regions) {
	const ends = regions.flatMap(({ source, destination }) => [source, destination]);
	if (ends.some(({ type }) => type === "address")) return void 0;
	const isIn = (family) => ends.every(({ addresses }) => sameIntervals(addresses, family));
	return isIn(ALL_IPV6) ? "IPv6" : isIn(ALL_IPV4) ? "IPv4" : void 0;
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
const DNS_PORTS$1 = unitePorts(portRange("TCP", 53, 53), portRange("UDP", 53, 53));
/** Where pods get their addresses from (RFC 1918, RFC 6598, RFC 4193): of the internet it goes without saying. */
const isPrivate = (addresses) => PRIVATE.some((cidr) => subtractAddresses(addresses, rangeOf$1(cidr)).length === 0);
const PRIVATE = [
	"10.0.0.0/8",
	"172.16.0.0/12",
	"192.168.0.0/16",
	"100.64.0.0/10",
	"fc00::/7"
];
/** One end of the flows of a row. */
function describeEnds(regions, end, { words, meansPods }) {
	const ends = regions.map((region) => region[end]);
	const outside = ends.filter((endpoint) => endpoint.type === "address");
	const addresses = normalizeIntervals(outside.flatMap((endpoint) => endpoint.addresses));
	const pods = distinctPods(ends.filter((endpoint) => endpoint.type === "pod"));
	if (outside.length === 0) return describePods(pods, words, (workload) => end === "source" ? true : regions.some((region) => resolvePortNames(region, workload) !== void 0));
	const asked = regions.every(({ ports }) => isNoPorts(subtractPorts(ports, DNS_PORTS$1)));
	const range = describeAddresses(addresses, { asked: asked ? "names" : "anything" });
	const text = meansPods && isPrivate(addresses) ? `${range} (and pods with such an address)` : range;
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

// src/reach/row-ports.ts
/** The ports of a row; where a change widens or narrows a range, with what of it stays as it was. */
function portsOf$3(regions, change, context) {
	const texts = new Set(regions.map(({ ports, names }) => describePorts(ports, names)));
	if (regions.some(({ names }) => names.size > 0)) return [...texts].join(" or ");
	const ports = regions.map((region) => region.ports).reduce(unitePorts);
	const written = portsOfCause(change.cause);
	return cutsRange(ports, written) && isAllowedOnBothSides(regions, subtractPorts(written, ports), {
		change,
		context
	}) ? describeCutRange(ports, written, change.change === "closed") : describePorts(ports, NO_NAMES);
}
/** Pairs of ends that are looked up for one row. */
const MANY_ENDS = 20;
const MAX_WORK$2 = 2e4;
/** Whether these ends could talk on the ports before the change and still can: to say so must not be a guess. */
function isAllowedOnBothSides(regions, ports, { change, context }) {
	const { comparison } = context;
	if (change.change === "masked" || change.change === "masked-closed" || change.workload !== void 0 || regions.length > MANY_ENDS) return false;
	try {
		const spend = createBudget(MAX_WORK$2);
		return regions.every((region) => [comparison.base, comparison.head].every((world) => isAllowed({
			...region,
			ports
		}, world, spend)));
	} catch (error) {
		if (!(error instanceof TooComplex)) throw error;
		return false;
	}
}
/** All that the cause speaks of, some of which may have been allowed before. */
function portsOfCause(cause) {
	if (cause.type === "isolation" || cause.allow.rule.ports.length === 0) return ALL_PORTS;
	return numberedPorts(cause.allow.rule.ports);
}

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
	const workload = moved ?? words.workloadsIn(namespace).find((placed) => !placed.workload.hostNetwork && (not === void 0 || workloadId(placed) !== workloadId(not)) && holdsFor(endpoint.labels, placed.workload) === "all");
	const labels = workload?.workload.labels ?? sampleLabels(endpoint.labels);
	const point = {
		type: "pod",
		namespace,
		namespaceLabels,
		labels: workload === void 0 ? labels : require_manifests.podLabels(workload.workload),
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
function rowsOf$1(changes, context) {
	const order = {
		opened: 0,
		masked: 1,
		closed: 2,
		"masked-closed": 3
	};
	const causesOf = (kind) => new Set(changes.filter(({ change }) => change === kind).map(({ cause }) => cause));
	const opened = causesOf("opened");
	const closed = causesOf("closed");
	const rows = joinRanges(withoutEchoes(changes).filter((change) => change.change !== "masked" || !opened.has(change.cause) || isKnown(change)).filter((change) => change.change !== "masked-closed" || !closed.has(change.cause)).flatMap((change) => draftsOf(change, context))).map((draft) => rowOf(draft, context));
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
	return (groups.length > MAX_ROWS_PER_CAUSE ? [all] : groups).map((regions) => {
		const also = change.also && explainChange({
			...change,
			...change.also
		}, context, regions);
		return {
			change,
			regions,
			meansPods: all !== change.regions,
			...explainChange(change, context, regions),
			...also === void 0 ? {} : { also: {
				blame: also.blame,
				cause: also.text
			} }
		};
	});
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
		require_base.addTo(groups, key, draft);
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
function rowOf(draft, context) {
	const { change, regions, blame, text, also, meansPods } = draft;
	const words = isWider(change.change) ? context.words.head : context.words.base;
	const risks = regions.map(riskOf);
	const risk = worstRisk(risks);
	const shown = worstRegion(regions, risks);
	const source = describeEnds(regions, "source", {
		words,
		meansPods
	});
	const destination = describeEnds(regions, "destination", {
		words,
		meansPods
	});
	const sample = sampleRegion(shown, words);
	const family = familyOf(regions);
	return {
		row: {
			change: change.change,
			namespace: change.workload?.namespace ?? change.namespace,
			source,
			destination,
			ports: portsOf$3(regions, change, context),
			...family === void 0 ? {} : { family },
			existing: [source, destination].every(({ type, workloads }) => type !== "pods" || workloads.length > 0),
			risk,
			...sample === void 0 ? {} : { witness: {
				...sample.witness,
				...family === void 0 ? {} : { family }
			} },
			blame,
			cause: text,
			...also === void 0 ? {} : { also },
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
	return outside.length === 0 || outside.length === regions.length ? regions : outside;
}
function worstRegion(regions, risks) {
	let worst;
	for (const [index, region] of regions.entries()) {
		const weight = weightOf(risks[index] ?? "same-namespace", region.ports);
		if (worst === void 0 || weight < worst.weight) worst = {
			region,
			weight
		};
	}
	if (worst === void 0) throw new Error("a change without flows");
	return worst.region;
}

// src/reach/workload-changes.ts
/**
* Workloads that appear or leave. One that takes the place of another that policies cannot tell from it does neither:
* the pods are the same to everybody.
*/
function workloadChanges(base, head) {
	if (require_manifests.sameWorkloads(base.workloads, head.workloads)) return {
		came: [],
		went: []
	};
	return {
		came: onlyIn(head.workloads, base.workloads),
		went: onlyIn(base.workloads, head.workloads)
	};
}
function onlyIn(some, others) {
	const known = new Set(others.map(({ workload }) => workload));
	const changed = some.filter(({ workload }) => !known.has(workload));
	if (changed.length === 0) return [];
	const places = new Set(others.flatMap((placed) => [workloadIdentity(placed), cellOf(placed)]));
	return changed.filter((placed) => !places.has(workloadIdentity(placed)) && !places.has(cellOf(placed)));
}
/** No identity has a blank in it. */
const cellOf = ({ workload, namespace }) => `${namespace} ${require_manifests.traitsOf(workload)}`;

// src/check/agree-on-help.ts
/** Findings that blame one line, from the one that knows best what is wrong with it to the one that knows least. */
const ORDER = [
	"NP015",
	"NP001",
	"NP002",
	"NP017"
];
/** Where several findings blame the same line, all give the advice of the one that sees deepest. */
function agreeOnHelp(findings) {
	const best = /* @__PURE__ */ new Map();
	for (const rule of ORDER) for (const finding of findings) {
		const key = placeOf$3(finding);
		if (finding.rule === rule && key !== void 0 && !best.has(key)) best.set(key, finding);
	}
	return findings.map((finding) => {
		const key = ORDER.includes(finding.rule) ? placeOf$3(finding) : void 0;
		const { help } = (key === void 0 ? void 0 : best.get(key)) ?? finding;
		return help === void 0 || help === finding.help ? finding : {
			...finding,
			help
		};
	});
}
/** A line of one revision that a finding blames, in one scope. */
const placeOf$3 = ({ scope, location, side = "head" }) => location && JSON.stringify([
	scope,
	side,
	location.path,
	location.startLine
]);

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
/** What applications choose from: the user ports below those that systems give to clients (Linux: from 32768). */
const APPLICATION_PORTS = [[1024, 32768]];
const countPorts = (ports) => ports.reduce((sum, [start, end]) => sum + end - start, 0);
const holdsHalf = (ports, range) => countPorts(intersectIntervals(ports, range)) * 2 >= countPorts(range);
/**
* Half of all ports, of the system ports, or of the application ports: no application listens on that many. Media
* servers take UDP ports by the ten thousand (16384 to 32767 for RTP), so of UDP the last one is not asked.
*/
const isMostPorts = (ports, protocol) => countPorts(ports) * 2 >= PORT_COUNT || holdsHalf(ports, SYSTEM_PORTS) || protocol !== "UDP" && holdsHalf(ports, APPLICATION_PORTS);
/** No manifest can hold this value, so no selector names it. */
const UNNAMED = "\0";
/**
* Labels that most pods have, or all that one controller makes: `Exists` on them asks for nothing. Not among them are labels
* that somebody sets to opt into something.
*/
const COMMON_LABELS = /* @__PURE__ */ new Set([
	"app",
	"k8s-app",
	"app.kubernetes.io/name",
	"app.kubernetes.io/instance",
	"app.kubernetes.io/version",
	"app.kubernetes.io/component",
	"app.kubernetes.io/part-of",
	"app.kubernetes.io/managed-by",
	"helm.sh/chart",
	"chart",
	"release",
	"heritage",
	"pod-template-hash",
	"controller-revision-hash",
	"pod-template-generation",
	"statefulset.kubernetes.io/pod-name",
	"apps.kubernetes.io/pod-index",
	"job-name",
	"controller-uid",
	"batch.kubernetes.io/job-name",
	"batch.kubernetes.io/controller-uid",
	"rollouts-pod-template-hash",
	"deploymentconfig"
]);
/**
* A pod that no selector names, in a namespace that no selector names, and that opted into nothing. Whoever admits one
* admits a large part of all pods of all namespaces: `{}`, `NotIn`, `DoesNotExist`, `Exists` on a label that all have, and
* every way to split those into pieces. There is one for each choice of common labels: which choice most pods of a
* cluster made nobody knows, so any of them counts.
*/
const strangerWith = (keys) => ({
	type: "pod",
	namespace: UNNAMED,
	namespaceLabels: { [require_manifests.NAME_LABEL]: UNNAMED },
	labels: Object.fromEntries(keys.map((key) => [key, UNNAMED])),
	address: 0n
});
/** Every choice of these, from none to all. */
const choicesOf$1 = (keys) => keys.reduce((choices, key) => [...choices, ...choices.map((choice) => [...choice, key])], [[]]);
/** The common labels that a stranger must have for this peer. */
const wantedBy = (peer) => peer.type === "address" ? [] : [...peer.labels].flatMap(([key, values]) => COMMON_LABELS.has(key) && !values.absent ? [key] : []);
/** The common labels by which this peer tells strangers apart. */
const telling = (peer) => peer.type === "address" ? [] : [...peer.labels].flatMap(([key, values]) => COMMON_LABELS.has(key) && values.absent !== hasValue(values, UNNAMED) ? [key] : []);
/** Asking one stranger about one rule takes well under a microsecond. */
const MAX_QUESTIONS = 5e6;
/** One stranger for each choice of the common labels that tell strangers apart: the others make no difference. */
function* strangersFor(peers) {
	const keys = [...new Set(peers.flatMap(telling))];
	yield strangerWith([]);
	if (keys.length === 0) return;
	yield strangerWith(keys);
	if (2 ** keys.length * peers.length > MAX_QUESTIONS) throw new TooComplex("too many conditions on common labels");
	for (const choice of choicesOf$1(keys)) yield strangerWith(choice);
}
const admitsStranger = (peer, stranger) => peer.type === "pod" && isAllAddresses(peer.addresses) && endpointHas(peer, stranger);
const admitsAnyStranger = (peer) => admitsStranger(peer, strangerWith(wantedBy(peer)));
const sizeOf$2 = (addresses) => addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
/** Whether a rule can add to a wide set of peers at all: most name pods that are no strangers. */
function mayBeWide({ region }, direction) {
	const peer = peerOf(region, direction);
	return region.names.size === 0 && (peer.type === "address" || admitsAnyStranger(peer));
}
/** Of one direction of one namespace, and each is looked at many times. */
const MAX_ALLOWS = 6e4;
/** Which wide sets of peers these rules allow together, each on most ports of one of the protocols. */
function widePeers(allows, direction, protocols = require_base.PROTOCOLS) {
	if (allows.length > MAX_ALLOWS) throw new TooComplex("too many rules");
	const numbered = allows.filter(({ region }) => region.names.size === 0);
	const reaches = (wide, protocol) => {
		const candidates = numbered.filter(({ region }) => region.ports[protocol].length > 0);
		if (!isMostPorts(portsOf$2(candidates, protocol), protocol)) return false;
		if (wide !== "pods") return reachesMost(blocksOf$1(candidates, {
			wide,
			direction,
			protocol
		}), {
			family: PUBLIC$1[wide](),
			protocol
		});
		const open = candidates.filter(({ region }) => admitsAnyStranger(peerOf(region, direction)));
		for (const stranger of strangersFor(open.map(({ region }) => peerOf(region, direction)))) {
			const admitting = open.filter(({ region }) => admitsStranger(peerOf(region, direction), stranger));
			if (isMostPorts(portsOf$2(admitting, protocol), protocol)) return true;
		}
		return false;
	};
	return new Set(WIDE_PEERS.filter((wide) => protocols.some((protocol) => reaches(wide, protocol))));
}
/** The peers of one rule share its ports, and there may be thousands. */
const portsOf$2 = (allows, protocol) => normalizeIntervals([...new Set(allows.map(({ region }) => region.ports[protocol]))].flat());
const PUBLIC$1 = {
	ipv4: publicIpv4,
	ipv6: publicIpv6
};
/** Addresses of one family by the ports that they are reached on. */
function blocksOf$1(allows, { wide, direction, protocol }) {
	const groups = /* @__PURE__ */ new Map();
	const keys = /* @__PURE__ */ new Map();
	for (const { region, peer } of allows) {
		const end = peerOf(region, direction);
		if (end.type === "pod") continue;
		const range = peer?.type === "ipBlock" && peer.except.length > 0 ? rangeOf$1(peer.cidr) : end.addresses;
		const ports = region.ports[protocol];
		const key = keys.get(ports) ?? ports.join();
		keys.set(ports, key);
		const group = groups.get(key) ?? {
			ports,
			parts: []
		};
		group.parts.push(range);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ ports, parts }) => ({
		ports,
		addresses: intersectAddresses(normalizeIntervals(parts.flat()), PUBLIC$1[wide]())
	}));
}
/** Comparisons of ranges with blocks, each well under a microsecond. */
const MAX_WORK$1 = 5e6;
/** Whether half of the family's public addresses, or more, are each reached on most ports. */
function reachesMost(blocks, { family, protocol }) {
	const isHalf = (addresses) => sizeOf$2(addresses) * 2n >= sizeOf$2(family);
	if (!isHalf(normalizeIntervals(blocks.flatMap(({ addresses }) => addresses)))) return false;
	const whole = blocks.filter(({ ports }) => isMostPorts(ports, protocol));
	if (isHalf(normalizeIntervals(whole.flatMap(({ addresses }) => addresses)))) return true;
	const starts = [...new Set(blocks.flatMap(({ addresses }) => addresses.flat()))].toSorted((a, b) => a < b ? -1 : 1);
	const ranges = blocks.reduce((sum, { addresses }) => sum + addresses.length, 0);
	if (starts.length * ranges > MAX_WORK$1) throw new TooComplex("too many address ranges");
	return isHalf(starts.flatMap((start, index) => {
		const end = starts[index + 1];
		if (end === void 0) return [];
		const here = blocks.filter(({ addresses }) => intervalsContain(addresses, start));
		return isMostPorts(normalizeIntervals(here.flatMap(({ ports }) => ports)), protocol) ? [[start, end]] : [];
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
		const key = boxKey$1(subject.labels);
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
		return [require_commands.findingOf("NP001", {
			scope: facts.scope,
			namespace,
			message: messageOf(side, weakening),
			...weakening.form === "lost" ? {
				certain: false,
				help: helpForLost(side)
			} : {},
			...side.workload === void 0 ? {} : { help: helpForMoved(side.workload) },
			...place
		})];
	});
}
/** The policies are as they were: it is the workload that has to come back. */
const MOVED_HELP = {
	"pod labels": "Give the pods labels that a policy with this direction selects, or let a policy select the labels that they have now.",
	namespace: "Give the namespace that it moved to the default-deny and the policies that the former one has for it.",
	hostNetwork: "No policy reaches pods on the host network: remove `hostNetwork: true`, or protect the node's address by other means.",
	"named ports": "Name the ports as the policies do.",
	"controller's labels": "Select the pods by labels of the pod template: what a controller adds goes with its name and kind."
};
const helpForMoved = (moved) => MOVED_HELP[traitOfMove(moved)];
/** The policies whose isolation is gone are what has to come back, whatever rules there are. */
function helpForLost({ base }) {
	const [broadest = ""] = base.isolation.toSorted((a, b) => a.labels.size - b.labels.size).map(({ policy }) => policy.ref.name);
	return `Restore the isolation that policy \`${broadest}\` gave these pods, and open only what an application needs, in policies that select that application.`;
}
function messageOf(side, { form, pods, peers }) {
	const who = describeWho$1(side, pods);
	const { direction } = side;
	const way = direction === "ingress" ? "from" : "to";
	switch (form) {
		case "lost": return side.workload === void 0 ? `${who}: no policy isolates ${direction} any more, so traffic ${way} everyone is allowed` : `${who} ${leavesWhat(side)} for ${direction}: its ${traitOfMove(side.workload)} changed`;
		case "void": return rulesOf$1(side).some(({ peer, rule }) => peer === void 0 && rule.ports.length === 0) ? `${who}: still selected, but a rule without peers and ports now allows all ${direction}` : `${who}: still selected, but ${direction} ${way} practically everyone is now allowed (${describeWide(side, peers)}, ${portsOf$1(side)})`;
		case "hollowed": return `${who}: ${direction} ${way} ${describeWide(side, peers)} is now allowed ${portsOf$1(side)}`;
	}
}
/** What isolated a workload that moved: the default-deny, or else policies that named its pods. */
function leavesWhat({ base }) {
	if (base.isolation.some(({ policy }) => policy.subject?.size === 0)) return "leaves the default-deny";
	const names = [...new Set(base.isolation.map(({ policy }) => policy.ref.name))];
	return `is no longer isolated by ${names.length === 1 ? "policy" : "policies"} ${listSome(names)}`;
}
/** A moved workload by name, and by the one it had. */
function describeMoved(moved) {
	const former = formerName(moved);
	const was = former === void 0 ? "" : ` (was ${former})`;
	if (moved.from !== moved.namespace) return `${moved.head.kind} ${moved.head.name} in ${namespaceLabel(moved.namespace)}${was}`;
	return `${moved.head.kind} ${moved.head.name}${was} in ${namespaceLabel(moved.namespace)}`;
}
function describeWho$1(side, pods) {
	if (side.workload !== void 0) return describeMoved(side.workload);
	return describePodsOf(pods, namespaceLabel(side.namespace), "all pods");
}
const rulesOf$1 = ({ gains }) => gains.flatMap(({ cause }) => cause.type === "rule" ? [cause.allow] : []);
const portsOf$1 = (side) => rulesOf$1(side).some(({ rule: { ports } }) => ports.length === 0 || ports.some(({ port }) => port === void 0)) ? "on every port" : "on most ports";
const WIDE_WORDS = {
	pods: "the pods of all namespaces",
	ipv4: "the internet",
	ipv6: "the IPv6 internet"
};
/** The wide peers that came, with what the rules leave out, and a word to those who meant them as a block. */
function describeWide(side, peers) {
	const allows = rulesOf$1(side);
	const except = allows.flatMap(({ peer }) => peer?.type === "ipBlock" ? peer.except : []);
	const named = allows.find(({ policy }) => /deny|block|isolat|restrict/i.test(policy.name));
	return peers.filter((peer) => peer !== "ipv6" || !peers.includes("ipv4")).map((peer) => peer === "pods" && !meansAllPods(allows) ? "nearly all pods" : WIDE_WORDS[peer]).join(" and ") + (except.length === 0 ? "" : ` except ${listSome(except.map(({ cidr }) => cidr))}`) + (named === void 0 ? "" : ` (${named.policy.name} blocks nothing: policies only add what they allow)`);
}
/** Outright, and not by leaving something out. */
const meansAllPods = (allows) => allows.some(({ peer }) => peer === void 0 || peer.type === "selectors" && peer.namespaceSelector?.requirements.length === 0 && (peer.podSelector?.requirements.length ?? 0) === 0);
const SHOWN$7 = 3;
const listSome = (texts) => {
	const all = [...new Set(texts)];
	return all.slice(0, SHOWN$7).join(", ") + (all.length > SHOWN$7 ? " and others" : "");
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
		const without = subtractEach(podsWithoutDns(side.head), podsWithoutDns(side.base));
		if (without.length === 0) return [];
		const policy = side.head.isolation[0]?.policy;
		const isNew = facts.states.get(side.namespace) === "new";
		return [require_commands.findingOf("NP012", {
			scope: facts.scope,
			namespace: side.namespace,
			message: `${describePodsOf(without, namespaceLabel(side.namespace), "pods")} are denied egress and ${isNew ? "cannot" : "can no longer"} resolve names (UDP port 53)`,
			...policy === void 0 ? {} : {
				location: policy.ref.span,
				side: "head"
			}
		})];
	});
}

// src/check/diff-facts.ts
/**
* The sides on which a gate can fail: any pod of a namespace that exists at both revisions, and each
* workload that moved, on its own side.
*/
function gatedSides({ comparison, states, retired }) {
	return comparison.sides.filter((side) => {
		const { namespace, workload } = side;
		if (workload !== void 0) return namespace === workload.token;
		return states.get(namespace) === "kept" && !retired.has(side);
	});
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
		else for (const value of values) require_base.addTo(groups, value, item);
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
			const groups = rules.get(key) ?? require_base.groupBy(evaluator.side(namespace, direction).allows, (allow) => allow.rule);
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

// src/check/lints/inventory.ts
/** A condition as far as a manifest can answer it. */
const withoutRunTimeLabels = (box) => [...box.keys()].some((key) => require_manifests.isRunTimeLabel(key)) ? new Map([...box].filter(([key]) => !require_manifests.isRunTimeLabel(key))) : box;
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
	for (const item of all) for (const [key, value] of Object.entries(read(item))) require_base.addTo(byLabel, `${key}=${value}`, item);
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
	return [...activeRules(world)].flatMap(({ policy, namespace, direction, rule }) => {
		if (direction !== "egress") return [];
		const [peer, ...others] = rule.peers.filter(({ type }) => type === "ipBlock");
		if (peer?.type !== "ipBlock" || others.length > 0) return [];
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
function serviceOf({ cidr }, ports, declared) {
	const [range] = rangeOf$1(cidr);
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
const isSlip$1 = ({ wanted, key }, inventory) => key !== wanted.key || !inventory.isValueInUse(wanted.values[0] ?? "");
/** Keys under which people name an application: the same name under another of them is the same thing. */
const NAME_KEYS$2 = /* @__PURE__ */ new Set([
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
		label: (selector, candidates, sameNames = NAME_KEYS$2) => {
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
const SHOWN$6 = 3;
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
		if (near === void 0 || !isSlip$1(near, inventory)) return [];
		const where = names.slice(0, SHOWN$6).map(namespaceLabel).join(", ");
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
		if (near !== void 0 && isSlip$1(near, inventory)) return [{
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
	const range = rangeOf$1(cidr);
	return [publicIpv4(), publicIpv6()].some((all) => subtractAddresses(all, range).length === 0);
}
const SHOWN$5 = 3;
function blockWords({ cidr, except }) {
	if (except.length === 0) return cidr;
	const more = except.length > SHOWN$5 ? " and others" : "";
	return `${cidr} except ${except.slice(0, SHOWN$5).map((entry) => entry.cidr).join(", ")}${more}`;
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
const NAME_KEYS$1 = /^(?:name|namespace|ns|k8s-app|kubernetes\.io\/name|metadata\.name)$/;
function namespaceMistake(selector, { world }) {
	for (const requirement of selector.requirements) {
		const value = only(requirement);
		const { key, span } = requirement;
		if (value === SYSTEM && (NAME_KEYS$1.test(key) || isNearText(key, "kubernetes.io/metadata.name"))) {
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
	return [...require_base.groupBy(world.policies, outline).values()].flatMap((group) => group.length === 1 ? [] : ofGroup(group));
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
function findDefeatedExcepts({ world, evaluator, spend }) {
	return [...new Set(world.policies.map(({ namespace }) => namespace))].flatMap((namespace) => require_base.DIRECTIONS.flatMap((direction) => ofSide(evaluator.side(namespace, direction).allows, {
		namespace,
		direction,
		spend
	})));
}
function ofSide(allows, side) {
	const { namespace, direction, spend } = side;
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
			spend(1);
			const ports = subtractPorts(intersectPorts(allow.region.ports, other.region.ports), DNS);
			if (isNoPorts(ports)) continue;
			spend(peer.except.length);
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
	if (!rangeOf$1(cidr).every((range) => intervalsCover(addresses, range))) return false;
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
		if (direction !== "ingress" || !isPublic(rangeOf$1(peer.cidr))) return [];
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
const SHOWN$4 = 3;
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
const podWords = (pods) => pods.slice(0, SHOWN$4).map(({ kind, name }) => `${kind} ${name}`).join(" or ");
/** The declared name that was meant, or those that there are. */
function suggestion({ port, protocol }, pods) {
	const names = [...new Set(pods.flatMap(({ ports }) => ports.flatMap((declared) => declared.protocol === protocol && declared.name !== "" ? [declared.name] : [])))];
	const near = names.find((name) => isNearText(name, String(port)));
	if (near !== void 0) return `; did you mean \`${near}\`?`;
	const listed = names.slice(0, SHOWN$4).map((name) => `\`${name}\``);
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
	const [idle] = plugins.filter(({ enforces }) => !enforces).toSorted((a, b) => Number(b.switchedOff !== void 0) - Number(a.switchedOff !== void 0));
	if (!complete || idle === void 0 || world.policies.length === 0) return [];
	const isIdle = ({ name }) => idle.switchedOff !== void 0 && name.replace(/^chart /, "") === idle.name;
	if (plugins.some((plugin) => plugin.enforces && !isIdle(plugin))) return [];
	const amount = world.policies.length === 1 ? "the policy" : `the ${world.policies.length} policies`;
	return [{
		rule: "NP062",
		about: idle.name,
		message: idle.switchedOff === void 0 ? `the network plugin installed here (${idle.name}) does not enforce NetworkPolicy: ${amount} of this scope may have no effect` : `the network plugin here (${idle.name}) is told not to enforce NetworkPolicy (\`${idle.switchedOff}\`): ${amount} of this scope may have no effect`,
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
const NAMES$1 = {
	ingress: "Ingress",
	egress: "Egress"
};
const listed = ({ policyTypes }) => policyTypes.map((direction) => NAMES$1[direction]).join(" and ");
const deniesIngressUnsaid = (policy) => policy.policyTypes.length === 2 && policy.ingress.length === 0 && policy.egress.length > 0 && isDefaulted(policy);
/** Where policyTypes are not written, their place is the whole spec, with the selector in it. */
const isDefaulted = ({ policyTypesSpan, podSelector }) => contains(policyTypesSpan, podSelector.span);
const contains = (outer, inner) => !isBefore$1(inner.startLine, inner.startColumn, outer.startLine, outer.startColumn) && !isBefore$1(outer.endLine, outer.endColumn, inner.endLine, inner.endColumn);
const isBefore$1 = (line, column, otherLine, otherColumn) => line < otherLine || line === otherLine && column < otherColumn;

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
/** Comparisons of each with each that one lint may make, each about a microsecond. */
const MAX_WORK = 5e5;
/** The faults that stand in one world. */
function lintWorld(request) {
	const { faults, givenUp } = faultsOf(factsOf(request));
	return {
		findings: faults.map((fault) => toFinding(fault, request.scope)),
		givenUp
	};
}
/** The faults that a change brings. */
function lintChange(base, head) {
	const focus = focusOf(base.world, head.world);
	const before = factsOf(base, focus);
	const now = {
		...factsOf(head, focus),
		before
	};
	const [old, found] = [faultsOf(before), faultsOf(now)];
	return {
		findings: newFaults(old.faults, found.faults).map((fault) => ({
			...toFinding(fault, head.scope),
			...fault.levelIfNew === void 0 ? {} : { level: fault.levelIfNew },
			side: "head"
		})),
		givenUp: old.givenUp || found.givenUp
	};
}
function factsOf({ world, evaluator, complete }, focus = (all) => all) {
	return {
		world: focus(world),
		whole: world,
		evaluator,
		complete,
		inventory: createInventory(world),
		allows: createAllowIndex(evaluator),
		nearest: createNearSearch(),
		spend: () => {}
	};
}
function faultsOf(facts) {
	let givenUp = false;
	return {
		faults: LINTS.flatMap((lint) => {
			try {
				return lint({
					...facts,
					spend: createBudget(MAX_WORK)
				});
			} catch (error) {
				if (!(error instanceof TooComplex)) throw error;
				givenUp = true;
				return [];
			}
		}),
		givenUp
	};
}
function toFinding({ rule, namespace, message, location, help, level }, scope) {
	const finding = require_commands.findingOf(rule, {
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
		const reached = new Set(opened.flatMap(({ reach }) => reach.addresses));
		const addresses = [...metadataPoints().flatMap(({ address }) => reached.delete(address) ? [address] : []), ...reached];
		const location = placeOfGain(side, facts, first.gain);
		return [require_commands.findingOf("NP002", {
			scope: facts.scope,
			namespace: side.workload?.namespace ?? side.namespace,
			message: `${describeWho(side, opened.map(({ reach }) => reach))} can now reach the cloud metadata service: ${list(addresses)}`,
			...opened.every(({ gain }) => gain.cause.type === "isolation") ? {
				certain: false,
				help: helpForLost(side)
			} : {},
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
		return [require_commands.findingOf("NP017", {
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
const SHOWN$3 = 3;
const list = (addresses) => require_base.listFirst(SHOWN$3, addresses);
function describeWho(side, reaches) {
	if (side.workload !== void 0) return describeMoved(side.workload);
	return describePodsOf(reaches.map(({ pods }) => pods), namespaceLabel(side.namespace));
}

// src/check/new-namespace.ts
/** A Namespace that is new and in which some pods are isolated by nothing. */
function checkNewNamespaces(facts) {
	return [...facts.states].flatMap(([name, state]) => {
		const namespace = facts.head.namespaces.get(name);
		if (state !== "new" || namespace === void 0) return [];
		const open = require_base.DIRECTIONS.filter((direction) => coverageOf(facts.comparison.head.side(name, direction)) !== "all");
		if (open.length === 0) return [];
		return [require_commands.findingOf("NP003", {
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
	const byName = require_base.lazily(() => require_base.groupBy(base.policies, ({ policy }) => policy.name));
	return {
		named: (name) => byName().get(name) ?? [],
		namespaces: new Set(base.policies.map(({ namespace }) => namespace))
	};
}
function missing({ policy, namespace }, { scope, kustomized, policies }, { named }) {
	if (policy.namespace !== void 0 || namespace !== "") return [];
	const same = named(policy.name);
	if (same.some((earlier) => earlier.policy.namespace === void 0)) return [];
	const isLeft = (earlier) => policies.head.all(earlier.namespace, policy.name).length === 0;
	const was = same.find(isLeft);
	if (was === void 0 && kustomized(policy.span.path)) return [];
	const folder = node_path.posix.dirname(policy.span.path);
	const beside = same.find(({ policy: { span } }) => node_path.posix.dirname(span.path) === folder);
	const what = was !== void 0 ? `; before, it was in ${was.namespace}` : beside !== void 0 ? `; applied to ${beside.namespace}, it would replace the one of ${placeOf$2(beside)}` : "";
	return [missingNamespace(policy, scope, what)];
}
const placeOf$2 = ({ policy: { span } }) => `${span.path}:${span.startLine}`;
/** Only where the scope declares namespaces at all: most repositories of policies declare none. */
function undeclared(placed, { scope, base, head }, earlier) {
	const { namespace } = placed;
	if (namespace === "" || head.namespaces.size === 0 || head.namespaces.has(namespace)) return [];
	if (!base.namespaces.has(namespace) && earlier.namespaces.has(namespace)) return [];
	return [undeclaredNamespace(placed, scope)];
}
/** The policies of one revision that land somewhere else than their author may think. */
function scanPlacement({ scope, world: { policies, namespaces }, kustomized }) {
	const unnamed = policies.filter(({ policy, namespace }) => policy.namespace === void 0 && namespace === "" && !kustomized(policy.span.path));
	const undeclaredOnes = policies.filter(({ namespace }) => namespace !== "" && namespaces.size > 0 && !namespaces.has(namespace));
	const byKey = require_base.groupBy(policies, ({ policy, namespace }) => require_manifests.policyKey(namespace, policy.name));
	return [
		...unnamed.map(({ policy }) => missingNamespace(policy, scope)),
		...undeclaredOnes.map((placed) => undeclaredNamespace(placed, scope)),
		...[...byKey.values()].flatMap(([first, ...more]) => {
			if (first === void 0) return [];
			const other = more.find(({ policy }) => isOther(policy, first.policy));
			return other === void 0 ? [] : [twice(first, {
				other: other.policy,
				scope
			})];
		})
	];
}
const isOther = (a, b) => require_manifests.contentOf(a) !== require_manifests.contentOf(b);
const missingNamespace = (policy, scope, more = "") => require_commands.findingOf("NP025", {
	scope,
	message: `NetworkPolicy ${policy.name} names no namespace${more}`,
	location: policy.span,
	side: "head"
});
const undeclaredNamespace = ({ policy, namespace }, scope) => require_commands.findingOf("NP026", {
	scope,
	namespace,
	message: `NetworkPolicy ${policy.name} is for namespace ${namespace}, which no manifest declares`,
	location: policy.span,
	side: "head"
});
const twice = ({ policy, namespace }, { other, scope }) => require_commands.findingOf("NP027", {
	scope,
	namespace,
	message: `NetworkPolicy ${policy.name} in ${namespaceLabel(namespace)} is defined here and in ${other.span.path}:${other.span.startLine}, and nobody knows which of the two is applied last and wins`,
	location: policy.span,
	side: "head"
});
/** Policies of one name in one namespace that do not say the same; each name is looked at once. */
function definedTwice(changed, { scope, policies }) {
	const seen = /* @__PURE__ */ new Set();
	return changed.flatMap((placed) => {
		const { policy, namespace } = placed;
		const key = require_manifests.policyKey(namespace, policy.name);
		if (seen.has(key)) return [];
		seen.add(key);
		const other = policies.head.all(namespace, policy.name).find((same) => same !== policy && isOther(same, policy));
		return other === void 0 ? [] : [twice(placed, {
			other,
			scope
		})];
	});
}

// src/check/retired.ts
/**
* Isolation that went with the application that it was for: each policy that is missed named its pods by a label,
* the workloads that it selected are gone, no workload came, and no pod of the repository is left that it would
* select. Nobody is less isolated then. Undefined where the evidence does not say so: in a repository of policies
* there is none.
*/
function retiredBy(side, question) {
	const { base, head, mayHaveOtherPods } = question;
	const { namespace } = side;
	if (side.workload !== void 0 || side.verdict === "unknown") return void 0;
	const lost = lostIsolation(side.base, side.head);
	if (lost.length === 0 || side.gains.some(({ cause }) => cause.type !== "isolation")) return void 0;
	const known = new Set(base.workloads.map(workloadIdentity));
	const stays = new Set(head.workloads.map(workloadIdentity));
	if ([...stays].some((identity) => !known.has(identity))) return void 0;
	const left = new Set(head.policies.flatMap((placed) => placed.namespace === namespace ? [placed.policy.name] : []));
	const isHere = (placed, name) => placed.namespace === namespace && placed.policy.name === name;
	const ofNamespace = (world) => world.workloads.filter((placed) => placed.namespace === namespace);
	const retired = /* @__PURE__ */ new Set();
	for (const { labels, policy } of side.base.isolation) {
		if (!lost.some((box) => intersectBoxes(box, labels) !== void 0)) continue;
		const selects = ({ workload }) => boxMatches(labels, workload.labels);
		const before = ofNamespace(base).filter(selects);
		if (!(base.policies.filter((placed) => isHere(placed, policy.ref.name)).every(namesItsPods) && !left.has(policy.ref.name) && before.length > 0 && !before.some((placed) => stays.has(workloadIdentity(placed))) && !ofNamespace(head).some(selects))) return void 0;
		for (const placed of before) retired.add(placed);
	}
	return retired.size === 0 || mayHaveOtherPods(namespace) ? void 0 : [...retired];
}
/** A selector for everything, or for all but some, is for no application. */
const namesItsPods = ({ policy }) => policy.podSelector.requirements.some(({ operator }) => operator === "In");
/** The retired workloads by side, for those sides that lost nothing else. */
function retiredSides(facts, mayHaveOtherPods) {
	const { base, head, comparison, states } = facts;
	return new Map(comparison.sides.flatMap((side) => {
		if (states.get(side.namespace) !== "kept") return [];
		const retired = retiredBy(side, {
			base,
			head,
			mayHaveOtherPods
		});
		return retired === void 0 ? [] : [[side, retired]];
	}));
}
/** What is not reported as lost, and why. */
function checkRetired(facts) {
	return [...facts.retired].map(([side, retired]) => {
		const { namespace, direction } = side;
		const names = retired.map(({ workload: { kind, name } }) => `${kind} ${name}`);
		return require_commands.findingOf("NP004", {
			scope: facts.scope,
			namespace,
			message: `no policy isolates ${direction} of ${require_base.listFirst(SHOWN$2, names)} in ${namespaceLabel(namespace)} any more: gone together with what selected nothing else`,
			...placeOfGain(side, facts)
		});
	});
}
const SHOWN$2 = 3;

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
	const { mayHaveOtherPods = () => true } = request;
	const retired = retiredSides({
		base,
		head,
		comparison,
		states
	}, mayHaveOtherPods);
	const { weakenings, tooComplex } = findWeakenings({
		comparison,
		states,
		retired
	});
	const facts = {
		scope: name,
		base,
		head,
		comparison,
		states,
		weakenings,
		retired,
		kustomized: request.kustomized ?? (() => false),
		policies: {
			base: createPolicyLookup(base),
			head: createPolicyLookup(head)
		},
		relabelled: require_base.lazily(() => relabelledNamespaces(base, head)),
		likeness: createRuleLikeness(),
		words: {
			base: createPodWords(base, {
				moved,
				side: "base",
				known: comparison.base.directory.known
			}),
			head: createPodWords(head, {
				moved,
				side: "head",
				known: comparison.head.directory.known
			})
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
		checkRetired,
		checkNewNamespaces,
		checkDns,
		checkPlacement
	].flatMap(attempt);
	const lints = lintsOf(facts, request);
	const sides = knownSides(facts, request.doubt);
	const gone = (namespace) => facts.states.get(namespace) === "decommissioned";
	return {
		namespaces: [...touched].toSorted().map((namespace) => describeNamespace(namespace, facts, sides)),
		flows: rowsOf$1(comparison.changes.filter(({ namespace }) => !gone(namespace)), facts),
		findings: agreeOnHelp([
			...gates,
			...others,
			...lints.findings
		]),
		unknown: [...comparison.sides.filter(({ verdict }) => verdict === "unknown"), ...tooComplex].map((side) => side.workload?.namespace ?? side.namespace),
		lintsGivenUp: lints.givenUp,
		doubts: comparison.doubts,
		workloads: workloadChanges(base, head)
	};
}
function lintsOf(facts, { complete }) {
	if (complete === void 0) return {
		findings: [],
		givenUp: false
	};
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
	const rejected = new Set(rejectedIn(facts.head));
	const known = /* @__PURE__ */ new Map();
	for (const side of facts.comparison.sides) {
		if (side.workload !== void 0) continue;
		const lost = side.gains.some(({ cause }) => cause.type === "isolation");
		const mayStand = rejected.has(side.namespace) && side.verdict !== "unchanged";
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
	const kept = facts.states.get(name) === "kept" && !(egress !== void 0 && facts.retired.has(egress.side));
	const deny = (known) => known === void 0 ? "none" : denyState(known.side, known.weakened);
	const verdict = (direction, { side } = {}) => {
		if (side !== void 0 && side.verdict !== "unchanged") return side.verdict;
		return facts.comparison.doubts.some((doubt) => doubt.namespace === name && doubt.direction === direction) ? "unknown" : "unchanged";
	};
	const metadata = metadataState(egress?.side, kept);
	return {
		name,
		label: namespaceLabel(name),
		state: facts.states.get(name) ?? "kept",
		ingress: verdict("ingress", ingress),
		egress: verdict("egress", egress),
		defaultDeny: {
			ingress: deny(ingress),
			egress: deny(egress)
		},
		metadata,
		...metadata === "opened" && egress !== void 0 ? metadataPods$1(egress.side, facts) : {}
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
/** For whom the block is lost, where it is not for all: the workload by name, if it is one. */
function metadataPods$1({ namespace, gains }, { words, comparison }) {
	const boxes = gains.flatMap(({ regions }) => regions.flatMap((region) => metadataReach(region)?.pods ?? []));
	const labels = describeAnyOf(boxes);
	if (labels === "") return {};
	const namespaces = comparison.head.directory.named(namespace);
	const { text } = describePods(boxes.map((box) => podsIn(namespaces, box)), words.head);
	const label = `${namespaceLabel(namespace)}/`;
	return { metadataPods: text.startsWith(label) ? text.slice(label.length) : labels };
}
const reachesMetadataAnew = ({ regions }) => regions.some((region) => metadataReach(region) !== void 0);

// src/note-config.ts
/**
* What a reader should know of the configuration itself: what counts in vain, what it leaves out of this review, and
* what will count next.
*/
async function noteConfig(request, config) {
	const { snapshots } = request.source;
	const isDiff = snapshots.length > 1;
	return [...[
		...config.notes,
		...noteExcluded(snapshots, config),
		...noteIdle(snapshots, config)
	].map((note) => ({
		...note,
		side: isDiff ? "base" : "head",
		decides: false
	})), ...isDiff ? await noteChange(request) : []];
}
/** Files that are named in one entry. */
const SHOWN$1 = 3;
/** How much the configuration leaves out: of a change what changed, of a scan what stands there. */
function noteExcluded([base, head], { globs }) {
	const excluding = globs.filter(({ key }) => key === "exclude");
	if (excluding.length === 0 || base === void 0) return [];
	const of = ({ path }) => excluding.find(({ matches }) => matches(path));
	const files = head === void 0 ? base.entries.filter(({ path }) => require_base.isManifestPath(path) && of({ path }) !== void 0) : require_manifests.changedEntries(base, head).filter((change) => require_manifests.isOfInterest(change) && of(change) !== void 0);
	const [first] = files;
	const glob = first && of(first);
	if (glob === void 0) return [];
	const what = `${head === void 0 ? "" : "changed "}${files.length === 1 ? "file" : "files"}`;
	const names = require_base.listFirst(SHOWN$1, files.map(({ path }) => path));
	return [noteOn(glob, `\`exclude\` leaves ${files.length} ${what} out: ${names}`)];
}
/** Globs that match nothing, which may be a slip. */
function noteIdle(snapshots, { globs }) {
	const where = snapshots.length > 1 ? "no file of either revision" : "no file";
	return globs.filter(({ matches, isShared }) => !isShared && !snapshots.some(({ entries }) => entries.some(({ path }) => matches(path)))).map((glob) => noteOn(glob, `\`${glob.text}\` in \`${glob.key}\` matches ${where}`));
}
const noteOn = ({ span, isShared }, reason) => ({
	path: span.path,
	...isShared ? {} : { span },
	reason
});
/**
* A changed configuration counts from the merge on. One that cannot be read would then stop every review,
* also the one that mends it, so it is found before.
*/
async function noteChange(request) {
	const path = request.config?.repository?.path ?? ".github/netpol-review.yml";
	const [base, head] = request.source.snapshots.map(({ entries }) => entries.find((entry) => entry.path === path));
	if (base?.id === head?.id && base?.mode === head?.mode) return [];
	const fault = head === void 0 ? void 0 : await findFault(head, request);
	if (fault === void 0) return [{
		path,
		side: "head",
		reason: "the configuration of this review changed; the new one counts after the merge",
		decides: false
	}];
	const { line, key, message } = fault;
	return [{
		path,
		span: {
			path,
			startLine: line,
			startColumn: 1,
			endLine: line,
			endColumn: 1
		},
		side: "head",
		reason: `with this configuration no review can run after the merge: ${key === "" ? "" : `${key}: `}${message}`,
		decides: true
	}];
}
async function findFault({ id, mode, path }, request) {
	if (mode !== "file") return {
		line: 1,
		key: "",
		message: "it is no file"
	};
	const bytes = require_base.bytesIn(await request.source.read([id]), id);
	if (bytes === void 0) return {
		line: 1,
		key: "",
		message: "it is too large"
	};
	const text = decode$1(bytes);
	if (text === void 0) return {
		line: 1,
		key: "",
		message: "it is not UTF-8 text"
	};
	const { parseConfig } = await Promise.resolve().then(() => require("./parse-config.js"));
	const result = parseConfig({
		path,
		text
	}, require_commands.configContext(request));
	return result.ok ? void 0 : result.faults[0];
}
function decode$1(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return;
	}
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
		if (used.has(entry) || require_commands.ruleOf(entry.rule)?.onlyInChanges === true) return [];
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
	return require_commands.findingOf(rule, {
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
		const rule = require_commands.ruleOf(id);
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
	return require_commands.findingOf("NP080", {
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
/** Whether an opened flow of this risk fails the check. */
const reaches = (risk, failOn) => require_base.RISKS.slice(require_base.RISKS.indexOf(risk)).some((each) => failOn.includes(each));

// src/check/judge.ts
/**
* From what was found to the verdict: levels and gates as the configuration sets them, then what it
* accepts, then what unread manifests may refute.
*/
function judge({ scopes, ledger, config, ...request }) {
	const { rules, failOn, warnOnly, files } = config;
	const found = scopes.flatMap(({ name, findings, flows, ledger: ofScope, covers }) => {
		const unread = ofScope.find(hidesPolicies);
		return [...findings, ...failOnFlows(flows, {
			scope: name,
			failOn
		})].map((finding) => ({
			finding,
			unread,
			cover: covers?.get(finding)
		}));
	});
	const applied = found.flatMap(({ finding, ...doubt }) => {
		const changed = applyRules(finding, {
			rules,
			failOn
		});
		return changed === void 0 ? [] : [{
			finding: changed,
			...doubt
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
	const open = [];
	const findings = sortFindings([...marked.map((finding, index) => {
		const { unread, cover } = applied[index] ?? {};
		if (cover === void 0 || !finding.gate) return withDoubt(finding, unread);
		const entry = entryOf$1(finding, cover);
		if (!open.some(({ reason }) => reason === entry.reason)) open.push(entry);
		return withCover(finding, cover);
	}), ...remarks.flatMap((each) => applyRules(each, ofRemarks) ?? []).map((each) => withDoubt(each, unreadAnywhere))]);
	const beforeRules = [...found.map(({ finding }) => finding), ...remarks];
	return {
		verdict: verdictOf(findings, [...ledger, ...open]),
		findings,
		ledger: [...open, ...ledger],
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
	const isRefutable = certain === false || require_commands.ruleOf(finding.rule)?.refutable === true;
	if (unread === void 0 || !isRefutable) return finding;
	return {
		...finding,
		gate: false,
		certain: false,
		message: `${finding.message}, unless ${unread.path} says otherwise, which could not be evaluated`
	};
}
const withCover = (finding, cover) => ({
	...finding,
	gate: false,
	certain: false,
	message: `${finding.message}, unless ${cover}`
});
/** What nobody knows, as an entry of its own: it leaves the answer open. Its findings say the rest. */
const entryOf$1 = ({ namespace, location, side = "head" }, cover) => ({
	path: location?.path ?? "",
	...location === void 0 ? {} : { span: location },
	side,
	reason: `isolation is lost${namespace === void 0 ? "" : ` in ${namespaceLabel(namespace)}`}, unless ${cover}`,
	decides: true
});
const sortFindings = (findings) => findings.toSorted((a, b) => Number(b.gate) - Number(a.gate) || require_base.LEVELS.indexOf(a.level) - require_base.LEVELS.indexOf(b.level));

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
	const missing = require_base.groupBy(unpatched.findings.filter((finding) => !left.has(findingKey(finding))), kindKey);
	const amountOf = ({ findings }, kind) => findings.filter((finding) => kindKey(finding) === kind).length;
	return new Set([...missing].flatMap(([kind, findings]) => amountOf(unpatched, kind) - amountOf(patched, kind) >= findings.length ? findings.map(findingKey) : []));
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
const holds = ({ family, first, last }, point) => pointOf(family, first) <= point && point <= pointOf(family, last);
/** All of link-local first, which reads better; where base allowed some of it, address by address. */
const LINK_LOCAL = ["169.254.0.0/16", void 0];
function missingMetadata({ cidr, except }, linkLocal) {
	const excepted = except.flatMap((range) => require_manifests.parseCidr(range) ?? []);
	const ranges = metadataPoints().filter(({ point }) => holds(cidr, point) && !excepted.some((range) => holds(range, point))).map(({ address, point }) => {
		const around = linkLocal === void 0 ? void 0 : require_manifests.parseCidr(linkLocal);
		if (around !== void 0 && holds(around, point) && require_manifests.isStrictSubset(around, cidr)) return around.canonical;
		return `${address}/${familyOfPoint(point) === 4 ? 32 : 128}`;
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
/** Writes the namespace again that a policy had at base, where the new one looks like a slip of the pen. */
function renameNamespace(head, now, { namespace: was }) {
	const { namespace } = now;
	const value = mapOf(now.node, "metadata")?.entries.get("namespace")?.value;
	if (was === void 0 || namespace === void 0 || value === void 0) return [];
	if (was === namespace || !NAMESPACE.test(was) || NOT_TEXT.test(was)) return [];
	if (!isSlip(was, namespace)) return [];
	const [start, end] = [startOf(head, value.span), endOf(head, value.span)];
	const edit = {
		start,
		end,
		text: was
	};
	return propose(makeFix(head, `set \`namespace: ${was}\` again`, [edit]), { type: "back" });
}
/** One letter more, less or other, or a word that is near; a name of its own is no slip. */
const isSlip = (was, now) => require_base.nearestWord(now, [was]) !== void 0 || Math.abs(was.length - now.length) === 1 && (was.startsWith(now) || now.startsWith(was));

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
	const moved = head.objects.filter(({ kind, name }) => kind === policy.kind && name === policy.name);
	if (moved.length > 0) return moved.flatMap((now) => renameNamespace(head, now, policy));
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
	const blamed = (rule) => new Set(report.findings.filter((finding) => finding.rule === rule).map(placeOf$3));
	const [denying, weakening] = [blamed("NP015"), blamed("NP001")];
	const findings = report.findings.flatMap((finding) => {
		const { location: span, side = "head", accepted } = finding;
		const place = placeOf$3(finding);
		if (span === void 0 || accepted !== void 0 || !isMendable(finding.rule)) return [];
		if (finding.rule !== "NP015" && denying.has(place)) return [];
		const rule = finding.rule === "NP002" && weakening.has(place) ? "NP001" : finding.rule;
		return [{
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
	const overlay = require_git.createOverlay(request.source);
	const reading = require_manifests.createReading(knownTo(request.reading, overlay.source));
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
	const texts = createRevisionTexts(knownTo(request.reading ?? reading, source));
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
/** The source, but for what a reading has read of it. */
const knownTo = (reading, source) => reading === void 0 ? source : require_git.preferring((id) => reading.texts.bytes(id), source);
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

// src/check/covered-losses.ts
/**
* Isolation that one scope lost, and that another which may be applied with it still holds: nobody knows whether
* it is lost, so it does not fail the check. Not where an alternative of the other scope has the loss as well: then
* some cluster has lost it whichever they are.
*/
function coveredLosses(findings, readings, mayMeet) {
	const covers = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		if (!finding.gate || finding.certain !== false) continue;
		const about = readings.filter(({ reading }) => isAbout(finding, reading));
		const covering = about.filter((each) => !shows(finding, each));
		const [first] = covering;
		if (first === void 0) continue;
		const isCovered = ({ reading: { beside = "" } }) => covering.some(({ reading }) => mayMeet(beside, reading.beside ?? ""));
		if (about.every((each) => covering.includes(each) || isCovered(each))) covers.set(finding, first.reading.doubt);
	}
	return covers;
}
const isAbout = ({ scope, namespace = "" }, reading) => reading.meets === true && reading.scope === scope && reading.namespaces.has(namespace);
/** What could not be computed covers nothing. */
const shows = ({ rule, namespace = "" }, { review: { findings, unknown } }) => unknown.includes(namespace) || findings.some((finding) => finding.gate && finding.rule === rule && finding.namespace === namespace);

// src/check/ledger-of-doubts.ts
const SHOWN = 3;
/**
* One entry for each Namespace that only one revision declares and that rules ask for by its labels. No gate can get
* weaker by them: those ask whether pods are isolated, and for namespaces and addresses that nobody names. So the entry
* decides only where opened flows between namespaces fail the check.
*/
function ledgerOfDoubts(doubts, { failOn, base, head }) {
	return [...require_base.groupBy(doubts, ({ declared }) => declared.name)].flatMap(([name, [first, ...others]]) => {
		if (first === void 0) return [];
		const { declared, side } = first;
		const asking = [first, ...others].map(({ namespace, direction }) => `${direction} of ${namespaceLabel(namespace)}`);
		const other = side === "head" ? "base" : "head";
		const why = {
			base,
			head
		}[other].refusedNamespaces?.has(name) === true ? "the manifest there is refused" : "no manifest declares it there";
		return [{
			path: declared.span.path,
			span: declared.span,
			side,
			reason: `the labels of ${name} at ${other} are not known, because ${why}; rules for ${require_base.listFirst(SHOWN, asking)} ask for them`,
			decides: reaches("sensitive-port", failOn)
		}];
	});
}

// src/check/ledger-of-duplicates.ts
/** Of two objects with one name the last one applied wins, and nobody knows which that is. */
const ledgerOfDuplicates = (findings) => findings.filter(({ rule }) => rule === "NP027").map(({ message, location }) => ({
	path: location?.path ?? "",
	...location === void 0 ? {} : { span: location },
	side: "head",
	reason: `${message}; remove one of them, or tell them apart in \`scopes\``,
	decides: true
}));

// src/check/ledger-of-limits.ts
/** The namespaces whose policies are past what is compared, with the numbers and a way out. */
const ledgerOfTooComplex = (namespaces, { world, what }) => [...new Set(namespaces)].map((namespace) => {
	const policies = world.policies.filter((placed) => placed.namespace === namespace);
	const rules = policies.reduce((sum, { policy: { ingress, egress } }) => sum + ingress.length + egress.length, 0);
	return {
		path: policies[0]?.policy.span.path ?? "",
		side: "head",
		reason: `the policies of namespace ${namespace} are too many to ${what} exactly (${policies.length} with ${rules} rules): split the change or the namespace, or select pods by fewer labels`,
		decides: true
	};
});
/** What single rules might have been found guilty of; no verdict rests on it. */
const ledgerOfLints = (scope, givenUp) => givenUp ? [{
	path: scope.policies[0]?.policy.span.path ?? "",
	side: "head",
	reason: "a check for faults of single rules was given up: there are too many rules to compare each with each",
	decides: false
}] : [];

// src/check/review-readings.ts
const reviewReadings = (readings, { ipBlockMatchesPods, mayHaveOtherPods }) => readings.map((reading) => {
	const { scope, beside, base, head, namespaces, occupied = () => false } = reading;
	return {
		reading,
		review: reviewScope({
			name: scope,
			base: withoutGone(base, head, (name) => namespaces.has(name) && occupied(name)),
			head,
			occupiedAtHead: occupied,
			ipBlockMatchesPods,
			mayHaveOtherPods: (namespace) => [scope, beside].some((name) => name !== void 0 && mayHaveOtherPods(name, namespace)),
			doubt: false
		})
	};
});
/**
* What other readings of the manifests would fail and the one that was taken does not: nobody knows which is
* true, so each leaves the answer open. The first reading of a scope, namespace and rule speaks for all.
*/
function ledgerOfReadings(readings, { findings, config }) {
	const told = new Set(findings.filter(({ gate }) => gate).map((each) => keyOf(each, each.scope)));
	const entries = [];
	for (const { reading, review } of readings) {
		const { scope, beside, namespaces, doubt, place } = reading;
		const isTold = (finding) => [scope, beside].some((name) => name !== void 0 && told.has(keyOf(finding, name)));
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

// src/name-workloads.ts
/** A workload that the API server refuses at the other revision is not gone: it stays as it was. */
function isReadIn(others) {
	const refused = new Set(others.flatMap(({ problems }) => problems.flatMap(({ object }) => object === void 0 ? [] : [`${object.kind} ${object.name}`])));
	return ({ workload: { kind, name } }) => !refused.has(`${kind} ${name}`);
}
/** Enough for a reader; the rest is counted. */
const MAX_WORKLOADS = 10;
/** The workloads of a scope that came or went, for the report. */
function nameWorkloads({ files }, { workloads }) {
	const came = workloads.came.filter(isReadIn(files.base));
	const went = workloads.went.filter(isReadIn(files.head));
	if (came.length + went.length === 0) return {};
	const [names = [], gone = []] = [came, went].map((some) => some.slice(0, MAX_WORKLOADS).map(workloadId));
	return { workloads: {
		new: names,
		gone,
		more: came.length + went.length - names.length - gone.length
	} };
}

// src/review.ts
var review_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ runReview: () => runReview });
/**
* Reviews a change: reads both revisions, compares every scope and runs the checks. Rejects with
* `InvalidConfig` where the configuration is wrong and with `SourceFailure` where reading breaks off.
*/
const runReview = (request) => request.fixes === true ? reviewWithFixes(request, compareRevisions) : compareRevisions(request);
async function compareRevisions(request) {
	const { source } = request;
	const config = await require_commands.readConfig(request);
	const ipBlockMatchesPods = require_commands.matchesPods(request, config);
	const collected = await require_manifests.collectPairs(source, config, {
		readAllBelow: request.readAllBelow,
		reading: request.reading,
		onReading: () => void loadChecks()
	});
	const [base, head] = source.snapshots;
	if (base === void 0 || head === void 0) throw new Error("two snapshots are wanted");
	const reviews = await reviewScopes(collected, ipBlockMatchesPods);
	const pairs = new Map(collected.scopes.map((pair) => [pair.name, pair]));
	const readings = reviewReadings(collected.readings, {
		ipBlockMatchesPods,
		mayHaveOtherPods: (scope, namespace) => pairs.get(scope)?.mayHaveOtherPods(namespace) ?? true
	});
	const found = reviews.flatMap(({ review }) => review.findings);
	const covers = coveredLosses(found, readings, collected.mayMeet);
	const ledger = [
		...await noteConfig(request, config),
		...ledgerOfReadings(readings, {
			findings: found,
			config
		}),
		...collected.ledger,
		...reviews.flatMap(({ pair }) => pair.ledger),
		...reviews.flatMap(({ pair: { head: world }, review }) => ledgerOfTooComplex(review.unknown, {
			world,
			what: "compare"
		})),
		...reviews.flatMap(({ review }) => ledgerOfDuplicates(review.findings)),
		...reviews.flatMap(({ pair: { base: before, head: after }, review }) => ledgerOfDoubts(review.doubts, {
			failOn: config.failOn,
			base: before,
			head: after
		})),
		...reviews.flatMap(({ pair, review }) => ledgerOfLints(pair.head, review.lintsGivenUp))
	].toSorted((a, b) => Number(b.decides) - Number(a.decides));
	const judgement = judge({
		mode: "diff",
		today: request.today,
		isReviewed: (path) => base.entries.some((entry) => entry.path === path),
		config,
		ledger,
		scopes: reviews.map(({ pair, review }) => ({
			name: pair.name,
			flows: review.flows,
			findings: [...review.findings, ...unknownFields(pair)],
			ledger: [...collected.ledger, ...pair.ledger],
			covers
		}))
	});
	return {
		schemaVersion: 1,
		mode: "diff",
		base: revisionOf(base),
		head: revisionOf(head),
		...judgement,
		scopes: reviews.map(({ pair, review }) => scopeReport(pair, review, collected)).filter(({ namespaces, flows, policies, workloads }) => namespaces.length + flows.length + policies.length > 0 || workloads !== void 0),
		assumptions: assumptionsFor(collected, ipBlockMatchesPods),
		statistics: {
			filesChanged: collected.changes.length,
			filesRead: collected.filesRead,
			policiesRead: collected.policiesRead,
			namespaces: collected.scopes.reduce((sum, { head: world }) => sum + new Set(world.policies.map(({ namespace }) => namespace)).size, 0)
		}
	};
}
async function reviewScopes({ scopes, ledger }, ipBlockMatchesPods) {
	if (scopes.length === 0) return [];
	const checkScope = await loadChecks();
	return scopes.map((pair) => {
		const doubt = [...ledger, ...pair.ledger].some(hidesPolicies);
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
const loadChecks = async () => (await Promise.resolve().then(() => review_scope_exports)).reviewScope;
const revisionOf = ({ name, commit }) => ({
	name,
	...commit === void 0 ? {} : { commit }
});
function unknownFields({ name, files: { base, head } }) {
	const before = new Set(base.map(({ id, path }) => `${id} ${path}`));
	return head.filter(({ id, path }) => !before.has(`${id} ${path}`)).flatMap(({ problems }) => problems).filter(({ code, about }) => code === "unknown-field" && about === "policy").map(({ message, span }) => require_commands.findingOf("NP028", {
		scope: name,
		message,
		location: span,
		side: "head"
	}));
}
function scopeReport(pair, review, collected) {
	const { name } = pair;
	return {
		name,
		namespaces: review.namespaces,
		flows: review.flows,
		policies: policyChanges(pair, collected),
		...nameWorkloads(pair, review)
	};
}
/** Changed policies with the change of their text, paired by name. */
function policyChanges(pair, { texts, changes: all }) {
	const linesOf = /* @__PURE__ */ new Map();
	const idsOf = (side) => new Map([...all.flatMap((change) => {
		const entry = change[side];
		return entry === void 0 ? [] : [[entry.path, entry.id]];
	}), ...pair.files[side].map(({ path, id }) => [path, id])]);
	const ids = {
		base: idsOf("base"),
		head: idsOf("head")
	};
	const textOf = (span, side) => {
		const id = ids[side].get(span.path) ?? "";
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
		const before = base === void 0 ? "" : textOf(base.span, "base");
		const after = head === void 0 ? "" : textOf(head.span, "head");
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
	const patch = require_text_diff.createTwoFilesPatch("", "", before, after, "", "", {
		context: 3,
		timeout: 500
	});
	return patch === void 0 ? "" : patch.slice(Math.max(0, patch.indexOf("@@")));
}
function assumptionsFor(collected, ipBlockMatchesPods) {
	const policies = collected.scopes.flatMap(({ base, head }) => [...base.policies, ...head.policies]);
	const workloads = collected.scopes.flatMap(({ base, head }) => [...base.workloads, ...head.workloads]);
	return require_commands.assumptionsOf(policies.map(({ policy }) => policy), {
		ipBlockMatchesPods,
		hostNetwork: workloads.some(({ workload }) => workload.hostNetwork)
	});
}

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
	const byPlace = require_base.lazily(() => require_base.groupBy(allows, placeOf$1));
	return allows.flatMap((allow) => {
		const place = placeOf$1(allow);
		if (reported.has(place) || !opensOtherNamespaces(allow.region.source, context.namespace)) return [];
		const ports = subtractPorts(intersectPorts(portsOf(allow, context.workloads), sensitivePorts()), AMBIGUOUS);
		if (isNoPorts(ports)) return [];
		reported.add(place);
		const { scope, namespace, label } = context;
		const pods = (byPlace().get(place) ?? []).flatMap(({ region: { source } }) => source.type === "pod" ? [source] : []);
		const message = `${describePods(pods, context.words).text} may reach ${describePorts(ports, NO_NAMES)} in ${label}, by policy ${allow.policy.name}`;
		return [require_commands.findingOf("NP042", {
			scope,
			namespace,
			message,
			location: place.span
		})];
	});
}
/** What a reader looks at: the peer, or a rule without any. */
const placeOf$1 = ({ peer, rule }) => peer ?? rule;
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
	return workloads.filter(({ workload }) => !workload.hostNetwork && holdsFor(destination.labels, workload) !== "none").flatMap(({ workload }) => workload.ports).filter(({ name, protocol }) => protocol === "TCP" && (wanted.size === 0 || wanted.has(name))).map(({ port }) => portRange("TCP", port, port)).reduce(unitePorts, NO_PORTS);
}

// src/check/standing.ts
/** The faults of one namespace as it stands, each where the rule stands that decides it. */
function standingFindings(posture, { scope, place }) {
	const { name, label, coverage, sides, metadata, fromInternet, toInternet } = posture;
	const finding = (rule, message, location = place) => require_commands.findingOf(rule, {
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
		const why = metadata === void 0 ? "which egress isolation would prevent" : `which policy ${metadata.policy.name} allows`;
		const message = `${describePodsOf(metadataPods(posture), label, "pods")} can reach the cloud metadata service, ${why}`;
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
/** Those that are not isolated, and those that a rule lets through. */
const metadataPods = ({ sides: { egress }, coverage }) => [...coverage.egress === "all" ? [] : egress.free(), ...egress.allows.flatMap(({ region }) => metadataReach(region)?.pods ?? [])];
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
function scanScope(request) {
	const { name, world, ipBlockMatchesPods, kustomized } = request;
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
	const words = createPodWords(world);
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
				workloads: own,
				words
			}));
			return reportOf(posture);
		} catch (error) {
			if (!(error instanceof TooComplex)) throw error;
			unknown.push(namespace);
			return unknownPosture(namespace);
		}
	});
	const lints = lintWorld({
		scope: name,
		world,
		evaluator,
		complete: true
	});
	findings.push(...scanPlacement({
		scope: name,
		world,
		kustomized
	}), ...lints.findings);
	return {
		namespaces,
		findings,
		unknown,
		lintsGivenUp: lints.givenUp
	};
}

Object.defineProperty(exports, "ALL_ADDRESSES", {
  enumerable: true,
  get: function () {
    return ALL_ADDRESSES;
  }
});
Object.defineProperty(exports, "ALL_IPV4", {
  enumerable: true,
  get: function () {
    return ALL_IPV4;
  }
});
Object.defineProperty(exports, "ALL_IPV6", {
  enumerable: true,
  get: function () {
    return ALL_IPV6;
  }
});
Object.defineProperty(exports, "ALL_PORTS", {
  enumerable: true,
  get: function () {
    return ALL_PORTS;
  }
});
Object.defineProperty(exports, "ANY_LABELS", {
  enumerable: true,
  get: function () {
    return ANY_LABELS;
  }
});
Object.defineProperty(exports, "IPV6_OFFSET", {
  enumerable: true,
  get: function () {
    return IPV6_OFFSET;
  }
});
Object.defineProperty(exports, "NO_NAMES", {
  enumerable: true,
  get: function () {
    return NO_NAMES;
  }
});
Object.defineProperty(exports, "NO_PORTS", {
  enumerable: true,
  get: function () {
    return NO_PORTS;
  }
});
Object.defineProperty(exports, "TooComplex", {
  enumerable: true,
  get: function () {
    return TooComplex;
  }
});
Object.defineProperty(exports, "addressesOf", {
  enumerable: true,
  get: function () {
    return addressesOf;
  }
});
Object.defineProperty(exports, "boxKey", {
  enumerable: true,
  get: function () {
    return boxKey$1;
  }
});
Object.defineProperty(exports, "boxMatches", {
  enumerable: true,
  get: function () {
    return boxMatches;
  }
});
Object.defineProperty(exports, "boxOfSelector", {
  enumerable: true,
  get: function () {
    return boxOfSelector;
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
Object.defineProperty(exports, "describeAddresses", {
  enumerable: true,
  get: function () {
    return describeAddresses;
  }
});
Object.defineProperty(exports, "describePodsOf", {
  enumerable: true,
  get: function () {
    return describePodsOf;
  }
});
Object.defineProperty(exports, "describePorts", {
  enumerable: true,
  get: function () {
    return describePorts;
  }
});
Object.defineProperty(exports, "familyOfPoint", {
  enumerable: true,
  get: function () {
    return familyOfPoint;
  }
});
Object.defineProperty(exports, "hasPoint", {
  enumerable: true,
  get: function () {
    return hasPoint;
  }
});
Object.defineProperty(exports, "hasValue", {
  enumerable: true,
  get: function () {
    return hasValue;
  }
});
Object.defineProperty(exports, "holdsFor", {
  enumerable: true,
  get: function () {
    return holdsFor;
  }
});
Object.defineProperty(exports, "intersectAddresses", {
  enumerable: true,
  get: function () {
    return intersectAddresses;
  }
});
Object.defineProperty(exports, "intersectPorts", {
  enumerable: true,
  get: function () {
    return intersectPorts;
  }
});
Object.defineProperty(exports, "isAnyValue", {
  enumerable: true,
  get: function () {
    return isAnyValue;
  }
});
Object.defineProperty(exports, "isNoPorts", {
  enumerable: true,
  get: function () {
    return isNoPorts;
  }
});
Object.defineProperty(exports, "isSayable", {
  enumerable: true,
  get: function () {
    return isSayable;
  }
});
Object.defineProperty(exports, "judge", {
  enumerable: true,
  get: function () {
    return judge;
  }
});
Object.defineProperty(exports, "ledgerOfDuplicates", {
  enumerable: true,
  get: function () {
    return ledgerOfDuplicates;
  }
});
Object.defineProperty(exports, "ledgerOfLints", {
  enumerable: true,
  get: function () {
    return ledgerOfLints;
  }
});
Object.defineProperty(exports, "ledgerOfTooComplex", {
  enumerable: true,
  get: function () {
    return ledgerOfTooComplex;
  }
});
Object.defineProperty(exports, "mergeBoxes", {
  enumerable: true,
  get: function () {
    return mergeBoxes;
  }
});
Object.defineProperty(exports, "normalizeIntervals", {
  enumerable: true,
  get: function () {
    return normalizeIntervals;
  }
});
Object.defineProperty(exports, "noteConfig", {
  enumerable: true,
  get: function () {
    return noteConfig;
  }
});
Object.defineProperty(exports, "peerOf", {
  enumerable: true,
  get: function () {
    return peerOf;
  }
});
Object.defineProperty(exports, "pointOf", {
  enumerable: true,
  get: function () {
    return pointOf;
  }
});
Object.defineProperty(exports, "rangeOf", {
  enumerable: true,
  get: function () {
    return rangeOf$1;
  }
});
Object.defineProperty(exports, "resolvePortNames", {
  enumerable: true,
  get: function () {
    return resolvePortNames;
  }
});
Object.defineProperty(exports, "review_exports", {
  enumerable: true,
  get: function () {
    return review_exports;
  }
});
Object.defineProperty(exports, "sameIntervals", {
  enumerable: true,
  get: function () {
    return sameIntervals;
  }
});
Object.defineProperty(exports, "samePorts", {
  enumerable: true,
  get: function () {
    return samePorts;
  }
});
Object.defineProperty(exports, "sampleLabels", {
  enumerable: true,
  get: function () {
    return sampleLabels;
  }
});
Object.defineProperty(exports, "scanScope", {
  enumerable: true,
  get: function () {
    return scanScope;
  }
});
Object.defineProperty(exports, "splitCells", {
  enumerable: true,
  get: function () {
    return splitCells;
  }
});
Object.defineProperty(exports, "subtractAddresses", {
  enumerable: true,
  get: function () {
    return subtractAddresses;
  }
});
Object.defineProperty(exports, "subtractPorts", {
  enumerable: true,
  get: function () {
    return subtractPorts;
  }
});
Object.defineProperty(exports, "uniteIntervals", {
  enumerable: true,
  get: function () {
    return uniteIntervals;
  }
});
Object.defineProperty(exports, "unitePorts", {
  enumerable: true,
  get: function () {
    return unitePorts;
  }
});
Object.defineProperty(exports, "workloadId", {
  enumerable: true,
  get: function () {
    return workloadId;
  }
});
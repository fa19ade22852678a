const require_base = require("./base.js");
const require_query_scopes = require("./query-scopes.js");
const require_manifests = require("./manifests.js");
const require_checks = require("./checks.js");
const require_report = require("./report.js");
const require_commands = require("./commands.js");
const require_json = require("./json.js");

// src/reach/flow-bounds.ts
/** Facts that the manifests do not hold, or in which the pods of one end differ. */
const DEPENDENCES = [
	"pod addresses",
	"labels of controllers",
	"namespace labels"
];
const FREE = {
	certain: require_checks.ALL_PORTS,
	possible: require_checks.ALL_PORTS,
	dependsOn: []
};
/** Finds the rules of an end once, however many others it is paired with. */
function createRules(evaluator) {
	const known = /* @__PURE__ */ new Map();
	return (end, direction) => {
		const key = `${direction} ${end.id}`;
		if (!known.has(key)) known.set(key, rulesOf(end, direction, evaluator));
		return known.get(key);
	};
}
function rulesOf({ workload, namespace }, direction, evaluator) {
	if (workload.hostNetwork) return void 0;
	const { isolation, allows } = evaluator.side(namespace, direction);
	const selecting = isolation.map(({ labels, policy }) => ({
		ref: policy.ref,
		holds: require_checks.holdsFor(labels, workload)
	}));
	const certain = new Set(selecting.flatMap(({ ref, holds }) => holds === "all" ? [ref] : []));
	const possible = selecting.flatMap(({ ref, holds }) => holds === "unknown" ? [ref] : []);
	if (certain.size + possible.length === 0) return void 0;
	return {
		certain: allows.filter(({ policy }) => certain.has(policy)),
		possible: possible.map((ref) => allows.filter(({ policy }) => policy === ref)),
		isIsolated: certain.size > 0
	};
}
/**
* Joins policies that select an end for sure with those that may. Where none surely isolates, each that may has to
* allow a flow for it to be certain, and without them everything is possible.
*/
function boundsOf(rules, measure) {
	if (rules === void 0) return FREE;
	const { certain, possible, isIsolated } = rules;
	if (possible.length === 0) return measure(certain);
	const all = measure([...certain, ...possible.flat()]);
	return {
		certain: isIsolated ? measure(certain).certain : possible.map((one) => measure(one).certain).reduce(require_checks.intersectPorts, require_checks.ALL_PORTS),
		possible: isIsolated ? all.possible : require_checks.ALL_PORTS,
		dependsOn: [...all.dependsOn, "labels of controllers"]
	};
}
/** Both sides of a flow. */
function bothSides(egress, ingress) {
	return {
		certain: require_checks.intersectPorts(egress.certain, ingress.certain),
		possible: require_checks.intersectPorts(egress.possible, ingress.possible),
		dependsOn: [egress, ingress].flatMap((side) => isExact(side) ? [] : side.dependsOn)
	};
}
const isExact = ({ certain, possible }) => require_checks.samePorts(certain, possible);
const NOTHING_ALLOWED = {
	certain: require_checks.NO_PORTS,
	possible: require_checks.NO_PORTS,
	dependsOn: []
};

// src/reach/flow-ends.ts
/**
* Pods of one owner are one end as long as no policy tells them apart but by address. Where one does, in the
* middle of a rollout say, each pod stands for itself.
*/
function distinctEnds(workloads, evaluator) {
	const signatureOf = require_base.lazily(() => createSignature(workloads, evaluator));
	return [...require_base.groupBy(workloads, (placed) => {
		const { owner } = placed.workload;
		return owner === void 0 ? require_checks.workloadId(placed) : `${placed.namespace}/${owner.name}[${owner.kind}]`;
	})].flatMap(([id, group]) => {
		return new Set(group.map(({ workload }) => require_manifests.traitsOf(workload))).size > 1 && new Set(group.map(({ workload }) => signatureOf()(workload))).size > 1 ? [...new Map(group.map((pod) => [require_checks.workloadId(pod), endOf(require_checks.workloadId(pod), [pod])])).values()] : [endOf(id, group)];
	});
}
/** What policies see of a pod: equal texts are treated alike wherever the pod is an end. */
function createSignature(workloads, evaluator) {
	const namespaces = new Set(workloads.map(({ namespace }) => namespace));
	for (const direction of require_base.DIRECTIONS) for (const name of evaluator.isolating(direction)) namespaces.add(name);
	const boxes = /* @__PURE__ */ new Map();
	for (const namespace of namespaces) for (const direction of require_base.DIRECTIONS) {
		const { isolation, allows } = evaluator.side(namespace, direction);
		for (const { labels } of isolation) boxes.set(require_checks.boxKey(labels), labels);
		for (const { region } of allows) for (const end of [region.source, region.destination]) if (end.type === "pod") boxes.set(require_checks.boxKey(end.labels), end.labels);
	}
	const all = [...boxes.values()];
	return (workload) => JSON.stringify([all.map((box) => Number(require_checks.boxMatches(box, workload.labels))).join(""), require_manifests.traitsOf({
		...workload,
		labels: {}
	})]);
}
function endOf(id, group) {
	const [first] = group;
	if (first === void 0) throw new Error("an end without pods");
	const pods = group.map(({ workload }) => workload.ips.flatMap((text) => {
		const address = require_manifests.parseAddress(text);
		return address === void 0 ? [] : [require_checks.pointOf(address.family, address.value)];
	}));
	return {
		...first,
		id,
		pods
	};
}

// src/reach/flow-outside.ts
/** Addresses outside the cluster by what they may do; neighbours with equal ports are one range. */
function outsideRanges(end, direction, { rulesFor, outside }) {
	const rules = rulesFor(end, direction);
	const all = rules === void 0 ? [] : [...rules.certain, ...rules.possible.flat()];
	const cuts = [...outside, ...all.flatMap(({ region }) => {
		const peer = require_checks.peerOf(region, direction);
		return peer.type === "pod" ? [] : require_checks.intersectAddresses(peer.addresses, outside);
	})];
	const starts = [...new Set(cuts.flat())].toSorted((a, b) => a < b ? -1 : 1);
	const ranges = [];
	for (const [index, first] of starts.entries()) {
		const next = starts[index + 1];
		if (next === void 0 || !require_checks.hasPoint(outside, first)) continue;
		const bounds = boundsOf(rules, measureAt(first, end, direction));
		if (require_checks.isNoPorts(bounds.possible)) continue;
		const last = ranges.at(-1);
		const touches = last?.end === first && first !== require_checks.IPV6_OFFSET;
		if (last !== void 0 && touches && sameBounds(last.bounds, bounds)) ranges[ranges.length - 1] = {
			...last,
			end: next
		};
		else ranges.push({
			first,
			end: next,
			bounds
		});
	}
	return ranges;
}
const sameBounds = (a, b) => require_checks.samePorts(a.certain, b.certain) && require_checks.samePorts(a.possible, b.possible);
/** What one address may do. */
const measureAt = (point, end, direction) => (allows) => {
	let ports = require_checks.NO_PORTS;
	for (const { region } of allows) {
		const peer = require_checks.peerOf(region, direction);
		if (peer.type === "pod" || !require_checks.hasPoint(peer.addresses, point)) continue;
		const resolved = direction === "ingress" ? require_checks.resolvePortNames(region, end.workload) : region;
		if (resolved !== void 0) ports = require_checks.unitePorts(ports, resolved.ports);
	}
	return {
		certain: ports,
		possible: ports,
		dependsOn: []
	};
};

// src/reach/flow-ports.ts
/** The ports on which one end reaches another. */
function portsBetween(source, destination, { rulesFor, directory }) {
	const side = (self, other, direction) => boundsOf(rulesFor(self, direction), (allows) => measure(allows, {
		other,
		destination,
		direction,
		directory
	}));
	const egress = side(source, destination, "egress");
	if (require_checks.isNoPorts(egress.possible)) return NOTHING_ALLOWED;
	return bothSides(egress, side(destination, source, "ingress"));
}
function measure(allows, { other, destination, direction, directory }) {
	const certain = [];
	const possible = [];
	const dependsOn = [];
	for (const { region } of allows) {
		const peer = require_checks.peerOf(region, direction);
		const { holds, for: reasons } = holdsPeer(peer, other, directory);
		if (holds === "none") continue;
		const resolved = require_checks.resolvePortNames(region, destination.workload);
		if (resolved === void 0) continue;
		const entry = {
			addresses: peer.addresses,
			ports: resolved.ports
		};
		possible.push(entry);
		if (holds === "all") certain.push(entry);
		else dependsOn.push(...reasons);
	}
	const surely = other.pods.map((pod) => certainPorts(certain, pod));
	const maybe = other.pods.map((pod) => possiblePorts(possible, pod));
	const bounds = {
		certain: surely.reduce(require_checks.intersectPorts, require_checks.ALL_PORTS),
		possible: maybe.reduce(require_checks.unitePorts, require_checks.NO_PORTS)
	};
	const byAddress = maybe.some((ports, index) => {
		const sure = surely[index];
		return sure !== void 0 && !require_checks.samePorts(sure, ports);
	});
	if (possible.some(({ addresses }) => addresses !== require_checks.ALL_ADDRESSES) && (byAddress || other.pods.length > 1)) dependsOn.push("pod addresses");
	return {
		...bounds,
		dependsOn
	};
}
const NO_PEER = {
	holds: "none",
	for: []
};
/** Whether a peer means an end, apart from addresses. */
function holdsPeer(endpoint, { workload, namespace }, directory) {
	if (endpoint.type === "address" || workload.hostNetwork) return workload.hostNetwork && endpoint.type === "address" ? {
		holds: "all",
		for: []
	} : NO_PEER;
	const ofLabels = require_checks.holdsFor(endpoint.labels, workload);
	if (ofLabels === "none") return NO_PEER;
	const { namespaces } = endpoint;
	const ofNamespace = namespaces.type === "known" ? namespaces.names.has(namespace) ? "all" : "none" : directory.known.has(namespace) ? "none" : holdsNamespace(namespaces.labels, namespace);
	if (ofNamespace === "none") return NO_PEER;
	const reasons = [];
	if (ofLabels === "unknown") reasons.push("labels of controllers");
	if (ofNamespace === "unknown") reasons.push("namespace labels");
	return {
		holds: reasons.length === 0 ? "all" : "unknown",
		for: reasons
	};
}
/** Of a namespace that is only named, the name is the one label that is known. */
function holdsNamespace(labels, namespace) {
	const name = labels.get(require_manifests.NAME_LABEL);
	if (name !== void 0 && !require_checks.hasValue(name, namespace)) return "none";
	return [...labels].every(([key, values]) => key === "kubernetes.io/metadata.name" || require_checks.isAnyValue(values)) ? "all" : "unknown";
}
/** What all the addresses that a pod may have are allowed, or one of those that it has. */
function certainPorts(entries, pod) {
	if (pod.length > 0) return portsAt(entries, pod);
	const ports = entries.filter(({ addresses }) => require_query_scopes.holdsUnknownAddress(addresses) === "all").reduce((sum, entry) => require_checks.unitePorts(sum, entry.ports), require_checks.NO_PORTS);
	const partial = entries.filter(({ addresses }) => require_query_scopes.holdsUnknownAddress(addresses) !== "all");
	if (partial.length < 2) return ports;
	const cuts = [require_query_scopes.podIpv4(), ...partial.map(({ addresses }) => require_checks.intersectAddresses(addresses, require_checks.ALL_IPV4))];
	const common = [...new Set(cuts.flat().map(([start]) => start))].concat(cuts.flat().map(([, end]) => end)).filter((point) => require_checks.hasPoint(require_query_scopes.podIpv4(), point)).map((point) => portsAt(partial, [point])).reduce(require_checks.intersectPorts, require_checks.ALL_PORTS);
	return require_checks.unitePorts(ports, common);
}
const portsAt = (entries, points) => entries.filter(({ addresses }) => points.some((point) => require_checks.hasPoint(addresses, point))).reduce((sum, { ports }) => require_checks.unitePorts(sum, ports), require_checks.NO_PORTS);
const possiblePorts = (entries, pod) => pod.length > 0 ? portsAt(entries, pod) : entries.filter(({ addresses }) => require_query_scopes.holdsUnknownAddress(addresses) !== "none").reduce((sum, { ports }) => require_checks.unitePorts(sum, ports), require_checks.NO_PORTS);

// src/reach/flows.ts
/** Every allowed flow between the workloads of one world, and with addresses outside. */
function listFlows(workloads, evaluator, { families }) {
	const ends = distinctEnds(workloads, evaluator);
	const outside = families.reduce((rest, family) => [...rest, ...family === 4 ? require_checks.ALL_IPV4 : require_checks.ALL_IPV6], []);
	const context = {
		rulesFor: createRules(evaluator),
		outside,
		directory: evaluator.directory
	};
	const flows = [];
	for (const source of ends) for (const destination of ends) {
		if (source.id === destination.id) continue;
		const bounds = portsBetween(source, destination, context);
		flows.push(...rowsOf(bounds, {
			source: podsEnd(source),
			destination: podsEnd(destination)
		}));
	}
	for (const end of ends) {
		for (const { first, end: stop, bounds } of outsideRanges(end, "ingress", context)) flows.push(...rowsOf(bounds, {
			source: rangeEnd(first, stop),
			destination: podsEnd(end)
		}));
		for (const { first, end: stop, bounds } of outsideRanges(end, "egress", context)) flows.push(...rowsOf(bounds, {
			source: podsEnd(end),
			destination: rangeEnd(first, stop)
		}));
	}
	return flows;
}
/** What surely holds, and what may hold beyond that. */
function rowsOf(bounds, ends) {
	const { certain, possible } = bounds;
	const dependsOn = DEPENDENCES.filter((one) => bounds.dependsOn.includes(one));
	return [...require_checks.isNoPorts(certain) ? [] : [{
		...ends,
		ports: certain,
		dependsOn: []
	}], ...isExact(bounds) ? [] : [{
		...ends,
		ports: require_checks.subtractPorts(possible, certain),
		dependsOn
	}]];
}
const podsEnd = ({ id, workload }) => ({
	type: "pods",
	text: id,
	hostNetwork: workload.hostNetwork
});
const rangeEnd = (first, end) => ({
	type: "addresses",
	text: rangeText(first, end - 1n),
	addresses: [[first, end]]
});
function rangeText(first, last) {
	const text = (point) => {
		const family = require_checks.familyOfPoint(point);
		return require_manifests.formatAddress(family, family === 4 ? point : point - require_checks.IPV6_OFFSET);
	};
	return first === last ? text(first) : `${text(first)}-${text(last)}`;
}

// src/commands/flow-text.ts
/** Blocks of addresses that one line lists: a rule for the internet without private ranges is one line. */
const SHOWN$1 = 24;
/** The flows as lines for a person; addresses that may do the same are one line where words allow it. */
function flowLines(flows) {
	return gatherAddresses(flows).map(({ source, destination, ports, dependsOn }) => {
		const doubt = dependsOn.length === 0 ? "" : ` (not certain: depends on ${dependsOn.join(", ")})`;
		const line = `${endText(source)} => ${endText(destination)} : ${require_checks.describePorts(ports, require_checks.NO_NAMES)}`;
		return require_report.terminalText(line, 1e3) + doubt;
	});
}
/** Joins rows that differ in their addresses only, in the place of the first. */
function gatherAddresses(flows) {
	return [...require_base.groupBy(flows, ({ source, destination, ports, dependsOn }) => JSON.stringify([
		keyOf(source),
		keyOf(destination),
		ports,
		dependsOn
	])).values()].flatMap(joinRows);
}
const keyOf = (end) => end.type === "pods" ? end.text : "";
function joinRows(row) {
	const [first] = row;
	if (first === void 0 || row.length === 1) return row;
	const source = joinEnds(row.map((flow) => flow.source));
	const destination = joinEnds(row.map((flow) => flow.destination));
	return source === void 0 || destination === void 0 ? row : [{
		...first,
		source,
		destination
	}];
}
/** One end for all; undefined where no words leave nothing out. */
function joinEnds(ends) {
	const addresses = require_checks.normalizeIntervals(ends.flatMap((end) => end.type === "addresses" ? end.addresses : []));
	if (addresses.length === 0) return ends[0];
	return require_checks.isSayable(addresses, SHOWN$1) ? {
		type: "addresses",
		text: "",
		addresses
	} : void 0;
}
function endText(end) {
	if (end.type === "pods") return end.text + (end.hostNetwork ? " (host network)" : "");
	return require_checks.isSayable(end.addresses, SHOWN$1) ? addressText(end.addresses) : end.text;
}
/** All addresses are more than the internet: those of nodes and of the network around are among them. */
function addressText(addresses) {
	if (require_checks.sameIntervals(addresses, require_checks.ALL_IPV4)) return "any IPv4 address";
	if (require_checks.sameIntervals(addresses, require_checks.ALL_IPV6)) return "any IPv6 address";
	return require_checks.describeAddresses(addresses, { shown: SHOWN$1 });
}

// src/commands/flows.ts
/**
* Prints every allowed flow, scope by scope. What was not read, is not evaluated or may not be applied makes the list
* undecided.
*/
async function runFlows(command, terminal) {
	const source = await require_commands.openFolders([command.directory]);
	const request = await require_commands.withConfigOfFolder(require_commands.requestOf(source, command, terminal));
	const { worlds, uncounted } = await require_query_scopes.readWorlds(request, command.namespace);
	const lists = require_query_scopes.chooseScopes(worlds, command.scope).map((one) => ({
		one,
		flows: listFlows(one.world.workloads, one.evaluator, { families: [4, 6] })
	}));
	const gaps = [...new Set(lists.flatMap(({ one }) => gapLines(one)))];
	const remarks = [
		...emptyLines(lists),
		...gaps,
		...uncountedLines(uncounted)
	];
	const inScopes = lists.filter(({ one }) => one.world.workloads.length > 0);
	if (command.format === "json") {
		for (const line of remarks) terminal.warn?.(line);
		const rows = inScopes.flatMap(({ one, flows }) => flows.map((flow) => ({
			...inScopes.length > 1 ? { scope: one.scope } : {},
			...jsonRow(flow)
		})));
		require_commands.writeText(require_json.inertJson(JSON.stringify(rows, null, 2)), command, terminal);
	} else {
		const rows = inScopes.flatMap(({ one, flows }) => [...inScopes.length > 1 ? [require_report.terminalText(`scope ${one.scope}:`)] : [], ...flowLines(flows)]);
		require_commands.writeText([
			...rows,
			...remarks,
			...assumed(lists),
			""
		].join("\n"), command, terminal);
	}
	return gaps.length > 0 ? require_commands.EXIT_CODES.undecided : 0;
}
/** An empty list says nothing by itself. */
function emptyLines(lists) {
	if (lists.every(({ one }) => one.world.workloads.length === 0)) return ["no workloads were found, so there are no flows to list; query asks about any pod"];
	return lists.every(({ flows }) => flows.length === 0) ? ["no flows: nothing is allowed between these workloads, or with addresses outside"] : [];
}
const gapLines = ({ gaps, doubts }) => [...gaps.map(({ type, path, line, text }) => type === "unread" ? `not read: ${path}:${line}: ${text}` : `not evaluated: ${text} (${path}:${line})`), ...doubts.map(({ fact }) => `not known: ${fact}`)].map((line) => require_report.terminalText(line));
/** Files that are named one by one. */
const SHOWN = 10;
const uncountedLines = (entries) => [...entries.slice(0, SHOWN).map(({ path, reason }) => require_report.terminalText(`not counted: ${path}: ${reason}`)), ...entries.length > SHOWN ? [`${entries.length - SHOWN} more that are not counted`] : []];
function assumed(lists) {
	const policies = lists.flatMap(({ one }) => one.world.policies.map(({ policy }) => policy));
	const hostNetwork = lists.some(({ one }) => one.world.workloads.some(({ workload }) => workload.hostNetwork));
	const ipBlockMatchesPods = lists[0]?.one.ipBlockMatchesPods ?? true;
	return require_commands.assumptionsOf(policies, {
		ipBlockMatchesPods,
		hostNetwork
	}).map(({ text }) => `assumed: ${text}`);
}
/** Ports as inclusive intervals per protocol; protocols without ports are left out. */
function jsonRow({ source, destination, ports, dependsOn }) {
	const intervals = Object.fromEntries(require_base.PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [protocol, ports[protocol].map(([start, end]) => [start, end - 1])]));
	return {
		source: source.text,
		destination: destination.text,
		ports: intervals,
		...dependsOn.length > 0 ? { dependsOn } : {}
	};
}

exports.runFlows = runFlows;
const require_base = require("./base.js");
const require_manifests = require("./manifests.js");
const require_checks = require("./checks.js");
const require_report = require("./report.js");
const require_commands = require("./commands.js");

// src/one-world.ts
/** Reads a directory as a scan does: the same scopes, and the same files in them. */
async function readWorlds(request, namespace) {
	const [snapshot] = request.source.snapshots;
	if (snapshot === void 0) throw new Error("a snapshot is wanted");
	const config = await require_commands.readConfig(request);
	const ipBlockMatchesPods = require_commands.matchesPods(request, config);
	const reading = require_manifests.createReading(request.source);
	const collected = await require_manifests.collectRevision(request.source, {
		config,
		placement: {
			unnamed: "default",
			...namespace === void 0 ? {} : { namespace }
		},
		services: true,
		reading
	});
	const { texts } = reading;
	const { kustomizations } = require_manifests.surveyPaths(snapshot.entries);
	await texts.load(kustomizations.map(({ id }) => id));
	const graph = require_manifests.readKustomizeGraph(kustomizations, texts);
	const questions = Object.values(require_manifests.createDoubts({
		graph,
		texts,
		patches: true
	}));
	const unread = collected.ledger.filter(({ decides }) => decides);
	const none = {
		name: require_manifests.DEFAULT_SCOPE,
		world: require_manifests.placeObjects([], {}),
		files: [],
		ledger: []
	};
	const scopes = collected.scopes.length > 0 ? collected.scopes : [{
		...none,
		placement: {}
	}];
	const mayMeet = require_manifests.relateScopes(scopes.map(({ name }) => name));
	const configured = require_manifests.isConfigured(config);
	return {
		worlds: scopes.map((scope) => {
			const { name, world, files } = scope;
			const labels = require_manifests.namespaceLabelsOf(world);
			const directory = require_checks.createDirectory(labels);
			const landing = (path) => require_manifests.landingOf(path, world.namespaces, scope.placement);
			return {
				scope: name,
				world,
				labels,
				evaluator: require_checks.createEvaluator(world, {
					directory,
					ipBlockMatchesPods
				}),
				ipBlockMatchesPods,
				gaps: [...unreadGaps([...scope.ledger, ...unread], files, landing), ...files.flatMap((file) => foreignGaps(file, landing))],
				doubts: doubtsOf(world, questions),
				refused: refusedWorkloads(files, landing)
			};
		}),
		mayMeet: (a, b) => !(configured(a) && configured(b)) && mayMeet(a, b),
		uncounted: [...collected.ledger.filter(({ decides }) => !decides), ...await require_checks.noteConfig(request, config)]
	};
}
/** Names of policies in one fact. */
const SHOWN$2 = 3;
function doubtsOf({ policies }, questions) {
	const byReason = questions.flatMap((question) => {
		const inDoubt = policies.filter(({ policy }) => question(policy) !== void 0);
		return [...require_base.groupBy(inDoubt, ({ namespace }) => namespace)].map(([namespace, placed]) => {
			const all = placed.map(({ policy }) => policy);
			const [first] = all;
			const text = first === void 0 ? "" : question(first)?.text ?? "";
			const what = all.length === 1 ? "NetworkPolicy" : "NetworkPolicies";
			const names = require_base.listFirst(SHOWN$2, all.map(nameAndPlace));
			return {
				namespace,
				policies: new Set(all),
				fact: `whether ${what} ${names} ${all.length === 1 ? "is" : "are"} applied: ${text}`
			};
		});
	});
	const twice = [...require_base.groupBy(policies, ({ policy, namespace }) => require_manifests.policyKey(namespace, policy.name)).values()].flatMap((placed) => {
		const all = placed.map(({ policy }) => policy);
		const [first] = placed;
		if (first === void 0 || new Set(all.map(require_manifests.contentOf)).size < 2) return [];
		const places = require_base.listFirst(SHOWN$2, all.map(({ span }) => require_report.formatPlace(span)));
		const fact = `which definition of NetworkPolicy ${first.policy.name} is applied: ${places}`;
		return all.map((kept) => ({
			namespace: first.namespace,
			policies: new Set(all.filter((policy) => policy !== kept)),
			fact
		}));
	});
	return [...byReason, ...twice];
}
const nameAndPlace = ({ name, span }) => `${name} (${require_report.formatPlace(span)})`;
const refusedWorkloads = (files, landing) => new Map(files.flatMap(({ problems }) => problems.flatMap(({ about, code, object, message, span }) => about !== "workload" || code !== "invalid" || object === void 0 ? [] : [[`${object.namespace ?? landing(span.path)}/${object.name}`, `${span.path}:${span.startLine}: ${message}`]])));
/** The gaps that may decide flows of pods in one of these namespaces. */
const gapsFor = (gaps, namespaces) => gaps.filter(({ namespace }) => namespace === void 0 || namespaces.includes(namespace));
function unreadGaps(ledger, files, landing) {
	const refused = new Map(files.flatMap(({ problems }) => problems.flatMap((problem) => {
		const { code, object, span } = problem;
		return code === "invalid" && object !== void 0 ? [[span, {
			...problem,
			object
		}]] : [];
	})));
	return ledger.flatMap(({ decides, path, span, reason }) => {
		const problem = span && refused.get(span);
		if (!decides || problem?.about === "namespace") return [];
		const namespace = problem?.about === "policy" && problem.field?.startsWith("metadata") !== true ? problem.object.namespace ?? landing(path) : void 0;
		return [{
			type: "unread",
			path,
			line: span?.startLine ?? 1,
			text: reason,
			...namespace === void 0 ? {} : { namespace }
		}];
	});
}
const foreignGaps = ({ path, foreign }, landing) => foreign.flatMap((object) => {
	const reach = require_manifests.foreignReach(object);
	if (reach === "nobody") return [];
	const { kind, name, apiVersion, namespace = landing(path), span } = object;
	return [{
		type: "not evaluated",
		path,
		line: span.startLine,
		text: `${kind} ${name} (${apiVersion})`,
		...reach === "everybody" ? {} : { namespace }
	}];
});

// src/reach/pod-addresses.ts
/** Loopback, link-local, multicast and reserved: no pod with a network of its own has one of these. */
const NEVER_OF_PODS = [
	"0.0.0.0/8",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"224.0.0.0/3",
	"::/127",
	"fe80::/10",
	"ff00::/8"
];
const podAddresses = require_base.lazily(() => NEVER_OF_PODS.map(require_checks.rangeOf).reduce(require_checks.subtractAddresses, require_checks.ALL_ADDRESSES));
/** The IPv4 addresses that a pod may have. */
const podIpv4 = require_base.lazily(() => require_checks.intersectAddresses(podAddresses(), require_checks.ALL_IPV4));
/**
* Whether a pod of unknown address has one of these. All that pods may have over IPv4, which nearly every cluster
* speaks, is enough, unless no IP version is assumed.
*/
function holdsUnknownAddress(addresses, assumesIpv4 = true) {
	if (addresses === require_checks.ALL_ADDRESSES) return "all";
	const wanted = assumesIpv4 ? podIpv4() : podAddresses();
	if (require_checks.subtractAddresses(wanted, addresses).length === 0) return "all";
	return require_checks.intersectAddresses(addresses, podAddresses()).length === 0 ? "none" : "unknown";
}
/** Whether a pod with these addresses has one in the set. */
function holdsAddresses(addresses, own) {
	const inside = own.filter((point) => require_checks.hasPoint(addresses, point)).length;
	return inside === 0 ? "none" : inside === own.length ? "all" : "unknown";
}

// src/reach/any-pod.ts
/** All pods that a namespace could hold, by what the policies of a flow's two ends can tell of them. */
function classesOfPods(policies, { pod, otherNamespace }) {
	const selectors = policies.flatMap(({ policy, namespace }) => [...namespace === pod.namespace ? [policy.podSelector] : [], ...namespace === otherNamespace ? [...policy.ingress, ...policy.egress].flatMap(({ peers }) => peers.flatMap((peer) => peer.type === "selectors" ? peer.podSelector ?? [] : [])) : []]);
	const boxes = new Map(selectors.flatMap((selector) => {
		const box = require_checks.boxOfSelector(selector);
		return box === void 0 || box.size === 0 ? [] : [[require_checks.boxKey(box), box]];
	}));
	return require_checks.splitCells([require_checks.ANY_LABELS], [...boxes.values()]).map(({ labels }) => ({
		labels,
		pod: {
			...pod,
			labels: require_checks.sampleLabels(labels)
		}
	}));
}

// src/reach/answer.ts
const open = (fact) => ({ missing: [fact] });
const answerOf = (holds) => holds ? "yes" : "no";
/** The facts that an answer wants. */
const missingIn = (answer) => typeof answer === "string" ? [] : answer.missing;
/** Yes where all are; one no decides, whatever is missing beside it. */
const allOf = (items, ask) => join(items, ask, {
	decisive: "no",
	otherwise: "yes"
});
/** Yes where one is. */
const anyOf = (items, ask) => join(items, ask, {
	decisive: "yes",
	otherwise: "no"
});
/** Asks no further than it has to: this is asked for millions of flows. */
function join(items, ask, { decisive, otherwise }) {
	let missing;
	for (const item of items) {
		const answer = ask(item);
		if (answer === decisive) return answer;
		if (typeof answer === "string") continue;
		missing ??= /* @__PURE__ */ new Set();
		for (const fact of answer.missing) missing.add(fact);
	}
	return missing === void 0 ? otherwise : { missing: [...missing] };
}
const itself = (answer) => answer;

// src/reach/point-end.ts
const textOf = ({ text, namespace }) => text ?? `the pod in ${namespace}`;

// src/reach/point-match.ts
/** All requirements hold; `NotIn` holds for a missing key as well. */
const meetsAll = ({ requirements }, decide) => allOf(requirements, decide);
/** A requirement on a value, or on a missing key, that is known. */
function meets({ operator, values }, value) {
	switch (operator) {
		case "In": return answerOf(value !== void 0 && values.includes(value));
		case "NotIn": return answerOf(value === void 0 || !values.includes(value));
		case "Exists": return answerOf(value !== void 0);
		case "DoesNotExist": return answerOf(value === void 0);
	}
}
const valueIn = (labels, key) => Object.hasOwn(labels, key) ? labels[key] : void 0;
/** Whether a `podSelector` finds a pod. */
const findsPod = (selector, pod) => meetsAll(selector, (requirement) => {
	const { key, operator, values } = requirement;
	const value = valueIn(pod.labels, key);
	const added = pod.addedLabels?.find((label) => label.key === key);
	if (value !== void 0 || added === void 0) return meets(requirement, value);
	if (added.value !== void 0) return meets(requirement, added.value);
	if (operator === "Exists" || operator === "DoesNotExist") return answerOf(operator === "Exists");
	return values.some((one) => require_manifests.couldBe(added, one)) ? open(`which value the label ${key} has on the pods of ${textOf(pod)}`) : answerOf(operator === "NotIn");
});
/** Whether a `namespaceSelector` finds the namespace of a pod. */
const findsNamespace = (selector, pod) => meetsAll(selector, (requirement) => {
	const { key } = requirement;
	return pod.isNamespaceOnlyNamed === true && key !== "kubernetes.io/metadata.name" ? open(`the label ${key} of namespace ${pod.namespace}, whose manifest is not here`) : meets(requirement, valueIn(pod.namespaceLabels, key));
});
const hitsSomePort = (ports, target) => ports.length === 0 ? "yes" : anyOf(ports, (port) => hitsPort(port, target));
/** A named port is resolved on the destination, by name and protocol, in both directions. */
function hitsPort(entry, { destination, protocol, port }) {
	if (entry.protocol !== protocol) return "no";
	if (entry.port === void 0) return "yes";
	if (typeof entry.port === "number") return answerOf(entry.port <= port && port <= (entry.endPort ?? entry.port));
	if (destination.type === "address" || destination.hostNetwork === true) return "no";
	if (destination.mayNamePorts === true) return open(`whether ${textOf(destination)} declares ${protocol} ${port} as port "${entry.port}"`);
	return answerOf(destination.ports.some((declared) => declared.name === entry.port && declared.protocol === protocol && declared.port === port));
}

// src/reach/point-rules.ts
const NO_ADDRESS = [];
/** Whether one of the rules lets the flow pass, and which do. */
function admits(candidates, context) {
	const answers = [];
	const by = [];
	const byRange = [];
	let ranges = NO_ADDRESS;
	for (const { policy, rules } of candidates) for (const rule of rules) {
		const { answer, addresses } = admitsByRule(rule, context);
		answers.push(answer);
		if (answer === "yes") by.push({
			policy,
			rule
		});
		else if (addresses.length > 0) byRange.push({
			policy,
			rule
		});
		ranges = require_checks.uniteIntervals(ranges, addresses);
	}
	const byAddress = holdsOther(ranges, context);
	return {
		answer: byAddress === "no" ? anyOf(answers, itself) : anyOf([byAddress, ...answers], itself),
		by: byAddress === "yes" ? [...by, ...byRange] : by
	};
}
const answered = (answer) => ({
	answer,
	addresses: NO_ADDRESS
});
function admitsByRule({ peers, ports }, context) {
	const port = hitsSomePort(ports, context.flow);
	if (port === "no" || peers.length === 0) return answered(port);
	const peer = anyOf(peers, (one) => isPeer(one, context));
	const addresses = rangesOf(peers, context);
	if (port === "yes") return {
		answer: peer,
		addresses
	};
	const isSome = anyOf([peer, holdsOther(addresses, context)], itself);
	return answered(allOf([port, isSome], itself));
}
/** Whether an `ipBlock` has anything to do with this end. */
const isByAddress = ({ other, options }) => other.type === "address" || other.hostNetwork === true || options.ipBlockMatchesPods;
const hasOneAddress = (end) => end.type === "address" || end.address !== void 0 && (end.otherAddresses?.length ?? 0) === 0;
/** Whether a peer means the other end; an address that is not the only one is for {@link rangesOf}. */
function isPeer(peer, context) {
	const { other, namespace } = context;
	if (peer.type === "ipBlock") {
		const { address } = other;
		if (address === void 0 || !hasOneAddress(other) || !isByAddress(context)) return "no";
		return answerOf(require_checks.hasPoint(require_checks.addressesOf(peer), address));
	}
	if (other.type === "address" || other.hostNetwork === true) return "no";
	const inNamespace = peer.namespaceSelector === void 0 ? answerOf(other.namespace === namespace) : findsNamespace(peer.namespaceSelector, other);
	if (inNamespace === "no" || peer.podSelector === void 0) return inNamespace;
	return allOf([inNamespace, findsPod(peer.podSelector, other)], itself);
}
/** The addresses that peers name, where the other end may have one of several. */
function rangesOf(peers, context) {
	if (hasOneAddress(context.other) || !isByAddress(context)) return NO_ADDRESS;
	return peers.reduce((sum, peer) => peer.type === "ipBlock" ? require_checks.uniteIntervals(sum, require_checks.addressesOf(peer)) : sum, NO_ADDRESS);
}
/** Whether the address of a pod is in these ranges. */
function holdsOther(ranges, { self, other, options }) {
	if (ranges.length === 0 || other.type === "address") return "no";
	const own = inFamiliesOf(self, addressesOfEnd(other));
	const holds = own.length === 0 ? holdsUnknownAddress(ranges, options.assumesIpv4) : holdsAddresses(ranges, own);
	if (holds !== "unknown") return holds === "all" ? "yes" : "no";
	return open(`whether ${textOf(other)} has an address in ${require_checks.describeAddresses(ranges)}`);
}
const addressesOfEnd = (end) => end.address === void 0 ? [] : [end.address, ...end.type === "pod" ? end.otherAddresses ?? [] : []];
/** Both ends of a flow speak one IP version: of a pod that has two, what the other end knows counts. */
function inFamiliesOf(self, own) {
	const families = new Set(addressesOfEnd(self).map(require_checks.familyOfPoint));
	const common = own.filter((point) => families.has(require_checks.familyOfPoint(point)));
	return common.length === 0 ? own : common;
}

// src/reach/point.ts
/**
* Decides a single flow straight from the API text, without the set algebra: the reference that the
* symbolic answer is checked against, and the engine of `query`.
*/
function decideFlow(policies, flow, options) {
	const egress = decideSide(policies, flow, "egress", options);
	const ingress = decideSide(policies, flow, "ingress", options);
	const decisions = [egress.decision, ingress.decision];
	const decision = decisions.includes("denied") ? "denied" : decisions.includes("undecided") ? "undecided" : "allowed";
	return {
		decision,
		allowed: decision === "allowed",
		egress,
		ingress
	};
}
function decideSide(policies, flow, direction, options) {
	const [self, other] = direction === "ingress" ? [flow.destination, flow.source] : [flow.source, flow.destination];
	const pod = self.type === "pod" && self.hostNetwork !== true ? self : void 0;
	const certain = [];
	const possible = [];
	for (const { policy, namespace } of pod === void 0 ? [] : policies) {
		if (namespace !== pod?.namespace || !policy.policyTypes.includes(direction)) continue;
		const selects = findsPod(policy.podSelector, pod);
		if (selects === "no") continue;
		(selects === "yes" ? certain : possible).push({
			policy,
			selects,
			rules: policy[direction]
		});
	}
	const context = {
		flow,
		self,
		other,
		namespace: pod?.namespace ?? "",
		options
	};
	const surely = admits(certain, context);
	const passes = (candidates) => admits(candidates, context).answer;
	const answer = possible.length > 0 ? decide$1({
		certain,
		possible,
		surely: surely.answer
	}, passes) : certain.length === 0 ? "yes" : surely.answer;
	return {
		direction,
		decision: answer === "yes" ? "allowed" : answer === "no" ? "denied" : "undecided",
		allowed: answer === "yes",
		isolatedBy: certain.map(({ policy }) => policy),
		mayIsolate: possible.map(({ policy }) => policy),
		allowedBy: surely.by,
		missing: missingIn(answer)
	};
}
/** The union of what the selecting policies allow; everything where none selects. */
function decide$1({ certain, possible, surely }, passes) {
	if (certain.length === 0) return allOf(possible, (one) => {
		const answer = passes([one]);
		return answer === "yes" ? "yes" : joinMissing([one.selects, answer]);
	});
	if (surely === "yes" || passes([...certain, ...possible]) === "no") return surely;
	const helping = possible.filter((one) => passes([one]) !== "no");
	return joinMissing([surely, ...helping.map(({ selects }) => selects)]);
}
const joinMissing = (answers) => ({ missing: [...new Set(answers.flatMap(missingIn))] });

// src/commands/common-decision.ts
/** What holds for every pod of a case: the policies that one of them alone is under are left out. */
function commonDecision(decisions) {
	const [first, ...others] = decisions;
	if (first === void 0) throw new Error("a case without a flow");
	return {
		...first,
		egress: commonSide(first.egress, others.map(({ egress }) => egress)),
		ingress: commonSide(first.ingress, others.map(({ ingress }) => ingress))
	};
}
function commonSide(first, others) {
	const inAll = (items, of) => items.filter((item) => others.every((side) => of(side).includes(item)));
	const rules = inAll(first.allowedBy.map(({ rule }) => rule), ({ allowedBy }) => allowedBy.map(({ rule }) => rule));
	const isSame = others.every(({ decision }) => decision === first.decision);
	return {
		...first,
		...isSame ? {} : {
			decision: "undecided",
			allowed: false
		},
		isolatedBy: inAll(first.isolatedBy, ({ isolatedBy }) => isolatedBy),
		mayIsolate: inAll(first.mayIsolate, ({ mayIsolate }) => mayIsolate),
		allowedBy: first.allowedBy.filter(({ rule }) => rules.includes(rule))
	};
}

// src/commands/query-cases.ts
/** More pairs than this are no answer that a person asks for. */
const MAX_PAIRS = 2e4;
/** Decides a flow for all the pods that its ends may be. */
function decideAll({ policies }, { source, destination, port, protocol }, options) {
	const sources = endsOf(policies, source, destination);
	const destinations = endsOf(policies, destination, source);
	if (sources.length * destinations.length > MAX_PAIRS) throw new require_checks.TooComplex("too many pairs");
	return destinations.flatMap((to) => sources.map((from) => ({
		source: from,
		destination: to,
		decision: decideFlow(policies, {
			source: from.point,
			destination: to.point,
			port,
			protocol
		}, options)
	})));
}
function endsOf(policies, end, other) {
	if (end.type !== "any") return [{ point: end.point }];
	const otherNamespace = namespaceOf(other);
	return classesOfPods(policies, {
		pod: end.pod,
		...otherNamespace === void 0 ? {} : { otherNamespace }
	}).map(({ pod, labels }) => ({
		point: pod,
		labels
	}));
}
/** The namespace of an end that is pods. */
function namespaceOf(end) {
	if (end.type === "any") return end.pod.namespace;
	return end.point.type === "pod" ? end.point.namespace : void 0;
}
/** One decision for all, or undecided where it depends on the labels. */
function sumUp(decided) {
	const [first, ...others] = new Set(decided.map(({ decision }) => decision.decision));
	return first !== void 0 && others.length === 0 ? first : "undecided";
}
/** Which pods get which answer, in as few cases as words allow. */
function casesOf(decided, question) {
	return DECISIONS.flatMap((wanted) => {
		const ofDecision = decided.filter(({ decision }) => decision.decision === wanted);
		return [...require_base.groupBy([...require_base.groupBy(ofDecision, byDestination).values()], (group) => wordsFor(group.map(({ source }) => source.labels), question.source))].map(([source, groups]) => ({
			decision: commonDecision(groups.flat().map(({ decision }) => decision)),
			source,
			destination: wordsFor(groups.flat().map(({ destination }) => destination.labels), question.destination)
		}));
	});
}
const DECISIONS = [
	"allowed",
	"denied",
	"undecided"
];
/** The ends on whose labels the answer depends. */
function tellingEnds(decided, { source, destination }) {
	const depends = (fixed) => {
		const seen = /* @__PURE__ */ new Map();
		return decided.some(({ decision: { decision }, ...ends }) => {
			const before = seen.get(ends[fixed]) ?? decision;
			seen.set(ends[fixed], before);
			return before !== decision;
		});
	};
	return [...depends("destination") ? [source] : [], ...depends("source") ? [destination] : []];
}
function wordsFor(boxes, end) {
	if (end.type !== "any") return end.text;
	return require_checks.describePodsOf(require_checks.mergeBoxes(boxes.flatMap((box) => box ?? [])), end.text);
}
/** By reference: ends of one class are one object. */
const byDestination = ({ destination }) => destination;

// src/commands/query-assumptions.ts
/** The assumptions without which the answer would be another one. */
function assumptionsFor(question, one) {
	const { world, ipBlockMatchesPods } = one;
	const settings = { ipBlockMatchesPods };
	const decisionsWith = (options) => {
		try {
			return JSON.stringify(decideAll(world, question, options).map(({ decision }) => decision.decision));
		} catch (error) {
			if (!(error instanceof require_checks.TooComplex)) throw error;
			return "";
		}
	};
	const taken = decisionsWith(settings);
	const ends = [question.source, question.destination];
	return [
		...taken === decisionsWith({ ipBlockMatchesPods: !ipBlockMatchesPods }) ? [] : [require_commands.assumptionOf("ip-block-and-pods", settings)],
		...taken === decisionsWith({
			...settings,
			assumesIpv4: false
		}) ? [] : [require_commands.assumptionOf("ipv4", settings)],
		...usesNamedPorts(question, one) ? [require_commands.assumptionOf("named-ports", settings)] : [],
		...ends.some((end) => end.type === "pods" && end.point.hostNetwork === true) ? [require_commands.assumptionOf("host-network", settings)] : []
	];
}
/** Whether a rule that the answer rests on names a port of the destination. */
function usesNamedPorts(question, { world, ipBlockMatchesPods }) {
	const { protocol } = question;
	try {
		return decideAll(world, question, { ipBlockMatchesPods }).some(({ decision }) => [decision.egress, decision.ingress].some(({ direction, allowed, isolatedBy, allowedBy }) => {
			const isNamed = (allowed ? allowedBy.map(({ rule }) => rule) : isolatedBy.flatMap((policy) => policy[direction])).map(({ ports }) => ports.some((port) => typeof port.port === "string" && port.protocol === protocol));
			return allowed ? isNamed.length > 0 && isNamed.every(Boolean) : isNamed.includes(true);
		}));
	} catch (error) {
		if (!(error instanceof require_checks.TooComplex)) throw error;
		return false;
	}
}

// src/commands/query-answer.ts
/** Answers a query with what decides it, what it assumes and what it does not know. */
function answerQuery(question, one, others = []) {
	const { source, destination, port, protocol } = question;
	const common = {
		from: source.text,
		to: destination.text,
		port,
		protocol,
		scopes: [one.scope],
		notCounted: []
	};
	const notes = notesOn(question, one);
	const itself = isSameEnd(source, destination);
	if (itself && source.type === "pods" && source.single) return {
		...common,
		verdict: "allowed",
		itself: "allowed",
		cases: [],
		missing: [],
		gaps: [],
		assumptions: [],
		notes
	};
	const namespaces = [source, destination].flatMap((end) => namespaceOf(end) ?? []);
	const gaps = gapsFor(one.gaps, namespaces).map(({ type, path, line, text }) => ({
		type,
		path,
		line,
		text
	}));
	const found = decide(question, one);
	const open = openFacts(question, one, {
		verdict: found.verdict,
		others
	});
	const isOpen = gaps.length + open.length > 0;
	return {
		...common,
		verdict: isOpen ? "undecided" : found.verdict,
		...isOpen && found.verdict !== "undecided" ? { evaluated: found.verdict } : {},
		...itself ? { itself: "allowed" } : {},
		cases: found.cases,
		missing: [...found.missing, ...open],
		gaps,
		assumptions: assumptionsFor(question, one),
		notes
	};
}
/** What is not known of the manifests and gives another answer. */
const openFacts = (question, one, { verdict, others }) => [...new Set(others.flatMap(({ policies, fact }) => {
	return decide(question, {
		...one,
		world: {
			...one.world,
			policies
		}
	}).verdict === verdict ? [] : [fact];
}))];
function isSameEnd(source, destination) {
	if (source.type === "pods" && destination.type === "pods") return source.key === destination.key;
	return source.type === "any" && destination.type === "any" && source.text === destination.text;
}
function decide(question, { world, ipBlockMatchesPods }) {
	try {
		const decided = decideAll(world, question, { ipBlockMatchesPods });
		const verdict = sumUp(decided);
		const cases = casesOf(decided, question).map((one) => caseOf(one, question));
		const telling = tellingEnds(decided, question);
		const missing = decided.flatMap(({ decision: { decision, egress, ingress } }) => decision === "undecided" ? [...egress.missing, ...ingress.missing] : []);
		const onLabels = telling.length === 0 ? [] : [labelsOf(telling)];
		return {
			verdict,
			cases,
			missing: [.../* @__PURE__ */ new Set([...onLabels, ...missing])]
		};
	} catch (error) {
		if (!(error instanceof require_checks.TooComplex)) throw error;
		const ends = [question.source, question.destination].filter(({ type }) => type === "any");
		return {
			verdict: "undecided",
			cases: [],
			missing: [`${labelsOf(ends)}: policies tell too many kinds of pods apart`]
		};
	}
}
const labelsOf = (ends) => `the labels of ${ends.map(({ text }) => `the pods in ${text}`).join(" and of ")}`;
const caseOf = ({ source, destination, decision: { decision, egress, ingress } }, question) => ({
	from: source,
	to: destination,
	verdict: decision,
	sides: [sideOf(egress, question.source), sideOf(ingress, question.destination)]
});
function sideOf(side, end) {
	const isHost = end.type === "pods" && end.point.hostNetwork === true;
	return {
		side: side.direction,
		verdict: side.decision,
		...end.type === "address" ? { exempt: "address" } : isHost ? { exempt: "host network" } : {},
		isolatedBy: side.isolatedBy.map(mentionPolicy),
		mayIsolate: side.mayIsolate.map(mentionPolicy),
		allowedBy: side.allowedBy.map(({ policy, rule }) => mention(policy, rule.span)),
		missing: side.missing
	};
}
const mention = ({ name }, span) => ({
	policy: name,
	place: require_report.formatPlace(span)
});
const mentionPolicy = (policy) => mention(policy, policy.podSelector.span);
/** What a slip in a name would hide. */
const notesOn = ({ source, destination }, { world, labels }) => [...new Set([source, destination].flatMap((end) => namespaceOf(end) ?? []))].flatMap((name) => {
	return labels.has(name) || [...world.policies, ...world.workloads].some(({ namespace }) => namespace === name) ? [] : [`nothing in the directory is in namespace ${name}`];
});

// src/commands/query-end.ts
/** Reads an address, `namespace/name`, `namespace{key=value,…}` or `namespace`. */
function findEnd(text, world) {
	const address = require_manifests.parseAddress(text);
	if (address !== void 0) return findAddress(text, require_checks.pointOf(address.family, address.value), world);
	if (require_manifests.parseCidr(text) !== void 0) throw new require_base.CommandError(`${text} is a range of addresses: name one of them`);
	const brace = text.indexOf("{");
	const namespace = brace < 0 ? text : text.slice(0, brace);
	if (brace < 0 && text.includes("/")) return findWorkload(text, world);
	const fault = require_manifests.dnsLabelFault(namespace);
	if (fault !== void 0) throw new require_base.CommandError(`${text}: ${JSON.stringify(namespace)} ${fault}. An end is namespace/name, namespace, namespace{label=value} or an IP address`);
	const pod = {
		...podOf(namespace, world),
		text,
		ports: [],
		mayNamePorts: true
	};
	if (brace < 0) return {
		type: "any",
		text,
		pod
	};
	return {
		type: "pods",
		text,
		point: {
			...pod,
			labels: readLabels(text, text.slice(brace))
		},
		single: false,
		key: text
	};
}
/** Whether a scope may hold an end: a workload that it has not is another scope's. */
function isHere(text, { world: { workloads }, refused }) {
	return !(!text.includes("{") && text.includes("/") && require_manifests.parseCidr(text) === void 0) || refused.has(text) || workloads.some((placed) => isCalled(placed, text));
}
const isCalled = (placed, text) => nameOf(placed) === text || require_checks.workloadId(placed) === text;
/** An address of a pod or a Service that the directory holds is no address outside the cluster. */
function findAddress(text, address, one) {
	const { workloads, services = [] } = one.world;
	const owner = workloads.find(({ workload }) => !workload.hostNetwork && pointsOf(workload.ips).includes(address));
	if (owner !== void 0) return podsEnd(`${text} (${nameOf(owner)})`, owner, one);
	const service = services.find(({ service: { clusterIps } }) => pointsOf(clusterIps).includes(address));
	if (service !== void 0) throw new require_base.CommandError(`${text} is the address of Service ${service.namespace}/${service.service.name}: policies see the pods behind it, so name those, and their port`);
	return {
		type: "address",
		text,
		point: {
			type: "address",
			address
		}
	};
}
const pointsOf = (texts) => texts.flatMap((text) => {
	const parsed = require_manifests.parseAddress(text);
	return parsed === void 0 ? [] : [require_checks.pointOf(parsed.family, parsed.value)];
});
const podOf = (namespace, { labels }) => ({
	type: "pod",
	namespace,
	namespaceLabels: {
		...labels.get(namespace),
		[require_manifests.NAME_LABEL]: namespace
	},
	isNamespaceOnlyNamed: !labels.has(namespace)
});
/** `{app=web,tier=x}`; `{}` is a pod without labels. */
function readLabels(text, braced) {
	if (!braced.endsWith("}")) throw new require_base.CommandError(`${text}: write labels as namespace{key=value,key=value}`);
	const inside = braced.slice(1, -1).trim();
	const labels = /* @__PURE__ */ new Map();
	for (const part of inside === "" ? [] : inside.split(",")) {
		const [key = "", value, more] = part.split("=").map((word) => word.trim());
		if (value === void 0 || more !== void 0) throw new require_base.CommandError(`${text}: ${JSON.stringify(part)} is no key=value`);
		const keyFault = require_manifests.labelKeyFault(key);
		const fault = keyFault ?? require_manifests.labelValueFault(value);
		if (fault !== void 0) throw new require_base.CommandError(`${text}: ${JSON.stringify(keyFault === void 0 ? value : key)} ${fault}`);
		if (labels.has(key)) throw new require_base.CommandError(`${text}: the label ${key} stands twice`);
		labels.set(key, value);
	}
	return Object.fromEntries(labels);
}
function findWorkload(text, one) {
	const { workloads } = one.world;
	const [first, ...others] = workloads.filter((placed) => isCalled(placed, text));
	const refusal = one.refused.get(text);
	if (first === void 0 && refusal !== void 0) throw new require_base.CommandError(`the API server would refuse ${text}: ${refusal}`);
	if (first === void 0) throw new require_base.CommandError(`there is no workload ${text}; ${known(workloads)}. For a pod of no manifest, name its namespace and labels, such as ${example(text)}`);
	if (others.length > 0) {
		const kinds = new Set([first, ...others].map(require_checks.workloadId));
		throw new require_base.CommandError(kinds.size === 1 ? `${text} is defined ${others.length + 1} times; query a directory with one of them` : `${text} may be ${[...kinds].join(" or ")}: write one of these`);
	}
	return podsEnd(text, first, one);
}
function podsEnd(text, placed, one) {
	const { workload, namespace } = placed;
	const [address, ...otherAddresses] = pointsOf(workload.ips);
	return {
		type: "pods",
		text,
		single: workload.kind === "Pod",
		key: require_checks.workloadId(placed),
		point: {
			...podOf(namespace, one),
			text,
			labels: workload.labels,
			...workload.addedLabels === void 0 ? {} : { addedLabels: workload.addedLabels },
			ports: workload.ports,
			hostNetwork: workload.hostNetwork,
			...address === void 0 ? {} : {
				address,
				otherAddresses
			}
		}
	};
}
const nameOf = ({ namespace, workload }) => `${namespace}/${workload.name}`;
const SHOWN$1 = 10;
function known(all) {
	if (all.length === 0) return "the directory holds none";
	return `there are: ${require_base.listFirst(SHOWN$1, [...new Set(all.map(nameOf))])}`;
}
function example(text) {
	const [namespace, name] = text.split("/");
	return `'${namespace ?? ""}{app=${name ?? ""}}'`;
}

// src/commands/query-scopes.ts
/** Asks every scope that the ends concern. Where scopes differ, nobody knows which one is meant. */
function answerInScopes(words, all) {
	const answers = questionsOf(words, chooseScopes(all.worlds, words.scope)).map(({ one, question }) => answerQuery(question, one, [...withoutDoubtful(question, one), ...words.scope === void 0 ? besideOthers(question, one, all) : []]));
	const [first] = answers;
	if (first === void 0) throw new Error("a query without an answer");
	const scopes = answers.flatMap((answer) => answer.scopes);
	const notCounted = all.uncounted.map(({ path, reason }) => ({
		path,
		reason
	}));
	if (new Set(answers.map(natureOf)).size === 1) return {
		...first,
		scopes,
		notCounted
	};
	return {
		from: first.from,
		to: first.to,
		port: first.port,
		protocol: first.protocol,
		verdict: "undecided",
		scopes,
		perScope: answers,
		cases: [],
		missing: [`which scope is meant: ${answers.map(({ scopes: names, verdict }) => `${names.join(", ")} (${verdict})`).join(", ")}; --scope takes one of them`],
		gaps: [],
		assumptions: [],
		notes: [],
		notCounted
	};
}
/** Answers that are the same to who asks, whatever the policies are called. */
const natureOf = ({ verdict, evaluated, missing, cases }) => verdict === "undecided" ? JSON.stringify([
	evaluated,
	missing,
	cases.map((one) => [
		one.from,
		one.to,
		one.verdict
	])
]) : verdict;
/** Scopes that a message names. */
const SHOWN = 20;
/** The scopes that are asked about: all, or the one that was named. */
function chooseScopes(worlds, wanted) {
	if (wanted === void 0) return worlds;
	const chosen = worlds.filter(({ scope }) => scope === wanted);
	if (chosen.length > 0) return chosen;
	const names = worlds.map(({ scope }) => scope);
	throw new require_base.CommandError(`there is no scope ${wanted}; there are: ${require_base.listFirst(SHOWN, names)}`);
}
function questionsOf({ from, to, port, protocol }, worlds) {
	const here = worlds.filter((one) => isHere(from, one) && isHere(to, one));
	if (here.length === 0) throw nowhere([from, to], worlds);
	const found = here.map((one) => ({
		one,
		question: {
			source: findEnd(from, one),
			destination: findEnd(to, one),
			port,
			protocol
		}
	}));
	for (const { question } of found) if (question.source.type === "address" && question.destination.type === "address") throw new require_base.CommandError(`${question.source.text} and ${question.destination.text} are both addresses: NetworkPolicy decides about pods, so one end has to be pods`);
	return [holdsPodsOrPolicies, holdsNamespace].map((holds) => found.filter(holds)).find(({ length }) => length > 0) ?? found.slice(0, 1);
}
const namespacesOf = ({ source, destination }) => [source, destination].flatMap((end) => namespaceOf(end) ?? []);
function holdsPodsOrPolicies({ one: { world, gaps }, question }) {
	const names = new Set(namespacesOf(question));
	return [
		...world.policies,
		...world.workloads,
		...gaps
	].some(({ namespace }) => names.has(namespace));
}
const holdsNamespace = ({ one, question }) => namespacesOf(question).some((name) => one.labels.has(name));
/** Why no scope holds both ends. */
function nowhere(texts, worlds) {
	for (const text of texts) {
		if (worlds.some((one) => isHere(text, one))) continue;
		const [first] = worlds;
		if (first === void 0) break;
		const workloads = worlds.flatMap(({ world }) => world.workloads);
		findEnd(text, {
			...first,
			world: {
				...first.world,
				workloads
			}
		});
	}
	const places = texts.map((text) => {
		const names = worlds.filter((one) => isHere(text, one)).map(({ scope }) => scope);
		return `${text} is in ${require_base.listFirst(SHOWN, names)}`;
	});
	return new require_base.CommandError(`no scope holds both ends: ${places.join("; ")}. Each scope is evaluated by itself; name one that holds both in \`scopes\` of the configuration`);
}
/** The same scope without the policies that may not be applied: each kind of them, and all. */
function withoutDoubtful(question, { world, doubts }) {
	const names = namespacesOf(question);
	const inDoubt = doubts.filter(({ namespace }) => names.includes(namespace));
	const without = (policies) => world.policies.filter(({ policy }) => !policies.has(policy));
	const each = inDoubt.map(({ policies, fact }) => ({
		policies: without(policies),
		fact
	}));
	const [first, second] = inDoubt;
	if (first === void 0 || second === void 0) return each;
	const all = new Set(inDoubt.flatMap(({ policies }) => [...policies]));
	return [...each, {
		policies: without(all),
		fact: first.fact
	}];
}
/** The scope together with another one that may go to the same cluster. */
function besideOthers(question, { scope, world }, { worlds, mayMeet }) {
	const names = namespacesOf(question);
	return worlds.flatMap((other) => {
		if (other.scope === scope || !mayMeet(scope, other.scope)) return [];
		const theirs = other.world.policies.filter(({ namespace }) => names.includes(namespace));
		if (theirs.length === 0) return [];
		const fact = `whether scopes ${[scope, other.scope].toSorted().join(" and ")} are applied to one cluster`;
		return [{
			policies: [...world.policies, ...theirs],
			fact
		}];
	});
}

Object.defineProperty(exports, "answerInScopes", {
  enumerable: true,
  get: function () {
    return answerInScopes;
  }
});
Object.defineProperty(exports, "chooseScopes", {
  enumerable: true,
  get: function () {
    return chooseScopes;
  }
});
Object.defineProperty(exports, "holdsUnknownAddress", {
  enumerable: true,
  get: function () {
    return holdsUnknownAddress;
  }
});
Object.defineProperty(exports, "podIpv4", {
  enumerable: true,
  get: function () {
    return podIpv4;
  }
});
Object.defineProperty(exports, "readWorlds", {
  enumerable: true,
  get: function () {
    return readWorlds;
  }
});
const require_base = require("./base.js");
const require_git = require("./git.js");
let node_fs = require("node:fs");

// src/report/exit-code.ts
const EXIT_CODES = {
	pass: 0,
	fail: 1,
	undecided: 2
};
/**
* What a run exits with, on a runner and in a terminal: GitHub lets a pull request merge only on 0. Warn-only
* changes this and nothing else, so that the verdict stays true.
*/
const exitCodeOf = ({ verdict, configuration }) => configuration.warnOnly ? EXIT_CODES.pass : EXIT_CODES[verdict];

// src/check/rules.ts
/** Every rule that can speak. Ids are stable: other tools store them. */
const RULES = {
	NP001: {
		name: "default-deny-weakened",
		level: "error",
		gate: true,
		onlyInChanges: true,
		summary: "Pods that were isolated by default are isolated no longer, or everything is allowed to them",
		help: "Keep a policy with `podSelector: {}` and this direction in `policyTypes`, and open only what an application needs in policies that select that application."
	},
	NP002: {
		name: "metadata-opened",
		level: "error",
		gate: true,
		onlyInChanges: true,
		summary: "Pods that could not reach a cloud metadata address now can",
		help: "Leave the metadata addresses out of every rule of the namespace: an `except` in one policy does not help where another policy allows them. An egress rule without `to` allows them as well."
	},
	NP003: {
		name: "new-namespace-without-default-deny",
		level: "warning",
		gate: false,
		refutable: true,
		onlyInChanges: true,
		summary: "A new namespace has no default-deny",
		help: "Add a policy with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no rules."
	},
	NP004: {
		name: "application-retired",
		level: "note",
		gate: false,
		onlyInChanges: true,
		summary: "An application and the policy that isolated it are gone together",
		help: "Give the namespace a default-deny, so that it does not depend on each application's policy."
	},
	NP010: {
		name: "no-default-deny-ingress",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "Some pods of the namespace accept traffic from everyone",
		help: "Add a policy with `podSelector: {}`, `policyTypes: [Ingress]` and no rules."
	},
	NP011: {
		name: "no-default-deny-egress",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "Some pods of the namespace may send traffic to everyone",
		help: "Add a policy with `podSelector: {}`, `policyTypes: [Egress]` and no rules, and one that allows DNS."
	},
	NP012: {
		name: "egress-isolated-without-dns",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "Pods are denied egress and cannot reach a DNS resolver",
		help: "Allow egress to UDP and TCP 53 in namespace kube-system, pods `k8s-app: kube-dns` (or your cluster's resolver)."
	},
	NP013: {
		name: "dns-peer-cannot-match",
		level: "error",
		gate: false,
		refutable: true,
		summary: "A rule for DNS names pods or a namespace that no resolver has",
		help: "Allow egress to UDP and TCP 53 in one peer with `namespaceSelector` `kubernetes.io/metadata.name: kube-system` and `podSelector` `k8s-app: kube-dns`."
	},
	NP014: {
		name: "metadata-reachable",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "Some pods of the namespace can reach a cloud metadata address",
		help: "Isolate egress, and leave the metadata addresses out of every rule."
	},
	NP015: {
		name: "deny-named-policy-allows",
		level: "warning",
		gate: false,
		summary: "A policy is called a block and opens everything but an exception",
		help: "Remove the policy: what no policy allows is denied. Put the exception into the rules that allow the rest."
	},
	NP016: {
		name: "except-defeated",
		level: "warning",
		gate: false,
		summary: "Another rule allows what an `except` leaves out",
		help: "Repeat the `except` in the other rule, or narrow that rule: exceptions hold for their own `ipBlock` only."
	},
	NP017: {
		name: "metadata-address-opened-on-other-port",
		level: "warning",
		gate: false,
		onlyInChanges: true,
		summary: "Pods can now reach a cloud metadata address, on ports where no known service answers",
		help: "Leave the metadata addresses out of the rule: a provider may serve them elsewhere tomorrow."
	},
	NP020: {
		name: "dangling-subject",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "A policy selects no pod, so it protects nothing",
		help: "Correct the `podSelector` to the labels of the pod template."
	},
	NP021: {
		name: "dangling-peer",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "A peer finds no pod, so its rule allows nothing",
		help: "Correct the `podSelector` of the peer to the labels of the pod template."
	},
	NP022: {
		name: "namespace-label-unknown",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "A `namespaceSelector` asks for a label that the namespace does not have",
		help: "Select namespaces by `kubernetes.io/metadata.name`, which the API server sets, or add the label to the Namespace."
	},
	NP023: {
		name: "and-or-suspect",
		level: "warning",
		gate: false,
		summary: "Two list items mean OR where AND was probably meant",
		help: "Write `podSelector` without a dash below `namespaceSelector`, so that both stand in one item."
	},
	NP024: {
		name: "split-rule-suspect",
		level: "warning",
		gate: false,
		summary: "A dash before `ports` makes a rule of its own, for every address",
		help: "Write `ports` without a dash below `from` or `to`, so that both stand in one rule."
	},
	NP025: {
		name: "namespace-missing",
		level: "warning",
		gate: false,
		summary: "A policy names no namespace, so where it lands depends on who applies it",
		help: "Set `metadata.namespace`."
	},
	NP026: {
		name: "namespace-undeclared",
		level: "note",
		gate: false,
		refutable: true,
		summary: "A policy lands in a namespace that no manifest declares, though others are declared",
		help: "Check the spelling of `metadata.namespace`."
	},
	NP027: {
		name: "defined-twice",
		level: "warning",
		gate: false,
		summary: "The same object is defined twice in one scope; which one wins is unknown",
		help: "Remove one of them, or tell the scopes apart in the configuration."
	},
	NP028: {
		name: "unknown-field",
		level: "warning",
		gate: false,
		summary: "A field that the API server drops or refuses",
		help: "Correct the field name; a dropped field mostly widens what is left."
	},
	NP030: {
		name: "service-port-not-target-port",
		level: "error",
		gate: false,
		refutable: true,
		summary: "A policy names the port of a Service, and the pods listen on another",
		help: "Write the port on which the pods listen, the `targetPort` of the Service."
	},
	NP031: {
		name: "named-port-undeclared",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "No selected pod declares the name of a port",
		help: "Write the name as the container declares it, or the number."
	},
	NP032: {
		name: "dns-port-without-protocol",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "Port 53 without a protocol means TCP, and DNS needs UDP",
		help: "List port 53 twice, with `protocol: UDP` and with `protocol: TCP`."
	},
	NP033: {
		name: "policytypes-surprise",
		level: "error",
		gate: false,
		summary: "`policyTypes` and the rules of a policy do not fit together",
		help: "Add the direction to `policyTypes`, or remove its rules."
	},
	NP034: {
		name: "cluster-ip-in-ipblock",
		level: "warning",
		gate: false,
		summary: "An `ipBlock` is the address of a Service",
		help: "Select the pods behind the Service, or write the addresses of its endpoints: for the API server, those of the control plane."
	},
	NP035: {
		name: "snat-ipblock",
		level: "warning",
		gate: false,
		summary: "An `ipBlock` names clients whose address the pods may not see",
		help: "Set `externalTrafficPolicy: Local`, or restrict the clients at the load balancer with `loadBalancerSourceRanges`."
	},
	NP040: {
		name: "internet-ingress",
		level: "note",
		gate: false,
		summary: "Some pods of the namespace accept traffic from the internet",
		help: "Name the load balancer's or gateway's addresses or namespace instead."
	},
	NP041: {
		name: "unrestricted-egress",
		level: "note",
		gate: false,
		summary: "Some pods of the namespace may send traffic to the internet on every port",
		help: "Name addresses and ports."
	},
	NP042: {
		name: "sensitive-port-across-namespaces",
		level: "note",
		gate: false,
		summary: "A port of a database, a queue or a control plane is open to whole other namespaces",
		help: "Add a `podSelector` beside the `namespaceSelector`, in the same list item, that names the clients."
	},
	NP051: {
		name: "duplicate-policy",
		level: "note",
		gate: false,
		summary: "Two policies of a namespace say the same",
		help: "Remove one of them."
	},
	NP060: {
		name: "host-network-subject",
		level: "warning",
		gate: false,
		summary: "A policy selects pods on the host network, for which no policy holds",
		help: "Protect these pods with a firewall on the nodes, or take `hostNetwork` away."
	},
	NP062: {
		name: "cni-not-enforcing",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "The network plugin of the cluster does not enforce policies",
		help: "Add a policy engine beside Flannel (its chart has `netpol.enabled`), use a plugin that enforces policies, or switch its enforcement on."
	},
	NP080: {
		name: "flow-fails-check",
		level: "error",
		gate: true,
		refutable: true,
		onlyInChanges: true,
		summary: "A flow opened whose risk fails the check, as `failOn` in the configuration says",
		help: "Narrow the rule that opens it, or have the flow accepted in the configuration."
	},
	NP090: {
		name: "acceptance-expired",
		level: "warning",
		gate: false,
		summary: "What the configuration accepts of this rule has expired, so its findings count again",
		help: "Mend what was accepted, or renew the entry with its owner."
	},
	NP091: {
		name: "acceptance-unused",
		level: "warning",
		gate: false,
		refutable: true,
		summary: "The configuration accepts something that was not found",
		help: "Remove the entry, or correct what it names."
	}
};
/** The rule of an id that comes from outside; undefined where there is none. */
const ruleOf = (id) => Object.hasOwn(RULES, id) ? RULES[id] : void 0;
/** All rules in order of their ids. */
const RULE_IDS = Object.keys(RULES).toSorted();
/** A finding of a rule, with the level and gate that the rule has by default. */
function findingOf(rule, parts) {
	const { level, gate, help } = RULES[rule];
	return {
		rule,
		level,
		gate,
		help,
		...parts
	};
}

// src/settings.ts
/** Where the configuration is looked for, from the top of the repository. */
const CONFIG_PATH = ".github/netpol-review.yml";
const configContext = ({ today }) => ({
	rules: Object.entries(RULES).map(([id, { name, summary }]) => ({
		id,
		name,
		summary
	})),
	today
});
/** The configuration in force. Its reader is loaded only where there is something to read. */
async function readConfig(request) {
	const { organisation, repository } = request.config ?? {};
	if (organisation === void 0 && repository === void 0) return {
		...require_base.DEFAULT_CONFIG,
		...request.overrides
	};
	const [{ formatFaults, parseConfig }, { mergeConfigs }] = await Promise.all([Promise.resolve().then(() => require("./parse-config.js")), Promise.resolve().then(() => require("./merge-configs.js"))]);
	const read = (text) => {
		if (text === void 0) return void 0;
		const result = parseConfig(text, configContext(request));
		if (!result.ok) throw new require_base.InvalidConfig(formatFaults(text.path, result.faults));
		return result.file;
	};
	return {
		...mergeConfigs(read(organisation), read(repository)),
		...request.overrides
	};
}
/**
* The API text calls `ipBlock` against pod addresses undefined; the upstream end-to-end tests want a match.
* Cilium does not match (cilium/cilium#9209), so a cluster known to run it is read that way.
*/
const matchesPods = ({ cni }, config) => config.ipBlockMatchesPods ?? cni !== "cilium";
/** The open questions of the specification that the policies at hand touch, with the answers taken. */
function assumptionsOf(policies, settings) {
	const rules = policies.flatMap(({ ingress, egress }) => [...ingress, ...egress]);
	const usesBlocks = rules.some(({ peers }) => peers.some(({ type }) => type === "ipBlock"));
	const usesNames = rules.some(({ ports }) => ports.some(({ port }) => typeof port === "string"));
	return [
		usesBlocks && "ip-block-and-pods",
		usesNames && "named-ports",
		settings.hostNetwork && "host-network",
		"steady-state"
	].flatMap((id) => id === false ? [] : assumptionOf(id, settings));
}
/** An open question of the specification with the answer taken. */
const assumptionOf = (id, settings) => ({
	id,
	text: textOf(id, settings)
});
function textOf(id, { ipBlockMatchesPods }) {
	switch (id) {
		case "ip-block-and-pods": return ipBlockMatchesPods ? "An ipBlock also matches pods whose address lies in it, as the upstream tests require; some plugins (Cilium) do not. Set ipBlockMatchesPods in the configuration." : "An ipBlock matches no pod, only addresses outside the cluster. Set ipBlockMatchesPods in the configuration.";
		case "ipv4": return "Pods whose address is not known have one of IPv4, and use it: over IPv6 the answer may be another one.";
		case "named-ports": return "A named port is looked up on the destination pod, by name and protocol; a pod without it is not reached.";
		case "host-network": return "Pods on the host network are treated as their node: no policy selects them and no selector finds them.";
		case "steady-state": return "New connections, TCP, UDP and SCTP only. Not covered: existing connections, traffic of a pod with itself or from its own node, and whether the network plugin enforces policies at all.";
	}
}

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
		description: "The repository installs Flannel and nothing that enforces policies, or switches the enforcement of Cilium or of the Amazon VPC CNI off. The API server accepts policies all the same; they have no effect. Silent where the repository does not say which plugin its cluster runs.",
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
	const { level, summary } = RULES[id];
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
	const id = RULE_IDS.find((known) => known === rule);
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
	NP004: {
		description: "A policy that named the pods of one application is gone, and so are all workloads of the repository that it selected. Pods with these labels would no longer be isolated, but none is left and no workload came with the change, so this is no weakened default-deny.",
		severity: 1
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
		description: "Two manifests that are applied together define the same NetworkPolicy in different ways. The one that is applied last wins, and no manifest says which that is. Both were evaluated, and the verdict is undecided.",
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

// src/commands/open-source.ts
const MAX_FILE_BYTES = 8388608;
async function openRevisions(repo, revisions, options) {
	return unwrap(await require_git.openGit({
		repo,
		revisions,
		maxBlobBytes: MAX_FILE_BYTES,
		...options
	}));
}
async function openFolders(directories) {
	const { openDirectories } = await Promise.resolve().then(() => require("./directory.js"));
	return unwrap(await openDirectories({
		directories,
		maxFileBytes: MAX_FILE_BYTES
	}));
}
/** Two directories to compare. A file is none: its neighbours would not count. */
async function openPair(directories) {
	const file = directories.find((path) => (0, node_fs.statSync)(path, { throwIfNoEntry: false })?.isFile());
	if (file !== void 0) throw new require_base.CommandError(`${file} is a file: diff --dirs compares two directories`);
	return openFolders(directories);
}
function unwrap(opened) {
	if (!opened.ok) throw new require_base.CommandError(opened.error.message);
	return opened.source;
}
/** The request to the engine, with the configuration files that were named. */
function requestOf(source, { config, organisationConfig, overrides, cni }, { today }) {
	return {
		source,
		today,
		config: {
			...organisationConfig === void 0 ? {} : { organisation: readText(organisationConfig) },
			...config === void 0 ? {} : { repository: readText(config) }
		},
		...overrides === void 0 ? {} : { overrides },
		...cni === void 0 ? {} : { cni }
	};
}
function readText(path) {
	try {
		return {
			path,
			text: (0, node_fs.readFileSync)(path, "utf8")
		};
	} catch (error) {
		throw new require_base.CommandError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
/** Adds the configuration of the base revision: head must not decide how head is judged. */
async function withConfigOfBase(request, repo, base) {
	if (request.config?.repository !== void 0 || configIn(request.source) === void 0) return request;
	const file = await require_git.readFileAt({
		repo,
		revision: base,
		path: CONFIG_PATH
	});
	if (!file.ok) throw new require_base.CommandError(file.error.message);
	return file.bytes === void 0 ? request : withConfig(request, file.bytes);
}
/** Adds the configuration that lies in the directory, or in the one that is the base. */
async function withConfigOfFolder(request) {
	const { config, source } = request;
	const entry = configIn(source);
	if (config?.repository !== void 0 || entry === void 0) return request;
	const { id, mode } = entry;
	const name = `${CONFIG_PATH} in ${source.snapshots[0]?.name ?? ""}`;
	if (mode !== "file") throw new require_base.CommandError(`${name} is a ${mode}. Only a regular file is read.`);
	const bytes = require_base.bytesIn(await source.read([id]), id);
	if (bytes === void 0) throw new require_base.CommandError(`${name} is too large: at most ${MAX_FILE_BYTES} bytes are read.`);
	return withConfig(request, bytes);
}
function withConfig(request, bytes) {
	const text = new TextDecoder().decode(bytes);
	return {
		...request,
		config: {
			...request.config,
			repository: {
				path: CONFIG_PATH,
				text
			}
		}
	};
}
const configIn = ({ snapshots: [base] }) => base?.entries.find(({ path }) => path === CONFIG_PATH);

// src/commands/output.ts
/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1e6;
/** Loads the code of one format, and of no other: a command can do so while it waits for git. */
async function prepareReport(options, terminal) {
	const render = await loadRenderer(options, terminal);
	return (printed) => {
		writeText(render(printed), options, terminal);
		return exitCodeOf(printed.report);
	};
}
async function loadRenderer({ format, output, color }, terminal) {
	switch (format) {
		case "sarif": {
			const { renderSarif } = await Promise.resolve().then(() => require("./sarif.js"));
			return ({ report, sarif }) => renderSarif(report, sarif);
		}
		case "json": {
			const { renderJson } = await Promise.resolve().then(() => require("./json.js")).then((n) => n.json_exports);
			return ({ report }) => renderJson(report);
		}
		case "markdown": {
			const { renderMarkdown } = await Promise.resolve().then(() => require("./markdown.js")).then((n) => n.markdown_exports);
			return ({ report }) => renderMarkdown(report, { maxLength: MAX_MARKDOWN });
		}
		case "html": {
			const { renderHtml } = await Promise.resolve().then(() => require("./html.js"));
			return ({ report }) => renderHtml(report);
		}
		case "probes": {
			const { renderProbes } = await Promise.resolve().then(() => require("./probes.js")).then((n) => n.probes_exports);
			return ({ report }) => renderProbes(report) ?? "#!/bin/sh\n# No flow changed that a pod could try.\n";
		}
		case "text": {
			const { renderTerminal } = await Promise.resolve().then(() => require("./terminal.js"));
			const { isTerminal, columns } = terminal;
			const options = {
				color: color ?? (isTerminal && output === void 0),
				...columns === void 0 || output !== void 0 ? {} : { width: columns }
			};
			return ({ report }) => renderTerminal(report, options);
		}
	}
}
function writeText(text, { output }, terminal) {
	if (output === void 0) {
		terminal.write(text);
		return;
	}
	try {
		(0, node_fs.writeFileSync)(output, text);
	} catch (error) {
		throw new require_base.CommandError(`cannot write ${output}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

Object.defineProperty(exports, "CONFIG_PATH", {
  enumerable: true,
  get: function () {
    return CONFIG_PATH;
  }
});
Object.defineProperty(exports, "EXIT_CODES", {
  enumerable: true,
  get: function () {
    return EXIT_CODES;
  }
});
Object.defineProperty(exports, "RULES", {
  enumerable: true,
  get: function () {
    return RULES;
  }
});
Object.defineProperty(exports, "RULE_IDS", {
  enumerable: true,
  get: function () {
    return RULE_IDS;
  }
});
Object.defineProperty(exports, "assumptionOf", {
  enumerable: true,
  get: function () {
    return assumptionOf;
  }
});
Object.defineProperty(exports, "assumptionsOf", {
  enumerable: true,
  get: function () {
    return assumptionsOf;
  }
});
Object.defineProperty(exports, "configContext", {
  enumerable: true,
  get: function () {
    return configContext;
  }
});
Object.defineProperty(exports, "detailsOf", {
  enumerable: true,
  get: function () {
    return detailsOf;
  }
});
Object.defineProperty(exports, "exitCodeOf", {
  enumerable: true,
  get: function () {
    return exitCodeOf;
  }
});
Object.defineProperty(exports, "findingOf", {
  enumerable: true,
  get: function () {
    return findingOf;
  }
});
Object.defineProperty(exports, "matchesPods", {
  enumerable: true,
  get: function () {
    return matchesPods;
  }
});
Object.defineProperty(exports, "openFolders", {
  enumerable: true,
  get: function () {
    return openFolders;
  }
});
Object.defineProperty(exports, "openPair", {
  enumerable: true,
  get: function () {
    return openPair;
  }
});
Object.defineProperty(exports, "openRevisions", {
  enumerable: true,
  get: function () {
    return openRevisions;
  }
});
Object.defineProperty(exports, "prepareReport", {
  enumerable: true,
  get: function () {
    return prepareReport;
  }
});
Object.defineProperty(exports, "readConfig", {
  enumerable: true,
  get: function () {
    return readConfig;
  }
});
Object.defineProperty(exports, "requestOf", {
  enumerable: true,
  get: function () {
    return requestOf;
  }
});
Object.defineProperty(exports, "ruleOf", {
  enumerable: true,
  get: function () {
    return ruleOf;
  }
});
Object.defineProperty(exports, "severityOf", {
  enumerable: true,
  get: function () {
    return severityOf;
  }
});
Object.defineProperty(exports, "withConfigOfBase", {
  enumerable: true,
  get: function () {
    return withConfigOfBase;
  }
});
Object.defineProperty(exports, "withConfigOfFolder", {
  enumerable: true,
  get: function () {
    return withConfigOfFolder;
  }
});
Object.defineProperty(exports, "writeText", {
  enumerable: true,
  get: function () {
    return writeText;
  }
});
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
		onlyInChanges: true,
		summary: "A policy names no namespace, so where it lands depends on who applies it",
		help: "Set `metadata.namespace`."
	},
	NP026: {
		name: "namespace-undeclared",
		level: "note",
		gate: false,
		refutable: true,
		onlyInChanges: true,
		summary: "A policy lands in a namespace that no manifest declares, though others are declared",
		help: "Check the spelling of `metadata.namespace`."
	},
	NP027: {
		name: "defined-twice",
		level: "warning",
		gate: false,
		onlyInChanges: true,
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
		help: "Add a policy engine beside Flannel (its chart has `netpol.enabled`), or use a plugin that enforces policies."
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
	if (request.config?.repository !== void 0 || !hasConfig(request.source)) return request;
	const file = await require_git.readFileAt({
		repo,
		revision: base,
		path: CONFIG_PATH
	});
	if (!file.ok) throw new require_base.CommandError(file.error.message);
	if (file.bytes === void 0) return request;
	const text = new TextDecoder().decode(file.bytes);
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
const hasConfig = ({ snapshots: [base] }) => base?.entries.some(({ path }) => path === CONFIG_PATH) === true;

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
			const { renderSarif } = await Promise.resolve().then(() => require("./sarif.js")).then((n) => n.sarif_exports);
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
Object.defineProperty(exports, "withConfigOfBase", {
  enumerable: true,
  get: function () {
    return withConfigOfBase;
  }
});
Object.defineProperty(exports, "writeText", {
  enumerable: true,
  get: function () {
    return writeText;
  }
});
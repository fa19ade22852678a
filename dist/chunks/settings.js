const require_base = require("./base.js");
const require_rules = require("./rules.js");

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

// src/settings.ts
/** Where the configuration is looked for, from the top of the repository. */
const CONFIG_PATH = ".github/netpol-review.yml";
const configContext = ({ today }) => ({
	rules: Object.entries(require_rules.RULES).map(([id, { name, summary }]) => ({
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
	const [{ formatFaults, parseConfig }, { mergeConfigs }] = await Promise.all([Promise.resolve().then(() => require("./parse-config.js")).then((n) => n.parse_config_exports), Promise.resolve().then(() => require("./merge-configs.js"))]);
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
	const assumptions = [];
	if (usesBlocks) assumptions.push({
		id: "ip-block-and-pods",
		text: settings.ipBlockMatchesPods ? "An ipBlock also matches pods whose address lies in it, as the upstream tests require; some plugins (Cilium) do not. Set ipBlockMatchesPods in the configuration." : "An ipBlock matches no pod, only addresses outside the cluster. Set ipBlockMatchesPods in the configuration."
	});
	if (usesNames) assumptions.push({
		id: "named-ports",
		text: "A named port is looked up on the destination pod, by name and protocol; a pod without it is not reached."
	});
	if (settings.hostNetwork) assumptions.push({
		id: "host-network",
		text: "Pods on the host network are treated as their node: no policy selects them and no selector finds them."
	});
	assumptions.push({
		id: "steady-state",
		text: "New connections, TCP, UDP and SCTP only. Not covered: existing connections, traffic of a pod with itself or from its own node, and whether the network plugin enforces policies at all."
	});
	return assumptions;
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
Object.defineProperty(exports, "matchesPods", {
  enumerable: true,
  get: function () {
    return matchesPods;
  }
});
Object.defineProperty(exports, "readConfig", {
  enumerable: true,
  get: function () {
    return readConfig;
  }
});
const require_base = require("./base.js");
const require_commands = require("./commands.js");
const require_manifests = require("./manifests.js");
const require_checks = require("./checks.js");

// src/one-world.ts
/** Reads a directory as one world, whatever its folders are called. */
async function readOneWorld(request, namespace) {
	const config = await require_commands.readConfig(request);
	const ipBlockMatchesPods = require_commands.matchesPods(request, config);
	const { scopes } = await require_manifests.collectRevision(request.source, {
		config,
		oneScope: true,
		namespace
	});
	const [scope] = scopes;
	if (scope === void 0) throw new Error("one scope is wanted");
	const labels = require_manifests.namespaceLabelsOf(scope.world);
	const evaluator = require_checks.createEvaluator(scope.world, {
		directory: require_checks.createDirectory(labels),
		ipBlockMatchesPods
	});
	const gaps = [...unreadGaps(scope.ledger, scope.files, namespace), ...scope.files.flatMap((file) => foreignGaps(file, namespace))];
	return {
		world: scope.world,
		labels,
		evaluator,
		ipBlockMatchesPods,
		ledger: scope.ledger,
		gaps,
		refused: refusedWorkloads(scope.files, namespace)
	};
}
const refusedWorkloads = (files, fallback) => new Map(files.flatMap(({ problems }) => problems.flatMap(({ about, code, object, message, span }) => about !== "workload" || code !== "invalid" || object === void 0 ? [] : [[`${object.namespace ?? fallback}/${object.name}`, `${span.path}:${span.startLine}: ${message}`]])));
/** The gaps that may decide flows of pods in one of these namespaces. */
const gapsFor = (gaps, namespaces) => gaps.filter(({ namespace }) => namespace === void 0 || namespaces.includes(namespace));
function unreadGaps(ledger, files, fallback) {
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
		const namespace = problem?.about === "policy" && problem.field?.startsWith("metadata") !== true ? problem.object.namespace ?? fallback : void 0;
		return [{
			type: "unread",
			path,
			line: span?.startLine ?? 1,
			text: reason,
			...namespace === void 0 ? {} : { namespace }
		}];
	});
}
const foreignGaps = ({ path, foreign }, fallback) => foreign.flatMap((object) => {
	const reach = require_manifests.foreignReach(object);
	if (reach === "nobody") return [];
	const { kind, name, apiVersion, namespace = fallback, span } = object;
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

Object.defineProperty(exports, "gapsFor", {
  enumerable: true,
  get: function () {
    return gapsFor;
  }
});
Object.defineProperty(exports, "holdsAddresses", {
  enumerable: true,
  get: function () {
    return holdsAddresses;
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
Object.defineProperty(exports, "readOneWorld", {
  enumerable: true,
  get: function () {
    return readOneWorld;
  }
});
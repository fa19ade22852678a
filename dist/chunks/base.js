let node_util = require("node:util");
let node_path = require("node:path");

// src/config/invalid-config.ts
/** A configuration that cannot be used; the message names file, line and key. */
var InvalidConfig = class extends Error {
	name = "InvalidConfig";
};

// src/source/types.ts
const isTooLarge = (content) => "tooLarge" in content;
const sizeOf = (content) => content instanceof Uint8Array ? content.length : content.end - content.start;
const bytesOf = (content) => content instanceof Uint8Array ? content : Buffer.from(content.text.slice(content.start, content.end), "latin1");
/** The bytes of a content that was delivered. Never ask a content itself what it is: that leaves a form out. */
function bytesIn(contents, id) {
	const content = contents.get(id);
	return content === void 0 || isTooLarge(content) ? void 0 : bytesOf(content);
}
/** What `Source.read` rejects with: a repository that broke after it was opened. */
var SourceFailure = class extends Error {
	name = "SourceFailure";
	error;
	constructor(error) {
		super(error.message);
		this.error = error;
	}
};
/** A failed result, in one expression. */
function failed(code, message) {
	return {
		ok: false,
		error: {
			code,
			message
		}
	};
}

// src/model/day.ts
/** The day of a moment, as `2026-03-31` in UTC. */
const dayOf = (moment) => moment.toISOString().slice(0, 10);

// src/config/default-config.ts
const DEFAULT_CONFIG = {
	scopes: [],
	exclude: () => false,
	failOn: ["gate"],
	warnOnly: false,
	rules: /* @__PURE__ */ new Map(),
	accept: [],
	files: [],
	notes: [],
	globs: []
};

// src/scope/manifest-paths.ts
const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Languages that make manifests; reading them means running them. */
const GENERATOR = /\.(?:tpl|gotmpl|tmpl|jsonnet|libsonnet|cue|j2|jinja2?|ftl|erb|tf|tfvars|hcl|pkl|dhall|k|star|ytt)$/i;
/** Tests, examples and documents: manifests that nobody applies (see the layouts in docs/scopes.md). */
const ASIDE = /(?:^|\/)(?:tests|testdata|__tests__|fixtures|e2e|\.chainsaw-test|\.kyverno-test|examples?|samples?|docs?|\.?(?:archive|attic|backups?|deprecated|disabled|old|trash|unused)|[^/]+-old|\.(?:skel|github|gitlab|circleci|devcontainer|vscode|idea))(?=\/)/;
/** Asked of every path, and most have a usual ending. */
const isManifestPath = (path) => path.endsWith(".yaml") || path.endsWith(".yml") || MANIFEST.test(path.slice(-5));
const isGeneratorPath = (path) => GENERATOR.test(path);
/** A file below a folder of tests, examples, documents or archives. */
const isSetAside = (path) => asideFolderOf(path) !== void 0;
/** The topmost folder of tests, examples, documents or archives above a file. */
function asideFolderOf(path) {
	const found = ASIDE.exec(path);
	return found === null ? void 0 : path.slice(0, found.index + found[0].length);
}
const isKustomization = (path) => path.includes("ustomization", path.length - 17) && /^(?:kustomization\.ya?ml|Kustomization)$/.test(node_path.posix.basename(path));
/** Whether a file lies in a folder with a kustomization, or below one. */
function belowKustomization(paths) {
	const folders = new Set([...paths].filter(isKustomization).map((path) => node_path.posix.dirname(path)));
	return (path) => {
		if (folders.size === 0) return false;
		let folder = node_path.posix.dirname(path);
		while (folder !== "." && !folders.has(folder)) folder = node_path.posix.dirname(folder);
		return folders.has(folder);
	};
}
/** Whether a change of the file may bear on network policy. */
const mayMatter = (path) => isManifestPath(path) || isGeneratorPath(path) || isKustomization(path) || isKptfile(path);
/** What kpt runs on the manifests below its folder. */
const isKptfile = (path) => path.endsWith("Kptfile") && node_path.posix.basename(path) === "Kptfile";
/** What Helm renders or installs itself: manifests beside it are somebody's to apply. */
const isChartContent = (path, charts) => {
	const chart = chartOf(path, charts);
	if (chart === void 0) return false;
	const inside = chart === "." ? path : path.slice(chart.length + 1);
	return /^(?:templates|charts|crds)\//.test(inside);
};
/** The chart folder that a file lies in, among the folders that are charts. */
function chartOf(path, charts) {
	if (charts.size === 0) return void 0;
	for (let folder = node_path.posix.dirname(path); folder !== "."; folder = node_path.posix.dirname(folder)) if (charts.has(folder)) return folder;
	return charts.has(".") ? "." : void 0;
}
/** The folders that hold a `Chart.yaml`. */
function chartFolders(files) {
	const folders = /* @__PURE__ */ new Set();
	for (const { path } of files) if (path.endsWith("Chart.yaml") && node_path.posix.basename(path) === "Chart.yaml") folders.add(node_path.posix.dirname(path));
	return folders;
}

// src/manifest/limits.ts
/** Real bundles with policies inside reach 1.9 MB and some thousand documents. */
const DEFAULT_LIMITS = {
	fileBytes: 8388608,
	documents: 1e4,
	nodes: 1e6,
	depth: 200
};

// src/model/group-by.ts
/** `Map.groupBy`, which Node 20 does not have: groups stand in the order of their first items. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	items.forEach((item) => addTo(groups, keyOf(item), item));
	return groups;
}
/** Adds an item to the group of a key, where an item has no key or several. */
function addTo(groups, key, item) {
	const group = groups.get(key);
	if (group === void 0) groups.set(key, [item]);
	else group.push(item);
}

// src/model/policy.ts
const PROTOCOLS = [
	"TCP",
	"UDP",
	"SCTP"
];
const DIRECTIONS = ["ingress", "egress"];

// src/model/lazily.ts
/** A constant that is computed when first asked for: start-up pays nothing for what a run does not use. */
function lazily(compute) {
	let kept;
	return () => (kept ??= { value: compute() }).value;
}

// src/config/cni.ts
/** Network plugins by the names that the input and the option `cni` take. Only what an `ipBlock` means depends on them so far. */
const CNIS = [
	"antrea",
	"aws-vpc-cni",
	"azure-npm",
	"calico",
	"canal",
	"cilium",
	"flannel",
	"kindnet",
	"kube-network-policies",
	"kube-ovn",
	"kube-router",
	"ovn-kubernetes",
	"weave-net"
];
/**
* Reads the name of a plugin, in any case. An unknown one is refused: a slip in `cilium` would else be read as
* any other plugin, and the verdict be that of another cluster.
*/
function parseCni(text) {
	const name = text.toLowerCase();
	const cni = CNIS.find((known) => known === name);
	return cni === void 0 ? {
		ok: false,
		wanted: `one of ${CNIS.join(", ")}`
	} : {
		ok: true,
		cni
	};
}

// src/config/fail-on.ts
/** Worst first. */
const LEVELS = [
	"error",
	"warning",
	"note"
];
/** Worst first, too. */
const RISKS = [
	"metadata",
	"from-internet",
	"to-internet",
	"sensitive-port",
	"across-namespaces",
	"same-namespace"
];
/** What `failOn` takes: the gates alone, findings from a level on, and opened flows from a risk on. */
const FAIL_ON = [
	"gate",
	...LEVELS,
	...RISKS
];
/** Reads the words of an input or of a command line, separated by commas or spaces. */
function parseFailOn(text) {
	const words = text.split(/[\s,]+/u).filter((word) => word !== "");
	const failOn = words.flatMap((word) => FAIL_ON.find((known) => known === word) ?? []);
	if (failOn.length === words.length && words.length > 0) return {
		ok: true,
		failOn
	};
	const wrong = words.find((word) => !FAIL_ON.some((known) => known === word));
	const given = wrong === void 0 ? "there is none" : `${JSON.stringify(wrong)} is none of them`;
	return {
		ok: false,
		wanted: `one or more of ${FAIL_ON.join(", ")}`,
		given
	};
}

// src/model/list-first.ts
/** The first few of many, and how many more there are: `a, b, c and 9 more`. */
function listFirst(shown, texts) {
	const left = texts.length - shown;
	return texts.slice(0, shown).join(", ") + (left > 0 ? ` and ${left} more` : "");
}

// src/model/next-turn.ts
/** Lets what has happened meanwhile be handled first, such as the end of a process. */
const nextTurn = () => new Promise((resolve) => {
	setImmediate(resolve);
});

// src/commands/terminal.ts
/** A terminal that does not know its width, such as one behind `ssh -t`, says 0. */
const knownWidth = (columns) => columns === 0 ? void 0 : columns;
/** Something the user can mend: its message is printed, without a stack. */
var CommandError = class extends Error {
	name = "CommandError";
};

// src/model/nearest-word.ts
const MAX_DISTANCE = 2;
/** The known word that an unknown one was probably meant to be. */
function nearestWord(word, known) {
	const lower = word.toLowerCase();
	let best;
	for (const candidate of known) {
		const distance = editDistance(lower, candidate.toLowerCase());
		if (distance > MAX_DISTANCE || distance * 2 > candidate.length) continue;
		if (best === void 0 || distance < best.distance) best = {
			word: candidate,
			distance
		};
	}
	return best?.word;
}
/** The same as the end of a message; empty where no word is near. */
function didYouMean(given, known) {
	const nearest = nearestWord(given, known);
	return nearest === void 0 ? "" : `; did you mean ${nearest}?`;
}
/** Levenshtein distance; anything past the bound by length alone is not computed. */
function editDistance(a, b) {
	if (Math.abs(a.length - b.length) > MAX_DISTANCE) return Infinity;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, left] of a.split("").entries()) {
		const next = [i + 1];
		for (const [j, right] of b.split("").entries()) {
			const replace = (row[j] ?? 0) + (left === right ? 0 : 1);
			next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? Infinity;
}

// src/commands/options.ts
const OPTIONS = {
	repo: { type: "string" },
	dirs: { type: "boolean" },
	rev: { type: "string" },
	format: { type: "string" },
	output: { type: "string" },
	config: { type: "string" },
	"organisation-config": { type: "string" },
	"fail-on": { type: "string" },
	"warn-only": { type: "boolean" },
	cni: { type: "string" },
	scope: { type: "string" },
	namespace: { type: "string" },
	from: { type: "string" },
	to: { type: "string" },
	port: { type: "string" },
	protocol: { type: "string" },
	color: { type: "boolean" },
	"no-color": { type: "boolean" },
	help: {
		type: "boolean",
		short: "h"
	},
	version: { type: "boolean" }
};
/** The commands that an option is for; all take what is not here. */
const ONLY_FOR = {
	repo: ["diff"],
	dirs: ["diff"],
	rev: ["scan"],
	"fail-on": ["diff", "scan"],
	"warn-only": ["diff", "scan"],
	scope: ["flows", "query"],
	namespace: ["flows", "query"],
	from: ["query"],
	to: ["query"],
	port: ["query"],
	protocol: ["query"]
};
const parse = (args) => (0, node_util.parseArgs)({
	args: [...args],
	options: OPTIONS,
	allowPositionals: true,
	tokens: true
});
/** Splits a command line into options and other words. */
function parseWords(args) {
	try {
		const { values, positionals, tokens } = parse(args);
		const twice = repeated(tokens);
		return twice === void 0 ? {
			ok: true,
			values,
			positionals
		} : {
			ok: false,
			message: `${twice} stands more than once; give it once`
		};
	} catch {
		return {
			ok: false,
			message: faultIn(args)
		};
	}
}
/** An option that is given again: one of the two would count for nothing. */
function repeated(tokens) {
	const seen = /* @__PURE__ */ new Set();
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		if (seen.has(token.name)) return token.rawName;
		seen.add(token.name);
	}
}
const isOption = (name) => Object.hasOwn(OPTIONS, name);
function faultIn(args) {
	const { tokens } = (0, node_util.parseArgs)({
		args: [...args],
		options: OPTIONS,
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		const { name, rawName, value } = token;
		if (!isOption(name)) return `there is no option ${rawName}${didYouMean(rawName, Object.keys(OPTIONS).map((known) => `--${known}`))}`;
		if (OPTIONS[name].type === "boolean") {
			if (value !== void 0) return `${rawName} takes no value`;
		} else if (value === void 0 || !token.inlineValue && value.startsWith("-")) return `${rawName} needs a value`;
	}
	return "these arguments cannot be read";
}
/** An option that the command does not take: whoever gives it expects it to do something. */
function strayOption(command, values) {
	for (const [name, commands] of Object.entries(ONLY_FOR)) if (Object.hasOwn(values, name) && !commands.includes(command)) return `--${name} is an option of ${commands.join(" and ")}, not of ${command}`;
}

// src/commands/arguments.ts
const FORMATS = [
	"text",
	"markdown",
	"json",
	"sarif",
	"html",
	"probes"
];
/** What a list of flows or one answer can be printed as. */
const PLAIN_FORMATS = ["text", "json"];
/** Reads the words of a command line. Wrong usage is a message, not an exception. */
function parseCommand(args) {
	const parsed = parseWords(args);
	if (!parsed.ok) return parsed;
	const { values, positionals } = parsed;
	const [name, ...rest] = positionals;
	if (values.version === true) return {
		ok: true,
		command: { name: "version" }
	};
	if (values.help === true || name === "help") return {
		ok: true,
		command: { name: "help" }
	};
	if (name === void 0) return {
		ok: false,
		message: "",
		usage: true
	};
	const read = COMMANDS.get(name);
	const fault = read === void 0 ? unknownCommand(name) : strayOption(name, values);
	if (read === void 0 || fault !== void 0) return {
		ok: false,
		message: fault ?? ""
	};
	const engine = engineOptions(values);
	if (typeof engine === "string") return {
		ok: false,
		message: engine
	};
	const command = read(rest, values, engine);
	return typeof command === "string" ? {
		ok: false,
		message: command
	} : {
		ok: true,
		command
	};
}
const unknownCommand = (name) => `there is no command ${name}${didYouMean(name, [...COMMANDS.keys()])}`;
function engineOptions(values) {
	const format = FORMATS.find((known) => known === (values.format ?? "text"));
	if (format === void 0) return `--format takes ${FORMATS.join(", ")}`;
	const { output, config, cni } = values;
	const plugin = cni === void 0 ? void 0 : parseCni(cni);
	if (plugin?.ok === false) return `--cni takes ${plugin.wanted}`;
	const overrides = readOverrides(values);
	if (typeof overrides === "string") return overrides;
	const organisationConfig = values["organisation-config"];
	const color = values.color ?? (values["no-color"] === true ? false : void 0);
	return {
		format,
		...output === void 0 ? {} : { output },
		...color === void 0 ? {} : { color },
		...config === void 0 ? {} : { config },
		...organisationConfig === void 0 ? {} : { organisationConfig },
		...Object.keys(overrides).length === 0 ? {} : { overrides },
		...plugin === void 0 ? {} : { cni: plugin.cni }
	};
}
/** What the command line says about the verdict; unset leaves it to the configuration. */
function readOverrides(values) {
	const given = values["fail-on"];
	const failOn = given === void 0 ? void 0 : parseFailOn(given);
	if (failOn?.ok === false) return `--fail-on takes ${failOn.wanted}; ${failOn.given}`;
	return {
		...failOn === void 0 ? {} : { failOn: failOn.failOn },
		...values["warn-only"] === true ? { warnOnly: true } : {}
	};
}
const COMMANDS = /* @__PURE__ */ new Map([
	["diff", readDiff],
	["scan", readScan],
	["flows", readFlows],
	["query", readQuery]
]);
/** `A..B` and `A...B` as git knows them, the latter from where B left A. */
function splitRange(text) {
	const [, from = "", dots, to = ""] = /^(.*?)(\.{2,3})(.*)$/su.exec(text) ?? [];
	if (dots === void 0) return void 0;
	const [base, head] = [from === "" ? "HEAD" : from, to === "" ? "HEAD" : to];
	return dots === ".." ? `${base} ${head}` : `$(git merge-base ${base} ${head}) ${head}`;
}
const dirsOf = ({ dirs = false }) => dirs;
function readDiff(rest, values, engine) {
	const [base, head, extra] = rest;
	if (base !== void 0 && head === void 0 && !dirsOf(values)) {
		const range = splitRange(base);
		if (range !== void 0) return `write the two revisions as two arguments: diff ${range}`;
	}
	if (base === void 0 || head === void 0 || extra !== void 0) return "diff takes two revisions, BASE and HEAD, or with --dirs two directories";
	const { dirs = false, repo = "." } = values;
	return {
		name: "diff",
		base,
		head,
		dirs,
		repo,
		...engine
	};
}
function readScan([directory = ".", extra], { rev }, engine) {
	if (extra !== void 0) return "scan takes one directory";
	if (engine.format === "probes") return "probes come from diff: a scan has no flows to try";
	return {
		name: "scan",
		directory,
		...rev === void 0 ? {} : { rev },
		...engine
	};
}
function readFlows([directory, extra], values, engine) {
	if (directory === void 0 || extra !== void 0 || !PLAIN_FORMATS.includes(engine.format)) return "flows takes one directory and prints text or json";
	return {
		name: "flows",
		directory,
		...worldOptions(values),
		...engine
	};
}
function readQuery([directory, extra], values, engine) {
	const { from, to } = values;
	if (directory === void 0 || extra !== void 0 || !PLAIN_FORMATS.includes(engine.format)) return "query takes one directory and prints text or json";
	if (from === void 0 || to === void 0) return "query needs --from and --to";
	const port = Number(values.port);
	if (!/^\d{1,5}$/.test(values.port ?? "") || port < 1 || port > 65535) return "query needs --port, a number from 1 to 65535";
	const wanted = (values.protocol ?? "TCP").toUpperCase();
	const protocol = PROTOCOLS.find((known) => known === wanted);
	if (protocol === void 0) return `--protocol takes ${PROTOCOLS.join(", ")}`;
	return {
		name: "query",
		directory,
		...worldOptions(values),
		from,
		to,
		port,
		protocol,
		...engine
	};
}
const worldOptions = ({ namespace, scope }) => ({
	...namespace === void 0 ? {} : { namespace },
	...scope === void 0 ? {} : { scope }
});

// src/version.ts
/** The version of this program; a test holds it against package.json. */
const VERSION = "0.1.0";

Object.defineProperty(exports, "CommandError", {
  enumerable: true,
  get: function () {
    return CommandError;
  }
});
Object.defineProperty(exports, "DEFAULT_CONFIG", {
  enumerable: true,
  get: function () {
    return DEFAULT_CONFIG;
  }
});
Object.defineProperty(exports, "DEFAULT_LIMITS", {
  enumerable: true,
  get: function () {
    return DEFAULT_LIMITS;
  }
});
Object.defineProperty(exports, "DIRECTIONS", {
  enumerable: true,
  get: function () {
    return DIRECTIONS;
  }
});
Object.defineProperty(exports, "FAIL_ON", {
  enumerable: true,
  get: function () {
    return FAIL_ON;
  }
});
Object.defineProperty(exports, "InvalidConfig", {
  enumerable: true,
  get: function () {
    return InvalidConfig;
  }
});
Object.defineProperty(exports, "LEVELS", {
  enumerable: true,
  get: function () {
    return LEVELS;
  }
});
Object.defineProperty(exports, "PROTOCOLS", {
  enumerable: true,
  get: function () {
    return PROTOCOLS;
  }
});
Object.defineProperty(exports, "RISKS", {
  enumerable: true,
  get: function () {
    return RISKS;
  }
});
Object.defineProperty(exports, "SourceFailure", {
  enumerable: true,
  get: function () {
    return SourceFailure;
  }
});
Object.defineProperty(exports, "VERSION", {
  enumerable: true,
  get: function () {
    return VERSION;
  }
});
Object.defineProperty(exports, "addTo", {
  enumerable: true,
  get: function () {
    return addTo;
  }
});
Object.defineProperty(exports, "asideFolderOf", {
  enumerable: true,
  get: function () {
    return asideFolderOf;
  }
});
Object.defineProperty(exports, "belowKustomization", {
  enumerable: true,
  get: function () {
    return belowKustomization;
  }
});
Object.defineProperty(exports, "bytesIn", {
  enumerable: true,
  get: function () {
    return bytesIn;
  }
});
Object.defineProperty(exports, "bytesOf", {
  enumerable: true,
  get: function () {
    return bytesOf;
  }
});
Object.defineProperty(exports, "chartFolders", {
  enumerable: true,
  get: function () {
    return chartFolders;
  }
});
Object.defineProperty(exports, "chartOf", {
  enumerable: true,
  get: function () {
    return chartOf;
  }
});
Object.defineProperty(exports, "dayOf", {
  enumerable: true,
  get: function () {
    return dayOf;
  }
});
Object.defineProperty(exports, "didYouMean", {
  enumerable: true,
  get: function () {
    return didYouMean;
  }
});
Object.defineProperty(exports, "failed", {
  enumerable: true,
  get: function () {
    return failed;
  }
});
Object.defineProperty(exports, "groupBy", {
  enumerable: true,
  get: function () {
    return groupBy;
  }
});
Object.defineProperty(exports, "isChartContent", {
  enumerable: true,
  get: function () {
    return isChartContent;
  }
});
Object.defineProperty(exports, "isGeneratorPath", {
  enumerable: true,
  get: function () {
    return isGeneratorPath;
  }
});
Object.defineProperty(exports, "isKptfile", {
  enumerable: true,
  get: function () {
    return isKptfile;
  }
});
Object.defineProperty(exports, "isKustomization", {
  enumerable: true,
  get: function () {
    return isKustomization;
  }
});
Object.defineProperty(exports, "isManifestPath", {
  enumerable: true,
  get: function () {
    return isManifestPath;
  }
});
Object.defineProperty(exports, "isSetAside", {
  enumerable: true,
  get: function () {
    return isSetAside;
  }
});
Object.defineProperty(exports, "isTooLarge", {
  enumerable: true,
  get: function () {
    return isTooLarge;
  }
});
Object.defineProperty(exports, "knownWidth", {
  enumerable: true,
  get: function () {
    return knownWidth;
  }
});
Object.defineProperty(exports, "lazily", {
  enumerable: true,
  get: function () {
    return lazily;
  }
});
Object.defineProperty(exports, "listFirst", {
  enumerable: true,
  get: function () {
    return listFirst;
  }
});
Object.defineProperty(exports, "mayMatter", {
  enumerable: true,
  get: function () {
    return mayMatter;
  }
});
Object.defineProperty(exports, "nearestWord", {
  enumerable: true,
  get: function () {
    return nearestWord;
  }
});
Object.defineProperty(exports, "nextTurn", {
  enumerable: true,
  get: function () {
    return nextTurn;
  }
});
Object.defineProperty(exports, "parseCni", {
  enumerable: true,
  get: function () {
    return parseCni;
  }
});
Object.defineProperty(exports, "parseCommand", {
  enumerable: true,
  get: function () {
    return parseCommand;
  }
});
Object.defineProperty(exports, "parseFailOn", {
  enumerable: true,
  get: function () {
    return parseFailOn;
  }
});
Object.defineProperty(exports, "sizeOf", {
  enumerable: true,
  get: function () {
    return sizeOf;
  }
});
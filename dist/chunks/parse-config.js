const require_base = require("./base.js");
const require_yaml = require("./yaml.js");
const require_git = require("./git.js");
const require_manifests = require("./manifests.js");

// src/config/read-tree.ts
/**
* A review also looks at the file that a change would bring, which anybody may have written: hence the
* bounds. Real files are a hundredth of this.
*/
const MAX_CHARACTERS = 131072;
const MAX_NODES = 2e4;
const MAX_DEPTH = 20;
const MAX_COMPOSED = 200;
const MAX_ALIASES = 100;
const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;
var TreeFault = class extends Error {
	offset;
	key;
	constructor(message, { offset, key }) {
		super(message);
		this.offset = offset;
		this.key = key;
	}
};
/** Reads YAML 1.2 (so JSON too) as a tree that knows its lines. */
function readTree(text, path) {
	if (text.length > MAX_CHARACTERS) return failed(`the file is larger than ${MAX_CHARACTERS / 1024} KiB`);
	if (require_manifests.isNestedDeeper(text, MAX_COMPOSED)) return failed(TOO_DEEP);
	const lines = new require_yaml.LineCounter();
	const document = require_yaml.parseDocument(text, {
		lineCounter: lines,
		schema: "core",
		uniqueKeys: false
	});
	const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
	const [error] = document.errors;
	if (error !== void 0) {
		const offset = Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1));
		return failed(faultOf(error), lineAt(offset));
	}
	const spanOf = (range) => {
		const [start, end] = range;
		const [from, to] = [lines.linePos(start), lines.linePos(Math.max(start, end))];
		return {
			path,
			startLine: Math.max(1, from.line),
			startColumn: Math.max(1, from.col),
			endLine: Math.max(1, to.line),
			endColumn: Math.max(1, to.col)
		};
	};
	try {
		return {
			ok: true,
			root: createConverter(document, spanOf)(document.contents, "", 0)
		};
	} catch (thrown) {
		if (!(thrown instanceof TreeFault)) throw thrown;
		const { offset, key, message } = thrown;
		return {
			ok: false,
			fault: {
				line: lineAt(offset),
				key,
				message
			}
		};
	}
}
const TWO_DOCUMENTS = "a second document begins here; put all keys in one document, and remove the `---` between";
const faultOf = ({ code, message }) => code === "MULTIPLE_DOCS" ? TWO_DOCUMENTS : require_manifests.unclosedFlow({ message }) ?? message.split(/ at line |\n/u)[0] ?? "not YAML";
const failed = (message, line = 1) => ({
	ok: false,
	fault: {
		line,
		key: "",
		message
	}
});
function createConverter(document, spanOf) {
	let nodes = 0;
	let aliases = 0;
	const convert = (node, key, depth) => {
		const range = rangeOf(node);
		const fail = (message) => {
			throw new TreeFault(message, {
				offset: range[0],
				key
			});
		};
		if (++nodes > MAX_NODES) fail(`more than ${require_git.formatCount(MAX_NODES)} values`);
		if (depth > MAX_DEPTH) fail(TOO_DEEP);
		const span = spanOf(range);
		if (require_yaml.isAlias(node)) {
			if (++aliases > MAX_ALIASES) fail(`more than ${MAX_ALIASES} aliases`);
			const target = node.resolve(document);
			return target === void 0 ? fail(`there is no anchor ${node.source}`) : convert(target, key, depth + 1);
		}
		if (require_yaml.isMap(node)) {
			const entries = /* @__PURE__ */ new Map();
			for (const pair of node.items) {
				const name = require_yaml.isScalar(pair.key) ? String(pair.key.value) : fail("a key must be text");
				const path = join(key, name);
				const keySpan = spanOf(rangeOf(pair.key));
				const before = entries.get(name);
				if (before !== void 0) throw new TreeFault(`stands twice, first on line ${before.keySpan.startLine}`, {
					offset: rangeOf(pair.key)[0],
					key: path
				});
				entries.set(name, {
					keySpan,
					value: convert(pair.value, path, depth + 1)
				});
			}
			return {
				type: "map",
				entries,
				span
			};
		}
		if (require_yaml.isSeq(node)) return {
			type: "seq",
			items: node.items.map((item, index) => convert(item, join(key, String(index)), depth + 1)),
			span
		};
		const value = require_yaml.isScalar(node) ? node.value : null;
		return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? {
			type: "scalar",
			value,
			span
		} : {
			type: "scalar",
			value: null,
			span
		};
	};
	return convert;
}
const join = (key, name) => key === "" ? name : `${key}.${name}`;
const rangeOf = (node) => typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : [
	0,
	0,
	0
];

// src/config/shape.ts
const faultAt = ({ startLine }, key, message) => ({
	line: startLine,
	key,
	message
});
const wrong = (node, key, wanted) => faultAt(node.span, key, `${wanted} is wanted`);
/** `true` or `false`, as YAML 1.2 spells them. */
const flag = {
	schema: { type: "boolean" },
	read: (node, key, note) => {
		if (node.type === "scalar" && typeof node.value === "boolean") return node.value;
		note(wrong(node, key, "true or false"));
	}
};
function text({ wanted, pattern, maxLength, check }) {
	const expression = new RegExp(pattern, "u");
	return {
		schema: {
			type: "string",
			maxLength,
			pattern
		},
		read: (node, key, note) => {
			const value = node.type === "scalar" ? node.value : null;
			if (!(typeof value === "string" && Array.from(value).length <= maxLength) || !expression.test(value)) {
				note(wrong(node, key, wanted));
				return;
			}
			const mistake = check?.(value);
			if (mistake === void 0) return value;
			note(faultAt(node.span, key, mistake));
		}
	};
}
/** A text that is wrong is repeated up to here. */
const MAX_GIVEN = 60;
/** One word of a list. */
function word(words) {
	return {
		schema: { enum: [...words] },
		read: (node, key, note) => {
			const value = node.type === "scalar" ? node.value : null;
			const known = words.find((candidate) => candidate === value);
			if (known === void 0) {
				const all = words.join(", ");
				note(faultAt(node.span, key, typeof value === "string" ? `${JSON.stringify(value.slice(0, MAX_GIVEN))} is none of ${all}${require_base.didYouMean(value, words)}` : `one of ${all} is wanted`));
			}
			return known;
		}
	};
}
/** A list; `least` items at least. */
function list(item, wanted, least = 0) {
	return {
		schema: {
			type: "array",
			items: item.schema,
			...least === 0 ? {} : { minItems: least }
		},
		read: (node, key, note) => {
			if (node.type !== "seq" || node.items.length < least) {
				note(wrong(node, key, wanted));
				return;
			}
			const items = node.items.map((each, index) => item.read(each, join(key, `${index}`), note));
			const read = items.filter((each) => each !== void 0);
			return read.length === items.length ? read : void 0;
		}
	};
}
/** A list of mappings of which no two have the same text under a key. */
const unlike = (items, { key: distinct, noun }) => ({
	schema: items.schema,
	read: (node, key, note) => {
		const read = items.read(node, key, note);
		const nodes = node.type === "seq" ? node.items : [];
		const seen = /* @__PURE__ */ new Map();
		let isWhole = true;
		for (const [index, item] of (read ?? []).entries()) {
			const value = item[distinct];
			const span = nodes[index]?.span ?? node.span;
			const before = seen.get(value);
			if (before === void 0) {
				seen.set(value, span);
				continue;
			}
			isWhole = false;
			note(faultAt(span, join(key, `${index}`), `there is another ${noun} ${JSON.stringify(value.slice(0, MAX_GIVEN))}, on line ${before.startLine}; give each a ${distinct} of its own`));
		}
		return isWhole ? read : void 0;
	}
});
/** One shape for a scalar, the other one for a list or a mapping. */
const scalarOr = (scalar, other) => ({
	schema: { anyOf: [scalar.schema, other.schema] },
	read: (node, key, note) => (node.type === "scalar" ? scalar : other).read(node, key, note)
});
const required = (shape, about) => ({
	shape,
	required: true,
	about
});
/** A key that may be left out, or left empty. */
const optional = (shape, about) => ({
	shape,
	required: false,
	about
});
/** A mapping with fixed keys. */
function mapping(fields, { wanted, least = 0 }) {
	const names = Object.keys(fields);
	const needed = names.filter((name) => fields[name]?.required === true);
	return {
		schema: {
			type: "object",
			additionalProperties: false,
			...needed.length === 0 ? {} : { required: needed },
			...least === 0 ? {} : { minProperties: least },
			properties: Object.fromEntries(Object.entries(fields).map(([name, { shape, required: must, about }]) => [name, {
				...about,
				...must ? shape.schema : orNull(shape.schema)
			}]))
		},
		read: (node, key, note) => {
			if (node.type !== "map" || node.entries.size < least) {
				note(wrong(node, key, wanted));
				return;
			}
			const values = readFields(node, {
				fields,
				names,
				key,
				note
			});
			for (const name of needed.filter((each) => !node.entries.has(each))) {
				const { description = "" } = fields[name]?.about ?? {};
				note(faultAt(node.span, key, `${name} is missing: ${description}`));
				values.set(name, void 0);
			}
			return [...values.values()].every((value) => value !== void 0) ? Object.fromEntries(values) : void 0;
		}
	};
}
/** The values by key; undefined stands for one that is wrong. */
function readFields(node, { fields, names, key, note }) {
	const values = /* @__PURE__ */ new Map();
	for (const [name, { keySpan, value }] of node.entries) {
		const field = Object.hasOwn(fields, name) ? fields[name] : void 0;
		if (field === void 0) {
			const message = `unknown key${require_base.didYouMean(name, names)}; known are ${names.join(", ")}`;
			note(faultAt(keySpan, join(key, name), message));
			values.set(name, void 0);
		} else if (field.required || !isNull(value)) values.set(name, field.shape.read(value, join(key, name), note));
	}
	return values;
}
const isNull = (node) => node.type === "scalar" && node.value === null;
/** An empty key is as good as none. */
function orNull(schema) {
	const { type, enum: words, anyOf } = schema;
	if (typeof type === "string") return {
		...schema,
		type: [type, "null"]
	};
	if (Array.isArray(words)) return {
		...schema,
		enum: [...words, null]
	};
	return {
		...schema,
		anyOf: [...anyOf ?? [], { type: "null" }]
	};
}
/** A mapping from names that are known to values of one shape; by id in what is read. */
function table(known, value, { wanted, noun }) {
	const names = known.map(({ name }) => name);
	return {
		schema: {
			type: "object",
			additionalProperties: false,
			properties: Object.fromEntries(known.map(({ name, description }) => [name, {
				description,
				...value.schema
			}]))
		},
		read: (node, key, note) => {
			if (node.type !== "map") {
				note(wrong(node, key, wanted));
				return;
			}
			const values = /* @__PURE__ */ new Map();
			let isWhole = true;
			for (const [name, { keySpan, value: each }] of node.entries) {
				const id = known.find((candidate) => candidate.name === name)?.id;
				const read = id === void 0 ? void 0 : value.read(each, join(key, name), note);
				if (id === void 0) note(faultAt(keySpan, key, `there is no ${noun} ${name}${require_base.didYouMean(name, names)}`));
				else if (values.has(id)) note(faultAt(keySpan, join(key, name), `${id} is set twice, by id and by name`));
				else if (read !== void 0) {
					values.set(id, read);
					continue;
				}
				isWhole = false;
			}
			return isWhole ? values : void 0;
		}
	};
}
/** Another name for a word, read as its id. */
function knownAs(known, noun) {
	const names = known.map(({ name }) => name);
	return {
		schema: { enum: names },
		read: (node, key, note) => {
			const value = node.type === "scalar" ? node.value : null;
			const id = known.find(({ name }) => name === value)?.id;
			if (id === void 0) note(faultAt(node.span, key, typeof value === "string" ? `there is no ${noun} ${value}${require_base.didYouMean(value, names)}` : `the id or the name of a ${noun} is wanted`));
			return id;
		}
	};
}

// src/config/keys.ts
const MAX_GLOB = 200;
const MAX_STARS = 8;
const someText = (wanted, maxLength = 300) => text({
	wanted,
	maxLength,
	pattern: "\\S"
});
/** Globs become backtracking expressions, so their size is bounded. */
const glob = text({
	wanted: `a glob of at most ${MAX_GLOB} characters and ${MAX_STARS} stars`,
	maxLength: MAX_GLOB,
	pattern: `^(?=[\\s\\S])[^*]*(?:\\*[^*]*){0,${MAX_STARS}}$`
});
/** As the API server wants it (RFC 1123). */
const namespaceName = text({
	wanted: "the name of a namespace, of lower-case letters, digits and `-`,",
	maxLength: 63,
	pattern: "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$"
});
const scope = mapping({
	name: required(someText("a text"), { description: "What the scope is called in the review." }),
	paths: required(list(glob, "a list of globs"), {
		description: "Globs of its files, from the top of the repository.",
		examples: [["clusters/production/**", "base/**"]]
	}),
	namespace: optional(namespaceName, { description: "Where objects without a namespace land." })
}, { wanted: "a mapping with name and paths" });
const failOnWord = word(require_base.FAIL_ON);
const failOn = scalarOr(failOnWord, list(failOnWord, `one word or a list of them, out of ${require_base.FAIL_ON.join(", ")},`, 1));
const level = word(require_base.LEVELS);
const ruleSetting = scalarOr(word(["off", ...require_base.LEVELS]), mapping({
	level: optional(level, { description: "How grave its findings are." }),
	gate: optional(flag, { description: "Whether its findings fail the check, whatever `failOn` says. Unset, a gate stays one at level error." })
}, {
	wanted: `one of off, ${require_base.LEVELS.join(", ")}, or a mapping with level and gate`,
	least: 1
}));
const RULE_SETTING = "ruleSetting";
const DEFINITIONS = { [RULE_SETTING]: ruleSetting.schema };
const keysOf = (rules) => rules.flatMap(({ id, name, summary }) => [{
	id,
	name: id,
	description: `${name}: ${summary}.`
}, {
	id,
	name,
	description: `${id}: ${summary}.`
}]);
const MAX_YEARS = 2;
function checkExpiry(expires, today) {
	const date = /* @__PURE__ */ new Date(`${expires}T00:00:00Z`);
	if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== expires) return `there is no day ${expires}`;
	const latest = `${Number(today.slice(0, 4)) + MAX_YEARS}${today.slice(4)}`;
	return expires > latest ? `${expires} is more than ${MAX_YEARS} years ahead; ${latest} is the latest, since what is accepted for good belongs in rules` : void 0;
}
const acceptance = (keys, today) => mapping({
	rule: required(knownAs(keys, "rule"), { description: "Id or name of the rule." }),
	scope: optional(someText("a text"), { description: "Only in this scope." }),
	namespace: optional(someText("a text"), { description: "Only in this namespace." }),
	path: optional(glob, { description: "Only where the finding's place is in a file that this glob matches." }),
	message: optional(someText("a text"), { description: "Only where the finding's message contains this, such as one end of the flow, letter by letter." }),
	reason: required(someText("a text that says why", 1e3), { description: "Why the finding is acceptable." }),
	owner: required(someText("a text that says who"), { description: "Who answers for it: a person or a team." }),
	expires: required(text({
		wanted: "a day as YYYY-MM-DD",
		maxLength: 10,
		pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
		check: (day) => checkExpiry(day, today)
	}), {
		description: `The last day on which it is accepted, in UTC; at most ${MAX_YEARS} years ahead.`,
		examples: ["2026-12-31"]
	})
}, { wanted: "a mapping with rule, reason, owner and expires" });
/** Every key of a configuration file. JSON Schema, the README's table and the reader come from here. */
function configShape({ rules, today }) {
	const keys = keysOf(rules);
	const setting = {
		...ruleSetting,
		schema: { $ref: `#/$defs/${RULE_SETTING}` }
	};
	return mapping({
		failOn: optional(failOn, {
			description: "What fails the check besides the gates, one word or a list: findings from a level on (`error`, `warning`, `note`), and opened flows from a risk on (worst first: `metadata`, `from-internet`, `to-internet`, `sensitive-port`, `across-namespaces`, `same-namespace`, which is every opened flow). `gate` is the gates alone.",
			default: "gate",
			examples: ["error", ["warning", "to-internet"]]
		}),
		warnOnly: optional(flag, {
			description: "Say everything, but let the check pass. The verdict in the report and the outputs stays what it is.",
			default: false
		}),
		rules: optional(table(keys, setting, {
			wanted: "a mapping from rules to levels",
			noun: "rule"
		}), {
			description: "By id or name of a rule: `off`, `note`, `warning`, `error`, or a mapping with `level` and `gate`. A gate that is set below `error` fails the check no longer.",
			examples: [{
				NP012: "error",
				NP040: {
					level: "error",
					gate: true
				}
			}]
		}),
		accept: optional(list(acceptance(keys, today), "a list"), { description: "Findings that somebody answers for until a day: `rule`, `reason`, `owner` and `expires`, narrowed by `scope`, `namespace`, `path` and `message`. They are shown apart and do not fail the check." }),
		scopes: optional(unlike(list(scope, "a list"), {
			key: "name",
			noun: "scope"
		}), { description: "Manifests that are applied together to one cluster: `name`, `paths` and, for objects without one, `namespace`. Without it, folders decide." }),
		exclude: optional(list(glob, "a list of globs"), {
			description: "Globs of files that are no manifests.",
			examples: [["**/fixtures/**"]]
		}),
		ipBlockMatchesPods: optional(flag, { description: "Whether an `ipBlock` matches pods by their address, which the Kubernetes API leaves open. Unset, it does, but for `cni: cilium`." }),
		repositoryMayAccept: optional(flag, {
			description: "In an organisation's configuration: whether the `accept` of a repository's own file counts, too.",
			default: false
		})
	}, { wanted: "a mapping" });
}

// src/config/parse-config.ts
/** More of one file at a time would not be read. */
const MAX_FAULTS = 10;
const MAX_KEY = 200;
const MAX_MESSAGE = 1e3;
/**
* Reads a configuration. A mistake in it is an error with its line, never a default: a gate that quietly
* looks elsewhere is worse than none.
*/
function parseConfig({ path, text }, context) {
	const tree = readTree(text, path);
	if (!tree.ok) return {
		ok: false,
		faults: [shorten(tree.fault)]
	};
	const { root } = tree;
	if (root.type === "scalar" && root.value === null) return {
		ok: true,
		file: {
			path,
			root,
			keys: {}
		}
	};
	const faults = [];
	const keys = configShape(context).read(root, "", (fault) => {
		if (faults.length < MAX_FAULTS) faults.push(shorten(fault));
	});
	return keys === void 0 ? {
		ok: false,
		faults
	} : {
		ok: true,
		file: {
			path,
			root,
			keys
		}
	};
}
/** A fault quotes what stands in the file, which may be any text. */
const shorten = ({ line, key, message }) => ({
	line,
	key: key.slice(0, MAX_KEY),
	message: message.slice(0, MAX_MESSAGE)
});
/** One line per mistake, each with file, line and key. */
const formatFaults = (path, faults) => faults.map(({ line, key, message }) => `${path}:${line}: ${key === "" ? "" : `${key}: `}${message}`).join("\n");

exports.formatFaults = formatFaults;
exports.parseConfig = parseConfig;
import { parseArgs } from "node:util";
import { basename, join, posix, resolve } from "node:path";
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { isAscii, isUtf8 } from "node:buffer";
import { spawn } from "node:child_process";
import { availableParallelism, devNull, tmpdir } from "node:os";
import { gzipSync } from "node:zlib";

// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));

// src/config/fail-on.ts
/** Worst first. */
const LEVELS$4 = [
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
	...LEVELS$4,
	...RISKS
];
/** Reads the words of an input or of a command line, apart by commas or spaces. */
function parseFailOn(text) {
	const words = text.split(/[\s,]+/u).filter((word) => word !== "");
	const failOn = words.flatMap((word) => FAIL_ON.find((known) => known === word) ?? []);
	return failOn.length === words.length && words.length > 0 ? {
		ok: true,
		failOn
	} : {
		ok: false,
		wanted: `one or more of ${FAIL_ON.join(", ")}`
	};
}

// src/model/policy.ts
const PROTOCOLS = [
	"TCP",
	"UDP",
	"SCTP"
];
const DIRECTIONS = ["ingress", "egress"];

// src/commands/arguments.ts
const FORMATS = [
	"text",
	"markdown",
	"json",
	"sarif",
	"probes"
];
/** What a list of flows or one answer can be printed as. */
const PLAIN_FORMATS = ["text", "json"];
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
const parse = (args) => parseArgs({
	args: [...args],
	options: OPTIONS,
	allowPositionals: true
});
/** Reads the words of a command line. Wrong usage is a message, not an exception. */
function parseCommand(args) {
	let parsed;
	try {
		parsed = parse(args);
	} catch (error) {
		return {
			ok: false,
			message: error instanceof Error ? error.message : String(error)
		};
	}
	const { values, positionals } = parsed;
	const [name, ...rest] = positionals;
	if (values.version === true) return {
		ok: true,
		command: { name: "version" }
	};
	if (values.help === true || name === void 0 || name === "help") return {
		ok: true,
		command: { name: "help" }
	};
	const engine = engineOptions(values);
	if (typeof engine === "string") return {
		ok: false,
		message: engine
	};
	const command = COMMANDS.get(name)?.(rest, values, engine) ?? `there is no command ${name}`;
	return typeof command === "string" ? {
		ok: false,
		message: command
	} : {
		ok: true,
		command
	};
}
function engineOptions(values) {
	const format = FORMATS.find((known) => known === (values.format ?? "text"));
	if (format === void 0) return `--format takes ${FORMATS.join(", ")}`;
	const { output, config, cni } = values;
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
		...cni === void 0 ? {} : { cni }
	};
}
/** What the command line says about the verdict; unset leaves it to the configuration. */
function readOverrides(values) {
	const given = values["fail-on"];
	const failOn = given === void 0 ? void 0 : parseFailOn(given);
	if (failOn?.ok === false) return `--fail-on takes ${failOn.wanted}`;
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
function readDiff(rest, values, engine) {
	const [base, head, extra] = rest;
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
function readFlows([directory, extra], { namespace = "default" }, engine) {
	if (directory === void 0 || extra !== void 0 || !PLAIN_FORMATS.includes(engine.format)) return "flows takes one directory and prints text or json";
	return {
		name: "flows",
		directory,
		namespace,
		...engine
	};
}
function readQuery([directory, extra], values, engine) {
	const { from, to, namespace = "default" } = values;
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
		namespace,
		from,
		to,
		port,
		protocol,
		...engine
	};
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();

// node_modules/diff/libesm/patch/create.js
/**
* Returns true if the filename contains characters that require C-style
* quoting (as used by Git and GNU diffutils in diff output).
*/
function needsQuoting(s) {
	for (let i = 0; i < s.length; i++) if (s[i] < " " || s[i] > "~" || s[i] === "\"" || s[i] === "\\") return true;
	return false;
}
/**
* C-style quotes a filename, encoding special characters as escape sequences
* and non-ASCII bytes as octal escapes. This is the inverse of
* `parseQuotedFileName` in parse.ts.
*
* Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
* This matches the behaviour of both Git and GNU diffutils, which always emit
* UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
* Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
*
* If the filename doesn't need quoting, returns it as-is.
*/
function quoteFileNameIfNeeded(s) {
	if (!needsQuoting(s)) return s;
	let result = "\"";
	const bytes = new TextEncoder().encode(s);
	let i = 0;
	while (i < bytes.length) {
		const b = bytes[i];
		if (b === 7) result += "\\a";
		else if (b === 8) result += "\\b";
		else if (b === 9) result += "\\t";
		else if (b === 10) result += "\\n";
		else if (b === 11) result += "\\v";
		else if (b === 12) result += "\\f";
		else if (b === 13) result += "\\r";
		else if (b === 34) result += "\\\"";
		else if (b === 92) result += "\\\\";
		else if (b >= 32 && b <= 126) result += String.fromCharCode(b);
		else result += "\\" + b.toString(8).padStart(3, "0");
		i++;
	}
	result += "\"";
	return result;
}
const INCLUDE_HEADERS = {
	includeIndex: true,
	includeUnderline: true,
	includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines$1(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
/**
* creates a unified diff patch.
*
* @param patch either a single structured patch object (as returned by `structuredPatch`) or an
*   array of them (as returned by `parsePatch`).
* @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
*   Ignored for patches where `isGit` is `true`.
*
* When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
* output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
* properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
* headers for patches with no hunks (e.g. renames without content changes).
*/
function formatPatch(patch, headerOptions) {
	var _a, _b, _c, _d, _e, _f;
	if (!headerOptions) headerOptions = INCLUDE_HEADERS;
	if (Array.isArray(patch)) {
		if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
		return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
	}
	const ret = [];
	if (patch.isGit) {
		headerOptions = INCLUDE_HEADERS;
		if (!patch.oldFileName) throw new Error("oldFileName must be specified for Git patches");
		if (!patch.newFileName) throw new Error("newFileName must be specified for Git patches");
		let gitOldName = patch.oldFileName;
		let gitNewName = patch.newFileName;
		if (patch.isCreate && gitOldName === "/dev/null") gitOldName = gitNewName.replace(/^b\//, "a/");
		else if (patch.isDelete && gitNewName === "/dev/null") gitNewName = gitOldName.replace(/^a\//, "b/");
		ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
		if (patch.isDelete) ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
		if (patch.isCreate) ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
		if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
			ret.push("old mode " + patch.oldMode);
			ret.push("new mode " + patch.newMode);
		}
		if (patch.isRename) {
			ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
			ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
		}
		if (patch.isCopy) {
			ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
			ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
		}
	} else {
		if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) ret.push("Index: " + patch.oldFileName);
		if (headerOptions.includeUnderline) ret.push("===================================================================");
	}
	const hasHunks = patch.hunks.length > 0;
	if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
		ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
		ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
	}
	for (let i = 0; i < patch.hunks.length; i++) {
		const hunk = patch.hunks[i];
		const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
		const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
		ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
		for (const line of hunk.lines) ret.push(line);
	}
	return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	if (typeof options === "function") options = { callback: options };
	if (!(options === null || options === void 0 ? void 0 : options.callback)) {
		const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
		if (!patchObj) return;
		return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
	} else {
		const { callback } = options;
		structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
			if (!patchObj) callback(void 0);
			else callback(formatPatch(patchObj, options.headerOptions));
		} }));
	}
}
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines$1(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}

// src/check/rules.ts
/** Every rule that can speak. Ids are stable: other tools store them. */
const RULES$1 = {
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
const ruleOf = (id) => Object.hasOwn(RULES$1, id) ? RULES$1[id] : void 0;
/** All rules in order of their ids. */
const RULE_IDS = Object.keys(RULES$1).toSorted();
/** A finding of a rule, with the level and gate that the rule has by default. */
function findingOf(rule, parts) {
	const { level, gate, help } = RULES$1[rule];
	return {
		rule,
		level,
		gate,
		help,
		...parts
	};
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
		const entries = accept.filter((entry) => covers$1(entry, finding));
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
		if (used.has(entry) || ruleOf(entry.rule)?.onlyInChanges === true) return [];
		return [remark("NP091", entry, request)];
	};
	return {
		findings: marked,
		remarks: accept.flatMap(remarkOn)
	};
}
const covers$1 = (entry, finding) => entry.rule === finding.rule && (entry.scope === void 0 || entry.scope === finding.scope) && (entry.namespace === void 0 || entry.namespace === finding.namespace) && (entry.message === void 0 || finding.message.includes(entry.message)) && (entry.matchesPath === void 0 || finding.location !== void 0 && entry.matchesPath(finding.location.path));
function remark(rule, { rule: about, owner, reason, expires, scope, namespace, span }, { mode, isReviewed }) {
	const inTree = isReviewed(span.path);
	const where = inTree ? "" : ` (${span.path}:${span.startLine})`;
	const what = rule === "NP090" ? `what ${owner} accepts of ${about} expired on ${expires}` : `what ${owner} accepts of ${about} until ${expires} was not found`;
	return findingOf(rule, {
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
const reaches$1 = (level, failOn) => LEVELS$4.slice(LEVELS$4.indexOf(level)).some((each) => failOn.includes(each));
/** The rules that the configuration changes, and how many of the findings that it leaves out. */
function ruleChanges(findings, rules) {
	return [...rules].flatMap(([id, setting]) => {
		const rule = ruleOf(id);
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
	return findingOf("NP080", {
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
const reaches = (risk, failOn) => RISKS.slice(RISKS.indexOf(risk)).some((each) => failOn.includes(each));

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
		verdict: verdictOf$1(findings, ledger),
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
function verdictOf$1(findings, ledger) {
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
	const isRefutable = certain === false || ruleOf(finding.rule)?.refutable === true;
	if (unread === void 0 || !isRefutable) return finding;
	return {
		...finding,
		gate: false,
		certain: false,
		message: `${finding.message}, unless ${unread.path} says otherwise, which could not be evaluated`
	};
}
const sortFindings = (findings) => findings.toSorted((a, b) => Number(b.gate) - Number(a.gate) || LEVELS$4.indexOf(a.level) - LEVELS$4.indexOf(b.level));

// src/manifest/collect-objects.ts
/**
* The objects of one document: itself, or the items of a list, recursively. Any object with a top-level
* `items` list is a list, as in kubectl (kubernetes/cli-runtime FlattenListVisitor).
*
* A document without kind and apiVersion (Helm values, a kustomize fragment) is no object and no problem.
*/
function collectObjects(node, document) {
	if (node.type === "map") collectMap(node, document);
	else if (node.type === "seq" ? node.items.some(isTyped) : isText$1(node)) reportNoObject(node, document);
}
const isText$1 = (node) => node.type === "scalar" && typeof node.value === "string";
/** A list of patches or plain text is nobody's manifest, but one that names a kind was meant to be one. */
function reportNoObject({ type, span }, { into, hints }) {
	const kindHints = hints();
	if (kindHints.length === 0) return;
	const message = type === "seq" ? "a list is no manifest, so kubectl refuses it; use `kind: List` with `items`, or `---`" : "a text is no manifest, so kubectl refuses it; write an object, or make it a comment";
	into.problems.push({
		code: "invalid",
		message,
		span,
		kindHints
	});
}
function collectMap(node, context) {
	const type = typeOf(node, context.inherited);
	if (type === void 0) {
		reportHalfTyped(node, context);
		return;
	}
	const items = node.entries.get("items")?.value;
	if (items?.type === "seq") collectItems(items.items, type, context);
	else context.into.objects.push(objectOf(node, type, context.listKind));
}
function collectItems(items, list, context) {
	const inherited = list.kind.endsWith("List") ? {
		apiVersion: list.apiVersion,
		kind: list.kind.slice(0, -4)
	} : list;
	for (const item of items) if (item.type === "map") {
		const { into, hints } = context;
		collectMap(item, {
			into,
			hints,
			...inherited.kind === "" ? {} : { inherited },
			...list.kind.endsWith("List") ? {} : { listKind: list.kind }
		});
	} else context.into.problems.push({
		code: "invalid",
		message: "items: an item is no object, so kubectl refuses the list; remove it",
		span: item.span
	});
}
function typeOf(node, inherited) {
	const apiVersion = text$1(node, "apiVersion");
	const kind = text$1(node, "kind");
	if (apiVersion === "" && kind === "" && !isSet$1(node, "apiVersion") && !isSet$1(node, "kind")) return inherited;
	return apiVersion === "" || kind === "" ? void 0 : {
		apiVersion,
		kind
	};
}
/** An object that lost its kind or apiVersion is one that the API server will not see. */
function reportHalfTyped(node, { into, hints: search }) {
	if (!isSet$1(node, "apiVersion") && !isSet$1(node, "kind")) return;
	if (!node.entries.has("metadata") && !node.entries.has("spec")) return;
	if (/^(?:Kustomization|Component)$/.test(text$1(node, "kind"))) return;
	const hints = search();
	if (hints.length === 0) return;
	const missing = text$1(node, "kind") === "" ? "kind" : "apiVersion";
	const at = node.entries.get(missing);
	into.problems.push({
		code: "invalid",
		message: at === void 0 ? `${missing}: is missing, so no server accepts the object; add it` : `${missing}: is not a text, so no server accepts the object; write its name`,
		span: at?.value.span ?? node.span,
		field: missing,
		kindHints: hints
	});
}
function objectOf(node, type, listKind) {
	const metadata = node.entries.get("metadata")?.value;
	const name = metadata?.type === "map" ? text$1(metadata, "name") : "";
	const namespace = metadata?.type === "map" ? text$1(metadata, "namespace") : "";
	return {
		...type,
		name,
		...namespace === "" ? {} : { namespace },
		...listKind === void 0 ? {} : { listKind },
		node,
		span: node.span
	};
}
/** The text of a field; empty where it is absent or anything else. */
function text$1(node, field) {
	const value = node.entries.get(field)?.value;
	return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}
function isSet$1(node, field) {
	const value = node.entries.get(field)?.value;
	return value !== void 0 && !(value.type === "scalar" && value.value === null);
}
const isTyped = (node) => node.type === "map" && (isSet$1(node, "kind") || isSet$1(node, "apiVersion"));

// node_modules/yaml/browser/dist/nodes/identity.js
const ALIAS = Symbol.for("yaml.alias");
const DOC = Symbol.for("yaml.document");
const MAP = Symbol.for("yaml.map");
const PAIR = Symbol.for("yaml.pair");
const SCALAR$1 = Symbol.for("yaml.scalar");
const SEQ = Symbol.for("yaml.seq");
const NODE_TYPE = Symbol.for("yaml.node.type");
const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
const isDocument$1 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR$1;
const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case MAP:
		case SEQ: return true;
	}
	return false;
}
function isNode(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case ALIAS:
		case MAP:
		case SCALAR$1:
		case SEQ: return true;
	}
	return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

// node_modules/yaml/browser/dist/visit.js
const BREAK$1 = Symbol("break visit");
const SKIP$1 = Symbol("skip children");
const REMOVE$1 = Symbol("remove node");
/**
* Apply a visitor to an AST node or document.
*
* Walks through the tree (depth-first) starting from `node`, calling a
* `visitor` function with three arguments:
*   - `key`: For sequence values and map `Pair`, the node's index in the
*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
*     `null` for the root node.
*   - `node`: The current node.
*   - `path`: The ancestry of the current node.
*
* The return value of the visitor may be used to control the traversal:
*   - `undefined` (default): Do nothing and continue
*   - `visit.SKIP`: Do not visit the children of this node, continue with next
*     sibling
*   - `visit.BREAK`: Terminate traversal completely
*   - `visit.REMOVE`: Remove the current node, then continue with the next one
*   - `Node`: Replace the current node, then continue by visiting it
*   - `number`: While iterating the items of a sequence or map, set the index
*     of the next step. This is useful especially if the index of the current
*     node has changed.
*
* If `visitor` is a single function, it will be called with all values
* encountered in the tree, including e.g. `null` values. Alternatively,
* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
* `Alias` and `Scalar` node. To define the same visitor function for more than
* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
* specific defined one will be used for each node.
*/
function visit$1(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument$1(node)) {
		if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE$1) node.contents = null;
	} else visit_(null, node, visitor_, Object.freeze([]));
}
/** Terminate visit traversal completely */
visit$1.BREAK = BREAK$1;
/** Do not visit the children of the current node */
visit$1.SKIP = SKIP$1;
/** Remove the current node */
visit$1.REMOVE = REMOVE$1;
function visit_(key, node, visitor, path) {
	const ctrl = callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visit_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = visit_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE$1) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = visit_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE$1) node.key = null;
			const cv = visit_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE$1) node.value = null;
		}
	}
	return ctrl;
}
/**
* Apply an async visitor to an AST node or document.
*
* Walks through the tree (depth-first) starting from `node`, calling a
* `visitor` function with three arguments:
*   - `key`: For sequence values and map `Pair`, the node's index in the
*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
*     `null` for the root node.
*   - `node`: The current node.
*   - `path`: The ancestry of the current node.
*
* The return value of the visitor may be used to control the traversal:
*   - `Promise`: Must resolve to one of the following values
*   - `undefined` (default): Do nothing and continue
*   - `visit.SKIP`: Do not visit the children of this node, continue with next
*     sibling
*   - `visit.BREAK`: Terminate traversal completely
*   - `visit.REMOVE`: Remove the current node, then continue with the next one
*   - `Node`: Replace the current node, then continue by visiting it
*   - `number`: While iterating the items of a sequence or map, set the index
*     of the next step. This is useful especially if the index of the current
*     node has changed.
*
* If `visitor` is a single function, it will be called with all values
* encountered in the tree, including e.g. `null` values. Alternatively,
* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
* `Alias` and `Scalar` node. To define the same visitor function for more than
* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
* specific defined one will be used for each node.
*/
async function visitAsync(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument$1(node)) {
		if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE$1) node.contents = null;
	} else await visitAsync_(null, node, visitor_, Object.freeze([]));
}
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK$1;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP$1;
/** Remove the current node */
visitAsync.REMOVE = REMOVE$1;
async function visitAsync_(key, node, visitor, path) {
	const ctrl = await callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visitAsync_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = await visitAsync_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE$1) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = await visitAsync_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE$1) node.key = null;
			const cv = await visitAsync_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE$1) node.value = null;
		}
	}
	return ctrl;
}
function initVisitor(visitor) {
	if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
		Alias: visitor.Node,
		Map: visitor.Node,
		Scalar: visitor.Node,
		Seq: visitor.Node
	}, visitor.Value && {
		Map: visitor.Value,
		Scalar: visitor.Value,
		Seq: visitor.Value
	}, visitor.Collection && {
		Map: visitor.Collection,
		Seq: visitor.Collection
	}, visitor);
	return visitor;
}
function callVisitor(key, node, visitor, path) {
	if (typeof visitor === "function") return visitor(key, node, path);
	if (isMap(node)) return visitor.Map?.(key, node, path);
	if (isSeq(node)) return visitor.Seq?.(key, node, path);
	if (isPair(node)) return visitor.Pair?.(key, node, path);
	if (isScalar(node)) return visitor.Scalar?.(key, node, path);
	if (isAlias(node)) return visitor.Alias?.(key, node, path);
}
function replaceNode(key, path, node) {
	const parent = path[path.length - 1];
	if (isCollection(parent)) parent.items[key] = node;
	else if (isPair(parent)) {
		if (key === "key") parent.key = node;
		else parent.value = node;
	} else if (isDocument$1(parent)) parent.contents = node;
	else {
		const pt = isAlias(parent) ? "alias" : "scalar";
		throw new Error(`Cannot replace node with ${pt} parent`);
	}
}

// node_modules/yaml/browser/dist/doc/directives.js
const escapeChars = {
	"!": "%21",
	",": "%2C",
	"[": "%5B",
	"]": "%5D",
	"{": "%7B",
	"}": "%7D"
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
var Directives = class Directives {
	constructor(yaml, tags) {
		/**
		* The directives-end/doc-start marker `---`. If `null`, a marker may still be
		* included in the document's stringified representation.
		*/
		this.docStart = null;
		/** The doc-end marker `...`.  */
		this.docEnd = false;
		this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
		this.tags = Object.assign({}, Directives.defaultTags, tags);
	}
	clone() {
		const copy = new Directives(this.yaml, this.tags);
		copy.docStart = this.docStart;
		return copy;
	}
	/**
	* During parsing, get a Directives instance for the current document and
	* update the stream state according to the current version's spec.
	*/
	atDocument() {
		const res = new Directives(this.yaml, this.tags);
		switch (this.yaml.version) {
			case "1.1":
				this.atNextDocument = true;
				break;
			case "1.2":
				this.atNextDocument = false;
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.2"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
		}
		return res;
	}
	/**
	* @param onError - May be called even if the action was successful
	* @returns `true` on success
	*/
	add(line, onError) {
		if (this.atNextDocument) {
			this.yaml = {
				explicit: Directives.defaultYaml.explicit,
				version: "1.1"
			};
			this.tags = Object.assign({}, Directives.defaultTags);
			this.atNextDocument = false;
		}
		const parts = line.trim().split(/[ \t]+/);
		const name = parts.shift();
		switch (name) {
			case "%TAG": {
				if (parts.length !== 2) {
					onError(0, "%TAG directive should contain exactly two parts");
					if (parts.length < 2) return false;
				}
				const [handle, prefix] = parts;
				this.tags[handle] = prefix;
				return true;
			}
			case "%YAML": {
				this.yaml.explicit = true;
				if (parts.length !== 1) {
					onError(0, "%YAML directive should contain exactly one part");
					return false;
				}
				const [version] = parts;
				if (version === "1.1" || version === "1.2") {
					this.yaml.version = version;
					return true;
				} else {
					const isValid = /^\d+\.\d+$/.test(version);
					onError(6, `Unsupported YAML version ${version}`, isValid);
					return false;
				}
			}
			default:
				onError(0, `Unknown directive ${name}`, true);
				return false;
		}
	}
	/**
	* Resolves a tag, matching handles to those defined in %TAG directives.
	*
	* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
	*   `'!local'` tag, or `null` if unresolvable.
	*/
	tagName(source, onError) {
		if (source === "!") return "!";
		if (source[0] !== "!") {
			onError(`Not a valid tag: ${source}`);
			return null;
		}
		if (source[1] === "<") {
			const verbatim = source.slice(2, -1);
			if (verbatim === "!" || verbatim === "!!") {
				onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
				return null;
			}
			if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
			return verbatim;
		}
		const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
		if (!suffix) onError(`The ${source} tag has no suffix`);
		const prefix = this.tags[handle];
		if (prefix) try {
			return prefix + decodeURIComponent(suffix);
		} catch (error) {
			onError(String(error));
			return null;
		}
		if (handle === "!") return source;
		onError(`Could not resolve tag: ${source}`);
		return null;
	}
	/**
	* Given a fully resolved tag, returns its printable string form,
	* taking into account current tag prefixes and defaults.
	*/
	tagString(tag) {
		for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
		return tag[0] === "!" ? tag : `!<${tag}>`;
	}
	toString(doc) {
		const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
		const tagEntries = Object.entries(this.tags);
		let tagNames;
		if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
			const tags = {};
			visit$1(doc.contents, (_key, node) => {
				if (isNode(node) && node.tag) tags[node.tag] = true;
			});
			tagNames = Object.keys(tags);
		} else tagNames = [];
		for (const [handle, prefix] of tagEntries) {
			if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
			if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
		}
		return lines.join("\n");
	}
};
Directives.defaultYaml = {
	explicit: false,
	version: "1.2"
};
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
/**
* Verify that the input string is a valid anchor.
*
* Will throw on errors.
*/
function anchorIsValid(anchor) {
	if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
		const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
		throw new Error(msg);
	}
	return true;
}
function anchorNames(root) {
	const anchors = /* @__PURE__ */ new Set();
	visit$1(root, { Value(_key, node) {
		if (node.anchor) anchors.add(node.anchor);
	} });
	return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
	for (let i = 1;; ++i) {
		const name = `${prefix}${i}`;
		if (!exclude.has(name)) return name;
	}
}
function createNodeAnchors(doc, prefix) {
	const aliasObjects = [];
	const sourceObjects = /* @__PURE__ */ new Map();
	let prevAnchors = null;
	return {
		onAnchor: (source) => {
			aliasObjects.push(source);
			prevAnchors ?? (prevAnchors = anchorNames(doc));
			const anchor = findNewAnchor(prefix, prevAnchors);
			prevAnchors.add(anchor);
			return anchor;
		},
		/**
		* With circular references, the source node is only resolved after all
		* of its child nodes are. This is why anchors are set only after all of
		* the nodes have been created.
		*/
		setAnchors: () => {
			for (const source of aliasObjects) {
				const ref = sourceObjects.get(source);
				if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) ref.node.anchor = ref.anchor;
				else {
					const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
					error.source = source;
					throw error;
				}
			}
		},
		sourceObjects
	};
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
/**
* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
*
* Includes extensions for handling Map and Set objects.
*/
function applyReviver(reviver, obj, key, val) {
	if (val && typeof val === "object") {
		if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
			const v0 = val[i];
			const v1 = applyReviver(reviver, val, String(i), v0);
			if (v1 === void 0) delete val[i];
			else if (v1 !== v0) val[i] = v1;
		}
		else if (val instanceof Map) for (const k of Array.from(val.keys())) {
			const v0 = val.get(k);
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) val.delete(k);
			else if (v1 !== v0) val.set(k, v1);
		}
		else if (val instanceof Set) for (const v0 of Array.from(val)) {
			const v1 = applyReviver(reviver, val, v0, v0);
			if (v1 === void 0) val.delete(v0);
			else if (v1 !== v0) {
				val.delete(v0);
				val.add(v1);
			}
		}
		else for (const [k, v0] of Object.entries(val)) {
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) delete val[k];
			else if (v1 !== v0) val[k] = v1;
		}
	}
	return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
/**
* Recursively convert any node or its contents to native JavaScript
*
* @param value - The input value
* @param arg - If `value` defines a `toJSON()` method, use this
*   as its first argument
* @param ctx - Conversion context, originally set in Document#toJS(). If
*   `{ keep: true }` is not set, output should be suitable for JSON
*   stringification.
*/
function toJS(value, arg, ctx) {
	if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
	if (value && typeof value.toJSON === "function") {
		if (!ctx || !hasAnchor(value)) return value.toJSON(arg, ctx);
		const data = {
			aliasCount: 0,
			count: 1,
			res: void 0
		};
		ctx.anchors.set(value, data);
		ctx.onCreate = (res) => {
			data.res = res;
			delete ctx.onCreate;
		};
		const res = value.toJSON(arg, ctx);
		if (ctx.onCreate) ctx.onCreate(res);
		return res;
	}
	if (typeof value === "bigint" && !ctx?.keep) return Number(value);
	return value;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
	constructor(type) {
		Object.defineProperty(this, NODE_TYPE, { value: type });
	}
	/** Create a copy of this node.  */
	clone() {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	/** A plain JavaScript representation of this node. */
	toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		if (!isDocument$1(doc)) throw new TypeError("A document argument is required");
		const ctx = {
			anchors: /* @__PURE__ */ new Map(),
			doc,
			keep: true,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
		};
		const res = toJS(this, "", ctx);
		if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
		return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
	}
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
	constructor(source) {
		super(ALIAS);
		this.source = source;
		Object.defineProperty(this, "tag", { set() {
			throw new Error("Alias nodes cannot have tags");
		} });
	}
	/**
	* Resolve the value of this alias within `doc`, finding the last
	* instance of the `source` anchor before this node.
	*/
	resolve(doc, ctx) {
		if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
		let nodes;
		if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
		else {
			nodes = [];
			visit$1(doc, { Node: (_key, node) => {
				if (isAlias(node) || hasAnchor(node)) nodes.push(node);
			} });
			if (ctx) ctx.aliasResolveCache = nodes;
		}
		let found = void 0;
		for (const node of nodes) {
			if (node === this) break;
			if (node.anchor === this.source) found = node;
		}
		if (found && ctx) {
			const { anchors, doc, maxAliasCount } = ctx;
			let data = anchors.get(found);
			if (!data) {
				toJS(found, null, ctx);
				data = anchors.get(found);
			}
			/* istanbul ignore if */
			if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
			if (maxAliasCount >= 0) {
				data.count += 1;
				if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
				if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
			}
		}
		return found;
	}
	toJSON(_arg, ctx) {
		if (!ctx) return { source: this.source };
		const source = this.resolve(ctx.doc, ctx);
		if (!source) {
			const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
			throw new ReferenceError(msg);
		}
		return ctx.anchors.get(source).res;
	}
	toString(ctx, _onComment, _onChompKeep) {
		const src = `*${this.source}`;
		if (ctx) {
			anchorIsValid(this.source);
			if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new Error(msg);
			}
			if (ctx.implicitKey) return `${src} `;
		}
		return src;
	}
};
function getAliasCount(doc, node, anchors) {
	if (isAlias(node)) {
		const source = node.resolve(doc);
		const anchor = anchors && source && anchors.get(source);
		return anchor ? anchor.count * anchor.aliasCount : 0;
	} else if (isCollection(node)) {
		let count = 0;
		for (const item of node.items) {
			const c = getAliasCount(doc, item, anchors);
			if (c > count) count = c;
		}
		return count;
	} else if (isPair(node)) {
		const kc = getAliasCount(doc, node.key, anchors);
		const vc = getAliasCount(doc, node.value, anchors);
		return Math.max(kc, vc);
	}
	return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
var Scalar = class extends NodeBase {
	constructor(value) {
		super(SCALAR$1);
		this.value = value;
	}
	toJSON(arg, ctx) {
		return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
	}
	toString() {
		return String(this.value);
	}
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
const defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value, tagName, tags) {
	if (tagName) {
		const match = tags.filter((t) => t.tag === tagName);
		const tagObj = match.find((t) => !t.format) ?? match[0];
		if (!tagObj) throw new Error(`Tag ${tagName} not found`);
		return tagObj;
	}
	return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
	if (isDocument$1(value)) value = value.contents;
	if (isNode(value)) return value;
	if (isPair(value)) {
		const map = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
		map.items.push(value);
		return map;
	}
	if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
	const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
	let ref = void 0;
	if (aliasDuplicateObjects && value && typeof value === "object") {
		ref = sourceObjects.get(value);
		if (ref) {
			ref.anchor ?? (ref.anchor = onAnchor(value));
			return new Alias(ref.anchor);
		} else {
			ref = {
				anchor: null,
				node: null
			};
			sourceObjects.set(value, ref);
		}
	}
	if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
	let tagObj = findTagObject(value, tagName, schema.tags);
	if (!tagObj) {
		if (value && typeof value.toJSON === "function") value = value.toJSON();
		if (!value || typeof value !== "object") {
			const node = new Scalar(value);
			if (ref) ref.node = node;
			return node;
		}
		tagObj = value instanceof Map ? schema[MAP] : Symbol.iterator in Object(value) ? schema[SEQ] : schema[MAP];
	}
	if (onTagObj) {
		onTagObj(tagObj);
		delete ctx.onTagObj;
	}
	const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
	if (tagName) node.tag = tagName;
	else if (!tagObj.default) node.tag = tagObj.tag;
	if (ref) ref.node = node;
	return node;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema, path, value) {
	let v = value;
	for (let i = path.length - 1; i >= 0; --i) {
		const k = path[i];
		if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
			const a = [];
			a[k] = v;
			v = a;
		} else v = /* @__PURE__ */ new Map([[k, v]]);
	}
	return createNode(v, void 0, {
		aliasDuplicateObjects: false,
		keepUndefined: false,
		onAnchor: () => {
			throw new Error("This should not happen, please report a bug.");
		},
		schema,
		sourceObjects: /* @__PURE__ */ new Map()
	});
}
const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
var Collection = class extends NodeBase {
	constructor(type, schema) {
		super(type);
		Object.defineProperty(this, "schema", {
			value: schema,
			configurable: true,
			enumerable: false,
			writable: true
		});
	}
	/**
	* Create a copy of this collection.
	*
	* @param schema - If defined, overwrites the original's schema
	*/
	clone(schema) {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		if (schema) copy.schema = schema;
		copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema) : it);
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	/**
	* Adds a value to the collection. For `!!map` and `!!omap` the value must
	* be a Pair instance or a `{ key, value }` object, which may not have a key
	* that already exists in the map.
	*/
	addIn(path, value) {
		if (isEmptyPath(path)) this.add(value);
		else {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (isCollection(node)) node.addIn(rest, value);
			else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
	/**
	* Removes a value from the collection.
	* @returns `true` if the item was found and removed.
	*/
	deleteIn(path) {
		const [key, ...rest] = path;
		if (rest.length === 0) return this.delete(key);
		const node = this.get(key, true);
		if (isCollection(node)) return node.deleteIn(rest);
		else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
	}
	/**
	* Returns item at `key`, or `undefined` if not found. By default unwraps
	* scalar values from their surrounding node; to disable set `keepScalar` to
	* `true` (collections are always returned intact).
	*/
	getIn(path, keepScalar) {
		const [key, ...rest] = path;
		const node = this.get(key, true);
		if (rest.length === 0) return !keepScalar && isScalar(node) ? node.value : node;
		else return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
	}
	hasAllNullValues(allowScalar) {
		return this.items.every((node) => {
			if (!isPair(node)) return false;
			const n = node.value;
			return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
		});
	}
	/**
	* Checks if the collection includes a value with the key `key`.
	*/
	hasIn(path) {
		const [key, ...rest] = path;
		if (rest.length === 0) return this.has(key);
		const node = this.get(key, true);
		return isCollection(node) ? node.hasIn(rest) : false;
	}
	/**
	* Sets a value in this collection. For `!!set`, `value` needs to be a
	* boolean to add/remove the item from the set.
	*/
	setIn(path, value) {
		const [key, ...rest] = path;
		if (rest.length === 0) this.set(key, value);
		else {
			const node = this.get(key, true);
			if (isCollection(node)) node.setIn(rest, value);
			else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
/**
* Stringifies a comment.
*
* Empty comment lines are left empty,
* lines consisting of a single space are replaced by `#`,
* and all other lines are prefixed with a `#`.
*/
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
function indentComment(comment, indent) {
	if (/^\n+$/.test(comment)) return comment.substring(1);
	return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
const FOLD_FLOW = "flow";
const FOLD_BLOCK = "block";
const FOLD_QUOTED = "quoted";
/**
* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
* terminated with `\n` and started with `indent`.
*/
function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
	if (!lineWidth || lineWidth < 0) return text;
	if (lineWidth < minContentWidth) minContentWidth = 0;
	const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
	if (text.length <= endStep) return text;
	const folds = [];
	const escapedFolds = {};
	let end = lineWidth - indent.length;
	if (typeof indentAtStart === "number") {
		if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
		else end = lineWidth - indentAtStart;
	}
	let split = void 0;
	let prev = void 0;
	let overflow = false;
	let i = -1;
	let escStart = -1;
	let escEnd = -1;
	if (mode === "block") {
		i = consumeMoreIndentedLines(text, i, indent.length);
		if (i !== -1) end = i + endStep;
	}
	for (let ch; ch = text[i += 1];) {
		if (mode === "quoted" && ch === "\\") {
			escStart = i;
			switch (text[i + 1]) {
				case "x":
					i += 3;
					break;
				case "u":
					i += 5;
					break;
				case "U":
					i += 9;
					break;
				default: i += 1;
			}
			escEnd = i;
		}
		if (ch === "\n") {
			if (mode === "block") i = consumeMoreIndentedLines(text, i, indent.length);
			end = i + indent.length + endStep;
			split = void 0;
		} else {
			if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
				const next = text[i + 1];
				if (next && next !== " " && next !== "\n" && next !== "	") split = i;
			}
			if (i >= end) {
				if (split) {
					folds.push(split);
					end = split + endStep;
					split = void 0;
				} else if (mode === "quoted") {
					while (prev === " " || prev === "	") {
						prev = ch;
						ch = text[i += 1];
						overflow = true;
					}
					const j = i > escEnd + 1 ? i - 2 : escStart - 1;
					if (escapedFolds[j]) return text;
					folds.push(j);
					escapedFolds[j] = true;
					end = j + endStep;
					split = void 0;
				} else overflow = true;
			}
		}
		prev = ch;
	}
	if (overflow && onOverflow) onOverflow();
	if (folds.length === 0) return text;
	if (onFold) onFold();
	let res = text.slice(0, folds[0]);
	for (let i = 0; i < folds.length; ++i) {
		const fold = folds[i];
		const end = folds[i + 1] || text.length;
		if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
		else {
			if (mode === "quoted" && escapedFolds[fold]) res += `${text[fold]}\\`;
			res += `\n${indent}${text.slice(fold + 1, end)}`;
		}
	}
	return res;
}
/**
* Presumes `i + 1` is at the start of a line
* @returns index of last newline in more-indented block
*/
function consumeMoreIndentedLines(text, i, indent) {
	let end = i;
	let start = i + 1;
	let ch = text[start];
	while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
	else {
		do
			ch = text[++i];
		while (ch && ch !== "\n");
		end = i;
		start = i + 1;
		ch = text[start];
	}
	return end;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
const getFoldOptions = (ctx, isBlock) => ({
	indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
	lineWidth: ctx.options.lineWidth,
	minContentWidth: ctx.options.minContentWidth
});
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
	if (!lineWidth || lineWidth < 0) return false;
	const limit = lineWidth - indentLength;
	const strLen = str.length;
	if (strLen <= limit) return false;
	for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
		if (i - start > limit) return true;
		start = i + 1;
		if (strLen - start <= limit) return false;
	}
	return true;
}
function doubleQuotedString(value, ctx) {
	const json = JSON.stringify(value);
	if (ctx.options.doubleQuotedAsJSON) return json;
	const { implicitKey } = ctx;
	const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
	const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
	let str = "";
	let start = 0;
	for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
		if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
			str += json.slice(start, i) + "\\ ";
			i += 1;
			start = i;
			ch = "\\";
		}
		if (ch === "\\") switch (json[i + 1]) {
			case "u":
				{
					str += json.slice(start, i);
					const code = json.substr(i + 2, 4);
					switch (code) {
						case "0000":
							str += "\\0";
							break;
						case "0007":
							str += "\\a";
							break;
						case "000b":
							str += "\\v";
							break;
						case "001b":
							str += "\\e";
							break;
						case "0085":
							str += "\\N";
							break;
						case "00a0":
							str += "\\_";
							break;
						case "2028":
							str += "\\L";
							break;
						case "2029":
							str += "\\P";
							break;
						default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
						else str += json.substr(i, 6);
					}
					i += 5;
					start = i + 1;
				}
				break;
			case "n":
				if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
				else {
					str += json.slice(start, i) + "\n\n";
					while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
						str += "\n";
						i += 2;
					}
					str += indent;
					if (json[i + 2] === " ") str += "\\";
					i += 1;
					start = i + 1;
				}
				break;
			default: i += 1;
		}
	}
	str = start ? str + json.slice(start) : json;
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
	if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
	const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
	const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
	return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
	const { singleQuote } = ctx.options;
	let qs;
	if (singleQuote === false) qs = doubleQuotedString;
	else {
		const hasDouble = value.includes("\"");
		const hasSingle = value.includes("'");
		if (hasDouble && !hasSingle) qs = singleQuotedString;
		else if (hasSingle && !hasDouble) qs = doubleQuotedString;
		else qs = singleQuote ? singleQuotedString : doubleQuotedString;
	}
	return qs(value, ctx);
}
let blockEndNewlines;
try {
	blockEndNewlines = /* @__PURE__ */ new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
} catch {
	blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
	const { blockQuote, commentString, lineWidth } = ctx.options;
	if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
	const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
	const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? false : type === Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
	if (!value) return literal ? "|\n" : ">\n";
	let chomp;
	let endStart;
	for (endStart = value.length; endStart > 0; --endStart) {
		const ch = value[endStart - 1];
		if (ch !== "\n" && ch !== "	" && ch !== " ") break;
	}
	let end = value.substring(endStart);
	const endNlPos = end.indexOf("\n");
	if (endNlPos === -1) chomp = "-";
	else if (value === end || endNlPos !== end.length - 1) {
		chomp = "+";
		if (onChompKeep) onChompKeep();
	} else chomp = "";
	if (end) {
		value = value.slice(0, -end.length);
		if (end[end.length - 1] === "\n") end = end.slice(0, -1);
		end = end.replace(blockEndNewlines, `$&${indent}`);
	}
	let startWithSpace = false;
	let startEnd;
	let startNlPos = -1;
	for (startEnd = 0; startEnd < value.length; ++startEnd) {
		const ch = value[startEnd];
		if (ch === " ") startWithSpace = true;
		else if (ch === "\n") startNlPos = startEnd;
		else break;
	}
	let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
	if (start) {
		value = value.substring(start.length);
		start = start.replace(/\n+/g, `$&${indent}`);
	}
	let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
	if (comment) {
		header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
		if (onComment) onComment();
	}
	if (!literal) {
		const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
		let literalFallback = false;
		const foldOptions = getFoldOptions(ctx, true);
		if (blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
			literalFallback = true;
		};
		const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
		if (!literalFallback) return `>${header}\n${indent}${body}`;
	}
	value = value.replace(/\n+/g, `$&${indent}`);
	return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
	const { type, value } = item;
	const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
	if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
	if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
	if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
	if (containsDocumentMarker(value)) {
		if (indent === "") {
			ctx.forceBlockIndent = true;
			return blockString(item, ctx, onComment, onChompKeep);
		} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
	}
	const str = value.replace(/\n+/g, `$&\n${indent}`);
	if (actualString) {
		const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
		const { compat, tags } = ctx.doc.schema;
		if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
	}
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
	const { implicitKey, inFlow } = ctx;
	const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
	let { type } = item;
	if (type !== Scalar.QUOTE_DOUBLE) {
		if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.QUOTE_DOUBLE;
	}
	const _stringify = (_type) => {
		switch (_type) {
			case Scalar.BLOCK_FOLDED:
			case Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
			case Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
			case Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
			case Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
			default: return null;
		}
	};
	let res = _stringify(type);
	if (res === null) {
		const { defaultKeyType, defaultStringType } = ctx.options;
		const t = implicitKey && defaultKeyType || defaultStringType;
		res = _stringify(t);
		if (res === null) throw new Error(`Unsupported default string type ${t}`);
	}
	return res;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
	const opt = Object.assign({
		blockQuote: true,
		commentString: stringifyComment,
		defaultKeyType: null,
		defaultStringType: "PLAIN",
		directives: null,
		doubleQuotedAsJSON: false,
		doubleQuotedMinMultiLineLength: 40,
		falseStr: "false",
		flowCollectionPadding: true,
		indentSeq: true,
		lineWidth: 80,
		minContentWidth: 20,
		nullStr: "null",
		simpleKeys: false,
		singleQuote: null,
		trailingComma: false,
		trueStr: "true",
		verifyAliasOrder: true
	}, doc.schema.toStringOptions, options);
	let inFlow;
	switch (opt.collectionStyle) {
		case "block":
			inFlow = false;
			break;
		case "flow":
			inFlow = true;
			break;
		default: inFlow = null;
	}
	return {
		anchors: /* @__PURE__ */ new Set(),
		doc,
		flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
		indent: "",
		indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
		inFlow,
		options: opt
	};
}
function getTagObject(tags, item) {
	if (item.tag) {
		const match = tags.filter((t) => t.tag === item.tag);
		if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
	}
	let tagObj = void 0;
	let obj;
	if (isScalar(item)) {
		obj = item.value;
		let match = tags.filter((t) => t.identify?.(obj));
		if (match.length > 1) {
			const testMatch = match.filter((t) => t.test);
			if (testMatch.length > 0) match = testMatch;
		}
		tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
	} else {
		obj = item;
		tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
	}
	if (!tagObj) {
		const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
		throw new Error(`Tag not resolved for ${name} value`);
	}
	return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
	if (!doc.directives) return "";
	const props = [];
	const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
	if (anchor && anchorIsValid(anchor)) {
		anchors.add(anchor);
		props.push(`&${anchor}`);
	}
	const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
	if (tag) props.push(doc.directives.tagString(tag));
	return props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
	if (isPair(item)) return item.toString(ctx, onComment, onChompKeep);
	if (isAlias(item)) {
		if (ctx.doc.directives) return item.toString(ctx);
		if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
		else {
			if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
			else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
			item = item.resolve(ctx.doc);
		}
	}
	let tagObj = void 0;
	const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
	tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
	const props = stringifyProps(node, tagObj, ctx);
	if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
	const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
	if (!props) return str;
	return isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
	const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
	let keyComment = isNode(key) && key.comment || null;
	if (simpleKeys) {
		if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
		if (isCollection(key) || !isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
	}
	let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === "object"));
	ctx = Object.assign({}, ctx, {
		allNullValues: false,
		implicitKey: !explicitKey && (simpleKeys || !allNullValues),
		indent: indent + indentStep
	});
	let keyCommentDone = false;
	let chompKeep = false;
	let str = stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
	if (!explicitKey && !ctx.inFlow && str.length > 1024) {
		if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
		explicitKey = true;
	}
	if (ctx.inFlow) {
		if (allNullValues || value == null) {
			if (keyCommentDone && onComment) onComment();
			return str === "" ? "?" : explicitKey ? `? ${str}` : str;
		}
	} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
		str = `? ${str}`;
		if (keyComment && !keyCommentDone) str += lineComment(str, ctx.indent, commentString(keyComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	if (keyCommentDone) keyComment = null;
	if (explicitKey) {
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment));
		str = `? ${str}\n${indent}:`;
	} else {
		str = `${str}:`;
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment));
	}
	let vsb, vcb, valueComment;
	if (isNode(value)) {
		vsb = !!value.spaceBefore;
		vcb = value.commentBefore;
		valueComment = value.comment;
	} else {
		vsb = false;
		vcb = null;
		valueComment = null;
		if (value && typeof value === "object") value = doc.createNode(value);
	}
	ctx.implicitKey = false;
	if (!explicitKey && !keyComment && isScalar(value)) ctx.indentAtStart = str.length + 1;
	chompKeep = false;
	if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
	let valueCommentDone = false;
	const valueStr = stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
	let ws = " ";
	if (keyComment || vsb || vcb) {
		ws = vsb ? "\n" : "";
		if (vcb) {
			const cs = commentString(vcb);
			ws += `\n${indentComment(cs, ctx.indent)}`;
		}
		if (valueStr === "" && !ctx.inFlow) {
			if (ws === "\n" && valueComment) ws = "\n\n";
		} else ws += `\n${ctx.indent}`;
	} else if (!explicitKey && isCollection(value)) {
		const vs0 = valueStr[0];
		const nl0 = valueStr.indexOf("\n");
		const hasNewline = nl0 !== -1;
		const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
		if (hasNewline || !flow) {
			let hasPropsLine = false;
			if (hasNewline && (vs0 === "&" || vs0 === "!")) {
				let sp0 = valueStr.indexOf(" ");
				if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
				if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
			}
			if (!hasPropsLine) ws = `\n${ctx.indent}`;
		}
	} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
	str += ws + valueStr;
	if (ctx.inFlow) {
		if (valueCommentDone && onComment) onComment();
	} else if (valueComment && !valueCommentDone) str += lineComment(str, ctx.indent, commentString(valueComment));
	else if (chompKeep && onChompKeep) onChompKeep();
	return str;
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
	if (logLevel === "debug" || logLevel === "warn") console.warn(warning);
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
const MERGE_KEY = "<<";
const merge = {
	identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
	default: "key",
	tag: "tag:yaml.org,2002:merge",
	test: /^<<$/,
	resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
	stringify: () => MERGE_KEY
};
const isMergeKey$1 = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
	else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
	else mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (!isMap(source)) throw new Error("Merge sources must be maps or map aliases");
	const srcMap = source.toJSON(null, ctx, Map);
	for (const [key, value] of srcMap) if (map instanceof Map) {
		if (!map.has(key)) map.set(key, value);
	} else if (map instanceof Set) map.add(key);
	else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	return map;
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map, { key, value }) {
	if (isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
	else if (isMergeKey$1(ctx, key)) addMergeToJSMap(ctx, map, value);
	else {
		const jsKey = toJS(key, "", ctx);
		if (map instanceof Map) map.set(jsKey, toJS(value, jsKey, ctx));
		else if (map instanceof Set) map.add(jsKey);
		else {
			const stringKey = stringifyKey(key, jsKey, ctx);
			const jsValue = toJS(value, stringKey, ctx);
			if (stringKey in map) Object.defineProperty(map, stringKey, {
				value: jsValue,
				writable: true,
				enumerable: true,
				configurable: true
			});
			else map[stringKey] = jsValue;
		}
	}
	return map;
}
function stringifyKey(key, jsKey, ctx) {
	if (jsKey === null) return "";
	if (typeof jsKey !== "object") return String(jsKey);
	if (isNode(key) && ctx?.doc) {
		const strCtx = createStringifyContext(ctx.doc, {});
		strCtx.anchors = /* @__PURE__ */ new Set();
		for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
		strCtx.inFlow = true;
		strCtx.inStringifyKey = true;
		const strKey = key.toString(strCtx);
		if (!ctx.mapKeyWarned) {
			let jsonStr = JSON.stringify(strKey);
			if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
			warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
			ctx.mapKeyWarned = true;
		}
		return strKey;
	}
	return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
	const k = createNode(key, void 0, ctx);
	const v = createNode(value, void 0, ctx);
	return new Pair(k, v);
}
var Pair = class Pair {
	constructor(key, value = null) {
		Object.defineProperty(this, NODE_TYPE, { value: PAIR });
		this.key = key;
		this.value = value;
	}
	clone(schema) {
		let { key, value } = this;
		if (isNode(key)) key = key.clone(schema);
		if (isNode(value)) value = value.clone(schema);
		return new Pair(key, value);
	}
	toJSON(_, ctx) {
		const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		return addPairToJSMap(ctx, pair, this);
	}
	toString(ctx, onComment, onChompKeep) {
		return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
	return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
	const { indent, options: { commentString } } = ctx;
	const itemCtx = Object.assign({}, ctx, {
		indent: itemIndent,
		type: null
	});
	let chompKeep = false;
	const lines = [];
	for (let i = 0; i < items.length; ++i) {
		const item = items[i];
		let comment = null;
		if (isNode(item)) {
			if (!chompKeep && item.spaceBefore) lines.push("");
			addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
			if (item.comment) comment = item.comment;
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null;
			if (ik) {
				if (!chompKeep && ik.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
			}
		}
		chompKeep = false;
		let str = stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
		if (comment) str += lineComment(str, itemIndent, commentString(comment));
		if (chompKeep && comment) chompKeep = false;
		lines.push(blockItemPrefix + str);
	}
	let str;
	if (lines.length === 0) str = flowChars.start + flowChars.end;
	else {
		str = lines[0];
		for (let i = 1; i < lines.length; ++i) {
			const line = lines[i];
			str += line ? `\n${indent}${line}` : "\n";
		}
	}
	if (comment) {
		str += "\n" + indentComment(commentString(comment), indent);
		if (onComment) onComment();
	} else if (chompKeep && onChompKeep) onChompKeep();
	return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
	const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
	itemIndent += indentStep;
	const itemCtx = Object.assign({}, ctx, {
		indent: itemIndent,
		inFlow: true,
		type: null
	});
	let reqNewline = false;
	let linesAtValue = 0;
	const lines = [];
	for (let i = 0; i < items.length; ++i) {
		const item = items[i];
		let comment = null;
		if (isNode(item)) {
			if (item.spaceBefore) lines.push("");
			addCommentBefore(ctx, lines, item.commentBefore, false);
			if (item.comment) comment = item.comment;
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null;
			if (ik) {
				if (ik.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, ik.commentBefore, false);
				if (ik.comment) reqNewline = true;
			}
			const iv = isNode(item.value) ? item.value : null;
			if (iv) {
				if (iv.comment) comment = iv.comment;
				if (iv.commentBefore) reqNewline = true;
			} else if (item.value == null && ik?.comment) comment = ik.comment;
		}
		if (comment) reqNewline = true;
		let str = stringify(item, itemCtx, () => comment = null);
		reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
		if (i < items.length - 1) str += ",";
		else if (ctx.options.trailingComma) {
			if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
			if (reqNewline) str += ",";
		}
		if (comment) str += lineComment(str, itemIndent, commentString(comment));
		lines.push(str);
		linesAtValue = lines.length;
	}
	const { start, end } = flowChars;
	if (lines.length === 0) return start + end;
	else {
		if (!reqNewline) {
			const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
			reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
		}
		if (reqNewline) {
			let str = start;
			for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
			return `${str}\n${indent}${end}`;
		} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
	}
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
	if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
	if (comment) {
		const ic = indentComment(commentString(comment), indent);
		lines.push(ic.trimStart());
	}
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
	const k = isScalar(key) ? key.value : key;
	for (const it of items) if (isPair(it)) {
		if (it.key === key || it.key === k) return it;
		if (isScalar(it.key) && it.key.value === k) return it;
	}
}
var YAMLMap = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:map";
	}
	constructor(schema) {
		super(MAP, schema);
		this.items = [];
	}
	/**
	* A generic collection parsing method that can be extended
	* to other node classes that inherit from YAMLMap
	*/
	static from(schema, obj, ctx) {
		const { keepUndefined, replacer } = ctx;
		const map = new this(schema);
		const add = (key, value) => {
			if (typeof replacer === "function") value = replacer.call(obj, key, value);
			else if (Array.isArray(replacer) && !replacer.includes(key)) return;
			if (value !== void 0 || keepUndefined) map.items.push(createPair(key, value, ctx));
		};
		if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
		else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
		if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
		return map;
	}
	/**
	* Adds a value to the collection.
	*
	* @param overwrite - If not set `true`, using a key that is already in the
	*   collection will throw. Otherwise, overwrites the previous value.
	*/
	add(pair, overwrite) {
		let _pair;
		if (isPair(pair)) _pair = pair;
		else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair(pair, pair?.value);
		else _pair = new Pair(pair.key, pair.value);
		const prev = findPair(this.items, _pair.key);
		const sortEntries = this.schema?.sortMapEntries;
		if (prev) {
			if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
			if (isScalar(prev.value) && isScalarValue(_pair.value)) prev.value.value = _pair.value;
			else prev.value = _pair.value;
		} else if (sortEntries) {
			const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
			if (i === -1) this.items.push(_pair);
			else this.items.splice(i, 0, _pair);
		} else this.items.push(_pair);
	}
	delete(key) {
		const it = findPair(this.items, key);
		if (!it) return false;
		return this.items.splice(this.items.indexOf(it), 1).length > 0;
	}
	get(key, keepScalar) {
		const node = findPair(this.items, key)?.value;
		return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
	}
	has(key) {
		return !!findPair(this.items, key);
	}
	set(key, value) {
		this.add(new Pair(key, value), true);
	}
	/**
	* @param ctx - Conversion context, originally set in Document#toJS()
	* @param {Class} Type - If set, forces the returned collection type
	* @returns Instance of Type, Map, or Object
	*/
	toJSON(_, ctx, Type) {
		const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		if (ctx?.onCreate) ctx.onCreate(map);
		for (const item of this.items) addPairToJSMap(ctx, map, item);
		return map;
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		for (const item of this.items) if (!isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
		if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
		return stringifyCollection(this, ctx, {
			blockItemPrefix: "",
			flowChars: {
				start: "{",
				end: "}"
			},
			itemIndent: ctx.indent || "",
			onChompKeep,
			onComment
		});
	}
};

// node_modules/yaml/browser/dist/schema/common/map.js
const map = {
	collection: "map",
	default: true,
	nodeClass: YAMLMap,
	tag: "tag:yaml.org,2002:map",
	resolve(map, onError) {
		if (!isMap(map)) onError("Expected a mapping for this tag");
		return map;
	},
	createNode: (schema, obj, ctx) => YAMLMap.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:seq";
	}
	constructor(schema) {
		super(SEQ, schema);
		this.items = [];
	}
	add(value) {
		this.items.push(value);
	}
	/**
	* Removes a value from the collection.
	*
	* `key` must contain a representation of an integer for this to succeed.
	* It may be wrapped in a `Scalar`.
	*
	* @returns `true` if the item was found and removed.
	*/
	delete(key) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") return false;
		return this.items.splice(idx, 1).length > 0;
	}
	get(key, keepScalar) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") return void 0;
		const it = this.items[idx];
		return !keepScalar && isScalar(it) ? it.value : it;
	}
	/**
	* Checks if the collection includes a value with the key `key`.
	*
	* `key` must contain a representation of an integer for this to succeed.
	* It may be wrapped in a `Scalar`.
	*/
	has(key) {
		const idx = asItemIndex(key);
		return typeof idx === "number" && idx < this.items.length;
	}
	/**
	* Sets a value in this collection. For `!!set`, `value` needs to be a
	* boolean to add/remove the item from the set.
	*
	* If `key` does not contain a representation of an integer, this will throw.
	* It may be wrapped in a `Scalar`.
	*/
	set(key, value) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
		const prev = this.items[idx];
		if (isScalar(prev) && isScalarValue(value)) prev.value = value;
		else this.items[idx] = value;
	}
	toJSON(_, ctx) {
		const seq = [];
		if (ctx?.onCreate) ctx.onCreate(seq);
		let i = 0;
		for (const item of this.items) seq.push(toJS(item, String(i++), ctx));
		return seq;
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		return stringifyCollection(this, ctx, {
			blockItemPrefix: "- ",
			flowChars: {
				start: "[",
				end: "]"
			},
			itemIndent: (ctx.indent || "") + "  ",
			onChompKeep,
			onComment
		});
	}
	static from(schema, obj, ctx) {
		const { replacer } = ctx;
		const seq = new this(schema);
		if (obj && Symbol.iterator in Object(obj)) {
			let i = 0;
			for (let it of obj) {
				if (typeof replacer === "function") {
					const key = obj instanceof Set ? it : String(i++);
					it = replacer.call(obj, key, it);
				}
				seq.items.push(createNode(it, void 0, ctx));
			}
		}
		return seq;
	}
};
function asItemIndex(key) {
	let idx = isScalar(key) ? key.value : key;
	if (idx && typeof idx === "string") idx = Number(idx);
	return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
const seq = {
	collection: "seq",
	default: true,
	nodeClass: YAMLSeq,
	tag: "tag:yaml.org,2002:seq",
	resolve(seq, onError) {
		if (!isSeq(seq)) onError("Expected a sequence for this tag");
		return seq;
	},
	createNode: (schema, obj, ctx) => YAMLSeq.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
const string = {
	identify: (value) => typeof value === "string",
	default: true,
	tag: "tag:yaml.org,2002:str",
	resolve: (str) => str,
	stringify(item, ctx, onComment, onChompKeep) {
		ctx = Object.assign({ actualString: true }, ctx);
		return stringifyString(item, ctx, onComment, onChompKeep);
	}
};

// node_modules/yaml/browser/dist/schema/common/null.js
const nullTag = {
	identify: (value) => value == null,
	createNode: () => new Scalar(null),
	default: true,
	tag: "tag:yaml.org,2002:null",
	test: /^(?:~|[Nn]ull|NULL)?$/,
	resolve: () => new Scalar(null),
	stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
const boolTag = {
	identify: (value) => typeof value === "boolean",
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
	resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
	stringify({ source, value }, ctx) {
		if (source && boolTag.test.test(source)) {
			if (value === (source[0] === "t" || source[0] === "T")) return source;
		}
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format, minFractionDigits, tag, value }) {
	if (typeof value === "bigint") return String(value);
	const num = typeof value === "number" ? value : Number(value);
	if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
	let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
	if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
		let i = n.indexOf(".");
		if (i < 0) {
			i = n.length;
			n += ".";
		}
		let d = minFractionDigits - (n.length - i - 1);
		while (d-- > 0) n += "0";
	}
	return n;
}

// node_modules/yaml/browser/dist/schema/core/float.js
const floatNaN$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber
};
const floatExp$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : stringifyNumber(node);
	}
};
const float$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str));
		const dot = str.indexOf(".");
		if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
		return node;
	},
	stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/core/int.js
const intIdentify$2 = (value) => typeof value === "bigint" || Number.isInteger(value);
const intResolve$1 = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify$1(node, radix, prefix) {
	const { value } = node;
	if (intIdentify$2(value) && value >= 0) return prefix + value.toString(radix);
	return stringifyNumber(node);
}
const intOct$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^0o[0-7]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 8, opt),
	stringify: (node) => intStringify$1(node, 8, "0o")
};
const int$1 = {
	identify: intIdentify$2,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 0, 10, opt),
	stringify: stringifyNumber
};
const intHex$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^0x[0-9a-fA-F]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 16, opt),
	stringify: (node) => intStringify$1(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
const schema$2 = [
	map,
	seq,
	string,
	nullTag,
	boolTag,
	intOct$1,
	int$1,
	intHex$1,
	floatNaN$1,
	floatExp$1,
	float$1
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify$1(value) {
	return typeof value === "bigint" || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
	{
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify: stringifyJSON
	},
	{
		identify: (value) => value == null,
		createNode: () => new Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^null$/,
		resolve: () => null,
		stringify: stringifyJSON
	},
	{
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^true$|^false$/,
		resolve: (str) => str === "true",
		stringify: stringifyJSON
	},
	{
		identify: intIdentify$1,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^-?(?:0|[1-9][0-9]*)$/,
		resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
		stringify: ({ value }) => intIdentify$1(value) ? value.toString() : JSON.stringify(value)
	},
	{
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
		resolve: (str) => parseFloat(str),
		stringify: stringifyJSON
	}
];
const schema$1 = [map, seq].concat(jsonScalars, {
	default: true,
	tag: "",
	test: /^/,
	resolve(str, onError) {
		onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
		return str;
	}
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
const binary = {
	identify: (value) => value instanceof Uint8Array,
	default: false,
	tag: "tag:yaml.org,2002:binary",
	/**
	* Returns a Buffer in node and an Uint8Array in browsers
	*
	* To use the resulting buffer as an image, you'll want to do something like:
	*
	*   const blob = new Blob([buffer], { type: 'image/jpeg' })
	*   document.querySelector('#photo').src = URL.createObjectURL(blob)
	*/
	resolve(src, onError) {
		if (typeof atob === "function") {
			const str = atob(src.replace(/[\n\r]/g, ""));
			const buffer = new Uint8Array(str.length);
			for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
			return buffer;
		} else {
			onError("This environment does not support reading binary tags; either Buffer or atob is required");
			return src;
		}
	},
	stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
		if (!value) return "";
		const buf = value;
		let str;
		if (typeof btoa === "function") {
			let s = "";
			for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
			str = btoa(s);
		} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
		type ?? (type = Scalar.BLOCK_LITERAL);
		if (type !== Scalar.QUOTE_DOUBLE) {
			const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
			const n = Math.ceil(str.length / lineWidth);
			const lines = new Array(n);
			for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
			str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
		}
		return stringifyString({
			comment,
			type,
			value: str
		}, ctx, onComment, onChompKeep);
	}
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq, onError) {
	if (isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
		let item = seq.items[i];
		if (isPair(item)) continue;
		else if (isMap(item)) {
			if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
			const pair = item.items[0] || new Pair(new Scalar(null));
			if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
			if (item.comment) {
				const cn = pair.value ?? pair.key;
				cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
			}
			item = pair;
		}
		seq.items[i] = isPair(item) ? item : new Pair(item);
	}
	else onError("Expected a sequence for this tag");
	return seq;
}
function createPairs(schema, iterable, ctx) {
	const { replacer } = ctx;
	const pairs = new YAMLSeq(schema);
	pairs.tag = "tag:yaml.org,2002:pairs";
	let i = 0;
	if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
		if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
		let key, value;
		if (Array.isArray(it)) {
			if (it.length === 2) {
				key = it[0];
				value = it[1];
			} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
		} else if (it && it instanceof Object) {
			const keys = Object.keys(it);
			if (keys.length === 1) {
				key = keys[0];
				value = it[key];
			} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
		} else key = it;
		pairs.items.push(createPair(key, value, ctx));
	}
	return pairs;
}
const pairs = {
	collection: "seq",
	default: false,
	tag: "tag:yaml.org,2002:pairs",
	resolve: resolvePairs,
	createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class YAMLOMap extends YAMLSeq {
	constructor() {
		super();
		this.add = YAMLMap.prototype.add.bind(this);
		this.delete = YAMLMap.prototype.delete.bind(this);
		this.get = YAMLMap.prototype.get.bind(this);
		this.has = YAMLMap.prototype.has.bind(this);
		this.set = YAMLMap.prototype.set.bind(this);
		this.tag = YAMLOMap.tag;
	}
	/**
	* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
	* but TypeScript won't allow widening the signature of a child method.
	*/
	toJSON(_, ctx) {
		if (!ctx) return super.toJSON(_);
		const map = /* @__PURE__ */ new Map();
		if (ctx?.onCreate) ctx.onCreate(map);
		for (const pair of this.items) {
			let key, value;
			if (isPair(pair)) {
				key = toJS(pair.key, "", ctx);
				value = toJS(pair.value, key, ctx);
			} else key = toJS(pair, "", ctx);
			if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
			map.set(key, value);
		}
		return map;
	}
	static from(schema, iterable, ctx) {
		const pairs = createPairs(schema, iterable, ctx);
		const omap = new this();
		omap.items = pairs.items;
		return omap;
	}
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
const omap = {
	collection: "seq",
	identify: (value) => value instanceof Map,
	nodeClass: YAMLOMap,
	default: false,
	tag: "tag:yaml.org,2002:omap",
	resolve(seq, onError) {
		const pairs = resolvePairs(seq, onError);
		const seenKeys = [];
		for (const { key } of pairs.items) if (isScalar(key)) {
			if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
			else seenKeys.push(key.value);
		}
		return Object.assign(new YAMLOMap(), pairs);
	},
	createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
	if (source && (value ? trueTag : falseTag).test.test(source)) return source;
	return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
	identify: (value) => value === true,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
	resolve: () => new Scalar(true),
	stringify: boolStringify
};
const falseTag = {
	identify: (value) => value === false,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
	resolve: () => new Scalar(false),
	stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
const floatNaN = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber
};
const floatExp = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str.replace(/_/g, "")),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : stringifyNumber(node);
	}
};
const float = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str.replace(/_/g, "")));
		const dot = str.indexOf(".");
		if (dot !== -1) {
			const f = str.substring(dot + 1).replace(/_/g, "");
			if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
		}
		return node;
	},
	stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
	const sign = str[0];
	if (sign === "-" || sign === "+") offset += 1;
	str = str.substring(offset).replace(/_/g, "");
	if (intAsBigInt) {
		switch (radix) {
			case 2:
				str = `0b${str}`;
				break;
			case 8:
				str = `0o${str}`;
				break;
			case 16: str = `0x${str}`;
		}
		const n = BigInt(str);
		return sign === "-" ? BigInt(-1) * n : n;
	}
	const n = parseInt(str, radix);
	return sign === "-" ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
	const { value } = node;
	if (intIdentify(value)) {
		const str = value.toString(radix);
		return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
	}
	return stringifyNumber(node);
}
const intBin = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "BIN",
	test: /^[-+]?0b[0-1_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
	stringify: (node) => intStringify(node, 2, "0b")
};
const intOct = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^[-+]?0[0-7_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
	stringify: (node) => intStringify(node, 8, "0")
};
const int = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9][0-9_]*$/,
	resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
	stringify: stringifyNumber
};
const intHex = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^[-+]?0x[0-9a-fA-F_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
	stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class YAMLSet extends YAMLMap {
	constructor(schema) {
		super(schema);
		this.tag = YAMLSet.tag;
	}
	add(key) {
		let pair;
		if (isPair(key)) pair = key;
		else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair(key.key, null);
		else pair = new Pair(key, null);
		if (!findPair(this.items, pair.key)) this.items.push(pair);
	}
	/**
	* If `keepPair` is `true`, returns the Pair matching `key`.
	* Otherwise, returns the value of that Pair's key.
	*/
	get(key, keepPair) {
		const pair = findPair(this.items, key);
		return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
	}
	set(key, value) {
		if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
		const prev = findPair(this.items, key);
		if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
		else if (!prev && value) this.items.push(new Pair(key));
	}
	toJSON(_, ctx) {
		return super.toJSON(_, ctx, Set);
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
		else throw new Error("Set items must all have null values");
	}
	static from(schema, iterable, ctx) {
		const { replacer } = ctx;
		const set = new this(schema);
		if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
			if (typeof replacer === "function") value = replacer.call(iterable, value, value);
			set.items.push(createPair(value, null, ctx));
		}
		return set;
	}
};
YAMLSet.tag = "tag:yaml.org,2002:set";
const set = {
	collection: "map",
	identify: (value) => value instanceof Set,
	nodeClass: YAMLSet,
	default: false,
	tag: "tag:yaml.org,2002:set",
	createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
	resolve(map, onError) {
		if (isMap(map)) {
			if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
			else onError("Set items must all have null values");
		} else onError("Expected a mapping for this tag");
		return map;
	}
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
	const sign = str[0];
	const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
	const num = (n) => asBigInt ? BigInt(n) : Number(n);
	const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
	return sign === "-" ? num(-1) * res : res;
}
/**
* hhhh:mm:ss.sss
*
* Internal types handle bigint as number, because TS can't figure it out.
*/
function stringifySexagesimal(node) {
	let { value } = node;
	let num = (n) => n;
	if (typeof value === "bigint") num = (n) => BigInt(n);
	else if (isNaN(value) || !isFinite(value)) return stringifyNumber(node);
	let sign = "";
	if (value < 0) {
		sign = "-";
		value *= num(-1);
	}
	const _60 = num(60);
	const parts = [value % _60];
	if (value < 60) parts.unshift(0);
	else {
		value = (value - parts[0]) / _60;
		parts.unshift(value % _60);
		if (value >= 60) {
			value = (value - parts[0]) / _60;
			parts.unshift(value);
		}
	}
	return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
const intTime = {
	identify: (value) => typeof value === "bigint" || Number.isInteger(value),
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
	resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
	stringify: stringifySexagesimal
};
const floatTime = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
	resolve: (str) => parseSexagesimal(str, false),
	stringify: stringifySexagesimal
};
const timestamp = {
	identify: (value) => value instanceof Date,
	default: true,
	tag: "tag:yaml.org,2002:timestamp",
	test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
	resolve(str) {
		const match = str.match(timestamp.test);
		if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
		const [, year, month, day, hour, minute, second] = match.map(Number);
		const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
		let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
		const tz = match[8];
		if (tz && tz !== "Z") {
			let d = parseSexagesimal(tz, false);
			if (Math.abs(d) < 30) d *= 60;
			date -= 6e4 * d;
		}
		return new Date(date);
	},
	stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
const schema = [
	map,
	seq,
	string,
	nullTag,
	trueTag,
	falseTag,
	intBin,
	intOct,
	int,
	intHex,
	floatNaN,
	floatExp,
	float,
	binary,
	merge,
	omap,
	pairs,
	set,
	intTime,
	floatTime,
	timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
const schemas = /* @__PURE__ */ new Map([
	["core", schema$2],
	["failsafe", [
		map,
		seq,
		string
	]],
	["json", schema$1],
	["yaml11", schema],
	["yaml-1.1", schema]
]);
const tagsByName = {
	binary,
	bool: boolTag,
	float: float$1,
	floatExp: floatExp$1,
	floatNaN: floatNaN$1,
	floatTime,
	int: int$1,
	intHex: intHex$1,
	intOct: intOct$1,
	intTime,
	map,
	merge,
	null: nullTag,
	omap,
	pairs,
	seq,
	set,
	timestamp
};
const coreKnownTags = {
	"tag:yaml.org,2002:binary": binary,
	"tag:yaml.org,2002:merge": merge,
	"tag:yaml.org,2002:omap": omap,
	"tag:yaml.org,2002:pairs": pairs,
	"tag:yaml.org,2002:set": set,
	"tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName);
	if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
	let tags = schemaTags;
	if (!tags) {
		if (Array.isArray(customTags)) tags = [];
		else {
			const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
		}
	}
	if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
	else if (typeof customTags === "function") tags = customTags(tags.slice());
	if (addMergeTag) tags = tags.concat(merge);
	return tags.reduce((tags, tag) => {
		const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
		if (!tagObj) {
			const tagName = JSON.stringify(tag);
			const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
		}
		if (!tags.includes(tagObj)) tags.push(tagObj);
		return tags;
	}, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
var Schema = class Schema {
	constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
		this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
		this.name = typeof schema === "string" && schema || "core";
		this.knownTags = resolveKnownTags ? coreKnownTags : {};
		this.tags = getTags(customTags, this.name, merge);
		this.toStringOptions = toStringDefaults ?? null;
		Object.defineProperty(this, MAP, { value: map });
		Object.defineProperty(this, SCALAR$1, { value: string });
		Object.defineProperty(this, SEQ, { value: seq });
		this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
	}
	clone() {
		const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
		copy.tags = this.tags.slice();
		return copy;
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
	const lines = [];
	let hasDirectives = options.directives === true;
	if (options.directives !== false && doc.directives) {
		const dir = doc.directives.toString(doc);
		if (dir) {
			lines.push(dir);
			hasDirectives = true;
		} else if (doc.directives.docStart) hasDirectives = true;
	}
	if (hasDirectives) lines.push("---");
	const ctx = createStringifyContext(doc, options);
	const { commentString } = ctx.options;
	if (doc.commentBefore) {
		if (lines.length !== 1) lines.unshift("");
		const cs = commentString(doc.commentBefore);
		lines.unshift(indentComment(cs, ""));
	}
	let chompKeep = false;
	let contentComment = null;
	if (doc.contents) {
		if (isNode(doc.contents)) {
			if (doc.contents.spaceBefore && hasDirectives) lines.push("");
			if (doc.contents.commentBefore) {
				const cs = commentString(doc.contents.commentBefore);
				lines.push(indentComment(cs, ""));
			}
			ctx.forceBlockIndent = !!doc.comment;
			contentComment = doc.contents.comment;
		}
		const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
		let body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
		if (contentComment) body += lineComment(body, "", commentString(contentComment));
		if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
		else lines.push(body);
	} else lines.push(stringify(doc.contents, ctx));
	if (doc.directives?.docEnd) {
		if (doc.comment) {
			const cs = commentString(doc.comment);
			if (cs.includes("\n")) {
				lines.push("...");
				lines.push(indentComment(cs, ""));
			} else lines.push(`... ${cs}`);
		} else lines.push("...");
	} else {
		let dc = doc.comment;
		if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
		if (dc) {
			if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
			lines.push(indentComment(commentString(dc), ""));
		}
	}
	return lines.join("\n") + "\n";
}

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class Document {
	constructor(value, replacer, options) {
		/** A comment before this Document */
		this.commentBefore = null;
		/** A comment immediately after this Document */
		this.comment = null;
		/** Errors encountered during parsing. */
		this.errors = [];
		/** Warnings encountered during parsing. */
		this.warnings = [];
		Object.defineProperty(this, NODE_TYPE, { value: DOC });
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) {
			options = replacer;
			replacer = void 0;
		}
		const opt = Object.assign({
			intAsBigInt: false,
			keepSourceTokens: false,
			logLevel: "warn",
			prettyErrors: true,
			strict: true,
			stringKeys: false,
			uniqueKeys: true,
			version: "1.2"
		}, options);
		this.options = opt;
		let { version } = opt;
		if (options?._directives) {
			this.directives = options._directives.atDocument();
			if (this.directives.yaml.explicit) version = this.directives.yaml.version;
		} else this.directives = new Directives({ version });
		this.setSchema(version, options);
		this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
	}
	/**
	* Create a deep copy of this Document and its contents.
	*
	* Custom Node values that inherit from `Object` still refer to their original instances.
	*/
	clone() {
		const copy = Object.create(Document.prototype, { [NODE_TYPE]: { value: DOC } });
		copy.commentBefore = this.commentBefore;
		copy.comment = this.comment;
		copy.errors = this.errors.slice();
		copy.warnings = this.warnings.slice();
		copy.options = Object.assign({}, this.options);
		if (this.directives) copy.directives = this.directives.clone();
		copy.schema = this.schema.clone();
		copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	/** Adds a value to the document. */
	add(value) {
		if (assertCollection(this.contents)) this.contents.add(value);
	}
	/** Adds a value to the document. */
	addIn(path, value) {
		if (assertCollection(this.contents)) this.contents.addIn(path, value);
	}
	/**
	* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
	*
	* If `node` already has an anchor, `name` is ignored.
	* Otherwise, the `node.anchor` value will be set to `name`,
	* or if an anchor with that name is already present in the document,
	* `name` will be used as a prefix for a new unique anchor.
	* If `name` is undefined, the generated anchor will use 'a' as a prefix.
	*/
	createAlias(node, name) {
		if (!node.anchor) {
			const prev = anchorNames(this);
			node.anchor = !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
		}
		return new Alias(node.anchor);
	}
	createNode(value, replacer, options) {
		let _replacer = void 0;
		if (typeof replacer === "function") {
			value = replacer.call({ "": value }, "", value);
			_replacer = replacer;
		} else if (Array.isArray(replacer)) {
			const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
			const asStr = replacer.filter(keyToStr).map(String);
			if (asStr.length > 0) replacer = replacer.concat(asStr);
			_replacer = replacer;
		} else if (options === void 0 && replacer) {
			options = replacer;
			replacer = void 0;
		}
		const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
		const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(this, anchorPrefix || "a");
		const ctx = {
			aliasDuplicateObjects: aliasDuplicateObjects ?? true,
			keepUndefined: keepUndefined ?? false,
			onAnchor,
			onTagObj,
			replacer: _replacer,
			schema: this.schema,
			sourceObjects
		};
		const node = createNode(value, tag, ctx);
		if (flow && isCollection(node)) node.flow = true;
		setAnchors();
		return node;
	}
	/**
	* Convert a key and a value into a `Pair` using the current schema,
	* recursively wrapping all values as `Scalar` or `Collection` nodes.
	*/
	createPair(key, value, options = {}) {
		const k = this.createNode(key, null, options);
		const v = this.createNode(value, null, options);
		return new Pair(k, v);
	}
	/**
	* Removes a value from the document.
	* @returns `true` if the item was found and removed.
	*/
	delete(key) {
		return assertCollection(this.contents) ? this.contents.delete(key) : false;
	}
	/**
	* Removes a value from the document.
	* @returns `true` if the item was found and removed.
	*/
	deleteIn(path) {
		if (isEmptyPath(path)) {
			if (this.contents == null) return false;
			this.contents = null;
			return true;
		}
		return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
	}
	/**
	* Returns item at `key`, or `undefined` if not found. By default unwraps
	* scalar values from their surrounding node; to disable set `keepScalar` to
	* `true` (collections are always returned intact).
	*/
	get(key, keepScalar) {
		return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
	}
	/**
	* Returns item at `path`, or `undefined` if not found. By default unwraps
	* scalar values from their surrounding node; to disable set `keepScalar` to
	* `true` (collections are always returned intact).
	*/
	getIn(path, keepScalar) {
		if (isEmptyPath(path)) return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
		return isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
	}
	/**
	* Checks if the document includes a value with the key `key`.
	*/
	has(key) {
		return isCollection(this.contents) ? this.contents.has(key) : false;
	}
	/**
	* Checks if the document includes a value at `path`.
	*/
	hasIn(path) {
		if (isEmptyPath(path)) return this.contents !== void 0;
		return isCollection(this.contents) ? this.contents.hasIn(path) : false;
	}
	/**
	* Sets a value in this document. For `!!set`, `value` needs to be a
	* boolean to add/remove the item from the set.
	*/
	set(key, value) {
		if (this.contents == null) this.contents = collectionFromPath(this.schema, [key], value);
		else if (assertCollection(this.contents)) this.contents.set(key, value);
	}
	/**
	* Sets a value in this document. For `!!set`, `value` needs to be a
	* boolean to add/remove the item from the set.
	*/
	setIn(path, value) {
		if (isEmptyPath(path)) this.contents = value;
		else if (this.contents == null) this.contents = collectionFromPath(this.schema, Array.from(path), value);
		else if (assertCollection(this.contents)) this.contents.setIn(path, value);
	}
	/**
	* Change the YAML version and schema used by the document.
	* A `null` version disables support for directives, explicit tags, anchors, and aliases.
	* It also requires the `schema` option to be given as a `Schema` instance value.
	*
	* Overrides all previously set schema options.
	*/
	setSchema(version, options = {}) {
		if (typeof version === "number") version = String(version);
		let opt;
		switch (version) {
			case "1.1":
				if (this.directives) this.directives.yaml.version = "1.1";
				else this.directives = new Directives({ version: "1.1" });
				opt = {
					resolveKnownTags: false,
					schema: "yaml-1.1"
				};
				break;
			case "1.2":
			case "next":
				if (this.directives) this.directives.yaml.version = version;
				else this.directives = new Directives({ version });
				opt = {
					resolveKnownTags: true,
					schema: "core"
				};
				break;
			case null:
				if (this.directives) delete this.directives;
				opt = null;
				break;
			default: {
				const sv = JSON.stringify(version);
				throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
			}
		}
		if (options.schema instanceof Object) this.schema = options.schema;
		else if (opt) this.schema = new Schema(Object.assign(opt, options));
		else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
	}
	toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		const ctx = {
			anchors: /* @__PURE__ */ new Map(),
			doc: this,
			keep: !json,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
		};
		const res = toJS(this.contents, jsonArg ?? "", ctx);
		if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
		return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
	}
	/**
	* A JSON representation of the document `contents`.
	*
	* @param jsonArg Used by `JSON.stringify` to indicate the array index or
	*   property name.
	*/
	toJSON(jsonArg, onAnchor) {
		return this.toJS({
			json: true,
			jsonArg,
			mapAsMap: false,
			onAnchor
		});
	}
	/** A YAML representation of the document. */
	toString(options = {}) {
		if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
		if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
			const s = JSON.stringify(options.indent);
			throw new Error(`"indent" option must be a positive integer, not ${s}`);
		}
		return stringifyDocument(this, options);
	}
};
function assertCollection(contents) {
	if (isCollection(contents)) return true;
	throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
	constructor(name, pos, code, message) {
		super();
		this.name = name;
		this.code = code;
		this.message = message;
		this.pos = pos;
	}
};
var YAMLParseError = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLParseError", pos, code, message);
	}
};
var YAMLWarning = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLWarning", pos, code, message);
	}
};
const prettifyError = (src, lc) => (error) => {
	if (error.pos[0] === -1) return;
	error.linePos = error.pos.map((pos) => lc.linePos(pos));
	const { line, col } = error.linePos[0];
	error.message += ` at line ${line}, column ${col}`;
	let ci = col - 1;
	let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
	if (ci >= 60 && lineStr.length > 80) {
		const trimStart = Math.min(ci - 39, lineStr.length - 79);
		lineStr = "…" + lineStr.substring(trimStart);
		ci -= trimStart - 1;
	}
	if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
	if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
		let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
		if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
		lineStr = prev + lineStr;
	}
	if (/[^ ]/.test(lineStr)) {
		let count = 1;
		const end = error.linePos[1];
		if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
		const pointer = " ".repeat(ci) + "^".repeat(count);
		error.message += `:\n\n${lineStr}\n${pointer}\n`;
	}
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
	let spaceBefore = false;
	let atNewline = startOnNewline;
	let hasSpace = startOnNewline;
	let comment = "";
	let commentSep = "";
	let hasNewline = false;
	let reqSpace = false;
	let tab = null;
	let anchor = null;
	let tag = null;
	let newlineAfterProp = null;
	let comma = null;
	let found = null;
	let start = null;
	for (const token of tokens) {
		if (reqSpace) {
			if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
			reqSpace = false;
		}
		if (tab) {
			if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
			tab = null;
		}
		switch (token.type) {
			case "space":
				if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
				hasSpace = true;
				break;
			case "comment": {
				if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				const cb = token.source.substring(1) || " ";
				if (!comment) comment = cb;
				else comment += commentSep + cb;
				commentSep = "";
				atNewline = false;
				break;
			}
			case "newline":
				if (atNewline) {
					if (comment) comment += token.source;
					else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
				} else commentSep += token.source;
				atNewline = true;
				hasNewline = true;
				if (anchor || tag) newlineAfterProp = token;
				hasSpace = true;
				break;
			case "anchor":
				if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
				if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
				anchor = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case "tag":
				if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
				tag = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case indicator:
				if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
				if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
				found = token;
				atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
				hasSpace = false;
				break;
			case "comma": if (flow) {
				if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
				comma = token;
				atNewline = false;
				hasSpace = false;
				break;
			}
			default:
				onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
				atNewline = false;
				hasSpace = false;
		}
	}
	const last = tokens[tokens.length - 1];
	const end = last ? last.offset + last.source.length : offset;
	if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
	if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
	return {
		comma,
		found,
		spaceBefore,
		comment,
		hasNewline,
		anchor,
		tag,
		newlineAfterProp,
		end,
		start: start ?? end
	};
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
	if (!key) return null;
	switch (key.type) {
		case "alias":
		case "scalar":
		case "double-quoted-scalar":
		case "single-quoted-scalar":
			if (key.source.includes("\n")) return true;
			if (key.end) {
				for (const st of key.end) if (st.type === "newline") return true;
			}
			return false;
		case "flow-collection":
			for (const it of key.items) {
				for (const st of it.start) if (st.type === "newline") return true;
				if (it.sep) {
					for (const st of it.sep) if (st.type === "newline") return true;
				}
				if (containsNewline(it.key) || containsNewline(it.value)) return true;
			}
			return false;
		default: return true;
	}
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
	if (fc?.type === "flow-collection") {
		const end = fc.end[0];
		if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
	}
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
	const { uniqueKeys } = ctx.options;
	if (uniqueKeys === false) return false;
	const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
	return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
const startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
	const map = new ((tag?.nodeClass) ?? YAMLMap)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	let offset = bm.offset;
	let commentEnd = null;
	for (const collItem of bm.items) {
		const { start, key, sep, value } = collItem;
		const keyProps = resolveProps(start, {
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: bm.indent,
			startOnNewline: true
		});
		const implicitKey = !keyProps.found;
		if (implicitKey) {
			if (key) {
				if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
				else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			}
			if (!keyProps.anchor && !keyProps.tag && !sep) {
				commentEnd = keyProps.end;
				if (keyProps.comment) {
					if (map.comment) map.comment += "\n" + keyProps.comment;
					else map.comment = keyProps.comment;
				}
				continue;
			}
			if (keyProps.newlineAfterProp || containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
		} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
		ctx.atKey = true;
		const keyStart = keyProps.end;
		const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
		if (ctx.schema.compat) flowIndentCheck(bm.indent, key, onError);
		ctx.atKey = false;
		if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
		const valueProps = resolveProps(sep ?? [], {
			indicator: "map-value-ind",
			next: value,
			offset: keyNode.range[2],
			onError,
			parentIndent: bm.indent,
			startOnNewline: !key || key.type === "block-scalar"
		});
		offset = valueProps.end;
		if (valueProps.found) {
			if (implicitKey) {
				if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
				if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
			if (ctx.schema.compat) flowIndentCheck(bm.indent, value, onError);
			offset = valueNode.range[2];
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		} else {
			if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
			if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		}
	}
	if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
	map.range = [
		bm.offset,
		offset,
		commentEnd ?? offset
	];
	return map;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
	const seq = new ((tag?.nodeClass) ?? YAMLSeq)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = bs.offset;
	let commentEnd = null;
	for (const { start, value } of bs.items) {
		const props = resolveProps(start, {
			indicator: "seq-item-ind",
			next: value,
			offset,
			onError,
			parentIndent: bs.indent,
			startOnNewline: true
		});
		if (!props.found) {
			if (props.anchor || props.tag || value) {
				if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
				else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
			} else {
				commentEnd = props.end;
				if (props.comment) seq.comment = props.comment;
				continue;
			}
		}
		const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
		if (ctx.schema.compat) flowIndentCheck(bs.indent, value, onError);
		offset = node.range[2];
		seq.items.push(node);
	}
	seq.range = [
		bs.offset,
		offset,
		commentEnd ?? offset
	];
	return seq;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
	let comment = "";
	if (end) {
		let hasSpace = false;
		let sep = "";
		for (const token of end) {
			const { source, type } = token;
			switch (type) {
				case "space":
					hasSpace = true;
					break;
				case "comment": {
					if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += sep + cb;
					sep = "";
					break;
				}
				case "newline":
					if (comment) sep += source;
					hasSpace = true;
					break;
				default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
			}
			offset += source.length;
		}
	}
	return {
		comment,
		offset
	};
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
const blockMsg = "Block collections are not allowed within flow collections";
const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
	const isMap = fc.start.source === "{";
	const fcName = isMap ? "flow map" : "flow sequence";
	const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap : YAMLSeq))(ctx.schema);
	coll.flow = true;
	const atRoot = ctx.atRoot;
	if (atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = fc.offset + fc.start.source.length;
	for (let i = 0; i < fc.items.length; ++i) {
		const collItem = fc.items[i];
		const { start, key, sep, value } = collItem;
		const props = resolveProps(start, {
			flow: fcName,
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: fc.indent,
			startOnNewline: false
		});
		if (!props.found) {
			if (!props.anchor && !props.tag && !sep && !value) {
				if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
				else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
				if (props.comment) {
					if (coll.comment) coll.comment += "\n" + props.comment;
					else coll.comment = props.comment;
				}
				offset = props.end;
				continue;
			}
			if (!isMap && ctx.options.strict && containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
		}
		if (i === 0) {
			if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
		} else {
			if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
			if (props.comment) {
				let prevItemComment = "";
				loop: for (const st of start) switch (st.type) {
					case "comma":
					case "space": break;
					case "comment":
						prevItemComment = st.source.substring(1);
						break loop;
					default: break loop;
				}
				if (prevItemComment) {
					let prev = coll.items[coll.items.length - 1];
					if (isPair(prev)) prev = prev.value ?? prev.key;
					if (prev.comment) prev.comment += "\n" + prevItemComment;
					else prev.comment = prevItemComment;
					props.comment = props.comment.substring(prevItemComment.length + 1);
				}
			}
		}
		if (!isMap && !sep && !props.found) {
			const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
			coll.items.push(valueNode);
			offset = valueNode.range[2];
			if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
		} else {
			ctx.atKey = true;
			const keyStart = props.end;
			const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
			if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
			ctx.atKey = false;
			const valueProps = resolveProps(sep ?? [], {
				flow: fcName,
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (valueProps.found) {
				if (!isMap && !props.found && ctx.options.strict) {
					if (sep) for (const st of sep) {
						if (st === valueProps.found) break;
						if (st.type === "newline") {
							onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
							break;
						}
					}
					if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
				}
			} else if (value) {
				if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
				else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
			if (valueNode) {
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			if (isMap) {
				const map = coll;
				if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
				map.items.push(pair);
			} else {
				const map = new YAMLMap(ctx.schema);
				map.flow = true;
				map.items.push(pair);
				const endRange = (valueNode ?? keyNode).range;
				map.range = [
					keyNode.range[0],
					endRange[1],
					endRange[2]
				];
				coll.items.push(map);
			}
			offset = valueNode ? valueNode.range[2] : valueProps.end;
		}
	}
	const expectedEnd = isMap ? "}" : "]";
	const [ce, ...ee] = fc.end;
	let cePos = offset;
	if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
	else {
		const name = fcName[0].toUpperCase() + fcName.substring(1);
		const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
		onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
		if (ce && ce.source.length !== 1) ee.unshift(ce);
	}
	if (ee.length > 0) {
		const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
		if (end.comment) {
			if (coll.comment) coll.comment += "\n" + end.comment;
			else coll.comment = end.comment;
		}
		coll.range = [
			fc.offset,
			cePos,
			end.offset
		];
	} else coll.range = [
		fc.offset,
		cePos,
		cePos
	];
	return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN, ctx, token, onError, tagName, tag) {
	const coll = token.type === "block-map" ? resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection(CN, ctx, token, onError, tag);
	const Coll = coll.constructor;
	if (tagName === "!" || tagName === Coll.tagName) {
		coll.tag = Coll.tagName;
		return coll;
	}
	if (tagName) coll.tag = tagName;
	return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
	const tagToken = props.tag;
	const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
	if (token.type === "block-seq") {
		const { anchor, newlineAfterProp: nl } = props;
		const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
		if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
	}
	const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
	if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
	let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
	if (!tag) {
		const kt = ctx.schema.knownTags[tagName];
		if (kt?.collection === expType) {
			ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
			tag = kt;
		} else {
			if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
			else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
			return resolveCollection(CN, ctx, token, onError, tagName);
		}
	}
	const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
	const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
	const node = isNode(res) ? res : new Scalar(res);
	node.range = coll.range;
	node.tag = tagName;
	if (tag?.format) node.format = tag.format;
	return node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
	const start = scalar.offset;
	const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
	if (!header) return {
		value: "",
		type: null,
		comment: "",
		range: [
			start,
			start,
			start
		]
	};
	const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
	const lines = scalar.source ? splitLines(scalar.source) : [];
	let chompStart = lines.length;
	for (let i = lines.length - 1; i >= 0; --i) {
		const content = lines[i][1];
		if (content === "" || content === "\r") chompStart = i;
		else break;
	}
	if (chompStart === 0) {
		const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
		let end = start + header.length;
		if (scalar.source) end += scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	let trimIndent = scalar.indent + header.indent;
	let offset = scalar.offset + header.length;
	let contentStart = 0;
	for (let i = 0; i < chompStart; ++i) {
		const [indent, content] = lines[i];
		if (content === "" || content === "\r") {
			if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
		} else {
			if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
			if (header.indent === 0) trimIndent = indent.length;
			contentStart = i;
			if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
			break;
		}
		offset += indent.length + content.length + 1;
	}
	for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
	let value = "";
	let sep = "";
	let prevMoreIndented = false;
	for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
	for (let i = contentStart; i < chompStart; ++i) {
		let [indent, content] = lines[i];
		offset += indent.length + content.length + 1;
		const crlf = content[content.length - 1] === "\r";
		if (crlf) content = content.slice(0, -1);
		/* istanbul ignore if already caught in lexer */
		if (content && indent.length < trimIndent) {
			const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
			onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
			indent = "";
		}
		if (type === Scalar.BLOCK_LITERAL) {
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
		} else if (indent.length > trimIndent || content[0] === "	") {
			if (sep === " ") sep = "\n";
			else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
			prevMoreIndented = true;
		} else if (content === "") {
			if (sep === "\n") value += "\n";
			else sep = "\n";
		} else {
			value += sep + content;
			sep = " ";
			prevMoreIndented = false;
		}
	}
	switch (header.chomp) {
		case "-": break;
		case "+":
			for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
			if (value[value.length - 1] !== "\n") value += "\n";
			break;
		default: value += "\n";
	}
	const end = start + header.length + scalar.source.length;
	return {
		value,
		type,
		comment: header.comment,
		range: [
			start,
			end,
			end
		]
	};
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
	/* istanbul ignore if should not happen */
	if (props[0].type !== "block-scalar-header") {
		onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
		return null;
	}
	const { source } = props[0];
	const mode = source[0];
	let indent = 0;
	let chomp = "";
	let error = -1;
	for (let i = 1; i < source.length; ++i) {
		const ch = source[i];
		if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
		else {
			const n = Number(ch);
			if (!indent && n) indent = n;
			else if (error === -1) error = offset + i;
		}
	}
	if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
	let hasSpace = false;
	let comment = "";
	let length = source.length;
	for (let i = 1; i < props.length; ++i) {
		const token = props[i];
		switch (token.type) {
			case "space": hasSpace = true;
			case "newline":
				length += token.source.length;
				break;
			case "comment":
				if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				length += token.source.length;
				comment = token.source.substring(1);
				break;
			case "error":
				onError(token, "UNEXPECTED_TOKEN", token.message);
				length += token.source.length;
				break;
			/* istanbul ignore next should not happen */
			default: {
				onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
				const ts = token.source;
				if (ts && typeof ts === "string") length += ts.length;
			}
		}
	}
	return {
		mode,
		indent,
		chomp,
		comment,
		length
	};
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
	const split = source.split(/\n( *)/);
	const first = split[0];
	const m = first.match(/^( *)/);
	const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
	for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
	return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
	const { offset, type, source, end } = scalar;
	let _type;
	let value;
	const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
	switch (type) {
		case "scalar":
			_type = Scalar.PLAIN;
			value = plainValue$1(source, _onError);
			break;
		case "single-quoted-scalar":
			_type = Scalar.QUOTE_SINGLE;
			value = singleQuotedValue(source, _onError);
			break;
		case "double-quoted-scalar":
			_type = Scalar.QUOTE_DOUBLE;
			value = doubleQuotedValue(source, _onError);
			break;
		/* istanbul ignore next should not happen */
		default:
			onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
			return {
				value: "",
				type: null,
				comment: "",
				range: [
					offset,
					offset + source.length,
					offset + source.length
				]
			};
	}
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, strict, onError);
	return {
		value,
		type: _type,
		comment: re.comment,
		range: [
			offset,
			valueEnd,
			re.offset
		]
	};
}
function plainValue$1(source, onError) {
	let badChar = "";
	switch (source[0]) {
		/* istanbul ignore next should not happen */
		case "	":
			badChar = "a tab character";
			break;
		case ",":
			badChar = "flow indicator character ,";
			break;
		case "%":
			badChar = "directive indicator character %";
			break;
		case "|":
		case ">":
			badChar = `block scalar indicator ${source[0]}`;
			break;
		case "@":
		case "`": badChar = `reserved character ${source[0]}`;
	}
	if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
	return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
	if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
	return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
	const line = /(.*?)\r?\n/sy;
	let match = line.exec(source);
	if (!match) return source;
	/**
	* The negative lookbehinds in these RegExps are to
	* prevent causing a polynomial search time in certain cases.
	*
	* The try-catch is for Safari < 16.4 and other old browsers:
	* https://caniuse.com/js-regexp-lookbehind
	*/
	let trimEnd, trimBoth;
	try {
		trimEnd = /* @__PURE__ */ new RegExp("(?<![ 	])[ 	]+$");
		trimBoth = /* @__PURE__ */ new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
	} catch {
		trimEnd = /[ \t]+$/;
		trimBoth = /^[ \t]+|[ \t]+$/g;
	}
	let res = match[1].replace(trimEnd, "");
	let sep = " ";
	let pos = line.lastIndex;
	while (match = line.exec(source)) {
		const lm = match[1].replace(trimBoth, "");
		if (lm === "") {
			if (sep === "\n") res += sep;
			else sep = "\n";
		} else {
			res += sep + lm;
			sep = " ";
		}
		pos = line.lastIndex;
	}
	const last = /[ \t]*(.*)/sy;
	last.lastIndex = pos;
	match = last.exec(source);
	return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
	let res = "";
	for (let i = 1; i < source.length - 1; ++i) {
		const ch = source[i];
		if (ch === "\r" && source[i + 1] === "\n") continue;
		if (ch === "\n") {
			const { fold, offset } = foldNewline(source, i);
			res += fold;
			i = offset;
		} else if (ch === "\\") {
			let next = source[++i];
			const cc = escapeCodes[next];
			if (cc) res += cc;
			else if (next === "\n") {
				next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "\r" && source[i + 1] === "\n") {
				next = source[++i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "x" || next === "u" || next === "U") {
				const length = next === "x" ? 2 : next === "u" ? 4 : 8;
				res += parseCharCode(source, i + 1, length, onError);
				i += length;
			} else {
				const raw = source.substr(i - 1, 2);
				onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
				res += raw;
			}
		} else if (ch === " " || ch === "	") {
			const wsStart = i;
			let next = source[i + 1];
			while (next === " " || next === "	") next = source[++i + 1];
			if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
		} else res += ch;
	}
	if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
	return res;
}
/**
* Fold a single newline into a space, multiple newlines to N - 1 newlines.
* Presumes `source[offset] === '\n'`
*/
function foldNewline(source, offset) {
	let fold = "";
	let ch = source[offset + 1];
	while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
		if (ch === "\r" && source[offset + 2] !== "\n") break;
		if (ch === "\n") fold += "\n";
		offset += 1;
		ch = source[offset + 1];
	}
	if (!fold) fold = " ";
	return {
		fold,
		offset
	};
}
const escapeCodes = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	e: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029",
	" ": " ",
	"\"": "\"",
	"/": "/",
	"\\": "\\",
	"	": "	"
};
function parseCharCode(source, offset, length, onError) {
	const cc = source.substr(offset, length);
	const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
	try {
		return String.fromCodePoint(code);
	} catch {
		const raw = source.substr(offset - 2, length + 2);
		onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
		return raw;
	}
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
	const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
	const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
	let tag;
	if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[SCALAR$1];
	else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
	else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
	else tag = ctx.schema[SCALAR$1];
	let scalar;
	try {
		const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
		scalar = isScalar(res) ? res : new Scalar(res);
	} catch (error) {
		const msg = error instanceof Error ? error.message : String(error);
		onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
		scalar = new Scalar(value);
	}
	scalar.range = range;
	scalar.source = value;
	if (type) scalar.type = type;
	if (tagName) scalar.tag = tagName;
	if (tag.format) scalar.format = tag.format;
	if (comment) scalar.comment = comment;
	return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
	if (tagName === "!") return schema[SCALAR$1];
	const matchWithTest = [];
	for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
		if (tag.default && tag.test) matchWithTest.push(tag);
		else return tag;
	}
	for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
	const kt = schema.knownTags[tagName];
	if (kt && !kt.collection) {
		schema.tags.push(Object.assign({}, kt, {
			default: false,
			test: void 0
		}));
		return kt;
	}
	onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
	return schema[SCALAR$1];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
	const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[SCALAR$1];
	if (schema.compat) {
		const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[SCALAR$1];
		if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
	}
	return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
	if (before) {
		pos ?? (pos = before.length);
		for (let i = pos - 1; i >= 0; --i) {
			let st = before[i];
			switch (st.type) {
				case "space":
				case "comment":
				case "newline":
					offset -= st.source.length;
					continue;
			}
			st = before[++i];
			while (st?.type === "space") {
				offset += st.source.length;
				st = before[++i];
			}
			break;
		}
	}
	return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
const CN = {
	composeNode,
	composeEmptyNode
};
function composeNode(ctx, token, props, onError) {
	const atKey = ctx.atKey;
	const { spaceBefore, comment, anchor, tag } = props;
	let node;
	let isSrcToken = true;
	switch (token.type) {
		case "alias":
			node = composeAlias(ctx, token, onError);
			if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
			break;
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "block-scalar":
			node = composeScalar(ctx, token, tag, onError);
			if (anchor) node.anchor = anchor.source.substring(1);
			break;
		case "block-map":
		case "block-seq":
		case "flow-collection":
			try {
				node = composeCollection(CN, ctx, token, props, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
			} catch (error) {
				onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
			}
			break;
		default:
			onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
			isSrcToken = false;
	}
	node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
	if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		if (token.type === "scalar" && token.source === "") node.comment = comment;
		else node.commentBefore = comment;
	}
	if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
	return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
	const token = {
		type: "scalar",
		offset: emptyScalarPosition(offset, before, pos),
		indent: -1,
		source: ""
	};
	const node = composeScalar(ctx, token, tag, onError);
	if (anchor) {
		node.anchor = anchor.source.substring(1);
		if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	}
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		node.comment = comment;
		node.range[2] = end;
	}
	return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
	const alias = new Alias(source.substring(1));
	if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
	if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, options.strict, onError);
	alias.range = [
		offset,
		valueEnd,
		re.offset
	];
	if (re.comment) alias.comment = re.comment;
	return alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	const opts = Object.assign({ _directives: directives }, options);
	const doc = new Document(void 0, opts);
	const ctx = {
		atKey: false,
		atRoot: true,
		directives: doc.directives,
		options: doc.options,
		schema: doc.schema
	};
	const props = resolveProps(start, {
		indicator: "doc-start",
		next: value ?? end?.[0],
		offset,
		onError,
		parentIndent: 0,
		startOnNewline: true
	});
	if (props.found) {
		doc.directives.docStart = true;
		if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
	}
	doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
	const contentEnd = doc.contents.range[2];
	const re = resolveEnd(end, contentEnd, false, onError);
	if (re.comment) doc.comment = re.comment;
	doc.range = [
		offset,
		contentEnd,
		re.offset
	];
	return doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
	if (typeof src === "number") return [src, src + 1];
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
	const { offset, source } = src;
	return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
	let comment = "";
	let atComment = false;
	let afterEmptyLine = false;
	for (let i = 0; i < prelude.length; ++i) {
		const source = prelude[i];
		switch (source[0]) {
			case "#":
				comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
				atComment = true;
				afterEmptyLine = false;
				break;
			case "%":
				if (prelude[i + 1]?.[0] !== "#") i += 1;
				atComment = false;
				break;
			default:
				if (!atComment) afterEmptyLine = true;
				atComment = false;
		}
	}
	return {
		comment,
		afterEmptyLine
	};
}
/**
* Compose a stream of CST nodes into a stream of YAML Documents.
*
* ```ts
* import { Composer, Parser } from 'yaml'
*
* const src: string = ...
* const tokens = new Parser().parse(src)
* const docs = new Composer().compose(tokens)
* ```
*/
var Composer = class {
	constructor(options = {}) {
		this.doc = null;
		this.atDirectives = false;
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
		this.onError = (source, code, message, warning) => {
			const pos = getErrorPos(source);
			if (warning) this.warnings.push(new YAMLWarning(pos, code, message));
			else this.errors.push(new YAMLParseError(pos, code, message));
		};
		this.directives = new Directives({ version: options.version || "1.2" });
		this.options = options;
	}
	decorate(doc, afterDoc) {
		const { comment, afterEmptyLine } = parsePrelude(this.prelude);
		if (comment) {
			const dc = doc.contents;
			if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
			else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
			else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
				let it = dc.items[0];
				if (isPair(it)) it = it.key;
				const cb = it.commentBefore;
				it.commentBefore = cb ? `${comment}\n${cb}` : comment;
			} else {
				const cb = dc.commentBefore;
				dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
			}
		}
		if (afterDoc) {
			for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
			for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
		} else {
			doc.errors = this.errors;
			doc.warnings = this.warnings;
		}
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
	}
	/**
	* Current stream status information.
	*
	* Mostly useful at the end of input for an empty stream.
	*/
	streamInfo() {
		return {
			comment: parsePrelude(this.prelude).comment,
			directives: this.directives,
			errors: this.errors,
			warnings: this.warnings
		};
	}
	/**
	* Compose tokens into documents.
	*
	* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
	* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
	*/
	*compose(tokens, forceDoc = false, endOffset = -1) {
		for (const token of tokens) yield* this.next(token);
		yield* this.end(forceDoc, endOffset);
	}
	/** Advance the composer by one CST token. */
	*next(token) {
		switch (token.type) {
			case "directive":
				this.directives.add(token.source, (offset, message, warning) => {
					const pos = getErrorPos(token);
					pos[0] += offset;
					this.onError(pos, "BAD_DIRECTIVE", message, warning);
				});
				this.prelude.push(token.source);
				this.atDirectives = true;
				break;
			case "document": {
				const doc = composeDoc(this.options, this.directives, token, this.onError);
				if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
				this.decorate(doc, false);
				if (this.doc) yield this.doc;
				this.doc = doc;
				this.atDirectives = false;
				break;
			}
			case "byte-order-mark":
			case "space": break;
			case "comment":
			case "newline":
				this.prelude.push(token.source);
				break;
			case "error": {
				const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
				const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
				if (this.atDirectives || !this.doc) this.errors.push(error);
				else this.doc.errors.push(error);
				break;
			}
			case "doc-end": {
				if (!this.doc) {
					this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
					break;
				}
				this.doc.directives.docEnd = true;
				const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
				this.decorate(this.doc, true);
				if (end.comment) {
					const dc = this.doc.comment;
					this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
				}
				this.doc.range[2] = end.offset;
				break;
			}
			default: this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
		}
	}
	/**
	* Call at end of input to yield any remaining document.
	*
	* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
	* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
	*/
	*end(forceDoc = false, endOffset = -1) {
		if (this.doc) {
			this.decorate(this.doc, true);
			yield this.doc;
			this.doc = null;
		} else if (forceDoc) {
			const opts = Object.assign({ _directives: this.directives }, this.options);
			const doc = new Document(void 0, opts);
			if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
			doc.range = [
				0,
				endOffset,
				endOffset
			];
			this.decorate(doc, false);
			yield doc;
		}
	}
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
const BREAK = Symbol("break visit");
const SKIP = Symbol("skip children");
const REMOVE = Symbol("remove item");
/**
* Apply a visitor to a CST document or item.
*
* Walks through the tree (depth-first) starting from the root, calling a
* `visitor` function with two arguments when entering each item:
*   - `item`: The current item, which included the following members:
*     - `start: SourceToken[]` – Source tokens before the key or value,
*       possibly including its anchor or tag.
*     - `key?: Token | null` – Set for pair values. May then be `null`, if
*       the key before the `:` separator is empty.
*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
*       which should include the `:` map value indicator if `value` is set.
*     - `value?: Token` – The value of a sequence item, or of a map pair.
*   - `path`: The steps from the root to the current node, as an array of
*     `['key' | 'value', number]` tuples.
*
* The return value of the visitor may be used to control the traversal:
*   - `undefined` (default): Do nothing and continue
*   - `visit.SKIP`: Do not visit the children of this token, continue with
*      next sibling
*   - `visit.BREAK`: Terminate traversal completely
*   - `visit.REMOVE`: Remove the current item, then continue with the next one
*   - `number`: Set the index of the next step. This is useful especially if
*     the index of the current token has changed.
*   - `function`: Define the next visitor for this item. After the original
*     visitor is called on item entry, next visitors are called after handling
*     a non-empty `key` and when exiting the item.
*/
function visit(cst, visitor) {
	if ("type" in cst && cst.type === "document") cst = {
		start: cst.start,
		value: cst.value
	};
	_visit(Object.freeze([]), cst, visitor);
}
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
	let item = cst;
	for (const [field, index] of path) {
		const tok = item?.[field];
		if (tok && "items" in tok) item = tok.items[index];
		else return void 0;
	}
	return item;
};
/**
* Get the immediate parent collection of the item at `path` from `cst` as the root.
*
* Throws an error if the collection is not found, which should never happen if the item itself exists.
*/
visit.parentCollection = (cst, path) => {
	const parent = visit.itemAtPath(cst, path.slice(0, -1));
	const field = path[path.length - 1][0];
	const coll = parent?.[field];
	if (coll && "items" in coll) return coll;
	throw new Error("Parent collection not found");
};
function _visit(path, item, visitor) {
	let ctrl = visitor(item, path);
	if (typeof ctrl === "symbol") return ctrl;
	for (const field of ["key", "value"]) {
		const token = item[field];
		if (token && "items" in token) {
			for (let i = 0; i < token.items.length; ++i) {
				const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK) return BREAK;
				else if (ci === REMOVE) {
					token.items.splice(i, 1);
					i -= 1;
				}
			}
			if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
		}
	}
	return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
}

// node_modules/yaml/browser/dist/parse/cst.js
/** The byte order mark */
const BOM = "﻿";
/** Start of doc-mode */
const DOCUMENT = "";
/** Unexpected end of flow-mode */
const FLOW_END = "";
/** Next token is a scalar value */
const SCALAR = "";
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
	switch (source) {
		case "﻿": return "byte-order-mark";
		case "": return "doc-mode";
		case "": return "flow-error-end";
		case "": return "scalar";
		case "---": return "doc-start";
		case "...": return "doc-end";
		case "":
		case "\n":
		case "\r\n": return "newline";
		case "-": return "seq-item-ind";
		case "?": return "explicit-key-ind";
		case ":": return "map-value-ind";
		case "{": return "flow-map-start";
		case "}": return "flow-map-end";
		case "[": return "flow-seq-start";
		case "]": return "flow-seq-end";
		case ",": return "comma";
	}
	switch (source[0]) {
		case " ":
		case "	": return "space";
		case "#": return "comment";
		case "%": return "directive-line";
		case "*": return "alias";
		case "&": return "anchor";
		case "!": return "tag";
		case "'": return "single-quoted-scalar";
		case "\"": return "double-quoted-scalar";
		case "|":
		case ">": return "block-scalar-header";
	}
	return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
	switch (ch) {
		case void 0:
		case " ":
		case "\n":
		case "\r":
		case "	": return true;
		default: return false;
	}
}
const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
* Splits an input string into lexical tokens, i.e. smaller strings that are
* easily identifiable by `tokens.tokenType()`.
*
* Lexing starts always in a "stream" context. Incomplete input may be buffered
* until a complete token can be emitted.
*
* In addition to slices of the original input, the following control characters
* may also be emitted:
*
* - `\x02` (Start of Text): A document starts with the next token
* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
* - `\x1f` (Unit Separator): Next token is a scalar value
* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
*/
var Lexer = class {
	constructor() {
		/**
		* Flag indicating whether the end of the current buffer marks the end of
		* all input
		*/
		this.atEnd = false;
		/**
		* Explicit indent set in block scalar header, as an offset from the current
		* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
		* explicitly set.
		*/
		this.blockScalarIndent = -1;
		/**
		* Block scalars that include a + (keep) chomping indicator in their header
		* include trailing empty lines, which are otherwise excluded from the
		* scalar's contents.
		*/
		this.blockScalarKeep = false;
		/** Current input */
		this.buffer = "";
		/**
		* Flag noting whether the map value indicator : can immediately follow this
		* node within a flow context.
		*/
		this.flowKey = false;
		/** Count of surrounding flow collection levels. */
		this.flowLevel = 0;
		/**
		* Minimum level of indentation required for next lines to be parsed as a
		* part of the current scalar value.
		*/
		this.indentNext = 0;
		/** Indentation level of the current line. */
		this.indentValue = 0;
		/** Position of the next \n character. */
		this.lineEndPos = null;
		/** Stores the state of the lexer if reaching the end of incpomplete input */
		this.next = null;
		/** A pointer to `buffer`; the current position of the lexer. */
		this.pos = 0;
	}
	/**
	* Generate YAML tokens from the `source` string. If `incomplete`,
	* a part of the last line may be left as a buffer for the next call.
	*
	* @returns A generator of lexical tokens
	*/
	*lex(source, incomplete = false) {
		if (source) {
			if (typeof source !== "string") throw TypeError("source is not a string");
			this.buffer = this.buffer ? this.buffer + source : source;
			this.lineEndPos = null;
		}
		this.atEnd = !incomplete;
		let next = this.next ?? "stream";
		while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
	}
	atLineEnd() {
		let i = this.pos;
		let ch = this.buffer[i];
		while (ch === " " || ch === "	") ch = this.buffer[++i];
		if (!ch || ch === "#" || ch === "\n") return true;
		if (ch === "\r") return this.buffer[i + 1] === "\n";
		return false;
	}
	charAt(n) {
		return this.buffer[this.pos + n];
	}
	continueScalar(offset) {
		let ch = this.buffer[offset];
		if (this.indentNext > 0) {
			let indent = 0;
			while (ch === " ") ch = this.buffer[++indent + offset];
			if (ch === "\r") {
				const next = this.buffer[indent + offset + 1];
				if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
			}
			return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
		}
		if (ch === "-" || ch === ".") {
			const dt = this.buffer.substr(offset, 3);
			if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
		}
		return offset;
	}
	getLine() {
		let end = this.lineEndPos;
		if (typeof end !== "number" || end !== -1 && end < this.pos) {
			end = this.buffer.indexOf("\n", this.pos);
			this.lineEndPos = end;
		}
		if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
		if (this.buffer[end - 1] === "\r") end -= 1;
		return this.buffer.substring(this.pos, end);
	}
	hasChars(n) {
		return this.pos + n <= this.buffer.length;
	}
	setNext(state) {
		this.buffer = this.buffer.substring(this.pos);
		this.pos = 0;
		this.lineEndPos = null;
		this.next = state;
		return null;
	}
	peek(n) {
		return this.buffer.substr(this.pos, n);
	}
	*parseNext(next) {
		switch (next) {
			case "stream": return yield* this.parseStream();
			case "line-start": return yield* this.parseLineStart();
			case "block-start": return yield* this.parseBlockStart();
			case "doc": return yield* this.parseDocument();
			case "flow": return yield* this.parseFlowCollection();
			case "quoted-scalar": return yield* this.parseQuotedScalar();
			case "block-scalar": return yield* this.parseBlockScalar();
			case "plain-scalar": return yield* this.parsePlainScalar();
		}
	}
	*parseStream() {
		let line = this.getLine();
		if (line === null) return this.setNext("stream");
		if (line[0] === "﻿") {
			yield* this.pushCount(1);
			line = line.substring(1);
		}
		if (line[0] === "%") {
			let dirEnd = line.length;
			let cs = line.indexOf("#");
			while (cs !== -1) {
				const ch = line[cs - 1];
				if (ch === " " || ch === "	") {
					dirEnd = cs - 1;
					break;
				} else cs = line.indexOf("#", cs + 1);
			}
			while (true) {
				const ch = line[dirEnd - 1];
				if (ch === " " || ch === "	") dirEnd -= 1;
				else break;
			}
			const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
			yield* this.pushCount(line.length - n);
			this.pushNewline();
			return "stream";
		}
		if (this.atLineEnd()) {
			const sp = yield* this.pushSpaces(true);
			yield* this.pushCount(line.length - sp);
			yield* this.pushNewline();
			return "stream";
		}
		yield "";
		return yield* this.parseLineStart();
	}
	*parseLineStart() {
		const ch = this.charAt(0);
		if (!ch && !this.atEnd) return this.setNext("line-start");
		if (ch === "-" || ch === ".") {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
			const s = this.peek(3);
			if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
				yield* this.pushCount(3);
				this.indentValue = 0;
				this.indentNext = 0;
				return s === "---" ? "doc" : "stream";
			}
		}
		this.indentValue = yield* this.pushSpaces(false);
		if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
		return yield* this.parseBlockStart();
	}
	*parseBlockStart() {
		const [ch0, ch1] = this.peek(2);
		if (!ch1 && !this.atEnd) return this.setNext("block-start");
		if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
			const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
			this.indentNext = this.indentValue + 1;
			this.indentValue += n;
			return "block-start";
		}
		return "doc";
	}
	*parseDocument() {
		yield* this.pushSpaces(true);
		const line = this.getLine();
		if (line === null) return this.setNext("doc");
		let n = yield* this.pushIndicators();
		switch (line[n]) {
			case "#": yield* this.pushCount(line.length - n);
			case void 0:
				yield* this.pushNewline();
				return yield* this.parseLineStart();
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel = 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				return "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "doc";
			case "\"":
			case "'": return yield* this.parseQuotedScalar();
			case "|":
			case ">":
				n += yield* this.parseBlockScalarHeader();
				n += yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - n);
				yield* this.pushNewline();
				return yield* this.parseBlockScalar();
			default: return yield* this.parsePlainScalar();
		}
	}
	*parseFlowCollection() {
		let nl, sp;
		let indent = -1;
		do {
			nl = yield* this.pushNewline();
			if (nl > 0) {
				sp = yield* this.pushSpaces(false);
				this.indentValue = indent = sp;
			} else sp = 0;
			sp += yield* this.pushSpaces(true);
		} while (nl + sp > 0);
		const line = this.getLine();
		if (line === null) return this.setNext("flow");
		if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
			if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
				this.flowLevel = 0;
				yield "";
				return yield* this.parseLineStart();
			}
		}
		let n = 0;
		while (line[n] === ",") {
			n += yield* this.pushCount(1);
			n += yield* this.pushSpaces(true);
			this.flowKey = false;
		}
		n += yield* this.pushIndicators();
		switch (line[n]) {
			case void 0: return "flow";
			case "#":
				yield* this.pushCount(line.length - n);
				return "flow";
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel += 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				this.flowKey = true;
				this.flowLevel -= 1;
				return this.flowLevel ? "flow" : "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "flow";
			case "\"":
			case "'":
				this.flowKey = true;
				return yield* this.parseQuotedScalar();
			case ":": {
				const next = this.charAt(1);
				if (this.flowKey || isEmpty(next) || next === ",") {
					this.flowKey = false;
					yield* this.pushCount(1);
					yield* this.pushSpaces(true);
					return "flow";
				}
			}
			default:
				this.flowKey = false;
				return yield* this.parsePlainScalar();
		}
	}
	*parseQuotedScalar() {
		const quote = this.charAt(0);
		let end = this.buffer.indexOf(quote, this.pos + 1);
		if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
		else while (end !== -1) {
			let n = 0;
			while (this.buffer[end - 1 - n] === "\\") n += 1;
			if (n % 2 === 0) break;
			end = this.buffer.indexOf("\"", end + 1);
		}
		const qb = this.buffer.substring(0, end);
		let nl = qb.indexOf("\n", this.pos);
		if (nl !== -1) {
			while (nl !== -1) {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = qb.indexOf("\n", cs);
			}
			if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
		}
		if (end === -1) {
			if (!this.atEnd) return this.setNext("quoted-scalar");
			end = this.buffer.length;
		}
		yield* this.pushToIndex(end + 1, false);
		return this.flowLevel ? "flow" : "doc";
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1;
		this.blockScalarKeep = false;
		let i = this.pos;
		while (true) {
			const ch = this.buffer[++i];
			if (ch === "+") this.blockScalarKeep = true;
			else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
			else if (ch !== "-") break;
		}
		return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
	}
	*parseBlockScalar() {
		let nl = this.pos - 1;
		let indent = 0;
		let ch;
		loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
			case " ":
				indent += 1;
				break;
			case "\n":
				nl = i;
				indent = 0;
				break;
			case "\r": {
				const next = this.buffer[i + 1];
				if (!next && !this.atEnd) return this.setNext("block-scalar");
				if (next === "\n") break;
			}
			default: break loop;
		}
		if (!ch && !this.atEnd) return this.setNext("block-scalar");
		if (indent >= this.indentNext) {
			if (this.blockScalarIndent === -1) this.indentNext = indent;
			else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
			do {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = this.buffer.indexOf("\n", cs);
			} while (nl !== -1);
			if (nl === -1) {
				if (!this.atEnd) return this.setNext("block-scalar");
				nl = this.buffer.length;
			}
		}
		let i = nl + 1;
		ch = this.buffer[i];
		while (ch === " ") ch = this.buffer[++i];
		if (ch === "	") {
			while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
			nl = i - 1;
		} else if (!this.blockScalarKeep) do {
			let i = nl - 1;
			let ch = this.buffer[i];
			if (ch === "\r") ch = this.buffer[--i];
			const lastChar = i;
			while (ch === " ") ch = this.buffer[--i];
			if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
			else break;
		} while (true);
		yield "";
		yield* this.pushToIndex(nl + 1, true);
		return yield* this.parseLineStart();
	}
	*parsePlainScalar() {
		const inFlow = this.flowLevel > 0;
		let end = this.pos - 1;
		let i = this.pos - 1;
		let ch;
		while (ch = this.buffer[++i]) if (ch === ":") {
			const next = this.buffer[i + 1];
			if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
			end = i;
		} else if (isEmpty(ch)) {
			let next = this.buffer[i + 1];
			if (ch === "\r") {
				if (next === "\n") {
					i += 1;
					ch = "\n";
					next = this.buffer[i + 1];
				} else end = i;
			}
			if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
			if (ch === "\n") {
				const cs = this.continueScalar(i + 1);
				if (cs === -1) break;
				i = Math.max(i, cs - 2);
			}
		} else {
			if (inFlow && flowIndicatorChars.has(ch)) break;
			end = i;
		}
		if (!ch && !this.atEnd) return this.setNext("plain-scalar");
		yield "";
		yield* this.pushToIndex(end + 1, true);
		return inFlow ? "flow" : "doc";
	}
	*pushCount(n) {
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos += n;
			return n;
		}
		return 0;
	}
	*pushToIndex(i, allowEmpty) {
		const s = this.buffer.slice(this.pos, i);
		if (s) {
			yield s;
			this.pos += s.length;
			return s.length;
		} else if (allowEmpty) yield "";
		return 0;
	}
	*pushIndicators() {
		let n = 0;
		loop: while (true) {
			switch (this.charAt(0)) {
				case "!":
					n += yield* this.pushTag();
					n += yield* this.pushSpaces(true);
					continue loop;
				case "&":
					n += yield* this.pushUntil(isNotAnchorChar);
					n += yield* this.pushSpaces(true);
					continue loop;
				case "-":
				case "?":
				case ":": {
					const inFlow = this.flowLevel > 0;
					const ch1 = this.charAt(1);
					if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
						if (!inFlow) this.indentNext = this.indentValue + 1;
						else if (this.flowKey) this.flowKey = false;
						n += yield* this.pushCount(1);
						n += yield* this.pushSpaces(true);
						continue loop;
					}
				}
			}
			break loop;
		}
		return n;
	}
	*pushTag() {
		if (this.charAt(1) === "<") {
			let i = this.pos + 2;
			let ch = this.buffer[i];
			while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
			return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
		} else {
			let i = this.pos + 1;
			let ch = this.buffer[i];
			while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
			else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
			else break;
			return yield* this.pushToIndex(i, false);
		}
	}
	*pushNewline() {
		const ch = this.buffer[this.pos];
		if (ch === "\n") return yield* this.pushCount(1);
		else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
		else return 0;
	}
	*pushSpaces(allowTabs) {
		let i = this.pos - 1;
		let ch;
		do
			ch = this.buffer[++i];
		while (ch === " " || allowTabs && ch === "	");
		const n = i - this.pos;
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos = i;
		}
		return n;
	}
	*pushUntil(test) {
		let i = this.pos;
		let ch = this.buffer[i];
		while (!test(ch)) ch = this.buffer[++i];
		return yield* this.pushToIndex(i, false);
	}
};

// node_modules/yaml/browser/dist/parse/line-counter.js
/**
* Tracks newlines during parsing in order to provide an efficient API for
* determining the one-indexed `{ line, col }` position for any offset
* within the input.
*/
var LineCounter = class {
	constructor() {
		this.lineStarts = [];
		/**
		* Should be called in ascending order. Otherwise, call
		* `lineCounter.lineStarts.sort()` before calling `linePos()`.
		*/
		this.addNewLine = (offset) => this.lineStarts.push(offset);
		/**
		* Performs a binary search and returns the 1-indexed { line, col }
		* position of `offset`. If `line === 0`, `addNewLine` has never been
		* called or `offset` is before the first known newline.
		*/
		this.linePos = (offset) => {
			let low = 0;
			let high = this.lineStarts.length;
			while (low < high) {
				const mid = low + high >> 1;
				if (this.lineStarts[mid] < offset) low = mid + 1;
				else high = mid;
			}
			if (this.lineStarts[low] === offset) return {
				line: low + 1,
				col: 1
			};
			if (low === 0) return {
				line: 0,
				col: offset
			};
			const start = this.lineStarts[low - 1];
			return {
				line: low,
				col: offset - start + 1
			};
		};
	}
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
	for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
	return false;
}
function findNonEmptyIndex(list) {
	for (let i = 0; i < list.length; ++i) switch (list[i].type) {
		case "space":
		case "comment":
		case "newline": break;
		default: return i;
	}
	return -1;
}
function isFlowToken(token) {
	switch (token?.type) {
		case "alias":
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "flow-collection": return true;
		default: return false;
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case "document": return parent.start;
		case "block-map": {
			const it = parent.items[parent.items.length - 1];
			return it.sep ?? it.start;
		}
		case "block-seq": return parent.items[parent.items.length - 1].start;
		/* istanbul ignore next should not happen */
		default: return [];
	}
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return [];
	let i = prev.length;
	loop: while (--i >= 0) switch (prev[i].type) {
		case "doc-start":
		case "explicit-key-ind":
		case "map-value-ind":
		case "seq-item-ind":
		case "newline": break loop;
	}
	while (prev[++i]?.type === "space");
	return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source);
	else for (let i = 0; i < source.length; ++i) target.push(source[i]);
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === "flow-seq-start") {
		for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
			if (it.key) it.value = it.key;
			delete it.key;
			if (isFlowToken(it.value)) {
				if (it.value.end) arrayPushArray(it.value.end, it.sep);
				else it.value.end = it.sep;
			} else arrayPushArray(it.start, it.sep);
			delete it.sep;
		}
	}
}
/**
* A YAML concrete syntax tree (CST) parser
*
* ```ts
* const src: string = ...
* for (const token of new Parser().parse(src)) {
*   // token: Token
* }
* ```
*
* To use the parser with a user-provided lexer:
*
* ```ts
* function* parse(source: string, lexer: Lexer) {
*   const parser = new Parser()
*   for (const lexeme of lexer.lex(source))
*     yield* parser.next(lexeme)
*   yield* parser.end()
* }
*
* const src: string = ...
* const lexer = new Lexer()
* for (const token of parse(src, lexer)) {
*   // token: Token
* }
* ```
*/
var Parser = class {
	/**
	* @param onNewLine - If defined, called separately with the start position of
	*   each new line (in `parse()`, including the start of input).
	*/
	constructor(onNewLine) {
		/** If true, space and sequence indicators count as indentation */
		this.atNewLine = true;
		/** If true, next token is a scalar value */
		this.atScalar = false;
		/** Current indentation level */
		this.indent = 0;
		/** Current offset since the start of parsing */
		this.offset = 0;
		/** On the same line with a block map key */
		this.onKeyLine = false;
		/** Top indicates the node that's currently being built */
		this.stack = [];
		/** The source of the current token, set in parse() */
		this.source = "";
		/** The type of the current token, set in parse() */
		this.type = "";
		this.lexer = new Lexer();
		this.onNewLine = onNewLine;
	}
	/**
	* Parse `source` as a YAML stream.
	* If `incomplete`, a part of the last line may be left as a buffer for the next call.
	*
	* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
	*
	* @returns A generator of tokens representing each directive, document, and other structure.
	*/
	*parse(source, incomplete = false) {
		if (this.onNewLine && this.offset === 0) this.onNewLine(0);
		for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
		if (!incomplete) yield* this.end();
	}
	/**
	* Advance the parser by the `source` of one lexical token.
	*/
	*next(source) {
		this.source = source;
		if (this.atScalar) {
			this.atScalar = false;
			yield* this.step();
			this.offset += source.length;
			return;
		}
		const type = tokenType(source);
		if (!type) {
			const message = `Not a YAML token: ${source}`;
			yield* this.pop({
				type: "error",
				offset: this.offset,
				message,
				source
			});
			this.offset += source.length;
		} else if (type === "scalar") {
			this.atNewLine = false;
			this.atScalar = true;
			this.type = "scalar";
		} else {
			this.type = type;
			yield* this.step();
			switch (type) {
				case "newline":
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) this.onNewLine(this.offset + source.length);
					break;
				case "space":
					if (this.atNewLine && source[0] === " ") this.indent += source.length;
					break;
				case "explicit-key-ind":
				case "map-value-ind":
				case "seq-item-ind":
					if (this.atNewLine) this.indent += source.length;
					break;
				case "doc-mode":
				case "flow-error-end": return;
				default: this.atNewLine = false;
			}
			this.offset += source.length;
		}
	}
	/** Call at end of input to push out any remaining constructions */
	*end() {
		while (this.stack.length > 0) yield* this.pop();
	}
	get sourceToken() {
		return {
			type: this.type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	*step() {
		const top = this.peek(1);
		if (this.type === "doc-end" && top?.type !== "doc-end") {
			while (this.stack.length > 0) yield* this.pop();
			this.stack.push({
				type: "doc-end",
				offset: this.offset,
				source: this.source
			});
			return;
		}
		if (!top) return yield* this.stream();
		switch (top.type) {
			case "document": return yield* this.document(top);
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return yield* this.scalar(top);
			case "block-scalar": return yield* this.blockScalar(top);
			case "block-map": return yield* this.blockMap(top);
			case "block-seq": return yield* this.blockSequence(top);
			case "flow-collection": return yield* this.flowCollection(top);
			case "doc-end": return yield* this.documentEnd(top);
		}
		/* istanbul ignore next should not happen */
		yield* this.pop();
	}
	peek(n) {
		return this.stack[this.stack.length - n];
	}
	*pop(error) {
		const token = error ?? this.stack.pop();
		/* istanbul ignore if should not happen */
		if (!token) yield {
			type: "error",
			offset: this.offset,
			source: "",
			message: "Tried to pop an empty stack"
		};
		else if (this.stack.length === 0) yield token;
		else {
			const top = this.peek(1);
			if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
			else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
			if (token.type === "flow-collection") fixFlowSeqItems(token);
			switch (top.type) {
				case "document":
					top.value = token;
					break;
				case "block-scalar":
					top.props.push(token);
					break;
				case "block-map": {
					const it = top.items[top.items.length - 1];
					if (it.value) {
						top.items.push({
							start: [],
							key: token,
							sep: []
						});
						this.onKeyLine = true;
						return;
					} else if (it.sep) it.value = token;
					else {
						Object.assign(it, {
							key: token,
							sep: []
						});
						this.onKeyLine = !it.explicitKey;
						return;
					}
					break;
				}
				case "block-seq": {
					const it = top.items[top.items.length - 1];
					if (it.value) top.items.push({
						start: [],
						value: token
					});
					else it.value = token;
					break;
				}
				case "flow-collection": {
					const it = top.items[top.items.length - 1];
					if (!it || it.value) top.items.push({
						start: [],
						key: token,
						sep: []
					});
					else if (it.sep) it.value = token;
					else Object.assign(it, {
						key: token,
						sep: []
					});
					return;
				}
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.pop(token);
			}
			if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
				const last = token.items[token.items.length - 1];
				if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
					if (top.type === "document") top.end = last.start;
					else top.items.push({ start: last.start });
					token.items.splice(-1, 1);
				}
			}
		}
	}
	*stream() {
		switch (this.type) {
			case "directive-line":
				yield {
					type: "directive",
					offset: this.offset,
					source: this.source
				};
				return;
			case "byte-order-mark":
			case "space":
			case "comment":
			case "newline":
				yield this.sourceToken;
				return;
			case "doc-mode":
			case "doc-start": {
				const doc = {
					type: "document",
					offset: this.offset,
					start: []
				};
				if (this.type === "doc-start") doc.start.push(this.sourceToken);
				this.stack.push(doc);
				return;
			}
		}
		yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML stream`,
			source: this.source
		};
	}
	*document(doc) {
		if (doc.value) return yield* this.lineEnd(doc);
		switch (this.type) {
			case "doc-start":
				if (findNonEmptyIndex(doc.start) !== -1) {
					yield* this.pop();
					yield* this.step();
				} else doc.start.push(this.sourceToken);
				return;
			case "anchor":
			case "tag":
			case "space":
			case "comment":
			case "newline":
				doc.start.push(this.sourceToken);
				return;
		}
		const bv = this.startBlockValue(doc);
		if (bv) this.stack.push(bv);
		else yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML document`,
			source: this.source
		};
	}
	*scalar(scalar) {
		if (this.type === "map-value-ind") {
			const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
			let sep;
			if (scalar.end) {
				sep = scalar.end;
				sep.push(this.sourceToken);
				delete scalar.end;
			} else sep = [this.sourceToken];
			const map = {
				type: "block-map",
				offset: scalar.offset,
				indent: scalar.indent,
				items: [{
					start,
					key: scalar,
					sep
				}]
			};
			this.onKeyLine = true;
			this.stack[this.stack.length - 1] = map;
		} else yield* this.lineEnd(scalar);
	}
	*blockScalar(scalar) {
		switch (this.type) {
			case "space":
			case "comment":
			case "newline":
				scalar.props.push(this.sourceToken);
				return;
			case "scalar":
				scalar.source = this.source;
				this.atNewLine = true;
				this.indent = 0;
				if (this.onNewLine) {
					let nl = this.source.indexOf("\n") + 1;
					while (nl !== 0) {
						this.onNewLine(this.offset + nl);
						nl = this.source.indexOf("\n", nl) + 1;
					}
				}
				yield* this.pop();
				break;
			/* istanbul ignore next should not happen */
			default:
				yield* this.pop();
				yield* this.step();
		}
	}
	*blockMap(map) {
		const it = map.items[map.items.length - 1];
		switch (this.type) {
			case "newline":
				this.onKeyLine = false;
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else map.items.push({ start: [this.sourceToken] });
				} else if (it.sep) it.sep.push(this.sourceToken);
				else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) map.items.push({ start: [this.sourceToken] });
				else if (it.sep) it.sep.push(this.sourceToken);
				else {
					if (this.atIndentedComment(it.start, map.indent)) {
						const end = map.items[map.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							map.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
		}
		if (this.indent >= map.indent) {
			const atMapIndent = !this.onKeyLine && this.indent === map.indent;
			const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
			let start = [];
			if (atNextItem && it.sep && !it.value) {
				const nl = [];
				for (let i = 0; i < it.sep.length; ++i) {
					const st = it.sep[i];
					switch (st.type) {
						case "newline":
							nl.push(i);
							break;
						case "space": break;
						case "comment":
							if (st.indent > map.indent) nl.length = 0;
							break;
						default: nl.length = 0;
					}
				}
				if (nl.length >= 2) start = it.sep.splice(nl[1]);
			}
			switch (this.type) {
				case "anchor":
				case "tag":
					if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({ start });
						this.onKeyLine = true;
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "explicit-key-ind":
					if (!it.sep && !it.explicitKey) {
						it.start.push(this.sourceToken);
						it.explicitKey = true;
					} else if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({
							start,
							explicitKey: true
						});
					} else this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [this.sourceToken],
							explicitKey: true
						}]
					});
					this.onKeyLine = true;
					return;
				case "map-value-ind":
					if (it.explicitKey) {
						if (!it.sep) {
							if (includesToken(it.start, "newline")) Object.assign(it, {
								key: null,
								sep: [this.sourceToken]
							});
							else {
								const start = getFirstKeyStartProps(it.start);
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key: null,
										sep: [this.sourceToken]
									}]
								});
							}
						} else if (it.value) map.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start,
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
							const start = getFirstKeyStartProps(it.start);
							const key = it.key;
							const sep = it.sep;
							sep.push(this.sourceToken);
							delete it.key;
							delete it.sep;
							this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key,
									sep
								}]
							});
						} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
						else it.sep.push(this.sourceToken);
					} else if (!it.sep) Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.value || atNextItem) map.items.push({
						start,
						key: null,
						sep: [this.sourceToken]
					});
					else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [],
							key: null,
							sep: [this.sourceToken]
						}]
					});
					else it.sep.push(this.sourceToken);
					this.onKeyLine = true;
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (atNextItem || it.value) {
						map.items.push({
							start,
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					} else if (it.sep) this.stack.push(fs);
					else {
						Object.assign(it, {
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					}
					return;
				}
				default: {
					const bv = this.startBlockValue(map);
					if (bv) {
						if (bv.type === "block-seq") {
							if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
								yield* this.pop({
									type: "error",
									offset: this.offset,
									message: "Unexpected block-seq-ind on same line with key",
									source: this.source
								});
								return;
							}
						} else if (atMapIndent) map.items.push({ start });
						this.stack.push(bv);
						return;
					}
				}
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*blockSequence(seq) {
		const it = seq.items[seq.items.length - 1];
		switch (this.type) {
			case "newline":
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else seq.items.push({ start: [this.sourceToken] });
				} else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) seq.items.push({ start: [this.sourceToken] });
				else {
					if (this.atIndentedComment(it.start, seq.indent)) {
						const end = seq.items[seq.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							seq.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
			case "anchor":
			case "tag":
				if (it.value || this.indent <= seq.indent) break;
				it.start.push(this.sourceToken);
				return;
			case "seq-item-ind":
				if (this.indent !== seq.indent) break;
				if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
				else it.start.push(this.sourceToken);
				return;
		}
		if (this.indent > seq.indent) {
			const bv = this.startBlockValue(seq);
			if (bv) {
				this.stack.push(bv);
				return;
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*flowCollection(fc) {
		const it = fc.items[fc.items.length - 1];
		if (this.type === "flow-error-end") {
			let top;
			do {
				yield* this.pop();
				top = this.peek(1);
			} while (top?.type === "flow-collection");
		} else if (fc.end.length === 0) {
			switch (this.type) {
				case "comma":
				case "explicit-key-ind":
					if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
				case "map-value-ind":
					if (!it || it.value) fc.items.push({
						start: [],
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.sep) it.sep.push(this.sourceToken);
					else Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					return;
				case "space":
				case "comment":
				case "newline":
				case "anchor":
				case "tag":
					if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (!it || it.value) fc.items.push({
						start: [],
						key: fs,
						sep: []
					});
					else if (it.sep) this.stack.push(fs);
					else Object.assign(it, {
						key: fs,
						sep: []
					});
					return;
				}
				case "flow-map-end":
				case "flow-seq-end":
					fc.end.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(fc);
			/* istanbul ignore else should not happen */
			if (bv) this.stack.push(bv);
			else {
				yield* this.pop();
				yield* this.step();
			}
		} else {
			const parent = this.peek(2);
			if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
				yield* this.pop();
				yield* this.step();
			} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
				const start = getFirstKeyStartProps(getPrevProps(parent));
				fixFlowSeqItems(fc);
				const sep = fc.end.splice(1, fc.end.length);
				sep.push(this.sourceToken);
				const map = {
					type: "block-map",
					offset: fc.offset,
					indent: fc.indent,
					items: [{
						start,
						key: fc,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(fc);
		}
	}
	flowScalar(type) {
		if (this.onNewLine) {
			let nl = this.source.indexOf("\n") + 1;
			while (nl !== 0) {
				this.onNewLine(this.offset + nl);
				nl = this.source.indexOf("\n", nl) + 1;
			}
		}
		return {
			type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	startBlockValue(parent) {
		switch (this.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return this.flowScalar(this.type);
			case "block-scalar-header": return {
				type: "block-scalar",
				offset: this.offset,
				indent: this.indent,
				props: [this.sourceToken],
				source: ""
			};
			case "flow-map-start":
			case "flow-seq-start": return {
				type: "flow-collection",
				offset: this.offset,
				indent: this.indent,
				start: this.sourceToken,
				items: [],
				end: []
			};
			case "seq-item-ind": return {
				type: "block-seq",
				offset: this.offset,
				indent: this.indent,
				items: [{ start: [this.sourceToken] }]
			};
			case "explicit-key-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				start.push(this.sourceToken);
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						explicitKey: true
					}]
				};
			}
			case "map-value-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						key: null,
						sep: [this.sourceToken]
					}]
				};
			}
		}
		return null;
	}
	atIndentedComment(start, indent) {
		if (this.type !== "comment") return false;
		if (this.indent <= indent) return false;
		return start.every((st) => st.type === "newline" || st.type === "space");
	}
	*documentEnd(docEnd) {
		if (this.type !== "doc-mode") {
			if (docEnd.end) docEnd.end.push(this.sourceToken);
			else docEnd.end = [this.sourceToken];
			if (this.type === "newline") yield* this.pop();
		}
	}
	*lineEnd(token) {
		switch (this.type) {
			case "comma":
			case "doc-start":
			case "doc-end":
			case "flow-seq-end":
			case "flow-map-end":
			case "map-value-ind":
				yield* this.pop();
				yield* this.step();
				break;
			case "newline": this.onKeyLine = false;
			default:
				if (token.end) token.end.push(this.sourceToken);
				else token.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
		}
	}
};

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
	const prettyErrors = options.prettyErrors !== false;
	return {
		lineCounter: options.lineCounter || prettyErrors && new LineCounter() || null,
		prettyErrors
	};
}
/**
* Parse the input as a stream of YAML documents.
*
* Documents should be separated from each other by `...` or `---` marker lines.
*
* @returns If an empty `docs` array is returned, it will be of type
*   EmptyStream and contain additional stream information. In
*   TypeScript, you should use `'empty' in docs` as a type guard for it.
*/
function parseAllDocuments(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options);
	const parser = new Parser(lineCounter?.addNewLine);
	const composer = new Composer(options);
	const docs = Array.from(composer.compose(parser.parse(source)));
	if (prettyErrors && lineCounter) for (const doc of docs) {
		doc.errors.forEach(prettifyError(source, lineCounter));
		doc.warnings.forEach(prettifyError(source, lineCounter));
	}
	if (docs.length > 0) return docs;
	return Object.assign([], { empty: true }, composer.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options);
	const parser = new Parser(lineCounter?.addNewLine);
	const composer = new Composer(options);
	let doc = null;
	for (const _doc of composer.compose(parser.parse(source), true, source.length)) if (!doc) doc = _doc;
	else if (doc.options.logLevel !== "silent") {
		doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
		break;
	}
	if (prettyErrors && lineCounter) {
		doc.errors.forEach(prettifyError(source, lineCounter));
		doc.warnings.forEach(prettifyError(source, lineCounter));
	}
	return doc;
}

// src/manifest/conversion.ts
const startConversion = (source) => ({
	...source,
	anchors: /* @__PURE__ */ new Map(),
	problems: [],
	failure: void 0,
	nodes: 0,
	deepest: 0,
	end: 0
});
/** Whether the document is larger or deeper than the limits allow; notes the failure then. */
function isOverLimit(state, { at, depth }) {
	const { nodes, depth: maxDepth } = state.limits;
	const message = state.nodes > nodes ? `more than ${nodes} values in one document, with its aliases written out` : depth > maxDepth ? `nested more than ${maxDepth} levels deep, with its aliases written out` : void 0;
	if (message === void 0) return false;
	state.failure ??= {
		code: "too-large",
		message,
		start: at,
		end: at
	};
	return true;
}
function fail$1(state, message, at) {
	state.failure ??= {
		code: "syntax",
		message,
		start: at,
		end: at
	};
}
function nullAt(state, at) {
	state.end = at;
	return {
		type: "scalar",
		value: null,
		span: state.locate(at, at)
	};
}

// src/manifest/go-yaml-scalar.ts
/** `resolveMap` of go-yaml v2 `resolve.go`: YAML 1.1 booleans and nulls by their text. */
const WORDS = new Map([
	...[
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"on",
		"On",
		"ON",
		"true",
		"True",
		"TRUE"
	].map((word) => [word, true]),
	...[
		"n",
		"N",
		"no",
		"No",
		"NO",
		"off",
		"Off",
		"OFF",
		"false",
		"False",
		"FALSE"
	].map((word) => [word, false]),
	...[
		"",
		"~",
		"null",
		"Null",
		"NULL"
	].map((word) => [word, null]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((word) => [word, Infinity]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((word) => [word, -Infinity]),
	...[
		".nan",
		".NaN",
		".NAN"
	].map((word) => [word, NaN])
]);
const LONGEST_WORD = 5;
/** strconv.ParseInt with base 0: `0b`, `0o`, `0x`, a leading zero for octal. */
const INTEGER = /^([-+]?)(?:0[bB]([01]+)|0[oO]?([0-7]+)|0[xX]([0-9a-fA-F]+)|(0|[1-9][0-9]*))$/;
/** `yamlStyleFloat` of `resolve.go`. */
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
/** The first characters after which `resolve` tries anything but a string. */
const HINT = /^[-+0-9.yYnNtTfFoO~]/;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;
/**
* The value of a plain scalar as Kubernetes reads it: go-yaml v2, not YAML 1.2. Base 60 (`22:30`) and dates
* stay strings there (kubernetes-sigs/yaml `goyaml.v2/resolve.go`).
*/
function resolvePlain(source) {
	if (source !== "" && !HINT.test(source)) return source;
	if (source.length <= LONGEST_WORD) {
		const word = WORDS.get(source);
		if (word !== void 0) return word;
	}
	return resolveNumber(source) ?? source;
}
function resolveNumber(source) {
	const first = source.charCodeAt(0);
	if (first > 57) return void 0;
	const plain = source.includes("_") ? source.replaceAll("_", "") : source;
	if (first === 46) return DOT_FLOAT.test(plain) ? finite(plain) : void 0;
	return resolveInteger(plain) ?? (FLOAT.test(plain) ? finite(plain) : void 0);
}
const finite = (text) => {
	const value = Number(text);
	return Number.isFinite(value) ? value : void 0;
};
function resolveInteger(plain) {
	if (/^[-+]?(?:0|[1-9][0-9]{0,14})$/.test(plain)) return Number(plain) + 0;
	const value = exactInteger(plain);
	return value === void 0 ? void 0 : Number(value);
}
function exactInteger(plain) {
	const match = INTEGER.exec(plain);
	if (match === null) return void 0;
	const [, sign, binary, octal, hex, decimal] = match;
	const size = binary !== void 0 ? BigInt(`0b${binary}`) : octal !== void 0 ? BigInt(`0o${octal}`) : BigInt(hex !== void 0 ? `0x${hex}` : decimal ?? "0");
	const value = sign === "-" ? -size : size;
	return value < MIN_INT64 || value > (sign === "" ? MAX_UINT64 : MAX_INT64) ? void 0 : value;
}
/** The value of a scalar with an explicit tag, in the long form. `resolve` fails where they disagree. */
function resolveTagged(tag, source) {
	const name = tag.startsWith(CORE_TAGS) ? tag.slice(CORE_TAGS.length) : "";
	if (name === "binary") return resolveBinary(source);
	const expected = TAG_CHECKS.get(name);
	if (expected === void 0) return {
		type: "value",
		value: source
	};
	const value = resolvePlain(source);
	if (expected(value, source)) return {
		type: "value",
		value
	};
	return {
		type: "error",
		message: `cannot decode ${JSON.stringify(source.slice(0, 40))} as a !!${name}`
	};
}
const CORE_TAGS = "tag:yaml.org,2002:";
const TAG_CHECKS = /* @__PURE__ */ new Map([
	["null", (value) => value === null],
	["bool", (value) => typeof value === "boolean"],
	["int", (value, source) => typeof value === "number" && isIntegerText(source)],
	["float", (value) => typeof value === "number"]
]);
function resolveBinary(source) {
	const text = source.replaceAll(/[\r\n]/g, "");
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return {
		type: "error",
		message: "!!binary value contains invalid base64 data"
	};
	return {
		type: "value",
		value: Buffer.from(text, "base64").toString("utf8")
	};
}
const isIntegerText = (source) => integerOf(source) !== void 0;
const integerOf = (source) => exactInteger(source.replaceAll("_", ""));
/**
* The JSON key that a scalar key becomes; undefined for null and for numbers past int64, which have none
* (kubernetes-sigs/yaml `yaml.go`, convertToJSONableObject).
*/
function keyText(value, source) {
	if (typeof value === "string") return value;
	if (value === null) return void 0;
	if (typeof value === "boolean") return String(value);
	const integer = integerOf(source);
	if (integer === void 0) return floatKey(value);
	return integer > MAX_INT64 ? void 0 : integer.toString();
}
/** `strconv.FormatFloat(key, 'g', -1, 32)`: the shortest text that gives the same 32-bit float. */
function floatKey(value) {
	if (Number.isNaN(value)) return ".nan";
	const single = Math.fround(value);
	if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
	let precision = 1;
	while (precision < 17 && Math.fround(Number(single.toPrecision(precision))) !== single) precision += 1;
	const [mantissa = "0", exponentText = "0"] = single.toExponential(precision - 1).split("e");
	const exponent = Number(exponentText);
	if (exponent >= -4 && exponent < 6) return String(Number(single.toPrecision(precision)));
	return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

// src/manifest/convert-scalar.ts
/** A scalar with the value that go-yaml v2 gives to its source text. */
function convertScalar(state, scalar, at) {
	const [start, valueEnd] = scalar.range ?? [at, at];
	state.end = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED" ? trimEnd(state.text, valueEnd) : valueEnd;
	return {
		type: "scalar",
		value: valueOf(state, scalar),
		span: state.locate(start, Math.max(start, state.end))
	};
}
function valueOf(state, scalar) {
	const source = scalar.source ?? "";
	if (scalar.tag !== void 0) {
		const result = resolveTagged(scalar.tag, source);
		if (result.type === "value") return checkFinite(state, result.value);
		fail$1(state, result.message, state.end);
		return null;
	}
	if (scalar.type === "QUOTE_DOUBLE" && isQuoteEscaped(state)) fail$1(state, "Missing closing \"quote", state.end);
	return isPlain(scalar) ? checkFinite(state, resolvePlain(source)) : source;
}
/** The library takes a text cut at the end of its line for closed if it ends with an escaped quote. */
function isQuoteEscaped({ text, end }) {
	let first = end - 1;
	while (text.charAt(first - 1) === "\\") first -= 1;
	return (end - 1 - first) % 2 === 1;
}
/** An empty value has no type of its own, and is plain. */
const isPlain = (scalar) => scalar.type === "PLAIN" || scalar.type === void 0;
function checkFinite(state, value) {
	if (typeof value !== "number" || Number.isFinite(value)) return value;
	fail$1(state, "infinity and not-a-number have no JSON form; quote the text or write a number", state.end);
	return null;
}
/** go-yaml v2, isMerge: a plain `<<`. A quoted one is an ordinary key. */
const isMergeKey = (key) => isScalar(key) && key.source === "<<" && (key.tag === void 0 ? isPlain(key) : key.tag === "tag:yaml.org,2002:merge");
function trimEnd(text, end) {
	let last = end;
	while (last > 0 && /\s/.test(text.charAt(last - 1))) last -= 1;
	return last;
}

// src/manifest/quote.ts
const MAX_QUOTED = 60;
/** Foreign text in a message: quoted, on one line, cut. */
function quote(text) {
	return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}

// src/manifest/duplicate-key.ts
/** A key that a mapping holds twice: kubectl does not notice and applies one of the two. */
function duplicateKey(key, at, other, by = "key") {
	return {
		code: "duplicate-key",
		message: by === "key" ? `the key ${quote(key)} stands here and on line ${other.startLine}; kubectl applies only the last one, other tools refuse the file; remove one, or add the missing \`---\` between two documents` : `the key ${quote(key)} stands here and comes in again by the merge key \`<<\` below it; kubectl applies the merged value, other tools this one; put \`<<\` first`,
		span: at,
		related: other
	};
}

// src/manifest/convert-yaml.ts
/**
* Turns the library's tree into ours, with the values that go-yaml v2 gives. An aliased subtree is shared,
* not copied, so the result may be a graph; its size and depth with every alias written out stay within the
* limits.
*/
function convertYaml(contents, source) {
	const state = startConversion(source);
	const node = convertNode(state, contents, {
		at: 0,
		depth: 0
	});
	return state.failure === void 0 ? {
		type: "node",
		node,
		problems: state.problems
	} : {
		type: "failure",
		failure: state.failure
	};
}
function convertNode(state, node, position) {
	const { depth } = position;
	state.nodes += 1;
	if (depth > state.deepest) state.deepest = depth;
	if (isAlias(node)) return convertAlias(state, node, depth);
	if (isOverLimit(state, position)) return nullAt(state, position.at);
	const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : void 0;
	if (anchor === void 0) return convertPlainNode(state, node, position);
	const { nodes, deepest } = state;
	state.deepest = depth;
	state.anchors.delete(anchor);
	const converted = convertPlainNode(state, node, position);
	state.anchors.set(anchor, {
		node: converted,
		nodes: state.nodes - nodes + 1,
		height: state.deepest - depth
	});
	state.deepest = Math.max(state.deepest, deepest);
	return converted;
}
function convertPlainNode(state, node, position) {
	if (isScalar(node)) return convertScalar(state, node, position.at);
	if (isMap(node)) return convertMap(state, node, position);
	if (isSeq(node)) return convertSeq(state, node, position);
	return nullAt(state, position.at);
}
function convertSeq(state, seq, { at, depth }) {
	const [start, end] = seq.range ?? [at, at];
	state.end = start;
	const items = [];
	for (const item of seq.items) {
		items.push(convertNode(state, item, {
			at: state.end,
			depth: depth + 1
		}));
		if (state.failure !== void 0) break;
	}
	if (seq.flow === true || items.length === 0) state.end = end;
	return {
		type: "seq",
		items,
		span: state.locate(start, state.end)
	};
}
function convertMap(state, map, { at, depth }) {
	const [start, end] = map.range ?? [at, at];
	state.end = start;
	const building = {
		entries: /* @__PURE__ */ new Map(),
		merged: /* @__PURE__ */ new Set()
	};
	for (const pair of map.items) {
		if (isMergeKey(pair.key)) mergePair(state, building, {
			pair,
			depth
		});
		else convertPair(state, building, {
			pair,
			depth
		});
		if (state.failure !== void 0) break;
	}
	if (map.flow === true || map.items.length === 0) state.end = end;
	return {
		type: "map",
		entries: building.entries,
		span: state.locate(start, state.end)
	};
}
function convertPair(state, building, { pair, depth }) {
	const { entries, merged } = building;
	const key = convertKey(state, pair.key, depth);
	if (key === void 0) return;
	const value = convertNode(state, pair.value, {
		at: state.end,
		depth: depth + 1
	});
	const previous = entries.get(key.text);
	entries.set(key.text, {
		keySpan: key.span,
		value
	});
	if (previous === void 0 || merged.delete(key.text)) return;
	state.problems.push(duplicateKey(key.text, key.span, previous.keySpan));
}
/**
* `<<: *base` or `<<: [*first, *second]`. go-yaml v2 sets the keys where the `<<` stands: keys below it win
* over merged ones, keys above it do not; of several maps the first wins (`decode.go`, merge).
*/
function mergePair(state, building, { pair, depth }) {
	const keyStart = isScalar(pair.key) ? pair.key.range?.[0] ?? state.end : state.end;
	const value = convertNode(state, pair.value, {
		at: state.end,
		depth: depth + 1
	});
	const maps = value.type === "seq" ? value.items.toReversed() : [value];
	for (const map of maps) {
		if (map.type !== "map") {
			fail$1(state, "map merge requires map or sequence of maps as the value", keyStart);
			return;
		}
		for (const [key, entry] of map.entries) mergeEntry(state, building, {
			key,
			entry
		});
	}
}
function mergeEntry(state, { entries, merged }, { key, entry }) {
	const previous = entries.get(key);
	entries.set(key, entry);
	if (previous === void 0) merged.add(key);
	else if (!merged.has(key)) state.problems.push(duplicateKey(key, previous.keySpan, entry.keySpan, "merged"));
}
function convertKey(state, key, depth) {
	const start = (isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key.range?.[0] : void 0) ?? state.end;
	const node = convertNode(state, key, {
		at: start,
		depth: depth + 1
	});
	if (state.failure !== void 0) return void 0;
	if (node.type !== "scalar") {
		fail$1(state, "a mapping key is a list or a mapping itself; a key must be text", start);
		return;
	}
	const text = keyText(node.value, isScalar(key) ? key.source ?? "" : String(node.value));
	if (text === void 0) fail$1(state, "a mapping key is null; write the key, or quote it", start);
	return text === void 0 ? void 0 : {
		text,
		span: node.span
	};
}
function convertAlias(state, alias, depth) {
	const [start, end] = alias.range ?? [state.end, state.end];
	state.end = end;
	const target = state.anchors.get(alias.source);
	if (target === void 0) {
		fail$1(state, `unknown anchor ${JSON.stringify(alias.source.slice(0, 40))} referenced, or it contains itself`, start);
		return nullAt(state, start);
	}
	state.nodes += target.nodes - 1;
	const deepest = depth + target.height;
	if (deepest > state.deepest) state.deepest = deepest;
	return isOverLimit(state, {
		at: start,
		depth: deepest
	}) ? nullAt(state, start) : target.node;
}

// src/manifest/decode-text.ts
/** Text of a manifest, or undefined where the bytes are neither UTF-8 nor UTF-16 with a byte order mark. */
function decodeText(bytes) {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
/** go-yaml reads UTF-16 too where a byte order mark says so (`readerc.go`, yaml_parser_determine_encoding). */
function encodingOf(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
	if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
	return "utf-8";
}

// src/manifest/kinds.ts
/** Served by Calico's API server and as its CRDs, under two groups. */
const CALICO_KINDS = [
	"NetworkPolicy",
	"GlobalNetworkPolicy",
	"StagedNetworkPolicy",
	"StagedGlobalNetworkPolicy",
	"StagedKubernetesNetworkPolicy",
	"Tier",
	"NetworkSet",
	"GlobalNetworkSet",
	"HostEndpoint",
	"Profile"
];
/** Policy kinds beside `networking.k8s.io` NetworkPolicy, by API group: other engines, other rules. */
const FOREIGN_POLICY_KINDS = /* @__PURE__ */ new Map([
	["projectcalico.org", CALICO_KINDS],
	["crd.projectcalico.org", CALICO_KINDS],
	["cilium.io", [
		"CiliumNetworkPolicy",
		"CiliumClusterwideNetworkPolicy",
		"CiliumCIDRGroup",
		"CiliumLocalRedirectPolicy"
	]],
	["policy.networking.k8s.io", [
		"AdminNetworkPolicy",
		"BaselineAdminNetworkPolicy",
		"ClusterNetworkPolicy"
	]],
	["crd.antrea.io", [
		"NetworkPolicy",
		"ClusterNetworkPolicy",
		"Tier",
		"Group",
		"ClusterGroup"
	]],
	["k8s.ovn.org", ["EgressFirewall"]],
	["network.openshift.io", ["EgressNetworkPolicy"]],
	["k8s.cni.cncf.io", ["MultiNetworkPolicy"]],
	["networking.gke.io", ["FQDNNetworkPolicy"]],
	["networking.k8s.aws", ["ClusterNetworkPolicy", "ApplicationNetworkPolicy"]],
	["extensions", ["NetworkPolicy"]]
]);
/** Kinds that make other objects, by API group. They count as policies where they hold one. */
const CARRIER_KINDS = /* @__PURE__ */ new Map([
	["kyverno.io", ["ClusterPolicy", "Policy"]],
	["policies.kyverno.io", ["GeneratingPolicy", "NamespacedGeneratingPolicy"]],
	["template.openshift.io", ["Template"]],
	["", ["Template"]],
	["hive.openshift.io", ["SyncSet", "SelectorSyncSet"]],
	["work.open-cluster-management.io", ["ManifestWork"]],
	["policy.open-cluster-management.io", ["Policy", "ConfigurationPolicy"]],
	["kubernetes.crossplane.io", ["Object"]]
]);
/** Workload kinds with the apiVersions that serve or served them. */
const WORKLOAD_API_VERSIONS = {
	Pod: ["v1"],
	ReplicationController: ["v1"],
	Deployment: [
		"apps/v1",
		"apps/v1beta2",
		"apps/v1beta1",
		"extensions/v1beta1"
	],
	StatefulSet: [
		"apps/v1",
		"apps/v1beta2",
		"apps/v1beta1"
	],
	DaemonSet: [
		"apps/v1",
		"apps/v1beta2",
		"extensions/v1beta1"
	],
	ReplicaSet: [
		"apps/v1",
		"apps/v1beta2",
		"extensions/v1beta1"
	],
	Job: ["batch/v1"],
	CronJob: [
		"batch/v1",
		"batch/v1beta1",
		"batch/v2alpha1"
	]
};
/** Any kind of this form is a policy of some engine, known or not. */
const POLICY_KIND = /^[A-Za-z]*NetworkPolicy$/;
/** Kinds whose names are everyday words, RBAC's `Group` among them. */
const COMMON_WORDS = /* @__PURE__ */ new Set([
	"Group",
	"Profile",
	"Tier"
]);
/** Carriers are left out: one that holds a policy holds its name too. */
const HINTS = [.../* @__PURE__ */ new Set([
	...[...FOREIGN_POLICY_KINDS.values()].flat().filter((kind) => !COMMON_WORDS.has(kind)),
	...Object.keys(WORKLOAD_API_VERSIONS),
	"Namespace"
])];
const HINT_WORDS = new RegExp(`\\b([A-Za-z]*NetworkPolicy|${HINTS.join("|")})(?:List)?\\b`, "g");
/** The policy, namespace and workload kinds that stand as words in a text, sorted. */
function kindHints(text) {
	const found = /* @__PURE__ */ new Set();
	for (const [, kind] of text.matchAll(HINT_WORDS)) if (kind !== void 0) found.add(kind);
	return [...found].toSorted();
}
/** For text too large to search: it may hold any of them. */
const ALL_KIND_HINTS = HINTS.toSorted();

// src/manifest/limits.ts
/** Real bundles with policies inside reach 1.9 MB and some thousand documents. */
const DEFAULT_LIMITS = {
	fileBytes: 8388608,
	documents: 1e4,
	nodes: 1e6,
	depth: 200
};

// src/manifest/locator.ts
/**
* Line starts are found once, at the first call. Calls mostly come in document order, so the line after the
* last one is tried before a search. Only `\n` ends a line, as in a diff.
*/
function createLocator(path, text) {
	let starts;
	let near = 0;
	const lineOf = (offset) => {
		starts ??= lineStarts(text);
		if (!isOnLine(starts, near, offset)) near = isOnLine(starts, near + 1, offset) ? near + 1 : searchLine(starts, offset);
		return near;
	};
	const columnOf = (line, offset) => offset - (starts?.[line] ?? 0) + 1;
	return (start, end) => {
		const startLine = lineOf(start);
		const startColumn = columnOf(startLine, start);
		const endLine = lineOf(end);
		const endColumn = columnOf(endLine, end);
		return {
			path,
			startLine: startLine + 1,
			startColumn,
			endLine: endLine + 1,
			endColumn
		};
	};
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
const isOnLine = (starts, line, offset) => {
	const start = starts[line];
	return start !== void 0 && start <= offset && offset < (starts[line + 1] ?? Infinity);
};
function searchLine(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? Infinity) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

// src/manifest/read-json.ts
const BLANK = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const FORBIDDEN_IN_STRING = /[\u0000-\u001f]/;
/**
* Reads JSON values in sequence (`{}{}`), as kubectl does with input that begins with `{`
* (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLOrJSONDecoder).
*/
function readJson(source) {
	const state = {
		...source,
		problems: [],
		at: 0,
		nodes: 0,
		failure: void 0
	};
	const nodes = [];
	skipBlank(state);
	while (state.at < state.text.length) {
		state.nodes = 0;
		if (nodes.length === source.limits.documents) fail(state, `more than ${source.limits.documents} documents in one file; the rest was not read`, "too-large");
		const node = readValue(state, 0);
		if (state.failure !== void 0) return {
			nodes,
			problems: state.problems,
			failure: state.failure
		};
		nodes.push(node);
		skipBlank(state);
	}
	return {
		nodes,
		problems: state.problems
	};
}
function readValue(state, depth) {
	const start = state.at;
	state.nodes += 1;
	if (depth > state.limits.depth) fail(state, `nested more than ${state.limits.depth} levels deep`, "too-large");
	if (state.nodes > state.limits.nodes) fail(state, `more than ${state.limits.nodes} values in one document`, "too-large");
	if (state.failure !== void 0) return {
		type: "scalar",
		value: null,
		span: state.locate(start, start)
	};
	switch (state.text.charAt(start)) {
		case "{": return {
			type: "map",
			entries: readEntries(state, depth),
			span: state.locate(start, state.at)
		};
		case "[": return {
			type: "seq",
			items: readItems(state, depth),
			span: state.locate(start, state.at)
		};
		case "\"": return {
			type: "scalar",
			value: readString(state),
			span: state.locate(start, state.at)
		};
		default: return {
			type: "scalar",
			value: readLiteral(state),
			span: state.locate(start, state.at)
		};
	}
}
function readEntries(state, depth) {
	const entries = /* @__PURE__ */ new Map();
	eachPart(state, "}", () => {
		const start = state.at;
		const key = readString(state);
		const keySpan = state.locate(start, state.at);
		skipBlank(state);
		expect(state, ":");
		skipBlank(state);
		const value = readValue(state, depth + 1);
		const previous = entries.get(key);
		if (previous !== void 0) state.problems.push(duplicateKey(key, keySpan, previous.keySpan));
		entries.set(key, {
			keySpan,
			value
		});
	});
	return entries;
}
function readItems(state, depth) {
	const items = [];
	eachPart(state, "]", () => {
		items.push(readValue(state, depth + 1));
	});
	return items;
}
/** The comma-separated parts up to `close`; the opening bracket stands at the reading place. */
function eachPart(state, close, readPart) {
	state.at += 1;
	skipBlank(state);
	if (state.text.charAt(state.at) === close) {
		state.at += 1;
		return;
	}
	while (state.failure === void 0) {
		readPart();
		skipBlank(state);
		if (state.text.charAt(state.at) === close) {
			state.at += 1;
			return;
		}
		expect(state, ",");
		skipBlank(state);
	}
}
function readString(state) {
	const { text, at: start } = state;
	if (text.charAt(start) !== "\"") {
		fail(state, "invalid JSON: expected a string");
		return "";
	}
	let end = text.indexOf("\"", start + 1);
	while (end >= 0 && isEscaped(text, end)) end = text.indexOf("\"", end + 1);
	const body = text.slice(start + 1, end);
	if (end < 0 || FORBIDDEN_IN_STRING.test(body)) {
		fail(state, "invalid JSON: a string is not closed on its line");
		return "";
	}
	state.at = end + 1;
	return body.includes("\\") ? unescape(state, start) : body;
}
function unescape(state, start) {
	try {
		return String(JSON.parse(state.text.slice(start, state.at)));
	} catch {
		fail(state, "invalid JSON: unknown escape in a string");
		return "";
	}
}
function isEscaped(text, at) {
	let first = at;
	while (text.charAt(first - 1) === "\\") first -= 1;
	return (at - first) % 2 === 1;
}
function readLiteral(state) {
	LITERAL.lastIndex = state.at;
	const [literal] = LITERAL.exec(state.text) ?? [];
	if (literal === void 0 || !Number.isFinite(Number(literal.replace(/^[a-z]+$/, "0")))) {
		fail(state, "invalid JSON: expected a value");
		return null;
	}
	state.at += literal.length;
	if (literal === "null") return null;
	if (literal === "true" || literal === "false") return literal === "true";
	return Number(literal);
}
function expect(state, character) {
	if (state.text.charAt(state.at) === character) state.at += 1;
	else fail(state, `invalid JSON: expected "${character}"`);
}
function skipBlank(state) {
	BLANK.lastIndex = state.at;
	state.at += BLANK.exec(state.text)?.[0].length ?? 0;
}
function fail(state, message, code = "syntax") {
	state.failure ??= {
		code,
		message,
		start: state.at,
		end: Math.min(state.at + 1, state.text.length)
	};
}

// src/manifest/failure.ts
const MAX_MESSAGE$2 = 160;
/** First line, without control codes, short: messages of a parser quote foreign text. */
function plainMessage(message) {
	const [line = ""] = message.split("\n", 1);
	const text = line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, " ").replace(/:\s*$/, "");
	return text.length > MAX_MESSAGE$2 ? `${text.slice(0, MAX_MESSAGE$2)}…` : text;
}

// src/manifest/tab-watch.ts
/** What the lexer puts before every scalar. */
const SCALAR_MARK = "";
/**
* Finds tabs where go-yaml v2 allows none and the library, a YAML 1.2 one, allows them: at the begin of a line
* and after `-` or `?`, outside of flow collections (`scannerc.go`, yaml_parser_scan_to_next_token: "Tabs are
* allowed: in the flow context; in the block context, but not at the beginning of the line or after '-', '?',
* or ':' (complex value)"). To be given every lexeme in order.
*/
function createTabWatch() {
	let isLineBlank = true;
	let isIndented = false;
	let isAfterIndicator = false;
	let isAfterScalar = false;
	let isScalarNext = false;
	return (lexeme) => {
		if (lexeme === "\n" || lexeme === "\r\n") {
			isLineBlank = true;
			isIndented = false;
			return false;
		}
		if (/^[ \t]+$/.test(lexeme)) {
			isIndented ||= lexeme.startsWith(" ");
			const isContinuation = isAfterScalar && isIndented;
			return lexeme.includes("	") && (isAfterIndicator || isLineBlank && !isContinuation);
		}
		isLineBlank = false;
		isAfterIndicator = lexeme === "-" || lexeme === "?";
		isAfterScalar = isScalarNext;
		isScalarNext = lexeme === SCALAR_MARK;
		return false;
	};
}

// src/manifest/read-yaml.ts
/** Every scalar stays its text: go-yaml's rules are applied to it later, not those of YAML 1.2. */
const COMPOSER_OPTIONS = {
	schema: "failsafe",
	resolveKnownTags: false,
	uniqueKeys: false
};
/** Tokens that hold no value: the document itself, a block scalar and its props, a scalar. */
const STACK_SLACK = 4;
/** A value, its separator, key, spaces and newline make at most about this many lexemes. */
const LEXEMES_PER_NODE = 16;
/**
* Reads the first YAML document of a text; kubectl ignores what stands after `...`
* (`pkg/util/yaml/decoder.go` unmarshals a chunk once). The parser keeps its own stack, but composing
* recurses, so nesting is bounded before it comes to that.
*/
function readYaml(text, limits) {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return readFirst(text, limits);
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}
function readFirst(text, limits) {
	const parser = new Parser();
	const composer = new Composer(COMPOSER_OPTIONS);
	const isBadTab = text.includes("	") ? createTabWatch() : void 0;
	let lexemes = 0;
	let hasDocument = false;
	for (const lexeme of new Lexer().lex(text)) {
		if (isBadTab?.(lexeme) === true && !isInFlow(parser)) return failure$1("syntax", "a tab stands where YAML allows only spaces", parser.offset);
		for (const token of parser.next(lexeme)) {
			if (token.type === "doc-end") return hasDocument ? lastDocument(composer, token.offset) : failure$1("syntax", "`...` stands before any document", token.offset);
			for (const document of composer.next(token)) return resultOf(document);
			hasDocument ||= isDocument(token);
		}
		lexemes += 1;
		if (parser.stack.length > limits.depth + STACK_SLACK) return failure$1("too-large", `nested more than ${limits.depth} levels deep`, parser.offset);
		if (lexemes > limits.nodes * LEXEMES_PER_NODE) return failure$1("too-large", `more than ${limits.nodes} values in one document`, parser.offset);
	}
	for (const token of parser.end()) for (const document of composer.next(token)) return resultOf(document);
	return lastDocument(composer, text.length);
}
function lastDocument(composer, end) {
	for (const document of composer.end(true, end)) return resultOf(document);
	return {
		type: "document",
		contents: null
	};
}
function resultOf(document) {
	const [error] = document.errors;
	if (error === void 0) return {
		type: "document",
		contents: document.contents
	};
	const [start, end] = error.pos;
	if (error.code === "RESOURCE_EXHAUSTION") return failure$1("too-large", "nested too deeply", start);
	return {
		type: "failure",
		failure: {
			code: "syntax",
			message: plainMessage(error.message),
			start,
			end: Math.max(start, end)
		}
	};
}
/** The parser makes an empty document of a lone `...`, which go-yaml refuses. */
const isDocument = (token) => token.type === "document" && (token.value !== void 0 || token.start.some(({ type }) => type === "doc-start"));
const isInFlow = ({ stack }) => stack.some(({ type }) => type === "flow-collection");
const failure$1 = (code, message, at) => ({
	type: "failure",
	failure: {
		code,
		message,
		start: at,
		end: at
	}
});

// src/manifest/split-documents.ts
const SEPARATOR$2 = "---";
/**
* Splits a file as kubectl does, before any YAML is read: at lines that begin with `---`. After the dashes
* only blanks or a comment may stand, anything else is "invalid Yaml document separator"
* (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLReader). So a broken document hides no other.
*/
function* splitDocuments(text) {
	let start = 0;
	let bad;
	const chunk = (end) => ({
		start,
		end,
		...bad === void 0 ? {} : { badSeparator: bad }
	});
	for (let line = nextSeparator(text, 0); line >= 0; line = nextSeparator(text, line + 1)) {
		if (line > start || bad !== void 0) yield chunk(line);
		const newline = text.indexOf("\n", line);
		const lineEnd = newline < 0 ? text.length : newline;
		const after = text.slice(line + 3, lineEnd);
		const isSeparator = /^\s*(?:#|$)/.test(after);
		bad = isSeparator ? void 0 : {
			start: line,
			end: line + text.slice(line, lineEnd).trimEnd().length
		};
		start = !isSeparator && /^[ \t]/.test(after) ? line : Math.min(lineEnd + 1, text.length);
	}
	if (start < text.length || bad !== void 0) yield chunk(text.length);
}
function nextSeparator(text, from) {
	if (from === 0 && text.startsWith(SEPARATOR$2)) return 0;
	const found = text.indexOf(`\n${SEPARATOR$2}`, Math.max(0, from - 1));
	return found < 0 ? -1 : found + 1;
}

// src/manifest/parse-manifest.ts
/** Marks of the templating languages seen in real repositories. */
const TEMPLATE_MARK$1 = /\{\{|\$\{|<%|<#|\{%|%\{|\[\[-?\s*[.$A-Za-z]/;
/** YAML 1.1 line breaks that the library, a YAML 1.2 one, takes for text. */
const OTHER_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/g;
/** go-yaml v2 `readerc.go`: "control characters are not allowed". */
const CONTROL$1 = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** Files above this are not even searched for kinds. */
const MAX_SEARCHED_BYTES = 67108864;
/**
* Reads a manifest file the way `kubectl apply` does: YAML or JSON, several documents, lists flattened. A
* document that cannot be read becomes a problem and hides no other.
*/
function parseManifest(path, bytes, limits = DEFAULT_LIMITS) {
	if (bytes.length > limits.fileBytes) return unreadable(path, {
		code: "too-large",
		message: `the file is larger than ${limits.fileBytes} bytes and was not read`,
		kindHints: hintsOf$1(bytes)
	});
	const text = typeof bytes === "string" ? bytes.replace(/^\ufeff/, "") : decodeText(bytes);
	if (text === void 0) return unreadable(path, {
		code: "not-text",
		message: "the file is not UTF-8 text; save it as UTF-8",
		kindHints: hintsOf$1(bytes)
	});
	return parseText$1(path, text, limits);
}
function unreadable(path, problem) {
	const span = {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: 1
	};
	return {
		path,
		objects: [],
		problems: [{
			...problem,
			span
		}]
	};
}
function hintsOf$1(bytes) {
	if (bytes.length > MAX_SEARCHED_BYTES) return ALL_KIND_HINTS;
	return kindHints(typeof bytes === "string" ? bytes : new TextDecoder("latin1").decode(bytes));
}
function parseText$1(path, text, limits) {
	const reading = {
		path,
		text,
		limits,
		locate: createLocator(path, text),
		objects: [],
		problems: []
	};
	let documents = 0;
	for (const chunk of splitDocuments(text)) {
		if (documents === limits.documents) {
			report(reading, {
				code: "too-large",
				message: `more than ${limits.documents} documents in one file; the rest was not read`,
				start: chunk.start,
				end: chunk.start
			}, text.slice(chunk.start));
			break;
		}
		documents += 1;
		readChunk(reading, chunk);
	}
	return {
		path,
		objects: reading.objects,
		problems: reading.problems
	};
}
function readChunk(reading, chunk) {
	const text = reading.text.slice(chunk.start, chunk.end);
	if (chunk.badSeparator !== void 0) report(reading, {
		code: "syntax",
		message: "only blanks or a comment may follow `---` on its line; move the rest to the next line",
		...chunk.badSeparator
	}, text);
	if (/^\s*\{/.test(text) && readJsonChunk(reading, chunk, text)) return;
	readYamlChunk(reading, chunk, text);
}
/** False where the text is no JSON and may be YAML: kubectl tries that next. */
function readJsonChunk(reading, chunk, text) {
	const { limits } = reading;
	const { nodes, problems, failure } = readJson({
		text,
		locate: shifted(reading, chunk),
		limits
	});
	if (!(failure === void 0 || failure.code === "too-large" || nodes.length > 0) && !reading.path.endsWith(".json")) return false;
	if (failure?.code === "syntax" && readYaml(text, limits).type === "document") return false;
	for (const problem of problems) reading.problems.push(problem);
	const hints = once(() => kindHints(text));
	for (const node of nodes) accept(reading, node, hints);
	if (failure !== void 0) report(reading, inFile(failure, chunk), text);
	return true;
}
function readYamlChunk(reading, chunk, text) {
	const control = CONTROL$1.exec(text);
	if (control !== null) {
		const start = chunk.start + control.index;
		report(reading, {
			code: "syntax",
			message: "control characters are not allowed",
			start,
			end: start + 1
		}, text);
		return;
	}
	const yaml = text.replaceAll(OTHER_BREAKS, "\n");
	const { limits } = reading;
	const document = readYaml(yaml, limits);
	const converted = document.type === "failure" ? document : convertYaml(document.contents, {
		text: yaml,
		limits,
		locate: shifted(reading, chunk)
	});
	if (converted.type === "failure") {
		report(reading, inFile(converted.failure, chunk), text);
		return;
	}
	for (const problem of converted.problems) reading.problems.push(problem);
	accept(reading, converted.node, once(() => kindHints(text)));
}
function accept(reading, node, hints) {
	if (node.type === "scalar" && TEMPLATE_MARK$1.test(String(node.value))) {
		reading.problems.push({
			code: "template",
			message: "a template, not a manifest; render it first",
			span: node.span,
			kindHints: hints()
		});
		return;
	}
	collectObjects(node, {
		into: reading,
		hints
	});
}
function once(compute) {
	let kept;
	return () => (kept ??= { value: compute() }).value;
}
const shifted = ({ locate }, { start: shift }) => (start, end) => locate(start + shift, end + shift);
const inFile = (failure, { start, end }) => ({
	...failure,
	start: Math.min(failure.start + start, end),
	end: Math.min(failure.end + start, end)
});
/** Adds a problem that hides a document; `hidden` is the text that could not be read. */
function report(reading, { code, message, start, end }, hidden) {
	const isTemplate = code === "syntax" && TEMPLATE_MARK$1.test(hidden);
	const newline = reading.text.indexOf("\n", start);
	const lineEnd = newline < 0 ? reading.text.length : newline;
	reading.problems.push({
		code: isTemplate ? "template" : code,
		message: isTemplate ? `a template, not a manifest; render it first (${message})` : message,
		span: reading.locate(start, Math.max(start, Math.min(end, lineEnd))),
		kindHints: kindHints(hidden)
	});
}

// src/fix/manifest-text.ts
/** Beyond these a change is no longer one that a person takes over at a glance. */
const MAX_LINES$1 = 80;
const MAX_CHARACTERS$2 = 8e3;
/** A mark of a templating language: such text is not what will be applied, so it is not edited. */
const TEMPLATE_MARK = /\{\{|\$\{|<%|\{%|%\{/;
/** Reads a file for editing; undefined where it is not UTF-8. */
function readManifestText(path, bytes) {
	const text = decode$1(bytes);
	if (text === void 0) return void 0;
	const starts = [text.startsWith("﻿") ? 1 : 0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const lineStart = (line) => starts[line - 1] ?? text.length;
	return {
		path,
		text,
		objects: parseManifest(path, bytes).objects,
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
function decode$1(bytes) {
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
const endOf$2 = ({ lineStart }, span) => lineStart(span.endLine) + span.endColumn - 1;
/** The text between two places of one span. */
const textOf$4 = (manifest, span) => manifest.text.slice(startOf(manifest, span), endOf$2(manifest, span));
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
	if (endLine - startLine >= MAX_LINES$1) return void 0;
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
	if (replacement.length > MAX_CHARACTERS$2 || replacement.split("\n").length > MAX_LINES$1) return void 0;
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
const entryOf$1 = (node, key) => node?.type === "map" ? node.entries.get(key)?.value : void 0;
function mapOf(node, key) {
	const value = entryOf$1(node, key);
	return value?.type === "map" ? value : void 0;
}
function seqOf(node, key) {
	const value = entryOf$1(node, key);
	return value?.type === "seq" ? value : void 0;
}
const specOf = ({ node }) => mapOf(node, "spec");
function rulesOf$1(object) {
	const spec = specOf(object);
	return DIRECTIONS.flatMap((direction) => {
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
const isBefore$1 = (a, b) => a.endLine < b.startLine || a.endLine === b.startLine && a.endColumn <= b.startColumn;
/** Whether two spans have text in common. */
const overlaps = (a, b) => !isBefore$1(a, b) && !isBefore$1(b, a);

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
const MAX_CHARACTERS$1 = 1e5;
const isHuge = (manifest, { span }) => endOf$2(manifest, span) - startOf(manifest, span) > MAX_CHARACTERS$1;
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
const entryKey$1 = ({ path, reason, decides }) => JSON.stringify([
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
	const missing = groupBy$2(unpatched.findings.filter((finding) => !left.has(findingKey(finding))), kindKey);
	const amountOf = ({ findings }, kind) => findings.filter((finding) => kindKey(finding) === kind).length;
	return new Set([...missing].flatMap(([kind, findings]) => amountOf(unpatched, kind) - amountOf(patched, kind) >= findings.length ? findings.map(findingKey) : []));
}
function groupBy$2(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
	return groups;
}
/**
* Whether a proposal does what it is for and nothing else: no finding and no doubt that was not there
* before, and no traffic that changes without need. That the target is gone is for the caller to ask.
*/
async function reachesGoal(goal, { unpatched, patched, step }) {
	if (!isWithin(patched.findings.map(kindKey), unpatched.findings.map(kindKey)) || !isWithin(patched.ledger.map(entryKey$1), unpatched.ledger.map(entryKey$1))) return false;
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
			return taken.findings.every(({ gate }) => !gate) && rowsOf$1(taken).every(goal.isMeant);
		}
	}
}
const rowsOf$1 = ({ scopes }) => scopes.flatMap(({ flows }) => flows);
/** Without such rows, and so without a doubt about them. */
const isFree = (report, ...changes) => report.ledger.every(({ decides }) => !decides) && rowsOf$1(report).every(({ change }) => !changes.includes(change));

// src/model/name-label.ts
/** The label that names a namespace; the API server sets it (KEP-2161). */
const NAME_LABEL = "kubernetes.io/metadata.name";

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
          ${NAME_LABEL}: kube-system
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
		const end = endOf$2(manifest, egress.value.span);
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
	return rulesOf$1(object).flatMap((rule) => {
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
	return rulesOf$1(object).flatMap(({ rule: first, direction, index, rules: list }) => {
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
	const [start, end] = [startOf(manifest, second.span), endOf$2(manifest, second.span)];
	if (isFlow(manifest, first) && isFlow(manifest, second)) {
		const inner = manifest.text.slice(start + 1, end - 1).trim();
		const close = endOf$2(manifest, first.span) - 1;
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
const NAME_KEYS$2 = /* @__PURE__ */ new Set([
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
	return rulesOf$1(object).flatMap((rule) => (peersOf(rule)?.items ?? []).flatMap((peer) => {
		const labels = mapOf(mapOf(peer, "namespaceSelector"), "matchLabels");
		if (labels === void 0 || !overlaps(span, peer.span)) return [];
		return [...labels.entries].flatMap(([key, { keySpan, value }]) => {
			const name = scalarOf(value);
			if (name === void 0 || !NAME_KEYS$2.has(key) || labels.entries.has("kubernetes.io/metadata.name")) return [];
			const [start, end] = [startOf(manifest, keySpan), endOf$2(manifest, keySpan)];
			const [first = ""] = manifest.text.slice(start, end);
			const quote = first === "\"" || first === "'" ? first : "";
			const edit = {
				start,
				end,
				text: `${quote}${NAME_LABEL}${quote}`
			};
			return propose(makeFix(manifest, `select the namespace by \`${NAME_LABEL}\``, [edit]), {
				type: "redirect",
				isMeant: ({ change, blame, source, destination }) => change === "closed" || namesNamespace$1((blame.side === "ingress" ? source : destination).text, name)
			});
		});
	}));
}
/** `any pod in x`, `pods a=b in x`, `x/web`: one namespace, and that one. */
const namesNamespace$1 = (text, namespace) => text.endsWith(` in ${namespace}`) || text.startsWith(`${namespace}/`);

// src/model/cidr.ts
/** The addresses `::ffff:0:0/96`, which Go's `net.IP.To4` takes for IPv4. */
const MAPPED_FIRST = 281470681743360n;
const MAPPED_LAST = 281474976710655n;
const MAPPED_BITS = 96;
/** Reads a CIDR; undefined where the legacy parser refuses the text. */
function parseCidr(text) {
	const slash = text.indexOf("/");
	if (slash < 0) return void 0;
	const mask = text.slice(slash + 1);
	if (!/^\d+$/.test(mask)) return void 0;
	const maskBits = Number(mask);
	const address = text.slice(0, slash);
	const v4 = parseIPv4(address);
	if (v4 !== void 0) return maskBits > 32 ? void 0 : cidrOf(4, v4, {
		bits: maskBits,
		maskBits
	});
	const v6 = parseIPv6(address);
	if (v6 === void 0 || maskBits > 128) return void 0;
	const network = maskOff(v6, 128 - maskBits);
	return isMapped(network) && maskBits >= MAPPED_BITS ? cidrOf(4, network - MAPPED_FIRST, {
		bits: maskBits - MAPPED_BITS,
		maskBits
	}) : cidrOf(6, network, {
		bits: maskBits,
		maskBits
	});
}
/** Reads a bare address; undefined where it is none. Zones (`fe80::1%eth0`) are refused. */
function parseAddress(text) {
	const v4 = parseIPv4(text);
	if (v4 !== void 0) return {
		family: 4,
		value: v4
	};
	const v6 = parseIPv6(text);
	if (v6 === void 0) return void 0;
	return isMapped(v6) ? {
		family: 4,
		value: v6 - MAPPED_FIRST
	} : {
		family: 6,
		value: v6
	};
}
/** Writes an address: dotted for IPv4, RFC 5952 for IPv6. */
function formatAddress(family, value) {
	if (family === 4) return dotted(value);
	if (isMapped(value)) return `::ffff:${dotted(value - MAPPED_FIRST)}`;
	const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(16 * (7 - index)) & 65535n).toString(16));
	const [start, length] = longestZeroRun(groups);
	if (length < 2) return groups.join(":");
	return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}
/**
* Whether `inner` may be an `except` of `outer`: `must be a strict subset of cidr`
* (kubernetes/kubernetes `pkg/apis/networking/validation/validation.go`, ValidateIPBlock).
*/
const isStrictSubset = (inner, outer) => inner.family === outer.family && inner.first >= outer.first && inner.first <= outer.last && inner.maskBits > outer.maskBits;
const isMapped = (value) => value >= MAPPED_FIRST && value <= MAPPED_LAST;
const maskOff = (value, hostBits) => value >> BigInt(hostBits) << BigInt(hostBits);
function cidrOf(family, value, length) {
	const hostBits = (family === 4 ? 32 : 128) - length.bits;
	const first = maskOff(value, hostBits);
	return {
		family,
		first,
		last: first + (1n << BigInt(hostBits)) - 1n,
		canonical: `${formatAddress(family, first)}/${length.bits}`,
		maskBits: length.maskBits
	};
}
const dotted = (value) => [
	24n,
	16n,
	8n,
	0n
].map((shift) => (value >> shift & 255n).toString()).join(".");
/** RFC 5952 section 4.2.3: the longest run of zero groups, the first of equal ones. */
function longestZeroRun(groups) {
	let best = [0, 0];
	let start = 0;
	for (const [index, group] of groups.entries()) if (group !== "0") start = index + 1;
	else if (index + 1 - start > best[1]) best = [start, index + 1 - start];
	return best;
}
function parseIPv4(text) {
	const parts = text.split(".", 5);
	if (parts.length !== 4) return void 0;
	let value = 0n;
	for (const part of parts) {
		if (!/^\d+$/.test(part)) return void 0;
		const octet = Number(part);
		if (octet > 255) return void 0;
		value = value << 8n | BigInt(octet);
	}
	return value;
}
function parseIPv6(text) {
	const halves = text.split("::", 3);
	if (halves.length > 2) return void 0;
	const [head = "", tail] = halves;
	const left = parseGroups(head, tail === void 0);
	const right = tail === void 0 ? [] : parseGroups(tail, true);
	if (left === void 0 || right === void 0) return void 0;
	const missing = 8 - left.length - right.length;
	if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
	const zeros = Array.from({ length: missing }, () => 0n);
	return [
		...left,
		...zeros,
		...right
	].reduce((value, group) => value << 16n | group, 0n);
}
/** The 16-bit groups of one side of `::`; only the last part of the text may be a dotted IPv4 address. */
function parseGroups(text, endsText) {
	if (text === "") return [];
	const parts = text.split(":", 9);
	const groups = [];
	for (const [index, part] of parts.entries()) if (endsText && index === parts.length - 1 && part.includes(".")) {
		const v4 = parseIPv4(part);
		if (v4 === void 0) return void 0;
		groups.push(v4 >> 16n, v4 & 65535n);
	} else {
		if (!/^0*[0-9a-fA-F]{1,4}$/.test(part)) return void 0;
		groups.push(BigInt(`0x${part}`));
	}
	return groups;
}

// src/model/lazily.ts
/** A constant that is computed when first asked for: start-up pays nothing for what a run does not use. */
function lazily(compute) {
	let kept;
	return () => (kept ??= { value: compute() }).value;
}

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
const END$1 = IPV6_OFFSET + 2n ** 128n;
const ALL_ADDRESSES = [[0n, END$1]];
const ALL_IPV4 = [[0n, IPV6_OFFSET]];
const ALL_IPV6 = [[IPV6_OFFSET, END$1]];
/** The point of an address on the line. */
const pointOf = (family, value) => family === 4 ? value : value + IPV6_OFFSET;
const familyOfPoint = (point) => point < IPV6_OFFSET ? 4 : 6;
/** Addresses `first` to `last`, both included, of one family. */
const addressRange = (family, first, last) => [[pointOf(family, first), pointOf(family, last) + 1n]];
const intersectAddresses = (a, b) => b === ALL_ADDRESSES ? a : a === ALL_ADDRESSES ? b : intersectIntervals(a, b);
const subtractAddresses = (a, b) => b === ALL_ADDRESSES ? [] : subtractIntervals(a, b);
const isAllAddresses = (set) => set === ALL_ADDRESSES || sameIntervals(set, ALL_ADDRESSES);
const hasPoint = (set, point) => intervalsContain(set, point);

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
const isAllPorts = (ports) => ports === ALL_PORTS || PROTOCOLS.every((protocol) => isAllOf(ports, protocol));
const samePorts = (a, b) => a === b || PROTOCOLS.every((protocol) => sameIntervals(a[protocol], b[protocol]));
const hasPort = (ports, protocol, port) => intervalsContain(ports[protocol], port);

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
	const address = parseAddress(text);
	if (address === void 0) throw new Error(`not an address: ${text}`);
	return pointOf(address.family, address.value);
};
/** The metadata addresses as points of the address line, in the order of the table. */
const metadataPoints = lazily(() => METADATA_ADDRESSES.map((entry) => ({
	...entry,
	point: point(entry.address)
})));
const metadataAddresses = lazily(() => normalizeIntervals(metadataPoints().map((entry) => [entry.point, entry.point + 1n])));
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
				end: endOf$2(manifest, list.span),
				text
			}];
		}
		const [front, back] = [startOf(manifest, first.span), endOf$2(manifest, last.span)];
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
		const end = endOf$2(manifest, entry.value.span);
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
		const end = endOf$2(manifest, entry.value.span);
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
		const edits = blocks.flatMap((block, index) => editOne(manifest, block, missing[index] ?? NOTHING$2));
		const title = `restore ${[...new Set(missing.flatMap(({ before, after }) => [...before, ...after]))].map((range) => `\`${range}\``).join(", ")} in the \`except\``;
		return propose(makeFix(manifest, title, edits), { type: "narrow" });
	});
}
/** The ranges of egress rules to edit together: the one pointed at, then all of its rule. */
const choicesOf = (object, span) => rulesOf$1(object).filter(({ direction, rule }) => direction === "egress" && overlaps(span, rule.span)).flatMap((rule) => {
	const blocks = blocksOf$2(rule);
	const pointed = blocks.filter(({ peer }) => overlaps(span, peer.span));
	return pointed.length > 0 && pointed.length < blocks.length ? [pointed, blocks] : [blocks];
});
function blocksOf$2(rule) {
	return (peersOf(rule)?.items ?? []).flatMap((peer) => {
		const map = mapOf(peer, "ipBlock");
		const cidr = parseCidr(scalarOf(map?.entries.get("cidr")?.value) ?? "");
		if (peer.type !== "map" || map === void 0 || cidr === void 0) return [];
		return [{
			peer,
			map,
			cidr,
			except: (seqOf(map, "except")?.items ?? []).flatMap((item) => scalarOf(item) ?? [])
		}];
	});
}
const NOTHING$2 = {
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
	const same = (base === void 0 ? [] : rulesOf$1(base)).filter(({ direction }) => direction === "egress").flatMap(blocksOf$2).filter((block) => block.cidr.canonical === cidr.canonical);
	const old = [...new Set(same.flatMap((block) => block.except))].filter(isRange);
	const left = old.findIndex((range) => except.includes(range));
	const missing = old.filter((range) => !except.includes(range));
	return {
		before: missing.filter((range) => old.indexOf(range) < left),
		after: missing.filter((range) => old.indexOf(range) > left)
	};
}
const isRange = (text) => parseCidr(text) !== void 0;
const holds$1 = ({ family, first, last }, point) => pointOf(family, first) <= point && point <= pointOf(family, last);
/** All of link-local first, which reads better; where base allowed some of it, address by address. */
const LINK_LOCAL = ["169.254.0.0/16", void 0];
function missingMetadata({ cidr, except }, linkLocal) {
	const excepted = except.flatMap((range) => parseCidr(range) ?? []);
	const ranges = metadataPoints().filter(({ point }) => holds$1(cidr, point) && !excepted.some((range) => holds$1(range, point))).map(({ address, point }) => {
		const around = linkLocal === void 0 ? void 0 : parseCidr(linkLocal);
		if (around !== void 0 && holds$1(around, point) && isStrictSubset(around, cidr)) return around.canonical;
		return `${address}/${familyOfPoint(point) === 4 ? 32 : 128}`;
	});
	return [...new Set(ranges)];
}

// src/fix/restore-namespace.ts
/** What the API server takes for the name of a namespace. */
const NAMESPACE$2 = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
/** YAML would read these as something else than text. */
const NOT_TEXT = /^(?:[\d_-]+|\d.*|y|n|yes|no|on|off|true|false|null)$/;
/** Writes the namespace again that the policy had at base. */
function restoreNamespace({ manifest, object, base }) {
	const namespace = base?.object.namespace;
	const metadata = mapOf(object.node, "metadata");
	if (namespace === void 0 || object.namespace !== void 0 || metadata === void 0) return [];
	if (!NAMESPACE$2.test(namespace) || NOT_TEXT.test(namespace)) return [];
	const edits = addScalarEntry(manifest, {
		map: metadata,
		after: "name"
	}, ["namespace", namespace]);
	return propose(makeFix(manifest, `set \`namespace: ${namespace}\` again`, edits), { type: "back" });
}

// src/fix/restore-policy-type.ts
const NAMES$1 = {
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
	const lost = DIRECTIONS.map((direction) => NAMES$1[direction]).filter((name) => before.includes(name) && !now.includes(name));
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
	return rulesOf$1(object).flatMap(({ rule }) => (seqOf(rule, "ports")?.items ?? []).flatMap((item) => {
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
				end: endOf$2(manifest, port.node.span),
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
	if (head.objects.some(({ kind, name }) => kind === policy.kind && name === policy.name)) return [];
	const title = `restore the policy \`${policy.name}\``;
	const text = textOf$4(base, policy.span).replaceAll("\r\n", "\n");
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
	const findings = report.findings.flatMap((finding) => {
		const { rule, location: span, side = "head", accepted } = finding;
		return span === void 0 || accepted !== void 0 || !isMendable(rule) ? [] : [{
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

// src/scope/manifest-paths.ts
const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Languages that make manifests; reading them means running them. */
const GENERATOR = /\.(?:tpl|gotmpl|tmpl|jsonnet|libsonnet|cue|j2|jinja2?|ftl|erb|tf|hcl|pkl|dhall|k|star|ytt)$/i;
/** Tests, examples and documents: manifests that nobody applies (see the layouts in docs/scopes.md). */
const ASIDE = /^(?:tests|testdata|__tests__|fixtures|e2e|\.chainsaw-test|\.kyverno-test|examples?|samples?|docs?|\.?(?:archive|attic|backups?|deprecated|disabled|old|trash|unused)|.+-old|\.(?:skel|github|gitlab|circleci|devcontainer|vscode|idea))$/;
const isManifestPath = (path) => MANIFEST.test(path);
const isGeneratorPath = (path) => GENERATOR.test(path);
/** A file below a folder of tests, examples, documents or archives. */
const isSetAside = (path) => asideFolderOf(path) !== void 0;
/** The topmost folder of tests, examples, documents or archives above a file. */
function asideFolderOf(path) {
	const segments = path.split("/").slice(0, -1);
	const index = segments.findIndex((segment) => ASIDE.test(segment));
	return index < 0 ? void 0 : segments.slice(0, index + 1).join("/");
}
const isKustomization = (path) => /^(?:kustomization\.ya?ml|Kustomization)$/.test(posix.basename(path));
/** Whether a file lies in a folder with a kustomization, or below one. */
function belowKustomization(paths) {
	const folders = new Set([...paths].filter(isKustomization).map((path) => posix.dirname(path)));
	return (path) => {
		if (folders.size === 0) return false;
		let folder = posix.dirname(path);
		while (folder !== "." && !folders.has(folder)) folder = posix.dirname(folder);
		return folders.has(folder);
	};
}
/** What Helm renders or installs itself: manifests beside it are somebody's to apply. */
const isChartContent = (path, charts) => {
	const chart = chartOf$1(path, charts);
	if (chart === void 0) return false;
	const inside = chart === "." ? path : path.slice(chart.length + 1);
	return /^(?:templates|charts|crds)\//.test(inside);
};
/** The chart folder that a file lies in, among the folders that are charts. */
function chartOf$1(path, charts) {
	if (charts.size === 0) return void 0;
	for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) if (charts.has(folder)) return folder;
	return charts.has(".") ? "." : void 0;
}
/** The folders that hold a `Chart.yaml`. */
const chartFolders = (paths) => new Set([...paths].filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map((path) => posix.dirname(path)));

// src/fix/revision-texts.ts
const SERVICE$1 = /kind["']?\s*:\s*["']?Service\b/;
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
			const bytes = entry && (await source.read([entry.id])).get(entry.id);
			const text = bytes instanceof Uint8Array ? readManifestText(path, bytes) : void 0;
			texts.set(key, text);
			return text;
		},
		services: async () => {
			const files = (head?.entries ?? []).filter(({ path, mode }) => mode === "file" && isManifestPath(path));
			const contents = await source.read(files.map(({ id }) => id));
			const found = [];
			let read = 0;
			for (const { path, id } of files) {
				const bytes = contents.get(id);
				if (!(bytes instanceof Uint8Array)) continue;
				if (!SERVICE$1.test(Buffer.from(bytes).toString("latin1"))) continue;
				if (++read > MAX_SERVICE_FILES) break;
				const { objects } = parseManifest(path, bytes);
				found.push(...objects.filter(({ kind, apiVersion }) => kind === "Service" && apiVersion === "v1"));
			}
			return found;
		}
	};
}

// src/source/overlay.ts
/** `known` holds what somebody has read already. */
function createOverlay(source, known = () => void 0) {
	const contents = /* @__PURE__ */ new Map();
	let patches = 0;
	return {
		source: {
			snapshots: source.snapshots,
			read: async (ids) => {
				const wanted = new Set(ids);
				const missing = /* @__PURE__ */ new Set();
				for (const id of wanted) {
					const bytes = contents.get(id) ?? known(id);
					if (bytes === void 0) missing.add(id);
					else contents.set(id, bytes);
				}
				if (missing.size > 0) for (const [id, content] of await source.read(missing)) contents.set(id, content);
				const found = /* @__PURE__ */ new Map();
				for (const id of wanted) {
					const content = contents.get(id);
					if (content !== void 0) found.set(id, content);
				}
				return found;
			}
		},
		patch: (snapshot, { path, bytes }) => {
			const index = snapshot.entries.findIndex((entry) => entry.path === path && entry.mode === "file");
			const entry = snapshot.entries[index];
			if (entry === void 0) return void 0;
			const id = `patched ${++patches}`;
			contents.set(id, bytes);
			const patched = {
				...entry,
				id,
				size: bytes.length
			};
			return {
				...snapshot,
				entries: snapshot.entries.with(index, patched)
			};
		}
	};
}

// src/manifest/detect-network-plugin.ts
/** DaemonSets and Deployments of network plugins, by name, and whether they enforce NetworkPolicy. */
const AGENTS = /* @__PURE__ */ new Map([
	["kube-flannel-ds", false],
	["kube-flannel", false],
	["calico-node", true],
	["canal", true],
	["cilium", true],
	["antrea-agent", true],
	["kube-router", true],
	["ovnkube-node", true],
	["kube-ovn-cni", true],
	["weave-net", true],
	["kube-network-policies", true]
]);
const CHARTS = /* @__PURE__ */ new Map([
	["flannel", false],
	["kube-flannel", false],
	["tigera-operator", true],
	["calico", true],
	["cilium", true],
	["antrea", true],
	["kube-router", true],
	["kube-ovn", true],
	["kube-network-policies", true]
]);
/** Words without which a text installs no plugin that is known here. */
const PLUGIN_WORDS = [
	"flannel",
	"calico",
	"canal",
	"cilium",
	"antrea",
	"kube-router",
	"ovnkube",
	"kube-ovn",
	"weave-net",
	"tigera",
	"kube-network-policies"
];
/** The plugin that an object installs, itself or through the chart that Flux, Argo CD or k3s installs. */
function detectNetworkPlugin({ kind, name, node, span }) {
	if (kind === "DaemonSet" || kind === "Deployment") {
		const enforces = AGENTS.get(name);
		if (enforces === void 0) return void 0;
		const isAlso = !enforces && mentions$1(node, "kube-network-policies");
		return {
			name,
			enforces: enforces || isAlso,
			span
		};
	}
	if (kind === "Installation" && mentions$1(at$1(node, "apiVersion"), "operator.tigera.io/v1")) return {
		name: "calico",
		enforces: true,
		span
	};
	const chart = chartOf(kind, node);
	const enforces = chart === void 0 ? void 0 : CHARTS.get(chart);
	if (chart === void 0 || enforces === void 0) return void 0;
	return {
		name: `chart ${chart}`,
		enforces: enforces || enablesPolicies(node),
		span
	};
}
function chartOf(kind, node) {
	const text = (...path) => {
		const found = at$1(node, ...path);
		return found?.type === "scalar" && typeof found.value === "string" ? found.value : void 0;
	};
	return (kind === "HelmRelease" ? text("spec", "chart", "spec", "chart") : kind === "Application" ? text("spec", "source", "chart") : kind === "HelmChart" ? text("spec", "chart") : void 0)?.split("/").at(-1);
}
/** `netpol.enabled` of the flannel chart, in values given as a map or as a text. */
function enablesPolicies(node) {
	if ([at$1(node, "spec", "values"), at$1(node, "spec", "source", "helm", "valuesObject")].map((found) => at$1(found, "netpol", "enabled")).some((value) => value?.type === "scalar" && value.value === true)) return true;
	return [at$1(node, "spec", "source", "helm", "values"), at$1(node, "spec", "valuesContent")].some((found) => found?.type === "scalar" && typeof found.value === "string" && /netpol:\s*\n\s+enabled:\s*true/.test(found.value));
}
const at$1 = (node, ...path) => path.reduce((found, key) => found?.type === "map" ? found.entries.get(key)?.value : void 0, node);
/** Whether a text stands as a scalar, or in one, anywhere below. Shared nodes are seen once. */
function mentions$1(root, word) {
	const seen = /* @__PURE__ */ new Set();
	const open = root === void 0 ? [] : [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		if (node.type === "scalar") {
			if (typeof node.value === "string" && node.value.includes(word)) return true;
		} else if (node.type === "seq") open.push(...node.items);
		else for (const { value } of node.entries.values()) open.push(value);
	}
	return false;
}

// src/scope/text-hints.ts
const FOREIGN = [
	"EgressFirewall",
	"NetworkSet",
	"projectcalico.org",
	"cilium.io",
	"antrea.io"
];
const NAMESPACE$1 = /\bNamespace(?:List)?\b/;
const WORKLOADS = [
	"Pod",
	"Deployment",
	"Set",
	"Job",
	"ReplicationController"
];
const WORKLOAD = /\b(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)(?:List)?\b/;
const SERVICE = /\bService(?:List)?\b/;
const EVERYTHING = {
	policy: true,
	foreign: true,
	namespace: true,
	workload: true,
	context: true
};
/**
* A kind stands in the text as a word, unless YAML lets it be written otherwise: an escape for a letter,
* a line continued inside a word, base64. Such a text may hold anything.
*/
function hintsOf(text) {
	if (mayHideWords(text)) return EVERYTHING;
	const has = (word) => text.includes(word);
	const policy = has("NetworkPolicy");
	return {
		policy,
		foreign: policy || FOREIGN.some(has),
		namespace: has("Namespace") && NAMESPACE$1.test(text),
		workload: WORKLOADS.some(has) && WORKLOAD.test(text),
		context: has("Service") && SERVICE.test(text) || PLUGIN_WORDS.some(has)
	};
}
const ESCAPED_LETTER = /\\(?:x[4-7]|u00[4-7]|U000000[4-7])/;
const CONTINUED_WORD = /[A-Za-z]\\\r?\n/;
const BINARY = /!\S*binary|!<|^%TAG/m;
function mayHideWords(text) {
	if (text.includes("\0")) return true;
	if (text.includes("\\") && (ESCAPED_LETTER.test(text) || CONTINUED_WORD.test(text))) return true;
	return text.includes("!") && BINARY.test(text);
}
/**
* The objects of a text in which every document that has this word is written plainly: one `kind:` and
* one `metadata:` block at the left margin, names without tricks. Undefined where one is not, so that
* nothing can be said without parsing.
*/
function plainObjects(text, word) {
	if (mayHideWords(text)) return void 0;
	const objects = [];
	for (const document of text.split(/^---/m)) {
		if (!word.test(document)) continue;
		const object = plainObject(document);
		if (object === void 0) return void 0;
		objects.push(object);
	}
	return objects;
}
function plainObject(text) {
	const found = {
		kind: [],
		name: [],
		namespace: []
	};
	let blocks = 0;
	/** Depth of the keys of the metadata block: 0 before its first line, -1 outside of it. */
	let depth = -1;
	for (const line of text.split("\n")) {
		const start = line.search(/[^ ]/);
		const first = line[start];
		if (first === void 0 || first === "#" || first === "\r") continue;
		if (start > 0 && depth < 0) continue;
		if (!/[A-Za-z]/.test(first)) {
			if (start === 0 || start <= depth || depth === 0) return void 0;
			continue;
		}
		if (start === 0) {
			depth = -1;
			if (line.startsWith("items")) return void 0;
			if (line.startsWith("kind")) found.kind.push(line);
			if (!line.startsWith("metadata")) continue;
			if (!/^metadata: *\r?$/.test(line)) return void 0;
			blocks += 1;
			depth = 0;
			continue;
		}
		if (depth === 0) depth = start;
		if (start < depth) return void 0;
		if (start > depth || !line.startsWith("name", start)) continue;
		found[line.startsWith("namespace", start) ? "namespace" : "name"].push(line.slice(start));
	}
	if (blocks !== 1 || found.kind.length !== 1) return void 0;
	const [kind, name, namespace] = [
		found.kind,
		found.name,
		found.namespace
	].map(plainValue);
	if (typeof kind !== "string" || name === null || namespace === null) return void 0;
	return {
		kind,
		text,
		...name === void 0 ? {} : { name },
		...namespace === void 0 ? {} : { namespace }
	};
}
/** The value of a key that stands once, as a bare word; null where it is something else. */
function plainValue(lines) {
	const [line] = lines;
	if (line === void 0) return void 0;
	const match = /^[a-z]+: +["']?([A-Za-z0-9][A-Za-z0-9.-]*)["']? *(?:#.*)?\r?$/.exec(line);
	return lines.length > 1 ? null : match?.[1] ?? null;
}
/** Whether some object of the text says that it lives in this namespace. */
function namesNamespace(text, namespace) {
	if (!text.includes(namespace)) return false;
	const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
	return new RegExp(`[nN]amespace["']?\\s*:\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}

// src/scope/revision-files.ts
const mayMatter = (path) => isManifestPath(path) || isGeneratorPath(path) || isKustomization(path);
/**
* The changed paths that may bear on network policy, submodules and links included. Both listings are in
* path order, and what did not change is the same entry in both.
*/
function changedFiles(base, head) {
	const changes = [];
	let i = 0;
	let j = 0;
	for (;;) {
		const old = base.entries[i];
		const now = head.entries[j];
		if (old === void 0 && now === void 0) return changes.filter(isOfInterest);
		const gone = now === void 0 || old !== void 0 && old.path < now.path;
		const came = old === void 0 || now !== void 0 && now.path < old.path;
		if (!came) i++;
		if (!gone) j++;
		if (gone && old !== void 0) changes.push({
			path: old.path,
			base: old
		});
		else if (came && now !== void 0) changes.push({
			path: now.path,
			head: now
		});
		else if (old !== void 0 && now !== void 0 && old !== now) {
			if (old.id !== now.id || old.mode !== now.mode) changes.push({
				path: now.path,
				base: old,
				head: now
			});
		}
	}
}
/** A link without an ending may lead to a folder of manifests. */
const isFolderLink = ({ path, base, head }) => [base, head].some((entry) => entry?.mode === "symlink") && !/\.[^/]*$/.test(path);
const isOfInterest = (change) => {
	const { path, base, head } = change;
	return mayMatter(path) || isFolderLink(change) || base?.mode === "submodule" || head?.mode === "submodule";
};
/** The manifest files of a snapshot, links and submodules left out. */
const manifestFiles = (snapshot) => snapshot.entries.filter(({ path, mode }) => mode === "file" && isManifestPath(path));
function createTextStore(source) {
	const stored = /* @__PURE__ */ new Map();
	const texts = createDecoder();
	const textOf = (entry) => {
		if (entry === void 0 || !(entry.content instanceof Uint8Array)) return "";
		entry.text ??= texts(entry.content);
		return entry.text;
	};
	const hintsOfEntry = (entry) => entry.hints ??= hintsOf(textOf(entry));
	return {
		load: async (ids) => {
			const missing = /* @__PURE__ */ new Set();
			for (const id of ids) if (!stored.has(id)) missing.add(id);
			if (missing.size === 0) return;
			for (const [id, content] of await source.read(missing)) stored.set(id, { content });
		},
		bytes: (id) => {
			const content = stored.get(id)?.content;
			return content instanceof Uint8Array ? content : void 0;
		},
		tooLarge: (id) => {
			const content = stored.get(id)?.content;
			return content === void 0 || content instanceof Uint8Array ? void 0 : content.tooLarge;
		},
		text: (id) => textOf(stored.get(id)),
		hints: (id) => {
			const entry = stored.get(id);
			return entry === void 0 ? hintsOf("") : hintsOfEntry(entry);
		}
	};
}
/**
* Decodes bytes that often lie side by side in one large buffer: the buffer is decoded once and the texts are
* slices of it. Latin-1 is enough to find words: kinds, keys and namespace names are ASCII.
*/
function createDecoder() {
	const whole = /* @__PURE__ */ new Map();
	return ({ buffer, byteOffset, byteLength }) => {
		let text = whole.get(buffer);
		if (text === void 0) {
			text = Buffer.from(buffer).toString("latin1");
			whole.set(buffer, text);
		}
		return text.slice(byteOffset, byteOffset + byteLength);
	};
}

// src/manifest/api-version.ts
/** The group of an apiVersion; empty for the core group. */
function groupOf(apiVersion) {
	const slash = apiVersion.indexOf("/");
	return slash < 0 ? "" : apiVersion.slice(0, slash);
}

// src/manifest/classify-object.ts
/**
* What an object means for the review, by API group and kind together: NetworkPolicy is a kind of five
* groups at least. A policy of an engine nobody listed is still a policy, so the name decides for
* unknown groups.
*/
function classifyObject(object) {
	const { apiVersion, kind } = object;
	const group = groupOf(apiVersion);
	if (kind === "NetworkPolicy" && (group === "networking.k8s.io" || group === "")) return "network-policy";
	if (kind === "Namespace" && group === "") return "namespace";
	if (kind === "Service" && apiVersion === "v1") return "service";
	if (isWorkloadKind(kind) && WORKLOAD_API_VERSIONS[kind].includes(apiVersion)) return "workload";
	if (FOREIGN_POLICY_KINDS.get(group)?.includes(kind) === true || POLICY_KIND.test(kind)) return "foreign-policy";
	if (CARRIER_KINDS.get(group)?.includes(kind) === true && holdsPolicy(object.node)) return "foreign-policy";
	return "other";
}
const isWorkloadKind = (kind) => Object.hasOwn(WORKLOAD_API_VERSIONS, kind);
/**
* Whether a `kind` below a node is a policy kind, or a CEL expression names one. Nodes are shared by
* aliases, so each is seen once.
*/
function holdsPolicy(root) {
	const seen = /* @__PURE__ */ new Set();
	const open = [root];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		if (node.type === "seq") for (const item of node.items) open.push(item);
		if (node.type !== "map") continue;
		for (const [key, { value }] of node.entries) {
			if (namesPolicy$2(key, value)) return true;
			open.push(value);
		}
	}
	return false;
}
function namesPolicy$2(key, value) {
	if (value.type !== "scalar" || typeof value.value !== "string") return false;
	if (key === "kind") return POLICY_KIND.test(value.value);
	return key === "expression" && /NetworkPolicy\b/.test(value.value);
}

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

// src/manifest/suggest-field.ts
/** Fields that people write in the place of another, though the words are far apart. */
const MISPLACED = {
	from: "to",
	to: "from"
};
/** The known field that an unknown one was probably meant to be. */
function suggestField(name, known) {
	const lower = name.toLowerCase();
	const misplaced = Object.hasOwn(MISPLACED, lower) ? MISPLACED[lower] : void 0;
	if (misplaced !== void 0 && known.includes(misplaced)) return misplaced;
	return nearestWord(name, known);
}

// src/manifest/field-reader.ts
const createReader = () => ({
	problems: [],
	rejected: false
});
/** Records that the API server refuses the object because of this field. */
function reject(reader, { path, span }, message) {
	reader.rejected = true;
	reader.problems.push({
		code: "invalid",
		message: `${path}: ${message}`,
		span,
		field: path
	});
}
/**
* A field of a map that is set: present and not null. Go's JSON decoder gives a null no effect on a value,
* a pointer, a list or a map.
*/
function fieldOf(map, name) {
	const node = map.node.entries.get(name)?.value;
	return node === void 0 || isNull$1(node) ? void 0 : {
		path: join$2(map.path, name),
		node
	};
}
/** Where a field that is not set is missed: its own null, or else the object that lacks it. */
function missingField(map, name) {
	const entry = map.node.entries.get(name);
	return {
		path: join$2(map.path, name),
		span: entry?.keySpan ?? map.node.span
	};
}
function asMap(reader, field) {
	if (field === void 0 || isNull$1(field.node)) return void 0;
	if (field.node.type === "map") return {
		path: field.path,
		node: field.node
	};
	rejectType(reader, field, "an object");
}
/** An object in a list: a null item decodes to the zero value, `{}`. */
function asItem(reader, item) {
	const { path, node } = item;
	if (!isNull$1(node)) return asMap(reader, item);
	return {
		path,
		node: {
			type: "map",
			entries: /* @__PURE__ */ new Map(),
			span: node.span
		}
	};
}
function asList(reader, field) {
	if (field === void 0 || isNull$1(field.node)) return void 0;
	const { path, node } = field;
	if (node.type === "seq") return {
		path,
		span: node.span,
		items: node.items.map((item, index) => ({
			path: `${path}[${index}]`,
			node: item
		}))
	};
	rejectType(reader, field, "a list; begin each item with `- `");
}
/** Text; `""` for null, undefined where the field is absent or anything else. */
function asText(reader, field) {
	if (field === void 0) return void 0;
	const { node } = field;
	if (node.type === "scalar") {
		if (typeof node.value === "string") return node.value;
		if (node.value === null) return "";
	}
	rejectType(reader, field, node.type === "scalar" ? "text; put it in quotes" : "text");
}
/** A 32-bit integer. `80.0` is one: it is `80` in JSON. */
function asInteger(reader, field) {
	if (field === void 0 || isNull$1(field.node)) return void 0;
	const { node } = field;
	if (node.type === "scalar" && typeof node.value === "number") {
		if (Number.isInteger(node.value) && Math.abs(node.value) < 2 ** 31) return node.value;
		reject(reader, at(field), `${node.value} is no 32-bit integer; write a whole number`);
		return;
	}
	rejectType(reader, field, "a whole number without quotes");
}
function asBoolean(reader, field) {
	if (field === void 0 || isNull$1(field.node)) return void 0;
	if (field.node.type === "scalar" && typeof field.node.value === "boolean") return field.node.value;
	rejectType(reader, field, "true or false without quotes");
}
/** A map of texts, such as labels; a null value is `""`. */
function asTextMap(reader, field) {
	const texts = /* @__PURE__ */ new Map();
	const map = asMap(reader, field);
	if (map === void 0) return texts;
	for (const [key, { keySpan, value }] of map.node.entries) {
		const text = asText(reader, {
			path: `${map.path}[${quote(key)}]`,
			node: value
		});
		if (text !== void 0) texts.set(key, {
			text,
			keySpan,
			span: value.span
		});
	}
	return texts;
}
const at = ({ path, node }) => ({
	path,
	span: node.span
});
function rejectType(reader, field, wanted) {
	reject(reader, at(field), `is ${describe(field.node)}, and must be ${wanted}`);
}
/**
* Reports the fields that the schema does not have. Field names are case-sensitive. kubectl asks the API
* server to refuse them (`fieldValidation=Strict`); without that they are dropped with a warning.
*/
function checkFields(reader, map, known) {
	if (map === void 0) return;
	for (const [name, { keySpan }] of map.node.entries) {
		if (known.includes(name)) continue;
		const path = join$2(map.path, name);
		const suggestion = suggestField(name, known);
		const message = `${path}: unknown field; the API server drops it, or refuses the object under strict validation; ${suggestion === void 0 ? "remove it" : `did you mean \`${suggestion}\`?`}`;
		reader.problems.push({
			code: "unknown-field",
			message,
			span: keySpan,
			field: path
		});
	}
}
const isNull$1 = (node) => node.type === "scalar" && node.value === null;
const join$2 = (path, name) => {
	const shown = /^[\w$-]{1,60}$/.test(name) ? name : quote(name);
	return path === "" ? shown : `${path}.${shown}`;
};
function describe(node) {
	switch (node.type) {
		case "map": return "an object";
		case "seq": return "a list";
		case "scalar": return node.value === null ? "null" : typeof node.value === "string" ? `the text ${quote(node.value)}` : `the ${typeof node.value} ${node.value}`;
	}
}

// src/manifest/name-rules.ts
/**
* Forms of names that the API server checks (kubernetes/apimachinery `pkg/util/validation/validation.go`).
* Each returns what is wrong, or undefined. Lengths are checked first, so the patterns see short text only.
*/
function subdomainFault(text) {
	if (text.length > 253) return "is longer than 253 characters; shorten it";
	return SUBDOMAIN.test(text) ? void 0 : "is no DNS subdomain; use lower-case letters, digits, `-` and `.`, with a letter or digit at the ends";
}
const DNS_LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const ONE_DNS_LABEL = new RegExp(`^${DNS_LABEL}$`);
function dnsLabelFault(text) {
	if (text.length > 63) return "is longer than 63 characters; shorten it";
	return ONE_DNS_LABEL.test(text) ? void 0 : "is no DNS label; use lower-case letters, digits and `-`, with a letter or digit at the ends";
}
/** IsQualifiedName: the key of a label or an annotation. */
function labelKeyFault(key) {
	const parts = key.split("/", 3);
	if (parts.length > 2) return "has more than one `/`; write `prefix/name` or `name`";
	const name = parts.at(-1) ?? "";
	if (parts.length === 2) {
		const prefix = parts[0] ?? "";
		const fault = prefix === "" ? "is empty; write `prefix/name` or `name`" : subdomainFault(prefix);
		if (fault !== void 0) return `has a prefix that ${fault}`;
	}
	if (name === "") return "has no name; write one";
	if (name.length > 63) return "has a name longer than 63 characters; shorten it";
	return QUALIFIED_NAME.test(name) ? void 0 : `is no label key; ${NAME_FORM}`;
}
const QUALIFIED_NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const NAME_FORM = "use letters, digits, `-`, `_` and `.`, with a letter or digit at the ends";
function labelValueFault(value) {
	if (value.length > 63) return "is longer than 63 characters; shorten it";
	return value === "" || QUALIFIED_NAME.test(value) ? void 0 : `is no label value; ${NAME_FORM}`;
}
/** IsValidPortName: an IANA service name. */
function portNameFault(name) {
	if (/^[0-9]{1,15}$/.test(name)) return `is a string without a letter; write ${name} without quotes`;
	if (name === "") return "is an empty name; write a port number, a name, or leave the field out";
	if (name.length > 15) return "is longer than 15 characters; shorten the name";
	if (!/^[-a-z0-9]+$/.test(name)) return "is no port name; use lower-case letters, digits and `-`";
	if (!/[a-z]/.test(name)) return "is a port name without a letter; add one, or write a number without quotes";
	if (name.includes("--")) return "has `--`, which no port name may have; write a single `-`";
	return name.startsWith("-") || name.endsWith("-") ? "begins or ends with `-`; remove it" : void 0;
}

// src/manifest/decode-metadata.ts
const TEXT_FIELDS = [
	"selfLink",
	"uid",
	"resourceVersion",
	"creationTimestamp",
	"deletionTimestamp"
];
const INTEGER_FIELDS = ["generation", "deletionGracePeriodSeconds"];
const LIST_FIELDS = [
	"finalizers",
	"managedFields",
	"ownerReferences"
];
const METADATA_FIELDS = [
	"name",
	"generateName",
	"namespace",
	"labels",
	"annotations",
	...TEXT_FIELDS,
	...INTEGER_FIELDS,
	...LIST_FIELDS
];
const MISSING_NAME = "is missing; give the object a name";
const MAX_ANNOTATION_BYTES = 262144;
/** The root of an object for field reading. */
const rootOf = (object) => ({
	path: "",
	node: object.node
});
/** ValidateObjectMeta (kubernetes/kubernetes `pkg/apis/core/validation`), as far as a manifest can tell. */
function decodeMetadata(reader, object, nameRule) {
	const field = fieldOf(rootOf(object), "metadata");
	const map = asMap(reader, field);
	const name = field !== void 0 && map === void 0 ? "" : decodeName(reader, {
		map,
		nameRule,
		span: object.span
	});
	const namespaceField = map && fieldOf(map, "namespace");
	const namespace = asText(reader, namespaceField) ?? "";
	if (namespaceField !== void 0 && namespace !== "") rejectFault(reader, namespaceField, quote(namespace), dnsLabelFault(namespace));
	return {
		name,
		...namespace === "" ? {} : { namespace },
		...decodeTemplateMetadata(reader, map)
	};
}
/** The part of ObjectMeta that a pod template has too: labels, and shapes. */
function decodeTemplateMetadata(reader, map) {
	if (map === void 0) return { labels: emptyLabels$1() };
	checkFields(reader, map, METADATA_FIELDS);
	for (const name of TEXT_FIELDS) asText(reader, fieldOf(map, name));
	for (const name of INTEGER_FIELDS) asInteger(reader, fieldOf(map, name));
	for (const name of LIST_FIELDS) asList(reader, fieldOf(map, name));
	checkAnnotations(reader, fieldOf(map, "annotations"));
	const field = fieldOf(map, "labels");
	return {
		labels: decodeLabels(reader, field),
		map,
		...field === void 0 ? {} : { labelsSpan: field.node.span }
	};
}
function decodeName(reader, { map, nameRule, span }) {
	const field = map && fieldOf(map, "name");
	const prefixField = map && fieldOf(map, "generateName");
	const name = asText(reader, field) ?? "";
	const prefix = asText(reader, prefixField) ?? "";
	if (prefixField !== void 0 && prefix !== "") rejectFault(reader, prefixField, quote(prefix), nameRule(prefix.replace(/-$/, "a")));
	if (field !== void 0 && name !== "") rejectFault(reader, field, quote(name), nameRule(name));
	const isOtherType = field !== void 0 && !isText(field);
	if (name === "" && prefix === "" && !isOtherType) reject(reader, map ? missingField(map, "name") : {
		path: "metadata.name",
		span
	}, MISSING_NAME);
	return name === "" ? prefix : name;
}
const isText = ({ node }) => node.type === "scalar" && typeof node.value === "string";
/** Labels without a prototype: `constructor` is a valid label key. */
const emptyLabels$1 = () => Object.create(null);
function decodeLabels(reader, field) {
	const labels = emptyLabels$1();
	for (const [key, text] of asTextMap(reader, field)) {
		const path = `${field?.path ?? ""}[${quote(key)}]`;
		checkLabelKey(reader, {
			path,
			key,
			text
		});
		const fault = labelValueFault(text.text);
		if (fault !== void 0) reject(reader, {
			path,
			span: text.span
		}, `${quote(text.text)} ${fault}`);
		labels[key] = text.text;
	}
	return labels;
}
function checkLabelKey(reader, { path, key, text }) {
	const fault = labelKeyFault(key);
	if (fault !== void 0) reject(reader, {
		path,
		span: text.keySpan
	}, `the key ${quote(key)} ${fault}`);
}
function checkAnnotations(reader, field) {
	let size = 0;
	for (const [key, text] of asTextMap(reader, field)) {
		size += Buffer.byteLength(key) + Buffer.byteLength(text.text);
		checkLabelKey(reader, {
			path: `${field?.path ?? ""}[${quote(key)}]`,
			key: key.toLowerCase(),
			text
		});
	}
	if (field !== void 0 && size > MAX_ANNOTATION_BYTES) reject(reader, at(field), `are larger than ${MAX_ANNOTATION_BYTES} bytes together; shorten them`);
}
function rejectFault(reader, field, shown, fault) {
	if (fault !== void 0) reject(reader, at(field), `${shown} ${fault}`);
}

// src/manifest/decode-namespace.ts
/** Decodes a Namespace, with the label that the server gives it. */
function decodeNamespace(object) {
	const reader = createReader();
	checkFields(reader, rootOf(object), [
		"apiVersion",
		"kind",
		"metadata",
		"spec",
		"status"
	]);
	if (object.apiVersion !== "v1") {
		const span = object.node.entries.get("apiVersion")?.value.span ?? object.span;
		reject(reader, {
			path: "apiVersion",
			span
		}, `no server serves a Namespace in ${quote(object.apiVersion)}; write v1`);
	}
	const { name, labels } = decodeMetadata(reader, object, dnsLabelFault);
	const { problems } = reader;
	if (reader.rejected) return { problems };
	return {
		namespace: {
			name,
			labels: withName$1(labels, name),
			span: object.span
		},
		problems
	};
}
/** Keeps the labels without a prototype, so that no inherited name reads as a label. */
function withName$1(labels, name) {
	return Object.assign(Object.create(null), labels, { [NAME_LABEL]: name });
}

// src/manifest/apply-marks.ts
const always = () => true;
const is = (...values) => (value) => values.includes(value.trim().toLowerCase());
/** Annotations (and one label) by which the tools that apply manifests leave an object out or delete it again. */
const RULES = [
	{
		key: "config.kubernetes.io/local-config",
		when: (value) => value !== "false",
		effect: "kustomize leaves it out"
	},
	{
		key: "kustomize.toolkit.fluxcd.io/reconcile",
		when: is("disabled"),
		effect: "Flux does not apply it"
	},
	{
		key: "kustomize.toolkit.fluxcd.io/ssa",
		when: is("ignore", "ifnotpresent"),
		effect: "Flux does not apply it, or only once"
	},
	{
		key: "fluxcd.io/ignore",
		when: (value) => value !== "false",
		effect: "Flux does not apply it"
	},
	{
		key: "argocd.argoproj.io/hook",
		when: always,
		effect: "Argo CD runs it as a hook, skips it or deletes it"
	},
	{
		key: "helm.sh/hook",
		when: always,
		effect: "Argo CD and Helm run it as a hook and may delete it"
	},
	{
		key: "configmanagement.gke.io/managed",
		when: is("disabled"),
		effect: "Config Sync does not apply it"
	},
	{
		key: "configmanagement.gke.io/cluster-selector",
		when: always,
		effect: "Config Sync applies it to some clusters only"
	},
	{
		key: "configsync.gke.io/cluster-name-selector",
		when: always,
		effect: "Config Sync applies it to some clusters only"
	},
	{
		key: "client.lifecycle.config.k8s.io/mutation",
		when: is("ignore"),
		effect: "Config Sync does not apply it"
	},
	{
		key: "kapp.k14s.io/noop",
		when: always,
		effect: "kapp does not apply it"
	},
	{
		key: "kapp.k14s.io/exists",
		when: always,
		effect: "kapp does not apply it"
	},
	{
		key: "janitor/ttl",
		when: always,
		effect: "kube-janitor deletes it"
	},
	{
		key: "janitor/expires",
		when: always,
		effect: "kube-janitor deletes it"
	},
	{
		key: "cleanup.kyverno.io/ttl",
		when: always,
		effect: "Kyverno deletes it"
	}
];
const BY_KEY = new Map(RULES.map((rule) => [rule.key, rule]));
const isApplyMark = (key) => BY_KEY.has(key);
/** Fields with which applying fails, or after which the cluster deletes the object. */
const FIELDS = [
	["ownerReferences", "the cluster deletes it where no such owner exists"],
	["resourceVersion", "applying it fails where the cluster has another version"],
	["uid", "applying it fails where the cluster has another object"]
];
/**
* What in the metadata of an object can keep it from being applied, or deletes it again, though the API server
* accepts it. Whether it does depends on the tool that applies the manifests.
*/
function applyMarksOf({ node, name, listKind }) {
	const metadata = childOf(node, "metadata");
	const marks = [];
	for (const field of ["annotations", "labels"]) {
		const map = metadata && childOf(metadata, field);
		if (map?.type !== "map") continue;
		for (const [key, { keySpan, value }] of map.entries) {
			const rule = BY_KEY.get(key);
			const text = value.type === "scalar" ? String(value.value ?? "") : "";
			if (rule?.when(text) === true) marks.push({
				text: `${key}: ${quote(text)}: ${rule.effect}`,
				span: keySpan
			});
		}
	}
	if (metadata?.type === "map") for (const [field, effect] of FIELDS) {
		const entry = metadata.entries.get(field);
		if (entry !== void 0 && isSet(entry.value)) marks.push({
			text: `${field}: ${effect}`,
			span: entry.keySpan
		});
	}
	const generated = metadata?.type === "map" ? metadata.entries.get("generateName") : void 0;
	if (name === "" && generated !== void 0) marks.push({
		text: "generateName: kubectl apply refuses it",
		span: generated.keySpan
	});
	if (listKind !== void 0) marks.push({
		text: `an item of the kind ${quote(listKind)}, which only some tools take for a list`,
		span: node.span
	});
	return marks;
}
const childOf = (node, key) => node.type === "map" ? node.entries.get(key)?.value : void 0;
const isSet = (node) => node.type === "scalar" ? node.value !== null && node.value !== "" : node.type === "map" || node.items.length > 0;

// src/manifest/decode-selector.ts
const OPERATORS = [
	"In",
	"NotIn",
	"Exists",
	"DoesNotExist"
];
/**
* Reads and checks a label selector (kubernetes/apimachinery `pkg/apis/meta/v1/validation/validation.go`,
* ValidateLabelSelector). An empty one has no requirement and matches everything.
*/
function decodeSelector(reader, field) {
	const map = asMap(reader, field);
	checkFields(reader, map, ["matchLabels", "matchExpressions"]);
	return {
		requirements: map === void 0 ? [] : [...decodeMatchLabels(reader, map), ...decodeMatchExpressions(reader, map)],
		span: field.node.span
	};
}
function decodeMatchLabels(reader, map) {
	const field = fieldOf(map, "matchLabels");
	const requirements = [];
	for (const [key, { text, keySpan, span }] of asTextMap(reader, field)) {
		const path = `${field?.path ?? ""}[${quote(key)}]`;
		const keyFault = labelKeyFault(key);
		if (keyFault !== void 0) reject(reader, {
			path,
			span: keySpan
		}, `the key ${quote(key)} ${keyFault}`);
		const valueFault = labelValueFault(text);
		if (valueFault !== void 0) reject(reader, {
			path,
			span
		}, `${quote(text)} ${valueFault}`);
		const place = {
			...keySpan,
			endLine: span.endLine,
			endColumn: span.endColumn
		};
		requirements.push({
			key,
			operator: "In",
			values: [text],
			span: isAfter(span, keySpan) ? place : keySpan
		});
	}
	return requirements;
}
const isAfter = (a, b) => a.startLine > b.startLine || a.startLine === b.startLine && a.startColumn >= b.startColumn;
function decodeMatchExpressions(reader, map) {
	return (asList(reader, fieldOf(map, "matchExpressions"))?.items ?? []).flatMap((item) => decodeRequirement(reader, item) ?? []);
}
function decodeRequirement(reader, item) {
	const map = asItem(reader, item);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"key",
		"operator",
		"values"
	]);
	const key = decodeKey(reader, map);
	const operator = decodeOperator(reader, map);
	const values = decodeValues(reader, map, operator);
	if (key === void 0 || operator === void 0) return void 0;
	return {
		key,
		operator,
		values,
		span: item.node.span
	};
}
function decodeKey(reader, map) {
	const field = fieldOf(map, "key");
	if (field === void 0) {
		reject(reader, missingField(map, "key"), "is missing; name a label");
		return;
	}
	const key = asText(reader, field);
	const fault = key === void 0 ? void 0 : labelKeyFault(key);
	if (key !== void 0 && fault !== void 0) reject(reader, at(field), `${quote(key)} ${fault}`);
	return key;
}
function decodeOperator(reader, map) {
	const field = fieldOf(map, "operator");
	const operator = asText(reader, field);
	if (isOperator(operator)) return operator;
	const choice = "write In, NotIn, Exists or DoesNotExist";
	if (field === void 0) reject(reader, missingField(map, "operator"), `is missing; ${choice}`);
	else if (operator !== void 0) reject(reader, at(field), `${quote(operator)} is no operator; ${choice}`);
}
const isOperator = (text) => text !== void 0 && OPERATORS.includes(text);
function decodeValues(reader, map, operator) {
	const field = fieldOf(map, "values");
	const list = asList(reader, field);
	const values = [];
	for (const item of list?.items ?? []) {
		const value = asText(reader, item);
		const fault = value === void 0 ? void 0 : labelValueFault(value);
		if (value !== void 0 && fault !== void 0) reject(reader, at(item), `${quote(value)} ${fault}`);
		values.push(value ?? "");
	}
	if (field !== void 0 && list === void 0) return values;
	const place = field === void 0 ? missingField(map, "values") : at(field);
	if ((operator === "In" || operator === "NotIn") && values.length === 0) reject(reader, place, `must hold at least one value for the operator ${operator}; add one`);
	if ((operator === "Exists" || operator === "DoesNotExist") && values.length > 0) reject(reader, place, `must be absent for the operator ${operator}; remove the values`);
	return values;
}

// src/manifest/decode-peer.ts
const WANTED_CIDR = "write an address, `/` and a prefix length, such as 10.0.0.0/8";
/** Reads and checks one peer (`pkg/apis/networking/validation/validation.go`, ValidateNetworkPolicyPeer). */
function decodePeer(reader, field) {
	const map = asItem(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"podSelector",
		"namespaceSelector",
		"ipBlock"
	]);
	const pods = fieldOf(map, "podSelector");
	const namespaces = fieldOf(map, "namespaceSelector");
	const block = fieldOf(map, "ipBlock");
	const podSelector = pods && decodeSelector(reader, pods);
	const namespaceSelector = namespaces && decodeSelector(reader, namespaces);
	const ipBlock = block && decodeIpBlock(reader, block, field);
	if (pods === void 0 && namespaces === void 0 && block === void 0) {
		reject(reader, at(field), "names no peer; set podSelector, namespaceSelector or ipBlock");
		return;
	}
	if (block === void 0) return {
		type: "selectors",
		...podSelector === void 0 ? {} : { podSelector },
		...namespaceSelector === void 0 ? {} : { namespaceSelector },
		span: field.node.span
	};
	if (pods !== void 0 || namespaces !== void 0) reject(reader, at(field), "has ipBlock and a selector; make two list items of them");
	return ipBlock;
}
function decodeIpBlock(reader, field, peer) {
	const map = asMap(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, ["cidr", "except"]);
	const cidr = decodeOuterCidr(reader, map);
	const except = (asList(reader, fieldOf(map, "except"))?.items ?? []).flatMap((item) => decodeExcept(reader, item, cidr) ?? []);
	return cidr && {
		type: "ipBlock",
		cidr: cidr.canonical,
		except,
		span: peer.node.span
	};
}
function decodeOuterCidr(reader, map) {
	const field = fieldOf(map, "cidr");
	const text = asText(reader, field);
	if (field === void 0 || text === "") {
		const place = field === void 0 ? missingField(map, "cidr") : at(field);
		reject(reader, place, `is missing; ${WANTED_CIDR}`);
		return;
	}
	return text === void 0 ? void 0 : readCidr(reader, field, text);
}
function decodeExcept(reader, item, outer) {
	const text = asText(reader, item);
	const cidr = text === void 0 ? void 0 : readCidr(reader, item, text);
	if (cidr === void 0 || text === void 0) return void 0;
	if (outer !== void 0 && !isStrictSubset(cidr, outer)) {
		const message = `${quote(text)} is no strict subset of cidr ${outer.canonical}; write a smaller range inside it, or remove it`;
		reject(reader, at(item), message);
	}
	return {
		cidr: cidr.canonical,
		span: item.node.span
	};
}
/**
* The legacy parser: leading zeros, host bits and IPv4-mapped IPv6 pass until StrictIPCIDRValidation is on,
* and mean the masked range.
*/
function readCidr(reader, field, text) {
	const cidr = parseCidr(text);
	if (cidr === void 0) reject(reader, at(field), `${quote(text)} is no CIDR; ${WANTED_CIDR}`);
	return cidr;
}

// src/manifest/decode-port.ts
/**
* Reads and checks one entry of `ports` (`pkg/apis/networking/validation/validation.go`,
* ValidateNetworkPolicyPort); a missing protocol is TCP (`v1/defaults.go`). A null entry is `{}`: all TCP.
*/
function decodePort(reader, field) {
	const map = asItem(reader, field);
	if (map === void 0) return void 0;
	checkFields(reader, map, [
		"protocol",
		"port",
		"endPort"
	]);
	const portField = fieldOf(map, "port");
	const endField = fieldOf(map, "endPort");
	const protocolField = fieldOf(map, "protocol");
	const protocol = decodeProtocol(reader, protocolField);
	const port = decodePortValue(reader, portField);
	const endPort = asInteger(reader, endField);
	if (endField !== void 0 && endPort !== void 0) checkEndPort(reader, {
		endField,
		endPort,
		portField,
		port
	});
	if (protocol === void 0) return void 0;
	return {
		protocol,
		...port === void 0 ? {} : { port },
		...endPort === void 0 ? {} : { endPort },
		...protocolField === void 0 ? {} : { protocolSpan: protocolField.node.span },
		span: field.node.span
	};
}
/** TCP where the field is not set; undefined where it is wrong, and reported. */
function decodeProtocol(reader, field) {
	if (field === void 0) return "TCP";
	const text = asText(reader, field);
	const protocol = PROTOCOLS.find((known) => known === text);
	if (protocol === void 0 && text !== void 0) reject(reader, at(field), `${quote(text)} is no protocol; write TCP, UDP or SCTP, in capitals`);
	return protocol;
}
/** IntOrString: a number, or the name of a port. */
function decodePortValue(reader, field) {
	if (field === void 0) return void 0;
	const { node } = field;
	if (node.type === "scalar" && typeof node.value === "string") {
		const fault = portNameFault(node.value);
		if (fault !== void 0) reject(reader, at(field), `${quote(node.value)} ${fault}`);
		return node.value;
	}
	if (node.type === "scalar" && typeof node.value === "number") return decodePortNumber(reader, field);
	rejectType(reader, field, "a number or the name of a port");
}
/** A port number, 1 to 65535. */
function decodePortNumber(reader, field) {
	const port = asInteger(reader, field);
	if (port !== void 0 && !isPortNumber(port)) reject(reader, at(field), `${port} is no port; write 1 to 65535`);
	return port;
}
const isPortNumber = (port) => port >= 1 && port <= 65535;
function checkEndPort(reader, { endField, endPort, portField, port }) {
	if (portField === void 0) reject(reader, at(endField), "is set without port; set port, the first of the range");
	if (typeof port === "string") reject(reader, at(endField), "is set with a named port; write both as numbers");
	if (typeof port !== "number") return;
	if (!isPortNumber(endPort)) reject(reader, at(endField), `${endPort} is no port; write 1 to 65535`);
	if (endPort < port) reject(reader, at(endField), `${endPort} is below port ${port}; write the last port of the range`);
}

// src/manifest/decode-network-policy.ts
const API_VERSION = "networking.k8s.io/v1";
const PEER_FIELD = {
	ingress: "from",
	egress: "to"
};
const POLICY_TYPES = /* @__PURE__ */ new Map([["Ingress", "ingress"], ["Egress", "egress"]]);
/**
* Decodes, defaults and validates a `networking.k8s.io/v1` NetworkPolicy as the API server does on create
* (`pkg/apis/networking/v1/defaults.go`, `pkg/apis/networking/validation/validation.go`). All that is wrong
* with an object is reported together. Unknown fields alone reject nothing: the server may drop them.
*/
function decodeNetworkPolicy(object) {
	const reader = createReader();
	const root = rootOf(object);
	checkFields(reader, root, [
		"apiVersion",
		"kind",
		"metadata",
		"spec"
	]);
	checkType(reader, object);
	refusePatch(reader, object);
	const metadata = decodeMetadata(reader, object, subdomainFault);
	const specField = fieldOf(root, "spec");
	const spec = decodeSpec(reader, {
		field: specField,
		span: specField?.node.span ?? object.span
	});
	const { problems } = reader;
	if (reader.rejected) return { problems };
	const { name, namespace } = metadata;
	const identity = {
		name,
		...namespace === void 0 ? {} : { namespace }
	};
	const marks = applyMarksOf(object);
	return {
		policy: {
			...identity,
			...spec,
			...marks.length === 0 ? {} : { marks },
			span: object.span
		},
		problems
	};
}
function checkType(reader, { apiVersion, kind, node }) {
	if (kind === "NetworkPolicy" && apiVersion === API_VERSION) return;
	const span = node.entries.get("apiVersion")?.value.span ?? node.span;
	const message = `no server serves the kind ${quote(kind)} in ${quote(apiVersion)}; write ${API_VERSION}`;
	reject(reader, {
		path: "apiVersion",
		span
	}, message);
}
/** A patch says a part of a policy, or deletes one: read as a policy, it would isolate every pod. */
function refusePatch(reader, { node }) {
	const spec = node.entries.get("spec")?.value;
	for (const [path, map] of [["", node], ["spec.", spec]]) {
		const directive = map?.type === "map" ? map.entries.get("$patch") : void 0;
		if (directive === void 0) continue;
		reject(reader, {
			path: `${path}$patch`,
			span: directive.keySpan
		}, "makes this a patch for kustomize, not a policy; name it under `patches`");
	}
}
/** A missing or null spec is an empty one: all pods, ingress denied. */
function decodeSpec(reader, { field, span }) {
	const map = asMap(reader, field);
	checkFields(reader, map, [
		"podSelector",
		"policyTypes",
		"ingress",
		"egress"
	]);
	const ingress = map === void 0 ? [] : decodeRules(reader, map, "ingress");
	const egress = map === void 0 ? [] : decodeRules(reader, map, "egress");
	const typesField = map && fieldOf(map, "policyTypes");
	const policyTypes = decodePolicyTypes(reader, typesField);
	return {
		podSelector: decodePodSelector(reader, map, span),
		policyTypes: policyTypes.length > 0 ? policyTypes : egress.length > 0 ? ["ingress", "egress"] : ["ingress"],
		policyTypesSpan: policyTypes.length > 0 && typesField !== void 0 ? typesField.node.span : span,
		ingress,
		egress
	};
}
function decodePodSelector(reader, map, span) {
	const field = map && fieldOf(map, "podSelector");
	if (field !== void 0) return decodeSelector(reader, field);
	return {
		requirements: [],
		span: map?.node.entries.get("podSelector")?.keySpan ?? span
	};
}
function decodePolicyTypes(reader, field) {
	const list = asList(reader, field);
	if (field === void 0 || list === void 0) return [];
	const texts = list.items.map((item) => ({
		item,
		text: asText(reader, item)
	}));
	if (texts.length > 2) {
		reject(reader, at(field), "holds more than two entries; write Ingress, Egress or both");
		return [];
	}
	const directions = /* @__PURE__ */ new Set();
	for (const { item, text } of texts) {
		if (text === void 0) continue;
		const direction = POLICY_TYPES.get(text);
		if (direction === void 0) reject(reader, at(item), `${quote(text)} is no policy type; write Ingress or Egress`);
		else directions.add(direction);
	}
	return [...directions];
}
function decodeRules(reader, spec, direction) {
	return (asList(reader, fieldOf(spec, direction))?.items ?? []).map((item) => decodeRule(reader, item, PEER_FIELD[direction]));
}
/** A null rule is `{}`, which allows everything. */
function decodeRule(reader, field, peerField) {
	const map = asItem(reader, field);
	checkFields(reader, map, ["ports", peerField]);
	const ports = asList(reader, map && fieldOf(map, "ports"))?.items ?? [];
	return {
		peers: (asList(reader, map && fieldOf(map, peerField))?.items ?? []).flatMap((peer) => decodePeer(reader, peer) ?? []),
		ports: ports.flatMap((port) => decodePort(reader, port) ?? []),
		span: field.node.span
	};
}

// src/manifest/decode-service.ts
/**
* Decodes what a Service says about its pods; undefined where the API server would refuse it. No policy
* depends on a Service, so faults in one are nobody's problem here.
*/
function decodeService(object) {
	const reader = createReader();
	const { name, namespace } = decodeMetadata(reader, object, subdomainFault);
	const spec = asMap(reader, fieldOf(rootOf(object), "spec"));
	if (spec === void 0) return void 0;
	const ports = asList(reader, fieldOf(spec, "ports"))?.items ?? [];
	const type = asText(reader, fieldOf(spec, "type")) ?? "ClusterIP";
	const service = {
		name,
		...namespace === void 0 ? {} : { namespace },
		selector: type === "ExternalName" ? emptyLabels() : selectorOf$2(reader, spec),
		ports: ports.flatMap((item) => decodeServicePort(reader, item) ?? []),
		clusterIps: clusterIpsOf(reader, spec),
		hidesClients: (type === "NodePort" || type === "LoadBalancer") && asText(reader, fieldOf(spec, "externalTrafficPolicy")) !== "Local",
		span: object.span
	};
	return reader.rejected ? void 0 : service;
}
const emptyLabels = () => Object.create(null);
function selectorOf$2(reader, spec) {
	const labels = emptyLabels();
	for (const [key, { text }] of asTextMap(reader, fieldOf(spec, "selector"))) labels[key] = text;
	return labels;
}
function decodeServicePort(reader, item) {
	const map = asMap(reader, item);
	const field = map && fieldOf(map, "port");
	const port = field && decodePortNumber(reader, field);
	if (map === void 0 || port === void 0) return void 0;
	const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
	if (protocol === void 0) return void 0;
	const target = fieldOf(map, "targetPort");
	if (target === void 0) return {
		port,
		target: port,
		protocol
	};
	const { node } = target;
	if (node.type === "scalar" && typeof node.value === "string") return {
		port,
		target: node.value,
		protocol
	};
	const number = decodePortNumber(reader, target);
	return number === void 0 ? void 0 : {
		port,
		target: number,
		protocol
	};
}
/** Addresses that the manifest fixes; `None` is a headless Service. */
function clusterIpsOf(reader, spec) {
	const list = asList(reader, fieldOf(spec, "clusterIPs"))?.items ?? [];
	const texts = [fieldOf(spec, "clusterIP"), ...list].map((field) => asText(reader, field) ?? "");
	return [...new Set(texts)].filter((text) => text !== "" && text !== "None");
}

// src/manifest/decode-container-ports.ts
/**
* The ports that the containers of a pod declare. Of init containers only sidecars run beside them
* (`restartPolicy: Always`); how NetworkPolicy sees their ports is not documented, so they count.
*/
function decodeContainerPorts(reader, podSpec) {
	const containers = asList(reader, fieldOf(podSpec, "containers"))?.items ?? [];
	const initContainers = asList(reader, fieldOf(podSpec, "initContainers"))?.items ?? [];
	return [...containers.flatMap((container) => portsOf$5(reader, asMap(reader, container))), ...initContainers.flatMap((container) => {
		const map = asMap(reader, container);
		return map !== void 0 && asText(reader, fieldOf(map, "restartPolicy")) === "Always" ? portsOf$5(reader, map) : [];
	})];
}
function portsOf$5(reader, container) {
	if (container === void 0) return [];
	return (asList(reader, fieldOf(container, "ports"))?.items ?? []).flatMap((item) => decodeContainerPort(reader, item) ?? []);
}
function decodeContainerPort(reader, item) {
	const map = asMap(reader, item);
	if (map === void 0) return void 0;
	const portField = fieldOf(map, "containerPort");
	if (portField === void 0) reject(reader, missingField(map, "containerPort"), "is missing; write a port number");
	const port = portField && decodePortNumber(reader, portField);
	const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
	const name = asText(reader, fieldOf(map, "name")) ?? "";
	return port === void 0 || protocol === void 0 ? void 0 : {
		name,
		port,
		protocol
	};
}

// src/manifest/decode-workload.ts
/** Where each kind keeps its pod template; the path of a Pod is the object itself. */
const TEMPLATE_PATH = {
	Pod: [],
	Deployment: ["spec", "template"],
	StatefulSet: ["spec", "template"],
	DaemonSet: ["spec", "template"],
	ReplicaSet: ["spec", "template"],
	ReplicationController: ["spec", "template"],
	Job: ["spec", "template"],
	CronJob: [
		"spec",
		"jobTemplate",
		"spec",
		"template"
	]
};
/**
* Decodes what the review needs of a workload: the labels and ports of its pods come from the pod template,
* not from the controller. The rest of a workload is not validated.
*/
function decodeWorkload(object) {
	const { kind, apiVersion, span } = object;
	const reader = createReader();
	if (!isWorkloadKind(kind) || !WORKLOAD_API_VERSIONS[kind].includes(apiVersion)) {
		reject(reader, {
			path: "kind",
			span
		}, `no server serves the kind ${quote(kind)} in ${quote(apiVersion)}`);
		return { problems: reader.problems };
	}
	const metadata = decodeMetadata(reader, object, subdomainFault);
	const template = findTemplate(reader, object, TEMPLATE_PATH[kind]);
	const pod = template && decodePod(reader, template, kind === "Pod" ? metadata : void 0);
	const { problems } = reader;
	if (reader.rejected || pod === void 0 || hasFinished(object)) return { problems };
	const { name, namespace } = metadata;
	const owner = kind === "Pod" && metadata.map !== void 0 ? ownerOf(metadata.map) : void 0;
	return {
		workload: {
			kind,
			name,
			...namespace === void 0 ? {} : { namespace },
			labels: pod.metadata.labels,
			labelsSpan: pod.metadata.labelsSpan ?? span,
			ports: pod.ports,
			images: pod.images,
			hostNetwork: pod.hostNetwork,
			...pod.hostNetworkSpan === void 0 ? {} : { hostNetworkSpan: pod.hostNetworkSpan },
			ips: kind === "Pod" ? podIps(object) : [],
			...owner === void 0 ? {} : { owner },
			span
		},
		problems
	};
}
function findTemplate(reader, object, path) {
	let map = rootOf(object);
	for (const name of path) {
		const field = fieldOf(map, name);
		const next = asMap(reader, field);
		if (field === void 0) {
			const place = missingField(map, name);
			reject(reader, place, "is missing; a workload needs its pod template");
		}
		if (next === void 0) return void 0;
		map = next;
	}
	return map;
}
function decodePod(reader, template, own) {
	const metadata = own ?? decodeTemplateMetadata(reader, asMap(reader, fieldOf(template, "metadata")));
	const spec = asMap(reader, fieldOf(template, "spec"));
	const hostNetwork = spec && fieldOf(spec, "hostNetwork");
	return {
		metadata,
		ports: spec === void 0 ? [] : decodeContainerPorts(reader, spec),
		images: spec === void 0 ? [] : imagesOf(spec),
		hostNetwork: asBoolean(reader, hostNetwork) === true,
		...hostNetwork === void 0 ? {} : { hostNetworkSpan: hostNetwork.node.span }
	};
}
/** `registry/name:tag@digest` without what changes with every release. */
function imagesOf(spec) {
	const images = (asList(createReader(), fieldOf(spec, "containers"))?.items ?? []).flatMap((item) => {
		const map = asMap(createReader(), item);
		const image = map && textOf$3(fieldOf(map, "image"));
		return image === void 0 ? [] : [image.replace(/@.*$/s, "").replace(/:[^/:]*$/, "")];
	});
	return [...new Set(images)].toSorted();
}
/** Dumps of live objects hold a status. It decides nothing at the server, so faults in it are no problem. */
const statusOf = (object) => asMap(createReader(), fieldOf(rootOf(object), "status"));
function hasFinished(object) {
	const status = object.kind === "Pod" ? statusOf(object) : void 0;
	const phase = status && textOf$3(fieldOf(status, "phase"));
	return phase === "Succeeded" || phase === "Failed";
}
function podIps(object) {
	const status = statusOf(object);
	if (status === void 0) return [];
	const listed = (asList(createReader(), fieldOf(status, "podIPs"))?.items ?? []).map((item) => {
		const map = asMap(createReader(), item);
		return (map && textOf$3(fieldOf(map, "ip"))) ?? "";
	});
	return [.../* @__PURE__ */ new Set([textOf$3(fieldOf(status, "podIP")) ?? "", ...listed])].filter((ip) => ip !== "");
}
function ownerOf(metadata) {
	const references = asList(createReader(), fieldOf(metadata, "ownerReferences"))?.items ?? [];
	for (const item of references) {
		const map = asMap(createReader(), item);
		if (map === void 0 || asBoolean(createReader(), fieldOf(map, "controller")) !== true) continue;
		const kind = textOf$3(fieldOf(map, "kind"));
		const name = textOf$3(fieldOf(map, "name"));
		if (kind !== void 0 && kind !== "Node" && name !== void 0) return {
			kind,
			name
		};
	}
}
const textOf$3 = (field) => asText(createReader(), field);

// src/scope/load-file.ts
/** Decodes everything in a file that the review can use. */
function loadFile(path, id, bytes) {
	const { objects, problems } = parseManifest(path, bytes);
	const text = lazily(() => Buffer.from(bytes).toString("latin1"));
	const hides = lazily(() => mayHideWords(text()));
	const isHarmless = lazily(() => {
		const { policy, foreign, namespace, workload } = hintsOf(text());
		return !(policy || foreign || namespace || workload);
	});
	const loaded = {
		policies: [],
		rejected: [],
		namespaces: [],
		workloads: [],
		services: [],
		plugins: [],
		foreign: [],
		problems: problems.map((problem) => ({
			...problem,
			about: isHarmless() ? "other" : problem.kindHints !== void 0 && hides() ? "policy" : aboutOf(problem, objects)
		}))
	};
	const note = (about, found, object) => {
		for (const problem of found) loaded.problems.push({
			...problem,
			about,
			object
		});
	};
	for (const object of objects) {
		const plugin = detectNetworkPlugin(object);
		if (plugin !== void 0) loaded.plugins.push(plugin);
		switch (classifyObject(object)) {
			case "network-policy": {
				const decoded = decodeNetworkPolicy(object);
				if (decoded.policy === void 0) loaded.rejected.push(object);
				else loaded.policies.push(decoded.policy);
				note("policy", decoded.problems, object);
				break;
			}
			case "namespace": {
				const decoded = decodeNamespace(object);
				if (decoded.namespace !== void 0) loaded.namespaces.push(decoded.namespace);
				note("namespace", decoded.problems, object);
				break;
			}
			case "workload": {
				const decoded = decodeWorkload(object);
				if (decoded.workload !== void 0) loaded.workloads.push(decoded.workload);
				note("workload", decoded.problems, object);
				break;
			}
			case "service": {
				const service = decodeService(object);
				if (service !== void 0) loaded.services.push(service);
				break;
			}
			case "foreign-policy": loaded.foreign.push(object);
		}
	}
	return {
		path,
		id,
		...loaded
	};
}
/** What a problem of the reader hides or touches: the kinds in the hidden text, or the object around it. */
function aboutOf(problem, objects) {
	const { kindHints, span } = problem;
	if (kindHints === void 0) {
		const around = objects.find((object) => object.span.startLine <= span.startLine && span.endLine <= object.span.endLine);
		return around === void 0 ? "policy" : ABOUT[classifyObject(around)];
	}
	if (kindHints.some((kind) => /Policy|Firewall|NetworkSet/.test(kind))) return "policy";
	if (kindHints.includes("Namespace")) return "namespace";
	return kindHints.length > 0 ? "workload" : "other";
}
const ABOUT = {
	"network-policy": "policy",
	"foreign-policy": "policy",
	namespace: "namespace",
	workload: "workload",
	service: "other",
	other: "other"
};

// src/world/file-loader.ts
function createLoader(texts) {
	const loaded = /* @__PURE__ */ new Map();
	return {
		load: ({ path, id }) => {
			const key = `${id} ${path}`;
			const known = loaded.get(key);
			if (known !== void 0) return known;
			const size = texts.tooLarge(id);
			const file = size === void 0 ? loadFile(path, id, texts.bytes(id) ?? /* @__PURE__ */ new Uint8Array()) : tooLargeFile(path, id, size);
			loaded.set(key, file);
			return file;
		},
		count: () => loaded.size
	};
}
function tooLargeFile(path, id, size) {
	const span = {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: 1
	};
	return {
		path,
		id,
		policies: [],
		rejected: [],
		namespaces: [],
		workloads: [],
		services: [],
		plugins: [],
		foreign: [],
		problems: [{
			code: "too-large",
			message: `the file has ${size} bytes, more than the limit, and was not read`,
			span,
			about: "policy"
		}]
	};
}

// src/world/reading.ts
function createReading(source) {
	const texts = createTextStore(source);
	return {
		texts,
		loader: createLoader(texts)
	};
}
/** The text of a file of a snapshot, if it is there and was read. */
function textsOf({ entries }, { texts }) {
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	let ids;
	return (path) => {
		ids ??= new Map(entries.flatMap(({ path: at, id, mode }) => mode === "file" ? [[at, id]] : []));
		const bytes = texts.bytes(ids.get(path) ?? "");
		return bytes === void 0 ? void 0 : decoder.decode(bytes);
	};
}

// src/add-fixes.ts
/** Proposals that are evaluated for one report: each costs one or two reviews. */
const MAX_TRIALS = 20;
/** Findings and rows that are looked at for proposals, worst first. */
const MAX_TARGETS$1 = 100;
/** All of it together: a trial that would go past it is not begun, so a slow review gets no fixes. */
const MAX_MS = 2e4;
/** Reviews a change and adds the fixes that were tried and found to work. */
async function reviewWithFixes(request, review) {
	const begun = Date.now();
	const overlay = createOverlay(request.source, (id) => request.reading?.texts.bytes(id));
	const reading = createReading(overlay.source);
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
	const texts = createRevisionTexts(source);
	const fixes = /* @__PURE__ */ new Map();
	const trials = /* @__PURE__ */ new Map();
	for (const { key, ...target } of findTargets(report).slice(0, MAX_TARGETS$1)) {
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
const NOTHING$1 = {
	all: /* @__PURE__ */ new Set(),
	surely: /* @__PURE__ */ new Set()
};
/** What a proposal mends; nothing where it does not do what it is for, or does more. */
async function tryFix({ fix, goal }, { report, overlay, texts, reviewOf }) {
	const [base, head] = overlay.source.snapshots;
	const old = await texts.text("head", fix.path);
	if (base === void 0 || head === void 0 || old === void 0) return NOTHING$1;
	const bytes = new TextEncoder().encode(applyFix(old, fix));
	const patchedHead = overlay.patch(head, {
		path: fix.path,
		bytes
	});
	if (patchedHead === void 0) return NOTHING$1;
	const patched = await reviewOf(base, patchedHead);
	const { findings, rows, surely } = goneFrom(report, patched);
	if (findings.size + rows.size === 0) return NOTHING$1;
	const step = () => reviewOf(head, patchedHead);
	if (!await reachesGoal(goal, {
		unpatched: report,
		patched,
		step
	})) return NOTHING$1;
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
	const names = labels.get(NAME_LABEL);
	if (names === void 0 || !names.absent) return [labels];
	const present = {
		...names,
		absent: false
	};
	return isEmptyValueSet(present) ? [] : [withKey(labels, NAME_LABEL, present)];
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
const MAX_STEPS$3 = 5e6;
/** The part of `regions` that none of `cuts` covers. Disjoint if `regions` are. */
function subtractAll(regions, cuts, spend = createBudget(MAX_STEPS$3)) {
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
		labels: /* @__PURE__ */ new Map([[NAME_LABEL, onlyValue(name)]])
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
	const names = box.get(NAME_LABEL);
	if (names === void 0) return box;
	const values = subtractSets(names.values, known);
	if (names.negated && values.size === 0) return withKey(box, NAME_LABEL, ANY_VALUE);
	const left = {
		absent: false,
		negated: names.negated,
		values
	};
	return isEmptyValueSet(left) ? void 0 : withKey(box, NAME_LABEL, left);
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
	let addresses = rangeOf$1(peer.cidr);
	for (const { cidr } of peer.except) addresses = subtractAddresses(addresses, rangeOf$1(cidr));
	return addresses;
}
/** The addresses of one CIDR. Text that is none holds no address; decoding has reported it. */
function rangeOf$1(cidr) {
	const range = parseCidr(cidr);
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

// src/world/world.ts
const policyKey = (namespace, name) => `${namespace}/${name}`;
const EMPTY_WORLD = {
	namespaces: /* @__PURE__ */ new Map(),
	policies: [],
	workloads: []
};
/**
* Namespace labels for a comparison. A namespace that only one revision declares keeps the declared labels
* at the other: a manifest that comes or goes is no evidence that the labels on the cluster changed.
*/
function namespaceLabelsOf(world, other = EMPTY_WORLD) {
	const labels = /* @__PURE__ */ new Map();
	for (const [name, namespace] of other.namespaces) labels.set(name, namespace.labels);
	for (const [name, namespace] of world.namespaces) labels.set(name, namespace.labels);
	return labels;
}
function groupByNamespace(items) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(item.namespace);
		if (group === void 0) groups.set(item.namespace, [item]);
		else group.push(item);
	}
	return groups;
}

// src/reach/changed-namespaces.ts
/** Everything outside these namespaces is the same on both sides by construction. */
function findChangedNamespaces(base, head, directories) {
	const names = /* @__PURE__ */ new Set();
	const before = groupByNamespace(base.policies);
	const after = groupByNamespace(head.policies);
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
	for (const protocol of PROTOCOLS) for (const [start, end] of ports[protocol]) {
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
		isolated: lazily(() => disjointBoxes(subjects)),
		free: lazily(() => subtractEach([ANY_LABELS], subjects)),
		index: lazily(() => indexRegions(allows.map(({ region }) => region))),
		isolating: isolationFinder(isolation)
	};
}
const FIRST = 64;
const SHOWN$10 = 10;
function isolationFinder(isolation) {
	const sorted = lazily(() => isolation.toSorted((a, b) => a.labels.size - b.labels.size));
	const region = (labels) => ({
		source: podsIn({
			type: "unknown",
			labels: ANY_LABELS
		}, labels),
		destination: anyAddress,
		ports: ALL_PORTS,
		names: NO_NAMES
	});
	const filed = lazily(() => {
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
		if (broad.length >= SHOWN$10 || isolation.length <= FIRST) return broad.slice(0, SHOWN$10);
		const { index, owners } = filed();
		return index.near(region(labels)).flatMap((entry) => owners.get(entry) ?? []).filter(meets).slice(0, SHOWN$10);
	};
}
function createEvaluator(world, options) {
	const groups = groupByNamespace(world.policies);
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
	for (const allows of groupByRule$2(changed)) {
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
function groupByRule$2(allows) {
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

// src/scope/workload-traits.ts
/** What policies can tell about a workload: equal texts live in the same cell. */
const traitsOf = ({ labels, ports, hostNetwork }) => JSON.stringify([
	Object.entries(labels).toSorted(([a], [b]) => a < b ? -1 : 1),
	ports.filter(({ name }) => name !== "").map(({ name, port, protocol }) => `${protocol} ${name} ${port}`).toSorted(),
	hostNetwork
]);

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
	const before = groupBy$1(base, workloadIdentity);
	const left = new Set(head.map(workloadIdentity));
	const gone = groupBy$1(base.filter((placed) => !left.has(workloadIdentity(placed))), placeOf$2);
	return changed.flatMap((placed) => {
		const { workload, namespace } = placed;
		const same = before.get(workloadIdentity(placed));
		const versions = same ? sameFile(same, workload) : formerSelf(workload, (gone.get(placeOf$2(placed)) ?? []).slice(0, MANY$2), isolated);
		return versions.length === 0 ? [] : [{
			namespace,
			versions,
			head: workload
		}];
	});
}
/** So many workloads of one namespace are not renamed at once; what is left out counts as new. */
const MANY$2 = 500;
function groupBy$1(placed, keyOf) {
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
const placeOf$2 = ({ workload, namespace }) => `${namespace}/${workload.kind === "Job" || workload.kind === "CronJob" ? "batch" : "service"}`;
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
	const traits = traitsOf(now);
	const [before] = versions;
	if (before === void 0 || versions.some((version) => traitsOf(version) === traits)) return [];
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
			labels: withKey(set.labels, NAME_LABEL, others)
		},
		inside: special.map((name) => ({
			name,
			namespaces: {
				type: "unknown",
				labels: withKey(set.labels, NAME_LABEL, onlyValue(name))
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
	const results = [...changed.names].toSorted().flatMap((namespace) => DIRECTIONS.map((direction) => compareSide({
		...common,
		namespace,
		direction
	})));
	const isolated = ({ workload, namespace }) => DIRECTIONS.filter((direction) => evaluators.base.side(namespace, direction).isolation.some(({ labels }) => boxMatches(labels, workload.labels))).length;
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
	directory: createDirectory(namespaceLabelsOf(world, other)),
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
		const verdict = verdictOf(gains.length > 0, losses.length > 0);
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
const verdictOf = (more, less) => more ? less ? "incomparable" : "more-open" : less ? "less-open" : "unchanged";
/** Flows of one workload that moved from one cell to another: its own sides, and the rules of others. */
function compareMoved(moved, world) {
	const base = viewOfWorkload(world.base, moved, moved.base);
	const head = viewOfWorkload(world.head, moved, moved.head);
	const { spend } = world;
	return DIRECTIONS.flatMap((direction) => {
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
			groups ??= groupByNamespace(world.workloads);
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
	const everything = lazily(() => groupByNamespace(policies));
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
const SHOWN$9 = 4;
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
	if (sizeOf$3(addresses) > BigInt(SHOWN$9)) return void 0;
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
			if (blocks.length === SHOWN$9) return void 0;
			let size = start === 0n ? 1n << BigInt(bits) : start & -start;
			while (size > stop - start) size >>= 1n;
			const prefix = bits - (size.toString(2).length - 1);
			const text = formatAddress(family, start);
			blocks.push(prefix === bits ? text : `${text}/${prefix}`);
			start += size;
		}
	}
	return blocks;
}

// src/reach/describe-pods.ts
const SHOWN$8 = 3;
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
	const more = texts.length > SHOWN$8 ? " or others" : "";
	return texts.slice(0, SHOWN$8).join(" or ") + more;
}
function describeValues(key, { absent, negated, values }) {
	const all = [...values].toSorted();
	const list = all.slice(0, SHOWN$8).join(", ") + (all.length > SHOWN$8 ? ", …" : "");
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
	const listed = names.slice(0, SHOWN$8).map((name) => words.label(name)).join(", ") + (names.length > SHOWN$8 ? ` and ${names.length - SHOWN$8} more` : "");
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
		if (left.length > SHOWN$8) return { text: "any other namespace" };
		return { text: `any namespace except ${left.map((name) => words.label(name)).join(", ")}` };
	}
	const now = names.length === 0 ? "" : ` (today: ${listed})`;
	return { text: `namespaces ${conditions.join(" or ")}${now}` };
}
/** Names that a set of all other namespaces leaves out. */
function leftOut(set) {
	const names = set.type === "unknown" ? set.labels.get(NAME_LABEL) : void 0;
	return names?.negated === true ? [...names.values] : [];
}
/** The names that a condition pins down, if it does. */
function namesOf$1(labels) {
	const names = labels.get(NAME_LABEL);
	return names === void 0 || names.negated || names.absent ? [] : [...names.values];
}
function describeConditions(labels) {
	return describeLabels(new Map([...labels].filter(([key]) => key !== NAME_LABEL)));
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
	const lost = lostExceptions(peer, counterpart).find(({ cidr }) => regions.some(({ source, destination }) => [source, destination].some((end) => end.type === "address" && subtractAddresses(end.addresses, rangeOf$1(cidr)).length === 0)));
	if (lost === void 0) return void 0;
	const left = peer.except.find(({ cidr }) => cidr !== lost.cidr && subtractAddresses(rangeOf$1(cidr), rangeOf$1(lost.cidr)).length === 0);
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
	return opening ? partsOf$1(explainPeer(before, peer), opening) : partsOf$1(explainPeer(peer, before), opening);
}
const partsOf$1 = ({ text, base, head }, opening) => ({
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
		text: `${came.map((entry) => portText(entry)).slice(0, SHOWN$7).join(", ")} ${opening ? "added" : "removed"}`,
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
const SHOWN$7 = 4;
/** TCP goes without saying, unless the protocol is the point. */
function portText({ protocol, port, endPort }, isPoint = protocol !== "TCP") {
	if (port === void 0) return `${protocol} (any port)`;
	const number = endPort === void 0 ? `${port}` : `${port}-${endPort}`;
	return isPoint ? `port ${protocol} ${number}` : `port ${number}`;
}

// src/reach/removed-policy.ts
/** What became of a policy that is not there any more: gone, or in no namespace. */
const removedText = (policies, { namespace, name }) => namespace !== "" && policies.find("", name) !== void 0 ? "lost its namespace" : "removed";
const isRejected = ({ rejected }, { namespace, name }) => rejected?.has(policyKey(namespace, name)) === true;
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
	return partsOf$1({
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
		return partsOf$1(explainSelector(title, base.podSelector, head.podSelector), opening);
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
	return ((change.change === "closed" ? policies.head : policies.base).find(policy.namespace, policy.name)?.[change.direction] ?? []).flatMap((rule) => lostExceptions(peer, rule)).map(({ cidr }) => rangeOf$1(cidr));
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
	return PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => isAllOf(ports, protocol) ? `${protocol} any port` : `${protocol} ${ranges(ports[protocol])}`).join("; ") + suffix;
}
/**
* Ports of a change. Where it cuts a hole into a range that somebody wrote, the range is said, and what of it
* was allowed already (for a change that closes: what still is).
*/
function describeChangedPorts(changed, written, closes) {
	const rest = subtractPorts(written, changed);
	const whole = unitePorts(written, changed);
	if (!PROTOCOLS.some((protocol) => touch(changed[protocol], rest[protocol]))) return describePorts(changed, NO_NAMES);
	const word = closes ? "still open" : "before";
	return `${describePorts(whole, NO_NAMES)} (${word}: ${describePorts(rest, NO_NAMES)})`;
}
/** A range of one set ends where the other begins. */
const touch = (changed, rest) => changed.some(([start, end]) => end - start > 1 && rest.some(([first, last]) => last === start || first === end));
const SHOWN$6 = 6;
function ranges(intervals) {
	const words = intervals.slice(0, SHOWN$6).map(([start, end]) => end - start === 1 ? `${start}` : `${start}-${end - 1}`);
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
	const parsed = parseCidr(cidr);
	return parsed === void 0 ? [] : addressRange(parsed.family, parsed.first, parsed.last);
};
/** Addresses that belong to hosts on the public IPv4 internet. */
const publicIpv4 = lazily(() => SPECIAL_IPV4.reduce((rest, cidr) => subtractAddresses(rest, range(cidr)), ALL_IPV4));
/** Global unicast, the only part of IPv6 that the internet routes (RFC 4291, IANA IPv6 registry). */
const publicIpv6 = lazily(() => range("2000::/3"));
const internet = lazily(() => [...publicIpv4(), ...publicIpv6()]);
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
const sensitivePorts = lazily(() => ({
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
	const name = namespaces.type === "known" ? namespaces.names : namespaces.labels.get(NAME_LABEL);
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
const weightOf$1 = (risk, ports) => ORDER.indexOf(risk) * 2 + (isAllPorts(ports) ? 0 : 1);
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
		const text = formatAddress(familyOfPoint(address), value);
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
		namespaceLabels: { [NAME_LABEL]: moved.namespace }
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
	const names = namespaces.labels.get(NAME_LABEL);
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
			namespaceLabels: { [NAME_LABEL]: namespace }
		};
	}
	const labels = sampleLabels(namespaces.labels);
	const condition = namespaces.labels.get(NAME_LABEL);
	const namespace = labels["kubernetes.io/metadata.name"] ?? ["another-namespace", "a-namespace-outside"].find((name) => condition === void 0 || hasValue(condition, name)) ?? "another-namespace";
	return {
		namespace,
		namespaceLabels: {
			...labels,
			[NAME_LABEL]: namespace
		}
	};
}
function describeSampleNamespace({ namespaces }, name, words) {
	if (namespaces.type === "known") return words.label(name);
	const others = new Map([...namespaces.labels].filter(([key]) => key !== NAME_LABEL));
	const pinned = namespaces.labels.get(NAME_LABEL);
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
	for (const protocol of PROTOCOLS) {
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
	const distinct = new Map(rows.toReversed().map((entry) => [wordsOf$2(entry.row), entry]));
	return rows.filter((entry) => distinct.get(wordsOf$2(entry.row)) === entry).toSorted((a, b) => order[a.row.change] - order[b.row.change] || a.weight - b.weight).map(({ row }) => row);
}
const wordsOf$2 = ({ change, source, destination, ports, cause }) => JSON.stringify([
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
const isNamed$1 = (labels) => [...labels.keys()].every((key) => key === NAME_LABEL);
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
			blockedBy: placesOf(change.blockedBy)
		},
		weight: weightOf$1(risk, shown.ports)
	};
}
/** Pods that an address range also means are no news beside the range itself; an assumption says so. */
function withoutPodEchoes({ cause, regions, direction }) {
	if (cause.type !== "rule" || cause.allow.peer?.type !== "ipBlock") return regions;
	const outside = regions.filter((region) => peerOf(region, direction).type === "address");
	return outside.length === 0 ? regions : outside;
}
function worstRegion(regions) {
	const weigh = (region) => weightOf$1(riskOf(region), region.ports);
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
	namespaceLabels: { [NAME_LABEL]: UNNAMED },
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
function widePeers(allows, direction, protocols = PROTOCOLS) {
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
		const range = peer?.type === "ipBlock" ? rangeOf$1(peer.cidr) : end.addresses;
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
		return [findingOf("NP001", {
			scope: facts.scope,
			namespace,
			message: messageOf$1(side, weakening),
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
function messageOf$1(side, { form, pods, peers }) {
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
const SHOWN$5 = 3;
const listSome = (texts) => {
	const all = [...new Set(texts)];
	return all.slice(0, SHOWN$5).join(", ") + (all.length > SHOWN$5 ? " and others" : "");
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
	const address = parseAddress(text);
	return address !== void 0 && hasPoint(peer.addresses, pointOf(address.family, address.value));
};
const sizeOf$1 = ({ addresses }) => addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
const isWide = (peer) => sizeOf$1(peer) > 2n ** 16n;
const isSingle = (peer) => sizeOf$1(peer) === 1n;
const surelyHolds = ({ namespaces }, name) => namespaces.type === "known" ? namespaces.names.has(name) : boxMatches(namespaces.labels, { [NAME_LABEL]: name });
function mayHoldNamespace(peer, name) {
	const { namespaces } = peer;
	if (namespaces.type === "known") return namespaces.names.has(name);
	const names = namespaces.labels.get(NAME_LABEL);
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
		return [findingOf("NP012", {
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
const MAX_STEPS$2 = 1e6;
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
			if (++steps > MAX_STEPS$2) return;
			if (!boxesAreDisjoint(boxOf(item), box)) yield item;
		}
	}
	return {
		meeting,
		covers: (box, passes = () => true) => {
			for (const item of meeting(box)) if (passes(item) && subtractBoxes(box, boxOf(item)).length === 0) return true;
			return steps > MAX_STEPS$2;
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
			const groups = rules.get(key) ?? groupByRule$1(evaluator.side(namespace, direction).allows);
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
function groupByRule$1(allows) {
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
		podsMatching: (namespace, box) => search(stockOf(namespace).pods, box, labelsOf$1),
		onHostNetwork: (namespace, box) => search(stockOf(namespace).host, box, labelsOf$1),
		servicesBehind: (namespace, box) => search(stockOf(namespace).services, box, selectorOf$1),
		isValueInUse: (value) => {
			values ??= new Set(world.workloads.flatMap(({ workload }) => Object.values(workload.labels)));
			return values.has(value);
		}
	};
}
const groupAll = ({ workloads, services = [] }) => ({
	workloads: groupByNamespace(workloads),
	services: groupByNamespace(services)
});
const labelsOf$1 = ({ labels }) => labels;
const selectorOf$1 = ({ selector }) => selector;
function createStock(workloads, services) {
	return {
		pods: createShelf(workloads.filter(({ hostNetwork }) => !hostNetwork), labelsOf$1),
		host: createShelf(workloads.filter(({ hostNetwork }) => hostNetwork), labelsOf$1),
		services: createShelf(services.filter(({ selector }) => Object.keys(selector).length > 0), selectorOf$1)
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
		const address = parseAddress(text);
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
		const pinned = set.labels.get(NAME_LABEL);
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
const MAX_STEPS$1 = 5e5;
function createNearSearch() {
	let steps = 0;
	return {
		label: (selector, candidates, sameNames = NAME_KEYS$1) => {
			const box = boxOfSelector(selector);
			if (box === void 0) return void 0;
			for (const { labels } of candidates) {
				if (++steps > MAX_STEPS$1) return void 0;
				const wanted = onlyMissing(selector, box, labels);
				const near = wanted && nearLabelOf(wanted, labels, sameNames);
				if (near !== void 0) return near;
			}
		},
		text: (wanted, candidates) => {
			for (const candidate of candidates) {
				if (++steps > MAX_STEPS$1) return void 0;
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
const SHOWN$4 = 3;
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
		const where = names.slice(0, SHOWN$4).map(namespaceLabel).join(", ");
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

// src/scope/policy-content.ts
/** All that a policy says, without where it says it: equal texts are equal policies. */
const contentOf$1 = (policy) => JSON.stringify(policy, withoutPlaces);
const withoutPlaces = (key, value) => key === "span" || key === "policyTypesSpan" || key === "protocolSpan" ? void 0 : value;

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
			about: contentOf$1({
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
const SHOWN$3 = 3;
function blockWords({ cidr, except }) {
	if (except.length === 0) return cidr;
	const more = except.length > SHOWN$3 ? " and others" : "";
	return `${cidr} except ${except.slice(0, SHOWN$3).map((entry) => entry.cidr).join(", ")}${more}`;
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
				text: `${SYSTEM} has no label \`${key}: ${SYSTEM}\` unless somebody sets it; write \`${NAME_LABEL}: ${SYSTEM}\``,
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
		const content = contentOf$1({
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
	return [...new Set(world.policies.map(({ namespace }) => namespace))].flatMap((namespace) => DIRECTIONS.flatMap((direction) => ofSide(evaluator.side(namespace, direction).allows, {
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
	if (subtractAddresses(rangeOf$1(cidr), addresses).length > 0) return false;
	if (other.peer?.type !== "ipBlock") return true;
	return parseCidr(other.peer.cidr)?.canonical !== parseCidr(cidr)?.canonical;
}

// src/check/lints/fault.ts
/** Equal keys at both revisions are the same fault, wherever it stands. */
const keyOf$2 = ({ rule, namespace = "", about }) => JSON.stringify([
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
	for (const key of base.map(keyOf$2)) before.set(key, (before.get(key) ?? 0) + 1);
	return head.filter((fault) => {
		const key = keyOf$2(fault);
		const left = before.get(key) ?? 0;
		if (left > 0) before.set(key, left - 1);
		return left === 0;
	});
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
const SHOWN$2 = 3;
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
const podWords = (pods) => pods.slice(0, SHOWN$2).map(({ kind, name }) => `${kind} ${name}`).join(" or ");
/** The declared name that was meant, or those that there are. */
function suggestion({ port, protocol }, pods) {
	const names = [...new Set(pods.flatMap(({ ports }) => ports.flatMap((declared) => declared.protocol === protocol && declared.name !== "" ? [declared.name] : [])))];
	const near = names.find((name) => isNearText(name, String(port)));
	if (near !== void 0) return `; did you mean \`${near}\`?`;
	const listed = names.slice(0, SHOWN$2).map((name) => `\`${name}\``);
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
function mistakeOf(selector, { world, before, complete, evaluator, nearest }, labelsName) {
	const box = boxOfSelector(selector);
	if (box === void 0) return void 0;
	const known = [...world.namespaces.values()];
	if (evaluator.directory.select(selector).some(({ type }) => type === "known")) return void 0;
	for (const wanted of selector.requirements) {
		const [value = "", another] = wanted.values;
		if (wanted.operator !== "In" || another !== void 0 || value === "") continue;
		const text = nameMistake(wanted, value, {
			world,
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
function nameMistake({ key }, value, { world, labelsName, complete, nearest }) {
	const { namespaces } = world;
	if (key === "kubernetes.io/metadata.name") {
		if (!complete) return void 0;
		const near = nearest.text(value, namespaces.keys());
		return near === void 0 || isPolicyNamespace(world, value) ? void 0 : `no Namespace \`${value}\` is declared; did you mean \`${near}\`?`;
	}
	const advice = `write \`${NAME_LABEL}: ${value}\`, which every namespace has`;
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
function findIdlePlugins({ world, complete }) {
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
			about: contentOf$1({
				...policy,
				name: ""
			})
		});
		const ignored = DIRECTIONS.find((direction) => !policy.policyTypes.includes(direction) && policy[direction].length > 0);
		const [rule] = ignored === void 0 ? [] : policy[ignored];
		if (ignored !== void 0 && rule !== void 0) return [{
			...common(),
			message: `the ${ignored} rules of NetworkPolicy ${policy.name} have no effect: policyTypes lists only ${listed$1(policy)}`,
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
const listed$1 = ({ policyTypes }) => policyTypes.map((direction) => NAMES[direction]).join(" and ");
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
			about: `${direction} ${contentOf$1({
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
	...keysOf$1({
		...to,
		peers: from.peers
	})
]);
const keysOf$1 = ({ peers, ports }) => [peers, ports].map((list) => JSON.stringify(list, (key, value) => key === "span" || key === "protocolSpan" ? void 0 : value));
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
	const before = factsOf(base);
	const now = {
		...factsOf(head),
		before
	};
	return newFaults(faultsOf(before), faultsOf(now)).map((fault) => ({
		...toFinding(fault, head.scope),
		...fault.levelIfNew === void 0 ? {} : { level: fault.levelIfNew },
		side: "head"
	}));
}
function factsOf({ world, evaluator, complete }) {
	return {
		world,
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
	const finding = findingOf(rule, {
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
		return [findingOf("NP002", {
			scope: facts.scope,
			namespace: side.workload?.namespace ?? side.namespace,
			message: `${describeWho(side, opened.map(({ reach }) => reach))} can now reach the cloud metadata service: ${list$1(addresses)}`,
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
		return [findingOf("NP017", {
			scope: facts.scope,
			namespace: side.workload?.namespace ?? side.namespace,
			message: `${describeWho(side, [reach])} can now reach ${list$1(reach.addresses)} on ${describePorts(ports, NO_NAMES)}`,
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
const SHOWN$1 = 3;
const list$1 = (addresses) => addresses.slice(0, SHOWN$1).join(", ") + (addresses.length > SHOWN$1 ? ` and ${addresses.length - SHOWN$1} more` : "");
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
		const open = DIRECTIONS.filter((direction) => coverageOf(facts.comparison.head.side(name, direction)) !== "all");
		if (open.length === 0) return [];
		return [findingOf("NP003", {
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
	const contents = new Set(gone.map(({ policy }) => contentOf$1(policy)));
	const changed = moved.filter(({ policy }) => !contents.has(contentOf$1(policy)));
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
	return [findingOf("NP025", {
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
	return [findingOf("NP026", {
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
		const key = policyKey(namespace, policy.name);
		if (seen.has(key)) return [];
		seen.add(key);
		const content = contentOf$1(policy);
		const other = policies.head.all(namespace, policy.name).find((same) => same !== policy && contentOf$1(same) !== content);
		if (other === void 0) return [];
		const { path, startLine } = other.span;
		return [findingOf("NP027", {
			scope,
			namespace,
			message: `NetworkPolicy ${policy.name} in ${namespaceLabel(namespace)} is defined here and in ${path}:${startLine}; both were evaluated`,
			location: policy.span,
			side: "head"
		})];
	});
}

// src/check/review-scope.ts
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

// src/check/other-readings.ts
/**
* What other readings of the manifests would fail and the one that was taken does not: nobody knows which is
* true, so each leaves the answer open. The first reading of a scope, namespace and rule speaks for all.
*/
function ledgerOfReadings(readings, { findings, ipBlockMatchesPods, config }) {
	const told = new Set(findings.filter(({ gate }) => gate).map((each) => keyOf$1(each, each.scope)));
	const entries = [];
	for (const reading of readings) {
		const { scope, beside, base, head, namespaces, doubt, place, occupied = () => false } = reading;
		const isTold = (finding) => [scope, beside].some((name) => name !== void 0 && told.has(keyOf$1(finding, name)));
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
			told.add(keyOf$1(finding, scope));
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
const keyOf$1 = ({ rule, namespace }, scope) => `${rule} ${namespace ?? ""} ${scope}`;

// src/config/read-tree.ts
/**
* A review also looks at the file that a change would bring, which anybody may have written: hence the
* bounds. Real files are a hundredth of this.
*/
const MAX_CHARACTERS = 131072;
const MAX_NODES = 2e4;
const MAX_DEPTH$2 = 20;
const MAX_ALIASES = 100;
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
	if (text.length > MAX_CHARACTERS) return failed$1(`the file is larger than ${MAX_CHARACTERS / 1024} KiB`);
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		schema: "core",
		uniqueKeys: false
	});
	const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
	const [error] = document.errors;
	if (error !== void 0) {
		const message = error.message.split(/ at line |\n/u)[0] ?? "not YAML";
		return failed$1(message, lineAt(error.pos[0]));
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
const failed$1 = (message, line = 1) => ({
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
		if (++nodes > MAX_NODES) fail(`more than ${MAX_NODES} values`);
		if (depth > MAX_DEPTH$2) fail(`nested more than ${MAX_DEPTH$2} levels deep`);
		const span = spanOf(range);
		if (isAlias(node)) {
			if (++aliases > MAX_ALIASES) fail(`more than ${MAX_ALIASES} aliases`);
			const target = node.resolve(document);
			return target === void 0 ? fail(`there is no anchor ${node.source}`) : convert(target, key, depth + 1);
		}
		if (isMap(node)) {
			const entries = /* @__PURE__ */ new Map();
			for (const pair of node.items) {
				const name = isScalar(pair.key) ? String(pair.key.value) : fail("a key must be text");
				const path = join$1(key, name);
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
		if (isSeq(node)) return {
			type: "seq",
			items: node.items.map((item, index) => convert(item, join$1(key, String(index)), depth + 1)),
			span
		};
		const value = isScalar(node) ? node.value : null;
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
const join$1 = (key, name) => key === "" ? name : `${key}.${name}`;
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
/** One word of a list. */
function word(words) {
	return {
		schema: { enum: [...words] },
		read: (node, key, note) => {
			const value = node.type === "scalar" ? node.value : null;
			const known = words.find((candidate) => candidate === value);
			if (known === void 0) {
				const hint = typeof value === "string" ? didYouMean(value, words) : "";
				note(faultAt(node.span, key, `one of ${words.join(", ")} is wanted${hint}`));
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
			const items = node.items.map((each, index) => item.read(each, join$1(key, `${index}`), note));
			const read = items.filter((each) => each !== void 0);
			return read.length === items.length ? read : void 0;
		}
	};
}
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
			const message = `unknown key${didYouMean(name, names)}; known are ${names.join(", ")}`;
			note(faultAt(keySpan, join$1(key, name), message));
			values.set(name, void 0);
		} else if (field.required || !isNull(value)) values.set(name, field.shape.read(value, join$1(key, name), note));
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
				const read = id === void 0 ? void 0 : value.read(each, join$1(key, name), note);
				if (id === void 0) note(faultAt(keySpan, key, `there is no ${noun} ${name}${didYouMean(name, names)}`));
				else if (values.has(id)) note(faultAt(keySpan, join$1(key, name), `${id} is set twice, by id and by name`));
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
			if (id === void 0) note(faultAt(node.span, key, typeof value === "string" ? `there is no ${noun} ${value}${didYouMean(value, names)}` : `the id or the name of a ${noun} is wanted`));
			return id;
		}
	};
}
function didYouMean(given, known) {
	const nearest = nearestWord(given, known);
	return nearest === void 0 ? "" : `; did you mean ${nearest}?`;
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
const scope = mapping({
	name: required(someText("a text"), { description: "What the scope is called in the review." }),
	paths: required(list(glob, "a list of globs"), {
		description: "Globs of its files, from the top of the repository.",
		examples: [["clusters/production/**", "base/**"]]
	}),
	namespace: optional(someText("a text"), { description: "Where objects without a namespace land." })
}, { wanted: "a mapping with name and paths" });
const failOnWord = word(FAIL_ON);
const failOn = scalarOr(failOnWord, list(failOnWord, `one word or a list of them, out of ${FAIL_ON.join(", ")},`, 1));
const level = word(LEVELS$4);
const ruleSetting = scalarOr(word(["off", ...LEVELS$4]), mapping({
	level: optional(level, { description: "How grave its findings are." }),
	gate: optional(flag, { description: "Whether its findings fail the check, whatever `failOn` says. Unset, a gate stays one at level error." })
}, {
	wanted: `one of off, ${LEVELS$4.join(", ")}, or a mapping with level and gate`,
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
		scopes: optional(list(scope, "a list"), { description: "Manifests that are applied together to one cluster: `name`, `paths` and, for objects without one, `namespace`. Without it, folders decide." }),
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
const MAX_MESSAGE$1 = 1e3;
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
	message: message.slice(0, MAX_MESSAGE$1)
});
/** One line per mistake, each with file, line and key. */
const formatFaults = (path, faults) => faults.map(({ line, key, message }) => `${path}:${line}: ${key === "" ? "" : `${key}: `}${message}`).join("\n");

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/config/config.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const DEFAULT_CONFIG = {
	scopes: [],
	exclude: () => false,
	failOn: ["gate"],
	warnOnly: false,
	rules: /* @__PURE__ */ new Map(),
	accept: [],
	files: [],
	notes: []
};
/** Whether one of the globs matches; compiled when first asked, since a file may only be checked. */
function pathFilter(globs) {
	if (globs.length === 0) return () => false;
	const matches = lazily(() => (0, import_picomatch.default)([...globs], { dot: true }));
	return (path) => matches()(path);
}

// src/config/merge-configs.ts
/**
* What an organisation's configuration and a repository's come to. A key that the organisation sets is
* fixed; what it leaves open, the repository may set. Only `accept` is added up, and only where the
* organisation lets repositories accept.
*/
function mergeConfigs(organisation, repository) {
	const files = [organisation, repository].filter((file) => file !== void 0);
	const shared = organisation?.keys ?? {};
	const keys = {
		...repository?.keys ?? {},
		...shared
	};
	const mayAccept = organisation === void 0 || shared.repositoryMayAccept === true;
	const { failOn, ipBlockMatchesPods } = keys;
	return {
		scopes: (keys.scopes ?? []).map(({ name, paths, namespace }) => ({
			name,
			includes: pathFilter(paths),
			...namespace === void 0 ? {} : { namespace }
		})),
		exclude: pathFilter(keys.exclude ?? []),
		...ipBlockMatchesPods === void 0 ? {} : { ipBlockMatchesPods },
		failOn: failOn === void 0 ? DEFAULT_CONFIG.failOn : [failOn].flat(),
		warnOnly: keys.warnOnly ?? DEFAULT_CONFIG.warnOnly,
		rules: keys.rules ?? DEFAULT_CONFIG.rules,
		accept: [...organisation === void 0 ? [] : acceptancesOf(organisation, true), ...repository !== void 0 && mayAccept ? acceptancesOf(repository, false) : []],
		files: files.map(({ path }) => path),
		notes: repository === void 0 ? [] : notesOn(repository, organisation)
	};
}
function acceptancesOf({ keys, root }, isShared) {
	const items = root.type === "map" ? root.entries.get("accept")?.value : void 0;
	return (keys.accept ?? []).map(({ path, ...entry }, index) => ({
		...entry,
		...path === void 0 ? {} : { matchesPath: pathFilter([path]) },
		span: (items?.type === "seq" ? items.items[index] : void 0)?.span ?? root.span,
		isShared
	}));
}
/** What the repository's file says in vain. */
function notesOn({ path, keys, root }, organisation) {
	const fixed = organisation?.keys ?? {};
	return Object.keys(keys).flatMap((key) => {
		const reason = reasonFor(key, {
			fixed,
			by: organisation?.path
		});
		const span = keySpan(root, key);
		return reason === void 0 ? [] : [{
			path,
			...span === void 0 ? {} : { span },
			reason
		}];
	});
}
function reasonFor(key, { fixed, by }) {
	if (key === "repositoryMayAccept") return "`repositoryMayAccept` counts only in an organisation's configuration";
	if (by === void 0) return void 0;
	if (key === "accept") return fixed.repositoryMayAccept === true ? void 0 : `\`accept\` does not count: ${by} does not say \`repositoryMayAccept: true\``;
	return Object.hasOwn(fixed, key) ? `\`${key}\` does not count: ${by} sets it` : void 0;
}
function keySpan(root, key) {
	return (root.type === "map" ? root : void 0)?.entries.get(key)?.keySpan;
}

// src/settings.ts
/** Where the configuration is looked for, from the top of the repository. */
const CONFIG_PATH = ".github/netpol-review.yml";
/** A configuration that cannot be used; the message names file, line and key. */
var InvalidConfig = class extends Error {
	name = "InvalidConfig";
};
const configContext = ({ today }) => ({
	rules: Object.entries(RULES$1).map(([id, { name, summary }]) => ({
		id,
		name,
		summary
	})),
	today
});
/** The day of a moment, as the engine wants it. */
const dayOf = (moment) => moment.toISOString().slice(0, 10);
function readConfig(request) {
	const { organisation, repository } = request.config ?? {};
	const read = (text) => {
		if (text === void 0) return void 0;
		const result = parseConfig(text, configContext(request));
		if (!result.ok) throw new InvalidConfig(formatFaults(text.path, result.faults));
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

// src/note-config.ts
/** What a reader should know of the configuration itself: what counts in vain, and what will count next. */
async function noteConfig(request, { notes }) {
	const isDiff = request.source.snapshots.length > 1;
	return [...notes.map((note) => ({
		...note,
		side: isDiff ? "base" : "head",
		decides: false
	})), ...isDiff ? await noteChange(request) : []];
}
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
	const bytes = (await request.source.read([id])).get(id);
	if (!(bytes instanceof Uint8Array)) return {
		line: 1,
		key: "",
		message: "it is too large"
	};
	const text = decode(bytes);
	if (text === void 0) return {
		line: 1,
		key: "",
		message: "it is not UTF-8 text"
	};
	const result = parseConfig({
		path,
		text
	}, configContext(request));
	return result.ok ? void 0 : result.faults[0];
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}

// src/scope/scope-name.ts
/** Folders whose children are clusters or overlays: what lies below one is applied together. */
const MARKERS = /* @__PURE__ */ new Set([
	"clusters",
	"cluster",
	"environments",
	"environment",
	"envs",
	"env",
	"overlays",
	"overlay",
	"providers",
	"sites",
	"regions"
]);
const DEFAULT_SCOPE = "default";
/**
* The scope of a file by its path: the nearest folder under a marker such as `clusters/`, or a dotted
* folder under `namespaces/`, where cluster names stand. Everything else is one scope.
*/
function scopeNameOf(path) {
	const segments = path.split("/");
	for (let i = segments.length - 3; i >= 0; i--) {
		const marker = segments[i] ?? "";
		const child = segments[i + 1] ?? "";
		if (isMarker(marker, child)) return segments.slice(0, i + 2).join("/");
	}
	return DEFAULT_SCOPE;
}
/** Whether the folders below this one are clusters or overlays, judged by one of them. */
const isMarker = (folder, child) => MARKERS.has(folder) || folder === "namespaces" && child.includes(".");

// src/world/scope-files.ts
/** Files that can bear on policy, by scope. Configured scopes first; what none of them names goes by the markers in its path. */
function splitScopes(files, { config, charts, texts, isPatch = () => false }) {
	const scopes = /* @__PURE__ */ new Map();
	for (const side of ["base", "head"]) for (const file of files[side]) {
		if (!matters(file, texts) || !isActive(file, config, charts)) continue;
		if (texts.hints(file.id).policy && isPatch(file.path)) continue;
		for (const name of scopesOf(file.path, config)) {
			const scope = scopes.get(name) ?? {
				base: [],
				head: []
			};
			scopes.set(name, scope);
			scope[side].push(file);
		}
	}
	return [...scopes].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, lists]) => {
		const namespace = config.scopes.find((scope) => scope.name === name)?.namespace;
		return {
			name,
			...lists,
			...namespace === void 0 ? {} : { namespace }
		};
	});
}
/** The scopes of a file: those of the configuration that name it, else the one that its path tells. */
function scopesOf(path, config) {
	const named = config.scopes.filter(({ includes }) => includes(path)).map(({ name }) => name);
	return named.length > 0 ? named : [scopeNameOf(path)];
}
/** Manifests that somebody applies as they stand: no templates of a chart, no tests, nothing excluded. */
function isActive({ path }, config, charts) {
	if (config.exclude(path) || isChartContent(path, charts)) return false;
	return config.scopes.some(({ includes }) => includes(path)) || !isSetAside(path);
}
/** Whether anything in the file can bear on network policy. */
function matters({ id }, texts) {
	const { foreign, policy, namespace, workload, context } = texts.hints(id);
	return foreign || policy || namespace || workload || context || texts.tooLarge(id) !== void 0;
}

// src/scope/merged-documents.ts
/**
* A missing `---` shows as one duplicate key per key that both documents have. To a reader that is one mistake,
* told once, where the second document begins.
*/
function joinMergedDocuments(problems) {
	const runs = [[]];
	for (const problem of problems) {
		const [first] = runs.at(-1) ?? [];
		const starts = keyOf(problem) !== void 0;
		const isNext = first === void 0 || keyOf(first) === void 0 || keyOf(problem) === keyOf(first);
		if (starts && isNext) runs.push([problem]);
		else runs.at(-1)?.push(problem);
	}
	return runs.flatMap((run) => {
		const [first, ...others] = run;
		if (first === void 0 || keyOf(first) === void 0) return run;
		if (!others.some((problem) => keyOf(problem) !== void 0)) return run;
		return [merged(first), ...others.filter(({ code }) => code !== "duplicate-key")];
	});
}
/** The key that a problem is about; every document has these two. */
const keyOf = ({ code, message }) => code === "duplicate-key" ? /^the key "(apiVersion|kind)" /.exec(message)?.[1] : void 0;
const merged = (first) => ({
	...first,
	message: `\`---\` is missing before this line: the document that starts with "${keyOf(first)}" here and the one of line ${first.related?.startLine ?? 1} are read as one, of which kubectl applies the last part only and other tools nothing`
});

// src/scope/ledger.ts
/** Problems that leave a manifest, or a part of it, without effect on the answer. */
const UNREAD = /* @__PURE__ */ new Set([
	"syntax",
	"template",
	"duplicate-key",
	"too-large",
	"not-text",
	"invalid"
]);
/** What a problem is apart from its line numbers: faults that stood at base already are not this change's. */
const nature = ({ code, message }) => `${code} ${message.replaceAll(/\d+/g, "#")}`;
/** The documents of a file that name a policy, as text: what a fault may hide. */
const hidden = (text) => text.split(/^---/m).filter((document) => /polic/i.test(document) || mayHideWords(document)).map((document) => document.trim()).toSorted().join("\n---\n");
/**
* The unread parts of the loaded files. A fault decides if it hides, or is in, a policy, and it or what it
* hides is new at head: nobody can say then what the policy allows.
*/
function ledgerOfProblems(head, { base, textOf, tellsPodsApart = () => false }) {
	const after = new Map(head.map((file) => [file.path, file]));
	return [...head.flatMap((file) => {
		const before = base.get(file.path);
		const standing = new Set(joinMergedDocuments(before?.problems ?? []).map(nature));
		const changed = before?.id !== file.id;
		const sameText = before !== void 0 && isRead(file) && isRead(before) && hidden(textOf(before)) === hidden(textOf(file));
		return joinMergedDocuments(file.problems).filter(isUnread).map((problem) => entryOf(problem, "head", changed && !((sameText || problem.about !== "policy") && standing.has(nature(problem))) && (problem.about === "policy" || isRefusal(problem, tellsPodsApart))));
	}), ...[...base.values()].flatMap((file) => {
		const now = after.get(file.path);
		return now === void 0 || now.id !== file.id && now.policies.length === 0 && now.problems.length === 0 ? file.problems.filter(isUnread).map((problem) => entryOf(problem, "base", problem.about === "policy")) : [];
	})];
}
const isUnread = ({ code, about }) => UNREAD.has(code) && about !== "other";
/** A file past the limits has no text to compare. */
const isRead = ({ problems }) => !problems.some(({ code }) => code === "too-large" || code === "not-text");
/**
* A Namespace that the API server refuses keeps its old labels, and a workload its old pods: nobody knows what
* policies make of them.
*/
const isRefusal = (problem, tellsPodsApart) => problem.code === "invalid" && problem.kindHints === void 0 && (problem.about === "namespace" || problem.about === "workload" && tellsPodsApart(problem));
const entryOf = (problem, side, decides) => ({
	path: problem.span.path,
	span: problem.span,
	side,
	reason: problem.message,
	decides
});
/** Policies of engines that are not evaluated. A changed one can be the whole point of the change. */
function ledgerOfForeign(base, head) {
	const key = ({ foreign }) => JSON.stringify(foreign.map(({ node }) => node), plain$1);
	const before = new Map(base.map((file) => [file.path, file]));
	const after = new Map(head.map((file) => [file.path, file]));
	const entries = [];
	for (const path of /* @__PURE__ */ new Set([...before.keys(), ...after.keys()])) {
		const old = before.get(path);
		const now = after.get(path);
		const decides = old?.id !== now?.id && (old && key(old)) !== (now && key(now));
		const shown = now !== void 0 && now.foreign.length > 0 ? now : old;
		if (shown === void 0) continue;
		const side = shown === now ? "head" : "base";
		for (const { kind, apiVersion, name, span } of shown.foreign) entries.push({
			path,
			span,
			side,
			reason: `${kind} ${name} (${apiVersion}) ${decides ? "changed, and " : ""}is not evaluated`,
			decides
		});
	}
	return entries;
}
/** Values without their places; keys in order. */
function plain$1(key, value) {
	if (key === "span" || key === "keySpan") return void 0;
	return value instanceof Map ? [...value] : value;
}
/** Changed entries that are no files: their content is elsewhere and was not followed. */
function ledgerOfLinks(changes) {
	return changes.flatMap(({ path, base, head }) => {
		const entry = head ?? base;
		if (entry === void 0 || entry.mode === "file") return [];
		const what = entry.mode === "symlink" ? "symbolic link" : "submodule";
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: `a ${what} that changed: what it points to is not read`,
			decides: true
		}];
	});
}

// src/scope/plain-values.ts
const MAX_TEXT$1 = 1048576;
/**
* The documents of a YAML text as plain values, for files that are not decoded as manifests. Undefined where
* one cannot be read.
*/
function plainValues(text) {
	if (text.length > MAX_TEXT$1) return void 0;
	try {
		const documents = parseAllDocuments(text, {
			uniqueKeys: false,
			logLevel: "silent"
		});
		if (documents.some(({ errors }) => errors.length > 0)) return void 0;
		return documents.map((document) => plain(document.toJS({
			maxAliasCount: 100,
			mapAsMap: true
		}), 0));
	} catch {
		return;
	}
}
const MAX_DEPTH$1 = 100;
function plain(value, depth) {
	if (depth > MAX_DEPTH$1) return void 0;
	if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
	if (!(value instanceof Map)) return value;
	return Object.fromEntries([...value].map(([key, child]) => [String(key), plain(child, depth + 1)]));
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** What stands at a path of keys. */
const valueAt = (value, ...keys) => keys.reduce((at, key) => isRecord(at) ? at[key] : void 0, value);

// src/scope/kustomize-graph.ts
const LISTS = [
	"resources",
	"bases",
	"components",
	"crds"
];
const PATCHES = [
	"patches",
	"patchesStrategicMerge",
	"patchesJson6902",
	"replacements",
	"transformers",
	"generators",
	"validators",
	"configurations"
];
/** Reads kustomizations as far as files are asked for: which words of them are paths is seen in the text. */
function readKustomizeGraph(kustomizations, texts) {
	const folders = /* @__PURE__ */ new Set();
	/** Kustomizations by the files that they may name. */
	const mentions = /* @__PURE__ */ new Map();
	const mentionedIn = /* @__PURE__ */ new Map();
	for (const file of new Set(kustomizations)) {
		const folder = posix.dirname(file.path);
		folders.add(folder);
		for (const word of new Set(texts.text(file.id).split(/[\s"'[\]{},]+/))) {
			if (!/[./]/.test(word) || word.includes("://")) continue;
			const path = posix.normalize(posix.join(folder, word));
			const known = mentions.get(path);
			if (known !== void 0) {
				known.push(file);
				continue;
			}
			mentions.set(path, [file]);
			const near = mentionedIn.get(posix.dirname(path));
			if (near === void 0) mentionedIn.set(posix.dirname(path), [path]);
			else near.push(path);
		}
	}
	const parsed = /* @__PURE__ */ new Map();
	const rolesIn = (file) => {
		if (!parsed.has(file)) parsed.set(file, rolesOf(file.path, texts.text(file.id)));
		return parsed.get(file);
	};
	const listedFolders = /* @__PURE__ */ new Map();
	/** Whether a kustomization lists single files of a folder. */
	const hasListed = (folder) => {
		const known = listedFolders.get(folder);
		if (known !== void 0) return known;
		const lists = (mentionedIn.get(folder) ?? []).some((path) => isManifestPath(path) && mentions.get(path)?.some((file) => rolesIn(file)?.get(path) === "listed"));
		listedFolders.set(folder, lists);
		return lists;
	};
	return { roleOf: (path) => {
		const naming = mentions.get(path) ?? [];
		const roles = naming.map((file) => rolesIn(file)?.get(path));
		if (roles.includes("listed")) return "listed";
		if (roles.includes("patch")) return "patch";
		if (naming.some((file) => rolesIn(file) === void 0)) return void 0;
		const folder = posix.dirname(path);
		return folders.has(folder) || hasListed(folder) ? "unlisted" : void 0;
	} };
}
function rolesOf(path, text) {
	const [value] = plainValues(text) ?? [];
	if (!isRecord(value)) return void 0;
	const folder = posix.dirname(path);
	const roles = /* @__PURE__ */ new Map();
	const note = (role, keys) => {
		for (const key of keys) for (const item of Array.isArray(value[key]) ? value[key] : []) {
			const named = isRecord(item) ? item["path"] : item;
			if (typeof named !== "string" || named.includes("\n")) continue;
			roles.set(posix.normalize(posix.join(folder, named)), role);
		}
	};
	note("patch", PATCHES);
	note("listed", LISTS);
	return roles;
}

// src/scope/links.ts
/** Links that are followed, and steps on the way of one. */
const MAX_LINKS = 1e4;
const MAX_STEPS = 20;
/** The links of a revision with their targets; those that lead out of the tree, or in circles, are left out. */
async function followLinks({ entries }, texts) {
	const links = entries.filter(({ mode }) => mode === "symlink").slice(0, MAX_LINKS);
	if (links.length === 0) return [];
	await texts.load(links.map(({ id }) => id));
	const byPath = new Map(links.map((link) => [link.path, link]));
	return links.flatMap((link) => {
		const target = resolve$1(stepFrom(link, texts), byPath, texts);
		return target === void 0 ? [] : [{
			path: link.path,
			target
		}];
	});
}
const stepFrom = ({ path, id }, texts) => {
	const target = Buffer.from(texts.text(id), "latin1").toString("utf8");
	return target.startsWith("/") ? ".." : posix.join(posix.dirname(path), target);
};
/** Replaces links in a path, from the top down, until none is left. */
function resolve$1(path, links, texts) {
	let at = posix.normalize(path).replace(/\/$/, "");
	for (let step = 0; step < MAX_STEPS; step++) {
		if (at === ".." || at.startsWith("../")) return void 0;
		const segments = at.split("/");
		const index = segments.findIndex((_, i) => links.has(segments.slice(0, i + 1).join("/")));
		const link = links.get(segments.slice(0, index + 1).join("/"));
		if (index < 0 || link === void 0) return at;
		const rest = segments.slice(index + 1).join("/");
		at = posix.join(stepFrom(link, texts), rest);
	}
}

// src/scope/unread-changes.ts
/**
* Changed files that hold manifests, or choose among them, without being read as manifests: targets of links and
* files of unusual names that kustomize loads, pointers to large files, lists of what a tool ignores, kinds that
* are filled in later.
*/
async function findUnreadChanges(context) {
	const { base, head, texts, exclude } = context;
	if (base.entries === head.entries) return {
		entries: [],
		ignoring: [],
		patches: false,
		links: []
	};
	const changes = changedEntries(base.entries, head.entries).filter(({ path }) => !exclude(path));
	const links = await linksToChanges(changes, context);
	const { odd, patches } = await loadedByKustomize(changes, context);
	const read = changes.filter(({ path }) => isManifestPath(path) && context.isRead(path));
	await texts.load(read.flatMap(idsOf));
	return {
		links,
		patches,
		ignoring: changes.filter(({ path }) => isIgnoreFile(path)).map(entryOfIgnoring),
		entries: [
			...links.flatMap((link) => entryOfLink(link, changes, context)),
			...odd,
			...read.flatMap((change) => entryOfText(change, texts))
		]
	};
}
function changedEntries(base, head) {
	const before = new Set(base);
	const after = new Set(head);
	const changes = /* @__PURE__ */ new Map();
	for (const entry of base) if (!after.has(entry)) changes.set(entry.path, {
		path: entry.path,
		base: entry
	});
	for (const entry of head) if (!before.has(entry)) changes.set(entry.path, {
		...changes.get(entry.path),
		path: entry.path,
		head: entry
	});
	return [...changes.values()].filter(({ base: old, head: now }) => old?.id !== now?.id || old?.mode !== now?.mode);
}
const idsOf = ({ base, head }) => [base, head].flatMap((entry) => entry?.mode === "file" ? [entry.id] : []);
const sideOf = ({ head }) => head === void 0 ? "base" : "head";
/** Links that stay as they are and lead to something that changed. */
async function linksToChanges(changes, { base, head, texts }) {
	const all = /* @__PURE__ */ new Map();
	for (const snapshot of [base, head]) for (const link of await followLinks(snapshot, texts)) all.set(`${link.path}\n${link.target}`, link);
	if (all.size === 0) return [];
	const above = new Set(changes.flatMap(({ path }) => [path, ...foldersAbove(path)]));
	const links = [...all.values()].filter(({ target }) => above.has(target) || target === ".");
	const targets = new Set(links.map(({ target }) => target));
	const led = changes.filter(({ path }) => [path, ...foldersAbove(path)].some((folder) => targets.has(folder)));
	await texts.load(led.flatMap(idsOf));
	return links;
}
function foldersAbove(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
/** A link to a file that is not read where it stands: what it says there is read nowhere. */
function entryOfLink({ path, target }, changes, { texts, isRead }) {
	const change = changes.find((candidate) => isManifestPath(path) ? candidate.path === target : candidate.path.startsWith(`${target}/`) && isManifestPath(candidate.path));
	if (change === void 0 || isManifestPath(change.path) && isRead(change.path)) return [];
	if (!isRead(path) || !idsOf(change).some((id) => bears$1(id, texts))) return [];
	return [{
		path,
		side: sideOf(change),
		reason: `a symbolic link to ${change.path}, which changed and is not read`,
		decides: true
	}];
}
function bears$1(id, texts) {
	const { policy, foreign, namespace, workload } = texts.hints(id);
	return policy || foreign || namespace || workload || texts.tooLarge(id) !== void 0;
}
/** kustomize loads files of any name, from its own folder or below. */
async function loadedByKustomize(changes, { base, head, texts }) {
	const files = changes.filter(({ path }) => !isKustomization(path));
	const folders = new Set(files.flatMap(({ path }) => [".", ...foldersAbove(path)]));
	const kustomizations = [...base.entries, ...head.entries].filter(({ path, mode }) => mode === "file" && isKustomization(path) && folders.has(posix.dirname(path)));
	if (kustomizations.length === 0) return {
		odd: [],
		patches: false
	};
	await texts.load(kustomizations.map(({ id }) => id));
	const { roleOf } = readKustomizeGraph(kustomizations, texts);
	const used = files.filter(({ path }) => !isManifestPath(path) && ["listed", "patch"].includes(roleOf(path) ?? ""));
	await texts.load(used.flatMap(idsOf));
	return {
		odd: used.filter((change) => idsOf(change).some((id) => bears$1(id, texts) || PATCH.test(texts.text(id)))).map((change) => ({
			path: change.path,
			side: sideOf(change),
			reason: "a kustomization loads this file, which has no name of a manifest and is not read",
			decides: true
		})),
		patches: files.some(({ path }) => roleOf(path) === "patch")
	};
}
const PATCH = /policyTypes|podSelector|\/spec\/(?:in|e)gress|\$patch|namespace/;
const IGNORE_FILE = /^\.(?:source|krm|helm|gitops)ignore$|^\.argocd-source(?:-.+)?\.ya?ml$/;
const isIgnoreFile = (path) => IGNORE_FILE.test(posix.basename(path));
const POINTER = /^version https:\/\/git-lfs\./;
/** A kind that Flux, envsubst or a template fills in. */
const LATER_KIND = /^[\s-]*["']?kind["']?\s*:\s*["']?[^\s"'#]*(?:\$\{|\{\{|\$[A-Z_])/m;
const entryOfIgnoring = (change) => ({
	path: change.path,
	side: sideOf(change),
	reason: "it decides which manifests below it are applied, and is not evaluated",
	decides: true
});
function entryOfText(change, texts) {
	const { path, head } = change;
	const entry = (reason) => [{
		path,
		side: sideOf(change),
		reason,
		decides: true
	}];
	if (idsOf(change).some((id) => POINTER.test(texts.text(id)))) return entry("a pointer of Git LFS: the manifest itself is not in the repository, and is not read");
	if (head?.mode === "file" && LATER_KIND.test(texts.text(head.id))) return entry("a kind that is filled in later: what it will be is not known");
	return [];
}
/** Whether a policy stands below the folder of such a list. */
function holdsPolicyBelow(list, policyPaths) {
	const folder = posix.dirname(list);
	return policyPaths.some((path) => folder === "." || path.startsWith(`${folder}/`));
}

// src/scope/select-files.ts
/**
* The unchanged files that can matter to the answer. Whatever is left out provably cannot: a policy acts in
* its own namespace only, and a selector finds only namespaces that carry its words. Where the text is not
* plain enough to tell, the file is in.
*/
function selectFiles(files, changed, { texts, load }) {
	if (changed.workloadsMoved || changed.namespaceKeys.size > 0) return files;
	const policies = files.filter(({ id }) => texts.hints(id).policy);
	const owners = new Map(policies.map((file) => [file, ownersOf(texts.text(file.id))]));
	const isOwn = (file) => {
		const namespaces = owners.get(file);
		return namespaces === void 0 || namespaces.some((name) => changed.namespaces.has(name) || changed.folders.has(name));
	};
	const own = policies.filter(isOwn);
	const standing = [...changed.standing, ...own.flatMap((file) => load(file).policies)];
	const needs = DIRECTIONS.map((direction) => needsOf(direction, changed.policies, standing));
	const declared = namespaceTexts(files, {
		texts,
		load
	});
	const declarations = indexDeclarations(declared);
	const others = policies.filter((file) => needs.some((need) => need.others.test(texts.text(file.id)) && (owners.get(file) ?? []).some((name) => mayTalk(name, need, declarations))));
	const names = /* @__PURE__ */ new Set([
		...changed.namespaces,
		...[...own, ...others].flatMap((file) => owners.get(file) ?? []),
		...needs.flatMap((need) => [...need.names]),
		...changed.policies.flatMap(wantedValues)
	]);
	const declaresFolder = declaring(/* @__PURE__ */ new Set([...changed.folders, ...own.flatMap((file) => possibleNamespaces(load(file)))]));
	const selectors = needs.flatMap((need) => need.selectors);
	const wanted = /* @__PURE__ */ new Set([...own, ...others]);
	const ownNames = /* @__PURE__ */ new Set([...changed.namespaces, ...changed.folders]);
	for (const { file, text } of declared) if (mentions(text, names) || declaresFolder(text) || selectors.some((words) => holdsAll(text, words))) wanted.add(file);
	for (const file of files) if (tellsOfPods(texts.hints(file.id)) && mentions(texts.text(file.id), ownNames)) wanted.add(file);
	return [...wanted];
}
const tellsOfPods = ({ workload, context }) => workload || context;
/** Folder names are common words; only as somebody's name do they matter. */
function declaring(names) {
	if (names.size === 0) return () => false;
	const alternatives = [...names].map(escapeName).join("|");
	const pattern = new RegExp(`name["']?\\s*:\\s*["']?(?:${alternatives})(?![a-z0-9.-])`);
	return (text) => pattern.test(text);
}
const escapeName = (name) => name.replaceAll(/[^A-Za-z0-9]/g, "\\$&");
/** An object without a namespace may land in the one that a folder above it is named after. */
const possibleNamespaces = ({ path, policies, workloads }) => [...policies, ...workloads].some(({ namespace }) => namespace === void 0) ? path.split("/").slice(0, -1) : [];
/** The namespaces of the policies in a text; undefined where only parsing can tell. */
function ownersOf(text) {
	const objects = plainObjects(text, /NetworkPolicy/);
	const namespaces = objects?.flatMap(({ namespace }) => namespace ?? []);
	return namespaces?.length === objects?.length ? namespaces : void 0;
}
/**
* The files that may declare a namespace. A text that may hide words is parsed at once, and what it
* declares stands for it.
*/
function namespaceTexts(files, { texts, load }) {
	return files.flatMap((file) => {
		if (!texts.hints(file.id).namespace) return [];
		const text = texts.text(file.id);
		if (!mayHideWords(text)) return [{
			file,
			text
		}];
		const { namespaces } = load(file);
		return namespaces.length === 0 ? [] : [{
			file,
			text: JSON.stringify(namespaces)
		}];
	});
}
const holdsAll = (text, words) => words.every((word) => text.includes(word));
/** Whether a text holds one of the names. For many names a yes costs less than the search. */
const mentions = (text, names) => names.size > MANY_NAMES || [...names].some((name) => name !== "" && text.includes(name));
const MANY_NAMES = 100;
/** Whether the policies of a namespace can have a say in what the changed rules open or close. */
function mayTalk(name, need, declarations) {
	if (need.everyone || need.names.has(name)) return true;
	if (need.selectors.length === 0) return false;
	const text = declarations.textOf(name);
	return text === void 0 || need.selectors.some((words) => holdsAll(text, words));
}
function indexDeclarations(declared) {
	const byName = /* @__PURE__ */ new Map();
	for (const { text } of declared) for (const [, name = ""] of text.matchAll(/^ +name: *["']?([a-z0-9-]+)/gm)) {
		const texts = byName.get(name);
		if (texts === void 0) byName.set(name, [text]);
		else texts.push(text);
	}
	const plain = (text, name) => plainObjects(text, /\bNamespace\b/)?.find((object) => object.kind === "Namespace" && object.name === name)?.text;
	return { textOf: (name) => {
		const texts = (byName.get(name) ?? []).flatMap((text) => plain(text, name) ?? []);
		return texts.length === 0 ? void 0 : texts.join("\n");
	} };
}
function needsOf(direction, policies, standing) {
	const others = direction === "ingress" ? /egress/i : /NetworkPolicy/;
	const names = /* @__PURE__ */ new Set();
	const selectors = [];
	let everyone = false;
	for (const policy of policies) {
		if (!policy.policyTypes.includes(direction)) continue;
		if (!standing.some((other) => isolatesAll(other, policy, direction))) everyone = true;
		for (const { peers } of policy[direction]) {
			if (peers.length === 0) everyone = true;
			for (const peer of peers) if (peer.type === "ipBlock") everyone = true;
			else if (peer.namespaceSelector !== void 0) {
				const { requirements } = peer.namespaceSelector;
				const named = requirements.find(({ key, operator }) => key === "kubernetes.io/metadata.name" && operator === "In");
				for (const name of named?.values ?? []) names.add(name);
				if (named === void 0) selectors.push(requirements.flatMap(wordsOf$1));
			}
		}
	}
	return {
		everyone,
		names,
		selectors,
		others
	};
}
const isolatesAll = (policy, other, direction) => policy.namespace === other.namespace && policy.podSelector.requirements.length === 0 && policy.policyTypes.includes(direction);
/** The values that the `namespaceSelector`s of a policy ask for. */
const wantedValues = ({ ingress, egress }) => [...ingress, ...egress].flatMap(({ peers }) => peers.flatMap((peer) => peer.type === "selectors" ? (peer.namespaceSelector?.requirements ?? []).flatMap(({ operator, values }) => operator === "In" ? values : []) : []));
/** Words that labels must carry to satisfy a requirement. */
const wordsOf$1 = ({ key, operator, values }) => operator === "Exists" ? [key] : operator === "In" && values.length === 1 ? [key, ...values].filter((word) => word !== "") : [];
/** The label keys on which two versions of a Namespace differ. */
function changedKeys(before, after) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
}

// src/scope/values-ledger.ts
/** Keys below which values for charts and scripts hold network policy. */
const POLICY_KEY = /network[-_]?polic/i;
/** Kinds that are decoded themselves, or that only describe fields. */
const OWN_KIND$1 = /NetworkPolicy(?:List)?$|^CustomResourceDefinition$/;
/**
* Changed files that feed policy to something that makes it: values with a `networkPolicy` key, in files or
* in objects such as a HelmRelease. A change below such a key decides, one beside it does not.
*/
function ledgerOfValues(changes, texts) {
	return changes.flatMap(({ path, base, head }) => {
		const entry = head ?? base;
		if (entry === void 0 || entry.mode !== "file" || !isManifestPath(path)) return [];
		const [before, after] = [base, head].map((side) => side?.mode === "file" ? policyValues(texts.text(side.id)) : "");
		if (before === after) return [];
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: "values that make network policies changed: what they are rendered to is not known",
			decides: true
		}];
	});
}
/** What stands below the policy keys of a text that is no policy itself. */
function policyValues(text) {
	if (!POLICY_KEY.test(text)) return "";
	return (plainValues(text) ?? []).filter((value) => !isRecord(value) || !OWN_KIND$1.test(String(value["kind"]))).map((value) => below(value)).filter((found) => found !== "").join("\n");
}
/** Text in a field of an object can be values itself: `values: |` of an Application, a ConfigMap's `values.yaml`. */
function below(value, depth = 0) {
	if (typeof value === "string") return belowText(value, depth);
	if (typeof value !== "object" || value === null) return "";
	if (isRecord(value) && "value" in value && POLICY_KEY.test(String(value["name"]))) return JSON.stringify(value);
	return Object.entries(value).map(([key, child]) => POLICY_KEY.test(key) ? `${key}: ${JSON.stringify(child)}` : below(child, depth)).filter((found) => found !== "").join("\n");
}
/** `networkPolicy.enabled=false`, as `--set` takes it. */
const ASSIGNMENT = /^[\w.[\]-]*network[-_]?polic[\w.[\]-]*=/i;
/** Values in values in values: nobody nests deeper. */
const MAX_TEXTS = 3;
function belowText(text, depth) {
	if (ASSIGNMENT.test(text)) return text;
	if (depth >= MAX_TEXTS || !POLICY_KEY.test(text) || !/[:{]/.test(text)) return "";
	const values = plainValues(text);
	if (values === void 0) return POLICY_LINE.test(text) ? text : "";
	return values.filter((value) => typeof value === "object").map((value) => isRecord(value) && OWN_KIND$1.test(String(value["kind"])) ? "" : below(value, depth + 1)).filter((found) => found !== "").join("\n");
}
/** A key in a text that is no YAML, such as a template. */
const POLICY_LINE = /^[\s-]*["']?[\w.-]*network[-_]?polic[\w.-]*["']?\s*:/im;

// src/scope/variable-ledger.ts
const VARIABLE = /\$\{([A-Za-z_]\w*)/g;
/**
* Changed variables that policies hold, such as `cidr: ${POD_CIDR}`: Flux and envsubst take them from ConfigMaps
* and Secrets, so a change there changes what the policy says.
*/
function ledgerOfVariables(changes, { texts, policyIds }) {
	const used = new Set(policyIds.flatMap((id) => [...texts.text(id).matchAll(VARIABLE)].map(([, name = ""]) => name)));
	if (used.size === 0) return [];
	return changes.flatMap(({ path, base, head }) => {
		if (!isManifestPath(path)) return [];
		const [before, after] = [base, head].map((entry) => entry?.mode === "file" ? variablesIn(texts.text(entry.id), used) : "");
		if (before === after) return [];
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: "variables that network policies hold changed: what the policies say then is not known",
			decides: true
		}];
	});
}
/** The values of the used variables in the ConfigMaps and Secrets of a text, as text. */
function variablesIn(text, used) {
	if (!MAY_HOLD_VARIABLES.test(text)) return "";
	return (plainValues(text) ?? []).flatMap((value) => {
		if (!isRecord(value) || !/^(?:ConfigMap|Secret)$/.test(String(value["kind"]))) return [];
		return [value["data"], value["stringData"]].flatMap((data) => isRecord(data) ? Object.entries(data).filter(([key]) => used.has(key)) : []);
	}).map(([key, value]) => `${key} ${JSON.stringify(value)}`).join("\n");
}
/** The text of a ConfigMap or Secret, perhaps. */
const MAY_HOLD_VARIABLES = /\bkind["']?\s*:\s*["']?(?:ConfigMap|Secret)\b/;

// src/scope/chart-values.ts
const VALUE = /\.Values((?:\.[A-Za-z_]\w*)+)/g;
const INDEXED = /\bindex\s+\$?\.Values((?:\s+"[^"\n]+")+)/g;
/**
* Changed values for the charts of this repository, wherever they stand: in a file of another folder, a
* HelmRelease, an Application. Those that a template with a policy reads decide.
*/
function ledgerOfChartValues(changes, { texts, charts, policyFiles }) {
	const templates = policyFiles.filter(({ path }) => chartOf$1(path, charts) !== void 0);
	if (templates.length === 0) return [];
	const read = keyPathsOf(templates.map(({ id }) => texts.text(id)));
	if (read.length === 0) return [];
	return changes.flatMap(({ path, base, head }) => {
		if (!isManifestPath(path) || templates.some((file) => isInSameChart(file.path, path, charts))) return [];
		const [before, after] = [base, head].map((entry) => entry?.mode === "file" ? valuesIn(texts.text(entry.id), read) : "");
		if (before === after) return [];
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: "values that a chart's network policies read changed: the chart is not rendered",
			decides: true
		}];
	});
}
const isInSameChart = (a, b, charts) => chartOf$1(a, charts) === chartOf$1(b, charts);
function keyPathsOf(templates) {
	const found = /* @__PURE__ */ new Map();
	for (const text of templates) {
		for (const [, keys = ""] of text.matchAll(VALUE)) found.set(keys, keys.slice(1).split("."));
		for (const [, keys = ""] of text.matchAll(INDEXED)) found.set(keys, [...keys.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key));
	}
	return [...found.values()].filter(([first]) => first !== "image");
}
/** What a text says at the paths, as text. */
function valuesIn(text, read) {
	if (!read.some(([first = ""]) => text.includes(first))) return "";
	return (plainValues(text) ?? []).flatMap(rootsOf).flatMap((root) => [root, ...Object.values(root).filter(isRecord)]).flatMap((root) => read.flatMap((path) => {
		const value = valueAt(root, ...path);
		return value === void 0 ? [] : [`${path.join(".")} ${JSON.stringify(value)}`];
	})).join("\n");
}
/** Values stand in a file without a kind, or below `values` in an object, written out or as a text. */
function rootsOf(value) {
	if (!isRecord(value)) return [];
	return value["kind"] === void 0 || value["apiVersion"] === void 0 ? [value] : held(value, 0);
}
const MAX_DEPTH = 8;
const HOLDER = /^values(?:Object|Inline)?$|\.ya?ml$/;
function held(value, depth) {
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((item) => held(item, depth + 1));
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => {
		if (!HOLDER.test(key)) return held(child, depth + 1);
		return (typeof child === "string" ? plainValues(child) ?? [] : [child]).filter(isRecord);
	});
}

// src/scope/gitops-ledger.ts
/** Objects that say which folder is applied where, and the fields of theirs that decide it. */
const APPLIERS = [
	{
		group: "kustomize.toolkit.fluxcd.io/",
		fields: [
			"path",
			"sourceRef",
			"targetNamespace",
			"components",
			"patches",
			"postBuild",
			"suspend",
			"kubeConfig"
		]
	},
	{
		group: "source.toolkit.fluxcd.io/",
		fields: ["ignore", "include"]
	},
	{
		group: "argoproj.io/",
		fields: [
			"source",
			"sources",
			"destination",
			"generators",
			"template",
			"ignoreDifferences",
			"namespaceResourceBlacklist",
			"namespaceResourceWhitelist"
		]
	}
];
/** Annotations that stop such an object itself. */
const STOPS = ["kustomize.toolkit.fluxcd.io/reconcile", "argocd.argoproj.io/skip-reconcile"];
/** Kustomize plugins that come with it, and JSON patches: they reshape policies without naming the kind. */
const RESHAPES$1 = /^apiVersion: *builtin\b|^- *(?:op|path): /m;
const RESHAPED = /policyTypes|podSelector|\/spec\/(?:in|e)gress|NetworkPolicy|namespace/;
/**
* Changed objects of Flux and Argo CD that decide which manifests are applied, and patches that reshape
* them. They are not followed yet, so a change that can reach a policy leaves the answer open.
*/
function reasonOfObjects({ path, base, head }, { texts, policyPaths }) {
	if (!isManifestPath(path) || policyPaths.length === 0) return void 0;
	const [before, after] = [base, head].map((entry) => entry?.mode === "file" ? texts.text(entry.id) : "");
	if (before === void 0 || after === void 0) return void 0;
	const both = `${before}\n${after}`;
	if (RESHAPES$1.test(both) && RESHAPED.test(both)) return {
		reason: "a patch or transformer that can reshape policies: not applied",
		decides: true
	};
	const isDeployment = DEPLOYMENT.test(path);
	if (!isDeployment && !APPLIERS.some(({ group }) => both.includes(group))) return void 0;
	const [old, now] = isDeployment ? [deployed(before), deployed(after)] : [appliedBy(before), appliedBy(after)];
	if (old === now) return void 0;
	return {
		reason: "it decides which manifests are applied, and is not followed",
		decides: [old, now].some((fields) => fields !== "" && namesFolder(fields))
	};
}
/** Files of other tools that say which manifests and charts are applied. */
const DEPLOYMENT = /(?:^|\/)(?:helmfile[^/]*|skaffold|fleet)\.ya?ml$/;
const DEPLOYED = [
	"releases",
	"helmfiles",
	"manifests",
	"deploy",
	"helm",
	"kustomize",
	"targetCustomizations"
];
/** What such a file deploys from this repository, without versions. */
function deployed(text) {
	const values = plainValues(text);
	if (values === void 0) return text;
	return JSON.stringify(values.flatMap((value) => DEPLOYED.map((field) => valueAt(value, field)).map((found) => Array.isArray(found) ? found.filter((item) => !/^[\w-]+\/[\w-]+$/.test(String(valueAt(item, "chart")))) : found)));
}
/** The deciding fields of the objects in a text, as text. */
function appliedBy(text) {
	const values = plainValues(text);
	if (values === void 0) return text;
	return values.filter(isRecord).flatMap((value) => {
		const applier = APPLIERS.find(({ group }) => String(value["apiVersion"]).startsWith(group));
		if (applier === void 0) return [];
		const fields = applier.fields.map((field) => [field, withoutValues(valueAt(value, "spec", field))]);
		const annotations = valueAt(value, "metadata", "annotations");
		const stops = STOPS.map((key) => valueAt(annotations, key));
		return [JSON.stringify([
			value["kind"],
			valueAt(value, "metadata", "name"),
			fields,
			stops
		])];
	}).toSorted().join("\n");
}
/** A source without the version and the values of a chart: those are other entries' business. */
function withoutValues(value) {
	if (Array.isArray(value)) return value.map(withoutValues);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([key]) => ![
		"helm",
		"targetRevision",
		"images"
	].includes(key)).map(([key, child]) => [key, withoutValues(child)]));
}
/** A chart from a registry holds no policy of this repository; a folder can lead on to any. */
const namesFolder = (fields) => !fields.includes("\"chart\":") || fields.includes("\"path\":");

// src/scope/graph-ledger.ts
/** Fields of a kustomization that cannot change what a policy says or whether it applies. */
const HARMLESS = /* @__PURE__ */ new Set([
	"images",
	"replicas",
	"commonAnnotations",
	"configMapGenerator",
	"secretGenerator",
	"generatorOptions",
	"openapi",
	"buildMetadata",
	"sortOptions"
]);
/**
* Changed files that decide which policies apply, or make policies, without being manifests themselves:
* kustomizations, Helm charts, generators. They are not rendered, so a change that can reach a policy
* leaves the answer open.
*/
function ledgerOfGraph(context) {
	const names = ({ head, base }) => namesPolicy$1((head ?? base)?.id, context) ? 0 : 1;
	return context.changes.toSorted((a, b) => names(a) - names(b)).flatMap((change) => {
		const reason = reasonOf(change, context);
		if (reason === void 0) return [];
		const side = change.head === void 0 ? "base" : "head";
		return [{
			path: change.path,
			side,
			...reason
		}];
	});
}
function reasonOf(change, context) {
	const { path } = change;
	if (isKustomization(path)) return reasonOfKustomization(change, context);
	const chart = chartOf$1(path, context.charts);
	if (chart !== void 0) {
		const folder = chart === "." ? "" : `${chart}/`;
		const appears = change.base === void 0 || change.head === void 0;
		const templates = /(?:^|\/)Chart\.yaml$/.test(path) && appears ? folder : `${folder}templates/`;
		if (!context.policyPaths.some((policy) => policy.startsWith(templates))) return void 0;
		return {
			reason: `part of the Helm chart in ${chart}, whose templates hold policies: not rendered`,
			decides: true
		};
	}
	if (isGeneratorPath(path) && [change.base, change.head].some((entry) => namesPolicy$1(entry?.id, context))) return {
		reason: "names a network policy in a language that is not evaluated",
		decides: true
	};
	return reasonOfObjects(change, context);
}
const namesPolicy$1 = (id, { texts }) => id !== void 0 && (texts.hints(id).policy || POLICY_KEY.test(texts.text(id)));
function reasonOfKustomization({ path, base, head }, { texts, policyPaths }) {
	const before = readKustomization(base === void 0 ? "" : texts.text(base.id));
	const after = readKustomization(head === void 0 ? "" : texts.text(head.id));
	if (before !== void 0 && after !== void 0 && before.effect === after.effect) return void 0;
	const folder = posix.dirname(path);
	const reached = [
		".",
		...before?.paths ?? [],
		...after?.paths ?? []
	].map((target) => posix.normalize(posix.join(folder, target)));
	const holdsPolicy = policyPaths.some((policy) => reached.some((target) => target === "." || policy === target || policy.startsWith(`${target}/`)));
	const leadsOn = reached.slice(1).some((target) => !isManifestPath(target)) || remotesOf(before) !== remotesOf(after) || before?.makers !== after?.makers;
	const isRead = before !== void 0 && after !== void 0;
	return {
		reason: "a kustomization that changed: not built, its manifests were read as they stand",
		decides: holdsPolicy || leadsOn && policyPaths.length > 0 || !isRead
	};
}
/** Annotations for everything can say that a tool leaves it out; generated values can hold policies. */
const mayStop = (key, value) => key === "commonAnnotations" ? isRecord(value) && Object.keys(value).some(isApplyMark) : key.endsWith("Generator") && /values|polic/i.test(JSON.stringify(value));
/** Manifests from elsewhere, whatever their version: as with charts, a newer one is not this repository's. */
const remotesOf = (kustomization) => (kustomization?.paths ?? []).filter((path) => path.includes("://")).map((path) => path.replaceAll(/v?\d+(?:\.\d+)+[\w.+-]*?(?=\/|$)/g, "#")).toSorted().join("\n");
const MAKERS = /* @__PURE__ */ new Set([
	"generators",
	"transformers",
	"components",
	"validators",
	"commonAnnotations",
	"configMapGenerator",
	"secretGenerator"
]);
/** Undefined where it cannot be read. */
function readKustomization(text) {
	const values = plainValues(text);
	if (values === void 0) return void 0;
	if (values.length > 1) return void 0;
	const [value = {}] = values;
	if (!isRecord(value)) return values.length === 0 || value === null ? EMPTY$1 : void 0;
	const entries = Object.entries(value).filter(([key, child]) => !HARMLESS.has(key) || mayStop(key, child));
	const paths = entries.filter(([key]) => [
		"resources",
		"bases",
		"components"
	].includes(key)).flatMap(([, list]) => Array.isArray(list) ? list : []).filter((item) => typeof item === "string");
	const sorted = entries.toSorted(([a], [b]) => a < b ? -1 : 1);
	const makers = JSON.stringify(sorted.filter(([key]) => MAKERS.has(key)));
	return {
		effect: JSON.stringify(sorted),
		paths,
		makers
	};
}
const EMPTY$1 = {
	effect: "[]",
	paths: [],
	makers: "[]"
};

// src/scope/mention-ledger.ts
/** A policy kind as a value of its own, or the kind of a manifest that stands in a text. */
const NAMES_KIND = /^[A-Za-z]*NetworkPolicy$|\bkind\\?["']?\s*[:=]\s*\\?["']?[A-Za-z]*NetworkPolicy\b/;
/** Kinds that speak of policies without touching one: definitions, permissions, checks. */
const HARMLESS_KIND = /^(?:CustomResourceDefinition|(?:Cluster)?Role|APIService|Validating\w*|ConstraintTemplate|Constraint|PolicyReport|PrometheusRule|GrafanaDashboard)$/;
/** Decoded as a policy, or reported as one that is not evaluated. */
const OWN_KIND = /NetworkPolicy(?:List)?$/;
/**
* Changed objects that carry, patch or select policies without being one: the post-renderers of a HelmRelease, a
* manifest in a ConfigMap, an admission rule that mutates. The part with the policy's kind counts, all else not.
*/
function ledgerOfMentions(changes, texts) {
	return changes.flatMap(({ path, base, head }) => {
		if (!isManifestPath(path) || isKustomization(path)) return [];
		const [before, after] = [base, head].map((entry) => entry?.mode === "file" && mayMention(entry.id, texts) ? mentionsIn(texts.text(entry.id)) : "");
		if (before === after) return [];
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: "it carries or changes network policies inside another object: not evaluated",
			decides: true
		}];
	});
}
/** Argo CD's list of kinds that it does not apply names them, or all of a group. */
const EXCLUSIONS = /resource\.(?:ex|in)clusions/;
const mayMention = (id, texts) => texts.hints(id).policy || EXCLUSIONS.test(texts.text(id));
function mentionsIn(text) {
	return (plainValues(text) ?? []).flatMap((value) => isRecord(value) ? objectsOf(value) : []).flatMap((value) => {
		const kind = String(value["kind"]);
		if (value["apiVersion"] === void 0 || OWN_KIND.test(kind) || HARMLESS_KIND.test(kind)) return [];
		if (/^(?:Cluster)?Policy$/.test(kind) && !JSON.stringify(value).includes("\"mutate\"")) return [];
		const named = Object.entries(value).flatMap(([key, child]) => [
			"apiVersion",
			"kind",
			"metadata",
			"status"
		].includes(key) ? [] : partsOf(child)).filter((part) => namesPolicy(part) || Array.isArray(part) && EXCLUSIONS.test(String(part[0])));
		return named.length === 0 ? [] : [JSON.stringify([kind, named])];
	}).join("\n");
}
const objectsOf = (value) => Array.isArray(value["items"]) ? value["items"].filter(isRecord).flatMap(objectsOf) : [value];
/** The fields of a spec or of data, each for itself. */
const partsOf = (value) => isRecord(value) ? Object.entries(value) : [value];
function namesPolicy(value) {
	if (typeof value === "string") return NAMES_KIND.test(value);
	if (Array.isArray(value)) return value.some(namesPolicy);
	return isRecord(value) && Object.values(value).some(namesPolicy);
}

// src/scope/patch-ledger.ts
/** Words of patches and transformers that reach a policy, or say to which objects it applies. */
const RESHAPES = /polic|podSelector|spec\/(?:in|e)gress|namespace|HelmChartInflation|metadata\/(?:name|labels)|\/labels\b/i;
/** Fields of pods that policies tell apart. */
const TRAITS = /* @__PURE__ */ new Set([
	"labels",
	"hostNetwork",
	"ports"
]);
/** Patches and transformers that a kustomization applies to others: what they make of policies is not known. */
function ledgerOfPatches(changes, { texts, graph, policyPaths }) {
	if (policyPaths.length === 0) return [];
	return changes.flatMap(({ path, base, head }) => {
		if (isKustomization(path) || graph.roleOf(path) !== "patch") return [];
		const [before = "", after = ""] = [base, head].map((entry) => entry?.mode === "file" ? texts.text(entry.id) : "");
		if (before === after) return [];
		if (!(reachesPolicy(before, after) || reachesPolicy(after, before)) && traitsIn(before) === traitsIn(after)) return [];
		return [{
			path,
			side: head === void 0 ? "base" : "head",
			reason: "a patch or transformer that a kustomization applies to others: not applied",
			decides: true
		}];
	});
}
/**
* A part of an object reaches what it is a part of; an operation, or a transformer, whatever the kustomization or
* its own fields select. Operations that stand in both texts change nothing.
*/
function reachesPolicy(text, other) {
	const values = plainValues(text);
	if (values === void 0) return RESHAPES.test(text);
	const standing = new Set((plainValues(other) ?? []).flat().map((value) => JSON.stringify(value)));
	return values.flat().filter((value) => !standing.has(JSON.stringify(value))).some((value) => {
		if (!isRecord(value)) return false;
		const kind = String(value["kind"]);
		if (!(!/builtin/.test(String(value["apiVersion"])) && !MAKER.test(kind))) return RESHAPES.test(JSON.stringify(value));
		return POLICY_PART.test(kind) || /network[-_]?polic/i.test(JSON.stringify(value));
	});
}
const POLICY_PART = /NetworkPolicy|^(?:Namespace|NetworkSet|EgressFirewall|Tier)$/;
const MAKER = /Transformer|Generator|Validator|^undefined$/;
/** What a patch says about the pods' labels, ports and network, as text. */
function traitsIn(text) {
	const values = plainValues(text);
	return values === void 0 ? text : values.flatMap(traits).join("\n");
}
function traits(value) {
	if (Array.isArray(value)) return value.flatMap(traits);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, child]) => TRAITS.has(key) ? [`${key} ${JSON.stringify(child)}`] : traits(child));
}

// src/scope/set-aside.ts
/** Names that tools gave to their tests, so that no application has them. */
const ALWAYS = /^(?:testdata|__tests__|\..+)$/;
/** Files that show a folder to be source code: what stands beside them is nobody's namespace. */
const SOURCE = /\.(?:go|py|rs|java|kt|cs|c|cc|cpp|h|rb|php|[cm]?[jt]sx?|swift|scala|ex|sh)$|^(?:Makefile|Dockerfile|Chart\.yaml|package\.json|go\.mod|Cargo\.toml|pyproject\.toml)$/;
/**
* Whether nobody applies what lies below a folder of tests, examples, documents or archives. A name alone does
* not say so: `docs` can be an application. It counts at the top of the repository and beside source code,
* unless a namespace has the folder's name or something that applies manifests names the folder.
*/
function isEvidentlyAside(folder, context) {
	const name = posix.basename(folder);
	if (isApplied(folder, context)) return false;
	if (ALWAYS.test(name)) return true;
	if (usesOwnName(folder, name, context)) return false;
	const parent = posix.dirname(folder);
	return parent === "." || context.paths.some((path) => posix.dirname(path) === parent && SOURCE.test(posix.basename(path)));
}
const usesOwnName = (folder, name, { files, texts }) => files.some(({ path, id }) => path.startsWith(`${folder}/`) && namesNamespace(texts.text(id), name));
const APPLIER = /^kind: *["']?(?:Kustomization|Component|Application|ApplicationSet)\b|fluxcd\.io|argoproj\.io/m;
/** Kustomizations, Flux and Argo CD objects outside of the folder that name it in a path. */
function isApplied(folder, { files, texts }) {
	const segment = posix.basename(folder).replaceAll(/[^A-Za-z0-9_-]/g, "\\$&");
	const named = new RegExp(`^\\s*(?:- |[\\w.]*path["']?:).*[\\s"'/]${segment}(?:["'/\\s]|$)`, "m");
	return files.some(({ path, id }) => {
		if (path.startsWith(`${folder}/`) || asideFolderOf(path) !== void 0) return false;
		const text = texts.text(id);
		if (!/kustomization/i.test(posix.basename(path)) && !APPLIER.test(text)) return false;
		return named.test(text);
	});
}

// src/scope/scope-relation.ts
/**
* Folders side by side below one marker are alternatives: `clusters/eu` is not applied where `clusters/us`
* is. Names that stand side by side somewhere are alternatives everywhere, so `shop/overlays/dev` does not
* meet `billing/overlays/prod` where one of the two has both overlays. All other scopes may meet.
*/
function relateScopes(names) {
	const children = /* @__PURE__ */ new Map();
	for (const name of names) for (const { folder, child } of stepsOf(name)) {
		const known = children.get(folder);
		if (known === void 0) children.set(folder, /* @__PURE__ */ new Set([child]));
		else known.add(child);
	}
	const stand = (a, b) => [...children.values()].some((known) => known.has(a) && known.has(b));
	const meet = (a, b) => !stepsOf(a).some((x) => stepsOf(b).some((y) => x.child !== y.child && (x.folder === y.folder || stand(x.child, y.child))));
	const known = /* @__PURE__ */ new Map();
	return (a, b) => {
		const key = `${a}\n${b}`;
		const answer = known.get(key) ?? meet(a, b);
		known.set(key, answer);
		return answer;
	};
}
/**
* The folder that a scope's marker stands in: what lies below it belongs to one application, or to one set
* of clusters. Undefined where the name has no marker.
*/
function homeOf(name) {
	return stepsOf(name).at(-1)?.folder.split("/").slice(0, -1).join("/");
}
function stepsOf(name) {
	const segments = name.split("/");
	return segments.slice(0, -1).flatMap((marker, index) => {
		const child = segments[index + 1] ?? "";
		return isMarker(marker, child) ? [{
			folder: segments.slice(0, index + 1).join("/"),
			child
		}] : [];
	});
}

// src/world/place-objects.ts
/**
* Makes the world of one scope at one revision. An object without a namespace lands in the one that the
* configuration names, else in the Namespace that its nearest folder is named after, else in one
* namespace without a name: it is wherever the manifests are applied.
*/
function placeObjects(files, placement) {
	const namespaces = /* @__PURE__ */ new Map();
	for (const file of files) for (const namespace of file.namespaces) namespaces.set(namespace.name, namespace);
	const policies = [];
	const workloads = [];
	const services = [];
	const rejected = /* @__PURE__ */ new Set();
	for (const file of files) {
		let fallback;
		const placed = (declared) => declared ?? (fallback ??= placement.namespace ?? namespaceOfFolder(file.path, namespaces));
		for (const policy of file.policies) policies.push({
			policy,
			namespace: placed(policy.namespace)
		});
		for (const { name, namespace } of file.rejected) rejected.add(policyKey(placed(namespace), name));
		for (const workload of file.workloads) workloads.push({
			workload,
			namespace: placed(workload.namespace)
		});
		for (const service of file.services) services.push({
			service,
			namespace: placed(service.namespace)
		});
	}
	return {
		namespaces,
		policies,
		workloads,
		services,
		plugins: files.flatMap((file) => file.plugins),
		rejected
	};
}
function namespaceOfFolder(path, namespaces) {
	for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) {
		const name = posix.basename(folder);
		if (namespaces.has(name)) return name;
	}
	return "";
}

// src/world/alternative-reading.ts
const placePair = ({ base, head }, placement) => ({
	base: placeObjects(base, placement),
	head: placeObjects(head, placement)
});
function uniteWorlds(a, b) {
	return {
		namespaces: new Map([...a.namespaces, ...b.namespaces]),
		policies: [...a.policies, ...b.policies],
		workloads: [...a.workloads, ...b.workloads],
		rejected: /* @__PURE__ */ new Set([...a.rejected ?? [], ...b.rejected ?? []])
	};
}
/** What of a world can bear on the gates of some namespaces: policies act in their own namespace. */
function limitWorld(world, namespaces) {
	const isIn = ({ namespace }) => namespaces.has(namespace);
	return {
		namespaces: world.namespaces,
		policies: world.policies.filter(isIn),
		workloads: world.workloads.filter(isIn),
		...world.rejected === void 0 ? {} : { rejected: world.rejected }
	};
}

// src/world/occupation.ts
/** Fields in which objects of Flux, Argo CD and kustomize say where others go. */
const TARGETS = [
	["metadata", "namespace"],
	["spec", "targetNamespace"],
	[
		"spec",
		"destination",
		"namespace"
	]
];
/**
* A namespace that is only mentioned, as the subject of a RoleBinding or the source of a rule, is not in use; so
* candidates are found in the text and then parsed.
*/
function findOccupation({ files, texts }) {
	const known = /* @__PURE__ */ new Map();
	const find = (namespace) => files().find(({ path, id }) => {
		const text = texts.text(id);
		const isNamed = namesNamespace(text, namespace);
		return (isNamed || mayHideWords(text)) && holdsOccupant({
			path,
			isNamed
		}, texts.bytes(id), namespace);
	})?.path;
	return { occupantOf: (namespace) => {
		if (!known.has(namespace)) known.set(namespace, find(namespace));
		return known.get(namespace);
	} };
}
function holdsOccupant({ path, isNamed }, bytes, namespace) {
	if (bytes === void 0) return false;
	if (isNamed && isKustomization(path)) return true;
	const { objects, problems } = parseManifest(path, bytes);
	return objects.some((object) => livesIn(object, namespace)) || isNamed && problems.some(({ kindHints }) => kindHints !== void 0);
}
const livesIn = ({ node }, namespace) => TARGETS.some((path) => textAt(node, path) === namespace);
function textAt(node, [key, ...rest]) {
	if (key === void 0) return node.type === "scalar" && typeof node.value === "string" ? node.value : void 0;
	const next = node.type === "map" ? node.entries.get(key)?.value : void 0;
	return next === void 0 ? void 0 : textAt(next, rest);
}
/** The manifests at head of each scope: none that is set aside, none of a chart. */
function activeFilesOf({ files, config, charts }) {
	const byScope = lazily(() => {
		const groups = /* @__PURE__ */ new Map();
		for (const file of files) {
			if (!isActive(file, config, charts)) continue;
			for (const scope of scopesOf(file.path, config)) {
				const group = groups.get(scope);
				if (group === void 0) groups.set(scope, [file]);
				else group.push(file);
			}
		}
		return groups;
	});
	return (scope) => byScope().get(scope) ?? [];
}
/**
* Namespaces whose Namespace object is gone with their policies although something in them stays: whether they
* are gone is not known.
*/
function readingsOfContradictions({ name, base, head, occupation: { occupantOf } }) {
	const before = new Set(base.policies.map(({ namespace }) => namespace));
	const after = new Set(head.policies.map(({ namespace }) => namespace));
	return [...base.namespaces].flatMap(([namespace, { span }]) => {
		if (head.namespaces.has(namespace) || after.has(namespace) || !before.has(namespace)) return [];
		const path = occupantOf(namespace);
		if (path === void 0) return [];
		const namespaces = /* @__PURE__ */ new Set([namespace]);
		return [{
			scope: name,
			base: limitWorld(base, namespaces),
			head: limitWorld(head, namespaces),
			namespaces,
			doubt: `namespace ${namespace} stays: its Namespace object is gone, but ${path} still puts something there`,
			place: {
				path: span.path,
				span,
				side: "base"
			},
			occupied: () => true
		}];
	});
}

// src/world/touched-namespaces.ts
/** The namespaces in which the policies, the pods or the Namespace object itself are not the same any more. */
function touchedNamespaces(base, head) {
	const touched = /* @__PURE__ */ new Set([...differing(base.policies, head.policies, ({ policy }) => policy, contentOf$1), ...differing(base.workloads, head.workloads, ({ workload }) => workload, (workload) => `${workload.kind} ${workload.name} ${traitsOf(workload)}`)]);
	for (const name of base.namespaces.keys()) if (!head.namespaces.has(name)) touched.add(name);
	return touched;
}
/** Objects of an unchanged file are the same references, so only others are written out. */
function differing(base, head, objectOf, textOf) {
	const before = new Set(base.map(objectOf));
	const after = new Set(head.map(objectOf));
	const texts = (items, others) => new Map(items.filter((item) => !others.has(objectOf(item))).map((item) => [`${item.namespace}\n${textOf(objectOf(item))}`, item.namespace]));
	const gone = texts(base, after);
	const came = texts(head, before);
	return [...[...gone].filter(([text]) => !came.has(text)), ...[...came].filter(([text]) => !gone.has(text))].map(([, namespace]) => namespace);
}
/** The namespaces with a policy that stands in another file or at another place than before, too. */
function movedNamespaces(base, head) {
	const moved = new Set(touchedNamespaces(base, head));
	const before = new Set(base.policies.map(({ policy }) => policy));
	const after = new Set(head.policies.map(({ policy }) => policy));
	for (const { policy, namespace } of base.policies) if (!after.has(policy)) moved.add(namespace);
	for (const { policy, namespace } of head.policies) if (!before.has(policy)) moved.add(namespace);
	return moved;
}

// src/world/joint-readings.ts
/** Equal neighbours are read once; more different ones than this are no longer looked at one by one. */
const MAX_NEIGHBOURS = 40;
/**
* A policy for a namespace that another scope isolates: whether the two are applied together is not known.
* Scopes that may meet are read together; those that are alternatives are as well where the namespace is new
* in its scope, because then nothing shows yet that it is another copy of it.
*/
function readingsOfJointScopes(context) {
	return context.changed.flatMap((scope) => {
		const touched = new Set(touchedNamespaces(scope.base, scope.head));
		touched.delete("");
		if (touched.size === 0) return [];
		const seen = /* @__PURE__ */ new Set();
		return context.scopes.flatMap((other) => {
			if (other.name === scope.name || seen.size >= MAX_NEIGHBOURS) return [];
			if (context.isConfigured(other.name) && context.isConfigured(scope.name)) return [];
			const pair = filesAbout(other, touched, context);
			if (pair === void 0) return [];
			const meets = context.mayMeet(scope.name, other.name);
			const { occupantOf } = findOccupation({
				files: () => context.activeFiles(other.name),
				texts: context.texts
			});
			const shared = /* @__PURE__ */ new Set([...namesIn(pair.base, touched).filter((name) => meets || isNewIn(scope.name, name, context)), ...leaving(scope, touched).filter((name) => (meets || isNewIn(other.name, name, context)) && (pair.head.namespaces.has(name) || occupantOf(name) !== void 0))]);
			const key = `${pair.key} ${[...shared].toSorted().join(" ")}`;
			if (shared.size === 0 || seen.has(key)) return [];
			seen.add(key);
			return [{
				scope: scope.name,
				beside: other.name,
				base: limitWorld(uniteWorlds(scope.base, pair.base), shared),
				head: limitWorld(uniteWorlds(scope.head, withoutReplaced(pair.head, scope)), shared),
				namespaces: shared,
				doubt: `the scopes ${scope.name} and ${other.name} are applied together, which nothing shows; name both in \`scopes\``,
				place: placeOf$1(scope),
				occupied: (name) => occupantOf(name) !== void 0
			}];
		});
	});
}
/** Of two policies with one name the last one applied stays: here, the one that changed. */
function withoutReplaced(other, { base, head }) {
	const standing = new Set(base.policies.map(({ policy }) => policy));
	const replacing = new Map(head.policies.filter(({ policy }) => !standing.has(policy)).map(({ policy, namespace }) => [policyKey(namespace, policy.name), policy]));
	const policies = other.policies.filter(({ policy, namespace }) => {
		const by = replacing.get(policyKey(namespace, policy.name));
		return by === void 0 || contentOf$1(by) === contentOf$1(policy);
	});
	return {
		...other,
		policies
	};
}
/** The namespaces in which a world holds policies, among some. */
const namesIn = ({ policies }, among) => policies.flatMap(({ namespace }) => among.has(namespace) ? [namespace] : []);
/** Namespaces that had policies in a scope and have none there any more. */
function leaving({ base, head }, touched) {
	const kept = new Set(namesIn(head, touched));
	return namesIn(base, touched).filter((name) => !kept.has(name));
}
function placeOf$1({ files: { base, head } }) {
	const before = new Set(base);
	const now = head.find((file) => !before.has(file));
	return now === void 0 ? {
		path: base[0]?.path ?? "",
		side: "base"
	} : {
		path: now.path,
		side: "head"
	};
}
/** Whether a scope had nothing of a namespace at base. */
function isNewIn(scope, namespace, { scopes, isChanged, texts }) {
	const files = scopes.find(({ name }) => name === scope);
	return ![...files?.base ?? [], ...(files?.head ?? []).filter((file) => !isChanged(file))].some(({ id }) => isAbout(texts.text(id), /* @__PURE__ */ new Set([namespace])));
}
/** Whether a text names one of the namespaces, as its own name or as where an object lives. */
function isAbout(text, namespaces) {
	if (mayHideWords(text)) return true;
	if (namespaces.size > MANY$1) return matchesSome(text, namespaces);
	return [...namespaces].some((name) => text.includes(name) && (namesNamespace(text, name) || nameOf(name).test(text)));
}
const MANY$1 = 10;
const nameOf = (name) => new RegExp(`name["']?\\s*:\\s*["']?${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}(?![a-z0-9.-])`);
function matchesSome(text, namespaces) {
	for (const [, name = ""] of text.matchAll(/name(?:space)?["']?\s*:\s*["']?([a-z0-9][a-z0-9.-]*)/gi)) if (namespaces.has(name)) return true;
	return false;
}
/** What another scope says about some namespaces; undefined where it says nothing. */
function filesAbout(scope, namespaces, { isChanged, texts, loader }) {
	const wanted = (file) => isAbout(texts.text(file.id), namespaces);
	const base = scope.base.filter(wanted);
	const head = scope.head.filter(wanted);
	const standing = head.filter((file) => !isChanged(file));
	if (base.length + head.length === 0) return void 0;
	const worlds = placePair({
		base: [...base, ...standing].map(loader.load),
		head: head.map(loader.load)
	}, scope.namespace === void 0 ? {} : { namespace: scope.namespace });
	const key = [base, head].map((files) => files.map(({ id }) => id).join()).join("|");
	return {
		...worlds,
		key
	};
}
/** Namespaces that an object without one may be applied to, at most. */
const MAX_TARGETS = 5;
/**
* A policy without a namespace lands where its manifests are applied, and that may be a namespace which
* manifests nearby name: of the same folder or one above or below, or of the application whose overlay it is.
*/
function readingsOfUnnamed(context) {
	return context.changed.flatMap((scope) => {
		const folders = foldersOfUnnamed(scope);
		if (folders.length === 0 || context.isConfigured(scope.name)) return [];
		const isNear = ({ path }) => folders.some((folder) => isRelated(folderOf(path), folder, homeOf(scope.name)));
		const near = context.scopes.filter(({ name }) => name === scope.name || context.mayMeet(name, scope.name)).flatMap((other) => {
			const hasPolicy = (file) => isNear(file) && context.texts.hints(file.id).policy;
			const standing = other.head.filter((file) => hasPolicy(file) && !context.isChanged(file));
			const base = [...other.base.filter(hasPolicy), ...standing].map(context.loader.load);
			const head = other.head.filter(hasPolicy).map(context.loader.load);
			return base.length + head.length === 0 ? [] : [{
				base,
				head
			}];
		});
		return [...new Set(near.flatMap(({ base }) => base.flatMap(({ policies }) => policies.map(({ namespace }) => namespace ?? ""))))].toSorted().slice(0, MAX_TARGETS).flatMap((target) => {
			const worlds = near.map((pair) => placePair(pair, { namespace: target }));
			const unite = (side) => worlds.map((pair) => pair[side]).reduce(uniteWorlds);
			if (worlds.length === 0) return [];
			const namespaces = /* @__PURE__ */ new Set([target]);
			const where = target === "" ? "one namespace" : `namespace ${target}`;
			return [{
				scope: scope.name,
				base: limitWorld(unite("base"), namespaces),
				head: limitWorld(unite("head"), namespaces),
				namespaces,
				doubt: `policies without a namespace are applied to ${where} with those nearby, which nothing shows; write \`metadata.namespace\``,
				place: placeOf$1(scope)
			}];
		});
	});
}
/** The folders of changed policies that name no namespace and were placed nowhere. */
function foldersOfUnnamed({ base, head, files }) {
	const standing = new Set(files.base);
	const placed = new Set([...base.policies, ...head.policies].flatMap(({ policy, namespace }) => namespace === "" || policy.namespace === void 0 ? [policy] : []));
	const changed = files.head.filter((file) => !standing.has(file));
	return [...new Set(changed.filter(({ policies }) => policies.some((policy) => placed.has(policy))).map(({ path }) => folderOf(path)))];
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const isBelow = (folder, above) => above === "" || folder === above || folder.startsWith(`${above}/`);
/** One of the two lies in the other, or both in the application whose overlay is asked about. */
const isRelated = (folder, other, home) => folder === other || other !== "" && isBelow(folder, other) || folder !== "" && isBelow(other, folder) || home !== void 0 && isBelow(folder, home) && isBelow(other, home);

// src/world/aside-readings.ts
/**
* Changed policies below folders that nobody may apply. They are read beside each scope that holds policies of
* the same namespace, and alone where nothing shows that the folder is not applied.
*/
function readingsOfAside(request) {
	return asideFolders(request).flatMap((aside) => {
		const { folder } = aside;
		const { loader } = request;
		const worlds = placePair({
			base: [...aside.base, ...aside.standing].map(loader.load),
			head: [...aside.head, ...aside.standing].map(loader.load)
		}, {});
		const touched = touchedNamespaces(worlds.base, worlds.head);
		if (touched.size === 0) return [];
		const [first] = [...aside.head, ...aside.base];
		const reading = {
			scope: scopeNameOf(`${folder}/x`),
			doubt: `what lies below ${folder} is applied, which nothing shows; name it in \`scopes\`, or in \`exclude\``,
			place: {
				path: first?.path ?? folder,
				side: aside.head.length > 0 ? "head" : "base"
			}
		};
		const evident = isEvidentlyAside(folder, request);
		const alone = {
			...reading,
			base: limitWorld(worlds.base, touched),
			head: limitWorld(worlds.head, touched),
			namespaces: touched
		};
		const beside = request.scopes.flatMap((scope) => {
			const known = request.changed.find(({ name }) => name === scope.name);
			const isWanted = ({ id }) => isAbout(request.texts.text(id), touched);
			const paths = new Set(request.changes.map(({ path }) => path));
			const standing = scope.head.filter((file) => !paths.has(file.path) && isWanted(file));
			const own = known ?? placePair({
				base: standing.map(loader.load),
				head: standing.map(loader.load)
			}, scope.namespace === void 0 ? {} : { namespace: scope.namespace });
			const shared = new Set(own.base.policies.flatMap(({ namespace }) => namespace !== "" && touched.has(namespace) ? [namespace] : []));
			if (shared.size === 0) return [];
			return [{
				...reading,
				beside: scope.name,
				base: limitWorld(uniteWorlds(own.base, worlds.base), shared),
				head: limitWorld(uniteWorlds(own.head, worlds.head), shared),
				namespaces: shared
			}];
		});
		return evident ? beside : [alone, ...beside];
	});
}
function asideFolders({ changes, files, config, charts, texts }) {
	const isAsideFile = (path) => isManifestPath(path) && !isChartContent(path, charts) && !config.exclude(path) && !config.scopes.some(({ includes }) => includes(path));
	const folders = /* @__PURE__ */ new Map();
	for (const { path, base, head } of changes) {
		const folder = asideFolderOf(path);
		if (folder === void 0 || !isAsideFile(path)) continue;
		for (const [side, entry] of [["base", base], ["head", head]]) {
			if (entry?.mode !== "file" || !bears(texts, entry.id)) continue;
			const known = folders.get(folder) ?? {
				base: [],
				head: []
			};
			folders.set(folder, known);
			known[side].push({
				path,
				id: entry.id
			});
		}
	}
	if (folders.size === 0) return [];
	const changed = new Set(changes.map(({ path }) => path));
	return [...folders].map(([folder, sides]) => ({
		folder,
		...sides,
		standing: files.filter(({ path, id }) => path.startsWith(`${folder}/`) && !changed.has(path) && isAsideFile(path) && bears(texts, id))
	}));
}
function bears(texts, id) {
	const { policy, namespace, workload } = texts.hints(id);
	return policy || namespace || workload;
}
/** The policies below such folders that changed, as a note. */
const ledgerOfAside = (request) => asideFolders(request).flatMap((folder) => {
	const isPolicy = ({ id }) => request.texts.hints(id).policy;
	const base = folder.base.filter(isPolicy);
	const head = folder.head.filter(isPolicy);
	const after = new Set(head.map(({ path }) => path));
	const note = (path, side) => ({
		path,
		side,
		reason: "a policy below a folder of tests, examples, documents or archives; name it in `scopes` to review it",
		decides: false
	});
	return [...head.map(({ path }) => note(path, "head")), ...base.filter(({ path }) => !after.has(path)).map(({ path }) => note(path, "base"))];
});

// src/world/ledger-of-changes.ts
/** What changed and is not evaluated, apart from the manifests of the scopes themselves. */
function ledgerOfChanges(request) {
	const { changes, texts, charts, graph, unread, policyFiles } = request;
	const policyPaths = policyFiles.map(({ path }) => path);
	return oncePerFile([
		...ledgerOfLinks(changes),
		...unread.entries,
		...unread.ignoring.filter(({ path }) => holdsPolicyBelow(path, policyPaths)),
		...ledgerOfPatches(changes, {
			texts,
			graph,
			policyPaths
		}),
		...ledgerOfMentions(changes, texts),
		...ledgerOfChartValues(changes, {
			texts,
			charts,
			policyFiles
		}),
		...ledgerOfGraph({
			changes,
			texts,
			charts,
			policyPaths
		}),
		...ledgerOfValues(changes, texts),
		...ledgerOfVariables(changes, {
			texts,
			policyIds: policyFiles.map(({ id }) => id)
		}),
		...ledgerOfAside(request)
	]);
}
/** One reason not to know is enough. */
function oncePerFile(entries) {
	const seen = /* @__PURE__ */ new Set();
	return entries.filter(({ path, side, decides }) => {
		const key = `${side} ${path}`;
		if (decides && seen.has(key)) return false;
		if (decides) seen.add(key);
		return true;
	});
}

// src/world/doubtful-readings.ts
/**
* Policies that stand in the manifests and may not be applied: their annotations say so to some tool, or no
* kustomization lists their file. The change is read once more without them, at both revisions.
*/
function readingsOfDoubtful(changed, { graph }) {
	const marked = ({ marks }) => describeMark(marks?.[0]);
	const unlisted = ({ span }) => graph.roleOf(span.path) === "unlisted" ? { text: `no kustomization lists ${span.path}, which leaves it out` } : void 0;
	return changed.flatMap((scope) => {
		const touched = movedNamespaces(scope.base, scope.head);
		if (touched.size === 0) return [];
		const questions = [marked, unlisted];
		const either = (policy) => marked(policy) ?? unlisted(policy);
		const readings = questions.flatMap((question) => without(scope, touched, question));
		return readings.length < 2 ? readings : [...readings, ...without(scope, touched, either)];
	});
}
const describeMark = (mark) => mark === void 0 ? void 0 : { text: `with ${mark.text}` };
function without({ name, base, head }, touched, question) {
	const namespaces = /* @__PURE__ */ new Set();
	let first;
	const keep = (world, side) => {
		const inDoubt = ({ policy, namespace }) => {
			const doubt = touched.has(namespace) ? question(policy) : void 0;
			if (doubt === void 0) return false;
			namespaces.add(namespace);
			first ??= {
				policy,
				text: doubt.text,
				side
			};
			return true;
		};
		return {
			...world,
			policies: world.policies.filter((placed) => !inDoubt(placed))
		};
	};
	const after = keep(head, "head");
	const before = keep(base, "base");
	if (first === void 0) return [];
	const { policy, text, side } = first;
	return [{
		scope: name,
		base: limitWorld(before, namespaces),
		head: limitWorld(after, namespaces),
		namespaces,
		doubt: `NetworkPolicy ${policy.name} is not applied: ${text}`,
		place: {
			path: policy.span.path,
			span: policy.span,
			side
		}
	}];
}

// src/world/other-readings.ts
/** Every other way in which the manifests may be applied that a change can turn on. */
function otherReadings(request) {
	const { scopes, changes, config } = request;
	const paths = new Set(changes.map(({ path }) => path));
	const mayMeet = relateScopes(scopes.map(({ name }) => name));
	const context = {
		...request,
		mayMeet: (a, b) => isLinked(a, b, request.links) || mayMeet(a, b),
		isConfigured: (scope) => config.scopes.some(({ name }) => name === scope),
		isChanged: ({ path }) => paths.has(path)
	};
	return [
		...request.changed.flatMap(readingsOfContradictions),
		...readingsOfJointScopes(context),
		...readingsOfUnnamed(context),
		...readingsOfDoubtful(request.changed, request),
		...readingsOfAside(request)
	];
}
/** A link brings manifests of one scope to another. */
const isLinked = (a, b, links) => links.some(({ path, target }) => {
	const ends = /* @__PURE__ */ new Set([scopeNameOf(`${path}/x`), scopeNameOf(`${target}/x`)]);
	return ends.has(a) && ends.has(b);
});

// src/world/collect-worlds.ts
const READ_AT_ONCE = 2e4;
/** In small repositories everything is read: no cleverness, and more to say about standing state. */
const READ_ALL_BELOW = 300;
/**
* Reads two revisions into worlds, one pair per scope. Only files that can matter are parsed; each
* distinct content is read once and each version of a file parsed once.
*/
async function collectWorlds(source, config, readAllBelow = READ_ALL_BELOW, { texts, loader } = createReading(source)) {
	const [base, head] = source.snapshots;
	if (base === void 0 || head === void 0) throw new Error("two snapshots are wanted");
	const changes = changedFiles(base, head).filter(({ path }) => !config.exclude(path));
	const changedIds = changes.flatMap(({ base: old, head: now }) => [old, now].flatMap((entry) => entry?.mode === "file" ? [entry.id] : []));
	const files = manifestFiles(head);
	const readsAtOnce = changes.length > 0 && files.length <= READ_AT_ONCE;
	await texts.load(readsAtOnce ? [...changedIds, ...files.map(({ id }) => id)] : changedIds);
	const charts = chartFolders([...changes, ...head.entries].map(({ path }) => path));
	const unread = await findUnreadChanges({
		base,
		head,
		texts,
		exclude: config.exclude,
		isRead: (path) => isActive({ path }, config, charts)
	});
	if (!(unread.patches || unread.entries.length + unread.ignoring.length > 0) && !changes.some((change) => isRelevant(change, {
		texts,
		charts
	}))) return {
		scopes: [],
		readings: [],
		ledger: [],
		changes,
		filesRead: 0,
		texts
	};
	await texts.load(files.map(({ id }) => id));
	const paths = new Set(changes.map(({ path }) => path));
	const changedAtBase = changes.flatMap(({ base: old }) => old?.mode === "file" && isManifestPath(old.path) ? [old] : []);
	const policyFiles = [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy);
	const kustomizations = [...base.entries, ...head.entries].filter(({ path, mode }) => mode === "file" && isKustomization(path));
	await texts.load(kustomizations.map(({ id }) => id));
	const graph = readKustomizeGraph(kustomizations, texts);
	const isPatch = (path) => graph.roleOf(path) === "patch";
	const scoped = splitScopes({
		base: changedAtBase,
		head: files
	}, {
		config,
		charts,
		texts,
		isPatch
	});
	const activeFiles = activeFilesOf({
		files,
		config,
		charts
	});
	const kustomized = belowKustomization(head.entries.map(({ path }) => path));
	const scopes = scoped.flatMap((scope) => {
		const occupation = findOccupation({
			files: () => activeFiles(scope.name),
			texts
		});
		const pair = collectScope(scope, {
			paths,
			texts,
			loader,
			readAllBelow,
			occupation,
			kustomized
		});
		return pair === void 0 ? [] : [pair];
	});
	const request = {
		changes,
		files,
		paths: [...base.entries, ...head.entries].map(({ path }) => path),
		scopes: scoped,
		changed: scopes
	};
	const { links } = unread;
	const aside = {
		...request,
		config,
		charts,
		texts,
		loader,
		activeFiles,
		graph,
		links
	};
	const ledger = ledgerOfChanges({
		...aside,
		unread,
		policyFiles
	});
	return {
		scopes,
		readings: otherReadings(aside),
		ledger,
		changes,
		filesRead: loader.count(),
		texts
	};
}
/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
function isRelevant({ path, base, head }, { texts, charts }) {
	return [base, head].some((entry) => {
		if (entry === void 0) return false;
		if (entry.mode !== "file" || !isManifestPath(path)) return true;
		if (texts.tooLarge(entry.id) !== void 0) return true;
		const { foreign, namespace, workload, context } = texts.hints(entry.id);
		const isGraph = /kustomization|Chart\.yaml|values|helmfile|skaffold|fleet\.ya?ml/i.test(path);
		const text = texts.text(entry.id);
		const isValues = charts.size > 0 && !/^\s*["']?kind["']?\s*:/m.test(text);
		return foreign || namespace || workload || context || isGraph || isValues || MAY_HOLD_VARIABLES.test(text) || POLICY_KEY.test(text) || DECIDES.test(text);
	});
}
/** Marks of objects and patches that decide what is applied. */
const DECIDES = /fluxcd\.io|argoproj\.io|^apiVersion: *builtin|^- *(?:op|path): |values\.ya?ml|resource\.(?:ex|in)clusions/m;
function collectScope(scope, context) {
	const { paths, texts, loader, readAllBelow, occupation, kustomized } = context;
	const isChanged = ({ path }) => paths.has(path);
	const changed = {
		base: scope.base.map(loader.load),
		head: scope.head.filter(isChanged).map(loader.load)
	};
	if (changed.base.length === 0 && changed.head.length === 0) return void 0;
	const rest = scope.head.filter((file) => !isChanged(file));
	const selected = rest.filter(({ id }) => decides(texts.hints(id))).length <= readAllBelow ? rest : selectFiles(rest, changedObjects(changed), {
		texts,
		load: loader.load
	});
	const unchanged = selected.map(loader.load);
	const files = {
		base: [...changed.base, ...unchanged],
		head: [...changed.head, ...unchanged]
	};
	const placement = scope.namespace === void 0 ? {} : { namespace: scope.namespace };
	const worlds = placePair(files, placement);
	return {
		name: scope.name,
		...worlds,
		files,
		complete: selected.length === rest.length,
		kustomized,
		ledger: [...ledgerOfProblems(files.head, {
			base: new Map(files.base.map((file) => [file.path, file])),
			textOf: ({ id }) => texts.text(id),
			tellsPodsApart: (problem) => tellsPodsApart(problem, worlds)
		}), ...ledgerOfForeign(files.base, files.head)],
		occupation,
		occupiedAtHead: (namespace) => occupation.occupantOf(namespace) !== void 0
	};
}
/** Whether some policy where a refused workload lives, or may live, tells pods apart. */
function tellsPodsApart({ object }, { base, head }) {
	const namespace = object?.namespace;
	return [...base.policies, ...head.policies].some((placed) => (namespace === void 0 || placed.namespace === namespace) && placed.policy.podSelector.requirements.length > 0);
}
/** Services and network plugins cost little to read, and count as nothing. */
const decides = ({ policy, foreign, namespace, workload }) => policy || foreign || namespace || workload;
function changedObjects({ base, head }) {
	const files = [...base, ...head];
	const contents = {
		base: new Set(base.flatMap((file) => file.policies.map(contentOf$1))),
		head: new Set(head.flatMap((file) => file.policies.map(contentOf$1)))
	};
	const policies = files.flatMap((file) => file.policies);
	const isStanding = (policy) => {
		const content = contentOf$1(policy);
		return contents.base.has(content) && contents.head.has(content);
	};
	const workloads = files.flatMap((file) => file.workloads);
	const namespaces = new Set([...policies, ...workloads].map(({ namespace }) => namespace ?? ""));
	const before = new Map(base.flatMap((file) => file.namespaces).map((item) => [item.name, item]));
	const keys = head.flatMap((file) => file.namespaces).flatMap((item) => labelChanges(before.get(item.name), item));
	for (const file of files) for (const { name } of file.namespaces) namespaces.add(name);
	return {
		policies: policies.filter((policy) => !isStanding(policy)),
		standing: policies.filter(isStanding),
		namespaces,
		folders: new Set(files.flatMap(possibleNamespaces)),
		namespaceKeys: new Set(keys),
		workloadsMoved: someMoved(base, head)
	};
}
const labelChanges = (before, after) => before === void 0 ? [] : changedKeys(before.labels, after.labels);
function someMoved(base, head) {
	const key = ({ kind, namespace = "", name }) => `${namespace}/${kind}/${name}`;
	const before = new Map(base.flatMap((file) => file.workloads).map((workload) => [key(workload), traitsOf(workload)]));
	return head.flatMap((file) => file.workloads).some((workload) => {
		const old = before.get(key(workload));
		return old !== void 0 && old !== traitsOf(workload);
	});
}

// src/review.ts
/**
* Reviews a change: reads both revisions, compares every scope and runs the checks. Rejects with
* `InvalidConfig` where the configuration is wrong and with `SourceFailure` where reading breaks off.
*/
const runReview = (request) => request.fixes === true ? reviewWithFixes(request, compareRevisions) : compareRevisions(request);
async function compareRevisions(request) {
	const { source } = request;
	const config = readConfig(request);
	const ipBlockMatchesPods = matchesPods(request, config);
	const collected = await collectWorlds(source, config, request.readAllBelow, request.reading);
	const [base, head] = source.snapshots;
	if (base === void 0 || head === void 0) throw new Error("two snapshots are wanted");
	const reviews = collected.scopes.map((pair) => {
		const doubt = [...collected.ledger, ...pair.ledger].some(hidesPolicies);
		return {
			pair,
			review: reviewScope({
				...pair,
				ipBlockMatchesPods,
				doubt
			})
		};
	});
	const ledger = [
		...await noteConfig(request, config),
		...ledgerOfReadings(collected.readings, {
			findings: reviews.flatMap(({ review }) => review.findings),
			ipBlockMatchesPods,
			config
		}),
		...collected.ledger,
		...reviews.flatMap(({ pair }) => pair.ledger),
		...reviews.flatMap(({ pair, review }) => tooComplex(pair, review)),
		...reviews.flatMap(({ review }) => ambiguous(review))
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
			findings: [...review.findings, ...unknownFields$1(pair)],
			ledger: [...collected.ledger, ...pair.ledger]
		}))
	});
	return {
		schemaVersion: 1,
		mode: "diff",
		base: revisionOf(base),
		head: revisionOf(head),
		...judgement,
		scopes: reviews.map(({ pair, review }) => scopeReport(pair, review, collected)).filter(({ namespaces, flows, policies }) => namespaces.length + flows.length + policies.length > 0),
		ledger,
		assumptions: assumptionsFor(collected, ipBlockMatchesPods),
		statistics: {
			filesChanged: collected.changes.length,
			filesRead: collected.filesRead,
			policiesRead: collected.scopes.reduce((sum, { head: world }) => sum + world.policies.length, 0),
			namespaces: collected.scopes.reduce((sum, { head: world }) => sum + new Set(world.policies.map(({ namespace }) => namespace)).size, 0)
		}
	};
}
const revisionOf = ({ name, commit }) => ({
	name,
	...commit === void 0 ? {} : { commit }
});
function unknownFields$1({ name, files: { base, head } }) {
	const before = new Set(base.map(({ id, path }) => `${id} ${path}`));
	return head.filter(({ id, path }) => !before.has(`${id} ${path}`)).flatMap(({ problems }) => problems).filter(({ code, about }) => code === "unknown-field" && about === "policy").map(({ message, span }) => findingOf("NP028", {
		scope: name,
		message,
		location: span,
		side: "head"
	}));
}
/** Of two objects with one name the last one applied wins, and nobody knows which that is. */
const ambiguous = ({ findings }) => findings.filter(({ rule }) => rule === "NP027").map(({ message, location }) => ({
	path: location?.path ?? "",
	...location === void 0 ? {} : { span: location },
	side: "head",
	reason: message,
	decides: true
}));
const tooComplex = (pair, { unknown }) => [...new Set(unknown)].map((namespace) => ({
	path: pair.head.policies.find((placed) => placed.namespace === namespace)?.policy.span.path ?? "",
	side: "head",
	reason: `the policies of namespace ${namespace} are too many to compare exactly`,
	decides: true
}));
function scopeReport(pair, review, collected) {
	const { name } = pair;
	return {
		name,
		namespaces: review.namespaces,
		flows: review.flows,
		policies: policyChanges(pair, collected)
	};
}
/** Changed policies with the change of their text, paired by name. */
function policyChanges(pair, { texts }) {
	const linesOf = /* @__PURE__ */ new Map();
	const textOf = (span, files) => {
		const id = files.find(({ path }) => path === span.path)?.id ?? "";
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
		const before = base === void 0 ? "" : textOf(base.span, pair.files.base);
		const after = head === void 0 ? "" : textOf(head.span, pair.files.head);
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
	const patch = createTwoFilesPatch("", "", before, after, "", "", {
		context: 3,
		timeout: 500
	});
	return patch === void 0 ? "" : patch.slice(Math.max(0, patch.indexOf("@@")));
}
function assumptionsFor(collected, ipBlockMatchesPods) {
	const policies = collected.scopes.flatMap(({ base, head }) => [...base.policies, ...head.policies]);
	const workloads = collected.scopes.flatMap(({ base, head }) => [...base.workloads, ...head.workloads]);
	return assumptionsOf(policies.map(({ policy }) => policy), {
		ipBlockMatchesPods,
		hostNetwork: workloads.some(({ workload }) => workload.hostNetwork)
	});
}

// src/check/exposure.ts
const CLOSED$1 = { reach: "none" };
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
	if (allow === void 0) return CLOSED$1;
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
		return [findingOf("NP042", {
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
	const names = namespaces.labels.get(NAME_LABEL);
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
	const finding = (rule, message, location = place) => findingOf(rule, {
		scope,
		namespace: name,
		message,
		...location && { location }
	});
	const findings = [];
	for (const direction of DIRECTIONS) {
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
	const directory = createDirectory(namespaceLabelsOf(world));
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
	const workloads = groupByNamespace(world.workloads);
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

// src/world/collect-world.ts
/** Reads one revision or directory into worlds, one per scope. */
async function collectWorld(source, options) {
	const { config, oneScope = false, snapshot = source.snapshots[0] } = options;
	if (snapshot === void 0) throw new Error("a snapshot is wanted");
	const { texts, loader } = options.reading ?? createReading(source);
	const files = manifestFiles(snapshot);
	await texts.load(files.map(({ id }) => id));
	const charts = chartFolders(snapshot.entries.map(({ path }) => path));
	return {
		scopes: (oneScope ? [{
			name: "default",
			head: files
		}] : splitScopes({
			base: [],
			head: files
		}, {
			config,
			charts,
			texts
		})).map((scope) => {
			const loaded = scope.head.map(loader.load);
			const namespace = options.namespace ?? ("namespace" in scope ? scope.namespace : void 0);
			return {
				name: scope.name,
				world: placeObjects(loaded, namespace === void 0 ? {} : { namespace }),
				files: loaded,
				ledger: [...ledgerOfProblems(loaded, {
					base: /* @__PURE__ */ new Map(),
					textOf: ({ id }) => texts.text(id)
				}), ...ledgerOfForeign(loaded, loaded)]
			};
		}),
		ledger: oneScope ? [] : ledgerOfUnread(files, {
			texts,
			charts,
			config
		}),
		filesRead: loader.count()
	};
}
/** Files with policies that are no manifests to apply: chart templates, tests, examples. */
function ledgerOfUnread(files, { texts, charts, config }) {
	return files.flatMap(({ path, id }) => {
		if (config.exclude(path) || !texts.hints(id).policy) return [];
		const chart = chartOf$1(path, charts);
		const reason = chart !== void 0 && isChartContent(path, charts) ? `part of the Helm chart in ${chart}: not rendered` : isSetAside(path) && !config.scopes.some(({ includes }) => includes(path)) ? "below a folder of tests, examples, documents or archives; name it in `scopes` to include it" : void 0;
		if (reason === void 0) return [];
		return [{
			path,
			side: "head",
			reason,
			decides: isChartContent(path, charts)
		}];
	});
}

// src/scan.ts
/**
* The posture of one revision: isolation, exposure and metadata of every namespace. Standing faults are
* listed and fail nothing unless the configuration says so; what could not be read leaves the answer undecided.
*/
async function runScan(request) {
	const [only] = request.source.snapshots;
	return scanSnapshot(request, only);
}
/** Scans both revisions of a change. What stands at both is read and parsed once. */
async function runStanding(request) {
	const reading = request.reading ?? createReading(request.source);
	const [base, head] = request.source.snapshots;
	const neutral = {
		...request,
		reading,
		overrides: {
			failOn: [],
			warnOnly: false
		}
	};
	return {
		base: await scanSnapshot(neutral, base),
		head: await scanSnapshot(neutral, head)
	};
}
async function scanSnapshot(request, snapshot) {
	if (snapshot === void 0) throw new Error("a snapshot is wanted");
	const { source, reading } = request;
	const config = readConfig(request);
	const ipBlockMatchesPods = matchesPods(request, config);
	const collected = await collectWorld(source, {
		config,
		snapshot,
		...reading === void 0 ? {} : { reading }
	});
	const scans = collected.scopes.map((scope) => ({
		scope,
		scan: scanScope({
			name: scope.name,
			world: scope.world,
			ipBlockMatchesPods
		})
	}));
	const ledger = [
		...await noteConfig(request, config),
		...collected.ledger,
		...collected.scopes.flatMap((scope) => scope.ledger),
		...scans.flatMap(({ scope, scan }) => scan.unknown.map((namespace) => ({
			path: scope.world.policies.find((placed) => placed.namespace === namespace)?.policy.span.path ?? "",
			side: "head",
			reason: `the policies of namespace ${namespace} are too many to evaluate exactly`,
			decides: true
		})))
	].toSorted((a, b) => Number(b.decides) - Number(a.decides));
	const judgement = judge({
		mode: "scan",
		today: request.today,
		isReviewed: (path) => snapshot.entries.some((entry) => entry.path === path),
		config,
		ledger,
		scopes: scans.map(({ scope, scan }) => ({
			name: scope.name,
			flows: [],
			findings: [...scan.findings, ...unknownFields(scope)],
			ledger: [...collected.ledger, ...scope.ledger]
		}))
	});
	const policies = collected.scopes.flatMap(({ world }) => world.policies.map(({ policy }) => policy));
	const hostNetwork = collected.scopes.some(({ world }) => world.workloads.some(({ workload }) => workload.hostNetwork));
	return {
		schemaVersion: 1,
		mode: "scan",
		head: {
			name: snapshot.name,
			...snapshot.commit === void 0 ? {} : { commit: snapshot.commit }
		},
		...judgement,
		scopes: scans.map(({ scope, scan }) => ({
			name: scope.name,
			namespaces: scan.namespaces,
			flows: [],
			policies: []
		})).filter(({ namespaces }) => namespaces.length > 0),
		ledger,
		assumptions: assumptionsOf(policies, {
			ipBlockMatchesPods,
			hostNetwork
		}),
		statistics: {
			filesChanged: 0,
			filesRead: collected.filesRead,
			policiesRead: policies.length,
			namespaces: scans.reduce((sum, { scan }) => sum + scan.namespaces.length, 0)
		}
	};
}
const unknownFields = ({ name, files }) => files.flatMap(({ problems }) => problems).filter(({ code, about }) => about === "policy" && code === "unknown-field").map(({ message, span }) => findingOf("NP028", {
	scope: name,
	message,
	location: span
}));

// src/source/path-text.ts
const REPLACEMENT = "�";
const byteName = (byte) => REPLACEMENT + byte.toString(16).toUpperCase().padStart(2, "0");
/** Length of the valid UTF-8 sequence that starts here; 0 where there is none. */
function sequenceLength(bytes, start) {
	for (let length = 1; length <= 4 && start + length <= bytes.length; length += 1) if (isUtf8(bytes.subarray(start, start + length))) return length;
	return 0;
}
function spell(bytes) {
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes, at);
		const character = length === 0 ? REPLACEMENT : bytes.toString("utf8", at, at + length);
		const end = at + Math.max(length, 1);
		if (character !== REPLACEMENT) text += character;
		else for (const byte of bytes.subarray(at, end)) text += byteName(byte);
		at = end;
	}
	return text;
}
/**
* File names are bytes; the rest of the program wants text. UTF-8 stays as it is, any other byte becomes
* U+FFFD and two hex digits. Different bytes always give different text, and never a lone surrogate,
* which `encodeURIComponent` would throw on.
*/
function pathText(bytes) {
	if (isUtf8(bytes)) {
		const text = bytes.toString("utf8");
		if (!text.includes(REPLACEMENT)) return text;
	}
	return spell(bytes);
}

// src/source/directory-files.ts
/** Repository data and installed packages: neither is a manifest of this project. */
const SKIPPED = /* @__PURE__ */ new Set([".git", "node_modules"]);
const SLASH = Buffer.from("/");
/**
* Every file below a directory. Symlinks are reported, never followed: a link could lead out of the
* directory. Sockets, devices and pipes are left out; to open one can block for ever.
*/
function* walkFiles(top) {
	const pending = [{
		location: Buffer.from(top),
		prefix: ""
	}];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) for (const item of readdirSync(next.location, {
		withFileTypes: true,
		encoding: "buffer"
	})) {
		const name = pathText(item.name);
		const path = next.prefix + name;
		const location = Buffer.concat([
			next.location,
			SLASH,
			item.name
		]);
		if (item.isSymbolicLink()) yield {
			path,
			location,
			mode: "symlink"
		};
		else if (item.isFile()) yield {
			path,
			location,
			mode: "file"
		};
		else if (item.isDirectory() && !SKIPPED.has(name)) pending.push({
			location,
			prefix: `${path}/`
		});
	}
}
function readUpTo(fd, size) {
	const bytes = new Uint8Array(size);
	let length = 0;
	while (length < size) {
		const read = readSync(fd, bytes, length, size - length, null);
		if (read === 0) break;
		length += read;
	}
	return bytes.subarray(0, length);
}
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Reads a file, or the target of a symlink, unless it is larger than `maxBytes`. */
function readFound({ location, mode }, maxBytes) {
	if (mode === "symlink") return { bytes: readlinkSync(location, { encoding: "buffer" }) };
	const fd = openSync(location, READ_NO_LINK);
	try {
		const { size } = fstatSync(fd);
		return size > maxBytes ? { tooLarge: size } : { bytes: readUpTo(fd, size) };
	} finally {
		closeSync(fd);
	}
}

// src/source/tree-entries.ts
/** What a git mode, six octal digits, says about an entry. */
function entryMode(mode) {
	if (mode === "120000") return "symlink";
	return mode === "160000" ? "submodule" : "file";
}
/** Sorts by code units, if that is not their order already. */
function inPathOrder(entries) {
	let previous = "";
	for (const { path } of entries) {
		if (path < previous) return entries.toSorted((a, b) => a.path < b.path ? -1 : 1);
		previous = path;
	}
	return entries;
}

// src/source/types.ts
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

// src/source/directory.ts
const DEFAULT_MAX_TOTAL_BYTES$1 = 268435456;
const DEFAULT_MAX_FILES = 2e5;
const systemReason = (error) => error instanceof Error ? error.message : String(error);
function filesOf(name) {
	const kind = statSync(name);
	if (kind.isDirectory()) return walkFiles(name);
	if (!kind.isFile()) throw new Error("it is neither a file nor a directory");
	return [{
		path: basename(name),
		location: Buffer.from(realpathSync(name)),
		mode: "file"
	}];
}
/** Reads a file into the store. Its id is a hash of its bytes; one that is not read equals no other. */
function store(into, file) {
	const content = readFound(file, Math.min(into.maxFileBytes, into.bytesLeft));
	if ("tooLarge" in content) {
		const id = `unread:${into.contents.size}`;
		into.contents.set(id, content);
		return {
			path: file.path,
			id,
			mode: file.mode,
			size: content.tooLarge
		};
	}
	const { bytes } = content;
	into.bytesLeft -= bytes.length;
	const id = createHash("sha256").update(bytes).digest("hex");
	if (!into.contents.has(id)) into.contents.set(id, bytes);
	return {
		path: file.path,
		id,
		mode: file.mode,
		size: bytes.length
	};
}
function takeSnapshot(name, into) {
	const entries = [];
	try {
		for (const file of filesOf(name)) {
			if (into.filesLeft === 0) return failed("too-large", `${name} holds too many files. Give a directory that holds manifests only.`);
			into.filesLeft -= 1;
			entries.push(store(into, file));
		}
	} catch (error) {
		return failed("unreadable", `${name} cannot be read: ${systemReason(error)}.`);
	}
	return {
		ok: true,
		snapshot: {
			name,
			entries: inPathOrder(entries)
		}
	};
}
/** Looks content up that was read when the directories were opened. */
function lookUp$1(contents, ids) {
	const found = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const content = contents.get(id);
		if (content === void 0) throw new SourceFailure({
			code: "unreadable",
			message: `No file has the content id ${id}.`
		});
		found.set(id, content);
	}
	return found;
}
/**
* Opens directories (or single files) as they are now. Every file is read once, here; what changes on disk
* afterwards changes nothing.
*/
async function openDirectories(options) {
	const into = {
		contents: /* @__PURE__ */ new Map(),
		maxFileBytes: options.maxFileBytes,
		bytesLeft: options.maxTotalBytes ?? DEFAULT_MAX_TOTAL_BYTES$1,
		filesLeft: options.maxFiles ?? DEFAULT_MAX_FILES
	};
	const snapshots = [];
	for (const name of options.directories) {
		const result = takeSnapshot(name, into);
		if (!result.ok) return result;
		snapshots.push(result.snapshot);
	}
	return {
		ok: true,
		source: {
			snapshots,
			read: async (ids) => lookUp$1(into.contents, ids)
		}
	};
}

// src/source/git-changes.ts
/** Parses `git diff-tree -r -z --raw`: `:<mode> <mode> <id> <id> <status>` NUL `<path>` NUL. */
function parseChanges(bytes) {
	const changes = [];
	for (let start = 0; start < bytes.length;) {
		const headerEnd = bytes.indexOf(0, start);
		const end = bytes.indexOf(0, headerEnd + 1);
		const [, mode = "", , id = "", status] = bytes.toString("latin1", start, headerEnd).split(" ");
		const path = pathText(bytes.subarray(headerEnd + 1, end));
		changes.push(status === "D" ? { path } : {
			path,
			entry: {
				path,
				id,
				mode: entryMode(mode)
			}
		});
		start = end + 1;
	}
	return inPathOrder(changes);
}
/** The first position at or behind `from` whose path is not before this one. */
function positionOf(path, entries, from) {
	let low = from;
	let high = entries.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((entries[middle]?.path ?? "") < path) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** The entries after the changes; both are in path order. Without changes it is the same array. */
function applyChanges(entries, changes) {
	if (changes.length === 0) return entries;
	const runs = [];
	let from = 0;
	for (const { path, entry } of changes) {
		const at = positionOf(path, entries, from);
		runs.push(entries.slice(from, at));
		if (entry !== void 0) runs.push([entry]);
		from = entries[at]?.path === path ? at + 1 : at;
	}
	runs.push(entries.slice(from));
	return runs.flat();
}

// src/source/git-errors.ts
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g;
const CREDENTIALS = /:\/\/[^@/\s]*@/g;
const OBJECTS_ELSEWHERE = /promisor remote|lazy fetching disabled|transport '\w+' not allowed/;
/** Git's own words on one line, without terminal codes and without a password in a URL. */
function gitWords(exit) {
	const lines = exit.stderr.split("\n").filter((line) => /^(fatal|error):/.test(line));
	return (lines.length === 0 ? exit.stderr : lines.join("; ")).replace(CREDENTIALS, "://").replace(CONTROLS, " ").trim().slice(0, 500) || `git ended with status ${exit.status ?? "none"}`;
}
/** True where git died because an object of a partial clone is not here. */
const lacksObjects = (exit) => exit.status !== 0 && OBJECTS_ELSEWHERE.test(exit.stderr);
/** The error for objects that a partial clone left on the server. */
function missingObjects(detail) {
	return failed("missing-objects", `The repository does not hold all objects of the revisions (${detail}). It is a partial clone: clone without \`--filter\`, or in actions/checkout leave out \`filter\` and \`sparse-checkout\`.`);
}
/** Turns a git process that failed into an error that says what to do. */
function gitFailure(repo, exit) {
	if (exit.notStarted === "ENOENT") return failed("no-git", "git was not found. Install git and make sure that it is on the PATH.");
	if (exit.notStarted !== void 0) return failed("no-git", `git could not be started: ${exit.notStarted}.`);
	if (/dubious ownership|unsafe repository/.test(exit.stderr)) return failed("not-trusted", `Git does not trust ${repo}: it belongs to another user. Run \`git config --global --add safe.directory <its absolute path>\`.`);
	if (/not a git repository|cannot change to/i.test(exit.stderr)) return failed("not-a-repository", `${repo} is not in a git repository. Give the repository, or compare directories.`);
	if (lacksObjects(exit)) return missingObjects(gitWords(exit));
	return failed("git-failed", `git could not read ${repo}: ${gitWords(exit)}`);
}

// src/source/git-credentials.ts
/** The header's value; a derived secret, to be masked where the token is. */
const basicAuthorization = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
/**
* Settings for one git process that send the token, as environment: arguments are seen by everybody on the
* machine, and a file would outlive the process. Git sends the header to addresses below the server's only,
* and with redirects off nobody else can ask for it. `count` is how many such settings there are already.
*/
function credentialSettings(credentials, count = "0") {
	if (credentials === void 0) return {};
	const server = `http.${credentials.serverUrl.replace(/\/*$/, "/")}`;
	const settings = [
		[`${server}.extraheader`, ""],
		[`${server}.extraheader`, `AUTHORIZATION: basic ${basicAuthorization(credentials.token)}`],
		[`${server}.followRedirects`, "false"]
	];
	const first = Number.parseInt(count, 10) || 0;
	return Object.fromEntries([["GIT_CONFIG_COUNT", String(first + settings.length)], ...settings.flatMap(([key = "", value = ""], index) => [[`GIT_CONFIG_KEY_${first + index}`, key], [`GIT_CONFIG_VALUE_${first + index}`, value]])]);
}

// src/source/spool.ts
const CHUNK_BYTES = 1048576;
function* readChunks(fd) {
	let rest = fstatSync(fd).size;
	for (let at = 0; rest > 0;) {
		const chunk = Buffer.allocUnsafeSlow(Math.min(rest, CHUNK_BYTES));
		const read = readSync(fd, chunk, 0, chunk.length, at);
		if (read === 0) return;
		yield chunk.subarray(0, read);
		at += read;
		rest -= read;
	}
}
/** Opens a spool; nothing where the temporary directory cannot be written. */
function openSpool() {
	const path = join(tmpdir(), `netpol-review-${randomUUID()}`);
	let fd;
	try {
		fd = openSync(path, "wx+", 384);
	} catch {
		return;
	}
	unlinkSync(path);
	return {
		fd,
		size: () => fstatSync(fd).size,
		chunks: () => readChunks(fd),
		[Symbol.dispose]: () => closeSync(fd)
	};
}

// \0@oxc-project+runtime@0.156.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}

// src/source/git-process.ts
const STDERR_LIMIT = 16384;
/** Set while a hook or an alias runs; each would point git at another repository than the one asked for. */
const REPOSITORY_VARIABLES = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_COMMON_DIR",
	"GIT_PREFIX",
	"GIT_NAMESPACE"
];
/** An action's inputs and the runner's own tokens: nothing that git or what git starts has a use for. */
const NOT_FOR_GIT = /^(?:INPUT|ACTIONS)_/i;
function environment({ network = false, credentials }) {
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_FOR_GIT.test(name)));
	for (const name of REPOSITORY_VARIABLES) delete env[name];
	env["LC_ALL"] = "C";
	env["LANGUAGE"] = "C";
	env["GIT_OPTIONAL_LOCKS"] = "0";
	env["GIT_TERMINAL_PROMPT"] = "0";
	env["GIT_LITERAL_PATHSPECS"] = "1";
	env["GIT_NO_REPLACE_OBJECTS"] = "1";
	if (network) return {
		...env,
		...credentialSettings(credentials, env["GIT_CONFIG_COUNT"])
	};
	env["GIT_NO_LAZY_FETCH"] = "1";
	env["GIT_ALLOW_PROTOCOL"] = "none";
	return env;
}
/** Nothing that the repository's configuration names may run. */
const QUIET_CONFIG = [
	"core.fsmonitor=false",
	`core.hooksPath=${devNull}`,
	"gc.auto=0",
	"maintenance.auto=false"
];
function startGit(command) {
	const args = [
		"--no-pager",
		...QUIET_CONFIG.flatMap((setting) => ["-c", setting]),
		"-C",
		resolve(command.repo),
		...command.args
	];
	return spawn("git", args, {
		env: environment(command),
		stdio: [
			command.input === void 0 ? "ignore" : "pipe",
			command.stdoutFile ?? "pipe",
			"pipe"
		],
		windowsHide: true,
		...command.signal === void 0 ? {} : { signal: command.signal },
		...command.timeoutMs === void 0 ? {} : { timeout: command.timeoutMs }
	});
}
/** Waits for `drain` whenever the pipe is full, so the queue never grows beyond one piece. */
function feed(stdin, pieces) {
	for (;;) {
		const next = pieces.next();
		if (next.done === true) {
			stdin.end();
			return;
		}
		if (!stdin.write(next.value)) {
			stdin.once("drain", () => feed(stdin, pieces));
			return;
		}
	}
}
/** Runs git until it has ended and its output is read. A failing exit status is a value, not a rejection. */
function runGit(command) {
	return new Promise((settle, reject) => {
		const child = startGit(command);
		let stderr = "";
		let notStarted;
		let thrown;
		const finish = (status) => {
			if (thrown !== void 0) reject(thrown.reason);
			else settle({
				status,
				stderr,
				...notStarted === void 0 ? {} : { notStarted }
			});
		};
		child.on("error", (error) => {
			if (child.pid !== void 0) return;
			notStarted = error.code ?? error.message;
			finish(null);
		});
		child.on("exit", (_status, signal) => {
			if (signal === null) return;
			child.stdout?.destroy();
			child.stderr?.destroy();
		});
		child.on("close", finish);
		child.stderr?.on("data", (chunk) => {
			if (stderr.length < STDERR_LIMIT) stderr += chunk.toString("utf8");
		});
		child.stdout?.on("data", (chunk) => {
			if (thrown !== void 0) return;
			try {
				command.onStdout?.(chunk);
			} catch (reason) {
				thrown = { reason };
				child.kill();
			}
		});
		if (child.stdin !== null && command.input !== void 0) {
			child.stdin.on("error", () => {});
			feed(child.stdin, command.input[Symbol.iterator]());
		}
	});
}
/** Runs git and keeps its whole output, for commands whose output is small beside the repository. */
async function collectGit(command) {
	const chunks = [];
	return {
		...await runGit({
			...command,
			onStdout: (chunk) => void chunks.push(chunk)
		}),
		stdout: Buffer.concat(chunks)
	};
}
/**
* The same for a long output. Git writes 4 KiB at a time, and to be woken for each of them costs this
* process more than git itself needs; a file is read at once.
*/
async function collectLongGit(command) {
	try {
		var _usingCtx$2 = _usingCtx();
		const spool = _usingCtx$2.u(openSpool());
		if (spool === void 0) return collectGit(command);
		return {
			...await runGit({
				...command,
				stdoutFile: spool.fd
			}),
			stdout: Buffer.concat([...spool.chunks()])
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}

// src/source/git-list.ts
/** `<mode> <type> <id>` TAB `<path>` NUL; mode and the blank behind it are 7 characters. */
const AFTER_MODE = 7;
/** The usual case: the whole listing is UTF-8, so it is decoded once and cut as text. */
function parseText(text) {
	const entries = [];
	for (let start = 0; start < text.length;) {
		const idStart = text.indexOf(" ", start + AFTER_MODE) + 1;
		const tab = text.indexOf("	", idStart);
		const end = text.indexOf("\0", tab);
		const mode = entryMode(text.slice(start, start + AFTER_MODE - 1));
		entries.push({
			path: text.slice(tab + 1, end),
			id: text.slice(idStart, tab),
			mode
		});
		start = end + 1;
	}
	return entries;
}
function parseBytes(bytes) {
	const entries = [];
	for (let start = 0; start < bytes.length;) {
		const tab = bytes.indexOf("	", start);
		const end = bytes.indexOf(0, tab);
		const [mode = "", , id = ""] = bytes.toString("latin1", start, tab).split(" ");
		entries.push({
			path: pathText(bytes.subarray(tab + 1, end)),
			id,
			mode: entryMode(mode)
		});
		start = end + 1;
	}
	return entries;
}
/** Parses `git ls-tree -r -z`. */
function parseListing(bytes) {
	if (isAscii(bytes)) return parseText(bytes.toString("latin1"));
	const text = isUtf8(bytes) ? bytes.toString("utf8") : void 0;
	return inPathOrder(text === void 0 || text.includes("�") ? parseBytes(bytes) : parseText(text));
}
/** Lists every file of a tree, whatever directory of the repository `repo` is. */
async function listTree(request) {
	const { repo, tree, path, lazyFetch = false, credentials } = request;
	const args = [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree,
		...path === void 0 ? [] : ["--", path]
	];
	const run = await collectLongGit({
		repo,
		args,
		network: lazyFetch,
		credentials
	});
	return run.status === 0 ? {
		ok: true,
		entries: parseListing(run.stdout)
	} : gitFailure(repo, run);
}
/**
* Lists the first tree, and of the others only what differs from it: git skips the subtrees that are the
* same, and so do we. Equal trees share one array, unchanged files one entry.
*/
async function listTrees({ repo, trees, lazyFetch, credentials }) {
	const [first, ...others] = [...new Set(trees)];
	if (first === void 0) return {
		ok: true,
		listings: []
	};
	const listing = listTree({
		repo,
		tree: first,
		lazyFetch,
		credentials
	});
	const diffs = others.map((tree) => collectLongGit({
		repo,
		args: diffArguments(first, tree),
		network: lazyFetch,
		credentials
	}));
	const [base, ...runs] = await Promise.all([listing, ...diffs]);
	if (!base.ok) return base;
	const byTree = /* @__PURE__ */ new Map([[first, base.entries]]);
	for (const [index, run] of runs.entries()) {
		if (run.status !== 0) return gitFailure(repo, run);
		byTree.set(others[index] ?? "", applyChanges(base.entries, parseChanges(run.stdout)));
	}
	return {
		ok: true,
		listings: trees.map((tree) => byTree.get(tree) ?? [])
	};
}
/** The options undo settings that could hide an entry or change the form of a line. */
const DIFF_OPTIONS = "--raw --no-abbrev --no-renames --no-ext-diff --no-textconv --no-relative --ignore-submodules=none";
const diffArguments = (from, to) => [
	"diff-tree",
	"-r",
	"-z",
	...DIFF_OPTIONS.split(" "),
	from,
	to,
	"--"
];

// src/source/git-lookup.ts
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const COMMIT_LINE = /^(\w+) commit \d+$/;
/** True for a full object id, which names the same object whatever the refs are. */
const isFullId = (name) => FULL_ID.test(name);
function resolvedFrom(line) {
	const [, commit] = COMMIT_LINE.exec(line ?? "") ?? [];
	return commit === void 0 ? void 0 : { commit };
}
/** Asks over stdin, where a name that begins with `-` is a name and never an option. */
async function lookUp(repo, names) {
	const input = names.map((name) => `${name}^{commit}\n`);
	const run = await collectGit({
		repo,
		args: ["cat-file", "--batch-check"],
		input
	});
	if (run.status !== 0 && !lacksObjects(run)) return gitFailure(repo, run);
	const lines = run.stdout.toString("utf8").split("\n");
	return {
		ok: true,
		found: names.map((_, index) => resolvedFrom(lines[index]))
	};
}
/** The same for one name; nothing where it is not found or git fails. */
async function lookUpOne(repo, name) {
	const lookup = await lookUp(repo, [name]);
	return lookup.ok ? lookup.found[0] : void 0;
}
/** Whether the repository holds a cut-off history. */
async function isShallow(repo) {
	return (await collectGit({
		repo,
		args: ["rev-parse", "--is-shallow-repository"]
	})).stdout.toString("latin1").trim() === "true";
}

// src/source/batch-parser.ts
const LINE_FEED = 10;
const SPACE = 32;
const DIGIT_ZERO = 48;
const EMPTY = Buffer.alloc(0);
/** `<id> <type> <size>` has at most 64 + 1 + 6 + 1 + 20 bytes. */
const HEADER_LIMIT = 256;
/** Whether this is the answer for the id. A few characters tell: answers come in the order of the ids. */
function answersFor(id, bytes, start) {
	for (let at = 0; at < 4; at += 1) if (bytes[start + at] !== id.charCodeAt(at)) return false;
	return bytes[start + id.length] === SPACE;
}
/** The number that ends the header; nothing for `<id> missing`, which ends in none. */
function sizeBefore(bytes, end) {
	let size = 0;
	let scale = 1;
	for (let at = end - 1; at >= 0; at -= 1) {
		const digit = (bytes[at] ?? 0) - DIGIT_ZERO;
		if (digit < 0 || digit > 9) break;
		size += digit * scale;
		scale *= 10;
	}
	return scale === 1 ? void 0 : size;
}
function endOfLine(bytes, start) {
	for (let at = start; at < bytes.length; at += 1) if (bytes[at] === LINE_FEED) return at;
	return -1;
}
/**
* Parses the output of `git cat-file --batch` for these ids chunk by chunk: `<id> <type> <size>` LF
* content LF, or `<id> missing` LF. Content inside one chunk is a view of it, not a copy; content over
* `maxBytes` is skipped as it streams by, so the size of a blob never decides the memory used.
*/
function createBatchParser(ids, maxBytes, answers) {
	let next = 0;
	let header = EMPTY;
	let body;
	const startBody = (bytes, start, end) => {
		const id = ids[next];
		if (id === void 0 || !answersFor(id, bytes, start)) throw new Error("git cat-file answered for another object than it was asked for");
		next += 1;
		const size = sizeBefore(bytes, end);
		return size === void 0 ? void 0 : {
			id,
			size,
			read: 0,
			joined: void 0
		};
	};
	const takeHeader = (chunk, at) => {
		if (header.length === 0) {
			const end = endOfLine(chunk, at + (ids[next]?.length ?? 0));
			if (end >= 0) {
				body = startBody(chunk, at, end);
				return end + 1;
			}
		}
		const end = endOfLine(chunk, at);
		header = Buffer.concat([header, chunk.subarray(at, end < 0 ? chunk.length : end)]);
		if (header.length > HEADER_LIMIT) throw new Error("git cat-file sent no object header");
		if (end < 0) return chunk.length;
		body = startBody(header, 0, header.length);
		header = EMPTY;
		return end + 1;
	};
	const takeBody = (current, chunk, at) => {
		const end = Math.min(chunk.length, at + current.size - current.read);
		const complete = end < chunk.length;
		const wanted = current.size <= maxBytes;
		if (wanted && !(complete && current.read === 0)) {
			current.joined ??= new Uint8Array(current.size);
			chunk.copy(current.joined, current.read, at, end);
		}
		current.read += end - at;
		if (!complete) return end;
		body = void 0;
		if (wanted) answers.content(current.id, current.joined ?? new Uint8Array(chunk.buffer, chunk.byteOffset + at, end - at));
		else answers.tooLarge(current.id, current.size);
		return end + 1;
	};
	return (chunk) => {
		for (let at = 0; at < chunk.length;) at = body === void 0 ? takeHeader(chunk, at) : takeBody(body, chunk, at);
	};
}

// src/source/git-fetch.ts
const FETCH_TIMEOUT_MS = 12e4;
/** No refs, no FETCH_HEAD, no tags, no submodules: a fetch adds objects and nothing else. */
const ADD_OBJECTS_ONLY = [
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--no-auto-maintenance"
];
/** Fetches one commit by its full id; without its history where the repository is shallow already. */
function fetchCommit(target, id, shallow) {
	const depth = shallow ? ["--depth=1"] : [];
	return fetchWith(target, [
		...ADD_OBJECTS_ONLY,
		...depth,
		"--",
		target.remote,
		id
	]);
}
/** Fetches objects of a partial clone, all in one request, the way git's own lazy fetch asks for one. */
function fetchObjects(target, ids) {
	return fetchWith(target, [
		...ADD_OBJECTS_ONLY,
		"--filter=blob:none",
		"--stdin",
		"--",
		target.remote
	], ids.map((id) => `${id}\n`));
}
async function fetchWith({ repo, credentials }, args, input) {
	const command = {
		repo,
		args: [
			...input === void 0 ? [] : ["-c", "fetch.negotiationAlgorithm=noop"],
			"fetch",
			...args
		],
		network: true,
		timeoutMs: FETCH_TIMEOUT_MS,
		...input === void 0 ? {} : { input }
	};
	const exit = await runGit(command);
	if (exit.status === 0 || exit.status === null || credentials === void 0) return exit;
	return runGit({
		...command,
		credentials
	});
}

// src/source/git-read.ts
/** From here on two processes, and files instead of pipes, save more than they cost. */
const MANY_IDS = 400;
const IDS_PER_WRITE = 1e3;
const SPOOL_LIMIT = 134217728;
const SPOOL_CHECK_MS = 20;
function* idLines(ids) {
	for (let start = 0; start < ids.length; start += IDS_PER_WRITE) yield `${ids.slice(start, start + IDS_PER_WRITE).join("\n")}\n`;
}
const batch = (reader, ids) => ({
	repo: reader.repo,
	args: [
		"cat-file",
		"--batch",
		"--buffer"
	],
	input: idLines(ids)
});
/** Ids that git does not have are left out of what is delivered. */
function collectInto(delivered, reader, ids) {
	let kept = 0;
	const tooLarge = (id, size) => {
		delivered.contents.set(id, { tooLarge: size });
	};
	return createBatchParser(ids, reader.maxBlobBytes, {
		content: (id, bytes) => {
			kept += bytes.length;
			delivered.bytes += bytes.length;
			if (kept > reader.maxTotalBytes) tooLarge(id, bytes.length);
			else delivered.contents.set(id, bytes);
		},
		tooLarge
	});
}
/** Through a pipe: for any amount of bytes, in bounded memory. */
function readPiped(reader, ids, delivered) {
	return runGit({
		...batch(reader, ids),
		onStdout: collectInto(delivered, reader, ids)
	});
}
/**
* Through a file, which takes half the time: see `collectLongGit`. What does not fit the limit, or fails, is
* left out; the pipe reads it afterwards and finds the reason.
*/
async function readSpooled(reader, ids, delivered) {
	try {
		var _usingCtx$1 = _usingCtx();
		const spool = _usingCtx$1.u(openSpool());
		if (spool === void 0) return;
		const stop = new AbortController();
		const check = setInterval(() => {
			if (spool.size() > SPOOL_LIMIT) stop.abort();
		}, SPOOL_CHECK_MS);
		try {
			await runGit({
				...batch(reader, ids),
				stdoutFile: spool.fd,
				signal: stop.signal
			});
		} finally {
			clearInterval(check);
		}
		const collect = collectInto(delivered, reader, ids);
		for (const chunk of spool.chunks()) collect(chunk);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/** Contiguous shares: neighbours in a tree are often deltas of each other, and each git caches its own. */
function shares(ids) {
	if (availableParallelism() < 2) return [ids];
	const half = Math.ceil(ids.length / 2);
	return [ids.slice(0, half), ids.slice(half)];
}
/** Each process keeps to the total; what both deliver together is cut in the order of the request. */
function withinTotal(ids, { contents, bytes }, { maxBlobBytes, maxTotalBytes }) {
	if (bytes <= maxTotalBytes) return contents;
	let total = 0;
	for (const id of ids) {
		const content = contents.get(id);
		if (content === void 0) continue;
		const size = content instanceof Uint8Array ? content.length : content.tooLarge;
		if (size <= maxBlobBytes) total += size;
		if (total > maxTotalBytes) contents.set(id, { tooLarge: size });
	}
	return contents;
}
/** Reads blobs by id from the object database: no checkout, no index, no filters, no textconv. */
async function readBlobs(reader, wanted) {
	const ids = [...new Set(wanted)];
	const delivered = {
		contents: /* @__PURE__ */ new Map(),
		bytes: 0
	};
	const readRest = async () => {
		const rest = ids.filter((id) => !delivered.contents.has(id));
		if (rest.length === 0) return rest;
		const exit = await readPiped(reader, rest, delivered);
		if (exit.status !== 0 && !lacksObjects(exit)) throw new SourceFailure(gitFailure(reader.repo, exit).error);
		return rest.filter((id) => !delivered.contents.has(id));
	};
	if (ids.length >= MANY_IDS) await Promise.all(shares(ids).map((share) => readSpooled(reader, share, delivered)));
	let lacking = await readRest();
	if (lacking.length > 0 && reader.fetchFrom !== void 0) {
		const { repo, fetchFrom: remote, credentials } = reader;
		const fetched = await fetchObjects({
			repo,
			remote,
			credentials
		}, lacking);
		if (fetched.status !== 0) throw new SourceFailure(missingObjects(`fetching them failed: ${gitWords(fetched)}`).error);
		lacking = await readRest();
	}
	if (lacking.length > 0) throw new SourceFailure(missingObjects(`${lacking.length} of ${ids.length} files`).error);
	return withinTotal(ids, delivered, reader);
}

// src/source/missing-commit.ts
const PARENT_OF = /^(.+?)(?:\^(\d?)|~1?)$/;
async function rawCommit(repo, commit) {
	const run = await collectGit({
		repo,
		args: [
			"cat-file",
			"commit",
			commit
		]
	});
	return run.status === 0 ? run.stdout.toString("utf8") : "";
}
/**
* The id that `<name>^` would have: a commit names its parents even where a shallow clone hides them.
* The merge commit that a pull request checks out, fetched with depth 1, is the usual case.
*/
async function hiddenParent(repo, name) {
	const [, child, which] = PARENT_OF.exec(name) ?? [];
	if (child === void 0) return void 0;
	const found = await lookUpOne(repo, child);
	if (found === void 0) return void 0;
	const [head = ""] = (await rawCommit(repo, found.commit)).split("\n\n", 1);
	return [...head.matchAll(/^parent (\w+)$/gm)].map(([, id]) => id)[Number(which || "1") - 1];
}
async function unresolved(repo, name, id, shallow) {
	if (shallow) {
		const what = id === void 0 || id === name ? `\`${name}\`` : `\`${name}\` (commit ${id})`;
		const fetch = id === void 0 ? "`git fetch --unshallow`" : `\`git fetch --depth=1 origin ${id}\``;
		return failed("shallow", `${what} is outside the history of this shallow clone. Run ${fetch}, or in actions/checkout set \`fetch-depth: 2\` for a pull request's own merge commit and its parent, \`fetch-depth: 0\` for any other revision.`);
	}
	const hint = await lookUpOne(repo, `refs/remotes/origin/${name}`) ? `Did you mean \`origin/${name}\`?` : id === void 0 ? "Check the name, or fetch it first." : `Run \`git fetch origin ${id}\`.`;
	return failed("unknown-revision", `\`${name}\` does not name a commit of this repository. ${hint}`);
}
/** The slow way, for a name that a first look did not find: explains why, or fetches the commit. */
async function findMissing({ repo, fetchFrom, credentials }, name) {
	const shallow = await isShallow(repo);
	const id = isFullId(name) ? name : shallow ? await hiddenParent(repo, name) : void 0;
	const missing = await unresolved(repo, name, id, shallow);
	if (id === void 0) return missing;
	const present = await lookUpOne(repo, id);
	if (present !== void 0) return {
		ok: true,
		resolved: present
	};
	if (fetchFrom === void 0) return missing;
	const fetched = await fetchCommit({
		repo,
		remote: fetchFrom,
		credentials
	}, id, shallow);
	const resolved = await lookUpOne(repo, id);
	if (resolved !== void 0) return {
		ok: true,
		resolved
	};
	const reason = fetched.status === 0 ? "the server did not send it" : gitWords(fetched);
	return failed(missing.error.code, `${missing.error.message} Fetching it was tried and failed: ${reason}`);
}

// src/source/git-resolve.ts
const CONTROL = /[\u0000-\u001F\u007F]/;
/** Finds the commits behind revision names, fetching each missing commit once where that is allowed. */
async function resolveRevisions(repository, names) {
	const odd = names.find((name) => name === "" || CONTROL.test(name));
	if (odd !== void 0) return failed("unknown-revision", `${JSON.stringify(odd)} is not a revision name.`);
	const lookup = await lookUp(repository.repo, names);
	if (!lookup.ok) return lookup;
	const resolved = [];
	for (const [index, name] of names.entries()) {
		const found = lookup.found[index];
		const result = found === void 0 ? await findMissing(repository, name) : {
			ok: true,
			resolved: found
		};
		if (!result.ok) return result;
		resolved.push(result.resolved);
	}
	return {
		ok: true,
		resolved
	};
}
/** The same for one name. */
async function resolveRevision(repository, name) {
	const result = await resolveRevisions(repository, [name]);
	if (!result.ok) return result;
	const [resolved] = result.resolved;
	return resolved === void 0 ? failed("unknown-revision", "No revision was given.") : {
		ok: true,
		resolved
	};
}

// src/source/git.ts
const DEFAULT_MAX_TOTAL_BYTES = 268435456;
/**
* Opens revisions of a git repository. Only objects are read: nothing is checked out, no index is touched,
* and nothing that the repository configures or contains is executed.
*/
async function openGit(options) {
	const { repo, revisions, maxBlobBytes, maxTotalBytes = DEFAULT_MAX_TOTAL_BYTES, fetchMissing = false, remote = "origin", credentials } = options;
	const fetching = fetchMissing ? {
		fetchFrom: remote,
		credentials
	} : {};
	const byId = revisions.every(isFullId);
	const [resolved, early] = await Promise.all([resolveRevisions({
		repo,
		...fetching
	}, revisions), byId ? listTrees({
		repo,
		trees: revisions,
		lazyFetch: false
	}) : void 0]);
	if (!resolved.ok) return resolved;
	const commits = resolved.resolved.map(({ commit }) => commit);
	const listed = early?.ok ? early : await listTrees({
		repo,
		trees: commits,
		lazyFetch: fetchMissing,
		credentials
	});
	if (!listed.ok) return listed;
	const snapshots = commits.map((commit, index) => ({
		name: revisions[index] ?? commit,
		commit,
		entries: listed.listings[index] ?? []
	}));
	const reader = {
		repo,
		maxBlobBytes,
		maxTotalBytes,
		...fetching
	};
	return {
		ok: true,
		source: {
			snapshots,
			read: (ids) => readBlobs(reader, ids)
		}
	};
}

// src/source/read-file-at.ts
const DEFAULT_MAX_BYTES = 1048576;
async function contentOf(reader, id) {
	try {
		return (await readBlobs(reader, [id])).get(id) ?? failed("missing-objects", `${id} was not read.`);
	} catch (error) {
		if (error instanceof SourceFailure) return {
			ok: false,
			error: error.error
		};
		throw error;
	}
}
/** Reads one regular file of a revision; for the configuration, which must come from the base. */
async function readFileAt(file) {
	const { repo, revision, path, maxBytes = DEFAULT_MAX_BYTES } = file;
	const wanted = posix.normalize(path);
	if (wanted.startsWith("/") || wanted === ".." || wanted.startsWith("../")) return failed("unreadable", `${path} is outside the repository. Give a path from its top.`);
	const fetching = file.fetchFrom === void 0 ? {} : { fetchFrom: file.fetchFrom };
	const found = await resolveRevision({
		repo,
		...fetching
	}, revision);
	if (!found.ok) return found;
	const lazyFetch = file.fetchFrom !== void 0;
	const listing = await listTree({
		repo,
		tree: found.resolved.commit,
		path: wanted,
		lazyFetch
	});
	if (!listing.ok) return listing;
	const entry = listing.entries.find((candidate) => candidate.path === wanted);
	if (entry === void 0) return {
		ok: true,
		bytes: void 0
	};
	if (entry.mode !== "file") return failed("unreadable", `${path} is a ${entry.mode} at ${revision}. Only a regular file is read.`);
	const content = await contentOf({
		repo,
		maxBlobBytes: maxBytes,
		maxTotalBytes: maxBytes,
		...fetching
	}, entry.id);
	if ("ok" in content) return content;
	if (content instanceof Uint8Array) return {
		ok: true,
		bytes: content
	};
	return failed("too-large", `${path} has ${content.tooLarge} bytes at ${revision}; at most ${maxBytes} are read.`);
}

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

// src/report/json.ts
/** Every key of a report, in the order of the schema: also the order in which JSON has them. */
const KEYS = [
	[
		"schemaVersion",
		"mode",
		"base",
		"head",
		"verdict",
		"scopes",
		"findings",
		"ledger"
	],
	[
		"assumptions",
		"configuration",
		"statistics"
	],
	[
		"files",
		"failOn",
		"warnOnly",
		"rules",
		"hidden",
		"accepted",
		"owner",
		"expires"
	],
	[
		"id",
		"rule",
		"level",
		"gate",
		"certain",
		"change",
		"scope",
		"namespace",
		"name",
		"label",
		"commit"
	],
	[
		"state",
		"ingress",
		"egress",
		"defaultDeny",
		"metadata",
		"dns"
	],
	[
		"exposure",
		"fromInternet",
		"fromAllNamespaces",
		"toInternet"
	],
	[
		"source",
		"destination",
		"protocol",
		"port",
		"ports",
		"text",
		"type",
		"workloads",
		"more"
	],
	[
		"existing",
		"risk",
		"witness",
		"ends",
		"labels",
		"value",
		"kind",
		"address"
	],
	[
		"blame",
		"cause",
		"blockedBy"
	],
	[
		"message",
		"help",
		"location",
		"path",
		"span",
		"side",
		"reason",
		"decides",
		"patch"
	],
	[
		"fix",
		"title",
		"replacement"
	],
	[
		"namespaces",
		"flows",
		"policies"
	],
	[
		"startLine",
		"startColumn",
		"endLine",
		"endColumn"
	],
	[
		"filesChanged",
		"filesRead",
		"policiesRead"
	]
].flat();
/**
* What JSON.stringify leaves as it is and a terminal, a reader or the runner (`##[command]`) would not.
* Written as escapes, it is the same JSON value.
*/
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#\[)/gu;
const escapeUnits = (character) => character === "\n" ? character : [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
/** The report as JSON: the same report is the same bytes, whatever order its keys were set in. */
const renderJson = (report) => inertJson(JSON.stringify(report, KEYS, 2));
/** The same JSON value, in text that commands nothing and hides nothing. */
const inertJson = (text) => `${text.replace(UNSAFE, escapeUnits)}\n`;

// src/report/escape.ts
/** Names and paths longer than this say nothing more to a reader. */
const MAX_NAME = 120;
/** A sentence of ours with names in it. */
const MAX_PROSE = 600;
const MAX_FENCE = 2e4;
/**
* C0 and C1 controls, bidirectional and other format controls, line and paragraph separators, and
* everything else that Unicode draws as nothing: what could reorder, hide or command.
*/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The same, but for the newlines and tabs that a block of text is made of. */
const UNSEEN_IN_BLOCK = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const LONE_SURROGATE$1 = /\p{Surrogate}/gu;
/**
* Foreign text as one line without anything that a reader does not see. Whitespace stays visible as a
* space; text beyond `limit` becomes an ellipsis.
*/
function plainText(text, limit = MAX_NAME) {
	const clean = text.slice(0, limit * 8).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, " ").replace(UNSEEN, "");
	return (clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean).replace(LONE_SURROGATE$1, "�");
}
/**
* Foreign text for a terminal or a log. The runner obeys `##[command]` anywhere in a line
* (`ActionCommand.TryParse` searches for it), so it is broken up. `::command::` it obeys only at the
* start of a line, after blanks: whoever writes lines guards that with `guardLine`.
*/
const terminalText = (text, limit = MAX_PROSE) => plainText(text, limit).replaceAll("##[", "## [");
/** A whole line for a terminal or a log that the runner does not take for a workflow command. */
const guardLine = (line) => line.trimStart().startsWith("::") ? `· ${line}` : line;
/** Everything that means something to Markdown, HTML, or GitHub's filters for mentions and links. */
const MARKUP = /[&<>"'|@#:./`*_~[\]()!\\$]/gu;
const encode = (text) => text.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
/**
* Foreign text as inline code for Markdown. Entities alone are no protection from mentions, since they
* are decoded before GitHub looks for them, and a backtick span breaks table rows: hence both.
*/
const markdownCode = (text) => `<code>${encode(plainText(text)) || "&#34;&#34;"}</code>`;
/**
* A sentence of ours with foreign text in it, for Markdown. Plain words stay plain; whatever stands in
* backticks, and every word that could be more than a word (an address, a path, a mention), is code.
*/
function markdownProse(text) {
	const parts = plainText(text, MAX_PROSE).split("`");
	const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
	return parts.map((part, index) => {
		if (index === last) return words(`\`${part}`);
		return index % 2 === 1 ? markdownCode(part) : words(part);
	}).join("");
}
const words = (text) => text.split(/(\s+)/u).map((word, index) => index % 2 === 1 ? " " : markdownWord(word)).join("");
const WORD = /^([("']*)(.*?)([)"',;:.?…]*)$/u;
const PLAIN = /^(?:[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|IPv[46]|[–—→])$/u;
const NUMBER = /^\d{1,6}$/u;
/** GitHub links what could be a commit id. */
const COMMIT = /^[\da-f]{7,}$/u;
function markdownWord(word) {
	const [, before = "", core = "", after = ""] = WORD.exec(word) ?? [];
	if (core === "") return encode(word);
	if (NUMBER.test(core)) return `${before}${core}${encode(after)}`;
	if (PLAIN.test(core) && !COMMIT.test(core)) return `${before}${core}${after}`;
	return `${before}${markdownCode(core)}${after}`;
}
/**
* Foreign text as a fenced block of Markdown. The fence is longer than any run of backticks in the text;
* whole lines are left out at the end where the text is longer than `limit`.
*/
function markdownFence(text, info, limit = MAX_FENCE) {
	const clean = text.slice(0, limit).replaceAll("\r\n", "\n").replace(UNSEEN_IN_BLOCK, "").replace(LONE_SURROGATE$1, "�");
	return fenced((text.length > limit ? `${clean.slice(0, clean.lastIndexOf("\n") + 1)}…` : clean).replace(/\n+$/u, ""), info);
}
function fenced(body, info) {
	const longest = (body.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}${info}\n${body}\n${fence}`;
}
/** Everything that means something inside a quoted label of Mermaid, to its HTML or to its Markdown. */
const DIAGRAM_MARKUP = /[#"<>&`|[\](){};:*_~\\/@%]/gu;
/**
* Foreign text for a quoted label of a Mermaid diagram, on one line. Its entities are written `#N;`.
*/
const mermaidText = (text, limit) => plainText(text, limit).replace(DIAGRAM_MARKUP, (character) => `#${character.charCodeAt(0)};`) || " ";
const UNSAFE_IN_URL = /[^\w\-.~:/?#@!$&+,;=%]/gu;
/** An address as the destination of a Markdown link; undefined for what is no web address. */
function markdownUrl(url) {
	if (!/^https?:\/\//iu.test(url)) return void 0;
	return url.replace(LONE_SURROGATE$1, "�").replace(UNSAFE_IN_URL, percentEncode).replaceAll("&", "&amp;");
}
const percentEncode = (character) => [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

// src/report/phrase.ts
/** Template tag. The literal parts are our own words; what is filled in is a piece, a phrase or a number. */
function say(literals, ...values) {
	return literals.flatMap((text, index) => {
		const own = text === "" ? [] : [{
			type: "own",
			text
		}];
		const value = values[index];
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, {
			type: "own",
			text: formatCount(value)
		}];
		return "type" in value ? [...own, value] : [...own, ...value];
	});
}
const NOTHING = [];
const DASH = say`–`;
const name = (text) => ({
	type: "name",
	text
});
const prose = (text) => ({
	type: "prose",
	text
});
const place$1 = (span, side) => ({
	type: "place",
	span,
	side
});
const mark = (kind, word) => ({
	type: "mark",
	mark: kind,
	word
});
const strong = (literals) => ({
	type: "strong",
	text: literals.join("")
});
const lineBreak = { type: "break" };
/** Joins the phrases that say something. */
function joinPhrases(phrases, separator) {
	return phrases.filter((phrase) => phrase.length > 0).flatMap((phrase, index) => index === 0 ? phrase : [...separator, ...phrase]);
}
/** `1 flow`, `2 flows`. Words that take no plain s name their plural. */
const count = (amount, one, many = `${one}s`) => [{
	type: "own",
	text: `${formatCount(amount)} ${amount === 1 ? one : many}`
}];
/** Thousands apart, independent of the locale of the machine. */
const formatCount = (amount) => String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");

// src/report/fixes.ts
/** The fixes of a report, each once: one often mends several findings and flows. */
function fixesOf({ findings, scopes }) {
	const all = [...findings.filter(({ accepted }) => accepted === void 0), ...scopes.flatMap(({ flows }) => flows.filter(({ change }) => change === "opened"))].flatMap(({ fix }) => fix ?? []);
	return [...new Map([...new Set(all)].map((fix) => [JSON.stringify(fix), fix])).values()];
}
/** What a fix does and where. */
const fixWords = ({ title, path, startLine, endLine }) => say`${prose(title)} · ${place$1({
	path,
	startLine,
	endLine,
	startColumn: 1,
	endColumn: 1
}, "head")}`;
const fixesTitle = (fixes) => say`${count(fixes.length, "fix", "fixes")}, tried: with the lines below, what is fixed is gone and nothing else opens`;
const fixTitle = (fix) => {
	const amount = fix.endLine - fix.startLine + 1;
	const which = amount === 1 ? say`in place of this line` : say`in place of these ${amount} lines`;
	return say`${fixWords(fix)}, ${which}:`;
};

// src/report/facts.ts
const NO_FINDINGS = {
	error: 0,
	warning: 0,
	note: 0,
	accepted: 0
};
function readFacts(report) {
	const gating = byLevel(report.findings.filter(({ gate }) => gate));
	const deciding = report.ledger.filter(({ decides }) => decides);
	const accepted = report.findings.filter(isAccepted);
	const others = report.findings.filter((finding) => !finding.gate && !isAccepted(finding));
	const isDoubtful = ({ certain }) => certain === false && deciding.length > 0;
	const failing = new Set(gating.map(({ scope }) => scope));
	const shown = report.mode === "scan" ? report.scopes : report.scopes.filter(isScopeChanged).toSorted((a, b) => Number(failing.has(b.name)) - Number(failing.has(a.name)));
	const findings = groupBy(report.findings, ({ scope }) => scope);
	const isUnchangedWhereRead = report.mode === "diff" && report.scopes.every(isSameTraffic);
	return {
		report,
		gating,
		doubtful: byLevel(others.filter(isDoubtful)),
		otherFindings: byLevel(others.filter((finding) => !isDoubtful(finding))),
		accepted: byLevel(accepted),
		deciding,
		otherEntries: report.ledger.filter(({ decides }) => !decides),
		scopes: shown.map((scope) => readScope(scope, findings.get(scope.name) ?? [])),
		flows: countFlows(report.scopes.flatMap(({ flows }) => flows)),
		fixes: fixesOf(report),
		isUnchangedWhereRead,
		isProvedUnchanged: isUnchangedWhereRead && report.verdict === "pass" && deciding.length === 0
	};
}
const isAccepted = ({ accepted }) => accepted !== void 0;
function readScope(scope, ofScope) {
	const { namespaces, flows } = scope;
	const bySide = groupBy(flows, ({ namespace, blame }) => sideKey(namespace, blame.side));
	const sides = new Map([...bySide].map(([key, ofSide]) => [key, countFlows(ofSide)]));
	const byNamespace = groupBy(ofScope, ({ namespace = "" }) => namespace);
	const levels = new Map([...byNamespace].map(([key, findings]) => [key, countLevels(findings)]));
	return {
		scope,
		changed: byWeight(namespaces.filter(isChanged)),
		flows: flows.filter(({ change }) => change !== "masked"),
		masked: flows.filter(({ change }) => change === "masked"),
		counts: countFlows(flows),
		hasWorkloads: flows.some(({ existing }) => existing),
		countSide: (namespace, direction) => sides.get(sideKey(namespace, direction)) ?? NO_FLOWS,
		levelsIn: (namespace) => levels.get(namespace) ?? NO_FINDINGS
	};
}
const NO_FLOWS = {
	opened: 0,
	closed: 0,
	masked: 0
};
const sideKey = (namespace, direction) => `${direction} ${namespace}`;
function countFlows(flows) {
	const counts = { ...NO_FLOWS };
	for (const { change } of flows) counts[change]++;
	return counts;
}
function countLevels(findings) {
	const counts = { ...NO_FINDINGS };
	for (const finding of findings) counts[isAccepted(finding) ? "accepted" : finding.level]++;
	return counts;
}
const isScopeChanged = ({ flows, namespaces, policies }) => flows.length > 0 || policies.length > 0 || namespaces.some(isChanged);
const isSameTraffic = ({ flows, namespaces }) => flows.length === 0 && namespaces.every(({ ingress, egress }) => ingress === "unchanged" && egress === "unchanged");
const STEADY = /* @__PURE__ */ new Set([
	"kept",
	"partial",
	"none",
	"blocked",
	"reachable"
]);
/** Whether a side of the namespace, one of its guards or its existence changed, or may have. */
const isChanged = ({ state, ingress, egress, defaultDeny, metadata }) => state !== "kept" || ingress !== "unchanged" || egress !== "unchanged" || ![
	defaultDeny.ingress,
	defaultDeny.egress,
	metadata
].every((guard) => STEADY.has(guard));
/** A namespace that is gone has no default-deny to lose. */
const losesDefaultDeny = ({ state, defaultDeny }) => state !== "decommissioned" && (defaultDeny.ingress === "weakened" || defaultDeny.egress === "weakened");
const opensMetadata = ({ state, metadata }) => state !== "decommissioned" && metadata === "opened";
const weight = (namespace) => Number(losesDefaultDeny(namespace)) + 2 * Number(opensMetadata(namespace));
const byWeight = (namespaces) => namespaces.toSorted((a, b) => weight(b) - weight(a));
const LEVELS$3 = {
	error: 0,
	warning: 1,
	note: 2
};
const byLevel = (findings) => findings.toSorted((a, b) => LEVELS$3[a.level] - LEVELS$3[b.level]);
/** `Map.groupBy`, which Node 20 does not have. */
function groupBy(items, key) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group === void 0) groups.set(key(item), [item]);
		else group.push(item);
	}
	return groups;
}

// src/report/place.ts
/** The one spelling of a place in every output: `path:line`, which editors and terminals can open. */
const formatPlace = (span) => `${span.path}:${span.startLine}`;

// src/report/markdown-blocks.ts
const EMOJI = {
	good: "✅",
	error: "❌",
	warning: "⚠️",
	note: "ℹ️",
	high: "🔴",
	medium: "🟠",
	low: "🟡",
	closed: "🔵",
	masked: "⚪"
};
/** A severity mark; the word goes beside it. */
const emoji = (kind) => EMOJI[kind];
function createMarkdownWriter(fileUrl) {
	const phrase = (pieces) => pieces.map((piece) => writePiece(piece, fileUrl)).join("");
	const row = (cells) => `| ${cells.join(" | ")} |`;
	return {
		phrase,
		table: (header, rows) => [
			row(header),
			`|${"---|".repeat(header.length)}`,
			...rows.map((cells) => row(cells.map(phrase)))
		].join("\n"),
		list: (items) => items.map((item) => `- ${phrase(item)}`).join("\n"),
		details: (summary, blocks) => [
			`<details><summary>${phrase(summary)}</summary>`,
			...blocks,
			"</details>"
		].join("\n\n")
	};
}
function writePiece(piece, fileUrl) {
	switch (piece.type) {
		case "own": return piece.text;
		case "strong": return `**${piece.text}**`;
		case "mark": return `${emoji(piece.mark)}\u00a0${piece.word}`;
		case "break": return "<br>";
		case "name": return markdownCode(piece.text);
		case "prose": return markdownProse(piece.text);
		case "place": return writePlace(piece.span, fileUrl?.(piece.span, piece.side));
	}
}
function writePlace(span, address) {
	const text = markdownCode(formatPlace(span));
	const url = address === void 0 ? void 0 : markdownUrl(address);
	return url === void 0 ? text : `[${text}](${url})`;
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
	const { level, summary } = RULES$1[id];
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

// src/report/posture.ts
/** Higher is worse: whoever may come in weighs more than where pods may go. */
function weightOf({ defaultDeny, metadata, dns, exposure }) {
	const isOpen = {
		kept: 0,
		partial: 1,
		none: 2
	};
	const open = (state) => state in isOpen ? isOpen[state] : 0;
	const reach = {
		none: 0,
		"some-ports": 1,
		"every-port": 2
	};
	return [
		open(defaultDeny.ingress),
		reach[exposure?.fromInternet ?? "none"],
		metadata === "reachable" ? 1 : 0,
		open(defaultDeny.egress),
		reach[exposure?.fromAllNamespaces ?? "none"],
		reach[exposure?.toInternet ?? "none"],
		dns === "blocked" || dns === "partial" ? 1 : 0
	].reduce((sum, digit) => sum * 3 + digit, 0);
}
/** Worst first; equals stay in order of their names. */
const byPosture = (namespaces) => namespaces.toSorted((a, b) => weightOf(b) - weightOf(a));
/** Namespaces that stand alike, the worst first: of hundreds, a handful of groups remains. */
const groupPostures = (namespaces) => [...groupBy(byPosture(namespaces), ({ defaultDeny, metadata, dns, exposure }) => JSON.stringify([[
	defaultDeny.ingress,
	defaultDeny.egress,
	metadata,
	dns
], [
	exposure?.fromInternet,
	exposure?.fromAllNamespaces,
	exposure?.toInternet
]])).values()];
/** One sentence for all of them. */
function postureSummary(namespaces) {
	const amount = (holds) => namespaces.filter(holds).length;
	const all = namespaces.length;
	const ingress = amount(({ defaultDeny }) => defaultDeny.ingress === "kept");
	const egress = amount(({ defaultDeny }) => defaultDeny.egress === "kept");
	const metadata = amount((namespace) => namespace.metadata === "reachable");
	const mute = amount(({ dns }) => dns === "blocked" || dns === "partial");
	const inbound = amount(({ defaultDeny, exposure }) => defaultDeny.ingress === "kept" && (exposure?.fromInternet ?? "none") !== "none");
	return say`Of ${count(all, "namespace")}, ${ingress} isolate all pods for ingress and ${egress} for egress; ${joinPhrases([
		say`the metadata service is reachable from ${metadata}`,
		inbound === 0 ? NOTHING : say`rules open ${inbound} to the internet`,
		mute === 0 ? NOTHING : say`names cannot be resolved in ${mute}`
	], say`, `)}.`;
}
const LEVELS$2 = [
	"error",
	"warning",
	"note"
];
/** Findings by rule and level, worst first: the same fault in hundreds of namespaces is one thing to read. */
const groupByRule = (findings) => [...groupBy(findings, ({ rule, level }) => `${level} ${rule}`).values()].flatMap((ofRule) => {
	const [first] = ofRule;
	return first === void 0 ? [] : [{
		rule: first.rule,
		level: first.level,
		findings: ofRule
	}];
}).toSorted((a, b) => LEVELS$2.indexOf(a.level) - LEVELS$2.indexOf(b.level) || severityOf(b.rule) - severityOf(a.rule) || (a.rule < b.rule ? -1 : 1));

// src/report/probe-rows.ts
/** More than a person will read, or a cluster should have to run for one change. */
const MAX_PROBES = 6;
/**
* The flows of a review that a pod can try, worst first, opened and closed in turn. Only TCP: over UDP no
* answer proves nothing.
*/
function chooseProbes({ mode, scopes }) {
	if (mode !== "diff") return [];
	const probes = scopes.flatMap(({ flows }) => flows.flatMap((row) => probeOf(row) ?? []));
	const isWorst = ({ row }) => row.risk === "metadata";
	const sorted = probes.toSorted((a, b) => Number(isWorst(b)) - Number(isWorst(a)) || Number(b.row.existing) - Number(a.row.existing));
	const opened = sorted.filter(({ expect }) => expect === "ALLOW");
	const closed = sorted.filter(({ expect }) => expect === "DENY");
	const half = MAX_PROBES / 2;
	const first = opened.slice(0, Math.max(half, MAX_PROBES - closed.length));
	return [...first, ...closed.slice(0, MAX_PROBES - first.length)];
}
function probeOf(row) {
	const { change, witness } = row;
	if (change === "masked" || witness?.ends === void 0) return void 0;
	const { ends, protocol, port } = witness;
	const source = sourceOf(ends.source);
	const destination = destinationOf(ends.destination);
	if (protocol !== "TCP" || typeof port !== "number") return void 0;
	if (source === void 0 || destination === void 0) return void 0;
	return {
		expect: change === "opened" ? "ALLOW" : "DENY",
		row,
		source,
		destination,
		port
	};
}
/** Controllers that would take a pod with their labels for one of their own, and delete one too many. */
const ADOPTING = /* @__PURE__ */ new Set([
	"DaemonSet",
	"ReplicaSet",
	"ReplicationController"
]);
const sourceOf = (end) => end.type === "pod" && ADOPTING.has(end.kind) ? void 0 : podOf(end);
function destinationOf(end) {
	if (end.type === "address") return /^[\da-f.:]{2,45}$/iu.test(end.address) ? end : void 0;
	const pod = podOf(end);
	return pod === void 0 || pod.labels.length === 0 ? void 0 : pod;
}
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u;
const LABEL = /^[A-Za-z0-9][-A-Za-z0-9_./]{0,316}$/u;
/** Nothing but names that the API server takes gets into a command. */
function podOf(end) {
	if (end.type === "address" || end.namespace === void 0) return void 0;
	const { namespace, labels } = end;
	return NAMESPACE.test(namespace) && labels.every(({ name, value }) => LABEL.test(name) && (value === "" || LABEL.test(value))) ? {
		type: "pod",
		namespace,
		labels
	} : void 0;
}

// src/report/probe-functions.ts
/** The part of the script that is the same for every review. POSIX sh; `kubectl` does the rest. */
const PROBE_FUNCTIONS = String.raw`#!/bin/sh
# Tries after the deployment what the review says about it. Each probe starts a short-lived pod with the
# labels of the source, never ready, so that no Service sends it traffic, and connects once.
# "No connection" counts as denied only if a control shows that there is something to connect to: a process
# that listens in the destination pod, or the same address answering from CONTROL_NAMESPACE, a namespace
# without policies. Otherwise the result is INCONCLUSIVE. Exit code: 0 as expected, 1 not, 2 inconclusive.
set -u
kubectl=${"$"}{KUBECTL:-kubectl}
image=${"$"}{PROBE_IMAGE:-busybox:1.37}
elsewhere=${"$"}{CONTROL_NAMESPACE:-default}
wrong=0
unclear=0

# connect NAME NAMESPACE LABELS HOST PORT: open, closed or unknown
connect() (
  trap '"$kubectl" delete pod -n "$2" "$1" --ignore-not-found --wait=false >/dev/null 2>&1' EXIT
  trap 'exit 1' INT TERM
  printf '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":%s,"annotations":{"sidecar.istio.io/inject":"false"}},"spec":{"restartPolicy":"Never","activeDeadlineSeconds":90,"terminationGracePeriodSeconds":0,"automountServiceAccountToken":false,"readinessGates":[{"conditionType":"netpol-review/never"}],"securityContext":{"runAsNonRoot":true,"runAsUser":65534,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"%s","command":["sh","-c","nc -z -w 3 %s %s && echo open || echo closed"],"resources":{"requests":{"cpu":"10m","memory":"16Mi"},"limits":{"cpu":"100m","memory":"32Mi"}},"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}}' \
    "$1" "$3" "$image" "$4" "$5" | "$kubectl" create -n "$2" -f - >/dev/null || { echo unknown; exit; }
  seconds=0
  while [ "$seconds" -lt "${"$"}{PROBE_SECONDS:-60}" ]; do
    case $("$kubectl" logs -n "$2" "$1" 2>/dev/null) in
      *open*) echo open; exit ;;
      *closed*) echo closed; exit ;;
    esac
    sleep 1
    seconds=$((seconds + 1))
  done
  echo unknown
)

# listens NAMESPACE POD HEX: whether a process of the pod listens, by its kernel's table; no network involved
listens() {
  "$kubectl" exec -n "$1" "$2" -- sh -c 'for table in /proc/net/tcp /proc/net/tcp6; do
    [ -r "$table" ] && while read -r _ local _ state _; do
      case "$local $state" in
        0100007F:* | 00000000000000000000000001000000:*) ;;
        *":$0 0A") echo yes; exit ;;
      esac
    done <"$table"
  done' "$3" 2>/dev/null
}

# report NUMBER EXPECTED TEXT RESULT CONTROL REASON
report() {
  case "$2 $4 $5" in
    "ALLOW open "* | "DENY closed yes") printf 'PASS %s: %s %s\n' "$1" "$2" "$3" ;;
    "DENY open "* | "ALLOW closed yes")
      printf 'FAIL %s: %s expected, and it is %s: %s\n' "$1" "$2" "$4" "$3"
      wrong=1
      ;;
    *)
      printf 'INCONCLUSIVE %s: %s %s (%s)\n' "$1" "$2" "$3" "$6"
      unclear=1
      ;;
  esac
}

# try_pod NUMBER EXPECTED TEXT NAMESPACE LABELS TO_NAMESPACE TO_SELECTOR PORT HEX
try_pod() {
  found=$("$kubectl" get pods -n "$6" -l "$7" --field-selector=status.phase=Running \
    -o 'jsonpath={.items[0].metadata.name} {.items[0].status.podIP}' 2>/dev/null)
  case $found in
    ?*" "?*) ;;
    *) report "$1" "$2" "$3" unknown no "no running pod $7 in $6"; return ;;
  esac
  result=$(connect "netpol-probe-$$-$1" "$4" "$5" "${"$"}{found#* }" "$8")
  control=no
  [ "$result" = closed ] && control=$(listens "$6" "${"$"}{found%% *}" "$9")
  reason="no connection, and nothing shows that pod ${"$"}{found%% *} listens on $8"
  [ "$result" = unknown ] && reason="the probe pod did not run"
  report "$1" "$2" "$3" "$result" "$control" "$reason"
}

# try_address NUMBER EXPECTED TEXT NAMESPACE LABELS ADDRESS PORT
try_address() {
  result=$(connect "netpol-probe-$$-$1" "$4" "$5" "$6" "$7")
  control=no
  if [ "$result" = closed ]; then
    [ "$(connect "netpol-probe-$$-$1-control" "$elsewhere" '{}' "$6" "$7")" = open ] && control=yes
  fi
  reason="no connection, and none from namespace $elsewhere either"
  [ "$result" = unknown ] && reason="the probe pod did not run"
  report "$1" "$2" "$3" "$result" "$control" "$reason"
}

finish() {
  [ "$wrong" -eq 1 ] && exit 1
  [ "$unclear" -eq 1 ] && exit 2
  exit 0
}
`;

// src/report/probes.ts
/**
* A shell script that tries the flows of a review on the cluster, once the change is deployed: enforcement
* that nobody verified is none. Undefined where no flow can be tried. Every word from a manifest is checked
* and quoted; the script runs with `sh` and `kubectl` alone.
*/
function renderProbes(report) {
	const probes = chooseProbes(report);
	if (probes.length === 0) return void 0;
	return [
		PROBE_FUNCTIONS,
		...probes.map(probeLine),
		"finish",
		""
	].join("\n");
}
const countProbes = (report) => chooseProbes(report).length;
function probeLine(probe, index) {
	const { expect, source, destination, port } = probe;
	const [verb = "", ...end] = destination.type === "address" ? [
		"try_address",
		destination.address,
		String(port)
	] : [
		"try_pod",
		destination.namespace,
		selectorOf(destination),
		String(port),
		hexOf(port)
	];
	return [verb, ...[...[
		String(index + 1),
		expect,
		textOf$2(probe),
		source.namespace,
		labelsOf(source)
	], ...end].map(shellQuote)].join(" ");
}
const MAX_TEXT = 160;
const textOf$2 = ({ row: { witness }, port }) => terminalText(`${witness?.source ?? ""} -> ${witness?.destination ?? ""}:${port}`, MAX_TEXT);
const labelsOf = ({ labels }) => JSON.stringify(Object.fromEntries(labels.map(({ name, value }) => [name, value])));
const selectorOf = ({ labels }) => labels.map(({ name, value }) => `${name}=${value}`).join(",");
/** As the kernel writes it in /proc/net/tcp. */
const hexOf = (port) => port.toString(16).toUpperCase().padStart(4, "0");
/** One word for `sh`, whatever it holds. */
const shellQuote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

// src/report/markdown-plan.ts
/** Rows of a table that a reader takes in at a glance; the rest is folded. */
const ROWS = 8;
/**
* What may be left out of a text that is too long, in this order, and whether a report has any of it.
* The headline, the findings that fail the check, what could not be decided and the first rows of the
* tables always stay.
*/
const OMISSIONS = {
	"policy diffs": ({ scopes }) => scopes.some(({ scope }) => scope.policies.length > 0),
	diagram: ({ flows }) => flows.opened + flows.closed > 0,
	probes: ({ report }) => countProbes(report) > 0,
	"folded rows": ({ scopes }) => scopes.some(({ scope: { flows, namespaces } }) => Math.max(flows.length, namespaces.length) > ROWS),
	"accepted findings": ({ accepted }) => accepted.length > 0,
	fixes: ({ fixes }) => fixes.length > 0,
	"other findings": ({ otherFindings }) => otherFindings.length > 0,
	"entries that decide nothing": ({ otherEntries }) => otherEntries.length > 0,
	assumptions: ({ report }) => report.assumptions.length > 0,
	"masked changes": ({ flows }) => flows.masked > 0,
	statistics: () => true
};
const FULL = {
	without: /* @__PURE__ */ new Set(),
	rows: ROWS,
	foldedRows: 100,
	verdictItems: 200,
	scopes: 10
};
/** Where all that may be left out is, and the rest is still too long. */
const SMALL = [
	{
		verdictItems: 50,
		rows: 8,
		scopes: 10
	},
	{
		verdictItems: 20,
		rows: 8,
		scopes: 5
	},
	{
		verdictItems: 8,
		rows: 8,
		scopes: 3
	},
	{
		verdictItems: 8,
		rows: 4,
		scopes: 2
	},
	{
		verdictItems: 4,
		rows: 2,
		scopes: 1
	},
	{
		verdictItems: 1,
		rows: 1,
		scopes: 1
	},
	{
		verdictItems: 0,
		rows: 0,
		scopes: 0
	}
];
/** Rows of each fold of a scan, whose job summary has far more room than a comment. */
const SCAN_ROWS = [
	5e3,
	2e3,
	1e3,
	500,
	250
];
/** No row or item of a scan is shorter. */
const MIN_ROW = 60;
/** The attempts, longest first. The last one is short whatever the report holds. */
function* plans(facts, maxLength) {
	for (const foldedRows of scanRows(facts, maxLength)) yield {
		...FULL,
		scopes: 100,
		foldedRows
	};
	yield FULL;
	const without = /* @__PURE__ */ new Set();
	for (const [omission, holds] of Object.entries(OMISSIONS)) {
		if (!holds(facts)) continue;
		without.add(omission);
		yield {
			...FULL,
			without: new Set(without)
		};
	}
	for (const size of SMALL) yield {
		...size,
		without,
		foldedRows: 0
	};
}
/** The sizes of folds that are worth an attempt: not all of them are needed, or can fit. */
function scanRows({ report, otherFindings }, maxLength) {
	if (report.mode !== "scan") return [];
	const lists = [...report.scopes.map(({ namespaces }) => namespaces.length), ...groupByRule(otherFindings).map(({ findings }) => findings.length)];
	const longest = Math.max(0, ...lists);
	const shownAt = (rows) => lists.reduce((sum, length) => sum + Math.min(length, rows), 0);
	return SCAN_ROWS.filter((rows, index) => {
		const next = SCAN_ROWS[index + 1] ?? FULL.foldedRows;
		return longest > next && shownAt(rows) * MIN_ROW <= maxLength;
	});
}

// src/report/configuration.ts
/** What the configuration made of the verdict, in words: a reader must not have to know it by heart. */
const COMMA$2 = say`, `;
/** Whether the check passes though the verdict is another. */
const isLetPass = ({ verdict, configuration }) => configuration.warnOnly && verdict !== "pass";
/** Stands in the headline, right after what was done. */
const warnOnlyMark = (report) => isLetPass(report) ? say` (warn only)` : NOTHING;
const warnOnlySentence = (report) => isLetPass(report) ? say`Warn only: the check passes, as configured. It would have failed${report.verdict === "undecided" ? say`, because the answer is not decided` : NOTHING}.` : NOTHING;
const isGateByDefault = ({ rule }) => ruleOf(rule)?.gate === true;
/** More rules than this are a number. */
const SHOWN_RULES = 12;
function ruleList(changes) {
	const shown = changes.slice(0, SHOWN_RULES).map(({ rule, hidden }) => {
		const known = ruleOf(rule)?.name;
		const words = joinPhrases([known === void 0 ? NOTHING : say`${name(known)}`, hidden === 0 ? NOTHING : say`${count(hidden, "finding")} left out`], COMMA$2);
		return words.length === 0 ? say`${name(rule)}` : say`${name(rule)} (${words})`;
	});
	const left = changes.length - shown.length;
	return joinPhrases([...shown, left === 0 ? NOTHING : say`${left} more`], COMMA$2);
}
/** One sentence each: what is not looked for, and what is and no longer fails the check. */
function loweredRules({ configuration: { rules } }) {
	const off = rules.filter(({ level }) => level === "off");
	const lowered = rules.filter((each) => each.level !== "off" && !each.gate && isGateByDefault(each));
	return [off.length === 0 ? NOTHING : say`${count(off.length, "rule")} switched off by configuration: ${ruleList(off)}.`, lowered.length === 0 ? NOTHING : say`${count(lowered.length, "gate")} lowered by configuration: ${ruleList(lowered)}.`].filter((sentence) => sentence.length > 0);
}
/** Who answers for a finding, until when, and why. */
function acceptedWords({ accepted }) {
	if (accepted === void 0) return NOTHING;
	const { owner, expires, reason } = accepted;
	return say`accepted by ${name(owner)} until ${name(expires)}: ${prose(reason)}`;
}

// src/report/headline.ts
/** The first line of every output: what was done and the worst thing that came of it. */
const headline = (facts) => facts.report.mode === "scan" ? say`NetworkPolicy scan of ${name(facts.report.head.name)}${warnOnlyMark(facts.report)}: ${scanResult(facts)}` : say`NetworkPolicy review${warnOnlyMark(facts.report)}: ${diffResult(facts)}`;
/** The sentence below the headline, where the answer needs no table. */
function answer({ report, isProvedUnchanged, isUnchangedWhereRead }) {
	if (report.verdict === "undecided" && isUnchangedWhereRead) return say`All that could be read allows the same traffic as before.`;
	if (!isProvedUnchanged) return NOTHING;
	const { filesChanged, namespaces } = report.statistics;
	return say`Proved for any pod: ${count(filesChanged, "file")} changed, ${identical(namespaces)}.`;
}
function identical(namespaces) {
	if (namespaces === 0) return say`no namespace holds a policy`;
	const all = namespaces === 1 ? say`the one namespace` : say`all ${namespaces} namespaces`;
	return say`allowed traffic is identical in ${all}`;
}
function diffResult(facts) {
	switch (facts.report.verdict) {
		case "fail": return failure(facts);
		case "undecided": return say`could not decide`;
		case "pass": return facts.isProvedUnchanged ? noFlowChanges(facts) : changes(facts);
	}
}
const changedNamespaces = ({ scopes }) => scopes.flatMap(({ changed }) => changed);
const DENY = {
	rule: "NP001",
	isLost: losesDefaultDeny
};
const METADATA = {
	rule: "NP002",
	isLost: opensMetadata
};
/** The namespaces that fail the check by a gate; what the configuration lets pass is not why it fails. */
const failingNames = ({ scopes, gating }, { rule, isLost }) => {
	const failing = new Set(gating.filter((finding) => finding.rule === rule).map(({ scope, namespace = "" }) => `${scope} ${namespace}`));
	return distinctNames(scopes.flatMap(({ scope, changed }) => changed.filter((each) => isLost(each) && failing.has(`${scope.name} ${each.name}`))));
};
function failure(facts) {
	const deny = failingNames(facts, DENY);
	const metadata = failingNames(facts, METADATA);
	const [firstDeny] = deny;
	const [firstMetadata] = metadata;
	if (firstDeny !== void 0 && same(deny, metadata)) return say`default-deny weakened and metadata block lost ${inNamespaces(deny)}`;
	if (firstDeny !== void 0 || firstMetadata !== void 0) return joinPhrases([metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`], say`; `);
	const [first, ...others] = facts.gating;
	if (first === void 0) return say`failed`;
	return others.length === 0 ? say`${prose(first.message)}` : say`${prose(first.message)} (and ${others.length} more)`;
}
/** `in payments`, `in payments and 2 other namespaces`. */
function inNamespaces(labels) {
	const [first = "", ...others] = labels;
	return others.length === 0 ? say`in ${name(first)}` : say`in ${name(first)} and ${count(others.length, "other namespace")}`;
}
/** The same namespace may stand in several scopes. */
const distinctNames = (namespaces) => [...new Set(namespaces.map(({ label }) => label))];
const same = (a, b) => a.length === b.length && a.every((label) => b.includes(label));
const noFlowChanges = (facts) => joinPhrases([say`no flow changes`, decommissioned(facts)], say`; `);
function changes(facts) {
	const { opened, closed, masked } = facts.flows;
	const amounts = [
		opened === 0 ? say`no flow opened` : say`${count(opened, "flow")} opened`,
		closed === 0 ? NOTHING : say`${closed} closed`,
		masked === 0 ? NOTHING : say`${masked} masked`
	];
	const what = opened + closed + masked === 0 ? say`${count(changedNamespaces(facts).length, "namespace")} changed` : joinPhrases(amounts, say`, `);
	return joinPhrases([
		what,
		guards(facts),
		notFailing(facts),
		decommissioned(facts)
	], say`; `);
}
/** What a gate watches and lost, where the configuration lets that pass. */
function notFailing(facts) {
	const namespaces = changedNamespaces(facts);
	const deny = distinctNames(namespaces.filter(losesDefaultDeny));
	const metadata = distinctNames(namespaces.filter(opensMetadata));
	const lost = [metadata.length === 0 ? NOTHING : say`metadata block lost ${inNamespaces(metadata)}`, deny.length === 0 ? NOTHING : say`default-deny weakened ${inNamespaces(deny)}`].filter((words) => words.length > 0);
	return lost.length === 0 ? NOTHING : say`${joinPhrases(lost, say` and `)}, as configured`;
}
/** What the gates watch and found as it was: said only of what there was to lose. */
function guards({ report }) {
	const namespaces = report.scopes.flatMap((scope) => scope.namespaces).filter(({ state }) => state === "kept");
	const deny = new Set(namespaces.flatMap(({ defaultDeny }) => [defaultDeny.ingress, defaultDeny.egress]));
	const metadata = new Set(namespaces.map((namespace) => namespace.metadata));
	const denyKept = !deny.has("weakened") && !deny.has("unknown") && (deny.has("kept") || deny.has("partial"));
	const metadataKept = !metadata.has("opened") && !metadata.has("unknown") && metadata.has("blocked");
	if (denyKept && metadataKept) return say`default-deny and metadata block kept`;
	if (denyKept) return say`default-deny kept`;
	return metadataKept ? say`metadata block kept` : NOTHING;
}
function decommissioned(facts) {
	const gone = distinctNames(changedNamespaces(facts).filter(({ state }) => state === "decommissioned"));
	const [first] = gone;
	if (first === void 0) return NOTHING;
	return gone.length === 1 ? say`namespace ${name(first)} decommissioned` : say`${gone.length} namespaces decommissioned`;
}
function scanResult({ report, gating, deciding, accepted }) {
	const { namespaces, policiesRead } = report.statistics;
	const amount = report.findings.length - accepted.length;
	return joinPhrases([
		count(namespaces, "namespace"),
		count(policiesRead, "policy", "policies"),
		amount === 0 ? say`no findings` : count(amount, "finding"),
		gating.length === 0 ? NOTHING : say`${gating.length} of them fail the check`,
		accepted.length === 0 ? NOTHING : say`${accepted.length} accepted`,
		deciding.length === 0 ? NOTHING : say`${deciding.length} not decided`
	], say`, `);
}

// src/report/markdown-fixes.ts
/** More than a reader takes over by hand. */
const MAX_FIXES = 10;
/** The new text of each fix, folded. */
function fixBlocks({ facts, plan, write }) {
	const { fixes } = facts;
	if (fixes.length === 0 || plan.without.has("fixes")) return [];
	const shown = fixes.slice(0, MAX_FIXES);
	const left = fixes.length - shown.length;
	return [write.details(fixesTitle(fixes), [...shown.flatMap((fix) => [write.phrase(fixTitle(fix)), markdownFence(fix.replacement, "yaml")]), ...left === 0 ? [] : [write.phrase(say`${left} more not shown.`)]])];
}

// src/report/markdown-fold.ts
/** The first rows as a table, the next ones folded, and a count of what even the fold leaves out. */
function tableWithFold({ write, plan }, { header, items, row, lastRows = [], rest }) {
	const shown = items.slice(0, plan.rows);
	const folded = plan.without.has("folded rows") ? [] : items.slice(plan.rows, plan.rows + plan.foldedRows);
	const left = items.length - shown.length - folded.length;
	const leftWords = left === 0 ? [] : [write.phrase(say`${rest(left)} not shown.`)];
	const table = shown.length === 0 ? [] : [write.table(header, [...shown.map(row), ...lastRows])];
	if (folded.length === 0) return [...table, ...leftWords];
	const fold = [write.table(header, folded.map(row)), ...leftWords];
	return [...table, write.details(rest(items.length - shown.length), fold)];
}

// src/report/words.ts
/** The words of the model's closed unions: one table each, for all outputs. */
const VERDICT_MARK = {
	pass: ["good", "PASS"],
	fail: ["error", "FAIL"],
	undecided: ["warning", "UNDECIDED"]
};
const SIDE = {
	unchanged: say`= unchanged`,
	"more-open": say`+ more open`,
	"less-open": say`− less open`,
	incomparable: say`± opens and closes`,
	unknown: say`? unknown`
};
/** How the flows of one side of a namespace changed. */
function sideWords(verdict, { opened, closed }) {
	return verdict === "incomparable" && opened + closed > 0 ? say`± opens ${opened}, closes ${closed}` : SIDE[verdict];
}
/** Against the base revision. */
const DENY_CHANGE = {
	weakened: say`${strong`weakened`}`,
	strengthened: say`strengthened`,
	kept: say`kept`,
	partial: say`partial, as before`,
	none: say`none, as before`,
	unknown: say`? unknown`
};
/** At one revision: a scan, or a namespace that was not there before. */
const DENY_NOW = {
	...DENY_CHANGE,
	kept: say`all pods`,
	partial: say`some pods`,
	none: say`no pod`
};
const METADATA_CHANGE = {
	opened: say`${strong`opened`}`,
	closed: say`now blocked`,
	blocked: say`kept`,
	reachable: say`reachable, as before`,
	unknown: say`? unknown`
};
const METADATA_NOW = {
	...METADATA_CHANGE,
	blocked: say`blocked`,
	reachable: say`reachable`
};
/** One cell for both directions. */
function denyWords(namespace) {
	if (namespace.state === "decommissioned") return DASH;
	const { ingress, egress } = namespace.defaultDeny;
	const table = namespace.state === "new" ? DENY_NOW : DENY_CHANGE;
	return ingress === egress ? table[ingress] : say`ingress ${table[ingress]}, egress ${table[egress]}`;
}
/** Which pods of the namespace are isolated in a direction, at the one revision of a scan. */
const isolationWords = (state) => DENY_NOW[state];
function metadataWords(mode, namespace) {
	if (namespace.state === "decommissioned") return DASH;
	return (mode === "scan" || namespace.state === "new" ? METADATA_NOW : METADATA_CHANGE)[namespace.metadata];
}
/** The mark of a flow: by what it risks if it opened. */
function flowMark({ change, risk }) {
	if (change !== "opened") return change;
	switch (risk) {
		case "metadata":
		case "from-internet": return "high";
		case "to-internet":
		case "sensitive-port": return "medium";
		case "across-namespaces":
		case "same-namespace": return "low";
	}
}
/** Whether names can be resolved, in a scan. */
const DNS_WORDS = {
	reachable: say`reachable`,
	partial: say`some pods`,
	blocked: say`${strong`blocked`}`,
	unknown: say`? unknown`
};
const REACH_WORDS = {
	none: say`no port`,
	"some-ports": say`some ports`,
	"every-port": say`every port`
};

// src/report/rows.ts
const SEPARATOR$1 = say` · `;
const COMMA$1 = say`, `;
/** What a reader checks by hand before the rest of a row gets in the way. */
const SHOWN_WORKLOADS = 3;
const NAMESPACE_HEADER = [
	"Namespace",
	"Ingress",
	"Egress",
	"Default-deny",
	"Metadata"
];
function namespaceRow(facts, namespace) {
	if (namespace.state === "decommissioned") return [
		namespaceTitle(namespace),
		DASH,
		DASH,
		DASH,
		DASH
	];
	const side = (direction) => sideWords(namespace[direction], facts.countSide(namespace.name, direction));
	return [
		namespaceTitle(namespace),
		side("ingress"),
		side("egress"),
		denyWords(namespace),
		metadataWords("diff", namespace)
	];
}
const namespaceTitle = ({ label, state }) => state === "kept" ? say`${name(label)}` : say`${name(label)} ${state === "new" ? NEW : GONE}`;
const NEW = say`(new)`;
const GONE = say`(decommissioned)`;
const FLOW_HEADER = [
	"Change",
	"Flow",
	"Port",
	"Why"
];
const flowRow = (facts, flow) => [
	say`${mark(flowMark(flow), flow.change)}`,
	flowWords(facts, flow),
	say`${prose(flow.ports)}`,
	say`${joinPhrases([say`${prose(flow.cause)}`, blamePlace(flow)], SEPARATOR$1)}${flowFix(flow)}`
];
/** What is masked is reported so that it is known, not so that it is mended. */
const flowFix = ({ change, fix }) => change !== "opened" || fix === void 0 ? NOTHING : say`${lineBreak}Fix: ${fixWords(fix)}`;
const MASKED_HEADER = [
	"Change",
	"Flow",
	"Port",
	"Why",
	"Still blocked by"
];
const maskedRow = (facts, flow) => [...flowRow(facts, flow), joinPhrases(flow.blockedBy.slice(0, SHOWN_WORKLOADS).map((policy) => say`${name(policy.name)} ${place$1(policy.span, "head")}`), COMMA$1)];
function flowWords({ hasWorkloads }, flow) {
	const end = (text) => {
		const isMissing = hasWorkloads && text.type === "pods" && text.workloads.length === 0;
		return say`${prose(text.text)}${isMissing ? MISSING : today(text)}`;
	};
	return say`${end(flow.source)} → ${end(flow.destination)}${example(flow)}`;
}
const MISSING = say` (no such pod today)`;
/** `namespace/name[Kind]` without the kind: the row is about pods, and the JSON keeps the kind. */
const workloadName = (workload) => workload.replace(/\[[^\]]*\]$/u, "");
/** The workloads that a set of pods means today, unless its text is their name already. */
function today({ text, workloads, more }) {
	const [first] = workloads;
	if (first === void 0) return NOTHING;
	if (workloads.length === 1 && more === 0 && text.includes(workloadName(first))) return NOTHING;
	const shown = workloads.slice(0, SHOWN_WORKLOADS).map((one) => say`${name(workloadName(one))}`);
	const rest = workloads.length - shown.length + more;
	return say` (today: ${joinPhrases(shown, COMMA$1)}${rest === 0 ? NOTHING : say` and ${rest} more`})`;
}
/** The witness, where the row itself names no flow that a person could try. */
function example({ witness, source, destination }) {
	if (witness === void 0) return NOTHING;
	const named = (end, text) => [end.text, ...end.workloads.slice(0, SHOWN_WORKLOADS)].some((known) => known.includes(workloadName(text)));
	if (named(source, witness.source) && named(destination, witness.destination)) return NOTHING;
	const port = `${witness.protocol} ${witness.port}`;
	return say`${lineBreak}e.g. ${name(workloadName(witness.source))} → ${name(workloadName(witness.destination))} ${name(port)}`;
}
/** Where the change is to be seen: at head, or the lines of the base that are gone. */
function blamePlace({ blame }) {
	if (blame.head !== void 0) return say`${place$1(blame.head, "head")}`;
	return blame.base === void 0 ? NOTHING : say`was ${place$1(blame.base, "base")}`;
}
/** What was tried says more than what helps in general. */
function adviceFor({ help, fix }) {
	if (fix !== void 0) return say`${lineBreak}Fix: ${fixWords(fix)}`;
	return help === void 0 ? NOTHING : say`${lineBreak}Fix: ${prose(help)}`;
}
function findingItem({ report }, finding) {
	const { message, rule, accepted } = finding;
	const advice = accepted === void 0 ? adviceFor(finding) : NOTHING;
	return say`${joinPhrases([
		say`${mark(finding.level, finding.level)}: ${prose(message)}`,
		findingPlace(finding),
		say`${name(rule)}`,
		report.scopes.length > 1 && finding.scope !== "" ? say`in ${name(finding.scope)}` : NOTHING
	], SEPARATOR$1)}${accepted === void 0 ? NOTHING : say`${lineBreak}${acceptedWords(finding)}`}${advice}`;
}
function findingPlace({ location, side = "head" }) {
	if (location === void 0) return NOTHING;
	return side === "head" ? say`${place$1(location, side)}` : say`was ${place$1(location, side)}`;
}
/** What was not read, and why. */
function ledgerItem({ path, span, side, reason }) {
	const where = span === void 0 ? name(path) : place$1(span, side);
	return say`${where}${side === "base" ? say` (base)` : NOTHING}: ${prose(reason)}`;
}
/** What was looked at, and how much of it there was. */
function basisWords({ base, head, statistics, ledger }) {
	const { filesChanged, filesRead, policiesRead } = statistics;
	const read = say`${count(filesRead, "file")} and ${count(policiesRead, "policy", "policies")} read`;
	const left = say`${count(ledger.length, "entry", "entries")} not analysed`;
	return base === void 0 ? say`Scanned ${revision(head)}: ${read}, ${left}.` : say`Compared ${revision(base)} with ${revision(head)}: ${count(filesChanged, "file")} changed, ${read}, ${left}.`;
}
const revision = ({ name: text, commit }) => commit === void 0 || commit === text ? say`${name(text)}` : say`${name(text)} (${name(commit.slice(0, 12))})`;

// src/report/posture-rows.ts
/** Rows and items of a scan, for Markdown and terminal alike. */
const COMMA = say`, `;
const SEPARATOR = say` · `;
const POSTURE = [
	"Ingress isolated",
	"Egress isolated",
	"Metadata",
	"DNS",
	"Opened by rules"
];
const postureCells = (namespace) => [
	isolationWords(namespace.defaultDeny.ingress),
	isolationWords(namespace.defaultDeny.egress),
	metadataWords("scan", namespace),
	namespace.dns === void 0 ? DASH : DNS_WORDS[namespace.dns],
	openings(namespace)
];
/** What rules open to pods that are isolated; of the others, the first columns say it all. */
function openings({ defaultDeny, exposure }) {
	if (exposure === void 0) return DASH;
	const { fromInternet, fromAllNamespaces, toInternet } = exposure;
	const open = [
		[
			"ingress",
			say`from the internet`,
			fromInternet
		],
		[
			"ingress",
			say`from all namespaces`,
			fromAllNamespaces
		],
		[
			"egress",
			say`to the internet`,
			toInternet
		]
	].filter(([direction, , reach]) => defaultDeny[direction] === "kept" && reach !== "none");
	if (open.length === 0) return DASH;
	return joinPhrases(open.map(([, way, reach]) => say`${way} (${REACH_WORDS[reach]})`), COMMA);
}
const POSTURE_HEADER = [
	"Namespace",
	...POSTURE,
	"Findings"
];
/** A namespace of a scan: what protects it, and what was found in it. */
const postureRow = (facts, namespace) => [
	namespaceTitle(namespace),
	...postureCells(namespace),
	findingCounts(facts.levelsIn(namespace.name))
];
function findingCounts(counts) {
	const levels = [
		"error",
		"warning",
		"note"
	].filter((level) => counts[level] > 0);
	const { accepted } = counts;
	if (levels.length + accepted === 0) return DASH;
	return joinPhrases([...levels.map((level) => count(counts[level], level)), accepted === 0 ? NOTHING : say`${accepted} accepted`], COMMA);
}
const GROUP_HEADER = ["Namespaces", ...POSTURE];
const SHOWN_NAMES = 3;
/** Namespaces that stand alike. */
function groupRow(group) {
	const [first] = group;
	if (first === void 0) return [];
	const names = group.slice(0, SHOWN_NAMES).map((namespace) => namespaceTitle(namespace));
	const left = group.length - names.length;
	const more = left > 0 ? say` and ${left} more` : NOTHING;
	return [say`${joinPhrases(names, COMMA)}${more}`, ...postureCells(first)];
}
/** A rule with findings: what it finds, and how often. */
function ruleTitle({ rule, level, findings }) {
	const known = ruleOf(rule);
	const what = known === void 0 ? NOTHING : say` (${prose(known.summary)})`;
	return say`${mark(level, level)} ${name(rule)}: ${count(findings.length, "finding")}${what}`;
}
/** What helps against every finding of a rule; some findings have help of their own. */
const ruleHelp = ({ rule }) => {
	const known = ruleOf(rule);
	return known === void 0 ? NOTHING : say`Fix: ${prose(known.help)}`;
};
/** A finding below the title of its rule. */
function ruleItem({ report }, finding) {
	const { message, help, rule, scope } = finding;
	const isOwn = help !== void 0 && help !== ruleOf(rule)?.help;
	return say`${joinPhrases([
		say`${prose(message)}`,
		findingPlace(finding),
		report.scopes.length > 1 ? say`in ${name(scope)}` : NOTHING
	], SEPARATOR)}${isOwn ? say`${lineBreak}Fix: ${prose(help)}` : NOTHING}`;
}

// src/report/markdown-scan.ts
/** What protects each namespace of each scope. */
function scanBlocks(context) {
	const { facts, plan, write } = context;
	const many = facts.scopes.length > 1;
	const shown = many ? facts.scopes.slice(0, plan.scopes) : facts.scopes;
	const blocks = shown.flatMap((scope) => [...many ? [`#### ${write.phrase(say`${name(scope.scope.name)}`)}`] : [], ...postureBlocks(scope, context)]);
	const left = facts.scopes.length - shown.length;
	if (left > 0) blocks.push(write.phrase(say`${count(left, "more scope")} not shown.`));
	return blocks;
}
/** One table where it can be read at a glance; else a sentence, one row for all that stand alike, and a fold. */
function postureBlocks(facts, context) {
	const { plan, write } = context;
	const namespaces = byPosture(facts.scope.namespaces);
	const table = {
		header: POSTURE_HEADER,
		items: namespaces,
		row: (namespace) => postureRow(facts, namespace),
		rest: (amount) => count(amount, "more namespace")
	};
	if (namespaces.length <= plan.rows) return tableWithFold(context, table);
	const groups = tableWithFold(context, {
		header: GROUP_HEADER,
		items: groupPostures(namespaces),
		row: groupRow,
		rest: (amount) => count(amount, "more group")
	});
	const all = !plan.without.has("folded rows") && plan.foldedRows > 0 ? [write.details(say`All ${count(namespaces.length, "namespace")}, worst first`, tableWithFold({
		...context,
		plan: {
			...plan,
			rows: plan.foldedRows,
			foldedRows: 0
		}
	}, table))] : [];
	return [
		write.phrase(postureSummary(namespaces)),
		...groups,
		...all
	];
}
/** The standing faults: listed where they are few, else by rule. */
function standingBlocks(context) {
	const { facts } = context;
	return groupByRule(facts.otherFindings).map((group) => ruleBlock(group, context));
}
function ruleBlock(group, { facts, plan, write }) {
	const shown = group.findings.slice(0, plan.foldedRows);
	const left = group.findings.length - shown.length;
	const help = ruleHelp(group);
	return write.details(ruleTitle(group), [
		...help === NOTHING ? [] : [write.phrase(help)],
		...shown.length === 0 ? [] : [write.list(shown.map((one) => ruleItem(facts, one)))],
		...left === 0 ? [] : [write.phrase(say`${left} more not shown.`)]
	]);
}

// src/report/diagram.ts
/**
* Longest diagram that GitHub draws: `maxTextSize` of Mermaid, which a diagram cannot raise. The limits
* below keep every diagram shorter, even if each character of each label is written as an entity.
*/
const MERMAID_MAX_CHARACTERS = 5e4;
/** More arrows than these are a tangle; Mermaid would draw 500. */
const MAX_EDGES = 30;
/** Characters of one label. */
const MAX_LABEL = 60;
/**
* The flows of a scope that opened or closed, as arrows between pods grouped by namespace; worst first,
* so that what is left out matters less. Undefined where no flow changed. Masked changes are left out:
* no traffic moves.
*/
function drawFlows({ flows, scope }) {
	if (flows.length === 0) return void 0;
	const labels = new Map(scope.namespaces.map(({ name, label }) => [name, label]));
	const nodes = /* @__PURE__ */ new Map();
	const edges = /* @__PURE__ */ new Map();
	const nodeOf = (end) => {
		const key = JSON.stringify(end);
		const node = nodes.get(key) ?? {
			id: `n${nodes.size}`,
			...end
		};
		nodes.set(key, node);
		return node;
	};
	for (const { change, ports, ...ends } of flows) {
		const [source, destination] = [endOf$1(ends.source, labels), endOf$1(ends.destination, labels)];
		const key = JSON.stringify([
			change,
			source,
			destination
		]);
		let edge = edges.get(key);
		if (edge === void 0) {
			if (edges.size === MAX_EDGES) continue;
			edge = {
				source: nodeOf(source),
				destination: nodeOf(destination),
				isOpened: change === "opened",
				ports: /* @__PURE__ */ new Set(),
				rows: 0
			};
			edges.set(key, edge);
		}
		edge.ports.add(ports);
		edge.rows++;
	}
	const drawn = [...edges.values()];
	const shown = drawn.reduce((sum, { rows }) => sum + rows, 0);
	return {
		text: writeChart([...nodes.values()], drawn, labels),
		shown,
		left: flows.length - shown
	};
}
/** An end without the namespace in its words, since the box around it names that. */
function endOf$1({ text, type, namespace }, labels) {
	if (namespace === void 0) return {
		label: text,
		type
	};
	const label = labels.get(namespace) ?? namespace;
	const [before, after] = [`${label}/`, ` in ${label}`];
	return {
		label: text.startsWith(before) ? text.slice(before.length) : text.endsWith(after) ? text.slice(0, -after.length) : text,
		type,
		namespace
	};
}
/** Red and blue that read on GitHub's light and dark page alike; the words say the same. */
const OPENED = "stroke:#cf222e,stroke-width:2px";
const CLOSED = "stroke:#2f81f7,stroke-width:2px";
function writeChart(nodes, edges, labels) {
	const groups = /* @__PURE__ */ new Map();
	for (const node of nodes) if (node.namespace !== void 0) groups.set(node.namespace, [...groups.get(node.namespace) ?? [], node]);
	return [
		"flowchart LR",
		"  accTitle: Flows that opened and closed",
		...[...groups].flatMap(([namespace, members], index) => [
			`  subgraph g${index}["${quoted(labels.get(namespace) ?? namespace)}"]`,
			...members.map((node) => `    ${writeNode(node)}`),
			"  end"
		]),
		...nodes.filter(({ namespace }) => namespace === void 0).map((node) => `  ${writeNode(node)}`),
		...edges.map((edge) => `  ${writeEdge(edge)}`),
		...edges.map(({ isOpened }, index) => `  linkStyle ${index} ${isOpened ? OPENED : CLOSED}`)
	].join("\n");
}
/** Pods are boxes; whatever has no namespace is rounded. */
const writeNode = ({ id, label, type }) => type === "pods" ? `${id}["${quoted(label)}"]` : `${id}(["${quoted(label)}"])`;
function writeEdge({ source, destination, isOpened, ports }) {
	const label = quoted(`${isOpened ? "+ opened" : "− closed"} ${[...ports].join(", ")}`);
	return isOpened ? `${source.id} -- "${label}" --> ${destination.id}` : `${source.id} -. "${label}" .-> ${destination.id}`;
}
const quoted = (text) => mermaidText(text, MAX_LABEL);

// src/report/markdown-patches.ts
/** More than a reader opens. */
const MAX_PATCHES = 50;
/** The text that changed, one fold for each namespace, in the order of the namespace table. */
function patchBlocks({ scope, changed }, context) {
	const { policies, namespaces } = scope;
	const ranks = new Map([...changed, ...namespaces].map(({ name: text }, index) => [text, -index]));
	const rank = ({ namespace }) => ranks.get(namespace) ?? -Infinity;
	const shown = policies.toSorted((a, b) => rank(a) < rank(b) ? 1 : -1).slice(0, MAX_PATCHES);
	const labels = new Map(namespaces.map(({ name: text, label }) => [text, label]));
	const blocks = [...groupBy(shown, ({ namespace }) => namespace)].map(([namespace, ofNamespace]) => patchesOf(labels.get(namespace) ?? namespace, ofNamespace, context));
	const left = policies.length - shown.length;
	if (left > 0) blocks.push(context.write.phrase(say`${count(left, "more changed policy", "more changed policies")} not shown.`));
	return blocks;
}
function patchesOf(label, policies, { write }) {
	const amount = count(policies.length, "policy", "policies");
	const blocks = policies.flatMap((policy) => {
		const title = write.phrase(say`${name(policy.name)}${changeWords(policy)}`);
		return policy.patch === "" ? [title] : [title, markdownFence(policy.patch, "diff")];
	});
	return write.details(say`Changed text in ${name(label)} (${amount})`, blocks);
}
function changeWords({ base, head, patch }) {
	if (base === void 0) return head === void 0 ? NOTHING : say` · added · ${place$1(head, "head")}`;
	if (head === void 0) return say` · removed, was ${place$1(base, "base")}`;
	return patch === "" ? say` · moved from ${place$1(base, "base")} to ${place$1(head, "head")}` : say` · ${place$1(head, "head")}`;
}

// src/report/markdown-scope.ts
/** A scope's title, where a report has several. */
function scopeTitle({ scope, counts }) {
	const { opened, closed, masked } = counts;
	const words = joinPhrases([
		opened === 0 ? NOTHING : say`${opened} opened`,
		closed === 0 ? NOTHING : say`${closed} closed`,
		masked === 0 ? NOTHING : say`${masked} masked`
	], say`, `);
	return joinPhrases([say`${name(scope.name)}`, words], say`: `);
}
/** What a scope's change did: namespaces, flows, masked flows, and the text that changed. */
function scopeBlocks(scope, context) {
	const { without } = context.plan;
	return [
		...namespaceBlocks(scope, context),
		...flowBlocks(scope, context),
		...without.has("diagram") ? [] : diagramBlocks(scope, context),
		...without.has("masked changes") ? [] : maskedBlocks(scope, context),
		...without.has("policy diffs") ? [] : patchBlocks(scope, context)
	];
}
const ALL_OTHERS = [
	say`all others`,
	say`= unchanged`,
	say`= unchanged`,
	DASH,
	DASH
];
function namespaceBlocks(scope, context) {
	const { facts, plan } = context;
	const isComplete = scope.changed.length <= plan.rows && facts.deciding.length === 0;
	return tableWithFold(context, {
		header: NAMESPACE_HEADER,
		items: scope.changed,
		row: (namespace) => namespaceRow(scope, namespace),
		lastRows: isComplete ? [ALL_OTHERS] : [],
		rest: (amount) => count(amount, "more changed namespace")
	});
}
const flowBlocks = (scope, context) => tableWithFold(context, {
	header: FLOW_HEADER,
	items: scope.flows,
	row: (flow) => flowRow(scope, flow),
	rest: (amount) => count(amount, "more flow")
});
function diagramBlocks(scope, { write }) {
	const diagram = drawFlows(scope);
	if (diagram === void 0) return [];
	const { text, shown, left } = diagram;
	return [write.details(say`Diagram of ${count(shown, "changed flow")}`, [markdownFence(text, "mermaid", MERMAID_MAX_CHARACTERS), ...left === 0 ? [] : [write.phrase(say`${left} more not drawn.`)]])];
}
function maskedBlocks(scope, { write, plan }) {
	const { masked } = scope;
	if (masked.length === 0) return [];
	const shown = masked.slice(0, plan.without.has("folded rows") ? plan.rows : plan.foldedRows);
	const left = masked.length - shown.length;
	const title = count(masked.length, "masked change");
	return [write.details(say`${title}: wider on one side, still blocked by the other`, [write.table(MASKED_HEADER, shown.map((flow) => maskedRow(scope, flow))), ...left === 0 ? [] : [write.phrase(say`${left} more not shown.`)]])];
}

// src/report/markdown-sections.ts
/** The first lines: the verdict, and in its green state the proof. */
function headlineBlock({ facts, write }) {
	const [kind] = VERDICT_MARK[facts.report.verdict];
	const title = `### ${emoji(kind)} ${write.phrase(headline(facts))}`;
	const { report } = facts;
	return [title, ...[
		answer(facts),
		warnOnlySentence(report),
		...loweredRules(report)
	].filter(({ length }) => length > 0).map((sentence) => write.phrase(sentence))].join("\n");
}
/** Everything below the headline, most important first. */
function bodyBlocks(context) {
	const { facts, plan } = context;
	const gating = findingList(context, facts.gating, plan.verdictItems);
	const deciding = decidingBlocks(context);
	const { mode, verdict } = facts.report;
	return [
		...verdict === "undecided" ? [...deciding, ...gating] : [...gating, ...deciding],
		...mode === "scan" ? scanBlocks(context) : reviewBlocks(context),
		...otherFindingBlocks(context),
		...acceptedBlocks(context),
		...fixBlocks(context),
		...probeBlocks(context),
		...assuranceBlocks(context)
	];
}
/** A list cut to what the plan allows, with a count of the rest. */
function cutList({ write }, items, { limit, item }) {
	const shown = items.slice(0, limit);
	const left = items.length - shown.length;
	return [...shown.length === 0 ? [] : [write.list(shown.map(item))], ...left === 0 ? [] : [write.phrase(say`${left} more not shown.`)]];
}
const ledgerList = (context, entries, limit) => cutList(context, entries, {
	limit,
	item: ledgerItem
});
function findingList(context, findings, limit) {
	const item = (finding) => findingItem(context.facts, finding);
	return cutList(context, findings, {
		limit,
		item
	});
}
/** What stands in the way of an answer. */
function decidingBlocks(context) {
	const { facts, plan, write } = context;
	if (facts.deciding.length === 0) return [];
	const end = facts.report.configuration.warnOnly ? NOTHING : say` The check fails until then.`;
	const title = say`${strong`Not decided`}: the answer could be another one had this been read.${end}`;
	return [
		write.phrase(title),
		...ledgerList(context, facts.deciding, plan.verdictItems),
		...findingList(context, facts.doubtful, plan.verdictItems)
	];
}
function reviewBlocks(context) {
	const { facts, plan, write } = context;
	const all = facts.report.scopes.length;
	if (all < 2) return facts.scopes.flatMap((scope) => scopeBlocks(scope, context));
	const shown = facts.scopes.slice(0, plan.scopes);
	const blocks = shown.flatMap((scope) => [`#### ${write.phrase(scopeTitle(scope))}`, ...scopeBlocks(scope, context)]);
	const left = facts.scopes.length - shown.length;
	if (left > 0) blocks.push(write.phrase(say`${count(left, "more changed scope")} not shown.`));
	const same = all - facts.scopes.length;
	if (same > 0 && !facts.isProvedUnchanged) blocks.push(write.phrase(say`${count(same, "scope")} without a change.`));
	return blocks;
}
/** Folded, so more than a table's first rows. */
const FOLDED_ITEMS = 100;
function otherFindingBlocks(context) {
	const { facts, plan, write } = context;
	const findings = facts.otherFindings;
	if (findings.length === 0 || plan.without.has("other findings")) return [];
	const one = facts.gating.length === 0 ? "finding" : "other finding";
	const verb = findings.length === 1 ? say`does` : say`do`;
	const title = say`${count(findings.length, one)} that ${verb} not fail the check`;
	const isScan = facts.report.mode === "scan";
	if (isScan && findings.length > plan.rows) return [write.phrase(say`${title}:`), ...standingBlocks(context)];
	const list = findingList(context, findings, FOLDED_ITEMS);
	if (isScan) return [write.phrase(say`${title}:`), ...list];
	return [write.details(title, list)];
}
/** Who answers for what; folded, because nobody has to act before the day has come. */
function acceptedBlocks(context) {
	const { facts, plan, write } = context;
	const { accepted } = facts;
	if (accepted.length === 0) return [];
	const title = say`${count(accepted.length, "accepted finding")} (who, until when, why)`;
	if (plan.without.has("accepted findings")) return [write.phrase(say`${title}.`)];
	return [write.details(title, findingList(context, accepted, FOLDED_ITEMS))];
}
/** How to find out whether the cluster does what the review says. */
function probeBlocks({ facts, plan, write }) {
	const script = plan.without.has("probes") ? void 0 : renderProbes(facts.report);
	if (script === void 0) return [];
	const amount = count(countProbes(facts.report), "probe");
	return [write.details(say`Verify after deploy (${amount}, each with a control)`, [markdownFence(script, "sh")])];
}
function assuranceBlocks(context) {
	const { facts, plan, write } = context;
	const { assumptions } = facts.report;
	const blocks = [];
	if (!plan.without.has("statistics")) blocks.push(write.phrase(exactness(context)), write.phrase(basisWords(facts.report)));
	if (!plan.without.has("assumptions") && assumptions.length > 0) blocks.push("Assumed:", ...cutList(context, assumptions, {
		limit: FOLDED_ITEMS,
		item: ({ text }) => say`${prose(text)}`
	}));
	if (!plan.without.has("entries that decide nothing") && facts.otherEntries.length > 0) blocks.push("Seen, not analysed, and of no effect on the verdict:", ...ledgerList(context, facts.otherEntries, FOLDED_ITEMS));
	return blocks.length === 0 ? [] : [write.details(say`How sure is this?`, blocks)];
}
function exactness({ facts }) {
	const but = facts.deciding.length === 0 ? NOTHING : say`, but for what could not be decided`;
	return say`Exact for ${name("networking.k8s.io/v1")}, for any pod labels, not only the pods in these manifests${but}.`;
}

// src/report/markdown.ts
/** Issue comments, review bodies: the API answers 422 beyond this. */
const MAX_COMMENT_LENGTH = 65536;
/** The report as GitHub Markdown, for the pull request comment and the job summary. */
function renderMarkdown(report, options = {}) {
	const { maxLength = MAX_COMMENT_LENGTH, marker } = options;
	const first = marker === void 0 ? "" : `${marker}\n`;
	const facts = readFacts(report);
	const write = createMarkdownWriter(options.fileUrl);
	for (const plan of plans(facts, maxLength)) {
		const text = first + compose({
			facts,
			plan,
			write
		}, options);
		if (text.length <= maxLength) return text;
	}
	return `${first}### NetworkPolicy review: ${report.verdict}\n`.slice(0, maxLength);
}
function compose(context, options) {
	return `${[
		headlineBlock(context),
		...bodyBlocks(context),
		...omissionBlocks(context, options),
		...options.note === void 0 ? [] : [options.note]
	].join("\n\n")}\n`;
}
/** What the limit left out, and where to find it. */
function omissionBlocks({ plan }, options) {
	const left = [...plan.without];
	if (left.length === 0) return [];
	const { maxLength = MAX_COMMENT_LENGTH, summaryUrl } = options;
	const url = summaryUrl === void 0 ? void 0 : markdownUrl(summaryUrl);
	const where = url === void 0 ? "" : ` [Read all of it in the job summary](${url}).`;
	return [`Left out to stay below ${formatCount(maxLength)} characters: ${left.join(", ")}.${where}`];
}

// src/version.ts
/** The version of this program; a test holds it against package.json. */
const VERSION = "0.1.0";

// src/report/fingerprint.ts
/**
* What stays the same about a finding while lines move and files are renamed: the rule, where it holds and
* what it says. 32 hex digits. Of several equal ones in a report only the order tells, so each gets the
* number of those before it.
*/
const fingerprintsOf = (findings) => numberedHashes(findings.map((finding) => {
	const { rule, scope, namespace, message } = finding;
	return [finding, [
		rule,
		scope,
		namespace ?? null,
		withoutLines(message)
	]];
}));
/** A message may name another place as `path.yaml:12`. */
const withoutLines = (message) => message.replaceAll(/(?<=\.(?:ya?ml|json|tpl)):\d+/giu, "");
function numberedHashes(items) {
	const seen = /* @__PURE__ */ new Map();
	return new Map(items.map(([item, parts]) => {
		const about = JSON.stringify(parts);
		const before = seen.get(about) ?? 0;
		seen.set(about, before + 1);
		return [item, createHash("sha256").update(`${about}${before}`).digest("hex").slice(0, 32)];
	}));
}

// src/report/sarif-baseline.ts
/**
* Everything that is to be said about the head. Of a change that is what stands there, marked by whether it
* stood before, and what the change itself did.
*/
function statedFindings(report, standing) {
	if (report.mode === "scan") return report.findings.map((finding) => ({ finding }));
	const ofChange = report.findings.filter(({ rule }) => rule !== "NP080");
	const before = new Set(fingerprintsOf(standing?.base.findings ?? []).values());
	const now = standing?.head.findings ?? [];
	const fingerprints = fingerprintsOf(now);
	const caused = groupBy(ofChange, placeKey);
	const known = new Set(now.map(placeKey));
	const messages = new Set(now.map(({ message }) => message));
	return [...ofChange.filter((finding) => !known.has(placeKey(finding))).map((finding) => ({
		finding,
		state: "new"
	})), ...now.map((finding) => {
		const same = (caused.get(placeKey(finding)) ?? []).filter(({ message }) => message === finding.message || !messages.has(message));
		const stood = same.length === 0 && before.has(fingerprints.get(finding) ?? "");
		return {
			finding: {
				...finding,
				level: worst([finding, ...same])
			},
			state: stood ? "unchanged" : "new"
		};
	})];
}
/** The change and the scan of what came of it find the same fault: it is told as it will stand after the merge. */
const placeKey = ({ rule, scope, namespace, location, side }) => JSON.stringify([
	rule,
	scope,
	namespace,
	side === "base" ? "" : location?.path
]);
const LEVELS$1 = [
	"error",
	"warning",
	"note"
];
const worst = (findings) => LEVELS$1.find((level) => findings.some((finding) => finding.level === level)) ?? "note";

// src/report/sarif-limits.ts
/**
* What code scanning takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
* and https://docs.github.com/en/code-security/reference/code-scanning/troubleshoot-analysis-errors/results-exceed-limit
*/
/** A file with more results in one run is refused. */
const MAX_RESULTS = 25e3;
/** Of those, so many of the worst become alerts. */
const SHOWN_RESULTS = 5e3;
/** A larger file is refused, counted after gzip; a little is kept free for what an upload adds. */
const MAX_GZIP_BYTES = 9437184;
/** `shortDescription.text` and `fullDescription.text` of a rule. */
const MAX_DESCRIPTION = 1024;
/** Ours: a longer message is not read, and hostile ones have no end. */
const MAX_MESSAGE = 1e3;
/** Ours: longer paths are not shown whole anywhere. Git's own limit is the file system's, mostly 4,096 bytes. */
const MAX_PATH = 4096;
/** Ours: replacements beyond this are no fix to apply at a glance. */
const MAX_REPLACEMENT = 2e4;
/** Ours: what could not be analysed, by place; a last entry counts the rest. */
const MAX_NOTIFICATIONS = 1e3;

// src/report/sarif-location.ts
/** What code scanning takes for the root of the repository. */
const ROOT = "%SRCROOT%";
const URI_BASES = { [ROOT]: { description: { text: "The root of the repository." } } };
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** A path as a relative URI: nothing in it can be taken for a scheme, a query, a fragment or an escape. */
const uriOfPath = (path) => path.slice(0, MAX_PATH).replace(LONE_SURROGATE, "�").split("/").map(encodeURIComponent).join("/").replace(/^\//u, "%2F");
const artifactOf = (path) => ({
	uri: uriOfPath(path),
	uriBaseId: ROOT
});
/** Spans count like SARIF regions do; an empty one is drawn as its next character. */
function regionOf({ startLine, startColumn, endLine, endColumn }) {
	return {
		startLine,
		startColumn,
		endLine,
		endColumn: endLine === startLine && endColumn <= startColumn ? startColumn + 1 : endColumn
	};
}
const physicalLocationOf = (span) => ({
	artifactLocation: artifactOf(span.path),
	region: regionOf(span)
});

// src/report/sarif-text.ts
/**
* Foreign text as a SARIF message, in which `[text](target)` is a link (SARIF 2.1.0 section 3.11.6). An escaped
* bracket would be shown with its backslash by viewers that know no links, so the pair is broken up.
*/
const sarifText = (text, limit = MAX_MESSAGE) => plainText(text, limit).replaceAll("](", "] (");
const messageOf = (text) => ({ text });

// src/report/sarif-notifications.ts
const KINDS = [
	{
		id: "not-analysed",
		name: "NotAnalysed",
		level: "error",
		what: "Something that decides could not be read or evaluated.",
		help: "Make the manifest readable, or name what is no manifest under `exclude` in the configuration. Until then results may be missing."
	},
	{
		id: "no-place",
		name: "NoPlace",
		level: "warning",
		what: "A finding about lines that are gone, with no place left to show it.",
		help: "Look at the base revision, where the lines are."
	},
	{
		id: "too-many-results",
		name: "TooManyResults",
		level: "warning",
		what: "There are more results than code scanning takes or shows.",
		help: "Mend the worst ones first, or name what is no manifest under `exclude` in the configuration."
	}
];
/** What the run itself has to say, as `reportingDescriptor` objects. */
const NOTIFICATIONS = KINDS.map(({ id, name, level, what, help }) => ({
	id,
	name,
	shortDescription: { text: what },
	fullDescription: { text: what },
	help: { text: help },
	defaultConfiguration: { level }
}));
/** What the results leave open: unread manifests, findings without a place, results beyond the limits. */
function describeNotifications({ report, standing, unplaced, results }) {
	const entries = [...report.ledger, ...standing?.head.ledger ?? []].filter(({ decides }) => decides);
	const distinct = new Map(entries.map((entry) => [entryKey(entry), entry]));
	const shown = [...distinct.values()].slice(0, MAX_NOTIFICATIONS);
	const left = distinct.size - shown.length;
	return [
		...shown.map(notAnalysed),
		...left > 0 ? [notify("not-analysed", `${left} more places could not be analysed.`)] : [],
		...unplaced.slice(0, MAX_NOTIFICATIONS).map(noPlace),
		...tooMany(results)
	];
}
const entryKey = ({ path, side, reason, span }) => JSON.stringify([
	path,
	side,
	reason,
	span?.startLine
]);
const notify = (wanted, text) => {
	const index = KINDS.findIndex(({ id }) => id === wanted);
	return {
		descriptor: {
			id: wanted,
			index
		},
		level: KINDS[index]?.level,
		message: messageOf(text)
	};
};
function notAnalysed({ path, span, side, reason }) {
	const text = `${path}${side === "base" ? " (base)" : ""}: ${reason}`;
	const notification = notify("not-analysed", sarifText(text));
	if (path === "" || side === "base") return notification;
	const physicalLocation = span === void 0 || span.path === "" ? { artifactLocation: artifactOf(path) } : physicalLocationOf(span);
	return {
		...notification,
		locations: [{ physicalLocation }]
	};
}
function noPlace({ rule, message, location }) {
	const where = location === void 0 ? "" : ` (${formatPlace(location)} at the base)`;
	return notify("no-place", sarifText(`${rule}: ${message}${where}`));
}
function tooMany({ all, kept }) {
	const id = "too-many-results";
	if (kept < all) {
		const text = `${kept} of ${all} results are in this file, the worst ones: code scanning takes at most ${MAX_RESULTS}, and a limited size.`;
		return [notify(id, text)];
	}
	if (all <= 5e3) return [];
	const text = `Of ${all} results code scanning shows the worst ${SHOWN_RESULTS}.`;
	return [notify(id, text)];
}

// src/report/sarif-places.ts
/**
* Finds a place at head for every finding that has one: its own; or, where the lines are gone, the top of
* their file; or, where the file is gone too or there never was a place, the namespace. Others have none.
*/
function createPlacer(report, standing, textAtHead) {
	const namespaces = /* @__PURE__ */ new Map();
	for (const finding of [...standing?.head.findings ?? [], ...report.findings]) {
		const { location, side } = finding;
		const key = namespaceKey(finding);
		if (location !== void 0 && location.path !== "" && side !== "base" && !namespaces.has(key)) namespaces.set(key, location);
	}
	return (finding) => {
		const { location, side } = finding;
		const isHere = location !== void 0 && location.path !== "";
		if (isHere && side !== "base") return { span: location };
		const text = isHere ? textAtHead(location.path) : void 0;
		const span = isHere && text !== void 0 ? topOf(location.path, text) : namespaces.get(namespaceKey(finding));
		if (span === void 0) return void 0;
		return {
			span,
			...isHere ? { was: location } : {}
		};
	};
}
const namespaceKey = ({ scope, namespace = "" }) => JSON.stringify([scope, namespace]);
function topOf(path, text) {
	const { length } = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
	return {
		path,
		startLine: 1,
		startColumn: 1,
		endLine: 1,
		endColumn: length + 1
	};
}

// src/report/line-hash.ts
/** So many characters after the start of a line tell it from others. */
const BLOCK = 100;
const FACTOR = 37n;
const END = "￿";
/**
* The hashes that github/codeql-action gives to the lines of a file where a SARIF file has none, in
* `partialFingerprints.primaryLocationLineHash`: over the next 100 characters without spaces and tabs, so that
* an alert follows its line when others move. With any other value the upload warns about every result.
*/
function createLineHashes(text) {
	const kept = text.replaceAll(/\r\n?/gu, "\n").replaceAll(/[ \t]+/gu, "") + END;
	const starts = [0];
	for (let at = kept.indexOf("\n"); at >= 0; at = kept.indexOf("\n", at + 1)) starts.push(at + 1);
	const seen = /* @__PURE__ */ new Map();
	const ordinals = starts.map((start) => {
		const block = kept.slice(start, start + BLOCK);
		const ordinal = (seen.get(block) ?? 0) + 1;
		seen.set(block, ordinal);
		return ordinal;
	});
	return (line) => {
		const start = starts[line - 1];
		if (start === void 0) return void 0;
		return `${hashOf(kept.slice(start, start + BLOCK))}:${ordinals[line - 1]}`;
	};
}
/** A polynomial over the characters, 64 bits wide; a block that the file's end cuts short counts zeros. */
function hashOf(block) {
	let hash = 0n;
	for (let index = 0; index < BLOCK; index++) {
		const unit = index < block.length ? block.charCodeAt(index) : 0;
		hash = BigInt.asUintN(64, hash * FACTOR + BigInt(unit));
	}
	return hash.toString(16);
}

// src/report/rule-docs.ts
/** The anchor that GitHub gives to the heading of a rule. */
const ruleAnchor = (id) => `${id.toLowerCase()}-${RULES$1[id].name}`;

// src/report/sarif-rules.ts
/** Results refer to rules by their place in the list. */
const INDICES = new Map(RULE_IDS.map((id, index) => [id, index]));
const ruleIndexOf = (rule) => INDICES.get(rule);
/** The words of code scanning for a level (property `problem.severity`). */
const PROBLEM = {
	error: "error",
	warning: "warning",
	note: "recommendation"
};
const TAGS = [
	"security",
	"network-policy",
	"kubernetes"
];
/** All rules as `reportingDescriptor` objects; `rulesUrl` is the page that {@link ruleAnchor} leads into. */
const describeRules = (rulesUrl) => RULE_IDS.map((id) => {
	const { name, level, summary, help } = RULES$1[id];
	const { description, severity, precision, tags } = detailsOf(id);
	const url = rulesUrl === void 0 ? void 0 : `${rulesUrl}#${ruleAnchor(id)}`;
	const link = url === void 0 ? "" : `\n\n[More about ${id}](${url})`;
	return {
		id,
		name: pascalCase(name),
		shortDescription: { text: cut(summary) },
		fullDescription: { text: cut(description) },
		help: {
			text: `${description}\n\nHow to fix it: ${help}`,
			markdown: `${description}\n\n**How to fix it.** ${help}${link}`
		},
		...url === void 0 ? {} : { helpUri: url },
		defaultConfiguration: { level },
		properties: {
			tags: [...TAGS, ...tags].slice(0, 10),
			precision,
			"problem.severity": PROBLEM[level],
			"security-severity": severity.toFixed(1)
		}
	};
});
const cut = (text) => text.slice(0, MAX_DESCRIPTION);
const pascalCase = (name) => name.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");

// src/report/sarif-results.ts
const LEVELS = [
	"error",
	"warning",
	"note"
];
/**
* The results, worst first. Code scanning makes one alert of what has one rule and one line, and would show one
* message of several: so those are one result, which also keeps what many scopes share from being told many times.
*/
function describeResults(findings, { textAtHead, manyScopes }) {
	const hashAt = createHasher(textAtHead);
	const sorted = findings.toSorted(compareFindings);
	const fingerprints = fingerprintsOf(sorted.map(({ finding }) => finding));
	return [...groupBy(sorted, ({ finding, span }) => JSON.stringify([
		finding.rule,
		span.path,
		span.startLine
	])).values()].flatMap((all) => {
		const open = all.filter(({ finding }) => !isAccepted(finding));
		const group = open.length === 0 ? all : open;
		const [first] = group;
		if (first === void 0) return [];
		const { finding, state, span } = first;
		const own = fingerprints.get(finding) ?? "";
		const fixes = group.flatMap((one) => one.finding.fix === void 0 ? [] : [one.finding.fix]);
		const ruleIndex = ruleIndexOf(finding.rule);
		return [{
			ruleId: plainText(finding.rule),
			...ruleIndex === void 0 ? {} : { ruleIndex },
			level: finding.level,
			message: messageOf(textOf$1(group, manyScopes)),
			locations: [{
				physicalLocation: physicalLocationOf(span),
				logicalLocations: logicalLocationsOf(group)
			}],
			partialFingerprints: {
				primaryLocationLineHash: hashAt(span) ?? own,
				"netpolReviewFinding/v1": own
			},
			...state === void 0 ? {} : { baselineState: group.some((one) => one.state === "new") ? "new" : state },
			...describeFixes(fixes),
			...describeSuppressions(group)
		}];
	});
}
/** Worst first: what nobody answers for, by level, what is new, severity; then by place, so that the order never depends on chance. */
const compareFindings = (a, b) => Number(isAccepted(a.finding)) - Number(isAccepted(b.finding)) || LEVELS.indexOf(a.finding.level) - LEVELS.indexOf(b.finding.level) || Number(b.state === "new") - Number(a.state === "new") || severityOf(b.finding.rule) - severityOf(a.finding.rule) || compareText(a.span.path, b.span.path) || a.span.startLine - b.span.startLine || a.span.startColumn - b.span.startColumn || compareText(a.finding.rule, b.finding.rule) || compareText(a.finding.scope, b.finding.scope) || compareText(a.finding.message, b.finding.message);
const compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** What was found, in plain lines: each message once, where it was if it is gone, and help of its own. */
function textOf$1(group, manyScopes) {
	const texts = [...groupBy(group, ({ finding, was }) => {
		const { message, rule, help } = finding;
		const gone = was === void 0 ? "" : `\n${sarifText(`It was at ${formatPlace(was)}.`)}`;
		const isOwn = help !== void 0 && help !== defaultHelp(rule);
		return `${sarifText(message)}${gone}${isOwn ? `\nFix: ${sarifText(help)}` : ""}`;
	})].map(([text, same]) => {
		const scopes = [...new Set(same.map(({ finding }) => finding.scope))];
		return manyScopes ? `${text}\n${sarifText(describeScopes(scopes))}` : text;
	});
	const left = texts.length - 5;
	const more = left > 0 ? [`And ${left} more of this kind in this place.`] : [];
	return [...texts.slice(0, 5), ...more].join("\n") || "(no message)";
}
const defaultHelp = (rule) => {
	return RULES$1[rule]?.help;
};
const SHOWN_SCOPES = 3;
function describeScopes(scopes) {
	const shown = scopes.slice(0, SHOWN_SCOPES).join(", ");
	const left = scopes.length - SHOWN_SCOPES;
	return `${scopes.length === 1 ? "Scope" : "Scopes"}: ${shown}${left > 0 ? ` and ${left} more` : ""}.`;
}
/** The namespaces that a result is about, by scope. */
function logicalLocationsOf(group) {
	return [...new Set(group.map(({ finding: { scope, namespace = "" } }) => sarifText(`${scope}/${namespace}`)))].slice(0, 5).map((fullyQualifiedName) => ({
		fullyQualifiedName,
		kind: "namespace"
	}));
}
/** What somebody answers for, by whom and until when. */
function describeSuppressions(group) {
	const reasons = group.flatMap(({ finding: { accepted } }) => accepted === void 0 ? [] : [sarifText(`${accepted.reason} (${accepted.owner}, until ${accepted.expires})`)]);
	if (reasons.length === 0) return {};
	return { suppressions: [...new Set(reasons)].slice(0, 5).map((justification) => ({
		kind: "external",
		status: "accepted",
		justification
	})) };
}
function describeFixes(fixes) {
	const described = fixes.filter(({ replacement, path }) => path !== "" && replacement.length <= 2e4).map(({ title, path, startLine, endLine, replacement }) => ({
		description: messageOf(sarifText(title)),
		artifactChanges: [{
			artifactLocation: artifactOf(path),
			replacements: [{
				deletedRegion: {
					startLine,
					endLine
				},
				insertedContent: { text: replacement }
			}]
		}]
	}));
	return described.length === 0 ? {} : { fixes: described };
}
/** The hash of the line on which a result is shown; each file is looked at once. */
function createHasher(textAtHead) {
	const files = /* @__PURE__ */ new Map();
	return ({ path, startLine }) => {
		let hashOf = files.get(path);
		if (hashOf === void 0) {
			const text = textAtHead(path);
			hashOf = text === void 0 ? () => void 0 : createLineHashes(text);
			files.set(path, hashOf);
		}
		return hashOf(startLine);
	};
}

// src/report/sarif.ts
/**
* Everything before the last slash is the category in which code scanning compares analyses. It is the same for
* branches and pull requests: otherwise a pull request would be compared with nothing.
*/
const RUN_IDS = {
	scan: "netpol-review/scan",
	diff: "netpol-review/pull-request"
};
/**
* The findings at head as SARIF 2.1.0, for code scanning: the same for the same report, whatever fails the check.
*/
function renderSarif(report, options = {}) {
	const { standing, textAtHead = () => void 0 } = options;
	const place = createPlacer(report, standing, textAtHead);
	const placed = [];
	const unplaced = [];
	for (const stated of statedFindings(report, standing)) {
		const found = place(stated.finding);
		if (found === void 0) unplaced.push(stated.finding);
		else placed.push({
			...stated,
			...found
		});
	}
	const manyScopes = new Set([...report.scopes, ...standing?.head.scopes ?? []].map(({ name }) => name)).size > 1;
	const all = describeResults(placed, {
		textAtHead,
		manyScopes
	});
	for (let kept = Math.min(all.length, MAX_RESULTS);; kept = Math.floor(kept / 2)) {
		const notifications = describeNotifications({
			report,
			standing,
			unplaced,
			results: {
				all: all.length,
				kept
			}
		});
		const log = describeLog(report, {
			results: all.slice(0, kept),
			notifications,
			options
		});
		const text = inertJson(JSON.stringify(log, void 0, 1));
		if (kept === 0 || fits(text)) return text;
	}
}
const fits = (text) => text.length * 3 <= 9437184 || gzipSync(text).length <= 9437184;
function describeLog(report, { results, notifications, options }) {
	const { rulesUrl, repositoryUri, projectUrl } = options;
	const { commit } = report.head;
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "netpol-review",
				version: VERSION,
				semanticVersion: VERSION,
				...projectUrl === void 0 ? {} : { informationUri: projectUrl },
				rules: describeRules(rulesUrl),
				notifications: NOTIFICATIONS
			} },
			automationDetails: { id: RUN_IDS[report.mode] },
			invocations: [{
				executionSuccessful: true,
				toolExecutionNotifications: notifications
			}],
			...repositoryUri === void 0 || commit === void 0 ? {} : { versionControlProvenance: [{
				repositoryUri,
				revisionId: plainText(commit),
				mappedTo: { uriBaseId: Object.keys(URI_BASES)[0] }
			}] },
			originalUriBaseIds: URI_BASES,
			columnKind: "utf16CodeUnits",
			results
		}]
	};
}

// src/report/terminal-wrap.ts
const EMPTY_LINE = {
	width: 0,
	runs: []
};
/** Code points are close enough to columns for names that Kubernetes accepts. */
const widthOf = (text) => Array.from(text).length;
/** The lines of a phrase. A single word that is wider than `width` is a line of its own. */
function wrapPhrase(phrase, width) {
	const lines = [];
	let line = EMPTY_LINE;
	for (const word of wordsOf(phrase)) {
		const isFull = line.width > 0 && line.width + trimmedWidth(word) > width;
		if (word === "break" || isFull) {
			lines.push(line);
			line = EMPTY_LINE;
		}
		if (word !== "break") line = append(line, word);
	}
	return [...lines, line];
}
function wordsOf(phrase) {
	const words = [];
	for (const piece of phrase) {
		if (piece.type === "break") {
			words.push("break");
			continue;
		}
		const run = runOf(piece);
		for (const text of run.text.match(/\s*\S+|\s+$/gu) ?? []) {
			const last = words.at(-1);
			if (!/^\s/u.test(text) && last !== void 0 && last !== "break") words[words.length - 1] = [...last, {
				...run,
				text
			}];
			else words.push([{
				...run,
				text
			}]);
		}
	}
	return words;
}
function runOf(piece) {
	switch (piece.type) {
		case "own": return { text: piece.text };
		case "strong": return {
			text: piece.text,
			style: "strong"
		};
		case "mark": return {
			text: piece.word,
			style: piece.mark
		};
		case "name":
		case "prose": return { text: terminalText(piece.text) };
		case "place": return {
			text: terminalText(formatPlace(piece.span)),
			style: "place"
		};
	}
}
const trimmedWidth = (word) => word === "break" ? 0 : widthOf(word.map(({ text }) => text).join("").trimEnd());
/** Blanks in front of a word are for the middle of a line. */
function append(line, word) {
	const [first, ...rest] = word;
	if (first === void 0) return line;
	const text = line.width === 0 ? first.text.trimStart() : first.text;
	const runs = [{
		...first,
		text
	}, ...rest];
	return {
		width: runs.reduce((sum, run) => sum + widthOf(run.text), line.width),
		runs: [...line.runs, ...runs]
	};
}

// src/report/terminal-table.ts
/** SGR parameters. The words carry the meaning; colour only finds them faster. */
const CODES = {
	error: 31,
	warning: 33,
	note: 36,
	high: 31,
	medium: 33,
	low: 33,
	closed: 34,
	masked: 2,
	good: 32,
	strong: 1,
	place: 2
};
const paint = (color, { text, style }) => color && style !== void 0 ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
const GAP = "  ";
/** Narrower, a column is no longer read but spelled. */
const MIN_COLUMN = 12;
/** Cells in aligned columns, wrapped where the terminal is too narrow for them. */
function alignTable(rows, { color, width = Infinity, indent }) {
	const natural = columnWidths(rows);
	const widths = fit(natural, width - indent - 2 * (natural.length - 1));
	return rows.flatMap((row) => {
		const cells = row.map((cell, index) => wrapPhrase(cell, widths[index] ?? Infinity));
		const height = Math.max(...cells.map((lines) => lines.length));
		return Array.from({ length: height }, (_, y) => {
			const text = cells.map((lines, index) => pad(lines[y] ?? EMPTY_LINE, widths[index] ?? 0, color)).join(GAP).trimEnd();
			return guardLine(text === "" ? "" : " ".repeat(indent) + text);
		});
	});
}
const pad = ({ runs, width }, column, color) => runs.map((run) => paint(color, run)).join("") + " ".repeat(Math.max(0, column - width));
const columnWidths = (rows) => rows.reduce((widths, row) => row.map((cell, index) => Math.max(widths[index] ?? 0, ...wrapPhrase(cell, Infinity).map((line) => line.width))), []);
/** Takes from the widest column until all fit. */
function fit(natural, available) {
	const widths = [...natural];
	for (let over = widths.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
		const widest = Math.max(...widths);
		if (widest <= MIN_COLUMN) break;
		widths[widths.indexOf(widest)] = widest - 1;
	}
	return widths;
}

// src/report/terminal.ts
/** More belongs in a file, and the JSON output has it. */
const MAX_ROWS = 200;
/** The report for a shell: the verdict first, tables in aligned columns, places as `path:line`. */
function renderTerminal(report, { color, width }) {
	const table = (rows, indent) => alignTable(rows, {
		color,
		width,
		indent
	});
	const facts = readFacts(report);
	const [verdictMark, word] = VERDICT_MARK[report.verdict];
	return `${[
		...[
			say`${mark(verdictMark, word)}  ${headline(facts)}`,
			answer(facts),
			warnOnlySentence(report),
			...loweredRules(report)
		].filter((line) => line.length > 0).flatMap((line) => table([[line]], 0)),
		...sections(facts).flatMap(({ title, rows }) => [
			"",
			...table([[title]], 0),
			...table(rows, 2)
		]),
		...fixLines(facts, table),
		"",
		...table([[say`${basisWords(report)}`]], 0)
	].join("\n")}\n`;
}
/** The new text of each fix. Indentation counts there, so its lines are not wrapped. */
function fixLines({ fixes }, table) {
	if (fixes.length === 0) return [];
	return [
		"",
		...table([[fixesTitle(fixes)]], 0),
		...fixes.slice(0, MAX_ROWS).flatMap((fix) => [...table([[fixTitle(fix)]], 2), ...fix.replacement.split("\n").map((line) => `    | ${terminalText(line)}`)])
	];
}
/** No section where there is nothing to say. */
function section(title, { items, row, header = [] }) {
	if (items.length === 0) return [];
	const rows = items.slice(0, MAX_ROWS).map(row);
	const left = items.length - rows.length;
	const more = left === 0 ? NOTHING : say` (${left} more in the JSON output)`;
	const headerRow = header.map((text) => [{
		type: "own",
		text: text.toUpperCase()
	}]);
	return [{
		title: say`${title}${more}`,
		rows: header.length === 0 ? rows : [headerRow, ...rows]
	}];
}
function sections(facts) {
	const { report, gating, deciding, otherFindings, otherEntries } = facts;
	const inScope = report.scopes.length > 1;
	const findingRow = (finding) => [findingItem(facts, finding)];
	const ledgerRow = (entry) => [ledgerItem(entry)];
	const failing = section(report.configuration.warnOnly ? say`Would fail the check` : say`Fails the check`, {
		items: gating,
		row: findingRow
	});
	const open = [...section(say`Not decided`, {
		items: deciding,
		row: ledgerRow
	}), ...section(say`In doubt`, {
		items: facts.doubtful,
		row: findingRow
	})];
	return [
		...report.verdict === "undecided" ? [...open, ...failing] : [...failing, ...open],
		...facts.scopes.flatMap((scope) => {
			const suffix = inScope ? say` in ${name(scope.scope.name)}` : NOTHING;
			return report.mode === "scan" ? scanSections(scope, suffix) : changeSections(scope, suffix);
		}),
		...unchangedScopes(facts),
		...report.mode === "scan" ? standingSections(facts) : section(say`Does not fail the check`, {
			items: otherFindings,
			row: findingRow
		}),
		...section(say`Accepted`, {
			items: facts.accepted,
			row: findingRow
		}),
		...section(say`Assumed`, {
			items: report.assumptions,
			row: ({ text }) => [say`${prose(text)}`]
		}),
		...section(say`Seen, not analysed, and of no effect on the verdict`, {
			items: otherEntries,
			row: ledgerRow
		})
	];
}
/** Beyond this, alike namespaces share a row, and the findings of a rule a title. */
const MANY = 40;
function scanSections(facts, suffix) {
	const { namespaces } = facts.scope;
	if (namespaces.length <= MANY) return section(say`Namespaces${suffix}`, {
		header: POSTURE_HEADER,
		items: byPosture(namespaces),
		row: (namespace) => postureRow(facts, namespace)
	});
	const groups = section(say`Namespaces that stand alike${suffix}`, {
		header: GROUP_HEADER,
		items: groupPostures(namespaces),
		row: groupRow
	});
	return [{
		title: say`Namespaces${suffix}`,
		rows: [[postureSummary(namespaces)]]
	}, ...groups];
}
/** Findings of one rule that are written out where there are many. */
const SHOWN_FINDINGS = 5;
function standingSections(facts) {
	const { otherFindings } = facts;
	if (otherFindings.length <= MANY) return section(say`Does not fail the check`, {
		items: otherFindings,
		row: (finding) => [findingItem(facts, finding)]
	});
	return groupByRule(otherFindings).map((group) => {
		const left = group.findings.length - SHOWN_FINDINGS;
		return {
			title: ruleTitle(group),
			rows: [
				...group.findings.slice(0, SHOWN_FINDINGS).map((one) => [ruleItem(facts, one)]),
				...left > 0 ? [[say`${left} more in the JSON output`]] : [],
				[ruleHelp(group)]
			]
		};
	});
}
const changeSections = (facts, suffix) => [
	...section(say`Namespaces that change${suffix}`, {
		header: NAMESPACE_HEADER,
		items: facts.changed,
		row: (namespace) => namespaceRow(facts, namespace)
	}),
	...section(say`Flows${suffix}`, {
		header: FLOW_HEADER,
		items: facts.flows,
		row: (flow) => flowRow(facts, flow)
	}),
	...section(say`Wider on one side, still blocked by the other${suffix}`, {
		header: MASKED_HEADER,
		items: facts.masked,
		row: (flow) => maskedRow(facts, flow)
	})
];
function unchangedScopes({ report, scopes, isProvedUnchanged }) {
	const same = report.scopes.length - scopes.length;
	if (same === 0 || report.scopes.length === 1 || isProvedUnchanged) return [];
	return [{
		title: say`Other scopes`,
		rows: [[say`${count(same, "scope")} without a change`]]
	}];
}

// src/commands/output.ts
/** Something the user can mend: its message is printed, without a stack. */
var CommandError = class extends Error {
	name = "CommandError";
};
/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1e6;
function writeReport(printed, options, terminal) {
	writeText(textOf(printed, options, terminal), options, terminal);
	return exitCodeOf(printed.report);
}
function textOf({ report, sarif }, options, terminal) {
	switch (options.format) {
		case "sarif": return renderSarif(report, sarif);
		case "json": return renderJson(report);
		case "markdown": return renderMarkdown(report, { maxLength: MAX_MARKDOWN });
		case "probes": return renderProbes(report) ?? "#!/bin/sh\n# No flow changed that a pod could try.\n";
		case "text": return renderTerminal(report, {
			color: options.color ?? (terminal.isTerminal && options.output === void 0),
			...terminal.columns === void 0 || options.output !== void 0 ? {} : { width: terminal.columns }
		});
	}
}
function writeText(text, { output }, terminal) {
	if (output === void 0) {
		terminal.write(text);
		return;
	}
	try {
		writeFileSync(output, text);
	} catch (error) {
		throw new CommandError(`cannot write ${output}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

// src/commands/open-source.ts
const MAX_FILE_BYTES = 8388608;
const openRevisions = async (repo, revisions) => unwrap(await openGit({
	repo,
	revisions,
	maxBlobBytes: MAX_FILE_BYTES
}));
const openFolders = async (directories) => unwrap(await openDirectories({
	directories,
	maxFileBytes: MAX_FILE_BYTES
}));
function unwrap(opened) {
	if (!opened.ok) throw new CommandError(opened.error.message);
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
			text: readFileSync(path, "utf8")
		};
	} catch (error) {
		throw new CommandError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
/** Adds the configuration of the base revision: head must not decide how head is judged. */
async function withConfigOfBase(request, repo, base) {
	if (request.config?.repository !== void 0 || !hasConfig(request.source)) return request;
	const file = await readFileAt({
		repo,
		revision: base,
		path: CONFIG_PATH
	});
	if (!file.ok) throw new CommandError(file.error.message);
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

// src/commands/diff.ts
/** Compares two revisions or two directories and prints the review. */
async function runDiff(command, terminal) {
	const { base, head, dirs, repo } = command;
	const source = dirs ? await openFolders([base, head]) : await openRevisions(repo, [base, head]);
	const request = requestOf(source, command, terminal);
	const configured = dirs ? request : await withConfigOfBase(request, repo, base);
	const reading = createReading(source);
	const shared = {
		...configured,
		reading
	};
	const report = await runReview({
		...shared,
		fixes: true
	});
	const sarif = command.format === "sarif" ? await readStanding(shared) : {};
	return writeReport({
		report,
		sarif
	}, command, terminal);
}
/** SARIF tells all that stands at head, so only it needs both revisions scanned whole. */
async function readStanding(request) {
	const [, head] = request.source.snapshots;
	if (head === void 0) throw new Error("two snapshots are wanted");
	return {
		standing: await runStanding(request),
		textAtHead: textsOf(head, request.reading)
	};
}

// src/one-world.ts
/** Reads a directory as one world, whatever its folders are called. */
async function readOneWorld(request, namespace) {
	const config = readConfig(request);
	const ipBlockMatchesPods = matchesPods(request, config);
	const { scopes } = await collectWorld(request.source, {
		config,
		oneScope: true,
		namespace
	});
	const [scope] = scopes;
	if (scope === void 0) throw new Error("one scope is wanted");
	const labels = namespaceLabelsOf(scope.world);
	const evaluator = createEvaluator(scope.world, {
		directory: createDirectory(labels),
		ipBlockMatchesPods
	});
	return {
		world: scope.world,
		labels,
		evaluator,
		ipBlockMatchesPods,
		ledger: scope.ledger
	};
}

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
	const signatureOf = lazily(() => createSignature(workloads, evaluator));
	const owned = /* @__PURE__ */ new Map();
	for (const placed of workloads) {
		const { owner } = placed.workload;
		const id = owner === void 0 ? workloadId(placed) : `${placed.namespace}/${owner.name}[${owner.kind}]`;
		const group = owned.get(id);
		if (group === void 0) owned.set(id, [placed]);
		else group.push(placed);
	}
	return [...owned].flatMap(([id, group]) => {
		return new Set(group.map(({ workload }) => traitsOf(workload))).size > 1 && new Set(group.map(({ workload }) => signatureOf()(workload))).size > 1 ? [...new Map(group.map((pod) => [workloadId(pod), endOf(workloadId(pod), [pod])])).values()] : [endOf(id, group)];
	});
}
/** What policies see of a pod: equal texts are treated alike wherever the pod is an end. */
function createSignature(workloads, evaluator) {
	const namespaces = new Set(workloads.map(({ namespace }) => namespace));
	for (const direction of DIRECTIONS) for (const name of evaluator.isolating(direction)) namespaces.add(name);
	const boxes = /* @__PURE__ */ new Map();
	for (const namespace of namespaces) for (const direction of DIRECTIONS) {
		const { isolation, allows } = evaluator.side(namespace, direction);
		for (const { labels } of isolation) boxes.set(boxKey(labels), labels);
		for (const { region } of allows) for (const end of [region.source, region.destination]) if (end.type === "pod") boxes.set(boxKey(end.labels), end.labels);
	}
	const all = [...boxes.values()];
	return (workload) => JSON.stringify([all.map((box) => Number(boxMatches(box, workload.labels))).join(""), traitsOf({
		...workload,
		labels: {}
	})]);
}
function endOf(id, group) {
	const [first] = group;
	if (first === void 0) throw new Error("an end without pods");
	const pods = group.map(({ workload }) => workload.ips.flatMap((text) => {
		const address = parseAddress(text);
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
	if (endpoint.type === "address") return workload.hostNetwork && covers(endpoint, end, mode);
	if (workload.hostNetwork || !boxMatches(endpoint.labels, workload.labels)) return false;
	const { namespaces } = endpoint;
	return (namespaces.type === "known" ? namespaces.names.has(namespace) : !directory.known.has(namespace) && boxMatches(namespaces.labels, { ["kubernetes.io/metadata.name"]: namespace })) && covers(endpoint, end, mode);
}
function covers({ addresses }, { pods }, mode) {
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
		return formatAddress(family, family === 4 ? point : point - IPV6_OFFSET);
	};
	return first === last ? text(first) : `${text(first)}-${text(last)}`;
}

// src/commands/flows.ts
/** Prints every allowed flow of one world. What could not be read makes the list undecided. */
async function runFlows(command, terminal) {
	const request = requestOf(await openFolders([command.directory]), command, terminal);
	const { world, evaluator, ledger } = await readOneWorld(request, command.namespace);
	const flows = listFlows(world.workloads, evaluator, { families: [4, 6] });
	const unread = ledger.filter(({ decides }) => decides);
	const notRead = unread.map(({ path, span, reason }) => terminalText(`not read: ${path}:${span?.startLine ?? 1}: ${reason}`));
	const text = command.format === "json" ? `${JSON.stringify(flows.map(jsonRow), null, 2)}\n` : [
		...flows.map(textRow),
		...notRead,
		""
	].join("\n");
	writeText(text, command, terminal);
	return unread.length > 0 ? EXIT_CODES.undecided : 0;
}
/** Ports as inclusive intervals per protocol; protocols without ports are left out. */
function jsonRow({ source, destination, ports, dependsOnAddress }) {
	return {
		source,
		destination,
		ports: Object.fromEntries(PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [protocol, ports[protocol].map(([start, end]) => [start, end - 1])])),
		...dependsOnAddress ? { dependsOnAddress } : {}
	};
}
const textRow = ({ source, destination, ports, dependsOnAddress }) => terminalText(`${source} => ${destination} : ${describePorts(ports, NO_NAMES)}`, 1e3) + (dependsOnAddress ? " (for some pods or addresses only)" : "");

// src/commands/help.ts
const HELP = `netpol-review: which traffic does a change of Kubernetes network policy open or close?

  netpol-review diff BASE HEAD [--repo DIR]     compare two git revisions
  netpol-review diff --dirs BASE HEAD           compare two directories
  netpol-review scan [DIR] [--rev REV]          the posture of a directory, or of a revision of DIR
  netpol-review flows DIR                       every allowed flow between the workloads of DIR
  netpol-review query DIR --from X --to Y --port P [--protocol TCP|UDP|SCTP]
                                                one flow, and the rules that decide it

Options
  --format text|markdown|json|sarif
                                how to print (default: text; flows and query: text, json);
                                diff also: probes, a script that tries the changed flows on the cluster
  --output FILE                 write there instead of to standard output
  --config FILE                 configuration; diff otherwise reads .github/netpol-review.yml of BASE
  --organisation-config FILE    configuration whose keys win over the other one's
  --fail-on WORDS               diff, scan: what fails besides the gates, apart by commas: error, warning,
                                note; metadata, from-internet, to-internet, sensitive-port,
                                across-namespaces, same-namespace (opened flows of this risk or a worse one)
  --warn-only                   diff, scan: exit with 0 whatever the verdict is
  --cni NAME                    the cluster's network plugin, where it matters (cilium)
  --namespace NAME              flows, query: where objects without a namespace land (default: "default")
  --color, --no-color           colours; without either, only on a terminal
  --help                        this text
  --version                     the version

X and Y are NAMESPACE/NAME of a workload or pod, or an IP address. A port is a number.

Exit codes
  0  pass        1  default-deny or the metadata block got weaker, or what the configuration says
  2  undecided   3  wrong usage, or an internal error
  query: 0 allowed, 1 denied, 2 undecided

Examples
  netpol-review diff origin/main HEAD
  netpol-review diff --dirs examples/shop/base examples/shop/head --format markdown
  netpol-review query k8s/ --from shop/web --to shop/db --port 5432
  netpol-review query k8s/ --from shop/web --to 169.254.169.254 --port 80
`;

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

// src/commands/query.ts
/** Decides one flow and prints the rules that did. */
async function runQuery(command, terminal) {
	const request = requestOf(await openFolders([command.directory]), command, terminal);
	const world = await readOneWorld(request, command.namespace);
	const source = findEnd(command.from, world);
	const destination = findEnd(command.to, world);
	const { port, protocol } = command;
	const flow = {
		source,
		destination,
		port,
		protocol
	};
	const decision = decideFlow(world.world.policies, flow, world);
	const unread = world.ledger.filter(({ decides }) => decides);
	const verdict = unread.length > 0 ? "undecided" : decision.allowed ? "allowed" : "denied";
	const answer = {
		from: command.from,
		to: command.to,
		port,
		protocol,
		verdict,
		sides: [decision.egress, decision.ingress].map(describeSide),
		unread: unread.map(({ path, reason }) => ({
			path,
			reason
		}))
	};
	const text = command.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : printed(answer);
	writeText(text, command, terminal);
	if (verdict === "undecided") return EXIT_CODES.undecided;
	return decision.allowed ? 0 : 1;
}
/** A workload or pod as `namespace/name`, or an address. */
function findEnd(text, { world, labels }) {
	const address = parseAddress(text);
	if (address !== void 0) return {
		type: "address",
		address: pointOf(address.family, address.value)
	};
	const idOf = ({ namespace, workload }) => `${namespace}/${workload.name}`;
	const [first, second] = world.workloads.filter((placed) => idOf(placed) === text);
	if (first === void 0) throw new CommandError(`there is no workload ${text}; there are: ${listed(world.workloads.map(idOf))}`);
	if (second !== void 0) throw new CommandError(`${text} is the name of a ${first.workload.kind} and of a ${second.workload.kind}; query a directory with one of them`);
	const { workload, namespace } = first;
	const [ip] = workload.ips.flatMap((own) => parseAddress(own) ?? []);
	return {
		type: "pod",
		namespace,
		namespaceLabels: labels.get(namespace) ?? { ["kubernetes.io/metadata.name"]: namespace },
		labels: workload.labels,
		ports: workload.ports,
		hostNetwork: workload.hostNetwork,
		...ip === void 0 ? {} : { address: pointOf(ip.family, ip.value) }
	};
}
const SHOWN = 10;
const listed = (all) => all.length === 0 ? "none" : all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? " and more" : "");
function describeSide(decision) {
	const { direction, allowed, isolatedBy, allowedBy } = decision;
	return {
		side: direction,
		allowed,
		isolatedBy: isolatedBy.map(({ name, podSelector }) => ({
			policy: name,
			place: place(podSelector.span)
		})),
		allowedBy: allowedBy.map(({ policy, rule }) => ({
			policy: policy.name,
			place: place(rule.span)
		}))
	};
}
const place = ({ path, startLine }) => `${path}:${startLine}`;
function printed({ from, to, port, protocol, verdict, sides, unread }) {
	return `${[
		`${verdict}: ${from} -> ${to} ${protocol} ${port}`,
		...sides.flatMap(({ side, allowed, isolatedBy, allowedBy }) => [
			`  ${side}: ${allowed ? "allowed" : "denied"}${isolatedBy.length === 0 ? ", no policy isolates this end" : ""}`,
			...isolatedBy.map((entry) => `    isolated by ${entry.policy} (${entry.place})`),
			...allowedBy.map((entry) => `    allowed by ${entry.policy} (${entry.place})`)
		]),
		...unread.map(({ path, reason }) => `  not read: ${path}: ${reason}`)
	].map((line) => terminalText(line, 600)).join("\n")}\n`;
}

// src/commands/scan.ts
/** Prints the posture of a directory, or of a revision of the repository in it. */
async function runScanCommand(command, terminal) {
	const { directory, rev } = command;
	const source = rev === void 0 ? await openFolders([directory]) : await openRevisions(directory, [rev]);
	const request = requestOf(source, command, terminal);
	const configured = rev === void 0 ? request : await withConfigOfBase(request, directory, rev);
	const reading = createReading(source);
	const report = await runScan({
		...configured,
		reading
	});
	const [head] = source.snapshots;
	const sarif = head === void 0 ? {} : { textAtHead: textsOf(head, reading) };
	return writeReport({
		report,
		sarif
	}, command, terminal);
}

// src/cli.ts
const terminal = {
	write: (text) => process.stdout.write(text),
	isTerminal: process.stdout.isTTY && process.env["NO_COLOR"] === void 0,
	today: dayOf(/* @__PURE__ */ new Date()),
	...process.stdout.isTTY ? { columns: process.stdout.columns } : {}
};
async function run(command) {
	switch (command.name) {
		case "help":
			terminal.write(HELP);
			return 0;
		case "version":
			terminal.write(`${VERSION}\n`);
			return 0;
		case "diff": return runDiff(command, terminal);
		case "scan": return runScanCommand(command, terminal);
		case "flows": return runFlows(command, terminal);
		case "query": return runQuery(command, terminal);
	}
}
const MAX_LINES = 20;
function complain(message) {
	for (const line of message.split("\n").slice(0, MAX_LINES)) process.stderr.write(`netpol-review: ${terminalText(line, 4e3)}\n`);
	return 3;
}
async function main(args) {
	const parsed = parseCommand(args);
	if (!parsed.ok) return complain(`${parsed.message}. Try netpol-review --help.`);
	try {
		return await run(parsed.command);
	} catch (error) {
		if (error instanceof CommandError || error instanceof InvalidConfig || error instanceof SourceFailure) return complain(error.message);
		return complain(`internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
	}
}
process.exitCode = await main(process.argv.slice(2));

export {  };
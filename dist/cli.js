const require_rolldown_runtime = require("./chunks/rolldown-runtime.js");
const require_heap_growth = require("./chunks/heap-growth.js");
let node_zlib = require("node:zlib");
let node_os = require("node:os");
node_os = require_rolldown_runtime.__toESM(node_os, 1);
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);
let node_fs = require("node:fs");
let node_module = require("node:module");
node_module = require_rolldown_runtime.__toESM(node_module, 1);
let node_vm = require("node:vm");
let node_process = require("node:process");
node_process = require_rolldown_runtime.__toESM(node_process, 1);

// node_modules/is-safe-filename/index.js
const unsafeFilenameFixtures = Object.freeze([
	"",
	"   ",
	".",
	"..",
	" .",
	". ",
	" ..",
	".. ",
	"../",
	"../foo",
	"foo/../bar",
	"foo/bar",
	"foo\\bar",
	"foo\0bar"
]);
function isSafeFilename(filename) {
	if (typeof filename !== "string") return false;
	const trimmed = filename.trim();
	return trimmed !== "" && trimmed !== "." && trimmed !== ".." && !filename.includes("/") && !filename.includes("\\") && !filename.includes("\0");
}
function assertSafeFilename(filename) {
	if (typeof filename !== "string") throw new TypeError("Expected a string");
	if (!isSafeFilename(filename)) throw new Error(`Unsafe filename: ${JSON.stringify(filename)}`);
}

// node_modules/env-paths/index.js
const homedir = node_os.default.homedir();
const tmpdir = node_os.default.tmpdir();
const { env } = node_process.default;
const macos = (name) => {
	const library = node_path.default.join(homedir, "Library");
	return {
		data: node_path.default.join(library, "Application Support", name),
		config: node_path.default.join(library, "Preferences", name),
		cache: node_path.default.join(library, "Caches", name),
		log: node_path.default.join(library, "Logs", name),
		temp: node_path.default.join(tmpdir, name)
	};
};
const windows = (name) => {
	const appData = env.APPDATA || node_path.default.join(homedir, "AppData", "Roaming");
	const localAppData = env.LOCALAPPDATA || node_path.default.join(homedir, "AppData", "Local");
	return {
		data: node_path.default.join(localAppData, name, "Data"),
		config: node_path.default.join(appData, name, "Config"),
		cache: node_path.default.join(localAppData, name, "Cache"),
		log: node_path.default.join(localAppData, name, "Log"),
		temp: node_path.default.join(tmpdir, name)
	};
};
const linux = (name) => {
	const username = node_path.default.basename(homedir);
	return {
		data: node_path.default.join(env.XDG_DATA_HOME || node_path.default.join(homedir, ".local", "share"), name),
		config: node_path.default.join(env.XDG_CONFIG_HOME || node_path.default.join(homedir, ".config"), name),
		cache: node_path.default.join(env.XDG_CACHE_HOME || node_path.default.join(homedir, ".cache"), name),
		log: node_path.default.join(env.XDG_STATE_HOME || node_path.default.join(homedir, ".local", "state"), name),
		temp: node_path.default.join(tmpdir, username, name)
	};
};
function envPaths(name, { suffix = "nodejs" } = {}) {
	assertSafeFilename(name);
	if (suffix) name += `-${suffix}`;
	assertSafeFilename(name);
	if (node_process.default.platform === "darwin") return macos(name);
	if (node_process.default.platform === "win32") return windows(name);
	return linux(name);
}

// src/startup/code-cache-file.ts
/** The length of a header in four bytes, the header as JSON, and the data of each file, which begins at a multiple of this. */
const ALIGNMENT = 8;
const LENGTH_BYTES = 4;
/** At the end, over all that comes before: V8 does not check what it is given, and a damaged part ends the process. */
const CHECKSUM_BYTES = 4;
const MAX_BYTES = 33554432;
const padded = (bytes) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
const NONE = /* @__PURE__ */ new Map();
/** What such a file holds; nothing where it is not there, is not ours alone, or makes no sense. */
function readCompiled(path) {
	try {
		const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0));
		try {
			return isOurs(file) ? parse((0, node_fs.readFileSync)(file)) : NONE;
		} finally {
			(0, node_fs.closeSync)(file);
		}
	} catch {
		return NONE;
	}
}
/** Compiled code is run as it is, so nobody else may have written it. */
function isOurs(file) {
	const { uid, mode, size } = (0, node_fs.fstatSync)(file);
	const othersMayWrite = process.platform !== "win32" && (mode & 18) !== 0;
	return (process.getuid?.() ?? uid) === uid && !othersMayWrite && size <= MAX_BYTES;
}
function parse(bytes) {
	const end = bytes.length - CHECKSUM_BYTES;
	if ((0, node_zlib.crc32)(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) return NONE;
	const length = bytes.readUInt32LE(0);
	const header = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, LENGTH_BYTES + length));
	const files = /* @__PURE__ */ new Map();
	let start = padded(LENGTH_BYTES + length);
	for (const [path, stamp, size] of header) {
		files.set(path, {
			stamp,
			data: bytes.subarray(start, start + size)
		});
		start += padded(size);
	}
	return files;
}
/** Replaces the file at once. That it can't be written is no error: the next run compiles again. */
function writeCompiled(path, files) {
	const header = Array.from(files, ([file, { stamp, data }]) => [
		file,
		stamp,
		data.byteLength
	]);
	const text = Buffer.from(JSON.stringify(header));
	const parts = [Buffer.concat([uint32(text.length), text]), ...Array.from(files.values(), ({ data }) => data)];
	const bytes = Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padded(part.length) - part.length)]));
	const temporary = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
	try {
		(0, node_fs.mkdirSync)((0, node_path.dirname)(path), {
			recursive: true,
			mode: 448
		});
		const checked = Buffer.concat([bytes, uint32((0, node_zlib.crc32)(bytes))]);
		(0, node_fs.writeFileSync)(temporary, checked, {
			mode: 384,
			flag: "wx"
		});
		(0, node_fs.renameSync)(temporary, path);
		prune((0, node_path.dirname)(path));
	} catch {
		discard(temporary);
	}
}
const MAX_AGE_MS = 2592e6;
/** Takes away what programs have left that are gone, or were replaced, since. */
function prune(folder) {
	for (const name of (0, node_fs.readdirSync)(folder)) {
		const path = (0, node_path.join)(folder, name);
		if (Date.now() - (0, node_fs.statSync)(path).mtimeMs > MAX_AGE_MS) discard(path);
	}
}
function uint32(value) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
function discard(path) {
	try {
		(0, node_fs.rmSync)(path, { force: true });
	} catch {}
}

// src/startup/code-cache.ts
/**
* Half of the time of a small review goes into compiling code that was compiled the last time. From here on the files
* of the program are loaded with what an earlier run of the command has left in the user's cache folder: V8's compiled
* code, with the functions that are compiled when they are first called, which Node's own compile cache leaves out.
* V8 checks that its version and its flags are the same, and we that the file is. Undefined where the user wants none,
* and before Node 22, which has no checksums.
*/
function useCodeCache({ folder, command, heap }) {
	if (process.env["NODE_DISABLE_COMPILE_CACHE"] !== void 0) return void 0;
	if (node_zlib.crc32 === void 0) return void 0;
	const cacheFile = (0, node_path.join)(envPaths("netpol-review", { suffix: "" }).cache, [
		command,
		process.version,
		process.arch,
		spelled(folder)
	].join("-"));
	const known = readCompiled(cacheFile);
	const loaded = /* @__PURE__ */ new Map();
	let isNews = false;
	const { _extensions: loaders } = node_module.default;
	const usual = loaders[".js"];
	loaders[".js"] = (module, path) => {
		if (!path.startsWith(folder + node_path.sep)) return usual?.(module, path);
		const stamp = stampOf(path);
		const compiled = known.get(path);
		const cachedData = compiled?.stamp === stamp ? compiled.data : void 0;
		const text = node_module.default.wrap((0, node_fs.readFileSync)(path, "utf8"));
		const options = {
			filename: path,
			importModuleDynamically: node_vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
			...cachedData === void 0 ? {} : { cachedData }
		};
		const script = heap.whileUsual(() => new node_vm.Script(text, options));
		if (cachedData === void 0 || script.cachedDataRejected === true) isNews = true;
		loaded.set(path, {
			script,
			stamp
		});
		const run = script.runInThisContext();
		const require$1 = (id) => module.require(id);
		run.call(module.exports, module.exports, require$1, module, path, folder);
	};
	return { save: () => {
		if (!isNews) return;
		const files = new Map(known);
		for (const [path, { script, stamp }] of loaded) files.set(path, {
			stamp,
			data: heap.whileUsual(() => script.createCachedData())
		});
		writeCompiled(cacheFile, files);
	} };
}
/** Any write to a file changes one of these. */
function stampOf(path) {
	const { size, mtimeMs, ctimeMs, ino } = (0, node_fs.statSync)(path);
	return [
		size,
		mtimeMs,
		ctimeMs,
		ino
	].join(" ");
}
/** A folder as a part of a file's name; of two that are spelled alike one has the cache. */
const spelled = (folder) => folder.replaceAll(/[^\w.]+/g, "-").slice(-150);

// src/cli.ts
/** The commands that load much code. */
const CACHED = [
	"diff",
	"scan",
	"flows",
	"query"
];
async function start() {
	const args = process.argv.slice(2);
	const [command = ""] = args;
	const heap = require_heap_growth.createHeapGrowth();
	const cache = CACHED.includes(command) ? useCodeCache({
		folder: __dirname,
		command,
		heap
	}) : void 0;
	setImmediate(heap.atOnce);
	const { main } = await Promise.resolve().then(() => require("./chunks/main.js"));
	process.exitCode = await main(args);
	cache?.save();
}
start();

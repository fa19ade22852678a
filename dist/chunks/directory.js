const require_git = require("./git.js");
const require_base = require("./base.js");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs = require("node:fs");

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
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) for (const item of (0, node_fs.readdirSync)(next.location, {
		withFileTypes: true,
		encoding: "buffer"
	})) {
		const name = require_git.pathText(item.name);
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
		const read = (0, node_fs.readSync)(fd, bytes, length, size - length, null);
		if (read === 0) break;
		length += read;
	}
	return bytes.subarray(0, length);
}
const READ_NO_LINK = node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
/** Reads a file, or the target of a symlink, unless it is larger than `maxBytes`. */
function readFound({ location, mode }, maxBytes) {
	if (mode === "symlink") return { bytes: (0, node_fs.readlinkSync)(location, { encoding: "buffer" }) };
	const fd = (0, node_fs.openSync)(location, READ_NO_LINK);
	try {
		const { size } = (0, node_fs.fstatSync)(fd);
		return size > maxBytes ? { tooLarge: size } : { bytes: readUpTo(fd, size) };
	} finally {
		(0, node_fs.closeSync)(fd);
	}
}

// src/source/directory.ts
const DEFAULT_MAX_TOTAL_BYTES = 268435456;
const DEFAULT_MAX_FILES = 2e5;
const systemReason = (error) => error instanceof Error ? error.message : String(error);
function filesOf(name) {
	const kind = (0, node_fs.statSync)(name);
	if (kind.isDirectory()) return walkFiles(name);
	if (!kind.isFile()) throw new Error("it is neither a file nor a directory");
	return [{
		path: (0, node_path.basename)(name),
		location: Buffer.from((0, node_fs.realpathSync)(name)),
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
	const id = (0, node_crypto.createHash)("sha256").update(bytes).digest("hex");
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
			if (into.filesLeft === 0) return require_base.failed("too-large", `${name} holds too many files. Give a directory that holds manifests only.`);
			into.filesLeft -= 1;
			entries.push(store(into, file));
		}
	} catch (error) {
		return require_base.failed("unreadable", `${name} cannot be read: ${systemReason(error)}.`);
	}
	return {
		ok: true,
		snapshot: {
			name,
			entries: require_git.inPathOrder(entries)
		}
	};
}
/** Looks content up that was read when the directories were opened. */
function lookUp(contents, ids) {
	const found = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const content = contents.get(id);
		if (content === void 0) throw new require_base.SourceFailure({
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
		bytesLeft: options.maxTotalBytes ?? DEFAULT_MAX_TOTAL_BYTES,
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
			read: async (ids) => lookUp(into.contents, ids)
		}
	};
}

exports.openDirectories = openDirectories;
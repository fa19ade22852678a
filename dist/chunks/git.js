const require_base = require("./base.js");
let node_buffer = require("node:buffer");
let node_child_process = require("node:child_process");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs = require("node:fs");

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
	return require_base.failed("missing-objects", `The repository does not hold all objects of the revisions (${detail}). It is a partial clone: clone without \`--filter\`, or in actions/checkout leave out \`filter\` and \`sparse-checkout\`.`);
}
/** Turns a git process that failed into an error that says what to do. */
function gitFailure(repo, exit) {
	if (exit.notStarted === "ENOENT") return require_base.failed("no-git", "git was not found. Install git and make sure that it is on the PATH.");
	if (exit.notStarted !== void 0) return require_base.failed("no-git", `git could not be started: ${exit.notStarted}.`);
	if (/dubious ownership|unsafe repository/.test(exit.stderr)) return require_base.failed("not-trusted", `Git does not trust ${repo}: it belongs to another user. Run \`git config --global --add safe.directory <its absolute path>\`.`);
	if (/not a git repository|cannot change to/i.test(exit.stderr)) return require_base.failed("not-a-repository", `${repo} is not in a git repository. Give the repository, or compare directories.`);
	if (lacksObjects(exit)) return missingObjects(gitWords(exit));
	return require_base.failed("git-failed", `git could not read ${repo}: ${gitWords(exit)}`);
}

// src/source/spool.ts
/** Where Linux keeps files in memory: a file on a disk takes a fifth longer to write. */
const MEMORY = "/dev/shm";
/** Opens a spool in the temporary directory; nothing where that cannot be written. */
const openSpool = () => openIn((0, node_os.tmpdir)());
/**
* Opens a spool in memory where the system offers that, for what may fail to fit: containers have little of
* it. Whoever sets TMPDIR wants it there.
*/
const openFastSpool = () => (process.platform === "linux" && process.env["TMPDIR"] === void 0 ? openIn(MEMORY) : void 0) ?? openSpool();
function openIn(folder) {
	const name = `netpol-review-${process.pid}-${Math.random().toString(36).slice(2)}`;
	const path = (0, node_path.join)(folder, name);
	let fd;
	try {
		fd = (0, node_fs.openSync)(path, "wx+", 384);
	} catch {
		return;
	}
	(0, node_fs.unlinkSync)(path);
	return {
		fd,
		size: () => (0, node_fs.fstatSync)(fd).size,
		write: (text) => writeAll(fd, Buffer.from(text, "latin1")),
		read: (into, position) => readFully(fd, into, position),
		[Symbol.dispose]: () => (0, node_fs.closeSync)(fd)
	};
}
/** At given positions, because the child shares the place where the file is read. */
function writeAll(fd, bytes) {
	for (let at = 0; at < bytes.length;) at += (0, node_fs.writeSync)(fd, bytes, at, bytes.length - at, at);
}
function readFully(fd, into, position) {
	let read = 0;
	while (read < into.length) {
		const more = (0, node_fs.readSync)(fd, into, read, into.length - read, position + read);
		if (more === 0) break;
		read += more;
	}
	return read;
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
	`core.hooksPath=${node_os.devNull}`,
	"gc.auto=0",
	"maintenance.auto=false"
];
function startGit(command) {
	const args = [
		"--no-pager",
		...QUIET_CONFIG.flatMap((setting) => ["-c", setting]),
		"-C",
		(0, node_path.resolve)(command.repo),
		...command.args
	];
	return (0, node_child_process.spawn)("git", args, {
		env: environment(command),
		stdio: [
			command.stdinFile ?? (command.input === void 0 ? "ignore" : "pipe"),
			command.stdoutFile ?? "pipe",
			command.stderrFile ?? "pipe"
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
/** Runs git with its output, and its messages, in files: no pipe has to be opened, read and closed. */
async function runGitToFile(command) {
	try {
		var _usingCtx$3 = _usingCtx();
		const messages = _usingCtx$3.u(openSpool());
		if (messages === void 0) return runGit(command);
		const exit = await runGit({
			...command,
			stderrFile: messages.fd
		});
		const bytes = Buffer.alloc(Math.min(messages.size(), STDERR_LIMIT));
		messages.read(bytes, 0);
		return {
			...exit,
			stderr: bytes.toString("utf8")
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		_usingCtx$3.d();
	}
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
		var _usingCtx3 = _usingCtx();
		const spool = _usingCtx3.u(openSpool());
		if (spool === void 0) return collectGit(command);
		const exit = await runGitToFile({
			...command,
			stdoutFile: spool.fd
		});
		const stdout = Buffer.allocUnsafeSlow(spool.size());
		return {
			...exit,
			stdout: stdout.subarray(0, spool.read(stdout, 0))
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		_usingCtx3.d();
	}
}

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
	const run = await askGit(repo, names.map((name) => `${name}^{commit}\n`));
	if (run.status !== 0 && !lacksObjects(run)) return gitFailure(repo, run);
	const lines = run.stdout.toString("utf8").split("\n");
	return {
		ok: true,
		found: names.map((_, index) => resolvedFrom(lines[index]))
	};
}
/** Through files where that is possible: pipes take as long to open as the answer takes to find. */
async function askGit(repo, input) {
	try {
		var _usingCtx$2 = _usingCtx();
		const args = ["cat-file", "--batch-check"];
		const request = _usingCtx$2.u(openSpool());
		if (request === void 0) return collectGit({
			repo,
			args,
			input
		});
		request.write(Buffer.from(input.join("")).toString("latin1"));
		return await collectLongGit({
			repo,
			args,
			stdinFile: request.fd
		});
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
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
		return require_base.failed("shallow", `${what} is outside the history of this shallow clone. Run ${fetch}, or in actions/checkout set \`fetch-depth: 2\` for a pull request's own merge commit and its parent, \`fetch-depth: 0\` for any other revision.`);
	}
	const hint = await lookUpOne(repo, `refs/remotes/origin/${name}`) ? `Did you mean \`origin/${name}\`?` : id === void 0 ? "Check the name, or fetch it first." : `Run \`git fetch origin ${id}\`.`;
	return require_base.failed("unknown-revision", `\`${name}\` does not name a commit of this repository. ${hint}`);
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
	return require_base.failed(missing.error.code, `${missing.error.message} Fetching it was tried and failed: ${reason}`);
}

// src/source/git-resolve.ts
const CONTROL = /[\u0000-\u001F\u007F]/;
/** Finds the commits behind revision names, fetching each missing commit once where that is allowed. */
async function resolveRevisions(repository, names) {
	const odd = names.find((name) => name === "" || CONTROL.test(name));
	if (odd !== void 0) return require_base.failed("unknown-revision", `${JSON.stringify(odd)} is not a revision name.`);
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
	return resolved === void 0 ? require_base.failed("unknown-revision", "No revision was given.") : {
		ok: true,
		resolved
	};
}
/** The error of a merge base that cannot be found, which in a shallow clone says nothing about the commits. */
async function noMergeBase(repo, a, b) {
	if (!await isShallow(repo)) return require_base.failed("no-merge-base", `\`${a}\` and \`${b}\` share no commit.`);
	return require_base.failed("shallow", `The merge base of \`${a}\` and \`${b}\` is outside the history of this shallow clone. Run \`git fetch --unshallow\`, or in actions/checkout set \`fetch-depth: 0\`.`);
}
/** The commit that `a...b` compares `b` with. Of several merge bases it is the one that git names first. */
async function mergeBase(repo, a, b) {
	const both = await resolveRevisions({ repo }, [a, b]);
	if (!both.ok) return both;
	const run = await collectGit({
		repo,
		args: ["merge-base", ...both.resolved.map(({ commit }) => commit)]
	});
	if (run.status === 0) return {
		ok: true,
		commit: run.stdout.toString("latin1").trim()
	};
	return run.status === 1 ? noMergeBase(repo, a, b) : gitFailure(repo, run);
}

// src/source/path-text.ts
const REPLACEMENT = "�";
const byteName = (byte) => REPLACEMENT + byte.toString(16).toUpperCase().padStart(2, "0");
/** Length of the valid UTF-8 sequence that starts here; 0 where there is none. */
function sequenceLength(bytes, start) {
	for (let length = 1; length <= 4 && start + length <= bytes.length; length += 1) if ((0, node_buffer.isUtf8)(bytes.subarray(start, start + length))) return length;
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
	if ((0, node_buffer.isUtf8)(bytes)) {
		const text = bytes.toString("utf8");
		if (!text.includes(REPLACEMENT)) return text;
	}
	return spell(bytes);
}

// src/source/git-changes.ts
/** Parses `git diff-tree -r -z --raw`: `:<mode> <mode> <id> <id> <status>` NUL `<path>` NUL. */
function parseChanges(bytes) {
	const changes = [];
	for (let start = 0; start < bytes.length;) {
		const headerEnd = bytes.indexOf(0, start);
		const end = bytes.indexOf(0, headerEnd + 1);
		const [oldMode = "", mode = "", oldId = "", id = "", status] = bytes.toString("latin1", start, headerEnd).slice(1).split(" ");
		const path = pathText(bytes.subarray(headerEnd + 1, end));
		changes.push({
			path,
			...status === "A" ? {} : { old: {
				path,
				id: oldId,
				mode: entryMode(oldMode)
			} },
			...status === "D" ? {} : { entry: {
				path,
				id,
				mode: entryMode(mode)
			} }
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

// src/source/git-list.ts
/** `<mode> <type> <id>` TAB `<path>` NUL; mode and the blank behind it are 7 characters. */
const AFTER_MODE = 7;
/** The usual case: the whole listing is UTF-8, so it is decoded once and cut as text. */
function parseText(text) {
	const entries = [];
	const idLength = text.indexOf("	") - text.indexOf(" ", AFTER_MODE) - 1;
	for (let start = 0; start < text.length;) {
		const isFile = text.startsWith("100644 blob ", start) || text.startsWith("100755 blob ", start);
		const mode = isFile ? "file" : entryMode(text.slice(start, start + AFTER_MODE - 1));
		const idStart = (isFile ? start + 11 : text.indexOf(" ", start + AFTER_MODE)) + 1;
		const tab = idStart + idLength;
		const end = text.indexOf("\0", tab);
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
	if ((0, node_buffer.isAscii)(bytes)) return parseText(bytes.toString("latin1"));
	const text = (0, node_buffer.isUtf8)(bytes) ? bytes.toString("utf8") : void 0;
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
		listings: [],
		changes: []
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
	const all = [];
	for (const [index, run] of runs.entries()) {
		if (run.status !== 0) return gitFailure(repo, run);
		const changes = parseChanges(run.stdout);
		byTree.set(others[index] ?? "", applyChanges(base.entries, changes));
		all.push(...changes);
	}
	return {
		ok: true,
		listings: trees.map((tree) => byTree.get(tree) ?? []),
		changes: all
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

// src/source/batch-file.ts
/** Read at once. A text this large lies outside of the heap, where it costs the collector nothing. */
const WINDOW_BYTES = 1048576;
/** `<id> <type> <size>` LF has at most 64 + 1 + 6 + 1 + 20 + 1 bytes. */
const HEADER_LIMIT$1 = 256;
const SPACE$1 = 32;
/**
* Reads the answers of `git cat-file --batch` out of a file: `<id> <type> <size>` LF content LF, or
* `<id> missing` LF. Content comes as slices of large Latin-1 texts; what is larger than `maxBytes` is not
* read at all. An answer that is not complete is none.
*/
function createBatchFileReader(file, ids, { maxBytes, answers, urgent = 0 }) {
	const readWindow = windowsOf(file);
	let length = 0;
	/** The part of the file in sight, and where in the file it begins. */
	let text = "";
	let origin = 0;
	/** Moves the window unless these bytes are in it, and gives their offset. */
	const show = (position, bytes) => {
		const wanted = Math.min(bytes, length - position);
		if (position < origin || position + wanted > origin + text.length) {
			text = readWindow(position, wanted);
			origin = position;
		}
		return position - origin;
	};
	let position = 0;
	/** Reads one answer; false where it is not complete. */
	const readAnswer = (id) => {
		if (position >= length) return false;
		const header = show(position, HEADER_LIMIT$1);
		const end = headerEnd(text, header, id);
		if (end < 0) return false;
		const body = position + end + 1 - header;
		const size = sizeBefore$1(text, end);
		const next = size === void 0 ? body : body + size + 1;
		if (next > length) return false;
		if (size !== void 0 && size > maxBytes) answers.tooLarge(id, size);
		else if (size !== void 0) {
			const start = show(body, size);
			answers.content(id, {
				text,
				start,
				end: start + size
			});
		}
		position = next;
		return true;
	};
	let answered = 0;
	return { advance: (isComplete) => {
		const size = file.size();
		const readUpTo = (end) => {
			while (answered < end && readAnswer(ids[answered] ?? "")) answered += 1;
		};
		length = size;
		readUpTo(Math.min(urgent, ids.length));
		length = isComplete ? size : size - size % WINDOW_BYTES;
		readUpTo(ids.length);
		if (answered < ids.length) return;
		if (position < size) throw new Error("git cat-file answered more than it was asked for");
	} };
}
/** Reads windows of the file as text, through one buffer. */
function windowsOf(file) {
	let buffer = Buffer.alloc(0);
	return (position, bytes) => {
		const wanted = Math.max(bytes, WINDOW_BYTES);
		if (buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(wanted);
		return buffer.toString("latin1", 0, file.read(buffer.subarray(0, wanted), position));
	};
}
/** Where the line ends that answers for the id; -1 where the text ends before it. */
function headerEnd(text, start, id) {
	if (!text.startsWith(id, start) || text.charCodeAt(start + id.length) !== SPACE$1) {
		if (text.length - start <= id.length && text.endsWith(id.slice(0, text.length - start))) return -1;
		throw new Error("git cat-file answered for another object than it was asked for");
	}
	const end = text.indexOf("\n", start + id.length);
	if ((end < 0 ? text.length : end) - start > HEADER_LIMIT$1) throw new Error("git cat-file sent no object header");
	return end;
}
/** The number that ends a line; nothing for `<id> missing`, which ends in none. */
function sizeBefore$1(text, end) {
	const size = Number(text.slice(text.lastIndexOf(" ", end) + 1, end));
	return Number.isNaN(size) ? void 0 : size;
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

// src/source/git-read.ts
/** From here on two processes, and files instead of pipes, save more than they cost. */
const MANY_IDS = 400;
const IDS_PER_WRITE = 1e3;
const SPOOL_LIMIT = 67108864;
const SPOOL_CHECK_MS = 4;
function* idLines(ids) {
	for (let start = 0; start < ids.length; start += IDS_PER_WRITE) yield `${ids.slice(start, start + IDS_PER_WRITE).join("\n")}\n`;
}
const BATCH = [
	"cat-file",
	"--batch",
	"--buffer"
];
/** Ids that git does not have are left out of what is delivered. */
function collectInto(delivered, reader) {
	let kept = 0;
	const tooLarge = (id, size) => {
		delivered.contents.set(id, { tooLarge: size });
	};
	return {
		content: (id, content) => {
			const size = require_base.sizeOf(content);
			kept += size;
			delivered.bytes += size;
			if (kept > reader.maxTotalBytes) tooLarge(id, size);
			else {
				delivered.contents.set(id, content);
				delivered.onContent?.(id, content);
			}
		},
		tooLarge
	};
}
/** Through a pipe: for any amount of bytes, in bounded memory. */
function readPiped(reader, ids, delivered) {
	const answers = collectInto(delivered, reader);
	return runGit({
		repo: reader.repo,
		args: BATCH,
		input: idLines(ids),
		onStdout: createBatchParser(ids, reader.maxBlobBytes, answers),
		...reader.signal === void 0 ? {} : { signal: reader.signal }
	});
}
/**
* Through files, which takes half the time: see `collectLongGit`. Nothing waits for this process, which may
* be busy with other work. What does not fit the limit, or fails, is left out; the pipe reads it afterwards
* and finds the reason.
*/
async function readSpooled(reader, ids, { delivered, urgent }) {
	try {
		var _usingCtx$1 = _usingCtx();
		const request = _usingCtx$1.u(openSpool());
		const spool = _usingCtx$1.u(openFastSpool());
		if (request === void 0 || spool === void 0) return;
		request.write(`${ids.join("\n")}\n`);
		const answers = collectInto(delivered, reader);
		const file = createBatchFileReader(spool, ids, {
			maxBytes: reader.maxBlobBytes,
			answers,
			urgent
		});
		const stop = new AbortController();
		reader.signal?.addEventListener("abort", () => stop.abort(), { once: true });
		const check = setInterval(() => {
			if (spool.size() > SPOOL_LIMIT) stop.abort();
			else if (!tryTo(() => file.advance(false))) clearInterval(check);
		}, SPOOL_CHECK_MS);
		try {
			await runGitToFile({
				repo: reader.repo,
				args: BATCH,
				stdinFile: request.fd,
				stdoutFile: spool.fd,
				signal: stop.signal
			});
		} finally {
			clearInterval(check);
		}
		file.advance(true);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function tryTo(action) {
	try {
		action();
		return true;
	} catch {
		return false;
	}
}
/**
* Contiguous shares: neighbours in a tree are often deltas of each other, and each git caches its own. This
* process reads what git writes meanwhile, so it needs a processor too.
*/
function shares(ids) {
	if ((0, node_os.availableParallelism)() < 4) return [ids];
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
		const size = require_base.isTooLarge(content) ? content.tooLarge : require_base.sizeOf(content);
		if (size <= maxBlobBytes) total += size;
		if (total > maxTotalBytes) contents.set(id, { tooLarge: size });
	}
	return contents;
}
/** Reads blobs by id from the object database: no checkout, no index, no filters, no textconv. */
async function readBlobs(reader, wanted, { onContent, urgent = 0 } = {}) {
	const ids = [...wanted];
	const delivered = {
		contents: /* @__PURE__ */ new Map(),
		bytes: 0,
		onContent
	};
	const readRest = async () => {
		const rest = ids.filter((id) => !delivered.contents.has(id));
		if (rest.length === 0) return rest;
		reader.signal?.throwIfAborted();
		const exit = await readPiped(reader, rest, delivered);
		if (exit.status !== 0 && !lacksObjects(exit)) throw new require_base.SourceFailure(gitFailure(reader.repo, exit).error);
		return rest.filter((id) => !delivered.contents.has(id));
	};
	if (ids.length >= MANY_IDS) await Promise.all(shares(ids).map((share, index) => readSpooled(reader, share, {
		delivered,
		urgent: index === 0 ? urgent : 0
	})));
	let lacking = await readRest();
	if (lacking.length > 0 && reader.fetchFrom !== void 0) {
		const { repo, fetchFrom: remote, credentials } = reader;
		const fetched = await fetchObjects({
			repo,
			remote,
			credentials
		}, lacking);
		if (fetched.status !== 0) throw new require_base.SourceFailure(missingObjects(`fetching them failed: ${gitWords(fetched)}`).error);
		lacking = await readRest();
	}
	if (lacking.length > 0) throw new require_base.SourceFailure(missingObjects(`${lacking.length} of ${ids.length} files`).error);
	return withinTotal(ids, delivered, reader);
}

// src/source/read-ahead.ts
/**
* Reads blobs, some of them before they are asked for. Nothing is fetched ahead, and no failure counts: what
* is missing then is read again when it is asked for.
*/
function createAheadReader(reader, signal) {
	const { fetchFrom: _, ...local } = reader;
	let batch;
	const readAhead = async (ids, onContent) => {
		if (batch === void 0 || !shareSome(batch.ids, ids)) return NOTHING;
		const { urgent, early, contents, tell } = batch;
		if (ids.size <= urgent.size && [...ids].every((id) => urgent.has(id))) return early;
		if (onContent !== void 0) tell(onContent);
		return contents;
	};
	return {
		start: (urgent, others) => {
			const ids = new Set([...urgent].concat(others));
			if (ids.size > 0) batch = startBatch({
				...local,
				signal
			}, ids, urgent);
		},
		read: async (wanted, onContent) => {
			const ids = wanted instanceof Set ? wanted : new Set(wanted);
			const found = await readAhead(ids, onContent);
			const rest = found === NOTHING ? ids : without(ids, found);
			if (rest.size === 0) return found;
			const read = await readBlobs(reader, rest, { onContent });
			return found === NOTHING ? read : new Map([...found, ...read]);
		}
	};
}
const NOTHING = /* @__PURE__ */ new Map();
function shareSome(a, b) {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	for (const id of few) if (many.has(id)) return true;
	return false;
}
function without(ids, contents) {
	const rest = /* @__PURE__ */ new Set();
	ids.forEach((id) => {
		if (!contents.has(id)) rest.add(id);
	});
	return rest;
}
function startBatch(reader, ids, urgent) {
	const delivered = [];
	const first = /* @__PURE__ */ new Map();
	let listener;
	let settle = () => {};
	const early = new Promise((resolve) => {
		settle = resolve;
	});
	const onContent = (id, content) => {
		if (listener === void 0) delivered.push([id, content]);
		else listener(id, content);
		if (urgent.has(id)) {
			first.set(id, content);
			if (first.size === urgent.size) settle(first);
		}
	};
	const contents = readBlobs(reader, ids, {
		onContent,
		urgent: urgent.size
	}).catch(() => NOTHING);
	contents.then(settle);
	return {
		ids,
		urgent,
		early,
		contents,
		tell: (listen) => {
			for (const [id, content] of delivered.splice(0)) listen(id, content);
			listener = listen;
		}
	};
}

// src/source/git.ts
const DEFAULT_MAX_TOTAL_BYTES = 268435456;
const MAX_AHEAD = 2e4;
/**
* Opens revisions of a git repository. Only objects are read: nothing is checked out, no index is touched,
* and nothing that the repository configures or contains is executed.
*/
async function openGit(options) {
	const { repo, revisions, maxBlobBytes, maxTotalBytes = DEFAULT_MAX_TOTAL_BYTES, fetchMissing = false, remote = "origin", credentials, readAhead = () => false, onListing, signal } = options;
	const fetching = fetchMissing ? {
		fetchFrom: remote,
		credentials
	} : {};
	const reader = {
		repo,
		maxBlobBytes,
		maxTotalBytes,
		...fetching
	};
	const ahead = createAheadReader(reader, signal);
	const list = (trees, lazyFetch) => {
		const listing = listTrees({
			repo,
			trees,
			lazyFetch,
			credentials
		});
		onListing?.();
		return listing;
	};
	const byId = revisions.every(isFullId);
	const [resolved, early] = await Promise.all([resolveRevisions({
		repo,
		...fetching
	}, revisions), byId ? list(revisions, false) : void 0]);
	if (!resolved.ok) return resolved;
	const commits = resolved.resolved.map(({ commit }) => commit);
	const listed = early?.ok ? early : await list(commits, fetchMissing);
	if (!listed.ok) return listed;
	const snapshots = commits.map((commit, index) => ({
		name: revisions[index] ?? commit,
		commit,
		entries: listed.listings[index] ?? []
	}));
	const changed = new Set(listed.changes.filter(({ path }) => readAhead(path)).flatMap(idsOf).slice(0, MAX_AHEAD));
	if (changed.size > 0) {
		const others = [];
		snapshots.at(-1)?.entries.forEach(({ path, mode, id }) => {
			if (mode === "file" && readAhead(path)) others.push(id);
		});
		ahead.start(changed, others.length <= MAX_AHEAD ? others : []);
	}
	return {
		ok: true,
		source: {
			snapshots,
			read: ahead.read
		}
	};
}
/** What was and is in a changed file; the id of a submodule cannot be read. */
const idsOf = ({ old, entry }) => [old, entry].flatMap((side) => side === void 0 || side.mode === "submodule" ? [] : [side.id]);

// src/model/format-count.ts
/** Thousands apart, independent of the locale of the machine. */
const formatCount = (amount) => String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");

// src/source/read-file-at.ts
const DEFAULT_MAX_BYTES = 1048576;
async function contentOf(reader, id) {
	try {
		return (await readBlobs(reader, /* @__PURE__ */ new Set([id]))).get(id) ?? require_base.failed("missing-objects", `${id} was not read.`);
	} catch (error) {
		if (error instanceof require_base.SourceFailure) return {
			ok: false,
			error: error.error
		};
		throw error;
	}
}
/** Whether a path from the top of the repository stays in it. */
function isInside(path) {
	const wanted = node_path.posix.normalize(path);
	return !(wanted.startsWith("/") || wanted === ".." || wanted.startsWith("../"));
}
/** Reads one regular file of a revision; for the configuration, which must come from the base. */
async function readFileAt(file) {
	const { repo, revision, path, maxBytes = DEFAULT_MAX_BYTES } = file;
	const wanted = node_path.posix.normalize(path);
	if (!isInside(path)) return require_base.failed("unreadable", `${path} is outside the repository. Give a path from its top.`);
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
	if (entry.mode !== "file") return require_base.failed("unreadable", `${path} is a ${entry.mode} at ${revision}. Only a regular file is read.`);
	const content = await contentOf({
		repo,
		maxBlobBytes: maxBytes,
		maxTotalBytes: maxBytes,
		...fetching
	}, entry.id);
	if ("ok" in content) return content;
	if (!require_base.isTooLarge(content)) return {
		ok: true,
		bytes: require_base.bytesOf(content)
	};
	return require_base.failed("too-large", `${path} has ${formatCount(content.tooLarge)} bytes at ${revision}; at most ${formatCount(maxBytes)} are read.`);
}

// src/source/overlay.ts
/** Files can be put over those of the source, one snapshot for each. */
function createOverlay(source) {
	const contents = /* @__PURE__ */ new Map();
	const overlaid = preferring((id) => contents.get(id), source);
	let patches = 0;
	return {
		source: {
			snapshots: source.snapshots,
			read: (ids, onContent) => (patches === 0 ? source : overlaid).read(ids, onContent)
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
/** A source that is only asked for what is not known already. */
const preferring = (known, source) => ({
	snapshots: source.snapshots,
	read: async (ids, onContent) => {
		const found = /* @__PURE__ */ new Map();
		const missing = /* @__PURE__ */ new Set();
		for (const id of ids) {
			const content = known(id);
			if (content === void 0) missing.add(id);
			else found.set(id, content);
		}
		if (missing.size === 0) return found;
		const read = await source.read(missing, onContent);
		return found.size === 0 ? read : new Map([...read, ...found]);
	}
});

Object.defineProperty(exports, "basicAuthorization", {
  enumerable: true,
  get: function () {
    return basicAuthorization;
  }
});
Object.defineProperty(exports, "createOverlay", {
  enumerable: true,
  get: function () {
    return createOverlay;
  }
});
Object.defineProperty(exports, "entryMode", {
  enumerable: true,
  get: function () {
    return entryMode;
  }
});
Object.defineProperty(exports, "formatCount", {
  enumerable: true,
  get: function () {
    return formatCount;
  }
});
Object.defineProperty(exports, "inPathOrder", {
  enumerable: true,
  get: function () {
    return inPathOrder;
  }
});
Object.defineProperty(exports, "isFullId", {
  enumerable: true,
  get: function () {
    return isFullId;
  }
});
Object.defineProperty(exports, "mergeBase", {
  enumerable: true,
  get: function () {
    return mergeBase;
  }
});
Object.defineProperty(exports, "openGit", {
  enumerable: true,
  get: function () {
    return openGit;
  }
});
Object.defineProperty(exports, "pathText", {
  enumerable: true,
  get: function () {
    return pathText;
  }
});
Object.defineProperty(exports, "preferring", {
  enumerable: true,
  get: function () {
    return preferring;
  }
});
Object.defineProperty(exports, "readFileAt", {
  enumerable: true,
  get: function () {
    return readFileAt;
  }
});
Object.defineProperty(exports, "resolveRevision", {
  enumerable: true,
  get: function () {
    return resolveRevision;
  }
});
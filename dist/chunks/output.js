const require_base = require("./base.js");
const require_settings = require("./settings.js");
const require_git = require("./git.js");
let node_fs = require("node:fs");

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
		path: require_settings.CONFIG_PATH
	});
	if (!file.ok) throw new require_base.CommandError(file.error.message);
	if (file.bytes === void 0) return request;
	const text = new TextDecoder().decode(file.bytes);
	return {
		...request,
		config: {
			...request.config,
			repository: {
				path: require_settings.CONFIG_PATH,
				text
			}
		}
	};
}
const hasConfig = ({ snapshots: [base] }) => base?.entries.some(({ path }) => path === require_settings.CONFIG_PATH) === true;

// src/commands/output.ts
/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1e6;
/** Loads the code of one format, and of no other: a command can do so while it waits for git. */
async function prepareReport(options, terminal) {
	const render = await loadRenderer(options, terminal);
	return (printed) => {
		writeText(render(printed), options, terminal);
		return require_settings.exitCodeOf(printed.report);
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
Object.defineProperty(exports, "requestOf", {
  enumerable: true,
  get: function () {
    return requestOf;
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
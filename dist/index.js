Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
const require_rolldown_runtime = require("./chunks/rolldown-runtime.js");
const require_report = require("./chunks/report.js");
const require_base = require("./chunks/base.js");
const require_commands = require("./chunks/commands.js");
const require_git = require("./chunks/git.js");
const require_fingerprint = require("./chunks/fingerprint.js");
const require_text_diff = require("./chunks/text-diff.js");
const require_markdown = require("./chunks/markdown.js");
const require_json = require("./chunks/json.js");
const require_heap_growth = require("./chunks/heap-growth.js");
let os = require("os");
os = require_rolldown_runtime.__toESM(os, 1);
let crypto = require("crypto");
crypto = require_rolldown_runtime.__toESM(crypto, 1);
let fs = require("fs");
fs = require_rolldown_runtime.__toESM(fs, 1);
let node_crypto = require("node:crypto");
let node_timers_promises = require("node:timers/promises");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile: writeFile$1 } = fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, fs.constants.R_OK | fs.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(os.EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}

// src/github/api-errors.ts
/** The status of GitHub's answer; absent where there was none. */
function statusOf$1(error) {
	return error instanceof Error && "response" in error && error.response !== void 0 && "status" in error && typeof error.status === "number" ? error.status : void 0;
}
function adviceFor$1(status, message) {
	if (status === 401) return "The input `github-token` is not a valid token.";
	if (status === 429 || /rate limit/i.test(message)) return "Run the job again later.";
	if (status === 403 || status === 404) return "Is it there, and may the token read it? The job needs `permissions: contents: read` and `pull-requests: read`.";
	return "";
}
/** What went wrong with a request, in words for the log. */
function requestProblem(what, error) {
	const status = statusOf$1(error);
	const message = require_report.terminalText(error instanceof Error ? error.message : String(error), 300);
	return `${what} could not be read. ${status === void 0 ? "The request failed" : `GitHub answered ${status}`}: ${message}. ${adviceFor$1(status, message)}`.trim();
}
/** Runs a request; where it fails, the rejection says what could not be read and what to do. */
async function reading(what, request) {
	try {
		return await request();
	} catch (error) {
		if (error instanceof require_base.SourceFailure) throw error;
		const message = requestProblem(what, error);
		throw new require_base.SourceFailure({
			code: "unreadable",
			message
		});
	}
}

// src/github/limits.ts
/**
* Longest body of an issue comment; more is answered with 422 "Body is too long (maximum is 65536
* characters)". Not documented: https://github.com/liatrio/terraform-change-pr-commenter/issues/91
*/
const COMMENT_MAX_CHARACTERS = 65536;
/** The same in UTF-16 code units, each of which takes at most three bytes of UTF-8. */
const SUMMARY_MAX_CHARACTERS = Math.floor(344064);
/**
* Errors, as many warnings and as many notices that one step can show as annotations.
* https://docs.github.com/en/rest/checks/runs (section "Annotations" of workflow commands);
* https://github.com/reviewdog/reviewdog/issues/411
*/
const ANNOTATIONS_PER_LEVEL = 10;
/** How many of each a report may fill: two notices are left for the count of the rest and for what could not be written. */
const ANNOTATIONS_MAX = {
	error: ANNOTATIONS_PER_LEVEL,
	warning: ANNOTATIONS_PER_LEVEL,
	notice: 8
};
/**
* Longest message of an annotation, 64 KB on GitHub; ours is shorter, because it is read in a margin.
* https://docs.github.com/en/rest/checks/runs#create-a-check-run
*/
const ANNOTATION_MESSAGE_MAX_CHARACTERS = 4e3;
/** Largest answer that the first look at comments reads: a page of the longest ones, and what else is told of each. */
const FIRST_LOOK_MAX_BYTES = 16777216;
/** Time that the first look may take; GitHub answers such a request in a fraction of a second. */
const FIRST_LOOK_MAX_MS = 1e4;
/**
* Time that everything on the pull request may take, waiting for rate limits included: the limits reset in minutes
* or an hour (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api), and the verdict
* is in the job summary already.
*/
const PUBLISH_MAX_MS = 6e4;
/**
* Time between two writes: "wait at least one second between each request"
* (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
*/
const WRITE_PAUSE_MS = 1e3;
/**
* Time that reading from the API may take, waiting for rate limits included. A limit that resets later than
* that fails the run with a word about it.
*/
const READ_MAX_MS = 3e5;
/** Largest archive of a repository that is downloaded. */
const ARCHIVE_MAX_BYTES = 1073741824;
/** The same unpacked: a file may have 100 MB, and a hostile tree can hold one file many times. */
const ARCHIVE_MAX_UNPACKED_BYTES = 4294967296;
/**
* Waits in seconds for GitHub to try the merge of a pull request: `mergeable` is null until it has.
* https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
*/
const MERGE_TEST_WAITS = [
	1,
	2,
	4,
	8
];
/**
* Time that the comments on lines may take. The one comment on the pull request comes after them and has the rest
* of the whole.
*/
const LINE_COMMENTS_MAX_MS = 4e4;

// src/github/find-pull-request.ts
const TRIGGERS = [
	"pull_request",
	"pull_request_target",
	"pull_request_review"
];
/**
* By the branch that the commit came from: the list by commit knows nothing of commits that are in a fork
* only. Where the fork is gone, that list is all there is.
*/
async function listPulls({ client, place }, { headLabel, headSha }) {
	const page = {
		...place,
		per_page: 100
	};
	if (headLabel !== void 0) {
		const byBranch = await client.rest.pulls.list({
			...page,
			state: "open",
			head: headLabel
		});
		if (byBranch.data.length > 0) return byBranch.data;
	}
	return (await client.rest.repos.listPullRequestsAssociatedWithCommit({
		...page,
		commit_sha: headSha
	})).data;
}
/**
* Finds the pull request that the other workflow ran for. Only what GitHub says counts: the run itself, which
* may have run a stranger's code, is asked nothing.
*/
async function findPullRequest(open, run) {
	const { trigger, headSha } = run;
	if (!TRIGGERS.includes(trigger)) return {
		kind: "none",
		message: `The other workflow ran on \`${trigger}\`, not for a pull request. There is nothing to review.`
	};
	const api = await open();
	const { owner, repo } = api.place;
	const here = `${owner}/${repo}`.toLowerCase();
	const matching = (await reading(`The pull request of ${headSha}`, () => listPulls(api, run))).filter(({ state, head, base }) => state === "open" && head.sha === headSha && base.repo.full_name.toLowerCase() === here);
	const [pull, ...others] = matching;
	if (pull === void 0) return {
		kind: "none",
		message: `No open pull request has ${headSha} as its last commit any more. There is nothing to review.`
	};
	if (others.length > 0) return {
		kind: "several",
		message: `${headSha} is the last commit of several pull requests (${matching.map(({ number }) => `#${number}`).join(", ")}), and the event does not say which one ran.`
	};
	const { number, base } = pull;
	return {
		kind: "found",
		event: {
			kind: "pull-request",
			number,
			baseSha: base.sha,
			headSha,
			merge: "asked-for"
		}
	};
}

// src/github/ask-commits.ts
/** The spellings that only git knows; GitHub knows branches, tags and ids. */
const GIT_ONLY = /[~^:\s]|@\{|^-|\.\./;
/** The commit that a branch, tag or id stands for. */
async function askCommit({ client, place }, name) {
	if (require_git.isFullId(name)) return name;
	if (GIT_ONLY.test(name)) throw new require_base.SourceFailure({
		code: "unknown-revision",
		message: `Without a checkout only a branch, a tag or a full commit id can be reviewed, not \`${name}\`. Give one of those, or check the repository out with actions/checkout before this step.`
	});
	return reading(`The commit ${name}`, async () => {
		const mediaType = { format: "sha" };
		const { data } = await client.rest.repos.getCommit({
			...place,
			ref: name,
			mediaType
		});
		const id = data;
		if (typeof id === "string" && require_git.isFullId(id)) return id;
		throw new Error("the answer is no commit id");
	});
}
/** The parents of a commit, the one that was merged into first. */
function askParents({ client, place }, commit) {
	return reading(`The commit ${commit}`, async () => {
		const { data } = await client.rest.git.getCommit({
			...place,
			commit_sha: commit
		});
		return data.parents.map(({ sha }) => sha);
	});
}
/** The commit that `a...b` compares `b` with. */
function askMergeBase({ client, place }, a, b) {
	return reading(`The merge base of ${a} and ${b}`, async () => {
		const page = {
			per_page: 1,
			page: 2
		};
		const { data } = await client.rest.repos.compareCommitsWithBasehead({
			...place,
			basehead: `${a}...${b}`,
			...page
		});
		return data.merge_base_commit.sha;
	});
}
/**
* GitHub's test merge of the pull request's last commit. None where it is closed or in conflict, where
* GitHub did not try in time, and where the pull request has moved on since the event.
*/
async function askTestMerge(api, { number, headSha }) {
	const { client, place } = api;
	const ask = () => reading(`Pull request #${number}`, async () => {
		const { data } = await client.rest.pulls.get({
			...place,
			pull_number: number
		});
		return data;
	});
	let pull = await ask();
	for (const seconds of MERGE_TEST_WAITS) {
		if (pull.state !== "open" || pull.mergeable !== null || pull.head.sha !== headSha) break;
		await (0, node_timers_promises.setTimeout)(seconds * 1e3);
		pull = await ask();
	}
	const merge = pull.merge_commit_sha;
	if (pull.state !== "open" || pull.mergeable !== true || merge === null) return void 0;
	const [, merged] = await askParents(api, merge);
	return merged === headSha ? merge : void 0;
}

// src/github/choose-revisions.ts
/** What is checked out, or the commit that started the run. */
const CHECKED_OUT = "HEAD";
/** What `github.event.before` holds when a branch is new. */
const NO_COMMIT = /^0+$/;
const revision = (name) => ({
	kind: "revision",
	revision: name
});
function chooseForPullRequest(event, facts) {
	const { testMerge, base } = facts;
	if (testMerge !== void 0 && facts.head === void 0) return {
		kind: "diff",
		base: base === void 0 ? {
			kind: "first-parent",
			of: testMerge
		} : revision(base),
		head: testMerge
	};
	const head = facts.head ?? event.headSha;
	return {
		kind: "diff",
		base: base === void 0 ? {
			kind: "merge-base",
			of: [event.baseSha, head]
		} : revision(base),
		head
	};
}
/** Chooses what to compare, or what to scan where there is nothing to compare with. */
function chooseRevisions(facts) {
	const { event } = facts;
	switch (event.kind) {
		case "pull-request": return chooseForPullRequest(event, facts);
		case "merge-group": return {
			kind: "diff",
			base: revision(facts.base ?? event.baseSha),
			head: facts.head ?? event.headSha
		};
		case "other": {
			const { base, head = CHECKED_OUT } = facts;
			if (base === void 0 || NO_COMMIT.test(base)) return {
				kind: "scan",
				head
			};
			return {
				kind: "diff",
				base: revision(base),
				head
			};
		}
	}
}

// src/github/open-revisions.ts
function findBase(repository, base) {
	switch (base.kind) {
		case "revision": return repository.findCommit(base.revision);
		case "first-parent": return repository.firstParent(base.of);
		case "merge-base": return repository.mergeBase(...base.of);
	}
}
/** Finds the chosen commits, fetching what a shallow clone lacks, and opens them. */
async function openRevisions(repository, choice, options) {
	const head = await repository.findCommit(choice.head);
	if (!head.ok) return head;
	const base = choice.kind === "diff" ? await findBase(repository, choice.base) : void 0;
	if (base !== void 0 && !base.ok) return base;
	const commits = {
		head: head.commit,
		...base === void 0 ? {} : { base: base.commit }
	};
	const opened = await repository.open([...base === void 0 ? [] : [base.commit], head.commit], options);
	return opened.ok ? {
		ok: true,
		source: opened.source,
		...commits
	} : opened;
}

// src/github/deadline.ts
/** The time is over, and what was under way has not come to its end. */
var TimeIsUp = class extends Error {
	name = "TimeIsUp";
};
const timeIsUp = () => new TimeIsUp("the time for it is up; GitHub answers slowly or asks to wait");
/** A deadline in so many milliseconds. It keeps no process alive. */
function deadlineIn(ms) {
	const end = performance.now() + ms;
	const signal = AbortSignal.timeout(ms);
	const allows = (seconds) => performance.now() + seconds * 1e3 < end;
	return {
		signal,
		allows,
		wait: async (seconds) => {
			if (!allows(seconds)) throw timeIsUp();
			await (0, node_timers_promises.setTimeout)(seconds * 1e3);
		},
		race: async (work) => {
			const watch = new AbortController();
			const over = async () => {
				await (0, node_timers_promises.setTimeout)(Math.max(0, end - performance.now()), void 0, { signal: watch.signal });
				throw timeIsUp();
			};
			try {
				return await Promise.race([work, over()]);
			} finally {
				watch.abort();
			}
		}
	};
}

// src/github/fetch-config.ts
const REFERENCE = /^(?<owner>[\w.-]+)\/(?<repo>[\w.-]+)\/(?<path>[^@]+)@(?<ref>[^@\s]+)$/;
/** Reads `owner/repo/path@ref`; nothing for a path in this repository. */
function parseConfigReference(text) {
	const { owner, repo, path, ref } = REFERENCE.exec(text)?.groups ?? {};
	if (!owner || !repo || !path || !ref) return void 0;
	return {
		owner,
		repo,
		path,
		ref
	};
}
const adviceFor = (status, { owner, repo }) => status === 404 || status === 403 || status === 401 ? ` If ${owner}/${repo} is private, the job's own token cannot read it: set the input \`config-token\` to one with \`contents: read\` there.` : "";
/** Fetches a configuration file from the repository of an organisation. */
async function fetchConfig(reference, { token, apiUrl }) {
	const { owner, repo, path, ref } = reference;
	const name = `${owner}/${repo}/${path}@${ref}`;
	const { createClient } = await Promise.resolve().then(() => require("./chunks/octokit.js"));
	const client = createClient({
		token,
		baseUrl: apiUrl,
		deadline: deadlineIn(READ_MAX_MS)
	});
	try {
		const { data } = await client.rest.repos.getContent({
			owner,
			repo,
			path,
			ref
		});
		if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return require_base.failed("unreadable", `${name} is not a file.`);
		if (data.encoding !== "base64") return require_base.failed("too-large", `${name} is too large.`);
		const bytes = Buffer.from(data.content, "base64");
		return {
			ok: true,
			config: {
				path: name,
				text: new TextDecoder("utf-8", { fatal: true }).decode(bytes)
			}
		};
	} catch (error) {
		if (error instanceof TypeError && "code" in error) return require_base.failed("unreadable", `${name} is not UTF-8 text.`);
		const advice = adviceFor(statusOf$1(error), reference);
		return require_base.failed("unreadable", requestProblem(`The configuration ${name}`, error) + advice);
	}
}

// src/github/read-config.ts
const refused = (message) => ({
	ok: false,
	message
});
/** Reads one file of the first snapshot, which is the base of a comparison. */
async function readFile$1(source, path) {
	const wanted = node_path.posix.normalize(path);
	if (wanted.startsWith("/") || wanted === ".." || wanted.startsWith("../")) return refused(`${path} is outside the repository. Give a path from its top.`);
	const entry = source.snapshots[0]?.entries.find((candidate) => candidate.path === wanted);
	if (entry === void 0) return { ok: true };
	if (entry.mode !== "file") return refused(`${path} is a ${entry.mode}. Only a regular file is read.`);
	const bytes = require_base.bytesIn(await source.read([entry.id]), entry.id);
	if (bytes === void 0) return refused(`The configuration file ${path} is too large.`);
	try {
		return {
			ok: true,
			file: {
				path,
				text: new TextDecoder("utf-8", { fatal: true }).decode(bytes)
			}
		};
	} catch {
		return refused(`The configuration file ${path} is not UTF-8 text.`);
	}
}
/**
* Reads the configuration from the revision that is not under review: the base, so that a pull request
* cannot switch its own gate off. An organisation's comes from the repository and the ref that the input names.
*/
async function readConfig({ inputs, runner }, source) {
	const reference = parseConfigReference(inputs.config ?? "");
	const path = reference === void 0 ? inputs.config : void 0;
	const own = await readFile$1(source, path ?? ".github/netpol-review.yml");
	if (!own.ok) return own;
	const repository = own.file === void 0 ? {} : { repository: own.file };
	if (reference === void 0) return {
		ok: true,
		config: repository,
		...own.file === void 0 && path !== void 0 ? { missing: path } : {}
	};
	const token = inputs.configToken ?? inputs.token;
	if (token === void 0) return {
		ok: false,
		message: "The inputs `config-token` and `github-token` are both empty."
	};
	const fetched = await fetchConfig(reference, {
		token,
		apiUrl: runner.apiUrl
	});
	if (!fetched.ok) return {
		ok: false,
		message: fetched.error.message
	};
	return {
		ok: true,
		config: {
			organisation: fetched.config,
			...repository
		}
	};
}

// src/source/archive.ts
const DEFAULT_MAX_TOTAL_BYTES = 268435456;
/** Up to here files are asked for one by one, which is faster than an archive of all files. */
const FEW_FILES = 20;
/** A workflow's token has 1,000 requests an hour, for all jobs of the repository together. */
const MAX_SINGLE_FILES = 200;
const AT_ONCE = 8;
const sizesOf = ({ entries }) => new Map(entries.flatMap(({ id, mode, size }) => mode === "submodule" ? [] : [[id, size ?? 0]]));
/** Runs the tasks with a bounded number of them at a time. */
async function inTurns(items, task) {
	const queue = items.values();
	const work = async () => {
		for (const item of queue) await task(item);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}
const tooMany = (count) => new require_base.SourceFailure({
	code: "missing-objects",
	message: `${count} files are not in GitHub's archives of the revisions as they are in the repository, such as where \`.gitattributes\` says \`export-ignore\` or \`eol=crlf\`. Check the repository out with actions/checkout before this step.`
});
/** Reads contents by id: many at once from archives, the last revision's first, and the rest one by one. */
function createReader({ remote, maxFileBytes, maxTotalBytes = DEFAULT_MAX_TOTAL_BYTES }, snapshots) {
	const revisions = snapshots.toReversed().map((snapshot) => ({
		commit: snapshot.commit ?? snapshot.name,
		sizes: sizesOf(snapshot)
	}));
	const sizeOf = (id) => {
		const size = revisions.map(({ sizes }) => sizes.get(id)).find((known) => known !== void 0);
		if (size !== void 0) return size;
		throw new require_base.SourceFailure({
			code: "unreadable",
			message: `No file has the content id ${id}.`
		});
	};
	return async (ids) => {
		const contents = /* @__PURE__ */ new Map();
		const lacking = /* @__PURE__ */ new Map();
		let total = 0;
		for (const id of new Set(ids)) {
			const size = sizeOf(id);
			if (size <= maxFileBytes) total += size;
			if (size > maxFileBytes || total > maxTotalBytes) contents.set(id, { tooLarge: size });
			else lacking.set(id, size);
		}
		const take = (id, bytes) => {
			contents.set(id, bytes);
			lacking.delete(id);
		};
		for (const { commit, sizes } of revisions) {
			const here = new Map([...lacking].filter(([id]) => sizes.has(id)));
			if (here.size <= FEW_FILES) continue;
			for (const [id, bytes] of await remote.readArchive(commit, here)) take(id, bytes);
		}
		if (lacking.size > MAX_SINGLE_FILES) throw tooMany(lacking.size);
		await inTurns([...lacking.keys()], async (id) => take(id, await remote.readFile(id)));
		return contents;
	};
}
/**
* Opens revisions of a repository that is not here. The listings say which files there are, and every content
* is checked against its id, so what is read is what git would read.
*/
async function openArchives(options) {
	const { remote, commits } = options;
	try {
		const snapshots = await Promise.all(commits.map(async (commit) => {
			return {
				name: commit,
				commit,
				entries: require_git.inPathOrder(await remote.listFiles(commit))
			};
		}));
		const twice = snapshots.flatMap(({ entries }) => entries.filter(({ path }, index) => entries[index + 1]?.path === path))[0];
		if (twice !== void 0) return require_base.failed("unreadable", `Two files are called ${twice.path} in GitHub's listing. Check the repository out with actions/checkout before this step.`);
		return {
			ok: true,
			source: {
				snapshots,
				read: createReader(options, snapshots)
			}
		};
	} catch (error) {
		if (error instanceof require_base.SourceFailure) return {
			ok: false,
			error: error.error
		};
		throw error;
	}
}

// src/source/blob-id.ts
/** The id that git gives a content: 40 digits in most repositories, 64 where it uses SHA-256. */
function blobId(bytes, digits) {
	return (0, node_crypto.createHash)(digits === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/github/list-tree.ts
/** A file whose size is not told is one that nobody should download. */
const UNKNOWN_SIZE = Number.MAX_SAFE_INTEGER;
const entryOf = (prefix, { path, mode, sha, size }) => ({
	path: prefix + path,
	id: sha,
	mode: require_git.entryMode(mode),
	size: size ?? UNKNOWN_SIZE
});
/** Lists trees through the API. What two revisions share is asked for once. */
function createTreeLister(client, place) {
	const replies = /* @__PURE__ */ new Map();
	const ask = (id, recursive) => {
		const key = `${id} ${recursive}`;
		const known = replies.get(key);
		if (known !== void 0) return known;
		if (replies.size >= 100) throw new require_base.SourceFailure({
			code: "too-large",
			message: "The repository has too many files to list them through GitHub's API. Check it out with actions/checkout before this step."
		});
		const reply = client.rest.git.getTree({
			...place,
			tree_sha: id,
			...recursive ? { recursive: "1" } : {}
		}).then(({ data }) => data);
		replies.set(key, reply);
		return reply;
	};
	const list = async (id, prefix) => {
		const whole = await ask(id, true);
		if (!whole.truncated) return whole.tree.filter(({ type }) => type !== "tree").map((item) => entryOf(prefix, item));
		const { tree, truncated } = await ask(id, false);
		if (truncated) throw new require_base.SourceFailure({
			code: "too-large",
			message: `The folder ${prefix || "/"} has too many files for GitHub's API. Check the repository out with actions/checkout before this step.`
		});
		const parts = [];
		for (const item of tree) parts.push(item.type === "tree" ? await list(item.sha, `${prefix}${item.path}/`) : [entryOf(prefix, item)]);
		return parts.flat();
	};
	return (commit) => list(commit, "");
}

// src/github/remote-repository.ts
const LIMITS = {
	maxBytes: ARCHIVE_MAX_BYTES,
	maxUnpackedBytes: ARCHIVE_MAX_UNPACKED_BYTES
};
async function download(client, place, ref) {
	const { data } = await client.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
		...place,
		ref,
		request: { parseSuccessResponseBody: false }
	});
	return data;
}
/** The repository on GitHub, read as data: nothing is checked out. */
function remoteRepository(client, place) {
	const listTree = createTreeLister(client, place);
	const readArchive = async (commit, wanted) => {
		const { ArchiveTooLarge, findInArchive } = await Promise.resolve().then(() => require("./chunks/archive-files.js"));
		for (let left = 1;; left--) {
			const archive = await download(client, place, commit);
			try {
				return await findInArchive(archive, wanted, LIMITS);
			} catch (error) {
				if (error instanceof ArchiveTooLarge) throw new require_base.SourceFailure({
					code: "too-large",
					message: `GitHub's archive of ${commit} is too large: ${error.message}. Check the repository out with actions/checkout before this step.`
				});
				if (left === 0) throw error;
			}
		}
	};
	return {
		listFiles: (commit) => reading(`The list of files at ${commit}`, () => listTree(commit)),
		readArchive: (commit, wanted) => reading(`The archive of ${commit}`, () => readArchive(commit, wanted)),
		readFile: (id) => reading(`The file ${id}`, async () => {
			const { data } = await client.rest.git.getBlob({
				...place,
				file_sha: id
			});
			const bytes = Buffer.from(data.content, "base64");
			if (blobId(bytes, id.length) !== id) throw new Error("its bytes are not those of its id");
			return bytes;
		})
	};
}

// src/github/repository.ts
/** Where actions/checkout fetches from. */
const REMOTE = "origin";
const MAX_FILE_BYTES = require_base.DEFAULT_LIMITS.fileBytes;
async function attempt$1(ask) {
	try {
		return {
			ok: true,
			commit: await ask()
		};
	} catch (error) {
		if (error instanceof require_base.SourceFailure) return {
			ok: false,
			error: error.error
		};
		throw error;
	}
}
function cloneRepository({ repo, sha, hasSha, credentials, api }) {
	const findCommit = async (name) => {
		if (name === sha && hasSha) return {
			ok: true,
			commit: sha
		};
		const result = await require_git.resolveRevision({
			repo,
			fetchFrom: REMOTE,
			credentials
		}, name);
		return result.ok ? {
			ok: true,
			commit: result.resolved.commit
		} : result;
	};
	return {
		has: async (commit) => commit === sha ? hasSha : (await require_git.resolveRevision({ repo }, commit)).ok,
		findCommit,
		firstParent: (commit) => findCommit(`${commit}^1`),
		mergeBase: async (a, b) => {
			const found = await require_git.mergeBase(repo, a, b);
			if (found.ok) return found;
			const asked = await attempt$1(async () => askMergeBase(await api(), a, b));
			return asked.ok ? findCommit(asked.commit) : found;
		},
		open: (commits, options) => require_git.openGit({
			repo,
			revisions: commits,
			maxBlobBytes: MAX_FILE_BYTES,
			fetchMissing: true,
			remote: REMOTE,
			credentials,
			...options
		})
	};
}
function apiRepository(api, sha) {
	const parents = /* @__PURE__ */ new Map();
	const parentsOf = (commit) => {
		const known = parents.get(commit) ?? askParents(api, commit);
		parents.set(commit, known);
		return known;
	};
	return {
		has: async (commit) => (await attempt$1(async () => (await parentsOf(commit)).join(" "))).ok,
		findCommit: (name) => attempt$1(async () => name === "HEAD" ? sha : await askCommit(api, name)),
		firstParent: (commit) => attempt$1(async () => {
			const [first] = await parentsOf(commit);
			if (first !== void 0) return first;
			const message = `The commit ${commit} has no parent.`;
			throw new require_base.SourceFailure({
				code: "unknown-revision",
				message
			});
		}),
		mergeBase: (a, b) => attempt$1(() => askMergeBase(api, a, b)),
		open: (commits) => {
			const remote = remoteRepository(api.client, api.place);
			return openArchives({
				remote,
				commits,
				maxFileBytes: MAX_FILE_BYTES
			});
		}
	};
}
/** Without these there is no clone that can be used, and the API has all that is needed. */
const NO_CLONE = [
	"no-git",
	"not-a-repository",
	"not-trusted"
];
/** Opens the clone; where there is none, the repository on GitHub. */
async function openRepository({ repo, runner, inputs }, api) {
	const { sha, serverUrl } = runner;
	const found = await require_git.resolveRevision({ repo }, sha);
	if (!found.ok && NO_CLONE.includes(found.error.code)) {
		if (inputs.token === void 0) throw new require_base.SourceFailure(found.error);
		return apiRepository(await api(), sha);
	}
	const credentials = inputs.token === void 0 ? void 0 : {
		serverUrl,
		token: inputs.token
	};
	return cloneRepository({
		repo,
		sha,
		hasSha: found.ok,
		credentials,
		api
	});
}

// src/github/comment-key.ts
/** The file that a configuration input names, whichever version of it. */
function configName(config) {
	const reference = parseConfigReference(config ?? "");
	if (reference === void 0) return node_path.posix.normalize(config ?? ".github/netpol-review.yml");
	return `${reference.owner}/${reference.repo}/${reference.path}`;
}
/**
* Tells the comments of differently configured reviews apart. The workflow and the job do not count, so the
* companion that comments for forks writes the same comment as the job that it follows; neither do
* revisions, which are others on every run.
*/
function commentKey({ config, workingDirectory, cni, commentId }) {
	const parts = commentId === void 0 ? [
		"inputs",
		configName(config),
		node_path.posix.normalize(`./${workingDirectory}/`),
		cni ?? ""
	] : ["id", commentId];
	return (0, node_crypto.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}
/**
* The category of code scanning for the same review: scans and pull requests share it, and reviews with other
* inputs have their own, or each would close the alerts of the others.
*/
function sarifCategory(inputs) {
	const key = commentKey(inputs);
	return key === commentKey(NO_INPUTS) ? require_fingerprint.SARIF_CATEGORY : `${require_fingerprint.SARIF_CATEGORY}/${key}`;
}
const NO_INPUTS = {
	config: void 0,
	workingDirectory: ".",
	cni: void 0,
	commentId: void 0
};

// src/github/links.ts
/** The repository under review. */
const repositoryUrl = ({ serverUrl, owner, repo }) => `${serverUrl}/${owner}/${repo}`;
/** The lines of a file at a commit. */
function fileUrl(runner, commit, span) {
	const path = Buffer.from(span.path).toString().split("/").map(encodeURIComponent).join("/");
	const lines = `#L${span.startLine}-L${span.endLine}`;
	return `${repositoryUrl(runner)}/blob/${commit}/${path}${lines}`;
}
/** The page of a commit. */
function commitUrl(runner, commit) {
	return `${repositoryUrl(runner)}/commit/${commit}`;
}
/** A comment on lines of a pull request. */
function lineCommentUrl(runner, pull, id) {
	return `${repositoryUrl(runner)}/pull/${pull}#discussion_r${id}`;
}
/** The page of this run, with its job summaries. */
function runUrl(runner) {
	return `${repositoryUrl(runner)}/actions/runs/${runner.runId}`;
}
/** Where this action itself is to be read, at the version that runs; nothing for an action in a local folder. */
function projectUrls({ serverUrl, action }) {
	if (action === void 0) return {};
	const projectUrl = `${serverUrl}/${action.repository}`;
	return {
		projectUrl,
		rulesUrl: `${projectUrl}/blob/${action.ref.split("/").map(encodeURIComponent).join("/")}/docs/rules.md`
	};
}

// src/github/when-to-repeat.ts
/** After a server error: one second, then four more. */
const ERROR_WAITS = [1, 4];
/** Where GitHub limits and does not say for how long, as its documentation asks. */
const UNKNOWN_LIMIT_WAIT = 60;
/** The least wait for a limit: a server that says zero seconds means "not now". */
const LEAST_WAIT = 1;
/**
* Seconds to wait before a failed request is sent again; undefined where a second try changes nothing. `failures`
* counts those of this request so far that were no limits.
*/
function secondsToWait(error, failures) {
	const limit = limitOf(error);
	if (limit !== void 0) return Math.max(LEAST_WAIT, limit);
	const status = statusOf(error);
	if (status === void 0 || status < 500 || isAborted(error)) return void 0;
	return ERROR_WAITS[failures];
}
/** Whether GitHub, or a proxy before it, wants fewer requests. */
const isLimit = (error) => limitOf(error) !== void 0;
function limitOf(error) {
	const status = statusOf(error);
	if (!(error instanceof Error) || status !== 403 && status !== 429) return void 0;
	const headers = headersOf(error);
	const given = Number(headers["retry-after"] ?? NaN);
	if (Number.isFinite(given) && given >= 0) return given;
	if (headers["x-ratelimit-remaining"] === "0") return secondsToReset(headers);
	return status === 429 || /\brate limit/i.test(error.message) ? UNKNOWN_LIMIT_WAIT : void 0;
}
/** By the server's own clock, where it says what time it is. */
function secondsToReset(headers) {
	const reset = Number(headers["x-ratelimit-reset"]);
	const now = Date.parse(String(headers["date"]));
	const seconds = reset - (Number.isNaN(now) ? Date.now() : now) / 1e3;
	return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) + 1 : UNKNOWN_LIMIT_WAIT;
}
/** Whether a request was given up, and not answered. */
const isAborted = (error) => error instanceof Error && [error, error.cause].some((cause) => cause instanceof Error && /^(?:AbortError|TimeoutError)$/.test(cause.name));
/** The status of an answer, or 500 where there was none; undefined for what is no request. */
function statusOf(error) {
	return error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : void 0;
}
function headersOf(error) {
	const { response } = error;
	return response?.headers ?? {};
}

// src/github/pace.ts
/** The pace of one run's writes, for as long as the time lasts. */
function createPace(deadline) {
	let next = 0;
	let failures = 0;
	return {
		turn: async () => {
			const pause = next - performance.now();
			if (pause > 0) await deadline.wait(pause / 1e3);
			next = pause > 0 ? 0 : performance.now() + WRITE_PAUSE_MS;
			return pause > 0;
		},
		recover: async (error) => {
			const seconds = secondsToWait(error, failures);
			if (seconds === void 0 || !deadline.allows(seconds)) throw error;
			if (!isLimit(error)) failures++;
			await deadline.wait(seconds);
			next = 0;
		}
	};
}

// src/github/marker.ts
const LINE$1 = /^<!-- netpol-review((?: [a-z]+=[\w.-]+)*) -->(?:\r?\n|$)/;
/** The first line of our comments: invisible, and how a later run finds them again. */
function markerLine({ head, runId, key }) {
	return `<!-- netpol-review head=${head} run=${runId}${key === void 0 ? "" : ` key=${key}`} -->`;
}
/** Reads the marker of a comment; absent where the comment has none on its first line. */
function readMarker(body) {
	const fields = LINE$1.exec(body)?.[1];
	if (fields === void 0) return void 0;
	const values = new Map(fields.trim().split(" ").map((field) => {
		const [key = "", value = ""] = field.split("=", 2);
		return [key, value];
	}));
	const runId = Number(values.get("run"));
	const key = values.get("key");
	return {
		head: values.get("head") ?? "",
		runId: Number.isSafeInteger(runId) ? runId : 0,
		...key === void 0 ? {} : { key }
	};
}

// src/github/queries.ts
/** The token's owner. `GET /user` refuses the token of a workflow; GraphQL names its bot. */
const VIEWER = "query { viewer { login } }";
/** What a comment has said before, the latest edit first; `diff` holds the whole text of an edit. */
const EDITS = `
  query ($id: ID!) {
    node(id: $id) {
      ... on IssueComment { userContentEdits(first: 50) { nodes { editedAt diff } } }
    }
  }`;

// src/github/comment-api.ts
/** The requests about the comments of a pull request, sent through the client. */
function commentApi(client, { owner, repo, number }) {
	const { issues, pulls } = client.rest;
	const repository = {
		owner,
		repo
	};
	const listMarked = async () => {
		const marked = [];
		const pages = client.paginate.iterator(issues.listComments, {
			...repository,
			issue_number: number,
			per_page: 100
		});
		for await (const { data } of pages) for (const { id, node_id: nodeId, body, user } of data) {
			const marker = readMarker(body ?? "");
			if (marker !== void 0) marked.push({
				id,
				nodeId,
				author: user?.login,
				marker
			});
		}
		return marked;
	};
	let viewer;
	const askViewer = async () => (await client.graphql(VIEWER)).viewer.login;
	return {
		listMarked,
		viewer: () => viewer ??= askViewer(),
		currentHead: async () => (await pulls.get({
			...repository,
			pull_number: number
		})).data.head.sha,
		create: async (body) => (await issues.createComment({
			...repository,
			issue_number: number,
			body
		})).data.id,
		update: async (id, body) => {
			await issues.updateComment({
				...repository,
				comment_id: id,
				body
			});
		},
		remove: async (id) => {
			await issues.deleteComment({
				...repository,
				comment_id: id
			});
		},
		earlierBodies: async (nodeId) => {
			try {
				const { node } = await client.graphql(EDITS, { id: nodeId });
				return (node?.userContentEdits?.nodes ?? []).filter((edit) => edit !== null).toSorted((a, b) => a.editedAt < b.editedAt ? 1 : a.editedAt > b.editedAt ? -1 : 0).flatMap(({ diff }) => diff ?? []);
			} catch {
				return [];
			}
		}
	};
}

// src/github/comment-plan.ts
const done = (outcome) => ({
	kind: "done",
	outcome
});
const sameMarker = (a, b) => a?.head === b.head && a.runId === b.runId;
const isLaterRun = (existing, ours) => existing.head === ours.head && existing.runId > ours.runId;
/** The next write, or the end. */
async function planStep(look, context) {
	return look.head === context.request.marker.head ? planNewest(look, context) : planOutdated(look, context);
}
/** This run is about the last commit: one comment has to say what it found. */
function planNewest({ own }, { request, trace, api }) {
	const { marker, body } = request;
	const [kept, ...others] = own;
	if (kept === void 0) {
		if (trace.created !== void 0) return done("created");
		if (!request.create) return done("not-needed");
		return {
			kind: "write",
			write: async () => ({
				created: await api.create(body),
				written: marker
			})
		};
	}
	const isLater = isLaterRun(kept.marker, marker);
	const isSaid = trace.written !== void 0 && sameMarker(kept.marker, marker);
	if (!isLater && !isSaid) return {
		kind: "write",
		write: async () => {
			await api.update(kept.id, body);
			return { written: marker };
		}
	};
	const [extra] = others;
	if (extra !== void 0) return removal(api, extra.id);
	if (isLater) return done("outdated");
	return done(trace.created === kept.id ? "created" : "updated");
}
/**
* There is a newer commit. What this run has written in the meantime stands where the newer run's text stood, or
* will stand: that text is put back where GitHub remembers it, and otherwise nothing old may stand there.
*/
async function planOutdated({ own, head }, { request, trace, api }) {
	const { created, written } = trace;
	const [kept, ...others] = own;
	if (written === void 0) return done("outdated");
	if (others.some(({ id }) => id === created) && created !== void 0) return removal(api, created);
	const isOurs = kept !== void 0 && sameMarker(written, kept.marker);
	const isPlaceholder = written.runId === NO_RUN;
	if (!isOurs || kept.marker.head === head && !isPlaceholder) return done("outdated");
	const newest = (await api.earlierBodies(kept.nodeId)).find((body) => {
		const marker = readMarker(body);
		return marker?.head === head && marker.key === request.marker.key && marker.runId !== NO_RUN;
	});
	if (newest === void 0 && kept.marker.head === head) return done("outdated");
	const body = newest ?? placeholder(head, request.marker.key);
	return {
		kind: "write",
		write: async () => {
			await api.update(kept.id, body);
			return { written: readMarker(body) ?? request.marker };
		}
	};
}
/** No run has this number, so that every run writes over it. */
const NO_RUN = 0;
const placeholder = (head, key) => [
	markerLine({
		head,
		runId: NO_RUN,
		key
	}),
	"### ⏳ NetworkPolicy review: see the check",
	"",
	`This comment was about an earlier commit. The result for ${head} is in the summary of its own run.`,
	""
].join("\n");
const removal = (api, id) => ({
	kind: "write",
	write: async () => {
		await api.remove(id);
		return {};
	}
});

// src/github/comment.ts
/** Each look leads to a write or to the end; runs that race settle in fewer. */
const MAX_LOOKS = 20;
/**
* Brings the one comment on the pull request up to date, or creates it. The API has no compare-and-swap, so each
* write comes directly after a look, and after it comes another: a run that has written over something newer, or
* beside something older, sees and mends it.
*/
async function upsertComment(api, request, pace) {
	if (!request.body.startsWith(markerLine(request.marker))) throw new Error("a comment begins with its marker");
	let trace = {};
	for (let looks = 0; looks < MAX_LOOKS; looks++) {
		const seen = await look(api, request, trace);
		const step = await planStep(seen, {
			request,
			trace,
			api
		});
		if (step.kind === "done") return step.outcome;
		if (await pace.turn()) continue;
		try {
			trace = {
				...trace,
				...await step.write()
			};
		} catch (error) {
			if (seen.own.length === 0 || !isGone(error)) await pace.recover(error);
		}
	}
	if (trace.written !== void 0) return "updated";
	throw new Error("other runs, or the limits of GitHub, left no moment to write it");
}
const isGone = (error) => error instanceof Error && "status" in error && error.status === 404;
/** The head last: nothing comes between it and the write. */
async function look(api, { marker, create }, { written }) {
	const own = await findOwn(api, marker.key);
	return {
		own,
		head: own.length === 0 && !create && written === void 0 ? marker.head : await api.currentHead()
	};
}
/** Anybody can paste a marker, so the author counts too. The oldest first, where racing runs left two. */
async function findOwn(api, key) {
	const marked = (await api.listMarked()).filter(({ marker }) => marker.key === key || marker.key === void 0);
	if (marked.length === 0) return [];
	const viewer = await api.viewer();
	const own = marked.filter(({ author }) => author === viewer).toSorted((a, b) => a.id - b.id);
	const keyed = own.filter(({ marker }) => marker.key === key);
	return keyed.length > 0 ? keyed : own.slice(0, 1);
}

// src/github/publish-comment.ts
const READ_ONLY = "the token may not write it. That is so on pull requests from forks and from Dependabot, which get one as docs/events.md says; for all others give the job `permissions: pull-requests: write`";
/** What went wrong, in words for the log. */
function reasonOf(error) {
	const message = error instanceof Error ? error.message : String(error);
	const status = error instanceof Error && "status" in error ? error.status : void 0;
	if (isAborted(error)) return "the time for it is up; GitHub answers slowly or asks to wait";
	if (status === 403 && /not accessible/i.test(message)) return READ_ONLY;
	return (typeof status === "number" ? `GitHub answered ${status}: ` : "") + require_report.terminalText(message);
}
/** Writes the comment. A failure is a value: it never changes the verdict. */
async function publishComment(task) {
	const { inputs, runner, event, deadline } = task;
	if (inputs.token === void 0) return {
		ok: false,
		reason: "the input `github-token` is empty"
	};
	const key = commentKey(inputs);
	const marker = {
		head: event.headSha,
		runId: runner.runId,
		key
	};
	const body = task.render(markerLine(marker));
	try {
		const { createClient } = await Promise.resolve().then(() => require("./chunks/octokit.js"));
		const client = createClient({
			token: inputs.token,
			baseUrl: runner.apiUrl,
			deadline
		});
		const api = commentApi(client, {
			owner: runner.owner,
			repo: runner.repo,
			number: event.number
		});
		const request = {
			marker,
			body,
			create: task.create
		};
		return {
			ok: true,
			outcome: await deadline.race(upsertComment(api, request, createPace(deadline)))
		};
	} catch (error) {
		return {
			ok: false,
			reason: reasonOf(error)
		};
	}
}

// src/github/review-marker.ts
const STATES = [
	"open",
	"resolved",
	"duplicate"
];
const LINE = /^<!-- netpol-review-line (open|resolved|duplicate) key=([0-9a-f]{12})((?: [0-9a-f]{32}){1,50}) -->(?:\r?\n|$)/;
/** The first line of our comments on lines: invisible, and how a later push finds them again. */
const lineMarker = ({ state, key, fingerprints }) => `<!-- netpol-review-line ${state} key=${key} ${fingerprints.join(" ")} -->`;
/** Reads the marker of a comment; absent where the comment has none on its first line. */
function readLineMarker(body) {
	const [, state, key, list] = LINE.exec(body) ?? [];
	const known = STATES.find((candidate) => candidate === state);
	if (known === void 0 || key === void 0 || list === void 0) return void 0;
	return {
		state: known,
		key,
		fingerprints: list.trim().split(" ")
	};
}
/** What follows the marker. */
const withoutMarker = (body) => body.replace(LINE, "");

// src/github/review-queries.ts
/** Threads of comments on lines, with the first two comments of each: ours, and perhaps an answer. */
const THREADS = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        reviewThreads(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            isResolved
            viewerCanResolve
            viewerCanUnresolve
            comments(first: 2) { nodes { databaseId } }
          }
        }
      }
    }
  }`;
const RESOLVE = `
  mutation ($threadId: ID!) {
    resolveReviewThread(input: { threadId: $threadId }) { thread { id } }
  }`;
const UNRESOLVE = `
  mutation ($threadId: ID!) {
    unresolveReviewThread(input: { threadId: $threadId }) { thread { id } }
  }`;

// src/github/review-api.ts
/** Sent through the client. */
function reviewApi(client, { owner, repo, number }) {
	const { pulls, git } = client.rest;
	const repository = {
		owner,
		repo
	};
	const pull = {
		...repository,
		pull_number: number
	};
	const listMarked = async () => {
		const marked = [];
		const answered = /* @__PURE__ */ new Set();
		const pages = client.paginate.iterator(pulls.listReviewComments, {
			...pull,
			per_page: 100
		});
		for await (const { data } of pages) for (const { id, body, user, in_reply_to_id: repliesTo } of data) {
			const marker = repliesTo === void 0 ? readLineMarker(body) : void 0;
			if (repliesTo !== void 0) answered.add(repliesTo);
			if (marker !== void 0) marked.push({
				id,
				body,
				marker,
				author: user?.login ?? ""
			});
		}
		return marked.map((comment) => ({
			...comment,
			isAnswered: answered.has(comment.id)
		}));
	};
	const listFiles = async (paths) => {
		const files = [];
		const pages = client.paginate.iterator(pulls.listFiles, {
			...pull,
			per_page: 100
		});
		const missing = new Set(paths);
		for await (const { data } of pages) {
			for (const { filename, previous_filename: previous, sha, patch } of data) {
				if (!paths.has(filename) && (previous === void 0 || !paths.has(previous))) continue;
				missing.delete(filename);
				if (previous !== void 0) missing.delete(previous);
				files.push({
					path: filename,
					...previous === void 0 ? {} : { previousPath: previous },
					id: sha ?? "",
					...patch === void 0 ? {} : { patch }
				});
			}
			if (missing.size === 0) break;
		}
		return files;
	};
	const listThreads = async () => {
		const threads = [];
		let after = null;
		do {
			const found = (await client.graphql(THREADS, {
				owner,
				repo,
				number,
				after
			})).repository?.pullRequest?.reviewThreads;
			for (const node of found?.nodes ?? []) {
				const [first, second] = node?.comments.nodes ?? [];
				const commentId = first?.databaseId ?? void 0;
				if (node === null || commentId === void 0) continue;
				threads.push({
					id: node.id,
					commentId,
					isResolved: node.isResolved,
					canResolve: node.viewerCanResolve,
					canUnresolve: node.viewerCanUnresolve,
					isAnswered: second !== void 0
				});
			}
			after = found?.pageInfo.hasNextPage === true ? found.pageInfo.endCursor : null;
		} while (after !== null);
		return threads;
	};
	let viewer;
	const askViewer = async () => (await client.graphql(VIEWER)).viewer.login;
	return {
		currentHead: async () => (await pulls.get(pull)).data.head.sha,
		listOwn: async () => {
			const marked = await listMarked();
			if (marked.length === 0) return [];
			const login = await (viewer ??= askViewer());
			return marked.filter(({ author }) => author === login);
		},
		listFiles,
		readBlob: async (id) => {
			const { data } = await git.getBlob({
				...repository,
				file_sha: id
			});
			return Buffer.from(data.content, "base64").toString("utf8");
		},
		createReview: async (commit, body, comments) => {
			await pulls.createReview({
				...pull,
				commit_id: commit,
				event: "COMMENT",
				body,
				comments: comments.map(toRequest)
			});
		},
		updateComment: async (id, body) => {
			await pulls.updateReviewComment({
				...repository,
				comment_id: id,
				body
			});
		},
		listThreads,
		setResolved: async (threadId, resolved) => {
			await client.graphql(resolved ? RESOLVE : UNRESOLVE, { threadId });
		}
	};
}
const toRequest = ({ path, side, line, startLine, body }) => ({
	path,
	side,
	line,
	body,
	...startLine === void 0 ? {} : {
		start_side: side,
		start_line: startLine
	}
});

// src/github/review-edits.ts
/** Brings earlier comments on lines up to date, and their threads. */
async function applyEdits(api, { head, edits }, pace) {
	const gone = edits.resolve.slice(0, 20);
	const back = edits.reopen.slice(0, 20);
	const merged = edits.merge.slice(0, 20);
	const written = /* @__PURE__ */ new Set();
	for (const edit of [
		...merged,
		...gone,
		...back
	]) if (await applyEdit(api, {
		head,
		edit
	}, pace)) written.add(edit.id);
	const idsOf = (list) => new Set(list.map(({ id }) => id).filter((id) => written.has(id)));
	if (written.size > 0) await setThreads(api, {
		gone: idsOf([...gone, ...merged]),
		back: idsOf(back)
	});
	return {
		resolved: idsOf(gone).size,
		reopened: idsOf(back).size
	};
}
/** Whether it was written: a run of a newer commit knows better, and a comment may be deleted by now. */
async function applyEdit(api, { head, edit }, pace) {
	for (;;) {
		if (await pace.turn()) continue;
		if (await api.currentHead() !== head) return false;
		try {
			await api.updateComment(edit.id, edit.body);
			return true;
		} catch (error) {
			if (error instanceof Error && "status" in error && error.status === 404) return false;
			await pace.recover(error);
		}
	}
}
/**
* Folds the threads of what is gone, but for those with an answer: they are a conversation of people by then.
* A token that may comment may not always do this, and the text of the comments says it anyway.
*/
async function setThreads(api, { gone, back }) {
	try {
		for (const thread of await api.listThreads()) {
			const { id, commentId, isResolved, isAnswered, canResolve, canUnresolve } = thread;
			if (gone.has(commentId) && !isResolved && !isAnswered && canResolve) await api.setResolved(id, true);
			if (back.has(commentId) && isResolved && canUnresolve) await api.setResolved(id, false);
		}
	} catch {}
}

// src/github/review-line-map.ts
const SAME_LINES = (line) => line;
const MAX_DIFF_MS = 500;
/** Where the lines of one version of a text stand in another. */
function mapLines(from, to) {
	if (from === to) return SAME_LINES;
	const patch = require_text_diff.structuredPatch("", "", from, to, "", "", {
		context: 0,
		timeout: MAX_DIFF_MS
	});
	if (patch === void 0) return () => void 0;
	return (line) => {
		let shift = 0;
		for (const { oldStart, oldLines, newLines } of patch.hunks) {
			if (line < oldStart) break;
			if (line < oldStart + oldLines) return void 0;
			shift += newLines - oldLines;
		}
		return line + shift;
	};
}

// src/github/review-lines.ts
/** Reads the `patch` of a file: added lines and context on the right, deleted lines on the left. */
function readDiffLines(patch) {
	const sides = {
		LEFT: /* @__PURE__ */ new Map(),
		RIGHT: /* @__PURE__ */ new Map()
	};
	for (const [hunk, { oldStart, newStart, lines }] of hunksOf(patch).entries()) {
		let old = oldStart;
		let now = newStart;
		for (const line of lines) {
			const text = line.slice(1).replace(/\r$/, "");
			switch (line.charAt(0)) {
				case "-":
					sides.LEFT.set(old, {
						side: "LEFT",
						line: old,
						text,
						hunk,
						isChange: true
					});
					old++;
					break;
				case "+":
					sides.RIGHT.set(now, {
						side: "RIGHT",
						line: now,
						text,
						hunk,
						isChange: true
					});
					now++;
					break;
				case " ":
					sides.RIGHT.set(now, {
						side: "RIGHT",
						line: now,
						text,
						hunk,
						isChange: false
					});
					old++;
					now++;
			}
		}
	}
	return { find: (side, line) => sides[side].get(line) };
}
function hunksOf(patch) {
	if (patch === void 0) return [];
	try {
		return require_text_diff.parsePatch(patch).flatMap(({ hunks }) => hunks);
	} catch {
		return [];
	}
}

// src/github/review-files.ts
/** The files of the pull request's diff that items stand in. */
async function readDiffFiles(api, source, items) {
	const paths = new Set(items.flatMap(({ place, fix }) => [place?.span.path ?? [], fix?.path ?? []].flat()));
	const pullFiles = paths.size === 0 ? [] : await api.listFiles(paths);
	const ids = idsBySide(source);
	const read = {
		api,
		contents: await source.read(pullFiles.flatMap(({ path, previousPath = path }) => [ids.base.get(previousPath) ?? [], ids.head.get(path) ?? []].flat())),
		ids
	};
	const files = await Promise.all(pullFiles.map(async (file) => ({
		file,
		diff: await readDiffFile(read, file)
	})));
	const byPath = {
		base: new Map(files.map(({ file, diff }) => [file.previousPath ?? file.path, diff])),
		head: new Map(files.map(({ file, diff }) => [file.path, diff]))
	};
	return (path, side) => byPath[side].get(path);
}
/** The content ids of the files of both snapshots. */
function idsBySide({ snapshots: [base, head] }) {
	const idsOf = (snapshot) => new Map(snapshot?.entries.flatMap(({ path, id, mode }) => mode === "file" ? [[path, id]] : []));
	return {
		base: idsOf(base),
		head: idsOf(head)
	};
}
async function readDiffFile(read, file) {
	const { base, head } = read.ids;
	const oldLines = textOf(read.contents, base.get(file.previousPath ?? file.path))?.split("\n");
	return {
		path: file.path,
		lines: readDiffLines(file.patch),
		headLine: await headLines(read, {
			ours: head.get(file.path),
			theirs: file.id
		}),
		baseText: (line) => oldLines?.[line - 1]?.replace(/\r$/, "")
	};
}
const NO_LINES = () => void 0;
/**
* What was reviewed is mostly the merge commit. Where the target branch changed the same file since, its
* lines are not those of the pull request's head, which is what GitHub shows.
*/
async function headLines({ api, contents }, { ours, theirs }) {
	if (ours === void 0) return NO_LINES;
	if (ours === theirs) return SAME_LINES;
	const merged = textOf(contents, ours);
	return merged === void 0 ? NO_LINES : mapLines(merged, await api.readBlob(theirs));
}
function textOf(contents, id) {
	const bytes = id === void 0 ? void 0 : require_base.bytesIn(contents, id);
	return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
}

// src/report/line-comment.ts
const writer = require_markdown.createMarkdownWriter(void 0);
/** A finding for the margin of its line: the place says itself. */
const findingLine = ({ level, gate, message, rule }) => writer.phrase(require_report.say`${require_report.findingMark({
	level,
	gate
})}: ${require_report.prose(message)} · ${require_report.name(rule)}`);
/** An opened flow for the margin of the line that opened it. */
const flowLine = (flow) => writer.phrase(require_report.say`${require_report.mark(require_report.flowMark(flow), flow.change)}: ${require_report.prose(flow.source.text)} → ${require_report.prose(flow.destination.text)}, ${require_report.prose(flow.ports)}: ${require_report.prose(flow.cause)}`);
/** Lines of one comment; what is beyond is counted. */
const MAX_LINES = 6;
/** The comment below a line of the pull request. */
function renderLineComment({ lines, help, fix, canSuggest }) {
	const shown = lines.slice(0, MAX_LINES);
	const left = lines.length - shown.length;
	const more = left === 0 ? [] : [writer.phrase(require_report.say`${left} more from the same lines.`)];
	return [[...shown, ...more].map((line) => lines.length === 1 ? line : `- ${line}`).join("\n"), ...adviceBlocks({
		help,
		fix,
		canSuggest
	})].join("\n\n");
}
function adviceBlocks({ help, fix, canSuggest }) {
	if (fix === void 0) return help === void 0 ? [] : [`**Fix**: ${writer.phrase(require_report.say`${require_report.prose(help)}`)}`];
	const title = (rest) => `**Fix**: ${writer.phrase(require_report.say`${require_report.prose(fix.title)}${rest}`)}`;
	const suggestion = canSuggest ? require_report.suggestionBlock(fix.replacement) : void 0;
	if (suggestion !== void 0) return [title(require_report.say`.`), suggestion];
	return [title(require_report.say`, in ${require_report.name(placeOf(fix))}:`), require_report.markdownFence(fix.replacement, "yaml")];
}
const placeOf = ({ path, startLine, endLine }) => startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`;

// src/github/review-items.ts
/**
* Everything that may be said at a line, worst first: findings that fail the check, other errors, opened
* flows, warnings, the rest.
*/
function reviewItems(report) {
	const isDoubtful = report.ledger.some(({ decides }) => decides);
	const ofFindings = require_fingerprint.fingerprintsOf(report.findings);
	const ofFlows = require_fingerprint.flowFingerprintsOf(report);
	const findings = report.findings.filter(({ accepted }) => accepted === void 0).map((finding) => {
		const { location: span, side = "head", help, fix } = finding;
		return {
			rank: rankOfFinding(finding),
			fingerprint: ofFindings.get(finding) ?? "",
			text: findingLine(finding),
			...help === void 0 ? {} : { help },
			...fix === void 0 ? {} : { fix },
			...span === void 0 ? {} : { place: {
				span,
				side
			} },
			isWorthy: finding.gate || finding.level !== "note" && !(isDoubtful && finding.certain === false)
		};
	});
	const flows = report.scopes.flatMap((scope) => scope.flows).filter(({ change }) => change === "opened").map((flow) => {
		const { base, head } = flow.blame;
		const place = head === void 0 ? base && atBase(base) : {
			span: head,
			side: "head"
		};
		return {
			rank: 2,
			fingerprint: ofFlows.get(flow) ?? "",
			text: flowLine(flow),
			...flow.fix === void 0 ? {} : { fix: flow.fix },
			...place === void 0 ? {} : { place },
			isWorthy: !isDoubtful && isWorthyFlow(flow)
		};
	});
	return [...findings, ...flows].toSorted((a, b) => a.rank - b.rank);
}
const atBase = (span) => ({
	span,
	side: "base"
});
function rankOfFinding({ gate, level }) {
	if (gate) return 0;
	return {
		error: 1,
		warning: 3,
		note: 4
	}[level];
}
/**
* A pull request that opens what it says it opens should not collect a thread for each row: where
* conversations have to be resolved before the merge, all of them would stand in the way.
*/
function isWorthyFlow({ fix, risk }) {
	switch (risk) {
		case "metadata":
		case "from-internet":
		case "to-internet":
		case "sensitive-port": return true;
		case "across-namespaces":
		case "same-namespace": return fix !== void 0;
	}
}

// src/github/review-plan.ts
/** Brings earlier comments up to date with what the review finds now. */
function planEdits({ items, comments: all, ...facts }) {
	const { isComplete, commit, commentUrl } = facts;
	const merge = planMerges(all, commentUrl);
	const merged = new Set(merge.map(({ id }) => id));
	const comments = all.filter(({ id }) => !merged.has(id));
	const present = new Map(items.map((item) => [item.fingerprint, item]));
	const stillThere = ({ marker }) => marker.fingerprints.flatMap((fingerprint) => present.get(fingerprint) ?? []);
	return {
		resolve: comments.filter((comment) => comment.marker.state === "open" && stillThere(comment).length === 0).filter(() => isComplete).map((comment) => ({
			id: comment.id,
			body: resolvedBody(comment, commit)
		})),
		reopen: comments.filter(({ marker }) => marker.state === "resolved").flatMap((comment) => {
			const back = stillThere(comment);
			return back.length === 0 ? [] : [{
				id: comment.id,
				body: bodyOf(back, {
					...comment.marker,
					canSuggest: false
				})
			}];
		}),
		merge
	};
}
/**
* Two runs that look at the same moment both see nothing, and both write. The oldest comment of each finding speaks;
* one of which others say all is marked, not deleted: somebody may be answering it right now.
*/
function planMerges(comments, commentUrl) {
	const first = /* @__PURE__ */ new Map();
	return comments.filter(({ marker }) => marker.state === "open").toSorted((a, b) => a.id - b.id).flatMap((comment) => {
		const { fingerprints } = comment.marker;
		const others = fingerprints.map((fingerprint) => first.get(fingerprint));
		const [other] = others;
		for (const fingerprint of fingerprints) if (!first.has(fingerprint)) first.set(fingerprint, comment.id);
		if (other === void 0 || others.includes(void 0) || comment.isAnswered) return [];
		return [{
			id: comment.id,
			body: mergedBody(comment, commentUrl(other))
		}];
	});
}
/** Text of ours that is struck out is still ours; nobody needs more of it than this. */
const MAX_STRUCK = 4e3;
const resolvedBody = (comment, commit) => struckBody(comment, "resolved", `✅ **Resolved** in ${commit}.`);
const mergedBody = (comment, url) => struckBody(comment, "duplicate", `**Duplicate**: [another comment](${url}) says it.`);
function struckBody({ marker, body }, state, title) {
	const [said = ""] = withoutMarker(body).slice(0, MAX_STRUCK).split(/\n\s*\n/);
	const struck = said.trim().split(/\r?\n/).map((line) => line.replace(/^(- )?(.*)$/, "$1~~$2~~"));
	return [
		lineMarker({
			...marker,
			state
		}),
		title,
		"",
		...struck
	].join("\n");
}
/** A comment for each place, items of the same lines together. */
function planComments(items, { key, placeOf }) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const place = placeOf(item);
		if (place === void 0) continue;
		const about = JSON.stringify([place, item.fix]);
		const group = groups.get(about);
		if (group === void 0) groups.set(about, {
			place,
			items: [item]
		});
		else if (group.items.length < 50) group.items.push(item);
	}
	return [...groups.values()].map(({ place: { canSuggest, ...place }, items: said }) => ({
		...place,
		body: bodyOf(said, {
			key,
			fingerprints: said.map(({ fingerprint }) => fingerprint),
			canSuggest
		})
	}));
}
function bodyOf(items, { key, fingerprints, canSuggest }) {
	const [first] = items;
	return `${lineMarker({
		state: "open",
		key,
		fingerprints
	})}\n${renderLineComment({
		lines: items.map(({ text: line }) => line),
		...first?.help === void 0 ? {} : { help: first.help },
		...first?.fix === void 0 ? {} : { fix: first.fix },
		canSuggest
	})}`;
}

// src/github/review-place.ts
/** Longer than any object that a person reads; what is beyond is not looked at. */
const MAX_SPAN = 2e3;
/** More lines make no suggestion that a reader can judge. */
const MAX_SUGGESTED = 80;
/** Where in the diff an item can be said; undefined where its lines are not part of it. */
function placeItem({ place, fix }, findFile) {
	const fixed = fix && placeFix(fix, findFile(fix.path, "head"));
	if (fixed !== void 0) return fixed;
	if (place === void 0) return void 0;
	const file = findFile(place.span.path, place.side);
	if (file === void 0) return void 0;
	return place.side === "head" ? placeAtHead(place.span, file) : placeAtBase(place.span, file);
}
function placeFix(fix, file) {
	if (file === void 0 || fix.endLine - fix.startLine >= MAX_SUGGESTED) return void 0;
	const found = linesOf(fix, (line) => {
		const mapped = file.headLine(line);
		return mapped === void 0 ? void 0 : file.lines.find("RIGHT", mapped);
	});
	return isOneBlock(found, fix) ? blockPlace(file.path, found, true) : void 0;
}
/** The first added line; the first line itself, where it is context of a change. */
function placeAtHead(span, { path, lines, headLine }) {
	const found = linesOf(span, (line) => {
		const mapped = headLine(line);
		return mapped === void 0 ? void 0 : lines.find("RIGHT", mapped);
	});
	const [first] = found;
	const shown = found.find(({ isChange }) => isChange) ?? (first !== void 0 && first.line === headLine(span.startLine) ? first : void 0);
	return shown && {
		path,
		side: "RIGHT",
		line: shown.line,
		canSuggest: false
	};
}
/** The deleted lines, all of them where they stand together. */
function placeAtBase(span, { path, lines, baseText }) {
	const found = linesOf(span, (line) => {
		const deleted = lines.find("LEFT", line);
		return deleted?.text === baseText(line) ? deleted : void 0;
	});
	const [first] = found;
	if (first === void 0) return void 0;
	return isOneBlock(found, span) ? blockPlace(path, found, false) : {
		path,
		side: "LEFT",
		line: first.line,
		canSuggest: false
	};
}
function linesOf({ startLine, endLine }, find) {
	const amount = Math.min(endLine - startLine + 1, MAX_SPAN);
	return Array.from({ length: amount }, (_, index) => find(startLine + index)).filter((line) => line !== void 0);
}
/** Whether all lines were found, one behind the other, in one hunk: then they take one comment. */
function isOneBlock(found, { startLine, endLine }) {
	const [first] = found;
	return first !== void 0 && found.length === endLine - startLine + 1 && found.every(({ hunk, line }, index) => hunk === first.hunk && line === first.line + index);
}
function blockPlace(path, block, canSuggest) {
	const [first] = block;
	const last = block.at(-1);
	if (first === void 0 || last === void 0) return void 0;
	const { side, line } = last;
	return {
		path,
		side,
		...first.line === line ? {} : { startLine: first.line },
		line,
		canSuggest
	};
}

// src/github/review-post.ts
/** Writes new comments as one review, which is one notification. */
async function postReview(api, batch, pace) {
	const { head, left } = batch;
	let hasWaited = false;
	for (let { chosen } = batch;;) {
		if (hasWaited) chosen = await unsaid(batch);
		if (chosen.length === 0) return {
			posted: batch.chosen.length,
			refused: 0
		};
		hasWaited = await pace.turn();
		if (hasWaited) continue;
		if (await api.currentHead() !== head) return {
			posted: 0,
			refused: 0
		};
		try {
			await api.createReview(head, reviewBody(chosen.length, left), chosen);
			return {
				posted: batch.chosen.length,
				refused: 0
			};
		} catch (error) {
			if (isRefused(error)) return postHalves(api, {
				...batch,
				chosen
			}, pace);
			await pace.recover(error);
			hasWaited = true;
		}
	}
}
/** What does not stand there by now. */
async function unsaid({ chosen, listOwn }) {
	const said = new Set((await listOwn()).flatMap(({ marker }) => marker.fingerprints));
	return chosen.filter(({ body }) => {
		return !(readLineMarker(body)?.fingerprints ?? []).some((fingerprint) => said.has(fingerprint));
	});
}
const isRefused = (error) => error instanceof Error && "status" in error && error.status === 422;
/**
* A review is taken as a whole or not at all, and the answer does not say which line it failed on. Halves
* find it in few requests, each of which has to wait its turn.
*/
async function postHalves(api, batch, pace) {
	const { chosen } = batch;
	if (chosen.length < 2) return {
		posted: 0,
		refused: chosen.length
	};
	const middle = Math.ceil(chosen.length / 2);
	let sum = {
		posted: 0,
		refused: 0
	};
	for (const half of [chosen.slice(0, middle), chosen.slice(middle)]) {
		const { posted, refused } = await postHalf(api, {
			...batch,
			chosen: half
		}, pace);
		sum = {
			posted: sum.posted + posted,
			refused: sum.refused + refused
		};
	}
	return sum;
}
async function postHalf(api, batch, pace) {
	try {
		return await postReview(api, batch, pace);
	} catch {
		return {
			posted: 0,
			refused: batch.chosen.length
		};
	}
}
function reviewBody(shown, left) {
	return `NetworkPolicy review: something to look at in ${shown === 1 ? "one place" : `${shown} places`}.${left === 0 ? "" : ` ${left} more are not commented on.`} The verdict and all changed flows are in the comment on the pull request.`;
}

// src/github/review-publish.ts
const NOTHING = {
	posted: 0,
	left: 0,
	refused: 0,
	resolved: 0,
	reopened: 0
};
/** Says at the lines of the diff what was found there, once, and marks what is gone since. */
async function publishReview(api, task, pace) {
	const { report, source, head, commit, key, commentUrl } = task;
	const items = reviewItems(report);
	const listOwn = async () => (await api.listOwn()).filter(({ marker }) => marker.key === key);
	const comments = await listOwn();
	const isComplete = report.ledger.every(({ decides }) => !decides);
	const edits = planEdits({
		items,
		comments,
		isComplete,
		commit,
		commentUrl
	});
	const known = new Set(comments.flatMap(({ marker }) => marker.fingerprints));
	const news = items.filter(({ isWorthy, fingerprint }) => isWorthy && !known.has(fingerprint));
	if (edits.resolve.length + edits.reopen.length + edits.merge.length + news.length === 0) return NOTHING;
	const findFile = await readDiffFiles(api, source, news);
	const all = planComments(news, {
		key,
		placeOf: (item) => placeItem(item, findFile)
	});
	const chosen = all.slice(0, 20);
	const left = all.length - chosen.length;
	const posted = await postReview(api, {
		head,
		chosen,
		left,
		listOwn
	}, pace);
	const merge = posted.posted === 0 ? edits.merge : planMerges(await listOwn(), commentUrl);
	const done = await applyEdits(api, {
		head,
		edits: {
			...edits,
			merge
		}
	}, pace);
	return {
		...posted,
		left,
		...done
	};
}

// src/github/review-comments.ts
/** Comments on lines are written where the one comment is, unless the input says otherwise. */
const wantsReviewComments = ({ comment, reviewComments }) => reviewComments ?? comment;
/** Writes the comments on lines. A failure is a value: it never changes the verdict. */
async function publishReviewComments({ inputs, runner, event, made: { report, revisions }, deadline }) {
	if (inputs.token === void 0) return {
		ok: false,
		reason: "the input `github-token` is empty"
	};
	const { owner, repo, apiUrl: baseUrl } = runner;
	const head = event.headSha;
	try {
		const { createClient } = await Promise.resolve().then(() => require("./chunks/octokit.js"));
		const client = createClient({
			token: inputs.token,
			baseUrl,
			deadline
		});
		const api = reviewApi(client, {
			owner,
			repo,
			number: event.number
		});
		const commit = `[${head.slice(0, 12)}](${commitUrl(runner, head)})`;
		const task = {
			report,
			source: revisions.source,
			head,
			commit,
			key: commentKey(inputs),
			commentUrl: (id) => lineCommentUrl(runner, event.number, id)
		};
		const pace = createPace(deadline);
		return {
			ok: true,
			outcome: await deadline.race(publishReview(api, task, pace))
		};
	} catch (error) {
		return {
			ok: false,
			reason: reasonOf(error)
		};
	}
}

// src/github/make-report.ts
/** The test merge of the pull request: what is checked out where it is, and what GitHub says elsewhere. */
async function findTestMerge({ event, runner }, repository, api) {
	if (event.kind !== "pull-request") return void 0;
	if (event.merge === "asked-for") return askTestMerge(await api(), event);
	return runner.ref === `refs/pull/${event.number}/merge` && await repository.has(runner.sha) ? runner.sha : void 0;
}
/** Chooses the revisions, opens them and runs the review or the scan. */
async function makeReport(context, engine, api) {
	const stop = new AbortController();
	try {
		return await readAndReport(context, {
			engine,
			api,
			signal: stop.signal
		});
	} finally {
		stop.abort();
	}
}
async function readAndReport(context, { engine, api, signal }) {
	const { inputs, event } = context;
	const repository = await openRepository(context, api);
	const testMerge = await findTestMerge(context, repository, api);
	const { base, head } = inputs;
	const choice = chooseRevisions({
		event,
		testMerge,
		base,
		head
	});
	const isDiff = choice.kind === "diff";
	const revisions = await openRevisions(repository, choice, {
		onListing: () => engine.load(isDiff ? "review" : "scan"),
		...isDiff ? { readAhead: require_base.isManifestPath } : {},
		signal
	});
	if (!revisions.ok) return {
		ok: false,
		message: revisions.error.message
	};
	const read = await readConfig(context, revisions.source);
	if (!read.ok) return read;
	const request = {
		source: revisions.source,
		today: require_base.dayOf(/* @__PURE__ */ new Date()),
		overrides: overridesOf(inputs),
		config: read.config,
		reading: (await Promise.resolve().then(() => require("./chunks/manifests.js")).then((n) => n.reading_exports)).createReading(revisions.source),
		...inputs.cni === void 0 ? {} : { cni: inputs.cni },
		...event.kind === "pull-request" && (inputs.comment || wantsReviewComments(inputs)) ? { fixes: true } : {}
	};
	const report = await (isDiff ? engine.review(request) : engine.scan(request));
	const sarif = !isDiff || inputs.sarif ? await readSarif(request, isDiff ? engine : void 0) : {};
	return {
		ok: true,
		report,
		revisions,
		sarif: sarif.options,
		noSarif: sarif.problem,
		missingConfig: read.missing
	};
}
/** What SARIF needs beyond the report. It never takes the verdict away: what goes wrong here is told beside it. */
async function readSarif(request, engine) {
	const head = request.source.snapshots.at(-1);
	if (head === void 0) return {};
	const { textsOf } = await Promise.resolve().then(() => require("./chunks/manifests.js")).then((n) => n.reading_exports);
	const textAtHead = textsOf(head, request.reading);
	if (engine === void 0) return { options: { textAtHead } };
	try {
		return { options: {
			textAtHead,
			standing: await engine.standing(request)
		} };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { problem: `The SARIF report could not be made: ${require_report.terminalText(reason)}.` };
	}
}
/** What the workflow says about the verdict; unset leaves it to the configuration. */
const overridesOf = ({ failOn, warnOnly }) => ({
	...failOn === void 0 ? {} : { failOn },
	...warnOnly === void 0 ? {} : { warnOnly }
});

// src/github/annotations.ts
function annotate$1({ level, title, text, span, side }) {
	const where = span !== void 0 && side === "base" ? ` (at the base: ${span.path}:${span.startLine})` : "";
	return {
		level,
		title: require_report.terminalText(title, 255),
		message: require_report.terminalText(text + where, ANNOTATION_MESSAGE_MAX_CHARACTERS),
		...span === void 0 || side === "base" ? {} : { place: {
			file: span.path,
			startLine: span.startLine,
			endLine: span.endLine
		} }
	};
}
/** A finding that fails the check, or that keeps it from being decided. */
const counts = ({ gate, level, accepted }) => gate || level === "error" && accepted === void 0;
const RULE_BY_ID = new Map(Object.entries(require_commands.RULES));
const titleOf = (rule) => {
	const known = RULE_BY_ID.get(rule);
	return known === void 0 ? rule : `${rule} ${known.name}`;
};
const LEVELS = {
	error: "error",
	warning: "warning",
	note: "notice"
};
const ofFinding = ({ level, rule, message, location, side = "head" }) => ({
	level: LEVELS[level],
	title: titleOf(rule),
	text: message,
	span: location,
	side
});
/** Those that nobody answers for, but for what the parts that were not read may refute; the gates first. */
function relevant({ findings, ledger }) {
	const isDoubtful = ledger.some(({ decides }) => decides);
	return findings.filter((finding) => counts(finding) || finding.accepted === void 0 && !(isDoubtful && finding.certain === false)).toSorted((a, b) => Number(b.gate) - Number(a.gate));
}
/** What leaves the verdict open and no finding tells already. */
function ofLedger(report, told) {
	const said = require_report.saidTwice(report).entries;
	const paths = new Set(told.map(({ span }) => span?.path));
	return report.ledger.filter((entry) => entry.decides && !paths.has(entry.path) && !said.has(entry)).map(({ path, span, side, reason }) => ({
		level: "warning",
		title: "not analysed",
		text: `${path}: ${reason}`,
		span,
		side
	}));
}
/** The annotations of a report, worst first, as many as GitHub shows. */
function annotationsOf(report) {
	const findings = relevant(report);
	const decisive = findings.filter(counts).map(ofFinding);
	const others = findings.filter((finding) => !counts(finding)).map(ofFinding);
	const all = [
		...decisive,
		...ofLedger(report, decisive),
		...others
	];
	const first = (level) => all.filter((source) => source.level === level).slice(0, ANNOTATIONS_MAX[level]);
	const shown = [
		...first("error"),
		...first("warning"),
		...first("notice")
	];
	return {
		shown: shown.map(annotate$1),
		left: all.length - shown.length
	};
}

// src/github/outputs.ts
const setAll = (values) => {
	for (const [name, value] of Object.entries(values)) setOutput(name, value);
};
/** Sets the outputs and writes the files that two of them name. */
async function writeOutputs(temp, report, { json, markdown, sarif }) {
	setAll({
		verdict: report.verdict,
		...require_report.readFacts(report).flows,
		findings: report.findings.length
	});
	const folder = await (0, node_fs_promises.mkdtemp)((0, node_path.join)(temp, "netpol-review-"));
	const jsonPath = (0, node_path.join)(folder, "report.json");
	const markdownPath = (0, node_path.join)(folder, "report.md");
	await (0, node_fs_promises.writeFile)(jsonPath, json);
	await (0, node_fs_promises.writeFile)(markdownPath, markdown);
	setAll({
		"json-report": jsonPath,
		"markdown-report": markdownPath
	});
	if (sarif === void 0) return;
	const sarifPath = (0, node_path.join)(folder, "report.sarif");
	await (0, node_fs_promises.writeFile)(sarifPath, await sarif());
	setAll({ "sarif-report": sarifPath });
}

// src/github/render-report.ts
/** Renders a report for the places where GitHub shows it, with links into the repository. */
function renderReport({ runner, inputs }, made) {
	const { report, revisions, sarif } = made;
	const link = (span, side) => fileUrl(runner, side === "base" ? revisions.base ?? revisions.head : revisions.head, span);
	return {
		json: require_json.renderJson(report),
		sarif: sarif === void 0 ? void 0 : async () => (await Promise.resolve().then(() => require("./chunks/sarif.js"))).renderSarif(report, {
			...sarif,
			category: sarifCategory(inputs),
			repositoryUri: repositoryUrl(runner),
			...projectUrls(runner)
		}),
		markdown: require_markdown.renderMarkdown(report, {
			maxLength: SUMMARY_MAX_CHARACTERS,
			fileUrl: link
		}),
		comment: (marker, note) => require_markdown.renderMarkdown(report, {
			...note === void 0 ? {} : { note },
			maxLength: COMMENT_MAX_CHARACTERS,
			fileUrl: link,
			summaryUrl: runUrl(runner),
			marker
		})
	};
}

// src/github/summary.ts
/** Adds escaped Markdown to the summary of the job. */
async function writeSummary(markdown) {
	await summary.addRaw(markdown, true).write();
}

// src/github/publish.ts
const PRINT = {
	error,
	warning,
	notice
};
function printAnnotation({ level, title, message, place }) {
	PRINT[level](message, {
		title,
		...place
	});
}
function annotate(report) {
	const { shown, left } = annotationsOf(report);
	for (const annotation of shown) printAnnotation(annotation);
	if (left > 0) notice(`${left} more ${left === 1 ? "is" : "are"} in the job summary.`);
}
/** Whether a pull request without a comment of ours should get one. */
const hasNews = (report) => !require_report.readFacts(report).isProvedUnchanged || report.findings.some(({ level }) => level !== "note");
/** Runs one part of publishing; what went wrong comes back as words for the log. */
async function attempt(what, action) {
	try {
		await action();
		return [];
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return [`${what} could not be written: ${require_report.terminalText(reason)}`];
	}
}
async function writeComment({ inputs, runner, event }, deadline, text) {
	if (event.kind !== "pull-request" || !inputs.comment) return [];
	const result = await publishComment({
		inputs,
		runner,
		event,
		deadline,
		...text
	});
	if (!result.ok) return [`There is no comment on the pull request: ${result.reason}.`];
	info(`Comment on the pull request: ${result.outcome}`);
	return [];
}
async function notifyOnce({ outputs = [], summary, pull }) {
	const problems = [
		...outputs,
		...summary,
		...pull
	];
	const hasSummary = summary.length === 0;
	if (problems.length > 0) {
		const elsewhere = hasSummary ? " The result is in the job summary." : "";
		notice(problems.join(" ") + elsewhere, { title: "netpol-review" });
	}
	if (pull.length > 0 && hasSummary) {
		const notes = pull.map((problem) => `\n> ${require_report.markdownProse(problem)}\n`);
		await attempt("The job summary", () => writeSummary(notes.join("")));
	}
}
/**
* Publishes a report everywhere. Nothing that fails here changes the verdict; one notice tells it. A run that
* follows another one leaves the annotations to that.
*/
async function publishReport(context, made) {
	const { report } = made;
	const texts = renderReport(context, made);
	if (!context.isCompanion) annotate(report);
	if (made.missingConfig !== void 0) {
		const path = require_report.terminalText(made.missingConfig);
		warning(`${path} is not in the base revision; the defaults apply.`);
	}
	const outputs = [...made.noSarif === void 0 ? [] : [made.noSarif], ...await attempt("The outputs", () => writeOutputs(context.runner.temp, report, texts))];
	const summary = await attempt("The job summary", () => writeSummary(texts.markdown));
	const deadline = deadlineIn(PUBLISH_MAX_MS);
	if (await isNothingToWrite(context, report)) {
		await notifyOnce({
			outputs,
			summary,
			pull: []
		});
		return { onPull: true };
	}
	const lines = await writeLineComments(context, made);
	const comment = await writeComment(context, deadline, {
		render: (marker) => texts.comment(marker, lines.note),
		create: hasNews(report)
	});
	await notifyOnce({
		outputs,
		summary,
		pull: comment.length > 0 ? comment : lines.problems
	});
	return { onPull: comment.length === 0 };
}
/** Whether there is nothing to say on the pull request, and nothing that was said before is to be changed. */
async function isNothingToWrite({ inputs, runner, event }, report) {
	if (event.kind !== "pull-request" || inputs.token === void 0 || runner.usesProxy) return false;
	if (hasNews(report) || reviewItems(report).length > 0) return false;
	const { token } = inputs;
	const { apiUrl, owner, repo } = runner;
	const lists = [...inputs.comment ? ["issues"] : [], ...wantsReviewComments(inputs) ? ["pulls"] : []];
	if (lists.length === 0) return true;
	const { hasNoComments } = await Promise.resolve().then(() => require("./chunks/first-look.js"));
	const deadline = deadlineIn(FIRST_LOOK_MAX_MS);
	return hasNoComments({
		apiUrl,
		owner,
		repo,
		number: event.number,
		token,
		deadline
	}, lists);
}
async function writeLineComments(context, made) {
	const { inputs, runner, event } = context;
	if (event.kind !== "pull-request" || made.report.mode !== "diff" || !wantsReviewComments(inputs)) return { problems: [] };
	const deadline = deadlineIn(LINE_COMMENTS_MAX_MS);
	const result = await publishReviewComments({
		inputs,
		runner,
		event,
		made,
		deadline
	});
	if (!result.ok) return {
		note: "Comments on lines could not all be written.",
		problems: [`The comments on lines could not all be written: ${result.reason}.`]
	};
	const { posted, left, refused, resolved, reopened } = result.outcome;
	info(`Comments on lines: ${posted} new, ${left} left out, ${refused} refused, ${resolved} resolved, ${reopened} open again`);
	const missing = left + refused;
	if (missing === 0) return { problems: [] };
	return {
		note: missing === 1 ? "One more comment on lines is not written: all of it is in this comment." : `${missing} more comments on lines are not written: all of it is in this comment.`,
		problems: []
	};
}
/** A comment about an earlier commit must not stand as if it were about this one. */
async function publishFailure(context) {
	const text = `### ⚠️ NetworkPolicy review: could not run\n\n${`[The log](${runUrl(context.runner)}) says why`}; nothing is known about the last commit.\n`;
	const render = (marker) => `${marker}\n${text}`;
	await notifyOnce({
		summary: await attempt("The job summary", () => writeSummary(text)),
		pull: await writeComment(context, deadlineIn(PUBLISH_MAX_MS), {
			render,
			create: false
		})
	});
}

// src/github/read-api.ts
/** Rejects with a `SourceFailure` where there is no token to read with. */
function readApiOf({ inputs, runner }) {
	let opened;
	const open = async () => {
		const { token } = inputs;
		if (token === void 0) throw new require_base.SourceFailure({
			code: "unreadable",
			message: "The input `github-token` is empty, and reading from GitHub needs one."
		});
		const { createClient } = await Promise.resolve().then(() => require("./chunks/octokit.js"));
		return {
			client: createClient({
				token,
				baseUrl: runner.apiUrl,
				deadline: deadlineIn(READ_MAX_MS)
			}),
			place: {
				owner: runner.owner,
				repo: runner.repo
			}
		};
	};
	return () => opened ??= open();
}

// src/github/read-event.ts
/** The value at a path of keys; absent where something on the way is not an object. */
function at(value, ...keys) {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null) return void 0;
		current = Object.entries(current).find(([name]) => name === key)?.[1];
	}
	return current;
}
const textAt = (payload, ...keys) => {
	const text = at(payload, ...keys);
	return typeof text === "string" && text !== "" ? text : void 0;
};
const commitAt = (payload, ...keys) => {
	const id = textAt(payload, ...keys);
	return id !== void 0 && require_git.isFullId(id) ? id : void 0;
};
const pullRequestFrom = (merge) => (payload) => {
	const number = at(payload, "pull_request", "number");
	const baseSha = commitAt(payload, "pull_request", "base", "sha");
	const headSha = commitAt(payload, "pull_request", "head", "sha");
	if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return void 0;
	if (baseSha === void 0 || headSha === void 0) return void 0;
	return {
		kind: "pull-request",
		number,
		baseSha,
		headSha,
		merge
	};
};
function mergeGroupFrom(payload) {
	const baseSha = commitAt(payload, "merge_group", "base_sha");
	const headSha = commitAt(payload, "merge_group", "head_sha");
	if (baseSha === void 0 || headSha === void 0) return void 0;
	return {
		kind: "merge-group",
		baseSha,
		headSha
	};
}
function workflowRunFrom(payload) {
	const trigger = textAt(payload, "workflow_run", "event");
	const headSha = commitAt(payload, "workflow_run", "head_sha");
	if (trigger === void 0 || headSha === void 0) return void 0;
	const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
	const branch = textAt(payload, "workflow_run", "head_branch");
	return {
		kind: "workflow-run",
		trigger,
		headSha,
		headLabel: owner === void 0 || branch === void 0 ? void 0 : `${owner}:${branch}`
	};
}
const PULL_REQUEST = "`pull_request.number`, `pull_request.base.sha` and `pull_request.head.sha`";
/** The events whose file decides what is compared. */
const READERS = /* @__PURE__ */ new Map([
	["pull_request", {
		read: pullRequestFrom("checked-out"),
		needs: PULL_REQUEST
	}],
	["pull_request_target", {
		read: pullRequestFrom("asked-for"),
		needs: PULL_REQUEST
	}],
	["merge_group", {
		read: mergeGroupFrom,
		needs: "`merge_group.base_sha` and `merge_group.head_sha`"
	}],
	["workflow_run", {
		read: workflowRunFrom,
		needs: "`workflow_run.event` and `workflow_run.head_sha`"
	}]
]);
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Reads the event of the run: its name, and the text of the file that GITHUB_EVENT_PATH names. */
function readEvent(name, text) {
	const reader = READERS.get(name);
	if (reader === void 0) return {
		ok: true,
		event: {
			kind: "other",
			name
		}
	};
	const event = reader.read(parse(text));
	if (event !== void 0) return {
		ok: true,
		event
	};
	return {
		ok: false,
		message: `The event file is not that of a \`${name}\` event: it needs ${reader.needs}.`
	};
}

// src/github/read-inputs.ts
const parsed = (value) => ({
	ok: true,
	value
});
const text = (given) => parsed(given);
const textOr = (otherwise) => (given) => parsed(given ?? otherwise);
/** The booleans of YAML 1.2, as in the toolkit's `getBooleanInput`. */
const TRUE = [
	"true",
	"True",
	"TRUE"
];
const FALSE = [
	"false",
	"False",
	"FALSE"
];
const booleanOr = (otherwise) => (given) => {
	if (given === void 0) return parsed(otherwise);
	if (TRUE.includes(given)) return parsed(true);
	return FALSE.includes(given) ? parsed(false) : {
		ok: false,
		wanted: "`true` or `false`"
	};
};
function failOn(given) {
	if (given === void 0) return parsed(void 0);
	const result = require_base.parseFailOn(given);
	return result.ok ? parsed(result.failOn) : result;
}
function cni(given) {
	if (given === void 0) return parsed(void 0);
	const result = require_base.parseCni(given);
	return result.ok ? parsed(result.cni) : result;
}
/**
* The action's inputs; action.yml declares the same names, which a test checks. What may stand in the
* configuration file too is undefined unless it was given, so that the file can decide it.
*/
const INPUTS = {
	token: {
		name: "github-token",
		parse: text
	},
	base: {
		name: "base",
		parse: text
	},
	head: {
		name: "head",
		parse: text
	},
	config: {
		name: "config",
		parse: text
	},
	configToken: {
		name: "config-token",
		parse: text
	},
	workingDirectory: {
		name: "working-directory",
		parse: textOr(".")
	},
	comment: {
		name: "comment",
		parse: booleanOr(true)
	},
	failOn: {
		name: "fail-on",
		parse: failOn
	},
	warnOnly: {
		name: "warn-only",
		parse: booleanOr(void 0)
	},
	commentId: {
		name: "comment-id",
		parse: text
	},
	reviewComments: {
		name: "review-comments",
		parse: booleanOr(void 0)
	},
	cni: {
		name: "cni",
		parse: cni
	},
	sarif: {
		name: "sarif",
		parse: booleanOr(false)
	}
};
/** As the runner spells it: `getInput` of the toolkit reads the same variable. */
function inputText(env, name) {
	const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
	return value === "" ? void 0 : value;
}
/** Reads the inputs from the runner's environment. */
function readInputs(env) {
	const values = [];
	for (const [key, { name, parse }] of Object.entries(INPUTS)) {
		const result = parse(inputText(env, name));
		if (!result.ok) return {
			ok: false,
			message: `The input \`${name}\` is not ${result.wanted}.`
		};
		values.push([key, result.value]);
	}
	return {
		ok: true,
		inputs: Object.fromEntries(values)
	};
}

// src/github/read-runner.ts
/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
const VARIABLES = {
	eventName: "GITHUB_EVENT_NAME",
	eventPath: "GITHUB_EVENT_PATH",
	sha: "GITHUB_SHA",
	ref: "GITHUB_REF",
	repository: "GITHUB_REPOSITORY",
	apiUrl: "GITHUB_API_URL",
	serverUrl: "GITHUB_SERVER_URL",
	runId: "GITHUB_RUN_ID",
	workspace: "GITHUB_WORKSPACE",
	temp: "RUNNER_TEMP"
};
/** Reads what the runner says about the run. */
function readRunner(env) {
	const missing = Object.values(VARIABLES).filter((name) => (env[name] ?? "") === "");
	if (missing.length > 0) return {
		ok: false,
		message: `Not set: ${missing.join(", ")}. Is this a GitHub Actions runner?`
	};
	const value = (key) => env[VARIABLES[key]] ?? "";
	const [owner, repo, ...rest] = value("repository").split("/");
	if (!owner || !repo || rest.length > 0) return {
		ok: false,
		message: "GITHUB_REPOSITORY is not of the form owner/name."
	};
	if (!/^\d{1,15}$/.test(value("runId"))) return {
		ok: false,
		message: "GITHUB_RUN_ID is not a number."
	};
	return {
		ok: true,
		runner: {
			eventName: value("eventName"),
			eventPath: value("eventPath"),
			sha: value("sha"),
			ref: value("ref"),
			owner,
			repo,
			apiUrl: value("apiUrl"),
			serverUrl: value("serverUrl"),
			runId: Number(value("runId")),
			workspace: value("workspace"),
			temp: value("temp"),
			usesProxy: Object.keys(env).some((name) => /^(?:https?|all)_proxy$/i.test(name)),
			...readAction(env)
		}
	};
}
/** Both are empty where a workflow uses an action of a local folder. */
function readAction(env) {
	const repository = env["GITHUB_ACTION_REPOSITORY"] ?? "";
	const ref = env["GITHUB_ACTION_REF"] ?? "";
	return /^[\w.-]+\/[\w.-]+$/.test(repository) && ref !== "" ? { action: {
		repository,
		ref
	} } : {};
}

// src/github/read-context.ts
async function readText(path) {
	try {
		return await (0, node_fs_promises.readFile)(path, "utf8");
	} catch {
		return;
	}
}
/** Reads the inputs, the runner's variables and the event. */
async function readContext(env) {
	const inputsResult = readInputs(env);
	if (!inputsResult.ok) return inputsResult;
	const runnerResult = readRunner(env);
	if (!runnerResult.ok) return runnerResult;
	const { inputs } = inputsResult;
	const { runner } = runnerResult;
	const text = await readText(runner.eventPath);
	if (text === void 0) return {
		ok: false,
		message: `The event file ${runner.eventPath} cannot be read.`
	};
	const eventResult = readEvent(runner.eventName, text);
	if (!eventResult.ok) return eventResult;
	const repo = (0, node_path.resolve)(runner.workspace, inputs.workingDirectory);
	return {
		ok: true,
		context: {
			inputs,
			runner,
			event: eventResult.event,
			repo
		}
	};
}

// src/github/run-action.ts
const FAILED_TO_RUN = 3;
/** Also the log of a run is foreign text to the runner, so it is only printed as an escaped command. */
function fail(message) {
	error(require_report.terminalText(message, 4e3), { title: "netpol-review could not run" });
	return FAILED_TO_RUN;
}
function describe(error) {
	if (error instanceof require_base.SourceFailure || error instanceof require_base.InvalidConfig) return error.message;
	const text = error instanceof Error ? error.stack ?? error.message : String(error);
	debug(text);
	return `Internal error: ${error instanceof Error ? error.message : text}`;
}
async function tryToReport(context, engine, api) {
	try {
		return await makeReport(context, engine, api);
	} catch (error) {
		return {
			ok: false,
			message: describe(error)
		};
	}
}
/** The runner replaces these in the log, whoever prints them. */
function maskSecrets({ token, configToken }) {
	for (const secret of [token, configToken]) if (secret !== void 0) setSecret(secret);
	if (token !== void 0) setSecret(require_git.basicAuthorization(token));
}
/** Finds out what the run is about, where the event alone does not say it. */
async function locate(context, api) {
	const { event } = context;
	if (event.kind !== "workflow-run") return {
		kind: "located",
		context: {
			...context,
			event,
			isCompanion: false
		}
	};
	const found = await findPullRequest(api, event);
	switch (found.kind) {
		case "found": return {
			kind: "located",
			context: {
				...context,
				event: found.event,
				isCompanion: true
			}
		};
		case "none": return {
			kind: "nothing",
			message: found.message
		};
		case "several": return {
			kind: "failed",
			message: found.message
		};
	}
}
async function run({ env, ...engine }) {
	const read = await readContext(env);
	if (!read.ok) return fail(read.message);
	maskSecrets(read.context.inputs);
	const api = readApiOf(read.context);
	const located = await locate(read.context, api);
	if (located.kind === "failed") return fail(located.message);
	if (located.kind === "nothing") {
		notice(require_report.terminalText(located.message), { title: "netpol-review" });
		return 0;
	}
	const { context } = located;
	const made = await tryToReport(context, engine, api);
	if (made.ok) {
		const { onPull } = await publishReport(context, made);
		if (!context.isCompanion) return require_commands.exitCodeOf(made.report);
		return onPull ? 0 : FAILED_TO_RUN;
	}
	const code = fail(made.message);
	await publishFailure(context);
	return code;
}
/** Reviews or scans, publishes what came out, and returns the exit code. */
async function runAction(request) {
	try {
		return await run(request);
	} catch (error) {
		return fail(describe(error));
	}
}

// src/action.ts
const loadReview = async () => (await Promise.resolve().then(() => require("./chunks/checks.js")).then((n) => n.review_exports)).runReview;
const loadScan = async () => (await Promise.resolve().then(() => require("./chunks/scan2.js"))).runScan;
/** What still waits when the result is there, such as for a server, must not hold the job. */
const LINGER_MS = 500;
async function start() {
	const heap = require_heap_growth.createHeapGrowth();
	/** Ends with the work: Node's modules for the network are loaded after it. */
	const withRoom = async (work) => {
		try {
			return await work;
		} finally {
			heap.asUsual();
		}
	};
	process.exitCode = await runAction({
		env: process.env,
		review: async (request) => withRoom((await loadReview())(request)),
		standing: async (request) => (await Promise.resolve().then(() => require("./chunks/scan2.js"))).runStanding(request),
		scan: async (request) => withRoom((await loadScan())(request)),
		load: (kind) => {
			heap.atOnce();
			kind === "review" ? loadReview() : loadScan();
		}
	});
	setTimeout(() => process.exit(), LINGER_MS).unref();
}
start();

exports.FIRST_LOOK_MAX_BYTES = FIRST_LOOK_MAX_BYTES;
exports.blobId = blobId;
exports.isLimit = isLimit;
exports.readLineMarker = readLineMarker;
exports.readMarker = readMarker;
exports.secondsToWait = secondsToWait;
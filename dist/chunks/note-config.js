const require_parse_config = require("./parse-config.js");
const require_settings = require("./settings.js");
const require_base = require("./base.js");

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
	const bytes = require_base.bytesIn(await request.source.read([id]), id);
	if (bytes === void 0) return {
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
	const result = require_parse_config.parseConfig({
		path,
		text
	}, require_settings.configContext(request));
	return result.ok ? void 0 : result.faults[0];
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}

Object.defineProperty(exports, "noteConfig", {
  enumerable: true,
  get: function () {
    return noteConfig;
  }
});
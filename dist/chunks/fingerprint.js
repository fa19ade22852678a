let node_crypto = require("node:crypto");

// src/report/sarif-limits.ts
/**
* What code scanning takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
* and https://docs.github.com/en/code-security/reference/code-scanning/troubleshoot-analysis-errors/results-exceed-limit
*/
/** The category of a review with nothing to tell it apart. */
const SARIF_CATEGORY = "netpol-review";
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
/** The same for flows: who may reach whom on which ports, whatever caused it. */
const flowFingerprintsOf = ({ scopes }) => numberedHashes(scopes.flatMap(({ name, flows }) => flows.map((flow) => {
	const { change, namespace, source, destination, ports, blame } = flow;
	return [flow, [
		"flow",
		name,
		change,
		namespace,
		blame.side,
		source.text,
		destination.text,
		ports
	]];
})));
function numberedHashes(items) {
	const seen = /* @__PURE__ */ new Map();
	return new Map(items.map(([item, parts]) => {
		const about = JSON.stringify(parts);
		const before = seen.get(about) ?? 0;
		seen.set(about, before + 1);
		return [item, (0, node_crypto.createHash)("sha256").update(`${about}${before}`).digest("hex").slice(0, 32)];
	}));
}

Object.defineProperty(exports, "MAX_DESCRIPTION", {
  enumerable: true,
  get: function () {
    return MAX_DESCRIPTION;
  }
});
Object.defineProperty(exports, "MAX_GZIP_BYTES", {
  enumerable: true,
  get: function () {
    return MAX_GZIP_BYTES;
  }
});
Object.defineProperty(exports, "MAX_MESSAGE", {
  enumerable: true,
  get: function () {
    return MAX_MESSAGE;
  }
});
Object.defineProperty(exports, "MAX_NOTIFICATIONS", {
  enumerable: true,
  get: function () {
    return MAX_NOTIFICATIONS;
  }
});
Object.defineProperty(exports, "MAX_PATH", {
  enumerable: true,
  get: function () {
    return MAX_PATH;
  }
});
Object.defineProperty(exports, "MAX_REPLACEMENT", {
  enumerable: true,
  get: function () {
    return MAX_REPLACEMENT;
  }
});
Object.defineProperty(exports, "MAX_RESULTS", {
  enumerable: true,
  get: function () {
    return MAX_RESULTS;
  }
});
Object.defineProperty(exports, "SARIF_CATEGORY", {
  enumerable: true,
  get: function () {
    return SARIF_CATEGORY;
  }
});
Object.defineProperty(exports, "SHOWN_RESULTS", {
  enumerable: true,
  get: function () {
    return SHOWN_RESULTS;
  }
});
Object.defineProperty(exports, "fingerprintsOf", {
  enumerable: true,
  get: function () {
    return fingerprintsOf;
  }
});
Object.defineProperty(exports, "flowFingerprintsOf", {
  enumerable: true,
  get: function () {
    return flowFingerprintsOf;
  }
});
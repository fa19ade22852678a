const require_rolldown_runtime = require("./rolldown-runtime.js");

// src/report/json.ts
var json_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderJson: () => renderJson });
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
		"metadataPods",
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
		"more",
		"missing"
	],
	[
		"family",
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
		"also",
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
		"policies",
		"new",
		"gone"
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

Object.defineProperty(exports, "inertJson", {
  enumerable: true,
  get: function () {
    return inertJson;
  }
});
Object.defineProperty(exports, "json_exports", {
  enumerable: true,
  get: function () {
    return json_exports;
  }
});
Object.defineProperty(exports, "renderJson", {
  enumerable: true,
  get: function () {
    return renderJson;
  }
});
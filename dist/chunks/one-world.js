const require_checks = require("./checks.js");
const require_settings = require("./settings.js");
const require_manifests = require("./manifests.js");

// src/one-world.ts
/** Reads a directory as one world, whatever its folders are called. */
async function readOneWorld(request, namespace) {
	const config = await require_settings.readConfig(request);
	const ipBlockMatchesPods = require_settings.matchesPods(request, config);
	const { scopes } = await require_manifests.collectWorld(request.source, {
		config,
		oneScope: true,
		namespace
	});
	const [scope] = scopes;
	if (scope === void 0) throw new Error("one scope is wanted");
	const labels = require_manifests.namespaceLabelsOf(scope.world);
	const evaluator = require_checks.createEvaluator(scope.world, {
		directory: require_checks.createDirectory(labels),
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

Object.defineProperty(exports, "readOneWorld", {
  enumerable: true,
  get: function () {
    return readOneWorld;
  }
});
const require_base = require("./base.js");
const require_one_world = require("./one-world.js");
const require_checks = require("./checks.js");
const require_escape = require("./escape.js");
const require_settings = require("./settings.js");
const require_output = require("./output.js");

// src/commands/flows.ts
/** Prints every allowed flow of one world. What could not be read makes the list undecided. */
async function runFlows(command, terminal) {
	const request = require_output.requestOf(await require_output.openFolders([command.directory]), command, terminal);
	const { world, evaluator, ledger } = await require_one_world.readOneWorld(request, command.namespace);
	const flows = require_checks.listFlows(world.workloads, evaluator, { families: [4, 6] });
	const unread = ledger.filter(({ decides }) => decides);
	const notRead = unread.map(({ path, span, reason }) => require_escape.terminalText(`not read: ${path}:${span?.startLine ?? 1}: ${reason}`));
	const text = command.format === "json" ? `${JSON.stringify(flows.map(jsonRow), null, 2)}\n` : [
		...flows.map(textRow),
		...notRead,
		""
	].join("\n");
	require_output.writeText(text, command, terminal);
	return unread.length > 0 ? require_settings.EXIT_CODES.undecided : 0;
}
/** Ports as inclusive intervals per protocol; protocols without ports are left out. */
function jsonRow({ source, destination, ports, dependsOnAddress }) {
	return {
		source,
		destination,
		ports: Object.fromEntries(require_base.PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [protocol, ports[protocol].map(([start, end]) => [start, end - 1])])),
		...dependsOnAddress ? { dependsOnAddress } : {}
	};
}
const textRow = ({ source, destination, ports, dependsOnAddress }) => require_escape.terminalText(`${source} => ${destination} : ${require_checks.describePorts(ports, require_checks.NO_NAMES)}`, 1e3) + (dependsOnAddress ? " (for some pods or addresses only)" : "");

exports.runFlows = runFlows;
const require_commands = require("./commands.js");

// src/commands/scan.ts
/** Prints the posture of a directory, or of a revision of the repository in it. */
async function runScanCommand(command, terminal) {
	const { directory, rev } = command;
	const opening = rev === void 0 ? require_commands.openFolders([directory]) : require_commands.openRevisions(directory, [rev], { onListing: () => void Promise.resolve().then(() => require("./scan2.js")) });
	const [source, writeReport] = await Promise.all([opening, require_commands.prepareReport(command, terminal)]);
	const request = require_commands.requestOf(source, command, terminal);
	const configured = await (rev === void 0 ? require_commands.withConfigOfFolder(request) : require_commands.withConfigOfBase(request, directory, rev));
	const [{ runScan }, { createReading, textsOf }] = await Promise.all([Promise.resolve().then(() => require("./scan2.js")), Promise.resolve().then(() => require("./manifests.js")).then((n) => n.reading_exports)]);
	const reading = createReading(source);
	const report = await runScan({
		...configured,
		reading
	});
	const [head] = source.snapshots;
	return writeReport({
		report,
		sarif: head === void 0 ? {} : { textAtHead: textsOf(head, reading) }
	});
}

exports.runScanCommand = runScanCommand;
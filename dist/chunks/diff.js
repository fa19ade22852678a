const require_base = require("./base.js");
const require_commands = require("./commands.js");

// src/commands/diff.ts
/** Compares two revisions or two directories and prints the review. */
async function runDiff(command, terminal) {
	const { base, head, dirs, repo } = command;
	const stop = new AbortController();
	const loadWriter = require_base.lazily(() => require_commands.prepareReport(command, terminal));
	const loadParts = async () => {
		await require_base.nextTurn();
		await Promise.resolve().then(() => require("./yaml.js")).then((n) => n.browser_exports);
		await require_base.nextTurn();
		await loadWriter();
	};
	const source = dirs ? await require_commands.openPair([base, head]) : await require_commands.openRevisions(repo, [base, head], {
		readAhead: require_base.isManifestPath,
		onListing: () => void loadParts(),
		signal: stop.signal
	});
	try {
		const writeReport = await loadWriter();
		const request = require_commands.requestOf(source, command, terminal);
		const configured = await (dirs ? require_commands.withConfigOfFolder(request) : require_commands.withConfigOfBase(request, repo, base));
		const review = await loadReview();
		if (command.format !== "sarif") return writeReport({
			report: await review({
				...configured,
				fixes: true
			}),
			sarif: {}
		});
		return await reviewForSarif(configured, {
			review,
			writeReport
		});
	} finally {
		stop.abort();
	}
}
/** SARIF tells all that stands at head, so only it needs both revisions scanned whole. */
async function reviewForSarif(configured, { review, writeReport }) {
	const [{ runStanding }, { createReading, textsOf }] = await Promise.all([Promise.resolve().then(() => require("./scan2.js")), Promise.resolve().then(() => require("./manifests.js")).then((n) => n.reading_exports)]);
	const [, head] = configured.source.snapshots;
	if (head === void 0) throw new Error("two snapshots are wanted");
	const reading = createReading(configured.source);
	const request = {
		...configured,
		reading
	};
	return writeReport({
		report: await review({
			...request,
			fixes: true
		}),
		sarif: {
			standing: await runStanding(request),
			textAtHead: textsOf(head, reading)
		}
	});
}
const loadReview = async () => (await Promise.resolve().then(() => require("./checks.js")).then((n) => n.review_exports)).runReview;

exports.runDiff = runDiff;
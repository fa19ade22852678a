const require_checks = require("./checks.js");
const require_commands = require("./commands.js");
const require_manifests = require("./manifests.js");

// src/scan.ts
/**
* The posture of one revision: isolation, exposure and metadata of every namespace. Standing faults are
* listed and fail nothing unless the configuration says so; what could not be read leaves the answer undecided.
*/
async function runScan(request) {
	const [only] = request.source.snapshots;
	return scanSnapshot(request, only);
}
/** Scans both revisions of a change. What stands at both is read and parsed once. */
async function runStanding(request) {
	const reading = request.reading ?? require_manifests.createReading(request.source);
	const [base, head] = request.source.snapshots;
	const neutral = {
		...request,
		reading,
		overrides: {
			failOn: [],
			warnOnly: false
		}
	};
	return {
		base: await scanSnapshot(neutral, base),
		head: await scanSnapshot(neutral, head)
	};
}
async function scanSnapshot(request, snapshot) {
	if (snapshot === void 0) throw new Error("a snapshot is wanted");
	const { source, reading } = request;
	const config = await require_commands.readConfig(request);
	const ipBlockMatchesPods = require_commands.matchesPods(request, config);
	const collected = await require_manifests.collectRevision(source, {
		config,
		snapshot,
		...reading === void 0 ? {} : { reading }
	});
	const scans = collected.scopes.map((scope) => ({
		scope,
		scan: require_checks.scanScope({
			name: scope.name,
			world: scope.world,
			ipBlockMatchesPods,
			kustomized: collected.kustomized
		})
	}));
	const ledger = [
		...await require_checks.noteConfig(request, config),
		...collected.ledger,
		...collected.scopes.flatMap((scope) => scope.ledger),
		...scans.flatMap(({ scope, scan }) => [
			...require_checks.ledgerOfTooComplex(scan.unknown, {
				world: scope.world,
				what: "evaluate"
			}),
			...require_checks.ledgerOfDuplicates(scan.findings),
			...require_checks.ledgerOfLints(scope.world, scan.lintsGivenUp)
		])
	].toSorted((a, b) => Number(b.decides) - Number(a.decides));
	const judgement = require_checks.judge({
		mode: "scan",
		today: request.today,
		isReviewed: (path) => snapshot.entries.some((entry) => entry.path === path),
		config,
		ledger,
		scopes: scans.map(({ scope, scan }) => ({
			name: scope.name,
			flows: [],
			findings: [...scan.findings, ...unknownFields(scope)],
			ledger: [...collected.ledger, ...scope.ledger]
		}))
	});
	const policies = collected.scopes.flatMap(({ world }) => world.policies.map(({ policy }) => policy));
	const hostNetwork = collected.scopes.some(({ world }) => world.workloads.some(({ workload }) => workload.hostNetwork));
	return {
		schemaVersion: 1,
		mode: "scan",
		head: {
			name: snapshot.name,
			...snapshot.commit === void 0 ? {} : { commit: snapshot.commit }
		},
		...judgement,
		scopes: scans.map(({ scope, scan }) => ({
			name: scope.name,
			namespaces: scan.namespaces,
			flows: [],
			policies: []
		})).filter(({ namespaces }) => namespaces.length > 0),
		assumptions: require_commands.assumptionsOf(policies, {
			ipBlockMatchesPods,
			hostNetwork
		}),
		statistics: {
			filesChanged: 0,
			filesRead: collected.filesRead,
			policiesRead: policies.length,
			namespaces: scans.reduce((sum, { scan }) => sum + scan.namespaces.length, 0)
		}
	};
}
const unknownFields = ({ name, files }) => files.flatMap(({ problems }) => problems).filter(({ code, about }) => about === "policy" && code === "unknown-field").map(({ message, span }) => require_commands.findingOf("NP028", {
	scope: name,
	message,
	location: span
}));

exports.runScan = runScan;
exports.runStanding = runStanding;
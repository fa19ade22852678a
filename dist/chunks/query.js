const require_manifests = require("./manifests.js");
const require_one_world = require("./one-world.js");
const require_checks = require("./checks.js");
const require_escape = require("./escape.js");
const require_settings = require("./settings.js");
const require_output = require("./output.js");
const require_base = require("./base.js");

// src/commands/query.ts
/** Decides one flow and prints the rules that did. */
async function runQuery(command, terminal) {
	const request = require_output.requestOf(await require_output.openFolders([command.directory]), command, terminal);
	const world = await require_one_world.readOneWorld(request, command.namespace);
	const source = findEnd(command.from, world);
	const destination = findEnd(command.to, world);
	const { port, protocol } = command;
	const flow = {
		source,
		destination,
		port,
		protocol
	};
	const decision = require_checks.decideFlow(world.world.policies, flow, world);
	const unread = world.ledger.filter(({ decides }) => decides);
	const verdict = unread.length > 0 ? "undecided" : decision.allowed ? "allowed" : "denied";
	const answer = {
		from: command.from,
		to: command.to,
		port,
		protocol,
		verdict,
		sides: [decision.egress, decision.ingress].map(describeSide),
		unread: unread.map(({ path, reason }) => ({
			path,
			reason
		}))
	};
	const text = command.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : printed(answer);
	require_output.writeText(text, command, terminal);
	if (verdict === "undecided") return require_settings.EXIT_CODES.undecided;
	return decision.allowed ? 0 : 1;
}
/** A workload or pod as `namespace/name`, or an address. */
function findEnd(text, { world, labels }) {
	const address = require_manifests.parseAddress(text);
	if (address !== void 0) return {
		type: "address",
		address: require_checks.pointOf(address.family, address.value)
	};
	const idOf = ({ namespace, workload }) => `${namespace}/${workload.name}`;
	const [first, second] = world.workloads.filter((placed) => idOf(placed) === text);
	if (first === void 0) throw new require_base.CommandError(`there is no workload ${text}; there are: ${listed(world.workloads.map(idOf))}`);
	if (second !== void 0) throw new require_base.CommandError(`${text} is the name of a ${first.workload.kind} and of a ${second.workload.kind}; query a directory with one of them`);
	const { workload, namespace } = first;
	const [ip] = workload.ips.flatMap((own) => require_manifests.parseAddress(own) ?? []);
	return {
		type: "pod",
		namespace,
		namespaceLabels: labels.get(namespace) ?? { ["kubernetes.io/metadata.name"]: namespace },
		labels: workload.labels,
		ports: workload.ports,
		hostNetwork: workload.hostNetwork,
		...ip === void 0 ? {} : { address: require_checks.pointOf(ip.family, ip.value) }
	};
}
const SHOWN = 10;
const listed = (all) => all.length === 0 ? "none" : all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? " and more" : "");
function describeSide(decision) {
	const { direction, allowed, isolatedBy, allowedBy } = decision;
	return {
		side: direction,
		allowed,
		isolatedBy: isolatedBy.map(({ name, podSelector }) => ({
			policy: name,
			place: place(podSelector.span)
		})),
		allowedBy: allowedBy.map(({ policy, rule }) => ({
			policy: policy.name,
			place: place(rule.span)
		}))
	};
}
const place = ({ path, startLine }) => `${path}:${startLine}`;
function printed({ from, to, port, protocol, verdict, sides, unread }) {
	return `${[
		`${verdict}: ${from} -> ${to} ${protocol} ${port}`,
		...sides.flatMap(({ side, allowed, isolatedBy, allowedBy }) => [
			`  ${side}: ${allowed ? "allowed" : "denied"}${isolatedBy.length === 0 ? ", no policy isolates this end" : ""}`,
			...isolatedBy.map((entry) => `    isolated by ${entry.policy} (${entry.place})`),
			...allowedBy.map((entry) => `    allowed by ${entry.policy} (${entry.place})`)
		]),
		...unread.map(({ path, reason }) => `  not read: ${path}: ${reason}`)
	].map((line) => require_escape.terminalText(line, 600)).join("\n")}\n`;
}

exports.runQuery = runQuery;
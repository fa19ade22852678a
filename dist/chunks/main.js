const require_base = require("./base.js");
let node_fs = require("node:fs");

// src/commands/help.ts
const HELP = `netpol-review: which traffic does a change of Kubernetes network policy open or close?

  netpol-review diff BASE HEAD [--repo DIR]     compare two git revisions
  netpol-review diff --dirs BASE HEAD           compare two directories
  netpol-review scan [DIR] [--rev REV]          the posture of a directory, or of a revision of DIR
  netpol-review flows DIR                       every allowed flow between the workloads of DIR
  netpol-review query DIR --from X --to Y --port P [--protocol TCP|UDP|SCTP]
                                                one flow, and the rules that decide it

Options
  --format text|markdown|json|sarif|html
                                how to print (default: text; flows and query: text, json);
                                diff also: probes, a script that tries the changed flows on the cluster
  --output FILE                 write there instead of to standard output
  --config FILE                 configuration; otherwise .github/netpol-review.yml of BASE (diff), of DIR, or
                                of REV
  --organisation-config FILE    configuration whose keys win over the other one's
  --fail-on WORDS               diff, scan: what fails besides the gates, separated by commas: error, warning,
                                note; metadata, from-internet, to-internet, sensitive-port,
                                across-namespaces, same-namespace (opened flows of this risk or a worse one)
  --warn-only                   diff, scan: exit with 0 whatever the verdict is
  --cni NAME                    the cluster's network plugin, where it matters (cilium): antrea,
                                aws-vpc-cni, azure-npm, calico, canal, cilium, flannel, kindnet,
                                kube-network-policies, kube-ovn, kube-router, ovn-kubernetes, weave-net
  --scope NAME                  flows, query: of several scopes, the one that is asked (see docs/scopes.md)
  --namespace NAME              flows, query: where objects without a namespace land, if not where the
                                configuration or a folder tells, or else in "default"
  --color, --no-color           colours; without either, only on a terminal
  --help                        this text
  --version                     the version

X and Y, of which one at least is pods, are
  NAMESPACE/NAME                a workload or pod of DIR; NAMESPACE/NAME[KIND] where two have the name
  NAMESPACE{KEY=VALUE,...}      a pod with these labels and no others, whether or not DIR has one
  NAMESPACE                     any pod that the namespace could hold
  an IP address                 outside the cluster
A port is a number. Quote braces: most shells expand them.

Exit codes
  0  pass        1  default-deny or the metadata block got weaker, or what the configuration says
  2  undecided   3  wrong usage, or an internal error
  query: 0 allowed, 1 denied, 2 undecided

Examples
  netpol-review diff origin/main HEAD
  netpol-review diff --dirs examples/shop/base examples/shop/head --format markdown
  netpol-review query k8s/ --from shop/web --to shop/db --port 5432
  netpol-review query k8s/ --from shop/web --to 169.254.169.254 --port 80
  netpol-review query k8s/ --from 'shop{app=web}' --to 'shop{app=db}' --port 5432
  netpol-review query k8s/ --from other --to shop --port 5432
`;

// src/commands/standard-output.ts
const STANDARD_OUTPUT = 1;
const RETRY_MS = 5;
/**
* Writes all of a text to standard output. The stream that Node has for that takes as long to open as git
* takes to start. A reader that has seen enough, such as `head`, ends the output and is no error.
*/
function writeToStandardOutput(text) {
	for (let rest = Buffer.from(text); rest.length > 0;) try {
		rest = rest.subarray((0, node_fs.writeSync)(STANDARD_OUTPUT, rest));
	} catch (error) {
		const { code } = error;
		if (code === "EPIPE") return;
		if (code !== "EAGAIN") throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
	}
}

// src/commands/main.ts
const terminal = {
	write: writeToStandardOutput,
	warn: (line) => void process.stderr.write(`netpol-review: ${line}\n`),
	get today() {
		return require_base.dayOf(/* @__PURE__ */ new Date());
	},
	get isTerminal() {
		return process.stdout.isTTY && process.env["NO_COLOR"] === void 0;
	},
	get columns() {
		return process.stdout.isTTY ? require_base.knownWidth(process.stdout.columns) : void 0;
	}
};
async function run(command) {
	switch (command.name) {
		case "help":
			terminal.write(HELP);
			return 0;
		case "version":
			terminal.write(`${require_base.VERSION}\n`);
			return 0;
		case "diff": return (await Promise.resolve().then(() => require("./diff.js"))).runDiff(command, terminal);
		case "scan": return (await Promise.resolve().then(() => require("./scan.js"))).runScanCommand(command, terminal);
		case "flows": return (await Promise.resolve().then(() => require("./flows.js"))).runFlows(command, terminal);
		case "query": return (await Promise.resolve().then(() => require("./query.js"))).runQuery(command, terminal);
	}
}
const MAX_LINES = 20;
async function complain(message) {
	const { terminalText } = await Promise.resolve().then(() => require("./report.js")).then((n) => n.escape_exports);
	for (const line of message.split("\n").slice(0, MAX_LINES)) process.stderr.write(`netpol-review: ${terminalText(line, 4e3)}\n`);
	return 3;
}
/** Runs a command and returns its exit code. */
async function main(args) {
	const parsed = require_base.parseCommand(args);
	if (!parsed.ok && parsed.usage) {
		process.stderr.write(HELP);
		return 3;
	}
	if (!parsed.ok) {
		const end = parsed.message.endsWith("?") ? "" : ".";
		return complain(`${parsed.message}${end} Try netpol-review --help.`);
	}
	try {
		return await run(parsed.command);
	} catch (error) {
		if (error instanceof require_base.CommandError || error instanceof require_base.InvalidConfig || error instanceof require_base.SourceFailure) return complain(error.message);
		return complain(`internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
	}
}

exports.main = main;
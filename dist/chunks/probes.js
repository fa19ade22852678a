const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_report = require("./report.js");

// src/report/probe-rows.ts
/** More than a person will read, or a cluster should have to run for one change. */
const MAX_PROBES = 6;
/**
* The flows of a review that a pod can try, worst first, opened and closed in turn. Only TCP: over UDP no
* answer proves nothing.
*/
function chooseProbes({ mode, scopes }) {
	if (mode !== "diff") return [];
	const probes = scopes.flatMap(({ flows }) => flows.flatMap((row) => probeOf(row) ?? []));
	const isWorst = ({ row }) => row.risk === "metadata";
	const sorted = probes.toSorted((a, b) => Number(isWorst(b)) - Number(isWorst(a)) || Number(b.row.existing) - Number(a.row.existing));
	const opened = sorted.filter(({ expect }) => expect === "ALLOW");
	const closed = sorted.filter(({ expect }) => expect === "DENY");
	const half = MAX_PROBES / 2;
	const first = opened.slice(0, Math.max(half, MAX_PROBES - closed.length));
	return [...first, ...closed.slice(0, MAX_PROBES - first.length)];
}
function probeOf(row) {
	const { change, witness } = row;
	if (change !== "opened" && change !== "closed" || witness?.ends === void 0) return void 0;
	if (row.family !== void 0) return void 0;
	const { ends, protocol, port } = witness;
	const source = sourceOf(ends.source);
	const destination = destinationOf(ends.destination);
	if (protocol !== "TCP" || typeof port !== "number") return void 0;
	if (source === void 0 || destination === void 0) return void 0;
	return {
		expect: change === "opened" ? "ALLOW" : "DENY",
		row,
		source,
		destination,
		port
	};
}
/** Controllers that would take a pod with their labels for one of their own, and delete one too many. */
const ADOPTING = /* @__PURE__ */ new Set([
	"DaemonSet",
	"ReplicaSet",
	"ReplicationController"
]);
const sourceOf = (end) => end.type === "pod" && ADOPTING.has(end.kind) ? void 0 : podOf(end);
function destinationOf(end) {
	if (end.type === "address") return /^[\da-f.:]{2,45}$/iu.test(end.address) ? end : void 0;
	const pod = podOf(end);
	return pod === void 0 || pod.labels.length === 0 ? void 0 : pod;
}
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u;
const LABEL = /^[A-Za-z0-9][-A-Za-z0-9_./]{0,316}$/u;
/** Nothing but names that the API server takes gets into a command. */
function podOf(end) {
	if (end.type === "address" || end.namespace === void 0) return void 0;
	const { namespace, labels } = end;
	return NAMESPACE.test(namespace) && labels.every(({ name, value }) => LABEL.test(name) && (value === "" || LABEL.test(value))) ? {
		type: "pod",
		namespace,
		labels
	} : void 0;
}

// src/report/probe-functions.ts
/** The part of the script that is the same for every review. POSIX sh; `kubectl` does the rest. */
const PROBE_FUNCTIONS = String.raw`#!/bin/sh
# Tries after the deployment what the review says about it. Each probe starts a short-lived pod with the
# labels of the source, never ready, so that no Service sends it traffic, and connects once.
# "No connection" counts as denied only if a control shows that there is something to connect to: a process
# that listens in the destination pod, or the same address answering from CONTROL_NAMESPACE, a namespace
# without policies. Otherwise the result is INCONCLUSIVE. Exit code: 0 as expected, 1 not, 2 inconclusive.
set -u
kubectl=${"$"}{KUBECTL:-kubectl}
image=${"$"}{PROBE_IMAGE:-busybox:1.37}
elsewhere=${"$"}{CONTROL_NAMESPACE:-default}
wrong=0
unclear=0

# connect NAME NAMESPACE LABELS HOST PORT: open, closed or unknown
connect() (
  trap '"$kubectl" delete pod -n "$2" "$1" --ignore-not-found --wait=false >/dev/null 2>&1' EXIT
  trap 'exit 1' INT TERM
  printf '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":%s,"annotations":{"sidecar.istio.io/inject":"false"}},"spec":{"restartPolicy":"Never","activeDeadlineSeconds":90,"terminationGracePeriodSeconds":0,"automountServiceAccountToken":false,"readinessGates":[{"conditionType":"netpol-review/never"}],"securityContext":{"runAsNonRoot":true,"runAsUser":65534,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"probe","image":"%s","command":["sh","-c","nc -z -w 3 %s %s && echo open || echo closed"],"resources":{"requests":{"cpu":"10m","memory":"16Mi"},"limits":{"cpu":"100m","memory":"32Mi"}},"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}}' \
    "$1" "$3" "$image" "$4" "$5" | "$kubectl" create -n "$2" -f - >/dev/null || { echo unknown; exit; }
  seconds=0
  while [ "$seconds" -lt "${"$"}{PROBE_SECONDS:-60}" ]; do
    case $("$kubectl" logs -n "$2" "$1" 2>/dev/null) in
      *open*) echo open; exit ;;
      *closed*) echo closed; exit ;;
    esac
    sleep 1
    seconds=$((seconds + 1))
  done
  echo unknown
)

# listens NAMESPACE POD HEX: whether a process of the pod listens, by its kernel's table; no network involved
listens() {
  "$kubectl" exec -n "$1" "$2" -- sh -c 'for table in /proc/net/tcp /proc/net/tcp6; do
    [ -r "$table" ] && while read -r _ local _ state _; do
      case "$local $state" in
        0100007F:* | 00000000000000000000000001000000:*) ;;
        *":$0 0A") echo yes; exit ;;
      esac
    done <"$table"
  done' "$3" 2>/dev/null
}

# report NUMBER EXPECTED TEXT RESULT CONTROL REASON
report() {
  case "$2 $4 $5" in
    "ALLOW open "* | "DENY closed yes") printf 'PASS %s: %s %s\n' "$1" "$2" "$3" ;;
    "DENY open "* | "ALLOW closed yes")
      printf 'FAIL %s: %s expected, and it is %s: %s\n' "$1" "$2" "$4" "$3"
      wrong=1
      ;;
    *)
      printf 'INCONCLUSIVE %s: %s %s (%s)\n' "$1" "$2" "$3" "$6"
      unclear=1
      ;;
  esac
}

# try_pod NUMBER EXPECTED TEXT NAMESPACE LABELS TO_NAMESPACE TO_SELECTOR PORT HEX
try_pod() {
  found=$("$kubectl" get pods -n "$6" -l "$7" --field-selector=status.phase=Running \
    -o 'jsonpath={.items[0].metadata.name} {.items[0].status.podIP}' 2>/dev/null)
  case $found in
    ?*" "?*) ;;
    *) report "$1" "$2" "$3" unknown no "no running pod $7 in $6"; return ;;
  esac
  result=$(connect "netpol-probe-$$-$1" "$4" "$5" "${"$"}{found#* }" "$8")
  control=no
  [ "$result" = closed ] && control=$(listens "$6" "${"$"}{found%% *}" "$9")
  reason="no connection, and nothing shows that pod ${"$"}{found%% *} listens on $8"
  [ "$result" = unknown ] && reason="the probe pod did not run"
  report "$1" "$2" "$3" "$result" "$control" "$reason"
}

# try_address NUMBER EXPECTED TEXT NAMESPACE LABELS ADDRESS PORT
try_address() {
  result=$(connect "netpol-probe-$$-$1" "$4" "$5" "$6" "$7")
  control=no
  if [ "$result" = closed ]; then
    [ "$(connect "netpol-probe-$$-$1-control" "$elsewhere" '{}' "$6" "$7")" = open ] && control=yes
  fi
  reason="no connection, and none from namespace $elsewhere either"
  [ "$result" = unknown ] && reason="the probe pod did not run"
  report "$1" "$2" "$3" "$result" "$control" "$reason"
}

finish() {
  [ "$wrong" -eq 1 ] && exit 1
  [ "$unclear" -eq 1 ] && exit 2
  exit 0
}
`;

// src/report/probes.ts
var probes_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderProbes: () => renderProbes });
/**
* A shell script that tries the flows of a review on the cluster, once the change is deployed: enforcement
* that nobody verified is none. Undefined where no flow can be tried. Every word from a manifest is checked
* and quoted; the script runs with `sh` and `kubectl` alone.
*/
function renderProbes(report) {
	const probes = chooseProbes(report);
	if (probes.length === 0) return void 0;
	return [
		PROBE_FUNCTIONS,
		...probes.map(probeLine),
		"finish",
		""
	].join("\n");
}
const countProbes = (report) => chooseProbes(report).length;
function probeLine(probe, index) {
	const { expect, source, destination, port } = probe;
	const [verb = "", ...end] = destination.type === "address" ? [
		"try_address",
		destination.address,
		String(port)
	] : [
		"try_pod",
		destination.namespace,
		selectorOf(destination),
		String(port),
		hexOf(port)
	];
	return [verb, ...[...[
		String(index + 1),
		expect,
		textOf(probe),
		source.namespace,
		labelsOf(source)
	], ...end].map(shellQuote)].join(" ");
}
const MAX_TEXT = 160;
const textOf = ({ row: { witness }, port }) => require_report.terminalText(`${witness?.source ?? ""} -> ${witness?.destination ?? ""}:${port}`, MAX_TEXT);
const labelsOf = ({ labels }) => JSON.stringify(Object.fromEntries(labels.map(({ name, value }) => [name, value])));
const selectorOf = ({ labels }) => labels.map(({ name, value }) => `${name}=${value}`).join(",");
/** As the kernel writes it in /proc/net/tcp. */
const hexOf = (port) => port.toString(16).toUpperCase().padStart(4, "0");
/** One word for `sh`, whatever it holds. */
const shellQuote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

Object.defineProperty(exports, "countProbes", {
  enumerable: true,
  get: function () {
    return countProbes;
  }
});
Object.defineProperty(exports, "probes_exports", {
  enumerable: true,
  get: function () {
    return probes_exports;
  }
});
Object.defineProperty(exports, "renderProbes", {
  enumerable: true,
  get: function () {
    return renderProbes;
  }
});
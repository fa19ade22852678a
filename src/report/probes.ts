import type { Report } from "../model/report.ts";
import { terminalText } from "./escape.ts";
import { chooseProbes, type Probe, type ProbePod } from "./probe-rows.ts";
import { PROBE_FUNCTIONS } from "./probe-functions.ts";

/**
 * A shell script that tries the flows of a review on the cluster, once the change is deployed: enforcement
 * that nobody verified is none. Undefined where no flow can be tried. Every word from a manifest is checked
 * and quoted; the script runs with `sh` and `kubectl` alone.
 */
export function renderProbes(report: Report): string | undefined {
  const probes = chooseProbes(report);
  if (probes.length === 0) return undefined;
  return [PROBE_FUNCTIONS, ...probes.map(probeLine), "finish", ""].join("\n");
}

export const countProbes = (report: Report): number => chooseProbes(report).length;

function probeLine(probe: Probe, index: number): string {
  const { expect, source, destination, port } = probe;
  const words =
    destination.type === "address"
      ? ["try_address", destination.address, String(port)]
      : ["try_pod", destination.namespace, selectorOf(destination), String(port), hexOf(port)];
  const [verb = "", ...end] = words;
  const own = [String(index + 1), expect, textOf(probe), source.namespace, labelsOf(source)];
  return [verb, ...[...own, ...end].map(shellQuote)].join(" ");
}

const MAX_TEXT = 160;

const textOf = ({ row: { witness }, port }: Probe): string =>
  terminalText(`${witness?.source ?? ""} -> ${witness?.destination ?? ""}:${port}`, MAX_TEXT);

const labelsOf = ({ labels }: ProbePod): string =>
  JSON.stringify(Object.fromEntries(labels.map(({ name, value }) => [name, value])));

const selectorOf = ({ labels }: ProbePod): string =>
  labels.map(({ name, value }) => `${name}=${value}`).join(",");

/** As the kernel writes it in /proc/net/tcp. */
const hexOf = (port: number): string => port.toString(16).toUpperCase().padStart(4, "0");

/** One word for `sh`, whatever it holds. */
const shellQuote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

import type { Command } from "./arguments.ts";
import { openFolders, openRevisions, requestOf, withConfigOfBase } from "./open-source.ts";
import { prepareReport } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the posture of a directory, or of a revision of the repository in it. */
export async function runScanCommand(
  command: Extract<Command, { name: "scan" }>,
  terminal: Terminal,
): Promise<number> {
  const { directory, rev } = command;
  const opening =
    rev === undefined
      ? openFolders([directory])
      : openRevisions(directory, [rev], { onListing: () => void import("../scan.ts") });
  const [source, writeReport] = await Promise.all([opening, prepareReport(command, terminal)]);
  const request = requestOf(source, command);
  const configured = rev === undefined ? request : await withConfigOfBase(request, directory, rev);
  const { runScan } = await import("../scan.ts");
  return writeReport(await runScan(configured));
}

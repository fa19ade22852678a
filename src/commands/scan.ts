import type { Command } from "./arguments.ts";
import {
  openFolders,
  openRevisions,
  requestOf,
  withConfigOfBase,
  withConfigOfFolder,
} from "./open-source.ts";
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
  const request = requestOf(source, command, terminal);
  const configured = await (rev === undefined
    ? withConfigOfFolder(request)
    : withConfigOfBase(request, directory, rev));
  const [{ runScan }, { createReading, textsOf }] = await Promise.all([
    import("../scan.ts"),
    import("../world/reading.ts"),
  ]);
  const reading = createReading(source);
  const report = await runScan({ ...configured, reading });
  const [head] = source.snapshots;
  return writeReport({
    report,
    sarif: head === undefined ? {} : { textAtHead: textsOf(head, reading) },
  });
}

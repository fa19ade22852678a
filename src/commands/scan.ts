import { runScan } from "../scan.ts";
import { createReading, textsOf } from "../world/reading.ts";
import type { Command } from "./arguments.ts";
import { openFolders, openRevisions, requestOf, withConfigOfBase } from "./open-source.ts";
import { writeReport, type Terminal } from "./output.ts";

/** Prints the posture of a directory, or of a revision of the repository in it. */
export async function runScanCommand(
  command: Extract<Command, { name: "scan" }>,
  terminal: Terminal,
): Promise<number> {
  const { directory, rev } = command;
  const source =
    rev === undefined ? await openFolders([directory]) : await openRevisions(directory, [rev]);
  const request = requestOf(source, command, terminal);
  const configured = rev === undefined ? request : await withConfigOfBase(request, directory, rev);
  const reading = createReading(source);
  const report = await runScan({ ...configured, reading });
  const [head] = source.snapshots;
  const sarif = head === undefined ? {} : { textAtHead: textsOf(head, reading) };
  return writeReport({ report, sarif }, command, terminal);
}

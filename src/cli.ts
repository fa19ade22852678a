import { useCodeCache } from "./startup/code-cache.ts";
import { createHeapGrowth } from "./startup/heap-growth.ts";

/** The commands that load much code. */
const CACHED: readonly string[] = ["diff", "scan", "flows", "query"];

async function start(): Promise<void> {
  const args = process.argv.slice(2);
  const [command = ""] = args;
  const heap = createHeapGrowth();
  const cache = CACHED.includes(command)
    ? useCodeCache({ folder: import.meta.dirname, command, heap })
    : undefined;
  // By then git is at work, and Node's modules for that are loaded.
  setImmediate(heap.atOnce);
  const { main } = await import("./commands/main.ts");
  process.exitCode = await main(args);
  cache?.save();
}

void start();

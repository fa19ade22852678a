import { runAction } from "./github/run-action.ts";
import type { EngineRequest } from "./settings.ts";
import { createHeapGrowth } from "./startup/heap-growth.ts";

const loadReview = async () => (await import("./review.ts")).runReview;
const loadScan = async () => (await import("./scan.ts")).runScan;

/** What still waits when the result is there, such as for a server, must not hold the job. */
const LINGER_MS = 500;

async function start(): Promise<void> {
  const heap = createHeapGrowth();
  /** Ends with the work: Node's modules for the network are loaded after it. */
  const withRoom = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } finally {
      heap.asUsual();
    }
  };
  process.exitCode = await runAction({
    env: process.env,
    review: async (request: EngineRequest) => withRoom((await loadReview())(request)),
    standing: async (request: EngineRequest) => (await import("./scan.ts")).runStanding(request),
    scan: async (request: EngineRequest) => withRoom((await loadScan())(request)),
    load: (kind) => {
      heap.atOnce();
      void (kind === "review" ? loadReview() : loadScan());
    },
  });
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

void start();

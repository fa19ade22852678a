import { runAction } from "./github/run-action.ts";
import type { EngineRequest } from "./settings.ts";

async function start(): Promise<void> {
  process.exitCode = await runAction({
    env: process.env,
    // Loaded when there is something to review.
    review: async (request: EngineRequest) => (await import("./review.ts")).runReview(request),
    standing: async (request: EngineRequest) => (await import("./scan.ts")).runStanding(request),
    scan: async (request: EngineRequest) => (await import("./scan.ts")).runScan(request),
  });
}

void start();

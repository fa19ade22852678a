import { runAction } from "./github/run-action.ts";
import { runReview } from "./review.ts";
import { runScan, runStanding } from "./scan.ts";

process.exitCode = await runAction({
  env: process.env,
  review: runReview,
  scan: runScan,
  standing: runStanding,
});

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execFileSync } from "node:child_process";
import { measureCluster } from "./cluster.ts";
import { measureFloor } from "./floor.ts";
import { measureStartup, type Startup } from "./startup.ts";

/**
 * `npm run bench`: whole processes against the floor of plain git, in turn, so that the ratio holds on a
 * noisy machine; then the evaluation of one change in a large synthetic cluster.
 */
const ROOT = resolve(import.meta.dirname, "..");
const SHARED = process.env["NETPOL_SHARED"] ?? join(ROOT, "..", "shared");
const RUNS = 11;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Measured {
  readonly ms: number;
  readonly megabytes: number;
}

/** Runs the built program once: wall milliseconds and peak megabytes. */
function measureDiff(repo: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  return new Promise((settle, reject) => {
    const start = performance.now();
    const args = [join(ROOT, "dist", "cli.js"), "diff", "scale/moj~1", "scale/moj", "--repo", repo];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env },
    });
    let peak = 0;
    const poll = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 20);
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(poll);
      if (status === 0) settle({ ms: performance.now() - start, megabytes: peak / 1024 });
      else reject(new Error(`diff ended with status ${status}`));
    });
  });
}

/** Kilobytes, from Linux' own accounting; 0 elsewhere and after the end. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function benchmarkScale(bundle: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "netpol-bench-"));
  try {
    const repo = join(folder, "corpus.git");
    execFileSync("git", ["clone", "--quiet", "--bare", bundle, repo]);
    const cached = { XDG_CACHE_HOME: join(folder, "cache") };
    const uncached = { NODE_DISABLE_COMPILE_CACHE: "1" };
    const floors: number[] = [];
    const diffs: Measured[] = [];
    const colds: Measured[] = [];
    await measureFloor(repo, "scale/moj~1", "scale/moj");
    await measureDiff(repo, cached);
    for (let run = 0; run < RUNS; run++) {
      floors.push(await measureFloor(repo, "scale/moj~1", "scale/moj"));
      diffs.push(await measureDiff(repo, cached));
      colds.push(await measureDiff(repo, uncached));
    }
    console.log(`diff of 9,000 YAML files, whole process, ${RUNS} times in turn:`);
    console.log(`  floor (plain git)        ${median(floors).toFixed(0)} ms`);
    printDiff("netpol-review", diffs, floors);
    printDiff("without compiled code", colds, floors);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printDiff(name: string, runs: readonly Measured[], floors: readonly number[]): void {
  const ratios = runs.map(({ ms }, index) => ms / (floors[index] ?? ms));
  const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
  console.log(
    `  ${name.padEnd(24)} ${median(runs.map(({ ms }) => ms)).toFixed(0)} ms, peak ${peak.toFixed(0)} MB, ` +
      `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}), wanted at most 3`,
  );
}

const bundle = join(SHARED, "corpus", "corpus.bundle");
if (existsSync(bundle)) await benchmarkScale(bundle);
else console.log(`bench: ${bundle} is not there, so the scale benchmark was not run`);

const printStartup = (name: string, { floor, action }: Startup): void => {
  const ratios = action.map((ms, index) => ms / (floor[index] ?? ms));
  console.log(
    `  ${name.padEnd(32)} ${median(action).toFixed(0)} ms, empty node with @actions/core ${median(floor).toFixed(0)} ms, ` +
      `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  );
};

console.log(`the action with nothing to review, whole process, ${RUNS} pairs in turn:`);
const { local, withComments } = await measureStartup(RUNS);
printStartup("without network, at most 1.5", local);
printStartup("comments asked for, at most 1.5", withComments);

console.log("1,000 namespaces, 10,000 policies, 100,000 pods, one policy changed, after loading:");
for (const [name, times] of measureCluster(5)) {
  const [first = 0, ...rest] = times;
  console.log(
    `  ${name.padEnd(26)} first ${first.toFixed(0)} ms, then median ${median(rest).toFixed(0)} ms, wanted under 100`,
  );
}

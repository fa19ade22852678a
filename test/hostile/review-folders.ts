import { spawn } from "node:child_process";
import { temporaryDirectory, type TemporaryDirectory } from "../../src/source/testing/temporary.ts";

export type Files = Readonly<Record<string, string>>;

export interface Outcome {
  /** Null where the process had to be killed. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Of the processor, not of the clock: other tests may keep the machine busy. */
const CPU_SECONDS = 60;
/** A runner has 7 GB; a review has no need of more than this. */
const HEAP_MB = 1500;

/**
 * Reviews two sets of files with the program in a process of its own, so that one that hangs or runs out of memory fails
 * its test alone.
 */
export async function reviewFolders(
  program: string,
  base: Files,
  head: Files,
  format: "json" | "markdown" | "text" = "json",
): Promise<Outcome> {
  using before = temporaryDirectory();
  using after = temporaryDirectory();
  fill(before, base);
  fill(after, head);
  return await run([
    `--max-old-space-size=${HEAP_MB}`,
    program,
    "diff",
    "--dirs",
    before.path,
    after.path,
    "--format",
    format,
  ]);
}

function fill(directory: TemporaryDirectory, files: Files): void {
  for (const [path, content] of Object.entries(files)) directory.write(path, content);
}

const LIMITED = `ulimit -t ${CPU_SECONDS} && exec "$@"`;

function run(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", LIMITED, "sh", process.execPath, ...args], {
      env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) =>
      resolve({
        exitCode,
        output: Buffer.concat(output).toString("utf8"),
        errors: Buffer.concat(errors).toString("utf8"),
      }),
    );
  });
}

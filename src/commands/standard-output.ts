import { writeSync } from "node:fs";

const STANDARD_OUTPUT = 1;
const RETRY_MS = 5;

/**
 * Writes all of a text to standard output. The stream that Node has for that takes as long to open as git
 * takes to start. A reader that has seen enough, such as `head`, ends the output and is no error.
 */
export function writeToStandardOutput(text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      // Somebody made the pipe non-blocking, and its reader is slower than this.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

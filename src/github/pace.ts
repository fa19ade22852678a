import type { Deadline } from "./deadline.ts";
import { WRITE_PAUSE_MS } from "./limits.ts";
import { isLimit, secondsToWait } from "./when-to-repeat.ts";

/**
 * When to write. A write is never just sent again: whoever sends it has to look again after each wait, because
 * another run may have written by then, or the failed write may have been taken.
 */
export interface Pace {
  /** Waits for the next write's turn; whether that took any time. */
  turn(): Promise<boolean>;
  /** Waits after a failed write as long as the error asks for; rejects with it where nothing is to be waited for. */
  recover(error: unknown): Promise<void>;
}

/** The pace of one run's writes, for as long as the time lasts. */
export function createPace(deadline: Deadline): Pace {
  let next = 0;
  let failures = 0;
  return {
    turn: async () => {
      const pause = next - performance.now();
      if (pause > 0) await deadline.wait(pause / 1000);
      // Who had to wait looks again and asks again.
      next = pause > 0 ? 0 : performance.now() + WRITE_PAUSE_MS;
      return pause > 0;
    },
    recover: async (error) => {
      const seconds = secondsToWait(error, failures);
      if (seconds === undefined || !deadline.allows(seconds)) throw error;
      if (!isLimit(error)) failures++;
      await deadline.wait(seconds);
      next = 0;
    },
  };
}

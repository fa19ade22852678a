import { setTimeout } from "node:timers/promises";

/** The end of the time that something may take, with all its requests and waits. */
export interface Deadline {
  /** Aborts when the time is up. */
  readonly signal: AbortSignal;
  /** Whether so much time is left. */
  allows(seconds: number): boolean;
  /** Waits; rejects at once where the time does not last so long. */
  wait(seconds: number): Promise<void>;
  /** What the work comes to, or a {@link TimeIsUp} at the end of the time, whatever the work still waits for. */
  race<Result>(work: Promise<Result>): Promise<Result>;
}

/** The time is over, and what was under way has not come to its end. */
export class TimeIsUp extends Error {
  override readonly name = "TimeIsUp";
}

const timeIsUp = (): TimeIsUp =>
  new TimeIsUp("the time for it is up; GitHub answers slowly or asks to wait");

/** A deadline in so many milliseconds. It keeps no process alive. */
export function deadlineIn(ms: number): Deadline {
  const end = performance.now() + ms;
  const signal = AbortSignal.timeout(ms);
  const allows = (seconds: number): boolean => performance.now() + seconds * 1000 < end;
  return {
    signal,
    allows,
    wait: async (seconds) => {
      if (!allows(seconds)) throw timeIsUp();
      await setTimeout(seconds * 1000);
    },
    race: async (work) => {
      const watch = new AbortController();
      const over = async (): Promise<never> => {
        await setTimeout(Math.max(0, end - performance.now()), undefined, { signal: watch.signal });
        throw timeIsUp();
      };
      try {
        return await Promise.race([work, over()]);
      } finally {
        watch.abort();
      }
    },
  };
}

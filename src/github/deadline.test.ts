import { expect, test } from "vitest";
import { deadlineIn, TimeIsUp } from "./deadline.ts";

const never = new Promise<string>(() => {});

test("a deadline ends what still waits", async () => {
  await expect(deadlineIn(20).race(never)).rejects.toBeInstanceOf(TimeIsUp);
});

test("a deadline lets through what comes in time", async () => {
  expect(await deadlineIn(60_000).race(Promise.resolve("done"))).toBe("done");
});

test("nobody waits for longer than there is time", async () => {
  const started = performance.now();
  await expect(deadlineIn(1_000).wait(60)).rejects.toBeInstanceOf(TimeIsUp);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("a deadline aborts requests", async () => {
  const { signal } = deadlineIn(20);
  await new Promise((aborted) => signal.addEventListener("abort", aborted));
  expect(signal.aborted).toBe(true);
});

import { expect, test } from "vitest";
import { deadlineIn } from "./deadline.ts";
import { createPace } from "./pace.ts";

const limited = (seconds: number): Error =>
  Object.assign(new Error("too often"), {
    status: 429,
    response: { headers: { "retry-after": String(seconds) } },
  });

test("a second write waits for its turn, and whoever waited has to ask again", async () => {
  const pace = createPace(deadlineIn(60_000));
  expect([await pace.turn(), await pace.turn(), await pace.turn(), await pace.turn()]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("limits are waited for as often as the time allows, and no longer", async () => {
  const pace = createPace(deadlineIn(2_500));
  await pace.recover(limited(1));
  await pace.recover(limited(1));
  await expect(pace.recover(limited(1))).rejects.toThrow("too often");
  await expect(pace.recover(limited(60))).rejects.toThrow("too often");
});

test("an answer that another try does not change is no reason to wait", async () => {
  const refused = Object.assign(new Error("no"), { status: 422 });
  await expect(createPace(deadlineIn(60_000)).recover(refused)).rejects.toBe(refused);
});

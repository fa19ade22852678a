import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { namespace, policy } from "./manifests.ts";
import { createSchemaCheck } from "../sarif/validate-sarif.ts";
import { BASE, commands, reportOf, setUpScenes } from "./scene.ts";

const openScene = setUpScenes();

/** More changed files than GitHub lists. */
const AMOUNT = 3_100;
const SUMMARY_MAX_BYTES = 1024 * 1024;

const files = (types: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: AMOUNT }, (_, index) => {
      const name = `team-${index}`;
      const spec = `podSelector: {}\npolicyTypes: [${types}]`;
      const deny = policy({ namespace: name, name: "deny", spec });
      return [`${name}.yaml`, `${namespace(name)}---\n${deny}`];
    }),
  );

test("a change of 3,100 namespaces is published everywhere", { timeout: 300_000 }, async () => {
  const base = { ...BASE, ...files("Ingress, Egress") };
  await using scene = await openScene({ base, change: files("Ingress") });
  const result = await scene.run({ inputs: { sarif: "true" } });
  expect(result.exitCode).toBe(1);

  const report = await reportOf(result);
  // All of it was compared: nothing is too much for an exact answer.
  expect(report.ledger.filter(({ decides }: { decides: boolean }) => decides)).toEqual([]);
  expect(report.verdict).toBe("fail");
  expect(Number(result.outputs.get("opened"))).toBe(AMOUNT);
  const sarif = await readFile(result.outputs.get("sarif-report") ?? "", "utf8");
  expect(createSchemaCheck()(JSON.parse(sarif))).toEqual([]);

  expect(Buffer.byteLength(result.summary)).toBeLessThan(SUMMARY_MAX_BYTES);
  const [comment, ...others] = scene.repository.comments;
  expect(others).toEqual([]);
  expect(comment?.body.length).toBeLessThanOrEqual(65_536);
  expect(scene.repository.pull.comments).toHaveLength(20);
  const errors = commands(result.log).filter((line) => line.startsWith("::error title=NP"));
  expect(errors).toHaveLength(10);
  expect(result.log).toMatch(/^::notice::[\d,]+ more are in the job summary\.$/m);
});

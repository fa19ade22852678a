import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeNetworkPolicy } from "../../src/manifest/decode-network-policy.ts";
import { parseManifest } from "../../src/manifest/parse-manifest.ts";
import { brokenCase, type FailedCell, type SuiteResult } from "./result.ts";
import type { InvalidSuite } from "./suites.ts";

/** A manifest and whether the API server takes it (`index.json`). */
interface Grade {
  readonly file: string;
  readonly valid: boolean;
  /** Unknown fields that the server drops. */
  readonly pruned?: readonly string[];
}

/** Two cells per manifest: is it accepted, and which of its fields are dropped. */
export function runInvalid(suite: InvalidSuite, data: string): SuiteResult {
  const folder = join(data, suite.folder);
  const grades = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as readonly Grade[];
  const failed: FailedCell[] = [];
  if (grades.length !== suite.manifests)
    failed.push(brokenCase(suite.name, `${grades.length} manifests, not ${suite.manifests}`));
  for (const grade of grades) failed.push(...checkGrade(folder, grade));
  const { name } = suite;
  return { name, cases: grades.length, cells: grades.length * 2, failed, remarks: [] };
}

function checkGrade(folder: string, { file, valid, pruned = [] }: Grade): readonly FailedCell[] {
  const { objects, problems } = parseManifest(file, readFileSync(join(folder, file)));
  const policies = objects.filter(({ kind }) => kind === "NetworkPolicy");
  const [object] = policies;
  if (object === undefined || policies.length > 1 || problems.length > 0)
    return [brokenCase(file, problems[0]?.message ?? `${policies.length} policies`)];
  const decoded = decodeNetworkPolicy(object);
  const dropped = decoded.problems
    .filter(({ code }) => code === "unknown-field")
    .map(({ field }) => field ?? "");
  const cells = [
    {
      cell: `${file}: accepted`,
      want: String(valid),
      got: String(decoded.policy !== undefined),
    },
    { cell: `${file}: dropped fields`, want: pruned.join(), got: dropped.join() },
  ];
  return cells.filter(({ want, got }) => want !== got);
}

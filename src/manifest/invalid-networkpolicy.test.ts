import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodeNetworkPolicy } from "./decode-network-policy.ts";
import { parseManifest } from "./parse-manifest.ts";

/**
 * np-guard/network-config-analyzer's manifests of bad policies, graded by what the API server says. The
 * data are not in this repository: NETPOL_SHARED names the folder that holds `conformance/`.
 */
const shared =
  process.env["NETPOL_SHARED"] ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const folder = join(shared, "conformance", "invalid-networkpolicy");

interface Case {
  readonly file: string;
  readonly valid: boolean;
  readonly pruned?: readonly string[];
}

const hasData = existsSync(join(folder, "index.json"));
if (!hasData) process.stderr.write(`no conformance data in ${folder}: 88 manifests NOT checked\n`);

const cases: readonly Case[] = hasData
  ? (JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Case[])
  : [];

describe.skipIf(!hasData)("the invalid-networkpolicy corpus", () => {
  it("has all its manifests", () => {
    expect(cases).toHaveLength(88);
  });

  it.each(cases)("$file", ({ file, valid, pruned }) => {
    const parsed = parseManifest(file, readFileSync(join(folder, file)));
    expect(parsed.problems).toEqual([]);
    const [object, ...others] = parsed.objects.filter(({ kind }) => kind === "NetworkPolicy");
    expect(others).toEqual([]);
    const decoded = object && decodeNetworkPolicy(object);
    expect(decoded?.policy !== undefined).toBe(valid);
    expect(decoded?.problems.some(({ code }) => code === "invalid")).toBe(!valid);
    const unknown = decoded?.problems.filter(({ code }) => code === "unknown-field") ?? [];
    expect(unknown.map(({ field }) => field)).toEqual(pruned ?? []);
  });
});

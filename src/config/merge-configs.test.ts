import { describe, expect, it } from "vitest";
import { mergeConfigs } from "./merge-configs.ts";
import { formatFaults, parseConfig, type ConfigFile } from "./parse-config.ts";

const CONTEXT = {
  today: "2026-03-31",
  rules: [
    { id: "NP001", name: "default-deny-weakened", summary: "Weaker" },
    { id: "NP012", name: "egress-isolated-without-dns", summary: "No DNS" },
  ],
};

const OURS = "acme/policy/netpol.yml@main";
const THEIRS = ".github/netpol-review.yml";

function fileOf(path: string, text: string): ConfigFile {
  const result = parseConfig({ path, text }, CONTEXT);
  if (!result.ok) throw new Error(formatFaults(path, result.faults));
  return result.file;
}

const merge = (organisation: string, repository: string) =>
  mergeConfigs(fileOf(OURS, organisation), fileOf(THEIRS, repository));

const accept = (owner: string): string =>
  `accept: [{rule: NP001, reason: r, owner: ${owner}, expires: 2026-04-01}]\n`;

describe("mergeConfigs", () => {
  it.each<{ key: string; ours: string; theirs: string; want: (merged: string) => object }>([
    {
      key: "failOn",
      ours: "failOn: error",
      theirs: "failOn: note",
      want: (merged) => ({ failOn: [merged === "ours" ? "error" : "note"] }),
    },
    {
      key: "warnOnly",
      ours: "warnOnly: false",
      theirs: "warnOnly: true",
      want: (merged) => ({ warnOnly: merged !== "ours" }),
    },
    {
      key: "ipBlockMatchesPods",
      ours: "ipBlockMatchesPods: false",
      theirs: "ipBlockMatchesPods: true",
      want: (merged) => ({ ipBlockMatchesPods: merged !== "ours" }),
    },
    {
      key: "rules",
      ours: "rules: {NP001: error}",
      theirs: "rules: {NP012: off}",
      want: (merged) => ({
        rules: new Map(merged === "ours" ? [["NP001", "error"]] : [["NP012", "off"]]),
      }),
    },
    {
      key: "scopes",
      ours: "scopes: [{name: ours, paths: []}]",
      theirs: "scopes: [{name: theirs, paths: []}]",
      want: (merged) => ({ scopes: [{ name: merged }] }),
    },
  ])("$key: what the organisation sets is fixed, what it leaves open is not", (each) => {
    const { key, ours, theirs, want } = each;
    const fixed = merge(ours, theirs);
    expect(fixed).toMatchObject(want("ours"));
    expect(fixed.notes).toMatchObject([
      {
        path: THEIRS,
        span: { startLine: 1 },
        reason: `\`${key}\` does not count: ${OURS} sets it`,
      },
    ]);
    const open = merge(`${key}:\n`, theirs);
    expect(open).toMatchObject(want("theirs"));
    expect(open.notes).toEqual([]);
  });

  it("fixes what is left out, also where it is nothing", () => {
    expect(merge("exclude: []\n", "exclude: ['**']\n").exclude("a.yaml")).toBe(false);
    expect(merge("", "exclude: ['**']\n").exclude("a.yaml")).toBe(true);
  });

  it.each([
    { organisation: accept("ours"), owners: ["ours"], notes: 1 },
    { organisation: `${accept("ours")}repositoryMayAccept: false\n`, owners: ["ours"], notes: 1 },
    {
      organisation: `${accept("ours")}repositoryMayAccept: true\n`,
      owners: ["ours", "theirs"],
      notes: 0,
    },
    { organisation: "repositoryMayAccept: true\n", owners: ["theirs"], notes: 0 },
  ])("adds up what is accepted only where it may: $organisation", (each) => {
    const { accept: merged, notes } = merge(each.organisation, `\n${accept("theirs")}`);
    expect(merged.map(({ owner }) => owner)).toEqual(each.owners);
    expect(merged.map(({ isShared }) => isShared)).toEqual(
      each.owners.map((owner) => owner === "ours"),
    );
    expect(notes).toHaveLength(each.notes);
    if (each.notes > 0) expect(notes[0]).toMatchObject({ span: { startLine: 2 } });
  });

  it("lets a repository without an organisation accept, and nothing else", () => {
    const text = `repositoryMayAccept: true\n${accept("theirs")}`;
    const { accept: merged, notes, files } = mergeConfigs(undefined, fileOf(THEIRS, text));
    expect([merged.length, files]).toEqual([1, [THEIRS]]);
    expect(notes).toMatchObject([{ reason: expect.stringContaining("only in an organisation's") }]);
  });

  it("does not let a repository give itself the right", () => {
    const { accept: merged } = merge(
      "failOn: error\n",
      `repositoryMayAccept: true\n${accept("a")}`,
    );
    expect(merged).toEqual([]);
  });

  it("names the files, the organisation's first", () => {
    expect(merge("", "").files).toEqual([OURS, THEIRS]);
    expect(mergeConfigs(fileOf(OURS, ""), undefined).files).toEqual([OURS]);
  });
});

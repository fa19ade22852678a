import { describe, expect, test } from "vitest";
import { readInputs, type Environment } from "./read-inputs.ts";

const DEFAULTS = { workingDirectory: ".", comment: true, sarif: false };

describe("readInputs", () => {
  test.each<{ name: string; in: Environment; want: object }>([
    { name: "nothing", in: {}, want: DEFAULTS },
    { name: "empty texts, as unset inputs arrive", in: { INPUT_BASE: "" }, want: DEFAULTS },
    { name: "spaces only", in: { INPUT_CNI: "  " }, want: DEFAULTS },
    { name: "a hyphen", in: { "INPUT_GITHUB-TOKEN": "x" }, want: { ...DEFAULTS, token: "x" } },
    { name: "spaces around", in: { INPUT_BASE: " main\n" }, want: { ...DEFAULTS, base: "main" } },
    { name: "no comment", in: { INPUT_COMMENT: "False" }, want: { ...DEFAULTS, comment: false } },
    {
      name: "a folder",
      in: { "INPUT_WORKING-DIRECTORY": "repo" },
      want: { ...DEFAULTS, workingDirectory: "repo" },
    },
    {
      name: "what fails the check",
      in: { "INPUT_FAIL-ON": "error, to-internet", "INPUT_WARN-ONLY": "true" },
      want: { ...DEFAULTS, failOn: ["error", "to-internet"], warnOnly: true },
    },
    {
      name: "that the check counts, whatever the configuration says",
      in: { "INPUT_WARN-ONLY": "false" },
      want: { ...DEFAULTS, warnOnly: false },
    },
  ])("reads $name", ({ in: env, want }) => {
    expect(readInputs(env)).toEqual({ ok: true, inputs: want });
  });

  test("refuses an unknown word to fail on", () => {
    expect(readInputs({ "INPUT_FAIL-ON": "all" })).toMatchObject({
      ok: false,
      message: expect.stringContaining("`fail-on` is not one or more of gate, error"),
    });
  });

  test("reads a network plugin, in any case", () => {
    expect(readInputs({ INPUT_CNI: "Cilium" })).toMatchObject({ inputs: { cni: "cilium" } });
  });

  test("refuses an unknown network plugin and says which are known", () => {
    expect(readInputs({ INPUT_CNI: "cillium" })).toEqual({
      ok: false,
      message: expect.stringMatching(/^The input `cni` is not one of antrea, .*cilium.*\.$/),
    });
  });

  test("refuses a boolean of YAML 1.1", () => {
    expect(readInputs({ INPUT_COMMENT: "no" })).toMatchObject({ ok: false });
  });
});

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { temporaryDirectory } from "../../src/source/testing/temporary.ts";

const require = createRequire(import.meta.url);

/** The program itself: its wrapper goes through a shell, which takes `Sarif;Ghas` for two commands. */
const MULTITOOL = require("@microsoft/sarif-multitool") as string;

interface ToolResult {
  readonly ruleId: string;
  readonly level?: "none" | "note" | "warning" | "error";
  readonly message: object;
}

/** What one thinks of the files; a rule's name, its level and what it says. */
export interface Opinion {
  readonly rule: string;
  readonly level: string;
  readonly text: string;
}

/**
 * Microsoft's validator with its rules for SARIF and for code scanning. It always exits with 0, whatever it
 * finds and even if it cannot read a file: only its log tells. Throws where there is no log, so that a machine
 * on which it does not start fails the tests.
 */
export function validateWithMultitool(files: Readonly<Record<string, string>>): readonly Opinion[] {
  using folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder.path, `${name}.sarif`), text);
  const log = join(folder.path, "log.json");
  const { error, stdout, stderr } = spawnSync(
    MULTITOOL,
    `validate ${join(folder.path, "*.sarif")} --rule-kind Sarif;Ghas --level Error;Warning;Note --output ${log} --log ForceOverwrite --quiet true`.split(
      " ",
    ),
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  let text: string;
  try {
    text = readFileSync(log, "utf8");
  } catch {
    const why = error?.message ?? `${stdout}\n${stderr}`;
    throw new Error(`SARIF is not validated: ${MULTITOOL} did not run: ${why}`);
  }
  const { runs } = JSON.parse(text) as {
    readonly runs: readonly {
      readonly results: readonly ToolResult[];
      readonly artifacts?: readonly unknown[];
      readonly invocations?: readonly { readonly toolExecutionNotifications?: readonly object[] }[];
    }[];
  };
  const failures = runs.flatMap(({ invocations = [] }) =>
    invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications),
  );
  return [
    ...failures.map((failure) => ({
      rule: "failure",
      level: "error",
      text: JSON.stringify(failure),
    })),
    ...runs.flatMap(({ results }) =>
      results.map(({ ruleId, level = "warning", message }) => ({
        rule: ruleId,
        level,
        text: JSON.stringify(message),
      })),
    ),
  ];
}

type Validate = (value: unknown) => readonly string[];

/** The schema that the validator brings along, which finds what its rules miss, such as an unknown level. */
export function createSchemaCheck(): Validate {
  const path = join(dirname(MULTITOOL), "sarif-2.1.0.json");
  const schema = JSON.parse(readFileSync(path, "utf8")) as object;
  // It is a draft-04 schema with the keywords that all drafts share; only its own `id` is of the old kind.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ""}`,
    );
  };
}

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../src/config/parse-config.ts";
import { configContext } from "../../src/settings.ts";
import { withActionTables } from "./action-tables.ts";
import { scopeNameOf } from "../../src/scope/scope-name.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const README = read("README.md");

interface Shown {
  readonly command: string;
  /** Pieces that stand in the output in this order; `…` stands for what is left out between them. */
  readonly lines: readonly string[];
}

/** The commands of the `console` blocks, with what the README says that they print. */
const shown = (): readonly Shown[] =>
  [...README.matchAll(/^```console\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = ""]) => block.split(/^\$ /m).slice(1))
    .map((part) => {
      const [command = "", ...lines] = part.trimEnd().split("\n");
      return { command, lines: lines.filter((line) => line !== "…") };
    });

const blocks = (language: string): readonly string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, block = ""]) => block,
  );

/** Runs a command line of the README, which starts with `node`. */
function run(command: string): string {
  const [program, ...args] = command.split(" ");
  expect(program).toBe("node");
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  expect(result.stderr).toBe("");
  return result.stdout;
}

const built = existsSync(join(ROOT, "dist/cli.js"));
const NOT_BUILT =
  "dist/cli.js is absent: run `npm run build`, then the README's commands are tried";

describe("README.md", () => {
  test("has the tables of action.yml, which `npm run tables` writes", () => {
    // Columns are padded by the formatter.
    const squeeze = (text: string): string =>
      text.replaceAll(/-{3,}/gu, "---").replaceAll(/ {2,}/gu, " ");
    expect(squeeze(README)).toBe(squeeze(withActionTables(README, read("action.yml"))));
  });

  test("shows the commands that --help lists", () => {
    const help = execFileSync(process.execPath, ["src/cli.ts", "--help"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const usage = (blocks("text")[0] ?? "").trimEnd().split("\n");
    expect(usage.length).toBeGreaterThan(4);
    for (const line of usage) expect(help).toContain(line.trim());
  });

  test("has a configuration that can be read", () => {
    const text = blocks("yaml").find((block) => block.includes("scopes:")) ?? "";
    const today = "2026-03-31";
    const result = parseConfig({ path: "netpol-review.yml", text }, configContext({ today }));
    expect(result).toMatchObject({
      ok: true,
      file: {
        keys: {
          failOn: ["error", "to-internet"],
          accept: [{ rule: "NP002", owner: "@acme/batch", expires: "2026-12-31" }],
          scopes: [{ name: "production", namespace: "shop" }],
          ipBlockMatchesPods: true,
        },
      },
    });
  });

  test("says of every key of the configuration what the schema says", () => {
    const table = README.split("<!-- configuration -->\n\n")[1]?.split("\n\n")[0] ?? "";
    const rows = table
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").map((cell) => cell.trim()));
    const schema = JSON.parse(read("schema/config.schema.json")) as {
      readonly properties: Readonly<Record<string, { readonly description: string }>>;
    };
    expect(rows.map(([, key, meaning]) => [key, meaning])).toEqual(
      Object.entries(schema.properties).map(([key, { description }]) => [
        `\`${key}\``,
        description,
      ]),
    );
  });

  test("has a workflow with the permissions that it needs and no path filter", () => {
    const workflow: unknown = parse(blocks("yaml").find((block) => block.includes("jobs:")) ?? "");
    const types = ["opened", "synchronize", "reopened", "edited"];
    expect(workflow).toHaveProperty("on", { pull_request: { types }, merge_group: null });
    expect(workflow).toMatchObject({
      permissions: {},
      jobs: {
        review: { permissions: { contents: "read", "pull-requests": "write" } },
      },
    });
  });

  test("links to files that exist", () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test.for(shown())("prints what it shows: $command", ({ command, lines }, { skip }) => {
    if (!built) skip(NOT_BUILT);
    const output = run(command);
    let from = 0;
    for (const line of lines) {
      const at = output.indexOf(line, from);
      expect(at, `missing, or not in this order: ${line}\n\n${output}`).toBeGreaterThanOrEqual(0);
      from = at + line.length;
    }
  });
});

describe("docs/scopes.md", () => {
  const rows = [...read("docs/scopes.md").matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\|$/gm)];

  test.each(rows.map(([, path = "", scope = ""]) => ({ path, scope })))(
    "puts $path into $scope",
    ({ path, scope }) => {
      expect(scopeNameOf(path)).toBe(scope);
    },
  );

  test("has a table", () => expect(rows.length).toBeGreaterThan(3));
});

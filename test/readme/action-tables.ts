import { parse } from "yaml";

interface Declared {
  readonly description: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, Declared>>;
  readonly outputs: Readonly<Record<string, Declared>>;
}

/** The README with its tables of inputs and outputs as action.yml has them. */
export function withActionTables(readme: string, actionYml: string): string {
  const { inputs, outputs } = parse(actionYml) as Action;
  return putTable(
    putTable(readme, "inputs", tableOf("Input", inputs)),
    "outputs",
    tableOf("Output", outputs),
  );
}

function tableOf(title: string, declared: Action["inputs"]): string {
  const rows = Object.entries(declared).map(
    ([name, { description }]) => `| \`${name}\` | ${description.trim().replaceAll("|", "\\|")} |`,
  );
  return [`| ${title} | Meaning |`, "| --- | --- |", ...rows].join("\n");
}

function putTable(readme: string, marker: string, table: string): string {
  const [before, rest] = readme.split(`<!-- ${marker} -->`);
  const after = rest?.split(`<!-- /${marker} -->`)[1];
  if (before === undefined || after === undefined) throw new Error(`no place for ${marker}`);
  return `${before}<!-- ${marker} -->\n\n${table}\n\n<!-- /${marker} -->${after}`;
}

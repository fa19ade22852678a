import type { PolicyChange } from "../model/report.ts";
import { terminalText } from "./escape.ts";
import type { Facts } from "./facts.ts";
import { count, name, NOTHING, place, say, type Phrase } from "./phrase.ts";
import { groupScopes } from "./scope-groups.ts";

/** A shell is no place to read policies in: this shows which lines moved, and the JSON output has it all. */
const MAX_POLICIES = 8;
const MAX_LINES = 8;
const MAX_LENGTH = 160;

/** The lines of policies that changed, in the order of the flow rows. */
export function patchLines(
  { report, scopes }: Facts,
  title: (phrase: Phrase, indent: number) => readonly string[],
): readonly string[] {
  if (report.mode === "scan") return [];
  const policies = groupScopes(scopes).flatMap(({ first: { scope } }) => {
    const order = scope.flows.flatMap(({ blame: { head, base } }) => head ?? base ?? []);
    const rank = ({ head, base }: PolicyChange): number => {
      const own = head ?? base;
      const index = order.findIndex(
        ({ path, startLine }) =>
          own?.path === path && own.startLine <= startLine && startLine <= own.endLine,
      );
      return index < 0 ? order.length : index;
    };
    return scope.policies
      .filter(({ base, head, patch }) => base !== undefined && head !== undefined && patch !== "")
      .toSorted((a, b) => rank(a) - rank(b));
  });
  if (policies.length === 0) return [];
  const shown = policies.slice(0, MAX_POLICIES);
  const left = policies.length - shown.length;
  const more = left === 0 ? NOTHING : say` (${left} more in the JSON output)`;
  return [
    "",
    ...title(say`Changed text of ${count(policies.length, "policy", "policies")}${more}`, 0),
    ...shown.flatMap((policy) => [
      ...title(
        say`${name(policy.name)}${policy.head === undefined ? NOTHING : say` · ${place(policy.head, "head")}`}`,
        2,
      ),
      ...changedLines(policy.patch),
    ]),
  ];
}

/** The lines that came and went, without what stands around them. */
function changedLines(patch: string): readonly string[] {
  const lines = patch.split("\n").filter((line) => /^[-+]/.test(line));
  const left = lines.length - MAX_LINES;
  const shown = lines.slice(0, MAX_LINES).map((line) => `    ${terminalText(line, MAX_LENGTH)}`);
  return left > 0 ? [...shown, `    … ${left} more lines`] : shown;
}

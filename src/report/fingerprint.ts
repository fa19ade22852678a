import { createHash } from "node:crypto";
import type { Finding, FlowRow, Report } from "../model/report.ts";

/**
 * What stays the same about a finding while lines move and files are renamed: the rule, where it holds and
 * what it says. 32 hex digits. Of several equal ones in a report only the order tells, so each gets the
 * number of those before it.
 */
export const fingerprintsOf = (findings: readonly Finding[]): ReadonlyMap<Finding, string> =>
  numberedHashes(
    findings.map((finding) => {
      const { rule, scope, namespace, message } = finding;
      return [finding, [rule, scope, namespace ?? null, withoutLines(message)]];
    }),
  );

/** A message may name another place as `path.yaml:12`. */
const withoutLines = (message: string): string =>
  message.replaceAll(/(?<=\.(?:ya?ml|json|tpl)):\d+/giu, "");

/** The same for flows: who may reach whom on which ports, whatever caused it. */
export const flowFingerprintsOf = ({
  scopes,
}: Pick<Report, "scopes">): ReadonlyMap<FlowRow, string> =>
  numberedHashes(
    scopes.flatMap(({ name, flows }) =>
      flows.map((flow): readonly [FlowRow, readonly unknown[]] => {
        const { change, namespace, source, destination, ports, blame } = flow;
        return [
          flow,
          ["flow", name, change, namespace, blame.side, source.text, destination.text, ports],
        ];
      }),
    ),
  );

function numberedHashes<Item>(
  items: readonly (readonly [item: Item, about: readonly unknown[]])[],
): ReadonlyMap<Item, string> {
  const seen = new Map<string, number>();
  return new Map(
    items.map(([item, parts]) => {
      const about = JSON.stringify(parts);
      const before = seen.get(about) ?? 0;
      seen.set(about, before + 1);
      const hash = createHash("sha256").update(`${about}${before}`).digest("hex");
      return [item, hash.slice(0, 32)];
    }),
  );
}

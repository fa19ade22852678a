import { PROTOCOLS } from "../model/policy.ts";
import { isAllOf, isAllPorts, subtractPorts, unitePorts, type Ports } from "../space/ports.ts";
import { NO_NAMES, type PortNames } from "../space/region.ts";

/** Ports in words: `any port`, `TCP 80, 443`, `TCP 8000-8080; UDP any port`, `TCP port "http"`. */
export function describePorts(ports: Ports, names: PortNames): string {
  const declared = [...names].filter(([, yes]) => yes).map(([key]) => key.split("/"));
  if (declared.length > 0)
    return declared.map(([protocol, name]) => `${protocol} port "${name}"`).join(", ");
  const except = [...names].map(([key]) => `"${key.split("/")[1] ?? ""}"`);
  const suffix = except.length === 0 ? "" : ` (unless named ${except.join(", ")})`;
  if (isAllPorts(ports)) return `any port${suffix}`;
  const parts = PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) =>
    isAllOf(ports, protocol) ? `${protocol} any port` : `${protocol} ${ranges(ports[protocol])}`,
  );
  return parts.join("; ") + suffix;
}

/**
 * Ports of a change. Where it cuts a hole into a range that somebody wrote, the range is said, and what of it
 * was allowed already (for a change that closes: what still is).
 */
export function describeChangedPorts(changed: Ports, written: Ports, closes: boolean): string {
  const rest = subtractPorts(written, changed);
  const whole = unitePorts(written, changed);
  if (!PROTOCOLS.some((protocol) => touch(changed[protocol], rest[protocol])))
    return describePorts(changed, NO_NAMES);
  const word = closes ? "still open" : "before";
  return `${describePorts(whole, NO_NAMES)} (${word}: ${describePorts(rest, NO_NAMES)})`;
}

/** A range of one set ends where the other begins. */
const touch = (changed: Ports["TCP"], rest: Ports["TCP"]): boolean =>
  changed.some(
    ([start, end]) =>
      end - start > 1 && rest.some(([first, last]) => last === start || first === end),
  );

const SHOWN = 6;

function ranges(intervals: Ports["TCP"]): string {
  const words = intervals
    .slice(0, SHOWN)
    .map(([start, end]) => (end - start === 1 ? `${start}` : `${start}-${end - 1}`));
  const more = intervals.length - words.length;
  return words.join(", ") + (more > 0 ? ` and ${more} more ranges` : "");
}

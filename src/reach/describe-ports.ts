import { PROTOCOLS, type Protocol } from "../model/policy.ts";
import {
  ALL_PORTS,
  isAllOf,
  isAllPorts,
  subtractPorts,
  unitePorts,
  type Ports,
} from "../space/ports.ts";
import { NO_NAMES, type PortNames } from "../space/region.ts";

/** Ports in words: `any port`, `TCP 80, 443`, `TCP 8000-8080; UDP any port`, `TCP port "http"`. */
export function describePorts(ports: Ports, names: PortNames): string {
  const declared = [...names].filter(([, yes]) => yes).map(([key]) => key.split("/"));
  if (declared.length > 0)
    return declared.map(([protocol, name]) => `${protocol} port "${name}"`).join(", ");
  const except = [...names].map(([key]) => `"${key.split("/")[1] ?? ""}"`);
  const suffix = except.length === 0 ? "" : ` (unless named ${except.join(", ")})`;
  if (isAllPorts(ports)) return `any port${suffix}`;
  const left = subtractPorts(ALL_PORTS, ports);
  if (PROTOCOLS.every((protocol) => isAllOf(ports, protocol) || hasHoles(ports, left, protocol)))
    return `any port except ${listPorts(left)}${suffix}`;
  return listPorts(ports) + suffix;
}

/** Whether what is left out lies inside, so that it is shorter to name than what there is. */
const hasHoles = (ports: Ports, left: Ports, protocol: Protocol): boolean =>
  left[protocol].length < ports[protocol].length;

const listPorts = (ports: Ports): string =>
  PROTOCOLS.filter((protocol) => ports[protocol].length > 0)
    .map((protocol) =>
      isAllOf(ports, protocol) ? `${protocol} any port` : `${protocol} ${ranges(ports[protocol])}`,
    )
    .join("; ");

/**
 * Whether a change cuts a hole into a range that somebody wrote, so that the range is what a reader looks for,
 * with what of it was allowed already (for a change that closes: what still is).
 */
export const cutsRange = (changed: Ports, written: Ports): boolean => {
  const rest = subtractPorts(written, changed);
  return PROTOCOLS.some((protocol) => touch(changed[protocol], rest[protocol]));
};

/** The range that somebody wrote, with the part of it that did not change. */
export function describeCutRange(changed: Ports, written: Ports, closes: boolean): string {
  const rest = subtractPorts(written, changed);
  const whole = unitePorts(written, changed);
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

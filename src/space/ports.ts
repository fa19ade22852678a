import { PROTOCOLS, type Protocol } from "../model/policy.ts";
import {
  intersectIntervals,
  intervalsContain,
  intervalsMeet,
  sameIntervals,
  subtractIntervals,
  uniteIntervals,
  type Intervals,
} from "./intervals.ts";

/** Destination ports per protocol, after Service translation: the ports that the pod itself listens on. */
export type Ports = Readonly<Record<Protocol, Intervals<number>>>;

const EVERY: Intervals<number> = [[1, 65_536]];
const NO_PORT: Intervals<number> = [];

export const ALL_PORTS: Ports = { TCP: EVERY, UDP: EVERY, SCTP: EVERY };
export const NO_PORTS: Ports = { TCP: NO_PORT, UDP: NO_PORT, SCTP: NO_PORT };

/** Ports `first` to `last`, both included, of one protocol; all of them by default. */
export const portRange = (protocol: Protocol, first = 1, last = 65_535): Ports => ({
  ...NO_PORTS,
  [protocol]: first === 1 && last === 65_535 ? EVERY : [[first, last + 1]],
});

type Combine = (a: Intervals<number>, b: Intervals<number>) => Intervals<number>;
const combine = (a: Ports, b: Ports, operation: Combine): Ports => ({
  TCP: operation(a.TCP, b.TCP),
  UDP: operation(a.UDP, b.UDP),
  SCTP: operation(a.SCTP, b.SCTP),
});

export const unitePorts = (a: Ports, b: Ports): Ports => combine(a, b, uniteIntervals);
export const intersectPorts = (a: Ports, b: Ports): Ports =>
  b === ALL_PORTS ? a : a === ALL_PORTS ? b : combine(a, b, intersectIntervals);
export const portsMeet = (a: Ports, b: Ports): boolean =>
  intervalsMeet(a.TCP, b.TCP) || intervalsMeet(a.UDP, b.UDP) || intervalsMeet(a.SCTP, b.SCTP);
export const subtractPorts = (a: Ports, b: Ports): Ports => combine(a, b, subtractIntervals);

export const isNoPorts = ({ TCP, UDP, SCTP }: Ports): boolean =>
  TCP.length === 0 && UDP.length === 0 && SCTP.length === 0;
export const isAllOf = (ports: Ports, protocol: Protocol): boolean =>
  sameIntervals(ports[protocol], EVERY);
export const isAllPorts = (ports: Ports): boolean =>
  ports === ALL_PORTS || PROTOCOLS.every((protocol) => isAllOf(ports, protocol));
export const samePorts = (a: Ports, b: Ports): boolean =>
  a === b || PROTOCOLS.every((protocol) => sameIntervals(a[protocol], b[protocol]));
export const hasPort = (ports: Ports, protocol: Protocol, port: number): boolean =>
  intervalsContain(ports[protocol], port);

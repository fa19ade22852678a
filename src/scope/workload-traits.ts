import type { Workload } from "../model/workload.ts";

/** What policies can tell about a workload: equal texts live in the same cell. */
export const traitsOf = ({ labels, ports, hostNetwork }: Workload): string =>
  JSON.stringify([
    Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ports
      .filter(({ name }) => name !== "")
      .map(({ name, port, protocol }) => `${protocol} ${name} ${port}`)
      .toSorted(),
    hostNetwork,
  ]);

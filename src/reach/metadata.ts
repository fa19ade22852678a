import { intersectAddresses } from "../space/addresses.ts";
import type { LabelBox } from "../space/label-box.ts";
import { intersectPorts, isNoPorts, type Ports } from "../space/ports.ts";
import type { Region } from "../space/region.ts";
import type { NamespaceSide } from "./evaluator.ts";
import { metadataAddresses, metadataPoints, METADATA_PORTS } from "./metadata-addresses.ts";

/** A part of a region that leads to a metadata address, on a port where credentials are served. */
export interface MetadataReach {
  readonly pods: LabelBox;
  /** Addresses in the order of the table, as text. */
  readonly addresses: readonly string[];
  readonly region: Region;
}

/** Which metadata addresses an egress region reaches, if any, on ports where credentials are served. */
export function metadataReach(
  region: Region,
  served: Ports = METADATA_PORTS,
): MetadataReach | undefined {
  const { source, destination, ports } = region;
  if (destination.type !== "address" || source.type !== "pod") return undefined;
  const gated = intersectPorts(ports, served);
  if (isNoPorts(gated)) return undefined;
  const hit = intersectAddresses(destination.addresses, metadataAddresses());
  if (hit.length === 0) return undefined;
  const addresses = metadataPoints()
    .filter(({ point }) => hit.some(([start, end]) => start <= point && point < end))
    .map(({ address }) => address);
  const narrowed: Region = {
    ...region,
    destination: { type: "address", addresses: hit },
    ports: gated,
  };
  return { pods: source.labels, addresses, region: narrowed };
}

/** Whether some pod of the namespace can reach a metadata address: not isolated, or a rule allows it. */
export function metadataIsReachable(egress: NamespaceSide): boolean {
  return (
    egress.free().length > 0 ||
    egress.allows.some(({ region }) => metadataReach(region) !== undefined)
  );
}

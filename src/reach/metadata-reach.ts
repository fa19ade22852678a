import { formatAddress } from "../model/cidr.ts";
import { intersectAddresses, IPV6_OFFSET } from "../space/addresses.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import type { LabelBox } from "../space/label-box.ts";
import { intersectPorts, isNoPorts, type Ports } from "../space/ports.ts";
import type { Region } from "../space/region.ts";
import type { NamespaceSide } from "./evaluator.ts";
import { translatedMetadata } from "./translated-metadata.ts";
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
  const translated = translatedMetadata(destination.addresses);
  const known = intersectAddresses(destination.addresses, metadataAddresses());
  const hit = translated.length === 0 ? known : normalizeIntervals([...known, ...translated]);
  if (hit.length === 0) return undefined;
  const addresses = [
    ...metadataPoints()
      .filter(({ point }) => known.some(([start, end]) => start <= point && point < end))
      .map(({ address }) => address),
    ...translated.map(([point]) => formatAddress(6, point - IPV6_OFFSET)),
  ];
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

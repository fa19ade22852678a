import { listFirst } from "../model/list-first.ts";
import type { Finding } from "../model/report.ts";
import type { SideComparison } from "../reach/compare.ts";
import { describePodsOf } from "../reach/label-words.ts";
import { describePorts } from "../reach/describe-ports.ts";
import type { Gain } from "../reach/gains.ts";
import { metadataPoints } from "../reach/metadata-addresses.ts";
import { metadataReach, type MetadataReach } from "../reach/metadata-reach.ts";
import { METADATA_PORTS } from "../reach/metadata-addresses.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { ALL_PORTS, portRange, subtractPorts, unitePorts } from "../space/ports.ts";
import { NO_NAMES } from "../space/region.ts";
import { describeMoved, helpForLost, helpForMoved } from "./default-deny.ts";
import { gatedSides, type DiffFacts } from "./diff-facts.ts";
import { placeOfGain } from "./places.ts";
import { findingOf } from "./rules.ts";

/** Gate: some pod could not reach a metadata address at base and can at head. */
export function checkMetadata(facts: DiffFacts): readonly Finding[] {
  return gatedSides(facts)
    .filter(({ direction }) => direction === "egress")
    .flatMap((side) => {
      const opened = side.gains.flatMap((gain) => reachOf(gain));
      const [first] = opened;
      if (first === undefined) return onOtherPorts(side, facts);
      const reached = new Set(opened.flatMap(({ reach }) => reach.addresses));
      // The well-known one first, whichever rule leads to it.
      const known = metadataPoints().flatMap(({ address }) =>
        reached.delete(address) ? [address] : [],
      );
      const addresses = [...known, ...reached];
      const location = placeOfGain(side, facts, first.gain);
      return [
        findingOf("NP002", {
          scope: facts.scope,
          namespace: side.workload?.namespace ?? side.namespace,
          message: `${describeWho(
            side,
            opened.map(({ reach }) => reach),
          )} can now reach the cloud metadata service: ${list(addresses)}`,
          ...(opened.every(({ gain }) => gain.cause.type === "isolation")
            ? { certain: false, help: helpForLost(side) }
            : {}),
          ...(side.workload === undefined ? {} : { help: helpForMoved(side.workload) }),
          ...location,
        }),
      ];
    });
}

/** Port 53 alone is a resolver, on GKE Cloud DNS at the metadata address itself. */
const OTHER_PORTS = subtractPorts(
  ALL_PORTS,
  unitePorts(METADATA_PORTS, unitePorts(portRange("TCP", 53, 53), portRange("UDP", 53, 53))),
);

function onOtherPorts(side: SideComparison, facts: DiffFacts): readonly Finding[] {
  for (const gain of side.gains)
    for (const region of gain.regions) {
      const reach = metadataReach(region, OTHER_PORTS);
      if (reach === undefined) continue;
      const { ports } = reach.region;
      return [
        findingOf("NP017", {
          scope: facts.scope,
          namespace: side.workload?.namespace ?? side.namespace,
          message: `${describeWho(side, [reach])} can now reach ${list(reach.addresses)} on ${describePorts(ports, NO_NAMES)}`,
          ...placeOfGain(side, facts, gain),
        }),
      ];
    }
  return [];
}

const reachOf = (gain: Gain): readonly { readonly gain: Gain; readonly reach: MetadataReach }[] =>
  gain.regions.flatMap((region) => {
    const reach = metadataReach(region);
    return reach === undefined ? [] : [{ gain, reach }];
  });

const SHOWN = 3;
const list = (addresses: readonly string[]): string => listFirst(SHOWN, addresses);

function describeWho(side: SideComparison, reaches: readonly MetadataReach[]): string {
  if (side.workload !== undefined) return describeMoved(side.workload);
  return describePodsOf(
    reaches.map(({ pods }) => pods),
    namespaceLabel(side.namespace),
  );
}

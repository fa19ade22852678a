import { parseCidr } from "../../model/cidr.ts";
import type { Allow } from "../../policy/compiled.ts";
import { allowKey, rangeOf } from "../../policy/network-policy.ts";
import { describePorts } from "../../reach/describe-ports.ts";
import { peerOf } from "../../reach/gains.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { intervalsCover } from "../../space/intervals.ts";
import {
  intersectPorts,
  isNoPorts,
  portRange,
  subtractPorts,
  unitePorts,
} from "../../space/ports.ts";
import { NO_NAMES } from "../../space/region.ts";
import type { Budget } from "../../space/too-complex.ts";
import { DIRECTIONS, type Direction } from "../../model/policy.ts";
import { podsOf } from "./allow-index.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { createSubjectIndex } from "./subject-index.ts";
import type { BlockPeer } from "./walk.ts";

/**
 * Exceptions of an `ipBlock` that another rule allows again for the same pods. A rule that names the excepted
 * range itself, or a part of it, means to: "the internet, and of our own network the database". What
 * overlooks the exception is a wider range around it, or a rule for everyone. Port 53 does not count: a
 * resolver may stand anywhere.
 */
export function findDefeatedExcepts({ world, evaluator, spend }: LintFacts): readonly Fault[] {
  const namespaces = new Set(world.policies.map(({ namespace }) => namespace));
  return [...namespaces].flatMap((namespace) =>
    DIRECTIONS.flatMap((direction) =>
      ofSide(evaluator.side(namespace, direction).allows, { namespace, direction, spend }),
    ),
  );
}

interface Side {
  readonly namespace: string;
  readonly direction: Direction;
  readonly spend: Budget;
}

function ofSide(allows: readonly Allow[], side: Side): readonly Fault[] {
  const { namespace, direction, spend } = side;
  const outside = allows.filter(
    ({ region }) => peerOf(region, direction).type === "address" && region.names.size === 0,
  );
  const excepting = outside.filter(
    ({ peer }) => peer?.type === "ipBlock" && peer.except.length > 0,
  );
  if (excepting.length === 0) return [];
  // Equal allows defeat the same exceptions: one of them is enough.
  const distinct = [...new Map(outside.map((allow) => [allowKey(allow), allow])).values()];
  const index = createSubjectIndex(distinct, (allow) => podsOf(allow, direction));
  const seen = new Set<string>();
  return excepting.flatMap((allow): readonly Fault[] => {
    const key = allowKey(allow);
    if (seen.has(key)) return [];
    seen.add(key);
    const peer = allow.peer as BlockPeer;
    for (const other of index.meeting(podsOf(allow, direction))) {
      spend(1);
      const ports = subtractPorts(intersectPorts(allow.region.ports, other.region.ports), DNS);
      if (isNoPorts(ports)) continue;
      spend(peer.except.length);
      const except = peer.except.find(({ cidr }) => overlooks(other, cidr, direction));
      if (except === undefined) continue;
      const who = other.peer?.type === "ipBlock" ? other.peer.cidr : "everyone";
      const where =
        other.policy.span === allow.policy.span
          ? "another rule of it"
          : `NetworkPolicy ${other.policy.name}`;
      return [
        {
          rule: "NP016",
          namespace,
          about: `${key} ${allowKey(other)}`,
          message: `the exception ${except.cidr} of NetworkPolicy ${allow.policy.name} has no effect: ${where} allows ${direction} ${direction === "ingress" ? "from" : "to"} ${who} on ${describePorts(ports, NO_NAMES)} for the same pods of ${namespaceLabel(namespace)}`,
          location: except.span,
        },
      ];
    }
    return [];
  });
}

const DNS = unitePorts(portRange("UDP", 53, 53), portRange("TCP", 53, 53));

/** Allows every address of the range, without naming it. */
function overlooks(other: Allow, cidr: string, direction: Direction): boolean {
  const { addresses } = peerOf(other.region, direction);
  if (!rangeOf(cidr).every((range) => intervalsCover(addresses, range))) return false;
  if (other.peer?.type !== "ipBlock") return true;
  return parseCidr(other.peer.cidr)?.canonical !== parseCidr(cidr)?.canonical;
}

import type { Assumption } from "../model/report.ts";
import type { OneWorld } from "../one-world.ts";
import { assumptionOf } from "../settings.ts";
import { TooComplex } from "../space/too-complex.ts";
import { decideAll, type Question } from "./query-cases.ts";

/** The assumptions without which the answer would be another one. */
export function assumptionsFor(question: Question, one: OneWorld): readonly Assumption[] {
  const { world, ipBlockMatchesPods } = one;
  const settings = { ipBlockMatchesPods };
  const decisionsWith = (options: Parameters<typeof decideAll>[2]): string => {
    try {
      return JSON.stringify(
        decideAll(world, question, options).map(({ decision }) => decision.decision),
      );
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      return "";
    }
  };
  const taken = decisionsWith(settings);
  const ends = [question.source, question.destination];
  return [
    ...(taken === decisionsWith({ ipBlockMatchesPods: !ipBlockMatchesPods })
      ? []
      : [assumptionOf("ip-block-and-pods", settings)]),
    ...(taken === decisionsWith({ ...settings, assumesIpv4: false })
      ? []
      : [assumptionOf("ipv4", settings)]),
    ...(usesNamedPorts(question, one) ? [assumptionOf("named-ports", settings)] : []),
    ...(ends.some((end) => end.type === "pods" && end.point.hostNetwork === true)
      ? [assumptionOf("host-network", settings)]
      : []),
  ];
}

/** Whether a rule that the answer rests on names a port of the destination. */
function usesNamedPorts(question: Question, { world, ipBlockMatchesPods }: OneWorld): boolean {
  const { protocol } = question;
  try {
    return decideAll(world, question, { ipBlockMatchesPods }).some(({ decision }) =>
      [decision.egress, decision.ingress].some(({ direction, allowed, isolatedBy, allowedBy }) => {
        const rules = allowed
          ? allowedBy.map(({ rule }) => rule)
          : isolatedBy.flatMap((policy) => policy[direction]);
        const isNamed = rules.map(({ ports }) =>
          ports.some((port) => typeof port.port === "string" && port.protocol === protocol),
        );
        return allowed ? isNamed.length > 0 && isNamed.every(Boolean) : isNamed.includes(true);
      }),
    );
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return false;
  }
}

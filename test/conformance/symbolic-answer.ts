import type { Direction } from "../../src/model/policy.ts";
import type { Evaluator } from "../../src/reach/evaluator.ts";
import { boxMatches } from "../../src/space/label-box.ts";
import { regionHas, type FlowPoint } from "../../src/space/region.ts";

/** What the regions of both sides say about a single flow between two pods or addresses. */
export const symbolicAnswer = (evaluator: Evaluator, flow: FlowPoint): boolean =>
  sideAllows(evaluator, flow, "egress") && sideAllows(evaluator, flow, "ingress");

/** An end that nothing isolates may do everything; an isolated one what some region holds. */
function sideAllows(evaluator: Evaluator, flow: FlowPoint, direction: Direction): boolean {
  const self = direction === "ingress" ? flow.destination : flow.source;
  if (self.type === "address") return true;
  const { isolation, allows } = evaluator.side(self.namespace, direction);
  if (!isolation.some(({ labels }) => boxMatches(labels, self.labels))) return true;
  return allows.some(({ region }) => regionHas(region, flow));
}

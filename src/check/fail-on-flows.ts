import type { FailOn, Finding, FlowRow } from "../model/report.ts";
import { findingOf } from "./rules.ts";

/** A finding for each opened flow whose risk fails the check, as the configuration says. */
export const failOnFlows = (
  flows: readonly FlowRow[],
  { scope, failOn }: { readonly scope: string; readonly failOn: readonly FailOn[] },
): readonly Finding[] =>
  flows
    .filter(({ change, risk }) => change === "opened" && failOn.includes(risk))
    .map(({ namespace, source, destination, ports, risk, blame }) => {
      const { head, base } = blame;
      return findingOf("NP080", {
        scope,
        namespace,
        message: `flow opened (${risk}): ${source.text} → ${destination.text} on ${ports}`,
        ...(head === undefined
          ? base !== undefined && { location: base, side: "base" }
          : { location: head, side: "head" }),
      });
    });

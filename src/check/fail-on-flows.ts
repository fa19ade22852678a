import { RISKS } from "../config/fail-on.ts";
import type { FailOn, Finding, FlowRow, Risk } from "../model/report.ts";
import { findingOf } from "./rules.ts";

/**
 * A finding for each opened flow that fails the check, as the configuration says. A row has the worst of its
 * risks only, so a risk stands for all worse ones, too: what goes to everyone also goes to the internet.
 */
export const failOnFlows = (
  flows: readonly FlowRow[],
  { scope, failOn }: { readonly scope: string; readonly failOn: readonly FailOn[] },
): readonly Finding[] =>
  flows
    .filter(({ change, risk }) => change === "opened" && reaches(risk, failOn))
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

/** Whether an opened flow of this risk fails the check. */
export const reaches = (risk: Risk, failOn: readonly FailOn[]): boolean =>
  RISKS.slice(RISKS.indexOf(risk)).some((each) => failOn.includes(each));

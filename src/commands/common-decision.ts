import type { FlowDecision, SideDecision } from "../reach/point.ts";

/** What holds for every pod of a case: the policies that one of them alone is under are left out. */
export function commonDecision(decisions: readonly FlowDecision[]): FlowDecision {
  const [first, ...others] = decisions;
  if (first === undefined) throw new Error("a case without a flow");
  return {
    ...first,
    egress: commonSide(
      first.egress,
      others.map(({ egress }) => egress),
    ),
    ingress: commonSide(
      first.ingress,
      others.map(({ ingress }) => ingress),
    ),
  };
}

function commonSide(first: SideDecision, others: readonly SideDecision[]): SideDecision {
  const inAll = <Item>(items: readonly Item[], of: (side: SideDecision) => readonly Item[]) =>
    items.filter((item) => others.every((side) => of(side).includes(item)));
  const rules = inAll(
    first.allowedBy.map(({ rule }) => rule),
    ({ allowedBy }) => allowedBy.map(({ rule }) => rule),
  );
  // Sides of one answer may differ: where the other end denies, this one may do either.
  const isSame = others.every(({ decision }) => decision === first.decision);
  return {
    ...first,
    ...(isSame ? {} : { decision: "undecided", allowed: false }),
    isolatedBy: inAll(first.isolatedBy, ({ isolatedBy }) => isolatedBy),
    mayIsolate: inAll(first.mayIsolate, ({ mayIsolate }) => mayIsolate),
    allowedBy: first.allowedBy.filter(({ rule }) => rules.includes(rule)),
  };
}

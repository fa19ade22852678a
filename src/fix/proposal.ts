import type { ManifestObject } from "../model/object.ts";
import type { Fix, FlowRow, Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { ManifestText } from "./manifest-text.ts";

/** The policy that a finding or a row points at, at head, and the same policy at base. */
export interface Site {
  readonly manifest: ManifestText;
  readonly object: ManifestObject;
  /** Where in the manifest the finding or the row points. */
  readonly span: Span;
  readonly base?: { readonly manifest: ManifestText; readonly object: ManifestObject };
}

/** What the patched head must look like for a proposal to be offered. */
export type Goal =
  /** All that is left of the change is part of what it was: a piece of base came back. */
  | { readonly type: "back" }
  /** That, or the patched head allows less than the head, and nothing that base allowed is lost by it. */
  | { readonly type: "narrow"; readonly isMeant?: (unpatched: Report, patched: Report) => boolean }
  /** That, or the patched head allows more than the head, and nothing that base denied. */
  | { readonly type: "widen" }
  /** Traffic moves from one end or port to the one that was meant: every changed flow must show it. */
  | { readonly type: "redirect"; readonly isMeant: (row: FlowRow) => boolean };

/** A change of the text that may mend something: to be evaluated before anybody sees it. */
export interface Proposal {
  readonly fix: Fix;
  readonly goal: Goal;
}

/** No proposal, where the text could not be edited. */
export const propose = (fix: Fix | undefined, goal: Goal): readonly Proposal[] =>
  fix === undefined ? [] : [{ fix, goal }];

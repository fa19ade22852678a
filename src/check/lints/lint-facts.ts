import type { Evaluator } from "../../reach/evaluator.ts";
import type { Budget } from "../../space/too-complex.ts";
import type { World } from "../../world/world.ts";
import type { AllowIndex } from "./allow-index.ts";
import type { Fault } from "./fault.ts";
import type { Inventory } from "./inventory.ts";
import type { NearSearch } from "./near-label.ts";

/** What a lint looks at: one scope at one revision. */
export interface LintFacts {
  /** With the policies to judge: in a change, those that may have another fault than before. */
  readonly world: World;
  /** With every policy. */
  readonly whole: World;
  readonly evaluator: Evaluator;
  readonly inventory: Inventory;
  readonly allows: AllowIndex;
  readonly nearest: NearSearch;
  /** What one lint may spend on comparisons of each with each. */
  readonly spend: Budget;
  /**
   * Whether every file of the scope was read. In a large repository a review reads only what can matter to
   * the flows; what it did not find may then be there all the same.
   */
  readonly complete: boolean;
  /** The revision that this one is compared with; absent for the base itself and in a scan. */
  readonly before?: { readonly world: World; readonly inventory: Inventory };
}

/** Finds the standing faults of one kind. Silent where it cannot be sure. */
export type Lint = (facts: LintFacts) => readonly Fault[];

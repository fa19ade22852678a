import { intersectBoxes, subtractBoxes, type LabelBox } from "../space/label-box.ts";
import { MAX_REGIONS } from "../space/region.ts";
import { TooComplex } from "../space/too-complex.ts";

/** Pods that the same subjects select: no policy can tell them apart. */
export interface Cell {
  readonly labels: LabelBox;
  /** Indices into the subjects that were asked about. */
  readonly members: ReadonlySet<number>;
}

/** Splits pods by which of the subjects select them. */
export function splitCells(
  start: readonly LabelBox[],
  subjects: readonly LabelBox[],
): readonly Cell[] {
  let cells: readonly Cell[] = start.map((labels) => ({ labels, members: new Set() }));
  for (const [index, subject] of subjects.entries()) {
    cells = cells.flatMap((cell): readonly Cell[] => {
      const inside = intersectBoxes(cell.labels, subject);
      if (inside === undefined) return [cell];
      return [
        { labels: inside, members: new Set([...cell.members, index]) },
        ...subtractBoxes(cell.labels, subject).map((labels) => ({ ...cell, labels })),
      ];
    });
    if (cells.length > MAX_REGIONS) throw new TooComplex("too many cells");
  }
  return cells;
}

/**
 * Hostile input could make the algebra grow without bound; nothing real comes near the limits. Whoever asks turns
 * this into "unknown".
 */
export class TooComplex extends Error {
  override readonly name = "TooComplex";
}

/** Work that may still be done; spending more is {@link TooComplex}. */
export type Budget = (steps: number) => void;

export function createBudget(limit: number, outer: Budget = () => {}): Budget {
  let left = limit;
  return (steps) => {
    outer(steps);
    left -= steps;
    if (left < 0) throw new TooComplex("too many steps");
  };
}

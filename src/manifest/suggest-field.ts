import { nearestWord } from "../model/nearest-word.ts";

/** Fields that people write in the place of another, though the words are far apart. */
const MISPLACED: Readonly<Record<string, string>> = { from: "to", to: "from" };

/** The known field that an unknown one was probably meant to be. */
export function suggestField(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const misplaced = Object.hasOwn(MISPLACED, lower) ? MISPLACED[lower] : undefined;
  if (misplaced !== undefined && known.includes(misplaced)) return misplaced;
  return nearestWord(name, known);
}

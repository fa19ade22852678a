import type { LabelSelector } from "../../model/policy.ts";
import { describeLabels } from "../../reach/label-words.ts";
import { boxOfSelector } from "../../space/label-box.ts";

/** A selector in words, to stand in backticks: `app=web`. */
export function selectorWords(selector: LabelSelector): string {
  const box = boxOfSelector(selector);
  const words = box === undefined ? "" : describeLabels(box);
  return words === "" ? "{}" : words;
}

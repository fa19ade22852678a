import { isRecord } from "../../scope/plain-values.ts";

/** A label that a kustomization gives to what it leads to. */
export interface GivenLabel {
  readonly key: string;
  /** Selectors, those of policies among them, ask for it too. */
  readonly inSelectors: boolean;
  /** All about it, as text. */
  readonly text: string;
}

/** The labels of the fields `labels` and `commonLabels`; undefined where they have another form. */
export function givenLabels(
  fields: Readonly<Record<string, unknown>>,
): readonly GivenLabel[] | undefined {
  const { labels = [], commonLabels = {} } = fields;
  if (!Array.isArray(labels) || !isRecord(commonLabels)) return undefined;
  const given = Object.entries(commonLabels).map(([key, value]) => labelOf(key, [value], true));
  for (const item of labels) {
    if (!isRecord(item) || !isRecord(item["pairs"])) return undefined;
    const { pairs, ...how } = item;
    const inSelectors = how["includeSelectors"] === true || how["fields"] !== undefined;
    for (const [key, value] of Object.entries(pairs))
      given.push(labelOf(key, [value, how], inSelectors));
  }
  return given;
}

const labelOf = (key: string, about: readonly unknown[], inSelectors: boolean): GivenLabel => ({
  key,
  inSelectors,
  text: JSON.stringify([key, inSelectors, about]),
});

import { isRecord, plainValues } from "../../scope/plain-values.ts";

/** Fields of pods that policies tell apart. */
const TRAITS = new Set(["labels", "hostNetwork", "ports"]);
/** What holds them: to drop or to replace one drops them too. */
const HOLDERS = new Set(["template", "metadata", "spec", "labels", "ports"]);

/** What a patch says about the pods' labels, ports and network, as text; all of it where it cannot be read. */
export function podTraitsIn(text: string): string {
  const values = plainValues(text);
  return values === undefined ? text : podTraits(values).join("\n");
}

function podTraits(value: unknown, parent = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => podTraits(item));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    TRAITS.has(key) || (key === "$patch" && HOLDERS.has(parent)) || isDropped(key, child)
      ? [`${key} ${JSON.stringify(child)}`]
      : podTraits(child, key),
  );
}

const isDropped = (key: string, child: unknown): boolean => child === null && HOLDERS.has(key);

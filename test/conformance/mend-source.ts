import { bytesOf, isTooLarge, type Contents, type Source } from "../../src/source/types.ts";
import type { Mend } from "./disputed.ts";

/** The same source with some text read as other text. Text that is not there is an error. */
export function mendSource(source: Source, mends: readonly Mend[]): Source {
  if (mends.length === 0) return source;
  const entries = source.snapshots.flatMap((snapshot) => snapshot.entries);
  const wanted = new Map(
    entries.map(({ id, path }) => [id, mends.filter((mend) => mend.path === path)]),
  );
  return {
    snapshots: source.snapshots,
    read: async (ids) => mendAll(await source.read(ids), wanted),
  };
}

function mendAll(contents: Contents, wanted: ReadonlyMap<string, readonly Mend[]>): Contents {
  return new Map(
    [...contents].map(([id, content]) => [
      id,
      isTooLarge(content) ? content : mendBytes(bytesOf(content), wanted.get(id) ?? []),
    ]),
  );
}

function mendBytes(bytes: Uint8Array, mends: readonly Mend[]): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (const mend of mends) {
    if (!text.includes(mend.text)) throw new Error(`${mend.path} does not hold ${mend.text}`);
    text = text.replaceAll(mend.text, mend.readAs);
  }
  return new TextEncoder().encode(text);
}

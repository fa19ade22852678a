import { lazily } from "../model/lazily.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";

/** What the policies of the repository speak of, as far as their texts show. */
export interface PolicyWords {
  /** Whether there are any. */
  readonly any: boolean;
  /** Whether some policy tells pods or namespaces apart by a label. */
  readonly selects: () => boolean;
  /** Whether some policy mentions a word, such as the key of a label. */
  readonly mention: (word: string) => boolean;
}

export function policyWords(files: readonly FileVersion[], texts: TextStore): PolicyWords {
  const ids = lazily(() => [...new Set(files.map(({ id }) => id))]);
  const some = (test: (text: string) => boolean): boolean =>
    ids().some((id) => test(texts.text(id)));
  return {
    any: files.length > 0,
    selects: lazily(() => some((text) => SELECTS.test(text))),
    mention: (word) => some((text) => text.includes(word)),
  };
}

/** Selectors of NetworkPolicies, of Cilium and of Calico. */
const SELECTS = /match(?:Labels|Expressions)|[sS]elector["']?\s*:\s*["']?[A-Za-z!(]/;

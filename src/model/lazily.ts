/** A constant that is computed when first asked for: start-up pays nothing for what a run does not use. */
export function lazily<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

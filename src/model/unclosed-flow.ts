/** What the YAML library says of a list or mapping in brackets that it finds no end of, in words that help. */
export function unclosedFlow({ message }: { readonly message: string }): string | undefined {
  const [, kind] = /^Flow (map|sequence) .*must .*end with a /.exec(message) ?? [];
  if (kind === undefined) return undefined;
  const [open, close] = kind === "map" ? ["{", "}"] : ["[", "]"];
  return `what begins with \`${open}\` does not end; write \`${close}\`, and indent the lines between more than their key`;
}

const MAX_QUOTED = 60;

/** Foreign text in a message: quoted, on one line, cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}

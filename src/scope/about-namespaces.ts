import { mayHideWords, namesNamespace } from "./text-hints.ts";

/** Whether a text names one of the namespaces, as its own name or as where an object lives. */
export function isAbout(text: string, namespaces: ReadonlySet<string>): boolean {
  if (mayHideWords(text)) return true;
  if (namespaces.size > MANY) return matchesSome(text, namespaces);
  return [...namespaces].some(
    (name) => text.includes(name) && (namesNamespace(text, name) || nameOf(name).test(text)),
  );
}

const MANY = 10;

const nameOf = (name: string): RegExp =>
  new RegExp(`name["']?\\s*:\\s*["']?${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}(?![a-z0-9.-])`);

function matchesSome(text: string, namespaces: ReadonlySet<string>): boolean {
  for (const [, name = ""] of text.matchAll(
    /name(?:space)?["']?\s*:\s*["']?([a-z0-9][a-z0-9.-]*)/gi,
  ))
    if (namespaces.has(name)) return true;
  return false;
}

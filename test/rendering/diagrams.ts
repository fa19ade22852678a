/** The Mermaid texts in a Markdown text. */
export const diagramsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gmu)].map(([, text = ""]) => text);

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import rehypeParse from "rehype-parse";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const require = createRequire(import.meta.url);

/** GitHub Flavored Markdown as GitHub shows it: with the HTML in it, then cleaned by its rules. */
async function renderGfm(markdown: string): Promise<string> {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const clean = await unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .process(html);
  return String(clean);
}

/** A page with comments as GitHub styles them, and a script that draws their diagrams. */
export async function writePage(markdowns: readonly string[]): Promise<string> {
  const css = await readFile(require.resolve("github-markdown-css/github-markdown.css"), "utf8");
  const articles = await Promise.all(markdowns.map(renderGfm));
  const body = articles
    .map((html) => `<article class="markdown-body">${html}</article>`)
    .join("\n");
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0 } .markdown-body { padding: 24px; max-width: 880px }</style>${body}`;
}

export const MERMAID_SCRIPT: string = require.resolve("mermaid/dist/mermaid.min.js");

import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { MERMAID_SCRIPT, writePage } from "./page.ts";

export const launch = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    // In a single process the browser ends with its first page.
    args: chromium.args.filter((flag) => flag !== "--single-process"),
    headless: true,
  });

export interface Rendered {
  readonly page: Page;
  /** Whatever a page can do that a text must not: dialogs, requests, errors of the page. */
  readonly incidents: readonly string[];
}

/** Shows the comments in a browser, folds open or not, with every diagram drawn. */
export async function show(
  browser: Browser,
  markdowns: readonly string[],
  options: { readonly scheme: "light" | "dark"; readonly open: boolean },
): Promise<Rendered> {
  const page = await browser.newPage({
    colorScheme: options.scheme,
    viewport: { width: 940, height: 700 },
  });
  const incidents: string[] = [];
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => incidents.push(`request: ${request.url()}`));
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  await page.setContent(await writePage(markdowns));
  if (options.open)
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
  await page.addScriptTag({ path: MERMAID_SCRIPT });
  await page.evaluate(drawDiagrams, options.scheme);
  return { page, incidents };
}

/** Runs in the page. GitHub draws code blocks of this language with strict security. */
async function drawDiagrams(scheme: string): Promise<void> {
  const { mermaid } = globalThis as unknown as {
    mermaid: {
      initialize(options: object): void;
      run(options: object): Promise<void>;
    };
  };
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: scheme === "dark" ? "dark" : "default",
  });
  const nodes = [...document.querySelectorAll("code.language-mermaid")].map((code) => {
    const div = document.createElement("div");
    div.className = "diagram";
    div.textContent = code.textContent;
    (code.parentElement ?? code).replaceWith(div);
    return div;
  });
  await mermaid.run({ nodes });
}

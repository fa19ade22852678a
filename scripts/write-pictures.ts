import { spawnSync } from "node:child_process";
import { launch, show } from "../test/rendering/browser.ts";

/** Draws the comment on the example, as GitHub shows it, into docs/: `npm run pictures`. */

/** Stand-ins for the emoji, for which a headless browser has no font. */
const SHAPES = {
  "✅": ["✔", "#1a7f37"],
  "❌": ["✖", "#cf222e"],
  "⚠️": ["▲", "#bf8700"],
  ℹ️: ["i", "#0969da"],
  "🔴": ["●", "#cf222e"],
  "🟠": ["●", "#e16f24"],
  "🟡": ["●", "#d4a72c"],
  "🔵": ["●", "#218bff"],
  "⚪": ["○", "#8c959f"],
} as const;

function exampleComment(): string {
  const options = ["--dirs", "examples/shop/base", "examples/shop/head", "--format", "markdown"];
  const { stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "diff", ...options], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return stdout;
}

const comment = exampleComment();
const browser = await launch();
for (const scheme of ["light", "dark"] as const) {
  const { page } = await show(browser, [comment], { scheme, open: false });
  await page.evaluate((shapes) => {
    const article = document.querySelector("article");
    if (article === null) return;
    for (const [emoji, [shape, color]] of Object.entries(shapes))
      article.innerHTML = article.innerHTML.replaceAll(
        emoji,
        `<span style="color:${color}">${shape}</span>`,
      );
    // The diagram is what a reader opens first.
    for (const fold of document.querySelectorAll("details"))
      if (fold.querySelector("svg") !== null) fold.open = true;
  }, SHAPES);
  await page.locator("article").screenshot({ path: `docs/comment-${scheme}.png` });
}
await browser.close();

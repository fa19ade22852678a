import type { Report } from "../model/report.ts";

/** What a manifest, a path or a message could hold to be more than text where it is shown. */
export const HOSTILE_TEXTS: readonly string[] = [
  "a|b | c",
  "`a` ``b`` ```c",
  "```\n```diff\n+x\n",
  "</code><img src=x onerror=alert(1)>",
  "</details></summary><h1>x",
  "@user @acme/team",
  "#1 fixes #2 GH-3 acme/net#4",
  "<!-- netpol-review -->",
  "a\nb\r\nc\n\n# d\n- e\n1. f\n| g |\n",
  "::add-mask::x",
  "x\n::add-mask::y",
  "  ::stop-commands::x",
  "##[add-mask]x ##[error]y",
  "\u202eabc\u2066d\u200be\ufefff",
  "www.evil.test https://evil.test/x evil@evil.test",
  "[x](https://evil.test) ![y](https://evil.test/z.png) [z]: https://evil.test",
  "\u001b[31mred\u001b[0m\u009b2J\u0007",
  "**a** _b_ ~~c~~ $d$ :tada: \\e",
  "[!WARNING]",
  "&lt;img&gt; &#60;b&#62; &amp;",
  "%0A::error::x",
  "# a",
  "> a",
  "- a",
  "---",
  "    a",
  "![",
  "https://h/a)b",
  "\ud800",
  "",
];

/** Strings of ours: unions and constants. All other strings of a report are foreign, at least in part. */
const CLOSED = new Set([
  "schemaVersion",
  "mode",
  "verdict",
  "state",
  "ingress",
  "egress",
  "metadata",
  "change",
  "type",
  "risk",
  "protocol",
  "side",
  "level",
]);

/** The same report with `text` in every place that holds foreign text. */
export function hostileReport(report: Report, text: string): Report {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) => {
      if (typeof value !== "string" || CLOSED.has(key)) return value;
      return text;
    }),
  ) as Report;
}

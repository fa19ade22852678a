import { describe, expect, test } from "vitest";
import {
  guardLine,
  markdownCode,
  markdownFence,
  markdownProse,
  markdownUrl,
  plainText,
  terminalText,
} from "./escape.ts";

describe("plainText", () => {
  test.each([
    { name: "a name as it is", in: "payments", want: "payments" },
    { name: "newlines as a space", in: "a\r\n\nb\tc\u2028d", want: "a b c d" },
    { name: "no escape codes", in: "a\u001b[31mb\u009b0mc\u0000\u007f", want: "a[31mb0mc" },
    { name: "no bidirectional controls", in: "a\u202eb\u2066c\u200fd\u061ce", want: "abcde" },
    {
      name: "no zero-width characters",
      in: "a\u200bb\u200dc\u2060d\ufeffe\u00adf",
      want: "abcdef",
    },
    { name: "no invisible letters", in: "a\u3164b\u{e0041}c", want: "abc" },
    { name: "no half characters", in: "a\ud83db", want: "a\ufffdb" },
    { name: "119 characters and an ellipsis", in: "x".repeat(200), want: `${"x".repeat(119)}…` },
    { name: "120 characters whole", in: "x".repeat(120), want: "x".repeat(120) },
    { name: "no character cut in half", in: "😀".repeat(99), want: `${"😀".repeat(59)}\ufffd…` },
  ])("$name", ({ in: text, want }) => {
    expect(plainText(text)).toBe(want);
  });

  test("takes another limit", () => {
    expect(plainText("abcdef", 4)).toBe("abc…");
  });
});

describe("terminalText and guardLine", () => {
  test("break up what the runner obeys", () => {
    expect(terminalText("x ##[add-mask]y\n::add-mask::z")).toBe("x ## [add-mask]y ::add-mask::z");
    expect(guardLine("  ::add-mask::x")).toBe("·   ::add-mask::x");
    expect(guardLine("a ::add-mask::x")).toBe("a ::add-mask::x");
  });
});

describe("markdownCode", () => {
  test.each([
    { in: "api", want: "<code>api</code>" },
    { in: "a|b", want: "<code>a&#124;b</code>" },
    { in: "", want: "<code>&#34;&#34;</code>" },
    { in: "\u200b\n", want: "<code> </code>" },
    { in: "</code><img>", want: "<code>&#60;&#47;code&#62;&#60;img&#62;</code>" },
    { in: "@user #1 `x`", want: "<code>&#64;user &#35;1 &#96;x&#96;</code>" },
    { in: "$x$ :tada:", want: "<code>&#36;x&#36; &#58;tada&#58;</code>" },
  ])("$in", ({ in: text, want }) => {
    expect(markdownCode(text)).toBe(want);
  });
});

describe("markdownProse", () => {
  test.each([
    { in: "two list items are OR", want: "two list items are OR" },
    {
      in: "default-deny doesn't (yet) hold, sadly.",
      want: "default-deny doesn't (yet) hold, sadly.",
    },
    { in: "`app: web` removed", want: "<code>app&#58; web</code> removed" },
    { in: "to 10.0.0.0/8, too", want: "to <code>10&#46;0&#46;0&#46;0&#47;8</code>, too" },
    { in: "TCP 80, 443", want: "TCP 80, 443" },
    { in: "one ` backtick", want: "one <code>&#96;</code> backtick" },
    { in: "ask @user", want: "ask <code>&#64;user</code>" },
    { in: "fixes #1", want: "fixes <code>&#35;1</code>" },
    { in: "see GH-1 or 8f14e45", want: "see <code>GH-1</code> or <code>8f14e45</code>" },
    { in: "1. not a list", want: "1&#46; not a list" },
    { in: "- not a list", want: "<code>-</code> not a list" },
    { in: "visit www.evil.test", want: "visit <code>www&#46;evil&#46;test</code>" },
    {
      in: "a *b* _c_ ~~d~~",
      want: "a <code>&#42;b&#42;</code> <code>&#95;c&#95;</code> <code>&#126;&#126;d&#126;&#126;</code>",
    },
  ])("$in", ({ in: text, want }) => {
    expect(markdownProse(text)).toBe(want);
  });
});

describe("markdownFence", () => {
  test("is longer than any run of backticks in the text", () => {
    expect(markdownFence("a\n```\nb\n`````", "diff")).toBe("``````diff\na\n```\nb\n`````\n``````");
  });

  test("keeps lines and tabs, drops what hides", () => {
    expect(markdownFence("a\r\n\tb\u001b[0m\u202e\rc\n\n", "diff")).toBe(
      "```diff\na\n\tb[0mc\n```",
    );
  });

  test("cuts whole lines beyond the limit", () => {
    expect(markdownFence("aaa\nbbb\nccc", "diff", 9)).toBe("```diff\naaa\nbbb\n…\n```");
  });
});

describe("markdownUrl", () => {
  test.each([
    { in: "https://h/a/b.yaml#L1", want: "https://h/a/b.yaml#L1" },
    { in: "https://h/a b)(|`<>\"'\\é", want: "https://h/a%20b%29%28%7C%60%3C%3E%22%27%5C%C3%A9" },
    { in: "https://h/?a=1&b=2", want: "https://h/?a=1&amp;b=2" },
    { in: "https://h/\ud800", want: "https://h/%EF%BF%BD" },
    { in: "javascript:alert(1)", want: undefined },
    { in: "//h/a", want: undefined },
  ])("$in", ({ in: url, want }) => {
    expect(markdownUrl(url)).toBe(want);
  });
});

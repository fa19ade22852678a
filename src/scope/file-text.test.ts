import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearch, FileText } from "./file-text.ts";

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const HINTS = ["hides", "policy", "foreign", "namespace", "workload"] as const;
const hintsOf = (file: FileText) => HINTS.filter((hint) => file[hint]);

/** By itself, as a source of single files delivers it. */
const alone = (text: string): FileText => new FileText(Buffer.from(text, "latin1"), decode);

/** As parts of one text, each behind a header, searched together. */
function together(texts: readonly string[], search = createSearch()): readonly FileText[] {
  const parts = texts.map((text) => ({ header: `id blob ${text.length}\n`, text }));
  const whole = parts.map(({ header, text }) => `${header}${text}\n`).join("");
  let at = 0;
  const files = parts.map(({ header, text }, index) => {
    const start = at + header.length;
    at = start + text.length + 1;
    const file = new FileText({ text: whole, start, end: start + text.length }, decode);
    search.add(String(index), file);
    return file;
  });
  search.end();
  return files;
}

describe("what a text may hold", () => {
  it.each([
    { name: "a policy", in: "kind: NetworkPolicy", want: ["policy", "foreign"] },
    { name: "a list of them", in: '{"kind":"NetworkPolicyList"}', want: ["policy", "foreign"] },
    { name: "another engine", in: "apiVersion: cilium.io/v2", want: ["foreign"] },
    { name: "a namespace", in: "kind: Namespace", want: ["namespace"] },
    { name: "a field named after it", in: "targetNamespace: x\nnamespace: y", want: [] },
    { name: "a list of namespaces", in: "kind: NamespaceList", want: ["namespace"] },
    { name: "a CronJob", in: "kind: 'CronJob'", want: ["workload"] },
    { name: "a list of pods", in: "kind: PodList", want: ["workload"] },
    { name: "a kind that only begins so", in: "kind: PodDisruptionBudget", want: [] },
    { name: "none", in: "kind: Service", want: [] },
    { name: "a word in disguise", in: 'kind: "Network\\x50olicy"', want: [...HINTS] },
    { name: "a backslash that hides nothing", in: "a: \\d\nkind: Pod", want: ["workload"] },
  ])("$name", ({ in: text, want }) => {
    expect(hintsOf(alone(text))).toEqual(want);
    const [before, file, behind] = together(["kind: Service", text, "kind: Service"]);
    expect(file && hintsOf(file)).toEqual(want);
    expect([before, behind].map((other) => other && hintsOf(other))).toEqual([[], []]);
  });

  it("is the same whether files are searched alone or together", () => {
    const piece = fc.constantFrom(
      "kind: ",
      "NetworkPolicy",
      "Network",
      "Namespace",
      "NamespaceList",
      "space",
      "Pod",
      "Set",
      "StatefulSet",
      "CronJob",
      "Deployment",
      "ReplicationController",
      "cilium.io",
      "!",
      "\\",
      "x50",
      "!!binary",
      "\n",
      " ",
      "\u0000",
      "\u00e9",
      "List",
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        expect(together(texts).map(hintsOf)).toEqual(texts.map((one) => hintsOf(alone(one))));
        expect(together(texts).map((file) => file.text)).toEqual(texts);
      }),
    );
  });

  it("finds the files that hold a word, alone or together", () => {
    const text = fc.array(fc.constantFrom("shop", "sh", "op", "o", "\n"), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(
          text.map((pieces) => pieces.join("")),
          { maxLength: 8 },
        ),
        fc.uniqueArray(fc.constantFrom("shop", "op", "oo", "blob"), { maxLength: 3 }),
        (texts, words) => {
          const search = createSearch();
          together(texts, search);
          for (const [index, one] of texts.entries()) search.add(`alone ${index}`, alone(one));
          const want = texts.flatMap((one, index) =>
            words.some((word) => one.includes(word)) ? [`${index}`, `alone ${index}`] : [],
          );
          expect([...search.holding(words)].toSorted()).toEqual(want.toSorted());
        },
      ),
    );
  });

  it("says nothing of a file that was too large", () => {
    expect(hintsOf(new FileText({ tooLarge: 9 }, decode))).toEqual([]);
  });
});

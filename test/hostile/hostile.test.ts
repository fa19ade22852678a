import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleProgram, type BundledProgram } from "../bundled-program.ts";
import {
  aliasBomb,
  ALLOW_ALL,
  bundle,
  deepBlock,
  deepFlow,
  DENY,
  manyExcepts,
  manyKeyedPolicies,
  manyKeys,
  manyPeers,
  namespace,
  overlappingPolicies,
  policy,
  TEXTS,
  times,
} from "./inputs.ts";
import { reviewFolders, type Files } from "./review-folders.ts";

/** A process is ended by its own limit long before. */
const PATIENCE_MS = 600_000;

let program: BundledProgram;
beforeAll(async () => {
  program = await bundleProgram("cli.js");
});
afterAll(() => program[Symbol.asyncDispose]());

const FAIL = 1;
const UNDECIDED = 2;

interface HostileCase {
  readonly name: string;
  readonly base?: Files;
  readonly head: Files;
  readonly exitCodes: readonly number[];
}

const STANDING: Files = { "shop/deny.yaml": DENY };

const added = (content: string): Files => ({ ...STANDING, "shop/new.yaml": content });

/** Each holds a policy that allows everything: a pass would mean that somebody looked away. */
const HIDING: readonly HostileCase[] = [
  { name: "an alias bomb", head: added(aliasBomb()), exitCodes: [FAIL, UNDECIDED] },
  { name: "100,000 keys", head: added(manyKeys(100_000)), exitCodes: [FAIL, UNDECIDED] },
  { name: "deep flow nesting", head: added(deepFlow(100_000)), exitCodes: [FAIL, UNDECIDED] },
  { name: "deep block nesting", head: added(deepBlock(2_000)), exitCodes: [FAIL, UNDECIDED] },
  {
    name: "a file of 50 MB",
    head: added(`# ${"x".repeat(50 * 1024 * 1024)}\n${ALLOW_ALL}`),
    exitCodes: [UNDECIDED],
  },
  {
    name: "20,000 documents",
    head: added(bundle([...times(20_000, () => "a: 1\n"), ALLOW_ALL])),
    exitCodes: [FAIL, UNDECIDED],
  },
  {
    name: "20,000 policies in one file",
    head: added(
      bundle(
        times(20_000, (index) =>
          policy({
            name: `p${index}`,
            namespace: `n${index}`,
            spec: { podSelector: {}, ingress: index === 19_999 ? [{}] : [] },
          }),
        ),
      ),
    ),
    exitCodes: [FAIL, UNDECIDED],
  },
  {
    name: "documents past the limit whose kind is written with an escape",
    head: added(
      bundle([
        ...times(10_001, () => "a: 1\n"),
        ALLOW_ALL.replace("NetworkPolicy", String.raw`"\x4eetworkPolicy"`),
      ]),
    ),
    exitCodes: [FAIL, UNDECIDED],
  },
  {
    name: "a kind written with an escape, nested too deeply",
    head: added(deepFlow(1_000).replace("NetworkPolicy", String.raw`"\x4eetworkPolicy"`)),
    exitCodes: [FAIL, UNDECIDED],
  },
];

it.concurrent.for(HIDING)(
  "does not pass over $name",
  { timeout: PATIENCE_MS },
  async ({ base = STANDING, head, exitCodes }) => {
    const { exitCode, errors } = await reviewFolders(program.file, base, head);
    expect(errors).toBe("");
    expect(exitCodes).toContain(exitCode);
  },
);

const shop = (content: string): Files => ({ "shop/policies.yaml": content });

/** Policies whose comparison could explode: exact or undecided, in bounded time and memory. */
const COMPLEX: readonly HostileCase[] = [
  {
    name: "60 policies, a label key each",
    base: shop(manyKeyedPolicies(60, 1000)),
    head: shop(manyKeyedPolicies(60, 2000)),
    exitCodes: [0, UNDECIDED],
  },
  {
    name: "60 policies, a label key each, that are gone",
    base: shop(manyKeyedPolicies(60, 1000)),
    head: shop(namespace("shop")),
    exitCodes: [FAIL, UNDECIDED],
  },
  {
    name: "2,000 policies that overlap",
    base: shop(overlappingPolicies(2000, 1000)),
    head: shop(overlappingPolicies(2000, 2000)),
    exitCodes: [0, UNDECIDED],
  },
  {
    name: "10,000 exceptions",
    base: { ...STANDING, ...shop(manyExcepts(10_000)) },
    head: { ...STANDING, ...shop(manyExcepts(9_000)) },
    exitCodes: [0, UNDECIDED],
  },
  {
    name: "50,000 peers",
    base: STANDING,
    head: { ...STANDING, ...shop(manyPeers(50_000)) },
    exitCodes: [0, UNDECIDED],
  },
  {
    name: "5,000 namespaces selected",
    base: {
      ...STANDING,
      "namespaces.yaml": bundle(
        times(5000, (index) => namespace(`n${index}`, { team: `t${index}` })),
      ),
    },
    head: {
      ...STANDING,
      "namespaces.yaml": bundle(
        times(5000, (index) => namespace(`n${index}`, { team: `t${index}` })),
      ),
      "shop/new.yaml": policy({
        name: "teams",
        spec: {
          podSelector: {},
          policyTypes: ["Ingress"],
          ingress: times(5000, (index) => ({
            from: [{ namespaceSelector: { matchLabels: { team: `t${index}` } } }],
          })),
        },
      }),
    },
    exitCodes: [0, UNDECIDED],
  },
];

it.concurrent.for(COMPLEX)(
  "stays within bounds with $name",
  { timeout: PATIENCE_MS },
  async ({ base = STANDING, head, exitCodes }) => {
    const { exitCode, errors } = await reviewFolders(program.file, base, head);
    expect(errors).toBe("");
    expect(exitCodes).toContain(exitCode);
  },
);

const hostileFiles: Files = {
  ...STANDING,
  ...Object.fromEntries(
    TEXTS.map((text, index) => [
      `shop/${text.replaceAll("/", "")}/${index}.yaml`,
      bundle([
        policy({
          name: text,
          spec: {
            podSelector: { matchLabels: { [text]: text } },
            ingress: [{ from: [{ podSelector: { matchLabels: { app: text } } }] }],
          },
        }),
        policy({ name: `ok${index}`, namespace: text, spec: { podSelector: {}, ingress: [{}] } }),
        `apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: ${JSON.stringify({ name: text })}\n`,
        `${ALLOW_ALL}${JSON.stringify(text)}: ${JSON.stringify(text)}\n`,
        `kind: NetworkPolicy\n${text}: [\n`,
      ]),
    ]),
  ),
};

it.for(["json", "markdown", "text"] as const)(
  "prints hostile names as %s without anything that commands or hides",
  { timeout: PATIENCE_MS },
  async (format) => {
    const { exitCode, output, errors } = await reviewFolders(
      program.file,
      STANDING,
      hostileFiles,
      format,
    );
    expect(errors).toBe("");
    expect([FAIL, UNDECIDED]).toContain(exitCode);
    expect(output).not.toMatch(
      /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u,
    );
    expect(output).not.toMatch(/^\s*::/m);
    if (format === "json") {
      expect(() => JSON.parse(output) as unknown).not.toThrow();
      return;
    }
    expect(output).not.toContain("##[");
    if (format === "text") return;
    const outsideFences = output.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, "");
    expect(outsideFences).not.toMatch(/<(?:img|!-- netpol)|javascript:|@admin|^# heading/m);
  },
);

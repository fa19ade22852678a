import type { LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import { isRecord, objectsIn, plainValues, typeOf, valueAt } from "../scope/plain-values.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { sideOf, textAt, textsOf } from "./changed-texts.ts";

/** A setting of a network plugin by which it enforces policies or does not. */
interface Switch {
  /** The value that switches enforcement off. */
  readonly off: string;
  /** Whether it is off as well where the setting is missing. */
  readonly offByDefault: boolean;
}

const SWITCHES: Readonly<Record<string, Switch>> = {
  // Cilium: the ConfigMap and the agent's option, and the value of its chart.
  "enable-policy": { off: "never", offByDefault: false },
  policyEnforcementMode: { off: "never", offByDefault: false },
  // The VPC CNI of Amazon: the node agent's option, and the key of its ConfigMap, which EKS Auto Mode reads too.
  "enable-network-policy": { off: "false", offByDefault: true },
  "enable-network-policy-controller": { off: "false", offByDefault: true },
  // kube-router.
  "run-firewall": { off: "false", offByDefault: false },
  // k3s and RKE2.
  "disable-network-policy": { off: "true", offByDefault: false },
};

const NAMES = Object.keys(SWITCHES).join("|");
const NAMED = new RegExp(`\\b(?:${NAMES})\\b`);
const ARGUMENT = new RegExp(`^--?(${NAMES})(?:=(.*))?$`);

export const namesSwitch = (text: string): boolean => NAMED.test(text);

/** Whether a key says if policies are enforced, not which there are. */
export const isSwitch = (key: string): boolean =>
  Object.hasOwn(SWITCHES, key.replace(/^--?/, "").replace(/=.*$/s, ""));

interface Setting {
  readonly change: FileChange;
  readonly name: string;
  readonly value: string;
}

/**
 * Changed settings of network plugins that switch the enforcement of policies off, or on: the policies stay as they are, and
 * without enforcement have no effect.
 */
export function ledgerOfEnforcement(
  changes: readonly FileChange[],
  texts: TextStore,
): readonly LedgerEntry[] {
  const before = new Map<string, Setting>();
  const after = new Map<string, Setting>();
  for (const change of changes) {
    if (!isManifestPath(change.path)) continue;
    const [old, now] = textsOf(change, texts);
    for (const [id, name, value] of settingsIn(old)) before.set(id, { change, name, value });
    for (const [id, name, value] of settingsIn(now)) after.set(id, { change, name, value });
  }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(
    (id) => entryOf(before.get(id), after.get(id), texts) ?? [],
  );
}

function entryOf(
  before: Setting | undefined,
  after: Setting | undefined,
  texts: TextStore,
): LedgerEntry | undefined {
  const setting = after ?? before;
  if (setting === undefined) return undefined;
  const { change, name } = setting;
  const [was, is] = [before, after].map((one) => isOff(name, one?.value));
  if (was === is) return undefined;
  const what = after === undefined ? `\`${name}\` is gone` : `\`${name}: ${after.value}\``;
  const reason =
    is === true
      ? `enforcement of network policies is switched off (${what}): what the policies say has no effect then`
      : `enforcement of network policies is switched on (${what}): what the policies say had no effect before`;
  const span = placeOf(change, name, texts);
  return { path: change.path, span, side: sideOf(change), reason, decides: is === true };
}

const isOff = (name: string, value: string | undefined): boolean =>
  value === undefined ? SWITCHES[name]?.offByDefault === true : value === SWITCHES[name]?.off;

/** The first line with the setting; the first line where it is gone. */
function placeOf(change: FileChange, name: string, texts: TextStore): Span {
  const lines = textAt(change.head ?? change.base, texts).split("\n");
  const line = Math.max(
    0,
    lines.findIndex((text) => new RegExp(`\\b${name}\\b`).test(text)),
  );
  const startLine = line + 1;
  return { path: change.path, startLine, startColumn: 1, endLine: startLine, endColumn: 1 };
}

type Found = readonly [id: string, name: string, value: string];

/** The settings of a text, each with what it belongs to. What cannot be read is reported by whoever reads manifests. */
function settingsIn(text: string): readonly Found[] {
  if (!namesSwitch(text)) return [];
  return (plainValues(text) ?? []).flatMap((document) => {
    const objects =
      isRecord(document) && "apiVersion" in document ? objectsIn(document) : [document];
    return objects.flatMap((object) => {
      const { kind } = typeOf(object);
      const owner = `${kind} ${String(valueAt(object, "metadata", "name"))}`;
      return pairsIn(object, 0).map(([name, value]): Found => [
        `${owner} ${name}`,
        name,
        value.trim().toLowerCase(),
      ]);
    });
  });
}

/** As deep as values go, those in texts included. */
const MAX_DEPTH = 20;

type Pair = readonly [name: string, value: string];

function pairsIn(value: unknown, depth: number): readonly Pair[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === "string") return pairsInText(value, depth);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index): readonly Pair[] => {
      const [, name, given] = (typeof item === "string" && ARGUMENT.exec(item)) || [];
      if (name === undefined) return pairsIn(item, depth + 1);
      // An option without a value has it as the next argument, or means yes.
      const next: unknown = value[index + 1];
      const follows = typeof next === "string" && !next.startsWith("-") ? next : "true";
      return [[name, given ?? follows]];
    });
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]): readonly Pair[] =>
    Object.hasOwn(SWITCHES, key) && (typeof child === "string" || typeof child === "boolean")
      ? [[key, String(child)]]
      : pairsIn(child, depth + 1),
  );
}

/** Values as a text, such as those of an Application. */
const pairsInText = (text: string, depth: number): readonly Pair[] =>
  namesSwitch(text) && text.includes(":")
    ? (plainValues(text) ?? []).filter(isRecord).flatMap((value) => pairsIn(value, depth + 5))
    : [];

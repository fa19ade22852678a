import { parseAddress } from "../model/cidr.ts";
import type { Span } from "../model/span.ts";
import { readOneWorld, type OneWorld } from "../one-world.ts";
import { decideFlow, type PointEnd, type SideDecision } from "../reach/point.ts";
import { terminalText } from "../report/escape.ts";
import { pointOf } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Command } from "./arguments.ts";
import { EXIT_CODES } from "../report/exit-code.ts";
import { openFolders, requestOf } from "./open-source.ts";
import { writeText } from "./output.ts";
import { CommandError, type Terminal } from "./terminal.ts";

type Query = Extract<Command, { name: "query" }>;

/** Decides one flow and prints the rules that did. */
export async function runQuery(command: Query, terminal: Terminal): Promise<number> {
  const request = requestOf(await openFolders([command.directory]), command, terminal);
  const world = await readOneWorld(request, command.namespace);
  const source = findEnd(command.from, world);
  const destination = findEnd(command.to, world);
  const { port, protocol } = command;
  const flow = { source, destination, port, protocol };
  const decision = decideFlow(world.world.policies, flow, world);
  const unread = world.ledger.filter(({ decides }) => decides);
  const verdict = unread.length > 0 ? "undecided" : decision.allowed ? "allowed" : "denied";
  const answer: Answer = {
    from: command.from,
    to: command.to,
    port,
    protocol,
    verdict,
    sides: [decision.egress, decision.ingress].map(describeSide),
    unread: unread.map(({ path, reason }) => ({ path, reason })),
  };
  const text = command.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : printed(answer);
  writeText(text, command, terminal);
  if (verdict === "undecided") return EXIT_CODES.undecided;
  return decision.allowed ? 0 : 1;
}

/** A workload or pod as `namespace/name`, or an address. */
function findEnd(text: string, { world, labels }: OneWorld): PointEnd {
  const address = parseAddress(text);
  if (address !== undefined)
    return { type: "address", address: pointOf(address.family, address.value) };
  const idOf = ({ namespace, workload }: (typeof world.workloads)[number]): string =>
    `${namespace}/${workload.name}`;
  const [first, second] = world.workloads.filter((placed) => idOf(placed) === text);
  if (first === undefined)
    throw new CommandError(
      `there is no workload ${text}; there are: ${listed(world.workloads.map(idOf))}`,
    );
  if (second !== undefined)
    throw new CommandError(
      `${text} is the name of a ${first.workload.kind} and of a ${second.workload.kind}; query a directory with one of them`,
    );
  const { workload, namespace } = first;
  const [ip] = workload.ips.flatMap((own) => parseAddress(own) ?? []);
  return {
    type: "pod",
    namespace,
    namespaceLabels: labels.get(namespace) ?? { [NAME_LABEL]: namespace },
    labels: workload.labels,
    ports: workload.ports,
    hostNetwork: workload.hostNetwork,
    ...(ip === undefined ? {} : { address: pointOf(ip.family, ip.value) }),
  };
}

const SHOWN = 10;
const listed = (all: readonly string[]): string =>
  all.length === 0
    ? "none"
    : all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? " and more" : "");

interface PolicyMention {
  readonly policy: string;
  readonly place: string;
}

interface DescribedSide {
  readonly side: string;
  readonly allowed: boolean;
  readonly isolatedBy: readonly PolicyMention[];
  readonly allowedBy: readonly PolicyMention[];
}

function describeSide(decision: SideDecision): DescribedSide {
  const { direction, allowed, isolatedBy, allowedBy } = decision;
  return {
    side: direction,
    allowed,
    isolatedBy: isolatedBy.map(({ name, podSelector }) => ({
      policy: name,
      place: place(podSelector.span),
    })),
    allowedBy: allowedBy.map(({ policy, rule }) => ({
      policy: policy.name,
      place: place(rule.span),
    })),
  };
}

const place = ({ path, startLine }: Span): string => `${path}:${startLine}`;

interface Answer {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: string;
  readonly verdict: string;
  readonly sides: readonly DescribedSide[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

function printed({ from, to, port, protocol, verdict, sides, unread }: Answer): string {
  const lines = [
    `${verdict}: ${from} -> ${to} ${protocol} ${port}`,
    ...sides.flatMap(({ side, allowed, isolatedBy, allowedBy }) => [
      `  ${side}: ${allowed ? "allowed" : "denied"}${isolatedBy.length === 0 ? ", no policy isolates this end" : ""}`,
      ...isolatedBy.map((entry) => `    isolated by ${entry.policy} (${entry.place})`),
      ...allowedBy.map((entry) => `    allowed by ${entry.policy} (${entry.place})`),
    ]),
    ...unread.map(({ path, reason }) => `  not read: ${path}: ${reason}`),
  ];
  return `${lines.map((line) => terminalText(line, 600)).join("\n")}\n`;
}

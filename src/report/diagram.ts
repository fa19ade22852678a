import { addTo } from "../model/group-by.ts";
import type { EndpointText } from "../model/report.ts";
import { mermaidText } from "./escape.ts";
import type { ScopeFacts } from "./facts.ts";

/** A flowchart in Mermaid's language, and how much of the report is in it. */
export interface Diagram {
  readonly text: string;
  /** Rows that are drawn, and how many are not. */
  readonly shown: number;
  readonly left: number;
}

/**
 * Longest diagram that GitHub draws: `maxTextSize` of Mermaid, which a diagram cannot raise. The limits
 * below keep every diagram shorter, even if each character of each label is written as an entity.
 */
export const MERMAID_MAX_CHARACTERS = 50_000;

/** More arrows than these are a tangle; Mermaid would draw 500. */
const MAX_EDGES = 30;

/** Characters of one label. */
const MAX_LABEL = 60;

interface Node {
  /** Never a name: `default` and `end` are words of the language. */
  readonly id: string;
  readonly label: string;
  readonly type: EndpointText["type"];
  readonly namespace?: string;
}

interface Edge {
  readonly source: Node;
  readonly destination: Node;
  readonly isOpened: boolean;
  readonly ports: Set<string>;
  rows: number;
}

/**
 * The flows of a scope that opened or closed, as arrows between pods grouped by namespace; worst first,
 * so that what is left out matters less. Undefined where no flow changed. Masked changes are left out:
 * no traffic moves.
 */
export function drawFlows({ flows, scope }: ScopeFacts): Diagram | undefined {
  if (flows.length === 0) return undefined;
  const labels = new Map(scope.namespaces.map(({ name, label }) => [name, label]));
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const nodeOf = (end: Omit<Node, "id">): Node => {
    const key = JSON.stringify(end);
    const node = nodes.get(key) ?? { id: `n${nodes.size}`, ...end };
    nodes.set(key, node);
    return node;
  };
  for (const { change, ports, ...ends } of flows) {
    const [source, destination] = [endOf(ends.source, labels), endOf(ends.destination, labels)];
    const key = JSON.stringify([change, source, destination]);
    let edge = edges.get(key);
    if (edge === undefined) {
      if (edges.size === MAX_EDGES) continue;
      edge = {
        source: nodeOf(source),
        destination: nodeOf(destination),
        isOpened: change === "opened",
        ports: new Set(),
        rows: 0,
      };
      edges.set(key, edge);
    }
    edge.ports.add(ports);
    edge.rows++;
  }
  const drawn = [...edges.values()];
  const shown = drawn.reduce((sum, { rows }) => sum + rows, 0);
  const text = writeChart([...nodes.values()], drawn, labels);
  return { text, shown, left: flows.length - shown };
}

type Labels = ReadonlyMap<string, string>;

/** An end without the namespace in its words, since the box around it names that. */
function endOf({ text, type, namespace }: EndpointText, labels: Labels): Omit<Node, "id"> {
  if (namespace === undefined) return { label: text, type };
  const label = labels.get(namespace) ?? namespace;
  const [before, after] = [`${label}/`, ` in ${label}`];
  const inside = text.startsWith(before)
    ? text.slice(before.length)
    : text.endsWith(after)
      ? text.slice(0, -after.length)
      : text.replace(` in ${label} except `, " except ");
  return { label: inside, type, namespace };
}

/** Red and blue that read on GitHub's light and dark page alike; the words say the same. */
const OPENED = "stroke:#cf222e,stroke-width:2px";
const CLOSED = "stroke:#2f81f7,stroke-width:2px";

function writeChart(nodes: readonly Node[], edges: readonly Edge[], labels: Labels): string {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) if (node.namespace !== undefined) addTo(groups, node.namespace, node);
  const boxes = [...groups].flatMap(([namespace, members], index) => [
    `  subgraph g${index}["${quoted(labels.get(namespace) ?? namespace)}"]`,
    ...members.map((node) => `    ${writeNode(node)}`),
    "  end",
  ]);
  return [
    "flowchart LR",
    "  accTitle: Flows that opened and closed",
    ...boxes,
    ...nodes
      .filter(({ namespace }) => namespace === undefined)
      .map((node) => `  ${writeNode(node)}`),
    ...edges.map((edge) => `  ${writeEdge(edge)}`),
    ...edges.map(({ isOpened }, index) => `  linkStyle ${index} ${isOpened ? OPENED : CLOSED}`),
  ].join("\n");
}

/** Pods are boxes; whatever has no namespace is rounded. */
const writeNode = ({ id, label, type }: Node): string =>
  type === "pods" ? `${id}["${quoted(label)}"]` : `${id}(["${quoted(label)}"])`;

function writeEdge({ source, destination, isOpened, ports }: Edge): string {
  const label = quoted(`${isOpened ? "+ opened" : "− closed"} ${[...ports].join(", ")}`);
  return isOpened
    ? `${source.id} -- "${label}" --> ${destination.id}`
    : `${source.id} -. "${label}" .-> ${destination.id}`;
}

const quoted = (text: string): string => mermaidText(text, MAX_LABEL);

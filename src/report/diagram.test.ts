import { describe, expect, test } from "vitest";
import type { EndpointText, FlowRow, Report } from "../model/report.ts";
import { drawFlows, MERMAID_MAX_CHARACTERS } from "./diagram.ts";
import { readFacts } from "./facts.ts";
import { greenReport } from "./sample-report.test-data.ts";

const pods = (text: string, namespace?: string): EndpointText => ({
  text,
  type: "pods",
  ...(namespace === undefined ? {} : { namespace }),
  workloads: [],
  more: 0,
});

const INTERNET: EndpointText = { text: "internet", type: "addresses", workloads: [], more: 0 };

const flow = (parts: Partial<FlowRow>): FlowRow => ({
  change: "opened",
  namespace: "shop",
  source: pods("shop/web", "shop"),
  destination: INTERNET,
  ports: "TCP 443",
  existing: false,
  risk: "to-internet",
  blame: { side: "egress" },
  cause: "rule added",
  blockedBy: [],
  ...parts,
});

function draw(flows: readonly FlowRow[]): ReturnType<typeof drawFlows> {
  const report: Report = {
    ...greenReport,
    scopes: [{ name: "default", namespaces: [], flows, policies: [] }],
  };
  const [scope] = readFacts(report).scopes;
  return scope === undefined ? undefined : drawFlows(scope);
}

describe("the diagram", () => {
  test("puts pods into the box of their namespace and all else beside it", () => {
    expect(draw([flow({})])?.text).toMatchInlineSnapshot(`
      "flowchart LR
        accTitle: Flows that opened and closed
        subgraph g0["shop"]
          n0["web"]
        end
        n1(["internet"])
        n0 -- "+ opened TCP 443" --> n1
        linkStyle 0 stroke:#cf222e,stroke-width:2px"
    `);
  });

  test("draws closed flows dashed", () => {
    expect(draw([flow({ change: "closed" })])?.text).toContain('n0 -. "− closed TCP 443" .-> n1');
  });

  test("leaves masked changes out, since no traffic moves", () => {
    expect(draw([flow({ change: "masked" })])).toBeUndefined();
  });

  test("joins the ports of one arrow", () => {
    const diagram = draw([flow({}), flow({ ports: "UDP 53" })]);
    expect(diagram?.text.match(/-->/gu)).toHaveLength(1);
    expect(diagram?.text).toContain("+ opened TCP 443, UDP 53");
    expect(diagram).toMatchObject({ shown: 2, left: 0 });
  });

  test("tells pods of one name in two namespaces apart", () => {
    const other = flow({ source: pods("web", "shop"), destination: pods("any pod in mon", "mon") });
    expect(
      draw([other, flow({ source: pods("web", "mon") })])?.text.match(/\["web"\]/gu),
    ).toHaveLength(2);
  });

  test("stays within the limit, counting what it leaves out", () => {
    const long = (index: number): string => `${'"'.repeat(100)}${index}`;
    const flows = Array.from({ length: 600 }, (_, index) =>
      flow({
        source: pods(`${index}${long(index)}`, long(index)),
        destination: pods(`x${index}${long(index)}`, `y${index}${long(index)}`),
        ports: long(index),
      }),
    );
    const diagram = draw(flows);
    expect(diagram).toMatchObject({ shown: 30, left: 570 });
    expect(diagram?.text.length).toBeLessThan(MERMAID_MAX_CHARACTERS);
  });
});

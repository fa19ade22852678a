import { expect, it } from "vitest";
import { podsIn } from "../space/endpoint.ts";
import { ALL_PORTS, portRange } from "../space/ports.ts";
import { NO_NAMES, type Region } from "../space/region.ts";
import { createBudget, TooComplex } from "../space/too-complex.ts";
import { describeLabels } from "./label-words.ts";
import { describePorts } from "./describe-ports.ts";
import { applyOtherSide } from "./other-side.ts";
import { evaluatorOf, namespace, policy, worldOf } from "./test-world.test-data.ts";

/** What the egress of `shop` leaves of a flow from all pods everywhere to pods of `mon`. */
function cut(...policies: readonly string[]) {
  const evaluator = evaluatorOf(worldOf(namespace("shop"), namespace("mon"), ...policies));
  const regions = evaluator.directory.everywhere.map((set): Region => ({
    source: podsIn(set),
    destination: podsIn(evaluator.directory.named("mon")),
    ports: ALL_PORTS,
    names: NO_NAMES,
  }));
  const words = ({ source, ports }: Region): string => {
    if (source.type === "address") return "addresses";
    const { namespaces, labels } = source;
    const where = namespaces.type === "known" ? [...namespaces.names].join() : "unknown";
    return `${where} ${describeLabels(labels)} ${describePorts(ports, NO_NAMES)}`;
  };
  const { allowed, blocked } = applyOtherSide(regions, "ingress", evaluator, createBudget(1_000));
  return {
    allowed: allowed.map(words),
    blocked: blocked.map(
      ({ region, by }) => `${words(region)} by ${by.map(({ policy: { ref } }) => ref.name).join()}`,
    ),
  };
}

const DENY = policy("shop", "deny", "{podSelector: {}, policyTypes: [Egress]}");
const WEB = policy(
  "shop",
  "web",
  "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 80}]}]}",
);

it("leaves everything where nothing isolates the other end", () => {
  const ingress = policy("shop", "in", "{podSelector: {}, policyTypes: [Ingress]}");
  expect(cut(ingress)).toEqual({
    allowed: ["unknown  any port", "shop,mon  any port"],
    blocked: [],
  });
});

it("blocks what the other end's policies do not allow, and names them, the broadest first", () => {
  expect(cut(WEB, DENY)).toEqual({
    allowed: ["unknown  any port", "mon  any port", "shop app=web TCP 80"],
    blocked: ["shop  any port except TCP 80 by deny,web", "shop not app=web TCP 80 by deny"],
  });
});

it("lets pods pass that no policy of the other end selects", () => {
  expect(cut(WEB)).toEqual({
    allowed: [
      "unknown  any port",
      "mon  any port",
      "shop not app=web any port",
      "shop app=web TCP 80",
    ],
    blocked: ["shop app=web any port except TCP 80 by web"],
  });
});

it("does nothing to addresses outside, and stops where it costs too much", () => {
  const evaluator = evaluatorOf(worldOf(namespace("shop"), DENY));
  const region: Region = {
    source: { type: "address", addresses: [[0n, 1n]] },
    destination: podsIn(evaluator.directory.named("shop")),
    ports: portRange("TCP", 80, 80),
    names: NO_NAMES,
  };
  const nothing = createBudget(0);
  expect(applyOtherSide([region], "ingress", evaluator, nothing).blocked).toEqual([]);
  const pods = { ...region, source: podsIn(evaluator.directory.named("shop")) };
  expect(() => applyOtherSide([pods], "ingress", evaluator, nothing)).toThrow(TooComplex);
});

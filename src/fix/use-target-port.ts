import type { MapNode, Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import { endOf, makeFix, startOf } from "./manifest-text.ts";
import { mapOf, overlaps, rulesOf, scalarOf, seqOf } from "./policy-nodes.ts";
import { propose, type Proposal, type Site } from "./proposal.ts";

/**
 * A policy sees the port of the pod, not that of the Service in front of it. Where the number is the port
 * of a Service with another target, the target is what was meant.
 */
export function useTargetPort(
  { manifest, object, span }: Site,
  services: readonly ManifestObject[],
): readonly Proposal[] {
  return rulesOf(object).flatMap(({ rule }) =>
    (seqOf(rule, "ports")?.items ?? []).flatMap((item) => {
      const port = portOf(item, "port");
      if (item.type !== "map" || port === undefined || !overlaps(span, item.span)) return [];
      if (item.entries.has("endPort")) return [];
      const protocol = scalarOf(item.entries.get("protocol")?.value) ?? "TCP";
      return targetsOf(services, { protocol, port: port.number }).flatMap((target) => {
        const edit = {
          start: startOf(manifest, port.node.span),
          end: endOf(manifest, port.node.span),
          text: String(target),
        };
        const title = `use the port of the pods, ${target}, not that of the Service`;
        return propose(makeFix(manifest, title, [edit]), {
          type: "redirect",
          isMeant: ({ change, ports }) =>
            ports === `${protocol} ${change === "closed" ? port.number : target}`,
        });
      });
    }),
  );
}

function portOf(
  map: Node | undefined,
  key: string,
): { readonly node: Node; readonly number: number } | undefined {
  const node = map?.type === "map" ? map.entries.get(key)?.value : undefined;
  if (node?.type !== "scalar" || typeof node.value !== "number") return undefined;
  return { node, number: node.value };
}

/** The one target of all Services with that port; none where they disagree. */
function targetsOf(
  services: readonly ManifestObject[],
  wanted: { readonly protocol: string; readonly port: number },
): readonly number[] {
  const targets = new Set<number>();
  for (const { node } of services)
    for (const item of seqOf(mapOf(node, "spec"), "ports")?.items ?? []) {
      if (item.type !== "map" || !isPort(item, wanted)) continue;
      const target = portOf(item, "targetPort");
      if (target !== undefined && target.number !== wanted.port) targets.add(target.number);
    }
  return targets.size === 1 ? [...targets] : [];
}

const isPort = (
  item: MapNode,
  wanted: { readonly protocol: string; readonly port: number },
): boolean =>
  portOf(item, "port")?.number === wanted.port &&
  (scalarOf(item.entries.get("protocol")?.value) ?? "TCP") === wanted.protocol;

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_ADDRESSES } from "./addresses.ts";
import {
  anyAddress,
  endpointHas,
  intersectEndpoints,
  isEveryPod,
  podsIn,
  sameEndpoint,
  subtractEndpoints,
  uniteEndpoints,
  type Endpoint,
} from "./endpoint.ts";
import { endpoint, endpointPoint, ENDPOINT_POINTS } from "./arbitraries.test-data.ts";

const members = (ends: readonly Endpoint[]): string =>
  ENDPOINT_POINTS.flatMap((point, index) =>
    ends.some((end) => endpointHas(end, point)) ? [index] : [],
  ).join();

describe("endpoints", () => {
  it("intersect and subtract as their members do", () => {
    fc.assert(
      fc.property(endpoint, endpoint, endpointPoint, (a, b, point) => {
        const [inA, inB] = [endpointHas(a, point), endpointHas(b, point)];
        const common = intersectEndpoints(a, b);
        expect(common !== undefined && endpointHas(common, point)).toBe(inA && inB);
        const pieces = subtractEndpoints(a, b).filter((piece) => endpointHas(piece, point));
        // Exactly one piece: disjoint as well.
        expect(pieces).toHaveLength(inA && !inB ? 1 : 0);
      }),
      { numRuns: 3_000 },
    );
  });

  it("leave no piece without members", () => {
    fc.assert(
      fc.property(endpoint, endpoint, (a, b) => {
        for (const piece of subtractEndpoints(a, b)) expect(members([piece])).not.toBe("");
        expect(subtractEndpoints(a, a)).toEqual([]);
        const common = intersectEndpoints(a, b);
        if (common !== undefined) expect(members([common])).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("unite only where one endpoint says it all, and are the same only with equal members", () => {
    fc.assert(
      fc.property(endpoint, endpoint, (a, b) => {
        const united = uniteEndpoints(a, b);
        if (united !== undefined) expect(members([united])).toBe(members([a, b]));
        expect(sameEndpoint(a, b)).toBe(members([a]) === members([b]));
      }),
      { numRuns: 500 },
    );
  });

  it("of addresses and of pods never meet", () => {
    const pods = podsIn({ type: "unknown", labels: new Map() });
    expect(intersectEndpoints(anyAddress, pods)).toBeUndefined();
    expect(subtractEndpoints(pods, anyAddress)).toEqual([pods]);
    expect([isEveryPod(pods), isEveryPod(anyAddress)]).toEqual([true, false]);
    expect(isEveryPod({ ...pods, addresses: [[0n, 5n]] })).toBe(false);
    expect(isEveryPod({ ...pods, addresses: [...ALL_ADDRESSES] })).toBe(true);
  });
});

import { nearestWord } from "../model/nearest-word.ts";
import { groupOf } from "./api-version.ts";

const GROUP = "networking.k8s.io";

/** The kinds of the group that has NetworkPolicy. */
const KINDS = [
  "NetworkPolicy",
  "Ingress",
  "IngressClass",
  "IPAddress",
  "ServiceCIDR",
  "ClusterCIDR",
];

const isSlip = (kind: string): boolean =>
  !KINDS.includes(kind) && nearestWord(kind, KINDS) === "NetworkPolicy";

/** Whether the kind is none of its group's, and one slip away from NetworkPolicy. */
export const isMisspeltPolicy = ({
  apiVersion,
  kind,
}: {
  readonly apiVersion: string;
  readonly kind: string;
}): boolean => groupOf(apiVersion) === GROUP && isSlip(kind);

const KIND = /\bkind["']?\s*:\s*["']?([A-Za-z]{1,40})(?![A-Za-z])/g;

/** Whether a text may hold such an object: it need not hold the word by which policies are found. */
export const mayMisspellPolicy = (text: string): boolean =>
  text.includes(GROUP) && [...text.matchAll(KIND)].some(([, kind = ""]) => isSlip(kind));

import { parseAddress } from "../model/cidr.ts";
import { lazily } from "../model/lazily.ts";
import { pointOf, type Addresses } from "../space/addresses.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { NO_PORTS, type Ports } from "../space/ports.ts";

export interface MetadataAddress {
  readonly address: string;
  readonly provider: string;
}

/**
 * Where clouds hand out instance credentials. Resolvers and clocks beside them (169.254.169.253,
 * 169.254.169.123) are left out: they give nothing away.
 */
const METADATA_ADDRESSES: readonly MetadataAddress[] = [
  { address: "169.254.169.254", provider: "AWS, Google Cloud, Azure, Oracle and most others" },
  { address: "169.254.169.252", provider: "GKE metadata server" },
  { address: "169.254.170.2", provider: "AWS ECS task credentials" },
  { address: "169.254.170.23", provider: "EKS Pod Identity" },
  { address: "169.254.42.42", provider: "Scaleway" },
  { address: "169.254.0.23", provider: "Tencent Cloud" },
  { address: "100.100.100.200", provider: "Alibaba Cloud" },
  { address: "168.63.129.16", provider: "Azure WireServer" },
  { address: "192.0.0.192", provider: "Oracle Cloud classic" },
  { address: "fd00:ec2::254", provider: "AWS over IPv6" },
  { address: "fd00:ec2::23", provider: "EKS Pod Identity over IPv6" },
  { address: "fd20:ce::254", provider: "Google Cloud over IPv6" },
  { address: "fd00:c1::a9fe:a9fe", provider: "Oracle Cloud over IPv6" },
  { address: "fd00:a9fe:a9fe::1", provider: "Akamai over IPv6" },
  { address: "fd00:42::42", provider: "Scaleway over IPv6" },
  { address: "fe80::a9fe:a9fe", provider: "OpenStack and Hetzner over IPv6" },
];

const point = (text: string): bigint => {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`not an address: ${text}`);
  return pointOf(address.family, address.value);
};

/** The metadata addresses as points of the address line, in the order of the table. */
export const metadataPoints = lazily(
  (): readonly (MetadataAddress & { readonly point: bigint })[] =>
    METADATA_ADDRESSES.map((entry) => ({ ...entry, point: point(entry.address) })),
);

export const metadataAddresses = lazily((): Addresses =>
  normalizeIntervals(metadataPoints().map((entry) => [entry.point, entry.point + 1n] as const)),
);

/**
 * Ports on which credentials are served: IMDS 80 and 8080, GKE 987 and 988, WireServer 32526, EKS Pod
 * Identity 2703. Port 53 is the resolver on GKE Cloud DNS, not metadata.
 */
export const METADATA_PORTS: Ports = {
  ...NO_PORTS,
  TCP: normalizeIntervals(
    [80, 987, 988, 2703, 8080, 32_526].map((number) => [number, number + 1] as const),
  ),
};

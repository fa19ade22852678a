import { createHash } from "node:crypto";

/** The id that git gives a content: 40 digits in most repositories, 64 where it uses SHA-256. */
export function blobId(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

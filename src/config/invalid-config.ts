/** A configuration that cannot be used; the message names file, line and key. */
export class InvalidConfig extends Error {
  override readonly name = "InvalidConfig";
}

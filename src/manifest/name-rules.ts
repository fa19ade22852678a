/**
 * Forms of names that the API server checks (kubernetes/apimachinery `pkg/util/validation/validation.go`).
 * Each returns what is wrong, or undefined. Lengths are checked first, so the patterns see short text only.
 */
export function subdomainFault(text: string): string | undefined {
  if (text.length > 253) return "is longer than 253 characters; shorten it";
  return SUBDOMAIN.test(text)
    ? undefined
    : "is no DNS subdomain; use lower-case letters, digits, `-` and `.`, with a letter or digit at the ends";
}

const DNS_LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const ONE_DNS_LABEL = new RegExp(`^${DNS_LABEL}$`);

export function dnsLabelFault(text: string): string | undefined {
  if (text.length > 63) return "is longer than 63 characters; shorten it";
  return ONE_DNS_LABEL.test(text)
    ? undefined
    : "is no DNS label; use lower-case letters, digits and `-`, with a letter or digit at the ends";
}

/** IsQualifiedName: the key of a label or an annotation. */
export function labelKeyFault(key: string): string | undefined {
  const parts = key.split("/", 3);
  if (parts.length > 2) return "has more than one `/`; write `prefix/name` or `name`";
  const name = parts.at(-1) ?? "";
  if (parts.length === 2) {
    const prefix = parts[0] ?? "";
    const fault =
      prefix === "" ? "is empty; write `prefix/name` or `name`" : subdomainFault(prefix);
    if (fault !== undefined) return `has a prefix that ${fault}`;
  }
  if (name === "") return "has no name; write one";
  if (name.length > 63) return "has a name longer than 63 characters; shorten it";
  return QUALIFIED_NAME.test(name) ? undefined : `is no label key; ${NAME_FORM}`;
}

const QUALIFIED_NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const NAME_FORM = "use letters, digits, `-`, `_` and `.`, with a letter or digit at the ends";

export function labelValueFault(value: string): string | undefined {
  if (value.length > 63) return "is longer than 63 characters; shorten it";
  return value === "" || QUALIFIED_NAME.test(value) ? undefined : `is no label value; ${NAME_FORM}`;
}

/** IsValidPortName: an IANA service name. */
export function portNameFault(name: string): string | undefined {
  if (/^[0-9]{1,15}$/.test(name))
    return `is a string without a letter; write ${name} without quotes`;
  if (name === "") return "is an empty name; write a port number, a name, or leave the field out";
  if (name.length > 15) return "is longer than 15 characters; shorten the name";
  if (!/^[-a-z0-9]+$/.test(name)) return "is no port name; use lower-case letters, digits and `-`";
  if (!/[a-z]/.test(name))
    return "is a port name without a letter; add one, or write a number without quotes";
  if (name.includes("--")) return "has `--`, which no port name may have; write a single `-`";
  return name.startsWith("-") || name.endsWith("-")
    ? "begins or ends with `-`; remove it"
    : undefined;
}

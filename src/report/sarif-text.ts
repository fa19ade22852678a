import { plainText } from "./escape.ts";
import { MAX_MESSAGE } from "./sarif-limits.ts";

/**
 * Foreign text as a SARIF message, in which `[text](target)` is a link (SARIF 2.1.0 section 3.11.6). An escaped
 * bracket would be shown with its backslash by viewers that know no links, so the pair is broken up.
 */
export const sarifText = (text: string, limit: number = MAX_MESSAGE): string =>
  plainText(text, limit).replaceAll("](", "] (");

export const messageOf = (text: string) => ({ text });

/**
 * What code scanning takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 * and https://docs.github.com/en/code-security/reference/code-scanning/troubleshoot-analysis-errors/results-exceed-limit
 */

/** The category of a review with nothing to tell it apart. */
export const SARIF_CATEGORY = "netpol-review";

/** A file with more results in one run is refused. */
export const MAX_RESULTS = 25_000;

/** Of those, so many of the worst become alerts. */
export const SHOWN_RESULTS = 5_000;

/** A larger file is refused, counted after gzip; a little is kept free for what an upload adds. */
export const MAX_GZIP_BYTES = 9 * 1024 * 1024;

/** `shortDescription.text` and `fullDescription.text` of a rule. */
export const MAX_DESCRIPTION = 1024;

/** Of 20 tags that a rule may have, so many are kept. */
export const MAX_TAGS = 10;

/** Ours: a longer message is not read, and hostile ones have no end. */
export const MAX_MESSAGE = 1_000;

/** Ours: longer paths are not shown whole anywhere. Git's own limit is the file system's, mostly 4,096 bytes. */
export const MAX_PATH = 4_096;

/** Ours: replacements beyond this are no fix to apply at a glance. */
export const MAX_REPLACEMENT = 20_000;

/** Ours: messages of several findings in one place that are written out. */
export const MAX_MERGED = 5;

/** Ours: what could not be analysed, by place; a last entry counts the rest. */
export const MAX_NOTIFICATIONS = 1_000;

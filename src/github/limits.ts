/**
 * Longest body of an issue comment; more is answered with 422 "Body is too long (maximum is 65536
 * characters)". Not documented: https://github.com/liatrio/terraform-change-pr-commenter/issues/91
 */
export const COMMENT_MAX_CHARACTERS = 65_536;

/**
 * Largest job summary of one step; a larger one is not shown at all.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const SUMMARY_MAX_BYTES = 1024 * 1024;

/** Room in the summary for what could not be written elsewhere. */
const SUMMARY_NOTE_MAX_BYTES = 16 * 1024;

/** The same in UTF-16 code units, each of which takes at most three bytes of UTF-8. */
export const SUMMARY_MAX_CHARACTERS = Math.floor((SUMMARY_MAX_BYTES - SUMMARY_NOTE_MAX_BYTES) / 3);

/**
 * Errors, as many warnings and as many notices that one step can show as annotations.
 * https://docs.github.com/en/rest/checks/runs (section "Annotations" of workflow commands);
 * https://github.com/reviewdog/reviewdog/issues/411
 */
const ANNOTATIONS_PER_LEVEL = 10;

/** How many of each a report may fill: two notices are left for the count of the rest and for what could not be written. */
export const ANNOTATIONS_MAX = {
  error: ANNOTATIONS_PER_LEVEL,
  warning: ANNOTATIONS_PER_LEVEL,
  notice: ANNOTATIONS_PER_LEVEL - 2,
} as const;

/** Longest title of an annotation: https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export const ANNOTATION_TITLE_MAX_CHARACTERS = 255;

/**
 * Longest message of an annotation, 64 KB on GitHub; ours is shorter, because it is read in a margin.
 * https://docs.github.com/en/rest/checks/runs#create-a-check-run
 */
export const ANNOTATION_MESSAGE_MAX_CHARACTERS = 4_000;

/**
 * Most comments of one page; 30 unless asked.
 * https://docs.github.com/en/rest/issues/comments#list-issue-comments
 */
export const COMMENTS_PER_PAGE = 100;

/** Largest answer that the first look at comments reads: a page of the longest ones, and what else is told of each. */
export const FIRST_LOOK_MAX_BYTES = 16 * 1024 * 1024;

/** Time that the first look may take; GitHub answers such a request in a fraction of a second. */
export const FIRST_LOOK_MAX_MS = 10_000;

/**
 * Most pull requests of one page.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export const PULLS_PER_PAGE = 100;

/**
 * Time that everything on the pull request may take, waiting for rate limits included: the limits reset in minutes
 * or an hour (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api), and the verdict
 * is in the job summary already.
 */
export const PUBLISH_MAX_MS = 60_000;

/**
 * Time between two writes: "wait at least one second between each request"
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
 */
export const WRITE_PAUSE_MS = 1_000;

/**
 * Time that reading from the API may take, waiting for rate limits included. A limit that resets later than
 * that fails the run with a word about it.
 */
export const READ_MAX_MS = 300_000;

/**
 * Most answers that one listing of a repository takes. GitHub cuts one off at 100,000 entries or 7 MB:
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export const TREE_MAX_REQUESTS = 100;

/** Largest archive of a repository that is downloaded. */
export const ARCHIVE_MAX_BYTES = 1024 * 1024 * 1024;

/** The same unpacked: a file may have 100 MB, and a hostile tree can hold one file many times. */
export const ARCHIVE_MAX_UNPACKED_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Waits in seconds for GitHub to try the merge of a pull request: `mergeable` is null until it has.
 * https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
 */
export const MERGE_TEST_WAITS: readonly number[] = [1, 2, 4, 8];

/**
 * Most changed files of one page; 30 unless asked, and 3,000 in all.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
 */
export const FILES_PER_PAGE = 100;

/**
 * Comments on lines of one push. GitHub takes 80 new pieces of content in a minute
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits),
 * a reader far fewer.
 */
export const LINE_COMMENTS_MAX = 20;

/** Earlier comments that one push marks as resolved or open again; the next push goes on. */
export const LINE_EDITS_MAX = 20;

/**
 * Time that the comments on lines may take. The one comment on the pull request comes after them and has the rest
 * of the whole.
 */
export const LINE_COMMENTS_MAX_MS = 40_000;

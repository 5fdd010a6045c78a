/**
 * Sizes of the texts that this action sends to GitHub, each below GitHub's own limit.
 * Bytes are counted in UTF-8, which has at least as many bytes as a text has characters.
 */

/**
 * Body of a comment, an issue or a pull request. GitHub rejects more than 65,536 characters: `body is too long
 * (maximum is 65536 characters)`. The difference is for the marker line and the introduction of an issue.
 */
export const MAX_BODY_BYTES = 60_000

/** Title of an issue or a pull request: `title is too long (maximum is 256 characters)`. */
export const MAX_TITLE_LENGTH = 256

/**
 * Job summary of a step; the runner discards a larger one.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
export const MAX_SUMMARY_BYTES = 1024 * 1024

/** One report in a job summary. */
export const MAX_REPORT_BYTES = 1_000_000

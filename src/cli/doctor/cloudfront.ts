import { type Finding, ok, problem, unknown } from './finding'

const SUBJECT = 'CloudFront'

const CASE =
  'Open a support case (Account and billing, "Account verification") and wait for its answer, or give the stack a domain: with `domain`, it needs no CloudFront.'

/**
 * Judges whether the account may create distributions. AWS verifies new accounts first and has no API that reports it.
 *
 * @param refusal of the probe; undefined if it was not needed
 */
export function judgeCloudFront(
  distributions: number,
  refusal: { readonly code: string; readonly message: string } | undefined,
): Finding {
  if (distributions > 0) return ok(SUBJECT, 'the account has distributions, so it may create them')
  if (refusal !== undefined && /must be verified|not.*verified/i.test(refusal.message))
    return problem(SUBJECT, 'AWS has not verified the account for CloudFront yet', CASE)
  if (refusal?.code === 'AccessDenied')
    return unknown(
      SUBJECT,
      `the probe was denied: ${refusal.message}`,
      'Run doctor with administrator credentials.',
    )
  return unknown(
    SUBJECT,
    'the account has no distribution yet, and AWS accepted the probe up to its validation',
    `If the apply fails with "Your account must be verified": ${CASE}`,
  )
}

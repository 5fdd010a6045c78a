import { type AwsErrorDetails, isClockWrong, isDenied, isTransient, missingPermission } from '../../aws/error'

const AGAIN = 'run the same command again'

const ADVICE: readonly (readonly [code: RegExp, advice: string])[] = [
  [
    /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    `The credentials have expired: log in again, for example with \`aws sso login\`, and ${AGAIN}.`,
  ],
  [
    /^(?:CredentialsProviderError|TokenProviderError)$/,
    'No valid AWS credentials were found: log in with `aws sso login` or `aws configure`, and set AWS_PROFILE if they are in a profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  [
    /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch|AuthFailure)$/,
    'AWS does not know these credentials: check AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Some Regions must be enabled for the account first.',
  ],
  [
    /^(?:UnreadableAnswer|IncompleteAnswer)$/,
    'Check AWS_ENDPOINT_URL and HTTPS_PROXY: another server probably answered.',
  ],
]

/** Next step after an error of AWS, for a person at a command line. */
export function adviceFor(details: AwsErrorDetails): string {
  const { action, code, status } = details
  if (isClockWrong(details))
    return `The clock of this machine is wrong by more than five minutes: set it, and ${AGAIN}.`
  const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1]
  if (advice !== undefined) return advice
  if (isDenied(details))
    return `The credentials lack ${missingPermission(details)}. Use administrator credentials; \`aws sts get-caller-identity\` shows yours.`
  if (status === undefined) return 'Check the Region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.'
  if (isTransient(details)) return `The error is temporary: ${AGAIN}.`
  return `See the error code ${code} in the AWS API reference of ${action}.`
}

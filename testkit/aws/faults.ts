export type Fault =
  | 'denied' // denied by a policy
  | 'throttled'
  | 'server-error' // HTTP 500
  | 'idp-communication' // STS could not reach GitHub
  | 'no-verification-key' // STS reached GitHub and received no key
  | 'expired-token' // STS saw the web identity token as expired
  | 'wrong-clock' // the signature's time is not now
  | 'wrong-account' // the answer names another account
  | 'echo' // an error text with the web identity token, control characters and a workflow command
  | 'html' // a proxy's HTML page with HTTP 502
  | 'incomplete' // HTTP 200 without content
  | 'reset' // the connection is closed

export interface ErrorAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
}

export class Faults {
  private readonly waiting: { operation: string; fault: Fault; times: number }[] = []

  /** Plans a fault for the next `times` calls of an operation. */
  add(operation: string, fault: Fault, times: number): void {
    this.waiting.push({ operation, fault, times })
  }

  take(operation: string): Fault | undefined {
    const next = this.waiting.find((one) => one.operation === operation && one.times > 0)
    if (next === undefined) return undefined
    next.times -= 1
    return next.fault
  }
}

/** Returns AWS's error answer; undefined for a fault that is not an error answer. */
export function errorAnswer(fault: Fault, action: string, resource: string): ErrorAnswer | undefined {
  const query = action.startsWith('sts:')
  switch (fault) {
    case 'denied':
      return query
        ? { status: 403, code: 'AccessDenied', message: `Not authorized to perform ${action}` }
        : { status: 400, code: 'AccessDeniedException', message: unauthorised(action, resource) }
    case 'throttled':
      return { status: 400, code: query ? 'Throttling' : 'ThrottlingException', message: 'Rate exceeded' }
    case 'server-error':
      return { status: 500, code: query ? 'InternalFailure' : 'ServerException', message: 'Internal failure' }
    case 'idp-communication':
      return {
        status: 400,
        code: 'IDPCommunicationError',
        message: 'Error communicating with the identity provider',
      }
    case 'no-verification-key':
      return {
        status: 400,
        code: 'InvalidIdentityToken',
        message:
          "Couldn't retrieve verification key from your identity provider, please reference documentation",
      }
    case 'expired-token':
      return {
        status: 400,
        code: 'ExpiredTokenException',
        message: 'Token expired: current date/time must be before the expiration date/time',
      }
    case 'wrong-clock':
      return {
        status: 403,
        code: 'SignatureDoesNotMatch',
        message: 'Signature expired: 20261128T000000Z is now earlier than 20261128T010000Z',
      }
    case 'wrong-account':
    case 'echo':
    case 'html':
    case 'incomplete':
    case 'reset':
      return undefined
  }
}

function unauthorised(action: string, resource: string): string {
  return (
    `User: arn:aws:sts::123456789012:assumed-role/deploy/session is not authorized to perform: ${action} ` +
    `on resource: ${resource} because no identity-based policy allows the ${action} action`
  )
}

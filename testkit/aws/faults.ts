/** How an operation of the fake goes wrong. */
export type Fault =
  | 'denied' // a policy says no
  | 'throttled'
  | 'server-error' // HTTP 500
  | 'idp-communication' // STS could not reach GitHub
  | 'no-verification-key' // STS reached GitHub and got no key
  | 'wrong-account' // the answer is that of another account
  | 'echo' // an error whose text repeats the web identity token, with controls and a workflow command in it
  | 'html' // a proxy's page in place of an answer, HTTP 502
  | 'incomplete' // HTTP 200, and nothing in it
  | 'reset' // the connection breaks

export interface ErrorAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Faults that wait for their operation, in the order given. */
export class Faults {
  private readonly waiting: { operation: string; fault: Fault; times: number }[] = []

  /** Makes the next `times` calls of an operation go wrong. */
  add(operation: string, fault: Fault, times: number): void {
    this.waiting.push({ operation, fault, times })
  }

  /** The fault of a call that arrives now. */
  take(operation: string): Fault | undefined {
    const next = this.waiting.find((one) => one.operation === operation && one.times > 0)
    if (next === undefined) return undefined
    next.times -= 1
    return next.fault
  }
}

/** The error that AWS answers with; undefined for a fault that is no error answer. */
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

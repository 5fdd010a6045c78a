import type { ServerResponse } from 'node:http'
import type { ErrorAnswer, Fault } from './faults'

/**
 * Breaks or replaces a response for faults that are not error answers of AWS.
 *
 * @returns whether the response is complete
 */
export function breakResponse(fault: Fault, response: ServerResponse, empty: string): boolean {
  if (fault === 'reset') response.destroy()
  else if (fault === 'html')
    response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>Bad gateway</body></html>')
  else if (fault === 'incomplete') send(response, 200, empty)
  else return false
  return true
}

export function isError(answer: Record<string, unknown> | ErrorAnswer): answer is ErrorAnswer {
  return typeof answer['status' as never] === 'number' && 'code' in answer
}

export function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json',
): void {
  response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'request-1' }).end(body)
}

import { readFileSync, writeFileSync } from 'node:fs'
import type { RoleRequest } from './requests'

const PATH = 'src/cli/doctor/apply-requests.ts'

const HEADER = `/**
 * Changes that the deploy role makes in a stack's first apply and its updates: actions of one service, resource, and context of
 * the request, with STACK, ACCOUNT and REGION for those of the stack. The end-to-end test records them;
 * \`UPDATE_REQUESTS=1 npx jest test/stack/deploy-policies.test.ts\` writes this file.
 */
export const APPLY_REQUESTS = \`
`

/** Returns the module with the requests that \`doctor\` simulates: each change on one resource. */
export function doctorModule(requests: readonly RoleRequest[]): string {
  const groups = new Map<string, Set<string>>()
  const seen = new Set<string>()
  for (const one of requests) {
    const { role, action, resource, context } = one
    if (role !== 'langfuse-deploy' || !isSimulated(one)) continue
    const [service = '', name = ''] = action.split(':')
    const values = Object.entries(context).map(([key, value]) => `${key}=${[value].flat().join(',')}`)
    const conditions = placeholders(values.join(' '))
    if (seen.has(`${action} ${conditions}`)) continue
    seen.add(`${action} ${conditions}`)
    const key = `${placeholders(resource)} ${conditions}`
    const ofService = `${service} ${key}`
    groups.set(ofService, (groups.get(ofService) ?? new Set()).add(name))
  }
  const lines = [...groups].map(([key, names]) => {
    const [service = '', ...others] = key.split(' ')
    return `${service}:${[...names].join(',')} ${others.join(' ')}`.trim()
  })
  return `${HEADER}${lines.sort().join('\n')}\n\`\n`
}

/** IAM throttles the simulator, so reads, deletions and changes of tags are left out. The zone of a domain is unknown. */
const isSimulated = ({ action, resource, context }: RoleRequest): boolean =>
  !/:(?:Delete|Describe|Detach|Disassociate|Get|List|Release|Remove)|:Deregister\w*Target/.test(action) &&
  context['aws:RequestTag/team'] === undefined &&
  !resource.includes('hostedzone/')

const placeholders = (text: string): string =>
  text
    .replaceAll('123456789012', 'ACCOUNT')
    .replaceAll('eu-central-1', 'REGION')
    .replace(/langfuse(?!-deploy\b)/g, 'STACK')

export const readDoctorModule = (): string => readFileSync(PATH, 'utf8')

export const writeDoctorModule = (requests: readonly RoleRequest[]): void => {
  writeFileSync(PATH, doctorModule(requests))
}

import { BlockList, isIP } from 'node:net'
import type { FailureReason } from '../text/failure-reason'
import { isLoopback } from '../text/url'

/** `HTTPS_PROXY` or `HTTP_PROXY` cannot be used. The message does not quote it, because it may contain a password. */
export class InvalidProxy extends Error {
  override readonly name = 'InvalidProxy'
  readonly reason: FailureReason = 'invalid-input'
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns the proxy for a URL, by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in either case. `NO_PROXY` is read as Go
 * does, so that Terraform and this action take the same way: names with their subdomains, `.name`, `*.name`, addresses,
 * ranges (`10.0.0.0/8`), each with or without a port, and `*`.
 *
 * @returns undefined for a direct connection
 * @throws InvalidProxy
 */
export function proxyFor(url: URL, env: Environment): string | undefined {
  const variable = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const given = env[variable.toLowerCase()] || env[variable]
  if (!given || isLoopback(url.hostname)) return undefined
  const excluded = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((entry) => entry !== '')
  if (excluded.some((entry) => isExcluded(url, entry.toLowerCase()))) return undefined
  // `proxy:3128` would be a URL with the scheme `proxy`.
  const text = given.includes('://') ? given : `http://${given}`
  if (!URL.canParse(text)) throw new InvalidProxy(`${variable} is not a URL. Expected http://host:port`)
  const { protocol, href } = new URL(text)
  if (protocol === 'http:' || protocol === 'https:') return href
  throw new InvalidProxy(
    `${variable} is a proxy of type ${protocol.slice(0, -1)}. Expected http:// or https://`,
  )
}

function isExcluded({ hostname, port, protocol }: URL, entry: string): boolean {
  if (entry === '*') return true
  const host = withoutBrackets(hostname).replace(/\.$/, '')
  const [, name = entry, ownPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? []
  if (ownPort !== undefined && ownPort !== (port || (protocol === 'https:' ? '443' : '80'))) return false
  if (isIP(host) !== 0) return isInRange(host, withoutBrackets(name))
  const domain = name.replace(/^\*?\.?/, '')
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`))
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')

/** @param range an address, or `address/bits` */
function isInRange(address: string, range: string): boolean {
  const [network = '', bits] = range.split('/')
  const family = isIP(network)
  if (family === 0 || isIP(address) !== family) return false
  const longest = family === 4 ? 32 : 128
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN
  if (!(prefix <= longest)) return false
  const type = family === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(network, prefix, type)
  return list.check(address, type)
}

/** Reports whether a host is the local machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** Reports whether a redirect is safe: to HTTPS, or from loopback to loopback. */
export function isSafeRedirect(from: URL, to: URL): boolean {
  if (isLoopback(to.hostname)) return isLoopback(from.hostname) && /^https?:$/.test(to.protocol)
  return to.protocol === 'https:'
}

/** Reports whether a base URL may receive API keys: HTTPS, or HTTP on loopback, without user, query and fragment. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

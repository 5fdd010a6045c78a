import type { AwsSession } from './credentials'
import type { NodeHttpHandler } from '@smithy/node-http-handler'

/** What the calls to AWS need from outside. */
export interface AwsRuntime {
  /** Keeps a secret out of the log from here on. */
  mask(secret: string): void
  /** The process's own environment; the SDK reads `AWS_…` from there by itself too. */
  readonly env: NodeJS.ProcessEnv
  /** The proxy for a URL, as HTTPS_PROXY and NO_PROXY have it; undefined to connect directly. */
  proxyUrl?(url: URL): string | undefined
}

export interface ClientSettings {
  readonly region: string
  readonly credentials?: NonNullable<AwsSession['credentials']>
  readonly endpoint?: string
  /** Only for S3. */
  readonly forcePathStyle?: true
  readonly maxAttempts: number
  readonly retryMode: 'standard'
  readonly requestHandler: NodeHttpHandler
}

const MAX_ATTEMPTS = 5
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/**
 * The settings that every client of the AWS SDK gets: five attempts (or `AWS_MAX_ATTEMPTS`), time limits,
 * the endpoint of `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`, and the proxy.
 * S3 at such an endpoint is asked by path: a bucket is no part of a host that somebody else named.
 */
export async function clientSettings(
  service: 'STS' | 'ECR' | 'S3' | 'SECRETS_MANAGER',
  session: Pick<AwsSession, 'region' | 'credentials'>,
  runtime: AwsRuntime,
): Promise<ClientSettings> {
  const { env } = runtime
  // The SDK's switch for its notice on Node versions; the runner chooses Node, so its users can't heed it.
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true'
  const endpoint = ignored ? '' : env[`AWS_ENDPOINT_URL_${service}`] || env['AWS_ENDPOINT_URL']
  const attempts = Number(env['AWS_MAX_ATTEMPTS'])
  return {
    region: session.region,
    retryMode: 'standard',
    maxAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : MAX_ATTEMPTS,
    requestHandler: await requestHandler(runtime.proxyUrl?.bind(runtime)),
    ...(session.credentials !== undefined && { credentials: session.credentials }),
    ...(endpoint && { endpoint }),
    ...(endpoint && service === 'S3' && { forcePathStyle: true }),
  }
}

/** Chooses the proxy by the URL of each request: only the SDK knows the host that region and environment lead to. */
async function requestHandler(proxyUrl: AwsRuntime['proxyUrl']): Promise<NodeHttpHandler> {
  const { NodeHttpHandler } = await import('@smithy/node-http-handler')
  if (proxyUrl === undefined) return new NodeHttpHandler(TIMEOUTS)
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  const proxied = new Map<string, NodeHttpHandler>()

  const through = (proxy: string): NodeHttpHandler => {
    const known = proxied.get(proxy)
    if (known !== undefined) return known
    const agent = new HttpsProxyAgent(proxy, { keepAlive: true })
    const handler = new NodeHttpHandler({ ...TIMEOUTS, httpAgent: agent, httpsAgent: agent })
    proxied.set(proxy, handler)
    return handler
  }

  return new (class extends NodeHttpHandler {
    override handle(...[request, options]: Parameters<NodeHttpHandler['handle']>) {
      const port = request.port === undefined ? '' : `:${request.port}`
      const proxy = proxyUrl(new URL(`${request.protocol}//${request.hostname}${port}${request.path}`))
      return proxy === undefined ? super.handle(request, options) : through(proxy).handle(request, options)
    }

    override destroy() {
      for (const handler of proxied.values()) handler.destroy()
      super.destroy()
    }
  })(TIMEOUTS)
}

import type { AwsSession } from './credentials'
import type { NodeHttpHandler } from '@smithy/node-http-handler'

export interface AwsRuntime {
  /** Removes a secret from all later log output. */
  mask(secret: string): void
  /** `process.env`, which the SDK reads too. */
  readonly env: NodeJS.ProcessEnv
  /** Returns undefined for a direct connection. */
  proxyUrl?(url: URL): string | undefined
}

/** Service IDs as `AWS_ENDPOINT_URL_<SERVICE>` contains them. */
export type AwsService =
  | 'ACM'
  | 'APPLICATION_AUTO_SCALING'
  | 'CLOUDFRONT'
  | 'CLOUDWATCH'
  | 'CLOUDWATCH_LOGS'
  | 'EC2'
  | 'ECR'
  | 'ECS'
  | 'ELASTICACHE'
  | 'IAM'
  | 'RDS'
  | 'S3'
  | 'SECRETS_MANAGER'
  | 'SERVICE_QUOTAS'
  | 'STS'

export interface ClientSettings {
  readonly region: string
  readonly credentials?: NonNullable<AwsSession['credentials']>
  readonly endpoint?: string
  readonly forcePathStyle?: true
  readonly maxAttempts: number
  readonly retryMode: 'standard'
  readonly requestHandler: NodeHttpHandler
}

const MAX_ATTEMPTS = 5
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/**
 * Builds client settings: `AWS_MAX_ATTEMPTS`, time limits, proxy, `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`.
 * Configured endpoints may lack DNS names for buckets, so S3 uses path style there.
 */
export async function clientSettings(
  service: AwsService,
  session: Pick<AwsSession, 'region' | 'credentials'>,
  runtime: AwsRuntime,
): Promise<ClientSettings> {
  const { env } = runtime
  // The runner chooses the version of Node.
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

/** Chooses the proxy per request: only the SDK knows the host. */
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

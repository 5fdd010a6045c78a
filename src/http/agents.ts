import { setMaxListeners } from 'node:events'
import type http from 'node:http'
import { type AgentSettings, FastAgent, type PreparingAgent } from './agent'

/** Options of all connections. */
export type ConnectionSettings = Omit<AgentSettings, 'keepAlive'>

/** Agents by protocol and proxy, each loaded when it is needed. */
export class Agents {
  private readonly direct = new Map<string, Promise<PreparingAgent>>()
  private readonly proxied = new Map<string, Promise<http.Agent>>()
  /** Aborts pending CONNECT requests to a proxy. */
  private readonly closing = new AbortController()

  constructor(private readonly settings: ConnectionSettings) {
    setMaxListeners(0, this.closing.signal)
  }

  /** Returns the agent for requests to a URL. */
  async for(url: URL, proxy: string | undefined): Promise<http.Agent> {
    if (proxy === undefined) return this.directFor(url)
    const key = `${url.protocol} ${proxy}`
    const agent = this.proxied.get(key) ?? this.openProxied(proxy)
    this.proxied.set(key, agent)
    return agent
  }

  /** Opens connections without a proxy until `count` are unused. */
  async prepare(url: URL, count: number): Promise<void> {
    const agent = await this.directFor(url)
    if (!this.closing.signal.aborted) agent.prepare(url, count)
  }

  async destroy(): Promise<void> {
    this.closing.abort()
    for (const agent of [...this.direct.values(), ...this.proxied.values()]) (await agent).destroy()
  }

  private directFor({ protocol }: URL): Promise<PreparingAgent> {
    const agent = this.direct.get(protocol) ?? this.openDirect(protocol)
    this.direct.set(protocol, agent)
    return agent
  }

  private async openDirect(protocol: string): Promise<PreparingAgent> {
    if (protocol === 'http:') return new FastAgent(this.options)
    const { FastTlsAgent } = await import('./tls-agent')
    return new FastTlsAgent(this.options)
  }

  private async openProxied(proxy: string): Promise<http.Agent> {
    const { HttpsProxyAgent } = await import('https-proxy-agent')
    return new HttpsProxyAgent(proxy, { ...this.options, signal: this.closing.signal })
  }

  private get options(): AgentSettings {
    const { lookup, ca } = this.settings
    return { keepAlive: true, ...(lookup && { lookup }), ...(ca !== undefined && { ca }) }
  }
}

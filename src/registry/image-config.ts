import { pull, type Registry } from './client'
import { CorruptContent, UnsupportedContent } from './error'
import { algorithmOf, type Descriptor, digestOf, formatPlatform, parsePlatform } from './manifest'
import { isRecord, parseObject } from '../text/json'

/** What the config of an image says of it (OCI image specification, "Image Configuration"). */
export interface ImageConfig {
  readonly platform: string | undefined
  /** Undefined where the build left it out, or set it to a fixed date to be reproducible. */
  readonly createdMs: number | undefined
  /** `org.opencontainers.image.source`: an address, if it is true. */
  readonly source: string | undefined
}

const CONFIG_LIMIT = 4 * 1024 * 1024
/** Before there were images. */
const EARLIEST_MS = Date.UTC(2013, 0)

/** @throws CorruptContent, UnsupportedContent, RegistryError */
export async function readConfig(
  registry: Registry,
  repository: string,
  config: Descriptor,
): Promise<ImageConfig> {
  const path = `${repository}/blobs/${config.digest}`
  if (config.size > CONFIG_LIMIT)
    throw new UnsupportedContent(`the config ${config.digest} has ${config.size} bytes`)
  const { body } = await registry.call({ method: 'GET', path, scopes: [pull(repository)] })
  if (digestOf(body, algorithmOf(config.digest)) !== config.digest) {
    throw new CorruptContent(`the config ${config.digest} came as ${body.length} bytes of another digest`)
  }
  const json = parseObject(body.toString('utf8'))
  const platform = parsePlatform(json)
  return {
    platform: platform && formatPlatform(platform),
    createdMs: createdMs(json?.['created']),
    source: sourceOf(json?.['config']),
  }
}

function createdMs(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN
  return ms >= EARLIEST_MS ? ms : undefined
}

function sourceOf(config: unknown): string | undefined {
  const labels = isRecord(config) ? config['Labels'] : undefined
  const source = isRecord(labels) ? labels['org.opencontainers.image.source'] : undefined
  return typeof source === 'string' ? source : undefined
}

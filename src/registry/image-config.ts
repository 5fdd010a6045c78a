import { pullScope, type Registry } from './client'
import { CorruptContent, UnsupportedContent } from './error'
import { corruptBlobRetry, withSource } from './fetch-manifest'
import { retry } from '../http/retry'
import { algorithmOf, type Descriptor, digestOf, formatPlatform, parsePlatform } from './manifest'
import { isRecord, parseObject } from '../text/json'

/** OCI image specification, "Image Configuration". */
export interface ImageConfig {
  readonly platform: string | undefined
  /** Undefined for the fixed dates of reproducible builds. */
  readonly createdMs: number | undefined
  /** Labels `org.opencontainers.image.*`, unverified. */
  readonly source: string | undefined
  readonly version: string | undefined
  readonly revision: string | undefined
}

const MAX_CONFIG_BYTES = 4 * 1024 * 1024
/** Docker's first release. */
const MIN_CREATED_MS = Date.UTC(2013, 0)

/** Reads and verifies an image config. @throws CorruptContent, UnsupportedContent, HttpError */
export async function readImageConfig(
  registry: Registry,
  repository: string,
  config: Descriptor,
): Promise<ImageConfig> {
  const path = `${repository}/blobs/${config.digest}`
  if (config.size > MAX_CONFIG_BYTES)
    throw new UnsupportedContent(
      `the config ${config.digest} has ${config.size} bytes, more than the limit of ${MAX_CONFIG_BYTES}`,
    )
  const read = async (): Promise<Buffer> => {
    const { body } = await registry.attempt({ method: 'GET', path, scopes: [pullScope(repository)] })
    if (digestOf(body, algorithmOf(config.digest)) === config.digest) return body
    throw new CorruptContent(
      `the config ${config.digest} arrived as ${body.length} bytes with another digest`,
      { mayBeTransient: true },
    )
  }
  const body = await withSource(`${registry.name}/${repository}`, retry(read, corruptBlobRetry(registry)))
  const json = parseObject(body.toString('utf8'))
  const platform = parsePlatform(json)
  return {
    platform: platform && formatPlatform(platform),
    createdMs: parseCreatedMs(json?.['created']),
    source: readLabel(json?.['config'], 'source'),
    version: readLabel(json?.['config'], 'version'),
    revision: readLabel(json?.['config'], 'revision'),
  }
}

function parseCreatedMs(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN
  return ms >= MIN_CREATED_MS ? ms : undefined
}

function readLabel(config: unknown, name: string): string | undefined {
  const labels = isRecord(config) ? config['Labels'] : undefined
  const value = isRecord(labels) ? labels[`org.opencontainers.image.${name}`] : undefined
  return typeof value === 'string' ? value : undefined
}

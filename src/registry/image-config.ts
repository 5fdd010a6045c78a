import type { Registry } from './client'
import { type Descriptor, formatPlatform, parsePlatform } from './manifest'
import { readSmallBlob } from './small-blob'
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

/** Docker's first release. */
const MIN_CREATED_MS = Date.UTC(2013, 0)

/** Reads and verifies an image config. @throws CorruptContent, UnsupportedContent, HttpError */
export async function readImageConfig(
  registry: Registry,
  repository: string,
  config: Descriptor,
): Promise<ImageConfig> {
  const body = await readSmallBlob(registry, repository, { ...config, name: 'config' })
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

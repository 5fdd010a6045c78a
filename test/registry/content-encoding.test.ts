import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { decompress, decompressed, isCompressed } from '../../src/registry/content-encoding'

const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const CONFIG = 'application/vnd.oci.image.config.v1+json'

test.each([
  ['has no label', {}, CONFIG, false],
  ['has another label', { 'content-encoding': 'aws-chunked' }, CONFIG, false],
  ['has the length of the blob', { 'content-encoding': 'gzip', 'content-length': '100' }, CONFIG, false],
  ['has another length', { 'content-encoding': 'gzip', 'content-length': '60' }, LAYER, true],
  ['has no length and may be text', { 'content-encoding': 'x-gzip' }, CONFIG, true],
  ['has no length and is compressed by itself', { 'content-encoding': 'GZIP' }, LAYER, false],
])('a body that %s', (_, headers, mediaType, expected) => {
  expect(isCompressed(headers, { mediaType }, 100)).toBe(expected)
})

async function* chunksOf(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(chunk)
}

async function text(chunks: AsyncIterable<Buffer>): Promise<string> {
  let all = ''
  for await (const chunk of chunks) all += chunk.toString('latin1')
  return all
}

const compressed = gzipSync('content')

test('a body in pieces is decompressed', async () => {
  const pieces = chunksOf(compressed.subarray(0, 5), compressed.subarray(5))
  expect(await text(decompress(pieces))).toBe('content')
})

test.each([
  ['is cut', chunksOf(compressed.subarray(0, 12)), 'unexpected end of file'],
  ['is not compressed', chunksOf(Buffer.from('content')), 'incorrect header check'],
])('a body that %s is an error', async (_, pieces, message) => {
  await expect(text(decompress(pieces))).rejects.toThrow(message)
})

test('an error of the source is thrown', async () => {
  const broken = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(compressed.subarray(0, 12))
    throw new Error('cut')
  }
  await expect(text(decompress(broken()))).rejects.toThrow('cut')
})

test.each([
  ['with the label', compressed, { 'content-encoding': 'gzip' }, 'content'],
  ['without the label', Buffer.from('raw'), {}, 'raw'],
  ['with a wrong label', Buffer.from('raw'), { 'content-encoding': 'gzip' }, 'raw'],
])('a whole body %s', (_, body, headers, expected) => {
  expect(decompressed(body, headers, 1_000).toString()).toBe(expected)
})

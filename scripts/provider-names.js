// Writes test/stack/provider-names.json: the arguments and blocks of the AWS resources and data sources that terraform/ uses, as
// the newest major version of the provider names them. They come from the provider's bindings for CDK Terrain:
//   npm pack @cdktn/provider-aws && tar xzf cdktn-provider-aws-*.tgz && node scripts/provider-names.js package
// Name further types as arguments, as in data.aws_db_instance.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

const [bindings, ...further] = process.argv.slice(2)
const path = 'test/stack/provider-names.json'

async function usedTypes() {
  const files = (await readdir('terraform', { recursive: true })).filter((file) => /^[^.]+\.tf$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(join('terraform', file), 'utf8')))
  const blocks = texts.flatMap((text) => [...text.matchAll(/^(resource|data) "(aws_\w+)"/gm)])
  return blocks.map(([, kind, type]) => (kind === 'data' ? `data.${type}` : type))
}

/** Names of an interface, by path. A property's link to the documentation ends with its name in Terraform. */
function namesOf(interfaces, name, prefix = '', depth = 0) {
  const properties = [
    ...(interfaces.get(name) ?? '').matchAll(/#(\w+) [^}]*\}[^;]*?readonly \w+\??: ([^;]+);/g),
  ]
  return properties.flatMap(([, property, type]) => {
    const nested = type.match(/[A-Z]\w+/g)?.find((one) => interfaces.has(one) && one !== name)
    const inner =
      nested === undefined || depth > 6 ? [] : namesOf(interfaces, nested, `${prefix}${property}.`, depth + 1)
    return [`${prefix}${property}`, ...inner]
  })
}

async function describe(type) {
  const folder = type
    .replace(/^(data\.)?aws_/, '$1')
    .replace('data.', 'data-aws-')
    .replaceAll('_', '-')
  const directory = join(bindings, 'lib', folder)
  // Large resources have further interfaces in other files.
  const files = (await readdir(directory)).filter((file) => file.endsWith('.d.ts'))
  const text = (await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')))).join('\n')
  const interfaces = new Map(
    [...text.matchAll(/^export interface (\w+)[^{]*\{([^]*?)^\}/gm)].map(([, name, body]) => [name, body]),
  )
  const [, config] = /interface (\w+) extends cdktn\.TerraformMetaArguments/.exec(text) ?? []
  return [...new Set(namesOf(interfaces, config))].sort()
}

const [, provider] =
  /aws\/([\d.]+)\/docs/.exec(await readFile(join(bindings, 'lib/vpc/index.d.ts'), 'utf8')) ?? []
const known = JSON.parse(await readFile(path, 'utf8').catch(() => '{"types":{}}'))
const types = [...new Set([...Object.keys(known.types), ...(await usedTypes()), ...further])].sort()
const table = {}
for (const type of types) table[type] = (await describe(type)).join(' ')
await writeFile(path, `${JSON.stringify({ provider, types: table }, undefined, 2)}\n`)

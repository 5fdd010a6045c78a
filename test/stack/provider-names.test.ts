import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { argumentsOf } from './terraform-arguments'

/** Written by scripts/provider-names.js. */
const { provider, types } = JSON.parse(readFileSync('test/stack/provider-names.json', 'utf8')) as {
  readonly provider: string
  readonly types: Readonly<Record<string, string>>
}

const FILES = readdirSync('terraform', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[^.]+\.tf$/.test(file),
)

test('the reader finds arguments, blocks and their arguments', () => {
  const text = `resource "aws_lb" "this" {
  for_each = { a = 1 }

  name = "x"
  subnets = [
    for key, subnet in local.subnets : subnet.id
  ]
  tags = merge(local.tags, {
    Name = "x"
  })
  policy = <<-EOT
    name = "not an argument"
  EOT

  access_logs {
    bucket = "b"
  }

  dynamic "listener" {
    for_each = [1]
    content {
      port = listener.value
    }
  }

  lifecycle {
    ignore_changes = [name]
  }
}

data "aws_vpc" "this" {
  id = "x"
}
`
  expect(argumentsOf(text)).toEqual([
    ...[
      'name',
      'subnets',
      'tags',
      'policy',
      'access_logs',
      'access_logs.bucket',
      'listener',
      'listener.port',
    ].map((path) => ({ type: 'aws_lb', path })),
    { type: 'data.aws_vpc', path: 'id' },
  ])
})

test(`all arguments and blocks of terraform/ exist in version ${provider} of the AWS provider too`, () => {
  const used = FILES.flatMap((file) => argumentsOf(readFileSync(join('terraform', file), 'utf8')))
  expect(used.length).toBeGreaterThan(800)
  const isKnown = ({ type, path }: (typeof used)[number]): boolean =>
    (types[type] ?? '').split(' ').includes(path)
  // A type that the table lacks: see the first lines of scripts/provider-names.js.
  expect([
    ...new Set(used.filter((one) => !isKnown(one)).map(({ type, path }) => `${type}: ${path}`)),
  ]).toEqual([])
})

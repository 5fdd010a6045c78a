import { expect, test } from '@jest/globals'
import { sensitiveCalls } from '../../src/terraform/sensitive-calls'

const NONE = { literals: [], variables: [], files: [] }

test.each([
  ['sensitive("correct horse")', { literals: ['correct horse'] }],
  ['{ a = sensitive(["one", { b = "two" }]), c = "three" }', { literals: ['one', 'two'] }],
  ['"url ${sensitive("correct horse")}/x"', { literals: ['correct horse'] }],
  ['sensitive(var.token)', { variables: ['token'] }],
  ['trimspace(sensitive(file("key.pem")))', { files: ['key.pem'] }],
  ['sensitive(yamldecode(file("${path.module}/a.yaml")))', { files: ['${path.module}/a.yaml'] }],
  ['sensitive(filebase64( "${path.root}/key" ))', { files: ['key'] }],
  // Words in calls and indexes are no secrets.
  ['sensitive(lookup(var.all, "password"))', {}],
  ['sensitive(local.all["password"])', {}],
  ['sensitive("${local.prefix}/x")', {}],
  ['nonsensitive("correct horse")', {}],
  ['issensitive("correct horse")', {}],
  ['"sensitive(\\"correct horse\\")"', {}],
])('%s', (source, expected) => {
  expect(sensitiveCalls(source)).toEqual({ ...NONE, ...expected })
})

import { describe, expect, test } from '@jest/globals'
import { secretParts } from '../../src/text/secret-parts'
import { cpuMs } from '../cpu-time'

const PASSWORD = 'Zq8#mK/2+w=x'

describe('the password is a part of', () => {
  test.each([
    ['JSON', JSON.stringify({ db: { password: PASSWORD } })],
    ['a JSON list', JSON.stringify([PASSWORD])],
    ['JSON in JSON', JSON.stringify({ file: JSON.stringify({ password: PASSWORD }) })],
    ['a YAML document', `db:\n  user: app\n  password: ${PASSWORD}\n`],
    ['a YAML document with quotes and a comment', `db:\n  - password: "${PASSWORD}" # of production\n`],
    ['a YAML document in apostrophes', `db: { user: app, password: '${PASSWORD}' }`],
    ['a YAML list', `- first\n- ${PASSWORD}\n`],
    ['a YAML mapping in one line', `{ user: app, password: ${PASSWORD} }`],
    ['an .env file', `# a comment\nUSER=app\nPASSWORD=${PASSWORD}\n`],
    ['an .env file for a shell', `export PASSWORD="${PASSWORD}"`],
    ['an .env file of Windows', `USER=app\r\nPASSWORD=${PASSWORD}\r\n`],
    ['an INI file', `[db]\npassword = ${PASSWORD}\n`],
    ['a TOML file', `[db]\npassword = "${PASSWORD}"\n`],
    ['an .npmrc file', `//registry.example.com/:_authToken=${PASSWORD}`],
    ['a connection string of PostgreSQL', `host=db user=app password='${PASSWORD}' sslmode=require`],
    ['a connection string of SQL Server', `Server=tcp:db,1433;User ID=app;Password=${PASSWORD};Encrypt=True`],
    ['a connection string of ODBC', `Driver={PostgreSQL};Server=db;Pwd={${PASSWORD}};`],
    ['a connection string of Azure', `AccountName=app;AccountKey=${PASSWORD}==;EndpointSuffix=core`],
    ['a connection string of StackExchange.Redis', `cache:6380,password=${PASSWORD},ssl=True`],
    ['a query of a URL', `jdbc:postgresql://db/app?user=app&password=${encodeURIComponent(PASSWORD)}`],
    ['a URL', `postgres://app:${encodeURIComponent(PASSWORD)}@db.example.com:5432/app`],
    ['a URL in an .env file', `DATABASE_URL="postgresql://app:${encodeURIComponent(PASSWORD)}@db/app?x=1"`],
    ['a URL without a user', `rediss://:${encodeURIComponent(PASSWORD)}@cache:6379`],
    ['a header', `Authorization: Bearer ${PASSWORD}`],
    ['basic credentials', `Basic ${Buffer.from(`app:${PASSWORD}`).toString('base64')}`],
    [
      'a Docker configuration',
      JSON.stringify({ auths: { host: { auth: Buffer.from(`app:${PASSWORD}`).toString('base64') } } }),
    ],
    ['a Kubernetes secret', `data:\n  password: ${Buffer.from(PASSWORD).toString('base64')}\n`],
  ])('%s', (_, secret) => {
    const parts = secretParts(secret)
    expect(parts.map((part) => part.replace(/={2}$/, ''))).toContain(PASSWORD)
  })
})

test('a token in the place of a user is a part of a URL', () => {
  expect(secretParts('https://ghp_0123456789abcdefghij@github.com/acme/app')).toContain(
    'ghp_0123456789abcdefghij',
  )
  expect(secretParts('https://ghp_0123456789abcdefghij:x-oauth-basic@github.com')).toContain(
    'ghp_0123456789abcdefghij',
  )
})

test.each([
  ['a random password', 'kT9vQm2xLw8ZpR4n'],
  ['a password with spaces', 'correct horse battery staple'],
  ['a hexadecimal key', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ['a URL without credentials', 'https://langfuse.example.com/api'],
  ['text that is too long', `password=${'x'.repeat(70_000)}`],
])('%s has no parts', (_, secret) => {
  expect(secretParts(secret)).toEqual([])
})

test('an AWS Region is no part, because it is in every ARN', () => {
  expect(secretParts('{"region":"eu-central-1","key":"us-gov-west-1"}')).toEqual([])
})

test.each([
  'a',
  '=',
  ':',
  ' ',
  '"',
  '- ',
  'a=',
  'a:',
  '{',
  '[',
  '://',
  'a://b@',
  "'",
  '\\"',
  '%',
  '\n',
  'a: ',
])('many repetitions of %j take little time', async (text) => {
  const repeated = text.repeat(60_000 / text.length)
  expect(await cpuMs(() => secretParts(repeated))).toBeLessThan(1_000)
})

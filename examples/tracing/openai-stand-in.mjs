// Local replacement of the OpenAI API for use without a key: the part of /v1/chat/completions that the examples need.
// Usage: node openai-stand-in.mjs [port]
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import process from 'node:process'
import { json } from 'node:stream/consumers'

const port = Number(process.argv[2] ?? 8123)

const server = createServer((request, response) => {
  reply(request)
    .catch((error) => refuse(400, String(error)))
    .then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
})

async function reply(request) {
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
    return refuse(404, `only POST /v1/chat/completions is supported, not ${request.method} ${request.url}`)
  if (!request.headers.authorization?.startsWith('Bearer '))
    return refuse(401, 'an API key is missing; any key is accepted')
  const { model, messages, stream } = await json(request)
  if (stream) return refuse(400, 'streaming is not supported')
  if (typeof model !== 'string' || !Array.isArray(messages) || messages.length === 0)
    return refuse(400, 'model and messages are required')
  return { status: 200, body: complete(model, messages) }
}

function complete(model, messages) {
  const content = `You asked: ${messages.at(-1).content}`
  const [prompt_tokens, completion_tokens] = [
    messages.reduce((sum, one) => sum + count(one.content), 0),
    count(content),
  ]
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
  }
}

/** Counts words instead of tokens. */
const count = (text) => String(text).split(/\s+/).filter(Boolean).length

const refuse = (status, message) => ({
  status,
  body: { error: { message, type: 'invalid_request_error', param: null, code: null } },
})

server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`Local OpenAI API: OPENAI_BASE_URL=http://127.0.0.1:${server.address().port}/v1\n`)
})

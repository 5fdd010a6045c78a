import { LangfuseSpanProcessor } from '@langfuse/otel'
import { propagateAttributes, startActiveObservation } from '@langfuse/tracing'
import { NodeSDK } from '@opentelemetry/sdk-node'
import OpenAI from 'openai'

const { LANGFUSE_BASE_URL: baseUrl, OPENAI_MODEL: model = 'gpt-4.1-mini' } = process.env
// Without an address, the SDK would send prompts and answers to Langfuse Cloud.
if (!baseUrl) fail('LANGFUSE_BASE_URL is not set: set it in .env to the URL of your Langfuse')

// Reads LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY.
const langfuse = new LangfuseSpanProcessor({ baseUrl })
const sdk = new NodeSDK({ spanProcessors: [langfuse] })
sdk.start()

// Reads OPENAI_API_KEY and OPENAI_BASE_URL.
const openai = new OpenAI()

/** Asks the model and records one generation: model, input, output, token usage and duration. */
async function ask(question: string): Promise<{ answer: string; traceId: string }> {
  return startActiveObservation(
    'ask',
    async (generation) => {
      const messages = [{ role: 'user' as const, content: question }]
      generation.update({ model, input: messages })
      const { choices, usage, model: answeredBy } = await openai.chat.completions.create({ model, messages })
      const message = choices[0]?.message
      generation.update({
        model: answeredBy,
        output: message,
        usageDetails: usage && {
          input: usage.prompt_tokens,
          output: usage.completion_tokens,
          total: usage.total_tokens,
        },
      })
      return { answer: message?.content ?? '', traceId: generation.traceId }
    },
    { asType: 'generation' },
  )
}

/** Ends the program with one sentence. */
function fail(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const describe = (error: unknown): string => {
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  return cause instanceof Error ? `${message} ${cause.message}` : message
}

async function send(): Promise<string> {
  try {
    // Spans are sent in the background, and errors are only logged. forceFlush waits, and throws if they were rejected.
    await langfuse.forceFlush()
    return ''
  } catch (error) {
    return `The trace did not arrive at ${baseUrl}: ${describe(error)}`
  }
}

let problem = ''
try {
  const { answer, traceId } = await propagateAttributes({ traceName: 'tracing-example' }, () =>
    ask('Which city is the capital of France?'),
  )
  console.log(answer)
  problem = await send()
  if (problem === '') console.log(`Trace: ${baseUrl}/trace/${traceId}`)
} catch (error) {
  problem = `The model at ${openai.baseURL} gave no answer: ${describe(error)}`
  await send()
}
await sdk.shutdown().catch(() => undefined)
if (problem !== '') fail(problem)

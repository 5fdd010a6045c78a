import { Cancelled } from '../error'

export interface TextQuestion {
  readonly message: string
  readonly initial?: string | undefined
  /** Returns what is wrong with an answer. */
  readonly validate: (answer: string) => string | undefined
}

export interface ChoiceQuestion {
  readonly message: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

export interface Confirmation {
  readonly message: string
  /** Answer of the Enter key. */
  readonly initial: 'yes' | 'no'
}

/** Asks a person at a terminal. The answers reject with Cancelled after Ctrl-C. */
export interface Prompter {
  text(question: TextQuestion): Promise<string>
  choose(question: ChoiceQuestion): Promise<string>
  confirm(question: Confirmation): Promise<boolean>
}

/** Opens the terminal. */
export async function openPrompter(): Promise<Prompter> {
  const clack = await import('@clack/prompts')
  const unlessCancelled = <T extends string | boolean>(answer: T | symbol): T => {
    if (typeof answer !== 'symbol') return answer
    throw new Cancelled('Cancelled. Nothing was changed.')
  }
  return {
    text: async ({ message, initial, validate }) =>
      unlessCancelled<string>(
        await clack.text({
          message,
          ...(initial !== undefined && { defaultValue: initial, placeholder: initial }),
          // Enter chooses the default.
          validate: (answer) => validate(answer || (initial ?? '')),
        }),
      ),
    choose: async ({ message, choices }) =>
      unlessCancelled<string>(
        await clack.select({ message, options: choices.map((choice) => ({ ...choice })) }),
      ),
    confirm: async ({ message, initial }) =>
      unlessCancelled<boolean>(await clack.confirm({ message, initialValue: initial === 'yes' })),
  }
}

import { CommandFailed } from '../error'

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

/** Asks a person at a terminal. The answers reject with CommandFailed after Ctrl-C. */
export interface Prompter {
  text(question: TextQuestion): Promise<string>
  choose(question: ChoiceQuestion): Promise<string>
  confirm(message: string): Promise<boolean>
}

/** Opens the terminal. */
export async function openPrompter(): Promise<Prompter> {
  const clack = await import('@clack/prompts')
  const unlessCancelled = <T extends string | boolean>(answer: T | symbol): T => {
    if (typeof answer !== 'symbol') return answer
    throw new CommandFailed('Cancelled. Completed steps are kept: run the same command again to continue.')
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
    confirm: async (message) => unlessCancelled<boolean>(await clack.confirm({ message })),
  }
}

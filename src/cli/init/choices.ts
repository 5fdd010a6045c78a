import { InvalidArgument } from '../error'
import { isSize, SIZES } from '../../cost/sizes'
import type { Prompter } from './prompter'

/** Options of `init`, as given. */
export interface GivenChoices {
  readonly region: string | undefined
  readonly stack: string | undefined
  readonly email: string | undefined
  readonly domain: string | undefined
  readonly zone: string | undefined
  readonly size: string | undefined
  readonly langfuse: string | undefined
  readonly reviewers: string | undefined
}

/** Files and settings of an earlier run, which decide instead of the options. */
export interface EarlierChoices {
  readonly region: string | undefined
  readonly stack: string | undefined
  readonly hasRoot: boolean
  readonly hasImages: boolean
}

export interface RootChoices {
  readonly email: string
  readonly size: string
  /** Undefined for the domain name of CloudFront. */
  readonly domain: { readonly name: string; readonly zone: string } | undefined
}

export interface Choices {
  readonly region: string
  readonly stack: string
  /** Undefined if the Terraform root exists. */
  readonly root: RootChoices | undefined
  /** Undefined if images.yaml exists. */
  readonly major: '3' | '4' | undefined
  /** GitHub users and teams (`organization/team`); undefined leaves the reviewers as they are. */
  readonly reviewers: readonly string[] | undefined
}

type Check = (text: string) => string | undefined

const matches =
  (pattern: RegExp, problem: string): Check =>
  (text) =>
    pattern.test(text) ? undefined : problem

/** The same rules as in terraform/bootstrap and terraform/modules/langfuse. */
const CHECKS = {
  region: matches(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'is not an AWS Region, for example eu-central-1'),
  stack: (text: string) =>
    ['plans', 'bootstrap', 'env'].includes(text)
      ? 'is a reserved name'
      : matches(
          /^(?=.{2,20}$)[a-z](?:-?[a-z0-9])+$/,
          'must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen',
        )(text),
  email: (text: string) =>
    text.startsWith('.') || text.includes('..')
      ? 'is not an email address that Langfuse accepts'
      : matches(
          /^[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
          'is not an email address that Langfuse accepts',
        )(text),
  domain: matches(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/,
    'is not a lowercase host name, for example langfuse.example.com',
  ),
  size: (text: string) => (isSize(text) ? undefined : `is not one of ${Object.keys(SIZES).join(', ')}`),
  langfuse: matches(/^[34]$/, 'is not one of 3, 4'),
  reviewers: matches(
    /^(?:[\w-]{1,39}(?:\/[\w-]{1,100})?(?:\s*,\s*|$)){0,6}$/,
    'is not a list of at most six GitHub users and teams, for example alice,acme/platform',
  ),
} as const satisfies Record<string, Check>

type Name = keyof typeof CHECKS

const FLAGS: Readonly<Record<Name, string>> = {
  region: '--region',
  stack: '--stack',
  email: '--email',
  domain: '--domain-name',
  size: '--size',
  langfuse: '--langfuse',
  reviewers: '--reviewers',
}

/**
 * Completes the options with questions, or with defaults without a terminal.
 *
 * @param prompter undefined without a terminal and with `--yes`
 * @throws InvalidArgument that names the option
 */
export async function completeChoices(
  given: GivenChoices,
  earlier: EarlierChoices,
  prompter: Prompter | undefined,
): Promise<Choices> {
  const answers = new Answers(given, prompter)
  answers.requireGiven([
    ...(earlier.region === undefined ? (['region'] as const) : []),
    ...(earlier.hasRoot ? [] : (['email'] as const)),
  ])
  const region = await answers.fixed('region', { earlier: earlier.region, message: 'AWS Region' })
  const stack = await answers.fixed('stack', {
    earlier: earlier.stack,
    message: 'Name of the stack',
    initial: 'langfuse',
  })
  return {
    region,
    stack,
    root: earlier.hasRoot ? undefined : await askRoot(given, answers),
    major: earlier.hasImages ? undefined : await askMajor(answers),
    reviewers: await askReviewers(answers),
  }
}

interface FixedQuestion {
  readonly earlier: string | undefined
  readonly message: string
  readonly initial?: string
}

class Answers {
  constructor(
    readonly given: GivenChoices,
    readonly prompter: Prompter | undefined,
  ) {}

  /** Without a terminal, options without a default must be given. @throws InvalidArgument that names all missing ones */
  requireGiven(names: readonly Name[]): void {
    const missing = names.filter((name) => this.given[name] === undefined).map((name) => FLAGS[name])
    if (this.prompter !== undefined || missing.length === 0) return
    const verb = missing.length === 1 ? 'is' : 'are'
    throw new InvalidArgument(
      `${missing.join(' and ')} ${verb} missing: without a terminal, init asks no questions. All options: langfuse-deploy init --help`,
    )
  }

  /** Returns the value of an earlier run, which the option must not contradict. */
  async fixed(name: 'region' | 'stack', question: FixedQuestion): Promise<string> {
    const { earlier, message, initial } = question
    if (earlier === undefined) return this.text(name, message, initial)
    const given = this.given[name]
    if (given === undefined || given === earlier) return earlier
    throw new InvalidArgument(
      `${FLAGS[name]}: this repository is set up with '${earlier}', not '${given}'. Use another repository for another account, Region or name.`,
    )
  }

  async text(name: Name, message: string, initial?: string): Promise<string> {
    const given = this.given[name]
    if (given !== undefined) return checked(name, given)
    if (this.prompter !== undefined) {
      const validate: Check = (text) => {
        const problem = CHECKS[name](text)
        return problem === undefined ? undefined : `'${text}' ${problem}`
      }
      return this.prompter.text({ message, initial, validate })
    }
    return checked(name, initial ?? '')
  }

  async choice(name: 'size' | 'langfuse', message: string, choices: readonly [string, string][]) {
    const given = this.given[name]
    if (given !== undefined) return checked(name, given)
    const [[first] = ['']] = choices
    if (this.prompter === undefined) return first
    return this.prompter.choose({ message, choices: choices.map(([value, label]) => ({ value, label })) })
  }
}

function checked(name: Name, text: string): string {
  const problem = CHECKS[name](text)
  if (problem === undefined) return text
  throw new InvalidArgument(`${FLAGS[name]}: '${text}' ${problem}.`)
}

async function askRoot(given: GivenChoices, answers: Answers): Promise<RootChoices> {
  const email = await answers.text('email', "Email address of Langfuse's first user, and for alarms")
  const names = ['small', ...Object.keys(SIZES).filter((size) => size !== 'small')]
  const size = await answers.choice(
    'size',
    'Size',
    names.map((name) => [name, name]),
  )
  return { email, size, domain: await askDomain(given, answers) }
}

async function askDomain(given: GivenChoices, answers: Answers): Promise<RootChoices['domain']> {
  const hasDomain =
    given.domain !== undefined ||
    (given.zone === undefined &&
      (await answers.prompter?.confirm({
        message: 'Do you have a domain in Route 53 for Langfuse? Otherwise it gets an address of CloudFront.',
        initial: 'no',
      })) === true)
  if (!hasDomain) {
    if (given.zone === undefined) return undefined
    throw new InvalidArgument('--zone-name needs --domain-name, the host name of Langfuse.')
  }
  const name = await answers.text('domain', 'Host name of Langfuse')
  const zone = given.zone ?? name.split('.').slice(1).join('.')
  if (name === zone || name.endsWith(`.${zone}`)) return { name, zone }
  throw new InvalidArgument(`--zone-name: '${name}' is not in the zone '${zone}'.`)
}

async function askMajor(answers: Answers): Promise<'3' | '4'> {
  const major = await answers.choice('langfuse', 'Major version of Langfuse', [
    ['3', '3 (as images.yaml of this project; security updates until the end of January 2027)'],
    ['4', '4 (current)'],
  ])
  return major === '4' ? '4' : '3'
}

async function askReviewers(answers: Answers): Promise<readonly string[] | undefined> {
  const text = await answers.text(
    'reviewers',
    'Who approves deployments? GitHub users and teams, separated by commas. Empty for none',
    '',
  )
  const names = text.split(',').map((name) => name.trim())
  const reviewers = names.filter((name) => name !== '')
  return reviewers.length === 0 ? undefined : reviewers
}

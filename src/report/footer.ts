import { code, escapeHtml } from '../text/markdown'

export interface FooterOptions {
  /** Each may be empty when it is not known. */
  readonly terraformVersion: string
  readonly commit: string
  readonly runUrl: string
  /** What else there is to say, last. */
  readonly rest?: string | undefined
}

/** Where a text comes from, in small print; Markdown is read within `<sub>`, unlike within `<summary>`. */
export function footer({ terraformVersion, commit, runUrl, rest = '' }: FooterOptions): string {
  const parts = [
    terraformVersion && `Terraform ${code(terraformVersion)}`,
    commit && `commit ${code(commit.slice(0, 7))}`,
    runUrl && link('run', runUrl),
    rest,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`
}

/** A link when the address is one, else only its text. */
export function link(text: string, url: string): string {
  // Printable ASCII, without what could end the attribute.
  return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
    ? `<a href="${escapeHtml(url)}">${text}</a>`
    : text
}

/** Seconds as people say them: `42 s`, `3 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

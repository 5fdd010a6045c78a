import { escapeWorkflowCommands } from '../text/sanitize'

/** Something to say beside a line of a file, or on the run where there is no file. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  /** One line. */
  readonly title?: string | undefined
  readonly message: string
  /** From the root of the repository. */
  readonly file?: string | undefined
  readonly startLine?: number | undefined
  readonly endLine?: number | undefined
  readonly startColumn?: number | undefined
}

interface Properties {
  title?: string
  file?: string
  startLine?: number
  endLine?: number
  startColumn?: number
}

/** What `@actions/core` offers. */
export interface Annotator {
  readonly error: (message: string, properties: Properties) => void
  readonly warning: (message: string, properties: Properties) => void
}

/** The runner shows ten of a kind a step and drops the rest. */
const MOST_OF_A_KIND = 10
/** The runner cuts what is longer. */
const LONGEST_MESSAGE = 4_096

/**
 * Annotates what the runner would show.
 * @param spared errors that the step has yet to tell, such as its own failure
 * @returns how many the runner would not show
 */
export function annotate(diagnostics: readonly Diagnostic[], annotator: Annotator, spared = 0): number {
  const distinct = [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]
  const shown = (['warning', 'error'] as const).flatMap((severity) => {
    const most = severity === 'error' ? MOST_OF_A_KIND - spared : MOST_OF_A_KIND
    const ofKind = distinct.filter((one) => one.severity === severity)
    // Those beside a line show up in the files of a pull request; the others are in the log as well.
    const placed = ofKind.filter(({ file }) => file !== undefined)
    return [...placed, ...ofKind.filter(({ file }) => file === undefined)].slice(0, most)
  })
  for (const one of shown)
    annotator[one.severity](shorten(escapeWorkflowCommands(one.message)), propertiesOf(one))
  return distinct.length - shown.length
}

function propertiesOf({ title, file, startLine, endLine, startColumn }: Diagnostic): Properties {
  const properties: Properties = {}
  if (title) properties.title = toAnnotationLine(title)
  if (file === undefined) return properties
  properties.file = toAnnotationLine(file)
  if (startLine !== undefined) properties.startLine = startLine
  if (startLine !== undefined && endLine !== undefined && endLine >= startLine) properties.endLine = endLine
  // The runner takes columns only where they are of one line.
  if (startColumn !== undefined && (endLine ?? startLine) === startLine) properties.startColumn = startColumn
  return properties
}

const toAnnotationLine = (text: string): string => escapeWorkflowCommands(text).replace(/\s+/g, ' ').trim()

function shorten(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message
  // Half of a surrogate pair would be no character.
  return `${message.slice(0, LONGEST_MESSAGE - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

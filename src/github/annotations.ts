import type { AnnotationProperties } from '@actions/core'
import { escapeWorkflowCommands } from '../text/sanitize'

/** An annotation of a file, or of the run. */
export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice'
  /** One line. */
  readonly title?: string | undefined
  readonly message: string
  /** Relative to the repository root. */
  readonly file?: string | undefined
  readonly startLine?: number | undefined
  readonly endLine?: number | undefined
  readonly startColumn?: number | undefined
}

export interface Annotator {
  readonly error: (message: string, properties: AnnotationProperties) => void
  readonly warning: (message: string, properties: AnnotationProperties) => void
  readonly notice: (message: string, properties: AnnotationProperties) => void
}

/** The runner drops more. */
const MAX_PER_SEVERITY = 10
/** The runner truncates longer messages. */
const MAX_MESSAGE_LENGTH = 4_096

/**
 * Annotates as many as the runner shows.
 *
 * @param reservedErrors errors that the step reports later
 * @returns how many were dropped
 */
export function annotate(
  annotations: readonly Annotation[],
  annotator: Annotator,
  reservedErrors = 0,
): number {
  const distinct = [...new Map(annotations.map((one) => [JSON.stringify(one), one])).values()]
  const shown = (['notice', 'warning', 'error'] as const).flatMap((severity) => {
    const max = severity === 'error' ? MAX_PER_SEVERITY - reservedErrors : MAX_PER_SEVERITY
    const matching = distinct.filter((one) => one.severity === severity)
    // The others are also in the log.
    const inFiles = matching.filter(({ file }) => file !== undefined)
    return [...inFiles, ...matching.filter(({ file }) => file === undefined)].slice(0, max)
  })
  for (const one of shown)
    annotator[one.severity](truncate(escapeWorkflowCommands(one.message)), propertiesOf(one))
  return distinct.length - shown.length
}

function propertiesOf({ title, file, startLine, endLine, startColumn }: Annotation): AnnotationProperties {
  const properties: AnnotationProperties = {}
  if (title) properties.title = toAnnotationLine(title)
  if (file === undefined) return properties
  properties.file = toAnnotationLine(file)
  if (startLine !== undefined) properties.startLine = startLine
  if (startLine !== undefined && endLine !== undefined && endLine >= startLine) properties.endLine = endLine
  // The runner accepts columns only for a single line.
  if (startColumn !== undefined && (endLine ?? startLine) === startLine) properties.startColumn = startColumn
  return properties
}

const toAnnotationLine = (text: string): string => escapeWorkflowCommands(text).replace(/\s+/g, ' ').trim()

function truncate(message: string): string {
  if (message.length <= MAX_MESSAGE_LENGTH) return message
  // Does not split a surrogate pair.
  return `${message.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

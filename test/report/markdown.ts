/** Returns the text that GitHub interprets as Markdown or HTML, without code blocks and code spans. */
export function outsideCode(markdown: string): string {
  const outside: string[] = []
  let fence = ''
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,})(.*)$/.exec(line)
    if (fence !== '') {
      if (run !== null && (run[1]?.length ?? 0) >= fence.length && run[2]?.trim() === '') fence = ''
      continue
    }
    if (run === null || run[2]?.includes('`') === true) outside.push(line)
    else fence = run[1] ?? ''
  }
  if (fence !== '') throw new Error('a code block is not closed')
  return outside
    .join('\n')
    .replace(/<code>[^<]*<\/code>/g, '<code/>')
    .replace(/(?<!`)(`+)(?!`)(?:[^`]|`(?!\1))*?[^`]\1(?!`)/g, '<span/>')
}

/** Returns the number of `<details>` that are not closed. @throws Error for an unmatched closing tag */
export function openDetails(markdown: string): number {
  let open = 0
  for (const [tag] of outsideCode(markdown).matchAll(/<\/?details>/g)) {
    open += tag === '<details>' ? 1 : -1
    if (open < 0) throw new Error('</details> without <details>')
  }
  return open
}

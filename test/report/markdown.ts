/** What GitHub reads as Markdown or HTML: the text without its fences and code. */
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
  if (fence !== '') throw new Error('a fence is open at the end')
  return outside
    .join('\n')
    .replace(/<code>[^<]*<\/code>/g, '<code/>')
    .replace(/(?<!`)(`+)(?!`)(?:[^`]|`(?!\1))*?[^`]\1(?!`)/g, '<span/>')
}

/** How many blocks are open at the end; throws when one is closed that was not. */
export function openDetails(markdown: string): number {
  let open = 0
  for (const [tag] of outsideCode(markdown).matchAll(/<\/?details>/g)) {
    open += tag === '<details>' ? 1 : -1
    if (open < 0) throw new Error('a block is closed twice')
  }
  return open
}

// Completes dist/licenses.txt: ncc leaves out the text of a package that ships no license file.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const requirePackage = createRequire(import.meta.url)

const MIT = (holder) => `The MIT License (MIT)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

const ISC = (holder) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`

/** A package name and an SPDX identifier on lines of their own begin an entry. */
const ENTRY = /(?:^|\n\n)(@?[a-z0-9][\w./-]*)\n([A-Z0-9][\w.+-]*)(?=\n)/g

/**
 * Splits the file that ncc writes.
 * @returns {{ name: string, license: string, text: string }[]}
 */
export function parseLicenses(content) {
  const starts = [...content.matchAll(ENTRY)]
  return starts.map(({ index, 0: head, 1: name, 2: license }, position) => ({
    name,
    license,
    text: content.slice(index + head.length, starts[position + 1]?.index).trim(),
  }))
}

/** Returns the file with a text for every package. */
export function completeLicenses(content) {
  return content.replace(ENTRY, (head, name, license, offset) =>
    /\S/.test(content.slice(offset + head.length).split(ENTRY)[0] ?? '')
      ? head
      : `${head}\n${textFor(name, license)}`,
  )
}

function textFor(name, license) {
  if (license === 'Apache-2.0') return readFileSync(join(root, 'LICENSE'), 'utf8')
  const text = { MIT, ISC }[license]
  if (text === undefined)
    throw new Error(
      `${name} has the license ${license} and no license file: add its text to scripts/licenses.js`,
    )
  const { author } = requirePackage(join(root, 'node_modules', name, 'package.json'))
  return text(typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`))
}

import { expect, test } from 'vitest'
import { renderMarkdown } from './prose/markdown'

/** The formula itself is the engine's affair: here it is only known by its source. */
const render = (text: string) => renderMarkdown(text).replace(/<span class="katex">.*?<\/math><\/span>/g, '[formula]')
const kept = (text: string) => `<span class="whitespace-nowrap">${text}</span>`

test.each([
  ['A bias $z$, called', `<p>A bias ${kept('[formula],')} called</p>`],
  ['(see $x$) and “$y$”.', `<p>${'(see '}${kept('[formula])')} and ${kept('“[formula]”.')}</p>`],
  ['from ($x$', `<p>from ${kept('([formula]')}</p>`],
  ['$x$ and $y$', '<p>[formula] and [formula]</p>'],
  ['$x$, $y$.', `<p>${kept('[formula],')} ${kept('[formula].')}</p>`],
])('typesetting: %s', (text, html) => {
  expect(render(text)).toBe(html)
})

test('typesetting: a formula of its own line is left alone', () => {
  expect(renderMarkdown('$$\nx\n$$\n')).not.toContain('whitespace-nowrap')
})

test('typesetting: a number and its per cent sign stay on one line, except in code', () => {
  expect(renderMarkdown('97 % and `97 %`')).toBe('<p>97\u00a0% and <code>97 %</code></p>')
})

test('typesetting: every header of a table has a name, and an empty cell is no header', () => {
  const html = renderMarkdown('|  | $a_1$ | count $s$ |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n')
  expect(html).toContain('<td></td>')
  expect(html).toContain(
    '<th class="relative"><span class="sr-only">a1</span><span aria-hidden="true"><span class="katex">',
  )
  expect(html).toMatch(/<th>count /)
})

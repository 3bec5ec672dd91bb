import { expect, test } from 'vitest'
import { renderInlineMarkdown, renderMarkdown } from './markdown'

test('maths becomes MathML and nothing else, so that no style sheet or script is needed', () => {
  const html = renderMarkdown('The slope is $\\tfrac14$.')
  expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">')
  expect(html).not.toContain('katex-html')
})

test('lists, tables, code and emphasis', () => {
  expect(renderMarkdown('1. *one*\n2. `two`')).toBe('<ol>\n<li><em>one</em></li>\n<li><code>two</code></li>\n</ol>')
  expect(renderMarkdown('|a|b|\n|-|-|\n|1|2|')).toContain('<table>')
})

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b onclick="x()">b</b>'])(
  'raw HTML is dropped: %s',
  (text) => {
    expect(renderMarkdown(text)).not.toMatch(/<(script|img|b)\b/)
  },
)

test('maths that cannot be set throws KaTeX’s reason instead of printing red source', () => {
  expect(() => renderMarkdown('$\\frac{1}$')).toThrow(/maths: KaTeX parse error/)
})

test('inline text loses its paragraph, several paragraphs keep theirs', () => {
  expect(renderInlineMarkdown('just *this*')).toBe('just <em>this</em>')
  expect(renderInlineMarkdown('one\n\ntwo')).toBe('<p>one</p>\n<p>two</p>')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeCallbackUrl } from './safe-callback-url'

const origin = 'https://learn.example.org'

test.each([
  ['/review', '/review'],
  ['/courses/a/b?x=1#top', '/courses/a/b?x=1#top'],
  ['dashboard', '/dashboard'],
  [`${origin}/lab`, '/lab'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https:evil.example', '/evil.example'],
  ['https:/\\evil.example', '/'],
  ['https://learn.example.org@evil.example', '/'],
  ['https://user@learn.example.org/x', '/'],
  ['https://learn.example.org.evil.example', '/'],
  ['http://learn.example.org/', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['blob:https://learn.example.org/1', '/'],
  ['http://', '/'],
  [undefined, '/'],
  [['https://evil.example'], '/'],
])('safeCallbackUrl: %s leads to %s', (wanted, path) => {
  expect(safeCallbackUrl(wanted, origin)).toBe(`${origin}${path}`)
})

test('safeCallbackUrl: whatever is asked for, a browser stays on our origin', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '//',
    'https:',
    'javascript:',
    '@',
    '.',
    '%2f',
    '\t',
    '\n',
    'evil.example',
    ' ',
    '?',
    '#',
    ':',
    '\u0000',
    'ｅvil',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part).map((parts) => parts.join('')),
        fc.webUrl(),
        fc.string(),
      ),
      (wanted) => {
        const url = new URL(safeCallbackUrl(wanted, origin), origin)
        expect([url.protocol, url.host]).toEqual(['https:', 'learn.example.org'])
      },
    ),
    { numRuns: 1000 },
  )
})

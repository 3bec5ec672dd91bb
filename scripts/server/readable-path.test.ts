import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readablePath } from './readable-path.mjs'

test.each([
  ['/courses/deep-learning?level=beginner', '/courses/deep-learning?level=beginner'],
  ['/caf%C3%A9', '/caf%C3%A9'],
  ['/%E0%A4%A', '/%25E0%25A4%25A'],
  ['/%', '/%25'],
  ['/%FF?q=%FF', '/%25FF?q=%FF'],
])('readablePath: %s is asked for as %s', (url, asked) => {
  expect(readablePath(url)).toBe(asked)
})

test('readablePath: whatever is sent, its path can be decoded', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\/[%a-fA-F0-9/?]*$/), (url) => {
      expect(() => decodeURIComponent(readablePath(url).split('?')[0] ?? '')).not.toThrow()
    }),
  )
})

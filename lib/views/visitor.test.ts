import { expect, test } from 'vitest'
import { findVisitor, viewKey } from './visitor'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const requestFrom = (userAgent: string | null) =>
  new Request('http://localhost/', {
    headers: { 'x-forwarded-for': '203.0.113.7', ...(userAgent === null ? {} : { 'user-agent': userAgent }) },
  })

test('findVisitor: a browser is a visitor', () => {
  expect(findVisitor(requestFrom(FIREFOX))).toEqual({ address: '203.0.113.7', userAgent: FIREFOX })
})

test.each([
  ['nobody’s name', null],
  ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [
    'a browser without a window',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36',
  ],
  ['a script', 'curl/8.5.0'],
  ['a preview', 'facebookexternalhit/1.1'],
])('findVisitor: %s is none', (_who, userAgent) => {
  expect(findVisitor(requestFrom(userAgent))).toBeNull()
})

test('viewKey: another day’s salt gives another key, so days cannot be joined', () => {
  const visitor = { address: '203.0.113.7', userAgent: FIREFOX }
  expect(viewKey('monday', 'lesson:relu', visitor)).not.toBe(viewKey('tuesday', 'lesson:relu', visitor))
  expect(viewKey('monday', 'lesson:relu', visitor)).toBe(viewKey('monday', 'lesson:relu', { ...visitor }))
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeNextPath, withNext } from './next-path'

const SITE = 'https://nonlinear.example'

describe('the next path', () => {
  test.each([
    '/',
    '/review',
    '/courses/a/b/c/flashcards',
    '/courses/a/b/c?tab=2#kink',
    '/challenges/cifar-activation-swap',
    '/signature',
  ])('%s is kept', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  test.each([
    null,
    undefined,
    '',
    'review',
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/.\\\\evil.example',
    '//evil.example@nonlinear.example',
    '//user:password@evil.example/review',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hi',
    '//[::1]',
    '//[',
    '/api/auth/sign-out',
    '/sign-in?next=/sign-in',
    '/sign-up',
  ])('%o leads to the dashboard', (path) => {
    expect(safeNextPath(path)).toBe('/dashboard')
  })

  test('whatever is asked for, the browser stays on our origin, also when the answer is parsed again', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '//',
      'evil.example',
      '%2f',
      '%5c',
      '?',
      '#',
      'a',
      'https:',
    )
    const spelling = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string(),
    )
    void fc.assert(
      fc.property(spelling, (wanted) => {
        const next = safeNextPath(wanted)
        expect(next.startsWith('/')).toBe(true)
        const url = new URL(next, SITE)
        expect(url.origin).toBe(SITE)
        expect(safeNextPath(next)).toBe(next)
      }),
      { numRuns: 5000 },
    )
  })
})

test('a link to sign in carries the way back', () => {
  expect(withNext('/sign-in', '/review')).toBe('/sign-in?next=%2Freview')
  expect(withNext('/sign-up', '/dashboard')).toBe('/sign-up')
  expect(withNext('/sign-up', '//evil.example')).toBe('/sign-up')
})

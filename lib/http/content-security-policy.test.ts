import { expect, test } from 'vitest'
import { developmentPolicy, prerenderedPolicy, renderedPolicy, scriptHashesSchema } from './content-security-policy'

const table = {
  '/': ['sha256-cGFnZQ=='],
  '/_not-found': ['sha256-bWlzc2luZw==', 'sha256-dGhlbWU='],
  '/_global-error': ['sha256-YnJva2Vu', 'sha256-dGhlbWU='],
}

function directives(policy: string | null): Map<string, string[]> {
  const parts = (policy ?? '').split('; ').map((part) => part.split(' '))
  return new Map(parts.map(([name = '', ...sources]) => [name, sources]))
}

test('policy: a prerendered page names its own inline scripts and nothing else', () => {
  const scripts = directives(prerenderedPolicy('/', table)).get('script-src')
  expect(scripts).toEqual(["'self'", "'sha256-cGFnZQ=='", "'wasm-unsafe-eval'"])
})

test.each(['/nowhere', '/constructor', '/toString', '__proto__', ''])('policy: %s is no prerendered page', (path) => {
  expect(prerenderedPolicy(path, table)).toBeNull()
})

test('policy: a rendered page has its nonce, and the hashes of the pages that may replace it, each once', () => {
  const scripts = directives(renderedPolicy('bm9uY2U=', table)).get('script-src')
  expect(scripts).toEqual([
    "'self'",
    "'nonce-bm9uY2U='",
    "'sha256-bWlzc2luZw=='",
    "'sha256-dGhlbWU='",
    "'sha256-YnJva2Vu'",
    "'wasm-unsafe-eval'",
  ])
})

test('policy: without a build there are still nonces', () => {
  expect(directives(renderedPolicy('bm9uY2U=', {})).get('script-src')).toContain("'nonce-bm9uY2U='")
})

test.each([
  ['prerendered', prerenderedPolicy('/', table)],
  ['rendered', renderedPolicy('bm9uY2U=', table)],
])('policy: a %s page runs no foreign script, is framed by nobody, and asks no third party', (_kind, policy) => {
  const all = directives(policy)
  expect(policy).not.toMatch(/'unsafe-eval'|strict-dynamic|https?:|\*/)
  expect(all.get('script-src')).not.toContain("'unsafe-inline'")
  expect(all.get('style-src')).toEqual(["'self'"])
  expect(all.get('style-src-attr')).toEqual(["'unsafe-inline'"])
  expect(all.get('connect-src')).toEqual(["'self'"])
  expect(all.get('worker-src')).toEqual(["'self'", 'blob:'])
  expect(all.get('object-src')).toEqual(["'none'"])
  expect(all.get('base-uri')).toEqual(["'self'"])
  expect(all.get('form-action')).toEqual(["'self'"])
  expect(all.get('frame-ancestors')).toEqual(["'none'"])
})

test('policy: development may evaluate and inject styles, but still asks no third party', () => {
  expect(developmentPolicy()).not.toMatch(/https?:|\*/)
  expect(directives(developmentPolicy()).get('script-src')).toContain("'unsafe-eval'")
})

test('script hashes: anything but a table of hashes is refused', () => {
  expect(scriptHashesSchema.safeParse(table).success).toBe(true)
  expect(scriptHashesSchema.safeParse({ '/': ["sha256-x'; script-src *"] }).success).toBe(false)
})

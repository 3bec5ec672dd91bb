import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.mjs'

const everywhere = (address?: string) => {
  const { headers } = securityHeaders(address).find(({ source }) => source === '/:path*') ?? { headers: [] }
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]))
}

test.each([
  ['https://nonlinear.example.org', 'max-age=31536000'],
  ['http://localhost:3000', undefined],
  ['', undefined],
  [undefined, undefined],
])('security headers: at %s browsers are told to come by https: %s', (address, value) => {
  expect(everywhere(address)['Strict-Transport-Security']).toBe(value)
})

test('security headers: every answer is isolated, not framed and not guessed at, by https or not', () => {
  for (const address of ['https://nonlinear.example.org', '']) {
    expect(everywhere(address)).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
  }
})

import { expect, test } from 'vitest'
import { ownOrigin, publicOrigin } from './own-origin'
import { requireSameOrigin } from './same-origin'

const configured = { AUTH_URL: 'https://learn.example.org/' }
const local = { AUTH_URL: undefined }

function asked(headers: Record<string, string | undefined>): Request {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new Request('http://internal:3000/api/me/events', { method: 'POST', headers: given })
}

const good = { host: 'learn.example.org', origin: 'https://learn.example.org', 'sec-fetch-site': 'same-origin' }

test('requireSameOrigin: our own page passes, by its public address or on this machine', () => {
  expect(() => requireSameOrigin(asked(good), configured)).not.toThrow()
  for (const host of ['localhost:3000', '127.0.0.1:4200', '[::1]:3000', 'localhost']) {
    expect(() =>
      requireSameOrigin(asked({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }), local),
    ).not.toThrow()
  }
})

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['a sub-domain of ours', { origin: 'https://x.learn.example.org' }],
  ['our name over http', { origin: 'http://learn.example.org' }],
  ['another port', { origin: 'https://learn.example.org:8443' }],
  ['a null origin', { origin: 'null' }],
  ['no origin', { origin: undefined }],
  ['an empty origin', { origin: '' }],
  ['a same-site page', { 'sec-fetch-site': 'same-site' }],
  ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ['a typed address', { 'sec-fetch-site': 'none' }],
  ['no Sec-Fetch-Site', { 'sec-fetch-site': undefined }],
])('requireSameOrigin: %s is refused with 403', (_name, change) => {
  expect(() => requireSameOrigin(asked({ ...good, ...change }), configured)).toThrow(
    expect.objectContaining({ status: 403 }),
  )
})

test.each([
  'evil.example',
  'evil.example:3000',
  'localhost.evil.example',
  'localhost@evil.example',
  '',
  '10.0.0.7:3000',
])('requireSameOrigin: without AUTH_URL a Host of "%s" is no name of ours, even when Origin says the same', (host) => {
  const request = asked({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })
  expect(ownOrigin(request, local)).toBeNull()
  expect(() => requireSameOrigin(request, local)).toThrow(/AUTH_URL/)
})

test('publicOrigin: is configured, whatever Host says', () => {
  expect(publicOrigin({ ...configured, PORT: 3000 })).toBe('https://learn.example.org')
  expect(publicOrigin({ ...local, PORT: 4200 })).toBe('http://localhost:4200')
})

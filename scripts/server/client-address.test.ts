import { expect, test } from 'vitest'
import { clientAddress, settleClientAddress } from './client-address.mjs'

const cases: [string, string, string | undefined, number, string][] = [
  ['no proxy: what the client claims counts for nothing', '203.0.113.9', '10.0.0.1', 0, '203.0.113.9'],
  ['no proxy, no claim', '203.0.113.9', undefined, 0, '203.0.113.9'],
  ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ['one proxy: the last entry', '10.0.0.1', '198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies: the one before', '10.0.0.1', '1.2.3.4, 203.0.113.9,10.0.0.2', 2, '203.0.113.9'],
  ['fewer entries than proxies: not through all of them', '10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ['an empty entry', '10.0.0.1', '203.0.113.9, ', 1, '10.0.0.1'],
  ['IPv6 behind a proxy', '10.0.0.1', '2001:db8::1', 1, '2001:db8::1'],
]

test.each(cases)('client address: %s', (_name, socket, forwarded, proxies, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected)
})

function request(headers: Record<string, string>) {
  return {
    headers: { ...headers },
    rawHeaders: Object.entries(headers).flat(),
    socket: { remoteAddress: '203.0.113.9' },
  }
}

test('client address: without a proxy every claim about the origin is replaced or dropped', () => {
  const claims = {
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '1.2.3.4',
    accept: '*/*',
  }
  const settled = request(claims)
  settleClientAddress(settled, 0)
  expect(settled.headers).toEqual({ 'x-forwarded-for': '203.0.113.9', accept: '*/*' })
  expect(settled.rawHeaders.join()).not.toMatch(/1\.2\.3\.4|evil/)
})

test('client address: behind a proxy, the host and protocol that it names stay', () => {
  const settled = request({ 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' })
  settleClientAddress(settled, 1)
  expect(settled.headers).toEqual({ 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' })
})

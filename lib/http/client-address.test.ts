import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['10.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ['not an address', 'unknown'],
  ['', 'unknown'],
])('clientAddress: "%s" counts as %s', (forwarded, address) => {
  expect(clientAddress(new Request('http://localhost/', { headers: { 'x-forwarded-for': forwarded } }))).toBe(address)
})

test('clientAddress: no header, no address', () => {
  expect(clientAddress(new Request('http://localhost/'))).toBe('unknown')
})

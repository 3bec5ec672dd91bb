import { expect, test } from 'vitest'
import { findEmailError, findNewPasswordError, presentErrors } from './field-checks'

test.each(['', '  ', 'ada', 'ada@', '@example.org', 'a b@example.org'])(
  '%o is not taken for an e-mail address',
  (email) => {
    expect(findEmailError(email)).toEqual(expect.any(String))
  },
)

test.each(['ada@example.org', ' ada@example.org ', 'a+b@localhost'])('%o is sent to the server', (email) => {
  expect(findEmailError(email)).toBeNull()
})

test('a new password has at least eight characters, counted as a person counts', () => {
  expect(findNewPasswordError('seven77')).toBe('Too short: one more character, please.')
  expect(findNewPasswordError('🔑🔑🔑🔑')).toBe('Too short: 4 more characters, please.')
  expect(findNewPasswordError('eight888')).toBeNull()
})

test('fields without an error are left out', () => {
  expect(presentErrors({ email: null, password: 'Enter your password.' })).toEqual({ password: 'Enter your password.' })
})

import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords'
import { createHashQueue } from './hash-queue'
import { findPasswordProblem, hashPassword, verifyPassword } from './password'

test('hashPassword: Argon2id with at least 19 MiB, 2 passes, 1 lane, and a salt of its own', async () => {
  const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test('verifyPassword: the password and no other; the same characters from another keyboard; no account, no password', async () => {
  const hash = await hashPassword('Zürich ist schön')
  expect(await verifyPassword(hash, 'Zürich ist schön')).toBe(true)
  expect(await verifyPassword(hash, 'Zürich ist schön'.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(hash, 'zürich ist schön')).toBe(false)
  expect(await verifyPassword(null, 'Zürich ist schön')).toBe(false)
})

test.each([
  ['1234567', 'must have at least 8 characters'],
  ['😀😀😀😀😀😀😀', 'must have at least 8 characters'],
  ['pässwört lang genug', null],
  ['😀😀😀😀😀😀😀😀', null],
  ['        ', null],
  ['x'.repeat(1024), null],
  ['x'.repeat(1025), 'must not be longer than 1024 bytes'],
  ['ü'.repeat(513), 'must not be longer than 1024 bytes'],
  ['Password123', 'is among the ones that are guessed first: choose another'],
  ['ｐassword', 'is among the ones that are guessed first: choose another'],
])('findPasswordProblem: %s', (password, problem) => {
  expect(findPasswordProblem(password)).toBe(problem)
})

test('the list of common passwords has some hundreds, all long enough to be needed, all in lower case', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(500)
  for (const password of COMMON_PASSWORDS) {
    expect(password.length).toBeGreaterThanOrEqual(8)
    expect(password).toBe(password.toLowerCase())
  }
})

test('createHashQueue: at most two at once, as many as allowed wait in order, the rest are told 503 at once', async () => {
  const queue = createHashQueue({ atOnce: 2, waiting: 3 })
  let running = 0
  let most = 0
  const order: number[] = []
  const jobs = Array.from({ length: 8 }, (_unused, index) =>
    queue.run(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push(index)
      running--
      if (index === 1) throw new Error('this one fails')
      return index
    }),
  )
  const results = await Promise.allSettled(jobs)
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ])
  expect(results.slice(5).map((result) => (result.status === 'rejected' ? result.reason.status : 0))).toEqual([
    503, 503, 503,
  ])
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4])
  expect(await queue.run(async () => 'free again')).toBe('free again')
})

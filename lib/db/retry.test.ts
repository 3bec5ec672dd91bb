import { expect, test } from 'vitest'
import { withRetry } from './retry'

function failing(times: number, error: Error) {
  let calls = 0
  const work = () => (++calls <= times ? Promise.reject(error) : Promise.resolve(calls))
  return work
}

function recorder() {
  const waits: number[] = []
  const wait = (milliseconds: number) => {
    waits.push(milliseconds)
    return Promise.resolve()
  }
  return { waits, options: { wait, random: () => 0.5 } }
}

const conflict = Object.assign(new Error('Transaction failed due to a write conflict'), { code: 'P2034' })
const busy = new Error('the statement failed', { cause: new Error('SQLITE_BUSY: database is locked') })

test.each([
  ['a write conflict of PostgreSQL', conflict],
  ['a locked SQLite file', busy],
])('withRetry: %s is tried again, later each time', async (_name, error) => {
  const { waits, options } = recorder()
  expect(await withRetry(failing(3, error), options)).toBe(4)
  expect(waits).toEqual([2, 5, 10])
})

test('withRetry: any other error is passed on at once', async () => {
  const { waits, options } = recorder()
  const unique = Object.assign(new Error('Unique constraint failed'), { code: 'P2002' })
  await expect(withRetry(failing(1, unique), options)).rejects.toBe(unique)
  expect(waits).toEqual([])
})

test('withRetry: gives up with the last error after a little over ten seconds of waiting', async () => {
  const { waits, options } = recorder()
  await expect(withRetry(failing(1000, busy), options)).rejects.toBe(busy)
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(10_000)
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(12_000)
})

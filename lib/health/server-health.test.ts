import { afterEach, describe, expect, test, vi } from 'vitest'
import { databases, openTestDatabase } from '@/lib/db/test-database'
import { version } from '@/package.json'

/** The module as a server with this database would load it. */
async function loadWith(url: string) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', url)
  const { closeDb } = await import('@/lib/db/database')
  const { findServerHealth } = await import('./server-health')
  return { findServerHealth, closeDb }
}

afterEach(() => vi.unstubAllEnvs())

describe.each(databases)('health: %s', (kind) => {
  test('a database that answers: ok, with its kind and our version', async () => {
    const database = await openTestDatabase(kind)
    const { findServerHealth, closeDb } = await loadWith(database.url)
    expect(await findServerHealth()).toEqual({ status: 'ok', database: kind, version })
    await closeDb()
    await database.close()
  })
})

test('health: a database that cannot be reached is an answer, not an error', async () => {
  const { findServerHealth } = await loadWith('postgresql://nobody@127.0.0.1:1/none')
  expect(await findServerHealth()).toEqual({ status: 'unavailable' })
})

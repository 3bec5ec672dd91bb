import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { countView } from './count-view'

const MORNING = Date.parse('2026-05-04T08:00:00Z')
const HOUR_MS = 3_600_000
const ada = { address: '203.0.113.7', userAgent: 'Firefox' }

describe.each(databases)('view counts: %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  const newPage = () => `lesson:${randomUUID()}`
  const view = (page: string, visitor: Parameters<typeof countView>[1] = ada, now = MORNING) =>
    countView(page, visitor, now, database.db)

  test('a visitor counts once a day for each page, and again on the next day', async () => {
    const [page, other] = [newPage(), newPage()]
    expect(await view(page)).toBe(1)
    expect(await view(page)).toBe(1)
    expect(await view(page, ada, MORNING + 15.9 * HOUR_MS)).toBe(1)
    expect(await view(other)).toBe(1)
    expect(await view(page, ada, MORNING + 16 * HOUR_MS)).toBe(2)
  })

  test.each([
    ['another address', { ...ada, address: '203.0.113.8' }],
    ['another browser', { ...ada, userAgent: 'Chrome' }],
    ['an address that runs into the browser’s name', { address: '203.0.113.7F', userAgent: 'irefox' }],
  ])('%s is another visitor', async (_what, visitor) => {
    const page = newPage()
    await view(page)
    expect(await view(page, visitor)).toBe(2)
  })

  test('who is no reader sees the count and adds nothing', async () => {
    const page = newPage()
    expect(await view(page, null)).toBe(0)
    await view(page)
    expect(await view(page, null)).toBe(1)
  })

  test('many at once: each visitor once, however often they ask', async () => {
    const page = newPage()
    const visitors = Array.from({ length: 8 }, (_, index) => ({ ...ada, address: `198.51.100.${index}` }))
    await Promise.all([...visitors, ...visitors].map((visitor) => view(page, visitor)))
    expect(await view(page, null)).toBe(8)
  })

  test('one address that invents browsers adds 300 an hour and no more', async () => {
    const page = newPage()
    const liar = (index: number) => ({ address: '192.0.2.1', userAgent: `Browser ${index}` })
    for (let index = 0; index < 302; index++) await view(page, liar(index))
    expect(await view(page, null)).toBe(300)
    expect(await view(page, liar(400), MORNING + HOUR_MS)).toBe(301)
  }, 60_000)

  test('nothing stored holds an address or a browser’s name, and a day’s marks and salt are gone on the next', async () => {
    const [page, named] = [newPage(), { address: '203.0.113.99', userAgent: 'RecognisableBrowser' }]
    const later = MORNING + 7 * 24 * HOUR_MS
    await view(page, named, later)
    const stored = async () => JSON.stringify(await Promise.all([marks(), salts(), limits()]))
    const marks = () => database.db.viewMark.findMany()
    const salts = () => database.db.viewSalt.findMany()
    const limits = () => database.db.rateLimit.findMany()
    expect(await marks()).not.toEqual([])
    for (const secret of Object.values(named)) expect(await stored()).not.toContain(secret)
    const tomorrow = later + 24 * HOUR_MS
    await view(newPage(), ada, tomorrow)
    expect((await salts()).map(({ day }) => day)).toEqual(['2026-05-12'])
    expect((await marks()).every(({ expiresAt }) => expiresAt.getTime() > tomorrow)).toBe(true)
  })
})

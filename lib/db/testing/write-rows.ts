/**
 * `node --import tsx lib/db/testing/write-rows.ts URL NAME COUNT`: a process of its own
 * that writes COUNT rows, by single statements and by transactions that read first (the
 * kind that cannot wait for a lock unless it began as a writer), and prints how many.
 */
import { connectDatabase } from '../database'

const [url = '', name = '', count = '0'] = process.argv.slice(2)
const db = connectDatabase(url)
const expiresAt = new Date(0)
let written = 0
for (let i = 0; i < Number(count); i++) {
  const data = { key: `${name}-${i}`, count: 1, expiresAt }
  if (i % 2 === 0) await db.rateLimit.create({ data, select: { key: true } })
  else {
    await db.$transaction(async (tx) => {
      const before = await tx.rateLimit.count({ where: { key: { startsWith: name } } })
      await tx.rateLimit.create({ data: { ...data, count: before }, select: { key: true } })
    })
  }
  written++
}
await db.$disconnect()
console.log(written)

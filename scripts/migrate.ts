/**
 * Brings the database of this server up to date; run by scripts/start.mjs before it
 * serves. It is also the first to read all settings, so a wrong one ends the start here.
 */
import path from 'node:path'
import { databaseKind } from '@/lib/db/database-kind'
import { migrate } from '@/lib/db/migrate'
import { MigrationError } from '@/lib/db/migrations'
import { EnvError, env } from '@/lib/env'

/** What a person needs to know of a database error: libSQL and pg bury it. */
function sentenceFor(error: unknown): string {
  if (error instanceof EnvError || error instanceof MigrationError) return error.message
  const { code, message } =
    error instanceof Error
      ? { code: undefined, ...error, message: error.message }
      : { code: '', message: String(error) }
  const url = env().DATABASE_URL
  const hint =
    databaseKind(url) === 'sqlite' ? path.resolve(url.replace(/^file:/, '')) : 'the PostgreSQL server in DATABASE_URL'
  return `The database cannot be used (${hint}): ${message || code}.`
}

try {
  const applied = await migrate(env().DATABASE_URL, {
    onCopy: (file) => console.log(`  copied the database to ${path.relative(process.cwd(), file)}`),
  })
  for (const name of applied) console.log(`  applied ${name}`)
} catch (error) {
  console.error(sentenceFor(error))
  process.exit(1)
}

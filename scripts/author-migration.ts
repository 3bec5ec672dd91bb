/**
 * `npm run migration -- <name>`: writes the next migration for both databases, from
 * what the migrations build so far to prisma/schema.prisma. Works offline. The SQL is
 * meant to be read, and edited where data has to move, before it is committed.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseKind } from '@/lib/db/database-kind'
import { migrationsFolder } from '@/lib/db/migrations'
import { diffFromMigrations } from './schema-diff'

const KINDS: DatabaseKind[] = ['sqlite', 'postgresql']

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function migrationNames(kind: DatabaseKind): string[] {
  const folder = migrationsFolder(kind)
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder).filter((name) => /^\d{4}_/.test(name))
}

const name = process.argv[2] ?? ''
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  fail('Usage: npm run migration -- <name>, with a name such as add_saved_runs (lower case, digits, underscores).')
}

const latest = Math.max(0, ...KINDS.flatMap(migrationNames).map((existing) => Number(existing.slice(0, 4))))
const folderName = `${String(latest + 1).padStart(4, '0')}_${name}`

const scripts = await Promise.all(KINDS.map((kind) => diffFromMigrations(kind)))
if (scripts.every((sql) => sql === null)) {
  console.log('Nothing to do: the migrations already lead to prisma/schema.prisma.')
  process.exit(0)
}

for (const [index, kind] of KINDS.entries()) {
  const folder = path.join(migrationsFolder(kind), folderName)
  if (existsSync(folder)) fail(`${folder} exists already.`)
  mkdirSync(folder)
  const file = path.join(folder, 'migration.sql')
  // A change that only one database can see still gets a number on the other: histories stay side by side.
  writeFileSync(file, scripts[index] ?? '-- Nothing to change on this database.\n')
  console.log(`wrote ${path.relative(process.cwd(), file)}`)
}
process.exit(0)

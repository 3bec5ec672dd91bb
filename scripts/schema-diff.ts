/**
 * Asks Prisma's schema engine, as WebAssembly and so without any download, which SQL
 * leads from the migrations in the repository to prisma/schema.prisma. An in-memory
 * database (libSQL, PGlite) plays Prisma's shadow database. The package is internal
 * to Prisma: its version is pinned, and only this file knows it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { DatabaseKind } from '@/lib/db/database-kind'
import { loadMigrations, migrationsFolder } from '@/lib/db/migrations'
import { SqliteAdapter } from '@/lib/db/sqlite-adapter'

const SCHEMA = 'prisma/schema.prisma'
const filters = { externalTables: [], externalEnums: [] }

/** The engine's own loader wants a bundler; by hand it takes four lines. */
async function loadEngine() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), imports)
  const { __wbindgen_start: start } = instance.exports
  bindings.__wbg_set_wasm(instance.exports)
  if (typeof start === 'function') start()
  return bindings.SchemaEngine as unknown as {
    new: (options: object, log: (message: string) => void, adapter: object) => Promise<SchemaEngine>
  }
}

/** The engine plays a whole migration as one statement, of which libSQL would run only the first. */
class ShadowSqliteAdapter extends SqliteAdapter {
  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb()
    adapter.executeRaw = async ({ sql }) => {
      await adapter.executeScript(sql)
      return 0
    }
    return adapter
  }
}

async function createFactory(kind: DatabaseKind) {
  return kind === 'sqlite' ? new ShadowSqliteAdapter({ url: ':memory:' }) : new PrismaPGlite(await PGlite.create())
}

/** The SQL of the next migration; null when the migrations already lead to the schema. */
export async function diffFromMigrations(kind: DatabaseKind, folder = migrationsFolder(kind)): Promise<string | null> {
  const content = readFileSync(SCHEMA, 'utf8').replace(/provider = "sqlite"/, `provider = "${kind}"`)
  const Engine = await loadEngine()
  const factory = bindMigrationAwareSqlAdapterFactory(await createFactory(kind))
  const engine = await Engine.new({ datamodels: [[SCHEMA, content]] }, () => undefined, factory)
  const migrationDirectories = loadMigrations(folder).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
  const result = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: `provider = "${kind}"\n` },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
    script: true,
    exitCode: null,
    filters,
  })
  const sql = result.stdout?.trim() ?? ''
  return sql === '' || /^-- This is an empty migration\.$/.test(sql) ? null : `${sql}\n`
}

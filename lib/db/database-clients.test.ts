import { expectTypeOf, test } from 'vitest'
import type { Prisma as Postgresql } from './generated/postgresql/client'
import type { Prisma as Sqlite } from './generated/sqlite/client'

/** Model by model and operation by operation, what may be asked for. */
type Arguments<Models> = {
  [M in keyof Models]: Models[M] extends { operations: infer Operations }
    ? { [O in keyof Operations]: Operations[O] extends { args: infer A } ? A : never }
    : never
}

/** Model by model, what a row holds. */
type Rows<Models> = {
  [M in keyof Models]: Models[M] extends { payload: { scalars: infer S } } ? S : never
}

// lib/db/database.ts types both clients as the SQLite one. TypeScript cannot compare
// the clients themselves (their generic results stay undecided), so their parts are
// compared; `npx tsc` is what fails here, not the test at run time.
type SqliteModels = Sqlite.TypeMap['model']
type PostgresqlModels = Postgresql.TypeMap['model']

test('types: whatever the SQLite client may be asked, the PostgreSQL client may be asked', () => {
  expectTypeOf<Arguments<SqliteModels>>().toExtend<Arguments<PostgresqlModels>>()
})

test('types: both clients have the same models and answer with the same rows', () => {
  expectTypeOf<keyof SqliteModels>().toEqualTypeOf<keyof PostgresqlModels>()
  expectTypeOf<Rows<SqliteModels>>().toEqualTypeOf<Rows<PostgresqlModels>>()
})

import { expect, test } from 'vitest'
import * as z from 'zod'
import { newId } from './browser-journal'

test('newId makes version 4 UUIDs without needing a secure context', () => {
  const made = Array.from({ length: 200 }, newId)
  for (const id of made) expect(z.uuidv4().safeParse(id).success).toBe(true)
  expect(new Set(made).size).toBe(200)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { HttpProblem } from './problem'
import { BODY_LIMIT_BYTES } from './read-body'
import { readJson } from './read-json'

const schema = z.strictObject({ name: z.string().max(5), tags: z.array(z.strictObject({ id: z.int() })).optional() })

function post(body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

async function problemOf(request: Request): Promise<HttpProblem> {
  const problem: unknown = await readJson(request, schema).catch((error: unknown) => error)
  if (problem instanceof HttpProblem) return problem
  throw new Error(`expected a problem, got ${String(problem)}`)
}

test('readJson: a body of the right shape is handed on', async () => {
  expect(await readJson(post('{"name":"relu","tags":[{"id":1}]}'), schema)).toEqual({ name: 'relu', tags: [{ id: 1 }] })
})

test.each([
  ['a wrong type', '{"name":["relu"]}', 400, 'name'],
  ['a wrong type further down', '{"name":"relu","tags":[{"id":1},{"id":{}}]}', 400, 'tags.1.id'],
  ['a missing field', '{}', 400, 'name'],
  ['a field nobody asked for', '{"name":"relu","role":"admin"}', 400, 'role'],
  ['such a field further down', '{"name":"relu","tags":[{"id":1,"score":9}]}', 400, 'tags.0.score'],
  ['something else than an object', '"relu"', 400, undefined],
  ['nothing', '', 400, undefined],
  ['broken JSON', '{"name":', 400, undefined],
  ['absurd nesting', '['.repeat(400_000), 400, undefined],
  ['a string that never ends', `"${'\\"'.repeat(400_000)}`, 400, undefined],
])('readJson: %s is refused, naming the field', async (_name, body, status, field) => {
  expect(await problemOf(post(body))).toMatchObject({ status, field })
})

test('readJson: 32 levels are read, one more is refused before anything walks down it, and brackets in strings are none', async () => {
  const nested = (levels: number) => `${'['.repeat(levels)}"[[{{\\"[["${']'.repeat(levels)}`
  expect(await readJson(post(nested(32)), z.unknown())).toBeDefined()
  await expect(readJson(post(nested(33)), z.unknown())).rejects.toMatchObject({ status: 400 })
  await expect(readJson(post(nested(200_000)), z.unknown())).rejects.toMatchObject({ status: 400 })
})

test('readJson: bytes that are no UTF-8 are refused', async () => {
  expect((await problemOf(post(new Uint8Array([0x22, 0xff, 0x22])))).status).toBe(400)
})

test('readJson: another content type is refused', async () => {
  expect((await problemOf(post('{"name":"relu"}', { 'content-type': 'text/plain' }))).status).toBe(415)
})

test('readJson: over 1 MB is refused by what arrives, not by what the header claims, and nothing more is read', async () => {
  let sent = 0
  const long = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000
      controller.enqueue(new Uint8Array(100_000).fill(0x20))
      if (sent >= 5 * BODY_LIMIT_BYTES) controller.close()
    },
  })
  expect((await problemOf(post(long, { 'content-type': 'application/json', 'content-length': '12' }))).status).toBe(413)
  expect(sent).toBeLessThan(BODY_LIMIT_BYTES + 400_000)
  const exactly = JSON.stringify({ name: 'relu' }).padEnd(BODY_LIMIT_BYTES)
  expect(await readJson(post(exactly), schema)).toEqual({ name: 'relu' })
  expect((await problemOf(post(`${exactly} `))).status).toBe(413)
})

test('readJson: whatever the bytes, the answer is the value or a problem below 500', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), async (body) => {
      expect((await problemOf(post(body as BodyInit))).status).toBeLessThan(500)
    }),
    { numRuns: 300 },
  )
})

import { expect, test } from 'vitest'
import { loadProfile } from './github-provider'

const answers = (addresses: object[], status = 200) =>
  (async (url: RequestInfo | URL) =>
    Response.json(String(url).endsWith('/emails') ? addresses : { id: 7, login: 'ada', email: 'public@example.org' }, {
      status,
    })) as typeof fetch

test.each([
  [
    'the verified primary address',
    [
      { email: 'old@example.org', primary: false, verified: true },
      { email: 'ada@example.org', primary: true, verified: true },
    ],
    'ada@example.org',
  ],
  [
    'none, when the primary one is not verified',
    [
      { email: 'ada@example.org', primary: true, verified: false },
      { email: 'x@example.org', primary: false, verified: true },
    ],
    null,
  ],
  ['none, when there is none, whatever the public one is', [], null],
])('loadProfile: takes %s', async (_name, addresses, email) => {
  expect(await loadProfile('token', answers(addresses))).toMatchObject({ id: 7, email })
})

test('loadProfile: an answer that is no success is an error', async () => {
  await expect(loadProfile('token', answers([], 403))).rejects.toThrow(/403/)
})

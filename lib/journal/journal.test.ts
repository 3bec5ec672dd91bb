import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ada, ben, createTestBrowser, createWorld, review } from '@/lib/journal/testing/test-browser'

const ids = (events: readonly { id: string }[]) => events.map((event) => event.id)

describe('a guest', () => {
  test('keeps events across page loads, under one device id, and sends nothing', async () => {
    const { server, browser } = createWorld()
    const first = await browser.openTab()
    const event = await first.append(review())
    first.close()
    const second = await browser.openTab()
    const later = await second.append(review())
    expect(ids(second.events())).toEqual([event.id, later.id])
    expect(later.deviceId).toBe(event.deviceId)
    expect(second.pendingCount()).toBe(0)
    expect(await second.sync()).toEqual({ status: 'guest' })
    expect(server.requests).toEqual([])
  })

  test('appending the same id twice keeps one event', async () => {
    const { browser } = createWorld()
    const journal = await browser.openTab()
    const id = '7d0a1a5e-8f0b-4d57-9a5b-2f1f0c9b1c11'
    const once = await journal.append({ ...review(), id })
    const twice = await journal.append({ ...review('relu.kink', 'again'), id })
    expect(twice).toEqual(once)
    expect(journal.events()).toHaveLength(1)
  })

  test('signing in sends what the guest did, once; signing in again brings nothing along', async () => {
    const { server, network, browser } = createWorld()
    const journal = await browser.openTab()
    const done = [await journal.append(review()), await journal.append(review('relu.dead'))]
    network.signIn(ada)
    expect(ids(await journal.signedIn(ada))).toEqual(ids(done))
    expect(await journal.sync()).toEqual({ status: 'synced' })
    expect(await journal.signedIn(ada)).toEqual([])
    await journal.sync()
    expect(ids(server.logOf(ada))).toEqual(ids(done))
    expect(journal.snapshot()).toMatchObject({ learner: ada, unsent: 0 })
    expect(journal.events()).toHaveLength(2)
  })
})

describe('a learner', () => {
  test('sees on a second device what the first one did', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const phone = await browser.openTab()
    await phone.signedIn(ada)
    for (let index = 0; index < 90; index += 1) await phone.append(review(`relu.c${index}`))
    await phone.sync()
    const network2 = server.browser()
    network2.signIn(ada)
    const laptop = await createTestBrowser(network2).openTab()
    await laptop.signedIn(ada)
    await laptop.sync()
    expect(ids(laptop.events()).sort()).toEqual(ids(phone.events()).sort())
  })

  test('goes on offline; everything is sent in order once the server is back', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    await journal.sync()
    server.down.value = true
    const done = []
    for (let index = 0; index < 5; index += 1) done.push(await journal.append(review(`relu.c${index}`)))
    await vi.waitFor(() => expect(journal.snapshot().sync).toBe('waiting'))
    expect(journal.pendingCount()).toBe(5)
    server.down.value = false
    server.faults.push('before', 'busy-503', 'after')
    for (let round = 0; round < 4; round += 1) {
      browser.elapse()
      await vi.waitFor(() => expect(journal.snapshot().sync).not.toBe('syncing'))
    }
    expect(ids(server.logOf(ada))).toEqual(ids(done))
    expect(journal.snapshot()).toMatchObject({ unsent: 0, sync: 'idle' })
  })

  test('an event that the server refuses is set aside, told, and holds up no other', async () => {
    let strict = true
    const { server, network, browser } = createWorld({ isWrong: (event) => strict && event.itemId === 'relu.bad' })
    const journal = await browser.openTab()
    const drafts = [...Array(9).keys()].map((index) => review(index === 4 ? 'relu.bad' : `relu.c${index}`))
    const done = []
    for (const draft of drafts) done.push(await journal.append(draft))
    network.signIn(ada)
    await journal.signedIn(ada)
    expect(await journal.sync()).toEqual({ status: 'synced' })
    const good = done.filter((event) => event.itemId !== 'relu.bad')
    expect(ids(server.logOf(ada))).toEqual(ids(good))
    expect(journal.snapshot()).toMatchObject({ refused: 1, unsent: 0 })
    expect(journal.events()).toHaveLength(9)
    strict = false
    await journal.retryRefused()
    await journal.sync()
    expect(server.logOf(ada)).toHaveLength(9)
    expect(journal.snapshot().refused).toBe(0)
  })

  test('a captive portal’s pages are never taken for the server’s word', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.append(review())
    await journal.signedIn(ada)
    server.faults.push('portal-200', 'portal-400', 'portal-401')
    for (let round = 0; round < 3; round += 1) await journal.sync()
    expect(journal.snapshot()).toMatchObject({ learner: ada, refused: 0 })
    await journal.sync()
    expect(server.logOf(ada)).toHaveLength(1)
  })

  test('1,200 events go in requests of at most 500', async () => {
    const { server, network, browser } = createWorld()
    const journal = await browser.openTab()
    await Promise.all([...Array(1200).keys()].map((index) => journal.append(review(`relu.c${index}`))))
    network.signIn(ada)
    await journal.signedIn(ada)
    await journal.sync()
    expect(server.requests.map((request) => request.events)).toEqual([500, 500, 200])
  })

  test('fat events go in requests under a megabyte', async () => {
    const { server, network, browser } = createWorld()
    const journal = await browser.openTab()
    for (let index = 0; index < 6; index += 1) {
      await journal.append({ ...review(), itemVersion: 'x'.repeat(300_000) })
    }
    network.signIn(ada)
    await journal.signedIn(ada)
    expect(await journal.sync()).toEqual({ status: 'synced' })
    expect(server.logOf(ada)).toHaveLength(6)
    expect(journal.snapshot().refused).toBe(0)
  })
})

describe('two tabs', () => {
  test('show the same log, and one sends while the other waits', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const [left, right] = [await browser.openTab(), await browser.openTab()]
    await left.signedIn(ada)
    await vi.waitFor(() => expect(right.snapshot().learner).toEqual(ada))
    await Promise.all([left.append(review()), right.append(review('relu.dead'))])
    await Promise.all([left.sync(), right.sync()])
    await vi.waitFor(() => expect(ids(left.events()).sort()).toEqual(ids(right.events()).sort()))
    expect(left.events()).toHaveLength(2)
    expect(server.requests.reduce((sum, request) => sum + request.events, 0)).toBe(2)
  })

  test('a tab that has not heard of another sign-in does not give the first learner’s events to the second', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    await journal.sync()
    network.signIn(ben)
    await journal.append(review())
    expect(await journal.sync()).toMatchObject({ status: expect.stringMatching(/signed-out|guest/) })
    expect(server.logOf(ben)).toEqual([])
    expect(journal.snapshot().parked).toBe(1)
  })

  test('signing out in one empties the other', async () => {
    const { network, browser } = createWorld()
    network.signIn(ada)
    const [left, right] = [await browser.openTab(), await browser.openTab()]
    await left.signedIn(ada)
    await left.append(review())
    await vi.waitFor(() => expect(right.events()).toHaveLength(1))
    await left.flush()
    await left.signedOut()
    await vi.waitFor(() => expect(right.snapshot()).toMatchObject({ learner: null, events: [] }))
  })
})

describe('how answers were scored', () => {
  const answer = { correct: true, options: [{ id: 'a', correct: true, chosen: true }], explanationHtml: '<p>Yes.</p>' }

  test('is remembered across page loads and sign-in, and goes with sign-out', async () => {
    const { network, browser } = createWorld()
    const journal = await browser.openTab()
    const event = await journal.append(review('relu.q-dead'))
    await journal.rememberAnswer(event.id, answer)
    network.signIn(ada)
    await journal.signedIn(ada)
    const reopened = await browser.openTab()
    expect(reopened.answerFor(event.id)).toEqual(answer)
    expect(reopened.snapshot().correct.get(event.id)).toBe(true)
    await reopened.flush()
    await reopened.signedOut()
    expect((await browser.openTab()).answerFor(event.id)).toBeUndefined()
  })
})

describe('storage', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('without IndexedDB the journal lives in memory, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const journal = await createWorld().browser.openTab()
    await journal.append(review())
    expect(journal.events()).toHaveLength(1)
    expect(journal.snapshot().storage).toBe('memory')
  })

  test('when it fails half-way, the journal goes on in memory with all it knew', async () => {
    const { server, network, browser } = createWorld()
    const journal = await browser.openTab()
    const first = await journal.append(review())
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const second = await journal.append(review('relu.dead'))
    expect(journal.snapshot()).toMatchObject({ storage: 'memory' })
    network.signIn(ada)
    await journal.signedIn(ada)
    await journal.sync()
    transaction.mockRestore()
    expect(ids(server.logOf(ada))).toEqual(ids([first, second]))
  })
})

test('an event that was sent is still the same object, and so is the list: nothing is folded twice', async () => {
  const { network, browser } = createWorld()
  network.signIn(ada)
  const journal = await browser.openTab()
  await journal.signedIn(ada)
  await journal.sync()
  await journal.append(review())
  const { events } = journal.snapshot()
  await journal.sync()
  expect(journal.snapshot().unsent).toBe(0)
  expect(journal.snapshot().events).toBe(events)
})

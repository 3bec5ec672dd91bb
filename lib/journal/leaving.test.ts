import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { ada, ben, createWorld, review } from '@/lib/journal/testing/test-browser'

const ids = (events: readonly { id: string }[]) => events.map((event) => event.id)

describe('a learner whose session ended elsewhere', () => {
  test('loses no event and sees none; signing in again sends them', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    const before = await journal.append(review())
    await journal.sync()
    network.signOut()
    server.faults.push('before')
    const offline = await journal.append(review('relu.dead'))
    expect(await journal.sync()).toEqual({ status: 'signed-out' })
    expect(journal.snapshot()).toMatchObject({ learner: null, sessionEnded: true, events: [], parked: 1 })
    const asGuest = await journal.append(review('relu.slope'))
    network.signIn(ada)
    await journal.signedIn(ada)
    await journal.sync()
    expect(ids(server.logOf(ada))).toEqual(ids([before, offline, asGuest]))
    expect(journal.snapshot()).toMatchObject({ sessionEnded: false, unsent: 0, parked: 0 })
    expect(journal.events()).toHaveLength(3)
  })

  test('is told so in every tab and after a reload, until somebody signs in', async () => {
    const { network, browser } = createWorld()
    network.signIn(ada)
    const [left, right] = [await browser.openTab(), await browser.openTab()]
    await left.signedIn(ada)
    await left.append(review())
    await left.sync()
    network.signOut()
    await left.sessionEnded(ada)
    await vi.waitFor(() => expect(right.snapshot()).toMatchObject({ learner: null, sessionEnded: true, events: [] }))
    const reopened = await browser.openTab()
    expect(reopened.snapshot().sessionEnded).toBe(true)
    network.signIn(ben)
    await reopened.signedIn(ben)
    // An answer about the one before, which was on its way for long.
    await left.sessionEnded(ada)
    expect(left.snapshot()).toMatchObject({ learner: ben, sessionEnded: false })
  })
})

describe('signing out', () => {
  test('sends first, then leaves nothing of the learner in the browser', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    await journal.append(review())
    expect(await journal.flush()).toEqual({ status: 'flushed' })
    network.signOut()
    expect(await journal.signedOut()).toEqual({ status: 'removed' })
    expect(server.logOf(ada)).toHaveLength(1)
    expect(journal.snapshot()).toMatchObject({ learner: null, events: [], parked: 0 })
    const next = await browser.openTab()
    expect(next.snapshot()).toMatchObject({ learner: null, events: [], parked: 0 })
  })

  test('is not called an ended session, also where a request notices it first', async () => {
    const { network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    await journal.sync()
    network.signOut()
    expect(await journal.sync()).toEqual({ status: 'signed-out' })
    await journal.signedOut()
    expect(journal.snapshot()).toMatchObject({ learner: null, sessionEnded: false })
  })

  test('says when something could not be sent, and keeps it for that learner alone', async () => {
    const { server, network, browser } = createWorld()
    network.signIn(ada)
    const journal = await browser.openTab()
    await journal.signedIn(ada)
    await journal.sync()
    server.faults.push('before', 'before', 'before')
    await journal.append(review())
    expect(await journal.flush()).toEqual({ status: 'unsent', count: 1 })
    network.signOut()
    expect(await journal.signedOut()).toEqual({ status: 'kept-unsent', count: 1 })
    server.faults.length = 0
    network.signIn(ben)
    await journal.signedIn(ben)
    await journal.sync()
    expect(journal.events()).toEqual([])
    expect(server.logOf(ben)).toEqual([])
    network.signIn(ada)
    await journal.signedIn(ada)
    await journal.sync()
    expect(server.logOf(ada)).toHaveLength(1)
  })
})

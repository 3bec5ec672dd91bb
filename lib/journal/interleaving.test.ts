/**
 * The journal's promise as a rule: whatever is done in whatever order, in several tabs and
 * against a server that fails in every way we know, each event ends up in exactly one log,
 * once, in the order in which it was done.
 */
import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import type { LearnerEvent } from '@/lib/events/event'
import { createFakeServer, FAULTS } from '@/lib/journal/testing/fake-server'
import { ada, ben, createTestBrowser, review } from '@/lib/journal/testing/test-browser'
import type { EventDraft } from './draft'
import type { Journal } from './journal'
import type { Learner } from './row'

const TABS = 2
const tab = fc.nat({ max: TABS - 1 })

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('append' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retract' as const), tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), fault: fc.constant('forgets-session' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sign-in' as const), tab, who: fc.constantFrom(ada, ben) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('elapse' as const) }) },
)
/** `settled`: wait for it before the next step; otherwise the next step starts while it runs. */
const steps = fc.array(fc.record({ step, settled: fc.boolean() }), { minLength: 5, maxLength: 40 })

const ids = (events: readonly LearnerEvent[]) => events.map((event) => event.id)

test('no interleaving of appending, syncing, failing, signing in and out loses or doubles an event', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (run) => {
      const server = createFakeServer()
      const network = server.browser()
      const browser = createTestBrowser(network)
      const tabs: Journal[] = [await browser.openTab(), await browser.openTab()]
      const done: LearnerEvent[] = []
      const appending = tabs.map((): Promise<unknown> => Promise.resolve())
      const at = (index: number): Journal => tabs[index] ?? expect.fail('no such tab')

      async function append(index: number, draft: EventDraft) {
        const appended = at(index).append(draft)
        appending[index] = Promise.all([appending[index], appended])
        done.push(await appended)
      }

      async function take(action: (typeof run)[number]['step']): Promise<void> {
        switch (action.do) {
          case 'append':
            await append(action.tab, review('relu.kink'))
            return
          case 'retract': {
            const event = at(action.tab).events().at(-1)
            if (event === undefined) return
            const { itemId, itemVersion } = event
            const payload = { eventId: event.id }
            await append(action.tab, { kind: 'event-retracted', itemId, itemVersion, payload, elapsedMs: 0 })
            return
          }
          case 'sync':
            await at(action.tab).sync()
            return
          case 'fault':
          case 'forget':
            server.faults.push(action.fault)
            return
          case 'sign-in':
            network.signIn(action.who)
            await at(action.tab).signedIn(action.who)
            return
          case 'sign-out':
            await at(action.tab).flush()
            network.signOut()
            await at(action.tab).signedOut()
            return
          case 'reopen': {
            // In the middle of a round, but not of an append: what nobody was told of may be lost.
            const old = at(action.tab)
            tabs[action.tab] = await browser.openTab()
            await appending[action.tab]
            old.close()
            return
          }
          case 'elapse':
            browser.elapse()
            return
          default:
            action satisfies never
        }
      }

      const running: Promise<void>[] = []
      for (const { step: action, settled } of run) {
        const taken = take(action)
        running.push(taken)
        if (settled) await taken
      }
      await Promise.all(running)

      // The trouble is over: each learner signs in once more, and what is left goes to the last.
      server.faults.length = 0
      const journal = await browser.openTab()
      const finish = async (learner: Learner) => {
        network.signIn(learner)
        await journal.signedIn(learner)
        expect(await journal.sync()).toEqual({ status: 'synced' })
        expect(ids(journal.events()).sort()).toEqual(ids(server.logOf(learner)).sort())
      }
      await finish(ada)
      await finish(ben)
      await finish(ada)
      expect(journal.snapshot()).toMatchObject({ unsent: 0, refused: 0, parked: 0 })
      const logs = [...server.logOf(ada), ...server.logOf(ben)]
      expect(ids(logs).sort()).toEqual(ids(done).sort())
      for (const learner of [ada, ben]) {
        const times = server.logOf(learner).map((event) => event.occurredAt)
        expect(times).toEqual([...times].sort())
      }
      for (const open of [...tabs, journal]) open.close()
    }),
    { numRuns: inject('thorough') ? 10_000 : 300 },
  )
}, 600_000)

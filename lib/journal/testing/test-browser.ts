/** For tests: a browser with tabs, each a journal over one database, one lock and one channel. */
import { newId } from '@/lib/journal/browser-journal'
import type { EventDraft } from '@/lib/journal/draft'
import { type Journal, openJournal } from '@/lib/journal/journal'
import { createFakeServer, type FakeBrowser } from './fake-server'

let databases = 0

export function createTestBrowser(network: FakeBrowser) {
  databases += 1
  const databaseName = `test-${databases}`
  const listeners = new Set<{ tab: number; hear: () => void }>()
  const timers = new Set<() => void>()
  let last: Promise<unknown> = Promise.resolve()
  let clock = Date.UTC(2026, 2, 1)
  let tabs = 0

  return {
    timers,
    /** Runs what waits for time to pass. */
    elapse() {
      const due = [...timers]
      timers.clear()
      for (const task of due) task()
    },
    openTab(): Promise<Journal> {
      tabs += 1
      const tab = tabs
      return openJournal({
        now: () => {
          clock += 1000
          return clock
        },
        newId,
        fetch: network.fetch,
        databaseName,
        random: () => 0.5,
        timeZone: () => 'Europe/Zurich',
        schedule(task) {
          timers.add(task)
          return () => timers.delete(task)
        },
        exclusively(_name, task) {
          const run = last.then(task)
          last = run.catch(() => undefined)
          return run
        },
        tabs: {
          tell() {
            for (const listener of listeners) if (listener.tab !== tab) setImmediate(listener.hear)
          },
          listen(hear) {
            const listener = { tab, hear }
            listeners.add(listener)
            return () => listeners.delete(listener)
          },
        },
      })
    },
  }
}

/** A server, and a browser with its cookie. */
export function createWorld(options: Parameters<typeof createFakeServer>[0] = {}) {
  const server = createFakeServer(options)
  const network = server.browser()
  return { server, network, browser: createTestBrowser(network) }
}

export const review = (itemId = 'relu.kink', grade: 'again' | 'good' = 'good'): EventDraft => ({
  kind: 'card-reviewed',
  itemId,
  itemVersion: 'v1',
  payload: { grade },
  elapsedMs: 1200,
})

export const ada = { id: 'ada', email: 'ada@example.org', name: 'Ada' }
export const ben = { id: 'ben', email: 'ben@example.org', name: null }

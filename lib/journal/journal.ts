/**
 * The learner's events in this browser: for a guest the truth, for a learner a replica of
 * the server's log with an outbox. Ties storage, sync and the page together; the rules are
 * in ledger.ts and sync.ts, the browser's own parts in browser-journal.ts.
 */
import type { LearnerEvent } from '@/lib/events/event'
import { openIndexedDbStore } from '@/lib/journal/store/indexeddb-store'
import { adopt, appendEvent, endSession, keepAnswer, leave, retryRefused } from '@/lib/journal/store/ledger'
import { createMemoryStore } from '@/lib/journal/store/memory-store'
import type { Fetch } from '@/lib/journal/sync/event-api'
import { type SyncResult, syncOnce } from '@/lib/journal/sync/sync'
import { createSyncLoop, type Schedule } from '@/lib/journal/sync/sync-loop'
import { completeDraft, type EventDraft } from './draft'
import { createReplica } from './replica'
import { type Answer, type Learner, ownerOf } from './row'
import type { JournalSnapshot } from './snapshot'

export interface JournalParts {
  /** Epoch ms. */
  now: () => number
  /** A fresh UUID. */
  newId: () => string
  fetch: Fetch
  databaseName?: string
  /** In [0, 1). */
  random: () => number
  timeZone: () => string
  schedule: Schedule
  /** Runs `task` while no other tab of this browser holds `name`. */
  exclusively: <T>(name: string, task: () => Promise<T>) => Promise<T>
  /** Tells the other tabs that the log changed, and hears it from them. */
  tabs: { tell(): void; listen(onChange: () => void): () => void }
}

export type FlushResult = { status: 'flushed' } | { status: 'unsent'; count: number }
export type SignOutResult = { status: 'removed' } | { status: 'kept-unsent'; count: number }

export interface Journal {
  snapshot(): JournalSnapshot
  subscribe(listener: () => void): () => void
  /** Kept when it resolves; sent as soon as it can be. The same id again changes nothing. */
  append(draft: EventDraft): Promise<LearnerEvent>
  /** The whole log, retractions and all; `effectiveEvents` says what counts. */
  events(): readonly LearnerEvent[]
  pendingCount(): number
  answerFor(eventId: string): Answer | undefined
  rememberAnswer(eventId: string, answer: Answer): Promise<void>
  /** Sends what is unsent and fetches what is new, now. */
  sync(): Promise<SyncResult>
  /** The server says that this learner is signed in. The guest's events become theirs; returns those. */
  signedIn(learner: Learner): Promise<LearnerEvent[]>
  /** Before signing out: sends what is unsent, and says when something could not be sent. */
  flush(): Promise<FlushResult>
  /** The learner signed out: their copies leave this browser, unsent events wait for them. */
  signedOut(): Promise<SignOutResult>
  /** The server says that this learner is not signed in any more: the same, and the snapshot tells it. */
  sessionEnded(learner: Learner): Promise<void>
  retryRefused(): Promise<void>
  close(): void
}

/** A learner's log is fetched with a push at most this often; opening, focus and `sync()` always fetch. */
const PULL_EVERY_MS = 30_000

/** Never rejects for want of storage: without IndexedDB the journal lives in memory, and the snapshot says so. */
export async function openJournal(parts: JournalParts): Promise<Journal> {
  const databaseName = parts.databaseName ?? 'nonlinear-journal'
  const { newId } = parts
  const store = await openIndexedDbStore(databaseName).catch(() => createMemoryStore())
  const replica = await createReplica(store, newId)
  let pulledAt = Number.NEGATIVE_INFINITY
  let pulledBefore = false

  const loop = createSyncLoop({
    schedule: parts.schedule,
    random: parts.random,
    onPhase: replica.setPhase,
    round: (pullAsked) =>
      parts.exclusively(`${databaseName}-sync`, async () => {
        const pull = pullAsked || parts.now() - pulledAt > PULL_EVERY_MS
        let changed = false
        const onChange = (change: { rows: Parameters<typeof replica.apply>[0]['rows'] } | 'left') => {
          changed ||= change === 'left' || (change.rows ?? []).length > 0
          if (change !== 'left') replica.apply(change)
        }
        const result = await replica.use((current) =>
          syncOnce({ store: current, fetch: parts.fetch, newId, onChange }, { pull, overlap: !pulledBefore }),
        )
        if (result.status === 'synced' && pull) {
          pulledAt = parts.now()
          pulledBefore = true
        }
        if (result.status === 'signed-out' || result.status === 'guest') await replica.reload()
        if (changed) parts.tabs.tell()
        return result
      }),
  })
  const stopListening = parts.tabs.listen(() => void replica.reload())

  async function changeOwner<T>(change: (store: Parameters<typeof adopt>[0]) => Promise<T>): Promise<T> {
    const result = await replica.use(change)
    await replica.reload()
    parts.tabs.tell()
    return result
  }

  async function append(draft: EventDraft): Promise<LearnerEvent> {
    const now = parts.now()
    const timeZone = parts.timeZone()
    // Chosen here, so that a second try after a storage failure writes the same event.
    const id = draft.id ?? newId()
    const row = await replica.use((current) =>
      appendEvent(current, newId, (deviceId) => completeDraft({ ...draft, id }, { newId, now, timeZone, deviceId })),
    )
    replica.apply({ rows: [row] })
    // Another tab signed in or out a moment ago: show the log that the row went to.
    if (row.owner !== ownerOf(replica.snapshot().learner)) await replica.reload()
    parts.tabs.tell()
    if (replica.snapshot().learner !== null && replica.snapshot().sync !== 'waiting') void loop.run(false)
    return row.event
  }

  return {
    snapshot: replica.snapshot,
    subscribe: replica.subscribe,
    append,
    events: () => replica.snapshot().events,
    pendingCount: () => replica.snapshot().unsent,
    answerFor: (eventId) => replica.snapshot().answers.get(eventId),
    async rememberAnswer(eventId, answer) {
      const row = await replica.use((current) => keepAnswer(current, eventId, answer))
      if (row === null) return
      replica.apply({ answers: [row] })
      parts.tabs.tell()
    },
    sync: () => loop.run(true),
    async signedIn(learner) {
      const before = replica.snapshot().learner
      const moved = await replica.use((current) => adopt(current, newId, learner))
      const same = before !== null && before.id === learner.id
      await replica.reload()
      if (!same || moved.length > 0) parts.tabs.tell()
      pulledBefore &&= same
      void loop.run(true)
      return moved
    },
    async flush() {
      await loop.run(false)
      const { unsent, refused } = replica.snapshot()
      return unsent + refused === 0 ? { status: 'flushed' } : { status: 'unsent', count: unsent + refused }
    },
    async signedOut() {
      const count = await changeOwner((current) => leave(current, newId))
      return count === 0 ? { status: 'removed' } : { status: 'kept-unsent', count }
    },
    async sessionEnded(learner) {
      await changeOwner((current) => endSession(current, newId, learner))
    },
    async retryRefused() {
      const { learner } = replica.snapshot()
      if (learner === null) return
      const rows = await replica.use((current) => retryRefused(current, learner))
      replica.apply({ rows })
      void loop.run(false)
    },
    close() {
      loop.stop()
      stopListening()
      replica.close()
    },
  }
}

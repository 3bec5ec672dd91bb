'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Journal } from '@/lib/journal/journal'
import type { Learner } from '@/lib/journal/row'
import type { JournalSnapshot } from '@/lib/journal/snapshot'
import { loadLearnerParts } from './load-learner-parts'

/** Coming back to a tab asks again who is signed in, at most this often. */
const ASK_AGAIN_AFTER_MS = 60_000

/**
 * Opens the page's journal and keeps it in step with the server's idea of who is signed in:
 * once on load, then when the tab is looked at again or the network returns.
 */
export function useJournal(enter: (journal: Journal, learner: Learner) => Promise<unknown>): {
  journal: Journal | null
  snapshot: JournalSnapshot | null
  /** Whether the server was asked, and answered or could not be reached. */
  asked: boolean
} {
  const [journal, setJournal] = useState<Journal | null>(null)
  const [asked, setAsked] = useState(false)

  useEffect(() => {
    let gone = false
    let askedAt = 0

    async function ask() {
      askedAt = Date.now()
      // Without a network there may be no script to be had; the page is read without it, and `online` asks again.
      const parts = await loadLearnerParts().catch(() => null)
      if (parts === null) return
      const answering = parts.loadMe((input, init) => window.fetch(input, init))
      const opened = await parts.openBrowserJournal()
      if (!gone) setJournal(opened)
      const before = opened.snapshot().learner
      const answer = await answering
      if (answer.status === 'answered' && answer.learner !== null) await enter(opened, answer.learner)
      // Of the learner who was here when we asked: somebody may have signed in since.
      else if (answer.status === 'answered' && before !== null) await opened.sessionEnded(before)
      // Offline, say: what is here stays, and waits.
      else if (before !== null) void opened.sync()
      if (!gone) setAsked(true)
    }
    function lookAgain() {
      if (document.visibilityState === 'visible' && Date.now() - askedAt > ASK_AGAIN_AFTER_MS) void ask()
    }
    function reconnect() {
      void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', lookAgain)
    window.addEventListener('online', reconnect)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', lookAgain)
      window.removeEventListener('online', reconnect)
    }
  }, [enter])

  const snapshot = useSyncExternalStore(
    journal?.subscribe ?? subscribeToNothing,
    () => journal?.snapshot() ?? null,
    () => null,
  )
  return { journal, snapshot, asked }
}

const subscribeToNothing = () => () => undefined

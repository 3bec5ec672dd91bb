'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { openBrowserJournal } from '@/lib/journal/browser-journal'
import type { Journal } from '@/lib/journal/journal'
import type { Learner } from '@/lib/journal/row'
import type { JournalSnapshot } from '@/lib/journal/snapshot'
import { loadMe } from './me-api'

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
    const opening = openBrowserJournal()
    void opening.then((opened) => {
      if (!gone) setJournal(opened)
    })

    async function ask() {
      askedAt = Date.now()
      const answering = loadMe((input, init) => window.fetch(input, init))
      const opened = await opening
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

'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { effectiveEvents } from '@/lib/events/effective-log'
import type { SummaryEvent } from '@/lib/events/summary'
import type { EventDraft } from '@/lib/journal/draft'
import type { Journal } from '@/lib/journal/journal'
import type { Learner } from '@/lib/journal/row'
import { rememberAccount } from './account-hint'
import { type BroughtAlong, countBroughtAlong } from './brought-along'
import { LearnerContext, type LearnerState } from './learner-context'
import { loadLearnerParts } from './load-learner-parts'
import { useJournal } from './use-journal'

export { useLearner } from './use-learner'

const openJournal = async (): Promise<Journal> => (await loadLearnerParts()).openBrowserJournal()
const record = async (draft: EventDraft): Promise<SummaryEvent> => (await openJournal()).append(draft)

/** Opens the journal once for the whole site, so that every island shows one and the same log. */
export function LearnerProvider({ children }: { children: ReactNode }) {
  const [broughtAlong, setBroughtAlong] = useState<BroughtAlong | null>(null)
  const enterWith = useCallback(async (journal: Journal, learner: Learner) => {
    const brought = countBroughtAlong(await journal.signedIn(learner))
    if (brought !== null) setBroughtAlong(brought)
    return brought
  }, [])
  const enter = useCallback(async (learner: Learner) => enterWith(await openJournal(), learner), [enterWith])
  const { journal, snapshot, asked } = useJournal(enterWith)

  const status = snapshot?.learner ? 'learner' : asked && snapshot !== null ? 'guest' : 'opening'
  useEffect(() => {
    if (status === 'opening') return
    try {
      rememberAccount(status === 'learner', localStorage)
    } catch {
      // A browser that keeps nothing for us shows the ways in until it knows better.
    }
  }, [status])

  const log = snapshot?.events
  const correct = snapshot?.correct
  const events = useMemo(() => {
    const effective: SummaryEvent[] = effectiveEvents(log ?? [])
    return effective.map((event) => {
      const verdict = correct?.get(event.id)
      return verdict === undefined ? event : { ...event, correct: verdict }
    })
  }, [log, correct])

  const state = useMemo((): LearnerState => {
    return {
      status,
      learner: snapshot?.learner ?? null,
      journal,
      snapshot,
      events,
      syncState: snapshot?.sync ?? 'idle',
      record,
      enter,
      broughtAlong,
      dismissBroughtAlong: () => setBroughtAlong(null),
    }
  }, [status, journal, snapshot, events, enter, broughtAlong])

  return <LearnerContext value={state}>{children}</LearnerContext>
}

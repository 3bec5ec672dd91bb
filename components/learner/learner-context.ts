'use client'

import { createContext } from 'react'
import type { SummaryEvent } from '@/lib/events/summary'
import type { EventDraft } from '@/lib/journal/draft'
import type { Journal } from '@/lib/journal/journal'
import type { Learner } from '@/lib/journal/row'
import type { JournalSnapshot } from '@/lib/journal/snapshot'
import type { BroughtAlong } from './brought-along'

export interface LearnerState {
  /** `opening`: not known yet; show neither the guest's nor the learner's view. */
  status: 'opening' | 'guest' | 'learner'
  learner: Learner | null
  /** Null only while `opening`. */
  journal: Journal | null
  snapshot: JournalSnapshot | null
  /** The effective log, with the server's verdict on answers; live. */
  events: readonly SummaryEvent[]
  syncState: JournalSnapshot['sync']
  /** Adds an event to the log; waits for the journal where it is still opening. */
  record: (draft: EventDraft) => Promise<SummaryEvent>
  /** The server has signed this learner in: the guest's events become theirs. */
  enter: (learner: Learner) => Promise<BroughtAlong | null>
  /** What came along at the last sign-in, until it was read. */
  broughtAlong: BroughtAlong | null
  dismissBroughtAlong: () => void
}

export const LearnerContext = createContext<LearnerState | null>(null)

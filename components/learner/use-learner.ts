'use client'

import { useContext } from 'react'
import { LearnerContext, type LearnerState } from './learner-context'

/** Who is studying, and their log. Throws outside `LearnerProvider`, which the site's layout mounts. */
export function useLearner(): LearnerState {
  const state = useContext(LearnerContext)
  if (state === null) throw new Error('useLearner: there is no <LearnerProvider> above this component.')
  return state
}

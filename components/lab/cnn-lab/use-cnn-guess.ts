'use client'

import { useEffect, useMemo, useRef } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PredictionState } from '@/components/lab/use-prediction'
import { useSettledPrediction } from '@/components/lab/use-settled-prediction'
import type { PlannedNetwork } from './cnn-spec'
import { outcomeOf, predictionSubject } from './prediction-subject'
import { isOver } from './run-book'
import type { CnnRuns } from './use-cnn-runs'

/**
 * The guess before networks are compared, settled when all their runs are over. With other settings it is asked anew, but not
 * while something trains: the buttons to pause it stay.
 */
export function useCnnGuess(
  networks: readonly PlannedNetwork[],
  { book, groups, isOpen }: Pick<CnnRuns, 'book' | 'groups' | 'isOpen'>,
): { subject: PredictionSubject; prediction: PredictionState } {
  const version = useMemo(
    () => recipeVersion(networks.map(({ requests }) => requests.map(({ key }) => key))),
    [networks],
  )
  const subject = useMemo(() => predictionSubject(version, networks), [version, networks])
  const prediction = useSettledPrediction(subject, isOver(networks, book) ? outcomeOf(groups) : null)
  const { askAgain } = prediction
  const asked = useRef(version)
  useEffect(() => {
    if (isOpen || asked.current === version) return
    asked.current = version
    askAgain()
  })
  return { subject, prediction }
}

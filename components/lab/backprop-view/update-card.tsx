'use client'

import { useMemo } from 'react'
import { recipeVersion } from '@/components/experiment/recipe-version'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import { usePrediction } from '@/components/lab/use-prediction'
import { Button } from '@/components/ui/button'
import { LARGEST } from '@/lib/lab/widgets/backprop-view'
import type { BackpropSettings } from './network-plan'
import { printNumber } from './step-equation'
import type { TapeRun } from './tape-run'

const ANSWERS = [
  { id: 'halved', label: 'It falls to less than half' },
  { id: 'fallen', label: 'It falls, but not by half' },
  { id: 'not-fallen', label: 'It does not fall' },
] as const

type Outcome = (typeof ANSWERS)[number]['id']

/** What a step made of the loss. A loss that is no number has not fallen. */
export function outcomeOf({ loss, lossAfter }: Pick<TapeRun, 'loss' | 'lossAfter'>): Outcome {
  if (!(lossAfter < loss)) return 'not-fallen'
  return lossAfter < loss / 2 ? 'halved' : 'fallen'
}

/** What is asked before an update: the same of a network wherever its computation is shown. */
export function updateSubject({ step, check, ...network }: BackpropSettings): PredictionSubject {
  return {
    itemId: 'lab.backprop-view',
    itemVersion: recipeVersion(network),
    question: 'what does one update of all weights do to the loss?',
    answers: ANSWERS,
  }
}

interface UpdateCardProps {
  run: TapeRun
  settings: BackpropSettings
  /** Takes the new weights and goes back to the start. */
  onUpdate: () => void
}

/** A guess at what the update does to the loss, and then the update. */
export function UpdateCard({ run, settings, onUpdate }: UpdateCardProps) {
  const subject = useMemo(() => updateSubject(settings), [settings])
  const prediction = usePrediction(subject)
  const { stage, settle, askAgain } = prediction
  const beyond = [...run.updated.values()].some((value) => Math.abs(value) > LARGEST)

  function update() {
    settle(outcomeOf(run))
    onUpdate()
  }

  return (
    <PredictThenRun subject={subject} prediction={prediction}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="secondary" size="sm" onClick={update}>
          Update the weights and begin again
        </Button>
        {stage.is === 'settled' ? (
          <Button variant="quiet" size="sm" onClick={askAgain}>
            Guess the next one
          </Button>
        ) : null}
        <p className="m-0 text-muted text-sm tabular-nums">
          Loss {printNumber(run.loss)}
          {stage.is === 'made' ? '' : `, after the update ${printNumber(run.lossAfter)}`}.
          {beyond ? ` Weights beyond ±${LARGEST} are kept at it.` : ''}
        </p>
      </div>
    </PredictThenRun>
  )
}

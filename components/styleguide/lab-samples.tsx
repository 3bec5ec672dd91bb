'use client'

/**
 * The style guide's part on the workbench: a guess before a run in every state, and what each widget asks. Shown in
 * development only. The widgets themselves are tags of a lesson (lesson-samples.tsx).
 */
import type { ReactNode } from 'react'
import { updateSubject } from '@/components/lab/backprop-view/update-card'
import { predictionSubject } from '@/components/lab/playground/prediction-subject'
import { PredictThenRun } from '@/components/lab/predict-then-run'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PredictionStage, PredictionState } from '@/components/lab/use-prediction'
import { TrainingControls } from '@/components/training/training-controls'
import { Button } from '@/components/ui/button'
import { calibrationOf, type SettledPrediction } from '@/lib/events/calibration'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { BothThemes, Sample } from './sample'

const SUBJECT = predictionSubject('sample', 3)

const CONFIDENCES = [0.99, 0.8, 0.6, 0.9, 0.7, 0.9, 0.8, 0.6]
const SETTLED: SettledPrediction[] = CONFIDENCES.map((confidence, index) => ({
  id: String(index),
  itemId: 'lab.sample',
  question: SUBJECT.question,
  guess: 'above-95',
  outcome: index % 3 === 1 ? '80-to-95' : 'above-95',
  confidence,
  right: index % 3 !== 1,
  predictedAt: index,
}))

const GUESS = { guess: 'above-95', confidence: 0.8 }
const STATES: { name: string; stage: PredictionStage; settled?: SettledPrediction[]; unsaved?: boolean }[] = [
  { name: 'Before: a guess is asked for', stage: { is: 'asking' } },
  { name: 'No guess was made', stage: { is: 'skipped' } },
  { name: 'A guess was made', stage: { is: 'made', ...GUESS } },
  { name: 'It could not be kept', stage: { is: 'made', ...GUESS }, unsaved: true },
  {
    name: 'It came out otherwise, and there are few so far',
    stage: { is: 'settled', ...GUESS, outcome: '80-to-95' },
    settled: SETTLED.slice(0, 2),
  },
  { name: 'It came out so, and there are enough', stage: { is: 'settled', ...GUESS, outcome: 'above-95' } },
]

/** What each widget with a run asks, and what stands behind the answer. */
const MANNERS: { subject: PredictionSubject; run: () => ReactNode }[] = [
  { subject: SUBJECT, run: TrainingRow },
  {
    subject: updateSubject(LAB_WIDGETS['backprop-view'].defaults),
    run: () => (
      <div>
        <Button variant="secondary" size="sm">
          Update the weights and begin again
        </Button>
      </div>
    ),
  },
]

/** What the widgets of the workbench share; the widgets themselves are tags of a lesson. */
export function LabSamples() {
  return (
    <>
      <Sample
        name="Predict, then run"
        use="A guess and how sure one is of it come first and are kept; then the run’s own buttons, and after it, how sure and how right one was over all of them."
      >
        <BothThemes>
          {(theme) =>
            STATES.map(({ name, ...state }) => (
              <div key={`${theme} ${name}`} className="flex flex-col gap-2">
                <p className="m-0 font-medium text-muted text-xs">{name}</p>
                <PredictThenRun subject={SUBJECT} prediction={predictionIn(state)}>
                  <TrainingRow />
                </PredictThenRun>
              </div>
            ))
          }
        </BothThemes>
      </Sample>
      <Sample
        name="What the widgets ask"
        use="The question names what will be looked at; the answers leave nothing out, and none is a sentence with a full stop, as they are quoted in one."
      >
        <BothThemes>
          {(theme) =>
            MANNERS.flatMap(({ subject, run: Run }) =>
              (['asking', 'made'] as const).map((is) => (
                <PredictThenRun
                  key={`${theme} ${subject.itemId} ${is}`}
                  subject={subject}
                  prediction={predictionIn({
                    stage: is === 'asking' ? { is } : { is, guess: subject.answers[0]?.id ?? '', confidence: 0.7 },
                  })}
                >
                  <Run />
                </PredictThenRun>
              )),
            )
          }
        </BothThemes>
      </Sample>
    </>
  )
}

function TrainingRow() {
  return (
    <TrainingControls
      phase="idle"
      runLabel="Run"
      resetLabel="Start over"
      onRun={nothing}
      onPause={nothing}
      onResume={nothing}
      onStep={nothing}
      onStop={nothing}
      onReset={nothing}
    />
  )
}

/** Nothing is kept here: what a sample is told would end up in the reader’s own log. */
function predictionIn(state: Pick<(typeof STATES)[number], 'stage' | 'settled' | 'unsaved'>): PredictionState {
  const { stage, settled = SETTLED, unsaved = false } = state
  const calibration = calibrationOf(settled)
  return { stage, settled, calibration, unsaved, predict: nothing, skip: nothing, settle: nothing, askAgain: nothing }
}

function nothing(): void {}

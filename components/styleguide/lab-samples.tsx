'use client'

import { PredictThenRun } from '@/components/lab/predict-then-run'
import type { PredictionSubject } from '@/components/lab/prediction-events'
import type { PredictionStage, PredictionState } from '@/components/lab/use-prediction'
import { Button } from '@/components/ui/button'
import { calibrationOf, type SettledPrediction } from '@/lib/events/calibration'
import { BothThemes, Sample } from './sample'

const SUBJECT: PredictionSubject = {
  itemId: 'lab.sample',
  itemVersion: 'sample',
  question: 'Which network has the smallest gradient in its first layer?',
  answers: [
    { id: 'sigmoid', label: 'Ten layers of sigmoid' },
    { id: 'tanh', label: 'Ten layers of tanh' },
    { id: 'relu', label: 'Ten layers of ReLU' },
  ],
}

const CONFIDENCES = [0.99, 0.8, 0.6, 0.9, 0.7, 0.9, 0.8, 0.6]
const SETTLED: SettledPrediction[] = CONFIDENCES.map((confidence, index) => ({
  id: String(index),
  itemId: 'lab.sample',
  question: SUBJECT.question,
  guess: 'sigmoid',
  outcome: index % 3 === 1 ? 'relu' : 'sigmoid',
  confidence,
  right: index % 3 !== 1,
  predictedAt: index,
}))

const GUESS = { guess: 'sigmoid', confidence: 0.8 }
const STAGES: PredictionStage[] = [
  { is: 'asking' },
  { is: 'made', ...GUESS },
  { is: 'settled', ...GUESS, outcome: 'sigmoid' },
]

/** What the widgets of the workbench share; the widgets themselves are tags of a lesson. */
export function LabSamples() {
  return (
    <Sample
      name="Predict, then run"
      use="A guess and how sure one is of it come first and are kept; then the run’s own buttons, and after it, how sure and how right one was over all of them."
    >
      <BothThemes>
        {(theme) =>
          STAGES.map((stage) => (
            <PredictThenRun key={`${theme} ${stage.is}`} subject={SUBJECT} prediction={predictionAt(stage)}>
              <div>
                <Button>Run</Button>
              </div>
            </PredictThenRun>
          ))
        }
      </BothThemes>
    </Sample>
  )
}

/** Nothing is kept here: what a sample is told would end up in the reader’s own log. */
function predictionAt(stage: PredictionStage): PredictionState {
  const nothing = () => undefined
  return {
    stage,
    settled: SETTLED,
    calibration: calibrationOf(SETTLED),
    unsaved: false,
    predict: nothing,
    skip: nothing,
    settle: nothing,
    askAgain: nothing,
  }
}

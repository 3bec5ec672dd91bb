'use client'

/**
 * Asks for a guess before a run, and how sure the learner is of it; only then do the buttons appear that run it. Afterwards
 * it says what came out, and how sure and how right the learner was over all predictions. Not here: what is run, and when
 * it is over; the widget calls `prediction.settle`.
 */
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { CalibrationRecord } from './calibration-record'
import { confidenceLevels } from './confidence-levels'
import type { PredictionSubject } from './prediction-events'
import type { PredictionStage, PredictionState } from './use-prediction'

interface PredictThenRunProps {
  subject: PredictionSubject
  prediction: PredictionState
  /** The controls of the run. */
  children: ReactNode
}

export function PredictThenRun({ subject, prediction, children }: PredictThenRunProps) {
  const { stage, settled, calibration } = prediction
  if (stage.is === 'asking') return <Question subject={subject} prediction={prediction} />
  return (
    <div className="flex flex-col gap-4">
      {stage.is === 'skipped' ? null : <Guess stage={stage} subject={subject} unsaved={prediction.unsaved} />}
      {children}
      {stage.is === 'settled' && calibration !== null ? (
        <CalibrationRecord settled={settled} calibration={calibration} />
      ) : null}
    </div>
  )
}

interface GuessProps {
  stage: Extract<PredictionStage, { is: 'made' | 'settled' }>
  subject: PredictionSubject
  unsaved: boolean
}

/** What was expected, and once it is known, what came out. A wrong guess is nothing bad, so it is not shown as a fault. */
function Guess({ stage, subject: { answers }, unsaved }: GuessProps) {
  const labelOf = (id: string) => answers.find((answer) => answer.id === id)?.label ?? id
  const isSettled = stage.is === 'settled'
  const isRight = isSettled && stage.guess === stage.outcome
  const Sign = isSettled ? (isRight ? CircleCheck : CircleX) : CircleDashed
  return (
    <div className={`flex gap-2.5 rounded-control p-3 text-sm ${isRight ? 'bg-good-soft' : 'bg-sunken'}`}>
      <Sign aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${isRight ? 'text-good' : 'text-muted'}`} />
      <p className="m-0" role={isSettled ? 'status' : undefined}>
        {isSettled ? 'You expected' : 'You expect'}: <strong>{labelOf(stage.guess)}</strong>,{' '}
        {Math.round(stage.confidence * 100)}&nbsp;% sure.
        {isSettled ? (
          <>
            {' '}
            It came out as <strong>{labelOf(stage.outcome)}</strong>: {isRight ? 'you were right.' : 'not this time.'}
          </>
        ) : null}
        {unsaved ? ' This browser could not keep the prediction.' : ''}
      </p>
    </div>
  )
}

function Question({ subject: { question, answers }, prediction }: Omit<PredictThenRunProps, 'children'>) {
  const name = useId()
  const levels = confidenceLevels(answers.length)
  const [guess, setGuess] = useState<string | null>(null)
  const [confidence, setConfidence] = useState<number | null>(null)
  const [askedAt] = useState(() => performance.now())
  const ready = guess !== null && confidence !== null
  return (
    <div className="flex flex-col gap-4 rounded-card border border-line bg-accent-soft p-4">
      <fieldset className="m-0 flex min-w-0 flex-col gap-1 border-0 p-0">
        <legend className="mb-1 font-semibold">Before it runs: {question}</legend>
        {answers.map(({ id, label }) => (
          <label key={id} className="inline-flex min-h-9 cursor-pointer items-center gap-2.5">
            <input
              type="radio"
              name={name}
              className="choice shrink-0"
              checked={guess === id}
              onChange={() => setGuess(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="max-w-60">
        <SelectField
          label="How sure are you?"
          value={confidence === null ? '' : String(confidence)}
          options={[
            { value: '', label: 'Choose …' },
            ...levels.map((level) => ({ value: String(level.confidence), label: level.label })),
          ]}
          onChange={(value) => setConfidence(value === '' ? null : Number(value))}
        />
      </div>
      {/* Its line stays when there is nothing left to say: the buttons do not jump. */}
      <p id={`${name}-missing`} className="m-0 -mb-2 min-h-5 text-muted text-sm">
        {guess === null ? 'Choose an answer first.' : ready ? '' : 'Now say how sure you are.'}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          aria-disabled={!ready || undefined}
          aria-describedby={ready ? undefined : `${name}-missing`}
          onClick={ready ? () => prediction.predict(guess, confidence, performance.now() - askedAt) : undefined}
        >
          Commit to it
        </Button>
        <Button variant="quiet" onClick={prediction.skip}>
          Run without a guess
        </Button>
      </div>
    </div>
  )
}

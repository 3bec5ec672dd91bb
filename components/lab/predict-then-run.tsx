'use client'

/**
 * Asks for a guess before a run, and how sure the learner is of it; only then do the buttons appear that run it. Afterwards
 * it says what came out, and how sure and how right the learner was over all predictions. Not here: what is run, and when
 * it is over; the widget calls `prediction.settle`.
 */
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { CalibrationRecord } from './calibration-record'
import { confidenceLevels } from './confidence-levels'
import type { PredictionSubject } from './prediction-events'
import type { PredictionState } from './use-prediction'

interface PredictThenRunProps {
  subject: PredictionSubject
  prediction: PredictionState
  /** The controls of the run. */
  children: ReactNode
}

export function PredictThenRun({ subject, prediction, children }: PredictThenRunProps) {
  const { stage, settled, calibration, unsaved } = prediction
  const labelOf = (id: string) => subject.answers.find((answer) => answer.id === id)?.label ?? id
  if (stage.is === 'asking') return <Question subject={subject} prediction={prediction} />
  return (
    <div className="flex flex-col gap-4">
      {stage.is === 'skipped' ? null : (
        <p className="m-0 rounded-control bg-sunken p-3 text-sm" role={stage.is === 'settled' ? 'status' : undefined}>
          {stage.is === 'made' ? 'You expect' : 'You expected'}: <strong>{labelOf(stage.guess)}</strong>,{' '}
          {Math.round(stage.confidence * 100)} % sure.
          {stage.is === 'settled' ? (
            <>
              {' '}
              It came out as <strong>{labelOf(stage.outcome)}</strong>:{' '}
              {stage.guess === stage.outcome ? 'you were right.' : 'not this time.'}
            </>
          ) : null}
          {unsaved ? ' This browser could not keep the prediction.' : ''}
        </p>
      )}
      {children}
      {stage.is === 'settled' && calibration !== null ? (
        <CalibrationRecord settled={settled} calibration={calibration} />
      ) : null}
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
      <div className="flex flex-wrap gap-2">
        <Button
          aria-disabled={!ready || undefined}
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

'use client'

import { History, SkipForward } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Slider } from '@/components/ui/slider'

interface StepSliderProps {
  /** What is shown, and the last that is known. */
  step: number
  last: number
  /** Of the whole run. */
  steps: number
  onStep: (step: number) => void
  /** Forgets what came after the step that is shown. */
  onGoOn: () => void
}

/** Through the steps that were taken: the cells are those of the step that is shown. */
export function StepSlider({ step, last, steps, onStep, onGoOn }: StepSliderProps) {
  const isPast = step < last
  const count = (value: number) => value.toLocaleString('en')
  return (
    <div className="flex flex-col gap-1">
      <Slider
        label="Step that is shown"
        value={step}
        min={0}
        max={Math.max(1, last)}
        step={1}
        onChange={(value) => onStep(Math.min(last, value))}
        format={(value) => `after step ${count(value)} of ${count(steps)}`}
      />
      <div className="flex flex-wrap gap-2 [&_svg]:size-4">
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={!isPast || undefined}
          onClick={isPast ? onGoOn : undefined}
        >
          <History aria-hidden="true" />
          Go on from this step
        </Button>
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={!isPast || undefined}
          onClick={isPast ? () => onStep(last) : undefined}
        >
          <SkipForward aria-hidden="true" />
          To the latest
        </Button>
      </div>
    </div>
  )
}

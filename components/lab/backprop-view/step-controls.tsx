import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, FastForward, Pause, Play } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import type { Phase } from './step-result'

interface StepControlsProps {
  step: number
  last: number
  phase: Phase
  playing: boolean
  onStep: (step: number) => void
  onPhase: () => void
  onPlay: () => void
}

export const PHASE_NAMES: Record<Phase, string> = {
  start: 'Start',
  forward: 'Forward',
  backward: 'Backward',
  update: 'Update',
}

/** Through the steps by button, by slider, or by themselves. The frame’s live region tells each, so nothing here does. */
export function StepControls({ step, last, phase, playing, onStep, onPhase, onPlay }: StepControlsProps) {
  const id = useId()
  const place = `${PHASE_NAMES[phase]}, ${step} of ${last}`
  const [atStart, atEnd] = [step === 0, step === last]
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 [&_svg]:size-4">
        <Press label="To the start" icon={<ChevronFirst />} off={atStart} onPress={() => onStep(0)} iconOnly />
        <Press label="One step back" icon={<ChevronLeft />} off={atStart} onPress={() => onStep(step - 1)} iconOnly />
        <Button
          size="sm"
          aria-disabled={atEnd || undefined}
          onClick={() => {
            if (!atEnd) onStep(step + 1)
          }}
        >
          Step
          <ChevronRight aria-hidden="true" />
        </Button>
        <Press label="Next part" icon={<FastForward />} off={atEnd} onPress={onPhase} />
        <Press label="To the end" icon={<ChevronLast />} off={atEnd} onPress={() => onStep(last)} iconOnly />
        <Press
          label={playing ? 'Pause' : 'Play slowly'}
          icon={playing ? <Pause /> : <Play />}
          off={false}
          onPress={onPlay}
        />
      </div>
      <div className="flex flex-col">
        <div className="flex items-baseline justify-between gap-3 text-sm">
          <label htmlFor={id} className="font-medium">
            Step
          </label>
          <span className="text-muted tabular-nums">{place}</span>
        </div>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={step}
          aria-valuetext={place}
          onChange={(event) => onStep(event.target.valueAsNumber)}
          className="h-11 w-full cursor-pointer accent-accent"
        />
      </div>
    </div>
  )
}

interface PressProps {
  label: string
  icon: ReactNode
  off: boolean
  onPress: () => void
  iconOnly?: boolean
}

/** `aria-disabled` instead of `disabled`: the button just pressed must not throw the focus away. */
function Press({ label, icon, off, onPress, iconOnly = false }: PressProps) {
  return (
    <Button
      variant="secondary"
      size="sm"
      aria-disabled={off || undefined}
      aria-label={label}
      title={iconOnly ? label : undefined}
      onClick={off ? undefined : onPress}
    >
      <span aria-hidden="true" className="contents">
        {icon}
      </span>
      {iconOnly ? null : label}
    </Button>
  )
}

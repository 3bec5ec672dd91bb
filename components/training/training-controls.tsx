'use client'

import { Pause, Play, RotateCcw, Square, StepForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'

interface TrainingControlsProps {
  phase: TrainingSnapshot['phase']
  onRun: () => void
  onPause: () => void
  onResume: () => void
  /** Left out where single steps make no sense. */
  onStep?: () => void
  onStop: () => void
  onReset: () => void
  /** What the first button says before anything ran. */
  runLabel: string
  /** What it says after a run; “Run again” unless something else comes next. */
  againLabel?: string
  /** What the last button says; “Reset” unless something else on the page is called so. */
  resetLabel?: string
  /** The settings cannot be run as they stand. */
  blocked?: boolean
}

/** One row that keeps its buttons, so that neither the page nor the focus jumps while training. */
export function TrainingControls(props: TrainingControlsProps) {
  const { phase, blocked = false } = props
  const open = phase === 'loading' || phase === 'running' || phase === 'paused'
  const main = mainAction(props)
  return (
    <div className="flex flex-wrap gap-2">
      <Control variant="primary" off={blocked && !open} onPress={main.onPress} icon={main.icon}>
        {main.label}
      </Control>
      {props.onStep ? (
        <Control
          off={phase === 'running' || phase === 'loading' || blocked}
          onPress={props.onStep}
          icon={<StepForward />}
        >
          Step
        </Control>
      ) : null}
      <Control off={!open} onPress={props.onStop} icon={<Square />}>
        Stop
      </Control>
      <Control off={phase === 'idle'} onPress={props.onReset} icon={<RotateCcw />}>
        {props.resetLabel ?? 'Reset'}
      </Control>
    </div>
  )
}

function mainAction({ phase, runLabel, againLabel = 'Run again', onRun, onPause, onResume }: TrainingControlsProps) {
  if (phase === 'running' || phase === 'loading') return { label: 'Pause', icon: <Pause />, onPress: onPause }
  if (phase === 'paused') return { label: 'Resume', icon: <Play />, onPress: onResume }
  return { label: phase === 'idle' ? runLabel : againLabel, icon: <Play />, onPress: onRun }
}

interface ControlProps {
  children: ReactNode
  icon: ReactNode
  off: boolean
  onPress: () => void
  variant?: 'primary' | 'secondary'
}

/** `aria-disabled` instead of `disabled`: the button just pressed must not throw the focus away. */
function Control({ children, icon, off, onPress, variant = 'secondary' }: ControlProps) {
  return (
    <Button
      variant={variant}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onPress}
      className="[&_svg]:size-4"
    >
      <span aria-hidden="true" className="contents">
        {icon}
      </span>
      {children}
    </Button>
  )
}

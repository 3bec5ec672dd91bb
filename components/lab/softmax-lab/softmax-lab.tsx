'use client'

import { useRef } from 'react'
import { ExportMenu } from '@/components/export/export-menu'
import { LabFrame } from '@/components/lab/lab-frame'
import { useLab } from '@/components/lab/use-lab'
import type { LabProps } from '@/components/lab/use-lab-settings'
import { Float32Table } from './float32-table'
import { JacobianTable } from './jacobian-table'
import { LossCard } from './loss-card'
import { ProbabilityBars } from './probability-bars'
import { SoftmaxControls } from './softmax-controls'
import { readSoftmax } from './softmax-reading'

/** `<SoftmaxLab>`: from logits to probabilities, to the loss, and to what comes back. */
export function SoftmaxLab(props: LabProps<'softmax-lab'>) {
  const { lab, frame } = useLab('softmax-lab', props)
  const part = useRef<HTMLElement>(null)
  const { settings } = lab
  const { answer, twice, arithmetic } = settings
  const { shifted, probabilities, again, loss, gradient, jacobian, float32 } = readSoftmax(settings)
  return (
    <LabFrame
      {...frame}
      frameRef={part}
      exportMenu={
        <ExportMenu
          size="sm"
          items={async () => (await import('./softmax-exports')).softmaxExports(settings, part.current)}
        />
      }
      controls={<SoftmaxControls lab={lab} />}
    >
      <ProbabilityBars
        title="Probabilities"
        inputs={shifted}
        inputName="Logit"
        probabilities={probabilities}
        answer={answer}
      />
      {again === null ? null : (
        <ProbabilityBars
          title="What the loss sees: softmax once more"
          inputs={probabilities}
          inputName="From"
          probabilities={again}
          answer={answer}
        />
      )}
      <LossCard loss={loss} gradient={gradient} twice={twice} />
      <JacobianTable rows={jacobian} />
      <Float32Table steps={float32} maxFirst={arithmetic === 'max-first'} />
    </LabFrame>
  )
}

'use client'

import { LabFrame } from '@/components/lab/lab-frame'
import { useAnnouncer } from '@/components/lab/use-announcer'
import { type LabProps, useLabSettings } from '@/components/lab/use-lab-settings'
import { Float32Table } from './float32-table'
import { JacobianTable } from './jacobian-table'
import { LossCard } from './loss-card'
import { ProbabilityBars } from './probability-bars'
import { SoftmaxControls } from './softmax-controls'
import { crossEntropy, float32Softmax, jacobian, lossGradient, softmax } from './softmax-maths'

/** `<SoftmaxLab>`: from logits to probabilities, to the loss, and to what comes back. */
export function SoftmaxLab(props: LabProps<'softmax-lab'>) {
  const lab = useLabSettings('softmax-lab', props)
  const { announcement, announce } = useAnnouncer()
  const { z, temperature, shift, answer, twice, arithmetic } = lab.settings
  const shifted = z.map((one) => one + shift)
  const scaled = shifted.map((one) => one / temperature)
  const p = softmax(scaled)
  const maxFirst = arithmetic === 'max-first'
  return (
    <LabFrame
      lab={lab}
      headingLevel={props.headingLevel}
      caption={props.caption}
      announcement={announcement}
      announce={announce}
      controls={<SoftmaxControls lab={lab} />}
    >
      <ProbabilityBars title="Probabilities" inputs={shifted} inputName="Logit" probabilities={p} answer={answer} />
      {twice ? (
        <ProbabilityBars
          title="What the loss sees: softmax once more"
          inputs={p}
          inputName="From"
          probabilities={softmax(p)}
          answer={answer}
        />
      ) : null}
      <LossCard
        loss={crossEntropy(twice ? p : scaled, answer)}
        gradient={lossGradient(shifted, temperature, answer, twice)}
        twice={twice}
      />
      <JacobianTable rows={jacobian(shifted, temperature)} />
      <Float32Table steps={float32Softmax(scaled, maxFirst)} maxFirst={maxFirst} />
    </LabFrame>
  )
}

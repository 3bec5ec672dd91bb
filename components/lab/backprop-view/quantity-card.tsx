import type { ReactNode } from 'react'
import { NumberSlider } from '@/components/ui/number-slider'
import { LARGEST } from '@/lib/lab/widgets/backprop-view'
import { NameInMaths } from './equation'
import type { BackpropSettings, NetworkPlan } from './network-plan'
import { nameOf } from './network-plan'
import { nameText } from './step-equation'
import { type Aspect, type Known, stepThatMade } from './step-result'
import type { TapeRun } from './tape-run'

interface QuantityCardProps {
  id: string
  plan: NetworkPlan
  run: TapeRun
  known: Known
  settings: BackpropSettings
  /** By differences; null unless that was asked for. */
  difference: number | null
  onValue: (id: string, value: number) => void
  onStep: (step: number) => void
}

const ASPECTS: readonly Aspect[] = ['value', 'gradient', 'updated']

/** The one number that was pointed at: all its digits, where they come from, and a slider where it can be set. */
export function QuantityCard(props: QuantityCardProps) {
  const { id, plan, run, known, settings, difference, onValue, onStep } = props
  const name = nameOf(plan, id)
  const text = nameText(name)
  const at = known.get(id) ?? {}
  const isSet = Object.hasOwn(settings, id)
  const [low, high] = id === 'target' && settings.loss === 'bce-with-logits' ? [0, 1] : [-LARGEST, LARGEST]
  return (
    <div className="grid min-h-36 content-start gap-x-8 gap-y-3 rounded-card bg-sunken p-4 @2xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="m-0 font-semibold">
          <NameInMaths name={name} />, {name.words}
        </p>
        <dl className="m-0 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm tabular-nums">
          {ASPECTS.map((aspect) => {
            const number = at[aspect]
            if (number === undefined) return null
            const step = stepThatMade(run, id, aspect)
            return (
              <Row
                key={aspect}
                label={aspect === 'updated' ? 'updated' : <NameInMaths name={name} partial={aspect === 'gradient'} />}
              >
                <span>{String(number).replace('-', '−')}</span>
                {step === null ? null : (
                  <button
                    type="button"
                    onClick={() => onStep(step)}
                    className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
                  >
                    step {step}
                  </button>
                )}
              </Row>
            )
          })}
          {difference === null ? null : <Row label="by differences">{String(difference).replace('-', '−')}</Row>}
        </dl>
      </div>
      {isSet ? (
        <NumberSlider
          key={id}
          label={`Set ${text}`}
          value={settings[id as keyof BackpropSettings] as number}
          min={low}
          max={high}
          step={0.1}
          onChange={(value) => onValue(id, value)}
        />
      ) : (
        <p className="m-0 text-muted text-sm">
          It is computed. What can be set are inputs, weights, biases and the target.
        </p>
      )}
    </div>
  )
}

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{label}</dt>
      <dd className="m-0 flex flex-wrap gap-x-3">{children}</dd>
    </div>
  )
}

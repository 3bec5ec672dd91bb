/**
 * What can be set of the network: its inputs and target, how it is built, how it learns. One weight after another is set in the
 * picture (quantity-card.tsx); here all of them stand together. Not here: which step is shown.
 */
import { SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { NumberSlider } from '@/components/ui/number-slider'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, activations } from '@/lib/engine'
import { LARGEST, MOST_UNITS } from '@/lib/lab/widgets/backprop-view'
import type { LossKind, NetworkPlan } from './network-plan'
import { nameOf, TARGET } from './network-plan'
import { nameText } from './step-equation'

const FUNCTIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))
const LOSSES: { value: LossKind; label: string }[] = [
  { value: 'mse', label: 'squared error' },
  { value: 'mae', label: 'absolute error' },
  { value: 'huber', label: 'Huber' },
  { value: 'bce-with-logits', label: 'cross-entropy, yes or no' },
]

interface BackpropControlsProps {
  lab: LabControls<'backprop-view'>
  plan: NetworkPlan
}

export function BackpropControls({ lab, plan }: BackpropControlsProps) {
  const { settings, set } = lab
  const isYesNo = settings.loss === 'bce-with-logits'
  const chooseLoss = (loss: LossKind) => {
    // Cross-entropy takes a logit and a target between 0 and 1: both are brought along.
    if (loss !== 'bce-with-logits') return set({ loss })
    set({ loss, fo: 'linear', target: Math.min(1, Math.max(0, settings.target)) })
  }
  const slider = (id: 'x1' | 'x2' | 'x3' | 'target', [min, max]: readonly [number, number]) => (
    <NumberSlider
      key={id}
      label={`${nameText(nameOf(plan, id))}, ${nameOf(plan, id).words}`}
      value={settings[id]}
      min={min}
      max={max}
      step={0.1}
      onChange={(next) => set({ [id]: next })}
    />
  )
  return (
    <>
      {plan.inputs.map((id) => slider(id, [-LARGEST, LARGEST]))}
      {slider(TARGET, isYesNo ? [0, 1] : [-LARGEST, LARGEST])}
      <SettingSlider lab={lab} setting="rate" label="η, learning rate" step={0.01} logarithmic />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-x-4 gap-y-5">
        <Count label="Inputs" value={settings.inputs} least={1} onChange={(inputs) => set({ inputs })} />
        <Count label="Hidden units" value={settings.units} least={1} onChange={(units) => set({ units })} />
        <Count
          label="Units of a second layer"
          value={settings['more-units']}
          least={0}
          onChange={(more) => set({ 'more-units': more })}
        />
        <SelectField
          label="Activation, hidden layer 1"
          value={settings.f1}
          options={FUNCTIONS}
          onChange={(f1) => set({ f1 })}
        />
        {settings['more-units'] > 0 ? (
          <SelectField
            label="Activation, hidden layer 2"
            value={settings.f2}
            options={FUNCTIONS}
            onChange={(f2) => set({ f2 })}
          />
        ) : null}
        <SelectField
          label="Activation, output"
          value={settings.fo}
          options={FUNCTIONS}
          onChange={(fo) => set({ fo })}
        />
        <SelectField label="Loss" value={settings.loss} options={LOSSES} onChange={chooseLoss} />
      </div>
      {isYesNo && settings.fo !== 'linear' ? (
        <p className="m-0 text-sm text-warn">
          This loss applies a sigmoid of its own: it wants the output as it is, with no activation before it.
        </p>
      ) : null}
      <details>
        <summary className="inline-flex min-h-9 items-center font-medium text-sm underline decoration-line-strong underline-offset-4">
          All weights and biases
        </summary>
        <div className="mt-3 flex flex-col gap-4">
          {plan.parameters.map((id) => (
            <NumberSlider
              key={id}
              label={nameText(nameOf(plan, id))}
              value={settings[id]}
              min={-LARGEST}
              max={LARGEST}
              step={0.1}
              onChange={(next) => set({ [id]: next })}
            />
          ))}
        </div>
      </details>
    </>
  )
}

interface CountProps {
  label: string
  value: number
  least: 0 | 1
  onChange: (count: number) => void
}

function Count({ label, value, least, onChange }: CountProps) {
  const counts = Array.from({ length: MOST_UNITS + 1 - least }, (_, index) => index + least)
  return (
    <SelectField
      label={label}
      value={String(value)}
      options={counts.map((count) => ({ value: String(count), label: count === 0 ? 'none' : String(count) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

'use client'

/** What the model is made of: a change of any of these needs a new training run. */
import { memo } from 'react'
import { NumberRow } from '@/components/lab/compact-number'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { formatNumber } from '@/components/plot/format-number'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, activations } from '@/lib/engine'
import { ratioOf, TRAINED } from './calibration-spec'
import { ChangeGroup, Changes } from './change-group'

const ACTIVATIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))

interface ModelControlsProps {
  lab: LabControls<'calibration-lab'>
}

/** Not drawn again while only what is merely read changes. */
export const ModelControls = memo(function ModelControls({ lab }: ModelControlsProps) {
  const { settings, set } = lab
  const balance = Number(ratioOf(settings).toPrecision(4))
  const row = (key: NumberKey<'calibration-lab'>, label: string, step: number) => (
    <Changes kind="trains" className="mt-2">
      <NumberRow {...numberSetting(lab, key)} label={label} step={step} />
    </Changes>
  )
  return (
    <>
      <ChangeGroup kind="trains" className="flex flex-col gap-2.5">
        <Changes kind="trains">
          <SettingSlider
            lab={lab}
            setting="weight"
            label="Weight of class 1"
            hint={`How much one of its points counts in the loss. ${formatNumber(balance)} makes up for its rarity; the logits rise by about ln ${formatNumber(settings.weight)} = ${formatNumber(Math.log(settings.weight), 3)}.`}
            step={0}
            logarithmic
          />
          <div className="flex flex-wrap gap-2 pt-1.5">
            <Button variant="secondary" size="sm" onClick={() => set({ weight: balance })}>
              Balance: {formatNumber(balance)}
            </Button>
          </div>
        </Changes>
        <Changes kind="trains">
          <SettingSlider
            lab={lab}
            setting="gamma"
            label="Focal loss, γ"
            hint="What is already sure counts for less. 0 is plain cross-entropy."
            step={0.5}
          />
        </Changes>
        <Changes kind="trains" className="mt-0.5">
          <SelectField label="Activation" value={settings.act} options={ACTIVATIONS} onChange={(act) => set({ act })} />
        </Changes>
        {row('layers', 'Hidden layers', 1)}
        {row('units', 'Units in each', 4)}
        {row('epochs', 'Epochs', 10)}
        {row('lr', 'Learning rate', 0.005)}
        {row('seed', 'Weights’ seed', 1)}
        <Changes kind="trains">
          <SettingSlider
            lab={lab}
            setting="rare"
            label="Class 1, %"
            hint={`Of 100 points ${100 - settings.rare} are of class 0, ${settings.rare} of class 1.`}
            step={1}
          />
        </Changes>
        <Changes kind="trains">
          <SettingSlider lab={lab} setting="noise" label="Overlap" step={0.05} />
        </Changes>
        {row('samples', 'Points in all', 300)}
        {row('draw', 'Points’ seed', 1)}
      </ChangeGroup>
      <label className="inline-flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          className="choice shrink-0"
          checked={settings.predict}
          onChange={() => set({ predict: !settings.predict })}
        />
        Ask me for a guess before it runs
      </label>
    </>
  )
}, isSameModel)

function isSameModel(
  { lab: { settings: a } }: ModelControlsProps,
  { lab: { settings: b } }: ModelControlsProps,
): boolean {
  return a.predict === b.predict && TRAINED.every((name) => a[name] === b[name])
}

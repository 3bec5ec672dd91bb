'use client'

/** The settings beside the pictures: networks, images, training, and which runs. */
import { memo } from 'react'
import { NumberRow } from '@/components/lab/compact-number'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { SelectField } from '@/components/ui/select-field'
import { type CnnSettings, type PlannedNetwork, USUAL_RATES } from './cnn-spec'
import { NetworkList } from './network-list'

interface CnnControlsProps {
  settings: CnnSettings
  set: LabControls<'cnn-lab'>['set']
  networks: readonly PlannedNetwork[]
  announce: (text: string) => void
}

/** Not drawn again with every number of a run. */
export const CnnControls = memo(function CnnControls({ settings, set, networks, announce }: CnnControlsProps) {
  const lab = { name: 'cnn-lab' as const, settings, set }
  const row = (key: NumberKey<'cnn-lab'>, label: string, step: number) => (
    <NumberRow {...numberSetting(lab, key)} label={label} step={step} />
  )
  return (
    <>
      <fieldset className="m-0 flex min-w-0 flex-col gap-2.5 border-0 p-0">
        <legend className="mb-2 p-0 font-semibold text-sm">Networks to compare</legend>
        <NetworkList
          nets={settings.nets}
          looks={networks}
          announce={announce}
          onChange={(nets) => set({ nets }, { apart: true })}
        />
      </fieldset>
      <div className="flex flex-col gap-2.5">
        <SelectField
          label="Images"
          value={settings.data}
          options={[
            { value: 'cifar10', label: 'CIFAR-10, photographs' },
            { value: 'drawn-ten', label: 'Drawn, ten shapes' },
          ]}
          onChange={(data) => set({ data })}
        />
        {row('images', 'To learn from', 100)}
        {row('held', 'Held back', 50)}
        {row('epochs', 'Epochs', 1)}
        {row('seeds', 'Seeds', 1)}
        {row('seed', 'First seed', 1)}
      </div>
      <details>
        <summary className="min-h-9 py-1.5 font-semibold text-sm">Training</summary>
        <div className="flex flex-col gap-2.5 pt-1">
          <SelectField
            label="Optimizer"
            value={settings.opt}
            options={[
              { value: 'adam', label: 'Adam' },
              { value: 'adamw', label: 'AdamW' },
              { value: 'rmsprop', label: 'RMSProp' },
              { value: 'sgd', label: 'SGD with momentum' },
            ]}
            onChange={(opt) => set({ opt, lr: USUAL_RATES[opt] })}
          />
          <SettingSlider lab={lab} setting="lr" label="Learning rate" step={0} logarithmic />
          {settings.opt === 'sgd' ? row('mom', 'Momentum', 0.05) : null}
          {row('batch', 'Batch', 8)}
          <SelectField
            label="First weights"
            value={settings.init}
            options={[
              { value: 'same', label: 'The same for all (He)' },
              { value: 'fitting', label: 'As fits the activation' },
            ]}
            onChange={(init) => set({ init })}
          />
        </div>
      </details>
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
})

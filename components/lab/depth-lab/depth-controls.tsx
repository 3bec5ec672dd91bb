'use client'

import { memo } from 'react'
import { NumberRow } from '@/components/lab/compact-number'
import { FlagSetting, SettingGroup } from '@/components/lab/setting-group'
import { type NumberKey, numberSetting, SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { DATA_LABELS, OPTIMIZER_LABELS, optionsOf } from '@/components/lab/words'
import { SelectField } from '@/components/ui/select-field'
import { PLANAR_KINDS } from '@/lib/engine'
import type { DepthSettings } from './depth-plan'
import { LineEditor } from './line-editor'
import type { LineLook } from './line-look'

interface DepthControlsProps {
  settings: DepthSettings
  set: LabControls<'depth-lab'>['set']
  looks: readonly LineLook[]
  announce: (text: string) => void
}

const DATA = PLANAR_KINDS.map((kind) => ({ value: kind, label: DATA_LABELS[kind] }))

/** Not drawn again with every number of a run. */
export const DepthControls = memo(function DepthControls({ settings, set, looks, announce }: DepthControlsProps) {
  const lab = { name: 'depth-lab' as const, settings, set }
  const row = (key: NumberKey<'depth-lab'>, label: string, step: number, hint?: string) => (
    <NumberRow {...numberSetting(lab, key)} label={label} step={step} {...(hint === undefined ? {} : { hint })} />
  )
  return (
    <>
      <LineEditor lines={settings.f} looks={looks} set={set} announce={announce} />
      <SettingSlider lab={lab} setting="depth" label="Hidden layers" step={1} />
      <SettingSlider lab={lab} setting="units" label="Units in each" step={1} />
      <SettingGroup title="First weights, scaled" open>
        <SettingSlider lab={lab} setting="gain" label="All hidden layers, times" step={0} logarithmic />
        <SettingSlider
          lab={lab}
          setting="first"
          label="The first layer, times"
          step={0}
          logarithmic
          hint="How large a signal the layers behind it begin with."
        />
      </SettingGroup>
      <SettingGroup title="Training">
        <SettingSlider lab={lab} setting="lr" label="Learning rate" step={0} logarithmic />
        <SelectField
          label="Optimizer"
          value={settings.opt}
          options={optionsOf(OPTIMIZER_LABELS)}
          onChange={(opt) => set({ opt })}
        />
        {settings.opt === 'sgd' || settings.opt === 'rmsprop' ? row('mom', 'Momentum', 0.05) : null}
        {row('clip', 'Largest gradient', 0.5, 'Its norm over all weights; 0 leaves it as it comes.')}
        {row('epochs', 'Epochs', 10)}
      </SettingGroup>
      <SettingGroup title="Points and seeds">
        <SelectField label="Points" value={settings.data} options={DATA} onChange={(data) => set({ data })} />
        {row('draw', 'Seed of the points', 1)}
        {row('seeds', 'Seeds at once', 1)}
        {row('seed', 'First seed', 1)}
      </SettingGroup>
      <FlagSetting checked={settings.predict} onChange={(predict) => set({ predict })}>
        Ask me for a guess before it is measured
      </FlagSetting>
    </>
  )
})

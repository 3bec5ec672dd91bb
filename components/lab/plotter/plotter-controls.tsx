'use client'

import { useCallback } from 'react'
import { SettingSlider } from '@/components/lab/setting-slider'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { NumberSlider } from '@/components/ui/number-slider'
import { Segmented } from '@/components/ui/segmented'
import type { ActivationName } from '@/lib/engine'
import { shownParameters } from './curves'
import { FunctionChoice } from './function-choice'
import { OwnFunctionField } from './own-function-field'
import { cursorStep } from './reading-place'
import type { OwnFunction } from './use-own-function'

interface PlotterControlsProps {
  lab: LabControls<'plotter'>
  own: OwnFunction
  onX: (x: number) => void
}

export function PlotterControls({ lab, own, onX }: PlotterControlsProps) {
  const { settings, set } = lab
  const choose = useCallback((f: ActivationName[]) => set({ f }), [set])
  return (
    <>
      <FunctionChoice chosen={settings.f} onChange={choose} />
      {shownParameters(settings).map(({ key, label, min, max, value }) => (
        <NumberSlider
          key={key}
          label={label}
          value={value}
          min={min}
          max={max}
          step={max / 100}
          onChange={(next) => set({ [key]: next })}
        />
      ))}
      <SettingSlider
        lab={lab}
        setting="temperature"
        label="Temperature T"
        hint="All are drawn as f(x / T): below 1 steeper, above 1 gentler."
        step={0.1}
        logarithmic
      />
      <NumberSlider
        label="Read at x"
        value={settings.x}
        min={settings.from}
        max={settings.to}
        step={cursorStep(settings.from, settings.to)}
        onChange={onX}
      />
      <OwnFunctionField value={settings.own} own={own} onChange={(source) => set({ own: source })} />
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 @4xl:grid-cols-1">
        <SettingSlider lab={lab} setting="from" label="From" step={1} />
        <SettingSlider lab={lab} setting="to" label="To" step={1} />
      </div>
      <div>
        <Segmented
          legend="What is drawn"
          value={settings.show}
          options={[
            { value: 'both', label: 'f and f′' },
            { value: 'values', label: 'f' },
            { value: 'slopes', label: 'f′' },
          ]}
          onChange={(show) => set({ show })}
        />
      </div>
    </>
  )
}

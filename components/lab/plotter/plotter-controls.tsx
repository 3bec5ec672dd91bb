'use client'

import { useCallback } from 'react'
import type { LabControls } from '@/components/lab/use-lab-settings'
import { NumberSlider } from '@/components/ui/number-slider'
import { Segmented } from '@/components/ui/segmented'
import type { ActivationName } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
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

const { temperature, from, to } = LAB_WIDGETS.plotter.fields

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
      <NumberSlider
        label="Temperature T"
        hint="All are drawn as f(x / T): below 1 steeper, above 1 gentler."
        value={settings.temperature}
        min={temperature.min}
        max={temperature.max}
        step={0.1}
        logarithmic
        onChange={(next) => set({ temperature: next })}
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
        <NumberSlider
          label="From"
          value={settings.from}
          min={from.min}
          max={from.max}
          step={1}
          onChange={(next) => set({ from: next })}
        />
        <NumberSlider
          label="To"
          value={settings.to}
          min={to.min}
          max={to.max}
          step={1}
          onChange={(next) => set({ to: next })}
        />
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

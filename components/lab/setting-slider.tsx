'use client'

import { NumberSlider } from '@/components/ui/number-slider'
import type { NumberField } from '@/lib/lab/fields/number'
import { LAB_WIDGETS, type LabName } from '@/lib/lab/registry'
import type { LabControls, LabSettings } from './use-lab-settings'

/** Those of a widget's settings that are one number each. */
export type NumberKey<Name extends LabName> = {
  [K in keyof LabSettings<Name>]: LabSettings<Name>[K] extends number ? K : never
}[keyof LabSettings<Name>]

/** What a control of one number needs of its setting: the field says the bounds, so that link and control agree. */
export function numberSetting<Name extends LabName>(
  { name, settings, set }: Pick<LabControls<Name>, 'name' | 'settings' | 'set'>,
  key: NumberKey<Name>,
) {
  const { min, max, whole } = (LAB_WIDGETS[name].fields as Record<PropertyKey, unknown>)[key] as NumberField
  const onChange = (value: number) => set({ [key]: value } as Partial<LabSettings<Name>>)
  return { value: settings[key] as number, min, max, whole, onChange }
}

interface SettingSliderProps<Name extends LabName> {
  lab: Pick<LabControls<Name>, 'name' | 'settings' | 'set'>
  setting: NumberKey<Name>
  label: string
  step: number
  logarithmic?: boolean
  hint?: string
}

/** A setting of a widget as a number that is typed or drawn along a line. */
export function SettingSlider<Name extends LabName>({ lab, setting, ...shown }: SettingSliderProps<Name>) {
  return <NumberSlider {...numberSetting(lab, setting)} {...shown} />
}

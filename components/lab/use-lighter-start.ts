'use client'

import { useEffect, useRef } from 'react'
import { LAB_WIDGETS, type LabName } from '@/lib/lab/registry'
import type { LabControls, LabSettings } from './use-lab-settings'

/**
 * A phone begins with less to do: `lighter`, of settings that are at the widget's own defaults. Only where nobody asked for
 * anything, and said in the link like any setting.
 */
export function useLighterStart<Name extends LabName>(
  lab: Pick<LabControls<Name>, 'name' | 'settings' | 'set'>,
  home: LabSettings<Name>,
  lighter: Partial<LabSettings<Name>>,
): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    const { name, settings, set } = lab
    const isUntouched = JSON.stringify(settings) === JSON.stringify(home)
    if (!isUntouched || !matchMedia('(max-width: 40rem)').matches) return
    const defaults: Readonly<Record<string, unknown>> = LAB_WIDGETS[name].defaults
    const own = settings as Readonly<Record<string, unknown>>
    const changed = Object.entries(lighter).filter(([key]) => own[key] === defaults[key])
    if (changed.length > 0) set(Object.fromEntries(changed) as Partial<LabSettings<Name>>, { silent: true })
  }, [lab, home, lighter])
}

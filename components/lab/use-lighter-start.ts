'use client'

import { useEffect, useRef } from 'react'
import { LAB_WIDGETS, type LabName } from '@/lib/lab/registry'
import type { LabControls, LabSettings } from './use-lab-settings'

/**
 * A phone begins with less to do, in what is at the widget's own default. Only where nobody asked for anything, and said in
 * the link like any setting.
 */
export function useLighterStart<Name extends LabName>(
  lab: LabControls<Name>,
  home: LabSettings<Name>,
  lighter: Partial<LabSettings<Name>>,
): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    const isUntouched = JSON.stringify(lab.settings) === JSON.stringify(home)
    if (!isUntouched || !matchMedia('(max-width: 40rem)').matches) return
    const defaults = LAB_WIDGETS[lab.name].defaults as unknown as LabSettings<Name>
    const keys = (Object.keys(lighter) as (keyof LabSettings<Name>)[]).filter((key) => home[key] === defaults[key])
    const changed: Partial<LabSettings<Name>> = {}
    for (const key of keys) changed[key] = lighter[key]
    if (keys.length > 0) lab.set(changed, { silent: true })
  }, [lab, home, lighter])
}

'use client'

import { useEffect, useRef } from 'react'
import type { LabControls, LabSettings } from '@/components/lab/use-lab-settings'

/** A phone begins with less to do: one seed. Only where nobody asked for anything, and said in the link like any setting. */
export function useLighterStart(lab: LabControls<'playground'>, home: LabSettings<'playground'>): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    const isUntouched = JSON.stringify(lab.settings) === JSON.stringify(home)
    const isSmall = matchMedia('(max-width: 40rem)').matches
    if (isUntouched && isSmall && lab.settings.seeds === 3) lab.set({ seeds: 1 }, { silent: true })
  }, [lab, home])
}

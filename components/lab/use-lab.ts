'use client'

import type { LabName } from '@/lib/lab/registry'
import { useAnnouncer } from './use-announcer'
import { type LabProps, useLabSettings } from './use-lab-settings'

/** What every widget begins with: its settings, a voice, and `frame`, which is handed on to `LabFrame` as it is. */
export function useLab<Name extends LabName>(name: Name, props: LabProps<Name>) {
  const lab = useLabSettings(name, props)
  const { announcement, announce } = useAnnouncer()
  const { headingLevel, caption } = props
  return { lab, announce, frame: { lab, headingLevel, caption, announcement, announce } }
}

'use client'

import type { ComponentType, ReactNode } from 'react'
import { useLateModule } from '@/components/connection/use-late-module'
import { useNearView } from '@/components/lesson/use-near-view'
import type { LabName } from '@/lib/lab/registry'
import type { LabProps } from './use-lab-settings'
import { LAB_MODULES } from './widget-modules'

interface LabIslandProps<Name extends LabName> extends LabProps<Name> {
  widget: Name
  /** What stands there until the widget does. */
  children: ReactNode
}

/**
 * A widget is much higher than what stands in for it. So one that lies above what is being read is let be, or what is read
 * would be pushed off the screen: it comes when its end is a quarter of the screen down.
 */
const NEAR = '-25% 0px 600px 0px'
/** Then the browser holds on to what comes after it. */
const HOLD_ELSEWHERE = { overflowAnchor: 'none' } as const

/** A widget, fetched when the reader gets near it. */
export function LabIsland<Name extends LabName>({ widget, children, ...given }: LabIslandProps<Name>) {
  const { ref, near } = useNearView(NEAR)
  const module = useLateModule(LAB_MODULES[widget] as () => Promise<{ Widget: ComponentType<LabProps<Name>> }>, near)
  const props = given as unknown as LabProps<Name>
  return module ? (
    <div ref={ref}>
      <module.Widget {...props} />
    </div>
  ) : (
    <div ref={ref} style={HOLD_ELSEWHERE}>
      {children}
    </div>
  )
}

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

/** A widget, fetched when the reader gets near it. */
export function LabIsland<Name extends LabName>({ widget, children, ...given }: LabIslandProps<Name>) {
  const { ref, near } = useNearView()
  const module = useLateModule(LAB_MODULES[widget] as () => Promise<{ Widget: ComponentType<LabProps<Name>> }>, near)
  const props = given as unknown as LabProps<Name>
  return <div ref={ref}>{module ? <module.Widget {...props} /> : children}</div>
}

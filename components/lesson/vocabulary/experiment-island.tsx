'use client'

import type { ReactNode } from 'react'
import { useLateModule } from '@/components/connection/use-late-module'
import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { useNearView } from '@/components/lesson/use-near-view'

const loadPanel = () => import('@/components/experiment/experiment-panel')

interface Props {
  experiment: LessonExperiment
  lessonId: string
  /** The experiment in words, shown until the widget is there. */
  children: ReactNode
}

/** The training widget, fetched when the reader gets near it. */
export function ExperimentIsland({ experiment, lessonId, children }: Props) {
  const { ref, near } = useNearView()
  const panel = useLateModule(loadPanel, near)
  return <div ref={ref}>{panel ? <panel.ExperimentPanel experiment={experiment} lessonId={lessonId} /> : children}</div>
}

'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { useNearView } from '@/components/lesson/use-near-view'

const ExperimentPanel = lazy(() =>
  import('@/components/experiment/experiment-panel').then((module) => ({ default: module.ExperimentPanel })),
)

interface Props {
  experiment: LessonExperiment
  lessonId: string
  /** The experiment in words, shown until the widget is there. */
  children: ReactNode
}

/** The training widget, fetched when the reader gets near it. */
export function ExperimentIsland({ experiment, lessonId, children }: Props) {
  const { ref, near } = useNearView()
  return (
    <div ref={ref}>
      {near ? (
        <Suspense fallback={children}>
          <ExperimentPanel experiment={experiment} lessonId={lessonId} />
        </Suspense>
      ) : (
        children
      )}
    </div>
  )
}

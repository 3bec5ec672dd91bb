import { FlaskConical } from 'lucide-react'
import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { Badge } from '@/components/ui/badge'
import { experimentAnchor } from './anchors'
import { ExperimentIsland } from './experiment-island'
import { ClaimList, RecipeTable } from './experiment-recipe'

/**
 * An experiment in the lesson. The server writes it out in words: what it is, its
 * recipe, what was checked. The widget that trains takes that text's place when
 * the reader gets near, and says the same with knobs.
 */
export function Experiment({ experiment, lessonId }: { experiment: LessonExperiment; lessonId: string }) {
  return (
    <div id={experimentAnchor(experiment.id)} className="my-10 font-sans text-base">
      <ExperimentIsland experiment={experiment} lessonId={lessonId}>
        <div className="rounded-card border border-line bg-surface p-4 shadow-raised sm:p-6">
          <Badge tone="accent">
            <FlaskConical aria-hidden="true" className="size-3.5" />
            Experiment
          </Badge>
          <p className="mt-2 font-semibold font-serif text-xl">{experiment.title}</p>
          {experiment.summary === undefined ? null : <p className="mt-2 text-muted">{experiment.summary}</p>}
          <p className="noscript:block mt-4 hidden rounded-control bg-sunken p-3 text-sm">
            Training this network in the page needs JavaScript. What it shows, and the recipe to repeat it elsewhere,
            are here.
          </p>
          <RecipeTable experiment={experiment} />
          <details className="mt-4">
            <summary className="min-h-11 py-2 font-medium">What was checked (look after you have made a guess)</summary>
            <ClaimList experiment={experiment} />
          </details>
        </div>
      </ExperimentIsland>
    </div>
  )
}

import { ExperimentHeader } from '@/components/experiment/experiment-header'
import { PANEL_CARD } from '@/components/experiment/panel-layout'
import { PanelOutline } from '@/components/experiment/panel-outline'
import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { experimentAnchor } from './anchors'
import { ExperimentIsland } from './experiment-island'
import { ClaimList, RecipeTable } from './experiment-recipe'

/**
 * An experiment in the lesson. The server writes it out in words: what it is, its
 * recipe, what was checked. The widget that trains takes that text's place when
 * the reader gets near, and says the same with knobs; how high it will be is kept free from the start.
 */
export function Experiment({ experiment, lessonId }: { experiment: LessonExperiment; lessonId: string }) {
  return (
    <div id={experimentAnchor(experiment.id)} className="my-10 font-sans text-base">
      <ExperimentIsland experiment={experiment} lessonId={lessonId}>
        <div className={PANEL_CARD}>
          <ExperimentHeader title={experiment.title} summary={experiment.summary} spec={experiment.spec} />
          <div className="grid">
            <div className="[grid-area:1/1]">
              <p className="noscript:block hidden rounded-control bg-sunken p-3 text-sm">
                Training this network in the page needs JavaScript. What it shows, and the recipe to repeat it
                elsewhere, are here.
              </p>
              <RecipeTable experiment={experiment} />
              <details className="mt-4">
                <summary className="min-h-11 py-2 font-medium">
                  What was checked (look after you have made a guess)
                </summary>
                <ClaimList experiment={experiment} />
              </details>
            </div>
            <div className="[grid-area:1/1]">
              <PanelOutline
                spec={experiment.spec}
                hasClaims={experiment.claims.length > 0}
                repairable={experiment.repairs === true}
              />
            </div>
          </div>
        </div>
      </ExperimentIsland>
    </div>
  )
}

import type { LessonExperiment } from '@/components/lesson/lesson-data'
import { experimentAnchor } from '@/components/lesson/vocabulary/anchors'
import { ExperimentRecipe } from '@/components/lesson/vocabulary/experiment-recipe'

/** Every recipe of the lesson with what it claims, those that only stand behind a sentence included. */
export function ExperimentsList({ experiments, shown }: { experiments: LessonExperiment[]; shown: string[] }) {
  return (
    <section aria-labelledby="experiments">
      <h2 id="experiments" className="text-2xl">
        The runs behind this lesson
      </h2>
      <p className="mt-3 max-w-[62ch] text-[0.95rem] text-muted">
        A sentence marked with a tick (<span aria-hidden="true">✓</span>) rests on one of these recipes. The project’s
        tests train each of them, with every seed named, and check every line below.
      </p>
      <div className="mt-4 grid gap-3">
        {experiments.map((experiment) => (
          <ExperimentRecipe
            key={experiment.id}
            experiment={experiment}
            anchor={shown.includes(experiment.id) ? undefined : experimentAnchor(experiment.id)}
          />
        ))}
      </div>
    </section>
  )
}

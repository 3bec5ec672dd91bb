/**
 * Checks that a claim which compares two experiments of a lesson can be held against both: that the other is there, is
 * trained with the same seeds, and measures what is read of it. Pure. Not here: whether the claim is true.
 */
import type { LessonExperiment } from '@/lib/course/experiments'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { localIdOf } from '@/lib/course/ids'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { type Claim, secondSource } from '@/lib/experiment/claim'
import { sourceFaults } from '@/lib/experiment/claim-source'

/** `folder`: the lesson's, as problems name it; `experiments`: all of it. */
export function checkComparisons(folder: string, experiments: readonly LessonExperiment[]): ContentProblem[] {
  return experiments.flatMap((experiment) =>
    experiment.claims.flatMap((claim, index) =>
      comparisonFaults(claim, experiment, experiments).map((message) => ({
        file: `${folder}/experiments/${localIdOf(experiment.id)}.yaml`,
        key: `claims[${index}].comparedTo`,
        message,
      })),
    ),
  )
}

function comparisonFaults(claim: Claim, own: LessonExperiment, experiments: readonly LessonExperiment[]): string[] {
  const source = secondSource(claim)
  if (source?.experiment === undefined) return []
  const name = source.experiment
  if (name === localIdOf(own.id)) return [`"${name}" is this experiment itself. Leave "experiment" out.`]
  const other = experiments.find(({ id }) => localIdOf(id) === name)
  if (other === undefined) {
    const known = experiments.map(({ id }) => localIdOf(id) ?? '').filter((id) => id !== localIdOf(own.id))
    return [`the lesson has no experiment "${name}".${suggestName(name, known)}`]
  }
  const seeds = own.spec.seeds.filter((seed) => !other.spec.seeds.includes(seed))
  const faults = sourceFaults(source, other.spec, `Claim '${claim.id}', of "${name}",`)
  if (seeds.length === 0) return faults
  return [`"${name}" is not trained with seed ${seeds.join(', ')}, and runs of one seed are compared.`, ...faults]
}

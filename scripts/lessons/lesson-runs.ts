import type { LessonExperiment } from '@/lib/course/experiments'
import { lessonIdOf, localIdOf } from '@/lib/course/ids'
import { buildDataset, type Cifar10, createTrainer, type EvaluatedReport } from '@/lib/engine'
import type { ClaimRun } from '@/lib/experiment/check-claims'
import { stepsOfClaims } from '@/lib/experiment/claim'
import { nodeBackend } from '@/lib/training/hardware/node-backend'

/** The runs of an experiment, by its full id. @throws where it is none of them */
export type LessonRuns = (id: string) => readonly ClaimRun[]

/**
 * Trains the recipes when their runs are first asked for, each once, and reads wherever a claim of the lesson reads.
 * `loadImages` is called once, for the first recipe that wants them.
 */
export function createLessonRuns(experiments: readonly LessonExperiment[], loadImages?: () => Cifar10): LessonRuns {
  const trained = new Map<string, readonly ClaimRun[]>()
  let cifar10: Cifar10 | undefined
  return (id) => {
    const known = trained.get(id)
    if (known !== undefined) return known
    const experiment = experiments.find((candidate) => candidate.id === id)
    if (experiment === undefined) throw new Error(`A claim compares with "${id}", which is not there.`)
    if (experiment.spec.data.kind === 'cifar10') cifar10 ??= loadImages?.()
    const runs = train(experiment, stepsRead(experiment, experiments), cifar10)
    trained.set(id, runs)
    return runs
  }
}

function stepsRead({ id, claims }: LessonExperiment, experiments: readonly LessonExperiment[]): number[] {
  const others = experiments.filter((other) => lessonIdOf(other.id) === lessonIdOf(id))
  const steps = others.flatMap((other) => stepsOfClaims(other.claims, localIdOf(id) ?? id))
  return [...new Set([...stepsOfClaims(claims), ...steps])].sort((a, b) => a - b)
}

function train({ spec }: LessonExperiment, evaluateAt: number[], cifar10?: Cifar10): ClaimRun[] {
  const dataset = buildDataset(spec.data, cifar10 === undefined ? {} : { cifar10 })
  return spec.seeds.map((seed) => {
    const evaluations: EvaluatedReport[] = []
    for (const report of createTrainer({ spec, seed, dataset, backend: nodeBackend(), evaluateAt }).run()) {
      if (report.status === 'evaluated') evaluations.push(report)
    }
    return { seed, evaluations }
  })
}

import type { LessonExperiment } from '@/lib/course/experiments'
import { buildDataset, type Cifar10, createTrainer, type EvaluatedReport } from '@/lib/engine'
import { checkClaims } from '@/lib/experiment/check-claims'
import { stepsOfClaims } from '@/lib/experiment/claim'
import { nodeBackend } from '@/lib/training/hardware/node-backend'

/** Trains a recipe with every seed it names; one sentence for each claim that does not hold. */
export function brokenClaims({ spec, claims }: LessonExperiment, cifar10?: Cifar10): string[] {
  const dataset = buildDataset(spec.data, cifar10 === undefined ? {} : { cifar10 })
  const evaluateAt = stepsOfClaims(claims)
  const runs = spec.seeds.map((seed) => {
    const evaluations: EvaluatedReport[] = []
    for (const report of createTrainer({ spec, seed, dataset, backend: nodeBackend(), evaluateAt }).run()) {
      if (report.status === 'evaluated') evaluations.push(report)
    }
    return { seed, evaluations }
  })
  return checkClaims(claims, runs).flatMap(({ holds, message }) => (holds ? [] : [message]))
}

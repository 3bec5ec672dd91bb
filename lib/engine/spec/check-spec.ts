import { type CostLimits, checkCost, DEFAULT_LIMITS } from './check/cost'
import { checkData, checkRun } from './check/data'
import { hasForm } from './check/form'
import { checkLoss } from './check/loss'
import { checkModel } from './check/model'
import { checkTimes, checkTraining } from './check/training'
import { type Cost, costOf } from './cost'
import { ProblemList, printed, type SpecProblem } from './problem'
import type { ExperimentSpec } from './spec'

export { type CostLimits, DEFAULT_LIMITS } from './check/cost'

/**
 * Everything that is wrong with a spec: types, names, ranges, shapes, cost. An empty list means that `createTrainer`
 * will build it. Nothing is allocated on the way, whatever sizes the spec asks for, and nothing is thrown, whatever
 * stands in it.
 */
export function checkSpec(spec: ExperimentSpec, limits: CostLimits = DEFAULT_LIMITS): SpecProblem[] {
  const list = new ProblemList()
  if (!hasForm(spec, list)) return list.problems
  if (spec.version !== 1)
    list.add(['version'], `The version is ${printed(spec.version)}; write version: 1, which this engine reads.`)
  const dataIsFine = checkData(spec, list)
  checkRun(spec, dataIsFine, list)
  checkLoss(spec.loss, list)
  checkModel(spec, dataIsFine, list)
  checkTraining(spec, list)
  const cost: Cost | null = list.problems.length === 0 ? costOf(spec) : null
  checkTimes(spec, cost?.steps ?? null, list)
  if (cost !== null) checkCost(spec, cost, limits, list)
  return list.problems
}

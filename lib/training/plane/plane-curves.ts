/** What the page knows of one seed's run, and how an answer adds to it. Pure. */
import type { CurvePoint } from '@/lib/training/protocol'
import type { PlaneEnd, PlaneEvaluation, PlaneNews } from './plane-protocol'

export interface RunCurves {
  seed: number
  step: number
  epoch: number
  /** Of the latest batch; null before the first. */
  loss: number | null
  learningRate: number | null
  lossCurve: readonly CurvePoint[]
  evaluations: readonly PlaneEvaluation[]
  /** The epoch at whose end it first kept the rule to stop. */
  reachedAt: number | null
  end: PlaneEnd | null
}

export function newCurves(seed: number): RunCurves {
  const nothing = { loss: null, learningRate: null, lossCurve: [], evaluations: [], reachedAt: null, end: null }
  return { seed, step: 0, epoch: 0, ...nothing }
}

export function addNews(run: RunCurves, news: PlaneNews | undefined): RunCurves {
  if (news === undefined) return run
  const { lossPoints, evaluations, loss, learningRate, ...rest } = news
  return {
    seed: run.seed,
    ...rest,
    // After a new beginning from a checkpoint nothing is known until the next step.
    loss: loss ?? run.loss,
    learningRate: learningRate ?? run.learningRate,
    lossCurve: lossPoints.length === 0 ? run.lossCurve : [...run.lossCurve, ...lossPoints],
    evaluations: evaluations.length === 0 ? run.evaluations : [...run.evaluations, ...evaluations],
  }
}

/** What came after a step is forgotten: it will be made once more, with the same bits. */
export function cutTo(run: RunCurves, step: number): RunCurves {
  return {
    ...run,
    step,
    end: null,
    lossCurve: run.lossCurve.filter(([at]) => at <= step),
    evaluations: run.evaluations.filter((evaluation) => evaluation.step <= step),
  }
}

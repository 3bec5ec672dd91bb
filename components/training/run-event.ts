/** From an ended run to the event that keeps it in the learner's log. */
import type { ExperimentSpec } from '@/lib/engine'
import type { Run } from '@/lib/events/event'
import type { EventDraft } from '@/lib/journal/draft'
import { CURVE_POINTS } from '@/lib/training/curve-sampler'
import type { CurvePoint, DataSummary, RunResult } from '@/lib/training/protocol'
import type { RunView } from '@/lib/training/training-snapshot'

interface RunSubject {
  /** The experiment or challenge the run belongs to. */
  itemId: string
  itemVersion: string
}

export function runEvent(subject: RunSubject, run: RunView, result: RunResult, data: DataSummary): EventDraft {
  const last = run.evaluations.at(-1)?.validation
  const { loss, accuracy } = result.validation ?? last ?? { loss: null, accuracy: null }
  const payload: Run = {
    spec: { ...specAsRun(run.spec, data) },
    seed: run.seed,
    numerics: result.numerics,
    dataHash: result.dataHash,
    outcome: result.outcome,
    steps: result.steps,
    weightHash: result.weightHash,
    validation: { accuracy, loss: loss !== null && Number.isFinite(loss) ? loss : null },
    elapsedMs: result.elapsedMs,
    multiplyAdds: run.multiplyAdds,
    curves: {
      loss: thin(run.lossCurve),
      accuracy: thin(
        run.evaluations.flatMap(({ step, validation }): CurvePoint[] =>
          validation.accuracy === null ? [] : [[step, validation.accuracy]],
        ),
      ),
    },
  }
  return { kind: 'run-finished', ...subject, payload, elapsedMs: result.elapsedMs }
}

/** What was really trained on: a run on the stand-in must not pass for one on CIFAR-10, now or later. */
export function specAsRun(spec: ExperimentSpec, data: DataSummary): ExperimentSpec {
  if (!data.standIn || spec.data.kind !== 'cifar10') return spec
  return { ...spec, data: { ...spec.data, kind: 'drawn-ten', seed: 0 } }
}

/** Every n-th point, the last always among them. */
function thin(points: readonly CurvePoint[]): CurvePoint[] {
  const every = Math.ceil(points.length / CURVE_POINTS)
  return points.filter((_, index) => (points.length - 1 - index) % every === 0)
}

import { createTrainer, type EvaluatedReport, NUMERICS, type Trainer, type TrainerOptions } from '@/lib/engine'
import { UsageError } from './command-line'
import type { SavedRun } from './saved-run'
import type { Tell } from './tell-report'

interface SeedOptions {
  /** Hears of every report. */
  tell: Tell
  /** Stop after this many steps; null: at the run's end. */
  until: number | null
  /** Whether to take the weights' hash at each evaluation. */
  hashing: boolean
}

/** One seed's run, from its beginning or a checkpoint to its end or a step; the trainer is left where it stopped. */
export function trainSeed(request: TrainerOptions, { tell, until, hashing }: SeedOptions) {
  const { spec, seed, dataset } = request
  const trainer = createTrainer(request)
  const first = trainer.step
  if (until !== null) requireAhead(until, trainer)
  const evaluations: EvaluatedReport[] = []
  const checkpoints: SavedRun['checkpoints'] = []
  const reports = trainer.run()
  let pendingMs = 0
  let trainingMs = 0
  for (;;) {
    const before = performance.now()
    const { value: report, done } = reports.next()
    pendingMs += performance.now() - before
    if (done) break
    if (report.status === 'computing') continue
    // Evaluations are not training: their time does not count in images per second.
    if (report.status === 'stepped') trainingMs += pendingMs
    pendingMs = 0
    if (report.status === 'evaluated') {
      evaluations.push(report)
      if (hashing) checkpoints.push({ step: report.step, weightHash: trainer.weightHash() })
    }
    tell(report, trainer.steps, trainingMs === 0 ? 0 : (1000 * (trainer.step - first) * spec.batch) / trainingMs)
    if (report.status === 'stepped' && report.step === until) break
  }
  trainer.dismiss()
  const final = hashing ? trainer.weightHash() : ''
  const saved: SavedRun = { spec, seed, numerics: NUMERICS, dataHash: dataset.hash, checkpoints, final }
  return { trainer, evaluations, saved }
}

function requireAhead(until: number, { step, steps }: Trainer): void {
  if (until > steps) {
    throw new UsageError(`--until is ${until}, but the run has ${steps} steps; leave it out to train to the end.`)
  }
  if (until <= step) {
    throw new UsageError(`--until is ${until}, but the checkpoint stands after step ${step}; name a later step.`)
  }
}

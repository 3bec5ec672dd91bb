/**
 * What the page knows of its trainer: a plain, immutable value, and how each message changes it. Pure;
 * who sends the messages and who draws the value is elsewhere.
 */
import type { ExperimentSpec } from '@/lib/engine'
import type {
  CurvePoint,
  DataSummary,
  Evaluation,
  FittedCurve,
  RunRequest,
  RunResult,
  RunUpdate,
  SamplePredictions,
  Surface,
  TrainingFailure,
  TrainingMessage,
  TrainingPhase,
} from './protocol'

export interface RunView {
  key: string
  spec: ExperimentSpec
  seed: number
  status: 'waiting' | 'training' | 'finished' | 'diverged' | 'stopped'
  /** Completed, and in all (0 until it is known). */
  step: number
  steps: number
  epoch: number
  parameters: number
  /** Multiply-adds of one example, forward and backward. */
  multiplyAdds: number
  /** Latest batch; null before the first step. */
  loss: number | null
  learningRate: number | null
  gradientNorm: number | null
  lossCurve: CurvePoint[]
  evaluations: Evaluation[]
  surface: Surface | null
  fit: FittedCurve | null
  predictions: SamplePredictions | null
  elapsedMs: number
  imagesPerSecond: number | null
  result: RunResult | null
}

export interface TrainingSnapshot {
  phase: 'idle' | TrainingPhase | 'failed'
  loading: { doneBytes: number; totalBytes: number } | null
  data: DataSummary | null
  runs: RunView[]
  /** The run that trains, or trained last. */
  currentKey: string | null
  /** Of the whole plan, 0 to 1. */
  fraction: number
  elapsedMs: number
  failure: TrainingFailure | null
}

export const IDLE_SNAPSHOT: TrainingSnapshot = {
  phase: 'idle',
  loading: null,
  data: null,
  runs: [],
  currentKey: null,
  fraction: 0,
  elapsedMs: 0,
  failure: null,
}

/** The snapshot at the moment a plan is sent to the worker. */
export function plannedSnapshot(requests: RunRequest[], data: DataSummary | null): TrainingSnapshot {
  return { ...IDLE_SNAPSHOT, phase: 'loading', data, runs: requests.map(waiting) }
}

/** About how long the plan still takes, in ms; null while there is too little to tell from. */
export function timeLeftMs({ fraction, elapsedMs }: Pick<TrainingSnapshot, 'fraction' | 'elapsedMs'>): number | null {
  if (fraction < 0.01 || elapsedMs < 500) return null
  return (elapsedMs * (1 - fraction)) / fraction
}

export function applyMessage(snapshot: TrainingSnapshot, message: TrainingMessage): TrainingSnapshot {
  switch (message.kind) {
    case 'phase':
      return applyPhase(snapshot, message.phase)
    case 'loading':
      return { ...snapshot, loading: { doneBytes: message.doneBytes, totalBytes: message.totalBytes } }
    case 'data':
      return { ...snapshot, loading: null, data: message.data }
    case 'run-started': {
      const { key, steps, parameters, multiplyAdds } = message
      const changed = changeRun(snapshot, key, (run) => ({
        ...run,
        status: 'training',
        steps,
        parameters,
        multiplyAdds,
      }))
      return { ...changed, currentKey: key }
    }
    case 'progress': {
      const { fraction, elapsedMs } = message
      return { ...changeRun(snapshot, message.run.key, (run) => advance(run, message.run)), fraction, elapsedMs }
    }
    case 'run-ended':
      return changeRun(snapshot, message.key, (run) => ({
        ...run,
        status: message.result.outcome,
        step: message.result.steps,
        elapsedMs: message.result.elapsedMs,
        result: message.result,
      }))
    // Whoever asked for them hears of them: trainer-client.ts.
    case 'weights':
      return snapshot
    case 'failed':
      return { ...applyPhase(snapshot, 'stopped'), phase: 'failed', failure: message.failure }
    default:
      return message satisfies never
  }
}

function applyPhase(snapshot: TrainingSnapshot, phase: TrainingPhase): TrainingSnapshot {
  if (phase === 'loading') return { ...snapshot, phase, loading: { doneBytes: 0, totalBytes: 0 } }
  const ended = phase === 'stopped'
  const runs = ended
    ? snapshot.runs.map((run) => (isOpen(run) ? { ...run, status: 'stopped' as const } : run))
    : snapshot.runs
  return { ...snapshot, phase, runs, loading: null, fraction: phase === 'finished' ? 1 : snapshot.fraction }
}

function isOpen(run: RunView): boolean {
  return run.status === 'waiting' || run.status === 'training'
}

function advance(run: RunView, news: RunUpdate): RunView {
  const started = news.step > 0
  return {
    ...run,
    step: news.step,
    epoch: news.epoch,
    loss: started ? news.loss : null,
    learningRate: started ? news.learningRate : null,
    gradientNorm: started ? news.gradientNorm : null,
    lossCurve: news.lossPoints.length > 0 ? [...run.lossCurve, ...news.lossPoints] : run.lossCurve,
    evaluations: news.evaluations.length > 0 ? [...run.evaluations, ...news.evaluations] : run.evaluations,
    surface: news.surface ?? run.surface,
    fit: news.fit ?? run.fit,
    predictions: news.predictions ?? run.predictions,
    elapsedMs: news.elapsedMs,
    imagesPerSecond: news.imagesPerSecond,
  }
}

function changeRun(snapshot: TrainingSnapshot, key: string, change: (run: RunView) => RunView): TrainingSnapshot {
  return { ...snapshot, runs: snapshot.runs.map((run) => (run.key === key ? change(run) : run)) }
}

function waiting({ key, spec, seed }: RunRequest): RunView {
  return {
    key,
    spec,
    seed,
    status: 'waiting',
    step: 0,
    steps: 0,
    epoch: 0,
    parameters: 0,
    multiplyAdds: 0,
    loss: null,
    learningRate: null,
    gradientNorm: null,
    lossCurve: [],
    evaluations: [],
    surface: null,
    fit: null,
    predictions: null,
    elapsedMs: 0,
    imagesPerSecond: null,
    result: null,
  }
}

/**
 * The worker's inside: takes commands, pulls the trainer's generator in short slices, posts batched
 * news. Between two slices the event loop turns, so a command waits for one slice at most. It knows no
 * Worker, clock or network: those are its ports, so that it is tested in Node with fakes.
 */
import type { DataSpec, TrainingReport } from '@/lib/engine'
import { MissingPartError } from './load-part'
import type {
  DataSummary,
  FittedCurve,
  LearntWeights,
  PlannedRun,
  RunRequest,
  SamplePredictions,
  Surface,
  TrainingCommand,
  TrainingFailure,
  TrainingMessage,
  TrainingPhase,
} from './protocol'
import { type EndReport, RunRecorder } from './run-recorder'
import { type Needs, needsOf } from './trainer-parts'

/** A heartbeat comes at least every 25 ms of work, so the loop turns at least every 33 ms. */
const SLICE_MS = 8
/** Thirty posts a second. */
const POST_MS = 1000 / 30
/** Between two drawings of a decision surface; evaluations and ends draw one in any case. */
const VIEW_MS = 250

/** A trainer that has been built, and the views of it that a page can show. */
export interface RunningTrainer {
  run(): Iterator<TrainingReport>
  /** The weights as they stand, and their hash. */
  weights(): LearntWeights['weights']
  weightHash(): string
  /** Lets helping threads go; nothing is asked of this trainer after that. */
  dismiss(): void
  /** Null where the data are not points of the plane. Only between two steps: it uses the network's buffers. */
  drawSurface(): Surface | null
  /** Null where the data are not one number to one number. Likewise. */
  drawFit(): FittedCurve | null
  /** Null where there are no sample images. Only between two steps. */
  predictSamples(): SamplePredictions | null
}

export interface LoadedData {
  summary: DataSummary
  createTrainer(request: RunRequest): RunningTrainer
}

export interface SessionPorts {
  /** Milliseconds, from any origin. */
  now(): number
  /** Runs `task` in a later macrotask, after messages that are already waiting. */
  later(task: () => void): void
  post(message: TrainingMessage): void
  numerics: string
  /** Rejects with an AbortError once `signal` is aborted. */
  loadData(
    data: DataSpec,
    needs: Needs,
    signal: AbortSignal,
    onBytes: (done: number, total: number) => void,
  ): Promise<LoadedData>
}

interface ActiveRun {
  request: PlannedRun
  trainer: RunningTrainer
  reports: Iterator<TrainingReport>
  recorder: RunRecorder
  weight: number
}

interface Plan {
  runs: PlannedRun[]
  /** Of all runs, so that one with a probe in a plan without does not load the data again. */
  needs: Needs
  next: number
  /** Work of the runs that ended, and of all runs, in multiply-adds. */
  doneWeight: number
  totalWeight: number
  elapsedMs: number
}

export class TrainingSession {
  private plan: Plan | null = null
  private active: ActiveRun | null = null
  /** What runs of the plan that are over have learnt, by their keys. */
  private readonly learnt = new Map<string, LearntWeights>()
  private intent: 'run' | 'step' | 'pause' = 'pause'
  private loading: AbortController | null = null
  private data: { key: string; loaded: LoadedData } | null = null
  private scheduled = false
  private postedAt = Number.NEGATIVE_INFINITY
  private viewedAt = Number.NEGATIVE_INFINITY

  constructor(private readonly ports: SessionPorts) {}

  handle(command: TrainingCommand): void {
    switch (command.kind) {
      case 'start':
        return this.start(command.runs, command.paused)
      case 'pause':
        return this.setIntent('pause')
      case 'resume':
        return this.setIntent('run')
      case 'step':
        return this.setIntent('step')
      case 'stop':
        return this.stop()
      case 'weights':
        return this.tellWeights(command.key)
      default:
        command satisfies never
    }
  }

  private start(runs: PlannedRun[], paused: boolean): void {
    this.abandon()
    this.learnt.clear()
    const totalWeight = runs.reduce((sum, run) => sum + weightOf(run), 0)
    const needs = needsOf(runs.map(({ spec }) => spec))
    this.plan = { runs, needs, next: 0, doneWeight: 0, totalWeight, elapsedMs: 0 }
    this.intent = paused ? 'pause' : 'run'
    this.prepareNext()
  }

  private setIntent(intent: 'run' | 'step' | 'pause'): void {
    if (!this.plan) return
    this.intent = intent
    if (intent === 'pause') this.flush()
    if (!this.loading) this.announce(intent === 'pause' ? 'paused' : 'running')
    this.schedule()
  }

  private stop(): void {
    if (!this.plan) return
    this.flush()
    if (this.active) this.keepWeights(this.active)
    this.abandon()
    this.announce('stopped')
  }

  private keepWeights({ request, recorder, trainer }: ActiveRun): void {
    this.learnt.set(request.key, { step: recorder.step, weights: trainer.weights() })
  }

  private tellWeights(key: string): void {
    if (this.active?.request.key === key) this.keepWeights(this.active)
    this.ports.post({ kind: 'weights', key, learnt: this.learnt.get(key) ?? null })
  }

  private abandon(): void {
    this.loading?.abort()
    this.loading = null
    this.plan = null
    this.active?.trainer.dismiss()
    this.active = null
    this.intent = 'pause'
  }

  /** Builds the plan's next run, once its data are here; at the end of the plan, says so. */
  private prepareNext(): void {
    const { plan } = this
    if (!plan) return
    const request = plan.runs[plan.next]
    if (!request) {
      this.abandon()
      return this.announce('finished')
    }
    plan.next++
    const key = JSON.stringify([request.spec.data, plan.needs])
    if (this.data?.key === key) return this.begin(request, this.data.loaded)

    const loading = new AbortController()
    this.loading = loading
    this.announce('loading')
    const onBytes = (doneBytes: number, totalBytes: number) => {
      if (this.loading === loading) this.ports.post({ kind: 'loading', doneBytes, totalBytes })
    }
    this.ports.loadData(request.spec.data, plan.needs, loading.signal, onBytes).then(
      (loaded) => {
        if (this.loading !== loading) return
        this.loading = null
        this.data = { key, loaded }
        this.ports.post({ kind: 'data', data: loaded.summary })
        this.begin(request, loaded)
      },
      (error: unknown) => {
        const reason = error instanceof MissingPartError ? 'part' : 'data'
        if (this.loading === loading) this.fail({ reason, message: messageOf(error), problems: [] })
      },
    )
  }

  private begin(request: PlannedRun, loaded: LoadedData): void {
    try {
      const { cost } = request
      const trainer = loaded.createTrainer(request)
      const recorder = new RunRecorder(request, cost.steps, loaded.summary.hash, this.ports.numerics)
      this.active = { request, trainer, reports: trainer.run(), recorder, weight: weightOf(request) }
      recorder.setView({ surface: trainer.drawSurface(), fit: trainer.drawFit(), predictions: null })
      const { key } = request
      const { parameters, multiplyAddsPerExample: multiplyAdds, steps } = cost
      this.ports.post({ kind: 'run-started', key, steps, parameters, multiplyAdds })
      this.postProgress(this.active)
      this.announce(this.intent === 'pause' ? 'paused' : 'running')
      this.schedule()
    } catch (error) {
      this.fail({ reason: 'crash', message: messageOf(error), problems: [] })
    }
  }

  private schedule(): void {
    if (this.scheduled || this.intent === 'pause' || !this.active) return
    this.scheduled = true
    this.ports.later(() => {
      this.scheduled = false
      this.slice()
    })
  }

  private slice(): void {
    const until = this.ports.now() + SLICE_MS
    try {
      while (this.active && this.intent !== 'pause') {
        this.pull(this.active)
        if (this.ports.now() >= until) break
      }
      if (this.active && this.ports.now() - this.postedAt >= POST_MS) this.postProgress(this.active)
    } catch (error) {
      this.fail({ reason: 'crash', message: messageOf(error), problems: [] })
    }
    this.schedule()
  }

  private pull(run: ActiveRun): void {
    const before = this.ports.now()
    const next = run.reports.next()
    if (next.done) throw new Error('The trainer ended without saying how.')
    const report = next.value
    run.recorder.add(report, this.ports.now() - before)
    // Within a step the network's buffers are in use: views wait for its end.
    if (report.status === 'computing') return
    if (report.status === 'evaluated') {
      this.drawView(run, run.trainer.predictSamples())
    } else if (report.status === 'stepped') {
      if (this.intent === 'step' || this.ports.now() - this.viewedAt >= VIEW_MS) this.drawView(run, null)
      if (this.intent === 'step') this.setIntent('pause')
    } else {
      this.end(run, report)
    }
  }

  private drawView(run: ActiveRun, predictions: SamplePredictions | null): void {
    run.recorder.setView({ surface: run.trainer.drawSurface(), fit: run.trainer.drawFit(), predictions })
    this.viewedAt = this.ports.now()
  }

  private end(run: ActiveRun, report: EndReport): void {
    this.postProgress(run)
    this.active = null
    // The step asked for was the run's end; the next run waits to be stepped in its turn.
    if (this.intent === 'step') this.intent = 'pause'
    if (this.plan) {
      this.plan.doneWeight += run.weight
      this.plan.elapsedMs += run.recorder.elapsedMs
    }
    const result = run.recorder.result(report, run.trainer.weightHash())
    this.keepWeights(run)
    run.trainer.dismiss()
    this.ports.post({ kind: 'run-ended', key: run.request.key, result })
    this.prepareNext()
  }

  /** What is not posted yet, before a pause or a stop. */
  private flush(): void {
    if (this.active) this.postProgress(this.active)
  }

  private postProgress(run: ActiveRun): void {
    const { plan } = this
    if (!plan) return
    this.postedAt = this.ports.now()
    const share = run.recorder.steps > 0 ? run.recorder.step / run.recorder.steps : 1
    this.ports.post({
      kind: 'progress',
      fraction: plan.totalWeight > 0 ? (plan.doneWeight + share * run.weight) / plan.totalWeight : 0,
      elapsedMs: plan.elapsedMs + run.recorder.elapsedMs,
      run: run.recorder.takeUpdate(),
    })
  }

  private announce(phase: TrainingPhase): void {
    this.ports.post({ kind: 'phase', phase })
  }

  private fail(failure: TrainingFailure): void {
    this.abandon()
    this.ports.post({ kind: 'failed', failure })
  }
}

function weightOf({ spec, cost }: PlannedRun): number {
  return cost.multiplyAddsPerExample * cost.steps * spec.batch
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

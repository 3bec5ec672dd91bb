/** One seed of a recipe in the worker: pulls its trainer step by step and keeps what the page has not been told yet. */
import type { Checkpoint, Trainer, TrainingReport } from '@/lib/engine'
import { CurveSampler } from '@/lib/training/curve-sampler'
import type { LearntWeights } from '@/lib/training/protocol'
import type { PlaneEnd, PlaneEvaluation, PlaneNews, RunCheckpoint } from './plane-protocol'

/** Curves keep at most so many evaluations. */
const EVALUATIONS = 250

export class PlaneRun {
  step: number
  private epoch = 0
  private loss: number | null = null
  private learningRate: number | null = null
  private fresh: PlaneEvaluation[] = []
  private accuracy: number | null = null
  private reachedAt: number | null
  private end: PlaneEnd | null = null
  private readonly curve: CurveSampler
  private readonly reports: Iterator<TrainingReport>
  private readonly everyEpochs: number

  constructor(
    readonly trainer: Trainer,
    private readonly stopAt: number | null,
    from: RunCheckpoint | null,
  ) {
    this.step = trainer.step
    this.reachedAt = from?.reachedAt ?? null
    this.epoch = Math.ceil(trainer.step / trainer.stepsPerEpoch)
    this.curve = new CurveSampler(trainer.steps)
    this.reports = trainer.run()
    this.everyEpochs = Math.max(1, Math.ceil(trainer.steps / trainer.stepsPerEpoch / EVALUATIONS))
  }

  get isOver(): boolean {
    return this.end !== null
  }

  get hasDiverged(): boolean {
    return this.end?.outcome === 'diverged'
  }

  get hasReached(): boolean {
    return this.reachedAt !== null
  }

  /** Up to step `until`, with the evaluation behind it. Stops earlier where an epoch ends, so that the rule to stop is asked. */
  advance(until: number): void {
    while (this.end === null) {
      const next = this.reports.next()
      if (next.done) return
      this.take(next.value)
      if (next.value.status === 'evaluated') return
      if (next.value.status === 'stepped' && this.step >= until && this.step % this.trainer.stepsPerEpoch !== 0) return
    }
  }

  /** Ends it as the rule to stop asks. */
  stop(): void {
    this.end ??= { outcome: 'reached', weightHash: this.trainer.weightHash() }
    this.curve.close()
  }

  takeNews(): PlaneNews {
    const { step, epoch, loss, learningRate, reachedAt, end } = this
    const evaluations = this.fresh
    this.fresh = []
    return { step, epoch, loss, learningRate, lossPoints: this.curve.take(), evaluations, reachedAt, end }
  }

  checkpoint(): RunCheckpoint {
    const checkpoint: Checkpoint = this.trainer.checkpoint()
    return { checkpoint, reachedAt: this.reachedAt }
  }

  learnt(): LearntWeights {
    return { step: this.step, weights: this.trainer.weights() }
  }

  private take(report: TrainingReport): void {
    switch (report.status) {
      case 'computing':
        return
      case 'stepped':
        this.step = report.step
        this.epoch = report.epoch
        this.loss = report.loss
        this.learningRate = report.learningRate
        this.curve.add(report.step, report.loss)
        return
      case 'evaluated': {
        const { step, epoch, train, validation } = report
        this.accuracy = validation.accuracy
        if (this.stopAt !== null && this.accuracy !== null && this.accuracy >= this.stopAt) this.reachedAt ??= epoch
        const isKept = epoch % this.everyEpochs === 0 || step >= this.trainer.steps || this.reachedAt === epoch
        if (isKept && epoch > 0) this.fresh.push({ step, epoch, train, validation })
        return
      }
      case 'diverged':
        this.curve.close()
        this.end = {
          outcome: 'diverged',
          step: report.step,
          reason: report.reason,
          weightHash: this.trainer.weightHash(),
        }
        return
      case 'finished':
        this.curve.close()
        this.end = { outcome: 'finished', weightHash: report.weightHash }
        return
      default:
        report satisfies never
    }
  }
}

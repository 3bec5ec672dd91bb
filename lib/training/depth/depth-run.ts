/** One seed of one recipe in the worker: trained up to a step, and read there by the engine's probes. */
import type { Checkpoint, ProbeReading, Trainer, TrainingReport } from '@/lib/engine'
import { observeBatches } from '@/lib/engine/doors/batches'
import type { ProbeKit } from '@/lib/engine/doors/probes'
import type { DepthEnd, DepthNews, LayerReading } from './depth-protocol'

const READ = ['gradient-norm', 'activation-mean-variance', 'saturation'] as const

export class DepthRun {
  private epoch: number
  private loss: number | null = null
  private accuracy: number | null = null
  private evaluatedAt: number
  private end: DepthEnd | null = null
  private readonly reports: Iterator<TrainingReport>

  constructor(
    private readonly trainer: Trainer,
    private readonly probeKit: ProbeKit,
  ) {
    this.epoch = Math.ceil(trainer.step / trainer.stepsPerEpoch)
    this.evaluatedAt = trainer.step
    this.reports = trainer.run()
  }

  get step(): number {
    return this.trainer.step
  }

  get steps(): number {
    return this.trainer.steps
  }

  get isOver(): boolean {
    return this.end !== null
  }

  /** Up to step `target`, with the evaluation that belongs to it, and reads it there. */
  advance(target: number): DepthNews {
    while (!this.isAt(target)) {
      const next = this.reports.next()
      if (next.done) break
      this.take(next.value)
    }
    const { step, epoch, loss, accuracy, end } = this
    return { step, epoch, loss, accuracy, reading: this.read(), end }
  }

  histograms(): ProbeReading[] {
    return observeBatches(this.trainer.parts, ['activation-histogram'], this.probeKit)
  }

  checkpoint(): Checkpoint {
    return this.trainer.checkpoint()
  }

  dismiss(): void {
    this.trainer.dismiss()
  }

  private isAt(target: number): boolean {
    if (this.end !== null) return true
    const { step, trainer } = this
    if (step < target || (target > 0 && target >= trainer.steps)) return false
    return step % trainer.stepsPerEpoch !== 0 || this.evaluatedAt === step
  }

  private read(): LayerReading {
    const { model } = this.trainer.parts.spec
    const all = observeBatches(this.trainer.parts, READ, this.probeKit)
    const of = (probe: ProbeReading['probe']) => all.filter((reading) => reading.probe === probe)
    const flow = of('activation-mean-variance')
    return {
      step: this.step,
      gradients: of('gradient-norm').flatMap(({ layer, value }) => (model[layer]?.layer === 'linear' ? [value] : [])),
      means: flow.map(({ details }) => details.mean ?? Number.NaN),
      variances: flow.map(({ value }) => value),
      saturated: of('saturation').map(({ value }) => value),
    }
  }

  private take(report: TrainingReport): void {
    switch (report.status) {
      case 'computing':
        return
      case 'stepped':
        this.epoch = report.epoch
        this.loss = report.loss
        return
      case 'evaluated':
        this.evaluatedAt = report.step
        this.accuracy = report.validation.accuracy
        return
      case 'diverged': {
        const { step, reason } = report
        this.end = { outcome: 'diverged', step, reason, weightHash: this.trainer.weightHash() }
        return
      }
      case 'finished':
        this.end = { outcome: 'finished', weightHash: report.weightHash }
        return
      default:
        report satisfies never
    }
  }
}

/**
 * The book of one run: takes the trainer's reports with the time each cost, hands out what is new
 * for the page, and at the end the result. It pulls nothing and posts nothing.
 */
import type { TrainingReport } from '@/lib/engine'
import { CurveSampler } from './curve-sampler'
import type { Evaluation, RunRequest, RunResult, RunUpdate } from './protocol'

/** Pictures of the network as it stands; null what its data have no picture of. */
export type RunPictures = Pick<RunUpdate, 'surface' | 'fit' | 'predictions'>

const NO_PICTURES: RunPictures = { surface: null, fit: null, predictions: null }

export type EndReport = Extract<TrainingReport, { status: 'finished' | 'diverged' }>

export class RunRecorder {
  step = 0
  private epoch = 0
  private loss = Number.NaN
  private learningRate = 0
  private gradientNorm = 0
  private evaluations: Evaluation[] = []
  private pictures = NO_PICTURES
  private readonly curve: CurveSampler
  private trainingMs = 0
  private evaluationMs = 0
  /** Spent since the last report other than a heartbeat: whose it is shows when that report comes. */
  private pendingMs = 0

  constructor(
    private readonly request: RunRequest,
    readonly steps: number,
    private readonly dataHash: string,
    private readonly numerics: string,
  ) {
    this.curve = new CurveSampler(steps)
  }

  get elapsedMs(): number {
    return this.trainingMs + this.evaluationMs + this.pendingMs
  }

  add(report: TrainingReport, costMs: number): void {
    this.pendingMs += costMs
    switch (report.status) {
      case 'computing':
        return
      case 'stepped':
        this.trainingMs += this.takePending()
        this.step = report.step
        this.epoch = report.epoch
        this.loss = report.loss
        this.learningRate = report.learningRate
        this.gradientNorm = report.gradientNorm
        this.curve.add(report.step, report.loss)
        return
      case 'evaluated': {
        this.evaluationMs += this.takePending()
        const { step, epoch, train, validation, probes } = report
        this.evaluations.push({ step, epoch, train, validation, probes })
        return
      }
      case 'diverged':
      case 'finished':
        this.evaluationMs += this.takePending()
        this.curve.close()
        return
      default:
        report satisfies never
    }
  }

  /** What the network shows at this step; drawing it costs time that is not the run's. */
  setView({ surface, fit, predictions }: RunPictures): void {
    const before = this.pictures
    this.pictures = {
      surface: surface ?? before.surface,
      fit: fit ?? before.fit,
      predictions: predictions ?? before.predictions,
    }
  }

  /** What is new since the last call. */
  takeUpdate(): RunUpdate {
    const { evaluations, pictures } = this
    this.evaluations = []
    this.pictures = NO_PICTURES
    return {
      key: this.request.key,
      step: this.step,
      epoch: this.epoch,
      loss: this.loss,
      learningRate: this.learningRate,
      gradientNorm: this.gradientNorm,
      lossPoints: this.curve.take(),
      evaluations,
      ...pictures,
      elapsedMs: this.elapsedMs,
      imagesPerSecond: this.imagesPerSecond,
    }
  }

  result(end: EndReport, weightHash: string): RunResult {
    const finished = end.status === 'finished'
    return {
      outcome: end.status,
      steps: this.step,
      divergence: finished ? null : { step: end.step, reason: end.reason },
      weightHash,
      validation: finished ? end.validation : null,
      numerics: finished ? end.numerics : this.numerics,
      dataHash: this.dataHash,
      elapsedMs: Math.round(this.elapsedMs),
      trainingMs: Math.round(this.trainingMs),
      imagesPerSecond: this.imagesPerSecond,
    }
  }

  private get imagesPerSecond(): number | null {
    return this.trainingMs > 0 ? (this.step * this.request.spec.batch * 1000) / this.trainingMs : null
  }

  private takePending(): number {
    const spent = this.pendingMs
    this.pendingMs = 0
    return spent
  }
}

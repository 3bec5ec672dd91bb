/**
 * The worker's inside for points of the plane: several seeds of one recipe, kept at the same step, trained as far as the
 * page asks, and drawn. It knows no Worker, clock or network: those are its ports, so that it is tested in Node. Not here:
 * plans of runs one after another, probes, images (training-session.ts).
 */
import type { ExperimentSpec } from '@/lib/engine'
import type { LoadedRecipe } from './load-recipe'
import { planeData } from './plane-data'
import type { PlaneAdvance, PlaneAnswer, PlaneCommand, PlaneFrame, PlaneStart } from './plane-protocol'
import { PlaneRun } from './plane-run'
import { PlaneViews } from './plane-views'

export interface PlanePorts {
  /** Milliseconds, from any origin. */
  now(): number
  /** The data of a recipe, and what builds its trainers. Rejects in a sentence. */
  load(spec: ExperimentSpec): Promise<LoadedRecipe>
}

/** Between two looks at the clock, of all runs together. */
const STRIDE = 12
const NOT_STARTED = 'Nothing was started yet.'

export class PlaneSession {
  private runs: PlaneRun[] = []
  private views: PlaneViews | null = null
  private stopAt: number | null = null
  /** What is held back, where its outputs are asked for. */
  private held: Float32Array | null = null
  private elapsedMs = 0

  constructor(private readonly ports: PlanePorts) {}

  /** Never rejects: what goes wrong is an answer. */
  async answer(command: PlaneCommand): Promise<PlaneAnswer> {
    try {
      if (command.kind === 'start') return await this.start(command)
      if (command.kind === 'weights') return { kind: 'weights', learnt: this.runAt(command.run).learnt() }
      return { kind: 'frame', frame: this.advance(command) }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  private async start({ spec, seeds, stopAt, extent, scores, checkpoints }: PlaneStart): Promise<PlaneAnswer> {
    for (const run of this.runs) run.trainer.dismiss()
    this.runs = []
    const { dataset, isSlow, createTrainer } = await this.ports.load(spec)
    const data = { ...planeData(dataset, extent), isSlow }
    this.runs = seeds.map((seed, index) => {
      const from = checkpoints?.[index] ?? null
      return new PlaneRun(createTrainer(seed, from?.checkpoint ?? null), stopAt, from)
    })
    this.views = new PlaneViews(data.points.extent, spec.loss.kind, shownLayers(spec))
    this.stopAt = stopAt
    this.held = scores ? data.held.inputs : null
    this.elapsedMs = 0
    const view = { run: 0, units: true, place: null }
    return {
      kind: 'started',
      data,
      frame: this.draw({ kind: 'advance', steps: 0, budgetMs: 0, view, checkpoint: false }),
    }
  }

  private advance(command: PlaneAdvance): PlaneFrame {
    const started = this.ports.now()
    for (let left = command.steps; left > 0 && !this.isOver(); ) {
      left -= this.round(Math.min(left, Math.max(1, Math.ceil(STRIDE / this.runs.length))))
      if (this.ports.now() - started >= command.budgetMs) break
    }
    this.elapsedMs += this.ports.now() - started
    return this.draw(command)
  }

  /** All runs to the same step: `steps` further, or to the end of the epoch. @returns how many that were. */
  private round(steps: number): number {
    const open = this.runs.filter((run) => !run.isOver)
    const [first] = open
    if (first === undefined) return steps
    const { stepsPerEpoch } = first.trainer
    const before = first.step
    const epochEnd = (Math.floor(before / stepsPerEpoch) + 1) * stepsPerEpoch
    for (const run of open) run.advance(Math.min(before + steps, epochEnd))
    if (this.stopAt !== null && this.hasReached()) for (const run of open) run.stop()
    return Math.max(1, first.step - before)
  }

  private hasReached(): boolean {
    const sound = this.runs.filter((run) => !run.hasDiverged)
    return sound.length > 0 && sound.every((run) => run.hasReached)
  }

  private isOver(): boolean {
    return this.runs.every((run) => run.isOver)
  }

  /** The first where there is none at that place. */
  private runAt(place: number): PlaneRun {
    const run = this.runs[place] ?? this.runs[0]
    if (run === undefined) throw new Error(NOT_STARTED)
    return run
  }

  private draw({ view, checkpoint }: PlaneAdvance): PlaneFrame {
    const { views } = this
    const { trainer } = this.runAt(view.run)
    if (views === null) throw new Error(NOT_STARTED)
    return {
      runs: this.runs.map((one) => one.takeNews()),
      surface: views.surface(trainer),
      units: view.units ? views.units(trainer) : null,
      place: view.place === null ? null : views.place(trainer, ...view.place),
      scores: this.held === null ? null : trainer.predict(this.held, this.held.length / 2),
      checkpoints: checkpoint ? this.runs.map((one) => one.checkpoint()) : null,
      elapsedMs: this.elapsedMs,
    }
  }
}

/** Each hidden layer of units, behind its activation; the last linear layer is the output, which the surface shows. */
export function shownLayers({ model }: Pick<ExperimentSpec, 'model'>): number[] {
  return model.flatMap(({ layer }, index) => (layer === 'activation' ? [index] : []))
}

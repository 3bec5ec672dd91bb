/**
 * The worker's inside for deep networks: several recipes and seeds, read layer by layer before training and then every so
 * many steps. A round brings every run to the same step and reads it there; it may take several answers, so that the first
 * lines are there at once. It knows no Worker, clock or network: those are its ports, so that it is tested in Node.
 */
import type { Dataset, ExperimentSpec } from '@/lib/engine'
import type { ProbeKit } from '@/lib/engine/doors/probes'
import { readInputs } from '@/lib/engine/doors/trainer'
import type { LoadedRecipe } from '@/lib/training/plane/load-recipe'
import type { DepthAdvance, DepthAnswer, DepthCommand, DepthFrame, DepthNews, DepthStart } from './depth-protocol'
import { DepthRun } from './depth-run'

export interface DepthPorts {
  /** Milliseconds, from any origin. */
  now(): number
  /** The data of a recipe, and what builds its trainers. Rejects in a sentence. */
  load(spec: ExperimentSpec): Promise<LoadedRecipe>
  /** What reads. Likewise. */
  loadProbes(): Promise<ProbeKit>
}

/** A run, made when it is first taken up: fifty layers are quick to read, and slow to make fifteen times. */
interface Place {
  make(): DepthRun
  run: DepthRun | null
}

export class DepthSession {
  private places: Place[] = []
  /** Of the open round: places to do, and the step they are brought to. */
  private queue: number[] = []
  private target = 0
  private shown: { run: number; step: number } | null = null
  private elapsedMs = 0

  constructor(private readonly ports: DepthPorts) {}

  /** Never rejects: what goes wrong is an answer. */
  async answer(command: DepthCommand): Promise<DepthAnswer> {
    try {
      if (command.kind === 'start') return await this.start(command)
      return { kind: 'frame', frame: this.advance(command) }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Opens the round in which every run is read as it begins. */
  private async start({ specs, seeds, checkpoints }: DepthStart): Promise<DepthAnswer> {
    for (const { run } of this.places) run?.dismiss()
    this.places = []
    const loading = specs.map((spec) => this.ports.load(spec))
    const [probeKit, ...loaded] = await Promise.all([this.ports.loadProbes(), ...loading])
    this.places = loaded.flatMap(({ createTrainer }, recipe) =>
      seeds.map((seed, index) => {
        const from = checkpoints?.[recipe * seeds.length + index] ?? null
        return { make: () => new DepthRun(createTrainer(seed, from), probeKit), run: null }
      }),
    )
    const [first] = loaded
    const [spec] = specs
    if (first === undefined || spec === undefined) throw new Error('There is no network to be measured.')
    this.target = Math.max(0, ...(checkpoints ?? []).map((checkpoint) => checkpoint?.step ?? 0))
    this.queue = [...this.places.keys()]
    this.shown = null
    this.elapsedMs = 0
    const { dataset, isSlow } = first
    const examples = spec.batch * Math.floor(Math.min(PROBED, dataset.train.count) / spec.batch)
    return { kind: 'started', data: { inputs: momentsOf(dataset, examples), examples, isSlow } }
  }

  private advance({ steps, budgetMs, look, checkpoint }: DepthAdvance): DepthFrame {
    if (this.places.length === 0) throw new Error('Nothing was started yet.')
    const started = this.ports.now()
    if (this.queue.length === 0 && steps > 0) this.open(steps)
    const runs: (DepthNews | null)[] = this.places.map(() => null)
    for (let place = this.queue.shift(); place !== undefined; place = this.queue.shift()) {
      runs[place] = this.runAt(place).advance(this.target)
      if (this.ports.now() - started >= budgetMs) break
    }
    const isWhole = this.queue.length === 0
    const histograms = isWhole ? this.lookAt(Math.min(look, this.places.length - 1)) : null
    this.elapsedMs += this.ports.now() - started
    const checkpoints = checkpoint && isWhole ? this.places.map(({ run }) => run?.checkpoint() ?? null) : null
    return { runs, isWhole, histograms, checkpoints, elapsedMs: this.elapsedMs }
  }

  /** All runs that have not ended stand at the same step. */
  private open(steps: number): void {
    const open = [...this.places.keys()].filter((place) => !this.runAt(place).isOver)
    const [first] = open
    if (first === undefined) return
    const run = this.runAt(first)
    this.target = Math.min(run.steps, (Math.floor(run.step / steps) + 1) * steps)
    this.queue = open
  }

  private runAt(index: number): DepthRun {
    const place = this.places[index] as Place
    place.run ??= place.make()
    return place.run
  }

  private lookAt(run: number): DepthFrame['histograms'] {
    const { step } = this.runAt(run)
    if (this.shown?.run === run && this.shown.step === step) return null
    this.shown = { run, step }
    return { run, step, readings: this.runAt(run).histograms() }
  }
}

/** As many as the engine's probes look at. */
const PROBED = 256

function momentsOf({ train }: Dataset, examples: number): { mean: number; variance: number } {
  const values = readInputs(train, 2, 0, examples)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, variance }
}

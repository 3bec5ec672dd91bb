/**
 * Plays a session on points of the plane for a page: asks its trainer for some steps a turn while it is to run and can be
 * seen, keeps the curves, and goes on from the last checkpoint where the worker is lost. It knows no React, clock or
 * screen: the next turn and the trainer are ports. Who draws the frames is told of each; who shows numbers is told a few
 * times a second. Not here: what is trained (plane-session.ts).
 */
import type { ExperimentSpec } from '@/lib/engine'
import type { LearntWeights } from '@/lib/training/protocol'
import { type PlaneTrainer, WorkerLostError } from './plane-client'
import { addNews, cutTo, newCurves, type RunCurves } from './plane-curves'
import type { PlaneAnswer, PlaneCommand, PlaneData, PlaneFrame, RunCheckpoint } from './plane-protocol'

export interface PlanePlan {
  spec: ExperimentSpec
  seeds: number[]
  /** Of one run. */
  steps: number
  stopAt: number | null
  extent: number | null
  /** Whether outputs for the points held back are wanted, with every picture. */
  scores?: boolean
}

export type PlanePhase = 'empty' | 'loading' | 'ready' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed'

export interface PlaneSnapshot {
  phase: PlanePhase
  /** What the runs are of; settings may be ahead of it. Null where nothing can be trained. */
  plan: PlanePlan | null
  /** Counts the beginnings: what changes with it is another run. */
  round: number
  data: PlaneData | null
  runs: readonly RunCurves[]
  elapsedMs: number
  /** Times that the worker was lost and the run went on from a checkpoint, and the step it went on from. */
  recovered: { times: number; step: number } | null
  problem: string | null
}

/** How much is trained between two pictures. */
export interface Pace {
  steps: number
  budgetMs: number
}

export interface PlayerPorts {
  createTrainer(): PlaneTrainer
  /** Milliseconds, from any origin. */
  now(): number
  /** Calls back when the next picture may be drawn; not while nothing is drawn. */
  nextTurn(then: () => void): void
}

export const EMPTY_SNAPSHOT: PlaneSnapshot = {
  phase: 'empty',
  plan: null,
  round: 0,
  data: null,
  runs: [],
  elapsedMs: 0,
  recovered: null,
  problem: null,
}

const TELL_MS = 160
const UNITS_MS = 130
const CHECKPOINT_MS = 1000
/** A first start loads the engine; later answers come within a budget and one step. */
const START_PATIENCE_MS = 20_000
const PATIENCE_MS = 5000
/** A recipe that ends its worker each time is not tried for ever. */
const MOST_RECOVERIES = 5

export class PlanePlayer {
  private trainer: PlaneTrainer | null = null
  private plan: PlanePlan | null = null
  /** The plan that the worker has. */
  private begun: PlanePlan | null = null
  private snapshot = EMPTY_SNAPSHOT
  private pace: Pace = { steps: 1, budgetMs: 20 }
  private view = { run: 0, place: null as readonly [number, number] | null }
  private checkpoints: RunCheckpoint[] | null = null
  private visible = false
  private busy = false
  private waiting = false
  private stale = false
  private once: number | null = null
  private wantsView = false
  /** Who waits for weights, in turn. */
  private asking: { run: number; resolve: (learnt: LearntWeights | null) => void }[] = []
  private toldAt = Number.NEGATIVE_INFINITY
  private unitsAt = Number.NEGATIVE_INFINITY
  private checkpointAt = Number.NEGATIVE_INFINITY
  private readonly listeners = new Set<() => void>()
  private readonly watchers = new Set<(frame: PlaneFrame) => void>()
  /** The last picture and reading, for who begins to watch. */
  last: Pick<PlaneFrame, 'units' | 'place' | 'scores'> & { surface: PlaneFrame['surface'] | null } = {
    surface: null,
    units: null,
    place: null,
    scores: null,
  }

  constructor(private readonly ports: PlayerPorts) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getSnapshot = () => this.snapshot

  /** Told of every picture, at once. */
  watch(watcher: (frame: PlaneFrame) => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Another recipe: its untrained network is shown, and trained if one was being trained. Null: none that can be. */
  choose(plan: PlanePlan | null): void {
    const runs = this.snapshot.phase === 'running' && plan !== null
    this.plan = plan
    this.begun = null
    this.checkpoints = null
    this.stale = true
    this.once = null
    this.refuse()
    this.change({
      ...EMPTY_SNAPSHOT,
      plan,
      data: this.snapshot.data,
      round: this.snapshot.round + 1,
      phase: plan === null ? 'empty' : runs ? 'running' : 'loading',
    })
    this.turn()
  }

  setPace(pace: Pace): void {
    this.pace = pace
  }

  setVisible(visible: boolean): void {
    this.visible = visible
    this.turn()
  }

  /** Which seed's network is drawn, and where values are read. */
  setView(run: number, place: readonly [number, number] | null): void {
    if (this.view.run === run && this.view.place?.[0] === place?.[0] && this.view.place?.[1] === place?.[1]) return
    if (this.view.run !== run) this.unitsAt = Number.NEGATIVE_INFINITY
    this.view = { run, place }
    this.wantsView = true
    this.turn()
  }

  run(): void {
    if (this.plan === null) return
    if (this.isOver()) this.choose(this.plan)
    this.change({ phase: 'running', problem: null })
    this.turn()
  }

  pause(): void {
    if (this.snapshot.phase === 'running') this.change({ phase: 'paused' })
  }

  step(): void {
    if (this.plan === null || this.snapshot.phase === 'running') return
    if (this.isOver()) this.choose(this.plan)
    this.change({ phase: 'paused' })
    this.once = 1
    this.turn()
  }

  /** Ends the run; its curves stay. */
  stop(): void {
    const { phase } = this.snapshot
    if (phase === 'running' || phase === 'paused') this.change({ phase: 'stopped' })
  }

  /** Back to the untrained network, at rest. */
  restart(): void {
    if (this.snapshot.phase === 'running') this.change({ phase: 'paused' })
    this.choose(this.plan)
  }

  /** Which seed is drawn, by its place in the list. */
  get shownRun(): number {
    return this.view.run
  }

  /** What a seed has learnt, as it stands between two steps; null where another recipe comes first, or the worker does not. */
  weights(run: number): Promise<LearntWeights | null> {
    if (this.plan === null || this.begun !== this.plan) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.asking.push({ run, resolve })
      this.turn()
    })
  }

  dispose(): void {
    this.listeners.clear()
    this.watchers.clear()
    this.refuse()
    this.trainer?.dispose()
    this.trainer = null
    this.plan = null
  }

  private isOver(): boolean {
    const { phase } = this.snapshot
    return phase === 'finished' || phase === 'stopped' || phase === 'failed'
  }

  /** What is to be asked next; null while there is nothing to do. */
  private question(): PlaneCommand | null {
    const { plan } = this
    const [asking] = this.asking
    // Also out of sight: somebody waits for a file.
    if (asking !== undefined && this.begun === plan) return { kind: 'weights', run: asking.run }
    if (plan === null || !this.visible) return null
    if (this.begun !== plan) {
      return { kind: 'start', ...wire(plan), checkpoints: this.checkpoints }
    }
    const { phase } = this.snapshot
    const now = this.ports.now()
    const steps = phase === 'running' ? this.pace.steps : (this.once ?? 0)
    if (phase !== 'running' && this.once === null && !this.wantsView) return null
    const units = now - this.unitsAt >= UNITS_MS || phase !== 'running'
    const checkpoint = steps > 0 && (now - this.checkpointAt >= CHECKPOINT_MS || this.once !== null)
    if (units) this.unitsAt = now
    if (checkpoint) this.checkpointAt = now
    this.once = null
    this.wantsView = false
    return { kind: 'advance', steps, budgetMs: this.pace.budgetMs, view: { ...this.view, units }, checkpoint }
  }

  private turn(): void {
    if (this.busy || this.waiting) return
    const command = this.question()
    if (command === null) return
    const { plan } = this
    this.busy = true
    this.stale = false
    this.trainer ??= this.ports.createTrainer()
    const { trainer } = this
    trainer.ask(command, command.kind === 'start' ? START_PATIENCE_MS : PATIENCE_MS).then(
      (answer) => {
        this.busy = false
        if (this.trainer !== trainer) return
        // A picture of the recipe before is nobody's.
        if (!this.stale) this.take(answer, plan, command)
        this.waiting = true
        this.ports.nextTurn(() => {
          this.waiting = false
          this.turn()
        })
      },
      (error: unknown) => {
        this.busy = false
        if (this.trainer === trainer) this.lose(error)
      },
    )
  }

  private take(answer: PlaneAnswer, plan: PlanePlan | null, command: PlaneCommand): void {
    if (answer.kind === 'weights') {
      this.asking.shift()?.resolve(answer.learnt)
      return
    }
    if (answer.kind === 'failed') {
      this.refuse()
      this.change({ phase: 'failed', problem: answer.message })
      return
    }
    if (answer.kind === 'started') {
      this.begun = plan
      // The worker's first picture is of the first seed, without a place.
      this.wantsView = this.view.run !== 0 || this.view.place !== null
      const { checkpoints } = this
      const runs = (plan?.seeds ?? []).map((seed, index) => {
        const known = checkpoints === null ? undefined : this.snapshot.runs[index]
        return known === undefined ? newCurves(seed) : cutTo(known, checkpoints?.[index]?.checkpoint.step ?? 0)
      })
      const { phase } = this.snapshot
      this.snapshot = { ...this.snapshot, data: answer.data, runs, phase: phase === 'loading' ? 'ready' : phase }
    }
    const { frame } = answer
    if (frame.checkpoints !== null) this.checkpoints = frame.checkpoints
    const runs = this.snapshot.runs.map((run, index) => addNews(run, frame.runs[index]))
    const ended = runs.length > 0 && runs.every(({ end }) => end !== null)
    const phase = ended && !this.isOver() ? 'finished' : this.snapshot.phase
    const { surface, scores } = frame
    this.last = { surface, scores, units: frame.units ?? this.last.units, place: frame.place ?? this.last.place }
    for (const watcher of this.watchers) watcher(frame)
    const next = { ...this.snapshot, runs, phase, elapsedMs: frame.elapsedMs }
    const isQuiet = phase === 'running' && command.kind === 'advance' && this.ports.now() - this.toldAt < TELL_MS
    if (isQuiet) this.snapshot = next
    else this.tell(next)
  }

  private lose(error: unknown): void {
    this.trainer?.dispose()
    this.trainer = null
    this.begun = null
    const times = (this.snapshot.recovered?.times ?? 0) + 1
    if (!(error instanceof WorkerLostError) || times > MOST_RECOVERIES) {
      const message = error instanceof Error ? error.message : String(error)
      this.refuse()
      this.change({ phase: 'failed', problem: `${message} Reload the page to try again.` })
      return
    }
    const step = this.checkpoints?.[0]?.checkpoint.step ?? 0
    // A run that was over had gone on since its last checkpoint.
    const phase = this.snapshot.phase === 'finished' ? 'running' : this.snapshot.phase
    this.change({ phase, recovered: { times, step } })
    this.turn()
  }

  /** Nobody will be told any more what was learnt. */
  private refuse(): void {
    for (const { resolve } of this.asking.splice(0)) resolve(null)
  }

  private change(part: Partial<PlaneSnapshot>): void {
    this.tell({ ...this.snapshot, ...part })
  }

  private tell(next: PlaneSnapshot): void {
    this.snapshot = next
    this.toldAt = this.ports.now()
    for (const listener of this.listeners) listener()
  }
}

function wire({ spec, seeds, stopAt, extent, scores = false }: PlanePlan) {
  return { spec, seeds, stopAt, extent, scores }
}

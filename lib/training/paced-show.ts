/**
 * Plays a paced run: some steps a picture, one picture a turn of the screen, only while somebody wants it and can see
 * it. It knows no React, clock or screen: the next turn and the trainer are ports. It ends with the run.
 */
import type { ExperimentSpec } from '@/lib/engine'
import type { PacedTrainer } from './paced-client'
import type { PacedFrame } from './paced-session'

export interface ShowSnapshot {
  /** `still`: nothing trained yet. `running` also while it waits to be seen again. */
  phase: 'still' | 'running' | 'paused' | 'finished' | 'failed'
  frame: PacedFrame | null
  /** Why it failed, in a sentence. */
  problem: string | null
}

export interface ShowPorts {
  createTrainer(): PacedTrainer
  /** Calls back when the next picture may be drawn; never, while nothing is drawn. */
  nextTurn(then: () => void): void
}

const STILL: ShowSnapshot = { phase: 'still', frame: null, problem: null }

export class PacedShow {
  private trainer: PacedTrainer | null = null
  private snapshot = STILL
  private recipe: { spec: ExperimentSpec; seed: number }
  private visible = false
  private asking = false
  private waiting = false
  private readonly listeners = new Set<() => void>()

  constructor(
    spec: ExperimentSpec,
    seed: number,
    private readonly stepsPerTurn: number,
    private readonly ports: ShowPorts,
  ) {
    this.recipe = { spec, seed }
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getSnapshot = () => this.snapshot

  /** Goes on, or begins; from the end, begins again. */
  play(): void {
    const over = this.snapshot.phase === 'finished' || this.snapshot.phase === 'failed'
    this.change({ phase: 'running', frame: over ? null : this.snapshot.frame, problem: null })
    this.turn()
  }

  pause(): void {
    if (this.snapshot.phase === 'running') this.change({ phase: this.snapshot.frame ? 'paused' : 'still' })
  }

  /** Another network: plays it from its beginning. */
  choose(spec: ExperimentSpec, seed: number): void {
    this.recipe = { spec, seed }
    this.change({ phase: 'running', frame: null, problem: null })
    this.turn()
  }

  setVisible(visible: boolean): void {
    this.visible = visible
    this.turn()
  }

  dispose(): void {
    this.pause()
    this.trainer?.dispose()
    this.trainer = null
    this.listeners.clear()
  }

  private turn(): void {
    if (this.snapshot.phase !== 'running' || !this.visible || this.asking || this.waiting) return
    this.asking = true
    const { recipe } = this
    const { frame } = this.snapshot
    this.trainer ??= this.ports.createTrainer()
    const { trainer } = this
    const question = frame === null ? trainer.start(recipe.spec, recipe.seed) : trainer.advance(this.stepsPerTurn)
    question.then(
      (next) => {
        this.asking = false
        if (trainer !== this.trainer) return
        // A picture of the network before, or from before a new beginning, is nobody's.
        if (recipe !== this.recipe || frame !== this.snapshot.frame) return this.turn()
        this.change({ frame: next, phase: next.weightHash === null ? this.snapshot.phase : 'finished' })
        this.waiting = true
        this.ports.nextTurn(() => {
          this.waiting = false
          this.turn()
        })
      },
      (error: unknown) => {
        this.asking = false
        if (trainer !== this.trainer) return
        trainer.dispose()
        this.trainer = null
        this.change({ phase: 'failed', problem: error instanceof Error ? error.message : String(error) })
      },
    )
  }

  private change(part: Partial<ShowSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...part }
    for (const listener of this.listeners) listener()
  }
}

/**
 * What every player of an asked session has in common: a plan that is chosen, run, paused, stepped, stopped and begun anew;
 * a snapshot that a page subscribes to, told of a few times a second; rest while it cannot be seen; another beginning, from
 * the last checkpoint, where a worker is lost. It knows no React, clock or screen: those are ports. What is asked and what
 * becomes of an answer is the player's that extends it (depth/depth-player.ts).
 */
import type { AskedTrainer } from './asked-trainer'
import { AskingLoop, type Question } from './asking-loop'

export type PlayPhase = 'empty' | 'loading' | 'ready' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed'

export interface PlaySnapshot {
  phase: PlayPhase
  /** Counts the beginnings: what changes with it is another run. */
  round: number
  /** Of computing. */
  elapsedMs: number
  /** Times that the worker was lost and the run went on from a checkpoint, and the step it went on from. */
  recovered: { times: number; step: number } | null
  problem: string | null
}

export const EMPTY_PLAY: PlaySnapshot = { phase: 'empty', round: 0, elapsedMs: 0, recovered: null, problem: null }

export interface PlayerPorts<Command, Answer> {
  createTrainer(): AskedTrainer<Command, Answer>
  /** Milliseconds, from any origin. */
  now(): number
  /** Calls back when the next picture may be drawn; not while nothing is drawn. */
  nextTurn(then: () => void): void
}

/** How much is trained between two pictures. */
export interface Pace {
  steps: number
  budgetMs: number
}

const TELL_MS = 160
const CHECKPOINT_MS = 1000

export abstract class AskedPlayer<Plan, Command, Answer, Snapshot extends PlaySnapshot> {
  protected readonly loop: AskingLoop<Command, Answer>
  protected plan: Plan | null = null
  /** The plan that the worker has. */
  protected begun: Plan | null = null
  protected snapshot: Snapshot
  protected pace: Pace = { steps: 1, budgetMs: 20 }
  /** Steps that are to be made though it does not run. */
  protected once: number | null = null
  private visible = false
  private toldAt = Number.NEGATIVE_INFINITY
  private checkpointAt = Number.NEGATIVE_INFINITY
  private readonly listeners = new Set<() => void>()

  constructor(
    protected readonly ports: PlayerPorts<Command, Answer>,
    private readonly empty: Snapshot,
  ) {
    this.snapshot = empty
    this.loop = new AskingLoop(ports, {
      question: () => {
        const { plan, visible } = this
        return plan === null || !visible || this.snapshot.phase === 'failed' ? null : this.questionOf(plan)
      },
      take: (answer, command) => this.take(answer, command),
      recover: (times) => {
        this.begun = null
        this.change({ recovered: { times, step: this.checkpointStep() } } as Partial<Snapshot>)
      },
      giveUp: (problem) => this.fail(problem),
    })
  }

  /** What is to be asked next of a plan that can be seen; null while there is nothing to do. */
  protected abstract questionOf(plan: Plan): Question<Command> | null
  protected abstract take(answer: Answer, command: Command): void
  /** The step that a new worker would go on from. */
  protected abstract checkpointStep(): number
  /** Another recipe, or the same anew: checkpoints are of no use any more. @returns what is shown until there is news. */
  protected abstract forget(): Partial<Snapshot>

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getSnapshot = () => this.snapshot

  /** Another recipe: begun at once, and trained if one was being trained. Null: none that can be. */
  choose(plan: Plan | null): void {
    const runs = this.snapshot.phase === 'running' && plan !== null
    this.plan = plan
    this.begun = null
    this.once = null
    const kept = this.forget()
    this.loop.begin()
    const phase = plan === null ? 'empty' : runs ? 'running' : 'loading'
    this.change({ ...this.empty, ...kept, round: this.snapshot.round + 1, phase })
    this.loop.turn()
  }

  setPace(pace: Pace): void {
    this.pace = pace
  }

  setVisible(visible: boolean): void {
    this.visible = visible
    this.loop.turn()
  }

  run(): void {
    if (this.plan === null) return
    if (this.isOver()) this.choose(this.plan)
    this.change({ phase: 'running', problem: null } as Partial<Snapshot>)
    this.loop.turn()
  }

  pause(): void {
    if (this.snapshot.phase === 'running') this.change({ phase: 'paused' } as Partial<Snapshot>)
  }

  step(): void {
    if (this.plan === null || this.snapshot.phase === 'running') return
    if (this.isOver()) this.choose(this.plan)
    this.change({ phase: 'paused' } as Partial<Snapshot>)
    this.once = 1
    this.loop.turn()
  }

  /** Ends the run; its curves stay. */
  stop(): void {
    const { phase } = this.snapshot
    if (phase === 'running' || phase === 'paused') this.change({ phase: 'stopped' } as Partial<Snapshot>)
  }

  /** Back to the beginning, at rest. */
  restart(): void {
    if (this.snapshot.phase === 'running') this.change({ phase: 'paused' } as Partial<Snapshot>)
    this.choose(this.plan)
  }

  dispose(): void {
    this.listeners.clear()
    this.loop.dispose()
    this.plan = null
  }

  protected isOver(): boolean {
    const { phase } = this.snapshot
    return phase === 'finished' || phase === 'stopped' || phase === 'failed'
  }

  protected fail(problem: string): void {
    this.change({ phase: 'failed', problem } as Partial<Snapshot>)
  }

  /** Whether the question that is asked now should bring a checkpoint: once a second, and after a single step. */
  protected isCheckpointDue(isSingle: boolean): boolean {
    const now = this.ports.now()
    const isDue = isSingle || now - this.checkpointAt >= CHECKPOINT_MS
    if (isDue) this.checkpointAt = now
    return isDue
  }

  /** A page that shows numbers is told a few times a second while there is more to come. */
  protected tellInTime(next: Snapshot, isMoreToCome = next.phase === 'running'): void {
    if (isMoreToCome && this.ports.now() - this.toldAt < TELL_MS) this.snapshot = next
    else this.tell(next)
  }

  protected change(part: Partial<Snapshot>): void {
    this.tell({ ...this.snapshot, ...part })
  }

  private tell(next: Snapshot): void {
    this.snapshot = next
    this.toldAt = this.ports.now()
    for (const listener of this.listeners) listener()
  }
}

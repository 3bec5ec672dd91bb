/**
 * Asks a worker one question after another while there is one to be asked, a picture's time apart, and replaces a worker that
 * is lost. What is asked, and what becomes of an answer, is the player's that it belongs to (plane-player.ts,
 * unit-player.ts); the next turn and the trainer are ports, so it knows no React, clock or screen.
 */
import { type AskedTrainer, WorkerLostError } from './asked-trainer'

export interface Question<Command> {
  command: Command
  /** How long the answer may take before the worker counts as lost. */
  patienceMs: number
}

export interface LoopPorts<Command, Answer> {
  createTrainer(): AskedTrainer<Command, Answer>
  /** Calls back when the next picture may be drawn; not while nothing is drawn. */
  nextTurn(then: () => void): void
}

export interface LoopOwner<Command, Answer> {
  /** What is to be asked next; null while there is nothing to do. */
  question(): Question<Command> | null
  take(answer: Answer, command: Command): void
  /** The worker is gone for the `times`th time; a new one is asked from here on. */
  recover(times: number): void
  /** It is not tried again. */
  giveUp(problem: string): void
}

/** A first start loads the engine; later answers come within a budget and one step. */
export const START_PATIENCE_MS = 20_000
export const PATIENCE_MS = 5000
/** A recipe that ends its worker each time is not tried for ever. */
const MOST_RECOVERIES = 5

export class AskingLoop<Command, Answer> {
  private trainer: AskedTrainer<Command, Answer> | null = null
  private busy = false
  private waiting = false
  private stale = false
  private losses = 0

  constructor(
    private readonly ports: LoopPorts<Command, Answer>,
    private readonly owner: LoopOwner<Command, Answer>,
  ) {}

  /** Another recipe: the answer that is on its way is nobody's, and workers lost before count no more. */
  begin(): void {
    this.stale = true
    this.losses = 0
  }

  /** Asks, unless an answer or the next picture is waited for. */
  turn(): void {
    if (this.busy || this.waiting) return
    const question = this.owner.question()
    if (question === null) return
    const { command, patienceMs } = question
    this.busy = true
    this.stale = false
    this.trainer ??= this.ports.createTrainer()
    const { trainer } = this
    trainer.ask(command, patienceMs).then(
      (answer) => {
        this.busy = false
        if (this.trainer !== trainer) return
        if (!this.stale) this.owner.take(answer, command)
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

  dispose(): void {
    this.trainer?.dispose()
    this.trainer = null
  }

  private lose(error: unknown): void {
    this.dispose()
    this.losses++
    if (!(error instanceof WorkerLostError) || this.losses > MOST_RECOVERIES) {
      const message = error instanceof Error ? error.message : String(error)
      this.owner.giveUp(`${message} Reload the page to try again.`)
      return
    }
    this.owner.recover(this.losses)
    this.turn()
  }
}

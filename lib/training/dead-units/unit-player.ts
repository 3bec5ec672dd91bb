/**
 * Plays a session that watches units for a page: keeps what was seen after every step, goes back to a step and on from there
 * with other activations, rests at a step that it was told, and asks why a unit died. Not here: how it is asked and told of
 * (asked/asked-player.ts), what is trained and counted (unit-session.ts), the folds over what was seen (unit-history.ts).
 */
import type { Checkpoint, ExperimentSpec } from '@/lib/engine'
import { AskedPlayer, EMPTY_PLAY, type PlayerPorts, type PlaySnapshot } from '@/lib/training/asked/asked-player'
import { PATIENCE_MS, type Question, START_PATIENCE_MS } from '@/lib/training/asked/asking-loop'
import { addNews, cutTo, newCurves, type RunCurves } from '@/lib/training/plane/plane-curves'
import { sameUntil } from './same-until'
import { UnitHistory } from './unit-history'
import type { UnitAnswer, UnitCause, UnitCommand, UnitData, UnitFrame, UnitPlace } from './unit-protocol'

export interface UnitPlan {
  spec: ExperimentSpec
  seed: number
  steps: number
}

export interface UnitSnapshot extends PlaySnapshot {
  data: UnitData | null
  run: RunCurves | null
  /** Filled as the run goes on; `revision` counts how often. */
  history: UnitHistory | null
  revision: number
  /** Of the unit that was asked about last. */
  cause: UnitCause | null
}

export const EMPTY_UNITS: UnitSnapshot = {
  ...EMPTY_PLAY,
  data: null,
  run: null,
  history: null,
  revision: 0,
  cause: null,
}

export class UnitPlayer extends AskedPlayer<UnitPlan, UnitCommand, UnitAnswer, UnitSnapshot> {
  private checkpoint: Checkpoint | null = null
  /** A step that the worker is to go to before anything else. */
  private goTo: number | null = null
  private suspect: { unit: UnitPlace; step: number } | null = null
  private asksCause = false
  /** Where it rests by itself: the reader's wish, and where it is being taken to. */
  private pauseAt: number | null = null
  private target: number | null = null

  constructor(ports: PlayerPorts<UnitCommand, UnitAnswer>) {
    super(ports, EMPTY_UNITS)
  }

  /** The recipe that is played with other swaps goes back to where they differ, and keeps what came before. */
  override choose(plan: UnitPlan | null): void {
    const { plan: before } = this
    const { history, phase } = this.snapshot
    const isKnown = before !== null && plan !== before && history !== null && phase !== 'failed'
    if (plan === null || !isKnown || bare(plan) !== bare(before)) return super.choose(plan)
    this.plan = plan
    if (this.begun !== null) this.begun = plan
    this.cut(sameUntil(before.spec.interventions, plan.spec.interventions))
  }

  /** Where it rests by itself, if it comes there from before; null: nowhere. */
  setPauseAt(step: number | null): void {
    this.pauseAt = step
  }

  /** Trains up to a step, and rests there. */
  runTo(step: number): void {
    if (this.plan === null || step <= this.known()) return
    this.run()
    this.target = step
  }

  override run(): void {
    this.target = null
    super.run()
  }

  /** Back to a step that is known; what came after it is forgotten. */
  backTo(step: number): void {
    if (step < this.known()) this.cut(step)
  }

  /** Asks what step `step` did to a unit; null: nothing is asked. */
  askCause(unit: UnitPlace | null, step: number): void {
    const { suspect } = this
    const isSame = suspect?.unit.layer === unit?.layer && suspect?.unit.unit === unit?.unit && suspect?.step === step
    if (unit !== null && isSame) return
    this.suspect = unit === null ? null : { unit, step }
    this.asksCause = unit !== null
    if (this.snapshot.cause !== null) this.change({ cause: null })
    this.loop.turn()
  }

  protected forget(): Partial<UnitSnapshot> {
    this.checkpoint = null
    this.goTo = null
    this.suspect = null
    this.asksCause = false
    this.target = null
    return { data: this.snapshot.data }
  }

  protected checkpointStep(): number {
    return this.checkpoint?.step ?? 0
  }

  protected questionOf({ spec, seed, steps }: UnitPlan): Question<UnitCommand> | null {
    const { suspect, target, pauseAt } = this
    const { phase, history } = this.snapshot
    const slow = (command: UnitCommand) => ({ command, patienceMs: START_PATIENCE_MS })
    if (this.begun !== this.plan) {
      // After a worker that was lost, what was seen stays true: the same steps are taken once more.
      if (history !== null) this.goTo = this.known()
      this.asksCause = suspect !== null && this.snapshot.cause === null
      return slow({ kind: 'start', spec, seed, checkpoint: this.checkpoint })
    }
    if (this.goTo !== null) return slow({ kind: 'go', spec, step: this.goTo })
    if (suspect !== null && this.asksCause) return slow({ kind: 'cause', ...suspect })
    const isSingle = this.once !== null
    if (phase !== 'running' && !isSingle) return null
    this.once = null
    const until = target ?? (pauseAt !== null && pauseAt > this.known() ? pauseAt : steps)
    const { budgetMs } = this.pace
    const pace = isSingle ? { steps: 1, until: steps, budgetMs } : { ...this.pace, until }
    return {
      command: { kind: 'advance', ...pace, checkpoint: this.isCheckpointDue(isSingle) },
      patienceMs: PATIENCE_MS,
    }
  }

  protected take(answer: UnitAnswer, command: UnitCommand): void {
    switch (answer.kind) {
      case 'failed':
        return this.fail(answer.message)
      case 'cause':
        this.asksCause = false
        return this.change({ cause: answer.cause })
      case 'started':
        return this.takeStart(answer.data, answer.frame)
      case 'frame':
        if (command.kind === 'go') this.goTo = null
        return this.takeFrame(answer.frame, command.kind === 'advance' ? command.until : null)
      default:
        answer satisfies never
    }
  }

  private takeStart(data: UnitData, frame: UnitFrame): void {
    const { plan } = this
    if (plan === null) return
    this.begun = plan
    const { phase } = this.snapshot
    const units = data.layers.reduce((sum, count) => sum + count, 0)
    const next = { ...this.snapshot, data, phase: phase === 'loading' ? ('ready' as const) : phase }
    if (this.snapshot.history !== null) return this.change(next)
    this.snapshot = { ...next, history: new UnitHistory(units, plan.steps), run: newCurves(plan.seed) }
    this.takeFrame(frame, null)
  }

  /** `until`: where it was to rest. */
  private takeFrame({ looks, news, checkpoint, elapsedMs }: UnitFrame, until: number | null): void {
    const { history, run } = this.snapshot
    if (history === null || run === null) return
    if (checkpoint !== null) this.checkpoint = checkpoint
    history.add(looks)
    const now = addNews(run, news)
    let { phase } = this.snapshot
    if (now.end !== null && phase !== 'stopped') phase = 'finished'
    else if (phase === 'running' && until !== null && now.step >= until) phase = 'paused'
    if (phase !== 'running') this.target = null
    const next = { ...this.snapshot, run: now, phase, revision: this.snapshot.revision + 1, elapsedMs }
    if (until === null) this.change(next)
    else this.tellInTime(next)
  }

  /** The last step that was seen; 0 before the first look. */
  private known(): number {
    return Math.max(0, this.snapshot.history?.last ?? 0)
  }

  private cut(step: number): void {
    const { history, run, phase, revision } = this.snapshot
    const to = Math.min(this.known(), step)
    history?.cutTo(to)
    this.goTo = to
    this.once = null
    // What a step did stays true where the step does.
    const cause = this.suspect !== null && this.suspect.step <= to ? this.snapshot.cause : null
    if (this.suspect !== null && this.suspect.step > to) this.suspect = null
    this.asksCause = this.suspect !== null && cause === null
    this.loop.begin()
    if (this.checkpoint !== null && this.checkpoint.step > to) this.checkpoint = null
    this.change({
      run: run === null ? null : cutTo(run, to),
      revision: revision + 1,
      cause,
      phase: phase === 'finished' || phase === 'stopped' ? 'paused' : phase,
    })
    this.loop.turn()
  }
}

/** What a plan is apart from its swaps, as one text. */
function bare({ spec, seed }: UnitPlan): string {
  const { interventions: _swaps, ...rest } = spec
  return JSON.stringify([rest, seed])
}

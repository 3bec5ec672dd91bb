/**
 * Plays a session on deep networks for a page: has them read before anything is trained, then trains them round by round.
 * What is shown are whole rounds, all runs at the same step; of the first one every run, as soon as it is read. Not here:
 * how it is run, paused and recovered (asked/asked-player.ts), what is measured (depth-session.ts).
 */
import type { Checkpoint, ExperimentSpec, ProbeReading } from '@/lib/engine'
import { AskedPlayer, EMPTY_PLAY, type PlayerPorts, type PlaySnapshot } from '@/lib/training/asked/asked-player'
import { PATIENCE_MS, type Question, START_PATIENCE_MS } from '@/lib/training/asked/asking-loop'
import type { DepthAnswer, DepthCommand, DepthData, DepthEnd, DepthFrame, LayerReading } from './depth-protocol'

export interface DepthPlan {
  /** One a kind of network that is compared, of the same data. */
  specs: ExperimentSpec[]
  seeds: number[]
  /** Of one run. */
  steps: number
}

/** A round of one run, for curves over steps. */
export interface DepthMoment {
  step: number
  /** Gradient norms of the first layer and of the output layer. */
  first: number
  last: number
  loss: number | null
  accuracy: number | null
}

export interface DepthRunView {
  /** Which of the plan's specs. */
  line: number
  seed: number
  step: number
  epoch: number
  /** Null until it was read for the first time. */
  reading: LayerReading | null
  /** In order of steps. */
  moments: readonly DepthMoment[]
  end: DepthEnd | null
}

export interface DepthSnapshot extends PlaySnapshot {
  /** What the runs are of: until another one's first numbers come, those of the plan before are shown. */
  plan: DepthPlan | null
  isStale: boolean
  data: DepthData | null
  /** Line by line, and seed by seed. */
  runs: readonly DepthRunView[]
  histograms: { line: number; seed: number; step: number; readings: readonly ProbeReading[] } | null
}

export const EMPTY_DEPTH: DepthSnapshot = {
  ...EMPTY_PLAY,
  plan: null,
  isStale: false,
  data: null,
  runs: [],
  histograms: null,
}

export class DepthPlayer extends AskedPlayer<DepthPlan, DepthCommand, DepthAnswer, DepthSnapshot> {
  private checkpoints: (Checkpoint | null)[] | null = null
  /** With what the open round has brought so far. */
  private runs: readonly DepthRunView[] = []
  private look = 0
  private wantsLook = false
  /** A round is begun, and not every run was read in it. */
  private isOpen = false

  constructor(ports: PlayerPorts<DepthCommand, DepthAnswer>) {
    super(ports, EMPTY_DEPTH)
  }

  /** Whose histograms are shown: a kind of network, by its first seed. */
  setLook(line: number): void {
    if (this.look === line) return
    this.look = line
    this.wantsLook = true
    this.loop.turn()
  }

  protected questionOf(plan: DepthPlan): Question<DepthCommand> | null {
    const { specs, seeds } = plan
    if (this.begun !== plan) {
      return { command: { kind: 'start', specs, seeds, checkpoints: this.checkpoints }, patienceMs: START_PATIENCE_MS }
    }
    const isRunning = this.snapshot.phase === 'running'
    if (!isRunning && this.once === null && !this.wantsLook && !this.isOpen) return null
    const steps = this.isOpen ? 0 : isRunning ? this.pace.steps : (this.once ?? 0)
    if (!this.isOpen) this.once = null
    this.wantsLook = false
    const { budgetMs } = this.pace
    const checkpoint = this.isCheckpointDue(!isRunning && steps > 0)
    const command = { kind: 'advance' as const, steps, budgetMs, look: this.look * seeds.length, checkpoint }
    return { command, patienceMs: PATIENCE_MS }
  }

  protected take(answer: DepthAnswer): void {
    switch (answer.kind) {
      case 'failed':
        return this.fail(answer.message)
      case 'started':
        return this.begin(answer.data)
      case 'frame':
        return this.takeFrame(answer.frame)
      default:
        answer satisfies never
    }
  }

  protected checkpointStep(): number {
    return Math.max(0, ...(this.checkpoints ?? []).map((checkpoint) => checkpoint?.step ?? 0))
  }

  protected forget(): Partial<DepthSnapshot> {
    this.checkpoints = null
    this.runs = []
    if (this.plan === null) return {}
    const { plan, data, runs, histograms } = this.snapshot
    return { plan, data, runs, histograms, isStale: true }
  }

  private begin(data: DepthData): void {
    const { plan } = this
    this.begun = plan
    this.isOpen = true
    const from = this.checkpointStep()
    const known = this.runs
    this.runs = (plan?.specs ?? []).flatMap((_, line) =>
      (plan?.seeds ?? []).map((seed, index) => {
        const before = known[line * (plan?.seeds.length ?? 0) + index]
        // What came after the checkpoint will be made once more, with the same bits.
        const moments = before?.moments.filter(({ step }) => step < from) ?? []
        return { line, seed, step: 0, epoch: 0, reading: before?.reading ?? null, moments, end: null }
      }),
    )
    const { phase } = this.snapshot
    this.change({ data, phase: phase === 'loading' ? 'ready' : phase })
  }

  private takeFrame({ runs, isWhole, histograms, checkpoints, elapsedMs }: DepthFrame): void {
    this.runs = this.runs.map((run, place) => addNews(run, runs[place] ?? null))
    this.isOpen = !isWhole
    if (checkpoints !== null) this.checkpoints = checkpoints
    const { snapshot } = this
    const isFirst = this.runs.some(({ moments }) => moments.length === 0)
    const shown = isWhole || isFirst ? this.runs : snapshot.runs
    const hasEnded = isWhole && this.runs.every(({ end }) => end !== null)
    const looked = histograms === null ? undefined : this.runs[histograms.run]
    const readings = histograms?.readings ?? []
    // Those of other networks are nobody's.
    const kept = snapshot.isStale ? null : snapshot.histograms
    const next: DepthSnapshot = {
      ...snapshot,
      plan: this.begun,
      isStale: false,
      runs: shown,
      histograms: looked ? { step: looked.step, line: looked.line, seed: looked.seed, readings } : kept,
      elapsedMs,
      phase: hasEnded && !this.isOver() ? 'finished' : snapshot.phase,
    }
    // The very first line is shown at once.
    const isMoreToCome = next.phase === 'running' || (this.isOpen && !snapshot.isStale && snapshot.runs.length > 0)
    this.tellInTime(next, isMoreToCome)
  }
}

function addNews(run: DepthRunView, news: DepthFrame['runs'][number]): DepthRunView {
  if (news === null) return run
  const { step, epoch, reading, loss, accuracy, end } = news
  const moment = { step, first: reading.gradients[0] ?? 0, last: reading.gradients.at(-1) ?? 0, loss, accuracy }
  const isNew = run.moments.at(-1)?.step !== step
  return { ...run, step, epoch, reading, end, moments: isNew ? [...run.moments, moment] : run.moments }
}

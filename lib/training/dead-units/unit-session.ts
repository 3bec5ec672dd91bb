/**
 * The worker's inside for watched units: one run on points of the plane, trained as far as the page asks, each unit tried on
 * every training example after every step. It keeps checkpoints, so that it can go back to a step and on from there with
 * other activations. It knows no Worker, clock or network: those are its ports, so that it is tested in Node. Not here: what
 * is counted (unit-looker.ts), why a unit died (unit-cause.ts), what the page makes of it (unit-history.ts).
 */
import type { Checkpoint, ExperimentSpec } from '@/lib/engine'
import type { LoadedRecipe } from '@/lib/training/plane/load-recipe'
import { planeData } from '@/lib/training/plane/plane-data'
import { PlaneRun } from '@/lib/training/plane/plane-run'
import type { PlanePorts } from '@/lib/training/plane/plane-session'
import { sameUntil } from './same-until'
import { causeOf } from './unit-cause'
import { UnitLooker } from './unit-looker'
import type { UnitAnswer, UnitCommand, UnitFrame } from './unit-protocol'

/** Going back costs at most a hundredth of the run. */
const CHECKPOINTS = 100

interface Begun {
  recipe: LoadedRecipe
  spec: ExperimentSpec
  seed: number
  looker: UnitLooker
  run: PlaneRun
  /** In order of their steps. */
  checkpoints: Checkpoint[]
}

type Command<Kind extends UnitCommand['kind']> = Extract<UnitCommand, { kind: Kind }>

export class UnitSession {
  private begun: Begun | null = null
  private elapsedMs = 0

  constructor(private readonly ports: PlanePorts) {}

  /** Never rejects: what goes wrong is an answer. */
  async answer(command: UnitCommand): Promise<UnitAnswer> {
    try {
      if (command.kind === 'start') return await this.start(command)
      const { begun } = this
      if (begun === null) throw new Error('Nothing was started yet.')
      if (command.kind === 'cause') return { kind: 'cause', cause: this.cause(begun, command) }
      return { kind: 'frame', frame: command.kind === 'go' ? this.go(begun, command) : this.advance(begun, command) }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  private async start({ spec, seed, checkpoint }: Command<'start'>): Promise<UnitAnswer> {
    this.begun?.run.trainer.dismiss()
    this.begun = null
    const recipe = await this.ports.load(spec)
    const data = { ...planeData(recipe.dataset, null), isSlow: recipe.isSlow }
    const looker = new UnitLooker(recipe.dataset, spec, seed)
    const run = runFrom(recipe, spec, seed, checkpoint)
    this.begun = { recipe, spec, seed, looker, run, checkpoints: checkpoint === null ? [] : [checkpoint] }
    this.elapsedMs = 0
    looker.look(run.trainer)
    return { kind: 'started', data: { ...data, layers: looker.layers }, frame: this.frame(this.begun, false) }
  }

  private advance(begun: Begun, { steps, until, budgetMs, checkpoint }: Command<'advance'>): UnitFrame {
    const { run, looker, checkpoints } = begun
    const started = this.ports.now()
    const every = Math.max(1, Math.ceil(run.trainer.steps / CHECKPOINTS))
    for (let left = steps; left > 0 && !run.isOver && run.step < until; left--) {
      const before = run.step
      run.advance(before + 1)
      if (run.step === before) continue
      looker.look(run.trainer)
      if (run.step % every === 0 && run.step > (checkpoints.at(-1)?.step ?? 0)) {
        checkpoints.push(run.trainer.checkpoint())
      }
      if (this.ports.now() - started >= budgetMs) break
    }
    // Behind the last step come its evaluation and the end.
    if (run.step >= run.trainer.steps && !run.isOver) run.advance(run.step + 1)
    this.elapsedMs += this.ports.now() - started
    return this.frame(begun, checkpoint)
  }

  /** What is trained once more on the way was told when it was trained first. */
  private go(begun: Begun, { spec, step }: Command<'go'>): UnitFrame {
    const { recipe, seed, looker } = begun
    const same = sameUntil(begun.spec.interventions, spec.interventions)
    begun.checkpoints = begun.checkpoints.filter((checkpoint) => checkpoint.step <= same)
    begun.spec = spec
    begun.run.trainer.dismiss()
    begun.run = runFrom(recipe, spec, seed, lastBefore(begun.checkpoints, step))
    const { run } = begun
    while (run.step < step && !run.isOver) run.advance(step)
    run.takeNews()
    looker.look(run.trainer)
    return this.frame(begun, true)
  }

  private cause({ recipe, spec, seed, looker, checkpoints }: Begun, { unit, step }: Command<'cause'>) {
    return causeOf(
      { ...unit, step },
      {
        spec,
        looker,
        trainerBefore: (before) => recipe.createTrainer(seed, lastBefore(checkpoints, before), spec),
        trainerFrom: (checkpoint) => recipe.createTrainer(seed, checkpoint, spec),
      },
    )
  }

  private frame({ run, looker }: Begun, checkpoint: boolean): UnitFrame {
    return {
      news: run.takeNews(),
      looks: looker.take(),
      checkpoint: checkpoint ? run.trainer.checkpoint() : null,
      elapsedMs: this.elapsedMs,
    }
  }
}

function runFrom(recipe: LoadedRecipe, spec: ExperimentSpec, seed: number, checkpoint: Checkpoint | null): PlaneRun {
  const from = checkpoint === null ? null : { checkpoint, reachedAt: null }
  return new PlaneRun(recipe.createTrainer(seed, checkpoint, spec), null, from)
}

function lastBefore(checkpoints: readonly Checkpoint[], step: number): Checkpoint | null {
  return checkpoints.findLast((checkpoint) => checkpoint.step <= step) ?? null
}

import { cos } from '../numerics/trigonometry'
import type { ScheduleSpec } from '../spec/training-spec'

const PI = 3.141592653589793

/** The learning rate of the step that follows `step` completed ones, of `steps` in all. */
export function learningRateAt(schedule: ScheduleSpec, base: number, step: number, steps: number): number {
  const warmup = schedule.warmupSteps ?? 0
  if (step < warmup) return (base * (step + 1)) / (warmup + 1)
  return afterWarmup(schedule, base, step - warmup, steps - warmup)
}

function afterWarmup(schedule: ScheduleSpec, base: number, step: number, steps: number): number {
  switch (schedule.kind) {
    case 'constant':
      return base
    case 'step': {
      let rate = base
      for (let drops = Math.floor(step / schedule.everySteps); drops > 0 && rate > 0; drops--) rate *= schedule.factor
      return rate
    }
    case 'cosine': {
      const final = schedule.final ?? 0
      return final + (base - final) * 0.5 * (1 + cos((PI * step) / steps))
    }
    default:
      return schedule satisfies never
  }
}

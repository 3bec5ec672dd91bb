/** When a run has diverged and ends: NUMERICS.md, "Divergence". Looks at numbers only; changes none. */
import type { Parameter } from '../nn/module'

/**
 * Labels and standardised inputs are of the order of 1, and this is five orders of magnitude from them, squared. Runs
 * do come back from below: the lessons' photographs under Adam at a rate of 10 peak at 1.4e8, then fall to 3. It is the
 * same for every run, so that a resumed one ends where the whole one does.
 */
export const LARGEST_LOSS = 1e10

/** What is wrong with a mean loss, in one sentence beginning with `what`; null where nothing is. */
export function lossProblem(what: string, loss: number): string | null {
  if (!Number.isFinite(loss)) return `${what} is ${loss}, not a finite number.`
  if (loss > LARGEST_LOSS) return `${what} is ${loss.toExponential(1)}, above the largest allowed, 1e+10.`
  return null
}

/** Says which step left a weight that is no finite number; null where all are. */
export function weightProblem(step: number, parameters: readonly Parameter[]): string | null {
  for (const { value } of parameters) {
    for (let i = 0; i < value.length; i++) {
      if (!Number.isFinite(value[i])) return `After step ${step} a weight is ${value[i]}, not a finite number.`
    }
  }
  return null
}

/** When a run has diverged and ends: NUMERICS.md, "Divergence". Looks at numbers only; changes none. */

/**
 * Labels and standardised inputs are of the order of 1, and this is five orders of magnitude from them, squared. Runs
 * do come back from below: the lessons' photographs under Adam at a rate of 10 peak at 1.4e8, then fall to 3. It is the
 * same for every run, so that a resumed one ends where the whole one does.
 */
export const LARGEST_LOSS = 1e10

/** Whether nothing is wrong with a mean loss. */
export function isUsual(loss: number): boolean {
  return loss <= LARGEST_LOSS && loss >= -LARGEST_LOSS
}

/**
 * What is wrong with a mean loss, in one sentence beginning with `what` and the step; null where nothing is. It is asked at
 * every step, so it makes no string before it has to.
 */
export function lossProblem(what: string, step: number, loss: number): string | null {
  if (!Number.isFinite(loss)) return `${what} ${step} is ${loss}, not a finite number.`
  if (loss > LARGEST_LOSS) return `${what} ${step} is ${loss.toExponential(1)}, above the largest allowed, 1e+10.`
  return null
}

/** Says after which step a number, `what` it is, is not finite; null where all are. */
export function numberProblem(what: string, step: number, numbers: readonly Float32Array[]): string | null {
  for (const values of numbers) {
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) return `After step ${step} ${what} is ${values[i]}, not a finite number.`
    }
  }
  return null
}

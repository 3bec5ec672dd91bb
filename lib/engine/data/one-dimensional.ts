import { exp } from '../numerics/exp'
import { sin } from '../numerics/trigonometry'
import type { FunctionName } from '../spec/spec'

const PI = 3.141592653589793

/** Targets of the 1-D regressions, for x in [−1, 1]. */
export const oneDimensionalFunctions: Record<FunctionName, (x: number) => number> = {
  sine: (x) => sin(PI * x),
  step: (x) => (x < 0 ? -1 : 1),
  absolute: (x) => 2 * Math.abs(x) - 1,
  quadratic: (x) => 2 * x * x - 1,
  bump: (x) => exp(-20 * x * x),
}

import { exp } from '../../numerics/exp'
import { sin } from '../../numerics/trigonometry'
import type { FunctionName } from '../../spec/data-spec'

const PI = 3.141592653589793

/** Targets of the 1-D regressions, for x in [−1, 1]. */
export const oneDimensionalFunctions: Record<FunctionName, (x: number) => number> = {
  sine: (x) => sin(PI * x),
  step: (x) => (x < 0 ? -1 : 1),
  absolute: (x) => 2 * Math.abs(x) - 1,
  quadratic: (x) => 2 * x * x - 1,
  bump: (x) => exp(-20 * x * x),
  cubic: (x) => x * (4 * x * x - 3),
  sawtooth: (x) => 4 * x - 2 * Math.floor(2 * x) - 1,
  'fast-sine': (x) => sin(4 * PI * x),
  chirp: (x) => sin(3 * PI * (x + 1) * (x + 1)),
  runge: (x) => 2 / (1 + 25 * x * x) - 1,
}

import { activationSlope, activationValue } from '../lanes/activation-table'
import { flush, mul } from '../lanes/vocabulary'
import type { Memory } from './memory'

/** y = f(z) for n numbers; `parameters` is the address of two float32, α and β. */
export function activationForward(m: Memory, id: number, z: number, y: number, n: number, parameters: number): void {
  const { f32 } = m
  const alpha = f32[parameters >> 2] as number
  const beta = f32[(parameters >> 2) + 1] as number
  for (let i = 0; i < n; i++) f32[(y >> 2) + i] = activationValue(id, f32[(z >> 2) + i] as number, alpha, beta)
}

/** g = dy·f′(z), subnormals as 0; y is what `activationForward` wrote. */
export function activationBackward(
  m: Memory,
  id: number,
  z: number,
  y: number,
  dy: number,
  g: number,
  n: number,
  parameters: number,
): void {
  const { f32 } = m
  const alpha = f32[parameters >> 2] as number
  const beta = f32[(parameters >> 2) + 1] as number
  for (let i = 0; i < n; i++) {
    const slope = activationSlope(id, f32[(z >> 2) + i] as number, f32[(y >> 2) + i] as number, alpha, beta)
    f32[(g >> 2) + i] = flush(mul(f32[(dy >> 2) + i] as number, slope))
  }
}

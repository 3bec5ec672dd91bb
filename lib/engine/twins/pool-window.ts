import { activationValue } from '../lanes/activation-table'
import type { Memory } from './memory'

const RULE_ENDS = 1
const RULE_ALL = 2

/** The four pre-activations of a 2 × 2 window in row order, and the address of each one's window in x. */
export interface Window {
  z: [number, number, number, number]
  x: [number, number, number, number]
}

/** a is larger than b, or is NaN: a maximum is NaN as soon as one number is. */
function beats(a: number, b: number): boolean {
  return a > b || Number.isNaN(a)
}

/** Twin of lib/engine/kernels/pool-window.ts, one channel at a time. `settings`: id, pooling rule, α, β. */
export function poolWindow(
  memory: Memory,
  window: Window,
  settings: number,
  y: number,
  z: number,
  place: number,
): void {
  const { f32, i32 } = memory
  const s = settings >> 2
  const id = i32[s] as number
  const rule = i32[s + 1] as number
  const alpha = f32[s + 2] as number
  const beta = f32[s + 3] as number
  let winner = 0
  let best: number
  if (rule === RULE_ALL) {
    best = activationValue(id, window.z[0], alpha, beta)
    for (let p = 1; p < 4; p++) {
      const value = activationValue(id, window.z[p] as number, alpha, beta)
      if (!beats(value, best)) continue
      best = value
      winner = p
    }
  } else {
    for (let p = 1; p < 4; p++) if (beats(window.z[p] as number, window.z[winner] as number)) winner = p
    best = activationValue(id, window.z[winner] as number, alpha, beta)
    if (rule === RULE_ENDS) {
      let lowest = 0
      for (let p = 1; p < 4; p++) if ((window.z[p] as number) < (window.z[lowest] as number)) lowest = p
      const other = activationValue(id, window.z[lowest] as number, alpha, beta)
      if (other > best) {
        best = other
        winner = lowest
      }
    }
  }
  f32[y >> 2] = best
  f32[z >> 2] = window.z[winner] as number
  i32[place >> 2] = window.x[winner] as number
}

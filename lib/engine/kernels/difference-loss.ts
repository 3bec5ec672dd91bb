// The losses that look at a difference y − t (lib/engine/losses/difference-loss.ts), of a chunk's examples: in double
// precision and in the order of the losses that the host measures. Twin: lib/engine/twins/difference-loss.ts.

import { field, step } from './geometry'

/** Fields of the block, as lib/engine/network/compile-loss.ts writes it; y and dy lie alike. */
const OUTPUTS: usize = 0
const IMAGE_STEP: usize = 4
const PENALTY: usize = 8
const HAS_CLASSES: usize = 12
const DELTA: usize = 16

/** Of the source block: where the targets lie. Of the chunk's list: see lib/engine/program/space.ts. */
const TARGETS: usize = 16
const SCALE: usize = 8
const LOSS_SUM: usize = 16
const CORRECT: usize = 24
const INDICES: usize = 32

const SQUARED = 0, ABSOLUTE = 1
const SMALLEST_NORMAL: f64 = 1.1754943508222875e-38

@inline
function penaltyOf(kind: i32, d: f64, delta: f64): f64 {
  if (kind == SQUARED) return d * d
  const size = abs(d)
  if (kind == ABSOLUTE) return size
  return size > delta ? delta * (size - 0.5 * delta) : 0.5 * d * d
}

@inline
function slopeOf(kind: i32, d: f64, delta: f64): f64 {
  if (kind == SQUARED) return 2 * d
  if (kind == ABSOLUTE) return d > 0 ? 1 : d < 0 ? -1 : d
  return d > delta ? delta : d < -delta ? -delta : d
}

@inline
function flushed(x: f64): f32 {
  return abs(x) < SMALLEST_NORMAL ? 0 : <f32>x
}

/** dy = scale · dl/dy; the sum of the losses and the number of right answers into the list's header. */
export function differenceLoss(y: usize, dy: usize, source: usize, list: usize, block: usize, count: i32): void {
  const outputs = field(block, OUTPUTS), imageStep = step(block, IMAGE_STEP), kind = field(block, PENALTY)
  const hasClasses = field(block, HAS_CLASSES) != 0
  const delta = load<f64>(block, DELTA)
  const targets = step(source, TARGETS)
  const share = load<f64>(list, SCALE) / <f64>outputs
  // Of one output: classes 0 and 1 as −1 and 1, or the number itself.
  const slope: f64 = hasClasses ? 2 : 1, start: f64 = hasClasses ? -1 : 0
  let lossSum: f64 = 0
  let correct = 0
  let index = list + INDICES
  for (const end = index + <usize>count * 8; index < end; index += 8) {
    const target = <f64>load<f32>(targets + (<usize>load<u32>(index) << 2))
    if (outputs == 1) {
      const value = <f64>load<f32>(y)
      const d = value - (slope * target + start)
      lossSum += penaltyOf(kind, d, delta)
      store<f32>(dy, flushed(slopeOf(kind, d, delta) * share))
      correct += i32(<f64>i32(value > 0) == target)
    } else {
      let penalties: f64 = 0
      let best = 0
      let largest = load<f32>(y)
      for (let j = 0; j < outputs; j++) {
        const value = load<f32>(y + (<usize>j << 2))
        const d = <f64>value - <f64>i32(<f64>j == target)
        penalties += penaltyOf(kind, d, delta)
        store<f32>(dy + (<usize>j << 2), flushed(slopeOf(kind, d, delta) * share))
        if (value > largest) {
          largest = value
          best = j
        }
      }
      lossSum += penalties / <f64>outputs
      correct += i32(<f64>best == target)
    }
    y += imageStep
    dy += imageStep
  }
  store<f64>(list, lossSum, LOSS_SUM)
  store<f64>(list, hasClasses ? <f64>correct : 0, CORRECT)
}

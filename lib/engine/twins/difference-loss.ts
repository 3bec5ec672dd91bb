import { createDifferenceLoss } from '../losses/create-difference-loss'
import { ArenaLoss } from '../losses/measure-in-arena'
import { DIFFERENCES, type DifferenceSpec } from '../spec/loss-spec'
import type { Memory } from './memory'

/** Twin of lib/engine/kernels/difference-loss.ts. */
export function differenceLoss(
  memory: Memory,
  y: number,
  dy: number,
  source: number,
  list: number,
  block: number,
  count: number,
): void {
  const at = (field: number) => memory.i32[(block >> 2) + field] as number
  const [outputs, imageStep] = [at(0), at(1)]
  const delta = memory.f64[(block + 16) >> 3] as number
  const spec = { kind: DIFFERENCES[at(2)] as DifferenceSpec['kind'], delta }
  const loss = createDifferenceLoss(spec, { capacity: count, outputs, classes: at(3) === 0 ? null : outputs })
  new ArenaLoss(loss, outputs, count).measure(memory, { y, dy, imageStep, source, list }, count)
}

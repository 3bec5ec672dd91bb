import type { FeatureMap } from '../nn/feature-map'
import type { ArenaPlan } from '../program/arena'
import type { Program } from '../program/program'
import { addressIn } from '../program/space'
import { DIFFERENCES, type DifferenceSpec } from '../spec/loss-spec'

/** A loss that a kernel measures, and whether the targets are classes. */
export interface MeasuredLoss {
  spec: DifferenceSpec
  hasClasses: boolean
}

/** The loss of the chunk's examples, their last call forward; other losses the host measures (losses/measure-in-arena.ts). */
export function emitLoss(
  { plan, program, source }: { plan: ArenaPlan; program: Program; source: number },
  { spec, hasClasses }: MeasuredLoss,
  y: FeatureMap,
  dy: FeatureMap,
): void {
  const delta = Float64Array.of((spec.kind === 'huber' ? spec.delta : undefined) ?? 1)
  const head = [y.channels, y.imageStep, DIFFERENCES.indexOf(spec.kind), hasClasses ? 1 : 0]
  program.emit('differenceLoss', {
    y: y.address,
    dy: dy.address,
    source,
    list: addressIn('chunk', 0),
    block: plan.block([...head, ...new Int32Array(delta.buffer)]),
  })
}

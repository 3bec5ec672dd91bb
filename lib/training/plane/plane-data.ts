import type { Dataset } from '@/lib/engine'
import { readInputs } from '@/lib/engine/doors/trainer'
import type { PlaneData } from './plane-protocol'

/** Points of the plane as a page draws them. `asked`: how far the square reaches; null: as far as the points do. */
export function planeData(dataset: Dataset, asked: number | null): Omit<PlaneData, 'isSlow'> {
  const { inputShape, classes, train, validation, hash } = dataset
  if (inputShape[0] !== 2 || classes === null) throw new Error('These data are no points of the plane in classes.')
  const inputs = readInputs(train, 2, 0, train.count)
  const heldInputs = readInputs(validation, 2, 0, validation.count)
  const furthest = [inputs, heldInputs].reduce((most, all) => all.reduce((m, x) => Math.max(m, Math.abs(x)), most), 1)
  const extent = asked ?? Math.ceil(furthest * 11) / 10
  return {
    points: { inputs, labels: [...train.labels], extent },
    held: { inputs: heldInputs, labels: [...validation.labels] },
    classes,
    hash,
  }
}

/** Builds the data sets that a learner brings: points placed in the plane, and tables. Not here: reading a table (table.ts). */
import type { PointsDataSpec, TableDataSpec } from '../../spec/data-spec'
import { DEFAULT_STANDARDISE_TABLE } from '../../spec/data-spec'
import type { Examples, NumberDataset } from '../dataset'
import { splitExamples } from '../split'
import { readTable } from './table'

/** Points and labels as given: nothing is scaled, so that what is drawn is what is learnt from. */
export function buildPoints(spec: PointsDataSpec): NumberDataset {
  const inputs = Float32Array.from(spec.points.flatMap((point) => point.slice(0, 2)))
  const labels = Uint8Array.from(spec.points, ([, , label]) => label)
  const classes = Array.from({ length: spec.classes ?? 2 }, (_, label) => `class ${label}`)
  return splitExamples(spec, { inputs, labels, count: labels.length }, { name: 'points', width: 2, classes })
}

/** @throws OwnDataError naming row and column. */
export function buildTable(spec: TableDataSpec): NumberDataset {
  const { features, classes, inputs, labels, count } = readTable(spec)
  const width = features.length
  const dataset = splitExamples(spec, { inputs, labels, count }, { name: 'table', width, classes })
  if ((spec.standardise ?? DEFAULT_STANDARDISE_TABLE) === 'none') return dataset
  const { train, validation } = dataset
  for (let k = 0; k < width; k++) standardise(train, [train.inputs, validation.inputs], k, width)
  if (train.labels instanceof Float32Array && validation.labels instanceof Float32Array) {
    standardise(train, [train.labels, validation.labels], 0, 1)
  }
  return dataset
}

/**
 * x ↦ (x − mean) / deviation for column k of both parts, by mean and deviation of the first, the training part. Where
 * they are all the same there, x ↦ x − mean.
 */
function standardise({ count }: Examples, [train, held]: [Float32Array, Float32Array], k: number, width: number): void {
  let sum = 0
  let isConstant = true
  for (let i = k; i < train.length; i += width) {
    sum += train[i] as number
    isConstant &&= train[i] === train[k]
  }
  const mean = isConstant ? (train[k] as number) : sum / count
  let squares = 0
  for (let i = k; i < train.length; i += width) {
    const difference = (train[i] as number) - mean
    squares += difference * difference
  }
  const deviation = isConstant ? 1 : Math.sqrt(squares / count)
  for (const values of [train, held]) {
    for (let i = k; i < values.length; i += width) values[i] = ((values[i] as number) - mean) / deviation
  }
}

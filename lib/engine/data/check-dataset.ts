import { DatasetError } from '../errors'
import type { DataSpec } from '../spec/data-spec'
import { classCountOf, inputShapeOf } from '../spec/example-shape'
import type { Dataset, Examples } from './dataset'

/**
 * Whether a data set is what it says: examples enough, each with its numbers and a label that can be learnt; and whether
 * its examples and classes are those of `spec`, which the model was checked against. Sets that were made from the spec
 * are; others are handed in.
 * @throws DatasetError naming the set, the example, its value and the remedy.
 */
export function checkDataset({ name, inputShape, classes, train, validation }: Dataset, spec: DataSpec): void {
  const wantedShape = inputShapeOf(spec).join(', ')
  if (inputShape.join(', ') !== wantedShape) {
    throw new DatasetError(
      `An example of ${name} has the shape [${inputShape.join(', ')}], one of the spec's data (${spec.kind}) has [${wantedShape}]; give the data that the spec names.`,
    )
  }
  const wantedClasses = classCountOf(spec)
  if ((classes?.length ?? null) !== wantedClasses) {
    throw new DatasetError(
      `${name} has ${shownClasses(classes?.length ?? null)}, the spec's data (${spec.kind}) ${shownClasses(wantedClasses)}; give the data that the spec names.`,
    )
  }
  const size = inputShape.reduce((product, side) => product * side, 1)
  for (const [which, examples] of [
    [`The training set of ${name}`, train],
    [`The validation set of ${name}`, validation],
  ] as const) {
    checkExamples(which, examples, size, classes?.length ?? null)
  }
}

function checkExamples(
  which: string,
  { inputs, levels, labels, count }: Examples,
  size: number,
  classes: number | null,
) {
  if (!Number.isInteger(count) || count < 1) {
    throw new DatasetError(`${which} has ${count} examples; give at least one.`)
  }
  if (inputs.length !== count * size) {
    throw new DatasetError(
      `${which} has ${inputs.length} numbers for ${count} examples of ${size}; give ${count * size}, side by side.`,
    )
  }
  if (levels === undefined) {
    const wrong = inputs.findIndex((value) => !Number.isFinite(value))
    if (wrong >= 0) {
      const example = Math.floor(wrong / size)
      throw new DatasetError(
        `${which}: number ${wrong % size} of example ${example} is ${inputs[wrong]}; give finite numbers.`,
      )
    }
  }
  if (labels.length !== count) {
    throw new DatasetError(`${which} has ${labels.length} labels for ${count} examples; give one an example.`)
  }
  const wrong = labels.findIndex((label) => !isLabel(label, classes))
  if (wrong < 0) return
  const remedy = classes === null ? 'give finite numbers' : `use whole numbers from 0 to ${classes - 1}`
  throw new DatasetError(`${which}: the label of example ${wrong} is ${labels[wrong]}; ${remedy}.`)
}

function shownClasses(count: number | null): string {
  return count === null ? 'no classes (a regression)' : `${count} classes`
}

function isLabel(label: number, classes: number | null): boolean {
  return classes === null ? Number.isFinite(label) : Number.isInteger(label) && label >= 0 && label < classes
}

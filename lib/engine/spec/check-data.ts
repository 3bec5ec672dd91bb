import { exampleCounts } from './cost'
import type { ProblemList } from './problem'
import { type DataSpec, DEFAULT_STANDARDISE, type ExperimentSpec, FUNCTION_NAMES, PLANAR_KINDS } from './spec'

const LARGEST_SEED = 2 ** 32 - 1
const DATA_KINDS = [...PLANAR_KINDS, 'function', 'cifar10', 'drawn-ten']

/** Rules for `data`, `batch`, `epochs` and `seeds`. */
export function checkData(spec: ExperimentSpec, list: ProblemList): void {
  const { data } = spec
  list.oneOf(['data', 'kind'], 'The kind of data', data.kind, DATA_KINDS)
  if (!DATA_KINDS.includes(data.kind)) return
  const found = list.problems.length
  if (data.kind === 'cifar10' || data.kind === 'drawn-ten') checkImages(data, list)
  else checkGenerated(data, list)
  list.whole(['batch'], 'The batch', spec.batch, 1, 4096)
  list.whole(['epochs'], 'The number of epochs', spec.epochs, 1, 100_000)
  if (list.problems.length === found) {
    const { train, validation } = exampleCounts(data)
    if (validation < 1) {
      list.add(['data', 'validation'], 'No example is left for validation; raise `validation` or `samples`.')
    }
    if (train < spec.batch) {
      list.add(
        ['batch'],
        `The batch is ${spec.batch} but only ${train} training examples are left after the split, so no batch is ever full; use a batch of at most ${train} or more data.`,
      )
    }
  }
  if (spec.seeds.length === 0)
    list.add(['seeds'], 'There is no seed, so there is nothing to run; give at least one, e.g. [0].')
  if (spec.seeds.length > 100) list.add(['seeds'], `There are ${spec.seeds.length} seeds; use at most 100.`)
  spec.seeds.forEach((seed, i) => {
    list.whole(['seeds', i], 'A seed', seed, 0, LARGEST_SEED)
    if (spec.seeds.indexOf(seed) !== i) list.add(['seeds', i], `Seed ${seed} is there twice; give each seed once.`)
  })
}

function checkImages(data: Extract<DataSpec, { train: number }>, list: ProblemList): void {
  list.whole(['data', 'train'], 'The number of training images', data.train, 1, 50_000)
  list.whole(['data', 'validation'], 'The number of validation images', data.validation, 1, 10_000)
  if (data.kind === 'drawn-ten') list.whole(['data', 'seed'], 'The seed of the data', data.seed, 0, LARGEST_SEED)
  list.oneOf(['data', 'standardise'], 'standardise', data.standardise ?? DEFAULT_STANDARDISE, ['per-channel', 'none'])
  if (data.augment !== undefined && data.augment.length > 0) {
    list.add(
      ['data', 'augment'],
      `Augmentation '${data.augment[0]}' is not known; this engine has none yet: write augment: [].`,
    )
  }
}

function checkGenerated(data: Extract<DataSpec, { samples: number }>, list: ProblemList): void {
  list.whole(['data', 'samples'], 'The number of samples', data.samples, 2, 100_000)
  list.within(['data', 'noise'], 'The noise', data.noise, 0, 10)
  list.whole(['data', 'seed'], 'The seed of the data', data.seed, 0, LARGEST_SEED)
  if (!(data.validation > 0 && data.validation < 1)) {
    list.add(['data', 'validation'], `validation is ${data.validation}; use a part between 0 and 1, e.g. 0.2.`)
  }
  if (data.kind === 'function') {
    list.oneOf(['data', 'name'], 'The function', data.name, FUNCTION_NAMES)
    return
  }
  if (data.classes === undefined) return
  if (data.kind === 'spiral' || data.kind === 'gaussians') {
    list.whole(['data', 'classes'], 'The number of classes', data.classes, 2, 10)
  } else if (data.classes !== 2) {
    list.add(
      ['data', 'classes'],
      `${data.kind} has 2 classes, not ${data.classes}; leave classes out, or use spiral or gaussians.`,
    )
  }
}

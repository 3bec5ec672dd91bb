/** Rules for `data`, `batch`, `epochs` and `seeds`. Not here: what a learner brings along (own-data.ts). */
import { idealClassSizes } from '../../data/made/class-sizes'
import { exampleCounts } from '../cost'
import {
  AUGMENT_NAMES,
  DATA_KINDS,
  type DataSpec,
  DEFAULT_STANDARDISE,
  FUNCTION_NAMES,
  type FunctionDataSpec,
  type PlanarDataSpec,
} from '../data-spec'
import { ProblemList, printed, type SpecProblem } from '../problem'
import type { ExperimentSpec } from '../spec'
import { checkPoints, checkTable } from './own-data'

const LARGEST_SEED = 2 ** 32 - 1

/** Whether the data can be built, so that its shape and size can be asked for. */
export function checkData(spec: ExperimentSpec, list: ProblemList): boolean {
  const found = list.problems.length
  checkKind(spec.data, list)
  if (!list.isCleanSince(found)) return false
  const { train, validation } = exampleCounts(spec.data)
  if (validation < 1 || train < 1) {
    const remedy = validation < 1 ? 'raise `validation` or add examples' : 'lower `validation` or add examples'
    const part = validation < 1 ? 'validation' : 'training'
    return list.add(['data', 'validation'], `No example is left for ${part}; ${remedy}.`)
  }
  return true
}

function checkKind(data: DataSpec, list: ProblemList): void {
  switch (data.kind) {
    case 'cifar10':
    case 'drawn-ten':
      checkImages(data, list)
      return
    case 'function':
      checkMade(data, list)
      list.oneOf(['data', 'name'], 'The function', data.name, FUNCTION_NAMES)
      return
    case 'points':
      checkSplit(data, list)
      checkPoints(data, list)
      return
    case 'table':
      checkSplit(data, list)
      checkTable(data, list)
      return
    default:
      if (!list.oneOf(['data', 'kind'], 'The kind of data', (data as { kind?: unknown }).kind, DATA_KINDS)) return
      if (checkMade(data, list)) checkClasses(data, list)
  }
}

function checkImages(data: Extract<DataSpec, { train: number }>, list: ProblemList): void {
  list.whole(['data', 'train'], 'The number of training images', data.train, 1, 50_000)
  list.whole(['data', 'validation'], 'The number of validation images', data.validation, 1, 10_000)
  if (data.kind === 'drawn-ten') list.whole(['data', 'seed'], 'The seed of the data', data.seed, 0, LARGEST_SEED)
  const { standardise = DEFAULT_STANDARDISE, augment = [] } = data
  list.oneOf(['data', 'standardise'], 'standardise', standardise, ['per-channel', 'none'])
  if (!list.list(['data', 'augment'], 'augment', augment, 10)) return
  for (const [i, name] of augment.entries()) {
    const path = ['data', 'augment', i]
    if (!list.oneOf(path, 'The augmentation', name, AUGMENT_NAMES)) continue
    if (augment.indexOf(name) !== i) list.add(path, `The augmentation ${name} is there twice; name each once.`)
  }
}

function checkSplit(data: { seed: number; validation: number }, list: ProblemList): boolean {
  const hasSeed = list.whole(['data', 'seed'], 'The seed of the data', data.seed, 0, LARGEST_SEED)
  const { validation } = data
  if (typeof validation === 'number' && validation > 0 && validation < 1) return hasSeed
  return list.add(['data', 'validation'], `validation is ${printed(validation)}; use a part between 0 and 1, e.g. 0.2.`)
}

function checkMade(data: PlanarDataSpec | FunctionDataSpec, list: ProblemList): boolean {
  const found = list.problems.length
  list.whole(['data', 'samples'], 'The number of samples', data.samples, 2, 100_000)
  list.within(['data', 'noise'], 'The noise', data.noise, 0, 10)
  checkSplit(data, list)
  return list.isCleanSince(found)
}

function checkClasses({ kind, samples, classes = 2, ratio = 1 }: PlanarDataSpec, list: ProblemList): void {
  const path = ['data', 'classes']
  if (kind === 'spiral' || kind === 'gaussians') {
    if (!list.whole(path, 'The number of classes', classes, 2, 10)) return
  } else if (classes !== 2) {
    list.add(path, `${kind} has 2 classes, not ${printed(classes)}; leave classes out, or use spiral or gaussians.`)
    return
  }
  if (!list.within(['data', 'ratio'], 'The ratio of the largest class to the smallest', ratio, 1, 1000)) return
  const smallest = idealClassSizes(samples, classes, ratio)[classes - 1] as number
  if (ratio > 1 && smallest < 2) {
    list.add(
      ['data', 'ratio'],
      `With a ratio of ${ratio} the smallest class has fewer than 2 of ${samples} samples; use a smaller ratio or more samples.`,
    )
  }
}

/** Rules for `batch`, `epochs` and `seeds`; whether the length of a run can be told. */
export function checkRun(spec: ExperimentSpec, dataIsFine: boolean, list: ProblemList): boolean {
  const found = list.problems.length
  list.whole(['batch'], 'The batch', spec.batch, 1, 4096)
  list.whole(['epochs'], 'The number of epochs', spec.epochs, 1, 100_000)
  if (dataIsFine && list.isCleanSince(found)) {
    const { train } = exampleCounts(spec.data)
    if (train < spec.batch) {
      list.add(
        ['batch'],
        `The batch is ${spec.batch} but only ${train} training examples are left after the split, so no batch is ever full; use a batch of at most ${train} or more data.`,
      )
    }
  }
  const isFine = dataIsFine && list.isCleanSince(found)
  checkSeeds(spec.seeds, list)
  return isFine
}

/** What is wrong with the seed of one run, which need not be one of the spec's. */
export function seedProblems(seed: number): SpecProblem[] {
  const list = new ProblemList()
  list.whole(['seed'], 'The seed', seed, 0, LARGEST_SEED)
  return list.problems
}

function checkSeeds(seeds: readonly number[], list: ProblemList): void {
  if (seeds.length === 0)
    list.add(['seeds'], 'There is no seed, so there is nothing to run; give at least one, e.g. [0].')
  if (seeds.length > 100) list.add(['seeds'], `There are ${seeds.length} seeds; use at most 100.`)
  for (const [i, seed] of seeds.entries()) {
    if (!list.whole(['seeds', i], 'A seed', seed, 0, LARGEST_SEED)) continue
    if (seeds.indexOf(seed) !== i) list.add(['seeds', i], `Seed ${seed} is there twice; give each seed once.`)
  }
}

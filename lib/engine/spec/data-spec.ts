/**
 * Where the examples of an experiment come from, as plain JSON. Not here: how they are made (lib/engine/data) and which
 * values are allowed (check/data.ts, check/own-data.ts).
 */

export const PLANAR_KINDS = ['spiral', 'moons', 'circles', 'xor', 'gaussians'] as const
export type PlanarKind = (typeof PLANAR_KINDS)[number]

export const FUNCTION_NAMES = [
  'sine',
  'step',
  'absolute',
  'quadratic',
  'bump',
  'cubic',
  'sawtooth',
  'fast-sine',
  'chirp',
  'runge',
] as const
export type FunctionName = (typeof FUNCTION_NAMES)[number]

interface Split {
  /** Decides the points (of data that is made) and which are held back. */
  seed: number
  /** The part of the examples held back for validation, 0 < validation < 1. */
  validation: number
}

/** Points of the plane, two classes unless `classes` says otherwise (spiral and gaussians only). */
export interface PlanarDataSpec extends Split {
  kind: PlanarKind
  samples: number
  noise: number
  classes?: number
  /**
   * How many times larger class 0 is than the last class; the sizes between fall geometrically. Default: 1, all classes
   * alike. `gaussians` with a ratio are imbalanced blobs.
   */
  ratio?: number
}

/** Regression on one input in [-1, 1]. */
export interface FunctionDataSpec extends Split {
  kind: 'function'
  name: FunctionName
  samples: number
  noise: number
}

/** Points that a learner placed: x, y and the class, counted from 0. */
export interface PointsDataSpec extends Split {
  kind: 'points'
  points: [number, number, number][]
  /** Default: 2. */
  classes?: number
}

/** Per feature, over the training rows: mean 0, standard deviation 1; of a regression the label too. None: as given. */
export type StandardiseTable = 'per-feature' | 'none'
export const DEFAULT_STANDARDISE_TABLE: StandardiseTable = 'per-feature'

/** A learner's own table: either CSV `text` with a header line, or `columns` and `rows`. */
export interface TableDataSpec extends Split {
  kind: 'table'
  /** CSV (RFC 4180) separated by commas, semicolons or tabs; the first line names the columns. */
  text?: string
  columns?: string[]
  rows?: (string | number)[][]
  /** Name of the column to be predicted. */
  label: string
  task: 'classes' | 'regression'
  /** Names of the columns to predict from, all numbers. Default: all but the label. */
  features?: string[]
  /** The labels that occur, in class order. Default: those found, numbers by size, words by alphabet. */
  classes?: string[]
  /** Default: `DEFAULT_STANDARDISE_TABLE`. */
  standardise?: StandardiseTable
}

/** Per channel, over the training images: mean 0, standard deviation 1. None: bytes divided by 255. */
export type Standardise = 'per-channel' | 'none'
export const DEFAULT_STANDARDISE: Standardise = 'per-channel'

/**
 * What is done at random to each training image, anew in each epoch. `flip`: left and right change places, for half of
 * them. `shift`: by −4 … 4 pixels each way; what comes in from outside is 0, the mean of a standardised channel.
 */
export const AUGMENT_NAMES = ['flip', 'shift'] as const
export type AugmentName = (typeof AUGMENT_NAMES)[number]

interface ImageOptions {
  train: number
  validation: number
  /** Default: `DEFAULT_STANDARDISE`. */
  standardise?: Standardise
  /** Default: none. */
  augment?: AugmentName[]
}

/** The first `train` images of data_batch_1..5 and the first `validation` images of test_batch. */
export interface Cifar10DataSpec extends ImageOptions {
  kind: 'cifar10'
}

/** The stand-in for CIFAR-10 that our own code draws: ten classes of shapes and textures. */
export interface DrawnTenDataSpec extends ImageOptions {
  kind: 'drawn-ten'
  seed: number
}

export type DataSpec =
  | PlanarDataSpec
  | FunctionDataSpec
  | PointsDataSpec
  | TableDataSpec
  | Cifar10DataSpec
  | DrawnTenDataSpec

export const DATA_KINDS = [
  ...PLANAR_KINDS,
  'function',
  'points',
  'table',
  'cifar10',
  'drawn-ten',
] as const satisfies readonly DataSpec['kind'][]
export type DataKind = DataSpec['kind']

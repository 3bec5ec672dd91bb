/**
 * What the lesson on the CIFAR swap may say of its long run, written as it writes it: worked out from the record of the ten
 * seeds by the formulas that the lesson gives. Not here: the text itself.
 */
import { type OPTIMIZERS, type SwapRecord, TEN_SEEDS, TEST_IMAGES } from './ten-seeds'

/** Student's t for 95 %: two sets of ten runs, and ten differences. */
const T_TWO_SETS = 2.1
const T_PAIRS = 2.26

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of a sample. */
function variance(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

export interface SwapRow {
  optimizer: keyof typeof OPTIMIZERS
  /** Mean and standard deviation of ReLU, Swish, GELU, in per cent. */
  accuracies: string[]
  /** Swish and GELU, each minus ReLU, with the half-width of the interval for two sets of runs that are strangers. */
  apart: string[]
  /** The same from the ten differences. */
  paired: string[]
}

export function swapRows(records: readonly SwapRecord[] = TEN_SEEDS): SwapRow[] {
  return (['adam', 'sgd'] as const).map((optimizer) => {
    const [relu = [], ...others] = records.filter((row) => row.optimizer === optimizer).map(percentages)
    const seeds = relu.length
    return {
      optimizer,
      accuracies: [relu, ...others].map((runs) => shown(mean(runs), Math.sqrt(variance(runs)))),
      apart: others.map((runs) =>
        shown(mean(runs) - mean(relu), T_TWO_SETS * Math.sqrt((variance(runs) + variance(relu)) / seeds)),
      ),
      paired: others.map((runs) => {
        const differences = runs.map((one, seed) => one - (relu[seed] ?? Number.NaN))
        return shown(mean(differences), T_PAIRS * Math.sqrt(variance(differences) / seeds))
      }),
    }
  })
}

/** By how many points ReLU's mean rises from SGD to Adam. */
export function gainOfAdam(): string {
  const [adam = [], sgd = []] = (['adam', 'sgd'] as const).map((optimizer) =>
    TEN_SEEDS.filter((row) => row.activation === 'relu' && row.optimizer === optimizer).flatMap(percentages),
  )
  return (mean(adam) - mean(sgd)).toFixed(1)
}

function percentages({ right }: SwapRecord): number[] {
  return right.map((count) => (100 * count) / TEST_IMAGES)
}

function shown(value: number, plusMinus: number): string {
  return String.raw`$${value.toFixed(1)} \pm ${plusMinus.toFixed(1)}$`
}

/** Every `$a \pm b$` of a text that no row holds. */
export function strayBands(text: string, rows: readonly SwapRow[] = swapRows()): string[] {
  const known = new Set(rows.flatMap(({ accuracies, apart, paired }) => [...accuracies, ...apart, ...paired]))
  const found = text.match(/\$-?\d+(?:\.\d+)? \\pm \d+(?:\.\d+)?\$/g) ?? []
  return found.filter((band) => !known.has(band))
}

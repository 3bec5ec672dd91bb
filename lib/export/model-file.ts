/**
 * A trained model and the experiment that made it, as JSON: what somebody needs to use the network elsewhere, and to train
 * it again to the same last bit. `parseModelFile` (read-model-file.ts) takes it back. Not here: checkpoints, from which a
 * run goes on with its optimizer's state (lib/engine).
 */
import { type ExperimentSpec, hashFloats, type NamedNumbers } from '@/lib/engine'

export const MODEL_FORMAT = 'nonlinear-model'
export const MODEL_VERSION = 1

export interface TrainedModel {
  spec: ExperimentSpec
  seed: number
  /** Version of the numeric spec that decided the bits. */
  numerics: string
  /** Of the data it was trained on. */
  dataHash: string
  /** Completed steps. */
  step: number
  /** In the order of the layers, e.g. `0.weight` of [units, inFeatures]; lib/engine/NUMERICS.md says the shapes. */
  weights: NamedNumbers[]
}

/** What a model cannot be written for; the message is a sentence for the reader. */
export class ExportError extends Error {
  override readonly name = 'ExportError'
}

/** SHA-256 of what is learnt: running statistics are none of it (NUMERICS.md, "Hashes"). */
export function weightHashOf(weights: readonly NamedNumbers[]): string {
  return hashFloats(weights.filter(({ name }) => !isStatistic(name)).map(({ values }) => values))
}

function isStatistic(name: string): boolean {
  return name.endsWith('.runningMean') || name.endsWith('.runningVariance')
}

/** @throws ExportError where a weight is no finite number, which JSON cannot say. */
export function modelFile(model: TrainedModel): string {
  const { spec, seed, numerics, dataHash, step, weights } = model
  const known = {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    numerics,
    seed,
    step,
    weightHash: weightHashOf(weights),
  }
  const head = JSON.stringify({ ...known, dataHash, spec }, null, 2)
  const arrays = weights.map(
    ({ name, shape, values }) =>
      `    { "name": ${JSON.stringify(name)}, "shape": [${shape.join(', ')}], "values": [${numbersOf(name, values)}] }`,
  )
  return `${head.slice(0, -2)},\n  "weights": [\n${arrays.join(',\n')}\n  ]\n}\n`
}

/** The fewest digits that give the same float32 back, nine at most; a zero keeps its sign. */
function numbersOf(name: string, values: Float32Array): string {
  return Array.from(values, (value) => {
    if (!Number.isFinite(value)) {
      throw new ExportError(
        `${name} holds ${value}: the run diverged, so there is no model to save. Lower the learning rate and run again.`,
      )
    }
    if (Object.is(value, -0)) return '-0'
    for (let digits = 6; digits < 9; digits++) {
      const short = Number(value.toPrecision(digits))
      if (Math.fround(short) === value) return String(short)
    }
    return String(Number(value.toPrecision(9)))
  }).join(', ')
}

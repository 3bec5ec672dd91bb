/** Writes the setup of a comparison (setup.ts) from what the engine itself would train on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkSpec, createTrainer, DEFAULT_LIMITS, type ExperimentSpec, readInputs } from '@/lib/engine'
import { loadDataset } from './image-source'
import type { Setup } from './setup'
import { trainingOrder } from './training-order'

export const SEED = 0

/** An experiment that this engine cannot run; the message is checkSpec's. */
export class UnsupportedWorkload extends Error {
  override name = 'UnsupportedWorkload'
}

export interface WrittenSetup {
  file: string
  setup: Setup
  remove(): void
}

export function writeSetup(
  spec: ExperimentSpec,
  { imageFolder, warmUpMs }: { imageFolder: string | null; warmUpMs: number },
): WrittenSetup {
  const unlimited = { ...DEFAULT_LIMITS, multiplyAdds: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY }
  const [problem] = checkSpec(spec, unlimited)
  if (problem !== undefined) throw new UnsupportedWorkload(problem.message)
  const dataset = loadDataset(spec, imageFolder)
  const { train, inputShape } = dataset
  const size = inputShape.reduce((product, side) => product * side, 1)
  if (dataset.classes === null || !(train.labels instanceof Uint8Array))
    throw new Error(`${dataset.name} has no classes.`)
  // About 300 steps' worth; peers begin again at its end.
  const epochs = Math.ceil((300 * spec.batch) / train.count)
  const order = trainingOrder({ seed: SEED, count: train.count, epochs })
  const weights = createTrainer({ spec, seed: SEED, dataset }).checkpoint().weights
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const write = (name: string, parts: (Float32Array | Uint8Array | Uint32Array)[]) => {
    const file = path.join(folder, name)
    writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))))
    return file
  }
  const setup: Setup = {
    spec,
    seed: SEED,
    count: train.count,
    inputShape: dataset.inputShape,
    classes: dataset.classes,
    data: dataset.name,
    warmUpMs,
    files: {
      inputs: write('inputs.f32', [readInputs(train, size, 0, train.count)]),
      labels: write('labels.u8', [train.labels]),
      order: write('order.u32', [order]),
      weights: write('weights.f32', weights),
    },
  }
  const file = path.join(folder, 'setup.json')
  writeFileSync(file, JSON.stringify(setup))
  return { file, setup, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

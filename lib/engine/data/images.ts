/** Turns image records into examples: the first `train` and `validation` ones, channels last, standardised. */
import { DatasetError } from '../errors'
import { Sha256 } from '../hash/sha256'
import { DEFAULT_STANDARDISE, type Standardise } from '../spec/data-spec'
import { CIFAR10_RECORD_BYTES, type Cifar10, type ImageRecords } from './cifar10'
import type { Dataset, Examples } from './dataset'

const PIXELS = 1024

export interface ImageSelection {
  train: number
  validation: number
  /** Default: `DEFAULT_STANDARDISE`. */
  standardise?: Standardise
}

/** @throws DatasetError where the source holds fewer images than asked for. */
export function buildImages(selection: ImageSelection, source: Cifar10): Dataset {
  const train = takeRecords(source.train, selection.train, `${source.name}: training`)
  const validation = takeRecords(source.test, selection.validation, `${source.name}: test`)
  const hash = new Sha256()
  for (const record of [...train, ...validation]) hash.update(record)
  const scale = (selection.standardise ?? DEFAULT_STANDARDISE) === 'none' ? unitScale() : channelScale(train)
  return {
    name: source.name,
    inputShape: [32, 32, 3],
    classes: [...source.classes],
    train: toExamples(train, scale),
    validation: toExamples(validation, scale),
    hash: hash.hex(),
  }
}

function takeRecords(files: ImageRecords[], wanted: number, what: string): Uint8Array[] {
  const available = files.reduce((sum, file) => sum + file.count, 0)
  if (available < wanted) {
    throw new DatasetError(
      `${what} images: ${wanted} are asked for, ${available} are there; ask for at most ${available} or add the missing files.`,
    )
  }
  const records: Uint8Array[] = []
  for (const file of files) {
    for (let i = 0; i < file.count && records.length < wanted; i++) {
      records.push(file.bytes.subarray(i * CIFAR10_RECORD_BYTES, (i + 1) * CIFAR10_RECORD_BYTES))
    }
  }
  return records
}

/** x ↦ (byte − mean) / deviation, one pair a channel. */
type Scale = { mean: number; deviation: number }[]

function unitScale(): Scale {
  return [0, 1, 2].map(() => ({ mean: 0, deviation: 255 }))
}

/** Mean and standard deviation of each channel over the training images; sums of whole numbers, so exact. */
function channelScale(records: Uint8Array[]): Scale {
  return [0, 1, 2].map((channel) => {
    let sum = 0
    let squares = 0
    for (const record of records) {
      const start = 1 + channel * PIXELS
      for (let i = start; i < start + PIXELS; i++) {
        const byte = record[i] as number
        sum += byte
        squares += byte * byte
      }
    }
    const count = records.length * PIXELS
    const mean = sum / count
    const deviation = Math.sqrt(squares / count - mean * mean)
    return { mean, deviation: deviation > 0 ? deviation : 1 }
  })
}

/** Bytes in the order [height, width, channel], with the number that each of the 256 values of a channel stands for. */
function toExamples(records: Uint8Array[], scale: Scale): Examples {
  const inputs = new Uint8Array(records.length * PIXELS * 3)
  const labels = new Uint8Array(records.length)
  const levels = Float32Array.from({ length: 3 * 256 }, (_, i) => {
    const { mean, deviation } = scale[i >> 8] ?? { mean: 0, deviation: 1 }
    return ((i & 255) - mean) / deviation
  })
  records.forEach((record, n) => {
    labels[n] = record[0] as number
    for (let channel = 0; channel < 3; channel++) {
      const from = 1 + channel * PIXELS
      const to = n * PIXELS * 3 + channel
      for (let i = 0; i < PIXELS; i++) inputs[to + 3 * i] = record[from + i] as number
    }
  })
  return { inputs, levels, labels, count: records.length }
}

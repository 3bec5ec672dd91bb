/** Turns image records into examples: the first `train` and `validation` ones, channels last, standardised. */
import { DatasetError } from '../errors'
import { sha256 } from '../hash/sha256'
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
  return { ...imageExamples(selection, source), hash: sha256(imageBytes(selection, source)) }
}

/**
 * A data set but for its hash: SHA-256 of `imageBytes`, which a host may have quicker means for. @throws as `buildImages`.
 */
export function imageExamples(selection: ImageSelection, source: Cifar10): Omit<Dataset, 'hash'> {
  const { train, validation } = takeImages(selection, source)
  const scale = (selection.standardise ?? DEFAULT_STANDARDISE) === 'none' ? unitScale() : channelScale(train)
  return {
    name: source.name,
    inputShape: [32, 32, 3],
    classes: [...source.classes],
    train: toExamples(train, scale),
    validation: toExamples(validation, scale),
  }
}

/** What the hash of a selection is over: its records as they stand in the files, training before validation. */
export function imageBytes(selection: ImageSelection, source: Cifar10): Uint8Array<ArrayBuffer> {
  const { train, validation } = takeImages(selection, source)
  const bytes = new Uint8Array((train.length + validation.length) * CIFAR10_RECORD_BYTES)
  for (const [n, record] of [...train, ...validation].entries()) bytes.set(record, n * CIFAR10_RECORD_BYTES)
  return bytes
}

function takeImages(selection: ImageSelection, source: Cifar10) {
  return {
    train: takeRecords(source.train, selection.train, `${source.name}: training`),
    validation: takeRecords(source.test, selection.validation, `${source.name}: test`),
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
    const times = countBytes(records, 1 + channel * PIXELS)
    const sum = times.reduce((total, count, byte) => total + count * byte, 0)
    const squares = times.reduce((total, count, byte) => total + count * byte * byte, 0)
    const count = records.length * PIXELS
    const mean = sum / count
    const deviation = Math.sqrt(squares / count - mean * mean)
    return { mean, deviation: deviation > 0 ? deviation : 1 }
  })
}

/** How often each byte occurs in the PIXELS bytes from `start` on of all records. */
function countBytes(records: Uint8Array[], start: number): Float64Array {
  const times = new Float64Array(256)
  for (const record of records) {
    for (let i = start; i < start + PIXELS; i++) {
      const byte = record[i] as number
      times[byte] = (times[byte] as number) + 1
    }
  }
  return times
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

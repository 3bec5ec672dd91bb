/**
 * CIFAR-10's official binary format: records of 3,073 bytes, one label byte (0–9) and 3,072 pixel bytes: 32 × 32 red,
 * then green, then blue, row by row. The bytes come from the caller: this file reads no disk and no network.
 */
import { DatasetError } from '../errors'

export const CIFAR10_RECORD_BYTES = 3073
export const CIFAR10_CLASSES = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const

/** Records as they stand in the files: `bytes` is a whole number of records of 3,073 bytes. */
export interface ImageRecords {
  bytes: Uint8Array
  count: number
}

/** Image records of ten classes: CIFAR-10, or its drawn stand-in. */
export interface Cifar10 {
  name: 'cifar10' | 'drawn-ten'
  classes: readonly string[]
  train: ImageRecords[]
  test: ImageRecords[]
}

/**
 * Sorts the given files into training and test records, in the order of their names without the folder, and checks
 * each byte that can be wrong. A file may hold fewer records than the official one, but only whole ones.
 * @throws DatasetError naming the file, the byte offset and what to do.
 */
export function parseCifar10(files: { name: string; bytes: Uint8Array }[]): Cifar10 {
  const result: Cifar10 = { name: 'cifar10', classes: CIFAR10_CLASSES, train: [], test: [] }
  const named = files.map((file) => ({
    ...file,
    kind: /(?:^|[\\/])(data_batch_[1-5]|test_batch)\.bin$/.exec(file.name)?.[1],
  }))
  for (const { kind, ...file } of named.sort((a, b) => ((a.kind ?? '') < (b.kind ?? '') ? -1 : 1))) {
    if (kind === undefined) {
      throw new DatasetError(
        `${file.name} is not a CIFAR-10 file; the binary version has data_batch_1.bin to data_batch_5.bin and test_batch.bin.`,
      )
    }
    const records = checkRecords(file.name, file.bytes)
    if (kind === 'test_batch') result.test.push(records)
    else result.train.push(records)
  }
  return result
}

function checkRecords(name: string, bytes: Uint8Array): ImageRecords {
  const count = Math.floor(bytes.length / CIFAR10_RECORD_BYTES)
  const remedy = 'download it again with `npm run data:cifar10`'
  if (bytes.length === 0) throw new DatasetError(`${name} is empty (0 bytes); ${remedy}.`)
  if (count * CIFAR10_RECORD_BYTES !== bytes.length) {
    const offset = count * CIFAR10_RECORD_BYTES
    throw new DatasetError(
      `${name} is cut short: its last record begins at byte ${offset} and has ${bytes.length - offset} of ${CIFAR10_RECORD_BYTES} bytes; ${remedy}.`,
    )
  }
  for (let record = 0; record < count; record++) {
    const offset = record * CIFAR10_RECORD_BYTES
    const label = bytes[offset] as number
    if (label > 9) {
      throw new DatasetError(
        `${name} has label ${label} at byte ${offset}, but labels are 0 to 9: the file is damaged or not CIFAR-10's binary version; ${remedy}.`,
      )
    }
  }
  return { bytes, count }
}

/** What the server says about its CIFAR-10 files, and what they are called. */

export const CIFAR10_TRAIN_FILES = ['1', '2', '3', '4', '5'].map((n) => `data_batch_${n}.bin`)
export const CIFAR10_TEST_FILE = 'test_batch.bin'
export const CIFAR10_FILES = [...CIFAR10_TRAIN_FILES, CIFAR10_TEST_FILE]
export interface Cifar10File {
  name: string
  /** Immutable address: it contains the content's hash. */
  url: string
  bytes: number
  records: number
  sha256: string
}

export interface Cifar10Manifest {
  /** True when there is at least one training file and the test file. */
  available: boolean
  files: Cifar10File[]
  classes: string[]
  /** Why a file that is there was refused: one sentence with file, byte offset and remedy. */
  problem?: string
}

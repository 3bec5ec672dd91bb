/** Where the benchmark's images are: the real ones where this machine has them, our drawn ones elsewhere. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildDataset, type Dataset, type ExperimentSpec, parseCifar10 } from '@/lib/engine'

const root = path.resolve(import.meta.dirname, '../..')
const FILES = ['data_batch_1.bin', 'test_batch.bin']
const holdsImages = (folder: string) => FILES.every((name) => existsSync(path.join(folder, name)))

/** The folder asked for, CIFAR10_DIR, where `npm run data:cifar10` puts it, or beside the project; null if none. */
export function findImageFolder(asked: string | undefined): string | null {
  if (asked !== undefined) {
    if (!holdsImages(asked)) throw new Error(`${asked} does not hold ${FILES.join(' and ')}; name another with --data.`)
    return asked
  }
  const usual = [process.env.CIFAR10_DIR, path.join(root, 'data/cifar10'), path.join(root, '../shared/cifar10')]
  return usual.find((folder) => folder !== undefined && holdsImages(folder)) ?? null
}

/** The examples of `spec`. ReLU's speed depends on the data, so real images and drawn ones are never compared. */
export function loadDataset(spec: ExperimentSpec, imageFolder: string | null): Dataset {
  if (spec.data.kind !== 'cifar10') return buildDataset(spec.data)
  const { train, validation } = spec.data
  if (imageFolder === null) return buildDataset({ kind: 'drawn-ten', train, validation, seed: 0 })
  const files = FILES.map((name) => ({ name, bytes: readFileSync(path.join(imageFolder, name)) }))
  return buildDataset(spec.data, { cifar10: parseCifar10(files) })
}

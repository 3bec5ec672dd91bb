import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where real CIFAR-10 images lie for tests: CIFAR10_DIR, then a folder beside the project; undefined where neither has them. */
export const realImages = [process.env.CIFAR10_DIR, path.resolve('../shared/cifar10')].find(
  (folder): folder is string => folder !== undefined && existsSync(path.join(folder, 'test_batch.bin')),
)

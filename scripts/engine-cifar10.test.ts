/** The reference CNN of ENGINE.md on real CIFAR-10, from the command line: that it learns, in a time a test can wait. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const data = [process.env.CIFAR10_DIR, path.join(root, '../shared/cifar10')].find(
  (folder) => folder !== undefined && existsSync(path.join(folder, 'data_batch_1.bin')),
)
const temporary = mkdtempSync(path.join(inject('testFolder'), 'engine-cifar10-'))

const SPEC = `version: 1
data: { kind: cifar10, train: 1000, validation: 400, standardise: per-channel, augment: [] }
model:
  - { layer: conv2d, channels: 16, kernel: 3, stride: 1, padding: same }
  - { layer: activation, name: relu }
  - { layer: max-pool2d, size: 2 }
  - { layer: conv2d, channels: 32, kernel: 3, stride: 1, padding: same }
  - { layer: activation, name: relu }
  - { layer: max-pool2d, size: 2 }
  - { layer: conv2d, channels: 64, kernel: 3, stride: 1, padding: same }
  - { layer: activation, name: relu }
  - { layer: max-pool2d, size: 2 }
  - { layer: flatten }
  - { layer: linear, units: 10 }
loss: { kind: softmax-cross-entropy }
optimizer: { kind: adam, learningRate: 0.001 }
batch: 32
epochs: 2
seeds: [0]
`

// On CI the data must be there: the test then runs, and fails for want of it.
test.skipIf(data === undefined && process.env.CI !== 'true')(
  'the reference CNN reaches 20 % on unseen CIFAR-10 images after two epochs of 1,000 (chance is 10 %)',
  () => {
    if (data === undefined) throw new Error('CIFAR-10 is missing; set CIFAR10_DIR to a folder with its .bin files.')
    const file = path.join(temporary, 'cnn.yaml')
    writeFileSync(file, SPEC)
    const command = ['--import', 'tsx', 'scripts/engine.ts', 'train', file, '--data', data, '--json']
    const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
    expect(stderr).toBe('')
    const finished = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
    expect(finished).toMatchObject({ status: 'finished', seed: 0, steps: 62 })
    expect(finished.validation.accuracy).toBeGreaterThan(0.2)
  },
  180_000,
)

import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { settingsOf, specWith } from './experiment-settings'
import { recipeLine } from './recipe-line'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'cifar10', train: 1000, validation: 500 },
  model: [{ layer: 'flatten' }, { layer: 'linear', units: 10 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 32,
  epochs: 1,
  seeds: [0],
}

test('a recipe in one line, following the settings', () => {
  expect(recipeLine(spec)).toMatch(
    /^CIFAR-10: 1,000 images to learn from, 500 held back\u00a0· .*\u00a0· batches of 32\u00a0· Adam$/,
  )
  expect(recipeLine(specWith(spec, { ...settingsOf(spec), images: 4000 }, [0]))).toMatch(/^CIFAR-10: 4,000 images /)
})

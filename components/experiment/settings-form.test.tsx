import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { REPAIR_NAMES, repairs } from '@/lib/experiment/repairs'
import { settingsOf } from './experiment-settings'
import { SettingsForm } from './settings-form'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 200, noise: 0.1, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 8, initialBias: -4.6 },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.05 },
  batch: 32,
  epochs: 20,
  seeds: [0],
}

const form = (repairable: boolean) =>
  renderToStaticMarkup(
    <SettingsForm
      published={spec}
      repairable={repairable}
      settings={settingsOf(spec)}
      onChange={() => undefined}
      seedError={null}
      disabled={false}
    />,
  )

test('what is broken on purpose offers every repair, and none to begin with', () => {
  const markup = form(true)
  expect(markup).toContain('None, as found')
  for (const name of REPAIR_NAMES) expect(markup).toContain(repairs[name].label)
})

test('what is not broken offers none', () => {
  expect(form(false)).not.toContain('as found')
})

/** The script that the backprop view exports, run by PyTorch: loss, gradients and the loss after the update are ours. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { type BackpropSettings, planNetwork } from '@/components/lab/backprop-view/network-plan'
import { pytorchCode } from '@/components/lab/backprop-view/pytorch-code'
import { runTape } from '@/components/lab/backprop-view/tape-run'
import { ACTIVATION_NAMES } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { findPython } from './snippets/run-snippets'

const python = findPython()
const torchIsHere = python !== null && spawnSync(python, ['-c', 'import torch']).status === 0
const { defaults } = LAB_WIDGETS['backprop-view']
const LOSSES = ['mse', 'mae', 'huber', 'bce-with-logits'] as const

/** Every activation in each place, and every loss. */
const networks: BackpropSettings[] = ACTIVATION_NAMES.map((f1, index) => ({
  ...defaults,
  inputs: 1 + (index % 3),
  units: 1 + ((index + 1) % 3),
  'more-units': index % 4,
  f1,
  f2: ACTIVATION_NAMES[(index + 5) % ACTIVATION_NAMES.length] ?? 'tanh',
  fo: ACTIVATION_NAMES[(index + 9) % ACTIVATION_NAMES.length] ?? 'linear',
  loss: LOSSES[index % LOSSES.length] ?? 'mse',
  target: 0.25,
}))

test.skipIf(!torchIsHere)(
  'PyTorch prints our numbers, for every activation and every loss',
  () => {
    // One process for all: PyTorch takes seconds to start.
    const program = networks.map((settings) => `${pytorchCode(settings)}\nprint("end")\n`).join('\n')
    const { stdout, stderr } = spawnSync(python ?? '', ['-'], { input: program, encoding: 'utf8', timeout: 120_000 })
    const answers = stdout.split('end\n').slice(0, networks.length)
    expect(answers, stderr).toHaveLength(networks.length)
    for (const [index, settings] of networks.entries()) {
      const theirs = (answers[index]?.match(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?=[\],\n])/g) ?? []).map(Number)
      const run = runTape(settings)
      const plan = planNetwork(settings)
      const ids = [
        ...plan.inputs,
        ...plan.layers.flatMap((units) => [
          ...units.flatMap((unit) => unit.terms.map(({ weight }) => weight)),
          ...units.map(({ bias }) => bias),
        ]),
      ]
      const ours = [run.loss, ...ids.map((id) => run.gradients.get(id) ?? Number.NaN), run.lossAfter]
      expect(theirs, `network ${index}`).toHaveLength(ours.length)
      ours.forEach((number, at) => {
        expect(Math.abs(number - (theirs[at] ?? Number.NaN)), `network ${index}, number ${at}`).toBeLessThan(1e-9)
      })
    }
  },
  150_000,
)

test('the script says what a person would write', () => {
  const code = pytorchCode(defaults)
  expect(code).toContain('w1 = leaf([[0.5, -0.4], [0.3, 0.8]])')
  expect(code).toContain(
    '    a = torch.tanh(w[0] @ a + w[1])\n    a = w[2] @ a + w[3]\n    y = a\n    return F.mse_loss(y, t)',
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadExperiments } from '@/lib/course/experiments'
import { buildDataset, createTrainer, type ExperimentSpec, parseCifar10 } from '@/lib/engine'

test('p', () => {
  const out: string[] = []
  const folder = '/work/shared/cifar10'
  const names = readdirSync(folder).filter((n) => /^(data_batch_1|test_batch)\.bin$/.test(n))
  const cifar10 = parseCifar10(names.map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })))
  for (const { id, spec } of loadExperiments('relu')) {
    const image = spec.data.kind === 'cifar10'
    const dataset = buildDataset(spec.data, image ? { cifar10 } : {})
    for (const lr of image ? [spec.optimizer.learningRate, 0.1, 0.3, 1, 10] : [spec.optimizer.learningRate, 1, 10]) {
      const s = {
        ...spec,
        epochs: Math.min(spec.epochs, image ? 2 : 30),
        interventions: [],
        optimizer: { ...spec.optimizer, learningRate: lr },
      } as ExperimentSpec
      let most = 0
      let end = ''
      for (const r of createTrainer({ spec: s, seed: 0, dataset }).run()) {
        if (r.status === 'stepped') most = Math.max(most, r.loss)
        if (r.status === 'diverged' || r.status === 'finished')
          end = r.status === 'diverged' ? r.reason : `finished ${r.validation.loss}`
      }
      out.push(`ROW ${id} lr ${lr} most ${most.toExponential(1)} ${end}`)
    }
  }
  expect(out.join('\n')).toBe('')
}, 300000)

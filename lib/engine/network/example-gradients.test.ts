import { expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { BACKENDS } from '../testing/backends'
import { SMALL_SPEC } from '../testing/small-spec'
import { createTrainer } from '../training/create-trainer'
import { EpochOrder } from '../training/epoch-order'
import { exampleGradients } from './example-gradients'

const dataset = buildDataset(SMALL_SPEC.data)

test.each(Object.entries(BACKENDS))(
  '%s: the parts of a batch add up to its gradient, and disturb nothing',
  (_, backend) => {
    const create = () => createTrainer({ spec: SMALL_SPEC, seed: 3, dataset, backend })
    const order = new EpochOrder(dataset.train.count, 3, [])
    order.turnTo(0)
    const second = order.examples.subarray(SMALL_SPEC.batch, 2 * SMALL_SPEC.batch)

    const plain = create()
    const reports = plain.run()
    const stepTo = (step: number) => {
      // Not for … of, which would end the run with the loop.
      for (let next = reports.next(); !next.done; next = reports.next()) {
        if (next.value.status === 'stepped' && next.value.step === step) return
      }
    }
    stepTo(1)
    const looked = create()
    looked.restore(plain.checkpoint())
    const { network } = looked.parts
    const parts = exampleGradients(network, second, network.parameters)
    stepTo(2)

    expect(parts.map(({ example }) => example)).toEqual([...second])
    for (const [p, parameter] of plain.parts.network.parameters.entries()) {
      const whole = plain.parts.network.readGradient(parameter)
      const sums = whole.map((_value, i) =>
        parts.reduce((sum, part) => sum + (part.gradients[p]?.[i] ?? Number.NaN), 0),
      )
      expect(whole.some((value) => value !== 0)).toBe(true)
      for (const [i, value] of whole.entries()) expect(sums[i]).toBeCloseTo(value, 6)
    }
    for (const _report of looked.run());
    const undisturbed = create()
    for (const _report of undisturbed.run());
    expect(looked.weightHash()).toBe(undisturbed.weightHash())
  },
)

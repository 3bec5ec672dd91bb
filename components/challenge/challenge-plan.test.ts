import { expect, test } from 'vitest'
import { checkSpec, costOf, describeShapes } from '@/lib/engine'
import {
  challengePlan,
  challengeSpec,
  DEFAULT_SETTINGS,
  EPOCH_CHOICES,
  IMAGE_CHOICES,
  OPTIMIZERS,
} from './challenge-plan'

test('every choice of settings is a recipe that can be built', () => {
  for (const images of IMAGE_CHOICES) {
    for (const epochs of EPOCH_CHOICES) {
      for (const optimizer of Object.keys(OPTIMIZERS) as (keyof typeof OPTIMIZERS)[]) {
        for (const { spec } of challengePlan({ images, epochs, optimizer, seeds: '' }, [0])) {
          expect(checkSpec(spec)).toEqual([])
        }
      }
    }
  }
})

test('the network is the reference CNN: 16.0 MFLOP an image forward and backward', () => {
  const spec = challengeSpec('relu', DEFAULT_SETTINGS, 0)
  // ENGINE.md, "Reference workloads": two floating-point operations a multiply-add.
  expect((2 * costOf(spec).multiplyAddsPerExample) / 1e6).toBeCloseTo(16, 1)
  expect(describeShapes(spec).at(-1)?.outputShape).toEqual([10])
})

test('the three recipes of a seed differ in the activation alone', () => {
  const [relu, swish, gelu] = challengePlan(DEFAULT_SETTINGS, [7])
  const plain = (request: typeof relu) => JSON.stringify(request?.spec).replaceAll(/"name":"[a-z]+"/g, '"name"')
  expect([relu, swish, gelu].map((request) => request?.seed)).toEqual([7, 7, 7])
  expect(new Set([relu, swish, gelu].map(plain)).size).toBe(1)
  expect(new Set([relu, swish, gelu].map((request) => JSON.stringify(request?.spec))).size).toBe(3)
})

test('seed after seed, each with all three, under keys of their own', () => {
  const keys = challengePlan(DEFAULT_SETTINGS, [3, 4]).map(({ key }) => key)
  expect(keys).toEqual(['relu 3', 'swish 3', 'gelu 3', 'relu 4', 'swish 4', 'gelu 4'])
})

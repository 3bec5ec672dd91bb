import { describe, expect, test } from 'vitest'
import { challengeSpec, DEFAULT_SETTINGS } from '@/components/challenge/challenge-plan'
import { ACTIVATION_NAMES, checkSpec } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { type CnnSettings, inTurns, networkLabel, planOf } from './cnn-spec'

const { defaults } = LAB_WIDGETS['cnn-lab']
const plan = (change: Partial<CnnSettings>) => planOf({ ...defaults, ...change })

test('with the default settings it is the challenge’s network, but for the number of images', () => {
  const [relu] = plan({}).networks
  const challenge = challengeSpec('relu', DEFAULT_SETTINGS, 0)
  expect(relu?.requests[0]?.spec).toEqual({ ...challenge, data: { ...challenge.data, validation: 500 } })
})

test.each(ACTIVATION_NAMES)('%s can be trained, whole and in one block, whatever the first weights', (name) => {
  for (const init of ['same', 'fitting'] as const) {
    const { problem, networks } = plan({
      init,
      nets: [
        [name, name, name],
        ['relu', name, 'gelu'],
      ],
    })
    expect(problem).toBeNull()
    for (const { requests } of networks) expect(requests.flatMap(({ spec }) => checkSpec(spec))).toEqual([])
  }
})

test('one seed of every network comes before the next seed, and a run’s name is its recipe’s and seed’s', () => {
  const { networks } = plan({
    nets: [
      ['relu', 'relu', 'relu'],
      ['gelu', 'relu', 'relu'],
    ],
    seed: 4,
    seeds: 2,
  })
  const runs = inTurns(networks)
  expect(runs.map(({ spec, seed }) => [networkLabel(spec), seed])).toEqual([
    ['ReLU', 4],
    ['GELU · ReLU · ReLU', 4],
    ['ReLU', 5],
    ['GELU · ReLU · ReLU', 5],
  ])
  expect(new Set(runs.map(({ key }) => key)).size).toBe(4)
  // Another number of seeds asks for some of the same runs, and another learning rate for none of them.
  const keysOf = (change: Partial<CnnSettings>) => inTurns(plan(change).networks).map(({ key }) => key)
  expect(keysOf({ seeds: 3 })).toEqual(expect.arrayContaining(keysOf({ seeds: 2 })))
  expect(keysOf({ lr: 0.002 }).some((key) => keysOf({}).includes(key))).toBe(false)
})

describe('what is set is what is trained', () => {
  test.each<[Partial<CnnSettings>, object]>([
    [
      { data: 'drawn-ten', images: 200, held: 60 },
      { data: { kind: 'drawn-ten', train: 200, validation: 60, seed: 0 } },
    ],
    [{ opt: 'sgd', lr: 0.05, mom: 0.5 }, { optimizer: { kind: 'sgd', learningRate: 0.05, momentum: 0.5 } }],
    [{ opt: 'adamw', mom: 0.5 }, { optimizer: { kind: 'adamw', learningRate: 0.001 } }],
    [
      { epochs: 7, batch: 16 },
      { epochs: 7, batch: 16 },
    ],
    [
      { init: 'fitting', nets: [['tanh', 'selu', 'relu']] },
      {
        model: [
          { init: 'glorot-normal' },
          {},
          {},
          { init: 'lecun-normal' },
          {},
          {},
          { init: 'he-normal' },
          {},
          {},
          {},
          {},
        ],
      },
    ],
    [
      { nets: [['prelu', 'prelu', 'prelu']] },
      { model: [{}, { name: 'prelu', learnt: true }, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
    ],
  ])('%o', (change, expected) => {
    expect(plan(change).networks[0]?.requests[0]?.spec).toMatchObject(expected)
  })

  test('networks of several activations are told apart by their dashes', () => {
    const { networks } = plan({
      nets: [
        ['relu', 'relu', 'gelu'],
        ['relu', 'relu', 'relu'],
        ['relu', 'gelu', 'relu'],
      ],
    })
    expect(networks.map(({ label }) => label)).toEqual(['ReLU · ReLU · GELU', 'ReLU', 'ReLU · GELU · ReLU'])
    expect(new Set(networks.map(({ color, dash }) => `${color} ${dash}`)).size).toBe(3)
  })

  test('more than may be trained is refused in a sentence', () => {
    expect(plan({ images: 10_000, epochs: 20, held: 2000 }).problem ?? 'nothing').toMatch(/\.$|nothing/)
  })
})

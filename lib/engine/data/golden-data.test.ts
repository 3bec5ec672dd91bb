/**
 * Data and initial weights belong to the numeric spec (NUMERICS.md, "Randomness"): what each kind of data is made of, and
 * what each init draws, to the last bit. The golden runs train on a few kinds only. A hash that changes here needs a new
 * version in numerics/version.ts.
 */
import { expect, test } from 'vitest'
import { hashFloats } from '../hash/hash-floats'
import { INIT_NAMES, initialise } from '../init/init'
import { createRng } from '../random/rng'
import { type DataSpec, FUNCTION_NAMES, PLANAR_KINDS } from '../spec/data-spec'
import { buildDataset } from './build-dataset'
import { readInputs } from './dataset'

const split = { seed: 11, validation: 0.25 }
const made = { ...split, samples: 40, noise: 0.1 }
const table = 'size,mass,kind\n1,2.5,a\n2,-1,b\n4,0.125,a\n3,1e3,b\n7,-2.75,a\n9,0,b\n5,3,a\n6,8,b\n'

const DATA: [string, DataSpec][] = [
  ...PLANAR_KINDS.map((kind): [string, DataSpec] => [kind, { kind, ...made }]),
  ['gaussians, 4 classes, 8 to 1', { kind: 'gaussians', classes: 4, ratio: 8, ...made }],
  ...FUNCTION_NAMES.map((name): [string, DataSpec] => [`function ${name}`, { kind: 'function', name, ...made }]),
  ['points', { kind: 'points', points: Array.from({ length: 8 }, (_, i) => [i / 3, -i / 7, i % 2]), ...split }],
  ['table of classes', { kind: 'table', text: table, label: 'kind', task: 'classes', ...split }],
  ['table of numbers', { kind: 'table', text: table, label: 'mass', features: ['size'], task: 'regression', ...split }],
  ['drawn-ten', { kind: 'drawn-ten', train: 12, validation: 4, seed: 11 }],
  ['drawn-ten, not standardised', { kind: 'drawn-ten', train: 12, validation: 4, seed: 11, standardise: 'none' }],
]

/** Over the numbers that a network sees, in the order of the split, and over the labels. */
function hashOf(spec: DataSpec): string {
  const { train, validation, inputShape } = buildDataset(spec)
  const size = inputShape.reduce((product, side) => product * side, 1)
  const inputs = [train, validation].map((examples) => readInputs(examples, size, 0, examples.count))
  return hashFloats([...inputs, train.labels, validation.labels]).slice(0, 16)
}

test('what data are made of', () => {
  expect(Object.fromEntries(DATA.map(([title, spec]) => [title, hashOf(spec)]))).toEqual({
    circles: '69b76e1217b948e0',
    'drawn-ten': '5c46c24149b84e7c',
    'drawn-ten, not standardised': 'db93935f54688eb0',
    'function absolute': 'cc42b53978035f0d',
    'function bump': '5a831636eae4c0a5',
    'function chirp': 'b9044bdfe34a4e5e',
    'function cubic': '086024333d98b257',
    'function fast-sine': '2bee132d6eb6362e',
    'function quadratic': 'ad4f57ff464ce4c4',
    'function runge': 'fdaed8363a7fb88d',
    'function sawtooth': '56d2fba47317e0ec',
    'function sine': '0b073172f0add14e',
    'function step': 'c679b87236764da4',
    gaussians: '150c980433a06aa1',
    'gaussians, 4 classes, 8 to 1': 'f2ca7cbd526c829a',
    moons: '2f92d2e644493197',
    points: '733f3a9f3e6e5ab0',
    spiral: 'c5215a010103b4e0',
    'table of classes': 'ec5e77f60ad3e231',
    'table of numbers': '775306774c59d29b',
    xor: 'cd31e06437bfe717',
  })
})

test('what initial weights are drawn', () => {
  const hashes = INIT_NAMES.map((name) => {
    const weights = new Float32Array(6 * 10)
    initialise(weights, name === 'constant' ? { name, value: 0.3 } : name, 10, 6, createRng(11, 'weights', 2))
    return [name, hashFloats([weights]).slice(0, 16)]
  })
  expect(Object.fromEntries(hashes)).toEqual({
    constant: 'bce0fdf1cd7fcdfe',
    'glorot-normal': '7bf1855975ac89be',
    'glorot-uniform': '3ac3b72e547a8399',
    'he-normal': 'a2da39758100390e',
    'he-uniform': '1ecfb4190ef0a0be',
    'lecun-normal': '92135e9f78c38387',
    'lecun-uniform': '44cac1c42519ebff',
    orthogonal: 'e34a4af34d541a74',
    zeros: '2dfba633817046c7',
  })
})

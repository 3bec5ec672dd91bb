import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { GOLDEN_RUNS, NUMERICS } from '@/lib/engine'

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(inject('testFolder'), 'engine-'))

function engine(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/engine.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

const SPEC = `version: 1
data: { kind: moons, samples: 60, noise: 0.1, seed: 1, validation: 0.2 }
model:
  - { layer: linear, units: 4 }
  - { layer: activation, name: tanh }
  - { layer: linear, units: 2 }
loss: { kind: softmax-cross-entropy }
optimizer: { kind: adam, learningRate: 0.01 }
batch: 8
epochs: 2
seeds: [3, 4]
`
const IMAGES = SPEC.replace(/data: .*/, 'data: { kind: cifar10, train: 1, validation: 1 }')
  .replace('  - { layer: linear, units: 4 }', '  - { layer: flatten }\n  - { layer: linear, units: 4 }')
  .replace('units: 2', 'units: 10')
  .replace('batch: 8', 'batch: 1')

test('train --json: one object a line, each with its seed; one finished line a seed with all that was promised', () => {
  const { status, stdout, stderr } = engine('train', file('bare.yaml', SPEC), '--json')
  expect([status, stderr]).toEqual([0, ''])
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.every(({ seed }) => seed === 3 || seed === 4)).toBe(true)
  const finished = lines.filter((line) => line.status === 'finished')
  expect(finished.map(({ seed, steps, numerics }) => [seed, steps, numerics])).toEqual([
    [3, 12, NUMERICS],
    [4, 12, NUMERICS],
  ])
  expect(lines.at(-1)).toBe(finished[1])
  expect(finished[0].weightHash).toMatch(/^[0-9a-f]{64}$/)
  expect(finished[0].validation.accuracy).toBeGreaterThanOrEqual(0)
  expect(finished[0].imagesPerSecond).toBeGreaterThan(0)
  expect(lines.filter((line) => line.status === 'stepped').length).toBe(24)
})

test('train, for a person: a wrapper’s title, the epochs, and whether its claims hold; --seed picks one seed', () => {
  const wrapper = `title: Two moons\nspec:\n${SPEC.replace(/^/gm, '  ')}\nclaims:\n  - { id: learns, metric: train-loss, atMost: 5 }\n`
  const { status, stdout } = engine('train', file('wrapper.yaml', wrapper), '--seed', '9')
  expect(status).toBe(0)
  expect(stdout).toContain('Two moons: moons, 48 + 12 examples')
  expect(stdout).toMatch(/seed 9 epoch 2, step 12: train loss .*validation loss/)
  expect(stdout).not.toContain('seed 3')
  expect(stdout).toMatch(/holds {2}learns: train-loss, every seed: /)
})

test('train exits with 1 where a claim fails, for a person and with --json, which tells it beside the lines', () => {
  const wrapper = `title: Two moons\nspec:\n${SPEC.replace(/^/gm, '  ')}\nclaims:\n  - { id: learns, metric: train-loss, atMost: 5 }
  - { id: perfect, metric: train-loss, atMost: 0 }\n`
  const path = file('boasting.yaml', wrapper)
  const sentence = /FAILS {2}perfect: train-loss, every seed: .*; claimed at most 0\.\n/
  const person = engine('train', path)
  expect([person.status, person.stderr]).toEqual([1, ''])
  expect(person.stdout).toMatch(/holds {2}learns/)
  expect(person.stdout).toMatch(sentence)
  const json = engine('train', path, '--json')
  expect(json.status).toBe(1)
  expect(json.stderr).toMatch(sentence)
  expect(json.stderr).not.toContain('learns')
  expect(JSON.parse(json.stdout.trimEnd().split('\n').at(-1) ?? '').status).toBe('finished')
})

test('train: a claim that compares with the experiment beside it has that one trained too, with the same seed', () => {
  const wrapped = (title: string, claims: string) =>
    `title: ${title}\nspec:\n${SPEC.replace(/^/gm, '  ')}\nclaims:${claims}\n`
  file('twin.yaml', wrapped('A twin', ' []'))
  const claim = `\n  - { id: level, metric: train-loss, as: difference, comparedTo: { experiment: twin }, atLeast: 0, atMost: 0 }`
  const { status, stdout } = engine('train', file('one.yaml', wrapped('One', claim)), '--seed', '3')
  expect(stdout).toContain('to compare: A twin\n')
  expect(stdout).toMatch(/holds {2}level: train-loss − train-loss of twin, every seed: 0\.000; /)
  expect(status).toBe(0)
  const alone = engine('train', file('alone.yaml', wrapped('Alone', claim.replace('twin', 'nobody'))), '--seed', '3')
  expect([alone.status, alone.stderr]).toEqual([1, expect.stringContaining('nobody.yaml does not exist')])
})

describe('one sentence and exit code 1', () => {
  // Each line holds the one before ten times.
  const BOMB = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    .map((name, i, names) => `${name}: &${name} [${Array(10).fill(i === 0 ? '1' : `*${names[i - 1]}`)}]\n`)
    .join('')
  const cut = new Uint8Array(3073 + 17)
  const wrong = new Uint8Array(2 * 3073)
  wrong[3073] = 11
  test.each([
    ['a missing file', () => ['train', path.join(folder, 'none.yaml')], /none\.yaml does not exist; give the path/],
    ['YAML that is none', () => ['train', file('bad.yaml', 'a: 1\nb: [1\nc: 2\n')], /bad\.yaml:3: not valid YAML/],
    [
      'YAML with an alias of nothing',
      () => ['train', file('alias.yaml', 'version: 1\ndata: *none\n')],
      /alias\.yaml: not valid YAML: Unresolved alias .*: none; write the value out\./,
    ],
    [
      'YAML whose aliases would fill the memory',
      () => ['train', file('bomb.yaml', BOMB)],
      /bomb\.yaml: not valid YAML: Excessive alias count .*; write the value out\./,
    ],
    [
      'a bad spec',
      () => ['train', file('spec.yaml', SPEC.replace('0.01', '-1'))],
      /spec\.yaml: optimizer\.learningRate: The learning rate is -1/,
    ],
    [
      'a missing data folder',
      () => ['train', file('images.yaml', IMAGES), '--data', path.join(folder, 'nowhere')],
      /nowhere for CIFAR-10 does not exist; run `npm run data:cifar10`/,
    ],
    ['no command', () => [], /^Usage: npm run/],
    [
      'a file cut short',
      () => ['train', file('images.yaml', IMAGES), '--data', path.dirname(file('data_batch_1.bin', cut))],
      /data_batch_1\.bin is cut short: its last record begins at byte 3073 and has 17 of 3073 bytes; download it again/,
    ],
    [
      'a label above 9',
      () => ['train', file('images.yaml', IMAGES), '--data', path.dirname(file('data_batch_1.bin', wrong))],
      /data_batch_1\.bin has label 11 at byte 3073/,
    ],
  ])('%s', (_title, args, message) => {
    const { status, stdout, stderr } = engine(...args())
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})

test('replay: exit code 0 when all hashes match, 1 when one does not', () => {
  const saved = path.join(folder, 'run.json')
  expect(engine('train', file('bare.yaml', SPEC), '--seed', '3', '--save', saved).status).toBe(0)
  expect(engine('replay', saved)).toMatchObject({ status: 0, stderr: '' })
  const run = JSON.parse(readFileSync(saved, 'utf8'))
  const changed = file('changed.json', JSON.stringify({ ...run, final: '0'.repeat(64) }))
  const { status, stdout } = engine('replay', changed)
  expect(status).toBe(1)
  expect(stdout).toContain('the final weights, after step 12, differ')
})

test('export: a folder for PyTorch and one for Keras, each with its code, weights and batches', () => {
  const [pytorch, keras] = [path.join(folder, 'out', 'pytorch'), path.join(folder, 'out', 'keras')]
  const { status, stdout, stderr } = engine('export', file('bare.yaml', SPEC), '--pytorch', pytorch, '--keras', keras)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain(`${pytorch}: train.py, initial_weights.npz, first_batches.npz, experiment.json; begin with`)
  for (const [at, library] of [
    [pytorch, 'import torch'],
    [keras, 'import keras'],
  ] as const) {
    expect(readFileSync(path.join(at, 'train.py'), 'utf8')).toContain(library)
    for (const name of ['initial_weights.npz', 'first_batches.npz']) {
      expect(readFileSync(path.join(at, name), 'latin1').slice(0, 2)).toBe('PK')
    }
    expect(JSON.parse(readFileSync(path.join(at, 'experiment.json'), 'utf8')).seeds).toEqual([3, 4])
  }
})

test('export: what cannot be exported is said in a sentence', () => {
  const swapped = `${SPEC}interventions: [{ atStep: 3, layer: 1, activation: { name: relu } }]\n`
  const { status, stderr } = engine('export', file('swapped.yaml', swapped), '--keras', path.join(folder, 'none'))
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Layer 1's activation is swapped after step 3, which a compiled Keras model cannot do\./)
})

test('bench: steps and examples a second of the golden workloads', () => {
  const { status, stdout } = engine('bench', '--json', '--seconds', '0.03')
  expect(status).toBe(0)
  const { rows } = JSON.parse(stdout)
  expect(rows.map(({ workload }: { workload: string }) => workload)).toEqual([
    ...GOLDEN_RUNS.map(({ name }) => name),
    'cnn-reference',
  ])
  for (const { batch, stepsPerSecond, examplesPerSecond } of rows) {
    expect(stepsPerSecond).toBeGreaterThan(0)
    expect(examplesPerSecond).toBeCloseTo(batch * stepsPerSecond, 6)
  }
})

test('hash: the golden runs give their hashes by the twins, by both builds of the kernels and on 2, 4 and 8 threads', () => {
  const { status, stdout } = engine('hash')
  const [first, ...lines] = stdout.trimEnd().split('\n')
  expect(first).toBe(`numeric spec ${NUMERICS}; twins, kernels, kernels-shared, 2 threads, 4 threads, 8 threads`)
  expect(lines).toEqual(GOLDEN_RUNS.map(({ name, weightHash }) => `${name.padEnd(28)} ${weightHash} as expected`))
  expect(status).toBe(0)
}, 120_000)

/** A run that is saved, and replayed with something changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NUMERICS } from '@/lib/engine'
import { UsageError } from './command-line'
import { replay } from './replay'
import type { SavedRun } from './saved-run'
import { train } from './train'

const folder = mkdtempSync(path.join(tmpdir(), 'saved-run-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EXPERIMENT = `title: Two moons
spec:
  version: 1
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
claims:
  - { id: learns, metric: train-loss, atStep: 4, atMost: 5 }
`
const experiment = path.join(folder, 'moons.yaml')
const saved = path.join(folder, 'run.json')
let run: SavedRun
let lines: string

function trained(options: Partial<Parameters<typeof train>[0]>): string {
  let text = ''
  const whole = { until: null, checkpointOut: null, resume: null }
  const given = { file: experiment, dataFolder: '/nowhere', json: true, seed: 4, save: saved, threads: 1, ...whole }
  const print = (more: string) => {
    text += more
  }
  train({ ...given, ...options }, print, print)
  return text
}

function replayed(change: object): { same: boolean; text: string } {
  const file = path.join(folder, 'changed.json')
  writeFileSync(file, JSON.stringify({ ...run, ...change }))
  let text = ''
  const same = replay({ file, dataFolder: '/nowhere', threads: null }, (more) => {
    text += more
  })
  return { same, text }
}

beforeAll(() => {
  writeFileSync(experiment, EXPERIMENT)
  lines = trained({})
  run = JSON.parse(readFileSync(saved, 'utf8'))
})

describe('train --save', () => {
  test('keeps what a replay needs: a hash at each evaluation, and the last', () => {
    expect(Object.keys(run)).toEqual(['spec', 'seed', 'numerics', 'dataHash', 'checkpoints', 'final'])
    expect(run).toMatchObject({ seed: 4, numerics: NUMERICS })
    expect(run.checkpoints.map(({ step }) => step)).toEqual([4, 6, 12])
    expect(new Set(run.checkpoints.map(({ weightHash }) => weightHash)).size).toBe(3)
    const finished = JSON.parse(lines.trimEnd().split('\n').at(-1) ?? '')
    expect(finished).toMatchObject({ status: 'finished', weightHash: run.final, dataHash: run.dataHash })
    expect(run.checkpoints.at(-1)?.weightHash).toBe(run.final)
  })

  test('of several seeds it keeps none, and says so before it trains', () => {
    expect(() => trained({ seed: null })).toThrow(/--save keeps one run, and .*moons\.yaml has 2 seeds; choose one/)
  })

  test('into a folder that is not there: said before it trains', () => {
    const save = path.join(folder, 'none', 'run.json')
    expect(() => trained({ save })).toThrow(/The folder .*none does not exist; make it, or save elsewhere/)
  })

  test('a run that diverges is kept, and replayed to the same weights', () => {
    const file = path.join(folder, 'wild.yaml')
    const regression = EXPERIMENT.replace('softmax-cross-entropy', 'mse').replace('units: 2', 'units: 1')
    const wild = regression
      .replace('tanh', 'linear')
      .replace('kind: adam, learningRate: 0.01', 'kind: sgd, learningRate: 900')
    writeFileSync(file, wild)
    expect(trained({ file, save: path.join(folder, 'wild.json') })).toContain('"status":"diverged"')
    expect(replay({ file: path.join(folder, 'wild.json'), dataFolder: '', threads: null }, () => {})).toBe(true)
  })
})

describe('replay', () => {
  test('the same hashes', () => {
    const text = `seed 4, numeric spec ${NUMERICS}: 3 checkpoints and the final weights as saved\n`
    expect(replayed({})).toEqual({ same: true, text })
  })

  test('it names the first hash that differs', () => {
    const { spec, final, checkpoints } = run
    const wrong = '0'.repeat(64)
    const [first, second, third] = checkpoints
    const cases: [object, string][] = [
      [
        { checkpoints: [first, { step: 6, weightHash: wrong }, { step: 12, weightHash: wrong }] },
        `the weights after step 6 differ: ${second?.weightHash}, saved was ${wrong}`,
      ],
      [{ final: wrong }, `the final weights, after step 12, differ: ${final}, saved was ${wrong}`],
      [{ seed: 5 }, 'the weights after step 4 differ: '],
      [{ spec: { ...spec, batch: 9 } }, 'the weights after step 4 differ: '],
      [
        { checkpoints: [first, second, third, { step: 13, weightHash: wrong }] },
        'the run ended after step 12, before the checkpoint at 13',
      ],
    ]
    for (const [change, message] of cases) {
      const { same, text } = replayed(change)
      expect(same).toBe(false)
      expect(text).toContain(message)
    }
  })

  test.each([
    [
      'another numeric spec',
      { numerics: 'f32-0' },
      /changed\.json was made under the numeric spec f32-0, this engine fo/,
    ],
    [
      'other data',
      { dataHash: 'a'.repeat(64) },
      /was trained on data with the hash a+, here they have [0-9a-f]{64}; use/,
    ],
    [
      'no final hash',
      { final: undefined },
      /changed\.json is not a saved run; .*\n.*changed\.json: final: final is missing; write text\./,
    ],
    [
      'a bad spec',
      { spec: { version: 1 } },
      /is not a saved run; .*\n(?:.*\n)*.*changed\.json: spec\.data: data is missing; give an object\./,
    ],
    [
      'steps that fall',
      { checkpoints: [2, 1].map((step) => ({ step, weightHash: 'b'.repeat(64) })) },
      /steps must rise/,
    ],
    ['an upper-case hash', { final: 'A'.repeat(64) }, /final: Must be a SHA-256 hash: 64 hex digits, lower case/],
  ])('a sentence for %s', (_title, change, message) => {
    expect(() => replayed(change)).toThrow(UsageError)
    expect(() => replayed(change)).toThrow(message)
  })

  test('a sentence where the images it was trained on are missing', () => {
    const data = { kind: 'cifar10', train: 1, validation: 1 }
    const model = [{ layer: 'flatten' }, { layer: 'linear', units: 10 }]
    expect(() => replayed({ spec: { ...run.spec, data, model, batch: 1 } })).toThrow(
      /nowhere for CIFAR-10 does not exist; run `npm run data:cifar10`/,
    )
  })

  test.each([
    ['that is not there', path.join(folder, 'none.json'), /none\.json does not exist; give the path of a run/],
    ['that is no JSON', experiment, /moons\.yaml is not a saved run; .* It is not JSON: /],
    ['that is a folder', folder, /cannot be read/],
  ])('a sentence for a file %s', (_title, file, message) => {
    expect(() => replay({ file, dataFolder: '', threads: null }, () => {})).toThrow(UsageError)
    expect(() => replay({ file, dataFolder: '', threads: null }, () => {})).toThrow(message)
  })
})

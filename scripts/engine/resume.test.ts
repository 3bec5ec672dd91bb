/** A run that one process stops and another goes on with, from a file: the last weights are those of a run in one go. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { LARGEST_CHECKPOINT_BYTES } from '@/lib/engine'
import { parseCommandLine } from './command-line'
import { train } from './train'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(inject('testFolder'), 'resume-'))
const inFolder = (name: string) => path.join(folder, name)

/** In a process of its own. */
function trainElsewhere(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', 'scripts/engine.ts', 'train', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}

function trainHere(...args: string[]): string {
  const command = parseCommandLine(['train', ...args])
  if (command.command !== 'train') throw new Error('That is another command.')
  let text = ''
  const print = (more: string) => {
    text += more
  }
  expect(train(command, print, print)).toBe(true)
  return text
}

/** Batches of several chunks, which two threads share; batch norm, Adam and dropout keep all the state there is. */
const EXPERIMENT = `title: Ten classes
spec:
  version: 1
  data: { kind: drawn-ten, train: 96, validation: 16, seed: 1, augment: [flip, shift] }
  model:
    - { layer: conv2d, channels: 8, kernel: 3 }
    - { layer: batch-norm }
    - { layer: activation, name: relu }
    - { layer: max-pool2d, size: 2 }
    - { layer: flatten }
    - { layer: dropout, rate: 0.2 }
    - { layer: linear, units: 10 }
  loss: { kind: softmax-cross-entropy }
  optimizer: { kind: adam, learningRate: 0.002 }
  schedule: { kind: cosine }
  batch: 32
  epochs: 3
  seeds: [3, 4]
  probes: [update-ratio]
claims:
  - { id: impossible, metric: train-loss, atMost: 0, atStep: 2 }
`
const experiment = inFolder('ten.yaml')
const checkpoint = inFolder('at-4.ck')
const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ imagesPerSecond: _, ...line }) => line)

let stopped: ReturnType<typeof trainElsewhere>
beforeAll(() => {
  writeFileSync(experiment, EXPERIMENT)
  const until = ['--until', '4', '--checkpoint-out', checkpoint]
  stopped = trainElsewhere(experiment, '--json', '--seed', '4', '--threads', '2', ...until)
}, 60_000)

test('stopped on two threads and gone on with on one, in another process: the lines of a run in one go', () => {
  expect(stopped).toMatchObject({ status: 0, stderr: '' })
  const resumed = trainElsewhere(experiment, '--json', '--threads', '1', '--resume', checkpoint)
  expect(resumed).toMatchObject({ status: 0, stderr: '' })
  const whole = linesOf(trainElsewhere(experiment, '--json', '--seed', '4', '--threads', '1').stdout)
  expect(whole.at(-1)).toMatchObject({ status: 'finished', seed: 4, steps: 9 })
  expect(linesOf(stopped.stdout).at(-1)).toMatchObject({ status: 'stepped', step: 4 })
  expect([...linesOf(stopped.stdout), ...linesOf(resumed.stdout)]).toEqual(whole)
}, 60_000)

test('for a person: where it was kept, that its claims are not judged, and where it ends', () => {
  const twice = inFolder('at-6.ck')
  const first = trainHere(experiment, '--resume', checkpoint, '--until', '6', '--checkpoint-out', twice)
  expect(first).toContain(`seed 4 stands after step 6, kept in ${twice}; go on with --resume ${twice}\n`)
  expect(first).toContain('Claims are about whole runs, and are not judged by a part of one.\n')
  const { weightHash } = linesOf(trainHere(experiment, '--json', '--resume', checkpoint)).at(-1)
  expect(trainHere(experiment, '--resume', twice)).toMatch(`examples/s, weights ${weightHash}\n`)
})

test('a run that was kept at its end goes on for longer, where its schedule does not depend on its end', () => {
  const short = inFolder('short.yaml')
  const long = inFolder('long.yaml')
  const constant = EXPERIMENT.replace('  schedule: { kind: cosine }\n', '').replace(/claims:.*/s, '')
  writeFileSync(short, constant)
  writeFileSync(long, constant.replace('epochs: 3', 'epochs: 5'))
  trainHere(short, '--seed', '3', '--checkpoint-out', inFolder('end.ck'))
  const last = (...args: string[]) => linesOf(trainHere(long, '--json', ...args)).at(-1)
  expect(last('--resume', inFolder('end.ck'))).toEqual(last('--seed', '3'))
})

describe('refused, in a sentence', () => {
  const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array) => () => {
    writeFileSync(inFolder(name), change(readFileSync(checkpoint)))
    return [experiment, '--resume', inFolder(name)]
  }
  const otherSpec = (name: string, ...[from, to]: [string, string]) => {
    writeFileSync(inFolder(name), EXPERIMENT.replace(from, to))
    return [inFolder(name), '--resume', checkpoint]
  }
  test.each<[string, () => string[], RegExp]>([
    [
      'one changed weight',
      changed('changed.ck', (bytes) => bytes.map((byte, i) => (i === bytes.length - 100 ? byte ^ 1 : byte))),
      /changed\.ck: The checkpoint was changed since it was written: its hash differs; copy it again/,
    ],
    [
      'half a file',
      changed('half.ck', (bytes) => bytes.subarray(0, bytes.length / 2)),
      /half\.ck: The checkpoint is cut short: of its/,
    ],
    ['another file', () => [experiment, '--resume', experiment], /ten\.yaml: These bytes are no checkpoint; give/],
    [
      'a file too large to be one',
      () => {
        copyFileSync(checkpoint, inFolder('large.ck'))
        // A sparse file: it takes no room.
        truncateSync(inFolder('large.ck'), LARGEST_CHECKPOINT_BYTES + 1)
        return [experiment, '--resume', inFolder('large.ck')]
      },
      /large\.ck has 268435457 bytes, and no checkpoint has more than 268435456/,
    ],
    [
      'no file',
      () => [experiment, '--resume', inFolder('none.ck')],
      /none\.ck does not exist; give the path of a check/,
    ],
    ['a folder', () => [experiment, '--resume', folder], /cannot be read/],
    [
      'another spec',
      () => otherSpec('other.yaml', 'rate: 0.2', 'rate: 0.3'),
      /made by another spec: model\.5\.rate is 0\.2 there and 0\.3 here; resume it with the spec it was made by/,
    ],
    ['another seed', () => [experiment, '--resume', checkpoint, '--seed', '3'], /belongs to seed 4, not 3/],
    [
      'a step behind it',
      () => [experiment, '--resume', checkpoint, '--until', '4', '--checkpoint-out', inFolder('x.ck')],
      /--until is 4, but the checkpoint stands after step 4; name a later step/,
    ],
    [
      'a step after the end',
      () => [experiment, '--seed', '3', '--until', '10', '--checkpoint-out', inFolder('x.ck')],
      /--until is 10, but the run has 9 steps; leave it out to train to the end/,
    ],
    [
      'several seeds',
      () => [experiment, '--until', '2', '--checkpoint-out', inFolder('x.ck')],
      /--checkpoint-out keeps one run, and .*ten\.yaml has 2 seeds; choose one with --seed/,
    ],
    [
      'a folder that is not there',
      () => [experiment, '--seed', '3', '--checkpoint-out', inFolder('none/x.ck')],
      /The folder .*none does not exist; make it, or save elsewhere/,
    ],
  ])('%s', (_title, args, message) => {
    expect(() => trainHere(...args())).toThrow(message)
  })

  test.each([
    [
      'a changed file',
      changed('changed.ck', (bytes) => bytes.with(-1, 65)),
      /^\S*changed\.ck: The checkpoint was ch.*\n$/,
    ],
    [
      'another spec',
      () => otherSpec('other.yaml', 'batch: 32', 'batch: 31'),
      /^The checkpoint .* batch is 32 there .*\n$/,
    ],
  ] as const)('and with exit code 1: %s', (_title, args, message) => {
    const { status, stderr } = trainElsewhere(...args())
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
  })
})

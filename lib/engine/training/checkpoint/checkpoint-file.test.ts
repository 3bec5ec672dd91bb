/** Bytes of a checkpoint: read back they are the same to the last bit, and whatever else they are is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../../data/build-dataset'
import { CheckpointError } from '../../errors'
import { sha256 } from '../../hash/sha256'
import { type ExperimentSpec, PROBE_NAMES } from '../../spec/spec'
import { BACKENDS } from '../../testing/backends'
import { createTrainer } from '../create-trainer'
import type { Checkpoint } from './checkpoint'
import { encodeCheckpoint, LARGEST_CHECKPOINT_BYTES, parseCheckpoint } from './checkpoint-file'

const SPEC: ExperimentSpec = {
  version: 1,
  data: {
    kind: 'table',
    text: `x,y\n${Array.from({ length: 40 }, (_, i) => `${i},${i % 3 === 0 ? 'été ☂' : 'NaN'}`).join('\n')}`,
    label: 'y',
    task: 'classes',
    seed: 1,
    validation: 0.2,
  },
  model: [
    { layer: 'linear', units: 7 },
    { layer: 'batch-norm' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 8,
  epochs: 3,
  seeds: [0],
  probes: [...PROBE_NAMES],
}
const options = { spec: SPEC, seed: 0, dataset: buildDataset(SPEC.data), backend: BACKENDS.kernels }

function checkpointAt(step: number): Checkpoint {
  const trainer = createTrainer(options)
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === step) break
  return trainer.checkpoint()
}
const CHECKPOINT = checkpointAt(6)

const words = ({ weights, optimizer, running }: Checkpoint) =>
  [weights, optimizer, running].map((list) => list.map((array) => [...new Uint32Array(array.slice().buffer)]))

function expectSame(found: Checkpoint, expected: Checkpoint): void {
  expect(found).toEqual(expected)
  expect(words(found)).toEqual(words(expected))
}

const anyBits = fc.uint32Array({ maxLength: 20 }).map(({ buffer }) => new Float32Array(buffer))
const SPECIAL = [Number.NaN, -0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 0.1]
const number = fc.oneof(fc.constantFrom(...SPECIAL), fc.double())
const metrics = fc.record({ loss: number, accuracy: fc.option(number) })
const reading = fc.record({
  probe: fc.constantFrom(...PROBE_NAMES),
  layer: fc.nat(),
  value: number,
  details: fc.dictionary(fc.string({ maxLength: 8 }), number, { noNullPrototype: true }),
})
const anyCheckpoint: fc.Arbitrary<Checkpoint> = fc.record({
  numerics: fc.string({ unit: 'binary' }),
  spec: fc.constant(SPEC),
  seed: fc.nat(),
  dataHash: fc.string(),
  step: fc.nat(),
  weights: fc.array(anyBits, { maxLength: 4 }),
  optimizer: fc.array(anyBits, { maxLength: 4 }),
  running: fc.array(anyBits, { maxLength: 4 }),
  epochSums: fc.record({ batches: number, loss: number, correct: number }),
  lastUpdate: fc.option(
    fc.record({
      step: number,
      layers: fc.array(fc.record({ layer: fc.nat(), change: number, weights: number }), { maxLength: 3 }),
    }),
  ),
  lastEvaluation: fc.option(
    fc.record({
      status: fc.constant('evaluated' as const),
      step: fc.nat(),
      epoch: fc.nat(),
      train: fc.option(metrics),
      validation: metrics,
      probes: fc.array(reading, { maxLength: 3 }),
    }),
  ),
})

describe('written and read again', () => {
  test('any checkpoint is the same to the last bit: every NaN, zeros of either sign, infinities', () => {
    fc.assert(
      fc.property(anyCheckpoint, fc.nat({ max: 7 }), (checkpoint, offset) => {
        const bytes = encodeCheckpoint(checkpoint)
        // Wherever it lies in a larger buffer.
        const within = new Uint8Array(bytes.length + 8).fill(7)
        within.set(bytes, offset)
        expectSame(parseCheckpoint(within.subarray(offset, offset + bytes.length)), checkpoint)
      }),
    )
  })

  test('of parts of larger arrays, only the parts', () => {
    const weights = [Float32Array.of(1, 2, 3, 4).subarray(1, 3)]
    expect(parseCheckpoint(encodeCheckpoint({ ...CHECKPOINT, weights })).weights).toEqual([Float32Array.of(2, 3)])
  })

  test.each([0, 1, 4, 6, 11, 12])('a run goes on from step %d as if it had not been stopped', (step) => {
    const whole = [...createTrainer(options).run()]
    const checkpoint = parseCheckpoint(
      encodeCheckpoint(step === 0 ? createTrainer(options).checkpoint() : checkpointAt(step)),
    )
    const rest = [...createTrainer({ ...options, checkpoint }).run()]
    expect(rest.at(-1)?.status).toBe('finished')
    expect(rest).toEqual(whole.slice(whole.length - rest.length))
  })

  test('the same checkpoint gives the same bytes', () => {
    expect(encodeCheckpoint(CHECKPOINT)).toEqual(encodeCheckpoint(structuredClone(CHECKPOINT)))
  })
})

/** A file of this header and so many numbers, with a hash that fits. */
function forge(header: unknown, numbers: number): Uint8Array {
  const bytesOf = (text: string) => [...new TextEncoder().encode(text)]
  const head = bytesOf(typeof header === 'string' ? header : JSON.stringify(header))
  const sizes = [...new Uint8Array(Uint32Array.of(head.length, numbers).buffer)]
  const body = Uint8Array.of(...bytesOf('nonlinear ckpt 1\n'), ...sizes, ...head, ...new Uint8Array(4 * numbers))
  return Uint8Array.of(...body, ...bytesOf(sha256(body)))
}

describe('refused are', () => {
  const bytes = encodeCheckpoint(CHECKPOINT)
  const { weights, optimizer, running, ...rest } = CHECKPOINT
  const header = { version: 1, ...rest, lengths: { weights: [2], optimizer: [], running: [1] } }
  const evaluated = rest.lastEvaluation
  const refuse = (given: Uint8Array, message: RegExp) => {
    expect(() => parseCheckpoint(given)).toThrow(CheckpointError)
    expect(() => parseCheckpoint(given)).toThrow(message)
  }

  test('bytes cut short, wherever', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        refuse(
          bytes.subarray(0, length),
          /cut short: of its [\d,]+ bytes [\d,]+ are here; copy it|are no checkpoint; give/,
        )
      }),
    )
  })

  test('one bit that is another, wherever', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 * bytes.length - 1 }), (bit) => {
        const changed = bytes.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        refuse(
          changed,
          /^The(?:se bytes are no checkpoint| checkpoint was changed| checkpoint is cut short|.* followed by)/,
        )
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /These bytes are no checkpoint; give a file that was written as one/],
    ['other bytes', new TextEncoder().encode(`{"spec": ${JSON.stringify(SPEC)}}`), /These bytes are no checkpoint/],
    ['more than was written', Uint8Array.of(...bytes, 0, 0), /bytes are followed by 2 more; copy it again/],
    ['too many', new Uint8Array(LARGEST_CHECKPOINT_BYTES + 1), /268,435,457 bytes is larger .* at most 268,435,456/],
    ['a header that is no JSON', forge('{"version"', 0), /header is not JSON; start the run again/],
    ['a header that is a list', forge([], 0), /header is not such as this engine writes/],
    ['a later version', forge({ ...header, version: 2 }, 3), /of version 2, this engine reads version 1/],
    [
      'lengths that no memory holds',
      forge({ ...header, lengths: { ...header.lengths, weights: [2 ** 52] } }, 3),
      /header speaks of 4,503,599,627,370,497 numbers, and 3 follow; start/,
    ],
    [
      'too few lengths',
      forge({ ...header, lengths: { ...header.lengths, running: [] } }, 3),
      /of 2 numbers, and 3 foll/,
    ],
    ...Object.entries({
      'no spec': { spec: undefined },
      'a seed in words': { seed: 'one' },
      'no step': { step: undefined },
      'no numeric spec': { numerics: undefined },
      'no hash of the data': { dataHash: 7 },
      'sums without a loss': { epochSums: { batches: 1, correct: 1 } },
      'an update without layers': { lastUpdate: { step: 3 } },
      'an evaluation of nothing': { lastEvaluation: { ...evaluated, validation: undefined } },
      'an evaluation that is none': { lastEvaluation: { ...evaluated, status: 'stepped' } },
      'a reading in words': {
        lastEvaluation: { ...evaluated, probes: [{ probe: 'dead-units', layer: 1, value: 'x' }] },
      },
      'no lengths': { lengths: undefined },
      'a negative length': { lengths: { ...header.lengths, weights: [5, -3] } },
      'half a length': { lengths: { ...header.lengths, weights: [1.5, 0.5] } },
    }).map(([title, change]): [string, Uint8Array, RegExp] => [
      title,
      forge({ ...header, ...change }, 3),
      /header is not such as this engine writes; start the run again/,
    ]),
  ])('%s', (_title, given, message) => {
    refuse(given, message)
  })

  test('no forged file whose header is as it should be', () => {
    expect(parseCheckpoint(forge(header, 3))).toMatchObject({
      weights: [Float32Array.of(0, 0)],
      running: [Float32Array.of(0)],
    })
  })

  test('a checkpoint too large to be read again, when it is to be written', () => {
    const weightsOfNoModel = [new Float32Array(LARGEST_CHECKPOINT_BYTES / 4)]
    expect(() => encodeCheckpoint({ ...CHECKPOINT, weights: weightsOfNoModel })).toThrow(/at most 268,435,456 are/)
  })
})

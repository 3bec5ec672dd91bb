import { describe, expect, test } from 'vitest'
import { parseCommandLine } from './command-line'

test('without options everything is measured', () => {
  expect(parseCommandLine(['engine'])).toEqual({
    command: 'engine',
    json: false,
    rounds: 7,
    steps: null,
    processes: 30,
    burstMs: 500,
    warmUpMs: 1000,
    peers: undefined,
    workloads: undefined,
    activations: undefined,
    threads: undefined,
    data: undefined,
  })
})

test('lists are split at commas', () => {
  const options = parseCommandLine([
    ...['engine', '--json', '--only', 'plain-ts,pytorch-nchw', '--workload', 'cnn,mlp'],
    ...['--threads', '1,2', '--activation', 'relu', '--rounds', '11', '--steps', '5'],
  ])
  expect(options).toMatchObject({
    json: true,
    peers: ['plain-ts', 'pytorch-nchw'],
    workloads: ['cnn', 'mlp'],
    threads: [1, 2],
    activations: ['relu'],
    rounds: 11,
    steps: 5,
  })
})

describe('a short look', () => {
  test('leaves out the slowest peer', () => {
    const { peers, rounds } = parseCommandLine(['engine', '--quick'])
    expect(rounds).toBe(2)
    expect(peers).not.toContain('tfjs-cpu')
    expect(peers).toContain('tfjs-wasm')
  })
  test('obeys what is said besides', () => {
    expect(parseCommandLine(['engine', '--quick', '--only', 'tfjs-cpu', '--rounds', '3'])).toMatchObject({
      peers: ['tfjs-cpu'],
      rounds: 3,
    })
  })
})

test.each([
  ['no command', [], /Usage/],
  ['an unknown command', ['fast'], /Usage/],
  ['two commands', ['engine', 'memory'], /Usage/],
  ['an unknown option', ['engine', '--fast'], /--fast/],
  ['an unknown peer', ['engine', '--only', 'plain-ts,keras'], /--only/],
  ['an unknown workload', ['engine', '--workload', 'rnn'], /--workload/],
  ['no rounds', ['engine', '--rounds', '0'], /--rounds/],
  ['half a round', ['engine', '--rounds', '1.5'], /--rounds/],
  ['rounds in words', ['engine', '--rounds', 'many'], /--rounds/],
])('%s is answered with how to say it', (_title, argv, message) => {
  expect(() => parseCommandLine(argv)).toThrow(message)
})

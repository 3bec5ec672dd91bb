/**
 * What is compared with what: per workload, activation and number of threads the peers, and what ENGINE.md asks of the
 * ratio. Adding a row to the table is adding a name here.
 */
import type { ActivationName } from '@/lib/engine'
import type { Workload } from './workload'

export const PEERS = [
  'tfjs-wasm',
  'tfjs-wasm-conv',
  'tfjs-cpu',
  'convnetjs',
  'jax-js',
  'pytorch-nchw',
  'pytorch-channels-last',
  'plain-ts',
  'self-1-thread',
] as const
export type Peer = (typeof PEERS)[number]

export interface Comparison {
  workload: Workload
  activation: ActivationName
  threads: number
  peers: Peer[]
}

const PYTORCH: Peer[] = ['pytorch-nchw', 'pytorch-channels-last']
const WASM: Peer[] = ['tfjs-wasm', 'tfjs-wasm-conv']

export const COMPARISONS: readonly Comparison[] = [
  {
    workload: 'cnn',
    activation: 'relu',
    threads: 1,
    peers: [...PYTORCH, ...WASM, 'plain-ts', 'convnetjs', 'jax-js', 'tfjs-cpu'],
  },
  { workload: 'cnn', activation: 'swish', threads: 1, peers: [...PYTORCH, ...WASM] },
  { workload: 'cnn', activation: 'gelu', threads: 1, peers: [...PYTORCH, ...WASM] },
  { workload: 'cnn', activation: 'relu', threads: 2, peers: [...PYTORCH, 'self-1-thread'] },
  {
    workload: 'mlp',
    activation: 'tanh',
    threads: 1,
    // Points have no layout, so PyTorch is there once.
    peers: ['plain-ts', 'convnetjs', 'pytorch-nchw', 'tfjs-wasm', 'tfjs-cpu', 'jax-js'],
  },
  { workload: 'conv-strided', activation: 'relu', threads: 1, peers: PYTORCH },
  { workload: 'conv-no-pool', activation: 'relu', threads: 1, peers: PYTORCH },
]

/** Peers that need seconds for one step are measured in so many rounds at most, and their rows say so. */
export const MOST_ROUNDS: Partial<Record<Peer, number>> = { 'tfjs-cpu': 3, 'jax-js': 5, convnetjs: 5 }

export interface Goal {
  floor: number
  goal: number
}

const GOALS: [Workload, ActivationName, number, Peer[], Goal][] = [
  ['cnn', 'relu', 1, ['tfjs-wasm'], { floor: 20, goal: 30 }],
  ['cnn', 'relu', 1, ['pytorch-channels-last'], { floor: 0.9, goal: 1.25 }],
  ['cnn', 'swish', 1, ['pytorch-channels-last'], { floor: 0.8, goal: 1.1 }],
  ['cnn', 'gelu', 1, ['pytorch-channels-last'], { floor: 1.2, goal: 1.7 }],
  ['cnn', 'relu', 2, ['pytorch-channels-last'], { floor: 1.2, goal: 1.75 }],
  ['cnn', 'relu', 2, ['self-1-thread'], { floor: 1.8, goal: 1.95 }],
  ['mlp', 'tanh', 1, ['plain-ts'], { floor: 7, goal: 10 }],
  ['mlp', 'tanh', 1, ['convnetjs'], { floor: 15, goal: 20 }],
  // Asked against the better of the two, so of both.
  ['conv-strided', 'relu', 1, PYTORCH, { floor: 0.4, goal: 0.6 }],
  ['conv-no-pool', 'relu', 1, PYTORCH, { floor: 0.35, goal: 0.55 }],
]

export function findGoal(row: Omit<Comparison, 'peers'>, peer: Peer): Goal | null {
  const found = GOALS.find(
    ([workload, activation, threads, peers]) =>
      workload === row.workload && activation === row.activation && threads === row.threads && peers.includes(peer),
  )
  return found?.[4] ?? null
}

export interface Choice {
  peers?: readonly string[]
  workloads?: readonly string[]
  activations?: readonly string[]
  threads?: readonly number[]
}

/** The comparisons asked for; what is left out of a choice is not narrowed. */
export function chooseComparisons({ peers, workloads, activations, threads }: Choice): Comparison[] {
  return COMPARISONS.filter(
    (comparison) =>
      (workloads?.includes(comparison.workload) ?? true) &&
      (activations?.includes(comparison.activation) ?? true) &&
      (threads?.includes(comparison.threads) ?? true),
  )
    .map((comparison) => ({ ...comparison, peers: comparison.peers.filter((peer) => peers?.includes(peer) ?? true) }))
    .filter((comparison) => comparison.peers.length > 0)
}

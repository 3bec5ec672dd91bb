/** How each contestant is started. Node programs are TypeScript and run through tsx, ours and the peers' alike. */
import path from 'node:path'
import type { Peer } from '../workloads/comparison'
import type { Program } from './contestant-process'

const bench = path.resolve(import.meta.dirname, '..')

function nodeProgram(file: string, args: string[], nodeOptions: string[] = []): Program {
  return {
    command: process.execPath,
    args: [...nodeOptions, '--import', 'tsx', path.join(bench, file), ...args],
    env: {},
  }
}

/** Debian's OpenBLAS does not listen to `torch.set_num_threads`, so all that can be told by the environment is. */
function pytorch(setupFile: string, threads: number, layout: string): Program {
  const names = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS']
  return {
    command: '/usr/bin/python3',
    args: [path.join(bench, 'peers/pytorch.py'), setupFile, String(threads), layout],
    env: Object.fromEntries(names.map((name) => [name, String(threads)])),
  }
}

export function ourProgram(setupFile: string, threads: number, nodeOptions: string[] = []): Program {
  return nodeProgram('contestants/ours.ts', [setupFile, String(threads)], nodeOptions)
}

export function peerProgram(peer: Peer, setupFile: string, threads: number): Program {
  switch (peer) {
    case 'tfjs-wasm':
      return nodeProgram('peers/tfjs.ts', [setupFile, String(threads), 'wasm', 'taps'])
    case 'tfjs-wasm-conv':
      return nodeProgram('peers/tfjs.ts', [setupFile, String(threads), 'wasm', 'conv'])
    case 'tfjs-cpu':
      return nodeProgram('peers/tfjs.ts', [setupFile, String(threads), 'cpu'])
    case 'convnetjs':
      return nodeProgram('peers/convnetjs.ts', [setupFile, String(threads)])
    case 'jax-js':
      return nodeProgram('peers/jax-js.ts', [setupFile, String(threads)])
    case 'pytorch-nchw':
      return pytorch(setupFile, threads, 'nchw')
    case 'pytorch-channels-last':
      return pytorch(setupFile, threads, 'channels-last')
    case 'plain-ts':
      return nodeProgram('contestants/plain-ts.ts', [setupFile, String(threads)])
    case 'self-1-thread':
      return ourProgram(setupFile, 1)
    default:
      return peer satisfies never
  }
}

/**
 * `hash`: replays the golden runs by every way this host has of running them. A run has at most as many threads as its
 * batch has chunks; `cnn-eight-chunks` keeps eight busy.
 */
import { GOLDEN_RUNS, NUMERICS, type ReplayOptions, replayGoldenRun, TWINS_BACKEND } from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'
import { awaitThreads } from '@/lib/training/hardware/node-threads'
import type { HashOptions, Say } from './command-line'

/** Thread counts that are tried where none is asked for. */
const THREADS = [2, 4, 8]

interface Way {
  name: string
  hardware: ReplayOptions
}

/** The TypeScript twins, both builds of the kernels where this host has SIMD, and the shared one on more threads. */
function waysOf(threads: number | null): Way[] {
  const counts = (threads === null ? THREADS : [threads]).filter((count) => count > 1)
  const byKernels: Way[] = [
    { name: 'kernels', hardware: { backend: nodeBackend() } },
    { name: 'kernels-shared', hardware: { backend: nodeBackend(true) } },
    ...counts.map((count) => ({ name: `${count} threads`, hardware: nodeHardware(count) })),
  ]
  const twins = { name: 'twins', hardware: { backend: TWINS_BACKEND } }
  return [twins, ...byKernels.filter(({ hardware }) => hardware.backend?.kind === 'kernels')]
}

/** @returns whether all hashes are as expected. */
export function hash({ threads }: HashOptions, say: Say): boolean {
  const ways = waysOf(threads)
  say(`numeric spec ${NUMERICS}; ${ways.map(({ name }) => name).join(', ')}\n`)
  let same = true
  for (const run of GOLDEN_RUNS) {
    say(`${run.name.padEnd(28)} ${run.weightHash}`)
    const different = ways
      .map(({ name, hardware }) => ({ name, found: replayGoldenRun(run, { ...hardware, prepare: awaitThreads }) }))
      .filter(({ found }) => found !== run.weightHash)
    same &&= different.length === 0
    say(different.length === 0 ? ' as expected\n' : ' differs\n')
    for (const { name, found } of different) say(`${`  ${name}`.padEnd(28)} ${found}\n`)
  }
  return same
}

import { GOLDEN_RUNS, NUMERICS, replayGoldenRun } from '@/lib/engine'
import { loadBackends } from './backends'
import type { Say } from './command-line'

/** Replays the golden runs by every way this machine has of running them. @returns whether all hashes are as expected. */
export function hash(say: Say): boolean {
  const backends = Object.entries(loadBackends())
  say(`numeric spec ${NUMERICS}; ${backends.map(([name]) => name).join(', ')}\n`)
  let same = true
  for (const run of GOLDEN_RUNS) {
    say(`${run.name.padEnd(28)} ${run.weightHash}`)
    const different = backends
      .map(([name, backend]) => ({ name, found: replayGoldenRun(run, backend) }))
      .filter(({ found }) => found !== run.weightHash)
    same &&= different.length === 0
    say(different.length === 0 ? ' as expected\n' : ' differs\n')
    for (const { name, found } of different) say(`${`  ${name}`.padEnd(28)} ${found}\n`)
  }
  return same
}

/**
 * A contestant's half of the protocol (measure/protocol.ts): loads the setup, warms up, answers. Run as
 * `node … <program> <setup.json> [threads]`. Not here: what a step is; each program hands in its own.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Setup, setupSchema } from '../workloads/setup'
import { scalarLoop } from './scalar-loop'

export interface Contestant {
  version: string
  /** Makes ready what the next `steps` steps will read; outside the clock, so that a peer's copying costs it nothing. */
  prepare?(steps: number): void
  /** Trains `steps` steps and answers with the last one's loss, when all of them are truly done. */
  run(steps: number): number | Promise<number>
}

export interface Start {
  setup: Setup
  threads: number
}

const SHOWN_LOSSES = 3
const TOO_SLOW_TO_REPEAT_MS = 8000

export async function serve(build: (start: Start) => Contestant | Promise<Contestant>): Promise<void> {
  try {
    const [file = '', threads = '1'] = process.argv.slice(2)
    const setup = setupSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const before = process.memoryUsage().rss
    const contestant = await build({ setup, threads: Number(threads) })
    say('ready', { version: contestant.version, ...(await warmUp(contestant, setup.warmUpMs)) })
    for await (const line of createInterface({ input: process.stdin }))
      say('answer', await answer(line, contestant, before))
    process.exit(0)
  } catch (error) {
    process.stdout.write(`failed ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}\n`)
    process.exitCode = 1
    process.stdin.destroy()
  }
}

function say(word: 'ready' | 'answer', value: object): void {
  process.stdout.write(`${word} ${JSON.stringify(value)}\n`)
}

async function answer(line: string, contestant: Contestant, before: number): Promise<object> {
  const [word = '', count] = line.split(' ')
  switch (word) {
    case 'scalar': {
      const start = performance.now()
      scalarLoop()
      return { ms: performance.now() - start }
    }
    case 'memory':
      // Linux and Node give the peak in kilobytes.
      return { before, peak: process.resourceUsage().maxRSS * 1024 }
    case 'heap':
      return heapGrowth(contestant, Number(count))
    default:
      return timed(contestant, Number(word))
  }
}

async function timed(contestant: Contestant, steps: number): Promise<{ ms: number; loss: number }> {
  contestant.prepare?.(steps)
  const start = performance.now()
  const loss = await contestant.run(steps)
  return { ms: performance.now() - start, loss }
}

/** Three single steps whose losses are told, then ever longer runs until `atLeastMs` have gone by. */
async function warmUp(contestant: Contestant, atLeastMs: number): Promise<{ losses: number[]; msPerStep: number }> {
  const losses: number[] = []
  let spentMs = 0
  let msPerStep = 0
  let steps = 1
  do {
    const { ms, loss } = await timed(contestant, steps)
    if (losses.length < SHOWN_LOSSES) losses.push(loss)
    spentMs += ms
    msPerStep = ms / steps
    if (losses.length === SHOWN_LOSSES) steps = Math.max(1, Math.min(2 * steps, Math.round(100 / msPerStep)))
  } while (spentMs < atLeastMs || (losses.length < SHOWN_LOSSES && spentMs < TOO_SLOW_TO_REPEAT_MS))
  return { losses, msPerStep }
}

/** What 10,000 steps and the like leave behind, garbage collected before and after. */
async function heapGrowth(contestant: Contestant, steps: number): Promise<object> {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('heap: start this contestant with --expose-gc.')
  const settled = () => {
    gc()
    gc()
    return process.memoryUsage()
  }
  const before = settled()
  await contestant.run(steps)
  const after = settled()
  return { growth: after.heapUsed - before.heapUsed, arrayBufferGrowth: after.arrayBuffers - before.arrayBuffers }
}

/**
 * `npm run bench -- swap`: what it costs to put another activation into the reference CNN. In each round all of them start
 * afresh and train a burst in turn; a ratio is a network's speed over that of the first in the same round.
 */
import { type ActivationName, activations } from '@/lib/engine'
import { UsageError } from '../command-line'
import { ContestantProcess } from '../measure/contestant-process'
import { ourProgram } from '../measure/programs'
import { ranSchema } from '../measure/protocol'
import { shownTable } from '../measure/row'
import { median, shownNumber, spreadOf } from '../measure/statistics'
import { specOf } from '../workloads/workload'
import { writeSetup } from '../workloads/write-setup'

export interface SwapOptions {
  json: boolean
  /** The first is what the others are compared with. */
  names?: readonly string[]
  rounds: number
  burstMs: number
  warmUpMs: number
  imageFolder: string | null
}

/** Two controls among them: leaky ReLU costs next to nothing and the identity nothing, but neither leaves zeros behind. */
const USUAL: readonly ActivationName[] = ['relu', 'leaky-relu', 'linear', 'swish', 'gelu']

export async function compareSwap(options: SwapOptions): Promise<void> {
  const names = options.names?.map(nameOf) ?? USUAL
  const setups = names.map((name) => writeSetup(specOf('cnn', name), options))
  const speeds: number[][] = []
  try {
    for (let round = 0; round < options.rounds; round++) {
      const found: number[] = []
      for (const { file } of setups) found.push(await imagesPerSecond(file, options.burstMs))
      speeds.push(found)
      process.stderr.write(`round ${round + 1} of ${options.rounds}: ${found.map(shownNumber).join(' ')}\n`)
    }
  } finally {
    for (const setup of setups) setup.remove()
  }
  const rows = names.map((activation, i) => {
    const own = speeds.map((round) => round[i] as number)
    const ratio = spreadOf(speeds.map((round) => (round[i] as number) / (round[0] as number)))
    return { activation, imagesPerSecond: median(own), ratio, rounds: options.rounds }
  })
  if (options.json) process.stdout.write(`${JSON.stringify({ workload: 'cnn', threads: 1, rows })}\n`)
  else {
    const shown = rows.map(({ activation, imagesPerSecond: speed, ratio }) => [
      ...[activation, shownNumber(speed), ratio.median.toFixed(2)],
      `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`,
    ])
    process.stdout.write(shownTable(['activation', 'images a second', `of ${names[0]}`, 'min–max'], shown))
  }
}

function nameOf(text: string): ActivationName {
  if (text in activations) return text as ActivationName
  throw new UsageError(`${text}: no activation. Take some of ${Object.keys(activations).join(', ')}.`)
}

async function imagesPerSecond(setupFile: string, burstMs: number): Promise<number> {
  const { contestant, ready } = await ContestantProcess.start(ourProgram(setupFile, 1))
  try {
    const steps = Math.max(1, Math.round(burstMs / ready.msPerStep))
    const { ms } = await contestant.ask(String(steps), ranSchema)
    return (1000 * steps * specOf('cnn', 'relu').batch) / ms
  } finally {
    await contestant.stop()
  }
}

/** `npm run bench -- memory`: resident memory of the reference CNN, ours and the peers', and what our steps leave behind. */
import { statSync } from 'node:fs'
import { ContestantError, ContestantProcess, type Program } from '../measure/contestant-process'
import { ourProgram, peerProgram } from '../measure/programs'
import { heapSchema, memorySchema, ranSchema } from '../measure/protocol'
import { shownTable } from '../measure/row'
import type { Peer } from '../workloads/comparison'
import { specOf, USUAL_ACTIVATION, type Workload } from '../workloads/workload'
import { writeSetup } from '../workloads/write-setup'

export interface MemoryOptions {
  json: boolean
  /** Of the heap's growth. */
  steps: number
  workloads: readonly Workload[]
  threads: number
  warmUpMs: number
  imageFolder: string | null
}

interface Resident {
  contestant: string
  workload: Workload
  /** The program loaded, nothing built. */
  beforeBytes: number
  dataBytes: number
  peakBytes: number
}

interface Heap {
  workload: Workload
  steps: number
  growthBytes: number
  arrayBufferGrowthBytes: number
}

const PEERS: Peer[] = ['pytorch-channels-last', 'tfjs-wasm', 'plain-ts']
const STEPS = 20

export async function measureMemory(options: MemoryOptions): Promise<void> {
  const memory: Resident[] = []
  const heap: Heap[] = []
  for (const workload of options.workloads) {
    const setup = writeSetup(specOf(workload, USUAL_ACTIVATION[workload]), options)
    const dataBytes = statSync(setup.setup.files.inputs).size
    const ask = async (name: string, program: Program) => {
      const { contestant } = await ContestantProcess.start(program)
      try {
        await contestant.ask(String(STEPS), ranSchema)
        const { before, peak } = await contestant.ask('memory', memorySchema)
        memory.push({ contestant: name, workload, beforeBytes: before, dataBytes, peakBytes: peak })
      } finally {
        await contestant.stop()
      }
    }
    try {
      await ask('ours', ourProgram(setup.file, options.threads))
      for (const peer of PEERS) {
        await ask(peer, peerProgram(peer, setup.file, 1)).catch((error: unknown) => {
          if (!(error instanceof ContestantError)) throw error
          process.stderr.write(`${peer} left out: ${error.message}\n`)
        })
      }
      heap.push({ workload, steps: options.steps, ...(await heapGrowth(setup.file, options)) })
    } finally {
      setup.remove()
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ memory, heap })}\n`)
  else process.stdout.write(shown(memory, heap))
}

async function heapGrowth(setupFile: string, { steps, threads }: MemoryOptions) {
  const { contestant, ready } = await ContestantProcess.start(ourProgram(setupFile, threads, ['--expose-gc']))
  try {
    const withinMs = 60_000 + 3 * steps * ready.msPerStep
    const { growth, arrayBufferGrowth } = await contestant.ask(`heap ${steps}`, heapSchema, withinMs)
    return { growthBytes: growth, arrayBufferGrowthBytes: arrayBufferGrowth }
  } finally {
    await contestant.stop()
  }
}

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

function shown(memory: readonly Resident[], heap: readonly Heap[]): string {
  const resident = shownTable(
    ['workload', 'contestant', 'before, MiB', 'data, MiB', 'peak, MiB', 'model and training, MiB'],
    memory.map(({ contestant, workload, beforeBytes, dataBytes, peakBytes }) => [
      workload,
      contestant,
      mib(beforeBytes),
      mib(dataBytes),
      mib(peakBytes),
      mib(peakBytes - beforeBytes - dataBytes),
    ]),
  )
  const growth = heap.map(
    ({ workload, steps, growthBytes, arrayBufferGrowthBytes }) =>
      `${workload}: after ${steps} steps the heap has grown by ${growthBytes} bytes, buffers by ${arrayBufferGrowthBytes}\n`,
  )
  return `Resident memory; "before": the program loaded, nothing built.\n${resident}${growth.join('')}`
}

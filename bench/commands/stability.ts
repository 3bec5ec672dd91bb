/**
 * `npm run bench -- stability`: is a fresh process ever slow? Starts ours again and again and divides each one's speed
 * by that of a fixed scalar loop, timed in the same process around the same moment, so that what the machine does
 * falls out. Exit code 1 if a process is further than 15 % from the median.
 */
import { ContestantProcess } from '../measure/contestant-process'
import { ourProgram } from '../measure/programs'
import { ranSchema, scalarSchema } from '../measure/protocol'
import { median, outliers, shownNumber, spreadOf } from '../measure/statistics'
import { specOf, USUAL_ACTIVATION, type Workload } from '../workloads/workload'
import { writeSetup } from '../workloads/write-setup'

export interface StabilityOptions {
  json: boolean
  processes: number
  workload: Workload
  threads: number
  burstMs: number
  warmUpMs: number
  imageFolder: string | null
}

const ALLOWED = 0.15
const BURSTS = 3

export async function checkStability(options: StabilityOptions): Promise<void> {
  const { workload, threads, processes } = options
  const spec = specOf(workload, USUAL_ACTIVATION[workload])
  const setup = writeSetup(spec, options)
  const speeds: { stepsPerSecond: number; perScalarLoop: number }[] = []
  try {
    for (let i = 0; i < processes; i++) {
      const speed = await measureProcess(setup.file, threads, options.burstMs)
      speeds.push(speed)
      const { stepsPerSecond, perScalarLoop } = speed
      process.stderr.write(
        `process ${i + 1} of ${processes}: ${shownNumber(stepsPerSecond)} steps/s, ${shownNumber(perScalarLoop)} a scalar loop\n`,
      )
    }
  } finally {
    setup.remove()
  }
  const normalised = speeds.map(({ perScalarLoop }) => perScalarLoop)
  const outside = outliers(normalised, ALLOWED)
  const { median: middle, min, max } = spreadOf(normalised)
  const relative = { min: min / middle, max: max / middle }
  const result = { workload, threads, processes, allowed: ALLOWED, relative, outside: outside.length }
  if (options.json) process.stdout.write(`${JSON.stringify({ ...result, speeds })}\n`)
  else {
    const rate = median(speeds.map(({ stepsPerSecond }) => stepsPerSecond))
    process.stdout.write(
      `${workload}, ${threads} thread(s), ${processes} fresh processes: median ${shownNumber(rate)} steps/s ` +
        `(${shownNumber(rate * spec.batch)} examples/s); normalised ${relative.min.toFixed(3)} to ${relative.max.toFixed(3)} of the ` +
        `median, ${outside.length} outside ${100 * ALLOWED} %\n`,
    )
  }
  if (outside.length > 0) process.exitCode = 1
}

async function measureProcess(setupFile: string, threads: number, burstMs: number) {
  const { contestant, ready } = await ContestantProcess.start(ourProgram(setupFile, threads))
  try {
    const steps = Math.max(1, Math.round(burstMs / ready.msPerStep))
    const found: { stepsPerSecond: number; perScalarLoop: number }[] = []
    // The first run of the loop is compiled while it runs.
    await contestant.ask('scalar', scalarSchema)
    for (let i = 0; i < BURSTS; i++) {
      const before = await contestant.ask('scalar', scalarSchema)
      const { ms } = await contestant.ask(String(steps), ranSchema)
      const after = await contestant.ask('scalar', scalarSchema)
      const stepsPerMs = steps / ms
      found.push({ stepsPerSecond: 1000 * stepsPerMs, perScalarLoop: (stepsPerMs * (before.ms + after.ms)) / 2 })
    }
    return {
      stepsPerSecond: median(found.map(({ stepsPerSecond }) => stepsPerSecond)),
      perScalarLoop: median(found.map(({ perScalarLoop }) => perScalarLoop)),
    }
  } finally {
    await contestant.stop()
  }
}

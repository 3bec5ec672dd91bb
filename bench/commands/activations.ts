/** `npm run bench -- activations`: forward and derivative of each built-in over 2¹⁶ values, and of an expression of equal cost. */
import type { ActivationName, ActivationSpec } from '@/lib/engine'
import { ContestantError, ContestantProcess } from '../measure/contestant-process'
import { ourProgram } from '../measure/programs'
import { type Ready, ranSchema } from '../measure/protocol'
import { shownTable } from '../measure/row'
import { median, shownNumber } from '../measure/statistics'
import { DEEP, EQUAL_COST, SHALLOW, stackOf, VALUES } from '../workloads/activation-stack'
import { UnsupportedWorkload, writeSetup } from '../workloads/write-setup'

export interface ActivationsOptions {
  json: boolean
  /** Names; all if left out. */
  names?: readonly string[]
  rounds: number
  burstMs: number
  warmUpMs: number
}

interface Measured {
  activation: ActivationName
  /** Microseconds for forward and derivative over 2¹⁶ values. */
  builtIn: number | null
  expression: number | null
}

export async function compareActivations(options: ActivationsOptions): Promise<void> {
  const measured: Measured[] = []
  for (const [name, expression] of EQUAL_COST) {
    if (options.names?.includes(name) === false) continue
    const builtIn = await microseconds({ layer: 'activation', name }, options)
    const written = await microseconds({ layer: 'activation', name: 'expression', expression }, options)
    measured.push({ activation: name, builtIn, expression: written })
    process.stderr.write(`${name}: ${shown(builtIn)} µs, as an expression ${shown(written)} µs\n`)
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ values: VALUES, unit: 'microseconds', activations: measured })}\n`)
    return
  }
  const rows = measured.map(({ activation, builtIn, expression }) => [
    activation,
    shown(builtIn),
    builtIn === null ? '' : ((1000 * builtIn) / VALUES).toFixed(2),
    shown(expression),
    builtIn === null || expression === null ? '' : (builtIn / expression).toFixed(2),
  ])
  process.stdout.write(shownTable(['activation', 'built-in, µs', 'ns a value', 'expression, µs', 'speed of it'], rows))
}

const shown = (value: number | null) => (value === null ? '–' : shownNumber(value))

/** Null where this engine cannot build it. Deep and shallow network take turns in two processes. */
async function microseconds(activation: ActivationSpec, options: ActivationsOptions): Promise<number | null> {
  const started: { contestant: ContestantProcess; ready: Ready }[] = []
  const setups: { remove(): void }[] = []
  try {
    for (const depth of [SHALLOW, DEEP]) {
      const setup = writeSetup(stackOf(activation, depth), { ...options, imageFolder: null })
      setups.push(setup)
      started.push(await ContestantProcess.start(ourProgram(setup.file, 1)))
    }
    const differences: number[] = []
    for (let round = 0; round < options.rounds; round++) {
      const [shallow = 0, deep = 0] = await stepTimes(started, options.burstMs)
      differences.push((1000 * (deep - shallow)) / (DEEP - SHALLOW))
    }
    return median(differences)
  } catch (error) {
    if (!(error instanceof ContestantError || error instanceof UnsupportedWorkload)) throw error
    process.stderr.write(`left out: ${error.message}\n`)
    return null
  } finally {
    await Promise.all(started.map(({ contestant }) => contestant.stop()))
    for (const setup of setups) setup.remove()
  }
}

async function stepTimes(started: { contestant: ContestantProcess; ready: Ready }[], burstMs: number) {
  const times: number[] = []
  for (const { contestant, ready } of started) {
    const steps = Math.max(1, Math.round(burstMs / ready.msPerStep))
    const { ms } = await contestant.ask(String(steps), ranSchema)
    times.push(ms / steps)
  }
  return times
}

/** A paced run in the trainer's worker: gives it a clock and the browser's kernels. No logic here. */
import { loadData } from './data/load-data'
import { browserHardware } from './hardware/browser-hardware'
import { type PacedAnswer, type PacedCommand, type PacedRun, startPacedRun } from './paced-session'
import { needsOf } from './trainer-parts'

const ports = {
  now: () => performance.now(),
  loadData: (spec: Extract<PacedCommand, { kind: 'start' }>['spec']) =>
    loadData(
      spec.data,
      needsOf([spec]),
      { fetch: (url: string, init: RequestInit) => fetch(url, init), caches: undefined, loadHardware: browserHardware },
      new AbortController().signal,
      () => undefined,
    ),
}

let run: PacedRun | undefined

export async function answerPaced(command: PacedCommand): Promise<PacedAnswer> {
  try {
    if (command.kind === 'start') run = await startPacedRun(command.spec, command.seed, ports)
    if (run === undefined) return { kind: 'failed', message: 'Nothing was started yet.' }
    return { kind: 'frame', frame: run.advance(command.kind === 'start' ? 0 : command.steps) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

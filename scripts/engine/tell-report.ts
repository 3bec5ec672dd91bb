import type { TrainingReport } from '@/lib/engine'
import type { Say } from './command-line'

/** Hears of every report but the heartbeats. */
export type Tell = (
  report: Exclude<TrainingReport, { status: 'computing' }>,
  /** Of the whole run. */
  steps: number,
  examplesPerSecond: number,
) => void

const REDRAW_MS = 100

/** Tells a person at a terminal; a line that ends in \r is drawn over by the next, at most ten times a second. */
export function tellPerson(seed: number, say: Say): Tell {
  const { isTTY } = process.stdout
  const clear = clearLine()
  let shownAt = Number.NEGATIVE_INFINITY
  return (report, steps, speed) => {
    switch (report.status) {
      case 'stepped': {
        if (!isTTY || performance.now() - shownAt < REDRAW_MS) return
        shownAt = performance.now()
        const bar = '█'.repeat(Math.floor((20 * report.step) / steps)).padEnd(20, '░')
        return say(
          `${clear}seed ${seed} ${bar} step ${report.step} of ${steps}, loss ${report.loss.toFixed(4)}, ${speed.toFixed(0)} examples/s`,
        )
      }
      case 'evaluated': {
        const train = report.train === null ? '' : `train ${scoreOf(report.train)}; `
        return say(
          `${clear}seed ${seed} epoch ${report.epoch}, step ${report.step}: ${train}validation ${scoreOf(report.validation)}\n`,
        )
      }
      case 'diverged':
        return say(`${clear}seed ${seed} diverged at step ${report.step}: ${report.reason}\n`)
      case 'finished':
        return say(`${clear}seed ${seed} finished: ${speed.toFixed(0)} examples/s, weights ${report.weightHash}\n`)
      default:
        return report satisfies never
    }
  }
}

/** After the last report. */
export function tellKept(seed: number, step: number, file: string, say: Say): void {
  say(`${clearLine()}seed ${seed} stands after step ${step}, kept in ${file}; go on with --resume ${file}\n`)
}

/** Takes away a line that was to be drawn over. */
function clearLine(): string {
  return process.stdout.isTTY ? '\r\x1b[K' : ''
}

/** One object a line. */
export function tellJson(seed: number, dataHash: string, say: Say): Tell {
  return (report, _steps, imagesPerSecond) => {
    if (report.status !== 'finished') return say(`${JSON.stringify({ ...report, seed })}\n`)
    const { status, step: steps, weightHash, validation, numerics } = report
    say(`${JSON.stringify({ status, seed, steps, weightHash, validation, imagesPerSecond, numerics, dataHash })}\n`)
  }
}

function scoreOf({ loss, accuracy }: { loss: number; accuracy: number | null }): string {
  return `loss ${loss.toFixed(4)}${accuracy === null ? '' : `, accuracy ${(100 * accuracy).toFixed(2)} %`}`
}

/**
 * Watches a page while it trains: how long its frames and tasks take, when its workers answer, and how soon after an answer
 * the decision surface is drawn. It changes nothing that the page does, and it needs no help from it.
 */
import type { Page } from '@playwright/test'

/** A frame that takes longer came late: there are sixty in a second. */
const LATE_FRAME_MS = 20

export interface PageFigures {
  /** Milliseconds from one frame to the next. */
  frames: number[]
  /** Milliseconds of each task of the main thread that took more than fifty; the browser tells of no others. */
  longTasks: number[]
  /** Milliseconds from a worker's answer to the last pixel of a surface of 100 × 100. */
  redraws: number[]
  /** Likewise, from a question that trains nothing: computing the surface and the way to the worker and back included. */
  wholeRedraws: number[]
  /** Of all workers. */
  answers: number
}

interface Watched extends PageFigures {
  isOn: boolean
}

/** Before the page is opened. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { frames: [], longTasks: [], redraws: [], wholeRedraws: [], answers: 0, isOn: false }
    Object.assign(window, { watched })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (watched.isOn) watched.longTasks.push(duration)
    }).observe({ entryTypes: ['longtask'] })

    let last = 0
    const frame = (now: number) => {
      if (watched.isOn && last > 0) watched.frames.push(now - last)
      last = watched.isOn ? now : 0
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)

    let answeredAt = 0
    const NativeWorker = window.Worker
    window.Worker = class extends NativeWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        // The first to listen: what the page does about an answer comes after.
        this.addEventListener('message', () => {
          answeredAt = performance.now()
          if (watched.isOn) watched.answers++
        })
      }
    }
    let askedAt = 0
    const ask = NativeWorker.prototype.postMessage
    NativeWorker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      const [question] = given as [{ kind?: string; steps?: number }]
      askedAt = question?.kind === 'advance' && question.steps === 0 ? performance.now() : 0
      ask.apply(this, given as Parameters<typeof ask>)
    }
    const draw = CanvasRenderingContext2D.prototype.putImageData
    CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      draw.apply(this, given as Parameters<typeof draw>)
      const [image] = given as [ImageData]
      if (!watched.isOn || image.width !== 100) return
      watched.redraws.push(performance.now() - answeredAt)
      if (askedAt > 0) watched.wholeRedraws.push(performance.now() - askedAt)
      askedAt = 0
    }
  })
}

/** What happens while `during` goes on. */
export async function figuresOf(page: Page, during: () => Promise<unknown>): Promise<PageFigures> {
  await page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched }
    Object.assign(watched, { frames: [], longTasks: [], redraws: [], wholeRedraws: [], answers: 0, isOn: true })
  })
  await during()
  return page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched }
    watched.isOn = false
    return watched
  })
}

/** Of the frames, those that came late. */
export function lateShare({ frames }: Pick<PageFigures, 'frames'>): number {
  return frames.filter((ms) => ms > LATE_FRAME_MS).length / Math.max(1, frames.length)
}

/** A quantile of some numbers, 0 to 1; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function textOf(what: string, figures: PageFigures): string {
  const { frames, longTasks, redraws, wholeRedraws, answers } = figures
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const spread = (values: number[]) =>
    `${values.length}, median ${ms(quantile(values, 0.5))}, 99 in 100 within ${ms(quantile(values, 0.99))}`
  return [
    `${what}: ${frames.length} frames, ${(100 * lateShare(figures)).toFixed(1)} % later than ${LATE_FRAME_MS} ms, the longest ${ms(Math.max(0, ...frames))}`,
    `  tasks over 50 ms: ${longTasks.length === 0 ? 'none' : longTasks.map(ms).join(', ')}; ${answers} answers of workers`,
    ...(redraws.length === 0 ? [] : [`  surfaces drawn after an answer: ${spread(redraws)}`]),
    ...(wholeRedraws.length === 0 ? [] : [`  surfaces drawn after a question: ${spread(wholeRedraws)}`]),
  ].join('\n')
}

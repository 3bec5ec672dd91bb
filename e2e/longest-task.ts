/** The longest task of a page, from a trace of the browser. */
import { expect } from '@playwright/test'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  args: { name?: string }
  /** Microseconds on the processor. */
  tdur?: number
}

/** Of the pages' main threads, in ms that it computes: what a busy machine takes away does not count. */
export function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const main = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const threads = new Set(main.map(threadOf))
  const tasks = traceEvents.filter((event) => /RunTask$/.test(event.name) && threads.has(threadOf(event)))
  expect(tasks.length).toBeGreaterThan(100)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

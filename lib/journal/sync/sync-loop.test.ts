import { describe, expect, test } from 'vitest'
import { backOffDelayMs } from './back-off'
import type { SyncResult } from './sync'
import { createSyncLoop, type SyncPhase } from './sync-loop'

describe('back-off', () => {
  test('doubles from one second and stays at thirty', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 40].map((failures) => backOffDelayMs(failures, 1))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  test('is spread over half of the pause', () => {
    expect(backOffDelayMs(3, 0)).toBe(2000)
    expect(backOffDelayMs(3, 0.5)).toBe(3000)
  })
})

describe('the sync loop', () => {
  function loopOver(results: SyncResult[]) {
    const delays: number[] = []
    const phases: SyncPhase[] = []
    const retries: (() => void)[] = []
    const rounds: boolean[] = []
    let running = 0
    const loop = createSyncLoop({
      random: () => 1,
      onPhase: (phase) => phases.push(phase),
      schedule(task, delayMs) {
        delays.push(delayMs)
        retries.push(task)
        return () => retries.splice(retries.indexOf(task), 1)
      },
      async round(pull) {
        running += 1
        expect(running).toBe(1)
        rounds.push(pull)
        await Promise.resolve()
        running -= 1
        return results.shift() ?? { status: 'synced' }
      },
    })
    return { loop, delays, phases, retries, rounds }
  }

  test('waits longer after each failure, and starts anew after a success', async () => {
    const fail: SyncResult = { status: 'failed', retryAfterMs: 0 }
    const { loop, delays } = loopOver([fail, fail, { status: 'synced' }, fail])
    for (let round = 0; round < 4; round += 1) await loop.run(true)
    expect(delays).toEqual([1000, 2000, 1000])
  })

  test('waits as long as the server asks', async () => {
    const { loop, delays } = loopOver([{ status: 'failed', retryAfterMs: 12_000 }])
    await loop.run(true)
    expect(delays).toEqual([12_000])
  })

  test('asked many times during a round, runs one more, with the most that was asked', async () => {
    const { loop, rounds } = loopOver([])
    await Promise.all([loop.run(false), loop.run(false), loop.run(true), loop.run(false)])
    expect(rounds).toEqual([false, true])
  })

  test('stopped, it starts nothing and cancels what waits', async () => {
    const { loop, retries, rounds } = loopOver([{ status: 'failed', retryAfterMs: 0 }])
    await loop.run(true)
    expect(retries).toHaveLength(1)
    loop.stop()
    expect(retries).toHaveLength(0)
    await loop.run(true)
    expect(rounds).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { createRng } from '../random/rng'
import { INIT_NAMES, initialise } from './init'

const FAN_IN = 300
const FAN_OUT = 100
/** LeCun 1/fanIn, Glorot 2/(fanIn + fanOut), He 2/fanIn. */
const VARIANCE = { zeros: 0, lecun: 1 / FAN_IN, glorot: 2 / (FAN_IN + FAN_OUT), he: 2 / FAN_IN }

describe.each(INIT_NAMES)('%s', (name) => {
  const weights = new Float32Array(60_000)
  initialise(weights, name, FAN_IN, FAN_OUT, createRng(1, 'weights'))
  const family = name.split('-')[0] as keyof typeof VARIANCE

  test('has mean 0 and the variance of its paper', () => {
    const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length
    expect(Math.abs(mean)).toBeLessThan(0.02 * Math.sqrt(VARIANCE[family]) + 1e-12)
    expect(Math.abs(variance - VARIANCE[family])).toBeLessThanOrEqual(0.02 * VARIANCE[family])
  })

  test('uniform ends at ±√(3·variance), normal goes beyond', () => {
    const bound = Math.sqrt(3 * VARIANCE[family])
    const largest = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
    if (name.endsWith('uniform')) expect(largest).toBeLessThanOrEqual(Math.fround(bound))
    if (name.endsWith('normal')) expect(largest).toBeGreaterThan(2 * bound)
  })
})

/** The plane as it is called at a threshold: from a surface of winners to cells of verdicts. Pure. */
import type { PlaneCells } from '@/components/plot/paint'

/** The probability of class 1 in each cell, at a temperature. */
export function rareShares({ winner, confidence }: PlaneCells, temperature: number): Float64Array {
  return Float64Array.from(confidence, (sure, cell) => {
    const rare = winner[cell] === 1 ? sure : 1 - sure
    // σ(logit(p)/T), without the logit: it is infinite where a float32 says 1.
    const power = 1 / temperature
    const [pro, con] = temperature === 1 ? [rare, 1 - rare] : [rare ** power, (1 - rare) ** power]
    return pro / (pro + con)
  })
}

/** Each cell with the class it is called, and how probable that class is there: less than one half where a threshold is bold. */
export function calledCells(shares: Float64Array, side: number, threshold: number): PlaneCells {
  const winner = new Uint8Array(shares.length)
  const confidence = new Float32Array(shares.length)
  for (let cell = 0; cell < shares.length; cell++) {
    const rare = shares[cell] as number
    const isCalled = rare > threshold
    winner[cell] = isCalled ? 1 : 0
    confidence[cell] = isCalled ? rare : 1 - rare
  }
  return { side, winner, confidence }
}

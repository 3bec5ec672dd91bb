/** Where a value lies on an axis, and which round values get a tick. Pure numbers, no drawing. */
export type ScaleKind = 'linear' | 'log'

export interface Scale {
  kind: ScaleKind
  low: number
  high: number
  /** Position from 0 (low) to 1 (high); outside the domain it goes beyond. */
  place(value: number): number
  ticks: number[]
}

/** A scale over `low..high` with about `count` round ticks; an empty domain is widened. */
export function createScale(kind: ScaleKind, low: number, high: number, count = 5): Scale {
  if (kind === 'log') return logScale(low, high, count)
  const [from, to] = low < high ? [low, high] : [low - 0.5, low + 0.5]
  return {
    kind,
    low: from,
    high: to,
    place: (value) => (value - from) / (to - from),
    ticks: linearTicks(from, to, count),
  }
}

/** Multiples of 1, 2 or 5 times a power of ten that lie in `low..high`. */
export function linearTicks(low: number, high: number, count: number): number[] {
  const step = roundStep((high - low) / Math.max(1, count))
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Dividing by the inverse of a step below 1 keeps 0.3 from becoming 0.30000000000000004.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    step < 1 ? (first + i) / Math.round(1 / step) : (first + i) * step,
  )
}

/** The domain widened outwards to whole ticks, so that a live curve does not make the axis tremble. */
export function roundDomain(low: number, high: number, count = 5): [number, number] {
  if (!(low < high)) return [low - 0.5, low + 0.5]
  const step = roundStep((high - low) / count)
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step]
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = rough / power
  return (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power
}

function logScale(low: number, high: number, count: number): Scale {
  const from = Math.max(low, Number.MIN_VALUE)
  const [a, b] = from < high ? [Math.log10(from), Math.log10(high)] : [Math.log10(from) - 0.5, Math.log10(from) + 0.5]
  const every = Math.max(1, Math.ceil((b - a) / count))
  const powers: number[] = []
  for (let exponent = Math.ceil(a - 1e-9); exponent <= b + 1e-9; exponent += every) powers.push(10 ** exponent)
  return {
    kind: 'log',
    low: 10 ** a,
    high: 10 ** b,
    place: (value) => (Math.log10(value) - a) / (b - a),
    // Less than two decades have too few powers of ten to read anything off.
    ticks: powers.length >= 2 ? powers : linearTicks(10 ** a, 10 ** b, count),
  }
}
